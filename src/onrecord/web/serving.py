"""Running the application on this machine."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from onrecord.api.routes import Reader
from onrecord.errors import InputError
from onrecord.records import Article, Reading, parse_moment
from onrecord.web.app import create_app


def serve(
    record_path: str | Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    read: Callable[[Article], Reading] | None = None,
    log_level: str = "warning",
) -> None:
    """Serve a record until interrupted.

    On a loopback address the server answers only to this machine's own names. read: how POST /api/read annotates;
    the shipped model, opened when it is first asked for, if left out. Raises RecordError, and OSError for a port
    that is taken.
    """
    app = create_app(record_path, reader=reader_with(read), hosts=hosts_for(host))
    uvicorn.run(app, host=host, port=port, log_level=log_level, server_header=False, access_log=False)


def hosts_for(host: str) -> tuple[str, ...]:
    """The names a server bound to this address answers to: any, unless it is only there for this machine."""
    try:
        local = ip_address(host).is_loopback
    except ValueError:
        local = host == "localhost"
    return ("localhost", "127.0.0.1", "[::1]", "::1", host) if local else ("*",)


def reader_with(read: Callable[[Article], Reading] | None) -> Reader:
    """A reader of bytes for POST /api/read: loads the article (nothing is fetched) and annotates it with `read`."""
    opened: list[Callable[[Article], Reading]] = [read] if read else []
    lock = threading.Lock()

    def reader(data: bytes, *, url: str | None, published: str | None, name: str) -> Reading:
        # Imported here so that a server which is never asked to read starts without the model's libraries.
        from onrecord.sources import load  # noqa: PLC0415

        article = load(data, url=url, published=_moment(published), name=name)
        with lock:
            if not opened:
                opened.append(_shipped())
        return opened[0](article)

    return reader


def _shipped() -> Callable[[Article], Reading]:
    from onrecord.model import load_tagger  # noqa: PLC0415 - as above
    from onrecord.reading import read_article  # noqa: PLC0415

    tagger = load_tagger()
    return lambda article: read_article(article, tagger=tagger)


def _moment(words: str | None) -> datetime | date | None:
    if not words:
        return None
    try:
        return parse_moment(words)
    except ValueError:
        raise InputError(
            f"published={words[:40]}", "is no day or time", "give it as 2021-11-21 or in ISO 8601"
        ) from None
