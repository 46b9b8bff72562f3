"""The names of a text, each with the office that stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from onrecord.records import ParagraphKind, Span
from onrecord.speakers.everyday import DAYS_OF_NAMES, is_agent, trade_before
from onrecord.speakers.facts import countries, plain_letters
from onrecord.speakers.kinds import Guess, guess_name, lone_noun, place_before_person, title_end
from onrecord.speakers.lexicon import (
    FIRST_NAME_TITLES,
    GOVERNMENT_NOUNS,
    NAME_GOVERNMENT,
    NAME_ORGANIZATION,
    ORG_CONNECTORS,
    ORGANIZATION_NOUNS,
    PERSON_NOUNS,
)
from onrecord.speakers.offices import after_name, body_before, gender_of_role, office_of, role_before, role_is_personal
from onrecord.speakers.outline import Outline, Sentence, Token
from onrecord.speakers.shapes import after_dateline, all_capitals, is_capital, run_end

_BODY_NOUNS: Final = (ORGANIZATION_NOUNS | GOVERNMENT_NOUNS | frozenset({"administration", "officials", "aides"})) - {
    "show", "force", "forces", "guard", "patrol", "brand", "label", "chain", "service", "services", "state", "defense",
    "defence", "party", "court", "store", "center", "centre", "board",
}  # fmt: skip  # fmt: skip
_BASED: Final = re.compile(
    r"-(?:based|born|headquartered|owned|led|backed|themed|inspired|bound|trained|raised|old|sourced)$"
)
_NO_ROLES: Final = frozenset({"official", "one", "private", "conservative", "progressive", "professional"})
"""Words for people that are adjectives before a thing: "the official Lowick Reports"."""
_UNTOLD: Final = frozenset({Guess.UNKNOWN, Guess.MIXED, Guess.OTHER})


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name at one place. `span` leaves titles out; `role` is the office or description that stands before it.

    titled: "m" or "f" where an honorific or the role tells; leaning: where only he or she behind the name does.
    weak: a single word that opens a sentence. given: the title is one that goes with a first name ("Sir Ivo").
    """

    span: Span
    name: str
    guess: Guess
    role: Span | None = None
    apposed: Span | None = None
    age: int | None = None
    titled: str | None = None
    leaning: str | None = None
    has_title: bool = False
    weak: bool = False
    after_the: bool = False
    possessive: bool = False
    modifies: bool = False
    placed: bool = False
    given: bool = False
    sentence: int = 0


def find_names(outline: Outline) -> tuple[NameMention, ...]:
    """All names of a text in order; headlines and lines in capitals or Title Case are left aside."""
    found: list[NameMention] = []
    for number, sentence in enumerate(outline.sentences):
        if sentence.kind is ParagraphKind.HEADLINE or all_capitals(outline, sentence):
            continue
        index = after_dateline(outline.tokens, sentence)
        while index < sentence.last:
            end = run_end(outline.tokens, index, sentence)
            if end == index:
                index += 1
                continue
            run = read_run(outline, index, end, sentence, number)
            found.extend(run)
            index = end
            while run and index < sentence.last and outline.tokens[index].start < run[-1].span.end:
                index += 1
    spelled = spelled_out(outline)
    kept = [mention for mention in found if not any(mention.span.overlaps(other.span) for other in spelled)]
    return tuple(sorted([*kept, *spelled], key=lambda mention: mention.span))


def spelled_out(outline: Outline) -> list[NameMention]:
    """Bodies named in full before their acronym: "Roads, Rivers and Rails Northland (RRRN)"."""
    found: list[NameMention] = []
    tokens = outline.tokens
    for number, sentence in enumerate(outline.sentences):
        for index in range(sentence.first + 2, sentence.last - 1):
            letters = tokens[index + 1].word if tokens[index].word == "(" else ""
            if not (
                letters.isupper()
                and 2 < len(letters) <= 8
                and tokens[index + 2 - (index + 2 >= len(tokens))].word == ")"
            ):
                continue
            begin = initials_begin(tokens, index, sentence, letters)
            if begin is None:
                continue
            span = Span(tokens[begin].start, tokens[index - 1].end)
            lowers = {plain_letters(token.word) for token in tokens[begin:index]}
            official = bool(lowers & NAME_GOVERNMENT) or plain_letters(tokens[index - 1].word) in countries().by_name
            guess = Guess.GOVERNMENT if official else Guess.ORGANIZATION
            found.append(NameMention(span, " ".join(span.of(outline.text).split()), guess, sentence=number))
    return found


def initials_begin(tokens: tuple[Token, ...], end: int, sentence: Sentence, letters: str) -> int | None:
    """Where the words begin whose initials an acronym is, small words and commas passed over; None where none fit."""
    wanted = list(letters.lower())
    index = end
    while wanted and index > sentence.first and end - index < 12:
        index -= 1
        word = tokens[index].word
        if word[0].lower() == wanted[-1] and (word[0].isupper() or word in ("from", "and", "of")):
            wanted.pop()
        elif not (word in ("of", "and", "for", "the", "on", "in", "from", ",", "&", "to") or word[0].isupper()):
            return None
    return index if not wanted and tokens[index].word[0].isupper() else None


def read_run(outline: Outline, begin: int, end: int, sentence: Sentence, number: int) -> list[NameMention]:
    """The name, or names, of a run of capitalised words, with the title before it."""
    tokens = outline.tokens
    lowers = [plain_letters(token.word) for token in tokens[begin:end]]
    if end - begin > 1 and _BASED.search(tokens[begin].word):
        return read_run(outline, begin + 1, end, sentence, number)
    split = place_before_person(lowers)
    if split:
        return [
            *read_run(outline, begin, begin + split, sentence, number),
            *read_run(outline, begin + split, end, sentence, number),
        ]
    the = begin > sentence.first and tokens[begin - 1].word.lower() == "the"
    cut, titled, has_title = title_end(lowers, the=the)
    if cut == 0:
        cut = office_of(tokens, begin, lowers, sentence)
        has_title = cut > 0
    trade = trade_before(lowers[cut:], [token.word for token in tokens[begin + cut : end]])
    cut, has_title = cut + trade, has_title or trade > 0
    if cut == len(lowers) or (lowers[0] in DAYS_OF_NAMES and begin and tokens[begin - 1].word in ("'s", "’s")):
        return []
    first = begin + cut
    words = [token.word for token in tokens[first:end]]
    guess = guess_name(lowers[cut:], words, has_title=has_title, the=the)
    lone = lone_noun(lowers[cut:], guess) and not has_title
    if guess in (Guess.ORGANIZATION, Guess.GOVERNMENT, Guess.OTHER, Guess.MIXED, Guess.UNKNOWN) and not has_title:
        extended = extend_body(tokens, first, end, sentence)
        if lone and extended == end:
            return []
        if extended > end and guess in _UNTOLD:
            guess = Guess.ORGANIZATION
        end = extended
    elif guess is Guess.PERSON and cut == 0 and end < sentence.last and tokens[end].word == ",":
        end = end + 2 if end + 1 < sentence.last and tokens[end + 1].word in ("Jr.", "Sr.") else end
    role = role_before(outline, first, sentence) if guess is Guess.PERSON or guess in _UNTOLD else None
    if role is None and trade and is_agent(lowers[cut - 1]) and not lowers[cut - 1].endswith("s"):
        role = Span(tokens[first - trade].start, tokens[first - 1].end)
    told_so = role is not None and role_is_personal(role, outline) and role.of(outline.text) not in _NO_ROLES
    if told_so and guess is not Guess.PERSON and not the:
        guess = Guess.PERSON
    if role is None and not has_title and (guess in _UNTOLD or guess in (Guess.PERSON, Guess.ORGANIZATION)):
        body = body_before(outline, first, sentence)
        if body is not None:
            guess, role = Guess.ORGANIZATION, body
    apposed, age = after_name(outline, end, sentence)
    relative = end + 1 < len(tokens) and tokens[end].word == "," and tokens[end + 1].word in ("who", "whose")
    unsure = guess in (Guess.UNKNOWN, Guess.MIXED) and (apposed is not None or age is not None or relative)
    if len(words) > 1 and (unsure or (guess is Guess.OTHER and age is not None)):
        guess = Guess.PERSON
    told = role if role is not None else apposed
    if titled is None and told is not None:
        titled = gender_of_role(told.of(outline.text))
    after = tokens[end].word if end < len(tokens) else ""
    return [
        NameMention(
            Span(tokens[first].start, tokens[end - 1].end),
            " ".join(outline.text[tokens[first].start : tokens[end - 1].end].split()),
            guess,
            role,
            apposed,
            age,
            titled,
            has_title=has_title,
            weak=end - first == 1 and not has_title and opens(tokens, first, sentence),
            after_the=the and cut == 0,
            possessive=after in ("'s", "’s") or (after in "'’" and after != "" and lowers[-1].endswith("s")),
            modifies=after in _BODY_NOUNS or (after.endswith("s") and after[:-1] in PERSON_NOUNS),
            placed=first > sentence.first and tokens[first - 1].word.lower() in ("in", "from", "to", "at", "near"),
            given=cut > 0 and lowers[cut - 1] in FIRST_NAME_TITLES,
            sentence=number,
        )
    ]


def opens(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether a word's capital may come from its place: first in a sentence, a quotation or after a colon."""
    return index == sentence.first or tokens[index - 1].word in "\"“‘'’:—–•*-("


def extend_body(tokens: tuple[Token, ...], first: int, end: int, sentence: Sentence) -> int:
    """Carry a body's name over "of", "for" and "on" to the capitalised words after them."""
    head = plain_letters(tokens[end - 1].word)
    if head not in NAME_ORGANIZATION | NAME_GOVERNMENT | {"bank", "centers", "joint", "secretary", "houses", "chiefs"}:
        return end
    ahead = end
    while ahead < sentence.last and tokens[ahead].word in ORG_CONNECTORS and ahead - end < 3:
        ahead += 1
    if ahead == end or ahead >= sentence.last or tokens[end].word in ("and", "at", "to", "against", "with", "in"):
        return end
    if not is_capital(tokens, ahead, sentence):
        return end
    end = run_end(tokens, ahead, sentence)
    if (
        end + 1 < sentence.last
        and tokens[end].word == "and"
        and is_capital(tokens, end + 1, sentence)
        and run_end(tokens, end + 1, sentence) == end + 2
        and tokens[end + 1].word.lower() not in countries().by_name
        and not (len(tokens[end + 1].word) <= 4 and tokens[end + 1].word.isupper())
    ):
        end += 2
    return end
