"""The headline as readers saw it, out of what a page calls its article in several places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.sources.furniture import dense

_SEPARATOR = re.compile(r"\s+[|•·»›:]+\s+|\s+[-–—]+\s+|\s*[|»]\s*")
_EDGE = " |•·»›:-–—"
_WORDS = re.compile(r"\w+")
_SHORTEST = 15


def choose_title(headings: Sequence[str], claims: Sequence[str], *, site: str, host: str) -> str | None:
    """The h1 that agrees with what the markup calls the article: it is what readers saw. Else the first claim.

    Pages whose h1 is the site's name or a section's have none that agrees. headings: of h1 elements; claims: of
    JSON-LD, meta tags and the title element, in this order. site, host: names that may be glued on.
    """
    own = [without_site(words, headings, site=site, host=host) for words in claims]
    for heading in headings:
        if any(alike(heading, claim) for claim in own):
            return _without_kicker(without_site(heading, (), site=site, host=host), own)
    if own:
        return own[0]
    return without_site(headings[0], (), site=site, host=host) if headings else None


def _without_kicker(heading: str, claims: Sequence[str]) -> str:
    """A heading without a section's name set before it, where the markup tells the rest alone."""
    whole = dense(heading)
    for claim in claims:
        rest = dense(claim)
        if len(rest) >= _SHORTEST and whole != rest and whole.endswith(rest) and len(whole) - len(rest) <= 30:
            return claim
    return heading


def without_site(words: str, headings: Sequence[str], *, site: str, host: str) -> str:
    """A title without the site's name glued on its end, or whatever else a heading of the page does not have there."""
    parts = [part for part in _SEPARATOR.split(words) if part]
    if len(parts) < 2:
        return words
    names, address = word_set(site) | word_set(host), dense(host)
    kept = words
    for part in reversed(parts[1:]):
        own = word_set(part)
        if not own or not (own <= names or dense(part) in address):
            break
        kept = kept[: kept.rindex(part)].rstrip(_EDGE)
    if kept == words:
        front = words[: words.rindex(parts[-1])].rstrip(_EDGE)
        if any(alike(front, heading, 0.98) for heading in headings):
            return front
    return kept or words


def alike(a: str, b: str, least: float = 0.7) -> bool:
    """Whether two titles share most of the shorter one's words, and much of the longer one's."""
    x, y = word_set(a), word_set(b)
    shared, sizes = len(x & y), sorted((len(x), len(y)))
    return sizes[0] > 0 and shared >= least * sizes[0] and shared >= least / 2 * sizes[1]


def word_set(text: str) -> set[str]:
    """The words of a text, lower case."""
    return set(_WORDS.findall(text.lower()))
