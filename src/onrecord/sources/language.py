"""The language of a text, from its first few hundred characters."""

from __future__ import annotations

import re
from functools import cache

from lingua import IsoCode639_1, Language, LanguageDetector, LanguageDetectorBuilder

_SAMPLE = 700
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "that",
        "for",
        "it",
        "as",
        "was",
        "with",
        "be",
        "by",
        "on",
        "not",
        "he",
        "his",
        "but",
        "at",
        "are",
        "this",
        "have",
        "from",
        "or",
        "had",
        "an",
        "they",
        "which",
        "one",
        "you",
        "were",
        "her",
        "she",
        "there",
        "been",
        "their",
        "will",
        "would",
        "said",
        "has",
        "more",
        "who",
        "what",
        "its",
        "it's",
    ]
)
_WORD = re.compile(r"[^\W\d_]+")
# News is published in these; asked for one language of all seventy-five, lingua needs ten times the memory.
_LANGUAGES = [
    "EN",
    "FR",
    "DE",
    "ES",
    "PT",
    "IT",
    "NL",
    "RU",
    "UK",
    "PL",
    "TR",
    "AR",
    "FA",
    "HE",
    "ZH",
    "JA",
    "KO",
    "HI",
    "UR",
    "BN",
    "ID",
    "VI",
    "SV",
    "NB",
    "DA",
    "FI",
    "CS",
    "RO",
    "HU",
    "EL",
    "AF",
    "SW",
    "TL",
]


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, or None where there are too few words to tell.

    English, the usual case, is known by its small words without asking lingua; so a run over English news never loads
    the language models.
    """
    sample = text[: 4 * _SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) >= 12 and sum(word in _ENGLISH for word in words) >= 0.22 * len(words):
        return "en"
    if len("".join(words)) < 20:
        return None
    found = _detector().detect_language_of(sample[:_SAMPLE])
    return found.iso_code_639_1.name.lower() if found else None


def language_notes(code: str | None) -> tuple[str, ...]:
    """What readers must know of an article in another language than English: it is kept and not annotated."""
    if code in (None, "en"):
        return ()
    name = next((one.name.title() for one in Language.all() if one.iso_code_639_1.name.lower() == code), code)
    return (f"not English: {name}",)


@cache
def _detector() -> LanguageDetector:
    codes = [getattr(IsoCode639_1, code) for code in _LANGUAGES]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()
