"""Plain texts, clean and dumped: what is story stays, what is furniture goes, and offsets hold."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from onrecord.errors import NotAnArticle
from onrecord.records import Article, ParagraphKind
from onrecord.sources.dump import Told, read_dump

STORY = [
    "Bakers in Wend have called off a strike that would have closed forty shops on Friday, their union said.",
    "“We were never out for a fight,” said Lin Marsh, who leads the union in the town.",
    "“It is over.”",
    "He agreed.",
    "The owners of the largest bakery said they were pleased, and that the ovens would be lit on Friday as usual.",
]
CLEAN = "\n\n".join(["Bakers call off strike", *STORY])


def words_of(article: Article) -> list[str]:
    """The paragraphs, with the promise that spans and text agree."""
    found = [paragraph.span.of(article.text) for paragraph in article.paragraphs]
    assert "\n\n".join(found) == article.text
    return found


def test_a_clean_text_survives_whole() -> None:
    article = read_dump(CLEAN, name="a text")
    assert words_of(article) == ["Bakers call off strike", *STORY]
    assert article.paragraphs[0].kind is ParagraphKind.HEADLINE
    assert article.dropped == ()


def test_a_wire_story_without_a_headline_survives_whole() -> None:
    wire = "WEND, May 4 (Wend Press) - " + "\n".join(STORY)
    article = read_dump(wire, name="a wire story")
    assert article.title is None
    assert words_of(article)[0].startswith("WEND, May 4 (Wend Press) - Bakers in Wend")
    assert len(article.paragraphs) == len(STORY)


def test_one_sentence_is_a_story() -> None:
    article = read_dump("WEND (WP) - A fire closed the market hall on Monday, police said.\n", name="a flash")
    assert article.text == "WEND (WP) - A fire closed the market hall on Monday, police said."


def test_repeated_answers_of_a_clean_interview_stay() -> None:
    lines = [
        "Will it hold, after all that was said in the town this week?",
        "Yes.",
        "And the owners, do they agree to it?",
    ]
    text = "\n\n".join(["Marsh on the strike", *STORY, *lines, "Yes."])
    assert words_of(read_dump(text, name="an interview"))[-4:] == [*lines, "Yes."]


def test_byline_and_dateline_become_facts() -> None:
    text = "\n\n".join(["Bakers call off strike", "By Ada Brook and Tom Reed", "4 May 2023", *STORY])
    article = read_dump(text, name="a text")
    assert article.authors == ("Ada Brook", "Tom Reed")
    assert article.published == date(2023, 5, 4)
    assert article.published_evidence[0].source == "dateline"
    assert words_of(article) == ["Bakers call off strike", *STORY]


def test_a_standfirst_under_the_headline_is_the_lead() -> None:
    article = read_dump("\n\n".join(["Bakers call off strike", "Union accepts the offer", *STORY]), name="a text")
    assert article.lead == "Union accepts the offer"
    assert words_of(article)[:2] == ["Bakers call off strike", "Union accepts the offer"]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\u2028"])
def test_line_ends_of_every_kind(end: str) -> None:
    assert words_of(read_dump(CLEAN.replace("\n", end), name="a text")) == ["Bakers call off strike", *STORY]


def test_emoji_accents_and_no_break_spaces_keep_offsets_right() -> None:
    line = "The cafe\u0301 owner \U0001f469\u200d\U0001f373 said\u00a0“we are open” on Tuesday, and he meant it."
    article = read_dump(f"{CLEAN}\n\n{line}", name="a text")
    last = article.paragraphs[-1].span
    assert article.text[last.start : last.end] == line.replace("\u00a0", " ")
    start = article.text.index("“we are open”")
    assert article.text[start : start + 13] == "“we are open”"


def test_wrapped_lines_are_joined_to_paragraphs() -> None:
    text = """Bakers call off strike

Bakers in Wend have called off a strike that would have closed forty
shops on Friday, their union said, after a night of talks that ended
in a deal.

The owners of the largest bakery said they were pleased, and that the
ovens would be lit on Friday as usual.
"""
    article = read_dump(text, name="a letter")
    assert len(article.paragraphs) == 3
    assert "after a night of talks that ended in a deal." in words_of(article)[1]


def test_markdown_marks_come_off_and_kinds_stay() -> None:
    text = "\n\n".join(
        [
            "# Bakers call off strike",
            "*By Ada Brook*, 4 May 2023",
            STORY[0].replace("Wend", "[Wend](https://wend.example)"),
            "## What next",
            "- The owners meet on **Monday** to sign the deal with the union.",
            "> We bake again.",
        ]
    )
    article = read_dump(text, name="a note")
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    assert kinds == [
        ParagraphKind.HEADLINE,
        ParagraphKind.TEXT,
        ParagraphKind.HEADING,
        ParagraphKind.LIST,
        ParagraphKind.QUOTE,
    ]
    assert words_of(article)[1] == STORY[0]
    assert words_of(article)[3] == "The owners meet on Monday to sign the deal with the union."
    assert article.authors == ("Ada Brook",)


DUMP = "\n".join(
    [
        "We use cookies on this site to store your preferences. By continuing you accept our privacy policy.",
        "Skip to content",
        "Home News Sport Weather Shop",
        "Wend Echo",
        "Bakers call off strike - Wend Echo",
        "4 May, 2023 08:15",
        "Bakers call off strike",
        "Bakers call off strike",
        *STORY[:2],
        "ADVERTISEMENT",
        "READ MORE: Why bread costs more",
        "Marsh at the gate of the bakery on Monday before the talks began. (Ada Brook/Wend Echo)",
        "OTHER TOWNS LOOK AT WEND AND WONDER WHAT COMES",
        *STORY[2:],
        "Share this article",
        "Most viewed",
        "1 Seal pup rescued from car park",
        "2 Mill to close in autumn, owner says",
        "Comments are closed",
        "© 2023 The Wend Echo. All rights reserved.",
    ]
)


def test_a_dump_keeps_its_story_and_nothing_else() -> None:
    article = read_dump(DUMP, name="a dump")
    assert words_of(article) == ["Bakers call off strike", *STORY]
    assert article.title == "Bakers call off strike"
    assert article.published == datetime(2023, 5, 4, 8, 15, tzinfo=UTC)
    assert article.publisher == "The Wend Echo"


def test_nothing_of_a_dump_is_lost() -> None:
    article = read_dump(DUMP, name="a dump")
    assert sorted([*words_of(article), *article.dropped]) == sorted(DUMP.split("\n"))


def test_prose_that_speaks_of_subscribers_and_agencies_stays() -> None:
    lines = [
        "The paper lost a tenth of its subscribers in a year, and its owner wants to share the story of that.",
        "“Sign up for our newsletter,” the editor told the meeting, and nobody laughed at it in the least.",
        "The offer was made on Monday, a person who had read the letter told Reuters.",
    ]
    text = "\n\n".join(["Share", "Wend Echo loses readers", *STORY[:1], *lines, "Share"])
    assert words_of(read_dump(text, name="a dump"))[-3:] == lines


def test_what_the_table_tells_wins() -> None:
    told = Told(title="Strike is off", published="2023-05-03", published_source="table", authors=("Lin Marsh",))
    article = read_dump("Thursday, May 4, 2023\n\n" + "\n\n".join(STORY), name="row 2", told=told)
    assert article.title == "Strike is off"
    assert article.published == date(2023, 5, 3)
    assert [one.source for one in article.published_evidence] == ["table", "dateline"]
    assert words_of(article) == ["Strike is off", *STORY]


@pytest.mark.parametrize("text", ["Bakers call off strike", "Home\nNews\nSport\nWeather", "0:00\n29:12"])
def test_texts_without_running_text_are_refused(text: str) -> None:
    with pytest.raises(NotAnArticle) as refusal:
        read_dump(text, name="a text")
    assert refusal.value.kind == "no-text"


def test_another_language_is_kept_and_noted() -> None:
    line = (
        "Die Bäcker der Stadt haben ihren Streik abgesagt, wie ihre Gewerkschaft am Freitag in einer Erklärung sagte."
    )
    article = read_dump(f"Bäcker sagen Streik ab\n\n{line}\n\n{line.replace('Freitag', 'Montag')}", name="a text")
    assert article.language == "de"
    assert article.notes == ("not English: German",)


def test_scripts_without_spaces_and_without_case_are_read() -> None:
    chinese = "市长星期一在记者会上说，新桥将于十月开放，两岸居民都表示欢迎这一决定，工程费用由市政府承担。"
    arabic = "قال المتحدث باسم البلدية يوم الاثنين إن الجسر الجديد سيفتح في شهر أكتوبر المقبل بعد عامين من العمل."
    assert read_dump(chinese, name="a text").language == "zh"
    assert read_dump(arabic, name="a text").language == "ar"
