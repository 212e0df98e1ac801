Attribute VB_Name = "CpcCells"
Option Explicit
Option Private Module

' A call from a cell: arguments as plain values, the answer with true error cells.

Private Const CELL_MODULE As String = "addin.hosts.excel.cells"
Private Const CELL_ERRORS As Long = -2146828288 ' the HRESULT of an error cell less its xlErr number
Private Const LONG_RANGE As Long = 1000 ' rows or columns; beyond, a range ends with the used ones

' The answer of a worksheet function: a value, or rows of values, with true error cells.
Public Function CpcCall(ByVal functionName As String, ByVal args As Variant) As Variant
#If Mac Then
    CpcCall = CVErr(xlErrNA)
#Else
    On Error GoTo Failed
    CpcCall = InCells(Answer(CpcAsk(CELL_MODULE, functionName, Sent(args), True)))
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

#If Mac Then
#Else
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
