"""What was done of what was assigned, in percentages of converted units."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import final

import attrs

from supervision_core.values.checks import Checks, as_tuple, check_arguments, check_fields
from supervision_core.values.exact import exact_or_same, whole_or_same

__all__ = ["Product", "TaskResults", "task_results"]


_LOST_EACH_TIME = Fraction(1, 4)


@final
@attrs.frozen(kw_only=True)
class Product:
    """One assigned product or task, in converted units.

    ``failed_checks`` and ``delays`` count only what has no objective cause.
    """

    #: Its size in converted units, above 0.
    units: Fraction = attrs.field(default=Fraction(1), converter=exact_or_same)
    #: Whether it was done.
    done: bool
    #: How often a check of its quality found a major error of content that affects it; slips of another kind take nothing
    #: off (Nghị định 335/2025/NĐ-CP, Article 14.b).
    failed_checks: int = attrs.field(default=0, converter=whole_or_same)
    #: How often it was late.
    delays: int = attrs.field(default=0, converter=whole_or_same)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Product")
        if checks.number("units", self.units) and self.units <= 0:
            checks.fault("too_small", "units", str(self.units), "more than 0")
        checks.kind("done", self.done, bool, "True or False")
        checks.whole("failed_checks", self.failed_checks, at_least=0)
        checks.whole("delays", self.delays, at_least=0)
        checks.done()


@final
@attrs.frozen(kw_only=True)
class TaskResults:
    """Percentages of what was assigned; None where nothing was assigned, since nothing can be said then."""

    #: Done of assigned.
    quantity: Fraction | None
    #: Done with quality of assigned.
    quality: Fraction | None
    #: Done on time of assigned.
    progress: Fraction | None

    def __attrs_post_init__(self) -> None:
        check_fields(self)


def task_results(products: Iterable[Product]) -> TaskResults:
    """The three percentages of a month or quarter.

    Each failed check takes a quarter off a product's quality, each delay a quarter off its progress, down to nothing.

    >>> import supervision_core as sc
    >>> results = sc.judging.task_results([sc.judging.Product(done=True, failed_checks=1), sc.judging.Product(done=False)])
    >>> results.quantity, results.quality, results.progress
    (Fraction(50, 1), Fraction(75, 2), Fraction(50, 1))

    Source: Nghị định 335/2025/NĐ-CP, Article 14. What follows where nothing was assigned is not said there.
    """
    given = as_tuple(products)
    check_arguments(task_results, products=given)
    assigned = sum((product.units for product in given), Fraction(0))
    if not assigned:
        return TaskResults(quantity=None, quality=None, progress=None)
    done = [product for product in given if product.done]

    def percentage(parts: Iterable[Fraction]) -> Fraction:
        return 100 * sum(parts, Fraction(0)) / assigned

    return TaskResults(
        quantity=percentage(product.units for product in done),
        quality=percentage(product.units * _left(product.failed_checks) for product in done),
        progress=percentage(product.units * _left(product.delays) for product in done),
    )


def _left(times: int) -> Fraction:
    return max(Fraction(0), 1 - _LOST_EACH_TIME * times)
