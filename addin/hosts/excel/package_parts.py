"""The parts of cpc.xlam that are the same in every build."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPC = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_MICROSOFT = "http://schemas.microsoft.com/office"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE = "application/vnd.openxmlformats-package"

SETTINGS_SHEET = "cpc.settings"
CUSTOM_UI = f"{_MICROSOFT}/2007/relationships/ui/extensibility"
VBA_PROJECT = f"{_MICROSOFT}/2006/relationships/vbaProject"

CONTENT_TYPES = _HEAD + (
    f'<Types xmlns="{_OPC}/content-types">'
    '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    f'<Default Extension="rels" ContentType="{_PACKAGE}.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml"'
    ' ContentType="application/vnd.ms-excel.addin.macroEnabled.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml"'
    f' ContentType="{_SPREADSHEET}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_SPREADSHEET}.styles+xml"/>'
    f'<Override PartName="/docProps/core.xml" ContentType="{_PACKAGE}.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
    "</Types>"
)


def _relationships(*each: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(each, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_OPC}/relationships">{lines}</Relationships>'


PACKAGE_RELATIONSHIPS = _relationships(
    (f"{_OFFICE}/relationships/officeDocument", "xl/workbook.xml"),
    (f"{_OPC}/relationships/metadata/core-properties", "docProps/core.xml"),
    (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    (CUSTOM_UI, "customUI/customUI14.xml"),
)

WORKBOOK_RELATIONSHIPS = _relationships(
    (f"{_OFFICE}/relationships/worksheet", "worksheets/sheet1.xml"),
    (f"{_OFFICE}/relationships/styles", "styles.xml"),
    (VBA_PROJECT, "vbaProject.bin"),
)

WORKBOOK = _HEAD + (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships">'
    '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="30228"/>'
    '<workbookPr codeName="ThisWorkbook"/>'
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="16000" windowHeight="9000"/>'
    "</bookViews>"
    f'<sheets><sheet name="{SETTINGS_SHEET}" sheetId="1" r:id="rId1"/></sheets>'
    '<calcPr calcId="191029"/>'
    "</workbook>"
)

SHEET = _HEAD + (
    f'<worksheet xmlns="{_MAIN}"><sheetPr codeName="CpcSettings"/>'
    '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
    "<sheetData>{rows}</sheetData></worksheet>"
)

STYLES = _HEAD + (
    f'<styleSheet xmlns="{_MAIN}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)

CORE = _HEAD + (
    f'<cp:coreProperties xmlns:cp="{_OPC}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>Cost per conversion</dc:title>"
    "<dc:description>Worksheet functions for the cost per conversion, with the uncertainty of "
    "every figure.</dc:description>"
    "</cp:coreProperties>"
)
"""The title and the description are what Excel lists under Add-ins."""

APP = _HEAD + (
    f'<Properties xmlns="{_OFFICE}/extended-properties">'
    "<Application>Microsoft Excel</Application></Properties>"
)
