"""How days, shares and links read on a page. Pure, and used by the templates as filters."""

from __future__ import annotations

import calendar
from datetime import date, datetime
from urllib.parse import quote, urlsplit

from onrecord.records import Act, Interval, SpeakerType, StatementKind
from onrecord.telling import tell_status

KINDS = {
    StatementKind.DIRECT: "in quotation marks",
    StatementKind.INDIRECT: "in the article's words",
    StatementKind.MIXED: "partly in quotation marks",
}
ACTS = {Act.SPEECH: "said", Act.MIND: "thought"}
TYPES = {
    SpeakerType.PERSON: "person",
    SpeakerType.ORGANIZATION: "organization",
    SpeakerType.GOVERNMENT: "government",
    SpeakerType.GROUP: "group",
    SpeakerType.DOCUMENT: "document",
    SpeakerType.UNNAMED: "unnamed source",
}


def day(moment: date | None, *, open_end: str = "no date") -> str:
    """ "21 November 2021" (of a time: its own day)."""
    return f"{moment.day} {calendar.month_name[moment.month]} {moment.year}" if moment else open_end


def moment(value: datetime | date | None) -> str:
    """A publication time: "21 November 2021, 15:25 UTC", or the bare day where no more was told."""
    if not isinstance(value, datetime):
        return day(value)
    offset = f"{value:%z}"
    zone = "UTC" if offset in {"+0000", ""} else f"UTC{offset[:3]}:{offset[3:5]}"
    return f"{day(value)}, {value:%H:%M} {zone}"


def interval(value: Interval | None) -> str:
    """The days of an interval: one day, a run of days without what repeats, or an open end."""
    if value is None or (value.earliest is None and value.latest is None):
        return ""
    first, last = value.earliest, value.latest
    if first is None or last is None:
        return f"until {day(last)}" if first is None else f"from {day(first)}"
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {calendar.month_name[first.month]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def window(value: Interval | None) -> str:
    """The days within which an event falls: "Friday 3 December 2021", "in June 2022", "within 6–12 December 2021"."""
    if value is None or (value.earliest is None and value.latest is None):
        return "no date told"
    first, last = value.earliest, value.latest
    if first is None or last is None:
        return f"by {day(last)}" if first is None else f"from {day(first)} on"
    if first == last:
        return f"{weekday(first)} {day(first)}"
    if (first, last) == (first.replace(month=1, day=1), first.replace(month=12, day=31)):
        return f"in {first.year}"
    if (first, last) == (first.replace(day=1), last_of_month(first)):
        return f"in {month(f'{first:%Y-%m}')}"
    return f"within {interval(value)}"


def weekday(value: date) -> str:
    """ "Friday"."""
    return calendar.day_name[value.weekday()]


def status(value: str) -> str:
    """A status or a kind of event: "Ruled out"."""
    return tell_status(value).capitalize()


def headed(label: str) -> str:
    """A label as a heading: its first letter a capital, the rest as it is."""
    return label[:1].upper() + label[1:]


def month(value: str) -> str:
    """ "November 2021" of "2021-11"; anything else as it is."""
    year, _, number = value.partition("-")
    if not (number.isascii() and number.isdigit() and 1 <= int(number) <= 12):
        return value
    return f"{calendar.month_name[int(number)]} {year}"


def month_ends(value: str) -> tuple[date, date] | None:
    """First and last day of "2021-11", None if it is no month."""
    try:
        first = date.fromisoformat(f"{value}-01")
    except ValueError:
        return None
    return first, last_of_month(first)


def last_of_month(value: date) -> date:
    """The last day of the month of a day."""
    return value.replace(day=calendar.monthrange(value.year, value.month)[1])


def percent(share: float) -> str:
    """ "93%" of 0.93, rounded down: never shown surer than it is."""
    return f"{int(share * 100 + 1e-6)}%"


def number(value: int) -> str:
    """Thousands parted by commas."""
    return f"{value:,}"


def count(value: int, one: str, many: str | None = None) -> str:
    """ "1 statement", "2,000 statements"."""
    return f"{value:,} {one if value == 1 else many or one + 's'}"


def web_address(url: str | None) -> str | None:
    """The URL if it is safe to make a link of it: absolute, http or https; else None.

    Stored pages choose their own addresses, so "javascript:", "data:" and everything unknown stays text.
    """
    if not url or any(character.isspace() or ord(character) < 0x20 for character in url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    return url.strip() if parts.scheme in {"http", "https"} and host else None


def site(url: str) -> str:
    """The host of a URL, for people."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def segment(value: str) -> str:
    """One segment of a path, every reserved character escaped."""
    return quote(value, safe="")


def has_letters(value: str) -> bool:
    """Whether a cue can be read out; a colon or a dash cannot."""
    return any(character.isalnum() for character in value)
