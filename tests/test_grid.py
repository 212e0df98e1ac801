"""Any export becomes lines of cells as they stand, or a sentence with the reason and the cure."""

import csv
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from time import perf_counter

import pytest
from openpyxl import Workbook, load_workbook

from addin.csv_file import CsvFile
from addin.exports import limits
from addin.exports.grid import Cell, Grid, Line, read_grids
from addin.exports.text_file import Unreadable

GOOGLE = """Campaign report
"July 8, 2025 - July 31, 2025"
Campaign,Cost,Conversions
Brand,"1,200.50",48
Total: Account,"1,200.50",48
"""
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def export(tmp_path: Path) -> "Export":
    def save(content: bytes | str, name: str = "export.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return save


Export = Callable[..., Path]


def only(path: Path) -> Grid:
    [grid] = read_grids(path)
    return grid


def cells(path: Path) -> list[list[Cell]]:
    return [line.cells for line in only(path).lines]


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        read_grids(path)
    why = str(refused.value)
    assert why.startswith(str(path))
    assert why.endswith(".")
    return why


def book(*rows: Iterable[object]) -> bytes:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def zipped(contents: Mapping[str, bytes | str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_sheet(content: bytes, old: str, new: str) -> bytes:
    """Return a workbook whose first sheet's XML says `new` where it said `old`."""
    source = zipfile.ZipFile(BytesIO(content))
    parts = {name: source.read(name) for name in source.namelist()}
    assert old.encode() in parts[SHEET]
    parts[SHEET] = parts[SHEET].replace(old.encode(), new.encode(), 1)
    return zipped(parts)


class TestText:
    def test_titles_header_rows_and_totals_are_all_lines(self, export: Export) -> None:
        assert only(export(GOOGLE)) == Grid(
            path=str(export(GOOGLE)),
            sheet="",
            encoding="utf-8",
            delimiter=",",
            lines=[
                Line(1, ["Campaign report"]),
                Line(2, ["July 8, 2025 - July 31, 2025"]),
                Line(3, ["Campaign", "Cost", "Conversions"]),
                Line(4, ["Brand", "1,200.50", "48"]),
                Line(5, ["Total: Account", "1,200.50", "48"]),
            ],
        )

    @pytest.mark.parametrize(
        ("mark", "codec", "encoding"),
        [
            (b"", "utf-8", "utf-8"),
            (b"\xef\xbb\xbf", "utf-8", "utf-8-sig"),
            (b"\xff\xfe", "utf-16-le", "utf-16-le"),
            (b"\xfe\xff", "utf-16-be", "utf-16-be"),
            (b"", "utf-16-le", "utf-16-le"),
            (b"", "utf-16-be", "utf-16-be"),
            (b"", "cp1252", "cp1252"),
        ],
    )
    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_an_encoding_is_known_by_the_content(
        self, export: Export, mark: bytes, codec: str, encoding: str, delimiter: str
    ) -> None:
        text = "Kampanje,Beløp brukt (NOK)\r\nSøk – på nett,1200\r\nVår,15\r\n"
        grid = only(export(mark + text.replace(",", delimiter).encode(codec)))
        assert (grid.encoding, grid.delimiter) == (encoding, delimiter)
        assert [line.cells for line in grid.lines] == [
            ["Kampanje", "Beløp brukt (NOK)"],
            ["Søk – på nett", "1200"],
            ["Vår", "15"],
        ]

    def test_the_name_decides_nothing(self, export: Export) -> None:
        for name in ("report", "report.tsv", "report.xlsx", "report.parquet"):
            assert len(only(export(GOOGLE, name)).lines) == 5

    @pytest.mark.parametrize("order", ["sep=,", "sep=;", "sep=\t", "sep=|", '"sep=;"', "SEP=;"])
    def test_a_line_that_orders_the_delimiter_is_obeyed_and_is_no_line(
        self, export: Export, order: str
    ) -> None:
        delimiter = order.strip('"')[-1]
        grid = only(export(f"{order}\r\nDay{delimiter}Reach\r\n2025-07-08{delimiter}1,5;2\r\n"))
        assert grid.delimiter == delimiter
        assert grid.lines[0] == (2, ["Day", "Reach"])

    def test_decimal_commas_are_not_taken_for_the_delimiter(self, export: Export) -> None:
        title = "Relatório, campanha\nmaio, 2026\n"
        for delimiter in (";", "\t"):
            row = delimiter.join(["Pesquisa, marca", "236,86", "4,5"])
            header = delimiter.join(["Campanha", "Custo", "Conversões"])
            assert only(export(f"{title}{header}\n{row}\n{row}\n")).delimiter == delimiter

    def test_titles_with_commas_outnumber_no_row_of_tabs(self, export: Export) -> None:
        titles = "".join(f"{name}: May 1, 2026, 12:00 AM\n" for name in ("Start", "End", "Made"))
        linkedin = f"Report (in UTC)\n{titles}\nDay\tAd\tClicks\tSpent\n5/1/2026\tA\t9\t10.5\n"
        assert only(export(linkedin.encode("utf-16"))).delimiter == "\t"

    def test_tabs_within_a_cell_do_not_part_it(self, export: Export) -> None:
        assert only(export("Ad,Day,Cost\na\tb,1,2\nc\td,1,2\n")).delimiter == ","

    def test_a_line_break_within_quotes_keeps_the_numbers_of_lines(self, export: Export) -> None:
        lines = only(export('Ad,Cost\n"two\r\nlines",1\n"say ""hi""",2\n')).lines
        assert lines[1:] == [(2, ["two\r\nlines", "1"]), (4, ['say "hi"', "2"])]

    def test_only_the_end_of_a_line_ends_it(self, export: Export) -> None:
        lines = only(export("Ad,Cost\rone\u2028two\x0c\x85,1\r")).lines
        assert lines == [(1, ["Ad", "Cost"]), (2, ["one\u2028two\x0c\x85", "1"])]

    def test_blank_lines_have_no_cells_and_at_the_end_are_left_out(self, export: Export) -> None:
        lines = only(export("# GA4\n\nDay,Users\n0000,7\n,\n\n")).lines
        assert lines == [(1, ["# GA4"]), (2, []), (3, ["Day", "Users"]), (4, ["0000", "7"])]

    def test_a_text_within_a_formula_is_unwrapped(self, export: Export) -> None:
        tiktok = '="Biaya"\t="Iklan ""A"""\t=""\n="161074.000"\t=1+1\t-\n'
        quoted = '"=""Cost""","Day"\n"=""1,200""",1\n'
        assert cells(export(tiktok)) == [["Biaya", 'Iklan "A"', ""], ["161074.000", "=1+1", "-"]]
        assert cells(export(quoted)) == [["Cost", "Day"], ["1,200", "1"]]

    def test_a_formula_cut_by_the_delimiter_is_refused(self, export: Export) -> None:
        assert "line 2: the formula" in refusal(export('Cost,Day\n="1,200",1\n'))

    def test_a_long_cell_is_read_up_to_a_limit(self, export: Export) -> None:
        csv.field_size_limit(131_072)  # what a fresh Python has
        assert cells(export("Ad\n" + "x" * 1_000_000))[1] == ["x" * 1_000_000]
        assert "line 2: field larger than" in refusal(export("Ad\n" + "x" * 1_000_001))

    def test_damage_is_named_never_repaired(self, export: Export) -> None:
        nordic = "Kampanje,Kostnad\n" + "Søk på nett,1\n" * 20
        assert "line 3: a NUL byte" in refusal(export(b"Ad,Cost\nx,1\ny\0,2\n"))
        assert "line 2: the sign \ufffd" in refusal(export("Ad,Cost\nS\ufffdk,1\n"))
        assert "line 22: the text is in UTF-8" in refusal(export(nordic.encode() + b"S\xc3"))
        assert "UTF-16-LE, but is damaged" in refusal(export(nordic.encode("utf-16")[:-1]))
        assert "line 2: unexpected end" in refusal(export('Ad,Cost\n"x,1\ny,2\n'))

    def test_the_command_reads_columns_of_the_same_text(self, export: Export) -> None:
        file = CsvFile.read(str(export('sep=;\nAd;Cost\n="x";="7"\n')))
        assert file.column("Cost") == [(3, ["7"])]


class TestWorkbook:
    def test_cells_keep_their_types(self, export: Export) -> None:
        moment = datetime(2025, 7, 8, 9, 30)  # noqa: DTZ001 - a cell has no time zone
        row = ["Brand", 48, 25.5, True, date(2025, 7, 8), moment, None, "0012"]
        [read] = cells(export(book(row), "meta.xlsx"))
        assert read == row
        assert list(map(type, read)) == [
            *(str, float, float, bool, date, datetime),
            *(type(None), str),
        ]

    def test_a_duration_is_a_text_for_nobody_adds_it_to_a_cost(self, export: Export) -> None:
        durations = [time(0, 22, 49), timedelta(hours=30, seconds=5)]
        assert cells(export(book(durations))) == [["00:22:49", "30:00:05"]]

    def test_an_error_is_its_text_not_a_blank(self, export: Export) -> None:
        rows: list[list[Cell]] = [["Cost", "CPC"], [7, "#N/A"], ['says t="e"'], [None, "#DIV/0!"]]
        assert cells(export(book(*rows))) == rows

    def test_an_error_of_a_formula_too(self, export: Export) -> None:
        formula = '<c r="A1" t="e"><f>B1/C1</f><v>#DIV/0!</v></c>'
        content = with_sheet(book(["#N/A", 1]), '<c r="A1" t="e"><v>#N/A</v></c>', formula)
        assert cells(export(content)) == [["#DIV/0!", 1.0]]

    def test_an_error_in_xml_with_prefixes_too(self, export: Export) -> None:
        source = zipfile.ZipFile(BytesIO(book([1, "#N/A"])))
        parts = {name: source.read(name) for name in source.namelist()}
        prefixed = re.sub(rb"<(/?)(?=\w)", rb"<\1x:", parts[SHEET]).replace(b"xmlns=", b"xmlns:x=")
        assert cells(export(zipped({**parts, SHEET: prefixed}))) == [[1.0, "#N/A"]]

    def test_a_formula_never_calculated_is_its_text_not_a_blank(self, export: Export) -> None:
        assert cells(export(book([7, "=A1/2"], [], ["=A1&A1"]))) == [[7.0, "=A1/2"], [], ["=A1&A1"]]

    def test_a_formula_with_an_empty_text_is_blank(self, export: Export) -> None:
        blank = '<c r="B1" t="str"><f>""</f><v></v></c>'
        content = with_sheet(book([7, "#N/A"]), '<c r="B1" t="e"><v>#N/A</v></c>', blank)
        assert cells(export(content)) == [[7.0]]

    def test_rows_keep_their_numbers_and_blank_ones_have_no_cells(self, export: Export) -> None:
        workbook = Workbook()
        workbook.active["B3"] = "Total"
        workbook.active["A5"] = "merged"
        workbook.active.merge_cells("A5:C6")
        assert only(export(saved(workbook))).lines == [
            *((1, []), (2, []), (3, [None, "Total"])),
            *((4, []), (5, ["merged"])),
        ]

    def test_every_visible_sheet_that_holds_something_is_a_grid(self, export: Export) -> None:
        workbook = load_workbook(BytesIO(book(["Worksheet"])))
        for name, state in (("Å & <B>", "visible"), ("hidden", "hidden"), ("gone", "veryHidden")):
            workbook.create_sheet(name).append([name])
            workbook[name].sheet_state = state
        workbook.create_sheet("empty")
        workbook.create_chartsheet("chart")
        grids = read_grids(export(saved(workbook)))
        assert [(grid.sheet, grid.lines) for grid in grids] == [
            ("Sheet", [(1, ["Worksheet"])]),
            ("Å & <B>", [(1, ["Å & <B>"])]),
        ]

    def test_dates_are_right_where_days_count_from_1904(self, export: Export) -> None:
        workbook = Workbook()
        workbook.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - as Excel on old Macs has it
        workbook.active.append([date(2025, 7, 8)])
        assert cells(export(saved(workbook))) == [[date(2025, 7, 8)]]

    def test_a_workbook_with_nothing_to_see_is_refused(self, export: Export) -> None:
        assert "nothing is in it" in refusal(export(book()))

    def test_an_error_unknown_to_the_reader_is_refused(self, export: Export) -> None:
        content = with_sheet(book(["#N/A"]), "#N/A", "#SPILL!")
        assert "#SPILL!" in refusal(export(content))


class TestZip:
    def test_each_text_of_search_console_is_a_grid(self, export: Export) -> None:
        content = zipped(
            {
                "Queries.csv": "Top queries,Clicks\ncpc,7\n",
                "Pages.csv": "Top pages,Clicks\n/,9\n",
                "__MACOSX/._Pages.csv": b"\0\5\x16\7",
            }
        )
        grids = read_grids(export(content, "search.zip"))
        assert [(grid.sheet, grid.lines[1]) for grid in grids] == [
            ("Queries.csv", (2, ["cpc", "7"])),
            ("Pages.csv", (2, ["/", "9"])),
        ]

    def test_what_is_no_text_in_a_zip_is_named(self, export: Export) -> None:
        assert "photo.png" in refusal(export(zipped({"a.csv": "x", "photo.png": "x"})))
        assert "a.csv: a PDF" in refusal(export(zipped({"a.csv": b"%PDF-1.7"})))
        assert "a.csv: the file is empty" in refusal(export(zipped({"a.csv": b"\n"})))

    @pytest.mark.parametrize("name", ["../a.csv", "/etc/a.csv", "a/../../b.csv", "C:\\a.csv"])
    def test_a_name_that_points_outside_is_refused(self, export: Export, name: str) -> None:
        assert "points outside" in refusal(export(zipped({name: "Cost\n1\n"})))

    def test_a_password_is_named(self, export: Export) -> None:
        content = bytearray(zipped({"a.csv": "Cost\n1\n"}))
        content[content.index(b"PK\1\2") + 8] |= 1
        assert "protected by a password" in refusal(export(bytes(content)))


class TestSafety:
    def test_a_bomb_of_67_kb_is_refused_at_once(self, export: Export) -> None:
        for name in ("bomb.csv", SHEET):
            path = export(zipped({"xl/workbook.xml": "<x/>", name: b"0" * 68_000_000}))
            assert 60_000 < path.stat().st_size < 70_000
            begins = perf_counter()
            assert "times its size, and 200 is the limit" in refusal(path)
            assert perf_counter() - begins < 0.2

    def test_a_bomb_that_lies_about_its_size_is_never_unpacked(self, export: Export) -> None:
        content = zipped({"bomb.csv": b"0" * 68_000_000})
        lie = content.replace((68_000_000).to_bytes(4, "little"), (900).to_bytes(4, "little"))
        begins = perf_counter()
        assert "bomb.csv is damaged" in refusal(export(lie))
        assert perf_counter() - begins < 0.2

    def test_archives_have_limits(self, export: Export, monkeypatch: pytest.MonkeyPatch) -> None:
        content = zipped({f"{number}.csv": "Cost\n1\n" for number in range(5)})
        monkeypatch.setattr(limits, "LARGEST_UNPACKED", 30)
        assert "unpacks to" in refusal(export(content))
        monkeypatch.setattr(limits, "MOST_ENTRIES", 4)
        assert "5 entries, and 4 is the limit" in refusal(export(content))

    def test_files_have_a_limit(self, export: Export, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "LARGEST_FILE", 10)
        assert "export fewer days" in refusal(export(GOOGLE))

    def test_a_billion_laughs_are_refused_at_once(self, export: Export) -> None:
        laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
        bomb = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><worksheet'
        content = with_sheet(book(["#N/A"]), "<worksheet", bomb)
        content = with_sheet(content, "<v>#N/A</v>", "<v>&l9;</v>")
        begins = perf_counter()
        assert "declares entities" in refusal(export(content))
        assert perf_counter() - begins < 1

    def test_two_cells_at_the_corners_of_a_sheet_do_not_fill_the_memory(
        self, export: Export
    ) -> None:
        content = with_sheet(book([1], [2]), 'r="A2"', 'r="XFD1048576"')
        assert "1,048,576 rows of 16,384 columns" in refusal(export(content))

    def test_a_far_cell_is_read(self, export: Export) -> None:
        content = with_sheet(book([1], [2]), 'r="A2"', 'r="Z9999"')
        assert only(export(content)).lines[-1] == (9999, [*[None] * 25, 2.0])

    def test_a_sheet_in_another_encoding_is_refused(self, export: Export) -> None:
        assert "not in UTF-8" in refusal(export(with_sheet(book([1]), "<v>1</v>", "<v>1</v>\0")))

    @pytest.mark.parametrize("content", [GOOGLE.encode(), book([1]), zipped({"a.csv": "x\n1"})])
    def test_a_file_is_never_changed(self, export: Export, content: bytes) -> None:
        path = export(content)
        path.chmod(0o444)
        before = path.stat().st_mtime_ns, [*path.parent.iterdir()]
        read_grids(path)
        assert path.read_bytes() == content
        assert (path.stat().st_mtime_ns, [*path.parent.iterdir()]) == before


class TestNoTable:
    @pytest.mark.parametrize(
        ("content", "why"),
        [
            (b"", "the file is empty"),
            (b"\n \n", "the file is empty"),
            (b"\xef\xbb\xbf", "the file is empty"),
            (b"%PDF-1.7\n", "a PDF"),
            (b"\x89PNG\r\n\x1a\n", "a picture"),
            (b"\xff\xd8\xff\xe0", "a picture"),
            (b"\x1f\x8b\x08", "a gzip archive; unpack it first"),
            (b"PAR1\x15\x04", "a Parquet table"),
            (b"PK\x05\x06" + bytes(18), "an empty zip"),
            (b"PK\x03\x04" + bytes(40), "a damaged zip"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "a workbook of Excel 97-2003"),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
                "protected by a password; save it without one",
            ),
            (b"\n<!-- saved -->\n<table><tr><td>Cost</td></tr></table>", "a web page"),
            ("<html><body>Cost</body></html>".encode("utf-16"), "a web page"),
            (b"\xef\xbb\xbf<!DOCTYPE html><title>Log in</title>", "log in and download"),
            (b'<?xml version="1.0"?><Workbook/>', "an XML file"),
            (
                zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
                "OpenDocument",
            ),
            (zipped({"[Content_Types].xml": "x", "xl/workbook.bin": "x"}), "save it as XLSX"),
            (zipped({"xl/workbook.xml": "<x"}), "a damaged workbook"),
        ],
    )
    def test_what_it_is_and_what_to_do(self, export: Export, content: bytes, why: str) -> None:
        assert why in refusal(export(content))

    def test_a_folder_and_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        assert "a folder; name a file in it" in refusal(tmp_path)
        assert "no such file" in refusal(tmp_path / "none.csv")
