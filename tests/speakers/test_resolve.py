"""Sources to speakers, on short articles of our own writing."""

from __future__ import annotations

import pytest

from onrecord.records import Article, Attribution, Span, SpeakerType
from onrecord.speakers import resolve_speakers
from tests.speakers.reading import read, who


def test_a_surname_means_the_full_name_and_keeps_the_office() -> None:
    text = "Ferry plan\n\nHarbour spokesman Ivo Marlin said the ferry was late. “It will sail,” Marlin added."
    first, second = read(
        text,
        ("the ferry was late", "said", "Harbour spokesman Ivo Marlin"),
        ("“It will sail,”", "added", "Marlin"),
    )
    assert who(first) == who(second) == "Ivo Marlin"
    assert first.speaker is not None
    assert first.speaker == second.speaker
    assert first.speaker.role == "Harbour spokesman"
    assert first.speaker.type is SpeakerType.PERSON
    assert first.speaker.other_names == ("Marlin",)
    assert [mention.of(text) for mention in first.speaker.mentions] == ["Ivo Marlin", "Marlin"]


@pytest.mark.parametrize(
    ("source", "name", "role"),
    [
        ("Ada Stone, the mayor of Lowick,", "Ada Stone", "mayor of Lowick"),
        ("The mayor of Lowick, Ada Stone,", "Ada Stone", "mayor of Lowick"),
        ("Dr. Ada B. Stone, 42, a teacher from Lowick,", "Ada B. Stone", "teacher from Lowick"),
        ("Norway’s Deputy Foreign Minister Ada Stone", "Ada Stone", "Norway’s Deputy Foreign Minister"),
        ("Harbour Chief of Staff Ada Stone", "Ada Stone", "Harbour Chief of Staff"),
        ("One of the sailors, Ada Stone,", "Ada Stone", "One of the sailors"),
        ('Robert "Bob" Stone', 'Robert "Bob" Stone', None),
        ("Mrs. Ada Stone", "Ada Stone", None),
    ],
)
def test_names_leave_titles_and_keep_offices(source: str, name: str, role: str | None) -> None:
    (statement,) = read(f"Quay\n\n{source} said the quay was closed.", ("the quay was closed", "said", source))
    assert statement.speaker is not None
    assert statement.speaker.name == name
    assert statement.speaker.role == role
    assert statement.speaker.type is SpeakerType.PERSON


def test_two_people_of_one_surname_are_kept_apart() -> None:
    parts = (
        ("the quay was hers", "said", "Mrs. Stone"),
        ("the quay was his", "said", "Mr. Stone"),
    )
    text = (
        "Quay\n\nAnna Stone and Peter Stone met on the quay. Mrs. Stone said the quay was hers. "
        "Mr. Stone said the quay was his."
    )
    hers, his = read(text, *parts)
    assert (who(hers), who(his)) == ("Anna Stone", "Peter Stone")


def test_a_pronoun_goes_by_gender() -> None:
    (statement,) = read(
        "Bridge\n\nMayor Anna Tolland met Peter Crane on the bridge. She said it was safe.",
        ("it was safe", "said", "She"),
    )
    assert who(statement) == "Anna Tolland"


def test_a_pronoun_after_a_quotation_means_its_speaker() -> None:
    _, second = read(
        "Bridge\n\n“Peter Crane came late,” said David Moss. “We waited an hour,” he said.",
        ("“Peter Crane came late,”", "said", "David Moss"),
        ("“We waited an hour,”", "said", "he"),
    )
    assert who(second) == "David Moss"


def test_a_pronoun_that_means_nobody_leaves_no_speaker() -> None:
    (statement,) = read("Rain\n\nIt rained all day. He said it would stop.", ("it would stop", "said", "He"))
    assert statement.speaker is None


def test_i_and_we_in_a_quotation_are_its_speaker() -> None:
    _, second = read(
        "Quay\n\n“I believe the quay is safe,” Anna Tolland said.",
        ("“I believe the quay is safe,”", "said", "Anna Tolland"),
        ("the quay is safe", "believe", "I"),
    )
    # the content's first place is within the quotation, so the nested statement has the quotation's speaker
    assert who(second) == "Anna Tolland"


@pytest.mark.parametrize("relative", ["which", "who"])
def test_a_relative_pronoun_means_what_it_follows(relative: str) -> None:
    name = "Northland Rail" if relative == "which" else "Anna Tolland"
    (statement,) = read(
        f"Trains\n\nThe line belongs to {name}, {relative} says trains will run.",
        ("trains will run", "says", relative),
    )
    assert who(statement) == name


def test_descriptions_find_the_person_they_fit() -> None:
    text = (
        "Talks\n\nNorway's Deputy Foreign Minister Erik Vold met reporters. The deputy minister said talks were near. "
        "The senior diplomat promised patience."
    )
    first, second = read(
        text,
        ("talks were near", "said", "The deputy minister"),
        ("patience", "promised", "The senior diplomat"),
    )
    assert who(first) == who(second) == "Erik Vold"


def test_an_age_is_a_description_too() -> None:
    (statement,) = read(
        "Race\n\nIvo Marlin, 42, won the race. The 42-year-old thanked his crew.",
        ("his crew", "thanked", "The 42-year-old"),
    )
    assert who(statement) == "Ivo Marlin"


def test_the_lead_means_whom_the_next_sentence_names() -> None:
    first, _ = read(
        "Ferry\n\nA harbour official has warned of delays.\n\nHarbour spokesman Ivo Marlin said ice was the cause.",
        ("delays", "warned of", "A harbour official"),
        ("ice was the cause", "said", "Harbour spokesman Ivo Marlin"),
    )
    assert who(first) == "Ivo Marlin"


@pytest.mark.parametrize(
    ("source", "kind", "name"),
    [
        ("A union official", SpeakerType.UNNAMED, "A union official"),
        ("two people familiar with the talks", SpeakerType.GROUP, "two people familiar with the talks"),
        ("The residents", SpeakerType.GROUP, "residents"),
        ("local officials", SpeakerType.GROUP, "local officials"),
        ("a leaked report", SpeakerType.DOCUMENT, "a leaked report"),
        ("the police", SpeakerType.ORGANIZATION, "police"),
        ("The ministry", SpeakerType.GOVERNMENT, "ministry"),
        ("The Harbour Ministry", SpeakerType.GOVERNMENT, "Harbour Ministry"),
        ("Northland Rail Company", SpeakerType.ORGANIZATION, "Northland Rail Company"),
        ("aides", SpeakerType.UNNAMED, "aides"),
    ],
)
def test_kinds_of_sources_and_no_description_is_a_person(source: str, kind: SpeakerType, name: str) -> None:
    (statement,) = read(f"Strike\n\nOn the quay {source} said talks had failed.", ("talks had failed", "said", source))
    assert statement.speaker is not None
    assert statement.speaker.type is kind
    assert statement.speaker.name.lower() == name.lower()


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Oslo", "Norway (government)"),
        ("The U.S.", "United States (government)"),
        ("Norway", "Norway (government)"),
    ],
)
def test_a_capital_or_country_that_acts_is_its_government(source: str, name: str) -> None:
    (statement,) = read(f"Talks\n\n{source} said it would send ships.", ("it would send ships", "said", source))
    assert statement.speaker is not None
    assert statement.speaker.name == name
    assert statement.speaker.type is SpeakerType.GOVERNMENT


def test_an_acronym_is_the_body_it_stands_for() -> None:
    first, second = read(
        "Rails\n\nRoads, Rivers and Rails Northland (RRRN) built the line. RRRN said it was safe. "
        "The agency promised tests.",
        ("it was safe", "said", "RRRN"),
        ("tests", "promised", "The agency"),
    )
    assert who(first) == "Roads, Rivers and Rails Northland"
    assert who(second) == "Roads, Rivers and Rails Northland"


def test_sources_together_are_a_group() -> None:
    (statement,) = read(
        "Quay\n\nAnna Tolland met Peter Crane. Tolland and Crane said the quay would open.",
        ("the quay would open", "said", "Tolland and Crane"),
    )
    assert statement.speaker is not None
    assert statement.speaker.type is SpeakerType.GROUP
    assert statement.speaker.name == "Anna Tolland and Peter Crane"


def test_a_report_by_two_people_is_one_document() -> None:
    (statement,) = read(
        "Quay\n\nA report by Anna Tolland and Peter Crane said the quay was old.",
        ("the quay was old", "said", "A report by Anna Tolland and Peter Crane"),
    )
    assert statement.speaker is not None
    assert statement.speaker.type is SpeakerType.DOCUMENT


def test_the_couple_means_the_two_named_together() -> None:
    (statement,) = read(
        "Wedding\n\nAnna Tolland and Peter Crane married on the quay. The couple thanked the crew.",
        ("the crew", "thanked", "The couple"),
    )
    assert who(statement) == "Anna Tolland and Peter Crane"


def test_a_possessive_pronoun_gives_way_to_the_name() -> None:
    (statement,) = read(
        "Search\n\nPeter Crane is missing. His family asked for help.", ("help", "asked for", "His family")
    )
    assert who(statement) == "Peter Crane's family"


def test_continuing_quotations_take_the_speaker() -> None:
    text = "Quay\n\n“It is old,” said Anna Tolland.\n\n“It must go.”"
    one, other = text.index("“It is"), text.index("“It must")
    attributions = [
        Attribution((Span(one, one + 12),), Span(text.index("said"), text.index("said") + 4), Span(31, 43)),
        Attribution((Span(other, len(text)),), continues=0),
    ]
    assert attributions[0].source is not None
    source = text.index("Anna Tolland")
    attributions[0] = Attribution(
        attributions[0].content, attributions[0].cue, Span(source, source + len("Anna Tolland"))
    )
    statements, speakers = resolve_speakers(Article.from_text(text), attributions)
    assert [who(statement) for statement in statements] == ["Anna Tolland"] * 2
    assert len(speakers) == 1


def test_unnamed_sources_of_two_articles_are_never_one() -> None:
    ids = set()
    for place in ("Lowick", "Northland"):
        text = f"Ferry in {place}\n\nA senior official said the ferry was late."
        (statement,) = read(text, ("the ferry was late", "said", "A senior official"))
        assert statement.speaker is not None
        ids.add(statement.speaker.id)
    assert len(ids) == 2


def test_a_named_person_has_one_id_everywhere() -> None:
    ids = set()
    for place in ("Lowick", "Northland"):
        text = f"Ferry in {place}\n\nAnna Tolland said the ferry was late."
        (statement,) = read(text, ("the ferry was late", "said", "Anna Tolland"))
        assert statement.speaker is not None
        ids.add(statement.speaker.id)
    assert len(ids) == 1


def test_emoji_and_combining_accents_keep_their_places() -> None:
    text = "Ferry 🚢\n\n👋 José Marlín said the ferry 🚢 was late. Marlín laughed: “Never!”"
    first, second = read(
        text,
        ("the ferry 🚢 was late", "said", "José Marlín"),
        ("“Never!”", "laughed:", "Marlín"),
    )
    assert who(first) == who(second) == "José Marlín"


@pytest.mark.parametrize("words", ["’s", " ", "“”", "the", "recently"])
def test_words_that_name_nobody_leave_no_speaker(words: str) -> None:
    text = f"Quay\n\nOn it {words} said the quay was old."
    at = text.index(words, 6)
    content = text.index("the quay was old")
    item = Attribution((Span(content, content + 16),), Span(5, 6), Span(at, at + len(words)))
    ((statement,), speakers) = resolve_speakers(Article.from_text(text), [item])
    assert statement.speaker is None
    assert speakers == ()


def test_an_article_without_paragraphs_keeps_one_statement_for_each_attribution() -> None:
    statements, speakers = resolve_speakers(Article(text=" ", paragraphs=()), [Attribution((Span(0, 1),))])
    assert len(statements) == 1
    assert speakers == ()


def test_the_same_input_gives_the_same_records() -> None:
    text = "Ferry\n\nHarbour spokesman Ivo Marlin told Radio Lowick on Tuesday the ferry was late. He said so again."
    parts = (("the ferry was late", "told", "Ivo Marlin"), ("so again", "said", "He"))
    assert read(text, *parts) == read(text, *parts)


def test_no_attributions_give_nothing() -> None:
    assert resolve_speakers(Article.from_text("Quiet\n\nNothing was said."), []) == ((), ())


def test_two_descriptions_that_come_to_one_name_are_one_speaker_with_both_mentions() -> None:
    text = "Researchers said the reef was dying. Later the researchers said the reef could recover."
    first, second = text.index("Researchers"), text.index("the researchers")
    attributions = [
        Attribution((Span(text.index("the reef was"), text.index(". Later")),), Span(12, 16), Span(first, first + 11)),
        Attribution(
            (Span(text.index("the reef could"), len(text) - 1),),
            Span(text.rindex("said"), text.rindex("said") + 4),
            Span(second, second + len("the researchers")),
        ),
    ]
    statements, speakers = resolve_speakers(Article.from_text(text, published="2024-03-07"), attributions)
    [speaker] = speakers
    assert [statement.speaker for statement in statements] == [speaker, speaker]
    assert len(speaker.mentions) == 2


def test_an_adverb_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    text = "Ada Moor spoke in Pell. Afterwards Moor said the dam would hold."
    start = text.index("Afterwards Moor")
    attribution = Attribution(
        (Span(text.index("the dam"), len(text) - 1),),
        Span(text.index("said"), text.index("said") + 4),
        Span(start, start + len("Afterwards Moor")),
    )
    [statement], _ = resolve_speakers(Article.from_text(text, published="2024-03-07"), [attribution])
    assert statement.speaker is not None
    assert statement.speaker.name == "Ada Moor"


def test_they_stays_unknown_where_no_body_is_near() -> None:
    text = "The Dam Board met. It rained. Rivers rose. They said the dam would hold."
    attribution = Attribution((Span(53, 71),), Span(48, 52), Span(43, 47))
    assert attribution.source is not None
    assert attribution.source.of(text) == "They"
    [statement], _ = resolve_speakers(Article.from_text(text), [attribution])
    assert statement.speaker is None


def test_two_cues_for_the_same_words_share_their_day() -> None:
    text = (
        "Infrastructure minister Ada Moor told Radio Pell on Tuesday that the dam would hold.\n\n"
        "The minister said the road was safe and the bridge was closed, she added."
    )

    def span(words: str, after: int = 0) -> Span:
        start = text.index(words, after)
        return Span(start, start + len(words))

    low = text.index("The minister")
    attributions = [
        Attribution((span("the dam would hold"),), span("told"), span("Infrastructure minister Ada Moor")),
        Attribution((span("the road was safe"),), span("said", low), span("The minister")),
        Attribution((span("the road was safe and the bridge was closed"),), span("added"), span("she", low)),
    ]
    statements, _ = resolve_speakers(Article.from_text(text, published="2024-03-07"), attributions)
    assert {statement.speaker.name for statement in statements if statement.speaker} == {"Ada Moor"}
    assert {str(statement.said.earliest) for statement in statements if statement.said} == {"2024-03-05"}
    assert all(statement.said is not None for statement in statements)


def test_a_title_tells_which_of_two_people_with_one_surname_is_meant() -> None:
    text = (
        "Quay\n\nThe letter was sent by Justice Ivo Marlin. His wife, Ada Marlin, came later. Justice Marlin said the "
        "quay was closed."
    )
    (statement,) = read(text, ("the quay was closed", "said", "Justice Marlin"))
    assert who(statement) == "Ivo Marlin"


def test_a_president_is_neither_of_two_namesakes_without_the_office() -> None:
    text = "Quay\n\nAda Marlin met Peter Marlin. President Marlin said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "President Marlin"))
    assert who(statement) == "Marlin"


def test_a_full_name_takes_in_its_last_two_words() -> None:
    text = "Quay\n\nThe analyst Ada Holt Marlin came. Holt Marlin said the quay was closed."
    (statement,) = read(text, ("the quay was closed", "said", "Holt Marlin"))
    assert who(statement) == "Ada Holt Marlin"
