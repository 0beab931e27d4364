"""What the documents say of the sources is so: floors, names, codes, long files, links between languages."""

import re
import tomllib
import unicodedata
from importlib import import_module
from pathlib import Path
from types import FunctionType

import pytest

import supervision_core as sc
from supervision_core.regulations import VOCABULARY

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SOURCES = ROOT / "src" / "supervision_core"
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LONG = 400
MISSING = object()
ROOMS = tuple(name for name in sc.__all__ if isinstance(getattr(sc, name), type(sc)))
REQUIREMENTS = [f"S{article}.{line}" for article, lines in enumerate((7, 7, 5, 5, 8)) for line in range(1, lines + 1)]
#: Names in tables that are no name of the library but of something in it.
KINDS = {
    "channel": lambda name: name in sc.evidence.CHANNELS,
    "fact": lambda name: name in VOCABULARY,
    "facts": lambda name: name in VOCABULARY,
    "code": lambda name: any(name in page.read_text("utf-8") for page in (DOCS / "reference").glob("errors*.md")),
}


def layers():
    contracts = SETTINGS["tool"]["importlinter"]["contracts"]
    found = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [[room.strip() for room in floor.split("|")] for floor in found]


def rows_of(page, columns):
    """The rows of a page's tables that have so many columns, without their heads."""
    text = (DOCS / page).read_text("utf-8")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("| ")]
    return [row for row in rows if len(row) == columns]


def names_in(cell):
    """(word before, name) for each name in a cell."""
    before = ""
    for plain, name in re.findall(r"([^`]*)`([^`]+)`", cell):
        before = plain.replace(",", " ").split()[-1] if plain.replace(",", " ").split() else before
        yield before, name


def is_known(name):
    """Whether a dotted name leads from the front door, or from a room, to something."""
    found = sc
    for part in name.split("."):
        found = getattr(found, part, MISSING)
    return found is not MISSING or any(hasattr(getattr(sc, room), name.split(".")[0]) for room in ROOMS)


def test_the_floors_of_the_table_are_the_import_layers():
    """Row by row, from top to bottom."""
    floors = [re.findall(r"`([a-z_]+)`", row[0]) for row in rows_of("architecture.md", 2)]

    assert [sorted(floor) for floor in floors if floor][: len(layers())] == [sorted(floor) for floor in layers()]


def test_every_room_is_on_a_floor():
    """The layers are the rooms that there are."""
    there = {path.stem for path in SOURCES.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()} - {"__init__"}

    assert sorted(room for floor in layers() for room in floor) == sorted(there)


def test_the_picture_draws_the_import_layers(monkeypatch):
    """Every room once, in its floor's row, floors from top to bottom."""
    monkeypatch.syspath_prepend(str(DOCS / "_ext"))
    drawn = re.findall(r'<text x="(\d+)" y="([\d.]+)">([^<]+)</text>', import_module("floors").drawing(layers()))
    heights = sorted({float(height) for _, height, _ in drawn})

    assert [[room for _, height, room in drawn if float(height) == at] for at in heights] == layers()


def test_the_list_of_long_files_is_the_list():
    """Every file past 400 lines is named with its reason, and no other."""
    long = sorted(
        str(path.relative_to(SOURCES)) for path in SOURCES.rglob("*.py") if len(path.read_text("utf-8").splitlines()) > LONG
    )
    named = sorted(row[0].strip("`") for row in rows_of("debts.md", 2) if row[0].endswith(".py`"))

    assert named == long


@pytest.mark.parametrize("page", ["features.md", "vi/features.md"])
def test_every_requirement_has_a_line_and_its_names_exist(page):
    """All codes in order; what stands in the third column is in the library."""
    rows = [row for row in rows_of(page, 3) if re.fullmatch(r"S\d\.\d", row[0])]
    unknown = [
        name for row in rows for before, name in names_in(row[2]) if not KINDS.get(before, is_known)(name) and not is_known(name)
    ]

    assert [row[0] for row in rows] == REQUIREMENTS
    assert unknown == []


def test_the_glossary_names_what_is_there():
    """Each name in the third column exists; no term stands twice."""
    rows = [row for row in rows_of("glossary.md", 3) if row[0] != "tiếng Việt"]
    unknown = [
        name for row in rows for before, name in names_in(row[2]) if not KINDS.get(before, is_known)(name) and not is_known(name)
    ]
    terms = [row[0] for row in rows]

    assert unknown == []
    assert len(terms) == len(set(terms)) > 80


def test_every_vietnamese_page_has_its_english_one_and_the_guides_have_both():
    """The trees have the same names; tutorial, how-tos, explanations, front page, features, glossary and errors stand in both."""
    vietnamese = {str(path.relative_to(DOCS / "vi")) for path in (DOCS / "vi").rglob("*.md")}
    english = {str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md") if "_build" not in path.parts} - {f"vi/{page}" for page in vietnamese}
    errors = {page for page in english if page.startswith("reference/errors")}
    guides = {page for page in english if page.startswith(("how-to/", "explanation/"))}

    assert vietnamese - english == set()
    assert (guides | {"tutorial.md", "index.md", "features.md", "glossary.md", "faq.md"} | errors) - vietnamese == set()


@pytest.mark.parametrize(("page", "words"), [("comparison.md", "{} regulations of one country"), ("vi/comparison.md", "{} quy định của một nước")])
def test_the_comparison_counts_the_regulations_that_stand_ready(page, words):
    """As many as are encoded."""
    count = sum(isinstance(one, sc.Regulation) for one in sc.regulations.ENCODED)

    assert words.format(count) in (DOCS / page).read_text("utf-8")


def test_the_readme_leads_to_pages_and_files_that_are_there():
    """It is read where nothing is beside it, so its links are whole addresses: of built pages, of files, and of the package."""
    text = (ROOT / "README.md").read_text("utf-8")
    links = re.findall(r"\]\(([^)]+)\)", text)
    pages, source = SETTINGS["project"]["urls"]["Documentation"], SETTINGS["project"]["urls"]["Source"]
    raw = source.replace("github.com", "raw.githubusercontent.com") + "/main/"
    at_home = {f"{source}/blob/main/": "", raw: "", pages: "docs/"}
    files = [
        Path(folder, link.removeprefix(start).replace(".html", ".md"))
        for link in links
        for start, folder in at_home.items()
        if link.startswith(start)
    ]

    assert [link for link in links if not link.startswith("https://")] == []
    assert len(files) >= 15
    assert [str(file) for file in files if not (ROOT / file).exists()] == []


def test_every_function_stands_in_a_page_or_an_example_that_runs():
    """Somebody who looks for a function finds it at work: in a tutorial, a how-to, an explanation or an application."""
    places = [ROOT / "README.md", *DOCS.rglob("*.md")]
    pages = [page.read_text("utf-8") for page in places if "api" not in page.parts and "_build" not in page.parts]
    code = [block for page in pages for block in re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)]
    code += [example.read_text("utf-8") for example in (DOCS / "examples").rglob("*.py")]
    called = set(re.findall(r"(\w+)\(", "\n".join(code)))
    functions = {
        name
        for room in ROOMS
        if room != "strategies"
        for name in getattr(sc, room).__all__
        if isinstance(getattr(getattr(sc, room), name), FunctionType)
    }

    assert len(functions) > 130
    assert functions - called == set()


def test_every_command_of_the_contributing_page_names_something_that_exists():
    """Scripts, folders and modules in its commands are there."""
    text = (DOCS / "contributing.md").read_text("utf-8")
    paths = re.findall(r"(?<![\w/.])((?:tests|docs|src|\.ci|\.github)/[\w/.-]*[\w/])", text)

    assert paths
    assert [path for path in paths if "_build" not in path and not (ROOT / path).exists()] == []


@pytest.mark.parametrize("folder", ["docs", "src", "tests"])
def test_vietnamese_is_written_in_composed_letters(folder):
    """Every text is in the normal form in which ids are compared, so that a search finds what it shows; tests may say otherwise on purpose."""
    texts = {path: path.read_text("utf-8") for end in ("md", "py") for path in (ROOT / folder).rglob(f"*.{end}") if "_build" not in path.parts}

    assert len(texts) > 10
    assert [str(path) for path, text in texts.items() if unicodedata.normalize("NFC", text) != text] == []


def test_applications_start_as_their_own_pages_say():
    """Every application in docs/examples has the line that starts it on the page of applications, word for word."""
    page = (DOCS / "applications.md").read_text("utf-8")
    started = {readme.parent.name: first_shell_line(readme) for readme in (DOCS / "examples").glob("*/README.md")}

    assert [name for name, line in started.items() if line not in page] == []
    assert all(f"`{script.name}`" in page for script in (DOCS / "examples").glob("*.py"))


def first_shell_line(page):
    """The first fenced shell line of a page."""
    return re.search(r"```sh\n(.+)\n```", page.read_text("utf-8"))[1]
