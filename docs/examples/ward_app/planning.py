"""Who supervises whom next year: the question, the adopted plan, and whether it still fits."""

from __future__ import annotations

from typing import Final, final

import attrs

import supervision_core as sc
from supervision_core.rotation import Claim
from ward_app.records import PLAN, history_of, roster_of
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
    """The planning of one year."""

    year: int
    roster: sc.Roster
    roster_version: int
    history: sc.History
    #: The adopted plan, or None.
    adopted: Stored[sc.Plan] | None

    @property
    def fits(self) -> bool:
        """Whether the adopted plan is still right and best for the roster and history of today, by the library's checker."""
        return self.adopted is not None and sc.verify_plan(self.roster, self.adopted.value, history=self.history) == ()

    def answer(self) -> sc.Plan | sc.Infeasible:
        """The plan; where one is adopted that no longer fits, the one that changes as little of it as can be."""
        if self.adopted is None:
            return sc.plan_year(self.roster, year=self.year, history=self.history, policy=POLICY)
        if self.fits:
            return self.adopted.value
        changed = sc.replan(self.adopted.value, self.roster, history=self.history)
        return changed.plan if isinstance(changed, sc.Replan) else changed

    def outlook(self) -> sc.Horizon:
        """The adopted plan and the years after it, as they would be planned if the roster stayed as it is."""
        assert self.adopted is not None
        adopted = self.adopted.value
        years = range(self.year + 1, self.year + _YEARS_AHEAD)
        after = sc.plan_horizon(self.roster, years=years, history=self.history.with_plan(adopted), policy=POLICY)
        plans = (adopted, *after.plans)
        met: dict[str, set[str]] = {}
        for plan in plans:
            for who, unit in plan.assignments.items():
                met.setdefault(who, set()).add(unit)
        return sc.Horizon(plans=plans, met=met, claim=Claim.PER_YEAR, ground=_GROUND)


def planning_of(reading: Reading, year: int) -> Planning | None:
    """What there is for planning a year, or None before a roster was uploaded."""
    stored = roster_of(reading)
    if stored is None:
        return None
    history = history_of(reading)[1].before(year)
    for plan in sorted((one.value for one in reading.read_all(PLAN)), key=lambda plan: plan.year):
        # What was uploaded about a year is what happened; a plan is only what was to happen.
        if plan.year < year and plan.year not in history.years:
            history = history.with_plan(plan)
    present = set(stored.value.lead_unit_ids)
    former = sorted(set().union(*(history.lead_units_in(one) for one in history.years)) - present)
    return Planning(
        year=year,
        roster=attrs.evolve(stored.value, former_units=former),
        roster_version=stored.version,
        history=history,
        adopted=reading.read(PLAN, str(year)),
    )


def names_of(roster: sc.Roster, lang: sc.values.Language) -> dict[str, str]:
    """What people call the subjects and lead units of a roster, by id."""
    listed: tuple[sc.Subject | sc.LeadUnit, ...] = (*roster.subjects, *roster.lead_units)
    return {one.id: one.id if one.label is None else one.label.text(lang) for one in listed}


def listed_official(reading: Reading, year: int, official: str) -> tuple[Planning, sc.Subject]:
    """The planning of a year, and one official on the list; raises ``NotFound`` where there is none."""
    planning = planning_of(reading, year)
    found = None if planning is None else next((one for one in planning.roster.subjects if one.id == official), None)
    if planning is None or found is None:
        raise NotFound
    return planning, found
