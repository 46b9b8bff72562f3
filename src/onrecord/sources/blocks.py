"""A page as the run of text blocks that a reader would see, in page order.

Every character of visible text lies in exactly one block, so that whatever is not taken for the story can be kept as
dropped. The walk is a loop, not a recursion: real pages nest thousands of elements deep.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

INVISIBLE = frozenset(
    [
        "script",
        "style",
        "template",
        "head",
        "noscript",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "map",
        "area",
        "select",
        "option",
        "datalist",
        "textarea",
        "input",
        "link",
        "meta",
        "title",
    ]
)
BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "label",
        "caption",
        "amp-list",
        "amp-accordion",
    ]
)
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_SPACE = re.compile(r"\s+")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_CLIPPED = re.compile(r"clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|clip-path\s*:\s*inset\((?:50|100)%", re.I)
_UNSEEN = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-?(?:text|only))?|a11y-?(?:hidden|text)|u-hidden-visually)(?=[\s_-]|$)",
    re.I,
)
_WORD = re.compile(r"\w")
_BREAKS = re.compile(r"\n[ \t\r\xa0]*\n")
_INLINE = frozenset(["span", "a", "small", "i", "em", "b"])


@dataclass(slots=True)
class Block:
    """A run of text that the browser would set as one paragraph.

    element: the innermost block element around it. linked: how many of its characters are link text.
    bold: whether all of it is set bold. hidden: whether it lies under something marked as not shown.
    foreign: whether it lies in a part of the page that is never story. voted: whether it was taken for main text.
    """

    text: str
    element: HtmlElement
    linked: int = 0
    bold: bool = False
    hidden: bool = False
    foreign: bool = False
    voted: bool = False
    tags: tuple[str, ...] = field(default=())

    @property
    def tag(self) -> str:
        """The name of the innermost block element."""
        return self.tags[-1] if self.tags else ""

    @property
    def link_share(self) -> float:
        """The share of the text that is link text, 0 to 1."""
        return self.linked / len(self.text) if self.text else 0.0


@dataclass(slots=True)
class _Run:
    """Text gathered since the last block edge."""

    element: HtmlElement
    pieces: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    plain: bool = False
    breaks: int = 0


def squeeze(text: str) -> str:
    """One space for each run of white space (also no-break spaces), none at the ends, as a browser would set it."""
    return _SPACE.sub(" ", text.replace("\u200b", "").replace("\ufeff", "")).strip()


def find_blocks(tree: HtmlElement) -> list[Block]:
    """The text blocks of a parsed page in page order, each with its innermost block element."""
    body = tree.find("body") if tree.tag == "html" else tree
    return _walk(body if body is not None else tree)


def _walk(root: HtmlElement) -> list[Block]:
    found: list[Block] = []
    links = bolds = 0
    hidden: list[HtmlElement] = []
    stack: list[HtmlElement] = [root]
    run = _Run(root)
    skip_until: HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if skip_until is not None:
            if event == "end" and element is skip_until:
                skip_until = None
                _add(run, element.tail, links, bolds)
            continue
        if not isinstance(tag, str) or tag in INVISIBLE or (tag in _INLINE and _is_for_ears_only(element)):
            if event == "start":
                skip_until = element
            continue
        if event == "start":
            links += tag == "a"
            bolds += tag in ("b", "strong")
            if tag == "br":
                run.pieces.append("\n")
            elif tag in BLOCK:
                _close(run, bool(hidden), stack, found)
                stack.append(element)
                run = _Run(element)
            if _is_hidden(element):
                hidden.append(element)
            _add(run, element.text, links, bolds)
        else:
            links -= tag == "a"
            bolds -= tag in ("b", "strong")
            if tag in BLOCK:
                _close(run, bool(hidden), stack, found)
                if len(stack) > 1:
                    stack.pop()
                run = _Run(stack[-1])
            if hidden and hidden[-1] is element:
                hidden.pop()
            if element is not root:
                _add(run, element.tail, links, bolds)
    _close(run, bool(hidden), stack, found)
    return found


def _add(run: _Run, text: str | None, links: int, bolds: int) -> None:
    if not text:
        return
    run.pieces.append(text.replace("\n", " "))
    if links:
        run.linked.append(text)
    if not bolds and not run.plain and _WORD.search(text):
        run.plain = True


def _close(run: _Run, hidden: bool, stack: list[HtmlElement], found: list[Block]) -> None:
    """Add the blocks of a finished run: two line breaks in a row part paragraphs, one is white space."""
    whole = "".join(run.pieces)
    if not whole or whole.isspace():
        return
    linked = len(squeeze("".join(run.linked)))
    parts = [part for part in map(squeeze, _BREAKS.split(whole)) if part]
    size = sum(map(len, parts))
    tags = tuple(element.tag for element in stack) if parts else ()
    for part in parts:
        found.append(
            Block(
                text=part,
                element=run.element,
                linked=min(len(part), round(linked * len(part) / size)),
                bold=not run.plain,
                hidden=hidden,
                tags=tags,
            )
        )


def _is_for_ears_only(element: HtmlElement) -> bool:
    """Whether inline words are clipped away and left to screen readers ("opens in a new tab")."""
    style, kind = element.get("style"), element.get("class")
    return bool((style and _CLIPPED.search(style)) or (kind and _UNSEEN.search(kind)))


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN_STYLE.search(style) is not None
