"""Templates to responses: escaping is always on, a page seen before costs nothing to ask for again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from fastapi import Request
from fastapi.responses import Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.api.answers import address
from onrecord.telling import STATUS_MEANS
from onrecord.web import state, words
from onrecord.web.pages import Shown

TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
A_YEAR_S = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file of ours and the digest that stands in its address, so that browsers may keep it for good."""

    name: str
    data: bytes
    digest: str

    @property
    def url(self) -> str:
        """Its address, another one for every content."""
        return f"/static/{self.name}?v={self.digest}"


class Rendering:
    """The templates and static files of the package, read once."""

    def __init__(self) -> None:
        self.static = {file.name: file for file in _static_files()}
        self.templates = Environment(
            loader=PackageLoader("onrecord.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.templates.filters.update(
            day=words.day,
            moment=words.moment,
            interval=words.interval,
            weekday=words.weekday,
            window=words.window,
            status=words.status,
            headed=words.headed,
            month_of=lambda value: words.month(f"{value:%Y-%m}"),
            percent=words.percent,
            number=words.number,
            web_address=words.web_address,
            site=words.site,
            segment=words.segment,
            has_letters=words.has_letters,
            iso=lambda value: value.isoformat(),
        )
        self.templates.globals.update(
            asset=lambda name: self.static[name].url,
            count=words.count,
            KINDS=words.KINDS,
            ACTS=words.ACTS,
            TYPES=words.TYPES,
            STATUS_MEANS=STATUS_MEANS,
            SURE=state.SURE,
            label_of=state.label_of,
        )

    def page(self, request: Request, shown: Shown, base: str) -> Response:
        """A page for people with links to its twins. base: its path without parameters' values, "/index" of home."""
        path = base.replace("{id}", words.segment(request.path_params.get("id", "")))
        twins = {kind: address(f"{path}.{kind}", shown.state.given) for kind in ("json", "csv")}
        return self.template(request, shown.template, {**shown.context, "twins": twins})

    def template(self, request: Request, name: str, context: Mapping[str, Any], *, status: int = 200) -> Response:
        """A template as a response that a browser may keep but asks about each time."""
        given = {"twins": None, "path": request.url.path, "server": str(request.base_url).rstrip("/"), **context}
        body = self.templates.get_template(name).render(given).encode("utf-8", "replace")
        headers = {"Cache-Control": "no-cache"}
        if status == 200:
            headers["ETag"] = tag = f'W/"{hashlib.sha256(body).hexdigest()[:24]}"'
            if _known(request, tag):
                return Response(status_code=304, headers=headers)
        return Response(body, status, headers=headers, media_type="text/html; charset=utf-8")

    def calendar(self, request: Request, text: str, name: str) -> Response:
        """iCalendar that a program asks for again and again: it is sent only where it changed."""
        body = text.encode("utf-8")
        tag = f'W/"{hashlib.sha256(body).hexdigest()[:24]}"'
        headers = {"Cache-Control": "no-cache", "ETag": tag}
        if _known(request, tag):
            return Response(status_code=304, headers=headers)
        headers["Content-Disposition"] = f'inline; filename="{name}"'
        return Response(body, headers=headers, media_type="text/calendar; charset=utf-8")

    def static_response(self, request: Request, file: StaticFile) -> Response:
        """A static file; under its versioned address it may be kept for a year."""
        kept = request.query_params.get("v") == file.digest
        tag = f'W/"{file.digest}"'
        headers = {"Cache-Control": f"public, max-age={A_YEAR_S}, immutable" if kept else "no-cache", "ETag": tag}
        if _known(request, tag):
            return Response(status_code=304, headers=headers)
        return Response(file.data, headers=headers, media_type=TYPES[file.name.rpartition(".")[2]])


def _known(request: Request, tag: str) -> bool:
    asked = request.headers.get("if-none-match", "")
    return tag in (part.strip() for part in asked.split(","))


def _static_files() -> list[StaticFile]:
    found = []
    for file in files("onrecord.web").joinpath("static").iterdir():
        if file.name.rpartition(".")[2] in TYPES:
            data = file.read_bytes()
            found.append(StaticFile(file.name, data, hashlib.sha256(data).hexdigest()[:12]))
    return found
