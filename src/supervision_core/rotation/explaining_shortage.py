"""From rows and columns that miss something to sentences about subjects and lead units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from supervision_core.allocation.problem import bits_of
from supervision_core.allocation.shortage import Gap, Part, find_excess, find_shortage
from supervision_core.rotation.bars import SOFTEST_FIRST, BarReason
from supervision_core.rotation.certificates import BarredGroup, Example, Infeasible, Repair, RepairKind, Violation
from supervision_core.rotation.questions import Question
from supervision_core.rotation.rows import Grouping

__all__ = ["explain_shortage"]


def explain_shortage(question: Question, grouping: Grouping) -> Infeasible:
    """The certificate of a question that has no plan."""
    members: list[list[str]] = [[] for _ in grouping.problem.rows]
    for subject, row in zip(grouping.subjects, grouping.row_of, strict=True):
        members[row].append(subject)
    teller = _Teller(question, grouping, members)
    shortage, excess = find_shortage(grouping.problem), find_excess(grouping.problem)
    violations = [one for part in shortage.parts for one in teller.shortages(part)]
    violations += [teller.excess(part) for part in excess.parts]
    repairs = _merged([*teller.shortage_repairs(shortage), *teller.excess_repairs(excess)])
    return Infeasible(
        year=question.year,
        violations=tuple(sorted(violations, key=lambda one: (one.kind, one.subjects, one.lead_units))),
        shortage=sum(part.missing for part in shortage.parts),
        excess=sum(part.missing for part in excess.parts),
        repairs=tuple(sorted(repairs, key=_softness)),
    )


def _merged(repairs: Iterable[Repair]) -> list[Repair]:
    """The same change listed once, with all that it helps against."""
    found: dict[Repair, Repair] = {}
    for repair in repairs:
        key = attrs.evolve(repair, against=("H1",))
        known = found.get(key)
        found[key] = repair if known is None else attrs.evolve(repair, against=(*known.against, *repair.against))
    return list(found.values())


def _softness(repair: Repair) -> tuple[object, ...]:
    if repair.kind is not RepairKind.LIFT_BAR:
        # A place more, or a minimum less, is harder than waiving the cooling-off and softer than all other bars.
        rank: tuple[int, ...] = (1,)
    else:
        hardest = max(SOFTEST_FIRST.index(reason) for reason in repair.reasons)
        rank = (0,) if hardest == 0 else (2, hardest)
    return rank, repair.against, repair.kind.value, repair.lead_unit_id, repair.subjects


class _Teller:
    def __init__(self, question: Question, grouping: Grouping, members: Sequence[Sequence[str]]) -> None:
        self.question = question
        self.problem = grouping.problem
        self.units = grouping.units
        self.members = members

    def _subjects(self, rows: Iterable[int]) -> tuple[str, ...]:
        return tuple(sorted(subject for row in rows for subject in self.members[row]))

    def _unit_ids(self, columns: int) -> tuple[str, ...]:
        return tuple(sorted(self.units[column] for column in bits_of(columns)))

    def shortages(self, part: Part) -> Iterator[Violation]:
        """Subjects that may only go to lead units that take fewer; of those that may go nowhere, each one is alone."""
        subjects = self._subjects(part.rows)
        if part.columns:
            counted = [subject for row, count in part.example_units for subject in sorted(self.members[row])[:count]]
            yield self._shortage(part, subjects, counted)
        else:
            yield from (self._shortage(part, (subject,), [subject]) for subject in subjects)

    def _shortage(self, part: Part, subjects: tuple[str, ...], counted: Sequence[str]) -> Violation:
        all_columns = (1 << len(self.units)) - 1
        return Violation(
            kind="H1",
            subjects=subjects,
            lead_units=self._unit_ids(part.columns),
            demand=len(subjects),
            supply=sum(self.problem.highs[column] for column in bits_of(part.columns)),
            barred=tuple(self._barred(subjects, self._unit_ids(all_columns & ~part.columns))),
            example=Example(
                subjects=counted,
                lead_units=self._unit_ids(part.example_columns),
                demand=len(counted),
                supply=sum(self.problem.highs[column] for column in bits_of(part.example_columns)),
            ),
        )

    def excess(self, part: Part) -> Violation:
        """Lead units that must take more than may go to them."""
        subjects = self._subjects(part.rows)
        inside = set(part.rows)
        others = self._subjects(row for row in range(len(self.problem.rows)) if row not in inside)
        counted = self._subjects(row for row in part.rows if self.problem.rows[row].open & part.example_columns)
        return Violation(
            kind="H2",
            subjects=subjects,
            lead_units=self._unit_ids(part.columns),
            demand=sum(self.problem.lows[column] for column in bits_of(part.columns)),
            supply=len(subjects),
            barred=tuple(self._barred(others, self._unit_ids(part.columns))),
            example=Example(
                subjects=counted,
                lead_units=self._unit_ids(part.example_columns),
                demand=sum(self.problem.lows[column] for column in bits_of(part.example_columns)),
                supply=len(counted),
            ),
        )

    def _barred(self, subjects: Iterable[str], units: Sequence[str]) -> Iterator[BarredGroup]:
        grouped: dict[tuple[str, tuple[BarReason, ...]], list[str]] = {}
        for subject in subjects:
            reasons = self.question.closed_reasons(subject)
            for unit in units:
                grouped.setdefault((unit, reasons[unit]), []).append(subject)
        order = list(BarReason)
        for unit, reasons_of in sorted(grouped, key=lambda key: (key[0], [order.index(one) for one in key[1]])):
            yield BarredGroup(lead_unit_id=unit, reasons=reasons_of, subjects=grouped[unit, reasons_of])

    def shortage_repairs(self, gap: Gap) -> Iterator[Repair]:
        """A place more at a lead unit of the sets, or a bar of one of the subjects towards a lead unit with slack."""
        rows = [row for part in gap.parts for row in part.rows]
        columns = sum(part.columns for part in gap.parts)
        for unit in self._unit_ids(columns):
            yield Repair(kind=RepairKind.RAISE_MAXIMUM, against=("H1",), lead_unit_id=unit)
        yield from self._lifted(("H1",), self._subjects(rows), self._unit_ids(gap.relieving_columns) if rows else ())

    def excess_repairs(self, gap: Gap) -> Iterator[Repair]:
        """A lower minimum at a lead unit of the sets, or a bar of a subject that can be spared towards one of them."""
        columns = sum(part.columns for part in gap.parts)
        for unit in self._unit_ids(columns):
            yield Repair(kind=RepairKind.LOWER_MINIMUM, against=("H2",), lead_unit_id=unit)
        yield from self._lifted(("H2",), self._subjects(gap.relieving_rows) if columns else (), self._unit_ids(columns))

    def _lifted(self, against: tuple[str, ...], subjects: Sequence[str], units: Sequence[str]) -> Iterator[Repair]:
        for barred in self._barred(subjects, units):
            if all(reason in SOFTEST_FIRST for reason in barred.reasons):
                yield Repair(
                    kind=RepairKind.LIFT_BAR,
                    against=against,
                    lead_unit_id=barred.lead_unit_id,
                    subjects=barred.subjects,
                    reasons=barred.reasons,
                )
