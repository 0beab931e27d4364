"""The repairs of a certificate read afresh: exactly the single changes that help, with what closes their pairs.

A change for many subjects at many lead units is compared as a list; one by one only where something is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from supervision_core.rotation.certificate import TOO_FEW, Repair, RepairKind
from supervision_core.rotation.check.placing import Placement
from supervision_core.rotation.roster import SOFTEST_FIRST, BarReason
from supervision_core.values.errors import Fault
from supervision_core.values.text import counted, shown

__all__ = ["alike_closed", "repair_faults"]


#: What is changed (the name of its kind), at which lead unit, for which subject (none for a bound), against which violation.
Change: TypeAlias = tuple[str, str, str | None, str]
Closed: TypeAlias = Mapping[str, Mapping[str, tuple[BarReason, ...]]]
_OPEN: Mapping[str, tuple[BarReason, ...]] = {}
#: For whom a bound is moved.
_NOBODY: tuple[str | None, ...] = (None,)


def repair_faults(repairs: Sequence[Repair], closed: Closed, placements: Mapping[str, Placement]) -> Iterator[Fault]:
    """What is wrong with the repairs, given largest placements under the maxima and under the minima.

    A place more somewhere helps exactly when the placement then has a chain from someone left over to room; and an open
    pair more exactly when it joins what can be reached from those left over to what can reach room.
    """
    if not _are_right(repairs, closed, placements):
        yield from _change_faults(repairs, closed, placements)
    kinds_of: dict[tuple[str, ...], list[Mapping[str, tuple[BarReason, ...]]]] = {}
    for repair in repairs:
        lifts = repair.kind is RepairKind.LIFT_BAR
        if lifts != bool(repair.subjects) or lifts != bool(repair.reasons):
            names = f"{counted(len(repair.subjects), 'subject')}, {counted(len(repair.reasons), 'reason')}"
            wanted = "subjects and reasons for a bar that is lifted, none of either for a bound"
            yield Fault("wrong_kind", f"Infeasible.repairs at {shown(repair.lead_unit_id)}", names, wanted)
        # Subjects of one kind share what closes their pairs, and several repairs have the same subjects.
        if repair.subjects not in kinds_of:
            kinds = {id(kind): kind for kind in (closed.get(subject, _OPEN) for subject in repair.subjects)}
            kinds_of[repair.subjects] = list(kinds.values())
        held = {kind.get(repair.lead_unit_id, ()) for kind in kinds_of[repair.subjects]} or {()}
        if held != {repair.reasons}:
            reasons = [reason.name for reason in repair.reasons]
            yield Fault(
                "wrong_bars", f"Infeasible.repairs at {shown(repair.lead_unit_id)}", shown(reasons), "what closes the pair"
            )
    if any(_hardness(first) > _hardness(second) for first, second in pairwise(repairs)):
        yield Fault("not_in_order", "Infeasible.repairs", "a harder repair before a softer one", "the softest first")


def _change_faults(repairs: Sequence[Repair], closed: Closed, placements: Mapping[str, Placement]) -> Iterator[Fault]:
    """The single changes that are listed twice, do not help, or are left out."""
    given = [change for repair in repairs for change in _single(repair)]
    right: set[Change] = set()
    for (kind, unit, against), lists in _helping(closed, placements).items():
        right.update((kind, unit, subject, against) for subjects in lists for subject in subjects)
    if len(given) != len(set(given)):
        yield Fault("duplicate", "Infeasible.repairs", "a change listed twice", "every single change once")
    for found, expected, code in ((set(given), right, "no_repair"), (right, set(given), "missing_repair")):
        for kind, unit, subject, against in sorted(found - expected, key=repr):
            change = f"{kind} {shown(unit)}" + ("" if subject is None else f" for {shown(subject)}")
            yield Fault(code, "Infeasible.repairs", f"{change} against {against}", "exactly the single changes that help")


def _single(repair: Repair) -> Iterator[Change]:
    for against in repair.against:
        for subject in _whose(repair):
            yield repair.kind.name, repair.lead_unit_id, subject, against


def _whose(repair: Repair) -> tuple[str | None, ...]:
    return repair.subjects if repair.kind is RepairKind.LIFT_BAR else _NOBODY


def _are_right(repairs: Sequence[Repair], closed: Closed, placements: Mapping[str, Placement]) -> bool:
    """Whether the changes are exactly those that help, each once; many lead units share their lists of subjects."""
    given: dict[tuple[str, str, str], list[tuple[str | None, ...]]] = {}
    for repair in repairs:
        for against in repair.against:
            given.setdefault((repair.kind.name, repair.lead_unit_id, against), []).append(_whose(repair))
    right = _helping(closed, placements)
    # Each different pair of lists is compared once: what was given, by its content, and what is right, by its lists.
    compared: dict[tuple[object, ...], bool] = {}
    for change, lists in given.items():
        wanted = right.get(change, [])
        pair = tuple(lists), tuple(map(id, wanted))
        if pair not in compared:
            whose = [one for subjects in lists for one in subjects]
            compared[pair] = len(whose) == len({*whose}) and {*whose} == {one for subjects in wanted for one in subjects}
        if not compared[pair]:
            return False
    return given.keys() == right.keys()


def _helping(closed: Closed, placements: Mapping[str, Placement]) -> dict[tuple[str, str, str], list[Sequence[str | None]]]:
    """For each kind of change at a lead unit against a violation that helps, lists of those for whom it may be made."""
    found: dict[tuple[str, str, str], list[Sequence[str | None]]] = {}
    for against, placement in placements.items():
        short = placement.short_of_their_caps()
        bound = RepairKind.RAISE_MAXIMUM if against == TOO_FEW else RepairKind.LOWER_MINIMUM
        for unit in placement.units_from_left_over if against == TOO_FEW else short:
            found[bound.name, unit, against] = [_NOBODY]
        for kind, subjects in alike_closed(placement.unplaced(), closed):
            for unit in short:
                reasons = kind.get(unit)
                if reasons is not None and all(reason in SOFTEST_FIRST for reason in reasons):
                    found.setdefault((RepairKind.LIFT_BAR.name, unit, against), []).append(subjects)
    return found


def alike_closed(subjects: Sequence[str], closed: Closed) -> list[tuple[Mapping[str, tuple[BarReason, ...]], list[str]]]:
    """Subjects that share what closes their pairs, each kind with its own; kinds may be alike."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for subject, kind in zip(subjects, map(id, map(closed.__getitem__, subjects)), strict=True):
        found[kind].append(subject)
    return [(closed[alike[0]], alike) for alike in found.values()]


def _hardness(repair: Repair) -> int:
    """How hard a repair is to make: a year of the cooling-off waived, a bound moved, then bars by their hardest reason."""
    if repair.kind is not RepairKind.LIFT_BAR:
        return 1
    hardest = max((SOFTEST_FIRST.index(reason) for reason in repair.reasons if reason in SOFTEST_FIRST), default=0)
    return 0 if hardest == 0 else 1 + hardest
