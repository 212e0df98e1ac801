"""The engines that can hold rows, each seen through Narwhals: DuckDB, polars, pandas, Spark.

What only one engine can do stands here and nowhere else: opening files, taking columns from
memory, handing over rows.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from itertools import count
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import narwhals as nw

from addin.choices import Engine
from addin.exports.text_file import Unreadable

Frame = nw.LazyFrame[Any]

_TABLES = count()


def from_memory(
    engine: Engine, texts: Mapping[str, Sequence[str]], numbers: Mapping[str, Sequence[int | None]]
) -> Frame:
    """Return a frame of columns: texts, and whole numbers of which None is missing."""
    if engine is Engine.POLARS:
        polars = _module("polars")
        types = dict.fromkeys(texts, polars.String) | dict.fromkeys(numbers, polars.Int64)
        return nw.from_native(polars.LazyFrame({**texts, **numbers}, schema=types))
    if engine is Engine.PANDAS:
        pandas = _module("pandas")
        columns = {name: pandas.Series(cells, dtype="str") for name, cells in texts.items()}
        columns |= {name: pandas.Series(cells, dtype="Int64") for name, cells in numbers.items()}
        return nw.from_native(pandas.DataFrame(columns)).lazy()
    if engine is Engine.SPARK:
        schema = [f"{name} string" for name in texts] + [f"{name} bigint" for name in numbers]
        rows = [*zip(*texts.values(), *numbers.values(), strict=True)]
        return nw.from_native(_spark().createDataFrame(rows, ", ".join(schema)))
    held = _arrays(texts, numbers)
    name = f"held_{next(_TABLES)}"
    _duckdb().register("held", held).execute(f"create temp table {name} as from held")
    return nw.from_native(_duckdb().table(name))


def from_csv(
    engine: Engine,
    path: Path,
    names: Sequence[str],
    skip: int,
    delimiter: str,
    plain: frozenset[str] = frozenset(),
) -> Frame:
    """Return the records of a UTF-8 file below its first lines, as texts; None for an empty cell.

    `plain` columns hold nothing but numbers such as 1234.56, and may be read as such: an engine
    that does so fails at any other cell.
    """
    if engine is Engine.POLARS:
        return nw.from_native(
            _module("polars").scan_csv(
                path,
                has_header=False,
                skip_lines=skip,
                separator=delimiter,
                new_columns=list(names),
                infer_schema=False,
            )
        )
    if engine is Engine.PANDAS:
        cells = _module("pandas").read_csv(
            path,
            header=None,
            names=list(names),
            skiprows=skip,
            sep=delimiter,
            dtype="str",
            keep_default_na=False,
            na_values=[""],
        )
        return nw.from_native(cells).lazy()
    if engine is Engine.SPARK:
        if skip != 1:
            raise Unreadable(f"{path}: Spark reads a CSV whose first line is its header.")
        read = _spark().read.option("sep", delimiter).option("header", value=True)
        return nw.from_native(read.option("mode", "FAILFAST").csv(str(path)).toDF(*names))
    types = {name: "DOUBLE" if name in plain else "VARCHAR" for name in names}
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
    return nw.from_native(
        _duckdb().sql(
            "from read_csv($path, auto_detect=false, header=false, skip=$skip, delim=$delimiter, "
            f"""quote='"', escape='"', nullstr='', columns={{{columns}}})""",
            params={"path": str(path), "skip": skip, "delimiter": delimiter},
        )
    )


def from_parquet(engine: Engine, paths: Sequence[Path]) -> Frame:
    """Return the rows of some Parquet files with the same columns."""
    names = [str(path) for path in paths]
    if engine is Engine.POLARS:
        return nw.from_native(_module("polars").scan_parquet(names))
    if engine is Engine.PANDAS:
        pandas = _module("pandas")
        read = [pandas.read_parquet(name, dtype_backend="pyarrow") for name in names]
        return nw.from_native(pandas.concat(read)).lazy()
    if engine is Engine.SPARK:
        return nw.from_native(_spark().read.parquet(*names))
    return nw.from_native(_duckdb().read_parquet(names))


def rows_of(frame: Frame) -> list[tuple[Any, ...]]:
    """Return the rows of a small result, without the weight of another frame."""
    native = frame.to_native()
    if frame.implementation.is_duckdb():
        return list(native.fetchall())
    if frame.implementation.is_pyspark():
        return [tuple(row) for row in native.collect()]
    return list(frame.collect().rows())


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
def _duckdb() -> Any:
    import duckdb  # only a report needs it

    connection = duckdb.connect()
    connection.execute("set autoinstall_known_extensions=false")
    connection.execute("set autoload_known_extensions=false")
    connection.execute("set preserve_insertion_order=false")
    connection.execute(f"set temp_directory='{Path(gettempdir(), 'cpc').as_posix()}'")
    return connection


@cache
def _spark() -> Any:
    session = _module("pyspark.sql").SparkSession.builder
    return (
        session.config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )


def _module(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError:
        package = name.partition(".")[0]
        raise Unreadable(
            f"{package} is not installed: pip install {package}, or leave --engine out."
        ) from None
