"""Speakers: found by any of their names, joined across articles only where they are the same, shown with their past."""

from datetime import UTC, date, datetime

import pytest

from onrecord.record import Count, Record, RoleView
from onrecord.records import SpeakerType
from tests.factories import Said, make_reading


@pytest.fixture
def news(record: Record) -> Record:
    """Ada Marlow in three articles, with two roles; two people called Lund."""
    for number, role, venue in ((1, "mayor", "Channel 4"), (2, "mayor", "Channel 4"), (3, "former mayor", "a letter")):
        record.add(
            make_reading(
                Said(f"news number {number}", role=role, venue=venue, other_names=("Marlow", "Mayor Marlow")),
                url=f"https://gazette.example/{number}",
                published=datetime(2021, 9 + number, 3, tzinfo=UTC),
            ),
            origin=str(number),
        )
    lund = Said("no comment", source="Bo Lund", other_names=("Lund",))
    record.add(
        make_reading(
            lund,
            Said("no change", source="Åse Lund", other_names=("Lund",)),
            Said("no case", source="Lund Shipping", type=SpeakerType.ORGANIZATION),
            url="https://x.example",
            publisher="The Courier",
        ),
        origin="4",
    )
    record.add(make_reading(lund, url="https://y.example", publisher="The Courier"), origin="5")
    return record


def names(record: Record, name: str = "") -> list[tuple[str, bool]]:
    return [(row.name, row.exact) for row in record.speakers(name).items]


def test_who_finds_whole_names_first_then_the_most_quoted(news: Record):
    assert names(news, "Lund") == [("Bo Lund", True), ("Åse Lund", True), ("Lund Shipping", False)]
    assert names(news, "ase lund") == [("Åse Lund", True)]
    assert names(news, "ÅSE") == [("Åse Lund", False)]
    assert names(news, "mar") == [("Ada Marlow", False)]
    assert names(news, "nobody") == []


def test_no_name_lists_all_the_most_quoted_first(news: Record):
    assert [name for name, _ in names(news)][:2] == ["Ada Marlow", "Bo Lund"]
    assert news.speakers(limit=1, offset=1).items[0].name == "Bo Lund"
    assert news.speakers(limit=1).total == 4


def test_a_speaker_page_tells_when_where_and_as_what(news: Record):
    (row,) = news.speakers("Ada Marlow").items
    view = news.speaker(row.id)
    assert view is not None
    assert (view.speaker.role, view.speaker.statements, view.speaker.articles) == ("mayor", 3, 3)
    assert view.speaker.other_names == ("Marlow", "Mayor Marlow")
    assert (view.speaker.first, view.speaker.last) == (date(2021, 10, 3), date(2021, 12, 3))
    assert [hit.content[0] for hit in view.statements.items] == ["news number 3", "news number 2", "news number 1"]
    assert view.months == (Count("2021-12", 1), Count("2021-11", 1), Count("2021-10", 1))
    assert view.venues == (Count("Channel 4", 2), Count("a letter", 1))
    assert view.publishers == (Count("Fenwick Gazette", 3),)
    assert view.roles == (
        RoleView("mayor", 2, date(2021, 10, 3), date(2021, 11, 3)),
        RoleView("former mayor", 1, date(2021, 12, 3), date(2021, 12, 3)),
    )


def test_a_speaker_page_has_pages(news: Record):
    (row,) = news.speakers("Ada Marlow").items
    view = news.speaker(row.id, limit=1, offset=1)
    assert view is not None
    assert [hit.content[0] for hit in view.statements.items] == ["news number 2"]
    assert view.statements.total == 3


def test_an_unknown_speaker_is_none(news: Record):
    assert news.speaker("nobody") is None


def test_a_name_that_came_in_capitals_is_shown_as_others_write_it(record: Record):
    record.add(make_reading(Said("one", source="ADA MARLOW"), url="https://a.example"), origin="a")
    record.add(make_reading(Said("two"), url="https://b.example"), origin="b")
    assert [(row.name, row.statements) for row in record.speakers().items] == [("Ada Marlow", 2)]


def test_a_person_and_an_organization_of_one_name_stay_two(record: Record):
    record.add(
        make_reading(Said("one", source="Marlow"), Said("two", source="Marlow", type=SpeakerType.ORGANIZATION)),
        origin="a",
    )
    assert {row.type for row in record.speakers("marlow").items} == {SpeakerType.PERSON, SpeakerType.ORGANIZATION}
