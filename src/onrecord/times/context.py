"""What the rest of a text says of an expression: a surname or title that looks like a time, the half of the earth."""

from __future__ import annotations

import re
from datetime import date

from onrecord.times.grammar import KIND_CODES
from onrecord.times.lexer import Tokens
from onrecord.times.periods import DAY
from onrecord.times.vocabulary import MONTH_SHORT, MONTHS, word_set

_SURE_MAY = word_set("in since until till last next this early late mid through during throughout")
_SURNAME_MAY = re.compile(
    r"\b(?!In|By|Since|Until|Last|Next|This|Early|Late|On|From|Mid)(?:[A-Z]\w+|Mrs|Mr|Ms)\.? May\b(?! \d)"
)
# Whole names by their first words; countries and cities that newspapers of either half name most.
_SOUTHERN = re.compile(
    r"\b(?:Australia|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Tasmania|Queensland|New Zealand|Auckland|"
    r"Wellington|South Africa|Johannesburg|Cape Town|Pretoria|Namibia|Windhoek|Zimbabwe|Harare|Botswana|Argentina|"
    r"Buenos Aires|Chile|Santiago|Uruguay|Paraguay|Brazil|São Paulo|Antarctica)\b"
)
_NORTHERN = re.compile(
    r"\b(?:America|United States|US|U\.S|UK|Britain|England|London|Washington|New York|Canada|Toronto|Ottawa|Europe|"
    r"European|Germany|Berlin|France|Paris|Italy|Spain|Russia|Moscow|Ukraine|Kyiv|China|Beijing|Japan|Tokyo|India|"
    r"Delhi|Ireland|Scotland|Israel|Iran|Iraq|Syria|Turkey|Korea|California|Texas|Florida|Chicago)\b"
)


# "LIMA, Nov. 19 (UPI) --", "BRUSSELS, December 2 (Xinhua) --", near the beginning of a text.
_DATELINE = re.compile(
    r"^[A-Z][A-Z .,'’-]{2,40}?,\s([A-Z][a-z]{2,8})\.?\s(\d{1,2})(?:,\s\d{4})?\s*"
    r"(?:\([^()\n]{2,30}\)\s*)?(?:--?|[–—_])\s",
    re.MULTILINE,
)
_HEAD = 500
_WEEK = 7


def is_title(tokens: Tokens, first: int, last: int, name: str) -> bool:
    """Whether a match is part of a name: "USA Today", "Coach of the Year", "This Week" in quotation marks, Mrs May."""
    text, start, end = tokens.text, tokens.starts[first], tokens.ends[last - 1]
    if name == "month" and last - first == 1 and tokens.words[first] == "may":
        unsure = first == 0 or tokens.words[first - 1] not in _SURE_MAY
        return unsure and _SURNAME_MAY.search(text) is not None
    if name == "the unit":
        return text[tokens.starts[last - 1]].isupper()
    if name in ("named day", "present") and text[start].isupper() and last - first == 1:
        following = tokens.words[last : last + 1]
        if following == [","] and name == "present":  # "Now, we see ..." goes on with a tale
            return True
        if name == "present" and tokens.codes[last : last + 1] == KIND_CODES["NAME"] and text[start - 2] != ".":
            return True
        return first > 0 and tokens.codes[first - 1] == KIND_CODES["NAME"] and text[start - 1] == " "
    if name == "unit" and last - first > 1 and start > 0 and text[start - 1] in "\"“‘'":
        return text[start:end].istitle()
    return False


def dateline_day(text: str, published: date | None) -> date | None:
    """The day that the place line of a report tells ("LIMA, Nov. 19 (UPI) --"), in the week up to publication."""
    line = _DATELINE.search(text, 0, _HEAD)
    if line is None or published is None:
        return None
    month = MONTHS.get(line[1].lower()) or MONTH_SHORT.get(line[1].lower())
    days = (published - step * DAY for step in range(_WEEK))
    return next((day for day in days if (day.month, day.day) == (month, int(line[2]))), None)


def is_southern(tokens: Tokens) -> bool:
    """Whether a text names places of the southern half more often than places of the northern half."""
    southern = len(_SOUTHERN.findall(tokens.text))
    return southern > 0 and southern > len(_NORTHERN.findall(tokens.text))
