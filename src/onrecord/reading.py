"""The whole way of one article on one page: from clean text to everything that is on record in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from onrecord.events import find_events
from onrecord.model import Tags
from onrecord.records import Article, ModelCard, Reading, Span
from onrecord.speakers import read_register, resolve_speakers
from onrecord.statements import find_attributions
from onrecord.times import find_times

# The language that the model was trained on; others are recognised, stored and left unannotated.
LANGUAGE = "en"


class Tagger(Protocol):
    """What a reading needs of the model: `onrecord.model.Tagger`, or a stand-in."""

    @property
    def card(self) -> ModelCard:
        """Name and version, kept with every reading."""
        ...

    def tag(self, text: str, paragraphs: list[Span]) -> Tags:
        """Find cues, sources and contents."""
        ...


def read_article(article: Article, *, tagger: Tagger) -> Reading:
    """Find and resolve every record in one article. Pure: no files, clock, network or database.

    An article in another language comes back without records and with a note that says so.
    """
    if article.language not in (LANGUAGE, None):
        note = f"not annotated: the language is {article.language}, and onrecord annotates English only"
        return Reading(article, (), (), model=tagger.card, notes=(note,))
    tags = tagger.tag(article.text, [paragraph.span for paragraph in article.paragraphs])
    attributions = find_attributions(article, tags)
    times = find_times(article.text, article.published)
    register = read_register(article)
    statements, speakers = resolve_speakers(article, attributions, times=times, register=register)
    events = find_events(article, tags, statements, times, register)
    reading = Reading(article, statements, speakers, times, events, model=tagger.card)
    # Those who only take part in an event are told beside the speakers, as the JSON has them.
    return replace(reading, speakers=reading.everybody)
