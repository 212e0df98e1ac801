"""The engines that can hold rows, each seen through Narwhals: DuckDB, polars, pandas, Spark.

What only one engine can do stands here and nowhere else: opening files, taking columns from
memory, handing over rows.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from glob import escape
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
        return _seen(polars.LazyFrame({**texts, **numbers}, schema=types))
    if engine is Engine.PANDAS:
        pandas = _module("pandas")
        columns = {name: pandas.Series(cells, dtype="str") for name, cells in texts.items()}
        columns |= {name: pandas.Series(cells, dtype="Int64") for name, cells in numbers.items()}
        return _seen(pandas.DataFrame(columns))
    if engine is Engine.SPARK:
        schema = [f"{name} string" for name in texts] + [f"{name} bigint" for name in numbers]
        rows = [*zip(*texts.values(), *numbers.values(), strict=True)]
        return _seen(_spark().createDataFrame(rows, ", ".join(schema)))
    held = _arrays(texts, numbers)
    name = f"held_{next(_TABLES)}"
    _duckdb().register("held", held).execute(f"create temp table {name} as from held")
    return _seen(_duckdb().table(name))


def from_csv(
    engine: Engine, path: Path, names: Sequence[str], skip: int, delimiter: str, *, ragged: bool
) -> Frame:
    """Return the records of a UTF-8 file below its first lines, as texts; None for an empty cell.

    Lines of a `ragged` file may end early: what they lack is empty.
    """
    if engine is Engine.POLARS:
        cells = _module("polars").scan_csv(
            path,
            glob=False,
            has_header=False,
            skip_lines=skip,
            separator=delimiter,
            new_columns=list(names),
            infer_schema=False,
        )
        empty = nw.all_horizontal(*(nw.col(name).is_null() for name in names), ignore_nulls=False)
        return _seen(cells).filter(~empty)  # the others pass over empty lines
    if engine is Engine.PANDAS:
        pandas = _module("pandas")
        cells = pandas.read_csv(
            path,
            compression=None,
            header=None,
            names=list(names),
            index_col=False,
            skiprows=skip,
            sep=delimiter,
            dtype=pandas.ArrowDtype(_module("pyarrow").string()),  # its numbers may be missing
            keep_default_na=False,
            na_values=[""],
        )
        return _seen(cells)
    if engine is Engine.SPARK:
        if skip != 1:
            raise Unreadable("Spark reads a CSV whose first line is its header")
        read = _spark().read.option("sep", delimiter).option("header", value=True)
        read = read.option("escape", '"').option("mode", "FAILFAST")
        return _seen(read.csv(_hadoop(path)).toDF(*names))
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    padding = "null_padding=true, parallel=false, " if ragged else ""
    return _seen(
        _duckdb().sql(
            "from read_csv($path, auto_detect=false, compression='none', header=false, "
            f"""skip=$skip, delim=$delimiter, quote='"', escape='"', nullstr='', {padding}"""
            f"columns={{{columns}}})",
            params={"path": escape(str(path)), "skip": skip, "delimiter": delimiter},
        )
    )


def from_parquet(engine: Engine, paths: Sequence[Path]) -> Frame:
    """Return the rows of some Parquet files; raises Unreadable where their columns differ."""
    _refuse_different(paths)
    if engine is Engine.POLARS:
        scan = _module("polars").scan_parquet
        return _seen(scan([*map(str, paths)], glob=False, hive_partitioning=False))
    if engine is Engine.PANDAS:
        pandas = _module("pandas")
        read = [
            pandas.read_parquet(path, dtype_backend="pyarrow", partitioning=None) for path in paths
        ]
        return _seen(pandas.concat(read))
    if engine is Engine.SPARK:
        return _seen(_spark().read.parquet(*map(_hadoop, paths)))
    names = [escape(str(path)) for path in paths]
    return _seen(_duckdb().read_parquet(names, hive_partitioning=False))


def _refuse_different(paths: Sequence[Path]) -> None:
    """Refuse Parquet files of which one has other columns, or of another type: both get lost."""
    found = _duckdb().execute(
        "select file_name, list((name, type, converted_type, logical_type) order by name) "
        "from parquet_schema($paths) where num_children is null group by file_name",
        {"paths": [escape(str(path)) for path in paths]},
    )
    columns = dict(found.fetchall())
    first = str(paths[0])
    for name, described in columns.items():
        if described != columns[first]:
            raise Unreadable(f"{name}: its columns are not those of {first}; read each by itself.")


def _hadoop(path: Path) -> str:
    """Return a path in which no sign is a pattern."""
    return re.sub(r"([\\{}\[\]*?])", r"\\\1", str(path))


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
        missing = _module("pandas").isna
        return [tuple(None if missing(cell) else cell for cell in row) for row in rows]
    return list(rows)


def _seen(native: Any) -> Frame:
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
