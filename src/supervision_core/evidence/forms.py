"""The forms on which a residence comments on a working party member: criteria and their steps, as codes.

The steps form an ordinal scale. They stay codes, never points: nothing says how far one step is from the next.

The forms were seen in public programs that agree, not in a public copy of the guide, and are marked so.
Which criterion serves which of the member's seven duties is known for the first one only; the others' are inferred.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, final

import attrs

from supervision_core.citations import Citation, Verification
from supervision_core.evidence.instruments import GUIDE_33
from supervision_core.fields import Checks, as_tuple
from supervision_core.text import Label, composed, shown

__all__ = ["FORM_EXEMPT", "FORM_FULL", "CommentForm", "FormCriterion", "FormStep"]


@final
@attrs.frozen(kw_only=True)
class FormStep:
    """One step of a criterion."""

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What people read.
    label: Label

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"FormStep {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        checks.done()


def _steps(values: Iterable[FormStep]) -> tuple[FormStep, ...]:
    return as_tuple(values)


def _criteria(values: Iterable[FormCriterion]) -> tuple[FormCriterion, ...]:
    return as_tuple(values)


@final
@attrs.frozen(kw_only=True)
class FormCriterion:
    """One line of a form with its steps, best first."""

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What it asks.
    label: Label
    #: Its steps, best first.
    steps: tuple[FormStep, ...] = attrs.field(converter=_steps)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"FormCriterion {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        if checks.each("steps", self.steps, FormStep, "a FormStep"):
            checks.identifiers("steps", tuple(step.code for step in self.steps))
            if not self.steps:
                checks.fault("empty", "steps", self.steps, "at least one step")
        checks.done()


@final
@attrs.frozen(kw_only=True)
class CommentForm:
    """A form: its criteria in their order."""

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What it is called.
    label: Label
    #: Its lines, in order.
    criteria: tuple[FormCriterion, ...] = attrs.field(converter=_criteria)
    #: Where it stands.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"CommentForm {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        if checks.each("criteria", self.criteria, FormCriterion, "a FormCriterion"):
            checks.identifiers("criteria", tuple(one.code for one in self.criteria))
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.done()

    def steps_of(self, criterion: str) -> tuple[str, ...]:
        """The codes of a criterion's steps, best first; () when the form has no such criterion."""
        return next((tuple(step.code for step in one.steps) for one in self.criteria if one.code == criterion), ())


def _line(code: str, vi: str, en: str, *steps: tuple[str, str, str]) -> FormCriterion:
    made = tuple(FormStep(code=step, label=Label(step_vi, step_en)) for step, step_vi, step_en in steps)
    return FormCriterion(code=code, label=Label(vi, en), steps=made)


_NOT_YET = ("not_yet", "Chưa", "Not yet")
_EXAMPLE = _line(
    "example",
    "Gương mẫu về phẩm chất chính trị, đạo đức, lối sống",
    "Sets an example of political quality, morals and lifestyle",
    ("good_example", "Gương mẫu tốt", "A good example"),
    ("example", "Gương mẫu", "An example"),
    _NOT_YET,
)
_DONE = (("done_well", "Thực hiện tốt", "Done well"), ("done", "Có thực hiện", "Done"), _NOT_YET)
_SEEN_IN_PROGRAMS = Citation(instrument=GUIDE_33, verification=Verification.VERIFIED_CODE)

#: The form for members who take part in activities at the residence.
FORM_FULL: Final = CommentForm(
    code="full",
    label=Label("Phiếu nhận xét đảng viên đang công tác", "Comment on a working party member"),
    criteria=(
        _EXAMPLE,
        _line(
            "civic",
            "Gương mẫu thực hiện nghĩa vụ công dân, vận động gia đình và nhân dân",
            "Exemplary in civic obligations; mobilises family and people",
            ("exemplary_and_leading", "Gương mẫu, đi đầu", "Exemplary and leading"),
            ("exemplary", "Gương mẫu", "Exemplary"),
            _NOT_YET,
        ),
        _line(
            "meetings",
            "Dự sinh hoạt định kỳ ở nơi cư trú",
            "Attends the periodic meetings at the residence",
            ("fully", "Đầy đủ", "Fully"),
            ("not_fully", "Chưa đầy đủ", "Not fully"),
            ("does_not_attend", "Không tham gia", "Does not attend"),
        ),
        _line(
            "contact",
            "Giữ liên hệ với chi ủy, tổ dân phố, Ban công tác Mặt trận",
            "Keeps in contact with cell, residential group and Front Working Committee",
            ("regular_and_active", "Thường xuyên, tích cực", "Regular and active"),
            ("regular", "Thường xuyên", "Regular"),
            _NOT_YET,
        ),
        _line(
            "mobilising",
            "Tuyên truyền, vận động",
            "Informs and mobilises",
            ("very_active", "Rất tích cực", "Very active"),
            ("active", "Tích cực", "Active"),
            _NOT_YET,
        ),
        _line(
            "recommendation",
            "Đề nghị của chi ủy",
            "Recommendation of the cell committee",
            ("commend", "Biểu dương", "Commend"),
            ("none", "Không", "None"),
            ("consider_handling", "Xem xét, xử lý", "Consider handling"),
        ),
    ),
    citation=_SEEN_IN_PROGRAMS,
)
#: The form for members who were referred to the residence but are exempt from its activities.
FORM_EXEMPT: Final = CommentForm(
    code="exempt",
    label=Label("Phiếu nhận xét đảng viên được miễn sinh hoạt", "Comment on a member exempt from activities"),
    criteria=(
        _EXAMPLE,
        _line("civic", "Thực hiện nghĩa vụ công dân", "Fulfils civic obligations", *_DONE),
        _line("other_duties", "Thực hiện các nhiệm vụ khác nơi cư trú", "Fulfils the other duties at the residence", *_DONE),
    ),
    citation=_SEEN_IN_PROGRAMS,
)
