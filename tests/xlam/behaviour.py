"""The faults of behaviour, by the trial that shows them: a lint finds nothing wrong with them."""

from tests.xlam import trial
from tests.xlam.breaking import Fault, code
from tests.xlam.trial import Trial

BEHAVIOUR: dict[Trial, dict[str, Fault]] = {
    trial.process: {
        "a dead Python is not started again": code("CpcBridge", "again Or Not", "True Or Not"),
        "one way to die is not known": code("CpcBridge", "462, -2147023174, ", "462, "),
        "a dead Python is kept": code("CpcBridge", "    Set python = Nothing\n", ""),
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
    },
    trial.answers: {
        "errors have other numbers": code("CpcBridge", "-2146828288", "-2146828287"),
        "errors among rows stay numbers": code(
            "CpcBridge",
            "out(row, column) = AnswerCell(out(row, column))",
            "out(row, column) = out(row, column)",
        ),
        "cells are sent as money and dates": code(
            "CpcBridge", "Cut(args, i, last).Value2", "Cut(args, i, last).Value"
        ),
        "ranges are sent as objects": code(
            "CpcBridge", "out(i) = Cut(args, i, last).Value2", "Set out(i) = args(i)"
        ),
        "whole columns are read": code(
            "CpcBridge", "LONG_RANGE As Long = 1000", "LONG_RANGE As Long = 2000000"
        ),
        "blocks beside one another are taken for one": code(
            "CpcBridge", "area.Areas.Count > 1", "area.Areas.Count > 9"
        ),
    },
    trial.wrappers: {
        "arguments left out are sent": code(
            "CpcBridge", "        last = last - 1\n", "        Exit Do\n"
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
            "CpcBridge", '= "Range" Then Exit Sub', '= "Rang" Then Exit Sub'
        ),
    },
    trial.wizard: {
        "the wizard is not told": code("ThisWorkbook", "tried >= TRIES", "tried >= 0"),
    },
    trial.mac: {
        "functions call Python on a Mac": code("CpcBridge", "CVErr(xlErrNA)", "CVErr(xlErrNull)"),
        "the folder of a workbook is searched on a Mac": code(
            "CpcBridge", '"false" & IIf', '"true" & IIf'
        ),
        "the name of a workbook reaches the shell": code("CpcBridge", 'InStr("""$`', 'InStr("""'),
    },
}
