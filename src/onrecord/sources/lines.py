"""A plain text as its lines: white space settled, hard-wrapped paragraphs joined, Markdown's marks taken off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.records import ParagraphKind
from onrecord.sources.blocks import squeeze

_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_WRAP_MIN, _WRAP_MAX = 40, 100
_CLOSED = re.compile(r"[.!?:…]['\"”’»)\]]*$")
_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_BULLET = re.compile(r"^(?:[*+•·‣▪–-]|\d{1,2}[.)])\s+(?=\S)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*_])")
_SETEXT = re.compile(r"^(?:=+|-{3,}|\*{3,}|_{3,})$")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph to be: its words, and its kind where the text's own marks tell it."""

    words: str
    kind: ParagraphKind | None = None
    depth: int = 0


def cut_lines(text: str) -> list[Line]:
    """The lines of a text, each a paragraph: none empty, white space single, wrapped lines joined to paragraphs."""
    raw = [squeeze(line) for line in _BREAK.split(text)]
    marked = _is_markdown(raw)
    return [
        _read_marks(words) if marked else Line(words)
        for chunk in _chunks(raw)
        for words in _unwrap(chunk, marked=marked)
    ]


def _chunks(raw: list[str]) -> list[list[str]]:
    """Runs of lines without an empty one between them."""
    chunks: list[list[str]] = [[]]
    for words in raw:
        if words:
            chunks[-1].append(words)
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _unwrap(chunk: list[str], *, marked: bool) -> list[str]:
    """Join a chunk's lines if they are one paragraph broken at a column's width."""
    body = chunk[:-1]
    wrapped = (
        bool(body)
        and all(_WRAP_MIN <= len(words) <= _WRAP_MAX for words in body)
        and len(chunk[-1]) <= _WRAP_MAX
        and sum(not _CLOSED.search(words) for words in body) >= 0.6 * len(body)
        and not any(marked and (_HEADING.match(words) or _BULLET.match(words)) for words in chunk)
        and sum(words[0].islower() for words in chunk[1:]) >= 0.4 * len(body)
    )
    if not wrapped:
        return chunk
    whole = chunk[0]
    for words in chunk[1:]:
        glue = "" if re.search(r"\w-$", whole) and words[0].islower() else " "
        whole += glue + words
    return [whole]


def _is_markdown(raw: list[str]) -> bool:
    """Whether the text is written in Markdown: a heading or a link of its form."""
    return any(_HEADING.match(words) or _LINK.search(words) for words in raw)


def _read_marks(words: str) -> Line:
    if _SETEXT.match(words):
        return Line("")
    kind: ParagraphKind | None = None
    depth = 0
    if match := _HEADING.match(words):
        kind, depth, words = ParagraphKind.HEADING, len(match[1]), match[2]
    elif words.startswith(">"):
        kind, words = ParagraphKind.QUOTE, words.lstrip("> ")
    elif _BULLET.match(words):
        kind, words = ParagraphKind.LIST, _BULLET.sub("", words)
    words = _LINK.sub(r"\1", words)
    return Line(squeeze(_EMPHASIS.sub(r"\2", words)), kind, depth)


def bullet(words: str) -> bool:
    """Whether a line begins with a list mark."""
    return bool(_BULLET.match(words))
