"""From an article to what the encoder reads: windows of word pieces with their features and places in the text.

The text is shown to the encoder with its punctuation made plain, one character for one character: every outer quotation
mark becomes `"`, every inner one and every apostrophe `'`. So the encoder cannot learn that a US paper's curly marks
mean a quotation and a British paper's single ones do not; what the marks mean is told by a feature of each piece that
`onrecord.quotation` works out from the characters. Case, which the uncased vocabulary drops, is a second feature.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from onrecord.quotation import Quotation, find_quotations
from onrecord.records import Span

# Windows that hold little more than a paragraph are read faster than full ones, and no worse (see docs/model.md).
WINDOW = 64
LONGEST = 256
CASES = 3  # lower or none, Capitalised, UPPER
OUTSIDE, OPENING, INSIDE, CLOSING, INNER = range(5)  # where a piece stands towards quotation marks
FEATURES = 5 * CASES

PLAIN = str.maketrans(
    {
        "’": "'", "‘": "'", "‛": "'", "‚": "'", "`": "'", "´": "'", "ʼ": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‹": "'", "›": "'", "＂": '"',
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\ufeff": " ", "…": ".",
        "‐": "-", "‑": "-", "–": "-", "—": "-", "―": "-",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PieceParagraph:
    """One paragraph as the encoder sees it: an id, a feature and a span of the article per piece."""

    ids: list[int]
    features: list[int]
    spans: list[Span]


@dataclass(frozen=True, slots=True)
class Window:
    """Up to `WINDOW` pieces: [CLS] paragraph [SEP] paragraph [SEP] ... spans is None at the special pieces."""

    ids: list[int]
    features: list[int]
    spans: list[Span | None]


def plain_text(text: str, quotations: Sequence[Quotation]) -> str:
    """The text with plain punctuation, of the same length: `"` for outer marks, `'` for inner ones and apostrophes."""
    characters = list(text.translate(PLAIN))
    for quotation in quotations:
        mark = '"' if quotation.depth == 0 else "'"
        inner = quotation.inner(text)
        edges = [(quotation.span.start, inner.start)]
        if quotation.closed:
            edges.append((inner.end, quotation.span.end))
        for start, end in edges:
            characters[start] = mark
            characters[start + 1 : end] = " " * (end - start - 1)
    return "".join(characters)


def cut_into_pieces(text: str, paragraphs: Sequence[Span], tokenizer: Tokenizer) -> list[PieceParagraph]:
    """Tokenise each paragraph and work out the features of its pieces. Empty paragraphs give empty lists."""
    quotations = find_quotations(text, paragraphs)
    plain = plain_text(text, quotations)
    states = _quotation_states(text, quotations)
    encodings = tokenizer.encode_batch([span.of(plain) for span in paragraphs], add_special_tokens=False)
    found = []
    for span, encoding in zip(paragraphs, encodings, strict=True):
        spans = [Span(span.start + start, span.start + end) for start, end in encoding.offsets]
        features = [states.get(piece.start, OUTSIDE) * CASES + _case(text, piece) for piece in spans]
        found.append(PieceParagraph(encoding.ids, features, spans))
    return found


def _quotation_states(text: str, quotations: Sequence[Quotation]) -> dict[int, int]:
    states: dict[int, int] = {}
    for quotation in quotations:  # outer before inner, so that inner ones overwrite
        inner = quotation.inner(text)
        for at in range(inner.start, inner.end):
            states[at] = INSIDE if quotation.depth == 0 else INNER
        for at in range(quotation.span.start, inner.start):
            states[at] = OPENING if quotation.depth == 0 else INNER
        for at in range(inner.end, quotation.span.end):
            states[at] = CLOSING if quotation.depth == 0 else INNER
    return states


def _case(text: str, piece: Span) -> int:
    """Of the whole word that the piece belongs to or touches: "Mc" and "##Cain" agree, and a mark with its word."""
    start, end = piece.start, piece.end
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    word = text[start:end]
    if not word[:1].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def pack_windows(
    paragraphs: Sequence[PieceParagraph], *, cls: int, sep: int, size: int = WINDOW, longest: int = LONGEST
) -> Iterator[Window]:
    """Pack whole paragraphs into windows of at most `size` pieces; a longer paragraph has a window of its own.

    A paragraph that ends with a colon ("The minister said:") stands in one window with the next where `longest` allows.
    Only a paragraph longer than `longest` is cut, behind a sentence's end where there is one in the second half.
    """
    ids, features, spans = [cls], [0], [None]  # type: tuple[list[int], list[int], list[Span | None]]
    for paragraph in (part for whole in paragraphs for part in _parts(whole, longest - 2)):
        led_on = len(ids) > 1 and ids[-2] == _COLON and len(ids) + len(paragraph.ids) + 1 <= longest
        if len(ids) > 1 and len(ids) + len(paragraph.ids) + 1 > size and not led_on:
            yield Window(ids, features, spans)
            ids, features, spans = [cls], [0], [None]
        ids += [*paragraph.ids, sep]
        features += [*paragraph.features, 0]
        spans += [*paragraph.spans, None]
    if len(ids) > 1:
        yield Window(ids, features, spans)


def _parts(paragraph: PieceParagraph, size: int) -> Iterator[PieceParagraph]:
    start = 0
    while len(paragraph.ids) - start > size:
        stop = start + size
        for at in range(stop - 1, start + size // 2, -1):
            # A sentence's last piece is one character wide and followed by a gap or a closing mark.
            here, following = paragraph.spans[at - 1], paragraph.spans[at]
            if here.end - here.start == 1 and following.start > here.end and paragraph.ids[at - 1] in _ENDS:
                stop = at
                break
        yield PieceParagraph(paragraph.ids[start:stop], paragraph.features[start:stop], paragraph.spans[start:stop])
        start = stop
    if start < len(paragraph.ids):
        yield PieceParagraph(paragraph.ids[start:], paragraph.features[start:], paragraph.spans[start:])


_COLON = 1024  # piece number of `:` in the BERT uncased vocabulary
# Piece numbers of `.`, `!`, `?` and `"` in the BERT uncased vocabulary.
_ENDS = frozenset([1012, 999, 1029, 1000])
