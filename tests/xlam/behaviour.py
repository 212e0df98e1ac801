"""The faults of behaviour, by the trial that shows them: a lint finds nothing wrong with them."""

from tests.xlam import trial
from tests.xlam.breaking import Fault, code
from tests.xlam.trial import Trial

BEHAVIOUR: dict[Trial, dict[str, Fault]] = {
    trial.process: {
        "a dead Python is not started again": code("CpcBridge", "If again Or", "If True Or"),
        "one way to die is not known": code(
            "CpcBridge", "number = 462 Or number = -2147023174", "number = 462"
        ),
        "a cell that a dying Python was asked for is not asked again": code(
            "CpcBridge", "harmless And", "False And"
        ),
        "a dead Python is kept": code(
            "CpcBridge", "CpcMayHaveRun(number) Then Set python = Nothing", "False Then Start"
        ),
        "Python looks for modules in the folder of a workbook": code(
            "CpcBridge", " -B -P -c", " -B -c"
        ),
        "settings come from the open workbook": code(
            "CpcBridge", "ThisWorkbook.Worksheets", "ActiveWorkbook.Worksheets", 9
        ),
        "every call starts a Python": code(
            "CpcBridge", "    If python Is Nothing Then", "    If True Then"
        ),
        "every cell waits for a Python that does not start": code(
            "CpcBridge", "WAIT_SECONDS As Long = 60", "WAIT_SECONDS As Long = -1"
        ),
        "a library is loaded by its name alone": code("CpcBridge", "If found <> file Then ", ""),
    },
    trial.answers: {
        "errors have other numbers": code("CpcCells", "-2146828288", "-2146828287"),
        "errors among rows stay numbers": code(
            "CpcCells",
            "out(row, column) = AnswerCell(out(row, column))",
            "out(row, column) = out(row, column)",
        ),
        "cells are sent as money and dates": code(
            "CpcCells", "Cut(args, i, last).Value2", "Cut(args, i, last).Value"
        ),
        "ranges are sent as objects": code(
            "CpcCells", "out(i) = Cut(args, i, last).Value2", "Set out(i) = args(i)"
        ),
        "whole columns are read": code(
            "CpcCells", "LONG_RANGE As Long = 1000", "LONG_RANGE As Long = 2000000"
        ),
        "blocks beside one another are taken for one": code(
            "CpcCells", "area.Areas.Count > 1", "area.Areas.Count > 9"
        ),
    },
    trial.wrappers: {
        "arguments left out are sent": code(
            "CpcCells", "        last = last - 1\n", "        Exit Do\n"
        ),
        "an argument left out is forgotten": code(
            "CpcFunctions",
            "If IsMissing(profit_share) Then profit_share = CpcMissing()",
            "If IsMissing(profit_share) Then profit_share = 0",
        ),
        "arguments change places": code(
            "CpcFunctions", "Array(cost, conversions, each_)", "Array(conversions, cost, each_)"
        ),
        "a wrapper asks for another function": code(
            "CpcFunctions", 'CpcCall("CPM"', 'CpcCall("CPC"'
        ),
    },
    trial.ribbon: {
        "a button runs another command": code("RibbonCpc", '"new_bids"', '"new_budget"'),
        "a button without words": code("CpcTexts", "en cpcNewBids.help", "en cpcNewBid.help"),
        "a formula presses a button": code(
            "CpcCommands", '= "Range" Then Exit Sub', '= "Rang" Then Exit Sub'
        ),
    },
    trial.commands: {
        "a command runs twice": code(
            "CpcCommands", "CpcLanguage()), False)", "CpcLanguage()), True)"
        ),
        "Excel stays still when Python died": code("CpcCommands", "    PutBack before", "    ' "),
        "Excel asks for a click again and again": code(
            "CpcCommands", "    CoRegisterMessageFilter 0, usual\n", ""
        ),
        "Excel's message filter is lost with Python": code(
            "CpcCommands",
            "    number = Err.Number\n    CoRegisterMessageFilter usual, none\n",
            "    number = Err.Number\n",
        ),
        "a text of Python is shown for a failure": code(
            "CpcCommands", "CpcWarn IIf", "CpcSay Err.Description, 48 ' "
        ),
        "Undo is not offered": code("CpcCommands", '    If text <> ""', "    If False"),
        "Undo calls what is not there": code("CpcCommands", "!CpcUndo", "!CpcTakeBack"),
        "long texts are cut": code("CpcMessages", "StrPtr(text)", "Left$(text, 1024)"),
        "Excel is held when it closes": code("ThisWorkbook", "    CpcLetGo\n", ""),
    },
    trial.wizard: {
        "the wizard is not told": code("ThisWorkbook", "tried >= TRIES", "tried >= 0"),
    },
    trial.mac: {
        "functions call Python on a Mac": code("CpcCells", "CVErr(xlErrNA)", "CVErr(xlErrNull)"),
        "the folder of a workbook is searched on a Mac": code(
            "CpcCommands", '"false" & IIf', '"true" & IIf'
        ),
        "the name of a workbook reaches the shell": code("CpcCommands", 'InStr("""$`', 'InStr("""'),
    },
}
