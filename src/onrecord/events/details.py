"""What is told of an event besides its word: the mention's words, a label, who takes part, and where."""

from __future__ import annotations

import re
from typing import Final

from onrecord.events.joining import Group
from onrecord.events.mentions import Mention
from onrecord.records import Article, Span, Speaker, SpeakerType
from onrecord.speakers.cast import Cast
from onrecord.speakers.outline import Outline, Token

LONGEST_MENTION: Final = 6
LONGEST_LABEL: Final = 9
_PLACE_WORDS: Final = frozenset({"in", "at", "near", "outside"})
_TAKING_PART: Final = frozenset({SpeakerType.PERSON, SpeakerType.ORGANIZATION, SpeakerType.GOVERNMENT})
_COMPANIES: Final = frozenset(
    "Inc Corp Corporation Company International Group Holdings Ltd Plc LLC Bank Party".split()
)
_SETTLEMENTS: Final = frozenset("city town village capital port state province district region suburb island".split())
_WHERE: Final = re.compile(
    r"\b(?:in|on|at|near|outside|from|into|to|city of|town of|capital of|village of)\s+(?:the\s+)?$", re.IGNORECASE
)
_CALENDAR: Final = frozenset(
    """January February March April May June July August September October November December Jan Feb Mar Apr Jun
    Jul Aug Sept Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter""".split()
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
_LEADING: Final = _LITTLE | frozenset("s 's ’s".split())
_MARKS: Final = frozenset(", ; : . ! ? — – ( ) [ ] \" “ ” ‘ '".split())


def _reach(plan: Outline, mention: Mention, most: int) -> list[Token]:
    """The words around an event's word that belong to its phrase: one or two before it, the rest after it."""
    sentence = plan.sentences[mention.sentence]
    tokens = plan.tokens[sentence.first : sentence.last]
    at = next((i for i, token in enumerate(tokens) if token.start <= mention.word.start < token.end), None)
    if at is None:
        return [Token(mention.word.start, mention.word.end, mention.text)]
    first, last = at, at + 1
    while first and at - first < 2 and tokens[first - 1].word.lower() not in _LEADING | _MARKS:
        if _is_time(mention, tokens[first - 1]):
            break
        first -= 1
    while last < len(tokens) and last - first < most:
        if tokens[last].word in _MARKS or tokens[last].word.lower() in _ENDS or _is_time(mention, tokens[last]):
            break
        last += 1
    while last > at + 1 and tokens[last - 1].word.lower() in _LITTLE:
        last -= 1
    return list(tokens[first:last])


def _is_time(mention: Mention, token: Token) -> bool:
    return mention.time is not None and mention.time.span.start <= token.start < mention.time.span.end


def mention_span(plan: Outline, mention: Mention) -> Span:
    """Up to six words that hold the event's word, within one sentence."""
    words = _reach(plan, mention, LONGEST_MENTION)
    return Span(words[0].start, words[-1].end)


def label_of(plan: Outline, mention: Mention) -> str:
    """A short phrase of the article's words."""
    words = _reach(plan, mention, LONGEST_LABEL)
    return plan.text[words[0].start : words[-1].end]


def participants_of(article: Article, plan: Outline, cast: Cast, group: Group) -> tuple[Speaker, ...]:
    """The named people and bodies in the clause of a mention, in text order; a name behind "in" or "at" is a place."""
    found: dict[str, Speaker] = {}
    for mention in group.mentions:
        for named in cast.within(_clause(plan, mention)):
            if named.entity.type not in _TAKING_PART or _is_where(plan.text, named.mention.span):
                continue
            speaker = named.entity.speaker(article)
            found.setdefault(speaker.id, speaker)
    return tuple(found.values())


def _is_where(text: str, name: Span) -> bool:
    return _WHERE.search(text, max(0, name.start - 16), name.start) is not None


def _clause(plan: Outline, mention: Mention) -> Span:
    """From the mark before an event's word to the one behind it, in its sentence and in the words of who tells it."""
    sentence = plan.sentences[mention.sentence]
    tokens = plan.tokens[sentence.first : sentence.last]
    before = [t.end for t in tokens if t.end <= mention.word.start and t.word in _MARKS]
    behind = [t.start for t in tokens if t.start >= mention.word.end and t.word in _MARKS]
    start = before[-1] if before else sentence.span.start
    end = behind[0] if behind else sentence.span.end
    for piece in mention.spoken.content if mention.spoken else ():
        if piece.contains(mention.word):
            return Span(max(start, piece.start), min(end, piece.end))
    return Span(start, end)


def place_of(plan: Outline, cast: Cast, group: Group) -> str | None:
    """The name after "in", "at" or the like that follows the event's word in its clause; None for a person's name."""
    for mention in group.mentions:
        clause = _clause(plan, mention)
        tokens = plan.tokens_in(Span(mention.word.end, clause.end)) if clause.end > mention.word.end else ()
        for index, token in enumerate(tokens):
            if token.word.lower() in _PLACE_WORDS:
                name = _name_from(plan, cast, mention, tokens[index + 1 :])
                if name:
                    return name
    return None


def _name_from(plan: Outline, cast: Cast, mention: Mention, tokens: tuple[Token, ...]) -> str | None:
    if tokens and tokens[0].word.lower() == "the":
        tokens = tokens[1:]
    name: list[Token] = []
    for token in tokens:
        if not token.word[0].isupper() or _is_time(mention, token) or token.word in _CALENDAR:
            break
        name.append(token)
    after = tokens[len(name) : len(name) + 2]
    if len(after) == 2 and after[0].word in _SETTLEMENTS and after[1].word == "of":
        return _name_from(plan, cast, mention, tokens[len(name) + 2 :])  # "in the Swiss city of Geneva"
    if not name:
        return None
    span = Span(name[0].start, name[-1].end)
    # A lone name behind "in" is a place, unless the article knows somebody by it and another name.
    person = any(named.entity.type is SpeakerType.PERSON and len(named.entity.parts) > 1 for named in cast.within(span))
    if person or any(token.word in _COMPANIES for token in name):
        return None
    return span.of(plan.text)
