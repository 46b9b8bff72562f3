"""Turns the tables of `patterns.py` into one regular expression over strings of codes, a code for each token.

Each word that a pattern or group names has a code of one character, and so has each kind of token.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.times.patterns import CORE_KINDS, CORE_WORDS, GROUPS, KINDS, PARTS, PATTERNS

_PART = re.compile(r"<([A-Z0-9]+)>")
_ATOM = re.compile(r"[A-Z][A-Z0-9]+|[a-z]+")


def table_of(text: str) -> list[tuple[str, str]]:
    """The names and patterns of a table written as `name: pattern`, long patterns running on in indented lines."""
    rows: list[tuple[str, str]] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace():
            name, pattern = rows.pop()
            rows.append((name, f"{pattern} {line.strip()}"))
        else:
            name, _, pattern = line.partition(":")
            rows.append((name, pattern.strip()))
    return rows


def without_lookaround(pattern: str) -> str:
    """A pattern without its conditions on what stands before and behind: `(?! ago | HYPHEN (ago | old))`."""
    kept: list[str] = []
    depth = 0
    for place, mark in enumerate(pattern):
        if depth or pattern.startswith(("(?=", "(?!", "(?<"), place):
            depth += {"(": 1, ")": -1}.get(mark, 0)
        else:
            kept.append(mark)
    return "".join(kept)


def _spelled_out(pattern: str, parts: dict[str, str]) -> str:
    while _PART.search(pattern):
        pattern = _PART.sub(lambda part: f"({parts[part[1]]})", pattern)
    return pattern


_ROWS = [(name, _spelled_out(pattern, dict(table_of(PARTS)))) for name, pattern in table_of(PATTERNS)]
_LITERALS = {atom for _, pattern in _ROWS for atom in _ATOM.findall(pattern) if atom.islower()}
KIND_CODES = {kind: chr(0xE000 + place) for place, kind in enumerate(KINDS)}
WORD_CODES = {word: chr(0xE100 + place) for place, word in enumerate(sorted(_LITERALS.union(*GROUPS.values())))}


def _codes(atom: str) -> str:
    if atom.islower():
        return WORD_CODES[atom]
    if atom in GROUPS:
        return "[" + "".join(sorted(WORD_CODES[word] for word in GROUPS[atom])) + "]"
    return KIND_CODES[atom]


def compile_pattern(pattern: str) -> str:
    """The regular expression over codes that a pattern without parts means. Raises KeyError on an unknown name."""
    plain_groups = re.sub(r"\((?!\?)", "(?:", pattern)
    return re.sub(r"\s+", "", _ATOM.sub(lambda atom: _codes(atom[0]), plain_groups))


_COMPILED = [(name, compile_pattern(pattern)) for name, pattern in _ROWS]
NAMES = tuple(name for name, _ in _COMPILED)
UNHURRIED = "|".join(f"(?P<p{place}>{pattern})" for place, (_, pattern) in enumerate(_COMPILED))
_MATCHED = {atom for _, pattern in _ROWS for atom in _ATOM.findall(without_lookaround(pattern))}
_CORE = {KIND_CODES[kind] for kind in CORE_KINDS} | {WORD_CODES[word] for word in CORE_WORDS & WORD_CODES.keys()}
_UNKNOWN = {KIND_CODES[kind] for kind in ("OTHER", "NAME", "BREAK")}
_LEADING = {code for atom in _MATCHED for code in _codes(atom).strip("[]")} - _UNKNOWN - _CORE
# All patterns at once, tried only where known words lead to one that every pattern needs: fifteen times as fast.
ANY = re.compile(f"(?=[{''.join(sorted(_LEADING))}]{{0,12}}[{''.join(sorted(_CORE))}])(?:{UNHURRIED})")


@cache
def each_pattern() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every pattern by itself with its name, compiled when first asked for."""
    return tuple((name, re.compile(pattern)) for name, pattern in _COMPILED)
