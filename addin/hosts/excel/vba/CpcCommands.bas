Attribute VB_Name = "CpcCommands"
Option Explicit
Option Private Module

' What a button of the ribbon does: Python works on this Excel, and its sentence is shown.

Private Const COMMAND_MODULE As String = "addin.hosts.excel.commands"

#If Mac Then
#Else
Private Declare PtrSafe Function CoRegisterMessageFilter Lib "ole32" (ByVal filter As LongPtr, ByRef previous As LongPtr) As Long
#End If

' A ribbon command. Its sentence is shown; "" says that there is nothing to show.
Public Sub CpcRun(ByVal command As String)
    On Error GoTo Failed
    If TypeName(Application.Caller) = "Range" Then Exit Sub ' a formula presses no button
    CpcTryAgain
    CpcSay Done(command), vbInformation
#If Mac Then
#Else
    OfferUndo
#End If
    Exit Sub
Failed:
    CpcWarn IIf(CpcMayHaveRun(Err.Number), "lost", "unreachable")
End Sub

' Everything anew: a Python that did not start is tried again.
Public Sub CpcRecalculateAll()
    On Error GoTo Failed
    CpcTryAgain
    Application.CalculateFullRebuild
    Exit Sub
Failed:
    CpcWarn "busy"
End Sub

#If Mac Then
Private Function Done(ByVal command As String) As String
    Dim book As String, code As String, i As Long
    If ActiveWorkbook Is Nothing Then
        Done = CpcText("open first", CpcLanguage())
        Exit Function
    End If
    book = ActiveWorkbook.Name
    For i = 1 To Len(book) ' the name stands on a shell's command line
        If InStr("""$`\|;&", Mid$(book, i, 1)) > 0 Then
            Done = CpcText("rename first", CpcLanguage())
            Exit Function
        End If
    Next i
    code = "from addin.hosts.excel.commands import run; run('" & command & "', 0, '" & CpcLanguage() & "')"
    AppleScriptTask "xlwings-" & CpcSetting("XLWINGS") & ".applescript", "VbaHandler", _
        "false" & IIf(CpcSetting("PYTHONPATH") = "", "", ";;;;;;" & CpcSetting("PYTHONPATH")) & _
        "|'" & CpcSetting("INTERPRETER") & "'|" & code & "|" & book & _
        "|" & Left$(Application.Path, Len(Application.Path) - 4) & "|" & Environ("HOME") & "/xlwings.log"
End Function
#Else
' Runs a command. Excel's message filter is away meanwhile: it would say again and again that
' Excel is waiting for another application, and ask for a click.
Private Function Done(ByVal command As String) As String
    Dim usual As LongPtr, none As LongPtr, before As Variant, number As Long
    before = SettingsOfExcel()
    CoRegisterMessageFilter 0, usual
    On Error GoTo Broken
    Done = CStr(CpcAsk(COMMAND_MODULE, "run", Array(command, Application, CpcLanguage()), False))
    CoRegisterMessageFilter usual, none
    Exit Function
Broken:
    number = Err.Number
    CoRegisterMessageFilter usual, none
    PutBack before ' a Python that died cannot
    Err.Raise number, "CPC"
End Function

Private Function NamesOfSettings() As Variant
    NamesOfSettings = Array("ScreenUpdating", "DisplayAlerts", "EnableEvents", "StatusBar", "Calculation")
End Function

' One that Excel does not tell stays empty: there is no Calculation while no workbook is open.
Private Function SettingsOfExcel() As Variant
    Dim found(0 To 4) As Variant, i As Long
    On Error Resume Next
    For i = 0 To 4
        found(i) = CallByName(Application, NamesOfSettings()(i), VbGet)
    Next i
    SettingsOfExcel = found
End Function

Private Sub PutBack(ByRef found As Variant)
    Dim i As Long
    On Error Resume Next ' one that Excel refuses must not keep the rest back
    For i = 0 To 4
        If Not IsEmpty(found(i)) Then CallByName Application, NamesOfSettings()(i), VbLet, found(i)
    Next i
End Sub

' Puts a command that can be taken back on Excel's Undo list; this must be the last step.
Private Sub OfferUndo()
    Dim text As String
    On Error Resume Next ' the command is done: a way back that is missing is no failure of it
    text = CStr(CpcAsk(COMMAND_MODULE, "undoable", Array(CpcLanguage()), True))
    If text <> "" Then Application.OnUndo text, "'" & ThisWorkbook.Name & "'!CpcUndo"
End Sub
#End If
