"""Further articles annotated after the guide, kept as offsets: the words stay with the evaluation data.

`training/annotations/articles.jsonl` holds an article a line: where its text comes from, a digest of that text, in
which round it was annotated (1 to 6), and what was annotated in it with every run of words as [start, end].
`training/annotations/mentions.jsonl` tells for the events of the articles in `train-gold` the word of each trigger that
names the event, and the words of its time. Both were annotated by a large language model after the guide, one pass,
checked for form by a program. The articles of the sixth round (ECB+) have no publication date of their own: theirs was
inferred from what they tell, so that they serve to train the encoder only.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from evaluation.data import data_folder
from evaluation.times import read_documents
from nltk.tokenize.treebank import TreebankWordDetokenizer

from onrecord.sources import load

FOLDER = Path(__file__).resolve().parent / "annotations"
PAGE_WORDS = 700  # of a longer page only the paragraphs that fit
WHOLE_PAGE = 760
UNDATED = 6  # the round of the articles whose publication dates were inferred


def digest(text: str) -> str:
    """A short digest by which a text is known to be the annotated one."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def page_text(title: str, body: str | Sequence[str]) -> str:
    """The annotated text of a page: its headline and as many paragraphs as were annotated."""
    paragraphs = [p.strip() for p in (body.split("\n") if isinstance(body, str) else body) if p.strip()]
    if len(" ".join(paragraphs).split()) > WHOLE_PAGE:
        kept: list[str] = []
        for paragraph in paragraphs:
            if len(" ".join([*kept, paragraph]).split()) > PAGE_WORDS:
                break
            kept.append(paragraph)
        paragraphs = kept
    return re.sub(r"[^\S\n]+", " ", "\n\n".join([title, *paragraphs]))


def wikinews_text(title: str, text: str) -> str:
    """The annotated text of a Wikinews row: its title and its paragraphs, a line each."""
    paragraphs = [re.sub(r"\s+", " ", p).strip() for p in re.split(r"\n\s*\n", text)]
    return "\n\n".join([title, *(p for p in paragraphs if p)])


_GLUED = (  # what ECB+ cut apart beyond the Penn Treebank's way: hyphens, typographic marks, addresses, initials
    (r"(?<=\w) - (?=\w)", "-"),
    (r"(?<=\w) ([’']) ?(?=(?:s|t|re|ve|ll|d|m)\b)", r"\1"),
    (r"(?<=[a-z]s) ([’'])(?= )", r"\1"),
    (r"([“‘(\[$£€#]) (?=\S)", r"\1"),
    (r"(?<=\S) ([”’)\]%,;:!?])", r"\1"),
    (r"(?<=\S) \.(?= |$)", "."),
    (r"\b([A-Z]) ?\. ?([A-Z]) ?\.", r"\1.\2."),
    (r"(?<=\d) ([.,]) (?=\d)", r"\1"),
)


def tokens_text(sentences: Sequence[Sequence[str]]) -> str:
    """The annotated text of a tokenised article of ECB+: words joined again, two sentences a paragraph.

    The address that most articles begin with is left out; a headline (a first sentence without an end) stands alone.
    """
    lines = [_joined(words) for words in sentences if words and words[0].lower() not in ("http", "https", "www")]
    paragraphs = lines[:1] if lines and not re.search(r"[.!?][\"”']?$", lines[0]) else []
    rest = lines[len(paragraphs) :]
    return "\n\n".join([*paragraphs, *(" ".join(rest[at : at + 2]) for at in range(0, len(rest), 2))])


def _joined(words: Sequence[str]) -> str:
    text: str = TreebankWordDetokenizer().detokenize(list(words))
    for pattern, glued in _GLUED:
        text = re.sub(pattern, glued, text)
    return re.sub(r"\s+", " ", text).strip()


class Texts:
    """The texts of the evaluation data by origin ("pages/fe-x_1", "wikinews/2019/3", "ecbplus/1_11ecbplus", ...)."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._tables: dict[str, dict[str, Callable[[], str]]] = {}

    def __call__(self, origin: str) -> str:
        """Raises KeyError for an origin that the data lacks."""
        kind, _, name = origin.partition("/")
        if kind not in self._tables:
            readers = {
                "pages": self._pages,
                "wikinews": self._wikinews,
                "timeml": self._timeml,
                "ecbplus": self._ecbplus,
            }
            self._tables[kind] = dict(readers.get(kind, self._polnear)())
        return self._tables[kind][name]()

    def _pages(self) -> Iterator[tuple[str, Callable[[], str]]]:
        for line in (self._data / "pages/truth.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["file"].removesuffix(".html.gz"), lambda row=row: self._page(row)  # type: ignore[misc]

    def _page(self, row: dict[str, Any]) -> str:
        title = row.get("title") or load(self._data / "pages/html" / row["file"]).title or ""
        return page_text(title, row["body"])

    def _wikinews(self) -> Iterator[tuple[str, Callable[[], str]]]:
        csv.field_size_limit(sys.maxsize)
        for path in sorted((self._data / "wikinews").glob("*.csv")):
            with path.open(encoding="utf-8", newline="") as rows:
                for number, row in enumerate(csv.DictReader(rows)):
                    text = wikinews_text(row["title"], row["text"])
                    yield f"{path.stem}/{number}", lambda text=text: text  # type: ignore[misc]

    def _timeml(self) -> Iterator[tuple[str, Callable[[], str]]]:
        for document in read_documents(self._data / "timeml/tbaq.jsonl.gz"):
            yield document.name, lambda text=document.text: text  # type: ignore[misc]

    def _ecbplus(self) -> Iterator[tuple[str, Callable[[], str]]]:
        with gzip.open(self._data / "ecbplus/ecbplus.jsonl.gz", "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                yield row["name"], lambda xml=row["xml"]: self._tokens(xml)  # type: ignore[misc]

    def _tokens(self, xml: str) -> str:
        sentences: dict[str, list[str]] = defaultdict(list)
        for token in ElementTree.fromstring(xml).iter("token"):
            sentences[token.get("sentence", "")].append(token.text or "")
        return tokens_text(list(sentences.values()))

    def _polnear(self) -> Iterator[tuple[str, Callable[[], str]]]:
        with gzip.open(self._data / "polnear/train.jsonl.gz", "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                yield row["name"], lambda text=row["text"]: text  # type: ignore[misc]


def read_annotations(data: Path, folder: Path = FOLDER) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, text and annotations (in the form of the guide's file) of every further article whose text is the same.

    An article whose text is not the annotated one any more is told on standard error and left out.
    """
    path = folder / "articles.jsonl"
    texts = Texts(data)
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        row = json.loads(line)
        try:
            text = texts(row["origin"])
        except KeyError:
            text = ""
        if digest(text) != row["digest"]:
            print(f"{row['origin']}: not the text that was annotated; left out of training", file=sys.stderr)
            continue
        yield row["origin"].replace("/", "-"), text, _with_words(row, text)


SPANS = ("cue", "source", "status_words", "when")


def _words(text: str, span: Sequence[int] | None) -> str | None:
    return text[span[0] : span[1]] if span else None


def _with_words(row: dict[str, Any], text: str) -> dict[str, Any]:
    def told(entry: dict[str, Any]) -> dict[str, Any]:
        lists = {key: [_words(text, s) for s in entry[key]] for key in ("content", "triggers", "heads") if key in entry}
        return entry | lists | {key: _words(text, entry[key]) for key in SPANS if key in entry}

    return {
        "published": row["published"],
        "round": row["round"],
        "statements": [told(s) for s in row["statements"]],
        "events": [told(e) for e in row["events"]],
    }


def read_mentions(folder: Path = FOLDER) -> dict[str, list[dict[str, Any]]]:
    """By article of train-gold, for each event in order: heads (a [start, end] per trigger) and when ([start, end])."""
    path = folder / "mentions.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {row["name"]: row["events"] for row in map(json.loads, lines)}


def with_mentions(text: str, gold: dict[str, Any], mentions: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Annotations of train-gold with the heads and times of their events, as words."""
    events = [
        event | {"heads": [_words(text, span) for span in told["heads"]], "when": _words(text, told["when"])}
        for event, told in zip(gold["events"], mentions, strict=True)
    ]
    return gold | {"events": events}


def main() -> None:
    """Write the further articles as a folder of ID.txt, ID.gold.json and ID.meta.json, as the evaluation reads them.

    Those without a publication date of their own are left out.
    """
    parser = argparse.ArgumentParser(prog="python -m training.annotations", description=main.__doc__)
    parser.add_argument("folder", type=Path, help="where to write; made if it is not there")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, text, gold in read_annotations(data_folder() / "data"):
        if gold["round"] == UNDATED:
            continue
        meta = {"id": name, "title": text.split("\n", 1)[0], "published": gold["published"]}
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        for kind, content in (("gold", {"id": name, **gold}), ("meta", meta)):
            (folder / f"{name}.{kind}.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
