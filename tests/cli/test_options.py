"""How the values of options are read."""

from datetime import date

import pytest

from onrecord.cli.options import parse_day
from onrecord.errors import InputError


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024-02-22", date(2024, 2, 22), date(2024, 2, 22)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_months_and_years_are_whole(words, first, last):
    assert (parse_day(words), parse_day(words, last=True)) == (first, last)


@pytest.mark.parametrize("words", ["", "2024-2", "2024-13", "2024-02-30", "0000", "22.2.2024", "２０２４"])
def test_what_is_no_day_is_told(words):
    with pytest.raises(InputError):
        parse_day(words)
