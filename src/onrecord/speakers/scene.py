"""Who is on the scene at a place in the text: the mentions that a pronoun or a description may look back to."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from onrecord.records import Attribution, Span, SpeakerType
from onrecord.speakers.cast import Cast, Entity
from onrecord.speakers.cover import Cover
from onrecord.speakers.lexicon import GROUP_NOUNS, PERSON_NOUNS, PREPOSITIONS, PRONOUNS
from onrecord.speakers.outline import Outline
from onrecord.speakers.phrases import singular
from onrecord.speakers.wording import description

# Weights of one sweep over the training articles: `python -m evaluation speakers ... --hold-out train`.
SENTENCE_COST: Final = 1.0
PARAGRAPH_COST: Final = 0.7
SUBJECT: Final = 0.9
SOURCE: Final = 0.5
LAST_SPEAKER: Final = 0.7
POSSESSIVE: Final = -0.5
IN_CONTENT: Final = -1.0
UNNAMED: Final = -0.8
UNCERTAIN: Final = -1.5
UNSURE_GENDER: Final = -0.6
UNSUPPORTED: Final = -0.9
FAR_SENTENCES: Final = 9
PLURAL_TOKENS: Final = 6


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """An entity seen at a place: as a subject, as a source, with 's, or within somebody's words."""

    start: int
    end: int
    entity: Entity = field(compare=False)
    subject: bool = field(default=False, compare=False)
    source: bool = field(default=False, compare=False)
    possessive: bool = field(default=False, compare=False)
    in_content: bool = field(default=False, compare=False)


class Scene:
    """The sightings of an article so far, in text order, and the contents that words may lie within."""

    def __init__(self, outline: Outline, cast: Cast, attributions: Sequence[Attribution]) -> None:
        self.outline = outline
        self.contents = [(piece, number) for number, item in enumerate(attributions) for piece in item.content]
        self.cover = Cover(piece for piece, _ in self.contents)
        self.sightings: list[Sighting] = []
        self.told = narrated(outline, [piece for piece, _ in self.contents])
        sources = Cover(item.source for item in attributions if item.source is not None)
        for named in cast.named:
            span = named.mention.span
            inside = sources.contains(Span(span.start, span.start + 1))
            self.sightings.append(
                Sighting(
                    span.start,
                    span.end,
                    named.entity,
                    subject=self.is_subject(span),
                    source=inside,
                    possessive=named.mention.possessive or named.mention.modifies,
                    in_content=self.inside_content(span),
                )
            )
        self.pairs = named_together(outline, cast)
        for pair in [*self.pairs, *plurals(outline)]:
            span = pair.mentions[0]
            insort(
                self.sightings,
                Sighting(span.start, span.end, pair, self.is_subject(span), in_content=self.inside_content(span)),
            )

    def pairs_before(self, offset: int) -> list[Entity]:
        """The people named together ("Ada Stone and Ivo Marlin") before a place, in text order."""
        return [pair for pair in self.pairs if pair.mentions[0].end <= offset]

    def is_subject(self, span: Span) -> bool:
        """Whether a name opens its sentence, or nothing but its own title and adverbs stand before it."""
        sentence = self.outline.sentences[self.outline.sentence_at(span.start)]
        before = self.outline.tokens_in(Span(sentence.span.start, span.start))
        return len(before) <= 12 and not any(
            token.word.lower() in PREPOSITIONS or token.word in '"“”' for token in before[-4:]
        )

    def inside_content(self, span: Span) -> bool:
        """Whether a place lies within somebody's words."""
        return self.cover.contains(span)

    def holders(self, span: Span, besides: int) -> list[int]:
        """The attributions within whose content a place lies, the outermost first."""
        found = [
            (piece.start - piece.end, number)
            for piece, number in self.contents
            if number != besides and piece.start <= span.start and span.end <= piece.end
        ]
        return [number for _, number in sorted(found)]

    def add(self, span: Span, entity: Entity, *, in_content: bool) -> None:
        """Remember a source that was resolved."""
        insort(self.sightings, Sighting(span.start, span.end, entity, True, True, False, in_content))

    def before(self, offset: int) -> list[tuple[int, Sighting]]:
        """Sightings before a place and how many sentences back each lies, the nearest last."""
        here = self.told[self.outline.sentence_at(offset)]
        found = []
        for sighting in self.sightings:
            if sighting.end > offset:
                break
            back = here - self.told[self.outline.sentence_at(sighting.start)]
            if back <= FAR_SENTENCES:
                found.append((back, sighting))
        return found

    def best(
        self,
        offset: int,
        *,
        types: frozenset[SpeakerType],
        gender: str | None = None,
        plural: bool | None = None,
        last_speaker: Entity | None = None,
        banned: Sequence[Entity] = (),
        within: int = FAR_SENTENCES,
        certain: bool = False,
        margin: float = 0.0,
    ) -> Entity | None:
        """The entity that a pronoun at `offset` most likely means.

        None where nobody fits, or where the next best fits as well but for less than `margin`.
        """
        paragraph = self.outline.paragraph_at(offset)
        around = [piece for piece, _ in self.contents if piece.start <= offset < piece.end]
        scores: dict[Entity, float] = {}
        for back, sighting in self.before(offset):
            entity = sighting.entity
            if entity.type not in types or entity in banned or clashes(entity, gender, plural) or back > within:
                continue
            if (certain and not entity.certain) or (entity.silent and not entity.spoke):
                continue
            score = -SENTENCE_COST * back
            score -= PARAGRAPH_COST * min(3, paragraph - self.outline.paragraph_at(sighting.start))
            score += SUBJECT * sighting.subject + SOURCE * sighting.source
            score += POSSESSIVE * sighting.possessive
            if sighting.in_content and not any(piece.start <= sighting.start for piece in around):
                score += IN_CONTENT
            score += LAST_SPEAKER * (entity is last_speaker and back <= 2) + UNCERTAIN * (not entity.certain)
            if entity.type is SpeakerType.PERSON and not entity.supported:
                score += UNSUPPORTED
            if gender and entity.gender is None:
                score += UNSURE_GENDER + UNNAMED * (entity.type is SpeakerType.UNNAMED)
            if score >= scores.get(entity, float("-inf")):
                scores[entity] = score
        ranked = sorted(scores, key=lambda entity: -scores[entity])
        if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < margin:
            return None
        return ranked[0] if ranked else None


def named_together(outline: Outline, cast: Cast) -> list[Entity]:
    """Each two people joined by "and" in the text, as a group."""
    found: list[Entity] = []
    for one, other in pairwise(cast.named):
        persons = one.entity.type is other.entity.type is SpeakerType.PERSON
        if not persons or one.entity is other.entity:
            continue
        between = outline.text[one.mention.span.end : other.mention.span.start]
        if re.fullmatch(r"\s+and\s+(?:[\w.]+\s+){0,2}", between):
            span = Span(one.mention.span.start, other.mention.span.end)
            name = f"{one.entity.name} and {other.entity.name}"
            found.append(Entity(SpeakerType.GROUP, name, plural=True, mentions=[span]))
    return found


def plurals(outline: Outline) -> list[Entity]:
    """The plural noun phrases that open a sentence ("Thousands of islanders", "Local officials"), as groups."""
    found: list[Entity] = []
    for sentence in outline.sentences:
        tokens = outline.tokens[sentence.first : min(sentence.last, sentence.first + PLURAL_TOKENS)]
        if tokens and tokens[0].word in "\"“‘'" and len(tokens) > 1:
            tokens = tokens[1:]
        if not tokens or tokens[0].word.lower() in PRONOUNS | PREPOSITIONS:
            continue
        end = -1
        for number, token in enumerate(tokens):
            word = token.word.lower()
            if word in GROUP_NOUNS or (word.endswith("s") and singular(word) in PERSON_NOUNS):
                end = number
            elif not (word == "of" and end >= 0) and (end >= 0 or not (word[0].isalpha())):
                break
        if end >= 0:
            span = Span(tokens[0].start, tokens[end].end)
            words = " ".join(span.of(outline.text).split())
            name = words.removeprefix("The ")
            found.append(Entity(SpeakerType.GROUP, description(name), plural=True, mentions=[span]))
    return found


def narrated(outline: Outline, contents: Sequence[Span]) -> list[int]:
    """For each sentence how many up to it are not wholly somebody's words: quotations put no distance between."""
    counts: list[int] = []
    count = 0
    cover = Cover(contents)
    for sentence in outline.sentences:
        count += not cover.contains(sentence.span)
        counts.append(count)
    return counts


def clashes(entity: Entity, gender: str | None, plural: bool | None) -> bool:
    """Whether gender or number speak against an entity."""
    if gender and entity.gender and entity.gender != gender:
        return True
    return plural is not None and entity.plural != plural
