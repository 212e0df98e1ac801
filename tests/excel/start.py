"""Start the server as the add-in does, answer one cell, and print what that took as JSON.

`python -m tests.excel.start`: the modules that were loaded, the answer, and the CPU seconds of
the whole process up to it. What the stand-ins take is in it.
"""

import json
import sys
import time
from importlib import import_module
from typing import Any

from tests.excel.windows import install, taken_for_windows

CLSID = "{506e67c3-55b5-48c3-a035-eed5deea7d6d}"


def main() -> None:
    """Run `serve` with a message loop that answers one cell and ends."""
    install()
    told: dict[str, object] = {}

    def wait(*_: object) -> int:
        com_server: Any = import_module("xlwings.com_server")

        told["answer"] = com_server.XLPython().CallUDF(
            "addin.hosts.excel.cells", "CPC_VERDICT", (1000.0, 5.0, 20.0)
        )
        told["seconds"] = time.process_time()
        told["modules"] = sorted(sys.modules)
        return 0

    sys.modules["win32event"].MsgWaitForMultipleObjects = wait  # type: ignore[attr-defined]
    with taken_for_windows():
        from addin.hosts.excel.server import serve

        serve(CLSID, "nb")
    import numpy as np

    told["later"] = np.__name__
    sys.stdout.write("\n" + json.dumps(told))


if __name__ == "__main__":
    main()
