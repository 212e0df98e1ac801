"""A folder of Parquet files on Spark: the same report as on DuckDB, to the last digit.

Run `make spark`, or `python -m benchmarks.spark [rows]`; it needs pyspark and Java 17 or later. The
rows are made on the spot, with amounts and days that are missing here and there, and small ones
that sums of floats would lose.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from addin.choices import Engine

ROWS = 1_000_000
FILES = 8
COLUMNS = """
    date '2025-01-01' + (i % 365)::integer as date_day,
    'Channel ' || i % 12 as platform,
    case when i % 97 = 0 then null else ' Campaign ' || i % 300 end as campaign_name,
    case when i % 31 = 0 then null when i % 5 = 0 then 0.01 else (i * 137 % 90001) / 100 end
        ::double as spend,
    i % 9000 + 100 as impressions,
    i % 180 as clicks,
    case when i % 11 = 0 then 'nan'::double else i % 13 / 8 end as conversions,
    (i % 13 * 415)::decimal(12, 2) as conversions_value
"""


def make(folder: Path, rows: int) -> None:
    """Write the rows into files of equal size."""
    for number in range(FILES):
        part = [rows * number // FILES, rows * (number + 1) // FILES]
        numbered = duckdb.table_function("range", part).project("range as i")
        numbered.project(COLUMNS).write_parquet(str(folder / f"ads-{number}.parquet"))


def told(folder: Path, engine: Engine) -> str:
    """Return what the command tells of the folder, and print how long it took."""
    command = [sys.executable, "-m", "addin", "report", str(folder / "*.parquet")]
    begins = time.perf_counter()
    answered = subprocess.run(  # noqa: S603 - own program
        [*command, "--engine", engine, "--json"],
        check=True,
        stdout=subprocess.PIPE,
        env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"},
    )
    print(f"{engine:8} {time.perf_counter() - begins:6.1f} s by the clock")
    return answered.stdout.decode()


def main() -> None:
    """Compare the two; an error where they differ."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as name:
        make(Path(name), rows)
        spark, other = (told(Path(name), engine) for engine in (Engine.SPARK, Engine.DUCKDB))
    if spark != other:
        sys.exit("Spark and DuckDB differ.")
    print(f"{rows:,} rows in {FILES} files: equal to the last digit, {len(spark):,} letters")


if __name__ == "__main__":
    main()
