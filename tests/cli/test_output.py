"""What reaches a terminal, and what reaches a pipe."""

import json
import subprocess
import sys

import pytest

from onrecord.cli.output import Line, printable


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain “words” – é 🙂", "plain “words” – é 🙂"),
        ("two\nlines\tand\r\nmore", "two lines and more"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("\x9b31m", "\ufffd31m"),
        ("abc\u202edcba", "abc\ufffddcba"),
        ("half\ud83d", "half\ufffd"),
    ],
)
def test_nothing_that_steers_a_terminal_is_shown(words, shown):
    assert printable(words) == shown


def test_an_empty_line_has_no_spaces():
    assert Line((), 4).plain == ""
    assert Line((("a", "bold"), ("b", "")), 2).plain == "  ab"


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1"])
def test_json_is_utf8_in_any_locale_and_half_characters_survive(locale):
    code = """
import json
from onrecord.cli import output
with output.guarded():
    output.use_utf8()
    output.print_text(json.dumps({"words": "caf\\u00e9 \\ud83d"}, ensure_ascii=False))
"""
    environment = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment, timeout=60)
    assert json.loads(ran.stdout.decode("utf-8")) == {"words": "caf\u00e9 \ud83d"}
