"""Whole sources in, whole articles out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onrecord.errors import NotAnArticle, SourceError
from onrecord.records import ParagraphKind
from onrecord.sources import load

PAGE = """<!doctype html><html lang="en"><head><title>Bakers call off strike | The Wend Echo</title>
<meta property="og:site_name" content="The Wend Echo">
<meta property="og:title" content="Bakers call off strike">
<meta property="article:published_time" content="2023-05-04T08:15:00+01:00"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Bakers call off strike</h1><p class="standfirst">The union says the new offer is enough, for now.</p>
<p>By <a rel="author" href="/ada">Ada Brook</a></p>
<p>Bakers in Wend have called off a strike that would have closed forty shops on Friday, their union said.</p>
<p>“We were never out for a fight,” said Lin Marsh, who leads the union in the town.</p>
<aside class="related"><p><a href="/x">Why bread costs more</a></p></aside>
<p>The owners of the largest bakery said they were pleased, and that the ovens would be lit on Friday as usual.</p>
<p>Share this story</p></article><footer>© 2023 The Wend Echo</footer></body></html>"""


def test_a_page_becomes_headline_lead_and_story() -> None:
    article = load(PAGE.encode(), name="a page", url="https://wend-echo.example/bakers")
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    assert kinds == [ParagraphKind.HEADLINE, ParagraphKind.LEAD, *[ParagraphKind.TEXT] * 3]
    assert article.title == "Bakers call off strike"
    assert article.lead == "The union says the new offer is enough, for now."
    assert article.publisher == "The Wend Echo"
    assert article.published == datetime.fromisoformat("2023-05-04T08:15:00+01:00")
    assert "\n\n".join(p.span.of(article.text) for p in article.paragraphs) == article.text
    assert {"Why bread costs more", "Share this story", "© 2023 The Wend Echo"} <= set(article.dropped)


def test_a_dump_loses_its_furniture_and_keeps_its_story() -> None:
    dump = """icon searchicon closeicon menuicon shareicon mailicon playicon pauseicon tagicon fileicon editicon fm
4 May, 2023 08:15

Bakers call off strike

Bakers call off strike

Bakers in Wend have called off a strike that would have closed forty shops on Friday, their union said.

“We were never out for a fight,” said Lin Marsh, who leads the union in the town.

Think your friends would be interested? Share this story!

Podcasts
0:00
29:12
"""
    article = load(dump.encode(), name="a dump")
    assert article.title == "Bakers call off strike"
    assert article.published == datetime(2023, 5, 4, 8, 15, tzinfo=UTC)
    assert article.text.count("Bakers call off strike") == 1
    assert article.text.endswith("who leads the union in the town.")
    assert "Podcasts" in article.dropped


@pytest.mark.parametrize("data", [b"", b"  \n", b"%PDF-1.7 stream", b"{\\rtf1 words"])
def test_bytes_without_a_story_are_refused(data: bytes) -> None:
    with pytest.raises(NotAnArticle, match="a file"):
        load(data, name="a file")


def test_a_missing_file_is_one_clear_line() -> None:
    with pytest.raises(SourceError, match=r"nowhere\.html: no such file"):
        load("nowhere.html")
