"""Facts, rules and what comes of judging: generators that only this project's own tests need."""

from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from operator import attrgetter

import attrs
from hypothesis import strategies as st

from supervision_core.criteria.ladders import Implication, Ladder, Rung
from supervision_core.criteria.nodes import (
    AllOf,
    AnyOf,
    AtLeast,
    Exemption,
    Measure,
    Not,
    Unless,
    YesNo,
)
from supervision_core.criteria.questions import Answer, Question
from supervision_core.criteria.tables import DecisionTable, Finding, TableCell, TableRow
from supervision_core.evidence.instruments import REGULATION_366
from supervision_core.judging.assessing import Assessment, assess
from supervision_core.judging.by_year import GradesByYear
from supervision_core.judging.compare import (
    GradeChange,
    Profile,
    SideBySide,
    check_regulation,
    compare_regulations,
    decision_table,
    lay_side_by_side,
    profiles,
)
from supervision_core.judging.decision_files import decision_file
from supervision_core.judging.decisions import DecisionGround
from supervision_core.judging.differences import CaseChange, what_changed
from supervision_core.judging.petitions import PETITION_RULES, Petition, Reopening, ReopeningVoice, SecondLook
from supervision_core.judging.products import Product, TaskResults, task_results
from supervision_core.judging.quotas import Quota, QuotaBase, QuotaResult, QuotaRow, Undecided, apply_quota
from supervision_core.judging.sanctions import (
    STEP_RULES,
    EscalationPolicy,
    Gravity,
    Lapse,
    LapseKind,
    ReportRule,
    SanctionProposal,
    SanctionReport,
    SanctionStep,
    StepRule,
    TakenSanction,
    escalate,
)
from supervision_core.judging.stints import Stint
from supervision_core.judging.what_if import Change
from supervision_core.judging.yearly import Weights, YearFacts, roll_up
from supervision_core.regulations import (
    GOOD_PERFORMANCE_2014,
    ND88_PUBLIC_EMPLOYEE,
    ND90_REGULATIONS,
    ND335_CIVIL_SERVANT,
    RESIDENCE_2014,
    Regulation,
)
from supervision_core.strategies.answers import grades, remedy_values
from supervision_core.strategies.judging import (
    _ASSESSMENTS,
    _CODES,
    _DECIDERS,
    _FACTS,
    _FRACTIONS,
    _IDENTIFIERS,
    _MAYBE_LABEL,
    _NUMBERS,
    _PERIODS,
    _YES_OR_NO,
    _all_of,
    _any_of,
    _at_least,
    _exemptions,
    _not,
    _unless,
    assessments,
    criteria,
    decisions,
    facts,
    period_facts,
    quotas,
    regulations,
)
from supervision_core.strategies.values import citations, identifiers, labels, parts
from supervision_core.strategies.weighing import lapses
from supervision_core.values.calendars import WorkingDays
from supervision_core.values.facts import Facts
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period, days_after
from supervision_core.values.text import composed

# Built once: Hypothesis checks each strategy object anew.
_WIDEST_STEP = 3
_STEPS = st.sampled_from([one for one in _FRACTIONS if 0 < one <= _WIDEST_STEP])
_MAYBE = st.sampled_from([None, True, False])
_WARD = GOOD_PERFORMANCE_2014


def yes_no_definitions() -> st.SearchStrategy[YesNo]:
    """Facts with a yes/no answer, favourable, unfavourable or neither."""
    return st.builds(YesNo, code=_CODES, label=_LABELS, favourable=_MAYBE, not_applicable_as=_MAYBE, citation=_MAYBE_CITATION)


@st.composite
def measure_definitions(draw: st.DrawFn, *, max_steps: int = 20) -> Measure:
    """Measures of up to ``max_steps`` steps, of a single value too, and with steps that are no whole numbers."""
    low = draw(_NUMBERS)
    step = draw(_STEPS)
    steps = draw(st.integers(0, max_steps))
    outside = draw(st.integers(0, steps)) if draw(_YES_OR_NO) else None
    return Measure(
        code=draw(_CODES),
        label=draw(_LABELS),
        low=low,
        high=low + steps * step,
        step=step,
        only_steps=draw(_YES_OR_NO),
        higher_is_better=draw(_MAYBE),
        not_applicable_as=None if outside is None else low + outside * step,
        unit=draw(_MAYBE_LABEL),
        citation=draw(_MAYBE_CITATION),
    )


def not_nodes() -> st.SearchStrategy[Not]:
    """Criteria turned round."""
    return _not(criteria(max_leaves=2))


def all_of_nodes() -> st.SearchStrategy[AllOf]:
    """Criteria that all must be met; none at all among them."""
    return _all_of(criteria(max_leaves=2))


def any_of_nodes() -> st.SearchStrategy[AnyOf]:
    """Criteria of which one must be met; none at all among them."""
    return _any_of(criteria(max_leaves=2))


def at_least_nodes() -> st.SearchStrategy[AtLeast]:
    """Criteria of which so many must be met, from none to all."""
    return _at_least(criteria(max_leaves=2))


def unless_nodes() -> st.SearchStrategy[Unless]:
    """Criteria with exceptions."""
    return _unless(criteria(max_leaves=2))


def exemptions() -> st.SearchStrategy[Exemption]:
    """Exceptions to a criterion."""
    return _exemptions(criteria(max_leaves=2))


_CODES_IN_ANY_ORDER = st.permutations(["duties.well_done", "duties.fairly_done", "civic.standing"])


@st.composite
def implications(draw: st.DrawFn) -> Implication:
    """Implications between two facts."""
    code, then_code = draw(_CODES_IN_ANY_ORDER)[:2]
    return Implication(
        code=code,
        answer=draw(_YES_OR_NO),
        then_code=then_code,
        then_answer=draw(_YES_OR_NO),
        label=draw(_LABELS),
        citation=draw(_MAYBE_CITATION),
    )


def rungs() -> st.SearchStrategy[Rung]:
    """Single rungs: a grade with its criterion."""
    return st.builds(Rung, grade=grades(), criterion=criteria(), citation=_MAYBE_CITATION)


def decision_tables() -> st.SearchStrategy[DecisionTable]:
    """The tables of random regulations; some have a single row that leaves every column open."""
    return regulations().map(decision_table)


def table_rows() -> st.SearchStrategy[TableRow]:
    """Rows of decision tables."""
    return parts(decision_tables(), attrgetter("rows"))


def table_cells() -> st.SearchStrategy[TableCell]:
    """Cells of decision tables: answers and intervals, open or closed."""
    return parts(decision_tables(), _cells)


def _cells(table: DecisionTable) -> tuple[TableCell, ...]:
    found = tuple(cell for row in table.rows for cell in row.cells if cell is not None)
    return found or _cells(decision_table(_WARD))


def findings() -> st.SearchStrategy[Finding]:
    """What is wrong with random regulations; that some fact never matters, at least."""
    return parts(st.one_of(regulations(), regulations().map(_with_dead_fact)), check_regulation)


def _with_dead_fact(regulation: Regulation) -> Regulation:
    never = YesNo(code="never asked", label=regulation.label)
    ladder = Ladder(facts=(*regulation.ladder.facts, never), rungs=regulation.ladder.rungs)
    return Regulation(
        code=regulation.code,
        version=regulation.version,
        label=regulation.label,
        category=regulation.category,
        citation=regulation.citation,
        ladder=ladder,
    )


def questions() -> st.SearchStrategy[Question]:
    """Open questions of cases in which something is unknown."""
    cases = regulations().flatmap(lambda one: facts(one).map(lambda some: assess(one, some)))
    return parts(cases, _questions)


def _questions(assessment: Assessment) -> tuple[Question, ...]:
    return assessment.questions or assess(assessment.regulation, Facts()).questions or assess(_WARD, Facts()).questions


def answers() -> st.SearchStrategy[Answer]:
    """Answers to open questions, with the grades that each leaves possible."""
    return parts(questions(), attrgetter("answers"))


_STATUTORY = (ND88_PUBLIC_EMPLOYEE, *(one for one in ND90_REGULATIONS if one.category == "public_employee"))
_CIVIC = tuple(fact.code for fact in _WARD.ladder.facts if fact.code.startswith("civic."))
_YEAR = Period.of_year(2025)
_Row = tuple[str, str, Assessment]
_COMPOSED_IDS = _IDENTIFIERS.map(composed)
_GROUPS = st.sampled_from(["Văn phòng", "Tổ 7"])


def products() -> st.SearchStrategy[Product]:
    """Products or tasks: done or not, sent back, late, more than a unit or less."""
    units = st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(3)])
    times = st.integers(0, 6)
    return st.builds(Product, units=units, done=st.booleans(), failed_checks=times, delays=times)


def task_result_values() -> st.SearchStrategy[TaskResults]:
    """Percentages of quantity, quality and progress; unknown where nothing was assigned."""
    return st.lists(products(), max_size=4).map(task_results)


_ROWS: st.SearchStrategy[list[_Row]] = st.lists(
    st.tuples(_COMPOSED_IDS, _GROUPS, _ASSESSMENTS), max_size=5, unique_by=lambda row: row[0]
)
_HOW_MANY_TIE = st.integers(2, 4)


def quota_results() -> st.SearchStrategy[QuotaResult]:
    """Results of quotas over a few people in two groups; ties, undetermined and lowered people are common."""
    return st.one_of(st.tuples(_ROWS, quotas()).map(lambda asked: apply_quota(*asked)), _ties(), _ordered())


@st.composite
def _ordered(draw: st.DrawFn) -> QuotaResult:
    """People ordered by their points, of whom only some may keep the best grade."""
    points = draw(st.lists(st.integers(0, 30), min_size=2, max_size=4))
    whole = {"tasks.quantity": 100, "tasks.quality": 100, "tasks.progress": 100, "conduct.degradation": False, "conduct.service_discipline": False}
    judged = [assess(ND335_CIVIL_SERVANT, Facts.of({**whole, "points.general": one})) for one in points]
    rows = [(f"cán bộ {number}", "Tổ dân phố 7", one) for number, one in enumerate(judged)]
    order = ND335_CIVIL_SERVANT.ladder.score
    quota = Quota(grade="EXCELLENT", falls_to="GOOD", share=Fraction(1, 3), base=QuotaBase.ALL, order_by=order)
    return apply_quota(rows, quota)


@st.composite
def _ties(draw: st.DrawFn) -> QuotaResult:
    people = draw(_HOW_MANY_TIE)
    rows: list[_Row] = [(f"người {number}", "Tổ dân phố 7", _best()) for number in range(people)]
    others = [row for row in draw(_ROWS) if row[0] not in {who for who, _, _ in rows}]
    return apply_quota([*others, *rows], Quota(grade="good", falls_to="fair", share=Fraction(1, people), base=QuotaBase.ALL))


@cache
def _best() -> Assessment:
    return assess(_WARD, Facts.of({fact.code: fact.favourable for fact in _WARD.ladder.facts if isinstance(fact, YesNo)}))


def quota_rows() -> st.SearchStrategy[QuotaRow]:
    """What a quota makes of single people."""
    return parts(st.one_of(_ties(), _ordered()), attrgetter("rows"))


def undecided_groups() -> st.SearchStrategy[Undecided]:
    """Ties that a quota leaves to somebody competent."""
    return parts(_ties(), attrgetter("undecided"))


def unit_profiles() -> st.SearchStrategy[Profile]:
    """Profiles of units of one to four people."""
    rows = st.lists(_ASSESSMENTS, min_size=1, max_size=4)
    return rows.map(lambda some: profiles([("unit", one) for one in some])["unit"])


def changes() -> st.SearchStrategy[Change]:
    """Single changes of remedies: of known facts, of unknown ones, and forced ones."""
    return parts(remedy_values(), attrgetter("changes"))


_BAD_CONDUCT = st.sets(st.sampled_from(_CIVIC), min_size=1, max_size=2)


def grade_changes() -> st.SearchStrategy[GradeChange]:
    """What becomes of a grade under another regulation; the two here have no grade in common."""
    pairs = st.sampled_from([(_WARD, RESIDENCE_2014), (RESIDENCE_2014, _WARD)])
    asked = st.tuples(pairs, _COMPOSED_IDS, _FACTS)
    return asked.map(lambda drawn: compare_regulations(*drawn[0], [drawn[1:]])[0])


def case_changes() -> st.SearchStrategy[CaseChange]:
    """What changed between two assessments, often in one fact only."""
    regulations_of = st.sampled_from([_WARD, ND335_CIVIL_SERVANT])
    return regulations_of.flatmap(lambda one: st.tuples(assessments(one), assessments(one))).map(lambda both: what_changed(*both))


def grades_by_years() -> st.SearchStrategy[GradesByYear]:
    """An official's grades over some years, of one regulation or of two, with years that have none."""
    judged = st.one_of([assessments(one) for one in (_WARD, ND335_CIVIL_SERVANT)])
    years = st.dictionaries(st.integers(2014, 2030), judged, min_size=1, max_size=3)
    return st.builds(lambda who, found: GradesByYear(subject_id=who, assessments=found), _COMPOSED_IDS, years)


def side_by_sides() -> st.SearchStrategy[SideBySide]:
    """A verdict of the Front beside a statutory grade: alike, different, or not yet comparable."""
    statutory = st.one_of([assessments(one) for one in _STATUTORY])
    return st.tuples(_ASSESSMENTS, statutory).map(lambda sides: lay_side_by_side(*sides))


_MONTHS = {month: period_facts(period=Period.of_month(2025, month)) for month in range(1, 13)}
_SOME_MONTHS = st.sets(st.sampled_from(sorted(_MONTHS)), max_size=4)
_GRADING_WEIGHTS = st.sampled_from(Weights)


@st.composite
def year_facts(draw: st.DrawFn) -> YearFacts:
    """The facts of a year made of its months: with leave, gaps and months that contradict each other."""
    months = [draw(_MONTHS[month]) for month in sorted(draw(_SOME_MONTHS))]
    return roll_up(_WARD, months, year=_YEAR, weights=draw(_GRADING_WEIGHTS))


def stints() -> st.SearchStrategy[Stint]:
    """Times at a body."""
    return st.builds(Stint, body_id=_IDENTIFIERS, period=_PERIODS)


_WINDOW = Period.of_year(2014)
_DECLINE = Lapse(
    id="suy thoái",
    person_id="p9",
    found_on=_WINDOW.start,
    kind=LapseKind.MORAL_DECLINE,
    about=Label("biểu hiện suy thoái", "signs of decline"),
    sources=["minutes-9"],
)
# Built once: Hypothesis checks each strategy object anew.
_LAPSES = lapses()
_LABELS = labels()
_MAYBE_CITATION = st.one_of(st.none(), citations())


def single_lapses() -> st.SearchStrategy[Lapse]:
    """Single lapses of a person, of a unit, or of both."""
    return parts(_LAPSES, lambda some: some or (_DECLINE,))


def step_rules() -> st.SearchStrategy[StepRule]:
    """Rules that propose a step after so many lapses."""
    return st.builds(
        StepRule,
        step=st.sampled_from(SanctionStep),
        gravity=st.sampled_from(Gravity),
        lapses=st.integers(1, 4),
        citation=_MAYBE_CITATION,
    )


def report_rules() -> st.SearchStrategy[ReportRule]:
    """Rules on what is reported to whom."""
    return st.builds(
        ReportRule,
        kind=st.sampled_from(LapseKind),
        to=st.sampled_from(["party_committee", "inspection board"]),
        label=_LABELS,
        contested_too=st.booleans(),
        citation=_MAYBE_CITATION,
    )


def escalation_policies() -> st.SearchStrategy[EscalationPolicy]:
    """Policies of escalation over the year 2014 or a part of it."""
    return st.builds(
        EscalationPolicy,
        window=st.sampled_from([_WINDOW, Period.of_quarter(2014, 2)]),
        rules=st.one_of(st.just(STEP_RULES), st.lists(step_rules(), min_size=1, max_size=3)),
        reports=st.lists(report_rules(), max_size=2),
        unit_answers_for_people=st.booleans(),
        step_up=st.booleans(),
    )


def taken_sanctions(*, subject_id: str | None = None) -> st.SearchStrategy[TakenSanction]:
    """Measures that were taken around the year 2014."""
    return st.builds(
        TakenSanction,
        id=identifiers(),
        subject_id=identifiers() if subject_id is None else st.just(subject_id),
        step=st.sampled_from(SanctionStep),
        taken_on=st.integers(-60, 400).map(lambda later: days_after(_WINDOW.start, later)),
    )


_POLICIES = escalation_policies()
_TAKEN = st.lists(
    st.one_of([taken_sanctions(subject_id=who) for who in ("p1", "p2", "u1")]), max_size=2, unique_by=attrgetter("id")
)


@st.composite
def _proposals(draw: st.DrawFn, *, reported: bool = False) -> tuple[SanctionProposal, ...]:
    policy = draw(_POLICIES)
    if reported:
        rule = ReportRule(kind=LapseKind.MORAL_DECLINE, to="party_committee", label=draw(_LABELS))
        policy = EscalationPolicy(window=_WINDOW, rules=policy.rules, reports=(*policy.reports, rule))
    found = [*draw(_LAPSES), _DECLINE]
    return escalate(found, policy, taken=draw(_TAKEN))


def sanction_proposals() -> st.SearchStrategy[SanctionProposal]:
    """Proposals of measures for people and units; some propose nothing."""
    return parts(_proposals(), lambda some: some)


def sanction_reports() -> st.SearchStrategy[SanctionReport]:
    """Reports of lapses to the body that is competent."""
    return parts(_proposals(reported=True), lambda some: [report for one in some for report in one.reports])


def petition_rules():
    """The shipped rules of petitions, and one of a place's own without numbers."""
    return st.sampled_from(sorted(PETITION_RULES.values(), key=attrgetter("code")))


_DAYS_LATER = st.integers(0, 40)


@st.composite
def petitions(draw, *, about=None):
    """Petitions open and answered, by either rule, in time and too late; about a decision, or about any."""
    rule = draw(petition_rules())
    published = rule.in_force_from if about is None else max(rule.in_force_from, about.decided_on)
    received = published + timedelta(days=draw(_DAYS_LATER))
    result = draw(st.sampled_from([None, SecondLook.KEPT, SecondLook.CHANGED]))
    return Petition(
        id=draw(_IDENTIFIERS),
        subject_id=draw(_IDENTIFIERS) if about is None else about.subject_id,
        decision_id=draw(_IDENTIFIERS) if about is None else about.id,
        rule=rule,
        published_on=draw(st.sampled_from([None, published])),
        received_on=received,
        answered_on=None if result is None else received + timedelta(days=draw(_DAYS_LATER)),
        result=result,
        new_decision_id=draw(_IDENTIFIERS) if result is SecondLook.CHANGED else None,
    )


@st.composite
def reopenings(draw):
    """Reopenings, open and closed, with what they rest on."""
    opened = REGULATION_366.issued + timedelta(days=draw(_DAYS_LATER))
    result = draw(st.sampled_from([None, SecondLook.KEPT, SecondLook.CHANGED]))
    return Reopening(
        id=draw(_IDENTIFIERS),
        subject_id=draw(_IDENTIFIERS),
        decision_id=draw(_IDENTIFIERS),
        opened_on=opened,
        opened_by=draw(_DECIDERS),
        voices=draw(st.lists(st.sampled_from(ReopeningVoice), min_size=1)),
        sources=draw(st.lists(_IDENTIFIERS, max_size=2, unique=True)),
        closed_on=None if result is None else opened + timedelta(days=draw(_DAYS_LATER)),
        result=result,
        new_decision_id=draw(_IDENTIFIERS) if result is SecondLook.CHANGED else None,
    )


@st.composite
def decision_files(draw):
    """Files of one result: a decision of 2026, perhaps changed on a petition, perhaps being looked at again."""
    first = attrs.evolve(
        draw(decisions()), id="qd-1", ground=DecisionGround.ORIGINAL, supersedes=None, decided_on=date(2026, 12, 1)
    )
    result = draw(st.sampled_from([None, SecondLook.KEPT, SecondLook.CHANGED]))
    is_changed = result is SecondLook.CHANGED
    asked = Petition(
        id="kn-1",
        subject_id=first.subject_id,
        decision_id="qd-1",
        rule=PETITION_RULES["employee_law"],
        published_on=date(2026, 12, 2),
        received_on=date(2026, 12, 4) + timedelta(days=draw(st.integers(0, 6))),
        answered_on=None if result is None else date(2026, 12, 20),
        result=result,
        new_decision_id="qd-2" if is_changed else None,
    )
    second = attrs.evolve(
        first, id="qd-2", ground=DecisionGround.PETITION, supersedes="qd-1", decided_on=date(2026, 12, 20), assessment=draw(_ASSESSMENTS)
    )
    opened = Reopening(
        id="xx-1", subject_id=first.subject_id, decision_id="qd-1", opened_on=date(2026, 12, 10), opened_by="board", voices=[ReopeningVoice.PEOPLE]
    )
    return decision_file(
        [first, second] if is_changed else [first],
        "qd-1",
        petitions=[asked],
        reopenings=draw(st.sampled_from([(), (opened,)])),
        on=date(2026, 12, 3) + timedelta(days=draw(_DAYS_LATER)),
        calendar=draw(st.sampled_from([None, WorkingDays(known=Period.of_year(2026))])),
    )


def petition_standings():
    """How it stands with petitions."""
    return decision_files().filter(lambda file: file.petitions).map(lambda file: file.petitions[0])
