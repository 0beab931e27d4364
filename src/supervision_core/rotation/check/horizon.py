"""Checks plans of several years: every year against its question, one policy for all, and what is claimed of the span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from heapq import heapify, heappop, heapreplace
from itertools import pairwise
from math import ceil, floor
from typing import final

import attrs

from supervision_core.rotation.check.infeasible import verify_infeasible
from supervision_core.rotation.check.placing import Placement
from supervision_core.rotation.check.plan import verify_plan
from supervision_core.rotation.check.reading import Reading
from supervision_core.rotation.check.walk import span_has_plans
from supervision_core.rotation.history import History, followed_by
from supervision_core.rotation.horizon import (
    BOUNDS_REACHED,
    FROM_HERE,
    NONE_AT_ALL,
    YEAR_BY_YEAR,
    Claim,
    Horizon,
    HorizonInfeasible,
)
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.policy import Objective, Repeats, RotationPolicy, unlike_fields
from supervision_core.rotation.roster import LeadUnit, Roster
from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.errors import Fault
from supervision_core.values.labels import Label
from supervision_core.values.text import shown, shown_apart

__all__ = ["verify_horizon"]


_NO_HISTORY = History()


def verify_horizon(
    roster: Roster | Mapping[int, Roster],
    answer: Horizon | HorizonInfeasible,
    *,
    history: History = _NO_HISTORY,
    policy: RotationPolicy | None = None,
    years: Iterable[int] | None = None,
) -> tuple[Fault, ...]:
    """Every fault of a horizon or of its dead end: () means that each year is right given the earlier ones, and the rest true.

    What was asked may be said: the policy, and the years; without ``policy`` one policy must hold in all years. Years that
    follow a sequence instead of being planned one by one bring the dead end that made it necessary, which is checked too.

    >>> import supervision_core as sc
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v")])
    >>> sc.verify_horizon(roster, sc.plan_horizon(roster, years=[2021, 2022]), years=[2021, 2022])
    ()
    """
    checks = Checks("verify_horizon")
    checks.kind("roster", roster, (Roster, Mapping), "a Roster, or a mapping from years to rosters")
    checks.kind("answer", answer, (Horizon, HorizonInfeasible), "a Horizon or a HorizonInfeasible")
    checks.kind("history", history, History, "a History")
    checks.optional_kind("policy", policy, RotationPolicy, "a RotationPolicy")
    asked = None if years is None else as_tuple(years)
    if asked is not None:
        checks.each("years", asked, int, "a year (int)")
    if isinstance(roster, Mapping):
        checks.arguments(verify_horizon, roster=roster)
    checks.done()
    return tuple(_Span(roster, history, policy, asked).faults(answer))


@final
class _Span:
    """What was asked of a span of years."""

    def __init__(
        self,
        roster: Roster | Mapping[int, Roster],
        history: History,
        policy: RotationPolicy | None,
        years: tuple[int, ...] | None,
    ) -> None:
        self.roster, self.history, self.policy, self.years = roster, history, policy, years

    def faults(self, answer: Horizon | HorizonInfeasible) -> Iterator[Fault]:
        """Everything wrong with an answer; what rests on something wrong is not looked at."""
        name = type(answer).__name__
        found = [*self._year_faults(name, answer), *self._policy_faults(name, answer)]
        if not found:
            found = [*self._plan_faults(answer)]
        if not found:
            found = [*(self._horizon_faults(answer) if isinstance(answer, Horizon) else self._dead_end_faults(answer))]
        yield from found

    def _of_year(self, year: int) -> Roster | None:
        return self.roster if isinstance(self.roster, Roster) else self.roster.get(year)

    def _year_faults(self, name: str, answer: Horizon | HorizonInfeasible) -> Iterator[Fault]:
        """Years that are not those that were asked, or have no roster."""
        given = [plan.year for plan in answer.plans]
        if isinstance(answer, HorizonInfeasible):
            given.append(answer.infeasible.year)
        if not given:
            yield Fault("empty", f"{name}.plans", "none", "at least one year")
        if any(later <= earlier for earlier, later in pairwise(given)):
            yield Fault("not_rising", f"{name}.plans", shown(given), "years that rise")
        if self.years is not None:
            wanted = self.years if isinstance(answer, Horizon) else self.years[: len(given)]
            if tuple(given) != wanted:
                yield Fault(
                    "other_years", f"{name}.plans", shown(given), f"the years that were asked, {shown(list(self.years))}"
                )
        if isinstance(answer, HorizonInfeasible):
            given.extend(answer.span or self.years or ())
            if self.years is not None and answer.span not in {(), self.years}:
                yield Fault("other_years", f"{name}.span", *shown_apart(answer.span, self.years))
            if any(later <= earlier for earlier, later in pairwise(answer.span or self.years or ())):
                yield Fault("not_rising", f"{name}.span", shown(answer.span or self.years), "years that rise")
            if answer.span and answer.span[: len(answer.plans) + 1] != tuple(given[: len(answer.plans) + 1]):
                yield Fault("other_years", f"{name}.span", shown(answer.span), "the years of the plans and what follows them")
        for year in sorted(set(given)):
            if not isinstance(self._of_year(year), Roster):
                yield Fault("missing", f"roster[{year}]", "nothing", "a Roster for every year")

    def _policy_faults(self, name: str, answer: Horizon | HorizonInfeasible) -> Iterator[Fault]:
        """Plans of another policy than the one that was asked, or of several."""
        follows = isinstance(answer, Horizon) and answer.instead is not None
        asked = self._asked(answer)
        if asked is None:
            return
        wanted = attrs.evolve(asked, objective=Objective.MID_YEAR) if follows else asked
        for plan in answer.plans:
            if plan.policy != wanted:
                yield Fault("other_policy", f"{name}.plans of {plan.year}", *unlike_fields(plan.policy, wanted))
            if (plan.reference is not None) != follows:
                expected = "a reference, for years that follow a sequence" if follows else "None: no year follows another plan"
                yield Fault("other_reference", f"{name}.plans of {plan.year}", shown(plan.reference), expected)
        if asked.objective is Objective.MID_YEAR:
            yield Fault("other_policy", f"{name}.plans", "MID_YEAR", "the objective ANNUAL, since a span has no reference")

    def _asked(self, answer: Horizon | HorizonInfeasible) -> RotationPolicy | None:
        if self.policy is not None:
            return self.policy
        if isinstance(answer, Horizon) and answer.instead is not None:
            return self._asked(answer.instead)
        if answer.plans:
            return answer.plans[0].policy
        return getattr(answer.infeasible, "policy", None) if isinstance(answer, HorizonInfeasible) else None

    def _plan_faults(self, answer: Horizon | HorizonInfeasible) -> Iterator[Fault]:
        """What is wrong with single years, each given the earlier ones; and with the certificate of a dead end."""
        past = self.history
        for plan in answer.plans:
            found = verify_plan(self._required(plan.year), plan, history=past)
            yield from (Fault(one.code, f"{plan.year}: {one.place}", one.found, one.expected) for one in found)
            if found:
                return
            past = followed_by(past, plan)
        if isinstance(answer, HorizonInfeasible):
            year = answer.infeasible.year
            policy = self._asked(answer) or RotationPolicy()
            for one in verify_infeasible(self._required(year), answer.infeasible, history=past, policy=policy):
                yield Fault(one.code, f"{year}: {one.place}", one.found, one.expected)

    def _required(self, year: int) -> Roster:
        found = self._of_year(year)
        assert isinstance(found, Roster)
        return found

    def _horizon_faults(self, answer: Horizon) -> Iterator[Fault]:
        met: dict[str, set[str]] = {}
        for plan in answer.plans:
            for subject, unit in plan.assignments.items():
                met.setdefault(subject, set()).add(unit)
        if {subject: tuple(sorted(units)) for subject, units in met.items()} != dict(answer.met):
            yield Fault("wrong_meetings", "Horizon.met", repr(answer.met), "the lead units that each subject meets")
        reached = all(self._is_as_good_as_can_be(plan) for plan in answer.plans)
        right = (Claim.WHOLE, BOUNDS_REACHED) if reached else (Claim.PER_YEAR, YEAR_BY_YEAR)
        if answer.claim is not right[0]:
            yield Fault("wrong_claim", "Horizon.claim", answer.claim.name, "what every year's bounds bear out")
        else:
            yield from _ground_faults("Horizon", answer.ground, right[1])
        if answer.instead is not None:
            yield from self._instead_faults(answer, answer.instead)

    def _instead_faults(self, answer: Horizon, instead: HorizonInfeasible) -> Iterator[Fault]:
        if instead.claim is not Claim.PER_YEAR:
            yield Fault("wrong_claim", "Horizon.instead", instead.claim.name, "PER_YEAR, since the span has plans")
        years = tuple(plan.year for plan in answer.plans)
        for one in _Span(self.roster, self.history, self._asked(answer), years).faults(instead):
            yield attrs.evolve(one, place=f"Horizon.instead: {one.place}")

    def _is_as_good_as_can_be(self, plan: Plan) -> bool:
        """Whether a year reaches the bounds that no plan of any year betters."""
        levels = dict(plan.score.levels)
        rotates = plan.policy.cooling_off_years > 0 and getattr(plan.policy, "tenure_years", 1) == 1
        clean = not levels["flagged"] and not any(value for name, value in levels.items() if name.startswith("repeats_"))
        roster = self._required(plan.year)
        return (
            rotates and clean and levels["balance"] == _least_balance(roster, carried=getattr(plan.policy, "carry_rest", False))
        )

    def _dead_end_faults(self, answer: HorizonInfeasible) -> Iterator[Fault]:
        """A claim of the whole span that does not hold, or words that do not belong to the claim."""
        wanted = {Claim.PER_YEAR: FROM_HERE, Claim.WHOLE: NONE_AT_ALL}[answer.claim]
        yield from _ground_faults("HorizonInfeasible", answer.ground, wanted)
        if answer.claim is Claim.WHOLE and self._has_plans(answer) is not False:
            expected = "PER_YEAR: that the span has no plans is not borne out"
            yield Fault("wrong_claim", "HorizonInfeasible.claim", answer.claim.name, expected)

    def _has_plans(self, answer: HorizonInfeasible) -> bool | None:
        """Whether the span up to the dead end has plans; None where that is too large to be counted."""
        policy = self._asked(answer) or RotationPolicy()
        year = answer.infeasible.year
        if policy.repeats is not Repeats.FORBID:
            return False  # what is planned closes no pair
        if getattr(policy, "tenure_years", 1) > 1:
            return None  # what is planned may make recorded years part of a running term, and so open pairs
        if not _can_be_filled(self._required(year), year, self.history, policy):
            return False  # the recorded years alone leave this one no plan
        years = self.years or answer.span or (*(plan.year for plan in answer.plans), year)
        return span_has_plans({one: self._required(one) for one in years}, self.history, policy)


def _ground_faults(name: str, ground: Label, wanted: Label) -> Iterator[Fault]:
    """Words that are not those of the claim, in the language in which they are not; the library's own are told whole."""
    place, given, right = f"{name}.ground", ground.en, wanted.en
    if given == right:
        place, given, right = f"{name}.ground.vi", ground.vi, wanted.vi
    if given != right:
        own = {text for one in (BOUNDS_REACHED, YEAR_BY_YEAR, FROM_HERE, NONE_AT_ALL) for text in (one.en, one.vi)}
        yield Fault("wrong_claim", place, given if given in own else shown(given), right)


def _can_be_filled(roster: Roster, year: int, history: History, policy: RotationPolicy) -> bool:
    """Whether everybody fits under the maxima, and the minima can be met, as far as the recorded years are concerned."""
    reading = Reading(roster, year, history, policy)
    units = {unit.id: unit for unit in roster.lead_units}
    open_units = {subject: frozenset(units.keys() - closed.keys()) for subject, closed in reading.closed_pairs()}
    everybody = len(open_units)
    most = {one: everybody if unit.max_load is None else unit.max_load for one, unit in units.items()}
    least = {one: unit.min_load for one, unit in units.items()}
    return not Placement(open_units, most).unplaced() and not Placement(open_units, least).has_room()


def _least_balance(roster: Roster, *, carried: bool) -> int:
    """The balance of the best loads if everybody could go anywhere: one subject after the other, each where it costs least."""
    everybody, total = len(roster.subjects), sum(unit.share for unit in roster.lead_units)

    def cost(unit: LeadUnit, load: int) -> Fraction:
        aim = Fraction(everybody * unit.share, total)
        if carried:
            return Fraction((total * max(floor(aim) - load, 0, load - ceil(aim))) ** 2)
        return (total * (load - aim)) ** 2

    units = list(roster.lead_units)
    loads = [unit.min_load for unit in units]
    steps = [
        (cost(unit, load + 1) - cost(unit, load), place)
        for place, (unit, load) in enumerate(zip(units, loads, strict=True))
        if unit.max_load is None or load < unit.max_load
    ]
    heapify(steps)
    for _ in range(everybody - sum(loads)):
        _, place = steps[0]
        loads[place] += 1
        unit, load = units[place], loads[place]
        if unit.max_load is None or load < unit.max_load:
            heapreplace(steps, (cost(unit, load + 1) - cost(unit, load), place))
        else:
            heappop(steps)
    return int(sum((cost(unit, load) for unit, load in zip(units, loads, strict=True)), Fraction(0)))
