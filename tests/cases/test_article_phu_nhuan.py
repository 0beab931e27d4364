"""The session of a delegation in Ward 17, Phú Nhuận (S2), end to end: one subject, one content, the year 2022.

Recorded as done: revenue posted, two dialogues, a people's conference every month, spending rules made public, the staff
conference. Recommended: more dialogue, also with the staff; complaints and denunciations settled in time.
"""

from datetime import date

import attrs

import supervision_core as sc
from supervision_core.regulations import PHU_NHUAN_WARD_17, STAFF_CONFERENCE, community_conference

Y2022 = sc.Period.of_year(2022)
SESSION_DAY = date(2023, 6, 2)


def event(obligation, number, month, day=15):
    return sc.Event(id=f"{obligation}-{number:02}", obligation=obligation, on=date(2022, month, day))


EVENTS = [
    event("revenue_posting", 1, 1),
    event("dialogue_with_people", 1, 4),
    event("dialogue_with_people", 2, 10),
    *(event("community_conference", month, month) for month in range(1, 13)),
    event("spending_rules_publicity", 1, 2),
    event("staff_conference", 1, 12),
]


def report(events=EVENTS, period=Y2022, as_of=SESSION_DAY, obligations=PHU_NHUAN_WARD_17, **more):
    return sc.compliance(obligations, events, period, as_of=as_of, **more)


def recommendation(number, vi, en, **more):
    return sc.programme.Matter(id=f"KN-{number}", kind=sc.programme.MatterKind.RECOMMENDATION, text=sc.Label(vi, en), addressee_id="chủ tịch UBND phường", raised_on=SESSION_DAY, **more)


SESSION = sc.programme.DelegationSession(
    id="GS-2023",
    head_id="chủ tịch MTTQ quận",
    member_ids=["phó chủ tịch MTTQ quận", "luật gia"],
    subject_id="chủ tịch UBND phường",
    content=sc.Label("Lãnh đạo thực hiện Quy chế dân chủ ở cơ sở năm 2022", "Leading the grassroots-democracy rules in 2022"),
    period=Y2022,
    held_on=SESSION_DAY,
    results=[sc.programme.AcknowledgedResult(text=standing.label, obligation=standing.obligation, right=standing.right) for standing in report()],
    recommendations=[
        recommendation(1, "Tăng cường đối thoại với nhân dân", "More dialogue with the people"),
        recommendation(2, "Đối thoại với cán bộ, công chức", "Dialogue with the staff"),
        recommendation(3, "Giải quyết kịp thời đơn thư khiếu nại, tố cáo", "Complaints and denunciations settled in time", due=date(2023, 12, 31)),
    ],
)


def test_the_conclusion_of_the_article():
    """Five obligations, three of them with a frequency that was kept up: 2 a year, 12 of 12 months, once a year."""
    kept = {standing.obligation: (len(standing.practised), standing.practice_verdict) for standing in report() if standing.practised}

    assert kept == {"dialogue_with_people": (1, sc.Verdict.MET), "community_conference": (12, sc.Verdict.MET), "staff_conference": (1, sc.Verdict.MET)}
    assert len(SESSION.results) == 5
    assert len(sc.programme.session_section(SESSION, as_of=SESSION_DAY).lines) == 1 + 5 + 3


def test_s2_1_a_delegation_supervises_one_subject_and_not_itself():
    """Naive: the ward chair sits on the delegation as a matter of course. Then supervisor and subject are one, and it shows."""
    assert SESSION.conflicts == ()
    assert attrs.evolve(SESSION, member_ids=["chủ tịch UBND phường"]).conflicts == ("chủ tịch UBND phường",)


def test_s2_2_twelve_conferences_in_eleven_months():
    """Naive: twelve a year are one a month. Two in March and none in April: the practice was not kept up."""
    moved = [attrs.evolve(one, on=date(2022, 3, 30)) if one.id == "community_conference-04" else one for one in EVENTS]
    found = report(moved).standings["community_conference"]

    assert sum(one.obligation == "community_conference" for one in moved) == 12
    assert [one.label.vi for one in found.practised if one.state is sc.obligations.OccurrenceState.MISSING] == ["tháng 4/2022"]


def test_s2_2_what_has_no_frequency_is_not_kept_by_one_event():
    """Naive: it was posted, so the duty was met. How often it is asked for nobody could read: unknown."""
    standing = report().standings["revenue_posting"]

    assert standing.verdict is sc.Verdict.UNKNOWN
    assert standing.surplus_event_ids == ("revenue_posting-01",)
    assert report().facts.get("obligation.revenue_posting.met").state is sc.FactState.NOT_SHOWN


def test_s2_3_five_obligations_serve_two_of_six_rights():
    """Naive: the motto has six parts and five obligations were kept, so nearly all are served. Four are served by none."""
    by_right = report().by_right

    assert {right: len(served) for right, served in by_right.items()} == {"know": 2, "discuss": 3, "do": 0, "check": 0, "supervise": 0, "benefit": 0}
    assert sum(len(served) for served in by_right.values()) == 5


def test_s2_4_an_answer_is_no_settlement_and_without_a_day_nothing_is_overdue():
    """Naive, after 30 days: two overdue, one done. A reply carries nothing out, and only what has a day can be overdue."""
    steps = [
        sc.programme.MatterStep(matter_id="KN-1", kind=sc.programme.StepKind.ANSWERED, on=date(2023, 6, 20)),
        sc.programme.MatterStep(matter_id="KN-2", kind=sc.programme.StepKind.SETTLED, on=date(2023, 11, 3)),
    ]

    def states(as_of):
        return [one.state.name for one in sc.programme.follow_up(SESSION.recommendations, steps, as_of=as_of).values()]

    assert states(date(2023, 7, 3)) == ["ANSWERED", "PENDING", "PENDING"]
    assert states(date(2023, 12, 31)) == ["ANSWERED", "SETTLED", "PENDING"]
    assert states(date(2024, 1, 1)) == ["ANSWERED", "SETTLED", "OVERDUE"]


def test_s2_5_a_session_about_2022_goes_by_the_rules_of_2022():
    """Naive: hold 2022 against the law of July 2023, and the staff conference of December is out of its time. It was no law then."""
    today = attrs.evolve(STAFF_CONFERENCE[1], in_force_from=date(2000, 1, 1))
    conference = event("staff_conference", 1, 2)
    naive = sc.compliance([today], [conference], sc.Period.of_quarter(2023, 1), as_of=SESSION_DAY)
    found = report().standings["staff_conference"]

    assert naive.verdict is sc.Verdict.NOT_MET
    assert (found.verdict, found.practice_verdict, found.required) == (sc.Verdict.UNKNOWN, sc.Verdict.MET, ())
    assert found.not_known == (Y2022,)


def test_s2_5_the_year_in_which_the_law_changes():
    """Naive: 2023 owes a conference, or owes none. From July it is part of a year: a choice, which is visible."""
    rule = community_conference(year_end_from_month=1)
    year = sc.Period.of_year(2023)
    owed = {partial.value: [one.needed for one in report([], year, date(2024, 1, 1), rule, partial=partial).standings["community_conference"].required] for partial in sc.obligations.Partial}

    assert owed == {"owes_nothing": [0], "owes_share": [1], "owes_all": [1]}
    assert report([], year, date(2024, 1, 1), rule).standings["community_conference"].not_known == (sc.Period.of_half_year(2023, 1),)
