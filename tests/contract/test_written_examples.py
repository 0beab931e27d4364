"""Every example in the docstrings, the README and the documents runs, and says what it shows."""

import doctest
import sys
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path
from pkgutil import walk_packages

import pytest
from sybil import Document, Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

import supervision_core as sc

ROOT = Path(__file__).parents[2]
MODULES = [found.name for found in walk_packages(sc.__path__, "supervision_core.")]
PAGES = sorted(page for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")] if "_build" not in page.parts)
PRINTED = "printed by the example before"


def same_as_printed(example: Example) -> str | None:
    """What stands in an ``output`` block is what the example before it printed, no more and no less."""
    shown, printed = str(example.parsed).strip(), example.document.namespace[PRINTED].strip()
    return None if shown == printed else f"the page shows\n{shown}\nbut the example prints\n{printed}"


SYBIL = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS),
        CodeBlockParser(language="output", evaluator=same_as_printed),
    ]
)


@pytest.fixture
def empty_base():
    """Pages that keep something in a database in memory share it with the other pages of this process: it is emptied after each."""
    yield
    if (settings := sys.modules.get("django.conf")) and settings.settings.configured:
        from django.core.management import call_command  # only where a page has loaded it

        call_command("flush", interactive=False, verbosity=0)


def run(document: Document) -> int:
    """Run a page's examples from top to bottom, as one program; say how many there are."""
    document.namespace.update({"__name__": "__main__", PRINTED: ""})
    count = 0
    for count, example in enumerate(document.examples(), start=1):  # noqa: B007  the last number is the answer
        with redirect_stdout(StringIO()) as printed:
            example.evaluate()
        document.namespace[PRINTED] = printed.getvalue()
    return count


@pytest.mark.parametrize("name", ["supervision_core", *MODULES])
def test_docstrings(name):
    """Examples stand alone: each imports what it uses."""
    failed, _ = doctest.testmod(import_module(name), optionflags=doctest.ELLIPSIS, raise_on_error=False)

    assert failed == 0


@pytest.mark.usefixtures("empty_base")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages(page):
    """The examples of a page run from top to bottom and print what the page shows."""
    fences = page.read_text("utf-8").count("```python\n") + page.read_text("utf-8").count("```output\n")

    assert run(SYBIL.parse(page)) >= fences


def test_a_wrong_output_is_noticed(tmp_path):
    """The check of shown output can fail."""
    page = tmp_path / "page.md"
    page.write_text("```python\nprint(1)\n```\n\n```output\n2\n```\n", "utf-8")

    with pytest.raises(Exception, match="but the example prints\n1"):
        run(SYBIL.parse(page))


def test_the_documents_have_examples():
    """The parsers find them: a page without its examples would pass unseen."""
    assert sum(1 for _ in SYBIL.parse(ROOT / "README.md").examples()) >= 1
    assert sum(page.read_text("utf-8").count("```python\n") for page in PAGES) > 40
    finder = doctest.DocTestFinder()
    found = [example for name in MODULES for test in finder.find(import_module(name)) for example in test.examples]
    assert len(found) > 60
