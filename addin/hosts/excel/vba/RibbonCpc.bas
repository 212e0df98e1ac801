Attribute VB_Name = "RibbonCpc"
Option Explicit

' What the buttons of customUI14.xml call. The commands are Python's: addin/ribbon.py.

Private drawn As IRibbonUI

Public Sub CpcRibbonLoad(ribbon As IRibbonUI)
    Set drawn = ribbon
End Sub

Public Sub CpcLabel(control As IRibbonControl, ByRef text As Variant)
    text = CpcText(control.ID & ".label", CpcLanguage())
End Sub

Public Sub CpcTip(control As IRibbonControl, ByRef text As Variant)
    text = CpcText(control.ID & ".tip", CpcLanguage())
End Sub

Public Sub CpcHelp(control As IRibbonControl, ByRef text As Variant)
    text = CpcText(control.ID & ".help", CpcLanguage())
End Sub

Public Sub CpcBuildReport(control As IRibbonControl)
    CpcRun "build_report"
End Sub

Public Sub CpcUpdateReport(control As IRibbonControl)
    CpcRun "update_report"
End Sub

Public Sub CpcNewTracker(control As IRibbonControl)
    CpcRun "new_tracker"
End Sub

Public Sub CpcNewAbTest(control As IRibbonControl)
    CpcRun "new_ab_test"
End Sub

Public Sub CpcNewBids(control As IRibbonControl)
    CpcRun "new_bids"
End Sub

Public Sub CpcNewBudget(control As IRibbonControl)
    CpcRun "new_budget"
End Sub

Public Sub CpcImportExports(control As IRibbonControl)
    CpcRun "import_exports"
End Sub

Public Sub CpcCheckWorkbook(control As IRibbonControl)
    CpcRun "check_workbook"
End Sub

Public Sub CpcInsertCpc(control As IRibbonControl)
    CpcRun "insert_cpc"
End Sub

Public Sub CpcExplainCell(control As IRibbonControl)
    CpcRun "explain_cell"
End Sub

Public Sub CpcFreezeToValues(control As IRibbonControl)
    CpcRun "freeze_to_values"
End Sub

Public Sub CpcRecalculate(control As IRibbonControl)
    CpcRecalculateAll
End Sub

Public Sub CpcFunctionsHelp(control As IRibbonControl)
    CpcRun "functions_help"
End Sub

' The tag of the choice is "nb", "en", or "office" to follow Office.
Public Sub CpcSetLanguage(control As IRibbonControl)
    On Error GoTo Failed
    CpcKeepLanguage IIf(control.Tag = "office", "", control.Tag)
    If Not drawn Is Nothing Then drawn.Invalidate
    CpcRun "set_language"
    Exit Sub
Failed:
    CpcWarn "busy"
End Sub

Public Sub CpcAbout(control As IRibbonControl)
    CpcRun "about"
End Sub

' What Excel's Undo list calls.
Public Sub CpcUndo()
    CpcRun "undo"
End Sub
