"""What the tests of this folder share: reading one time of a sentence told on a given day."""

from __future__ import annotations

from datetime import date

from onrecord.records import Interval, Time
from onrecord.times import find_times


def read_on(published: str, text: str, words: str) -> Time:
    """The one time that a text tells in the words given."""
    times = find_times(text, date.fromisoformat(published))
    matching = [time for time in times if time.span.of(text) == words]
    assert len(matching) == 1, [time.span.of(text) for time in times]
    return matching[0]


def days(told: str | None) -> Interval | None:
    """An interval written "first..last" with "" for an open end, or as one day."""
    if told is None:
        return None
    first, _, last = told.partition("..")
    ends = (first, last if ".." in told else first)
    return Interval(*(date.fromisoformat(end) if end else None for end in ends))
