"""The score of assignments by the definition of each level, pair by pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from supervision_core.rotation.plans import Score
from supervision_core.rotation.policies import level_names
from supervision_core.rotation.questions import NO_RESTRICTION, Question, held_by

__all__ = ["score_of"]


def score_of(question: Question, assignments: Mapping[str, str]) -> Score:
    """How good assignments are, each subject of the roster having exactly one lead unit of the roster."""
    roster = question.roster
    names = level_names(question.policy)
    values = dict.fromkeys(names, 0)
    for subject, unit in assignments.items():
        _, flagged, _ = roster.restrictions.get(subject, NO_RESTRICTION)
        values["flagged"] += unit in flagged
        ages = [
            question.year - year
            for year in question.history.years
            if unit in held_by(question.history.column(year).get(subject))
        ]
        for age in ages:
            if age <= question.policy.cooling_off_years:
                values[f"repeats_{age}"] += 1
        values["familiarity"] += len(ages) ** 2
        before = None if question.reference is None else question.reference.get(subject)
        values["changes"] += before is not None and before != unit
    loads = Counter(assignments.values())
    shares = sum(unit.share for unit in roster.lead_units)
    values["balance"] = sum((shares * loads[unit.id] - len(assignments) * unit.share) ** 2 for unit in roster.lead_units)
    return Score(levels=tuple((name, values[name]) for name in names))
