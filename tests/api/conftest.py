from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.records import Article, Reading
from onrecord.web import create_app
from onrecord.web.serving import reader_with
from tests.web.invented import MODEL
from tests.web.standing import build


def no_statements(article: Article) -> Reading:
    """Stands in for the model, which these tests are not about."""
    return Reading(article, (), (), model=MODEL)


@pytest.fixture(scope="session")
def record_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("record") / "news.db")


@pytest.fixture(scope="session")
def client(record_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(record_path, reader=reader_with(no_statements))) as client:
        yield client
