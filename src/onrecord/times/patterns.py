"""Which runs of words are a time expression: patterns over tokens, by name. `rules.py` says who reads each.

A pattern is a regular expression over tokens: a word in lower case is that very word, a name in capitals a group of
words (`GROUPS`) or a kind of number or mark (`KINDS`), a name in angle brackets a pattern of its own (`PARTS`). Earlier
patterns win over later ones that begin at the same word.

Each word that a pattern or group names has a code of one character, and so has each kind, so that a text becomes a
string of codes (`lexer.py`) and all patterns together one regular expression over such strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.times import vocabulary as v

KINDS = (
    "OTHER",  # a word or mark that no pattern knows
    "NAME",  # the same, with a capital
    "BREAK",  # an empty line
    "ISO",  # 2021-11-21, with or without a clock time
    "SLASHED",  # 21/11/2021, 21.11.2021
    "CLOCK",  # 10:35
    "DECIMAL",  # 7.30
    "FRACTION",  # 1/2
    "SMALL",  # 1 to 31, in digits
    "YEAR4",  # 1000 to 2999, in digits
    "NUMBER",  # any other number in digits
    "GROUPED",  # 2,016
    "NTH",  # 21st
    "DECADE",  # 1990s, '90s
    "SHORTYEAR",  # '98
    "AMPM",  # a.m., p.m.
    "COMMA",
    "DOT",
    "HYPHEN",
    "OPEN",
    "CLOSE",
    "APOSTROPHE",
    "SLASH",
    "MONEY",
    "PERCENT",
)
MARKS = {
    **dict.fromkeys(",", "COMMA"),
    **dict.fromkeys(".", "DOT"),
    **dict.fromkeys("-‐‑–", "HYPHEN"),
    **dict.fromkeys("(", "OPEN"),
    **dict.fromkeys(")", "CLOSE"),
    **dict.fromkeys("'’", "APOSTROPHE"),
    **dict.fromkeys("/", "SLASH"),
    **dict.fromkeys("$£€¥", "MONEY"),
    **dict.fromkeys("%", "PERCENT"),
}
GROUPS: dict[str, Iterable[str]] = {
    "MONTH": v.MONTHS.keys() - {"may", "march"},
    "MAYMARCH": ("may", "march"),
    "ABBR": v.MONTH_SHORT,
    "SUREABBR": v.MONTH_SHORT.keys() - {"mar", "jan", "jun"},
    "WEEKDAY": [day for day in v.WEEKDAYS if not day.endswith("s")],
    "WEEKDAYS": [day for day in v.WEEKDAYS if day.endswith("s")],
    "WDABBR": v.WEEKDAY_SHORT,
    "CARD": v.CARDINALS,
    "ORD": v.ORDINALS,
    "UNIT": v.UNITS.keys() - {"second"},
    "UNITS": v.UNIT_PLURALS,
    "LONGUNIT": ("week", "weekend", "fortnight", "month", "quarter", "year", "decade", "century"),
    "PARTOFDAY": ("morning", "afternoon", "evening", "night", "dawn", "lunchtime"),
    "NIGHTS": ("mornings", "afternoons", "evenings", "nights"),
    "NAMEDCLOCK": v.NAMED_CLOCK,
    "ZONE": v.ZONE_NAMES,
    "SEASON": v.SEASONS.keys() - {"fall", "spring"},
    "FALLSPRING": ("fall", "spring"),
    "DECADEWORD": v.DECADE_WORDS,
    "FREQUENCY": v.FREQUENCIES,
    "PREP": v.PREPOSITIONS,
    "OWN": ("the", "its", "their", "our", "his", "her"),
    "INFOR": ("in", "for", "over", "within", "after", "during", "of", "by", "through"),
    "IN": ("in", "since", "by", "until", "till", "through", "throughout", "during", "before", "after", "next", "last"),
    "INDAY": ("in", "by", "during", "on", "until", "throughout"),
}
PARTS: dict[str, str] = {
    "MONTHNAME": "(MONTH | MAYMARCH | ABBR DOT?)",
    "BAREMONTH": "(MONTH | MAYMARCH | SUREABBR DOT?)",
    "DAYNAME": "(WEEKDAY | WDABBR DOT?)",
    "DAYNUM": "(SMALL (?!COMMA? (CARD | million)) | NTH | (twenty | thirty) HYPHEN? ORD | ORD)",
    "SPELLED": "((the? year)? (two thousand (and? CARD)* | (eighteen | nineteen) (CARD HYPHEN?)+ | twenty (CARD "
    "HYPHEN?)+))",
    "YEARNUM": "(YEAR4 | SHORTYEAR | <SPELLED>)",
    "POSITION": "(early (in | on)? | late (in | on)? | mid | (the? very?)? (end | beginning | start | middle | close) "
    "of)",
    "MORE": "((no? (more | less | fewer) than) | nearly | almost | at (least | most) | over | up to | well? over "
    "| only)",
    "CARDINAL": "((a | an)? (CARD (HYPHEN | and)?)* CARD)",
    "DIGITS": "(SMALL | NUMBER | YEAR4 | GROUPED | DECIMAL) (FRACTION | (hundred | thousand))?",
    "EXACT": "(<DIGITS> | <CARDINAL> | FRACTION)",
    "VAGUE": "((a | the)? (good | very)? few | a? couple of? | several | many | a number of | (dozens | hundreds | "
    "thousands) of)",
    "COUNT": "(<EXACT> (((to | or | HYPHEN) <EXACT>)? ) | <VAGUE>)",
    "CLOCKTIME": "((about | around | shortly? (before | after))? ((CLOCK | SMALL | DECIMAL) (AMPM | am | pm) | "
    "SMALL o APOSTROPHE clock | (CARD) o APOSTROPHE clock | NAMEDCLOCK) ((local time) | ZONE)?)",
    "ENDED": "(ended | ending)",
    "FISCALYEAR": "((fiscal | financial | tax | budget | academic | school | marketing) year)",
    "NTHQUARTER": "((first | second | third | fourth) HYPHEN? quarter)",
    "NTHHALF": "((first | second | last | latter) HYPHEN? half)",
    "YEARTOLD": "((last | this | next | that | the (previous | following | same)) year)",
    "NEWYEAR": "(new (year | years))",
    "S": "(APOSTROPHE s? | s)",
    "HOLIDAY": "(christmas (day | eve)? | boxing day | (the? new year (<S>)? (day | eve)?) | thanksgiving day? | "
    "easter (sunday | monday | week | weekend)? | good friday | ash wednesday | palm sunday | halloween | "
    "memorial day | (labor | labour) day | independence day | veterans (<S>)? day | martin luther king "
    "(COMMA? jr DOT?)? day | "
    "presidents (<S>)? day | columbus day | juneteenth | valentine (<S>)? day | (st | saint) DOT? patrick (<S>)? day | "
    "bastille day | armistice day | remembrance (day | sunday) | anzac day | australia day | canada day | may day | "
    "(the? fourth of july) | april fools? (<S>)? day | mother (<S>)? day | lunar new year | ramadan | "
    "eid al HYPHEN? (fitr | adha) | diwali | yom kippur | rosh hashanah | passover | hanukkah)",
}
PATTERNS: tuple[tuple[str, str], ...] = (
    # -- calendar dates -------------------------------------------------------------------------------------------
    ("iso", "ISO"),
    ("slashed", "SLASHED"),
    (
        "clock and day",
        "<CLOCKTIME> COMMA? on? ((<DAYNAME> COMMA?)? <MONTHNAME> <DAYNUM> (COMMA? <YEARNUM>)? | <DAYNUM> <MONTHNAME> "
        "(COMMA? <YEARNUM>)? | (last | next | this)? WEEKDAY (morning | afternoon | evening | night)? | "
        "(yesterday | today | tomorrow) | tonight)",
    ),
    ("day range", "<DAYNUM> (HYPHEN | to | and | or | until | through) <DAYNUM> of? <MONTHNAME> (COMMA? <YEARNUM>)?"),
    (
        "range of days",
        "<MONTHNAME> <DAYNUM> (HYPHEN | to | until | through) (SMALL | NTH) (?!UNITS|CLOCK|PERCENT|CARD) "
        "(COMMA? <YEARNUM>)?",
    ),
    ("fourth of july", "the? fourth of july"),
    (
        "day month",
        "(this? coming? (<DAYNAME> PARTOFDAY? COMMA? (OPEN)?) the?)? <DAYNUM> of? <MONTHNAME> (COMMA? <YEARNUM>)?",
    ),
    (
        "month day",
        "(this? coming? <DAYNAME> PARTOFDAY? COMMA?)? (last | next)? <MONTHNAME> the? <DAYNUM> "
        "(?!CLOCK|PERCENT|UNITS|(CARD)) "
        "(COMMA? <YEARNUM>)?",
    ),
    ("month year", "(the? <POSITION> HYPHEN?)? <MONTHNAME> (COMMA | of)? <YEARNUM>"),
    (
        "week of",
        "the (week | weekend) (of | beginning | starting | ending) (<MONTHNAME> <DAYNUM> | <DAYNUM> "
        "<MONTHNAME>) (COMMA? <YEARNUM>)?",
    ),
    (
        "month",
        "(the? <POSITION> HYPHEN?)? (last | next | this (past | coming)? | the previous) <BAREMONTH> (?!DOT? NAME)",
    ),
    ("month", "the? <POSITION> HYPHEN? <BAREMONTH> | (early | late | mid) HYPHEN <BAREMONTH>"),
    (
        "month",
        "MONTH (?!NAME) | (?<=PREP) MONTH | (?<=PREP) MAYMARCH | (?<=IN) SUREABBR DOT | SUREABBR DOT "
        "(?!NAME|OTHER|DOT)",
    ),
    # -- weekdays, days told from publication ---------------------------------------------------------------------
    ("every", "on WEEKDAY (?= and WEEKDAY NIGHTS)"),
    ("weekly day", "(WEEKDAYS | WEEKDAY NIGHTS | weekends | weekdays)"),
    ("day about day", "the? day (before | after) (last | next)? (yesterday | tomorrow | WEEKDAY)"),
    (
        "weekday",
        "(early (on)? | late (on)?)? (last | next | this (past | coming)? | (the | that)? (previous | "
        "following | same | next))? "
        "WEEKDAY (early | late)? (PARTOFDAY)?",
    ),
    ("named day", "((early | late | earlier | later) (?!today))? (yesterday | today | tomorrow) (PARTOFDAY)?"),
    ("named day", "((late | early | later) HYPHEN?)? (tonight | last night | this (early | late | very)? PARTOFDAY)"),
    ("overnight", "overnight"),
    # -- seasons, quarters, halves --------------------------------------------------------------------------------
    (
        "season",
        "(the? <POSITION> HYPHEN?)? (last | this (past | coming)? | next | the (last | past | previous | "
        "following | coming)? | that)? "
        "(early | late)? (SEASON | FALLSPRING) (months)? of? <YEARNUM> | "
        "(the? <POSITION>)? (last | this (past | coming)? | next | that | the (previous | following | coming) "
        "| the (early | late)) "
        "(SEASON | FALLSPRING) | (?<=IN) (the? (early | late)? (SEASON | (?<=the) FALLSPRING)) | "
        "(?<=over) the (SEASON) | (?<=INFOR) the (SEASON | FALLSPRING) | (early | late) (SEASON | FALLSPRING)",
    ),
    (
        "quarter",
        "(OWN | a NAME? OTHER?)? (last | this | next) year <S> (fiscal)? <NTHQUARTER> | "
        "(OWN)? (fiscal HYPHEN?)? (YEAR4 fiscal?)? (fiscal HYPHEN)? <NTHQUARTER> ((of | in) (fiscal? "
        "<YEARNUM> | <YEARTOLD> | the year)| "
        "<YEARNUM>)?",
    ),
    ("quarter", "q SMALL (of? <YEARNUM>)?"),
    (
        "half",
        "(the | (last | this | next) year <S>)? (fiscal? YEAR4)? <NTHHALF> of (the year | <YEARTOLD> | "
        "fiscal? <YEARNUM> | the? (DECADE | (last | this | next) (month | week)) "
        "| the? (month | week | decade | century) | <MONTHNAME>)",
    ),
    (
        "half",
        "(first | second) two quarters of <YEARNUM> | (first | last) (two quarters | six months) of "
        "(<YEARNUM> | <YEARTOLD>)",
    ),
    (
        "that quarter",
        "(OWN | a)? ((latest | same | comparable | corresponding | previous | preceding | current) (year "
        "HYPHEN ago)?)? "
        "(year HYPHEN (ago | earlier))? (fiscal)? <NTHQUARTER>",
    ),
    (
        "that quarter",
        "the comparable? (latest | current | same | previous | preceding | year HYPHEN (ago | earlier) | "
        "YEAR4)? (fiscal)? "
        "(quarter | period) (?!HYPHEN) (a year (ago | earlier))?",
    ),
    ("that quarter", "year HYPHEN (ago | earlier) (period | quarter)?"),
    ("that quarter", "(?<=the) (quarter) (?= (ended | ending))"),
    # -- periods told from publication or from another time --------------------------------------------------------
    ("year end", "the? (calendar)? year (<S>|HYPHEN)? end"),
    (
        "unit",
        "((the? <POSITION> HYPHEN?) | (earlier | later | sometime) (in | on)?)? (this | last | next | this "
        "(coming | past) | the (coming | current | upcoming)) "
        "(fiscal | calendar | full | financial | academic | school | tax)? LONGUNIT",
    ),
    (
        "rolling unit",
        "(?<!of) the (whole | entire)? (last | past) (full | whole | calendar)? (LONGUNIT | day | hour) (or "
        "so)? | (?<=the) (past | last) (LONGUNIT)",
    ),
    (
        "unit",
        "the? (<POSITION>) (the | (the | this) (current | fiscal | calendar | following)) <FISCALYEAR>? "
        "(LONGUNIT)? (?!SEASON)",
    ),
    ("unit", "(earlier | later | late | early) (in | on)? (the) (week | month | year | decade | century | season)"),
    (
        "anchored unit",
        "(the? <POSITION> | later | earlier | late | early)? (in | on)? (that | the (same | following | "
        "previous | preceding | next) | that same | the very? (same | next)) "
        "((LONGUNIT | day) | PARTOFDAY)",
    ),
    (
        "anchored unit",
        "the (day | night | week | weekend | month | year) (before | after) (?!yesterday|tomorrow|the|last|next)",
    ),
    ("the weekend", "the? (holiday | long)? weekend (?!of)"),
    ("week of year", "easter week"),
    # -- years, decades, centuries ---------------------------------------------------------------------------------
    (
        "season years",
        "(the)? (YEAR4) (SLASH | HYPHEN) (SMALL | NUMBER | YEAR4) (<FISCALYEAR> | fiscal | season | (academic "
        "| school | financial) year)?",
    ),
    (
        "fiscal year",
        "(the? <POSITION>)? (the | its)? fiscal year? <YEARNUM> | fy SMALL? YEAR4? | the? <YEARNUM> (fiscal | "
        "financial | academic | school) year",
    ),
    (
        "this fiscal year",
        "(the? <POSITION>)? (OWN | this | last | next | the (current | latest | last | next | coming | new | "
        "previous | past)) <FISCALYEAR>",
    ),
    (
        "decade",
        "(the? (early | late | mid) (to HYPHEN? (mid | late))? HYPHEN? the? | the? (<POSITION> | last half "
        "of) the?)? (the)? (DECADE | (?<=the) DECADEWORD | (early | mid | late) HYPHEN? DECADEWORD)",
    ),
    ("decade", "the (early | mid | late)? HYPHEN? DECADEWORD"),
    (
        "century",
        "(the? <POSITION> HYPHEN?)? (the)? (early | late | mid)? HYPHEN? (NTH | ORD | (twenty HYPHEN ORD)) "
        "HYPHEN? century | the turn of the (last)? century",
    ),
    ("holiday", "(last | this | next)? <HOLIDAY> (COMMA? YEAR4)?"),
    ("era", "(NUMBER | SMALL | YEAR4) (bc | bce | ce | ad) | ad (NUMBER | SMALL | YEAR4)"),
    # -- how often -------------------------------------------------------------------------------------------------
    (
        "every",
        "(almost | nearly)? (every | each) (other | single | second | third)? (UNIT | WEEKDAY | <BAREMONTH> | "
        "SEASON | FALLSPRING | PARTOFDAY | "
        "<COUNT> UNITS | (christmas | thanksgiving | easter)) (night | morning | evening | afternoon)?",
    ),
    (
        "times a",
        "(once | twice | thrice | (SMALL | CARD | several | many) times) (a | an | per | every | each) (UNIT | night)",
    ),
    ("per", "per (UNIT) | (SLASH) (UNIT)"),
    ("frequency", "FREQUENCY"),
    # -- so long ---------------------------------------------------------------------------------------------------
    (
        "ago",
        "(about | around | just | <MORE>)? (<COUNT> | a | an) (full | whole | long)? (UNIT | UNITS) (or (so | "
        "two | more))? (and a half)? ago",
    ),
    ("ago", "UNITS ago"),
    ("year earlier", "a year earlier | (?<!the) year earlier"),
    (
        "reach back",
        "(at least)? (the | these)? (last | past | previous | preceding | latest) (<COUNT>) (full | "
        "consecutive | straight | trading | business | working | calendar | fiscal)? (UNIT | UNITS | summers "
        "| winters | seasons)",
    ),
    ("reach back", "each of the (last | past) <COUNT> UNITS"),
    (
        "reach ahead",
        "(at least)? (the | these)? (next | coming | following) (<COUNT>) (full | consecutive | straight | "
        "trading | business | working | calendar)? (UNIT | UNITS) (or so)?",
    ),
    ("reach ahead", "the (UNITS) ahead | the? next (UNIT) or (so | two)"),
    ("ahead", "(the? (coming | upcoming)) UNITS (and (UNITS | years))?"),
    ("back", "(the)? recent (UNITS) (and UNITS)?"),
    (
        "first units",
        "(the | its | their | his | her)? (first | opening | initial | final | last | latest | early) "
        "(<COUNT>)? (UNITS)",
    ),
    ("first units", "(the | all)? (year HYPHEN earlier)? (<COUNT>) (UNITS) (?= (of YEAR4 | ended | ending))"),
    ("duration", "the (year HYPHEN (ago | earlier))? <CARDINAL> UNITS"),
    (
        "duration",
        "(<MORE> | about | around)? (the)? (<COUNT> | another | a (full | whole | further | half | good)) "
        "(more | additional | full | whole | straight | consecutive | long | "
        "trading | business | working | calendar | solid | further)? HYPHEN? (UNITS | UNIT (?!(ago | old)) ) "
        "(?!(HYPHEN? old)) (and a half)? (HYPHEN? long)? (or (so | more))?",
    ),
    ("duration", "(SMALL | CARD) HYPHEN second"),
    (
        "half unit",
        "(about | nearly | almost | over | more than)? ((a)? half HYPHEN? (a | an)? | (a)? quarter HYPHEN? "
        "(of a)? | three HYPHEN quarters of (a | an)) (hour | year | century | decade | day | month)",
    ),
    (
        "a unit",
        "(<MORE> | about | barely)? (a | an) (UNIT) (and a half)? (or (two | so | more))? (?!OTHER? (ago | earlier))",
    ),
    (
        "bare units",
        "(?<=INFOR) (the)? UNITS (on end)? | (?<=the) (UNITS) ahead | (the early years) | UNITS HYPHEN (long | old)",
    ),
    ("bare unit", "(day | week | month | year | hour | decade) HYPHEN long"),
    (
        "vague duration",
        "a (fairly | very | relatively)? (lengthy | long | short) (period | time) (?!(ago)) | a while | "
        "(?<=for) (some time | long)",
    ),
    # -- clock times, parts of the day ------------------------------------------------------------------------------
    ("clock", "<CLOCKTIME>"),
    (
        "clock",
        "(?<=at) (CLOCK | SMALL DOT NUMBER) (hours)? (ZONE | local time)? | (CLOCK | NUMBER | YEAR4 | "
        "DECIMAL) (hours | hrs)? (ZONE | local time) | (?<=from) CLOCK | (?<=by) CLOCK | (?<=until) CLOCK",
    ),
    (
        "part of day",
        "(?<=INDAY) (the (early | late | very)? (morning | afternoon | evening) | (early | late | mid) "
        "HYPHEN? (morning | afternoon | evening)) | mid HYPHEN? (morning | afternoon)",
    ),
    # -- references ---------------------------------------------------------------------------------------------------
    (
        "present",
        "right? now (?!(APOSTROPHE | HYPHEN)) | currently | current | these days | nowadays | (?<=at) present "
        "| the present (?!OTHER)",
    ),
    (
        "past",
        "(more | most)? recently | recent | lately | (?<=in) the (recent | distant)? past | (?<=of) the past (?!OTHER)",
    ),
    ("soon", "as soon as possible | (?<!as) (soon | sooner) (?!(as | after | before | enough))"),
    (
        "future",
        "the ((near | immediate | foreseeable | not HYPHEN? (too | so) HYPHEN? distant | distant) HYPHEN?)? "
        "future | the (near | short | long | medium) HYPHEN? term",
    ),
    ("one day", "one day"),
    ("from time to time", "from time to time"),
    ("year", "<SPELLED>"),
    ("year", "(the year)? YEAR4 | the year (NUMBER)"),
    ("year", "(<POSITION> HYPHEN? | (the | sometime in) <POSITION>?) YEAR4"),
    ("short year", "(?<=PREP) SHORTYEAR | (?<=of) SHORTYEAR"),
)


_PART = re.compile(r"<([A-Z0-9]+)>")
_ATOM = re.compile(r"[A-Z][A-Z0-9]+|[a-z]+")


def _spelled_out(pattern: str) -> str:
    while _PART.search(pattern):
        pattern = _PART.sub(lambda part: PARTS[part[1]], pattern)
    return pattern


_SPELLED_OUT = tuple((name, _spelled_out(pattern)) for name, pattern in PATTERNS)
_LITERALS = {atom for _, pattern in _SPELLED_OUT for atom in _ATOM.findall(pattern) if atom.islower()}
WORDS = sorted(_LITERALS.union(*GROUPS.values()))
KIND_CODES = {kind: chr(0xE000 + place) for place, kind in enumerate(KINDS)}
WORD_CODES = {word: chr(0xE100 + place) for place, word in enumerate(WORDS)}


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


_COMPILED = tuple((name, compile_pattern(pattern)) for name, pattern in _SPELLED_OUT)
ANY = re.compile("|".join(f"(?P<p{place}>{pattern})" for place, (_, pattern) in enumerate(_COMPILED)))
EACH = tuple((name, re.compile(pattern)) for name, pattern in _COMPILED)
NAMES = tuple(name for name, _ in PATTERNS)
