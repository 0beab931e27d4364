"""Who supervises whom: rosters, histories, plans with proofs, certificates, and the checkers of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.rotation.certificate import (
        BarredGroup as BarredGroup,
    )
    from supervision_core.rotation.certificate import (
        Example as Example,
    )
    from supervision_core.rotation.certificate import (
        Infeasible as Infeasible,
    )
    from supervision_core.rotation.certificate import (
        Repair as Repair,
    )
    from supervision_core.rotation.certificate import (
        RepairKind as RepairKind,
    )
    from supervision_core.rotation.certificate import (
        Violation as Violation,
    )
    from supervision_core.rotation.changes import (
        ChangeKind as ChangeKind,
    )
    from supervision_core.rotation.changes import (
        ElementaryChange as ElementaryChange,
    )
    from supervision_core.rotation.changes import (
        Move as Move,
    )
    from supervision_core.rotation.changes import (
        MoveReason as MoveReason,
    )
    from supervision_core.rotation.changes import (
        PlanDiff as PlanDiff,
    )
    from supervision_core.rotation.changes import (
        Replan as Replan,
    )
    from supervision_core.rotation.changes import (
        diff as diff,
    )
    from supervision_core.rotation.changes import (
        replan as replan,
    )
    from supervision_core.rotation.check.horizon import (
        verify_horizon as verify_horizon,
    )
    from supervision_core.rotation.check.infeasible import (
        verify_infeasible as verify_infeasible,
    )
    from supervision_core.rotation.check.plan import (
        verify_plan as verify_plan,
    )
    from supervision_core.rotation.eligibility import (
        TIERS_SINCE_2025 as TIERS_SINCE_2025,
    )
    from supervision_core.rotation.eligibility import (
        TIERS_UNTIL_2025 as TIERS_UNTIL_2025,
    )
    from supervision_core.rotation.eligibility import (
        Links as Links,
    )
    from supervision_core.rotation.eligibility import (
        PersonAndUnit as PersonAndUnit,
    )
    from supervision_core.rotation.eligibility import (
        Undeclared as Undeclared,
    )
    from supervision_core.rotation.eligibility import (
        bars_for as bars_for,
    )
    from supervision_core.rotation.eligibility import (
        supervised_twice as supervised_twice,
    )
    from supervision_core.rotation.explain import (
        Alternative as Alternative,
    )
    from supervision_core.rotation.explain import (
        Audit as Audit,
    )
    from supervision_core.rotation.explain import (
        Explanation as Explanation,
    )
    from supervision_core.rotation.explain import (
        audit_plan as audit_plan,
    )
    from supervision_core.rotation.explain import (
        explain_assignment as explain_assignment,
    )
    from supervision_core.rotation.history import (
        History as History,
    )
    from supervision_core.rotation.horizon import (
        Claim as Claim,
    )
    from supervision_core.rotation.horizon import (
        Horizon as Horizon,
    )
    from supervision_core.rotation.horizon import (
        HorizonInfeasible as HorizonInfeasible,
    )
    from supervision_core.rotation.horizons import (
        plan_horizon as plan_horizon,
    )
    from supervision_core.rotation.lineage import (
        CountingRule as CountingRule,
    )
    from supervision_core.rotation.lineage import (
        Lineage as Lineage,
    )
    from supervision_core.rotation.lineage import (
        Record as Record,
    )
    from supervision_core.rotation.plan import (
        Plan as Plan,
    )
    from supervision_core.rotation.plan import (
        Proof as Proof,
    )
    from supervision_core.rotation.plan import (
        Score as Score,
    )
    from supervision_core.rotation.planning import (
        plan_each as plan_each,
    )
    from supervision_core.rotation.planning import (
        plan_year as plan_year,
    )
    from supervision_core.rotation.policy import (
        Objective as Objective,
    )
    from supervision_core.rotation.policy import (
        PublicDraw as PublicDraw,
    )
    from supervision_core.rotation.policy import (
        Repeats as Repeats,
    )
    from supervision_core.rotation.policy import (
        RotationPolicy as RotationPolicy,
    )
    from supervision_core.rotation.policy import (
        TieBreak as TieBreak,
    )
    from supervision_core.rotation.roster import (
        Bar as Bar,
    )
    from supervision_core.rotation.roster import (
        BarReason as BarReason,
    )
    from supervision_core.rotation.roster import (
        LeadUnit as LeadUnit,
    )
    from supervision_core.rotation.roster import (
        Roster as Roster,
    )
    from supervision_core.rotation.roster import (
        Severity as Severity,
    )
    from supervision_core.rotation.roster import (
        Subject as Subject,
    )
    from supervision_core.rotation.sustaining import (
        CoolingOff as CoolingOff,
    )
    from supervision_core.rotation.sustaining import (
        Coverage as Coverage,
    )
    from supervision_core.rotation.sustaining import (
        sustainable_cooling_off as sustainable_cooling_off,
    )
    from supervision_core.rotation.sustaining import (
        years_to_full_coverage as years_to_full_coverage,
    )

__all__, __getattr__, __dir__ = door(  # noqa: PLE0605  checkers read the names above
    __name__,
    globals(),
    {
        "certificate": "BarredGroup Example Infeasible Repair RepairKind Violation",
        "changes": "ChangeKind ElementaryChange Move MoveReason PlanDiff Replan diff replan",
        "check.horizon": "verify_horizon",
        "check.infeasible": "verify_infeasible",
        "check.plan": "verify_plan",
        "eligibility": "Links PersonAndUnit TIERS_SINCE_2025 TIERS_UNTIL_2025 Undeclared bars_for supervised_twice",
        "explain": "Alternative Audit Explanation audit_plan explain_assignment",
        "history": "History",
        "horizon": "Claim Horizon HorizonInfeasible",
        "horizons": "plan_horizon",
        "lineage": "CountingRule Lineage Record",
        "plan": "Plan Proof Score",
        "planning": "plan_each plan_year",
        "policy": "Objective PublicDraw Repeats RotationPolicy TieBreak",
        "roster": "Bar BarReason LeadUnit Roster Severity Subject",
        "sustaining": "CoolingOff Coverage sustainable_cooling_off years_to_full_coverage",
    },
)
