"""`python -m training.officials PEOPLE`: make the package's table of US presidents, vice presidents and senators.

PEOPLE holds `us-executive.yaml` and `us-legislators-current.yaml` of unitedstates/congress-legislators (CC0). One line
for each run of terms: country (of senators the state), office, name, gender, first day, last day. Terms that
follow each other within days are one line. Leaders of other countries are in `leaders.tsv`, by hand.
"""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

TABLE = Path(__file__).resolve().parents[1] / "src/onrecord/speakers/facts/us_officials.tsv"
FIRST_DAY = date(1945, 1, 1)
NEXT_TERM = timedelta(days=7)
OFFICES = {"prez": "president", "viceprez": "vice president", "sen": "senator"}
Row = tuple[str, str, str, str, date, date]


def usual_name(person: dict[str, Any]) -> str:
    """The name as newspapers write it: the nickname where one is told, no middle name."""
    name = person["name"]
    if full := name.get("official_full"):
        words = [word for word in full.replace(",", "").split() if word.rstrip(".") not in ("Jr", "Sr", "II", "III")]
        kept = [word for word in words if not (len(word) == 2 and word.endswith(".")) or word == words[0]]
        return " ".join(kept)
    return f"{name.get('nickname') or name['first']} {name['last']}"


def with_initials(person: dict[str, Any]) -> str:
    """The name with middle initials, for those who share the usual one."""
    name = person["name"]
    initials = " ".join(f"{word[0]}." for word in name.get("middle", "").split())
    return " ".join(part for part in (name["first"], initials, name["last"]) if part)


def rows_of(person: dict[str, Any], name: str) -> list[Row]:
    """The lines of one person, terms that follow each other joined."""
    gender = person["bio"]["gender"].lower()
    rows: list[Row] = []
    for term in person["terms"]:
        office = OFFICES.get(term["type"])
        if office is None:
            continue
        start, end = date.fromisoformat(term["start"]), date.fromisoformat(term["end"])
        place = term.get("state", "") if office == "senator" else "United States"
        last = rows[-1] if rows else None
        if last is not None and last[:2] == (place, office) and start - last[5] <= NEXT_TERM:
            rows[-1] = (*last[:5], end)
        else:
            rows.append((place, office, name, gender, start, end))
    return [row for row in rows if row[5] >= FIRST_DAY]


def main() -> None:
    """Read the two lists and write the table."""
    parser = argparse.ArgumentParser(prog="python -m training.officials", description=__doc__)
    parser.add_argument("people", type=Path)
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    people = [
        person
        for name in ("us-executive.yaml", "us-legislators-current.yaml")
        for person in yaml.safe_load((options.people / name).read_text("utf-8"))
    ]
    holders = {(usual_name(person), person["bio"]["birthday"]) for person in people if rows_of(person, "")}
    shared = Counter(name for name, _ in holders)
    rows: set[Row] = set()
    for person in people:
        usual = usual_name(person)
        rows.update(rows_of(person, with_initials(person) if shared[usual] > 1 else usual))
    lines = ["# US presidents, vice presidents and senators, by `python -m training.officials`; from CC0 data."]
    lines += ["\t".join(str(part) for part in row) for row in sorted(rows, key=lambda row: (row[1], row[0], row[4]))]
    options.out.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
