"""What turns articles into readings, opened once a run. Imported late: the model runtime takes a while to load."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.records import Article, ModelCard, Reading


@dataclass(frozen=True, slots=True)
class Engine:
    """A function from article to reading, and the card of the model behind it."""

    read: Callable[[Article], Reading]
    card: ModelCard


def open_engine() -> Engine:
    """The shipped model, ready to read. Raises ModelError."""
    from onrecord.model import load_tagger
    from onrecord.reading import read_article

    tagger = load_tagger()
    return Engine(lambda article: read_article(article, tagger=tagger), tagger.card)
