"""The types of variants that VBA sends and reads: VARENUM of wtypes.h."""

EMPTY, I4, R8, BSTR, DISPATCH, ERROR, BOOL, VARIANT = 0, 3, 5, 8, 9, 10, 11, 12
ARRAY, BY_REFERENCE = 0x2000, 0x4000
