"""Events from the encoder's words: joined, dated, with a status, on somebody's word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.events import find_events
from onrecord.events.find import Options
from onrecord.events.status import hold_against_days, likeliest
from onrecord.model import Tags
from onrecord.model.decoding import TaggedCue
from onrecord.model.events import STATUSES, TYPES, TaggedEvent
from onrecord.records import Act, Article, Event, Interval, Span, Statement
from onrecord.speakers import read_register, resolve_speakers
from onrecord.statements import find_attributions
from onrecord.times import find_times

DAY = date(2021, 11, 21)  # a Sunday


@dataclass
class Told:
    """A word as the encoder might tag it; when: the words of its time."""

    word: str
    status: str = "confirmed"
    type: str = "meeting"
    when: str = ""
    score: float = 0.95
    words: str = ""


def events_of(text: str, *told: Told, statements: tuple[Statement, ...] = ()) -> tuple[Article, tuple[Event, ...]]:
    article = Article.from_text(text, published=DAY)
    after = 0
    tagged = []
    for one in told:
        start = text.index(one.word, after)
        after = start + 1
        place = text.find(one.when, max(0, text.rfind("\n\n", 0, start))) if one.when else -1
        words = text.find(one.words) if one.words else -1
        tagged.append(
            TaggedEvent(
                word=Span(start, start + len(one.word)),
                score=one.score,
                status=tuple(0.91 if name == one.status else 0.01 for name in STATUSES),
                type=tuple(0.76 if name == one.type else 0.01 for name in TYPES),
                when=((Span(place, place + 3), 0.9),) if place >= 0 else (),
                status_words=Span(words, words + len(one.words)) if words >= 0 else None,
            )
        )
    times = find_times(text, DAY)
    found = find_events(article, Tags((), tuple(tagged)), statements, times, read_register(article), options=Options())
    for event in found:
        for span in event.mentions:
            assert text[span.start : span.end] == span.of(text)
    return article, found


def test_an_event_has_its_window_status_and_words() -> None:
    text = "The council will vote on the harbour bridge on Thursday in Ostby."
    article, (event,) = events_of(text, Told("vote", "confirmed", "vote", "Thursday", words="will"))
    assert event.window == Interval(date(2021, 11, 25), date(2021, 11, 25))
    assert (event.status, event.type, event.place) == ("confirmed", "vote", "Ostby")
    assert event.status_words is not None and event.status_words.of(article.text) == "will"
    assert event.mentions[0].of(article.text).startswith("vote on the harbour bridge")


def test_what_has_happened_counts_only_with_a_time_of_its_own() -> None:
    text = "The minister met the miners in Pell. On Friday she met the owners."
    _, found = events_of(text, Told("met", "occurred"), Told("met", "occurred", when="Friday"))
    assert [event.window for event in found] == [Interval(date(2021, 11, 19), date(2021, 11, 19))]


def test_what_is_ahead_begins_with_publication_and_the_past_ends_with_it() -> None:
    text = "The mine could close this year. The strike began this month."
    _, found = events_of(
        text, Told("close", "possible", "economy", "this year"), Told("strike", "occurred", "protest", "this month")
    )
    assert [event.window for event in found] == [
        Interval(DAY, date(2021, 12, 31)),
        Interval(date(2021, 11, 1), DAY),
    ]


def test_one_event_told_twice_is_one_entry() -> None:
    text = (
        "Council to vote on harbour bridge\n\nThe Ostby council will vote on the harbour bridge on Thursday.\n\n"
        "The vote on the bridge was called by the mayor."
    )
    _, found = events_of(
        text,
        Told("vote", "confirmed", "vote"),
        Told("vote", "confirmed", "vote", "Thursday"),
        Told("vote", "confirmed", "vote"),
    )
    assert len(found) == 1
    assert len(found[0].mentions) == 3
    assert found[0].window == Interval(date(2021, 11, 25), date(2021, 11, 25))


def test_the_same_word_on_other_days_is_another_event() -> None:
    text = "The teams meet on Monday.\n\nThe teams meet again on Friday."
    _, found = events_of(text, Told("meet", when="Monday"), Told("meet", when="Friday"))
    assert len(found) == 2


def test_a_day_that_lies_ahead_has_not_happened() -> None:
    text = "The hearing is on 3 December."
    _, (event,) = events_of(text, Told("hearing", "occurred", "hearing", "3 December"))
    assert event.status != "occurred"


def test_an_event_within_a_statement_rests_on_its_speaker() -> None:
    text = "Talks will resume in May, the envoy said."
    article = Article.from_text(text, published=DAY)

    cue = TaggedCue(Span(36, 40), 0.95, Span(26, 35), 0.95, (Span(0, 24),), 0.95, Act.SPEECH, 0.9)
    statements, _ = resolve_speakers(article, find_attributions(article, Tags((cue,))))
    _, (event,) = events_of(text, Told("Talks", "confirmed", "talks", "May"), statements=statements)
    assert event.according_to is not None and event.according_to.name == "envoy"


def test_words_that_hardly_tell_an_event_are_left_out() -> None:
    _, found = events_of("Relations may improve next year.", Told("improve", "possible", "other", "next", score=0.05))
    assert found == ()


def test_a_text_without_a_publication_day_keeps_what_its_words_say() -> None:
    article = Article.from_text("The congress opens on 3 May 2022.", published=None)
    tagged = TaggedEvent(
        Span(13, 18), 0.95, tuple(0.9 if s == "confirmed" else 0.01 for s in STATUSES), (0.04,) * len(TYPES),
        ((Span(22, 23), 0.9),), None,
    )  # fmt: skip
    (event,) = find_events(article, Tags((), (tagged,)), (), find_times(article.text, None), read_register(article))
    assert event.window == Interval(date(2022, 5, 3), date(2022, 5, 3))


def test_words_before_an_event_weigh_on_its_status() -> None:
    unsure = {"confirmed": 0.4, "possible": 0.25, "ruled_out": 0.15, "likely": 0.15}

    def status_of(text: str, word: str) -> str:
        article = Article.from_text(text, published=DAY)
        at = text.index(word)
        tagged = TaggedEvent(
            Span(at, at + len(word)), 0.95, tuple(unsure.get(s, 0.01) for s in STATUSES), (0.04,) * len(TYPES), (), None
        )
        (event,) = find_events(article, Tags((), (tagged,)), (), (), read_register(article))
        return event.status

    assert status_of("The ferry could sail again in spring.", "sail") == "possible"
    assert status_of("The ferry will not sail again.", "sail") == "ruled_out"
    assert status_of("The ferry is expected to sail again.", "sail") == "likely"
    assert status_of("The ferry will sail again.", "sail") == "confirmed"
    assert status_of("If it rains, and nobody knows; the ferry sails again.", "sails") == "confirmed"
    assert status_of("If the harbour freezes, the ferry will sail again.", "sail") == "possible"
    assert status_of("The captain has not said whether she would sail again.", "sail") == "possible"
    assert status_of("If it rains, nobody knows; the ferry will sail again.", "sail") == "confirmed"


def test_the_place_is_a_place() -> None:
    _, (event,) = events_of("The ministers will meet in the Alpine city of Lenz.", Told("meet"))
    assert event.place == "Lenz"
    _, (event,) = events_of("The owners will invest in Brekke Holdings Inc next year.", Told("invest", type="economy"))
    assert event.place is None


def test_a_time_granted_for_something_begins_with_publication() -> None:
    text = "The court gave the mine six months to repay the loan. The owner was jailed for six months."
    _, (event,) = events_of(text, Told("repay", "tentative", "economy", "six months"))
    assert event.window == Interval(DAY, date(2022, 5, 21))


def test_a_label_of_one_word_is_told_with_what_its_clause_begins() -> None:
    text = "After a bad year, Kernow Tin could close by 2030."
    _, (event,) = events_of(text, Told("close", "possible", "economy", "2030"))
    assert event.label == "Kernow Tin could close"


def test_a_month_lies_on_the_side_of_what_is_surely_ahead() -> None:
    text = "The mayor was said to be at risk of losing her seat in June."
    _, (event,) = events_of(text, Told("losing", "possible", "vote", "June"))
    assert event.window == Interval(date(2022, 6, 1), date(2022, 6, 30))


def test_a_label_keeps_numbers_whole_and_ends_before_what_would_be_cut() -> None:
    text = "Ferry news\n\nThe port will hire up to 1,700 sailors."
    assert events_of(text, Told("hire"))[1][0].label == "hire up to 1,700 sailors"
    text = "Ferry news\n\nThe flood took 15,390 lives in 1953."
    assert events_of(text, Told("lives", "occurred", when="1953"))[1][0].label == "15,390 lives"
    text = (
        "Ferry news\n\nThe port plans a start of the new ferry line to the islands under the old captains of the bay."
    )
    assert events_of(text, Told("start"))[1][0].label == "start of the new ferry line to the islands"


def test_a_year_that_runs_is_what_is_left_of_it_for_what_is_ahead() -> None:
    text = "Port news\n\nThe captains said they expected a decision this year."
    (event,) = events_of(text, Told("decision", "likely", when="this year"))[1]
    assert event.window == Interval(DAY, date(2021, 12, 31))


def test_a_target_is_to_be_reached_by_its_year() -> None:
    text = "Port news\n\nThe city is on track to hit its 2030 clean water target."
    (event,) = events_of(text, Told("hit", "likely", when="2030"))[1]
    assert event.window == Interval(DAY, date(2030, 12, 31))


def test_an_event_is_called_by_its_surest_mention() -> None:
    text = "Council approves cuts after long meeting\n\nProtesters stood outside the meeting hall on Friday."
    told = (Told("meeting", "occurred", score=0.96), Told("meeting hall", "occurred", when="Friday", score=0.24))
    (event,) = events_of(text, *told)[1]
    assert (event.label, event.window) == ("long meeting", Interval(date(2021, 11, 19), date(2021, 11, 19)))


def test_words_before_a_time_point_at_it() -> None:
    text = (
        "Port news\n\nThe captains, who came in on Friday with the nets and went home on Saturday, will meet"
        " the owners of the ferries and the union of their crews before the end of the year."
    )
    (event,) = events_of(text, Told("meet", when="before the end of the year"))[1]
    assert event.window == Interval(DAY, date(2021, 12, 31))


def test_a_deadline_is_on_its_day_and_what_it_is_set_for_before_it() -> None:
    text = "Port news\n\nThe judge set a 3 December deadline for filing the plans."
    (event,) = events_of(text, Told("deadline", type="deadline", when="3 December"))[1]
    assert event.window == Interval(date(2021, 12, 3), date(2021, 12, 3))
    (event,) = events_of(text, Told("filing", when="3 December"))[1]
    assert event.window == Interval(DAY, date(2021, 12, 3))


def test_what_has_its_days_behind_it_hardly_goes_on() -> None:
    unsure = tuple({"occurred": 0.4, "ongoing": 0.6}.get(status, 0.0) for status in STATUSES)
    outbreak, term = Interval(date(2009, 1, 1), date(2009, 12, 31)), Interval(date(2020, 1, 1), DAY)
    assert likeliest(hold_against_days(unsure, outbreak, DAY)) == "occurred"
    assert likeliest(hold_against_days(unsure, term, DAY)) == "ongoing"


def test_two_verbs_of_one_sentence_are_two_events() -> None:
    text = "Stage news\n\nThe play opened in October and will run until 5 February."
    told = (Told("opened", "occurred", when="October", score=0.99), Told("run", score=0.8, when="5 February"))
    assert [event.window for event in events_of(text, *told)[1]] == [
        Interval(date(2021, 10, 1), date(2021, 10, 31)),
        Interval(DAY, date(2022, 2, 5)),
    ]


def test_what_is_delayed_of_an_event_is_the_event() -> None:
    text = "The court delayed the start of the long trial."
    _, events = events_of(text, Told("start", score=0.8), Told("trial"))
    assert [event.status for event in events] == ["postponed"]
