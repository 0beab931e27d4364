"""From evidence to the review of Hòa Khánh Bắc ward (S0): invented people, the article's figures.

Self-reports of 66 officials; 33 direct opinions of member organisations, Front Working Committees and the People's Inspection
Board, none of them on the public-service ethics of the 66, and nothing in the suggestion box.
"""

from collections import Counter
from datetime import date, timedelta

import attrs
import pytest

import supervision_core as sc

YEAR = sc.Period.of_year(2014)
OFFICIALS = [f"CB{number:02}" for number in range(1, 67)]
WARD = sc.regulations.GOOD_PERFORMANCE_2014
MORALS, HOUSEHOLD, TIES = "civic.morals_and_lifestyle", "civic.household_obligations", "civic.ties_with_people"
DECEMBER = date(2014, 12, 1)
BODIES = ("member_organisation", "front_working_committee", "peoples_inspection_board")
ROADS = sc.evidence.Topic(code="roads", label=sc.Label("Đường sá, vệ sinh môi trường", "Roads and cleanliness"))


def rating(who, code, value, *, channel="front_working_committee", by="kdc-1", **more):
    return sc.Rating(id=f"{channel}/{who}/{code}", subject_id=who, channel=channel, code=code, value=value, rated_on=DECEMBER, by=by, **more)


def opinions():
    """The 33: on roads and on meetings of the residential groups, addressed to the ward as a body."""
    return [
        sc.Feedback(
            id=f"YK-{number:02}",
            subject_id="UBND phường",
            channel=BODIES[number % 3],
            kind=sc.evidence.FeedbackKind.REFLECTION,
            received_on=date(2014, 3, 1) + timedelta(days=7 * number),
            topics=[ROADS],
            reporter_key=f"khóa {number}",
        )
        for number in range(33)
    ]


def self_reports():
    return [rating(who, code, value=True, channel="self_report", by=who) for who in OFFICIALS for code in (MORALS, "duties.well_done")]


def weighed(**held):
    return dict(sc.evidence.weigh_all(sc.evidence.gather(["UBND phường", *OFFICIALS], YEAR, **held).values(), sc.evidence.WARD_WEIGHING))


def test_s0_1_a_plan_is_known_by_number_and_date():
    """Naive: look the plan up by its number. Every year starts again at 01, so 02/KH-MT is two plans."""
    plan = sc.SupervisionPlan(
        number="02/KH-MT",
        issued_on=date(2014, 2, 28),
        issuer=sc.Label("Ban Thường trực Ủy ban MTTQ phường", "the Standing Board of the ward Front"),
        scope=sc.Label("Cán bộ, công chức công tác tại phường", "Officials who work at the ward"),
        period=YEAR,
        contents=[sc.programme.PlanContent(id="ethics", label=sc.Label("Đạo đức công vụ", "Public-service ethics"))],
        subjects=[sc.Subject(id=who) for who in OFFICIALS],
        lead_units=["MTTQ phường"],
        charges=[sc.programme.Charge(lead_id="MTTQ phường", subject_ids=OFFICIALS, content_ids=["ethics"])],
    )
    later = attrs.evolve(plan, issued_on=date(2015, 2, 27), period=sc.Period.of_year(2015))

    assert len({one.number for one in (plan, later)}) == 1
    assert len({one.instrument for one in (plan, later)}) == 2
    assert plan.instrument.text("vi") == "Kế hoạch số 02/KH-MT ngày 28/02/2014 của Ban Thường trực Ủy ban MTTQ phường"
    assert {plan.lead_of(who, "ethics") for who in OFFICIALS} == {"MTTQ phường"}


def test_s0_3_silence_on_ethics_is_no_good_opinion_of_it():
    """Naive: 33 opinions and not one on the ethics of the 66, so all 66 have good morals. Nobody spoke of it: unknown."""
    facts = weighed(feedback=opinions())

    assert len(opinions()) == 33
    assert "public_service_ethics" not in sc.evidence.topic_counts(opinions())
    assert Counter(facts[who].get(MORALS).state.value for who in OFFICIALS) == {"not_shown": 66}
    assert {one.grade for _, one in sc.assess_all(WARD, ((who, facts[who]) for who in OFFICIALS))} == {None}


def test_s0_3_an_opinion_about_the_ward_is_about_none_of_the_66():
    """Naive: file the 33 with the officials. Their subject is the body; gathered without it, each is about nobody."""
    held = sc.evidence.gather(["UBND phường", *OFFICIALS], YEAR, feedback=opinions())

    assert [len(held[who].feedback) for who in ("UBND phường", "CB01")] == [33, 0]
    with pytest.raises(sc.InvalidInput) as raised:
        sc.evidence.gather(OFFICIALS, YEAR, feedback=opinions())
    assert [fault.code for fault in raised.value.faults] == ["nobody"] * 33


def test_s0_3_a_self_report_alone_shows_nothing():
    """Naive: 66 reports say well done, so 66 did well. One's own word waits for somebody else's, and is kept as a source."""
    alone = weighed(ratings=self_reports())["CB01"].get("duties.well_done")
    backed = weighed(ratings=[*self_reports(), rating("CB01", "duties.well_done", value=True, channel="monthly_meeting", by="hội nghị")])["CB01"]

    assert (alone.value, alone.why.vi) == (None, "cần 1 nguồn độc lập, mới có 0")
    assert backed.get("duties.well_done").value is True
    assert len(backed.get("duties.well_done").sources) == 2


def test_s0_3_an_empty_suggestion_box_is_counted_as_nothing_and_not_as_praise():
    """Naive: no letter, so nothing is wrong. One anonymous letter later it is still unknown, until the letter is verified."""
    letter = sc.Feedback(
        id="HT-1", subject_id="CB05", channel="suggestion_box", kind=sc.evidence.FeedbackKind.REFLECTION, received_on=date(2014, 5, 6), says={MORALS: False}
    )
    so = attrs.evolve(letter, checked=sc.evidence.Checked.CONFIRMED, checked_on=date(2014, 5, 20))

    assert [weighed(feedback=some)["CB05"].get(MORALS).value for some in ([], [letter], [so])] == [None, None, False]


def test_s0_5_the_household_has_its_own_line():
    """Naive: the official has paid, so civic obligations are fulfilled. One due of the household is open and recorded."""
    paid = sc.evidence.ObligationRecord(id="NV-1", subject_id="CB62", bearer=sc.evidence.Bearer.SELF, obligation="quỹ", is_fulfilled=True, recorded_on=DECEMBER)
    owed = attrs.evolve(paid, id="NV-2", bearer=sc.evidence.Bearer.HOUSEHOLD, is_fulfilled=False)
    facts = weighed(obligations=[paid, owed])["CB62"]

    assert (facts.get("civic.own_obligations").value, facts.get(HOUSEHOLD).value) == (True, False)
    assert facts.get(HOUSEHOLD).sources == ("NV-2",)


def test_s0_5_relations_are_not_put_to_the_vote():
    """Naive: four neighbours against one, so relations are good. Both sides are shown, and people settle it."""
    spoken = [rating("CB64", TIES, value=number > 0, by=f"tổ {number}") for number in range(5)]
    held = [attrs.evolve(one, id=f"{one.id}/{number}") for number, one in enumerate(spoken)]
    found = weighed(ratings=held)["CB64"].get(TIES)

    assert (found.state.value, len(found.sources)) == ("contested", 5)


def test_s0_5_giving_an_opinion_is_not_attending():
    """Naive: who came to every meeting takes part in building the locality. Nobody noted a word: that is unknown."""
    came = [sc.evidence.MeetingRecord(id=f"SH-{number}", subject_id="CB07", meeting_id=f"quý {number}", held_on=date(2014, 3 * number, 5), attended=True) for number in range(1, 5)]
    facts = weighed(meetings=came)["CB07"]

    assert facts.get("residence.meetings").value is True
    assert facts.get("residence.local_opinions").state.value == "not_shown"


UNLIKE = {
    "CB60": {"duties.well_done": False}, "CB61": {"duties.well_done": False}, "CB62": {HOUSEHOLD: False}, "CB63": {HOUSEHOLD: False, TIES: False},
    "CB64": {TIES: False}, "CB65": {"civic.local_contribution": False}, "CB66": {"civic.standing": False},
}  # fmt: skip


def test_the_review_comes_out_of_the_evidence():
    """59 good and 7 fair, every source traceable; that nothing was done is a statement of the competent body and not silence."""
    asked = [fact.code for fact in WARD.ladder.facts if fact.code not in {"conduct.violation", "duties.well_done"}]
    answers = {who: {**dict.fromkeys(asked, True), "duties.well_done": True, **UNLIKE.get(who, {})} for who in OFFICIALS}
    ratings = [rating(who, code, value) for who, said in answers.items() for code, value in said.items()]
    said = {"channel": "competent_statement", "code": "conduct.violation", "value": False, "rated_on": date(2015, 1, 5), "covers": YEAR}
    records = [sc.Rating(id=f"XN/{who}", subject_id=who, by="district-inspectorate", **said) for who in OFFICIALS]
    facts = weighed(ratings=[*ratings, *records])
    results = dict(sc.assess_all(WARD, ((who, facts[who]) for who in OFFICIALS)))

    assert Counter(one.grade.code for one in results.values()) == {"good": 59, "fair": 7}
    reasons = sc.explain(results["CB01"], facts["CB01"])
    assert {source for fact in reasons.facts for source in fact.sources} == {one.id for one in [*ratings, *records] if one.subject_id == "CB01"}
    silent = weighed(ratings=ratings)["CB01"]
    assert [one.code for one in sc.assess(WARD, silent).possible] == ["good", "below_fair"]
