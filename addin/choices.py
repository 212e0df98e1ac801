"""The words that options of the command accept."""

from enum import StrEnum


class Engine(StrEnum):
    """Who filters, groups and sums."""

    DUCKDB = "duckdb"
    POLARS = "polars"
    PANDAS = "pandas"
    SPARK = "spark"


class Format(StrEnum):
    """What a report is written as."""

    XLSX = "xlsx"
    HTML = "html"
