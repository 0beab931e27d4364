"""All obligations together as of a day: one verdict, one agenda, one set of facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import final

import attrs

from supervision_core.facts import Facts
from supervision_core.fields import Checks, composed_map
from supervision_core.mappings import IdMap
from supervision_core.obligations.frequencies import Partial
from supervision_core.obligations.obligations import Right
from supervision_core.obligations.occurrences import Occurrence
from supervision_core.obligations.standings import Standing
from supervision_core.periods import Period
from supervision_core.text import shown
from supervision_core.verdicts import Verdict

__all__ = ["Compliance"]


def _standings(values: Mapping[str, Standing]) -> IdMap[Standing]:
    return composed_map(values)


@final
@attrs.frozen(kw_only=True)
class Compliance:
    """All obligations of a time as of a day.

    >>> import supervision_core as sc
    >>> from supervision_core.periods import Period
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
    standings: IdMap[Standing] = attrs.field(converter=_standings)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Compliance")
        checks.kind("period", self.period, Period, "a Period")
        checks.day("as_of", self.as_of)
        checks.member("partial", self.partial, Partial)
        if checks.by_id("standings", self.standings, "a mapping from codes to Standings"):
            for code, standing in self.standings.items():
                if checks.kind(f"standings[{shown(code)}]", standing, Standing, "a Standing") and standing.obligation != code:
                    checks.fault("other_id", f"standings[{shown(code)}]", standing.obligation, "the code it is listed under")
        checks.done()

    def __iter__(self) -> Iterator[Standing]:
        return iter(self.standings.values())

    @property
    def verdict(self) -> Verdict:
        """Whether all rules were kept; an obligation for which nothing was owed does not count."""
        found = [one.verdict for one in self if one.owed or one.not_known]
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
    def agenda(self) -> tuple[Occurrence, ...]:
        """Everything still to be done, what is due first in front."""
        return _in_time(occurrence for one in self for occurrence in one.pending)

    @property
    def by_right(self) -> IdMap[tuple[Standing, ...]]:
        """The obligations that serve each of the six rights; a right that none serves stands there with none."""
        return IdMap({right.value: tuple(one for one in self if one.right is right) for right in Right})


def _in_time(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(sorted(occurrences, key=lambda one: (one.due, one.obligation, one.period)))
