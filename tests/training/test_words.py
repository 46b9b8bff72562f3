"""Everyday words are those that texts write in small letters."""

from __future__ import annotations

from training.words import everyday_words


def test_a_word_is_everyday_where_two_texts_write_it_small_and_capitals_are_rare() -> None:
    told = [
        "The county bought a street lamp from Mark Street in the morning.\nCounty Buys Lamp For Street",
        "In the county the street was dark; people said Mark Street had gone.",
        "A lonely lamp.",
    ]
    words = everyday_words(iter(told))
    assert "county" in words  # in a headline in Title Case no capital counts
    assert "lamp" in words and "lonely" not in words
    assert "mark" not in words and "street" not in words
