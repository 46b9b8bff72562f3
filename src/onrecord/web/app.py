"""The web application: every page as HTML, JSON and CSV, the API, and what keeps a hostile stored page harmless."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Any, get_origin

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response, StreamingResponse
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from onrecord.api import params
from onrecord.api.answers import address
from onrecord.api.errors import Missing, error_to_plain, status_of
from onrecord.api.routes import Reader, json_response, router
from onrecord.errors import OnrecordError
from onrecord.record import Record, open_record
from onrecord.web import ahead, pages
from onrecord.web.rendering import Rendering
from onrecord.web.security import HEADERS, SecurityHeaders

View = Callable[..., pages.Shown]

PAGES: dict[str, tuple[View, type[BaseModel]]] = {
    "/": (pages.home, params.SurePageParams),
    "/search": (pages.search, params.SearchParams),
    "/ahead": (ahead.ahead, params.AheadPageParams),
    "/events/{id}": (ahead.event, params.NoParams),
    "/articles": (pages.articles, params.PublisherPageParams),
    "/articles/{id}": (pages.article, params.ArticlePageParams),
    "/statements/{id}": (pages.statement, params.NoParams),
    "/speakers": (pages.speakers, params.NamePageParams),
    "/speakers/{id}": (pages.speaker, params.SurePageParams),
    "/refused": (pages.refused, params.PageParams),
    "/about": (pages.about, params.NoParams),
}
"""Every page for people. Each has a twin with `.json` and one with `.csv` ("/" as "/index.json")."""


def create_app(record_path: str | Path, *, reader: Reader | None = None, hosts: Sequence[str] = ("*",)) -> FastAPI:
    """The application over one record, opened for reading only.

    reader: reads a page for POST /api/read without storing it; without one that route answers 501. hosts: names the
    server answers to, so that a foreign site cannot point its own name at a server on this machine.
    Raises RecordError if the record cannot be opened.
    """
    record = open_record(record_path, readonly=True)

    @asynccontextmanager
    async def closing(app: FastAPI) -> AsyncIterator[None]:
        yield
        record.close()

    app = FastAPI(
        title="onrecord",
        version=_version(),
        summary="Who said what, when and to whom, each entry tied to the exact words.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=closing,
    )
    rendering = Rendering()
    app.state.record = record
    app.include_router(router(record, reader))
    _add_static(app, rendering)
    _add_docs(app, rendering)
    _add_calendar(app, record, rendering)
    for path, (view, model) in PAGES.items():
        _add_page(app, record, rendering, path, view, model)
    _add_errors(app, rendering)
    app.add_middleware(GZipMiddleware, minimum_size=800, compresslevel=5)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)
    return app


def _add_page(
    app: FastAPI, record: Record, rendering: Rendering, path: str, view: View, model: type[BaseModel]
) -> None:
    """A page and its twins. The twins are declared first: "{id}" alone would swallow their suffix."""
    base = "/index" if path == "/" else path

    def shown(request: Request, *, strict: bool) -> pages.Shown:
        return view(record, _checked(request, model, strict=strict), **request.path_params)

    def as_json(request: Request) -> Response:
        return json_response(shown(request, strict=True).plain())

    def as_csv(request: Request) -> Response:
        name = base.strip("/").replace("/", "-").replace("{id}", request.path_params.get("id", "")[:40])
        pieces = (piece.encode("utf-8", "replace") for piece in shown(request, strict=True).table())
        headers = {"Content-Disposition": f'attachment; filename="{_file_name(name)}.csv"'}
        return StreamingResponse(pieces, media_type="text/csv; charset=utf-8", headers=headers)

    def as_page(request: Request) -> Response:
        given = request.query_params.multi_items()
        if any(not value.strip() for _, value in given):
            clean = {name: [one for key, one in given if key == name and one.strip()] for name, _ in given}
            return RedirectResponse(address(request.url.path, clean), 303)
        return rendering.page(request, shown(request, strict=False), base)

    for suffix, endpoint in ((".json", as_json), (".csv", as_csv)):
        app.add_api_route(base + suffix, endpoint, methods=["GET", "HEAD"], include_in_schema=False)
    app.add_api_route(path, as_page, methods=["GET", "HEAD"], include_in_schema=False)


def _add_calendar(app: FastAPI, record: Record, rendering: Rendering) -> None:
    """What is ahead as iCalendar, under the filters of its page: an address to subscribe to."""

    def calendar(request: Request) -> Response:
        filters = _checked(request, params.EventFilters, strict=True)
        return rendering.calendar(request, ahead.calendar_file(record, filters), "ahead.ics")

    app.add_api_route("/ahead.ics", calendar, methods=["GET", "HEAD"], include_in_schema=False)


def _checked(request: Request, model: type[BaseModel], *, strict: bool) -> Any:
    """The query as its model. A page for people passes over what it does not know (links arrive decorated)."""
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    given: dict[str, Any] = dict(request.query_params)
    for name in given:
        if name in fields and get_origin(fields[name].annotation) is list:
            given[name] = request.query_params.getlist(name)
    if not strict:
        given = {name: value for name, value in given.items() if name in fields}
    try:
        return model.model_validate(given)
    except ValidationError as error:
        raise params.input_error(error) from None


def _add_static(app: FastAPI, rendering: Rendering) -> None:
    def static(name: str, request: Request) -> Response:
        found = rendering.static.get(name)
        if found is None:
            raise HTTPException(404)
        return rendering.static_response(request, found)

    app.add_api_route("/static/{name}", static, methods=["GET", "HEAD"], include_in_schema=False)


def _add_docs(app: FastAPI, rendering: Rendering) -> None:
    def docs(request: Request) -> Response:
        return rendering.template(request, "api.html", {"schema": app.openapi()})

    app.add_api_route("/api", docs, methods=["GET", "HEAD"], include_in_schema=False)


def _add_errors(app: FastAPI, rendering: Rendering) -> None:
    """Every failure in one shape: a page that helps for people, the error JSON for programs."""

    def answer(request: Request, error: OnrecordError) -> Response:
        status, _ = status_of(error)
        if _for_programs(request):
            return json_response(error_to_plain(error), status)
        return rendering.template(request, "error.html", {"status": status, "error": error}, status=status)

    def ours(request: Request, error: Exception) -> Response:
        assert isinstance(error, OnrecordError)
        return answer(request, error)

    def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return answer(request, params.wrong_value(error.errors()[0]))

    def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == 404:
            return answer(request, Missing(request.url.path[:80], "there is no such page", "begin at / or see /about"))
        plain = {"status": error.status_code, "kind": "http", "input": request.method, "reason": error.detail}
        response = json_response({"error": {**plain, "hint": None}}, error.status_code)
        response.headers.update(error.headers or {})
        return response

    def unforeseen(request: Request, error: Exception) -> Response:
        response = answer(request, Unforeseen("onrecord", "something went wrong in the server", "its log tells more"))
        response.headers.update(HEADERS)  # faults are answered outside of all middleware
        return response

    app.add_exception_handler(OnrecordError, ours)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(Exception, unforeseen)


class Unforeseen(OnrecordError):
    """A fault of ours."""


def _for_programs(request: Request) -> bool:
    path = request.url.path
    return path.startswith("/api/") or path.endswith((".json", ".csv", ".ics"))


def _file_name(words: str) -> str:
    """Letters, digits and dashes only: it goes into a header."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in words) or "onrecord"


def _version() -> str:
    try:
        return package_version("onrecord")
    except PackageNotFoundError:
        return "0"
