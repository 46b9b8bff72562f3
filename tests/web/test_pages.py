"""Pages as a reader gets them, each with its twins, over a record of invented stories."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.errors import RecordError
from onrecord.web import create_app
from onrecord.web.app import PAGES

from .invented import HARBOUR, ORLOW, UPDATED, attack, harbour, regatta

ARTICLE = harbour().article.id
EVIL = attack().article.id
LINKS = {"a": "href", "link": "href", "form": "action", "script": "src"}
VOID = {"meta", "link", "input", "br", "img"}


class Tree(HTMLParser):
    """Checks that elements nest, and gathers what the tests ask about."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.paragraphs: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)
        if tag in {"p", "h1", "h2"}:
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-3:]}")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if {"p", "h1", "h2"} & set(self.open):
            self.paragraphs[-1] += data

    def values(self, tag: str, name: str) -> list[str]:
        return [attrs[name] or "" for found, attrs in self.tags if found == tag and name in attrs]


def page(client: TestClient, path: str, status: int = 200) -> Tree:
    answer = client.get(path)
    assert answer.status_code == status, answer.text[:500]
    tree = Tree(answer.text)
    assert not tree.faults
    assert not tree.open
    assert len(tree.ids) == len(set(tree.ids))
    return tree


def rows(client: TestClient, path: str) -> list[dict[str, str]]:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def addresses(client: TestClient) -> list[str]:
    statement = (
        client.get("/search.json?q=Radio+Estuary+court").json()["items"] or client.get("/search.json").json()["items"]
    )
    ids = {
        "/articles/{id}": ARTICLE,
        "/statements/{id}": statement[0]["id"],
        "/speakers/{id}": ORLOW.id,
        "/events/{id}": regatta().events[0].id,
    }
    return [path.replace("{id}", ids.get(path, "")) for path in PAGES]


def test_every_page_is_whole_and_links_its_twins(client: TestClient) -> None:
    more = ["/search?q=plan&min=0.7&page=2", "/?min=0.9", f"/speakers/{ORLOW.id}?min=0.9"]
    for path in [*addresses(client), f"/articles/{EVIL}", "/api", *more]:
        tree = page(client, path)
        assert [tag for tag, _ in tree.tags].count("h1") == 1, path
        assert {"main", "nav", "header", "footer"} <= {tag for tag, _ in tree.tags}
        if path == "/api":
            continue
        twins = [v for v in tree.values("link", "href") if ".json" in v or ".csv" in v]
        assert len(twins) == 2
        for twin in twins:
            answer = client.get(twin)
            assert answer.status_code == 200, twin
            assert answer.content


def test_each_form_field_has_a_label(client: TestClient) -> None:
    for path in ["/", "/search", "/ahead", "/ahead?view=month&min=0.6", "/speakers", f"/articles/{ARTICLE}"]:
        tree = page(client, path)
        fields = [a for tag, a in tree.tags if tag in {"input", "select"} and a.get("type") != "hidden"]
        assert fields
        assert {a["id"] for a in fields} == set(tree.values("label", "for"))


def test_an_article_shows_its_own_words_and_nothing_between_them(client: TestClient) -> None:
    tree = page(client, f"/articles/{ARTICLE}")
    for words in UPDATED.split("\n\n"):
        assert words in tree.paragraphs


def test_every_statement_is_an_anchor_with_its_source_cue_and_content_marked(client: TestClient) -> None:
    plain = client.get(f"/articles/{ARTICLE}.json").json()
    tree = page(client, f"/articles/{ARTICLE}")
    assert {f"s-{s['id']}" for s in plain["statements"]} <= set(tree.ids)
    classes = tree.values("span", "class")
    for role in ("content", "cue", "source"):
        assert any(role in value.split() for value in classes)
    assert any({"content", "cue"} <= set(value.split()) for value in classes)
    assert any("deep" in value.split() for value in classes)


def test_the_confidence_asked_for_hides_what_is_less_sure(client: TestClient) -> None:
    every = page(client, f"/articles/{ARTICLE}")
    sure = page(client, f"/articles/{ARTICLE}?min=0.9")
    anchors = [[i for i in tree.ids if i.startswith("s-")] for tree in (every, sure)]
    assert len(anchors[0]) == 8
    assert len(anchors[1]) == 4
    assert set(anchors[1]) < set(anchors[0])
    assert "show all" in client.get(f"/articles/{ARTICLE}?min=0.9").text


def test_an_earlier_version_is_reachable_and_says_what_is_gone(client: TestClient) -> None:
    newest = client.get(f"/articles/{ARTICLE}").text
    assert f"/articles/{ARTICLE}?version=1" in newest
    assert "Words that are gone" in newest
    tree = page(client, f"/articles/{ARTICLE}?version=1")
    for words in HARBOUR.split("\n\n"):
        assert words in tree.paragraphs
    earlier = client.get(f"/articles/{ARTICLE}?version=1").text
    assert "This is version 1" in earlier
    assert "gone from the newest version" in earlier
    page(client, f"/articles/{ARTICLE}?version=9", 404)


def test_a_statement_whose_words_are_gone_says_so_and_shows_the_version_that_had_it(client: TestClient) -> None:
    gone = client.get(f"/articles/{ARTICLE}.json").json()["gone"]
    assert [hit["content"] for hit in gone] == [["“Nobody asked us,”", "“We will go to court if we must.”"]]
    text = client.get(f"/statements/{gone[0]['id']}").text
    assert "gone from the newer version" in text
    assert "We will go to court if we must." in text
    assert f"/articles/{ARTICLE}?version=1#s-{gone[0]['id']}" in text


def test_a_statement_page_shows_the_words_around(client: TestClient) -> None:
    hit = next(h for h in client.get("/search.json?q=dredger").json()["items"] if h["content"] == ["the dredger stays"])
    tree = page(client, f"/statements/{hit['id']}")
    assert "Harbour master Tomas Vance: the dredger stays" in tree.paragraphs
    assert UPDATED.split("\n\n")[6] in tree.paragraphs
    assert UPDATED.split("\n\n")[2] not in tree.paragraphs
    assert f"s-{hit['id']}" in tree.ids


def test_a_search_is_told_by_its_url_alone(client: TestClient) -> None:
    found = client.get("/search.json", params={"publisher": "The Estuary Courier", "kind": "direct"}).json()
    assert found["total"] == 3
    assert {hit["kind"] for hit in found["items"]} == {"direct"}
    tree = page(client, "/search?publisher=The+Estuary+Courier&kind=direct")
    assert "/search?publisher=The+Estuary+Courier" in tree.values("a", "href")
    assert "/search?kind=direct" in tree.values("a", "href")
    hidden = [(a["name"], a["value"]) for tag, a in tree.tags if a.get("type") == "hidden"]
    assert hidden == [("publisher", "The Estuary Courier"), ("kind", "direct")]


def test_fields_left_empty_are_taken_out_of_the_url(client: TestClient) -> None:
    answer = client.get("/search?q=plan&speaker=&from=&to=&min=&order=", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=plan")


def test_pages_of_a_long_answer_hold_every_statement_once(client: TestClient) -> None:
    seen: list[str] = []
    path: str | None = "/search.json?q=plan&speaker=Number"
    while path:
        plain = client.get(path).json()
        seen += [hit["id"] for hit in plain["items"]]
        path = plain["links"]["next"]
    assert len(seen) == len(set(seen)) == plain["total"] == 320
    assert len(rows(client, "/search.csv?q=plan&speaker=Number")) == 320


def test_beyond_the_last_page_there_is_a_way_back(client: TestClient) -> None:
    assert 'href="/search?q=plan"' in client.get("/search?q=plan&page=99").text


def test_nothing_found_says_what_to_try(client: TestClient) -> None:
    assert "Nothing on record has all of this" in client.get("/search?q=zeppelin").text


def test_words_searched_for_are_marked(client: TestClient) -> None:
    assert "<mark>dredger</mark>" in client.get("/search?q=dredger").text


def test_a_speaker_page_tells_roles_months_and_to_whom(client: TestClient) -> None:
    text = client.get(f"/speakers/{ORLOW.id}").text
    for words in ("Lena Orlow", "mayor of Brackwater", "Radio Estuary", "March 2026", "The Estuary Courier"):
        assert words in text
    assert f"/search?speaker_id={ORLOW.id}&amp;from=2026-03-01&amp;to=2026-03-31" in text
    assert {row["speaker"] for row in rows(client, f"/speakers/{ORLOW.id}.csv")} == {"Lena Orlow"}


def test_speakers_are_found_by_a_part_of_their_name(client: TestClient) -> None:
    assert [s["name"] for s in client.get("/speakers.json?name=orlow").json()["items"]] == ["Lena Orlow"]
    assert "Nobody on record" in client.get("/speakers?name=zzz").text


def test_the_date_of_publication_shows_its_evidence(client: TestClient) -> None:
    text = client.get(f"/articles/{ARTICLE}").text
    assert "json-ld" in text
    assert "believed" in text
    assert "not believed: no such day" in text


def test_refused_inputs_are_listed_with_their_reasons(client: TestClient) -> None:
    text = client.get("/refused").text
    assert "is an index page" in text
    assert "pages/&lt;b&gt;front&lt;/b&gt;.html" in text


def test_a_csv_cell_never_becomes_a_formula(client: TestClient) -> None:
    every = [
        *rows(client, "/refused.csv"),
        *rows(client, "/speakers.csv?name=hale"),
        *rows(client, "/search.csv?q=vote"),
    ]
    assert len(every) > 3
    for row in every:
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nowhere", 404, "there is no such page"),
        ("/articles/ffffffffffffffff", 404, "no article on record has this id"),
        ("/statements/%22%3E%3Cscript%3E", 404, "no statement on record"),
        ("/speakers/x", 404, "no speaker on record"),
        ("/search?from=yesterday", 400, "give a day as YYYY-MM-DD"),
        ("/search?from=2024-02-30", 400, "give a day as YYYY-MM-DD"),
        ("/search?from=2025-01-01&to=2024-01-01", 400, "ends before it begins"),
        ("/search?kind=shouted", 400, "kind=shouted"),
        ("/search?min=2", 400, "min=2"),
        ("/search?min=nan", 400, "min"),
        ("/search?page=0", 400, "page=0"),
        ("/search?page=99999999999999999999", 400, "page="),
        (f"/search?q={'x' * 501}", 400, "500"),
        ("/static/..%2fapp.py", 404, "there is no such page"),
        ("/static/app.py", 404, "there is no such page"),
    ],
)
def test_what_cannot_be_shown_says_why_and_where_to_go(client: TestClient, path: str, status: int, words: str) -> None:
    tree = page(client, path, status)
    assert words in " ".join(tree.paragraphs)
    assert "/search" in tree.values("a", "href")


def test_twins_answer_errors_in_the_api_s_shape(client: TestClient) -> None:
    answer = client.get("/articles/ffffffffffffffff.json")
    assert answer.status_code == 404
    assert answer.json() == {
        "error": {
            "status": 404,
            "kind": "not-found",
            "input": "ffffffffffffffff",
            "reason": "no article on record has this id",
            "hint": "look for it with /search",
        }
    }
    assert client.get("/search.csv?publsher=x").json()["error"]["reason"] == "is no parameter here"


def test_decorated_links_still_open_pages(client: TestClient) -> None:
    assert client.get("/search?q=plan&utm_source=mail").status_code == 200


def test_a_fault_of_ours_is_one_calm_page_with_all_headers(record_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(record_path)
    with TestClient(app, raise_server_exceptions=False) as client:
        monkeypatch.setattr(app.state.record, "counts", lambda: 1 / 0)
        answer = client.get("/about")
        assert answer.status_code == 500
        assert "division" not in answer.text
        assert "Something went wrong" in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert client.get("/about.json").json()["error"]["kind"] == "internal"


def test_a_record_that_fails_is_told_as_such(record_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(record_path)

    def locked() -> None:
        raise RecordError("news.db", "is locked by another program", "wait until it is done")

    with TestClient(app) as client:
        monkeypatch.setattr(app.state.record, "counts", locked)
        assert client.get("/about").status_code == 503
        assert client.get("/about.json").json()["error"]["hint"] == "wait until it is done"


def test_a_missing_record_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(RecordError):
        create_app(tmp_path / "none.db")


def test_an_empty_record_says_how_to_fill_it(tmp_path: Path) -> None:
    from onrecord.record import open_record

    open_record(tmp_path / "new.db", create=True).close()
    with TestClient(create_app(tmp_path / "new.db")) as client:
        assert "onrecord add" in client.get("/").text
        for path in PAGES:
            if "{" not in path:
                assert client.get(path).status_code == 200


def test_no_template_turns_escaping_off() -> None:
    folder = Path(__file__).parents[2] / "src/onrecord/web/templates"
    for template in folder.glob("*.html"):
        text = template.read_text("utf-8")
        assert not re.search(r"\|\s*safe|autoescape|Markup|\son\w+=|style=|<style|javascript:", text), template.name
