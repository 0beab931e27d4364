"""Facts laid against a regulation: grades with reasons, what would change them, quotas, years, sanctions, decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.judging.assessing import (
        Assessment as Assessment,
        assess as assess,
        assess_all as assess_all,
        explain as explain,
        unused_facts as unused_facts,
    )
    from supervision_core.judging.columns import (
        Judged as Judged,
        assess_columns as assess_columns,
    )
    from supervision_core.judging.compare import (
        GradeChange as GradeChange,
        Profile as Profile,
        SideBySide as SideBySide,
        check_regulation as check_regulation,
        compare_regulations as compare_regulations,
        decision_table as decision_table,
        lay_side_by_side as lay_side_by_side,
        profiles as profiles,
    )
    from supervision_core.judging.decision_files import (
        DecisionFile as DecisionFile,
        PetitionStanding as PetitionStanding,
        decision_file as decision_file,
    )
    from supervision_core.judging.decisions import (
        Decision as Decision,
        DecisionGround as DecisionGround,
        decision_chain as decision_chain,
        in_effect as in_effect,
    )
    from supervision_core.judging.differences import (
        CaseChange as CaseChange,
        what_changed as what_changed,
    )
    from supervision_core.judging.petitions import (
        PETITION_RULES as PETITION_RULES,
        REOPENING_CITATION as REOPENING_CITATION,
        Petition as Petition,
        PetitionRule as PetitionRule,
        Reopening as Reopening,
        ReopeningVoice as ReopeningVoice,
        SecondLook as SecondLook,
        petition_rule as petition_rule,
    )
    from supervision_core.judging.products import (
        Product as Product,
        TaskResults as TaskResults,
        task_results as task_results,
    )
    from supervision_core.judging.quotas import (
        Quota as Quota,
        QuotaBase as QuotaBase,
        QuotaResult as QuotaResult,
        QuotaRow as QuotaRow,
        Rounding as Rounding,
        Undecided as Undecided,
        apply_quota as apply_quota,
    )
    from supervision_core.judging.rows import (
        assess_rows as assess_rows,
    )
    from supervision_core.judging.sanctions import (
        EscalationPolicy as EscalationPolicy,
        Gravity as Gravity,
        Lapse as Lapse,
        LapseKind as LapseKind,
        ReportRule as ReportRule,
        SanctionProposal as SanctionProposal,
        SanctionReport as SanctionReport,
        SanctionStep as SanctionStep,
        StepRule as StepRule,
        TakenSanction as TakenSanction,
        escalate as escalate,
    )
    from supervision_core.judging.statutory_quotas import (
        HEAD_CITATION as HEAD_CITATION,
        ND233_EMPLOYEE_QUOTA as ND233_EMPLOYEE_QUOTA,
        ND233_UNIT_QUOTA as ND233_UNIT_QUOTA,
        ND335_QUOTA as ND335_QUOTA,
        held_to_unit as held_to_unit,
    )
    from supervision_core.judging.stints import (
        Stint as Stint,
        who_rates as who_rates,
    )
    from supervision_core.judging.what_if import (
        Change as Change,
        Remedy as Remedy,
        Unreachable as Unreachable,
        remedies as remedies,
        risks as risks,
    )
    from supervision_core.judging.yearly import (
        PeriodFacts as PeriodFacts,
        PeriodState as PeriodState,
        Weights as Weights,
        YearFacts as YearFacts,
        for_year as for_year,
        roll_up as roll_up,
    )

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "assessing": "Assessment assess assess_all explain unused_facts",
        "columns": "Judged assess_columns",
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
        "rows": "assess_rows",
        "sanctions": (
            "EscalationPolicy Gravity Lapse LapseKind ReportRule SanctionProposal SanctionReport SanctionStep "
            "StepRule TakenSanction escalate"
        ),
        "differences": "CaseChange what_changed",
        "products": "Product TaskResults task_results",
        "stints": "Stint who_rates",
        "yearly": "PeriodFacts PeriodState Weights YearFacts for_year roll_up",
    },
)
