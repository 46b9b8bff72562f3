"""Where data is written: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TextIO

from onrecord.cli import output
from onrecord.errors import InputError


@contextmanager
def writing(out: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that is there whole or not at all."""
    if out is None:
        output.use_utf8()
        yield sys.stdout
        return
    try:
        if out.exists() and not out.is_file():
            # A pipe or a device: there is nothing to replace, and replacing it would take it away.
            with out.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
                yield stream
            return
        with NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", newline="", dir=out.parent, delete=False
        ) as file:
            unfinished = Path(file.name)
            try:
                yield file  # type: ignore[misc]  # a TextIO in all but name
            except BaseException:
                unfinished.unlink()
                raise
        unfinished.chmod(0o666 & ~_umask())
        unfinished.replace(out)
    except OSError as error:
        raise InputError(str(out), f"cannot be written: {error.strerror or error}", "give another --output") from error


def _umask() -> int:
    """The mode bits that new files go without; temporary files are made private."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
