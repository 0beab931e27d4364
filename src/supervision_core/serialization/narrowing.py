"""What the schema says of a field beyond its type: texts with lines, numbers from 0, items that stand there once.

Nearly all texts are ids, and say so by ``TEXT`` itself. What follows here are the fields that are otherwise, by the class or
by the name; a name that has bounds in one class has them in all. Tests hold that no document is refused that can be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from supervision_core.serialization.scalars import FREE_TEXT, LINES, OPTIONAL_TEXT, TEXT

__all__ = ["narrowed"]


#: Texts that are no ids: those with lines of their own, those that may be empty, and what a fault shows.
_TEXTS: Final[Mapping[tuple[str, str], Mapping[str, object]]] = {
    ("Label", "vi"): LINES,
    ("Label", "en"): LINES,
    ("Commitment", "text"): LINES,
    ("Commitment", "result"): LINES,
    ("Citation", "article"): OPTIONAL_TEXT,
    ("RotationPolicy", "scope"): OPTIONAL_TEXT,
    ("PublicDraw", "scope"): OPTIONAL_TEXT,
    **{("Fault", name): FREE_TEXT for name in ("code", "place", "found", "expected")},
}

#: What is counted by a whole number that is never negative, in whatever class.
_COUNTS: Final = frozenset(
    {
        "alone", "at_least", "concrete_words", "concrete_words_if_complex", "cooling_off_years", "delays", "demand", "earlier",
        "excess", "failed_checks", "fitting_items", "grace_days", "grace_months", "grace_working_days", "lapses", "late_by",
        "least_months", "max_load", "min_load", "months", "most_items", "needed", "no_needs", "opinions", "rank",
        "sequence_length", "shortage", "small_below", "small_places", "supply", "tenure_years", "term_months", "times",
        "total_after", "total_before", "version", "weeks", "yes_needs",
    }
)  # fmt: skip

#: Lists in which no item stands twice, in whatever class.
_EACH_ONCE: Final = frozenset(
    {
        "allowances", "bars", "charges", "comments", "conflicts", "contents", "contributions", "criteria", "days_off",
        "delegations", "filler_words", "heads", "kin", "methods", "open_facts", "precedence", "ratings", "recommendations",
        "reforms", "rungs", "sections", "steps", "subjects", "terms", "topics", "vague_phrases", "voices", "worked",
    }
)  # fmt: skip


def narrowed(cls: type, name: str, schema: Mapping[str, object]) -> dict[str, object]:
    """The schema of a field, with what is known of the field by its name."""
    text = _TEXTS.get((cls.__name__, name))
    if text is not None:
        return _replaced(schema, text)
    if name in _COUNTS:
        return _from_zero(schema)
    if name in _EACH_ONCE and schema.get("type") == "array":
        return {**schema, "uniqueItems": True}
    return dict(schema)


def _replaced(schema: Mapping[str, object], text: Mapping[str, object]) -> dict[str, object]:
    """The schema of a text, or of a text or nothing, with another text in it."""
    if schema == TEXT.described:
        return dict(text)
    options = schema["anyOf"]
    assert isinstance(options, list)
    return {"anyOf": [dict(text) if one == TEXT.described else one for one in options]}


def _from_zero(schema: Mapping[str, object]) -> dict[str, object]:
    """Whole numbers in a schema from 0, wherever they stand in its alternatives."""
    found = dict(schema)
    if found.get("type") == "integer":
        found["minimum"] = 0
    options = found.get("anyOf")
    if isinstance(options, list):
        found["anyOf"] = [_from_zero(one) for one in options]
    return found
