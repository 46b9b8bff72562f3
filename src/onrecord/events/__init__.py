"""Events of a newsroom's diary: what has happened, is ahead, is planned, doubtful or called off, by whom and when."""

from onrecord.events.find import find_events

__all__ = ["find_events"]
