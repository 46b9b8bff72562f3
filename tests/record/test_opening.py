"""Only a database that is ours, of a version we know, is touched; everything else is one clear error."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

from onrecord.errors import RecordError
from onrecord.record import Outcome, Query, open_record
from onrecord.record.migrations import APPLICATION_ID, STEPS
from tests.factories import Said, make_reading


def refused(path: Path, reason: str, **options: bool) -> RecordError:
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir())
    with pytest.raises(RecordError, match=reason) as caught:
        open_record(path, **options)
    assert caught.value.input == str(path)
    assert caught.value.hint
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.iterdir()) == beside
    return caught.value


def made(path: Path) -> Path:
    with open_record(path, create=True) as record:
        record.add(make_reading(Said("the bridge will close")), origin="bridge.html")
    return path


def changed(path: Path, sql: str) -> Path:
    with sqlite3.connect(path) as connection:
        connection.execute(sql)
    connection.close()
    return path


def test_a_missing_file_is_refused_and_not_made(path: Path):
    refused(path, "no such file")
    refused(path, "no such file", readonly=True, create=True)
    assert not path.exists()


def test_a_missing_folder_is_refused_with_its_name(tmp_path: Path):
    with pytest.raises(RecordError, match=r"there is no folder .*archive"):
        open_record(tmp_path / "archive" / "news.db", create=True)


def test_a_folder_is_refused(tmp_path: Path):
    refused(tmp_path, "this is a folder", create=True)


def test_an_empty_file_is_refused_unless_a_record_may_be_made(path: Path):
    path.touch()
    refused(path, "the file is empty")
    with open_record(path, create=True) as record:
        assert record.counts().articles == 0


@pytest.mark.parametrize("content", [b"just some notes\n" * 50, b"SQLite", b"\0" * 4096, os.urandom(5000)])
def test_a_file_that_is_no_database_is_refused(path: Path, content: bytes):
    path.write_bytes(content)
    refused(path, "this is no database", create=True)


def test_the_database_of_another_program_is_refused(path: Path):
    changed(path, "CREATE TABLE bookmarks (url TEXT)")
    refused(path, "another program", create=True)


def test_a_newer_record_is_refused(path: Path):
    changed(made(path), f"PRAGMA user_version = {len(STEPS) + 1}")
    refused(path, "newer onrecord")


def test_a_record_with_an_unknown_migration_is_refused_even_if_its_header_says_nothing(path: Path):
    changed(made(path), "INSERT INTO migrations VALUES (99, 'tables_of_tomorrow', '2030-01-01')")
    with pytest.raises(RecordError, match="newer onrecord"):
        open_record(path)


def test_a_server_address_is_refused_until_servers_are_supported():
    with pytest.raises(RecordError, match="not supported yet"):
        open_record("postgresql://desk@db.example/news", create=True)


def test_something_that_is_no_plain_file_is_refused(path: Path):
    os.mkfifo(path)
    with pytest.raises(RecordError, match="no plain file"):
        open_record(path)


def test_a_damaged_record_is_told_and_not_crashed_on(path: Path):
    made(path)
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(RecordError, match=r"damaged|no record|failed"), open_record(path) as record:
        record.search(Query())


def test_a_record_cut_short_is_told(path: Path):
    made(path)
    path.write_bytes(path.read_bytes()[: 4096 * 3])
    with pytest.raises(RecordError), open_record(path) as record:
        record.search(Query(words="bridge"))
        record.add(make_reading(Said("more")), origin="more.html")


def test_a_new_record_says_whose_it_is_and_is_one_file_once_closed(path: Path):
    made(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert [name for (name,) in connection.execute("SELECT name FROM migrations ORDER BY number")] == [
            step.__name__ for step in STEPS
        ]
    connection.close()
    assert [file.name for file in path.parent.iterdir()] == ["news.db"]


def test_opening_to_make_one_keeps_a_record_that_is_there(path: Path):
    made(path)
    with open_record(path, create=True) as record:
        assert record.counts().articles == 1


def test_a_record_opened_for_reading_cannot_be_written(path: Path):
    made(path)
    before = path.read_bytes()
    with open_record(path, readonly=True) as record:
        assert record.search(Query(words="bridge")).total == 1
        with pytest.raises(RecordError, match="reading only"):
            record.add(make_reading(Said("more")), origin="more.html")
    assert path.read_bytes() == before


def test_a_second_writer_waits_and_is_then_told(path: Path):
    with open_record(path, create=True):
        pass
    with open_record(path, wait_ms=50) as record:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="another program is writing") as caught:
            record.add(make_reading(Said("more")), origin="more.html")
        assert caught.value.hint
        assert record.counts().articles == 0  # reading goes on meanwhile
        other.execute("ROLLBACK")
        other.close()
        assert record.add(make_reading(Said("more")), origin="more.html") is Outcome.ADDED


def test_a_locked_file_is_told_on_opening(path: Path):
    made(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("DELETE FROM runs")
    with pytest.raises(RecordError, match="another program is writing"):
        open_record(path, wait_ms=50)
    other.close()


def test_a_full_disk_is_told_and_the_record_is_as_it_was(path: Path):
    made(path)
    with open_record(path) as record:
        known = record.counts(), record.search(Query())

        @event.listens_for(record._engine, "checkout")
        def no_more_pages(connection: sqlite3.Connection, *_: object) -> None:
            connection.execute("PRAGMA max_page_count = 1")  # as many as there are, and not one more

        long = make_reading(
            *(Said(f"{number} " + "many words " * 400) for number in range(40)), url="https://a.example"
        )
        with pytest.raises(RecordError, match="disk is full") as caught:
            record.add(long, origin="long.html")
        assert "free some space" in str(caught.value)
        assert (record.counts(), record.search(Query())) == known
    with open_record(path) as record:
        assert (record.counts(), record.search(Query())) == known
        assert record.add(long, origin="long.html") is Outcome.ADDED


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_record_without_write_permission_can_be_read_and_not_written(path: Path):
    made(path)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with open_record(path, readonly=True) as record:
            assert record.counts().articles == 1
        with pytest.raises(RecordError, match=r"only be read|cannot be opened"), open_record(path) as record:
            record.add(make_reading(Said("more")), origin="more.html")
    finally:
        path.parent.chmod(0o755)


def test_readers_see_a_whole_record_while_another_process_writes(path: Path):
    made(path)
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path)], cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "begun\n"
    seen = set()
    with open_record(path, readonly=True) as record:
        while writer.poll() is None:
            page = record.search(Query(words="tide"))
            assert page.total % 3 == 0  # an article is there with all its statements or not at all
            assert sum(value.count for value in page.facets[2].values) == page.total
            seen.add(page.total)
        assert record.search(Query(words="tide")).total == 90
    assert writer.returncode == 0
    assert len(seen) > 1


_WRITER = """
import sys
from onrecord.record import open_record
from tests.factories import Said, make_reading
with open_record(sys.argv[1]) as record:
    print("begun", flush=True)
    for number in range(30):
        said = (Said(f"the tide will turn {number} {turn}") for turn in range(3))
        record.add(make_reading(*said, url=f"https://tides.example/{number}"), origin=str(number))
"""
