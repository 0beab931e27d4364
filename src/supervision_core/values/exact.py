"""Exact numbers: what a measure may be.

Decisions never rest on a binary fraction: ``float`` is refused, ``int``, ``Fraction`` and ``Decimal`` become a ``Fraction``.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from supervision_core.values.text import Language

__all__ = ["ExactNumber"]


#: What may be given where an exact number is asked for.
ExactNumber: TypeAlias = int | Fraction | Decimal

#: No numerator, denominator or exponent is longer; it bounds the work that one hostile number can cause.
LARGEST_DIGITS = 100
_LIMIT = 10**LARGEST_DIGITS


def number_fault(value: object) -> tuple[str, str] | None:
    """What is wrong with a number, as (code, expected), or None when it is exact and of bearable size."""
    if type(value) is int and -_LIMIT < value < _LIMIT:
        return None  # most numbers
    expected = "an exact number: int, Fraction or Decimal"
    if isinstance(value, bool) or not isinstance(value, int | Fraction | Decimal):
        return "not_exact", expected
    if isinstance(value, Decimal):
        if not value.is_finite():
            return "not_finite", expected
        _, digits, exponent = value.as_tuple()
        too_large = len(digits) > LARGEST_DIGITS or abs(int(exponent)) > LARGEST_DIGITS
    else:
        too_large = abs(value.numerator) >= _LIMIT or value.denominator >= _LIMIT
    return ("too_many_digits", f"at most {LARGEST_DIGITS} digits") if too_large else None


def are_whole(values: Collection[object]) -> bool:
    """Whether all are plain whole numbers of bearable size, looked at all at once; False where they want a closer look.

    >>> from supervision_core.values.exact import are_whole
    >>> are_whole((1, -2)), are_whole((1, True)), are_whole((10**200,))
    (True, False, False)
    """
    if not values:
        return True
    return set(map(type, values)) == {int} and max(values) < _LIMIT and min(values) > -_LIMIT  # type: ignore[type-var]


def whole_or_same(value: int) -> int:
    """A whole number as plain ``int``; what is none, yes and no included, comes back unchanged, for the checks to name."""
    if type(value) is int or type(value) is bool or not isinstance(value, int):
        return value
    return int.__int__(value)


def whole_or_none(value: int | None) -> int | None:
    """A whole number as plain ``int``; None and what is no whole number come back unchanged."""
    return None if value is None else whole_or_same(value)


def exact_or_same(value: ExactNumber) -> Fraction:
    """The number as a ``Fraction``; what is no exact number comes back unchanged, for the checks to name."""
    return value if number_fault(value) is not None else Fraction(value)  # type: ignore[return-value]  # see above


def exact_or_none(value: ExactNumber | None) -> Fraction | None:
    """The number as a ``Fraction``; None and what is no exact number come back unchanged."""
    return None if value is None else exact_or_same(value)


def number_text(value: Fraction, lang: Language) -> str:
    """An exact number as people write it: a decimal where it ends (Vietnamese with a comma), else a fraction.

    >>> from fractions import Fraction
    >>> from supervision_core.values.exact import number_text
    >>> number_text(Fraction(147, 2), "vi"), number_text(Fraction(1, 3), "en")
    ('73,5', '1/3')
    """
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    if places == 0:
        return f"{sign}{digits}"
    return f"{sign}{digits[:-places]}{',' if lang == 'vi' else '.'}{digits[-places:]}"
