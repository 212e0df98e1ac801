"""Reads the oracle tables: reference values that other software computed."""

import csv
from pathlib import Path

FOLDER = Path(__file__).parent / "oracles"


def oracle(name: str) -> list[dict[str, str]]:
    """Return the rows of a table by the name of its file."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def numbers(row: dict[str, str], *columns: str) -> list[float]:
    """Return some figures of a row."""
    return [float(row[column]) for column in columns]
