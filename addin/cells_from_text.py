"""Cells out of what is typed on a command line or stands in a text file."""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from addin.csv_file import CsvFile, Line, Reference, Unreadable
from cpc_functions import CATALOGUE
from cpc_functions.cells import (
    Cell,
    CellError,
    ErrorCode,
    Rows,
    date_serial,
    looks_like_number,
)
from cpc_functions.parameter import Parameter, Unit

_PLAIN_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MAYBE_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_ERRORS = {code.value for code in ErrorCode}
_LOGICAL = {"TRUE": True, "FALSE": False}


def cells_of(word: str, parameter: Parameter, locale: str = "") -> Cell | Rows:
    """Return the cell, the range (`1;2;3`) or the file's cells that a word stands for.

    `locale` says how files write numbers; what is typed is always typed as 1234.56.
    """
    if reference := Reference.of(word):
        return _file_cells(reference, parameter, locale)
    if word.startswith("{") and word.endswith("}"):
        parts = (part.strip() for part in word[1:-1].split(";"))
        return [[_cell(_unquoted(part), parameter)] for part in parts]
    if ";" in word and word != ";":
        return [[_cell(part, parameter)] for part in word.split(";")]
    return _cell(word, parameter)


def _unquoted(part: str) -> str:
    """Return what a quoted text of a worksheet's {"a";"b"} says."""
    return part[1:-1] if len(part) > 1 and part[0] == part[-1] == '"' else part


def _cell(word: str, parameter: Parameter) -> Cell:
    """Return a cell as the argument that receives it expects it; what does not fit is text."""
    if word == "":
        return None
    if word in _ERRORS:
        return CellError(word)
    if _is_text(parameter):
        return word
    if word.upper() in _LOGICAL:
        return _LOGICAL[word.upper()]
    if parameter.arg.unit in (Unit.DATE, Unit.RANGE) and _ISO_DATE.fullmatch(word):
        return _serial(word)
    return float(word) if _PLAIN_NUMBER.fullmatch(word) else word


def _is_text(parameter: Parameter) -> bool:
    return parameter.form is str or parameter.arg.unit is Unit.TEXT


def _serial(word: str) -> Cell:
    try:
        return date_serial(date.fromisoformat(word))
    except ValueError:
        return word


def _file_cells(reference: Reference, parameter: Parameter, locale: str) -> Rows:
    file = CsvFile.read(reference.path)
    if reference.column is not None:
        column = file.column(reference.column)
        where = f"column {reference.column}"
        return [[cell] for cell in _column(file, column, where, parameter, locale)]
    if parameter.arg.unit is not Unit.RANGE:
        first = file.lines[0].cells[0].strip()
        raise Unreadable(
            f"{parameter.name}: name a column of the file, as in {reference.path}:{first}."
        )
    width = max(len(line.cells) for line in file.lines)
    padded = [line.cells + [""] * (width - len(line.cells)) for line in file.lines]
    columns = [
        _column(file, _lines(file, cells), f"column {place}", parameter, locale)
        for place, cells in enumerate(zip(*padded, strict=True), 1)
    ]
    return [list(row) for row in zip(*columns, strict=True)]


def _lines(file: CsvFile, cells: Sequence[str]) -> list[Line]:
    return [Line(line.number, [cell]) for line, cell in zip(file.lines, cells, strict=True)]


def _column(
    file: CsvFile, column: Sequence[Line], where: str, parameter: Parameter, locale: str
) -> list[Cell]:
    """Return a column of a file as cells.

    A number that cannot be read for certain is refused where the argument is a number, and
    stays text in a range that is read as it stands.
    """
    words = [line.cells[0].strip() for line in column]
    cells = [_cell(word, parameter) for word in words]
    if _is_text(parameter) or parameter.arg.unit is Unit.DATE:
        return cells
    read = partial(_number, locale=locale, in_doubt=_in_doubt(words))
    for place, (word, cell) in enumerate(zip(words, cells, strict=True)):
        if not isinstance(cell, str) and not _PLAIN_NUMBER.fullmatch(word):
            continue
        number = read(word)
        if isinstance(number, CellError) and parameter.form is float:
            line = column[place].number
            raise Unreadable(f"{file.path}, line {line}, {where}: {number.why}")
        cells[place] = word if isinstance(number, CellError) else number
    return cells


def _in_doubt(words: Sequence[str]) -> bool:
    """Return whether the points of a column could part thousands: 1.234 does in half of Europe."""
    with_point = [word for word in words if "." in word and _PLAIN_NUMBER.fullmatch(word)]
    return bool(with_point) and all(map(_MAYBE_THOUSANDS.fullmatch, with_point))


def _number(word: str, *, locale: str, in_doubt: bool) -> float | CellError:
    if locale:
        parse = next(function for function in CATALOGUE if function.name == "PARSE_NUM")
        parsed: float | CellError = parse.evaluate(word, locale)
        return parsed
    if not _PLAIN_NUMBER.fullmatch(word):
        why = f"'{word}' is no plain number such as 1234.56"
    elif in_doubt and "." in word:
        why = f"'{word}' may be a thousand or a decimal"
    else:
        return float(word)
    cure = "say how the file writes numbers, as in --locale nb_NO"
    if not looks_like_number(word):
        cure = "empty the cell if there is no figure"
    return CellError(ErrorCode.VALUE, f"{why}; {cure}.")
