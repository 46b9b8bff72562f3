"""The API's answers and errors, their forms pinned."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from onrecord.api import shapes
from onrecord.api.routes import LARGEST_BODY
from onrecord.errors import ModelError
from onrecord.model import load_tagger
from onrecord.plain import reading_from_plain, reading_to_plain
from onrecord.web import create_app
from onrecord.web.serving import reader_with
from tests.web.invented import COUNCIL, HARBOUR, ORLOW, REGATTA, UPDATED, harbour, regatta

ARTICLE = harbour().article.id
RACE = regatta().events[0]


def get(client: TestClient, path: str, **params: Any) -> Any:
    answer = client.get(path, params=params)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def fault(answer: Any) -> dict[str, Any]:
    shapes.ErrorShape.model_validate(answer.json())
    found: dict[str, Any] = answer.json()["error"]
    assert found["status"] == answer.status_code
    return found


def test_every_answer_has_the_form_that_openapi_tells(client: TestClient) -> None:
    statement = get(client, "/api/statements", q="dredger")["items"][0]["id"]
    for path, shape in [
        ("/api/counts", shapes.CountsShape),
        ("/api/statements?q=plan&limit=3", shapes.PageShape[shapes.HitShape]),
        (f"/api/statements/{statement}", shapes.StatementAnswerShape),
        ("/api/articles?limit=3", shapes.PageShape[shapes.ArticleRowShape]),
        ("/api/ahead?from=2026-03-16&limit=3", shapes.PageShape[shapes.EventHitShape]),
        ("/api/ahead?undated=true", shapes.PageShape[shapes.EventHitShape]),
        (f"/api/events/{RACE.id}", shapes.EventAnswerShape),
        (f"/api/articles/{ARTICLE}", shapes.ArticleAnswerShape),
        (f"/api/articles/{ARTICLE}?version=1", shapes.ArticleAnswerShape),
        ("/api/speakers?name=orlow", shapes.PageShape[shapes.SpeakerRowShape]),
        (f"/api/speakers/{ORLOW.id}?limit=2", shapes.SpeakerAnswerShape),
        ("/api/refused", shapes.PageShape[shapes.RefusalShape]),
    ]:
        shape.model_validate_json(client.get(path).content)


def test_openapi_describes_every_route_and_error(client: TestClient) -> None:
    schema = get(client, "/api/openapi.json")
    assert set(schema["paths"]) == {
        "/api/counts",
        "/api/statements",
        "/api/statements/{id}",
        "/api/ahead",
        "/api/events/{id}",
        "/api/articles",
        "/api/articles/{id}",
        "/api/speakers",
        "/api/speakers/{id}",
        "/api/refused",
        "/api/read",
    }
    for operations in schema["paths"].values():
        for operation in operations.values():
            assert operation["summary"]
            assert "ErrorShape" in json.dumps(operation["responses"]["400"])
            assert "422" not in operation["responses"] or "ErrorShape" in json.dumps(operation["responses"]["422"])
    names = {p["name"] for p in schema["paths"]["/api/statements"]["get"]["parameters"]}
    assert names == {
        *("q", "speaker", "speaker_id", "publisher", "kind", "act", "type", "from", "to", "min", "order"),
        *("limit", "offset"),
    }
    names = {p["name"] for p in schema["paths"]["/api/ahead"]["get"]["parameters"]}
    assert names == {
        *("from", "to", "status", "called_off", "type", "person", "person_id", "place", "min", "undated"),
        *("limit", "offset"),
    }


def test_the_documentation_names_every_route_and_parameter(client: TestClient) -> None:
    page = Path(__file__).parents[2].joinpath("docs/api.md").read_text("utf-8")
    schema = get(client, "/api/openapi.json")
    for path, operations in schema["paths"].items():
        assert f"`{path}`" in page or f" {path}`" in page, path
        for operation in operations.values():
            for parameter in operation.get("parameters", ()):
                assert f"`{parameter['name']}`" in page, parameter["name"]


def test_the_page_about_the_api_loads_nothing_from_elsewhere(client: TestClient) -> None:
    text = client.get("/api").text
    assert "/api/statements/{id}" in text
    assert "cdn" not in text


def test_pages_are_linked_to_the_end(client: TestClient) -> None:
    seen: list[str] = []
    path: str | None = "/api/statements?q=plan&min=0.5&limit=150"
    while path:
        plain = client.get(path).json()
        assert plain["links"]["self"] == path
        seen += [hit["id"] for hit in plain["items"]]
        path = plain["links"]["next"]
        assert path is None or "q=plan" in path
    assert len(seen) == len(set(seen)) == plain["total"]
    assert "offset" not in client.get(plain["links"]["previous"]).json()["links"]["previous"]


def test_filters_hold_together(client: TestClient) -> None:
    found = get(client, "/api/statements", publisher="the estuary courier", type="government", **{"from": "2026-03-13"})
    assert {hit["speaker"]["name"] for hit in found["items"]} == {"Ministry of Ports"}
    assert get(client, "/api/statements", min=0.99, publisher="The Estuary Courier")["total"] < 3
    assert {facet["name"] for facet in found["facets"]} == {"speaker", "publisher", "kind", "act", "type", "month"}


def test_an_article_is_the_reading_that_went_in(client: TestClient) -> None:
    plain = get(client, f"/api/articles/{ARTICLE}", version=1)
    assert reading_from_plain(plain).article == harbour().article
    assert plain["article"]["text"] == HARBOUR
    for statement in plain["statements"]:
        for piece in statement["content"]:
            assert HARBOUR[piece["start"] : piece["end"]] == piece["text"]
    assert plain["version"] == 1
    assert [v["current"] for v in plain["versions"]] == [False, True]
    assert get(client, f"/api/articles/{ARTICLE}")["article"]["text"] == UPDATED
    assert len(plain["gone"]) == 1


def ahead(client: TestClient, **params: Any) -> list[str]:
    return [hit["label"] for hit in get(client, "/api/ahead", **{"from": "2026-03-16", **params})["items"]]


def test_what_is_ahead_comes_soonest_first_and_what_has_no_day_in_its_own_lane(client: TestClient) -> None:
    assert ahead(client) == ["vote on the regatta's new date", "new toll", "Brackwater regatta", "second race"]
    assert ahead(client, undated=True) == ["talks with Estuary Ferries"]
    assert ahead(client, **{"from": "2026-05-01"}) == ["Brackwater regatta", "second race"]
    assert ahead(client, to="2026-03-31") == ["vote on the regatta's new date", "second race"]


def test_filters_on_events_hold_together_and_several_values_of_one_widen_it(client: TestClient) -> None:
    assert ahead(client, type=["vote", "law"]) == ["vote on the regatta's new date", "new toll"]
    assert ahead(client, type="contest", status=["possible", "likely"]) == ["second race"]
    assert ahead(client, person="brackwater") == ["vote on the regatta's new date"]
    assert ahead(client, person_id=COUNCIL.id, undated=True) == ["talks with Estuary Ferries"]
    assert ahead(client, place="brack") == ["Brackwater regatta"]
    assert ahead(client, min=0.92) == ["Brackwater regatta"]


def test_what_was_called_off_is_told_on_request(client: TestClient) -> None:
    assert "visit of the ministry" not in ahead(client)
    assert "visit of the ministry" in ahead(client, called_off=True)
    assert "second race" in ahead(client, called_off=True)
    assert ahead(client, status="cancelled") == ["visit of the ministry"]


def test_slices_of_what_is_ahead_are_linked_with_every_filter(client: TestClient) -> None:
    first = client.get("/api/ahead?from=2026-03-16&type=contest&type=law&limit=2").json()
    assert first["links"]["next"] == "/api/ahead?from=2026-03-16&type=contest&type=law&limit=2&offset=2"
    rest = client.get(first["links"]["next"]).json()
    assert [hit["label"] for hit in first["items"] + rest["items"]] == ["new toll", "Brackwater regatta", "second race"]
    assert rest["links"]["previous"] == "/api/ahead?from=2026-03-16&type=contest&type=law&limit=2"


def test_an_event_is_told_with_its_words_in_their_places(client: TestClient) -> None:
    plain = get(client, f"/api/events/{RACE.id}")
    assert [mention["text"] for mention in plain["event"]["mentions"]] == ["regatta will be held", "regatta moves"]
    for words in (*plain["event"]["mentions"], plain["event"]["status_words"]):
        assert REGATTA[words["start"] : words["end"]] == words["text"]
    for mention in plain["mentions"]:
        sentence = REGATTA[mention["sentence"]["start"] : mention["sentence"]["end"]]
        assert "".join(part["text"] for part in mention["segments"]) == sentence
    assert plain["event"]["window"] == {"earliest": "2026-06-06", "latest": "2026-06-06"}
    assert plain["links"]["page"] == f"/events/{RACE.id}"
    assert client.get(plain["links"]["page"]).status_code == 200


def test_a_reading_has_its_events_and_those_that_are_gone(client: TestClient) -> None:
    plain = get(client, f"/api/articles/{ARTICLE}")
    assert [event["label"] for event in plain["events"]] == ["closure of the harbour"]
    assert [event["label"] for event in plain["gone_events"]] == ["case of the town in court"]


def test_a_speaker_s_statements_may_be_kept_to_the_surer_ones(client: TestClient) -> None:
    every = get(client, f"/api/speakers/{ORLOW.id}")["statements"]
    sure = get(client, f"/api/speakers/{ORLOW.id}", min=0.96)["statements"]
    assert 0 < sure["total"] < every["total"]
    assert all(hit["confidence"] >= 0.96 for hit in sure["items"])
    assert "min=0.96" in sure["links"]["self"]


def test_the_api_and_the_pages_twins_are_the_same_records(client: TestClient) -> None:
    page = client.get("/search.json?q=harbour").json()
    api = get(client, "/api/statements", q="harbour")
    assert page["items"] == api["items"]
    assert page["facets"] == api["facets"]
    coming = client.get("/ahead.json?from=2026-03-16&type=vote&type=contest").json()
    assert coming["items"] == get(client, "/api/ahead", **{"from": "2026-03-16", "type": ["vote", "contest"]})["items"]
    assert client.get(f"/events/{RACE.id}.json").json() == get(client, f"/api/events/{RACE.id}")
    assert client.get(f"/articles/{ARTICLE}.json").json() == get(client, f"/api/articles/{ARTICLE}")


@pytest.mark.parametrize(
    ("path", "status", "kind", "words"),
    [
        ("/api/articles/ffff", 404, "not-found", "no article on record"),
        (f"/api/articles/{ARTICLE}?version=7", 404, "not-found", "version 7"),
        ("/api/statements/ffff", 404, "not-found", "no statement on record"),
        ("/api/speakers/ffff", 404, "not-found", "no speaker on record"),
        ("/api/events/ffff", 404, "not-found", "no event on record"),
        ("/api/ahead?status=sure", 400, "input", "'confirmed'"),
        ("/api/ahead?type=party", 400, "input", "'meeting'"),
        ("/api/ahead?from=soon", 400, "input", "YYYY-MM-DD"),
        ("/api/ahead?from=2026-02-01&to=2026-01-01", 400, "input", "ends before it begins"),
        ("/api/ahead?persn=x", 400, "input", "no parameter"),
        ("/api/nothing", 404, "not-found", "no such page"),
        ("/api/statements?limit=0", 400, "input", "greater than or equal to 1"),
        ("/api/statements?limit=1001", 400, "input", "less than or equal to 1000"),
        ("/api/statements?offset=-1", 400, "input", "greater than or equal to 0"),
        ("/api/statements?offset=9999999999999999999999", 400, "input", "less than"),
        ("/api/statements?from=1637452800", 400, "input", "YYYY-MM-DD"),
        ("/api/statements?kind=loud", 400, "input", "'direct', 'indirect' or 'mixed'"),
        ("/api/statements?publsher=x", 400, "input", "no parameter"),
        ("/api/statements?from=2026-02-01&to=2026-01-01", 400, "input", "ends before it begins"),
        (f"/api/statements/{'x' * 81}", 400, "input", "80"),
    ],
)
def test_errors_have_one_shape(client: TestClient, path: str, status: int, kind: str, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    found = fault(answer)
    assert found["kind"] == kind
    assert words in found["reason"]
    assert set(found) == {"status", "kind", "input", "reason", "hint"}


def test_a_method_that_is_not_there_is_told_in_the_same_shape(client: TestClient) -> None:
    answer = client.delete("/api/statements")
    assert answer.status_code == 405
    assert fault(answer)["kind"] == "http"
    assert answer.headers["allow"]


PAGE = """<html><head><title>Ferry fares rise</title></head><body><article><h1>Ferry fares rise</h1>
<p>Fares on the Brackwater ferry rise by a tenth in May, the operator announced on Monday after a long dispute.</p>
<p>“Fuel has doubled in price,” said Joan Pell, who runs the line. Passengers had hoped for another year of grace.</p>
<p>The council meets on Tuesday to discuss a subsidy for pupils, and the operator will then publish its timetable.</p>
</article></body></html>"""


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PAGE, {"content-type": "text/html"}),
        (json.dumps({"html": PAGE, "published": "2026-04-02"}), {"content-type": "application/json; charset=utf-8"}),
    ],
)
def test_a_page_is_read_without_being_stored(client: TestClient, body: str, headers: dict[str, str]) -> None:
    before = get(client, "/api/counts")
    answer = client.post("/api/read", params={"url": "https://ferry.example/1"}, content=body, headers=headers)
    assert answer.status_code == 200, answer.text
    shapes.ReadingShape.model_validate_json(answer.content)
    reading = reading_from_plain(answer.json())
    assert reading_to_plain(reading) == answer.json()
    assert "Fuel has doubled in price" in reading.article.text
    assert reading.article.url == "https://ferry.example/1"
    assert get(client, "/api/counts") == before


def test_text_is_read_too(client: TestClient) -> None:
    text = (
        UPDATED + "\n\nThe council meets again on Tuesday, and the dredger is to be inspected before the month is out."
    )
    answer = client.post("/api/read", content=text.encode(), headers={"content-type": "text/plain"})
    assert answer.status_code == 200, answer.text
    assert "Radio Estuary" in answer.json()["article"]["text"]


@pytest.mark.parametrize(
    ("body", "kind_of_body", "status", "kind", "words"),
    [
        (b"", "text/html", 400, "input", "is empty"),
        (b"{", "application/json", 400, "input", "not the JSON"),
        (b"{}", "application/json", 400, "input", "either html or text"),
        (b'{"html": "a", "text": "b"}', "application/json", 400, "input", "either html or text"),
        (b'{"html": "a", "save": true}', "application/json", 400, "input", "not the JSON"),
        (b"x" * (LARGEST_BODY + 1), "text/plain", 413, "too-large", "longer than 5 MB"),
    ],
)
def test_a_body_that_cannot_be_read_says_why(
    client: TestClient, body: bytes, kind_of_body: str, status: int, kind: str, words: str
) -> None:
    answer = client.post("/api/read", content=body, headers={"content-type": kind_of_body})
    assert answer.status_code == status, answer.text
    found = fault(answer)
    assert found["kind"] == kind
    assert words in found["reason"]


def test_what_is_no_article_is_refused_with_its_kind(client: TestClient) -> None:
    answer = client.post("/api/read", content=b"\x00\x01\x02\xff" * 400, headers={"content-type": "text/html"})
    assert answer.status_code == 422
    assert fault(answer)["kind"] != "internal"


def test_a_date_that_is_none_is_refused(client: TestClient) -> None:
    answer = client.post("/api/read?published=soon", content=PAGE, headers={"content-type": "text/html"})
    assert answer.status_code == 400
    assert "no day or time" in fault(answer)["reason"]


def test_a_server_without_a_reader_says_so(record_path: Path) -> None:
    with TestClient(create_app(record_path)) as client:
        answer = client.post("/api/read", content=PAGE, headers={"content-type": "text/html"})
    assert answer.status_code == 501
    assert fault(answer)["kind"] == "not-offered"


def test_the_shipped_model_reads_what_is_sent(record_path: Path) -> None:
    try:
        load_tagger()
    except ModelError as error:
        pytest.skip(f"no model in this checkout: {error}")
    with TestClient(create_app(record_path, reader=reader_with(None))) as client:
        answer = client.post("/api/read", content=PAGE, headers={"content-type": "text/html"})
    assert answer.status_code == 200, answer.text
    shapes.ReadingShape.model_validate_json(answer.content)
    text = answer.json()["article"]["text"]
    pieces = [piece for statement in answer.json()["statements"] for piece in statement["content"]]
    assert any("Fuel has doubled in price" in piece["text"] for piece in pieces)
    assert all(text[piece["start"] : piece["end"]] == piece["text"] for piece in pieces)
