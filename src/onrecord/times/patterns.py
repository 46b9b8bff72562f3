"""Which runs of words are a time expression: patterns over tokens, by name. `rules.py` says who reads each.

A pattern is a regular expression over tokens: a word in lower case is that very word, a name in capitals a group of
words (`GROUPS`) or a kind of number or mark (`KINDS`), a name in angle brackets a pattern of its own (`PARTS`). Earlier
patterns win over later ones that begin at the same word.
"""

from __future__ import annotations

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
    "TENPLUS": [word for word, number in v.CARDINALS.items() if 10 <= number < 100 and word != "dozen"],
    "ORD": v.ORDINALS,
    "UNIT": v.UNITS.keys() - {"second"},
    "UNITS": v.UNIT_PLURALS,
    "LONGUNIT": ("week", "weekend", "fortnight", "month", "quarter", "year", "decade", "century"),
    "PARTOFDAY": ("morning", "afternoon", "evening", "night", "dawn", "lunchtime"),
    "NIGHTS": ("mornings", "afternoons", "evenings", "nights"),
    "NAMEDCLOCK": v.NAMED_CLOCK,
    "ZONE": v.ZONE_NAMES,
    "SEASON": v.SEASONS.keys() - {"fall", "spring"},
    "ANYSEASON": v.SEASONS,
    "DECADEWORD": v.DECADE_WORDS,
    "FREQUENCY": v.FREQUENCIES,
    "PREP": v.PREPOSITIONS,
    "INFOR": ("in", "for", "over", "within", "after", "during", "of", "by", "through", "into"),
    "IN": ("in", "since", "by", "until", "till", "through", "throughout", "during", "before", "after", "next", "last"),
    "INDAY": ("in", "by", "during", "on", "until", "throughout"),
    "WORKING": ("full", "consecutive", "straight", "trading", "business", "working", "calendar", "fiscal"),
}
# Every pattern needs one of these: a run of known words without one is not looked at (see `grammar.py`).
CORE_KINDS = ("ISO", "SLASHED", "CLOCK", "YEAR4", "DECADE", "SHORTYEAR", "AMPM", "NTH", "FRACTION")
CORE_WORDS = frozenset(
    (
        *(*v.CAPITALISED, *v.UNITS, *v.UNIT_PLURALS, *v.PARTS_OF_DAY, *v.NAMED_CLOCK, *v.SEASONS, *v.DECADE_WORDS),
        *(*v.FREQUENCIES, *v.ZONE_NAMES, *GROUPS["NIGHTS"]),
        *v.word_set(
            """today yesterday tomorrow now currently current these nowadays present recently recent lately past
            previously soon possible future term time long while period clock summers winters seasons weekends weekdays
            year two twenty nineteen eighteen am pm local bc bce ce ad christmas boxing new thanksgiving easter good ash
            palm halloween memorial labor labour independence veterans juneteenth columbus martin presidents valentine
            mother st saint bastille armistice remembrance anzac australia canada april fourth second third first
            quarter q ago black lunar chinese ramadan fitr adha diwali kippur hashanah passover hanukkah daylong
            weeklong monthlong yearlong"""
        ),
    )
)
PARTS = """
MONTHNAME: MONTH | MAYMARCH | ABBR DOT?
BAREMONTH: MONTH | MAYMARCH | SUREABBR DOT?
DAYNAME: WEEKDAY | WDABBR DOT?
DAYNUM: SMALL (?! CARD | million | billion) | NTH | (twenty | thirty) HYPHEN? ORD | ORD
SPELLED: (the? year)? (two thousand (and? CARD){0,3} | (eighteen | nineteen | twenty) TENPLUS (HYPHEN? CARD)?)
YEARNUM: YEAR4 | SHORTYEAR | <SPELLED>
POSITION: (early | late) (in | on)? | mid | (the? very?)? (end | beginning | start | middle) of
MORE: no? (more | less | fewer) than | nearly | almost | at (least | most) | up to | well over | over (?= a | an)
CARDINAL: (a (?= hundred | thousand | dozen))? (CARD (HYPHEN | and)?){0,5} CARD
DIGITS: (SMALL | NUMBER | YEAR4 | GROUPED | DECIMAL) (FRACTION | hundred | thousand)?
EXACT: <DIGITS> | <CARDINAL> | FRACTION
VAGUE: (a | the)? (good | very)? few | a? couple of? | several | many | a number of | (dozens | hundreds | thousands) of
COUNT: <EXACT> HYPHEN? and HYPHEN? a HYPHEN? half | <EXACT> ((HYPHEN? (to | or) HYPHEN? | HYPHEN) <EXACT>)? | <VAGUE>
AMPMS: AMPM | am | pm
CLOCKTIME: (about | around)? ((CLOCK | SMALL | DECIMAL) <AMPMS> | (SMALL | CARD) o APOSTROPHE clock |
    (?<!high) NAMEDCLOCK) (local time | ZONE)?
FISCALYEAR: (fiscal | financial | tax | budget | academic | school | marketing) year
NTHQUARTER: (first | second | third | fourth) HYPHEN? quarter
NTHHALF: (first | second | last | latter) HYPHEN? half
YEARTOLD: (last | this | next | that | the (previous | following | same)) year
THISLAST: last | next | this (past | coming)?
NOVERB: (?<! to | will | would | could | can | may | might)
S: APOSTROPHE s? | s
HOLIDAY: christmas (day | eve)? | boxing day | the? new year <S>? (day | eve)? | thanksgiving day? |
    easter (sunday | monday | week | weekend)? | good friday | ash wednesday | palm sunday | halloween |
    memorial day | (labor | labour) day | independence day | veterans <S>? day | juneteenth | columbus day |
    martin luther king (COMMA? jr DOT?)? day | presidents <S>? day | valentine <S>? day | mother <S>? day |
    (st | saint) DOT? patrick <S>? day | bastille day | armistice day | remembrance (day | sunday) | anzac day |
    australia day | canada day | may day | the? fourth of july | april fools? <S>? day | black friday | super tuesday |
    (lunar | chinese) new year | ramadan | eid al? HYPHEN? (fitr | adha) | diwali | yom kippur | rosh hashanah |
    passover | hanukkah
"""
PATTERNS = """
# Calendar dates
iso: ISO
slashed: SLASHED
nine eleven: FRACTION (?! FRACTION | UNIT | UNITS)
clock and day: <CLOCKTIME> COMMA? on? ((<DAYNAME> COMMA?)? <MONTHNAME> <DAYNUM> (COMMA? <YEARNUM>)? |
    <DAYNUM> <MONTHNAME> (COMMA? <YEARNUM>)? | (last | next | this)? WEEKDAY PARTOFDAY? |
    (yesterday | today | tomorrow) | tonight)
day range: <DAYNUM> (HYPHEN | to | and | or | until | through) <DAYNUM> of? <MONTHNAME> (COMMA? <YEARNUM>)?
day range: <MONTHNAME> <DAYNUM> (HYPHEN | to | until | through | and) (SMALL | NTH) (?! UNITS | CLOCK | PERCENT | CARD)
    (COMMA? <YEARNUM>)?
holiday: the? fourth of july
day month: (this? coming? (<DAYNAME> PARTOFDAY? COMMA? OPEN?) the?)? <DAYNUM> of? <MONTHNAME>
    (COMMA? <YEARNUM> | <THISLAST> year)?
month day: ((next | last | this)? coming? <DAYNAME> PARTOFDAY? COMMA?)? (last | next | this (past | coming)?)?
    <MONTHNAME> the? <DAYNUM> (?! CLOCK | PERCENT | UNITS | CARD) (COMMA? <YEARNUM> | <THISLAST> year)?
year: <SPELLED> | the year (YEAR4 | NUMBER)
month year: (the? <POSITION> HYPHEN?)? <MONTHNAME> (COMMA | of)? <YEARNUM>
week of: the (week | weekend) (of | beginning | starting | ending)
    (<MONTHNAME> <DAYNUM> | <DAYNUM> <MONTHNAME>) (COMMA? <YEARNUM>)?
week of month: the (first | second | third | fourth | last) (week | weekend | half) (of | in)
    (<BAREMONTH> (of? <YEARNUM>)? | (this | last | next) month)
week of month: the (first | opening | early | final | last | closing) few? (days | weeks) of <BAREMONTH>
    (of? <YEARNUM>)?
month of year: (the? <POSITION> HYPHEN?)? <BAREMONTH> (of | COMMA)? (<YEARTOLD>)
month: (the? <POSITION> HYPHEN?)? (<THISLAST> | the previous) <BAREMONTH> (?! NAME)
month: <POSITION> HYPHEN? <BAREMONTH>
month: MONTH (?! NAME) | (?<= IN) MONTH | (?<= PREP) MAYMARCH |
    (?<= the | a | its | his | her | their) MAYMARCH (?= OTHER) |
    (?<= IN) SUREABBR DOT | SUREABBR DOT (?! NAME | OTHER | DOT)

# Weekdays and days told from publication
part and day: (the (early | late)?)? PARTOFDAY hours? of ((<DAYNAME> COMMA?)? <MONTHNAME> <DAYNUM>
    (COMMA? <YEARNUM>)? | <DAYNUM> of? <MONTHNAME> (COMMA? <YEARNUM>)? | WEEKDAY)
part and day: (dawn | daybreak | dusk) on? WEEKDAY
weekly day: WEEKDAY (?= and WEEKDAY NIGHTS) | WEEKDAYS | WEEKDAY NIGHTS | weekends | weekdays
day about day: the? day (before | after) (last | next)? (yesterday | tomorrow | WEEKDAY)
weeks from: (a | CARD) (week | weeks) (on | from) (WEEKDAY | today | tomorrow)
weeks from: (?<! a | this | last | next | per) WEEKDAY week (?! HYPHEN)
weeks from: (CARD | SMALL) WEEKDAYS ago
bare day: (?<= on | by | until | before) the NTH (?= DOT | COMMA | CLOSE | and)
weekday: (?<! super) ((early | late) on?)? (<THISLAST> | (the | that) (previous | following | same | next))? WEEKDAY
    (?! times | telegraph | mail | express | mirror | herald) (early | late)? PARTOFDAY?
named day: ((early | late | earlier | later) (?! today))? (yesterday | today | tomorrow) PARTOFDAY?
named day: ((late | early | later) HYPHEN?)? (tonight | last night | this (early | late | very)? PARTOFDAY)
overnight: overnight

# Seasons, quarters, halves of a year
season: (the? <POSITION> HYPHEN?)? (<THISLAST> | the (last | past | previous | following | coming)? | that)?
    (early | late)? ANYSEASON months? of? <YEARNUM> ((HYPHEN | SLASH) (SMALL | NUMBER))?
season: (the? <POSITION>)? (<THISLAST> | that | the (previous | following | coming | early | late)) ANYSEASON
season: (?<= IN) (the? (early | late)? SEASON | the ANYSEASON) | (?<= INFOR) the ANYSEASON | (early | late) ANYSEASON
quarter: the? <THISLAST> year <S> fiscal? <NTHQUARTER>
quarter: (the (?= fiscal | YEAR4 | (first | second | third | fourth) quarter))? (fiscal HYPHEN?)? (YEAR4 fiscal?)?
    (fiscal HYPHEN)? <NTHQUARTER> ((of | in) (fiscal? <YEARNUM> | <YEARTOLD> | the year) | <YEARNUM>)?
quarter: q SMALL (of? <YEARNUM>)?
half: (the | <THISLAST> year <S>)? (fiscal? YEAR4)? <NTHHALF> of (the year | <YEARTOLD> |
    (fiscal | calendar year)? <YEARNUM> |
    the? (DECADE | (last | this | next) (month | week)) | the? (month | week | decade | century) | <MONTHNAME>)
half: YEAR4 <NTHHALF> | (first | second) HYPHEN half
half: the? ((first | second) two quarters | (first | last) (two quarters | six months)) of (<YEARNUM> | <YEARTOLD>)
that quarter: the? ((latest | same | comparable | corresponding | previous | preceding | prior | current)
    (year HYPHEN ago)? | year HYPHEN (ago | earlier)) fiscal? <NTHQUARTER>
that quarter: the (same | comparable | corresponding | like) fiscal? (quarter | period) (of | in)?
    (last year | the (previous | preceding | prior) year | a year (ago | earlier) | YEAR4)
that quarter: (the | that) comparable? (latest | current | same | previous | preceding | prior | most? recent |
    just HYPHEN? ended | year HYPHEN (ago | earlier) | YEAR4)? fiscal? (quarter | period)
    (?! HYPHEN | of OTHER | of NAME) (a year (ago | earlier))?
month quarter: (the | its | their)? (MONTH | MAYMARCH) quarter (?! of)
that quarter: year HYPHEN (ago | earlier) (period | quarter)?
that quarter: (?<= the) quarter (?= ended | ending)

# Periods told from publication or from another time
unit: mid HYPHEN (week | year) (?! HYPHEN)
year end: the? calendar? year (<S> | HYPHEN)? end <YEARNUM>?
year long: the (fiscal | full | financial)? year (?= ended | ending)
unit: ((the? <POSITION> HYPHEN?) | (earlier | later | sometime) (in | on)?)?
    (<THISLAST> | the (coming | current | upcoming)) (fiscal | calendar | full | financial | academic | school | tax)?
    LONGUNIT (or so)?
rolling unit: (?<! of) the (whole | entire)? (last | past) (full | whole | calendar)? (LONGUNIT | day | hour)
    (or so)? | (?<= the) (past | last) LONGUNIT
unit: the? <POSITION> ((the | this) (current | calendar | following)?) (<FISCALYEAR> | LONGUNIT) (?! SEASON)
unit: (earlier | later | late | early) (in | on)? the (week | month | year | decade | century)
anchored unit: the same (month | week | day) (of | in)? (last year | a year (ago | earlier))
anchored unit: ((the? <POSITION> | later | earlier | late | early) (in | on)?)?
    (that same? | the (very? same | following | previous | preceding | prior | next))
    (LONGUNIT (or so)? | day | PARTOFDAY)
anchored unit: (?<! in) the (day | night | week | weekend | month | year) (before | after)
    (?! yesterday | tomorrow | last | next)
anchored unit: (?<= later in | earlier in) the day
the weekend: the (holiday | long)? weekend (?! of)
the unit: (the full HYPHEN? | full HYPHEN) year (?! HYPHEN | of NAME | of OTHER)
the unit: (the (?= week | full | (year (?! OTHER? HYPHEN))) | full) (full? year (?! OTHER | NAME) | week)
    (?! HYPHEN | of (?! MONEY) | that)

# Years, decades, centuries
season years: the? YEAR4 (SLASH | HYPHEN) (SMALL | NUMBER | YEAR4) (<FISCALYEAR> | fiscal | season)?
fiscal year: (the? <POSITION>)? (the | its)? fiscal year? <YEARNUM> | the? <YEARNUM> <FISCALYEAR>
this fiscal year: (the? <POSITION>)?
    (the (current | latest | last | next | coming | new | previous | past)? | its | their | our | this | last | next)
    <FISCALYEAR>
decade: ((the? (early | late | mid) HYPHEN? the?) | (the? (<POSITION> | last half of) the?))? the? DECADE
decade: the (early | mid | late)? HYPHEN? DECADEWORD | (early | mid | late) HYPHEN? DECADEWORD
century: (the? <POSITION> HYPHEN?)? the? (early | late | mid)? HYPHEN? (NTH | (twenty HYPHEN)? ORD) HYPHEN? century |
    the turn of the last? century
holiday: (last | this | next)? <HOLIDAY> (COMMA? YEAR4)?
era: (NUMBER | SMALL | YEAR4) (bc | bce | ce | ad) | ad (NUMBER | SMALL | YEAR4)

# How often
every: (every | each) (other | single | second | third)? (UNIT | WEEKDAY | <BAREMONTH> | ANYSEASON | PARTOFDAY |
    <COUNT> UNITS) PARTOFDAY?
times a: (once | twice | thrice | (SMALL | CARD | several | many) times) (a | an | per | every | each) (UNIT | night)
times a: per UNIT
frequency: FREQUENCY (?! NAME | times | telegraph | mail | express | mirror | herald)

# How long
one day: one day (?! HYPHEN)
ago: (about | around | just | <MORE>)? (<COUNT> | a | an) (full | whole | long)? (UNIT | UNITS) (or (so | two | more))?
    (and a half)? ago
ago: UNITS ago
long ago: (not (so | too | very | that)? long | (?<! as) long | some time | moments |
    a (moment | generation | while | (very | relatively)? (long | short) (time | while))) ago
year earlier: a year earlier
reach back: <NOVERB> (at least)? (the | these)? (last | past | previous | preceding | latest) <COUNT> WORKING?
    (UNIT | UNITS | summers | winters | seasons)
reach back: each of the (last | past) <COUNT> UNITS | past (years | decades)
reach ahead: (at least)? (the | these)? (next | coming | following) <COUNT> WORKING? (UNIT | UNITS) (or so)?
reach ahead: the UNITS ahead | the? next UNIT or (so | two)
ahead: (the? (coming | upcoming)) UNITS (and UNITS)? | future (years | quarters)
back: recent UNITS (and UNITS)? | the past UNITS
first units: <NOVERB> (the | its | their | his | her)? (first | opening | initial | final | last | latest) <COUNT>?
    UNITS
first units: (the | all)? (year HYPHEN earlier)? <COUNT> UNITS (?= of YEAR4 | ended | ending)
first units: the (year HYPHEN (ago | earlier))? <CARDINAL> UNITS
duration: <MORE>? (<EXACT> HYPHEN? (second (?! OTHER? quarter) | UNIT) | several HYPHEN UNIT) (?! HYPHEN? (old | ago))
    (HYPHEN? long)?
duration: <MORE>? (<COUNT> | another | an additional | a (full | whole | further))
    (more | additional | solid | further | long | WORKING)? HYPHEN? (UNITS (?! of (a | age)) | UNIT (?! ago | old))
    (?! HYPHEN? old) (and a half)? (HYPHEN? long)? (or (so | more))?
half unit: (nearly | almost | over | more than)? (a? half HYPHEN? (a | an)? | a? quarter HYPHEN? (of a)? |
    three HYPHEN quarters of (a | an)) (hour | year | century | decade | day | month) ago?
a unit: <MORE>? (a | an) (?! quarter) UNIT (and a half)? (or (two | so | more))?
    (?! ago | earlier | HYPHEN (ago | earlier | old | to | by | over))
a unit: (a | an) UNIT earlier
bare units: (?<= INFOR) the? (UNITS (?! HYPHEN)) (on end)? | UNITS (?= before | after | later | earlier) |
    the early years | UNITS HYPHEN (long | old)
bare unit: daylong | weeklong | monthlong | yearlong
bare unit: (day | week | month | year | hour | decade) HYPHEN long
vague duration: a (fairly | very | relatively)? (lengthy | long | short) period | a while |
    (?<= for) (some time | long (?! OTHER | NAME))

# Clock times and parts of the day
clock: (<CLOCKTIME> | (?<= at | around | about | by) (SMALL | CARD | CLOCK)) in the (morning | afternoon | evening)
clock: <CLOCKTIME>
clock: (?<= at) CLOCK (hours)? (ZONE | local time)? | (CLOCK | NUMBER | YEAR4 | DECIMAL) (hours | hrs)?
    (ZONE | local time) | (?<= from) CLOCK | (?<= by) CLOCK | (?<= until) CLOCK
part of day: (?<= at | before | by | until | after | since) (dawn | daybreak | dusk | nightfall)
part of day: (?<= INDAY) (the (early | late)? (morning | afternoon | evening) (?! of) |
    (early | late | mid) HYPHEN? (morning | afternoon | evening)) | mid HYPHEN? (morning | afternoon)

# Words that only point
present: right? now (?! APOSTROPHE | HYPHEN | and then) | currently | current | these days | nowadays | (?<= at) present
past: the other (day | night | week)
past: more? recently | recent | lately | (?<= in) the (recent | distant)? past
soon: as soon as possible | (?<! as) soon (?! as | after | before | enough)
future: the ((near | immediate | foreseeable | not HYPHEN? (too | so) HYPHEN? distant | distant) HYPHEN?)? future
    (?! NAME) | the (near | short) term
future: from time to time
year: YEAR4
year: (<POSITION> HYPHEN? | the <POSITION>) YEAR4
year: (?<= PREP) SHORTYEAR
"""
