"""From the encoder's words to mentions: which words tell an event, with what status, at what time, on whose word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from onrecord.events.called_off import CalledOff, called_off, with_status
from onrecord.events.lexicon import with_table
from onrecord.events.status import (
    PAST,
    ahead_share,
    hold_against_days,
    likeliest,
    status_words_of,
    told_chances,
    words_before,
)
from onrecord.events.stems import stem_of
from onrecord.events.surroundings import Surroundings, surroundings_of
from onrecord.events.ties import Setting, choose_time
from onrecord.events.windows import days_on_side, window_of
from onrecord.model.events import TYPES, TaggedEvent
from onrecord.records import Interval, Span, Statement, Time
from onrecord.speakers.outline import Outline

CLOSE: Final = 2  # of words with no more between them one tells the event
PHRASE: Final = 4  # so many words lie between two of one phrase at most
WEAK: Final = 0.9  # a word of less than this share of its neighbour's probability is weak
RIVAL: Final = 0.4  # from this probability on a word is an event that a time may belong to instead
AROUND: Final = 2500  # characters: longer than a window of the encoder, which points no farther
_BREAK: Final = re.compile(r"[.,;:!?()—–]|\b(?:will|would|could|can|may|might|should|must)\b")
_OF: Final = re.compile(r"\s+of(?:\s+(?!and\b)[\w’'-]+){0,5}\s+")  # "delayed the start of the trial" tells of one event


@dataclass(frozen=True)
class Mention:
    """One word that tells an event. paragraph, sentence: their numbers in the article. spoken: on whose word, if any.

    chances, types: the probabilities of every status and type. time: the words of its time, if they stand near it; tie:
    how surely they are its own; window: the days they mean for it. off: what calls or puts it off, if a word does.
    """

    word: Span
    text: str
    score: float
    status: str
    chances: tuple[float, ...]
    type: str
    types: tuple[float, ...]
    status_words: Span | None
    time: Time | None
    tie: float
    window: Interval | None
    spoken: Statement | None
    paragraph: int
    sentence: int
    surroundings: Surroundings
    off: CalledOff | None = None

    @cached_property
    def stem(self) -> str:
        """A common form of "elected", "election", "elections"; of "met" and "meeting"."""
        return stem_of(self.text)

    @property
    def past(self) -> bool:
        """Whether it has begun, as told."""
        return self.status in PAST


def read_mentions(
    text: str,
    plan: Outline,
    tagged: Sequence[TaggedEvent],
    statements: Sequence[Statement],
    times: Sequence[Time],
    day: date | None,
    *,
    least: float,
) -> list[Mention]:
    """The words that the encoder holds for events with a probability of `least` or more, in text order."""
    speech = _Speech(statements)
    found = []
    starts, ends = rivals_of(tagged)
    time_starts = [time.span.start for time in times]
    told_off = _told_off(text, plan, tagged, least)
    for event in tagged:
        if event.score < least or any(off.words.contains(event.word) for off in told_off.values()):
            continue
        number = plan.sentence_at(event.word.start)
        sentence = plan.sentences[number].span
        words = words_before(text, sentence, event)
        told = told_chances(text, sentence, event, words)
        ahead = ahead_share(told)
        off = told_off.get(event.word)
        if off:  # it may have been due on either side of publication
            told, ahead = with_status(told, off.status), 0.5
        setting = Setting(text, sentence, ahead, starts, ends, day)
        low, high = event.word.start - AROUND, event.word.end + AROUND
        near = times[bisect_left(time_starts, low) : bisect_left(time_starts, high)]
        if off:  # "the vote, due on 3 May, was postponed": a time between the two is when it was due
            near = [time for time in near if event.word.end <= time.span.start < off.words.start] or near
        time, tie = choose_time(event, near, setting)
        days = days_on_side(text, time, event.word, ahead, day) if time else None
        chances = hold_against_days(told, days, day)
        status = likeliest(chances)
        types = with_table(event.word.of(text), event.type)
        best = max(range(len(TYPES)), key=types.__getitem__)
        found.append(
            Mention(
                word=event.word,
                text=event.word.of(text),
                score=max([event.score, *(one.score for one in tagged if off and off.words.contains(one.word))]),
                status=status,
                chances=chances,
                type=TYPES[best],
                types=types,
                status_words=off.words if off else status_words_of(sentence, event, words),
                time=time,
                tie=tie,
                window=window_of(days, status, day),
                spoken=speech.around(event.word),
                paragraph=plan.sentences[number].paragraph,
                sentence=number,
                surroundings=surroundings_of(plan, number, event.word),
                off=off,
            )
        )
    return _without_weak_neighbours(text, sorted(found, key=lambda mention: mention.word))


def _told_off(text: str, plan: Outline, tagged: Sequence[TaggedEvent], least: float) -> dict[Span, CalledOff]:
    """For the words of events that are called off or put off what says so."""
    found = {}
    for event in tagged:
        if event.score >= least:
            sentence = plan.sentences[plan.sentence_at(event.word.start)]
            off = called_off(text, sentence.span, event.word, headline=sentence.paragraph == 0)
            if off:
                found[event.word] = off
    return found


def rivals_of(tagged: Sequence[TaggedEvent]) -> tuple[list[int], list[int]]:
    """Where the words begin and end that are surely events, to which a time may belong instead."""
    words = [event.word for event in tagged if event.score >= RIVAL]
    return [word.start for word in words], [word.end for word in words]


def _without_weak_neighbours(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Of the words of one phrase ("cast a vote") those that another tells better are left out."""
    kept: dict[int, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda one: -one.score):
        beside = kept.setdefault(mention.sentence, [])
        if not any(_yields(text, mention, other) for other in beside):
            beside.append(mention)
    return sorted((mention for sentence in kept.values() for mention in sentence), key=lambda one: one.word)


def _yields(text: str, mention: Mention, other: Mention) -> bool:
    """Whether a word leaves its phrase's event to a surer one: close by always ("go to court"), else where weak."""
    low, high = sorted((mention.word, other.word))
    between = text[low.end : high.start]
    apart = len(between.split())
    if mention.off and mention.off == other.off and _OF.fullmatch(between):
        return True
    return apart <= (CLOSE if mention.score >= WEAK * other.score else PHRASE) and not _BREAK.search(between)


class _Speech:
    """Which statement a word stands in: of nested ones the innermost."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._pieces = sorted(
            ((piece.end - piece.start, number, piece) for number, s in enumerate(statements) for piece in s.content),
            key=lambda entry: entry[:2],
        )
        self._statements = statements

    def around(self, word: Span) -> Statement | None:
        """The statement with the shortest piece of content that holds the word."""
        found = next((number for _, number, piece in self._pieces if piece.contains(word)), None)
        return self._statements[found] if found is not None else None
