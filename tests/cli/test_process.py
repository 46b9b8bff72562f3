"""The program as the shell sees it: start-up, pipes, exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("numpy", "onnxruntime", "sqlalchemy", "trafilatura", "lxml", "lingua", "fastapi", "rich")


def onrecord(*arguments: str, **options) -> subprocess.CompletedProcess:
    command = [sys.executable, "-c", "from onrecord.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, **options)


def test_help_loads_nothing_heavy():
    code = f"""
import sys
from onrecord.cli.app import app
try:
    app(["--help"])
except SystemExit:
    pass
print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stderr.strip() == "[]"


def test_version():
    ran = onrecord("--version")
    assert ran.returncode == 0
    assert ran.stdout.startswith(b"onrecord 0.")


@pytest.mark.parametrize("arguments", [("frobnicate",), ("read",), ("search", "--kind", "shouted"), ("add", "--bogus")])
def test_wrong_usage_is_2(arguments):
    ran = onrecord(*arguments)
    assert ran.returncode == 2
    assert b"Traceback" not in ran.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes are closed otherwise there")
def test_a_reader_that_goes_away_ends_the_program_quietly():
    code = """
import sys
from onrecord.cli import output
from onrecord.cli.app import app

@app.command()
def flood() -> None:
    for number in range(100_000):
        output.print_text("word " * 10)

app(["flood"])
"""
    ran = subprocess.run(
        ["bash", "-c", '"$1" -c "$2" | head -1; echo "${PIPESTATUS[0]}"', "-", sys.executable, code],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.stdout.splitlines()[-1] == "141"
    assert ran.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_standard_output_is_one_line():
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-c", "from onrecord.cli import main; main()", "--help"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert ran.returncode != 0


def test_a_fault_of_ours_is_one_line_unless_debugging():
    code = """
from onrecord.cli.app import app

@app.command()
def fail() -> None:
    raise KeyError("a slip")

app(["fail"])
"""
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert "please report it" in ran.stderr
    shown = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=60, env={**os.environ, "ONRECORD_DEBUG": "1"}
    )
    assert "Traceback" in shown.stderr
