"""Which teller speaks of which kind of value, and what each can be told in addition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from supervision_core.criteria.reasons import Reason
from supervision_core.errors import Fault, raise_for
from supervision_core.facts import Facts
from supervision_core.judging.assessments import Assessment
from supervision_core.obligations.reports import Compliance
from supervision_core.obligations.standings import Standing
from supervision_core.programme.comparing import TallyChange
from supervision_core.programme.publishing import PublishedTally
from supervision_core.programme.reviews import Review, ReviewSection
from supervision_core.programme.tallies import Tally
from supervision_core.regulations import Regulation
from supervision_core.rendering.model import Page
from supervision_core.rendering.refusals import NotRenderable
from supervision_core.rendering.tellers.assessments import tell_assessment, tell_facts, tell_reason
from supervision_core.rendering.tellers.certificates import tell_infeasible
from supervision_core.rendering.tellers.compliance import tell_compliance, tell_standing
from supervision_core.rendering.tellers.horizons import tell_horizon, tell_horizon_infeasible
from supervision_core.rendering.tellers.plans import tell_plan
from supervision_core.rendering.tellers.reviews import tell_review, tell_section
from supervision_core.rendering.tellers.tallies import tell_change, tell_published, tell_tally
from supervision_core.rendering.voices import Voice, voice_of
from supervision_core.rotation.certificates import Infeasible
from supervision_core.rotation.plans import Plan
from supervision_core.rotation.rosters import Roster
from supervision_core.rotation.spans import Horizon, HorizonInfeasible
from supervision_core.text import Label, Language, shown

__all__ = ["to_page"]

_Teller: TypeAlias = Callable[[Any, Voice], Page]
_ROSTER: Final = frozenset({"roster"})
_FACTS: Final = frozenset({"facts"})
_CODES: Final = frozenset({"regulation"})
_NOTHING: Final[frozenset[str]] = frozenset()

#: The teller of each kind of value, and which options it reads.
_TELLERS: Final[Mapping[type, tuple[_Teller, frozenset[str]]]] = {
    Assessment: (tell_assessment, _FACTS),
    Reason: (tell_reason, _NOTHING),
    Facts: (tell_facts, _CODES),
    Plan: (tell_plan, _ROSTER),
    Horizon: (tell_horizon, _ROSTER),
    HorizonInfeasible: (tell_horizon_infeasible, _ROSTER),
    Infeasible: (tell_infeasible, _ROSTER),
    Compliance: (tell_compliance, _NOTHING),
    Standing: (tell_standing, _NOTHING),
    Review: (tell_review, _NOTHING),
    ReviewSection: (tell_section, _NOTHING),
    Tally: (tell_tally, _NOTHING),
    PublishedTally: (tell_published, _NOTHING),
    TallyChange: (tell_change, _NOTHING),
}


def to_page(
    obj: object,
    *,
    lang: Language = "vi",
    names: Mapping[str, str | Label] | None = None,
    facts: Facts | None = None,
    roster: Roster | None = None,
    regulation: Regulation | None = None,
) -> Page:
    """The report of a value as a page, for a writer of one's own; the other functions of this package write it out.

    Raises ``NotRenderable`` for a kind of value that there is no report for, and ``InvalidInput`` for options that are
    wrong, or that a report of this kind does not read.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_page
    >>> tally = sc.Tally(kind=sc.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9})
    >>> to_page(tally, lang="en").title
    'Counts: ward'
    """
    teller, reads = _teller_of(obj)
    given = {"facts": facts, "roster": roster, "regulation": regulation}
    voice = voice_of(lang, names, facts, roster, regulation)
    raise_for(
        Fault("surplus", f"rendering.{name}", shown(value), f"None, since a report of {type(obj).__name__} does not read it")
        for name, value in given.items()
        if value is not None and name not in reads
    )
    return teller(obj, voice)


def _teller_of(obj: object) -> tuple[_Teller, frozenset[str]]:
    found = _TELLERS.get(type(obj))
    if found is None:
        raise NotRenderable(type(obj).__name__, supported())
    return found


def supported() -> tuple[str, ...]:
    """The names of the kinds of values that there is a report for."""
    return tuple(sorted(kind.__name__ for kind in _TELLERS))


