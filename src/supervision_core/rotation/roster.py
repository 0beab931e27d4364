"""Who is supervised, who supervises, and who must or may not supervise whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import TypeAlias, final

import attrs

from supervision_core.rotation.allowances import Allowance, allowances_sorted
from supervision_core.rotation.lineage import Lineage
from supervision_core.rotation.members import (
    PLANNERS_OWN as PLANNERS_OWN,
    SOFTEST_FIRST as SOFTEST_FIRST,
    Bar as Bar,
    BarReason as BarReason,
    LeadUnit as LeadUnit,
    LeadUnitKind as LeadUnitKind,
    Severity as Severity,
    Subject as Subject,
)
from supervision_core.values.checks import Checks, as_tuple, check_arguments, composed_map, composed_sorted
from supervision_core.values.errors import Fault
from supervision_core.values.mappings import IdMap, map_of_sorted
from supervision_core.values.text import composed, shown

__all__ = ["Roster"]


#: The lead units that a HARD bar closes to a subject, those that a FLAG marks, the one it is pinned to, and those that an
#: allowance opens.
Restriction: TypeAlias = tuple[frozenset[str], frozenset[str], str | None, frozenset[str]]


def _subjects(items: Iterable[Subject]) -> tuple[Subject, ...]:
    found = as_tuple(items)
    return tuple(sorted(found, key=attrgetter("id"))) if _are(found, Subject) else found


def _lead_units(items: Iterable[LeadUnit]) -> tuple[LeadUnit, ...]:
    found = as_tuple(items)
    return tuple(sorted(found, key=attrgetter("id"))) if _are(found, LeadUnit) else found


def _bars(items: Iterable[Bar]) -> tuple[Bar, ...]:
    found = as_tuple(items)
    if not _are(found, Bar):
        return found
    return tuple(sorted(found, key=lambda bar: (bar.subject_id, bar.lead_unit_id, bar.reason.value, bar.severity.value)))


def _are(items: object, kind: type) -> bool:
    """Whether it is a tuple of this kind; what is not stays as it is, for the checks to name."""
    return isinstance(items, tuple) and all(isinstance(item, kind) for item in items)


def _pins(pins: Mapping[str, str]) -> IdMap[str]:
    return composed_map(pins, composed)


_NO_PINS: IdMap[str] = IdMap()


@final
@attrs.frozen(kw_only=True, repr=False)
class Roster:
    """Who is supervised and by whom it may be done in one year.

    All faults are raised together as ``InvalidInput``: duplicate ids, an unknown id in a bar or pin, a pin against a
    HARD bar, the same bar twice, an allowance for what a HARD bar or a pin closes, all shares zero, no lead units, a former
    unit that is present.
    Minima or maxima that the number of subjects cannot satisfy are no error but an ``Infeasible`` answer.

    >>> from supervision_core import LeadUnit, Roster, Subject
    >>> roster = Roster(subjects=[Subject(id="s2"), Subject(id="s1")], lead_units=[LeadUnit(id="front")])
    >>> roster.subject_ids
    ('s1', 's2')
    """

    #: The subjects, sorted by id; none is allowed and gives the empty plan.
    subjects: tuple[Subject, ...] = attrs.field(converter=_subjects)
    #: The lead units, sorted by id; at least one.
    lead_units: tuple[LeadUnit, ...] = attrs.field(converter=_lead_units)
    #: The barred pairs; a pair may have several bars.
    bars: tuple[Bar, ...] = attrs.field(default=(), converter=_bars)
    #: Subjects whose lead unit is fixed, by id.
    pins: IdMap[str] = attrs.field(factory=IdMap, converter=_pins)
    #: Ids of lead units that are gone but stand in the history.
    former_units: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)
    #: Pairs that are open although the cooling-off would close them, sorted; one allowance a pair.
    allowances: tuple[Allowance, ...] = attrs.field(default=(), converter=allowances_sorted)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Roster")
        checks.identifiers("former_units", self.former_units)
        fine = checks.each("subjects", self.subjects, Subject, "a Subject")
        fine = checks.each("lead_units", self.lead_units, LeadUnit, "a LeadUnit") and fine
        fine = checks.each("bars", self.bars, Bar, "a Bar") and fine
        fine = checks.each("allowances", self.allowances, Allowance, "an Allowance") and fine
        if checks.by_id("pins", self.pins, "a mapping from subject ids to lead unit ids, each subject once") and self.pins:
            checks.fields(self, "pins")
        if fine and checks.clean:
            checks.add(_ids_faults(self))
            checks.add(_bar_faults(self))
            checks.add(_pin_faults(self))
            checks.add(_allowance_faults(self))
        checks.done()

    def __repr__(self) -> str:
        return f"<Roster: {len(self.subjects)} subjects, {len(self.lead_units)} lead units>"

    @cached_property
    def subject_ids(self) -> tuple[str, ...]:
        """The ids of the subjects, sorted."""
        return tuple(subject.id for subject in self.subjects)

    @cached_property
    def lead_unit_ids(self) -> tuple[str, ...]:
        """The ids of the lead units, sorted."""
        return tuple(unit.id for unit in self.lead_units)

    @cached_property
    def _bars_by_subject(self) -> Mapping[str, tuple[Bar, ...]]:
        found: dict[str, list[Bar]] = {}
        for bar in self.bars:
            found.setdefault(bar.subject_id, []).append(bar)
        return {subject: tuple(bars) for subject, bars in found.items()}

    def bars_of(self, subject_id: str) -> tuple[Bar, ...]:
        """The bars of a subject."""
        if type(subject_id) is not str:
            check_arguments(Roster.bars_of, subject_id=subject_id)
        return self._bars_by_subject.get(composed(subject_id), ())

    def through(
        self,
        lineage: Lineage,
        *,
        since: date | None = None,
        lead_units: Iterable[LeadUnit] = (),
        pins: Mapping[str, str] = _NO_PINS,
    ) -> Roster:
        """The roster by the names after the reforms later than a day (None: after all).

        Merged: shares, minima and maxima add up (no maximum wins), bars and allowances unite; pins that disagree are a fault.
        Split: a bar or an allowance goes to every successor; what cannot be split by itself is a fault that says what to give
        in ``lead_units`` or ``pins``.

        >>> from datetime import date
        >>> import supervision_core as sc
        >>> units = [sc.LeadUnit(id="women", share=3), sc.LeadUnit(id="youth", share=2)]
        >>> roster = sc.Roster(subjects=[sc.Subject(id="CB1")], lead_units=units)
        >>> reform = sc.rotation.Reform(on=date(2026, 7, 1), lead_units={"women": ["union"], "youth": ["union"]})
        >>> [(unit.id, unit.share) for unit in roster.through(sc.Lineage(reforms=[reform])).lead_units]
        [('union', 5)]
        """
        from supervision_core.rotation.renewing import RosterParts, through  # noqa: PLC0415  reforms are rare

        given, wanted = as_tuple(lead_units), composed_map(pins)
        checks = Checks("Roster.through")
        checks.kind("lineage", lineage, Lineage, "a Lineage")
        checks.optional_day("since", since)
        if checks.each("lead_units", given, LeadUnit, "a LeadUnit"):
            checks.distinct("lead_units", [unit.id for unit in given])
        checks.kind("pins", wanted, Mapping, "a mapping from subject ids to lead unit ids")
        checks.done()
        parts = RosterParts(self.subjects, self.lead_units, self.bars, self.pins, self.former_units, self.allowances)
        return attrs.evolve(self, **through(parts, lineage, since, given, wanted)._asdict())

    @cached_property
    def restrictions(self) -> IdMap[Restriction]:
        """What bars, a pin and allowances say of a subject: what is closed, what is flagged, its pin, and what is allowed."""
        closed: dict[str, set[str]] = {}
        flagged: dict[str, set[str]] = {}
        allowed: dict[str, set[str]] = {}
        for allowance in self.allowances:
            allowed.setdefault(allowance.subject_id, set()).add(allowance.lead_unit_id)
        for bar in self.bars:
            marks = closed if bar.severity is Severity.HARD else flagged
            marks.setdefault(bar.subject_id, set()).add(bar.lead_unit_id)
        # Equal restrictions are one object, so that thousands of subjects with the same ones compare at once.
        shared: dict[Restriction, Restriction] = {}
        found = {}
        for subject in sorted(closed.keys() | flagged.keys() | self.pins.keys() | allowed.keys()):
            shut, marked, opened = (frozenset(of.get(subject, ())) for of in (closed, flagged, allowed))
            one = shut, marked, self.pins.get(subject), opened
            found[subject] = shared.setdefault(one, one)
        return map_of_sorted(found)


def _repeated(ids: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    twice: set[str] = set()
    for one in ids:
        (twice if one in seen else seen).add(one)
    return sorted(twice)


def _ids_faults(roster: Roster) -> Iterable[Fault]:
    for name, ids in (("subjects", roster.subject_ids), ("lead_units", roster.lead_unit_ids)):
        if len(set(ids)) < len(ids):
            for one in _repeated(ids):
                yield Fault("duplicate", f"Roster.{name}", shown(one), "each id once")
    if not roster.lead_units:
        yield Fault("empty", "Roster.lead_units", "none", "at least one LeadUnit")
    elif all(unit.share == 0 for unit in roster.lead_units):
        yield Fault("all_shares_zero", "Roster.lead_units", "all shares 0", "a share above 0 for at least one lead unit")
    for unit in sorted({*roster.former_units} & {*roster.lead_unit_ids}):
        yield Fault("still_present", "Roster.former_units", shown(unit), "only lead units that are gone")


def _bar_faults(roster: Roster) -> Iterable[Fault]:
    subjects, units = set(roster.subject_ids), set(roster.lead_unit_ids)
    previous = None
    for bar in roster.bars:
        place = f"Roster.bars ({shown(bar.subject_id)}, {shown(bar.lead_unit_id)})"
        if bar.subject_id not in subjects:
            yield Fault("unknown_id", place, shown(bar.subject_id), "the id of a subject")
        if bar.lead_unit_id not in units:
            yield Fault("unknown_id", place, shown(bar.lead_unit_id), "the id of a lead unit")
        if bar == previous:
            yield Fault("duplicate", place, f"{bar.reason.name} {bar.severity.name} twice", "each bar once")
        previous = bar


def _pin_faults(roster: Roster) -> Iterable[Fault]:
    subjects, units = set(roster.subject_ids), set(roster.lead_unit_ids)
    hard = {(bar.subject_id, bar.lead_unit_id): bar for bar in roster.bars if bar.severity is Severity.HARD}
    for subject, unit in roster.pins.items():
        place = f"Roster.pins[{shown(subject)}]"
        if subject not in subjects:
            yield Fault("unknown_id", place, shown(subject), "the id of a subject")
        if unit not in units:
            yield Fault("unknown_id", place, shown(unit), "the id of a lead unit")
        elif (subject, unit) in hard:
            reason = hard[subject, unit].reason
            yield Fault("pin_against_bar", place, shown(unit), f"a lead unit that no HARD bar forbids ({reason.name})")


def _allowance_faults(roster: Roster) -> Iterable[Fault]:
    subjects, units = set(roster.subject_ids), set(roster.lead_unit_ids)
    hard = {(bar.subject_id, bar.lead_unit_id): bar.reason for bar in roster.bars if bar.severity is Severity.HARD}
    previous = None
    for one in roster.allowances:
        place = f"Roster.allowances ({shown(one.subject_id)}, {shown(one.lead_unit_id)})"
        if one.subject_id not in subjects:
            yield Fault("unknown_id", place, shown(one.subject_id), "the id of a subject")
        if one.lead_unit_id not in units:
            yield Fault("unknown_id", place, shown(one.lead_unit_id), "the id of a lead unit")
        if one.pair == previous:
            yield Fault("duplicate", place, "another allowance of the pair", "each pair once")
        previous = one.pair
        if one.pair in hard:
            expected = f"a pair that no HARD bar forbids ({hard[one.pair].name}): an allowance opens the cooling-off alone"
            yield Fault("allowance_against_bar", place, shown(one.lead_unit_id), expected)
        pin = roster.pins.get(one.subject_id, one.lead_unit_id)
        if pin != one.lead_unit_id:
            expected = f"the lead unit that the subject is pinned to ({shown(pin)}), or no pin"
            yield Fault("allowance_against_pin", place, shown(one.lead_unit_id), expected)
