"""Cells and columns of other libraries, recognised by how they behave: none of these libraries is imported.

pandas, numpy, polars and Arrow have their own words for "nothing", for a truth value, a number and a day.
They are reduced to Python's own; what is not recognised stays as it is, for whoever reads it to refuse.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from typing import Final

__all__ = ["cells_of", "decimal_of", "is_absent", "plain"]

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
    if value is None or type(value).__name__ in _MARKERS:
        return True
    if isinstance(value, float):
        return value != value  # noqa: PLR0124  only NaN differs from itself
    if isinstance(value, Decimal):
        return value.is_nan()
    dtype = getattr(value, "dtype", None)
    return getattr(dtype, "kind", "") in {"f", "m", "M"} and bool(value != value)  # noqa: PLR0124  NaN and NaT


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
    if isinstance(value, float):
        return float(value)
    if isinstance(value, datetime):
        return value.date() if value.tzinfo is None and value.time() == time.min else value
    if isinstance(value, int | str | Fraction | Decimal | date):
        return value
    if hasattr(value, "as_py"):  # an Arrow scalar
        return plain(value.as_py())  # pyright: ignore[reportAttributeAccessIssue]  # asked for above
    return _numpy_scalar(value)


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
    if isinstance(column, list):
        return column
    if isinstance(column, tuple):
        return list(column)
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
