"""What judging makes of many cases, years and targets: quotas, profiles, comparisons, remedies, decisions."""

from __future__ import annotations

from fractions import Fraction
from operator import attrgetter

from hypothesis import strategies as st

from supervision_core.criteria.definitions import YesNo
from supervision_core.facts import Fact, Facts
from supervision_core.judging.assessments import Assessment, assess
from supervision_core.judging.comparison import GradeChange, SideBySide, compare_regulations, lay_side_by_side
from supervision_core.judging.decisions import Decision, DecisionGround
from supervision_core.judging.points import Product, TaskResults, task_results
from supervision_core.judging.profiles import Profile, profiles
from supervision_core.judging.quotas import Quota, QuotaBase, QuotaResult, QuotaRow, Rounding, Undecided, apply_quota
from supervision_core.judging.remedies import Change, Remedy, Unreachable, remedies
from supervision_core.judging.years import PeriodFacts, PeriodState, Stint, Weights, YearFacts, roll_up
from supervision_core.periods import Period
from supervision_core.regulations import GOOD_PERFORMANCE_2014, ND88_PUBLIC_EMPLOYEE, ND90_REGULATIONS, RESIDENCE_2014
from supervision_core.strategies.judging import assessments, facts
from supervision_core.strategies.law import citations
from supervision_core.strategies.picking import parts
from supervision_core.strategies.times import days, periods
from supervision_core.strategies.words import identifiers
from supervision_core.text import composed

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
_GROUPS = st.sampled_from(["Văn phòng", "Tổ 7"])
_Row = tuple[str, str, Assessment]


def single_facts() -> st.SearchStrategy[Fact]:
    """Single facts of the ward's criterion: found, not shown, contested, with sources and without."""
    return parts(facts(), lambda some: some.facts or (Fact(code="civic.standing"),))


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
    ground = draw(st.sampled_from(DecisionGround))
    return Decision(
        id=draw(identifiers()),
        subject_id=draw(identifiers()) if subject_id is None else subject_id,
        assessment=draw(assessments()),
        decided_on=draw(days()),
        decided_by=draw(st.sampled_from(["Chủ tịch Ủy ban nhân dân phường", "standing board"])),
        ground=ground,
        supersedes=None if ground is DecisionGround.ORIGINAL else draw(identifiers()),
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


def _rows(*, min_size: int) -> st.SearchStrategy[list[_Row]]:
    rows = st.tuples(identifiers().map(composed), _GROUPS, assessments())
    return st.lists(rows, min_size=min_size, max_size=5, unique_by=lambda row: row[0])


def quota_results() -> st.SearchStrategy[QuotaResult]:
    """Results of quotas over a few people in two groups; ties and undetermined people are common."""
    return st.one_of(st.tuples(_rows(min_size=0), quotas()).map(lambda asked: apply_quota(*asked)), _ties())


@st.composite
def _ties(draw: st.DrawFn) -> QuotaResult:
    people = draw(st.integers(2, 4))
    best = assess(_WARD, Facts.of({fact.code: fact.favourable for fact in _WARD.ladder.facts if isinstance(fact, YesNo)}))
    rows: list[_Row] = [(f"người {number}", "Tổ dân phố 7", best) for number in range(people)]
    others = [row for row in draw(_rows(min_size=0)) if row[0] not in {who for who, _, _ in rows}]
    return apply_quota([*others, *rows], Quota(grade="good", falls_to="fair", share=Fraction(1, people), base=QuotaBase.ALL))


def quota_rows() -> st.SearchStrategy[QuotaRow]:
    """What a quota makes of single people."""
    return parts(_ties(), attrgetter("rows"))


def undecided_groups() -> st.SearchStrategy[Undecided]:
    """Ties that a quota leaves to somebody competent."""
    return parts(_ties(), attrgetter("undecided"))


def unit_profiles() -> st.SearchStrategy[Profile]:
    """Profiles of units of one to four people."""
    rows = st.lists(assessments(), min_size=1, max_size=4)
    return rows.map(lambda some: profiles([("unit", one) for one in some])["unit"])


def remedy_values() -> st.SearchStrategy[Remedy]:
    """Remedies that lead to the best grade."""
    return parts(facts(), lambda some: _remedies(some) or _remedies(Facts()))


def _remedies(some: Facts) -> tuple[Remedy, ...]:
    found = remedies(_WARD, some, target="good")
    assert isinstance(found, tuple)
    return found


def changes() -> st.SearchStrategy[Change]:
    """Single changes of remedies: of known facts, of unknown ones, and forced ones."""
    return parts(remedy_values(), attrgetter("changes"))


@st.composite
def unreachable_targets(draw: st.DrawFn) -> Unreachable:
    """Grades that stay out of reach, since a fact that keeps them off is fixed."""
    bad = draw(st.sets(st.sampled_from(_CIVIC), min_size=1, max_size=2))
    found = remedies(_WARD, Facts.of(dict.fromkeys(bad, False)), target="good", fixed=bad)
    assert isinstance(found, Unreachable)
    return found


def grade_changes() -> st.SearchStrategy[GradeChange]:
    """What becomes of a grade under another regulation; the two here have no grade in common."""
    pairs = st.sampled_from([(_WARD, RESIDENCE_2014), (RESIDENCE_2014, _WARD)])
    asked = st.tuples(pairs, identifiers().map(composed), facts())
    return asked.map(lambda drawn: compare_regulations(*drawn[0], [drawn[1:]])[0])


def side_by_sides() -> st.SearchStrategy[SideBySide]:
    """A verdict of the Front beside a statutory grade: alike, different, or not yet comparable."""
    statutory = st.sampled_from(_STATUTORY).flatmap(assessments)
    return st.tuples(assessments(), statutory).map(lambda sides: lay_side_by_side(*sides))


def period_facts(*, period: Period | None = None) -> st.SearchStrategy[PeriodFacts]:
    """The facts of a period, or that it was not worked."""
    when = periods() if period is None else st.just(period)
    idle = st.sampled_from([PeriodState.ON_LEAVE, PeriodState.NOT_IN_POST])
    return st.one_of(
        st.builds(PeriodFacts, period=when, state=st.just(PeriodState.WORKED), facts=facts()),
        st.builds(PeriodFacts, period=when, state=idle),
    )


def year_facts() -> st.SearchStrategy[YearFacts]:
    """The facts of a year made of its months: with leave, gaps and months that contradict each other."""
    months = st.sets(st.integers(1, 12), max_size=4).flatmap(
        lambda drawn: st.tuples(*(period_facts(period=Period.of_month(2025, month)) for month in sorted(drawn)))
    )
    asked = st.tuples(months, st.sampled_from(Weights))
    return asked.map(lambda drawn: roll_up(_WARD, drawn[0], year=_YEAR, weights=drawn[1]))


def stints() -> st.SearchStrategy[Stint]:
    """Times at a body."""
    return st.builds(Stint, body_id=identifiers(), period=periods())
