"""A certificate read afresh: that its sets prove the shortage, are the smallest, and that its repairs repair.

Subjects are taken by kinds: all that may go to the same lead units. Nothing here is shared with the planner's solver.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import final

from supervision_core.rotation.certificate import TOO_FEW, UNREACHABLE, BarredGroup, Infeasible, Violation
from supervision_core.rotation.check.placing import Kind, Placement
from supervision_core.rotation.check.reading import Reading, entries_of, other_year, past_faults, read_past, told_apart
from supervision_core.rotation.check.repairing import alike_closed, repair_faults
from supervision_core.rotation.history import History
from supervision_core.rotation.policy import RotationPolicy, unlike_fields
from supervision_core.rotation.records import FIRST_YEAR, LAST_YEAR
from supervision_core.rotation.roster import BarReason, Roster
from supervision_core.values.checks import Checks, unchecked
from supervision_core.values.errors import Fault
from supervision_core.values.text import counted, shown

__all__ = ["verify_infeasible"]


_NO_HISTORY = History()
_SMALLEST = "a part of which nothing can be left out: the rest would fit"
_DEFAULT_POLICY = RotationPolicy()


def verify_infeasible(
    roster: Roster,
    infeasible: Infeasible,
    *,
    history: History = _NO_HISTORY,
    policy: RotationPolicy | None = None,
    year: int | None = None,
) -> tuple[Fault, ...]:
    """Every fault of a certificate: () means that each violation is one, with the right numbers and reasons.

    The policy and the year that were asked may be said; without them the certificate's own are taken.
    The violations must together be the smallest sets of greatest shortage: a certificate that leaves out a subject that
    cannot be placed, or counts one that can, is a fault too. So is a repair that does not help, or one that is left out.

    >>> import supervision_core as sc
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="front", max_load=0)])
    >>> answer = sc.plan_year(roster, year=2021)
    >>> print(answer.sentence("en"))
    1 subject may only go to 1 lead unit (front), which takes at most 0: 1 place is missing.
    >>> sc.verify_infeasible(roster, answer)
    ()
    """
    checks = Checks("verify_infeasible")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.kind("infeasible", infeasible, Infeasible, "an Infeasible")
    checks.kind("history", history, History, "a History")
    checks.optional_kind("policy", policy, RotationPolicy, "a RotationPolicy")
    if year is not None:
        checks.whole("year", year, at_least=FIRST_YEAR, at_most=LAST_YEAR)
    checks.done()
    asked = policy or infeasible.policy or _DEFAULT_POLICY
    faults = list(other_year("Infeasible", infeasible.year, year))
    if infeasible.policy not in (None, asked):
        faults.append(Fault("other_policy", "Infeasible.policy", *unlike_fields(infeasible.policy, asked)))
    faults = faults or past_faults(roster, infeasible.year, history, entries_of(read_past(history)))
    if faults:
        return tuple(faults)
    return tuple(_Count(Reading(roster, infeasible.year, history, asked), infeasible).faults())


@final
class _Count:
    def __init__(self, reading: Reading, infeasible: Infeasible) -> None:
        self.infeasible = infeasible
        self.units = {unit.id: unit for unit in reading.roster.lead_units}
        self.closed: dict[str, Mapping[str, tuple[BarReason, ...]]] = {}
        self.open: dict[str, Kind] = {}
        for reasons, alike in reading.by_kind():
            self.closed.update(dict.fromkeys(alike, reasons))
            self.open.update(dict.fromkeys(alike, frozenset(self.units.keys() - reasons.keys())))

    def _most(self, unit: str) -> int:
        maximum = self.units[unit].max_load
        return len(self.open) if maximum is None else maximum

    def faults(self) -> Iterator[Fault]:
        """Everything wrong with the certificate."""
        if not self.infeasible.violations:
            yield Fault("missing", "Infeasible.violations", "none", "at least one violation")
            return
        known = True
        for position, violation in enumerate(self.infeasible.violations):
            place = f"Infeasible.violations[{position}]"
            for one in (violation, violation.example):
                unknown = [*(set(one.subjects) - self.open.keys()), *(set(one.lead_units) - self.units.keys())]
                if unknown:
                    known = False
                    yield Fault("unknown_id", place, shown(sorted(unknown)), "subjects and lead units of the roster")
        if not known:
            return
        for position, violation in enumerate(self.infeasible.violations):
            place = f"Infeasible.violations[{position}]"
            yield from self._violation_faults(place, violation)
        order = [(one.kind != TOO_FEW, one.subjects, one.lead_units) for one in self.infeasible.violations]
        if order != sorted(order):
            yield Fault("not_in_order", "Infeasible.violations", "another order", "too few places first, then by the ids")
        placements = {kind: Placement(self.open, self._caps(kind)) for kind in (TOO_FEW, UNREACHABLE)}
        yield from self._total_faults(placements)
        yield from repair_faults(self.infeasible.repairs, self.closed, placements)

    def _violation_faults(self, place: str, violation: Violation) -> Iterator[Fault]:
        count = self._h1_faults if violation.kind == TOO_FEW else self._h2_faults
        for where, one in ((place, violation), (f"{place}.example", violation.example)):
            subjects, units = frozenset(one.subjects), frozenset(one.lead_units)
            yield from count(where, subjects, units, one.demand, one.supply)
            if one.demand <= one.supply:
                yield Fault("no_violation", where, f"demand {one.demand}, supply {one.supply}", "a demand above the supply")
        if not {*violation.example.lead_units} <= {*violation.lead_units} or not {*violation.example.subjects} <= {
            *violation.subjects
        }:
            yield Fault("not_a_part", f"{place}.example", "other ids", "only ids of the violation")
        yield from self._example_faults(place, violation)
        if violation.barred != tuple(self._barred(violation)):
            yield Fault(
                "wrong_bars",
                f"{place}.barred",
                counted(len(violation.barred), "group"),
                "every closed pair, grouped by its reasons",
            )

    def _example_faults(self, place: str, violation: Violation) -> Iterator[Fault]:
        """An example of which something could be left out and the rest would still violate."""
        subjects, units = violation.example.subjects, violation.example.lead_units
        inside = {subject: self.open[subject] for subject in subjects}
        if violation.kind == TOO_FEW:
            placement = Placement(inside, self._caps(TOO_FEW))
            minimal = placement.count_left_over() == 1 and placement.unplaced() == sorted(subjects)
        else:
            least = self._caps(UNREACHABLE)
            without = ({unit: 0 if unit == left or unit not in units else least[unit] for unit in least} for left in units)
            minimal = not any(Placement(inside, caps).has_room() for caps in without)
        if not minimal:
            given = f"{counted(len(subjects), 'subject')}, {counted(len(units), 'lead unit')}"
            yield Fault("not_the_smallest", f"{place}.example", given, _SMALLEST)

    def _h1_faults(
        self, place: str, subjects: frozenset[str], units: frozenset[str], demand: int, supply: int
    ) -> Iterator[Fault]:
        reached = frozenset().union(*{self.open[subject] for subject in subjects})
        if reached != units:
            yield Fault(
                "wrong_lead_units",
                place,
                shown(sorted(units)),
                f"the lead units open to the subjects, {shown(sorted(reached))}",
            )
        if demand != len(subjects):
            yield Fault("wrong_demand", place, str(demand), str(len(subjects)))
        room = sum(self._most(unit) for unit in units)
        if supply != room:
            yield Fault("wrong_supply", place, str(supply), str(room))

    def _h2_faults(
        self, place: str, subjects: frozenset[str], units: frozenset[str], demand: int, supply: int
    ) -> Iterator[Fault]:
        kinds = {kind for kind in {*self.open.values()} if kind & units}
        may_go = frozenset(subject for subject, kind in self.open.items() if kind in kinds)
        if may_go != subjects:
            given = told_apart(counted(len(subjects), "subject"), subjects, may_go)
            yield Fault("wrong_subjects", place, given, f"the {len(may_go)} that may go to the lead units")
        asked = sum(self.units[unit].min_load for unit in units)
        if demand != asked:
            yield Fault("wrong_demand", place, str(demand), str(asked))
        if supply != len(may_go):
            yield Fault("wrong_supply", place, str(supply), str(len(may_go)))

    def _barred(self, violation: Violation) -> Iterator[BarredGroup]:
        if violation.kind == TOO_FEW:
            subjects, units = set(violation.subjects), self.units.keys() - set(violation.lead_units)
        else:
            subjects, units = self.open.keys() - set(violation.subjects), set(violation.lead_units)
        members: dict[tuple[str, tuple[BarReason, ...]], list[int]] = {}
        kinds = alike_closed(sorted(subjects), self.closed)
        for number, (kind, _) in enumerate(kinds):
            for unit in units & kind.keys():
                members.setdefault((unit, kind[unit]), []).append(number)
        order = list(BarReason)
        joined: dict[tuple[int, ...], tuple[str, ...]] = {}
        for unit, reasons in sorted(members, key=lambda key: (key[0], [order.index(one) for one in key[1]])):
            numbers = tuple(members[unit, reasons])
            if numbers not in joined:
                joined[numbers] = tuple(sorted(chain.from_iterable(kinds[number][1] for number in numbers)))
            yield unchecked(BarredGroup, lead_unit_id=unit, reasons=reasons, subjects=joined[numbers])

    def _total_faults(self, placements: Mapping[str, Placement]) -> Iterator[Fault]:
        for kind, name in ((TOO_FEW, "shortage"), (UNREACHABLE, "excess")):
            violations = [one for one in self.infeasible.violations if one.kind == kind]
            total = sum(one.missing for one in violations)
            if getattr(self.infeasible, name) != total:
                yield Fault(f"wrong_{name}", f"Infeasible.{name}", str(getattr(self.infeasible, name)), str(total))
            placement = placements[kind]
            right = placement.unplaced() if kind == TOO_FEW else placement.short_of_their_caps()
            given = sorted(
                one for violation in violations for one in (violation.subjects if kind == TOO_FEW else violation.lead_units)
            )
            if given != right:
                yield Fault(
                    "not_the_smallest",
                    "Infeasible.violations",
                    told_apart(f"{len(given)} in the {kind} sets", given, right),
                    f"the {len(right)} of the smallest set of greatest shortage",
                )
            if any(not self._is_one_part(one) for one in violations) or not _are_apart(violations):
                yield Fault(
                    "not_independent",
                    "Infeasible.violations",
                    kind,
                    "one violation for each part that shares nothing with the others",
                )

    def _is_one_part(self, violation: Violation) -> bool:
        """Whether the subjects and lead units hang together by the pairs that are open."""
        units = set(violation.lead_units)
        links = [open_units & units for open_units in {self.open[subject] for subject in violation.subjects}]
        if not links or not units:
            return len(violation.subjects) + len(units) <= 1
        reached = set(links[0])
        while wider := set().union(*(link for link in links if link & reached)) - reached:
            reached |= wider
        return reached == units and all(links)

    def _caps(self, kind: str) -> Mapping[str, int]:
        return {unit: self._most(unit) if kind == TOO_FEW else self.units[unit].min_load for unit in self.units}


def _are_apart(violations: Sequence[Violation]) -> bool:
    subjects = [subject for violation in violations for subject in violation.subjects]
    units = [unit for violation in violations for unit in violation.lead_units]
    return len(subjects) == len(set(subjects)) and len(units) == len(set(units))
