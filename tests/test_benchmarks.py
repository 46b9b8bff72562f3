"""The benchmarks measure what they say: varied pages are articles of their own, and the report shows every figure."""

from benchmarks import machine, report
from benchmarks.corpus import samples, write_variations

from onrecord.sources import load


def test_variations_are_articles_of_their_own(tmp_path):
    count = 2 * len(samples()) + 1
    articles = [load(path) for path in write_variations(tmp_path, count)]
    assert len({article.id for article in articles}) == count
    originals = {load(path).title for path in samples()}
    assert len(originals) == len(samples())


READING = "articles words words_per_s words_per_cpu_s sources_s reading_s peak_mb model_opening_s"
ADDING = (
    "articles input_mb seconds cpu_seconds articles_per_s statements peak_mb record_mb again_seconds again_unchanged"
)
STARTING = "read_cold_s read_cpu_s read_warm_s help_s"


def test_the_report_is_a_table():
    reading, adding, starting = (dict.fromkeys(names.split(), 1) for names in (READING, ADDING, STARTING))
    results = {
        "date": "2024-02-22",
        "machine": machine.facts(),
        "reading": {"samples": reading},
        "adding": adding,
        "starting": starting,
    }
    lines = report.markdown(results).splitlines()
    assert lines[0].startswith("Measured 2024-02-22 on ")
    assert all(line.startswith("| ") and line.endswith(" |") for line in lines[4:])
    assert len(lines) > 10
