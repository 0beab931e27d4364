"""Who supervises whom: rosters, histories, plans with proofs, certificates, and the checkers of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.rotation.areas import (
        AreaWarning as AreaWarning,
        area_warnings as area_warnings,
        by_area as by_area,
    )
    from supervision_core.rotation.certificate import (
        BarredGroup as BarredGroup,
        Example as Example,
        Infeasible as Infeasible,
        Repair as Repair,
        RepairKind as RepairKind,
        Violation as Violation,
    )
    from supervision_core.rotation.changes import (
        diff as diff,
        replan as replan,
    )
    from supervision_core.rotation.check.each import (
        verify_each as verify_each,
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
    from supervision_core.rotation.check.replan import (
        verify_replan as verify_replan,
    )
    from supervision_core.rotation.check.sustaining import (
        verify_cooling_off as verify_cooling_off,
        verify_coverage as verify_coverage,
    )
    from supervision_core.rotation.circles import (
        Loop as Loop,
        loops as loops,
    )
    from supervision_core.rotation.comparing_ids import (
        IdComparison as IdComparison,
        Likeness as Likeness,
        LookAlike as LookAlike,
        compare_ids as compare_ids,
    )
    from supervision_core.rotation.country import (
        LoadsOfSize as LoadsOfSize,
        LoadsOfUnit as LoadsOfUnit,
        LoadsReport as LoadsReport,
        report_loads as report_loads,
    )
    from supervision_core.rotation.each import (
        histories_for as histories_for,
        plan_each as plan_each,
    )
    from supervision_core.rotation.eligibility import (
        TIERS_SINCE_2025 as TIERS_SINCE_2025,
        TIERS_UNTIL_2025 as TIERS_UNTIL_2025,
        Links as Links,
        PersonAndUnit as PersonAndUnit,
        Undeclared as Undeclared,
        bars_for as bars_for,
        supervised_twice as supervised_twice,
    )
    from supervision_core.rotation.explain import (
        Alternative as Alternative,
        Audit as Audit,
        Explanation as Explanation,
        audit_plan as audit_plan,
        explain_assignment as explain_assignment,
        explain_assignments as explain_assignments,
    )
    from supervision_core.rotation.history import (
        History as History,
    )
    from supervision_core.rotation.horizon import (
        Claim as Claim,
        Horizon as Horizon,
        HorizonInfeasible as HorizonInfeasible,
    )
    from supervision_core.rotation.horizons import (
        plan_horizon as plan_horizon,
    )
    from supervision_core.rotation.leading import (
        LEADING_CITATION as LEADING_CITATION,
        LeadUnitWarning as LeadUnitWarning,
        lead_unit_warnings as lead_unit_warnings,
        leading_only as leading_only,
    )
    from supervision_core.rotation.lineage import (
        Lineage as Lineage,
        Reform as Reform,
    )
    from supervision_core.rotation.long_run import (
        CoolingOff as CoolingOff,
        Coverage as Coverage,
        MeetingsOfClass as MeetingsOfClass,
    )
    from supervision_core.rotation.moves import (
        ChangeKind as ChangeKind,
        ElementaryChange as ElementaryChange,
        Move as Move,
        MoveReason as MoveReason,
        PlanDiff as PlanDiff,
        Replan as Replan,
    )
    from supervision_core.rotation.outlooks import (
        PolicyComparison as PolicyComparison,
        PolicyOutlook as PolicyOutlook,
        YearOutlook as YearOutlook,
        compare_policies as compare_policies,
    )
    from supervision_core.rotation.plan import (
        Plan as Plan,
        Proof as Proof,
        Score as Score,
    )
    from supervision_core.rotation.planning import (
        plan_year as plan_year,
    )
    from supervision_core.rotation.policy import (
        Objective as Objective,
        PublicDraw as PublicDraw,
        Repeats as Repeats,
        RotationPolicy as RotationPolicy,
        TieBreak as TieBreak,
    )
    from supervision_core.rotation.records import (
        CountingRule as CountingRule,
        Record as Record,
    )
    from supervision_core.rotation.roster import (
        Bar as Bar,
        BarReason as BarReason,
        LeadUnit as LeadUnit,
        LeadUnitKind as LeadUnitKind,
        Roster as Roster,
        Severity as Severity,
        Subject as Subject,
    )
    from supervision_core.rotation.sustaining import (
        sustainable_cooling_off as sustainable_cooling_off,
        years_to_full_coverage as years_to_full_coverage,
    )

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "areas": "AreaWarning area_warnings by_area",
        "certificate": "BarredGroup Example Infeasible Repair RepairKind Violation",
        "changes": "diff replan",
        "check.each": "verify_each",
        "check.horizon": "verify_horizon",
        "check.infeasible": "verify_infeasible",
        "check.plan": "verify_plan",
        "check.replan": "verify_replan",
        "check.sustaining": "verify_cooling_off verify_coverage",
        "country": "LoadsOfSize LoadsOfUnit LoadsReport report_loads",
        "each": "histories_for plan_each",
        "circles": "Loop loops",
        "comparing_ids": "IdComparison Likeness LookAlike compare_ids",
        "eligibility": "Links PersonAndUnit TIERS_SINCE_2025 TIERS_UNTIL_2025 Undeclared bars_for supervised_twice",
        "explain": "Alternative Audit Explanation audit_plan explain_assignment explain_assignments",
        "history": "History",
        "horizon": "Claim Horizon HorizonInfeasible",
        "horizons": "plan_horizon",
        "leading": "LEADING_CITATION LeadUnitWarning lead_unit_warnings leading_only",
        "lineage": "Lineage Reform",
        "moves": "ChangeKind ElementaryChange Move MoveReason PlanDiff Replan",
        "outlooks": "PolicyComparison PolicyOutlook YearOutlook compare_policies",
        "plan": "Plan Proof Score",
        "planning": "plan_year",
        "policy": "Objective PublicDraw Repeats RotationPolicy TieBreak",
        "records": "CountingRule Record",
        "roster": "Bar BarReason LeadUnit LeadUnitKind Roster Severity Subject",
        "long_run": "CoolingOff Coverage MeetingsOfClass",
        "sustaining": "sustainable_cooling_off years_to_full_coverage",
    },
)
