"""A district's rotation, on invented subjects and the figures of the source article (S4).

104 subjects and five lead units with the shares 212/61/73/119/62 are planned for three years: nobody has the same
lead unit two years running, and every plan is proved optimal. Then an impossible wish is answered with its proof.
Run it: ``python docs/examples/district_rotation.py``.
"""

from __future__ import annotations

import supervision_core as sc

SHARES = {"front": 212, "labour": 61, "veterans": 73, "women": 119, "youth": 62}
LOADS = {"front": 42, "labour": 12, "veterans": 14, "women": 24, "youth": 12}
NAMES = {
    "front": "Ủy ban MTTQ quận",
    "labour": "Liên đoàn Lao động",
    "veterans": "Hội Cựu chiến binh",
    "women": "Hội Phụ nữ",
    "youth": "Quận Đoàn",
}
SUBJECTS = [sc.Subject(id=f"CB{number:03}") for number in range(1, 105)]


def by_share() -> sc.Roster:
    """Loads follow the shares."""
    return sc.Roster(subjects=SUBJECTS, lead_units=[sc.LeadUnit(id=unit, share=share) for unit, share in SHARES.items()])


def with_fixed_loads() -> sc.Roster:
    """The same loads, fixed for every year."""
    units = [sc.LeadUnit(id=unit, share=SHARES[unit], min_load=load, max_load=load) for unit, load in LOADS.items()]
    return sc.Roster(subjects=SUBJECTS, lead_units=units)


def three_years() -> list[sc.Plan]:
    """Three annual plans, each with the ones before it as its history."""
    history = sc.History()
    plans = []
    for year in (2018, 2019, 2020):
        plan = sc.plan_year(by_share(), year=year, history=history)
        assert isinstance(plan, sc.Plan)
        assert sc.verify_plan(by_share(), plan, history=history) == ()
        plans.append(plan)
        history = history.with_plan(plan)
    return plans


def impossible_wish() -> tuple[sc.Infeasible, sc.History]:
    """Fixed loads and no repeat within two years: the third year cannot be planned."""
    policy = sc.RotationPolicy(cooling_off_years=2, repeats=sc.Repeats.FORBID)
    history = sc.History()
    for year in (2018, 2019, 2020):
        answer = sc.plan_year(with_fixed_loads(), year=year, history=history, policy=policy)
        if isinstance(answer, sc.Infeasible):
            assert sc.verify_infeasible(with_fixed_loads(), answer, history=history, policy=policy) == ()
            return answer, history
        history = history.with_plan(answer)
    raise AssertionError("the third year is impossible: 3 x 42 subjects for the Front, out of 104")


def main() -> None:
    """Plan, verify, and be refused."""
    print("== Ba năm, 104 đối tượng, 5 đầu mối / three years, 104 subjects, 5 lead units")
    for plan in three_years():
        loads = ", ".join(f"{NAMES[unit]} {load}" for unit, load in plan.loads.items())
        print(f"   {plan.year}: {loads}")
        print(f"      lặp lại so với năm trước / repeats: {plan.score.repeats[0]}; đã kiểm chứng / verified optimal")
    first = three_years()
    for subject in ("CB001", "CB002", "CB104"):
        print(f"   {subject}: {' → '.join(NAMES[plan.assignments[subject]] for plan in first)}")

    print("== Điều không thể / an impossible wish: 42/12/14/24/12 mỗi năm, không lặp lại trong hai năm")
    answer, _ = impossible_wish()
    print(f"   {answer.year}: {answer!r}")
    for lang in ("vi", "en"):
        for violation in answer.violations:
            print(f"   {violation.sentence(lang, NAMES)}")
    print("   Các sửa đổi đơn lẻ có ích / single repairs that help:")
    for repair in answer.repairs[:3]:
        print(f"   - {repair.sentence('vi', NAMES)}")
    print(f"   ({len(answer.repairs)} in all)")


if __name__ == "__main__":
    main()
