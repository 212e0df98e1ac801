"""How long LibreOffice needs for a tracker of 5,040 rows: to open, to calculate, after one change.

Run by a Python that has LibreOffice's `uno` (Debian: /usr/bin/python3 with python3-uno), on a file
of `cpc new tracker --sample --rows 5040`:

    /usr/bin/python3 benchmarks/recalculation.py tracker.xlsx
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PIPE = "cpc-recalculation"
ROUNDS = 7
PATIENCE = 60


def desktop():
    """Connect to an office of our own, once it answers."""
    profile = tempfile.mkdtemp(prefix="office-")
    subprocess.Popen(
        [
            "soffice",
            "--headless",
            f"--accept=pipe,name={PIPE};urp;",
            f"-env:UserInstallation={Path(profile).as_uri()}",
        ]
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(PATIENCE * 5):
        try:
            context = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
        except NoConnectException:
            time.sleep(0.2)
    raise TimeoutError("LibreOffice does not answer")


def seconds(action):
    """Return the median time of an action."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return sorted(times)[ROUNDS // 2]


def main(path):
    """Measure and print."""
    office = desktop()
    hidden = PropertyValue("Hidden", 0, True, 0)
    start = time.perf_counter()
    book = office.loadComponentFromURL(Path(path).resolve().as_uri(), "_blank", 0, (hidden,))
    print(f"open                     {time.perf_counter() - start:.2f} s")
    print(f"calculate everything     {seconds(book.calculateAll):.2f} s")
    sheet = book.Sheets.getByIndex(1)
    cost = sheet.getCellRangeByName("D100")

    def change():
        cost.Value += 1
        book.calculate()

    print(f"after one cost changed   {seconds(change):.2f} s")
    name = sheet.getCellRangeByName("C100")

    def rename():
        name.String += "x"
        book.calculate()

    print(f"after one name changed   {seconds(rename):.2f} s")
    book.close(True)
    office.terminate()


if __name__ == "__main__":
    main(sys.argv[1])
