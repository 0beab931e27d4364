"""The notebook runs from top to bottom, shows what it speaks of, and is kept without outputs."""

from html import unescape
from pathlib import Path

import pytest

pytest.importorskip("nbclient", reason="the examples' packages are not installed: pip install '.[examples]'")
pytest.importorskip("ipykernel", reason="the examples' packages are not installed: pip install '.[examples]'")

import nbformat
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[2] / "docs" / "examples" / "notebook" / "ward_year.ipynb"


@pytest.fixture(scope="module")
def executed():
    """The notebook with its outputs."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    return NotebookClient(notebook, timeout=300, kernel_name="python3").execute()


def shown(notebook):
    """Every HTML output, in order."""
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    return [unescape(output.data["text/html"]) for output in outputs if "text/html" in output.get("data", {})]


def test_it_runs(executed):
    """Every cell runs, and says what it is to say, also in plain text."""
    printed = "".join(output.text for cell in executed.cells if cell.cell_type == "code" for output in cell.outputs if output.output_type == "stream")

    assert all(cell.execution_count for cell in executed.cells if cell.cell_type == "code")
    assert "Gia đình hoàn thành nghĩa vụ công dân: không → có ⇒ Hoàn thành tốt (theo tiêu chí của phường)" in printed
    assert "supervision_core/receipt/" in printed


def test_it_shows(executed):
    """Assessments, counts, the plan, the certificate, the years and the explanation show themselves, in both languages."""
    pages = shown(executed)
    said = [
        "Chưa xác định: có thể là Hoàn thành tốt (theo tiêu chí của phường) hoặc Hoàn thành khá",
        "The household's civic obligations fulfilled",
        "59",
        "Ủy ban MTTQ Việt Nam phường",
        "21 đối tượng",
        "2029",
        "the subject is a member of the lead unit",
    ]

    assert len(pages) == len(said)
    assert [words for page, words in zip(pages, said, strict=True) if words not in page] == []


def test_it_is_kept_without_outputs():
    """What is kept is the source alone, so that a change of it can be read."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]

    assert code
    assert [cell for cell in code if cell.outputs or cell.execution_count is not None] == []
