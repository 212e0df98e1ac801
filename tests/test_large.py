"""A file too large to be held gives the same answers as one that is held, or is held."""

from pathlib import Path

import pytest

from addin.choices import Engine
from addin.exports.mapping import column_map
from addin.exports.text_file import Unreadable
from tests.large_files import (
    GOOGLE,
    ON_EVERY_ENGINE,
    TITLES,
    assert_held,
    assert_same,
    held,
    in_parts,
    row,
    rows,
    with_cell,
    write,
)


@ON_EVERY_ENGINE
@pytest.mark.parametrize(
    ("mark", "end", "last"), [("", "\n", ""), ("\ufeff", "\r\n", "\r\n"), ("", "\n", "\n\n\n")]
)
def test_line_ends_and_the_mark_of_the_encoding_change_nothing(
    tmp_path: Path, engine: Engine, mark: str, end: str, last: str
) -> None:
    assert_same(write(tmp_path, mark + end.join(rows()) + last), engine)


@pytest.mark.parametrize("head", [150, 5_000, 12_000])
@pytest.mark.parametrize("tail", [100, 4_000, 20_000])
def test_where_the_parts_are_cut_changes_nothing(tmp_path: Path, head: int, tail: int) -> None:
    body = "".join(f"C{number},{number}.50,{number * 9},{number},1.5\n" for number in range(1, 500))
    total = sum(range(1, 500))
    text = f"{GOOGLE}{body}Total: Account,{total + 249.5},{total * 9},{total},748.5\n"
    tables = assert_same(write(tmp_path, text), Engine.DUCKDB, ends=(head, tail))
    assert tables.total.cost == total + 249.5


@pytest.mark.parametrize("tail", range(60, 700, 41))
def test_a_name_with_line_ends_and_delimiters_may_be_cut_anywhere(
    tmp_path: Path, tail: int
) -> None:
    body = "".join(
        f'"Brand, ""new""\nTotal: Account,1,1,1,1\nNo. {number % 3}",{number},9,5,1\n'
        for number in range(1, 40)
    )
    tables = assert_same(write(tmp_path, f"{GOOGLE}{body}"), Engine.DUCKDB, ends=(300, tail))
    assert tables.total.cost == sum(range(1, 40))
    assert {each.name for each in tables.campaigns} == {
        f'Brand, "new"\nTotal: Account,1,1,1,1\nNo. {number}' for number in range(3)
    }


@ON_EVERY_ENGINE
@pytest.mark.parametrize(
    "line", ["2026-01-05,P1,Campaign 1,5", row(5) + ",surplus", '2026-01-05,P1,"x"y,5,9,8,1']
)
def test_a_line_of_another_width_is_read_as_when_held_or_refused(
    tmp_path: Path, engine: Engine, line: str
) -> None:
    path = with_cell(tmp_path, line)
    try:
        parts = in_parts(path, engine)
    except Unreadable:
        return
    if engine is not Engine.PANDAS:  # which takes "x"y for xy
        assert parts.total == held(path).total


@ON_EVERY_ENGINE
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("\n".join(rows()).replace("Campaign 7", "Kjøp"), "cp1252"),
        ("\n".join([*rows(), row(7).replace("Campaign 7", "Kjøp"), *rows()[1:]]), "cp1252"),
        ("\n".join(rows()), "utf-16"),
        ("\r".join(rows()), "utf-8"),
        ("\n".join(rows()).replace("Campaign 7", '="Campaign 7"'), "utf-8"),
        (
            "\n".join(rows())
            .replace("campaign_name", '"campaign_name"')
            .replace("Campaign 7", '5" pipe'),
            "utf-8",
        ),
    ],
    ids=["windows", "windows in the middle", "utf-16", "old line ends", "formulas", "inches"],
)
def test_what_cannot_be_read_in_parts_is_held(
    tmp_path: Path, engine: Engine, text: str, encoding: str
) -> None:
    path = write(tmp_path, text, encoding)
    if text.count('"') % 2 == 0 and '5" pipe' in text:
        path = write(tmp_path, text + "\n" + row(7).replace("Campaign 7", '5" pipe'), encoding)
    assert_held(path, engine)


@ON_EVERY_ENGINE
def test_a_title_of_two_lines_is_held(tmp_path: Path, engine: Engine) -> None:
    text = "\n".join([TITLES + ',"Ad\nstatus"', *(f"{line},on" for line in rows()[1:])])
    assert_held(write(tmp_path, text), engine)


@ON_EVERY_ENGINE
def test_a_name_of_a_file_is_no_pattern(tmp_path: Path, engine: Engine) -> None:
    """ads[1].csv would match ads1.csv."""
    (tmp_path / "ads1.csv").write_text("\n".join(rows(300)), encoding="utf-8")
    path = tmp_path / "ads[1].csv"
    path.write_text("\n".join(rows()), encoding="utf-8")
    assert_same(path, engine)


@ON_EVERY_ENGINE
def test_maps_are_for_large_files_too(tmp_path: Path, engine: Engine) -> None:
    lines = rows()
    lines[0] = "When,Where,What,Spent,Shown,Clicked,Won"
    path = write(tmp_path, "\n".join(lines))
    maps = column_map(
        ["date=When", "channel=Where", "campaign=What", "cost=Spent", "conversions=Won"]
    )
    assert_same(path, engine, maps=maps)
