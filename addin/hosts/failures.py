"""The log of what went wrong: where in the program, never what stood in the cells."""

import os
import sys
from logging import Formatter, makeLogRecord
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import format_tb

NAME = "cpc-addin.log"
FOLDER = "cpc-addin"
MOST_BYTES = 200_000

_logged: set[str] = set()


def folder() -> Path:
    """Return where this system keeps the logs of a user's programs."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / FOLDER / "Logs"
    if sys.platform == "darwin":
        return home / "Library" / "Logs" / FOLDER
    return Path(os.environ.get("XDG_STATE_HOME") or home / ".local" / "state") / FOLDER


def record(fault: BaseException, doing: str) -> str:
    """Write a fault to the log, and return the path of the log, "" where it cannot be written.

    The message of the fault is left out, because it may quote cells. The file is open only
    while it is written, so that two programs can share it.
    """
    path = folder() / NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=MOST_BYTES, backupCount=1, encoding="utf-8")
    except OSError:
        return ""
    handler.setFormatter(Formatter("%(asctime)s %(message)s"))
    handler.handle(makeLogRecord({"msg": f"{doing}: {_told(fault)}"}))
    handler.close()
    return str(path)


def record_once(fault: BaseException | None, name: str) -> None:
    """Write a fault of a function once: a column of a hundred thousand cells may have it."""
    if fault is not None and name not in _logged:
        _logged.add(name)
        record(fault, f"={name}(…)")


def _told(fault: BaseException) -> str:
    """Return the kind of a fault, the numbers that Excel gives it, and its way.

    The HRESULT of nearly all of Excel's faults is the same; the scode, the last part of what COM
    tells beside it, says which one it is.
    """
    scode = (getattr(fault, "excepinfo", None) or (None,))[-1]
    numbers = [each for each in (getattr(fault, "hresult", None), scode) if each is not None]
    kind = " ".join(map(str, (type(fault).__qualname__, *numbers)))
    cause = fault.__cause__ or fault.__context__
    before = f"\nafter {_told(cause)}" if cause else ""
    return f"{kind}\n{''.join(format_tb(fault.__traceback__)).rstrip()}{before}"
