"""Which words beside a name are a role, an office or trade, and how it is worded on the record."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from onrecord.speakers.everyday import is_acronym, is_agent
from onrecord.speakers.lexicon import (
    CLAUSE_WORDS,
    FUNCTION_WORDS,
    GOVERNMENT_NOUNS,
    GROUP_NOUNS,
    HONORIFICS,
    NAME_ORGANIZATION,
    NO_OFFICE,
    ORGANIZATION_NOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
    RANKS,
    WELL_KNOWN,
)

_DROPPED_BEFORE: Final = frozenset("the a an another his her their its my our your - – —".split())
_LOOSE_AFTER: Final = (
    PREPOSITIONS | CLAUSE_WORDS | frozenset("the a an and or then himself herself themselves himself, - – —".split())
)
_NO_ROLE_FIRST: Final = PREPOSITIONS | frozenset("and or but nor neither either i we he she it they people".split())
_TITLES: Final = frozenset("mr mrs ms miss dr prof rev hon sir st".split())
_DEGREES: Final = re.compile(r"(?:(?:M\.?D|Ph\.?D|M\.?Sc|MPH|MBA|RN|J\.?D|Esq|DO|DVM|DDS)\.?,\s*)+")
_ENDINGS: Final = re.compile(r"[a-z]{3}(?:ant|ress|ee)$")
"""Of the head of a role only: "contestant", "postmistress", "appointee"."""
_PARTIES: Final = frozenset("democrat republican conservative liberal socialist independent tory".split())
_MORE_TRADES: Final = frozenset("cop cops dj d.j. hero nun monk ace vp head star intern chief-of-staff refugee".split())
_KINDS: Final = ORGANIZATION_NOUNS | GOVERNMENT_NOUNS | GROUP_NOUNS | frozenset("nonprofit nonprofits".split())


def clean_role(role: str) -> str | None:
    """A role without the words around it that are none: articles, "his", degrees, half a pair of quotation marks."""
    role = _DEGREES.sub("", role) if _DEGREES.match(role) else role
    words = unquoted(role).split()
    while words and drops_before(words):
        words = words[1:]
    while words and drops_after(words):
        words = words[:-1]
    if all(word.lower() in NO_OFFICE or word.lower() in FUNCTION_WORDS for word in words):
        return None
    return " ".join(words).strip(" ,") or None


def drops_before(words: list[str]) -> bool:
    """Whether the first word is none of a role; "Our" of a name like "Our Harbour" is."""
    first = words[0].lower()
    named = words[0].istitle() and len(words) > 1 and words[1][0].isupper() and first not in ("the", "a", "an")
    return first in HONORIFICS or (first in _DROPPED_BEFORE and not named)


def drops_after(words: list[str]) -> bool:
    """Whether the last word is none of a role: "the leader Ayatollah", but "the first lady"."""
    last = words[-1].lower()
    title = last in HONORIFICS and (last.rstrip(".") in _TITLES or (len(words) > 1 and is_trade(words[-2])))
    return title or last in _LOOSE_AFTER


def unquoted(role: str) -> str:
    """A role without the one quotation mark whose other half was cut off."""
    marks = [letter for letter in role if letter in '"“”']
    return role if len(marks) % 2 == 0 else re.sub(r'["“”]', "", role)


def person_role(role: str) -> str | None:
    """A role of a person: cleaned, and with an office, a trade or a tie in it; None for anything else."""
    cleaned = clean_role(role)
    if cleaned is None or cleaned.split()[0].lower() in _NO_ROLE_FIRST:
        return None
    words = cleaned.split()
    head = next((word for word, after in pairwise([*words, "of"]) if after.lower().strip(",") in PREPOSITIONS), "")
    if is_plural_trade(head.lower()):
        return None
    return cleaned if any(map(is_trade, words)) or _ENDINGS.search(head.lower()) or is_employer(cleaned) else None


def is_plural_trade(word: str) -> bool:
    """Whether a word is a trade in the plural, of several people: "team principals"."""
    known = PERSON_NOUNS | RANKS
    return word.endswith("s") and word not in known and word[:-1] in known


def is_employer(words: str) -> bool:
    """Whether words name the body that somebody speaks for: "the BBC's Ada Stone"."""
    told = [word for word in words.split() if word.lower() not in PREPOSITIONS | {"the", "and", "&"}]
    plain = [word.lower() for word in told]
    if not told or any(word[0].islower() for word in told):
        return False
    known = WELL_KNOWN.get(" ".join(plain), "").startswith("organization")
    return known or bool(set(plain) & NAME_ORGANIZATION) or any(is_acronym(word) for word in told)


def is_party_member(role: str) -> bool:
    """Whether a role tells no more than a party: "Democrat from Georgia"."""
    head = re.split(r"\s(?:of|from|for|in|on|who)\b", role)[0].split()
    return bool(head) and head[-1].lower() in _PARTIES


def body_role(role: str) -> str | None:
    """What kind of body a name is told to be ("website", "parent company"); None for anything else."""
    cleaned = clean_role(role)
    if cleaned is None or cleaned.split()[0].lower() in _NO_ROLE_FIRST:
        return None
    words = [word.strip(",").lower() for word in cleaned.split()]
    head = next((number for number, word in enumerate(words) if number and word in PREPOSITIONS), len(words))
    kinds = {word.rsplit("-", 1)[-1] for word in words[:head]} & _KINDS
    return cleaned if kinds and (words[head - 1] in _KINDS or not is_trade(words[head - 1])) else None


def is_trade(word: str) -> bool:
    """Whether a word is an office, a trade or a tie between people, whole or in a compound."""
    plain = re.sub(r"['’]s$", "", word.strip(",.;:()").lower())
    known = PERSON_NOUNS | RANKS | _MORE_TRADES
    return plain in known or word.lower() in known or is_agent(plain) or bool(known & set(re.split(r"[-/]", plain)))
