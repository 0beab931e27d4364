"""Facts laid against a regulation: grades with reasons, what would change them, quotas, years, sanctions, decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.judging.assessing import *
    from supervision_core.judging.by_year import *
    from supervision_core.judging.columns import *
    from supervision_core.judging.compare import *
    from supervision_core.judging.decision_files import *
    from supervision_core.judging.decisions import *
    from supervision_core.judging.differences import *
    from supervision_core.judging.judged import *
    from supervision_core.judging.petitions import *
    from supervision_core.judging.products import *
    from supervision_core.judging.quotas import *
    from supervision_core.judging.rows import *
    from supervision_core.judging.sanctions import *
    from supervision_core.judging.statutory_quotas import *
    from supervision_core.judging.stints import *
    from supervision_core.judging.what_if import *
    from supervision_core.judging.yearly import *

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "assessing": "Assessment assess assess_all explain unused_facts",
        "by_year": "GradesByYear",
        "columns": "assess_columns columns_of",
        "compare": (
            "GradeChange Profile SideBySide check_regulation compare_regulations decision_table lay_side_by_side profiles"
        ),
        "decision_files": "DecisionFile PetitionStanding decision_file",
        "decisions": "Decision DecisionGround in_effect decision_chain",
        "petitions": (
            "PETITION_RULES REOPENING_CITATION Petition PetitionRule Reopening ReopeningVoice SecondLook petition_rule"
        ),
        "quotas": "Quota QuotaBase QuotaResult QuotaRow Rounding Undecided apply_quota",
        "statutory_quotas": "HEAD_CITATION ND233_EMPLOYEE_QUOTA ND233_UNIT_QUOTA ND335_QUOTA held_to_unit",
        "what_if": "Change Remedy Unreachable remedies risks",
        "sanctions": (
            "EscalationPolicy Gravity Lapse LapseKind ReportRule SanctionProposal SanctionReport SanctionStep "
            "StepRule TakenSanction escalate"
        ),
        "products": "Product TaskResults task_results",
        "stints": "Stint who_rates",
        "yearly": "PeriodFacts PeriodState Weights YearFacts for_year roll_up",
        "rows": "assess_rows",
        "differences": "CaseChange what_changed",
        "judged": "Judged",
    },
)
