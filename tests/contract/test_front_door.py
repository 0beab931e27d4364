"""The front door: what ``import supervision_core`` brings, lazily, and what it does not load."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import supervision_core as sc

ROOMS = tuple(name for name in sc.__all__ if isinstance(getattr(sc, name), ModuleType))
DOORS = [sc, *(getattr(sc, name) for name in ROOMS if name != "strategies")]


def names_for_checkers(door: ModuleType) -> dict[str, str]:
    """Each name of the TYPE_CHECKING block with the module it is imported from; a star is all that the module names in ``__all__``."""
    blocks = [node for node in ast.parse(Path(door.__file__).read_text("utf-8")).body if isinstance(node, ast.If)]
    imports = [node for block in blocks for node in block.body if isinstance(node, ast.ImportFrom)]
    named = {alias.asname or alias.name: node.module or "" for node in imports for alias in node.names if alias.name != "*"}
    starred = [node.module or "" for node in imports if node.names[0].name == "*"]
    return named | {name: module for module in starred for name in import_module(module).__all__}


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_checkers_and_the_interpreter_see_the_same_names(door):
    """The lazy table and its twin for type checkers agree, name by name and home by home."""
    seen = names_for_checkers(door)

    assert sorted({*seen, "__version__"} if door is sc else seen) == door.__all__
    assert all(getattr(door, name) is getattr(import_module(module), name) for name, module in seen.items())


def test_every_public_name_has_one_home():
    """No two rooms bring the same name; what the front door repeats is the same object."""
    homes = {}
    for door in DOORS[1:]:
        for name in door.__all__:
            assert homes.setdefault(name, door) is door, name
    repeated = set(sc.__all__) - set(ROOMS) - {"__version__"}

    assert all(getattr(sc, name) is getattr(homes[name], name) for name in repeated)
    assert len(sc.__all__) <= 100


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_a_door_lists_a_name_once(door):
    """In one module, and there once."""
    tables = [node for node in ast.walk(ast.parse(Path(door.__file__).read_text("utf-8"))) if isinstance(node, ast.Dict)]
    listed = [name for table in tables for names in table.values for name in ast.literal_eval(names).split()]

    assert listed
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("door", DOORS[1:], ids=lambda door: door.__name__)
def test_no_module_takes_the_name_of_what_its_room_brings(door):
    """Importing a module sets its name on the package, so a public name of the same spelling would be hidden."""
    modules = {path.stem for path in Path(door.__file__).parent.iterdir()}

    assert not modules & set(door.__all__)


def test_a_module_is_found_by_its_name():
    """Whether or not somebody imported it before."""
    assert sc.__getattr__("regulations") is import_module("supervision_core.regulations")


def test_completion_shows_the_public_names():
    """``dir`` is ``__all__``."""
    assert dir(sc) == sc.__all__


def test_an_unknown_name_is_an_attribute_error():
    """As for any module."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = sc.nothing


@pytest.mark.parametrize("use", ["", "sc.assess; sc.plan_year; sc.Facts.of({'a': True})"])
def test_importing_loads_nothing_heavy(use):
    """Neither the import nor judging and planning load cattrs, dateutil or hypothesis."""
    code = f"import sys, supervision_core as sc; {use}\nprint(sorted({{name.partition('.')[0] for name in sys.modules}}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert not {"cattrs", "dateutil", "hypothesis"} & set(ast.literal_eval(loaded))
