"""The words that time expressions are built of, with what each means. Every other module of this stage asks these."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a table that is written as a text."""
    return frozenset(words.split())


def numbered(words: str, first: int = 1) -> dict[str, int]:
    """The words of a text, counted from `first`."""
    return {word: number for number, word in enumerate(words.split(), first)}


MONTHS = numbered(
    "january february march april may june july august september october november december",
)
MONTH_SHORT = {**{month[:3]: number for month, number in MONTHS.items() if month != "may"}, "sept": 9}
_WEEK = numbered("monday tuesday wednesday thursday friday saturday sunday")
WEEKDAYS = {**_WEEK, **{f"{day}s": number for day, number in _WEEK.items()}}
WEEKDAY_SHORT = {**{day[:3]: number for day, number in _WEEK.items()}, "tues": 2, "thur": 4, "thurs": 4}
# TIMEX3 letters; hours, minutes and seconds stand after a "T".
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "2W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "millennium": "L",
}
UNIT_PLURALS = {
    **{f"{unit}s": letter for unit, letter in UNITS.items() if unit not in ("century", "millennium")},
    "centuries": "C",
    "millennia": "L",
    "hrs": "TH",
    "mins": "TM",
}
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
    "tonight": "NI",
}
NAMED_CLOCK = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
CARDINALS = {
    **numbered(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty",
    ),
    **{word: 10 * number for word, number in numbered("thirty forty fifty sixty seventy eighty ninety", 3).items()},
    "hundred": 100,
    "thousand": 1000,
    "dozen": 12,
}
ORDINALS = {
    **numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    ),
    "thirtieth": 30,
}
DECADE_WORDS = numbered("twenties thirties forties fifties sixties seventies eighties nineties", 2)
FREQUENCIES = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "biennially": "P2Y",
}
# Offsets from UTC by the names that newspapers print; names that mean several zones are read as the commonest.
ZONES = {
    "gmt": "Z",
    "utc": "Z",
    "bst": "+01:00",
    "wat": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "sast": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "eat": "+03:00",
    "ist": "+05:30",
    "hkt": "+08:00",
    "sgt": "+08:00",
    "awst": "+08:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "acst": "+09:30",
    "aest": "+10:00",
    "aedt": "+11:00",
    "nzst": "+12:00",
    "nzdt": "+13:00",
    "edt": "-04:00",
    "est": "-05:00",
    "cdt": "-05:00",
    "cst": "-06:00",
    "mdt": "-06:00",
    "mst": "-07:00",
    "pdt": "-07:00",
    "pst": "-08:00",
}
ZONE_NAMES = frozenset((*ZONES, "et", "ct", "pt"))
# Words in front of a bare month or year that make it one.
PREPOSITIONS = word_set(
    "in since by until till through throughout from during before after of for to and between around about on at "
    "as over into circa or late early mid than"
)
FUZZY = word_set("few several couple many some number dozens hundreds thousands")
# Words that a number of four figures counts, so that it is no year.
COUNTED = word_set(
    """people persons men women children troops soldiers officers police jobs workers employees staff members students
    pupils voters votes seats homes houses households buildings miles mile km kilometers kilometres meters metres feet
    yards acres hectares tons tonnes pounds kilograms kg points shares dollars euros yen rupees francs marks rubles
    cases deaths victims refugees migrants passengers patients residents fans guests delegates companies firms
    businesses vehicles cars planes ships flights copies words pages times square barrels rounds meals beds bottles
    per percent pc mph kph mw gw hp calories megawatt megawatts watts hp"""
)
# A month, a weekday or their short forms are only read with a capital.
CAPITALISED = frozenset((*MONTHS, *MONTH_SHORT, *WEEKDAY_SHORT, *WEEKDAYS))
