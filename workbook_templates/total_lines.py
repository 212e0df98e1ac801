"""Total lines among rows of data, which exports append: their amounts would count twice."""

NAMES = ("total", "grand total", "totalt", "sum", "all", "alle")
PREFIX = "total:"  # as in "Total: Account" and "Total: Search"


def is_total(name: str) -> str:
    """Return the condition that a cell names a total line, in capitals or not."""
    listed = ",".join(f'"{each}"' for each in NAMES)
    alike = f"SUMPRODUCT(--(TRIM({name})={{{{{listed}}}}}))>0"
    return f'OR({alike},LEFT(TRIM({name}),{len(PREFIX)})="{PREFIX}")'


def counted(column: str) -> str:
    """Return how many cells of a named column name a total line."""
    return "+".join(f'COUNTIF({column},"{name}")' for name in (*NAMES, f"{PREFIX}*"))
