"""Time limits, notes before a rating, records and registrations: the days on which they turn, what they say, what they refuse."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core import Period
from supervision_core.evidence import (
    TIME_LIMITS,
    Checked,
    ConductRelation,
    DisciplineFinding,
    DisciplineKind,
    DisciplineRecord,
    FeedbackKind,
    RatingNote,
    TimeLimit,
    notes_before_rating,
    vet_registrations,
)

L = sc.Label("mục", "item")
YEAR, DAY = Period.of_year(2026), date(2026, 11, 2)
AN_ID, YES_NO, A_DAY = "at least one visible character", "True or False", "a day (datetime.date)"
LIMIT = TIME_LIMITS["board_recommendation"]
CITED = LIMIT.citation
LETTER = sc.Feedback(id="fb-1", subject_id="o1", channel="suggestion_box", kind=FeedbackKind.DENUNCIATION, received_on=DAY, is_checkable=True)
PAPER = sc.Registration(id="dk", subject_id="o1", year=2026, lodged_on=DAY, items=[sc.Commitment(id="1", text="việc")])


def record(finding=DisciplineFinding.DISCIPLINED, recorded_on=DAY, **more):
    return DisciplineRecord(**{"id": "k", "subject_id": "o1", "finding": finding, "covers": YEAR, "recorded_on": recorded_on, **more})


def refused(make):
    """The whole error, line by line: place, found ≠ expected [code]."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [f"{one.place}: {one.found} ≠ {one.expected} [{one.code}]" for one in raised.value.faults]


REFUSED = [
    (lambda: TimeLimit(code="", label=1, days=0, counted_from=2, working_days=3, is_before=4, citation=5, in_force_from=6, in_force_until=7), [
        f"TimeLimit ''.code: '' ≠ {AN_ID} [blank]",
        "TimeLimit ''.label: 1 ≠ a Label [wrong_kind]",
        "TimeLimit ''.counted_from: 2 ≠ a Label [wrong_kind]",
        "TimeLimit ''.days: 0 ≠ at least 1 [too_small]",
        f"TimeLimit ''.working_days: 3 ≠ {YES_NO} [wrong_kind]",
        f"TimeLimit ''.is_before: 4 ≠ {YES_NO} [wrong_kind]",
        "TimeLimit ''.citation: 5 ≠ a Citation [wrong_kind]",
        f"TimeLimit ''.in_force_from: 6 ≠ {A_DAY} [not_a_day]",
        f"TimeLimit ''.in_force_until: 7 ≠ {A_DAY} [not_a_day]",
    ]),
    (lambda: attrs.evolve(LIMIT, days=367, working_days=True, is_before=True, in_force_until=LIMIT.in_force_from), [
        "TimeLimit 'board_recommendation'.days: 367 ≠ at most 366 [too_large]",
        "TimeLimit 'board_recommendation'.is_before: True ≠ False, since working days are counted forwards only [surplus]",
        f"TimeLimit 'board_recommendation'.in_force_until: {LIMIT.in_force_from!r} ≠ a day after in_force_from [empty_period]",
    ]),
    (lambda: LIMIT.binds("x"), [f"TimeLimit.binds.day: 'x' ≠ {A_DAY} [not_a_day]"]),
    (lambda: LIMIT.last_day("x", calendar=1), [f"last_day.day: 'x' ≠ {A_DAY} [not_a_day]", "last_day.calendar: 1 ≠ WorkingDays, or None [wrong_kind]"]),
    (lambda: RatingNote(subject_id="", feedback_ids=[], citation=1), [
        f"RatingNote ''.subject_id: '' ≠ {AN_ID} [blank]",
        "RatingNote ''.feedback_ids: () ≠ at least one [empty]",
        "RatingNote ''.citation: 1 ≠ a Citation [wrong_kind]",
    ]),
    (lambda: RatingNote(subject_id="o1", feedback_ids=["a", "a"], citation=CITED), ["RatingNote 'o1'.feedback_ids: 'a' ≠ each id once [duplicate]"]),
    (lambda: notes_before_rating([1], on=2, governed=["a", "a"]), [
        "notes_before_rating.feedback[0]: 1 ≠ a Feedback [wrong_kind]",
        f"notes_before_rating.on: 2 ≠ {A_DAY} [not_a_day]",
        "notes_before_rating.governed: 'a' ≠ each id once [duplicate]",
    ]),
    (lambda: record(kind=1, relates_to=2, counted_for=0, at_former_body=3), [
        "DisciplineRecord 'k'.kind: 1 ≠ a DisciplineKind, or None [wrong_kind]",
        "DisciplineRecord 'k'.relates_to: 2 ≠ a ConductRelation, or None [wrong_kind]",
        "DisciplineRecord 'k'.counted_for: 0 ≠ at least 1 [too_small]",
        f"DisciplineRecord 'k'.at_former_body: 3 ≠ {YES_NO} [wrong_kind]",
    ]),
    (lambda: record(counted_for=10_000), ["DisciplineRecord 'k'.counted_for: 10000 ≠ at most 9999 [too_large]"]),
    (lambda: record(
        DisciplineFinding.CLEAR, date(2026, 12, 30), measure=L, kind=DisciplineKind.PARTY, relates_to=ConductRelation.DUTY, counted_for=2026,
        at_former_body=True,
    ), [
        f"DisciplineRecord 'k'.recorded_on: {date(2026, 12, 30)!r} ≠ 2026-12-31 or later: nobody can look ahead [too_early]",
        f"DisciplineRecord 'k'.measure: {L!r} ≠ None, since the records are clear [surplus]",
        f"DisciplineRecord 'k'.kind: {DisciplineKind.PARTY!r} ≠ None, since the records are clear [surplus]",
        f"DisciplineRecord 'k'.relates_to: {ConductRelation.DUTY!r} ≠ None, since the records are clear [surplus]",
        "DisciplineRecord 'k'.counted_for: 2026 ≠ None, since the records are clear [surplus]",
        "DisciplineRecord 'k'.at_former_body: True ≠ False, since the records are clear [surplus]",
    ]),
    (lambda: record(recorded_on=date(2025, 12, 31)), [
        f"DisciplineRecord 'k'.recorded_on: {date(2025, 12, 31)!r} ≠ 2026-01-01 or later: nobody can look ahead [too_early]",
    ]),
    (lambda: record().applies_to("x"), ["DisciplineRecord.applies_to.period: 'x' ≠ a Period [wrong_kind]"]),
    (lambda: vet_registrations([1], posts=5, policy=2), [
        "vet_registrations.registrations[0]: 1 ≠ a Registration [wrong_kind]",
        "vet_registrations.posts: 5 ≠ a mapping from officials' ids to Posts [wrong_kind]",
        "vet_registrations.policy: 2 ≠ a VettingPolicy, or None [wrong_kind]",
    ]),
    (lambda: vet_registrations([PAPER, PAPER], posts={"o1": 1, "é": 2, "e\u0301": 3}), [
        "vet_registrations.registrations: 'dk' ≠ each id once [duplicate]",
        "vet_registrations.posts: ['é', 'é'] ≠ each once; two are alike in composed Unicode [duplicate]",
        "vet_registrations.posts['o1']: 1 ≠ a Post [wrong_kind]",
        "vet_registrations.posts['é']: 2 ≠ a Post [wrong_kind]",
        "vet_registrations.posts['é']: 3 ≠ a Post [wrong_kind]",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("make", "lines"), REFUSED)
def test_what_is_refused_says_where_and_what_would_be_right(make, lines):
    """By the value and its field, or by the function and its argument; all faults at once."""
    assert refused(make) == lines


def test_a_record_may_be_made_on_its_first_possible_day():
    """A measure on the first day of the conduct, a clear extract on the last day that was looked through; a year from 1 to 9999."""
    assert record(recorded_on=YEAR.start, counted_for=1).recorded_on == YEAR.start
    assert record(DisciplineFinding.CLEAR, YEAR.last).recorded_on == YEAR.last
    assert record(counted_for=9999).counted_for == 9999


@pytest.mark.parametrize(
    ("period", "clear", "disciplined"),
    [(YEAR, True, True), (Period.of_month(2026, 11), True, True), (Period.of_month(2026, 10), True, False), (Period.of_year(2025), False, False)],
)
def test_an_extract_speaks_of_what_it_covers_and_a_measure_of_when_it_was_decided(period, clear, disciplined):
    """A clear extract about any time within it; a measure about the time in which it was decided."""
    assert record(DisciplineFinding.CLEAR, YEAR.last).applies_to(period) is clear
    assert record().applies_to(period) is disciplined


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [
        ("board_recommendation", "Trả lời kiến nghị của Ban Thanh tra nhân dân: 15 ngày kể từ ngày nhận được (", "Answer to a recommendation of the People's Inspection Board: 15 days from the day of receipt ("),
        ("denunciation_decision", "Quyết định việc thụ lý tố cáo: 7 ngày làm việc kể từ ngày nhận được (", "Decision whether a denunciation is taken on: 7 working days from the day of receipt ("),
        ("denunciation_settled", "Giải quyết tố cáo: 30 ngày kể từ ngày thụ lý (", "Settling a denunciation: 30 days from the day it is taken on ("),
        ("delegation_report_due", "Nơi được giám sát gửi báo cáo: 7 ngày trước ngày đoàn giám sát làm việc (", "Report of whoever is supervised: 7 days before the day on which the delegation works ("),
        ("delegation_result", "Báo cáo kết quả giám sát: 15 ngày kể từ ngày kết thúc cuộc làm việc (", "Report on the result of the supervision: 15 days from the end of the working session ("),
        ("front_recommendation", "Trả lời kiến nghị của Mặt trận: pháp luật không quy định số ngày (", "Answer to a recommendation of the Front: the law sets no number of days ("),
    ],
)
def test_a_time_limit_is_said(code, vi, en):
    """What is to be done, within how many days of which kind, counted from what, and where it stands."""
    limit = TIME_LIMITS[code]

    assert limit.sentence("vi") == f"{vi}{limit.citation.text('vi')})"
    assert limit.sentence("en") == f"{en}{limit.citation.text('en')})"


def test_a_time_limit_binds_from_its_first_day_to_the_day_before_its_end():
    """In pairs; one without an end binds ever after. A last day beyond the calendar cannot be said."""
    limit = attrs.evolve(LIMIT, in_force_from=date(2026, 1, 1), in_force_until=date(2026, 7, 1))

    assert [limit.binds(day) for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1))] == [False, True, True, False]
    assert LIMIT.binds(date.max)
    assert (LIMIT.last_day(date(2026, 3, 2)), attrs.evolve(LIMIT, is_before=True).last_day(date(2026, 3, 17))) == (date(2026, 3, 17), date(2026, 3, 2))
    assert (LIMIT.last_day(date.max), attrs.evolve(LIMIT, is_before=True).last_day(date.min)) == (None, None)


def noted(*letters, on=date(2026, 12, 1), governed=("o1", "o2")):
    return {note.subject_id: note.feedback_ids for note in notes_before_rating(letters, on=on, governed=governed)}


@pytest.mark.parametrize(
    ("letter", "on", "is_noted"),
    [
        (LETTER, DAY, True),
        (LETTER, date(2026, 11, 1), False),
        (attrs.evolve(LETTER, kind=FeedbackKind.COMPLAINT), DAY, True),
        (attrs.evolve(LETTER, kind=FeedbackKind.REFLECTION), DAY, False),
        (attrs.evolve(LETTER, kind=FeedbackKind.COMMENT), DAY, False),
        (attrs.evolve(LETTER, subject_id="o3"), DAY, False),
        (attrs.evolve(LETTER, checked=Checked.REFUTED, checked_on=date(2026, 11, 20)), date(2026, 11, 19), True),
        (attrs.evolve(LETTER, checked=Checked.REFUTED, checked_on=date(2026, 11, 20)), date(2026, 11, 20), False),
        (attrs.evolve(LETTER, received_on=date(2025, 8, 29)), date(2025, 8, 29), False),
        (attrs.evolve(LETTER, received_on=date(2025, 8, 29)), date(2025, 8, 30), True),
    ],
)
def test_who_is_to_be_verified_before_a_rating(letter, on, is_noted):
    """Regulation 366, Article 12: denunciations and complaints, received and not verified by the day, about whom it governs, since it is in force."""
    assert noted(letter, on=on) == ({"o1": ("fb-1",)} if is_noted else {})


def test_a_note_names_how_many_letters_and_where_it_stands():
    """One a subject, by id; by the caller's name, in both languages, one letter and two."""
    letters = [attrs.evolve(LETTER, id=name, subject_id=who) for name, who in (("fb-3", "o2"), ("fb-2", "o1"), ("fb-1", "o1"))]
    two, one = notes_before_rating(letters, on=date(2026, 12, 1), governed=["o2", "o1"])

    assert noted(*letters) == {"o1": ("fb-1", "fb-2"), "o2": ("fb-3",)}
    assert (two.citation.article, two.citation.instrument.number) == ("12", "366-QĐ/TW")
    vi, en = one.citation.text("vi"), one.citation.text("en")
    assert one.sentence("vi", {"o2": "Cán bộ B"}) == f"Cán bộ B: cần xác minh trước khi xếp loại, còn 1 đơn khiếu nại, tố cáo chưa được xác minh ({vi})."
    assert two.sentence("en") == f"o1: to be verified before rating, 2 denunciations or complaints not verified yet ({en})."
    assert one.sentence("en") == f"o2: to be verified before rating, 1 denunciation or complaint not verified yet ({en})."
