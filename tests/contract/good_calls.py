"""Calls that are answered, of what takes arguments that belong together; each says its ids in the spelling that it is told."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

import supervision_core as sc

#: How an id is written: as it is, in another Unicode form, as another kind of text.
Spelling: TypeAlias = Callable[[str], str]

LABEL = sc.Label("việc", "matter")
YEAR, DAY, PERIOD = 2026, date(2026, 11, 1), sc.Period.of_year(2026)
WARD = sc.regulations.GOOD_PERFORMANCE_2014
#: Ids that Unicode writes in two ways.
WHO, OTHER, UNIT, WOMEN, OLD = "Tổ 7", "Tổ 8", "Mặt trận", "Phụ nữ", "Cựu chiến binh"
CODE, MEASURE = "việc.đã làm", "mức.điểm"

YES_NO = sc.criteria.YesNo(code=CODE, label=LABEL, favourable=True)
POINTS = sc.criteria.Measure(code=MEASURE, label=LABEL, low=0, high=100, step=1, only_steps=True, higher_is_better=True)
GOOD, FAIR = sc.Grade(code="tốt", label=LABEL, rank=2), sc.Grade(code="khá", label=LABEL, rank=1)
OWN = sc.Regulation(
    code="xã", version=1, label=LABEL, category="cán bộ", citation=WARD.citation,
    ladder=sc.criteria.Ladder(
        facts=[YES_NO, POINTS],
        rungs=[
            sc.criteria.Rung(grade=GOOD, criterion=sc.criteria.AllOf(parts=[
                sc.criteria.Holds(code=CODE),
                sc.criteria.Compare(quantity=sc.criteria.Quantity.of(MEASURE), comparison=sc.criteria.Comparison.AT_LEAST, bound=50),
            ])),
            sc.criteria.Rung(grade=FAIR, criterion=sc.criteria.AllOf(parts=[])),
        ],
    ),
)  # fmt: skip
FACTS = sc.Facts.of({CODE: True, MEASURE: 60}, sources={CODE: ("biên bản",)})
OPEN = sc.Facts.of({MEASURE: 60})
ASSESSED = sc.assess(OWN, FACTS)
ROSTER = sc.Roster(
    subjects=[sc.Subject(id=WHO), sc.Subject(id=OTHER)],
    lead_units=[sc.LeadUnit(id=UNIT), sc.LeadUnit(id=WOMEN)],
    former_units=[OLD],
    bars=[sc.Bar(subject_id=WHO, lead_unit_id=WOMEN, reason=sc.BarReason.KIN, severity=sc.Severity.FLAG)],
)
BY_AREA = sc.Roster(
    subjects=[sc.Subject(id=WHO, area="Đông"), sc.Subject(id=OTHER, area="Tây")],
    lead_units=[sc.LeadUnit(id=UNIT), sc.LeadUnit(id=WOMEN, area="Tây")],
)
FULL = sc.Roster(subjects=[sc.Subject(id=WHO)], lead_units=[sc.LeadUnit(id=UNIT, max_load=0)])
HISTORY = sc.History.of({2024: {WHO: OLD}, 2025: {WHO: UNIT, OTHER: WOMEN}})
PLAN = sc.plan_year(ROSTER, year=YEAR, history=HISTORY)
LINEAGE = sc.Lineage(lead_units={OLD: [UNIT]})
CHANGED = sc.replan(PLAN, ROSTER, history=HISTORY)
HORIZON = sc.plan_horizon(ROSTER, years=[2026, 2027], history=HISTORY)
NONE = sc.plan_year(FULL, year=YEAR)
POLICIES = sc.rotation.compare_policies(ROSTER, HISTORY, {"mỗi năm đổi": sc.RotationPolicy()}, [2026, 2027])
MATTER = sc.programme.Matter(
    id="VĐ-1",
    kind=sc.programme.MatterKind.PRESSING_MATTER,
    text=LABEL,
    addressee_id=WHO,
    raised_on=date(2026, 3, 1),
    due=date(2026, 5, 1),
)
STEP = sc.programme.MatterStep(matter_id="VĐ-1", kind=sc.programme.StepKind.ANSWERED, on=date(2026, 4, 1))
TURN = sc.programme.SupervisionTurn(
    id="lượt 1", on=date(2026, 3, 1), lead_unit_id=UNIT, subject_ids=[WHO], tier="xã", commented_ids=[WHO]
)
TALLY = sc.Tally(kind=sc.programme.CountKind.TURN, population="cán bộ", parts={WHO: 7, OTHER: 8})
SECTION = sc.programme.tally_section("mục", LABEL, TALLY)
REVIEW = sc.programme.Review(
    id="báo cáo",
    kind=sc.programme.ReviewKind.INTERIM,
    title=LABEL,
    submitted_by=LABEL,
    period=PERIOD,
    as_of=DAY,
    sections=[SECTION],
)
DECISION = sc.judging.Decision(id="QĐ số 1", subject_id=WHO, assessment=ASSESSED, decided_on=date(2026, 2, 1), decided_by="xã")
COLUMN = sc.tables.SheetColumn(code="tuổi", label=sc.Label("Tuổi", "Age"), kind=sc.tables.ColumnKind.WHOLE)

Call: TypeAlias = tuple[object, dict[str, Any]]


def _on(owner: object, **arguments: object) -> Call:
    return owner, arguments


def _of(**arguments: object) -> Call:
    return None, arguments


FORM = sc.evidence.CommentForm(
    code="mẫu", label=LABEL,
    criteria=[sc.evidence.FormCriterion(code="nội dung", label=LABEL, steps=[sc.evidence.FormStep(code="tốt", label=LABEL)])],
)  # fmt: skip
CHANNEL = sc.evidence.Channel(code="kênh", label=LABEL, is_own_word=False)
RULE = sc.evidence.WeighingRule(codes=[CODE], channels=["kênh"])
POLICY = sc.evidence.WeighingPolicy(code="cách", label=LABEL, rules=[RULE], channels=[CHANNEL])
RATING = sc.evidence.Rating(id="phiếu", subject_id=WHO, channel=CHANNEL, code=CODE, value=True, rated_on=DAY)
DOSSIER = sc.Dossier(subject_id=WHO, period=PERIOD, ratings=[RATING])
WEIGHING = sc.evidence.explain_weighing(DOSSIER, POLICY)
SCHEME = sc.evidence.Scheme(code="đợt", label=LABEL, heads=[])
REGISTRATION = sc.evidence.Registration(
    id="bản 1",
    subject_id=WHO,
    year=YEAR,
    scheme=SCHEME,
    lodged_on=date(2026, 1, 5),
    items=[sc.evidence.Commitment(id="mục 1", text="trồng cây")],
)
POST = sc.evidence.Post(code="vị trí", label=LABEL, keywords=["trồng"])
VOICE = sc.evidence.Feedback(
    id="ý kiến",
    subject_id=WHO,
    channel=CHANNEL,
    kind=sc.evidence.FeedbackKind.COMMENT,
    received_on=date(2026, 3, 1),
    topics=[sc.evidence.Topic(code="chủ đề", label=LABEL)],
)
RESIDENCE = sc.evidence.ResidenceStatus.FULL
PLANNED = sc.programme.SupervisionPlan(
    number="12", issued_on=date(2026, 1, 5), issuer=LABEL, scope=LABEL, period=PERIOD,
    contents=[sc.programme.PlanContent(id="đạo đức", label=LABEL)], subjects=[sc.Subject(id=WHO)], lead_units=[UNIT],
    charges=[sc.programme.Charge(lead_id=UNIT, subject_ids=[WHO], content_ids=["đạo đức"])],
)  # fmt: skip
SESSION = sc.programme.DelegationSession(
    id="buổi 1",
    head_id="trưởng đoàn",
    member_ids=["tv"],
    subject_id=WHO,
    content=LABEL,
    period=PERIOD,
    held_on=DAY,
    results=[],
    recommendations=[],
)
RIGHTS = sc.regulations.CITIZEN_RECEPTION
REPORT = sc.compliance(RIGHTS, [], PERIOD, as_of=DAY)
QUOTA = sc.judging.Quota(grade="tốt", falls_to="khá", share=Fraction(1, 2))
ROW = [["Mã", "Họ tên"], ["CB1", "Nguyễn Văn Ất"]]
RECEIPT = sc.serialization.receipt(ASSESSED, FACTS)
LIMIT = sc.evidence.TimeLimit(
    code="hạn", label=LABEL, days=5, counted_from=LABEL, citation=WARD.citation, in_force_from=date(2020, 1, 1)
)
CALENDAR = sc.WorkingDays(known=sc.Period(start=date(2026, 1, 1), end=date(2028, 1, 1)))
LAPSE = sc.judging.Lapse(id="lỗi", person_id=WHO, found_on=date(2026, 3, 4), sources=["s"], about=LABEL)
JUDGED = sc.assess_columns(OWN, {CODE: [True, None], MEASURE: [60, 60]}, ids=[WHO, OTHER])
PERIODIC = sc.judging.PeriodFacts(period=PERIOD, state=sc.judging.PeriodState.WORKED, facts=FACTS)
STINT = sc.judging.Stint(body_id="xã", period=PERIOD)


#: By name: what it is called on (None for a function) and with what; ids are written as they are asked for.
CALLS: Mapping[str, Callable[[Spelling], Call]] = {
    "criteria.Quantity.of": lambda s: _of(code=s(CODE)),
    "criteria.DecisionTable.look_up": lambda s: _on(
        sc.judging.decision_table(OWN), values={s(CODE): True, s(MEASURE): Fraction(60)}
    ),
    "criteria.Implication.brings": lambda s: _on(
        sc.criteria.Implication(code=CODE, answer=True, then_code="khác", then_answer=True, label=LABEL),
        code=s(CODE),
        answer=True,
    ),
    "criteria.Ladder.closure": lambda s: _on(OWN.ladder, answers={s(CODE): True}),
    "evidence.CommentForm.steps_of": lambda s: _on(FORM, criterion=s("nội dung")),
    "evidence.Weighing.said_of": lambda s: _on(WEIGHING, code=s(CODE)),
    "evidence.Weighing.of": lambda s: _on(WEIGHING, evidence_id=s("phiếu")),
    "evidence.WeighingPolicy.rule_of": lambda s: _on(POLICY, code=s(CODE)),
    "evidence.WeighingRule.tier_of": lambda s: _on(RULE, channel=s("kênh")),
    "evidence.WeighingRule.counts": lambda s: _on(RULE, answer=True, channel=s("kênh")),
    "evidence.TimeLimit.last_day": lambda s: _on(LIMIT, day=DAY, calendar=CALENDAR),
    "evidence.check_weighing": lambda s: _of(policy=POLICY, codes=[s(CODE), s("khác")], forms=[FORM]),
    "evidence.comment_duty": lambda s: _of(status=RESIDENCE, comments=[], year=YEAR),
    "evidence.explain_weighing": lambda s: _of(dossier=DOSSIER, policy=POLICY),
    "evidence.weigh": lambda s: _of(dossier=DOSSIER, policy=POLICY),
    "evidence.weigh_all": lambda s: _of(dossiers=[DOSSIER], policy=POLICY),
    "evidence.gather": lambda s: _of(
        subject_ids=[s(WHO), s(OTHER)], period=PERIOD, ratings=[RATING], residence_statuses={s(WHO): RESIDENCE}
    ),
    "evidence.handling": lambda s: _of(feedback=VOICE, on=DAY),
    "evidence.notes_before_rating": lambda s: _of(feedback=[VOICE], on=DAY, governed=[s(WHO)]),
    "evidence.registration_coverage": lambda s: _of(
        subject_ids=[s(WHO), s(OTHER)], registrations=[REGISTRATION], year=YEAR, scheme=SCHEME
    ),
    "evidence.registration_faults": lambda s: _of(registration=REGISTRATION, peers=[REGISTRATION], post=POST),
    "evidence.vet_registrations": lambda s: _of(registrations=[REGISTRATION], posts={s(WHO): POST}),
    "evidence.reply_counts": lambda s: _of(feedback=[VOICE], as_of=DAY, reply_due_days=10, calendar=CALENDAR),
    "evidence.reply_due": lambda s: _of(feedback=VOICE, reply_due_days=10, calendar=CALENDAR),
    "evidence.reply_state": lambda s: _of(feedback=VOICE, as_of=DAY, reply_due_days=10, calendar=CALENDAR),
    "evidence.topic_counts": lambda s: _of(feedback=[VOICE]),
    "judging.Assessment.verdict_of": lambda s: _on(ASSESSED, criterion=OWN.ladder.rungs[0].criterion),
    "judging.Judged.counts": lambda s: _on(JUDGED, groups=[s(WHO), s(WHO)]),
    "judging.Judged.missed": lambda s: _on(JUDGED, groups=[s(WHO), s(WHO)]),
    "judging.Judged.to_ask": lambda s: _on(JUDGED, groups=[s(WHO), s(WHO)]),
    "judging.Quota.counts": lambda s: _on(QUOTA, grade=GOOD, capped=GOOD, lower=FAIR),
    "judging.Quota.allowed": lambda s: _on(QUOTA, counted=3, raised=False),
    "judging.apply_quota": lambda s: _of(
        rows=[(s(WHO), s("xã"), ASSESSED), (s(OTHER), "xã", ASSESSED)], quota=QUOTA, raised_for=[s("xã")]
    ),
    "judging.assess": lambda s: _of(regulation=OWN, facts=FACTS, vocabulary=[YES_NO]),
    "judging.assess_all": lambda s: _of(regulation=OWN, pairs=[(s(WHO), FACTS)], vocabulary=[YES_NO]),
    "judging.assess_rows": lambda s: _of(regulation=OWN, pairs=[(s(WHO), FACTS), (s(OTHER), OPEN)], vocabulary=[YES_NO]),
    "judging.assess_columns": lambda s: _of(regulation=OWN, columns={s(CODE): [True]}, ids=[s(WHO)], vocabulary=[YES_NO]),
    "judging.check_regulation": lambda s: _of(regulation=OWN),
    "judging.compare_regulations": lambda s: _of(old=OWN, new=OWN, cases=[(s(WHO), FACTS)]),
    "judging.decision_chain": lambda s: _of(decisions=[DECISION], decision_id=s("QĐ số 1")),
    "judging.columns_of": lambda s: _of(pairs=[(s(WHO), FACTS), (s(OTHER), OPEN)]),
    "judging.decision_file": lambda s: _of(decisions=[DECISION], decision_id=s("QĐ số 1"), on=DAY, calendar=CALENDAR),
    "judging.decision_table": lambda s: _of(regulation=OWN),
    "judging.escalate": lambda s: _of(findings=[LAPSE], policy=sc.judging.EscalationPolicy(window=PERIOD), taken=[]),
    "judging.explain": lambda s: _of(assessment=ASSESSED, facts=FACTS, vocabulary=[YES_NO]),
    "judging.in_effect": lambda s: _of(decisions=[DECISION], on=DAY),
    "judging.lay_side_by_side": lambda s: _of(
        front=ASSESSED, statutory=ASSESSED, front_grade=s("tốt"), statutory_grade=s("khá")
    ),
    "judging.profiles": lambda s: _of(rows=[(s(WHO), ASSESSED)]),
    "judging.remedies": lambda s: _of(regulation=OWN, facts=OPEN, target=s("tốt"), fixed=[s(MEASURE)], vocabulary=[YES_NO]),
    "judging.risks": lambda s: _of(regulation=OWN, facts=FACTS, below=s("tốt"), fixed=[s(MEASURE)], vocabulary=[YES_NO]),
    "judging.roll_up": lambda s: _of(regulation=OWN, parts=[PERIODIC], year=PERIOD),
    "judging.unused_facts": lambda s: _of(regulation=OWN, facts=FACTS),
    "judging.who_rates": lambda s: _of(stints=[STINT], comment_after_months=6),
    "obligations.compliance": lambda s: _of(obligations=RIGHTS, events=[], period=PERIOD, as_of=DAY, calendar=CALENDAR),
    "obligations.compliance_all": lambda s: _of(
        obligations=RIGHTS,
        events={s(WHO): [], s(OTHER): []},
        period=PERIOD,
        as_of=DAY,
        bindings={s(WHO): PERIOD},
        waivers={s(WHO): []},
        moved={s(OTHER): []},
        calendar=CALENDAR,
    ),
    "programme.Review.section": lambda s: _on(REVIEW, code=s("mục")),
    "programme.SupervisionPlan.leads_of": lambda s: _on(PLANNED, subject_id=s(WHO)),
    "programme.SupervisionPlan.lead_of": lambda s: _on(PLANNED, subject_id=s(WHO), content_id=s("đạo đức")),
    "programme.Tally.of": lambda s: _of(
        parts=[s(WHO), WHO], kind=sc.programme.CountKind.TURN, population=s("cán bộ"), among=[s(OTHER)]
    ),
    "programme.Tally.percentages": lambda s: _on(TALLY, places=1),
    "programme.Tally.merged": lambda s: _of(tallies=[TALLY, sc.Tally(kind=TALLY.kind, population="cán bộ", parts={UNIT: 1})]),
    "programme.Tally.over_time": lambda s: _of(
        tallies=[
            sc.Tally(kind=TALLY.kind, population="cán bộ", parts={UNIT: 1}, period=sc.Period.of_year(year))
            for year in (2024, 2025)
        ]
    ),
    "programme.basis_section": lambda s: _of(instruments=[WARD.citation.instrument], code=s("căn cứ")),
    "programme.change_between": lambda s: _of(earlier=TALLY, later=TALLY),
    "programme.charges_of": lambda s: _of(assignments={s(WHO): s(UNIT)}, content_ids=[s("đạo đức")]),
    "programme.compliance_section": lambda s: _of(report=REPORT, code=s("việc")),
    "programme.count_turns": lambda s: _of(
        turns=[TURN],
        kind=sc.programme.CountKind.TURN,
        by=sc.programme.CountBy.LEAD_UNIT,
        population=s("cán bộ"),
        period=PERIOD,
        among=[s(UNIT), s(WOMEN)],
    ),
    "programme.disclosure_of": lambda s: _of(kind=s("Roster")),
    "programme.follow_up": lambda s: _of(matters=[MATTER], steps=[STEP], as_of=DAY),
    "programme.grade_labels": lambda s: _of(regulation=OWN),
    "programme.grade_tally": lambda s: _of(regulation=OWN, rows=[(s(WHO), ASSESSED)], population=s("cán bộ"), period=PERIOD),
    "programme.head_facts": lambda s: _of(matters=[MATTER], steps=[STEP], head_id=s(WHO), as_of=DAY),
    "programme.matters_section": lambda s: _of(code=s("mục"), title=LABEL, matters=[MATTER], steps=[STEP], as_of=DAY),
    "programme.own_head_turns": lambda s: _of(turns=[TURN], heads={s(UNIT): s(WHO)}),
    "programme.publish": lambda s: _of(tally=TALLY, at_least=5, earlier=[]),
    "programme.redact": lambda s: _of(
        obj=DOSSIER, audience=sc.programme.Audience.OFFICIAL, own=[s(WHO)], salt=s("muối"), at_least=5
    ),
    "programme.session_section": lambda s: _of(session=SESSION, steps=[], as_of=DAY, code=s("buổi")),
    "programme.tally_section": lambda s: _of(
        code=s("mục"), title=LABEL, tally=TALLY, names={s(WHO): LABEL}, order=[s(OTHER), s(WHO)]
    ),
    "regulations.good_performance": lambda s: _of(civic=[s("civic.standing")]),
    "regulations.hanoi_dialogue": lambda s: _of(in_force_from=date(2024, 1, 1), in_force_until=date(2024, 6, 1)),
    "regulations.in_force": lambda s: _of(category=s("ward_official"), on=date(2015, 1, 1)),
    "regulations.inspection_plans": lambda s: _of(ahead_months=1, term_start=date(2024, 1, 1), term_months=6),
    "regulations.obligation_facts": lambda s: _of(obligations=RIGHTS),
    "rendering.to_text": lambda s: _of(
        obj=PLAN, lang="vi", names={s(WHO): s("Nguyễn Văn Ất")}, order=[s(WOMEN), s(UNIT)], roster=ROSTER
    ),
    "rendering.to_page": lambda s: _of(
        obj=PLAN, lang="vi", names={s(WHO): s("Nguyễn Văn Ất")}, order=[s(WOMEN), s(UNIT)], roster=ROSTER
    ),
    "rendering.to_markdown": lambda s: _of(
        obj=PLAN, lang="vi", names={s(WHO): s("Nguyễn Văn Ất")}, order=[s(WOMEN), s(UNIT)], roster=ROSTER
    ),
    "rendering.to_html": lambda s: _of(
        obj=PLAN, lang="vi", names={s(WHO): s("Nguyễn Văn Ất")}, order=[s(WOMEN), s(UNIT)], roster=ROSTER
    ),
    "rendering.to_svg": lambda s: _of(
        obj=PLAN, lang="vi", names={s(WHO): s("Nguyễn Văn Ất")}, order=[s(WOMEN), s(UNIT)], roster=ROSTER
    ),
    "rendering.to_docx": lambda s: _of(
        obj=PLAN, lang="vi", names={s(WHO): s("Nguyễn Văn Ất")}, order=[s(WOMEN), s(UNIT)], roster=ROSTER
    ),
    "rendering.to_xlsx": lambda s: _of(
        obj=PLAN, lang="vi", names={s(WHO): s("Nguyễn Văn Ất")}, order=[s(WOMEN), s(UNIT)], roster=ROSTER
    ),
    "rendering.Display": lambda s: _of(obj=PLAN, lang="vi", names={s(WHO): s("Nguyễn Văn Ất")}, order=[s(WOMEN), s(UNIT)]),
    "rendering.Letterhead": lambda s: _of(
        issuer=LABEL, number=s("12"), signatories=[sc.rendering.Signatory(post=LABEL, name="Nguyễn Văn Ất")]
    ),
    "rotation.History": lambda s: _of(records=[sc.rotation.Record(subject_id=WHO, lead_unit_id=UNIT, year=2025)]),
    "rotation.History.of": lambda s: _of(years={2025: {s(WHO): s(UNIT)}}),
    "rotation.History.of_records": lambda s: _of(records=[{"subject_id": s(WHO), "lead_unit_id": s(UNIT), "year": 2025}]),
    "rotation.History.column": lambda s: _on(HISTORY, year=2025),
    "rotation.History.lead_units_in": lambda s: _on(HISTORY, year=2025),
    "rotation.History.lead_units_of": lambda s: _on(HISTORY, subject_id=s(WHO)),
    "rotation.History.before": lambda s: _on(HISTORY, year=2025),
    "rotation.History.since": lambda s: _on(HISTORY, year=2025),
    "rotation.History.with_lineage": lambda s: _on(HISTORY, lineage=LINEAGE),
    "rotation.History.with_plan": lambda s: _on(HISTORY, plan=PLAN),
    "rotation.History.with_replan": lambda s: _on(HISTORY, changed=CHANGED, on=date(2026, 7, 1)),
    "rotation.Lineage.of_lead_unit": lambda s: _on(LINEAGE, lead_unit_id=s(OLD)),
    "rotation.Lineage.of_subject": lambda s: _on(LINEAGE, subject_id=s(WHO)),
    "rotation.Plan.subjects_of": lambda s: _on(PLAN, lead_unit_id=s(UNIT)),
    "rotation.PublicDraw.key": lambda s: _on(sc.PublicDraw("QĐ"), one=s(WHO)),
    "rotation.Record.of_row": lambda s: _of(row={"subject_id": s(WHO), "lead_unit_id": s(UNIT), "year": 2025}),
    "rotation.Roster.bars_of": lambda s: _on(ROSTER, subject_id=s(WHO)),
    "rotation.Roster.through": lambda s: _on(ROSTER, lineage=LINEAGE, pins={s(WHO): s(UNIT)}),
    "rotation.Score.value": lambda s: _on(PLAN.score, name=s("balance")),
    "rotation.audit_plan": lambda s: _of(
        assignments={s(WHO): s(UNIT)}, roster=ROSTER, year=YEAR, history=HISTORY, reference={s(WHO): s(UNIT)}
    ),
    "rotation.bars_for": lambda s: _of(roster=ROSTER, links=sc.rotation.Links(heads=[(s(WHO), s(UNIT))])),
    "rotation.by_area": lambda s: _of(roster=BY_AREA),
    "rotation.area_warnings": lambda s: _of(roster=BY_AREA, plan=sc.plan_year(BY_AREA, year=YEAR)),
    "rotation.verify_each": lambda s: _of(
        rosters={s("xã"): ROSTER},
        plans={s("xã"): PLAN},
        year=YEAR,
        histories={s("xã"): HISTORY},
        policies={s("xã"): sc.RotationPolicy()},
    ),
    "rotation.check_roster": lambda s: _of(roster=ROSTER, history=HISTORY),
    "rotation.compare_ids": lambda s: _of(roster=ROSTER, history=HISTORY),
    "rotation.compare_policies": lambda s: _of(
        roster=ROSTER, history=HISTORY, policies={s("mỗi năm đổi"): sc.RotationPolicy()}, years=[2026, 2027]
    ),
    "rotation.PolicyComparison.rests": lambda s: _on(POLICIES, name=s("mỗi năm đổi")),
    "rotation.report_loads": lambda s: _of(
        rosters={s("xã"): ROSTER}, plans={s("xã"): PLAN}, organisations={s(UNIT): s("tổ chức")}
    ),
    "rotation.Repair.applied_to": lambda s: _on(
        sc.rotation.Repair(
            kind=sc.rotation.RepairKind.LIFT_BAR, against=["too_few_places"], lead_unit_id=WOMEN, subjects=[WHO]
        ),
        roster=ROSTER,
        subject_id=s(WHO),
        ground=s("việc"),
    ),
    "rotation.diff": lambda s: _of(plan_a=PLAN, plan_b=PLAN, lineage=LINEAGE),
    "rotation.explain_assignment": lambda s: _of(plan=PLAN, roster=ROSTER, subject_id=s(WHO), history=HISTORY),
    "rotation.explain_assignments": lambda s: _of(plan=PLAN, roster=ROSTER, history=HISTORY),
    "rotation.histories_for": lambda s: _of(rosters={s("xã"): ROSTER}, history=HISTORY),
    "rotation.loops": lambda s: _of(plan=PLAN, links=sc.rotation.Links(heads=[(WHO, UNIT)])),
    "rotation.plan_each": lambda s: _of(
        rosters={s("xã"): ROSTER}, year=YEAR, histories={s("xã"): HISTORY}, policies={s("xã"): sc.RotationPolicy()}
    ),
    "rotation.plan_horizon": lambda s: _of(roster=ROSTER, years=[2026, 2027], history=HISTORY),
    "rotation.plan_year": lambda s: _of(roster=ROSTER, year=YEAR, history=HISTORY, reference={s(WHO): s(UNIT)}),
    "rotation.replan": lambda s: _of(plan=PLAN, new_roster=ROSTER, history=HISTORY),
    "rotation.verify_cooling_off": lambda s: _of(roster=ROSTER, answer=sc.sustainable_cooling_off(ROSTER)),
    "rotation.verify_coverage": lambda s: _of(roster=ROSTER, answer=sc.years_to_full_coverage(ROSTER)),
    "rotation.verify_horizon": lambda s: _of(roster=ROSTER, answer=HORIZON, history=HISTORY, years=[2026, 2027]),
    "rotation.verify_infeasible": lambda s: _of(roster=FULL, infeasible=NONE),
    "rotation.verify_plan": lambda s: _of(
        roster=ROSTER,
        plan=sc.plan_year(ROSTER, year=YEAR, history=HISTORY, reference={WHO: UNIT}),
        history=HISTORY,
        reference={s(WHO): s(UNIT)},
    ),
    "rotation.verify_replan": lambda s: _of(plan=PLAN, new_roster=ROSTER, answer=CHANGED, history=HISTORY),
    "serialization.canonical_bytes": lambda s: _of(document={s("khóa"): [s("giá trị"), 1, None, True]}),
    "serialization.fingerprint": lambda s: _of(value=ROSTER),
    "serialization.from_document": lambda s: _of(document=sc.serialization.to_document(ROSTER), cls=sc.Roster),
    "serialization.json_schema": lambda s: _of(cls=sc.Roster),
    "serialization.make_converter": lambda s: _of(),
    "serialization.receipt": lambda s: _of(
        result=sc.plan_year(ROSTER, year=YEAR, history=HISTORY, reference={WHO: UNIT}),
        inputs=ROSTER,
        history=HISTORY,
        reference={s(WHO): s(UNIT)},
    ),
    "serialization.recheck": lambda s: _of(receipt=RECEIPT),
    "serialization.reworded": lambda s: _of(receipt=RECEIPT),
    "serialization.to_document": lambda s: _of(value=ROSTER),
    "tables.Read.against": lambda s: _on(sc.tables.officials(ROW), stored=(sc.Subject(id="CB2"),)),
    "tables.Sheet": lambda s: _of(
        **{one.alias: getattr(sc.tables.OFFICIALS, one.name) for one in type(sc.tables.OFFICIALS).__attrs_attrs__}
    ),
    "tables.Sheet.read": lambda s: _on(sc.tables.OFFICIALS, rows=ROW),
    "tables.Sheet.rows": lambda s: _on(sc.tables.OFFICIALS, values=(sc.Subject(id="CB2"),), lang="vi"),
    "tables.Sheet.template": lambda s: _on(sc.tables.OFFICIALS, lang="vi"),
    "tables.SheetColumn": lambda s: _of(code=s("tuổi"), label=LABEL, words=[s("tuổi tác")]),
    "tables.read": lambda s: _of(rows=[["Tuổi"], [41]], columns=[COLUMN]),
    "tables.officials": lambda s: _of(rows=ROW, apart=[s("CB1")]),
    "tables.lead_units": lambda s: _of(rows=[[s("Mã đầu mối")], [s(UNIT)]], id_digits=0, apart=[s(WOMEN)]),
    "tables.bars": lambda s: _of(
        rows=[[s("Mã cán bộ"), s("Đầu mối"), s("Lý do")], [s(WHO), s(WOMEN), s("quan hệ thân thích")]],
        lead_units=[sc.LeadUnit(id=WOMEN)],
        id_digits=0,
    ),
    "tables.facts": lambda s: _of(rows=[[s("Mã cán bộ"), s(CODE)], [s(WHO), s("có")]], regulation=OWN, id_digits=0),
    "tables.months": lambda s: _of(
        rows=[[s("Mã cán bộ"), s("Tháng"), s("Năm"), s(CODE)], [s(WHO), 1, YEAR, s("có")]], regulation=OWN, id_digits=0
    ),
    "tables.history": lambda s: _of(
        rows=[[s("Mã cán bộ"), s("Đầu mối"), s("Năm")], [s(WHO), s(OLD), 2025]],
        lead_units=[sc.LeadUnit(id=UNIT)],
        former_units=[s(OLD)],
        apart=[s(WHO)],
    ),
    "tables.history_table": lambda s: _of(lead_units=[sc.LeadUnit(id=UNIT)], former_units=[s(OLD)], apart=[s(WHO)]),
    "tables.wide_history": lambda s: _of(
        rows=[[s("Mã cán bộ"), s("Năm 2025")], [s(WHO), s(OLD)]],
        lead_units=[sc.LeadUnit(id=UNIT)],
        former_units=[s(OLD)],
        apart=[s(WHO)],
    ),
    "tables.wide_history_table": lambda s: _of(
        lead_units=[sc.LeadUnit(id=UNIT)], former_units=[s(OLD)], apart=[s(WHO)], years=[2025]
    ),
    "tables.obligations": lambda s: _of(
        rows=[
            [s("Mã nghĩa vụ"), s("Nghĩa vụ"), s("Thực hiện tại địa phương – số lần"), s("Thực hiện tại địa phương – mỗi")],
            [s("đối thoại"), s("Đối thoại với Nhân dân"), 2, s("năm")],
        ]
    ),
    "tables.events": lambda s: _of(
        rows=[[s("Mã"), s("Nghĩa vụ"), s("Ngày")], [s("buổi 1"), "citizen_reception", "6/7/2026"]], obligations=RIGHTS
    ),
    "tables.events_by_subject": lambda s: _of(
        rows=[[s("Đơn vị"), s("Mã"), s("Nghĩa vụ"), s("Ngày")], [s(WHO), s("buổi 1"), "citizen_reception", "6/7/2026"]],
        obligations=RIGHTS,
    ),
    "tables.waivers": lambda s: _of(
        rows=[
            [s("Mã nghĩa vụ"), s("Từ ngày"), s("Đến ngày"), s("Lý do")],
            [s("đối thoại"), "1/9/2026", "30/9/2026", s("Lũ lụt")],
        ]
    ),
    "tables.moved_deadlines": lambda s: _of(
        rows=[
            [s("Nghĩa vụ"), s("Kỳ"), s("Hạn mới"), s("Lý do")],
            [s("đối thoại"), "1/12/2025", "31/1/2026", s("Lũ lụt")],
        ]
    ),
    "tables.ratings": lambda s: _of(
        rows=[
            [s("Mã"), s("Mã cán bộ"), s("Kênh"), s("Nội dung đánh giá"), s("Kết quả"), s("Ngày đánh giá")],
            [s("phiếu"), s(WHO), "front_working_committee", s(CODE), s("có"), "1/12/2026"],
        ]
    ),
    "tables.feedback": lambda s: _of(
        rows=[
            [s("Mã"), s("Mã cán bộ"), s("Kênh"), s("Loại"), s("Ngày nhận")],
            [s("ý kiến"), s(WHO), "hotline", s("góp ý"), "6/5/2026"],
        ]
    ),
    "tables.commitments": lambda s: _of(
        rows=[
            [s("Mã"), s("Mã cán bộ"), s("Năm"), s("Ngày đăng ký"), s("Item"), s("Nội dung cam kết")],
            [s("bản 1"), s(WHO), YEAR, "20/1/2026", s("mục 1"), s("trồng cây")],
        ]
    ),
    "tables.attendance": lambda s: _of(
        rows=[
            [s("Mã"), s("Mã cán bộ"), s("Cuộc họp"), s("Ngày họp"), s("Có dự")],
            [s("lần 1"), s(WHO), s("quý 1"), "3/3/2026", "x"],
        ]
    ),
    "tables.discipline": lambda s: _of(
        rows=[[s("Mã"), s("Mã cán bộ"), s("Kết quả tra cứu"), s("Ngày ghi")], [s("trích lục"), s(WHO), s("không"), "3/3/2026"]]
    ),
    "values.ContradictoryFacts.of_subject": lambda s: _on(sc.values.ContradictoryFacts((CODE,), LABEL, ()), subject_id=s(WHO)),
    "values.Facts.of": lambda s: _of(values={s(CODE): True}, sources={s(CODE): [s("biên bản")]}),
    "values.Facts.with_": lambda s: _on(FACTS, values={s(CODE): False}, sources={s(CODE): [s("biên bản")]}),
    "values.Facts.get": lambda s: _on(FACTS, code=s(CODE)),
    "values.IdMap": lambda s: _of(items={s(WHO): 1}),
    "values.IdMap.get": lambda s: _on(sc.values.IdMap({WHO: 1}), key=s(WHO)),
    "values.InvalidInput.of_subject": lambda s: _on(sc.InvalidInput(()), subject_id=s(WHO)),
    "values.UnknownFact.of_subject": lambda s: _on(sc.UnknownFact(()), subject_id=s(WHO)),
    "values.WrongFactType.of_subject": lambda s: _on(sc.WrongFactType(()), subject_id=s(WHO)),
}
