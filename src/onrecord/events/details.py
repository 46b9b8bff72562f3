"""What is told of an event besides its word: the mention's words, a label, who takes part, and where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from onrecord.events.joining import Group
from onrecord.events.mentions import Mention
from onrecord.events.places import find_place, main_place, place_behind
from onrecord.records import Article, Span, Speaker, SpeakerType
from onrecord.speakers.cast import Cast, Named
from onrecord.speakers.outline import Outline, Token

LONGEST_MENTION: Final = 6
LONGEST_LABEL: Final = 9
FAR: Final = 8  # words between an event's word and the preposition of its place, at most
UNENDED: Final = 4  # so many of the last words may be those of a part that is cut off
_PARTS: Final = frozenset(
    "of to in on at for by with from as about over against between during through under within".split()
)
_TAKING_PART: Final = frozenset({SpeakerType.PERSON, SpeakerType.ORGANIZATION, SpeakerType.GOVERNMENT})
_PLACED: Final = frozenset("in at near outside inside across throughout off".split())
# Behind the first of these a name is a place; behind the others where the table of places has it, and no person.
_BEFORE_NAME: Final = re.compile(
    r"\b(?:(in|on|at|near|outside|(?:city|town|capital|village) of)"
    r"|to|into|from|of|across|around|throughout|inside|off)\s+(?:the\s+)?(?:(?:(?:north|south)(?:east|west)?|east|west)(?:ern)?\s+|central\s+)?$",
    re.IGNORECASE,
)
_LITTLE: Final = frozenset(
    """a an the and or but of to in on at for by with from as that which who whom whose than then so if when while after
    before since until not no is are was were be been being has have had having will would could can may might shall
    should must do does did his her its their our your my he she it they we i you this these those there here also just
    only still already now later once into over about against between during through under within without""".split()
)
# Behind the event's word its phrase ends before one of these.
_ENDS: Final = frozenset(
    """is are was were be been being has have had will would could can may might shall should must do does did not that
    which who whom whose if unless because when while although though as so but and says said""".split()
)
_MARKS: Final = frozenset(", ; : . ! ? — – - ( ) [ ] \" “ ” ‘ '".split())
# Before the event's word its phrase begins behind one of these.
_LEADING: Final = _LITTLE | _MARKS | frozenset("s 's ’s".split())
# A place behind one of these belongs to other words than the event's: to what was said, to another clause.
_APART: Final = _MARKS | frozenset(
    """said says told announced revealed reported added wrote tweeted posted published speaking spoke interview
    statement according that which who whose where because if after before while when since until""".split()
)


def _reach(plan: Outline, mention: Mention, most: int, *, whole: bool = False) -> tuple[Token, ...]:
    """The words around an event's word that belong to its phrase: one or two before it, the rest after it.

    whole: what is longer than `most` ends before a part of it that would be cut.
    """
    sentence, tokens = plan.sentences[mention.sentence], plan.tokens
    at = _token_at(plan, mention)
    if not sentence.first <= at < sentence.last or mention.word.start >= tokens[at].end:
        return (Token(mention.word.start, mention.word.end, mention.text),)
    first, last = at, at + 1
    while first > sentence.first and at - first < 2 and not _begins_behind(plan, mention, first - 1):
        first -= 1
        if _in_number(plan.text, tokens[first]):
            first -= 1
    while last < sentence.last and last - first < most and not _ends_at(plan, mention, last):
        last += 1
    if whole and last < sentence.last and not _ends_at(plan, mention, last):
        last = _whole(plan, at + 1, last)
    while last > at + 1 and _lower(tokens[last - 1].word) in _LITTLE:
        last -= 1
    return tokens[first:last]


def _ends_at(plan: Outline, mention: Mention, at: int) -> bool:
    """Whether the phrase of an event's word ends before a token; a comma within a number ends nothing."""
    tokens = plan.tokens
    word = tokens[at].word
    if _in_number(plan.text, tokens[at]):
        return False
    return word in _MARKS or _lower(word) in _ENDS or _is_time(mention, tokens[at])


def _lower(word: str) -> str:
    """A word in lower case; the month of May is not the verb."""
    return word if word == "May" else word.lower()


def _begins_behind(plan: Outline, mention: Mention, at: int) -> bool:
    """Whether the phrase of an event's word begins behind a token."""
    token = plan.tokens[at]
    return (_lower(token.word) in _LEADING and not _in_number(plan.text, token)) or _is_time(mention, token)


def _in_number(text: str, token: Token) -> bool:
    """Whether a mark stands between digits ("1,700")."""
    return (
        token.word in ",."
        and text[token.start - 1 : token.start].isdigit()
        and text[token.end : token.end + 1].isdigit()
    )


def _whole(plan: Outline, first: int, last: int) -> int:
    """Where a phrase that is too long is cut: before the last part of it that is begun and not ended."""
    if plan.tokens[last].word.lower() in _PARTS:
        return last
    for at in range(last - 1, max(first, last - UNENDED) - 1, -1):
        if plan.tokens[at].word.lower() in _PARTS:
            return at
    return last


def _token_at(plan: Outline, mention: Mention) -> int:
    """The number of the token that holds an event's word."""
    return bisect_right(plan.token_starts, mention.word.start) - 1


def _is_time(mention: Mention, token: Token) -> bool:
    return mention.time is not None and mention.time.span.start <= token.start < mention.time.span.end


def mention_span(plan: Outline, mention: Mention) -> Span:
    """Up to six words that hold the event's word, within one sentence."""
    words = _reach(plan, mention, LONGEST_MENTION)
    return Span(words[0].start, words[-1].end)


def label_of(plan: Outline, mention: Mention) -> str:
    """A short phrase of the article's words; where only the event's word would be left, with what its clause begins."""
    words = [*_reach(plan, mention, LONGEST_LABEL, whole=True)]
    if len(words) == 1:
        words = [*_before_in_clause(plan, mention), *words]
    return plan.text[words[0].start : words[-1].end]


def _before_in_clause(plan: Outline, mention: Mention) -> list[Token]:
    """The words of the clause before the event's word ("Labor on track to", "the bridge was"), if they are few."""
    start = _clause(plan, mention).start
    clause = list(plan.tokens_in(Span(start, mention.word.start))) if start < mention.word.start else []
    while clause and _lower(clause[0].word) in _LEADING:
        clause = clause[1:]
    return clause if len(clause) < LONGEST_LABEL else []


def participants_of(article: Article, plan: Outline, cast: Cast, group: Group) -> tuple[Speaker, ...]:
    """The named people and bodies in the clause of a mention, in text order; a place is none of them."""
    found: dict[str, Speaker] = {}
    for mention in group.mentions:
        for named in _named_in(cast, _clause(plan, mention)):
            if named.entity.type not in _TAKING_PART or _is_where(plan.text, named):
                continue
            speaker = named.entity.speaker(article)
            found.setdefault(speaker.id, speaker)
    return tuple(found.values())


def _named_in(cast: Cast, span: Span) -> list[Named]:
    """The names that begin within a span; an article has them in text order."""
    first = bisect_left(cast.named, span.start, key=_start_of)
    return cast.named[first : bisect_left(cast.named, span.end, lo=first, key=_start_of)]


def _start_of(named: Named) -> int:
    return named.mention.span.start


def _is_where(text: str, named: Named) -> bool:
    name = named.mention.span
    before = _BEFORE_NAME.search(text, max(0, name.start - 32), name.start)
    if before is None:
        return False
    return bool(before[1]) or (named.entity.type is not SpeakerType.PERSON and find_place(name.of(text)) is not None)


def _clause(plan: Outline, mention: Mention) -> Span:
    """From the mark before an event's word to the one behind it, in its sentence and in the words of who tells it."""
    sentence, tokens = plan.sentences[mention.sentence], plan.tokens
    start, end = sentence.span.start, sentence.span.end
    at = _token_at(plan, mention)
    for token in reversed(tokens[sentence.first : at]):
        if token.word in _MARKS:
            start = token.end
            break
    for token in tokens[at + 1 : sentence.last]:
        if token.word in _MARKS:
            end = token.start
            break
    for piece in mention.spoken.content if mention.spoken else ():
        if piece.contains(mention.word):
            return Span(max(start, piece.start), min(end, piece.end))
    return Span(start, end)


def place_of(plan: Outline, cast: Cast, group: Group) -> str | None:
    """Where an event is: the place told nearest to a word of it in its clause, else the one that the article is about.

    None where neither is told. A place at which something was said is not the event's.
    """
    near = [near for mention in group.mentions for near in _places_near(plan, cast, group, mention)]
    unknown, _, found = min(near, default=(True, 0, None))
    if unknown:
        main = main_place(plan.text)
        found = main if main is not None and not _is_person(cast, main) else found
    return found.of(plan.text) if found is not None else None


def _places_near(plan: Outline, cast: Cast, group: Group, mention: Mention) -> Iterator[tuple[bool, int, Span]]:
    """The places behind a mention in its clause, or that open its sentence ("In Geneva, ...").

    Whether only the preposition tells that it is one, how many words away, where.
    """
    text, sentence = plan.text, plan.sentences[mention.sentence]
    at = _token_at(plan, mention)
    for away, token in enumerate(plan.tokens[at + 1 : min(at + 1 + FAR, sentence.last)]):
        word = token.word
        if word in _PLACED or (word == "to" and group.type == "visit" and away < 2):
            place = place_behind(text, token.end, sentence.span.end)
            if place is not None and not _is_person(cast, place.span):
                yield not place.known, away, place.span
        elif word in _APART:
            break
    opening = plan.tokens[sentence.first]
    if opening.word.lower() in _PLACED and at - sentence.first <= FAR:
        place = place_behind(text, opening.end, mention.word.start)
        if (
            place is not None
            and place.known
            and not _APART.intersection(text[place.span.end + 1 : mention.word.start].split())
        ):
            yield False, at - sentence.first, place.span


def _is_person(cast: Cast, name: Span) -> bool:
    """Whether the article knows somebody by this name and another one: a lone name behind "in" is a place."""
    return any(
        named.entity.type is SpeakerType.PERSON and len(named.entity.parts) > 1 for named in _named_in(cast, name)
    )
