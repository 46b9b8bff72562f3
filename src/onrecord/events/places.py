"""The places that a text names: a table of places, names behind a preposition, and the place that a text is about."""

from __future__ import annotations

import gzip
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from onrecord.records import Span
from onrecord.speakers.facts import plain_letters

CONTINENT, COUNTRY, REGION, CITY = "k", "l", "r", "c"
LONGEST: Final = 5  # words of a name
TOLD: Final = 4  # so often a text names the place that it is about, at least
SHARE: Final = 0.7  # ... and of the places that it names so many are this one
ACRONYM: Final = (
    4  # letters of a name in capitals, at most: "USA"; longer ones ("OTTAWA") tell where a report was written
)
_FACTS: Final = "facts"

_WORD: Final = r"(?:(?:[A-Z]\.){2,}|St\.|[^\W\d_a-z][^\W_]*(?:['’](?!s\b)[^\W_]+|-[^\W_]+)*)"
_NAME: Final = rf"{_WORD}(?: (?:of |of the |and )?{_WORD})*"
_WORDS: Final = re.compile(rf"\b{_WORD}")
_NAMES: Final = re.compile(_NAME)
_CAPITALS: Final = re.compile(r"[A-Z]\w*")
# Behind a preposition: "Geneva", "the southern Alps", "the Swiss city of Geneva".
_BEHIND: Final = re.compile(
    r"\s+(?:(?:the|a|an)\s+)?"
    r"((?:[\w-]+\s+){0,2}(?:city|town|village|capital|port|state|province|district|region|suburb|island)\s+of\s+)?"
    r"(?:(?:(?:north|south)(?:east|west)?(?:ern)?|east(?:ern)?|west(?:ern)?|central|downtown|nearby|upstate|rural|coastal"
    rf"|mainland|neighbou?ring)\s+)?({_NAME})"
)
# What no table has, but whose words tell a place.
_VENUE: Final = re.compile(
    r"^(?:Kremlin|Pentagon|White House|Capitol)$|^(?:Mount|Lake|Cape|Fort|Camp) |[^ ] (?:County|Islands?|River|Sea"
    r"|Ocean|Gulf|Bay|Lake|Valley|Mountains?|Beach|Park|Airport|Port|Harbou?r|Stadium|Arena|Hall|Theat(?:re|er)|Gardens?"
    r"|Square|Street|Road|Avenue|Highway|Boulevard|Bridge|University|College|School|Hospital|Church|Cathedral|Mosque|Temple"
    r"|Synagogue|Palace|House|Castle|Courthouse|Cent(?:re|er)|Station|Hotel|Museum|Library|Complex|Mall|Market|Prison|Jail"
    r"|Reservation|Reserve|Forest|Desert|Coast|Peninsula|Province|District|Oblast|City|Town|Village|Heights|Hills|Springs"
    r"|Falls|Tower|Embassy|Strait|Channel|Cay|Kibbutz)$"
)
# Where a name ends, and what no place is called.
_ENDS: Final = re.compile(r"$|[.,;:?!\n]| (?:on|next|last|this|early|late|earlier|later)\b")
_BODY: Final = re.compile(
    r"^(?:Senate|House|Congress|Parliament|South|North|East|West)$|\b(?:Inc|Corp|Corporation|Company|International|Group"
    r"|Holdings|Ltd|Plc|LLC|Bank|Party|Convention|Committees?|Department|Ministry|Council|Court|Association|Fund|Journal"
    r"|Medicine|Science|Technology|News|Times|Post|Day|Awards|States?)\b"
)
_TIMES: Final = frozenset(
    """January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug
    Sept Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter""".split()
)


class Place(NamedTuple):
    """What the table tells of a name. where: the countries with such a place, of the United States also the state.

    people: thousands, of the largest; 0 for regions.
    """

    kind: str
    where: tuple[str, ...]
    people: int


class Behind(NamedTuple):
    """A name behind a preposition of place. known: whether it is surely a place's."""

    span: Span
    known: bool


class _Table(NamedTuple):
    """Lines by name. known: those of places that are meant by their bare name; others: sorted; firsts: first words."""

    known: dict[str, str]
    others: list[str]
    firsts: frozenset[str]


def place_key(name: str) -> str:
    """A name as the table has it: plain letters, "Saint" for "St."."""
    words = plain_letters(name).replace("-", " ").split()
    return " ".join("saint" if word in ("st.", "st") else word for word in words)


@lru_cache(maxsize=1)
def _table() -> _Table:
    packed = files("onrecord.events").joinpath(_FACTS, "places.tsv.gz").read_bytes()
    known, _, others = gzip.decompress(packed).decode("utf-8").partition("\n\n")
    lines = dict(line.split("\t", 1) for line in known.split("\n"))
    firsts = {name.partition(" ")[0].partition(".")[0] for name in lines} - {"the"}
    written = {first.upper() for first in firsts if len(first) <= ACRONYM}.union(map(str.capitalize, firsts))
    return _Table(lines, others.split("\n"), frozenset(written))


@lru_cache(maxsize=4096)
def find_place(name: str) -> Place | None:
    """What the table has by a name; None where it has nothing."""
    key, table = place_key(name), _table()
    line = table.known.get(key)
    if line is None:
        at = bisect_left(table.others, f"{key}\t")
        if at == len(table.others) or not table.others[at].startswith(f"{key}\t"):
            return None
        line = table.others[at].split("\t", 1)[1]
    kind, where, people = line.split("\t")
    return Place(kind, tuple(where.split(",")) if where else (), int(people))


def place_behind(text: str, end: int, last: int) -> Behind | None:
    """The name of a place right behind a preposition that ends at `end`, as far as `last`; None where none is.

    It is known if the table has it or its words tell so: "Harbour Hall", "Lowick, Ohio", "the town of Lowick". Another
    name may be a place where nothing belongs to it any more: "in Lowick on Monday".
    """
    match = _BEHIND.match(text, end, last)
    if match is None:
        return None
    settlement, name = match.groups()
    start, whole = match.span(2)
    words = _words_of(text, start, whole)
    if text[slice(*words[0])] in _TIMES:
        return None
    size, place = _longest(text, words)
    venue = size < len(words) and _VENUE.search(name) is not None
    if place is None or venue or (place.kind == CITY and size < len(words)):
        place, size = None, len(words)
    known = words[size - 1][1]
    reached = _over_comma(text, known, place)
    if place or settlement or venue or reached > known:
        return Behind(Span(start, reached), known=True)
    return Behind(Span(start, whole), known=False) if _ENDS.match(text, whole) and not _BODY.search(name) else None


@lru_cache(maxsize=8)
def main_place(text: str) -> Span | None:
    """Where a text first names the place that it is about: named often, most of all places, in its first paragraphs.

    Countries, regions and large cities; the texts asked for last are kept, as every event of an article asks.
    """
    counts = Counter(_CAPITALS.findall(text))
    firsts = _table().firsts.intersection(counts)
    if max((counts[first] for first in firsts), default=0) < TOLD:
        return None
    told: dict[str, list[Span]] = {}
    for span in _bare(text, firsts):
        told.setdefault(place_key(span.of(text)), []).append(span)
    spans = max(told.values(), key=len, default=[])
    if len(spans) < TOLD or len(spans) < SHARE * sum(map(len, told.values())):
        return None
    beginning = text.find("\n\n", text.find("\n\n") + 2)
    return spans[0] if beginning < 0 or spans[0].start < beginning else None


def _bare(text: str, firsts: Iterable[str]) -> Iterator[Span]:
    """The names of known places that begin with one of some words, in text order.

    Of cities only those whose name is whole (not "Houston Rockets"), and no place lines ("HOUSTON").
    """
    known, reached = _table().known, 0
    for start in sorted(start for first in firsts for start in _starts(text, first)):
        name = _NAMES.match(text, start) if start >= reached else None
        if name is None:
            continue
        words = _words_of(text, *name.span())
        size, place = _longest(text, words)
        reached = words[max(size, 1) - 1][1]
        whole = place is not None and (place.kind != CITY or (size == len(words) and _key(text, words) in known))
        if whole and not _is_dateline(text[start : words[0][1]]):
            yield Span(start, reached)


def _starts(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        if not (at and text[at - 1].isalnum()):
            yield at
        at = text.find(word, at + len(word))


def _key(text: str, words: Sequence[tuple[int, int]]) -> str:
    return place_key(text[words[0][0] : words[-1][1]])


def _is_dateline(word: str) -> bool:
    return len(word) > ACRONYM and word.isupper() and "." not in word


def _words_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in _WORDS.finditer(text, start, end)]


def _longest(text: str, words: Sequence[tuple[int, int]]) -> tuple[int, Place | None]:
    """How many of the words from the first on the table knows together, the most, and what it tells."""
    for size in range(min(LONGEST, len(words)), 0, -1):
        place = find_place(text[words[0][0] : words[size - 1][1]])
        if place:
            return size, place
    return 0, None


def _over_comma(text: str, end: int, place: Place | None) -> int:
    """The end of "Dayton, Ohio": a city goes on over the comma with the state or country that it lies in."""
    if text[end : end + 2] != ", " or (place is not None and place.kind != CITY):
        return end
    name = _NAMES.match(text, end + 2)
    if name is None:
        return end
    words = _words_of(text, *name.span())
    size, wider = _longest(text, words)
    if wider is None or wider.kind not in (COUNTRY, REGION) or not (place is None or _lies_in(place, wider)):
        return end
    return words[size - 1][1]


def _lies_in(place: Place, wider: Place) -> bool:
    return any(one == other or one.startswith(f"{other}-") for one in place.where for other in wider.where)
