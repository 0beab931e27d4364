"""What is done for some communes, and what is kept of it: counts, and a digest over the full result."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, final

import attrs

import supervision_core as sc
from country.invention import YEAR, Commune, Country, invented
from supervision_core.regulations import GOOD_PERFORMANCE_2014

#: Nobody gets a lead unit again that had him or her in the two years before; what is equal otherwise is drawn, in public,
#: by one result for the country, and by each commune's own draw of it.
POLICY: Final = sc.RotationPolicy(
    cooling_off_years=2, repeats=sc.Repeats.FORBID, tie_break=sc.PublicDraw("draw of 15 January 2026: 48213 07716 93350")
)


@final
@attrs.frozen(kw_only=True)
class CommuneResult:
    """The result of one commune, small enough to keep 3,321 of them; ``digest`` runs over every byte of the full one."""

    commune: int
    counts: Mapping[str, int]
    digest: str
    length: int


def full_results(country: Country, communes: Sequence[int]) -> list[dict[str, object]]:
    """Everything that was decided in some communes, in plain values: everybody's possible grades, the plans with their proofs.

    The communes are planned together, and each comes out as it would alone: its draw is scoped by its own code.
    """
    here = {code_of(commune): invented(country, commune) for commune in communes}
    rotations = _rotations(here)
    return [
        {"commune": commune, "grades": _grades(here[code_of(commune)]), **rotations[code_of(commune)]} for commune in communes
    ]


def code_of(commune: int) -> str:
    """A commune's code, by which its plan goes and its draw is scoped."""
    return f"{commune:05}"


def _grades(here: Commune) -> dict[str, list[str]]:
    judged = sc.assess_columns(GOOD_PERFORMANCE_2014, here.columns, here.ids)
    if judged.faults:
        raise AssertionError(f"an invented row is refused: {judged.faults[0]}")
    return {
        who: [grade.code for grade in assessment.possible]
        for who, assessment in zip(here.ids, judged.assessments, strict=True)
        if assessment is not None
    }


def _rotations(here: Mapping[str, Commune]) -> dict[str, dict[str, object]]:
    """Each plan, or the certificate that there is none; all are checked by the library's own, independent checker."""
    rosters = {code: one.roster for code, one in here.items()}
    histories = {code: one.history for code, one in here.items()}
    answers = sc.plan_each(rosters, year=YEAR, histories=histories, policies=POLICY)
    faults = sc.rotation.verify_each(rosters, answers, histories=histories, policies=POLICY, year=YEAR)
    if faults:
        raise AssertionError(f"the checker refuses a result: {faults}")
    return {code: _plain(answer) for code, answer in answers.items()}


def _plain(answer: sc.Plan | sc.Infeasible) -> dict[str, object]:
    if isinstance(answer, sc.Infeasible):
        return {"impossible": answer.sentence("vi"), "repairs": [repair.sentence("vi") for repair in answer.repairs]}
    return {
        "assignments": dict(answer.assignments),
        "score": answer.score.levels,
        "prices": dict(answer.proof.prices),
        "sink": answer.proof.sink,
    }


def canonical(result: Mapping[str, object]) -> bytes:
    """A result as bytes that are equal exactly when the results are: sorted keys, no spaces, UTF-8."""
    return json.dumps(result, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def results_of(country: Country, communes: Sequence[int]) -> list[CommuneResult]:
    """Judge and plan some communes."""
    return [_small(full) for full in full_results(country, communes)]


def _small(full: Mapping[str, object]) -> CommuneResult:
    said = canonical(full)
    grades, commune = full["grades"], full["commune"]
    assert isinstance(grades, dict)
    assert isinstance(commune, int)
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
