"""Words a second of the whole reading, from file to records, in one process on one core; run by `__main__`.

    python -m benchmarks.reading ROUNDS FILE...

prints one JSON object. The model is opened and one page is read before the clock starts; everything after counts.
`words_per_s` goes by the clock on the wall, `words_per_cpu_s` by the processor time that this process was given: on a
machine that does nothing else the two agree.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.model import load_tagger
from onrecord.reading import read_article
from onrecord.sources import load


def measure(files: list[str], rounds: int) -> dict[str, Any]:
    """Read the files so many times over. words: of the articles' clean text, which is what is annotated."""
    began = time.perf_counter()
    tagger = load_tagger()
    opening_s = time.perf_counter() - began
    _read_first(files, tagger)
    words = articles = statements = refused = 0
    load_s = read_s = 0.0
    cpu_began = time.process_time()
    for _ in range(rounds):
        for file in files:
            start = time.perf_counter()
            try:
                article = load(file)
            except OnrecordError:
                refused += 1
                load_s += time.perf_counter() - start
                continue
            loaded = time.perf_counter()
            reading = read_article(article, tagger=tagger)
            load_s, read_s = load_s + loaded - start, read_s + time.perf_counter() - loaded
            articles, words = articles + 1, words + len(article.text.split())
            statements += len(reading.statements)
    cpu_s = time.process_time() - cpu_began
    return {
        "articles": articles,
        "refused": refused,
        "words": words,
        "statements": statements,
        "model_opening_s": round(opening_s, 3),
        "sources_s": round(load_s, 3),
        "reading_s": round(read_s, 3),
        "words_per_s": round(words / (load_s + read_s)),
        "words_per_cpu_s": round(words / cpu_s),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _read_first(files: list[str], tagger: Any) -> None:
    for file in files:
        try:
            read_article(load(file), tagger=tagger)
            return
        except OnrecordError:
            continue


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[2:], int(sys.argv[1]))))
