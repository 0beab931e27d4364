"""Plans, registrations, methods and topics in District 10 (S3) and Long Biên (S4): invented people, the articles' figures."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core.evidence.instruments import CODES_OF_CONDUCT

WARDS = [f"Phường {number}" for number in range(1, 16)]
CONTENTS = {"criteria": "Tiêu chí đạo đức", "codes": "Quy tắc ứng xử", "duty": "Thực thi công vụ"}
L = sc.Label("mục", "item")


def plan(charges, **changes):
    made = {
        "number": "41/KH-QU",
        "issued_on": date(2018, 8, 1),
        "issuer": sc.Label("Quận ủy", "The district committee"),
        "scope": sc.Label("15 Ủy ban nhân dân phường", "15 ward People's Committees"),
        "period": sc.Period.of_year(2018),
        "contents": [sc.programme.PlanContent(id=code, label=sc.Label(vi, code), methods=[sc.programme.SupervisionMethod.INSPECTION]) for code, vi in CONTENTS.items()],
        "subjects": [sc.Subject(id=ward) for ward in WARDS],
        "delegations": [sc.programme.Delegation(id="đoàn 1", head_id="trưởng đoàn 1"), sc.programme.Delegation(id="đoàn 2", head_id="trưởng đoàn 2")],
        "charges": charges,
    }
    return sc.SupervisionPlan(**{**made, **changes})


def charge(lead, wards, contents=tuple(CONTENTS)):
    return sc.programme.Charge(lead_id=lead, subject_ids=wards, content_ids=contents)


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(fault.code, fault.found) for fault in raised.value.faults]


def test_s3_2_fifteen_wards_named_are_not_fifteen_wards_covered():
    """Naive: 15 wards stand in the plan and each has a team. Ward 15 has none for the codes of conduct; ward 8 has two."""
    whole = plan([charge("đoàn 1", WARDS[:8]), charge("đoàn 2", WARDS[8:])])
    gaps = [charge("đoàn 1", WARDS[:8]), charge("đoàn 2", WARDS[7:14]), charge("đoàn 2", WARDS[14:], ["criteria", "duty"])]

    assert [len(whole.leads_of(ward)) for ward in WARDS] == [3] * 15
    assert {ward for one in gaps for ward in one.subject_ids} == set(WARDS)
    assert faults_of(lambda: plan(gaps)) == [
        ("no_lead", "'Phường 15' on 'codes'"),
        *(("overlap", f"'Phường 8' on '{content}' by đoàn 1, đoàn 2") for content in sorted(CONTENTS)),
    ]


def cultivation(number, year=2019, **changes):
    item = sc.Commitment(id="1", text=f"Mỗi quý dự sinh hoạt với tổ dân phố {number} và ghi lại ý kiến", result="4 biên bản", due_on=date(year, 12, 20))
    made = sc.Registration(id=f"RL-{number}-{year}", subject_id=f"ĐV{number}", year=year, scheme=sc.evidence.CULTIVATION_PLAN, lodged_on=date(year, 1, 15), items=[item])
    return attrs.evolve(made, **changes)


def test_s3_3_last_years_paper_is_not_this_years():
    """Naive: everyone has a paper in the file. ĐV2's is of 2018: missing for 2019, and refused in the dossier of 2019."""
    papers = [cultivation(1), cultivation(2, 2018)]
    found = sc.evidence.registration_coverage(["ĐV1", "ĐV2"], papers, year=2019, scheme=sc.evidence.CULTIVATION_PLAN)

    assert (found.registered, found.missing) == (("ĐV1",), ("ĐV2",))
    assert faults_of(lambda: sc.evidence.gather(["ĐV1", "ĐV2"], sc.Period.of_year(2019), registrations=papers)) == [("other_year", "'RL-2-2018' for 2018")]


def test_s3_3_supervised_against_what_was_registered():
    """Naive: nothing bad is known, so the plan was carried out. Nobody looked: unknown; one note that it was not settles it."""
    def kept(*notes):
        dossier = sc.Dossier(subject_id="ĐV1", period=sc.Period.of_year(2019), registrations=[cultivation(1)], progress=notes)
        return sc.weigh(dossier, sc.evidence.WARD_WEIGHING).get("commitments.kept").value

    note = sc.evidence.Progress(
        id="TD-1", subject_id="ĐV1", registration_id="RL-1-2019", item_id="1", channel="observation", noted_on=date(2019, 12, 22), is_kept=False, by="chi bộ"
    )

    assert [kept(), kept(attrs.evolve(note, is_kept=None)), kept(note)] == [None, None, False]


def reflection(number, channel, topics, **changes):
    made = sc.Feedback(id=f"PA-{number}", subject_id="ĐV1", channel=channel, kind=sc.evidence.FeedbackKind.REFLECTION, received_on=date(2019, 3, number), topics=topics)
    return attrs.evolve(made, **changes)


def test_s3_5_a_report_on_manners_is_no_finding():
    """Naive: three channels report a rude answer, so it is so. One was verified and is not so, two were not looked into."""
    said = {"says": {"civic.ties_with_people": False}}
    reports = [
        reflection(1, "hotline", ["communication"], **said),
        reflection(2, "web_column", ["communication"], reporter_key="k-1", **said),
        reflection(3, "suggestion_box", ["communication"], checked=sc.evidence.Checked.REFUTED, checked_on=date(2019, 3, 9), **said),
    ]
    account = sc.evidence.explain_weighing(sc.Dossier(subject_id="ĐV1", period=sc.Period.of_year(2019), feedback=reports), sc.evidence.WARD_WEIGHING)

    assert len(sc.evidence.topic_counts(reports)) == 1
    assert account.facts.get("civic.ties_with_people").state.value == "not_shown"
    assert [(one.id, one.reason.value) for one in account.refused] == [("PA-1", "not_checked"), ("PA-2", "not_checked"), ("PA-3", "refuted")]


def test_s4_3_more_commitments_are_not_a_better_plan():
    """Naive: twelve commitments beat four. Twelve are scattered, and "to strive for better" is vague however often it stands."""
    months = [sc.Commitment(id=f"{month:02}", text=f"Tháng {month} báo cáo kết quả trước chi bộ phụ nữ", result="1 báo cáo", due_on=date(2020, month, 25)) for month in range(1, 13)]
    striving = sc.Commitment(id="00", text="Không ngừng phấn đấu nâng cao đạo đức lối sống", due_on=date(2020, 12, 25))
    found = sc.registration_faults(cultivation(1, 2020, items=[striving, *months]))

    assert [(fault.kind.value, len(fault.item_ids)) for fault in found] == [("vague", 1), ("scattered", 13), ("no_result", 1)]
    assert sc.registration_faults(cultivation(1, 2020, items=months[:4])) == ()


def test_s4_4_observing_and_talking_are_one_observer():
    """Naive: observed daily and spoken to, two sources. The same lead unit did both; two voices it takes two observers."""
    says = {"subject_id": "CB001", "code": "duties.well_done", "value": True, "rated_on": date(2020, 6, 1)}
    same = [sc.Rating(id=f"QS-{channel}", channel=channel, by="Công đoàn", **says) for channel in ("observation", "direct_talk")]
    strict = attrs.evolve(
        sc.evidence.WARD_WEIGHING, code="two", rules=[sc.evidence.WeighingRule(codes=["duties.well_done"], channels=["observation", "direct_talk"], yes_needs=2)], implications=[]
    )

    def found(ratings):
        return sc.weigh(sc.Dossier(subject_id="CB001", period=sc.Period.of_year(2020), ratings=ratings), strict).get("duties.well_done")

    assert found(same).why.vi == "cần 2 nguồn độc lập, mới có 1"
    assert found([same[0], attrs.evolve(same[1], by="Hội Phụ nữ")]).value is True


def test_s4_4_both_codes_stand_in_the_plan_though_one_has_no_number():
    """Naive: cite both by number. The second one's number could not be read, so it is cited by its title."""
    methods = [sc.programme.SupervisionMethod.OBSERVATION, sc.programme.SupervisionMethod.DIRECT_TALK, sc.programme.SupervisionMethod.REGISTERED_CONTENT]
    conduct = sc.programme.PlanContent(id="codes", label=L, methods=methods)
    made = plan([charge("đoàn 1", WARDS, ["codes"])], contents=[conduct], standards=CODES_OF_CONDUCT)

    assert [one.instrument.number for one in made.standards] == ["522/QĐ-UBND", None]
    assert "Quy tắc ứng xử nơi công cộng" in made.standards[1].text("vi")
    assert {one.label.vi for one in made.contents[0].methods} == {"quan sát công tác hằng ngày", "trao đổi trực tiếp", "theo nội dung đã đăng ký"}


def test_s4_7_opinions_by_topic_do_not_add_up_to_opinions():
    """Naive: add the topics, 59 + 12 = 71 opinions. Twelve of the 59 touch two topics."""
    topics = ("cultivation_plan", "work", "code_of_conduct", "internal_rules")
    opinions = [
        reflection(1, "direct_opinion", [topics[number % 4], *(["work"] if number < 24 and number % 4 in {0, 2} else [])], id=f"YK-{number}")
        for number in range(59)
    ]
    counts = sc.evidence.topic_counts(opinions)

    assert sum(counts.values()) == 71
    assert len(opinions) == 59
    assert counts == {"cultivation_plan": 15, "work": 27, "code_of_conduct": 15, "internal_rules": 14}


def test_s4_8_no_measure_does_not_mean_nothing_to_report():
    """Naive: nothing is proposed, so nothing goes out. A sign of decline is reported to the competent committee anyway."""
    sign = sc.judging.Lapse(
        id="BH-1", person_id="CB001", found_on=date(2020, 3, 2), kind=sc.judging.LapseKind.MORAL_DECLINE, about=sc.Label("Biểu hiện suy thoái lối sống", "A sign"), sources=["YK-1"]
    )
    grave_only = [sc.judging.StepRule(step=sc.judging.SanctionStep.CONSIDER_DISCIPLINE, gravity=sc.judging.Gravity.GRAVE, lapses=1)]
    [proposal] = sc.escalate([sign], sc.judging.EscalationPolicy(window=sc.Period.of_year(2020), rules=grave_only))

    assert proposal.step is None
    assert [(one.lapse_id, one.label.vi) for one in proposal.reports] == [("BH-1", "cấp ủy có thẩm quyền")]
