"""The pages on error messages list every fault code that the sources can give, and none that they cannot."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from supervision_core.rendering.fault_words import FAULT_KINDS

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "supervision_core"
SOURCES = sorted(PACKAGE.rglob("*.py"))
#: Where a fault's code is not written in the call: each with the codes that it may have there.
HANDED_ON = {
    ("values/checks.py", "code"): (),  # handed on from the caller
    ("rotation/check/repairing.py", "code"): ("no_repair", "missing_repair"),
    ("rotation/check/infeasible.py", "f'wrong_{name}'"): ("wrong_shortage", "wrong_excess"),
    ("rotation/check/horizon.py", "one.code"): (),  # handed on from verify_plan
    ("tables/model.py", "self.code"): (),  # a fault of a table as errors list it
    ("tables/past.py", "fault.code"): (),  # handed on from the history
    ("tables/reading.py", "bad.code"): (),  # handed on from the cell
    ("tables/tabling.py", "fault.code"): (),  # handed on from the value
}


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def constants_of(tree: ast.Module) -> dict[str, str]:
    """Module-level names for codes."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and isinstance(node.value, ast.Constant):
            found[node.target.id] = node.value.value
    return found


def assigned(function: ast.AST, name: str) -> Iterator[ast.expr]:
    """What is assigned to a name anywhere in a tree."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id == name for one in node.targets):
            yield node.value


def codes_in(expression: ast.expr, tree: ast.Module, known: dict[str, str], place: str) -> Iterator[str]:
    """The codes that an expression may stand for."""
    if (place, ast.unparse(expression)) in HANDED_ON:
        yield from HANDED_ON[place, ast.unparse(expression)]
    elif isinstance(expression, ast.Constant):
        yield expression.value
    elif isinstance(expression, ast.IfExp):
        yield from codes_in(expression.body, tree, known, place)
        yield from codes_in(expression.orelse, tree, known, place)
    elif isinstance(expression, ast.Subscript):
        return  # fault[0]: the first of a pair that a function named ..._fault returns; collected there
    elif isinstance(expression, ast.Name) and expression.id in known:
        yield known[expression.id]
    elif isinstance(expression, ast.Name) and (values := list(assigned(tree, expression.id))):
        for value in values:
            yield from codes_in(value, tree, known, place)
    else:
        raise AssertionError(f"{place}: cannot tell which code {ast.unparse(expression)} is")


def returned_pairs(tree: ast.Module) -> Iterator[str]:
    """The codes that functions named ..._fault return beside what would be right."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and function.name.endswith("_fault"):
            for node in ast.walk(function):
                pair = node.value if isinstance(node, ast.Return) else None
                for one in (pair.body, pair.orelse) if isinstance(pair, ast.IfExp) else (pair,):
                    if isinstance(one, ast.Tuple) and isinstance(one.elts[0], ast.Constant):
                        yield one.elts[0].value


def codes_of_the_sources() -> set[str]:
    trees = {str(path.relative_to(PACKAGE)): ast.parse(path.read_text("utf-8")) for path in SOURCES}
    known: dict[str, str] = {}
    for tree in trees.values():
        known.update(constants_of(tree))
    found: set[str] = set()
    for place, tree in trees.items():
        found.update(returned_pairs(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and name_of(node) in {"BadCell", "Fault", "fault"} and node.args:
                found.update(codes_in(node.args[0], tree, known, place))
            if isinstance(node, ast.Call) and name_of(node) == "RowFault":
                found.update(one.value.value for one in node.keywords if one.arg == "code" and isinstance(one.value, ast.Constant))
    return found


def rows_of(tree: str) -> list[tuple[str, str, str]]:
    pages = sorted((ROOT / "docs" / tree / "reference").glob("errors*.md"))
    text = "\n".join(page.read_text("utf-8") for page in pages)
    return re.findall(r"^\| `([a-z_]+)` \| (.+?) \| (.+?) \|$", text, re.MULTILINE)


@pytest.mark.parametrize("tree", ["", "vi"], ids=["en", "vi"])
def test_every_code_is_explained_once_and_none_is_stale(tree):
    """The pages of each language have one row for each fault code."""
    listed = [code for code, _, _ in rows_of(tree)]

    assert sorted(set(listed)) == sorted(codes_of_the_sources())
    assert len(listed) == len(set(listed))


def test_both_pages_explain_in_their_own_language():
    """The same codes in the same order, and no line left untranslated."""
    english, vietnamese = rows_of(""), rows_of("vi")

    assert [code for code, _, _ in english] == [code for code, _, _ in vietnamese]
    assert [code for (code, *en), (_, *vi) in zip(english, vietnamese, strict=True) if set(en) & set(vi)] == []


def test_reports_have_words_for_every_code():
    """In both languages, for each code that there is and for no other; nothing goes by its code alone."""
    assert sorted(FAULT_KINDS) == sorted(codes_of_the_sources())
