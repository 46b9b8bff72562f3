"""A common form of the words that tell one thing: "elected", "election", "elections"."""

from __future__ import annotations

from functools import cache
from typing import Final

from snowballstemmer import stemmer

_STEMMER: Final = stemmer("english")
# Forms of one verb, or of a verb and its noun, that the stemmer leaves apart: stems, the first of each row for all.
_ROWS: Final = """meet met|decid decis|die death dead died|resign resignation|sell sale sold|fli flight flew|hear heard
|win won victori|lose lost loss|begin began begun|speak speech spoke spoken|fight fought|leav left|arriv arrival
|depart departur|extend extens|expand expans|suspend suspens|collid collis|invad invas|explod explos|shoot shot
|acquir acquisit|withdraw withdrawn withdrew|strike struck|open reopen|elect reelect|choos chose chosen choic
|give gave given|buy bought|build built|hold held|bring brought|tri trial|appear appearanc|marri marriag|seiz seizur
|close closur|pay paid payment|run ran|go went gone|take took taken|send sent|fall fell fallen|rise rose risen|see saw
|lead led|arrest detain detent|kill murder"""
_ALIKE: Final = {form: row.split()[0] for row in _ROWS.split("|") for form in row.split()}


@cache
def stem_of(word: str) -> str:
    """The stem of a word, one for a verb and its noun where the stemmer or the table joins them."""
    found: str = _STEMMER.stemWord(word.lower())
    return _ALIKE.get(found, found)
