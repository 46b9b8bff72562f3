"""What searches find, count and mark."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest

from onrecord.errors import InputError
from onrecord.record import Order, Query, Record, Segment, StatementHit, to_plain
from onrecord.records import Act, Interval, SpeakerType, StatementKind
from tests.factories import Said, make_reading

THURSDAY = date(2021, 11, 18)
WEEK = Interval(date(2021, 11, 15), date(2021, 11, 21))


@pytest.fixture
def news(record: Record) -> Record:
    """Three articles of two papers."""
    record.add(
        make_reading(
            Said("the bridge will close in June", role="mayor", venue="Channel 4", other_names=("Marlow",)),
            Said('"we shall see about the bridge"', source="Élodie Brandt", kind=StatementKind.DIRECT),
            Said("the harbour needs a new crane", said=Interval(THURSDAY, THURSDAY)),
            title="Harbour bridge to close",
            url="https://gazette.example/bridge",
            published=datetime(2021, 11, 21, 15, 25, tzinfo=UTC),
        ),
        origin="bridge.html",
    )
    record.add(
        make_reading(
            Said("ferries may stop", source="Port of Fenwick", type=SpeakerType.ORGANIZATION, said=WEEK),
            Said(
                "prices will fall",
                source="residents",
                cue="hope",
                act=Act.MIND,
                type=SpeakerType.GROUP,
                kind=StatementKind.MIXED,
            ),
            title="Ferries at risk",
            url="https://courier.example/ferries",
            publisher="The Courier",
            published="2021-12-02",
        ),
        origin="ferries.html",
    )
    record.add(
        make_reading(
            Said("nobody asked us"), title="Undated", url="https://x.example/u", publisher=None, published=None
        ),
        origin="undated.html",
    )
    return record


def contents(record: Record, query: Query) -> list[str]:
    page = record.search(query)
    assert page.total == len(page.items)
    for facet in page.facets:
        if facet.name in ("kind", "act"):
            assert sum(value.count for value in facet.values) == page.total
    return [" / ".join(hit.content) for hit in page.items]


BRIDGE, SEE = "the bridge will close in June", '"we shall see about the bridge"'
CRANE, FERRIES = "the harbour needs a new crane", "ferries may stop"
PRICES, NOBODY = "prices will fall", "nobody asked us"


def test_newest_first_and_in_the_order_of_the_article(news: Record):
    assert contents(news, Query()) == [PRICES, FERRIES, BRIDGE, SEE, CRANE, NOBODY]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("crane", [CRANE]),
        ("CRANE", [CRANE]),
        ("will bridge", [BRIDGE]),
        ('"will close"', [BRIDGE]),
        ("“will close”", [BRIDGE]),
        ('"close will"', []),
        ('"will close', [BRIDGE]),
        ("crane OR prices", [PRICES, CRANE]),
        ("harbour crane OR june", [BRIDGE, CRANE]),
        ("bridge -june -crane", [SEE]),
        ("-bridge", [PRICES, FERRIES, NOBODY]),
        ('-"at risk" -undated', [BRIDGE, SEE, CRANE]),
        ("harb* cra*", [CRANE]),
        ("elodie", [SEE]),
        ("courier", []),
        ("risk", [PRICES, FERRIES]),
        ("marlow june", [BRIDGE]),
    ],
)
def test_words(news: Record, words: str, found: list[str]):
    assert contents(news, Query(words=words)) == found


SIGNS = ['"', "'", "*", "-", "--", '""', '"" OR ""', "\0", "{}", "😀", "…", "\\", "%", "_", '"' * 1001, "\ud800"]
LANGUAGE = ["OR", "OR OR", "AND", "NOT crane", "NEAR(a b)", "content:crane", "^crane", "rowid:1", "x AND (y OR", "-OR"]
BROKEN = ["(crane", "cr)ane", '"crane" *', "a\0b", "crane + see", "OR crane", "crane OR", "cra*ne", "a" * 5000]


@pytest.mark.parametrize("words", [*SIGNS, *LANGUAGE, *BROKEN, "'; DROP TABLE statements; --"])
def test_nothing_typed_is_ever_an_error(news: Record, words: str):
    for order in Order:
        page = news.search(Query(words=words, order=order))
        assert page.total >= len(page.items)
    news.speakers(words)
    news.search(Query(speaker=words, publisher=words))


def test_signs_alone_find_nothing_and_blanks_find_everything(news: Record):
    assert news.search(Query(words="… 😀 !")).total == 0
    assert news.search(Query(words="  \t")).total == 6


def test_relevance_puts_the_words_said_before_the_words_of_a_title(news: Record):
    page = news.search(Query(words="harbour", order=Order.RELEVANCE))
    assert page.items[0].content == (CRANE,)
    assert page.total == 3


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(speaker="Ada Marlow"), [BRIDGE, CRANE, NOBODY]),
        (Query(speaker="marlow"), [BRIDGE, CRANE, NOBODY]),
        (Query(speaker="ELODIE br"), [SEE]),
        (Query(speaker="fenwick"), [FERRIES]),
        (Query(speaker="nobody at all"), []),
        (Query(speaker=" "), [PRICES, FERRIES, BRIDGE, SEE, CRANE, NOBODY]),
        (Query(speaker_id="unknown"), []),
        (Query(publisher="the courier"), [PRICES, FERRIES]),
        (Query(publisher="Cour"), []),
        (Query(kind=StatementKind.DIRECT), [SEE]),
        (Query(kind=StatementKind.MIXED), [PRICES]),
        (Query(act=Act.MIND), [PRICES]),
        (Query(type=SpeakerType.GROUP), [PRICES]),
        (Query(type=SpeakerType.UNNAMED), []),
        (Query(article_id="unknown"), []),
        (Query(min_confidence=0.9), [PRICES, FERRIES, BRIDGE, SEE, CRANE, NOBODY]),
        (Query(min_confidence=0.91), []),
        (Query(words="bridge", speaker="brandt", kind=StatementKind.DIRECT, publisher="Fenwick Gazette"), [SEE]),
    ],
)
def test_filters(news: Record, query: Query, found: list[str]):
    assert contents(news, query) == found


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2021-11-18", "2021-11-18", [FERRIES, CRANE]),  # "this week" holds that Thursday; CRANE was said on it
        ("2021-11-21", "2021-11-21", [FERRIES, BRIDGE, SEE]),
        ("2021-11-22", None, [PRICES]),  # FERRIES was told on 2 December and said before
        (None, "2021-11-15", [FERRIES]),
        ("2021-12-02", "2021-12-02", [PRICES]),
        ("2022-01-01", None, []),
    ],
)
def test_days_are_of_when_it_was_said_else_of_publication(
    news: Record, since: str | None, until: str | None, found: list[str]
):
    ends = (date.fromisoformat(day) if day else None for day in (since, until))
    assert contents(news, Query(since=next(ends), until=next(ends))) == found


def test_pages_join_up(news: Record):
    whole = news.search(Query()).items
    pages, offset = [], 0
    while offset is not None:
        page = news.search(Query(limit=4, offset=offset))
        assert page.total == 6
        pages.extend(page.items)
        offset = page.next_offset
    assert tuple(pages) == whole
    assert news.search(Query(limit=4, offset=4)).previous_offset == 0
    assert news.search(Query(offset=100)).items == ()


def facet(record: Record, name: str, query: Query) -> dict[str, int]:
    return next({v.label: v.count for v in f.values} for f in record.search(query).facets if f.name == name)


@pytest.mark.parametrize("query", [Query(), Query(min_confidence=0.1)])
def test_facets_count_everything_alike_with_and_without_filters(news: Record, query: Query):
    assert facet(news, "speaker", query) == {
        "Ada Marlow": 3,
        "Élodie Brandt": 1,
        "Port of Fenwick": 1,
        "residents": 1,
    }
    assert facet(news, "publisher", query) == {"Fenwick Gazette": 3, "The Courier": 2}
    assert facet(news, "kind", query) == {"indirect": 4, "direct": 1, "mixed": 1}
    assert facet(news, "act", query) == {"speech": 5, "mind": 1}
    assert facet(news, "type", query) == {"person": 4, "organization": 1, "group": 1}
    assert facet(news, "month", query) == {"2021-12": 1, "2021-11": 4}


def test_facets_count_under_the_filters(news: Record):
    query = Query(words="bridge", publisher="Fenwick Gazette")
    assert facet(news, "speaker", query) == {"Ada Marlow": 2, "Élodie Brandt": 1}
    assert facet(news, "month", query) == {"2021-11": 3}
    assert facet(news, "kind", Query(words="nothing like it")) == {}


def test_facet_values_are_what_a_query_takes(news: Record):
    for found in news.search(Query()).facets:
        for value in found.values:
            query = {
                "speaker": lambda v: Query(speaker_id=v),
                "publisher": lambda v: Query(publisher=v),
                "kind": lambda v: Query(kind=StatementKind(v)),
                "act": lambda v: Query(act=Act(v)),
                "type": lambda v: Query(type=SpeakerType(v)),
                "month": lambda v: Query(
                    since=date.fromisoformat(f"{v}-01"), until=date(*map(int, f"{v}-30".split("-")))
                ),
            }[found.name](value.value)
            if found.name != "month":  # what was said "this week" may reach into another month
                assert news.search(query).total == value.count


def test_facets_may_be_left_out(news: Record):
    assert news.search(Query(words="bridge"), facets=False).facets == ()
    assert news.search(Query(words="bridge"), facets=False).total == 3


def first(record: Record, query: Query) -> StatementHit:
    return record.search(query).items[0]


def test_a_hit_tells_all_that_a_list_shows(news: Record):
    hit = first(news, Query(words="june"))
    assert (hit.cue, hit.source, hit.venue) == ("said", "Ada Marlow", "Channel 4")
    assert hit.speaker is not None
    assert (hit.speaker.name, hit.speaker.role, hit.speaker.type) == ("Ada Marlow", "mayor", SpeakerType.PERSON)
    assert (hit.article.title, hit.article.publisher) == ("Harbour bridge to close", "Fenwick Gazette")
    assert hit.day == date(2021, 11, 21)
    assert first(news, Query(words="crane")).said == Interval(THURSDAY, THURSDAY)
    assert first(news, Query(words="ferries stop")).day == WEEK.latest
    assert first(news, Query(words="nobody")).day is None


def test_matches_are_marked_as_plain_segments(news: Record):
    assert first(news, Query(words="JUN* -crane")).snippet == (
        Segment("the bridge will close in "),
        Segment("June", marked=True),
    )
    assert "".join(segment.text for segment in first(news, Query(words="see")).snippet) == SEE


def test_markup_in_a_statement_stays_text(record: Record):
    words = 'the <script>alert("x")</script> & <b>bridge</b>'
    record.add(make_reading(Said(words)), origin="evil.html")
    hit = first(record, Query(words="bridge"))
    assert hit.content == (words,)
    assert "".join(segment.text for segment in hit.snippet) == words
    assert [segment.text for segment in hit.snippet if segment.marked] == ["bridge"]


def test_a_long_statement_is_cut_around_its_match(record: Record):
    record.add(make_reading(Said("word " * 200 + "lighthouse" + " word" * 200)), origin="long.html")
    (hit,) = record.search(Query(words="lighthouse")).items
    shown = "".join(segment.text for segment in hit.snippet)
    assert len(shown) < 340
    assert shown.startswith("… ") and shown.endswith(" …")
    assert Segment("lighthouse", marked=True) in hit.snippet
    assert hit.content[0].count("word") == 400


def test_a_query_that_makes_no_sense_is_told():
    for wrong in ({"limit": 0}, {"limit": 10**6}, {"offset": -1}, {"min_confidence": 2.0}):
        with pytest.raises(InputError):
            Query(**wrong)
    with pytest.raises(InputError, match="ends before it begins"):
        Query(since=date(2022, 1, 1), until=date(2021, 1, 1))


def test_each_gives_all_in_order_and_agrees_with_pages(news: Record):
    for query in (Query(limit=2), Query(words="bridge", order=Order.RELEVANCE, offset=1)):
        listed = news.search(Query(words=query.words, order=query.order, limit=100)).items
        assert tuple(news.each(query)) == listed


def test_views_become_plain_json(news: Record):
    plain = to_plain(news.search(Query(words="june")))
    assert plain["total"] == 1
    (item,) = plain["items"]
    assert item["speaker"]["type"] == "person"
    assert item["article"]["published"] == "2021-11-21T15:25:00+00:00"
    assert item["snippet"][-1] == {"text": "June", "marked": True}
    view = news.statement(item["id"])
    assert view is not None
    statement = to_plain(view)["statement"]
    assert statement["content"][0]["text"] == BRIDGE


def test_a_stream_may_be_read_on_by_other_threads_and_left_early(news: Record):
    stream = news.each(Query())
    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(1) as other:
        assert one.submit(next, stream).result().content == (PRICES,)
        assert other.submit(next, stream).result().content == (FERRIES,)
        other.submit(stream.close).result()
    assert news.search(Query()).total == 6
