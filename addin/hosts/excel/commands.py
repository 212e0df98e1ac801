"""What a click on the ribbon runs: one command, on the Excel that it was clicked in."""

import gc
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

from xlwings import App, apps, arg, func, ret

from cpc_functions import use_language

TITLE = "CPC"
SESSION = "addin.ribbon_commands.session"
TURNED_AWAY = {-2147418111, -2147417846, -2146777998}
"""What Excel answers while a dialog is open or a cell is being edited: RPC_E_CALL_REJECTED,
RPC_E_SERVERCALL_RETRYLATER, VBA_E_IGNORE."""

FAILED = {
    "en": "This did not work; what happened is in {log}.",
    "nb": "Dette gikk ikke; hva som skjedde, står i {log}.",
}
NO_LOG = {
    "en": "a log that could not be written",
    "nb": "en logg som ikke lot seg skrive",
}
NO_WORKBOOK = {
    "en": "Open a workbook first.",
    "nb": "Åpne en arbeidsbok først.",
}
BUSY = {
    "en": "Excel was busy: finish typing in the cell, or close the dialog, and try again.",
    "nb": "Excel var opptatt: skriv ferdig i cellen, eller lukk dialogen, og prøv igjen.",
}


@func
@arg("command", convert="raw")
@arg("excel", convert="raw")
@arg("language", convert="raw")
@ret(convert="raw")
def run(command: str, excel: Any, language: str) -> str:
    """Run a command of `addin.ribbon` and return one sentence for the person.

    `excel` is the Application object of the Excel to work on. It is 0 on a Mac, where no object
    can be handed over and nothing back: the Excel in front is meant, and the sentence is shown
    here. `language` is "en" or "nb". Nothing is raised: what a command refuses is said in its own
    words, and any other fault by the name of the log.
    """
    language = language if language in FAILED else "en"
    sentence = _ran(command, excel, language)
    if sentence and _in_front(excel):
        _show(sentence)
    return sentence


@func
@arg("language", convert="raw")
@ret(convert="raw")
def undoable(language: str) -> str:
    """Return what Excel's Undo list says of the last command, "" where nothing can be undone."""
    with suppress(Exception):  # the command itself is done
        session = import_module(SESSION)
        return str(session.undo_text(language))
    return ""


@func
@ret(convert="raw")
def forget() -> str:
    """Let go of everything in Excel, which is closing: it stays in memory while it is held."""
    with suppress(Exception):  # there is nobody left to tell
        if session := sys.modules.get(SESSION):
            session.forget()
        gc.collect()
    return ""


def _ran(command: str, excel: Any, language: str) -> str:
    try:
        return _done(command, excel, language)
    except (Exception, SystemExit) as fault:  # noqa: BLE001 - Excel would show the text of an exception
        if _is_busy(fault):
            return BUSY[language]
        from addin.hosts.failures import record

        return FAILED[language].format(log=record(fault, command) or NO_LOG[language])


def _done(command: str, excel: Any, language: str) -> str:
    from addin.exports.text_file import Unreadable
    from addin.ribbon import COMMANDS
    from addin.ribbon_commands.refusal import Refused

    use_language(language)
    app = apps.active if _in_front(excel) else _app(excel)
    if app is None:
        return NO_WORKBOOK[language]
    try:
        return COMMANDS[command](app) or ""
    except (Refused, Unreadable) as refusal:
        return " ".join(str(refusal).split())


def _in_front(excel: Any) -> bool:
    return isinstance(excel, int)


def _app(excel: Any) -> App:
    """Return xlwings' view of an Application, which need not have a workbook open."""
    windows = import_module("xlwings._xlwindows")  # it exists on Windows alone
    return App(impl=windows.App(xl=windows.COMRetryObjectWrapper(excel)))


def _is_busy(fault: BaseException) -> bool:
    number = getattr(fault, "hresult", None)
    return number in TURNED_AWAY or type(fault).__name__ == "ExcelBusyError"


def _show(sentence: str) -> None:
    with suppress(Exception):  # an Excel that shows nothing has nobody to tell
        app = apps.active
        if app is not None:
            app.alert(sentence, TITLE)
