"""From a value to a page, and from a page to text, Markdown, HTML and SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias, final

import attrs

from supervision_core.criteria.explain import Reason
from supervision_core.criteria.nodes import FactDefinition
from supervision_core.criteria.tables import DecisionTable, Finding
from supervision_core.evidence.commitments import RegistrationCoverage
from supervision_core.evidence.feedback import Handling
from supervision_core.evidence.policy_checking import WeighingFinding
from supervision_core.evidence.vetting import RegistrationFault
from supervision_core.evidence.weighing import Weighing
from supervision_core.judging.assessing import Assessment
from supervision_core.judging.compare import GradeChange, Profile, SideBySide
from supervision_core.judging.quotas import QuotaResult
from supervision_core.judging.sanctions import SanctionProposal
from supervision_core.judging.what_if import Remedy, Unreachable
from supervision_core.obligations.report import Compliance
from supervision_core.obligations.standing import ObligationStatus
from supervision_core.programme.audiences import Withheld
from supervision_core.programme.following import FollowUp
from supervision_core.programme.plan import SupervisionPlan
from supervision_core.programme.publishing import PublishedTally
from supervision_core.programme.reviews import Review, ReviewSection
from supervision_core.programme.sessions import DelegationSession
from supervision_core.programme.tallies import Tally, TallyChange
from supervision_core.regulations import NoRegulation, NotEncoded, Regulation
from supervision_core.rendering import words
from supervision_core.rendering.context import Context, context_of
from supervision_core.rendering.page import Mark, Notice, Page
from supervision_core.rendering.views.changes import (
    tell_audit,
    tell_cooling_off,
    tell_coverage,
    tell_diff,
    tell_explanation,
    tell_replan,
)
from supervision_core.rendering.views.evidence import (
    tell_coverage_of_registrations,
    tell_handling,
    tell_policy_findings,
    tell_proposals,
    tell_registration_faults,
    tell_weighing,
)
from supervision_core.rendering.views.faults import tell_beyond, tell_error, tell_faults, tell_invalid
from supervision_core.rendering.views.judging import (
    tell_assessment,
    tell_facts,
    tell_grade_changes,
    tell_profile,
    tell_profiles,
    tell_quota,
    tell_reason,
    tell_remedies,
    tell_side_by_side,
    tell_unreachable,
)
from supervision_core.rendering.views.obligations import tell_compliance, tell_standing
from supervision_core.rendering.views.programme import (
    tell_change,
    tell_follow_ups,
    tell_published,
    tell_review,
    tell_section,
    tell_session,
    tell_supervision_plan,
    tell_tally,
    tell_withheld,
)
from supervision_core.rendering.views.regulations import (
    tell_decision_table,
    tell_findings,
    tell_no_regulation,
    tell_not_encoded,
    tell_regulation,
)
from supervision_core.rendering.views.rotation import tell_horizon, tell_horizon_infeasible, tell_infeasible, tell_plan
from supervision_core.rendering.writers.html import write_html
from supervision_core.rendering.writers.markdown import write_markdown
from supervision_core.rendering.writers.stylesheet import stylesheet
from supervision_core.rendering.writers.svg import write_svg
from supervision_core.rendering.writers.text import write_text
from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.changes import PlanDiff, Replan
from supervision_core.rotation.explain import Audit, Explanation
from supervision_core.rotation.horizon import Horizon, HorizonInfeasible
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.roster import Roster
from supervision_core.rotation.sustaining import CoolingOff, Coverage
from supervision_core.values.checks import as_tuple
from supervision_core.values.errors import BeyondExactness, Fault, InvalidInput, SupervisionError, raise_for
from supervision_core.values.facts import Facts
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language, shown

__all__ = ["Display", "NotRenderable", "to_html", "to_markdown", "to_page", "to_svg", "to_text"]


class NotRenderable(SupervisionError, TypeError):
    """There is no report for a value of this kind; ``kind`` names it and ``supported`` what there are reports for.

    >>> from supervision_core.rendering import to_text
    >>> to_text(42)
    Traceback (most recent call last):
        ...
    supervision_core.rendering.formats.NotRenderable: no report for int; there is one for Assessment, ...
    """

    def __init__(self, kind: str, supported: tuple[str, ...]) -> None:
        self.kind = kind
        self.supported = supported
        super().__init__(kind, supported)

    def __str__(self) -> str:
        return f"no report for {self.kind}; there is one for {', '.join(self.supported)}"


_Teller: TypeAlias = Callable[[Any, Context], Page]
_ROSTER: Final = frozenset({"roster"})
_FACTS: Final = frozenset({"facts", "vocabulary"})
_CODES: Final = frozenset({"regulation", "vocabulary"})
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
    ObligationStatus: (tell_standing, _NOTHING),
    Review: (tell_review, _NOTHING),
    ReviewSection: (tell_section, _NOTHING),
    Tally: (tell_tally, _NOTHING),
    PublishedTally: (tell_published, _NOTHING),
    TallyChange: (tell_change, _NOTHING),
    Regulation: (tell_regulation, _NOTHING),
    NoRegulation: (tell_no_regulation, _NOTHING),
    NotEncoded: (tell_not_encoded, _NOTHING),
    DecisionTable: (tell_decision_table, _CODES),
    Unreachable: (tell_unreachable, _CODES),
    QuotaResult: (tell_quota, _NOTHING),
    Replan: (tell_replan, _ROSTER),
    PlanDiff: (tell_diff, _ROSTER),
    Explanation: (tell_explanation, _ROSTER),
    Audit: (tell_audit, _ROSTER),
    CoolingOff: (tell_cooling_off, _ROSTER),
    Coverage: (tell_coverage, _ROSTER),
    Profile: (tell_profile, _CODES),
    Weighing: (tell_weighing, _CODES),
    RegistrationCoverage: (tell_coverage_of_registrations, _NOTHING),
    Handling: (tell_handling, _NOTHING),
    SupervisionPlan: (tell_supervision_plan, _NOTHING),
    DelegationSession: (tell_session, _NOTHING),
    SideBySide: (tell_side_by_side, _NOTHING),
    Withheld: (tell_withheld, _NOTHING),
}
#: The teller of several values of one kind, given in a tuple, a list or a mapping by id, and of one of them alone.
_GROUP_TELLERS: Final[Mapping[type, tuple[_Teller, frozenset[str]]]] = {
    Finding: (tell_findings, _CODES),
    Remedy: (tell_remedies, _NOTHING),
    GradeChange: (tell_grade_changes, _NOTHING),
    WeighingFinding: (tell_policy_findings, _CODES),
    RegistrationFault: (tell_registration_faults, _NOTHING),
    SanctionProposal: (tell_proposals, _NOTHING),
    FollowUp: (tell_follow_ups, _NOTHING),
    Fault: (tell_faults, _NOTHING),
}


def to_page(
    obj: object,
    *,
    lang: Language = "vi",
    names: Mapping[str, str | Label] | None = None,
    facts: Facts | None = None,
    roster: Roster | None = None,
    regulation: Regulation | None = None,
    vocabulary: Iterable[FactDefinition] = (),
) -> Page:
    """The report of a value as a page, for a writer of one's own; the other functions of this package write it out.

    Raises ``NotRenderable`` for a kind of value that there is no report for, and ``InvalidInput`` for options that are
    wrong, or that a report of this kind does not read.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_page
    >>> tally = sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9})
    >>> to_page(tally, lang="en").title
    'Counts: ward'
    """
    teller, reads, value = _teller_of(obj)
    known = as_tuple(vocabulary)
    given = {"facts": facts, "roster": roster, "regulation": regulation, "vocabulary": known or None}
    context = context_of(lang, names, facts, roster, regulation, known)
    raise_for(
        Fault("surplus", f"rendering.{name}", shown(option), f"None, since a report of {type(obj).__name__} does not read it")
        for name, option in given.items()
        if option is not None and name not in reads
    )
    return teller(value, context)


def _teller_of(obj: object) -> tuple[_Teller, frozenset[str], object]:
    """Who speaks of it, which options are read, and the value as the teller takes it."""
    kind = type(obj)
    if kind in _TELLERS:
        teller, reads = _TELLERS[kind]
        return teller, reads, obj
    if kind in _GROUP_TELLERS:
        teller, reads = _GROUP_TELLERS[kind]
        return teller, reads, (obj,)
    if isinstance(obj, SupervisionError):
        return _error_teller(obj), _CODES, obj
    if isinstance(obj, IdMap):
        if {type(one) for one in obj.values()} == {Profile}:
            return tell_profiles, _CODES, tuple(obj.items())
        obj = tuple(obj.values())
    if isinstance(obj, tuple | list):
        kinds = {type(one) for one in obj}
        if not kinds:
            return tell_nothing, _FACTS | _CODES | _ROSTER, obj
        if len(kinds) == 1 and (only := kinds.pop()) in _GROUP_TELLERS:
            teller, reads = _GROUP_TELLERS[only]
            return teller, reads, tuple(obj)
    raise NotRenderable(_named(obj), supported())


def _error_teller(error: SupervisionError) -> _Teller:
    if isinstance(error, InvalidInput):
        return tell_invalid
    return tell_beyond if isinstance(error, BeyondExactness) else tell_error


def tell_nothing(_: object, context: Context) -> Page:
    """An answer that lists nothing: no fault, no finding, nothing to change."""
    said = Notice(mark=Mark.GOOD, text=context.say(words.EMPTY))
    return Page(title=context.say(words.EMPTY_TITLE), lang=context.lang, blocks=(said,))


def _named(obj: object) -> str:
    """The kind of a value; of a collection, its items' kinds too."""
    name = type(obj).__name__
    if isinstance(obj, tuple | list):
        return f"{name} of {', '.join(sorted({type(one).__name__ for one in obj}))}"
    return name


def supported() -> tuple[str, ...]:
    """The names of the kinds of values that there is a report for."""
    kinds = (*_TELLERS, *_GROUP_TELLERS, SupervisionError)
    return tuple(sorted(kind.__name__ for kind in kinds))


def to_text(
    obj: object,
    *,
    lang: Language = "vi",
    names: Mapping[str, str | Label] | None = None,
    facts: Facts | None = None,
    roster: Roster | None = None,
    regulation: Regulation | None = None,
    vocabulary: Iterable[FactDefinition] = (),
) -> str:
    """The report of a value as plain text: sentences in lines of at most 96 columns, tables in a fixed pitch.

    ``names`` gives display names by id; an id without one stands for itself. ``facts`` adds the sources and states of a
    case to an assessment, ``roster`` shares, bounds, flags and pins to a plan; ``regulation`` and ``vocabulary`` give the
    names of facts to what carries only their codes. Errors as for ``to_page``.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_text
    >>> tally = sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9}, headline=33)
    >>> print(to_text(tally, lang="en", names={"front": "The Front", "ward": "Ward 17"}).splitlines()[0])
    Counts: Ward 17
    """
    page = to_page(obj, lang=lang, names=names, facts=facts, roster=roster, regulation=regulation, vocabulary=vocabulary)
    return write_text(page)


def to_markdown(
    obj: object,
    *,
    lang: Language = "vi",
    names: Mapping[str, str | Label] | None = None,
    facts: Facts | None = None,
    roster: Roster | None = None,
    regulation: Regulation | None = None,
    vocabulary: Iterable[FactDefinition] = (),
) -> str:
    """The report of a value as Markdown (CommonMark with tables); options and errors as for ``to_text``.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_markdown
    >>> tally = sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9})
    >>> print(to_markdown(tally, lang="en").splitlines()[0])
    # Counts: ward
    """
    page = to_page(obj, lang=lang, names=names, facts=facts, roster=roster, regulation=regulation, vocabulary=vocabulary)
    return write_markdown(page)


def to_html(
    obj: object,
    *,
    lang: Language = "vi",
    names: Mapping[str, str | Label] | None = None,
    facts: Facts | None = None,
    roster: Roster | None = None,
    regulation: Regulation | None = None,
    vocabulary: Iterable[FactDefinition] = (),
    fragment: bool = False,
) -> str:
    """The report of a value as one complete HTML document that loads nothing; options and errors as for ``to_text``.

    With ``fragment`` it is the ``<section>`` alone, whose headings start at ``<h2>``; put ``stylesheet`` once into the
    page around it. Neither has a script, an event attribute or a style attribute, so a strict content policy can stay.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_html
    >>> tally = sc.Tally(kind=sc.programme.CountKind.OPINION, population="<ward>", parts={"front": 24, "youth": 9})
    >>> print(to_html(tally, lang="en", fragment=True).splitlines()[1])
    <h2 class="sc-title">Counts: &lt;ward&gt;</h2>
    """
    page = to_page(obj, lang=lang, names=names, facts=facts, roster=roster, regulation=regulation, vocabulary=vocabulary)
    return write_html(page, fragment=fragment)


def to_svg(
    obj: object,
    *,
    lang: Language = "vi",
    names: Mapping[str, str | Label] | None = None,
    facts: Facts | None = None,
    roster: Roster | None = None,
    regulation: Regulation | None = None,
    vocabulary: Iterable[FactDefinition] = (),
) -> str:
    """The pictures of a report as one SVG image; options and errors as for ``to_text``.

    A plan shows its loads against the shares, a horizon who meets whom when, compliance its calendar, a certificate what is
    asked for and what there is, counts their parts. A report without a picture is set as text.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_svg
    >>> tally = sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9})
    >>> to_svg(tally, lang="en").startswith("<svg ")
    True
    """
    page = to_page(obj, lang=lang, names=names, facts=facts, roster=roster, regulation=regulation, vocabulary=vocabulary)
    return write_svg(page)


@final
@attrs.frozen(repr=False)
class Display:
    """A value and how it is to be shown; the last line of a notebook's cell shows itself. Options as for ``to_text``.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import Display
    >>> Display(sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 24}), lang="en")
    <Display of Tally>
    """

    #: What is shown.
    obj: object
    #: The language.
    lang: Language = attrs.field(default="vi", kw_only=True)
    #: Display names by id.
    names: Mapping[str, str | Label] | None = attrs.field(default=None, kw_only=True)
    #: The facts of the case, for an assessment.
    facts: Facts | None = attrs.field(default=None, kw_only=True)
    #: The roster, for a plan.
    roster: Roster | None = attrs.field(default=None, kw_only=True)
    #: The regulation, for the names of facts.
    regulation: Regulation | None = attrs.field(default=None, kw_only=True)
    #: Further facts, for their names.
    vocabulary: tuple[FactDefinition, ...] = attrs.field(default=(), kw_only=True)

    def _page(self) -> Page:
        return to_page(
            self.obj,
            lang=self.lang,
            names=self.names,
            facts=self.facts,
            roster=self.roster,
            regulation=self.regulation,
            vocabulary=self.vocabulary,
        )

    def _repr_html_(self) -> str:
        return f"<style>\n{stylesheet()}</style>\n{write_html(self._page(), fragment=True)}"

    def _repr_markdown_(self) -> str:
        return write_markdown(self._page())

    def __str__(self) -> str:
        return write_text(self._page())

    def __repr__(self) -> str:
        # A log line or a traceback shows nobody.
        return f"<Display of {type(self.obj).__name__}>"
