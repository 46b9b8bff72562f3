"""The figures as a table in Markdown."""

from __future__ import annotations

from typing import Any


def markdown(results: dict[str, Any]) -> str:
    """Machine, then one row a figure."""
    machine = results["machine"]
    versions = ", ".join(f"{name} {number}" for name, number in machine["versions"].items())
    rows = [row for part in (_reading_rows, _adding_rows, _starting_rows) for row in part(results)]
    return "\n".join(
        [
            f"Measured {results['date']} on {machine['processor']} "
            f"({machine['cores']} cores, {machine['memory_gb']} GB), "
            f"{machine['system']}, Python {machine['python']}; {versions}. "
            f"Load average when it began: {machine['load_average']}.",
            "",
            "| what | figure |",
            "|---|---|",
            *(f"| {what} | {figure} |" for what, figure in rows),
        ]
    )


def _reading_rows(results: dict[str, Any]) -> list[tuple[str, str]]:
    rows = []
    for name, part in results["reading"].items():
        on = f"{part['articles']} articles, {part['words']:,} words"
        rows += [
            (f"whole reading, one core, {name} ({on})", f"{part['words_per_s']:,} words/s"),
            (f"the same by processor time, {name}", f"{part['words_per_cpu_s']:,} words/s"),
            (
                f"of this: bytes to article / article to records, {name}",
                f"{part['sources_s']} s / {part['reading_s']} s",
            ),
            (f"peak memory, {name}", f"{part['peak_mb']} MB"),
            (f"opening the model, {name}", f"{part['model_opening_s']} s"),
        ]
    return rows


def _adding_rows(results: dict[str, Any]) -> list[tuple[str, str]]:
    part = results["adding"]
    return [
        (
            f"adding {part['articles']:,} articles ({part['input_mb']} MB) to a new record, one core, whole process",
            f"{part['seconds']} s ({part['articles_per_s']} articles/s; {part['cpu_seconds']} s of processor time), "
            f"{part['statements']:,} statements",
        ),
        ("peak memory of that", f"{part['peak_mb']} MB"),
        ("size of that record", f"{part['record_mb']} MB"),
        ("adding the same folder again", f"{part['again_seconds']} s, {part['again_unchanged']:,} unchanged"),
    ]


def _starting_rows(results: dict[str, Any]) -> list[tuple[str, str]]:
    part = results["starting"]
    return [
        (
            "`onrecord read` on a page, cold (worst of three, files not in the system's cache)",
            f"{part['read_cold_s']} s",
        ),
        ("processor time of that", f"{part['read_cpu_s']} s"),
        ("`onrecord read` on a page, files cached (median)", f"{part['read_warm_s']} s"),
        ("`onrecord --help` (median)", f"{part['help_s']} s"),
    ]
