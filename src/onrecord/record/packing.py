"""A whole reading in one column: its JSON, zlib-compressed, about a fifth of its size."""

from __future__ import annotations

import json
import zlib

from onrecord.plain import Plain, reading_from_plain
from onrecord.records import Reading


def json_bytes(plain: Plain) -> bytes:
    """The JSON of a reading in one canonical form."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode("utf-8", "surrogatepass")


def pack(plain: Plain) -> bytes:
    """A reading's JSON as it is stored."""
    return zlib.compress(json_bytes(plain))


def unpack(packed: bytes) -> Plain:
    """A stored reading's JSON."""
    plain: Plain = json.loads(zlib.decompress(packed))
    return plain


def unpack_reading(packed: bytes) -> Reading:
    """A stored reading."""
    return reading_from_plain(unpack(packed))
