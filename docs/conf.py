"""How the documents are built: ``python -m sphinx -W -n docs docs/_build/html``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "supervision_core"
author = "The supervision_core developers"
copyright = "2026, the supervision_core developers"  # noqa: A001  Sphinx asks for this name
extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx_copybutton",
    *("fault_codes", "floors", "folders", "languages", "questions", "reference"),
    *("regulation_tables", "sheet_tables", "signatures"),
]
exclude_patterns = ["_build", "examples"]
html_theme = "furo"
html_title = "supervision_core"
html_static_path = ["_static"]
html_domain_indices = False
# A page of the index for each letter: all of them together would be one page of 45,000 pixels.
html_split_index = True
html_css_files = ["house.css"]
html_js_files = ["run.js", "tab.js"]
html_favicon = "_static/icon.svg"
# Words of both languages, with or without tone marks.
html_search_language = "vi"
# What a block prints is not copied with it.
copybutton_selector = "div:not(.highlight-output) > div.highlight > pre"
language = "en"
nitpicky = True
# Labels and codes stand as they are in the data.
smartquotes = False
# The standard library's own pages are elsewhere; type variables and private names have none.
nitpick_ignore_regex = [
    (r"py:.*", r"(collections|datetime|decimal|enum|fractions|functools|typing|numbers|types)\..*"),
    (r"py:.*", r"(Callable|Iterable|Iterator|Mapping|Sequence|Fraction|Decimal|Literal|date|Any|Self)"),
    (r"py:.*", r"(bool|int|str|tuple|dict|None)"),
    (r"py:.*", r".*\._[A-Za-z].*"),
    (r"py:.*", r"_[A-Z].*"),
    (r"py:.*", r"hypothesis\..*"),
    (r"py:obj", r".*"),
    (r"py:.*", r"optional|Ellipsis|\.\.\."),
]
autodoc_member_order = "bysource"
# Defaults as they are written: a programme or a form would otherwise stand there with all its parts.
autodoc_preserve_defaults = True
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
autodoc_default_options = {"members": True}
autodoc_inherit_docstrings = False
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
suppress_warnings = ["autodoc.import_object"]
