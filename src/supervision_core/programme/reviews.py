"""The review of a time as a ward would submit it: sections of labelled lines, a value that can be shown in any form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import final

import attrs

from supervision_core.citations import Citation
from supervision_core.exact import exact_or_none, number_text
from supervision_core.fields import Checks, as_tuple, composed_sorted
from supervision_core.periods import Period
from supervision_core.programme.tallies import CountKind
from supervision_core.text import Label, Language, composed, day_text, shown

__all__ = ["Review", "ReviewKind", "ReviewLine", "ReviewSection"]


@final
class ReviewKind(Enum):
    """Whether a review is drawn up on the way or at the end."""

    #: Sơ kết: what stands so far.
    INTERIM = "interim"
    #: Tổng kết: the time is over.
    FINAL = "final"

    @property
    def label(self) -> Label:
        """What people read."""
        return _KIND_LABELS[self.value]


_KIND_LABELS = {"interim": Label("Sơ kết", "Interim review"), "final": Label("Tổng kết", "Final review")}


@final
@attrs.frozen(kw_only=True)
class ReviewLine:
    """One line of a review: what it is about, a count or none, how it stands.

    >>> from decimal import Decimal
    >>> from supervision_core import CountKind, Label, ReviewLine
    >>> good = ReviewLine(
    ...     label=Label("Hoàn thành tốt", "Good"), count=59, kind=CountKind.PERSON, percent=Decimal("89.4")
    ... )
    >>> good.sentence("vi"), good.sentence("en")
    ('Hoàn thành tốt: 59 người (89,4%)', 'Good: 59 people (89.4%)')
    """

    #: What it is about.
    label: Label
    #: How many; None where nothing is counted, or where the count is kept back.
    count: int | None = None
    #: What is counted; None where nothing is.
    kind: CountKind | None = None
    #: Its part of the section's total in per cent, rounded so that the parts make 100; None where it has none.
    percent: Fraction | None = attrs.field(default=None, converter=exact_or_none)
    #: How it stands; None where that is not the question.
    state: Label | None = None
    #: The day that goes with it: by when it is due, when it was held.
    day: date | None = None
    #: A remark.
    remark: Label | None = None
    #: The rule behind it.
    citation: Citation | None = None
    #: Ids of the evidence behind it, sorted.
    sources: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)

    def __attrs_post_init__(self) -> None:
        checks = Checks("ReviewLine")
        checks.kind("label", self.label, Label, "a Label")
        if self.count is not None:
            checks.whole("count", self.count)
        if self.kind is not None:
            checks.member("kind", self.kind, CountKind)
        elif self.count is not None:
            checks.fault("missing", "kind", None, "what is counted, since there is a count")
        if self.percent is not None:
            checks.number("percent", self.percent)
        for name in ("state", "remark"):
            checks.optional_kind(name, getattr(self, name), Label, "a Label")
        checks.optional_day("day", self.day)
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.identifiers("sources", self.sources)
        checks.done()

    def sentence(self, lang: Language) -> str:
        """The line for people, without its rule and its evidence."""
        said = []
        if self.count is not None and self.kind is not None:
            percent = "" if self.percent is None else f" ({number_text(self.percent, lang)}%)"
            said.append(f"{self.count} {self.kind.label.text(lang)}{percent}")
        if self.state is not None:
            said.append(self.state.text(lang))
        if self.day is not None:
            said.append(day_text(self.day, lang))
        after = ": " + ", ".join(said) if said else ""
        remark = "" if self.remark is None else f" – {self.remark.text(lang)}"
        return f"{self.label.text(lang)}{after}{remark}"


def _lines(values: Iterable[ReviewLine]) -> tuple[ReviewLine, ...]:
    return as_tuple(values)


@final
@attrs.frozen(kw_only=True)
class ReviewSection:
    r"""A heading with its lines, in the order in which they are read; ``tally_section`` and others make them.

    >>> from supervision_core import Label, ReviewLine, ReviewSection
    >>> section = ReviewSection(
    ...     code="plan", title=Label("Căn cứ", "Basis"),
    ...     lines=[ReviewLine(label=Label("Kế hoạch số 02/KH-MT", "Plan No. 02/KH-MT"))],
    ... )
    >>> section.text("en")
    'Basis\n- Plan No. 02/KH-MT'
    """

    #: A code of its own within the review.
    code: str = attrs.field(converter=composed)
    #: The heading.
    title: Label
    #: The lines, in order; a section may have none.
    lines: tuple[ReviewLine, ...] = attrs.field(converter=_lines)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"ReviewSection {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("title", self.title, Label, "a Label")
        checks.each("lines", self.lines, ReviewLine, "a ReviewLine")
        checks.done()

    def text(self, lang: Language) -> str:
        """The section for people, one line a line."""
        return "\n".join([self.title.text(lang), *(f"- {line.sentence(lang)}" for line in self.lines)])


def _sections(values: Iterable[ReviewSection]) -> tuple[ReviewSection, ...]:
    return as_tuple(values)


@final
@attrs.frozen(kw_only=True)
class Review:
    """The review of a time, as of a day: who submits it, about what, in sections.

    An interim review states what stands so far; a final one of a time that is not over raises ``InvalidInput``, and so do
    two sections with one code.

    >>> from datetime import date
    >>> from supervision_core import Label, Period, Review, ReviewKind
    >>> review = Review(
    ...     id="SK-2014", kind=ReviewKind.INTERIM, title=Label("Giám sát cán bộ, công chức", "Supervision of officials"),
    ...     submitted_by=Label("Mặt trận phường", "The ward Front"), period=Period.of_year(2014),
    ...     as_of=date(2014, 12, 20), sections=[],
    ... )
    >>> review.heading.en
    'Interim review: Supervision of officials, 2014-01-01 to 2014-12-31, as of 2014-12-20'
    """

    #: Its id or number.
    id: str = attrs.field(converter=composed)
    #: Whether it is drawn up on the way or at the end.
    kind: ReviewKind
    #: What it is about.
    title: Label
    #: Who submits it.
    submitted_by: Label
    #: The time that it is about.
    period: Period
    #: The day as of which everything in it stands.
    as_of: date
    #: The sections, in the order in which they are read.
    sections: tuple[ReviewSection, ...] = attrs.field(converter=_sections)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Review {shown(self.id)}")
        checks.identifier("id", self.id)
        kind_known = checks.member("kind", self.kind, ReviewKind)
        checks.kind("title", self.title, Label, "a Label")
        checks.kind("submitted_by", self.submitted_by, Label, "a Label")
        timed = checks.kind("period", self.period, Period, "a Period")
        timed = checks.day("as_of", self.as_of) and timed
        if timed and self.as_of < self.period.start:
            checks.fault("not_later", "as_of", self.as_of, f"no day before {self.period.start.isoformat()}")
        elif timed and kind_known and self.kind is ReviewKind.FINAL and self.as_of < self.period.last:
            expected = f"no day before {self.period.last.isoformat()}, since a final review is of a time that is over"
            checks.fault("not_over", "as_of", self.as_of, expected)
        if checks.each("sections", self.sections, ReviewSection, "a ReviewSection"):
            codes = [section.code for section in self.sections]
            for code in sorted({code for code in codes if codes.count(code) > 1}):
                checks.fault("duplicate", "sections", code, "each code once")
        checks.done()

    @property
    def heading(self) -> Label:
        """Kind, title, time and day in one line."""
        first, last, as_of = self.period.start, self.period.last, self.as_of
        vi, en = ([day_text(day, lang) for day in (first, last, as_of)] for lang in ("vi", "en"))
        return Label(
            f"{self.kind.label.vi}: {self.title.vi}, từ {vi[0]} đến {vi[1]}, tính đến {vi[2]}",
            f"{self.kind.label.en}: {self.title.en}, {en[0]} to {en[1]}, as of {en[2]}",
        )

    def section(self, code: str) -> ReviewSection | None:
        """The section with a code, or None."""
        return next((section for section in self.sections if section.code == code), None)

    def text(self, lang: Language) -> str:
        """The whole review for people, plainly."""
        start = [self.heading.text(lang), self.submitted_by.text(lang)]
        return "\n\n".join(["\n".join(start), *(section.text(lang) for section in self.sections)])
