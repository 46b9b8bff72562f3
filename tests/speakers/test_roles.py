"""Which words are a role, and how it is worded."""

from __future__ import annotations

import pytest

from onrecord.speakers.roles import body_role, person_role
from tests.speakers.reading import read

TEXT = "Quay\n\n"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("the harbour spokesman", "harbour spokesman"),
        ("Another former harbour employee", "former harbour employee"),
        ("her cousin", "cousin"),
        ("Our Harbour vet", "Our Harbour vet"),
        ("MD, a harbour doctor", "harbour doctor"),
        ("Ph.D., Head of the Harbour Unit", "Head of the Harbour Unit"),
        ("“Blue Quay” author", "“Blue Quay” author"),
        ("Blue Quay” author", "Blue Quay author"),
        ("former first lady", "former first lady"),
        ("harbour leader Ayatollah", "harbour leader"),
        ("harbour recipient herself", "harbour recipient"),
        ("contestant", "contestant"),
        ("BBC", "BBC"),
        ("One of the sailors", "One of the sailors"),
        ("of the sailors", None),
        ("rival team principals", None),
        ("people like", None),
        ("and", None),
        ("I suspect", None),
        ("dejected", None),
        ("%", None),
    ],
)
def test_a_role_of_a_person_has_an_office_or_a_trade_in_it(words: str, role: str | None) -> None:
    assert person_role(words) == role


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("the parent company", "parent company"),
        ("UK-based retailer", "UK-based retailer"),
        ("a group launched in 2021 that", "group launched in 2021"),
        ("journalism nonprofit the", "journalism nonprofit"),
        ("director of the", None),
        ("many", None),
        ("Toronto", None),
    ],
)
def test_a_role_of_a_body_says_what_kind_of_body_it_is(words: str, role: str | None) -> None:
    assert body_role(words) == role


def test_what_somebody_does_tells_more_than_a_lone_rank() -> None:
    source = "Trooper Ada Stone, a spokeswoman for the harbour police,"
    (statement,) = read(f"{TEXT}{source} said the quay was closed.", ("the quay was closed", "said", source))
    assert statement.speaker is not None
    assert statement.speaker.role == "spokeswoman for the harbour police"


def test_a_party_tells_less_than_a_rank() -> None:
    source = "Congressman Ivo Marlin, a Democrat from Lowick,"
    (statement,) = read(f"{TEXT}{source} said the quay was closed.", ("the quay was closed", "said", source))
    assert statement.speaker is not None
    assert statement.speaker.role == "Congressman"


def test_whom_a_spokesman_speaks_for_is_no_spokesman() -> None:
    text = f"{TEXT}A spokesman for President Ivo Marlin came. Marlin said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "Marlin"))
    assert statement.speaker is not None
    assert statement.speaker.role == "President"
