"""Floors on the public pages beside the checkout; skipped where they are not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.data import data_folder
from evaluation.grounding import token_f1
from evaluation.sources import evaluate_sources

from onrecord.sources import discover, load

DATA = data_folder() / "data"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (DATA / "gold").is_dir(), reason=f"needs the evaluation data at {DATA}"),
]


def test_pages_of_twelve_newsrooms() -> None:
    scores = evaluate_sources(DATA / "gold")
    assert sum(score.text for score in scores) / len(scores) >= 99
    assert min(score.text for score in scores) >= 97
    assert sum(score.title is True for score in scores) >= 11
    assert all(score.day for score in scores)
    assert all(score.text >= score.rival - 1 for score in scores)


def test_a_dump_of_a_page() -> None:
    article = load(DATA / "gold" / "capture.dump.txt")
    true_text = (DATA / "gold" / "capture.txt").read_text(encoding="utf-8")
    assert token_f1(true_text, article.text) == 1
    assert str(article.published) == "2021-11-21 15:25:00+00:00"
    assert article.text.count(article.title or "?") == 1


@pytest.mark.parametrize("name", ["2019.csv", "2020.csv"])
def test_tables_of_articles(name: str) -> None:
    refused = 0
    table: Path = DATA / "wikinews" / name
    for item in discover([table]):
        try:
            article = item.load()
        except Exception:
            refused += 1
            continue
        assert article.language == "en"
        assert article.published is not None
        assert article.published_evidence[0].source == "table"
    assert refused <= 1
