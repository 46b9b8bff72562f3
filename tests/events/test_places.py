"""Where an event is: names of the table, names behind prepositions, the place that an article is about."""

from __future__ import annotations

import pytest

from onrecord.events.places import CITY, COUNTRY, REGION, find_place, main_place, place_behind
from onrecord.records import Article, Event
from onrecord.speakers import read_register
from tests.events.test_find import Told, events_of


def place_in(text: str, word: str, type: str = "meeting") -> str | None:
    (event,) = find_one(text, Told(word, type=type))
    return event.place


def find_one(text: str, told: Told) -> tuple[Event, ...]:
    return events_of(text, told)[1]


@pytest.mark.parametrize(
    ("name", "kind", "where"),
    [
        ("Geneva", CITY, "CH"),
        ("St. Louis", CITY, "US-MO"),
        ("Zürich", CITY, "CH"),
        ("Cologne", CITY, "DE"),
        ("Ohio", REGION, "US-OH"),
        ("Calif.", REGION, "US-CA"),
        ("U.S.", COUNTRY, "US"),
        ("Czech Republic", COUNTRY, "CZ"),
        ("North Korea", COUNTRY, "KP"),
    ],
)
def test_the_table_knows_countries_regions_and_cities(name: str, kind: str, where: str) -> None:
    place = find_place(name)
    assert place is not None
    assert place.kind == kind
    assert where in place.where


@pytest.mark.parametrize("name", ["Senate", "Democratic", "Brekke Holdings", "Gen", ""])
def test_the_table_knows_no_other_names(name: str) -> None:
    assert find_place(name) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("in Dayton, Ohio, on Monday", "Dayton, Ohio"),
        ("in London, Germany's minister said", "London"),
        ("in the southern Philippines", "Philippines"),
        ("in North Carolina", "North Carolina"),
        ("in the Swiss city of Geneva", "Geneva"),
        ("in the village of Lowick", "Lowick"),
        ("in Lowick, Ohio", "Lowick, Ohio"),
        ("at the Kremlin", "Kremlin"),
        ("at Harbour Hall", "Harbour Hall"),
        ("at Ohio State University", "Ohio State University"),
        ("in The Hague", "The Hague"),
        ("in U.S. waters", "U.S."),
        ("in the Democratic Republic of the Congo", "Democratic Republic of the Congo"),
        ("in March", None),
        ("in Brekke Holdings", None),
        ("in the Democratic race", None),
        ("in the end", None),
    ],
)
def test_what_stands_behind_a_preposition(text: str, name: str | None) -> None:
    place = place_behind(text, 2, len(text))
    assert ((place and place.known and place.span.of(text)) or None) == name


def test_a_place_in_the_clause_is_that_of_the_event() -> None:
    assert place_in("The ministers will meet on the new ferry in Oslo next week.", "meet") == "Oslo"
    assert place_in("In Geneva, the presidents will meet again.", "meet") == "Geneva"
    assert place_in("The ministers will meet in the Alpine city of Lenz.", "meet") == "Lenz"
    assert place_in("The minister will travel to Oslo for talks.", "travel", "visit") == "Oslo"


def test_a_town_that_no_table_has_where_its_name_ends() -> None:
    assert place_in("The council will meet on Thursday in Ostby.", "meet") == "Ostby"
    assert place_in("The council will meet in Ostby next week.", "meet") == "Ostby"
    assert place_in("The council will meet in Ostby office rooms.", "meet") is None
    assert place_in("The bill will be debated in the Senate.", "debated", "law") is None


def test_of_two_places_the_nearer() -> None:
    assert place_in("The ministers will meet in Oslo for a report on fishing in Iceland.", "meet") == "Oslo"


def test_where_something_was_said_is_not_where_it_happens() -> None:
    assert place_in("The ferries will sail again, the owner said in Oslo.", "sail", "launch") is None
    assert place_in("The plan to sail announced in Oslo is new.", "sail", "launch") is None
    assert place_in("The ferry will sail, which angered owners in Oslo.", "sail", "launch") is None


def test_no_place_of_a_body_or_a_person() -> None:
    assert place_in("The owners will invest in Brekke Holdings Inc next year.", "invest", "economy") is None
    text = "Ada Dayton, 42, a teacher, runs the club. Members will put their trust in Dayton again."
    assert place_in(text, "trust", "other") is None


ABOUT = (
    "Norway will close its salmon farms\n\nNorway has a new law on salmon. Farmers in Norway were told on Monday.\n\n"
    "The farms of Norway are the largest. Fishers from Sweden were glad. Most farms will close."
)


def test_else_the_place_that_the_article_is_about() -> None:
    span = main_place(ABOUT)
    assert span is not None
    assert (span.start, span.of(ABOUT)) == (0, "Norway")
    assert place_in(ABOUT, "close", "law") == "Norway"


@pytest.mark.parametrize(
    "text",
    [
        ABOUT.replace("Fishers from Sweden", "Fishers from Sweden, Denmark and Iceland"),  # one of several
        ABOUT.replace("The farms of Norway", "The farms"),  # not often enough
        "Salmon farms will close\n\nThere is a new law.\n\n" + ABOUT.partition("\n\n")[2],  # not from the beginning on
        ABOUT.replace("Norway", "NORWAY"),  # a line of where it was written
        ABOUT.replace("Norway", "Houston Rockets"),  # a longer name
    ],
)
def test_an_article_about_no_place_in_particular(text: str) -> None:
    assert main_place(text) is None


def test_a_place_is_no_participant() -> None:
    text = "Brekke Holdings will close the office of Ada Stone across Norway."
    article, (event,) = events_of(text, Told("close", type="economy"))
    assert "Brekke Holdings" in [speaker.name for speaker in event.participants]
    assert not any("Norway" in speaker.name for speaker in event.participants)
    assert read_register(article).cast.named  # the names are found, Norway among them


def test_who_something_is_sold_to_takes_part() -> None:
    _, (event,) = events_of("Northland Rail will sell the quay to Brekke Holdings.", Told("sell", type="economy"))
    assert [speaker.name for speaker in event.participants] == ["Northland Rail", "Brekke Holdings"]


def test_an_article_without_text_has_no_place() -> None:
    assert main_place(Article.from_text("Nothing.").text) is None
