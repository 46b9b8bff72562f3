"""What is to come, as pages: by week, as a month, without a day, as a calendar to subscribe to; and each event."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any

from onrecord.api import answers
from onrecord.api.params import PAGE_SIZE, AheadPageParams, EventFilters, Lane, NoParams
from onrecord.exports.calendar import events_ics
from onrecord.record import MAX_LIMIT, EventHit, Page, Record, Status
from onrecord.records import Event, Paragraph, ParagraphKind, Reading, Span, Statement
from onrecord.web import tables, words
from onrecord.web.diary import lay_out, weeks
from onrecord.web.highlight import Block, blocks
from onrecord.web.pages import Shown, paged
from onrecord.web.state import State, event_chips, event_facets, pager, state_of

UNDATED_IN_SIGHT = 6
"""Events without a day that stand below those that have one; the others are on a page of their own."""

MOST_IN_A_CALENDAR = 2000
"""Events in one iCalendar file, the soonest: a program that subscribes fetches it again and again."""

_OF_THE_VIEW = {"view", "month", "page"}
_IN_FORM = {"person", "place", "min", "page"}
_DAYS_IN_FORM = {"from", "to"}


def ahead(record: Record, params: AheadPageParams) -> Shown:
    """What is to come, under filters, in one of its views."""
    views = {Lane.WEEKS: _by_week, Lane.MONTH: _as_month, Lane.UNDATED: _undated}
    return views[params.view](record, params)


def calendar_file(record: Record, params: EventFilters) -> str:
    """The events under these filters as iCalendar; those without any day have no place in it."""
    out = io.StringIO(newline="")
    events_ics(islice(record.each_ahead(params.query()), MOST_IN_A_CALENDAR), out)
    return out.getvalue()


def _by_week(record: Record, params: AheadPageParams) -> Shown:
    found = record.ahead(params.query(offset=(params.page - 1) * PAGE_SIZE))
    lane = record.ahead(params.query(undated=True, limit=UNDATED_IN_SIGHT)) if params.page == 1 else None
    state = state_of("/ahead", params)
    # A record of old news has nothing ahead of today: its own last day is where to look from.
    last = record.counts().last if not found.total and params.since is None else None
    context = {
        **_around(record, params, state, found.items),
        "found": found,
        "weeks": weeks(found.items, date.today()),
        "pager": pager(state, found),
        "first_page": state.at(1),
        "lane": lane,
        "earlier": state.url(**{"from": str(last)}) if last and last < date.today() else None,
        "earlier_day": last,
    }

    def plain() -> Any:
        here = State("/ahead.json", state.given)
        other = State("/ahead.json", {**state.given, "view": Lane.UNDATED})
        return {**paged(here, found), "undated": paged(other, record.ahead(params.query(undated=True)))}

    return Shown("ahead.html", context, plain, _table(record, params), state)


def _undated(record: Record, params: AheadPageParams) -> Shown:
    found = record.ahead(params.query(undated=True, offset=(params.page - 1) * PAGE_SIZE))
    state = state_of("/ahead", params)
    context = {
        **_around(record, params, state, found.items),
        "found": found,
        "pager": pager(state, found),
        "first_page": state.at(1),
    }
    plain = State("/ahead.json", state.given)
    return Shown("ahead.html", context, lambda: paged(plain, found), _table(record, params), state)


def _as_month(record: Record, params: AheadPageParams) -> Shown:
    today = date.today()
    first = (params.month or params.since or today).replace(day=1)
    last = words.last_of_month(first)
    since, until = max(first, params.since or first), min(last, params.until or last)
    within = params.model_copy(update={"since": since, "until": until})
    possible = since <= until
    found = record.ahead(within.query(limit=MAX_LIMIT)) if possible else Page((), 0, MAX_LIMIT, 0)
    lane = record.ahead(params.query(undated=True, limit=UNDATED_IN_SIGHT))
    state = state_of("/ahead", params)
    by_week = State("/ahead", {key: value for key, value in state.given.items() if key not in _OF_THE_VIEW})
    context = {
        **_around(record, params, state, found.items),
        "found": found,
        "month": lay_out(found.items, first, today),
        "before": state.url(month=f"{first - timedelta(days=1):%Y-%m}"),
        "after": state.url(month=f"{last + timedelta(days=1):%Y-%m}"),
        "now": None if first == today.replace(day=1) else state.url(month=f"{today:%Y-%m}"),
        "days_url": lambda begin, end: by_week.url(**{"from": str(begin), "to": str(end)}),
        "whole_url": by_week.url(**{"from": str(first), "to": str(last)}),
        "lane": lane,
    }

    def plain() -> Any:
        given = within.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=_OF_THE_VIEW)

        def at(start: int) -> str:
            here = State("/ahead.json", state.given).url(month=f"{first:%Y-%m}")
            return answers.address("/api/ahead", {**given, "limit": MAX_LIMIT, "offset": start}) if start else here

        return {"month": f"{first:%Y-%m}", **answers.paged(found, at)}

    return Shown("ahead.html", context, plain, _table(record, within) if possible else lambda: tables.events(()), state)


def _around(record: Record, params: AheadPageParams, state: State, shown: Sequence[EventHit]) -> dict[str, Any]:
    """What every view has: the filters, and the ways to the other views and to the calendar."""
    filters = {key: value for key, value in state.given.items() if key not in _OF_THE_VIEW}
    in_form = _IN_FORM if params.view is Lane.MONTH else _IN_FORM | _DAYS_IN_FORM
    chosen = _name_of(record, params.person_id, shown) if params.person_id else None
    return {
        "params": params,
        "view": params.view,
        "views": [(lane, name, answers.address("/ahead", {**filters, **given})) for lane, name, given in _VIEWS],
        "facets": event_facets(state),
        "chips": event_chips(state, params, chosen),
        "clear": answers.address("/ahead", {key: value for key, value in state.given.items() if key == "view"}),
        "hidden": [
            (key, one)
            for key, value in state.given.items()
            if key not in in_form
            for one in (value if isinstance(value, list) else [value])
        ],
        "ics": answers.address("/ahead.ics", filters),
        "today": date.today(),
        "undated_url": answers.address("/ahead", {**filters, "view": Lane.UNDATED}),
    }


_VIEWS: tuple[tuple[Lane, str, dict[str, str]], ...] = (
    (Lane.WEEKS, "By week", {}),
    (Lane.MONTH, "Month", {"view": Lane.MONTH}),
    (Lane.UNDATED, "No date told", {"view": Lane.UNDATED}),
)


def _table(record: Record, params: AheadPageParams) -> Any:
    def table() -> Iterable[str]:
        return tables.events(record.each_ahead(params.query()))

    return table


def _name_of(record: Record, id: str, shown: Sequence[EventHit]) -> str | None:
    """The name of somebody chosen by id, from the answer if it is there."""
    for hit in shown:
        for one in hit.participants:
            if one.id == id:
                return one.name
    view = record.speaker(id, limit=1)
    return view.speaker.name if view else None


def event(record: Record, params: NoParams, id: str) -> Shown:
    """One event in its source: every mention in its sentence, and what was said of it."""
    view, plain = answers.event(record, id)
    hit, text = view.hit, view.article.text
    reading = record.article(hit.article.id, view.version.number)
    context = {
        "hit": hit,
        "event": view.event,
        "article": view.article,
        "version": view.version,
        "mentions": [
            (turn, _sentence(text, view.event, mention.sentence), _said(reading, mention.span))
            for turn, mention in enumerate(view.mentions, start=1)
        ],
        "gone": hit.standing is Status.GONE,
        "withdrawn": hit.standing is Status.WITHDRAWN,
    }
    return Shown("event.html", context, lambda: plain, lambda: tables.events([hit]), state_of(f"/events/{id}", params))


def _sentence(text: str, event: Event, sentence: Span) -> Block:
    """A sentence with every mention of the event in it, and the words of its status, marked."""
    return blocks(text, (), [Paragraph(sentence, ParagraphKind.TEXT)], [event])[0]


def _said(reading: Reading | None, mention: Span) -> Statement | None:
    """The innermost statement that tells this mention; None where the article tells it itself."""
    around = [
        (sum(piece.end - piece.start for piece in one.content), one)
        for one in (reading.statements if reading else ())
        if any(piece.contains(mention) for piece in one.content)
    ]
    return min(around, key=lambda pair: pair[0])[1] if around else None
