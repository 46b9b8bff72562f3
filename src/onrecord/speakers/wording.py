"""How a description is worded on the record: without "the", and with a capital only where it has one anyway."""

from __future__ import annotations

from typing import Final

from onrecord.speakers.facts import is_common_word
from onrecord.speakers.lexicon import FUNCTION_WORDS, PERSON_NOUNS, PREPOSITIONS
from onrecord.speakers.phrases import KNOWN_NOUNS, singular

_ADJECTIVES: Final = frozenset(
    "local other current former recent new former young old senior top public private unnamed foreign federal national "
    "more fewer about roughly only nearly almost responsible".split()
)


def description(words: str, *, proper: bool = False) -> str:
    """The words of a description without "the" before it. proper: its first word is written with a capital anyway."""
    words = " ".join(words.split()).strip('"“”,;: ')
    whole = words
    for article in ("the ", "The ", "this ", "This ", "these ", "These ", "those ", "Those "):
        rest = words.removeprefix(article)
        words = words if rest.partition(" ")[0].lower() in PREPOSITIONS else rest
    for possessive in ("'s", "’s"):
        words = words.removesuffix(possessive)
    opens = whole == words and words[:1].isupper() and not proper and lowers_at_start(words)
    return words[:1].lower() + words[1:] if opens else words


def lowers_at_start(words: str) -> bool:
    """Whether the first word has its capital only from the sentence."""
    word, _, rest = words.partition(" ")
    first = word.lower()
    if first in ("a", "an", "some", "many", "several", "most", "all", "his", "her", "their", "its", "one", "each"):
        return True
    if (word[1:] and not word[1:].islower()) or rest[:1].isupper() or (rest[:3] == "of " and rest[3:4].isupper()):
        return False
    return (
        is_common_word(first)
        or first in FUNCTION_WORDS
        or first in KNOWN_NOUNS
        or singular(first) in PERSON_NOUNS
        or first in _ADJECTIVES
    )
