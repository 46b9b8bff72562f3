"""Offices and who held them on the day of an article."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.records import Article, SpeakerType, Statement
from onrecord.speakers import resolve_speakers
from onrecord.speakers.incumbents import holder_of, holders, office_told
from tests.speakers.reading import attribution, who


def told(sentence: str, source: str, day: str, *, before: str = "") -> Statement:
    """The statement of a short article of a day whose source said that the quay was closed."""
    text = f"Quay\n\n{before}{sentence}"
    part = ("the quay was closed", "said", source)
    article = Article.from_text(text, published=day, title="Quay")
    (statement,), _ = resolve_speakers(article, [attribution(text, part)])
    return statement


@pytest.mark.parametrize(
    ("source", "day", "name"),
    [
        ("The US president", "2016-06-03", "Barack Obama"),
        ("The US president", "2021-06-03", "Joe Biden"),
        ("The French president", "2021-06-03", "Emmanuel Macron"),
        ("The British prime minister", "2018-06-03", "Theresa May"),
        ("The president of Russia", "2011-06-03", "Dmitry Medvedev"),
        ("The Vice President of the United States", "2018-06-03", "Mike Pence"),
    ],
)
def test_an_office_and_its_country_mean_its_holder_of_the_day(source: str, day: str, name: str) -> None:
    statement = told(f"{source} said the quay was closed.", source, day)
    assert statement.speaker is not None
    assert statement.speaker.name == name
    assert statement.speaker.type is SpeakerType.PERSON


def test_two_presidents_of_one_office_are_two_speakers() -> None:
    speakers = {
        told("The US president said the quay was closed.", "The US president", day).speaker
        for day in ("2016-06-03", "2021-06-03")
    }
    assert len({speaker.id for speaker in speakers if speaker is not None}) == 2


@pytest.mark.parametrize(
    ("source", "day"),
    [
        ("The former US president", "2016-06-03"),
        ("The next US president", "2016-06-03"),
        ("The president of the club", "2016-06-03"),
        ("The US president", "2017-01-20"),
        ("The British prime minister", "2040-06-03"),
        ("The prime minister of Andorra", "2016-06-03"),
    ],
)
def test_nobody_is_named_where_the_tables_are_not_certain(source: str, day: str) -> None:
    statement = told(f"{source} said the quay was closed.", source, day)
    assert statement.speaker is None or statement.speaker.type is not SpeakerType.PERSON


def test_a_sentence_on_another_year_names_nobody() -> None:
    statement = told("In 2009 the US president said the quay was closed.", "the US president", "2016-06-03")
    assert statement.speaker is None or statement.speaker.type is not SpeakerType.PERSON


def test_the_article_s_own_name_wins() -> None:
    before = "US President Ada Stone of the play walked on stage. "
    statement = told("The US president said the quay was closed.", "The US president", "2016-06-03", before=before)
    assert who(statement) == "Ada Stone"


def test_an_office_by_itself_means_its_holder_whom_the_article_names() -> None:
    before = "Sir Keir Starmer walked over the wet quay. "
    statement = told("The PM said the quay was closed.", "The PM", "2024-09-16", before=before)
    assert who(statement) == "Keir Starmer"


@pytest.mark.parametrize(
    ("source", "day", "name"),
    [
        ("President Obama", "2016-06-03", "Barack Obama"),
        ("President Bush", "1990-06-03", "George H. W. Bush"),
        ("President Bush", "2003-06-03", "George W. Bush"),
        ("Prime Minister Johnson", "2020-06-03", "Boris Johnson"),
        ("Sen. Murkowski", "2020-06-03", "Lisa Murkowski"),
        ("President Obama", "2020-06-03", "Obama"),
        ("Sen. Scott", "2020-06-03", "Scott"),
    ],
)
def test_an_office_before_a_surname_gives_the_full_name(source: str, day: str, name: str) -> None:
    before = "Republicans and others in Congress spoke of an old quay. "
    assert who(told(f"Then {source} said the quay was closed.", source, day, before=before)) == name


def test_each_line_of_the_tables_is_whole_and_no_office_has_two_holders_on_a_day() -> None:
    lines = holders()
    assert len(lines) > 250
    for line in lines:
        assert line.first <= line.last
        assert line.gender in ("m", "f")
        assert line.name.strip() == line.name != ""
    for one in lines:
        others = [line for line in lines if line.office == one.office and line.place == one.place and line != one]
        if one.office != "senator":
            assert not any(one.first < other.last and other.first < one.last for other in others), one


def test_who_held_an_office() -> None:
    found = holder_of("chancellor", "Germany", date(2019, 1, 1))
    assert found is not None
    assert found.name == "Angela Merkel"
    assert holder_of("chancellor", "Germany", date(1955, 1, 1)) is None


@pytest.mark.parametrize(
    "words", ["the club president", "a US president", "US presidents", "president", "the minister"]
)
def test_words_without_office_and_country_tell_none(words: str) -> None:
    assert office_told(words) is None
