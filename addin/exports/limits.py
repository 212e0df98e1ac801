"""What is refused before anything is parsed: files and archives that would fill the memory."""

from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from addin.exports.text_file import Unreadable

MEGABYTE = 1_000_000
LARGEST_FILE = 500 * MEGABYTE
LARGEST_UNPACKED = 200 * MEGABYTE
MOST_ENTRIES = 2_000
HIGHEST_RATIO = 200
SMALL_ENTRY = 1 * MEGABYTE  # any ratio is harmless up to here
ENCRYPTED = 0x1


def content_of(path: Path) -> bytes:
    """Return a file's bytes; the file is opened for reading only."""
    if is_folder(path):
        raise Unreadable(f"{path}: a folder; name a file in it.")
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise Unreadable(
                f"{path}: {size // MEGABYTE:,} MB, and {LARGEST_FILE // MEGABYTE} MB is the limit; "
                "export fewer days or columns at a time."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(f"{path}: no such file; check the name and the folder.") from None
    except OSError as fault:
        raise Unreadable(f"{path}: {fault.strerror or 'cannot be read'}.") from None


def is_folder(path: Path) -> bool:
    """Return whether a path is a folder; raises Unreadable for a name that no system takes."""
    try:
        return path.is_dir()
    except OSError as fault:
        raise Unreadable(f"{path}: {fault.strerror}.") from None


class Archive(NamedTuple):
    """A zip whose table of contents was found harmless; entries are read in memory."""

    path: str
    zip: ZipFile

    @classmethod
    def of(cls, content: bytes, path: str) -> "Archive":
        """Return the archive in a file's content."""
        try:
            archive = cls(path, ZipFile(BytesIO(content)))
        except (BadZipFile, ValueError, NotImplementedError, EOFError) as fault:
            raise Unreadable(f"{path}: a damaged zip ({fault}); download it again.") from None
        archive._check()
        return archive

    @property
    def names(self) -> list[str]:
        """Return the names of the files in the archive; folders are no files."""
        return [entry.filename for entry in self.zip.infolist() if not entry.is_dir()]

    def read(self, name: str) -> bytes:
        """Return an entry's bytes, never more than its table of contents promised."""
        try:
            with self.zip.open(name) as entry:
                # Without a size all is unpacked before the promise is looked at.
                return entry.read(self.zip.getinfo(name).file_size + 1)
        except Exception as fault:  # noqa: BLE001 - zlib, lzma and zipfile each have their own
            raise Unreadable(
                f"{self.path}: {name} is damaged ({fault}); download it again."
            ) from None

    def _check(self) -> None:
        entries = self.zip.infolist()
        if len(entries) > MOST_ENTRIES:
            raise self._refused(f"{len(entries):,} entries, and {MOST_ENTRIES:,} is the limit")
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > LARGEST_UNPACKED:
            raise self._refused(
                f"unpacks to {unpacked // MEGABYTE:,} MB, and "
                f"{LARGEST_UNPACKED // MEGABYTE} MB is the limit"
            )
        for entry in entries:
            self._check_entry(entry)
        names = [entry.filename for entry in entries]
        if twice := [name for name, times in Counter(names).items() if times > 1]:
            raise self._refused(f"the entry '{twice[0]}' stands in it twice")

    def _check_entry(self, entry: ZipInfo) -> None:
        name = entry.filename
        parts = name.replace("\\", "/").split("/")
        if parts[0] == "" or ".." in parts or ":" in parts[0]:
            raise self._refused(f"the entry '{name}' points outside the archive")
        if entry.flag_bits & ENCRYPTED:
            raise Unreadable(
                f"{self.path}: {name} is protected by a password; save it without one."
            )
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > SMALL_ENTRY and ratio > HIGHEST_RATIO:
            raise self._refused(
                f"'{name}' unpacks to {ratio:,.0f} times its size, and {HIGHEST_RATIO} is the limit"
            )

    def _refused(self, why: str) -> Unreadable:
        return Unreadable(f"{self.path}: {why}; it is not opened. Export the data again as CSV.")
