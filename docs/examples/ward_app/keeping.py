"""Results that the ward has adopted: kept with all that they rest on, and judged again whenever they are looked at."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import final

import attrs

import supervision_core as sc
from supervision_core.serialization import Receipt, receipt, recheck
from ward_app.judging import WEIGHING, Case
from ward_app.records import RESULT, result_id
from ward_app.store import Conflict, Reading, Stored, Writing


@final
@attrs.frozen(kw_only=True)
class Kept:
    """An adopted result beside what the evidence of today gives."""

    grade: sc.Grade | None
    on: date
    #: Whether judging again from the receipt alone gives the same.
    is_sound: bool
    #: Whether the evidence is still the same.
    is_current: bool


def kept_results(reading: Reading, year: int) -> dict[str, Stored[Receipt]]:
    """The adopted results of a year, by official."""
    prefix = result_id(year, "")
    return {stored.id.removeprefix(prefix): stored for stored in reading.read_all(RESULT, prefix)}


def kept_of(stored: Stored[Receipt] | None, case: Case) -> Kept | None:
    """How an official's adopted result stands; None where nothing is adopted."""
    if stored is None or not isinstance(stored.value.result, sc.Assessment):
        return None
    return Kept(
        grade=stored.value.result.grade,
        on=stored.saved_at.date(),
        is_sound=recheck(stored.value) == (),
        is_current=_is_current(stored, case),
    )


def _is_current(stored: Stored[Receipt] | None, case: Case) -> bool:
    return stored is not None and (stored.value.result, stored.value.inputs) == (case.assessment, case.facts)


def to_adopt(found: Iterable[Case], kept: Mapping[str, Stored[Receipt]]) -> tuple[Case, ...]:
    """The cases whose grade is determined and not adopted as it is."""
    return tuple(
        case for case in found if case.assessment.grade is not None and not _is_current(kept.get(case.subject.id), case)
    )


def as_seen(found: Iterable[Case], kept: Mapping[str, Stored[Receipt]]) -> str:
    """What somebody saw who saw these cases: a form carries it, so that nobody adopts what he or she did not see."""
    seen = [(case.subject.id, [grade.code for grade in case.assessment.possible]) for case in found]
    versions = {who: stored.version for who, stored in kept.items()}
    return hashlib.sha256(json.dumps([seen, versions], sort_keys=True).encode()).hexdigest()


def adopt(writing: Writing, found: tuple[Case, ...], year: int, *, seen: str) -> None:
    """Adopt every determined result, if the cases are still those that the writer saw; raise ``Conflict`` otherwise."""
    kept = kept_results(writing, year)
    if seen != as_seen(found, kept):
        raise Conflict(RESULT.name, str(year), 0, 0)
    for case in to_adopt(found, kept):
        before = kept.get(case.subject.id)
        value = receipt(case.assessment, case.facts, dossier=case.dossier, weighing=WEIGHING)
        writing.save(RESULT, result_id(year, case.subject.id), value, seen=0 if before is None else before.version)
