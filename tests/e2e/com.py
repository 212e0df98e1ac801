"""Late-bound calls of COM objects, as VBA makes them."""

from ctypes import (
    CDLL,
    CFUNCTYPE,
    POINTER,
    Structure,
    byref,
    c_int32,
    c_uint,
    c_ushort,
    c_void_p,
    c_wchar_p,
    cast,
)
from typing import Any

from tests.e2e.variants import Variant, passed, text_of

CALL_METHOD = 1
EXCEPTION = -2147352567
GET_IDS_OF_NAMES, INVOKE = 5, 6  # the places in the table of an IDispatch

ole = CDLL("ole32")


class Parameters(Structure):
    """DISPPARAMS of oaidl.h; the arguments stand from the last to the first."""

    _fields_ = (
        ("args", POINTER(Variant)),
        ("names", c_void_p),
        ("count", c_uint),
        ("named", c_uint),
    )


class Told(Structure):
    """EXCEPINFO of oaidl.h."""

    _fields_ = (
        ("code", c_ushort),
        ("reserved", c_ushort),
        ("source", c_void_p),
        ("description", c_void_p),
        ("help", c_void_p),
        ("context", c_uint),
        ("more", c_void_p),
        ("fill", c_void_p),
        ("number", c_int32),
    )


def call(pointer: int, name: str, *args: Variant) -> Variant:
    """Call a method of an object late bound, and return its answer; raises Failed."""
    number = c_int32()
    wanted = c_wchar_p(name)
    look_up = method(pointer, GET_IDS_OF_NAMES, c_void_p, c_void_p, c_uint, c_uint, c_void_p)
    passed(look_up(pointer, bytes(16), byref(wanted), 1, 0, byref(number)))
    sent = (Variant * len(args))(*reversed(args))
    parameters = Parameters(sent, None, len(args), 0)
    answer, told = Variant(), Told()
    places = (c_int32, c_void_p, c_uint, c_ushort, *[c_void_p] * 4)
    invoke = method(pointer, INVOKE, *places)
    status = invoke(
        pointer, number.value, bytes(16), 0, CALL_METHOD, byref(parameters), byref(answer),
        byref(told), None,
    )  # fmt: skip
    passed(status, text_of(told.description) if status == EXCEPTION else "")
    return answer


def method(pointer: int, place: int, *types: Any) -> Any:
    """Return a method of an object, by its place in the table."""
    table = cast(pointer, POINTER(POINTER(c_void_p))).contents
    return CFUNCTYPE(c_int32, c_void_p, *types)(table[place] or 0)
