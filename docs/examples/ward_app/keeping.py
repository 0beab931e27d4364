"""Results that the ward has adopted: kept with all that they rest on. They are what reports show; the rest is provisional."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Final, final

import attrs

import supervision_core as sc
from supervision_core.serialization import Receipt, from_document, receipt, recheck
from ward_app.documents import to_text
from ward_app.judging import CRITERION, WEIGHING, Case
from ward_app.records import RESULT, ROSTER
from ward_app.store import Conflict, Kind, Reading, Stored, Writing
from ward_app.texts import TEXTS

#: What stands for no grade among the codes of grades.
UNDETERMINED: Final = "undetermined"


@final
@attrs.frozen(kw_only=True)
class Adopted:
    """What lists and reports need of an adopted result; the receipt with all else is read where one is looked at."""

    assessment: sc.Assessment
    facts: sc.Facts


@lru_cache(maxsize=2_000)
def _assessment(text: str) -> sc.Assessment:
    # Everybody with the same facts has the same assessment, so there are few of them.
    return from_document(json.loads(text), sc.Assessment)


@lru_cache(maxsize=20_000)
def _adopted(text: str) -> Adopted:
    given = json.loads(text)
    return Adopted(assessment=_assessment(json.dumps(given["result"])), facts=from_document(given["inputs"], sc.Facts))


#: The same documents as ``RESULT``, read in part.
ADOPTED: Final[Kind[Adopted]] = Kind(name=RESULT.name, write=lambda _: "", read=_adopted)
#: The same documents again, as text that was written before the transaction began.
_WRITTEN: Final[Kind[str]] = Kind(name=RESULT.name, write=str, read=str)


@final
@attrs.frozen(kw_only=True)
class Standing:
    """How an official's result stands: as it was adopted, or provisionally, as the evidence of now gives it."""

    subject: sc.Subject
    assessment: sc.Assessment
    facts: sc.Facts
    #: The day it was adopted on; None while it is provisional.
    adopted_on: date | None = None
    #: Whether the evidence of now gives the same.
    is_current: bool = True
    #: Whether the official is on the year's list; what was adopted stands also when somebody left the list.
    is_listed: bool = True


def adopted_results(reading: Reading, year: int) -> dict[str, Stored[Adopted]]:
    """The adopted results of a year, by official."""
    return {stored.id: stored for stored in reading.read_all(ADOPTED, year)}


def standings(reading: Reading, found: Iterable[Case], year: int) -> tuple[Standing, ...]:
    """How everybody's result stands: the officials of the list, and whoever left it after a result was adopted."""
    adopted = adopted_results(reading, year)
    listed = [_standing(case, adopted.pop(case.subject.id, None)) for case in found]
    gone = _subjects_of_earlier_lists(reading, year, adopted) if adopted else {}
    return (*listed, *(_of_one_gone(gone.get(who, sc.Subject(id=who)), stored) for who, stored in adopted.items()))


def _standing(case: Case, stored: Stored[Adopted] | None) -> Standing:
    if stored is None:
        return Standing(subject=case.subject, assessment=case.assessment, facts=case.facts)
    is_current = (stored.value.assessment, stored.value.facts) == (case.assessment, case.facts)
    return attrs.evolve(_of_one_gone(case.subject, stored), is_current=is_current, is_listed=True)


def _of_one_gone(subject: sc.Subject, stored: Stored[Adopted]) -> Standing:
    return Standing(
        subject=subject,
        assessment=stored.value.assessment,
        facts=stored.value.facts,
        adopted_on=stored.saved_at.date(),
        is_listed=False,
    )


def grade_tally(found: Iterable[Standing], period: sc.Period) -> sc.Tally:
    """How many have which grade, by its code: what was adopted may have been judged when a grade was called otherwise."""
    labels = tuple(sc.programme.grade_labels(CRITERION))
    codes = [UNDETERMINED if one.assessment.grade is None else one.assessment.grade.code for one in found]
    population = TEXTS["population"].vi
    return sc.Tally.of(codes, kind=sc.programme.CountKind.PERSON, population=population, among=labels, period=period)


def _subjects_of_earlier_lists(reading: Reading, year: int, wanted: Iterable[str]) -> dict[str, sc.Subject]:
    """Officials as the newest list of the year that has them names them."""
    missing, found = set(wanted), {}
    for saving in reading.savings(of=(ROSTER.name, year)):
        stored = reading.read(ROSTER, year, version=saving.version) if missing else None
        for subject in () if stored is None else stored.value.subjects:
            if subject.id in missing:
                found[subject.id] = subject
                missing.remove(subject.id)
    return found


@final
@attrs.frozen(kw_only=True)
class Kept:
    """An adopted result beside what the evidence of today gives."""

    grade: sc.Grade | None
    on: date
    by: str
    #: Whether judging again from the receipt alone gives the same.
    is_sound: bool
    #: Whether the evidence is still the same.
    is_current: bool


def kept_of(stored: Stored[Receipt] | None, case: Case) -> Kept | None:
    """How an official's adopted result stands; None where nothing is adopted."""
    if stored is None or not isinstance(stored.value.result, sc.Assessment):
        return None
    return Kept(
        grade=stored.value.result.grade,
        on=stored.saved_at.date(),
        by=stored.saved_by,
        is_sound=recheck(stored.value) == (),
        is_current=(stored.value.result, stored.value.inputs) == (case.assessment, case.facts),
    )


def to_adopt(found: Iterable[Standing]) -> tuple[Standing, ...]:
    """Whose result is determined, but not adopted, or adopted otherwise than the evidence of now gives it."""
    return tuple(one for one in found if one.is_listed and (one.adopted_on is None or not one.is_current))


def as_seen(found: Iterable[Case], adopted: Mapping[str, Stored[Adopted]]) -> str:
    """What somebody saw who saw these cases: a form carries it, so that nobody adopts what he or she did not see."""
    seen = [(case.subject.id, [grade.code for grade in case.assessment.possible]) for case in found]
    versions = {who: stored.version for who, stored in adopted.items()}
    return hashlib.sha256(json.dumps([seen, versions], sort_keys=True).encode()).hexdigest()


def receipts(found: Iterable[Case], adopted: Mapping[str, Stored[Adopted]]) -> dict[str, str]:
    """The receipts of all determined results that are not adopted as they are, as text: written before anybody waits."""
    texts = {}
    for case in found:
        before = adopted.get(case.subject.id)
        same = before is not None and (before.value.assessment, before.value.facts) == (case.assessment, case.facts)
        if case.assessment.grade is not None and not same:
            made = receipt(case.assessment, case.facts, dossier=case.dossier, weighing=WEIGHING)
            texts[case.subject.id] = to_text(made)
    return texts


def adopt(writing: Writing, year: int, texts: Mapping[str, str], cases: Callable[[], Iterable[Case]], *, seen: str) -> None:
    """Adopt these results, if everything is still as the writer saw it; raise ``Conflict`` otherwise."""
    adopted = adopted_results(writing, year)
    if seen != as_seen(cases(), adopted):
        raise Conflict(RESULT.name, str(year), 0, 0)
    for who, text in texts.items():
        writing.save(_WRITTEN, year, who, text, seen=adopted[who].version if who in adopted else 0, subject=who)
