"""Exports of one day, 5 January 2026, and their import into an open tracker."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from addin.ribbon_commands.refusal import Refused
from tests.excel_state import CellState, World
from tests.reports import export
from tests.ribbon_books import FIRST, PAID, press

GOOGLE = ("Day", "Campaign", "Currency code", "Cost", "Impr.", "Clicks", "Conversions")
ACCOUNTS = ("Day", "Account", *GOOGLE[1:])
KINDS = ("Day", "Campaign type", *GOOGLE[1:])
PLATFORM = ("Day", *GOOGLE[2:])
INVOICES = ("Date", "What", "Category", "Cost", "Note", "Counts?")
FIFTH = "2026-01-05"


def chosen(world: World, *paths: Path, answers: Sequence[Any] = ()) -> str:
    """Import files; `answers` are those to the questions, None for what is suggested."""
    world.answers = [tuple(map(str, paths)), *answers]
    return press("import_exports", world)


def refused(world: World, match: str, *paths: Path, answers: Sequence[Any] = ()) -> None:
    """Import files, which is refused and leaves everything as it was."""
    before = world.snapshot()
    with pytest.raises(Refused, match=match):
        chosen(world, *paths, answers=answers)
    assert world.snapshot() == before


def ads(folder: Path, name: str, *rows: Sequence[object], titles: Sequence[str] = GOOGLE) -> Path:
    """Write an export of Google Ads, each row of 5 January: names, then the cost."""
    lines = [(FIFTH, *each[:-1], "NOK", each[-1], 900, 50, 4) for each in rows]
    return export(folder, name, *lines, titles=titles)


def invoices(folder: Path, *costs: tuple[float, str], name: str = "costs.csv") -> Path:
    """Write a Costs sheet of one agency and one day: costs and notes."""
    lines = [(FIFTH, "Agency", "Agency fee", cost, note, "no") for cost, note in costs]
    return export(folder, name, *lines, titles=INVOICES)


def visits(folder: Path, *rows: str) -> Path:
    """Write an export of Google Analytics of 5 January: groups, sessions and key events."""
    path = folder / "ga4.csv"
    head = ("# Start date: 20260105", "# End date: 20260105", "")
    titles = "Session default channel group,Sessions,Key events"
    path.write_text("\n".join((*head, titles, *rows)) + "\n", encoding="utf-8")
    return path


def money(world: World, sheet: int = PAID) -> list[float]:
    """Return the costs that stand in a table."""
    cells = world.books[0].sheets[sheet].cells
    values = [cells.get((at, 4), CellState()).value for at in range(FIRST, FIRST + 20)]
    return [value for value in values if value is not None]
