"""Finds the time expressions of a text and what each means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from onrecord.records import Interval, Span, Time
from onrecord.times.bounds import bounded
from onrecord.times.frames import Frame, Meaning
from onrecord.times.grammar import ANY, NAMES, each_pattern
from onrecord.times.lexer import Tokens, lex
from onrecord.times.periods import cut
from onrecord.times.rules import READERS
from onrecord.times.tense import Tense, tense_near

_NEAR = 6
_QUARTER = re.compile(r"\d{4}-Q[1-4]$")
_NO_PATTERN = "given"


def find_times(text: str, published: datetime | date | None, *, spans: Sequence[Span] = ()) -> tuple[Time, ...]:
    """Every time expression of a text, in text order, read against the publication day.

    spans: extents found by other means; where given, these are read and no others are looked for. A span whose words
    cannot be read is left out. Without `published` the values keep "XXXX" for what is unknown.
    """
    day = day_of(published)
    tokens = lex(text)
    found: list[Time] = []
    anchor: Meaning | None = None
    last_day: date | None = None
    quarter: str | None = None
    for first, last, name in _given(tokens, spans) if spans else _matches(tokens):
        tense = tense_near(tokens, first, last)
        words = tokens.words[first:last]
        before, after = tokens.words[max(0, first - _NEAR) : first], tokens.words[last : last + _NEAR]
        frame = Frame(day, tense, anchor, last_day, quarter, before, after)
        meaning = (
            read_words(words, tokens.codes[first:last], frame) if name == _NO_PATTERN else READERS[name](words, frame)
        )
        if meaning is None:
            continue
        if (
            meaning.type in ("DATE", "TIME")
            and meaning.interval
            and meaning.interval.earliest
            and "REF" not in meaning.value
        ):
            anchor = meaning
            last_day = _one_day(meaning.interval) or last_day
            if quarter is None and _QUARTER.match(meaning.value) and {"ago", "earlier"}.isdisjoint(words):
                quarter = meaning.value
        interval = cut(bounded(meaning, frame), day, tense)
        found.append(Time(Span(tokens.starts[first], tokens.ends[last - 1]), meaning.type, meaning.value, interval))
    return tuple(found)


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
    day = day_of(published)
    anchor = Meaning("DATE", "", reference) if reference else None
    matches = sorted(_longest(tokens.codes), key=lambda found: found[0] - found[1])
    for first, last, name in matches:
        frame = Frame(day, tense, anchor, _one_day(reference), None, tokens.words[:first], tokens.words[last:])
        if meaning := READERS[name](tokens.words[first:last], frame):
            return meaning.type, meaning.value, cut(bounded(meaning, frame), day, tense)
    return None


def _one_day(interval: Interval | None) -> date | None:
    return interval.earliest if interval and interval.earliest == interval.latest else None


def day_of(published: datetime | date | None) -> date | None:
    """The day of publication by the page's own clock."""
    return published.date() if isinstance(published, datetime) else published


def read_words(words: Sequence[str], codes: str, frame: Frame) -> Meaning | None:
    """What a given extent means: by the pattern that spans most of it."""
    for first, last, name in sorted(_longest(codes), key=lambda found: found[0] - found[1]):
        if meaning := READERS[name](words[first:last], frame):
            return meaning
    return None


def _longest(codes: str) -> Iterator[tuple[int, int, str]]:
    for name, pattern in each_pattern():
        if name in READERS and (match := pattern.search(codes)):
            yield match.start(), match.end(), name


def _matches(tokens: Tokens) -> list[tuple[int, int, str]]:
    found = []
    for match in ANY.finditer(tokens.codes):
        name = NAMES[int((match.lastgroup or "p0")[1:])]
        if name in READERS:
            found.append((match.start(), match.end(), name))
    return found


def _given(tokens: Tokens, spans: Sequence[Span]) -> list[tuple[int, int, str]]:
    inside: list[tuple[int, int, str]] = []
    for span in sorted(spans):
        places = [i for i, start in enumerate(tokens.starts) if start < span.end and tokens.ends[i] > span.start]
        if places:
            inside.append((places[0], places[-1] + 1, _NO_PATTERN))
    return inside
