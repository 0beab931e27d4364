"""Signatures as one calls a value: field names, plain defaults, and an ellipsis for a default that is a value of its own."""

from __future__ import annotations

import re
from enum import Enum
from typing import get_type_hints

import attrs
from sphinx.application import Sphinx
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.typing import stringify_annotation


def default_of(field: attrs.Attribute[object]) -> str:
    """The default after an equals sign; nothing where the field must be given."""
    if field.default is attrs.NOTHING:
        return ""
    if isinstance(field.default, Enum):
        return f"={type(field.default).__name__}.{field.default.name}"
    if field.default is None or isinstance(field.default, bool | int | str) or field.default == ():
        return f"={field.default!r}"
    return "=..."


def type_of(kind: type, field: attrs.Attribute[object]) -> str:
    """The type of a field after a colon where no line of the page has it: what is of a base class, or needs no words."""
    if (kind.__qualname__, field.name) in ModuleAnalyzer.for_module(kind.__module__).find_attr_docs():
        return ""
    return f": {stringify_annotation(get_type_hints(kind)[field.name], 'smart')}"


def of_value(
    app: Sphinx, what: str, name: str, obj: object, options: object, signature: str, returns: str  # noqa: ARG001  Sphinx's
) -> tuple[str, str] | None:
    """The signature of a value's class; everything else as it is."""
    if what in {"function", "method"} and signature:
        return re.sub(r"= ?_[A-Z_]+", "= ...", signature), returns
    if what not in {"class", "exception"} or not isinstance(obj, type) or not attrs.has(obj) or "__attrs_init__" in vars(obj):
        return None
    fields = [field for field in attrs.fields(obj) if field.init and not field.name.startswith("_")]
    types = {field.name: type_of(obj, field) for field in fields}
    positional = [f"{field.name}{types[field.name]}{default_of(field)}" for field in fields if not field.kw_only]
    by_name = [f"{field.name}{types[field.name]}{default_of(field)}" for field in fields if field.kw_only]
    return f"({', '.join([*positional, *(['*'] if by_name else []), *by_name])})", ""


def setup(app: Sphinx) -> dict[str, object]:
    """Look at every signature."""
    app.connect("autodoc-process-signature", of_value)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
