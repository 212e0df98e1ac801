"""A file too large to be held gives the same answers as one that is held, or is refused."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from addin import large, large_text
from addin.answers import answer
from addin.choices import Engine
from addin.exports.mapping import column_map
from addin.exports.reading import Declared
from addin.exports.remembered import NO_MAPS
from addin.exports.text_file import Unreadable
from addin.options import Options
from addin.sources import tables_of
from workbook_templates.report.findings import Check
from workbook_templates.report.tables import Finding, Tables

TODAY = date(2026, 11, 23)
FIRST = date(2026, 1, 1)
NOTHING = Declared()
ENGINES = (Engine.DUCKDB, Engine.POLARS, Engine.PANDAS)
TITLES = "date_day,platform,campaign_name,spend,impressions,clicks,conversions"
GOOGLE = (
    'Campaign report\n"January 1, 2026 - June 30, 2026"\nCampaign,Cost,Impr.,Clicks,Conversions\n'
)
META = "Reporting starts,Reporting ends,Day,Campaign name,Amount spent (NOK),Impressions,Results\n"


@pytest.fixture(params=ENGINES, name="engine")
def _engine(request: pytest.FixtureRequest) -> Engine:
    return Engine(request.param)


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_text, "HEAD", 2_000)
    monkeypatch.setattr(large_text, "TAIL", 800)
    monkeypatch.setattr(large_text, "CHUNK", 1_000)


def told(path: Path, options: Options, maps: dict[str, str] | None = None) -> Tables:
    return answer(
        tables_of([str(path)], NO_MAPS._replace(given=maps or {}), options, print), options
    )


def in_parts(path: Path, engine: Engine, declared: Declared = NOTHING) -> Tables:
    """Return what a report tells of a file that passes for a large one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large, "LARGE", 0)
        return told(path, Options(TODAY, declared, engine=engine))


def held(path: Path, declared: Declared = NOTHING) -> Tables:
    """Return what a report tells of a file that is held."""
    return told(path, Options(TODAY, declared))


def is_large(finding: Finding) -> bool:
    return finding.check is Check.LARGE


def assert_same(path: Path, engine: Engine, declared: Declared = NOTHING) -> Tables:
    """Assert that a file was read in parts, and tells the same as when it is held."""
    parts, whole = in_parts(path, engine, declared), held(path, declared)
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


@pytest.mark.parametrize(
    ("mark", "end", "last"), [("", "\n", ""), ("\ufeff", "\r\n", "\r\n"), ("", "\n", "\n\n\n")]
)
def test_line_ends_and_the_mark_of_the_encoding_change_nothing(
    tmp_path: Path, engine: Engine, mark: str, end: str, last: str
) -> None:
    assert_same(write(tmp_path, mark + end.join(rows()) + last), engine)


@pytest.mark.parametrize("head", [150, 1_000, 5_000, 9_000, 12_000])
@pytest.mark.parametrize("tail", [100, 300, 4_000, 20_000])
def test_where_the_parts_are_cut_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, head: int, tail: int
) -> None:
    monkeypatch.setattr(large_text, "HEAD", head)
    monkeypatch.setattr(large_text, "TAIL", tail)
    body = "".join(f"C{number},{number}.50,{number * 9},{number},1.5\n" for number in range(1, 500))
    total = sum(range(1, 500))
    text = f"{GOOGLE}{body}Total: Account,{total + 249.5},{total * 9},{total},748.5\n"
    tables = assert_same(write(tmp_path, text), Engine.DUCKDB)
    assert tables.total.cost == total + 249.5


@pytest.mark.parametrize("tail", range(60, 700, 29))
def test_a_name_with_line_ends_and_delimiters_may_be_cut_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tail: int
) -> None:
    monkeypatch.setattr(large_text, "HEAD", 300)
    monkeypatch.setattr(large_text, "TAIL", tail)
    body = "".join(
        f'"Brand, ""new""\nTotal: Account,1,1,1,1\nNo. {number % 3}",{number},9,5,1\n'
        for number in range(1, 40)
    )
    tables = assert_same(write(tmp_path, f"{GOOGLE}{body}"), Engine.DUCKDB)
    assert tables.total.cost == sum(range(1, 40))
    assert {each.name for each in tables.campaigns} == {
        f'Brand, "new"\nTotal: Account,1,1,1,1\nNo. {number}' for number in range(3)
    }


def test_names_with_line_ends_are_read_by_every_engine(tmp_path: Path, engine: Engine) -> None:
    lines = rows()
    for place in range(1, len(lines), 3):
        lines[place] = lines[place].replace("Campaign ", '"A, ""b""\n c')
        lines[place] = lines[place].replace("\n c", '\n c"', 1)
        day, platform, *rest = lines[place].split(",", 2)
        number = rest[0].partition('c"')[2].partition(",")
        lines[place] = f'{day},{platform},"A, ""b""\n c{number[0]}",{number[2]}'
    assert_same(write(tmp_path, "\n".join(lines) + "\n"), engine)


def test_a_semicolon_file_with_decimal_commas(tmp_path: Path, engine: Engine) -> None:
    lines = [line.replace(",", ";").replace(".", ",") for line in rows()]
    lines[120] = lines[120].rsplit(";", 4)[0] + ";1\u00a0234 567,5;20;10;2"
    assert_same(write(tmp_path, "\n".join(lines)), engine)


@pytest.mark.parametrize("place", [3, 110])
def test_thousands_in_quotes(tmp_path: Path, engine: Engine, place: int) -> None:
    lines = rows()
    lines[place] = '2026-01-05,P1,Campaign 1,"1,234.50","12,345,678",900,2'
    tables = assert_same(write(tmp_path, "\n".join(lines)), engine)
    assert max(each.impressions or 0 for each in tables.paid) >= 12_345_678


@pytest.mark.parametrize(
    ("missing", "place"), [("--", 3), (" --", 110), ("-", 110), ("–", 110), ('""', 110), ("", 110)]
)
def test_a_dash_is_no_figure(tmp_path: Path, engine: Engine, missing: str, place: int) -> None:
    lines = rows()
    lines[place] = f"2026-01-05,P1,Campaign 1,5,100,9,{missing}"
    tables = assert_same(write(tmp_path, "\n".join(lines)), engine)
    (found,) = [each for each in tables.findings if each.check is Check.COST_WITHOUT_CONVERSIONS]
    assert found.facts["count"] == (40 if place == 110 else 41)


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


def test_names_are_set_free_of_spaces_and_dashes(tmp_path: Path, engine: Engine) -> None:
    lines = rows()
    for place, name in ((5, " Campaign 3 "), (110, "Campaign 3  "), (111, "--"), (112, " ")):
        lines[place] = f"2026-01-05,P1,{name},5,100,9,1"
    tables = assert_same(write(tmp_path, "\n".join(lines)), engine)
    assert {each.name for each in tables.campaigns} == {
        "",
        *(f"Campaign {number}" for number in range(9)),
    }


@pytest.mark.parametrize("name", ["=1+1", "@cmd", "ø 測試 🙂", "NULL", "nan", "1,5", "x; y", "NA"])
def test_a_name_is_what_it_is(tmp_path: Path, engine: Engine, name: str) -> None:
    path = with_cell(tmp_path, f'2026-01-05,P1,"{name}",5,100,9,1')
    assert name in {each.name for each in assert_same(path, engine).campaigns}


@pytest.mark.parametrize(
    "form", ["%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%Y/%m/%d", "%Y%m%d"]
)
def test_forms_of_dates(tmp_path: Path, engine: Engine, form: str) -> None:
    lines = [TITLES]
    for number in range(200):
        day = FIRST + timedelta(days=number % 90)
        lines.append(row(number + 1, day.strftime(form)))
    assert_same(write(tmp_path, "\n".join(lines)), engine)


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
def test_a_day_that_is_none_is_named(tmp_path: Path, engine: Engine, day: str) -> None:
    with pytest.raises(Unreadable, match=r"ads\.csv, .*'.*'") as refused:
        in_parts(with_cell(tmp_path, f"{day},P1,Campaign 1,5,100,9,1"), engine)
    assert f"'{day.strip('-')}'" in str(refused.value)


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


def google(totals: str, count: int = 200) -> str:
    body = "".join(
        f"C{number},{number}.50,{number * 90},{number},1.5\n" for number in range(1, count + 1)
    )
    return GOOGLE + body + totals


def test_totals_at_the_end_are_set_aside_and_compared(tmp_path: Path, engine: Engine) -> None:
    totals = "Total: Campaigns,20200,1809000,20100,300\nTotal: Account,30000,1809000,20100,300\n"
    tables = assert_same(write(tmp_path, google(totals)), engine)
    assert tables.total.cost == 20_200
    found = [each for each in tables.findings if each.check is Check.TOTALS_DISAGREE]
    assert [(each.line, each.facts["total"]) for each in found] == [(205, 30_000)]


def test_an_unnamed_total_under_the_header_is_set_aside(tmp_path: Path, engine: Engine) -> None:
    days = [(FIRST + timedelta(days=number % 90)).isoformat() for number in range(200)]
    body = "".join(
        f'2026-01-01,2026-03-31,{day},"C{number % 4}",{number}.25,{number * 40},{number % 3}\n'
        for number, day in enumerate(days)
    )
    total = f"2026-01-01,2026-03-31,,,{sum(range(200)) + 50},{sum(range(200)) * 40},199\n"
    tables = assert_same(write(tmp_path, META + total + body), engine)
    assert tables.total.cost == sum(range(200)) + 50


def test_a_total_of_an_unknown_name_is_refused(tmp_path: Path, engine: Engine) -> None:
    for text in (google("Summe aller,20200,1809000,20100,300\n"),):
        path = write(tmp_path, text)
        for read in (held, lambda path: in_parts(path, engine)):
            with pytest.raises(Unreadable, match=r"line 204.*a line of totals of an unknown name"):
                read(path)


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


def test_a_note_below_the_rows_is_set_aside(tmp_path: Path, engine: Engine) -> None:
    text = "\n".join([*rows(), "", '"©2026 Microsoft Corporation. All rights reserved. "', ""])
    tables = assert_same(write(tmp_path, text), engine)
    assert [each.check for each in tables.findings].count(Check.REMARKS) == 1


def test_rows_of_delimiters_only_are_none(tmp_path: Path, engine: Engine) -> None:
    assert_same(write(tmp_path, "\n".join([*rows(), *[","] * 3, ",,,,,,", ""])), engine)


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


def test_a_title_of_two_lines_is_held(tmp_path: Path, engine: Engine) -> None:
    text = "\n".join([TITLES + ',"Ad\nstatus"', *(f"{line},on" for line in rows()[1:])])
    assert_held(write(tmp_path, text), engine)


def test_a_name_of_a_file_is_no_pattern(tmp_path: Path, engine: Engine) -> None:
    """ads[1].csv would match ads1.csv."""
    (tmp_path / "ads1.csv").write_text("\n".join(rows(300)), encoding="utf-8")
    path = tmp_path / "ads[1].csv"
    path.write_text("\n".join(rows()), encoding="utf-8")
    assert_same(path, engine)


def test_amounts_whose_sum_no_engine_holds_are_refused(tmp_path: Path, engine: Engine) -> None:
    lines = rows()
    lines[100:110] = [row(number, spend="999999999999.99") for number in range(10)]
    path = write(tmp_path, "\n".join(lines))
    for read in (held, lambda path: in_parts(path, engine)):
        with pytest.raises(Unreadable, match=r"sum.* beyond 9,"):
            read(path)


def test_halves_of_a_millionth_go_to_the_even_one(tmp_path: Path, engine: Engine) -> None:
    """As Python rounds, so that a held file gives the same digits."""
    lines = [TITLES, *(row(number, spend=f"{number}.0000005") for number in range(1, 200))]
    lines[110] = row(110, spend="-3.0000015")
    assert_same(write(tmp_path, "\n".join(lines)), engine)


def test_maps_are_for_large_files_too(tmp_path: Path, engine: Engine) -> None:
    lines = rows()
    lines[0] = "When,Where,What,Spent,Shown,Clicked,Won"
    path = write(tmp_path, "\n".join(lines))
    maps = column_map(
        ["date=When", "channel=Where", "campaign=What", "cost=Spent", "conversions=Won"]
    )
    whole = told(path, Options(TODAY), maps)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large, "LARGE", 0)
        parts = told(path, Options(TODAY, engine=engine), maps)
    assert (parts.paid, parts.days, parts.total) == (whole.paid, whole.days, whole.total)
