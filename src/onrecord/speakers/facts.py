"""Tables of facts: the usual gender of first names, and countries with their capitals and peoples.

The first names are those of `nomquamgender` (MIT) that four or more of its public sources know, written f, m or u
(neither in nine of ten). The table of countries is our own.
"""

from __future__ import annotations

import gzip
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

_FOLDER: Final = "facts"


def plain_letters(name: str) -> str:
    """Lower case without accents, apostrophes made straight."""
    if name.isascii():
        return name.lower()
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


@lru_cache(maxsize=1)
def first_names() -> MappingProxyType[str, str]:
    """First name in plain letters -> "f", "m" or "u"."""
    packed = files("onrecord.speakers").joinpath(_FOLDER, "first_names.txt.gz").read_bytes()
    table: dict[str, str] = {}
    for line in gzip.decompress(packed).decode("ascii").splitlines():
        gender, _, names = line.partition(" ")
        table.update(dict.fromkeys(names.split(), gender))
    return MappingProxyType(table)


def usual_gender(first_name: str) -> str | None:
    """The gender that a first name usually tells, "f" or "m"; None where it tells neither."""
    gender = first_names().get(plain_letters(first_name).rstrip("."))
    return gender if gender != "u" else None


def is_first_name(word: str) -> bool:
    """Whether somebody may be called so."""
    return plain_letters(word) in first_names()


@dataclass(frozen=True, slots=True)
class Countries:
    """Names in plain letters. `by_name`, `by_capital` and `by_people` lead to the usual name of the country."""

    by_name: MappingProxyType[str, str]
    by_capital: MappingProxyType[str, str]
    by_people: MappingProxyType[str, str]


@lru_cache(maxsize=1)
def countries() -> Countries:
    """The table of countries."""
    by_name: dict[str, str] = {}
    by_capital: dict[str, str] = {}
    by_people: dict[str, str] = {}
    text = files("onrecord.speakers").joinpath(_FOLDER, "countries.tsv").read_text("utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        name, capital, people, others = ([*line.split("\t"), "", "", ""])[:4]
        for form in (name, *others.split("|")):
            if form:
                by_name[plain_letters(form)] = name
        if capital:
            by_capital[plain_letters(capital)] = name
        for form in people_forms(people):
            by_people[plain_letters(form)] = name
    return Countries(MappingProxyType(by_name), MappingProxyType(by_capital), MappingProxyType(by_people))


def people_forms(listed: str) -> list[str]:
    """The words for a people, those of two words ("North Korean", "New Zealanders") put together again."""
    words = listed.split()
    forms: list[str] = []
    pairs = {"north", "south", "new", "saudi", "puerto", "costa", "sri", "sierra", "cape", "central"}
    index = 0
    while index < len(words):
        if words[index].lower() in pairs and index + 1 < len(words) and words[index].lower() != "saudi":
            forms.append(f"{words[index]} {words[index + 1]}")
            index += 2
        else:
            forms.append(words[index])
            index += 1
    return forms
