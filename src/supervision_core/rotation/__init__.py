"""Who supervises whom: rosters, histories, plans with proofs, certificates, and the checkers of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.rotation.allowances import *
    from supervision_core.rotation.areas import *
    from supervision_core.rotation.certificate import *
    from supervision_core.rotation.changes import *
    from supervision_core.rotation.check.each import *
    from supervision_core.rotation.check.explanation import *
    from supervision_core.rotation.check.horizon import *
    from supervision_core.rotation.check.infeasible import *
    from supervision_core.rotation.check.plan import *
    from supervision_core.rotation.check.replan import *
    from supervision_core.rotation.check.sustaining import *
    from supervision_core.rotation.checking_rosters import *
    from supervision_core.rotation.circles import *
    from supervision_core.rotation.comparing_ids import *
    from supervision_core.rotation.country import *
    from supervision_core.rotation.each import *
    from supervision_core.rotation.eligibility import *
    from supervision_core.rotation.explain import *
    from supervision_core.rotation.explaining import *
    from supervision_core.rotation.history import *
    from supervision_core.rotation.horizon import *
    from supervision_core.rotation.horizons import *
    from supervision_core.rotation.leading import *
    from supervision_core.rotation.lineage import *
    from supervision_core.rotation.long_run import *
    from supervision_core.rotation.members import *
    from supervision_core.rotation.moves import *
    from supervision_core.rotation.outlooks import *
    from supervision_core.rotation.plan import *
    from supervision_core.rotation.planning import *
    from supervision_core.rotation.policy import *
    from supervision_core.rotation.records import *
    from supervision_core.rotation.roster import *
    from supervision_core.rotation.sustaining import *

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "allowances": "Allowance IdleAllowance",
        "areas": "AreaWarning area_warnings by_area",
        "certificate": "BarredGroup Example Infeasible Repair RepairKind Violation",
        "changes": "diff replan",
        "check.each": "verify_each",
        "check.explanation": "verify_explanation",
        "check.horizon": "verify_horizon",
        "check.infeasible": "verify_infeasible",
        "check.plan": "verify_plan",
        "check.replan": "verify_replan",
        "check.sustaining": "verify_cooling_off verify_coverage",
        "each": "histories_for plan_each",
        "checking_rosters": "check_roster",
        "circles": "Loop loops",
        "comparing_ids": "IdComparison Likeness LookAlike compare_ids",
        "eligibility": "Links PersonAndUnit TIERS_SINCE_2025 TIERS_UNTIL_2025 Undeclared bars_for supervised_twice",
        "explaining": "Alternative Detours Explanation",
        "explain": "Audit audit_plan explain_assignment explain_assignments",
        "history": "History",
        "horizon": "Claim Horizon HorizonInfeasible",
        "horizons": "plan_horizon",
        "lineage": "Lineage Reform",
        "moves": "ChangeKind ElementaryChange Move MoveReason PlanDiff Replan",
        "plan": "Plan Proof Score",
        "planning": "plan_year",
        "policy": "Objective PublicDraw Repeats RotationPolicy TieBreak",
        "records": "CountingRule Record",
        "members": "Bar BarReason LeadUnit LeadUnitKind Severity Subject",
        "roster": "Roster",
        "long_run": "CoolingOff Coverage MeetingsOfClass",
        "sustaining": "sustainable_cooling_off years_to_full_coverage",
        "leading": "LEADING_CITATION LeadUnitWarning lead_unit_warnings leading_only",
        "country": "LoadsOfSize LoadsOfUnit LoadsReport report_loads",
        "outlooks": "PolicyComparison PolicyOutlook YearOutlook compare_policies",
    },
)
