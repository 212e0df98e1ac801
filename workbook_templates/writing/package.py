"""The file that leaves our hands: the same bytes for the same workbook, never half-written."""

import os
import re
import shutil
from collections.abc import Mapping
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

    A link is followed; a file that is replaced passes on its permissions. Raises FileExistsError
    where a file would be replaced without being asked.
    """
    target = path.resolve()
    beside = target.with_name(f".{token_hex(6)}.part")
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
