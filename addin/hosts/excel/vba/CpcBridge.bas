Attribute VB_Name = "CpcBridge"
Option Explicit
Option Private Module

' The way from Excel to Python and back: one Python process per Excel, started by the first
' call. Which Python that is, this add-in alone says, on its own sheet cpc.settings: no other
' workbook, file or folder is asked.

Private Const SETTINGS_SHEET As String = "cpc.settings"
Private Const COMMAND_MODULE As String = "addin.hosts.excel.commands"
Private Const NOT_STARTED As Long = vbObjectError + 513
Private Const WAIT_SECONDS As Long = 60 ' after a failed start: cells must not wait one by one

#If Mac Then
#ElseIf Win64 Then
Private Const LIBRARY As String = "DLL64"
Private Declare PtrSafe Function XLPyDLLActivateAuto Lib "DLL64" (ByRef result As Variant, ByVal command As String, ByVal mode As Long) As Long
Private Declare PtrSafe Function LoadLibraryW Lib "kernel32" (ByVal path As LongPtr) As LongPtr
#Else
Private Const LIBRARY As String = "DLL32"
Private Declare PtrSafe Function XLPyDLLActivateAuto Lib "DLL32" (ByRef result As Variant, ByVal command As String, ByVal mode As Long) As Long
Private Declare PtrSafe Function LoadLibraryW Lib "kernel32" (ByVal path As LongPtr) As LongPtr
#End If

Private python As Object
Private failedAt As Date ' 0: no start has failed

' "nb" or "en": what the user chose, else the language of Office.
Public Function CpcLanguage() As String
    Dim host As Object, office As Long
    CpcLanguage = GetSetting("CpcAddin", "Ribbon", "Language", CpcSetting("LANGUAGE"))
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

' What the installation wrote.
Public Function CpcSetting(ByVal key As String) As String
    Dim row As Long
    With ThisWorkbook.Worksheets(SETTINGS_SHEET)
        For row = 1 To .UsedRange.Rows.Count
            If .Cells(row, 1).Value2 = key Then CpcSetting = CStr(.Cells(row, 2).Value2)
        Next row
    End With
End Function

' A process that went during the call: "the remote procedure call failed", "disconnected".
Public Function CpcMayHaveRun(ByVal number As Long) As Boolean
    CpcMayHaveRun = (number = -2147023170 Or number = -2147417848)
End Function

' A Python that did not start may be started again at once.
Public Sub CpcTryAgain()
    failedAt = 0
End Sub

' Python lets go of what it keeps of Excel, which otherwise would go on without a window.
Public Sub CpcLetGo()
    On Error Resume Next ' Excel is closing: nobody is to be told
    If Not python Is Nothing Then python.CallUDF COMMAND_MODULE, "forget", Array()
    Set python = Nothing
End Sub

#If Mac Then
#Else
' Calls Python, and once again with a new process where the old one is gone. Where the call may
' have run before the process went, it is made again only if running twice does no harm. The names
' are in brackets: by value, as COM sends them most simply.
Public Function CpcAsk(ByVal moduleName As String, ByVal functionName As String, ByRef args As Variant, ByVal harmless As Boolean) As Variant
    Dim again As Boolean, number As Long
    On Error GoTo Broken
Once:
    CpcAsk = Server().CallUDF((moduleName), (functionName), args)
    Exit Function
Broken:
    number = Err.Number
    If IsUnreached(number) Or CpcMayHaveRun(number) Then Set python = Nothing
    If again Or Not (IsUnreached(number) Or (harmless And CpcMayHaveRun(number))) Then Err.Raise number, "CPC"
    again = True
    Resume Once
End Function

' A process that was gone before the call: VBA's own number, and "the RPC server is unavailable".
Private Function IsUnreached(ByVal number As Long) As Boolean
    IsUnreached = (number = 462 Or number = -2147023174)
End Function

Private Function Server() As Object
    If python Is Nothing Then
        If failedAt <> 0 Then
            If DateDiff("s", failedAt, Now) < WAIT_SECONDS Then Err.Raise NOT_STARTED, "CPC"
        End If
        Start
    End If
    Set Server = python
End Function

Private Sub Start()
    Dim result As Variant
    failedAt = Now
    If Not IsLoaded() Then Err.Raise NOT_STARTED, "CPC"
    If XLPyDLLActivateAuto(result, CommandLine(), 1) <> 0 Then Err.Raise NOT_STARTED, "CPC"
    failedAt = 0
    Set python = result
End Sub

' Loads the library of xlwings from where the installer found it, else from beside Python or one
' folder above. Never by its name alone: Windows would look in the folder of a workbook.
Private Function IsLoaded() As Boolean
    Dim found As String, folder As String, file As String
    found = CpcSetting(LIBRARY)
    folder = Above(CpcSetting("INTERPRETER"))
    file = Mid$(found, InStrRev(found, "\") + 1)
    If found <> file Then IsLoaded = Loads(found)
    If Not IsLoaded Then IsLoaded = Loads(folder & "\" & file)
    If Not IsLoaded Then IsLoaded = Loads(Above(folder) & "\" & file)
End Function

Private Function Loads(ByVal path As String) As Boolean
    Loads = (LoadLibraryW(StrPtr(path)) <> 0)
End Function

' -P: Python must not look for modules in Excel's current folder, where a workbook came from.
Private Function CommandLine() As String
    Dim path As String
    If CpcSetting("PYTHONPATH") <> "" Then path = "import sys; sys.path[:0] = r'" & CpcSetting("PYTHONPATH") & "'.split(';'); "
    CommandLine = """" & CpcSetting("INTERPRETER") & """ -B -P -c """ & path & _
        "from addin.hosts.excel.server import serve; serve('$(CLSID)', '" & CpcLanguage() & "')"""
End Function

Private Function Above(ByVal path As String) As String
    Above = Left$(path, InStrRev(path, "\") - 1)
End Function
#End If
