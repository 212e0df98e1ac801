"""What `cpc report` takes of a large export, beside peers that do a part of its work.

    python -m benchmarks.report                 1,000,000 rows of CSV
    python -m benchmarks.report 10000000        its 650 MB lie in the folder for temporary files
    python -m benchmarks.report 100000 xlsx

Every program is a process of its own and reads the same file, in turns; the figures are medians.
polars and DuckDB read and group, and no more; pandas with openpyxl makes a sheet of the groups
with their ratios. `cpc report` proves every cell, compares periods, draws its charts and writes a
workbook of live formulas. Targets: 3 s of CPU more than the barer peer and 400 MB for 1,000,000
rows, 700 MB for ten times as many, and 3 s for 100,000 rows of XLSX.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from os import wait4
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

OURS = "cpc report"
REPORT = ("report", "--force", "--output")
ROWS = 1_000_000
ROUNDS = 3
DAYS, CAMPAIGNS, GROUPS = 1_095, 300, 3_000
CHANNELS = (
    *("Search", "Display", "Shopping", "Video", "Social", "Native"),
    *("Affiliate", "Email", "Partner", "Audio", "TV", "Print"),
)
TITLES = (
    *("date_day", "platform", "campaign_name", "ad_group_name"),
    *("spend", "impressions", "clicks", "conversions", "conversions_value"),
)
NAMES, FIGURES = TITLES[1:3], TITLES[4:]


class Cost(NamedTuple):
    """What one run took: seconds by the clock, seconds of CPU, megabytes at the most."""

    wall: float
    cpu: float
    memory: float


def rows_of(count: int) -> Iterator[tuple[str | float, ...]]:
    """Yield rows of three years, by day: without chance, so that every run reads the same."""
    first = date(2023, 1, 1)
    days = [(first + timedelta(days=number)).isoformat() for number in range(DAYS)]
    for number in range(count):
        campaign = number * 7 % CAMPAIGNS
        shown = number * 31 % 9_000 + 100
        clicks, won = shown // 50, number * 13 % 5
        yield (
            days[number * DAYS // count],
            CHANNELS[campaign % len(CHANNELS)],
            f"Campaign {campaign:03}",
            f"Group {number * 11 % GROUPS}",
            round(clicks * 1.37 + number % 97 / 100, 2),
            *(shown, clicks, won, won * 41.5),
        )


def make(count: str, path: str) -> None:
    if path.endswith(".xlsx"):
        from openpyxl import Workbook

        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in (TITLES, *rows_of(int(count))):
            sheet.append(row)
        book.save(path)
        return
    with Path(path).open("w", encoding="utf-8") as file:
        file.write(",".join(TITLES) + "\n")
        file.writelines(",".join(map(str, row)) + "\n" for row in rows_of(int(count)))


def duckdb(_: str, path: str) -> None:
    import duckdb

    keys = ", ".join(NAMES)
    sums = ", ".join(f"sum({name})" for name in FIGURES)
    month = "date_trunc('month', date_day)"
    rows = duckdb.read_csv(path).aggregate(f"{keys}, {month}, {sums}", f"{keys}, {month}")
    assert rows.fetchall()


def polars(_: str, path: str) -> None:
    import polars as pl

    month = pl.col("date_day").str.slice(0, 7)
    rows = pl.scan_csv(path).group_by(*NAMES, month).agg(pl.col(*FIGURES).sum())
    assert rows.collect().rows()


def pandas_and_openpyxl(output: str, path: str) -> None:
    import pandas as pd
    from openpyxl import Workbook

    rows: Any = (
        pd.read_excel(path, engine="openpyxl") if path.endswith(".xlsx") else pd.read_csv(path)
    )
    month = rows["date_day"].str.slice(0, 7)
    sums = rows.groupby([month, *NAMES])[list(FIGURES)].sum().reset_index()
    sums["cpc"] = sums["spend"] / sums["conversions"]
    sums["rate"] = sums["conversions"] / sums["clicks"]
    book = Workbook()
    for row in (list(sums.columns), *sums.itertuples(index=False, name=None)):
        book.worksheets[0].append(row)
    book.save(output)


Program = Callable[[str, str], None]
PEERS: dict[str, tuple[Program, ...]] = {
    "csv": (duckdb, polars, pandas_and_openpyxl),
    "xlsx": (pandas_and_openpyxl,),
}
PROGRAMS = {program.__name__: program for program in (make, *PEERS["csv"])}


def measured(name: str, *told: str) -> Cost:
    """Return what a process takes that does nothing else; this one stays small beside it."""
    module = ["benchmarks.report", name] if name in PROGRAMS else ["addin", *REPORT]
    command = [sys.executable, "-m", *module, *told]
    begins = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - own program
        _, status, used = wait4(process.pid, 0)
        process.returncode = status
    assert status == 0, name
    peak = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return Cost(time.perf_counter() - begins, used.ru_utime + used.ru_stime, peak)


def main(count: int, kind: str) -> None:
    """Print the table, and how much more CPU than a barer peer the report takes."""
    with tempfile.TemporaryDirectory() as folder:
        path, output = str(Path(folder, f"ads.{kind}")), str(Path(folder, "report.xlsx"))
        measured("make", str(count), path)
        names = [OURS, *(program.__name__ for program in PEERS[kind])]
        rounds = [[measured(name, output, path) for name in names] for _ in range(ROUNDS)]
    print(f"{count:,} rows of {kind.upper()}         wall s   CPU s      MB")
    found = {}
    for name, costs in zip(names, zip(*rounds, strict=True), strict=True):
        found[name] = Cost(*map(median, zip(*costs, strict=True)))
        print(f"{name:22} {found[name].wall:8.2f} {found[name].cpu:7.2f} {found[name].memory:7.0f}")
    for name in names[1:]:
        more = found[OURS].cpu - found[name].cpu
        print(f"{OURS} takes {more:+.2f} s of CPU against {name}")


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in PROGRAMS:
        PROGRAMS[sys.argv[1]](*sys.argv[2:])
    else:
        main(int((sys.argv[1:] or [str(ROWS)])[0]), (sys.argv[2:] or ["csv"])[0])
