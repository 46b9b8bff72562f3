"""Quotation marks are read from the characters: the kind of mark, apostrophes, and marks that were lost."""

import pytest

from onrecord.quotation import find_quotations
from onrecord.records import Span, paragraphs_of


def quoted(text: str) -> list[tuple[str, bool, int]]:
    """Words, closed, depth of every quotation of a text."""
    spans = [paragraph.span for paragraph in paragraphs_of(text)]
    return [(q.span.of(text), q.closed, q.depth) for q in find_quotations(text, spans)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“A plan,” she said. “It works.”", ["“A plan,”", "“It works.”"]),
        ('"A plan," she said. "It works."', ['"A plan,"', '"It works."']),
        ("'A plan,' she said. 'It doesn't work.'", ["'A plan,'", "'It doesn't work.'"]),
        ("‘We don’t know,’ said O’Hara of the dogs’ bowls.", ["‘We don’t know,’"]),
        ("«Non», he said.", ["«Non»"]),
        ("``Fine,'' he said.", ["``Fine,''"]),
        ("said—“no”—and left", ["“no”"]),
        ('the so-called "expert"-level test', ['"expert"']),
    ],
)
def test_every_newspapers_marks_are_read(text: str, words: list[str]) -> None:
    assert [found for found, _, _ in quoted(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "It was Jones' car and the Smiths' house, don't you see.",
        "Rock 'n' roll in the '90s, 'til the fans' money ran out.",
        "The shelf is 6'2\" tall.",
        "No quotation here at all.",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_a_plural_apostrophe_inside_single_marks_does_not_end_the_quotation() -> None:
    assert quoted("It is 'the workers' choice,' he said.") == [("'the workers' choice,'", True, 0)]


def test_inner_quotations_lie_one_deeper() -> None:
    assert quoted("He said \"it is 'very good' indeed\".") == [
        ("\"it is 'very good' indeed\"", True, 0),
        ("'very good'", True, 1),
    ]


def test_a_quotation_left_open_runs_to_its_paragraphs_end_and_no_further() -> None:
    text = "“We begin here and go on.\n\n“And end here,” said Ada Moor.\n\nNothing quoted."
    assert quoted(text) == [("“We begin here and go on.", False, 0), ("“And end here,”", True, 0)]


def test_one_odd_mark_costs_one_paragraph_at_most() -> None:
    text = 'The "sign was broken and nobody knew.\n\nShe said "it is mended" today.'
    assert ('"it is mended"', True, 0) in quoted(text)


def test_inner_span_leaves_the_marks_off() -> None:
    text = "``Fine,'' he said, “so be it”"
    inner = [q.inner(text).of(text) for q in find_quotations(text, [Span(0, len(text))])]
    assert inner == ["Fine,", "so be it"]
