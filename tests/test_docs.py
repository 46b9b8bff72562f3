"""The docs are in step with the program: every command, option and error is told, the examples run, links lead on."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import onrecord.errors
from onrecord.cli import engine, output
from onrecord.cli.app import app
from onrecord.errors import ModelError, OnrecordError
from onrecord.records import ModelCard
from tests.cli.conftest import fake_read

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMANDS = typer.main.get_command(app).commands
PROMPT = "$ onrecord "


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)


def examples(page: Path) -> list[str]:
    lines = [line for block in blocks(page, "console") for line in block.splitlines()]
    return [line.removeprefix(PROMPT) for line in lines if line.startswith(PROMPT)]


@pytest.fixture(scope="session")
def real_engine() -> engine.Engine:
    """The shipped model where it is there; the examples run without it too."""
    try:
        return engine.open_engine()
    except (ModelError, ImportError):
        return engine.Engine(fake_read, ModelCard("fake", "1"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with the samples in it, as a clone has."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_RECORD", raising=False)
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name):
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    section = re.search(rf"^## onrecord {name}\n(.*?)(?=^## )", text, re.M | re.S)
    assert section, f"docs/cli.md has no section on {name}"
    options = [option for parameter in COMMANDS[name].params for option in parameter.opts if option.startswith("-")]
    missing = [option for option in options if not re.search(rf"`{option}`", section[1])]
    assert not missing


def test_global_options_are_documented():
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    options = [option for parameter in typer.main.get_command(app).params for option in parameter.opts]
    assert [option for option in [*options, "--help"] if option not in text] == []


def test_every_option_that_is_documented_exists():
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    known = {option for command in COMMANDS.values() for parameter in command.params for option in parameter.opts}
    known |= {option for parameter in typer.main.get_command(app).params for option in parameter.opts} | {"--help"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text)) - known == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_console_examples_run(page, folder, real_engine, monkeypatch):
    monkeypatch.setattr(engine, "open_engine", lambda: real_engine)
    for example in examples(page):
        if example.startswith("serve") or "http" in example.split(" --")[0]:
            continue  # would wait for Ctrl-C, or for a paper that does not exist
        words = shlex.split(example)
        stdin = Path(words.pop(words.index("<") + 1)).read_bytes() if "<" in words else None
        into = Path(words.pop(words.index(">") + 1)) if ">" in words else None
        ran = CliRunner().invoke(app, [word for word in words if word not in "<>"], input=stdin)
        assert ran.exit_code == 0, f"onrecord {example}\n{ran.stderr}"
        if into:
            into.write_text(ran.stdout, encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_page_of_the_docs_is_in_the_index():
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = {page.name for page in (ROOT / "docs").glob("*.md")} - {"index.md"}
    assert {page for page in pages if f"({page})" not in index} == set()


def test_every_exit_code_is_documented():
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.M)}
    codes = {error.exit_code for error in vars(onrecord.errors).values() if is_error(error)}
    assert codes | {0, output.INTERNAL, output.PARTLY_REFUSED, output.INTERRUPTED, output.BROKEN_PIPE} == told


def is_error(thing: object) -> bool:
    return isinstance(thing, type) and issubclass(thing, OnrecordError)


def test_every_kind_of_refusal_is_documented():
    text = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    sources = (ROOT / "src" / "onrecord").rglob("*.py")
    kinds = {kind for path in sources for kind in re.findall(r'kind="([a-z-]+)"', path.read_text(encoding="utf-8"))}
    assert {kind for kind in kinds if f"`{kind}`" not in text} == set()


def test_the_readme_has_its_two_commands_for_a_fresh_machine():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for marker in ("read", "test"):
        command = re.search(rf"<!-- {marker} -->\n```sh\n(.+)\n```", text)
        assert command, marker
        assert command[1].startswith("python3.11 -m venv .venv && ")


def test_nothing_in_the_lock_names_a_host():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"://|--index|--find-links|--extra-index", text)
