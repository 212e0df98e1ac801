"""The faults that a lint can see: each is one slip that has happened to someone's package."""

from struct import pack

from pyopenvba.cfb import CFB
from pyopenvba.vba import compress, parse_vba_project

from tests.xlam.breaking import DATED, Fault, Parts, all_of, code, folder, listed, text

BOOK, SHEET = "xl/workbook.xml", "xl/worksheets/sheet1.xml"
RELS, BOOK_RELS = "_rels/.rels", "xl/_rels/workbook.xml.rels"
TYPES, RIBBON, PROJECT = "[Content_Types].xml", "customUI/customUI14.xml", "xl/vbaProject.bin"


def _sheet_gone(parts: Parts) -> None:
    del parts[SHEET]


def _stream_gone(parts: Parts) -> None:
    file = CFB.from_bytes(parts[PROJECT])
    file.remove_stream_in_storage("VBA", "CpcTexts")
    parts[PROJECT] = file.to_bytes()


def _old_cache(parts: Parts) -> None:
    file = CFB.from_bytes(parts[PROJECT])
    file.write_stream_in_storage("VBA", "_VBA_PROJECT", bytes.fromhex("cc61b500000000"))
    parts[PROJECT] = file.to_bytes()


def _bare_line_ends(parts: Parts) -> None:
    code("RibbonCpc", "Option Explicit\n", "Option Explicit", 1)(parts)
    file = CFB.from_bytes(parts[PROJECT])
    source = parse_vba_project(file).get_module("RibbonCpc").source.replace("\r\n", "\n")
    file.write_stream_in_storage("VBA", "RibbonCpc", compress(source.encode("cp1252")))
    parts[PROJECT] = file.to_bytes()


def _types_last(parts: Parts) -> None:
    parts[TYPES] = parts.pop(TYPES)


def _record(name: str) -> bytes:
    return pack("<HI", 4, len(name)) + name.encode()


PACKAGE: dict[str, Fault] = {
    "a workbook instead of an add-in": text(TYPES, "addin.macroEnabled", "sheet.macroEnabled"),
    "no content type for the workbook": text(
        TYPES, 'PartName="/xl/workbook.xml"', 'PartName="/xl/book.xml"'
    ),
    "no content type for VBA": text(
        TYPES, "application/vnd.ms-office.vbaProject", "application/octet-stream"
    ),
    "content types at the end": _types_last,
    "no ribbon relationship": text(
        RELS, "/2007/relationships/ui/extensibility", "/2007/relationships/ui/other"
    ),
    "a ribbon relationship of Office 2007": text(
        RELS, "office/2007/relationships/ui", "office/2006/relationships/ui"
    ),
    "no VBA relationship": text(BOOK_RELS, "relationships/vbaProject", "relationships/macros"),
    "a relationship to nothing": text(BOOK_RELS, "styles.xml", "style.xml"),
    "two relationships with one id": text(BOOK_RELS, 'Id="rId2"', 'Id="rId1"'),
    "a link out of the package": text(
        RELS, 'Target="docProps/app.xml"', 'Target="docProps/app.xml" TargetMode="External"'
    ),
    "a part that nothing points to": lambda parts: parts.update({"xl/stray.xml": b"<a/>"}),
    "a part that is no XML": text(BOOK, "</workbook>", ""),
    "a part that is missing": _sheet_gone,
    "an author": text("docProps/core.xml", "<dc:title>", "<dc:creator>Kari</dc:creator><dc:title>"),
    "a path of the author": text(
        BOOK, "<bookViews>", r'<absPath url="C:\Users\kari\"/><bookViews>'
    ),
    "a date": lambda parts: parts.update({DATED: b"1"}),
    "another code name of the sheet": text(SHEET, 'codeName="CpcSettings"', 'codeName="Sheet1"'),
    "another code name of the workbook": text(BOOK, 'codeName="ThisWorkbook"', 'codeName="Book"'),
    "another name of the sheet": text(BOOK, "cpc.settings", "settings"),
    "a setting that is missing": text(SHEET, "INTERPRETER", "INTERPRETTER"),
}

TAB: dict[str, Fault] = {
    "an attribute that Office does not know": text(RIBBON, 'size="large"', 'big="true"'),
    "a value that Office does not know": text(RIBBON, 'size="large"', 'size="huge"'),
    "an element that Office does not know": text(RIBBON, "<group ", "<section ", 1),
    "two controls with one id": text(RIBBON, 'id="cpcNewBids"', 'id="cpcNewBudget"'),
    "a picture that Excel lacks": text(RIBBON, "ChartInsert", "ChartInsertNicely"),
    "a tab that Excel lacks": text(RIBBON, "TabData", "TabDaten"),
    "a callback that is not there": text(RIBBON, "RibbonCpc.CpcNewBids", "RibbonCpc.CpcNewBid"),
    "a callback in a module that is not there": text(
        RIBBON, "RibbonCpc.CpcNewBids", "Ribbon.CpcNewBids"
    ),
    "a label twice": text(RIBBON, 'getLabel="', 'label="Report" getLabel="', 9),
    "no label": text(RIBBON, 'tag="nb" getLabel="RibbonCpc.CpcLabel"', 'tag="nb"'),
    "a button that does nothing": text(RIBBON, ' onAction="RibbonCpc.CpcAbout"', ""),
    "two buttons with one key": text(RIBBON, 'keytip="U"', 'keytip="B"'),
    "a key that is too long": text(RIBBON, 'keytip="U"', 'keytip="UPDATE"'),
    "the namespace of Office 2007": text(RIBBON, "2009/07/customui", "2006/01/customui"),
}

PROJECT_FILE: dict[str, Fault] = {
    "a project that is cut short": lambda parts: parts.update({PROJECT: parts[PROJECT][:5000]}),
    "a module without a stream": _stream_gone,
    "a module that PROJECT lacks": listed("Module=CpcTexts\r\n", ""),
    "a module twice in PROJECT": listed(
        "Module=CpcTexts\r\n", "Module=CpcTexts\r\nModule=CpcTexts\r\n"
    ),
    "a sheet that PROJECT lacks": listed("Document=CpcSettings/&H00000000\r\n", ""),
    "two names of the project": listed('Name="CpcAddin"', 'Name="VBAProject"'),
    "a project called as a function": all_of(
        listed('Name="CpcAddin"', 'Name="CPC"'), folder(_record("CpcAddin"), _record("CPC"))
    ),
    "compiled code of another Office": _old_cache,
}

CODE: dict[str, Fault] = {
    "line ends of Unix": _bare_line_ends,
    "a module with another name inside": code("CpcTexts", '"CpcTexts"', '"CpcText"'),
    "variables need not be declared": code("CpcBridge", "Option Explicit\n", ""),
    "an If without an end": code("CpcBridge", "        End If\n        Start\n", "        Start\n"),
    "a variable that is not declared": code(
        "CpcBridge", "failedAt = 0\n    Set", "failed = 0\n    Set"
    ),
    "a procedure that is not there": code(
        "ThisWorkbook", "    CpcDescribe\n", "    CpcDescribeAll\n"
    ),
    "a procedure that is not there on a Mac": code(
        "CpcCommands", "    OfferUndo\n#End If", "#End If\n    OfferUndo"
    ),
    "a label that is not there": code("CpcBridge", "Resume Once", "Resume Twice"),
    "a function of Windows on a Mac": code(
        "CpcCommands", "    book = ActiveWorkbook.Name\n", "    book = StrPtr(1)\n"
    ),
    "a library of Windows on a Mac": code(
        "CpcBridge", "#If Mac Then\n#ElseIf Win64 Then", "#If Mac Or Win64 Then"
    ),
    "the library of another xlwings": code(
        "CpcBridge", "xlwings64-0.37.8.dll", "xlwings64-0.36.0.dll", 9
    ),
    "the 64-bit library in 32-bit Excel": code("CpcBridge", "xlwings32", "xlwings64", 9),
    "a function called as a cell": code("CpcFunctions", "Function CPM(", "Function CPM1("),
    "a function called as one of Excel": code("CpcFunctions", "Function CPM(", "Function ACOS("),
    "a function called as a word of VBA": code(
        "CpcFunctions", "Function ATTRIBUTION(", "Function ATTRIBUTE("
    ),
    "a function twice": code("CpcFunctions", "Function CPA(", "Function CPC("),
    "a function called as a module": code("CpcFunctions", "Function CPM(", "Function CpcTexts("),
    "an argument called as a word of VBA": code("CpcFunctions", "each_ As", "each As"),
    "an argument called as a function": code("CpcFunctions", "ByVal cvr_ As", "ByVal cvr As", 9),
    "a word of ours called as a function": code(
        "CpcBridge", "Dim result As", "Dim roas, result As"
    ),
    "an argument twice": code("CpcFunctions", "ByVal conversions As", "ByVal cost As"),
    "a needed argument after an optional one": code(
        "CpcFunctions", "(ByVal cost", "(Optional ByVal cost"
    ),
    "a line that is too long": code("CpcTexts", '"Build report"', f'"Build report{"." * 1000}"'),
    "a description that is too long": code(
        "CpcFunctions", 'VB_Description = "', f'VB_Description = "{"." * 255}'
    ),
    "a callback without an argument": code(
        "RibbonCpc", "CpcAbout(control As IRibbonControl)", "CpcAbout()"
    ),
    "a callback that is private": code("RibbonCpc", "Public Sub CpcAbout", "Private Sub CpcAbout"),
    "a label that cannot come back": code("RibbonCpc", "ByRef text", "ByVal text"),
}
