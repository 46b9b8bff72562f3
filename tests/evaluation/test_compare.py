"""What a change gained and lost, told in words."""

import json
from pathlib import Path

from evaluation.compare import changes

TEXT = "Dam will hold\n\nAda Moor said the dam would hold. Ilse Brandt denied any leak."


def statement(content: str, speaker: str) -> dict:
    return {"content": [content], "cue": None, "speaker": speaker, "said": None, "kind": "indirect", "venue": None}


def test_a_mended_speaker_is_a_gain_and_a_missed_statement_a_loss(tmp_path: Path) -> None:
    first, second = statement("the dam would hold", "Ada Moor"), statement("any leak", "Ilse Brandt")
    wrong = statement("the dam would hold", "Ilse Brandt")
    gold, old, new = (tmp_path / name for name in ("gold", "old", "new"))
    for folder in (gold, old, new):
        folder.mkdir()
    (gold / "a.txt").write_text(TEXT, encoding="utf-8")
    (gold / "a.gold.json").write_text(json.dumps({"statements": [first, second], "events": []}), encoding="utf-8")
    (old / "a.json").write_text(json.dumps({"statements": [wrong, second], "events": []}), encoding="utf-8")
    (new / "a.json").write_text(json.dumps({"statements": [first], "events": []}), encoding="utf-8")
    gone, come = changes(gold, old, new)
    assert gone == ["a: 'the dam would hold': speaker 'Ada Moor' / 'Ilse Brandt', said None / None"]
    assert come == ["a: missed statement 'any leak'"]
