"""Whoever has the library alone, and reads a page, can follow it: what it imports is public, installed by its own line, or offered for download."""

import ast
import re
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest

import supervision_core as sc

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [page for page in [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))] if not {"_build", "api", "examples"} & set(page.parts)]
PROGRAMS = [page for page in PAGES if "```python\n" in page.read_text("utf-8")]
EXAMPLES = sorted((DOCS / "examples").rglob("*.py"))
#: What the library brings along.
BROUGHT = {"attrs", "cattrs", "dateutil", "supervision_core"}
#: What packages bring along that pages install.
BRINGS = {"fastapi": {"pydantic", "pydantic_core"}, "supervision-core[testing]": {"hypothesis"}}
#: What applications reach for although it is not public: docs/debts.md says so.
REACHED_FOR = {
    "evidence.channels.TOPICS",
    "rendering.fault_words.FAULT_KINDS",
    "values.labels.day_text",
    "values.text.folded_words",
}
ROOMS = {name: room for name in sc.__all__ if isinstance(room := getattr(sc, name), ModuleType)}


def named(path):
    return str(path.relative_to(ROOT))


def program_of(page):
    """The Python of a page, its blocks joined; of an example, all of it."""
    text = page.read_text("utf-8")
    return text if page.suffix == ".py" else "\n".join(re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))


def imports_of(program):
    """(module, name) for each name that a program imports; the name is None where a whole module is."""
    for node in ast.walk(ast.parse(program)):
        if isinstance(node, ast.Import):
            yield from ((one.name, None) for one in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, one.name) for one in node.names)


def given_by(text):
    """The modules that a page's own words give its reader: by its lines that install, and by the folders of what it offers."""
    installed = {one.strip('"`') for line in re.findall(r"pip install ([^\n`]+)", text) for one in line.split()}
    plain = {re.split(r"[\[>=]", one)[0] for one in installed}
    offered = {one.stem if one.is_file() else one.name for one in (DOCS / "examples").iterdir()} if "</examples.zip>" in text else set()
    return plain | offered | {module for one in plain | installed for module in BRINGS.get(one, ())}


@pytest.mark.parametrize("page", PROGRAMS, ids=named)
def test_a_reader_has_what_a_page_imports(page):
    """Python and the library bring it, the page's own line installs it, or the page offers it."""
    modules = {module.partition(".")[0] for module, _ in imports_of(program_of(page))}

    assert modules - sys.stdlib_module_names - BROUGHT - given_by(page.read_text("utf-8")) == set()


def is_public(path):
    """Whether a dotted path below ``supervision_core`` is one that users may write: the front door, a room, or a room's name."""
    room, _, name = path.partition(".")
    return path == "__version__" or (room in ROOMS and (not name or name.partition(".")[0] in ROOMS[room].__all__)) or (room in sc.__all__ and room not in ROOMS)


def used(program):
    """The paths below ``supervision_core`` that a program imports or reaches from ``sc``."""
    for module, name in imports_of(program):
        package, _, below = module.partition(".")
        if package == "supervision_core" and (below or name):
            yield ".".join(filter(None, (below, name)))
    for node in ast.walk(ast.parse(program)):
        if isinstance(node, ast.Attribute) and re.fullmatch(r"sc(\.\w+)+", path := ast.unparse(node)):
            yield path.removeprefix("sc.")


@pytest.mark.parametrize("page", PROGRAMS, ids=named)
def test_a_page_uses_public_names_only(page):
    """Each is at the front door or in the list of its room."""
    assert sorted(path for path in set(used(program_of(page))) if not is_public(path)) == []


def test_examples_use_public_names_but_four():
    """Applications do with what pages do with; the few names that they reach for besides are listed, and none is listed in vain."""
    paths = {path for example in EXAMPLES for path in used(program_of(example))}

    assert {path for path in paths if not is_public(path)} == REACHED_FOR


def test_a_private_name_would_be_noticed():
    """The check can fail: by a private module, by a module within a room, and by a name that no room lists."""
    program = "import supervision_core as sc\nfrom supervision_core._lazily import door\nfrom supervision_core.rotation.plan import Plan\nsc.rotation.canonical"

    assert [path for path in used(program) if not is_public(path)] == ["_lazily.door", "rotation.plan.Plan", "rotation.canonical"]
    assert is_public("rotation.Violation")
    assert is_public("Plan.sentence")
    assert not is_public("nowhere")


def test_what_is_offered_is_the_examples(tmp_path, monkeypatch):
    """The archive holds every file of the examples that version control keeps, alike each time."""
    monkeypatch.syspath_prepend(str(DOCS / "_ext"))
    folders = import_module("folders")
    folders.pack(tmp_path / "one.zip")
    folders.pack(tmp_path / "two.zip")

    with ZipFile(tmp_path / "one.zip") as packed:
        names = set(packed.namelist())

    assert {f"examples/{path.relative_to(DOCS / 'examples').as_posix()}" for path in EXAMPLES} <= names
    assert {"examples/notebook/ward_year.ipynb", "examples/ward_tab/index.html"} <= names
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
