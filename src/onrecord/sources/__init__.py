"""Bytes to Article: pages, texts, dumps, tables and addresses."""

from onrecord.sources.loading import LIMIT_BYTES, load
from onrecord.sources.walk import Item, discover

__all__ = ["LIMIT_BYTES", "Item", "discover", "load"]
