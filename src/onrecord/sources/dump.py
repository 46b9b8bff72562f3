"""A plain text, clean or dumped from a page with its furniture, to an Article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from onrecord.errors import NotAnArticle
from onrecord.records import Article, ParagraphKind
from onrecord.sources.compose import Part, compose
from onrecord.sources.dates import Evidence, Rank, choose, find_dated_line
from onrecord.sources.furniture import dense, is_byline, is_furniture, is_prose
from onrecord.sources.language import find_language
from onrecord.sources.metadata import split_names

_BREAKS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def read_dump(
    text: str,
    *,
    name: str,
    url: str | None = None,
    given: str | None = None,
    title: str | None = None,
    crawled: datetime | None = None,
    publisher: str | None = None,
    authors: Sequence[str] = (),
) -> Article:
    """The article of a plain text. Raises NotAnArticle if nothing of it reads as one."""
    lines = [line for raw in _BREAKS.split(text) if (line := " ".join(raw.replace("\ufeff", "").split()))]
    counts = Counter(map(dense, lines))
    prose = [i for i, line in enumerate(lines) if is_prose(line)]
    if not prose:
        raise NotAnArticle(
            name, "no running text", "give a news story", kind="empty" if not lines else "not-an-article"
        )
    first, last = prose[0], prose[-1]
    messy = any(is_furniture(line) for line in lines)
    dated = [i for i in range(first) if find_dated_line(lines[i])]
    heads = [i for i in range(first) if i not in dated and not is_furniture(lines[i]) and not is_byline(lines[i])]
    head = None
    if title is None and heads:
        repeated = [i for i in heads if counts[dense(lines[i])] > 1]
        head = repeated[0] if repeated else (heads[-1] if messy else heads[0])
        title = lines[head]
    bylines = [i for i in range(first) if is_byline(lines[i])]
    parts: list[Part] = [(title or "", ParagraphKind.HEADLINE)]
    dropped: list[str] = []
    for i, line in enumerate(lines):
        if i == head:
            continue
        if title and dense(line) == dense(title):
            dropped.append(line)
        elif i < first:
            if not messy and i in heads:
                parts.append((line, ParagraphKind.LEAD if i == first - 1 else ParagraphKind.TEXT))
            else:
                dropped.append(line)
        elif is_furniture(line) or (i > last and messy):
            dropped.append(line)
        else:
            kind = (
                ParagraphKind.TEXT
                if is_prose(line) or len(line) > 80 or line[-1] in ".!?\"”'’:"
                else ParagraphKind.HEADING
            )
            parts.append((line, kind))
    body, paragraphs = compose(parts)
    evidence = [Evidence(Rank.GIVEN, "given", given)] if given else []
    evidence += [Evidence(Rank.DATELINE, "dateline", lines[i]) for i in dated]
    choice = choose(evidence, reference=crawled or datetime.now(UTC))
    return Article(
        text=body, paragraphs=paragraphs, title=title, url=url, publisher=publisher,
        authors=tuple(authors) or tuple(n for i in bylines for n in split_names(lines[i])),
        published=choice.moment.value if choice.moment else None,
        published_precision=choice.moment.precision if choice.moment else None,
        published_evidence=choice.evidence, language=find_language(body), dropped=tuple(dropped),
    )  # fmt: skip
