"""Which blocks of a page are its story: trafilatura votes, the page's structure and shape repair.

trafilatura finds the main text well and loses its edges: standfirsts, paragraph breaks, a paragraph between widgets. So
its answer is taken as votes on the page's own blocks, gaps between voted siblings are filled, and voted furniture is
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

from onrecord.sources.blocks import HEADINGS, Block
from onrecord.sources.dates import is_labelled_date
from onrecord.sources.furniture import dense, is_byline, is_credit, is_furniture, is_prose, opens_other_stories

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_WORD = re.compile(r"\w+")
_SHINGLE = 3
_CLOSED = re.compile(r"[.!?…:]['\"”’»)\]]*$")
_BOXED = 150
_STORY_TAGS = frozenset("p li blockquote h2 h3 h4 pre dd dt td".split())


def _names(words: str) -> re.Pattern[str]:
    """A pattern for class names and ids made of the words given, whole words between dashes, spaces and underscores."""
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(words.split())})(?=[\s_-]|$)", re.I)


# Never story, however much prose they hold: what visitors wrote, consent dialogues, posts of other sites, portraits.
_FOREIGN = _names(
    "comments? comment-?(?:list|section|thread|area|body|content) comments?area disqus\\w* fb-comments "
    "livefyre coral-talk viafoura openweb spot-?im "
    "twitter-tweet\\w* twitter-video instagram-media tiktok-embed reddit-(?:card|embed)\\w* fb-(?:post|video) "
    "bluesky-embed wp-embedded-content "
    "newsletter\\w* related\\w* recirc\\w* recommend\\w* read-?(?:next|also) more-(?:from|stories|on) "
    "also-?read outbrain\\w* taboola\\w* trending "
    "most-?(?:read|popular) author-?(?:bio\\w*|box|card|info|desc\\w*) about-?(?:the-?)?author"
)
# Never story even where they are most of the page.
_CONSENT = _names(
    "onetrust\\w* ot-sdk-\\w+ cookie-?\\w* consent\\w* gdpr\\w* cybotcookiebot\\w* truste\\w* qc-cmp\\w* "
    "privacy-(?:modal|banner|center)\\w*"
)
# Furniture when what they hold does not read as prose.
_SIDE = _names(
    "promo\\w* share\\w* sharing social\\w* sidebar advert\\w* ads? adslot read-?more subscri\\w* sign-?up "
    "breadcrumbs? nav navigation menu podcast\\w* "
    "player playlist popular tags? topics? footer copyright timestamp dateline byline donat\\w* "
    "inline-?link\\w* teaser\\w* carousel slideshow "
    "affiliate disclaimer toolbar poll quiz"
)
_CAPTION = re.compile(
    r"caption|(?:image|photo|media|picture)[_-]?(?:credit|meta|info|desc\w*|source|author)|"
    r"(?:^|[\s_-])credits?(?=[\s_-]|$)",
    re.I,
)


def prune_foreign(blocks: Sequence[Block]) -> None:
    """Take what is never story out of the page's tree, so that nothing of it is voted for.

    An element that holds the headline or a large part of the page is not taken at its class's word: papers have
    sections called "Comment" and say so in the class of the page's body.
    """
    sizes: Counter[HtmlElement] = Counter()
    outermost: dict[HtmlElement, HtmlElement | None] = {}
    for block in blocks:
        root = _outermost_foreign(block.element, outermost)
        if root is not None:
            sizes[root] += len(block.text)
    limit = 0.3 * sum(len(block.text) for block in blocks)
    gone = {
        e
        for e, size in sizes.items()
        if (size < limit or _CONSENT.search(_class(e))) and next(e.iter("h1", "main"), None) is None
    }
    for block in blocks:
        block.foreign = outermost[block.element] in gone
    for element in gone:
        element.drop_tree()


def _outermost_foreign(element: HtmlElement, known: dict[HtmlElement, HtmlElement | None]) -> HtmlElement | None:
    path = []
    found: HtmlElement | None = None
    one: HtmlElement | None = element
    while one is not None and one not in known:
        path.append(one)
        one = one.getparent()
    found = known[one] if one is not None else None
    for step in reversed(path):
        if found is None and step.tag not in ("html", "body", "main", "article", "h1") and _is_foreign(_class(step)):
            found = step
        known[step] = found
    return found


def vote(tree: HtmlElement, blocks: Sequence[Block], also: str | None) -> None:
    """Mark the blocks that trafilatura, or the page's own articleBody, takes for main text."""
    for body in (_main_text(tree), also or ""):
        if not body:
            continue
        shingles = _shingles(body)
        lines = {dense(line) for line in body.splitlines()}
        for block in blocks:
            if not block.voted and not block.foreign:
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
    return len(own & shingles) >= 0.7 * len(own)


def choose_story(blocks: Sequence[Block], title: str | None = None) -> list[int]:
    """The numbers of the blocks that make the story, in page order."""
    scope = _container(blocks, title)
    if scope is None:
        return []
    known: dict[HtmlElement, bool] = {scope: True}
    inside = [i for i, block in enumerate(blocks) if _within(block.element, known)]
    seeds = [i for i in inside if blocks[i].voted and is_prose(blocks[i].text) and not is_caption(blocks[i])]
    if not seeds:
        return [i for i in inside if blocks[i].voted and not is_furniture(blocks[i].text)]
    homes = {_home(blocks[i]) for i in seeds}
    chosen = [i for i in inside if _belongs(blocks[i], homes, scope, between=seeds[0] < i < seeds[-1])]
    chosen = _without_boxes(blocks, _cut_tail(blocks, inside, chosen), scope)
    return _without_pull_quotes(blocks, chosen)


def _without_boxes(blocks: Sequence[Block], chosen: list[int], scope: HtmlElement) -> list[int]:
    """The story without single short paragraphs in elements that are marked as furniture, and without a kicker."""
    counts = Counter(_shape(blocks[i]) for i in chosen)
    kept = [
        i
        for i in chosen
        if counts[_shape(blocks[i])] > 1 or len(blocks[i].text) > _BOXED or not _is_side(blocks[i], scope)
    ]
    first = blocks[kept[0]] if kept else None
    if first is not None and first.tag not in ("li", "blockquote") and not _CLOSED.search(first.text):
        return kept[1:] if len(first.text.split()) <= 3 and len(kept) > 1 else kept
    return kept


def _without_pull_quotes(blocks: Sequence[Block], chosen: list[int]) -> list[int]:
    """The story without words set large that it also has in their place."""
    texts = {i: dense(blocks[i].text) for i in chosen}
    quotes = [i for i in chosen if {"blockquote", "aside", "figure"} & set(blocks[i].tags) and len(texts[i]) > 12]
    doubled = {i for i in quotes if any(texts[i] in words for j, words in texts.items() if j != i and j not in quotes)}
    return [i for i in chosen if i not in doubled]


def _belongs(block: Block, homes: set[HtmlElement], scope: HtmlElement, *, between: bool) -> bool:
    if is_caption(block) or is_furniture(block.text) or is_byline(block.text) or is_labelled_date(block.text):
        return False
    if block.link_share > 0.9 and not _is_sentence(block.text):
        return False
    if block.voted:
        return is_prose(block.text) or not _is_side(block, scope)
    return _fills_gap(block, homes, scope, between=between)


def _is_sentence(text: str) -> bool:
    return text[-1] in '.!?”"' and is_prose(text)


def _cut_tail(blocks: Sequence[Block], inside: Sequence[int], chosen: list[int]) -> list[int]:
    """End the story where a heading opens other stories, and at its last paragraph: no story ends with a heading.

    A box of other stories may also stand in the middle: the story goes on after it in the element that it began in.
    """
    total = sum(len(blocks[i].text) for i in chosen)
    picked = set(chosen)
    so_far = 0
    homes: set[tuple[int, str, str]] = set()
    for i in inside:
        block = blocks[i]
        opens = opens_other_stories(block.text) and (block.tag in HEADINGS or len(block.text) < 40)
        if so_far > 0.5 * total and opens and not any(j > i and _shape(blocks[j]) in homes for j in chosen):
            chosen = [j for j in chosen if j < i]
            break
        if i in picked:
            so_far += len(block.text)
            homes.add(_shape(block))
    while chosen and blocks[chosen[-1]].tag in HEADINGS:
        chosen = chosen[:-1]
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


def _shape(block: Block) -> tuple[int, str, str]:
    """What the element around a block looks like: chunks of one story look alike."""
    home = _home(block)
    return _depth(home), str(home.tag), _class(home)


def _container(blocks: Sequence[Block], title: str | None) -> HtmlElement | None:
    """The deepest element that holds nearly all voted prose, or the headline's own article if there are several."""
    weights: Counter[HtmlElement] = Counter()
    total = 0
    for block in blocks:
        if block.voted and not is_caption(block) and block.link_share < 0.9:
            total += len(block.text)
            weights[block.element] += len(block.text)
            for ancestor in block.element.iterancestors():
                weights[ancestor] += len(block.text)
    own = _own_article(blocks, title)
    if own is not None and weights[own] > max(500, 0.1 * total):
        return own
    holders = [element for element, weight in weights.items() if weight >= 0.97 * total]
    return max(holders, key=_depth, default=None)


def _own_article(blocks: Sequence[Block], title: str | None) -> HtmlElement | None:
    """The article element around the headline, where the page goes on with other whole articles."""
    key = dense(title or "")
    heads = [b for b in blocks if b.tag in ("h1", "h2") and key and dense(b.text) == key]
    for head in heads:
        for ancestor in head.element.iterancestors("article"):
            others = [one for one in ancestor.getroottree().iter("article") if one is not ancestor]
            if any(next(one.iter("h1"), None) is not None and len(one.text_content()) > 800 for one in others):
                return ancestor
    return None


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _within(element: HtmlElement, known: dict[HtmlElement, bool]) -> bool:
    """Whether an element lies in the story's container. known: what was found out before, the container first."""
    path = []
    one: HtmlElement | None = element
    while one is not None and one not in known:
        path.append(one)
        one = one.getparent()
    found = one is not None and known[one]
    known.update(dict.fromkeys(path, found))
    return found


def is_caption(block: Block) -> bool:
    """Whether a block is the caption or credit of a picture."""
    if "figcaption" in block.tags:
        return True
    if "figure" in block.tags and "blockquote" not in block.tags and not is_prose(block.text):
        return True
    element: HtmlElement | None = block.element
    for _ in range(3):
        if element is None:
            break
        if _is_marked_caption(_class(element)):
            return True
        element = element.getparent()
    return not block.voted and is_credit(block.text)


def _is_side(block: Block, scope: HtmlElement) -> bool:
    """Whether something between the block and the story's container is marked as furniture."""
    element: HtmlElement | None = block.element
    while element is not None and element is not scope:
        if element.tag in ("aside", "nav", "footer", "form", "button") or _is_marked_side(_class(element)):
            return True
        element = element.getparent()
    return False


@lru_cache(maxsize=8192)
def _is_marked_caption(words: str) -> bool:
    return bool(_CAPTION.search(words))


@lru_cache(maxsize=8192)
def _is_marked_side(words: str) -> bool:
    return bool(_SIDE.search(words)) or _is_foreign(words)


@lru_cache(maxsize=8192)
def _is_foreign(words: str) -> bool:
    return bool(_FOREIGN.search(words) or _CONSENT.search(words))


def _class(element: HtmlElement) -> str:
    get = element.get
    words = f"{get('class') or ''} {get('id') or ''} {get('data-testid') or ''} {get('data-component') or ''}"
    return words if words != "   " else ""
