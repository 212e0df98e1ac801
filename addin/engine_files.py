"""How each engine opens large files: nothing is guessed, and no name of a file is a pattern."""

import re
from collections.abc import Sequence
from glob import escape
from pathlib import Path

import narwhals as nw

from addin.choices import Engine
from addin.engines import Frame, duckdb_connection, installed, seen, spark_session
from addin.exports.text_file import Unreadable


def from_csv(
    engine: Engine, path: Path, names: Sequence[str], skip: int, delimiter: str, *, ragged: bool
) -> Frame:
    """Return the records of a UTF-8 file below its first lines, as texts; None for an empty cell.

    Lines of a `ragged` file may end early: what they lack is empty.
    """
    if engine is Engine.POLARS:
        cells = installed("polars").scan_csv(
            path,
            glob=False,
            has_header=False,
            skip_lines=skip,
            separator=delimiter,
            new_columns=list(names),
            infer_schema=False,
        )
        empty = nw.all_horizontal(*(nw.col(name).is_null() for name in names), ignore_nulls=False)
        return seen(cells).filter(~empty)  # the others pass over empty lines
    if engine is Engine.PANDAS:
        pandas = installed("pandas")
        cells = pandas.read_csv(
            path,
            compression=None,
            header=None,
            names=list(names),
            index_col=False,
            skiprows=skip,
            sep=delimiter,
            dtype=pandas.ArrowDtype(installed("pyarrow").string()),  # its numbers may be missing
            keep_default_na=False,
            na_values=[""],
        )
        return seen(cells)
    if engine is Engine.SPARK:
        if skip != 1:
            raise Unreadable("Spark reads a CSV whose first line is its header")
        read = spark_session().read.option("sep", delimiter).option("header", value=True)
        read = read.option("escape", '"').option("mode", "FAILFAST")
        return seen(read.csv(_hadoop(path)).toDF(*names))
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    padding = "null_padding=true, parallel=false, " if ragged else ""
    return seen(
        duckdb_connection().sql(
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
        scan = installed("polars").scan_parquet
        return seen(scan([*map(str, paths)], glob=False, hive_partitioning=False))
    if engine is Engine.PANDAS:
        pandas = installed("pandas")
        read = [
            pandas.read_parquet(path, dtype_backend="pyarrow", partitioning=None) for path in paths
        ]
        return seen(pandas.concat(read))
    if engine is Engine.SPARK:
        return seen(spark_session().read.parquet(*map(_hadoop, paths)))
    names = [escape(str(path)) for path in paths]
    return seen(duckdb_connection().read_parquet(names, hive_partitioning=False))


def _refuse_different(paths: Sequence[Path]) -> None:
    """Refuse Parquet files of which one has other columns, or of another type: both get lost."""
    found = duckdb_connection().execute(
        "select file_name, list((name, type, converted_type, logical_type) order by name) "
        "from parquet_schema($paths) where num_children is null group by file_name order by all",
        {"paths": [escape(str(path)) for path in paths]},
    )
    (_, columns), *others = found.fetchall()
    for name, described in others:
        if described != columns:
            raise Unreadable(f"its columns are not those of {name}; read each by itself")


def _hadoop(path: Path) -> str:
    """Return a path in which no sign is a pattern."""
    return re.sub(r"([\\{}\[\]*?])", r"\\\1", str(path))
