"""The sums of the tracker's sheets: which rows they take, and which they leave out whole.

A row of paid traffic whose cost or conversions are text is left out whole: half of it would move
the figure. What is no text is a number or blank; one criterion for both is none that Excel and
LibreOffice read alike.
"""

from collections.abc import Sequence

from workbook_templates.figures import IN_PERIOD, exactly
from workbook_templates.sheet import Sheet

NUMBER, BLANK = '">=-1E+99"', '"="'
PARTNER = {
    "paid_cost": "paid_conversions",
    "paid_conversions": "paid_cost",
    "paid_value": "paid_cost",
}
EACH_RULE = f"costs_category,{exactly('rules_category')}"
KNOWN_RULE = '(rules_category<>"")*(rules_counts<>"")'


def in_period(amount: str, *criteria: str) -> str:
    """Return the sum of a named column, such as paid_cost, within the period."""
    return within(amount, IN_PERIOD, *criteria)


def in_month(amount: str, *criteria: str) -> str:
    """Return the sum of a named column from {start} to before {end} of the row."""
    return within(amount, '{date},">="&{{start}},{date},"<"&{{end}}', *criteria)


def within(amount: str, days: str, *criteria: str) -> str:
    """Return the sum of a named column over rows of some days that match."""
    sheet = amount.partition("_")[0]
    tests = ",".join((amount, days.format(date=f"{sheet}_date"), *criteria))
    if amount not in PARTNER:
        return f"SUMIFS({tests})"
    return "+".join(f"SUMIFS({tests},{PARTNER[amount]},{kind})" for kind in (NUMBER, BLANK))


def by_rule(sums: str, counts: str, traffic: str = "") -> str:
    """Return the sum of costs by what their rule says; `sums` has one sum for each rule."""
    group = f'*(rules_traffic="{traffic}")' if traffic else ""
    return f'SUMPRODUCT({KNOWN_RULE}*{sums}*(rules_counts="{counts}"){group})'


def texts(sheet: Sheet, keys: Sequence[str]) -> str:
    """Return how many cells of some columns are text below the header, in the table or not."""
    return "+".join(_texts(sheet, key) for key in keys)


def outside(function: str, sheet: str, amount: str = "") -> str:
    """Return COUNTIFS or SUMIFS of a sheet's rows before and after the period."""
    days = f'{sheet}_date,"<"&period_start', f'{sheet}_date,">="&period_end+1'
    return "+".join(f"{function}({','.join(filter(None, (amount, day)))})" for day in days)


def undated(sheet: str, amount: str) -> tuple[str, str]:
    """Return how many amounts of a sheet have no date, and their sum."""
    column = f"{sheet}_{amount}"
    every, dated = f'{column},">0"', f'{column},">0",{sheet}_date,">0"'
    return (
        f"COUNTIFS({every})-COUNTIFS({dated})",
        f"SUMIFS({column},{every})-SUMIFS({column},{dated})",
    )


def _texts(sheet: Sheet, key: str) -> str:
    column = sheet.name(key)
    above = f"INDEX({column},1):INDEX({column},ROW({sheet.header(key)}))"
    return f"COUNTA({column})-COUNT({column})-COUNTA({above})+COUNT({above})"
