"""Rankings: the first of some values in order, and where each stands in its list."""

from cpc_functions.catalogue import Unit
from workbook_templates.page import Column, Grid, Row


def ranked(
    name: str, value: Column, values: str, order: str, counted: str, place: str, lines: int
) -> Grid:
    """Declare a ranking by SMALL or LARGE; equal values take the next place, not one twice.

    `value` heads the ranked values, which stand in the range `values`; `counted` is how many of
    them are ranked, `place` the title of the column with their places.
    """
    key, cell = value.key, f"{{{value.key}}}"
    rest = f"INDEX({values},{{place.above}}+1):INDEX({values},ROWS({values}))"
    return Grid(
        name,
        (
            Column(
                *(key, value.title, value.unit, value.span),
                f'IF({{number}}<={counted},{order}({values},{{number}}),"")',
            ),
            Column(
                *("place", place, Unit.WHOLE, 2),
                f'IF({cell}="","",IF({cell}={{{key}.above}},'
                f"{{place.above}}+MATCH({cell},{rest},0),MATCH({cell},{values},0)))",
            ),
        ),
        [Row({})] * lines,
    )
