"""What a file is by its first bytes, for its name may say anything."""

import re

from addin.exports.text_file import Unreadable

ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_SAVE = "open it in the spreadsheet program and save it as XLSX"

_NOT_TABLES = (
    (b"%PDF", "a PDF, which has no cells", "export the table as CSV or XLSX"),
    (b"\x89PNG", "a picture", "export the table as CSV or XLSX"),
    (b"\xff\xd8\xff", "a picture", "export the table as CSV or XLSX"),
    (b"GIF8", "a picture", "export the table as CSV or XLSX"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"PK\x05\x06", "an empty zip archive", "download it again"),
    (b"PAR1", "a Parquet table, which is no sheet of cells", "name it to cpc report"),
    (b"SQLite format 3", "a database", "export the table as CSV"),
)
_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|meta|body|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(r"\s*<\?xml\b", re.IGNORECASE)


def refuse_what_is_no_table(content: bytes, path: str) -> None:
    """Raise Unreadable if the content is neither a text, a zip nor a workbook."""
    if not content:
        raise Unreadable(f"{path}: the file is empty; export it again.")
    for signature, what, cure in _NOT_TABLES:
        if content.startswith(signature):
            raise Unreadable(f"{path}: {what}; {cure}.")
    if content.startswith(OLD_OFFICE):
        if _ENCRYPTED_PACKAGE in content:
            raise Unreadable(f"{path}: protected by a password; save it without one.")
        # The reader gives its error cells as blank ones, and a blank cell is no error.
        raise Unreadable(f"{path}: a workbook of Excel 97-2003, whatever its name; {_SAVE}.")
    # Without its NUL bytes and marks, a page in UTF-16 reads as one in ASCII.
    head = content[:2_000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").decode("latin-1")
    if _PAGE.match(head):
        raise Unreadable(
            f"{path}: a web page, whatever its name; {_SAVE}. If it is a page to log in, "
            "log in and download the export again."
        )
    if _MARKUP.match(head):
        raise Unreadable(f"{path}: an XML file, whatever its name; {_SAVE}.")
