"""`python -m evaluation`: measure onrecord against annotated articles.

python -m evaluation attribution ../shared/data/polnear/dev.jsonl.gz
python -m evaluation record ../shared/data/gold --errors
python -m evaluation time ../shared/data/timeml
python -m evaluation sources ../shared/data/gold
python -m evaluation speakers ../shared/data/gold
python -m evaluation kinds ../shared/data/gold
python -m evaluation gate
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from evaluation import calibration, commands, compare, gate, kinds, sources, speakers, times

COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "attribution": commands.attribution,
    "record": commands.record,
    "time": times.main,
    "sources": sources.main,
    "speakers": speakers.main,
    "calibration": calibration.main,
    "compare": compare.main,
    "kinds": kinds.main,
    "gate": gate.main,
}


def main(argv: Sequence[str]) -> int:
    """Run one measurement; exit code 2 where none of that name is known."""
    if not argv or argv[0] not in COMMANDS:
        print(__doc__)
        return 0 if argv and argv[0] in {"-h", "--help"} else 2
    return COMMANDS[argv[0]](argv[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
