"""Tables of facts: the usual gender of first names, and countries with their capitals and peoples.

The first names are those of `nomquamgender` (MIT) that four or more of its public sources know, written f, m or u
(neither in nine of ten). The table of countries is our own. The common words are those of 1.3 million words of news and
other texts that two texts or more write in small letters, at least twice as often as with a capital within a sentence.
"""

from __future__ import annotations

import gzip
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from onrecord.speakers.lexicon import FUNCTION_WORDS

_FOLDER: Final = "facts"
_NAMES_TOO: Final = frozenset(
    "will mark bill grant rose hope chase drew grace joy faith rich art sue olive guy miles page foster lane buck "
    "cliff mercy destiny candy brooks wade lance levy dawn ivy lily daisy violet ruby pearl amber jade holly heather "
    "robin ray frank rusty rocky sandy jewel harmony melody reed clay sunny crystal gene basil silver summer autumn "
    "april may june august".split()
)
"""First names in everyday use that are everyday words as well."""
_SELDOM_ALONE: Final = frozenset("summer autumn april may june august page faith hope will lane silver".split())
"""Those that by themselves mean the word."""
_NEVER_NAMES: Final = frozenset("master mistress season president prince king queen lord lady sir madam doctor".split())
"""Words of the table of first names that stand before names."""


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


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words that texts write in small letters, in plain letters."""
    packed = files("onrecord.speakers").joinpath(_FOLDER, "common_words.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode("ascii").split())


def is_common_word(word: str) -> bool:
    """Whether a word is an everyday word, whatever its capital: "Turning", "Visa"."""
    return plain_letters(word) in common_words()


def is_given_name(word: str, *, alone: bool = False) -> bool:
    """Whether a word is a first name rather than an everyday word that somebody may be called by ("Journey", "Star").

    alone: where no surname follows, "April" or "Hope" is none either.
    """
    plain = plain_letters(word)
    if plain not in first_names() or plain in _NEVER_NAMES:
        return False
    if plain in FUNCTION_WORDS and plain not in _NAMES_TOO:
        return False
    if alone and plain in _SELDOM_ALONE:
        return False
    return plain not in common_words() or plain in _NAMES_TOO


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
