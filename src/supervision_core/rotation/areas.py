"""Several areas in one roster: a roster of its own for each, and where one plan for all loads otherwise than theirs.

Shares are per roster. Where lead units may only supervise in their own area, one roster for all areas aims at shares of
everybody although each lead unit can only choose among the people of its area; a roster for each area aims at what it can have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import final

import attrs

from supervision_core.rotation.check.plan import verify_plan
from supervision_core.rotation.each import histories_for
from supervision_core.rotation.history import History
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.roster import LeadUnit, Roster, Subject
from supervision_core.values.checks import Checks
from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.exact import whole_or_none, whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap, map_of_sorted
from supervision_core.values.text import Language, composed, shown
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["AreaWarning", "area_warnings", "by_area"]


_NO_HISTORY = History()


def by_area(roster: Roster) -> IdMap[Roster]:
    """A roster of its own for each area, by the area: its subjects, its lead units and those without an area.

    They are the keys and rosters for ``plan_each``. Bars, pins and former lead units go along with those they are about; a bar
    between two areas is left out, since the pair cannot meet any more. All faults are raised together as ``InvalidInput``:
    a subject without an area, a pin to a lead unit of another area, an area without lead units or with all shares zero,
    and a minimum or maximum of a lead unit that serves several areas, since one bound for all is none for each.

    >>> import supervision_core as sc
    >>> subjects = [sc.Subject(id="s1", area="A"), sc.Subject(id="s2", area="B"), sc.Subject(id="s3", area="B")]
    >>> units = [sc.LeadUnit(id="women A", area="A"), sc.LeadUnit(id="women B", area="B"), sc.LeadUnit(id="front")]
    >>> rosters = sc.rotation.by_area(sc.Roster(subjects=subjects, lead_units=units))
    >>> [(area, one.subject_ids, one.lead_unit_ids) for area, one in rosters.items()]
    [('A', ('s1',), ('front', 'women A')), ('B', ('s2', 's3'), ('front', 'women B'))]
    """
    checks = Checks("by_area")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.done()
    people, units = _people(roster), _units(roster)
    raise_for(list(_faults(roster, people, units)))
    made: dict[str, Roster] = {}
    for area in sorted(people):
        present = {unit.id for unit in units[area]}
        ids = [subject.id for subject in people[area]]
        made[area] = attrs.evolve(
            roster,
            subjects=people[area],
            lead_units=units[area],
            bars=[bar for subject in ids for bar in roster.bars_of(subject) if bar.lead_unit_id in present],
            pins={subject: roster.pins[subject] for subject in ids if subject in roster.pins},
            allowances=[one for one in roster.allowances if one.subject_id in set(ids)],
        )
    return map_of_sorted(made)


def _areas(roster: Roster) -> set[str]:
    """Every area that somebody or some lead unit is of."""
    areas = {subject.area for subject in roster.subjects} | {unit.area for unit in roster.lead_units}
    return {area for area in areas if area is not None}


def _people(roster: Roster) -> dict[str, list[Subject]]:
    found: dict[str, list[Subject]] = {area: [] for area in _areas(roster)}
    for subject in roster.subjects:
        if subject.area is not None:
            found[subject.area].append(subject)
    return found


def _units(roster: Roster) -> dict[str, list[LeadUnit]]:
    everywhere = [unit for unit in roster.lead_units if unit.area is None]
    found: dict[str, list[LeadUnit]] = {area: list(everywhere) for area in _areas(roster)}
    for unit in roster.lead_units:
        if unit.area is not None:
            found[unit.area].append(unit)
    return found


def _faults(roster: Roster, people: Mapping[str, list[Subject]], units: Mapping[str, list[LeadUnit]]) -> Iterator[Fault]:
    for subject in roster.subjects:
        if subject.area is None:
            yield Fault("missing", f"Roster.subjects[{shown(subject.id)}].area", "None", "the area of every subject")
    area_of = {subject.id: subject.area for subject in roster.subjects}
    home = {unit.id: unit.area for unit in roster.lead_units}
    meant = [(f"Roster.pins[{shown(one)}]", one, pin) for one, pin in roster.pins.items()]
    meant += [
        (f"Roster.allowances ({shown(one)}, {shown(unit)})", one, unit) for one, unit in (it.pair for it in roster.allowances)
    ]
    for place, one, other in meant:
        if home[other] is not None and area_of[one] is not None and home[other] != area_of[one]:
            expected = f"a lead unit of {shown(area_of[one])}, the subject's area, or one without an area"
            yield Fault("contradiction", place, shown(other), expected)
    for unit in roster.lead_units:
        if unit.area is None and len(people) > 1 and (unit.min_load or unit.max_load is not None):
            bounds = f"from {unit.min_load} to {'any number' if unit.max_load is None else unit.max_load}"
            place = f"Roster.lead_units[{shown(unit.id)}]"
            yield Fault("surplus", place, bounds, "no minimum and no maximum, since it serves several areas; or its area")
    for area in sorted(people):
        if not units[area]:
            yield Fault("empty", f"area {shown(area)}", "no lead units", "a lead unit of the area, or one without an area")
        elif not any(unit.share for unit in units[area]):
            yield Fault("all_shares_zero", f"area {shown(area)}", "all shares 0", "a share above 0 for at least one lead unit")


@final
@attrs.frozen(kw_only=True)
class AreaWarning:
    """A lead unit that one plan for all areas gives more or fewer people of an area than the area's own plan would.

    >>> from fractions import Fraction
    >>> from supervision_core.rotation import AreaWarning
    >>> print(AreaWarning(area="A", lead_unit_id="front", load=3, alone=4, aim=Fraction(4)).sentence("en"))
    A: front has 3 in the plan for all areas, and 4 in the area's own plan (by its share there: 4)
    """

    #: The area.
    area: str = attrs.field(converter=composed)
    #: The lead unit.
    lead_unit_id: str = attrs.field(converter=composed)
    #: How many subjects of the area it has in the plan for all.
    load: int = attrs.field(converter=whole_or_same)
    #: How many it has in the area's own plan; None where the area has no plan of its own.
    alone: int | None = attrs.field(converter=whole_or_none)
    #: How many it would have by its share within the area; 0 for a lead unit of another area.
    aim: Fraction

    def __attrs_post_init__(self) -> None:
        checks = Checks("AreaWarning")
        checks.identifier("area", self.area)
        checks.identifier("lead_unit_id", self.lead_unit_id)
        checks.whole("load", self.load, at_least=0)
        if self.alone is not None:
            checks.whole("alone", self.alone, at_least=0)
        checks.kind("aim", self.aim, Fraction, "a Fraction")
        checks.done()

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The warning in one sentence; ``names`` gives display names by id."""
        return area_warning_said(self, wording(lang, names))


_OTHERWISE = Label(
    "{area}: {unit} có {load} đối tượng trong phương án chung, còn phương án riêng của địa bàn là {alone} (theo tỷ trọng tại "
    "địa bàn: {aim})",
    "{area}: {unit} has {load} in the plan for all areas, and {alone} in the area's own plan (by its share there: {aim})",
)
_NO_PLAN = Label(
    "{area}: {unit} có {load} đối tượng trong phương án chung; riêng địa bàn thì không có phương án (theo tỷ trọng tại địa "
    "bàn: {aim})",
    "{area}: {unit} has {load} in the plan for all areas; alone the area has no plan (by its share there: {aim})",
)


def area_warning_said(warning: AreaWarning, by: Wording) -> str:
    """The two loads of one area and lead unit."""
    label = _NO_PLAN if warning.alone is None else _OTHERWISE
    slots = {"load": by.number(warning.load), "aim": by.number(warning.aim)}
    if warning.alone is not None:
        slots["alone"] = by.number(warning.alone)
    return by.say(label, area=by.name(warning.area), unit=by.name(warning.lead_unit_id), **slots)


def area_warnings(roster: Roster, plan: Plan, *, history: History = _NO_HISTORY) -> tuple[AreaWarning, ...]:
    """Where the areas' own plans would load otherwise than one plan for all, by area and lead unit.

    Each area is planned alone (``by_area``) for the year, with the policy, history and reference of the plan. A roster with
    less than two areas has nothing to be warned of; what ``by_area`` refuses is refused here too, and so is a plan that is
    not right for this roster and history.

    >>> import supervision_core as sc
    >>> subjects = [sc.Subject(id=f"{area}{number}", area=area) for area in "AB" for number in range(2 if area == "A" else 6)]
    >>> units = [sc.LeadUnit(id="front"), sc.LeadUnit(id="women A", area="A"), sc.LeadUnit(id="women B", area="B")]
    >>> tiers = sc.bars_for(sc.Roster(subjects=subjects, lead_units=units), sc.rotation.Links())
    >>> roster = sc.Roster(subjects=subjects, lead_units=units, bars=tiers)
    >>> for one in sc.rotation.area_warnings(roster, sc.plan_year(roster, year=2026)):
    ...     print(one.sentence("en"))
    A: front has 0 in the plan for all areas, and 1 in the area's own plan (by its share there: 1)
    A: women A has 2 in the plan for all areas, and 1 in the area's own plan (by its share there: 1)
    """
    checks = Checks("area_warnings")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.kind("plan", plan, Plan, "a Plan")
    checks.kind("history", history, History, "a History")
    checks.done()
    raise_for(list(verify_plan(roster, plan, history=history)))
    if len(_areas(roster)) < _SEVERAL:
        return ()
    rosters = by_area(roster)
    histories = histories_for(rosters, history)
    return tuple(one for area in rosters for one in _of_area(area, rosters[area], histories[area], plan))


_SEVERAL = 2


def _of_area(area: str, roster: Roster, history: History, plan: Plan) -> Iterator[AreaWarning]:
    given = [plan.assignments[subject] for subject in roster.subject_ids]
    reference = plan.reference
    if reference is not None:
        reference = IdMap({one: reference[one] for one in roster.subject_ids if one in reference})
    own = plan_year(roster, year=plan.year, history=history, policy=plan.policy, reference=reference)
    shares = {unit.id: unit.share for unit in roster.lead_units}
    for unit in sorted({*shares, *given}):
        alone = own.loads.get(unit, 0) if isinstance(own, Plan) else None
        load = given.count(unit)
        if load != alone:
            aim = Fraction(len(given) * shares.get(unit, 0), sum(shares.values()))
            yield AreaWarning(area=area, lead_unit_id=unit, load=load, alone=alone, aim=aim)
