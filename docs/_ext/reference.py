"""One page for every public name, at the path that users write, and tables that lead to them.

The pages are made when the documents are built (``docs/reference/api``, not kept in version control); ``names`` lists the
public names that one or more modules bring to their room, each with its first sentence.
"""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

from docutils import nodes
from docutils.parsers.rst import Directive
from made_pages import keep
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.pycode import ModuleAnalyzer

import supervision_core as sc

FOLDER = "reference/api"
ROOMS = {name: room for name in sc.__all__ if isinstance(room := getattr(sc, name), ModuleType)}


def home_of(room: ModuleType, name: str) -> str:
    """The module that a public name is defined in, as a dotted name."""
    value = getattr(room, name)
    if inspect.isclass(value) or inspect.isfunction(value):
        return value.__module__
    below = [one for path in Path(room.__file__ or "").parent.glob("*.py") if (one := path.stem) != "__init__"]
    names = (f"{room.__name__}.{one}" for one in sorted(below))
    return next(one for one in names if ("", name) in ModuleAnalyzer.for_module(one).find_attr_docs())


def public_paths() -> dict[str, str]:
    """Every public name by the path that users write, with the module where it is defined."""
    front = set(sc.__all__) - set(ROOMS)
    return {
        f"supervision_core.{name}" if name in front else f"supervision_core.{short}.{name}": home_of(room, name)
        for short, room in ROOMS.items()
        for name in room.__all__
    }


PATHS = public_paths()
#: The public path of what is defined somewhere deeper, by its place there.
SHORT = {f"{home}.{path.rpartition('.')[2]}": path for path, home in PATHS.items()}


def value_at(path: str) -> object:
    """What stands at a public path."""
    module, _, name = path.rpartition(".")
    return getattr(import_module(module), name)


def comment_of(path: str) -> list[str]:
    """What is said of a constant beside its definition."""
    name = path.rpartition(".")[2]
    return ModuleAnalyzer.for_module(PATHS[path]).find_attr_docs()["", name]


def summary_of(path: str) -> str:
    """The first sentence about a name."""
    value = value_at(path)
    text = inspect.getdoc(value) if inspect.isclass(value) or inspect.isfunction(value) else "\n".join(comment_of(path))
    first = (text or "").split("\n\n")[0].replace("\n", " ").replace("``", "")
    return first.split(". ")[0].removesuffix(".").removesuffix(":") + "."


def page_of(path: str) -> str:
    """The page of a name, as reStructuredText."""
    module, _, name = path.rpartition(".")
    value = value_at(path)
    # Outside every table of contents: four hundred entries beside each page would help nobody and take minutes to write.
    lines = [":orphan:", "", path, "=" * len(path), ""]
    if inspect.isclass(value):
        kind = "exception" if issubclass(value, Exception) else "class"
        lines += [f".. currentmodule:: {module}", "", f".. auto{kind}:: {name}"]
    elif inspect.isfunction(value):
        lines += [f".. currentmodule:: {module}", "", f".. autofunction:: {name}"]
    else:
        lines += [f".. currentmodule:: {module}", "", f".. py:data:: {name}", "", *(f"   {line}" for line in comment_of(path))]
    family = [other for other, home in PATHS.items() if home == PATHS[path] and other != path]
    if family:
        links = ", ".join(f":doc:`{other.rpartition('.')[2]} <{other}>`" for other in family)
        lines += ["", ".. rubric:: Beside it", "", links]
    return "\n".join(lines) + "\n"


def write_pages(app: Sphinx) -> None:
    """One page a name."""
    keep(app, FOLDER, {path: page_of(path) for path in PATHS})


class Names(Directive):
    """The public names that modules of the library bring, each with its first sentence and a link to its page."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """A list of definitions."""
        homes = [f"supervision_core.{one}" for one in self.arguments[0].split()]
        found = [path for home in homes for path, at in PATHS.items() if at == home]
        if not found:
            raise self.error(f"no public name is defined in {self.arguments[0]}")
        listing = nodes.definition_list()
        for path in found:
            link = pending_xref(
                "", refdomain="std", reftype="doc", reftarget=f"/{FOLDER}/{path}", refexplicit=True, refwarn=True,
                refdoc=self.state.document.settings.env.docname,
            )  # fmt: skip
            link += nodes.literal(text=path.replace("supervision_core.", "sc.", 1))
            term = nodes.term("", "", link)
            listing += nodes.definition_list_item("", term, nodes.definition("", nodes.paragraph(text=summary_of(path))))
        return [listing]


def to_public_page(app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.Element) -> nodes.Node | None:
    """What names something by where it is defined leads to the page of its public path."""
    path = SHORT.get(node.get("reftarget", ""))
    if path is None or node.get("refdomain") != "py":
        return None
    found = env.get_domain("py").resolve_any_xref(env, node["refdoc"], app.builder, path, node, content)
    return found[0][1] if found else None


def no_whole_index(app: Sphinx, problem: Exception | None) -> None:
    """The index has a page for each letter; the one with all of them, which nobody can read, is taken away again."""
    whole, letters = Path(app.outdir, "genindex-all.html"), Path(app.outdir, "genindex.html")
    if problem is None and whole.exists():
        whole.unlink()
        letters.write_text(
            re.sub(r'<a href="genindex-all.html">.*?</a>', "", letters.read_text("utf-8"), flags=re.DOTALL), "utf-8"
        )


def setup(app: Sphinx) -> dict[str, object]:
    """Pages before reading, links after."""
    app.connect("builder-inited", write_pages)
    app.connect("missing-reference", to_public_page)
    app.connect("build-finished", no_whole_index)
    app.add_directive("names", Names)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
