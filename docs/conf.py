"""How the documents are built: ``python -m sphinx -W -n docs docs/_build/html``."""

project = "supervision_core"
author = "The supervision_core developers"
copyright = "2026, the supervision_core developers"  # noqa: A001  Sphinx asks for this name
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
exclude_patterns = ["_build", "examples"]
html_theme = "furo"
html_title = "supervision_core"
language = "en"
nitpicky = True
# The standard library's own pages are elsewhere; type variables and private names have none.
nitpick_ignore_regex = [
    (r"py:.*", r"(collections|datetime|decimal|enum|fractions|functools|typing|numbers|types)\..*"),
    (r"py:.*", r"(Callable|Iterable|Iterator|Mapping|Sequence|Fraction|Decimal|Literal|date|Any|Self)"),
    (r"py:.*", r"(bool|int|str|tuple|dict|None)"),
    (r"py:.*", r".*\._[A-Za-z].*"),
    (r"py:.*", r"_[A-Z].*"),
    (r"py:obj", r".*"),
    (r"py:.*", r"optional|Ellipsis|\.\.\."),
]
autodoc_member_order = "bysource"
# Defaults as they are written: a programme or a form would otherwise stand there with all its parts.
autodoc_preserve_defaults = True
autodoc_typehints = "none"
autodoc_default_options = {"members": True, "show-inheritance": False}
autodoc_inherit_docstrings = False
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
suppress_warnings = ["autodoc.import_object"]
