"""One cell calculated by this user's LibreOffice: `cpc addin status --calc` looks at its answer."""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from addin.hosts.calc.names import stored

EXPECTED = "25"
SECONDS = 120
SHEET = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
    office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
  <office:body><office:spreadsheet><table:table table:name="Trial"><table:table-row>
    <table:table-cell table:formula="of:={stored("CPC")}(1200;48)"/>
  </table:table-row></table:table></office:spreadsheet></office:body>
</office:document>
"""


def fault(office: Path) -> str:
    """Return what is wrong with the answer of =CPC(1200;48) in a LibreOffice, "" if nothing is.

    `office` is its program, which must not be running.
    """
    with TemporaryDirectory(prefix="cpc-", ignore_cleanup_errors=True) as folder:
        sheet, answer = Path(folder) / "trial.fods", Path(folder) / "trial.csv"
        sheet.write_text(SHEET, encoding="utf-8")
        command = [str(office), "--headless", "--convert-to", "csv", "--outdir", folder, str(sheet)]
        try:
            subprocess.run(command, capture_output=True, check=False, timeout=SECONDS)  # noqa: S603 - LibreOffice, and a file of our own
        except OSError as reason:
            return f"it could not be started: {reason.strerror}"
        except subprocess.TimeoutExpired:
            return f"it did not answer within {SECONDS} seconds"
        given = answer.read_text(encoding="utf-8").strip() if answer.exists() else ""
    if given == EXPECTED:
        return ""
    return f"it gave {given or 'nothing'} and not {EXPECTED}"
