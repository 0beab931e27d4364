"""A year's supervision plan: contents, methods, charges, delegations, and what must not overlap.

Source: the Front of Long Biên district names contents, subjects and for every unit and person one lead unit, without overlap;
the Front of Hòa Khánh Bắc ward had a plan with number, date, issuer and scope; in Ward 17 a delegation with a head supervised
one subject on one content; District 10 inspected 15 ward People's Committees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from operator import attrgetter
from typing import final

import attrs

from supervision_core.rotation.roster import Subject
from supervision_core.values.checks import Checks, as_tuple, check_arguments, composed_sorted
from supervision_core.values.citations import Citation, Instrument, InstrumentKind
from supervision_core.values.errors import Fault
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.periods import Period
from supervision_core.values.text import composed, shown, veiled

__all__ = ["Charge", "Delegation", "PlanContent", "SupervisionMethod", "SupervisionPlan", "charges_of"]


@final
class SupervisionMethod(Enum):
    """How it is supervised."""

    SELF_REPORT = "self_report"
    OBSERVATION = "observation"
    DIRECT_TALK = "direct_talk"
    REGISTERED_CONTENT = "registered_content"
    IN_WRITING = "in_writing"
    SESSION = "session"
    INSPECTION = "inspection"

    @property
    def label(self) -> Label:
        """What people read."""
        return _METHOD_LABELS[self.value]


_METHOD_LABELS = {
    "self_report": Label("qua bản tự kiểm điểm", "by self-report"),
    "observation": Label("quan sát công tác hằng ngày", "by observing daily work"),
    "direct_talk": Label("trao đổi trực tiếp", "by direct talk"),
    "registered_content": Label("theo nội dung đã đăng ký", "along what was registered"),
    "in_writing": Label("giám sát bằng văn bản", "in writing"),
    "session": Label("đoàn giám sát làm việc trực tiếp", "by a delegation's session"),
    "inspection": Label("đoàn kiểm tra", "by inspection"),
}


def _methods(values: Iterable[SupervisionMethod]) -> tuple[SupervisionMethod, ...]:
    given = as_tuple(values)
    if isinstance(given, tuple) and all(isinstance(one, SupervisionMethod) for one in given):
        return tuple(sorted(given, key=attrgetter("value")))
    return given


def _subject_ids(values: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if values is None else composed_sorted(values)


@final
@attrs.frozen(kw_only=True)
class PlanContent:
    """Something that is supervised."""

    #: Its id.
    id: str = attrs.field(converter=composed)
    #: What it is.
    label: Label
    #: Whom it concerns, sorted; None for every subject of the plan.
    subject_ids: tuple[str, ...] | None = attrs.field(default=None, converter=_subject_ids, repr=veiled)
    #: How it is supervised, sorted.
    methods: tuple[SupervisionMethod, ...] = attrs.field(default=(), converter=_methods)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"PlanContent {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.kind("label", self.label, Label, "a Label")
        if self.subject_ids is not None:
            checks.identifiers("subject_ids", self.subject_ids)
            if self.subject_ids == ():
                checks.fault("empty", "subject_ids", (), "at least one, or None for every subject of the plan")
        if checks.each("methods", self.methods, SupervisionMethod, "a SupervisionMethod"):
            checks.identifiers("methods", tuple(one.value for one in self.methods))
        checks.done()


@final
@attrs.frozen(kw_only=True)
class Charge:
    """A lead unit or a delegation leads the supervision of some subjects on some contents."""

    #: The lead unit, or the delegation, by id.
    lead_id: str = attrs.field(converter=composed)
    #: The subjects, sorted.
    subject_ids: tuple[str, ...] = attrs.field(converter=composed_sorted, repr=veiled)
    #: The contents, sorted.
    content_ids: tuple[str, ...] = attrs.field(converter=composed_sorted)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Charge")
        checks.identifier("lead_id", self.lead_id)
        for name in ("subject_ids", "content_ids"):
            checks.identifiers(name, getattr(self, name))
            if getattr(self, name) == ():
                checks.fault("empty", name, (), "at least one")
        checks.done()


def charges_of(assignments: Mapping[str, str], content_ids: Iterable[str]) -> tuple[Charge, ...]:
    """The charges of a year's rotation, such as ``plan.assignments``: each lead unit leads its subjects on all the contents.

    >>> from supervision_core.programme import charges_of
    >>> [(one.lead_id, one.subject_ids) for one in charges_of({"s1": "front", "s2": "women", "s3": "front"}, ["ethics"])]
    [('front', ('s1', 's3')), ('women', ('s2',))]
    """
    contents = composed_sorted(content_ids)
    checks = Checks("charges_of")
    checks.identifiers("content_ids", contents)
    if checks.kind("assignments", assignments, Mapping, "a mapping from subject ids to lead unit ids"):
        checks.distinct("assignments", assignments)
        for subject_id, lead_id in assignments.items():
            checks.identifier("assignments", subject_id)
            checks.identifier(f"assignments[{shown(subject_id)}]", lead_id)
    checks.done()
    subjects: dict[str, list[str]] = {}
    for subject_id, lead_id in assignments.items():
        subjects.setdefault(composed(lead_id), []).append(subject_id)
    return tuple(Charge(lead_id=lead, subject_ids=subjects[lead], content_ids=contents) for lead in sorted(subjects))


@final
@attrs.frozen(kw_only=True)
class Delegation:
    """Several people with one head who supervise together.

    >>> from supervision_core.programme import Delegation
    >>> Delegation(id="doan-1", head_id="p1", member_ids=["p3", "p2"]).people
    ('p1', 'p2', 'p3')
    """

    #: Its id.
    id: str = attrs.field(converter=composed)
    #: Its head.
    head_id: str = attrs.field(converter=composed, repr=veiled)
    #: Its other members, sorted.
    member_ids: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted, repr=veiled)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Delegation {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.identifier("head_id", self.head_id)
        checks.identifiers("member_ids", self.member_ids)
        if isinstance(self.member_ids, tuple) and self.head_id in self.member_ids:
            checks.fault("duplicate", "member_ids", self.head_id, "members other than the head")
        checks.done()

    @property
    def people(self) -> tuple[str, ...]:
        """Head and members, sorted."""
        return tuple(sorted((self.head_id, *self.member_ids)))


def _contents(values: Iterable[PlanContent]) -> tuple[PlanContent, ...]:
    given = as_tuple(values)
    if isinstance(given, tuple) and all(isinstance(one, PlanContent) for one in given):
        return tuple(sorted(given, key=attrgetter("id")))
    return given


def _subjects(values: Iterable[Subject]) -> tuple[Subject, ...]:
    given = as_tuple(values)
    if isinstance(given, tuple) and all(isinstance(one, Subject) for one in given):
        return tuple(sorted(given, key=attrgetter("id")))
    return given


def _delegations(values: Iterable[Delegation]) -> tuple[Delegation, ...]:
    given = as_tuple(values)
    if isinstance(given, tuple) and all(isinstance(one, Delegation) for one in given):
        return tuple(sorted(given, key=attrgetter("id")))
    return given


def _charges(values: Iterable[Charge]) -> tuple[Charge, ...]:
    given = as_tuple(values)
    if isinstance(given, tuple) and all(isinstance(one, Charge) for one in given):
        return tuple(sorted(given, key=attrgetter("lead_id", "subject_ids", "content_ids")))
    return given


def _standards(values: Iterable[Citation]) -> tuple[Citation, ...]:
    return as_tuple(values)


@final
@attrs.frozen(kw_only=True, repr=False)
class SupervisionPlan:
    """A plan with number, date, issuer and scope, that names one lead unit for every subject and content.

    It is known by number *and* date: a new year starts again at 01. Every subject has to be led on every content that
    concerns it, by exactly one lead unit or delegation; what is left out, led twice or unknown raises ``InvalidInput``, all
    at once. Whether somebody leads the supervision of himself or herself is no error and is said by ``conflicts``.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> from supervision_core import Period
    >>> plan = sc.SupervisionPlan(
    ...     number="02/KH-MT", issued_on=date(2014, 2, 28), issuer=sc.Label("Mặt trận phường", "The ward's Front"),
    ...     scope=sc.Label("Cán bộ, công chức của phường", "Officials of the ward"), period=Period.of_year(2014),
    ...     contents=[sc.programme.PlanContent(id="ethics", label=sc.Label("Đạo đức công vụ", "Public-service ethics"))],
    ...     subjects=[sc.Subject(id="o1"), sc.Subject(id="o2")], lead_units=["front"],
    ...     charges=[sc.programme.Charge(lead_id="front", subject_ids=["o1", "o2"], content_ids=["ethics"])],
    ... )
    >>> plan.lead_of("o2", "ethics")
    'front'
    >>> plan.instrument.text("vi")
    'Kế hoạch số 02/KH-MT ngày 28/02/2014 của Mặt trận phường'
    """

    #: Its number.
    number: str = attrs.field(converter=composed)
    #: The day it was issued.
    issued_on: date
    #: Who issued it.
    issuer: Label
    #: What it extends to.
    scope: Label
    #: The time it plans.
    period: Period
    #: What is supervised, sorted by id.
    contents: tuple[PlanContent, ...] = attrs.field(converter=_contents)
    #: Who is supervised, people and units, sorted by id.
    subjects: tuple[Subject, ...] = attrs.field(converter=_subjects)
    #: The lead units, by id, sorted.
    lead_units: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)
    #: The delegations, sorted by id.
    delegations: tuple[Delegation, ...] = attrs.field(default=(), converter=_delegations)
    #: Who leads what, sorted.
    charges: tuple[Charge, ...] = attrs.field(converter=_charges)
    #: What it is held against, such as codes of conduct, in their order.
    standards: tuple[Citation, ...] = attrs.field(default=(), converter=_standards)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"SupervisionPlan {shown(self.number)}")
        checks.identifier("number", self.number)
        checks.day("issued_on", self.issued_on)
        checks.kind("issuer", self.issuer, Label, "a Label")
        checks.kind("scope", self.scope, Label, "a Label")
        checks.kind("period", self.period, Period, "a Period")
        checks.each("standards", self.standards, Citation, "a Citation")
        checks.identifiers("lead_units", self.lead_units)
        right = isinstance(self.lead_units, tuple)
        for name, kind in (("contents", PlanContent), ("subjects", Subject), ("delegations", Delegation), ("charges", Charge)):
            right = checks.each(name, getattr(self, name), kind, f"a {kind.__name__}") and right
        if right:
            for name in ("contents", "subjects", "delegations"):
                checks.identifiers(name, tuple(one.id for one in getattr(self, name)))
            for name in ("contents", "subjects", "charges"):
                if getattr(self, name) == ():
                    checks.fault("empty", name, (), "at least one")
            checks.add(self._faults_of_ids())
            checks.add(self._faults_of_charges())
        checks.done()

    def _faults_of_ids(self) -> Iterator[Fault]:
        leads = [*self.lead_units, *(one.id for one in self.delegations)]
        contents, subjects = {one.id for one in self.contents}, {one.id for one in self.subjects}
        place = f"SupervisionPlan {shown(self.number)}"
        for lead in sorted({lead for lead in leads if leads.count(lead) > 1}):
            yield Fault("duplicate", f"{place}.delegations", shown(lead), "an id that no lead unit has")
        for charge in self.charges:
            if charge.lead_id not in leads:
                yield Fault("unknown_id", f"{place}.charges", shown(charge.lead_id), "a lead unit or delegation of the plan")
            for content in charge.content_ids:
                if content not in contents:
                    yield Fault("unknown_id", f"{place}.charges", shown(content), "a content of the plan")
            for subject in charge.subject_ids:
                if subject not in subjects:
                    yield Fault("unknown_id", f"{place}.charges", shown(subject), "a subject of the plan")
        for one in self.contents:
            for subject in one.subject_ids or ():
                if subject not in subjects:
                    yield Fault("unknown_id", f"{place}.contents", shown(subject), "a subject of the plan")

    def _faults_of_charges(self) -> Iterator[Fault]:
        place = f"SupervisionPlan {shown(self.number)}.charges"
        contents, subjects = {one.id for one in self.contents}, {one.id for one in self.subjects}
        led: dict[tuple[str, str], list[str]] = {}
        for charge in self.charges:
            for subject in charge.subject_ids:
                for content in charge.content_ids:
                    led.setdefault((subject, content), []).append(charge.lead_id)
        due = {
            (subject, one.id) for one in self.contents for subject in (subjects if one.subject_ids is None else one.subject_ids)
        }
        for subject, content in sorted(due - led.keys()):
            yield Fault("no_lead", place, f"{shown(subject)} on {shown(content)}", "exactly one lead unit, and there is none")
        for (subject, content), leads in sorted(led.items()):
            found = f"{shown(subject)} on {shown(content)}"
            if len(leads) > 1:
                yield Fault("overlap", place, f"{found} by {', '.join(leads)}", "exactly one lead unit")
            if subject in subjects and content in contents and (subject, content) not in due:
                yield Fault("not_concerned", place, found, "a subject that the content concerns")

    @property
    def instrument(self) -> Instrument:
        """The plan as a document to be cited."""
        return Instrument(
            kind=InstrumentKind.PLAN, number=self.number, issued=self.issued_on, issuer=self.issuer, title=self.scope
        )

    @cached_property
    def _leads(self) -> IdMap[IdMap[str]]:
        led: dict[str, dict[str, str]] = {}
        for charge in self.charges:
            for subject in charge.subject_ids:
                led.setdefault(subject, {}).update(dict.fromkeys(charge.content_ids, charge.lead_id))
        return IdMap({subject: IdMap(contents) for subject, contents in led.items()})

    def leads_of(self, subject_id: str) -> IdMap[str]:
        """Who leads the supervision of a subject, by content; empty for a subject that is not in the plan."""
        check_arguments(SupervisionPlan.leads_of, subject_id=subject_id)
        return self._leads.get(composed(subject_id), IdMap())

    def lead_of(self, subject_id: str, content_id: str) -> str | None:
        """Who leads the supervision of a subject on a content; None where the content does not concern the subject."""
        check_arguments(SupervisionPlan.lead_of, subject_id=subject_id, content_id=content_id)
        return self.leads_of(subject_id).get(content_id)

    @property
    def conflicts(self) -> tuple[tuple[str, str], ...]:
        """Each lead with a subject that is the lead itself or belongs to it, sorted: to be seen, and settled by people."""
        people = {one.id: one.people for one in self.delegations}
        units = {one.id: one.unit for one in self.subjects}
        found = {
            (charge.lead_id, subject)
            for charge in self.charges
            for subject in charge.subject_ids
            if charge.lead_id in {subject, units[subject]} or subject in people.get(charge.lead_id, ())
        }
        return tuple(sorted(found))

    def __repr__(self) -> str:
        # Who is supervised shows in no log line.
        return f"<SupervisionPlan {self.number!r} of {self.issued_on.isoformat()}: {len(self.subjects)} subjects>"
