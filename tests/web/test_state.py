"""A search's state lives in its URL: links add, change and take away filters."""

from __future__ import annotations

from onrecord.api.params import SearchParams
from onrecord.record import Facet, FacetValue, Page
from onrecord.web.state import State, chips, facets, pager, state_of


def test_defaults_and_empty_fields_stay_out_of_the_url() -> None:
    params = SearchParams.model_validate({"q": "harbour", "speaker": "", "from": " ", "page": "1", "order": "newest"})
    assert state_of("/search", params).url() == "/search?q=harbour"


def test_changing_a_filter_goes_back_to_the_first_page() -> None:
    state = state_of("/search", SearchParams.model_validate({"q": "a b", "page": "7"}))
    assert state.at(7) == "/search?q=a+b&page=7"
    assert state.url(kind="direct") == "/search?q=a+b&kind=direct"
    assert state.url(q=None) == "/search"


def test_each_facet_value_is_a_link_and_the_active_one_takes_itself_away() -> None:
    found = (
        Facet("publisher", (FacetValue("The Tide & Co", "The Tide & Co", 3),), more=4),
        Facet("kind", (FacetValue("direct", "direct", 2),)),
        Facet("speaker", (FacetValue("ab12", "Lena Orlow", 2),)),
        Facet("month", (FacetValue("2024-02", "2024-02", 1),)),
    )
    state = state_of(
        "/search", SearchParams.model_validate({"kind": "direct", "from": "2024-02-01", "to": "2024-02-29"})
    )
    by_name = {facet.name: facet for facet in facets(state, found)}
    publisher = by_name["publisher"].choices[0]
    assert publisher.url == "/search?kind=direct&from=2024-02-01&to=2024-02-29&publisher=The+Tide+%26+Co"
    assert (publisher.count, publisher.active, by_name["publisher"].more) == (3, False, 4)
    assert by_name["kind"].choices[0].active
    assert by_name["kind"].choices[0].url == "/search?from=2024-02-01&to=2024-02-29"
    assert by_name["kind"].choices[0].label == "In quotation marks"
    assert "speaker_id=ab12" in by_name["speaker"].choices[0].url
    assert by_name["month"].choices[0].active
    assert by_name["month"].choices[0].url == "/search?kind=direct"
    assert by_name["min"].choices[0].label == "50% or more"


def test_every_filter_has_a_chip_that_takes_it_away() -> None:
    given = {
        "q": "pier", "speaker": "orl", "speaker_id": "x", "publisher": "P", "kind": "mixed", "act": "mind",
        "type": "group", "from": "2024-01-01", "to": "2024-01-31", "min": "0.7",
    }  # fmt: skip
    params = SearchParams.model_validate(given)
    made = chips(state_of("/search", params), params, "Lena Orlow")
    assert len(made) == len(given)
    for name, chip in zip(given, made, strict=True):
        assert f"{name}=" not in chip.url.replace("speaker_id=" if name == "speaker" else "\0", "")
        assert chip.url.count("=") == len(given) - 1
    assert made[2].label == "Speaker: Lena Orlow"


def test_the_pager_counts_entries_and_links_both_ways() -> None:
    page = Page(items=tuple(range(25)), total=90, limit=25, offset=25)
    made = pager(State("/search", {"q": "x", "page": 2}), page)
    assert (made.first, made.last, made.page) == (26, 50, 2)
    assert (made.previous, made.next) == ("/search?q=x", "/search?q=x&page=3")


def test_a_long_facet_folds_its_tail_away_but_never_what_is_chosen() -> None:
    values = tuple(FacetValue(f"Paper {n}", f"Paper {n}", 20 - n) for n in range(14))
    state = state_of("/search", SearchParams.model_validate({"publisher": "Paper 11"}))
    facet = facets(state, (Facet("publisher", values),))[0]
    assert [choice.label for choice in facet.first] == [*(f"Paper {n}" for n in range(8)), "Paper 11"]
    assert [choice.label for choice in facet.rest] == [f"Paper {n}" for n in (8, 9, 10, 12, 13)]
