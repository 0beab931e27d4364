"""The usual sections of a review, made from what the other parts of the library answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from supervision_core.citations import Instrument
from supervision_core.fields import Checks, as_tuple, composed_each
from supervision_core.obligations.occurrences import Occurrence
from supervision_core.obligations.reports import Compliance
from supervision_core.obligations.standings import Standing
from supervision_core.programme.comparing import change_between
from supervision_core.programme.delegations import DelegationSession
from supervision_core.programme.following import FollowUp, follow_up
from supervision_core.programme.matters import Matter, MatterStep
from supervision_core.programme.publishing import KEPT_BACK, PublishedTally
from supervision_core.programme.reviews import ReviewLine, ReviewSection
from supervision_core.programme.tallies import Tally
from supervision_core.text import Label, composed
from supervision_core.verdicts import Verdict

__all__ = ["basis_section", "compliance_section", "matters_section", "session_section", "tally_section"]

#: The line of a tally's sum.
TOTAL_LINE = Label("Cộng các phần", "Sum of the parts")
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
    >>> from supervision_core import Label, basis_section
    >>> from supervision_core.citations import Instrument, InstrumentKind
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
    ...     kind=sc.CountKind.OPINION, population="all", parts={"district": 59, "wards": 245, "groups": 226}, headline=1054
    ... )
    >>> section = sc.tally_section("opinions", sc.Label("Ý kiến", "Opinions"), opinions)
    >>> section.lines[-1].sentence("en")
    'Headline as reported: 1054 opinions – The headline says 1054 opinions, the parts add up to 530: a gap of 524.'
    """
    known, first = _names(names), composed_each(order)
    checks = Checks("tally_section")
    checks.identifiers("order", first)
    checks.kind("tally", tally, (Tally, PublishedTally), "a Tally or a PublishedTally")
    checks.optional_kind("earlier", earlier, Tally, "a Tally")
    if isinstance(tally, PublishedTally) and earlier is not None:
        checks.fault("surplus", "earlier", earlier, "None, since a change could give away what is kept back")
    checks.done()
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
            remark=None if changes is None or part not in changes.parts else _signed(changes.parts[part]),
        )
        for part in parts
    ]
    changed = None if changes is None else Label(changes.sentence("vi"), changes.sentence("en"))
    state = KEPT_BACK if tally.total is None else None
    lines.append(ReviewLine(label=TOTAL_LINE, count=tally.total, kind=tally.kind, state=state, remark=changed))
    if tally.headline is not None:
        lines.append(ReviewLine(label=HEADLINE_LINE, count=tally.headline, kind=tally.kind, remark=_gap(tally)))
    return ReviewSection(code=code, title=title, lines=lines)


def _names(names: Mapping[str, Label] | None) -> dict[str, Label]:
    checks = Checks("names")
    if names is not None and checks.kind("", names, Mapping, "a mapping from ids to Labels"):
        checks.distinct("", names)
        for label in names.values():
            checks.kind("", label, Label, "a Label")
    checks.done()
    return {} if names is None else {composed(part): label for part, label in names.items()}


def _signed(difference: int) -> Label:
    return Label(f"{difference:+} so với kỳ trước", f"{difference:+} against the earlier time")


def _gap(tally: Tally | PublishedTally) -> Label | None:
    if isinstance(tally, PublishedTally):
        # Its headline is shown only where its total is.
        tally = Tally(kind=tally.kind, population=tally.population, parts={"all": tally.total or 0}, headline=tally.headline)
    gap = tally.discrepancy
    return None if gap is None else Label(gap.sentence("vi"), gap.sentence("en"))


def compliance_section(report: Compliance, *, code: str = "obligations") -> ReviewSection:
    """How the periodic obligations stand: a line for each, by the rule and by practice, then one for each missed period.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> july = sc.compliance(sc.regulations.CITIZEN_RECEPTION, [], sc.Period.of_month(2026, 7), as_of=date(2026, 8, 1))
    >>> [line.sentence("en") for line in sc.compliance_section(july).lines]
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
        lines += [_missed_line(occurrence) for occurrence in standing.missing]
    return ReviewSection(code=code, title=Label("Nghĩa vụ định kỳ", "Periodic obligations"), lines=lines)


def _standing_line(standing: Standing) -> ReviewLine:
    vi, en = (standing.counted(lang) for lang in ("vi", "en"))
    newest = standing.required[-1] if standing.required else None
    return ReviewLine(
        label=standing.label,
        state=_said(standing.verdict, is_owed=bool(standing.owed or standing.not_known)),
        remark=Label(vi, en),
        citation=None if newest is None else newest.citation,
        sources=sorted({event for one in standing.required for event in one.event_ids}),
    )


def _said(verdict: Verdict, *, is_owed: bool) -> Label:
    return verdict.label if is_owed else Label("không có kỳ nào đến hạn", "nothing was due")


def _practice_line(standing: Standing) -> ReviewLine:
    done = sum(1 for one in standing.practised if one.needed and not one.remaining)
    owed = sum(1 for one in standing.practised if one.needed)
    label = Label(f"{standing.label.vi} (theo nề nếp của đơn vị)", f"{standing.label.en} (by its own practice)")
    return ReviewLine(
        label=label,
        state=standing.practice_verdict.label,
        remark=Label(f"{done}/{owed} kỳ", f"{done} of {owed} periods"),
        citation=standing.practised[-1].citation,
        sources=sorted({event for one in standing.practised for event in one.event_ids}),
    )


def _missed_line(occurrence: Occurrence) -> ReviewLine:
    return ReviewLine(
        label=occurrence.label,
        state=occurrence.state.label,
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
        remark=Label("chưa đến nơi có thẩm quyền", "not with the one competent") if astray else None,
        sources=one.sources,
    )
