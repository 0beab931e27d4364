"""Mistakes once planted by hand that no test noticed: each has a test here that does, at every border and not at one.

``docs/explanation/mutation.md`` lists them.
"""

import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

import supervision_core as sc
from contract.callables import callables
from contract.junk import call, parameters
from contract.test_junk import asked, is_value, names
from supervision_core.obligations import Frequency, TimeUnit
from supervision_core.programme import CountBy, CountKind, MatterKind, MatterStep, StepKind, SupervisionTurn
from supervision_core.serialization import InvalidDocument, from_document, to_document
from supervision_core.values.labels import day_text

LABEL = sc.Label("a", "a")
LAST_DAYS = [date(2025, month + 1, 1) - timedelta(days=1) for month in range(1, 12)] + [date(2025, 12, 31)]


@pytest.mark.parametrize("month", range(1, 13))
def test_each_month_is_counted_in_its_quarter(month):
    """The first and the last day of each month: three months a quarter, January in the first."""
    for on in (date(2025, month, 1), LAST_DAYS[month - 1]):
        turn = SupervisionTurn(id="t", on=on, lead_unit_id="front", subject_ids=["o1"])
        found = sc.programme.count_turns([turn], kind=CountKind.TURN, by=CountBy.QUARTER, population="x", period=sc.Period.of_year(2025))

        quarter = next(number for number, months in enumerate(((1, 2, 3), (4, 5, 6), (7, 8, 9), (10, 11, 12)), 1) if month in months)
        assert {key: count for key, count in found.parts.items() if count} == {f"2025-Q{quarter}": 1}
        assert on in sc.Period.of_quarter(2025, quarter)


@pytest.mark.parametrize(("before", "after", "missed"), [(False, False, 12), (True, True, 12), (False, True, 11), (True, False, 11)])
def test_a_rule_that_lets_no_deputy_stand_in_is_another_rule(before, after, missed):
    """Where that alone changes on 15 January, January is a broken month of either rule; where nothing changes it is a whole one."""
    turn, law = date(2026, 1, 15), sc.regulations.GOOD_PERFORMANCE_2014.citation
    rule = sc.Obligation(
        code="x", label=LABEL, required=Frequency(times=1, per=TimeUnit.MONTH), right=None, citation=law, in_force_from=date(2025, 1, 1),
        in_force_until=turn, no_deputy=before,
    )  # fmt: skip
    later = attrs.evolve(rule, in_force_from=turn, in_force_until=None, no_deputy=after)
    report = sc.compliance([rule, later], [], sc.Period.of_year(2026), as_of=date(2027, 2, 1))

    months = [one.period.start.month for one in report.missing]
    assert months == list(range(13 - missed, 13))


def test_passing_a_matter_on_does_not_clear_the_head():
    """It stays a matter put to the head, and is none of whoever it was passed on to."""
    raised, due = date(2025, 3, 1), date(2025, 5, 1)
    matter = sc.programme.Matter(id="m1", kind=MatterKind.PRESSING_MATTER, text=LABEL, addressee_id="chair", raised_on=raised, due=due)
    passed_on = MatterStep(matter_id="m1", kind=StepKind.FORWARDED, on=date(2025, 3, 5), to_id="city", sources=["letter"])

    def answers(head):
        facts = sc.programme.head_facts([matter], [passed_on], head_id=head, as_of=due + timedelta(days=1))
        return [facts.get(one.code).value for one in sc.programme.HEAD_FACTS]

    assert sc.programme.follow_up([matter], [passed_on], as_of=due)["m1"].with_id == "city"
    assert answers("chair") == [False, False]
    assert answers("city") == [None, None]


def test_the_missed_months_are_crossed_out_and_no_others():
    """In the picture of a year with months done, missed, open and still to come, as told by the text of each band."""
    law = sc.regulations.GOOD_PERFORMANCE_2014.citation
    rule = sc.Obligation(code="x", label=LABEL, required=Frequency(times=1, per=TimeUnit.MONTH), right=None, citation=law)
    held = [sc.Event(id=f"e{month}", obligation="x", on=date(2025, month, 9)) for month in (1, 2, 5)]
    report = sc.compliance([rule], held, sc.Period.of_year(2025), as_of=date(2025, 7, 15))
    drawn = sc.rendering.to_svg(report, lang="en")

    bands = [(title, body.count("sc-p-missing-cross")) for title, body in re.findall(r"<g><title>(.*?)</title>(.*?)</g>", drawn)]
    states = [one.state.name for one in report.standings["x"].required]
    assert states == ["DONE", "DONE", "MISSING", "MISSING", "DONE", "MISSING", "OPEN", *["UPCOMING"] * 5]
    assert [crosses for _, crosses in bands] == [2 if state == "MISSING" else 0 for state in states]
    assert all(one.state_label.en.casefold() in title.casefold() for (title, _), one in zip(bands, report.standings["x"].required, strict=True))
    # The key explains the cross once more.
    assert drawn.count('sc-p-missing-cross"') == 2 * states.count("MISSING") + 2


@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_is_written_in_the_official_style(month):
    """Nghị định 30/2020/NĐ-CP: a zero before days below 10 and before months 1 and 2, before nothing else."""
    written = {1: "01", 2: "02"}.get(month, str(month))

    assert day_text(date(2026, month, 1), "vi") == f"01/{written}/2026"
    assert day_text(date(2026, month, 9), "vi") == f"09/{written}/2026"
    assert day_text(date(2026, month, 10), "vi") == f"10/{written}/2026"


NUMBERS = {
    "value": sc.Facts([sc.Fact(code="x", value=Fraction(7, 2))]),
    "low": sc.criteria.Measure(code="x", label=LABEL, low=Fraction(7, 2), high=Fraction(9, 2), step=1),
    "weight": sc.criteria.Term(code="x", weight=Fraction(7, 2)),
}


@pytest.mark.parametrize("field", NUMBERS)
@pytest.mark.parametrize("number", ["3/1", "0/1", "-3/1", "6/2", "3/-1", "03", "1/02"])
def test_a_number_of_a_document_is_written_in_one_way(number, field):
    """In lowest terms, and a whole number without a denominator; a fact's value, a measure's end and a weight alike."""
    document = to_document(NUMBERS[field])
    assert "7/2" in str(document)

    def replaced(part):
        if isinstance(part, dict):
            return {key: replaced(value) for key, value in part.items()}
        if isinstance(part, list):
            return [replaced(value) for value in part]
        return number if part == "7/2" else part

    with pytest.raises(InvalidDocument) as raised:
        from_document(replaced(document), type(NUMBERS[field]))
    assert [problem.path.rpartition(".")[2] for problem in raised.value.problems] == [field]
    assert number in raised.value.problems[0].found


#: Values of each plain kind that lie outside what most fields allow.
ODD = {
    bool: (),
    int: (-1, -(10**6), 10**9),
    str: ("", "  ", "a\nb", "a\u200bb"),
    date: (date.min, date.max),
    Fraction: (Fraction(-1), Fraction(10**9)),
    Decimal: (Decimal(-1),),
}
#: Fields whose value decides what another may be; the fault names that other one.
DECIDES = {
    ("criteria.Measure", "low"),  # the step has to go into what is left, and the end comes after the start
    ("criteria.Measure", "high"),
    ("evidence.Dossier", "subject_id"),  # all evidence is about the subject
    ("evidence.Feedback", "received_on"),  # what follows a day is told by the day that follows
    ("evidence.TimeLimit", "in_force_from"),
    ("judging.Petition", "published_on"),
    ("judging.Petition", "received_on"),
    ("judging.Reopening", "opened_on"),
    ("obligations.Event", "on"),
    ("programme.PublishedTally", "at_least"),  # each count that is shown is as great
    ("values.Cycle", "months"),  # either weeks or months: the whole cycle has no length
    ("values.Period", "start"),
}


def misnamed(callee):
    """Fields whose odd value, of the right kind, is refused without any fault that names the field."""
    owner, arguments = asked(callee)
    for name in parameters(callee):
        for odd in ODD.get(type(arguments.get(name)), ()):
            try:
                call(callee, owner, {**arguments, name: odd})
            except sc.InvalidInput as error:
                if not any(names(fault.place, name) for fault in error.faults):
                    yield callee.name, name


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
@pytest.mark.parametrize("callee", [one for one in callables() if parameters(one) and is_value(one)], ids=lambda one: one.name)
def test_what_is_out_of_range_is_named_by_its_field(callee):
    """A value of the right kind that a field does not allow is told by the place of that field, not of its neighbour."""
    assert set(misnamed(callee)) <= DECIDES
