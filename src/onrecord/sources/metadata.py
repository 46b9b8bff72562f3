"""A page's facts from its markup: headline, authors, publisher, address, description and the evidence for its times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from onrecord.sources.blocks import squeeze
from onrecord.sources.bylines import choose_authors
from onrecord.sources.dates import Evidence, Rank, read_url_date
from onrecord.sources.structured import Node, article_node, clean, find_nodes, names_of, types, words_of
from onrecord.sources.titles import choose_title

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "datepublished", "published_time", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "publication-date", "dcterms.created", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "article.published", "article_date_original",
    "originalpublicationdate", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "cxenseparse:recs:articlepublishtime", "rnews:datepublished", "citation_publication_date", "citation_date",
    "article-date", "date", "ptime", "displaydate", "iso-8601-publish-date", "vr:published_time", "bt:pubdate",
    "blogger:date", "datecreated", "date_published", "pub_date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "article:updated_time",
    "datemodified", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "lastmodified",
    "last_modified", "article:modified", "modified_time", "updated_time", "revision_date", "bt:moddate", "utime",
)  # fmt: skip
_AUTHOR = (
    "author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "article:author",
    "article:author_name", "og:article:author", "citation_author", "cxenseparse:author", "twitter:creator:name",
    "og:author",
)  # fmt: skip
_DESCRIPTION = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:by-?line|author|writer|contributor|journalist)s?(?:[\s_-]|$|__|name)", re.I)


@dataclass(slots=True)
class Meta:
    """The page's meta tags: lower-case name or property to its contents, in page order."""

    values: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: HtmlElement) -> Meta:
        """Read the meta tags wherever they stand; broken pages put them into the body."""
        found: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            name = (
                element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
            )
            content = element.get("content")
            if name and content and content.strip():
                found.setdefault(name.strip().lower(), []).append(content.strip())
        return cls(found)

    def first(self, *names: str) -> str | None:
        """The first content of the first of the names that is there, cleaned of markup."""
        found: Iterable[str] = (clean(raw) for name in names for raw in self.values.get(name, ()))
        return next((words for words in found if words), None)


@dataclass(frozen=True)
class Facts:
    """What a page tells of itself outside its text. Made once per page; each part is worked out when asked for."""

    tree: HtmlElement
    given_url: str | None = None
    meta: Meta = field(default_factory=Meta)
    nodes: tuple[Node, ...] = ()

    @classmethod
    def of(cls, tree: HtmlElement, url: str | None) -> Facts:
        """Read the meta tags and JSON-LD of a parsed page."""
        return cls(tree, url, Meta.of(tree), tuple(find_nodes(tree)))

    @cached_property
    def node(self) -> Node:
        """The JSON-LD node of the page's article, or an empty one."""
        return article_node(list(self.nodes), self.url, self.meta.first("og:title", "twitter:title") or self.page_title)

    @cached_property
    def says_article(self) -> bool:
        """Whether the markup calls the page an article."""
        kind = (self.meta.first("og:type") or "").lower()
        return kind.endswith("article") or any(k.endswith(("Article", "BlogPosting")) for k in types(self.node))

    @cached_property
    def free(self) -> bool | None:
        """Whether the markup says that the article is free to read, None if it says nothing."""
        told = self.node.get("isAccessibleForFree")
        return None if told is None else str(told).lower() == "true"

    @cached_property
    def url(self) -> str | None:
        """The canonical address, made absolute; the one given where the page tells none worth having."""
        links: list[str | None] = [
            link.get("href") for link in self.tree.iter("link") if (link.get("rel") or "").lower() == "canonical"
        ]
        for raw in (*links, self.meta.first("og:url"), self.meta.first("parsely-link")):
            if not raw or raw.strip() in ("#", "/"):
                continue
            try:
                address: str = urljoin(self.given_url or "", raw.strip())
                parts = urlsplit(address)
            except ValueError:
                continue
            if parts.scheme in ("http", "https") and parts.hostname and parts.path.strip("/"):
                return address.split("#", maxsplit=1)[0]
        return self.given_url

    @cached_property
    def page_title(self) -> str | None:
        """The words of the title element in the head, site name and all."""
        element = next(self.tree.iter("title"), None)
        return clean(str(element.text_content())) if element is not None else None

    @cached_property
    def publisher(self) -> str | None:
        """The newspaper's name: as the page tells it, or else its host."""
        named = names_of(self.node.get("publisher"), list(self.nodes))
        told = self.meta.first("og:site_name", "application-name", "publisher", "article:publisher", "dc.publisher")
        for name in (*named, told):
            if name and not name.startswith(("http", "@")) and len(name) < 80:
                return name
        return host_name(self.url)

    @cached_property
    def description(self) -> str | None:
        """The page's own summary of the article."""
        return self.meta.first(*_DESCRIPTION) or words_of(self.node, "description")

    @cached_property
    def headings(self) -> list[str]:
        """The words of the h1 elements, in page order."""
        return [words for element in self.tree.iter("h1") if (words := squeeze(str(element.text_content())))]

    @cached_property
    def title(self) -> str | None:
        """The headline as the page prints it, without the site's name."""
        told = [
            words_of(self.node, "headline"),
            self.meta.first("og:title"),
            self.meta.first("twitter:title"),
            self.page_title,
        ]
        site = f"{self.meta.first('og:site_name') or ''} {self.publisher or ''}"
        return choose_title(
            self.headings, [words for words in told if words], site=site, host=host_name(self.url) or ""
        )

    def authors(self, printed: Sequence[str] = ()) -> tuple[str, ...]:
        """The bylines' names; printed: byline blocks near the headline, asked after JSON-LD and meta tags."""
        groups: list[Iterable[str]] = [
            names_of(self.node.get("author") or self.node.get("creator"), list(self.nodes)),
            (words for name in _AUTHOR for words in map(clean, self.meta.values.get(name, ()))),
            printed,
            self._marked_authors(),
        ]
        return choose_authors(groups, self.publisher)

    def _marked_authors(self) -> Iterable[str]:
        for element in self.tree.iter("a", "span", "div", "p", "address", "strong"):
            told = (element.get(key) for key in ("class", "itemprop", "rel", "data-testid"))
            kind = " ".join(filter(None, told))
            if kind and _BYLINE_CLASS.search(kind):
                words = squeeze("".join(_parted(element)))
                if 4 < len(words) < 100:
                    yield words

    @cached_property
    def published(self) -> list[Evidence]:
        """Everything in markup and address that tells when the article was published."""
        found = [
            Evidence(Rank.JSON_LD, f"json-ld {key}", w)
            for key in ("datePublished", "dateCreated", "uploadDate")
            if (w := words_of(self.node, key))
        ]
        found += [Evidence(Rank.META, f"meta {n}", w) for n in _PUBLISHED for w in self.meta.values.get(n, ())]
        found += list(self._times(modified=False))
        if self.url and (words := read_url_date(self.url)):
            found.append(Evidence(Rank.URL, "url", words))
        return found

    @cached_property
    def modified(self) -> list[Evidence]:
        """Everything in markup that tells when the article was last changed."""
        found = [
            Evidence(Rank.JSON_LD, "json-ld dateModified", w)
            for key in ("dateModified",)
            if (w := words_of(self.node, key))
        ]
        found += [Evidence(Rank.META, f"meta {n}", w) for n in _MODIFIED for w in self.meta.values.get(n, ())]
        return found + list(self._times(modified=True))

    def _times(self, *, modified: bool) -> Iterable[Evidence]:
        """Time elements and microdata; one inside a list of other stories tells their times, not this one's."""
        for element in self.tree.iter("time", "abbr", "span", "div", "p", "meta"):
            prop = (element.get("itemprop") or "").lower()
            if element.tag != "time" and prop not in ("datepublished", "datemodified", "datecreated"):
                continue
            words = (
                element.get("datetime")
                or element.get("content")
                or element.get("title")
                or squeeze(str(element.text_content()))
            )
            if not words:
                continue
            around = (
                f"{prop} {element.get('class') or ''} {squeeze(str(element.text_content()))} {_before(element)}".lower()
            )
            changed = "modif" in around or "updat" in around
            if changed is not modified:
                continue
            if prop or element.get("pubdate") is not None or "publish" in around:
                yield Evidence(Rank.MARKUP, f"{element.tag} {prop or 'published'}", words)
            elif not modified and not _is_elsewhere(element):
                yield Evidence(Rank.TIME_ELEMENT, "time element", words)
            elif modified:
                yield Evidence(Rank.MARKUP, f"{element.tag} modified", words)


def _parted(element: HtmlElement) -> Iterable[str]:
    """The words of an element, with a bar where a break or another link parts them."""
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if one is not element and one.tag in ("br", "a", "div", "p", "li"):
                yield " | "
            yield one.text or "" if isinstance(one.tag, str) else ""
        elif one is not element:
            yield " | " if one.tag in ("a", "div", "p", "li") else ""
            yield one.tail or ""


def _before(element: HtmlElement) -> str:
    """The few words right before an element ("Updated")."""
    previous = element.getprevious()
    parent = element.getparent()
    words = previous.tail if previous is not None else parent.text if parent is not None else None
    if not (words or "").strip() and previous is not None:
        words = str(previous.text_content())
    return squeeze(words or "")[-30:]


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether the element stands in a list, a side column or a link: the time of another story."""
    return any(one.tag in ("a", "li", "aside", "nav", "footer") for one in element.iterancestors())


def host_name(url: str | None) -> str | None:
    """The host of an address without "www.", or None."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return re.sub(r"^(?:www\d?|m|amp|mobile|edition)\.", "", host) if host else None


def same_day_first(language_tag: str | None, publisher_url: str | None) -> bool | None:
    """Whether "4/5/2021" is read with the day first: by the page's region; None where it is not told."""
    tag = (language_tag or "").replace("_", "-").lower()
    if tag == "en-us":
        return False
    if tag.startswith(("en-gb", "en-au", "en-nz", "en-ie", "en-za", "en-in", "en-ng", "en-ke")):
        return True
    host = (host_name(publisher_url) or "").rsplit(".", 1)[-1]
    return True if host in ("uk", "au", "nz", "ie", "za", "in", "na", "ng", "ke", "pk", "my", "sg") else None
