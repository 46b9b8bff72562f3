"""A plain text to an Article: a clean story, or a dump of a page with its furniture around and inside the story.

The prose lines are the story; what stands before the first is headline, byline, date or furniture, what stands after
the last is furniture. A text in which nothing is furniture is clean, and then every line of it is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from onrecord.errors import NotAnArticle
from onrecord.records import Article, ParagraphKind
from onrecord.sources.bylines import is_portrait, split_names
from onrecord.sources.compose import Part, compose
from onrecord.sources.dates import Evidence, Rank, choose, find_dated_line, find_dateline
from onrecord.sources.furniture import (
    dense,
    is_byline,
    is_captioned,
    is_credit,
    is_furniture,
    is_notice,
    is_prose,
    is_shouted,
    opens_other_stories,
)
from onrecord.sources.language import find_language, language_notes
from onrecord.sources.lines import Line, cut_lines

_CHANGED = re.compile(r"\b(?:updated?|modified|edited|corrected)\b", re.I)
_TOLD = re.compile(r"\b(?:published|posted|first|created|issued|filed)\b", re.I)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright)(?:\s*(?:©|\(c\)|copyright|by|\d{4}(?:\s*[-–]\s*\d{4})?|,))*\s+(?P<name>[A-Z][^.,|©]{2,50}?)"
    r"(?:\s+\d{4})?\s*(?:[.,|]|all rights|$)",
    re.I,
)
_CLOSED = re.compile(r"[.!?…:;,]['\"”’»)\]]*$")
_NAME = re.compile(r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}$")
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Told:
    """What the caller knows of a text from elsewhere: a table's columns, the address it came from."""

    title: str | None = None
    lead: str | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_source: str = "given"
    crawled: datetime | None = None


@dataclass(slots=True)
class _Sorted:
    """The lines told apart."""

    title: str | None = None
    lead: str | None = None
    story: list[Part] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    dates: list[Evidence] = field(default_factory=list)
    changes: list[Evidence] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)


def read_dump(text: str, *, name: str, told: Told | None = None) -> Article:
    """The article of a plain text. Raises NotAnArticle if nothing of it reads as running text.

    name: the text's name in messages.
    """
    told = told or Told()
    lines = [line for line in cut_lines(text) if line.words]
    if not lines:
        raise NotAnArticle(name, "empty", "give a text with a story in it", kind="empty")
    if not any(is_prose(line.words) and not is_furniture(line.words) for line in lines):
        reason = (
            "no running text, only a headline or a list" if len(lines) < 30 else "no running text, only short lines"
        )
        raise NotAnArticle(name, reason, "give the whole story", kind="no-text")
    parts = _sort(lines, told)
    return _assemble(parts, told)


def _sort(lines: Sequence[Line], told: Told) -> _Sorted:
    messy = any(is_furniture(line.words) for line in lines)
    first, end = find_story(lines) if messy else (_first_prose(lines), len(lines))
    found = _Sorted(title=told.title, lead=told.lead)
    head = _find_headline(lines, first, end, messy=messy) if told.title is None else None
    if head is not None:
        found.title = lines[head].words
        first = max(first, head + 1)
    key = dense(found.title or "")
    counts = Counter(line.words for line in lines)
    for i, line in enumerate(lines):
        words = line.words
        if i == head:
            continue
        if key and dense(words) == key:
            found.dropped.append(words)
        elif i < first:
            near = head is not None and head < i <= head + 3
            _sort_front(found, line, after_head=near, messy=messy)
        elif messy and i < end and _is_date_line(words):
            _note_date(found, words)
            found.dropped.append(words)
        elif i < first + 6 and is_byline(words):
            found.bylines.append(words)
            found.dropped.append(words)
        elif i >= end or is_furniture(words) or is_byline(words) or (messy and is_notice(words)):
            found.dropped.append(words)
            _note_tail(found, words)
        elif messy and (_is_boxed(lines, i, first, end) or _is_repeated(lines, i, end, counts)):
            found.dropped.append(words)
        else:
            found.story.append((words, _kind(line)))
    middle = head if head is not None else first
    found.dates.sort(key=lambda one: (not _TOLD.search(one.words), _distance(lines, middle, one.words)))
    if messy and head is not None and not found.bylines:
        found.bylines = _bare_names([line.words for line in lines], head, first + 3)
    return found


def _bare_names(lines: Sequence[str], head: int, end: int) -> list[str]:
    """A name that stands alone under the headline, if the page presents its bearer or dates the story beside it."""
    for i in range(head + 1, min(end, head + 12, len(lines))):
        name = lines[i]
        if _NAME.match(name) and (
            any(is_portrait(other, name) for other in lines)
            or any(find_dated_line(other) is not None for other in lines[max(head + 1, i - 1) : i + 2])
        ):
            return [name]
    return []


def _first_prose(lines: Sequence[Line]) -> int:
    return next(i for i, line in enumerate(lines) if is_prose(line.words) and not is_furniture(line.words))


def _distance(lines: Sequence[Line], head: int, words: str) -> int:
    """How far from the headline the words stand: of several dates the nearest is the story's own."""
    return min((abs(i - head) for i, line in enumerate(lines) if line.words == words), default=len(lines))


def find_story(lines: Sequence[Line]) -> tuple[int, int]:
    """The run of lines that holds the most prose for the least else: start, and one past its last line.

    Each word of prose counts for a run and each other line against it (the largest sum over a contiguous part), so that
    a cookie notice above the menu and teasers below the story stay outside, and a box in the middle does not cut it.
    """
    counts = Counter(line.words for line in lines)
    best, best_range = 0, (0, len(lines))
    total, start = 0, 0
    for i, line in enumerate(lines):
        if total <= 0:
            total, start = 0, i
        counts[line.words] -= 1
        total += -3 if counts[line.words] else _worth(line.words)
        if total > best:
            best, best_range = total, (start, i + 1)
    return _without_tail(lines, *best_range)


def _without_tail(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """A story ends where a heading opens other stories or the writer's portrait, if little prose comes after."""
    sizes = [len(line.words) if is_prose(line.words) else 0 for line in lines[start:end]]
    for i in range(start + 1, end):
        if opens_other_stories(lines[i].words) and sum(sizes[: i - start]) > 3 * sum(sizes[i - start :]):
            return start, i
    return start, end


def _worth(words: str) -> int:
    """What a line says for being in the story: its words of prose, or a price for being something else."""
    if opens_other_stories(words):
        return -40
    if is_furniture(words) or is_byline(words) or is_captioned(words) or is_shouted(words):
        return -4
    if is_notice(words):
        return -8
    closed = bool(_CLOSED.search(words))
    if is_prose(words):
        return min(len(words.split()), 100) if closed else -4
    if closed and len(words.split()) >= 2 and (words[0].isupper() or words[0] in "\"“‘'"):
        return 2
    return -8 if len(words) < 60 else -12


def _sort_front(found: _Sorted, line: Line, *, after_head: bool, messy: bool) -> None:
    """A line before the first prose: a date, a byline, the standfirst, or furniture."""
    words = line.words
    if find_dated_line(words) is not None and not _is_title_like(words):
        _note_date(found, words)
        found.dropped.append(words)
        found.bylines += [words] if is_byline(words) else []
    elif is_byline(words):
        found.bylines.append(words)
        found.dropped.append(words)
    elif is_furniture(words):
        found.dropped.append(words)
    elif after_head and found.lead is None and len(words.split()) >= (6 if messy else 3):
        found.lead = words
    elif messy:
        found.dropped.append(words)
    else:
        found.story.append((words, line.kind or ParagraphKind.TEXT))


def _note_tail(found: _Sorted, words: str) -> None:
    """Dates under the story count where the line says what they are."""
    if len(words) < 80 and (_TOLD.search(words) or _CHANGED.search(words)) and find_dated_line(words) is not None:
        _note_date(found, words, source="line under the story")


def _note_date(found: _Sorted, words: str, *, source: str = "dateline") -> None:
    changed = _CHANGED.search(words) and not _TOLD.search(words)
    (found.changes if changed else found.dates).append(Evidence(Rank.DATELINE, source, words))


def _is_date_line(words: str) -> bool:
    """Whether a line inside a dumped story is a date, alone or told as one."""
    told = len(words) < 40 or (len(words) < 110 and (_TOLD.search(words) or _CHANGED.search(words)))
    return bool(told) and not is_prose(words) and find_dated_line(words) is not None and not _is_title_like(words)


def _find_headline(lines: Sequence[Line], first: int, end: int, *, messy: bool) -> int | None:
    """The line before the story that is its headline: in title shape, with the story's own words, perhaps repeated.

    In a dump a headline that ends with a question mark, or stands under a film's caption, counts among the story's
    first lines.
    """
    counts = Counter(dense(line.words) for line in lines)
    story = {word.lower() for line in lines[first:end] for word in _CONTENT_WORD.findall(line.words)}
    scores: dict[int, float] = {}
    for i in range(min(first + 4, end) if messy else first):
        words = lines[i].words
        if i >= first and (max(scores.values(), default=0.0) > 4.0 or words[-1] not in "?!"):
            continue
        if is_furniture(words) or is_byline(words) or is_credit(words) or is_captioned(words):
            continue
        if find_dated_line(words) is not None and not _is_title_like(words):
            continue
        own = {word.lower() for word in _CONTENT_WORD.findall(words)}
        shared = len(own & story)
        size = len(words.split())
        score = 1.0 + min(shared, 4) * shared / max(len(own), 1) + (2.0 if lines[i].depth == 1 else 0.0)
        score += 2.0 if counts[dense(words)] > 1 and shared > 2 else 0.0
        score -= 2.0 if words[-1] == "…" else 0.0
        score += 1.0 if 4 <= size <= 25 else -1.0 if size < 3 or size > 40 else 0.0
        score -= 1.5 if _CLOSED.search(words) and words[-1] not in "?!" else 0.0
        scores[i] = score + (0.5 if messy else -0.5) * i / max(first, 1)
    best = max(scores, key=lambda i: scores[i], default=None)
    least = 3.0 if messy else 1.0
    if best is None or scores[best] < least:
        return None
    above = best - 1
    # A standfirst shares more words with the story than the headline right above it.
    if messy and scores.get(above, 0.0) >= least and 4 <= len(lines[above].words.split()) <= 25:
        best = above
    return _bare(lines[: first + 4], best)


def _bare(lines: Sequence[Line], best: int) -> int:
    """The line that has the best headline's words without a site's name or path glued on, where there is one."""
    whole = dense(lines[best].words)
    for i, line in enumerate(lines):
        rest = dense(line.words)
        if len(whole) > len(rest) > 0.6 * len(whole) and (whole.startswith(rest) or whole.endswith(rest)):
            return i
    return best


def _is_repeated(lines: Sequence[Line], i: int, end: int, counts: Counter[str]) -> bool:
    """Whether a line of a dump is boilerplate told twice, or prose that comes again further down."""
    words = lines[i].words
    if counts[words] < 2 or words[0] in '"“‘':
        return False
    return not is_prose(words) or any(line.words == words for line in lines[i + 1 : end])


def _is_boxed(lines: Sequence[Line], i: int, first: int, end: int) -> bool:
    """Whether a line inside a dumped story is no part of it: a caption, a link in capitals, a run of short lines."""
    words = lines[i].words
    if is_captioned(words) or is_shouted(words):
        return True
    return not is_prose(words) and _in_run(lines, i, first, end)


def _in_run(lines: Sequence[Line], i: int, first: int, end: int) -> bool:
    """Whether a short line stands among other short lines, or after furniture: a box inside the story."""
    words = lines[i].words
    if lines[i].kind in (ParagraphKind.LIST, ParagraphKind.QUOTE) or _CLOSED.search(words) or words[0] in "\"“‘'«•-–*":
        return False
    if opens_other_stories(words) or (i > first and opens_other_stories(lines[i - 1].words)):
        return True
    near = [lines[j].words for j in range(max(first, i - 2), min(end, i + 3)) if j != i]
    return sum(not is_prose(other) and not _CLOSED.search(other) for other in near) >= 2


def _is_title_like(words: str) -> bool:
    """Whether a line with a date in it says much more than the date."""
    return len(_CONTENT_WORD.findall(words)) > 6


def _kind(line: Line) -> ParagraphKind:
    if line.kind is not None:
        return line.kind
    words = line.words
    if is_prose(words) or len(words) > 80 or _CLOSED.search(words) or words[-1] in "\"”’'" or words[0] in '"“‘':
        return ParagraphKind.TEXT
    return ParagraphKind.LIST if words[0] in "•·‣▪*" else ParagraphKind.HEADING


def _assemble(parts: _Sorted, told: Told) -> Article:
    head: list[Part] = [(parts.title or "", ParagraphKind.HEADLINE)]
    if parts.lead and not any(dense(parts.lead) == dense(words) for words, _ in parts.story[:2]):
        head.append((parts.lead, ParagraphKind.LEAD))
    text, paragraphs = compose([*head, *parts.story])
    reference = told.crawled or datetime.now(UTC)
    evidence = [Evidence(Rank.GIVEN, told.published_source, told.published)] if told.published else []
    evidence += parts.dates
    if parts.story and (dateline := find_dateline(parts.story[0][0])):
        evidence.append(Evidence(Rank.DATELINE, "dateline", dateline))
    # A page that tells only its last change was hardly published long before.
    evidence += [Evidence(Rank.CHANGE, "last change", one.words) for one in parts.changes]
    if told.crawled:
        evidence.append(Evidence(Rank.CRAWL, "crawl", told.crawled.date().isoformat()))
    published = choose(evidence, reference=reference)
    modified = choose(parts.changes, reference=reference).moment
    language = find_language("\n".join(words for words, _ in parts.story))
    authors = told.authors or tuple(dict.fromkeys(n for words in parts.bylines for n in split_names(words)))
    return Article(
        text=text,
        paragraphs=paragraphs,
        title=parts.title,
        lead=parts.lead,
        url=told.url,
        publisher=told.publisher or _publisher(parts.dropped),
        authors=authors,
        published=published.moment.value if published.moment else None,
        published_precision=published.moment.precision if published.moment else None,
        published_evidence=published.evidence,
        modified=modified.value if modified else None,
        language=language,
        dropped=tuple(parts.dropped),
        notes=language_notes(language),
    )


def _publisher(dropped: Sequence[str]) -> str | None:
    """The name in a copyright line under the story."""
    for words in reversed(dropped):
        if len(words) < 200 and (match := _COPYRIGHT.search(words)):
            return match["name"].strip(" -–—")
    return None
