"""Generators of valid and awkward values, for the tests of this library and of applications that embed it.

Needs the extra ``testing``. Names are plural nouns and bounds are keyword arguments.
The types are registered through Hypothesis's entry point too, so that ``st.from_type(supervision_core.Roster)`` works.

>>> from supervision_core import strategies
>>> strategies.rosters(max_subjects=3).example().subject_ids  # doctest: +SKIP
('s1', 's2')
"""

from supervision_core.strategies.counts import (
    matters,
    matters_with_steps,
    published_tallies,
    reviews,
    sessions,
    tallies,
    turns,
)
from supervision_core.strategies.evidence import dossiers, feedback, ratings, registrations
from supervision_core.strategies.judging import assessments, facts, regulations
from supervision_core.strategies.programme import (
    ComplianceQuestion,
    compliance_questions,
    compliances,
    events,
    frequencies,
    obligation_versions,
    obligations,
)
from supervision_core.strategies.rotation import histories, plans, policies, references, rosters
from supervision_core.strategies.weighing import lapses, weighing_policies
from supervision_core.strategies.words import identifiers, labels

__all__ = [
    "ComplianceQuestion",
    "assessments",
    "compliance_questions",
    "compliances",
    "dossiers",
    "events",
    "facts",
    "feedback",
    "frequencies",
    "histories",
    "identifiers",
    "labels",
    "lapses",
    "matters",
    "matters_with_steps",
    "obligation_versions",
    "obligations",
    "plans",
    "policies",
    "published_tallies",
    "ratings",
    "references",
    "registrations",
    "regulations",
    "reviews",
    "rosters",
    "sessions",
    "tallies",
    "turns",
    "weighing_policies",
]
