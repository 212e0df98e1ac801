"""How to break an add-in in one place."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pyopenvba.cfb import CFB
from pyopenvba.vba import compress, decompress, parse_vba_project

Parts = dict[str, bytes]
Fault = Callable[[Parts], None]

PROJECT = "xl/vbaProject.bin"
DATED = "dated"


def broken(content: bytes, fault: Fault) -> bytes:
    """Return an add-in with one fault."""
    with ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    fault(parts)
    date = (2026, 1, 31, 0, 0, 0) if parts.pop(DATED, None) else (1980, 1, 1, 0, 0, 0)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(ZipInfo(name, date), part)
    return out.getvalue()


def text(part: str, old: str, new: str, times: int = 1) -> Fault:
    """Replace a text in a part that is XML."""

    def fault(parts: Parts) -> None:
        assert old.encode() in parts[part], f"{old} is not in {part}"
        parts[part] = parts[part].replace(old.encode(), new.encode(), times)

    return fault


def code(module: str, old: str, new: str, times: int = 1) -> Fault:
    """Replace a text in a module of VBA."""

    def fault(parts: Parts) -> None:
        file = CFB.from_bytes(parts[PROJECT])
        source = parse_vba_project(file).get_module(module).source
        before, after = (part.replace("\n", "\r\n") for part in (old, new))
        assert before in source, f"{old} is not in {module}"
        changed = source.replace(before, after, times).encode("cp1252")
        file.write_stream_in_storage("VBA", module, compress(changed))
        parts[PROJECT] = file.to_bytes()

    return fault


def listed(old: str, new: str) -> Fault:
    """Replace a text in the stream PROJECT."""

    def fault(parts: Parts) -> None:
        file = CFB.from_bytes(parts[PROJECT])
        lines = file.get_stream("PROJECT")
        assert old.encode() in lines
        file.write_stream("PROJECT", lines.replace(old.encode(), new.encode()))
        parts[PROJECT] = file.to_bytes()

    return fault


def folder(old: bytes, new: bytes) -> Fault:
    """Replace bytes in the stream dir."""

    def fault(parts: Parts) -> None:
        file = CFB.from_bytes(parts[PROJECT])
        records = decompress(file.get_stream_in_storage("VBA", "dir"))
        assert old in records
        file.write_stream_in_storage("VBA", "dir", compress(records.replace(old, new, 1)))
        parts[PROJECT] = file.to_bytes()

    return fault


def all_of(*faults: Fault) -> Fault:
    """Do several changes that make one fault."""

    def fault(parts: Parts) -> None:
        for one in faults:
            one(parts)

    return fault
