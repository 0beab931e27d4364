"""Every kind of value has a generator, and what it makes behaves as a value: copies, hashes, other processes."""

import copy
import inspect
import os
import pickle
import subprocess
import sys
from datetime import timedelta

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings, strategies as st

import generators
import supervision_core as sc
from contract.kinds import every_kind
from supervision_core import strategies
from supervision_core.criteria import Holds, Implication, Ladder, Rung, YesNo
from supervision_core.strategies import registry

KINDS = every_kind()
OTHER_PROCESS = """
import pickle, sys
given = pickle.load(sys.stdin.buffer)
sys.stdout.buffer.write(pickle.dumps([(value, hash(value), pickle.loads(pickle.dumps(value)) == value) for value in given]))
"""


def name_of(kind):
    return kind.__name__


def one_of(kind):
    """One generated value."""
    found = []

    @settings(max_examples=2, database=None, phases=[Phase.generate])
    @given(st.from_type(kind))
    def collect(value):
        found.append(value)

    collect()
    return found[-1]


@pytest.mark.parametrize("kind", KINDS, ids=name_of)
def test_generated_values_behave_as_values(kind):
    """``st.from_type`` gives instances that are hashable, equal to their copies, pickles and evolved selves, and never change."""

    @settings(max_examples=20)
    @given(st.from_type(kind))
    def check(value):
        assert type(value) is kind
        for other in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value)), attrs.evolve(value)):
            assert type(other) is kind
            assert other == value
            assert hash(other) == hash(value)
        assert value != object()
        field = attrs.fields(kind)[0].name
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            setattr(value, field, None)

    check()


@pytest.mark.parametrize("kind", KINDS, ids=name_of)
def test_values_are_made_of_their_fields(kind):
    """What is read field by field, under the names that ``match`` uses too, makes an equal value."""

    @settings(max_examples=3)
    @given(st.from_type(kind))
    def check(value):
        made_of = {field.alias: getattr(value, field.name) for field in attrs.fields(kind) if field.init}

        assert kind(**made_of) == value

    check()


def impossible_yes():
    """A regulation by which yes to x would mean both yes and no to y."""
    label = sc.Label("x", "x")
    implications = [Implication(code="x", answer=True, then_code="y", then_answer=answer, label=label) for answer in (True, False)]
    ladder = Ladder(
        facts=[YesNo(code=code, label=label) for code in "xy"],
        implications=implications,
        rungs=[Rung(grade=sc.Grade(code="g", label=label, rank=1), criterion=Holds(code="y"))],
    )
    ward = sc.regulations.GOOD_PERFORMANCE_2014
    return sc.Regulation(code="invented", version=1, label=label, category="invented", citation=ward.citation, ladder=ladder)


@given(strategies.facts(impossible_yes(), complete=True))
def test_facts_never_contradict_each_other(facts):
    """An answer that cannot be is drawn the other way."""
    assert facts.get("x").value is False
    assert sc.assess(impossible_yes(), facts).grade is not None


@settings(max_examples=10)
@given(st.from_type(sc.Infeasible), st.from_type(sc.judging.Decision), st.from_type(sc.Dossier), st.from_type(sc.Remedy))
def test_values_match_by_keyword(infeasible, decision, dossier, remedy):
    """Nested values are taken apart in one pattern."""
    match infeasible, decision, dossier, remedy:
        case (
            sc.Infeasible(violations=(sc.rotation.Violation(kind=kind, example=example), *_)),
            sc.judging.Decision(assessment=sc.Assessment(regulation=sc.Regulation(code=code))),
            sc.Dossier(period=sc.Period(start=start)),
            sc.Remedy(changes=(sc.judging.Change(needed=needed), *_)),
        ):
            seen = (kind, example, code, start, needed)
        case _:
            seen = None

    first = infeasible.violations[0]
    assert seen == (first.kind, first.example, decision.assessment.regulation.code, dossier.period.start, remedy.changes[0].needed)


def test_values_cross_processes():
    """A process with another hash seed reads every kind, finds it equal to its copies, and hands it back equal."""
    given_values = [one_of(kind) for kind in KINDS]
    ran = subprocess.run(
        [sys.executable, "-c", OTHER_PROCESS],
        input=pickle.dumps(given_values),
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "4242"},
    )
    returned = pickle.loads(ran.stdout)

    assert len(returned) == len(KINDS)
    for value, (back, _, same_there) in zip(given_values, returned, strict=True):
        assert same_there
        assert back == value
        assert hash(back) == hash(value)


def test_every_kind_has_a_strategy_of_its_own():
    """The shipped table and that of these tests name each kind once between them, and nothing else."""
    shipped, own = ({place.rpartition(".")[2] for place in table} for table in (registry.STRATEGIES, generators.STRATEGIES))

    assert not shipped & own
    assert {kind.__name__ for kind in KINDS} == shipped | own


def test_strategies_are_functions_with_keyword_bounds():
    """Every name is a function; what bounds it is a keyword, apart from the value that it fits (a regulation, a roster, a class)."""
    for name in strategies.__all__:
        value = getattr(strategies, name)
        assert inspect.isfunction(value), name
        assert inspect.getdoc(value), name
        positional = [one.name for one in inspect.signature(value).parameters.values() if one.kind is one.POSITIONAL_OR_KEYWORD]
        assert set(positional) <= {"regulation", "roster", "cls"}, name


@settings(max_examples=30)
@given(generators.encoded_regulations().flatmap(lambda one: st.tuples(st.just(one), strategies.facts(one))))
def test_generated_facts_fit_every_shipped_regulation(drawn):
    """Whatever the law, its facts are accepted and lead to its grades, or to none where its words leave a hole."""
    regulation, facts = drawn
    possible = sc.assess(regulation, facts).possible

    assert possible
    assert {grade for grade in possible if grade.rank is not None} <= set(regulation.grades)


def reached(strategy, wanted):
    """Whether an ordinary run of tests meets such a value, without being told to look for it."""
    met = []

    @settings(max_examples=100, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(strategy)
    def look(value):
        met.append(wanted(value))

    look()
    return any(met)


def test_awkward_values_are_among_them():
    """A hundred ordinary examples reach letters beyond ASCII, ends of months, infeasible rosters and contested facts."""
    missed = [
        name
        for name, strategy, wanted in (
            ("letters beyond ASCII", strategies.subjects(), lambda one: not one.id.isascii()),
            ("the end of a month", strategies.days(), lambda day: (day + timedelta(1)).day == 1),
            ("an infeasible roster", strategies.rosters(), lambda one: isinstance(sc.plan_year(one, year=2021), sc.Infeasible)),
            ("a contested fact", generators.weighings(), lambda one: any(fact.state is sc.FactState.CONTESTED for fact in one.facts)),
        )
        if not reached(strategy, wanted)
    ]

    assert missed == []


def test_the_leap_day_can_be_drawn():
    """29 February is among the days."""
    assert find(strategies.days(), lambda day: (day.month, day.day) == (2, 29)).year % 4 == 0
