"""Attributions to statements: who spoke, resolved over the whole article, when, and to whom or where."""

from onrecord.speakers.resolve import Register, read_register, resolve_speakers

__all__ = ["Register", "read_register", "resolve_speakers"]
