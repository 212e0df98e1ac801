"""The cells of a large file: each is read as in a file that is held, or named."""

from pathlib import Path

import pytest

from addin.choices import Engine
from addin.exports.declared import Declared
from addin.exports.text_file import Unreadable
from tests.large_files import (
    ENGINES,
    ON_EVERY_ENGINE,
    TITLES,
    assert_same,
    held,
    in_parts,
    row,
    rows,
    with_cell,
    write,
)


@ON_EVERY_ENGINE
def test_names_with_line_ends_are_read_by_every_engine(tmp_path: Path, engine: Engine) -> None:
    lines = rows()
    for place in range(1, len(lines), 3):
        lines[place] = lines[place].replace("Campaign ", '"A, ""b""\n c')
        lines[place] = lines[place].replace("\n c", '\n c"', 1)
        day, platform, *rest = lines[place].split(",", 2)
        number = rest[0].partition('c"')[2].partition(",")
        lines[place] = f'{day},{platform},"A, ""b""\n c{number[0]}",{number[2]}'
    assert_same(write(tmp_path, "\n".join(lines) + "\n"), engine)


@ON_EVERY_ENGINE
def test_a_semicolon_file_with_decimal_commas(tmp_path: Path, engine: Engine) -> None:
    lines = [line.replace(",", ";").replace(".", ",") for line in rows()]
    lines[120] = lines[120].rsplit(";", 4)[0] + ";1\u00a0234 567,5;20;10;2"
    assert_same(write(tmp_path, "\n".join(lines)), engine)


@ON_EVERY_ENGINE
@pytest.mark.parametrize("place", [3, 110])
def test_thousands_in_quotes(tmp_path: Path, engine: Engine, place: int) -> None:
    lines = rows()
    lines[place] = '2026-01-05,P1,Campaign 1,"1,234.50","12,345,678",900,2'
    tables = assert_same(write(tmp_path, "\n".join(lines)), engine)
    assert max(each.impressions or 0 for each in tables.paid) >= 12_345_678


@ON_EVERY_ENGINE
@pytest.mark.parametrize("first", [3, 105])
def test_a_dash_is_no_figure(tmp_path: Path, engine: Engine, first: int) -> None:
    lines = rows()
    for place, missing in enumerate(["--", " --", "-", "–", '""', ""], first):
        lines[place] = f"2026-01-05,P1,Campaign {place},5,100,9,{missing}"
    tables = assert_same(write(tmp_path, "\n".join(lines)), engine)
    assert {each.name for each in tables.campaigns if not each.conversions} == {
        f"Campaign {place}" for place in range(first, first + 6) if place > 8
    }


@pytest.mark.parametrize(
    "cell",
    [
        *("nan", "NaN", "inf", "-inf", "Infinity", "1e5", "1E+05", "1_000", " 12 ", "+5"),
        *("12abc", "1.2.3", "1,5", "1 234", "12%", "<5", "$5", "NULL", "None", "NA", "0x1F"),
        *("１２", "٣", "--5", "5-", "TRUE", "1234567890123456", "."),
    ],
)
def test_a_cell_that_is_written_otherwise_is_named(tmp_path: Path, cell: str) -> None:
    path = with_cell(tmp_path, f'2026-01-05,P1,Campaign 1,"{cell}",100,9,1')
    for engine in ENGINES:
        with pytest.raises(
            Unreadable, match=r"ads\.csv, column spend: '.+' cannot be read"
        ) as told:
            in_parts(path, engine)
        assert f"'{cell}'" in str(told.value)


@ON_EVERY_ENGINE
def test_names_are_set_free_of_spaces_and_dashes(tmp_path: Path, engine: Engine) -> None:
    lines = rows()
    for place, name in ((5, " Campaign 3 "), (110, "Campaign 3  "), (111, "--"), (112, " ")):
        lines[place] = f"2026-01-05,P1,{name},5,100,9,1"
    tables = assert_same(write(tmp_path, "\n".join(lines)), engine)
    assert {each.name for each in tables.campaigns} == {
        "",
        *(f"Campaign {number}" for number in range(9)),
    }


@ON_EVERY_ENGINE
def test_a_name_is_what_it_is(tmp_path: Path, engine: Engine) -> None:
    names = ["=1+1", "@cmd", "ø 測試 🙂", "NULL", "nan", "1,5", "x; y", "NA", "None", "0012"]
    lines = rows()
    lines[105:105] = [f'2026-01-05,P1,"{name}",5,100,9,1' for name in names]
    tables = assert_same(write(tmp_path, "\n".join(lines)), engine)
    assert {each.name for each in tables.campaigns} >= {*names}


@ON_EVERY_ENGINE
def test_amounts_whose_sum_no_engine_holds_are_refused(tmp_path: Path, engine: Engine) -> None:
    lines = rows()
    lines[100:110] = [row(number, spend="999999999999.99") for number in range(10)]
    path = write(tmp_path, "\n".join(lines))
    for read in (held, lambda path: in_parts(path, engine)):
        with pytest.raises(Unreadable, match=r"sum.* beyond 9,"):
            read(path)


@ON_EVERY_ENGINE
def test_halves_of_a_millionth_go_to_the_even_one(tmp_path: Path, engine: Engine) -> None:
    """As Python rounds, so that a held file gives the same digits."""
    lines = [TITLES, *(row(number, spend=f"{number}.0000005") for number in range(1, 200))]
    lines[110] = row(110, spend="-3.0000015")
    assert_same(write(tmp_path, "\n".join(lines)), engine)


@ON_EVERY_ENGINE
def test_a_notation_that_is_said_decides_where_both_ends_have_whole_numbers(
    tmp_path: Path, engine: Engine
) -> None:
    lines = [
        TITLES,
        *(row(number, spend=f"{number}").rsplit(",", 1)[0] + ",1" for number in range(1, 200)),
    ]
    lines = [line.replace(",", ";") for line in lines]
    lines[110] = row(110).split(",")[0] + ";P1;Campaign 1;1.234;5;6;7"
    path = write(tmp_path, "\n".join(lines))
    with pytest.raises(Unreadable, match=r"'1\.234'.*--locale"):
        in_parts(path, engine)
    assert_same(path, engine, Declared(locale="de_DE"))
    assert_same(path, engine, Declared(locale="en_US"))
