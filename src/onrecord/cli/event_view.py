"""Events as lines for people: those of a reading, what is ahead on record, one event in its article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.cli.output import Line
from onrecord.cli.style import FAINT, INDENT, MATCH, NAME, TITLE, article_parts, count, page_range
from onrecord.records import Event, EventStatus, Interval, Reading
from onrecord.telling import STATUS_MEANS, tell_moment, tell_short, tell_status, tell_window

if TYPE_CHECKING:  # the database is loaded only by the commands that need it
    from onrecord.record import EventHit, EventView, Page

HAPPENED = (EventStatus.OCCURRED, EventStatus.ONGOING)
Parts = tuple[tuple[str, str], ...]


def told_lines(reading: Reading) -> Iterator[Line]:
    """What is ahead by a reading, and what happened, each by its days; nothing where it tells of no events."""
    happened = [event for event in reading.events if event.status in HAPPENED]
    ahead = [event for event in reading.events if event.status not in HAPPENED]
    for title, events in (("What is ahead: ", ahead), ("What happened: ", happened)):
        if events:
            yield Line()
            yield Line(((title, FAINT), (count(len(events), "event"), "")))
        for number, event in enumerate(sorted(events, key=_by_day), 1):
            yield Line()
            yield from _told(number, event, reading)


def _by_day(event: Event) -> date:
    """Its last day, of an open window its first; those without come last."""
    window = event.window or Interval(None, None)
    return window.latest or window.earliest or date.max


def _told(number: int, event: Event, reading: Reading) -> Iterator[Line]:
    # Here, as the commands that only ask the record need no reader of sentences.
    from onrecord.speakers.outline import sentences_around

    text, head = reading.article.text, event.mentions[0]
    (sentence,) = sentences_around(reading.article, [head])
    words = ((text[sentence.start : head.start], ""), (head.of(text), MATCH), (text[head.end : sentence.end], ""))
    yield Line(((f"{number:2d}. ", FAINT), *_what(event.label, event.type, event.status, event.window)))
    yield Line(words, INDENT)
    facts = _facts(
        event.status_words.of(text) if event.status_words else None,
        [one.name for one in event.participants],
        event.place,
        event.according_to.name if event.according_to else None,
        event.confidence,
    )
    yield Line(((facts, FAINT),), INDENT)


def _what(label: str, type: str, status: str, window: Interval | None) -> Parts:
    """What it is, how sure it is told, and when it is."""
    kind = f" ({type})" if type != "other" else ""
    return ((label, NAME), (kind, FAINT), (f" · {tell_status(status)}", TITLE), (f" · {tell_window(window)}", ""))


def _facts(
    status_words: str | None, participants: Sequence[str], place: str | None, teller: str | None, confidence: float
) -> str:
    """By which words the status is told, on whose word, who takes part, where, and how sure onrecord is of it."""
    facts = [f"according to {teller}" if teller else "told by the article"]
    if status_words:
        facts.insert(0, f'status "{status_words}"')
    if participants:
        facts.append(f"with {', '.join(participants)}")
    if place:
        facts.append(f"place: {place}")
    facts.append(f"confidence {confidence:.2f}")
    return " · ".join(facts)


def hit_lines(hit: EventHit) -> Iterator[Line]:
    """An event on record: what, how sure, when; the words; who, where; and in which article."""
    yield Line(_what(hit.label, hit.type, hit.status, hit.window))
    yield Line(tuple((part.text, MATCH if part.marked else "") for part in hit.sentence), INDENT)
    yield Line(((_hit_facts(hit), FAINT),), INDENT)
    yield from article_parts(hit.article)


def _hit_facts(hit: EventHit) -> str:
    teller = hit.according_to.name if hit.according_to else None
    facts = _facts(hit.status_words, [one.name for one in hit.participants], hit.place, teller, hit.confidence)
    return facts + {"gone": " · words no longer in the article", "withdrawn": " · no longer taken for an event"}.get(
        hit.standing, ""
    )


def ahead_lines(since: date, dated: Page[EventHit], undated: Page[EventHit]) -> Iterator[Line]:
    """What is ahead: what has a day, soonest first, then what has none."""
    yield Line((("What is ahead as of ", FAINT), (tell_short(since), TITLE)))
    yield Line()
    yield from _lane(dated, "with a date")
    if undated.items:
        yield Line()
        yield Line((("No date told, or any day from one that has passed", TITLE),))
        yield Line()
        yield from _lane(undated, "without a date")


def _lane(page: Page[EventHit], what: str) -> Iterator[Line]:
    for hit in page.items:
        yield from hit_lines(hit)
        yield Line((("id " + hit.id, FAINT),), INDENT)
        yield Line()
    shown = page_range(page) if page.items else "none"
    yield Line(((f"{shown} of {count(page.total, 'event')} {what}", FAINT),))


def event_lines(view: EventView) -> Iterator[Line]:
    """One event: what, when, who, where, how sure, and every place that tells it."""
    hit, article = view.hit, view.article
    yield Line(_what(hit.label, hit.type, hit.status, hit.window))
    yield Line((("Status: ", FAINT), (f"{tell_status(hit.status)}: {STATUS_MEANS[hit.status]}", "")))
    yield Line(((_hit_facts(hit), FAINT),))
    yield Line((("Told in: ", FAINT), (article.title or "(no title found)", "")))
    published = tell_moment(article.published, article.published_precision) if article.published else "day not told"
    yield Line(((f"{article.publisher or 'publisher not told'}, {published}", ""),), INDENT)
    if article.url:
        yield Line(((article.url, FAINT),), INDENT)
    for number, mention in enumerate(view.mentions, 1):
        yield Line()
        parts = tuple((part.text, MATCH if part.marked else "") for part in mention.segments)
        yield Line(((f"{number:2d}. ", FAINT), *parts))
