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
        words = {choice.value: choice.label.text(lang) for choice in column.choices}
        said = "; ".join(words.get(one, one) for one in value)
        return (
            _text(
                column,
                said,
                value,
                json.dumps([words.get(one, one) if column.kind is ColumnKind.CHOICES else one for one in value]),
            )
            if value
            else None
        )
    return _text(column, value, value) if isinstance(value, str) else value


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
