"""Highlighting never changes a word, whatever lies on whatever."""

from __future__ import annotations

import random

from onrecord.records import Act, Paragraph, ParagraphKind, Span, Statement, StatementKind
from onrecord.web.highlight import Mark, Role, anchor, around, blocks, segments

TEXT = "Mayor Lena Orlow said the ministry had denied the plan. “Nobody asked us,” she said."


def span(words: str, text: str = TEXT, *, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    found = Span(start, start + len(words))
    assert found.of(text) == words
    return found


def statement(*content: Span, cue: Span | None = None, source: Span | None = None, name: str = "s") -> Statement:
    return Statement(name, content, cue, source, StatementKind.INDIRECT, Act.SPEECH, None)


def test_source_cue_and_content_are_told_apart_and_nothing_is_lost() -> None:
    said = statement(
        span("the ministry had denied the plan"), cue=span("said"), source=span("Mayor Lena Orlow"), name="a"
    )
    found = segments(TEXT, [said], Span(0, len(TEXT)))
    assert [(s.text, s.marks) for s in found] == [
        ("Mayor Lena Orlow", (Mark(1, Role.SOURCE),)),
        (" ", ()),
        ("said", (Mark(1, Role.CUE),)),
        (" ", ()),
        ("the ministry had denied the plan", (Mark(1, Role.CONTENT),)),
        (". “Nobody asked us,” she said.", ()),
    ]
    assert all(s.span.of(TEXT) == s.text for s in found)


def test_a_nested_statement_keeps_its_own_marks_inside_the_outer_content() -> None:
    outer = statement(span("the ministry had denied the plan"), cue=span("said"), name="outer")
    inner = statement(span("the plan"), cue=span("denied"), source=span("the ministry"), name="inner")
    by_words = {s.text: s for s in segments(TEXT, [outer, inner], Span(0, len(TEXT)))}
    assert by_words["the ministry"].marks == (Mark(1, Role.CONTENT), Mark(2, Role.SOURCE))
    assert by_words["denied"].marks == (Mark(1, Role.CONTENT), Mark(2, Role.CUE))
    assert by_words["the plan"].marks == (Mark(1, Role.CONTENT), Mark(2, Role.CONTENT))
    assert by_words["the plan"].depth == 2
    assert by_words[" had "].depth == 1


def test_the_outer_statement_comes_first_even_when_it_is_listed_last() -> None:
    inner, outer = statement(span("the plan")), statement(span("the ministry had denied the plan"))
    by_words = {s.text: s for s in segments(TEXT, [inner, outer], Span(0, len(TEXT)))}
    assert by_words["the plan"].numbers == (2, 1)


def test_statements_that_cross_are_cut_at_every_boundary() -> None:
    text = "abcdefghij"
    one, two = statement(Span(1, 6)), statement(Span(4, 9))
    found = segments(text, [one, two], Span(0, 10))
    assert [(s.text, s.numbers) for s in found] == [
        ("a", ()),
        ("bcd", (1,)),
        ("ef", (1, 2)),
        ("ghi", (2,)),
        ("j", ()),
    ]


def test_a_statement_is_pointed_at_where_its_content_begins_once_in_the_article() -> None:
    text = "“One.\n\n“Two,” he said."
    paragraphs = [Paragraph(Span(0, 5), ParagraphKind.TEXT), Paragraph(Span(7, len(text)), ParagraphKind.TEXT)]
    runs_on = statement(Span(0, 5), Span(7, 13), cue=span("said", text), source=span("he", text))
    shown = blocks(text, [runs_on], paragraphs)
    assert [block.begins for block in shown] == [(1,), ()]
    assert anchor(runs_on) == 0
    assert [mark.role for run in shown[1].segments for mark in run.marks] == [Role.CONTENT, Role.SOURCE, Role.CUE]


def test_two_statements_with_one_beginning_are_both_pointed_at() -> None:
    found = segments(TEXT, [statement(span("the ministry")), statement(span("the ministry had"))], Span(0, len(TEXT)))
    assert [s.begins for s in found if s.begins] == [(1, 2)]


def test_offsets_count_code_points_not_browser_units() -> None:
    text = "🦊🦊 e\u0301t\u0301 said 👩‍👩‍👧 Zoë: “naïve”"
    words = "“naïve”"
    found = segments(text, [statement(span(words, text))], Span(0, len(text)))
    assert [s.text for s in found if s.marks] == [words]
    assert "".join(s.text for s in found) == text


def test_empty_and_foreign_spans_mark_nothing() -> None:
    found = segments(TEXT, [statement(Span(5, 5)), statement(Span(900, 950))], Span(0, 10))
    assert not any(s.marks for s in found)
    assert "".join(s.text for s in found) == TEXT[:10]
    assert segments(TEXT, [], Span(4, 4)) == ()


def test_the_words_around_are_whole_paragraphs() -> None:
    paragraphs = [Paragraph(Span(i * 10, i * 10 + 8), ParagraphKind.TEXT) for i in range(6)]
    assert around(paragraphs, statement(Span(21, 25), Span(31, 33))) == tuple(paragraphs[1:5])
    assert around(paragraphs, statement(Span(2, 4))) == tuple(paragraphs[:2])
    assert around(paragraphs, statement(Span(900, 901))) == ()


def test_whatever_lies_on_whatever_the_words_stay_the_same() -> None:
    """A property over invented layouts: joined segments are the paragraph, and marks are exactly what lies there."""
    dice = random.Random(20260)
    alphabet = "ab “”é🦊\u0301<&>\n"
    for _ in range(400):
        text = "".join(dice.choice(alphabet) for _ in range(dice.randint(0, 60)))
        ends = sorted(dice.randint(0, len(text)) for _ in range(2))
        paragraph = Span(*ends)
        made = [_invented(dice, len(text) + 5) for _ in range(dice.randint(0, 6))]
        found = segments(text, made, paragraph)
        assert "".join(s.text for s in found) == paragraph.of(text)
        assert all(s.span.of(text) == s.text and s.text for s in found)
        for run in found:
            for position in range(run.span.start, run.span.end):
                assert set(run.marks) == _lying(made, position)
        whole = [Paragraph(paragraph, ParagraphKind.TEXT)]
        assert blocks(text, made, whole)[0].segments == found


def _invented(dice: random.Random, size: int) -> Statement:
    def one() -> Span:
        start = dice.randint(0, size)
        return Span(start, dice.randint(start, size))

    content = tuple(one() for _ in range(dice.randint(0, 3)))
    return statement(*content, cue=dice.choice([None, one()]), source=dice.choice([None, one()]))


def _lying(made: list[Statement], position: int) -> set[Mark]:
    def covers(found: Span | None) -> bool:
        return found is not None and found.start <= position < found.end

    lying = set()
    for number, item in enumerate(made, start=1):
        lying |= {Mark(number, Role.CONTENT) for piece in item.content if covers(piece)}
        lying |= {Mark(number, Role.CUE)} if covers(item.cue) else set()
        lying |= {Mark(number, Role.SOURCE)} if covers(item.source) else set()
    return lying
