"""The plans of several years as one value, and what may be claimed of the whole span. No solver is needed to say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import final

import attrs

from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.roster import Roster
from supervision_core.values.checks import Checks, as_tuple, composed_map, composed_sorted
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap, map_of_checked

__all__ = ["Claim", "Horizon", "HorizonInfeasible"]


@final
class Claim(Enum):
    """What is claimed of a whole span of years, beyond that each year is optimal given the earlier ones."""

    #: Nothing more.
    PER_YEAR = "per_year"
    #: On flagged pairs, repeats and balance no other plans for the whole span are better; of a dead end: there are none.
    WHOLE = "whole"

    @property
    def label(self) -> Label:
        """What people read."""
        return _CLAIM_LABELS[self.value]


_CLAIM_LABELS = {
    "per_year": Label("tối ưu từng năm", "optimal year by year"),
    "whole": Label("tối ưu cả giai đoạn về lặp lại và cân đối", "optimal over the whole span on repeats and balance"),
}


def _plans(plans: Iterable[Plan]) -> tuple[Plan, ...]:
    return as_tuple(plans)


def _years(years: Iterable[int]) -> tuple[int, ...]:
    return as_tuple(years)


def _met(met: Mapping[str, Iterable[str]]) -> IdMap[tuple[str, ...]]:
    return composed_map(met, composed_sorted)


#: What a dead end says where no more was proved.
FROM_HERE = Label(
    "Tính từng năm từ các phương án đã lập đến đây thì không còn phương án; cách xếp khác cho những năm trước có thể còn.",
    "Year by year from here there is no plan; other plans of the earlier years may leave one.",
)
#: What a dead end says where nothing leads past it.
NONE_AT_ALL = Label(
    "Dù xếp những năm trước thế nào, cả giai đoạn cũng không có phương án.",
    "Whatever is planned for the earlier years, the span has no plans.",
)


@final
@attrs.frozen(kw_only=True, repr=False)
class HorizonInfeasible:
    """A year that has no plan; the plans of the years before it are kept."""

    #: The plans of the earlier years.
    plans: tuple[Plan, ...] = attrs.field(converter=_plans)
    #: Why the next year has none.
    infeasible: Infeasible
    #: The years that were asked; none in answers of earlier versions, which did not say.
    span: tuple[int, ...] = attrs.field(default=(), converter=_years)
    #: PER_YEAR: the plans that were made lead there; WHOLE: whatever is planned, the span has no plans.
    claim: Claim = Claim.PER_YEAR
    #: What the claim rests on.
    ground: Label = FROM_HERE

    def __attrs_post_init__(self) -> None:
        checks = Checks("HorizonInfeasible")
        checks.each("plans", self.plans, Plan, "a Plan")
        checks.kind("infeasible", self.infeasible, Infeasible, "an Infeasible")
        if checks.each("span", self.span, int, "a year (int)"):
            for year in self.span:
                checks.whole("span", year, at_least=1, at_most=9999)
        checks.member("claim", self.claim, Claim)
        checks.kind("ground", self.ground, Label, "a Label")
        checks.done()

    def __repr__(self) -> str:
        return f"<HorizonInfeasible: {len(self.plans)} years planned, then {self.infeasible!r}>"


@final
@attrs.frozen(kw_only=True, repr=False)
class Horizon:
    """The plans of several years, who meets whom in them, and what is claimed of the span as a whole."""

    #: One plan a year, rising.
    plans: tuple[Plan, ...] = attrs.field(converter=_plans)
    #: For each subject of some year the lead units it meets, sorted.
    met: IdMap[tuple[str, ...]] = attrs.field(converter=_met)
    #: What is claimed of the whole span.
    claim: Claim
    #: What the claim rests on.
    ground: Label
    #: The dead end of planning year by year, where the years follow a sequence that was searched for instead.
    instead: HorizonInfeasible | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("Horizon")
        checks.each("plans", self.plans, Plan, "a Plan")
        if checks.by_id("met", self.met, "a mapping from subject ids to lead unit ids"):
            checks.fields(self, "met")
        checks.member("claim", self.claim, Claim)
        checks.kind("ground", self.ground, Label, "a Label")
        checks.optional_kind("instead", self.instead, HorizonInfeasible, "a HorizonInfeasible")
        checks.done()

    @property
    def years(self) -> tuple[int, ...]:
        """The years."""
        return tuple(plan.year for plan in self.plans)

    def __repr__(self) -> str:
        return f"<Horizon of {len(self.plans)} years: {self.claim.value}>"


def meetings(plans: Sequence[Plan]) -> IdMap[tuple[str, ...]]:
    """For each subject the lead units it meets in some plans, sorted."""
    met: dict[str, set[str]] = {}
    for plan in plans:
        for subject, unit in plan.assignments.items():
            met.setdefault(subject, set()).add(unit)
    return map_of_checked({subject: tuple(sorted(units)) for subject, units in met.items()})


#: What a span says whose every year is as good as a year can be.
BOUNDS_REACHED = Label(
    "Mỗi năm đạt giới hạn mà không phương án nào vượt được: không phân công nào phải lưu ý, không lặp lại trong thời hạn luân "
    "phiên, cân đối tốt nhất.",
    "Every year reaches the bounds that no plan can better: no flagged pairs, no repeats within the cooling-off, and the best "
    "balance there is.",
)
#: What a span says otherwise.
YEAR_BY_YEAR = Label(
    "Mỗi năm tối ưu khi các năm trước đã định; tối ưu chung nhiều năm là bài toán khó.",
    "Each year is optimal given the earlier ones; the best over several years is a hard problem.",
)


def verdict_of_span(rosters: Sequence[Roster], plans: Sequence[Plan]) -> tuple[Claim, Label]:
    """What can be claimed of the years as a whole: WHOLE where every year reaches bounds that hold whatever is planned.

    Without a cooling-off nothing is said of repeats, and so nothing of the span.
    """
    for roster, plan in zip(rosters, plans, strict=True):
        levels = dict(plan.score.levels)
        least = least_balance(roster, within_rounding=plan.policy.carry_rest)
        reached = not levels["flagged"] and not any(plan.score.repeats) and levels["balance"] == least
        # Where a lead unit may keep a subject for years, what a year can reach depends on the years before it.
        if not reached or plan.policy.tenure_years > 1 or not plan.policy.cooling_off_years:
            return Claim.PER_YEAR, YEAR_BY_YEAR
    return Claim.WHOLE, BOUNDS_REACHED


def least_balance(roster: Roster, *, within_rounding: bool) -> int:
    """The balance of the best loads if every subject could go anywhere: no plan has a better one.

    One subject more raises what a lead unit costs by a step that only grows with its load. So every step below some
    height is taken, and of the steps of just that height as many as are left; halving finds the height.
    """
    shares = sum(unit.share for unit in roster.lead_units)
    subjects = len(roster.subjects)
    aims = [subjects * unit.share for unit in roster.lead_units]
    bounds = [(unit.min_load, subjects if unit.max_load is None else unit.max_load) for unit in roster.lead_units]

    def loads_below(height: int) -> list[int]:
        # Every load up to which all steps are lower than the height.
        if within_rounding:
            wanted = (_rounded_below(aim, shares, height) for aim in aims)
        else:
            wanted = (-((-height - aim) // shares) for aim in aims)
        return [min(max(low, want), high) for (low, high), want in zip(bounds, wanted, strict=True)]

    height, above = -2 * max(aims) - 2, 2 * shares * subjects + 2
    while above - height > 1:
        middle = (height + above) // 2
        if sum(loads_below(middle)) <= subjects:
            height = middle
        else:
            above = middle
    loads = loads_below(height)
    left = subjects - sum(loads)
    if within_rounding:
        taken = sum(max(aim // shares - load, 0, load + (-aim // shares)) ** 2 for load, aim in zip(loads, aims, strict=True))
        return shares**2 * (taken + left * height)
    taken = sum((shares * load - aim) ** 2 for load, aim in zip(loads, aims, strict=True))
    # A step from load to load + 1 adds shares * (2 * (shares * load - aim) + shares), the same for all steps of one height.
    return taken + left * shares * (2 * height + shares)


def _rounded_below(aim: int, shares: int, height: int) -> int:
    """The load up to which steps are below a height.

    Steps above the aim rounded up add 1, 3, 5, ..., one between its two roundings 0, those below take as much away.
    """
    least, most = aim // shares, -(-aim // shares)
    if height <= 0:
        return least - (1 - height) // 2
    return most + height // 2
