"""The whole way of an article, with the model that ships: from the project's own pages to the JSON and back."""

import json
from datetime import date
from pathlib import Path

import pytest

import onrecord
from onrecord.plain import reading_from_plain, reading_to_plain
from onrecord.records import Article, Reading, SpeakerType, StatementKind

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.*"))
PAGES = [path for path in SAMPLES if path.suffix in {".html", ".txt"}]


@pytest.fixture(scope="module", params=PAGES, ids=lambda path: path.stem)
def reading(request: pytest.FixtureRequest) -> Reading:
    return onrecord.read(request.param)


def test_every_sample_has_statements_whose_words_stand_in_the_text(reading: Reading) -> None:
    text = reading.article.text
    assert len(reading.statements) >= 5
    for plain in reading_to_plain(reading)["statements"]:
        for span in [*plain["content"], plain["cue"], plain["source"]]:
            if span is not None:
                assert text[span["start"] : span["end"]] == span["text"] == span["text"].strip() != ""


def test_contents_stay_within_one_paragraph_and_out_of_the_headline(reading: Reading) -> None:
    paragraphs = [paragraph.span for paragraph in reading.article.paragraphs[1:]]
    for statement in reading.statements:
        for piece in statement.content:
            assert any(paragraph.contains(piece) for paragraph in paragraphs)


def test_a_reading_survives_its_json(reading: Reading) -> None:
    assert reading_from_plain(json.loads(json.dumps(reading_to_plain(reading)))) == reading


def test_ids_are_unique_and_a_second_run_gives_the_same(reading: Reading) -> None:
    ids = [statement.id for statement in reading.statements]
    assert len(set(ids)) == len(ids)
    assert onrecord.read(reading.article) == reading


def test_every_speaker_of_a_statement_is_in_the_reading_and_none_is_a_pronoun(reading: Reading) -> None:
    known = {speaker.id for speaker in reading.speakers}
    for statement in reading.statements:
        if statement.speaker is not None:
            assert statement.speaker.id in known
            assert statement.speaker.name.lower() not in {"he", "she", "they", "it", "we", "i", "who"}


TEXT = (
    "Dam will hold, minister says\r\n\r\n"
    "Infrastructure minister Ada Moor told Radio Pell on Tuesday that the Karrabin dam would hold. "
    "“We checked it twice 😀,” she said. “Café owners below it may sleep.”\r\n\r\n"
    "“There is no reason to leave your homes tonight.”\r\n"
)


def test_a_text_keeps_its_offsets_with_emoji_accents_and_windows_line_ends() -> None:
    article = Article.from_text(TEXT, published="2024-03-07", title="Dam will hold, minister says")
    read = onrecord.read(article)
    assert read.article.text == TEXT
    said = {piece.of(TEXT): statement for statement in read.statements for piece in statement.content}
    dam = said["the Karrabin dam would hold"]
    assert dam.speaker is not None
    assert (dam.speaker.name, dam.speaker.type) == ("Ada Moor", SpeakerType.PERSON)
    assert dam.said is not None
    assert dam.said.earliest == dam.said.latest == date(2024, 3, 5)
    assert dam.venue == "Radio Pell"
    assert said["“We checked it twice 😀,”"].kind is StatementKind.DIRECT
    bare = said["“There is no reason to leave your homes tonight.”"]
    assert bare.speaker == dam.speaker
    assert bare.cue is None


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''"])
def test_the_kind_of_quotation_marks_does_not_decide(marks: str) -> None:
    text = f"{marks[0]}The dam will hold through the winter,{marks[1]} said Ada Moor, the infrastructure minister."
    [statement] = onrecord.read(Article.from_text(text, published="2024-03-07")).statements
    assert [piece.of(text) for piece in statement.content] == [
        f"{marks[0]}The dam will hold through the winter,{marks[1]}"
    ]
    assert statement.speaker is not None
    assert statement.speaker.name == "Ada Moor"


def test_another_language_is_stored_and_left_unannotated() -> None:
    article = Article.from_text("La ministre a dit que le barrage tiendrait.", language="fr")
    read = onrecord.read(article)
    assert read.statements == ()
    assert "not annotated" in read.notes[0]


def test_times_of_the_text_are_told_with_their_days() -> None:
    read = onrecord.read(Article.from_text(TEXT, published="2024-03-07"))
    assert read.times[0].span.of(TEXT) == "Tuesday"
    assert read.times[0].value == "2024-03-05"
