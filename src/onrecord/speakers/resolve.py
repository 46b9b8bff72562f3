"""From the words of each source to a speaker: names first, then descriptions, then pronouns, each by exact rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from onrecord.records import Article, Attribution, Span, Speaker, SpeakerType, Statement, StatementKind, Time, digest
from onrecord.speakers.cast import Cast, Entity, build_cast
from onrecord.speakers.clues import Clues
from onrecord.speakers.descriptions import Descriptions
from onrecord.speakers.echoes import echoed
from onrecord.speakers.incumbents import note_incumbents
from onrecord.speakers.lexicon import (
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    PRONOUNS_FEMALE,
    PRONOUNS_FIRST,
    PRONOUNS_FIRST_PLURAL,
    PRONOUNS_MALE,
    PRONOUNS_PLURAL,
    PRONOUNS_THING,
    RANKS,
    RELATIVES,
)
from onrecord.speakers.names import find_names
from onrecord.speakers.occasions import Occasion, find_occasions, occasion_finder
from onrecord.speakers.outline import Outline, Token, outline
from onrecord.speakers.phrases import Form, Phrase, describe_type, read_source
from onrecord.speakers.roles import body_role, person_role
from onrecord.speakers.scene import Scene
from onrecord.speakers.venues import ASKING
from onrecord.times import find_times

BARE_TOKENS: Final = 6
# "They" means a body or group of this sentence or the one before, and nobody where two fit nearly as well: in 39 cases
# (dev) that gave 18 right and 9 wrong, where any distance and no margin gave 16 and 19.
THEY_SENTENCES: Final = 1
THEY_MARGIN: Final = 0.5
APPOSITION_REACH: Final = 24
_PERSONS: Final = frozenset({SpeakerType.PERSON, SpeakerType.UNNAMED})
_THINGS: Final = frozenset({SpeakerType.ORGANIZATION, SpeakerType.GOVERNMENT, SpeakerType.DOCUMENT})
_PLURALS: Final = frozenset({SpeakerType.GROUP, SpeakerType.ORGANIZATION, SpeakerType.UNNAMED})


@dataclass(frozen=True, slots=True)
class Register:
    """The outline of an article and everybody whom it names, worked out once for all that need them."""

    plan: Outline
    cast: Cast


def read_register(article: Article) -> Register:
    """Tokens, sentences and names of an article, and who held which office on its day."""
    plan = outline(article)
    cast = build_cast(plan, find_names(plan))
    note_incumbents(cast, article.published_day, article.text)
    return Register(plan, cast)


def resolve_speakers(
    article: Article,
    attributions: Sequence[Attribution],
    *,
    times: Sequence[Time] | None = None,
    register: Register | None = None,
) -> tuple[tuple[Statement, ...], tuple[Speaker, ...]]:
    """Say of each attribution who spoke, when and to whom. Pure: no files but the tables of facts, clock or network.

    Returns one statement for each attribution, in their order, and the speakers in the order of their first
    statement. A source that cannot be resolved leaves its statement without a speaker. times: those of the article, as
    `find_times` tells them, and register its names: found here where a caller has none. The register's cast learns
    what the resolution finds out (roles, further mentions).
    """
    if not attributions:
        return (), ()
    register = register or read_register(article)
    plan, cast = register.plan, register.cast
    entities: list[Entity | None] = [None] * len(attributions)
    occasions = [Occasion()] * len(attributions)
    if plan.sentences:
        entities = Resolver(plan, cast, attributions, published=article.published_day).run()
        occasions = find_occasions(
            find_times(article.text, article.published) if times is None else times,
            article.published_day,
            plan,
            attributions,
            entities,
            cast,
        )
    told = {entity: entity.speaker(article) for entity in dict.fromkeys(entities) if entity is not None}
    by_id: dict[str, Speaker] = {}
    for speaker in told.values():
        by_id[speaker.id] = one_speaker(by_id[speaker.id], speaker) if speaker.id in by_id else speaker
    speakers = {entity: by_id[speaker.id] for entity, speaker in told.items()}
    statements = tuple(
        Statement(
            id=statement_id(article, item),
            content=item.content,
            cue=item.cue,
            source=item.source,
            kind=item.kind,
            act=item.act,
            speaker=speakers[entity] if entity is not None else None,
            said=occasion.said,
            venue=occasion.venue,
            confidence=item.confidence,
        )
        for item, entity, occasion in zip(attributions, entities, occasions, strict=True)
    )
    return statements, tuple(by_id.values())


def said_clues(article: Article, attributions: Sequence[Attribution]) -> Clues | None:
    """What speaks for each day of the statements that the rules leave without one; None without sentences."""
    plan = outline(article)
    if not plan.sentences:
        return None
    cast = build_cast(plan, find_names(plan))
    note_incumbents(cast, article.published_day, article.text)
    entities = Resolver(plan, cast, attributions, published=article.published_day).run()
    times = find_times(article.text, article.published)
    return occasion_finder(times, article.published_day, plan, attributions, entities, cast).clues()


def one_speaker(a: Speaker, b: Speaker) -> Speaker:
    """Two descriptions that come to the same name ("researchers", "the researchers") as one speaker."""
    return replace(
        a,
        role=a.role or b.role,
        other_names=tuple(dict.fromkeys((*a.other_names, *b.other_names))),
        mentions=tuple(sorted({*a.mentions, *b.mentions})),
    )


def statement_id(article: Article, item: Attribution) -> str:
    """The id of a statement: of its article, its content and its cue."""
    places = [f"{span.start}-{span.end}" for span in (*item.content, *([item.cue] if item.cue else []))]
    return digest(article.id, "statement", *places, "" if item.cue else "no cue")


def asks_nobody(plan: Outline, item: Attribution) -> bool:
    """Whether somebody was asked and nobody is told to ask: "Asked whether it was safe, Stone said", "was asked if"."""
    if item.cue is None or item.source is None:
        return False
    words = item.cue.of(plan.text).lower().split()
    if not words or words[-1] not in ASKING:
        return False
    if plan.text[: item.source.start].rstrip().endswith(" by"):
        return False
    passive = len(words) > 1 and words[-2] in ("was", "were", "been", "being", "is", "are", "when", "if")
    opening = item.cue.end <= item.content[0].start < item.source.start
    return passive or opening


def anchor(item: Attribution) -> Span:
    """The place at which an attribution names, or would name, its source."""
    return item.source or item.cue or item.content[0]


class Resolver:
    """Resolves the sources of one article in text order, remembering who spoke."""

    def __init__(
        self, plan: Outline, cast: Cast, attributions: Sequence[Attribution], *, published: date | None = None
    ) -> None:
        self.plan = plan
        self.cast = cast
        self.attributions = attributions
        self.scene = Scene(plan, cast, attributions)
        self.entities: list[Entity | None] = [None] * len(attributions)
        self.descriptions = Descriptions(plan, cast, self.scene, published)
        self.last: Entity | None = None
        self.done: set[int] = set()

    def run(self) -> list[Entity | None]:
        """The speaker of each attribution, in the order given."""
        order = sorted(range(len(self.attributions)), key=lambda number: anchor(self.attributions[number]).start)
        for number in order:
            self.resolve(number)
        for number, item in enumerate(self.attributions):
            if (origin := echoed(self.plan.text, self.attributions, number)) is not None:
                self.entities[number] = self.entities[origin]
            elif item.source is None and item.continues is not None:
                self.entities[number] = self.entities[item.continues]
            elif item.source is None and item.cue is None:
                self.entities[number] = self.bare(number)
        return self.entities

    def bare(self, number: int) -> Entity | None:
        """Who goes on in a paragraph that is a quotation and nothing else: who spoke in the one before."""
        item = self.attributions[number]
        start = item.content[0].start
        sentence = self.plan.sentences[self.plan.sentence_at(start)]
        opens = number > 0 and self.plan.paragraph_at(max(0, sentence.span.start - 3)) != sentence.paragraph
        long = len(self.plan.tokens_in(item.content[0])) >= BARE_TOKENS
        if not (opens and long and item.kind is StatementKind.DIRECT) or self.scene.holders(item.content[0], number):
            return None
        for other in range(number - 1, -1, -1):
            before = self.attributions[other]
            if self.scene.holders(before.content[0], other):
                continue
            near = sentence.paragraph - self.plan.paragraph_at(before.content[-1].start) <= 1
            return self.entities[other] if near else None
        return None

    def resolve(self, number: int) -> None:
        """Resolve one attribution, those within whose words it lies before it."""
        item = self.attributions[number]
        if number in self.done:
            return
        self.done.add(number)
        holders = self.scene.holders(anchor(item), number)
        for holder in holders:
            self.resolve(holder)
        if item.source is None:
            return
        if asks_nobody(self.plan, item):
            return
        entity = self.source(self.completed(item), number, holders)
        self.entities[number] = entity
        if entity is not None:
            entity.spoke = True
            self.scene.add(item.source, entity, in_content=bool(holders))
            if not holders:
                self.last = entity

    def completed(self, item: Attribution) -> Span:
        """A source with the name right behind it that the tagger left off: "harbour official" of "... Ivo Marlin"."""
        source = item.source or anchor(item)
        last = self.plan.tokens_in(source)[-1:] if self.plan.tokens_in(source) else ()
        behind = [
            named.mention.span
            for named in self.cast.named
            if 0 <= named.mention.span.start - source.end <= 1 and named.mention.span.start >= source.end
        ]
        inside = self.cast.within(source)
        word = last[0].word.lower() if last else ""
        if not behind or (inside and inside[-1].mention.span.end == source.end):
            return source
        person = any(
            named.mention.span == behind[0] and named.entity.type is SpeakerType.PERSON for named in self.cast.named
        )
        if word == "the" or (person and (word in PERSON_NOUNS or word in RANKS)):
            return Span(source.start, behind[0].end)
        return source

    def source(self, span: Span, number: int, holders: list[int]) -> Entity | None:
        """The speaker that the words of a source mean."""
        entity = self.phrase(read_source(self.plan, span, self.cast), number, holders)
        named = entity is not None and any(letter.isalnum() for letter in entity.name)
        return entity if named else None

    def phrase(self, phrase: Phrase, number: int, holders: list[int]) -> Entity | None:
        """The speaker that a phrase means."""
        if phrase.form is Form.PRONOUN:
            return self.pronoun(phrase, number, holders)
        if phrase.form is Form.SEVERAL:
            return self.several(phrase, number, holders)
        if phrase.form is Form.NAME and phrase.named is not None:
            entity = phrase.named.entity
            if entity.type is SpeakerType.PERSON:
                entity.take_role(person_role(phrase.role or ""))
            elif entity.role is None and phrase.role:
                entity.role = body_role(phrase.role)
            return entity
        if phrase.form is Form.DESCRIPTION:
            owner = self.owner(phrase, number, holders)
            return self.descriptions.resolve(phrase, owner=owner, last=self.last, quoted=bool(holders))
        return None

    def several(self, phrase: Phrase, number: int, holders: list[int]) -> Entity | None:
        """A group of the sources that stand together, each resolved."""
        parts = [self.phrase(part, number, holders) for part in phrase.parts]
        names = [self.name_in_group(part, entity) for part, entity in zip(phrase.parts, parts, strict=True)]
        if any(part.form is Form.PRONOUN and entity is None for part, entity in zip(phrase.parts, parts, strict=True)):
            return None
        name = f"{', '.join(names[:-1])} and {names[-1]}"
        return self.descriptions.enter(name, SpeakerType.GROUP, phrase, plural=True)

    def name_in_group(self, part: Phrase, entity: Entity | None) -> str:
        """How a source is named among others: "Ada Stone and colleagues" of "Stone and her colleagues"."""
        words = (part.whole or part.span).of(self.plan.text)
        first, _, rest = words.partition(" ")
        if rest and first.lower() in ("his", "her", "their", "its"):
            return rest
        return entity.name.removesuffix(" (government)") if entity is not None else words

    def owner(self, phrase: Phrase, number: int, holders: list[int]) -> Entity | None:
        """Whom the possessive pronoun before a description means ("his family")."""
        first = phrase.core[0] if phrase.core else None
        if first is not None and first.word.lower() == "whose":
            return self.antecedent(Phrase(Form.PRONOUN, Span(first.start, first.end), "whose"))
        if first is None or first.word.lower() not in ("his", "her", "its", "their", "my", "our"):
            return None
        word = {"my": "i", "our": "we"}.get(first.word.lower(), first.word.lower())
        return self.pronoun(Phrase(Form.PRONOUN, Span(first.start, first.end), word), number, holders)

    def pronoun(self, phrase: Phrase, number: int, holders: list[int]) -> Entity | None:
        """Whom a pronoun means: by gender and number, nearness, subjecthood, and who spoke last."""
        word, offset = phrase.head, phrase.span.start
        holder = self.entities[holders[-1]] if holders else None
        if word in PRONOUNS_FIRST:
            return holder
        if word in PRONOUNS_FIRST_PLURAL:
            return holder
        if word in RELATIVES:
            return self.antecedent(phrase)
        banned = [holder] if holder is not None else []
        if word in PRONOUNS_MALE or word in PRONOUNS_FEMALE:
            gender = "m" if word in PRONOUNS_MALE else "f"
            return self.scene.best(
                offset, types=_PERSONS, gender=gender, plural=False, last_speaker=self.last, banned=banned
            )
        if word in PRONOUNS_THING:
            return self.scene.best(offset, types=_THINGS, last_speaker=self.last, banned=banned)
        if word in PRONOUNS_PLURAL:
            return self.scene.best(
                offset, types=_PLURALS, last_speaker=self.last, banned=banned, within=THEY_SENTENCES, margin=THEY_MARGIN
            )
        return None

    def antecedent(self, phrase: Phrase) -> Entity | None:
        """The name or description that a relative pronoun follows."""
        sentence = self.plan.sentences[self.plan.sentence_at(phrase.span.start)]
        before = list(self.plan.tokens_in(Span(sentence.span.start, phrase.span.start)))
        while before and not before[-1].word[0].isalnum():
            before.pop()
        if not before:
            return None
        end = before[-1].end
        names = [
            named for named in self.cast.within(Span(sentence.span.start, end)) if named.mention.span.end >= end - 1
        ]
        if names:
            last = names[-1]
            place = last.entity.name.endswith("(government)") and last.mention.placed
            earlier = [
                named
                for named in self.cast.within(Span(sentence.span.start, last.mention.span.start))
                if last.mention.span.start - named.mention.span.end <= len(" in the ")
            ]
            return earlier[-1].entity if place and earlier else last.entity
        begin = len(before) - 1
        while begin > 0 and before[begin - 1].word[0].isalnum() and before[begin].word.lower() not in PRONOUNS:
            if before[begin].word.lower() in ("the", "a", "an", "some", "many", "those", "these"):
                break
            begin -= 1
        while begin < len(before) - 1 and before[begin].word.lower() in PREPOSITIONS:
            begin += 1
        found = read_source(self.plan, Span(before[begin].start, end), self.cast)
        if found.form is Form.DESCRIPTION and (named := self.apposed(before[begin], found)) is not None:
            return named
        return self.phrase(found, -1, []) if found.form is not Form.PRONOUN else None

    def apposed(self, first: Token, description: Phrase) -> Entity | None:
        """The name that a description stands in apposition to: "Northland Rail, a company founded in 1990 that"."""
        before = self.plan.text[max(0, first.start - APPOSITION_REACH) : first.start].rstrip()
        if not before.endswith(","):
            return None
        bracketed = re.search(r"\s*\([^()]{1,12}\)$", before[:-1])
        end = first.start - len(self.plan.text[max(0, first.start - APPOSITION_REACH) : first.start]) + len(before) - 1
        end -= len(bracketed.group()) if bracketed else 0
        named = next((item for item in self.cast.named if item.mention.span.end == end), None)
        if named is None:
            return None
        head = description.head
        if head.endswith("ed") and len(description.core) > 1:  # "a company founded in 1990"
            head = description.core[-2].word.lower()
        personal = describe_type(head) is SpeakerType.UNNAMED
        return named.entity if personal == (named.entity.type is SpeakerType.PERSON) else None
