"""The tables that the migrations make are the tables that the code reads."""

from pathlib import Path

from sqlalchemy import create_engine, inspect

from onrecord.record import open_record, schema


def test_migrations_make_the_tables_that_the_code_reads(path: Path):
    with open_record(path, create=True):
        pass
    plain = create_engine("sqlite://")
    schema.metadata.create_all(plain)
    told, made = inspect(plain), inspect(create_engine(f"sqlite:///{path}"))
    indexes = ("statement_words", "name_words")
    assert {name for name in made.get_table_names() if not name.startswith(indexes)} == set(told.get_table_names())
    for table in told.get_table_names():
        for look in ("get_columns", "get_indexes", "get_unique_constraints", "get_foreign_keys", "get_pk_constraint"):
            assert _shape(getattr(made, look)(table)) == _shape(getattr(told, look)(table)), (table, look)


def _shape(found):
    """As comparable text, without the types' objects and the order in which constraints are listed."""
    rows = found if isinstance(found, list) else [found]
    return sorted(str(sorted((key, str(value)) for key, value in row.items())) for row in rows)
