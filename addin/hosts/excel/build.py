"""The add-in file cpc.xlam, built without Excel and the same to the byte every time."""

from xml.sax.saxutils import escape

from addin.hosts.archive import zipped
from addin.hosts.excel import package_parts as parts
from addin.hosts.excel.generate import HERE
from addin.hosts.excel.settings import Settings
from addin.hosts.excel.vba_project import vba_project


def build(settings: Settings) -> bytes:
    """Return cpc.xlam for one Python and its xlwings."""
    return zipped(package_files(settings))


def package_files(settings: Settings) -> dict[str, bytes]:
    """Return the parts of the package in their order."""
    texts = {
        "[Content_Types].xml": parts.CONTENT_TYPES,
        "_rels/.rels": parts.PACKAGE_RELATIONSHIPS,
        "docProps/core.xml": parts.CORE,
        "docProps/app.xml": parts.APP,
        "xl/workbook.xml": parts.WORKBOOK,
        "xl/_rels/workbook.xml.rels": parts.WORKBOOK_RELATIONSHIPS,
        "xl/styles.xml": parts.STYLES,
        "xl/worksheets/sheet1.xml": parts.SHEET.format(rows=_rows(settings)),
        "customUI/customUI14.xml": (HERE / "customUI14.xml").read_text(encoding="utf-8"),
    }
    files = {name: text.encode() for name, text in texts.items()}
    return files | {"xl/vbaProject.bin": vba_project(settings)}


def _rows(settings: Settings) -> str:
    return "".join(
        f'<row r="{number}">{_cell(f"A{number}", key)}{_cell(f"B{number}", value)}</row>'
        for number, (key, value) in enumerate(settings.rows(), start=1)
    )


def _cell(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
