"""A unit seen through its people's assessments: which grades, which facts fail most, which are unknown most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import final

import attrs

from supervision_core.criteria.definitions import YesNo
from supervision_core.errors import Fault, InvalidInput
from supervision_core.judging.assessments import Assessment
from supervision_core.mappings import IdMap
from supervision_core.text import composed, identifier_fault, shown

__all__ = ["Profile", "profiles"]


@final
@attrs.frozen(kw_only=True)
class Profile:
    """Counts over one unit's people; it names nobody."""

    #: How many were assessed.
    people: int
    #: How many have each grade, by code; those still undetermined are not in it.
    grades: IdMap[int]
    #: How many are undetermined.
    undetermined: int
    #: For each fact's code, of how many the answer speaks against them; facts that nobody fails are left out.
    failing: IdMap[int]
    #: For each fact's code, of how many it is unknown; facts known of everybody are left out.
    unknown: IdMap[int]

    def most_failing(self) -> tuple[str, ...]:
        """The codes that fail most, most first, then by code."""
        return tuple(sorted(self.failing, key=lambda code: (-self.failing[code], code)))

    def most_unknown(self) -> tuple[str, ...]:
        """The codes that are unknown most, most first, then by code."""
        return tuple(sorted(self.unknown, key=lambda code: (-self.unknown[code], code)))


def profiles(rows: Iterable[tuple[str, Assessment]]) -> IdMap[Profile]:
    """A profile for each unit, from (unit id, assessment) pairs; all assessments are by one regulation.

    Two populations judged by different regulations are two calls; mixing them raises ``InvalidInput``.

    >>> import supervision_core as sc
    >>> ward = sc.regulations.GOOD_PERFORMANCE_2014
    >>> one = sc.assess(ward, sc.Facts.of({"duties.fairly_done": False}))
    >>> sc.profiles([("office", one), ("office", one)])["office"].failing
    <IdMap of 1>
    """
    counted: dict[str, Counter[Assessment]] = {}
    regulation = None
    for given, assessment in rows:
        unit = composed(given)
        if (fault := identifier_fault(unit)) is not None:
            raise InvalidInput((Fault(fault[0], "profiles", shown(given), fault[1]),))
        if regulation is None:
            regulation = assessment.regulation
        elif assessment.regulation != regulation:
            found = f"{regulation.code} and {assessment.regulation.code}"
            raise InvalidInput(
                (Fault("regulations_mixed", f"profiles[{shown(unit)}]", found, "assessments by one regulation"),)
            )
        # Assessments are shared, so a unit of thousands has few different ones.
        counted.setdefault(unit, Counter())[assessment] += 1
    return IdMap({unit: _profile(counts) for unit, counts in counted.items()})


def _profile(counts: Counter[Assessment]) -> Profile:
    grades: Counter[str] = Counter()
    failing: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    for assessment, people in counts.items():
        if assessment.grade is not None:
            grades[assessment.grade.code] += people
        known = dict(assessment.known)
        for fact in assessment.regulation.ladder.facts:
            if fact.code not in known:
                unknown[fact.code] += people
            elif isinstance(fact, YesNo) and fact.favourable is not None and known[fact.code] is not fact.favourable:
                failing[fact.code] += people
    people = sum(counts.values())
    return Profile(
        people=people,
        grades=IdMap(grades),
        undetermined=people - sum(grades.values()),
        failing=IdMap(failing),
        unknown=IdMap(unknown),
    )
