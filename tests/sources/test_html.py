"""Pages: facts, story, kinds, what is dropped, and what is said of pages that are no article."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from onrecord.errors import NotAnArticle
from onrecord.records import Article, ParagraphKind
from onrecord.sources.blocks import find_blocks
from onrecord.sources.html import parse, read_html

STORY = [
    "Bakers in Wend have called off a strike that would have closed forty shops on Friday, their union said.",
    "“We were never out for a fight,” said Lin Marsh, who leads the union in the town of Wend and its villages.",
    "The owners of the largest bakery said they were pleased, and that the ovens would be lit on Friday as usual.",
    "A vote of the members is due before the end of the month, and Marsh said she expected them to accept the offer.",
]
NOW = datetime(2023, 6, 1, tzinfo=UTC)


def page(
    body: str = "",
    *,
    head: str = "",
    title: str = "Bakers call off strike | The Wend Echo",
    paragraphs: list[str] = STORY,
) -> str:
    """A page of the invented Wend Echo; `body` stands between the headline and the story."""
    story = "".join(f"<p>{words}</p>" for words in paragraphs)
    return (
        f'<!doctype html><html lang="en-GB"><head><title>{title}</title><meta property="og:site_name" '
        f'content="The Wend Echo">{head}</head><body><nav><a href="/">Home</a></nav><main><article>'
        f"<h1>Bakers call off strike</h1>{body}{story}</article></main>"
        "<footer>© 2023 The Wend Echo</footer></body></html>"
    )


def read(html: str, url: str | None = None) -> Article:
    """The page's article, with the promise that spans and text agree."""
    article = read_html(html, name="a page", url=url, crawled=NOW)
    assert "\n\n".join(p.span.of(article.text) for p in article.paragraphs) == article.text
    return article


def story_of(article: Article) -> list[str]:
    """The paragraphs without headline and lead."""
    return [
        p.span.of(article.text)
        for p in article.paragraphs
        if p.kind not in (ParagraphKind.HEADLINE, ParagraphKind.LEAD)
    ]


def test_the_site_name_is_no_part_of_the_headline() -> None:
    article = read(page())
    assert (article.title, article.publisher) == ("Bakers call off strike", "The Wend Echo")
    assert article.text.count("Bakers call off strike") == 1
    assert story_of(article) == STORY


def test_a_section_name_before_the_headline_is_no_part_of_it() -> None:
    html = page(head='<meta property="og:title" content="Bakers call off strike">').replace(
        "<h1>Bakers", "<h1><span>Business</span> Bakers"
    )
    assert read(html).title == "Bakers call off strike"


@pytest.mark.parametrize(
    "standfirst",
    [
        '<p class="standfirst">Union accepts the new offer, for now.</p>',
        '<h2 class="article__sub-headline">Union accepts the new offer, for now.</h2>',
        '<div class="c-dek"><p>Union accepts the new offer, for now.</p></div>',
    ],
)
def test_the_standfirst_is_the_lead(standfirst: str) -> None:
    article = read(page(standfirst))
    assert article.lead == "Union accepts the new offer, for now."
    assert article.paragraphs[1].kind is ParagraphKind.LEAD
    assert story_of(article) == STORY


def test_a_description_that_is_printed_above_the_story_is_the_lead() -> None:
    head = '<meta name="description" content="Union accepts the new offer, for now.">'
    assert read(page("<p>Union accepts the new offer, for now.</p>", head=head)).lead is not None
    assert read(page(head=head)).lead is None


def test_two_line_breaks_part_paragraphs() -> None:
    html = page("<div>" + "<br><br>".join(STORY) + "</div>", paragraphs=[])
    assert story_of(read(html)) == STORY


def test_inline_markup_does_not_part_words_or_paragraphs() -> None:
    html = page(paragraphs=[STORY[0].replace("Wend", "<a href='/w'><b>We</b>nd</a>"), *STORY[1:]])
    assert story_of(read(html)) == STORY


def test_kinds_of_paragraphs() -> None:
    rest = "<h2>The vote</h2><ul><li>The members vote on Monday in the old hall of the union.</li></ul>"
    rest += "<blockquote><p>We will bake again, and we will bake better than before.</p></blockquote>"
    html = page(paragraphs=STORY).replace(f"<p>{STORY[3]}</p>", f"{rest}<p>{STORY[3]}</p>")
    kinds = [p.kind for p in read(html).paragraphs]
    assert kinds == [
        ParagraphKind.HEADLINE,
        *[ParagraphKind.TEXT] * 3,
        ParagraphKind.HEADING,
        ParagraphKind.LIST,
        ParagraphKind.QUOTE,
        ParagraphKind.TEXT,
    ]


@pytest.mark.parametrize(
    "furniture",
    [
        "<figure><img><figcaption>Marsh at the gate. Photograph: Ada Brook</figcaption></figure>",
        '<aside class="related"><h3><a href="/x">Why bread costs more than it did</a></h3></aside>',
        '<p><a href="/x">BREAD PRICES RISE AGAIN, AND NOBODY IN THE TOWN KNOWS WHY</a></p>',
        '<div class="newsletter-box"><p>The best of the Echo at your door every morning, with thanks.</p></div>',
        '<blockquote class="twitter-tweet"><p>The bakers are back at work on Friday, and so am I.</p></blockquote>',
        '<div id="onetrust-banner"><p>We and our partners store data to show you what you like.</p></div>',
        '<section id="comments"><p>I never liked that bakery, and now I like it even less.</p></section>',
        "<p>Sign up for our free newsletter to get stories like this.</p>",
        "<p>Read more: why bread costs more than it did</p>",
    ],
)
def test_furniture_inside_the_story_goes_and_is_kept_apart(furniture: str) -> None:
    html = page().replace(f"<p>{STORY[2]}</p>", f"{furniture}<p>{STORY[2]}</p>")
    article = read(html)
    assert story_of(article) == STORY
    words = [block.text for block in find_blocks(parse(furniture, "furniture"))]
    assert set(words) <= set(article.dropped)


def test_every_visible_block_is_in_the_text_or_dropped() -> None:
    html = page('<p class="standfirst">Union accepts the new offer, for now.</p><p>By Ada Brook</p><p>Share</p>')
    article = read(html)
    kept = {p.span.of(article.text) for p in article.paragraphs} | set(article.dropped)
    assert {block.text for block in find_blocks(parse(html, "a page"))} <= kept


def test_a_box_of_other_stories_ends_the_story() -> None:
    cards = "".join(
        f'<div class="card"><h3><a href="/{i}">Other story number {i} of the day</a></h3>'
        "<p>Its teaser says that much of it happened.</p></div>"
        for i in range(4)
    )
    html = page().replace("</article>", f"<section><h2>More from the Echo</h2>{cards}</section></article>")
    assert story_of(read(html)) == STORY


def test_a_second_article_on_the_page_is_left_out() -> None:
    other = "".join(f"<p>{words.replace('Bakers', 'Millers').replace('Marsh', 'Reed')}</p>" for words in STORY * 3)
    html = page(paragraphs=STORY * 2).replace("</main>", f"<article><h1>Millers strike</h1>{other}</article></main>")
    assert "Reed" not in read(html).text


def ld(**fields: object) -> str:
    """A JSON-LD script of a news article."""
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Bakers call off strike", **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_facts_come_from_json_ld() -> None:
    head = ld(
        author=[{"@type": "Person", "name": "Ada Brook"}, {"name": "The Wend Echo"}],
        publisher={"name": "Wend Echo"},
        datePublished="2023-05-04T08:15:00+01:00",
        dateModified="2023-05-05T09:00:00+01:00",
    )
    article = read(page(head=head + '<link rel="canonical" href="/news/bakers">'), url="https://wend.example/x?utm=1")
    assert article.authors == ("Ada Brook",)
    assert article.publisher == "Wend Echo"
    assert article.url == "https://wend.example/news/bakers"
    assert article.published == datetime.fromisoformat("2023-05-04T08:15:00+01:00")
    assert article.modified == datetime.fromisoformat("2023-05-05T09:00:00+01:00")
    assert article.published_evidence[0].source == "json-ld datePublished"


def test_damaged_json_ld_costs_only_itself() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", oops</script>'
    assert story_of(read(page(head=head))) == STORY


def test_the_date_of_another_story_is_not_this_ones() -> None:
    aside = '<aside><a href="/x">Other story <time datetime="2021-01-02">2 Jan 2021</time></a></aside>'
    article = read(page(aside + '<p>Published <time datetime="2023-05-04T08:15:00Z">4 May</time></p>'))
    assert article.published == datetime(2023, 5, 4, 8, 15, tzinfo=UTC)


def test_a_future_date_is_rejected_and_the_next_best_wins() -> None:
    article = read(page(head=ld(datePublished="2031-01-01")), url="https://wend.example/2023/05/04/bakers")
    assert article.published == date(2023, 5, 4)
    assert [(one.source, one.rejected) for one in article.published_evidence][:2] == [
        ("url", None),
        ("json-ld datePublished", "in the future"),
    ]


def test_the_day_of_the_crawl_is_the_last_resort() -> None:
    article = read(page())
    assert article.published == NOW.date()
    assert article.published_evidence[0].source == "crawl"


def test_the_story_is_taken_from_json_ld_where_the_page_shows_none() -> None:
    script = ld(articleBody="\n".join(STORY * 2))
    html = f"<html><head><title>Bakers call off strike</title>{script}</head><body><div id=app></div></body></html>"
    assert story_of(read(html)) == STORY * 2


def test_a_pull_quote_stands_once() -> None:
    html = page().replace(
        f"<p>{STORY[2]}</p>", f"<blockquote>We were never out for a fight</blockquote><p>{STORY[2]}</p>"
    )
    assert story_of(read(html)) == STORY


def test_a_printed_change_is_not_the_publication() -> None:
    article = read(page("<div>Published 5:12 p.m. ET May 3, 2023 | Updated 9:40 a.m. ET May 4, 2023</div>"))
    assert article.published == datetime.fromisoformat("2023-05-03T17:12:00-04:00")
    assert article.modified == datetime.fromisoformat("2023-05-04T09:40:00-04:00")


def test_a_page_that_tells_only_its_last_change() -> None:
    article = read(page(head=ld(dateModified="2023-05-05T09:00:00+01:00")))
    assert article.published == datetime.fromisoformat("2023-05-05T09:00:00+01:00")
    assert article.published_evidence[0].source == "last change, json-ld dateModified"


def test_a_writers_portrait_is_no_story() -> None:
    html = page(
        head=ld(author={"name": "Ada Brook"}), paragraphs=[*STORY, "Ada Brook is the business editor of the Echo."]
    )
    assert story_of(read(html)) == STORY


def test_words_for_screen_readers_only_are_no_text() -> None:
    hidden = '<a href="/w">Wend<span class="sr-only">, opens in a new tab</span></a>'
    assert story_of(read(page(paragraphs=[STORY[0].replace("Wend", hidden), *STORY[1:]]))) == STORY


def test_a_byline_near_the_headline_names_the_author() -> None:
    assert read(page("<p>By Ada Brook and Tom Reed | 4 May 2023</p>")).authors == ("Ada Brook", "Tom Reed")


def refusal(html: str, url: str | None = None) -> str:
    """The kind of refusal of a page."""
    with pytest.raises(NotAnArticle) as error:
        read_html(html, name="a page", url=url, crawled=NOW)
    assert error.value.input == "a page"
    assert error.value.hint
    return error.value.kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<h1>Access Denied</h1><p>You don't have permission to access this page.</p>", "access-denied"),
        ("<h1>Just a moment...</h1><p>Checking your browser before you go on to the paper.</p>", "access-denied"),
        ("<h1>404</h1><p>Sorry, the page you were looking for could not be found here.</p>", "not-found"),
        ("<h1>502 Bad Gateway</h1>", "site-error"),
        ("<div id=app></div>", "empty"),
        ("<h1>Bakers call off strike</h1>", "no-text"),
        ("<h1>Bakers call off strike</h1><p>Subscribe to continue reading</p>", "paywall"),
        (
            "<h1>Before you continue</h1><p>We value your privacy. We and our partners store and access information on "
            "your device.</p><button>Accept all</button><button>Reject all</button>",
            "consent-wall",
        ),
    ],
)
def test_pages_that_are_no_article(body: str, kind: str) -> None:
    assert refusal(f"<html><head><title>Wend Echo</title></head><body>{body}</body></html>") == kind


def test_a_front_page_is_no_article() -> None:
    cards = "".join(
        f'<div class="card{i % 3}"><h3><a href="/{i}">Story number {i} of this long day in Wend</a></h3>'
        "<p>A teaser of it.</p></div>"
        for i in range(14)
    )
    html = f"<html><head><title>The Wend Echo</title></head><body><main>{cards}</main></body></html>"
    assert refusal(html, url="https://wend.example/") == "index-page"


def test_an_article_about_cookies_and_captchas_stays_an_article() -> None:
    lines = ["The ministry wants every site to ask for consent before it stores cookies, the minister said on Monday."]
    lines += ["“Accept all is not a choice,” she said of the walls that greet readers, and of the captcha behind them."]
    assert story_of(read(page(paragraphs=lines + STORY))) == lines + STORY


def test_a_paywall_stub_says_so() -> None:
    barrier = '<div class="paywall"><h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in.</p></div>'
    article = read(
        page(head=ld(isAccessibleForFree=False), paragraphs=STORY[:1]).replace("</article>", f"{barrier}</article>")
    )
    assert story_of(article) == STORY[:1]
    assert article.notes == ("paywall: only the first paragraphs are on the page",)


def test_a_page_in_another_language_is_kept_and_noted() -> None:
    line = "Пекари города отменили забастовку, которая закрыла бы сорок магазинов, сообщил в пятницу их профсоюз."
    article = read(page(paragraphs=[line, line.replace("пятницу", "среду")]))
    assert article.language == "ru"
    assert article.notes == ("not English: Russian",)


def test_no_script_or_style_is_ever_text() -> None:
    html = page("<script>alert('x')</script><style>p { color: red }</style><noscript>Turn it on</noscript>")
    article = read(html)
    assert not any("alert" in words or "color" in words for words in (article.text, *article.dropped))


def test_a_page_nested_deeper_than_any_browser_would_bear() -> None:
    html = "<html><body>" + "<div>" * 900 + "<h1>Bakers call off strike</h1>" + "".join(f"<p>{w}</p>" for w in STORY)
    assert story_of(read(html)) == STORY
