"""The question that ``compliance`` is asked, and its answer: every obligation, one agenda, one set of facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, final

import attrs

from supervision_core.obligations.case import ComplianceCase
from supervision_core.obligations.model import Event, MovedDeadline, Obligation, Partial, Right, Waiver
from supervision_core.obligations.standing import ObligationStatus
from supervision_core.obligations.status import Occurrence
from supervision_core.values.calendars import WorkingDays
from supervision_core.values.checks import Checks, as_tuple, composed_map, composed_sorted
from supervision_core.values.errors import BeyondExactness, Fault
from supervision_core.values.facts import Facts
from supervision_core.values.mappings import IdMap
from supervision_core.values.periods import Period
from supervision_core.values.text import shown
from supervision_core.values.verdicts import Verdict

__all__ = ["Compliance", "compliance", "compliance_all"]


def _standings(values: Mapping[str, ObligationStatus]) -> IdMap[ObligationStatus]:
    return composed_map(values)


def _faults(values: Iterable[Fault]) -> tuple[Fault, ...]:
    return as_tuple(values)


@final
@attrs.frozen(kw_only=True)
class Compliance:
    """All obligations of a time as of a day.

    >>> import supervision_core as sc
    >>> from supervision_core import Period
    >>> from datetime import date
    >>> report = sc.compliance(sc.regulations.CITIZEN_RECEPTION, [], Period.of_month(2026, 7), as_of=date(2026, 8, 1))
    >>> report.verdict, report.facts.values["obligation.citizen_reception.missing"]
    (<Verdict.NOT_MET: 'not_met'>, Fraction(1, 1))
    """

    #: The time asked for: an occurrence belongs to it when its last day, before any move, lies in it.
    period: Period
    #: The day as of which it stands so; what happened later is left out.
    as_of: date
    #: What is owed for a period that is cut short.
    partial: Partial
    #: Each obligation, by its code.
    standings: IdMap[ObligationStatus] = attrs.field(converter=_standings)
    #: What was wrong with single events and decisions, which are left out, and with rules.
    faults: tuple[Fault, ...] = attrs.field(default=(), converter=_faults)
    #: The codes of the obligations whose own rules are at fault, so that nothing is said about them; sorted.
    not_judged: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Compliance")
        checks.kind("period", self.period, Period, "a Period")
        checks.day("as_of", self.as_of)
        checks.member("partial", self.partial, Partial)
        checks.each("faults", self.faults, Fault, "a Fault")
        checks.identifiers("not_judged", self.not_judged)
        if checks.by_id("standings", self.standings, "a mapping from codes to Standings"):
            for code, standing in self.standings.items():
                if (
                    checks.kind(f"standings[{shown(code)}]", standing, ObligationStatus, "an ObligationStatus")
                    and standing.obligation != code
                ):
                    checks.fault("other_id", f"standings[{shown(code)}]", standing.obligation, "the code it is listed under")
        checks.done()

    def __iter__(self) -> Iterator[ObligationStatus]:
        return iter(self.standings.values())

    @property
    def verdict(self) -> Verdict:
        """Whether all rules were kept; an obligation for which nothing was owed does not count, one not judged is unknown."""
        found = [one.verdict for one in self if one.owed or one.not_known]
        found += [Verdict.UNKNOWN for _ in self.not_judged]
        together = Verdict.MET if found else Verdict.UNKNOWN
        for verdict in found:
            together = together & verdict
        return together

    @property
    def facts(self) -> Facts:
        """All obligations as facts, with the events that count as their sources."""
        return Facts(fact for one in self for fact in one.facts)

    @property
    def missing(self) -> tuple[Occurrence, ...]:
        """Everything missed, in order of time."""
        return _in_time(occurrence for one in self for occurrence in one.missing)

    @property
    def late(self) -> tuple[Occurrence, ...]:
        """Everything done late, in order of time."""
        return _in_time(occurrence for one in self for occurrence in one.late)

    @property
    def agenda(self) -> tuple[Occurrence, ...]:
        """Everything still to be done, what is due first in front."""
        return _in_time(occurrence for one in self for occurrence in one.pending)

    @property
    def by_right(self) -> IdMap[tuple[ObligationStatus, ...]]:
        """The obligations that serve each of the six rights; a right that none serves stands there with none."""
        return IdMap({right.value: tuple(one for one in self if one.right is right) for right in Right})


def _in_time(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(sorted(occurrences, key=lambda one: (one.due, one.obligation, one.period)))


def compliance(
    obligations: Iterable[Obligation],
    events: Iterable[Event],
    period: Period,
    *,
    as_of: date,
    partial: Partial = Partial.OWES_NOTHING,
    binding: Period | None = None,
    waivers: Iterable[Waiver] = (),
    moved: Iterable[MovedDeadline] = (),
    calendar: WorkingDays | None = None,
) -> Compliance:
    """What was due, done and missed in a time, as of a day, and what comes next.

    Each occurrence goes by the rule in force in its own period. It belongs to ``period`` when its last day, before any
    move, lies in it; so two halves of a year together have exactly the occurrences of the year. It is missed only when
    its last day is over; what happened after ``as_of`` is left out, so a store of all events may be asked about any day.
    An event counts once, where it leaves the fewest occurrences missed and then the most done; events in the days
    around ``period`` count too, for the week or the time of grace that reaches over its end.
    ``partial`` says what is owed for a period that is cut short by the rule's own first or last day, or by those of
    ``binding``: the days on which the one who owes it is bound at all (a ward founded in July, a chair's time in office).

    An event on a day on which no period may be done counts late for the period whose time ended last before it (of two that
    ended on one day, the later one), as long as something is lacking there: the occurrence is then done so many days late.
    ``calendar`` says which days are worked: for times of grace in working days, for last days that roll, and for the last
    safe day. Where one is needed and not given, or does not reach so far, a last day is not known: what was done by
    the earliest day that it may be is done, and of the rest nothing is said.

    One bad item never sinks the rest; ``faults`` of the report names it. Left out are events before anything was due,
    unknown codes, waivers that waive nothing, deadlines moved to a day that cannot be. Of an id that stands for events that
    differ it is not known which was held; a deadline moved in two ways is not moved. An obligation whose rules overlap,
    count differently, or overlap too much to be counted exactly, is not judged. Raises ``InvalidInput`` for values of a
    wrong kind.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> from supervision_core import Period
    >>> days = [date(2026, 6, 29), date(2026, 7, 6), date(2026, 7, 6), date(2026, 8, 3), date(2026, 8, 4)]
    >>> events = [
    ...     sc.Event(id=f"tcd-{number}", obligation="citizen_reception", on=day, by_office_holder=True)
    ...     for number, day in enumerate(days)
    ... ]
    >>> summer = Period(start=date(2026, 7, 1), end=date(2026, 9, 1))
    >>> report = sc.compliance(sc.regulations.CITIZEN_RECEPTION, events, summer, as_of=date(2026, 9, 1))
    >>> [occurrence.sentence("en") for occurrence in report.standings["citizen_reception"].required]
    ['month 7/2026: missing, 1 of 2 days by 2026-07-31', 'month 8/2026: done, 2 of 2 days by 2026-08-31']
    """
    question = ComplianceCase(
        obligations=as_tuple(obligations),
        events=as_tuple(events),
        period=period,
        as_of=as_of,
        partial=partial,
        binding=binding,
        waivers=as_tuple(waivers),
        moved=as_tuple(moved),
        calendar=calendar,
    )
    faults = list(question.faults())
    standings: dict[str, ObligationStatus] = {}
    for duty in question.duties:
        if not any(duty.rule_faults()):
            try:
                standings[duty.code] = duty.standing()
            except BeyondExactness as error:
                place = f"Obligation {shown(duty.code)}"
                faults.append(Fault("beyond_exactness", place, f"{error.what}: {error.size}", f"at most {error.limit}"))
    return Compliance(
        period=period,
        as_of=as_of,
        partial=partial,
        standings=standings,
        faults=faults,
        not_judged=[duty.code for duty in question.duties if duty.code not in standings],
    )


def compliance_all(
    obligations: Iterable[Obligation],
    events: Mapping[str, Iterable[Event]],
    period: Period,
    *,
    as_of: date,
    partial: Partial = Partial.OWES_NOTHING,
    bindings: Mapping[str, Period] | None = None,
    waivers: Mapping[str, Iterable[Waiver]] | None = None,
    moved: Mapping[str, Iterable[MovedDeadline]] | None = None,
    calendar: WorkingDays | None = None,
) -> Iterator[tuple[str, Compliance]]:
    """How each of many stands, one after the other and in the order of the ids: (id, Compliance), lazily.

    ``events`` has everybody who is asked about, with () for who did nothing; as ``tables.events_by_subject`` reads it.
    ``bindings``, ``waivers`` and ``moved`` are by the same ids, and whoever stands there alone is a fault. All that is wrong
    is raised before the first is looked at; everything else is as in ``compliance``. The facts of each go on to
    ``judging.columns_of``.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> events = {"ward-1": [], "ward-2": []}
    >>> july = sc.Period.of_month(2026, 7)
    >>> reports = sc.obligations.compliance_all(sc.regulations.CITIZEN_RECEPTION, events, july, as_of=date(2026, 8, 1))
    >>> [(who, report.verdict.value) for who, report in reports]
    [('ward-1', 'not_met'), ('ward-2', 'not_met')]
    """
    checks = Checks("compliance_all")
    duties = as_tuple(obligations)
    shared: dict[str, Any] = {"as_of": as_of, "partial": partial, "calendar": calendar}
    checks.arguments(compliance_all, obligations=duties, period=period, **shared)
    given: dict[str, Any] = {"events": events, "bindings": bindings, "waivers": waivers, "moved": moved}
    known: dict[str, Any] = {name: {} if some is None and name != "events" else some for name, some in given.items()}
    by_id = {name: composed_map(some, as_tuple) for name, some in known.items()}
    read = [checks.by_id(name, some, "a mapping from ids") for name, some in by_id.items()]
    if all(read):
        checks.arguments(compliance_all, **by_id)
        for name, some in by_id.items():
            for who in some:
                if who not in by_id["events"]:
                    checks.fault("nobody", name, who, "one of the ids of events")
    checks.done()
    return _each(duties, period, by_id, shared)


def _each(
    obligations: tuple[Obligation, ...], period: Period, by_id: Mapping[str, IdMap[Any]], shared: Mapping[str, Any]
) -> Iterator[tuple[str, Compliance]]:
    for who, done in by_id["events"].items():
        decided = {name: by_id[name].get(who, ()) for name in ("waivers", "moved")}
        binding = by_id["bindings"].get(who)
        yield who, compliance(obligations, done, period, binding=binding, **decided, **shared)
