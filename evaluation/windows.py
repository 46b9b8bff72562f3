"""How many windows of annotated events a time of their own sentence tells: what the days of `onrecord.times` are worth.

GOLD is a folder of ID.gold.json with ID.txt beside it, as for `record`. An event counts that has a window; it is told
where a time in a sentence of one of its triggers means exactly its days. Others have their days from another sentence,
from no words, or from a time that was read wrongly: no system reaches all of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.records import Time, parse_moment
from onrecord.times import find_times

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’)\]]*(?=\s|$)|$)", re.M)
Days = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class WindowFigures:
    """Events with a window, those whose sentences hold a time at all, and those that a time tells to the day."""

    events: int
    with_time: int
    told: int


def evaluate_windows(folder: Path) -> WindowFigures:
    """The figures over all annotated articles of a folder."""
    results = [result for gold in sorted(folder.glob("*.gold.json")) for result in _events(gold)]
    return WindowFigures(
        len(results), sum(bool(days) for _, days in results), sum(window in days for window, days in results)
    )


def _events(gold: Path) -> Iterator[tuple[Days, set[Days]]]:
    """The window of each event of an article that has one, and the days of all times in the sentences that tell it."""
    annotated = json.loads(gold.read_text(encoding="utf-8"))
    if not annotated.get("published"):
        return
    text = gold.with_name(gold.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
    times = find_times(text, parse_moment(annotated["published"]))
    for event in annotated["events"]:
        if window := event["window"]:
            yield (window["earliest"], window["latest"]), set(_days_near(text, event["triggers"], times))


def _days_near(text: str, triggers: list[str], times: tuple[Time, ...]) -> Iterator[Days]:
    places = [place for trigger in triggers if (place := text.find(trigger)) >= 0]
    for sentence in _SENTENCE.finditer(text):
        if not any(sentence.start() <= place < sentence.end() for place in places):
            continue
        for time in times:
            if time.interval and sentence.start() <= time.span.start < sentence.end():
                ends = (time.interval.earliest, time.interval.latest)
                first, last = (end.isoformat() if end else None for end in ends)
                yield first, last
