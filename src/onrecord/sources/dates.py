"""Publication times in every form that newspapers print them, and the choice among rival evidence.

`read_moment` turns words into a time or a date; `choose` ranks what a page tells in several places, rejects what cannot
be (no such day, in the future, a placeholder) and says why. Times told without a zone are taken as UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from enum import IntEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from onrecord.records import DateEvidence, Precision

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
# Zones that newspapers abbreviate. "IST" (India, Israel, Ireland) and "CST" in China are told apart by nobody: IST is
# left out, and the American reading of the rest is the usual one in English.
ZONES = {
    "gmt": "UTC", "utc": "UTC", "z": "UTC", "bst": "Europe/London",
    "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
    "ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago",
    "mt": "America/Denver", "mst": "America/Denver", "mdt": "America/Denver",
    "pt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
    "cet": "Europe/Berlin", "cest": "Europe/Berlin", "eet": "Europe/Helsinki", "eest": "Europe/Helsinki",
    "msk": "Europe/Moscow", "sast": "Africa/Johannesburg", "wat": "Africa/Lagos", "eat": "Africa/Nairobi",
    "aest": "Australia/Brisbane", "aedt": "Australia/Sydney", "awst": "Australia/Perth", "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland", "sgt": "Asia/Singapore", "hkt": "Asia/Hong_Kong", "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul", "pkt": "Asia/Karachi",
}  # fmt: skip
PLACEHOLDERS = frozenset({date(1970, 1, 1), date(1900, 1, 1), date(1, 1, 1), date(1980, 1, 1), date(2000, 1, 1)})
FIRST_NEWSPAPER = 1600
# A page's clock may run ahead of the reader's by a time zone.
AHEAD = timedelta(hours=26)

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"
_DATES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?<![\w.]){_DAY}[\s,./-]*(?:of\s+)?{_MONTH}[\s,./-]*{_YEAR}",
        rf"(?<!\w){_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}",
        r"(?<!\d)(?P<year>(?:1[6-9]|20)\d\d)\s?[-/.](?P<month>\d{1,2})\s?[-/.](?P<day>\d{1,2})(?!\d)",
        rf"(?<![\w.])(?P<year>(?:1[6-9]|20)\d\d)[\s,./-]+{_MONTH}[\s,./-]*{_DAY}(?!\w)",
    )
)
_NUMBERS = re.compile(r"(?<![\d/.])(?P<a>\d{1,2})([/.-])(?P<b>\d{1,2})\2(?P<year>(?:19|20)?\d\d)(?![\d/.])")
_ISO = re.compile(
    r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s?(Z|[+-]\d\d:?\d\d|[+-]\d\d)?)?", re.I
)
_IN_UTC = re.compile(r"\d\s?Z\b|\b(?:GMT|UTC)\b|\+00:?00\b", re.I)
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?:[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"(?:\s*\(?(?P<zone>[A-Z]{1,4}T|GMT|UTC|BST|MSK|Z|[+-]\d\d:?\d\d)\b)?",
    re.I,
)


class Rank(IntEnum):
    """How far a place is to be believed, best first."""

    GIVEN = 0
    JSON_LD = 1
    META = 2
    MARKUP = 3
    TIME_ELEMENT = 4
    DATELINE = 5
    URL = 6
    CHANGE = 7
    CRAWL = 9


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that may tell a time, where they stood, and how far that place is to be believed."""

    rank: Rank
    source: str
    words: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A time or a date and how finely it was told."""

    value: datetime | date
    precision: Precision

    @property
    def day(self) -> date:
        """The day on the clock that told it."""
        return self.value.date() if isinstance(self.value, datetime) else self.value


@dataclass(frozen=True, slots=True)
class Choice:
    """What was believed, and everything that was looked at: the winner first."""

    moment: Moment | None
    evidence: tuple[DateEvidence, ...]


class NoSuchTime(ValueError):
    """Words that look like a time and name none ("31 February 2021")."""


def read_moment(words: str, *, day_first: bool | None = None) -> Moment | None:
    """The time or date that the words tell, or None if they tell none.

    Reads ISO 8601, RFC 2822, Unix seconds and milliseconds, and what newspapers print ("21 Nov, 2021 15:25", "Nov. 21,
    2021 3:25 p.m. ET", "21/11/2021"). day_first settles "4/5/2021"; left open, only what can be read one way
    counts.
    Raises NoSuchTime where the words name a day that does not exist.
    """
    words = " ".join(words.replace("\xa0", " ").replace("\u202f", " ").split())
    if not words or len(words) > 200:
        return None
    if words.isdigit():
        return _read_unix(words)
    if match := _ISO.search(words):
        return _read_iso(match)
    if re.match(r"[A-Z][a-z]{2}, \d", words) and (moment := _read_rfc(words)):
        return moment
    for pattern in _DATES:
        if match := pattern.search(words):
            month = match["month"].lower().rstrip(".")
            number = int(month) if month.isdigit() else MONTHS[month]
            return _with_clock(_day(int(match["year"]), number, int(match["day"])), words, match)
    if match := _NUMBERS.search(words):
        return _read_numbers(match, words, day_first)
    return None


def _read_unix(words: str) -> Moment | None:
    if len(words) == 8 and words[:2] in ("19", "20"):
        return Moment(_day(int(words[:4]), int(words[4:6]), int(words[6:])), Precision.DAY)
    if len(words) == 14 and words[:2] in ("19", "20"):
        day = _day(int(words[:4]), int(words[4:6]), int(words[6:8]))
        return _at(day, int(words[8:10]), int(words[10:12]), int(words[12:]), UTC)
    if len(words) not in (10, 13):
        return None
    return Moment(datetime.fromtimestamp(int(words[:10]), UTC), Precision.SECOND)


def _read_iso(match: re.Match[str]) -> Moment:
    day = _day(*(int(part) for part in match[1].split("-")))
    if match[2] is None:
        return Moment(day, Precision.DAY)
    hour, minute, *rest = match[2].replace(",", ".").split(":")
    return _at(day, int(hour), int(minute), int(float(rest[0])) if rest else None, _zone(match[3], day))


def _read_rfc(words: str) -> Moment | None:
    try:
        value = parsedate_to_datetime(words)
    except ValueError:
        return None
    return Moment(value if value.tzinfo else value.replace(tzinfo=UTC), Precision.SECOND)


def _read_numbers(match: re.Match[str], words: str, day_first: bool | None) -> Moment | None:
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    if match[2] == ".":
        day_first = True  # nobody who writes the month first parts with full stops
    if day_first is None:
        if a == b:
            day_first = True
        elif (a > 12) == (b > 12):
            return None
        else:
            day_first = a > 12
    elif (a > 12) != (b > 12):
        day_first = a > 12
    return _with_clock(_day(year, b if day_first else a, a if day_first else b), words, match)


def _with_clock(day: date, words: str, match: re.Match[str]) -> Moment:
    """The time of day that stands right after the date, or right before it."""
    after, before = words[match.end() :], words[: match.start()]
    near_after = _CLOCK.match(after, len(after) - len(after.lstrip(" ,|-–—·•@atAT")))
    clocks = [near_after] if near_after else []
    clocks += [found for found in _CLOCK.finditer(before) if len(before) - found.end() < 8]
    for clock in clocks:
        if clock["minute"] is None and clock["half"] is None:
            continue
        hour = int(clock["hour"])
        if clock["half"]:
            hour = hour % 12 + (12 if clock["half"].lower().startswith("p") else 0)
        if hour < 24:
            second = int(clock["second"]) if clock["second"] else None
            return _at(day, hour, int(clock["minute"] or 0), second, _zone(clock["zone"], day))
    return Moment(day, Precision.DAY)


def _at(day: date, hour: int, minute: int, second: int | None, zone: timezone | ZoneInfo) -> Moment:
    if hour == 24 and minute == 0:
        hour = 0
    try:
        value = datetime(day.year, day.month, day.day, hour, minute, second or 0, tzinfo=zone)
    except ValueError as error:
        raise NoSuchTime(f"no such time: {hour}:{minute:02}") from error
    # A fixed offset travels through ISO 8601 unchanged; a named zone does not.
    value = value.replace(tzinfo=timezone(value.utcoffset() or timedelta()) if value.utcoffset() else UTC)
    return Moment(value, Precision.MINUTE if second is None else Precision.SECOND)


def _zone(words: str | None, day: date) -> timezone | ZoneInfo:
    if not words or words.lower() in ("z", "utc", "gmt"):
        return UTC
    if words[0] in "+-":
        digits = words[1:].replace(":", "").ljust(4, "0")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return timezone(offset if words[0] == "+" else -offset) if offset < timedelta(hours=24) else UTC
    try:
        return ZoneInfo(ZONES.get(words.lower(), "UTC"))
    except ZoneInfoNotFoundError:  # a machine without a time zone table
        return UTC


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NoSuchTime(f"no such day: {year:04}-{month:02}-{day:02}") from error


def find_dated_line(line: str) -> Moment | None:
    """The date of a short line that says little else ("21 Nov, 2021 15:25", "Friday, May 3, 2019")."""
    if len(line) > 120 or not re.search(r"\d", line):
        return None
    try:
        return read_moment(line)
    except NoSuchTime:
        return None


_LABELLED = re.compile(r"^\W*(?:first |last )?(?:published|updated|posted|modified|created|issued|edited)\b", re.I)


def is_labelled_date(line: str) -> bool:
    """Whether a line tells when the article was published or changed ("Published: 3 May 2023 | Updated ...")."""
    return len(line) < 120 and bool(_LABELLED.match(line)) and find_dated_line(line) is not None


# "KATHMANDU, April 25, 2023 (Reuters) - ", "LONDON (AP) — ": only one that tells the year is evidence.
_DATELINE = re.compile(r"^[A-Z][\w .,'’/()-]{2,60}?\s*(?:[-–—]|\([A-Z][\w /]{1,20}\)\s*[-–—:]?)\s")


def find_dateline(paragraph: str) -> str | None:
    """The words of the dateline that opens a story, if they hold a whole date."""
    match = _DATELINE.match(paragraph[:100])
    return match[0].strip() if match and find_dated_line(match[0]) else None


_URL_DATES = (
    re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2}|[a-z]{3,9})[/-](?P<day>\d{1,2})(?=[/_.-]|$)", re.I),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_](?P<month>\d\d)[-_](?P<day>\d\d)(?!\d)"),
    re.compile(r"[/_-](?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=\D|$)"),
)


def read_url_date(url: str) -> str | None:
    """The date in a URL's path as YYYY-MM-DD words ("/2021/nov/21/" too), or None. The day may be impossible."""
    for pattern in _URL_DATES:
        if match := pattern.search(url):
            month = match["month"].lower()
            number = month if month.isdigit() else str(MONTHS.get(month, 0))
            if number != "0" and int(number) <= 12:
                return f"{match['year']}-{int(number):02}-{int(match['day']):02}"
    return None


def choose(evidence: Sequence[Evidence], *, reference: datetime, day_first: bool | None = None) -> Choice:
    """The best-ranked time that can be, made finer by agreeing evidence; rejected rivals carry the reason.

    reference: the time the page was fetched, or now; nothing is published after it.
    """
    ranked = sorted(evidence, key=lambda one: one.rank)
    judged = list(_judge(ranked, reference, day_first))
    winner = next(((item, moment) for item, moment in judged if moment and not item.rejected), None)
    if winner is None:
        return Choice(None, tuple(item for item, _ in judged))
    item, moment = winner
    if moment.precision is not Precision.DAY:
        moment = _on_own_clock(moment, judged)
    else:
        finer = (m for i, m in judged if m and not i.rejected and m.day == moment.day and m.precision != Precision.DAY)
        moment = next(finer, moment)
    rest = tuple(_unique(other for other, _ in judged if other is not item))
    return Choice(moment, (item, *rest))


def _on_own_clock(moment: Moment, others: Iterable[tuple[DateEvidence, Moment | None]]) -> Moment:
    """A time told in UTC, on the paper's own clock where the page also prints the same instant by that.

    The print has no zone ("5:06 PM" for 01:06 UTC), or the right one: the minutes agree and the hours differ by what
    clocks on earth differ. Then "today" in the story is the day that its readers had.
    """
    told = moment.value
    if not isinstance(told, datetime) or told.utcoffset():
        return moment
    for item, other in others:
        value = other.value if other else None
        if item.rejected or not isinstance(value, datetime):
            continue
        away = value.replace(tzinfo=UTC, second=0) - told.replace(second=0)
        zoned = value.utcoffset() or _IN_UTC.search(item.words)
        if away and abs(away) <= timedelta(hours=11) and away.seconds % 1800 == 0 and (not zoned or zoned == away):
            return Moment(told.astimezone(timezone(away)), moment.precision)
    return moment


def _judge(
    ranked: Iterable[Evidence], reference: datetime, day_first: bool | None
) -> Iterable[tuple[DateEvidence, Moment | None]]:
    for one in ranked:
        shown = DateEvidence(one.source, one.words[:120], None)
        try:
            moment = read_moment(one.words, day_first=day_first)
        except NoSuchTime as error:
            yield replace(shown, rejected=str(error)), None
            continue
        if moment is None:
            yield replace(shown, rejected="no date that can be read one way only"), None
            continue
        yield replace(shown, value=moment.value, rejected=_impossible(moment, reference)), moment


def _impossible(moment: Moment, reference: datetime) -> str | None:
    if moment.day in PLACEHOLDERS:
        return "a placeholder, not a date"
    if moment.day.year < FIRST_NEWSPAPER:
        return "before there were newspapers"
    limit = reference + AHEAD
    late = moment.value > limit if isinstance(moment.value, datetime) else moment.value > limit.date()
    return "in the future" if late else None


def _unique(items: Iterable[DateEvidence]) -> Iterable[DateEvidence]:
    seen: set[tuple[str, str]] = set()
    for item in items:
        if (item.source, item.words) not in seen:
            seen.add((item.source, item.words))
            yield item
