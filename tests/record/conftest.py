"""A record in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.record import Record, open_record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with open_record(path, create=True) as opened:
        yield opened
