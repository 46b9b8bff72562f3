"""Whether a place lies within any of many spans, found without looking at each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from onrecord.records import Span


class Cover:
    """The union of spans, as runs in text order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def contains(self, span: Span) -> bool:
        """Whether the span lies wholly within one run."""
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and span.end <= self._ends[index]
