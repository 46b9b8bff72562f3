"""Marks stand on whole words as the index tells them apart, and a shortened text never loses or makes up words."""

import random

import pytest

from onrecord.record.fulltext import parse_words
from onrecord.record.marking import find_terms, snippet


def marked(text: str, words: str) -> list[str]:
    match = parse_words(words)
    return [span.of(text) for span in find_terms(text, match.terms if match else ())]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The bridge's bridges", "bridge", ["bridge"]),
        ("The bridge's bridges", "bridge*", ["bridge", "bridges"]),
        ("He won't go", "won't", ["won't"]),
        ("Élodie, éLODIE and E\u0301lodie", "elodie", ["Élodie", "éLODIE", "E\u0301lodie"]),
        ("a new bridge, a new crane", '"new crane"', ["new crane"]),
        ("bridge bridge", "bridge -crane", ["bridge", "bridge"]),
        ("snake_case and 5G", "case 5g", ["case", "5G"]),
        ("a 👩‍👩‍👧 bridge", "bridge", ["bridge"]),
        ("nothing here", "bridge OR crane", []),
        ("nothing here", "…", []),
    ],
)
def test_marks(text: str, words: str, found: list[str]):
    assert marked(text, words) == found


def test_a_short_text_is_shown_whole():
    match = parse_words("bridge")
    assert match is not None
    assert "".join(segment.text for segment in snippet("the bridge", match.terms)) == "the bridge"


def test_a_shortened_text_is_a_run_of_the_text_with_its_first_match():
    chance = random.Random(3)
    match = parse_words("bridge")
    assert match is not None
    for _ in range(300):
        words = ["x" * chance.randint(1, 30) for _ in range(chance.randint(0, 120))]
        words.insert(chance.randint(0, len(words)), "bridge")
        text = chance.choice((" ", "  ", "\n")).join(words)
        shown = snippet(text, match.terms, length=100)
        joined = "".join(segment.text for segment in shown)
        assert joined.removeprefix("… ").removesuffix(" …") in text
        assert [segment.text for segment in shown if segment.marked] == ["bridge"]
        assert len(joined) <= 104
