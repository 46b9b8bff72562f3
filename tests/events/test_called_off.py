"""What says of an event that it was called off or put off."""

from __future__ import annotations

import pytest

from onrecord.events.called_off import SHARE, called_off, with_status
from onrecord.model.events import STATUSES
from onrecord.records import Span


def told(text: str, word: str, *, headline: bool = False) -> tuple[str, str] | None:
    start = text.index(word)
    found = called_off(text, Span(0, len(text)), Span(start, start + len(word)), headline=headline)
    return (found.status, found.words.of(text)) if found else None


@pytest.mark.parametrize(
    ("text", "word", "status", "words"),
    [
        ("The council cancelled its planned hearing on Monday.", "hearing", "cancelled", "cancelled"),
        ("The league has called off Saturday’s match.", "match", "cancelled", "called off"),
        ("Ministers will postpone indefinitely a ruling on the mine.", "ruling", "postponed", "will postpone"),
        ("They had to delay the start of the trial.", "start", "postponed", "had to delay"),
        ("The cancellation of the summer parade angered many.", "parade", "cancelled", "cancellation of"),
        ("The parade in Lowick was cancelled on Friday.", "parade", "cancelled", "cancelled"),
        ("The vote, which was set for 3 May, has been postponed.", "vote", "postponed", "postponed"),
        ("The rally in Lowick, Ohio, was abruptly called off.", "rally", "cancelled", "called off"),
        ("The debate between Anna Lind and Piet Roos will be rescheduled.", "debate", "postponed", "rescheduled"),
        ("The sale of the harbour fell through.", "sale", "cancelled", "fell through"),
        ("The vote, which was due on 9 May, will not be held before June.", "vote", "postponed", "will not be held"),
        ("The festival will no longer take place in Lowick.", "festival", "cancelled", "will no longer take place"),
        ("A second match won’t go ahead, the league said.", "match", "ruled_out", "won’t go ahead"),
    ],
)  # fmt: skip
def test_the_word_that_governs_an_event_calls_it_off(text: str, word: str, status: str, words: str) -> None:
    assert told(text, word) == (status, words)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The council did not cancel its hearing.", "hearing"),
        ("The club may have to be sold if it cancelled the match.", "match"),
        ("They are considering postponing the vote.", "vote"),
        ("He called for the scrapping of the tax.", "tax"),
        ("The match was not called off.", "match"),
        ("The parade ended and the concert was cancelled.", "parade"),
        ("The council cancelled the parade after a vote.", "vote"),
        ("The delayed election was held on Sunday.", "election"),
        ("The minister pushed back against a strike.", "strike"),
        ("The vote could be postponed.", "vote"),
        ("The vote will not go ahead if the court objects.", "vote"),
        ("The vote will not go ahead as planned.", "vote"),
    ],
)  # fmt: skip
def test_what_is_denied_threatened_or_said_of_another_event_calls_nothing_off(text: str, word: str) -> None:
    assert told(text, word) is None


def test_a_headline_leaves_the_auxiliary_out() -> None:
    assert told("Second debate cancelled amid row", "debate", headline=True) == ("cancelled", "cancelled")
    assert told("Second debate cancelled amid row", "debate") is None
    assert told("Storm delayed the launch", "Storm", headline=True) is None


def test_what_is_told_outright_is_surer_than_the_model() -> None:
    chances = with_status(tuple(1 / len(STATUSES) for _ in STATUSES), "postponed")
    assert sum(chances) == pytest.approx(1.0)
    assert chances[STATUSES.index("postponed")] > SHARE
