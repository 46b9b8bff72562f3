"""Whole readings against articles annotated after the guide (a folder of ID.gold.json, ID.txt, ID.meta.json).

The system's answers are readings in the form of `onrecord read --format json`, or the gold's own form, so that two
annotators can be compared. Every string is located in the gold article's text, so that small differences of extraction
do not decide.
  statements   matched one to one, best first, where the token F1 of the contents is at least 0.5
    exact      content tokens identical, edge punctuation and a leading "that" set aside
    speaker    one name's words are contained in the other's (titles set aside), or half of the words are shared
    said       both ends of the interval equal, null equal to null
    right      speaker and said both right: F1 over all statements
  events       matched one to one where a mention overlaps a trigger
    right      status right and window near (the intervals overlap by half, or both are null)
    place      as a speaker: of the matched that the system tells one of, and of those that have one
  text, title, published   token F1 of the text; title equal; publication day equal (record form only)
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.attribution import Count
from evaluation.grounding import GroundedText, Place, squeeze, token_f1, words_of

TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady dame president prime minister senator sen rep representative gov governor gen "
    "general col colonel lt capt captain judge justice secretary ambassador professor prof chief former spokesman "
    "spokeswoman spokesperson the a an of for".split()
)
FAR_FUTURE = 4_000_000  # a proleptic day number beyond all dates, for an open end

Window = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """One annotated article and what the system said of it."""

    name: str
    gold: dict[str, Any]
    system: dict[str, Any]
    text: str
    meta: dict[str, Any]


@dataclass(slots=True)
class Scores:
    """F1 figures by name, shares among the matched by name (hits, of), and snippets of what went wrong."""

    counts: dict[str, Count] = field(default_factory=dict)
    shares: dict[str, tuple[float, int]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Every figure in percent; what could not be measured is left out."""
        shares = {name: 100 * hit / of for name, (hit, of) in self.shares.items() if of}
        return {name: count.f1 for name, count in self.counts.items()} | shares


def read_items(gold: Path, answers: Callable[[str], dict[str, Any] | None]) -> list[Item]:
    """The annotated articles of a folder, each with the system's answer (an empty one where there is none)."""
    items = []
    for path in sorted(gold.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        meta = gold / f"{name}.meta.json"
        items.append(
            Item(
                name,
                json.loads(path.read_text(encoding="utf-8")),
                answers(name) or {"statements": [], "events": []},
                (gold / f"{name}.txt").read_text(encoding="utf-8"),
                json.loads(meta.read_text(encoding="utf-8")) if meta.exists() else {},
            )
        )
    return items


def score_record(items: Sequence[Item]) -> Scores:
    """Score the answers over all articles together."""
    tally: Counter[str] = Counter()
    texts: list[float] = []
    scores = Scores()
    for item in items:
        text = GroundedText(item.text)
        _score_statements(text, item, tally, scores.errors)
        _score_events(text, item, tally, scores.errors)
        _score_article(item, tally, texts)
    for name, key in (("statements", "hit"), ("statements exact", "exact"), ("statements right", "right")):
        scores.counts[name] = Count(tally[key], tally["system"], tally["gold"])
    for name, key in (("events", "event hit"), ("events right", "event right")):
        scores.counts[name] = Count(tally[key], tally["event system"], tally["event gold"])
    for name, key, of in (
        ("speaker, of matched", "speaker", "hit"),
        ("named persons, of matched", "persons right", "persons"),
        ("said, of matched", "said", "hit"),
        ("said, of dated", "dated right", "dated"),
        ("kind, of matched", "kind", "hit"),
        ("venue, of matched", "venue", "hit"),
        ("status, of matched", "status", "event hit"),
        ("type, of matched", "type", "event hit"),
        ("window, of matched", "window", "event hit"),
        ("window near, of matched", "near", "event hit"),
        ("place, of told", "place", "places told"),
        ("place, of placed", "place", "placed"),
        ("title", "title", "titles"),
        ("published", "published", "dates"),
    ):
        scores.shares[name] = (tally[key], tally[of])
    scores.shares["text"] = (sum(texts), len(texts))
    return scores


def _score_statements(text: GroundedText, item: Item, tally: Counter[str], errors: list[str]) -> None:
    gold, system = statements_of(text, item.gold), statements_of(text, item.system)
    pairs = match_statements(gold, system)
    tally.update({"gold": len(gold), "system": len(system), "hit": len(pairs)})
    for i, j in pairs:
        g, s = gold[i], system[j]
        who, when = same_name(g["speaker"], s["speaker"]), g["said"] == s["said"]
        tally.update(
            {
                "exact": g["tokens"] == s["tokens"],
                "speaker": who,
                "said": when,
                "kind": g["kind"] == s["kind"],
                "venue": same_name(g["venue"], s["venue"]),
                "right": who and when,
                "dated": bool(g["said"]),
                "dated right": bool(g["said"]) and when,
                "persons": g["type"] == "person",
                "persons right": g["type"] == "person" and who,
            }
        )
        if not (who and when):
            told = f"speaker {g['speaker']!r} / {s['speaker']!r}, said {g['said']} / {s['said']}"
            errors.append(f"{item.name}: {g['show']!r}: {told}")
    found = {i for i, _ in pairs}, {j for _, j in pairs}
    errors += [f"{item.name}: missed statement {g['show']!r}" for i, g in enumerate(gold) if i not in found[0]]
    errors += [f"{item.name}: extra statement {s['show']!r}" for j, s in enumerate(system) if j not in found[1]]


def _score_events(text: GroundedText, item: Item, tally: Counter[str], errors: list[str]) -> None:
    gold, system = events_of(text, item.gold), events_of(text, item.system)
    pairs = match_events(gold, system)
    tally.update({"event gold": len(gold), "event system": len(system), "event hit": len(pairs)})
    for i, j in pairs:
        g, s = gold[i], system[j]
        close = near(g["window"], s["window"])
        right = g["status"] == s["status"] and close
        tally.update(
            {
                "status": g["status"] == s["status"],
                "type": g["type"] == s["type"],
                "window": g["window"] == s["window"],
                "near": close,
                "placed": g["place"] is not None,
                "places told": s["place"] is not None,
                "place": g["place"] is not None and same_name(g["place"], s["place"]),
                "event right": right,
            }
        )
        if not right:
            told = f"status {g['status']} / {s['status']}, window {g['window']} / {s['window']}"
            errors.append(f"{item.name}: event {g['show']!r}: {told}")
    found = {i for i, _ in pairs}, {j for _, j in pairs}
    errors += [
        f"{item.name}: missed event {g['show']!r} ({g['status']})" for i, g in enumerate(gold) if i not in found[0]
    ]
    errors += [
        f"{item.name}: extra event {s['show']!r} ({s['status']})" for j, s in enumerate(system) if j not in found[1]
    ]


def _score_article(item: Item, tally: Counter[str], texts: list[float]) -> None:
    article = item.system.get("article")
    if not isinstance(article, dict):
        return
    title, body = article.get("title") or "", article.get("text") or ""
    whole = body if body.startswith(title or "\0") else "\n\n".join(words for words in (title, body) if words)
    texts.append(token_f1(item.text, whole))
    if item.meta.get("title"):
        tally["titles"] += 1
        tally["title"] += squeeze(item.meta["title"]).lower() == squeeze(title).lower()
    if item.gold.get("published"):
        tally["dates"] += 1
        tally["published"] += (article.get("published") or "")[:10] == item.gold["published"][:10]


def statements_of(text: GroundedText, answer: dict[str, Any]) -> list[dict[str, Any]]:
    """The statements of an answer in either form, with the numbers of their content's words in the text."""
    own = _own_text(answer)
    found, after = [], len(text.text.split("\n", 1)[0])
    for statement in answer.get("statements", []):
        pieces = statement.get("content") or []
        cue = statement.get("cue")
        hint = text.find(words_of(cue, None)[0]) if cue and not own else []
        spans = text.locate(pieces, own, after=after, hint=hint)
        if spans and not own:
            after = spans[0][0]
        speaker = statement.get("speaker")
        found.append(
            {
                "tokens": text.trimmed(spans),
                "speaker": name_of(speaker),
                "type": speaker.get("type") if isinstance(speaker, dict) else statement.get("speaker_type"),
                "said": window_of(statement.get("said")),
                "kind": statement.get("kind"),
                "venue": name_of(statement.get("venue")),
                "show": " … ".join(words_of(piece, None)[0] for piece in pieces)[:90],
            }
        )
    return found


def events_of(text: GroundedText, answer: dict[str, Any]) -> list[dict[str, Any]]:
    """The events of an answer in either form, with the places of their mentions in the text."""
    own = _own_text(answer)
    found = []
    for event in answer.get("events", []):
        places: list[Place] = []
        for mention in event.get("mentions") or event.get("triggers") or []:
            words, context = words_of(mention, own)
            places += text.find(words, context)[: 1 if context else 3]
        found.append(
            {
                "places": places,
                "status": event.get("status"),
                "type": event.get("type"),
                "window": window_of(event.get("window")),
                "place": event.get("place") or None,
                "show": event.get("label") or "",
            }
        )
    return found


def _own_text(answer: dict[str, Any]) -> str | None:
    article = answer.get("article")
    return article.get("text") if isinstance(article, dict) else None


def name_of(who: Any) -> str | None:
    """A speaker or venue as a name, from a string or from the record's form."""
    if who is None or isinstance(who, str):
        return who
    name: str | None = who.get("name")
    return name


def window_of(interval: dict[str, str | None] | None) -> Window | None:
    """(earliest, latest) as days; "" is an open end; None is no time at all."""
    if not interval or not (interval.get("earliest") or interval.get("latest")):
        return None
    return (interval.get("earliest") or "")[:10], (interval.get("latest") or "")[:10]


def same_name(a: str | None, b: str | None) -> bool:
    """One name's words lie within the other's, titles set aside, or half of the words are shared."""
    if a is None or b is None:
        return a is b
    left, right = ({w for w in re.findall(r"\w+", name.lower()) if w not in TITLES} for name in (a, b))
    if not left or not right:
        return squeeze(a).lower() == squeeze(b).lower()
    return left <= right or right <= left or shared_words(frozenset(left), frozenset(right)) >= 0.5


def near(a: Window | None, b: Window | None) -> bool:
    """The intervals overlap by half of what they cover together, or both are null; an open end is open."""
    if a is None or b is None:
        return a is b
    try:
        (p, q), (r, s) = ((_day(w[0], 0), _day(w[1], FAR_FUTURE)) for w in (a, b))
    except ValueError:
        return a == b
    shared = min(q, s) - max(p, r) + 1
    return shared > 0 and shared / (max(q, s) - min(p, r) + 1) >= 0.5


def _day(words: str, open_end: int) -> int:
    return date.fromisoformat(words).toordinal() if words else open_end


def shared_words(a: frozenset[Any], b: frozenset[Any]) -> float:
    """F1 of two sets of words; 0 where one is empty."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def match(gold: int, system: int, value: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """Pairs (gold, system) one to one, best value first, of at least 0.5."""
    ranked = sorted(
        ((value(i, j), i, j) for i in range(gold) for j in range(system)), key=lambda t: (-t[0], t[1], t[2])
    )
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for worth, i, j in ranked:
        if worth < 0.5:
            break
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def match_statements(gold: Sequence[dict[str, Any]], system: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """Statements one to one, by the words that their contents share."""
    return match(len(gold), len(system), lambda i, j: shared_words(gold[i]["tokens"], system[j]["tokens"]))


def match_events(gold: Sequence[dict[str, Any]], system: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """Events one to one where a mention overlaps a trigger, those of one status first."""

    def value(i: int, j: int) -> float:
        touches = any(a < d and b > c for a, b in gold[i]["places"] for c, d in system[j]["places"])
        return float(touches) * (1.0 if gold[i]["status"] == system[j]["status"] else 0.9)

    return match(len(gold), len(system), value)
