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
    )
    from supervision_core import (
        evidence as evidence,
    )
    from supervision_core import (
        judging as judging,
    )
    from supervision_core import (
        obligations as obligations,
    )
    from supervision_core import (
        programme as programme,
    )
    from supervision_core import (
        regulations as regulations,
    )
    from supervision_core import (
        rendering as rendering,
    )
    from supervision_core import (
        rotation as rotation,
    )
    from supervision_core import (
        serialization as serialization,
    )
    from supervision_core import (
        strategies as strategies,
    )
    from supervision_core import (
        values as values,
    )
    from supervision_core.criteria import (
        Grade as Grade,
    )
    from supervision_core.criteria import (
        Reason as Reason,
    )
    from supervision_core.evidence import (
        Commitment as Commitment,
    )
    from supervision_core.evidence import (
        Dossier as Dossier,
    )
    from supervision_core.evidence import (
        Feedback as Feedback,
    )
    from supervision_core.evidence import (
        Rating as Rating,
    )
    from supervision_core.evidence import (
        Registration as Registration,
    )
    from supervision_core.evidence import (
        registration_faults as registration_faults,
    )
    from supervision_core.evidence import (
        weigh as weigh,
    )
    from supervision_core.judging import (
        Assessment as Assessment,
    )
    from supervision_core.judging import (
        Remedy as Remedy,
    )
    from supervision_core.judging import (
        Unreachable as Unreachable,
    )
    from supervision_core.judging import (
        apply_quota as apply_quota,
    )
    from supervision_core.judging import (
        assess as assess,
    )
    from supervision_core.judging import (
        assess_all as assess_all,
    )
    from supervision_core.judging import (
        check_regulation as check_regulation,
    )
    from supervision_core.judging import (
        escalate as escalate,
    )
    from supervision_core.judging import (
        explain as explain,
    )
    from supervision_core.judging import (
        remedies as remedies,
    )
    from supervision_core.judging import (
        unused_facts as unused_facts,
    )
    from supervision_core.obligations import (
        Event as Event,
    )
    from supervision_core.obligations import (
        Obligation as Obligation,
    )
    from supervision_core.obligations import (
        compliance as compliance,
    )
    from supervision_core.programme import (
        Audience as Audience,
    )
    from supervision_core.programme import (
        Review as Review,
    )
    from supervision_core.programme import (
        SupervisionPlan as SupervisionPlan,
    )
    from supervision_core.programme import (
        Tally as Tally,
    )
    from supervision_core.programme import (
        publish as publish,
    )
    from supervision_core.programme import (
        redact as redact,
    )
    from supervision_core.regulations import (
        Regulation as Regulation,
    )
    from supervision_core.rotation import (
        Bar as Bar,
    )
    from supervision_core.rotation import (
        BarReason as BarReason,
    )
    from supervision_core.rotation import (
        History as History,
    )
    from supervision_core.rotation import (
        Horizon as Horizon,
    )
    from supervision_core.rotation import (
        HorizonInfeasible as HorizonInfeasible,
    )
    from supervision_core.rotation import (
        Infeasible as Infeasible,
    )
    from supervision_core.rotation import (
        LeadUnit as LeadUnit,
    )
    from supervision_core.rotation import (
        Lineage as Lineage,
    )
    from supervision_core.rotation import (
        Objective as Objective,
    )
    from supervision_core.rotation import (
        Plan as Plan,
    )
    from supervision_core.rotation import (
        PublicDraw as PublicDraw,
    )
    from supervision_core.rotation import (
        Repeats as Repeats,
    )
    from supervision_core.rotation import (
        Replan as Replan,
    )
    from supervision_core.rotation import (
        Roster as Roster,
    )
    from supervision_core.rotation import (
        RotationPolicy as RotationPolicy,
    )
    from supervision_core.rotation import (
        Severity as Severity,
    )
    from supervision_core.rotation import (
        Subject as Subject,
    )
    from supervision_core.rotation import (
        TieBreak as TieBreak,
    )
    from supervision_core.rotation import (
        audit_plan as audit_plan,
    )
    from supervision_core.rotation import (
        bars_for as bars_for,
    )
    from supervision_core.rotation import (
        diff as diff,
    )
    from supervision_core.rotation import (
        explain_assignment as explain_assignment,
    )
    from supervision_core.rotation import (
        plan_each as plan_each,
    )
    from supervision_core.rotation import (
        plan_horizon as plan_horizon,
    )
    from supervision_core.rotation import (
        plan_year as plan_year,
    )
    from supervision_core.rotation import (
        replan as replan,
    )
    from supervision_core.rotation import (
        sustainable_cooling_off as sustainable_cooling_off,
    )
    from supervision_core.rotation import (
        verify_horizon as verify_horizon,
    )
    from supervision_core.rotation import (
        verify_infeasible as verify_infeasible,
    )
    from supervision_core.rotation import (
        verify_plan as verify_plan,
    )
    from supervision_core.rotation import (
        years_to_full_coverage as years_to_full_coverage,
    )
    from supervision_core.values import (
        ContradictoryFacts as ContradictoryFacts,
    )
    from supervision_core.values import (
        Fact as Fact,
    )
    from supervision_core.values import (
        Facts as Facts,
    )
    from supervision_core.values import (
        FactState as FactState,
    )
    from supervision_core.values import (
        Fault as Fault,
    )
    from supervision_core.values import (
        InvalidInput as InvalidInput,
    )
    from supervision_core.values import (
        Label as Label,
    )
    from supervision_core.values import (
        Period as Period,
    )
    from supervision_core.values import (
        SupervisionError as SupervisionError,
    )
    from supervision_core.values import (
        UnknownFact as UnknownFact,
    )
    from supervision_core.values import (
        Verdict as Verdict,
    )
    from supervision_core.values import (
        WorkingDays as WorkingDays,
    )
    from supervision_core.values import (
        WrongFactType as WrongFactType,
    )

#: The version that a receipt names.
__version__: Final = "1.0.0"

__all__, __getattr__, __dir__ = door(  # noqa: PLE0605  checkers read the names above
    __name__,
    globals(),
    {
        "criteria": "Grade Reason",
        "evidence": "Commitment Dossier Feedback Rating Registration registration_faults weigh",
        "judging": "Assessment Remedy Unreachable apply_quota assess assess_all check_regulation escalate explain remedies unused_facts",
        "obligations": "Event Obligation compliance",
        "programme": "Audience Review SupervisionPlan Tally publish redact",
        "regulations": "Regulation",
        "rotation": "Bar BarReason History Horizon HorizonInfeasible Infeasible LeadUnit Lineage Objective Plan PublicDraw Repeats Replan Roster RotationPolicy Severity Subject TieBreak audit_plan bars_for diff explain_assignment plan_each plan_horizon plan_year replan sustainable_cooling_off verify_horizon verify_infeasible verify_plan years_to_full_coverage",
        "values": "ContradictoryFacts Fact FactState Facts Fault InvalidInput Label Period SupervisionError UnknownFact Verdict WorkingDays WrongFactType",
    },
    rooms="criteria evidence judging obligations programme regulations rendering rotation serialization strategies values",
    own="__version__",
)
