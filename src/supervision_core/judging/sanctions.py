"""What was found wrong, which measures are proposed for it, and one laid against the other; people decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import Final, final

import attrs

from supervision_core.evidence.instruments import LONG_BIEN, THACH_THANG
from supervision_core.values.checks import Checks, as_tuple, check_fields, check_ids, composed_sorted
from supervision_core.values.citations import Citation
from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.exact import whole_or_same
from supervision_core.values.facts import FactState
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period
from supervision_core.values.text import Language, composed, composed_or_none, shown, veiled
from supervision_core.values.wording import Names, wording

__all__ = [
    "EscalationPolicy",
    "Gravity",
    "Lapse",
    "LapseKind",
    "ReportRule",
    "SanctionProposal",
    "SanctionReport",
    "SanctionStep",
    "StepRule",
    "TakenSanction",
    "escalate",
]


@final
class SanctionStep(Enum):
    """What may be proposed, the mildest first."""

    REMIND = "remind"
    CORRECT = "correct"
    CONSIDER_DISCIPLINE = "consider_discipline"

    @property
    def label(self) -> Label:
        """What people read."""
        return _STEP_LABELS[self.value]

    @property
    def place(self) -> int:
        """Its place, 0 being the mildest."""
        return list(SanctionStep).index(self)


_STEP_LABELS = {
    "remind": Label("nhắc nhở", "remind"),
    "correct": Label("chấn chỉnh", "correct"),
    "consider_discipline": Label("xem xét kỷ luật", "consider discipline"),
}


@final
class Gravity(Enum):
    """How grave a lapse is, the least grave first: an ordinal scale, no points."""

    MINOR = "minor"
    SERIOUS = "serious"
    GRAVE = "grave"

    @property
    def label(self) -> Label:
        """What people read."""
        return _GRAVITY_LABELS[self.value]

    @property
    def place(self) -> int:
        """Its place, 0 being the least grave."""
        return list(Gravity).index(self)


_GRAVITY_LABELS = {
    "minor": Label("ít nghiêm trọng", "minor"),
    "serious": Label("nghiêm trọng", "serious"),
    "grave": Label("rất nghiêm trọng", "grave"),
}


@final
class LapseKind(Enum):
    """What sort of thing went wrong."""

    DUTY = "duty"
    CONDUCT = "conduct"
    INTERNAL_RULES = "internal_rules"
    LAW = "law"
    MORAL_DECLINE = "moral_decline"

    @property
    def label(self) -> Label:
        """What people read."""
        return _KIND_LABELS[self.value]


_KIND_LABELS = {
    "duty": Label("thực hiện nhiệm vụ", "performance of duty"),
    "conduct": Label("thái độ giao tiếp, ứng xử", "manner of communication and conduct"),
    "internal_rules": Label("nội quy, quy chế cơ quan", "internal rules"),
    "law": Label("vi phạm pháp luật", "breach of the law"),
    "moral_decline": Label("biểu hiện suy thoái đạo đức, lối sống", "signs of decline in morals and lifestyle"),
}


@final
@attrs.frozen(kw_only=True, repr=False)
class Lapse:
    """One thing found wrong, with the evidence behind it: of a person, of a unit, or of a person in a unit.

    A lapse that is contested or not shown is kept in view and never counts.

    >>> from datetime import date
    >>> from supervision_core import Label
    >>> from supervision_core.judging import Lapse
    >>> Lapse(
    ...     id="sp-1", person_id="o1", unit_id="desk", found_on=date(2014, 3, 4), sources=["fb-1"],
    ...     about=Label("Trễ hẹn ba hồ sơ", "Three files late"),
    ... )
    <Lapse 'sp-1': minor, duty>
    """

    #: Its id.
    id: str = attrs.field(converter=composed)
    #: The person; None where it is the unit's alone.
    person_id: str | None = attrs.field(default=None, converter=composed_or_none)
    #: The unit; None where it is the person's alone.
    unit_id: str | None = attrs.field(default=None, converter=composed_or_none)
    #: When it was found.
    found_on: date
    #: What sort of thing it is.
    kind: LapseKind = LapseKind.DUTY
    #: How grave it is.
    gravity: Gravity = Gravity.MINOR
    #: What it is.
    about: Label
    #: The evidence behind it, sorted; at least one.
    sources: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: How it stands, as a fact does.
    state: FactState = FactState.FOUND

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Lapse {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.optional_identifier("person_id", self.person_id)
        checks.optional_identifier("unit_id", self.unit_id)
        if self.person_id is None and self.unit_id is None:
            checks.fault("nobody", "person_id", None, "a person, a unit, or both")
        checks.fields(self, "found_on", "kind", "gravity", "about")
        checks.identifiers("sources", self.sources)
        if self.sources == ():
            checks.fault("missing", "sources", (), "the evidence behind it")
        if checks.member("state", self.state, FactState) and self.state is FactState.NOT_APPLICABLE:
            checks.fault("contradiction", "state", self.state, "FOUND, CONTESTED or NOT_SHOWN")
        checks.done()

    def __repr__(self) -> str:  # breaches of the law are sensitive: a log line shows neither whose it is nor what it is
        return f"<Lapse {self.id!r}: {self.gravity.value}, {self.kind.value}>"


@final
@attrs.frozen(kw_only=True)
class StepRule:
    """A measure is proposed from so many lapses of at least a certain gravity on."""

    #: The measure.
    step: SanctionStep
    #: The least gravity that counts.
    gravity: Gravity
    #: How many; from 1.
    lapses: int = attrs.field(converter=whole_or_same)
    #: Where it stands.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("StepRule")
        checks.fields(self, "step", "gravity")
        checks.whole("lapses", self.lapses, at_least=1)
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.done()


#: The three measures are the source's; from how many lapses on each is proposed is a choice.
STEP_RULES: Final = tuple(
    StepRule(step=step, gravity=gravity, lapses=lapses, citation=THACH_THANG)
    for step, gravity, lapses in (
        (SanctionStep.REMIND, Gravity.MINOR, 1),
        (SanctionStep.CORRECT, Gravity.MINOR, 2),
        (SanctionStep.CORRECT, Gravity.SERIOUS, 1),
        (SanctionStep.CONSIDER_DISCIPLINE, Gravity.MINOR, 3),
        (SanctionStep.CONSIDER_DISCIPLINE, Gravity.SERIOUS, 2),
        (SanctionStep.CONSIDER_DISCIPLINE, Gravity.GRAVE, 1),
    )
)


@final
@attrs.frozen(kw_only=True)
class ReportRule:
    """A lapse of a certain kind is reported to somebody, whatever is proposed besides."""

    #: The kind of lapse.
    kind: LapseKind
    #: To whom; the id of a body.
    to: str = attrs.field(converter=composed)
    #: What that body is called.
    label: Label
    #: Whether a lapse that is contested is reported, too.
    contested_too: bool = False
    #: Where it stands.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("ReportRule")
        checks.fields(self, "contested_too", "kind")
        checks.identifier("to", self.to)
        checks.fields(self, "label", "citation")
        checks.done()


#: Signs of decline are reported to the party committee that is competent for the official.
REPORTS: Final = (
    ReportRule(
        kind=LapseKind.MORAL_DECLINE,
        to="party_committee",
        label=Label("cấp ủy có thẩm quyền", "the competent party committee"),
        citation=LONG_BIEN,
    ),
)


@final
@attrs.frozen(kw_only=True)
class TakenSanction:
    """A measure that somebody competent took."""

    #: Its id or number.
    id: str = attrs.field(converter=composed)
    #: The person or unit.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: Which.
    step: SanctionStep
    #: When.
    taken_on: date

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"TakenSanction {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.identifier("subject_id", self.subject_id)
        checks.member("step", self.step, SanctionStep)
        checks.day("taken_on", self.taken_on)
        checks.done()


def _step_rules(values: Iterable[StepRule]) -> tuple[StepRule, ...]:
    given = as_tuple(values)
    if isinstance(given, tuple) and all(isinstance(one, StepRule) for one in given):
        return tuple(sorted(given, key=attrgetter("step.place", "gravity.place", "lapses")))
    return given


def _report_rules(values: Iterable[ReportRule]) -> tuple[ReportRule, ...]:
    given = as_tuple(values)
    if isinstance(given, tuple) and all(isinstance(one, ReportRule) for one in given):
        return tuple(sorted(given, key=attrgetter("kind.value", "to")))
    return given


@final
@attrs.frozen(kw_only=True)
class EscalationPolicy:
    """Over which days lapses count together, and what is proposed for them. The source gives no window, so it has no default.

    >>> from supervision_core.judging import EscalationPolicy
    >>> from supervision_core import Period
    >>> EscalationPolicy(window=Period.of_year(2014)).unit_answers_for_people
    False
    """

    #: The days on which a lapse must have been found to count.
    window: Period
    #: From how many lapses on each measure is proposed; the strongest that fits is.
    rules: tuple[StepRule, ...] = attrs.field(default=STEP_RULES, converter=_step_rules)
    #: What is reported to whom.
    reports: tuple[ReportRule, ...] = attrs.field(default=REPORTS, converter=_report_rules)
    #: Whether a lapse of a person counts for the unit as well.
    unit_answers_for_people: bool = False
    #: Whether a lapse after a measure leads at least to the next stronger one.
    step_up: bool = True

    def __attrs_post_init__(self) -> None:
        checks = Checks("EscalationPolicy")
        checks.kind("window", self.window, Period, "a Period")
        if checks.each("rules", self.rules, StepRule, "a StepRule") and not self.rules:
            checks.fault("empty", "rules", self.rules, "at least one StepRule")
        checks.each("reports", self.reports, ReportRule, "a ReportRule")
        for name in ("unit_answers_for_people", "step_up"):
            checks.kind(name, getattr(self, name), bool, "True or False")
        checks.done()


@final
@attrs.frozen(kw_only=True)
class SanctionReport:
    """A lapse that is to be reported, and to whom."""

    #: The lapse, by id.
    lapse_id: str = attrs.field(converter=composed)
    #: To whom; the id of a body.
    to: str = attrs.field(converter=composed)
    #: What that body is called.
    label: Label
    #: Where it stands.
    citation: Citation | None

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "lapse_id", "to")


@final
@attrs.frozen(kw_only=True, repr=False)
class SanctionProposal:
    """What is proposed for one person or unit. It binds nobody: somebody competent decides.

    ``step`` is None where no lapse counts; what is contested or outside the window is then still in view in ``left_out``.
    """

    #: The person or the unit.
    subject_id: str = attrs.field(converter=composed)
    #: Whether it is a unit.
    is_unit: bool
    #: The measure that is proposed.
    step: SanctionStep | None
    #: The lapses that count, by id, in order of time.
    counted: tuple[str, ...]
    #: Those that do not, by id, in order of time: contested, not shown, or outside the window.
    left_out: tuple[str, ...]
    #: The evidence behind the lapses that count, by id, sorted.
    sources: tuple[str, ...]
    #: Why, line by line.
    why: tuple[Label, ...]
    #: Where it stands.
    citations: tuple[Citation, ...]
    #: What is reported to whom.
    reports: tuple[SanctionReport, ...]
    #: Measures at least as strong that were taken since the last counted lapse, by id: then nothing new is called for.
    already_taken: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "subject_id", "counted", "left_out", "sources", "already_taken")

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The proposal for people; it says that it is one."""
        by = wording(lang, names)
        proposed = by.say(NO_GROUND) if self.step is None else by.say(_PROPOSED, step=by.say(self.step.label))
        why = f" ({'; '.join(map(by.say, self.why))})" if self.why else ""
        return f"{by.name(self.subject_id)}: {proposed}{why}"

    def __repr__(self) -> str:
        # Whom it is about shows in no log line.
        return f"<SanctionProposal: {'none' if self.step is None else self.step.value}>"


NO_GROUND = Label("chưa có căn cứ để đề xuất", "no ground for a proposal")
_PROPOSED = Label("đề xuất {step}", "proposed {step}")


def escalate(
    findings: Iterable[Lapse], policy: EscalationPolicy, *, taken: Iterable[TakenSanction] = ()
) -> tuple[SanctionProposal, ...]:
    """Propose a measure for every person and unit with lapses: people first, then units, each by id.

    Of the policy's rules the strongest that fits the lapses found within the window is proposed; after a measure ``taken``
    within it a further lapse leads at least to the next stronger one. A lapse of a person in a unit is the person's; it
    counts for the unit only where the policy says so. Signs of moral decline are reported whatever is proposed.
    Two lapses or measures with one id, and an id that is a person's and a unit's, raise ``InvalidInput``.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> from supervision_core import Period
    >>> late = sc.judging.Lapse(
    ...     id="sp-1", person_id="o1", found_on=date(2014, 3, 4), sources=["fb-1"], about=sc.Label("Trễ", "Late")
    ... )
    >>> [proposal] = sc.escalate([late], sc.judging.EscalationPolicy(window=Period.of_year(2014)))
    >>> print(proposal.sentence("en"))
    o1: proposed remind (1 of gravity minor or more; it takes 1)

    Source: Thạch Thang ward reminds, corrects or considers discipline, for unit and person; the numbers are a choice.
    """
    lapses, measures = as_tuple(findings), as_tuple(taken)
    checks = Checks("escalate")
    checks.kind("policy", policy, EscalationPolicy, "an EscalationPolicy")
    checks.each("findings", lapses, Lapse, "a Lapse")
    checks.each("taken", measures, TakenSanction, "a TakenSanction")
    checks.done()
    raise_for([*_repeated("findings", lapses), *_repeated("taken", measures)])
    ordered = sorted(lapses, key=attrgetter("found_on", "id"))
    people: dict[str, list[Lapse]] = {}
    units: dict[str, list[Lapse]] = {}
    for one in ordered:
        if one.person_id is not None:
            people.setdefault(one.person_id, []).append(one)
        if one.unit_id is not None and (one.person_id is None or policy.unit_answers_for_people):
            units.setdefault(one.unit_id, []).append(one)
    raise_for(
        Fault("both_kinds", "escalate.findings", shown(who), "an id that is a person's or a unit's, not both")
        for who in sorted(people.keys() & units.keys())
    )
    of_subject: dict[str, list[TakenSanction]] = {}
    for measure in measures:
        of_subject.setdefault(measure.subject_id, []).append(measure)
    return tuple(
        _proposal(who, group[who], policy, of_subject.get(who, ()), is_unit=group is units)
        for group in (people, units)
        for who in sorted(group)
    )


def _repeated(name: str, items: Sequence[Lapse | TakenSanction]) -> Iterator[Fault]:
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            yield Fault("duplicate", f"escalate.{name}", shown(item.id), "each id once")
        seen.add(item.id)


def _proposal(
    who: str, lapses: Sequence[Lapse], policy: EscalationPolicy, taken: Sequence[TakenSanction], *, is_unit: bool
) -> SanctionProposal:
    counted = [one for one in lapses if one.state is FactState.FOUND and one.found_on in policy.window]
    fitting = [rule for rule in policy.rules if _count(counted, rule.gravity) >= rule.lapses]
    step = max((rule.step for rule in fitting), key=attrgetter("place"), default=None)
    why = [_by_count(_count(counted, rule.gravity), rule.gravity, rule.lapses) for rule in fitting if rule.step is step]
    citations = [rule.citation for rule in fitting if rule.step is step and rule.citation is not None]
    if policy.step_up and (raised := _after(counted, taken, policy)) is not None:
        earlier, higher = raised
        if step is None or higher.place > step.place:
            step, why, citations = higher, [_by_earlier(earlier)], []
    last = counted[-1].found_on if counted else None
    answered = [one for one in taken if step and last and one.taken_on >= last and one.step.place >= step.place]
    return SanctionProposal(
        subject_id=who,
        is_unit=is_unit,
        step=step,
        counted=tuple(one.id for one in counted),
        left_out=tuple(one.id for one in lapses if one not in counted),
        sources=tuple(sorted({source for one in counted for source in one.sources})),
        why=tuple(why),
        citations=tuple(dict.fromkeys(citations)),
        reports=tuple(
            SanctionReport(lapse_id=one.id, to=rule.to, label=rule.label, citation=rule.citation)
            for one in lapses
            for rule in policy.reports
            if rule.kind is one.kind and one.found_on in policy.window and _is_reported(one, contested_too=rule.contested_too)
        ),
        already_taken=tuple(sorted(one.id for one in answered)),
    )


def _is_reported(lapse: Lapse, *, contested_too: bool) -> bool:
    return lapse.state is FactState.FOUND or (contested_too and lapse.state is FactState.CONTESTED)


def _count(lapses: Sequence[Lapse], gravity: Gravity) -> int:
    return sum(1 for one in lapses if one.gravity.place >= gravity.place)


def _after(
    counted: Sequence[Lapse], taken: Sequence[TakenSanction], policy: EscalationPolicy
) -> tuple[TakenSanction, SanctionStep] | None:
    """The strongest measure within the window after which something happened again, with the next stronger one."""
    broken = [one for one in taken if one.taken_on in policy.window and any(lapse.found_on > one.taken_on for lapse in counted)]
    strongest = max(broken, key=lambda one: (one.step.place, one.taken_on, one.id), default=None)
    if strongest is None:
        return None
    return strongest, list(SanctionStep)[: strongest.step.place + 2][-1]


def _by_count(found: int, gravity: Gravity, needed: int) -> Label:
    return Label(
        f"có {found} khuyết điểm, vi phạm từ mức {gravity.label.vi} trở lên; áp dụng khi có từ {needed} trở lên",
        f"{found} of gravity {gravity.label.en} or more; it takes {needed}",
    )


def _by_earlier(earlier: TakenSanction) -> Label:
    vi, en = earlier.step.label.vi, earlier.step.label.en
    return Label(f"tái phạm sau khi đã {vi} ({earlier.id})", f"again after the measure {en} ({earlier.id})")
