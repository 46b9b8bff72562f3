"""From probabilities to linked words, on made-up probabilities."""

import numpy as np

from onrecord.model.decoding import Limits, cue_candidates, link
from onrecord.model.pieces import Window
from onrecord.records import Act, Span

#            0    1     2        3       4      5     6        7      8
WORDS = ["", "Ada", "said", "dams", "would", "hold", "today", "here", ""]


def window() -> Window:
    spans, at = [], 0
    for word in WORDS:
        spans.append(Span(at, at + len(word)) if word else None)
        at += len(word) + 1
    return Window([101, *range(1000, 1007), 102], [0] * 9, spans)


def text() -> str:
    return " ".join(WORDS)


def cue_rows(**sure: float) -> np.ndarray:
    rows = np.tile(np.array([0.98, 0.01, 0.01], dtype=np.float32), (9, 1))
    for word, value in sure.items():
        rows[WORDS.index(word)] = (1 - value, value, 0.0)
    return rows


def labels(*, content: dict[str, float], source: dict[str, float]) -> np.ndarray:
    rows = np.zeros((1, 9, 5), dtype=np.float32)
    for word, value in content.items():
        rows[0, WORDS.index(word), 4] = value
    for word, value in source.items():
        rows[0, WORDS.index(word), 2] = value
    rows[0, :, 0] = 1 - rows[0].sum(axis=-1)
    return rows


ACTS = np.array([[0.9, 0.1]], dtype=np.float32)


def test_a_sure_piece_is_a_cue_and_a_doubtful_neighbour_is_left_off() -> None:
    rows = cue_rows(said=0.9)
    rows[WORDS.index("dams")] = (0.7, 0.0, 0.3)
    [(first, last, score)] = cue_candidates(rows, window())
    assert (first, last) == (2, 2)
    assert abs(score - 0.9) < 1e-6


def test_two_beginnings_side_by_side_are_two_cues() -> None:
    found = cue_candidates(cue_rows(said=0.9, dams=0.8), window())
    assert [(first, last) for first, last, _ in found] == [(2, 2), (3, 3)]


def test_nothing_likely_is_no_cue() -> None:
    assert cue_candidates(cue_rows(), window()) == []


def test_source_and_content_are_linked_to_their_cue() -> None:
    rows = labels(content={"dams": 0.9, "would": 0.9, "hold": 0.9}, source={"Ada": 0.95})
    [found] = link(rows, ACTS, [(2, 2, 0.9)], window())
    assert found.source is not None
    assert found.source.of(text()) == "Ada"
    assert [span.of(text()) for span in found.content] == ["dams would hold"]
    assert found.act is Act.SPEECH


def test_a_doubtful_piece_inside_a_content_does_not_break_it() -> None:
    rows = labels(content={"dams": 0.95, "would": 0.4, "hold": 0.95}, source={})
    [found] = link(rows, ACTS, [(2, 2, 0.9)], window())
    assert [span.of(text()) for span in found.content] == ["dams would hold"]


def test_a_stray_piece_makes_no_content() -> None:
    rows = labels(content={"dams": 0.95, "would": 0.95, "hold": 0.95, "here": 0.6}, source={})
    [found] = link(rows, ACTS, [(2, 2, 0.9)], window())
    assert [span.of(text()) for span in found.content] == ["dams would hold"]


def test_runs_may_begin_at_the_first_and_end_at_the_last_piece() -> None:
    rows = labels(content={"Ada": 0.99, "today": 0.99, "here": 0.99}, source={})
    [found] = link(rows, ACTS, [(2, 2, 0.9)], window(), Limits(content_start=0.5))
    assert [span.of(text()) for span in found.content] == ["Ada", "today here"]


def test_no_source_is_no_source() -> None:
    [found] = link(labels(content={"hold": 0.99}, source={}), ACTS, [(2, 2, 0.9)], window())
    assert found.source is None
