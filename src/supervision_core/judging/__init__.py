"""Facts laid against a regulation: grades with reasons, what would change them, quotas, years, sanctions, decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.judging.assessing import (
        Assessment as Assessment,
    )
    from supervision_core.judging.assessing import (
        assess as assess,
    )
    from supervision_core.judging.assessing import (
        assess_all as assess_all,
    )
    from supervision_core.judging.assessing import (
        explain as explain,
    )
    from supervision_core.judging.assessing import (
        unused_facts as unused_facts,
    )
    from supervision_core.judging.compare import (
        GradeChange as GradeChange,
    )
    from supervision_core.judging.compare import (
        Profile as Profile,
    )
    from supervision_core.judging.compare import (
        SideBySide as SideBySide,
    )
    from supervision_core.judging.compare import (
        check_regulation as check_regulation,
    )
    from supervision_core.judging.compare import (
        compare_regulations as compare_regulations,
    )
    from supervision_core.judging.compare import (
        decision_table as decision_table,
    )
    from supervision_core.judging.compare import (
        lay_side_by_side as lay_side_by_side,
    )
    from supervision_core.judging.compare import (
        profiles as profiles,
    )
    from supervision_core.judging.decisions import (
        Decision as Decision,
    )
    from supervision_core.judging.decisions import (
        DecisionGround as DecisionGround,
    )
    from supervision_core.judging.decisions import (
        in_effect as in_effect,
    )
    from supervision_core.judging.decisions import (
        lineage as lineage,
    )
    from supervision_core.judging.quotas import (
        Quota as Quota,
    )
    from supervision_core.judging.quotas import (
        QuotaBase as QuotaBase,
    )
    from supervision_core.judging.quotas import (
        QuotaResult as QuotaResult,
    )
    from supervision_core.judging.quotas import (
        QuotaRow as QuotaRow,
    )
    from supervision_core.judging.quotas import (
        Rounding as Rounding,
    )
    from supervision_core.judging.quotas import (
        Undecided as Undecided,
    )
    from supervision_core.judging.quotas import (
        apply_quota as apply_quota,
    )
    from supervision_core.judging.sanctions import (
        EscalationPolicy as EscalationPolicy,
    )
    from supervision_core.judging.sanctions import (
        Gravity as Gravity,
    )
    from supervision_core.judging.sanctions import (
        Lapse as Lapse,
    )
    from supervision_core.judging.sanctions import (
        LapseKind as LapseKind,
    )
    from supervision_core.judging.sanctions import (
        ReportRule as ReportRule,
    )
    from supervision_core.judging.sanctions import (
        SanctionProposal as SanctionProposal,
    )
    from supervision_core.judging.sanctions import (
        SanctionReport as SanctionReport,
    )
    from supervision_core.judging.sanctions import (
        SanctionStep as SanctionStep,
    )
    from supervision_core.judging.sanctions import (
        StepRule as StepRule,
    )
    from supervision_core.judging.sanctions import (
        TakenSanction as TakenSanction,
    )
    from supervision_core.judging.sanctions import (
        escalate as escalate,
    )
    from supervision_core.judging.what_if import (
        Change as Change,
    )
    from supervision_core.judging.what_if import (
        Remedy as Remedy,
    )
    from supervision_core.judging.what_if import (
        Unreachable as Unreachable,
    )
    from supervision_core.judging.what_if import (
        remedies as remedies,
    )
    from supervision_core.judging.what_if import (
        risks as risks,
    )
    from supervision_core.judging.yearly import (
        PeriodFacts as PeriodFacts,
    )
    from supervision_core.judging.yearly import (
        PeriodState as PeriodState,
    )
    from supervision_core.judging.yearly import (
        Product as Product,
    )
    from supervision_core.judging.yearly import (
        Stint as Stint,
    )
    from supervision_core.judging.yearly import (
        TaskResults as TaskResults,
    )
    from supervision_core.judging.yearly import (
        Weights as Weights,
    )
    from supervision_core.judging.yearly import (
        YearFacts as YearFacts,
    )
    from supervision_core.judging.yearly import (
        roll_up as roll_up,
    )
    from supervision_core.judging.yearly import (
        task_results as task_results,
    )
    from supervision_core.judging.yearly import (
        who_rates as who_rates,
    )

__all__, __getattr__, __dir__ = door(  # noqa: PLE0605  checkers read the names above
    __name__,
    globals(),
    {
        "assessing": "Assessment assess assess_all explain unused_facts",
        "compare": "GradeChange Profile SideBySide check_regulation compare_regulations decision_table lay_side_by_side profiles",
        "decisions": "Decision DecisionGround in_effect lineage",
        "quotas": "Quota QuotaBase QuotaResult QuotaRow Rounding Undecided apply_quota",
        "what_if": "Change Remedy Unreachable remedies risks",
        "sanctions": "EscalationPolicy Gravity Lapse LapseKind ReportRule SanctionProposal SanctionReport SanctionStep StepRule TakenSanction escalate",
        "yearly": "PeriodFacts PeriodState Product Stint TaskResults Weights YearFacts roll_up task_results who_rates",
    },
)
