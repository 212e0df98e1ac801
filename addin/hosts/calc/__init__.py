"""The add-in for LibreOffice Calc: the functions in cells, and the menu CPC."""
