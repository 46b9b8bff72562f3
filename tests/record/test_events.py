"""Events on record: as they went in, across versions of an article, and each in its source."""

import json
import random
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.record import AheadQuery, Outcome, Record, Status, open_record, to_plain
from onrecord.record.migrations import STEPS
from onrecord.records import EventStatus, Interval, ModelCard, Span, event_id
from tests.factories import Said, Told, day, make_reading, tell_events

VOTE = Told(
    "The council will vote on the bridge on 3 December. Nobody knows how.",
    "vote",
    "will",
    label="vote on the bridge",
    type="vote",
    status="confirmed",
    window=day("2021-12-03"),
    place="Fenwick",
    participants=("Ada Marlow", "Bo Lund"),
)
STRIKE = Told("A strike could follow, Marlow said.", "strike", "could", type="protest", according_to="Ada Marlow")
OPENING = Told("The ferry terminal opens in June.", "opens", type="launch", status="confirmed", place="Skerry")
PAST = {"since": date(2021, 11, 21)}


def labels(record: Record, **filters: object) -> list[str]:
    return [hit.label for hit in record.each_ahead(AheadQuery(**{**PAST, **filters}))]  # type: ignore[arg-type]


def consistent(path: Path) -> None:
    """The diary has the current events and no others, and nothing points nowhere."""
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        current = "SELECT key, article_key, position FROM events WHERE standing = 'current' ORDER BY key"
        entered = "SELECT event_key, article_key, position FROM diary ORDER BY event_key"
        assert connection.execute(current).fetchall() == connection.execute(entered).fetchall()


def test_a_reading_with_events_comes_back_as_it_went_in(record: Record):
    reading = tell_events(VOTE, STRIKE, statements=[Said("the bridge will close")])
    assert record.add(reading, origin="bridge.html") is Outcome.ADDED
    assert record.article(reading.article.id) == reading
    assert record.add(reading, origin="bridge.html") is Outcome.UNCHANGED


def test_an_event_is_listed_with_everything_the_article_tells_of_it(record: Record):
    reading = tell_events(VOTE, STRIKE)
    record.add(reading, origin="bridge.html")
    vote, strike = record.events(reading.article.id)
    assert (vote.id, vote.label, vote.type, vote.status) == (
        reading.events[0].id,
        "vote on the bridge",
        "vote",
        "confirmed",
    )
    assert (vote.words, vote.status_words, vote.place, vote.window) == ("vote", "will", "Fenwick", day("2021-12-03"))
    assert [one.name for one in vote.participants] == ["Ada Marlow", "Bo Lund"]
    assert [(part.text, part.marked) for part in vote.sentence] == [
        ("The council will ", False),
        ("vote", True),
        (" on the bridge on 3 December.", False),
    ]
    assert (vote.according_to, vote.standing, vote.version) == (None, Status.CURRENT, 1)
    assert vote.article.title == "Harbour bridge to close"
    assert strike.according_to is not None
    assert (strike.according_to.name, strike.window, strike.participants) == ("Ada Marlow", None, ())
    assert strike.according_to.id == vote.participants[0].id
    assert json.dumps(to_plain(vote))


def test_an_event_is_shown_with_each_mention_in_its_sentence(record: Record):
    told = replace(VOTE, paragraph=VOTE.paragraph + " “The vote comes too soon,” said Lund.")
    reading = tell_events(told)
    again = reading.article.text.index("vote comes")
    event = replace(reading.events[0], mentions=(*reading.events[0].mentions, Span(again, again + 4)))
    reading = replace(reading, events=(event,))
    record.add(reading, origin="bridge.html")
    view = record.event(event.id)
    assert view is not None
    assert (view.event, view.version.number, view.hit.mentions) == (event, 1, 2)
    text = view.article.text
    assert [one.span.of(text) for one in view.mentions] == ["vote", "vote"]
    assert [one.sentence.of(text) for one in view.mentions] == [
        "The council will vote on the bridge on 3 December.",
        "“The vote comes too soon,” said Lund.",
    ]
    for one in view.mentions:
        assert "".join(part.text for part in one.segments) == one.sentence.of(text)
        assert [part.text for part in one.segments if part.marked] == ["vote"]
    plain = to_plain(view)
    assert plain["event"]["mentions"][0]["text"] == "vote"
    assert json.dumps(plain)
    assert record.event("nothing") is None


def test_an_updated_article_keeps_its_events_and_marks_those_whose_words_are_gone(path: Path, record: Record):
    first = tell_events(VOTE, STRIKE)
    record.add(first, origin="bridge.html")
    second = tell_events(OPENING, VOTE, title="Bridge: vote in December")
    assert record.add(second, origin="bridge.html") is Outcome.UPDATED
    id = first.article.id
    assert [hit.id for hit in record.events(id)] == [second.events[0].id, first.events[0].id]
    (gone,) = record.events(id, standing=Status.GONE)
    assert (gone.label, gone.version, gone.article.title) == ("strike", 1, "Harbour bridge to close")
    assert labels(record) == ["vote on the bridge", "opens"]
    view = record.event(gone.id)
    assert view is not None
    assert (view.version.number, view.mentions[0].span.of(view.article.text)) == (1, "strike")
    assert record.article(id, 1) == first
    consistent(path)


def test_a_new_date_in_the_same_place_is_another_event(record: Record):
    """The words that tell it changed, and an entry never moves to similar words."""
    first = tell_events(VOTE)
    later = replace(VOTE, paragraph=VOTE.paragraph.replace("3", "9"), window=day("2021-12-09"))
    second = tell_events(later)
    assert second.events[0].id == first.events[0].id
    record.add(first, origin="bridge.html")
    record.add(second, origin="bridge.html")
    (now,) = record.events(first.article.id)
    assert now.window == day("2021-12-09")
    assert now.id != first.events[0].id
    (before,) = record.events(first.article.id, standing=Status.GONE)
    assert (before.id, before.window) == (first.events[0].id, day("2021-12-03"))


def test_a_newer_model_replaces_what_was_read_and_keeps_the_permalink(path: Path, record: Record):
    first = tell_events(VOTE, STRIKE)
    record.add(first, origin="bridge.html")
    better = tell_events(
        replace(VOTE, status="likely", type="meeting", participants=("Cy Roe",)), model=ModelCard("invented", "2")
    )
    better = replace(better, article=first.article, events=(better.events[0],))
    assert record.add(better, origin="bridge.html") is Outcome.UPDATED
    (vote,) = record.events(first.article.id)
    assert (vote.id, vote.status, vote.type) == (first.events[0].id, EventStatus.LIKELY, "meeting")
    assert [one.name for one in vote.participants] == ["Cy Roe"]
    assert record.events(first.article.id, standing=Status.GONE) == ()
    assert labels(record) == ["vote on the bridge"]
    view = record.event(first.events[1].id)
    assert view is not None
    assert view.hit.standing is Status.WITHDRAWN
    assert (view.event, view.mentions[0].span.of(view.article.text)) == (first.events[1], "strike")
    consistent(path)


def test_an_older_state_that_comes_in_late_adds_its_events_as_gone(path: Path, record: Record):
    new = tell_events(VOTE, modified=_moment("2021-11-22"))
    old = tell_events(VOTE, STRIKE, modified=_moment("2021-11-21"))
    record.add(new, origin="new.html")
    assert record.add(old, origin="old.html") is Outcome.UPDATED
    assert [hit.label for hit in record.events(new.article.id)] == ["vote on the bridge"]
    assert [hit.label for hit in record.events(new.article.id, standing=Status.GONE)] == ["strike"]
    assert labels(record) == ["vote on the bridge"]
    consistent(path)


def _moment(day: str):
    from datetime import UTC, datetime

    return datetime.fromisoformat(day).replace(tzinfo=UTC)


def test_two_runs_write_the_same_rows(tmp_path: Path):
    dumps = []
    for name in ("one.db", "two.db"):
        with open_record(tmp_path / name, create=True) as record:
            record.add(tell_events(VOTE, STRIKE, OPENING), origin="bridge.html")
        with sqlite3.connect(tmp_path / name) as connection:
            lines = [line for line in connection.iterdump() if "versions" not in line and "migrations" not in line]
        dumps.append(lines)
    assert dumps[0] == dumps[1]


def test_who_takes_part_and_says_nothing_is_on_record_all_the_same(record: Record):
    reading = tell_events(VOTE, STRIKE, statements=[Said("the bridge will close")])
    record.add(replace(reading, speakers=reading.speakers[:1]), origin="bridge.html")
    assert labels(record, person="Lund") == ["vote on the bridge"]
    shown = record.article(reading.article.id)
    assert shown is not None
    assert [one.name for one in shown.speakers] == ["Ada Marlow", "Bo Lund"]
    assert [row.name for row in record.speakers().items] == ["Ada Marlow"]
    lund = record.speaker(reading.events[0].participants[1].id)
    assert lund is not None
    assert (lund.speaker.statements, lund.speaker.articles) == (0, 0)


def test_an_event_without_words_or_of_an_unknown_status_is_a_mistake_told_at_once(record: Record):
    reading = tell_events(VOTE)
    with pytest.raises(ValueError, match="maybe"):
        record.add(replace(reading, events=(replace(reading.events[0], status="maybe"),)), origin="bridge.html")
    with pytest.raises(ValueError, match="no words"):
        record.add(replace(reading, events=(replace(reading.events[0], mentions=()),)), origin="bridge.html")


def test_the_id_of_an_event_holds_where_an_edit_moves_its_words():
    first, moved = tell_events(VOTE), tell_events(OPENING, VOTE)
    assert first.events[0].mentions != moved.events[1].mentions
    assert first.events[0].id == moved.events[1].id
    text = first.article.text
    second = text.index("on", text.index("on") + 1)
    ids = {event_id(first.article, Span(at, at + 2), "vote") for at in (text.index("on"), second)}
    assert len(ids | {event_id(first.article, Span(second, second + 2), "call")}) == 3


def test_a_record_made_before_there_were_events_is_brought_up_to_date(path: Path):
    """As a record of the first release: with statements, and without the tables of events."""
    with open_record(path, create=True) as record:
        record.add(make_reading(Said("the bridge will close")), origin="bridge.html")
    with sqlite3.connect(path) as connection:
        for table in ("diary", "participants", "events", "places"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DELETE FROM migrations WHERE name = 'events'")
        connection.execute(f"PRAGMA user_version = {len(STEPS) - 1}")
    connection.close()
    with open_record(path) as record:
        assert record.counts().statements == 1
        assert record.ahead(AheadQuery()).total == 0
        assert record.add(tell_events(VOTE, url="https://b.example"), origin="b.html") is Outcome.ADDED
        assert labels(record) == ["vote on the bridge"]


@pytest.mark.parametrize("seed", range(3))
def test_whatever_becomes_of_an_article_events_keep_their_words(path: Path, record: Record, seed: int):
    """Events come, go, move and come back at random."""
    chance = random.Random(seed)
    pool = [
        Told(
            f"The {tree} may fall on {number} December.",
            "fall",
            "may",
            label=tree,
            participants=(f"{tree.title()} Roe",),
        )
        for number, tree in enumerate("oak elm ash fir yew".split(), 3)
    ]
    label_of: dict[str, str] = {}
    for step in range(12):
        some = chance.sample(pool, chance.randint(1, len(pool)))
        model = ModelCard("invented", chance.choice("12"))
        reading = tell_events(*some, url=f"https://trees.example/{step % 2}", model=model)
        record.add(reading, origin=f"{step % 2}.html")
        shown = record.events(reading.article.id)
        newest = record.article(reading.article.id)
        assert newest is not None
        assert [(hit.id, hit.label) for hit in shown] == [(one.id, one.label) for one in newest.events]
        for hit in (*shown, *record.events(reading.article.id, standing=Status.GONE)):
            assert label_of.setdefault(hit.id, hit.label) == hit.label
            view = record.event(hit.id)
            assert view is not None
            assert view.event.mentions[0].of(view.article.text) == "fall"
            assert view.mentions[0].sentence.of(view.article.text).startswith(f"The {hit.label} may")
            assert [one.name for one in hit.participants] == [f"{hit.label.title()} Roe"]
    consistent(path)


def test_a_window_open_on_one_side_keeps_its_open_end(record: Record):
    reading = tell_events(replace(OPENING, window=Interval(date(2022, 6, 1), None)))
    record.add(reading, origin="ferry.html")
    (hit,) = record.events(reading.article.id)
    assert hit.window == Interval(date(2022, 6, 1), None)
