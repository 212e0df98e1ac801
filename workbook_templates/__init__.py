"""Workbooks that calculate the cost per conversion with nothing but native formulas."""
