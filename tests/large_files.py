"""Files that pass for large ones, read in parts and held, and the two compared."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from addin import large, large_text
from addin.answers import answer
from addin.choices import Engine
from addin.exports.reading import Declared
from addin.exports.remembered import NO_MAPS
from addin.options import Options
from addin.sources import tables_of
from workbook_templates.report.findings import Check
from workbook_templates.report.tables import Finding, Tables

TODAY = date(2026, 11, 23)
FIRST = date(2026, 1, 1)
NOTHING = Declared()
ENDS = (2_000, 800)
ENGINES = (Engine.DUCKDB, Engine.POLARS, Engine.PANDAS)
ON_EVERY_ENGINE = pytest.mark.parametrize("engine", ENGINES)
TITLES = "date_day,platform,campaign_name,spend,impressions,clicks,conversions"
GOOGLE = (
    'Campaign report\n"January 1, 2026 - June 30, 2026"\nCampaign,Cost,Impr.,Clicks,Conversions\n'
)
META = "Reporting starts,Reporting ends,Day,Campaign name,Amount spent (NOK),Impressions,Results\n"


def told(path: Path, options: Options, maps: Mapping[str, str]) -> Tables:
    return answer(tables_of([str(path)], NO_MAPS._replace(given=maps), options, print), options)


def in_parts(
    path: Path,
    engine: Engine,
    declared: Declared = NOTHING,
    maps: Mapping[str, str] = NO_MAPS.given,
    ends: tuple[int, int] = ENDS,
) -> Tables:
    """Return what a report tells of a file that passes for a large one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large, "LARGE", 0)
        patch.setattr(large_text, "HEAD", ends[0])
        patch.setattr(large_text, "TAIL", ends[1])
        patch.setattr(large_text, "CHUNK", 1_000)
        return told(path, Options(TODAY, declared, engine=engine), maps)


def held(
    path: Path, declared: Declared = NOTHING, maps: Mapping[str, str] = NO_MAPS.given
) -> Tables:
    """Return what a report tells of a file that is held."""
    return told(path, Options(TODAY, declared), maps)


def is_large(finding: Finding) -> bool:
    return finding.check is Check.LARGE


def assert_same(
    path: Path,
    engine: Engine,
    declared: Declared = NOTHING,
    maps: Mapping[str, str] = NO_MAPS.given,
    ends: tuple[int, int] = ENDS,
) -> Tables:
    """Assert that a file was read in parts, and tells the same as when it is held."""
    parts, whole = in_parts(path, engine, declared, maps, ends), held(path, declared, maps)
    assert any(map(is_large, parts.findings))
    found = [each for each in parts.findings if not is_large(each)]
    assert replace(parts, findings=found) == replace(whole, findings=list(whole.findings))
    return parts


def assert_held(path: Path, engine: Engine) -> None:
    """Assert that a file was held, for all its size, since it cannot be read in parts."""
    parts = in_parts(path, engine)
    assert not any(map(is_large, parts.findings))
    assert parts == held(path)


def row(number: int, day: str = "", spend: str = "") -> str:
    """Return a row of the table that `TITLES` names; each is different."""
    day = day or (FIRST + timedelta(days=number % 90)).isoformat()
    spend = spend or f"{number * 1.37:.2f}"
    conversions = f"{number % 7 / 2}" if number % 5 else ""
    return f"{day},P{number % 2},Campaign {number % 9},{spend},{number * 31},{number},{conversions}"


def rows(count: int = 200) -> list[str]:
    return [TITLES, *map(row, range(1, count + 1))]


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "ads.csv"
    path.write_bytes(text.encode(encoding))
    return path


def with_cell(folder: Path, line: str) -> Path:
    """Return a file with one line in its middle, which the sample does not hold."""
    lines = rows()
    lines.insert(110, line)
    path = write(folder, "\n".join(lines) + "\n")
    assert line.encode() not in path.read_bytes()[:2_000] + path.read_bytes()[-800:]
    return path


def google(totals: str, count: int = 200) -> str:
    body = "".join(
        f"C{number},{number}.50,{number * 90},{number},1.5\n" for number in range(1, count + 1)
    )
    return GOOGLE + body + totals
