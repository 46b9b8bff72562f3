"""Words set apart from the story, as a heading or a pull quote, that a statement of the story holds in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.records import Attribution, Span

FEWEST_WORDS: Final = 3
_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")


def words_of(text: str, span: Span) -> str:
    """The words of a span in lower case, without marks, one blank around each."""
    found = _WORD.findall(span.of(text).lower().replace("’", "'"))
    return f" {' '.join(found)} "


def echoed(text: str, attributions: Sequence[Attribution], number: int) -> int | None:
    """The statement with a source that holds all words of this one, which has neither cue nor source; else None."""
    item = attributions[number]
    words = words_of(text, item.content[0])
    if item.cue is not None or item.source is not None or len(words.split()) < FEWEST_WORDS:
        return None
    later_first: list[int] = [*range(number + 1, len(attributions)), *range(number - 1, -1, -1)]
    for index in later_first:
        other = attributions[index]
        if other.source is None or any(piece.overlaps(item.content[0]) for piece in other.content):
            continue
        if any(words in words_of(text, piece) for piece in other.content):
            return index
    return None
