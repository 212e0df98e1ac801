"""Broken exports: the command answers, or says in a sentence why not; it never falls over."""

import json
import random
from collections.abc import Callable
from datetime import date
from functools import cache
from math import fsum
from pathlib import Path

import pytest
from typer.testing import CliRunner

from addin.cli import app
from addin.demo import make_exports
from addin.told_rows import COUNTED
from cpc_functions.cost_rules import plain

FIXTURES = Path(__file__).parent / "fixtures"
ROUNDS = 30
Mutation = Callable[[bytes, random.Random], bytes]
SIGNS = b"\0\t\n\r\"',;=-+.%#\x80\xff0123456789e"


@cache
def exports(folder: Path) -> list[bytes]:
    """Return the contents of exports: of the fixtures, and of the demo."""
    folder.mkdir(exist_ok=True)
    made = make_exports(folder, date(2026, 6, 30), replace=True)
    found = [*sorted(FIXTURES.rglob("*_data.csv")), *sorted(FIXTURES.rglob("*2020.csv")), *made]
    return [path.read_bytes() for path in found]


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def swapped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] = chance.choice(SIGNS)
    return bytes(changed)


def doubled(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    return b"\n".join([*lines[:at], *[lines[at]] * chance.randint(2, 5), *lines[at + 1 :]])


def shuffled(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def emptied(content: bytes, chance: random.Random) -> bytes:
    lines = [line.split(b",") for line in content.split(b"\n")]
    column = chance.randrange(max(map(len, lines)))
    for cells in lines[chance.randrange(len(lines)) :]:
        cells[column : column + 1] = [b""] * len(cells[column : column + 1])
    return b"\n".join(map(b",".join, lines))


def without_column(content: bytes, chance: random.Random) -> bytes:
    lines = [line.split(b",") for line in content.split(b"\n")]
    column = chance.randrange(max(map(len, lines)))
    return b"\n".join(b",".join(cells[:column] + cells[column + 1 :]) for cells in lines)


def other_numbers(content: bytes, chance: random.Random) -> bytes:
    new = chance.choice([b"-", b"1e308", b"9" * 14, b"-7", b"0", b"1,5", b"1.234.567", b"nan"])
    cells = content.split(b",")
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(cells))
        cells[at] = new if cells[at].strip().isdigit() else cells[at]
    return b",".join(cells)


MUTATIONS = (cut, swapped, doubled, shuffled, emptied, without_column, other_numbers)


@pytest.mark.parametrize("mutation", MUTATIONS)
@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_broken_export_is_read_or_refused(
    mutation: Mutation,
    number: int,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    chance = random.Random(f"{mutation.__name__} {number}")  # noqa: S311 - to be repeated
    contents = exports(tmp_path_factory.getbasetemp() / "exports")
    Path("ads.csv").write_bytes(mutation(chance.choice(contents), chance))
    result = CliRunner().invoke(app, ["report", "ads.csv", "--json", "--currency", "NOK"])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    if result.exit_code == 0:
        told = json.loads(result.stdout)
        counted = [row["cost"] for row in told["costs"] if plain(row["category"]) in COUNTED]
        paid = [row["cost"] for row in told["paid"] if row["cost"] is not None]
        assert fsum(paid + counted) == pytest.approx(told["total"]["cost"], abs=0.01)
    else:
        assert result.exit_code == 2
        assert result.stderr.startswith("cpc: ")
