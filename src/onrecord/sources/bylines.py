"""Who wrote it: names out of bylines and author fields, once each, persons before newsrooms."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LABEL = re.compile(r"^\s*(?:(?:written|reported|posted|published|story|words|text|analysis)\s+)?by:?\s+", re.I)
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|@\w+")
# What follows the names in a byline: a date, a number, another part.
_AFTER = re.compile(
    r"\s*[|•·]\s*|\s+\d|\s+(?:updated|published|posted)\b|"
    r"[\s,]+(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d",
    re.I,
)
_PARTS = re.compile(r"\s*[,;|/]\s*|\s+(?:and|&|with|for|in|[-–—•·])\s+")
# Degrees and generations belong to the name before them.
_SUFFIX = re.compile(r",\s*(?=(?:jr|sr|ph\.?\s?d|m\.?d|ii|iii|iv|esq|mbe|obe|cbe|rn|dds)\b\.?)", re.I)
_OFFICE = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|contributor|columnist|journalist|producer|published|updated|"
    r"view profile|bio|follow|read|min|ago|sponsored|photos?|photography|illustrations?|video|"
    r"share|subscribe|content|enter your|name here|associate|senior|chief|political|special to)\b",
    re.I,
)
_PRESENTS = re.compile(r",?\s+(?:is|was|are|has|have|covers?|writes?|reports?|joined|works?|can)\b")
_COLLECTIVE = re.compile(r"\b(?:staff|team|desk|newsroom|editorial|editors|agencies|wire|reporters|news)\b", re.I)
# What papers are called. "Post", "Press", "Star" and "Sun" are also surnames: two words before them, or a hyphen.
_PAPER = re.compile(
    r"(?:\w+\s+|-)(?:times|enquirer|courier|network|journal|herald|tribune|gazette|register|report|today|magazine|"
    r"guardian|telegraph|echo|observer|chronicle|bulletin|advocate|dispatch|ledger|media)$|"
    r"(?:\w+\s+\w+\s+|-)(?:post|press|star|sun)$",
    re.I,
)
_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|october|november|december)\.?$", re.I
)
_AGENCIES = frozenset(
    (
        "ap",
        "associated press",
        "the associated press",
        "reuters",
        "afp",
        "agence france-presse",
        "pa",
        "pa media",
        "bloomberg",
        "upi",
        "aap",
        "the canadian press",
        "xinhua",
    )
)


def split_names(words: str) -> list[str]:
    """The names in a byline ("By Ada Brook and Lin Marsh, Political Editor")."""
    words = _LABEL.sub("", re.sub(r"^By(?=[A-Z][a-z])", "By ", words))
    words = _ADDRESS.sub(" ", _AFTER.split(words, maxsplit=1)[0] or words)
    names = []
    for part in _PARTS.split(_SUFFIX.sub(" ", words)):
        name = _LABEL.sub("", " ".join(part.split())).strip(" .·•-–—:")
        if _is_name(name):
            names.append(name.title() if name.isupper() and len(name) > 5 and " " in name else name)
    return names


def _is_name(words: str) -> bool:
    return (
        2 < len(words) < 50
        and len(words.split()) <= 6
        and words[0].isalpha()
        and not re.search(r"\d|[{}<>/@?!*]", words)
        and not _OFFICE.search(words)
        and not _MONTH.match(words)
    )


def is_portrait(words: str, name: str) -> bool:
    """Whether a paragraph presents the writer of that name ("Ada Brook is the Echo's business editor")."""
    rest = words.removeprefix(name)
    return rest != words and bool(_PRESENTS.match(rest))


def choose_authors(groups: Iterable[Iterable[str]], publisher: str | None) -> tuple[str, ...]:
    """The names of the first group that names a person; where none does, those of the first that names anybody.

    groups: bylines as they stand, the most telling place first. A name that stands in another with the paper's name
    glued on counts once.
    """
    fallback: tuple[str, ...] = ()
    for group in groups:
        names = _unglue(list(dict.fromkeys(name for words in group for name in split_names(words))))
        persons = tuple(name for name in names if not is_newsroom(name, publisher))
        if persons:
            return persons
        fallback = fallback or tuple(names)
    return fallback


def _unglue(names: list[str]) -> list[str]:
    """Leave out "Ada Brook The Wend Echo" where "Ada Brook" is named too."""
    short = [name for name in names if 2 <= len(name.split()) <= 4]
    return [
        name
        for name in names
        if not any(name != one and (name.startswith(f"{one} ") or name.endswith(f" {one}")) for one in short)
    ]


def is_newsroom(name: str, publisher: str | None) -> bool:
    """Whether a byline names the paper or an agency and no person."""
    own = set(re.findall(r"\w+", name.lower())) - {"the"}
    if name.lower() in _AGENCIES or _COLLECTIVE.search(name) or _PAPER.search(name):
        return True
    return bool(publisher) and own <= set(re.findall(r"\w+", (publisher or "").lower()))
