"""What every public value promises: frozen, slotted, keyword-only, final; equal copies and pickles; one base for errors."""

import copy
import inspect
import pickle
from datetime import date
from enum import Enum
from importlib import import_module
from pkgutil import walk_packages

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import supervision_core as sc
from supervision_core import strategies
from supervision_core.errors import SupervisionError

POSITIONAL = {"Label", "PublicDraw", "Fault", "Facts", "History"}


def public_classes():
    """Every class that the front door brings."""
    return [value for name in sc.__all__ if inspect.isclass(value := getattr(sc, name))]


def modules():
    """Every module of the package."""
    return [import_module(found.name) for found in walk_packages(sc.__path__, "supervision_core.")]


VALUES = [kind for kind in public_classes() if attrs.has(kind)]


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_values_are_frozen_slotted_and_final(kind):
    """They never change, have no surprises in ``__dict__``, and are not to be subclassed."""
    assert "__slots__" in vars(kind)
    assert getattr(kind, "__final__", False)
    with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
        object_of(kind).anything = 1


def object_of(kind):
    """An instance without its fields: enough to see that it refuses to change."""
    return kind.__new__(kind)


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_values_are_keyword_only(kind):
    """Except the few with an order that everyone knows."""
    positional = {field.name for field in attrs.fields(kind) if field.init and not field.kw_only}

    assert not positional or kind.__name__ in POSITIONAL


def test_errors_have_one_base():
    """Everything raised on purpose can be caught at once."""
    errors = [kind for kind in public_classes() if issubclass(kind, Exception)]

    assert len(errors) >= 6
    assert all(issubclass(kind, SupervisionError) for kind in errors)


def test_enumerations_have_plain_values():
    """Machine values are lower-case ASCII, apart from what people read."""
    for kind in public_classes():
        if issubclass(kind, Enum):
            assert all(isinstance(one.value, str) and one.value.isascii() and one.value == one.value.lower() for one in kind)


def test_every_public_name_is_documented():
    """Classes, functions and methods say what they mean."""
    for name in sc.__all__:
        value = getattr(sc, name)
        if inspect.isclass(value) or inspect.isroutine(value):
            assert inspect.getdoc(value), name
    for module in modules():
        assert module.__doc__, module.__name__


EXAMPLES = [
    strategies.facts(),
    strategies.assessments(),
    strategies.rosters(awkward=True, restricted=False),
    strategies.rosters(),
    strategies.rosters().flatmap(strategies.histories),
    strategies.policies(),
    strategies.plans(),
    strategies.labels(),
    strategies.regulations(),
    strategies.obligations(),
    strategies.events(),
    strategies.compliances(),
    strategies.tallies(),
    strategies.published_tallies(),
    strategies.turns(),
    strategies.matters(),
    strategies.sessions(),
    strategies.reviews(),
    strategies.matters_with_steps().map(lambda drawn: sc.follow_up(*drawn, as_of=date(2026, 1, 1))),
]


@pytest.mark.parametrize("examples", EXAMPLES, ids=lambda examples: str(examples)[:40])
def test_values_copy_pickle_hash_and_evolve(examples):
    """Each way to copy gives an equal value with an equal hash."""

    @settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
    @given(examples)
    def check(value):
        copies = [copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))]
        if attrs.has(type(value)) and not isinstance(value, sc.History):
            copies.append(attrs.evolve(value))
        for other in copies:
            assert other == value
            assert hash(other) == hash(value)
        assert value != object()

    check()


def test_values_match():
    """They can be taken apart in match statements."""
    roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u", max_load=0)])
    match sc.plan_year(roster, year=2021):
        case sc.Infeasible(violations=[sc.Violation(kind="H1", demand=demand)]):
            seen = demand
        case sc.Plan():
            seen = None

    assert seen == 1


def test_types_are_known_to_hypothesis():
    """``st.from_type`` gives valid values, by the entry point of the installed package."""

    @settings(max_examples=5)
    @given(st.from_type(sc.Roster), st.from_type(sc.Facts), st.from_type(sc.RotationPolicy), st.from_type(sc.Label), st.from_type(sc.History), st.from_type(sc.Compliance), st.from_type(sc.Review))
    def check(roster, facts, policy, label, history, compliance, review):
        assert roster.lead_units
        assert isinstance(facts, sc.Facts)
        assert policy.cooling_off_years >= 0
        assert label.vi
        assert isinstance(history, sc.History)
        assert compliance.standings
        assert review.heading.vi

    check()
