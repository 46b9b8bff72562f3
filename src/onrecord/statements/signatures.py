"""Signed words: a quotation, or an embedded post, with a dash and a name behind it (`"..." - Jane Doe, Oslo`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.quotation import Quotation
from onrecord.records import Attribution, Span
from onrecord.statements.contents import strip, word_count

# Shorter quotations are titles and slogans, whose dash leads to a gloss.
LEAST_WORDS = 4
# Of 24 signed so in PolNeAR dev and 7 in its training part, 30 are annotated as their signer's words.
CONFIDENCE = 0.9

_NAME = r"[^\W\d_a-z][\w.'’-]*(?:[ \u00a0]+(?:[^\W\d_a-z][\w.'’-]*|de|del|da|di|van|von|der|bin|al|el|y)){0,5}"
_DASH = r"(?P<dash>[―—–]|--?)[ \t\u00a0]*"
_SIGNED = re.compile(
    rf"^[ \t\u00a0]*(?P<words>[\"“”„«].{{12,}}?[\"”“»])[ \t\u00a0]*\n{{0,2}}{_DASH}"
    rf"(?P<name>{_NAME})(?:,[^\n\"“”]{{2,70}})?[ \t\u00a0.]*$",
    re.MULTILINE,
)
_POST = re.compile(
    rf"^[ \t\u00a0]*(?P<words>[^\n]{{12,}}?)[ \t\u00a0]*\n?{_DASH}(?P<name>{_NAME} \(@\w{{1,20}}\))"
    r"(?:[ \u00a0]\w+ \d{1,2}, \d{4})?[ \t\u00a0.]*$",
    re.MULTILINE,
)
_LINKS = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/|t\.co/)\S+)+$")


def find_signed(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation], found: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions found so far and those of signed words that no cue attributes yet.

    The dash is the cue, the name the source. Words inside the quotation that are themselves attributed stay.
    """
    signed: list[Attribution] = []
    for pattern in (_SIGNED, _POST):
        for match in pattern.finditer(text):
            content = _content(text, Span(*match.span("words")))
            paragraph = next((p for p in paragraphs if p.contains(content)), None)
            inside = [q for q in quotations if q.depth == 0 and content.contains(q.span)]
            if paragraph is None or word_count(text, content) < LEAST_WORDS or len(inside) > 1:
                continue
            if any(_claims(other, content) for other in [*found, *signed]):
                continue
            cue, source = Span(*match.span("dash")), strip(text, Span(*match.span("name")), ".")
            signed.append(Attribution((content,), cue, source, confidence=CONFIDENCE))
    return [other for other in found if not any(_bare(other, one) for one in signed)] + signed


def _content(text: str, words: Span) -> Span:
    links = _LINKS.search(words.of(text))
    return Span(words.start, words.start + links.start()) if links else words


def _claims(other: Attribution, content: Span) -> bool:
    """Whether a cue outside the words already gives most of them a source."""
    if other.source is None or (other.cue and content.contains(other.cue)):
        return False
    return _covered(other, content) > 0.5


def _bare(other: Attribution, signed: Attribution) -> bool:
    content = signed.content[0]
    return _covered(other, content) > 0.5 and not (other.cue and content.contains(other.cue))


def _covered(other: Attribution, content: Span) -> float:
    shared = sum(max(0, min(p.end, content.end) - max(p.start, content.start)) for p in other.content)
    return shared / (content.end - content.start)
