"""What is done for one commune, and what is kept of it: counts, and a digest over the full result."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, final

import attrs

import supervision_core as sc
from country.invention import YEAR, Commune, Country, invented
from supervision_core.regulations import GOOD_PERFORMANCE_2014

#: Nobody gets a lead unit again that had him or her in the two years before.
POLICY: Final = sc.RotationPolicy(cooling_off_years=2, repeats=sc.Repeats.FORBID)


@final
@attrs.frozen(kw_only=True)
class CommuneResult:
    """The result of one commune, small enough to keep 3,321 of them; ``digest`` runs over every byte of the full one."""

    commune: int
    counts: Mapping[str, int]
    digest: str
    length: int


def full_result(country: Country, commune: int) -> dict[str, object]:
    """Everything that was decided in a commune, in plain values: everybody's possible grades, the plan with its proof."""
    here = invented(country, commune)
    judged = sc.assess_columns(GOOD_PERFORMANCE_2014, here.columns, here.ids)
    if judged.faults:
        raise AssertionError(f"an invented row is refused: {judged.faults[0]}")
    grades = {
        who: [grade.code for grade in assessment.possible]
        for who, assessment in zip(here.ids, judged.assessments, strict=True)
        if assessment is not None
    }
    return {"commune": commune, "grades": grades, **_rotation(here)}


def _rotation(here: Commune) -> dict[str, object]:
    """The plan, or the certificate that there is none; either is checked by the library's own, independent checker."""
    answer = sc.plan_year(here.roster, year=YEAR, history=here.history, policy=POLICY)
    if isinstance(answer, sc.Plan):
        faults = sc.verify_plan(here.roster, answer, history=here.history)
        found: dict[str, object] = {
            "assignments": dict(answer.assignments),
            "score": answer.score.levels,
            "prices": dict(answer.proof.prices),
            "sink": answer.proof.sink,
        }
    else:
        faults = sc.verify_infeasible(here.roster, answer, history=here.history, policy=POLICY)
        found = {"impossible": answer.sentence("vi"), "repairs": [repair.sentence("vi") for repair in answer.repairs]}
    if faults:
        raise AssertionError(f"the checker refuses a result: {faults}")
    return found


def canonical(result: Mapping[str, object]) -> bytes:
    """A result as bytes that are equal exactly when the results are: sorted keys, no spaces, UTF-8."""
    return json.dumps(result, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def result_of(country: Country, commune: int) -> CommuneResult:
    """Judge and plan one commune."""
    full = full_result(country, commune)
    said = canonical(full)
    grades = full["grades"]
    assert isinstance(grades, dict)
    counts = Counter(" or ".join(possible) for possible in grades.values())
    counts["planned" if "assignments" in full else "impossible"] += 1
    return CommuneResult(commune=commune, counts=dict(counts), digest=hashlib.sha256(said).hexdigest(), length=len(said))


def country_digest(results: Iterable[CommuneResult]) -> str:
    """One digest over all communes' digests, in the order of their numbers."""
    ordered = sorted(results, key=lambda one: one.commune)
    return hashlib.sha256("\n".join(one.digest for one in ordered).encode()).hexdigest()


def country_counts(results: Iterable[CommuneResult]) -> dict[str, int]:
    """How many officials got which grade (or may still get which), and how many communes have a plan."""
    counts: Counter[str] = Counter()
    for one in results:
        counts.update(one.counts)
    return dict(sorted(counts.items()))
