"""The engines that can hold rows, each seen through Narwhals: DuckDB, polars, pandas, Spark.

What only one engine can do stands here, and in engine_files.py, and nowhere else: taking columns
from memory, handing over rows.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from itertools import count
from pathlib import Path
from secrets import token_hex
from shutil import rmtree
from tempfile import gettempdir
from typing import Any

import narwhals as nw

from addin.choices import Engine
from addin.exports.text_file import Unreadable

Frame = nw.LazyFrame[Any]
SPILLED = Path(gettempdir(), f"cpc-{token_hex(8)}")  # a name that nobody can lie in wait for

_TABLES = count()


def from_memory(
    engine: Engine, texts: Mapping[str, Sequence[str]], numbers: Mapping[str, Sequence[int | None]]
) -> Frame:
    """Return a frame of columns: texts, and whole numbers of which None is missing."""
    if engine is Engine.POLARS:
        polars = installed("polars")
        types = dict.fromkeys(texts, polars.String) | dict.fromkeys(numbers, polars.Int64)
        return seen(polars.LazyFrame({**texts, **numbers}, schema=types))
    if engine is Engine.PANDAS:
        pandas = installed("pandas")
        columns = {name: pandas.Series(cells, dtype="str") for name, cells in texts.items()}
        columns |= {name: pandas.Series(cells, dtype="Int64") for name, cells in numbers.items()}
        return seen(pandas.DataFrame(columns))
    if engine is Engine.SPARK:
        schema = [f"{name} string" for name in texts] + [f"{name} bigint" for name in numbers]
        rows = [*zip(*texts.values(), *numbers.values(), strict=True)]
        return seen(spark_session().createDataFrame(rows, ", ".join(schema)))
    held = _arrays(texts, numbers)
    name = f"held_{next(_TABLES)}"
    duckdb_connection().register("held", held).execute(f"create temp table {name} as from held")
    return seen(duckdb_connection().table(name))


def rows_of(frame: Frame) -> list[tuple[Any, ...]]:
    """Return the rows of a small result, without the weight of another frame."""
    if frame.implementation.is_duckdb():
        wide = [name for name, dtype in frame.collect_schema().items() if dtype == nw.Int128]
        narrow = frame.with_columns(nw.col(*wide).cast(nw.Int64)) if wide else frame
        return list(narrow.to_native().fetchall())  # a wide sum takes ten times as long to fetch
    native = frame.to_native()
    if frame.implementation.is_pyspark():
        return [tuple(row) for row in native.collect()]
    rows = frame.collect().rows()
    if frame.implementation.is_pandas():
        missing = installed("pandas").isna
        return [tuple(None if missing(cell) else cell for cell in row) for row in rows]
    return list(rows)


def seen(native: Any) -> Frame:
    """Return what an engine holds as Narwhals sees it."""
    frame: Frame = nw.from_native(native).lazy()
    return frame


def _arrays(
    texts: Mapping[str, Sequence[str]], numbers: Mapping[str, Sequence[int | None]]
) -> dict[str, Any]:
    import numpy as np  # DuckDB takes columns from it

    arrays: dict[str, Any] = {name: np.array(cells, dtype=object) for name, cells in texts.items()}
    for name, cells in numbers.items():
        missing = [cell is None for cell in cells]
        arrays[name] = np.ma.masked_array(
            np.array([cell or 0 for cell in cells], dtype=np.int64), mask=missing
        )
    return arrays


@cache
def duckdb_connection() -> Any:
    """Return the one connection of this process; it keeps nothing on disk but what it must."""
    import duckdb  # only a report needs it

    connection = duckdb.connect()
    connection.execute("set autoinstall_known_extensions=false")
    connection.execute("set autoload_known_extensions=false")
    connection.execute("set preserve_insertion_order=false")
    connection.execute(f"set temp_directory='{SPILLED.as_posix()}'")
    return connection


def clean_up() -> None:
    """Remove what was put on the disk because it did not fit into the memory."""
    rmtree(SPILLED, ignore_errors=True)


@cache
def spark_session() -> Any:
    """Return the session of Spark in this process; raises Unreadable where it is not installed."""
    session = installed("pyspark.sql").SparkSession.builder
    return (
        session.config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )


def installed(name: str) -> Any:
    """Return a module of an engine; raises Unreadable where it is not installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError:
        package = name.partition(".")[0]
        raise Unreadable(
            f"{package} is not installed: pip install {package}, or leave --engine out."
        ) from None
