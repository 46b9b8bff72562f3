"""Which statement of an article's earlier version is which of its newer one: the same words, never similar ones."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from onrecord.records import Reading, Span, Statement, digest


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
    waiting = sorted(known, key=lambda one: (not one.current, one.position))
    _pair(waiting, reading, found, lambda k: (k.content, k.source), lambda s: (_content(s, text), _source(s, text)))
    _pair(
        waiting,
        reading,
        found,
        lambda k: (k.content, k.speaker) if k.speaker else None,
        lambda s: (_content(s, text), s.speaker.id) if s.speaker else None,
    )
    return found


def _pair(
    waiting: Sequence[Known],
    reading: Reading,
    found: dict[int, Known],
    key_of_known: Callable[[Known], Hashable],
    key_of_new: Callable[[Statement], Hashable],
) -> None:
    """Add to `found` the pairs with equal keys, in order, of those not paired yet; None is equal to nothing."""
    taken = {one.key for one in found.values()}
    queues: defaultdict[Hashable, deque[Known]] = defaultdict(deque)
    for one in waiting:
        if one.key not in taken:
            queues[key_of_known(one)].append(one)
    for position, statement in enumerate(reading.statements):
        key = key_of_new(statement)
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


def permalinks(reading: Reading, matched: dict[int, Known], taken: Callable[[set[str]], set[str]]) -> list[str]:
    """The id of each statement of a reading on the record: the known one's, its own, or a fresh one.

    A statement's own id is worked out from where it stands, so that after an edit other words may come to stand where a
    kept statement stood: they get a fresh id. taken: which of these ids are on record.
    """
    own = {statement.id for position, statement in enumerate(reading.statements) if position not in matched}
    used = taken(own) | {one.id for one in matched.values()}
    ids: list[str] = []
    for position, statement in enumerate(reading.statements):
        if position in matched:
            ids.append(matched[position].id)
            continue
        id, turn = statement.id, 0
        while id in used:
            id, turn = digest(statement.id, reading.article.version, str(turn)), turn + 1
        used.add(id)
        ids.append(id)
    return ids
