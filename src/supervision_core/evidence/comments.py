"""The yearly comment that the residence makes together with the Front Working Committee: its form, and for whom it is due.

====================  ==============================  ==================  ==================
status                who                             yearly comment      meetings (3 and 4)
====================  ==============================  ==================  ==================
FULL                  takes part in activities        due                 asked for
REFERRED_EXEMPT       referred, but exempt            only when needed    waived
NOT_REFERRED          exempt from being referred      none                waived
====================  ==============================  ==================  ==================

Source: Regulation 213-QĐ/TW, article 2 items 3 and 4 and article 4; Guide 33-HD/BTCTW, 1.1 and 1.2.
That meetings are waived for those who were never referred is this library's reading; the guide names the exempt only.

The steps form an ordinal scale. They stay codes, never points: nothing says how far one step is from the next.

The forms were seen in public programs that agree, not in a public copy of the guide, and are marked so.
Which criterion serves which of the member's seven duties is known for the first one only; the others' are inferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Final, final

import attrs

from supervision_core.evidence.instruments import GUIDE_33, REGULATION_213, verified
from supervision_core.evidence.records import ResidenceStatus
from supervision_core.values.checks import Checks, as_tuple, check_arguments, check_fields, composed_map
from supervision_core.values.citations import Citation, Verification
from supervision_core.values.confidential import check_confidential
from supervision_core.values.exact import whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import composed, shown

__all__ = ["CommentDuty", "CommentForm", "CommentState", "FormCriterion", "FormStep", "ResidenceComment", "comment_duty"]


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
        check_arguments(CommentForm.steps_of, criterion=criterion)
        criterion = composed(criterion)
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


#: The first year that Regulation 213-QĐ/TW speaks for; what the one before it said was not read.
FIRST_COMMENT_YEAR: Final = 2020


def _steps_by_criterion(steps: Mapping[str, str]) -> IdMap[str]:
    return composed_map(steps, composed)


@final
@attrs.frozen(kw_only=True, repr=False)
class ResidenceComment:
    """The residence's comment of a year: one step for each criterion of the form; a criterion left out is unknown.

    >>> from datetime import date
    >>> from supervision_core.evidence import ResidenceComment
    >>> comment = ResidenceComment(
    ...     id="nx-1", subject_id="o1", year=2021, made_on=date(2021, 12, 5), made_by="chi-bo-3",
    ...     steps={"example": "good_example", "meetings": "not_fully"},
    ... )
    >>> comment.steps["meetings"]
    'not_fully'
    """

    #: Its id; facts name it as their source.
    id: str = attrs.field(converter=composed)
    #: Whom it is about.
    subject_id: str = attrs.field(converter=composed)
    #: The year it speaks of.
    year: int = attrs.field(converter=whole_or_same)
    #: When it was made.
    made_on: date
    #: Who made it; the id of the cell committee.
    made_by: str = attrs.field(converter=composed)
    #: Whether it was made after meeting the Front Working Committee.
    with_front: bool = True
    #: The form.
    form: CommentForm = FORM_FULL
    #: The step chosen for each criterion, both by code.
    steps: IdMap[str] = attrs.field(converter=_steps_by_criterion)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"ResidenceComment {shown(self.id)}")
        for name in ("id", "subject_id"):
            checks.identifier(name, getattr(self, name))
        check_confidential(checks, "made_by", self.made_by)
        year = checks.whole("year", self.year, at_least=1, at_most=9998)
        if checks.day("made_on", self.made_on) and year and self.made_on.year < self.year:
            checks.fault("too_early", "made_on", self.made_on, f"a day of {self.year} or later")
        checks.kind("with_front", self.with_front, bool, "True or False")
        formed = checks.kind("form", self.form, CommentForm, "a CommentForm")
        if checks.by_id("steps", self.steps, "a mapping from criteria to steps") and formed:
            self._check_steps(checks)
        checks.done()

    def _check_steps(self, checks: Checks) -> None:
        for criterion, step in self.steps.items():
            known = self.form.steps_of(criterion)
            if not known:
                checks.fault("unknown_criterion", "steps", criterion, "one of " + ", ".join(c.code for c in self.form.criteria))
            elif step not in known:
                checks.fault("unknown_step", f"steps[{shown(criterion)}]", step, "one of " + ", ".join(known))

    def __repr__(self) -> str:
        return f"<ResidenceComment {self.id!r} of {self.year}>"


@final
class CommentState(Enum):
    """How the yearly comment stands."""

    #: Made after meeting the Front Working Committee.
    MADE = "made"
    #: Made, but without the Front: not as the regulation asks.
    WITHOUT_FRONT = "without_front"
    #: Due and not made: a fault.
    MISSING = "missing"
    #: None is due.
    NOT_DUE = "not_due"
    #: What was asked for in that year was not read.
    NOT_ENCODED = "not_encoded"

    @property
    def label(self) -> Label:
        """What people read."""
        return _STATE_LABELS[self.value]

    @property
    def is_fault(self) -> bool:
        """Whether something that was due was not done as it should be."""
        return self in {CommentState.MISSING, CommentState.WITHOUT_FRONT}


_STATE_LABELS = {
    "made": Label("đã nhận xét cùng Ban công tác Mặt trận", "made with the Front Working Committee"),
    "without_front": Label("nhận xét thiếu ý kiến Ban công tác Mặt trận", "made without the Front Working Committee"),
    "missing": Label("thiếu nhận xét hằng năm", "missing"),
    "not_due": Label("không thuộc diện nhận xét hằng năm", "not due"),
    "not_encoded": Label("chưa đối chiếu được quy định của năm này", "the rule of that year was not read"),
}


@final
@attrs.frozen(kw_only=True)
class CommentDuty:
    """How the yearly comment of somebody stands, and by what rule."""

    #: How.
    state: CommentState
    #: The rule; None where none was read.
    citation: Citation | None

    def __attrs_post_init__(self) -> None:
        check_fields(self)


# Where the guide exempts from activities, and where from being referred at all.
_EXEMPT_BY: Final = {ResidenceStatus.REFERRED_EXEMPT: "1.1", ResidenceStatus.NOT_REFERRED: "1.2"}


def comment_duty(status: ResidenceStatus, comments: Iterable[ResidenceComment], *, year: int) -> CommentDuty:
    """How the comment of a year stands for one person; one that is missing is a fault only for the status FULL.

    >>> from supervision_core.evidence import comment_duty
    >>> from supervision_core.evidence import ResidenceStatus
    >>> [comment_duty(status, [], year=2021).state.value for status in ResidenceStatus]
    ['missing', 'not_due', 'not_due']
    >>> comment_duty(ResidenceStatus.FULL, [], year=2014).state.value
    'not_encoded'

    Source: Regulation 213-QĐ/TW, article 4: once a year, together with the Front Working Committee; Guide 33-HD/BTCTW, 1.1
    and 1.2.
    """
    given = as_tuple(comments)
    checks = Checks("comment_duty")
    checks.member("status", status, ResidenceStatus)
    checks.whole("year", year)
    if checks.each("comments", given, ResidenceComment, "a ResidenceComment") and len({one.subject_id for one in given}) > 1:
        checks.fault("several_subjects", "comments", len(given), "comments on one person")
    checks.done()
    made = [comment for comment in given if comment.year == year]
    if year < FIRST_COMMENT_YEAR:
        return CommentDuty(state=CommentState.NOT_ENCODED, citation=None)
    if any(comment.with_front for comment in made):
        return CommentDuty(state=CommentState.MADE, citation=verified(REGULATION_213, "4"))
    if status is not ResidenceStatus.FULL:
        return CommentDuty(state=CommentState.NOT_DUE, citation=verified(GUIDE_33, _EXEMPT_BY[status]))
    state = CommentState.WITHOUT_FRONT if made else CommentState.MISSING
    return CommentDuty(state=state, citation=verified(REGULATION_213, "4"))
