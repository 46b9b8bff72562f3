"""How well pages become articles: text, headline, day of publication and authors, beside trafilatura alone.

GOLD is a folder with pages: either ID.html.gz with ID.txt and ID.meta.json, or truth.jsonl with html/. The text is
measured as token F1 (words and marks, folded); what trafilatura gives with its default settings is scored in the same
run. With --as-dumps the same pages are read as plain text dumps of everything visible on them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import trafilatura

from evaluation.grounding import squeeze, token_f1
from onrecord.errors import OnrecordError
from onrecord.records import Article, ParagraphKind
from onrecord.sources import load
from onrecord.sources.blocks import find_blocks
from onrecord.sources.charset import decode
from onrecord.sources.html import parse
from onrecord.sources.loading import read_bytes


@dataclass(frozen=True, slots=True)
class PageTruth:
    """What is known of a page. texts: the wordings that count as right (a standfirst may be left out of some).

    whole: whether the texts begin with the headline.
    """

    name: str
    path: Path
    texts: tuple[str, ...]
    whole: bool
    url: str | None = None
    crawled: datetime | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None


@dataclass(frozen=True, slots=True)
class PageScore:
    """One page's figures: 0 to 100 for text, None where the truth is not known. refused: why, or None."""

    name: str
    text: float
    rival: float
    title: bool | None
    day: bool | None
    authors: bool | None
    milliseconds: float
    refused: str | None = None


def read_truth(path: Path) -> list[PageTruth]:
    """The pages of a folder of either form. Raises FileNotFoundError if it is of none."""
    if (path / "truth.jsonl").exists():
        with (path / "truth.jsonl").open(encoding="utf-8") as lines:
            return [_page_truth(path, json.loads(line)) for line in lines]
    found = list(_gold_truth(path))
    if not found:
        raise FileNotFoundError(f"{path}: no truth.jsonl and no ID.html.gz with ID.txt")
    return found


def _page_truth(path: Path, row: dict[str, Any]) -> PageTruth:
    body = row["body"]
    authors = row.get("authors") or ""
    return PageTruth(
        name=row["file"],
        path=path / "html" / row["file"],
        texts=(body,) if isinstance(body, str) else _wordings(body),
        whole=False,
        url=row.get("url"),
        crawled=datetime.fromisoformat(row["crawled"]) if row.get("crawled") else None,
        title=row.get("title"),
        authors=tuple(filter(None, re.split(r"\s*(?:[,;|]|\band\b)\s*", authors))),
        published=row.get("published"),
    )


def _wordings(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """With and without the paragraphs in brackets, which the annotators held to be optional."""
    optional = [words.startswith("[") and words.endswith("]") for words in paragraphs]
    with_all = [words[1:-1] if may else words for words, may in zip(paragraphs, optional, strict=True)]
    without = [words for words, may in zip(paragraphs, optional, strict=True) if not may]
    return "\n\n".join(with_all), "\n\n".join(without)


def _gold_truth(path: Path) -> Iterator[PageTruth]:
    for page in sorted(path.glob("*.html.gz")):
        stem = page.name.removesuffix(".html.gz")
        text, meta = path / f"{stem}.txt", path / f"{stem}.meta.json"
        if not text.exists():
            continue
        facts = json.loads(meta.read_text(encoding="utf-8")) if meta.exists() else {}
        yield PageTruth(
            name=stem,
            path=page,
            texts=(text.read_text(encoding="utf-8"),),
            whole=True,
            url=facts.get("url"),
            title=facts.get("title"),
            authors=tuple(facts.get("authors") or ()),
            published=facts.get("published"),
        )


def evaluate_sources(path: Path, *, as_dumps: bool = False) -> list[PageScore]:
    """Every page of the folder, read by onrecord and by trafilatura alone."""
    read = _read_as_dump if as_dumps else _read_page
    return [_score(truth, read) for truth in read_truth(path)]


def _read_page(truth: PageTruth) -> Article:
    return load(truth.path, url=truth.url, crawled=truth.crawled)


def _read_as_dump(truth: PageTruth) -> Article:
    """The page as somebody would copy all of it: what is visible, a line a block, no markup."""
    blocks = find_blocks(parse(decode(gzip.decompress(truth.path.read_bytes())), truth.name))
    dump = "\n".join(block.text for block in blocks if not block.hidden)
    return read_bytes(dump.encode(), name=truth.name, crawled=truth.crawled)


def _score(truth: PageTruth, read: Callable[[PageTruth], Article]) -> PageScore:
    rival = trafilatura.extract(gzip.decompress(truth.path.read_bytes())) or ""
    rivals = [f"{truth.title}\n\n{rival}", rival] if truth.whole else [rival]
    theirs = 100 * max(token_f1(text, words) for text in truth.texts for words in rivals)
    started = time.process_time()
    try:
        article = read(truth)
    except OnrecordError as error:
        known = (truth.title, truth.published, truth.authors)
        title, day, authors = (False if one else None for one in known)
        return PageScore(truth.name, 0.0, theirs, title, day, authors, 0.0, error.reason)
    spent = 1000 * (time.process_time() - started)
    ours = article.text if truth.whole else _body(article)
    return PageScore(
        name=truth.name,
        text=100 * max(token_f1(text, ours) for text in truth.texts),
        rival=theirs,
        title=_fold(truth.title) == _fold(article.title) if truth.title else None,
        day=str(article.published)[:10] == truth.published[:10] if truth.published else None,
        authors={*map(_fold, article.authors)} == {*map(_fold, truth.authors)} if truth.authors else None,
        milliseconds=spent,
    )


def _body(article: Article) -> str:
    """The text without its headline."""
    kept = (p for p in article.paragraphs if p.kind is not ParagraphKind.HEADLINE)
    return "\n\n".join(p.span.of(article.text) for p in kept)


def _fold(words: str | None) -> str:
    return squeeze(words or "").lower().strip(" .")


def main(argv: Sequence[str]) -> int:
    """Print the figures of every page that is far off, then of all."""
    parser = argparse.ArgumentParser(prog="python -m evaluation sources", description=__doc__)
    parser.add_argument("gold", type=Path, help="a folder with pages and their true text")
    parser.add_argument("--as-dumps", action="store_true", help="read each page as a plain text dump of it")
    parser.add_argument("--per-page", action="store_true", help="print every page")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args(argv)
    scores = evaluate_sources(options.gold, as_dumps=options.as_dumps)
    figures = summarise(scores)
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    for score in sorted(scores, key=lambda one: one.text):
        if options.per_page or score.text < 90 or score.text < score.rival - 2:
            print(f"{score.text:6.1f}  trafilatura {score.rival:5.1f}  {score.name}  {score.refused or ''}")
    for name, value in figures.items():
        print(f"{name:32} {value:8.1f}" if isinstance(value, float) else f"{name:32} {value}")
    return 0


def summarise(scores: Sequence[PageScore]) -> dict[str, float | str]:
    """The means and shares of a run."""
    return {
        "pages": float(len(scores)),
        "text, token F1": _mean(score.text for score in scores),
        "text, trafilatura alone": _mean(score.rival for score in scores),
        "text, worst page": min(score.text for score in scores),
        "pages below trafilatura by 1": float(sum(score.text < score.rival - 1 for score in scores)),
        "pages above trafilatura by 1": float(sum(score.text > score.rival + 1 for score in scores)),
        "headline": _share(score.title for score in scores),
        "day of publication": _share(score.day for score in scores),
        "authors": _share(score.authors for score in scores),
        "refused": float(sum(score.refused is not None for score in scores)),
        "milliseconds of processor a page": _mean(score.milliseconds for score in scores),
    }


def source_figures(path: Path) -> dict[str, float]:
    """The figures that have floors, all in percent: text, its lead over trafilatura, worst page, headline, day."""
    scores = evaluate_sources(path)
    text, rival = _mean(score.text for score in scores), _mean(score.rival for score in scores)
    figures = {"text": text, "text over trafilatura": text - rival, "worst page": min(score.text for score in scores)}
    for name in ("title", "day", "authors"):
        known = [float(value) for score in scores if (value := getattr(score, name)) is not None]
        if known:
            figures[name] = 100 * _mean(known)
    return figures


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else float("nan")


def _share(values: Iterable[bool | None]) -> str:
    known = [value for value in values if value is not None]
    return f"{sum(known)} of {len(known)}"
