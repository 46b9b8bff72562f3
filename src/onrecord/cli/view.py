"""Readings, hits, speakers and reports as lines for people; events are in `event_view`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.cli.event_view import told_lines
from onrecord.cli.output import Line
from onrecord.cli.style import FAINT, INDENT, MATCH, TITLE, article_parts, count, page_range, speaker_parts
from onrecord.records import Act, Article, Interval, Reading, Statement, StatementKind
from onrecord.telling import tell_interval, tell_moment, tell_short

if TYPE_CHECKING:  # the database is loaded only by the commands that need it
    from onrecord.record import Page, Report, SpeakerRow, SpeakerView, StatementHit

BETWEEN_PIECES = " […] "


def reading_lines(reading: Reading) -> Iterator[Line]:
    """The article's head, who said what, what is ahead and what happened."""
    yield from article_lines(reading.article)
    for note in reading.notes:
        yield Line((("Note: ", FAINT), (note, "")))
    yield Line()
    speakers = {statement.speaker.id for statement in reading.statements if statement.speaker}
    yield Line((("Statements: ", FAINT), (f"{len(reading.statements)} by {count(len(speakers), 'speaker')}", "")))
    for number, statement in enumerate(reading.statements, 1):
        yield Line()
        yield from _statement_lines(number, statement, reading.article)
    yield from told_lines(reading)


def article_lines(article: Article) -> Iterator[Line]:
    """What is known of an article besides its text; what was looked for and not found is told too."""
    yield Line(((article.title or "(no title found)", TITLE),))
    if article.lead:
        yield Line(((article.lead, "italic"),))
    made = [
        article.publisher or "publisher not told",
        *([f"by {', '.join(article.authors)}"] if article.authors else ()),
    ]
    yield Line(((" · ".join(made), ""),))
    if article.published is None:
        yield Line((("Published: ", FAINT), ("not told", "")))
    else:
        yield Line(
            (
                ("Published: ", FAINT),
                (tell_moment(article.published, article.published_precision), ""),
                (_evidence(article), FAINT),
            )
        )
    if article.modified is not None:
        yield Line((("Updated: ", FAINT), (tell_moment(article.modified), "")))
    if article.url:
        yield Line((("URL: ", FAINT), (article.url, "")))
    for note in article.notes:
        yield Line((("Note: ", FAINT), (note, "")))


def _evidence(article: Article) -> str:
    for evidence in article.published_evidence:
        if evidence.rejected is None and evidence.value == article.published:
            return f' (from {evidence.source}: "{evidence.words}")'
    return ""


def _statement_lines(number: int, statement: Statement, article: Article) -> Iterator[Line]:
    speaker = statement.speaker
    who = speaker_parts(speaker.name, speaker.role, speaker.type) if speaker else UNTOLD
    yield Line(((f"{number:2d}. ", FAINT), *who))
    yield Line(((BETWEEN_PIECES.join(span.of(article.text) for span in statement.content), ""),), INDENT)
    cue = statement.cue.of(article.text) if statement.cue else None
    facts = facts_words(statement.kind, statement.act, statement.said, statement.venue, cue, statement.confidence)
    yield Line(((facts, FAINT),), INDENT)


UNTOLD = (("speaker not told", FAINT),)


def facts_words(
    kind: StatementKind, act: Act, said: Interval | None, venue: str | None, cue: str | None, confidence: float
) -> str:
    """How it was said, when, to whom or where, by which cue, and how sure onrecord is of it."""
    facts = [f"{kind} {'speech' if act is Act.SPEECH else 'thought'}"]
    if said and (words := tell_interval(said)):
        facts.append(f"said {words}" if act is Act.SPEECH else words)
    if venue:
        facts.append(f"to/at: {venue}")
    if cue:
        facts.append(f'cue "{cue}"')
    facts.append(f"confidence {confidence:.2f}")
    return " · ".join(facts)


def hit_lines(hit: StatementHit, *, with_speaker: bool = True) -> Iterator[Line]:
    """A statement found in the record: who, what, how, and in which article."""
    day = tell_short(hit.day) if hit.day else "day not told"
    if with_speaker:
        speaker = hit.speaker
        who = speaker_parts(speaker.name, speaker.role, speaker.type) if speaker else UNTOLD
        yield Line((*who, (f" · {day}", "")))
    else:
        yield Line(((day, TITLE),))
    yield Line(tuple((part.text, MATCH if part.marked else "") for part in hit.snippet), INDENT)
    facts = facts_words(hit.kind, hit.act, hit.said, hit.venue, hit.cue, hit.confidence)
    gone = " · words no longer in the article" if hit.status == "gone" else ""
    yield Line(((facts + gone, FAINT),), INDENT)
    yield from article_parts(hit.article)


def page_lines(page: Page[StatementHit]) -> Iterator[Line]:
    """A page of search results."""
    for hit in page.items:
        yield from hit_lines(hit)
        yield Line()
    yield Line(((f"{page_range(page)} of {count(page.total, 'statement')}", FAINT),))


def speaker_lines(view: SpeakerView) -> Iterator[Line]:
    """A speaker's page: who it is, when, to whom and where, and the statements newest first."""
    row = view.speaker
    yield Line(speaker_parts(row.name, row.role, row.type))
    if row.other_names:
        yield Line((("Also: ", FAINT), (", ".join(row.other_names), "")))
    between = f", {tell_short(row.first)} to {tell_short(row.last)}" if row.first and row.last else ""
    yield Line(
        (
            ("On record: ", FAINT),
            (f"{count(row.statements, 'statement')} in {count(row.articles, 'article')}{between}", ""),
        )
    )
    for label, values in (
        ("Said to or at: ", [(c.value, c.count) for c in view.venues]),
        ("In: ", [(c.value, c.count) for c in view.publishers]),
        ("By month: ", [(c.value, c.count) for c in view.months]),
        ("Told as: ", [(r.role, r.articles) for r in view.roles]),
    ):
        if values:
            yield Line(((label, FAINT), (", ".join(f"{value} ({number})" for value, number in values), "")))
    for hit in view.statements.items:
        yield Line()
        yield from hit_lines(hit, with_speaker=False)
    yield Line()
    yield Line(((f"{page_range(view.statements)} of {count(view.statements.total, 'statement')}", FAINT),))


def row_lines(rows: Sequence[SpeakerRow]) -> Iterator[Line]:
    """Speakers to choose from, one line each."""
    for row in rows:
        last = f", last {tell_short(row.last)}" if row.last else ""
        yield Line(
            (
                (f"{row.id}  ", FAINT),
                *speaker_parts(row.name, row.role, row.type),
                (f" · {count(row.statements, 'statement')}{last}", ""),
            )
        )


def report_lines(report: Report, record: str) -> Iterator[Line]:
    """What an `add` did."""
    done = (
        f"added {report.added}, unchanged {report.unchanged}, updated {report.updated}, refused {len(report.refused)}"
    )
    found = f"{count(report.statements, 'new statement')}, {count(report.events, 'event')}"
    yield Line(((f"{record}: ", TITLE), (f"{done}; {found}", "")))
    if report.refused:
        yield Line((("Refused:", TITLE),))
    for refusal in report.refused:
        hint = f" ({refusal.hint})" if refusal.hint else ""
        yield Line(((f"{refusal.origin}: ", ""), (f"{refusal.reason}{hint}", FAINT), (f" [{refusal.kind}]", FAINT)), 2)
