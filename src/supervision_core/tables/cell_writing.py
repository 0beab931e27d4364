"""Values as cells that are read back as the same values, by this room and by people."""

from __future__ import annotations

import json
from fractions import Fraction

from supervision_core.tables.cell_reading import BadCell, read_cell
from supervision_core.tables.model import ColumnKind, SheetColumn
from supervision_core.values.exact import number_text
from supervision_core.values.text import Language

__all__ = ["write_cell"]


def write_cell(column: SheetColumn, value: object, lang: Language) -> object:
    """A cell that says the value; text that a cell could not carry as it is stands there as JSON writes it."""
    if value is None:
        return None
    for choice in column.choices:
        if choice.value == value and type(choice.value) is type(value):
            return _text(column, choice.label.text(lang), value)
    if isinstance(value, bool):
        return ("có" if value else "không") if lang == "vi" else ("yes" if value else "no")
    if isinstance(value, Fraction):
        return _number(column, value, lang)
    if isinstance(value, tuple):
        return _several(column, value, lang) if value else None
    return _text(column, value, value) if isinstance(value, str) else value


def _several(column: SheetColumn, value: tuple[str, ...], lang: Language) -> str:
    names: dict[object, str] = {choice.value: choice.label.text(lang) for choice in column.choices}
    said = [names.get(one, one) for one in value]
    exactly = said if column.kind is ColumnKind.CHOICES else list(value)
    return _text(column, "; ".join(said), value, json.dumps(exactly))


def _text(column: SheetColumn, text: str, meant: object, literal: str | None = None) -> str:
    """The text itself where it is read back as what is meant, else as JSON."""
    try:
        if read_cell(column, text, None) == meant:
            return text
    except BadCell:
        pass
    return "\\" + json.dumps(text if literal is None else literal)


def _number(column: SheetColumn, value: Fraction, lang: Language) -> object:
    """A whole number as such, a decimal as people write it, anything else as a fraction."""
    if value.denominator == 1:
        return int(value)
    text = number_text(value, lang)
    try:
        if "/" not in text and read_cell(column, text, None) == value:
            return text
    except BadCell:
        pass
    return f"{value.numerator}/{value.denominator}"
