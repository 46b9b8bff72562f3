"""A news page to an Article: facts from the markup, the story from the page's own blocks, the rest kept as dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from onrecord.errors import NotAnArticle
from onrecord.records import Article, ParagraphKind
from onrecord.sources.blocks import HEADINGS, Block, find_blocks
from onrecord.sources.bylines import is_portrait
from onrecord.sources.compose import Part, compose
from onrecord.sources.dates import Choice, Evidence, Moment, Rank, choose, find_dated_line
from onrecord.sources.furniture import dense, is_byline, is_furniture, is_prose
from onrecord.sources.language import find_language, language_notes
from onrecord.sources.metadata import Facts, same_day_first
from onrecord.sources.refusals import Page, refuse_if_no_article
from onrecord.sources.story import choose_story, is_caption, prune_foreign, vote
from onrecord.sources.structured import body_of
from onrecord.sources.titles import alike

_UPDATED = re.compile(r"[\s|•·,(-]*\b(?:last )?(?:updated|modified|edited|corrected)\b", re.I)
_DRAWN = ("style", "path", "g", "use", "symbol", "rect", "circle", "defs", "polygon", "line", "ellipse")
# How many blocks a standfirst may stand from the headline, or from the story where no headline is printed.
_NEAR = 12
_LEAD_CLASS = re.compile(
    r"stand-?first|sub-?(?:title|head(?:line|ing)?)|"
    r"(?:^|[\s_-])(?:dek|deck|lede|lead|summary|intro|excerpt|description|strapline|kicker-?text)(?:[\s_-]|$)|"
    r"article-?(?:dek|summary|description|intro|lead)",
    re.I,
)


def read_html(
    page: str,
    *,
    name: str,
    url: str | None = None,
    given: str | None = None,
    crawled: datetime | None = None,
    title: str | None = None,
) -> Article:
    """The article of a page. Raises NotAnArticle if the page holds none.

    name: the page's name in messages. url: where it came from, if known. given, title: a publication time and a
    headline that the caller knows better. crawled: when the page was fetched; nothing on it was published later.
    """
    tree = parse(page, name)
    facts = Facts.of(tree, url)
    _without_code(tree)
    blocks = find_blocks(tree)
    title = title or facts.title
    prune_foreign(blocks)
    body = body_of(facts.node)
    vote(tree, blocks, body)
    chosen = choose_story(blocks, title)
    notes = _judge(name, facts, blocks, chosen, body)
    lead, chosen = _split_lead(blocks, chosen, title, facts.description)
    authors = facts.authors(_bylines(blocks, chosen))
    chosen = _without_portraits(blocks, chosen, authors)
    story = [(blocks[i].text, _kind(blocks[i])) for i in chosen]
    if body and sum(len(words) for words, _ in story) < 0.4 * len(body):
        story = [(words, ParagraphKind.TEXT) for words in body.split("\n")]
        chosen = []
    taken = {*chosen, *([lead] if lead is not None else [])}
    head: list[Part] = [(title or "", ParagraphKind.HEADLINE)]
    if lead is not None:
        head.append((blocks[lead].text, ParagraphKind.LEAD))
    text, paragraphs = compose([*head, *story])
    language = find_language("\n".join(words for words, _ in story)) or (tree.get("lang") or "")[:2].lower() or None
    times = _times(facts, blocks, chosen, given=given, crawled=crawled, tag=tree.get("lang"))
    return Article(
        text=text,
        paragraphs=paragraphs,
        title=title,
        lead=blocks[lead].text if lead is not None else None,
        url=facts.url,
        publisher=facts.publisher,
        authors=authors,
        published=times.published.moment.value if times.published.moment else None,
        published_precision=times.published.moment.precision if times.published.moment else None,
        published_evidence=times.published.evidence,
        modified=times.modified.value if times.modified else None,
        language=language,
        dropped=tuple(b.text for i, b in enumerate(blocks) if i not in taken and not (title and b.text == title)),
        notes=(*notes, *language_notes(language)),
    )


def _judge(
    name: str, facts: Facts, blocks: Sequence[Block], chosen: Sequence[int], body: str | None
) -> tuple[str, ...]:
    """The notes of an article's page. Raises NotAnArticle."""
    page = Page(
        name=name,
        blocks=blocks,
        story=[blocks[i] for i in chosen],
        url=facts.url,
        says_article=facts.says_article,
        free=facts.free,
    )
    return () if body and len(body) > 800 and not chosen else refuse_if_no_article(page)


@dataclass(frozen=True, slots=True)
class _Times:
    published: Choice
    modified: Moment | None


def _times(
    facts: Facts,
    blocks: Sequence[Block],
    chosen: Sequence[int],
    *,
    given: str | None,
    crawled: datetime | None,
    tag: str | None,
) -> _Times:
    """When the article was published and last changed, from everything that the page tells."""
    reference = crawled or datetime.now(UTC)
    day_first = same_day_first(tag, facts.url)
    evidence = [Evidence(Rank.GIVEN, "given", given)] if given else []
    printed, reprinted = _printed(blocks, chosen)
    changes = [*facts.modified, *reprinted]
    evidence += [*facts.published, *printed]
    evidence += [Evidence(Rank.CHANGE, f"last change, {one.source}", one.words) for one in changes]
    if crawled:
        evidence.append(Evidence(Rank.CRAWL, "crawl", crawled.date().isoformat()))
    published = choose(evidence, reference=reference, day_first=day_first)
    modified = choose(changes, reference=reference, day_first=day_first).moment
    if modified and published.moment and modified.day < published.moment.day:
        modified = None
    return _Times(published, modified)


def parse(page: str, name: str) -> HtmlElement:
    """The page as a tree. Raises NotAnArticle for a page without a single element."""
    parser = HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
        huge_tree=True,
    )
    # lxml.html looks up the class of every element in Python; the few special ones (forms, inputs) are not used here.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        return document_fromstring(page.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise NotAnArticle(name, "an empty page", "give a page with a story on it", kind="empty") from error


def _without_code(tree: HtmlElement) -> None:
    """Take scripts, styles and drawings out of a page whose facts have been read: every later step passes over them.

    Data that a script element holds stays, and so does the drawing's own element: trafilatura looks at both.
    """
    for script in list(tree.iter("script")):
        if "json" not in (script.get("type") or ""):
            script.drop_tree()
    etree.strip_elements(tree, *_DRAWN, with_tail=False)


def _split_lead(
    blocks: Sequence[Block], chosen: list[int], title: str | None, description: str | None
) -> tuple[int | None, list[int]]:
    """The standfirst's block, if one is set apart on the page, and the story without it and without the headline."""
    key = dense(title or "")
    story = [i for i in chosen if not key or dense(blocks[i].text) != key]
    opening = next((i for i in story if is_prose(blocks[i].text)), story[0] if story else 0)
    head = next((i for i, b in enumerate(blocks[:opening]) if b.tag == "h1" and key and dense(b.text) == key), -1)
    first = head + 1 if head >= 0 else max(0, opening - _NEAR)
    last = min(opening, len(blocks) - 1, first + _NEAR)
    near = [i for i in range(first, last + 1) if _may_be_lead(blocks[i], title)]
    marked = [i for i in near if _LEAD_CLASS.search(_class_of(blocks[i].element))]
    told = [i for i in near if i != opening and description and alike(blocks[i].text, description, 0.8)]
    around = [i for i in near if i != opening and _LEAD_CLASS.search(_class_of(blocks[i].element.getparent()))]
    for found in (marked, told, around):
        if found:
            return found[0], [j for j in story if j > found[0]]
    return None, story


def _may_be_lead(block: Block, title: str | None) -> bool:
    words = block.text
    fits = 20 <= len(words) < 600 and not block.hidden and not block.foreign and block.link_share < 0.5
    return fits and not is_caption(block) and not is_furniture(words) and not alike(words, title or "", 0.95)


def _class_of(element: HtmlElement | None) -> str:
    return (
        ""
        if element is None
        else f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    )


def _kind(block: Block) -> ParagraphKind:
    if block.tag in HEADINGS:
        return ParagraphKind.HEADING
    if "blockquote" in block.tags:
        return ParagraphKind.QUOTE
    if "li" in block.tags:
        return ParagraphKind.LIST
    return ParagraphKind.TEXT


def _without_portraits(blocks: Sequence[Block], chosen: list[int], authors: Sequence[str]) -> list[int]:
    """The story without what it says at its end of its own writers ("Ada Brook is the Echo's business editor")."""
    end = len(chosen)
    while end > 1 and any(is_portrait(blocks[chosen[end - 1]].text, name) for name in authors):
        end -= 1
    return chosen[:end]


def _bylines(blocks: Sequence[Block], chosen: Sequence[int]) -> list[str]:
    """The lines near the headline that name the writer."""
    start = chosen[0] if chosen else 0
    return [block.text for block in blocks[max(0, start - 15) : start + 2] if is_byline(block.text)]


def _printed(blocks: Sequence[Block], chosen: Sequence[int]) -> tuple[list[Evidence], list[Evidence]]:
    """Dates printed near the headline: of publication, and of a change where the line says so."""
    start = chosen[0] if chosen else 0
    published, changed = [], []
    for block in blocks[max(0, start - 12) : start]:
        first, *rest = _UPDATED.split(block.text, maxsplit=1)
        if first and find_dated_line(first):
            published.append(Evidence(Rank.DATELINE, "dateline", first))
        if rest and find_dated_line(rest[0]):
            changed.append(Evidence(Rank.DATELINE, "line near the headline", rest[0]))
    return published, changed
