"""When and where something was said: the time and the audience told beside the cue, carried on within a passage.

A sieve, the surest first: what the cue's own clause tells; the same speaker's last dated statement; what the speaker
was told to do, and when, in the sentences before ("Stone spoke in Lowick on Monday. He said ..."); the one day of an
article about the events of a day. A wrong date is worse than none: what is thought, what "has been said" and what is
told within somebody else's words takes no date but its own. What the rules leave open, `weighing.py` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from onrecord.records import Act, Attribution, Interval, Span, SpeakerType, StatementKind, Time
from onrecord.speakers.cast import Cast, Entity
from onrecord.speakers.clues import Clues, Scenery, days_of
from onrecord.speakers.cover import Cover
from onrecord.speakers.echoes import echoed
from onrecord.speakers.lexicon import DOCUMENT_NOUNS
from onrecord.speakers.outline import Outline
from onrecord.speakers.telling import (
    beside_noun,
    in_present,
    is_noun,
    is_programme,
    is_vague,
    owns,
    pointed_at,
    released_then,
)
from onrecord.speakers.venues import ASKING, GENERAL, addressee, find_stages, points_back, told_whom
from onrecord.speakers.weighing import load_weights, weigh

# Counted on the training articles, 2026-11: `python -m evaluation speakers ... --hold-out train --errors said`.
FAR_PARAGRAPHS: Final = 3
ACTED_PARAGRAPHS: Final = 1
LEAD_PARAGRAPHS: Final = 2
LEAD_REACH: Final = 4
EVENT_DAYS: Final = 7
LONGEST_DAYS: Final = 366
LEADING_TOKENS: Final = 4
BESIDE_TOKENS: Final = 3
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_AWAY: Final = frozenset(
    "who which that whose whom where when while as after before because since until than though although if but".split()
)
_SUBORDINATE: Final = frozenset("after when while before because since until where which who".split())
_DONE: Final = frozenset("has have had having would will could may might can is are would've".split())
_NOT_THEN: Final = re.compile(
    r"\b(?:since|until|till|before|after|from|ahead of|prior to|following|for)\s+(?:(?:the|last|early|late|this)\s+)?$",
    re.IGNORECASE,
)
_PREPOSITIONS: Final = frozenset("at in on during to by".split())
_MEANWHILE: Final = frozenset("while during as".split())
_SPEAKING: Final = frozenset(
    "speaking talking appearing writing testifying addressing campaigning answering responding posting tweeting".split()
)
_HEARSAY: Final = ("according", "reportedly", "allegedly", "per ")
_GATHERING: Final = re.compile(
    r"\b(?:debate|town hall|rally|match|game|forum|convention|hearing|speech|address|vote|briefing|news conference|"
    r"press conference)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """The days and the audience of a statement, as far as told."""

    said: Interval | None = None
    venue: str | None = None


def find_occasions(
    times: Sequence[Time],
    published: date | None,
    plan: Outline,
    attributions: Sequence[Attribution],
    entities: Sequence[Entity | None],
    cast: Cast,
) -> list[Occasion]:
    """The occasion of each attribution, in their order."""
    finder = occasion_finder(times, published, plan, attributions, entities, cast)
    found = finder.run()
    for number, days in weigh(Clues(finder.scenery(found)), load_weights()).items():
        found[number] = Occasion(Interval(*days), found[number].venue)
    return found


def occasion_finder(
    times: Sequence[Time],
    published: date | None,
    plan: Outline,
    attributions: Sequence[Attribution],
    entities: Sequence[Entity | None],
    cast: Cast,
) -> Finder:
    """What finds the occasions of an article, with the times on which something can have been said."""
    points = [time for time in times if time.type in ("DATE", "TIME") and usable(time, published, plan)]
    return Finder(plan, attributions, entities, cast, points, published)


def usable(time: Time, published: date | None, plan: Outline) -> bool:
    """Whether something can have been said then: not in the future, and not "since" or "until" then."""
    interval = time.interval
    if interval is None or interval.earliest is None or interval.latest is None or time.value.endswith("_REF"):
        return False
    if published is not None and interval.earliest > published:
        return False
    if (interval.latest - interval.earliest).days > LONGEST_DAYS or is_programme(plan.text, time):
        return False
    before = plan.text[max(0, time.span.start - 24) : time.span.start]
    clock = time.type == "TIME" and re.search(r"\b(?:before|after)\s+$", before)
    return bool(clock) or not _NOT_THEN.search(before)


def gap(one: Span, other: Span) -> int:
    """Characters between two spans."""
    return max(other.start - one.end, one.start - other.end, 0)


class Finder:
    """Finds the occasions of one article's statements."""

    def __init__(
        self,
        plan: Outline,
        attributions: Sequence[Attribution],
        entities: Sequence[Entity | None],
        cast: Cast,
        times: Sequence[Time],
        published: date | None,
    ) -> None:
        self.plan = plan
        self.attributions = attributions
        self.entities = entities
        self.cast = cast
        self.times = times
        self.published = published
        self.cover = Cover(piece for item in attributions for piece in item.content)
        self.pieces = sorted((piece, number) for number, item in enumerate(attributions) for piece in item.content)

    def run(self) -> list[Occasion]:
        """One occasion for each attribution."""
        out = [self.own(number) for number in range(len(self.attributions))]
        current: dict[Entity, tuple[int, Occasion, int]] = {}
        event_day = self.event_day()
        for number in range(len(self.attributions)):
            entity = self.entities[number]
            if entity is None or not self.may_share(number):
                continue
            paragraph = self.plan.paragraph_at(self.anchor(number).start)
            before = current.get(entity)
            if before is not None and self.same_passage(number, entity, paragraph - before[0]):
                out[number] = out[number] if self.elsewhen(number, before[2]) else joined(out[number], before[1])
            if out[number].said is None:
                said = None if self.loose(number) else self.acted(number, entity) or self.pointed(number)
                if said is None and self.of_event(number, out[number].venue, event_day):
                    said = event_day
                out[number] = Occasion(said, out[number].venue)
            if out[number] != Occasion() or before is None:
                current[entity] = (paragraph, out[number], number)
        self.fill_lead(out)
        for number in range(len(out)):
            if (origin := echoed(self.plan.text, self.attributions, number)) is not None:
                out[number] = out[origin]
        for number in reversed(range(len(out) - 1)):
            if self.asked(number) is not None and out[number].said is None:
                out[number] = Occasion(out[number + 1].said, out[number].venue)
        return out

    def clues(self) -> Clues:
        """What speaks for each day of the statements that the rules leave without one."""
        return Clues(self.scenery(self.run()))

    def scenery(self, drafted: Sequence[Occasion]) -> Scenery:
        """The article as the rules leave it."""
        return Scenery(
            self.plan,
            self.cast,
            self.attributions,
            self.entities,
            self.times,
            self.published,
            [days_of(occasion.said) for occasion in drafted],
            [self.may_share(number) and not self.loose(number) for number in range(len(self.attributions))],
            days_of(self.event_day()),
        )

    def fill_lead(self, out: list[Occasion]) -> None:
        """Give what the lead tells without a day the occasion of the same speaker's next words, told just below."""
        for number, entity in enumerate(self.entities):
            paragraph = self.plan.paragraph_at(self.anchor(number).start)
            if paragraph > LEAD_PARAGRAPHS:
                return
            item = self.attributions[number]
            if entity is None or out[number].said is not None or item.act is not Act.SPEECH:
                continue
            later = (other for other in range(number + 1, len(out)) if self.entities[other] is entity)
            following = next((other for other in later if out[other].said is not None), None)
            if following is None or self.within_words(item.cue or item.content[0], number):
                continue
            if self.plan.paragraph_at(self.anchor(following).start) - paragraph <= LEAD_REACH:
                out[number] = joined(out[number], out[following])

    def anchor(self, number: int) -> Span:
        """The place of a statement's source, cue or content."""
        item = self.attributions[number]
        return item.source or item.cue or item.content[0]

    def within_words(self, span: Span, besides: int = -1) -> bool:
        """Whether a place lies within somebody's words."""
        if not self.cover.contains(span):
            return False
        return besides < 0 or any(piece.contains(span) for piece, number in self.pieces if number != besides)

    def quoted(self, span: Span) -> bool:
        """Whether a place lies within a quotation."""
        return any(
            piece.contains(span)
            for item in self.attributions
            if item.kind is StatementKind.DIRECT
            for piece in item.content
        )

    def stretches(self, number: int) -> list[Span]:
        """The parts of the cue's sentence outside of contents; those that hold the cue itself count as text."""
        cue = self.attributions[number].cue
        if cue is None:
            return []
        sentence = self.plan.sentences[self.plan.sentence_at(cue.start)].span
        near = [(piece, owner) for piece, owner in self.pieces if piece.overlaps(sentence)]
        holders = [piece for piece, owner in near if owner != number and piece.contains(cue)]
        begin = max([sentence.start, *(piece.start for piece in holders)])
        end = min([sentence.end, *(piece.end for piece in holders)])
        found: list[Span] = []
        for piece, _ in near:
            if piece in holders:
                continue
            if piece.start > begin:
                found.append(Span(begin, min(piece.start, end)))
            begin = max(begin, piece.end)
        return [span for span in [*found, Span(begin, max(begin, end))] if span.start < span.end]

    def own(self, number: int) -> Occasion:
        """What the cue's own clause tells of time and audience."""
        item, entity = self.attributions[number], self.entities[number]
        document = entity is not None and entity.type is SpeakerType.DOCUMENT
        person = entity is not None and entity.type is SpeakerType.PERSON
        stretches = self.stretches(number)
        near: list[tuple[int, Time]] = []
        for time in self.times:
            if item.source is not None and item.source.contains(time.span):
                if document or (not person and self.is_document(item.source)):
                    near.append((0, time))
            elif item.cue is not None and any(stretch.contains(time.span) for stretch in stretches):
                near += [(gap(item.cue, time.span), time)] if self.belongs(number, time.span) else []
        said = min(near, key=lambda pair: pair[0])[1].interval if near and item.act is Act.SPEECH else None
        if said is None and document and entity is not None:
            said = self.dated_document(number, entity)
        return Occasion(said, self.venue(number, stretches))

    def is_document(self, source: Span) -> bool:
        """Whether a source's words tell of a document ("a poll last year"), whatever it is named."""
        return any(token.word.lower() in DOCUMENT_NOUNS for token in self.plan.tokens_in(source))

    def dated_document(self, number: int, entity: Entity) -> Interval | None:
        """The day told of a document beside its noun: "Monday's report", "a letter sent on Friday"."""
        nouns = "|".join({word for word in re.findall(r"[a-z]+", entity.name.lower()) if word in DOCUMENT_NOUNS})
        if not nouns:
            return None
        here = self.anchor(number).start
        for time in reversed(self.times):
            if time.span.start > here or self.within_words(time.span, number):
                continue
            before = self.plan.text[max(0, time.span.start - 50) : time.span.start]
            after = self.plan.text[time.span.end : time.span.end + 30]
            if re.search(rf"\b(?:{nouns})\s+(?:[a-z]+\s+){{0,4}}$", before) or re.match(
                rf"(?:['’]s)?\s+(?:[a-z]+\s+){{0,2}}(?:{nouns})\b", after
            ):
                return time.interval
        later = (time for time in self.times if time.span.start > here)
        return next((time.interval for time in later if released_then(self.plan.text, nouns, time.span)), None)

    def venue(self, number: int, stretches: Sequence[Span]) -> str | None:
        """The audience or the stage that the cue's clause tells; a stage says more than "reporters"."""
        item, entity = self.attributions[number], self.entities[number]
        if item.cue is None:
            return None
        if item.source is None and entity is None:
            return self.asked(number)
        listener = told_whom(self.plan, item.cue, item.content, item.source)
        if listener is not None and listener.lower() not in GENERAL:
            return listener
        near = [
            (gap(item.cue, stage.span), stage.words)
            for stage in find_stages(self.plan, stretches, item.source)
            if self.belongs(number, stage.span)
        ]
        if near:
            return min(near)[1]
        if entity is not None and entity.type is SpeakerType.DOCUMENT and "letter" in entity.name.lower():
            return addressee(self.plan.text)
        return listener

    def asked(self, number: int) -> str | None:
        """Who was asked, where the question has no source: the speaker of the answer in the same sentence."""
        item = self.attributions[number]
        words = item.cue.of(self.plan.text).lower().split() if item.cue is not None else []
        if item.cue is None or not words or words[0] not in ASKING:
            return None
        here = self.plan.sentence_at(item.cue.start)
        following = self.entities[number + 1] if number + 1 < len(self.entities) else None
        near = following is not None and self.plan.sentence_at(self.anchor(number + 1).start) - here <= 1
        return following.name if following is not None and near else None

    def belongs(self, number: int, time: Span) -> bool:
        """Whether a time in the cue's sentence tells of the cue: it opens the sentence, or nothing parts the two.

        Words within contents do not count.
        """
        item = self.attributions[number]
        cue = item.cue or item.content[0]
        sentence = self.plan.sentences[self.plan.sentence_at(cue.start)].span
        if is_noun(cue.of(self.plan.text)):
            return beside_noun(self.plan.text, cue, time)
        if cue.of(self.plan.text).lower().startswith(_HEARSAY):
            last = max(cue.end, item.source.end if item.source is not None else 0)
            return time.start >= last and len(self.outside(Span(last, time.start), item.source)) <= 1
        if time.start < cue.start:
            before = self.plan.tokens_in(Span(sentence.start, time.start))
            between = self.outside(Span(time.end, cue.start), item.source)
            if len(before) <= LEADING_TOKENS or len(between) <= BESIDE_TOKENS:
                clause = between[: between.index(",")] if "," in between else between
                if len(between) > BESIDE_TOKENS and between[-1] in _SUBORDINATE:
                    return False
                return not any(token in _AWAY or token == ";" for token in clause)
            if self.speaks_on(number, time):
                return True
            return not any(token in _AWAY or token in (";", ",") for token in between)
        between = without_place_commas(self.outside(Span(cue.end, time.start), item.source, lower=False))
        if between[:1] == [","] and between[1:2] and between[1] in _PREPOSITIONS:
            between = between[1:]
        after_doing = len(between) > 1 and between[0] == "after" and between[1].endswith("ing")
        if between and (between[0] in _MEANWHILE or after_doing):
            between = between[1:]
        return between == [","] or not any(token in _AWAY or token in (";", ",", "and") for token in between)

    def speaks_on(self, number: int, time: Span) -> bool:
        """Whether a time stands in a clause on the speaking before the cue: "Stone, speaking on Monday, said"."""
        item = self.attributions[number]
        if item.source is None or item.cue is None or not item.source.end <= time.start < item.cue.start:
            return False
        tokens = [token.word.lower() for token in self.plan.tokens_in(Span(item.source.end, time.start))]
        return tokens[:1] == [","] and len(tokens) > 1 and tokens[1] in _SPEAKING and tokens.count(",") == 1

    def outside(self, span: Span, source: Span | None, *, lower: bool = True) -> list[str]:
        """The words of a span, in lower case or as printed, that are in no content and not in the source."""
        return [
            token.word.lower() if lower else token.word
            for token in self.plan.tokens_in(span)
            if not self.within_words(Span(token.start, token.end))
            and not (source is not None and source.start <= token.start < source.end)
        ]

    def may_share(self, number: int) -> bool:
        """Whether a statement can be of an occasion that is not told beside it."""
        item = self.attributions[number]
        if item.act is not Act.SPEECH or self.within_words(item.cue or item.content[0], number):
            return False
        if item.cue is None:
            return True
        start = item.source.end if item.source is not None and item.source.end <= item.cue.start else item.cue.start
        between = self.outside(Span(start, item.cue.start), item.source) if start < item.cue.start else []
        words = {*between, *item.cue.of(self.plan.text).lower().split()}
        return not words & _DONE

    def loose(self, number: int) -> bool:
        """Whether a cue tells of no one time: in the present tense, a noun, or "previously"; quotations aside."""
        item = self.attributions[number]
        if item.cue is None or item.kind is StatementKind.DIRECT:
            return False
        owned = item.source is not None and item.source.end <= item.cue.start and owns(item.source.of(self.plan.text))
        return owned or self.in_present(number) or self.vague(number)

    def vague(self, number: int) -> bool:
        """Whether the clause of a cue tells a time that is no day."""
        return any(is_vague(stretch.of(self.plan.text)) for stretch in self.stretches(number))

    def in_present(self, number: int) -> bool:
        """Whether a statement's cue is in the present tense."""
        cue = self.attributions[number].cue
        return cue is not None and in_present(cue.of(self.plan.text))

    def elsewhen(self, number: int, earlier: int) -> bool:
        """Whether a statement is of another time than an earlier one: "says" after "said", "recently told"."""
        turned = self.in_present(number) and not self.in_present(earlier)
        return self.vague(number) or (turned and self.attributions[number].kind is StatementKind.INDIRECT)

    def same_passage(self, number: int, entity: Entity, paragraphs: int) -> bool:
        """Whether the same speaker's last statement, so many paragraphs before, is of the same occasion."""
        if entity.type is SpeakerType.GOVERNMENT:
            return paragraphs == 0
        direct = self.attributions[number].kind is not StatementKind.INDIRECT
        return entity.type is SpeakerType.DOCUMENT or direct or paragraphs <= FAR_PARAGRAPHS

    def acted(self, number: int, entity: Entity) -> Interval | None:
        """The day on which the sentences before tell that the speaker, or the speakers together, did something."""
        names = set(entity.name.split(" and ")) if entity.type is SpeakerType.GROUP else {entity.name}
        if entity.type not in (SpeakerType.PERSON, SpeakerType.GROUP):
            return None
        for sentence, interval in self.told_days(self.anchor(number), ACTED_PARAGRAPHS):
            if interval.earliest != interval.latest and len(names) == 1:
                continue
            people = [
                named.entity.name for named in self.cast.within(sentence) if named.entity.type is SpeakerType.PERSON
            ]
            first = set(people[: len(names)]) == names
            if first or (names <= set(people) and not self.other_speaks(sentence, entity)):
                return interval
        return None

    def pointed(self, number: int) -> Interval | None:
        """The day told of an occasion or document that the cue's clause points back to: "in the email, Stone wrote"."""
        nouns = pointed_at(stretch.of(self.plan.text) for stretch in self.stretches(number))
        if not nouns:
            return None
        for sentence, interval in self.told_days(self.anchor(number), FAR_PARAGRAPHS):
            words = set(re.findall(r"[a-z]+", sentence.of(self.plan.text).lower()))
            if words & nouns:
                return interval
        return None

    def told_days(self, anchor: Span, paragraphs: int) -> Iterator[tuple[Span, Interval]]:
        """The sentences before a place that tell a time outside of contents, nearest first, each with its times.

        paragraphs: so many before the place are looked at.
        """
        first = self.plan.paragraph_at(anchor.start) - paragraphs
        earlier = [time for time in self.times if time.span.start < anchor.start and not self.within_words(time.span)]
        sentences = {self.plan.sentence_at(time.span.start) for time in earlier}
        for number in sorted(sentences, reverse=True):
            sentence = self.plan.sentences[number].span
            if self.plan.paragraph_at(sentence.start) < first:
                return
            for time in earlier:
                if sentence.contains(time.span) and time.interval is not None:
                    yield sentence, time.interval

    def other_speaks(self, sentence: Span, entity: Entity) -> bool:
        """Whether a sentence reports what somebody else said."""
        return any(
            item.cue is not None and sentence.contains(item.cue) and self.entities[number] is not entity
            for number, item in enumerate(self.attributions)
        )

    def event_day(self) -> Interval | None:
        """The one day of an article that tells the events of its own day, or of a debate, match, hearing ..."""
        days = {
            (time.interval.earliest, time.interval.latest): time
            for time in reversed(self.times)
            if time.interval is not None
            and _DAY.match(time.value)
            and self.recent(time.interval)
            and not self.quoted(time.span)
        }
        lead = [time for time in days.values() if self.plan.paragraph_at(time.span.start) <= LEAD_PARAGRAPHS]
        if not lead or self.published is None:
            return None
        first = min(lead, key=lambda time: time.span)
        sentence = self.plan.sentences[self.plan.sentence_at(first.span.start)].span
        today = first.interval is not None and first.interval.earliest == self.published
        gathering = bool(_GATHERING.search(sentence.of(self.plan.text)))
        if len(days) == 1:
            return first.interval if today or gathering else None
        return first.interval if today and gathering else None

    def of_event(self, number: int, venue: str | None, day: Interval | None) -> bool:
        """Whether a statement is of the article's one day: a quotation; on the day itself what somebody was told."""
        if self.attributions[number].kind is StatementKind.DIRECT:
            return True
        today = day is not None and day.earliest == self.published
        return today and venue is not None and not self.loose(number)

    def recent(self, interval: Interval) -> bool:
        """Whether an interval is a single day of the week before publication."""
        if interval.earliest is None or interval.earliest != interval.latest or self.published is None:
            return False
        return 0 <= (self.published - interval.earliest).days <= EVENT_DAYS


def without_place_commas(words: list[str]) -> list[str]:
    """Words in lower case, without the commas behind names: "at a rally in Portland, Maine, on"."""
    kept = [word for before, word in pairwise(["", *words]) if not (word == "," and before[:1].isupper())]
    return [word.lower() for word in kept]


def joined(own: Occasion, before: Occasion) -> Occasion:
    """A statement's own occasion filled up from the one before, unless its own tells of another."""
    if own.said is not None and own.said != before.said:
        return own
    if own.venue is not None and points_back(own.venue) and before.venue is not None:
        return Occasion(before.said, before.venue)
    if own.venue is not None and before.venue is not None and own.venue != before.venue:
        return own
    return Occasion(before.said, own.venue or before.venue)
