"""From what was observed to a grade: feedback, a registration and the residence's records of one invented official.

What counted, what did not and why, what is still unknown, and what was found wrong with the registration.
Run it: ``python docs/examples/ward_evidence.py``.
"""

from __future__ import annotations

from datetime import date

import supervision_core as sc
from supervision_core.regulations import GOOD_PERFORMANCE_2014, VOCABULARY

YEAR = sc.Period.of_year(2014)
NAMES = {code: fact.label for code, fact in VOCABULARY.items()}
WHO = "CB07"


def ratings() -> list[sc.Rating]:
    """What bodies said, the official's own report among it; nobody spoke of standing at the residence."""
    said: list[tuple[str, str, str, bool]] = [
        ("BC-1", "self_report", "duties.well_done", True),
        ("BB-1", "monthly_meeting", "duties.well_done", True),
        ("BB-2", "front_working_committee", "civic.morals_and_lifestyle", True),
        ("BB-3", "front_working_committee", "civic.ties_with_people", True),
        ("BB-4", "camera", "civic.ties_with_people", True),
    ]
    by = {"self_report": WHO, "monthly_meeting": "hội nghị giao ban", "front_working_committee": "Ban công tác Mặt trận số 5"}
    return [
        sc.Rating(
            id=item, subject_id=WHO, channel=channel, code=code, value=value, rated_on=date(2014, 12, 1), by=by.get(channel)
        )
        for item, channel, code, value in said
    ]


def feedback(*, settled: bool) -> list[sc.Feedback]:
    """A named comment, an anonymous one, and a reflection; in the end the first was looked into and was not so."""
    return [
        sc.Feedback(
            id="HT-1", subject_id=WHO, channel="suggestion_box", kind=sc.evidence.FeedbackKind.COMMENT,
            received_on=date(2014, 3, 6),
            topics=["communication"], says={"civic.ties_with_people": False}, reporter_key="k-77",
            checked=sc.evidence.Checked.REFUTED if settled else sc.evidence.Checked.PENDING,
            checked_on=date(2014, 12, 22) if settled else None,
        ),
        sc.Feedback(
            id="HT-2", subject_id=WHO, channel="suggestion_box", kind=sc.evidence.FeedbackKind.COMMENT,
            received_on=date(2014, 4, 2),
            topics=["public_service_ethics"], says={"civic.morals_and_lifestyle": False},
        ),
        sc.Feedback(
            id="ĐD-1", subject_id=WHO, channel="hotline", kind=sc.evidence.FeedbackKind.REFLECTION,
            received_on=date(2014, 5, 8),
            topics=["work"], says={"duties.well_done": False}, reporter_key="k-12",
        ),
    ]  # fmt: skip


def registrations() -> list[sc.Registration]:
    """The official's commitments: one concrete, one that commits to nothing."""
    items = [
        sc.Commitment(
            id="1", head="professionalism", text="Trả kết quả hồ sơ hộ tịch ngay trong buổi sáng", result="98% hồ sơ đúng hẹn",
            due_on=date(2014, 12, 15),
        ),
        sc.Commitment(id="2", head="responsibility", text="Phấn đấu hoàn thành tốt nhiệm vụ được giao"),
    ]  # fmt: skip
    return [sc.Registration(id="ĐK-07", subject_id=WHO, year=2014, lodged_on=date(2014, 1, 20), items=items)]


def the_dossier(*, settled: bool) -> sc.Dossier:
    """Everything of the year; ``settled`` adds what was found out in the end."""
    later = [
        sc.Rating(
            id=item, subject_id=WHO, channel="front_working_committee", code=code, value=True, rated_on=date(2014, 12, 20)
        )
        for item, code in (("BB-5", "civic.standing"), ("BB-6", "civic.household_obligations"))
    ]
    statement = sc.Rating(
        id="XN-1", subject_id=WHO, channel="competent_statement", code="conduct.violation", value=False,
        rated_on=date(2015, 1, 5), covers=YEAR,
    )  # fmt: skip
    return sc.Dossier(
        subject_id=WHO,
        period=YEAR,
        ratings=[*ratings(), statement, *(later if settled else [])],
        feedback=feedback(settled=settled),
        registrations=registrations(),
        obligations=[
            sc.evidence.ObligationRecord(
                id="NV-1", subject_id=WHO, bearer=sc.evidence.Bearer.SELF, obligation="quỹ phòng, chống thiên tai",
                is_fulfilled=True, recorded_on=date(2014, 11, 3),
            )
        ],
        contributions=[
            sc.evidence.ContributionRecord(
                id="ĐG-1", subject_id=WHO, what=sc.Label("Ngày công làm đường", "A day's work"), given_on=date(2014, 7, 5)
            )
        ],
    )  # fmt: skip


def main() -> None:
    """Weigh, judge, and say what each piece of evidence came to."""
    account = sc.evidence.explain_weighing(the_dossier(settled=False), sc.evidence.WARD_WEIGHING)
    print("== Căn cứ được tính / what counted")
    for statement in account.said:
        print(f"   {statement.sentence('vi', NAMES)}")
    print("== Căn cứ không được tính / what did not count")
    for refusal in account.refused:
        print(f"   {refusal.sentence('vi', NAMES)}")
        print(f"   {refusal.sentence('en', NAMES)}")

    print("== Nội dung đã rõ, còn mâu thuẫn, chưa có căn cứ / found, contested, not shown")
    for definition in GOOD_PERFORMANCE_2014.ladder.facts:
        fact = account.facts.get(definition.code)
        print(f"   {definition.label.vi}: {fact.state.label.vi} ({', '.join(fact.sources) or 'không có'})")
    before = sc.assess(GOOD_PERFORMANCE_2014, account.facts)
    print(f"   có thể / possible: {[grade.label.vi for grade in before.possible]}")
    print(f"   cần làm rõ / worth asking: {[NAMES[code].vi for code in before.open_facts]}")

    print("== Sau khi làm rõ, ý kiến HT-1 được xác minh là không đúng / settled; HT-1 was not so")
    after = sc.weigh(the_dossier(settled=True), sc.evidence.WARD_WEIGHING)
    grade = sc.assess(GOOD_PERFORMANCE_2014, after).grade
    print(f"   {WHO}: {grade.label.vi if grade else 'chưa xác định'}")

    print("== Bản đăng ký / the registration")
    for fault in sc.registration_faults(registrations()[0]):
        print(f"   {fault.sentence('vi')} / {fault.sentence('en')}")


if __name__ == "__main__":
    main()
