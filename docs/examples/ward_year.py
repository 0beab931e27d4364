"""A ward's obligations, a delegation's session about them, and the review: invented people, the figures of S1 and S2.

Dialogues twice a year, a people's conference every month, citizens received every week until the law changes.
Run it: ``python docs/examples/ward_year.py``.
"""

from __future__ import annotations

from datetime import date, timedelta

import supervision_core as sc
from supervision_core.regulations import CITIZEN_RECEPTION, PHU_NHUAN_WARD_17


def held_in_2022() -> list[sc.Event]:
    """What the ward of the article did in 2022; the conference of April was held in March."""
    days = {
        "dialogue_with_people": [date(2022, 4, 12), date(2022, 10, 11)],
        "community_conference": [date(2022, month, 25) for month in range(1, 13) if month != 4] + [date(2022, 3, 26)],
        "staff_conference": [date(2022, 12, 20)],
    }
    return [
        sc.Event(id=f"{code}-{number:02}", obligation=code, on=day)
        for code, held in days.items()
        for number, day in enumerate(held, start=1)
    ]


def receptions_in_2026() -> list[sc.Event]:
    """Every Tuesday until the end of July; in August the chair once and a deputy once."""
    tuesdays = [date(2026, 6, 2) + timedelta(days=7 * week) for week in range(9)]
    own = {**dict.fromkeys(tuesdays, True), date(2026, 8, 4): True, date(2026, 8, 18): False}
    return [
        sc.Event(id=f"TCD-{number:02}", obligation="citizen_reception", on=day, by_office_holder=by_chair)
        for number, (day, by_chair) in enumerate(own.items(), start=1)
    ]


def session() -> sc.programme.DelegationSession:
    """The session of June 2023 about 2022, with two recommendations."""
    day = date(2023, 6, 2)
    asked = {
        "KN-1": (sc.Label("Tăng cường đối thoại", "More dialogue"), None),
        "KN-2": (sc.Label("Giải quyết kịp thời đơn thư", "Complaints settled in time"), date(2023, 12, 31)),
    }
    return sc.programme.DelegationSession(
        id="GS-2023",
        head_id="trưởng đoàn",
        member_ids=["thành viên 1", "thành viên 2"],
        subject_id="chủ tịch UBND phường",
        content=sc.Label("Thực hiện dân chủ ở cơ sở năm 2022", "Grassroots democracy in 2022"),
        period=sc.Period.of_year(2022),
        held_on=day,
        results=[
            sc.programme.AcknowledgedResult(
                text=sc.Label("Đối thoại hai lần", "Two dialogues"), right=sc.obligations.Right.DISCUSS
            )
        ],
        recommendations=[
            sc.programme.Matter(
                id=name,
                kind=sc.programme.MatterKind.RECOMMENDATION,
                text=text,
                addressee_id="chủ tịch UBND phường",
                raised_on=day,
                due=due,
            )
            for name, (text, due) in asked.items()
        ],
    )


def main() -> None:
    """Look at 2022, at the summer of 2026, and at what the session recommended."""
    about = session()
    report = sc.compliance(PHU_NHUAN_WARD_17, held_in_2022(), about.period, as_of=about.held_on)
    print("== Năm 2022 theo quy định khi đó và theo thông lệ / 2022 by the rules of then and by practice")
    for standing in report:
        practice = standing.practice_verdict.label if standing.practised else sc.Label("không rõ số lần", "no frequency known")
        print(f"   {standing.label.vi}: theo quy định {standing.verdict.label.vi}; thông lệ {practice.vi}")
        for one in standing.practised:
            if one.state is sc.obligations.OccurrenceState.MISSING:
                print(f"      {one.sentence('vi')}")

    summer = sc.Period.of_days(date(2026, 6, 1), date(2026, 9, 30))
    print("== Tiếp công dân, mùa hè 2026 / citizen reception, summer of 2026, as of 2026-09-10")
    reception = sc.compliance(CITIZEN_RECEPTION, receptions_in_2026(), summer, as_of=date(2026, 9, 10))
    for standing in reception:
        for one in standing.required:
            print(f"   {one.sentence('en')}")
        print(f"   next due {standing.next_due}; last safe day {standing.last_safe_day}")

    steps = [sc.programme.MatterStep(matter_id="KN-1", kind=sc.programme.StepKind.ANSWERED, on=date(2023, 6, 20))]
    as_of = date(2024, 1, 15)
    review = sc.Review(
        id="TK-2023",
        kind=sc.programme.ReviewKind.FINAL,
        title=sc.Label("Theo dõi kiến nghị sau giám sát", "Following up the session"),
        submitted_by=sc.Label("Ban Thường trực Ủy ban MTTQ phường", "The ward Front's Standing Board"),
        period=sc.Period.of_year(2023),
        as_of=as_of,
        sections=[sc.programme.session_section(about, steps, as_of=as_of), sc.programme.compliance_section(report)],
    )
    for lang in ("vi", "en"):
        print(f"==\n{review.text(lang)}")


if __name__ == "__main__":
    main()
