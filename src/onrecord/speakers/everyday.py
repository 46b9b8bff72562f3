"""Everyday words with a capital: holidays, things in Title Case, and the trade before a name, none of them a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from onrecord.speakers.facts import countries, is_common_word, is_given_name
from onrecord.speakers.lexicon import (
    FUNCTION_WORDS,
    NAME_GOVERNMENT,
    NAME_ORGANIZATION,
    PERSON_NOUNS,
    PERSON_PARTICLES,
    RANKS,
    REGIONS,
)

HOLIDAYS: Final = frozenset(
    "christmas xmas easter thanksgiving halloween hanukkah chanukah ramadan diwali passover pentecost kwanzaa".split()
)
DAYS_OF_NAMES: Final = frozenset("day eve".split())
"""What a holiday's name ends in: "Boxing Day", "New Year's Eve"."""
_THINGS: Final = frozenset(
    "county counties street avenue road boulevard airport stadium award awards championship championships league "
    "series olympics festival trophy distillery brewery winery speedway raceway turnpike highway expressway plaza "
    "mall trends standings philharmonic orchestra symphony university museum cavaliers padres diamondbacks amendment "
    "trilogy opera biennial concerto sonata fest flag reservation heights air tech marathon derby regatta gmbh ag nv "
    "spa berhad bhd oyj asa christianity".split()
)
"""What a name of a place, prize, body or product ends in, and a surname never."""
_OPENING_THINGS: Final = frozenset("hurricane storm cyclone typhoon county lake mount mt fort cape port camp".split())
"""What a name of a storm or a place begins with."""
_MORE_THINGS: Final = frozenset(
    "city river lake island islands beach valley mountain mountains arena bridge prize cup season medal games tour "
    "bowl war crisis act law bill treaty accord edition review show album saga campaign bourbon whiskey whisky wine "
    "bar cafe hotel casino resort theatre theater ballroom tower towers mills springs falls canyon desert ocean sea "
    "gulf bay peninsula scheme initiative programme program fund studio studios foundation motors".split()
)
"""The same, where no first name stands in front: "Tampa Bay", but "Ada Bay"."""
_NUMERALS: Final = re.compile(r"[IVX]+|Jr\.?|Sr\.?|JR|SR|MP|QC|KC")
_ACRONYMS_OF_TWO: Final = frozenset(
    "AI UK EU US UN PC TV VR EP UW UC LA DC NY IT HR PR GM GE HP F1 AR ML NO XL".split()
)
_SURNAMES_TOO: Final = frozenset("may will day last early long more such own west wells said".split())
_ARTICLES: Final = frozenset("las los san santa des new north south east west".split())
"""What names of places begin with, and first names of the table hardly ever."""
_PLACES_TOO: Final = frozenset(
    "georgia virginia chad jordan israel carolina dakota india kenya cuba ireland montana holland sydney phoenix "
    "orlando perth milan".split()
)
"""Countries and regions that people are called after."""
_AGENT: Final = re.compile(r"[a-z]{2,}(?:[eo]r|[iy]st|ian|man|woman|eer)")
_NO_AGENTS: Final = frozenset(
    "former senior junior minor major prior superior inferior other another under over after center water power summer "
    "winter paper newspaper September october november december order number matter letter river tower border corner "
    "dinner chapter cancer weather silver error horror color labor harbor floor door poor their her per super popular "
    "human german russian italian christian american african european asian australian canadian brazilian iranian "
    "ukrainian indian norwegian egyptian syrian palestinian civilian list exist assist consist".split()
)
"""Words that end as a trade does and are none."""


class Look(StrEnum):
    """What the words of a name of two words or more tell: a thing, perhaps one, or nothing against a person."""

    THING = "thing"
    MIXED = "mixed"
    NAME = "name"


def is_holiday(lowers: Sequence[str]) -> bool:
    """Whether words name a holiday: "Christmas", "Christmas Day", "Thanksgiving Eve", "Boxing Day"."""
    if set(lowers) & HOLIDAYS:
        return not set(lowers) & (NAME_ORGANIZATION | NAME_GOVERNMENT)
    return len(lowers) > 1 and lowers[-1] in DAYS_OF_NAMES and not is_given_name(lowers[0])


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals as an abbreviation is, and not as somebody's two initials ("JD")."""
    letters = [letter for letter in word if letter.isalpha()]
    if len(letters) < 2 or "." in word or not "".join(letters).isupper():
        return False
    return len(letters) > 2 or word in _ACRONYMS_OF_TWO


def in_capitals(word: str) -> bool:
    """Whether a word behind others is an abbreviation: two capitals or more, and no numeral or letters after a name."""
    return "." not in word and len(word) > 1 and word.isalpha() and word.isupper() and not _NUMERALS.fullmatch(word)


def is_shouted(words: Sequence[str]) -> bool:
    """Whether all words of a name are in capitals, so that they tell no abbreviation."""
    return len(words) > 1 and all(word.isupper() for word in words)


def is_place(lower: str) -> bool:
    """Whether a word names a country, a capital or a region."""
    table = countries()
    return lower in REGIONS or lower in table.by_name or lower in table.by_capital


def first_name_of(lowers: Sequence[str]) -> bool:
    """Whether a name begins with somebody's first name rather than a place or an everyday word."""
    first = lowers[0]
    if first in _ARTICLES or first in NAME_ORGANIZATION or not is_given_name(first):
        return False
    return first in _PLACES_TOO or not (first in REGIONS or first in countries().by_name)


def look_of(lowers: Sequence[str], words: Sequence[str]) -> Look:
    """What a name of several words looks like: "Turning Point" and "Atlas VPN" are things, "Dara Monsoon" is mixed."""
    if len(words) < 2:
        return Look.NAME
    inner = {lower for lower in lowers[1:] if lower in FUNCTION_WORDS and lower not in PERSON_PARTICLES}
    if inner - _SURNAMES_TOO or "&" in words or lowers[0] in _OPENING_THINGS:
        return Look.THING
    acronyms = not is_shouted(words) and (is_acronym(words[0]) or any(map(in_capitals, words[1:])))
    if acronyms or lowers[-1] in _THINGS or any(letter.isdigit() for word in words for letter in word):
        return Look.THING
    rest = [lower for lower in lowers[1:] if lower not in PERSON_PARTICLES and lower[:1].isalpha()]
    plain = [lower for lower in rest if is_common_word(lower) or lower in FUNCTION_WORDS]
    if first_name_of(lowers):
        whole = bool(rest) and len(plain) == len(rest) and (len(rest) > 1 or is_common_word(lowers[0]))
        return Look.THING if whole else Look.NAME
    initial = len(lowers[0].rstrip(".")) == 1
    table = countries()
    placed = any(is_place(lower) for lower in lowers) or lowers[0] in table.by_people or lowers[0] in _ARTICLES
    opening = is_common_word(lowers[0]) or lowers[0] in FUNCTION_WORDS
    if lowers[-1] in _MORE_THINGS or placed or (opening and len(plain) == len(rest)):
        return Look.THING
    return Look.MIXED if (opening or plain) and not initial else Look.NAME


def trade_before(lowers: Sequence[str], words: Sequence[str]) -> int:
    """How many words of a run say what somebody is, or how, before a full name: "Head Coach Ada Stone"."""
    if len(lowers) < 3 or lowers[-1] in NAME_ORGANIZATION | NAME_GOVERNMENT or is_shouted(words):
        return 0
    led = first_name_of(lowers) and not is_acronym(words[0])
    for index in range(len(lowers) - 2, 0, -1):
        if not is_given_name(lowers[index]) or look_of(lowers[index:], words[index:]) is not Look.NAME:
            continue
        before = lowers[:index]
        office = is_office(before[-1]) or (is_agent(before[-1]) and not is_given_name(before[-1]))
        if office and (index == 1 or not led or is_office(before[0])):
            return index
        if all(is_common_word(lower) and not is_given_name(lower) for lower in before):
            return index
    return 0


def is_office(lower: str) -> bool:
    """Whether a word is an office or trade, alone, in the plural or compounded: "editor", "secretary-general"."""
    known = PERSON_NOUNS | RANKS
    return (
        lower in known or lower.removesuffix("s") in known or bool(known & set(lower.split("-")[:2]) and "-" in lower)
    )


def is_agent(lower: str) -> bool:
    """Whether a word is an office, or ends as the name of a trade does: "housecleaner", "co-owner"."""
    return is_office(lower) or (bool(_AGENT.fullmatch(lower)) and lower not in _NO_AGENTS)
