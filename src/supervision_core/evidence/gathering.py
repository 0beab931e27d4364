"""From loose evidence about many to one dossier each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from supervision_core.errors import Fault, InvalidInput, raise_for
from supervision_core.evidence.comments import ResidenceComment
from supervision_core.evidence.commitments import Progress, Registration
from supervision_core.evidence.discipline import DisciplineRecord
from supervision_core.evidence.dossiers import KINDS, Dossier, wanted
from supervision_core.evidence.feedback import Feedback
from supervision_core.evidence.ratings import Rating
from supervision_core.evidence.residence import ContributionRecord, MeetingRecord, ObligationRecord, ResidenceStatus
from supervision_core.fields import Checks, as_tuple, composed_each, composed_map
from supervision_core.mappings import IdMap
from supervision_core.periods import Period
from supervision_core.text import shown

__all__ = ["gather"]


def gather(
    subject_ids: Iterable[str],
    period: Period,
    *,
    ratings: Iterable[Rating] = (),
    comments: Iterable[ResidenceComment] = (),
    feedback: Iterable[Feedback] = (),
    registrations: Iterable[Registration] = (),
    progress: Iterable[Progress] = (),
    discipline: Iterable[DisciplineRecord] = (),
    meetings: Iterable[MeetingRecord] = (),
    obligations: Iterable[ObligationRecord] = (),
    contributions: Iterable[ContributionRecord] = (),
    residence_statuses: Mapping[str, ResidenceStatus] | None = None,
) -> IdMap[Dossier]:
    """One dossier for each subject, an empty one where nothing was observed.

    Evidence about nobody on the list is a fault, and so is everything that a dossier refuses; all faults of all dossiers
    come at once as ``InvalidInput``.

    >>> from datetime import date
    >>> from supervision_core import Feedback, FeedbackKind, gather
    >>> from supervision_core.periods import Period
    >>> letter = Feedback(
    ...     id="fb-1", subject_id="o9", channel="hotline", kind=FeedbackKind.REFLECTION, received_on=date(2013, 12, 31)
    ... )
    >>> gather(["o1", "o9"], Period.of_year(2013), feedback=[letter])["o9"].feedback
    (<Feedback 'fb-1': reflection, pending>,)
    >>> gather(["o1"], Period.of_year(2013), feedback=[letter])
    Traceback (most recent call last):
        ...
    supervision_core.errors.InvalidInput: gather.feedback: found 'fb-1' about 'o9', expected one of the 1 subjects ...
    """
    listed: dict[str, tuple[Any, ...]] = {
        "ratings": as_tuple(ratings),
        "comments": as_tuple(comments),
        "feedback": as_tuple(feedback),
        "registrations": as_tuple(registrations),
        "progress": as_tuple(progress),
        "discipline": as_tuple(discipline),
        "meetings": as_tuple(meetings),
        "obligations": as_tuple(obligations),
        "contributions": as_tuple(contributions),
    }
    subjects = composed_each(subject_ids)
    statuses = composed_map({} if residence_statuses is None else residence_statuses)
    checks = Checks("gather")
    checks.identifiers("subject_ids", subjects)
    checks.kind("period", period, Period, "a Period")
    if checks.by_id("residence_statuses", statuses, "a mapping from subject ids to statuses"):
        checks.identifiers("residence_statuses", tuple(statuses))
    for name, kind in KINDS.items():
        checks.each(name, listed[name], kind, wanted(kind))
    checks.done()
    files = {name: _by_subject(items) for name, items in listed.items() if items}
    faults = list(_about_nobody(set(subjects), files, statuses))
    made: dict[str, Dossier] = {}
    for who in sorted(subjects):
        held = {name: of_subject[who] for name, of_subject in files.items() if who in of_subject}
        try:
            made[who] = Dossier(subject_id=who, period=period, residence_status=statuses.get(who), **held)
        except InvalidInput as error:
            faults.extend(error.faults)
    raise_for(faults)
    return IdMap.of_sorted(made)


def _by_subject(items: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for item in items:
        found.setdefault(item.subject_id, []).append(item)
    return found


def _about_nobody(
    subjects: set[str], files: Mapping[str, Mapping[str, list[Any]]], statuses: Mapping[str, ResidenceStatus]
) -> Iterator[Fault]:
    expected = f"one of the {len(subjects)} subjects"
    for who in statuses:
        if who not in subjects:
            yield Fault("nobody", "gather.residence_statuses", shown(who), expected)
    for name, of_subject in files.items():
        for who in sorted(of_subject.keys() - subjects):
            for item in of_subject[who]:
                yield Fault("nobody", f"gather.{name}", f"{shown(item.id)} about {shown(who)}", expected)
