"""Finds the time expressions of a text and what each means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from onrecord.records import Interval, Span, Time
from onrecord.times.anchors import event_day, shifted
from onrecord.times.bounds import days_meant, joins_range
from onrecord.times.context import dateline_day, is_southern, is_title
from onrecord.times.frames import Frame, Meaning, Words, one_day
from onrecord.times.grammar import ANY, KIND_CODES, NAMES, each_pattern
from onrecord.times.lexer import Tokens, lex
from onrecord.times.rules import READERS
from onrecord.times.tense import Tense, tense_near

_NEAR, _FAR = 10, 12
_GIVEN = "given"
_MONTHS_REPORTED = ("P6M", "P9M", "P12M")
_WHOLE_YEAR = frozenset(("the", "full", "-", "fiscal", "financial", "year"))
_PRINTED = range(1400, 3000)
Match = tuple[int, int, str]


def find_times(text: str, published: datetime | date | None, *, spans: Sequence[Span] = ()) -> tuple[Time, ...]:
    """Every time expression of a text, in text order, read against the publication day.

    spans: extents found by other means; where given, these are read and no others are looked for. A span whose words
    cannot be read is left out. Without `published` the values keep "XXXX" for what is unknown.
    """
    tokens = lex(text)
    day = day_of(published)
    story = _Story(tokens, dateline_day(text, day) or day)
    for match in _given(tokens, spans) if spans else _matches(tokens):
        story.read(*match)
    return tuple(story.found)


def resolve_time(
    words: str,
    *,
    published: datetime | date | None,
    tense: Tense | None = None,
    reference: Interval | None = None,
) -> tuple[str, str, Interval | None] | None:
    """TIMEX3 type, value and days of one time expression given by its words; None where they tell no time.

    tense: of the verb it stands with. reference: the days that "two days later" or "that week" hang on.
    A preposition before the expression ("by 2030") bounds its days and leaves its value alone.
    """
    tokens = lex(words)
    anchor = Meaning("DATE", "", reference) if reference else None
    for first, last, name in _longest(tokens.codes):
        frame = Frame(
            day_of(published),
            tense,
            anchor,
            one_day(anchor),
            before=tokens.words[:first],
            after=tokens.words[last:],
        )
        if meaning := READERS[name](tokens.words[first:last], frame):
            return meaning.type, meaning.value, days_meant(meaning, frame, tokens.words)
    return None


def day_of(published: datetime | date | None) -> date | None:
    """The day of publication by the page's own clock; None for one that no newspaper can have."""
    day = published.date() if isinstance(published, datetime) else published
    return day if day and day.year in _PRINTED else None


@dataclass(slots=True)
class _Story:
    """A text as it is read: what was found so far, and what later expressions hang on."""

    tokens: Tokens
    day: date | None
    found: list[Time] = field(default_factory=list)
    anchor: Meaning | None = None
    last_day: date | None = None
    quarter: str | None = None
    quarter_near: str | None = None
    quarter_at: int = 0
    months_at: int | None = None
    told_year: int | None = None
    previous: Meaning | None = None
    previous_end: int = 0
    dated: list[tuple[int, date]] = field(default_factory=list)

    def read(self, first: int, last: int, name: str) -> None:
        """Read one extent and keep it where it tells a time."""
        tokens = self.tokens
        words = tokens.words[first:last]
        if name != _GIVEN and is_title(tokens, first, last, name):
            return
        if KIND_CODES["BREAK"] in tokens.codes[self.previous_end : first]:
            self.told_year = None
        frame = self._frame(first, last, southern=name in ("season", _GIVEN) and is_southern(tokens))
        meaning = _read_given(words, tokens.codes[first:last], frame) if name == _GIVEN else READERS[name](words, frame)
        if meaning is None:
            return
        days = self._join(meaning, frame) or self._hang(meaning, last) or days_meant(meaning, frame, words)
        if self._hangs_on(meaning, first):
            days = meaning.interval
        self.found.append(
            Time(Span(tokens.starts[first], tokens.ends[last - 1]), meaning.type, meaning.value, days),
        )
        self._remember(meaning, words, last)

    def _frame(self, first: int, last: int, *, southern: bool) -> Frame:
        tokens = self.tokens
        tense = tense_near(tokens, first, last)
        between = tokens.words[max(self.previous_end, first - _NEAR) : first]
        return Frame(
            self.day,
            tense,
            self.anchor,
            self._day_told(tense),
            self._quarter_told(first),
            tokens.words[max(0, first - _NEAR) : first],
            tokens.words[last : last + _NEAR],
            southern,
            self.previous
            if self.previous
            and joins_range(between, tokens.words[max(0, self.previous_end - _FAR) : self.previous_end])
            else None,
            self.told_year,
            self.previous if between == [","] else None,
        )

    def _day_told(self, tense: Tense | None) -> date | None:
        """The last day told; for a verb of the past the last that is not to come."""
        if tense == "past" and self.day and self.last_day and self.last_day > self.day:
            return next((day for _, day in reversed(self.dated[-_NEAR:]) if day <= self.day), self.last_day)
        return self.last_day

    def _quarter_told(self, first: int) -> str | None:
        """The quarter that the paragraph, else the text speaks of; none after "the nine months" in it."""
        if self.months_at is not None and self.tokens.codes.find(KIND_CODES["BREAK"], self.months_at, first) < 0:
            return None
        if self.quarter_near is None or self.tokens.codes.find(KIND_CODES["BREAK"], self.quarter_at, first) >= 0:
            return self.quarter
        return self.quarter_near

    def _join(self, meaning: Meaning, frame: Frame) -> Interval | None:
        """The days of a whole range that this expression ends; its beginning is given the same."""
        begun, ended = frame.linked and frame.linked.interval, meaning.interval
        if not (begun and ended and begun.earliest and ended.latest) or begun.earliest > ended.latest:
            return None
        if meaning.type == "DURATION" or "REF" in meaning.value:
            return None
        days = Interval(begun.earliest, ended.latest)
        beginning = self.found[-1]
        self.found[-1] = Time(beginning.span, beginning.type, beginning.value, days)
        return days

    def _hang(self, meaning: Meaning, last: int) -> Interval | None:
        """The days of "two days after the summit", where an earlier sentence dates a summit."""
        following = self.tokens.words[last : last + 1]
        if meaning.type != "DURATION" or following not in (["after"], ["before"]):
            return None
        day = event_day(self.tokens, last + 1, self.dated)
        return shifted(meaning.value, following[0], day) if day else None

    def _hangs_on(self, meaning: Meaning, first: int) -> bool:
        """Give a length of time just before this day ("two days after Nov. 3") its days; whether there was one."""
        between = self.tokens.words[self.previous_end : first]
        day = one_day(meaning)
        if not (self.previous and self.previous.type == "DURATION" and day and 1 <= len(between) <= 3):
            return False
        days = shifted(self.previous.value, between[0], day)
        if days is None or self.found[-1].interval is not None:
            return False
        length = self.found[-1]
        self.found[-1] = Time(length.span, length.type, length.value, days)
        return True

    def _remember(self, meaning: Meaning, words: Words, last: int) -> None:
        self.previous, self.previous_end = meaning, last
        if meaning.value in _MONTHS_REPORTED or _tells_year(words):
            self.months_at = last
        elif "-Q" in meaning.value:
            self.months_at = None
        if meaning.type not in ("DATE", "TIME") or "REF" in meaning.value:
            return
        if not (meaning.interval and meaning.interval.earliest):
            return
        self.anchor = meaning
        if day := one_day(meaning):
            self.last_day = day
            self.dated.append((last - 1, day))
        if self.quarter is None and meaning.value[4:6] == "-Q" and {"ago", "earlier"}.isdisjoint(words):
            self.quarter = meaning.value if self.day and abs(int(meaning.value[:4]) - self.day.year) <= 1 else None
        if meaning.value[4:6] == "-Q" and {"ago", "earlier", "period"}.isdisjoint(words):
            self.quarter_near, self.quarter_at = meaning.value, last
        if any(word.isdecimal() and len(word) == 4 for word in words):
            self.told_year = meaning.interval.earliest.year


def _tells_year(words: Words) -> bool:
    """Whether a report turns to a whole year: "for the year", "the full year", "the fiscal year"."""
    return words[-1] == "year" and words[0] in ("the", "full") and set(words) <= _WHOLE_YEAR


def _read_given(words: Words, codes: str, frame: Frame) -> Meaning | None:
    """What a given extent means: by the pattern that spans most of it."""
    for first, last, name in _longest(codes):
        if meaning := READERS[name](words[first:last], frame):
            return meaning
    return None


def _longest(codes: str) -> list[Match]:
    """Where each pattern matches first, the longest match first."""
    matches = ((pattern.search(codes), name) for name, pattern in each_pattern())
    return sorted(((m.start(), m.end(), name) for m, name in matches if m), key=lambda match: match[0] - match[1])


def _matches(tokens: Tokens) -> Iterator[Match]:
    for match in ANY.finditer(tokens.codes):
        if match.lastgroup:
            yield match.start(), match.end(), NAMES[int(match.lastgroup[1:])]


def _given(tokens: Tokens, spans: Sequence[Span]) -> Iterator[Match]:
    for span in sorted(spans):
        places = [i for i, start in enumerate(tokens.starts) if start < span.end and tokens.ends[i] > span.start]
        if places:
            yield places[0], places[-1] + 1, _GIVEN
