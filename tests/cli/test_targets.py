"""Where an export may be written: files are replaced whole, pipes and devices are written to and stay what they are."""

import os
import threading
from pathlib import Path

import pytest

from onrecord.cli.targets import writing
from onrecord.errors import InputError


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    out = tmp_path / "statements.csv"
    out.write_text("before", encoding="utf-8")
    with pytest.raises(RuntimeError), writing(out) as file:
        file.write("half")
        raise RuntimeError
    assert out.read_text(encoding="utf-8") == "before"
    with writing(out) as file:
        file.write("after")
    assert out.read_text(encoding="utf-8") == "after"
    assert list(tmp_path.iterdir()) == [out]


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    with writing(pipe) as file:
        file.write("words")
    reader.join(5)
    assert got == ["words"]
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no /dev/full on this machine")
def test_a_full_device_is_told() -> None:
    with pytest.raises(InputError, match="No space left"), writing(Path("/dev/full")) as file:
        file.write("words" * 10_000)
    assert Path("/dev/full").is_char_device()
