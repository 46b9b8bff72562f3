"""Time words to TIMEX3 values and days.

`find_times(text, published)` gives every time expression of a text, in text order, as `Time(span, type, value,
interval)`: `text[span.start:span.end]` are its words without the preposition before it ("Thursday" of "on Thursday"),
`type` is DATE, TIME, DURATION or SET, `value` the TIMEX3 value ("2021-11-18", "2021-W46", "2021-11-18TMO",
"PAST_REF"), `interval` the days it means, both ends within, None where it means none. A weekday goes by the tense of
the verb near it: with a past verb it is the nearest such day on or before publication. A period that runs past
publication ("this week") is cut at that day: with a past verb to what lies before it, with a future verb to what is
left.

`resolve_time(words, published=..., tense=..., reference=...)` reads one expression given by its words alone.
"""

from onrecord.times.find import find_times, resolve_time

__all__ = ["find_times", "resolve_time"]
