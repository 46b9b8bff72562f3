"""Readings of invented articles in invented papers, among them one that attacks its reader."""

# ruff: noqa: E501 - stories keep their paragraphs whole

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

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
    digest,
    event_id,
)

MODEL = ModelCard("invented", "1")

ORLOW = Speaker(
    digest("speaker", "person", "lena orlow"), "Lena Orlow", SpeakerType.PERSON, "mayor of Brackwater", ("Orlow",)
)
MINISTRY = Speaker(digest("speaker", "government", "ministry of ports"), "Ministry of Ports", SpeakerType.GOVERNMENT)
VANCE = Speaker(
    digest("speaker", "person", "tomas vance"), "Tomas Vance", SpeakerType.PERSON, "harbour master", ("Vance",)
)
RESIDENTS = Speaker(digest("speaker", "group", "residents", "x"), "residents", SpeakerType.GROUP)
OFFICIAL = Speaker(
    digest("speaker", "unnamed", "a senior official", "x"), "a senior official", SpeakerType.UNNAMED, None
)

HARBOUR = """Brackwater will fight plan to close its harbour

The town's mayor says nobody asked the people who live from the water.

Mayor Lena Orlow said on Thursday that the ministry had denied any plan to close the harbour. “Nobody asked us,” she told Radio Estuary. “We will go to court if we must.”

What the ministry says

The Ministry of Ports rejected that. In a letter to the council it wrote: “The harbour has not paid for itself since 2009.

“It will not do so again.”

Residents fear the loss of 400 jobs, and a senior official, who asked not to be named, conceded that “mistakes were made” 🦊.

Harbour master Tomas Vance: the dredger stays"""

UPDATED = HARBOUR.replace("“We will go to court if we must.”", "“We shall see.”")


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where these words stand; the nth time, from 0."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    found = Span(start, start + len(words))
    assert found.of(text) == words
    return found


def statement(
    text: str,
    *content: str,
    cue: str | None = None,
    source: str | None = None,
    speaker: Speaker | None = None,
    kind: StatementKind = StatementKind.INDIRECT,
    act: Act = Act.SPEECH,
    said: date | None = None,
    venue: str | None = None,
    confidence: float = 0.9,
) -> Statement:
    """A statement made of words that stand in the text, cue and source looked for near the content."""
    pieces = tuple(span(text, words) for words in content)
    near = text[max(0, pieces[0].start - 120) : pieces[-1].end + 120]
    base = max(0, pieces[0].start - 120)

    def beside(words: str | None) -> Span | None:
        if words is None:
            return None
        found = span(near, words)
        return Span(found.start + base, found.end + base)

    cue_span, source_span = beside(cue), beside(source)
    return Statement(
        id=digest(text[:40], "statement", *(f"{p.start}-{p.end}" for p in pieces), str(cue_span)),
        content=pieces,
        cue=cue_span,
        source=source_span,
        kind=kind,
        act=act,
        speaker=speaker,
        said=Interval(said, said) if said else None,
        venue=venue,
        confidence=confidence,
    )


def event(
    found: Article,
    label: str,
    *mentions: Span,
    type: str = "other",
    status: str = "possible",
    status_words: str | None = None,
    window: tuple[str | None, str | None] | None = None,
    participants: tuple[Speaker, ...] = (),
    place: str | None = None,
    according_to: Speaker | None = None,
    confidence: float = 0.8,
) -> Event:
    """An event told by these words of an article; those of its status are looked for around its head mention."""
    near = max(0, mentions[0].start - 150)
    carried = found.text.index(status_words, near) if status_words else 0
    return Event(
        id=event_id(found, mentions[0], type),
        label=label,
        type=type,
        mentions=mentions,
        participants=participants,
        place=place,
        window=Interval(*(date.fromisoformat(day) if day else None for day in window)) if window else None,
        status=status,
        status_words=Span(carried, carried + len(status_words)) if status_words else None,
        according_to=according_to,
        confidence=confidence,
    )


def article(
    text: str,
    *,
    url: str | None,
    publisher: str | None,
    published: datetime | date | None,
    authors: tuple[str, ...] = (),
    kinds: dict[int, ParagraphKind] | None = None,
    dropped: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
) -> Article:
    """An article whose first paragraph is its headline and whose second, where there are three, is its lead."""
    paragraphs = []
    position = 0
    for number, words in enumerate(text.split("\n\n")):
        kind = {0: ParagraphKind.HEADLINE, 1: ParagraphKind.LEAD, **(kinds or {})}.get(number, ParagraphKind.TEXT)
        paragraphs.append(Paragraph(Span(position, position + len(words)), kind))
        position += len(words) + 2
    return Article(
        text=text,
        paragraphs=tuple(paragraphs),
        title=paragraphs[0].span.of(text),
        lead=paragraphs[1].span.of(text) if len(paragraphs) > 1 else None,
        url=url,
        publisher=publisher,
        authors=authors,
        published=published,
        published_precision=Precision.MINUTE if isinstance(published, datetime) else Precision.DAY,
        published_evidence=(
            DateEvidence("json-ld", str(published), published),
            DateEvidence("url", "2031/02/30", None, "no such day"),
        ),
        language="en",
        dropped=dropped,
        notes=notes,
    )


def harbour(text: str = HARBOUR) -> Reading:
    """A story with direct, indirect, mixed, nested and running-on statements."""
    thursday = date(2026, 3, 12)
    found = article(
        text,
        url="https://www.estuary-courier.example/2026/03/13/harbour",
        publisher="The Estuary Courier",
        published=datetime(2026, 3, 13, 7, 30, tzinfo=UTC),
        authors=("Ines Marlow", "Piet Okafor"),
        kinds={3: ParagraphKind.HEADING},
        dropped=("Share this story", "Listen: The Tide podcast"),
    )
    quote = [words for words in ("“Nobody asked us,”", "“We will go to court if we must.”") if words in text]
    if "“We shall see.”" in text:
        quote = ["“Nobody asked us,”"]
    made = [
        statement(
            text,
            "nobody asked the people who live from the water",
            cue="says",
            source="The town's mayor",
            speaker=ORLOW,
            confidence=0.97,
        ),
        statement(
            text,
            "the ministry had denied any plan to close the harbour",
            cue="said",
            source="Mayor Lena Orlow",
            speaker=ORLOW,
            said=thursday,
            confidence=0.95,
        ),
        statement(
            text,
            "any plan to close the harbour",
            cue="denied",
            source="the ministry",
            speaker=MINISTRY,
            confidence=0.71,
        ),
        statement(
            text,
            *quote,
            cue="told",
            source="she",
            speaker=ORLOW,
            kind=StatementKind.DIRECT,
            said=thursday,
            venue="Radio Estuary",
            confidence=0.99,
        ),
        statement(
            text,
            "“The harbour has not paid for itself since 2009.",
            "“It will not do so again.”",
            cue="wrote",
            source="it",
            speaker=MINISTRY,
            kind=StatementKind.DIRECT,
            venue="a letter to the council",
            confidence=0.93,
        ),
        statement(
            text,
            "the loss of 400 jobs",
            cue="fear",
            source="Residents",
            speaker=RESIDENTS,
            act=Act.MIND,
            confidence=0.64,
        ),
        statement(
            text,
            "“mistakes were made”",
            cue="conceded",
            source="a senior official, who asked not to be named",
            speaker=OFFICIAL,
            kind=StatementKind.MIXED,
            confidence=0.55,
        ),
        statement(
            text, "the dredger stays", cue=":", source="Harbour master Tomas Vance", speaker=VANCE, confidence=0.48
        ),
    ]
    told = [
        event(
            found,
            "closure of the harbour",
            span(text, "close the harbour"),
            span(text, "close its harbour"),
            status="ruled_out",
            status_words="denied",
            participants=(MINISTRY,),
            place="Brackwater",
            according_to=MINISTRY,
            confidence=0.66,
        )
    ]
    if "go to court" in text:
        words = span(text, "go to court")
        told.append(
            event(
                found,
                "case of the town in court",
                words,
                type="hearing",
                status_words="if we must",
                participants=(ORLOW,),
                according_to=ORLOW,
            )
        )
    return Reading(found, tuple(made), (ORLOW, MINISTRY, RESIDENTS, OFFICIAL, VANCE), events=tuple(told), model=MODEL)


COUNCIL = Speaker(
    digest("speaker", "organization", "brackwater council"), "Brackwater council", SpeakerType.ORGANIZATION
)
FERRY = Speaker(digest("speaker", "organization", "estuary ferries"), "Estuary Ferries", SpeakerType.ORGANIZATION)

REGATTA = """Brackwater regatta moves to June

The council votes on the new date on Tuesday.

The regatta will be held on 6 June, the Brackwater council said. The vote on it is due on Tuesday.

Tomas Vance, the harbour master, said a second race could follow before the end of the year if the weather allows.

A visit by the Ministry of Ports in the week of 23 March was called off. Talks with Estuary Ferries are planned, but no date was told.

The new toll applies from 1 April."""


def regatta() -> Reading:
    """A story of what is to come: on a day, within a week, within a year, from a day on, without a day, called off."""
    text = REGATTA
    found = article(
        text,
        url="https://www.estuary-courier.example/2026/03/16/regatta",
        publisher="The Estuary Courier",
        published=datetime(2026, 3, 16, 9, tzinfo=UTC),
    )
    made = (
        statement(
            text, "The regatta will be held on 6 June", cue="said", source="the Brackwater council", speaker=COUNCIL
        ),
        statement(
            text,
            "a second race could follow before the end of the year if the weather allows",
            cue="said",
            source="Tomas Vance, the harbour master,",
            speaker=VANCE,
        ),
    )
    told = (
        event(
            found,
            "Brackwater regatta",
            span(text, "regatta will be held"),
            span(text, "regatta moves"),
            type="contest",
            status="confirmed",
            status_words="will",
            window=("2026-06-06", "2026-06-06"),
            place="Brackwater",
            according_to=COUNCIL,
            confidence=0.95,
        ),
        event(
            found,
            "vote on the regatta's new date",
            span(text, "vote on it"),
            span(text, "votes on the new date"),
            type="vote",
            status="confirmed",
            status_words="is due",
            window=("2026-03-17", "2026-03-17"),
            participants=(COUNCIL,),
            confidence=0.91,
        ),
        event(
            found,
            "second race",
            span(text, "a second race"),
            type="contest",
            status="possible",
            status_words="could",
            window=("2026-03-16", "2026-12-31"),
            according_to=VANCE,
            confidence=0.62,
        ),
        event(
            found,
            "visit of the ministry",
            span(text, "visit by the Ministry"),
            type="visit",
            status="cancelled",
            status_words="called off",
            window=("2026-03-23", "2026-03-29"),
            participants=(MINISTRY,),
            place="Brackwater",
        ),
        event(
            found,
            "talks with Estuary Ferries",
            span(text, "Talks with Estuary Ferries"),
            type="talks",
            status="tentative",
            status_words="planned",
            participants=(FERRY, COUNCIL),
        ),
        event(
            found,
            "new toll",
            span(text, "new toll applies"),
            type="law",
            status="confirmed",
            window=("2026-04-01", None),
            confidence=0.45,
        ),
    )
    return Reading(found, made, (COUNCIL, VANCE, MINISTRY, FERRY), events=told, model=MODEL)


ATTACK = """<script>document.title="owned"</script> Council <b>votes</b>

<img src=x onerror="document.title='owned'"> A lead with "quotes" & an <a href="https://evil.example/">anchor</a>.

Clerk Ada "><svg onload=alert(1)> Hale said </p></article></main><style>body{display:none}</style> the vote was fair."""


def attack() -> Reading:
    """A story whose every field tries to become markup, script, style or a link that runs."""
    name = 'Ada "><svg onload=alert(1)> Hale'
    clerk = Speaker(
        digest("speaker", "person", "ada hale"),
        name,
        SpeakerType.PERSON,
        "<script>alert(2)</script>",
        ("=HYPERLINK(1)",),
    )
    found = article(
        ATTACK,
        url="javascript:document.title='owned'",
        publisher='<iframe src="https://evil.example/"></iframe>',
        published=date(2026, 3, 14),
        authors=("<script>alert(3)</script>",),
        dropped=("<script src=https://evil.example/x.js></script>",),
        notes=("<img src=https://evil.example/pixel.png>",),
    )
    said = statement(
        ATTACK,
        "</p></article></main><style>body{display:none}</style> the vote was fair",
        cue="said",
        source='Clerk Ada "><svg onload=alert(1)> Hale',
        speaker=clerk,
        venue='" autofocus onfocus=alert(4) x="',
    )
    told = event(
        found,
        '<img src=x onerror="alert(5)"> vote',
        span(ATTACK, "<b>votes</b>"),
        span(ATTACK, "the vote was fair"),
        type="vote",
        status="confirmed",
        status_words='onerror="document.title=',
        window=("2026-03-15", "2026-03-15"),
        place='"><script>alert(6)</script>',
        participants=(clerk,),
        according_to=clerk,
    )
    return Reading(found, (said,), (clerk,), events=(told,), model=ModelCard("<b>model</b>", "1"))


def notes_from_everywhere(how_many: int, *, per_article: int = 8) -> list[Reading]:
    """Many short stories with many speakers over two years, for lists, facets and timing."""
    first = date(2024, 1, 1)
    readings = []
    for number in range(how_many):
        names = [
            f"Speaker {chr(65 + (number * 7 + k) % 26)} Number{(number * 5 + k * 3) % 499}" for k in range(per_article)
        ]
        lines = [
            f"{name} said the plan number {number} for district {k} would cost {k + 2} million."
            for k, name in enumerate(names)
        ]
        text = "\n\n".join([f"District {number % 90} weighs plan number {number}", "A vote is near.", *lines])
        found = article(
            text,
            url=f"https://paper{number % 12}.example/{number}",
            publisher=f"Paper {number % 12}",
            published=first + timedelta(days=number % 730),
        )
        speakers = [Speaker(digest("speaker", "person", name.casefold()), name, SpeakerType.PERSON) for name in names]
        made = tuple(
            statement(
                text,
                line.split(" said ")[1][:-1],
                cue="said",
                source=name,
                speaker=speaker,
                confidence=0.5 + (number + k) % 50 / 100,
            )
            for k, (line, name, speaker) in enumerate(zip(lines, names, speakers, strict=True))
        )
        readings.append(Reading(found, made, tuple(dict.fromkeys(speakers)), model=MODEL))
    return readings
