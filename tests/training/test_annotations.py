"""Texts put together again from tokens, so that annotations can name their words by offsets."""

from __future__ import annotations

import pytest

pytest.importorskip("nltk", reason="needs the training tools")

from training.annotations import tokens_text


def test_tokens_become_paragraphs_with_the_headline_alone_and_without_the_address() -> None:
    told = (
        "http : / / www . harbourpost . example",
        "Ferry captain wo n't resign",
        "The captain said she would n't go .",
        "`` I 'm staying , '' she said on 3 May .",
        "Her co - workers ’ union paid $ 17 .",
    )
    assert tokens_text([line.split() for line in told]).split("\n\n") == [
        "Ferry captain won't resign",
        "The captain said she wouldn't go. \"I'm staying,\" she said on 3 May.",
        "Her co-workers’ union paid $17.",
    ]
