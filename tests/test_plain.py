"""The JSON of a reading, field for field, and back."""

import json
from dataclasses import replace

import pytest

from onrecord.plain import reading_from_plain, reading_to_plain
from onrecord.records import Interval
from tests.factories import Said, Told, day, tell_events

VOTE = Told(
    "The council could vote on 3 December.",
    "vote",
    "could",
    label="vote of the council",
    type="vote",
    window=day("2021-12-03"),
    place="Fenwick",
    participants=("Ada Marlow", "Bo Lund"),
    according_to="Ada Marlow",
)
BARE = Told("A strike may follow.", "strike", type="protest")


def test_an_event_has_the_fields_of_the_design_and_no_others():
    reading = tell_events(VOTE, BARE, statements=[Said("the bridge will close")])
    text = reading.article.text
    vote, strike = reading_to_plain(reading)["events"]
    start = text.index("vote")
    people = {one.name: one.id for one in reading.speakers}
    assert vote == {
        "id": reading.events[0].id,
        "label": "vote of the council",
        "type": "vote",
        "mentions": [{"start": start, "end": start + 4, "text": "vote"}],
        "participants": [{"id": people[name], "name": name} for name in ("Ada Marlow", "Bo Lund")],
        "place": "Fenwick",
        "window": {"earliest": "2021-12-03", "latest": "2021-12-03"},
        "status": "possible",
        "status_words": {"start": start - 6, "end": start - 1, "text": "could"},
        "according_to": {"id": people["Ada Marlow"], "name": "Ada Marlow"},
        "confidence": 0.8,
    }
    assert list(vote) == (
        "id label type mentions participants place window status status_words according_to confidence".split()
    )
    bare = ("participants", "place", "window", "status_words", "according_to")
    assert [strike[name] for name in bare] == [[], None, None, None, None]


@pytest.mark.parametrize(
    "window",
    [
        None,
        day("2021-12-03"),
        Interval(day("2021-12-03").earliest, None),
        Interval(None, day("2021-12-03").latest),
        Interval(None, None),
    ],
)
def test_a_reading_comes_back_from_its_json(window: Interval | None):
    reading = tell_events(replace(VOTE, window=window), BARE, statements=[Said("the bridge will close")])
    back = reading_from_plain(json.loads(json.dumps(reading_to_plain(reading))))
    assert back == reading
    for event in back.events:
        assert event.mentions[0].of(back.article.text) in ("vote", "strike")
