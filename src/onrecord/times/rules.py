"""The rules of extent: which runs of words are a time expression, and which function of `meanings.py` reads them.

A pattern is a regular expression over tokens: a word in lower case is that very word, a name in capitals a group of
words or a kind of number or mark (`GROUPS`), a name in angle brackets a pattern of its own (`PARTS`). Earlier rules win
over later ones that begin at the same word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from onrecord.times import meanings as m
from onrecord.times import vocabulary as v
from onrecord.times.meanings import Frame, Meaning, Words

GROUPS: dict[str, Iterable[str]] = {
    "MONTH": v.MONTHS.keys() - {"may", "march"},
    "MAYMARCH": ("may", "march"),
    "ABBR": v.MONTH_SHORT,
    "WEEKDAY": [day for day in v.WEEKDAYS if not day.endswith("s")],
    "WDABBR": v.WEEKDAY_SHORT,
    "CARD": v.CARDINALS,
    "ORD": v.ORDINALS,
    "UNIT": v.UNITS,
    "UNITS": v.UNIT_PLURALS,
    "LONGUNIT": ("week", "weekend", "month", "quarter", "year", "decade", "century"),
    "PARTOFDAY": ("morning", "afternoon", "evening", "night", "dawn"),
    "NAMEDCLOCK": v.NAMED_CLOCK,
    "PREP": v.PREPOSITIONS,
}
PARTS: dict[str, str] = {
    "MONTHNAME": "(MONTH | MAYMARCH | ABBR DOT?)",
    "DAYNAME": "(WEEKDAY | WDABBR DOT?)",
    "DAYNUM": "(SMALL | NTH | (twenty | thirty) HYPHEN? ORD | ORD)",
    "YEARNUM": "(YEAR4 | SHORT_YEAR)",
    "POSITION": "(early | late | mid | the? (end | beginning | start | middle) of)",
    "ABOUT": "(nearly | almost | about | around | approximately | roughly | just? over | just? under | some "
    "| (more | less) than | at least | at most)",
    "COUNT": "((a | an)? (SMALL | NUMBER | YEAR4 | GROUPED | DECIMAL | FRACTION | CARD) "
    "((HYPHEN | and)? (CARD | FRACTION))* "
    "| a few | a couple of? | several | few | many | some | a | an)",
}


class Rule:
    """A named pattern over tokens and the function that reads what it finds."""

    def __init__(self, name: str, pattern: str, meaning: Callable[[Words, Frame], Meaning | None]) -> None:
        self.name, self.pattern, self.meaning = name, pattern, meaning


RULES: tuple[Rule, ...] = (
    Rule("iso", "ISO", m.iso),
    Rule("slashed", "SLASHED", m.slashed),
    Rule(
        "day month",
        "(<DAYNAME> COMMA? the?)? <DAYNUM> of? <MONTHNAME> (COMMA? <YEARNUM>)?",
        m.month_day,
    ),
    Rule(
        "month day",
        "(<DAYNAME> COMMA?)? last? <MONTHNAME> the? <DAYNUM> (COMMA? <YEARNUM>)? (?!CLOCK|PERCENT)",
        m.month_day,
    ),
    Rule("month year", "(<POSITION> HYPHEN?)? <MONTHNAME> COMMA? <YEARNUM>", m.month_year),
    Rule("month", "(<POSITION> HYPHEN?)? (last | next | this (past | coming)?) (MONTH | MAYMARCH)", m.month),
    Rule("month", "<POSITION> HYPHEN? (MONTH | MAYMARCH)", m.month),
    Rule("month", "MONTH (?!NAME) | (?<=PREP) (MONTH | MAYMARCH)", m.month),
    Rule(
        "weekday",
        "(early | late | earlier | later)? (last | next | this (past | coming)? | the? (previous | following))? "
        "WEEKDAY PARTOFDAY?",
        m.weekday,
    ),
    Rule("named day", "the day (before yesterday | after tomorrow)", m.named_day),
    Rule("named day", "(early | late | earlier | later)? (yesterday | today | tomorrow) PARTOFDAY?", m.named_day),
    Rule(
        "named day",
        "tonight | (late | early)? last night | (early | late | later)? this PARTOFDAY | overnight",
        m.named_day,
    ),
    Rule(
        "unit",
        "(<POSITION> | earlier | later)? (this | last | next | this coming | this past | the coming) LONGUNIT",
        m.this_unit,
    ),
    Rule("unit", "<POSITION> the LONGUNIT | (earlier | later) in the (week | month | year)", m.this_unit),
    Rule("ago", "<ABOUT>? <COUNT> (UNIT | UNITS) ago", m.ago),
)

_NAME = re.compile(r"<([A-Z]+)>")
_ATOM = re.compile(r"[A-Z][A-Z0-9_]+|[a-z][a-z-]*")


def compile_pattern(pattern: str) -> str:
    """The regular expression over codes that a pattern of the rules means. Raises KeyError on an unknown name."""
    while "<" in pattern.replace("(?<", ""):
        pattern = _NAME.sub(lambda name: PARTS[name[1]], pattern)
    pattern = re.sub(r"\((?!\?)", "(?:", pattern)
    return re.sub(r"\s+", "", _ATOM.sub(lambda atom: _codes(atom[0]), pattern))


def _codes(atom: str) -> str:
    if atom.islower():
        return v.WORD_CODES[atom]
    if atom in GROUPS:
        return "[" + "".join(sorted(v.WORD_CODES[word] for word in GROUPS[atom])) + "]"
    return v.CODES[atom]


ANY_RULE = re.compile("|".join(f"(?P<r{place}>{compile_pattern(rule.pattern)})" for place, rule in enumerate(RULES)))
EACH_RULE = tuple(re.compile(compile_pattern(rule.pattern)) for rule in RULES)
