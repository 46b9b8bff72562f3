"""Runs over many inputs: what they report, what one bad page costs, and how they go on after they were killed."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from onrecord.errors import NotAnArticle, RecordError, SourceError
from onrecord.record import Outcome, Query, Record, Step, ingest, open_record
from onrecord.records import Article, ModelCard, Reading
from tests.factories import MODEL, Said, make_reading


@dataclass(frozen=True)
class Page:
    """An invented input, as `discover` gives it."""

    name: str
    load: Callable[[], Article]
    fingerprint: Callable[[], str | None] = lambda: None


def article(number: int, words: str = "the tide will turn") -> Article:
    return make_reading(Said(f"{words} {number}"), url=f"https://tides.example/{number}").article


def read(article: Article) -> Reading:
    """Stands in for the reading pipeline: the factories know what they wrote."""
    words = article.text.rsplit("Ada Marlow said ", 1)[1].rstrip(".")
    return make_reading(Said(words), url=article.url)


def page(number: int, *, prints: bool = False) -> Page:
    fingerprint = partial(str, number) if prints else (lambda: None)
    return Page(f"page-{number}.html", partial(article, number), fingerprint)


def fail(error: Exception) -> Article:
    raise error


def test_a_run_reports_what_was_added_unchanged_updated_and_refused(record: Record):
    report = ingest(record, [page(1), page(2), page(1)], read)
    assert (report.added, report.unchanged, report.updated, report.statements) == (2, 1, 0, 2)
    changed = Page("page-1.html", partial(article, 1, "the tide has turned"))
    report = ingest(record, [changed, page(2)], read)
    assert (report.added, report.unchanged, report.updated, report.refused) == (0, 1, 1, ())


def test_one_bad_page_costs_one_page(record: Record):
    pages = [
        page(1),
        Page(
            "wall.html", partial(fail, NotAnArticle("wall.html", "a consent wall", "save it anew", kind="consent-wall"))
        ),
        Page("gone.html", partial(fail, SourceError("gone.html", "no such file"))),
        Page("odd.html", partial(fail, ZeroDivisionError("division by zero"))),
        page(2),
    ]
    report = ingest(record, pages, read)
    assert report.added == 2
    assert [(refusal.origin, refusal.kind) for refusal in report.refused] == [
        ("wall.html", "consent-wall"),
        ("gone.html", "source"),
        ("odd.html", "internal"),
    ]
    assert report.refused[2].reason == "internal error: ZeroDivisionError: division by zero"
    assert {refusal.origin for refusal in record.refusals().items} == {"wall.html", "gone.html", "odd.html"}


def test_a_mistake_in_reading_or_storing_one_page_costs_that_page(record: Record):
    def clumsy(article: Article) -> Reading:
        if article.url == "https://tides.example/1":
            raise KeyError("cue")
        reading = read(article)
        return make_reading(Said("half a pair: \ud83d"), url=article.url) if article.url.endswith("/2") else reading

    report = ingest(record, [page(1), page(2), page(3)], clumsy)
    assert report.added == 1
    assert [refusal.reason.split(":")[1] for refusal in report.refused] == [" KeyError", " UnicodeEncodeError"]


def test_a_refusal_is_forgotten_when_the_page_is_read_well(record: Record):
    ingest(record, [Page("page-1.html", partial(fail, SourceError("page-1.html", "empty")))], read)
    assert record.refusals().total == 1
    ingest(record, [page(1)], read)
    assert record.refusals().total == 0


def test_steps_are_told_as_they_are_done(record: Record):
    steps: list[Step] = []
    ingest(record, [page(1), Page("x", partial(fail, SourceError("x", "empty")))], read, progress=steps.append)
    assert [(step.name, step.outcome, step.statements) for step in steps] == [
        ("page-1.html", Outcome.ADDED, 1),
        ("x", None, 0),
    ]
    assert steps[1].refusal is not None


def test_known_bytes_are_not_read_again(record: Record):
    pages = [page(number, prints=True) for number in range(3)]
    ingest(record, pages, read, model=MODEL)

    def never(article: Article) -> Reading:
        raise AssertionError("read again")

    report = ingest(record, pages, never, model=MODEL)
    assert (report.unchanged, report.skipped, report.refused) == (3, 3, ())


def test_known_bytes_are_read_again_by_another_model(record: Record):
    ingest(record, [page(1, prints=True)], read, model=MODEL)
    report = ingest(record, [page(1, prints=True)], read, model=ModelCard("invented", "2"))
    assert (report.unchanged, report.skipped) == (1, 0)


def test_a_refused_page_is_tried_again_although_its_bytes_are_known(record: Record):
    ingest(record, [page(1, prints=True)], read)
    record.refuse("page-1.html", SourceError("page-1.html", "empty"))
    report = ingest(record, [page(1, prints=True)], read)
    assert (report.unchanged, report.skipped) == (1, 0)
    assert record.refusals().total == 0


def test_a_killed_run_goes_on_where_it_stopped(path: Path, record: Record):
    def killed(article: Article) -> Reading:
        if article.url == "https://tides.example/2":
            raise KeyboardInterrupt
        return read(article)

    pages = [page(number, prints=True) for number in range(4)]
    with pytest.raises(KeyboardInterrupt):
        ingest(record, pages, killed)
    assert record.counts().articles == 2
    report = ingest(record, pages, read)
    assert (report.added, report.skipped) == (2, 2)
    with sqlite3.connect(path) as connection:
        ends = connection.execute("SELECT finished_at IS NULL, added FROM runs ORDER BY key").fetchall()
    assert ends == [(1, 0), (0, 2)]


def test_a_process_killed_in_the_middle_leaves_whole_articles_and_the_next_one_goes_on(path: Path):
    command = [sys.executable, "-c", _ENDLESS, str(path)]
    process = subprocess.Popen(command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for _ in range(20):
        assert process.stdout.readline().startswith("page-")
    process.kill()
    process.wait()
    with open_record(path) as record:
        counts = record.counts()
        assert counts.articles == counts.statements >= 19
        report = ingest(record, [page(number, prints=True) for number in range(counts.articles + 5)], read)
        assert (report.skipped, report.added) == (counts.articles, 5)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


_ENDLESS = """
import itertools, sys
from onrecord.record import ingest, open_record
from tests.record.test_ingest import page, read
with open_record(sys.argv[1], create=True) as record:
    pages = (page(number, prints=True) for number in itertools.count())
    ingest(record, pages, read, progress=lambda step: print(step.name, flush=True))
"""


def test_a_record_that_cannot_be_written_stops_the_run(path: Path, record: Record):
    def lock_out() -> Iterator[Page]:
        yield page(1)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        yield page(2)

    with open_record(path, wait_ms=50) as impatient, pytest.raises(RecordError, match="another program"):
        ingest(impatient, lock_out(), read)
    assert record.counts().articles == 1


def test_a_fingerprint_that_fails_is_a_refusal(record: Record):
    broken = Page("x", partial(article, 1), partial(fail, SourceError("x", "may not be read")))
    assert [refusal.reason for refusal in ingest(record, [broken], read).refused] == ["may not be read"]


def open_reader() -> Callable[[Article], Reading]:
    return read


def die(article: Article) -> Article:
    os._exit(9)


def open_deadly_reader() -> Callable[[Article], Reading]:
    return lambda article: die(article) if article.url == "https://tides.example/3" else read(article)


def test_several_processes_read_and_results_come_in_order(record: Record):
    pages = [page(number) for number in range(12)]
    pages[3] = Page(pages[3].name, lambda: article(3))  # cannot be sent to another process
    pages[5] = Page("wall.html", partial(fail, NotAnArticle("wall.html", "a wall", kind="consent-wall")))
    steps: list[Step] = []
    report = ingest(record, pages, read, progress=steps.append, workers=2, open_reader=open_reader)
    assert (report.added, [refusal.kind for refusal in report.refused]) == (11, ["consent-wall"])
    assert [step.name for step in steps] == [page.name for page in pages]
    assert record.search(Query(words="tide")).total == 11


def test_a_process_that_dies_takes_only_its_page_with_it(record: Record):
    report = ingest(record, [page(number) for number in range(8)], read, workers=2, open_reader=open_deadly_reader)
    assert report.added == 7
    assert [(refusal.origin, refusal.kind) for refusal in report.refused] == [("page-3.html", "internal")]
    assert "died" in report.refused[0].reason
