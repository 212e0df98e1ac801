"""The add-in of this Python in Excel's start folder: put there, taken away, and built anywhere."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

from addin.exports.text_file import Unreadable
from addin.hosts.excel.build import build
from addin.hosts.excel.machine import MAC, WINDOWS, Machine
from addin.hosts.excel.settings import Settings
from workbook_templates.writing.package import write_file

STORE = "WindowsApps"
SHEET = "xl/worksheets/sheet1.xml"
ASKED = {
    WINDOWS: "Windows asks nothing: the file was made here, and the start folder is trusted.",
    MAC: "Excel asks once whether macros may run, and macOS whether Excel may start Python.",
}
KEPT_ON_MAC = (
    "If a language was chosen on the tab, Excel keeps it among its own settings, where only Excel "
    "can remove it: Tools > Macro > Visual Basic Editor, View > Immediate Window, type "
    'DeleteSetting "CpcAddin" and press Enter.'
)


def settings_of_this(machine: Machine, language: str = "") -> Settings:
    """Return the settings for this Python; raises Unreadable for one that cannot be started."""
    python = machine.startable(machine.interpreter)
    try:
        settings = Settings(str(python), machine.xlwings(), language=language)
    except ValueError as reason:
        raise Unreadable(str(reason)) from None
    return replace(
        settings,
        path64=str(machine.library(settings.dll64) or ""),
        path32=str(machine.library(settings.dll32) or ""),
    )


def build_file(path: Path, machine: Machine, *, force: bool) -> Iterator[str]:
    """Write the add-in to a path and tell it; raises Unreadable for a file that exists."""
    if path.suffix.lower() != ".xlam":
        raise Unreadable(f"{path}: the name of an add-in ends in .xlam.")
    if path.exists() and not force:
        raise Unreadable(f"{path} exists and was left as it is; give --force to replace it.")
    settings = settings_of_this(machine)
    _write(path, build(settings))
    yield f"Made {path}, for {settings.interpreter} and xlwings {settings.xlwings}."


def install(machine: Machine, language: str = "") -> Iterator[str]:
    """Put the add-in into Excel's start folder and tell what was done, and what comes next.

    Done twice, it is as done once. Raises Unreadable where it cannot be, and changes nothing then.
    """
    target, settings = machine.target, settings_of_this(machine, language)
    if machine.system == WINDOWS:
        if any(STORE in str(place) for place in (machine.interpreter, *machine.prefixes)):
            raise Unreadable(
                "this Python is of the Microsoft Store, which writes to a start folder of its own "
                "that Excel does not see: install Python from python.org, and the add-in with it."
            )
        if not machine.interpreter.exists():
            raise Unreadable(
                f"{machine.interpreter} does not exist: install Python from python.org, and the "
                "add-in with it."
            )
        if not settings.path64:
            raise Unreadable(
                f"{settings.dll64} is not where pip puts it: pip install --force-reinstall xlwings"
            )
    content = build(settings)
    if target.exists() and target.read_bytes() == content:
        yield f"The add-in is in place: {target}"
    else:
        if target.exists() and installed(target) is None:
            raise Unreadable(f"{target} is not of this product, and was left as it is.")
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(target, content)
        yield f"The add-in was written to {target}"
    yield f"It starts {settings.interpreter} with xlwings {settings.xlwings}."
    yield ASKED[machine.system]
    if machine.excel_runs():
        yield "Excel is running: close it and open it again, so that it loads the add-in."
    if machine.system == MAC and not machine.script(settings.xlwings).exists():
        yield "Buttons need one more step on a Mac: xlwings runpython install"
    yield "To check: open Excel, look for the tab CPC, and type =CPC(1200,48): 25."


def uninstall(machine: Machine, state: Path) -> Iterator[str]:
    """Take the add-in away, and the logs with it; raises Unreadable for a file of others."""
    target = machine.target
    if target.exists():
        if installed(target) is None:
            raise Unreadable(f"{target} is not of this product, and was left as it is.")
        try:
            target.unlink()
        except OSError as reason:
            raise Unreadable(
                f"{target} cannot be removed: {reason.strerror}. Close Excel and try again."
            ) from None
        yield f"Removed {target}"
        if machine.system == MAC:
            yield KEPT_ON_MAC
    else:
        yield "There is no add-in to remove."
    if machine.forget():
        yield "Removed the language that was chosen on the ribbon."
    for log in sorted(state.glob("*.log*")) if state.is_dir() else ():
        log.unlink()
        yield f"Removed {log}"
    if state.is_dir() and not any(state.iterdir()):
        state.rmdir()


def installed(path: Path) -> Settings | None:
    """Return the settings in an add-in file; None for a file that is not of this product."""
    try:
        with ZipFile(path) as package:
            sheet = etree.fromstring(package.read(SHEET))
    except (OSError, KeyError, BadZipFile, etree.XMLSyntaxError):
        return None
    texts = [str(text.text or "") for text in sheet.iter("{*}t")]
    found = dict(zip(texts[::2], texts[1::2], strict=False))
    try:
        return Settings(
            found["INTERPRETER"],
            found["XLWINGS"],
            found["PYTHONPATH"],
            found["LANGUAGE"],
            found["DLL64"],
            found["DLL32"],
        )
    except (KeyError, ValueError):
        return None


def _write(path: Path, content: bytes) -> None:
    try:
        write_file(content, path, replace=True)
    except OSError as reason:
        raise Unreadable(
            f"{path} cannot be written: {reason.strerror or reason}. Is Excel running?"
        ) from None
