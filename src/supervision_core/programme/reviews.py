"""A review as a value: sections of labelled lines, made from tallies, obligations, sessions and matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import final

import attrs

from supervision_core.obligations.report import Compliance
from supervision_core.obligations.standing import NOTHING_DUE, ObligationStatus, counts_said, practice_said
from supervision_core.obligations.status import Occurrence
from supervision_core.programme.following import ASTRAY, FollowUp, follow_up
from supervision_core.programme.publishing import KEPT_BACK, PublishedTally
from supervision_core.programme.sessions import DelegationSession, Matter, MatterStep
from supervision_core.programme.tallies import CountKind, Tally, change_between, change_said, discrepancy_said
from supervision_core.values.checks import Checks, as_tuple, check_arguments, composed_each, composed_sorted
from supervision_core.values.citations import Citation, Instrument
from supervision_core.values.exact import exact_or_none, whole_or_none
from supervision_core.values.labels import Label, day_text
from supervision_core.values.periods import Period
from supervision_core.values.text import Language, composed, shown
from supervision_core.values.verdicts import Verdict
from supervision_core.values.wording import Names, Wording, in_both, wording

__all__ = [
    "Review",
    "ReviewKind",
    "ReviewLine",
    "ReviewSection",
    "basis_section",
    "compliance_section",
    "matters_section",
    "session_section",
    "tally_section",
]


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
    >>> from supervision_core import Label
    >>> from supervision_core.programme import CountKind, ReviewLine
    >>> good = ReviewLine(
    ...     label=Label("Hoàn thành tốt", "Good"), count=59, kind=CountKind.PERSON, percent=Decimal("89.4")
    ... )
    >>> good.sentence("vi"), good.sentence("en")
    ('Hoàn thành tốt: 59 người (89,4%)', 'Good: 59 people (89.4%)')
    """

    #: What it is about.
    label: Label
    #: How many; None where nothing is counted, or where the count is kept back.
    count: int | None = attrs.field(default=None, converter=whole_or_none)
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

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The line for people, without its rule and its evidence."""
        return line_said(self, wording(lang, names))


def line_said(line: ReviewLine, by: Wording) -> str:
    """What the line is about, how many, how it stands, by which day, and its remark."""
    said = [text for text in (_amount(line, by), None if line.state is None else by.say(line.state)) if text]
    if line.day is not None:
        said.append(by.day(line.day))
    after = ": " + ", ".join(said) if said else ""
    remark = "" if line.remark is None else f" – {by.say(line.remark)}"
    return f"{by.say(line.label)}{after}{remark}"


def _amount(line: ReviewLine, by: Wording) -> str:
    percent = "" if line.percent is None else f" ({by.number(line.percent)}%)"
    return f"{count_said(line, by)}{percent}" if line.count is not None else ""


def count_said(line: ReviewLine, by: Wording) -> str:
    """How many of what; nothing where nothing is counted."""
    if line.count is None or line.kind is None:
        return ""
    return f"{by.number(line.count)} {by.say(line.kind.label)}"


def _lines(values: Iterable[ReviewLine]) -> tuple[ReviewLine, ...]:
    return as_tuple(values)


@final
@attrs.frozen(kw_only=True)
class ReviewSection:
    r"""A heading with its lines, in the order in which they are read; ``tally_section`` and others make them.

    >>> from supervision_core import Label
    >>> from supervision_core.programme import ReviewLine, ReviewSection
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
        by = wording(lang)
        return "\n".join([by.say(self.title), *(f"- {line_said(line, by)}" for line in self.lines)])


def _sections(values: Iterable[ReviewSection]) -> tuple[ReviewSection, ...]:
    return as_tuple(values)


@final
@attrs.frozen(kw_only=True)
class Review:
    """The review of a time, as of a day: who submits it, about what, in sections.

    An interim review states what stands so far; a final one of a time that is not over raises ``InvalidInput``, and so do
    two sections with one code.

    >>> from datetime import date
    >>> from supervision_core import Label, Period, Review
    >>> from supervision_core.programme import ReviewKind
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
    #: What is kept back of it for the public, and what that covers; None where it was not published.
    protection: Label | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Review {shown(self.id)}")
        checks.identifier("id", self.id)
        kind_known = checks.member("kind", self.kind, ReviewKind)
        checks.kind("title", self.title, Label, "a Label")
        checks.kind("submitted_by", self.submitted_by, Label, "a Label")
        checks.optional_kind("protection", self.protection, Label, "a Label")
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
        check_arguments(Review.section, code=code)
        code = composed(code)
        return next((section for section in self.sections if section.code == code), None)

    def text(self, lang: Language) -> str:
        """The whole review for people, plainly."""
        by = wording(lang)
        start = [by.say(self.heading), by.say(self.submitted_by)]
        end = [] if self.protection is None else [by.say(self.protection)]
        return "\n\n".join(["\n".join(start), *(section.text(lang) for section in self.sections), *end])


#: The line of a tally's sum.
TOTAL_LINE = Label("Tổng cộng", "Sum of the parts")
#: The line of a sum as it was reported.
HEADLINE_LINE = Label("Tổng nêu trong báo cáo", "Headline as reported")
_HELD = Label("Buổi giám sát", "The session")
_CONFLICT = Label(
    "đối tượng được giám sát cũng là thành viên đoàn", "the subject is a member of the delegation that supervises it"
)
_ACKNOWLEDGED = Label("ghi nhận", "acknowledged")


def basis_section(instruments: Iterable[Instrument], *, code: str = "basis") -> ReviewSection:
    """What the review rests on: plans and instruments, with number, date and issuer.

    >>> from datetime import date
    >>> from supervision_core import Label
    >>> from supervision_core.programme import basis_section
    >>> from supervision_core.values import Instrument, InstrumentKind
    >>> plan = Instrument(
    ...     kind=InstrumentKind.PLAN, number="02/KH-MT", issued=date(2014, 2, 28), title=Label("Giám sát", "Supervision")
    ... )
    >>> basis_section([plan]).lines[0].label.vi
    'Kế hoạch số 02/KH-MT ngày 28/02/2014: Giám sát'
    """
    given = as_tuple(instruments)
    checks = Checks("basis_section")
    checks.each("instruments", given, Instrument, "an Instrument")
    checks.done()
    lines = [ReviewLine(label=_named(one), day=None) for one in given]
    return ReviewSection(code=code, title=Label("Căn cứ", "Basis"), lines=lines)


def _named(instrument: Instrument) -> Label:
    if instrument.number is None:
        return Label(instrument.text("vi"), instrument.text("en"))
    vi, en = (f"{instrument.text(lang)}: {instrument.title.text(lang)}" for lang in ("vi", "en"))
    return Label(vi, en)


def tally_section(
    code: str,
    title: Label,
    tally: Tally | PublishedTally,
    *,
    names: Mapping[str, Label] | None = None,
    order: Iterable[str] = (),
    earlier: Tally | None = None,
) -> ReviewSection:
    """Counts of one kind over one population: each part in number and per cent, the sum, the headline if one was reported.

    Parts come in the given order (grades best first, say) and then by id; one without a name shows its id. A headline that
    does not reconcile with the parts stays as it is, and the gap is said. With ``earlier`` each part and the sum say how they
    changed; what was counted only once is not compared. Counts kept back in a published tally stay so, without percentages.

    >>> import supervision_core as sc
    >>> opinions = sc.Tally(
    ...     kind=sc.programme.CountKind.OPINION, population="all", headline=1054,
    ...     parts={"district": 59, "wards": 245, "groups": 226},
    ... )
    >>> section = sc.programme.tally_section("opinions", sc.Label("Ý kiến", "Opinions"), opinions)
    >>> section.lines[-1].sentence("en")
    'Headline as reported: 1,054 opinions – The headline says 1,054 opinions, the parts add up to 530: a gap of 524.'
    """
    first, checks = composed_each(order), Checks("tally_section")
    _check_names(checks, names)
    checks.identifiers("order", first)
    checks.kind("tally", tally, (Tally, PublishedTally), "a Tally or a PublishedTally")
    checks.optional_kind("earlier", earlier, Tally, "a Tally")
    if isinstance(tally, PublishedTally) and earlier is not None:
        checks.fault("surplus", "earlier", earlier, "None, since a change could give away what is kept back")
    checks.done()
    known = {composed(part): label for part, label in (names or {}).items()}
    changes = change_between(earlier, tally) if isinstance(earlier, Tally) and isinstance(tally, Tally) else None
    parts = [*(part for part in first if part in tally.parts), *(part for part in tally.parts if part not in first)]
    percent = tally.percentages() if isinstance(tally, Tally) else {}
    lines = [
        ReviewLine(
            label=known.get(part, Label(part, part)),
            count=tally.parts[part],
            kind=tally.kind,
            percent=percent.get(part),
            state=KEPT_BACK if tally.parts[part] is None else None,
            remark=None if changes is None or part not in changes.parts else against_earlier(changes.parts[part]),
        )
        for part in parts
    ]
    changed = None if changes is None else in_both(lambda by: change_said(changes, by))
    state = KEPT_BACK if tally.total is None else None
    lines.append(ReviewLine(label=TOTAL_LINE, count=tally.total, kind=tally.kind, state=state, remark=changed))
    if tally.headline is not None:
        lines.append(ReviewLine(label=HEADLINE_LINE, count=tally.headline, kind=tally.kind, remark=_gap(tally)))
    return ReviewSection(code=code, title=title, lines=lines)


def _check_names(checks: Checks, names: Mapping[str, Label] | None) -> None:
    if names is not None and checks.kind("names", names, Mapping, "a mapping from ids to Labels"):
        checks.distinct("names", names)
        for part, label in names.items():
            checks.kind(f"names[{shown(part)}]", label, Label, "a Label")


_AGAINST_EARLIER = Label("{difference} so với kỳ trước", "{difference} against the earlier time")


def against_earlier(difference: int) -> Label:
    """How a count changed, as a remark."""
    return in_both(lambda by: by.say(_AGAINST_EARLIER, difference=by.signed(difference)))


def _gap(tally: Tally | PublishedTally) -> Label | None:
    if isinstance(tally, PublishedTally):
        # Its headline is shown only where its total is.
        tally = Tally(kind=tally.kind, population=tally.population, parts={"all": tally.total or 0}, headline=tally.headline)
    gap = tally.discrepancy
    return None if gap is None else in_both(lambda by: discrepancy_said(gap, by))


def compliance_section(report: Compliance, *, code: str = "obligations") -> ReviewSection:
    """How the periodic obligations stand: a line for each, by the rule and by practice, then each period missed or late.

    One that was not judged has a line under its code at the end; what is wrong with its rules stands in the report's faults.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> july = sc.compliance(sc.regulations.CITIZEN_RECEPTION, [], sc.Period.of_month(2026, 7), as_of=date(2026, 8, 1))
    >>> [line.sentence("en") for line in sc.programme.compliance_section(july).lines]
    ['The commune chair receives citizens in person: not met – 1 due, 0 done, 1 missing', 'month 7/2026: missing, 2026-07-31']
    """
    checks = Checks("compliance_section")
    checks.kind("report", report, Compliance, "a Compliance")
    checks.done()
    lines: list[ReviewLine] = []
    for standing in report:
        lines.append(_standing_line(standing))
        if standing.practised:
            lines.append(_practice_line(standing))
        lines += [_missed_line(occurrence) for occurrence in (*standing.missing, *standing.late)]
    lines += [ReviewLine(label=Label(one, one), state=Verdict.UNKNOWN.label, remark=_NOT_JUDGED) for one in report.not_judged]
    return ReviewSection(code=code, title=Label("Nghĩa vụ định kỳ", "Periodic obligations"), lines=lines)


#: Beside an obligation whose rules are at odds with each other, or too much to be counted exactly.
_NOT_JUDGED = Label("chưa đánh giá được", "not judged")


def _standing_line(standing: ObligationStatus) -> ReviewLine:
    newest = standing.required[-1] if standing.required else None
    return ReviewLine(
        label=standing.label,
        state=_said(standing.verdict, is_owed=bool(standing.owed or standing.not_known)),
        remark=in_both(lambda by: counts_said(standing, by)),
        citation=None if newest is None else newest.citation,
        sources=sorted({event for one in standing.required for event in one.event_ids}),
    )


def _said(verdict: Verdict, *, is_owed: bool) -> Label:
    return verdict.label if is_owed else NOTHING_DUE


def _practice_line(standing: ObligationStatus) -> ReviewLine:
    done = sum(1 for one in standing.practised if one.needed and not one.remaining)
    owed = sum(1 for one in standing.practised if one.needed)
    return ReviewLine(
        label=in_both(lambda by: practice_said(standing, by)),
        state=standing.practice_verdict.label,
        remark=Label(f"{done}/{owed} kỳ", f"{done} of {owed} periods"),
        citation=standing.practised[-1].citation,
        sources=sorted({event for one in standing.practised for event in one.event_ids}),
    )


def _missed_line(occurrence: Occurrence) -> ReviewLine:
    return ReviewLine(
        label=occurrence.label,
        state=occurrence.state_label,
        day=occurrence.due,
        remark=occurrence.ground,
        citation=occurrence.citation,
        sources=occurrence.event_ids,
    )


def session_section(
    session: DelegationSession, steps: Iterable[MatterStep] = (), *, as_of: date, code: str | None = None
) -> ReviewSection:
    """One session of a delegation: when it was held, what it acknowledged, and how far its recommendations have got.

    ``steps`` are those about the session's own recommendations; without a ``code`` the section has the session's id.
    """
    checks = Checks("session_section")
    checks.kind("session", session, DelegationSession, "a DelegationSession")
    checks.done()
    lines = [ReviewLine(label=_HELD, day=session.held_on, remark=_CONFLICT if session.conflicts else None)]
    lines += [
        ReviewLine(
            label=result.text,
            state=_ACKNOWLEDGED,
            remark=None if result.right is None else result.right.label,
            sources=result.sources,
        )
        for result in session.results
    ]
    lines += _matter_lines(session.recommendations, steps, as_of)
    return ReviewSection(code=session.id if code is None else code, title=session.content, lines=lines)


def matters_section(
    code: str, title: Label, matters: Iterable[Matter], steps: Iterable[MatterStep] = (), *, as_of: date
) -> ReviewSection:
    """How each of some matters stands as of a day; those raised later are left out."""
    return ReviewSection(code=code, title=title, lines=_matter_lines(matters, steps, as_of))


def _matter_lines(matters: Iterable[Matter], steps: Iterable[MatterStep], as_of: date) -> list[ReviewLine]:
    return [_matter_line(one) for one in follow_up(matters, steps, as_of=as_of).values()]


def _matter_line(one: FollowUp) -> ReviewLine:
    astray = one.reached_the_competent is Verdict.NOT_MET
    return ReviewLine(
        label=one.matter.text,
        state=one.state.label,
        day=one.matter.due,
        remark=ASTRAY if astray else None,
        sources=one.sources,
    )
