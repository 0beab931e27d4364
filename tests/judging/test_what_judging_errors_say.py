"""What is wrong with columns and rows, decisions that are looked at again, caps and parts of a year: place, value, what would be right.

One case a line of the rules: what is given, and all that is said of it. "≠" stands between what was found and what is expected.
What stands in ``tests/contract/test_what_errors_say.py`` is not said again.
"""

from datetime import date
from fractions import Fraction

import attrs
import pytest

import supervision_core as sc
from supervision_core import FactState, Period
from supervision_core.judging import (
    PETITION_RULES,
    Decision,
    DecisionGround,
    Judged,
    PeriodFacts,
    PeriodState,
    Petition,
    Quota,
    Reopening,
    ReopeningVoice,
    SecondLook,
    decision_file,
)
from supervision_core.regulations import CIVIC_CODES, GOOD_PERFORMANCE_2014 as WARD, RESIDENCE_2014

ND335 = sc.regulations.ND335_CIVIL_SERVANT
DONE = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(CIVIC_CODES, True)}
GOOD, OPEN = sc.assess(WARD, sc.Facts.of(DONE)), sc.assess(WARD, sc.Facts())
HOME = sc.assess(RESIDENCE_2014, sc.Facts())
DAY = date(2026, 12, 1)
A_DAY, AN_ID, YES_NO = "a day (datetime.date)", "at least one visible character", "True or False"
PAIR = "a pair (id, Facts)"
REGULATION = "a Regulation that is encoded and in force"

FIRST = Decision(id="1", subject_id="o1", assessment=OPEN, decided_on=DAY, decided_by="board")
SECOND = attrs.evolve(FIRST, id="2", decided_on=date(2026, 12, 15), ground=DecisionGround.PETITION, supersedes="1")
RULE = PETITION_RULES["employee_law"]
ASKED = Petition(id="k", subject_id="o1", decision_id="1", rule=RULE, published_on=DAY, received_on=date(2026, 12, 4))
OPENED = Reopening(id="x", subject_id="o1", decision_id="1", opened_on=date(2026, 12, 10), opened_by="board", voices=[ReopeningVoice.PEOPLE])


def changed(one, **more):
    ends = {"answered_on": date(2026, 12, 15)} if isinstance(one, Petition) else {"closed_on": date(2026, 12, 15)}
    return attrs.evolve(one, **{**ends, "result": SecondLook.CHANGED, "new_decision_id": "2", **more})


def file_of(*decisions, petitions=(), reopenings=(), on=date(2026, 12, 31)):
    return decision_file(decisions or (FIRST,), "1", petitions=petitions, reopenings=reopenings, on=on)


def row(code, cell, regulation=WARD):
    """The fault of the only row of a column."""
    [(_, fault)] = sc.assess_columns(regulation, {code: [cell]}).faults
    raise sc.InvalidInput((fault,))


def rows_of(judged):
    """The faults of a judged table, each with the number of its row in front of its place."""
    raise sc.InvalidInput(attrs.evolve(fault, place=f"{number}: {fault.place}") for number, fault in judged.faults)


def quota(**given):
    return Quota(**{"grade": "good", "falls_to": "fair", "share": 1, **given})


TABLES = [
    (lambda: sc.assess_columns(5, 6), [f"assess_columns.regulation: 5 ≠ {REGULATION} [wrong_kind]", "assess_columns.columns: 6 ≠ a mapping from codes to columns [wrong_kind]"]),
    (lambda: sc.assess_columns(WARD, {"": []}), [f"assess_columns.columns: '' ≠ {AN_ID} [blank]"]),
    (lambda: sc.assess_columns(WARD, {"é": [], "e\u0301": []}), ["assess_columns.columns: ['é', 'é'] ≠ each once; two are alike in composed Unicode [duplicate]"]),
    (lambda: sc.assess_columns(WARD, {"duties.wel_done": [True]}), [
        "columns: 'duties.wel_done' ≠ one of the nearest codes: duties.well_done, duties.fairly_done, tasks.all_done [unknown_fact]",
    ]),
    (lambda: sc.assess_columns(WARD, {"civic.standing": "yes", "conduct.violation": 5}), [
        "columns['civic.standing']: <class 'str'> ≠ a sequence of cells, such as a list or a column of a data frame [not_a_collection]",
        "columns['conduct.violation']: <class 'int'> ≠ a sequence of cells, such as a list or a column of a data frame [not_a_collection]",
    ]),
    (lambda: sc.assess_columns(WARD, {"civic.standing": [True, None], "conduct.violation": [False], "duties.well_done": [None] * 3}), [
        "columns['conduct.violation']: 1 cell ≠ 2, as in civic.standing [unequal_length]",
        "columns['duties.well_done']: 3 cells ≠ 2, as in civic.standing [unequal_length]",
    ]),
    (lambda: sc.assess_columns(WARD, {"civic.standing": [True, None]}, ids=["a"]), ["ids: 1 ≠ a sequence of 2, one a row [unequal_length]"]),
    (lambda: sc.assess_columns(WARD, {"civic.standing": [True, None]}, ids=5), ["ids: <class 'int'> ≠ a sequence of 2, one a row [unequal_length]"]),
    (lambda: rows_of(sc.assess_columns(WARD, {"civic.standing": [True] * 5}, ids=["a", "", "a", "b", 7])), [
        f"1: ids: '' ≠ {AN_ID} [blank]",
        "2: ids: 'a' ≠ each id once; row 0 has it [duplicate]",
        "4: ids: 7 ≠ text (str) [not_text]",
    ]),
    (lambda: rows_of(sc.judging.assess_rows(WARD, [("a", sc.Facts()), 5, ("b", 6), ("a", sc.Facts()), ("c", sc.Facts.of({"civic.standing": 3}))])), [
        f"1: pairs: 5 ≠ {PAIR} [wrong_kind]",
        "2: facts: 6 ≠ Facts [not_facts]",
        "3: pairs: 'a' ≠ each id once; row 0 has it [duplicate]",
        f"4: Facts['civic.standing']: 3 ≠ {YES_NO} [wrong_fact_type]",
    ]),
    (lambda: sc.judging.assess_rows(5, 6), [f"assess_rows.regulation: 5 ≠ {REGULATION} [wrong_kind]", f"assess_rows.pairs: 6 ≠ a collection, each item {PAIR} [not_a_collection]"]),
    (lambda: list(sc.assess_all(5, 6, vocabulary=[7])), [
        f"assess_all.pairs: 6 ≠ a collection, each item {PAIR} [not_a_collection]",
        "assess_all.regulation: 5 ≠ a Regulation [wrong_kind]",
        "assess_all.vocabulary[0]: 7 ≠ a YesNo or a Measure [wrong_kind]",
    ]),
    (lambda: row("civic.standing", 1), ["columns['civic.standing']: 1 ≠ True, False or nothing [wrong_fact_type]"]),
    (lambda: row("civic.standing", sc.Fact(code="conduct.violation", value=True)), [
        "columns['civic.standing']: 'conduct.violation' ≠ a fact of the code civic.standing [wrong_fact_type]",
    ]),
    (lambda: row("civic.standing", FactState.FOUND), [
        f"columns['civic.standing']: {FactState.FOUND!r} ≠ a value; FOUND alone says none [wrong_fact_type]",
    ]),
    (lambda: row("civic.standing", FactState.NOT_APPLICABLE), [
        "Facts['civic.standing']: not applicable ≠ a value, since the regulation leaves no room for 'not applicable' [wrong_fact_type]",
    ]),
    (lambda: row(ND335.ladder.facts[0].code, "x", ND335), [f"columns['{ND335.ladder.facts[0].code}']: 'x' ≠ an exact number, or nothing [wrong_fact_type]"]),
    (lambda: row(ND335.ladder.facts[0].code, True, ND335), [f"columns['{ND335.ladder.facts[0].code}']: True ≠ an exact number, or nothing [wrong_fact_type]"]),
    (lambda: row("points.general", 31, ND335), ["columns['points.general']: 31 ≠ a number from 0 to 30 [wrong_fact_type]"]),
    (lambda: row("points.general", Fraction(-1, 2), ND335), ["columns['points.general']: Fraction(-1, 2) ≠ a number from 0 to 30 [wrong_fact_type]"]),
    (lambda: sc.judging.columns_of(5), ["columns_of.pairs: 5 ≠ pairs (id, Facts), or Facts by id [not_a_collection]"]),
    (lambda: sc.judging.columns_of([("a", sc.Facts()), 5, ("b", 6), ("a", sc.Facts()), ("", sc.Facts()), ("c", sc.Facts(), 1)]), [
        f"columns_of.pairs[1]: 5 ≠ {PAIR} [wrong_kind]",
        f"columns_of.pairs[2]: a tuple of 2 ≠ {PAIR} [wrong_kind]",
        f"columns_of.pairs[5]: a tuple of 3 ≠ {PAIR} [wrong_kind]",
        "columns_of.pairs: 'a' ≠ each id once [duplicate]",
        f"columns_of.pairs: '' ≠ {AN_ID} [blank]",
    ]),
    (lambda: Judged(regulation=WARD, assessments=(OPEN, None), faults=(), ids=("a", "b")).counts(["u"]), ["groups: 1 ≠ a sequence of 2, one a row [unequal_length]"]),
    (lambda: Judged(regulation=WARD, assessments=(OPEN, None), faults=(), ids=("a", "b")).missed(["", 7]), [
        f"groups[0]: '' ≠ {AN_ID} [blank]",
        "groups[1]: 7 ≠ text (str) [not_text]",
    ]),
    (lambda: Judged(regulation=WARD, assessments=(), faults=(), ids=("",)), [f"Judged.ids: '' ≠ {AN_ID} [blank]"]),
]  # fmt: skip

AGAIN = [
    (lambda: attrs.evolve(FIRST, receipt=5), ["Decision '1'.receipt: 5 ≠ a fingerprint, or None [wrong_kind]"]),
    (lambda: attrs.evolve(FIRST, receipt="0" * 63), [f"Decision '1'.receipt: '{'0' * 63}' ≠ 64 hexadecimal digits, as fingerprint() gives them [not_a_fingerprint]"]),
    (lambda: attrs.evolve(FIRST, receipt="0" * 65), [f"Decision '1'.receipt: '{'0' * 65}' ≠ 64 hexadecimal digits, as fingerprint() gives them [not_a_fingerprint]"]),
    (lambda: attrs.evolve(RULE, code="", categories=["a", "a"], may_ask_again=1, in_force_until=RULE.in_force_from), [
        f"PetitionRule ''.code: '' ≠ {AN_ID} [blank]",
        "PetitionRule ''.categories: 'a' ≠ each id once [duplicate]",
        f"PetitionRule ''.may_ask_again: 1 ≠ {YES_NO}, or None [wrong_kind]",
        f"PetitionRule ''.in_force_until: {RULE.in_force_from!r} ≠ a day after in_force_from [empty_period]",
    ]),
    (lambda: RULE.binds("x"), [f"PetitionRule.binds.day: 'x' ≠ {A_DAY} [not_a_day]"]),
    (lambda: sc.judging.petition_rule("", on=1), [f"petition_rule.category: '' ≠ {AN_ID} [blank]", f"petition_rule.on: 1 ≠ {A_DAY} [not_a_day]"]),
    (lambda: attrs.evolve(ASKED, id="", subject_id="", decision_id="", new_decision_id=""), [
        f"Petition ''.id: '' ≠ {AN_ID} [blank]",
        f"Petition ''.subject_id: '' ≠ {AN_ID} [blank]",
        f"Petition ''.decision_id: '' ≠ {AN_ID} [blank]",
        f"Petition ''.new_decision_id: '' ≠ {AN_ID} [blank]",
    ]),
    (lambda: attrs.evolve(ASKED, received_on=date(2026, 11, 30)), [
        f"Petition 'k'.received_on: {date(2026, 11, 30)!r} ≠ 2026-12-01, the day of publication, or later [not_later]",
    ]),
    (lambda: attrs.evolve(ASKED, published_on=None, received_on=date(2026, 6, 30)), ["Petition 'k'.rule: 'employee_law' ≠ a rule in force on 2026-06-30 [not_in_force]"]),
    (lambda: attrs.evolve(ASKED, answered_on=date(2026, 12, 3)), [
        f"Petition 'k'.answered_on: {date(2026, 12, 3)!r} ≠ 2026-12-04 or later [not_later]",
        "Petition 'k'.result: None ≠ a SecondLook, since there is answered_on [missing]",
    ]),
    (lambda: attrs.evolve(ASKED, result=SecondLook.CHANGED), [
        "Petition 'k'.result: 'CHANGED' ≠ None, since there is no answered_on [surplus]",
        "Petition 'k'.new_decision_id: None ≠ the decision that replaces it [missing]",
    ]),
    (lambda: changed(ASKED, result=SecondLook.KEPT), ["Petition 'k'.new_decision_id: '2' ≠ None, since no result was changed [surplus]"]),
    (lambda: attrs.evolve(OPENED, id="", subject_id="", decision_id="", opened_by="", new_decision_id=""), [
        f"Reopening ''.id: '' ≠ {AN_ID} [blank]",
        f"Reopening ''.subject_id: '' ≠ {AN_ID} [blank]",
        f"Reopening ''.decision_id: '' ≠ {AN_ID} [blank]",
        f"Reopening ''.opened_by: '' ≠ {AN_ID} [blank]",
        f"Reopening ''.new_decision_id: '' ≠ {AN_ID} [blank]",
    ]),
    (lambda: attrs.evolve(OPENED, opened_on=date(2025, 8, 29), voices=[], sources=["s", "s"]), [
        "Reopening 'x'.sources: 's' ≠ each id once [duplicate]",
        f"Reopening 'x'.opened_on: {date(2025, 8, 29)!r} ≠ 2025-08-30, when the Regulation came into force, or later [not_in_force]",
        "Reopening 'x'.voices: 'none' ≠ at least one ReopeningVoice [empty]",
    ]),
    (lambda: attrs.evolve(OPENED, closed_on=date(2026, 12, 9)), [
        f"Reopening 'x'.closed_on: {date(2026, 12, 9)!r} ≠ 2026-12-10 or later [not_later]",
        "Reopening 'x'.result: None ≠ a SecondLook, since there is closed_on [missing]",
    ]),
    (lambda: attrs.evolve(OPENED, result=SecondLook.KEPT), ["Reopening 'x'.result: 'KEPT' ≠ None, since there is no closed_on [surplus]"]),
    (lambda: decision_file(5, 6, on=DAY), ["decisions.decisions: 5 ≠ a collection, each item a Decision [not_a_collection]", "decisions.decision_id: 6 ≠ text (str) [not_text]"]),
    (lambda: decision_file([FIRST], "1", petitions=[1], reopenings=[2], on=3, calendar=4), [
        "decision_file.petitions[0]: 1 ≠ a Petition [wrong_kind]",
        "decision_file.reopenings[0]: 2 ≠ a Reopening [wrong_kind]",
        f"decision_file.on: 3 ≠ {A_DAY} [not_a_day]",
        "decision_file.calendar: 4 ≠ WorkingDays, or None [wrong_kind]",
    ]),
    (lambda: sc.judging.decision_chain([5], 6), ["decision_chain.decisions[0]: 5 ≠ a Decision [wrong_kind]", "decision_chain.decision_id: 6 ≠ text (str) [not_text]"]),
    (lambda: file_of(on=date(2026, 11, 30)), ["decision_file.on: 2026-11-30 ≠ 2026-12-01, when the first decision was taken, or later [too_early]"]),
    (lambda: file_of(petitions=[ASKED, ASKED], reopenings=[attrs.evolve(OPENED, id="k"), attrs.evolve(OPENED, id="k")]), [
        "Petition 'k': 'k' ≠ each id once [duplicate]",
        "Reopening 'k': 'k' ≠ each id once [duplicate]",
    ]),
    (lambda: file_of(petitions=[attrs.evolve(ASKED, decision_id="7")], reopenings=[attrs.evolve(OPENED, decision_id="8")]), [
        "Petition 'k'.decision_id: '7' ≠ the id of a decision that is given [unknown_id]",
        "Reopening 'x'.decision_id: '8' ≠ the id of a decision that is given [unknown_id]",
    ]),
    (lambda: file_of(petitions=[attrs.evolve(ASKED, subject_id="o2")], reopenings=[attrs.evolve(OPENED, subject_id="o3")]), [
        "Petition 'k'.subject_id: 'o2' ≠ whom the decision is about [other_subject]",
        "Reopening 'x'.subject_id: 'o3' ≠ whom the decision is about [other_subject]",
    ]),
    (lambda: file_of(attrs.evolve(FIRST, decided_on=date(2026, 12, 11)), petitions=[ASKED], reopenings=[OPENED]), [
        "Petition 'k': 2026-12-04 ≠ 2026-12-11, the day of the decision, or later [not_later]",
        "Reopening 'x': 2026-12-10 ≠ 2026-12-11, the day of the decision, or later [not_later]",
    ]),
    (lambda: file_of(FIRST, SECOND, reopenings=[changed(OPENED)]), [
        "Reopening 'x'.new_decision_id: '2' ≠ a decision that replaces '1' with DecisionGround.REOPENING [other_decision]",
    ]),
    (lambda: file_of(FIRST, attrs.evolve(SECOND, ground=DecisionGround.REOPENING), petitions=[changed(ASKED)]), [
        "Petition 'k'.new_decision_id: '2' ≠ a decision that replaces '1' with DecisionGround.PETITION [other_decision]",
    ]),
    (lambda: file_of(FIRST, SECOND, petitions=[changed(ASKED, new_decision_id="9")]), [
        "Petition 'k'.new_decision_id: '9' ≠ a decision that replaces '1' with DecisionGround.PETITION [other_decision]",
    ]),
    (lambda: file_of(FIRST, SECOND, petitions=[changed(ASKED, decision_id="2", received_on=date(2026, 12, 15))]), [
        "Petition 'k'.new_decision_id: '2' ≠ a decision that replaces '2' with DecisionGround.PETITION [other_decision]",
    ]),
    (lambda: attrs.evolve(file_of(), subject_id="", on=1), [f"DecisionFile.on: 1 ≠ {A_DAY} [not_a_day]", f"DecisionFile.subject_id: '' ≠ {AN_ID} [blank]"]),
    (lambda: attrs.evolve(file_of(), decisions=()), ["DecisionFile.decisions: 'none' ≠ at least one Decision [empty]"]),
    (lambda: sc.judging.CaseChange(before=GOOD, after=HOME), [
        f"CaseChange.after: '{RESIDENCE_2014.code} {RESIDENCE_2014.version}' ≠ an assessment by {WARD.code} {WARD.version} [other_regulation]",
    ]),
    (lambda: GOOD.verdict_of(5), [
        "Assessment.verdict_of.criterion: 5 ≠ a Holds or a Compare or a Not or an AllOf or an AnyOf or an AtLeast or a Unless [wrong_kind]",
    ]),
    (lambda: GOOD.verdict_of(sc.criteria.Holds(code="z")), [
        f"verdict_of.criterion: a Holds ≠ a criterion of {WARD.code}, or a part of one [unknown_id]",
    ]),
]  # fmt: skip

YEAR, MAY = Period.of_year(2024), Period.of_month(2024, 5)


def part(period=MAY, state=PeriodState.WORKED, **facts):
    return PeriodFacts(period=period, state=state, facts=sc.Facts.of({code.replace("__", "."): value for code, value in facts.items()}))


def cap(rows, **given):
    return sc.apply_quota([(f"p{number}", "u", one) for number, one in enumerate(rows)], quota(**given))


POINTS = sc.criteria.Quantity(terms=[sc.criteria.Term(code="points", weight=1)])

CAPS_AND_YEARS = [
    (lambda: quota(falls_to="good"), ["Quota.falls_to: 'good' ≠ another grade than `grade` [same_code]"]),
    (lambda: quota(then_by=POINTS), ["Quota.order_by: None ≠ a Quantity, since there is a second order [missing]"]),
    (lambda: quota(raised_share=2, share=Fraction(-1, 2)), [
        "Quota.share: '-1/2' ≠ from 0 to 1 [out_of_range]",
        "Quota.raised_share: '2' ≠ from 0 to 1 [out_of_range]",
    ]),
    (lambda: quota(then_by=1, order_by=2, small_below=-1, small_places=-2, raised_share=0.5), [
        "Quota.raised_share: 0.5 ≠ an exact number: int, Fraction or Decimal [not_exact]",
        "Quota.order_by: 2 ≠ a Quantity, or None [wrong_kind]",
        "Quota.then_by: 1 ≠ a Quantity, or None [wrong_kind]",
        "Quota.small_below: -1 ≠ at least 0 [too_small]",
        "Quota.small_places: -2 ≠ at least 0 [too_small]",
    ]),
    (lambda: sc.apply_quota(5, 6, earlier=7), [
        "apply_quota.quota: 6 ≠ a Quota [wrong_kind]",
        "apply_quota.earlier: 7 ≠ a QuotaResult, or None [wrong_kind]",
        "apply_quota.rows: 5 ≠ a collection, each item an id, a group and an Assessment [not_a_collection]",
    ]),
    (lambda: sc.apply_quota([5, ("p", "u"), ("p", "u", 6)], quota()), [
        "rows[0]: 5 ≠ an id, a group and an Assessment [wrong_kind]",
        "rows[1]: ('p', 'u') ≠ an id, a group and an Assessment [wrong_kind]",
        "rows[2]: 6 ≠ an Assessment [wrong_kind]",
    ]),
    (lambda: sc.apply_quota([("p", "u", GOOD)], quota(), raised_for=["w", "v", "u"]), [
        "raised_for: 'v' ≠ a group of the rows [unknown_group]",
        "raised_for: 'w' ≠ a group of the rows [unknown_group]",
    ]),
    (lambda: cap([GOOD], grade="fair", falls_to="good"), ["quota.falls_to: 'good' ≠ a lower grade than fair [not_lower]"]),
    (lambda: cap([GOOD], order_by=POINTS), [f"quota.order_by: 'points' ≠ a measure of {WARD.code} [unknown_code]"]),
    (lambda: cap([GOOD], order_by=attrs.evolve(POINTS, terms=[sc.criteria.Term(code="civic.standing", weight=1)])), [
        f"quota.order_by: 'civic.standing' ≠ a measure of {WARD.code} [unknown_code]",
    ]),
    (lambda: sc.judging.held_to_unit(1, 2), ["held_to_unit.head: 1 ≠ an Assessment [wrong_kind]", "held_to_unit.unit: 2 ≠ an Assessment [wrong_kind]"]),
    (lambda: sc.judging.held_to_unit(GOOD, HOME), [
        f"held_to_unit.unit: fulfilled ≠ a grade of {WARD.code} [unknown_grade]",
        f"held_to_unit.unit: not_fulfilled ≠ a grade of {WARD.code} [unknown_grade]",
    ]),
    (lambda: sc.judging.who_rates([1], comment_after_months=-1), ["who_rates.comment_after_months: -1 ≠ at least 0 [too_small]", "who_rates.stints[0]: 1 ≠ a Stint [wrong_kind]"]),
    (lambda: sc.judging.who_rates([], comment_after_months=12 * 9999 + 1), [
        "who_rates.comment_after_months: 119989 ≠ at most 119988 [too_large]",
        "who_rates.stints: () ≠ at least one Stint [empty]",
    ]),
    (lambda: sc.judging.roll_up(1, [2], year=3, weights=4), [
        f"roll_up.regulation: 1 ≠ {REGULATION} [wrong_kind]",
        "roll_up.weights: 4 ≠ one of Weights.EQUAL, Weights.BY_DAYS [wrong_kind]",
        "roll_up.parts[0]: 2 ≠ a PeriodFacts [wrong_kind]",
        "roll_up.year: 3 ≠ a Period [wrong_kind]",
    ]),
    (lambda: sc.judging.roll_up(WARD, [part(civic__standing=3), part(Period.of_month(2024, 6), qqqq=True)], year=YEAR), [
        f"roll_up.parts, 2024-05-01 to 2024-05-31: Facts['civic.standing']: 3 ≠ {YES_NO} [wrong_fact_type]",
        "roll_up.parts, 2024-06-01 to 2024-06-30: Facts: 'qqqq' ≠ a code of the regulation or the vocabulary [unknown_fact]",
    ]),
    (lambda: sc.judging.roll_up(WARD, [part(duties__well_done=True, duties__fairly_done=False)], year=YEAR), [
        "roll_up.parts, 2024-05-01 to 2024-05-31: Facts: duties.fairly_done=False and duties.well_done=True ≠ answers that agree: Well done implies fairly well done [contradictory_facts]",
    ]),
    (lambda: sc.judging.GradesByYear(subject_id="", assessments={}), [f"GradesByYear.subject_id: '' ≠ {AN_ID} [blank]"]),
    (lambda: sc.judging.GradesByYear(subject_id="a", assessments={}), ["GradesByYear.assessments: () ≠ at least one year [empty]"]),
    (lambda: sc.judging.GradesByYear(subject_id="a", assessments=[(2024, GOOD), (0, GOOD), (2024, OPEN), (10_000, GOOD)]), [
        "GradesByYear.assessments[0]: 0 ≠ at least 1 [too_small]",
        "GradesByYear.assessments: 2024 ≠ each year once [duplicate_year]",
        "GradesByYear.assessments[3]: 10000 ≠ at most 9999 [too_large]",
        "GradesByYear.assessments: 10000 ≠ at most 100 years from the first to the last [too_large]",
    ]),
    (lambda: sc.judging.GradesByYear(subject_id="a", assessments=[(1924, GOOD), (2000, GOOD), (2024, GOOD)]), [
        "GradesByYear.assessments: 2024 ≠ at most 100 years from the first to the last [too_large]",
    ]),
    (lambda: sc.judging.GradesByYear(subject_id="a", assessments=[("x", GOOD), (2024, GOOD)]), ["GradesByYear.assessments[0][0]: 'x' ≠ a whole number (int) [not_whole]"]),
    (lambda: sc.judging.GradesByYear(subject_id="a", assessments=[(True, GOOD)]), ["GradesByYear.assessments[0][0]: True ≠ a whole number (int) [not_whole]"]),
    (lambda: sc.judging.GradesByYear(subject_id="a", assessments={2024: GOOD}).assessment("x"), ["GradesByYear.assessment.year: 'x' ≠ a whole number (int) [not_whole]"]),
]  # fmt: skip


def says(make):
    """The whole error, line by line: place, found ≠ expected [code]."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [f"{one.place}: {one.found} ≠ {one.expected} [{one.code}]" for one in raised.value.faults]


@pytest.mark.parametrize(("make", "lines"), TABLES)
def test_tables_of_people_name_what_is_wrong(make, lines):
    """The column or the row, the cell, and what would be right; a bad row stands beside its number."""
    assert says(make) == lines


@pytest.mark.parametrize(("make", "lines"), AGAIN)
def test_what_is_looked_at_again_names_what_is_wrong(make, lines):
    """Decisions, petitions, reopenings, and what is laid beside each other: by the paper and its field."""
    assert says(make) == lines


@pytest.mark.parametrize(("make", "lines"), CAPS_AND_YEARS)
def test_caps_and_parts_of_a_year_name_what_is_wrong(make, lines):
    """Caps, who rates, and the parts that a year is made of, each by its own days."""
    assert says(make) == lines


def test_a_century_of_grades_is_the_most():
    """From the first year to the last: a hundred years are told, and one more is refused above."""
    assert len(sc.judging.GradesByYear(subject_id="a", assessments=[(1925, GOOD), (2024, GOOD)]).years) == 100


def test_what_is_asked_on_the_day_of_the_decision_is_in_time():
    """Neither a petition nor a reopening on the very day is too early for it."""
    file = file_of(petitions=[attrs.evolve(ASKED, received_on=DAY)], reopenings=[attrs.evolve(OPENED, opened_on=DAY)], on=DAY)

    assert (len(file.petitions), len(file.reopenings)) == (1, 1)


def test_a_cap_on_other_people_is_refused():
    """The earlier cap must be on the very same people, those that were undetermined too."""
    earlier = sc.apply_quota([("p", "u", GOOD), ("q", "u", OPEN)], quota())

    assert says(lambda: sc.apply_quota([("p", "u", GOOD)], quota(), earlier=earlier))[0].endswith("≠ the result of a cap on the same people [other_people]")
    assert says(lambda: sc.apply_quota([("p", "u", GOOD), ("q", "u", OPEN), ("r", "u", GOOD)], quota(), earlier=earlier))[0].startswith("earlier: ")
    again = sc.apply_quota([("q", "u", OPEN), ("p", "u", GOOD)], quota(), earlier=earlier)
    assert {*again.undetermined, *(row.subject_id for row in again.rows)} == {"p", "q"}
