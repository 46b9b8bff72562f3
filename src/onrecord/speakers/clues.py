"""What speaks for each day on which a statement without a told day may have been made, as rows of numbers.

The candidates are the days that the article tells, and its day of publication. A row says how a day stands to the
statement: in its sentence, how far before or after, told for the same speaker, the day of others' words, in the lead.
`weighing.py` weighs the rows; `training/said.py` learns the weights.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from onrecord.records import Act, Attribution, Interval, Span, SpeakerType, StatementKind, Time
from onrecord.speakers.cast import Cast, Entity
from onrecord.speakers.cover import Cover
from onrecord.speakers.lexicon import DOCUMENT_NOUNS, PRONOUNS
from onrecord.speakers.outline import Outline

FAR: Final = 12
NEAR_DAYS: Final = 7
LEAD: Final = 2
_OCCASION: Final = re.compile(
    r"\b(?:debate|town hall|rally|match|game|forum|convention|hearing|speech|address|vote|voted|briefing|conference|"
    r"interview|statement|announc\w*|court|trial|meeting|summit|ceremony|testif\w+|protest\w*|appear\w*|report|letter|"
    r"filing|filed|released?|published|ruling|ruled|spoke|speaking|told|said|election|primary)\b",
    re.IGNORECASE,
)
_WEEKDAY: Final = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_SPELL: Final = re.compile(r"\b(?:week|month|year)", re.IGNORECASE)
_TODAY: Final = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
_FUTURE: Final = frozenset("will would could may might shall can".split())
_PERFECT: Final = frozenset("has have had having".split())
_PRESENT: Final = frozenset("say tell warn argue claim want believe think write show ask insist add".split())
_PLAIN: Final = frozenset("said told added says".split())
_NARRATED_TYPES: Final = (
    SpeakerType.PERSON,
    SpeakerType.DOCUMENT,
    SpeakerType.GOVERNMENT,
    SpeakerType.ORGANIZATION,
    SpeakerType.GROUP,
    SpeakerType.UNNAMED,
)

STATEMENT_CLUES: Final = (
    "mind direct mixed no_cue no_source nested nested_in_quote carries perfect future present gerund hearsay "
    "plain_said unresolved person document government organization group unnamed pronoun in_lead position few_dated "
    "many_dated single_day no_days article_dated speaker_dated"
).split()
DAY_CLUES: Final = (
    "length_week length_month length_year today yesterday this_week older untold places quoted_only lead_one lead_two "
    "first_told dated_count dated_share weekday spell today_word occasion occasion_lead"
).split()
PAIR_CLUES: Final = (
    "same_sentence back_1 back_2 back_3 back_far ahead_near ahead_any same_paragraph paragraph_1 paragraph_2 "
    "latest_before second_before next_after before_occasion before_cue before_speaker before_own_words before_lead "
    "ahead_speaker ahead_cue speaker_before speaker_before_near speaker_before_last speaker_after speaker_after_near "
    "other_before other_before_near other_before_last other_after neighbour_before neighbour_after holder_own "
    "holder_day document_noun carries_latest carries_back_1 carries_today carries_day_share carries_only "
    "event_day event_carries event_plain event_present event_person"
).split()
NAMES: Final = (*STATEMENT_CLUES, *DAY_CLUES, *PAIR_CLUES)
"""One name for each number of a row, in its order."""

_CARRIES: Final = STATEMENT_CLUES.index("carries")
_PLAIN_CUE: Final = STATEMENT_CLUES.index("plain_said")
_PRESENT_CUE: Final = STATEMENT_CLUES.index("present")
_PERSON: Final = STATEMENT_CLUES.index("person")
_LATEST: Final = PAIR_CLUES.index("latest_before")
_BACK_1: Final = PAIR_CLUES.index("back_1")
_TODAY_CLUE: Final = DAY_CLUES.index("today")
_DAY_SHARE: Final = DAY_CLUES.index("dated_share")

Days = tuple[date, date]


def days_of(interval: Interval | None) -> Days | None:
    """First and last day of a closed interval."""
    if interval is None or interval.earliest is None or interval.latest is None:
        return None
    return interval.earliest, interval.latest


@dataclass(frozen=True, slots=True)
class Place:
    """Where a time stands, and what else its sentence holds."""

    start: int
    end: int
    sentence: int
    paragraph: int
    quoted: bool
    within: bool
    has_cue: bool
    occasion: bool
    opens: bool
    people: frozenset[int]


@dataclass(slots=True)
class Day:
    """A candidate: an interval, its places in text order, and the clues that are the same for every statement."""

    days: Days
    places: list[Place] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    clues: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scenery:
    """The article as the rules left it: whose each statement is, and the days they found."""

    plan: Outline
    cast: Cast
    attributions: Sequence[Attribution]
    entities: Sequence[Entity | None]
    times: Sequence[Time]
    published: date | None
    drafted: Sequence[Days | None]
    carries: Sequence[bool]
    event: Days | None = None


class Clues:
    """The rows of one article's statements."""

    def __init__(self, scenery: Scenery) -> None:
        self.scenery = scenery
        plan, items = scenery.plan, scenery.attributions
        self.anchors = [item.source or item.cue or item.content[0] for item in items]
        self.sentences = [plan.sentence_at(anchor.start) for anchor in self.anchors]
        self.paragraphs = [plan.sentences[number].paragraph for number in self.sentences]
        self.words = Cover(piece for item in items for piece in item.content)
        self.quotes = Cover(piece for item in items if item.kind is StatementKind.DIRECT for piece in item.content)
        self.pieces = [(piece, number) for number, item in enumerate(items) for piece in item.content]
        self.cue_sentences = {plan.sentence_at(item.cue.start) for item in items if item.cue is not None}
        self.dated = [(number, days) for number, days in enumerate(scenery.drafted) if days is not None]
        self.counts = Counter(days for _, days in self.dated)
        self.days = self.candidates()
        self.recent = sum(self.is_recent(day) for day in self.days)

    def candidates(self) -> list[Day]:
        """The days of the article, each with the clues of its own."""
        found: dict[Days, Day] = {}
        plan, published = self.scenery.plan, self.scenery.published
        for time in self.scenery.times:
            days = days_of(time.interval)
            if days is None:
                continue
            day = found.setdefault(days, Day(days))
            number = plan.sentence_at(time.span.start)
            sentence = plan.sentences[number]
            text = sentence.span.of(plan.text)
            day.places.append(
                Place(
                    time.span.start,
                    time.span.end,
                    number,
                    sentence.paragraph,
                    self.quotes.contains(time.span),
                    self.words.contains(time.span),
                    number in self.cue_sentences,
                    bool(_OCCASION.search(text)),
                    time.span.start - sentence.span.start < 25,
                    frozenset(id(named.entity) for named in self.scenery.cast.within(sentence.span)),
                )
            )
            day.words.append(time.span.of(plan.text))
            day.nouns |= {word for word in re.findall(r"[a-z]+", text.lower()) if word in DOCUMENT_NOUNS}
        if published is not None:
            found.setdefault((published, published), Day((published, published)))
        ordered = sorted(found.values(), key=lambda day: day.places[0].start if day.places else len(plan.text))
        for number, day in enumerate(ordered):
            day.clues = self.day_clues(day, first=number == 0)
        return ordered

    def is_recent(self, day: Day) -> bool:
        """Whether a candidate is a told day of the week before publication."""
        published = self.scenery.published
        single = bool(day.places) and day.days[0] == day.days[1]
        return published is not None and single and 0 <= (published - day.days[0]).days <= NEAR_DAYS

    def day_clues(self, day: Day, *, first: bool) -> list[float]:
        """What a candidate tells by itself, in the order of DAY_CLUES."""
        length = (day.days[1] - day.days[0]).days
        published = self.scenery.published
        back = (published - day.days[1]).days if published is not None else -1
        words = " ".join(day.words)
        open_places = [place for place in day.places if not place.quoted]
        return [
            float(clue)
            for clue in (
                0 < length <= 7,
                7 < length <= 31,
                length > 31,
                back == 0 and length == 0,
                back == 1,
                2 <= back <= NEAR_DAYS,
                back > NEAR_DAYS,
                not day.places,
                min(len(day.places), 4),
                bool(day.places) and not open_places,
                any(place.paragraph <= 1 for place in open_places),
                any(place.paragraph <= LEAD for place in open_places),
                first and bool(day.places),
                min(self.counts[day.days], 4),
                self.counts[day.days] / max(1, len(self.dated)),
                bool(_WEEKDAY.search(words)),
                bool(_SPELL.search(words)),
                bool(_TODAY.search(words)),
                any(place.occasion for place in open_places),
                any(place.occasion and place.paragraph <= LEAD for place in open_places),
            )
        ]

    def statement_clues(self, number: int, holders: list[int]) -> list[float]:
        """What a statement tells by itself, in the order of STATEMENT_CLUES."""
        item, entity = self.scenery.attributions[number], self.scenery.entities[number]
        plan = self.scenery.plan
        cue = item.cue.of(plan.text).lower() if item.cue is not None else ""
        first = cue.split()[0] if cue.split() else ""
        clause: set[str] = set()
        if item.cue is not None:
            begin = item.source.end if item.source is not None and item.source.end <= item.cue.start else item.cue.start
            clause = {
                token.word.lower()
                for token in plan.tokens_in(Span(begin, item.cue.end))
                if not any(piece.start <= token.start < piece.end for piece in item.content)
            }
        source = item.source.of(plan.text).lower() if item.source is not None else ""
        total = len(self.scenery.attributions)
        kinds = [entity is not None and entity.type is kind for kind in _NARRATED_TYPES]
        return [
            float(clue)
            for clue in (
                item.act is Act.MIND,
                item.kind is StatementKind.DIRECT,
                item.kind is StatementKind.MIXED,
                item.cue is None,
                item.source is None,
                bool(holders),
                any(self.scenery.attributions[holder].kind is StatementKind.DIRECT for holder in holders),
                self.scenery.carries[number],
                bool(clause & _PERFECT),
                bool(clause & _FUTURE),
                first in _PRESENT or (first.endswith("s") and first[:-1] in _PRESENT),
                cue.endswith("ing"),
                first.startswith("accord"),
                cue in _PLAIN,
                entity is None,
                *kinds,
                source in PRONOUNS,
                self.paragraphs[number] <= LEAD,
                self.paragraphs[number] / (plan.sentences[-1].paragraph + 1),
                0 < len(self.counts) <= 2,
                len(self.counts) > 2,
                self.recent == 1,
                self.recent == 0,
                len(self.dated) / total,
                any(self.scenery.entities[other] is entity for other, _ in self.dated) and entity is not None,
            )
        ]

    def holders(self, number: int) -> list[int]:
        """The statements within whose words one lies, in text order."""
        item = self.scenery.attributions[number]
        place = item.cue or item.content[0]
        return [other for piece, other in self.pieces if other != number and piece.contains(place)]

    def rows(self, number: int) -> list[tuple[Days, list[float]]]:
        """One row for each candidate of a statement."""
        anchor, entity = self.anchors[number], self.scenery.entities[number]
        holders = self.holders(number)
        own = self.statement_clues(number, holders)
        nouns = set()
        if entity is not None and entity.type is SpeakerType.DOCUMENT:
            nouns = set(re.findall(r"[a-z]+", entity.name.lower())) & DOCUMENT_NOUNS
        speaker = [(other, days) for other, days in self.dated if entity and self.scenery.entities[other] is entity]
        others = self.dated
        told = sorted((place.start, day.days) for day in self.days for place in day.places if not place.quoted)
        before = list(dict.fromkeys(days for start, days in reversed(told) if start < anchor.start))
        after = list(dict.fromkeys(days for start, days in told if start >= anchor.start))
        around = {
            "speaker": split(speaker, number),
            "others": split(others, number),
        }
        drafted = self.scenery.drafted
        neighbours = (
            drafted[number - 1] if number else None,
            drafted[number + 1] if number + 1 < len(drafted) else None,
        )
        held = [drafted[holder] for holder in holders]
        found: list[tuple[Days, list[float]]] = []
        for day in self.days:
            if self.judged(number, day):
                continue
            pair = self.pair_clues(number, day, before, after, around, neighbours, held)
            carries = own[_CARRIES]
            pair += [
                bool(nouns & day.nouns),
                carries * pair[_LATEST],
                carries * pair[_BACK_1],
                carries * day.clues[_TODAY_CLUE],
                carries * day.clues[_DAY_SHARE],
                carries * (len(before) == 1 and pair[_LATEST]),
                event := day.days == self.scenery.event,
                event * carries,
                event * carries * own[_PLAIN_CUE],
                event * carries * own[_PRESENT_CUE],
                event * carries * own[_PERSON],
            ]
            found.append((day.days, [*own, *day.clues, *(float(clue) for clue in pair)]))
        return found

    def judged(self, number: int, day: Day) -> bool:
        """Whether a day stands in the statement's sentence outside of words: the rules saw it and set it aside."""
        here = self.sentences[number]
        return any(place.sentence == here and not place.within for place in day.places)

    def pair_clues(
        self,
        number: int,
        day: Day,
        before: list[Days],
        after: list[Days],
        around: dict[str, tuple[list[tuple[int, Days]], list[tuple[int, Days]]]],
        neighbours: tuple[Days | None, Days | None],
        held: list[Days | None],
    ) -> list[float]:
        """How a candidate stands to a statement, in the order of PAIR_CLUES but its last eleven."""
        sentence, paragraph = self.sentences[number], self.paragraphs[number]
        anchor, entity = self.anchors[number], self.scenery.entities[number]
        key = day.days
        same = False
        last: Place | None = None
        following: Place | None = None
        for place in day.places:
            same = same or place.sentence == sentence
            if place.quoted:
                continue
            if place.end <= anchor.start:
                last = place
            elif following is None and place.start >= anchor.end:
                following = place
        back = sentence - last.sentence if last else FAR + 1
        paragraphs = paragraph - last.paragraph if last else FAR + 1
        ahead = following.sentence - sentence if following else FAR + 1
        speaker_before, speaker_after = around["speaker"]
        other_before, other_after = around["others"]
        return [
            same,
            back == 1,
            back == 2,
            back == 3,
            min(back, FAR) / FAR if last else 0.0,
            ahead <= 2,
            following is not None,
            paragraphs == 0,
            paragraphs == 1,
            paragraphs == 2,
            bool(before) and before[0] == key,
            len(before) > 1 and before[1] == key,
            bool(after) and after[0] == key,
            bool(last and last.occasion),
            bool(last and last.has_cue),
            bool(last and entity is not None and id(entity) in last.people),
            bool(last and last.within),
            bool(last and last.opens),
            bool(following and entity is not None and id(entity) in following.people),
            bool(following and following.has_cue),
            any(days == key for _, days in speaker_before),
            self.near(number, key, speaker_before),
            bool(speaker_before) and speaker_before[-1][1] == key,
            any(days == key for _, days in speaker_after),
            self.near(number, key, speaker_after),
            any(days == key for _, days in other_before),
            self.near(number, key, other_before),
            bool(other_before) and other_before[-1][1] == key,
            any(days == key for _, days in other_after),
            neighbours[0] == key,
            neighbours[1] == key,
            bool(held) and held[-1] == key,
            any(days == key for days in held),
        ]

    def near(self, number: int, key: Days, dated: list[tuple[int, Days]]) -> float:
        """1 for a statement of that day in the same paragraph, less with each one between, 0 where there is none."""
        here = self.paragraphs[number]
        gaps = [abs(self.paragraphs[other] - here) for other, days in dated if days == key]
        return 1.0 / (1.0 + min(gaps)) if gaps else 0.0


def split(dated: Sequence[tuple[int, Days]], number: int) -> tuple[list[tuple[int, Days]], list[tuple[int, Days]]]:
    """The dated statements before and after one."""
    return [pair for pair in dated if pair[0] < number], [pair for pair in dated if pair[0] > number]
