"""The house stays as it was built: its measures, one meaning a word, no circle of imports, every value registered everywhere."""

import ast
from importlib.metadata import distribution
from pathlib import Path

import pytest

import generators
import supervision_core as sc
from contract import house
from contract.kinds import every_kind
from corpus.add_missing import place_of
from supervision_core.serialization.kinds import schema_name
from supervision_core.strategies import registry

MODULES = house.sources()
#: What must hold; the table in docs/architecture has what was and what is.
AT_MOST = {"longest file": 500, "median function": 7, "longest function": 40, "class names with two meanings": 0}


@pytest.mark.parametrize("name", AT_MOST)
def test_the_house_keeps_its_measures(name):
    """Files of one idea, short functions, one meaning a name."""
    assert house.measures()[name] <= AT_MOST[name], house.twice_named(MODULES)


def imports_of(module):
    """What a module imports from the library, type checkers' imports included; doors count as what they stand for."""
    known = {one.name for one in MODULES}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("supervision_core."):
            place = node.module.removeprefix("supervision_core.")
            for alias in node.names:
                yield f"{place}.{alias.name}" if f"{place}.{alias.name}" in known else place


def test_no_module_imports_itself_by_a_detour():
    """Whatever is imported, for the interpreter or for checkers alone, was there before; doors only hand out names."""
    wanted = {one.name: set(imports_of(one)) for one in MODULES if not one.is_door}
    waiting = {name: {place for place in places if place in wanted} for name, places in wanted.items()}
    while ready := {name for name, places in waiting.items() if not places}:
        waiting = {name: places - ready for name, places in waiting.items() if name not in ready}

    assert waiting == {}


def test_every_value_is_registered_everywhere():
    """A new public value needs a row of disclosures, a generator and a document; this names all that is missing at once."""
    disclosed = {kind for one in sc.programme.DISCLOSURES for kind in one.kinds}
    generated = {place.rpartition(".")[2] for table in (registry.STRATEGIES, generators.STRATEGIES) for place in table}
    missing = {
        kind.__name__: [
            what
            for what, there in (
                ("a row of DISCLOSURES", kind.__name__ in disclosed),
                ("a generator", kind.__name__ in generated),
                ("a document in tests/corpus", place_of(schema_name(kind)).exists()),
            )
            if not there
        ]
        for kind in every_kind()
    }

    assert {name: what for name, what in missing.items() if what} == {"Problem": ["a document in tests/corpus"]}


def test_importing_hypothesis_costs_nothing():
    """The library hangs on no entry point, so Hypothesis alone loads nothing of it."""
    assert not distribution("supervision-core").entry_points


def test_no_test_stands_inside_another():
    """Such a one never runs, and nobody misses it."""
    inside = [
        (path.name, one.name)
        for path in sorted(Path(__file__).parents[1].rglob("test_*.py"))
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for one in ast.walk(function)
        if one is not function and isinstance(one, ast.FunctionDef) and one.name.startswith("test_")
    ]

    assert inside == []
