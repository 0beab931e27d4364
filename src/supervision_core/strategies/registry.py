"""Which generator makes the values of a type; importing the strategies tells Hypothesis."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from hypothesis import strategies as st

__all__ = ["STRATEGIES", "register"]

#: By room and type: the module and the name of the generator.
STRATEGIES: Final = {
    "criteria.Compare": "judging.compare_nodes",
    "criteria.Holds": "judging.holds_nodes",
    "criteria.Ladder": "judging.ladders",
    "criteria.Quantity": "judging.quantities",
    "criteria.Term": "judging.terms",
    "evidence.Commitment": "evidence.commitments",
    "evidence.Dossier": "evidence.dossiers",
    "evidence.Feedback": "evidence.feedback",
    "evidence.Rating": "evidence.ratings",
    "evidence.Registration": "evidence.registrations",
    "evidence.WeighingPolicy": "weighing.weighing_policies",
    "judging.Assessment": "judging.assessments",
    "judging.Decision": "judging.decisions",
    "judging.Judged": "judging.judged_tables",
    "judging.PeriodFacts": "judging.period_facts",
    "judging.Quota": "judging.quotas",
    "obligations.Compliance": "duties.compliances",
    "obligations.Event": "duties.events",
    "obligations.Frequency": "duties.frequencies",
    "obligations.Obligation": "duties.obligations",
    "programme.Delegation": "programme.delegations",
    "programme.DelegationSession": "programme.sessions",
    "programme.Matter": "programme.matters",
    "programme.PlanContent": "programme.plan_contents",
    "programme.PublishedTally": "programme.published_tallies",
    "programme.Review": "programme.reviews",
    "programme.SupervisionPlan": "programme.supervision_plans",
    "programme.SupervisionTurn": "programme.turns",
    "programme.Tally": "programme.tallies",
    "regulations.Regulation": "judging.regulations",
    "rotation.Bar": "rotation.bars",
    "rotation.History": "rotation.histories",
    "rotation.Horizon": "rotation.horizons",
    "rotation.Infeasible": "rotation.infeasibles",
    "rotation.LeadUnit": "rotation.lead_units",
    "rotation.Lineage": "rotation.lineages",
    "rotation.Plan": "rotation.plans",
    "rotation.PublicDraw": "rotation.public_draws",
    "rotation.Record": "rotation.records",
    "rotation.Reform": "rotation.reforms",
    "rotation.Replan": "rotation.replans",
    "rotation.Roster": "rotation.rosters",
    "rotation.RotationPolicy": "rotation.policies",
    "rotation.Subject": "rotation.subjects",
    "serialization.Receipt": "documenting.receipts",
    "values.Citation": "values.citations",
    "values.Fact": "judging.single_facts",
    "values.Facts": "judging.facts",
    "values.Label": "values.labels",
    "values.Period": "values.periods",
    "values.WorkingDays": "values.working_days",
    "values.Fault": "answers.faults",
    "criteria.Grade": "answers.grades",
    "rotation.HorizonInfeasible": "answers.infeasible_horizons",
    "criteria.Reason": "answers.reasons",
    "judging.Remedy": "answers.remedy_values",
    "judging.Unreachable": "answers.unreachable_targets",
}


def register() -> None:
    """Let ``hypothesis.strategies.from_type`` know the library's types."""
    for place, maker in STRATEGIES.items():
        (room, kind), (module, name) = place.split("."), maker.split(".")
        make = getattr(import_module(f"supervision_core.strategies.{module}"), name)
        st.register_type_strategy(getattr(import_module(f"supervision_core.{room}"), kind), st.deferred(make))
