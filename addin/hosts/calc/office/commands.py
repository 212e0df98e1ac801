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
YES = 2  # com.sun.star.awt.MessageBoxResults
BUTTONS = {"INFOBOX": 1, "QUERYBOX": 3}  # com.sun.star.awt.MessageBoxButtons: OK; yes and no


class Session(NamedTuple):
    """Where a command works, in which language ("en" or "nb"), and who answers yes or no."""

    office: Office
    language: str
    say: Callable[[str], str]
    agrees: Callable[[str], bool]

    @property
    def workbook(self) -> Any:
        """The workbook in front; raises Refused where there is none."""
        _ = self.say
        document = self.office.workbook
        if document is None:
            raise Refused(_("Open a workbook first."))
        return document


def run(context: Any, command: str, agrees: Callable[[str], bool]) -> str:
    """Run a command and return one sentence for the person; nothing is raised.

    `agrees` answers a question. What a command refuses is said in its own words, any other fault
    by the name of the log.
    """
    _: Callable[[str], str] = str
    try:
        language = language_of(context)
        use_language(language)
        _ = translator(language)
        return _named(command)(Session(Office(context), language, _, agrees))
    except Refused as refusal:
        return str(refusal)
    except Exception as fault:  # noqa: BLE001 - LibreOffice would show nothing at all
        log = record(fault, command)
        return _("This did not work; what happened is in {log}.").format(log=log or "–")


def shown(context: Any, command: str) -> None:
    """Run a command, ask what it asks and show its sentence in messages."""
    sentence = run(context, command, lambda question: _box(context, question, "QUERYBOX") == YES)
    if sentence:
        _box(context, sentence, "INFOBOX")


def _box(context: Any, text: str, kind: str) -> int:
    """Show a message and return the button that was pressed, 0 where there is no window."""
    import uno

    office = Office(context)
    frame = office.desktop.getCurrentFrame()
    if frame is None:
        return 0
    toolkit = office.service("com.sun.star.awt.Toolkit")
    form = uno.Enum("com.sun.star.awt.MessageBoxType", kind)
    box = toolkit.createMessageBox(frame.getContainerWindow(), form, BUTTONS[kind], TITLE, text)
    pressed: int = box.execute()
    box.dispose()
    return pressed


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
