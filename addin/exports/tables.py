"""Every table of a file: which are exports, which are refused, and which sheets are none."""

from collections.abc import Sequence
from typing import NamedTuple

from addin.exports.grid import Grid
from addin.exports.header import HEADER_WITHIN, Unrecognised, likely_header, titles_of
from addin.exports.mapping import holds
from addin.exports.recognise import Export, recognise
from addin.exports.remembered import NO_MAPS, Maps
from addin.exports.text_file import Unreadable


class Tables(NamedTuple):
    """The exports of a file, why tables were refused, and the sheets that are no exports."""

    exports: list[Export]
    refused: list[Unreadable]
    others: list[str]


def recognise_all(grids: Sequence[Grid], maps: Maps = NO_MAPS) -> Tables:
    """Return what the tables of one file are; raises Unreadable where none is an export.

    A workbook may hold other sheets. A zip is of exports: a text in it that is none is refused
    beside them. A map that was given is for the tables that hold its titles; if none does, it is
    refused.
    """
    fitting = [bool(maps.given) and fits(grid, maps) for grid in grids]
    if maps.given and not any(fitting):
        likeliest = max(grids, key=_width)
        return Tables([recognise(likeliest, maps)], [], [])
    exports, refused, unknown = list[Export](), list[Unreadable](), list[Unrecognised]()
    zipped = list[Unrecognised]()
    for grid, fitted in zip(grids, fitting, strict=True):
        try:
            exports.append(recognise(grid, maps if fitted else maps._replace(given={})))
        except Unrecognised as reason:
            (zipped if grid.encoding else unknown).append(reason)
        except Unreadable as reason:
            refused.append(reason)
    if exports:
        refused += zipped
    else:
        unknown += zipped
    others = [reason.sheet for reason in unknown if reason.sheet]
    if not exports and refused:
        raise Unreadable("\n".join(map(str, refused)))
    if not exports:
        nearest = max(unknown, key=lambda reason: reason.common)
        rest = [sheet for sheet in others if sheet != nearest.sheet]
        raise Unreadable(f"{nearest}\nNo export either: {', '.join(rest)}" if rest else nearest)
    return Tables(exports, refused, others)


def fits(grid: Grid, maps: Maps) -> bool:
    """Return whether a table has the titles of a map that was given."""
    return any(holds(line.cells, maps.given) for line in grid.lines[:HEADER_WITHIN])


def _width(grid: Grid) -> int:
    return len(titles_of(likely_header(grid.lines[:HEADER_WITHIN])))
