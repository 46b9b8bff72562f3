"""The tables of the record as they are now. How a database comes to have them is in `migrations`.

Rows have small whole-number keys for joining, and the public ids beside them. Days are stored twice: as the ISO words
that the reading had, and as whole numbers (proleptic Gregorian ordinals) where they are compared.

`statements` holds what people read; `entries` holds one narrow row for each statement that searches and counts see, so
that filtering, ordering and facets never touch the words. `events` and `diary` are the same for events.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    column,
    table,
)

metadata = MetaData()

migrations = Table(
    "migrations",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("applied_at", Text, nullable=False),
)

publishers = Table(
    "publishers",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, unique=True),
)

articles = Table(
    "articles",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("version_key", Integer),  # the newest version; no foreign key, since the two tables name each other
    Column("publisher_key", ForeignKey("publishers.key")),
    Column("day", Integer),
    Column("statements", Integer, nullable=False),
    Index("articles_by_day", "day", "key"),
    Index("articles_by_publisher", "publisher_key", "day", "key"),
)

versions = Table(
    "versions",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("article_key", ForeignKey("articles.key"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("version", Text, nullable=False),
    Column("url", Text),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", Text),
    Column("published_precision", Text),
    Column("modified", Text),
    Column("language", Text),
    Column("statements", Integer, nullable=False),
    Column("origin", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("model_name", Text, nullable=False),
    Column("model_version", Text, nullable=False),
    Column("reading_digest", Text, nullable=False),
    Column("reading", LargeBinary, nullable=False),  # zlib of the reading's JSON in UTF-8: the version whole
    UniqueConstraint("article_key", "number"),
    UniqueConstraint("article_key", "version"),
)

speakers = Table(
    "speakers",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("statements", Integer, nullable=False),  # of `entries`, kept up by every writer of those
    Index("speakers_by_statements", "statements"),
)

names = Table(
    "names",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("speaker_key", ForeignKey("speakers.key"), nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    UniqueConstraint("speaker_key", "folded"),
    Index("names_by_folded", "folded"),
)

appearances = Table(
    "appearances",
    metadata,
    Column("article_key", ForeignKey("articles.key"), primary_key=True),
    Column("speaker_key", ForeignKey("speakers.key"), primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text),
    Index("appearances_by_speaker", "speaker_key", "role"),
    sqlite_with_rowid=False,
)

statements = Table(
    "statements",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("article_key", ForeignKey("articles.key"), nullable=False),
    Column("version_key", ForeignKey("versions.key"), nullable=False),  # the newest version in which it stands
    Column("position", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("content", Text, nullable=False),  # the pieces' words, joined by JOINT
    Column("spans", Text, nullable=False),  # JSON: {"content": [[start, end], ...], "cue": ..., "source": ...}
    Column("cue", Text),
    Column("source", Text),
    Column("kind", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("speaker_key", ForeignKey("speakers.key")),
    Column("speaker_name", Text),
    Column("role", Text),
    Column("said_earliest", Text),
    Column("said_latest", Text),
    Column("venue", Text),
    Column("confidence", Float, nullable=False),
    Index("statements_by_article", "article_key", "position"),
)

entries = Table(
    "entries",
    metadata,
    Column("statement_key", ForeignKey("statements.key"), primary_key=True),
    Column("article_key", ForeignKey("articles.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("speaker_key", Integer),
    Column("publisher_key", Integer),
    Column("first_day", Integer),
    Column("day", Integer),
    Column("month", Integer),  # year * 12 + month - 1
    Column("kind", Integer, nullable=False),  # places in the lists of `codes`
    Column("act", Integer, nullable=False),
    Column("type", Integer),
    Column("gone", Integer, nullable=False),
    Column("facets", BigInteger, nullable=False),  # see `codes.pack_facets`
    Column("confidence", Float, nullable=False),
)
_newest = (entries.c.day.desc(), entries.c.article_key.desc(), entries.c.position)
Index("entries_by_day", *_newest)
Index("entries_by_speaker", entries.c.speaker_key, *_newest)
Index("entries_by_publisher", entries.c.publisher_key, *_newest)
Index("entries_by_article", entries.c.article_key, entries.c.position)

events = Table(
    "events",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("article_key", ForeignKey("articles.key"), nullable=False),
    Column("version_key", ForeignKey("versions.key"), nullable=False),  # the newest version in which it stands
    Column("position", Integer, nullable=False),
    Column("standing", Text, nullable=False),  # current, gone or withdrawn, as the status of a statement
    Column("label", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("words", Text, nullable=False),  # of the head mention
    Column("sentence", Text, nullable=False),  # in which the head mention stands
    Column("spans", Text, nullable=False),  # JSON: {"mentions": [[start, end], ...], "sentence": ..., "status": ...}
    Column("status", Text, nullable=False),
    Column("status_words", Text),
    Column("place", Text),
    Column("earliest", Text),
    Column("latest", Text),
    Column("teller_key", ForeignKey("speakers.key")),  # on whose word it rests
    Column("teller_name", Text),
    Column("teller_role", Text),
    Column("confidence", Float, nullable=False),
    Index("events_by_article", "article_key", "position"),
)

participants = Table(
    "participants",
    metadata,
    Column("event_key", ForeignKey("events.key"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("speaker_key", ForeignKey("speakers.key"), nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text),
    Index("participants_by_speaker", "speaker_key", "event_key"),
    sqlite_with_rowid=False,
)

places = Table(
    "places",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, unique=True),
)

diary = Table(
    "diary",
    metadata,
    Column("event_key", ForeignKey("events.key"), primary_key=True),
    Column("article_key", ForeignKey("articles.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("day", Integer),  # the window's last day, of an open one its first; null without a window
    Column("first_day", Integer),  # where open, `codes.OPEN_START` and `OPEN_END`
    Column("last_day", Integer),
    Column("told", Integer),  # the day of publication
    Column("status", Integer, nullable=False),  # places in the lists of `codes`
    Column("type", Integer, nullable=False),
    Column("place_key", Integer),
    Column("confidence", Float, nullable=False),
)
_soonest = (diary.c.day, diary.c.first_day.desc(), diary.c.told.desc(), diary.c.article_key.desc(), diary.c.position)
# With all that is filtered by in the index, counting through the whole diary never goes to its rows: five times faster.
_filtered_by = (diary.c.status, diary.c.type, diary.c.last_day, diary.c.place_key, diary.c.confidence)
Index("diary_by_day", *_soonest, *_filtered_by)
Index("diary_by_article", diary.c.article_key, diary.c.position)

tallies = Table(
    "tallies",
    metadata,
    Column("field", Text, primary_key=True),
    Column("value", Integer, primary_key=True),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)

inputs = Table(
    "inputs",
    metadata,
    Column("origin", Text, primary_key=True),
    Column("fingerprint", Text),
    Column("version_key", ForeignKey("versions.key"), nullable=False),
    Column("model_name", Text, nullable=False),
    Column("model_version", Text, nullable=False),
    sqlite_with_rowid=False,
)

refusals = Table(
    "refusals",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("origin", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("hint", Text),
    Column("at", Text, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("started_at", Text, nullable=False),
    Column("finished_at", Text),  # null: under way, or killed
    Column("added", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("updated", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
)

# SQLite's own: full-text indexes, made by `migrations` and read by `fulltext` only.
statement_words = table("statement_words", column("rowid"), column("content"), column("speaker"), column("title"))
name_words = table("name_words", column("rowid"), column("folded"))

JOINT = " … "
"""Between the pieces of a content where they are stored as one text."""
