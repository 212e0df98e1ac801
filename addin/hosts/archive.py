"""Zip files that are the same to the byte every time, from every system."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can hold: a build has no date of its own."""


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of files by their paths in it, in their order."""
    content = BytesIO()
    with ZipFile(content, "w") as package:
        for name, part in files.items():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, part)
    return content.getvalue()
