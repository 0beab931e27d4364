"""Records of who had whom, as spreadsheets give them, and what they count for.

What counts is a named rule, not a guess: a few months, a substitution, a year of which nobody remembers the lead unit.
Lead units and subjects merge, split and change their names; a lineage says what became of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import final

import attrs

from supervision_core.values.checks import Checks, composed_map, composed_sorted
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import composed, composed_or_none, shown

__all__ = ["FIRST_YEAR", "LAST_YEAR", "CountingRule", "Lineage", "Record", "read_records"]


FIRST_YEAR, LAST_YEAR = 1, 9999
_MONTHS = 12


@final
@attrs.frozen(kw_only=True, repr=False)
class Record:
    """A lead unit had a subject in a year, for the whole of it or for some months.

    >>> from supervision_core.rotation import Record
    >>> Record(subject_id="s001", lead_unit_id="front", year=2020, months=4).months
    4
    """

    #: The subject.
    subject_id: str = attrs.field(converter=composed)
    #: The lead unit; None where it is known that somebody had the subject, but not who.
    lead_unit_id: str | None = attrs.field(converter=composed_or_none)
    #: The calendar year.
    year: int
    #: For how many months, 1 to 12.
    months: int = _MONTHS
    #: Whether it only stood in for another lead unit.
    substitute: bool = False

    def __attrs_post_init__(self) -> None:
        checks = Checks("Record")
        checks.identifier("subject_id", self.subject_id)
        checks.optional_identifier("lead_unit_id", self.lead_unit_id)
        checks.whole("year", self.year, at_least=FIRST_YEAR, at_most=LAST_YEAR)
        checks.whole("months", self.months, at_least=1, at_most=_MONTHS)
        checks.kind("substitute", self.substitute, bool, "True or False")
        checks.done()

    @classmethod
    def of_row(cls, row: Mapping[str, object]) -> Record:
        """A record from a row with the field names as its keys; unknown keys and wrong kinds are refused, all at once."""
        names = [field.name for field in attrs.fields(cls)]
        faults = [Fault("unknown_key", "Record", shown(key), "one of " + ", ".join(names)) for key in row if key not in names]
        faults += [Fault("missing", f"Record.{name}", "nothing", "a value") for name in names[:3] if name not in row]
        if faults:
            raise InvalidInput(faults)
        return cls(**row)  # type: ignore[arg-type]  # the record checks what it is given

    def __repr__(self) -> str:
        # A subject's id may stand for a person.
        return f"<Record of {self.year}: {self.lead_unit_id}>"


@final
@attrs.frozen(kw_only=True)
class CountingRule:
    """Which records count as a year in which a lead unit had a subject; the source does not say, so it is a choice."""

    #: The fewest months that count, 1 to 12.
    least_months: int = 1
    #: Whether standing in for another lead unit counts.
    substitutes_count: bool = True

    def __attrs_post_init__(self) -> None:
        checks = Checks("CountingRule")
        checks.whole("least_months", self.least_months, at_least=1, at_most=_MONTHS)
        checks.kind("substitutes_count", self.substitutes_count, bool, "True or False")
        checks.done()

    def counts(self, record: Record) -> bool:
        """Whether a record counts."""
        return record.months >= self.least_months and (self.substitutes_count or not record.substitute)


def _became(mapping: Mapping[str, Iterable[str]]) -> IdMap[tuple[str, ...]]:
    return composed_map(mapping, composed_sorted)


@final
@attrs.frozen(kw_only=True)
class Lineage:
    """What became of lead units and subjects: renamed or merged into one, or split into several.

    What an old one had, every successor counts as having had: a rotation must not start anew by a change of name.

    >>> from supervision_core import Lineage
    >>> lineage = Lineage(lead_units={"district union": ["union"], "union": ["union A", "union B"]})
    >>> lineage.of_lead_unit("district union")
    ('union A', 'union B')
    """

    #: For each lead unit that is gone, its successors.
    lead_units: IdMap[tuple[str, ...]] = attrs.field(factory=IdMap, converter=_became)
    #: For each subject that is gone, its successors.
    subjects: IdMap[tuple[str, ...]] = attrs.field(factory=IdMap, converter=_became)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Lineage")
        for name in ("lead_units", "subjects"):
            mapping = getattr(self, name)
            if not checks.by_id(name, mapping, "a mapping from ids to the ids of the successors"):
                continue
            for one, successors in mapping.items():
                checks.identifier(name, one)
                checks.identifiers(f"{name}[{one!r}]", successors)
            if checks.clean:
                for one in _in_circles(mapping):
                    checks.fault("circle", name, one, "successors that do not lead back")
        checks.done()

    def of_lead_unit(self, lead_unit_id: str) -> tuple[str, ...]:
        """What became of a lead unit in the end, sorted; itself where nothing is said."""
        return _in_the_end(self.lead_units, lead_unit_id)

    def of_subject(self, subject_id: str) -> tuple[str, ...]:
        """What became of a subject in the end, sorted; itself where nothing is said."""
        return _in_the_end(self.subjects, subject_id)


def _in_the_end(mapping: Mapping[str, tuple[str, ...]], one: str) -> tuple[str, ...]:
    if one not in mapping:
        return (one,)
    return tuple(sorted({last for successor in mapping[one] for last in _in_the_end(mapping, successor)}))


def _in_circles(mapping: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for start in mapping:
        seen: set[str] = set()
        waiting = list(mapping[start])
        while waiting:
            at = waiting.pop()
            if at == start:
                yield start
                break
            if at not in seen:
                seen.add(at)
                waiting.extend(mapping.get(at, ()))


def read_records(records: Iterable[Record | Mapping[str, object]]) -> tuple[tuple[Record, ...], list[Fault]]:
    """The records, rows among them read, with every fault of a row and every contradiction among them.

    The same pair of a year twice, more months than a year has, a lead unit named beside "not known who".
    """
    faults: list[Fault] = []
    given: list[Record] = []
    pairs: set[tuple[str, int, str | None]] = set()
    for position, one in enumerate(records):
        place = f"History.records[{position}]"
        try:
            record = Record.of_row(one) if isinstance(one, Mapping) else one
        except InvalidInput as error:
            faults.extend(attrs.evolve(fault, place=f"{place} {fault.place}") for fault in error.faults)
            continue
        if not isinstance(record, Record):
            faults.append(Fault("wrong_kind", place, shown(record), "a Record"))
            continue
        pair = record.subject_id, record.year, record.lead_unit_id
        if pair in pairs:
            faults.append(Fault("duplicate", place, shown(pair), "one record of a subject, a year and a lead unit"))
        pairs.add(pair)
        given.append(record)
    faults.extend(_contradictions(given))
    return tuple(given), faults


def _contradictions(records: Iterable[Record]) -> Iterator[Fault]:
    held: dict[tuple[int, str], list[Record]] = {}
    for record in records:
        held.setdefault((record.year, record.subject_id), []).append(record)
    for (year, subject), of_year in sorted(held.items()):
        place = f"History.records of {year}"
        units = {record.lead_unit_id for record in of_year}
        if None in units and len(units) > 1:
            expected = "a lead unit, or that it is not known, not both"
            for unit in sorted(unit for unit in units if unit is not None):
                yield Fault("contradiction", place, shown((subject, unit)), expected)
            continue
        months = [record.months for record in of_year if not record.substitute]
        # Several lead units of a year, none with its months, are a move within it and not a contradiction.
        if sum(months) > _MONTHS and min(months) < _MONTHS:
            yield Fault(
                "contradiction", place, f"{sum(months)} months of {shown(subject)}", f"at most {_MONTHS} months in a year"
            )
