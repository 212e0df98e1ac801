"""What a platform writes where it has no figure, and where it keeps the figure back."""

import re
from collections.abc import Sequence

from addin.exports.doubt import Doubtful

# As seen in exports: empty, "-", "--" and " --". The longer dashes are the same sign after an
# office has "corrected" it. N/A and the like are attested nowhere: they are refused.
_ABSENT = re.compile(r"[\s\ufeff]*(?:--?|[\u2010-\u2015\u2212])?[\s\ufeff]*")
_LIMIT = re.compile(r"[<>≤≥]\s*(?=[\d.,])")


def is_missing(cell: object) -> bool:
    """Return whether a cell holds no figure; what is missing is never 0."""
    return cell is None or (isinstance(cell, str) and _ABSENT.fullmatch(cell) is not None)


def limit(text: str) -> str | None:
    """Return the number in a figure that is kept back, as in "< 10%"; None for any other text."""
    stripped = text.strip()
    found = _LIMIT.match(stripped)
    return stripped[found.end() :] if found else None


def shown(cell: object) -> str:
    """Return a cell as a sentence may quote it: short, on one line."""
    text = " ".join(str(cell).split())
    return f"{text[:40]}…" if len(text) > 41 else text


def refused(index: int, cell: object, reason: str, option: str = "") -> Doubtful:
    """Return the doubt about one cell."""
    return Doubtful(index, shown(cell), reason, option)


def quoted(cells: Sequence[object], index: int) -> str:
    """Return a cell and its place, as a sentence about another cell names it."""
    return f"'{shown(cells[index])}' (cell {index + 1})"
