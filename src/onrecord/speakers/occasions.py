"""When and where something was said: the time and the audience told beside the cue, carried on within a passage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from onrecord.records import Article, Attribution, Interval, Span, SpeakerType, Time
from onrecord.speakers.cast import Cast, Entity
from onrecord.speakers.outline import Outline
from onrecord.speakers.venues import find_venue
from onrecord.times import find_times

_NOT_THEN: Final = re.compile(
    r"\b(?:since|until|till|before|after|by|from|ahead of|prior to|following|for)\s+(?:\w+\s+)?$", re.I
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """The days and the audience of a statement, as far as told."""

    said: Interval | None = None
    venue: str | None = None


def find_occasions(
    article: Article,
    plan: Outline,
    attributions: Sequence[Attribution],
    entities: Sequence[Entity | None],
    cast: Cast,
) -> list[Occasion]:
    """The occasion of each attribution, in their order."""
    published = article.published_day
    times = [
        time
        for time in find_times(article.text, article.published)
        if time.interval is not None and time.type in ("DATE", "TIME") and usable(time, published, plan)
    ]
    told = [own_occasion(plan, attributions, number, entities[number], times) for number in range(len(attributions))]
    return carry(plan, attributions, entities, told)


def usable(time: Time, published: date | None, plan: Outline) -> bool:
    """Whether something can have been said then: not in the future, and not "since" or "until" then."""
    interval = time.interval
    if interval is None or interval.earliest is None or interval.latest is None:
        return False
    if published is not None and interval.earliest > published:
        return False
    if time.value.endswith("_REF"):
        return False
    return not _NOT_THEN.search(plan.text[max(0, time.span.start - 24) : time.span.start])


def clause_stretches(plan: Outline, attributions: Sequence[Attribution], number: int) -> list[Span]:
    """The parts of the cue's sentence outside of contents; those contents that hold the cue itself count as text."""
    item = attributions[number]
    cue = item.cue
    if cue is None:
        return []
    sentence = plan.sentences[plan.sentence_at(cue.start)].span
    blocks = sorted(
        piece
        for other, attribution in enumerate(attributions)
        for piece in attribution.content
        if piece.overlaps(sentence) and (other == number or not piece.contains(cue))
    )
    holders = [piece for attribution in attributions for piece in attribution.content if piece.contains(cue)]
    begin = max([sentence.start, *(piece.start for piece in holders)])
    end = min([sentence.end, *(piece.end for piece in holders)])
    stretches: list[Span] = []
    for block in blocks:
        if block.start > begin:
            stretches.append(Span(begin, min(block.start, end)))
        begin = max(begin, block.end)
    if begin < end:
        stretches.append(Span(begin, end))
    return [stretch for stretch in stretches if stretch.start < stretch.end]


def own_occasion(
    plan: Outline,
    attributions: Sequence[Attribution],
    number: int,
    entity: Entity | None,
    times: Sequence[Time],
) -> Occasion:
    """What the cue's own clause tells of time and audience."""
    item = attributions[number]
    if item.cue is None:
        return Occasion()
    stretches = clause_stretches(plan, attributions, number)
    document = entity is not None and entity.type is SpeakerType.DOCUMENT
    near: list[tuple[int, Time]] = []
    for time in times:
        if not any(stretch.contains(time.span) for stretch in stretches):
            continue
        if item.source is not None and item.source.contains(time.span) and not document:
            continue
        near.append((gap(item.cue, time.span), time))
    said = min(near, key=lambda pair: pair[0])[1].interval if near else None
    return Occasion(said, find_venue(plan, item.cue, item.source, item.content, stretches))


def gap(one: Span, other: Span) -> int:
    """Characters between two spans."""
    return max(other.start - one.end, one.start - other.end, 0)


def carry(
    plan: Outline,
    attributions: Sequence[Attribution],
    entities: Sequence[Entity | None],
    told: Sequence[Occasion],
) -> list[Occasion]:
    """Let further statements of the same speaker in the same passage share the occasion."""
    out = list(told)
    current: dict[Entity, tuple[int, Occasion]] = {}
    for number, item in enumerate(attributions):
        entity = entities[number]
        if entity is None:
            continue
        paragraph = plan.paragraph_at(item.content[0].start)
        own = out[number]
        before = current.get(entity)
        if before is not None and paragraph - before[0] <= 2:
            if own.said is None and (own.venue is None or own.venue == before[1].venue):
                own = replace(own, said=before[1].said)
                if own.venue is None:
                    own = replace(own, venue=before[1].venue)
            out[number] = own
        current[entity] = (paragraph, own)
    return out
