"""The statutes a second time, as plain functions written from their words alone: a row of facts in, the code of the grade out.

Nothing here looks at the encodings. Each function says which article each line is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

Row = Mapping[str, bool | int | Fraction]


def not_rated_90(f: Row) -> bool:
    """Article 2.3: less than six months worked in the year, maternity leave excepted."""
    return f["year.months_worked"] < 6 and not f["year.maternity_leave"]


def capped_90(f: Row) -> bool:
    """Article 2.3: three months of lawful leave or more, maternity excepted: not GOOD or better."""
    return f["year.lawful_leave_months"] >= 3 and not f["year.maternity_leave"]


def excellent_work_90(f: Row) -> bool:
    """Articles 4, 8, 12: the criteria performed well, everything done on time, of quality and of high effect."""
    done = f["tasks.all_done"] and f["tasks.deficient_share"] == 0
    return bool(f["criteria.performed_well"] and done and f["tasks.all_high_quality"])


def good_work_90(f: Row) -> bool:
    """Articles 5, 13: the criteria met, everything done on time, of quality and effect."""
    return bool(f["criteria.met"] and f["tasks.all_done"] and f["tasks.deficient_share"] == 0)


def completed_work_90(f: Row) -> bool:
    """Article 14.b: everything done, not over 20 % of the criteria late, poor or of little effect."""
    return bool(f["criteria.met"] and f["tasks.all_done"] and f["tasks.deficient_share"] <= 20)


def employee_90(f: Row, disciplined: bool) -> str:
    """Decree 90/2020 for public employees who do not manage: Articles 12.1, 13.1, 14.1, 15.1."""
    if not_rated_90(f):
        return "NOT_RATED"
    if f["conduct.degradation_concluded"] or f["tasks.deficient_share"] > 50 or disciplined:  # 15.1.a, b, c
        return "NOT_COMPLETED"
    if excellent_work_90(f) and f["tasks.exceeded_share"] >= 50 and not capped_90(f):
        return "EXCELLENT"
    if good_work_90(f) and not capped_90(f):
        return "GOOD"
    return "COMPLETED" if completed_work_90(f) else "no_rule_matches"


def units_90(f: Row) -> bool:
    """Articles 12.2.d and 13.2.d: all units at COMPLETED or above, at least 70 % of them GOOD or better."""
    return f["unit.completed_share"] >= 100 and f["unit.good_share"] >= 70


def manager_90(f: Row, disciplined: bool) -> str:
    """Decree 90/2020 for public employees who manage: Articles 12.2, 13.2, 14.2, 15.2."""
    if not_rated_90(f):
        return "NOT_RATED"
    failing = f["conduct.degradation_concluded"] or f["tasks.deficient_share"] > 50  # 15.2.a, b
    failing = failing or f["unit.targets_done_share"] < 50 or f["unit.corruption_handled"]  # 15.2.c, d
    if failing or disciplined:  # 15.2.đ
        return "NOT_COMPLETED"
    all_targets = f["unit.targets_done_share"] == 100
    if excellent_work_90(f) and all_targets and f["unit.targets_exceeded_share"] >= 50 and units_90(f) and not capped_90(f):
        return "EXCELLENT"
    if good_work_90(f) and all_targets and f["unit.targets_on_time_share"] >= 80 and units_90(f) and not capped_90(f):
        return "GOOD"
    if completed_work_90(f) and f["unit.targets_done_share"] > 70 and f["unit.completed_share"] >= 70:
        return "COMPLETED"
    return "no_rule_matches"


def led_well_90(f: Row) -> bool:
    """Articles 4 and 8.2: all targets done, at least half exceeded; the units as in Article 12.2.d."""
    return f["unit.targets_done_share"] == 100 and f["unit.targets_exceeded_share"] >= 50 and units_90(f)


def civil_servant_90(f: Row, disciplined: bool) -> str:
    """Decree 90/2020 for civil servants: Article 8.1; Articles 9 to 11 were not read."""
    if not_rated_90(f):
        return "NOT_RATED"
    if disciplined:
        return "NOT_COMPLETED"
    best = excellent_work_90(f) and f["tasks.exceeded_share"] >= 50 and not capped_90(f)
    return "EXCELLENT" if best else "not_encoded"


def leader_90(f: Row, disciplined: bool) -> str:
    """Decree 90/2020 for civil servants who lead: Article 8.2; Articles 9 to 11 were not read."""
    if not_rated_90(f):
        return "NOT_RATED"
    if disciplined:
        return "NOT_COMPLETED"
    return "EXCELLENT" if excellent_work_90(f) and led_well_90(f) and not capped_90(f) else "not_encoded"


def cadre_90(f: Row, disciplined: bool) -> str:
    """Decree 90/2020 for cadres: Article 4, and Article 5 with its cut end as a question; Articles 6 and 7 were not read."""
    if not_rated_90(f):
        return "NOT_RATED"
    if disciplined:
        return "NOT_COMPLETED"
    if excellent_work_90(f) and led_well_90(f) and not capped_90(f):
        return "EXCELLENT"
    good = good_work_90(f) and f["unit.targets_done_share"] == 100 and f["unit.targets_on_time_share"] >= 80
    led = f["unit.completed_share"] == 100 and f["text.last_clause_met"]
    return "GOOD" if good and led and not capped_90(f) else "not_encoded"


def by_points(points: int | Fraction) -> str:
    """Decree 335, Article 20 and Decree 233, Article 12: 90, 70 and 50 points."""
    if points >= 90:
        return "EXCELLENT"
    if points >= 70:
        return "GOOD"
    return "COMPLETED" if points >= 50 else "NOT_COMPLETED"


def civil_servant_335(f: Row) -> str:
    """Decree 335/2025, Articles 12, 14, 16.1, 20."""
    if f["conduct.degradation"] or f["conduct.service_discipline"]:
        return "NOT_COMPLETED"
    results = Fraction(f["tasks.quantity"] + f["tasks.quality"] + f["tasks.progress"]) / 3
    return by_points(f["points.general"] + results * 70 / 100)


def leader_335(f: Row) -> str:
    """Decree 335/2025, Articles 12, 14, 15.3, 16.2, 20."""
    if f["conduct.degradation"] or f["conduct.service_discipline"] or f["leading.body_corruption"]:
        return "NOT_COMPLETED"
    own = f["tasks.quantity"] + f["tasks.quality"] + f["tasks.progress"]
    led = f["leading.body_results"] + f["leading.organising"] + f["leading.uniting"]
    return by_points(f["points.general"] + Fraction(own + led) / 6 * 70 / 100)


def state_body_335(f: Row) -> str:
    """Decree 335/2025 on bodies, as far as a copy was read: three bands, the first with an unread end."""
    points, without_fault = f["body.points"], f["body.all_done"] and f["body.late_share"] == 0 and f["body.all_with_quality"]
    if points >= 90 and without_fault and f["body.other_conditions_met"]:
        return "EXCELLENT"
    if 70 <= points < 90 and without_fault:
        return "GOOD"
    if 50 <= points < 70 and f["body.all_done"] and f["body.late_share"] <= 20:
        return "COMPLETED"
    return "not_encoded"


def not_rated_233(f: Row) -> bool:
    """Articles 14.1, 14.2: less than six months worked, sick and maternity leave excepted."""
    return f["year.months_worked"] < 6 and not f["year.sick_leave"] and not f["year.maternity_leave"]


def fails_233(f: Row) -> bool:
    """Articles 12.4.b, 12.4.c, 14.3.a."""
    heads = ("conduct.degradation", "conduct.task_violation_disciplined", "conduct.degradation_or_task_discipline")
    return any(f[head] for head in heads)


def employee_233(f: Row) -> str:
    """Decree 233/2026, Articles 10, 11, 12, 14 for public employees who do not manage."""
    if not_rated_233(f):
        return "NOT_RATED"
    return "NOT_COMPLETED" if fails_233(f) else by_points(f["points.general"] + f["points.task_results"])


def manager_233(f: Row) -> str:
    """The same for those who manage: 12.4.d, and its proviso, which leaves the grade to the competent level."""
    if not_rated_233(f):
        return "NOT_RATED"
    grade = by_points(f["points.general"] + f["points.task_results"])
    if fails_233(f) or grade == "NOT_COMPLETED":
        return "NOT_COMPLETED"
    if f["unit.corruption_handled"]:
        return "rater_decides" if f["unit.found_reported_repaired"] else "NOT_COMPLETED"
    return grade


def service_unit_233(f: Row) -> str:
    """Decree 233/2026, Article 7."""
    points, undone = f["body.points"], f["body.done_share"] < 70
    if points < 50 or f["body.staff_wrongs_concluded"] or (undone and not f["body.force_majeure"]):  # 7.4
        return "NOT_COMPLETED"
    all_done, late = f["body.done_share"] == 100, f["body.late_share"]
    on_time = all_done and late == 0 and f["body.all_with_quality"]
    further = f["body.exceeded_share"] >= 30 and not f["body.member_unit_not_completed"] and f["body.faults_remedied"]
    if points >= 90:  # 7.1
        return "EXCELLENT" if on_time and further else "rater_decides"
    if points >= 70:  # 7.2
        return "GOOD" if on_time else "rater_decides"
    return "COMPLETED" if all_done and late <= 20 else "rater_decides"  # 7.3, 7.5


def employee_88(f: Row) -> str:
    """Decree 88/2017: 100 % on time with quality and effect; 70 % to under 100 %; the rest was not read."""
    share = f["tasks.done_well_share"]
    if share == 100:
        return "EXCELLENT" if f["text.excellent_article_met"] else "GOOD"
    return "COMPLETED" if share >= 70 else "not_encoded"


def as_issued(rule: Callable[[Row, bool], str]) -> Callable[[Row], str]:
    """20/08/2020 to 14/09/2023: of public employees what they did in carrying out their tasks; of officials it was not read."""
    return lambda f: rule(f, bool(f.get("conduct.violation_on_duty_disciplined", False)))


def as_amended(rule: Callable[[Row, bool], str]) -> Callable[[Row], str]:
    """From 15/09/2023: any discipline (2.5.a); a disciplined violation (15.1.c, 15.2.đ) is one."""
    return lambda f: rule(f, bool(f["conduct.any_discipline"] or f.get("conduct.violation_disciplined", False)))


def by_law_80(rule: Callable[[Row, bool], str]) -> Callable[[Row], str]:
    """Grades of officials given from 01/07/2025: only discipline for conduct related to public duty (Law 80/2025, 38.4)."""
    return lambda f: rule(f, bool(f["conduct.duty_related_discipline"]))


#: The second encoding of each regulation, by its code.
STATUTES: dict[str, Callable[[Row], str]] = {
    "nd88_2017_public_employee": employee_88,
    "nd90_2020_public_employee": as_issued(employee_90),
    "nd90_2020_48_2023_public_employee": as_amended(employee_90),
    "nd90_2020_public_employee_manager": as_issued(manager_90),
    "nd90_2020_48_2023_public_employee_manager": as_amended(manager_90),
    "nd90_2020_civil_servant": as_issued(civil_servant_90),
    "nd90_2020_48_2023_civil_servant": as_amended(civil_servant_90),
    "nd90_2020_80_2025_civil_servant": by_law_80(civil_servant_90),
    "nd90_2020_civil_servant_leader": as_issued(leader_90),
    "nd90_2020_48_2023_civil_servant_leader": as_amended(leader_90),
    "nd90_2020_80_2025_civil_servant_leader": by_law_80(leader_90),
    "nd90_2020_cadre": as_issued(cadre_90),
    "nd90_2020_48_2023_cadre": as_amended(cadre_90),
    "nd90_2020_80_2025_cadre": by_law_80(cadre_90),
    "nd335_2025_civil_servant": civil_servant_335,
    "nd335_2025_leader": leader_335,
    "nd335_2025_state_body": state_body_335,
    "nd233_2026_public_employee": employee_233,
    "nd233_2026_public_employee_manager": manager_233,
    "nd233_2026_public_service_unit": service_unit_233,
}
