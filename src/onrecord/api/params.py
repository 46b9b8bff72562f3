"""What may stand in a URL's query, for the API and the pages alike: names, ranges and what each one means."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, ValidationError, model_validator

from onrecord.errors import InputError
from onrecord.record import AHEAD, MAX_LIMIT, AheadQuery, Order, Query
from onrecord.records import Act, EventStatus, EventType, SpeakerType, StatementKind

PAGE_SIZE = 25
"""Entries on a page for people."""
LAST_PAGE = 1_000_000
LAST_ENTRY = 1_000_000_000
LONGEST = 500
"""Characters in any words asked for; longer is a mistake or an attack."""


def _a_day(value: object) -> object:
    """Only whole ISO days: pydantic alone would take 1637452800 for one."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError("give a day as YYYY-MM-DD") from None
    return value


def _a_month(value: object) -> object:
    """Only "2021-11"; kept as its first day."""
    if isinstance(value, str):
        try:
            first = date.fromisoformat(f"{value}-01")
        except ValueError:
            first = date.min
        if not date.min.year < first.year < date.max.year:  # a month is shown between its neighbours
            raise ValueError("give a month as YYYY-MM")
        return first
    return value


Words = Annotated[str, Field(max_length=LONGEST)]
Day = Annotated[date, BeforeValidator(_a_day)]
Month = Annotated[date, BeforeValidator(_a_month), PlainSerializer(lambda first: f"{first:%Y-%m}")]
Sureness = Annotated[float | None, Field(ge=0, le=1, description="Confidence at least this, 0 to 1")]


class _Params(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True, frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, values: Any) -> Any:
        """Forms send every field; an empty one asks for nothing."""
        if not isinstance(values, dict):
            return values
        told = {name: [one for one in many if one] if isinstance(many, list) else many for name, many in values.items()}
        return {name: value for name, value in told.items() if not (isinstance(value, str) and not value.strip())}


class Filters(_Params):
    """The filters on statements; all given must hold."""

    q: Words | None = Field(
        None, description='Words in the statement, the speaker\'s name or the title. "a phrase", OR, -without, prefix*'
    )
    speaker: Words | None = Field(None, description="A speaker's name or a part of it, other names included")
    speaker_id: Words | None = Field(None, description="Exactly this speaker")
    publisher: Words | None = Field(None, description="A publisher's whole name")
    kind: StatementKind | None = Field(None, description="How much of it stands in quotation marks: all, none, a part")
    act: Act | None = Field(None, description="Said, or thought")
    type: SpeakerType | None = Field(None, description="What kind of body speaks")
    since: Day | None = Field(None, alias="from", description="From this day on (said, else published)")
    until: Day | None = Field(None, alias="to", description="Up to this day")
    min: Sureness = None
    order: Order = Field(Order.NEWEST, description="Newest first, or the best match of the words first")

    def query(self, *, limit: int, offset: int) -> Query:
        """As the record takes it. Raises InputError where the values make no sense together."""
        return Query(
            words=self.q or "",
            speaker=self.speaker,
            speaker_id=self.speaker_id,
            publisher=self.publisher,
            kind=self.kind,
            act=self.act,
            type=self.type,
            since=self.since,
            until=self.until,
            min_confidence=self.min,
            order=self.order,
            limit=limit,
            offset=offset,
        )


class StatementParams(Filters):
    """Filters, and which slice of the answer."""

    limit: int = Field(PAGE_SIZE, ge=1, le=MAX_LIMIT, description="Statements in this answer")
    offset: int = Field(0, ge=0, le=LAST_ENTRY, description="Statements to pass over")


class SearchParams(Filters):
    """Filters, and which page of the answer."""

    page: int = Field(1, ge=1, le=LAST_PAGE)


class EventFilters(_Params):
    """The filters on events; all given must hold. Those that take several values are given once for each."""

    since: Day | None = Field(None, alias="from", description="What is not over before this day; today if left out")
    until: Day | None = Field(None, alias="to", description="What can fall on or before this day")
    status: list[EventStatus] = Field([], description="Any of these; left out, whatever may still come")
    called_off: bool = Field(False, description="With what was cancelled or ruled out")
    type: list[EventType] = Field([], description="Any of these kinds of occurrence")
    person: Words | None = Field(None, description="The name, or a part of it, of somebody who takes part")
    person_id: Words | None = Field(None, description="Exactly this speaker takes part")
    place: Words | None = Field(None, description="The place's name, or the beginnings of its words")
    min: Sureness = None

    @property
    def statuses(self) -> tuple[EventStatus, ...]:
        """Every status asked for, by name or not."""
        asked = (*(self.status or AHEAD), *(CALLED_OFF if self.called_off else ()))
        return tuple(dict.fromkeys(asked))

    def query(self, *, undated: bool = False, limit: int = PAGE_SIZE, offset: int = 0) -> AheadQuery:
        """As the record takes it. Raises InputError where the values make no sense together."""
        return AheadQuery(
            since=self.since,
            until=self.until,
            statuses=self.statuses,
            types=tuple(self.type),
            person=self.person,
            person_id=self.person_id,
            place=self.place,
            min_confidence=self.min,
            undated=undated,
            limit=limit,
            offset=offset,
        )


CALLED_OFF = (EventStatus.CANCELLED, EventStatus.RULED_OUT)
"""Statuses of what will not be."""


class EventParams(EventFilters):
    """Filters on events, which lane of them, and which slice of it."""

    undated: bool = Field(False, description="Those that have no day, instead of those that have one")
    limit: int = Field(PAGE_SIZE, ge=1, le=MAX_LIMIT, description="Events in this answer")
    offset: int = Field(0, ge=0, le=LAST_ENTRY, description="Events to pass over")


class Lane(StrEnum):
    """How the page of what is ahead shows it: by week, as a month, or only what has no day."""

    WEEKS = "weeks"
    MONTH = "month"
    UNDATED = "undated"


class AheadPageParams(EventFilters):
    """Filters on events, and how they are shown. month: for that view, the one of `from` or today if left out."""

    view: Lane = Lane.WEEKS
    month: Month | None = None
    page: int = Field(1, ge=1, le=LAST_PAGE)


class SliceParams(_Params):
    """Which slice of a list."""

    limit: int = Field(PAGE_SIZE, ge=1, le=MAX_LIMIT, description="Entries in this answer")
    offset: int = Field(0, ge=0, le=LAST_ENTRY, description="Entries to pass over")


class NameParams(SliceParams):
    """A name, and which slice of the speakers that have it."""

    name: Words | None = Field(None, description="A name or a part of it, other names included")


class PublisherParams(SliceParams):
    """A publisher, and which slice of its articles."""

    publisher: Words | None = Field(None, description="A publisher's whole name")


class SpeakerParams(SliceParams):
    """How sure a speaker's statements must be, and which slice of them."""

    min: Sureness = None


class VersionParams(_Params):
    """Which version of an article."""

    version: int | None = Field(None, ge=1, le=LAST_PAGE, description="Number of the version; the newest if left out")


class PageParams(_Params):
    """Which page of a list."""

    page: int = Field(1, ge=1, le=LAST_PAGE)


class SurePageParams(PageParams):
    """How sure the statements shown must be, and which page of them."""

    min: Sureness = None


class NamePageParams(PageParams):
    """A name, and which page of the speakers that have it."""

    name: Words | None = None


class PublisherPageParams(PageParams):
    """A publisher, and which page of its articles."""

    publisher: Words | None = None


class ArticlePageParams(VersionParams):
    """Which version of an article, and how sure the statements shown must be."""

    min: Sureness = None


class NoParams(_Params):
    """A page that takes none."""


def input_error(error: ValidationError) -> InputError:
    """The first thing that is wrong with a query, in words."""
    return wrong_value(error.errors()[0])


def wrong_value(fault: Any) -> InputError:
    """One entry of a pydantic error list, in words."""
    name = next((part for part in reversed(fault["loc"]) if isinstance(part, str)), "query")  # numbers: which of many
    if fault["type"] == "extra_forbidden":
        return InputError(name, "is no parameter here", "see /api for those there are")
    given = fault.get("input")
    shown = f"{name}={str(given)[:80]}" if isinstance(given, (str, int, float)) else name
    return InputError(shown, fault["msg"].removeprefix("Value error, ").removeprefix("Input "))
