"""What a name is by the look of its words: a person, a body, a ministry, a country, a place, or not to be told."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from onrecord.speakers.everyday import Look, first_name_of, is_holiday, look_of
from onrecord.speakers.facts import countries, is_first_name, is_given_name, usual_gender
from onrecord.speakers.lexicon import (
    ABBREVIATIONS,
    DOCUMENT_NOUNS,
    GOVERNMENT_NOUNS,
    GROUP_NOUNS,
    HONORIFICS,
    NAME_GOVERNMENT,
    NAME_ORGANIZATION,
    ORGANIZATION_NOUNS,
    PERSON_NOUNS,
    RANKS,
    REGIONS,
    SHOP_NAMES,
    WELL_KNOWN,
)

_DOUBTFUL_LAST: Final = frozenset(
    "house hill church court star bush banks post mail sun power gas force guard fox press city hall trust service "
    "fund world west east north south summers day days rice price field park parks wood woods brown green "
    "greens labour tory gazette times sales bishop pope king".split()
)
_BODY_FIRST: Final = frozenset("radio tv channel club hotel university college bank hospital fc team".split())
_BELIEVERS: Final = frozenset(
    "jewish muslim catholic protestant islamic hindu buddhist sikh evangelical democratic arab latino hispanic".split()
)
_PARTY: Final = frozenset("republican democrat democratic labour tory conservative liberal gop".split())


class Guess(StrEnum):
    """What a name looks like by itself."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    COUNTRY = "country"
    CAPITAL = "capital"
    PEOPLE = "people"
    PLACE = "place"
    GROUP = "group"
    NOBODY = "nobody"
    MIXED = "mixed"
    OTHER = "other"
    UNKNOWN = "unknown"


def place_before_person(lowers: list[str]) -> int:
    """How many words of a run name a country or capital before a person's name; 0 where none do."""
    table = countries()
    for size in (3, 2, 1):
        head = " ".join(lowers[:size])
        rest = lowers[size:]
        if (
            len(rest) >= 2
            and (head in table.by_name or head in table.by_capital or head in REGIONS)
            and is_first_name(rest[0])
            and not is_first_name(head)
            and rest[-1] not in NAME_ORGANIZATION | NAME_GOVERNMENT | RANKS
        ):
            return size
    return 0


def lone_noun(lowers: list[str], guess: Guess) -> bool:
    """Whether a run is a single common noun with a capital: "Researchers", "Police"."""
    if len(lowers) != 1 or guess not in (Guess.UNKNOWN, Guess.ORGANIZATION, Guess.GOVERNMENT, Guess.OTHER):
        return False
    word = lowers[0]
    return word in _COMMON_NOUNS or (word.endswith("s") and word[:-1] in PERSON_NOUNS)


def is_people(lowers: list[str]) -> bool:
    """Whether a name ends in the plural of a people: "Arab Americans"."""
    table, last = countries(), lowers[-1]
    return len(lowers) > 1 and last.endswith("s") and last[:-1] in table.by_people and last not in table.by_name


def names_place(lowers: list[str]) -> bool:
    """Whether words name a country, a people or a region ("Georgia", "French")."""
    table, words = countries(), " ".join(lowers)
    return words in table.by_people or words in table.by_name or words in REGIONS


def title_end(lowers: list[str], *, the: bool) -> tuple[int, str | None, bool]:
    """How many words of a run are titles before the name, the gender they tell, and whether there is any title.

    All of them where the run is an office without a name ("Prime Minister").
    """
    last = lowers[-1]
    if last in RANKS and len(lowers) > 1 and (not is_first_name(lowers[0]) or names_place(lowers[:-1])):
        return len(lowers), None, True
    if len(lowers) == 1 and (last in RANKS or last in HONORIFICS or (last in PERSON_NOUNS and not is_first_name(last))):
        return len(lowers), None, True
    body = last in NAME_ORGANIZATION | NAME_GOVERNMENT and last not in _DOUBTFUL_LAST
    offices = RANKS | PERSON_NOUNS
    if len(lowers) > 1 and lowers[0] in RANKS and all(word in offices and not is_given_name(word) for word in lowers):
        return len(lowers), None, True  # "Chief Executive"
    if not body:
        for index in range(len(lowers) - 2, -1, -1):
            if lowers[index] in HONORIFICS or lowers[index] in RANKS:
                return index + 1, HONORIFICS.get(lowers[index]), True
        for index in range(len(lowers) - 3, -1, -1):
            if lowers[index] in NAME_ORGANIZATION | NAME_GOVERNMENT and is_first_name(lowers[index + 1]):
                return index + 1, None, True
    table = countries()
    for size in (2, 1):
        head = " ".join(lowers[:size])
        rest = lowers[size:]
        stripped = head in table.by_people or (size == 1 and head in _PARTY)
        if stripped and len(rest) >= 2 and is_first_name(rest[0]) and not body and not the:
            return size, None, False
    return 0, None, False


def guess_name(lowers: list[str], words: list[str], *, has_title: bool, the: bool) -> Guess:
    """What a name looks like, from its words and what stands before it."""
    table = countries()
    whole = " ".join(lowers)
    if re.split(r"['’]", lowers[-1])[0] in SHOP_NAMES and words[-1].endswith(("'s", "’s")):
        return Guess.ORGANIZATION
    if lowers[-1] in ("'s", "’s"):
        return Guess.ORGANIZATION
    if not has_title:
        if is_holiday(lowers) or (len(words) == 1 and lowers[0] in ABBREVIATIONS and words[0][:2].isupper()):
            return Guess.NOBODY
        if whole in table.by_name:
            return Guess.COUNTRY
        if whole in table.by_capital:
            return Guess.CAPITAL
        if whole in table.by_people or whole in _BELIEVERS or is_people(lowers):
            return Guess.PEOPLE
        if whole in REGIONS:
            return Guess.PLACE
        known = WELL_KNOWN.get(whole)
        if known:
            return {
                "organization": Guess.ORGANIZATION,
                "organization-government": Guess.GOVERNMENT,
                "group": Guess.GROUP,
            }.get(known, Guess.NOBODY)
    personal = len(words) >= 2 and first_name_of(lowers) and not the and lowers[0] not in NAME_ORGANIZATION
    last = lowers[-1]
    if not has_title and (words[-1].isdigit() or (len(words) > 1 and lowers[0] in _BODY_FIRST)):
        return Guess.ORGANIZATION
    if lowers[-1] in ("agency", "service") and {"press", "news"} & set(lowers):
        return Guess.ORGANIZATION
    if last in NAME_GOVERNMENT and not (has_title and len(words) > 1 and is_first_name(lowers[0])):
        return Guess.GOVERNMENT
    if last in NAME_ORGANIZATION and not (personal and len(words) == 2 and last in _DOUBTFUL_LAST) and not has_title:
        return Guess.ORGANIZATION
    if has_title:
        return Guess.PERSON
    if any(word in NAME_GOVERNMENT for word in lowers):
        return Guess.GOVERNMENT
    if any(word in NAME_ORGANIZATION and word not in _DOUBTFUL_LAST for word in lowers[1:]):
        return Guess.ORGANIZATION
    if len(words) == 1:
        return guess_single(words[0])
    look = look_of(lowers, words)
    if look is not Look.NAME:
        return Guess.OTHER if the or look is Look.THING else Guess.MIXED
    if personal and len(words) <= 5:
        return Guess.PERSON
    if re.fullmatch(r"(?:[A-Z]\.)+", words[0]) and len(words) <= 4 and whole not in table.by_name:
        return Guess.OTHER if words[0] in ("U.S.", "U.K.", "U.N.", "E.U.") else Guess.PERSON
    return Guess.OTHER if the else Guess.UNKNOWN


def guess_single(word: str) -> Guess:
    """What a name of one word looks like."""
    letters = re.sub(r"[^\w]", "", word)
    if len(letters) >= 2 and letters.isupper():
        return Guess.ORGANIZATION
    if "." in word.strip(".") and word[-1].isalpha():
        return Guess.ORGANIZATION
    return Guess.UNKNOWN


def gender_of_name(name: str) -> str | None:
    """The gender that a full name's first word usually tells."""
    words = name.split()
    for word in words[: max(1, len(words) - 1)]:
        if len(word.rstrip(".")) > 1:
            return usual_gender(word)
    return None


_COMMON_NOUNS: Final = (
    ORGANIZATION_NOUNS | GOVERNMENT_NOUNS | GROUP_NOUNS | DOCUMENT_NOUNS - {"bible", "koran", "quran"}
)
