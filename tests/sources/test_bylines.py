"""Bylines to names."""

from __future__ import annotations

import pytest

from onrecord.sources.bylines import choose_authors, is_portrait, split_names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Brook", ["Ada Brook"]),
        ("ByAda Brook", ["Ada Brook"]),
        ("By Ada Brook and Tom Reed, Political Editor", ["Ada Brook", "Tom Reed"]),
        ("By Ada Brook Dec 21, 2023, 11:00am EST", ["Ada Brook"]),
        ("By Ada Brook | 21 December 2023", ["Ada Brook"]),
        ("Ada Brook, Tom Reed & Lin Marsh", ["Ada Brook", "Tom Reed", "Lin Marsh"]),
        ("Written by ADA BROOK", ["Ada Brook"]),
        ("Ada Brook, Ph.D.", ["Ada Brook Ph.D"]),
        ("ada@wend.example", []),
        ("https://wend.example/ada", []),
        ("5 min read", []),
    ],
)
def test_the_names_in_a_byline(byline: str, names: list[str]) -> None:
    assert split_names(byline) == names


def test_persons_before_newsrooms_and_agencies() -> None:
    assert choose_authors([["The Wend Echo"], ["Ada Brook", "Reuters"]], "Wend Echo") == ("Ada Brook",)
    assert choose_authors([["The Wend Echo"]], "Wend Echo") == ("The Wend Echo",)
    assert choose_authors([[], []], None) == ()


def test_a_name_with_the_paper_glued_on_counts_once() -> None:
    assert choose_authors([["Ada Brook WEND NETWORK", "Ada Brook"]], None) == ("Ada Brook",)


def test_a_portrait_presents_its_bearer() -> None:
    assert is_portrait("Ada Brook is the Echo's business editor.", "Ada Brook")
    assert not is_portrait("Ada Brook's shop was closed.", "Ada Brook")
