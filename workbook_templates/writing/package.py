"""The file that leaves our hands: the same bytes for the same workbook, never half-written."""

import os
import re
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from workbook_templates.writing.rows import Rows

CORE = "docProps/core.xml"
MOMENT = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>")
LEVEL = 3  # of deflate: 6 makes rows a sixth smaller and takes twice the time
PART = ".cpc-{}.part"
DIGITS = 12  # of the number in a part's name, in base 16
LEFT_BEHIND = 3_600  # seconds: nothing is written for so long


def packed(book: Workbook, rows: Mapping[str, Rows]) -> bytes:
    """Return a workbook as the bytes of an .xlsx file, without the moment it was made.

    `rows` are the rows of tables that follow what stands on the sheet of that title. The entries
    are of 1980, where the calendar of zip files begins and a ZipFile that is not told a date.
    """
    written = BytesIO()
    ExcelWriter(book, ZipFile(written, "w")).save()
    more = {book[title].path.removeprefix("/"): below for title, below in rows.items()}
    lasting = BytesIO()
    with (
        ZipFile(written) as source,
        ZipFile(lasting, "w", ZIP_DEFLATED, compresslevel=LEVEL) as target,
    ):
        for part in source.namelist():
            content = source.read(part)
            if part == CORE:
                content = MOMENT.sub(b"", content)
            with target.open(part, "w") as entry:
                entry.writelines(more[part].into(content) if part in more else [content])
    return lasting.getvalue()


def write_file(content: bytes, path: Path, *, replace: bool) -> None:
    """Write a file beside its target, read it again, and only then move it into place.

    A link is followed where a file may be replaced, and the file passes on its permissions.
    Raises FileExistsError where a file or a link would be replaced without being asked.
    """
    if path.is_symlink() and not replace:
        raise FileExistsError(path)  # it may lead to another folder, where nothing is yet
    target = path.resolve()
    beside = target.with_name(PART.format(token_hex(DIGITS // 2)))
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if beside.read_bytes() != content:
            message = f"{path} was not written as it should be; is the disk full?"
            raise OSError(message)
        if replace:
            if target.exists():
                shutil.copymode(target, beside)
            beside.replace(target)
        else:
            _move_to_new(beside, target)
    finally:
        beside.unlink(missing_ok=True)
    _clear(target.parent)


def _clear(folder: Path) -> None:
    """Remove what is left in a folder of writes that were killed before their end."""
    for part in folder.glob(PART.format("[0-9a-f]" * DIGITS)):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > LEFT_BEHIND:
                part.unlink()


def _move_to_new(beside: Path, target: Path) -> None:
    """Move a file to a name that must be free, at one stroke where the file system can."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # no links here, as on memory sticks
        if target.exists():
            raise FileExistsError(target) from None
        beside.rename(target)
