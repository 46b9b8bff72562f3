"""What the encoder reads: plain punctuation of the same length, features from the characters, whole paragraphs."""

from itertools import pairwise
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from onrecord.model.pieces import CASES, CLOSING, INSIDE, OPENING, OUTSIDE, cut_into_pieces, pack_windows, plain_text
from onrecord.quotation import find_quotations
from onrecord.records import paragraphs_of

WEIGHTS = Path(__file__).parents[2] / "src/onrecord/model/weights"


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    made = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


def pieces_of(text: str, tokenizer: Tokenizer):
    return cut_into_pieces(text, [p.span for p in paragraphs_of(text)], tokenizer)


STYLES = [
    "“We don't sell ‘maybe’,” said Ilse Brandt.",
    "\"We don't sell 'maybe',\" said Ilse Brandt.",
    "‘We don’t sell “maybe”,’ said Ilse Brandt.",
    "«We don’t sell ‹maybe›,» said Ilse Brandt.",
]


def test_the_encoder_sees_the_same_whatever_marks_a_paper_uses(tokenizer: Tokenizer) -> None:
    seen = {(tuple(p.ids), tuple(p.features)) for style in STYLES for p in pieces_of(style, tokenizer)}
    assert len(seen) == 1


@pytest.mark.parametrize("text", [*STYLES, "``Fine,'' he said… naïve café 😀 e\u0301te\u0301\r\n\r\nNext\u00a0line."])
def test_plain_text_keeps_every_character_in_its_place(text: str) -> None:
    spans = [p.span for p in paragraphs_of(text)]
    plain = plain_text(text, find_quotations(text, spans))
    assert len(plain) == len(text)
    assert all(a == b for a, b in zip(text, plain, strict=True) if a.isalnum())


def test_pieces_point_at_their_own_words_in_the_article(tokenizer: Tokenizer) -> None:
    text = "😀 Ada Moor said e\u0301te\u0301.\r\n\r\n“Café,” she added."
    words = [span.of(text).lower() for p in pieces_of(text, tokenizer) for span in p.spans]
    assert words[:4] == ["😀", "ada", "moor", "said"]
    assert "café" in words


def test_features_tell_quotation_and_case(tokenizer: Tokenizer) -> None:
    [paragraph] = pieces_of("NATO said “it Works” today", tokenizer)
    states = [feature // CASES for feature in paragraph.features]
    cases = [feature % CASES for feature in paragraph.features]
    assert states == [OUTSIDE, OUTSIDE, OPENING, INSIDE, INSIDE, CLOSING, OUTSIDE]
    assert cases == [2, 0, 0, 0, 1, 1, 0]  # a mark has the case of the word it touches


def test_windows_hold_whole_paragraphs_and_every_piece_once(tokenizer: Tokenizer) -> None:
    text = "\n\n".join(f"Paragraph {i} tells of the harbour and its cranes." for i in range(40))
    paragraphs = pieces_of(text, tokenizer)
    windows = list(pack_windows(paragraphs, cls=101, sep=102, size=64, longest=64))
    assert all(len(window.ids) <= 64 for window in windows)
    spans = [span for window in windows for span in window.spans if span]
    assert spans == [span for paragraph in paragraphs for span in paragraph.spans]


def test_a_paragraph_longer_than_a_window_is_cut_behind_a_sentence(tokenizer: Tokenizer) -> None:
    text = "The crane fell over at noon. " * 30
    windows = list(pack_windows(pieces_of(text.strip(), tokenizer), cls=101, sep=102, size=64, longest=64))
    assert len(windows) > 1
    assert all(a.end <= b.start for w in windows for a, b in pairwise([s for s in w.spans if s]))
    assert all(text[[s for s in w.spans if s][-1].start] == "." for w in windows)
