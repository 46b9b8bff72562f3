"""Mistakes by kind."""

from __future__ import annotations

from evaluation.kinds import kinds_of
from evaluation.record import Item

TEXT = "Council news\n\nThe mayor said the bridge will close on Monday.\n\nNobody voted."
STATEMENT = {
    "content": ["the bridge will close on Monday"],
    "cue": "said",
    "source": "The mayor",
    "kind": "indirect",
    "speaker": "the mayor",
    "speaker_type": "unnamed",
    "said": None,
    "venue": None,
}
EVENT = {
    "label": "closure of the bridge",
    "triggers": ["bridge will close"],
    "type": "other",
    "status": "confirmed",
    "window": {"earliest": "2021-11-22", "latest": "2021-11-22"},
}


def kinds(statements: list[dict[str, object]], events: list[dict[str, object]]) -> dict[str, int]:
    gold = {"statements": [STATEMENT], "events": [EVENT]}
    counts = kinds_of([Item("a", gold, {"statements": statements, "events": events}, TEXT, {})])
    return {name: count for name, count in counts.items() if not name.startswith("of ")}


def test_a_right_answer_has_no_mistakes() -> None:
    assert kinds([STATEMENT], [EVENT]) == {}


def test_what_is_missing_is_counted_as_missed() -> None:
    assert kinds([], []) == {"statement: missed, indirect": 1, "event: missed, ahead": 1}


def test_edges_speakers_and_days_are_told_apart() -> None:
    short = STATEMENT | {"content": ["the bridge will close"], "speaker": "the council", "said": EVENT["window"]}
    assert kinds([short], [EVENT | {"status": "likely", "window": None}]) == {
        "statement: content ends too early": 1,
        "statement: speaker another": 1,
        "statement: said told where none is": 1,
        "event: status confirmed taken for likely": 1,
        "event: window left unknown": 1,
    }
