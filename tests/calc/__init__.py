"""The add-in in a real LibreOffice: started once, with the extension as it is built."""
