"""Days that no rule tells: their clues, and how they are weighed."""

from __future__ import annotations

from datetime import date

import numpy as np

from onrecord.records import Article
from onrecord.speakers.clues import DAY_CLUES, NAMES, PAIR_CLUES, STATEMENT_CLUES, Clues
from onrecord.speakers.resolve import said_clues
from onrecord.speakers.weighing import Table, Weights, best_days, load_weights, table_of, weigh
from tests.speakers.reading import PUBLISHED, Part, attribution

TUESDAY = (date(2024, 5, 14), date(2024, 5, 14))
TODAY = (PUBLISHED, PUBLISHED)
TEXT = (
    "Quay\n\nThe harbour held a hearing on Tuesday.\n\nPeter Crane said the quay was old.\n\n"
    "Anna Tolland argued on Tuesday that it was new. Ivo Marlin said it was wet and left on Monday."
)
PARTS: tuple[Part, ...] = (
    ("the quay was old", "said", "Peter Crane"),
    ("it was new", "argued", "Anna Tolland"),
    ("it was wet", "said", "Ivo Marlin"),
)


def clues_of(text: str, *parts: Part) -> Clues:
    """The clues of a short article."""
    article = Article.from_text(text, published=PUBLISHED, title=text.split("\n", 1)[0])
    found = said_clues(article, [attribution(text, part) for part in parts])
    assert found is not None
    return found


def clue(row: list[float], name: str) -> float:
    """One number of a row by its name."""
    return row[NAMES.index(name)]


def test_each_clue_has_one_name_and_each_row_one_number_for_each() -> None:
    assert len(set(NAMES)) == len(NAMES) == len(STATEMENT_CLUES) + len(DAY_CLUES) + len(PAIR_CLUES)
    rows = clues_of(TEXT, *PARTS).rows(0)
    assert {len(row) for _, row in rows} == {len(NAMES)}


def test_the_candidates_are_the_days_told_and_the_day_of_publication() -> None:
    rows = dict(clues_of(TEXT, *PARTS).rows(0))
    assert set(rows) == {TUESDAY, TODAY, (date(2024, 5, 13), date(2024, 5, 13))}
    assert clue(rows[TUESDAY], "back_1") == clue(rows[TUESDAY], "lead_one") == clue(rows[TUESDAY], "occasion") == 1
    assert clue(rows[TODAY], "untold") == clue(rows[TODAY], "today") == 1


def test_a_day_that_the_rules_set_aside_in_the_sentence_is_no_candidate() -> None:
    rows = dict(clues_of(TEXT, *PARTS).rows(2))
    assert (date(2024, 5, 13), date(2024, 5, 13)) not in rows
    assert TUESDAY in rows


def test_only_statements_without_a_day_by_the_rules_are_weighed() -> None:
    clues = clues_of(TEXT, *PARTS)
    assert clues.scenery.drafted[1] == TUESDAY
    assert set(table_of(clues).statements) == {0, 2}


def test_the_likeliest_day_is_taken_where_it_is_likely_enough() -> None:
    table = Table((0, 0, 1), (TUESDAY, TODAY, TODAY), np.zeros((3, len(NAMES))))
    assert best_days(table, np.array([0.4, 0.6, 0.3]), 0.35) == {0: TODAY}
    weights = Weights(np.zeros(len(NAMES) + 1), 0.6)
    assert weigh(clues_of(TEXT, *PARTS), weights) == {}


def test_the_weights_that_ship_are_of_these_clues() -> None:
    weights = load_weights()
    assert weights.clues.shape == (len(NAMES) + 1,)
    assert 0 < weights.take < 1
