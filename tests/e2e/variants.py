"""Variants as VBA holds them, and arrays of them, by oleaut32 alone.

No pywin32 on this side, so that each type is the one that Excel would send and get.
"""

from collections.abc import Iterator
from ctypes import (
    CDLL,
    Structure,
    Union,
    addressof,
    byref,
    c_double,
    c_int,
    c_int32,
    c_longlong,
    c_short,
    c_uint,
    c_ushort,
    c_void_p,
    c_wchar_p,
    string_at,
    wstring_at,
)
from itertools import product
from typing import Any

from tests.e2e.kinds import ARRAY, BOOL, BSTR, BY_REFERENCE, DISPATCH, ERROR, I4, R8, VARIANT

CELL_ERRORS = range(-2146828288, -2146828288 + 0x10000)

automation = CDLL("oleaut32")
automation.SysAllocString.restype = c_void_p
automation.SafeArrayCreate.restype = c_void_p


class Value(Union):
    """What a variant holds, by its type."""

    _fields_ = (
        ("i4", c_int32),
        ("i8", c_longlong),
        ("r8", c_double),
        ("bool", c_short),
        ("pointer", c_void_p),
        ("record", c_void_p * 2),
    )


class Variant(Structure):
    """VARIANT of oaidl.h."""

    _fields_ = (("type", c_ushort), ("reserved", c_ushort * 3), ("value", Value))


class Bound(Structure):
    """SAFEARRAYBOUND of oaidl.h."""

    _fields_ = (("count", c_uint), ("first", c_int32))


class Failed(Exception):  # noqa: N818 - what happened, as a sentence says it
    """A call gave an error: the number that VBA has in Err.Number, and its text."""

    def __init__(self, number: int, text: str = "") -> None:
        """Make the error of a call."""
        super().__init__(number, text)
        self.number, self.text = number, text


def variant(value: Any, first: int = 0) -> Variant:
    """Return a value as VBA holds it; a list is an array whose indices start at `first`.

    Lists in a list are ranges: two dimensions, from 1. An int in the numbers of cell errors is
    an error cell, any other a Long; and what is none of these is an object of ours.
    """
    made = Variant()
    if isinstance(value, list):
        made.type = ARRAY | VARIANT
        made.value.pointer = _array(value, first)
    elif isinstance(value, str):
        made.type = BSTR
        made.value.pointer = automation.SysAllocString(c_wchar_p(value))
    elif isinstance(value, bool):
        made.type, made.value.bool = BOOL, -value
    elif isinstance(value, int):
        made.type, made.value.i4 = ERROR if value in CELL_ERRORS else I4, value
    elif isinstance(value, float):
        made.type, made.value.r8 = R8, value
    elif value is not None:
        made.type, made.value.pointer = DISPATCH, value.pointer
    return made


def reference(to: Variant) -> Variant:
    """Return how VBA hands a Variant on that is not in brackets."""
    made = Variant()
    made.type, made.value.pointer = BY_REFERENCE | VARIANT, addressof(to)
    return made


def held(found: Variant) -> list[Any]:
    """Return the type of a variant and its value; an array holds such pairs, in its rows."""
    kind = found.type
    if kind & ARRAY:
        return [kind, _elements(found.value.pointer)]
    if kind == BSTR:
        return [kind, text_of(found.value.pointer)]
    plain = {I4: found.value.i4, ERROR: found.value.i4, R8: found.value.r8}
    return [kind, bool(found.value.bool) if kind == BOOL else plain.get(kind)]


def text_of(pointer: int | None) -> str:
    """Return a BSTR: the four bytes before it are its length."""
    if not pointer:
        return ""
    return wstring_at(pointer, int.from_bytes(string_at(pointer - 4, 4), "little") // 2)


def _array(items: list[Any], first: int) -> int:
    rows = items and isinstance(items[0], list) and first == 1
    counts = [len(items), len(items[0])] if rows else [len(items)]
    bounds = (Bound * len(counts))(*[Bound(count, first) for count in counts])
    array: int = automation.SafeArrayCreate(VARIANT, len(counts), bounds)
    for index in product(*map(range, counts)):
        item = items[index[0]][index[1]] if rows else items[index[0]]
        place = (c_int32 * len(counts))(*[first + one for one in index])
        passed(automation.SafeArrayPutElement(c_void_p(array), place, byref(variant(item, 1))))
    return array


def _elements(array: int) -> list[Any]:
    ranges = [_range(array, dimension) for dimension in range(1, _dimensions(array) + 1)]
    return list(_rows(array, (), ranges))


def _dimensions(array: int) -> int:
    count: int = automation.SafeArrayGetDim(c_void_p(array))
    return count


def _range(array: int, dimension: int) -> range:
    low, high = c_int32(), c_int32()
    passed(automation.SafeArrayGetLBound(c_void_p(array), dimension, byref(low)))
    passed(automation.SafeArrayGetUBound(c_void_p(array), dimension, byref(high)))
    return range(low.value, high.value + 1)


def _rows(array: int, above: tuple[int, ...], ranges: list[range]) -> Iterator[Any]:
    for index in ranges[0]:
        here = (*above, index)
        if len(ranges) > 1:
            yield list(_rows(array, here, ranges[1:]))
        else:
            found, place = Variant(), (c_int * len(here))(*here)
            passed(automation.SafeArrayGetElement(c_void_p(array), place, byref(found)))
            yield held(found)


def passed(status: int, text: str = "") -> None:
    """Raise Failed for a status that is an error."""
    if status < 0:
        raise Failed(status, text)
