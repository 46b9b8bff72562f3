"""Draws docs/images/read.svg from a true reading: `python docs/images/read.py`, after a change to model or view."""

from __future__ import annotations

import io
import re
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.text import Text

import onrecord
from onrecord.cli.output import draw_lines
from onrecord.cli.view import reading_lines

ROOT = Path(__file__).parents[2]
SAMPLE = "samples/harrowmere-council-budget.html"
LINES = 36


def main() -> None:
    """Read the sample, draw the first lines of its view as a terminal shows them, and write the picture."""
    console = Console(record=True, width=112, file=io.StringIO(), force_terminal=True, highlight=False)
    console.print(Text(f"$ onrecord read {SAMPLE}", style="green"))
    draw_lines(console, islice(reading_lines(onrecord.read(ROOT / SAMPLE)), LINES))
    picture = console.export_svg(title="onrecord read", unique_id="read")
    # Rich asks a server for its font; a picture in the docs should ask nobody for anything.
    picture = re.sub(r"@font-face\s*{.*?}", "", picture, flags=re.S)
    picture = picture.replace("<!-- Generated with Rich https://www.textualize.io -->", "")
    (Path(__file__).parent / "read.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
