"""Several independent rosters in one call: tiers, communes, anything that shares no lead unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from supervision_core.fields import Checks, composed_map
from supervision_core.mappings import IdMap
from supervision_core.rotation.certificates import Infeasible
from supervision_core.rotation.history import History
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.plans import Plan
from supervision_core.rotation.policies import RotationPolicy
from supervision_core.rotation.rosters import Roster
from supervision_core.text import composed

__all__ = ["plan_each"]

_DEFAULT_POLICY = RotationPolicy()
_NO_HISTORIES: Mapping[str, History] = IdMap()


def plan_each(
    rosters: Mapping[str, Roster],
    *,
    year: int,
    histories: Mapping[str, History] = _NO_HISTORIES,
    policies: Mapping[str, RotationPolicy] | RotationPolicy = _DEFAULT_POLICY,
    progress: Callable[[str, int, int], None] | None = None,
) -> IdMap[Plan | Infeasible]:
    """The plan of a year for each roster, by its key; each is a problem of its own.

    Histories and policies go by the same keys; a roster without a history has none, and one policy may serve all.
    A key of a history or policy that no roster has raises ``InvalidInput``.

    >>> import supervision_core as sc
    >>> ward = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="front")])
    >>> plans = sc.plan_each({"ward 1": ward, "ward 2": ward}, year=2026)
    >>> [(key, plan.loads["front"]) for key, plan in plans.items()]
    [('ward 1', 1), ('ward 2', 1)]
    """
    checks = Checks("plan_each")
    if checks.kind("rosters", rosters, Mapping, "a mapping from keys to rosters"):
        checks.distinct("rosters", rosters)
        for key in rosters:
            checks.identifier("rosters", key)
        known = {composed(key) for key in rosters}
        if checks.kind("histories", histories, Mapping, "a mapping from the rosters' keys to histories"):
            _check_keys(checks, "histories", histories, known)
        expected = "a RotationPolicy, or a mapping from the rosters' keys to policies"
        if checks.kind("policies", policies, (RotationPolicy, Mapping), expected) and isinstance(policies, Mapping):
            _check_keys(checks, "policies", policies, known)
            for key in sorted(known - {composed(one) for one in policies}):
                checks.fault("missing", f"policies[{key!r}]", None, "a policy for every roster, or one for all")
    checks.done()
    histories = composed_map(histories)
    policies = policies if isinstance(policies, RotationPolicy) else composed_map(policies)
    planned: dict[str, Plan | Infeasible] = {}
    for done, (key, roster) in enumerate(composed_map(rosters).items(), start=1):
        planned[key] = plan_year(
            roster,
            year=year,
            history=histories.get(key, History()),
            policy=policies if isinstance(policies, RotationPolicy) else policies[key],
        )
        if progress is not None:
            progress("rosters", done, len(rosters))
    return IdMap.of_sorted(planned)


def _check_keys(checks: Checks, name: str, given: Mapping[str, object], known: set[str]) -> None:
    checks.distinct(name, given)
    for key in given:
        if composed(key) not in known:
            checks.fault("unknown_id", name, key, "the key of a roster")
