"""Whether somebody who goes by one name only is a person: who, he and her kin stand around the name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.speakers.facts import plain_letters
from onrecord.speakers.kinds import Guess
from onrecord.speakers.lexicon import PRONOUNS_FEMALE
from onrecord.speakers.names import NameMention
from onrecord.speakers.outline import Outline

_WHO: Final = re.compile(r"(?:,| \()?\s(?:who|whose|whom)\b")
_KIN: Final = re.compile(
    r"['’]s?\s(?:\w+\s)?(?:mother|father|wife|husband|son|daughter|sister|brother|parents|mum|mom|dad|girlfriend|boyfriend|"
    r"fiancée?|uncle|aunt|attorney|lawyer|voice|face|hair|eyes|hands?|testimony|childhood|upbringing|debut|career|lyrics)\b"
)
_PERSONAL: Final = re.compile(r"\b(?:he|she|his|her|him|himself|herself)\b", re.IGNORECASE)
_IMPERSONAL: Final = re.compile(r"\b(?:it|its|itself)\b", re.IGNORECASE)
_ENOUGH: Final = 2
_OFTEN: Final = 3


def with_persons_of_one_name(outline: Outline, mentions: Sequence[NameMention]) -> list[NameMention]:
    """The mentions with those as a person's that who, kin, he and she around them tell to be one.

    A gender that pronouns behind a name tell often is taken as told, one that they tell seldom as a leaning.
    """
    scores: Counter[str] = Counter()
    genders: Counter[str] = Counter()
    people = {mention.sentence for mention in mentions if mention.guess is Guess.PERSON}
    barred: set[str] = set()
    for mention in mentions:
        key = plain_letters(mention.name)
        if " " in key or mention.guess is not Guess.UNKNOWN:
            continue
        if mention.after_the:
            barred.add(key)
        alone = mention.sentence not in people
        scores[key] += personal_score(outline, mention, alone=alone)
        genders[key] += told_gender(outline, mention) if alone else 0
    persons = {key for key, score in scores.items() if score >= _ENOUGH and key not in barred}
    return [as_person(mention, genders) if plain_letters(mention.name) in persons else mention for mention in mentions]


def as_person(mention: NameMention, genders: Counter[str]) -> NameMention:
    """A mention as a person's, with the gender that the pronouns tell: more than none for he, less for she."""
    told = genders[plain_letters(mention.name)]
    gender = "m" if told > 0 else "f" if told < 0 else None
    sure = gender if abs(told) >= _OFTEN else None
    return replace(mention, guess=Guess.PERSON, titled=mention.titled or sure, leaning=gender)


def told_gender(outline: Outline, mention: NameMention) -> int:
    """1 where the first pronoun behind a name is he, -1 where it is she, else 0."""
    found = _PERSONAL.search(outline.text[mention.span.end : outline.sentences[mention.sentence].span.end])
    if found is None:
        return 0
    return -1 if found.group().lower() in PRONOUNS_FEMALE else 1


def personal_score(outline: Outline, mention: NameMention, *, alone: bool) -> int:
    """How much the words behind a name speak for a person, or against one; alone: nobody else is named there."""
    sentence = outline.sentences[mention.sentence].span
    behind = outline.text[mention.span.end : sentence.end]
    if _WHO.match(behind) or _KIN.match(behind):
        return 2
    if not alone:
        return 0
    found = _PERSONAL.search(behind), _IMPERSONAL.search(behind)
    return (found[0] is not None) - (found[1] is not None)
