"""Whether a category of cost counts: the default table, overridden by the user's own rules."""

from cpc_functions.categories import CATEGORIES
from cpc_functions.cells import Cell, CellError, ErrorCode, Rows, is_blank, shown, text

_YES = ("true", "yes", "ja", "sann", "x")
_NO = ("false", "no", "nei", "usann", "")


def plain(category: str) -> str:
    """Return a category as it is compared: case, hyphens and doubled spaces do not count."""
    return " ".join(category.replace("-", " ").replace("_", " ").casefold().split())


_COUNTS = {
    plain(name): category.verdict.counts
    for category in CATEGORIES
    for name in (category.name, *category.also)
}


def counts_by(rules: Rows | None) -> dict[str, bool]:
    """Return whether each category counts: the default table, overridden by the user's rules.

    Rules have the category in the first column and TRUE or FALSE in the second; a first row
    that says neither is the header, blank rows are passed over. Raises #VALUE! for others.
    """
    if rules is None:
        return _COUNTS
    own = {}
    for place, row in enumerate(rules, 1):
        if len(row) < 2:
            raise CellError(
                ErrorCode.VALUE,
                "rules: two columns are needed, the category and TRUE or FALSE.",
            )
        category, verdict = row[0], _truth(row[1])
        if is_blank(category):
            continue
        if isinstance(category, CellError):
            raise category
        if verdict is not None:
            own[plain(text(category, "rules"))] = verdict
        elif place > 1 or len(rules) == 1:
            raise CellError(
                ErrorCode.VALUE,
                f"rules, row {place}: expected TRUE or FALSE, found {shown(row[1])}.",
            )
    return {**_COUNTS, **own}


def counts(category: str, rules: dict[str, bool]) -> bool:
    """Return whether a cost of this category counts; #N/A for one that no rule names."""
    try:
        return rules[plain(category)]
    except KeyError:
        raise CellError(
            ErrorCode.NA,
            f"category: {shown(category)} is in no rule; add it to your rules with TRUE or FALSE.",
        ) from None


def _truth(cell: Cell) -> bool | None:
    if isinstance(cell, bool) or cell in (0, 1):
        return bool(cell)
    if isinstance(cell, CellError):
        raise cell
    word = "" if cell is None else str(cell).strip().casefold()
    return True if word in _YES else False if word in _NO and word else None
