"""Who supervises whom in a year: the year's own question, the adopted plan, whether it fits, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, final

import attrs

import supervision_core as sc
from supervision_core.rotation import Claim
from ward_app.records import CHANGE, HISTORY, PLAN, ROSTER, Change
from ward_app.refusals import NotFound
from ward_app.store import Reading, Stored

_YEARS_AHEAD: Final = 3
_GROUND: Final = sc.Label(
    "Năm đầu là phân công đã lập; các năm sau là dự kiến nếu danh sách không đổi.",
    "The first year is the plan that was made; the others would follow if the list stayed as it is.",
)
#: Nobody should get a lead unit again that had him or her in the two years before, as far as that can be avoided.
POLICY: Final = sc.RotationPolicy(cooling_off_years=2)


@final
@attrs.frozen(kw_only=True)
class Planning:
    """The planning of one year, from the year's own list and history; no other year's list can touch it."""

    year: int
    roster: sc.Roster
    roster_version: int
    history: sc.History
    history_version: int
    #: The adopted plan, or None.
    adopted: Stored[sc.Plan] | None
    #: How it was changed within the year: one change after the other, each on a later day.
    changes: tuple[Stored[Change], ...] = ()

    @property
    def change(self) -> Stored[Change] | None:
        """The last change within the year, or None."""
        return self.changes[-1] if self.changes else None

    @property
    def lineage(self) -> sc.Lineage:
        """The mergers within the year."""
        return sc.Lineage() if self.change is None else self.change.value.lineage

    @property
    def changed_on(self) -> date | None:
        """The day by whose names the adopted plan speaks, where it was changed within the year."""
        return None if self.change is None else self.change.value.on

    @property
    def known(self) -> sc.History:
        """The history under the names that the year ends with: a merger within it reaches the years before."""
        return self.history.with_lineage(self.lineage)

    @property
    def fits(self) -> bool:
        """Whether the adopted plan is still right and best for the list and history of today, by the library's checker."""
        return self.adopted is not None and sc.verify_plan(self.roster, self.adopted.value, history=self.known) == ()

    def answer(self) -> sc.Plan | sc.Replan | sc.Infeasible:
        """The plan; where one is adopted that no longer fits, the change of it that moves as few as can be."""
        if self.adopted is None:
            return sc.plan_year(self.roster, year=self.year, history=self.known, policy=POLICY)
        if self.fits:
            return self.adopted.value
        return sc.replan(self.adopted.value, self.roster, history=self.known, since=self.changed_on)

    def merged(self, reform: sc.rotation.Reform, names: dict[str, sc.Label]) -> tuple[sc.Roster, Change | sc.Infeasible]:
        """The list after lead units merged on a day, and the plan changed as little as can be; nothing is saved."""
        assert self.adopted is not None
        after = self.roster.through(sc.Lineage(reforms=[reform]), since=date(self.year, 1, 1))
        units = [attrs.evolve(unit, label=names.get(unit.id, unit.label)) for unit in after.lead_units]
        former = {*after.former_units, *reform.lead_units} - {unit.id for unit in units}
        after = attrs.evolve(after, lead_units=units, former_units=sorted(former))
        lineage = sc.Lineage(reforms=[*self.lineage.reforms, reform])
        changed = sc.replan(self.adopted.value, after, history=self.history.with_lineage(lineage), since=self.changed_on)
        if isinstance(changed, sc.Infeasible):
            return after, changed
        return after, Change(on=reform.on, replan=changed, lineage=lineage)

    def outlook(self) -> sc.Horizon:
        """The adopted plan and the years after it, as they would be planned if the list stayed as it is."""
        assert self.adopted is not None
        adopted = self.adopted.value
        years = range(self.year + 1, self.year + _YEARS_AHEAD)
        after = sc.plan_horizon(self.roster, years=years, history=self.after(), policy=POLICY)
        plans = (adopted, *after.plans)
        met: dict[str, set[str]] = {}
        for plan in plans:
            for who, unit in plan.assignments.items():
                met.setdefault(who, set()).add(unit)
        return sc.Horizon(plans=plans, met=met, claim=Claim.PER_YEAR, ground=_GROUND)

    def after(self) -> sc.History:
        """The history with this year: as planned, or with every lead unit that somebody had between changes within the year."""
        history = self.known
        if self.year in history.years or self.adopted is None:
            return history
        for one in self.changes:
            history = history.with_replan(one.value.replan, on=one.value.on)
        return history if self.changes else history.with_plan(self.adopted.value)


def planning_of(reading: Reading, year: int) -> Planning | None:
    """What there is for planning a year, or None while it has no list of its own."""
    stored = reading.read(ROSTER, year)
    if stored is None:
        return None
    history = reading.read(HISTORY, year)
    planning = Planning(
        year=year,
        roster=stored.value,
        roster_version=stored.version,
        history=sc.History() if history is None else history.value,
        history_version=0 if history is None else history.version,
        adopted=reading.read(PLAN, year),
        changes=_rising(reading.read_versions(CHANGE, year)),
    )
    past = planning.known
    former = set().union(*(past.lead_units_in(one) for one in past.years)) - set(stored.value.lead_unit_ids)
    return attrs.evolve(planning, roster=attrs.evolve(stored.value, former_units=sorted(former)))


def _rising(changes: Sequence[Stored[Change]]) -> tuple[Stored[Change], ...]:
    """The changes up to the last one; where days did not rise, which was possible once, those before that are left out."""
    found: list[Stored[Change]] = []
    for one in reversed(changes):
        if found and one.value.on >= found[-1].value.on:
            break
        found.append(one)
    return tuple(reversed(found))


def year_before(reading: Reading, year: int) -> Planning | None:
    """The nearest earlier year that has a list, from which a new year can begin."""
    earlier = [one for one in reading.years_of(ROSTER.name) if one < year]
    return planning_of(reading, earlier[-1]) if earlier else None


def past_of(reading: Reading, year: int) -> sc.History:
    """What the years before one have come to, as far as the nearest earlier list tells."""
    before = year_before(reading, year)
    return sc.History() if before is None else before.after()


def names_of(planning: Planning, lang: sc.values.Language) -> dict[str, str]:
    """What people call the subjects and lead units of a list, by id."""
    listed: tuple[sc.Subject | sc.LeadUnit, ...] = (*planning.roster.subjects, *planning.roster.lead_units)
    return {one.id: one.id if one.label is None else one.label.text(lang) for one in listed}


def had_by(history: sc.History, official: str, names: Mapping[str, str]) -> list[tuple[int, str]]:
    """Who had the official in which year."""
    return [(year, ", ".join(names.get(unit, unit) for unit in units)) for year, units in history.lead_units_of(official)]


def listed_official(reading: Reading, year: int, official: str) -> tuple[Planning, sc.Subject]:
    """The planning of a year, and one official on the list; raises ``NotFound`` where there is none."""
    planning = planning_of(reading, year)
    found = None if planning is None else next((one for one in planning.roster.subjects if one.id == official), None)
    if planning is None or found is None:
        raise NotFound
    return planning, found
