"""Where the evaluation data lies, how it is told apart from other data, and which part of it is held out."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from zlib import crc32


def data_folder() -> Path:
    """Where the evaluation data lies: `ONRECORD_SHARED`, or `shared` beside the checkout."""
    told = os.environ.get("ONRECORD_SHARED")
    return Path(told) if told else Path(__file__).resolve().parents[2] / "shared"


def data_digest(path: Path) -> str:
    """A digest of a file, or of the names and bytes of a folder's files."""
    whole = hashlib.sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
        whole.update(file.name.encode())
        whole.update(file.read_bytes())
    return whole.hexdigest()[:16]


def held_out(name: str, share: int = 7) -> bool:
    """Whether an article annotated after the guide is kept from training: one in `share`, by a hash of its name."""
    return crc32(name.encode()) % share == 0
