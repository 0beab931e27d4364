"""What was decided about somebody, what was asked to be looked at again, and what came of it, as it stands on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import final

import attrs

from supervision_core.judging.decisions import Decision, DecisionGround, checked_decisions, decision_chain
from supervision_core.judging.petitions import Petition, PetitionRule, Reopening
from supervision_core.values.calendars import WorkingDays
from supervision_core.values.checks import Checks, as_tuple, check_fields
from supervision_core.values.errors import Fault, raise_for as raise_faults
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language, composed, shown, veiled
from supervision_core.values.verdicts import Verdict
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["DecisionFile", "PetitionStanding", "decision_file"]


@final
@attrs.frozen(kw_only=True)
class PetitionStanding:
    """Whether a petition came in time, whether it was answered in time, and whether it was a second one."""

    #: The petition, as far as the day knows it.
    petition: Petition
    #: The last day to ask; None where it cannot be said.
    last_day_to_ask: date | None
    #: Whether it was asked in time; unknown where the last day is.
    asked_in_time: Verdict
    #: The last day to answer; None where it cannot be said.
    last_day_to_answer: date | None
    #: Whether it was answered in time; unknown before the last day, and where that day is.
    answered_in_time: Verdict
    #: Whether the result of an earlier petition is petitioned against, which the rule does not allow. What was decided since on
    #: another ground than a correction, such as a reopening, is a new result, which may be petitioned against.
    is_second: bool

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be answered."""
        return self.petition.answered_on is None and not self.is_second

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """How it stands with the petition."""
        return petition_standing_said(self, wording(lang, names))


@final
@attrs.frozen(kw_only=True)
class DecisionFile:
    """All decisions on one result with what was raised against them: the earlier ones stay, the last one stands."""

    #: Whom it is about.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: As of which day.
    on: date
    #: The decisions taken by then, each replacing the one before it; at least one.
    decisions: tuple[Decision, ...]
    #: The petitions received by then, by day and id.
    petitions: tuple[PetitionStanding, ...] = ()
    #: The reopenings by then, by day and id, as far as the day knows them.
    reopenings: tuple[Reopening, ...] = ()

    def __attrs_post_init__(self) -> None:
        checks = Checks("DecisionFile")
        checks.fields(self)
        checks.identifier("subject_id", self.subject_id)
        if checks.clean and not self.decisions:
            checks.fault("empty", "decisions", "none", "at least one Decision")
        checks.done()

    @property
    def standing(self) -> Decision:
        """The decision that stands on the day."""
        return self.decisions[-1]

    @property
    def is_open(self) -> bool:
        """Whether a petition is still to be answered, or a reopening to be closed."""
        return any(one.is_open for one in self.petitions) or any(one.closed_on is None for one in self.reopenings)

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """What stands, and whether it is being looked at again."""
        return decision_file_said(self, wording(lang, names))


def decision_file(
    decisions: Iterable[Decision],
    decision_id: str,
    *,
    petitions: Iterable[Petition] = (),
    reopenings: Iterable[Reopening] = (),
    on: date,
    calendar: WorkingDays | None = None,
) -> DecisionFile:
    """Everything about the result that a decision belongs to, before it and after it, as it stands on a day.

    What is later than the day is left out: a decision, a petition, an answer. Nothing is ever replaced in the record: both
    results stay, each with its receipt. Last days in working days need a ``calendar``; without it they are not known.
    Petitions and reopenings about other results are passed over; ones that name no decision given, another person, or a new
    decision that does not replace the one they are about, raise ``InvalidInput``, all at once.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> from supervision_core.judging import Decision, Petition, decision_file, petition_rule
    >>> done = sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, sc.Facts.of({}))
    >>> first = Decision(id="1", subject_id="o1", assessment=done, decided_on=date(2026, 12, 1), decided_by="board")
    >>> rule = petition_rule("public_employee", on=date(2026, 12, 5))
    >>> asked = Petition(
    ...     id="kn-1", subject_id="o1", decision_id="1", rule=rule,
    ...     published_on=date(2026, 12, 2), received_on=date(2026, 12, 5),
    ... )
    >>> days = sc.WorkingDays(known=sc.Period.of_year(2026))
    >>> file = decision_file([first], "1", petitions=[asked], on=date(2026, 12, 20), calendar=days)
    >>> file.petitions[0].last_day_to_answer.isoformat(), file.petitions[0].answered_in_time.name
    ('2026-12-18', 'NOT_MET')

    Source: Nghị định 90/2020/NĐ-CP, Article 24; Luật Viên chức 129/2025/QH15, Article 27; Quy định 366-QĐ/TW, Article 15.
    """
    by_id = checked_decisions(decisions, decision_id)
    asked, opened = as_tuple(petitions), as_tuple(reopenings)
    checks = Checks("decision_file")
    checks.each("petitions", asked, Petition, "a Petition")
    checks.each("reopenings", opened, Reopening, "a Reopening")
    checks.day("on", on)
    checks.optional_kind("calendar", calendar, WorkingDays, "WorkingDays")
    checks.done()
    raise_faults(_faults(by_id, asked, opened))
    whole = _whole_chain(by_id, composed(decision_id))
    taken = tuple(one for one in whole if one.decided_on <= on)
    if not taken:
        expected = f"{whole[0].decided_on.isoformat()}, when the first decision was taken, or later"
        raise_faults([Fault("too_early", "decision_file.on", on.isoformat(), expected)])
    ids = {one.id for one in whole}
    mine = sorted((one for one in asked if one.decision_id in ids), key=lambda one: (one.received_on, one.id))
    known = [_known(one, on) for one in mine if one.received_on <= on]
    reopened = sorted((one for one in opened if one.decision_id in ids), key=lambda one: (one.opened_on, one.id))
    return DecisionFile(
        subject_id=taken[-1].subject_id,
        on=on,
        decisions=taken,
        petitions=tuple(_standing(one, known[:place], by_id, on, calendar) for place, one in enumerate(known)),
        reopenings=tuple(_still(one, on) for one in reopened if one.opened_on <= on),
    )


def _whole_chain(by_id: IdMap[Decision], decision_id: str) -> tuple[Decision, ...]:
    """What a decision replaced, itself, and what replaced it."""
    later = {one.supersedes: one.id for one in by_id.values() if one.supersedes is not None}
    last = decision_id
    while last in later:
        last = later[last]
    return decision_chain(by_id.values(), last)


def _faults(by_id: IdMap[Decision], petitions: Iterable[Petition], reopenings: Iterable[Reopening]) -> Iterator[Fault]:
    seen: set[tuple[str, str]] = set()
    raised: tuple[Petition | Reopening, ...] = (*petitions, *reopenings)
    for one in raised:
        name = type(one).__name__
        place = f"{name} {shown(one.id)}"
        if (name, one.id) in seen:
            yield Fault("duplicate", place, shown(one.id), "each id once")
        seen.add((name, one.id))
        about = by_id.get(one.decision_id)
        if about is None:
            yield Fault("unknown_id", f"{place}.decision_id", shown(one.decision_id), "the id of a decision that is given")
            continue
        if about.subject_id != one.subject_id:
            yield Fault("other_subject", f"{place}.subject_id", shown(one.subject_id), "whom the decision is about")
        start = one.received_on if isinstance(one, Petition) else one.opened_on
        if start < about.decided_on:
            expected = f"{about.decided_on.isoformat()}, the day of the decision, or later"
            yield Fault("not_later", place, start.isoformat(), expected)
        yield from _faults_of_new(one, place, by_id)


def _faults_of_new(one: Petition | Reopening, place: str, by_id: IdMap[Decision]) -> Iterator[Fault]:
    if one.new_decision_id is None:
        return
    new = by_id.get(one.new_decision_id)
    ground = DecisionGround.PETITION if isinstance(one, Petition) else DecisionGround.REOPENING
    if new is None or new.supersedes != one.decision_id or new.ground is not ground:
        expected = f"a decision that replaces {shown(one.decision_id)} with DecisionGround.{ground.name}"
        yield Fault("other_decision", f"{place}.new_decision_id", shown(one.new_decision_id), expected)


def _known(petition: Petition, on: date) -> Petition:
    if petition.answered_on is None or petition.answered_on <= on:
        return petition
    return attrs.evolve(petition, answered_on=None, result=None, new_decision_id=None)


def _still(reopening: Reopening, on: date) -> Reopening:
    if reopening.closed_on is None or reopening.closed_on <= on:
        return reopening
    return attrs.evolve(reopening, closed_on=None, result=None, new_decision_id=None)


def _standing(
    petition: Petition, before: list[Petition], by_id: IdMap[Decision], on: date, calendar: WorkingDays | None
) -> PetitionStanding:
    rule = petition.rule
    ask, answer = _last_days(petition, rule, calendar)
    about = _uncorrected(by_id, petition.decision_id)
    answered_earlier = any(
        one.answered_on is not None
        and one.answered_on <= petition.received_on
        and _uncorrected(by_id, one.decision_id) == about
        for one in before
    )
    after_one = answered_earlier or about.ground is DecisionGround.PETITION
    is_second = rule.may_ask_again is False and after_one
    if is_second:
        answer = None  # nothing is owed
    ended = petition.answered_on or on
    too_soon = petition.answered_on is None and (answer is None or on <= answer)
    return PetitionStanding(
        petition=petition,
        last_day_to_ask=ask,
        asked_in_time=Verdict.UNKNOWN if ask is None else _verdict(petition.received_on <= ask),
        last_day_to_answer=answer,
        answered_in_time=Verdict.UNKNOWN if answer is None or too_soon else _verdict(ended <= answer),
        is_second=is_second,
    )


def _uncorrected(by_id: IdMap[Decision], decision_id: str) -> Decision:
    """The decision by which a result was reached: corrections leave it the same, on any other ground it is a new one."""
    found = by_id[decision_id]
    while found.ground is DecisionGround.CORRECTION and found.supersedes is not None:
        found = by_id[found.supersedes]
    return found


def _last_days(petition: Petition, rule: PetitionRule, calendar: WorkingDays | None) -> tuple[date | None, date | None]:
    ask = answer = None
    if rule.to_ask is not None and petition.published_on is not None:
        ask = rule.to_ask.last_day(petition.published_on, calendar=calendar)
    if rule.to_answer is not None:
        answer = rule.to_answer.last_day(petition.received_on, calendar=calendar)
    return ask, answer


def _verdict(holds: bool) -> Verdict:
    return Verdict.MET if holds else Verdict.NOT_MET


_FILE = Label(
    "{who}: tính đến ngày {day}, kết quả xếp loại là “{grade}” (quyết định {decision} ngày {decided}){again}.",
    "{who}: on {day} the result that stands is “{grade}” (decision {decision} of {decided}){again}.",
)
_AGAIN = Label("; đang được xem xét lại", "; it is being looked at again")
_UNSETTLED = Label("chưa xác định mức", "not settled")
_PETITION = Label(
    "Kiến nghị {petition}, nhận ngày {received}: {parts}.", "Petition {petition}, received on {received}: {parts}."
)
_ASKED = {
    "met": Label("trong thời hạn kiến nghị", "in time"),
    "not_met": Label("quá thời hạn kiến nghị (đến hết ngày {last})", "too late (the last day was {last})"),
    "unknown": Label("chưa xác định được thời hạn kiến nghị", "whether in time is not known"),
}
_ANSWERED = Label("trả lời ngày {day}: {result}", "answered on {day}: {result}")
_LATE = Label("quá hạn trả lời (đến hết ngày {last})", "the answer is late (the last day was {last})")
_WAITING = Label("chưa trả lời, hạn đến hết ngày {last}", "not answered yet, until {last}")
_NO_LAST = Label("chưa trả lời, chưa xác định được thời hạn", "not answered yet, until when is not known")
_SECOND = Label("đã có kết quả giải quyết, không xem xét lần thứ hai", "answered before, not looked at a second time")


def decision_file_said(file: DecisionFile, by: Wording) -> str:
    """What stands, by which decision, and whether it is being looked at again."""
    last = file.standing
    return by.say(
        _FILE,
        who=by.name(file.subject_id),
        day=by.day(file.on),
        grade=by.say(_UNSETTLED if last.assessment.grade is None else last.assessment.grade.label),
        decision=by.name(last.id),
        decided=by.day(last.decided_on),
        again=by.say(_AGAIN) if file.is_open else "",
    )


def petition_standing_said(standing: PetitionStanding, by: Wording) -> str:
    """When it came, whether in time, and what came of it."""
    petition, last = standing.petition, standing.last_day_to_answer
    parts = [by.say(_ASKED[standing.asked_in_time.value], last=by.day(standing.last_day_to_ask))]
    if standing.is_second:
        parts.append(by.say(_SECOND))
    if petition.result is not None:
        parts.append(by.say(_ANSWERED, day=by.day(petition.answered_on), result=by.say(petition.result.label)))
    elif last is None and not standing.is_second:
        parts.append(by.say(_NO_LAST))
    elif last is not None and standing.answered_in_time is not Verdict.NOT_MET:
        parts.append(by.say(_WAITING, last=by.day(last)))
    if standing.answered_in_time is Verdict.NOT_MET:
        parts.append(by.say(_LATE, last=by.day(last)))
    return by.say(_PETITION, petition=by.name(petition.id), received=by.day(petition.received_on), parts="; ".join(parts))
