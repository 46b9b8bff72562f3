"""Cuts a text into tokens, each with a code of one character, so that rules are regular expressions over codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.times.grammar import KIND_CODES, WORD_CODES
from onrecord.times.patterns import MARKS
from onrecord.times.vocabulary import CAPITALISED

_TOKEN = re.compile(
    r"""
      [^\W\d_]\.[ ]?m\b\.?                                                       # a.m.
    | [^\W\d_]+
    | [12]\d{3}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\w)
    | \d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d\d)(?!\w)
    | \d{1,3}(?:,\d{3})+(?:\.\d+)?
    | \d{1,2}:\d\d(?::\d\d)?(?!\w*:)
    | \d+(?:\.\d+)+
    | \d{1,2}/\d{1,2}(?![\w/])
    | \d{1,2}(?:st|nd|rd|th)\b
    | ['’]?(?:\d\d)?\d0['’]?s\b
    | (?<!\w)['’]\d\d\b
    | \d+
    | \n[^\S\n]*\n\s*
    | \S
    """,
    re.VERBOSE,
)
_OTHER, _NAME = KIND_CODES["OTHER"], KIND_CODES["NAME"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, side by side: where each begins and ends, its words in lower case, its code."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    codes: str


def lex(text: str) -> Tokens:
    """Cut `text` into words, numbers and marks. White space is left out; an empty line is a token of its own."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    printed = [text[start:end] for start, end in spans]
    return Tokens(
        text,
        [start for start, _ in spans],
        [end for _, end in spans],
        [word.lower() for word in printed],
        "".join(map(_code_of, printed)),
    )


@lru_cache(maxsize=1 << 14)
def _code_of(word: str) -> str:
    lower = word.lower()
    code = WORD_CODES.get(lower)
    if code is None:
        return _code(word)
    return _OTHER if lower in CAPITALISED and word[0] == lower[0] else code


def _code(word: str) -> str:
    first = word[0]
    if first.isalpha():
        if len(word) > 1 and word[1] == ".":
            return KIND_CODES["AMPM"] if first in "aApP" else _OTHER
        return _NAME if first.isupper() else _OTHER
    if first.isspace():
        return KIND_CODES["BREAK"]
    if word in MARKS:
        return KIND_CODES[MARKS[word]]
    if first.isdecimal() or (first in "'’" and len(word) > 1):
        return KIND_CODES[_number_kind(word)]
    return _OTHER


def _number_kind(word: str) -> str:
    if word.isdecimal():
        if len(word) <= 2 and 1 <= int(word) <= 31:
            return "SMALL"
        return "YEAR4" if len(word) == 4 and 1000 <= int(word) <= 2999 else "NUMBER"
    if word[-1] in "sS":
        return "DECADE" if word[0] in "'’" or word[:4].isdecimal() else "OTHER"  # "in our 50s", "into the 50s"
    if word[0] in "'’":
        return "SHORTYEAR"
    for mark, kind in ((",", "GROUPED"), (":", "CLOCK")):
        if mark in word and "-" not in word:
            return kind
    if "-" in word:
        return "ISO"
    if word[-1].isalpha():
        return "NTH"
    if word.count("/") == 2 or word.count(".") == 2:
        return "SLASHED"
    return "FRACTION" if "/" in word else "DECIMAL"
