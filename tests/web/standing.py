"""A record of invented readings on disk, as the pages and the API meet it."""

from __future__ import annotations

from pathlib import Path

from onrecord.errors import NotAnArticle
from onrecord.record import open_record

from .invented import UPDATED, attack, harbour, notes_from_everywhere, regatta


def build(path: Path) -> Path:
    """The harbour story in two versions, the regatta, the attack, forty short stories, and two refused inputs."""
    with open_record(path, create=True) as record:
        record.add(harbour(), origin="harbour.html")
        record.add(harbour(UPDATED), origin="harbour-later.html")
        record.add(regatta(), origin="regatta.html")
        record.add(attack(), origin="<script>alert(5)</script>.html")
        for reading in notes_from_everywhere(40):
            record.add(reading, origin=str(reading.article.url))
        record.refuse(
            "pages/<b>front</b>.html",
            NotAnArticle("pages/front.html", "is an index page", "give the article itself", kind="index-page"),
        )
        record.refuse("=cmd|'x'!A1.html", NotAnArticle("x.html", "is empty", kind="empty"))
    return path
