"""Which mentions tell one event, and what they tell together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from onrecord.events.joining import BLOCK, FEATURES, Group, join_mentions, pair_features
from onrecord.events.mentions import Mention
from onrecord.events.surroundings import Surroundings
from onrecord.model.events import STATUSES, TYPES
from onrecord.records import Interval, Span

NOTHING = Surroundings(frozenset(), frozenset(), frozenset(), frozenset(), frozenset(), False, False, False)


def mention(
    number: int,
    text: str = "vote",
    *,
    status: str = "confirmed",
    kind: str = "vote",
    window: Interval | None = None,
    words: Span | None = None,
    score: float = 0.95,
    surroundings: Surroundings = NOTHING,
) -> Mention:
    """A mention in a sentence and paragraph of its own."""
    return Mention(
        word=Span(number * 100, number * 100 + len(text)),
        text=text,
        score=score,
        status=status,
        chances=tuple(0.91 if name == status else 0.01 for name in STATUSES),
        type=kind,
        types=tuple(0.76 if name == kind else 0.01 for name in TYPES),
        status_words=words,
        time=None,
        tie=0.9 if window else 0.0,
        window=window,
        spoken=None,
        paragraph=number,
        sentence=number,
        surroundings=surroundings,
    )


def days(first: int, last: int) -> Interval:
    return Interval(date(2021, 12, first), date(2021, 12, last))


def test_every_feature_is_a_matrix_of_all_pairs() -> None:
    told = [mention(0), mention(1, "strike", kind="protest"), mention(2, "votes")]
    features = list(pair_features(told))
    assert len(features) == len(FEATURES)
    assert {feature.shape for feature in features} == {(3, 3)}
    named = dict(zip(FEATURES, features, strict=True))
    assert named["same stem"][0, 2] == 1 and named["same stem"][0, 1] == 0
    assert named["headline"][0, 1] == 1 and named["headline"][1, 2] == 0
    assert np.all(named["plural and singular"] == named["plural and singular"].T)


def test_numbers_near_two_mentions_speak_against_one_event_where_they_differ() -> None:
    def quake(number: int, size: str) -> Mention:
        near = Surroundings(frozenset(), frozenset(), frozenset(), frozenset(), frozenset([size]), True, False, False)
        return mention(number, "quake", kind="disaster", surroundings=near)

    told = [quake(0, "5.2"), quake(1, "6.4"), quake(2, "5.2")]
    differ = dict(zip(FEATURES, pair_features(told), strict=True))["numbers differ"]
    assert (differ[0, 1], differ[0, 2]) == (1, 0)


def test_mentions_whose_windows_share_no_day_are_never_joined() -> None:
    told = [mention(0, window=days(1, 1)), mention(1, window=days(9, 9)), mention(2, window=days(1, 1))]
    groups = join_mentions(told)
    assert all(len({m.window for m in group.mentions}) == 1 for group in groups)


def test_what_a_sentence_says_the_one_before_to_be_is_its_event() -> None:
    """ "It would be a second encounter" speaks of the surest event of the sentence before, whatever its word."""
    strike, summit = mention(0, "strike", kind="protest", window=days(1, 1)), mention(1, "summit", window=days(9, 9))
    again = mention(2, "encounter", kind="court", surroundings=replace(NOTHING, restating=True))

    def together(*told: Mention) -> bool:
        return any(told[1:] == tuple(group.mentions) for group in join_mentions(told))

    assert together(strike, summit, again)
    assert not together(strike, summit, replace(again, surroundings=NOTHING))
    assert not together(strike, summit, replace(again, sentence=3))


def test_every_mention_is_in_one_group_however_many_there_are() -> None:
    told = [mention(number, "vote" if number % 3 else "strike") for number in range(BLOCK + 20)]
    groups = join_mentions(told)
    assert sorted(m.word for group in groups for m in group.mentions) == [m.word for m in told]
    assert join_mentions([]) == []


def test_a_group_has_the_narrow_window_within_the_wide_one() -> None:
    group = Group([mention(0, window=days(6, 12)), mention(1, window=days(9, 9)), mention(2, window=days(6, 12))])
    assert group.window == days(9, 9)


def test_words_that_carry_a_status_count_more_than_none() -> None:
    group = Group([mention(0), mention(1), mention(2, status="possible", words=Span(190, 195))])
    assert group.status == "possible"


def test_what_was_called_off_is_called_off_though_told_as_planned_beside_it() -> None:
    planned, off = mention(0, words=Span(0, 3)), mention(1, status="cancelled", words=Span(90, 99))
    assert Group([planned, off]).status == "cancelled"
    assert Group([planned, mention(1, words=Span(90, 99)), off, mention(3, words=Span(290, 299))]).status == "confirmed"
