"""Commitments, channels, the inspection team and measures in Thạch Thang ward (S1): invented people, 51 of 51 registered."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core.criteria import AllOf, Holds, Ladder, Rung, YesNo
from supervision_core.values import Citation, Instrument, InstrumentKind, Verification

YEAR = sc.Period.of_year(2019)
OFFICIALS = [f"CB{number:02}" for number in range(1, 52)]
FIELDS = (
    "hộ tịch", "đất đai", "xây dựng", "giao thông", "văn hóa", "thể thao", "thuế", "quân sự", "y tế", "môi trường", "lao động", "trẻ em",
    "người cao tuổi", "hộ nghèo", "chứng thực", "tiếp dân", "lưu trữ",
)  # fmt: skip
WAYS = (
    "Trả kết quả hồ sơ {} ngay trong buổi sáng", "Gọi điện báo cho công dân khi giấy tờ {} còn thiếu", "Thứ sáu kiểm tra {} tại từng tổ dân phố",
)  # fmt: skip
DUTIES = "duties.well_done"


def paper(number, **changes):
    item = sc.Commitment(id="1", head="responsibility", text=WAYS[number // 17].format(FIELDS[number % 17]), result="100% việc có sổ theo dõi", due_on=date(2019, 12, 15))
    made = sc.Registration(id=f"ĐK-{number:02}", subject_id=OFFICIALS[number], year=2019, lodged_on=date(2019, 1, 21), items=[item])
    return attrs.evolve(made, **changes)


PAPERS = [paper(number) for number in range(51)]


def note(number, **changes):
    made = sc.evidence.Progress(
        id=f"TD-{number:02}", subject_id=OFFICIALS[number], registration_id=f"ĐK-{number:02}", item_id="1", channel="monthly_meeting",
        noted_on=date(2019, 11, 28), is_kept=True, by="hội nghị giao ban",
    )  # fmt: skip
    return attrs.evolve(made, **changes)


def test_51_of_51_have_registered():
    """The article's figure, from the papers themselves; none of them has a fault."""
    assert sc.evidence.registration_coverage(OFFICIALS, PAPERS, year=2019).registered == tuple(OFFICIALS)
    assert [sc.registration_faults(one, peers=PAPERS) for one in PAPERS] == [()] * 51


def test_s1_1_papers_are_not_people():
    """Naive: 53 papers lie there for 51 officials, so all have registered. CB51 has one for last year and CB07 has two."""
    lying_there = [*PAPERS[:50], paper(50, year=2018), paper(6, id="ĐK-52", lodged_on=date(2019, 3, 1)), paper(0, id="ĐK-53", subject_id="phường bạn")]
    found = sc.evidence.registration_coverage(OFFICIALS, lying_there, year=2019)

    assert len(lying_there) == 53
    assert (len(found.registered), found.missing, found.repeated, found.of_others) == (50, ("CB51",), ("ĐK-52",), ("ĐK-53",))


def test_s1_1_registered_is_not_yet_concrete():
    """Naive: all have registered, so all have committed. One paper is a colleague's, retyped in capitals without marks."""
    item = attrs.evolve(PAPERS[1].items[0], text="TRA KET QUA HO SO DAT DAI NGAY TRONG BUOI SANG")
    [fault] = sc.registration_faults(paper(18, items=[item]), peers=PAPERS)

    assert (fault.kind, fault.peer, fault.likeness) == (sc.evidence.RegistrationFaultKind.COPIED, ("ĐK-01", "1"), 1)


def test_s1_1_a_complex_field_asks_for_more():
    """Naive: one measure for everybody. What is concrete enough for a clerk is too general at the land desk."""
    post = sc.evidence.Post(code="land", label=sc.Label("Địa chính", "Land registry"), keywords=["đất đai"])
    item = attrs.evolve(PAPERS[1].items[0], text="Trả đất đai sớm")
    asked = [sc.registration_faults(paper(1, items=[item]), post=attrs.evolve(post, is_complex=is_complex)) for is_complex in (False, True)]

    assert [[fault.kind.value for fault in faults] for faults in asked] == [[], ["vague"]]


def test_s1_2_one_caller_is_one_voice():
    """Naive: hotline, web column and suggestion box all say so, three to none. The same person wrote, wrote and rang."""
    calls = [
        sc.Feedback(
            id=f"PA-{channel}", subject_id="CB03", channel=channel, kind=sc.evidence.FeedbackKind.COMMENT, received_on=date(2019, 5, 6), reporter_key="k-7",
            says={DUTIES: False},
        )
        for channel in ("hotline", "web_column", "suggestion_box")
    ]  # fmt: skip
    strict = attrs.evolve(
        sc.evidence.WARD_WEIGHING,
        code="two_voices",
        rules=[sc.evidence.WeighingRule(codes=[DUTIES], channels=["hotline", "web_column", "suggestion_box", "leaders_phone"], yes_needs=2, no_needs=2)],
        implications=[],
    )
    other = attrs.evolve(calls[0], id="PA-4", channel="leaders_phone", reporter_key="k-8")

    assert sc.weigh(sc.evidence.gather(["CB03"], YEAR, feedback=calls)["CB03"], strict).get(DUTIES).why.vi == "cần 2 nguồn độc lập, mới có 1"
    assert sc.weigh(sc.evidence.gather(["CB03"], YEAR, feedback=[*calls, other])["CB03"], strict).get(DUTIES).value is False


def test_s1_2_everything_answered_is_not_everything_in_time():
    """Naive: four questions in the web column, three answers, 75%. By working days one answer is late and nothing is overdue."""
    asked = sc.Feedback(id="W-1", subject_id="UBND phường", channel="web_column", kind=sc.evidence.FeedbackKind.REFLECTION, received_on=date(2019, 4, 25))
    # 30 April and 1 May are holidays: five working days after Thursday 25 April end on 6 May.
    calendar = sc.WorkingDays(known=YEAR, days_off=[date(2019, 4, 30), date(2019, 5, 1)])
    column = [
        attrs.evolve(asked, answered_on=date(2019, 5, 3)),
        attrs.evolve(asked, id="W-2", answered_on=date(2019, 5, 6)),
        attrs.evolve(asked, id="W-3", answered_on=date(2019, 5, 7)),
        attrs.evolve(asked, id="W-4", received_on=date(2019, 5, 2)),
    ]
    counts = sc.evidence.reply_counts(column, as_of=date(2019, 5, 8), reply_due_days=5, calendar=calendar)

    assert counts == {"web_column": {"in_time": 2, "late": 1, "pending": 1}}
    assert sc.evidence.reply_counts(column, as_of=date(2019, 5, 8), reply_due_days=5, calendar=None) == {"web_column": {"late": 3, "overdue": 1}}


def test_s1_4_the_team_comes_first_only_where_the_policy_says_so():
    """Naive: three good opinions outweigh one finding of the inspection team. They contest it; a named order lets it win."""
    say = {"subject_id": "CB09", "code": DUTIES, "rated_on": date(2019, 6, 3)}
    spoken = [sc.Rating(id=f"YK-{number}", channel="monthly_meeting", value=True, by=f"tổ {number}", **say) for number in range(3)]
    found = sc.Rating(id="TKT-1", channel="inspection_team", value=False, by="tổ kiểm tra công vụ", **say)
    dossier = sc.Dossier(subject_id="CB09", period=YEAR, ratings=[*spoken, found])
    ranked = attrs.evolve(
        sc.evidence.WARD_WEIGHING,
        code="team_first",
        rules=[sc.evidence.WeighingRule(codes=[DUTIES], channels=["inspection_team", "monthly_meeting"], precedence=[["inspection_team"], ["monthly_meeting"]])],
        implications=[],
    )
    account = sc.evidence.explain_weighing(dossier, ranked)

    assert sc.weigh(dossier, sc.evidence.WARD_WEIGHING).get(DUTIES).state.value == "contested"
    assert (account.facts.get(DUTIES).value, account.facts.get(DUTIES).sources) == (False, ("TKT-1",))
    assert [(one.id, one.reason.value) for one in account.refused] == [(f"YK-{number}", "overruled") for number in range(3)]


def test_s1_5_a_persons_lapses_are_not_the_desks():
    """Naive: three lapses at the desk, so discipline for whoever works there. One is hers, one his, one the desk's own."""
    def lapse(number, person, unit):
        return sc.judging.Lapse(id=f"SP-{number}", person_id=person, unit_id=unit, found_on=date(2019, 6, number), about=sc.Label("Trễ hẹn", "Late"), sources=[f"TKT-{number}"])

    lapses = [lapse(1, "CB03", "bộ phận một cửa"), lapse(2, "CB04", "bộ phận một cửa"), lapse(3, None, "bộ phận một cửa")]
    apart = sc.escalate(lapses, sc.judging.EscalationPolicy(window=YEAR))
    together = sc.escalate(lapses, sc.judging.EscalationPolicy(window=YEAR, unit_answers_for_people=True))

    assert [(one.subject_id, one.step.value) for one in apart] == [("CB03", "remind"), ("CB04", "remind"), ("bộ phận một cửa", "remind")]
    assert [one.step.value for one in together] == ["remind", "remind", "consider_discipline"]


def test_s1_5_what_was_answered_before_is_not_answered_twice():
    """Naive: two lapses, so correct again. She was corrected after the second one; nothing new is called for."""
    lapses = [sc.judging.Lapse(id=f"SP-{month}", person_id="CB03", found_on=date(2019, month, 4), about=sc.Label("Trễ hẹn", "Late"), sources=["TKT"]) for month in (2, 3)]
    taken = sc.judging.TakenSanction(id="07/TB", subject_id="CB03", step=sc.judging.SanctionStep.CORRECT, taken_on=date(2019, 3, 11))
    [proposal] = sc.escalate(lapses, sc.judging.EscalationPolicy(window=YEAR), taken=[taken])

    assert (proposal.step.value, proposal.already_taken) == ("correct", ("07/TB",))
    again = sc.escalate([*lapses, attrs.evolve(lapses[0], id="SP-9", found_on=date(2019, 9, 2))], sc.judging.EscalationPolicy(window=YEAR), taken=[taken])
    assert (again[0].step.value, again[0].already_taken) == ("consider_discipline", ())


WARD = sc.Regulation(
    code="year_end",
    version=1,
    label=sc.Label("Xếp loại cuối năm của phường", "The ward's year-end rating"),
    category="ward_official",
    citation=Citation(
        instrument=Instrument(kind=InstrumentKind.REPORT, title=sc.Label("Quy chế của phường", "The ward's own rules")), verification=Verification.REPORTED
    ),
    ladder=Ladder(
        facts=[YesNo(code=DUTIES, label=sc.Label("Hoàn thành tốt nhiệm vụ", "Duties well done")), *sc.regulations.COMMITMENT_FACTS[:2]],
        rungs=[
            Rung(grade=sc.Grade(code="award", label=sc.Label("Đề nghị khen", "Award"), rank=2), criterion=AllOf(parts=[Holds(code=DUTIES), Holds(code="commitments.kept")])),
            Rung(grade=sc.Grade(code="none", label=sc.Label("Không", "None"), rank=1), criterion=AllOf(parts=[])),
        ],
    ),
)


@pytest.mark.parametrize(
    ("notes", "possible"),
    [([], ["award", "none"]), ([note(1)], ["award"]), ([note(1, is_kept=False)], ["none"]), ([note(1, channel="self_report", by="CB02")], ["award", "none"])],
    ids=["nobody followed it up", "kept", "not kept", "her own word"],
)
def test_s1_7_to_have_registered_is_not_to_have_kept(notes, possible):
    """Naive: she registered, so the directive's criterion is met. It is met by what was carried out, and unknown without a note."""
    rating = sc.Rating(id="GB-12", subject_id="CB02", channel="monthly_meeting", code=DUTIES, value=True, rated_on=date(2019, 12, 10))
    facts = sc.weigh(sc.Dossier(subject_id="CB02", period=YEAR, ratings=[rating], registrations=[PAPERS[1]], progress=notes), sc.evidence.WARD_WEIGHING)

    assert facts.get("commitments.registered").value is True
    assert [one.code for one in sc.assess(WARD, facts).possible] == possible


def test_s1_7_another_programme_is_not_the_directive():
    """Naive: he has a registration for 2019. It is his cultivation plan; where the directive is asked for, it does not count."""
    plan = sc.Registration(id="TD-1", subject_id="CB05", year=2019, scheme=sc.evidence.CULTIVATION_PLAN, lodged_on=date(2019, 1, 9), items=[sc.Commitment(id="1", text="Đọc sách")])
    asked = attrs.evolve(sc.evidence.WARD_WEIGHING, code="directive_29", schemes=[sc.evidence.FIVE_BUILD_THREE_FIGHT.code])
    dossier = sc.Dossier(subject_id="CB05", period=YEAR, registrations=[plan])

    assert sc.weigh(dossier, sc.evidence.WARD_WEIGHING).get("commitments.registered").value is True
    assert sc.weigh(dossier, asked).get("commitments.registered").value is None
