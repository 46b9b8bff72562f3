"""`python -m training`: make the model in one command, or go on with a run that was stopped.

Trains (with checkpoints, on two cores some ten minutes an epoch and core), exports int8 ONNX, measures on dev data and
writes the card. The model lies in OUT/model; `--install` puts it into the package.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import shlex
import shutil
import sys
from pathlib import Path

from training.card import write_card
from training.export import export
from training.start import unpack_start
from training.train import Options, train

PACKAGE = Path(__file__).resolve().parents[1] / "src/onrecord/model/weights"


def main() -> None:
    """Read the options, train, export, measure."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    defaults = {"data": Path("../shared/data"), "start": Path("work/start"), "out": Path("work/run")}
    for field in dataclasses.fields(Options):
        default = defaults.get(field.name, field.default)
        kind = Path if isinstance(default, Path) else type(default)
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=kind, default=default)
    parser.add_argument("--version", default="0", help="version told on the card")
    parser.add_argument("--install", action="store_true", help="put the model into the package")
    told = vars(parser.parse_args())
    version, install = told.pop("version"), told.pop("install")
    options = Options(**told)
    unpack_start(options.start)
    weights = train(options)
    model = options.out / "model"
    export(weights, options.start, model)
    settings = json.loads((options.out / "options.json").read_text(encoding="utf-8"))
    command = shlex.join(["python", "-m", "training", *sys.argv[1:]])
    write_card(model, version=version, options=settings, data=options.data, command=command)
    if install:
        shutil.copytree(model, PACKAGE, dirs_exist_ok=True)
    print(model)


if __name__ == "__main__":
    main()
