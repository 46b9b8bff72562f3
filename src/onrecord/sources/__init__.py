"""Bytes to Article: pages, texts, dumps, tables and addresses."""

from onrecord.sources.loading import load
from onrecord.sources.walk import Item, discover

__all__ = ["Item", "discover", "load"]
