"""The rests of earlier years: by how much each lead unit had more or less than its share of what is recorded.

A year cannot be divided exactly. Taking the rests along gives the indivisible part of a year to those who had less so far.
"""

from __future__ import annotations

from collections import Counter
from math import lcm

from supervision_core.allocation.problem import Squares
from supervision_core.rotation.history import History, given_to
from supervision_core.rotation.roster import LeadUnit, Roster
from supervision_core.rotation.spells import parts_of_today

__all__ = ["load_costs_of_rests", "loads_in"]


def loads_in(history: History, year: int) -> Counter[str]:
    """How many subjects each lead unit had in a year; a subject with several counts once with each."""
    loads: Counter[str] = Counter()
    # The entries are counted first: a column of thousands of subjects holds few different ones.
    for held, times in Counter(history.column(year).values()).items():
        for unit in held if isinstance(held, tuple) else (held,):
            loads[unit] += times
    return loads


def load_costs_of_rests(roster: Roster, history: History, units: tuple[str, ...]) -> Squares:
    """The level ``carried`` of a year, for the lead units in the order of their columns.

    A lead unit takes part from its ``since`` on, and one that came out of a split from the year of that split on: what the
    whole had is no part's. In a year whose lead units have no shares at all nobody is owed anything.
    """
    split = parts_of_today(given_to(history))
    years: list[tuple[int, int, list[LeadUnit], Counter[str]]] = []
    for year in history.years:
        present = [unit for unit in roster.lead_units if year >= max(unit.since or year, split.get(unit.id, year))]
        shares = sum(unit.share for unit in present)
        if shares:
            loads = loads_in(history, year)
            years.append((shares, sum(loads[unit.id] for unit in present), present, loads))
    everything = sum(unit.share for unit in roster.lead_units)
    # All shares of all years are counted in parts of one whole, so that every number is whole.
    whole = lcm(everything, *(shares for shares, *_ in years))
    subjects = len(roster.subjects)
    targets = {unit.id: subjects * unit.share * (whole // everything) for unit in roster.lead_units}
    for shares, recorded, present, loads in years:
        for unit in present:
            targets[unit.id] += recorded * unit.share * (whole // shares) - whole * loads[unit.id]
    return Squares(whole, tuple(map(targets.__getitem__, units)))
