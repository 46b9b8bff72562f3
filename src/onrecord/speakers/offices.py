"""Offices and descriptions beside a name: "Harbour spokesman Ivo Marlin", "Ada Stone, 42, a teacher from Lowick"."""

from __future__ import annotations

import re
from typing import Final

from onrecord.records import Span
from onrecord.speakers.facts import is_first_name, is_given_name
from onrecord.speakers.lexicon import (
    DAYS,
    FEMALE_NOUNS,
    FUNCTION_WORDS,
    HONORIFICS,
    MALE_NOUNS,
    NAME_ORGANIZATION,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    RANKS,
)
from onrecord.speakers.outline import Outline, Sentence, Token
from onrecord.speakers.shapes import MONTHS, QUOTES

OPEN_ROLE: Final = frozenset(
    "former ex-president acting deputy senior chief vice executive top assistant associate interim prime foreign "
    "first second general lead founding managing retired veteran fellow co-host regional local national federal state "
    "city county senior junior chief political military press public police campaign party policy security defense "
    "defence finance health education justice interior home communications media business legal medical science "
    "opposition government company university school law human rights world research right wing left conservative "
    "liberal".split()
)
_KINDS_OF_BODY: Final = frozenset(
    "newspaper daily weekly tabloid magazine broadcaster network channel outlet website publication platform company "
    "firm retailer airline carrier manufacturer automaker carmaker maker bank charity foundation think-tank thinktank "
    "agency watchdog group organization organisation union supplier developer publisher startup insurer".split()
)
_APPOSITION_ENDS: Final = frozenset(
    [",", ".", ";", "who", "whose", "which", "—", "–", "(", ":", "told", "said", "says"]
)


def office_of(tokens: tuple[Token, ...], begin: int, lowers: list[str], sentence: Sentence) -> int:
    """How many words of a run still belong to an office before it ("Chief of Staff Ada Stone")."""
    if begin - 2 < sentence.first or tokens[begin - 1].word not in ("of", "for"):
        return 0
    if tokens[begin - 2].word.lower() not in RANKS:
        return 0
    return next((cut for cut in range(1, len(lowers) - 1) if is_first_name(lowers[cut])), 0)


def after_name(outline: Outline, end: int, sentence: Sentence) -> tuple[Span | None, int | None]:
    """The apposition after a name ("Ada Stone, 42, a teacher from Lowick, ...") and the age told there."""
    tokens = outline.tokens
    age: int | None = None
    index = end
    if index + 1 < sentence.last and tokens[index].word == "," and tokens[index + 1].word.isdigit():
        age = int(tokens[index + 1].word) if len(tokens[index + 1].word) <= 2 else None
        index += 2
    if index + 1 >= sentence.last or tokens[index].word != ",":
        return None, age
    begin = index + 1
    stop = begin
    while stop < sentence.last and stop - begin < 16 and tokens[stop].word not in _APPOSITION_ENDS:
        stop += 1
    if stop >= sentence.last or stop == begin or tokens[stop].word not in _APPOSITION_ENDS:
        return None, age
    if any(token.word in QUOTES for token in tokens[end:stop]):
        return None, age
    first = tokens[begin].word.lower()
    owned = any(token.word in ("'s", "’s") for token in tokens[begin : begin + 4])
    listed = tokens[begin].word[0].isupper() and tokens[begin + 1].word[:1].isupper() and is_given_name(first)
    if listed and not owned and first not in RANKS | PERSON_NOUNS:
        return None, age  # the next name of a list
    if first in ("a", "an", "the"):
        begin += 1
    elif first in FUNCTION_WORDS and first not in OPEN_ROLE and first not in ("his", "her", "their"):
        return None, age
    for token in tokens[begin:stop]:
        lower = token.word.lower()
        if lower in PERSON_NOUNS or lower in RANKS:
            return Span(tokens[begin].start, tokens[stop - 1].end), age
        if lower in PREPOSITIONS or lower in PRONOUNS:
            break
    return None, age


def role_before(outline: Outline, first: int, sentence: Sentence) -> Span | None:
    """The office or description right before a name: "Harbour spokesman", "Moscow's Deputy Foreign Minister"."""
    tokens = outline.tokens
    index = first - 1
    if index < sentence.first:
        return None
    last = tokens[index].word.lower()
    office = index - 2 >= sentence.first and tokens[index - 1].word == "of" and tokens[index - 2].word.lower() in RANKS
    if last not in RANKS and last not in PERSON_NOUNS and not office:
        return None
    begin = index
    while begin > sentence.first and (
        goes_with_role(tokens, begin - 1, sentence)
        or (
            office
            and tokens[begin - 1].word == "of"
            and begin - 2 >= sentence.first
            and tokens[begin - 2].word.lower() in RANKS
        )
    ):
        begin -= 1
    while begin < index and tokens[begin].word in ("'s", "’s"):
        begin += 1
    words = [token.word.lower() for token in tokens[begin : index + 1]]
    if all(word in HONORIFICS for word in words):
        return None
    return Span(tokens[begin].start, tokens[index].end)


def body_before(outline: Outline, first: int, sentence: Sentence) -> Span | None:
    """The kind of body right before its name: "the newspaper", "Swedish carmaker"."""
    tokens = outline.tokens
    index = first - 1
    if index < sentence.first or tokens[index].word not in _KINDS_OF_BODY:
        return None
    begin = index
    while begin > sentence.first and (
        tokens[begin - 1].word[0].isupper() or tokens[begin - 1].word in _KINDS_OF_BODY | OPEN_ROLE | {"news", "daily"}
    ):
        begin -= 1
    return Span(tokens[begin].start, tokens[index].end)


def goes_with_role(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether a word left of an office still belongs to it."""
    word = tokens[index].word
    lower = word.lower()
    if word in ("'s", "’s"):
        return index > sentence.first and tokens[index - 1].word[0].isupper()
    if word[0].isupper():
        return lower not in DAYS | MONTHS and (
            lower not in FUNCTION_WORDS or index > sentence.first or lower in OPEN_ROLE
        )
    return lower in OPEN_ROLE or lower in PERSON_NOUNS or lower in RANKS or lower in NAME_ORGANIZATION or "-" in lower


def role_is_personal(role: Span, outline: Outline) -> bool:
    """Whether a role's last word is a person's office or noun."""
    last = role.of(outline.text).split()[-1].lower()
    return last in RANKS or last in PERSON_NOUNS


def gender_of_role(role: str) -> str | None:
    """ "m" or "f" where a description tells it ("spokeswoman", "his wife")."""
    words = {word.strip(".,").lower() for word in re.split(r"[\s-]+", role)}
    if words & FEMALE_NOUNS:
        return "f"
    return "m" if words & MALE_NOUNS else None
