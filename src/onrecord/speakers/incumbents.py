"""Who held which office on the day of an article: `facts/leaders.tsv` and `facts/us_officials.tsv`.

The article's own words come first. The tables say three things only: which of the people that an article names held an
office then ("The Prime Minister" beside "Sir Keir Starmer"), the first name of one told by office and surname alone
("President Obama"), and who is meant where an article tells an office and its country and nobody who held it ("the US
president"). Where the tables are not certain of the day, they say nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Final

from onrecord.records import SpeakerType
from onrecord.speakers.cast import Cast, Entity, name_parts
from onrecord.speakers.facts import countries, plain_letters
from onrecord.speakers.kinds import gender_of_name

_TABLES: Final = ("leaders.tsv", "us_officials.tsv")
_KNOWN_TO: Final = re.compile(r"known to (\d{4}-\d\d-\d\d)")
_SENATOR: Final = "senator"
_TITLES: Final = {
    "president": r"(?<!vice )(?:president|pres\.?)",
    "prime minister": r"prime minister|premier|pm",
    "chancellor": r"chancellor",
    "vice president": r"vice[- ]president",
    "taoiseach": r"taoiseach",
    "pope": r"pope",
    "senator": r"senators?|sens?\.?",
}
"""What an office is called before the name of its holder."""
_SAID_AS: Final = {
    "president": "president",
    "prime minister": "prime minister",
    "pm": "prime minister",
    "premier": "prime minister",
    "chancellor": "chancellor",
    "vice president": "vice president",
    "vice-president": "vice president",
    "taoiseach": "taoiseach",
    "pope": "pope",
}
"""How a description names an office."""
_ELSEWHEN: Final = re.compile(
    r"\b(?:former|ex|then|next|new|first|last|late|future|deputy|acting|interim|elect|past|previous|a|an|any|every|no)\b"
)
_WORLD: Final = frozenset({"pope"})
_US_POLITICS: Final = re.compile(r"\b(?:Democrat|Republican|GOP|Congress|Capitol|White House|D-[A-Z]|R-[A-Z])")


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in office from the first to the last day, both within; `place` is a country, for senators a US state."""

    place: str
    office: str
    name: str
    gender: str
    first: date
    last: date


@lru_cache(maxsize=1)
def holders() -> tuple[Holder, ...]:
    """All lines of the tables; one without a last day is certain up to the day that its table is known to."""
    found: list[Holder] = []
    for table in _TABLES:
        text = files("onrecord.speakers").joinpath("facts", table).read_text("utf-8")
        known = _KNOWN_TO.search(text)
        known_to = date.fromisoformat(known.group(1)) if known else date.max
        for line in text.splitlines():
            if line.startswith("#") or not line:
                continue
            place, office, name, gender, first, last = line.split("\t")
            end = date.fromisoformat(last) if last else known_to
            found.append(Holder(place, office, name, gender, date.fromisoformat(first), end))
    return tuple(found)


@lru_cache(maxsize=64)
def in_office(day: date) -> tuple[Holder, ...]:
    """Those certain to be in office on a day; on the day that an office changed hands, neither."""
    return tuple(holder for holder in holders() if holder.first < day < holder.last)


@lru_cache(maxsize=64)
def surnames_in_office(day: date) -> dict[str, list[Holder]]:
    """Those certain to be in office on a day, by surname in plain letters."""
    found: dict[str, list[Holder]] = {}
    for holder in in_office(day):
        found.setdefault(name_parts(holder.name)[-1], []).append(holder)
    return found


def holder_of(office: str, place: str, day: date) -> Holder | None:
    """Who held an office on a day; None where the tables are not certain."""
    found = [holder for holder in in_office(day) if holder.office == office and holder.place == place]
    return found[0] if len(found) == 1 else None


def note_incumbents(cast: Cast, day: date | None, text: str) -> None:
    """Give the people of a cast the offices they held on the day, and the full name to those told by office alone.

    Senators are sought in articles on the politics of the United States only.
    """
    if day is None:
        return
    american = bool(_US_POLITICS.search(text))
    people = [person for person in cast.persons() if person.parts]
    by_surname = surnames_in_office(day)
    for person in people:
        surname = by_surname.get(person.parts[-1], ())
        fitting = [item for item in surname if (american or item.office != _SENATOR) and fits(person, item)]
        if not fitting or len({plain_letters(holder.name) for holder in fitting}) > 1:
            continue
        holder = fitting[0]
        if len(person.parts) == 1:
            person.rename(holder.name)
        if person.gender is None or not person.sure_gender:
            person.gender = holder.gender
        if holder.office != _SENATOR:
            short = " PM" if holder.office == "prime minister" else ""
            person.roles.add(f"{holder.place} {people_of(holder.place)}{short} {holder.office}")


def fits(person: Entity, holder: Holder) -> bool:
    """Whether a person of the article is the holder: by full name, or by the office before the surname."""
    parts = name_parts(holder.name)
    if person.gender and person.sure_gender and person.gender != holder.gender:
        return False
    if len(person.parts) >= 2:
        return person.parts[0] == parts[0] and holder.office != _SENATOR
    office = re.compile(rf"(?:^|\s)(?:{_TITLES[holder.office]})$")
    told = (plain_letters(role) for role in (*person.roles, *person.titles))
    return any(office.search(role) and not _ELSEWHEN.search(role) for role in told)


@lru_cache(maxsize=1)
def peoples() -> dict[str, str]:
    """The first word for the people of each country: "french" of France."""
    found: dict[str, str] = {}
    for people, country in countries().by_people.items():
        found.setdefault(country, people)
    return found


def people_of(country: str) -> str:
    """The word for a country's people; the country's own name where there is none."""
    return peoples().get(country, country)


def office_told(words: str) -> tuple[str, str] | None:
    """Office and country that a description tells ("the US president"); None without both, or for another time."""
    plain = plain_letters(words.replace("’s", " ").replace("'s", " "))
    plain = re.sub(r"^(?:the|this)\s+", "", plain).strip()
    if _ELSEWHEN.search(plain):
        return None
    for said, office in _SAID_AS.items():
        if office in _WORLD and plain == said:
            return office, "Vatican"
        if plain.endswith(f" {said}"):
            place = country_of(plain.removesuffix(f" {said}").strip())
        elif plain.startswith(f"{said} of "):
            place = country_of(plain.removeprefix(f"{said} of ").removeprefix("the ").strip())
        else:
            continue
        if place is not None:
            return office, place
    return None


def country_of(words: str) -> str | None:
    """The country that words name, by its own name or its people's."""
    table = countries()
    return table.by_people.get(words) or table.by_name.get(words) or table.by_people.get(words.replace(".", ""))


def incumbent(words: str, cast: Cast, day: date | None) -> Entity | None:
    """The person whom an office and its country mean on a day, as one of the cast; None where that is not certain."""
    told = office_told(words) if day is not None else None
    holder = holder_of(*told, day) if told is not None and day is not None else None
    if holder is None:
        return None
    for person in cast.persons():
        if plain_letters(person.name) == plain_letters(holder.name):
            return person
    entity = Entity(SpeakerType.PERSON, holder.name, gender=holder.gender or gender_of_name(holder.name))
    entity.sure_gender = True
    cast.entities.append(entity)
    return entity
