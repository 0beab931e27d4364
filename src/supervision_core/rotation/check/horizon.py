"""Checks a horizon: every year against its question, and what it says of the span."""

from __future__ import annotations

from collections.abc import Mapping

from supervision_core.rotation.check.plan import verify_plan
from supervision_core.rotation.history import History, followed_by
from supervision_core.rotation.horizon import Horizon, meetings, verdict_of_span
from supervision_core.rotation.roster import Roster
from supervision_core.values.checks import Checks
from supervision_core.values.errors import Fault

__all__ = ["verify_horizon"]


_NO_HISTORY = History()


def verify_horizon(
    roster: Roster | Mapping[int, Roster], horizon: Horizon, *, history: History = _NO_HISTORY
) -> tuple[Fault, ...]:
    """Every fault of a horizon: () means that each year's plan is right given the earlier ones, and the rest is true.

    >>> import supervision_core as sc
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v")])
    >>> sc.verify_horizon(roster, sc.plan_horizon(roster, years=[2021, 2022]))
    ()
    """
    checks = Checks("verify_horizon")
    checks.kind("roster", roster, (Roster, Mapping), "a Roster, or a mapping from years to rosters")
    checks.kind("horizon", horizon, Horizon, "a Horizon")
    checks.kind("history", history, History, "a History")
    checks.done()
    faults: list[Fault] = []
    past = history
    rosters = []
    for plan in horizon.plans:
        of_year = roster if isinstance(roster, Roster) else roster.get(plan.year)
        if of_year is None:
            return (*faults, Fault("missing", f"roster[{plan.year}]", "nothing", "a Roster for every year"))
        rosters.append(of_year)
        found = verify_plan(of_year, plan, history=past)
        faults.extend(Fault(one.code, f"{plan.year}: {one.place}", one.found, one.expected) for one in found)
        if plan.year in past.years:
            return tuple(faults)
        past = followed_by(past, plan)
    if horizon.met != meetings(horizon.plans):
        faults.append(Fault("wrong_meetings", "Horizon.met", repr(horizon.met), "the lead units that each subject meets"))
    if not faults and (horizon.claim, horizon.ground) != verdict_of_span(rosters, horizon.plans):
        faults.append(Fault("wrong_claim", "Horizon.claim", horizon.claim.name, "what every year's bounds bear out"))
    return tuple(faults)
