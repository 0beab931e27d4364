"""Encodings that were replaced: they judge nobody any more, and what they judged stays readable.

An assessment names the regulation that made it by code and version. These are the first versions of those that were encoded
anew, with what was wrong in them: of public employees the words of 2023 also for the time before and one discipline asked for
twice, of managers an article that was taken for cut, of everybody the end of the decree on the wrong day, and of state bodies
half an article taken for the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from supervision_core.criteria.ladders import Ladder, Rung
from supervision_core.criteria.nodes import AllOf, AnyOf, Comparison, Criterion, FactDefinition, Holds, Not, YesNo
from supervision_core.regulations import nd90_facts as asked
from supervision_core.regulations.nd90_facts import at_least, at_most, holds, none_of, over, under
from supervision_core.regulations.nd335 import ND335_STATE_BODY, WITHOUT_FAULT, body_points, late_at_most
from supervision_core.regulations.regulation import Regulation
from supervision_core.regulations.statutory import ND90, NOT_ENCODED, NOT_RATED, cite, grade
from supervision_core.values.labels import Label

__all__ = ["SUPERSEDED"]

_ISSUED, _AMENDED, _END = date(2020, 8, 20), date(2023, 9, 15), date(2026, 1, 1)


def _rung(name: str, *parts: Criterion) -> Rung:
    return Rung(grade=grade(name), criterion=AllOf(parts=parts))


_BEST: Final[tuple[Criterion, ...]] = (*holds(asked.CRITERIA_WELL, asked.HIGH_QUALITY, asked.ALL_DONE), asked.ALL_ON_TIME)
_GOOD: Final[tuple[Criterion, ...]] = (*holds(asked.CRITERIA_MET, asked.ALL_DONE), asked.ALL_ON_TIME)
_DONE: Final[tuple[Criterion, ...]] = (*holds(asked.CRITERIA_MET, asked.ALL_DONE), at_most(asked.DEFICIENT, 20))
_ALL_TARGETS: Final = at_least(asked.TARGETS_DONE, 100)
_BELOW: Final = Rung(grade=NOT_ENCODED, criterion=AllOf(parts=()))
_LED_BEST: Final = _rung(
    "EXCELLENT", *_BEST, _ALL_TARGETS, at_least(asked.TARGETS_EXCEEDED, 50), at_least(asked.UNITS_COMPLETED, 100),
    at_least(asked.UNITS_GOOD, 70), asked.NOT_CAPPED,
)  # fmt: skip


def _failing(heads: tuple[YesNo, ...], *more: Criterion) -> Rung:
    return Rung(grade=grade("NOT_COMPLETED"), criterion=AnyOf(parts=(*holds(*heads), over(asked.DEFICIENT, 50), *more)))


def _made(category: str, facts: tuple[FactDefinition, ...], rungs: tuple[Rung, ...], *, amended: bool) -> Regulation:
    used = [Rung(grade=NOT_RATED, criterion=asked.TOO_SHORT)]
    none = Not(part=Holds(code=asked.ANY_DISCIPLINE.code))
    for rung in rungs:
        criterion = rung.criterion
        if amended and rung.grade.code == "NOT_COMPLETED":
            criterion = AnyOf(parts=(criterion, *holds(asked.ANY_DISCIPLINE)))
        elif amended and rung.grade.rank is not None:
            criterion = AllOf(parts=(*criterion.parts_in_order(), none))
        used.append(Rung(grade=rung.grade, criterion=criterion))
    return Regulation(
        code=f"nd90_2020{'_48_2023' if amended else ''}_{category}",
        version=1,
        label=Label("Nghị định 90/2020, phiên bản số hóa đầu tiên", "Decree 90/2020, first encoding"),
        category=category,
        in_force_from=_AMENDED if amended else _ISSUED,
        in_force_until=_END if amended else _AMENDED,
        citation=cite(ND90, ""),
        ladder=Ladder(facts=(*facts, asked.ANY_DISCIPLINE) if amended else facts, implications=asked.IMPLICATIONS, rungs=used),
    )


def _employee(*, amended: bool) -> Regulation:
    heads = (asked.DEGRADATION, asked.VIOLATION)
    none = none_of(*heads)
    return _made(
        "public_employee",
        (*asked.EVERYONE, asked.EXCEEDED, *heads),
        (
            _rung("EXCELLENT", *_BEST, at_least(asked.EXCEEDED, 50), asked.NOT_CAPPED, *none),
            _rung("GOOD", *_GOOD, asked.NOT_CAPPED, *none),
            _rung("COMPLETED", *_DONE, *none),
            _failing(heads),
        ),
        amended=amended,
    )


def _manager(*, amended: bool) -> Regulation:
    heads = (asked.DEGRADATION, asked.VIOLATION, asked.UNIT_CORRUPT)
    none = none_of(*heads)
    return _made(
        "public_employee_manager",
        (*asked.EVERYONE, asked.TARGETS_DONE, asked.TARGETS_EXCEEDED, asked.TARGETS_ON_TIME, asked.UNITS_COMPLETED,
         asked.UNITS_GOOD, asked.REST_OF_ARTICLE_5, *heads),
        (
            _rung(
                "EXCELLENT", *_BEST, _ALL_TARGETS, at_least(asked.TARGETS_EXCEEDED, 50), *holds(asked.REST_OF_ARTICLE_5),
                asked.NOT_CAPPED, *none,
            ),
            _rung(
                "GOOD", *_GOOD, _ALL_TARGETS, at_least(asked.TARGETS_ON_TIME, 80), at_least(asked.UNITS_COMPLETED, 100),
                at_least(asked.UNITS_GOOD, 70), asked.NOT_CAPPED, *none,
            ),
            _rung("COMPLETED", *_DONE, over(asked.TARGETS_DONE, 70), at_least(asked.UNITS_COMPLETED, 70), *none),
            _failing(heads, under(asked.TARGETS_DONE, 50)),
        ),
        amended=amended,
    )  # fmt: skip


def _officials() -> Iterator[Regulation]:
    best = _rung("EXCELLENT", *_BEST, at_least(asked.EXCEEDED, 50), asked.NOT_CAPPED)
    yield _made("civil_servant", (*asked.EVERYONE, asked.EXCEEDED), (best, _BELOW), amended=True)
    yield _made("civil_servant_leader", (*asked.EVERYONE, *asked.LED), (_LED_BEST, _BELOW), amended=True)
    good = _rung(
        "GOOD", *_GOOD, _ALL_TARGETS, at_least(asked.TARGETS_ON_TIME, 80), at_least(asked.UNITS_COMPLETED, 100),
        *holds(asked.REST_OF_ARTICLE_5), asked.NOT_CAPPED,
    )  # fmt: skip
    facts = (*asked.EVERYONE, *asked.LED, asked.TARGETS_ON_TIME, asked.REST_OF_ARTICLE_5)
    yield _made("cadre", facts, (_LED_BEST, good, _BELOW), amended=True)


def _state_body() -> Regulation:
    def rung(name: str, least: int, *more: Criterion) -> Rung:
        return _rung(name, body_points(Comparison.AT_LEAST, least), *more)

    newest = ND335_STATE_BODY
    rungs = (
        rung("EXCELLENT", 90, *WITHOUT_FAULT),
        rung("GOOD", 70, *WITHOUT_FAULT),
        rung("COMPLETED", 50, WITHOUT_FAULT[0], late_at_most(20)),
    )
    return attrs.evolve(newest, version=1, ladder=Ladder(facts=newest.ladder.facts[:-1], rungs=rungs))


#: The earlier version of each regulation that was encoded anew.
SUPERSEDED: Final[tuple[Regulation, ...]] = (
    *(make(amended=amended) for make in (_employee, _manager) for amended in (False, True)),
    *_officials(),
    _state_body(),
)
