"""Following up: how each matter stands as of a day, and what that says about the head who is to see to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Final, final

import attrs

from supervision_core.criteria.nodes import YesNo
from supervision_core.programme.sessions import Matter, MatterKind, MatterStep, StepKind
from supervision_core.values.checks import Checks, as_tuple, composed_sorted
from supervision_core.values.errors import Fault
from supervision_core.values.facts import Fact, Facts, FactState
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language, composed, shown, veiled
from supervision_core.values.verdicts import Verdict
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["HEAD_FACTS", "FollowUp", "FollowUpState", "follow_up", "head_facts"]


@final
class FollowUpState(Enum):
    """How a matter stands."""

    #: Nothing was answered yet, and its day is not over or none was set.
    PENDING = "pending"
    #: The addressee replied; it is not carried out yet, and its day is not over or none was set.
    ANSWERED = "answered"
    #: Its day is over and it is not settled, whatever was answered.
    OVERDUE = "overdue"
    #: Settled by its day, or where no day was set.
    SETTLED = "settled"
    #: Settled after its day.
    SETTLED_LATE = "settled_late"
    #: Refused with reasons.
    DECLINED = "declined"

    @property
    def label(self) -> Label:
        """What people read."""
        return _STATE_LABELS[self.value]


_STATE_LABELS = {
    "pending": Label("đang chờ trả lời", "waiting for an answer"),
    "answered": Label("đã trả lời, chưa thực hiện xong", "answered, not carried out yet"),
    "overdue": Label("quá hạn", "overdue"),
    "settled": Label("đã thực hiện", "settled"),
    "settled_late": Label("đã thực hiện, quá hạn", "settled late"),
    "declined": Label("không tiếp thu, có nêu lý do", "declined with reasons"),
}
_IN_TIME = {
    FollowUpState.OVERDUE: Verdict.NOT_MET,
    FollowUpState.SETTLED: Verdict.MET,
    FollowUpState.SETTLED_LATE: Verdict.NOT_MET,
}


@final
@attrs.frozen(kw_only=True)
class FollowUp:
    """One matter as of a day."""

    #: The matter.
    matter: Matter
    #: The day as of which it stands so.
    as_of: date
    #: How it stands.
    state: FollowUpState
    #: With whom it is: the addressee, or to whom it was last forwarded.
    with_id: str = attrs.field(converter=composed, repr=veiled)
    #: The day of the first answer, a refusal or settlement among them; None when there was none.
    answered_on: date | None
    #: The day on which it was settled or refused; None while it is not.
    ended_on: date | None
    #: Ids of the evidence for the matter and its steps, sorted.
    sources: tuple[str, ...] = attrs.field(converter=composed_sorted)

    def __attrs_post_init__(self) -> None:
        checks = Checks("FollowUp")
        checks.kind("matter", self.matter, Matter, "a Matter")
        checks.day("as_of", self.as_of)
        checks.member("state", self.state, FollowUpState)
        checks.identifier("with_id", self.with_id)
        checks.optional_day("answered_on", self.answered_on)
        checks.optional_day("ended_on", self.ended_on)
        checks.identifiers("sources", self.sources)
        checks.done()

    @property
    def reached_the_competent(self) -> Verdict:
        """Whether it is with the one competent to settle it; unknown where nobody said who that is."""
        competent = self.matter.competent_id
        return Verdict.of(None if competent is None else competent == self.with_id)

    @property
    def settled_in_time(self) -> Verdict:
        """Whether it was settled by its day; unknown while it is pending, and for what was refused with reasons."""
        return _IN_TIME.get(self.state, Verdict.UNKNOWN)

    @property
    def days_overdue(self) -> int | None:
        """How many days it is over its day; None when it is not overdue."""
        due = self.matter.due
        return (self.as_of - due).days if self.state is FollowUpState.OVERDUE and due is not None else None

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """How it stands, for people."""
        return follow_up_said(self, wording(lang, names))


#: That a matter has not got to the one who may decide it.
ASTRAY = Label("chưa đến nơi có thẩm quyền", "not with the one competent")
_DUE = Label(" (hạn {day})", " (due {day})")


def follow_up_said(one: FollowUp, by: Wording) -> str:
    """What it is about, how it stands, by when it is due, and whether it has gone astray."""
    due = "" if one.matter.due is None else by.say(_DUE, day=by.day(one.matter.due))
    astray = f"; {by.say(ASTRAY)}" if one.reached_the_competent is Verdict.NOT_MET else ""
    return f"{by.say(one.matter.text)}: {by.say(one.state.label)}{due}{astray}"


def follow_up(matters: Iterable[Matter], steps: Iterable[MatterStep], *, as_of: date) -> IdMap[FollowUp]:
    """How each matter stands as of a day, by its id; matters and steps of a later day are left out.

    The last step that settles, refuses or reopens a matter decides; an answer alone settles nothing.
    A matter is overdue from the day after its last one, and without such a day never.

    Raises ``InvalidInput`` with all faults at once: ids that occur twice, steps about matters that are not given or from
    before they were raised, and a matter settled and refused on one day.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> ask = sc.programme.Matter(
    ...     id="KN-1", kind=sc.programme.MatterKind.RECOMMENDATION, text=sc.Label("Đối thoại", "Dialogue"),
    ...     addressee_id="chair",
    ...     raised_on=date(2023, 6, 2), due=date(2023, 12, 31),
    ... )
    >>> answer = sc.programme.MatterStep(matter_id="KN-1", kind=sc.programme.StepKind.ANSWERED, on=date(2023, 7, 1))
    >>> days = date(2023, 12, 31), date(2024, 1, 1)
    >>> [sc.programme.follow_up([ask], [answer], as_of=day)["KN-1"].state.name for day in days]
    ['ANSWERED', 'OVERDUE']
    """
    asked, done = as_tuple(matters), as_tuple(steps)
    checks = Checks("follow_up")
    checks.each("matters", asked, Matter, "a Matter")
    checks.each("steps", done, MatterStep, "a MatterStep")
    checks.day("as_of", as_of)
    checks.done()
    checks.add(_faults(asked, done))
    checks.done()
    order = list(StepKind)
    past = sorted((one for one in done if one.on <= as_of), key=lambda one: (one.on, order.index(one.kind), one.to_id or ""))
    by_matter: dict[str, list[MatterStep]] = {}
    for step in past:
        by_matter.setdefault(step.matter_id, []).append(step)
    raised = (matter for matter in asked if matter.raised_on <= as_of)
    return IdMap({matter.id: _standing(matter, by_matter.get(matter.id, []), as_of) for matter in raised})


def _faults(matters: tuple[Matter, ...], steps: tuple[MatterStep, ...]) -> Iterator[Fault]:
    by_id: dict[str, Matter] = {}
    for matter in matters:
        if matter.id in by_id:
            yield Fault("duplicate", "follow_up.matters", shown(matter.id), "each matter once")
        by_id[matter.id] = matter
    ends: dict[tuple[str, date], StepKind] = {}
    for step in steps:
        place = f"MatterStep about {shown(step.matter_id)}"
        known = by_id.get(step.matter_id)
        if known is None:
            yield Fault("unknown_id", f"{place}.matter_id", shown(step.matter_id), "the id of a matter that is given")
        elif step.on < known.raised_on:
            yield Fault("not_later", f"{place}.on", step.on.isoformat(), f"no day before {known.raised_on.isoformat()}")
        if step.kind.ends and ends.setdefault((step.matter_id, step.on), step.kind) is not step.kind:
            yield Fault("contradiction", f"{place}.kind", "settled and declined on one day", "one of the two")


def _standing(matter: Matter, steps: list[MatterStep], as_of: date) -> FollowUp:
    """The matter after its steps, which stand in order of time."""
    forwarded = [step.to_id for step in steps if step.to_id is not None]
    deciding = [step for step in steps if step.kind.ends or step.kind is StepKind.REOPENED]
    end = deciding[-1] if deciding and deciding[-1].kind.ends else None
    answers = [step.on for step in steps if step.kind.ends or step.kind is StepKind.ANSWERED]
    return FollowUp(
        matter=matter,
        as_of=as_of,
        state=_state(matter, end, as_of, is_answered=bool(answers)),
        with_id=forwarded[-1] if forwarded else matter.addressee_id,
        answered_on=answers[0] if answers else None,
        ended_on=end.on if end else None,
        sources=sorted({*matter.sources, *(source for step in steps for source in step.sources)}),
    )


def _state(matter: Matter, end: MatterStep | None, as_of: date, *, is_answered: bool) -> FollowUpState:
    if end is not None and end.kind is StepKind.DECLINED:
        return FollowUpState.DECLINED
    if end is not None:
        return FollowUpState.SETTLED_LATE if matter.due is not None and end.on > matter.due else FollowUpState.SETTLED
    if matter.due is not None and as_of > matter.due:
        return FollowUpState.OVERDUE
    return FollowUpState.ANSWERED if is_answered else FollowUpState.PENDING


_ANSWERS: Final = YesNo(
    code="head.answers_pressing_matters",
    label=Label("Trả lời các vấn đề bức xúc của người dân", "Answers the matters that press on the people"),
)
_SETTLES: Final = YesNo(
    code="head.settles_pressing_matters",
    label=Label("Giải quyết kịp thời các vấn đề bức xúc của người dân", "Settles the matters that press on the people in time"),
)
#: The two facts about a head that pressing matters give; for a regulation, or as ``vocabulary=`` of judging.
HEAD_FACTS: Final = (_ANSWERS, _SETTLES)
_NO_MATTERS: Final = Label("không có vấn đề nào được nêu", "no matter was raised")


def head_facts(matters: Iterable[Matter], steps: Iterable[MatterStep], *, head_id: str, as_of: date) -> Facts:
    """What the matters that press on the people say about the head to whom they were put, as of a day.

    A matter left without any answer past its day speaks against the head, and so does one settled late or not at all by
    its day. While one is pending, the answer is unknown unless another settles it; and where none was raised, nothing is
    shown either way. A matter that the head passed on stays one that was put to the head.
    The sources are the matters and the evidence for what was done.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> road = sc.programme.Matter(
    ...     id="VĐ-1", kind=sc.programme.MatterKind.PRESSING_MATTER, text=sc.Label("Đường ngập", "A flooded road"),
    ...     addressee_id="chair", raised_on=date(2019, 3, 1), due=date(2019, 5, 1),
    ... )
    >>> dict(sc.programme.head_facts([road], [], head_id="chair", as_of=date(2019, 5, 2)).values)
    {'head.answers_pressing_matters': False, 'head.settles_pressing_matters': False}
    """
    checks = Checks("head_facts")
    checks.identifier("head_id", head_id)
    checks.done()
    found = follow_up(matters, steps, as_of=as_of).values()
    head_id = composed(head_id)
    own = [one for one in found if one.matter.kind is MatterKind.PRESSING_MATTER and one.matter.addressee_id == head_id]
    sources = sorted({source for one in own for source in (one.matter.id, *one.sources)})
    return Facts(
        [
            _fact(_ANSWERS.code, [_answered(one) for one in own], sources),
            _fact(_SETTLES.code, [one.settled_in_time for one in own], sources),
        ]
    )


def _answered(one: FollowUp) -> Verdict:
    if one.answered_on is not None:
        return Verdict.MET
    return Verdict.NOT_MET if one.state is FollowUpState.OVERDUE else Verdict.UNKNOWN


def _fact(code: str, verdicts: list[Verdict], sources: list[str]) -> Fact:
    together = Verdict.MET
    for verdict in verdicts:
        together = together & verdict
    if not verdicts:
        return Fact(code=code, state=FactState.NOT_SHOWN, why=_NO_MATTERS)
    value = {Verdict.MET: True, Verdict.NOT_MET: False, Verdict.UNKNOWN: None}[together]
    return Fact(code=code, value=value, sources=sources)
