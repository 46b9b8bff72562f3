"""Everyday words with a capital are no people: holidays, things in Title Case, trades, verbs before their subject."""

from __future__ import annotations

import pytest

from onrecord.records import Article, SpeakerType
from onrecord.speakers import read_register
from onrecord.speakers.everyday import Look, is_holiday, look_of, trade_before
from onrecord.speakers.facts import is_given_name
from tests.speakers.reading import read, who

TEXT = "Quay\n\n"


def cast(sentences: str) -> dict[str, SpeakerType]:
    """The names of an article with their types."""
    register = read_register(Article.from_text(f"{TEXT}{sentences}", title="Quay"))
    return {entity.name: entity.type for entity in register.cast.entities}


@pytest.mark.parametrize(
    ("word", "alone", "expected"),
    [
        ("Ada", True, True),
        ("Journey", True, False),
        ("Mark", True, True),
        ("April", True, False),
        ("Hope", False, True),
    ],
)
def test_everyday_words_are_first_names_only_where_people_are_called_so(word: str, alone: bool, expected: bool) -> None:
    assert is_given_name(word, alone=alone) is expected


@pytest.mark.parametrize("name", ["Christmas", "Christmas Day", "Thanksgiving Eve", "Boxing Day", "Merry Christmas"])
def test_holidays_are_nobody(name: str) -> None:
    assert is_holiday(name.lower().split())
    assert cast(f"The quay was closed on {name}.") == {}


def test_the_eve_of_a_holiday_is_nobody() -> None:
    assert "Eve" not in cast("The quay was closed on New Year's Eve.")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Stone", Look.NAME),
        ("Ada Bay", Look.NAME),
        ("Will Harbour", Look.NAME),
        ("JD Marlin", Look.NAME),
        ("Ada Stone III", Look.NAME),
        ("ADA MARLIN", Look.NAME),
        ("Turning Point", Look.THING),
        ("Lowick County", Look.THING),
        ("Lowick VPN", Look.THING),
        ("Lowick R1T", Look.THING),
        ("Texas Northland", Look.THING),
        ("Inter Chicago", Look.THING),
        ("Hope Story", Look.THING),
        ("Lowick PD", Look.THING),
        ("Ada & Ivo", Look.THING),
        ("Ada In Lowick", Look.THING),
        ("Hurricane Zoltan", Look.THING),
        ("Zoltan GmbH", Look.THING),
        ("Zoltanka Reports", Look.MIXED),
    ],
)
def test_what_the_words_of_a_name_look_like(name: str, expected: Look) -> None:
    assert look_of(name.lower().split(), name.split()) is expected


@pytest.mark.parametrize("name", ["Turning Point", "Loose Emotions", "Lowick VPN", "Daily Value"])
def test_things_in_title_case_are_no_people(name: str) -> None:
    assert cast(f"They saw {name} in Lowick.")[name] is not SpeakerType.PERSON


def test_a_pronoun_never_means_a_thing_in_title_case() -> None:
    text = f"{TEXT}Ada Stone wrote a book. It is called Loose Emotions. She said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "She"))
    assert who(statement) == "Ada Stone"


def test_it_never_means_a_thing_in_title_case_that_has_not_spoken() -> None:
    text = f"{TEXT}Zqlt makes boats. They sell as Loose Emotions. It said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "It"))
    assert who(statement) != "Loose Emotions"


def test_a_name_of_everyday_words_is_a_person_where_its_surname_goes_on_alone() -> None:
    text = f"{TEXT}They met Gal Zoltanka in Lowick. Then Ms. Zoltanka said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "Ms. Zoltanka"))
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.type) == ("Gal Zoltanka", SpeakerType.PERSON)


def test_a_name_of_everyday_words_is_a_person_before_who() -> None:
    assert cast("They met Zqlt Monsoon, who sings.")["Zqlt Monsoon"] is SpeakerType.PERSON


@pytest.mark.parametrize("words", ["Arab Americans", "Jewish", "Democratic", "Chief Executive"])
def test_peoples_believers_and_offices_are_no_people_by_name(words: str) -> None:
    assert cast(f"They met {words} in Lowick.") == {"Lowick": SpeakerType.ORGANIZATION}


def test_where_a_body_is_based_is_no_part_of_its_name() -> None:
    text = f"{TEXT}Today Lowick-based Zqlt said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "Lowick-based Zqlt"))
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.type) == ("Zqlt", SpeakerType.ORGANIZATION)


@pytest.mark.parametrize("verb", ["Says", "Added", "Asks", "Writes"])
def test_a_verb_before_its_subject_is_no_part_of_the_name(verb: str) -> None:
    text = f"{TEXT}Peter Crane came. {verb} Peter: the quay was closed."
    (statement,) = read(text, ("the quay was closed", verb, "Peter"))
    assert who(statement) == "Peter Crane"


@pytest.mark.parametrize(
    ("run", "trade"),
    [
        ("Trooper Ada Stone", "Trooper"),
        ("Housecleaner Ada Stone", "Housecleaner"),
        ("Co-owner Ada Stone", "Co-owner"),
        ("Psychoanalyst Ada Stone", "Psychoanalyst"),
        ("NATO Secretary-General Ada Stone", "NATO Secretary-General"),
        ("GSAS Dean Ada Stone", "GSAS Dean"),
        ("White House Economics Advisor Ada Stone", "White House Economics Advisor"),
        ("Ada Stone", ""),
        ("Peter Cooper Stone", ""),
    ],
)
def test_a_trade_before_a_name_is_no_part_of_it(run: str, trade: str) -> None:
    words = run.split()
    assert " ".join(words[: trade_before(run.lower().split(), words)]) == trade


def test_a_trade_before_a_name_is_the_role() -> None:
    text = f"{TEXT}Today Trooper Ada Stone said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "Trooper Ada Stone"))
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.role) == ("Ada Stone", "Trooper")


def test_a_month_after_a_small_word_is_no_name() -> None:
    assert cast("In April, the quay was closed.") == {}
