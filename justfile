# One word for each habit. `just` alone lists them.

python := env("PYTHON", ".venv/bin/python")

_default:
    @just --list --unsorted

# Set up: a virtual environment with everything but the training tools
setup:
    python3.11 -m venv .venv
    .venv/bin/pip install -q -c requirements.lock -e '.[dev]'

# Run the tests (`just test tests/cli -x`)
test *args:
    {{python}} -m pytest {{args}}

# Lint, format check, strict types
check:
    {{python}} -m ruff check .
    {{python}} -m ruff format --check .
    {{python}} -m mypy

# Put the code into form
format:
    {{python}} -m ruff check --fix .
    {{python}} -m ruff format .

# Hold the figures against their floors (needs the evaluation data beside the checkout)
eval *args:
    {{python}} -m evaluation gate {{args}}

# Measure speed and memory (`just bench --quick`)
bench *args:
    {{python}} -m benchmarks {{args}}

# Show a record in the browser (`just serve news.db`)
serve *args:
    {{python}} -m onrecord serve {{args}}

# Train the model anew (needs the extra `train` and the training data beside the checkout)
train *args:
    {{python}} -m training {{args}}

# Pin every dependency again, newest versions (training tools are not pinned)
lock:
    {{python}} -m pip install -q uv
    {{python}} -m uv pip compile -q --upgrade --universal --python-version 3.11 --extra web --extra test --extra dev --no-annotate --custom-compile-command "just lock" pyproject.toml -o requirements.lock

# Everything that is checked before a merge, from a clean clone
ci:
    bash .ci/run
