"""How long a cooling-off can hold for ever, and how many years until everyone has met everyone: answers before any plan."""

from __future__ import annotations

from collections import Counter
from typing import final

import attrs

from supervision_core.allocation.cyclic import BlockProblem, find_block, limiting_columns
from supervision_core.allocation.problem import BALANCE, AllocationProblem, Row, Squares, bits_of
from supervision_core.allocation.shortage import find_excess, find_shortage
from supervision_core.allocation.solving import solve
from supervision_core.rotation.question import NO_RESTRICTION
from supervision_core.rotation.roster import Roster
from supervision_core.values.checks import Checks, check_fields
from supervision_core.values.exact import whole_or_none, whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.text import Language
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["CoolingOff", "Coverage", "sustainable_cooling_off", "years_to_full_coverage"]


@final
@attrs.frozen(kw_only=True)
class CoolingOff:
    """The longest cooling-off that can hold for ever, and why not one year more.

    With one year more, the lead units in ``limiting`` would ask for ``demand`` meetings over as many years plus one,
    and only ``supply`` are possible. No lead unit in ``limiting`` means that some subject has too few lead units open.
    """

    #: How many years; 0 where even two years running cannot be avoided.
    years: int = attrs.field(converter=whole_or_same)
    #: The lead units that stand in the way of one year more, sorted.
    limiting: tuple[str, ...]
    #: What they, or the subjects bound to them, ask for.
    demand: int = attrs.field(converter=whole_or_same)
    #: What there is.
    supply: int = attrs.field(converter=whole_or_same)

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The answer for people, with the reason in numbers."""
        return cooling_off_said(self, wording(lang, names))


_HOLDS = {
    True: Label(
        "Có thể duy trì lâu dài thời gian giãn cách {years} năm; {more} năm thì không, {why}.",
        "A cooling-off of {years} year can hold for ever; {more} cannot, {why}.",
    ),
    False: Label(
        "Có thể duy trì lâu dài thời gian giãn cách {years} năm; {more} năm thì không, {why}.",
        "A cooling-off of {years} years can hold for ever; {more} cannot, {why}.",
    ),
}
_LIMITED = Label("vì {units}: cần {demand}, chỉ có {supply}", "because of {units}: {demand} asked for, {supply} there")
_TOO_FEW_UNITS = Label("vì có đối tượng không đủ đầu mối", "because some subject has too few lead units")


def cooling_off_said(answer: CoolingOff, by: Wording) -> str:
    """How many years can hold for ever, and what is in the way of one more."""
    why = by.say(_TOO_FEW_UNITS)
    if answer.limiting:
        units, demand, supply = by.listed(answer.limiting), by.number(answer.demand), by.number(answer.supply)
        why = by.say(_LIMITED, units=units, demand=demand, supply=supply)
    return by.say(_HOLDS[answer.years == 1], years=answer.years, more=answer.years + 1, why=why)


@final
@attrs.frozen(kw_only=True)
class Coverage:
    """The fewest years in which every subject can meet every lead unit open to it, and what asks for so many."""

    #: How many years; None when it can never be.
    years: int | None = attrs.field(converter=whole_or_none)
    #: The lead units that ask for so many, sorted.
    limiting: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The answer for people."""
        return coverage_said(self, wording(lang, names))


_NEVER = Label("Không thể đạt được{units}.", "No number of years is enough{units}.")
_COVERED = {
    True: Label(
        "Cần ít nhất {years} năm để mọi đối tượng gặp mọi đầu mối{units}.",
        "It takes at least {years} year for every subject to meet every lead unit{units}.",
    ),
    False: Label(
        "Cần ít nhất {years} năm để mọi đối tượng gặp mọi đầu mối{units}.",
        "It takes at least {years} years for every subject to meet every lead unit{units}.",
    ),
}


def coverage_said(answer: Coverage, by: Wording) -> str:
    """How many years it takes, and for whom it takes so many."""
    units = f" ({by.listed(answer.limiting)})" if answer.limiting else ""
    if answer.years is None:
        return by.say(_NEVER, units=units)
    return by.say(_COVERED[answer.years == 1], years=answer.years, units=units)


def _kinds(roster: Roster) -> tuple[tuple[int, int], ...]:
    """The subjects by the lead units open to them: (how many, mask), in the order of their first ids. Pins are ignored."""
    bit = {unit: 1 << place for place, unit in enumerate(roster.lead_unit_ids)}
    everything = (1 << len(bit)) - 1
    masks: Counter[int] = Counter()
    for subject in roster.subject_ids:
        closed, _, _ = roster.restrictions.get(subject, NO_RESTRICTION)
        masks[everything & ~sum(bit[unit] for unit in closed)] += 1
    return tuple((count, mask) for mask, count in masks.items())


def _bounds(roster: Roster) -> tuple[tuple[int, ...], tuple[int, ...]]:
    subjects = len(roster.subjects)
    lows = tuple(unit.min_load for unit in roster.lead_units)
    highs = tuple(subjects if unit.max_load is None else unit.max_load for unit in roster.lead_units)
    return lows, highs


def block_problem(roster: Roster, years: int) -> BlockProblem:
    """Every subject meets so many different lead units, with the loads of each year within the roster's bounds."""
    lows, highs = _bounds(roster)
    return BlockProblem(
        rows=_kinds(roster),
        years=years,
        lows=tuple(years * low for low in lows),
        highs=tuple(years * high for high in highs),
    )


def sustainable_cooling_off(roster: Roster) -> CoolingOff | None:
    """The longest cooling-off that can hold for ever with this roster; None when it has no plan at all.

    It looks at who may supervise whom and at the loads; shares and pins are ignored.

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
    if not roster.subjects:
        return None if any(low for low in _bounds(roster)[0]) else CoolingOff(years=0, limiting=(), demand=0, supply=0)
    if find_block(block_problem(roster, 1)) is None:
        return None
    years = 0
    while find_block(block_problem(roster, years + 2)) is not None:
        years += 1
    columns, demand, supply = limiting_columns(block_problem(roster, years + 2))
    limiting = tuple(roster.lead_unit_ids[column] for column in bits_of(columns))
    return CoolingOff(years=years, limiting=limiting, demand=demand, supply=supply)


def years_to_full_coverage(roster: Roster) -> Coverage:
    """The fewest years in which every subject can meet every lead unit open to it, whatever the order of the years.

    It looks at who may supervise whom and at the loads; shares and pins are ignored.

    >>> import supervision_core as sc
    >>> units = [sc.LeadUnit(id="front", max_load=3), sc.LeadUnit(id="women", max_load=1)]
    >>> roster = sc.Roster(subjects=[sc.Subject(id=f"s{i}") for i in range(4)], lead_units=units)
    >>> sc.years_to_full_coverage(roster)
    Coverage(years=4, limiting=('women',))

    Source: meetings that add up to T a subject, with T years' loads, can always be dealt out over T years (König, de Werra).
    """
    _check(roster)
    kinds = _kinds(roster)
    lows, highs = _bounds(roster)
    # In as many years as there are pairs everyone can meet everyone, if they can at all.
    most = max(1, sum(count * mask.bit_count() for count, mask in kinds))
    blocked = _blocking(kinds, lows, highs, most)
    if blocked is not None:
        return Coverage(years=None, limiting=_named(roster, blocked))
    least, enough = -1, most
    while enough - least > 1:
        middle = (least + enough) // 2
        if _blocking(kinds, lows, highs, middle) is None:
            enough = middle
        else:
            least = middle
    limiting = _blocking(kinds, lows, highs, enough - 1) if enough else None
    return Coverage(years=enough, limiting=_named(roster, limiting or 0))


def _named(roster: Roster, columns: int) -> tuple[str, ...]:
    return tuple(roster.lead_unit_ids[column] for column in bits_of(columns))


def _blocking(kinds: tuple[tuple[int, int], ...], lows: tuple[int, ...], highs: tuple[int, ...], years: int) -> int | None:
    """The lead units that keep everyone from meeting everyone in so many years, as a mask; None when nothing does.

    Every pair meets once; what is left of a subject's years goes anywhere open.
    """
    met = [sum(count for count, mask in kinds if mask >> column & 1) for column in range(len(lows))]
    room = [years * high - once for high, once in zip(highs, met, strict=True)]
    full = sum(1 << column for column, left in enumerate(room) if left < 0)
    short = [mask for _, mask in kinds if mask.bit_count() > years]
    if full or short:
        return full or short[0]
    if years == 0:
        return None if not kinds else (1 << len(lows)) - 1
    rows = tuple(Row(count * (years - mask.bit_count()), mask, ()) for count, mask in kinds if mask.bit_count() < years)
    least = tuple(max(0, years * low - once) for low, once in zip(lows, met, strict=True))
    if any(low > high for low, high in zip(least, room, strict=True)):
        return sum(1 << column for column, (low, high) in enumerate(zip(least, room, strict=True)) if low > high)
    problem = AllocationProblem(rows, least, tuple(room), Squares(1, (0,) * len(lows)), (BALANCE,))
    if solve(problem) is not None:
        return None
    parts = (*find_shortage(problem).parts, *find_excess(problem).parts)
    columns = 0
    for part in parts:
        columns |= part.columns
    return columns


def _check(roster: object) -> None:
    checks = Checks("roster")
    checks.kind("", roster, Roster, "a Roster")
    checks.done()
