"""Checks the repairs of a certificate: exactly the single changes that help, each once, the softest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from supervision_core.errors import Fault
from supervision_core.rotation.bars import SOFTEST_FIRST, BarReason
from supervision_core.rotation.certificates import Repair, RepairKind
from supervision_core.rotation.placements import Placement
from supervision_core.text import shown

__all__ = ["repair_faults"]

#: What is changed, at which lead unit, for which subject (none for a bound), against which kind of violation.
Change: TypeAlias = tuple[RepairKind, str, str | None, str]
Closed: TypeAlias = Mapping[str, Mapping[str, tuple[BarReason, ...]]]


def repair_faults(repairs: Sequence[Repair], closed: Closed, placements: Mapping[str, Placement]) -> Iterator[Fault]:
    """What is wrong with the repairs, given largest placements under the maxima (H1) and under the minima (H2).

    A place more somewhere helps exactly when the placement then has a chain from someone left over to room; and an open
    pair more exactly when it joins what can be reached from those left over to what can reach room.
    """
    given = [change for repair in repairs for change in _single(repair)]
    right = {*_helping("H1", closed, placements["H1"]), *_helping("H2", closed, placements["H2"])}
    if len(given) != len(set(given)):
        yield Fault("duplicate", "Infeasible.repairs", "a change listed twice", "every single change once")
    for found, expected, code in ((set(given), right, "no_repair"), (right, set(given), "missing_repair")):
        for kind, unit, subject, against in sorted(found - expected, key=repr):
            change = f"{kind.name} {shown(unit)}" + ("" if subject is None else f" for {shown(subject)}")
            yield Fault(code, "Infeasible.repairs", f"{change} against {against}", "exactly the single changes that help")
    for repair in repairs:
        held = {closed.get(subject, {}).get(repair.lead_unit_id, ()) for subject in repair.subjects} or {()}
        if held != {repair.reasons}:
            reasons = [reason.name for reason in repair.reasons]
            yield Fault(
                "wrong_bars", f"Infeasible.repairs at {shown(repair.lead_unit_id)}", shown(reasons), "what closes the pair"
            )
    if any(_hardness(first) > _hardness(second) for first, second in pairwise(repairs)):
        yield Fault("not_in_order", "Infeasible.repairs", "a harder repair before a softer one", "the softest first")


def _single(repair: Repair) -> Iterator[Change]:
    for against in repair.against:
        if repair.kind is RepairKind.LIFT_BAR:
            for subject in repair.subjects:
                yield repair.kind, repair.lead_unit_id, subject, against
        else:
            yield repair.kind, repair.lead_unit_id, None, against


def _helping(against: str, closed: Closed, placement: Placement) -> Iterator[Change]:
    unplaced, short = placement.unplaced(), placement.short_of_their_caps()
    if against == "H1":
        for unit in placement.units_from_left_over:
            yield RepairKind.RAISE_MAXIMUM, unit, None, against
    else:
        for unit in short:
            yield RepairKind.LOWER_MINIMUM, unit, None, against
    for subject in unplaced:
        for unit in short:
            reasons = closed[subject].get(unit)
            if reasons is not None and all(reason in SOFTEST_FIRST for reason in reasons):
                yield RepairKind.LIFT_BAR, unit, subject, against


def _hardness(repair: Repair) -> int:
    """How hard a repair is to make: a year of the cooling-off waived, a bound moved, then bars by their hardest reason."""
    if repair.kind is not RepairKind.LIFT_BAR:
        return 1
    hardest = max((SOFTEST_FIRST.index(reason) for reason in repair.reasons if reason in SOFTEST_FIRST), default=0)
    return 0 if hardest == 0 else 1 + hardest
