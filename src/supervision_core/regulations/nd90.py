"""Nghị định 90/2020/NĐ-CP in its versions: as issued, as amended by 48/2023/NĐ-CP, and under Law 80/2025/QH15.

==================  =================================================================  ==================
category            encoded                                                            not read
==================  =================================================================  ==================
public employee     all four grades (12.1, 13.1, 14.1, 15.1)                           -
... who manages     all four (12.2, 13.2, 14.2, 15.2)                                  -
civil servant       EXCELLENT (8.1)                                                    9 to 11
... who leads       EXCELLENT (8.2)                                                    9 to 11
cadre               EXCELLENT (4), GOOD (5) up to where the copy is cut                end of 5, 6 and 7
==================  =================================================================  ==================

What was not read is never guessed: a clause that is cut is a fact of its own, to be answered by whoever has the text,
and below the last article that was read the outcome is ``not_encoded``. For everyone: less than 6 months worked is not rated,
3 to under 6 months of lawful leave keep a grade below GOOD (Article 2.3). Between the shares that complete and those that
do not, the decree leaves a hole.

Which discipline counts changed twice:

=====================================  ================================================================================
as issued, from 20 August 2020         of a public employee: a violation in carrying out the tasks (15.1.c, 15.2.đ)
amended, from 15 September 2023        of everybody: any Party or administrative discipline of the year (2.5.a)
grades given from 1 July 2025          of cadres and civil servants: only conduct related to public duty (Law 80/2025, 38.4)
=====================================  ================================================================================
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, final

import attrs

from supervision_core.criteria.ladders import Implication, Ladder, Rung
from supervision_core.criteria.nodes import AllOf, AnyOf, Criterion, FactDefinition, Holds, Not, YesNo
from supervision_core.regulations import nd90_facts as asked
from supervision_core.regulations.nd90_facts import at_least, at_most, holds, none_of, over, under
from supervision_core.regulations.regulation import Regulation
from supervision_core.regulations.statutory import LAW2025, ND48, ND90, NOT_ENCODED, NOT_RATED, cite, grade
from supervision_core.values.citations import Citation
from supervision_core.values.labels import Label

__all__ = ["ND90_REGULATIONS"]

_ISSUED, _AMENDED, _LAW_80 = date(2020, 8, 20), date(2023, 9, 15), date(2025, 7, 1)
_UNTIL_335, _UNTIL_233 = date(2026, 1, 1), date(2026, 7, 1)
_CIVIL_SERVANTS: Final = ("civil_servant", "civil_servant_leader")


@final
@attrs.frozen(kw_only=True)
class _Text:
    """The decree as it stood at a time: what begins its codes, and which discipline of the year gives NOT_COMPLETED."""

    prefix: str
    discipline: YesNo | None = None
    citation: Citation | None = None


_AS_ISSUED: Final = _Text(prefix="nd90_2020")
_AS_AMENDED: Final = _Text(prefix="nd90_2020_48_2023", discipline=asked.ANY_DISCIPLINE, citation=cite(ND48, "2.5.a"))
_BY_LAW_80: Final = _Text(prefix="nd90_2020_80_2025", discipline=asked.DUTY_DISCIPLINE, citation=cite(LAW2025, "38.4"))


def _days(text: _Text, category: str) -> tuple[date, date]:
    """From when to when a text judges a category."""
    officials = category == "cadre" or category in _CIVIL_SERVANTS
    if text is _AS_ISSUED:
        return _ISSUED, _AMENDED
    if text is _AS_AMENDED:
        return _AMENDED, _LAW_80 if officials else _UNTIL_233
    return _LAW_80, _UNTIL_335 if category in _CIVIL_SERVANTS else _UNTIL_233


def _rung(name: str, article: str, *parts: Criterion) -> Rung:
    return Rung(grade=grade(name), criterion=AllOf(parts=parts), citation=cite(ND90, article))


def _made(
    text: _Text,
    category: str,
    label: Label,
    article: str,
    facts: Sequence[FactDefinition],
    rungs: Sequence[Rung],
    *,
    version: int = 1,
    implications: tuple[Implication, ...] = asked.IMPLICATIONS,
) -> Regulation:
    """A regulation of one text, with the discipline of the year as that text counts it."""
    first, until = _days(text, category)
    more = () if text.discipline is None else (text.discipline,)
    return Regulation(
        code=f"{text.prefix}_{category}",
        version=version,
        label=label,
        category=category,
        in_force_from=first,
        in_force_until=until,
        citation=cite(ND90, article),
        ladder=Ladder(
            facts=(*facts, *more),
            implications=implications,
            rungs=(
                Rung(grade=NOT_RATED, criterion=asked.TOO_SHORT, citation=cite(ND90, "2.3")),
                *_with_discipline(rungs, text),
            ),
        ),
    )


def _with_discipline(rungs: Sequence[Rung], text: _Text) -> tuple[Rung, ...]:
    """Discipline that counts gives NOT_COMPLETED, and no better grade stands beside it."""
    head = text.discipline
    if head is None:
        return tuple(rungs)
    none = Not(part=Holds(code=head.code), label=Label("Không bị kỷ luật trong năm", "No discipline within the year"))
    none = attrs.evolve(none, citation=text.citation)
    disciplined = Holds(code=head.code, citation=text.citation)
    found: list[Rung] = []
    failing = Rung(grade=grade("NOT_COMPLETED"), criterion=disciplined, citation=text.citation)
    for rung in rungs:
        if rung.grade == failing.grade:
            failing = attrs.evolve(rung, criterion=AnyOf(parts=(rung.criterion, disciplined)))
        elif rung.grade.rank is not None:
            found.append(attrs.evolve(rung, criterion=AllOf(parts=(*rung.criterion.parts_in_order(), none))))
    return (*found, failing, *(rung for rung in rungs if rung.grade.rank is None))


def _public_employee(text: _Text) -> Regulation:
    violation = asked.VIOLATION if text is _AS_AMENDED else asked.VIOLATION_ON_DUTY
    heads = (asked.DEGRADATION, violation)
    return _made(
        text,
        "public_employee",
        Label("Xếp loại viên chức (Nghị định 90/2020)", "Grading public employees (Decree 90/2020)"),
        "12",
        (*asked.EVERYONE, asked.EXCEEDED, *heads),
        _employees_rungs(heads),
        version=2,
        implications=_implications(text),
    )


def _employees_rungs(heads: tuple[YesNo, ...]) -> tuple[Rung, ...]:
    return (
        _rung(
            "EXCELLENT",
            "12.1",
            *holds(asked.CRITERIA_WELL, asked.HIGH_QUALITY, asked.ALL_DONE),
            asked.ALL_ON_TIME,
            at_least(asked.EXCEEDED, 50),
            asked.NOT_CAPPED,
            *none_of(*heads),
        ),
        _rung(
            "GOOD",
            "13.1",
            *holds(asked.CRITERIA_MET, asked.ALL_DONE),
            asked.ALL_ON_TIME,
            asked.NOT_CAPPED,
            *none_of(*heads),
        ),
        _rung(
            "COMPLETED",
            "14.1",
            *holds(asked.CRITERIA_MET, asked.ALL_DONE),
            at_most(asked.DEFICIENT, 20),
            *none_of(*heads),
        ),
        Rung(
            grade=grade("NOT_COMPLETED"),
            criterion=AnyOf(parts=(*holds(*heads), over(asked.DEFICIENT, 50))),
            citation=cite(ND90, "15.1"),
        ),
    )


def _implications(text: _Text) -> tuple[Implication, ...]:
    return (*asked.IMPLICATIONS, asked.DISCIPLINED_ANYHOW) if text is _AS_AMENDED else asked.IMPLICATIONS


def _managers_rungs(heads: tuple[YesNo, ...]) -> tuple[Rung, ...]:
    all_targets, none = at_least(asked.TARGETS_DONE, 100), none_of(*heads)
    units = (at_least(asked.UNITS_COMPLETED, 100), at_least(asked.UNITS_GOOD, 70))
    return (
        _rung(
            "EXCELLENT", "12.2", *holds(asked.CRITERIA_WELL, asked.HIGH_QUALITY, asked.ALL_DONE), asked.ALL_ON_TIME,
            all_targets, at_least(asked.TARGETS_EXCEEDED, 50), *units, asked.NOT_CAPPED, *none,
        ),
        _rung(
            "GOOD", "13.2", *holds(asked.CRITERIA_MET, asked.ALL_DONE), asked.ALL_ON_TIME, all_targets,
            at_least(asked.TARGETS_ON_TIME, 80), *units, asked.NOT_CAPPED, *none,
        ),
        _rung(
            "COMPLETED", "14.2", *holds(asked.CRITERIA_MET, asked.ALL_DONE), at_most(asked.DEFICIENT, 20),
            over(asked.TARGETS_DONE, 70), at_least(asked.UNITS_COMPLETED, 70), *none,
        ),
        Rung(
            grade=grade("NOT_COMPLETED"),
            criterion=AnyOf(parts=(*holds(*heads), over(asked.DEFICIENT, 50), under(asked.TARGETS_DONE, 50))),
            citation=cite(ND90, "15.2"),
        ),
    )  # fmt: skip


def _public_employee_manager(text: _Text) -> Regulation:
    violation = asked.VIOLATION if text is _AS_AMENDED else asked.VIOLATION_ON_DUTY
    heads = (asked.DEGRADATION, violation, asked.UNIT_CORRUPT)
    return _made(
        text,
        "public_employee_manager",
        Label("Xếp loại viên chức quản lý (Nghị định 90/2020)", "Grading managing public employees (Decree 90/2020)"),
        "12",
        (*asked.EVERYONE, asked.TARGETS_DONE, asked.TARGETS_EXCEEDED, asked.TARGETS_ON_TIME, asked.UNITS_COMPLETED,
         asked.UNITS_GOOD, *heads),
        _managers_rungs(heads),
        version=2,
        implications=_implications(text),
    )  # fmt: skip


def _below() -> Rung:
    """Below the last article that was read nothing is made up."""
    return Rung(grade=NOT_ENCODED, criterion=AllOf(parts=()), citation=cite(ND90, ""))


def _version(text: _Text) -> int:
    """Of the texts that judge cadres and civil servants, the amended one was encoded anew."""
    return 2 if text is _AS_AMENDED else 1


def _civil_servant(text: _Text) -> Regulation:
    rungs = (
        _rung(
            "EXCELLENT",
            "8.1",
            *holds(asked.CRITERIA_WELL, asked.HIGH_QUALITY, asked.ALL_DONE),
            asked.ALL_ON_TIME,
            at_least(asked.EXCEEDED, 50),
            asked.NOT_CAPPED,
        ),
        _below(),
    )
    return _made(
        text,
        "civil_servant",
        Label("Xếp loại công chức (Nghị định 90/2020)", "Grading civil servants (Decree 90/2020)"),
        "8",
        (*asked.EVERYONE, asked.EXCEEDED),
        rungs,
        version=_version(text),
    )


def _led_excellently(article: str) -> Rung:
    return _rung(
        "EXCELLENT", article, *holds(asked.CRITERIA_WELL, asked.HIGH_QUALITY, asked.ALL_DONE), asked.ALL_ON_TIME,
        at_least(asked.TARGETS_DONE, 100), at_least(asked.TARGETS_EXCEEDED, 50), at_least(asked.UNITS_COMPLETED, 100),
        at_least(asked.UNITS_GOOD, 70), asked.NOT_CAPPED,
    )  # fmt: skip


def _civil_servant_leader(text: _Text) -> Regulation:
    return _made(
        text,
        "civil_servant_leader",
        Label("Xếp loại công chức lãnh đạo (Nghị định 90/2020)", "Grading leading civil servants (Decree 90/2020)"),
        "8",
        (*asked.EVERYONE, *asked.LED),
        (_led_excellently("8.2"), _below()),
        version=_version(text),
    )


def _cadre(text: _Text) -> Regulation:
    good = _rung(
        "GOOD", "5", *holds(asked.CRITERIA_MET, asked.ALL_DONE), asked.ALL_ON_TIME, at_least(asked.TARGETS_DONE, 100),
        at_least(asked.TARGETS_ON_TIME, 80), at_least(asked.UNITS_COMPLETED, 100), *holds(asked.REST_OF_ARTICLE_5),
        asked.NOT_CAPPED,
    )  # fmt: skip
    return _made(
        text,
        "cadre",
        Label("Xếp loại cán bộ (Nghị định 90/2020)", "Grading cadres (Decree 90/2020)"),
        "4",
        (*asked.EVERYONE, *asked.LED, asked.TARGETS_ON_TIME, asked.REST_OF_ARTICLE_5),
        (_led_excellently("4"), good, _below()),
        version=_version(text),
    )


#: All texts of every category, the earlier one first.
ND90_REGULATIONS: Final = (
    *(make(text) for make in (_public_employee, _public_employee_manager) for text in (_AS_ISSUED, _AS_AMENDED)),
    *(make(text) for make in (_civil_servant, _civil_servant_leader, _cadre) for text in (_AS_ISSUED, _AS_AMENDED, _BY_LAW_80)),
)
