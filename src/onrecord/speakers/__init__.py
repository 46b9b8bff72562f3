"""Attributions to statements: who spoke, resolved over the whole article, when, and to whom or where."""

from onrecord.speakers.resolve import resolve_speakers

__all__ = ["resolve_speakers"]
