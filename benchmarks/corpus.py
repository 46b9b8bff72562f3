"""What is read: the pages that ship with the project, as they are and varied, and the evaluation pages if at hand."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
PAGES = (".html", ".txt")


def samples() -> list[Path]:
    """The sample pages, sorted."""
    return sorted(path for path in SAMPLES.iterdir() if path.suffix in PAGES)


def shared_pages() -> list[Path]:
    """Real pages from the evaluation data beside the checkout; empty where it is not there."""
    data = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared")) / "data" / "pages"
    return sorted((data / "html").glob("*.html*"))


def write_variations(folder: Path, number: int) -> Iterator[Path]:
    """Pages that differ from each other as articles do: other address, headline, names and numbers, same length.

    Every page is its own article, so that nothing in the record is a repetition.
    """
    originals = [(path.suffix, path.read_text(encoding="utf-8")) for path in samples()]
    for index in range(number):
        suffix, text = originals[index % len(originals)]
        path = folder / f"{index:05d}{suffix}"
        path.write_text(_varied(text, index), encoding="utf-8")
        yield path


def _varied(text: str, index: int) -> str:
    """Give addresses a number, and the people of a page other surnames with each round."""
    text = re.sub(r"(https?://[^\s\"'<>]*\.example/[^\s\"'<>]+)", rf"\1-{index}", text)
    names = {"Aldcroft", "Oyelaran", "Burridge", "Mandelbaum", "Threlfall", "Verhagen", "Hellevang", "Solvang",
             "Prewitt", "Gadd", "Pachner", "Koren", "Sinclair", "Leask"}  # fmt: skip
    ending = "".join("aeiou"[int(digit) % 5] + "lnrst"[int(digit) // 2] for digit in str(index))
    changed = re.sub(rf"\b({'|'.join(sorted(names))})\b", lambda found: found[1] + ending, text)
    # Texts have no address: their first words must differ, for that is what makes an article of its own.
    return changed.replace("Island ferry crews", f"Island {index} ferry crews")
