"""The classes whose documents are not simply their fields: facts, histories, assessments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias, final

import attrs

from supervision_core.errors import BeyondExactness, Fault, InvalidInput
from supervision_core.fact import Fact, FactState, Value
from supervision_core.facts import Facts
from supervision_core.judging.assessments import Assessment, assess
from supervision_core.mappings import IdMap
from supervision_core.regulations.regulation import Regulation
from supervision_core.rotation.history import History
from supervision_core.rotation.records import Record
from supervision_core.serialization.objects import Way
from supervision_core.text import shown

__all__ = ["FORMS", "Form"]

#: The lead unit of a year, or several of them.
_Held: TypeAlias = str | tuple[str, ...]


@final
@attrs.frozen(kw_only=True)
class Form:
    """The parts of a document, by name and type, and the way between them and the value."""

    fields: Mapping[str, Any]
    way: Way


def _facts_of(parts: Mapping[str, Any]) -> Facts:
    return Facts(parts["facts"])


def _parts_of_facts(facts: Facts) -> Mapping[str, Any]:
    return {"facts": facts.facts}


def _history_of(parts: Mapping[str, Any]) -> History:
    years: IdMap[IdMap[_Held]] = parts["years"]
    faults = [
        Fault("not_a_year", "History", shown(year), "a year as four digits")
        for year in years
        if not (len(year) == _DIGITS_OF_A_YEAR and year.isascii() and year.isdecimal())
    ]
    if faults:
        raise InvalidInput(faults)
    plain = all(isinstance(held, str) for column in years.values() for held in column.values())
    if plain and not parts["unknown"]:
        # The quick way: a country's history has a million entries.
        return History.of({int(year): column for year, column in years.items()})  # type: ignore[misc]  # all are plain
    return History.of_records(_records_of(years, parts["unknown"]))


_DIGITS_OF_A_YEAR = 4


def _records_of(years: IdMap[IdMap[_Held]], unknown: tuple[tuple[int, str], ...]) -> Iterator[Record]:
    for year, column in years.items():
        for subject_id, held in column.items():
            for lead_unit_id in held if isinstance(held, tuple) else (held,):
                yield Record(subject_id=subject_id, lead_unit_id=lead_unit_id, year=int(year))
    for one, subject_id in unknown:
        yield Record(subject_id=subject_id, lead_unit_id=None, year=one)


def _parts_of_history(history: History) -> Mapping[str, Any]:
    return {
        "years": IdMap({str(year): IdMap(history.column(year)) for year in history.years}),
        "unknown": history.unknown,
    }


def _assessment_of(parts: Mapping[str, Any]) -> Assessment:
    # It is judged again: a document that says another grade than its facts give differs from what is then written.
    not_applicable: tuple[str, ...] = parts["not_applicable"]
    known: IdMap[Value] = parts["known"]
    if not not_applicable:
        return assess(parts["regulation"], Facts.of(known))
    facts = [Fact(code=code, value=value) for code, value in known.items() if code not in not_applicable]
    facts.extend(Fact(code=code, state=FactState.NOT_APPLICABLE) for code in not_applicable)
    return assess(parts["regulation"], Facts(facts))


def _parts_of_assessment(assessment: Assessment) -> Mapping[str, Any]:
    try:
        grade, possible, open_facts = assessment.grade, assessment.possible, assessment.open_facts
    except BeyondExactness:
        # Said as null: too large to be answered exactly.
        return {**_given_parts(assessment), "grade": None, "possible": None, "open_facts": None}
    return {
        **_given_parts(assessment),
        "grade": None if grade is None else grade.code,
        "possible": tuple(one.code for one in possible),
        "open_facts": open_facts,
    }


def _given_parts(assessment: Assessment) -> dict[str, Any]:
    return {
        "regulation": assessment.regulation,
        "known": IdMap.of_sorted(dict(assessment.known)),
        "not_applicable": assessment.not_applicable,
    }


FORMS: Final[Mapping[type, Form]] = {
    Facts: Form(fields={"facts": tuple[Fact, ...]}, way=Way(build=_facts_of, take=_parts_of_facts)),
    History: Form(
        fields={"years": IdMap[IdMap[_Held]], "unknown": tuple[tuple[int, str], ...]},
        way=Way(build=_history_of, take=_parts_of_history),
    ),
    Assessment: Form(
        fields={
            "regulation": Regulation,
            "known": IdMap[Value],
            "not_applicable": tuple[str, ...],
            "grade": str | None,
            "possible": tuple[str, ...] | None,
            "open_facts": tuple[str, ...] | None,
        },
        way=Way(build=_assessment_of, take=_parts_of_assessment),
    ),
}
