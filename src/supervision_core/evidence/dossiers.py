"""Everything observed about one subject in one span of time, and loose evidence sorted into such dossiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final, TypeAlias, TypeVar, final

import attrs

from supervision_core.evidence.comments import ResidenceComment
from supervision_core.evidence.commitments import Progress, Registration
from supervision_core.evidence.feedback import Feedback, FeedbackClaim
from supervision_core.evidence.records import (
    ContributionRecord,
    DisciplineRecord,
    MeetingRecord,
    ObligationRecord,
    Rating,
    ResidenceStatus,
)
from supervision_core.values.checks import Checks, as_tuple, composed_each, composed_map
from supervision_core.values.errors import Fault, InvalidInput, raise_for
from supervision_core.values.mappings import IdMap, map_of_sorted
from supervision_core.values.periods import Period
from supervision_core.values.text import composed, shown

__all__ = ["Dossier", "Evidence", "gather"]


#: Anything that may stand in a dossier.
Evidence: TypeAlias = (
    Rating
    | ResidenceComment
    | Feedback
    | Registration
    | Progress
    | DisciplineRecord
    | MeetingRecord
    | ObligationRecord
    | ContributionRecord
)
_T = TypeVar("_T")
_BY_ID: Final = attrgetter("id")
_BY_SUBJECT: Final = attrgetter("subject_id")

#: The fields of a dossier that hold evidence, each with the class of its items.
KINDS: Final[Mapping[str, type]] = MappingProxyType(
    {
        "ratings": Rating,
        "comments": ResidenceComment,
        "feedback": Feedback,
        "registrations": Registration,
        "progress": Progress,
        "discipline": DisciplineRecord,
        "meetings": MeetingRecord,
        "obligations": ObligationRecord,
        "contributions": ContributionRecord,
    }
)
# The day of an item that has to lie in the period, and the day that may come after it but not before.
_WITHIN: Final = {"feedback": "received_on", "meetings": "held_on", "contributions": "given_on"}
_NOT_BEFORE: Final = {"ratings": "rated_on", "progress": "noted_on", "obligations": "recorded_on"}
# The kinds that speak of a whole year.
_OF_A_YEAR: Final = ("comments", "registrations")


def wanted(kind: type) -> str:
    """What an item of a kind has to be, as error messages say it."""
    return f"{'an' if kind is ObligationRecord else 'a'} {kind.__name__}"


def _sorted_by_id(values: Iterable[_T], kind: type[_T]) -> tuple[_T, ...]:
    if isinstance(values, tuple) and not values:
        return ()  # as most kinds are in most dossiers
    given = as_tuple(values)
    # The classes are final, so comparing types is exact, and it looks at a whole tuple at once.
    if not isinstance(given, tuple) or set(map(type, given)) != {kind}:
        return given
    return tuple(sorted(given, key=_BY_ID))


def _ratings(values: Iterable[Rating]) -> tuple[Rating, ...]:
    return _sorted_by_id(values, Rating)


def _comments(values: Iterable[ResidenceComment]) -> tuple[ResidenceComment, ...]:
    return _sorted_by_id(values, ResidenceComment)


def _feedback(values: Iterable[Feedback]) -> tuple[Feedback, ...]:
    return _sorted_by_id(values, Feedback)


def _registrations(values: Iterable[Registration]) -> tuple[Registration, ...]:
    return _sorted_by_id(values, Registration)


def _progress(values: Iterable[Progress]) -> tuple[Progress, ...]:
    return _sorted_by_id(values, Progress)


def _discipline(values: Iterable[DisciplineRecord]) -> tuple[DisciplineRecord, ...]:
    return _sorted_by_id(values, DisciplineRecord)


def _meetings(values: Iterable[MeetingRecord]) -> tuple[MeetingRecord, ...]:
    return _sorted_by_id(values, MeetingRecord)


def _obligations(values: Iterable[ObligationRecord]) -> tuple[ObligationRecord, ...]:
    return _sorted_by_id(values, ObligationRecord)


def _contributions(values: Iterable[ContributionRecord]) -> tuple[ContributionRecord, ...]:
    return _sorted_by_id(values, ContributionRecord)


@final
@attrs.frozen(kw_only=True, repr=False)
class Dossier:
    """Everything observed about one official or unit in one span of time.

    Evidence about somebody else, of another time, registered for another year, registered twice, progress on what was not
    registered, and an id that occurs twice raise ``InvalidInput``, all at once.

    >>> from datetime import date
    >>> from supervision_core import Dossier, Rating
    >>> from supervision_core import Period
    >>> opinion = Rating(
    ...     id="m-12", subject_id="o1", channel="front_working_committee", code="civic.standing", value=True,
    ...     rated_on=date(2014, 12, 1),
    ... )
    >>> Dossier(subject_id="o1", period=Period.of_year(2014), ratings=[opinion])
    <Dossier of 2014-01-01 to 2014-12-31: 1 items>
    """

    #: Whom it is about.
    subject_id: str = attrs.field(converter=composed)
    #: The time it speaks of.
    period: Period
    #: Statements on facts, sorted by id, like all that follow.
    ratings: tuple[Rating, ...] = attrs.field(default=(), converter=_ratings)
    #: Yearly comments of the residence.
    comments: tuple[ResidenceComment, ...] = attrs.field(default=(), converter=_comments)
    #: Denunciations, reflections and comments that came in.
    feedback: tuple[Feedback, ...] = attrs.field(default=(), converter=_feedback)
    #: What was registered for the year.
    registrations: tuple[Registration, ...] = attrs.field(default=(), converter=_registrations)
    #: What was noted about carrying it out.
    progress: tuple[Progress, ...] = attrs.field(default=(), converter=_progress)
    #: Extracts of the discipline records; without one nothing is known about discipline.
    discipline: tuple[DisciplineRecord, ...] = attrs.field(default=(), converter=_discipline)
    #: Meetings at the residence.
    meetings: tuple[MeetingRecord, ...] = attrs.field(default=(), converter=_meetings)
    #: Civic obligations, own and the household's.
    obligations: tuple[ObligationRecord, ...] = attrs.field(default=(), converter=_obligations)
    #: Contributions to the locality.
    contributions: tuple[ContributionRecord, ...] = attrs.field(default=(), converter=_contributions)
    #: How a party member stands to the party organisation at the residence; None where that is not known or does not apply.
    residence_status: ResidenceStatus | None = None
    # What the feedback claims, and beside each claim the id of the feedback that makes it: all that weighing looks at
    # where there is nothing else, so that it need not go through a hundred thousand items one by one.
    claims: tuple[FeedbackClaim, ...] = attrs.field(init=False, eq=False, repr=False)
    claimants: tuple[str, ...] = attrs.field(init=False, eq=False, repr=False)
    # Whether weighing has to look at more than that.
    has_more: bool = attrs.field(init=False, eq=False, repr=False)
    # The channels by which it came together, by code.
    channel_codes: frozenset[str] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Dossier {shown(self.subject_id)}")
        checks.identifier("subject_id", self.subject_id)
        dated = checks.kind("period", self.period, Period, "a Period")
        if self.residence_status is not None:
            checks.member("residence_status", self.residence_status, ResidenceStatus)
        held = [name for name in KINDS if getattr(self, name) != ()]
        right = [self._is_right(name, checks) for name in held]
        if isinstance(self.subject_id, str) and all(right):
            checks.add(self._faults_of_ids(held))
            if dated:
                checks.add(self._faults_of_time(held))
            if self.registrations or self.progress:
                checks.add(self._faults_of_commitments())
        checks.done()
        object.__setattr__(self, "claims", tuple([claim for one in self.feedback for claim in one.claims]))
        object.__setattr__(self, "claimants", tuple([one.id for one in self.feedback for _ in one.claims]))
        waived = self.residence_status is not None and not self.residence_status.is_asked_to_meetings
        object.__setattr__(self, "has_more", waived or held not in ([], ["feedback"]))
        channels = {item.channel.code for item in self.feedback}
        if self.ratings or self.progress:
            channels |= {item.channel.code for item in self.ratings} | {note.channel.code for note in self.progress}
        object.__setattr__(self, "channel_codes", frozenset(channels))

    def _is_right(self, name: str, checks: Checks) -> bool:
        items, kind = getattr(self, name), KINDS[name]
        if isinstance(items, tuple) and set(map(type, items)) == {kind}:
            return True
        return checks.each(name, items, kind, wanted(kind))

    def evidence(self) -> tuple[Evidence, ...]:
        """Every item, kind by kind."""
        return tuple([item for name in KINDS for item in getattr(self, name)])

    def _place(self, name: str) -> str:
        return f"Dossier {shown(self.subject_id)}.{name}"

    def _faults_of_ids(self, held: Iterable[str]) -> Iterator[Fault]:
        kinds = [getattr(self, name) for name in held]
        items = kinds[0] if len(kinds) == 1 else [item for some in kinds for item in some]
        if len(set(map(_BY_ID, items))) == len(items) and set(map(_BY_SUBJECT, items)) <= {self.subject_id}:
            return  # as nearly always, and there may be a hundred thousand dossiers
        for name, item in ((one, item) for one in held for item in getattr(self, one)):
            if item.subject_id != self.subject_id:
                found = f"{shown(item.id)} about {shown(item.subject_id)}"
                yield Fault("other_subject", self._place(name), found, "evidence about the dossier's subject")
        for item_id, times in sorted(Counter(map(_BY_ID, items)).items()):
            if times > 1:
                yield Fault("duplicate", self._place("evidence"), f"{shown(item_id)} {times} times", "each id once")

    def _faults_of_time(self, held: Iterable[str]) -> Iterator[Fault]:
        start, end = self.period.start, self.period.end
        for name in held:
            items = getattr(self, name)
            if (day_name := _WITHIN.get(name)) is not None:
                days = list(map(attrgetter(day_name), items))
                if start <= min(days) and max(days) < end:
                    continue
                expected = f"a day from {start.isoformat()} to {self.period.last.isoformat()}"
                for day, item in zip(days, items, strict=True):
                    if not start <= day < end:
                        yield Fault("outside_period", self._place(name), f"{shown(item.id)} of {day.isoformat()}", expected)
            elif (day_name := _NOT_BEFORE.get(name)) is not None:
                for item in items:
                    if (day := getattr(item, day_name)) < start:
                        found = f"{shown(item.id)} of {day.isoformat()}"
                        yield Fault("before_period", self._place(name), found, f"a day from {start.isoformat()} on")
            elif name in _OF_A_YEAR:
                years = range(start.year, self.period.last.year + 1)
                for item in items:
                    if item.year not in years:
                        expected = f"the year {years[0]}" if len(years) == 1 else f"a year from {years[0]} to {years[-1]}"
                        yield Fault("other_year", self._place(name), f"{shown(item.id)} for {item.year}", expected)

    def _faults_of_commitments(self) -> Iterator[Fault]:
        known = {one.id: {item.id for item in one.items} for one in self.registrations}
        taken: dict[tuple[int, str], str] = {}
        for one in self.registrations:
            earlier = taken.setdefault((one.year, one.scheme.code), one.id)
            if earlier != one.id:
                found = f"{shown(earlier)} and {shown(one.id)} for {one.year}"
                yield Fault("registered_twice", self._place("registrations"), found, "one registration a scheme and year")
        for note in self.progress:
            if note.item_id not in known.get(note.registration_id, ()):
                found = f"{shown(note.id)} on {shown(note.registration_id)}, {shown(note.item_id)}"
                yield Fault("unknown_id", self._place("progress"), found, "a commitment of a registration that is here")

    def __repr__(self) -> str:
        # Whom it is about and what it holds is personal data; a log line shows neither.
        count = sum(len(getattr(self, name)) for name in KINDS)
        return f"<Dossier of {self.period.start.isoformat()} to {self.period.last.isoformat()}: {count} items>"


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
    >>> from supervision_core import Feedback
    >>> from supervision_core.evidence import FeedbackKind, gather
    >>> from supervision_core import Period
    >>> letter = Feedback(
    ...     id="fb-1", subject_id="o9", channel="hotline", kind=FeedbackKind.REFLECTION, received_on=date(2013, 12, 31)
    ... )
    >>> gather(["o1", "o9"], Period.of_year(2013), feedback=[letter])["o9"].feedback
    (<Feedback 'fb-1': reflection, pending>,)
    >>> gather(["o1", "o2"], Period.of_year(2013), feedback=[letter])
    Traceback (most recent call last):
        ...
    supervision_core.values.errors.InvalidInput: gather.feedback: found 'fb-1' about 'o9', expected one of the 2 subjects ...
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
    checks.by_id("residence_statuses", statuses, "a mapping from subject ids to statuses")
    for name, kind in KINDS.items():
        checks.each(name, listed[name], kind, wanted(kind))
    checks.done()
    return _filed(sorted(subjects), period, {name: _by_subject(items) for name, items in listed.items() if items}, statuses)


def _filed(
    subjects: Iterable[str], period: Period, files: Mapping[str, Mapping[str, Any]], statuses: Mapping[str, ResidenceStatus]
) -> IdMap[Dossier]:
    """A dossier for each subject out of what was sorted by kind and subject, or all faults of all of them."""
    faults = list(_about_nobody(set(subjects), files, statuses))
    made: dict[str, Dossier] = {}
    for who in subjects:
        held = {name: of_subject[who] for name, of_subject in files.items() if who in of_subject}
        try:
            made[who] = Dossier(subject_id=who, period=period, residence_status=statuses.get(who), **held)
        except InvalidInput as error:
            faults.extend(error.faults)
    if faults:
        raise_for(faults)
    return map_of_sorted(made)


def _by_subject(items: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for item in items:
        found.setdefault(item.subject_id, []).append(item)
    return found


def _about_nobody(
    subjects: set[str], files: Mapping[str, Mapping[str, list[Any]]], statuses: Mapping[str, ResidenceStatus]
) -> Iterator[Fault]:
    expected = "the one subject that is asked about" if len(subjects) == 1 else f"one of the {len(subjects)} subjects"
    for who in statuses:
        if who not in subjects:
            yield Fault("nobody", "gather.residence_statuses", shown(who), expected)
    for name, of_subject in files.items():
        for who in sorted(of_subject.keys() - subjects):
            for item in of_subject[who]:
                yield Fault("nobody", f"gather.{name}", f"{shown(item.id)} about {shown(who)}", expected)
