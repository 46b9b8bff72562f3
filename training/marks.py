"""Words that tell events, as training examples: the guide's events, TimeML's events and how certain they are told.

Three sources with three ideas of an event train one encoder, each its own outputs: the guide's diary events (with
status, type, time and status words), TimeML's (class, tense and modality of every event word, and the time it is tied
to), and the crowd's judgement of how certain an event is told (-3 to 3). Only the guide's outputs ship.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from onrecord.model.events import STATUSES, TYPES
from onrecord.records import Span

NOT_TOLD = -100
CLASSES = ("OCCURRENCE", "STATE", "REPORTING", "I_ACTION", "I_STATE", "PERCEPTION", "ASPECTUAL")
TENSES = ("PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART", "NONE")
ON_THAT_TIME = (
    "IS_INCLUDED",
    "SIMULTANEOUS",
    "DURING",
    "INCLUDES",
    "BEGINS",
    "BEGUN_BY",
    "ENDS",
    "ENDED_BY",
    "IDENTITY",
)


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One mention of a diary event: its word, and what is known of it; None or NOT_TOLD is not told.

    when: the words of its time, or None. nowhere: whether it is known that its window's words tell no time of it.
    """

    word: Span
    status: int = NOT_TOLD
    type: int = NOT_TOLD
    when: Span | None = None
    nowhere: bool = False
    status_words: Span | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known of one text's events; a list that is None was not annotated.

    doubtful: words of a mention beside the one that names the event, which are trained neither as one nor as none.
    ties: words of which only the time is told. timeml: word with class, tense and modality (0 plain, 1 modal, 2 no).
    certain: word with its value.
    """

    events: Sequence[GoldEvent] | None = None
    doubtful: Sequence[Span] = ()
    ties: Sequence[GoldEvent] = ()
    timeml: Sequence[tuple[Span, tuple[int, int, int]]] | None = None
    certain: Sequence[tuple[Span, float]] | None = None


def head_counts(golds: Sequence[dict[str, Any]]) -> Counter[str]:
    """How often a word was told to be the one of its trigger that names the event."""
    return Counter(
        stem(head) for gold in golds for event in gold["events"] for head in event.get("heads") or () if head
    )


def stem(word: str) -> str:
    """A rough stem, so that the forms of a verb and its noun count together."""
    return re.sub(r"(ations?|ments?|ings?|ions?|ed|es|s|e)$", "", word.lower().replace("'s", ""))[:7]


def guide_marks(text: str, events: Sequence[dict[str, Any]], heads: Counter[str]) -> Marks:
    """The events of an article annotated after the guide. A trigger whose head is not told gets its likeliest word."""
    found: list[GoldEvent] = []
    doubtful: list[Span] = []
    after: dict[str, int] = {}
    for event in events:
        told = event.get("heads") or [None] * len(event["triggers"])
        for trigger, head in zip(event["triggers"], told, strict=True):
            start = text.find(trigger, after.get(trigger, 0))
            if start < 0:
                start = text.find(trigger)
            if start < 0:
                continue
            after[trigger] = start + 1
            whole = Span(start, start + len(trigger))
            word = _head(text, whole, head, heads)
            if word is None:
                doubtful.append(whole)
                continue
            doubtful.append(whole)
            when = _near(text, event.get("when"), word)
            found.append(
                GoldEvent(
                    word=word,
                    status=STATUSES.index(event["status"]),
                    type=TYPES.index(event["type"]) if event["type"] in TYPES else NOT_TOLD,
                    when=when,
                    nowhere=when is None and (event["window"] is None or bool(event.get("when"))),
                    status_words=_near(text, event.get("status_words"), word),
                )
            )
    return Marks(events=found, doubtful=doubtful)


def _head(text: str, trigger: Span, told: str | None, heads: Counter[str]) -> Span | None:
    words = [Span(trigger.start + m.start(), trigger.start + m.end()) for m in re.finditer(r"\w+", trigger.of(text))]
    if told:
        exact = [word for word in words if word.of(text) == re.split(r"\W", told)[0]]
        if exact:
            return exact[0]
    best = max(words, key=lambda word: heads[stem(word.of(text))], default=None)
    return best if best is not None and heads[stem(best.of(text))] else None


def _near(text: str, words: str | None, anchor: Span, reach: int = 600) -> Span | None:
    """The occurrence of words nearest to the anchor, in its paragraph."""
    if not words:
        return None
    first = text.rfind("\n\n", 0, anchor.start) + 1
    last = text.find("\n\n", anchor.end)
    found = []
    for match in re.finditer(re.escape(words), text[first : last if last >= 0 else None]):
        span = Span(first + match.start(), first + match.end())
        found.append((min(abs(span.start - anchor.end), abs(anchor.start - span.end)), span))
    near = min(found, default=None)
    return near[1] if near and near[0] <= reach else None


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text of the auxiliary data with its marks."""

    name: str
    text: str
    marks: Marks


def read_timeml(path: Path) -> Iterator[MarkedText]:
    """TimeML documents: event words with class and tense, and the times in their text that they are tied to."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            root = ElementTree.fromstring(row["tml"])
            body = root.find("TEXT")
            if body is None:
                continue
            pieces: list[str] = []
            spans: dict[str, Span] = {}
            classes: dict[str, str] = {}
            _walk(body, pieces, spans, classes)
            text = "".join(pieces)
            instances = {i.get("eiid", ""): i for i in root.findall("MAKEINSTANCE")}
            known = {i.get("eventID", ""): i for i in instances.values()}
            polarity_told = row["part"] != "AQUAINT"
            timeml: list[tuple[Span, tuple[int, int, int]]] = []
            for eid, name in classes.items():
                instance = known.get(eid)
                tense = instance.get("tense", "") if instance is not None else ""
                doubt = bool(instance is not None and instance.get("modality"))
                negated = instance is not None and instance.get("polarity") == "NEG" and polarity_told
                modality = (2 if negated else 1 if doubt else 0) if instance is not None else NOT_TOLD
                timeml.append(
                    (spans[eid], (CLASSES.index(name), TENSES.index(tense) if tense in TENSES else NOT_TOLD, modality))
                )
            ties = []
            for link in root.findall("TLINK"):
                instance = instances.get(link.get("eventInstanceID", ""))
                timex = link.get("relatedToTime", "")
                if instance is None or timex not in spans or link.get("relType") not in ON_THAT_TIME:
                    continue
                event = spans.get(instance.get("eventID", ""))
                if event:
                    ties.append(GoldEvent(word=event, when=spans[timex]))
            yield MarkedText(row["name"], text, Marks(timeml=timeml, ties=ties))


def _walk(node: ElementTree.Element, pieces: list[str], spans: dict[str, Span], classes: dict[str, str]) -> None:
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, spans, classes)
        pieces.append(child.tail or "")
    end = sum(map(len, pieces))
    if node.tag == "EVENT":
        spans[node.get("eid", "")] = Span(start, end)
        classes[node.get("eid", "")] = node.get("class", "OCCURRENCE")
    elif node.tag == "TIMEX3":
        spans[node.get("tid", "")] = Span(start, end)


def read_factuality(path: Path) -> Iterator[MarkedText]:
    """Sentences whose event words carry a value from -3 (certainly not) to 3 (certainly), some twenty to a text."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        sentences = [block.split("\n") for block in lines.read().split("\n\n") if block.strip()]
    for start in range(0, len(sentences), 20):
        pieces: list[str] = []
        certain: list[tuple[Span, float]] = []
        for sentence in sentences[start : start + 20]:
            at = sum(map(len, pieces))
            for row in sentence:
                cells = row.split("\t")
                if len(cells) < 3:
                    continue
                word = cells[1]
                glued = (
                    word in _GLUED
                    or word.startswith(("'", "n't"))
                    or not pieces
                    or pieces[-1].endswith(("\n", "(", "$"))
                )
                pieces.append(word if glued else " " + word)
                at = sum(map(len, pieces))
                if cells[2] != "_":
                    certain.append((Span(at - len(word), at), float(cells[2])))
            pieces.append("\n\n")
        yield MarkedText(f"factuality-{start}", "".join(pieces).strip(), Marks(certain=certain))


_GLUED = frozenset([".", ",", ";", ":", "?", "!", ")", "%", "''"])
