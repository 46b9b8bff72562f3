"""What each page shows: parameters in, one question to the record, and the answer as page, JSON and table.

Each function returns a `Shown`, which carries all three forms, so that a page and its `.json` and `.csv` never differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from onrecord.api import answers
from onrecord.api.params import (
    PAGE_SIZE,
    ArticlePageParams,
    NamePageParams,
    NoParams,
    PageParams,
    PublisherPageParams,
    SearchParams,
    SurePageParams,
)
from onrecord.record import AheadQuery, ArticleRef, Page, Query, Record, StatementHit, Status, to_plain
from onrecord.records import Article, ParagraphKind, Statement
from onrecord.web import tables, words
from onrecord.web.highlight import Block, around, blocks
from onrecord.web.state import State, chips, facets, pager, state_of

LONG_AGO = date(1900, 1, 1)
"""A day before all news on record, from which everything was still ahead."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page in its three forms. plain and table are made only when asked for."""

    template: str
    context: dict[str, Any]
    plain: Callable[[], Any]
    table: Callable[[], Iterable[str]]
    state: State = field(default_factory=lambda: State("/", {}))


@dataclass(frozen=True, slots=True)
class ArticleGroup:
    """Statements of one article that follow each other in a list, so that its headline is told once."""

    article: ArticleRef
    version: int | None
    hits: tuple[StatementHit, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A stretch of a list under one title: a day or a month."""

    title: str
    articles: tuple[ArticleGroup, ...]


def by_day(hits: Iterable[StatementHit]) -> tuple[Group, ...]:
    """Runs of statements of one day, in the order given."""
    return _grouped(hits, lambda hit: words.day(hit.day))


def by_month(hits: Iterable[StatementHit]) -> tuple[Group, ...]:
    """Runs of statements of one month, in the order given."""
    return _grouped(hits, lambda hit: words.month(f"{hit.day:%Y-%m}") if hit.day else "no date")


def _grouped(hits: Iterable[StatementHit], title: Callable[[StatementHit], str]) -> tuple[Group, ...]:
    def article(hit: StatementHit) -> tuple[str, int | None]:
        return hit.article.id, hit.version if hit.status is Status.GONE else None

    groups = []
    for name, run in groupby(hits, key=title):
        parts = ((version, tuple(part)) for (_, version), part in groupby(run, key=article))
        groups.append(Group(name, tuple(ArticleGroup(part[0].article, version, part) for version, part in parts)))
    return tuple(groups)


def home(record: Record, params: SurePageParams) -> Shown:
    """The latest statements, and how much is on record."""
    query = Query(min_confidence=params.min, limit=PAGE_SIZE, offset=(params.page - 1) * PAGE_SIZE)
    found = record.search(query, facets=False)
    state = state_of("/", params)
    counts = record.counts()
    context = {
        "counts": counts,
        "days": by_day(found.items),
        "pager": pager(state, found),
        "found": found,
        "least": params.min,
        "state": state,
    }

    def plain() -> Any:
        return {"counts": to_plain(counts), **paged(State("/index.json", state.given), found)}

    return Shown("home.html", context, plain, lambda: tables.statements(found.items), state)


def search(record: Record, params: SearchParams) -> Shown:
    """Statements under filters, with facets."""
    query = params.query(limit=PAGE_SIZE, offset=(params.page - 1) * PAGE_SIZE)
    found = record.search(query)
    state = state_of("/search", params)
    chosen = _name_of(record, params.speaker_id, found) if params.speaker_id else None
    context = {
        "params": params,
        "found": found,
        "days": by_day(found.items),
        "pager": pager(state, found),
        "facets": facets(state, found.facets),
        "chips": chips(state, params, chosen),
        "first_page": state.at(1),
        "hidden": {key: value for key, value in state.given.items() if key not in _IN_FORM},
    }

    def table() -> Iterable[str]:
        return tables.statements(record.each(query))

    return Shown("search.html", context, lambda: paged(State("/search.json", state.given), found), table, state)


_IN_FORM = {"q", "speaker", "from", "to", "min", "order", "page"}


def article(record: Record, params: ArticlePageParams, id: str) -> Shown:
    """An article in reading form, every statement marked in place."""
    reading, plain = answers.reading(record, id, params.version)
    least = params.min or 0.0
    shown = tuple(s for s in reading.statements if s.confidence >= least)
    events = tuple(one for one in reading.events if one.confidence >= least)
    made = blocks(reading.article.text, shown, reading.article.paragraphs, events)
    placed = {number for block in made for number in block.begins}
    told = {number for block in made for number in block.tells}
    versions, gone, gone_events = record.versions(id), record.gone(id), record.events(id, standing=Status.GONE)
    number = params.version or next((v.number for v in versions if v.current), 1)
    context = {
        "reading": reading,
        "article": reading.article,
        "id": id,
        "statements": shown,
        "events": events,
        "hidden": len(reading.statements) + len(reading.events) - len(shown) - len(events),
        "least": params.min,
        "headline": _headline(reading.article, made),
        "blocks": made,
        "loose": [n for n in range(1, len(shown) + 1) if n not in placed],
        "loose_events": [n for n in range(1, len(events) + 1) if n not in told],
        "versions": versions,
        "version": next((v for v in versions if v.number == number), None),
        "gone": gone,
        "gone_ids": {hit.id for hit in gone},
        "gone_events": gone_events,
        "gone_event_ids": {hit.id for hit in gone_events},
        "state": state_of(f"/articles/{id}", params),
    }
    return Shown(
        "article.html",
        context,
        lambda: plain,
        lambda: tables.statements(record.each(Query(article_id=id, min_confidence=params.min))),
        state_of(f"/articles/{id}", params),
    )


def statement(record: Record, params: NoParams, id: str) -> Shown:
    """One statement in its source, with the words around it."""
    view, plain = answers.statement(record, id)
    near = around(view.article.paragraphs, view.statement)
    context = {
        "hit": view.hit,
        "statement": view.statement,
        "article": view.article,
        "version": view.version,
        "blocks": blocks(view.article.text, [view.statement], near),
        "span": _extent(view.statement),
        "gone": view.hit.status is Status.GONE,
        "withdrawn": view.hit.status is Status.WITHDRAWN,
    }
    return Shown(
        "statement.html",
        context,
        lambda: plain,
        lambda: tables.statements([view.hit]),
        state_of(f"/statements/{id}", params),
    )


def speaker(record: Record, params: SurePageParams, id: str) -> Shown:
    """What somebody said, newest first, by month, and to whom."""
    offset = (params.page - 1) * PAGE_SIZE
    view, plain = answers.speaker(record, id, limit=PAGE_SIZE, offset=offset, least=params.min)
    state = state_of(f"/speakers/{id}", params)
    searching = State("/search", {"speaker_id": id})
    context = {
        "view": view,
        "speaker": view.speaker,
        "months": by_month(view.statements.items),
        "pager": pager(state, view.statements),
        "by_month": [(words.month(m.value), m.count, _month_url(searching, m.value)) for m in view.months],
        "by_publisher": [(p.value, p.count, searching.url(publisher=p.value)) for p in view.publishers],
        "search_url": searching.url(),
        "least": params.min,
        "state": state,
        "ahead": _events_with(record, id, None),
        "ahead_url": answers.address("/ahead", {"person_id": id}),
        "ever": _events_with(record, id, LONG_AGO),
        "ever_url": answers.address("/ahead", {"from": LONG_AGO, "person_id": id}),
    }

    def table() -> Iterable[str]:
        return tables.statements(record.each(Query(speaker_id=id, min_confidence=params.min)))

    return Shown("speaker.html", context, lambda: plain, table, state)


def _events_with(record: Record, id: str, since: date | None) -> int:
    """How many events with this speaker are to come as of a day, today if None, with a day or without."""
    lanes = (AheadQuery(since=since, person_id=id, undated=undated, limit=1) for undated in (False, True))
    return sum(record.ahead(lane).total for lane in lanes)


def speakers(record: Record, params: NamePageParams) -> Shown:
    """Everybody who speaks on record, or those of a name."""
    found = record.speakers(params.name or "", limit=PAGE_SIZE * 2, offset=(params.page - 1) * PAGE_SIZE * 2)
    state = state_of("/speakers", params)
    context = {"found": found, "pager": pager(state, found), "name": params.name or ""}
    plain = State("/speakers.json", state.given)
    return Shown("speakers.html", context, lambda: paged(plain, found), lambda: tables.speakers(found.items), state)


def articles(record: Record, params: PublisherPageParams) -> Shown:
    """Articles on record, newest first."""
    found = record.articles(publisher=params.publisher, limit=PAGE_SIZE * 2, offset=(params.page - 1) * PAGE_SIZE * 2)
    state = state_of("/articles", params)
    context = {"found": found, "pager": pager(state, found), "publisher": params.publisher}
    plain = State("/articles.json", state.given)
    return Shown("articles.html", context, lambda: paged(plain, found), lambda: tables.articles(found.items), state)


def refused(record: Record, params: PageParams) -> Shown:
    """Inputs that could not be read, and why."""
    found = record.refusals(limit=PAGE_SIZE * 2, offset=(params.page - 1) * PAGE_SIZE * 2)
    state = state_of("/refused", params)
    context = {"found": found, "pager": pager(state, found)}
    plain = State("/refused.json", state.given)
    return Shown("refused.html", context, lambda: paged(plain, found), lambda: tables.refusals(found.items), state)


def about(record: Record, params: NoParams) -> Shown:
    """What this is, how to search it, and how far it can be trusted."""
    counts = record.counts()
    return Shown(
        "about.html",
        {"counts": counts},
        lambda: {"counts": to_plain(counts)},
        lambda: tables.counts(counts),
        state_of("/about", params),
    )


def paged(state: State, page: Page[Any]) -> Any:
    """The JSON of a page of results, whose links keep to the page's own address."""
    return answers.paged(page, lambda start: state.at(start // page.limit + 1))


def _headline(article: Article, made: tuple[Block, ...]) -> Block | None:
    """The headline's own paragraph, so that it is shown once, as the page's heading."""
    if made and made[0].kind is ParagraphKind.HEADLINE:
        words_there = article.text[made[0].span.start : made[0].span.end].strip()
        if article.title is None or words_there == article.title.strip():
            return made[0]
    return None


def _extent(statement: Statement) -> tuple[int, int]:
    spans = [*statement.content, *(span for span in (statement.cue, statement.source) if span)]
    return min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)


def _name_of(record: Record, id: str, found: Page[StatementHit]) -> str | None:
    """The name of a speaker chosen by id, from the answer if it is there."""
    for facet in found.facets:
        for value in facet.values:
            if facet.name == "speaker" and value.value == id:
                return value.label
    view = record.speaker(id, limit=1)
    return view.speaker.name if view else None


def _month_url(state: State, month: str) -> str:
    ends = words.month_ends(month)
    return state.url(**{"from": str(ends[0]), "to": str(ends[1])}) if ends else state.url()
