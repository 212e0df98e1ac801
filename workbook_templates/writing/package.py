"""The file that leaves our hands: the same bytes for the same workbook, never half-written."""

import os
import re
import shutil
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

CORE = "docProps/core.xml"
MOMENT = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>")
EARLIEST = (1980, 1, 1, 0, 0, 0)  # where the calendar of zip files begins


def packed(book: Workbook) -> bytes:
    """Return a workbook as the bytes of an .xlsx file, without the moment it was made."""
    written = BytesIO()
    ExcelWriter(book, ZipFile(written, "w")).save()
    lasting = BytesIO()
    with ZipFile(written) as source, ZipFile(lasting, "w") as target:
        for part in source.namelist():
            content = source.read(part)
            if part == CORE:
                content = MOMENT.sub(b"", content)
            entry = ZipInfo(part, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, content)
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
