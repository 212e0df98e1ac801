"""What is no row of a large file: totals, subtotals, notes and blank lines."""

from datetime import timedelta
from pathlib import Path

import pytest

from addin.choices import Engine
from addin.exports.text_file import Unreadable
from tests.large_files import (
    FIRST,
    GOOGLE,
    META,
    ON_EVERY_ENGINE,
    assert_same,
    google,
    held,
    in_parts,
    rows,
    with_cell,
    write,
)
from workbook_templates.report.findings import Check


@ON_EVERY_ENGINE
def test_totals_at_the_end_are_set_aside_and_compared(tmp_path: Path, engine: Engine) -> None:
    totals = "Total: Campaigns,20200,1809000,20100,300\nTotal: Account,30000,1809000,20100,300\n"
    tables = assert_same(write(tmp_path, google(totals)), engine)
    assert tables.total.cost == 20_200
    found = [each for each in tables.findings if each.check is Check.TOTALS_DISAGREE]
    assert [(each.line, each.facts["total"]) for each in found] == [(205, 30_000)]


@ON_EVERY_ENGINE
def test_an_unnamed_total_under_the_header_is_set_aside(tmp_path: Path, engine: Engine) -> None:
    days = [(FIRST + timedelta(days=number % 90)).isoformat() for number in range(200)]
    body = "".join(
        f'2026-01-01,2026-03-31,{day},"C{number % 4}",{number}.25,{number * 40},{number % 3}\n'
        for number, day in enumerate(days)
    )
    total = f"2026-01-01,2026-03-31,,,{sum(range(200)) + 50},{sum(range(200)) * 40},199\n"
    tables = assert_same(write(tmp_path, META + total + body), engine)
    assert tables.total.cost == sum(range(200)) + 50


@ON_EVERY_ENGINE
def test_a_total_of_an_unknown_name_is_refused(tmp_path: Path, engine: Engine) -> None:
    for text in (google("Summe aller,20200,1809000,20100,300\n"),):
        path = write(tmp_path, text)
        for read in (held, lambda path: in_parts(path, engine)):
            with pytest.raises(Unreadable, match=r"line 204.*a line of totals of an unknown name"):
                read(path)


@ON_EVERY_ENGINE
def test_a_total_among_the_rows_is_refused(tmp_path: Path, engine: Engine) -> None:
    """A spreadsheet program that sorts lines by their cost moves it there."""
    lines = google("").splitlines()
    lines.insert(110, "Total: Account,30000,1809000,20100,300")
    path = write(tmp_path, "\n".join(lines))
    for read in (held, lambda path: in_parts(path, engine)):
        with pytest.raises(Unreadable, match="'Total: Account' names a total"):
            read(path)


@ON_EVERY_ENGINE
def test_a_total_of_each_day_is_refused(tmp_path: Path, engine: Engine) -> None:
    path = with_cell(tmp_path, "2026-01-05,P1,TOTALT,5,100,9,1")
    for read in (held, lambda path: in_parts(path, engine)):
        with pytest.raises(Unreadable, match="'TOTALT' names a total"):
            read(path)


@ON_EVERY_ENGINE
def test_a_name_that_holds_such_a_word_is_a_name(tmp_path: Path, engine: Engine) -> None:
    path = with_cell(tmp_path, "2026-01-05,P1,Total Wine,5,100,9,1")
    assert "Total Wine" in {each.name for each in assert_same(path, engine).campaigns}


@ON_EVERY_ENGINE
def test_subtotals_are_refused(tmp_path: Path, engine: Engine) -> None:
    lines = ["Campaign,Device,Cost,Impr.,Clicks,Conversions"]
    for number in range(1, 80):
        lines += [
            f"C{number},Phone,{number},{number * 10},{number},1",
            f"C{number},Desktop,{number * 2},{number * 20},{number},2",
            f"C{number},,{number * 3},{number * 30},{number * 2},3",
        ]
    text = GOOGLE.rsplit("\n", 2)[0] + "\n" + "\n".join(lines) + "\n"
    path = write(tmp_path, text)
    for read in (held, lambda path: in_parts(path, engine)):
        with pytest.raises(Unreadable, match=r"column Device.*as subtotals do"):
            read(path)


@ON_EVERY_ENGINE
def test_a_title_that_stands_twice_is_refused(tmp_path: Path, engine: Engine) -> None:
    lines = [
        f"{line},{'spend' if not place else line.split(',')[3]}"
        for place, line in enumerate(rows())
    ]
    lines[110] = lines[110].rpartition(",")[0] + ",1"
    path = write(tmp_path, "\n".join(lines))
    for read in (held, lambda path: in_parts(path, engine)):
        with pytest.raises(Unreadable, match="spend"):
            read(path)


@ON_EVERY_ENGINE
def test_a_note_below_the_rows_is_set_aside(tmp_path: Path, engine: Engine) -> None:
    text = "\n".join([*rows(), "", '"©2026 Microsoft Corporation. All rights reserved. "', ""])
    tables = assert_same(write(tmp_path, text), engine)
    assert [each.check for each in tables.findings].count(Check.REMARKS) == 1


@ON_EVERY_ENGINE
def test_a_total_and_a_footer_of_microsoft_are_set_aside(tmp_path: Path, engine: Engine) -> None:
    body = "".join(f'"Fjord","C{number % 9}","{number}.50","9","1"\n' for number in range(1, 201))
    text = (
        '"Report Name: Campaigns"\n"Report Time: 2/7/2026,2/20/2026"\n\n'
        '"AccountName","CampaignName","Spend","Clicks","Conversions"\n'
        f'{body}"Total","","20,200.00","1,800","200"\n\n'
        '"©2026 Microsoft Corporation. All rights reserved. "\n'
    )
    tables = assert_same(write(tmp_path, text), engine)
    assert (tables.total.cost, tables.sources[0].rows) == (20_200, 200)


@ON_EVERY_ENGINE
def test_rows_of_delimiters_only_are_none(tmp_path: Path, engine: Engine) -> None:
    assert_same(write(tmp_path, "\n".join([*rows(), *[","] * 3, ",,,,,,", ""])), engine)
