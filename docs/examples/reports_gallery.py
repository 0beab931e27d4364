"""One report of every kind that there is, in both languages: to see what the pages look like, and to choose from.

Invented people and bodies. ``python docs/examples/reports_gallery.py out`` writes a page each, and a list of them.
"""

from __future__ import annotations

import sys
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from attrs import evolve

import reports_december as december
import supervision_core as sc
from supervision_core.rendering import ReportOptions, to_html
from supervision_core.serialization import from_document, receipt
from supervision_core.values import Label, Language

Shown: TypeAlias = dict[str, tuple[object, ReportOptions]]
WARD = december.WARD
MERIT = sc.regulations.ND335_CIVIL_SERVANT
YEAR = sc.Period.of_year(2026)
DESKS = {"desk": Label("Bộ phận một cửa", "One-stop desk"), "office": Label("Văn phòng", "Office")}
BODIES: dict[str, str | Label] = {
    **DESKS,
    "hanoi": Label("Phường Cầu Mới", "Cầu Mới ward"),
    "south": Label("Phường Bến Đò", "Bến Đò ward"),
    "board": Label("Hội đồng đánh giá", "The rating board"),
    "committee": Label("Ủy ban nhân dân phường", "The ward's People's Committee"),
    "thrift": Label("Luân phiên hằng năm", "Every year anew"),
    "terms": Label("Nhiệm kỳ ba năm", "Terms of three years"),
    "officials": Label("cán bộ, công chức của phường", "officials of the ward"),
    "ward": Label("nguyên tắc của phường", "the ward's policy"),
    "good_performance_2014": Label("không đạt phần B thì đạt mức khá", "fair without part B"),
    "good_performance_2014;without_civic=below_fair": Label("không đạt phần B thì dưới mức khá", "below fair without part B"),
}
NAMES: dict[str, str | Label] = {**december.UNITS, **december.PEOPLE, **BODIES}
NAMED: ReportOptions = {"names": NAMES}
PLANNED: ReportOptions = {"names": NAMES, "order": december.ORDER, "roster": december.roster()}
ORDERED: ReportOptions = {"names": NAMES, "order": december.ORDER}


def judged() -> Shown:
    """People: their results, why, what would change them, and how they compare."""
    cases = december.cases()
    facts, fine = cases["CB05"], cases["CB01"]
    missed = sc.assess(WARD, facts)
    people = dict(sc.assess_all(WARD, cases.items()))
    rows = [("desk" if number % 2 else "office", one) for number, one in enumerate(people.values())]
    stricter = sc.regulations.good_performance(without_civic="below_fair")
    quota = sc.judging.Quota(grade="good", falls_to="fair", share=Fraction(4, 5), base=sc.judging.QuotaBase.ALL)
    columns = {code: [None, True, False] for code in ("civic.standing", "duties.well_done")}
    unknown = sc.Facts.of({"points.general": 25})
    late = partial(sc.judging.Lapse, found_on=date(2026, 3, 4), about=Label("Trễ hẹn", "Late"))
    lapses = [
        late(id="SP-1", person_id="CB05", sources=["PA-1"]),
        late(id="SP-2", person_id="CB05", sources=["PA-2"]),
        late(id="SP-3", unit_id="desk", sources=["PA-3"]),
    ]
    return {
        "assessment": (missed, {**NAMED, "facts": facts}),
        "assessment_open": (sc.assess(MERIT, unknown), {**NAMED, "facts": unknown}),
        "assessments": (people, NAMED),
        "reason": (sc.explain(missed, facts), NAMED),
        "facts": (facts, NAMED),
        "judged": (
            sc.assess_columns(WARD, {**columns, "conduct.violation": [False, 3, False]}, ids=["CB01", "CB02", "CB03"]),
            NAMED,
        ),
        "remedies": (sc.remedies(WARD, facts, target="good"), NAMED),
        "unreachable": (sc.remedies(WARD, facts, target="good", fixed=[*facts.values]), NAMED),
        "quota": (sc.apply_quota([(one, "desk", result) for one, result in people.items()], quota), NAMED),
        "proposals": (sc.escalate(lapses, sc.judging.EscalationPolicy(window=YEAR)), NAMED),
        "profile": (sc.judging.profiles(rows)["desk"], {**NAMED, "regulation": WARD}),
        "profiles": (sc.judging.profiles(rows), {**NAMED, "regulation": WARD}),
        "grade_changes": (sc.judging.compare_regulations(WARD, stricter, [("CB05", facts), ("CB01", fine)]), NAMED),
        "side_by_side": (sc.judging.lay_side_by_side(missed, sc.assess(MERIT, unknown)), NAMED),
        "case_change": (sc.judging.what_changed(sc.assess(WARD, fine), missed), NAMED),
        "year": (months(), {"regulation": MERIT}),
        "grades_by_year": (
            sc.judging.GradesByYear(
                subject_id="CB05",
                assessments={2022: sc.assess(WARD, fine), 2023: missed, 2026: sc.assess(MERIT, unknown)},
            ),
            NAMED,
        ),
    }


def months() -> sc.judging.YearFacts:
    """Twelve months of points, one of them on leave."""
    worked, away = (
        sc.judging.PeriodState.WORKED,
        next(one for one in sc.judging.PeriodState if one is not sc.judging.PeriodState.WORKED),
    )
    parts = [
        sc.judging.PeriodFacts(
            period=sc.Period.of_month(2026, month),
            state=away if month == 7 else worked,
            facts=sc.Facts.of({} if month == 7 else {"points.general": 20 + month % 5}),
        )
        for month in range(1, 13)
    ]
    return sc.judging.roll_up(MERIT, parts, year=YEAR)


def decided() -> Shown:
    """A decision, a petition against it, and the decision that came of it."""
    facts = december.cases()["CB05"]
    rule = sc.judging.petition_rule("public_employee", on=date(2026, 12, 5))
    assert rule is not None
    first = sc.judging.Decision(
        id="QĐ-01", subject_id="CB05", assessment=sc.assess(WARD, facts), decided_on=date(2026, 12, 1), decided_by="board"
    )
    asked = sc.judging.Petition(
        id="KN-01",
        subject_id="CB05",
        decision_id="QĐ-01",
        rule=rule,
        published_on=date(2026, 12, 2),
        received_on=date(2026, 12, 5),
    )
    days = sc.WorkingDays(known=YEAR)
    file = sc.judging.decision_file([first], "QĐ-01", petitions=[asked], on=date(2026, 12, 20), calendar=days)
    return {"decision_file": (file, NAMED), "petition": (file.petitions[0], NAMED)}


def rules() -> Shown:
    """Regulations, what they say of a day, and what is odd in one."""
    yes = partial(sc.criteria.YesNo)
    ladder = sc.criteria.Ladder(
        facts=[
            yes(code="a", label=Label("Đi họp", "Attends meetings")),
            yes(code="b", label=Label("Góp quỹ", "Gives to funds")),
        ],
        rungs=[
            sc.criteria.Rung(
                grade=sc.criteria.Grade(code="good", label=Label("Tốt", "Good"), rank=1), criterion=sc.criteria.Holds(code="a")
            )
        ],
    )
    odd = evolve(WARD, code="of_its_own", ladder=ladder)
    category = "public_employee"
    return {
        "regulation": (WARD, {}),
        "regulation_points": (MERIT, {}),
        "no_regulation": (sc.regulations.in_force("civil_servant", on=date(2009, 12, 31)), {}),
        "not_encoded": (sc.regulations.in_force("cadre", on=date(2026, 7, 1)), {}),
        "depends_on_unit": (sc.regulations.in_force(category, on=date(2026, 12, 20)), {}),
        "decision_table": (sc.judging.decision_table(WARD), {"regulation": WARD}),
        "findings": (sc.check_regulation(odd), {"regulation": odd}),
    }


def planned() -> Shown:
    """Plans, years of plans, what cannot be, and what changes."""
    plan, roster, past = december.plan(), december.roster(), december.past()
    horizon = sc.plan_horizon(roster, years=range(2027, 2037), history=past)
    without = sc.Roster(
        subjects=roster.subjects[2:], lead_units=[one for one in roster.lead_units if one.id != "youth"], former_units=["youth"]
    )
    later = sc.plan_year(without, year=2028, history=past.with_plan(plan))
    assert isinstance(later, sc.Plan)
    policies = {"thrift": sc.RotationPolicy(), "terms": sc.RotationPolicy(tenure_years=3)}
    wish = december.roster(wishes=12)
    strict = sc.RotationPolicy(repeats=sc.Repeats.FORBID, cooling_off_years=2)
    never = sc.plan_horizon(december.roster(wishes=10), years=range(2027, 2031), policy=strict)
    plans = [
        sc.plan_year(roster, year=2027, history=past, policy=sc.RotationPolicy(cooling_off_years=years)) for years in (1, 2, 3)
    ]
    one_loop = sc.rotation.Loop(lead_units=["front", "women", "youth"], heads=["CB02", "CB03", "CB01"])
    ids = sc.Roster(subjects=[sc.Subject(id="Trần Thị Hòa"), sc.Subject(id="CB02")], lead_units=roster.lead_units)
    return {
        "plan": (plan, PLANNED),
        "plans": (plans, PLANNED),
        "horizon": (horizon, PLANNED),
        "infeasible": (december.impossible(), {**PLANNED, "roster": wish}),
        "horizon_infeasible": (never, {**PLANNED, "roster": december.roster(wishes=10)}),
        "history": (past, ORDERED),
        "roster": (roster, ORDERED),
        "replan": (sc.replan(plan, without, history=past), {**PLANNED, "roster": without}),
        "diff": (sc.diff(plan, later), PLANNED),
        "explanation": (sc.explain_assignment(plan, roster, "CB07", history=past), PLANNED),
        "audit": (sc.audit_plan(dict.fromkeys(december.PEOPLE, "front"), roster, year=2027, history=past), PLANNED),
        "audit_wrong": (sc.audit_plan([("CB01", "front"), ("CB01", "women")], roster, year=2027), PLANNED),
        "cooling_off": (sc.sustainable_cooling_off(december.roster(wishes=8)), PLANNED),
        "coverage": (sc.years_to_full_coverage(roster), PLANNED),
        "policies": (sc.rotation.compare_policies(roster, past, policies, range(2027, 2032)), PLANNED),
        "loop": (one_loop, NAMED),
        "ids": (sc.rotation.compare_ids(ids, sc.History.of({2026: {"Trần Thị Hoà": "front", "CB02": "women"}})), NAMED),
        "receipt": (receipt(plan, roster, history=past), PLANNED),
        "receipt_assessment": (receipt(sc.assess(WARD, december.cases()["CB05"]), december.cases()["CB05"]), {}),
        **country(),
    }


def country() -> Shown:
    """Two wards, and areas whose own lead units take what the Front cannot."""
    units = december.roster().lead_units
    wards = {
        ward: sc.Roster(subjects=[sc.Subject(id=f"{ward} {number}") for number in range(size)], lead_units=units)
        for ward, size in {"hanoi": 13, "south": 17}.items()
    }
    warning = sc.rotation.AreaWarning(area="hanoi", lead_unit_id="front", load=3, alone=4, aim=Fraction(11, 3))
    return {
        "loads": (sc.rotation.report_loads(wards, sc.plan_each(wards, year=2026)), ORDERED),
        "areas": ([warning], ORDERED),
    }


def kept() -> Shown:
    """Duties by the calendar, evidence, and what the public says."""
    days = [date(2026, month, day) for month in range(1, 12) for day in (6, 7) if month != 4]
    held = [sc.Event(id=f"TD-{on:%m%d}", obligation="citizen_reception", on=on, by_office_holder=True) for on in days]
    duties = sc.compliance(sc.regulations.CITIZEN_RECEPTION, held, YEAR, as_of=december.DAY)
    items = [sc.Commitment(id="1", text="Tiếp dân mỗi sáng thứ ba")]
    lodged = [
        sc.Registration(id=f"DK-{one}", subject_id=one, year=2026, lodged_on=date(2026, 1, 20), items=items)
        for one in ("CB01", "CB02", "CB99")
    ]
    letter = sc.Feedback(
        id="PA-1",
        subject_id="CB05",
        channel="suggestion_box",
        kind=sc.evidence.FeedbackKind.DENUNCIATION,
        received_on=date(2026, 5, 6),
        is_checkable=True,
    )
    limit = sc.evidence.TIME_LIMITS["front_recommendation"]
    kinds = sc.evidence.RegistrationFaultKind
    return {
        "compliance": (duties, {}),
        "standing": (next(iter(duties.standings.values())), {}),
        "registrations": (sc.evidence.registration_coverage(["CB01", "CB02", "CB03"], lodged, year=2026), NAMED),
        "registration_faults": (
            [
                sc.evidence.RegistrationFault(kind=kinds.VAGUE, item_ids=("1",)),
                sc.evidence.RegistrationFault(kind=kinds.COPIED, item_ids=("2",), peer=("DK-8", "3"), likeness=Fraction(9, 10)),
            ],
            {},
        ),
        "handling": (sc.evidence.handling(letter, on=date(2026, 5, 7)), NAMED),
        "rating_note": (
            sc.evidence.RatingNote(subject_id="CB05", feedback_ids=["PA-2", "PA-1"], citation=limit.citation),
            NAMED,
        ),
        "time_limit": (limit, NAMED),
        "weighing": (weighed(), NAMED),
        "policy_findings": (
            [
                sc.evidence.WeighingFinding(kind=kind, codes=("civic.standing",), channels=("front_working_committee",))
                for kind in sc.evidence.WeighingFindingKind
            ],
            {},
        ),
    }


def weighed() -> sc.evidence.Weighing:
    """Two channels that say different things of one person, and a paper that nobody signed."""
    said = sc.evidence.Statement
    return sc.evidence.Weighing(
        policy="ward",
        facts=sc.Facts([sc.Fact(code="civic.standing", value=True, sources=["BB-1"])]),
        said=(
            said(code="civic.standing", answer=True, channel="front_working_committee", ids=("BB-1",)),
            said(code="civic.standing", answer=False, channel="suggestion_box", ids=("PA-2",), is_overruled=True),
        ),
        refused=(sc.evidence.Refusal(id="PA-5", code="civic.standing", reason=sc.evidence.RefusalReason.ANONYMOUS),),
    )


def programme() -> Shown:
    """The year's programme: plan, sessions, counts, reviews, and what is for whom."""
    tally, person = sc.Tally, sc.programme.CountKind.PERSON
    counts = tally(kind=person, population="officials", parts={"desk": 2, "office": 30}, headline=33, period=YEAR)
    before = tally(kind=person, population="officials", parts={"desk": 4, "office": 22}, period=sc.Period.of_year(2025))
    ask = sc.programme.Matter(
        id="KN-1",
        kind=sc.programme.MatterKind.RECOMMENDATION,
        text=Label("Tổ chức đối thoại với Nhân dân", "Hold a dialogue with the people"),
        addressee_id="CB01",
        raised_on=date(2026, 6, 2),
        due=date(2026, 10, 31),
        competent_id="committee",
    )
    session = sc.programme.DelegationSession(
        id="GS-1",
        head_id="CB09",
        member_ids=["CB01"],
        subject_id="CB01",
        content=Label("Thực hiện dân chủ ở cơ sở", "Grassroots democracy"),
        period=YEAR,
        held_on=date(2026, 6, 2),
        results=[
            sc.programme.AcknowledgedResult(
                text=Label("Niêm yết công khai", "Posted in public"), right=sc.obligations.Right.KNOW
            )
        ],
        recommendations=[ask],
    )
    return {
        "supervision_plan": (december.supervision_plan(), ORDERED),
        "session": (session, NAMED),
        "follow_ups": (sc.programme.follow_up([ask], [], as_of=december.DAY), NAMED),
        "review": (december.review(), NAMED),
        "review_section": (december.review().sections[0], NAMED),
        "tally": (counts, NAMED),
        "published": (sc.publish(counts, at_least=5), NAMED),
        "tally_change": (sc.programme.change_between(before, counts), NAMED),
        "withheld": (sc.redact(december.cases()["CB05"], sc.Audience.PUBLIC), NAMED),
    }


def errors() -> Shown:
    """What people see who gave something wrong."""
    found: Shown = {}
    try:
        sc.Roster(subjects=[sc.Subject(id="CB01"), sc.Subject(id="CB01")], lead_units=[])
    except sc.InvalidInput as error:
        found["error"], found["faults"] = (error, {}), (error.faults, {})
    try:
        list(sc.assess_all(WARD, [("CB05", sc.Facts.of({"duties.well_done": True, "duties.fairly_done": False}))]))
    except sc.ContradictoryFacts as error:
        found["contradiction"] = (error, NAMED)
    try:
        from_document({"schema": "supervision_core/roster/3", "subjects": [{"id": ""}]}, sc.Roster)
    except sc.serialization.InvalidDocument as error:
        found["document"] = (error, {})
    return {
        **found,
        "beyond": (sc.values.BeyondExactness("the fact space of a regulation", 10**9, 2**20), {}),
        "nothing": ((), {}),
    }


def gallery() -> Shown:
    """Every value with the options of its report."""
    return {**judged(), **decided(), **rules(), **planned(), **kept(), **programme(), **errors()}


def main(place: Path) -> None:
    """Write each page in both languages."""
    place.mkdir(parents=True, exist_ok=True)
    languages: tuple[Language, ...] = ("vi", "en")
    for name, (value, options) in gallery().items():
        for lang in languages:
            every: dict[str, Any] = {**options, "lang": lang}
            Path(place, f"{name}-{lang}.html").write_text(to_html(value, **every), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
