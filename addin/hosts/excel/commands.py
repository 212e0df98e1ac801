"""What a click on the ribbon runs: one command, on the Excel that it was clicked in."""

from contextlib import suppress

from xlwings import App, apps, arg, func, ret

from cpc_functions import use_language

TITLE = "CPC"
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


@func
@arg("command", convert="raw")
@arg("hwnd", convert="raw")
@arg("language", convert="raw")
@ret(convert="raw")
def run(command: str, hwnd: int, language: str) -> str:
    """Run a command of `addin.ribbon` and return one sentence for the person.

    `hwnd` is a window of the Excel to work on. It is 0 on a Mac, where windows have no numbers
    and nothing can be handed back: the Excel in front is meant, and the sentence is shown here.
    `language` is "en" or "nb". Nothing is raised: what a command refuses is said in its own
    words, and any other fault by the name of the log.
    """
    language = language if language in FAILED else "en"
    sentence = _ran(command, hwnd, language)
    if sentence and not hwnd:
        _show(sentence)
    return sentence


def _ran(command: str, hwnd: int, language: str) -> str:
    try:
        return _done(command, hwnd, language)
    except (Exception, SystemExit) as fault:  # noqa: BLE001 - Excel would show the text of an exception
        from addin.hosts.excel.failures import record

        return FAILED[language].format(log=record(fault, command) or NO_LOG[language])


def _done(command: str, hwnd: int, language: str) -> str:
    from addin.exports.text_file import Unreadable
    from addin.ribbon import COMMANDS
    from addin.ribbon_commands.refusal import Refused

    use_language(language)
    app = _app(hwnd)
    if app is None:
        return NO_WORKBOOK[language]
    try:
        return COMMANDS[command](app) or ""
    except (Refused, Unreadable) as refusal:
        return " ".join(str(refusal).split())


def _show(sentence: str) -> None:
    with suppress(Exception):  # an Excel that shows nothing has nobody to tell
        app = apps.active
        if app is not None:
            app.alert(sentence, TITLE)


def _app(hwnd: int) -> App | None:
    """Return the Excel that a window belongs to, None when it has no workbook open.

    By its process: of several windows of one Excel, xlwings knows only the first.
    """
    if not hwnd:
        return apps.active
    import win32process  # type: ignore[import-untyped, unused-ignore]

    process = win32process.GetWindowThreadProcessId(hwnd)[1]
    return apps[process] if process in apps.keys() else None  # noqa: SIM118 - apps has no `in`
