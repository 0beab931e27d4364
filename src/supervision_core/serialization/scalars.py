"""What is wrong with a document, and its smallest parts: text, yes and no, numbers, days, choices."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from math import gcd
from operator import attrgetter
from typing import Any, Final, TypeAlias, final

import attrs

from supervision_core.values.checks import check_fields
from supervision_core.values.errors import SupervisionError
from supervision_core.values.exact import LARGEST_DIGITS
from supervision_core.values.text import LONGEST_TEXT, composed, counted, shown

__all__ = ["InvalidDocument", "Problem"]


#: The keys and positions that lead to a place in a document.
Path: TypeAlias = tuple[str | int, ...]

#: How many problems of one document are listed; the rest is counted, so that a hostile one cannot fill the memory.
MOST_PROBLEMS: Final = 1000


@final
@attrs.frozen
class Problem:
    """One thing wrong with a document.

    >>> from supervision_core.serialization import Problem
    >>> print(Problem("$.subjects[0].id", "7", "text"))
    $.subjects[0].id: found 7, expected text
    """

    #: Where, from ``$``, the document itself.
    path: str = attrs.field(converter=composed)
    #: What stands there, shortened when long.
    found: str = attrs.field(converter=composed)
    #: What would be right.
    expected: str = attrs.field(converter=composed)

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    def __str__(self) -> str:
        return f"{self.path}: found {self.found}, expected {self.expected}"


@final
class InvalidDocument(SupervisionError):
    """A document that is not what it should be; ``problems`` lists everything found, in the document's order.

    At most a thousand are listed; ``left_out`` says how many more there were.
    """

    def __init__(self, problems: Iterable[Problem], left_out: int = 0) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.left_out = left_out
        super().__init__(self.problems, left_out)

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.problems]
        if self.left_out:
            lines.append(f"and {self.left_out} more")
        return "\n".join(lines)


class Misfit(Exception):
    """A part of a document has another shape; reading quickly stops at the first and says no more."""


@final
class _Failed:
    """Stands where a value could not be made."""


#: What looking into a part gives when no value can be made of it.
FAILED: Final = _Failed()


@final
class Notes:
    """The problems of one document, as they are found."""

    __slots__ = ("left_out", "problems", "upgraded")

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.left_out = 0
        # Whether some part came in an older version: then the document cannot equal what would be written today.
        self.upgraded = False

    def add(self, path: Path, found: object, expected: str) -> None:
        """Note a problem at a place where ``found`` stands."""
        self.say(path, json_text(found), expected)

    def say(self, path: Path, found: str, expected: str) -> None:
        """Note a problem whose finding is in words already."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(path_text(path), found, expected))
        else:
            self.left_out += 1

    @property
    def count(self) -> int:
        """How many problems there are so far."""
        return len(self.problems) + self.left_out


def path_text(path: Path) -> str:
    """A path as people write it; keys that are not plain words stand in quotes, shortened when long."""
    parts = ["$"]
    for step in path:
        if isinstance(step, int):
            parts.append(f"[{step}]")
        elif step.isascii() and step.isidentifier() and len(step) <= _LONGEST_STEP:
            parts.append(f".{step}")
        else:
            # A key may be an id, which says where to look; one that is longer than ids are, is cut.
            cut = step if len(step) <= _LONGEST_STEP else f"{step[:_LONGEST_STEP]}…"
            parts.append(f"[{json.dumps(cut, ensure_ascii=False)}]")
    return "".join(parts)


_LONGEST_STEP = 60
_LONGEST_TEXT = 30


def json_text(given: object) -> str:
    """What stands in a document: a short text as it stands there, anything longer by its kind and length.

    It may be something that somebody wrote in confidence, and errors end up in logs.
    """
    if type(given) is str and len(given) <= _LONGEST_TEXT:
        # Half a character cannot be written; it is shown by its number.
        return json.dumps(given, ensure_ascii=not _is_utf8(given))
    if given is None or type(given) is bool:
        return json.dumps(given)
    return kind_text(given) if type(given) in {str, list, dict} else shown(given)


def kind_text(given: object) -> str:
    """What kind of thing stands in a document and how much of it there is, for places where it may be anything."""
    if type(given) is str:
        return f"a text of {counted(len(given), 'character')}"
    if type(given) is list:
        return "[]" if not given else f"a list of {len(given)}"
    if type(given) is dict:
        return "{}" if not given else f"an object with {counted(len(given), 'key')}"
    return "null" if given is None else "true or false" if type(given) is bool else "a number"


#: The largest whole number that every JSON reader keeps exactly; larger ones are written as digits in a text.
LARGEST_PLAIN_INT: Final = 2**53 - 1

#: A count may be a sum of squares of what people gave, so it may be longer than what they may give; a Python that is told
#: to write as few digits as can be writes so many.
_MOST_DIGITS: Final = 640

_WHOLE_DIGITS = re.compile(rf"-?[1-9][0-9]{{15,{_MOST_DIGITS - 1}}}")
_RATIO = re.compile(rf"(-?[1-9][0-9]{{0,{LARGEST_DIGITS - 1}}})/([1-9][0-9]{{0,{LARGEST_DIGITS - 1}}})")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@final
@attrs.frozen(kw_only=True, eq=False)
class Scalar:
    """A shape without parts: how it is read, written and described."""

    #: What would be right, in words.
    expected: str
    #: The Python types whose values have this shape.
    types: frozenset[type]
    #: The types that may stand for it in a document.
    json_types: frozenset[type]
    #: What is given as a value; raises ``Misfit`` where it has another shape. The second argument is not looked at.
    read: Callable[..., Any]
    #: A value as it stands in a document.
    write: Callable[[Any], Any]
    #: The Python types among them whose values stand in a document as they are.
    plain_types: frozenset[type] = frozenset()
    #: Its JSON Schema.
    described: Mapping[str, object]

    def claims(self, given: object) -> bool:
        """Whether what is given has this shape."""
        try:
            self.read(given)
        except Misfit:
            return False
        return True

    def inspect(self, given: object, path: Path, notes: Notes) -> Any:
        """The value, or ``FAILED`` with a note."""
        try:
            return self.read(given)
        except Misfit:
            notes.add(path, given, self.expected)
            return FAILED

    def schema(self, definitions: dict[str, object]) -> dict[str, object]:  # noqa: ARG002  it has no parts to define
        """Its JSON Schema."""
        return dict(self.described)


def _same(value: Any) -> Any:
    return value


def _read_text(given: Any, _: object = None) -> str:
    if type(given) is not str or len(given) > LONGEST_TEXT:
        raise Misfit
    if not given.isascii() and not (unicodedata.is_normalized("NFC", given) and _is_utf8(given)):
        raise Misfit
    return given


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _read_yes_no(given: Any, _: object = None) -> bool:
    if given is not True and given is not False:
        raise Misfit
    return given


def _read_whole(given: Any, _: object = None) -> int:
    if type(given) is int and -LARGEST_PLAIN_INT <= given <= LARGEST_PLAIN_INT:
        return given
    if type(given) is str and _WHOLE_DIGITS.fullmatch(given) and abs(int(given)) > LARGEST_PLAIN_INT:
        return int(given)
    raise Misfit


def _write_whole(value: int) -> int | str:
    return value if -LARGEST_PLAIN_INT <= value <= LARGEST_PLAIN_INT else str(value)


def _read_exact(given: Any, _: object = None) -> Fraction:
    found = _RATIO.fullmatch(given) if type(given) is str else None
    if found is None:
        return Fraction(_read_whole(given))
    top, bottom = int(found[1]), int(found[2])
    if bottom == 1 or gcd(top, bottom) != 1:
        raise Misfit
    return Fraction(top, bottom)


def _write_exact(value: Fraction) -> int | str:
    if value.denominator == 1:
        return _write_whole(value.numerator)
    return f"{value.numerator}/{value.denominator}"


def _read_day(given: Any, _: object = None) -> date:
    if type(given) is not str or not _DAY.fullmatch(given):
        raise Misfit
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise Misfit from None


_BIG = {"type": "string", "pattern": f"^{_WHOLE_DIGITS.pattern}$"}
_PLAIN = {"type": "integer", "minimum": -LARGEST_PLAIN_INT, "maximum": LARGEST_PLAIN_INT}

#: Any text; one that is not blank; one that may be empty; and an id, which has no control characters either.
FREE_TEXT: Final = {"type": "string", "maxLength": LONGEST_TEXT}
LINES: Final = {**FREE_TEXT, "pattern": "\\S"}
_NO_CONTROLS: Final = {"not": {"pattern": "[\\u0000-\\u001f\\u007f-\\u009f]"}}
OPTIONAL_TEXT: Final = {**FREE_TEXT, "pattern": "^$|\\S", **_NO_CONTROLS}
_ID: Final = {**LINES, **_NO_CONTROLS}

TEXT: Final = Scalar(
    expected=f"text in composed Unicode (NFC) of at most {LONGEST_TEXT} characters",
    types=frozenset({str}),
    json_types=frozenset({str}),
    read=_read_text,
    write=_same,
    plain_types=frozenset({str}),
    described=_ID,
)
YES_NO: Final = Scalar(
    expected="true or false",
    types=frozenset({bool}),
    json_types=frozenset({bool}),
    read=_read_yes_no,
    write=_same,
    plain_types=frozenset({bool}),
    described={"type": "boolean"},
)
WHOLE: Final = Scalar(
    expected=f"a whole number (beyond {LARGEST_PLAIN_INT} either way as a text of its digits)",
    types=frozenset({int}),
    json_types=frozenset({int, str}),
    read=_read_whole,
    write=_write_whole,
    described={"anyOf": [_PLAIN, _BIG]},
)
EXACT: Final = Scalar(
    expected='an exact number: a whole number, or "p/q" in lowest terms',
    types=frozenset({Fraction}),
    json_types=frozenset({int, str}),
    read=_read_exact,
    write=_write_exact,
    described={"anyOf": [_PLAIN, _BIG, {"type": "string", "pattern": f"^{_RATIO.pattern}$"}]},
)
DAY: Final = Scalar(
    expected='a day as "YYYY-MM-DD"',
    types=frozenset({date}),
    json_types=frozenset({str}),
    read=_read_day,
    write=date.isoformat,
    described={"type": "string", "format": "date", "pattern": f"^{_DAY.pattern}$"},
)


@cache
def choice_of(choices: type[Enum]) -> Scalar:
    """The shape of a choice: its value as text."""
    allowed = {member.value: member for member in choices}

    def read(given: Any, _: object = None) -> Enum:
        found = allowed.get(given) if type(given) is str else None
        if found is None:
            raise Misfit
        return found

    names = ", ".join(f'"{value}"' for value in allowed)
    return Scalar(
        expected=f"one of {names}" if len(allowed) > 1 else names,
        types=frozenset({choices}),
        json_types=frozenset({str}),
        read=read,
        write=attrgetter("_value_"),
        described={"enum": list(allowed)},
    )
