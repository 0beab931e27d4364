"""Several years ahead: year by year, each year optimal given the earlier ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from supervision_core.fields import Checks, as_tuple
from supervision_core.rotation.certificates import Infeasible
from supervision_core.rotation.history import History
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.plans import Plan
from supervision_core.rotation.policies import RotationPolicy
from supervision_core.rotation.repeating import plan_by_blocks
from supervision_core.rotation.rosters import Roster
from supervision_core.rotation.spans import Horizon, HorizonInfeasible, meetings, verdict_of_span

__all__ = ["plan_horizon"]

_NO_HISTORY = History()
_DEFAULT_POLICY = RotationPolicy()


def plan_horizon(
    roster: Roster | Mapping[int, Roster],
    *,
    years: Iterable[int],
    history: History = _NO_HISTORY,
    policy: RotationPolicy = _DEFAULT_POLICY,
    progress: Callable[[str, int, int], None] | None = None,
) -> Horizon | HorizonInfeasible:
    """Plans for several years, each optimal given the earlier ones.

    ``roster`` is one for all years, or one a year. Where repeats are forbidden and one roster for all years would run
    into a year without a plan, a block of years that repeats for ever is used instead, if there is one that fits the
    history; its years then follow the block as their reference (their policy says MID_YEAR). Each year still avoids the
    flagged pairs it can; where that leads away from every block, the dead end stays the answer.

    >>> import supervision_core as sc
    >>> units = [sc.LeadUnit(id="u"), sc.LeadUnit(id="v"), sc.LeadUnit(id="w")]
    >>> roster = sc.Roster(subjects=[sc.Subject(id=f"s{i}") for i in range(3)], lead_units=units)
    >>> horizon = sc.plan_horizon(roster, years=range(2021, 2024), policy=sc.RotationPolicy(cooling_off_years=2))
    >>> horizon.met["s0"], horizon.claim.name
    (('u', 'v', 'w'), 'WHOLE')
    """
    span = _checked_years(years, roster, history)
    planned: list[Plan] = []
    past = history
    for done, year in enumerate(span):
        outcome = plan_year(_of_year(roster, year), year=year, history=past, policy=policy)
        if isinstance(outcome, Infeasible):
            by_blocks = plan_by_blocks(roster, span, history, policy) if isinstance(roster, Roster) else None
            if by_blocks is None:
                return HorizonInfeasible(plans=planned, infeasible=outcome)
            planned = by_blocks
            if progress is not None:
                progress("years", len(span), len(span))
            break
        planned.append(outcome)
        past = past.with_plan(outcome)
        if progress is not None:
            progress("years", done + 1, len(span))
    claim, ground = verdict_of_span([_of_year(roster, year) for year in span], planned)
    return Horizon(plans=planned, met=meetings(planned), claim=claim, ground=ground)


def _of_year(roster: Roster | Mapping[int, Roster], year: int) -> Roster:
    return roster if isinstance(roster, Roster) else roster[year]


def _checked_years(years: Iterable[int], roster: Roster | Mapping[int, Roster], history: History) -> tuple[int, ...]:
    span = as_tuple(years)
    checks = Checks("plan_horizon")
    checks.each("years", span, int, "a year (int)")
    checks.kind("roster", roster, (Roster, Mapping), "a Roster, or a mapping from years to rosters")
    checks.kind("history", history, History, "a History")
    checks.done()
    if not span:
        checks.fault("empty", "years", (), "at least one year")
    if any(later <= earlier for earlier, later in pairwise(span)):
        checks.fault("not_rising", "years", span, "years that rise")
    if isinstance(roster, Mapping):
        for year in span:
            if not isinstance(roster.get(year), Roster):
                checks.fault("missing", f"roster[{year}]", roster.get(year), "a Roster for every year")
    checks.done()
    return span
