"""How long a cooling-off can hold for ever, and how many years until everyone has met everyone: answers before any plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import final

from supervision_core.allocation.problem import bits_of
from supervision_core.allocation.transport import Cut, Load, carry
from supervision_core.rotation.long_run import CoolingOff, Coverage, MeetingsOfClass
from supervision_core.rotation.question import NO_RESTRICTION
from supervision_core.rotation.roster import Roster
from supervision_core.values.checks import Checks

__all__ = ["sustainable_cooling_off", "years_to_full_coverage"]


@final
class _Classes:
    """The subjects by the lead units open to them; pins and allowances are ignored, and who takes nobody is open to nobody."""

    def __init__(self, roster: Roster) -> None:
        self.units = roster.lead_unit_ids
        self.subjects = len(roster.subjects)
        self.lows = [unit.min_load for unit in roster.lead_units]
        self.highs = [self.subjects if unit.max_load is None else unit.max_load for unit in roster.lead_units]
        bit = {unit: 1 << place for place, unit in enumerate(self.units)}
        takes = sum(bit[unit.id] for unit in roster.lead_units if unit.max_load != 0)
        sizes: Counter[int] = Counter()
        known: dict[frozenset[str], int] = {frozenset(): takes}
        for subject in roster.subject_ids:
            closed, _, _, _ = roster.restrictions.get(subject, NO_RESTRICTION)
            if closed not in known:
                known[closed] = takes & ~sum(bit[unit] for unit in closed)
            sizes[known[closed]] += 1
        self.sizes = sorted(sizes.items())
        self.widths = [mask.bit_count() for mask, _ in self.sizes]
        #: How many subjects each lead unit is open to.
        self.may_come = [sum(size for mask, size in self.sizes if mask >> j & 1) for j in range(len(self.units))]

    def named(self, columns: int) -> tuple[str, ...]:
        """The lead units of a mask."""
        return tuple(self.units[column] for column in bits_of(columns))

    def told(self, found: Sequence[Mapping[int, int]]) -> tuple[MeetingsOfClass, ...]:
        """What each class carries, for people and checkers."""
        return tuple(
            MeetingsOfClass(
                open=self.named(mask), subjects=size, times={self.units[column]: times for column, times in carried.items()}
            )
            for (mask, size), carried in zip(self.sizes, found, strict=True)
        )

    def block(self, years: int) -> list[dict[int, int]] | Cut:
        """Everybody meets so many different lead units, with so many years' loads."""
        rows = [Load(years * size, mask, size) for mask, size in self.sizes]
        return carry(rows, [years * low for low in self.lows], [years * high for high in self.highs])

    def rest(self, years: int) -> list[dict[int, int]] | Cut:
        """What is left of so many years once everybody has met every open lead unit."""
        rows = [Load(size * (years - mask.bit_count()), mask, self.subjects * years) for mask, size in self.sizes]
        lows = [max(0, years * low - once) for low, once in zip(self.lows, self.may_come, strict=True)]
        highs = [years * high - once for high, once in zip(self.highs, self.may_come, strict=True)]
        return carry(rows, lows, highs, maxima_first=True)


def sustainable_cooling_off(roster: Roster) -> CoolingOff | None:
    """The longest cooling-off that can hold for ever with this roster; None when it has no plan at all.

    It looks at who may supervise whom and at the loads; shares, pins and allowances are ignored. It answers for terms of one
    year: where a lead unit may keep a subject for several (``tenure_years``), more may be possible.

    >>> import supervision_core as sc
    >>> loads = {"front": 42, "labour": 12, "veterans": 14, "women": 24, "youth": 12}
    >>> units = [sc.LeadUnit(id=name, min_load=load, max_load=load) for name, load in loads.items()]
    >>> roster = sc.Roster(subjects=[sc.Subject(id=f"s{i:03}") for i in range(104)], lead_units=units)
    >>> print(sc.sustainable_cooling_off(roster).sentence("en"))
    A cooling-off of 1 year can hold for ever; 2 cannot, because of front: 126 asked for, 104 there.

    Source: a rotation without repeats within k years exists for ever exactly when every subject can meet k + 1 different
    lead units with k + 1 years' loads (any k + 1 years in a row are such a block, and a block can be repeated).
    """
    _check(roster)
    classes = _Classes(roster)
    if not roster.subjects:
        return None if any(classes.lows) else CoolingOff(years=0, limiting=(), demand=0, supply=0)
    widest = min(classes.widths)
    least = classes.block(1) if widest else None
    if not isinstance(least, list):
        return None
    # ``years`` can be held and ``beyond`` cannot: nobody meets more lead units than are open to them.
    years, beyond, found, cut = 1, widest + 1, least, None
    while beyond - years > 1:
        middle = (years + beyond) // 2
        tried = classes.block(middle)
        if isinstance(tried, Cut):
            beyond, cut = middle, tried
        else:
            years, found = middle, tried
    columns, demand, supply = (0, beyond, widest) if cut is None else _counted(classes, cut, beyond)
    return CoolingOff(
        years=years - 1, limiting=classes.named(columns), demand=demand, supply=supply, meetings=classes.told(found)
    )


def _counted(classes: _Classes, cut: Cut, years: int) -> tuple[int, int, int]:
    """The lead units of a cut with what is asked of them and what there is, over so many years."""
    columns = cut.columns
    if cut.is_minimum:
        asked = years * sum(classes.lows[column] for column in bits_of(columns))
        return columns, asked, sum(size * min(years, (mask & columns).bit_count()) for mask, size in classes.sizes)
    asked = sum(size * max(0, years - (mask & ~columns).bit_count()) for mask, size in classes.sizes)
    return columns, asked, years * sum(classes.highs[column] for column in bits_of(columns))


def years_to_full_coverage(roster: Roster) -> Coverage:
    """The fewest years in which every subject can meet every lead unit open to it, whatever the order of the years.

    It looks at who may supervise whom and at the loads; shares, pins and allowances are ignored.

    >>> import supervision_core as sc
    >>> units = [sc.LeadUnit(id="front", max_load=3), sc.LeadUnit(id="women", max_load=1)]
    >>> roster = sc.Roster(subjects=[sc.Subject(id=f"s{i}") for i in range(4)], lead_units=units)
    >>> answer = sc.years_to_full_coverage(roster)
    >>> answer.years, answer.limiting
    (4, ('women',))

    Source: meetings that add up to T a subject, with T years' loads, can always be dealt out over T years (König, de Werra).
    """
    _check(roster)
    classes = _Classes(roster)
    if not roster.subjects:
        needy = tuple(unit.id for unit in roster.lead_units if unit.min_load)
        return Coverage(years=None if needy else 0, limiting=needy)
    if not min(classes.widths):
        return Coverage(years=None, limiting=())  # somebody has no lead unit at all
    years = max(classes.widths)
    asking = classes.named(next(mask for mask, _ in classes.sizes if mask.bit_count() == max(classes.widths)))
    while isinstance(found := classes.rest(years), Cut):
        limiting = classes.named(found.columns)
        needed = _years_needed(classes, found)
        if needed is None:
            return Coverage(years=None, limiting=limiting, asking=asking)
        years, asking = needed, limiting
    # What asked for more years may have been more than what stands in the way of one year fewer; the fullest go first.
    full = [j for j, most in enumerate(classes.highs) if (years - 1) * most < classes.may_come[j]]
    if full:
        asking = classes.named(sum(1 << column for column in full))
    elif years > max(classes.widths) and isinstance(smallest := classes.rest(years - 1), Cut):
        asking = classes.named(smallest.columns)
    return Coverage(years=years, limiting=asking, meetings=classes.told(found))


def _years_needed(classes: _Classes, cut: Cut) -> int | None:
    """The fewest years for which the columns of a cut would do; None when more years only make it worse.

    What is asked of them and what there is are both linear in the years, ``slope * years + constant``.
    """
    columns = cut.columns
    met = sum(classes.may_come[column] for column in bits_of(columns))
    if cut.is_minimum:
        inside = [(mask, size) for mask, size in classes.sizes if mask & columns]
        slope = sum(size for _, size in inside) - sum(classes.lows[column] for column in bits_of(columns))
        constant = met - sum(size * mask.bit_count() for mask, size in inside)
    else:
        inside = [(mask, size) for mask, size in classes.sizes if not mask & ~columns]
        slope = sum(classes.highs[column] for column in bits_of(columns)) - sum(size for _, size in inside)
        constant = sum(size * mask.bit_count() for mask, size in inside) - met
    return -(constant // slope) if slope > 0 else None


def _check(roster: object) -> None:
    checks = Checks("roster")
    checks.kind("", roster, Roster, "a Roster")
    checks.done()
