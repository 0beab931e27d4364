"""Generators of valid and awkward values, for the tests of this library and of applications that embed it.

Needs the extra ``testing``. Names are plural nouns and bounds are keyword arguments.
Importing this room registers the types, so that ``st.from_type(supervision_core.Roster)`` works.

>>> from supervision_core import strategies
>>> strategies.rosters(max_subjects=3).example().subject_ids  # doctest: +SKIP
('s1', 's2')
"""

from supervision_core.strategies.documenting import damaged_documents, documents, receipts
from supervision_core.strategies.duties import compliances, events, obligations
from supervision_core.strategies.evidence import commitments, dossiers, feedback, ratings, registrations
from supervision_core.strategies.judging import (
    assessments,
    criteria,
    decisions,
    facts,
    judged_tables,
    ladders,
    period_facts,
    quotas,
    regulations,
    single_facts,
)
from supervision_core.strategies.programme import matters, reviews, sessions, supervision_plans, tallies, turns
from supervision_core.strategies.registry import register
from supervision_core.strategies.rotation import (
    bars,
    feasible_rosters,
    histories,
    horizons,
    infeasibles,
    lead_units,
    lineages,
    plans,
    policies,
    public_draws,
    records,
    references,
    reforms,
    replans,
    rosters,
    subjects,
)
from supervision_core.strategies.values import citations, days, identifiers, labels, periods, working_days
from supervision_core.strategies.weighing import lapses, weighing_policies

__all__ = [
    "assessments",
    "bars",
    "citations",
    "commitments",
    "compliances",
    "criteria",
    "damaged_documents",
    "days",
    "decisions",
    "documents",
    "dossiers",
    "events",
    "facts",
    "feasible_rosters",
    "feedback",
    "histories",
    "horizons",
    "identifiers",
    "infeasibles",
    "judged_tables",
    "labels",
    "ladders",
    "lapses",
    "lead_units",
    "lineages",
    "matters",
    "obligations",
    "period_facts",
    "periods",
    "plans",
    "policies",
    "public_draws",
    "quotas",
    "ratings",
    "receipts",
    "records",
    "references",
    "reforms",
    "registrations",
    "regulations",
    "replans",
    "reviews",
    "rosters",
    "sessions",
    "single_facts",
    "subjects",
    "supervision_plans",
    "tallies",
    "turns",
    "weighing_policies",
    "working_days",
]

register()
