"""Which statement or event of an article's earlier version is which of its newer one: the same words, never similar.

What makes an event the same is its head mention in its sentence: where the sentence changed, another event is told.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from onrecord.records import Reading, Span, Statement, digest


class OnRecord(Protocol):
    """What is on record already, with the id that it keeps."""

    @property
    def key(self) -> int:
        """Of its row."""

    @property
    def id(self) -> str:
        """Its permalink."""

    @property
    def position(self) -> int:
        """In its article."""

    @property
    def current(self) -> bool:
        """Whether it is in the newest version."""


K = TypeVar("K", bound=OnRecord)
N = TypeVar("N")


@dataclass(frozen=True, slots=True)
class Known:
    """A statement that is on record for this article. content, source: its words; speaker: its speaker's id."""

    key: int
    id: str
    content: tuple[str, ...]
    source: str | None
    speaker: str | None
    position: int
    current: bool


def match_statements(known: Sequence[Known], reading: Reading) -> dict[int, Known]:
    """Positions of the reading's statements that are on record already, each with what it is.

    The content must be there word for word, with the same source words or the same speaker: a correction of who said
    it is another statement. Among equals the order in the article decides, and current ones come before gone ones.
    """
    text = reading.article.text
    found: dict[int, Known] = {}
    waiting, new = _in_turn(known), reading.statements
    _pair(waiting, new, found, lambda k: (k.content, k.source), lambda s: (_content(s, text), _source(s, text)))
    _pair(
        waiting,
        new,
        found,
        lambda k: (k.content, k.speaker) if k.speaker else None,
        lambda s: (_content(s, text), s.speaker.id) if s.speaker else None,
    )
    return found


@dataclass(frozen=True, slots=True)
class Head:
    """The head mention of an event as words: its own, those of the sentence it stands in, and the event's type."""

    words: str
    sentence: str
    type: str


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event that is on record for this article."""

    key: int
    id: str
    head: Head
    position: int
    current: bool


def match_events(known: Sequence[KnownEvent], heads: Sequence[Head]) -> dict[int, KnownEvent]:
    """Positions of the heads whose events are on record already, each with what it is.

    The head mention must be there word for word in the same sentence; of the same type first, or told otherwise.
    """
    found: dict[int, KnownEvent] = {}
    waiting = _in_turn(known)
    _pair(waiting, heads, found, lambda k: k.head, lambda h: h)
    _pair(waiting, heads, found, lambda k: (k.head.words, k.head.sentence), lambda h: (h.words, h.sentence))
    return found


def _in_turn(known: Sequence[K]) -> list[K]:
    return sorted(known, key=lambda one: (not one.current, one.position))


def _pair(
    waiting: Sequence[K],
    new: Sequence[N],
    found: dict[int, K],
    key_of_known: Callable[[K], Hashable],
    key_of_new: Callable[[N], Hashable],
) -> None:
    """Add to `found` the pairs with equal keys, in order, of those not paired yet; None is equal to nothing."""
    taken = {one.key for one in found.values()}
    queues: defaultdict[Hashable, deque[K]] = defaultdict(deque)
    for one in waiting:
        if one.key not in taken:
            queues[key_of_known(one)].append(one)
    for position, one_new in enumerate(new):
        key = key_of_new(one_new)
        if position not in found and key is not None and queues[key]:
            found[position] = queues[key].popleft()


def _content(statement: Statement, text: str) -> tuple[str, ...]:
    return tuple(span.of(text) for span in statement.content)


def _source(statement: Statement, text: str) -> str | None:
    return statement.source.of(text) if statement.source else None


def words_stand(spans: Sequence[Span], text: str, newer_text: str) -> bool:
    """Whether the run of `text` that covers a statement's content, cue and source is still there in the newer text."""
    run = text[min(span.start for span in spans) : max(span.end for span in spans)]
    return run in newer_text


def permalinks(
    own: Sequence[str], version: str, matched: Mapping[int, OnRecord], taken: Callable[[set[str]], set[str]]
) -> list[str]:
    """The id on the record of each of a reading's statements or events: the known one's, its own, or a fresh one.

    An own id is worked out from where something stands, so that after an edit other words may come to stand where a
    kept statement stood: they get a fresh id. version: of the article. taken: which of these ids are on record.
    """
    used = taken({id for position, id in enumerate(own) if position not in matched})
    used |= {one.id for one in matched.values()}
    ids: list[str] = []
    for position, first in enumerate(own):
        if position in matched:
            ids.append(matched[position].id)
            continue
        id, turn = first, 0
        while id in used:
            id, turn = digest(first, version, str(turn)), turn + 1
        used.add(id)
        ids.append(id)
    return ids
