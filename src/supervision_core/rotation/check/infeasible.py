"""A certificate read afresh: that its sets prove the shortage, are the smallest, and that its repairs repair.

Subjects are taken by kinds: all that may go to the same lead units. Nothing here is shared with the planner's solver.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias, final

from supervision_core.rotation.certificate import TOO_FEW, UNREACHABLE, BarredGroup, Infeasible, Repair, RepairKind, Violation
from supervision_core.rotation.check.reading import Reading, past_faults
from supervision_core.rotation.history import History
from supervision_core.rotation.policy import RotationPolicy
from supervision_core.rotation.roster import SOFTEST_FIRST, BarReason, Roster
from supervision_core.values.checks import Checks
from supervision_core.values.errors import Fault
from supervision_core.values.text import shown

__all__ = ["verify_infeasible"]


#: The lead units that a kind of subject may go to.
Kind: TypeAlias = frozenset[str]


@final
class Placement:
    """As many subjects at lead units as the caps allow; what can be reached from those left over, and from the room left."""

    def __init__(self, open_units: Mapping[str, Kind], caps: Mapping[str, int]) -> None:
        self._caps = caps
        self._members: dict[Kind, list[str]] = {}
        for subject, kind in open_units.items():
            self._members.setdefault(kind, []).append(subject)
        self._left = {kind: len(subjects) for kind, subjects in self._members.items()}
        self._placed: dict[str, dict[Kind, int]] = {unit: {} for unit in caps}
        for kind in self._members:
            while self._left[kind] and (chain := self._augmenting(kind)):
                self._left[kind] -= self._advance(chain, self._left[kind])
        self._kinds, self.units_from_left_over = self._from_left_over()

    def count_left_over(self) -> int:
        """How many are left over."""
        return sum(self._left.values())

    def unplaced(self) -> list[str]:
        """Everyone who is left over, and everyone who could be left over in their stead, sorted."""
        return sorted(subject for kind in self._kinds for subject in self._members[kind])

    def _from_left_over(self) -> tuple[set[Kind], set[str]]:
        units: set[str] = set()
        kinds = {kind for kind, left in self._left.items() if left}
        waiting = list(kinds)
        while waiting:
            for unit in waiting.pop() - units:
                units.add(unit)
                new = self._placed[unit].keys() - kinds
                kinds |= new
                waiting.extend(new)
        return kinds, units

    def has_room(self) -> bool:
        """Whether some lead unit could take more."""
        return any(self._room(unit) for unit in self._caps)

    def short_of_their_caps(self) -> list[str]:
        """The lead units with room, and those from which a subject could go on to such a one, sorted."""
        units = {unit for unit in self._caps if self._room(unit)}
        while True:
            may_go = {kind for kind in self._members if kind & units}
            wider = units | {unit for unit, here in self._placed.items() if here.keys() & may_go}
            if wider == units:
                return sorted(units)
            units = wider

    def _room(self, unit: str) -> int:
        return self._caps[unit] - sum(self._placed[unit].values())

    def _augmenting(self, start: Kind) -> list[tuple[Kind, str]] | None:
        """A shortest chain: a kind of subject goes to a lead unit, one that is there goes on to the next, the last has room."""
        came_from: dict[str, tuple[Kind, str | None]] = dict.fromkeys(sorted(start), (start, None))
        frontier = sorted(start)
        while frontier:
            following: list[str] = []
            for unit in frontier:
                if self._room(unit):
                    chain = []
                    at: str | None = unit
                    while at is not None:
                        mover, before = came_from[at]
                        chain.append((mover, at))
                        at = before
                    return chain[::-1]
                for kind in self._placed[unit]:
                    for other in sorted(kind - came_from.keys()):
                        came_from[other] = kind, unit
                        following.append(other)
            frontier = following
        return None

    def _advance(self, chain: list[tuple[Kind, str]], left: int) -> int:
        amount = min(left, self._room(chain[-1][1]))
        for (_, unit), (mover, _) in zip(chain, chain[1:], strict=False):
            amount = min(amount, self._placed[unit][mover])
        before: str | None = None
        for mover, unit in chain:
            if before is not None:
                self._placed[before][mover] -= amount
                if not self._placed[before][mover]:
                    del self._placed[before][mover]
            self._placed[unit][mover] = self._placed[unit].get(mover, 0) + amount
            before = unit
        return amount


#: What is changed, at which lead unit, for which subject (none for a bound), against which kind of violation.
Change: TypeAlias = tuple[RepairKind, str, str | None, str]
Closed: TypeAlias = Mapping[str, Mapping[str, tuple[BarReason, ...]]]


def repair_faults(repairs: Sequence[Repair], closed: Closed, placements: Mapping[str, Placement]) -> Iterator[Fault]:
    """What is wrong with the repairs, given largest placements under the maxima and under the minima.

    A place more somewhere helps exactly when the placement then has a chain from someone left over to room; and an open
    pair more exactly when it joins what can be reached from those left over to what can reach room.
    """
    given = [change for repair in repairs for change in _single(repair)]
    right = {*_helping(TOO_FEW, closed, placements[TOO_FEW]), *_helping(UNREACHABLE, closed, placements[UNREACHABLE])}
    if len(given) != len(set(given)):
        yield Fault("duplicate", "Infeasible.repairs", "a change listed twice", "every single change once")
    for found, expected, code in ((set(given), right, "no_repair"), (right, set(given), "missing_repair")):
        for kind, unit, subject, against in sorted(found - expected, key=repr):
            change = f"{kind.name} {shown(unit)}" + ("" if subject is None else f" for {shown(subject)}")
            yield Fault(code, "Infeasible.repairs", f"{change} against {against}", "exactly the single changes that help")
    for repair in repairs:
        lifts = repair.kind is RepairKind.LIFT_BAR
        if lifts != bool(repair.subjects) or lifts != bool(repair.reasons):
            names = f"{len(repair.subjects)} subjects, {len(repair.reasons)} reasons"
            wanted = "subjects and reasons for a bar that is lifted, none of either for a bound"
            yield Fault("wrong_kind", f"Infeasible.repairs at {shown(repair.lead_unit_id)}", names, wanted)
        held = {closed.get(subject, {}).get(repair.lead_unit_id, ()) for subject in repair.subjects} or {()}
        if held != {repair.reasons}:
            reasons = [reason.name for reason in repair.reasons]
            yield Fault(
                "wrong_bars", f"Infeasible.repairs at {shown(repair.lead_unit_id)}", shown(reasons), "what closes the pair"
            )
    if any(_hardness(first) > _hardness(second) for first, second in pairwise(repairs)):
        yield Fault("not_in_order", "Infeasible.repairs", "a harder repair before a softer one", "the softest first")


def _single(repair: Repair) -> Iterator[Change]:
    for against in repair.against:
        if repair.kind is RepairKind.LIFT_BAR:
            for subject in repair.subjects:
                yield repair.kind, repair.lead_unit_id, subject, against
        else:
            yield repair.kind, repair.lead_unit_id, None, against


def _helping(against: str, closed: Closed, placement: Placement) -> Iterator[Change]:
    unplaced, short = placement.unplaced(), placement.short_of_their_caps()
    if against == TOO_FEW:
        for unit in placement.units_from_left_over:
            yield RepairKind.RAISE_MAXIMUM, unit, None, against
    else:
        for unit in short:
            yield RepairKind.LOWER_MINIMUM, unit, None, against
    for subject in unplaced:
        for unit in short:
            reasons = closed[subject].get(unit)
            if reasons is not None and all(reason in SOFTEST_FIRST for reason in reasons):
                yield RepairKind.LIFT_BAR, unit, subject, against


def _hardness(repair: Repair) -> int:
    """How hard a repair is to make: a year of the cooling-off waived, a bound moved, then bars by their hardest reason."""
    if repair.kind is not RepairKind.LIFT_BAR:
        return 1
    hardest = max((SOFTEST_FIRST.index(reason) for reason in repair.reasons if reason in SOFTEST_FIRST), default=0)
    return 0 if hardest == 0 else 1 + hardest


_NO_HISTORY = History()
_SMALLEST = "a part of which nothing can be left out: the rest would fit"
_DEFAULT_POLICY = RotationPolicy()


def verify_infeasible(
    roster: Roster,
    infeasible: Infeasible,
    *,
    history: History = _NO_HISTORY,
    policy: RotationPolicy | None = None,
) -> tuple[Fault, ...]:
    """Every fault of a certificate: () means that each violation is one, with the right numbers and reasons.

    The policy that was asked may be said; without one the certificate's own is taken.
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
    checks.done()
    asked = policy or infeasible.policy or _DEFAULT_POLICY
    if infeasible.policy not in (None, asked):
        return (Fault("other_policy", "Infeasible.policy", shown(infeasible.policy), shown(asked)),)
    faults = past_faults(roster, infeasible.year, history)
    if faults:
        return tuple(faults)
    return tuple(_Count(Reading(roster, infeasible.year, history, asked), infeasible).faults())


@final
class _Count:
    def __init__(self, reading: Reading, infeasible: Infeasible) -> None:
        self.infeasible = infeasible
        self.closed = dict(reading.closed_pairs())
        self.units = {unit.id: unit for unit in reading.roster.lead_units}
        self.open = {subject: frozenset(self.units.keys() - reasons.keys()) for subject, reasons in self.closed.items()}

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
                "wrong_bars", f"{place}.barred", f"{len(violation.barred)} groups", "every closed pair, grouped by its reasons"
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
            yield Fault("not_the_smallest", f"{place}.example", f"{len(subjects)} subjects, {len(units)} lead units", _SMALLEST)

    def _h1_faults(
        self, place: str, subjects: frozenset[str], units: frozenset[str], demand: int, supply: int
    ) -> Iterator[Fault]:
        reached = frozenset().union(*(self.open[subject] for subject in subjects))
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
        may_go = frozenset(subject for subject, open_units in self.open.items() if open_units & units)
        if may_go != subjects:
            yield Fault(
                "wrong_subjects", place, f"{len(subjects)} subjects", f"the {len(may_go)} that may go to the lead units"
            )
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
        members: dict[tuple[str, tuple[BarReason, ...]], list[str]] = {}
        for subject in subjects:
            for unit in units & self.closed[subject].keys():
                members.setdefault((unit, self.closed[subject][unit]), []).append(subject)
        order = list(BarReason)
        for unit, reasons in sorted(members, key=lambda key: (key[0], [order.index(one) for one in key[1]])):
            yield BarredGroup(lead_unit_id=unit, reasons=reasons, subjects=members[unit, reasons])

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
                    f"{len(given)} in the {kind} sets",
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
        links = [self.open[subject] & units for subject in violation.subjects]
        if not links or not units:
            return len(links) + len(units) <= 1
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
