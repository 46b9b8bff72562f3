"""`python -m training.soup OUT SHARE:WEIGHTS ...`: the weighted mean of several runs' weights, exported and measured.

Runs that went on from one another lie in one basin, and their mean is better than each (model soups, Wortsman et al.
2022). A weight that a run lacks, or has in another shape, is averaged over the others.
"""

from __future__ import annotations

import argparse
import json
import shlex
import shutil
import sys
from pathlib import Path

import torch

from training.__main__ import PACKAGE
from training.card import write_card
from training.export import export
from training.start import unpack_start
from training.train import mean_of


def main() -> None:
    """Read the weights, mean them, export, measure."""
    parser = argparse.ArgumentParser(prog="python -m training.soup", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("runs", nargs="+", help="share and file, as 0.7:work/v3/final.pt")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--start", type=Path, default=Path("work/start"))
    parser.add_argument("--version", default="0", help="version told on the card")
    parser.add_argument("--install", action="store_true", help="put the model into the package")
    told = parser.parse_args()
    runs = []
    for run in told.runs:
        share, _, path = run.partition(":")
        state = torch.load(path, weights_only=True)
        runs.append((float(share), state.get("network", state)))
    told.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean_of(runs), told.out / "final.pt")
    unpack_start(told.start)
    model = told.out / "model"
    export(told.out / "final.pt", told.start, model)
    options = [Path(run.partition(":")[2]).with_name("options.json") for run in told.runs]
    settings = {str(path.parent): json.loads(path.read_text(encoding="utf-8")) for path in options if path.exists()}
    command = shlex.join(["python", "-m", "training.soup", *sys.argv[1:]])
    write_card(model, version=told.version, options=settings, data=told.data, command=command)
    if told.install:
        shutil.copytree(model, PACKAGE, dirs_exist_ok=True)
    print(model)


if __name__ == "__main__":
    main()
