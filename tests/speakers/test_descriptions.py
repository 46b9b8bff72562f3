"""Descriptions, lists, titles and offices as sources."""

from __future__ import annotations

import pytest

from onrecord.records import SpeakerType
from tests.speakers.reading import read, who

TEXT = "Quay\n\n"


@pytest.mark.parametrize(
    ("source", "name", "role"),
    [
        ("French Minister of Foreign Affairs Ada Stone", "Ada Stone", "French Minister of Foreign Affairs"),
        ("Georgia Secretary of State Ada Stone", "Ada Stone", "Georgia Secretary of State"),
        ("minister of mines and energy Ada Stone", "Ada Stone", "minister of mines and energy"),
    ],
)
def test_an_office_of_several_words_is_no_name(source: str, name: str, role: str) -> None:
    (statement,) = read(f"{TEXT}Today {source} said the quay was closed.", ("the quay was closed", "said", source))
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.role) == (name, role)


def test_a_title_before_a_name_is_what_the_description_means() -> None:
    text = (
        f"{TEXT}Cardinal Ivo Marlin walked with Peter Crane through old streets. The cardinal said the quay was closed."
    )
    (statement,) = read(text, ("the quay was closed", "said", "The cardinal"))
    assert who(statement) == "Ivo Marlin"


def test_a_list_that_ends_in_others_is_a_group() -> None:
    text = f"{TEXT}Ada Stone and Ivo Marlin came. Stone, Marlin and three other engineers said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "Stone, Marlin and three other engineers"))
    assert statement.speaker is not None
    assert statement.speaker.type is SpeakerType.GROUP
    assert statement.speaker.name == "Ada Stone, Ivo Marlin and three other engineers"


def test_states_in_a_list_are_named_without_a_word_on_governments() -> None:
    text = f"{TEXT}Norway, Germany and others said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "Norway, Germany and others"))
    assert who(statement) == "Norway, Germany and others"


def test_both_companies_are_the_two_named_last_and_not_their_heads() -> None:
    text = (
        f"{TEXT}Northland Rail Company chief Ada Stone met Lowick Ferries Company chief Ivo Marlin. "
        "Both companies said the quay was closed."
    )
    (statement,) = read(text, ("the quay was closed", "said", "Both companies"))
    assert who(statement) == "Northland Rail Company and Lowick Ferries Company"


def test_whose_means_the_name_before_it() -> None:
    text = f"{TEXT}They wrote to the mayor, Ada Stone, whose office said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "whose office"))
    assert who(statement) == "Ada Stone's office"


def test_a_description_behind_a_name_is_that_name_for_which_and_that() -> None:
    text = f"{TEXT}Northland Rail, a company founded in 1990 that claims the quay is closed, is poor."
    (statement,) = read(text, ("the quay is closed", "claims", "that"))
    assert who(statement) == "Northland Rail"


def test_a_poll_last_year_is_a_document() -> None:
    text = f"{TEXT}The quay is closed, according to a harbour poll last year."
    (statement,) = read(text, ("The quay is closed", "according to", "a harbour poll last year"))
    assert statement.speaker is not None
    assert statement.speaker.type is SpeakerType.DOCUMENT
    assert statement.said is not None


def test_an_adverb_is_nobody() -> None:
    (statement,) = read(f"{TEXT}The quay, shrewdly said to be closed, is open.", ("to be closed", "said", "shrewdly"))
    assert statement.speaker is None


def test_a_capital_of_its_own_is_kept() -> None:
    text = f"{TEXT}Treasury sources said the quay was closed. It cost the Treasury a lot, and Treasury money is short."
    (statement,) = read(text, ("the quay was closed", "said", "Treasury sources"))
    assert who(statement) == "Treasury sources"


def test_an_adjective_alone_is_no_role() -> None:
    (statement,) = read(f"{TEXT}Ada Stone, young, said it was closed.", ("it was closed", "said", "Ada Stone, young,"))
    assert statement.speaker is not None
    assert statement.speaker.role is None


def test_a_name_told_to_be_a_newspaper_once_is_one_throughout() -> None:
    text = f"{TEXT}A report by the newspaper Dagens Bladet came. Dagens Bladet said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "Dagens Bladet"))
    assert statement.speaker is not None
    assert statement.speaker.type is SpeakerType.ORGANIZATION


def test_forms_of_one_well_known_body_are_one_speaker() -> None:
    text = f"{TEXT}No 10 Downing Street said the quay was closed. Later Number 10 said it was open."
    first, second = read(
        text, ("the quay was closed", "said", "No 10 Downing Street"), ("it was open", "said", "Number 10")
    )
    assert first.speaker == second.speaker
    assert who(first) == "No 10 Downing Street" or who(first) == "Downing Street"


def test_a_pronoun_in_reported_words_may_mean_who_is_named_in_them() -> None:
    text = (
        f"{TEXT}Peter Crane fought Ivo Marlin over it. The harbour office said Stone will use the visit to renew her "
        "call. Ada Stone is the mayor of Lowick."
    )
    (statement,) = read(text, ("call", "renew", "her"))
    assert who(statement) == "Ada Stone"


@pytest.mark.parametrize(
    ("text", "content", "cue", "source", "name"),
    [
        ("Asked whether it was safe, Ada Stone laughed.", "whether it was safe", "Asked", "Ada Stone", None),
        ("Ada Stone was asked whether it was safe.", "whether it was safe", "was asked", "Ada Stone", None),
        ("Ada Stone asked whether it was safe.", "whether it was safe", "asked", "Ada Stone", "Ada Stone"),
        (
            "The mayor was asked by Ada Stone whether it was safe.",
            "whether it was safe",
            "was asked",
            "Ada Stone",
            "Ada Stone",
        ),
    ],
)
def test_who_was_asked_is_not_who_asks(text: str, content: str, cue: str, source: str, name: str | None) -> None:
    (statement,) = read(f"{TEXT}{text}", (content, cue, source))
    assert who(statement) == name


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Later the harbour official Ivo Marlin said it was safe.", "the harbour official", "Ivo Marlin"),
        ("Later the Northland Rail Company said it was safe.", "the", "Northland Rail Company"),
        (
            "Northland Rail Company, which runs the quay, said it was safe.",
            "which runs the quay",
            "Northland Rail Company",
        ),
        ("The World Health Organization (WHO) came. WHO officials said it was safe.", "WHO officials", "WHO officials"),
    ],
)
def test_a_source_cut_short_or_swept_in_is_mended(text: str, source: str, name: str) -> None:
    (statement,) = read(f"{TEXT}{text}", ("it was safe", "said", source))
    assert who(statement) == name


def test_an_adjective_is_nobody() -> None:
    (statement,) = read(f"{TEXT}It drew legislative complaints that it cost.", ("it cost", "complaints", "legislative"))
    assert statement.speaker is None


def test_a_committee_told_short_is_the_one_named_in_full_below() -> None:
    text = (
        f"{TEXT}The House committee said it was safe. Members of the House Select Committee on Harbours "
        "and others walked home."
    )
    (statement,) = read(text, ("it was safe", "said", "The House committee"))
    assert who(statement) == "House Select Committee on Harbours"


def test_a_company_whose_name_ends_in_s_keeps_it() -> None:
    text = f"{TEXT}On the quay Macy’s opened a store. Later the company said it was safe."
    (statement,) = read(text, ("it was safe", "said", "the company"))
    assert who(statement) == "Macy’s"


def test_how_new_a_document_was_is_no_part_of_its_name() -> None:
    text = f"{TEXT}A new harbour study said it was safe. Later the study said it was cheap."
    first, second = read(text, ("it was safe", "said", "A new harbour study"), ("it was cheap", "said", "the study"))
    assert first.speaker == second.speaker
    assert who(first) == "a harbour study"


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("an earlier law", "a law", SpeakerType.DOCUMENT),
        ("A new analysis", "an analysis", SpeakerType.DOCUMENT),
        ("Various harbour reports", "various harbour reports", SpeakerType.DOCUMENT),
        ("Another relative", "another relative", SpeakerType.UNNAMED),
        ("those on the ground", "those on the ground", SpeakerType.GROUP),
        ("nearly 300,000 sailors", "nearly 300,000 sailors", SpeakerType.GROUP),
        ("63%", "63%", SpeakerType.GROUP),
        ("about 1 in 6", "about 1 in 6", SpeakerType.GROUP),
        ("sailors representing Northland", "sailors representing Northland", SpeakerType.GROUP),
        ("and a legion of readers", "a legion of readers", SpeakerType.UNNAMED),
        ("a Zqlter", "a Zqlter", SpeakerType.UNNAMED),
        ("many Zqlters", "many Zqlters", SpeakerType.GROUP),
    ],
)
def test_how_a_description_is_worded(source: str, name: str, kind: SpeakerType) -> None:
    (statement,) = read(f"{TEXT}{source} said the quay was closed.", ("the quay was closed", "said", source))
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.type) == (name, kind)


@pytest.mark.parametrize(
    "source", ["for fear of reprisal", "of the three sailors", "is now a sailor", "result is that sailors"]
)
def test_words_that_are_no_noun_phrase_are_nobody(source: str) -> None:
    (statement,) = read(f"{TEXT}The {source} said the quay was closed.", ("the quay was closed", "said", source))
    assert statement.speaker is None


def test_a_signature_in_capitals_is_a_person() -> None:
    text = f"{TEXT}The quay was closed. — Ada San Marlin, The Sailing Lady In Lowick"
    (statement,) = read(text, ("The quay was closed.", "—", "Ada San Marlin"))
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.type) == ("Ada San Marlin", SpeakerType.PERSON)


def test_two_offices_before_one_name_are_one_person() -> None:
    source = "the former harbour organizer and progressive council candidate Ada Stone"
    (statement,) = read(f"{TEXT}Today {source} said the quay was closed.", ("the quay was closed", "said", source))
    assert statement.speaker is not None
    assert statement.speaker.name == "Ada Stone"
    assert statement.speaker.role == "former harbour organizer and progressive council candidate"


def test_a_surname_of_a_name_cut_in_two_is_that_person() -> None:
    text = f"{TEXT}Today Ada Stone, a harbour officer, said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "Stone, a harbour officer,"))
    assert who(statement) == "Ada Stone"


def test_the_plural_of_a_surname_is_a_family() -> None:
    text = f"{TEXT}Ada Marlin came. The quay was closed, the Marlins said."
    (statement,) = read(text, ("The quay was closed", "said", "the Marlins"))
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.type) == ("Marlins", SpeakerType.GROUP)


def test_other_names_are_only_those_of_the_article() -> None:
    text = f"{TEXT}The Lowick County Harbour Company said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "The Lowick County Harbour Company"))
    assert statement.speaker is not None
    assert statement.speaker.other_names == ()


def test_an_abbreviation_of_a_thing_speaks_for_nobody() -> None:
    text = f"{TEXT}They sell a VPN in Lowick. They said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "They"))
    assert statement.speaker is None
