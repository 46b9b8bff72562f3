"""Words signed with a dash and a name."""

from __future__ import annotations

from onrecord.quotation import find_quotations
from onrecord.records import Article, Attribution, Span
from onrecord.statements.signatures import find_signed


def signed(text: str, found: tuple[Attribution, ...] = ()) -> list[tuple[str, str]]:
    article = Article.from_text(text)
    spans = [paragraph.span for paragraph in article.paragraphs]
    result = find_signed(article.text, spans, find_quotations(article.text, spans), found)
    return [(a.content[0].of(text), a.source.of(text) if a.source else "") for a in result]


def test_a_quotation_with_a_dash_and_a_name_is_its_signers() -> None:
    text = "What readers wrote\n\n“The harbour bridge has to go this year.” — Mirja Tallgren, Ostby"
    assert signed(text) == [("“The harbour bridge has to go this year.”", "Mirja Tallgren")]


def test_the_name_may_stand_in_a_line_of_its_own() -> None:
    text = '"We never promised a second ferry."\n\n- Ole Hanssen.'
    assert signed(text) == [('"We never promised a second ferry."', "Ole Hanssen")]


def test_an_embedded_post_is_its_signers_without_links() -> None:
    text = "Council sits until midnight again pic.example.com\n— Ada Brekke (@adabrekke) July 5, 2021"
    assert signed(text) == [("Council sits until midnight again pic.example.com", "Ada Brekke (@adabrekke)")]
    text = "Council sits until midnight again https://t.co/a1b2 — Ada Brekke (@adabrekke) July 5, 2021"
    assert signed(text) == [("Council sits until midnight again", "Ada Brekke (@adabrekke)")]


def test_a_title_with_a_gloss_is_not_signed() -> None:
    assert signed("“Silent Water” — Tallgren's third novel") == []
    assert signed("“The bridge has to go this year” - a sentence that the mayor hates to hear.") == []


def test_words_with_a_source_of_their_own_keep_it() -> None:
    text = "“The bridge has to go this year,” Tallgren said — Ostby Herald"
    words, cue, source = Span(0, 33), Span(43, 47), Span(34, 42)
    told = Attribution((words,), cue, source)
    assert signed(text, (told,)) == [(words.of(text), "Tallgren")]
