"""Supervision of public officials: who performs well, and who supervises whom.

The names of the first hour stand here; everything else stands in its room (``supervision_core.rotation``,
``supervision_core.criteria``, ...). All of it loads when it is first used, so importing the library stays cheap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core import (
        criteria as criteria,
        evidence as evidence,
        judging as judging,
        obligations as obligations,
        programme as programme,
        regulations as regulations,
        rendering as rendering,
        rotation as rotation,
        serialization as serialization,
        strategies as strategies,
        tables as tables,
        values as values,
    )
    from supervision_core.criteria import (
        Grade as Grade,
        Reason as Reason,
    )
    from supervision_core.evidence import (
        Commitment as Commitment,
        Dossier as Dossier,
        Feedback as Feedback,
        Rating as Rating,
        Registration as Registration,
        registration_faults as registration_faults,
        weigh as weigh,
    )
    from supervision_core.judging import (
        Assessment as Assessment,
        Judged as Judged,
        Remedy as Remedy,
        Unreachable as Unreachable,
        apply_quota as apply_quota,
        assess as assess,
        assess_all as assess_all,
        assess_columns as assess_columns,
        check_regulation as check_regulation,
        escalate as escalate,
        explain as explain,
        remedies as remedies,
        unused_facts as unused_facts,
    )
    from supervision_core.obligations import (
        Event as Event,
        Obligation as Obligation,
        compliance as compliance,
    )
    from supervision_core.programme import (
        Audience as Audience,
        Review as Review,
        SupervisionPlan as SupervisionPlan,
        Tally as Tally,
        publish as publish,
        redact as redact,
    )
    from supervision_core.regulations import (
        Regulation as Regulation,
    )
    from supervision_core.rotation import (
        Bar as Bar,
        BarReason as BarReason,
        History as History,
        Horizon as Horizon,
        HorizonInfeasible as HorizonInfeasible,
        Infeasible as Infeasible,
        LeadUnit as LeadUnit,
        Lineage as Lineage,
        Objective as Objective,
        Plan as Plan,
        PublicDraw as PublicDraw,
        Repeats as Repeats,
        Replan as Replan,
        Roster as Roster,
        RotationPolicy as RotationPolicy,
        Severity as Severity,
        Subject as Subject,
        TieBreak as TieBreak,
        audit_plan as audit_plan,
        bars_for as bars_for,
        diff as diff,
        explain_assignment as explain_assignment,
        plan_each as plan_each,
        plan_horizon as plan_horizon,
        plan_year as plan_year,
        replan as replan,
        sustainable_cooling_off as sustainable_cooling_off,
        verify_horizon as verify_horizon,
        verify_infeasible as verify_infeasible,
        verify_plan as verify_plan,
        years_to_full_coverage as years_to_full_coverage,
    )
    from supervision_core.values import (
        ContradictoryFacts as ContradictoryFacts,
        Fact as Fact,
        Facts as Facts,
        FactState as FactState,
        Fault as Fault,
        InvalidInput as InvalidInput,
        Label as Label,
        Period as Period,
        SupervisionError as SupervisionError,
        UnknownFact as UnknownFact,
        Verdict as Verdict,
        WorkingDays as WorkingDays,
        WrongFactType as WrongFactType,
    )

#: The version that a receipt names.
__version__: Final = "1.0.0"

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "criteria": "Grade Reason",
        "evidence": "Commitment Dossier Feedback Rating Registration registration_faults weigh",
        "judging": (
            "Assessment Judged Remedy Unreachable apply_quota assess assess_all assess_columns check_regulation escalate "
            "explain remedies unused_facts"
        ),
        "obligations": "Event Obligation compliance",
        "programme": "Audience Review SupervisionPlan Tally publish redact",
        "regulations": "Regulation",
        "rotation": (
            "Bar BarReason History Horizon HorizonInfeasible Infeasible LeadUnit Lineage Objective Plan PublicDraw "
            "Repeats Replan Roster RotationPolicy Severity Subject TieBreak audit_plan bars_for diff "
            "explain_assignment plan_each plan_horizon plan_year replan sustainable_cooling_off verify_horizon "
            "verify_infeasible verify_plan years_to_full_coverage"
        ),
        "values": (
            "ContradictoryFacts Fact FactState Facts Fault InvalidInput Label Period SupervisionError UnknownFact "
            "Verdict WorkingDays WrongFactType"
        ),
    },
    rooms=(
        "criteria evidence judging obligations programme regulations rendering rotation serialization strategies tables values"
    ),
    own="__version__",
)
