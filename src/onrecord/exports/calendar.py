"""Events as iCalendar (RFC 5545), for a calendar to open or subscribe to.

A date stays a date: every event is an all-day one over the days within which it falls, and one that is open on a side
stands on the end that is known. An event without any day has no place in a calendar and is left out, and counted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final, TextIO

from icalendar import Calendar
from icalendar import Event as Entry

from onrecord.record import EventHit
from onrecord.records import EventStatus, Interval
from onrecord.telling import STATUS_MEANS, tell_moment, tell_status, tell_window

CALENDAR_STATUS: Final = {
    EventStatus.OCCURRED: "CONFIRMED",
    EventStatus.ONGOING: "CONFIRMED",
    EventStatus.CONFIRMED: "CONFIRMED",
    EventStatus.LIKELY: "TENTATIVE",
    EventStatus.TENTATIVE: "TENTATIVE",
    EventStatus.POSSIBLE: "TENTATIVE",
    EventStatus.UNLIKELY: "TENTATIVE",
    EventStatus.POSTPONED: "TENTATIVE",
    EventStatus.CANCELLED: "CANCELLED",
    EventStatus.RULED_OUT: "CANCELLED",
}
"""The STATUS of each status. The status itself is in X-ONRECORD-STATUS and, in plain words, in the description."""

_REMARKED: Final = (EventStatus.UNLIKELY, EventStatus.POSTPONED, EventStatus.CANCELLED, EventStatus.RULED_OUT)
"""Statuses that get a COMMENT too: a reader who takes the entry for a plain plan would be misled."""

_END: Final = "END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of the events. undated: left out, as no day is told."""

    written: int
    undated: int


def events_ics(hits: Iterable[EventHit], out: TextIO, *, name: str = "onrecord: ahead") -> Entered:
    """Write a calendar of these events, one at a time. `out` must not translate line ends (newline="").

    name: what the calendar calls itself. The same events give the same bytes in every run.
    """
    head, _, _ = _calendar(name).to_ical().decode("utf-8").rpartition(_END)
    out.write(head)
    written = undated = 0
    for hit in hits:
        if (days := _days(hit.window)) is None:
            undated += 1
            continue
        out.write(_entry(hit, days).to_ical().decode("utf-8"))
        written += 1
    out.write(_END)
    return Entered(written, undated)


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//onrecord//onrecord//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", _clean(name))
    return calendar


def _days(window: Interval | None) -> tuple[date, date] | None:
    """First and last day of the entry."""
    if window is None:
        return None
    first, last = window.earliest or window.latest, window.latest or window.earliest
    return (first, last) if first and last else None


def _entry(hit: EventHit, days: tuple[date, date]) -> Entry:
    first, last = days
    entry = Entry()
    entry.add("uid", f"{hit.id}@onrecord")
    entry.add("dtstamp", _stamp(hit))
    entry.add("dtstart", first)
    if last < date.max:
        entry.add("dtend", last + timedelta(days=1))  # the first day after, as RFC 5545 has it
    entry.add("summary", _clean(hit.label))
    entry.add("description", _clean(_description(hit)))
    entry.add("status", CALENDAR_STATUS[hit.status])
    entry.add("transp", "TRANSPARENT")  # it is news, and takes nobody's time
    entry.add("categories", [hit.type.value])
    entry.add("x-onrecord-status", hit.status.value)
    entry.add("x-onrecord-confidence", f"{hit.confidence:.2f}")
    if hit.status in _REMARKED:
        entry.add("comment", f"{tell_status(hit.status)}: {STATUS_MEANS[hit.status]}")
    if hit.place:
        entry.add("location", _clean(hit.place))
    if hit.article.url:
        entry.add("url", "".join(_clean(hit.article.url).split()))
    return entry


def _stamp(hit: EventHit) -> datetime:
    """When this was told: the article's publication, else when it was put on record; never the clock."""
    told = hit.article.published or hit.added
    if isinstance(told, datetime):
        return told.astimezone(UTC).replace(microsecond=0)
    return datetime(told.year, told.month, told.day, tzinfo=UTC)


def _description(hit: EventHit) -> str:
    """The source sentence, who says so, how sure it is told, when and with whom, and where to check."""
    words = f" (“{hit.status_words}”)" if hit.status_words else ""
    article = hit.article
    told = tell_moment(article.published, article.published_precision) if article.published else "day not told"
    lines = [
        "".join(part.text for part in hit.sentence),
        "",
        f"Status: {tell_status(hit.status)}, {STATUS_MEANS[hit.status]}{words}",
        f"When: {tell_window(hit.window)}{_open(hit.window)}",
        f"Who says so: {hit.according_to.name if hit.according_to else 'the article itself'}",
        *([f"With: {', '.join(one.name for one in hit.participants)}"] if hit.participants else ()),
        "",
        article.title or "(no title)",
        f"{article.publisher or 'publisher not told'}, {told}",
        *([article.url] if article.url else ()),
    ]
    return "\n".join(lines)


def _open(window: Interval | None) -> str:
    if window is None or (window.earliest and window.latest):
        return ""
    return "; no last day is told" if window.earliest else "; no first day is told"


def _clean(words: str) -> str:
    """Without what may not stand in iCalendar: control characters but the line feed, and halves of characters."""
    return "".join(
        " " if character != "\n" and unicodedata.category(character) in ("Cc", "Cs") else character
        for character in words
    )
