"""Every error names each place, the value that stands there, and what would be right: judging and what it stands on.

One case a line of the rules: what is given, and all that the error says of it. "≠" stands between what was found and what is expected.
"""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

import supervision_core as sc
from supervision_core import Period
from supervision_core.criteria import (
    NO_RULE,
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Comparison,
    Exemption,
    Holds,
    Implication,
    Ladder,
    Measure,
    Not,
    Quantity,
    Rung,
    Term,
    Unless,
    YesNo,
)
from supervision_core.regulations import GOOD_PERFORMANCE_2014 as WARD, RESIDENCE_2014
from supervision_core.values import Cycle

L = sc.Label("mục", "item")
A = Holds(code="a")
NODE = "a criterion: Holds, Compare, Not, AllOf, AnyOf, AtLeast or Unless"
EXACT = "an exact number: int, Fraction or Decimal"
VALUE = "True, False, an exact number (int, Fraction, Decimal), or None for unknown"
YES = {"a": True}
MOMENT = datetime(2024, 1, 1)  # noqa: DTZ001  a moment of no day
DAY, LATER = date(2024, 5, 1), date(2024, 6, 1)
MAY = Period.of_month(2024, 5)
YEAR = Period.of_year(2024)
GOOD = sc.assess(WARD, sc.Facts.of({"duties.fairly_done": False}))
HOME = sc.assess(RESIDENCE_2014, sc.Facts())


def grade(rank, code=None):
    return sc.Grade(code=code or f"g{rank}", label=L, rank=rank)


def ladder(*criteria, codes="ab", facts=None, implications=()):
    facts = [YesNo(code=code, label=L) for code in codes] if facts is None else facts
    rungs = [Rung(grade=grade(len(criteria) - place), criterion=one) for place, one in enumerate(criteria)]
    return Ladder(facts=facts, implications=implications, rungs=rungs)


def implied(code, then_code, answer=True, then_answer=True):
    return Implication(code=code, answer=answer, then_code=then_code, then_answer=then_answer, label=L)


def at_least(bound, **weights):
    return Compare(
        quantity=Quantity(terms=[Term(code=code, weight=weight) for code, weight in weights.items()]),
        comparison=Comparison.AT_LEAST,
        bound=bound,
    )


def measure(code="m", **given):
    return Measure(code=code, label=L, **{"low": 0, "high": 9, "step": 1, **given})


def decision(name="1", **given):
    return sc.judging.Decision(**{"id": name, "subject_id": "s", "assessment": GOOD, "decided_on": DAY, "decided_by": "board", **given})


def appeal(name, supersedes, **given):
    return decision(name, ground=sc.judging.DecisionGround.APPEAL, supersedes=supersedes, **{"decided_on": LATER, **given})


def lapse(name="l", **given):
    return sc.judging.Lapse(**{"id": name, "person_id": "p", "found_on": DAY, "about": L, "sources": ["e"], **given})


def taken(name="t", **given):
    return sc.judging.TakenSanction(**{"id": name, "subject_id": "p", "step": sc.judging.SanctionStep.REMIND, "taken_on": DAY, **given})


def part(period=MAY, state=sc.judging.PeriodState.WORKED, **given):
    return sc.judging.PeriodFacts(period=period, state=state, **given)


def says(make, lines):
    """The whole error, line by line: place, found ≠ expected [code]."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [f"{one.place}: {one.found} ≠ {one.expected} [{one.code}]" for one in raised.value.faults] == lines or pytest.fail(
        "\n" + str(raised.value)
    )


GROUND = [
    (lambda: sc.Fact(code="", why="w", sources="e", value=0.5, state="x"), [
        "Fact ''.code: '' ≠ at least one visible character [blank]",
        "Fact ''.why: 'w' ≠ a Label, or None [wrong_kind]",
        "Fact ''.sources: 'e' ≠ a collection of ids [not_a_collection]",
        f"Fact ''.value: 0.5 ≠ {VALUE} [wrong_fact_type]",
        "Fact ''.state: 'x' ≠ one of FactState.FOUND, FactState.NOT_SHOWN, FactState.CONTESTED, FactState.NOT_APPLICABLE [wrong_kind]",
    ]),
    (lambda: sc.Fact(code="a", state=sc.FactState.FOUND), ["Fact 'a'.value: None ≠ a value, since the state is FOUND [missing]"]),
    (lambda: sc.Fact(code="a", value=True, state=sc.FactState.NOT_SHOWN), ["Fact 'a'.value: True ≠ None, since the state is NOT_SHOWN [surplus]"]),
    (lambda: sc.Fact(code="a", state=sc.FactState.CONTESTED), ["Fact 'a'.sources: () ≠ the sources that contradict each other [missing]"]),
    (lambda: sc.Facts((5,)), ["Facts.facts[0]: 5 ≠ a Fact [wrong_kind]"]),
    (lambda: sc.Facts((sc.Fact(code="b"), sc.Fact(code="b"), sc.Fact(code="a"), sc.Fact(code="a"), sc.Fact(code="c"))), [
        "Facts.facts: 'a' ≠ each code once [duplicate]",
        "Facts.facts: 'b' ≠ each code once [duplicate]",
    ]),
    (lambda: sc.Facts.of(5), ["Facts.values: 5 ≠ a mapping from codes to values [wrong_kind]"]),
    (lambda: sc.Facts.of(YES, sources=5), ["Facts.sources: 5 ≠ a mapping from codes to source ids [wrong_kind]"]),
    (lambda: sc.Facts.of({"é": True, "e\u0301": True}), ["Facts.values: ['é', 'é'] ≠ each once; two are alike in composed Unicode [duplicate]"]),
    (lambda: sc.Facts.of({"": 0.5, 7: True}, sources={"z": ["e"]}), [
        "Facts['']: '' ≠ at least one visible character [blank]",
        f"Facts['']: 0.5 ≠ {VALUE} [wrong_fact_type]",
        "Facts[7]: 7 ≠ text (str) [not_text]",
        "Facts.sources['z']: ['e'] ≠ a code listed with a value or None [sources_without_fact]",
    ]),
    (lambda: sc.Facts.of({"a": Decimal("NaN"), "b": 10**100}), [
        f"Facts['a']: Decimal('NaN') ≠ {EXACT} [wrong_fact_type]",
        f"Facts['b']: 1{'0' * 78}… ≠ at most 100 digits [wrong_fact_type]",
    ]),
    (lambda: sc.Facts.of(YES, sources={"a": "e"}), ["Fact 'a'.sources: 'e' ≠ a collection of ids [not_a_collection]"]),
    (lambda: Period(start="x", end=MOMENT), [
        "Period.start: 'x' ≠ a day (datetime.date) [not_a_day]",
        "Period.end: datetime.datetime(2024, 1, 1, 0, 0) ≠ a day (datetime.date) [not_a_day]",
    ]),
    (lambda: Period(start=DAY, end=DAY), ["Period.end: datetime.date(2024, 5, 1) ≠ a day after 2024-05-01 [empty_period]"]),
    (lambda: Period.of_quarter(2024, 5), ["Period.of_quarter.quarter: 5 ≠ at most 4 [too_large]"]),
    (lambda: Period.of_quarter(2024, 0), ["Period.of_quarter.quarter: 0 ≠ at least 1 [too_small]"]),
    (lambda: Period.of_half_year(2024, 3), ["Period.of_half_year.half: 3 ≠ at most 2 [too_large]"]),
    (lambda: Period.of_months("x", 0), [
        "Period.of_months.start: 'x' ≠ a day (datetime.date) [not_a_day]",
        "Period.of_months.months: 0 ≠ at least 1 [too_small]",
    ]),
    (lambda: Period.of_week("x"), ["Period.of_week.day: 'x' ≠ a day (datetime.date) [not_a_day]"]),
    (lambda: Period.of_days(1, 2), [
        "Period.of_days.first: 1 ≠ a day (datetime.date) [not_a_day]",
        "Period.of_days.last: 2 ≠ a day (datetime.date) [not_a_day]",
    ]),
    (lambda: Period.of_days(LATER, DAY), ["Period.of_days.last: datetime.date(2024, 5, 1) ≠ a day from 2024-06-01, and not the calendar's last [empty_period]"]),
    (lambda: Period.of_days(DAY, date.max), ["Period.of_days.last: datetime.date(9999, 12, 31) ≠ a day from 2024-05-01, and not the calendar's last [empty_period]"]),
    (lambda: Cycle(anchor="x", weeks=-1, months="m"), [
        "Cycle.anchor: 'x' ≠ a day (datetime.date) [not_a_day]",
        "Cycle.weeks: -1 ≠ at least 0 [too_small]",
        "Cycle.months: 'm' ≠ a whole number (int) [not_whole]",
    ]),
    (lambda: Cycle(), ["Cycle: (0, 0) ≠ either weeks or months, at least 1 [no_length]"]),
    (lambda: Cycle(weeks=1, months=2), ["Cycle: (1, 2) ≠ either weeks or months, at least 1 [no_length]"]),
]  # fmt: skip

CRITERIA = [
    (lambda: YesNo(code="", label="x", favourable=1, not_applicable_as=0, citation="c"), [
        "YesNo ''.code: '' ≠ at least one visible character [blank]",
        "YesNo ''.label: 'x' ≠ a Label [wrong_kind]",
        "YesNo ''.favourable: 1 ≠ True or False, or None [wrong_kind]",
        "YesNo ''.not_applicable_as: 0 ≠ True or False, or None [wrong_kind]",
        "YesNo ''.citation: 'c' ≠ a Citation, or None [wrong_kind]",
    ]),
    (lambda: Measure(code="", label="x", low=0.5, high="1", step=None, only_steps=1, higher_is_better=0, unit="%", citation="c"), [
        "Measure ''.code: '' ≠ at least one visible character [blank]",
        "Measure ''.label: 'x' ≠ a Label [wrong_kind]",
        "Measure ''.only_steps: 1 ≠ True or False [wrong_kind]",
        "Measure ''.higher_is_better: 0 ≠ True or False, or None [wrong_kind]",
        "Measure ''.unit: '%' ≠ a Label, or None [wrong_kind]",
        "Measure ''.citation: 'c' ≠ a Citation, or None [wrong_kind]",
        f"Measure ''.low: 0.5 ≠ {EXACT} [not_exact]",
        f"Measure ''.high: '1' ≠ {EXACT} [not_exact]",
        f"Measure ''.step: None ≠ {EXACT} [not_exact]",
    ]),
    (lambda: measure(step=0), ["Measure 'm'.step: '0' ≠ more than 0 [too_small]"]),
    (lambda: measure(low=5, high=4), ["Measure 'm'.high: '4' ≠ at least low, 5 [too_small]"]),
    (lambda: measure(low=1, high=9, step=3), ["Measure 'm'.step: '3' ≠ a whole number of steps from 1 to 9 [off_grid]"]),
    (lambda: measure(not_applicable_as=10), ["Measure 'm'.not_applicable_as: '10' ≠ a number from 0 to 9 [out_of_range]"]),
    (lambda: measure(not_applicable_as=Fraction(1, 2), only_steps=True), ["Measure 'm'.not_applicable_as: '1/2' ≠ a number from 0 to 9 in steps of 1 [out_of_range]"]),
    (lambda: Term(code="", weight=0.5), ["Term.code: '' ≠ at least one visible character [blank]", f"Term.weight: 0.5 ≠ {EXACT} [not_exact]"]),
    (lambda: Term(code="m", weight=10**100), [f"Term.weight: 1{'0' * 78}… ≠ at most 100 digits [too_many_digits]"]),
    (lambda: Term(code="m", weight=Decimal("-inf")), [f"Term.weight: Decimal('-Infinity') ≠ {EXACT} [not_finite]"]),
    (lambda: Term(code="m", weight=0), ["Term.weight: 0 ≠ a weight other than 0 [zero]"]),
    (lambda: Quantity(terms=["m"], constant=0.5, label="x"), [
        "Quantity.terms[0]: 'm' ≠ a Term [wrong_kind]",
        f"Quantity.constant: 0.5 ≠ {EXACT} [not_exact]",
        "Quantity.label: 'x' ≠ a Label, or None [wrong_kind]",
    ]),
    (lambda: Quantity(terms=[]), ["Quantity.terms: () ≠ at least one Term [empty]"]),
    (lambda: Quantity(terms=[Term(code="m"), Term(code="m")]), ["Quantity.terms: 'm' ≠ each id once [duplicate]"]),
    (lambda: Holds(code="", label="x", citation="c"), [
        "Holds.label: 'x' ≠ a Label, or None [wrong_kind]",
        "Holds.citation: 'c' ≠ a Citation, or None [wrong_kind]",
        "Holds.code: '' ≠ at least one visible character [blank]",
    ]),
    (lambda: Compare(quantity="m", comparison=">", bound=0.5), [
        "Compare.quantity: 'm' ≠ a Quantity [wrong_kind]",
        "Compare.comparison: '>' ≠ one of Comparison.AT_LEAST, Comparison.MORE_THAN, Comparison.AT_MOST, Comparison.LESS_THAN [wrong_kind]",
        f"Compare.bound: 0.5 ≠ {EXACT} [not_exact]",
    ]),
    (lambda: Not(part="a"), [f"Not.part: 'a' ≠ {NODE} [wrong_kind]"]),
    (lambda: AllOf(parts=[A, "b"]), [f"AllOf.parts[1]: 'b' ≠ {NODE} [wrong_kind]"]),
    (lambda: AnyOf(parts=["a"]), [f"AnyOf.parts[0]: 'a' ≠ {NODE} [wrong_kind]"]),
    (lambda: AnyOf(parts=5), [f"AnyOf.parts: 5 ≠ a collection, each item {NODE} [not_a_collection]"]),
    (lambda: AtLeast(count=1, parts=["a"]), [f"AtLeast.parts[0]: 'a' ≠ {NODE} [wrong_kind]"]),
    (lambda: AtLeast(count=2, parts=[A]), ["AtLeast.count: 2 ≠ at most 1 [too_large]"]),
    (lambda: AtLeast(count=-1, parts=[A]), ["AtLeast.count: -1 ≠ at least 0 [too_small]"]),
    (lambda: Exemption(label="x", when="y", then=1, citation="c"), [
        "Exemption.label: 'x' ≠ a Label [wrong_kind]",
        "Exemption.citation: 'c' ≠ a Citation, or None [wrong_kind]",
        f"Exemption.when: 'y' ≠ {NODE} [wrong_kind]",
        "Exemption.then: 1 ≠ True or False [wrong_kind]",
    ]),
    (lambda: Unless(rule="a", exemptions=["b"]), [
        f"Unless.rule: 'a' ≠ {NODE} [wrong_kind]",
        "Unless.exemptions[0]: 'b' ≠ an Exemption [wrong_kind]",
    ]),
    (lambda: sc.Grade(code="", label="x", rank=-1), [
        "Grade ''.code: '' ≠ at least one visible character [blank]",
        "Grade ''.label: 'x' ≠ a Label [wrong_kind]",
        "Grade ''.rank: -1 ≠ at least 0 [too_small]",
    ]),
    (lambda: Implication(code="", answer=1, then_code="", then_answer=0, label="x", citation="c"), [
        "Implication.code: '' ≠ at least one visible character [blank]",
        "Implication.answer: 1 ≠ True or False [wrong_kind]",
        "Implication.then_code: '' ≠ at least one visible character [blank]",
        "Implication.then_answer: 0 ≠ True or False [wrong_kind]",
        "Implication.label: 'x' ≠ a Label [wrong_kind]",
        "Implication.citation: 'c' ≠ a Citation, or None [wrong_kind]",
    ]),
    (lambda: implied("a", "a"), ["Implication.then_code: 'a' ≠ another code than `code` [same_code]"]),
    (lambda: Rung(grade="g", criterion="c", citation="d"), [
        "Rung.grade: 'g' ≠ a Grade [wrong_kind]",
        "Rung.criterion: 'c' ≠ a criterion [wrong_kind]",
        "Rung.citation: 'd' ≠ a Citation, or None [wrong_kind]",
    ]),
    (lambda: Ladder(facts=[1], implications=[2], rungs=[3]), [
        "Ladder.facts[0]: 1 ≠ a YesNo or a Measure [wrong_kind]",
        "Ladder.implications[0]: 2 ≠ an Implication [wrong_kind]",
        "Ladder.rungs[0]: 3 ≠ a Rung [wrong_kind]",
    ]),
    (lambda: ladder(A, facts=[1]), ["Ladder.facts[0]: 1 ≠ a YesNo or a Measure [wrong_kind]"]),
    (lambda: ladder(A, implications=[2]), ["Ladder.implications[0]: 2 ≠ an Implication [wrong_kind]"]),
    (lambda: ladder(codes="aa"), ["Ladder.facts: 'a' ≠ each id once [duplicate]", "Ladder.rungs: () ≠ at least one Rung [empty]"]),
    (lambda: Ladder(facts=[YesNo(code="a", label=L)], rungs=[Rung(grade=one, criterion=A) for one in (grade(1), grade(1, "h"), NO_RULE)]), [
        "Ladder.rungs: 'no_rule_matches' ≠ each id once [duplicate]",
        "Ladder.rungs: [1, 1, None] ≠ ranks that fall from rung to rung [not_best_first]",
    ]),
    (lambda: ladder(Holds(code="z"), at_least(1, a=1), implications=[implied("a", "y")]), [
        "Ladder.implications: 'y' ≠ a code that `facts` defines as a YesNo [undefined]",
        "Ladder.rungs: 'z' ≠ a code that `facts` defines as a YesNo [undefined]",
        "Ladder.rungs: 'a' ≠ a code that `facts` defines as a Measure [undefined]",
    ]),
    (lambda: ladder(at_least(1, n=1), at_least(1, n=2), at_least(1, m=1), at_least(1, m=2), facts=[measure("m"), measure("n")]), [
        "Ladder.rungs: 'm' ≠ each measure in one quantity only, or the answers are not exact [two_quantities]",
        "Ladder.rungs: 'n' ≠ each measure in one quantity only, or the answers are not exact [two_quantities]",
    ]),
    (lambda: ladder(A, implications=[implied("b", "a", answer, then) for answer in (True, False) for then in (True, False)]), [
        "Ladder.implications: 'a' ≠ implications that leave each fact a possible answer [contradiction]",
    ]),
]  # fmt: skip

JUDGING = [
    (lambda: sc.assess(5, sc.Facts()), ["regulation: 5 ≠ a Regulation that is encoded and in force [not_a_regulation]"]),
    (lambda: sc.assess(WARD, YES), ["facts: {'a': True} ≠ Facts [not_facts]"]),
    (lambda: list(sc.assess_all(WARD, [("s", YES)])), ["facts: {'a': True} ≠ Facts [not_facts]"]),
    (lambda: sc.explain(GOOD, sc.Facts.of({"duties.well_done": True})), [
        "facts: duties.well_done=True ≠ the facts that were assessed: duties.fairly_done=False [other_row]",
    ]),
    (lambda: sc.explain(sc.assess(WARD, sc.Facts.of({"duties.well_done": True, "conduct.violation": False})), sc.Facts()), [
        "facts: nothing known ≠ the facts that were assessed: conduct.violation=False, duties.well_done=True [other_row]",
    ]),
    (lambda: sc.assess(WARD, sc.Facts.of({"duties.wel_done": True, "qqqq": True, "civic.standing": 3})), [
        "Facts['civic.standing']: 3 ≠ True or False [wrong_fact_type]",
        "Facts: 'duties.wel_done' ≠ one of the nearest codes: duties.well_done, duties.fairly_done, tasks.all_done [unknown_fact]",
        "Facts: 'qqqq' ≠ a code of the regulation or the vocabulary [unknown_fact]",
    ]),
    (lambda: sc.assess(WARD, sc.Facts([sc.Fact(code="civic.standing", state=sc.FactState.NOT_APPLICABLE)])), [
        "Facts['civic.standing']: not applicable ≠ a value, since the regulation leaves no room for 'not applicable' [wrong_fact_type]",
    ]),
    (lambda: sc.assess(WARD, sc.Facts.of({"duties.well_done": True, "duties.fairly_done": False})), [
        "Facts: duties.fairly_done=False and duties.well_done=True ≠ answers that agree: Well done implies fairly well done [contradictory_facts]",
    ]),
    (lambda: sc.assess(WARD, sc.Facts(), vocabulary=[5]), ["assess.vocabulary[0]: 5 ≠ a YesNo or a Measure [wrong_kind]"]),
    (lambda: sc.remedies(WARD, sc.Facts(), target="best"), ["target: 'best' ≠ one of good, fair, below_fair [unknown_grade]"]),
    (lambda: sc.remedies(WARD, sc.Facts(), target="good", fixed=["z", "y"]), [
        "fixed: 'y' ≠ codes of the regulation's facts [unknown_code]",
        "fixed: 'z' ≠ codes of the regulation's facts [unknown_code]",
    ]),
    (lambda: sc.judging.lay_side_by_side(GOOD, HOME, front_grade="best"), [
        "front_grade: 'best' ≠ one of good, fair, below_fair [unknown_grade]",
        "statutory_grade: 'GOOD' ≠ one of fulfilled, not_fulfilled [unknown_grade]",
    ]),
    (lambda: sc.judging.profiles([("u", GOOD), ("v", HOME)]), [
        f"profiles['v']: {WARD.code} and {RESIDENCE_2014.code} ≠ assessments by one regulation [regulations_mixed]",
    ]),
    (lambda: sc.judging.Quota(grade="", falls_to="", share=0.5, base=1, rounding=2, order_by=3, citation=4), [
        "Quota.grade: '' ≠ at least one visible character [blank]",
        "Quota.falls_to: '' ≠ at least one visible character [blank]",
        f"Quota.share: 0.5 ≠ {EXACT} [not_exact]",
        "Quota.base: 1 ≠ one of QuotaBase.BELOW, QuotaBase.BELOW_AFTER, QuotaBase.BELOW_OR_BETTER, QuotaBase.ALL [wrong_kind]",
        "Quota.rounding: 2 ≠ one of Rounding.DOWN, Rounding.HALF_UP, Rounding.UP [wrong_kind]",
        "Quota.order_by: 3 ≠ a Quantity, or None [wrong_kind]",
        "Quota.citation: 4 ≠ a Citation, or None [wrong_kind]",
    ]),
    (lambda: sc.judging.Quota(grade="a", falls_to="b", share=2), ["Quota.share: '2' ≠ from 0 to 1 [out_of_range]"]),
    (lambda: sc.judging.Quota(grade="a", falls_to="b", share=Fraction(-1, 9)), ["Quota.share: '-1/9' ≠ from 0 to 1 [out_of_range]"]),
    (lambda: sc.apply_quota([("p", "u", 5), ("p", "u", GOOD), ("p", "u", GOOD), ("q", "u", HOME)], sc.judging.Quota(grade="good", falls_to="fair", share=1)), [
        "rows[0]: 5 ≠ an Assessment [wrong_kind]",
        "rows[2]: 'p' ≠ each person once [duplicate]",
        f"rows[3]: 'good' ≠ a regulation with this grade; {RESIDENCE_2014.code} has ['fulfilled', 'not_fulfilled'] [unknown_grade]",
        f"rows[3]: 'fair' ≠ a regulation with this grade; {RESIDENCE_2014.code} has ['fulfilled', 'not_fulfilled'] [unknown_grade]",
    ]),
    (lambda: sc.apply_quota([("", "u", GOOD), ("p", 7, GOOD)], sc.judging.Quota(grade="good", falls_to="fair", share=1)), [
        "rows[0].id: '' ≠ at least one visible character [blank]",
        "rows[1].group: 7 ≠ text (str) [not_text]",
    ]),
    (lambda: sc.judging.Product(units=0.5, done=1, failed_checks=-1, delays="d"), [
        f"Product.units: 0.5 ≠ {EXACT} [not_exact]",
        "Product.done: 1 ≠ True or False [wrong_kind]",
        "Product.failed_checks: -1 ≠ at least 0 [too_small]",
        "Product.delays: 'd' ≠ a whole number (int) [not_whole]",
    ]),
    (lambda: sc.judging.Product(units=0, done=True, delays=-1), ["Product.units: '0' ≠ more than 0 [too_small]", "Product.delays: -1 ≠ at least 0 [too_small]"]),
    (lambda: sc.judging.PeriodFacts(period=1, state="worked", facts=2), [
        "PeriodFacts.period: 1 ≠ a Period [wrong_kind]",
        "PeriodFacts.facts: 2 ≠ Facts [wrong_kind]",
        "PeriodFacts.state: 'worked' ≠ one of PeriodState.WORKED, PeriodState.ON_LEAVE, PeriodState.NOT_IN_POST [wrong_kind]",
    ]),
    (lambda: part(state=sc.judging.PeriodState.ON_LEAVE, facts=sc.Facts.of(YES)), ["PeriodFacts.facts: <Facts: 1> ≠ no facts of a period that was not worked [surplus]"]),
    (lambda: sc.judging.roll_up(WARD, [part(MAY), part(Period.of_days(date(2024, 5, 31), date(2024, 6, 2))), part(Period.of_month(2025, 1))], year=YEAR), [
        "roll_up.parts: Period(start=datetime.date(2025, 1, 1), end=datetime.date(2025, 2, 1)) ≠ a part of 2024-01-01 to 2024-12-31 [outside]",
        "roll_up.parts: Period(start=datetime.date(2024, 5, 31), end=datetime.date(2024, 6, 3)) ≠ a part that shares no day with 2024-05-01 to 2024-05-31 [overlap]",
    ]),
    (lambda: sc.judging.Stint(body_id="", period=5), ["Stint.body_id: '' ≠ at least one visible character [blank]", "Stint.period: 5 ≠ a Period [wrong_kind]"]),
    (lambda: sc.judging.who_rates([]), ["who_rates.stints: () ≠ at least one Stint [empty]"]),
    (lambda: sc.judging.who_rates([sc.judging.Stint(body_id="b", period=YEAR), sc.judging.Stint(body_id="a", period=MAY)]), ["who_rates.stints: 'a' from 2024-05-01 to 2024-05-31 ≠ no day of 'b', 2024-01-01 to 2024-12-31 [overlap]"]),
    (lambda: decision("", subject_id="", assessment=1, decided_on=2, decided_by="", ground="x", supersedes=""), [
        "Decision ''.id: '' ≠ at least one visible character [blank]",
        "Decision ''.subject_id: '' ≠ at least one visible character [blank]",
        "Decision ''.decided_by: '' ≠ at least one visible character [blank]",
        "Decision ''.assessment: 1 ≠ an Assessment [wrong_kind]",
        "Decision ''.decided_on: 2 ≠ a day (datetime.date) [not_a_day]",
        "Decision ''.supersedes: '' ≠ at least one visible character [blank]",
        "Decision ''.ground: 'x' ≠ one of DecisionGround.ORIGINAL, DecisionGround.APPEAL, DecisionGround.CORRECTION, DecisionGround.NEW_EVIDENCE, DecisionGround.PETITION, DecisionGround.REOPENING [wrong_kind]",
    ]),
    (lambda: decision("1", supersedes="0"), ["Decision '1'.supersedes: '0' ≠ None, since it is an original decision [surplus]"]),
    (lambda: appeal("2", None), ["Decision '2'.supersedes: None ≠ the decision that it replaces [missing]"]),
    (lambda: sc.judging.in_effect([5], on="x"), ["in_effect.on: 'x' ≠ a day (datetime.date) [not_a_day]", "in_effect.decisions[0]: 5 ≠ a Decision [wrong_kind]"]),
    (lambda: sc.judging.in_effect([decision("1"), decision("1"), appeal("2", "9"), appeal("3", "1", subject_id="t"), appeal("4", "3", subject_id="t", decided_on=DAY), appeal("5", "3", subject_id="t")], on=DAY), [
        "decisions: '1' ≠ each decision once [duplicate]",
        "Decision '2'.supersedes: '9' ≠ the id of a decision that is given too [unknown_id]",
        "Decision '3'.supersedes: '1' ≠ a decision about the same subject [other_subject]",
        "Decision '4'.supersedes: '3' ≠ a decision taken before, or on the same day [not_earlier]",
        "Decision '5'.supersedes: '3' ≠ a decision not yet replaced by 4 [replaced_twice]",
    ]),
    (lambda: sc.judging.in_effect([appeal("a", "b"), appeal("b", "a")], on=DAY), ["decisions: decisions that replace each other ≠ a later decision that replaces an earlier one [circle]"]),
    (lambda: sc.judging.decision_chain([decision("1")], "9"), ["decision_id: '9' ≠ the id of a decision that is given [unknown_id]"]),
    (lambda: sc.judging.StepRule(step="s", gravity="g", lapses=0, citation="c"), [
        "StepRule.step: 's' ≠ one of SanctionStep.REMIND, SanctionStep.CORRECT, SanctionStep.CONSIDER_DISCIPLINE [wrong_kind]",
        "StepRule.gravity: 'g' ≠ one of Gravity.MINOR, Gravity.SERIOUS, Gravity.GRAVE [wrong_kind]",
        "StepRule.lapses: 0 ≠ at least 1 [too_small]",
        "StepRule.citation: 'c' ≠ a Citation, or None [wrong_kind]",
    ]),
    (lambda: sc.judging.ReportRule(kind="k", to="", label="x", contested_too=1, citation="c"), [
        "ReportRule.contested_too: 1 ≠ True or False [wrong_kind]",
        "ReportRule.kind: 'k' ≠ one of LapseKind.DUTY, LapseKind.CONDUCT, LapseKind.INTERNAL_RULES, LapseKind.LAW, LapseKind.MORAL_DECLINE [wrong_kind]",
        "ReportRule.to: '' ≠ at least one visible character [blank]",
        "ReportRule.label: 'x' ≠ a Label [wrong_kind]",
        "ReportRule.citation: 'c' ≠ a Citation, or None [wrong_kind]",
    ]),
    (lambda: taken("", subject_id="", step="s", taken_on=1), [
        "TakenSanction ''.id: '' ≠ at least one visible character [blank]",
        "TakenSanction ''.subject_id: '' ≠ at least one visible character [blank]",
        "TakenSanction ''.step: 's' ≠ one of SanctionStep.REMIND, SanctionStep.CORRECT, SanctionStep.CONSIDER_DISCIPLINE [wrong_kind]",
        "TakenSanction ''.taken_on: 1 ≠ a day (datetime.date) [not_a_day]",
    ]),
    (lambda: sc.judging.EscalationPolicy(window=1, rules=[2], reports=[3], unit_answers_for_people=4, step_up=5), [
        "EscalationPolicy.window: 1 ≠ a Period [wrong_kind]",
        "EscalationPolicy.rules[0]: 2 ≠ a StepRule [wrong_kind]",
        "EscalationPolicy.reports[0]: 3 ≠ a ReportRule [wrong_kind]",
        "EscalationPolicy.unit_answers_for_people: 4 ≠ True or False [wrong_kind]",
        "EscalationPolicy.step_up: 5 ≠ True or False [wrong_kind]",
    ]),
    (lambda: sc.judging.EscalationPolicy(window=YEAR, rules=[]), ["EscalationPolicy.rules: () ≠ at least one StepRule [empty]"]),
    (lambda: lapse("", person_id="", unit_id="", found_on=1, kind="k", gravity="g", about="x", sources="e", state="s"), [
        "Lapse ''.id: '' ≠ at least one visible character [blank]",
        "Lapse ''.person_id: '' ≠ at least one visible character [blank]",
        "Lapse ''.unit_id: '' ≠ at least one visible character [blank]",
        "Lapse ''.found_on: 1 ≠ a day (datetime.date) [not_a_day]",
        "Lapse ''.kind: 'k' ≠ one of LapseKind.DUTY, LapseKind.CONDUCT, LapseKind.INTERNAL_RULES, LapseKind.LAW, LapseKind.MORAL_DECLINE [wrong_kind]",
        "Lapse ''.gravity: 'g' ≠ one of Gravity.MINOR, Gravity.SERIOUS, Gravity.GRAVE [wrong_kind]",
        "Lapse ''.about: 'x' ≠ a Label [wrong_kind]",
        "Lapse ''.sources: 'e' ≠ a collection of ids [not_a_collection]",
        "Lapse ''.state: 's' ≠ one of FactState.FOUND, FactState.NOT_SHOWN, FactState.CONTESTED, FactState.NOT_APPLICABLE [wrong_kind]",
    ]),
    (lambda: lapse(person_id=None, sources=[], state=sc.FactState.NOT_APPLICABLE), [
        "Lapse 'l'.person_id: None ≠ a person, a unit, or both [nobody]",
        "Lapse 'l'.sources: () ≠ the evidence behind it [missing]",
        "Lapse 'l'.state: <FactState.NOT_APPLICABLE: 'not_applicable'> ≠ FOUND, CONTESTED or NOT_SHOWN [contradiction]",
    ]),
    (lambda: sc.escalate([1], 2, taken=[3]), [
        "escalate.policy: 2 ≠ an EscalationPolicy [wrong_kind]",
        "escalate.findings[0]: 1 ≠ a Lapse [wrong_kind]",
        "escalate.taken[0]: 3 ≠ a TakenSanction [wrong_kind]",
    ]),
    (lambda: sc.escalate([lapse("a"), lapse("a")], sc.judging.EscalationPolicy(window=YEAR), taken=[taken("t"), taken("t")]), [
        "escalate.findings: 'a' ≠ each id once [duplicate]",
        "escalate.taken: 't' ≠ each id once [duplicate]",
    ]),
    (lambda: sc.escalate([lapse("a"), lapse("b", person_id=None, unit_id="p")], sc.judging.EscalationPolicy(window=YEAR)), [
        "escalate.findings: 'p' ≠ an id that is a person's or a unit's, not both [both_kinds]",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("make", "lines"), GROUND)
def test_facts_and_periods_name_what_is_wrong(make, lines):
    """Place, value and what would be right, all faults at once."""
    assert says(make, lines)


@pytest.mark.parametrize(("make", "lines"), CRITERIA)
def test_criteria_and_ladders_name_what_is_wrong(make, lines):
    """Place, value and what would be right, all faults at once."""
    assert says(make, lines)


@pytest.mark.parametrize(("make", "lines"), JUDGING)
def test_judging_names_what_is_wrong(make, lines):
    """Place, value and what would be right, all faults at once."""
    assert says(make, lines)
