"""The answer: a plan, its score level by level, and the prices that prove it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import total_ordering
from typing import Any, TypeAlias, TypeGuard, final

import attrs

from supervision_core.rotation.allowances import Allowance, IdleAllowance, allowances_sorted
from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.lineage import Held
from supervision_core.rotation.policy import RotationPolicy
from supervision_core.values.checks import Checks, as_tuple, check_arguments, composed_map, composed_sorted
from supervision_core.values.exact import are_whole, whole_or_same
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import composed, shown

__all__ = ["Plan", "Proof", "Score"]


def _levels(levels: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    found = as_tuple(levels)
    if not isinstance(found, tuple) or not all(isinstance(one, tuple | list) and len(one) == _PAIR for one in found):
        return found
    return tuple((composed(name), whole_or_same(value)) for name, value in found)


_PAIR = 2


@final
@total_ordering
@attrs.frozen(kw_only=True)
class Score:
    """How good a plan is: one whole number a level, the first level counting before the second and so on; less is better.

    Scores compare only when they have the same levels in the same order.

    >>> from supervision_core.rotation import Score
    >>> Score(levels=(("flagged", 0), ("repeats_1", 2))) < Score(levels=(("flagged", 0), ("repeats_1", 3)))
    True
    """

    #: (name, value) for each level, in the objective's order.
    levels: tuple[tuple[str, int], ...] = attrs.field(converter=_levels)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Score")
        if checks.each("levels", self.levels, tuple, "a pair (name, value)"):
            for level in self.levels:
                if len(level) != _PAIR:
                    checks.fault("wrong_kind", "levels", level, "a pair (name, value)")
                    continue
                checks.identifier("levels", level[0])
                checks.whole(f"levels[{level[0]!r}]", level[1], at_least=0)
        checks.done()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the levels."""
        return tuple(name for name, _ in self.levels)

    @property
    def values(self) -> tuple[int, ...]:
        """The values of the levels."""
        return tuple(value for _, value in self.levels)

    @property
    def repeats(self) -> tuple[int, ...]:
        """The repeats by age, index 0 for last year."""
        return tuple(value for name, value in self.levels if name.startswith("repeats_"))

    def value(self, name: str) -> int:
        """The value of one level; a name that is none of its levels raises ``InvalidInput``."""
        checks = Checks("Score.value")
        checks.arguments(Score.value, name=name)
        found = dict(self.levels).get(composed(name)) if checks.clean else 0
        if found is None:
            checks.fault("unknown_code", "name", name, "one of " + ", ".join(self.names))
        checks.done()
        assert found is not None
        return found

    def __lt__(self, other: Score) -> bool:
        if not isinstance(other, Score) or self.names != other.names:
            return NotImplemented
        return self.values < other.values


def _prices(prices: Mapping[str, Iterable[int]]) -> IdMap[tuple[int, ...]]:
    return composed_map(prices, _numbers)


def _numbers(numbers: Iterable[int]) -> tuple[int, ...]:
    found = as_tuple(numbers)
    return found if not isinstance(found, tuple) or are_whole(found) else tuple(map(whole_or_same, found))


@final
@attrs.frozen(kw_only=True, repr=False)
class Proof:
    """Dual prices: one tuple a lead unit, one whole number a level, and the same for the sink that all loads flow into.

    They prove that a plan is optimal on every level (``verify_plan`` checks them):
    no subject could move to another open lead unit, and no load rise or fall by one, for less than the difference of the
    prices, level by level. Many prices prove the same plan.
    """

    #: By lead unit, one number a level, in the objective's order.
    prices: IdMap[tuple[int, ...]] = attrs.field(converter=_prices)
    #: The sink's prices.
    sink: tuple[int, ...] = attrs.field(converter=_numbers)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Proof")
        if checks.by_id("prices", self.prices, "a mapping from lead unit ids to tuples of whole numbers"):
            for unit, prices in self.prices.items():
                _check_prices(checks, f"prices[{unit!r}]", prices)
        _check_prices(checks, "sink", self.sink)
        checks.done()

    def __repr__(self) -> str:
        return f"<Proof: {len(self.prices)} prices>"


def _check_prices(checks: Checks, name: str, prices: object) -> None:
    if isinstance(prices, tuple) and are_whole(prices):
        return
    if checks.each(name, prices, int, "a whole number"):
        assert isinstance(prices, tuple)
        for price in prices:
            checks.whole(name, price)


def _assignments(mapping: Mapping[str, str]) -> IdMap[str]:
    return mapping if _is_composed(mapping) else composed_map(mapping, composed)


def _is_composed(mapping: object) -> TypeGuard[IdMap[Any]]:
    """Whether it has one lead unit for each, in composed Unicode: a country has few lead units, and each is asked once."""
    return (
        isinstance(mapping, IdMap)
        and {*map(type, mapping.values())} <= {str}
        and all(composed(unit) == unit for unit in {*mapping.values()})
    )


def held_map(mapping: Mapping[str, Held] | Mapping[str, str] | None) -> IdMap[Held] | None:
    """Assignments in composed Unicode, of which each may be several lead units; None stays None."""
    return mapping if mapping is None or _is_composed(mapping) else composed_map(mapping, _held)


def _held(held: Held) -> Held:
    return composed(held) if isinstance(held, str) else composed_sorted(held)


def _loads(mapping: Mapping[str, int]) -> IdMap[int]:
    return composed_map(mapping, whole_or_same)


#: What people should know before they adopt a plan.
Warned: TypeAlias = Infeasible | IdleAllowance


def _check_held(checks: Checks, name: str, held: Mapping[str, object], kinds: tuple[type, ...]) -> None:
    """The lead units of a mapping by subject: each different entry once, for a country has few lead units and many subjects."""
    if not {*map(type, held.values())} <= {*kinds}:
        for subject, entry in held.items():
            checks.kind(f"{name}[{shown(subject)}]", entry, kinds, "a lead unit id" if len(kinds) == 1 else "lead unit ids")
        return
    for entry in _different(held.values()):
        if isinstance(entry, str):
            checks.identifier(name, entry)
        else:
            checks.identifiers(name, entry)


def _check_loads(checks: Checks, loads: Mapping[str, int]) -> None:
    if are_whole(loads.values()) and min(loads.values(), default=0) >= 0:
        return
    for unit, load in loads.items():
        checks.whole(f"loads[{shown(unit)}]", load, at_least=0)


def _different(entries: Collection[object]) -> Iterable[object]:
    try:
        return {*entries}
    except TypeError:  # what is not to be hashed stands inside one, and the checks name it
        return entries


def _warnings(warnings: Iterable[Warned]) -> tuple[Warned, ...]:
    return as_tuple(warnings)


@final
@attrs.frozen(kw_only=True, repr=False)
class Plan:
    """Which lead unit supervises which subject in a year. Get one from ``plan_year``.

    A plan carries all that is needed to check it against the roster and history it was made for.
    """

    #: The calendar year.
    year: int = attrs.field(converter=whole_or_same)
    #: The policy it follows.
    policy: RotationPolicy
    #: The assignments it was to change as little as could be, or None.
    reference: IdMap[Held] | None = attrs.field(default=None, converter=held_map)
    #: The lead unit of every subject, each subject exactly once.
    assignments: IdMap[str] = attrs.field(converter=_assignments)
    #: How many subjects each lead unit has, zeros too.
    loads: IdMap[int] = attrs.field(converter=_loads)
    #: How good it is, level by level.
    score: Score
    #: What proves that no plan is better.
    proof: Proof
    #: What people should know before they adopt it: why the next year would have no plan, and which allowances of the roster
    #: open nothing in this one.
    warnings: tuple[Warned, ...] = attrs.field(default=(), converter=_warnings)
    #: The allowances that the plan rests on: without them the cooling-off would close these pairs of it.
    allowed: tuple[Allowance, ...] = attrs.field(default=(), converter=allowances_sorted)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Plan")
        checks.whole("year", self.year, at_least=1, at_most=9999)
        checks.kind("policy", self.policy, RotationPolicy, "a RotationPolicy")
        expected = "a mapping from subject ids to lead unit ids"
        if self.reference is not None and checks.by_id("reference", self.reference, f"{expected}, or None"):
            _check_held(checks, "reference", self.reference, (str, tuple))
        if checks.by_id("assignments", self.assignments, expected):
            _check_held(checks, "assignments", self.assignments, (str,))
        if checks.by_id("loads", self.loads, "a mapping from lead unit ids to whole numbers"):
            _check_loads(checks, self.loads)
        checks.kind("score", self.score, Score, "a Score")
        checks.kind("proof", self.proof, Proof, "a Proof")
        checks.each("warnings", self.warnings, (Infeasible, IdleAllowance), "an Infeasible or an IdleAllowance")
        checks.each("allowed", self.allowed, Allowance, "an Allowance")
        checks.done()

    def subjects_of(self, lead_unit_id: str) -> tuple[str, ...]:
        """The subjects of a lead unit, sorted; none for a lead unit that the plan does not name."""
        check_arguments(Plan.subjects_of, lead_unit_id=lead_unit_id)
        wanted = composed(lead_unit_id)
        return tuple(subject for subject, unit in self.assignments.items() if unit == wanted)

    def __repr__(self) -> str:
        return f"<Plan of {self.year}: {len(self.assignments)} subjects, {len(self.loads)} lead units>"
