"""Which words a name is made of, by their letters: capitals, particles, initials, datelines left aside."""

from __future__ import annotations

import re
from typing import Final

from onrecord.speakers.facts import is_first_name
from onrecord.speakers.lexicon import (
    DAYS,
    FUNCTION_WORDS,
    INVERTED_CUES,
    NAME_GOVERNMENT,
    NAME_ORGANIZATION,
    PERSON_PARTICLES,
    SHOP_NAMES,
)
from onrecord.speakers.outline import Outline, Sentence, Token

MOST_OF_A_HEADLINE: Final = 0.85
ALL_OF_A_SENTENCE: Final = 0.95
MONTHS: Final = frozenset(
    "january february march april may june july august september october november december jan. feb. mar. apr. aug. "
    "sept. oct. nov. dec.".split()
)
_NUMBERED: Final = frozenset("no no. number channel fox radio bbc itv tv kanal abc nbc cbs sky".split())
_OWNERS: Final = frozenset(
    "attorney sheriff prosecutor governor mayor coroner people women children men secretary president king queen "
    "examiner commissioner ombudsman".split()
)
_PRONOUNS: Final = frozenset("he she they it we you his her their".split())
_NEVER_SECOND: Final = frozenset("the and that who which he she they it we you this these those in on at".split())
_APOSTROPHE: Final = re.compile("['’]")
_DEGREES: Final = frozenset("MD PhD MSc MBA BA JD RN OBE CBE MBE QC KC Esq AM EST EDT GMT".split())
_ARABIC: Final = re.compile(r"(?:al|el|ad|an|ar|as|at|az|bin|ibn|abu|ul|ur)-[^\W\d_]")
QUOTES: Final = frozenset("\"“”'‘’")


def all_capitals(outline: Outline, sentence: Sentence) -> bool:
    """Whether nearly every long word begins with a capital, as in a headline, so that capitals tell nothing."""
    tokens = outline.tokens[sentence.first : sentence.last]
    words = [token.word for token in tokens if len(token.word) > 3]
    closed = tokens[-1].word in ".!?" or tokens[-1].word in QUOTES
    share = ALL_OF_A_SENTENCE if closed else MOST_OF_A_HEADLINE
    return len(words) >= 5 and sum(word[0].isupper() for word in words) >= share * len(words)


def after_dateline(tokens: tuple[Token, ...], sentence: Sentence) -> int:
    """Where a sentence begins behind a dateline: "LOWICK, Northland (Reuters) —"."""
    if not (tokens[sentence.first].word.isupper() and len(tokens[sentence.first].word) > 2):
        return sentence.first
    for index in range(sentence.first + 1, min(sentence.first + 10, sentence.last)):
        word = tokens[index].word
        if word in "—–-―" or word == "--":
            return index + 1
        if not (word[0].isupper() or word in "(),./" or word.isdigit()):
            break
    return sentence.first


def is_capital(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether a token can be part of a name."""
    word = tokens[index].word
    if word == "The":
        return False
    if not word[0].isupper():
        return bool(_ARABIC.match(word)) and word.split("-", 1)[1][0].isupper()
    lower = word.lower()
    bare = _APOSTROPHE.split(lower, maxsplit=1)[0]
    if (
        lower in DAYS
        or bare == "i"
        or word in _DEGREES
        or (word.isupper() and len(word) > 2 and lower in FUNCTION_WORDS)
    ):
        return False
    if bare in FUNCTION_WORDS and (bare != lower or (bare in _PRONOUNS and not word.isupper())):
        return False
    if lower in MONTHS:
        return not month_here(tokens, index, sentence)
    opening = index == sentence.first or not tokens[index - 1].word[0].isalnum()
    if opening and lower in INVERTED_CUES:
        return False
    return not (opening and lower in FUNCTION_WORDS and not (word.isupper() and len(word) in (2, 3)))


def month_here(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether a month's name means the month: beside a number, or after a preposition."""
    before = tokens[index - 1].word.lower() if index > sentence.first else ""
    after = tokens[index + 1].word if index + 1 < sentence.last else ""
    if is_first_name(before) and before not in FUNCTION_WORDS and tokens[index - 1].word[0].isupper():
        return False
    return after[:1].isdigit() or not (after[:1].isupper())


def run_end(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> int:
    """End of the run of capitalised words that begins at `index` (`index` itself where none does)."""
    if not is_capital(tokens, index, sentence):
        return index
    end = index + 1
    while end < sentence.last:
        word = tokens[end].word
        numbered = word.isdigit() and len(word) <= 3 and tokens[end - 1].word.lower() in _NUMBERED
        if numbered or (is_capital(tokens, end, sentence) and not new_name(tokens, end)):
            end += 1
        elif word in PERSON_PARTICLES or word == "&":
            ahead = end + 1
            while ahead < sentence.last and tokens[ahead].word in PERSON_PARTICLES:
                ahead += 1
            if ahead < sentence.last and is_capital(tokens, ahead, sentence):
                end = ahead + 1
            else:
                break
        elif word in ("'s", "’s") and owned_office(tokens, end, sentence):
            end += 2
        elif word in ("'s", "’s") and tokens[end - 1].word.lower() in SHOP_NAMES:
            end += 1
        elif word in QUOTES and nickname(tokens, end, sentence):
            end += 4
        else:
            break
    return end


def owned_office(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether a possessive stands within a body's name: "Lowick County Sheriff's Office"."""
    owner = tokens[index - 1].word.lower()
    owned = tokens[index + 1].word if index + 1 < sentence.last else ""
    return owner in _OWNERS and owned[:1].isupper() and owned.lower() in NAME_GOVERNMENT | NAME_ORGANIZATION


def new_name(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a capitalised word cannot go on from the one before: a function word in the middle of Title Case."""
    return tokens[index].word.lower() in _NEVER_SECOND


def nickname(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether a quoted nickname and one more capitalised word follow: Robert "Bob" Stone."""
    return (
        index + 3 < sentence.last
        and tokens[index + 1].word[0].isupper()
        and tokens[index + 2].word in QUOTES
        and tokens[index + 3].word[0].isupper()
        and tokens[index + 3].start > tokens[index + 2].end
    )
