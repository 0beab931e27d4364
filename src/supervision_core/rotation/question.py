"""The question of one year, read and checked: roster, history, policy and reference together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import cast, final

import attrs

from supervision_core.rotation.allowances import Allowance
from supervision_core.rotation.history import History
from supervision_core.rotation.lineage import Held, Lineage, Reform, as_held, assignments_through
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.policy import Objective, Repeats, RotationPolicy
from supervision_core.rotation.records import FIRST_YEAR, LAST_YEAR
from supervision_core.rotation.roster import BarReason, Restriction, Roster, Severity
from supervision_core.values.checks import Checks, composed_sorted
from supervision_core.values.errors import Fault
from supervision_core.values.mappings import IdMap, finder_of
from supervision_core.values.text import are_ids, composed, identifier_fault, shown

__all__ = ["NO_RESTRICTION", "YearQuestion", "ask", "held_by", "history_faults", "reforms_after", "spell_of"]


NO_RESTRICTION: Restriction = (frozenset(), frozenset(), None, frozenset())


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class YearQuestion:
    """What a year's plan is asked of, checked as a whole."""

    roster: Roster
    year: int
    history: History
    policy: RotationPolicy
    reference: IdMap[Held] | None

    @cached_property
    def units(self) -> frozenset[str]:
        """The lead units of the roster."""
        return frozenset(self.roster.lead_unit_ids)

    @property
    def forbids_repeats(self) -> bool:
        """Whether a repeat within the cooling-off closes a pair."""
        return self.policy.repeats is Repeats.FORBID

    def closed_reasons(self, subject_id: str) -> Mapping[str, tuple[BarReason, ...]]:
        """The lead units that are closed to a subject, each with every reason, in the order of ``BarReason``."""
        kind = self.kind_of(subject_id)
        known = self._known_reasons.get(kind)
        if known is None:
            known = self._known_reasons[kind] = self._reasons_of(subject_id)
        return known

    @cached_property
    def _known_reasons(self) -> dict[tuple[object, ...], Mapping[str, tuple[BarReason, ...]]]:
        """What was found for a kind of subject is found once; thousands are alike."""
        return {}

    @cached_property
    def _years_that_close(self) -> list[IdMap[Held]]:
        far = max(self.policy.cooling_off_years, self.policy.tenure_years) if self.forbids_repeats else 0
        return [self.history.column(self.year - age) for age in range(1, far + 1)]

    def kind_of(self, subject_id: str) -> tuple[object, ...]:
        """All that closes pairs of a subject: subjects of one kind have the same lead units closed for the same reasons."""
        return next(zip(*self._columns_that_close([subject_id]), strict=True))

    def by_kind(self, subjects: Sequence[str]) -> list[list[str]]:
        """Subjects that have the same lead units closed for the same reasons, together."""
        found: dict[tuple[object, ...], list[str]] = {}
        for subject, kind in zip(subjects, zip(*self._columns_that_close(subjects), strict=True), strict=True):
            found.setdefault(kind, []).append(subject)
        return list(found.values())

    def _columns_that_close(self, subjects: Sequence[str]) -> list[Iterator[object]]:
        restricted = [map(self._hard_bars.get, subjects), map(finder_of(self.roster.restrictions), subjects)]
        return [*restricted, *(map(finder_of(column), subjects) for column in self._years_that_close)]

    @cached_property
    def _hard_bars(self) -> dict[str, int]:
        """A number for the HARD bars of each subject that has any, the same for those who have the same."""
        found: dict[str, list[tuple[str, BarReason]]] = {}
        for bar in self.roster.bars:
            if bar.severity is Severity.HARD:
                found.setdefault(bar.subject_id, []).append((bar.lead_unit_id, bar.reason))
        numbers: dict[tuple[tuple[str, BarReason], ...], int] = {}
        return {subject: numbers.setdefault(tuple(bars), len(numbers)) for subject, bars in found.items()}

    def _reasons_of(self, subject_id: str) -> dict[str, tuple[BarReason, ...]]:
        reasons: dict[str, set[BarReason]] = {}
        closed, _, pin, allowed = self.roster.restrictions.get(subject_id, NO_RESTRICTION)
        if closed:
            for bar in self.roster.bars_of(subject_id):
                if bar.severity is Severity.HARD:
                    reasons.setdefault(bar.lead_unit_id, set()).add(bar.reason)
        for unit in self.roster.lead_unit_ids:
            if pin is not None and unit != pin:
                reasons.setdefault(unit, set()).add(BarReason.PINNED_ELSEWHERE)
            if self.forbids_repeats and unit not in allowed and self._is_recent(subject_id, unit):
                reasons.setdefault(unit, set()).add(BarReason.COOLING_OFF)
        order = list(BarReason)
        return {unit: tuple(sorted(found, key=order.index)) for unit, found in reasons.items()}

    def opening(self) -> tuple[Allowance, ...]:
        """The allowances without which the cooling-off would close their pairs in this year."""
        if not self.forbids_repeats:
            return ()
        return tuple(one for one in self.roster.allowances if self._is_recent(*one.pair))

    def _is_recent(self, subject_id: str, unit: str) -> bool:
        return bool(self.repeats_of(self.ages_of(subject_id, unit)))

    def ages_of(self, subject_id: str, unit: str) -> frozenset[int]:
        """How many years ago, as far as it matters for repeats and terms, a lead unit had a subject."""
        far = max(self.policy.cooling_off_years, self.policy.tenure_years)
        return frozenset(
            age for age in range(1, far + 1) if unit in held_by(self.history.column(self.year - age).get(subject_id))
        )

    def repeats_of(self, ages: frozenset[int]) -> tuple[int, ...]:
        """The ages at which a pair would repeat: all within the cooling-off but those of a term that may go on."""
        spell = spell_of(ages)
        going_on = spell if spell < self.policy.tenure_years else 0
        return tuple(age for age in sorted(ages) if going_on < age <= self.policy.cooling_off_years)


def spell_of(ages: frozenset[int]) -> int:
    """For how many years without a gap, up to last year."""
    spell = 0
    while spell + 1 in ages:
        spell += 1
    return spell


def held_by(held: Held | None) -> tuple[str, ...]:
    """The lead units of a history's entry, as a tuple."""
    if held is None:
        return ()
    return held if isinstance(held, tuple) else (held,)


def ask(roster: object, year: object, history: object, policy: object, reference: object) -> YearQuestion:
    """The question, or ``InvalidInput`` with everything that is wrong with it."""
    checks = Checks("plan_year")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.whole("year", year, at_least=FIRST_YEAR, at_most=LAST_YEAR)
    checks.kind("history", history, History, "a History")
    checks.kind("policy", policy, RotationPolicy, "a RotationPolicy")
    if not checks.clean:
        checks.done()
    assert isinstance(roster, Roster)
    assert isinstance(year, int)
    assert isinstance(history, History)
    assert isinstance(policy, RotationPolicy)
    checks.add(history_faults(roster, year, history))
    read = _read_reference(reference, history, checks)
    if read is None and policy.objective is Objective.MID_YEAR and checks.clean:
        checks.fault("missing", "reference", None, "the assignments that are to change little, since the objective is MID_YEAR")
    checks.done()
    return YearQuestion(roster=roster, year=year, history=history, policy=policy, reference=read)


def history_faults(roster: Roster, year: int, history: History) -> list[Fault]:
    """What is wrong with a history for planning a year with a roster."""
    faults = []
    known = {*roster.lead_unit_ids, *roster.former_units}
    for recorded in sorted({*history.years, *(one for one, _ in history.unknown)}):
        if recorded >= year:
            faults.append(
                Fault(
                    "year_not_past",
                    f"History[{recorded}]",
                    str(recorded),
                    f"only years before {year}; History.before({year}) keeps them",
                )
            )
            continue
        if known.issuperset(history.column(recorded).values()):
            continue  # nearly always
        expected = "a lead unit of the roster, or one that former_units lists"
        unknown = sorted(history.lead_units_in(recorded) - known)
        faults.extend(Fault("unknown_id", f"History[{recorded}]", shown(unit), expected) for unit in unknown)
    return faults


def reforms_after(checks: Checks, plan: Plan, lineage: Lineage, since: date | None, *, reference: bool = False) -> list[Reform]:
    """The reforms that a plan's names go through; a replanned one has the names of its own day, which must be said.

    Who gives a reference cannot say the day, but can say the assignments by the names of today.
    """
    first = date(plan.year, 1, 1)
    found = [one for one in lineage.reforms if one.on > (since or first)]
    replanned = plan.policy.objective is Objective.MID_YEAR and since is None
    if replanned and any(one.on.year == plan.year for one in found):
        if reference:
            expected = f"its assignments by the names of today, since a reform of {plan.year} applies"
            checks.fault("replanned_in_a_reform", "reference", plan, expected)
        else:
            expected = f"the day of {plan.year} by whose names this plan of a replan speaks"
            checks.fault("replanned_in_a_reform", "since", None, expected)
    return found


def _read_reference(reference: object, history: History, checks: Checks) -> IdMap[Held] | None:
    if reference is None:
        return None
    if isinstance(reference, Plan):
        return assignments_through(
            reforms_after(checks, reference, history.lineage, None, reference=True), reference.assignments
        )
    if not checks.kind("reference", reference, Mapping, "a Plan or a mapping from subject ids to lead unit ids"):
        return None
    assert isinstance(reference, Mapping)
    if isinstance(reference, IdMap) and {*map(type, reference.values())} <= {str} and are_ids({*reference.values()}):
        return reference
    read: dict[str, Held] = {}
    for subject, held in reference.items():
        units: tuple[str, ...] = (held,) if isinstance(held, str | Mapping) else composed_sorted(held)  # type: ignore[assignment]  # see below
        listed = units if isinstance(units, tuple) else (cast("str", held),)
        for one in (composed(subject), *map(composed, listed)):
            if (fault := identifier_fault(one)) is not None:
                checks.fault(fault[0], f"reference[{shown(subject)}]", one, fault[1])
        if not listed:
            checks.fault("empty", f"reference[{shown(subject)}]", held, "at least one lead unit; whoever has none is left out")
        if checks.clean:
            checks.distinct(f"reference[{shown(subject)}]", listed)
        if composed(subject) in read:
            expected = "each subject once; another is alike in composed Unicode"
            checks.fault("duplicate", f"reference[{shown(subject)}]", subject, expected)
        read[composed(subject)] = as_held(composed(one) for one in units) if checks.clean else ""
    return IdMap(read) if checks.clean else None
