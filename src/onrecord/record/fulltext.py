"""What people type into a search box, as SQLite's full-text language. Never a syntax error.

`"a phrase"`, `either OR other`, `-without`, `prefix*`; all else is plain words, all of which must be there. The marks
are read as people type them: curly quotation marks are quotation marks, an open one runs to the end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.record.codes import searchable

_TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+))')
_QUOTES = str.maketrans("“”„‟«»", '""""""')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand side by side. begins: the last one may be only the beginning of a word."""

    words: str
    begins: bool = False

    @property
    def expression(self) -> str:
        """As a quoted FTS5 string: inside one, nothing has a meaning."""
        return f'"{self.words}"' + ("*" if self.begins else "")


@dataclass(frozen=True, slots=True)
class Match:
    """A search: what must be found (None: anything) and what must not (None: nothing), in FTS5's language.

    terms: those that may be found, for marking them. impossible: there was something to search for, but nothing that
    the index holds (only signs), so that nothing is found.
    """

    wanted: str | None
    unwanted: str | None
    terms: tuple[Term, ...] = ()
    impossible: bool = False


def parse_words(words: str) -> Match | None:
    """What to match for these words, or None if they are blank."""
    typed = searchable(words).translate(_QUOTES).strip()
    if not typed:
        return None
    groups: list[list[Term]] = []
    unwanted: list[Term] = []
    either = False
    for minus, term in _terms(typed):
        if term is None:
            either = bool(groups)
            continue
        if minus:
            unwanted.append(term)
        elif either:
            groups[-1].append(term)
        else:
            groups.append([term])
        either = False
    wanted = " AND ".join(f"({_any(group)})" for group in groups) or None
    terms = tuple(term for group in groups for term in group)
    return Match(wanted, _any(unwanted) or None, terms, impossible=wanted is None and not unwanted)


def parse_name(name: str) -> str | None:
    """A match for a folded name or a part of it: all its words, each whole or the beginning of one."""
    terms = [_term(word, begins=True) for word in name.split()]
    return " AND ".join(term.expression for term in terms if term) or None


def _terms(typed: str) -> Iterator[tuple[bool, Term | None]]:
    """Each term with whether it is unwanted; None stands for OR. What the index cannot hold is left out."""
    for found in _TERM.finditer(typed):
        word, minus = found["word"], bool(found["minus"])
        if word == "OR" and not minus:
            yield False, None
            continue
        term = _term(found["phrase"] or "") if word is None else _term(word, begins=word.endswith("*"))
        if term is not None:
            yield minus, term


def _term(words: str, *, begins: bool = False) -> Term | None:
    """A term, or None if the index holds nothing of it. A quotation mark must not be in it."""
    if not any(unicodedata.category(letter)[0] in "LN" for letter in words):
        return None
    bare = words.replace('"', " ").rstrip("*").strip()
    return Term(bare, begins)


def _any(terms: list[Term]) -> str:
    return " OR ".join(term.expression for term in terms)
