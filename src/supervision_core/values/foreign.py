"""Cells and columns of other libraries, recognised by how they behave: none of these libraries is imported.

pandas, numpy, polars and Arrow have their own words for "nothing", for a truth value, a number and a day.
They are reduced to Python's own; what is not recognised stays as it is, for whoever reads it to refuse.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from typing import Any, Final

__all__ = ["cells_of", "decimal_of", "is_absent", "plain"]

_KNOWN: Final = (bool, int, str, Fraction, date)
_ALONE: Final[dict[type, Callable[[Any], object]]] = {
    float: float.__float__,
    int: int.__int__,
    str: str.__str__,
    date: lambda day: date.fromordinal(date.toordinal(day)),
}

# What pandas and numpy call their markers of a missing value.
_MARKERS: Final = frozenset({"NAType", "NaTType", "MaskedConstant"})
# Columns of binary fractions of half the usual length, as numpy, pandas, polars and Arrow name them.
_SINGLE: Final = frozenset({"float32", "Float32", "float"})
_SINGLE_DIGITS: Final = 9
# Kinds of numpy columns whose cells become Python's own values at once: truth values, whole numbers, text, objects.
_AT_ONCE: Final = frozenset("biuUO")


def is_absent(value: object) -> bool:
    """Whether a cell says nothing: None, NaN, NaT, NA.

    >>> from supervision_core.values.foreign import is_absent
    >>> is_absent(None), is_absent(float("nan")), is_absent(0), is_absent("")
    (True, True, False, False)
    """
    if value is None:
        return True
    if isinstance(value, float):
        return float.__ne__(value, value)  # only NaN differs from itself
    if isinstance(value, Decimal):
        return Decimal.is_nan(value)
    # NaT claims to be a moment.
    if isinstance(value, _KNOWN) and not isinstance(value, datetime):
        return False
    try:
        return type(value).__name__ in _MARKERS or _is_nat(value)
    except Exception:  # noqa: BLE001  a foreign cell may raise anything when it is asked; then it is not nothing
        return False


def _is_nat(value: object) -> bool:
    """Whether a scalar of numpy is NaN or NaT."""
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    return kind in {"f", "m", "M"} and getattr(value, "ndim", 1) == 0 and bool(value != value)  # noqa: PLR0124  as above


def plain(value: object) -> object:
    """A cell as Python's own value, None where it says nothing; a day stays a moment if it has hours.

    >>> from datetime import datetime
    >>> from supervision_core.values.foreign import plain
    >>> plain(float("nan")) is None, plain(datetime(2026, 3, 1)), plain("x")
    (True, datetime.date(2026, 3, 1), 'x')
    """
    if is_absent(value):
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, datetime):
        return value.date() if value.tzinfo is None and value.time() == time.min else value
    # A class derived from one of Python's own may do anything; what it holds is taken alone.
    for kind, alone in _ALONE.items():
        if isinstance(value, kind):
            return alone(value)
    if isinstance(value, Fraction | Decimal):
        return value
    try:
        give = getattr(value, "as_py", None)  # an Arrow scalar has it
        found = value if give is None else give()
        return _numpy_scalar(value) if found is value else found if hasattr(found, "as_py") else plain(found)
    except Exception:  # noqa: BLE001  as above
        return value


def _numpy_scalar(value: object) -> object:
    dtype = getattr(value, "dtype", None)
    kind = getattr(dtype, "kind", "")
    if not kind or getattr(value, "ndim", 0) != 0 or not hasattr(value, "item"):
        return value
    if kind == "M":
        return plain(value.astype("datetime64[us]").item())  # type: ignore[attr-defined]  # numpy's moments have it
    found = value.item()  # pyright: ignore[reportAttributeAccessIssue]  # asked for above
    if kind == "f" and isinstance(found, float) and str(dtype) in _SINGLE:
        return _shortest(found)
    return found if kind in "biufU" else value


def decimal_of(value: float) -> Fraction | None:
    """The shortest decimal that denotes a binary fraction, as it was typed; None for an infinite one.

    >>> from supervision_core.values.foreign import decimal_of
    >>> decimal_of(0.1), decimal_of(70.5), decimal_of(float("inf"))
    (Fraction(1, 10), Fraction(141, 2), None)
    """
    return Fraction(repr(float(value))) if isfinite(value) else None


def _shortest(value: float) -> object:
    """The shortest decimal that denotes a binary fraction of half length: 0.1 there is 0.10000000149011612 here."""
    if not isfinite(value):
        return value
    for digits in range(1, _SINGLE_DIGITS):
        text = f"{value:.{digits}g}"
        if struct.unpack("f", struct.pack("f", float(text)))[0] == value:
            return Fraction(text)
    return Fraction(f"{value:.{_SINGLE_DIGITS}g}")


def cells_of(column: object) -> list[object] | None:
    """The cells of a column, as it gives them; None where it is none: text, a mapping, a table, what can be read only once.

    >>> from supervision_core.values.foreign import cells_of
    >>> cells_of((True, None)), cells_of("có"), cells_of(iter([True]))
    ([True, None], None, None)
    """
    if type(column) is list:
        return column
    if isinstance(column, list | tuple):
        return [*(list if isinstance(column, list) else tuple).__iter__(column)]  # type: ignore[arg-type]  # see the test
    try:
        return _cells(column)
    except Exception:  # noqa: BLE001  a foreign column may raise anything when it is asked; then it is none
        return None


def _cells(column: object) -> list[object] | None:
    if isinstance(column, str | bytes | bytearray | Mapping) or getattr(column, "ndim", 1) != 1:
        return None
    found = _of_library(column)
    if found is None and hasattr(column, "__len__") and hasattr(column, "__getitem__"):
        found = list(column)  # type: ignore[call-overload]  # it has a length and can be asked for its items
    return found


def _of_library(column: object) -> list[object] | None:
    dtype = getattr(column, "dtype", getattr(column, "type", None))
    made: list[object] | None = None
    if hasattr(column, "to_pylist"):  # Arrow
        made = column.to_pylist()  # pyright: ignore[reportAttributeAccessIssue]  # asked for above
    elif hasattr(column, "to_list") and not hasattr(column, "tolist"):  # polars
        made = column.to_list()  # pyright: ignore[reportAttributeAccessIssue]  # asked for above
    elif hasattr(column, "tolist") and (getattr(dtype, "kind", "") in _AT_ONCE or str(dtype).lower() in {"float64", "float32"}):
        made = column.tolist()  # pyright: ignore[reportAttributeAccessIssue]  # numpy and pandas
    if made is not None and str(dtype) in _SINGLE:
        return [_shortest(cell) if isinstance(cell, float) else cell for cell in made]
    return made
