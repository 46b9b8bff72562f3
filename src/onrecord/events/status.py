"""The status of an event as one mention tells it: the encoder's judgement, the words around it, and the days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from onrecord.model.events import STATUSES, TaggedEvent
from onrecord.records import Interval, Span

PAST: Final = frozenset({"occurred", "ongoing"})
AHEAD: Final = ("confirmed", "likely", "tentative", "possible", "unlikely")

# Words that carry a status, where they stand before the event's word or where the encoder points at them. The first row
# that has a phrase keeps it ("will not" is not "will"). "Would" alone tells nothing.
_ROWS: Final = (
    (
        "ruled_out",
        r"(?:will|would|shall|could|can|may|might|should|must) (?:not|never)|won['’]t|wouldn['’]t|can['’]t|cannot"
        r"|(?:is|are|was|were) not going to|refus\w+ to|no (?:plans?|intention)|rul\w+ out|declin\w+ to|reject\w*"
        r"|never to",
    ),
    ("unlikely", r"unlikely|not (?:likely|expected)|no chance|doubts? that|doubtful|little (?:chance|hope)"),
    ("postponed", r"postpone\w*|delay(?:ed|s|ing)?|put off|pushed back|rescheduled"),
    ("cancelled", r"cancell?(?:ed|s|ing)|call(?:ed|s|ing) off|scrapp\w+|axed|abandon\w*"),
    (
        "likely",
        r"expect(?:ed|s|ing)?|likely|forecasts?|project(?:ed|s)|on (?:track|course) (?:to|for)|poised|almost certain"
        r"|anticipat\w+|probably|predict\w*",
    ),
    (
        "possible",
        r"could|may|might|can|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)|mull\w*|if|unless|whether|possib\w+"
        r"|potential(?:ly)?|chance|prospect|not rul\w+ out|threat\w*|risks?|in case|in the event",
    ),
    (
        "tentative",
        r"plan(?:s|ned|ning)?|want(?:s|ed|ing)?|aim(?:s|ed|ing)?|hop(?:e|es|ed|ing)|inten[dt]\w*|seek(?:s|ing)?"
        r"|sought|propos\w+|vow\w*|pledg\w+|promis\w+|call(?:s|ed|ing)? (?:for|on)|should|must"
        r"|urg(?:e|es|ed|ing)|demand\w*|request\w*|ask(?:s|ed|ing)?|goal|bid|tr(?:y|ies|ied|ying) to"
        r"|push(?:es|ed|ing)? for|need(?:s|ed)? to|let['’]s",
    ),
    (
        "confirmed",
        r"will|['’]ll|shall|schedul\w+|(?:is|are|was|were) (?:set|due|to|about|going)|set to|due to|slated"
        r"|going to|agreed to|upcoming|forthcoming",
    ),
)  # fmt: skip
_CUES: Final = re.compile(
    r"(?<![\w’'])(?:" + "|".join(f"(?P<{status}>{words})" for status, words in _ROWS) + r")(?!\w)", re.IGNORECASE
)
# Under a condition what "will" or "would" happen is possible only.
_CONDITION: Final = re.compile(r"(?<!\w)(?:if|unless|whether|in case|in the event)(?!\w)", re.IGNORECASE)
_MODAL: Final = re.compile(r"(?<!\w)(?:will|would|shall)(?!\w)|['’](?:ll|d)(?!\w)", re.IGNORECASE)
_BREAK: Final = re.compile(r"[.;:!?]|,\s+(?:and|but|while|although|after|which|who)\b")

# How much likelier a status is where a word of its row stands near, and where the encoder points at one; and what is
# left of the probability that an event is ahead whose days are over. Set on articles that the encoder did not learn
# from.
NEAR: Final = 16.0
POINTED: Final = 4.0
BEHIND: Final = 0.2
REACH: Final = 70  # characters before the event's word


def words_before(text: str, sentence: Span, event: TaggedEvent) -> re.Match[str] | None:
    """The last words of the table before an event's word, in its clause."""
    return _last_words(text, max(sentence.start, event.word.start - REACH), event.word.start)


def told_chances(text: str, sentence: Span, event: TaggedEvent, near: re.Match[str] | None) -> tuple[float, ...]:
    """The probabilities of every status, in the order of `STATUSES`: the model's, weighed by the words around.

    near: the words of the table before the event's word, if any.
    """
    chances = dict(zip(STATUSES, event.status, strict=True))
    if _is_conditional(text, sentence, event, near):
        chances["possible"] *= NEAR
    elif near and near.lastgroup:
        chances[near.lastgroup] *= NEAR
    words = event.status_words
    if words and sentence.contains(words):
        pointed = _last_words(text, words.start, words.end)
        if pointed and pointed.lastgroup:
            chances[pointed.lastgroup] *= POINTED
    return _shares(chances.values())


def _is_conditional(text: str, sentence: Span, event: TaggedEvent, near: re.Match[str] | None) -> bool:
    """Whether the event would follow from what may not be so ("if it snows, the match will be moved")."""
    if near and near.lastgroup != "confirmed":
        return False
    start = max(sentence.start, event.word.start - REACH)
    modal = _MODAL.search(text, near.start() if near else start, event.word.start)
    if modal is None:
        return False
    clause = max(sentence.start, text.rfind(";", sentence.start, modal.start()))
    return _CONDITION.search(text, clause, modal.start()) is not None


def status_words_of(sentence: Span, event: TaggedEvent, near: re.Match[str] | None) -> Span | None:
    """The words that carry the status: those pointed at where they stand in the event's sentence, else the table's."""
    words = event.status_words
    if words and sentence.contains(words):
        return words
    return Span(*near.span()) if near else None


def hold_against_days(told: Sequence[float], days: Interval | None, day: date | None) -> tuple[float, ...]:
    """What has happened cannot lie wholly ahead of publication. What is ahead hardly lies wholly behind it.

    Hardly, because a plan may be told long after ("was to open in March").
    """
    chances = dict(zip(STATUSES, told, strict=True))
    if days and day:
        if days.earliest and days.earliest > day:
            chances["occurred"] = chances["ongoing"] = 0.0
        elif days.latest and days.latest < day:
            for status in (*AHEAD, "ongoing"):
                chances[status] *= BEHIND
    return _shares(chances.values())


def _shares(numbers: Iterable[float]) -> tuple[float, ...]:
    told = tuple(numbers)
    total = sum(told) or 1.0
    return tuple(number / total for number in told)


def ahead_share(chances: Sequence[float]) -> float:
    """How likely it is that the event is told as ahead of publication."""
    return sum(chance for status, chance in zip(STATUSES, chances, strict=True) if status in AHEAD)


def _last_words(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last words of the table in a stretch of text, within its clause."""
    for match in _BREAK.finditer(text, start, end):
        start = match.end()
    found = None
    for match in _CUES.finditer(text, start, end):
        found = match
    return found


def likeliest(chances: Sequence[float]) -> str:
    """The status with the highest number."""
    return STATUSES[max(range(len(STATUSES)), key=chances.__getitem__)]
