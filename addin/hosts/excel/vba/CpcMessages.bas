Attribute VB_Name = "CpcMessages"
Option Explicit
Option Private Module

' What is said to the person. MsgBox knows only the signs of one code page and about 1,024 of
' them; Windows itself shows them all.

#If Mac Then
#Else
Private Declare PtrSafe Function MessageBoxW Lib "user32" (ByVal owner As LongPtr, ByVal text As LongPtr, ByVal title As LongPtr, ByVal kind As Long) As Long
#End If

' Shows a text, whole; of "", nothing.
Public Sub CpcSay(ByVal text As String, ByVal kind As Long)
    Dim title As String
    title = "CPC"
    If text = "" Then Exit Sub
#If Mac Then
    MsgBox text, kind, title
#Else
    MessageBoxW Application.Hwnd, StrPtr(text), StrPtr(title), kind
#End If
End Sub

' Shows why something did not work, by the key of one of our own sentences.
Public Sub CpcWarn(ByVal key As String)
    CpcSay CpcText(key, CpcLanguage()), vbExclamation
End Sub
