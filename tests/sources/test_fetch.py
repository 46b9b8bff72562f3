"""Addresses: what is fetched, what is not, and what the messages say."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.errors import SourceError
from onrecord.sources import fetch as fetching
from onrecord.sources import load
from onrecord.sources.fetch import fetch, is_private

PAGE = (
    "<html><head><title>Bakers call off strike</title></head><body><h1>Bakers call off strike</h1><p>Bakers in Wend"
    " have called off a strike that would have closed forty shops on Friday, their union said.</p></body></html>"
)


class _Paper(BaseHTTPRequestHandler):
    """A newspaper that misbehaves on request."""

    def do_GET(self) -> None:
        if self.path == "/slow":
            time.sleep(3)
        status = {"/gone": 404, "/forbidden": 403, "/broken": 503, "/to": 302, "/loop": 302, "/file": 302}.get(
            self.path, 200
        )
        self.send_response(status)
        if status == 302:
            self.send_header("Location", {"/to": "/page", "/loop": "/loop", "/file": "file:///etc/passwd"}[self.path])
        body = (PAGE.replace("Wend", "Wénd") if self.path == "/latin" else PAGE).encode("latin-1")
        if self.path == "/big":
            self.send_header("Content-Length", str(10**9))
        self.send_header("Content-Type", "text/html; charset=iso-8859-1")
        self.end_headers()
        with contextlib.suppress(OSError):  # a reader that has had enough
            self.wfile.write(b"x" * 300_000 if self.path == "/long" else body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def paper() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Paper)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def test_a_page_is_fetched_where_private_addresses_are_allowed(paper: str) -> None:
    article = load(f"{paper}/latin", allow_private=True)
    assert article.title == "Bakers call off strike"
    assert "Wénd" in article.text
    assert article.url == f"{paper}/latin"


def test_redirects_are_followed_and_the_last_address_is_told(paper: str) -> None:
    assert fetch(f"{paper}/to", limit_bytes=10**6, allow_private=True).url == f"{paper}/page"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/gone", "not there (the server answered 404)"),
        ("/forbidden", "the server refuses to show it (403)"),
        ("/broken", "the server failed (503)"),
        ("/loop", "redirected more than"),
        ("/file", "leads to no http address"),
        ("/big", "larger than 0 MB"),
        ("/long", "larger than 0 MB"),
    ],
)
def test_answers_that_are_no_page(paper: str, path: str, message: str) -> None:
    with pytest.raises(SourceError) as error:
        fetch(paper + path, limit_bytes=100_000, allow_private=True)
    assert message in error.value.reason
    assert error.value.input == paper + path
    assert error.value.hint


def test_a_server_that_does_not_answer(paper: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "READ_TIMEOUT_S", 0.3)
    with pytest.raises(SourceError, match="timed out"):
        fetch(f"{paper}/slow", limit_bytes=100_000, allow_private=True)


def test_private_addresses_are_not_fetched(paper: str) -> None:
    with pytest.raises(SourceError, match="private network"):
        load(f"{paper}/page")


def test_a_name_that_leads_inside_is_not_fetched(paper: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check is made on the address that is connected to: a name may answer differently the next time."""
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: inside)
    with pytest.raises(SourceError, match="private network"):
        fetch("http://wend-echo.example/page", limit_bytes=100_000)


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(SourceError, match="cannot be reached"):
        fetch(f"http://127.0.0.1:{port}/", limit_bytes=100_000, allow_private=True)


@pytest.mark.parametrize("url", ["ftp://wend.example/a", "file:///etc/passwd", "http://"])
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(SourceError, match="no http address"):
        load(url)


@pytest.mark.parametrize(
    "ip",
    "127.0.0.1 10.0.0.8 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 ::1 fe80::1%eth0 fc00::1 "
    "::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1::".split(),
)
def test_addresses_that_are_not_of_the_public_internet(ip: str) -> None:
    assert is_private(ip)


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_public_addresses(ip: str) -> None:
    assert not is_private(ip)
