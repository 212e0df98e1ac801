"""An object of this process that Python calls back late bound, as it does Excel's Application."""

from ctypes import (
    CDLL,
    CFUNCTYPE,
    POINTER,
    Structure,
    addressof,
    byref,
    c_int32,
    c_longlong,
    c_uint,
    c_ushort,
    c_void_p,
    c_wchar_p,
    cast,
    memmove,
    sizeof,
    string_at,
)
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tests.e2e.com import Parameters, method
from tests.e2e.variants import Variant, held, passed, variant

if TYPE_CHECKING:
    from collections.abc import Callable

UNKNOWN = UUID("00000000-0000-0000-c000-000000000046").bytes_le
DISPATCH = UUID("00020400-0000-0000-c000-000000000046").bytes_le
SOME_INTERFACE = UUID("bef6e003-a874-101a-8bba-00aa00300cab").bytes_le  # Font, of stdole2.tlb
NO_INTERFACE, NO_SUCH_NAME = -2147467262, -2147352570
PUT = 4
GET_TYPE_INFO_OF_GUID = 6  # the place in the table of an ITypeLib

automation = CDLL("oleaut32")


class Layout(Structure):
    """What COM sees of an object: where its table of methods is."""

    _fields_ = (("table", c_void_p),)


class Served:
    """An object with properties; `pointer` is its IDispatch.

    It counts no references, because it lives as long as the process. pywin32 asks for the name
    of its type: it gets that of some interface, which every Windows describes.
    """

    def __init__(self, **properties: Any) -> None:
        """Make an object; `changed` is called with the name of each property that is set."""
        self.properties = properties
        self.changed: Callable[[str], None] = lambda _: None
        self._names = list(properties)
        self._methods = self._table()
        self._places = (c_void_p * len(self._methods))(
            *[cast(each, c_void_p).value for each in self._methods]
        )
        self._layout = Layout(addressof(self._places))
        self.pointer = addressof(self._layout)

    def _table(self) -> list[Any]:
        pointer, number, count = c_void_p, c_int32, c_uint
        types: list[tuple[Callable[..., int], tuple[Any, ...]]] = [
            (self._query, (pointer, pointer)),
            (lambda _: 1, ()),
            (lambda _: 1, ()),
            (self._count_types, (pointer,)),
            (self._type, (count, count, pointer)),
            (self._ids, (pointer, POINTER(c_wchar_p), count, count, POINTER(c_int32))),
            (
                self._invoke,
                (number, pointer, count, c_ushort, POINTER(Parameters), *[pointer] * 3),
            ),
        ]
        return [CFUNCTYPE(c_int32, c_void_p, *args)(each) for each, args in types]

    def _query(self, this: int, wanted: int, found: int) -> int:
        known = string_at(wanted, 16) in {UNKNOWN, DISPATCH}
        c_longlong.from_address(found).value = this if known else 0
        return 0 if known else NO_INTERFACE

    def _count_types(self, _this: int, count: int) -> int:
        c_uint.from_address(count).value = 1
        return 0

    def _type(self, _this: int, _which: int, _language: int, found: int) -> int:
        library = c_void_p()
        passed(automation.LoadTypeLib(c_wchar_p("stdole2.tlb"), byref(library)))
        look_up = method(library.value or 0, GET_TYPE_INFO_OF_GUID, c_void_p, c_void_p)
        status: int = look_up(library.value, SOME_INTERFACE, found)
        return status

    def _ids(
        self, _this: int, _kind: int, names: Any, _count: int, _language: int, ids: Any
    ) -> int:
        if names[0] not in self._names:
            return NO_SUCH_NAME
        ids[0] = self._names.index(names[0])
        return 0

    def _invoke(
        self, _this: int, number: int, _kind: int, _language: int, how: int,
        given: Any, answer: int, *_told: int,
    ) -> int:  # fmt: skip
        name = self._names[number]
        if how & PUT:
            self.properties[name] = held(given.contents.args[0])[1]
            self.changed(name)
        elif answer:
            memmove(answer, byref(variant(self.properties[name])), sizeof(Variant))
        return 0
