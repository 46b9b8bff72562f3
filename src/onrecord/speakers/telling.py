"""What the words of a cue and its clause tell of the time, without any day: tense, vague times, nouns that point back.

Pure functions on words. `occasions.py` asks them which statements may share the day of another passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from onrecord.records import Span, Time

_VAGUE: Final = re.compile(r"\b(?:recent|recently|previously|formerly|repeatedly|often|long)\b", re.IGNORECASE)
_PRESENT: Final = frozenset("say tell warn argue claim believe think write insist add point call".split())
_OWNERS: Final = frozenset("his her its their my our your whose".split())
_OWNING: Final = ("'s", "’s", "s'", "s’")
# Words that are verbs as well ("report", "demand") are left out.
_NOUNS: Final = re.compile(r"(?:accusation|allegation|complaint|criticism|insinuation|statement|suggestion)s?", re.I)
_POINTING: Final = re.compile(
    r"\b(?:in|during|at|of) (?:the|that|this|his|her|their|its|the same) (?:\w+ )?"
    r"(interview|statement|letter|letters|email|emails|post|posts|tweet|tweets|video|call|meeting|speech|address|remarks|"
    r"hearing|debate|essay|article|decision|ruling|lawsuit|complaint|filing|memo|report|study|survey|poll|conference|"
    r"appearance|exchange|conversation|rally|event|episode|session)\b",
    re.IGNORECASE,
)
_OWNED: Final = re.compile(r"['’]s?\s+(?:\w+\s+){0,2}")
_FEW_WORDS: Final = re.compile(r"\s+(?:\w+\s+){0,3}")
_RELEASED: Final = r"(?:published|released|issued|posted|filed|sent)(?: \w+)?(?: on| in)? $"


def is_vague(clause: str) -> bool:
    """Whether a clause tells a time that is no day: "recently", "previously"."""
    return _VAGUE.search(clause) is not None


def in_present(cue: str) -> bool:
    """Whether a cue is in the present tense: "says", "they believe"."""
    first = next(iter(cue.lower().split()), "")
    return first in _PRESENT or first.endswith("s")


def is_noun(cue: str) -> bool:
    """Whether a cue is a word that is a noun only: "allegations", "statement"."""
    return _NOUNS.fullmatch(cue) is not None


def owns(source: str) -> bool:
    """Whether the words of a source make what follows a noun: "Stone's", "her"."""
    return source.lower() in _OWNERS or source.lower().endswith(_OWNING)


def beside_noun(text: str, noun: Span, time: Span) -> bool:
    """Whether a time tells of a noun ("Tuesday's statement", "a claim made on Friday"), not of the verb beyond it."""
    if time.end <= noun.start:
        return _OWNED.fullmatch(text[time.end : noun.start]) is not None
    return _FEW_WORDS.fullmatch(text[noun.end : time.start]) is not None


def pointed_at(clauses: Iterable[str]) -> frozenset[str]:
    """The nouns of documents and occasions, in lower case, that clauses point back to: "in the email"."""
    return frozenset(found.group(1).lower() for clause in clauses for found in _POINTING.finditer(clause))


def released_then(text: str, nouns: str, time: Span) -> bool:
    """Whether a time is told behind a noun as that of its release: "the study, published Tuesday".

    nouns: a regular expression of alternatives.
    """
    before = text[max(0, time.start - 60) : time.start]
    return re.search(rf"\b(?:{nouns})[ ,]+(?:was |which was )?{_RELEASED}", before) is not None


def is_programme(text: str, time: Time) -> bool:
    """Whether the words of a time are the name of a programme or paper: "told ABC's This Week"."""
    before = text[max(0, time.span.start - 2) : time.span.start]
    return time.span.of(text) == "This Week" and re.fullmatch(r"[\w’']\s", before) is not None
