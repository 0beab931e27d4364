"""The documents as a reader gets them: built, looked into, and followed."""

import ast
import json
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType

import html5lib
import pytest
from sphinx.util.inventory import InventoryFile

import supervision_core as sc
from supervision_core import regulations
from supervision_core.regulations import NotEncoded

ROOT = Path(__file__).parents[2]
VI = ROOT / "docs" / "vi"
HTML = "{http://www.w3.org/1999/xhtml}"


class Blocks(HTMLParser):
    """The code blocks of a page in their order: (language, text)."""

    def __init__(self):
        super().__init__()
        self.found = []
        self._language, self._inside, self._depth = None, False, 0

    def handle_starttag(self, tag, attrs):
        classes = (dict(attrs).get("class") or "").split()
        for name in classes:
            if name.startswith("highlight-"):
                self._language = name.removeprefix("highlight-")
        if tag == "pre" and self._language:
            self._inside = True
            self.found.append((self._language, ""))

    def handle_endtag(self, tag):
        if tag == "pre":
            self._inside = False

    def handle_data(self, data):
        if self._inside:
            language, text = self.found[-1]
            self.found[-1] = language, text + data


class Text(HTMLParser):
    """All text of a page."""

    def __init__(self):
        super().__init__()
        self.text = ""

    def handle_data(self, data):
        self.text += data


def text_of(page):
    parser = Text()
    parser.feed(page.read_text("utf-8"))
    return parser.text


def blocks_of(page):
    parser = Blocks()
    parser.feed(page.read_text("utf-8"))
    return parser.found


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The built pages; a warning fails the build."""
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-n", "--keep-going", str(ROOT / "docs"), str(target)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (built.returncode, built.stderr) == (0, "")
    return target


@pytest.mark.parametrize("page", ["vi/tutorial.html", "tutorial.html"])
def test_the_tutorial_works_by_copy_and_paste(site, page, tmp_path):
    """The blocks of the built page, joined in order, run in a process of their own and print what the page shows."""
    blocks = blocks_of(site / page)
    program = "\n".join(text for kind, text in blocks if kind == "python")
    shown = "".join(text for kind, text in blocks if kind == "output")

    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=tmp_path)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.split("\n") == shown.split("\n")
    assert len([kind for kind, _ in blocks if kind == "python"]) >= 15


def shape_of(program):
    """What a program does, apart from the texts in it and from the language that it speaks."""
    tree = ast.parse(program)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
        if isinstance(node, ast.Attribute) and node.attr == "en":
            node.attr = "vi"
    return ast.dump(tree)


def program_of(page):
    """The Python blocks of a page's source, joined."""
    return "\n".join(re.findall(r"^```python\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("page", sorted(str(one.relative_to(VI)) for one in VI.rglob("*.md")))
def test_a_page_tells_the_same_story_in_both_languages(page):
    """Its programs differ in texts alone."""
    assert shape_of(program_of(VI / page)) == shape_of(program_of(VI.parent / page))


def public_paths():
    """Every name that an application may use, at the path that users write."""
    rooms = {name: room for name in sc.__all__ if isinstance(room := getattr(sc, name), ModuleType)}
    at_the_front = set(sc.__all__) - set(rooms)
    for short, room in rooms.items():
        for name in room.__all__:
            yield f"supervision_core.{name}" if name in at_the_front else f"supervision_core.{short}.{name}"


def test_every_public_name_has_one_page_at_its_public_path(site):
    """The index of the built pages knows each, on the page of its own name; where it is defined is an alias at most."""
    index = InventoryFile.loads((site / "objects.inv").read_bytes(), uri="")
    described = {
        name: item.uri.partition("#")[0]
        for kind in ("py:class", "py:exception", "py:function", "py:data")
        for name, item in index.data.get(kind, {}).items()
    }

    pages = {path: f"reference/api/{path}.html" for path in public_paths()}

    assert {path: described.get(path) for path in pages} == pages
    assert set(described.values()) == set(pages.values())


def typed_names(page):
    """Names of parameters that a page shows with and without a type, as (owner, name), and the fields that have lines of their own."""
    with_type, without, fields = set(), set(), set()
    for entry in (one for one in html5lib.parse(page.read_bytes()).iter(f"{HTML}dt") if one.get("id", "").startswith("supervision_core")):
        said = "".join(entry.itertext())
        if ":" in said.partition("=")[0]:
            fields.add(entry.get("id").rpartition(".")[2])
        for parameter in (one for one in entry.iter(f"{HTML}em") if "sig-param" in one.get("class", "")):
            name, colon, _ = "".join(parameter.itertext()).partition("=")[0].partition(":")
            (with_type if colon else without).add((entry.get("id"), name.strip(" *")))
    return with_type, without, fields


def test_every_parameter_has_its_type(site):
    """In the signature, or, of a value, on the line of its field; what an enumeration is looked up by has none."""
    seen, untyped = 0, []
    for path in public_paths():
        with_type, without, fields = typed_names(site / "reference" / "api" / f"{path}.html")
        seen += len(with_type) + len(without)
        untyped += [(owner, name) for owner, name in without if name not in {"", "/", "value"} and not (owner == path and name in fields)]

    assert seen > 1_500
    assert untyped == []


def test_every_public_name_stands_in_one_table(site):
    """The pages of the rooms lead to each name once."""
    pages = [one for one in (site / "reference").glob("*.html") if one.name not in {"index.html", "which.html"}]
    links = Counter(link for page in pages for link in re.findall(r'<dt>.*?href="api/([\w.]+)\.html"', page.read_text("utf-8")))

    assert links == Counter(public_paths())


def test_pages_of_the_reference_are_small(site):
    """Nobody scrolls for ever, and nothing is printed whole that is data."""
    pages = list((site / "reference").rglob("*.html"))

    assert len(pages) > 400
    assert [one.name for one in pages if one.stat().st_size > 400_000] == []


@pytest.mark.parametrize("tree", ["", "vi/"], ids=["en", "vi"])
def test_every_fault_code_leads_to_its_line(site, tree):
    """The list of all codes links each to the row that explains it."""
    folder = site / tree / "reference"
    links = re.findall(r'href="(errors\w*)\.html#(code-[a-z_]+)"', (folder / "errors.html").read_text("utf-8"))

    assert len(links) > 100
    assert [link for link in links if f'id="{link[1]}"' not in (folder / f"{link[0]}.html").read_text("utf-8")] == []


def test_tables_are_reached_by_keyboard(site):
    """What scrolls sideways can be focused and has a name, in the language of its page."""
    for page, name in (("comparison", "Table 1"), ("vi/features", "Bảng 1")):
        text = (site / f"{page}.html").read_text("utf-8")

        assert f'role="group" tabindex="0" aria-label="{name}"' in text
        assert '<div class="table-wrapper docutils container">' not in text


def test_the_tables_of_regulations_show_the_data(site):
    """Every regulation, fact and grade, every citation with its mark, and everything that could not be read."""
    names = ("regulations", "law_duties", "local_duties", "time_limits")
    pages = [site / "reference" / f"{name}.html" for name in names] + sorted((site / "reference" / "regulation").glob("*.html"))
    shown = " ".join(" ".join(text_of(page) for page in pages).split())
    wanted = []
    for one in regulations.ENCODED:
        if isinstance(one, NotEncoded):
            wanted += [one.instrument.vi, *(missing.vi for missing in one.missing)]
            continue
        wanted += [one.code, one.label.vi, one.label.en, one.category]
        wanted += [text for fact in one.ladder.facts for text in (fact.code, fact.label.vi, fact.label.en)]
        wanted += [text for rung in one.ladder.rungs for text in (rung.grade.code, rung.grade.label.vi)]
        wanted += [fact.citation.verification.name for fact in one.ladder.facts if fact.citation]
    for one in (*regulations.CITIZEN_RECEPTION, *regulations.DIALOGUE_WITH_PEOPLE, *regulations.PHU_NHUAN_WARD_17):
        wanted += [one.code, one.label.vi, *([one.required.label.vi] if one.required else [])]
    wanted += [text for one in regulations.NOT_READ_OBLIGATIONS for text in (one.instrument.vi, one.missing[0].vi)]
    wanted += [label.vi for label in regulations.STATUTORY_GRADES.values()]
    wanted += [text for one in sc.evidence.CHANNELS.values() for text in (one.code, one.label.vi)]

    assert [text for text in wanted if " ".join(text.split()) not in shown] == []


def pages_of(site, tree):
    """The built pages of one language's tree."""
    pages = [page for page in site.rglob("*.html") if "_static" not in page.parts and "api" not in page.parts]
    return [page for page in pages if (page.relative_to(site).parts[0] == "vi") == (tree == "vi")]


@pytest.mark.parametrize(("tree", "other"), [("vi", "en"), ("en", "vi")])
def test_each_page_says_its_language_and_leads_on_within_it(site, tree, other):
    """The page's language, its contents and the ways forward and back belong to one tree; one link leads to the other language."""
    pages = pages_of(site, tree)

    assert len(pages) > 8
    for page in pages:
        text = page.read_text("utf-8")
        assert f'<html class="no-js" lang="{tree}"' in text, page
        if page.stem.startswith(("genindex", "search")):
            continue
        leads = re.findall(r'<a class="(?:next|prev)-page" href="([^"#]*)', text)
        contents = re.findall(
            r'<a class="(?:current )?reference (?:internal|current internal)" href="([^"#]+)',
            text.split('<div class="sidebar-tree">')[1].split("</aside>")[0],
        )
        for link in [*leads, *contents]:
            target = (page.parent / link).resolve().relative_to(site.resolve())
            assert (target.parts[0] == "vi") == (tree == "vi"), (page, link)
        assert f'hreflang="{other}"' in text, page


@pytest.mark.parametrize("query", ["can bo", "cán bộ", "Cán Bộ", "CAN BO"])
def test_a_search_finds_with_and_without_tone_marks(site, query, monkeypatch):
    """The index holds words without marks, and a query is folded in the same way."""
    monkeypatch.syspath_prepend(str(ROOT / "docs" / "_ext"))
    languages = import_module("languages")
    index = json.loads((site / "searchindex.js").read_text("utf-8").removeprefix("Search.setIndex(").removesuffix(")"))
    pages = [set() for _ in query.split()]
    for word, found in zip(query.split(), pages, strict=True):
        for part in ("terms", "titleterms"):
            places = index[part].get(languages.folded(word), [])
            found |= {index["docnames"][one] for one in (places if isinstance(places, list) else [places])}

    assert "vi/tutorial" in set.intersection(*pages)


def test_the_pictures_of_the_front_page_are_what_is_drawn_today(monkeypatch):
    """The kept files equal what the library draws; ``python docs/_ext/pictures.py`` draws them anew."""
    monkeypatch.syspath_prepend(str(ROOT / "docs" / "_ext"))
    pictures = import_module("pictures")

    assert {path.name: path.read_text("utf-8") for path in pictures.PLACE.glob("*.svg")} == pictures.pictures()


def test_every_function_answers_a_question(monkeypatch):
    """Every public function but the generators for tests stands under a question of the page "which function do I need"."""
    monkeypatch.syspath_prepend(str(ROOT / "docs" / "_ext"))
    reference, questions = import_module("reference"), import_module("questions")
    functions = {
        path.removeprefix("supervision_core.") for path in reference.PATHS if isinstance(reference.value_at(path), FunctionType)
    }
    listed = {name for _, group in questions.QUESTIONS for _, names in group for name in names.split()}

    assert {name for name in functions if not name.startswith("strategies.")} == listed
