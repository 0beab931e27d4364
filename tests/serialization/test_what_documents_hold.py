"""What parts of documents say of themselves: each part of a schema its type, each kind whether it holds itself, each item what it is."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings, strategies as st

import supervision_core as sc
from contract.kinds import value_kinds
from supervision_core.criteria import AllOf, Not, Reason
from supervision_core.rotation import Allowance, IdleAllowance
from supervision_core.serialization import json_schema, receipt, recheck, to_document
from supervision_core.serialization.documents import _shape_for
from supervision_core.serialization.objects import note_differences
from supervision_core.serialization.scalars import Notes
from supervision_core.serialization.shapes import _holds_itself

TYPE_OF = {
    "items": "array", "prefixItems": "array", "uniqueItems": "array", "minItems": "array", "properties": "object", "required": "object",
    "additionalProperties": "object", "propertyNames": "object", "pattern": "string", "minLength": "string", "maxLength": "string",
}  # fmt: skip


def parts_of(schema):
    """A schema and all schemas in it."""
    if isinstance(schema, dict):
        yield schema
        for key, inside in schema.items():
            if key in {"properties", "$defs"}:
                for one in inside.values():
                    yield from parts_of(one)
            elif key not in {"const", "enum", "required", "not"}:
                yield from parts_of(inside)
    elif isinstance(schema, list):
        for one in schema:
            yield from parts_of(one)


@pytest.mark.parametrize("kind", value_kinds()[::4], ids=lambda kind: kind.__name__)
def test_what_bounds_a_part_stands_beside_its_type(kind):
    """JSON Schema bounds the items of a list, the keys of an object or the letters of a text only where it is one: the type stands with it."""
    for part in parts_of(json_schema(kind)):
        for key in part.keys() & TYPE_OF.keys():
            assert part.get("type") == TYPE_OF[key], (key, part)


def test_a_sorted_list_of_ids_is_a_list_of_texts_each_once():
    """A text in place of the list is refused, since the list says that it is one."""
    [listed] = {str(one["properties"]["subjects"]): one["properties"]["subjects"] for one in parts_of(json_schema(sc.Infeasible)) if "subjects" in one.get("properties", {})}.values()

    assert (listed["type"], listed["uniqueItems"], listed["items"]["type"]) == ("array", True, "string")


@attrs.frozen
class Outer:
    """Holds itself by way of another one."""

    inner: Inner


@attrs.frozen
class Inner:
    """Holds the one that holds it, perhaps."""

    outer: tuple[Outer, ...] | None


@attrs.frozen
class Beside:
    """Holds what holds itself, and is not in it."""

    outer: Outer
    label: sc.Label


@pytest.mark.parametrize(("kind", "holds"), [(Outer, True), (Inner, True), (Beside, False), (Not, True), (AllOf, True), (Reason, True), (sc.Label, False), (sc.Roster, False), (sc.Assessment, False)])
def test_a_kind_holds_itself_or_not(kind, holds):
    """At any depth, by way of others too; what merely holds such a kind does not."""
    assert _holds_itself.__wrapped__(kind) is holds


@pytest.mark.parametrize("name", ["id", "code"])
def test_an_item_out_of_order_is_named_by_what_tells_it_apart(name):
    """By its id or its code; one without either as it stands there."""
    notes = Notes()
    note_differences([{name: "b"}], [{name: "a"}, {name: "b"}], ("list",), notes)
    note_differences(["b"], ["a", "b"], ("list",), notes)
    note_differences([{name: "a"}, {name: "a"}], [{name: "a"}], ("list",), notes)

    since = ", since the list is sorted and has each item once"
    assert [(one.path, one.found, one.expected) for one in notes.problems] == [
        ("$.list[0]", f'an object with "{name}": "b"', f'an object with "{name}": "a" here{since}'),
        ("$.list[0]", '"b"', f'"a" here{since}'),
        ("$.list[1]", f'an object with "{name}": "a"', f"nothing here{since}"),
    ]


def test_a_plan_with_warnings_is_confirmed():
    """An allowance that opens nothing, and a next year for which there is no plan: both are found again."""
    idle = sc.Roster(
        subjects=[sc.Subject(id="a"), sc.Subject(id="b")],
        lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v")],
        allowances=[Allowance(subject_id="a", lead_unit_id="v", ground="QĐ 45/2026")],
    )
    last = sc.History.of({2025: {"a": "u", "b": "v"}})
    alone = sc.Roster(subjects=[sc.Subject(id="a")], lead_units=[sc.LeadUnit(id="u")])
    forbid = sc.RotationPolicy(repeats=sc.Repeats.FORBID)
    allowed, stuck = sc.plan_year(idle, year=2026, history=last, policy=forbid), sc.plan_year(alone, year=2026, policy=forbid)

    assert [type(one) for one in (*allowed.warnings, *stuck.warnings)] == [IdleAllowance, sc.Infeasible]
    assert recheck(receipt(allowed, idle, history=last, policy=forbid)) == ()
    assert recheck(receipt(stuck, alone, policy=forbid)) == ()
    lost = attrs.evolve(allowed, warnings=())
    assert "other_result" in [one.code for one in recheck(receipt(lost, idle, history=last, policy=forbid))]


def test_a_document_says_its_kind_first():
    """Each document of a value begins with its schema."""
    assert next(iter(to_document(sc.Label("a", "a")).items())) == ("schema", "supervision_core/label/1")


@settings(max_examples=5)
@given(st.data())
@pytest.mark.parametrize("kind", value_kinds(), ids=lambda kind: kind.__name__)
def test_a_right_document_is_read_by_the_quick_way_alone(kind, data):
    """What is right need not be read a second time, slowly, with a path to each place: the quick way alone gives the value."""
    value = data.draw(st.from_type(kind))
    shape = _shape_for(kind)

    assert shape.read(to_document(value)) == value
