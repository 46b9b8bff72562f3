"""Adding, adding again, and what becomes of statements when an article changes."""

import random
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.record import Outcome, Query, Record, Status, open_record
from onrecord.records import Event, Interval, ModelCard, SpeakerType, Time
from tests.factories import Said, make_reading

CLOSE = Said("the bridge will close in June")
OPEN = Said("the ferry will run at night", source="the mayor", cue="announced", speaker="Bo Lund")
LATE = Said("work has begun late")


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return [*connection.iterdump()]


def by_words(record: Record, article_id: str) -> dict[str, tuple[str, Status]]:
    page = record.search(Query(article_id=article_id, limit=100))
    return {" / ".join(hit.content): (hit.id, hit.status) for hit in page.items}


def consistent(path: Path) -> None:
    """The narrow entries, the full-text index, the tallies and the counts all tell the same."""
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1)")
        connection.execute("INSERT INTO name_words (name_words, rank) VALUES ('integrity-check', 1)")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []

        def one(sql: str):
            return connection.execute(sql).fetchall()

        assert one("SELECT key FROM statements WHERE status != 'withdrawn' ORDER BY key") == one(
            "SELECT statement_key FROM entries ORDER BY statement_key"
        )
        assert one("SELECT rowid FROM statement_words_docsize ORDER BY 1") == one(
            "SELECT statement_key FROM entries ORDER BY 1"
        )
        for field in ("kind", "act", "type", "month", "publisher_key"):
            kept = f"SELECT value, number FROM tallies WHERE field = '{field}' AND number != 0 ORDER BY 1"
            counted = f"SELECT {field}, count(*) FROM entries WHERE {field} IS NOT NULL GROUP BY 1 ORDER BY 1"
            assert one(kept) == one(counted)
        assert one("SELECT key, statements FROM speakers WHERE statements ORDER BY 1") == one(
            "SELECT speaker_key, count(*) FROM entries WHERE speaker_key IS NOT NULL GROUP BY 1 ORDER BY 1"
        )


def test_a_reading_comes_back_as_it_went_in(record: Record):
    reading = make_reading(CLOSE, replace(OPEN, said=Interval(date(2021, 11, 18), None), venue="Channel 4"))
    speaker = reading.speakers[0]
    words = reading.statements[0].content[0]
    reading = replace(
        reading,
        times=(Time(words, "DATE", "2021-11-18", Interval(date(2021, 11, 18), date(2021, 11, 18))),),
        events=(Event("e1", "closure", "other", (words,), (speaker,), according_to=speaker),),
        notes=("read for a test",),
    )
    assert record.add(reading, origin="bridge.html") is Outcome.ADDED
    assert record.article(reading.article.id) == reading


def test_adding_twice_changes_nothing_at_all(path: Path, record: Record):
    reading = make_reading(CLOSE, OPEN)
    record.add(reading, origin="bridge.html", fingerprint="f1")
    before = dump(path)
    assert record.add(reading, origin="bridge.html", fingerprint="f1") is Outcome.UNCHANGED
    assert record.add(reading, origin="bridge.html") is Outcome.UNCHANGED
    assert dump(path) == before


def test_two_runs_write_the_same_rows(tmp_path: Path):
    dumps = []
    for name in ("one.db", "two.db"):
        with open_record(tmp_path / name, create=True) as record:
            record.add(make_reading(CLOSE, OPEN), origin="bridge.html")
        dumps.append([line for line in dump(tmp_path / name) if "versions" not in line and "migrations" not in line])
    assert dumps[0] == dumps[1]


def test_an_updated_article_keeps_its_earlier_version_and_its_permalinks(path: Path, record: Record):
    first = make_reading(CLOSE, OPEN)
    record.add(first, origin="bridge.html")
    second = make_reading(LATE, CLOSE, narration=["An earlier version told less."])
    assert record.add(second, origin="bridge.html") is Outcome.UPDATED

    id = first.article.id
    assert [version.number for version in record.versions(id) if version.current] == [2]
    assert [version.statements for version in record.versions(id)] == [2, 2]
    assert record.article(id, 1) == first
    shown = record.article(id)
    assert shown is not None
    assert shown.article == second.article
    assert by_words(record, id) == {
        LATE.content: (second.statements[0].id, Status.CURRENT),
        CLOSE.content: (first.statements[0].id, Status.CURRENT),  # moved down by what came before, same permalink
        OPEN.content: (first.statements[1].id, Status.GONE),
    }
    assert [statement.id for statement in shown.statements] == [second.statements[0].id, first.statements[0].id]
    assert [hit.content for hit in record.gone(id)] == [(OPEN.content,)]
    consistent(path)


def test_a_permalink_shows_the_words_in_the_newest_version_that_has_them(record: Record):
    first, second = make_reading(CLOSE, OPEN), make_reading(LATE, CLOSE)
    record.add(first, origin="bridge.html")
    record.add(second, origin="bridge.html")
    kept, gone = (record.statement(statement.id) for statement in first.statements)
    assert kept is not None and gone is not None
    assert (kept.version.number, kept.hit.status) == (2, Status.CURRENT)
    assert (gone.version.number, gone.hit.status) == (1, Status.GONE)
    for view, said in ((kept, CLOSE), (gone, OPEN)):
        assert view.statement.content[0].of(view.article.text) == said.content
        assert view.statement.source is not None
        assert view.statement.source.of(view.article.text) == said.source
    assert record.statement("nothing") is None


def test_words_changed_in_place_are_another_statement_and_never_take_over_the_permalink(path: Path, record: Record):
    """Worked out from offsets alone both would have one id: "June" and "July" are of one length."""
    first = make_reading(CLOSE)
    second = make_reading(replace(CLOSE, content="the bridge will close in July"))
    assert first.statements[0].id == second.statements[0].id
    record.add(first, origin="bridge.html")
    record.add(second, origin="bridge.html")
    found = by_words(record, first.article.id)
    assert found[CLOSE.content] == (first.statements[0].id, Status.GONE)
    id, status = found["the bridge will close in July"]
    assert status is Status.CURRENT
    assert id != first.statements[0].id
    view = record.statement(id)
    assert view is not None
    assert view.statement.content[0].of(view.article.text) == "the bridge will close in July"
    consistent(path)


def test_a_corrected_attribution_is_another_statement(record: Record):
    first = make_reading(CLOSE)
    second = make_reading(replace(CLOSE, source="Ida Marlow"))
    record.add(first, origin="bridge.html")
    record.add(second, origin="bridge.html")
    hits = record.search(Query(article_id=first.article.id)).items
    assert {(hit.speaker.name if hit.speaker else None, hit.status) for hit in hits} == {
        ("Ada Marlow", Status.GONE),
        ("Ida Marlow", Status.CURRENT),
    }


def test_words_that_come_back_are_current_again_under_their_first_id(path: Path, record: Record):
    first = make_reading(CLOSE, OPEN)
    record.add(first, origin="bridge.html")
    record.add(make_reading(CLOSE), origin="bridge.html")
    record.add(make_reading(CLOSE, OPEN, title="Harbour bridge to close after all"), origin="bridge.html")
    assert by_words(record, first.article.id)[OPEN.content] == (first.statements[1].id, Status.CURRENT)
    assert record.gone(first.article.id) == ()
    consistent(path)


def test_equal_words_keep_their_ids_in_the_order_they_stand(record: Record):
    first = make_reading(CLOSE, OPEN, CLOSE)
    record.add(first, origin="bridge.html")
    record.add(make_reading(LATE, CLOSE, OPEN, CLOSE), origin="bridge.html")
    shown = record.article(first.article.id)
    assert shown is not None
    assert [statement.id for statement in shown.statements[1:]] == [statement.id for statement in first.statements]


def test_a_version_seen_before_is_never_added_again(path: Path, record: Record):
    first, second = make_reading(CLOSE), make_reading(OPEN)
    record.add(first, origin="old.html")
    record.add(second, origin="new.html")
    before = dump(path)
    assert record.add(first, origin="old.html") is Outcome.UNCHANGED
    assert record.add(second, origin="new.html") is Outcome.UNCHANGED
    assert dump(path) == before


def test_an_older_state_of_a_page_that_comes_in_late_does_not_replace_the_newer(path: Path, record: Record):
    new = make_reading(CLOSE, LATE, modified=datetime(2021, 11, 22, 9, tzinfo=UTC))
    old = make_reading(CLOSE, OPEN, modified=datetime(2021, 11, 21, 18, tzinfo=UTC))
    record.add(new, origin="new.html")
    assert record.add(old, origin="old.html") is Outcome.UPDATED
    shown = record.article(new.article.id)
    assert shown == new
    assert [version.current for version in record.versions(new.article.id)] == [True, False]
    assert {words: status for words, (_, status) in by_words(record, new.article.id).items()} == {
        CLOSE.content: Status.CURRENT,
        LATE.content: Status.CURRENT,
        OPEN.content: Status.GONE,
    }
    consistent(path)


def test_what_a_better_model_no_longer_finds_is_withdrawn_not_gone(path: Path, record: Record):
    first = make_reading(CLOSE, OPEN)
    record.add(first, origin="bridge.html")
    better = replace(first, statements=first.statements[:1], model=ModelCard("invented", "2"))
    assert record.add(better, origin="bridge.html") is Outcome.UPDATED
    assert len(record.versions(first.article.id)) == 1
    assert [hit.id for hit in record.search(Query()).items] == [first.statements[0].id]
    assert record.search(Query(words="ferry")).total == 0
    assert record.gone(first.article.id) == ()
    view = record.statement(first.statements[1].id)
    assert view is not None
    assert view.hit.status is Status.WITHDRAWN
    assert view.statement.content[0].of(view.article.text) == OPEN.content
    consistent(path)


def test_the_same_words_from_another_input_do_not_turn_the_record_back_and_forth(path: Path, record: Record):
    page = make_reading(CLOSE)
    text = replace(page, article=replace(page.article, dropped=("Share this",)))
    record.add(page, origin="bridge.html")
    assert record.add(text, origin="bridge.txt") is Outcome.UNCHANGED
    before = dump(path)
    record.add(page, origin="bridge.html")
    record.add(text, origin="bridge.txt")
    assert dump(path) == before


def test_articles_without_an_address_are_told_apart_by_their_words(record: Record):
    one, other = make_reading(CLOSE, url=None), make_reading(OPEN, url=None)
    assert record.add(one, origin="one.txt") is Outcome.ADDED
    assert record.add(other, origin="other.txt") is Outcome.ADDED
    assert record.counts().articles == 2


def test_an_article_without_statements_speakers_date_or_title_is_kept(record: Record):
    bare = make_reading(url=None, title="Tides", publisher=None, published=None)
    record.add(bare, origin="bare.txt")
    assert record.article(bare.article.id) == bare
    (row,) = record.articles().items
    assert (row.statements, row.article.published) == (0, None)


def test_emoji_accents_and_windows_line_ends_keep_their_offsets(record: Record):
    said = Said("“der Fluß 🌊 steigt” te\u0301le\u0301phone", source="Zoë 🐟 Ångström")
    reading = make_reading(said, narration=["Line one\r\nline two 👩‍👩‍👧"])
    record.add(reading, origin="tide.html")
    view = record.statement(reading.statements[0].id)
    assert view is not None
    assert view.statement.content[0].of(view.article.text) == said.content == view.hit.content[0]
    assert record.search(Query(words="telephone")).total == 1
    assert record.search(Query(speaker="angstrom")).total == 1


def test_a_statement_of_several_pieces_keeps_them_apart(record: Record):
    reading = make_reading(CLOSE, OPEN)
    joined = replace(
        reading.statements[0], content=(reading.statements[0].content[0], reading.statements[1].content[0])
    )
    record.add(replace(reading, statements=(joined,)), origin="bridge.html")
    (hit,) = record.search(Query(words="bridge ferry")).items
    assert hit.content == (CLOSE.content, OPEN.content)


def test_a_statement_whose_speaker_is_not_in_the_reading_is_a_mistake_told_at_once(record: Record):
    with pytest.raises(ValueError, match="Ada Marlow"):
        record.add(replace(make_reading(CLOSE), speakers=()), origin="bridge.html")


def test_a_refusal_is_kept_once_and_forgotten_when_the_page_is_read(record: Record):
    record.refuse("bridge.html", SourceError("bridge.html", "empty", "save it again"))
    record.refuse("bridge.html", SourceError("bridge.html", "unreadable", "save it again"))
    (refusal,) = record.refusals().items
    assert (refusal.kind, refusal.reason, refusal.hint) == ("source", "unreadable", "save it again")
    record.add(make_reading(CLOSE), origin="bridge.html")
    assert record.refusals().total == 0


def test_who_is_no_longer_in_an_article_no_longer_appears_in_it(path: Path, record: Record):
    first = make_reading(CLOSE, OPEN)
    record.add(first, origin="bridge.html")
    better = replace(
        first, statements=first.statements[:1], speakers=first.speakers[:1], model=ModelCard("invented", "2")
    )
    record.add(better, origin="bridge.html")
    assert [row.name for row in record.speakers().items] == ["Ada Marlow"]
    consistent(path)


def test_unnamed_speakers_of_two_articles_are_never_one(record: Record):
    official = Said("talks go on", source="a senior official", type=SpeakerType.UNNAMED)
    record.add(make_reading(official, CLOSE, url="https://a.example"), origin="a")
    record.add(make_reading(official, CLOSE, url="https://b.example"), origin="b")
    rows = record.speakers("official").items
    assert [row.statements for row in rows] == [1, 1]
    assert [row.statements for row in record.speakers("Marlow").items] == [2]


@pytest.mark.parametrize("seed", range(3))
def test_whatever_becomes_of_an_article_words_keep_their_ids_and_all_counts_agree(
    path: Path, record: Record, seed: int
):
    """Statements come, go, move and come back at random, over three articles that share their speakers."""
    chance = random.Random(seed)
    sources = ("Ada Marlow", "Bo Lund", "the mayor")
    pool = [Said(f"the plan of {word} stands", source=chance.choice(sources)) for word in "oak elm ash fir yew".split()]
    words_of: dict[str, tuple[str, str | None]] = {}
    for step in range(15):
        some = chance.sample(pool, chance.randint(0, len(pool)))
        if some and chance.random() < 0.3:
            some.append(some[0])  # said twice
        model = ModelCard("invented", chance.choice("12"))
        title = f"Trees {chance.randint(0, 2)}"
        reading = make_reading(*some, url=f"https://trees.example/{step % 3}", title=title, model=model)
        record.add(reading, origin=f"{step % 3}.html")
        shown = record.article(reading.article.id)
        assert shown is not None
        for statement in shown.statements:
            text = shown.article.text
            told = (statement.content[0].of(text), statement.source.of(text) if statement.source else None)
            assert words_of.setdefault(statement.id, told) == told
            view = record.statement(statement.id)
            assert view is not None
            assert view.statement.content[0].of(view.article.text) == told[0] == view.hit.content[0]
            assert view.hit.status is Status.CURRENT
        for hit in record.gone(reading.article.id):
            assert words_of[hit.id] == (hit.content[0], hit.source)
    consistent(path)
    for id, told in words_of.items():
        view = record.statement(id)
        assert view is not None
        assert (view.hit.content[0], view.hit.source) == told


def test_threads_may_share_a_record(path: Path, record: Record):
    def add(number: int) -> Outcome:
        said = Said(f"the tide turned {number} times")
        outcome = record.add(make_reading(said, url=f"https://tides.example/{number}"), origin=str(number))
        assert record.search(Query(words=f'"{number} times"')).total == 1
        return outcome

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(add, range(40))) == [Outcome.ADDED] * 40
    assert record.counts().statements == 40
    consistent(path)
