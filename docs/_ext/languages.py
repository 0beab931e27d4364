"""Two trees of pages, one a language: what lies below ``vi/`` is Vietnamese and stands beside the English page of that name.

Each page says its language, is led to and from within its tree, points at its counterpart, and is found by words written with
or without tone marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from docutils import nodes
from furo.navigation import get_navigation_tree
from sphinx.addnodes import toctree
from sphinx.application import Sphinx
from sphinx.environment.adapters.toctree import TocTree
from sphinx.search import SearchLanguage

TREE = "vi/"
#: What the theme says around a page.
WORDS = {
    "Back to top": "Về đầu trang",
    "Edit this page": "Sửa trang này",
    "Home": "Trang đầu",
    "Index": "Bảng tra",
    "Next": "Trang sau",
    "On this page": "Trên trang này",
    "Previous": "Trang trước",
    "Search": "Tìm, không cần gõ dấu",
    "Skip to content": "Đến nội dung",
    "View this page": "Xem nguồn của trang",
}
LABELS = {
    "Toggle site navigation sidebar": "Mở hoặc đóng mục lục",
    "Toggle table of contents sidebar": "Mở hoặc đóng mục lục của trang",
    "Toggle Light / Dark / Auto color theme": "Đổi giao diện sáng, tối hoặc theo máy",
}
#: Where the theme leaves out what a screen reader says: its words, and ours in both languages.
NAMELESS = (
    ('<p class="caption" role="heading">', '<p class="caption" role="heading" aria-level="2">', {"en": "", "vi": ""}),
    ('<aside class="sidebar-drawer">', '<aside class="sidebar-drawer" aria-label="{}">', {"en": "Contents", "vi": "Mục lục"}),
    ('<aside class="toc-drawer">', '<aside class="toc-drawer" aria-label="{}">', {"en": "On this page", "vi": "Trong trang"}),
    (
        '<div class="view-this-page">',
        '<div class="view-this-page" role="navigation" aria-label="{}">',
        {"en": "Source of this page", "vi": "Nguồn của trang này"},
    ),
)


#: How the theme begins what a wide table scrolls in.
TABLE = re.compile(r'<div class="(table-wrapper[^"]*)">')
#: Where results of a search are put: a page without a heading has no name.
RESULTS = '<div id="search-results"></div>'
HEADINGS = {"en": "Search", "vi": "Tìm"}
#: The Vietnamese page of results, beside the English one.
SEARCH = "vi/search"


def language_of(name: str) -> str:
    """The language of a page."""
    return "vi" if name.startswith(TREE) else "en"


def counterpart(name: str) -> str:
    """The name that the same page has in the other language."""
    return name.removeprefix(TREE) if name.startswith(TREE) else TREE + name


def folded(word: str) -> str:
    """A word without tone marks, in small letters, and an English plural without its end."""
    plain = "".join(one for one in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(one))
    plain = plain.replace("đ", "d").replace("ð", "d")
    return plain[:-1] if len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss") else plain


class BothLanguages(SearchLanguage):
    """Words of both languages: no word is too short to be looked for ("tổ"), and marks may be left out."""

    lang = "vi"
    language_name = "Vietnamese and English"
    js_stemmer_code = """
var Stemmer = function () {
  this.stemWord = function (word) {
    const plain = word.toLowerCase().normalize("NFD").replace(/\\p{M}/gu, "").replace(/[đð]/g, "d");
    return plain.length > 3 && plain.endsWith("s") && !plain.endsWith("ss") ? plain.slice(0, -1) : plain;
  };
};
"""

    def stem(self, word: str) -> str:
        """As the browser folds it."""
        return folded(word)


def said(text: str, **values: str) -> str:
    """A text of the theme in Vietnamese, where it has one."""
    found = WORDS.get(text.strip(), text)
    return found % values if values else found


def navigation(app: Sphinx, pagename: str, root: str) -> str:
    """The contents of one language's tree, as seen from a page."""
    env, found = app.env, []
    for node in env.get_doctree(root).findall(toctree):
        if any(language_of(name) != language_of(root) for name in node["includefiles"]):
            continue
        resolved = TocTree(env).resolve(
            pagename, app.builder, node, prune=False, includehidden=True, titles_only=True, collapse=True
        )
        if resolved is not None:
            found.append(app.builder.render_partial(resolved)["fragment"])
    return get_navigation_tree("".join(found))


def switch_to(app: Sphinx, pagename: str) -> str:
    """A link to the same page in the other language, or to that language's front page."""
    other = counterpart(pagename)
    there = other if other in app.env.all_docs else "index" if language_of(pagename) == "vi" else "vi/index"
    link = app.builder.get_relative_uri(pagename, there)
    code, name = ("en", "In English") if language_of(pagename) == "vi" else ("vi", "Tiếng Việt")
    return f'<p class="language-switch"><a href="{link}" hreflang="{code}" lang="{code}" rel="alternate">{name}</a></p>'


def in_its_language(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """What stands around a page is in its language and leads on within it."""
    language = language_of(pagename)
    root = "vi/index" if language == "vi" else "index"
    context["language"] = language
    if pagename in {"search", SEARCH}:
        app.add_js_file("search.js")
    context["furo_navigation_tree"] = navigation(app, pagename, root)
    _, before, after = app.builder.relations.get(pagename, (None, None, None))
    for place, name in (("prev", before), ("next", after)):
        if name is not None and language_of(name) != language:
            context[place] = None
    if doctree is not None:
        context["body"] = switch_to(app, pagename) + context["body"]
    if language == "vi":
        context["master_doc"] = root
        for name in ("_", "gettext"):
            context[name] = said
        context["pathto"] = within(context["pathto"])


def within(pathto: Callable[..., str]) -> Callable[..., str]:
    """The way to a page as the theme finds it; a search stays in the language."""
    return lambda other, *rest: pathto(SEARCH if other == "search" else other, *rest)


def search_page(_app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """A page of results in Vietnamese, by the theme's own template."""
    yield SEARCH, {}, "search.html"


def translated_labels(app: Sphinx, problem: Exception | None) -> None:
    """The theme writes some labels itself; on Vietnamese pages they are replaced when all is built."""
    if problem is not None or app.builder.format != "html":
        return
    for name in (*app.env.found_docs, SEARCH):
        if language_of(name) == "vi":
            place = app.outdir / app.builder.get_target_uri(name)
            text = place.read_text("utf-8")
            for english, vietnamese in LABELS.items():
                text = text.replace(f'aria-label="{english}"', f'aria-label="{vietnamese}"')
            place.write_text(text.replace("Toggle navigation of ", "Mở hoặc đóng mục "), "utf-8")


def named(text: str, language: str) -> str:
    """A page whose parts all have names for those who hear it; tables that scroll are reached by keyboard."""
    for nameless, with_name, words in NAMELESS:
        text = text.replace(nameless, with_name.format(words[language]))
    text = text.replace(f"\n{RESULTS}", f"\n<h1>{HEADINGS[language]}</h1>\n{RESULTS}")
    first, *others = text.split('<article role="main">')
    if others:  # the theme's own stands around the index's
        text = first + "<div>" + others[0].replace("</article>", "</div>", 1)
    text = re.sub(r"(?<=<h1>)[\w.]+(?=<a )", lambda title: re.sub(r"(?<=[._])", "<wbr>", title[0]), text)
    word, number = {"en": "Table", "vi": "Bảng"}[language], count(1)
    return TABLE.sub(
        lambda found: f'<div class="{found[1]}" role="group" tabindex="0" aria-label="{word} {next(number)}">', text
    )


def parts_named(app: Sphinx, problem: Exception | None) -> None:
    """On every page, when all is built."""
    if problem is not None or app.builder.format != "html":
        return
    for place in Path(app.outdir).rglob("*.html"):
        language = language_of(place.relative_to(app.outdir).as_posix())
        place.write_text(named(place.read_text("utf-8"), language), "utf-8")


def setup(app: Sphinx) -> dict[str, object]:
    """After the theme has said its own."""
    app.add_search_language(BothLanguages)
    app.connect("html-page-context", in_its_language, priority=900)
    app.connect("html-collect-pages", search_page)
    app.connect("build-finished", translated_labels)
    app.connect("build-finished", parts_named)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
