"""Finds the time expressions of a text and what each means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from onrecord.records import Interval, Span, Time
from onrecord.times.lexer import Tokens, lex
from onrecord.times.meanings import Frame, Meaning
from onrecord.times.periods import cut
from onrecord.times.rules import ANY_RULE, EACH_RULE, RULES
from onrecord.times.tense import Tense, tense_near


def find_times(text: str, published: datetime | date | None, *, spans: Sequence[Span] = ()) -> tuple[Time, ...]:
    """Every time expression of a text, in text order, read against the publication day.

    spans: extents found by other means; where given, these are read and no others are looked for.
    A span whose words cannot be read is left out. Without `published` the values keep "XXXX" for what is unknown.
    """
    day = day_of(published)
    tokens = lex(text)
    found: list[Time] = []
    anchor: Meaning | None = None
    for first, last, rule in _given(tokens, spans) if spans else _matches(tokens):
        tense = tense_near(tokens, first, last)
        frame = Frame(day, tense, anchor)
        words = tokens.words[first:last]
        meaning = (
            read_words(words, tokens.codes[first:last], frame) if rule is None else RULES[rule].meaning(words, frame)
        )
        if meaning is None:
            continue
        if meaning.type in ("DATE", "TIME") and meaning.interval:
            anchor = meaning
        interval = cut(meaning.interval, day, tense)
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
    """
    tokens = lex(words)
    anchor = Meaning("DATE", "", reference) if reference else None
    day = day_of(published)
    meaning = read_words(tokens.words, tokens.codes, Frame(day, tense, anchor))
    return (meaning.type, meaning.value, cut(meaning.interval, day, tense)) if meaning else None


def day_of(published: datetime | date | None) -> date | None:
    """The day of publication by the page's own clock."""
    return published.date() if isinstance(published, datetime) else published


def read_words(words: Sequence[str], codes: str, frame: Frame) -> Meaning | None:
    """What a given extent means: by the rule that spans it wholly, else by the one that spans most of it."""
    matches = [
        (match, rule) for rule, pattern in zip(RULES, EACH_RULE, strict=True) if (match := pattern.search(codes))
    ]
    matches.sort(key=lambda pair: pair[0].start() - pair[0].end())
    for match, rule in matches:
        meaning = rule.meaning(words[match.start() : match.end()], frame)
        if meaning:
            return meaning
    return None


def _matches(tokens: Tokens) -> list[tuple[int, int, int | None]]:
    return [
        (match.start(), match.end(), int(match.lastgroup[1:]))
        for match in ANY_RULE.finditer(tokens.codes)
        if match.lastgroup
    ]


def _given(tokens: Tokens, spans: Sequence[Span]) -> list[tuple[int, int, int | None]]:
    inside: list[tuple[int, int, int | None]] = []
    for span in sorted(spans):
        places = [i for i, start in enumerate(tokens.starts) if start < span.end and tokens.ends[i] > span.start]
        if places:
            inside.append((places[0], places[-1] + 1, None))
    return inside
