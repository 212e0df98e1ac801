"""The days of a large file: each is read as in a file that is held, or refused."""

from datetime import timedelta
from pathlib import Path

import pytest

from addin.choices import Engine
from addin.exports.reading import Declared
from addin.exports.text_file import Unreadable
from tests.large_files import (
    ENGINES,
    FIRST,
    ON_EVERY_ENGINE,
    TITLES,
    assert_same,
    held,
    in_parts,
    row,
    with_cell,
    write,
)


@ON_EVERY_ENGINE
@pytest.mark.parametrize(
    "form", ["%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%Y/%m/%d", "%Y%m%d"]
)
def test_forms_of_dates(tmp_path: Path, engine: Engine, form: str) -> None:
    lines = [TITLES]
    for number in range(200):
        day = FIRST + timedelta(days=number % 90)
        lines.append(row(number + 1, day.strftime(form)))
    assert_same(write(tmp_path, "\n".join(lines)), engine)


@ON_EVERY_ENGINE
def test_dates_with_a_time(tmp_path: Path, engine: Engine) -> None:
    lines = [TITLES]
    for number in range(200):
        day = FIRST + timedelta(days=number % 90)
        lines.append(row(number + 1, f"{day}T{number % 24:02}:30:00"))
    assert_same(write(tmp_path, "\n".join(lines)), engine)


@pytest.mark.parametrize(
    "day",
    [
        *("2026-02-30", "2026-13-01", "", "--", "20260105", "2026-W01-1", "0001-01-01", "Total"),
        *("2026-01-05T10:00", "05.01.2026", "2206-01-05", "2026-1-5"),
    ],
)
def test_a_day_that_is_none_is_named(tmp_path: Path, day: str) -> None:
    path = with_cell(tmp_path, f"{day},P1,Campaign 1,5,100,9,1")
    for engine in ENGINES if day in {"", "2026-02-30"} else (Engine.DUCKDB,):
        with pytest.raises(Unreadable, match=r"ads\.csv, .*'.*'") as refused:
            in_parts(path, engine)
        assert f"'{day.strip('-')}'" in str(refused.value)


@ON_EVERY_ENGINE
@pytest.mark.parametrize(
    "day", ["31.02.2026", "1.2.2026", "13.13.2026", "02/13/2026", "2026-01-05"]
)
def test_a_day_in_another_form_is_refused(tmp_path: Path, engine: Engine, day: str) -> None:
    lines = [
        row(number, (FIRST + timedelta(days=number)).strftime("%d.%m.%Y"))
        for number in range(1, 200)
    ]
    lines[110] = row(110, day)
    with pytest.raises(Unreadable, match=r"ads\.csv"):
        in_parts(write(tmp_path, "\n".join([TITLES, *lines])), engine)


@ON_EVERY_ENGINE
def test_days_that_may_be_two_are_not_guessed(tmp_path: Path, engine: Engine) -> None:
    """Both ends hold 3 March only; between them 3 April may be 4 March."""
    lines = [row(number, "03/03/2026") for number in range(1, 200)]
    lines[110] = row(110, "04/03/2026")
    path = write(tmp_path, "\n".join([TITLES, *lines]))
    with pytest.raises(Unreadable, match="--dates dmy or --dates mdy"):
        in_parts(path, engine)
    with pytest.raises(Unreadable, match="--dates dmy or --dates mdy"):
        held(path)
    for order in ("dmy", "mdy"):
        assert_same(path, engine, Declared(dates=order))


@ON_EVERY_ENGINE
def test_days_that_an_office_may_have_changed_are_refused(tmp_path: Path, engine: Engine) -> None:
    """A zero in front is lost where an office took 04/03/2026 for a date of its own."""
    lines = [
        row(number, (FIRST + timedelta(days=number % 90)).strftime("%d/%m/%Y"))
        for number in range(1, 200)
    ]
    lines[110] = row(110, "4/3/2026")
    path = write(tmp_path, "\n".join([TITLES, *lines]))
    for read in (held, lambda path: in_parts(path, engine)):
        with pytest.raises(Unreadable):
            read(path)
