"""Which blocks of a page are its story: trafilatura votes, the page's structure and shape repair.

trafilatura finds the main text well and loses its edges: standfirsts, paragraph breaks, a paragraph between two widgets.
So its answer is taken as votes on the page's own blocks, gaps between voted siblings are filled, and voted furniture is
taken out again. Whatever is not story is left for `dropped`.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import trafilatura
from lxml.html import HtmlElement

from onrecord.sources.blocks import Block
from onrecord.sources.furniture import dense, is_byline, is_credit, is_furniture, is_prose

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_WORD = re.compile(r"\w+")
_SHINGLE = 3
_SIDE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:related|recirc\w*|recommend\w*|newsletter\w*|promo\w*|share\w*|sharing|social\w*|comments?|disqus|sidebar|advert\w*|ads?|adslot|"
    r"read-?more|also-?read|more-?(?:stories|from|news|on)|taboola|outbrain|subscri\w*|sign-?up|cookie\w*|consent|breadcrumbs?|nav|navigation|"
    r"menu|podcast\w*|player|playlist|trending|popular|most-?read|tags?|topics?|author-?bio|about-?author|bio|footer|copyright|"
    r"timestamp|dateline|byline|donat\w*|inline-?link\w*|teaser\w*|carousel|slideshow|affiliate|disclaimer|toolbar|poll|quiz)(?:[\s_-]|$)",
    re.I,
)
_CAPTION_CLASS = re.compile(
    r"caption|(?:image|photo|media|picture)[_-]?(?:credit|meta|info|desc\w*|source|author)|(?:^|[\s_-])credits?(?:[\s_-]|$)",
    re.I,
)
_STORY_TAGS = frozenset(["p", "li", "blockquote", "h2", "h3", "h4", "pre", "dd", "dt", "td"])


def vote(tree: HtmlElement, blocks: Sequence[Block], also: str | None) -> None:
    """Mark the blocks that trafilatura, or the page's own articleBody, takes for main text."""
    bodies = [_main_text(tree), also or ""]
    for body in bodies:
        if not body:
            continue
        shingles = _shingles(body)
        lines = {dense(line) for line in body.splitlines()}
        for block in blocks:
            if not block.voted:
                block.voted = _covered(block.text, shingles, lines)


def _main_text(tree: HtmlElement) -> str:
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    except Exception:  # trafilatura raises many kinds on damaged trees; the page's structure alone then decides
        return ""
    return (found.text or "") if found is not None and not isinstance(found, dict) else ""


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return set(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))


def _covered(text: str, shingles: set[tuple[str, ...]], lines: set[str]) -> bool:
    own = _shingles(text)
    if len(own) < 3:
        return dense(text) in lines
    return sum(shingle in shingles for shingle in own) >= 0.7 * len(own)


def choose_story(blocks: Sequence[Block]) -> list[int]:
    """The numbers of the blocks that make the story, in page order."""
    scope = _container(blocks)
    if scope is None:
        return []
    inside = [i for i, block in enumerate(blocks) if _within(block.element, scope)]
    seeds = [i for i in inside if blocks[i].voted and is_prose(blocks[i].text)]
    if not seeds:
        return [i for i in inside if blocks[i].voted]
    homes = {_home(blocks[i]) for i in seeds}
    first, last = seeds[0], seeds[-1]
    chosen = []
    for i in inside:
        block = blocks[i]
        if is_caption(block) or is_furniture(block.text) or is_byline(block.text):
            continue
        if block.voted:
            if not _is_side(block, scope) or is_prose(block.text):
                chosen.append(i)
        elif _fills_gap(block, homes, scope, between=first < i < last):
            chosen.append(i)
    return chosen


def _fills_gap(block: Block, homes: set[HtmlElement], scope: HtmlElement, *, between: bool) -> bool:
    if block.hidden or _is_side(block, scope) or block.link_share > 0.5 or block.tag not in _STORY_TAGS:
        return False
    if _home(block) not in homes:
        return False
    return is_prose(block.text) or (between and block.tag in ("p", "h2", "h3", "h4", "blockquote"))


def _home(block: Block) -> HtmlElement:
    parent = block.element.getparent()
    return parent if parent is not None else block.element


def _container(blocks: Sequence[Block]) -> HtmlElement | None:
    """The deepest element that holds nearly all of the voted prose."""
    weights: Counter[HtmlElement] = Counter()
    total = 0
    for block in blocks:
        if block.voted and not is_caption(block):
            total += len(block.text)
            weights[block.element] += len(block.text)
            for ancestor in block.element.iterancestors():
                weights[ancestor] += len(block.text)
    holders = [element for element, weight in weights.items() if weight >= 0.9 * total]
    return max(holders, key=_depth, default=None)


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _within(element: HtmlElement, scope: HtmlElement) -> bool:
    return element is scope or any(ancestor is scope for ancestor in element.iterancestors())


def is_caption(block: Block) -> bool:
    """Whether a block is the caption or credit of a picture."""
    if "figcaption" in block.tags or (
        "figure" in block.tags and "blockquote" not in block.tags and not is_prose(block.text)
    ):
        return True
    near = [block.element, *list(block.element.iterancestors())[:2]]
    return any(_CAPTION_CLASS.search(_class(element)) for element in near) or (
        is_credit(block.text) and not block.voted
    )


def _is_side(block: Block, scope: HtmlElement) -> bool:
    """Whether something between the block and the story's container is marked as furniture."""
    element: HtmlElement | None = block.element
    while element is not None and element is not scope:
        if element.tag in ("aside", "nav", "footer", "form", "button") or _marked_side(_class(element)):
            return True
        element = element.getparent()
    return False


@lru_cache(maxsize=4096)
def _marked_side(words: str) -> bool:
    return bool(_SIDE_CLASS.search(words))


def _class(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''} {element.get('data-component') or ''}"
