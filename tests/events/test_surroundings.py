"""What stands around an event's word."""

from __future__ import annotations

from onrecord.events.surroundings import Surroundings, surroundings_of
from onrecord.records import Article, Span
from onrecord.speakers.outline import outline


def around(text: str, word: str) -> Surroundings:
    plan = outline(Article.from_text(text))
    start = text.index(word)
    return surroundings_of(plan, plan.sentence_at(start), Span(start, start + len(word)))


def test_an_article_tells_whether_an_event_is_a_known_one() -> None:
    assert around("Miners began the strike in Pell.", "strike").definite
    assert around("Miners began another strike in Pell.", "strike").indefinite
    assert around("Miners began their third strike in Pell.", "strike").indefinite
    assert not around("In the town, miners strike.", "strike").definite


def test_a_noun_is_told_from_a_verb_by_what_stands_before_it() -> None:
    assert around("The vote on the bridge was close.", "vote").noun
    assert not around("Members will vote on the bridge.", "vote").noun


def test_names_and_numbers_are_those_near_the_word_and_a_first_word_is_no_name() -> None:
    found = around("Yesterday a 5.2 quake shook Ostby and Pell.", "quake")
    assert found.names == {"ostby", "pell"}
    assert found.numbers == {"5.2"}


def test_only_words_of_the_same_sentence_are_seen() -> None:
    found = around("Anna Lind resigned. The council meets in Pell.", "meets")
    assert found.around == {"council", "pell"}
    assert "resign" not in found.near
    assert found.beside == {"counci", "pell"}


def test_a_sentence_that_opens_with_it_would_be_says_what_the_one_before_told() -> None:
    assert around("They meet in May. It would be the second encounter of the two.", "encounter").restating
    assert around("They met in May. “This was only their second formal meeting,” she said.", "meeting").restating
    assert not around("They meet in May. It would be the second encounter after a summit.", "summit").restating
    assert not around("They meet in May. The report said it would be the second encounter.", "encounter").restating
