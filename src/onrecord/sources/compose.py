"""Parts of an article to its text: headline, lead and story joined by one empty line, each with its exact span."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.records import Paragraph, ParagraphKind, Span

Part = tuple[str, ParagraphKind]


def compose(parts: Iterable[Part]) -> tuple[str, tuple[Paragraph, ...]]:
    """The text and its paragraphs. Empty parts are left out; the words of each part are kept as they are."""
    pieces: list[str] = []
    paragraphs: list[Paragraph] = []
    position = 0
    for words, kind in parts:
        if not words:
            continue
        paragraphs.append(Paragraph(Span(position, position + len(words)), kind))
        pieces.append(words)
        position += len(words) + 2
    return "\n\n".join(pieces), tuple(paragraphs)
