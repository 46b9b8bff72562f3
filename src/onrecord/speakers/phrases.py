"""What the words of a source are: a pronoun, a name with its office, a description, or several sources together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from onrecord.records import Span, SpeakerType
from onrecord.speakers.cast import Cast, Named
from onrecord.speakers.lexicon import (
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FUNCTION_WORDS,
    GOVERNMENT_NOUNS,
    GROUP_NOUNS,
    HONORIFICS,
    ORGANIZATION_NOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    RANKS,
    UNNAMED_PLURALS,
)
from onrecord.speakers.outline import Outline, Token

_QUANTITIES: Final = frozenset(
    "one two three four five six seven eight nine ten some many most several few all both none half majority "
    "third quarter percent percentage % lot lots number dozens hundreds thousands group handful couple pair "
    "section each any".split()
)
_ALONE: Final = frozenset(
    "one two three four five six seven eight nine ten some many much most several all both each another other others "
    "any few more nobody everyone everybody someone somebody anyone same whoever neither either those these".split()
)
_SWEPT_IN: Final = frozenset(
    "is are was were be been has have had will would can could may might must did does do also then later recently "
    "previously repeatedly once again still now not never reportedly allegedly".split()
)
_FINITE: Final = frozenset("is are was were has have had does did will would can could".split())
_NO_FIRST: Final = PREPOSITIONS - frozenset("over under about around near like among between including".split())
_KINDS_OF: Final = frozenset("a an many some several most two three fellow".split())
_ROUGHLY: Final = frozenset("nearly about almost around roughly than over under some only just".split())
_OPENERS: Final = frozenset("\"“”'‘’(,;:—–-")
_BREAKS: Final = frozenset(",;—–(:")
_PARTICIPLES: Final = frozenset(
    "obtained released published seen reviewed led based living using named called speaking working known attended "
    "posted issued sent signed written shared filed conducted commissioned surveyed polled interviewed familiar "
    "close present responsible attending participating involved opposed aware".split()
)


_ADJECTIVAL: Final = ("ive", "ial", "ical", "ional", "ous", "able", "ible", "ful", "less")
_LAST: Final = frozenset("last this earlier next".split())
_PERIODS: Final = frozenset("day week weekend month year night spring summer autumn fall winter".split())


class Form(StrEnum):
    """The shape of a source."""

    PRONOUN = "pronoun"
    NAME = "name"
    DESCRIPTION = "description"
    SEVERAL = "several"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source read. `head`: the pronoun or head noun in lower case; `core`: the words up to the first preposition.

    named: who is named as the source itself. role: the words that say what they are. whole: the description without
    a relative clause. parts: the sources that stand together.
    """

    form: Form
    span: Span
    head: str = ""
    core: tuple[Token, ...] = ()
    whole: Span | None = None
    named: Named | None = None
    role: str | None = None
    parts: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A name, or a single token, of a source."""

    start: int
    end: int
    word: str
    token: Token
    named: Named | None = None


def read_source(outline: Outline, span: Span, cast: Cast) -> Phrase:
    """Read the words of a source."""
    units = units_of(outline, span, cast)
    while units and (units[0].word in _OPENERS or units[0].word.lower() in ("and", "or", "but")):
        units = units[1:]
    while units and units[-1].named is None and ends_loosely(units[-1].word):
        units = units[:-1]
    if not units:
        return Phrase(Form.EMPTY, span)
    joined = read_several(outline, units, span)
    return joined or read_one(outline, units, span)


def ends_loosely(word: str) -> bool:
    """Whether a word at the end of a source is none of it: a mark, an auxiliary or an adverb swept in with it."""
    return (not word[-1].isalnum() and word not in ("'", "’", "%")) or word.lower() in _SWEPT_IN


def units_of(outline: Outline, span: Span, cast: Cast) -> list[Unit]:
    """The tokens of a span with each name as one unit."""
    names = {named.mention.span.start: named for named in cast.within(span)}
    for whole in cast.named:
        if whole.mention.span.start < span.start < whole.mention.span.end <= span.end:
            names[span.start] = whole  # the source begins within a name: "Stone" of "Ada Stone"
    units: list[Unit] = []
    skip = -1
    for token in clipped(outline, span):
        if token.start < skip:
            continue
        named = names.get(token.start)
        if named is not None:
            skip = named.mention.span.end
            units.append(Unit(token.start, skip, named.mention.name, token, named))
        else:
            units.append(Unit(token.start, token.end, token.word, token))
    return units


def clipped(outline: Outline, span: Span) -> list[Token]:
    """The tokens of a span, the last cut at its end ("they" of "they've"), without acronyms in brackets inside."""
    tokens = [
        token if token.end <= span.end else Token(token.start, span.end, outline.text[token.start : span.end])
        for token in outline.tokens_in(span)
    ]
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        bracketed = index and tokens[index].word == "(" and index + 3 < len(tokens) and tokens[index + 2].word == ")"
        if bracketed and sum(letter.isupper() for letter in tokens[index + 1].word) >= 2:
            index += 3
        else:
            kept.append(tokens[index])
            index += 1
    return kept


def read_several(outline: Outline, units: list[Unit], span: Span) -> Phrase | None:
    """Sources of one cue together ("A and B"); None where the words are one source."""
    joints = [
        number
        for number, unit in enumerate(units)
        if unit.word.lower() in ("and", "or", "&") and unit.named is None and 0 < number < len(units) - 1
    ]
    for joint in joints:
        left, right = units[:joint], units[joint + 1 :]
        if left[-1].word in (",", ";"):
            left = left[:-1]
        if left and left[0].word.lower() == "both":
            left = left[1:]
        if not left or any(unit.word.lower() in CLAUSE_WORDS for unit in left):
            continue
        one, other = read_one(outline, left, span_of(left)), read_one(outline, right, span_of(right))
        commas = [number for number, unit in enumerate(left) if unit.word == ","]
        if not (stands_alone(one) and stands_alone(other)):
            continue
        listed = bool(commas) and all_names(outline, left)
        if (
            one.form is Form.NAME
            and one.named is not None
            and other.form is Form.DESCRIPTION
            and ((commas and not listed) or not (is_noun_phrase(other) or listed))
        ):
            continue
        if within_complement(left, one, other) or same_person(left, right, one, other):
            continue
        more: tuple[Phrase, ...] = ()
        if listed:
            several = [read_one(outline, part, span_of(part)) for part in cut_segments(left)]
            return Phrase(Form.SEVERAL, span, whole=span_of(units), parts=(*several, other))
        if commas and one.form is Form.NAME and len(left[commas[0] + 1 :]) and left[commas[0] + 1].named is None:
            continue
        if commas:
            cut = left[: commas[0]], left[commas[-1] + 1 :]
            if all(cut):
                more = (read_one(outline, cut[1], span_of(cut[1])),)
                one = read_one(outline, cut[0], span_of(cut[0]))
        return Phrase(Form.SEVERAL, span, whole=span_of(units), parts=(one, *more, other))
    return None


def all_names(outline: Outline, units: list[Unit]) -> bool:
    """Whether each part between commas is a name and nothing else, as in a list."""
    return all(
        part[-1].named is not None and all(unit.word.lower() == "the" for unit in part[:-1])
        for part in cut_segments(units)
    )


def within_complement(left: list[Unit], one: Phrase, other: Phrase) -> bool:
    """Whether "and" joins what a source is of or from ("a report by Stone and Marlin"), not two sources."""
    segment = cut_segments(left)[-1]
    complemented = len(core_of(segment)) < len(segment)
    if not complemented:
        return False
    person = other.named is not None and other.named.entity.type is SpeakerType.PERSON
    if one.form is Form.NAME and one.named is not None and one.named.entity.type is SpeakerType.PERSON:
        return not person and not is_noun_phrase(other)
    return not person or describe_type(one.head) is SpeakerType.DOCUMENT


def same_person(left: list[Unit], right: list[Unit], one: Phrase, other: Phrase) -> bool:
    """Whether "and" joins two offices of one person: "the former organizer and council candidate Ada Stone"."""
    person = other.named is not None and other.named.entity.type is SpeakerType.PERSON
    offices = one.form is Form.DESCRIPTION and left[0].word.lower() in ("the", "a", "an") and len(right) > 1
    return (
        person
        and offices
        and describe_type(one.head) is SpeakerType.UNNAMED
        and right[0].word.islower()
        and right[0].word.lower() not in DETERMINERS
    )


def is_noun_phrase(phrase: Phrase) -> bool:
    """Whether a description can be a source by itself: with a determiner, or a plural."""
    first = phrase.core[0].word.lower() if phrase.core else ""
    return first in ("the", "a", "an", "his", "her", "their", "its", "other", "some", "many") or describe_type(
        phrase.head
    ) in (SpeakerType.GROUP, SpeakerType.ORGANIZATION)


def stands_alone(phrase: Phrase) -> bool:
    """Whether a half of "A and B" is a source of its own rather than an office or an adjective."""
    if phrase.form in (Form.NAME, Form.PRONOUN):
        return True
    if phrase.form is not Form.DESCRIPTION or not phrase.head:
        return False
    first = phrase.core[0].word.lower() if phrase.core else ""
    kind = describe_type(phrase.head)
    known = phrase.head in KNOWN_NOUNS or phrase.head.endswith("s")
    return known and (kind is not SpeakerType.UNNAMED or first in ("the", "a", "an", "his", "her", "their"))


def span_of(units: list[Unit]) -> Span:
    """From the first unit to the last."""
    return Span(units[0].start, units[-1].end)


def read_one(outline: Outline, units: list[Unit], span: Span) -> Phrase:
    """Read one source: its core, then what stands in apposition to it."""
    first = units[0]
    pronoun = first.word.lower().rstrip("'’")
    if len(units) == 1 and first.named is None and pronoun in PRONOUNS:
        return Phrase(Form.PRONOUN, span, pronoun)
    if first.named is None and first.word in ("who", "which", "Who", "Which"):
        return Phrase(Form.PRONOUN, Span(first.start, first.end), pronoun)
    segments = cut_segments(units)
    core = core_of(segments[0])
    last = core[-1]
    possessive = last.word in ("'s", "’s", "'", "’")
    if possessive and len(core) > 1:
        core = core[:-1]
        last = core[-1]
    if last.named is not None and not one_of_a_kind(core, last):
        role = role_left(outline, core[:-1]) or role_right(outline, segments[1:])
        return Phrase(Form.NAME, span, named=last.named, role=role, whole=span_of(core))
    if first.named is None and first.word.lower() in PRONOUNS and len(core) == 1 and len(segments[0]) == 1:
        return Phrase(Form.PRONOUN, span, first.word.lower())
    apposed = apposition(outline, segments)
    if apposed is not None:
        return apposed
    inner = name_at_end(outline, segments[0], core)
    if inner is not None:
        return inner
    whole = trimmed(units if not segments[1:] else segments[0])
    head = last.word.lower()
    adverb = len(core) == 1 and head.endswith("ly") and last.word == head and head not in KNOWN_NOUNS
    adjective = len(core) == 1 and head.endswith(_ADJECTIVAL) and last.word == head and head not in KNOWN_NOUNS
    empty = adverb or adjective or (head in FUNCTION_WORDS and head not in _ALONE | KNOWN_NOUNS)
    if empty or (head in HONORIFICS and len(core) == 1) or no_phrase(units, core):
        return Phrase(Form.EMPTY, span)
    if counted(core):
        return Phrase(Form.DESCRIPTION, span, "people", tokens_of(core), span_of(whole))
    if head in _QUANTITIES and len(segments[0]) > len(core) and segments[0][len(core)].word.lower() in ("of", "in"):
        return Phrase(Form.DESCRIPTION, span, "people", tokens_of(core), span_of(whole))
    return Phrase(Form.DESCRIPTION, span, head, tokens_of(core), span_of(whole))


def one_of_a_kind(core: list[Unit], last: Unit) -> bool:
    """Whether "a" or "many" before a word with a capital makes it a kind of people: "a Redditor", "many Islanders"."""
    entity = last.named.entity if last.named is not None else None
    body = entity is not None and entity.type is SpeakerType.ORGANIZATION and not entity.certain
    return body and len(core) == 2 and " " not in last.word and core[0].word.lower() in _KINDS_OF


def no_phrase(units: list[Unit], core: list[Unit]) -> bool:
    """Whether the words are no noun phrase: they begin with a preposition or a verb, or have a verb in them."""
    first = units[0].word.lower()
    second = units[1].word.lower() if len(units) > 1 else ""
    opens = (first in _NO_FIRST and second not in ("least", "most")) or first in _FINITE
    if units[0].named is None and opens:
        return True
    return any(unit.named is None and unit.word in _FINITE for unit in core[1:])


def counted(core: list[Unit]) -> bool:
    """Whether a phrase is a number of people and no more: "63%", "nearly 300", "about 1 in 6"."""
    last = core[-1].word.lower()
    return last in ("%", "percent") or (len(core) > 1 and last.isdigit() and core[-2].word.lower() in _ROUGHLY)


def tokens_of(units: list[Unit]) -> tuple[Token, ...]:
    """The units as tokens, names whole."""
    return tuple(Token(unit.start, unit.end, unit.word) for unit in units)


def cut_segments(units: list[Unit]) -> list[list[Unit]]:
    """Cut at commas, dashes and brackets."""
    segments: list[list[Unit]] = [[]]
    for number, unit in enumerate(units):
        if unit.named is None and unit.word in _BREAKS and not in_number(units, number):
            if segments[-1]:
                segments.append([])
        elif unit.word != ")":
            segments[-1].append(unit)
    return [segment for segment in segments if segment] or [units]


def in_number(units: list[Unit], number: int) -> bool:
    """Whether a comma stands within a number or a date: "300,000", "26, 2021"."""
    if not 0 < number < len(units) - 1 or not units[number - 1].word.isdigit():
        return False
    after, comma = units[number + 1], units[number]
    joined = units[number - 1].end == comma.start and comma.end == after.start and after.word[0].isdigit()
    return joined or re.fullmatch(r"(?:19|20)\d\d", after.word) is not None


def core_of(segment: list[Unit]) -> list[Unit]:
    """The units before the first preposition, relative pronoun or participle."""
    for number, unit in enumerate(segment):
        lower = unit.word.lower()
        verbal = number and lower.endswith("ing") and singular(segment[number - 1].word.lower()) in PERSON_NOUNS
        told = number and lower.endswith("ed") and segment[number - 1].word.lower() in DOCUMENT_NOUNS
        timed = lower in _LAST and number + 1 < len(segment) and segment[number + 1].word.lower() in _PERIODS
        stops = lower in PREPOSITIONS or lower in CLAUSE_WORDS or lower in _PARTICIPLES or lower in DAYS
        stops = stops or bool(verbal or told or timed)
        if number and unit.named is None and stops and not (lower in ("like", "over", "about") and number == 1):
            return segment[:number]
    return segment[:-1] if len(segment) > 1 and segment[-1].word.lower() in ("there", "here", "themselves") else segment


def trimmed(units: list[Unit]) -> list[Unit]:
    """A description without a relative clause behind it."""
    for number, unit in enumerate(units):
        if number and unit.named is None and unit.word.lower() in ("who", "which", "that", "whose"):
            return units[:number]
    return units


def role_left(outline: Outline, before: list[Unit]) -> str | None:
    """The words before a name within a source, without an article."""
    while before and (before[0].word.lower() in ("the", "a", "an", "both") or lone_one(before)):
        before = before[1:]
    while before and before[-1].word in ("'s", "’s", ",", '"', "“", "”"):
        before = before[:-1]
    return " ".join(outline.text[before[0].start : before[-1].end].split()) if before else None


def lone_one(words: list[Unit]) -> bool:
    """Whether a role begins with "one" that is not "one of"."""
    return words[0].word.lower() == "one" and not (len(words) > 1 and words[1].word.lower() == "of")


def role_right(outline: Outline, segments: list[list[Unit]]) -> str | None:
    """The apposition after a name: the first segment that is no age, and what goes on from it."""
    while segments and (segments[0][0].word[0].isdigit() or segments[0][0].word.lower() in ("who", "which", "jr.")):
        if segments[0][0].word.lower() in ("who", "which"):
            return None
        segments = segments[1:]
    if not segments:
        return None
    first = segments[0]
    if first[0].word.lower() in PREPOSITIONS | {"speaking", "whose"} or (len(first) == 1 and first[0].named):
        return None
    begin = first[1] if first[0].word.lower() in ("a", "an", "the") and len(first) > 1 else first[0]
    end = segments[-1][-1] if len(segments) > 1 and not segments[1][0].word.lower().startswith("who") else first[-1]
    relative = next((unit for unit in first if unit.word.lower() in ("who", "whose", "which")), None)
    stop = relative.start if relative is not None else end.end
    return " ".join(outline.text[begin.start : stop].split()).rstrip(" ,") or None


def apposition(outline: Outline, segments: list[list[Unit]]) -> Phrase | None:
    """A description with the name after a comma: "the mayor of Lowick, Ada Stone"."""
    head = core_of(segments[0])
    for segment in segments[1:]:
        core = core_of(segment)
        name = core[-1]
        if name.named is None:
            continue
        before = [unit for unit in core if unit is not name]
        personal = name.named.entity.type is SpeakerType.PERSON
        single = head[0].word.lower() in ("one", "another")
        the_body = bool(before) and describe_type(before[-1].word.lower()) is SpeakerType.ORGANIZATION
        single_the = single and before and before[0].word.lower() == "the" and len(before) == 1
        if before and not personal and not single_the and not the_body:
            continue
        if before and before[0].word.lower() in ("and", "or"):
            continue
        if not personal and not single and describe_type(head[-1].word.lower()) in NO_BODY:
            continue
        if personal and describe_type(head[-1].word.lower()) is SpeakerType.DOCUMENT:
            continue
        role = role_left(outline, before if before and len(segments[0]) == 1 else segments[0])
        whole = Span(segments[0][0].start, name.end)
        return Phrase(Form.NAME, whole, named=name.named, role=role, whole=Span(name.start, name.end))
    return None


def name_at_end(outline: Outline, segment: list[Unit], core: list[Unit]) -> Phrase | None:
    """A person's name that ends a description without a comma: "the mayor of Lowick Ada Stone"."""
    last = segment[-1]
    if last.named is None or last.named.entity.type is not SpeakerType.PERSON or len(segment) <= len(core):
        return None
    previous = segment[-2].word.lower()
    head = core[-1].word.lower()
    named_so = previous in ("named", "called", "pseudonym", "alias")
    if named_so or (
        previous not in PREPOSITIONS
        and previous not in ("and", "or", "'s", "’s", "&")
        and (head in PERSON_NOUNS or head in RANKS)
        and (segment[-2].named is not None or segment[-2].word[0].isupper() or is_plain_noun(previous))
    ):
        before = core if named_so else segment[:-1]
        return Phrase(
            Form.NAME, span_of(segment), named=last.named, role=role_left(outline, before), whole=span_of([last])
        )
    return None


def is_plain_noun(word: str) -> bool:
    """Whether a word may end an office ("minister of mines") rather than say what somebody is ("mother of victim")."""
    return word not in PERSON_NOUNS | RANKS | FUNCTION_WORDS and word.isalpha()


NO_BODY: Final = frozenset({SpeakerType.GROUP, SpeakerType.DOCUMENT, SpeakerType.UNNAMED})
KNOWN_NOUNS: Final = (
    PERSON_NOUNS | GROUP_NOUNS | DOCUMENT_NOUNS | GOVERNMENT_NOUNS | ORGANIZATION_NOUNS | RANKS | UNNAMED_PLURALS
)


def singular(noun: str) -> str:
    """A plural noun made singular, by its ending."""
    if noun.endswith("women"):
        return noun[:-5] + "woman"
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def describe_type(noun: str) -> SpeakerType:
    """What kind of speaker a head noun means."""
    if noun in UNNAMED_PLURALS:
        return SpeakerType.UNNAMED
    if noun in GROUP_NOUNS:
        return SpeakerType.GROUP
    if noun in DOCUMENT_NOUNS:
        return SpeakerType.DOCUMENT
    if noun in PERSON_NOUNS or noun in RANKS:
        return SpeakerType.UNNAMED
    if noun in GOVERNMENT_NOUNS:
        return SpeakerType.GOVERNMENT
    if noun in ORGANIZATION_NOUNS:
        return SpeakerType.ORGANIZATION
    single = singular(noun)
    if single != noun:
        if single in DOCUMENT_NOUNS:
            return SpeakerType.DOCUMENT
        return SpeakerType.GROUP
    compound = noun.rsplit("-", 1)[-1]
    if compound != noun:
        return describe_type(compound)
    return SpeakerType.UNNAMED
