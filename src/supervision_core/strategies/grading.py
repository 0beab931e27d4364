"""What judging makes of many cases, years and targets: quotas, profiles, comparisons, remedies, decisions."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from operator import attrgetter

from hypothesis import strategies as st

from supervision_core.criteria.nodes import YesNo
from supervision_core.judging.assessing import Assessment, assess
from supervision_core.judging.compare import GradeChange, Profile, SideBySide, compare_regulations, lay_side_by_side, profiles
from supervision_core.judging.decisions import Decision, DecisionGround
from supervision_core.judging.quotas import Quota, QuotaBase, QuotaResult, QuotaRow, Rounding, Undecided, apply_quota
from supervision_core.judging.what_if import Change, Remedy, Unreachable, remedies
from supervision_core.judging.yearly import (
    PeriodFacts,
    PeriodState,
    Product,
    Stint,
    TaskResults,
    Weights,
    YearFacts,
    roll_up,
    task_results,
)
from supervision_core.regulations import GOOD_PERFORMANCE_2014, ND88_PUBLIC_EMPLOYEE, ND90_REGULATIONS, RESIDENCE_2014
from supervision_core.strategies.judging import assessments, facts
from supervision_core.strategies.law import citations
from supervision_core.strategies.picking import parts
from supervision_core.strategies.times import days, periods
from supervision_core.strategies.words import identifiers
from supervision_core.values.facts import Fact, Facts
from supervision_core.values.periods import Period
from supervision_core.values.text import composed

__all__ = [
    "changes",
    "decisions",
    "grade_changes",
    "period_facts",
    "products",
    "quota_results",
    "quota_rows",
    "quotas",
    "remedy_values",
    "side_by_sides",
    "single_facts",
    "stints",
    "task_result_values",
    "undecided_groups",
    "unit_profiles",
    "unreachable_targets",
    "year_facts",
]

_WARD = GOOD_PERFORMANCE_2014
_STATUTORY = (ND88_PUBLIC_EMPLOYEE, *(one for one in ND90_REGULATIONS if one.category == "public_employee"))
_CIVIC = tuple(fact.code for fact in _WARD.ladder.facts if fact.code.startswith("civic."))
_YEAR = Period.of_year(2025)
_Row = tuple[str, str, Assessment]

# Built once: Hypothesis checks each strategy object anew.
_IDENTIFIERS = identifiers()
_COMPOSED_IDS = _IDENTIFIERS.map(composed)
_DAYS = days()
_PERIODS = periods()
_FACTS = facts()
_ASSESSMENTS = assessments()
_GROUPS = st.sampled_from(["Văn phòng", "Tổ 7"])
_GROUNDS = st.sampled_from(DecisionGround)
_DECIDERS = st.sampled_from(["Chủ tịch Ủy ban nhân dân phường", "standing board"])


def single_facts() -> st.SearchStrategy[Fact]:
    """Single facts of the ward's criterion: found, not shown, contested, with sources and without."""
    return parts(_FACTS, lambda some: some.facts or (Fact(code="civic.standing"),))


def products() -> st.SearchStrategy[Product]:
    """Products or tasks: done or not, sent back, late, more than a unit or less."""
    units = st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(3)])
    times = st.integers(0, 6)
    return st.builds(Product, units=units, done=st.booleans(), failed_checks=times, delays=times)


def task_result_values() -> st.SearchStrategy[TaskResults]:
    """Percentages of quantity, quality and progress; unknown where nothing was assigned."""
    return st.lists(products(), max_size=4).map(task_results)


@st.composite
def decisions(draw: st.DrawFn, *, subject_id: str | None = None) -> Decision:
    """Decisions on a grade: original ones, and ones that replace an earlier one."""
    ground = draw(_GROUNDS)
    return Decision(
        id=draw(_IDENTIFIERS),
        subject_id=draw(_IDENTIFIERS) if subject_id is None else subject_id,
        assessment=draw(_ASSESSMENTS),
        decided_on=draw(_DAYS),
        decided_by=draw(_DECIDERS),
        ground=ground,
        supersedes=None if ground is DecisionGround.ORIGINAL else draw(_IDENTIFIERS),
    )


def quotas() -> st.SearchStrategy[Quota]:
    """Quotas on the ward's best grade, by every base and rounding."""
    return st.builds(
        Quota,
        grade=st.just("good"),
        falls_to=st.just("fair"),
        share=st.sampled_from([Fraction(1, 5), Fraction(1, 2), Fraction(0), Fraction(1)]),
        base=st.sampled_from(QuotaBase),
        rounding=st.sampled_from(Rounding),
        citation=st.one_of(st.none(), citations()),
    )


_ROWS: st.SearchStrategy[list[_Row]] = st.lists(
    st.tuples(_COMPOSED_IDS, _GROUPS, _ASSESSMENTS), max_size=5, unique_by=lambda row: row[0]
)
_HOW_MANY_TIE = st.integers(2, 4)


def quota_results() -> st.SearchStrategy[QuotaResult]:
    """Results of quotas over a few people in two groups; ties and undetermined people are common."""
    return st.one_of(st.tuples(_ROWS, quotas()).map(lambda asked: apply_quota(*asked)), _ties())


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
    return parts(_ties(), attrgetter("rows"))


def undecided_groups() -> st.SearchStrategy[Undecided]:
    """Ties that a quota leaves to somebody competent."""
    return parts(_ties(), attrgetter("undecided"))


def unit_profiles() -> st.SearchStrategy[Profile]:
    """Profiles of units of one to four people."""
    rows = st.lists(_ASSESSMENTS, min_size=1, max_size=4)
    return rows.map(lambda some: profiles([("unit", one) for one in some])["unit"])


def remedy_values() -> st.SearchStrategy[Remedy]:
    """Remedies that lead to the best grade."""
    return parts(_FACTS, lambda some: _remedies(some) or _remedies(Facts()))


def _remedies(some: Facts) -> tuple[Remedy, ...]:
    found = remedies(_WARD, some, target="good")
    assert isinstance(found, tuple)
    return found


def changes() -> st.SearchStrategy[Change]:
    """Single changes of remedies: of known facts, of unknown ones, and forced ones."""
    return parts(remedy_values(), attrgetter("changes"))


_BAD_CONDUCT = st.sets(st.sampled_from(_CIVIC), min_size=1, max_size=2)


@st.composite
def unreachable_targets(draw: st.DrawFn) -> Unreachable:
    """Grades that stay out of reach, since a fact that keeps them off is fixed."""
    bad = draw(_BAD_CONDUCT)
    found = remedies(_WARD, Facts.of(dict.fromkeys(bad, False)), target="good", fixed=bad)
    assert isinstance(found, Unreachable)
    return found


def grade_changes() -> st.SearchStrategy[GradeChange]:
    """What becomes of a grade under another regulation; the two here have no grade in common."""
    pairs = st.sampled_from([(_WARD, RESIDENCE_2014), (RESIDENCE_2014, _WARD)])
    asked = st.tuples(pairs, _COMPOSED_IDS, _FACTS)
    return asked.map(lambda drawn: compare_regulations(*drawn[0], [drawn[1:]])[0])


def side_by_sides() -> st.SearchStrategy[SideBySide]:
    """A verdict of the Front beside a statutory grade: alike, different, or not yet comparable."""
    statutory = st.one_of([assessments(one) for one in _STATUTORY])
    return st.tuples(_ASSESSMENTS, statutory).map(lambda sides: lay_side_by_side(*sides))


def period_facts(*, period: Period | None = None) -> st.SearchStrategy[PeriodFacts]:
    """The facts of a period, or that it was not worked."""
    when = _PERIODS if period is None else st.just(period)
    idle = st.sampled_from([PeriodState.ON_LEAVE, PeriodState.NOT_IN_POST])
    return st.one_of(
        st.builds(PeriodFacts, period=when, state=st.just(PeriodState.WORKED), facts=_FACTS),
        st.builds(PeriodFacts, period=when, state=idle),
    )


_MONTHS = {month: period_facts(period=Period.of_month(2025, month)) for month in range(1, 13)}
_SOME_MONTHS = st.sets(st.sampled_from(sorted(_MONTHS)), max_size=4)
_WEIGHTS = st.sampled_from(Weights)


@st.composite
def year_facts(draw: st.DrawFn) -> YearFacts:
    """The facts of a year made of its months: with leave, gaps and months that contradict each other."""
    months = [draw(_MONTHS[month]) for month in sorted(draw(_SOME_MONTHS))]
    return roll_up(_WARD, months, year=_YEAR, weights=draw(_WEIGHTS))


def stints() -> st.SearchStrategy[Stint]:
    """Times at a body."""
    return st.builds(Stint, body_id=_IDENTIFIERS, period=_PERIODS)
