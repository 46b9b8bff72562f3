"""Finding an annotation's words in an article's text, whatever their white space and the shape of their marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

# Quotation marks, dashes and spaces folded one character for one, so that offsets hold.
FOLD = str.maketrans("“”„«»‘’‚‹›–—−\u00a0\u2009\u202f", "\"\"\"\"\"'''''---   ")
TOKEN = re.compile(r"\w+|[^\w\s]")
Place = tuple[int, int]


def fold(words: str) -> str:
    """Quotation marks, dashes and spaces made plain, character for character."""
    return words.translate(FOLD)


def squeeze(words: str) -> str:
    """Folded, with runs of white space as one space."""
    return re.sub(r"\s+", " ", fold(words)).strip()


class GroundedText:
    """An article's text, its tokens, and a way to find strings in it."""

    def __init__(self, raw: str) -> None:
        self.text = fold(raw)
        self.tokens = [match.span() for match in TOKEN.finditer(self.text)]
        self._places = [i for i, c in enumerate(self.text) if not c.isspace()]
        self._dense = "".join(self.text[i] for i in self._places).lower()

    def find(self, words: str, context: tuple[str, str] | None = None) -> list[Place]:
        """All places of words as (start, end); context (what stands before and after) narrows them where it can."""
        wanted = _dense(words)
        if not wanted:
            return []
        for before, after in _contexts(context):
            at = self._dense.find(before + wanted + after)
            if at >= 0:
                return [self._place(at + len(before), len(wanted))]
        found = []
        at = self._dense.find(wanted)
        while at >= 0:
            found.append(self._place(at, len(wanted)))
            at = self._dense.find(wanted, at + 1)
        return found

    def _place(self, at: int, length: int) -> Place:
        return self._places[at], self._places[at + length - 1] + 1

    def trimmed(self, spans: Sequence[Place]) -> frozenset[int]:
        """Token numbers under the spans, without marks at the edges and without a leading "that"."""
        return trimmed_tokens(self.text, self.tokens, spans)

    def locate(
        self, pieces: Sequence[Any], text: str | None, *, after: int = 0, hint: Sequence[Place] = ()
    ) -> list[Place]:
        """Places of the pieces in text order from `after` on; where words recur, those near the hint (the cue) win."""
        spans: list[Place] = []
        for piece in pieces:
            words, context = words_of(piece, text)
            found = self.find(words, context)
            if found:
                later = [f for f in found if f[0] >= (spans[-1][1] if spans else after)]
                close = [f for f in later if any(abs(h[0] - f[1]) < 250 or abs(h[1] - f[0]) < 250 for h in hint)]
                spans.append((close or later or found)[0])
        return spans


def trimmed_tokens(text: str, tokens: Sequence[Place], spans: Sequence[Sequence[int]]) -> frozenset[int]:
    """Numbers of the tokens under the spans, without marks at the edges and without a leading "that"."""
    found = [i for i, (a, b) in enumerate(tokens) if any(a < end and b > start for start, end in spans)]
    words = [text[slice(*tokens[i])].lower() for i in found]
    first, last = 0, len(found)
    while first < last and (not words[first][0].isalnum() or (last - first > 1 and words[first] == "that")):
        first += 1
    while last > first and not words[last - 1][0].isalnum():
        last -= 1
    return frozenset(found[first:last])


def _dense(words: str) -> str:
    return re.sub(r"\s+", "", fold(words)).lower()


def _contexts(context: tuple[str, str] | None) -> list[tuple[str, str]]:
    if not context:
        return []
    before, after = (_dense(side) for side in context)
    return [(before, after), (before[-12:], after[:12]), (before[-5:], after[:5])]


def words_of(piece: Any, text: str | None) -> tuple[str, tuple[str, str] | None]:
    """The words of a string, or of a {start, end, text} of the record's form together with what stands around them."""
    if isinstance(piece, str):
        return piece, None
    around = (
        (text[max(0, piece["start"] - 30) : piece["start"]], text[piece["end"] : piece["end"] + 30]) if text else None
    )
    return piece["text"], around


def token_f1(a: str, b: str) -> float:
    """F1 over the bags of tokens of two texts, in 0..1."""
    left, right = (Counter(TOKEN.findall(fold(text).lower())) for text in (a, b))
    shared = sum((left & right).values())
    return 2 * shared / (sum(left.values()) + sum(right.values())) if left or right else 1.0
