Attribute VB_Name = "CpcBridge"
Option Explicit
Option Private Module

' The way from Excel to Python and back: one Python process per Excel, started by the first
' call. Which Python that is, this add-in alone says, on its own sheet cpc.settings: no other
' workbook, file or folder is asked.

Private Const CELL_MODULE As String = "addin.hosts.excel.cells"
Private Const COMMAND_MODULE As String = "addin.hosts.excel.commands"
Private Const SETTINGS_SHEET As String = "cpc.settings"
Private Const CELL_ERRORS As Long = -2146828288 ' the HRESULT of an error cell less its xlErr number
Private Const NOT_STARTED As Long = vbObjectError + 513
Private Const WAIT_SECONDS As Long = 60 ' after a failed start: cells must not wait one by one
Private Const LONG_RANGE As Long = 1000 ' rows or columns; beyond, a range ends with the used ones

#If Mac Then
#ElseIf Win64 Then
Private Const BRIDGE As String = "DLL64"
Private Declare PtrSafe Function XLPyDLLActivateAuto Lib "DLL64" (ByRef result As Variant, ByVal command As String, ByVal mode As Long) As Long
Private Declare PtrSafe Function LoadLibraryW Lib "kernel32" (ByVal path As LongPtr) As LongPtr
#Else
Private Const BRIDGE As String = "DLL32"
Private Declare PtrSafe Function XLPyDLLActivateAuto Lib "DLL32" (ByRef result As Variant, ByVal command As String, ByVal mode As Long) As Long
Private Declare PtrSafe Function LoadLibraryW Lib "kernel32" (ByVal path As LongPtr) As LongPtr
#End If

Private python As Object
Private failure As String
Private failedAt As Date

' The answer of a worksheet function: a value, or rows of values, with true error cells.
Public Function CpcCall(ByVal functionName As String, ByVal args As Variant) As Variant
#If Mac Then
    CpcCall = CVErr(xlErrNA)
#Else
    On Error GoTo Failed
    CpcCall = InCells(Answer(Ask(CELL_MODULE, functionName, Sent(args))))
    Exit Function
Failed:
    CpcCall = CVErr(xlErrValue)
#End If
End Function

' What stands for an optional argument that was left out before another one.
Public Function CpcMissing() As String
    CpcMissing = Chr$(31) & "missing"
End Function

' Fixed arguments and those of a ParamArray, which counts from 0, in one row.
Public Function CpcJoined(ByVal first As Variant, ByVal more As Variant) As Variant
    Dim joined() As Variant, count As Long, i As Long
    count = UBound(first) + 1
    ReDim joined(0 To count + UBound(more))
    For i = 0 To UBound(joined)
        If i < count Then
            If IsObject(first(i)) Then Set joined(i) = first(i) Else joined(i) = first(i)
        ElseIf IsObject(more(i - count)) Then
            Set joined(i) = more(i - count)
        Else
            joined(i) = more(i - count)
        End If
    Next i
    CpcJoined = joined
End Function

' A ribbon command. Its sentence is shown; "" says that there is nothing to show.
Public Sub CpcRun(ByVal command As String)
    If TypeName(Application.Caller) = "Range" Then Exit Sub ' a formula presses no button
    Dim said As String, why As String
    On Error GoTo Failed
#If Mac Then
    said = RunOnMac(command)
#Else
    failure = ""
    said = CStr(Ask(COMMAND_MODULE, "run", Array(command, Application.Hwnd, CpcLanguage())))
#End If
    If said <> "" Then MsgBox said, vbInformation, "CPC"
    Exit Sub
Failed:
    why = Err.Description
    MsgBox CpcText("unreachable", CpcLanguage()) & vbLf & vbLf & why, vbExclamation, "CPC"
End Sub

' Everything anew: a Python that did not start is tried again.
Public Sub CpcRecalculateAll()
    failure = ""
    Application.CalculateFullRebuild
End Sub

' "nb" or "en": what the user chose, else the language of Office.
Public Function CpcLanguage() As String
    Dim host As Object, office As Long
    CpcLanguage = GetSetting("CpcAddin", "Ribbon", "Language", Setting("LANGUAGE"))
    If CpcLanguage = "nb" Or CpcLanguage = "en" Then Exit Function
    Set host = Application ' late: Excel for Mac must compile this, whether it has languages or not
    On Error Resume Next
    office = host.LanguageSettings.LanguageID(2)
    CpcLanguage = IIf(office = 1044 Or office = 2068, "nb", "en")
End Function

' Keeps the user's choice where VBA keeps such things, beside the add-in's file, which stays as it
' was installed; "" follows Office.
Public Sub CpcKeepLanguage(ByVal language As String)
    SaveSetting "CpcAddin", "Ribbon", "Language", language
End Sub

Private Function Setting(ByVal key As String) As String
    Dim row As Long
    With ThisWorkbook.Worksheets(SETTINGS_SHEET)
        For row = 1 To .UsedRange.Rows.Count
            If .Cells(row, 1).Value2 = key Then Setting = CStr(.Cells(row, 2).Value2)
        Next row
    End With
End Function

#If Mac Then
Private Function RunOnMac(ByVal command As String) As String
    Dim book As String, code As String, i As Long
    If ActiveWorkbook Is Nothing Then
        RunOnMac = CpcText("open first", CpcLanguage())
        Exit Function
    End If
    book = ActiveWorkbook.Name
    For i = 1 To Len(book) ' the name stands on a shell's command line
        If InStr("""$`\|;&", Mid$(book, i, 1)) > 0 Then
            RunOnMac = CpcText("rename first", CpcLanguage())
            Exit Function
        End If
    Next i
    code = "from addin.hosts.excel.commands import run; run('" & command & "', 0, '" & CpcLanguage() & "')"
    AppleScriptTask "xlwings-" & Setting("XLWINGS") & ".applescript", "VbaHandler", _
        "false" & IIf(Setting("PYTHONPATH") = "", "", ";;;;;;" & Setting("PYTHONPATH")) & _
        "|'" & Setting("INTERPRETER") & "'|" & code & "|" & book & _
        "|" & Left$(Application.Path, Len(Application.Path) - 4) & "|" & Environ("HOME") & "/xlwings.log"
End Function
#Else
' Calls Python, and once again with a new process when the old one is gone.
Private Function Ask(ByVal moduleName As String, ByVal functionName As String, ByRef args As Variant) As Variant
    Dim again As Boolean, number As Long, why As String
    On Error GoTo Broken
Once:
    Ask = Server().CallUDF(moduleName, functionName, args)
    Exit Function
Broken:
    number = Err.Number
    why = Err.Description
    If again Or Not IsGone(number) Then Err.Raise number, "CPC", why
    again = True
    Set python = Nothing
    Resume Once
End Function

' The errors of a process that ended: no server, not available, call failed, disconnected.
Private Function IsGone(ByVal number As Long) As Boolean
    Select Case number
        Case 462, -2147023174, -2147023170, -2147417848
            IsGone = True
    End Select
End Function

Private Function Server() As Object
    If python Is Nothing Then
        If failure <> "" Then
            If DateDiff("s", failedAt, Now) < WAIT_SECONDS Then Err.Raise NOT_STARTED, "CPC", failure
        End If
        Start
    End If
    Set Server = python
End Function

Private Sub Start()
    Dim result As Variant, beside As String, higher As String
    failure = ""
    beside = Above(Setting("INTERPRETER")) & "\" & BRIDGE
    higher = Above(Above(Setting("INTERPRETER"))) & "\" & BRIDGE
    If LoadLibraryW(StrPtr(beside)) = 0 Then
        If LoadLibraryW(StrPtr(higher)) = 0 Then failure = beside & vbLf & higher
    End If
    If failure = "" Then
        If XLPyDLLActivateAuto(result, CommandLine(), 1) <> 0 Then failure = BRIDGE & ": " & CStr(result)
    End If
    If failure <> "" Then
        failedAt = Now
        Err.Raise NOT_STARTED, "CPC", failure
    End If
    Set python = result
End Sub

' -P: Python must not look for modules in Excel's current folder, where a workbook came from.
Private Function CommandLine() As String
    Dim path As String
    If Setting("PYTHONPATH") <> "" Then path = "import sys; sys.path[:0] = r'" & Setting("PYTHONPATH") & "'.split(';'); "
    CommandLine = """" & Setting("INTERPRETER") & """ -B -P -c """ & path & _
        "from addin.hosts.excel.server import serve; serve('$(CLSID)', '" & CpcLanguage() & "')"""
End Function

Private Function Above(ByVal path As String) As String
    Above = Left$(path, InStrRev(path, "\") - 1)
End Function

' Arguments as values. Optional ones left out at the end are not sent.
Private Function Sent(ByRef args As Variant) As Variant
    Dim out() As Variant, last As Long, i As Long
    last = UBound(args)
    Do While IsMissingText(args(last))
        last = last - 1
    Loop
    ReDim out(0 To last)
    For i = 0 To last
        If IsObject(args(i)) Then
            out(i) = Cut(args, i, last).Value2
        ElseIf IsArray(args(i)) Then
            out(i) = InRows(args(i))
        Else
            out(i) = args(i)
        End If
    Next i
    Sent = out
End Function

Private Function IsMissingText(ByRef value As Variant) As Boolean
    If Not IsObject(value) Then
        If VarType(value) = vbString Then IsMissingText = (value = CpcMissing())
    End If
End Function

' A long range, as A:A, up to its last used row and column. Ranges of one call that are as long
' as one another stay so, on whatever sheets they stand.
Private Function Cut(ByRef args As Variant, ByVal which As Long, ByVal last As Long) As Range
    Dim height As Long, breadth As Long, i As Long, area As Range
    Set area = args(which)
    If area.Areas.Count > 1 Then Err.Raise 5, "CPC", "A range must be one block of cells."
    If area.Rows.Count <= LONG_RANGE And area.Columns.Count <= LONG_RANGE Then
        Set Cut = area
        Exit Function
    End If
    For i = 0 To last
        If IsObject(args(i)) Then
            If args(i).Rows.Count = area.Rows.Count Then height = Larger(height, UsedRows(args(i)))
            If args(i).Columns.Count = area.Columns.Count Then breadth = Larger(breadth, UsedColumns(args(i)))
        End If
    Next i
    Set Cut = area.Resize(height, breadth)
End Function

Private Function UsedRows(ByVal area As Range) As Long
    UsedRows = area.Rows.Count
    If UsedRows <= LONG_RANGE Then Exit Function
    With area.Worksheet.UsedRange
        UsedRows = Larger(1, Smaller(UsedRows, .Row + .Rows.Count - area.Row))
    End With
End Function

Private Function UsedColumns(ByVal area As Range) As Long
    UsedColumns = area.Columns.Count
    If UsedColumns <= LONG_RANGE Then Exit Function
    With area.Worksheet.UsedRange
        UsedColumns = Larger(1, Smaller(UsedColumns, .Column + .Columns.Count - area.Column))
    End With
End Function

' What Python answered, in rows; an error comes as the only kind of whole number.
Private Function Answer(ByRef value As Variant) As Variant
    Dim out As Variant, row As Long, column As Long
    If Not IsArray(value) Then
        Answer = AnswerCell(value)
        Exit Function
    End If
    out = InRows(value)
    For row = 1 To UBound(out, 1)
        For column = 1 To UBound(out, 2)
            out(row, column) = AnswerCell(out(row, column))
        Next column
    Next row
    Answer = out
End Function

Private Function AnswerCell(ByRef value As Variant) As Variant
    If VarType(value) = vbLong Then
        AnswerCell = CVErr(value - CELL_ERRORS)
    Else
        AnswerCell = value
    End If
End Function

' An array with rows and columns from 1; one without columns is a row.
Private Function InRows(ByRef value As Variant) As Variant
    Dim out() As Variant, row As Long, column As Long, top As Long, side As Long
    If ColumnsOf(value) = 0 Then
        side = LBound(value)
        ReDim out(1 To 1, 1 To UBound(value) - side + 1)
        For column = 1 To UBound(out, 2)
            out(1, column) = value(side + column - 1)
        Next column
    Else
        top = LBound(value, 1)
        side = LBound(value, 2)
        ReDim out(1 To UBound(value, 1) - top + 1, 1 To ColumnsOf(value))
        For row = 1 To UBound(out, 1)
            For column = 1 To UBound(out, 2)
                out(row, column) = value(top + row - 1, side + column - 1)
            Next column
        Next row
    End If
    InRows = out
End Function

Private Function ColumnsOf(ByRef value As Variant) As Long
    On Error Resume Next ' an array with one dimension has no second bound
    ColumnsOf = UBound(value, 2) - LBound(value, 2) + 1
End Function

' An array formula over several cells gets as many: blank where the answer has none, instead of
' #N/A or the answer again. Excel that spills calls with one cell.
Private Function InCells(ByRef value As Variant) As Variant
    Dim out() As Variant, row As Long, column As Long
    InCells = value
    If Not IsArray(value) Then Exit Function
    If TypeName(Application.Caller) <> "Range" Then Exit Function
    With Application.Caller
        If .Rows.Count * .Columns.Count = 1 Then Exit Function
        ReDim out(1 To .Rows.Count, 1 To .Columns.Count)
    End With
    For row = 1 To UBound(out, 1)
        For column = 1 To UBound(out, 2)
            out(row, column) = ""
            If row <= UBound(value, 1) And column <= UBound(value, 2) Then out(row, column) = value(row, column)
        Next column
    Next row
    InCells = out
End Function

Private Function Larger(ByVal a As Long, ByVal b As Long) As Long
    Larger = IIf(a > b, a, b)
End Function

Private Function Smaller(ByVal a As Long, ByVal b As Long) As Long
    Smaller = IIf(a < b, a, b)
End Function
#End If
