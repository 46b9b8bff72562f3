"""`python -m training`: train the encoder, or go on with a run that was stopped."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

from training.train import Options, train


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    for field in dataclasses.fields(Options):
        default = {"data": Path("../shared/data"), "start": Path("work/start"), "out": Path("work/run")}.get(
            field.name, field.default
        )
        kind = Path if isinstance(default, Path) else type(default)
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=kind, default=default)
    print(train(Options(**vars(parser.parse_args()))))


if __name__ == "__main__":
    main()
