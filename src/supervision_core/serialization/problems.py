"""What is wrong with a document: where, what stands there, and what would be right."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import islice
from typing import Any, Final, TypeAlias, final

import attrs

from supervision_core.errors import SupervisionError
from supervision_core.text import shown

__all__ = ["FAILED", "MOST_PROBLEMS", "InvalidDocument", "Misfit", "Notes", "Path", "Problem", "json_text"]

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
    path: str
    #: What stands there, shortened when long.
    found: str
    #: What would be right.
    expected: str

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
            parts.append(f"[{json_text(step)}]")
    return "".join(parts)


_LONGEST_STEP = 60
_LONGEST_TEXT = 60
_SHOWN_ITEMS = 2


def json_text(given: object) -> str:
    """What stands in a document, as it stands there; never more than its beginning, however large it is."""
    if type(given) is str:
        cut = given if len(given) <= _LONGEST_TEXT else f"{given[:_LONGEST_TEXT]}…"
        return json.dumps(cut, ensure_ascii=False)
    if given is None or type(given) is bool:
        return json.dumps(given)
    if type(given) is list:
        return "[]" if not given else f"a list of {len(given)}"
    if type(given) is dict:
        return _object_text(given)
    return shown(given)


def _object_text(given: dict[Any, Any]) -> str:
    scalars = ((key, value) for key, value in given.items() if not isinstance(value, dict | list))
    parts = [f"{json_text(key)}: {json_text(value)}" for key, value in islice(scalars, _SHOWN_ITEMS)]
    if len(given) > len(parts):
        parts.append("…")
    return f"{{{', '.join(parts)}}}"
