"""The rests of earlier years: by how much each lead unit had more or less than its share of what is recorded.

A year cannot be divided exactly. Taking the rests along gives the indivisible part of a year to those who had less so far.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import lcm
from typing import TypeAlias

from supervision_core.allocation.problem import Squares
from supervision_core.rotation.history import History, given_to
from supervision_core.rotation.roster import Roster
from supervision_core.rotation.spells import parts_of_today

__all__ = ["drifts", "load_costs_of_rests", "loads_in"]

#: By lead unit, how many subjects it had above its share over the recorded years; below zero where it had fewer.
Drifts: TypeAlias = dict[str, Fraction]


def loads_in(history: History, year: int) -> Counter[str]:
    """How many subjects each lead unit had in a year; a subject with several counts once with each."""
    loads: Counter[str] = Counter()
    # The entries are counted first: a column of thousands of subjects holds few different ones.
    for held, times in Counter(history.column(year).values()).items():
        for unit in held if isinstance(held, tuple) else (held,):
            loads[unit] += times
    return loads


def drifts(roster: Roster, history: History) -> tuple[Drifts, int]:
    """Each lead unit's drift, and the number that makes them and the shares of the coming year whole.

    A lead unit takes part from its ``since`` on, and one that came out of a split from the year of that split on: what the
    whole had is no part's. In a year whose lead units have no shares at all nobody is owed anything.
    """
    found: Drifts = dict.fromkeys(roster.lead_unit_ids, Fraction(0))
    whole = sum(unit.share for unit in roster.lead_units)
    split = parts_of_today(given_to(history))
    for year in history.years:
        present = [unit for unit in roster.lead_units if year >= max(unit.since or year, split.get(unit.id, year))]
        shares = sum(unit.share for unit in present)
        if not shares:
            continue
        whole = lcm(whole, shares)
        loads = loads_in(history, year)
        recorded = sum(loads[unit.id] for unit in present)
        for unit in present:
            found[unit.id] += loads[unit.id] - Fraction(recorded * unit.share, shares)
    return found, whole


def load_costs_of_rests(roster: Roster, history: History, units: tuple[str, ...]) -> Squares:
    """The level ``carried`` of a year, for the lead units in the order of their columns."""
    found, whole = drifts(roster, history)
    shares = sum(unit.share for unit in roster.lead_units)
    share_of = {unit.id: unit.share for unit in roster.lead_units}
    subjects = len(roster.subjects)
    targets = (subjects * share_of[unit] * (whole // shares) - int(whole * found[unit]) for unit in units)
    return Squares(whole, tuple(targets))
