"""An interval as three stacked bars: the columns that hold them, and the parts of their chart."""

from cpc_functions.catalogue import Unit
from workbook_templates.edition import Edition
from workbook_templates.page import Column


def bar_columns(
    edition: Edition,
    known: str,
    limits: tuple[str, str, str],
    unit: Unit = Unit.MONEY,
    span: int = 1,
) -> list[Column]:
    """Return the three parts of an interval: nothing where the condition `known` does not hold.

    `limits` are the low limit, the figure and the high limit.
    """
    _ = edition.say
    low, figure, high = limits
    return [
        Column("base", _("Low"), unit, span, f'IF({known},{low},"")'),
        Column("below", _("Low to figure"), unit, span, f'IF({known},{figure}-{low},"")'),
        Column("above", _("Figure to high"), unit, span, f'IF({known},{high}-{figure},"")'),
    ]


def bar_parts(edition: Edition, grid: str) -> tuple[tuple[str, str], ...]:
    """Return the ranges of a grid's bars and what they are called in the chart."""
    _ = edition.say
    return (
        (f"{grid}_base", _("Low")),
        (f"{grid}_below", _("Low to figure")),
        (f"{grid}_above", _("Figure to high")),
    )
