"""The commands of the menu CPC, on the workbook in front."""

from collections.abc import Callable
from typing import Any, NamedTuple

from addin.hosts.calc.office.documents import Office
from addin.hosts.calc.office.language import language_of
from addin.hosts.calc.office.refusal import Refused
from addin.hosts.calc.office.words import translator
from addin.hosts.failures import record
from cpc_functions import use_language

TITLE = "CPC"


class Session(NamedTuple):
    """Where a command works, and in which language: "en" or "nb"."""

    office: Office
    language: str
    say: Callable[[str], str]

    @property
    def workbook(self) -> Any:
        """The workbook in front; raises Refused where there is none."""
        _ = self.say
        document = self.office.workbook
        if document is None:
            raise Refused(_("Open a workbook first."))
        return document


def run(context: Any, command: str) -> str:
    """Run a command and return one sentence for the person; nothing is raised.

    What a command refuses is said in its own words, any other fault by the name of the log.
    """
    _: Callable[[str], str] = str
    try:
        language = language_of(context)
        use_language(language)
        _ = translator(language)
        return _named(command)(Session(Office(context), language, _))
    except Refused as refusal:
        return str(refusal)
    except Exception as fault:  # noqa: BLE001 - LibreOffice would show nothing at all
        log = record(fault, command)
        return _("This did not work; what happened is in {log}.").format(log=log or "–")


def shown(context: Any, command: str) -> None:
    """Run a command and show its sentence in a message."""
    sentence = run(context, command)
    office = Office(context)
    frame = office.desktop.getCurrentFrame()
    window = frame.getContainerWindow() if frame is not None else None
    if sentence and window is not None:
        toolkit = office.service("com.sun.star.awt.Toolkit")
        box = toolkit.createMessageBox(window, _kind(), 1, TITLE, sentence)
        box.execute()
        box.dispose()


def _kind() -> Any:
    import uno

    return uno.Enum("com.sun.star.awt.MessageBoxType", "INFOBOX")


def _named(command: str) -> Callable[[Session], str]:
    from addin.hosts.calc.office.explain import explain_cell
    from addin.hosts.calc.office.help import functions_help
    from addin.hosts.calc.office.recalculate import recalculate
    from addin.hosts.calc.office.report import build_report, check_workbook, new_tracker

    commands = (
        build_report,
        new_tracker,
        check_workbook,
        explain_cell,
        recalculate,
        functions_help,
    )
    return {each.__name__: each for each in commands}[command]
