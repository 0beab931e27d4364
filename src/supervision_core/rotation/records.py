"""Records of who had whom, as spreadsheets give them, and what they count for.

What counts is a named rule, not a guess: a few months, a substitution, a year of which nobody remembers the lead unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final, final

import attrs

from supervision_core.values.checks import Checks, check_arguments
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.exact import whole_or_same
from supervision_core.values.text import composed, composed_or_none, shown

__all__ = ["CountingRule", "Record"]


FIRST_YEAR, LAST_YEAR = 1, 9999
_NEVER: Final[Mapping[str, Sequence[date]]] = MappingProxyType({})
#: The months of a year.
MONTHS = 12


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
    year: int = attrs.field(converter=whole_or_same)
    #: For how many months, 1 to 12.
    months: int = attrs.field(default=MONTHS, converter=whole_or_same)
    #: Whether it only stood in for another lead unit.
    substitute: bool = False
    #: The day by whose names the record speaks, a day of its year; None for 1 January.
    first_day: date | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("Record")
        checks.identifier("subject_id", self.subject_id)
        checks.optional_identifier("lead_unit_id", self.lead_unit_id)
        whole = checks.whole("year", self.year, at_least=FIRST_YEAR, at_most=LAST_YEAR)
        checks.whole("months", self.months, at_least=1, at_most=MONTHS)
        checks.kind("substitute", self.substitute, bool, "True or False")
        if checks.optional_day("first_day", self.first_day) and whole:
            day = self.first_day
            if day is not None and day.year != self.year:
                checks.fault("outside_the_year", "first_day", day.isoformat(), f"a day of {self.year}, or None")
        checks.done()

    @classmethod
    def of_row(cls, row: Mapping[str, object]) -> Record:
        """A record from a row with the field names as its keys; unknown keys and wrong kinds are refused, all at once."""
        check_arguments(Record.of_row, row=row)
        names = [field.name for field in attrs.fields(cls)]
        faults = [Fault("unknown_key", "Record", shown(key), "one of " + ", ".join(names)) for key in row if key not in names]
        faults += [Fault("missing", f"Record.{name}", "nothing", "a value") for name in names[:3] if name not in row]
        if faults:
            raise InvalidInput(faults)
        return cls(**row)  # type: ignore[arg-type]  # the record checks what it is given

    @property
    def names_of(self) -> date:
        """The day by whose names it speaks."""
        return self.first_day or date(self.year, 1, 1)

    @property
    def is_plain(self) -> bool:
        """Whether it says no more than who had whom in a year."""
        return self.months == MONTHS and not self.substitute and self.first_day is None

    def __repr__(self) -> str:
        # A subject's id may stand for a person.
        return f"<Record of {self.year}: {self.lead_unit_id}>"


@final
@attrs.frozen(kw_only=True)
class CountingRule:
    """Which records count as a year in which a lead unit had a subject; the source does not say, so it is a choice.

    The months of several spells of a year are added up first, under the names that lead units have today.
    """

    #: The fewest months that count, 1 to 12.
    least_months: int = attrs.field(default=1, converter=whole_or_same)
    #: Whether standing in for another lead unit counts.
    substitutes_count: bool = True

    def __attrs_post_init__(self) -> None:
        checks = Checks("CountingRule")
        checks.whole("least_months", self.least_months, at_least=1, at_most=MONTHS)
        checks.kind("substitutes_count", self.substitutes_count, bool, "True or False")
        checks.done()


def read_records(
    records: Iterable[Record | Mapping[str, object]], renamed: Mapping[str, Sequence[date]] = _NEVER
) -> tuple[tuple[Record, ...], list[Fault]]:
    """The records, rows among them read, with every fault of a row and every contradiction among them.

    A name may stand for somebody else from the days on which it was ``renamed``: what is said before and after does not meet.
    The same pair for the whole of a year twice, more months than a year has, a lead unit named beside "not known who".
    Each fault names the row, and the subject and year where the row has them.
    """
    faults: list[Fault] = []
    given: list[tuple[int, Record]] = []
    for position, one in enumerate(records):
        place = f"History.records[{position}]"
        try:
            record = Record.of_row(one) if isinstance(one, Mapping) else one
        except InvalidInput as error:
            whose = _whose(one)
            faults.extend(attrs.evolve(fault, place=f"{place}{whose} {fault.place}") for fault in error.faults)
            continue
        if isinstance(record, Record):
            given.append((position, record))
        else:
            faults.append(Fault("wrong_kind", place, shown(record), "a Record"))
    faults.extend(_contradictions(given, renamed))
    return tuple(record for _, record in given), faults


def _whose(row: object) -> str:
    """The subject and the year of a row, as far as it has them."""
    assert isinstance(row, Mapping)
    found = [shown(row[name]) for name in ("subject_id", "year") if name in row]
    return f" ({', '.join(found)})" if found else ""


def _contradictions(records: Iterable[tuple[int, Record]], renamed: Mapping[str, Sequence[date]]) -> Iterator[Fault]:
    held: dict[tuple[int, str, int], list[tuple[int, Record]]] = {}
    for position, record in records:
        days = renamed.get(record.subject_id, ())
        before = sum(day <= record.names_of for day in days) if days else 0
        held.setdefault((record.year, record.subject_id, before), []).append((position, record))
    for of_year in held.values():
        if len(of_year) > 1:
            yield from _year_contradictions(of_year)


def _year_contradictions(of_year: list[tuple[int, Record]]) -> Iterator[Fault]:
    """What cannot be so together among the records of one subject and year."""
    last, one = of_year[-1]
    whose = f"{shown(one.subject_id)} in {one.year}"
    units = {record.lead_unit_id for _, record in of_year}
    if None in units and len(units) > 1:
        for position, record in of_year:
            if record.lead_unit_id is not None:
                found = shown((record.subject_id, record.year, record.lead_unit_id))
                expected = "a lead unit, or that it is not known, not both"
                yield Fault("contradiction", f"History.records[{position}]", found, expected)
        return
    whole: set[str | None] = set()
    for position, record in of_year:
        if record.months == MONTHS and not record.substitute:
            if record.lead_unit_id in whole:
                found = shown((record.subject_id, record.year, record.lead_unit_id))
                expected = "one record of a subject, a year and a lead unit, or the months of each spell"
                yield Fault("duplicate", f"History.records[{position}]", found, expected)
                return
            whole.add(record.lead_unit_id)
    months = [record.months for _, record in of_year if not record.substitute]
    # Several lead units of a year, none with its months, are a move within it and not a contradiction.
    if sum(months) > MONTHS and min(months) < MONTHS:
        expected = f"at most {MONTHS} months in a year"
        yield Fault("contradiction", f"History.records[{last}]", f"{sum(months)} months of {whose}", expected)
