"""Every example in the docstrings, the README and the documents runs, and says what it shows."""

import doctest
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from sybil import Document, Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

import supervision_core as sc

ROOT = Path(__file__).parents[2]
MODULES = [found.name for found in walk_packages(sc.__path__, "supervision_core.")]
PAGES = sorted(page for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")] if "_build" not in page.parts)
SYBIL = Sybil(parsers=[PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)])


@pytest.mark.parametrize("name", ["supervision_core", *MODULES])
def test_docstrings(name):
    """Examples stand alone: each imports what it uses."""
    failed, _ = doctest.testmod(import_module(name), optionflags=doctest.ELLIPSIS, raise_on_error=False)

    assert failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages(page):
    """The examples of a page run from top to bottom."""
    document: Document = SYBIL.parse(page)
    for example in document.examples():
        example.evaluate()


def test_the_documents_have_examples():
    """The parsers find them: a page without its examples would pass unseen."""
    assert sum(1 for _ in SYBIL.parse(ROOT / "README.md").examples()) >= 1
    finder = doctest.DocTestFinder()
    found = [example for name in MODULES for test in finder.find(import_module(name)) for example in test.examples]
    assert len(found) > 60
