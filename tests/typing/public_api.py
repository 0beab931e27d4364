"""What users' type checkers must accept and infer; checked, never run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

import attrs

import supervision_core as sc


def judge() -> str:
    """Facts in the short and the long form; the grade may be None."""
    facts = sc.Facts.of({"duties.well_done": True, "civic.standing": None, "x": 3, "y": Decimal("0.5")}, sources={"x": ["m-1"]})
    longer = sc.Facts([sc.Fact(code="a", value=Fraction(1, 2)), sc.Fact(code="b", state=sc.FactState.CONTESTED, sources=["m"])])
    result = sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, facts)
    assert_type(result, sc.Assessment)
    assert_type(result.grade, sc.Grade | None)
    assert_type(sc.assess_all(result.regulation, [("o1", longer)]), Iterator[tuple[str, sc.Assessment]])
    if result.grade is None:
        return ", ".join(grade.label.vi for grade in result.possible)
    return sc.explain(result, facts).sentence("vi")


def plan() -> int:
    """Collections of any kind are accepted; an answer is a plan or a certificate."""
    roster = sc.Roster(
        subjects={sc.Subject(id="s1")},
        lead_units=[sc.LeadUnit(id="u", max_load=None)],
        bars=(bar for bar in [sc.Bar(subject_id="s1", lead_unit_id="u", reason=sc.BarReason.KIN, severity=sc.Severity.FLAG)]),
        pins={"s1": "u"},
    )
    policy = sc.RotationPolicy(tie_break=sc.PublicDraw("QĐ 12/2026"), repeats=sc.Repeats.FORBID, objective=sc.Objective.ANNUAL)
    answer = sc.plan_year(roster, year=2021, history=sc.History.of({2020: {"s1": "u"}}), policy=policy)
    assert_type(answer, sc.Plan | sc.Infeasible)
    if isinstance(answer, sc.Infeasible):
        return answer.shortage
    changed = attrs.evolve(answer, assignments={"s1": "u"})
    assert_type(sc.verify_plan(roster, changed), tuple[sc.Fault, ...])
    return changed.loads["u"] + changed.score.value("balance")


def count() -> int:
    """Tallies add."""
    turns = sc.Tally(kind=sc.programme.CountKind.TURN, population="p", parts={"a": 1})
    return (turns + turns).total


def oblige() -> tuple[date | None, sc.Verdict]:
    """Collections of any kind are accepted; what comes next may be nothing."""
    rules = (one.with_practice(sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.WEEK)) for one in sc.regulations.THACH_THANG)
    events = {sc.Event(id="e1", obligation="citizen_reception", on=date(2025, 3, 4), sources=["m-1"])}
    waived = sc.obligations.Waiver(obligation="citizen_reception", period=sc.Period.of_month(2025, 4), ground=sc.Label("Lũ", "Floods"))
    report = sc.compliance(rules, events, sc.Period.of_year(2025), as_of=date(2025, 5, 1), waivers=[waived])
    assert_type(report, sc.obligations.Compliance)
    assert_type(report.facts, sc.Facts)
    assert_type(report.missing, tuple[sc.obligations.Occurrence, ...])
    standing = report.standings["citizen_reception"]
    assert_type(standing.last_safe_day, date | None)
    return standing.next_due, standing.verdict


def submit(report: sc.obligations.Compliance) -> sc.Review:
    """Sections are made from what the other parts answer."""
    tally = sc.Tally.over_time(sc.Tally(kind=sc.programme.CountKind.OPINION, population="p", parts={}, period=sc.Period.of_year(2020)) for _ in "a")
    assert_type(sc.publish(tally, at_least=5).parts["a"], int | None)
    session = sc.programme.DelegationSession(
        id="s",
        head_id="h",
        member_ids={"m"},
        subject_id="c",
        content=sc.Label("n", "c"),
        period=report.period,
        held_on=report.as_of,
        results=(sc.programme.AcknowledgedResult(text=sc.Label("n", "c")) for _ in "a"),
    )
    sections = (section for section in [sc.programme.compliance_section(report), sc.programme.session_section(session, as_of=report.as_of)])
    title = sc.Label("n", "c")
    return sc.Review(
        id="r",
        kind=sc.programme.ReviewKind.INTERIM,
        title=title,
        submitted_by=title,
        period=report.period,
        as_of=report.as_of,
        sections=sections,
    )
