"""Facts that several records make together: meetings attended, obligations fulfilled, commitments kept.

One unpaid due among ten paid ones is no contradiction: all ten have to be paid. A contradiction is two records of the
*same* meeting, obligation or commitment that say opposite things.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from fractions import Fraction
from typing import final

from supervision_core.evidence.residence import MeetingRecord, ObligationRecord

__all__ = ["Standing", "all_of", "any_of", "attended", "fulfilled", "opinions_given", "standing_of"]


@final
class Standing(Enum):
    """What is known of one thing, or of several together."""

    YES = "yes"
    NO = "no"
    OPEN = "open"
    CONTESTED = "contested"


def standing_of(answers: Iterable[bool | None]) -> Standing:
    """What records of one thing say together; None is a record that does not say."""
    said = {answer for answer in answers if answer is not None}
    if len(said) != 1:
        return Standing.CONTESTED if said else Standing.OPEN
    return Standing.YES if said == {True} else Standing.NO


def all_of(standings: Sequence[Standing]) -> Standing:
    """Whether all hold: one that does not settles it, whatever is open or contested besides."""
    for settling in (Standing.NO, Standing.CONTESTED, Standing.OPEN):
        if settling in standings:
            return settling
    return Standing.YES if standings else Standing.OPEN


def any_of(standings: Sequence[Standing]) -> Standing:
    """Whether any holds: one that does settles it, whatever is open or contested besides."""
    for settling in (Standing.YES, Standing.CONTESTED, Standing.OPEN):
        if settling in standings:
            return settling
    return Standing.NO if standings else Standing.OPEN


def _by_meeting(meetings: Iterable[MeetingRecord]) -> Mapping[str, list[MeetingRecord]]:
    found: dict[str, list[MeetingRecord]] = {}
    for record in meetings:
        found.setdefault(record.meeting_id, []).append(record)
    return found


def attended(meetings: Iterable[MeetingRecord], at_least: Fraction) -> Standing:
    """Whether enough of the recorded meetings were attended, whatever the open ones turn out to be."""
    each = [standing_of(record.attended for record in records) for records in _by_meeting(meetings).values()]
    surely, surely_not = each.count(Standing.YES), each.count(Standing.NO)
    if not each:
        return Standing.OPEN
    if surely >= at_least * len(each):
        return Standing.YES
    if len(each) - surely_not < at_least * len(each):
        return Standing.NO
    return Standing.CONTESTED if Standing.CONTESTED in each else Standing.OPEN


def opinions_given(meetings: Iterable[MeetingRecord]) -> Standing:
    """Whether an opinion was given at any of the recorded meetings."""
    return any_of([standing_of(record.gave_opinion for record in records) for records in _by_meeting(meetings).values()])


def fulfilled(obligations: Iterable[ObligationRecord]) -> Standing:
    """Whether all recorded obligations were fulfilled."""
    found: dict[str, list[bool | None]] = {}
    for record in obligations:
        found.setdefault(record.obligation, []).append(record.is_fulfilled)
    return all_of([standing_of(answers) for answers in found.values()])
