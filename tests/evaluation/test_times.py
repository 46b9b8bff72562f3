"""The figures for times, on made-up documents and beside the published scorer."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
from evaluation.data import data_folder
from evaluation.times import (
    document_of,
    error_lines,
    evaluate_times,
    main,
    predict_times,
    read_documents,
    score_times,
    split_documents,
)
from evaluation.windows import WindowFigures, evaluate_windows

SHARED = data_folder()
SCORER = SHARED / "score" / "time_score.py"
TML = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2021-11-21">Nov. 21</TIMEX3></DCT><TEXT>The ferry &amp; its
crew sailed on <TIMEX3 tid="t1" type="DATE" value="2021-11-18">Thursday</TIMEX3> for <EVENT eid="e1">talks</EVENT> of
<TIMEX3 tid="t2" type="DURATION" value="P2W">two weeks</TIMEX3>.</TEXT></TimeML>"""


def time(start: int, end: int, value: str, kind: str = "DATE") -> dict[str, object]:
    return {"start": start, "end": end, "type": kind, "value": value}


def test_a_timeml_document_is_read_with_its_times_in_characters_of_its_text() -> None:
    document = document_of({"name": "ferry", "tml": TML})
    words = [(document.text[one["start"] : one["end"]], one["value"]) for one in document.times]
    assert document.published == "2021-11-21"
    assert words == [("Thursday", "2021-11-18"), ("two weeks", "P2W")]
    assert [document.text[one["start"] : one["end"]] for one in predict_times(document)] == ["Thursday", "two weeks"]


def test_each_measure_counts_what_it_says() -> None:
    gold = [time(0, 8, "2021-11-18"), time(20, 28, "P2W", "DURATION"), time(40, 45, "2021"), time(60, 64, "2020")]
    system = [
        time(0, 8, "2021-11-18"),
        time(18, 28, "P3W", "DURATION"),
        time(41, 44, "2021", "TIME"),
        time(80, 84, "1999"),
    ]
    figures = score_times([(gold, system)])
    assert {measure: figure.r for measure, figure in figures.items()} == {
        "strict": 25.0,
        "relaxed": 75.0,
        "type": 50.0,
        "value": 50.0,
    }
    assert all(figure.gold == 4 and figure.p == figure.r == figure.f for figure in figures.values())


def test_nothing_found_and_nothing_to_find_are_zero_and_no_error() -> None:
    assert score_times([([], [])])["value"].f == 0.0
    assert score_times([([time(0, 1, "2021")], [])])["value"].r == 0.0


def made_up(path: Path) -> Path:
    rows = [
        {"name": f"d{n}", "published": "2021-11-21", "text": "He left on Thursday in 1998.", "times": []}
        for n in range(10)
    ]
    for n, row in enumerate(rows):
        row["times"] = [time(11, 19, "2021-11-18"), time(23, 27, "1998" if n % 3 else "1999"), time(0, 2, "2020")][
            : n % 4
        ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_every_fifth_document_is_held_out(tmp_path: Path) -> None:
    documents = read_documents(made_up(tmp_path / "gold.jsonl"))
    assert [document.name for document in split_documents(documents, "held-out")] == ["d4", "d9"]
    assert len(split_documents(documents, "seen")) == 8
    assert len(split_documents(documents, "all")) == 10


def test_the_command_prints_the_figures_and_writes_the_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold, answers = made_up(tmp_path / "gold.jsonl"), tmp_path / "answers.jsonl"
    assert main([str(gold), "--predictions", str(answers), "--errors"]) == 0
    printed = capsys.readouterr().out
    assert "strict" in printed and "spurious" in printed
    assert [json.loads(line)["name"] for line in answers.read_text().splitlines()] == [f"d{n}" for n in range(10)]
    assert main([str(gold), "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"strict", "relaxed", "type", "value"}


def test_every_mistake_is_told_with_its_place(tmp_path: Path) -> None:
    lines = list(error_lines(read_documents(made_up(tmp_path / "gold.jsonl"))))
    assert any(line.startswith("missed\td3") and "[He]" in line for line in lines)
    assert any(line.startswith("value\t") and "1999" in line for line in lines)


@pytest.mark.shared
@pytest.mark.skipif(not SCORER.is_file(), reason="the evaluation data is not beside the checkout")
def test_the_figures_agree_with_the_published_scorer_on_made_up_documents(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("time_score", SCORER)
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = made_up(tmp_path / "gold.jsonl")
    answers = tmp_path / "answers.jsonl"
    figures, _ = evaluate_times(gold, predictions=answers)
    published = scorer.score(scorer.rows(str(gold)), scorer.rows(str(answers)))
    assert {m: (f.p, f.r, f.f, f.gold) for m, f in figures.items()} == {
        m: (f["p"], f["r"], f["f"], f["gold"]) for m, f in published.items()
    }


@pytest.mark.shared
@pytest.mark.skipif(not SCORER.is_file(), reason="the evaluation data is not beside the checkout")
def test_the_figures_agree_with_the_published_scorer_on_timeml(tmp_path: Path) -> None:
    gold, answers = SHARED / "data/timeml/tbaq.jsonl.gz", tmp_path / "answers.jsonl"
    figures, _ = evaluate_times(gold, predictions=answers)
    command = [sys.executable, str(SCORER), str(gold), str(answers), "--json"]
    published = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert {m: (f.p, f.r, f.f, f.gold) for m, f in figures.items()} == {
        m: (f["p"], f["r"], f["f"], f["gold"]) for m, f in published.items()
    }


@pytest.mark.shared
@pytest.mark.skipif(not SCORER.is_file(), reason="the evaluation data is not beside the checkout")
def test_the_figures_on_timeml_stay_above_their_floors() -> None:
    figures, _ = evaluate_times(SHARED / "data/timeml", split="held-out")
    assert figures["strict"].f >= 87
    assert figures["relaxed"].f >= 92
    assert figures["type"].f >= 86
    assert figures["value"].f >= 75


def test_an_event_is_told_where_a_time_of_its_sentence_means_its_window(tmp_path: Path) -> None:
    text = "Quay closed\n\nThe quay was shut on Thursday. It will reopen by the end of the year. A rope broke."
    windows = [
        ("shut on", "2021-11-18", "2021-11-18"),
        ("reopen", "2021-11-21", "2021-12-30"),
        ("rope broke", None, None),
    ]
    events = [{"triggers": [words], "window": {"earliest": first, "latest": last}} for words, first, last in windows]
    gold = {"published": "2021-11-21", "events": [*events, {"triggers": ["shut"], "window": None}]}
    (tmp_path / "quay.gold.json").write_text(json.dumps(gold))
    (tmp_path / "quay.txt").write_text(text)
    assert evaluate_windows(tmp_path) == WindowFigures(events=3, with_time=2, told=1)
