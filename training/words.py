"""`python -m training.words`: make the package's list of everyday words by counting how the texts write them.

A word of three letters or more is an everyday one where at least two texts write it in small letters, and at least
twice as often so as with a capital inside a line. Lines mostly in Title Case are not counted. The texts are those of
PolNeAR's train part, TimeML, ECB+, Wikinews and GUM.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from evaluation.data import data_folder

TABLE: Final = Path(__file__).resolve().parents[1] / "src/onrecord/speakers/facts/common_words.txt.gz"
TITLE_CASE: Final = 0.6  # a line with more of its longer words in capitals is not counted
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.!?:;“”\"()…—–-]")
_TOKEN: Final = re.compile(r'<token [^>]*sentence="(\d+)"[^>]*>([^<]*)</token>')


def texts(data: Path) -> Iterator[str]:
    """The plain texts, a line for each paragraph or sentence."""
    for name in ("polnear/train", "timeml/tbaq", "ecbplus/ecbplus"):
        with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield _text_of(row)
    csv.field_size_limit(sys.maxsize)
    for path in sorted((data / "wikinews").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                yield max((value or "" for value in row.values()), key=len)
    with gzip.open(data / "gum/train.conllu.gz", "rt", encoding="utf-8") as lines:
        document: list[str] = []
        for line in lines:
            if line.startswith("# newdoc") and document:
                yield " ".join(document)
                document = []
            elif line.startswith("# text ="):
                document.append(line[8:].strip())
        yield " ".join(document)


def _text_of(row: dict[str, str]) -> str:
    if "xml" in row:
        sentences: dict[str, list[str]] = {}
        for number, word in _TOKEN.findall(row["xml"]):
            sentences.setdefault(number, []).append(word)
        return "\n".join(" ".join(words) for words in sentences.values())
    if row.get("text"):
        return row["text"]
    paragraphs = re.sub(r"<[^>]+>", "", row["tml"]).split("\n\n")
    return "\n".join(paragraph.replace("\n", " ") for paragraph in paragraphs)


def everyday_words(told: Iterator[str]) -> list[str]:
    """The everyday words of the texts, sorted."""
    small, capital, spread = Counter[str](), Counter[str](), Counter[str]()
    for text in told:
        seen = set()
        for line in text.split("\n"):
            words = _WORD.findall(line)
            longer = [word for word in words if len(word) > 3]
            if not longer or sum(word[0].isupper() for word in longer) > TITLE_CASE * len(longer):
                continue
            for before, word in zip(["", *words], words, strict=False):
                if word.islower() and word[0].isalpha():
                    small[word] += 1
                    seen.add(word)
                elif word[0].isalpha() and before[:1].isalpha():
                    capital[word.lower()] += 1
        spread.update(seen)
    return sorted(
        word
        for word in small
        if spread[word] >= 2
        and small[word] >= 2 * capital[word]
        and len(word) > 2
        and word.isascii()
        and word.isalpha()
    )


def main() -> None:
    """Count and write the list."""
    parser = argparse.ArgumentParser(prog="python -m training.words", description=main.__doc__)
    parser.add_argument("--data", type=Path, default=data_folder() / "data")
    parser.add_argument("--out", type=Path, default=TABLE)
    told = parser.parse_args()
    words = everyday_words(texts(told.data))
    told.out.write_bytes(gzip.compress(" ".join(words).encode(), 9, mtime=0))
    print(f"{len(words):,} words")


if __name__ == "__main__":
    main()
