"""What all views share: styles, and how speakers, articles and counts are told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from onrecord.cli.output import Line
from onrecord.records import SpeakerType

if TYPE_CHECKING:  # the database is loaded only by the commands that need it
    from onrecord.record import ArticleRef, Page

NAME, FAINT, TITLE, MATCH = "bold cyan", "dim", "bold", "bold yellow"
INDENT = 4


def speaker_parts(name: str, role: str | None, type: SpeakerType) -> tuple[tuple[str, str], ...]:
    """The name, the role, and what the speaker is where it is no person."""
    what = "unnamed source" if type is SpeakerType.UNNAMED else str(type)
    return (
        (name, NAME),
        (f", {role}" if role else "", ""),
        (f" ({what})" if type is not SpeakerType.PERSON and not name.endswith(f"({what})") else "", FAINT),
    )


def article_parts(article: ArticleRef) -> Iterator[Line]:
    """The article that something stands in: who published it under which title, and where."""
    where = [article.publisher or "publisher not told", f"“{article.title}”" if article.title else "(no title)"]
    yield Line(((" · ".join(where), FAINT),), INDENT)
    if article.url:
        yield Line(((article.url, FAINT),), INDENT)


def page_range(page: Page[Any]) -> str:
    """As "21 to 40"."""
    first, last = page.offset + 1, page.offset + len(page.items)
    return str(first) if first == last else f"{first} to {last}"


def count(number: int, noun: str) -> str:
    """As "1 statement", "2 statements"."""
    return f"{number} {noun}" + ("" if number == 1 else "s")
