"""The sentences in which the words of an event stand, and those words marked in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.record.views import Segment
from onrecord.records import Article, Span
from onrecord.speakers.outline import outline


def sentences_of(article: Article, places: Sequence[Span]) -> list[Span]:
    """The sentence around each place: the whole run of them where it reaches over several, itself outside of all."""
    around = tuple(p for p in article.paragraphs if any(p.span.overlaps(place) for place in places))
    sentences = [one.span for one in outline(replace(article, paragraphs=around)).sentences]
    found = []
    for place in places:
        touched = [sentence for sentence in sentences if sentence.overlaps(place)] + [place]
        found.append(Span(min(one.start for one in touched), max(one.end for one in touched)))
    return found


def marked(text: str, sentence: Span, places: Sequence[Span]) -> tuple[Segment, ...]:
    """A sentence of a text as segments, with these places of the text marked."""
    found, position = [], sentence.start
    for place in sorted(places):
        start, end = max(place.start, position), min(place.end, sentence.end)
        if start >= end:
            continue
        if start > position:
            found.append(Segment(text[position:start]))
        found.append(Segment(text[start:end], marked=True))
        position = end
    if position < sentence.end:
        found.append(Segment(text[position : sentence.end]))
    return tuple(found)
