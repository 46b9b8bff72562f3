"""The state of a search lives in its URL: facets, what is chosen, and how to take it away again, all as links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.api.answers import address
from onrecord.api.params import EventFilters, SearchParams
from onrecord.record import AHEAD, Facet, Page
from onrecord.records import Act, EventStatus, EventType, SpeakerType, StatementKind
from onrecord.web import words

TITLES = {
    "speaker": "Speaker",
    "publisher": "Publisher",
    "kind": "Wording",
    "act": "Said or thought",
    "type": "Kind of speaker",
    "month": "Month",
}
SURE = (0.5, 0.7, 0.8, 0.9)
"""Steps of confidence offered as links."""
SHOWN = 8
"""Values of a facet that are in sight; the rest is folded away."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that adds a filter, or takes it away where it is active. count: None where it was not counted."""

    label: str
    url: str
    count: int | None = None
    active: bool = False


@dataclass(frozen=True, slots=True)
class FacetView:
    """One facet as links. more: values left out."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    more: int = 0

    @property
    def first(self) -> tuple[Choice, ...]:
        """The values in sight, every active one among them; one alone is not worth folding away."""
        if len(self.choices) <= SHOWN + 1:
            return self.choices
        return self.choices[:SHOWN] + tuple(choice for choice in self.choices[SHOWN:] if choice.active)

    @property
    def rest(self) -> tuple[Choice, ...]:
        """The values folded away."""
        return tuple(choice for choice in self.choices if choice not in self.first)


@dataclass(frozen=True, slots=True)
class Pager:
    """Where the reader is in a long answer. first, last: numbers of the entries shown, from 1."""

    first: int
    last: int
    total: int
    page: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class State:
    """A page's path and parameters; every change of a filter goes back to the first page."""

    path: str
    given: Mapping[str, Any]

    def url(self, **changes: Any) -> str:
        """The address with these parameters changed; None takes one away."""
        kept = {key: value for key, value in self.given.items() if key != "page"}
        return address(self.path, {**kept, **changes})

    def at(self, page: int) -> str:
        """The address of another page of the same answer."""
        return self.url(page=page if page > 1 else None)


def state_of(path: str, params: Any) -> State:
    """The state that validated parameters describe, defaults left out."""
    return State(path, params.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def pager(state: State, page: Page[Any]) -> Pager:
    """Links to the pages before and after."""
    number = page.offset // page.limit + 1
    return Pager(
        first=page.offset + 1 if page.items else 0,
        last=page.offset + len(page.items),
        total=page.total,
        page=number,
        previous=None if page.previous_offset is None else state.at(number - 1),
        next=None if page.next_offset is None else state.at(number + 1),
    )


def facets(state: State, found: tuple[Facet, ...]) -> tuple[FacetView, ...]:
    """Each facet's values as links, and steps of confidence."""
    shown = [view for facet in found if (view := _facet(state, facet)).choices]
    return (*shown, _sureness(state))


def chips(state: State, params: SearchParams, speaker: str | None) -> tuple[Choice, ...]:
    """What is chosen, each as a link that takes it away. speaker: the name of the speaker chosen by id."""
    labels: dict[str, str | None] = {
        "q": f"“{params.q}”" if params.q else None,
        "speaker": f"Speaker named {params.speaker}" if params.speaker else None,
        "speaker_id": f"Speaker: {speaker or 'unknown'}" if params.speaker_id else None,
        "publisher": f"Publisher: {params.publisher}" if params.publisher else None,
        "kind": label_of("kind", params.kind) if params.kind else None,
        "act": label_of("act", params.act) if params.act else None,
        "type": f"Speaker is: {label_of('type', params.type)}" if params.type else None,
        "from": f"From {words.day(params.since)}" if params.since else None,
        "to": f"To {words.day(params.until)}" if params.until else None,
        "min": f"Confidence {words.percent(params.min)} or more" if params.min is not None else None,
    }
    return tuple(Choice(label, state.url(**{name: None}), active=True) for name, label in labels.items() if label)


def event_facets(state: State) -> tuple[FacetView, ...]:
    """Statuses and kinds of events, and steps of confidence, as links; nothing is counted."""
    called_off = Choice(
        "with those cancelled or ruled out",
        state.url(called_off=None if state.given.get("called_off") else True),
        active=bool(state.given.get("called_off")),
    )
    statuses = (*AHEAD, EventStatus.ONGOING, EventStatus.OCCURRED)
    return (
        FacetView("status", "Status", (*(_one_of_many(state, "status", one) for one in statuses), called_off)),
        FacetView("type", "Kind of event", tuple(_one_of_many(state, "type", one) for one in EventType)),
        _sureness(state),
    )


def event_chips(state: State, params: EventFilters, person: str | None) -> tuple[Choice, ...]:
    """What is chosen, each as a link that takes it away. person: the name of the one chosen by id."""
    many = [
        Choice(f"{title}: {words.status(one)}", _one_of_many(state, name, one).url, active=True)
        for name, title, asked in (("status", "Status", params.status), ("type", "Kind", params.type))
        for one in asked
    ]
    labels: dict[str, str | None] = {
        "from": f"From {words.day(params.since)}" if params.since else None,
        "to": f"To {words.day(params.until)}" if params.until else None,
        "called_off": "With those cancelled or ruled out" if params.called_off else None,
        "person": f"Takes part: {params.person}" if params.person else None,
        "person_id": f"Takes part: {person or 'unknown'}" if params.person_id else None,
        "place": f"Place: {params.place}" if params.place else None,
        "min": f"Confidence {words.percent(params.min)} or more" if params.min is not None else None,
    }
    one = [Choice(label, state.url(**{name: None}), active=True) for name, label in labels.items() if label]
    return (*many, *one)


def _one_of_many(state: State, name: str, value: EventStatus | EventType) -> Choice:
    """A value that others may stand beside: its link adds it, or takes it alone away."""
    chosen = list(state.given.get(name, ()))
    active = value in chosen
    wanted = [one for one in chosen if one != value] if active else [*chosen, str(value)]
    return Choice(words.status(value), state.url(**{name: wanted}), active=active)


def label_of(facet: str, value: str) -> str:
    """How people read a facet's value."""
    if facet == "kind" and value in set(StatementKind):
        return words.KINDS[StatementKind(value)].capitalize()
    if facet == "act" and value in set(Act):
        return words.ACTS[Act(value)].capitalize()
    if facet == "type" and value in set(SpeakerType):
        return words.TYPES[SpeakerType(value)].capitalize()
    return words.month(value) if facet == "month" else value


def _facet(state: State, facet: Facet) -> FacetView:
    coded = facet.name in {"kind", "act", "type", "month"}
    choices = []
    for value in facet.values:
        label = label_of(facet.name, value.value) if coded else value.label
        wanted = _parameters(facet.name, value.value)
        active = bool(wanted) and all(str(state.given.get(name)) == asked for name, asked in wanted.items())
        url = state.url(**{name: None if active else asked for name, asked in wanted.items()})
        choices.append(Choice(label, url, value.count, active))
    return FacetView(facet.name, TITLES.get(facet.name, facet.name), tuple(choices), facet.more)


def _parameters(facet: str, value: str) -> dict[str, str]:
    """The URL parameters that choosing a value sets."""
    if facet == "month":
        ends = words.month_ends(value)
        return {"from": str(ends[0]), "to": str(ends[1])} if ends else {}
    return {"speaker_id" if facet == "speaker" else facet: value}


def _sureness(state: State) -> FacetView:
    current = state.given.get("min")
    choices = tuple(
        Choice(
            f"{words.percent(step)} or more", state.url(min=None if current == step else step), active=current == step
        )
        for step in SURE
    )
    return FacetView("min", "Confidence", choices)
