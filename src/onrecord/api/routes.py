"""Routes under /api: each takes a query apart, asks the record one thing and sends the answer as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from onrecord.api import answers, shapes
from onrecord.api.errors import NotOffered, TooLarge
from onrecord.api.params import (
    EventParams,
    NameParams,
    PublisherParams,
    SliceParams,
    SpeakerParams,
    StatementParams,
    VersionParams,
)
from onrecord.errors import InputError
from onrecord.plain import reading_to_plain
from onrecord.record import Record, to_plain
from onrecord.records import Reading

Reader = Callable[..., Reading]
"""Reads bytes without storing: reader(data, url=..., published=..., name=...) -> Reading."""

LARGEST_BODY = 5_000_000
"""Bytes that POST /api/read takes; real news pages stay under 3 MB."""

Id = Annotated[str, Path(max_length=80, description="Its id, as in every answer")]


def json_response(plain: Any, status: int = 200, *, media_type: str = "application/json") -> Response:
    """UTF-8 JSON; half a surrogate pair, which no encoding can carry, becomes "?"."""
    words = json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Response(words.encode("utf-8", "replace"), status, media_type=media_type)


def _answers(shape: Any, *also: int) -> dict[int | str, dict[str, Any]]:
    found: dict[int | str, dict[str, Any]] = {status: {"model": shapes.ErrorShape} for status in (400, *also)}
    found["default"] = {"model": shapes.ErrorShape}  # told so, FastAPI adds no error form of its own
    return {200: {"model": shape}, **found}


def router(record: Record, reader: Reader | None) -> APIRouter:
    """All routes, over this record. reader: for POST /api/read, which answers 501 without one."""
    api = APIRouter(prefix="/api", tags=["record"])

    @api.get("/counts", responses=_answers(shapes.CountsShape), summary="How much is on record")
    def get_counts() -> Response:
        return json_response(to_plain(record.counts()))

    @api.get("/statements", responses=_answers(shapes.PageShape[shapes.HitShape]), summary="Search statements")
    def get_statements(params: Annotated[StatementParams, Query()]) -> Response:
        found = record.search(params.query(limit=params.limit, offset=params.offset))
        return json_response(answers.paged(found, _slices("/api/statements", params)))

    @api.get("/statements/{id}", responses=_answers(shapes.StatementAnswerShape, 404), summary="A statement in place")
    def get_statement(id: Id) -> Response:
        return json_response(answers.statement(record, id)[1])

    @api.get("/ahead", responses=_answers(shapes.PageShape[shapes.EventHitShape]), summary="List what is to come")
    def get_ahead(params: Annotated[EventParams, Query()]) -> Response:
        found = record.ahead(params.query(undated=params.undated, limit=params.limit, offset=params.offset))
        return json_response(answers.paged(found, _slices("/api/ahead", params)))

    @api.get("/events/{id}", responses=_answers(shapes.EventAnswerShape, 404), summary="An event in place")
    def get_event(id: Id) -> Response:
        return json_response(answers.event(record, id)[1])

    @api.get("/articles", responses=_answers(shapes.PageShape[shapes.ArticleRowShape]), summary="List articles")
    def get_articles(params: Annotated[PublisherParams, Query()]) -> Response:
        found = record.articles(publisher=params.publisher, limit=params.limit, offset=params.offset)
        return json_response(answers.paged(found, _slices("/api/articles", params)))

    @api.get("/articles/{id}", responses=_answers(shapes.ArticleAnswerShape, 404), summary="An article's reading")
    def get_article(id: Id, params: Annotated[VersionParams, Query()]) -> Response:
        return json_response(answers.reading(record, id, params.version)[1])

    @api.get("/speakers", responses=_answers(shapes.PageShape[shapes.SpeakerRowShape]), summary="Find speakers")
    def get_speakers(params: Annotated[NameParams, Query()]) -> Response:
        found = record.speakers(params.name or "", limit=params.limit, offset=params.offset)
        return json_response(answers.paged(found, _slices("/api/speakers", params)))

    @api.get("/speakers/{id}", responses=_answers(shapes.SpeakerAnswerShape, 404), summary="What a speaker said")
    def get_speaker(id: Id, params: Annotated[SpeakerParams, Query()]) -> Response:
        found = answers.speaker(record, id, limit=params.limit, offset=params.offset, least=params.min)
        return json_response(found[1])

    @api.get("/refused", responses=_answers(shapes.PageShape[shapes.RefusalShape]), summary="Inputs refused, and why")
    def get_refused(params: Annotated[SliceParams, Query()]) -> Response:
        found = record.refusals(limit=params.limit, offset=params.offset)
        return json_response(answers.paged(found, _slices("/api/refused", params)))

    _add_read(api, reader)
    return api


def _slices(path: str, params: Any) -> Callable[[int], str]:
    given = params.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return lambda start: answers.address(path, {**given, "offset": start or None})


def _add_read(api: APIRouter, reader: Reader | None) -> None:
    body = {
        "required": True,
        "content": {
            "application/json": {"schema": shapes.ReadBody.model_json_schema()},
            "text/html": {"schema": {"type": "string"}},
            "text/plain": {"schema": {"type": "string"}},
        },
    }

    @api.post(
        "/read",
        responses=_answers(shapes.ReadingShape, 413, 422, 501),
        summary="Read a page without storing it",
        openapi_extra={"requestBody": body},
    )
    async def post_read(
        request: Request,
        url: Annotated[str | None, Query(max_length=2000, description="Where it came from; it is not fetched")] = None,
        published: Annotated[str | None, Query(max_length=40, description="ISO 8601 day or time")] = None,
    ) -> Response:

        if reader is None:
            raise NotOffered("POST /api/read", "this server was started without a reader", "use: onrecord serve")
        data = await _body(request)
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json":
            given = _read_body(data)
            data = (given.html if given.html is not None else given.text or "").encode("utf-8", "replace")
            url, published = given.url or url, given.published or published
        found = await run_in_threadpool(reader, data, url=url, published=published, name="request body")
        return json_response(reading_to_plain(found))


async def _body(request: Request) -> bytes:
    """The body, no longer than is taken: told before or found out on the way. Raises TooLarge, InputError."""
    pieces, size = [], 0
    async for piece in request.stream():
        size += len(piece)
        if size > LARGEST_BODY:
            raise TooLarge("request body", f"is longer than {LARGEST_BODY // 1_000_000} MB", "send the article alone")
        pieces.append(piece)
    if not size:
        raise InputError("request body", "is empty", "send the page as text/html, text/plain or JSON")
    return b"".join(pieces)


def _read_body(data: bytes) -> shapes.ReadBody:
    try:
        given = shapes.ReadBody.model_validate_json(data)
    except ValueError as error:
        raise InputError(
            "request body", "is not the JSON asked for", 'send {"html": "..."} or {"text": "..."}'
        ) from error
    if (given.html is None) == (given.text is None):
        raise InputError("request body", "needs either html or text", 'send {"html": "..."} or {"text": "..."}')
    return given
