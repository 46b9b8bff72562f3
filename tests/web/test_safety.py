"""Whatever a stored page holds, no script, style or address of it reaches the browser alive."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from onrecord.web import create_app
from onrecord.web.serving import hosts_for

from .invented import attack
from .test_pages import Tree

READING = attack()
OURS = {"script": {"src", "defer"}, "style": set(), "iframe": set(), "svg": set(), "img": set(), "object": set()}


def paths() -> list[str]:
    clerk = READING.speakers[0].id
    return [
        "/",
        "/search?q=vote",
        f"/articles/{READING.article.id}",
        f"/speakers/{clerk}",
        f"/events/{READING.events[0].id}",
        "/ahead?from=2026-03-01",
        "/ahead?view=month&month=2026-03",
        "/speakers",
        "/articles",
        "/refused",
    ]


@pytest.mark.parametrize("path", paths())
def test_hostile_words_stay_words(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    for tag, attrs in Tree(answer.text).tags:
        assert tag not in {"style", "iframe", "svg", "img", "object", "embed", "base"}
        assert tag != "script" or set(attrs) == {"src", "defer"}
        assert not any(name.startswith("on") or name == "style" for name in attrs)
        for name in ("href", "src", "action"):
            if name in attrs:
                assert (attrs[name] or "").startswith(("/", "#", "https://www.estuary-courier.example/")), attrs


def test_hostile_queries_stay_words(client: TestClient) -> None:
    evil = '"><script>alert(1)</script>'
    for path in ("/search", "/speakers", "/articles", "/ahead"):
        for name in ("q", "name", "publisher", "speaker", "person", "person_id", "place"):
            answer = client.get(path, params={name: evil})
            assert "<script>alert" not in answer.text
    assert "<script>" not in client.get(f"/{evil}").text


def test_the_address_of_a_hostile_article_is_text(client: TestClient) -> None:
    text = client.get(f"/articles/{READING.article.id}").text
    assert "not a link because it is no web address" in text
    assert 'href="javascript' not in text


@pytest.mark.parametrize(
    "path", ["/", "/search.json", "/search.csv", "/ahead.ics", "/api/counts", "/nowhere", "/static/style.css"]
)
def test_every_answer_carries_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"


def test_data_is_never_served_as_a_page(client: TestClient) -> None:
    assert client.get("/search.json?q=vote").headers["content-type"] == "application/json"
    answer = client.get("/search.csv?q=vote")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="search.csv"'


def test_the_record_cannot_be_written_over_http(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        for path in ("/", "/search", "/api/statements", f"/articles/{READING.article.id}"):
            assert client.request(method, path).status_code == 405


def test_a_server_for_this_machine_answers_to_no_other_name(record_path: object) -> None:
    app = create_app(record_path, hosts=hosts_for("127.0.0.1"))  # type: ignore[arg-type]
    for host, status in (("127.0.0.1:8000", 200), ("localhost:8000", 200), ("[::1]:8000", 200), ("evil.example", 400)):
        with TestClient(app, base_url=f"http://{host}") as client:
            assert client.get("/about").status_code == status
    assert hosts_for("0.0.0.0") == ("*",)


def test_pages_can_be_asked_again_cheaply(client: TestClient) -> None:
    first = client.get("/search?q=plan")
    assert first.headers["cache-control"] == "no-cache"
    again = client.get("/search?q=plan", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "content-security-policy" in again.headers


def test_static_files_are_kept_under_their_digest_and_packed(client: TestClient) -> None:
    tree = Tree(client.get("/").text)
    sheet = next(v for v in tree.values("link", "href") if "style.css" in v)
    answer = client.get(sheet)
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-encoding"] == "gzip"
    assert client.get("/static/style.css?v=old").headers["cache-control"] == "no-cache"
    assert client.get(sheet, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
