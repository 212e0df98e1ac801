"""Cost per conversion of the rows that match."""

from math import fsum
from typing import Annotated, Any

from cpc_functions.arguments import CONVERSIONS, COST, Criterion
from cpc_functions.catalogue import Arg, Example, Unit, udf
from cpc_functions.cells import CellError, ErrorCode, Rows, divide, number
from cpc_functions.shapes import Range, common_shape, one_cell, uncounted

CostCells = Annotated[Rows, Arg("Costs, at least 0 in the rows that match.", Unit.RANGE)]
CountCells = Annotated[Rows, Arg("Conversions, at least 0 in the rows that match.", Unit.RANGE)]
CriteriaCells = Annotated[Rows, Arg("What is matched, of the same shape.", Unit.RANGE)]

ADS = ([["brand"], ["generic"], ["brand"]], [[100], [600], [200]], [[10], [5], [20]])


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((ADS[1], ADS[2], ADS[0], "brand"), 10.0),
        Example((ADS[1], ADS[2], ADS[0], "*", ADS[1], ">=200"), 32.0),
        Example((ADS[1], [[10], [None], [20]], ADS[0], "generic"), ErrorCode.DIV0),
        Example((ADS[1], ADS[2], ADS[0], "video"), ErrorCode.NA),
    ],
)
def cpc_ifs(
    cost: CostCells,
    conversions: CountCells,
    range1: CriteriaCells,
    criterion1: Criterion,
    *more: Any,
) -> float:
    """Return the cost per conversion of the rows that meet every criterion.

    Criteria are those of SUMIFS: "brand*", ">=100", "<>", ">=2026-01-31". Blank cells count as
    0; rows that do not match are not looked at.

    Errors: #N/A when no row matches; #DIV/0! when the matching rows have no conversions; #VALUE!
    for ranges of different sizes, a criterion without its range, or text in a matching row.

    When not to trust it: when a total row meets the criteria too; CPC_CHECK finds it.

    Source: Excel's SUMIFS.
    """
    from cpc_functions.criteria import matcher

    if len(more) % 2:
        raise CellError(ErrorCode.VALUE, "Each criteria range needs its criterion after it.")
    tests = [(range1, criterion1), *zip(more[::2], more[1::2], strict=True)]
    money, counts = Range.of(cost, "cost"), Range.of(conversions, "conversions")
    shapes = {"cost": money.shape, "conversions": counts.shape}
    rows = list(range(len(money.cells)))
    for place, (cells, criterion) in enumerate(tests, 1):
        found = Range.of(cells, f"range{place}")
        common_shape({**shapes, f"range{place}": found.shape})
        meets = matcher(one_cell(criterion, f"criterion{place}"))
        rows = [row for row in rows if meets(found.cells[row])]
    if not rows:
        raise CellError(ErrorCode.NA, "No row meets the criteria.")
    skipped = uncounted([[c.cells[row] for row in rows] for c in (money, counts)])
    rows = [row for place, row in enumerate(rows) if place not in skipped]
    spent = _total(money, rows, COST, "cost")
    return divide(spent, _total(counts, rows, CONVERSIONS, "conversions"), "conversions")


def _total(column: Range, rows: list[int], arg: Arg, name: str) -> float:
    return fsum(
        arg.check(number(column.cells[row], f"{name}, row {row + 1}"), f"{name}, row {row + 1}")
        for row in rows
    )
