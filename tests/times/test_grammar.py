"""The patterns, their codes and their speed."""

from __future__ import annotations

import random
import re
import time
from datetime import date

from onrecord.times import find_times
from onrecord.times.grammar import ANY, NAMES, UNHURRIED, WORD_CODES, table_of
from onrecord.times.lexer import lex
from onrecord.times.rules import READERS
from tests.times.test_meanings import AMOUNTS, BOUNDED, CLOCKS, DATES, FEASTS, HUNG, RANGES, TOLD

SENTENCES = [row[0] for row in (*TOLD, *DATES, *AMOUNTS, *CLOCKS, *FEASTS, *BOUNDED, *RANGES, *HUNG)]
SUNDAY = date(2021, 11, 21)


def test_every_pattern_has_a_reader_and_every_reader_a_pattern() -> None:
    assert set(NAMES) == set(READERS)


def test_a_table_row_runs_on_in_indented_lines() -> None:
    assert table_of("# said\nfirst: a b |\n    c\n\nsecond: d") == [("first", "a b | c"), ("second", "d")]


def test_looking_only_near_the_words_that_patterns_need_finds_the_same() -> None:
    slow = re.compile(UNHURRIED)
    for text in [*SENTENCES, " ".join(SENTENCES), *shuffled(200)]:
        codes = lex(text).codes
        assert [m.span() for m in ANY.finditer(codes)] == [m.span() for m in slow.finditer(codes)], text


def test_any_run_of_known_words_is_read_without_an_error_and_its_days_are_in_order() -> None:
    for text in shuffled(300):
        for found in find_times(text, SUNDAY):
            days = found.interval
            assert not (days and days.earliest and days.latest) or days.earliest <= days.latest


def shuffled(count: int) -> list[str]:
    """Runs of the vocabulary's words, numbers and marks in no order."""
    rng = random.Random(7)
    others = [
        "1",
        "31",
        "2021",
        "'98",
        "1990s",
        "21st",
        "10:35",
        "7.30",
        "1/2",
        "2,016",
        "99/99/99",
        ".",
        ",",
        "-",
        "'",
        "$",
    ]
    words = [*WORD_CODES, *others * 8]
    return [" ".join(rng.choice(words).capitalize() for _ in range(rng.randint(1, 20))) for _ in range(count)]


def test_ten_thousand_words_take_less_than_a_tenth_of_a_second_a_thousand() -> None:
    text = " ".join(SENTENCES) * 12
    words = len(text.split())
    find_times(text[:1000], SUNDAY)
    started = time.process_time()
    find_times(text, SUNDAY)
    seconds = time.process_time() - started
    assert words / seconds > 10_000  # ten times slower than measured on text as dense as this


def test_long_runs_of_one_kind_of_word_take_no_longer_than_others() -> None:
    for run in ("the " * 20_000, "two " * 20_000, "of the end " * 8_000, "1 " * 20_000, "early late mid " * 8_000):
        started = time.process_time()
        find_times(run, SUNDAY)
        assert time.process_time() - started < 5, run[:20]
