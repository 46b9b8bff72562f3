"""The record: readings in, questions answered. One SQLite file, one writer, any number of readers."""

from onrecord.record.ingest import Item, Report, Step, ingest
from onrecord.record.opening import open_record
from onrecord.record.query import MAX_LIMIT, Order, Query
from onrecord.record.record import Record
from onrecord.record.views import (
    ArticleRef,
    ArticleRow,
    Count,
    Counts,
    Facet,
    FacetValue,
    Outcome,
    Page,
    Refusal,
    RoleView,
    Segment,
    SpeakerRef,
    SpeakerRow,
    SpeakerView,
    StatementHit,
    StatementView,
    Status,
    VersionRef,
    to_plain,
)

__all__ = [
    "MAX_LIMIT",
    "ArticleRef",
    "ArticleRow",
    "Count",
    "Counts",
    "Facet",
    "FacetValue",
    "Item",
    "Order",
    "Outcome",
    "Page",
    "Query",
    "Record",
    "Refusal",
    "Report",
    "RoleView",
    "Segment",
    "SpeakerRef",
    "SpeakerRow",
    "SpeakerView",
    "StatementHit",
    "StatementView",
    "Status",
    "Step",
    "VersionRef",
    "ingest",
    "open_record",
    "to_plain",
]
