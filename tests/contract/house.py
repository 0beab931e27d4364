"""How the house measures: rooms, files, functions, imports, and where names stand.

``python tests/contract/house.py [SOURCES ...]`` prints a table; more than one folder gives one column each, so that a change can be
held against the version before it.
"""

import ast
import sys
from collections import Counter, defaultdict
from pathlib import Path
from statistics import median

HERE = Path(__file__).parents[2] / "src" / "supervision_core"


class Source:
    """One module as text and tree."""

    def __init__(self, path: Path, root: Path) -> None:
        self.path = path
        self.name = ".".join(path.relative_to(root).with_suffix("").parts)
        self.text = path.read_text("utf-8")
        self.lines = len(self.text.splitlines())
        self.tree = ast.parse(self.text)

    @property
    def is_door(self) -> bool:
        """Whether it is a package, which only hands out names."""
        return self.path.name == "__init__.py"

    def import_lines(self) -> int:
        """Lines that import statements take, wherever they stand."""
        return sum(_length(node) for node in ast.walk(self.tree) if isinstance(node, ast.Import | ast.ImportFrom))

    def functions(self) -> list[int]:
        """The length of each function without its docstring and decorators."""
        found = [node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        return [_length(node) - _docstring_lines(node) for node in found]

    def classes(self) -> list[str]:
        """The classes that stand at the top of the module."""
        return [node.name for node in self.tree.body if isinstance(node, ast.ClassDef)]


def _length(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return _length(node.body[0]) if ast.get_docstring(node) is not None else 0


def sources(root: Path = HERE) -> list[Source]:
    """Every module below a folder."""
    return [Source(path, root) for path in sorted(root.rglob("*.py"))]


def twice_named(modules: list[Source]) -> dict[str, list[str]]:
    """Public class names that mean two things: each with the modules that define it."""
    homes = defaultdict(list)
    for module in modules:
        for name in module.classes():
            if not name.startswith("_"):
                homes[name].append(module.name)
    return {name: places for name, places in homes.items() if len(places) > 1}


def measures(root: Path = HERE) -> dict[str, float]:
    """All measures by name."""
    modules = sources(root)
    files = sorted(one.lines for one in modules if not one.is_door)
    functions = sorted(length for one in modules for length in one.functions())
    lines = sum(one.lines for one in modules)
    return {
        "modules": len(modules),
        "lines": lines,
        "median file": median(files),
        "longest file": files[-1],
        "median function": median(functions),
        "95 % of functions": functions[len(functions) * 95 // 100],
        "longest function": functions[-1],
        "import lines, %": round(100 * sum(one.import_lines() for one in modules) / lines, 1),
        "class names with two meanings": len(twice_named(modules)),
    }


def main(roots: list[str]) -> None:
    """Print the table."""
    columns = [measures(Path(root)) for root in roots] or [measures()]
    for name in columns[0]:
        print(f"{name:32}" + "".join(f"{column[name]:>10g}" for column in columns))
    for name, count in Counter({one.name: max(one.functions(), default=0) for one in sources()}).most_common(3):
        print(f"longest function of {name}: {count} lines")


if __name__ == "__main__":
    main(sys.argv[1:])
