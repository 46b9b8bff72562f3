"""Sources told by a description: "the deputy minister" of somebody named, "officials", "a report", "the company"."""

from __future__ import annotations

from typing import Final

from onrecord.records import Span, SpeakerType
from onrecord.speakers.cast import Cast, Entity
from onrecord.speakers.facts import plain_letters
from onrecord.speakers.lexicon import FEMALE_NOUNS, MALE_NOUNS, OFFICE_KIN
from onrecord.speakers.outline import Outline
from onrecord.speakers.phrases import Phrase, describe_type
from onrecord.speakers.scene import Scene

_DEFINITE: Final = frozenset("the this that his her their its our these those".split())
_BODIES: Final = frozenset({SpeakerType.ORGANIZATION, SpeakerType.GOVERNMENT})


def describe(
    phrase: Phrase,
    plan: Outline,
    cast: Cast,
    scene: Scene,
    known: dict[str, Entity],
    last: Entity | None,
) -> Entity | None:
    """The speaker of a description: somebody named whom it fits, else itself, as its own kind of source."""
    words = [token.word.lower() for token in phrase.core]
    definite = bool(words) and (words[0] in _DEFINITE)
    kind = describe_type(phrase.head)
    named: Entity | None = None
    if kind is SpeakerType.UNNAMED and (definite or (words and words[0] not in ("a", "an"))):
        named = fitting_person(phrase, words, scene)
    elif kind in _BODIES and definite:
        named = fitting_body(phrase, words, scene)
    if named is not None:
        return named
    name = description(phrase, plan)
    key = plain_letters(name).removeprefix("a ").removeprefix("an ")
    entity = known.get(key)
    if entity is None:
        entity = Entity(kind, name, plural=kind is SpeakerType.GROUP or phrase.head.endswith("s"))
        if phrase.head in MALE_NOUNS | FEMALE_NOUNS:
            entity.gender = "m" if phrase.head in MALE_NOUNS else "f"
        known[key] = entity
    entity.mentions.append(phrase.whole or phrase.span)
    return entity


def description(phrase: Phrase, plan: Outline) -> str:
    """The words of a description without "the" before it."""
    whole = phrase.whole or phrase.span
    words = " ".join(whole.of(plan.text).split()).strip('"“”,;: ')
    for article in ("the ", "The "):
        words = words.removeprefix(article)
    for possessive in ("'s", "’s"):
        words = words.removesuffix(possessive)
    return words[:1].lower() + words[1:] if words[:1].isupper() and lowers_at_start(words) else words


def lowers_at_start(words: str) -> bool:
    """Whether the first word has its capital only from the sentence."""
    first = words.split(maxsplit=1)[0]
    return (first[1:].islower() and describe_type(first.lower()) is not SpeakerType.UNNAMED) or first in ("A", "An")


def fitting_person(phrase: Phrase, words: list[str], scene: Scene) -> Entity | None:
    """The person seen last whose office the description names or implies."""
    kin = OFFICE_KIN.get(phrase.head, frozenset()) | {phrase.head}
    for _, sighting in reversed(scene.before(phrase.span.start)):
        entity = sighting.entity
        if entity.type is not SpeakerType.PERSON or not entity.role:
            continue
        role = set(plain_letters(entity.role).replace("-", " ").split())
        if role & kin:
            return entity
    return None


def fitting_body(phrase: Phrase, words: list[str], scene: Scene) -> Entity | None:
    """The body seen last whose name has the noun of the description in it."""
    for _, sighting in reversed(scene.before(phrase.span.start)):
        entity = sighting.entity
        if entity.type in _BODIES and phrase.head in plain_letters(entity.name).split():
            return entity
    return None


def whole_span(phrase: Phrase) -> Span:
    """The words of a description."""
    return phrase.whole or phrase.span
