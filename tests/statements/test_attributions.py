"""From tags to attributions: exact edges, kinds, and quotations that go on."""

from onrecord.model import TaggedCue, Tags
from onrecord.records import Act, Article, Attribution, Span, StatementKind
from onrecord.statements import Options, find_attributions


def tagged(text: str, cue: str, source: str | None, *content: str, score: float = 0.95) -> TaggedCue:
    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    pieces = tuple(span(piece) for piece in content)
    return TaggedCue(span(cue), score, span(source) if source else None, score, pieces, score, Act.SPEECH, score)


def find(text: str, *cues: TaggedCue, title: str | None = None) -> tuple[Attribution, ...]:
    article = Article.from_text(text, title=title)
    return find_attributions(article, Tags(cues))


def words(text: str, attribution: Attribution) -> list[str]:
    return [span.of(text) for span in attribution.content]


def test_a_content_grows_to_the_marks_of_its_quotation() -> None:
    text = "“The dam will hold,” said Ada Moor."
    [found] = find(text, tagged(text, "said", "Ada Moor", "dam will hold"))
    assert words(text, found) == ["“The dam will hold,”"]
    assert found.kind is StatementKind.DIRECT


def test_words_are_taken_whole_or_left_off() -> None:
    text = "Egyptologists reckoned that the tombs were empty."
    [found] = find(text, tagged(text, "reckon", "tologists", "ed that the tombs were emp"))
    assert found.cue is not None
    assert found.source is not None
    assert (found.source.of(text), found.cue.of(text)) == ("Egyptologists", "reckoned")
    assert words(text, found) == ["the tombs were empty"]


def test_a_clause_on_the_source_is_not_opened_by_it() -> None:
    text = "The dam will hold, said Ada Moor of the river board, which was founded in 1985."
    [found] = find(text, tagged(text, "said", "Ada Moor of the river board, which", "The dam will hold"))
    assert found.source is not None and found.source.of(text) == "Ada Moor of the river board"
    text = "The board, which said the dam would hold, met on Friday."
    [found] = find(text, tagged(text, "said", "which", "the dam would hold"))
    assert found.source is not None and found.source.of(text) == "which"


def test_who_was_told_did_not_say_it() -> None:
    for heard in ("has been told", "was also told", "were warned", "got told"):
        text = f"The board {heard} that the dam would hold."
        for cue in (heard, heard.split()[-1]):
            [found] = find(text, tagged(text, cue, "The board", "the dam would hold"))
            assert found.source is None
    text = "The board has told residents that the dam would hold."
    [found] = find(text, tagged(text, "has told", "The board", "the dam would hold"))
    assert found.source is not None
    text = "The board, it was told, heard Ada Moor say that the dam would hold."
    [found] = find(text, tagged(text, "say", "Ada Moor", "the dam would hold"))
    assert found.source is not None


def test_an_introducing_that_and_edge_commas_are_left_off() -> None:
    text = "Ada Moor said that the dam would hold, officials hope."
    [found] = find(text, tagged(text, "said", "Ada Moor", "that the dam would hold,"))
    assert words(text, found) == ["the dam would hold"]
    assert found.kind is StatementKind.INDIRECT


def test_a_label_in_marks_makes_indirect_words_mixed() -> None:
    text = "The council called the plan a “fantasy” without money."
    [found] = find(text, tagged(text, "called", "The council", "the plan a “fantasy” without money"))
    assert found.kind is StatementKind.MIXED


def test_a_nested_statement_is_judged_by_its_own_words() -> None:
    text = "“The ministry denied that it knew,” Ada Moor said."
    outer = tagged(text, "said", "Ada Moor", "“The ministry denied that it knew,”")
    inner = tagged(text, "denied", "The ministry", "it knew")
    found = find(text, outer, inner)
    assert [a.kind for a in found] == [StatementKind.DIRECT, StatementKind.INDIRECT]


def test_a_second_quotation_behind_the_cue_is_a_further_piece() -> None:
    text = "“The dam will hold,” said Ada Moor. “We checked it twice this week.”"
    [found] = find(text, tagged(text, "said", "Ada Moor", "“The dam will hold,”"))
    assert words(text, found) == ["“The dam will hold,”", "“We checked it twice this week.”"]


def test_a_quotation_left_open_runs_on_in_the_next_paragraph() -> None:
    text = "“The dam will hold,” said Ada Moor. “We checked it twice.\n\n“And we shall check it a third time.”"
    [found] = find(text, tagged(text, "said", "Ada Moor", "“The dam will hold,”", "“We checked it twice."))
    assert words(text, found)[-1] == "“And we shall check it a third time.”"


def test_a_bare_quoted_paragraph_is_a_statement_that_continues() -> None:
    text = "“The dam will hold,” said Ada Moor.\n\n“We checked it twice this very week.”\n\nThe river rose."
    first, second = find(text, tagged(text, "said", "Ada Moor", "“The dam will hold,”"))
    assert words(text, second) == ["“We checked it twice this very week.”"]
    assert (second.cue, second.source, second.continues) == (None, None, 0)
    assert first.continues is None


def test_a_bare_quotation_goes_on_with_the_outer_of_what_was_told_in_other_words() -> None:
    text = "Ada Moor said the ministry claimed the dam would hold.\n\n“It has cracks you could put a hand into.”"
    outer = tagged(text, "said", "Ada Moor", "the ministry claimed the dam would hold")
    inner = tagged(text, "claimed", "the ministry", "the dam would hold")
    found = find(text, outer, inner)
    assert [a.continues for a in found] == [None, None, 0]


def test_a_scare_quote_in_narration_is_no_statement() -> None:
    text = "“The dam will hold,” said Ada Moor.\n\nThe “miracle dam” opened in spring."
    assert len(find(text, tagged(text, "said", "Ada Moor", "“The dam will hold,”"))) == 1


def test_of_two_cues_for_the_same_words_the_surer_one_stays() -> None:
    text = "Ada Moor told reporters, saying the dam would hold."
    sure = tagged(text, "saying", "Ada Moor", "the dam would hold", score=0.97)
    unsure = tagged(text, "told", "Ada Moor", "the dam would hold", score=0.8)
    [found] = find(text, unsure, sure)
    assert found.cue is not None
    assert found.cue.of(text) == "saying"


def test_the_headline_is_left_out() -> None:
    text = "Moor says dam will hold\n\nThe river rose."
    cue = tagged(text, "says", "Moor", "dam will hold")
    assert find(text, cue, title="Moor says dam will hold") == ()
    article = Article.from_text(text, title="Moor says dam will hold")
    assert len(find_attributions(article, Tags((cue,)), Options(headline=True))) == 1


def test_an_unsure_attribution_is_not_told() -> None:
    text = "Ada Moor said the dam would hold."
    assert find(text, tagged(text, "said", "Ada Moor", "the dam would hold", score=0.1)) == ()
