"""The words that time expressions are built of, as tables. Every other module of this stage asks these.

Each word of the vocabulary has a code of one character, and so has each kind of number and punctuation mark, so that a
text becomes a string of codes (`lexer.py`) and a rule becomes a regular expression over that string (`rules.py`).
"""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a table that is written as a text."""
    return frozenset(words.split())


MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
MONTH_SHORT = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAYS = {
    "monday": 1,
    "tuesday": 2,
    "wednesday": 3,
    "thursday": 4,
    "friday": 5,
    "saturday": 6,
    "sunday": 7,
    "mondays": 1,
    "tuesdays": 2,
    "wednesdays": 3,
    "thursdays": 4,
    "fridays": 5,
    "saturdays": 6,
    "sundays": 7,
}
WEEKDAY_SHORT = {
    "mon": 1,
    "tue": 2,
    "tues": 2,
    "wed": 3,
    "thu": 4,
    "thur": 4,
    "thurs": 4,
    "fri": 5,
    "sat": 6,
    "sun": 7,
}
# TIMEX3 letters; hours, minutes and seconds stand after a "T".
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "2W",
    "month": "M",
    "quarter": "Q",
    "semester": "H",
    "season": "S",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "millennium": "L",
}
UNIT_PLURALS = {**{f"{unit}s": letter for unit, letter in UNITS.items()}, "centuries": "C", "millennia": "L"}
PARTS_OF_DAY = {
    "dawn": "MO",
    "daybreak": "MO",
    "morning": "MO",
    "lunchtime": "MI",
    "afternoon": "AF",
    "dusk": "EV",
    "evening": "EV",
    "nightfall": "NI",
    "night": "NI",
    "overnight": "NI",
}
NAMED_CLOCK = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
SEASONS = {"spring": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
CARDINALS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
    "dozen": 12,
}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
}
DECADE_WORDS = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
FREQUENCIES = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
    "biennial": "P2Y",
    "biennially": "P2Y",
}
PAST_WORDS = frozenset(("recently", "previously", "lately"))
ZONES = word_set(
    "gmt utc bst cet cest eet eest est edt cst cdt mst mdt pst pdt et ct pt ist jst kst sgt hkt aest aedt acst awst "
    "nzst nzdt sast wat eat msk wib"
)
# Words in front of a bare month or year that make it one.
PREPOSITIONS = word_set(
    "in since by until till through throughout from during before after of for to and between around about on at "
    "as over into circa or till late early mid than"
)
MODIFIERS = word_set("last past previous this current next coming following same that")
FUZZY = word_set("few several couple many some")
# Rules name these words one by one.
_PLAIN_WORDS = word_set(
    """a an the of or so and on in at by to its his her their our this that these those last past previous prior next
    coming upcoming following same current latest final early earlier late later mid middle end beginning start half
    every each per ago before after from now today yesterday tomorrow tonight currently presently recent recently soon
    shortly future few several couple many some more less than nearly almost about around approximately roughly over
    under just some least most up old long time period term moment once day night week weekend month year quarter
    fiscal financial academic school calendar full entire whole eve morning afternoon evening right immediate near
    short foreseeable then other another additional within ahead preceding coming previously lately alternate business
    trading comparable straight consecutive only no possible as until one two s ad bc bce ce th am pm hours hrs
    decades back hence thereafter turn close opening nights mornings evenings afternoons weekends only all sometime
    sometimes often first second third fourth to-date twice times already yet formerly nowadays meantime meanwhile
    christmas thanksgiving new yom independence memorial labor labour veterans columbus martin luther king jr
    valentine valentines patrick halloween easter good ash palm bastille boxing remembrance st saint fool fools
    presidents mothers fathers bank holiday ramadan passover rosh hashanah hanukkah diwali eid pentecost epiphany
    ascension juneteenth world war of may"""
)

CAPITALISED = frozenset((*MONTHS, *MONTH_SHORT, *WEEKDAY_SHORT, *WEEKDAYS))
WORDS: frozenset[str] = frozenset(
    (
        *MONTHS,
        *MONTH_SHORT,
        *WEEKDAYS,
        *WEEKDAY_SHORT,
        *UNITS,
        *UNIT_PLURALS,
        *PARTS_OF_DAY,
        *NAMED_CLOCK,
        *SEASONS,
        *CARDINALS,
        *ORDINALS,
        *DECADE_WORDS,
        *FREQUENCIES,
        *PAST_WORDS,
        *ZONES,
        *PREPOSITIONS,
        *MODIFIERS,
        *FUZZY,
        *_PLAIN_WORDS,
    )
)
_KINDS = (
    "OTHER",  # a word or mark that no rule knows
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
    "SHORT_YEAR",  # '98
    "AMPM",  # a.m., pm
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
CODES: dict[str, str] = {kind: chr(0xE000 + place) for place, kind in enumerate(_KINDS)}
WORD_CODES: dict[str, str] = {word: chr(0xE100 + place) for place, word in enumerate(sorted(WORDS))}
MARKS = {
    ",": "COMMA",
    ".": "DOT",
    "-": "HYPHEN",
    "‐": "HYPHEN",
    "‑": "HYPHEN",
    "–": "HYPHEN",
    "(": "OPEN",
    ")": "CLOSE",
    "'": "APOSTROPHE",
    "’": "APOSTROPHE",
    "/": "SLASH",
    "$": "MONEY",
    "£": "MONEY",
    "€": "MONEY",
    "¥": "MONEY",
    "%": "PERCENT",
}
