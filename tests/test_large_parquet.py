"""Parquet: the same answers on every engine, as DuckDB's own SQL makes them, or a refusal."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from addin.answers import answer
from addin.choices import Engine
from addin.exports.mapping import column_map
from addin.exports.remembered import NO_MAPS
from addin.exports.text_file import Unreadable
from addin.options import Options
from addin.sources import tables_of
from workbook_templates.report.tables import Tables

TODAY = date(2026, 11, 23)
ENGINES = (Engine.DUCKDB, Engine.POLARS, Engine.PANDAS)
OWN = {
    "day": "date '2026-01-01' + (i % 60)::integer",
    "name": "case when i % 11 = 0 then null else 'Campaign ' || i % 7 end",
    "spent": "(i * 137)::double / 100",
    "won": "case when i % 5 = 0 then null else (i % 4)::bigint end",
}
OWN_MAP = ("date=day", "campaign=name", "cost=spent", "conversions=won")


@pytest.fixture(params=ENGINES, name="engine")
def _engine(request: pytest.FixtureRequest) -> Engine:
    return Engine(request.param)


def write(path: Path, columns: Mapping[str, str], count: int = 300, first: int = 1) -> Path:
    """Write rows numbered i, each column as SQL makes it of i."""
    named = ", ".join(f'{made} as "{name}"' for name, made in columns.items())
    rows = duckdb.table_function("range", [first, first + count]).project("range as i")
    rows.project(named).write_parquet(str(path))
    return path


def told(name: object, engine: Engine, said: tuple[str, ...] = OWN_MAP) -> Tables:
    options = Options(TODAY, engine=engine)
    maps = NO_MAPS._replace(given=column_map(said))
    return answer(tables_of([str(name)], maps, options, print), options)


def asked(path: object, what: str) -> Any:
    """Return the first row of an answer of DuckDB's own."""
    (row,) = duckdb.read_parquet(str(path)).project(what).fetchall()
    return row


def test_sums_are_those_of_sql(tmp_path: Path, engine: Engine) -> None:
    path = write(tmp_path / "ads.parquet", OWN)
    tables = told(path, engine)
    cost, won = asked(path, "sum(spent::decimal(18, 2)), sum(won)")
    assert (tables.total.cost, tables.total.conversions) == (float(cost), won)
    assert {each.name for each in tables.campaigns} == {"", *(f"Campaign {i}" for i in range(7))}
    assert tables.span == asked(path, "min(day), max(day)")


@pytest.mark.parametrize("pattern", ["", "*.parquet"])
def test_the_files_of_a_folder_or_a_pattern_are_one_table(
    tmp_path: Path, engine: Engine, pattern: str
) -> None:
    for number in range(3):
        write(tmp_path / f"part-{number}.parquet", OWN, first=1 + number * 100, count=100)
    tables = told(tmp_path / pattern, engine)
    (source,) = tables.sources
    assert source.rows == 300
    assert tables == told(tmp_path / pattern, Engine.DUCKDB)
    assert tables.total.cost == sum(range(1, 301)) * 137 / 100


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("whole", "i * 7"),
        ("unsigned", "(i % 200)::utinyint"),
        ("decimal", "(i / 8)::decimal(18, 3)"),
        ("single", "(i / 8)::float"),
        ("text", "(i * 7)::varchar"),
        ("missing", "case when i % 3 = 0 then 'nan'::double when i % 3 = 1 then i end"),
    ],
)
def test_types_of_numbers(tmp_path: Path, engine: Engine, kind: str, made: str) -> None:
    path = write(tmp_path / f"{kind}.parquet", {**OWN, "spent": made})
    known = "sum(case when isnan(spent::double) then null else spent::decimal(18, 6) end)"
    assert told(path, engine).total.cost == float(asked(path, known)[0])


@pytest.mark.parametrize(
    "made",
    [
        "day::timestamp + interval 23 hour",
        "day::varchar",
        "day::timestamp_s",
        "day::timestamp_ns",
    ],
)
def test_types_of_days(tmp_path: Path, engine: Engine, made: str) -> None:
    day = made.replace("day", f"({OWN['day']})", 1)
    path = write(tmp_path / "ads.parquet", {**OWN, "day": day})
    plain = write(tmp_path / "plain.parquet", OWN)
    assert told(path, engine).days == told(plain, Engine.DUCKDB).days


@pytest.mark.parametrize(
    ("column", "made", "why"),
    [
        ("spent", "case when i = 150 then 'inf'::double else i end", "'inf' cannot be read"),
        ("spent", "case when i = 150 then '12.5' else i::varchar end", "'12.5' cannot be read"),
        ("spent", "i % 2 = 0", "holds no numbers|is no number"),
        ("spent", "date '2026-01-01'", "is no number"),
        ("won", "9000000000000 + i", "sum is beyond|out of range"),
        ("won", "9000000000000000000 + i % 2", "cannot be read"),
        ("day", "i", "holds no days"),
        ("day", "(20260101 + i % 20)::integer", "holds no days"),
        ("day", "'2026-02-30'", "'2026-02-30' is no day"),
        ("day", "'20260105'", "'20260105' is no day"),
        ("day", "case when i = 150 then null else date '2026-01-01' end", "'' cannot be read"),
        ("day", "timestamptz '2026-01-01 23:30:00+00'", "holds no days"),
        ("day", "time '10:00:00'", "holds no days"),
    ],
)
def test_what_is_no_figure_and_no_day_is_refused(
    tmp_path: Path, engine: Engine, column: str, made: str, why: str
) -> None:
    path = write(tmp_path / "ads.parquet", {**OWN, column: made})
    with pytest.raises(Unreadable, match=rf"ads\.parquet.*({why})"):
        told(path, engine)


@pytest.mark.parametrize(
    "other",
    [
        {name: made for name, made in OWN.items() if name != "won"},
        {**OWN, "more": "i"},
        {**OWN, "spent": "i"},
    ],
    ids=["one column fewer", "one more", "another type"],
)
def test_files_with_other_columns_are_not_put_together(
    tmp_path: Path, engine: Engine, other: Mapping[str, str]
) -> None:
    """An engine would drop the columns that only one has, or round to the type of the first."""
    write(tmp_path / "1.parquet", OWN)
    write(tmp_path / "2.parquet", other)
    with pytest.raises(Unreadable, match=r"1\.parquet, its columns are not .*2\.parquet"):
        told(tmp_path, engine)


def test_a_damaged_file_is_refused(tmp_path: Path, engine: Engine) -> None:
    path = write(tmp_path / "ads.parquet", OWN)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(Unreadable, match=r"ads\.parquet"):
        told(path, engine)


def test_columns_in_another_order_are_the_same(tmp_path: Path, engine: Engine) -> None:
    write(tmp_path / "1.parquet", OWN)
    write(tmp_path / "2.parquet", dict(reversed(OWN.items())), first=301)
    assert told(tmp_path, engine).total.cost == sum(range(1, 601)) * 137 / 100


def test_a_name_of_a_file_is_no_pattern(tmp_path: Path, engine: Engine) -> None:
    write(tmp_path / "ads1.parquet", {**OWN, "spent": "1"})
    path = write(tmp_path / "ads[1].parquet", OWN)
    assert told(path, engine).total.cost == sum(range(1, 301)) * 137 / 100


def test_a_folder_whose_name_looks_like_a_column_is_none(tmp_path: Path, engine: Engine) -> None:
    folder = tmp_path / "name=Brand"
    folder.mkdir()
    columns = {key: made for key, made in OWN.items() if key != "name"}
    path = write(folder / "ads.parquet", columns)
    with pytest.raises(Unreadable, match='no column is called "name"'):
        told(path, engine)


def test_unknown_columns_ask_for_a_map(tmp_path: Path, engine: Engine) -> None:
    path = write(tmp_path / "ads.parquet", OWN)
    with pytest.raises(Unreadable, match="Say what its columns are"):
        told(path, engine, ())


def test_a_known_platform_needs_no_map(tmp_path: Path, engine: Engine) -> None:
    columns = {
        "date_day": OWN["day"],
        "platform": "'Search'",
        "campaign_name": OWN["name"],
        "spend": OWN["spent"],
        "clicks": "i",
        "impressions": "i * 100",
        "conversions": OWN["won"],
    }
    path = write(tmp_path / "ads.parquet", columns)
    tables = told(path, engine, ())
    assert [each.name for each in tables.channels] == ["Search"]
    assert tables.total.clicks == sum(range(1, 301))
