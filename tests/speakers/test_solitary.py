"""Somebody who goes by one name only is a person where who, kin, he and she stand around it."""

from __future__ import annotations

import pytest

from onrecord.records import Article, SpeakerType
from onrecord.speakers import read_register
from tests.speakers.reading import read, who

TEXT = "Quay\n\n"


def kind(name: str, sentences: str) -> SpeakerType:
    """The type of a name in an article."""
    register = read_register(Article.from_text(f"{TEXT}{sentences}", title="Quay"))
    return next(entity.type for entity in register.cast.entities if entity.name == name)


@pytest.mark.parametrize(
    "sentences",
    [
        "They met Zqlt, who sings of quays.",
        "They heard of Zqlt’s mother in Lowick.",
        "Today Zqlt sang, and he smiled. Later Zqlt took his coat.",
    ],
)
def test_who_kin_and_he_tell_a_person(sentences: str) -> None:
    assert kind("Zqlt", sentences) is SpeakerType.PERSON


@pytest.mark.parametrize(
    "sentences",
    [
        "They met Zqlt in Lowick.",
        "Today Zqlt opened its quay, and it was large. Later Zqlt closed its doors.",
        "They met the Zqlt, who play in Lowick.",
    ],
)
def test_a_name_that_nothing_tells_to_be_a_person_is_none(sentences: str) -> None:
    assert kind("Zqlt", sentences) is SpeakerType.ORGANIZATION


def test_he_means_a_person_of_one_name() -> None:
    text = f"{TEXT}Today Zqlt sang in Lowick with his band. Zqlt lost his coat. He said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "He"))
    assert who(statement) == "Zqlt"


def test_he_behind_a_surname_tells_which_of_two_is_meant() -> None:
    text = (
        f"{TEXT}Ada Marlin met Ivo Marlin. Today Marlin said he was late and took his coat. "
        "Marlin, who left his hat, said the quay was closed."
    )
    (statement,) = read(text, ("the quay was closed", "said", "Marlin, who left his hat,"))
    assert who(statement) == "Ivo Marlin"
