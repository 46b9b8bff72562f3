"""The command line in this process, with a reader simple enough to know its answers by heart."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli import engine
from onrecord.cli.app import app
from onrecord.records import (
    Act,
    Article,
    Event,
    Interval,
    ModelCard,
    Reading,
    Span,
    Speaker,
    SpeakerType,
    Statement,
    StatementKind,
    digest,
    event_id,
)

SAID = re.compile(r"“(?P<content>[^”]+)”,? (?P<source>[A-Z]\w+ [A-Z]\w+) (?P<cue>said|told)")

TOLD = re.compile(r"(?P<how>will|could|has) (?P<word>leave|close|met)(?: on (?P<day>2024-\d\d-\d\d))?")

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ferry to run all winter</title>
<meta property="og:site_name" content="Skerry Post">
<meta property="article:published_time" content="2024-01-11T09:30:00+00:00">
<link rel="canonical" href="https://skerrypost.example/{slug}">
</head><body><article><h1>Ferry to run all winter</h1>
<p>The ferry between the two islands will run all winter, the council decided on Wednesday
after a debate that went on until late in the evening.</p>
<p>“We have listened to the islands,” Ewan Flett said at the end of the debate.
The vote was eleven to nine, and the gallery was full.</p>
<p>“It is a start and no more than that,” Morag Leask told the Post, whose shop on the outer isle
has lost a third of its winter trade since the boats stopped.</p>
<p>{more}</p></article></body></html>
"""
MORE = "The first boat will leave at seven in the morning on the first of November, and the last one in March."


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


def fake_read(article: Article) -> Reading:
    """Statements of the one form that the test pages use."""
    statements = []
    for found in SAID.finditer(article.text):
        name = found["source"]
        speaker = Speaker(digest("speaker", "person", name.casefold()), name, SpeakerType.PERSON, role="islander")
        content = Span(found.start("content") - 1, found.end("content") + 1)
        statements.append(
            Statement(
                id=digest(article.id, "statement", str(content)),
                content=(content,),
                cue=Span(*found.span("cue")),
                source=Span(*found.span("source")),
                kind=StatementKind.DIRECT,
                act=Act.SPEECH,
                speaker=speaker,
                said=Interval(article.published_day, article.published_day),
                venue="the Post" if found["cue"] == "told" else None,
                confidence=0.9 if found["cue"] == "said" else 0.6,
            )
        )
    speakers = {s.speaker.id: s.speaker for s in statements if s.speaker}
    found = tuple(speakers.values())
    return Reading(article, tuple(statements), found, events=fake_events(article, found), model=ModelCard("fake", "1"))


def fake_events(article: Article, speakers: tuple[Speaker, ...]) -> tuple[Event, ...]:
    """Events of the one form that the test pages use."""
    status = {"will": "confirmed", "could": "possible", "has": "occurred"}
    type = {"leave": "launch", "close": "other", "met": "meeting"}
    return tuple(
        Event(
            id=event_id(article, Span(*told.span("word")), type[told["word"]]),
            label=f"boats to {told['word']}",
            type=type[told["word"]],
            mentions=(Span(*told.span("word")),),
            participants=speakers[:1],
            place="Skerry" if told["day"] else None,
            window=Interval(day := date.fromisoformat(told["day"]), day) if told["day"] else None,
            status=status[told["how"]],
            status_words=Span(*told.span("how")),
            according_to=speakers[0] if speakers and told["how"] == "could" else None,
            confidence=0.8 if told["day"] else 0.5,
        )
        for told in TOLD.finditer(article.text)
    )


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., Path]:
    """Writes a page of news with two statements in it."""

    def write(name: str = "ferry.html", *, slug: str = "ferry", more: str = MORE) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(slug=slug, more=more), encoding="utf-8")
        return path

    return write


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Ran]:
    """Runs a command in an empty folder, with the simple reader."""
    monkeypatch.setattr(engine, "open_engine", lambda: engine.Engine(fake_read, ModelCard("fake", "1")))
    monkeypatch.delenv("ONRECORD_RECORD", raising=False)
    monkeypatch.delenv("ONRECORD_DEBUG", raising=False)
    folder = tmp_path / "here"
    folder.mkdir(exist_ok=True)
    monkeypatch.chdir(folder)

    def invoke(*arguments: object, stdin: bytes | None = None) -> Ran:
        result = CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)
        return Ran(result.exit_code, result.stdout, result.stderr)

    return invoke
