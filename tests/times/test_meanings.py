"""What each kind of expression means: TIMEX3 type, value and days, told on Sunday 21 November 2021."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.records import Interval, Time
from onrecord.times import find_times

SUNDAY = date(2021, 11, 21)
Row = tuple[str, str, str, str, str | None]


def day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None


def read(sentence: str, words: str) -> Time:
    """The time that a sentence tells in the words given."""
    times = find_times(sentence, SUNDAY)
    matching = [time for time in times if time.span.of(sentence) == words]
    assert len(matching) == 1, [time.span.of(sentence) for time in times]
    return matching[0]


def check(sentence: str, words: str, kind: str, value: str, days: str | None) -> None:
    """days: "first..last" with "" for an open end, one day, or None where none is meant."""
    time = read(sentence, words)
    interval = None
    if days is not None:
        first, _, last = days.partition("..")
        interval = Interval(day(first), day(last if ".." in days else first))
    assert (time.type, time.value, time.interval) == (kind, value, interval)


TOLD: list[Row] = [
    ("He left yesterday.", "yesterday", "DATE", "2021-11-20", "2021-11-20"),
    ("She will leave tomorrow.", "tomorrow", "DATE", "2021-11-22", "2021-11-22"),
    ("He left the day before yesterday.", "the day before yesterday", "DATE", "2021-11-19", "2021-11-19"),
    ("They were seen this morning.", "this morning", "TIME", "2021-11-21TMO", "2021-11-21"),
    ("They play tonight.", "tonight", "TIME", "2021-11-21TNI", "2021-11-21"),
    ("They were seen last night.", "last night", "TIME", "2021-11-20TNI", "2021-11-20"),
    ("They were seen on Friday night.", "Friday night", "TIME", "2021-11-19TNI", "2021-11-19"),
    ("She told him last week.", "last week", "DATE", "2021-W45", "2021-11-08..2021-11-14"),
    ("She told him this week.", "this week", "DATE", "2021-W46", "2021-11-15..2021-11-21"),
    ("She told him earlier this week.", "earlier this week", "DATE", "2021-W46", "2021-11-15..2021-11-21"),
    ("It will open next week.", "next week", "DATE", "2021-W47", "2021-11-22..2021-11-28"),
    ("She told him this month.", "this month", "DATE", "2021-11", "2021-11-01..2021-11-21"),
    ("It will open this month.", "this month", "DATE", "2021-11", "2021-11-21..2021-11-30"),
    ("She told him last month.", "last month", "DATE", "2021-10", "2021-10-01..2021-10-31"),
    ("She resigned late last month.", "late last month", "DATE", "2021-10", "2021-10-20..2021-10-31"),
    ("She resigned early last month.", "early last month", "DATE", "2021-10", "2021-10-01..2021-10-10"),
    ("It will open early next year.", "early next year", "DATE", "2022", "2022-01-01..2022-03-31"),
    ("It will open later this year.", "later this year", "DATE", "2021", "2021-11-21..2021-12-31"),
    ("A report is due later this month.", "later this month", "DATE", "2021-11", "2021-11-21..2021-11-30"),
    ("They met over the weekend.", "the weekend", "DATE", "2021-W46-WE", "2021-11-20..2021-11-21"),
    ("They met last weekend.", "Last weekend".lower(), "DATE", "2021-W45-WE", "2021-11-13..2021-11-14"),
    ("He left two days ago.", "two days ago", "DATE", "2021-11-19", "2021-11-19"),
    ("He left a week ago.", "a week ago", "DATE", "2021-11-14", "2021-11-14"),
    ("He left three weeks ago.", "three weeks ago", "DATE", "2021-W43", "2021-10-25..2021-10-31"),
    ("He left 14 months ago.", "14 months ago", "DATE", "2020-09", "2020-09-01..2020-09-30"),
    ("He left nearly 50 years ago.", "nearly 50 years ago", "DATE", "1971", "1971-01-01..1971-12-31"),
    ("He left years ago.", "years ago", "DATE", "PAST_REF", "..2021-11-21"),
    ("He left two Fridays ago.", "two Fridays ago", "DATE", "2021-11-12", "2021-11-12"),
    ("She will be back a week on Tuesday.", "a week on Tuesday", "DATE", "2021-11-30", "2021-11-30"),
]
DATES: list[Row] = [
    ("He resigned in early January.", "early January", "DATE", "2021-01", "2021-01-01..2021-01-10"),
    ("He resigned in mid-October.", "mid-October", "DATE", "2021-10", "2021-10-11..2021-10-20"),
    ("He will retire at the end of March.", "the end of March", "DATE", "2022-03", "2022-03-20..2022-03-31"),
    ("He resigned in June.", "June", "DATE", "2021-06", "2021-06-01..2021-06-30"),
    ("He resigned in March of last year.", "March of last year", "DATE", "2020-03", "2020-03-01..2020-03-31"),
    ("They meet in the first week of March.", "the first week of March", "DATE", "2022-03", "2022-03-01..2022-03-07"),
    ("It was signed in 1648.", "1648", "DATE", "1648", "1648-01-01..1648-12-31"),
    ("The 2020 election was close.", "2020", "DATE", "2020", "2020-01-01..2020-12-31"),
    ("It was built in late 2019.", "late 2019", "DATE", "2019", "2019-10-01..2019-12-31"),
    ("Prices rose in the 1970s.", "the 1970s", "DATE", "197", "1970-01-01..1979-12-31"),
    ("Prices rose in the early '80s.", "the early '80s", "DATE", "198", "1980-01-01..1983-12-31"),
    ("A church of the late 18th century burned.", "the late 18th century", "DATE", "17", "1770-01-01..1799-12-31"),
    ("Floods hit in the summer of 2017.", "the summer of 2017", "DATE", "2017-SU", "2017-06-01..2017-08-31"),
    ("Floods hit last winter.", "last winter", "DATE", "2020-WI", "2020-12-01..2021-02-28"),
    ("Sales fell in the third quarter.", "the third quarter", "DATE", "2021-Q3", "2021-07-01..2021-09-30"),
    ("Sales fell in Q2 2020.", "Q2 2020", "DATE", "2020-Q2", "2020-04-01..2020-06-30"),
    ("A sale is due in the first half of 2022.", "the first half of 2022", "DATE", "2022-H1", "2022-01-01..2022-06-30"),
    ("A cut was made in fiscal 2021.", "fiscal 2021", "DATE", "2021", "2020-10-01..2021-09-30"),
    ("They won the 2020/21 season.", "the 2020/21 season", "DATE", "2020/2021", "2020-08-01..2021-05-31"),
    ("He taught in the 2019-20 school year.", "the 2019-20 school year", "DATE", "2019/2020", "2019-09-01..2020-06-30"),
    ("In 44 BC a consul was killed.", "44 BC", "DATE", "BC0044", None),
]
AMOUNTS: list[Row] = [
    ("They talked for two weeks.", "two weeks", "DURATION", "P2W", None),
    ("They talked for nearly forty years.", "nearly forty years", "DURATION", "P40Y", None),
    ("He was jailed for two and a half years.", "two and a half years", "DURATION", "P2Y6M", None),
    ("They talked for 5 1/2 hours.", "5 1/2 hours", "DURATION", "PT5H30M", None),
    ("A 16-hour flight followed.", "16-hour", "DURATION", "PT16H", None),
    ("They talked for half an hour.", "half an hour", "DURATION", "PT30M", None),
    ("He waited for years.", "years", "DURATION", "PXY", None),
    ("He waited for a few days.", "a few days", "DURATION", "PXD", None),
    ("Two decades of war ended.", "Two decades", "DURATION", "P20Y", None),
    ("It grew in the past two months.", "the past two months", "DURATION", "P2M", "2021-09-21..2021-11-21"),
    ("It will grow in the next two years.", "the next two years", "DURATION", "P2Y", "2021-11-21..2023-11-21"),
    ("They will return within two weeks.", "two weeks", "DURATION", "P2W", "2021-11-21..2021-12-05"),
    ("A decision is expected in the coming days.", "the coming days", "DATE", "FUTURE_REF", "2021-11-21..2021-11-28"),
    ("They meet every Thursday.", "every Thursday", "SET", "XXXX-WXX-4", None),
    ("They meet every other week.", "every other week", "SET", "P2W", None),
    ("They meet on Sundays.", "Sundays", "SET", "XXXX-WXX-7", None),
    ("They march each July.", "each July", "SET", "XXXX-07", None),
    ("It costs $3 million a year.", "a year", "SET", "P1Y", None),
    ("The ferry runs twice a week.", "twice a week", "SET", "P1W", None),
    ("A daily ferry runs.", "daily", "SET", "P1D", None),
    ("She is now in charge.", "now", "DATE", "PRESENT_REF", "2021-11-21"),
    ("She recently took charge.", "recently", "DATE", "PAST_REF", "..2021-11-21"),
    ("It will soon be over.", "soon", "DATE", "FUTURE_REF", "2021-11-21.."),
]
CLOCKS: list[Row] = [
    ("It began at 10:35 a.m. on Thursday.", "10:35 a.m. on Thursday", "TIME", "2021-11-18T10:35", "2021-11-18"),
    ("It will close at 8pm GMT tonight.", "8pm GMT tonight", "TIME", "2021-11-21T20:00Z", "2021-11-21"),
    ("It ended at noon on Friday.", "noon on Friday", "TIME", "2021-11-19T12:00", "2021-11-19"),
    ("A call began at 15:30 GMT.", "15:30 GMT", "TIME", "2021-11-21T15:30Z", "2021-11-21"),
    (
        "It begins at 7 p.m. EST on December 2.",
        "7 p.m. EST on December 2",
        "TIME",
        "2021-12-02T19:00-05:00",
        "2021-12-02",
    ),
    ("It ended shortly before 1 p.m. and he left.", "1 p.m.", "TIME", "2021-11-21T13:00", "2021-11-21"),
]
FEASTS: list[Row] = [
    ("They met on Good Friday 2019.", "Good Friday 2019", "DATE", "2019-04-19", "2019-04-19"),
    ("They will meet on Christmas Eve.", "Christmas Eve", "DATE", "2021-12-24", "2021-12-24"),
    ("They met last Thanksgiving.", "last Thanksgiving", "DATE", "2020-11-26", "2020-11-26"),
    ("They will meet on Memorial Day.", "Memorial Day", "DATE", "2022-05-30", "2022-05-30"),
    ("They met on Halloween.", "Halloween", "DATE", "2021-10-31", "2021-10-31"),
    ("They met before Diwali.", "Diwali", "DATE", "2021-11-04", "..2021-11-03"),
    ("They will meet after Eid al-Fitr.", "Eid al-Fitr", "DATE", "2022-05-02", "2022-05-03.."),
    ("It will open in the new year.", "the new year", "DATE", "2022", "2022-01-01..2022-03-31"),
]
BOUNDED: list[Row] = [
    ("They could meet before the New Year.", "the New Year", "DATE", "2022-01-01", "2021-11-21..2021-12-31"),
    ("It will open before the end of this year.", "the end of this year", "DATE", "2021", "2021-11-21..2021-12-31"),
    ("It will open by the end of the year.", "the end of the year", "DATE", "2021", "2021-11-21..2021-12-31"),
    ("It will be built by 2030.", "2030", "DATE", "2030", "2021-11-21..2030-12-31"),
    ("It will be built in 2030.", "2030", "DATE", "2030", "2030-01-01..2030-12-31"),
    ("It will not open until 2024.", "2024", "DATE", "2024", "2024-01-01..2024-12-31"),
    ("It stood until 1914.", "1914", "DATE", "1914", "..1914-12-31"),
    ("A duty has applied since 2018.", "2018", "DATE", "2018", "2018-01-01..2021-11-21"),
    ("A duty will apply from 1 June.", "1 June", "DATE", "2022-06-01", "2022-06-01.."),
    ("A duty applies as of January 1.", "January 1", "DATE", "2022-01-01", "2022-01-01"),
    ("It will open no later than 31 December.", "31 December", "DATE", "2021-12-31", "2021-11-21..2021-12-31"),
    ("They will meet after Friday.", "Friday", "DATE", "2021-11-26", "2021-11-27.."),
    ("After yesterday's vote she left.", "yesterday", "DATE", "2021-11-20", "2021-11-20"),
]
RANGES: list[Row] = [
    ("It will run from 3 to 5 December.", "3 to 5 December", "DATE", "2021-12-03", "2021-12-03..2021-12-05"),
    ("A trial is set for May 3-5, 2022.", "May 3-5, 2022", "DATE", "2022-05-03", "2022-05-03..2022-05-05"),
    ("Talks will run from Monday to Wednesday.", "Wednesday", "DATE", "2021-11-24", "2021-11-22..2021-11-24"),
    ("Sales fell between March and June 2020.", "March", "DATE", "2020-03", "2020-03-01..2020-06-30"),
    ("He ruled from 2006 to 2014.", "2006", "DATE", "2006", "2006-01-01..2014-12-31"),
    ("A vote was moved from Monday to Friday.", "Friday", "DATE", "2021-11-26", "2021-11-26"),
]
HUNG: list[Row] = [
    ("He died on 3 March. Two days later, she left.", "Two days", "DURATION", "P2D", "2021-03-05"),
    ("She left three weeks after June 16.", "three weeks", "DURATION", "P3W", "2021-07-07"),
    ("A summit was held on June 16. Two days after the summit, she left.", "Two days", "DURATION", "P2D", "2021-06-18"),
    ("He died on 3 March. The following day, she left.", "The following day", "DATE", "2021-03-04", "2021-03-04"),
    ("He died on 3 March. She left that month.", "that month", "DATE", "2021-03", "2021-03-01..2021-03-31"),
    ("It fell on 3 May, and at 9 a.m. she left.", "9 a.m.", "TIME", "2021-05-03T09:00", "2021-05-03"),
    ("It fell in June 2017. On July 4 she left.", "July 4", "DATE", "2021-07-04", "2021-07-04"),
    ("It fell on June 3, 2017. On December 4 she left.", "December 4", "DATE", "2017-12-04", "2017-12-04"),
]


@pytest.mark.parametrize(
    ("sentence", "words", "kind", "value", "days"),
    [*TOLD, *DATES, *AMOUNTS, *CLOCKS, *FEASTS, *BOUNDED, *RANGES, *HUNG],
)
def test_an_expression_means_what_the_tables_of_the_docs_say(
    sentence: str, words: str, kind: str, value: str, days: str | None
) -> None:
    check(sentence, words, kind, value, days)


def test_a_season_is_three_months_of_the_half_of_the_earth_that_the_article_is_told_from() -> None:
    north = "Dunmore, Ireland. Floods hit last summer."
    south = "Dubbo, Australia. Floods hit last summer."
    assert read(north, "last summer").interval == Interval(date(2021, 6, 1), date(2021, 8, 31))
    assert read(south, "last summer").interval == Interval(date(2020, 12, 1), date(2021, 2, 28))


def test_a_year_earlier_means_the_same_quarter_where_the_text_speaks_of_one() -> None:
    text = "Net income rose in the third quarter. A year earlier the firm had a loss."
    assert read(text, "A year earlier").value == "2020-Q3"
    assert read("A year earlier the firm had a loss.", "A year earlier").value == "2020"


@pytest.mark.parametrize(
    ("published", "sentence", "value"),
    [
        ("2000-01-07", "He must return by Jan. 14.", "2000-01-14"),
        ("2000-01-07", "He returned on Nov. 25.", "1999-11-25"),
        ("1989-10-26", "It declared a dividend payable Dec. 15.", "1989-12-15"),
        ("2016-07-21", "He beat her in November.", "2016-11"),
        ("2016-01-21", "He beat her in November.", "2015-11"),
        ("2021-01-05", "He will go in December.", "2020-12"),
        ("2021-01-05", "He will go in June.", "2021-06"),
    ],
)
def test_a_date_without_a_year_goes_by_the_tense_unless_the_other_reading_is_far_nearer(
    published: str, sentence: str, value: str
) -> None:
    (time,) = find_times(sentence, date.fromisoformat(published))
    assert time.value == value


@pytest.mark.parametrize(
    ("published", "sentence", "words", "value", "days"),
    [
        # A month named "next" or "last"; one beside an election lies ahead unless a verb of the past stands with it.
        ("2024-02-28", "He will retire next January.", "next January", "2025-01", "2025-01-01..2025-01-31"),
        ("2024-02-28", "She was chosen last January.", "last January", "2023-01", "2023-01-01..2023-01-31"),
        ("2024-01-28", "She was chosen last December.", "last December", "2023-12", "2023-12-01..2023-12-31"),
        ("2024-03-01", "They face a November runoff.", "November", "2024-11", "2024-11-01..2024-11-30"),
        ("2024-03-01", "They will have a runoff in November.", "November", "2024-11", "2024-11-01..2024-11-30"),
        ("2016-04-12", "The row broke out in August.", "August", "2015-08", "2015-08-01..2015-08-31"),
        ("2023-04-26", "They did not look until October.", "October", "2022-10", "2022-10-01..2022-10-31"),
        ("2024-11-26", "A levy from January 1 and a ban weighed.", "January 1", "2025-01-01", "2025-01-01.."),
        ("2016-03-04", "It ran on December 5 and 6.", "December 5 and 6", "2015-12-05", "2015-12-05..2015-12-06"),
        # A year with a genitive is no decade.
        ("2020-01-10", "Few recall 2017's floods.", "2017", "2017", "2017-01-01..2017-12-31"),
        ("2020-01-10", "Few recall the 1970's floods.", "the 1970's", "197", "1970-01-01..1979-12-31"),
        # Weekdays of events that are awaited, of sentences of two tenses, of an infinitive after "is", "are".
        ("2024-02-28", "It comes a week before this Saturday's cutoff.", "this Saturday", "2024-03-02", "2024-03-02"),
        ("2016-01-26", "Both led the polls ahead of Monday's votes.", "Monday", "2016-02-01", "2016-02-01"),
        ("2024-03-01", "She will win Tuesday's race.", "Tuesday", "2024-03-05", "2024-03-05"),
        ("2023-12-23", "After hosting Gronau on Friday, Selm will play.", "Friday", "2023-12-22", "2023-12-22"),
        ("2016-03-11", "They are free to vote at home on Tuesday.", "Tuesday", "2016-03-15", "2016-03-15"),
        ("2016-03-11", "They planned a march on Saturday.", "Saturday", "2016-03-12", "2016-03-12"),
        ("2000-01-06", "She could not be reached Wednesday.", "Wednesday", "2000-01-05", "2000-01-05"),
        ("2000-01-06", "They could vote by Wednesday.", "Wednesday", "2000-01-12", "2000-01-06..2000-01-12"),
        # Periods that publication cuts, or that begin with it.
        ("2019-01-28", "This week saw a strike.", "This week", "2019-W05", "2019-01-28..2019-02-03"),
        (
            "2016-08-29",
            "It will run over the next week or so.",
            "the next week or so",
            "2016-W36",
            "2016-08-29..2016-09-05",
        ),
        (
            "2023-12-22",
            "It will grow in the first half of the year.",
            "the first half of the year",
            "2024-H1",
            "2024-01-01..2024-06-30",
        ),
        (
            "2023-12-20",
            "It is due in the first half of calendar year 2024.",
            "the first half of calendar year 2024",
            "2024-H1",
            "2024-01-01..2024-06-30",
        ),
        ("2023-12-20", "He left the 2023 talks.", "2023", "2023", "2023-01-01..2023-12-20"),
        ("2020-01-17", "Repairs may take a year.", "a year", "P1Y", "2020-01-17..2021-01-17"),
        ("2020-01-17", "They spoke the other day.", "the other day", "PAST_REF", "..2020-01-17"),
        ("2020-01-17", "Quakes may go on into early February.", "early February", "2020-02", "2020-01-17..2020-02-10"),
        ("2020-01-17", "It rained from Monday through to Wednesday.", "Monday", "2020-01-13", "2020-01-13..2020-01-15"),
        # Lengths of time in their place.
        ("2020-01-17", "They met in 2009 and married six years later.", "six years", "P6Y", "2015-01-01..2015-12-31"),
        ("2020-01-17", "He will be free in 25 years.", "25 years", "P25Y", "2045-01-01..2045-12-31"),
        ("2020-01-17", "It has been at war for twenty years.", "twenty years", "P20Y", "2000-01-01..2020-01-17"),
        # Days known to all, and of an election.
        ("2016-07-31", "Few forget the 9/11 attacks.", "9/11", "2001-09-11", "2001-09-11"),
        ("2016-07-31", "Few forget the Sept. 11 attacks.", "Sept. 11", "2001-09-11", "2001-09-11"),
        ("2016-07-31", "The nominee for the Nov. 8 election left.", "Nov. 8", "2016-11-08", "2016-11-08"),
        ("2016-05-26", "Both prepare for the 2016 presidential election.", "2016", "2016", "2016-05-26..2016-12-31"),
        ("2024-10-01", "She won the 2024 general election.", "2024", "2024", "2024-01-01..2024-10-01"),
        # What hangs on the last day told: for a verb of the past, none that is still to come.
        (
            "2019-03-17",
            "He fell on Friday. A court sits on April 5. She died later that day.",
            "later that day",
            "2019-03-15",
            "2019-03-15",
        ),
        ("2019-03-17", "He fell on Friday and left later in the day.", "the day", "2019-03-15", "2019-03-15"),
    ],
)
def test_expressions_told_on_other_days(published: str, sentence: str, words: str, value: str, days: str) -> None:
    times = find_times(sentence, date.fromisoformat(published))
    (time,) = [time for time in times if time.span.of(sentence) == words]
    first, _, last = days.partition("..")
    interval = Interval(day(first), day(last if ".." in days else first))
    assert (time.value, time.interval) == (value, interval)


def test_a_year_earlier_goes_by_the_quarter_of_its_paragraph_and_by_the_year_after_nine_months() -> None:
    text = (
        "Corven's net rose in the third quarter. Marl lost money in the second quarter.\n\n"
        "Marl, in the second quarter, had a loss, compared with a gain a year earlier.\n\n"
        "For the nine months, Corven earned $2 million, up from $1 million a year ago.\n\n"
        "Sales were higher than in the year-ago quarter."
    )
    assert read(text, "a year earlier").value == "2020-Q2"
    assert read(text, "a year ago").value == "2020"
    assert read(text, "the year-ago quarter").value == "2020-Q3"


@pytest.mark.parametrize(
    "sentence",
    [
        "Rents are high for today's young families.",
        "They are the leaders of tomorrow.",
        "The clinic is open 24 hours a day.",
        "Sales are expected to rise 8.5% annually.",
        "Previously, she was a nurse.",
        "The part is 9/16 of an inch.",
    ],
)
def test_words_that_tell_no_time_in_their_place_are_left_out(sentence: str) -> None:
    assert find_times(sentence, SUNDAY) == ()
