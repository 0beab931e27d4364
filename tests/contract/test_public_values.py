"""What every public value promises: frozen, slotted, keyword-only, final; one base for errors."""

import inspect
from datetime import date
from enum import Enum
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import attrs
import pytest

import supervision_core as sc
from supervision_core import SupervisionError

ROOMS = [room for name in sc.__all__ if name != "strategies" and isinstance(room := getattr(sc, name), ModuleType)]
POSITIONAL = {"Display", "Label", "Problem", "PublicDraw", "Fault", "Facts", "History"}


def public_classes():
    """Every class that the rooms bring."""
    return [value for room in ROOMS for name in room.__all__ if inspect.isclass(value := getattr(room, name))]


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


NAMES_PEOPLE = {
    "about_id", "addressee_id", "commented_ids", "competent_id", "declared_by", "head_id", "heads", "joined", "kin", "left",
    "member_ids", "members", "person_id", "reporter_key", "subject_id", "subject_ids", "subjects", "to_id", "undetermined", "with_id",
}  # fmt: skip


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_no_repr_names_people(kind):
    """A repr ends up in logs: it has no id of a person, or is written by hand."""
    by_hand = "attrs generated" not in kind.__repr__.__code__.co_filename
    # Mappings by id show only how many there are, subjects hide their own ids, and a scheme's heads are headings.
    harmless = ("IdMap", "Subject", "int", "Head, ...]")
    shown = {field.name for field in attrs.fields(kind) if field.repr is True and not any(one in str(field.type) for one in harmless)}

    assert by_hand or not shown & NAMES_PEOPLE


def test_reprs_of_results_name_nobody():
    """Whatever is answered about somebody, the answer can be logged."""
    who = "Nguyễn Văn Bí Mật"
    units = [sc.LeadUnit(id="u"), sc.LeadUnit(id="v", max_load=0)]
    roster = sc.Roster(subjects=[sc.Subject(id=who, label=sc.Label(who, who))], lead_units=units)
    full = attrs.evolve(roster, lead_units=[sc.LeadUnit(id="v", max_load=0)])
    moved = attrs.evolve(roster, lead_units=[sc.LeadUnit(id="v")])
    plan = sc.plan_year(roster, year=2021)
    good = sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, sc.Facts())
    none = sc.plan_year(full, year=2021)
    answers = [
        *roster.subjects, plan, none, *none.violations, *none.repairs, sc.replan(plan, moved), sc.diff(plan, sc.plan_year(moved, year=2021)),
        sc.audit_plan([], roster, year=2021), sc.explain_assignment(plan, roster, who), sc.plan_horizon(roster, years=range(2021, 2023)),
        sc.apply_quota([(who, "x", good)], sc.judging.Quota(grade="good", falls_to="fair", share=0)),
        sc.Bar(subject_id=who, lead_unit_id="u", reason=sc.BarReason.KIN), sc.rotation.Links(heads=[(who, "u")]),
        sc.programme.Charge(lead_id="u", subject_ids=[who], content_ids=["c"]), sc.programme.Delegation(id="d", head_id=who),
        sc.escalate([sc.judging.Lapse(id="l", person_id=who, found_on=date(2014, 3, 4), sources=["s"], about=sc.Label("x", "y"))], sc.judging.EscalationPolicy(window=sc.Period.of_year(2014))),
    ]  # fmt: skip

    assert [answer for answer in answers if "Bí Mật" in repr(answer)] == []


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
    for name, value in [(name, getattr(room, name)) for room in ROOMS for name in room.__all__]:
        if inspect.isclass(value) or inspect.isroutine(value):
            assert inspect.getdoc(value), name
    for module in modules():
        assert module.__doc__, module.__name__


def test_values_match():
    """They can be taken apart in match statements."""
    roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u", max_load=0)])
    match sc.plan_year(roster, year=2021):
        case sc.Infeasible(violations=[sc.rotation.Violation(kind="too_few_places", demand=demand)]):
            seen = demand
        case sc.Plan():
            seen = None

    assert seen == 1
