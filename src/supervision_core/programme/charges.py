"""What a plan supervises, how, and who leads it: contents, methods, and the charge given to a lead unit or a delegation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from operator import attrgetter
from typing import final

import attrs

from supervision_core.fields import Checks, as_tuple, composed_sorted
from supervision_core.text import Label, composed, shown, veiled

__all__ = ["Charge", "PlanContent", "SupervisionMethod", "charges_of"]


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
    "self_report": Label("qua báo cáo cá nhân", "by self-report"),
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

    >>> from supervision_core.programme.charges import charges_of
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
