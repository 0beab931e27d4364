"""Policies side by side before a board decides: what the next years would look like under each.

Every policy is planned for the same years from the same roster and history, and all are measured alike: a repeat of two years
ago counts as one also under a policy that would not mind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, final

import attrs

from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.history import History, followed_by
from supervision_core.rotation.horizon import Horizon
from supervision_core.rotation.horizons import plan_horizon
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.policy import Objective, RotationPolicy
from supervision_core.rotation.question import held_by
from supervision_core.rotation.roster import Roster, Severity
from supervision_core.values.checks import Checks, as_tuple, check_fields, composed_map
from supervision_core.values.exact import whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap, map_of_sorted
from supervision_core.values.text import Language, composed, shown
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["PolicyComparison", "PolicyOutlook", "YearOutlook", "compare_policies"]


#: A board decides on the next years; beyond this the roster is another one anyway.
MOST_YEARS: Final = 100


def _whole_numbers(numbers: Iterable[int]) -> tuple[int, ...]:
    found = as_tuple(numbers)
    return tuple(map(whole_or_same, found)) if isinstance(found, tuple) else found


def _counts(counts: Mapping[str, int]) -> IdMap[int]:
    return composed_map(counts, whole_or_same)


def _exact(aims: Mapping[str, Fraction]) -> IdMap[Fraction]:
    return composed_map(aims)


@final
@attrs.frozen(kw_only=True)
class YearOutlook:
    """One year as it would be under a policy."""

    #: The calendar year.
    year: int = attrs.field(converter=whole_or_same)
    #: How many subjects each lead unit would have.
    loads: IdMap[int] = attrs.field(converter=_counts)
    #: How many subjects would go to a lead unit that had them 1, 2, ... years ago, whatever the policy says of it.
    again: tuple[int, ...] = attrs.field(converter=_whole_numbers)
    #: How many would have another lead unit than the year before, of those who had one.
    moved: int = attrs.field(converter=whole_or_same)
    #: How many terms would be ended early by the policy's own terms.
    cut_short: int = attrs.field(converter=whole_or_same)
    #: How many assignments would have to be looked at (flagged pairs).
    flagged: int = attrs.field(converter=whole_or_same)
    #: How many pairs that no bar forbids have met by the end of the year, recorded or planned.
    met: int = attrs.field(converter=whole_or_same)

    def __attrs_post_init__(self) -> None:
        check_fields(self)


def _outlooks_of_years(years: Iterable[YearOutlook]) -> tuple[YearOutlook, ...]:
    return as_tuple(years)


@final
@attrs.frozen(kw_only=True, repr=False)
class PolicyOutlook:
    """The next years under one policy, as far as there are plans."""

    #: The policy.
    policy: RotationPolicy
    #: The years that have a plan, rising.
    years: tuple[YearOutlook, ...] = attrs.field(converter=_outlooks_of_years)
    #: Why the first year without a plan has none, when each year is planned after the other; None where every year has one.
    dead_end: Infeasible | None = None
    #: Whether all years have a plan nevertheless, since others were found for the years before.
    is_avoided: bool = False

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    @property
    def again(self) -> tuple[int, ...]:
        """Over all years, how many went to a lead unit that had them 1, 2, ... years ago."""
        return tuple(map(sum, zip(*(one.again for one in self.years), strict=True)))

    @property
    def moved(self) -> int:
        """Over all years, how many got another lead unit than the year before."""
        return sum(one.moved for one in self.years)

    @property
    def cut_short(self) -> int:
        """Over all years, how many terms were ended early."""
        return sum(one.cut_short for one in self.years)

    @property
    def flagged(self) -> int:
        """Over all years, how many assignments are flagged."""
        return sum(one.flagged for one in self.years)

    @property
    def met(self) -> int:
        """How many pairs have met by the end of the last year that has a plan."""
        return self.years[-1].met if self.years else 0

    @property
    def loads(self) -> IdMap[int]:
        """How many subjects each lead unit had over all years that have a plan."""
        units = self.years[0].loads if self.years else IdMap[int]()
        return map_of_sorted({unit: sum(one.loads[unit] for one in self.years) for unit in units})

    def __repr__(self) -> str:
        return f"<PolicyOutlook: {len(self.years)} years>"


def _by_name(outlooks: Mapping[str, PolicyOutlook]) -> IdMap[PolicyOutlook]:
    return composed_map(outlooks)


@final
@attrs.frozen(kw_only=True, repr=False)
class PolicyComparison:
    """What the next years would look like under each of several policies. Get one from ``compare_policies``."""

    #: The years that were asked for, rising.
    years: tuple[int, ...] = attrs.field(converter=_whole_numbers)
    #: How many subjects each lead unit would have in a year exactly by its share.
    aims: IdMap[Fraction] = attrs.field(converter=_exact)
    #: How many pairs of subject and lead unit no HARD bar forbids: so many can meet at most.
    pairs: int = attrs.field(converter=whole_or_same)
    #: The years under each policy, by the name it was given.
    outlooks: IdMap[PolicyOutlook] = attrs.field(converter=_by_name)

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    def rests(self, name: str) -> IdMap[Fraction]:
        """By how much each lead unit has more or less than its share over the planned years of a policy, by its name."""
        checks = Checks("PolicyComparison.rests")
        checks.arguments(PolicyComparison.rests, name=name)
        outlook = self.outlooks.get(composed(name)) if checks.clean else None
        if outlook is None and checks.clean:
            checks.fault("unknown_id", "name", name, "the name of one of the policies")
        checks.done()
        assert outlook is not None
        loads = outlook.loads
        return map_of_sorted({unit: loads[unit] - len(outlook.years) * self.aims[unit] for unit in loads})

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """Each policy in a few words; ``names`` gives display names of the policies by their names."""
        return comparison_said(self, wording(lang, names))

    def __repr__(self) -> str:
        return f"<PolicyComparison: {len(self.outlooks)} policies, {len(self.years)} years>"


_GOES_ON: Final = Label(
    "{name}: {years} năm đều có phương án; {again} lượt giao lại cho đầu mối của những năm gần đây, {moved} lượt đổi đầu mối, "
    "{cut} lượt chưa hết nhiệm kỳ đã đổi; {met}/{pairs} cặp đã có giám sát",
    "{name}: a plan in each of {years} years; {again} times back to a lead unit of the last years, {moved} changes of lead "
    "unit, {cut} terms cut short; {met} of {pairs} pairs have met",
)
_ENDS: Final = Label(
    "{name}: từ năm {year} không còn phương án (lập được {years} năm)",
    "{name}: no plan from {year} on ({years} years planned)",
)


def comparison_said(comparison: PolicyComparison, by: Wording) -> str:
    """Each policy in a few words, by the order of their names."""
    return "; ".join(outlook_said(name, comparison, by) for name in comparison.outlooks) + "."


def outlook_said(name: str, comparison: PolicyComparison, by: Wording) -> str:
    """One policy in a few words: where it ends, or what its years amount to."""
    outlook = comparison.outlooks[name]
    years = by.number(len(outlook.years))
    if outlook.dead_end is not None and not outlook.is_avoided:
        return by.say(_ENDS, name=by.name(name), year=outlook.dead_end.year, years=years)
    slots = {"again": sum(outlook.again), "moved": outlook.moved, "cut": outlook.cut_short, "met": outlook.met}
    counted = {slot: by.number(value) for slot, value in {**slots, "pairs": comparison.pairs}.items()}
    return by.say(_GOES_ON, name=by.name(name), years=years, **counted)


def compare_policies(
    roster: Roster, history: History, policies: Mapping[str, RotationPolicy], years: Iterable[int]
) -> PolicyComparison:
    """What the next years would look like under each of several policies, given by any names.

    The years are planned as ``plan_horizon`` plans them, with one and the same roster; nobody joins or leaves. A policy that
    runs into a year without a plan keeps the years before it and says why. A ``MID_YEAR`` policy changes a plan
    within its year and has nothing to say of later ones; it is refused.

    >>> import supervision_core as sc
    >>> units = [sc.LeadUnit(id=unit) for unit in ("front", "women", "youth")]
    >>> roster = sc.Roster(subjects=[sc.Subject(id=f"s{number}") for number in range(6)], lead_units=units)
    >>> policies = {"one year": sc.RotationPolicy(), "terms of three": sc.RotationPolicy(tenure_years=3)}
    >>> found = sc.rotation.compare_policies(roster, sc.History(), policies, range(2026, 2029))
    >>> [(name, one.moved, one.met) for name, one in found.outlooks.items()]
    [('one year', 12, 18), ('terms of three', 0, 6)]
    """
    span = as_tuple(years)
    _check(roster, history, policies, span)
    named = composed_map(policies)
    deep = max(1, *(policy.cooling_off_years for policy in named.values()))
    shares = sum(unit.share for unit in roster.lead_units)
    subjects = len(roster.subjects)
    closed = {(bar.subject_id, bar.lead_unit_id) for bar in roster.bars if bar.severity is Severity.HARD}
    return PolicyComparison(
        years=span,
        aims={unit.id: Fraction(subjects * unit.share, shares) for unit in roster.lead_units},
        pairs=subjects * len(roster.lead_units) - len(closed),
        outlooks={name: _outlook(roster, history, policy, span, deep) for name, policy in named.items()},
    )


def _check(roster: object, history: object, policies: object, years: object) -> None:
    checks = Checks("compare_policies")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.kind("history", history, History, "a History")
    if checks.kind("policies", policies, Mapping, "a mapping from names to policies"):
        assert isinstance(policies, Mapping)
        checks.distinct("policies", policies.keys())
        if not policies:
            checks.fault("empty", "policies", (), "at least one policy")
        for name, policy in policies.items():
            checks.identifier("policies", name)
            if checks.kind(f"policies[{shown(name)}]", policy, RotationPolicy, "a RotationPolicy") and _is_mid_year(policy):
                checks.fault("contradiction", f"policies[{shown(name)}]", "MID_YEAR", "a policy for whole years (ANNUAL)")
    if checks.each("years", years, int, "a year (int)"):
        assert isinstance(years, tuple)
        checks.whole("years", len(years), at_least=1, at_most=MOST_YEARS)
    checks.done()


def _is_mid_year(policy: RotationPolicy) -> bool:
    return policy.objective is Objective.MID_YEAR


def _outlook(roster: Roster, history: History, policy: RotationPolicy, years: Sequence[int], deep: int) -> PolicyOutlook:
    answer = plan_horizon(roster, years=years, history=history, policy=policy)
    told = tuple(_years_of(roster, history, answer.plans, deep))
    if isinstance(answer, Horizon):
        dead_end = None if answer.instead is None else answer.instead.infeasible
        return PolicyOutlook(policy=policy, years=told, dead_end=dead_end, is_avoided=dead_end is not None)
    return PolicyOutlook(policy=policy, years=told, dead_end=answer.infeasible)


def _years_of(roster: Roster, history: History, plans: Sequence[Plan], deep: int) -> Iterator[YearOutlook]:
    closed = {(bar.subject_id, bar.lead_unit_id) for bar in roster.bars if bar.severity is Severity.HARD}
    units = set(roster.lead_unit_ids)
    met = {
        (subject, unit)
        for year in history.years
        for subject, held in history.column(year).items()
        for unit in held_by(held)
        if unit in units
    }
    present = set(roster.subject_ids)
    met = {pair for pair in met - closed if pair[0] in present}
    past = history
    for plan in plans:
        met.update(plan.assignments.items())
        before = [past.column(plan.year - age) for age in range(1, deep + 1)]
        again = [sum(unit in held_by(column.get(one)) for one, unit in plan.assignments.items()) for column in before]
        known = sum(one in before[0] for one in plan.assignments)
        yield YearOutlook(
            year=plan.year,
            loads=plan.loads,
            again=again,
            moved=known - again[0],
            cut_short=plan.score.value("cut_short"),
            flagged=plan.score.value("flagged"),
            met=len(met),
        )
        past = followed_by(past, plan)
