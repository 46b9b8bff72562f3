"""What stands around an event's word, by which its mentions are told from those of another event of the same kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from onrecord.records import Span
from onrecord.speakers.outline import Outline

REACH: Final = 8  # words to each side that are looked at
BESIDE: Final = 2  # of them so many stand beside the word
PHRASE: Final = 4  # words before a noun that may begin its phrase
LONG_WORD: Final = 3
ALIKE: Final = 6  # letters by which the forms of a word are held for one
_CASUAL: Final = frozenset(
    """the a an of to in on at for and or but by with from as is are was were be been being has have had it its he she
    they we you his her their our that this these those which who whom will would could can may might shall should must
    not no said says told after before when while than more most into over about out up down off also one two""".split()
)
_DEFINITE: Final = frozenset("the this that these those his her their its such both".split())
_INDEFINITE: Final = frozenset(
    "a an another other second third fourth fifth further new separate similar previous earlier more".split()
)
# "It would be a second encounter", "This was the first launch": what the sentence before tells, by another word.
_RESTATING: Final = re.compile(
    r"\W*(?:it|this|that)\s+(?:(?:will|would|could|may|might)\s+(?:also\s+|likely\s+)?(?:be|mark)|is|was|marks|marked)\s+"
    r"(?:only\s+|just\s+|also\s+)?(?:the|an?|his|her|their|its)\s+"
    r"(?:(?!(?:after|at|before|between|by|during|for|from|in|of|on|since|that|to|which|who|with)\s)[\w’'-]+\s+){0,4}",
    re.IGNORECASE,
)
_BEFORE_NOUNS: Final = _DEFINITE | _INDEFINITE | frozenset(["'s", "’s", "of", "first", "last", "next"])


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the words of a sentence around one word show.

    around: the longer words of the sentence, in lower case. near, beside: how the words within `REACH` and `BESIDE`
    begin. names, numbers: capitalised words and numbers within `REACH`. noun: whether it stands in a noun's place;
    definite, indefinite: by an article or a word like "such", "another" before it. restating: whether a sentence that
    opens with "It would be the ..." says by it what the one before told.
    """

    around: frozenset[str]
    near: frozenset[str]
    beside: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    noun: bool
    definite: bool
    indefinite: bool
    restating: bool = False


def surroundings_of(plan: Outline, number: int, word: Span) -> Surroundings:
    """Look around a word in its sentence, whose number in the article is told."""
    sentence = plan.sentences[number]
    tokens = plan.tokens[sentence.first : sentence.last]
    at = max(0, bisect_right(plan.token_starts, word.start, sentence.first, sentence.last) - 1 - sentence.first)
    before = [token.word for token in tokens[max(0, at - REACH) : at]]
    behind = [token.word for token in tokens[at + 1 : at + 1 + REACH]]
    lowered = [one.lower() for one in before[-PHRASE:]]
    phrase = lowered[next((i + 1 for i in range(len(lowered) - 1, -1, -1) if not lowered[i][-1].isalnum()), 0) :]
    first = before if at > REACH else before[1:]  # a sentence's first word is capitalised in any case
    return Surroundings(
        around=frozenset(t.word.lower() for t in tokens if len(t.word) > LONG_WORD and t.start != word.start),
        near=_beginnings(before + behind),
        beside=_beginnings(before[-BESIDE:] + behind[:BESIDE]),
        names=frozenset(one.lower() for one in first + behind if one[0].isupper() and one.lower() not in _CASUAL),
        numbers=frozenset(one for one in before + behind if one[0].isdigit()),
        noun=any(one in _BEFORE_NOUNS for one in phrase[-2:]),
        definite=any(one in _DEFINITE for one in phrase[-3:]),
        indefinite=any(one in _INDEFINITE for one in phrase),
        restating=bool(_RESTATING.fullmatch(plan.text, sentence.span.start, word.start)),
    )


def _beginnings(words: list[str]) -> frozenset[str]:
    lowered = (one.lower() for one in words if len(one) >= LONG_WORD and one[0].isalpha())
    return frozenset(one[:ALIKE] for one in lowered if one not in _CASUAL)
