"""Readings as plain dictionaries: the JSON that `read --format json`, the API and the exports all speak."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from onrecord.records import (
    Act,
    Article,
    DateEvidence,
    Event,
    Interval,
    ModelCard,
    Paragraph,
    ParagraphKind,
    Precision,
    Reading,
    Span,
    Speaker,
    SpeakerType,
    Statement,
    StatementKind,
    Time,
    parse_moment,
)

Plain = dict[str, Any]


def reading_to_plain(reading: Reading) -> Plain:
    """The JSON of a reading; `reading_from_plain` is its inverse.

    Whoever takes part in an event is among the speakers that come back, also if nothing is said by them.
    """
    text = reading.article.text
    return {
        "article": article_to_plain(reading.article),
        "statements": [statement_to_plain(statement, text) for statement in reading.statements],
        "speakers": [speaker_to_plain(speaker) for speaker in reading.everybody],
        "times": [time_to_plain(time, text) for time in reading.times],
        "events": [event_to_plain(event, text) for event in reading.events],
        "model": {"name": reading.model.name, "version": reading.model.version},
        "notes": list(reading.notes),
    }


def article_to_plain(article: Article) -> Plain:
    """An article's part of the JSON."""
    return {
        "id": article.id,
        "url": article.url,
        "publisher": article.publisher,
        "title": article.title,
        "lead": article.lead,
        "authors": list(article.authors),
        "published": moment_to_plain(article.published),
        "published_precision": article.published_precision,
        "published_evidence": [
            {
                "source": evidence.source,
                "words": evidence.words,
                "value": moment_to_plain(evidence.value),
                "rejected": evidence.rejected,
            }
            for evidence in article.published_evidence
        ],
        "modified": moment_to_plain(article.modified),
        "language": article.language,
        "text": article.text,
        "paragraphs": [{"start": p.span.start, "end": p.span.end, "kind": p.kind} for p in article.paragraphs],
        "dropped": list(article.dropped),
        "notes": list(article.notes),
    }


def statement_to_plain(statement: Statement, text: str) -> Plain:
    """A statement's part of the JSON; `text` is its article's."""
    speaker = statement.speaker
    return {
        "id": statement.id,
        "content": [span_to_plain(span, text) for span in statement.content],
        "cue": span_to_plain(statement.cue, text) if statement.cue else None,
        "source": span_to_plain(statement.source, text) if statement.source else None,
        "kind": statement.kind,
        "act": statement.act,
        "speaker": None
        if speaker is None
        else {"id": speaker.id, "name": speaker.name, "type": speaker.type, "role": speaker.role},
        "said": interval_to_plain(statement.said),
        "venue": statement.venue,
        "confidence": round(statement.confidence, 4),
    }


def speaker_to_plain(speaker: Speaker) -> Plain:
    """A speaker with every name and mention."""
    return {
        "id": speaker.id,
        "name": speaker.name,
        "type": speaker.type,
        "role": speaker.role,
        "other_names": list(speaker.other_names),
        "mentions": [{"start": span.start, "end": span.end} for span in speaker.mentions],
    }


def time_to_plain(time: Time, text: str) -> Plain:
    """A time expression's part of the JSON; both ends are null where no day is known."""
    ends = interval_to_plain(time.interval) or {"earliest": None, "latest": None}
    return {**span_to_plain(time.span, text), "type": time.type, "value": time.value, **ends}


def event_to_plain(event: Event, text: str) -> Plain:
    """An event's part of the JSON."""
    who = event.according_to
    return {
        "id": event.id,
        "label": event.label,
        "type": event.type,
        "mentions": [span_to_plain(span, text) for span in event.mentions],
        "participants": [{"id": p.id, "name": p.name} for p in event.participants],
        "place": event.place,
        "window": interval_to_plain(event.window),
        "status": event.status,
        "status_words": span_to_plain(event.status_words, text) if event.status_words else None,
        "according_to": {"id": who.id, "name": who.name} if who else None,
        "confidence": round(event.confidence, 4),
    }


def span_to_plain(span: Span, text: str) -> Plain:
    """A span with its words."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def interval_to_plain(interval: Interval | None) -> Plain | None:
    """Both ends as ISO days, null where open."""
    if interval is None:
        return None
    return {"earliest": moment_to_plain(interval.earliest), "latest": moment_to_plain(interval.latest)}


def moment_to_plain(moment: datetime | date | None) -> str | None:
    """ISO 8601, or None."""
    return moment.isoformat() if moment is not None else None


def article_from_plain(plain: Plain) -> Article:
    """The article that `article_to_plain` wrote. Raises KeyError or ValueError on another form."""
    return Article(
        text=plain["text"],
        paragraphs=tuple(Paragraph(Span(p["start"], p["end"]), ParagraphKind(p["kind"])) for p in plain["paragraphs"]),
        title=plain["title"],
        lead=plain["lead"],
        url=plain["url"],
        publisher=plain["publisher"],
        authors=tuple(plain["authors"]),
        published=_moment(plain["published"]),
        published_precision=Precision(plain["published_precision"]) if plain["published_precision"] else None,
        published_evidence=tuple(
            DateEvidence(e["source"], e["words"], _moment(e["value"]), e["rejected"])
            for e in plain.get("published_evidence", ())
        ),
        modified=_moment(plain["modified"]),
        language=plain["language"],
        dropped=tuple(plain["dropped"]),
        notes=tuple(plain.get("notes", ())),
    )


def reading_from_plain(plain: Plain) -> Reading:
    """The reading that `reading_to_plain` wrote. Raises KeyError or ValueError on another form."""
    speakers = tuple(
        Speaker(
            s["id"],
            s["name"],
            SpeakerType(s["type"]),
            s["role"],
            tuple(s["other_names"]),
            tuple(_span(m) for m in s["mentions"]),
        )
        for s in plain["speakers"]
    )
    by_id = {speaker.id: speaker for speaker in speakers}
    statements = tuple(
        Statement(
            id=s["id"],
            content=tuple(_span(piece) for piece in s["content"]),
            cue=_span(s["cue"]) if s["cue"] else None,
            source=_span(s["source"]) if s["source"] else None,
            kind=StatementKind(s["kind"]),
            act=Act(s["act"]),
            speaker=by_id[s["speaker"]["id"]] if s["speaker"] else None,
            said=_interval(s["said"]),
            venue=s["venue"],
            confidence=s["confidence"],
        )
        for s in plain["statements"]
    )
    times = tuple(
        Time(_span(t), t["type"], t["value"], _interval(t) if t["earliest"] or t["latest"] else None)
        for t in plain["times"]
    )
    events = tuple(
        Event(
            id=e["id"],
            label=e["label"],
            type=e["type"],
            mentions=tuple(_span(m) for m in e["mentions"]),
            participants=tuple(by_id[p["id"]] for p in e["participants"]),
            place=e["place"],
            window=_interval(e["window"]),
            status=e["status"],
            status_words=_span(e["status_words"]) if e["status_words"] else None,
            according_to=by_id[e["according_to"]["id"]] if e["according_to"] else None,
            confidence=e["confidence"],
        )
        for e in plain["events"]
    )
    return Reading(
        article=article_from_plain(plain["article"]),
        statements=statements,
        speakers=speakers,
        times=times,
        events=events,
        model=ModelCard(plain["model"]["name"], plain["model"]["version"]),
        notes=tuple(plain.get("notes", ())),
    )


def _span(plain: Plain) -> Span:
    return Span(plain["start"], plain["end"])


def _moment(words: str | None) -> datetime | date | None:
    return parse_moment(words) if words else None


def _interval(plain: Plain | None) -> Interval | None:
    if plain is None:
        return None
    ends = (date.fromisoformat(plain[end]) if plain[end] else None for end in ("earliest", "latest"))
    return Interval(*ends)
