"""A file that would fill the memory or reach beyond itself is refused before it is unpacked."""

import ast
import tracemalloc
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import openpyxl
import pytest

import addin
from addin.exports import limits
from addin.exports.grid import read_grids
from addin.exports.text_file import Unreadable

ROOT = Path(addin.__file__).parents[1]
CSV = "date_day,platform,spend\n2026-01-05,meta,10\n"
BOOK = "xl/workbook.xml"
SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LAUGHS = "".join(
    f'<!ENTITY l{place} "{f"&l{place - 1};" * 10 if place else "ha"}">' for place in range(10)
)


def workbook(folder: Path, **parts: str) -> Path:
    """Return a small workbook with some of its parts replaced by others, by their short names."""
    written = BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["date_day", "platform", "spend"])
    book.save(written)
    path = folder / "book.xlsx"
    with ZipFile(written) as source, ZipFile(path, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, parts.get(Path(name).stem, content))
    return path


def zipped(folder: Path, entries: dict[str, bytes]) -> Path:
    path = folder / "export.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as target:
        for name, content in entries.items():
            target.writestr(name, content)
    return path


def refused(path: Path) -> str:
    with pytest.raises(Unreadable) as reason:
        read_grids(path)
    return str(reason.value)


def bomb(folder: Path) -> Path:
    """Return a workbook of some 80 kB whose rows are 26 MB of XML."""
    row = '<row><c t="inlineStr"><is><t>0</t></is></c></row>'
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{row * 530_000}</sheetData></worksheet>'
    return workbook(folder, sheet1=sheet)


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the entries that are unpacked from now on."""
    names: list[str] = []
    opened = ZipFile.open

    def heard(self: ZipFile, name: str | ZipInfo, *words: Any, **more: Any) -> Any:
        names.append(name if isinstance(name, str) else name.filename)
        return opened(self, name, *words, **more)

    monkeypatch.setattr(ZipFile, "open", heard)
    return names


def test_a_small_workbook_of_26_megabytes_is_refused_before_it_is_unpacked(
    tmp_path: Path, unpacked: list[str]
) -> None:
    path = bomb(tmp_path)
    assert path.stat().st_size < 100_000
    unpacked.clear()
    tracemalloc.start()
    try:
        message = refused(path)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "times its size, and 200 is the limit" in message
    assert unpacked == []
    assert most < 2_000_000


def test_one_that_keeps_the_ratio_is_stopped_by_its_size(
    tmp_path: Path, unpacked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "LARGEST_UNPACKED", 1_000_000)
    path = zipped(tmp_path, {f"{place}.csv": bytes(400_000) for place in range(3)})
    unpacked.clear()
    assert "unpacks to 1 MB" in refused(path)
    assert unpacked == []


def test_a_zip_in_a_zip_is_not_opened(tmp_path: Path) -> None:
    inner = zipped(tmp_path, {"a.csv": CSV.encode()}).read_bytes()
    assert "a zip that holds inner.zip" in refused(zipped(tmp_path, {"inner.zip": inner}))
    (message,) = [refused(zipped(tmp_path, {"inner.csv": inner}))]
    assert "inner.csv" in message


def test_a_zip_of_many_entries_is_not_opened(tmp_path: Path, unpacked: list[str]) -> None:
    path = zipped(tmp_path, {f"{place}.csv": b"" for place in range(limits.MOST_ENTRIES + 1)})
    unpacked.clear()
    assert "2,001 entries, and 2,000 is the limit" in refused(path)
    assert unpacked == []


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd.csv",
        "../a.csv",
        "a/../../b.csv",
        "..\\a.csv",
        "\\a.csv",
        "C:\\a.csv",
        "C:a.csv",
    ],
)
def test_an_entry_that_points_outside_is_refused(name: str, tmp_path: Path) -> None:
    before = {*tmp_path.parent.rglob("*")}
    path = zipped(tmp_path, {name: CSV.encode()})
    assert "points outside the archive" in refused(path)
    assert {*tmp_path.parent.rglob("*")} - before == {path}


def lie(path: Path, *, told: int) -> None:
    """Write another unpacked size into both places where a zip tells it."""
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.index(signature) + offset
        content[at : at + 4] = told.to_bytes(4, "little")
    path.write_bytes(content)


def test_an_entry_is_never_unpacked_beyond_the_size_that_it_tells(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"a.csv": CSV.encode() + b"x" * 30_000_000})
    lie(path, told=100)
    tracemalloc.start()
    try:
        message = refused(path)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "a.csv is damaged" in message
    assert most < 5_000_000


def test_of_two_entries_with_one_name_neither_is_read(tmp_path: Path) -> None:
    path = tmp_path / "twice.zip"
    with ZipFile(path, "w") as target:
        target.writestr("a.csv", CSV)
        with pytest.warns(UserWarning, match="Duplicate name"):
            target.writestr("a.csv", CSV.replace("10", "99"))
    assert "twice" in refused(path)


@pytest.mark.parametrize("cut", [4, 40, -1, -10, -30])
def test_a_damaged_zip_is_refused(cut: int, tmp_path: Path) -> None:
    path = zipped(tmp_path, {"a.csv": CSV.encode() * 100})
    path.write_bytes(path.read_bytes()[:cut])
    assert str(path) in refused(path)


def test_a_wrong_checksum_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"a.csv": CSV.encode()})
    good = zlib.crc32(CSV.encode()).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(good, b"\0\0\0\0"))
    assert "a.csv is damaged" in refused(path)


DECLARED = {
    "billion laughs": (LAUGHS, "&l9;"),
    "quadratic": (f'<!ENTITY q "{"x" * 100_000}">', "&q;" * 1_000),
    "a file": ('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"),
    "the network": ('<!ENTITY x SYSTEM "http://127.0.0.1:9/x">', "&x;"),
    "parameters": ('<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;', "x"),
}


@pytest.mark.parametrize("part", ["sheet1", "workbook", "styles", "app"])
@pytest.mark.parametrize("kind", DECLARED)
def test_no_entity_is_expanded_or_fetched(kind: str, part: str, tmp_path: Path) -> None:
    declared, used = DECLARED[kind]
    cell = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{used}</t></is></c></row>'
    body = f'<worksheet xmlns="{MAIN}"><sheetData>{cell}</sheetData></worksheet>'
    xml = f'<?xml version="1.0"?><!DOCTYPE worksheet [{declared}]>{body}'
    assert "declares entities" in refused(workbook(tmp_path, **{part: xml}))


def test_entities_in_another_encoding_are_refused_too(tmp_path: Path) -> None:
    xml = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
    path = workbook(tmp_path)
    with ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts[SHEET] = xml.encode("utf-16")
    again = zipped(tmp_path, parts)
    assert "declares entities" in refused(again)


def test_openpyxl_only_writes_and_reads_no_file_of_others() -> None:
    """So its reader, which expands entities without defusedxml, never sees a foreign file."""
    readers = {"load_workbook", "openpyxl.reader", "ExcelReader"}
    found = []
    for package in ("addin", "workbook_templates"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = [
                    getattr(node, "module", None) if isinstance(node, ast.ImportFrom) else None,
                    *(
                        alias.name
                        for alias in getattr(node, "names", ())
                        if isinstance(alias, ast.alias)
                    ),
                    node.attr if isinstance(node, ast.Attribute) else None,
                ]
                found += [(path.name, name) for name in names if name and name in readers]
    assert found == []


def test_openpyxl_would_read_with_care_all_the_same() -> None:
    assert openpyxl.DEFUSEDXML is True
