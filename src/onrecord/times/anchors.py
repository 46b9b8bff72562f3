"""Durations that hang on another time of the text: "two days after Nov. 3", "a week before the summit"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.records import Interval
from onrecord.times.grammar import KIND_CODES
from onrecord.times.lexer import Tokens
from onrecord.times.periods import period_of, shift_day, value_at

# How many days told before are looked at, and how far a sentence is followed either way.
_LAST, _REACH = 30, 80
_LENGTH = re.compile(r"P(\d+)([DWMY])$")
_DETERMINERS = frozenset(("the", "his", "her", "its", "their", "that", "this", "a", "an", "last", "first"))
_CLAUSE_END = frozenset((".", ",", ";", ":", "!", "?"))
_SENTENCE_END = frozenset((".", "!", "?"))


def shifted(value: str, word: str, base: date) -> Interval | None:
    """The days a length of time before or after a day: a day for days and weeks, else the month or year."""
    match = _LENGTH.match(value)
    if match is None or word not in ("after", "before", "from"):
        return None
    day = shift_day(base, match[2], int(match[1]) * (-1 if word == "before" else 1))
    if day is None:
        return None
    return Interval(day, day) if match[2] in "DW" else period_of(value_at(day, match[2]))


def event_day(tokens: Tokens, place: int, dated: list[tuple[int, date]]) -> date | None:
    """The day of the event named behind `place` ("the summit"), as an earlier sentence of the text tells it.

    dated: the days told so far, each with the number of its token.
    """
    noun = _noun(tokens, place)
    if noun is None:
        return None
    for at, day in reversed(dated[-_LAST:]):
        first, last = _sentence(tokens, at)
        if noun in tokens.words[first:last] and last < place:
            return day
    return None


def _noun(tokens: Tokens, place: int) -> str | None:
    """The last of up to four words of a noun phrase: "summit" of "the Geneva summit"."""
    words = tokens.words[place : place + 5]
    if not words or words[0] not in _DETERMINERS:
        return None
    noun = None
    for step, word in enumerate(words[1:], 1):
        plain = tokens.codes[place + step] in (KIND_CODES["OTHER"], KIND_CODES["NAME"])
        if word in _CLAUSE_END or not plain or not word.isalpha():
            break
        if tokens.codes[place + step] == KIND_CODES["OTHER"]:
            return word if len(word) > 3 else None
        noun = word
    return noun if noun and len(noun) > 3 else None


def _sentence(tokens: Tokens, at: int) -> tuple[int, int]:
    def ends(place: int) -> bool:
        return tokens.words[place] in _SENTENCE_END or tokens.codes[place] == KIND_CODES["BREAK"]

    first, last = at, at
    while first > max(0, at - _REACH) and not ends(first - 1):
        first -= 1
    while last < min(len(tokens.words), at + _REACH) and not ends(last):
        last += 1
    return first, last
