"""Checks what is said of the years ahead: sums of meetings that can be dealt out, and lead units that leave no room for more.

Everything is counted afresh from the roster: by the two-sided theorem of Hall meetings exist unless some lead units are asked
for more than they have, or must have more than can come to them, and whatever adds up can be dealt out over the years.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, final

from supervision_core.rotation.long_run import CoolingOff, Coverage, MeetingsOfClass
from supervision_core.rotation.roster import Roster, Severity
from supervision_core.values.checks import Checks
from supervision_core.values.errors import Fault
from supervision_core.values.text import counted, shown

__all__ = ["verify_cooling_off", "verify_coverage"]

#: The lead units open to some subjects.
Open: TypeAlias = frozenset[str]


@final
class _Count:
    def __init__(self, roster: Roster) -> None:
        self.least = {unit.id: unit.min_load for unit in roster.lead_units}
        self.most = {unit.id: len(roster.subjects) if unit.max_load is None else unit.max_load for unit in roster.lead_units}
        takes = {unit.id for unit in roster.lead_units if unit.max_load != 0}
        closed: dict[str, set[str]] = {subject.id: set() for subject in roster.subjects}
        for bar in roster.bars:
            if bar.severity is Severity.HARD:
                closed[bar.subject_id].add(bar.lead_unit_id)
        self.classes: Mapping[Open, int] = Counter(frozenset(takes - barred) for barred in closed.values())
        self.may_come = {unit: sum(size for one, size in self.classes.items() if unit in one) for unit in self.least}

    @property
    def has_no_plan(self) -> bool:
        """Whether somebody has no lead unit open, or there is nobody for a minimum: then no number of years is enough."""
        return frozenset() in self.classes or (not self.classes and any(self.least.values()))

    def class_faults(self, name: str, meetings: Sequence[MeetingsOfClass]) -> Iterator[Fault]:
        """Classes that are not those of the roster, or that meet a lead unit that is closed to them."""
        given = [(frozenset(one.open), one.subjects) for one in meetings]
        if len(dict(given)) < len(given) or dict(given) != dict(self.classes):
            yield Fault(
                "wrong_classes", f"{name}.meetings", counted(len(given), "class", "classes"), "each class of the roster, once"
            )
        elif any(not one.times.keys() <= {*one.open} for one in meetings):
            yield Fault("closed_pair", f"{name}.meetings", "a closed pair", "meetings with open lead units")

    def loads(self, meetings: Sequence[MeetingsOfClass]) -> Mapping[str, int]:
        """How many meetings each lead unit has."""
        return {unit: sum(one.times.get(unit, 0) for one in meetings) for unit in self.least}

    def has_no_room(self, units: Open, years: int, *, once_each: bool) -> bool:
        """Whether some lead units cannot give so many years: they are asked for too much, or must have too much."""
        return any(excess > 0 for excess in self.excesses(units, years, once_each=once_each))

    def excesses(self, units: Open, years: int, *, once_each: bool) -> tuple[int, int]:
        """By how much more is asked of some lead units than they may have, and must be theirs than can come.

        With ``once_each`` everybody has met every open lead unit already and only the rest of the years is at stake, any
        number of times; without it nobody meets a lead unit twice.
        """
        met = sum(self.may_come[unit] for unit in units) if once_each else 0
        asked, there = 0, 0
        for one, size in self.classes.items():
            inside, outside = len(one & units), len(one - units)
            if once_each:
                rest = size * max(0, years - len(one))
                asked += 0 if outside else rest
                there += rest if inside else 0
            else:
                asked += size * max(0, years - outside)
                there += size * min(years, inside)
        most, least = (sum(years * of[unit] for unit in units) - met for of in (self.most, self.least))
        return asked - most, least - there


def verify_cooling_off(roster: Roster, answer: CoolingOff) -> tuple[Fault, ...]:
    """Every fault of an answer of ``sustainable_cooling_off``: () means that so many years can hold, and not one more.

    The meetings must add up over as many years plus one, nobody with a lead unit twice; and the limiting lead units must be
    asked for more than they have with one year more, or somebody must have too few lead units.

    >>> import supervision_core as sc
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v")])
    >>> sc.rotation.verify_cooling_off(roster, sc.sustainable_cooling_off(roster))
    ()
    """
    count = _checked("verify_cooling_off", roster, answer, CoolingOff)
    found = list(count.class_faults("CoolingOff", answer.meetings))
    if found:
        return tuple(found)
    block = answer.years + 1
    wanted = f"{block} different lead units for each subject of a class"
    found += [
        _unlike("CoolingOff", wanted)
        for one in answer.meetings
        if sum(one.times.values()) != block * one.subjects or max(one.times.values()) > one.subjects
    ]
    found += _load_faults(count, "CoolingOff", count.loads(answer.meetings), block)
    units = frozenset(answer.limiting)
    if not units <= count.least.keys():
        found.append(Fault("unknown_id", "CoolingOff.limiting", shown(sorted(units)), "lead units of the roster"))
    elif units:
        if not count.has_no_room(units, block + 1, once_each=False):
            found.append(_no_limit("CoolingOff", block))
        found += _number_faults(count, answer, units)
    elif roster.subjects:
        narrow = min(map(len, count.classes))
        if (narrow, answer.demand, answer.supply) != (block, block + 1, block):
            found.append(_no_limit("CoolingOff", block))
    elif (answer.years, answer.demand, answer.supply) != (0, 0, 0):
        found.append(_no_limit("CoolingOff", block))
    return tuple(found)


def _number_faults(count: _Count, answer: CoolingOff, units: Open) -> Iterator[Fault]:
    """Numbers that are not what is asked of the limiting lead units and what there is, one way or the other."""
    years = answer.years + 2
    asked = sum(size * max(0, years - len(one - units)) for one, size in count.classes.items())
    there = sum(size * min(years, len(one & units)) for one, size in count.classes.items())
    right = (
        (asked, years * sum(count.most[unit] for unit in units)),
        (years * sum(count.least[unit] for unit in units), there),
    )
    if (answer.demand, answer.supply) not in right or answer.demand <= answer.supply:
        found = f"demand {answer.demand}, supply {answer.supply}"
        yield Fault("wrong_demand", "CoolingOff.demand", found, "what is asked for and there")


def verify_coverage(roster: Roster, answer: Coverage) -> tuple[Fault, ...]:
    """Every fault of an answer of ``years_to_full_coverage``: () means that so many years do, and fewer do not.

    >>> import supervision_core as sc
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v")])
    >>> sc.rotation.verify_coverage(roster, sc.years_to_full_coverage(roster))
    ()
    """
    count = _checked("verify_coverage", roster, answer, Coverage)
    units = frozenset(answer.limiting)
    if not units | {*answer.asking} <= count.least.keys():
        return (Fault("unknown_id", "Coverage.limiting", shown(sorted(units)), "lead units of the roster"),)
    if answer.years is None:
        return tuple(_never_faults(count, answer, units))
    if count.has_no_plan:
        return (Fault("wrong_claim", "Coverage.years", str(answer.years), "None: no year has a plan for this roster"),)
    found = list(count.class_faults("Coverage", answer.meetings)) if count.classes or answer.meetings else []
    if found:
        return tuple(found)
    met = count.loads(answer.meetings)
    for one in answer.meetings:
        if sum(one.times.values()) != (answer.years - len(one.open)) * one.subjects:
            found.append(_unlike("Coverage", "what is left of each subject's years once it has met all"))
    found += _load_faults(count, "Coverage", {unit: met[unit] + count.may_come[unit] for unit in met}, answer.years)
    fewer = answer.years - 1
    is_limit = _is_width(count, units, answer.years) or count.has_no_room(units, fewer, once_each=True)
    # No year at all is the fewest for nobody, and nothing asks for it.
    if (answer.years or units or count.classes) and not is_limit:
        found.append(_no_limit("Coverage", fewer))
    return tuple(found)


def _is_width(count: _Count, units: Open, years: int) -> bool:
    return units in count.classes and len(units) >= years


def _never_faults(count: _Count, answer: Coverage, units: Open) -> Iterator[Fault]:
    """The limiting lead units must shut out every number of years, or nobody can ever have met everyone."""
    # Whoever has no lead unit open asks for more than nothing from the first year on, and so does a minimum of nobody.
    widest = max((1, *map(len, count.classes)))
    now, then = (count.excesses(units, years, once_each=True) for years in (widest, widest + 1))
    if not any(first > 0 and second >= first for first, second in zip(now, then, strict=True)):
        yield Fault("no_limit", "Coverage.limiting", shown(answer.limiting), "lead units that shut out every number of years")


def _load_faults(count: _Count, name: str, loads: Mapping[str, int], years: int) -> Iterator[Fault]:
    for unit, load in loads.items():
        if not years * count.least[unit] <= load <= years * count.most[unit]:
            expected = f"from {years * count.least[unit]} to {years * count.most[unit]}"
            yield Fault("load_out_of_bounds", f"{name}.meetings at {shown(unit)}", str(load), expected)


def _unlike(name: str, expected: str) -> Fault:
    return Fault("wrong_meetings", f"{name}.meetings", "other sums", expected)


def _no_limit(name: str, years: int) -> Fault:
    return Fault("no_limit", f"{name}.limiting", f"nothing against {counted(years, 'year')}", "what stands in the way")


def _checked(name: str, roster: object, answer: object, kind: type) -> _Count:
    checks = Checks(name)
    checks.kind("roster", roster, Roster, "a Roster")
    checks.kind("answer", answer, kind, f"a {kind.__name__}")
    checks.done()
    assert isinstance(roster, Roster)
    return _Count(roster)
