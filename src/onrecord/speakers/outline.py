"""The bare structure of a text: tokens and sentences with their offsets, found by exact rules."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from onrecord.records import Article, ParagraphKind, Span

ABBREVIATIONS: Final = (
    "Mr Mrs Ms Dr Sen Sens Rep Reps Gov Gen Lt Col Capt Sgt Maj Adm Cmdr Prof Rev Hon Jr Sr St Pres Supt Det Insp Dep "
    "Asst Atty No vs Inc Co Corp Ltd Brig Cpl Pvt Messrs Mt Ft Calif Wis Mass Conn Fla Ill Ind Tenn Penn Va Pa Ariz "
    "Ala Ark Colo Ga Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Tex Vt Wash Wyo Jan Feb Mar Apr Aug Sept Oct "
    "Nov Dec"
).split()
_TOKEN: Final = re.compile(
    # The first look spares the words in lower case the list of abbreviations.
    rf"(?=[A-Zv])(?:(?:[A-Z]\.){{2,}}|\b(?:{'|'.join(ABBREVIATIONS)})\.(?=[\s,])|\b[A-Z]\.(?=\s[A-Z]))|['’]s\b"
    r"|[^\W_]+(?:['’](?!s\b)[^\W_]+|[-–&/@][^\W_]+|\.[a-z0-9][^\W_]*)*|[^\w\s]"
)
_CLOSERS: Final = frozenset("\"”’')]»")
_ENDERS: Final = frozenset(".!?…")
_CLOCKS: Final = frozenset({"a.m", "p.m", "A.M", "P.M"})
# The day or the time zone behind an hour goes on with its sentence: "until 9 a.m. Tuesday", "at 5 p.m. EST".
_BEHIND_CLOCKS: Final = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:E|C|M|P)[SD]?T|GMT|BST|UTC|CES?T|IST|A[CEW][SD]?T|J(?:an|un|ul)\w*"
    r"|Feb\w*|Ma(?:r\w*|y)|Apr\w*|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*|Eastern|Central|Pacific|Mountain"
)


class Token(NamedTuple):
    """A word, number or mark with its place in the article's text."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to and without `last`; `paragraph` counts the article's paragraphs."""

    span: Span
    first: int
    last: int
    paragraph: int
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Outline:
    """Tokens and sentences of an article, both in text order, and ways to find them by offset."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    token_starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that start within the span."""
        return self.tokens[bisect_left(self.token_starts, span.start) : bisect_left(self.token_starts, span.end)]

    def sentence_at(self, offset: int) -> int:
        """Number of the sentence that holds an offset (the one before, where none does)."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def paragraph_at(self, offset: int) -> int:
        """Number of the paragraph that holds an offset; 0 for a text without sentences."""
        return self.sentences[self.sentence_at(offset)].paragraph if self.sentences else 0


def outline(article: Article) -> Outline:
    """Tokenise an article and cut its paragraphs into sentences."""
    text = article.text
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(article.paragraphs):
        first = len(tokens)
        tokens.extend(
            Token(match.start(), match.end(), match.group())
            for match in _TOKEN.finditer(text, paragraph.span.start, paragraph.span.end)
        )
        for begin, end in sentence_bounds(tokens, first):
            span = Span(tokens[begin].start, tokens[end - 1].end)
            sentences.append(Sentence(span, begin, end, number, paragraph.kind))
    return Outline(
        text,
        tuple(tokens),
        tuple(sentences),
        tuple(token.start for token in tokens),
        tuple(sentence.span.start for sentence in sentences),
    )


def sentences_around(article: Article, places: Sequence[Span]) -> list[Span]:
    """The sentence that holds each place; from the first to the last where it reaches over several."""
    paragraphs = tuple(one for one in article.paragraphs if any(one.span.overlaps(place) for place in places))
    sentences = [one.span for one in outline(replace(article, paragraphs=paragraphs)).sentences]
    found = []
    for place in places:
        touched = [*(one for one in sentences if one.overlaps(place)), place]
        found.append(Span(min(one.start for one in touched), max(one.end for one in touched)))
    return found


def sentence_bounds(tokens: list[Token], first: int) -> list[tuple[int, int]]:
    """Cut tokens[first:] after sentence marks (and the quotes that close over them) before a capital or a quote."""
    bounds: list[tuple[int, int]] = []
    begin, index, count = first, first, len(tokens)
    while index < count:
        if tokens[index].word in _ENDERS:
            end = index + 1
            while end < count and tokens[end].word in _ENDERS | _CLOSERS and tokens[end].start == tokens[end - 1].end:
                end += 1
            goes_on = (
                end < count
                and index > first
                and tokens[index - 1].word in _CLOCKS
                and _BEHIND_CLOCKS.fullmatch(tokens[end].word)
            )
            spaced = end < count and tokens[end - 1].end < tokens[end].start
            if end >= count or (not goes_on and starts_sentence(tokens[end].word, spaced)):
                bounds.append((begin, end))
                begin = end
            index = end
        else:
            index += 1
    if begin < count:
        bounds.append((begin, count))
    return bounds


def starts_sentence(word: str, spaced: bool) -> bool:
    """Whether a sentence can begin with this token."""
    return spaced and (word[0].isupper() or word[0].isdigit() or not word[0].isalnum())
