"""The front door: what ``import supervision_core`` brings, lazily, and what it does not load."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import supervision_core as sc

SOURCE = Path(sc.__file__)


def names_for_checkers() -> dict[str, str]:
    """Each name of the TYPE_CHECKING block with the module it is imported from."""
    blocks = [node for node in ast.parse(SOURCE.read_text("utf-8")).body if isinstance(node, ast.If)]
    imports = [node for block in blocks for node in block.body if isinstance(node, ast.ImportFrom)]
    return {alias.asname or alias.name: node.module or "" for node in imports for alias in node.names}


def test_checkers_and_the_interpreter_see_the_same_names():
    """The lazy table and its twin for type checkers agree, name by name and home by home."""
    assert sorted(names_for_checkers()) == sc.__all__
    for name, module in names_for_checkers().items():
        expected = import_module(f"{module}.{name}") if name in sc._MODULES else getattr(import_module(module), name)
        assert getattr(sc, name) is expected


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


def test_the_edges_are_imported_by_name():
    """The strategies are no attribute of the front door until someone imports them."""
    code = "import supervision_core as sc; print('strategies' in sc.__all__, hasattr(sc, 'strategies'))"
    seen = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert seen.split() == ["False", "False"]
