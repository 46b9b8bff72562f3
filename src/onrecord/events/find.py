"""Finds the events of an article: mentions read, joined, with window, status and on whose word each rests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.events.confidence import confidence_of
from onrecord.events.details import label_of, mention_span, participants_of, place_of
from onrecord.events.joining import Group, join_mentions
from onrecord.events.mentions import read_mentions
from onrecord.events.status import PAST
from onrecord.model import Tags
from onrecord.records import Article, Event, Statement, Time, event_id
from onrecord.speakers import Register


@dataclass(frozen=True, slots=True)
class Options:
    """Settings, tuned on the articles annotated after the guide with `python -m evaluation record`.

    mention: the least probability of a word to be looked at. least: the least confidence of an event that is shown.
    """

    mention: float = 0.1
    least: float = 0.48


OPTIONS: Final = Options()


def find_events(
    article: Article,
    tags: Tags,
    statements: Sequence[Statement],
    times: Sequence[Time],
    register: Register,
    *,
    options: Options = OPTIONS,
) -> tuple[Event, ...]:
    """The events that an article tells, in text order. Pure: no files, clock or network.

    What lies ahead, or is talked of as planned, possible or called off, counts always; what has happened counts only
    with a time of its own. register: the article's outline and names, as the speakers' stage left them.
    """
    day = article.published_day
    plan = register.plan
    mentions = read_mentions(article.text, plan, tags.events, statements, times, day, least=options.mention)
    groups = [group for group in join_mentions(mentions) if group.window is not None or group.status not in PAST]
    weighed = [(group, confidence_of(group)) for group in groups]
    return tuple(
        _event(article, group, confidence, register) for group, confidence in weighed if confidence >= options.least
    )


def _event(article: Article, group: Group, confidence: float, register: Register) -> Event:
    plan, cast = register.plan, register.cast
    best, status = group.best, group.status
    spans = tuple(mention_span(plan, mention) for mention in group.mentions)
    return Event(
        id=event_id(article, spans[0], group.type),
        label=label_of(plan, group.named_by),
        type=group.type,
        mentions=spans,
        participants=participants_of(article, plan, cast, group),
        place=place_of(plan, cast, group),
        window=group.window,
        status=status,
        status_words=best.status_words if status not in PAST else None,
        according_to=best.spoken.speaker if best.spoken else None,
        confidence=round(confidence, 4),
    )
