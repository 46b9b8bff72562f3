"""Whether a clause calls or puts an event off: "cancelled the debate", "the debate was postponed".

One event in a hundred is called or put off (69 of 6,800 in the articles annotated for the project), too few for an
encoder to learn from; but the words are few too, and where one governs an event's word, as its verb or as the noun
that it belongs to, there is little doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from onrecord.model.events import STATUSES
from onrecord.records import Span

SHARE: Final = 0.9  # of the probability of all statuses the one that is told gets so much
REACH: Final = 220  # characters before and behind the event's word
_WORDS_BETWEEN: Final = 6
_WORDS_BEHIND: Final = 16

# status: base form, other forms that say that it was done, and nouns with "of".
_VERBS: Final = {
    "cancelled": (
        r"cancel|call off|scrap|axe?|abandon|shelve|ditch|scrub",
        r"cancell?(?:ed|s|ing)|cancels|call(?:ed|s|ing) off|scrap(?:ped|s|ping)|ax(?:ed|es|ing)|abandon(?:ed|s|ing)"
        r"|shelv(?:ed|es|ing)|ditch(?:ed|es|ing)|scrubb(?:ed|ing)|scrubs",
        r"cancell?ations?|calling[ -]off|scrapping|abandonment|axing|shelving",
    ),
    "postponed": (
        r"postpone|put off|push back|delay|reschedule",
        r"postpon(?:ed|es|ing)|put(?:s|ting)? off|push(?:ed|es|ing) back(?! (?:against|on)\b)|delay(?:ed|s|ing)"
        r"|reschedul(?:ed|es|ing)",
        r"postponements?|delays?|rescheduling",
    ),
}
_PASSIVE: Final = {
    "cancelled": r"cancell?ed|called off|scrapped|axed|abandoned|shelved|ditched|scrubbed",
    "postponed": r"postponed|put off|pushed back|delayed|rescheduled|put on hold",
}
_INTRANSITIVE: Final = {"cancelled": r"(?:fell|has fallen|had fallen|falls) through"}
_NOT_HELD: Final = r"(?:be held|take place|go ahead|happen|proceed|occur)(?! (?:as|if|unless|without)\b)"
_NOT: Final = r"(?:will not|won['’]t|would not|wouldn['’]t|(?:is|are) not going to)(?: now)?"
_REFUSED: Final = {
    "postponed": rf"{_NOT} {_NOT_HELD}(?= (?:before|until)\b)",
    "cancelled": rf"(?:will|would) no longer {_NOT_HELD}",
    "ruled_out": rf"{_NOT} {_NOT_HELD}",
}
_ANY: Final = re.compile(  # what one of them begins with; most sentences have none
    r"cancel|call\w* off|calling-off|scrap|\bax(?:e|ing)|abandon|shelv|ditch|scrub|postpon|put\w* o(?:ff|n hold)"
    r"|push\w* back|delay|reschedul|(?:fell|fall\w*) through|be held|take place|go ahead|happen|proceed|occur",
    re.IGNORECASE,
)
_ADVERB: Final = r"(?:(?:again|also|later|now|since|then|twice|\w+ly|already)\s+)"
# Before a base form: what says that it was done or will be, not that it may be.
_DONE: Final = (
    r"(?:will|has to|have to|had to|decid\w+ to|decision to|agreed to|forced to|forced \w+ to|forced \w+ \w+ to"
    r"|voted to|opted to|chose to|moved to|compelled to|obliged to|prompted \w+ to|led \w+ to)"
)
# Words that end a noun phrase, or open another clause, between a cue and the event's word.
_OTHER: Final = (
    r"(?:after|amid|and|are|as|because|been|before|but|by|could|did|due|during|following|for|from|had|has|have|if|in"
    r"|into|is|(?-i:may)|might|not|or|over|pending|said|say|says|should|since|that|though|to|unless|was|were|when|where"
    r"|which|while|who|will|with|would)"
)
_STEP: Final = rf"(?:(?!{_OTHER}\b)[\w’'.$£€%-]+\s+)"
_TAIL_OTHER: Final = (
    r"(?:after|and|are|as|because|been|before|but|could|did|had|has|have|if|is|(?-i:may)|might|not|said|say|says|should|that"
    r"|though|unless|was|were|when|where|while|who|will|would)"
)
_TAIL: Final = rf"(?:\s+(?:and\s+(?=(?-i:[A-Z])|former)|(?!{_TAIL_OTHER}\b))[\w’'.$£€-]+){{0,{_WORDS_BEHIND}}}?"
_ASIDE: Final = (
    r"(?:,\s+(?:which|who|originally|initially|first|once|due|set|planned|scheduled)\b[^,.;:!?\n]{0,70},"
    r"|,(?:\s+[\w’'.]+){1,3},)?"
)
_BE: Final = (
    r"(?:(?:has|have|had)\s+(?:\w+ly\s+|since\s+|now\s+|also\s+|again\s+)?been|was|were|is|are|been|is being|are being"
    r"|was being|were being|will be|got|gets)"
)
# What makes of a verb's form a wish, a threat or a condition. "Not" makes nothing of it.
_UNDONE: Final = re.compile(
    r"(?:\b(?:about|against|avoid\w*|consider\w*|could|discuss\w*|for|for the|(?:if|unless|whether)(?:\s+\w+)?|may"
    r"|might|mull\w*|never|no|not|of|over|risk\w*|should|talk\w*|threat\w*|to|weigh\w*|without|would|or)|n['’]t)"
    r"\s+(?:be\s+|have\s+|been\s+)?\s*$",
    re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(r"\b(?:the|a|an|its|his|her|their|this|that|long|much)[ -]$", re.IGNORECASE)


def _behind(status: str) -> str:
    passive = rf",?\s+{_BE}\s+{_ADVERB}{{0,2}}(?P<{status}>{_PASSIVE[status]})"
    own = _INTRANSITIVE.get(status)
    return passive + (rf"|,?\s+(?P<{status}2>{own})" if own else "")


def _refused(status: str) -> str:
    return rf",?\s+(?P<{status}3>{_REFUSED[status]})"


_BEHIND: Final = re.compile(
    rf"{_TAIL}{_ASIDE}(?:{'|'.join([*map(_behind, _VERBS), *map(_refused, _REFUSED)])})(?![\w’'])", re.IGNORECASE
)
# "Debate cancelled amid safety fears": a headline leaves the "was" out.
_HEADLINE: Final = re.compile(
    rf"{_TAIL}\s+{_ADVERB}{{0,2}}(?:"
    + "|".join(f"(?P<{status}>{words})" for status, words in _PASSIVE.items())
    + r")(?![\w’'])(?!\s+(?:the|an?|all|its|his|her|their)\b)",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"(?<![\w’'-])(?:"
    + "|".join(
        rf"(?P<{status}>(?:{_DONE}\s+{_ADVERB}?(?:{base})|{done})(?:\s+until\s+\w+(?:\s+(?:morning|night|week|month))?)?"
        rf"|(?:{nouns})\s+(?:of|in|to))"
        for status, (base, done, nouns) in _VERBS.items()
    )
    + rf")\s+{_STEP}{{0,{_WORDS_BETWEEN}}}(?:of\s+{_STEP}{{0,2}})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CalledOff:
    """What is said of an event: its status, "cancelled", "postponed" or "ruled_out", and the words that say it."""

    status: str
    words: Span


def called_off(text: str, sentence: Span, word: Span, *, headline: bool = False) -> CalledOff | None:
    """What calls or puts an event off: a verb that governs its word in its sentence, or a noun that it belongs to.

    headline: whether the sentence is one, where a participle alone tells it.
    """
    if not _ANY.search(text, sentence.start, sentence.end):
        return None
    end = min(sentence.end, word.end + REACH)
    found = _BEHIND.match(text, word.end, end) or (_HEADLINE.match(text, word.end, end) if headline else None)
    if found is None:
        start = max(sentence.start, word.start - REACH)
        found = next((m for m in _BEFORE.finditer(text, start, word.start) if m.end() == word.start), None)
        if found is None or _undone(text, start, found):
            return None
    group = str(found.lastgroup)
    return CalledOff(group.rstrip("23"), Span(*found.span(group)))


def _undone(text: str, start: int, found: re.Match[str]) -> bool:
    before = text[start : found.start()]
    return bool(_UNDONE.search(before)) or bool(found["postponed"] and _ATTRIBUTE.search(before))


def with_status(told: tuple[float, ...], status: str) -> tuple[float, ...]:
    """The probabilities of every status where one is told outright."""
    rest = 1.0 - SHARE
    return tuple(
        rest * chance + (SHARE if name == status else 0.0) for name, chance in zip(STATUSES, told, strict=True)
    )
