"""What a page says of itself in JSON-LD: the node of the article, its authors, publisher and times."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml.html import HtmlElement

Node = dict[str, Any]
_ARTICLE_TYPES = re.compile(r"(Article|BlogPosting|Report|LiveBlogPosting|Recipe|Review|Posting)$")
_CONTROL = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_WRAPPER = re.compile(r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)\s*;?\s*$")
_TAG = re.compile(r"<[^<>]{1,200}>")


def find_nodes(tree: HtmlElement) -> list[Node]:
    """Every JSON-LD object of the page, nested ones too, outermost first. Damaged scripts are passed over."""
    nodes: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text:
            nodes.extend(_objects(_parse(script.text)))
    return nodes


def _parse(words: str) -> Any:
    words = _WRAPPER.sub("", words).strip().rstrip(";")
    for attempt in (words, _TRAILING_COMMA.sub(r"\1", _CONTROL.sub(" ", words))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any) -> Iterator[Node]:
    queue = [value]
    while queue:
        one = queue.pop(0)
        if isinstance(one, dict):
            yield one
            queue.extend(child for child in one.values() if isinstance(child, dict | list))
        elif isinstance(one, list):
            queue.extend(one)


def article_node(nodes: list[Node], url: str | None, title: str | None) -> Node:
    """The node that describes the page's own article; an empty one if there is none.

    A page may also list other articles: the one whose headline or address is the page's wins, then the fullest.
    """
    articles = [node for node in nodes if any(_ARTICLE_TYPES.search(kind) for kind in types(node))]
    if not articles:
        return {}

    def weight(node: Node) -> tuple[int, int]:
        own = words_of(node, "headline", "name")
        address = str(node.get("url") or node.get("mainEntityOfPage") or node.get("@id") or "")
        same = (2 if own and title and _same(own, title) else 0) + (1 if url and url.split("?")[0] in address else 0)
        return same, sum(key in node for key in ("datePublished", "author", "articleBody", "headline", "description"))

    return max(articles, key=weight)


def types(node: Node) -> list[str]:
    """The node's types, without a schema's address."""
    kinds = node.get("@type") or []
    return [str(kind).rsplit("/", 1)[-1] for kind in (kinds if isinstance(kinds, list) else [kinds])]


def words_of(node: Node, *keys: str) -> str | None:
    """The first of the keys that holds words, cleaned of markup."""
    for key in keys:
        value = node.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("@value") or value.get("name")
        if isinstance(value, str) and (cleaned := clean(value)):
            return cleaned
    return None


def body_of(node: Node) -> str | None:
    """The article's text as the node holds it, a paragraph a line; None if it holds none."""
    value = node.get("articleBody")
    if not isinstance(value, str):
        return None
    lines = (clean(line) for line in re.split(r"[\r\n]+|<br\s*/?>|</p>", unescape(value)))
    return "\n".join(line for line in lines if line) or None


def clean(words: str) -> str:
    """Words without tags, entities and runs of white space."""
    return " ".join(_TAG.sub(" ", unescape(unescape(words))).split())


def names_of(value: Any, nodes: list[Node]) -> list[str]:
    """The names in an author or publisher field: words, objects, references by @id, or lists of these."""
    if isinstance(value, list):
        return [name for one in value for name in names_of(one, nodes)]
    if isinstance(value, str):
        return [clean(value)] if value.strip() else []
    if isinstance(value, dict):
        if "name" in value:
            return names_of(value["name"], nodes)
        target = value.get("@id")
        found = next((n for n in nodes if target and n.get("@id") == target and "name" in n), None)
        return names_of(found["name"], nodes) if found else []
    return []


def _same(a: str, b: str) -> bool:
    x, y = (re.sub(r"\W+", "", words).lower() for words in (a, b))
    return bool(x and y) and (x == y or (min(len(x), len(y)) > 15 and (x in y or y in x)))
