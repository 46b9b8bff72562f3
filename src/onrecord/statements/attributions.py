"""Linked source, cue and content of an article: the encoder's tags, made exact by rules where rules are exact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.model.decoding import TaggedCue, Tags
from onrecord.quotation import Quotation, find_quotations
from onrecord.records import Article, Attribution, ParagraphKind, Span
from onrecord.statements.confidence import confidence_of
from onrecord.statements.contents import join, kind_of, snap, strip, trim, whole_words, with_that
from onrecord.statements.running import run_on, sorted_with_links
from onrecord.statements.signatures import find_signed

_OPENED: Final = re.compile(r"(?<=\w),\s+(?:which|who|whom|whose|where)$")
_HEARD: Final = re.compile(
    r"(?:(?:has|have|had|will|would|can|could|may|might|must|should)\s+)?(?:\w+ly\s+|not\s+|also\s+|never\s+)?"
    r"(?:am|are|is|was|were|be|been|being|gets?|got)\s+(?:being\s+)?(?:\w+ly\s+|also\s+)?"
    r"(?:told|informed|advised|assured|notified|warned|reminded|briefed|asked|questioned)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Options:
    """Settings that were tuned together with `python -m evaluation`.

    floor: least confidence of an attribution that is kept. rival: share of a content that two cues may both claim.
    headline: whether the headline's attributions count. running: whether quotations run on over paragraphs. that:
    whether an introducing "that" belongs to the content.
    """

    floor: float = 0.43
    rival: float = 0.9
    headline: bool = False
    running: bool = True
    that: bool = False


GUIDE = Options()
# PolNeAR annotates headlines and an introducing "that", and nothing that has no cue of its own.
POLNEAR = Options(floor=0.44, headline=True, running=False, that=True)


def find_attributions(article: Article, tags: Tags, options: Options = GUIDE) -> tuple[Attribution, ...]:
    """All attributions of an article in text order of their contents. Every span lies inside one paragraph."""
    text = article.text
    paragraphs = [
        paragraph.span
        for paragraph in article.paragraphs
        if options.headline or paragraph.kind is not ParagraphKind.HEADLINE
    ]
    quotations = find_quotations(text, paragraphs)
    drafts = [
        draft
        for tagged in tags.cues
        if any(span.contains(tagged.cue) for span in paragraphs)
        and (draft := _draft(text, tagged, quotations)) is not None
        and draft.confidence >= options.floor
    ]
    kept = _without_rivals(drafts, options.rival)
    kept = sorted_with_links(find_signed(text, paragraphs, quotations, kept))
    if options.running:
        kept = run_on(text, paragraphs, quotations, kept)
    if options.that:
        kept = [replace(a, content=(with_that(text, a.content[0]), *a.content[1:])) for a in kept]
    return tuple(replace(found, kind=kind_of(text, found.content, quotations, cue=found.cue)) for found in kept)


def _draft(text: str, tagged: TaggedCue, quotations: Sequence[Quotation]) -> Attribution | None:
    cue = whole_words(text, tagged.cue)
    if cue is None:
        return None
    source = _trim_source(text, tagged.source, cue) if tagged.source else None
    if source is not None and _HEARD.fullmatch(text[source.end : cue.end].strip()):
        source = None  # "Moor was told that": Moor heard it, and by whom it was said is not told
    avoid = [cue] if source is None else [cue, source]
    near = [q for q in quotations if any(q.span.overlaps(span) for span in tagged.content)]
    trimmed = [
        piece
        for span in tagged.content
        if (whole := whole_words(text, span)) is not None and (piece := trim(text, whole)) is not None
    ]
    snapped = [strip(text, span) for span in snap(trimmed, near, avoid=avoid)]
    content = tuple(span for span in join(text, snapped) if any(c.isalnum() for c in span.of(text)))
    # What a quotation goes on with in a further paragraph is for the rules to say, where the cue's own has a content.
    content = tuple(span for span in content if not _parted(text, cue, span)) or content
    if not content:
        return None
    return Attribution(content, cue, source, act=tagged.act, confidence=round(confidence_of(tagged), 4))


def _parted(text: str, a: Span, b: Span) -> bool:
    """Whether a paragraph ends between two spans."""
    return "\n" in text[min(a.end, b.end) : max(a.start, b.start)]


def _trim_source(text: str, tagged: Span, cue: Span) -> Span | None:
    """Whole words without edge marks; behind the cue, without a relative pronoun that opens a clause on the source."""
    whole = whole_words(text, tagged)
    if whole and cue.end <= whole.start and (opened := _OPENED.search(text, whole.start, whole.end)):
        whole = Span(whole.start, opened.start())
    span = strip(text, whole, ",;:–—-") if whole else None
    return span if span and span.start < span.end else None


def _without_rivals(drafts: Sequence[Attribution], rival: float) -> list[Attribution]:
    """Of two cues that claim nearly the same words the surer one stays."""
    kept: list[Attribution] = []
    for draft in sorted(drafts, key=lambda found: -found.confidence):
        if not any(_same_words(draft, other) > rival for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda found: (found.content[0].start, found.cue or found.content[0]))


def _same_words(a: Attribution, b: Attribution) -> float:
    shared = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a.content for y in b.content)
    sizes = [sum(span.end - span.start for span in found.content) for found in (a, b)]
    return shared / max(sizes)
