"""A regulation inside another document: by name where it ships with the library, in full where it does not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final, TypeGuard, final

import attrs

from supervision_core.regulations import ENCODED
from supervision_core.regulations.regulation import Regulation
from supervision_core.serialization.canonical import digest_of
from supervision_core.serialization.objects import ObjectShape
from supervision_core.serialization.problems import FAILED, Misfit, Notes, Path, json_text
from supervision_core.serialization.scalars import TEXT, WHOLE

__all__ = ["RegulationShape", "is_reference"]

_TYPE: Final = "shipped_regulation"
_KEYS: Final = frozenset({"type", "code", "version", "fingerprint"})
_SHIPPED: Final[Mapping[tuple[str, int], Regulation]] = {
    (one.code, one.version): one for one in ENCODED if isinstance(one, Regulation)
}


#: What people read; no grade depends on it.
_WORDS: Final = frozenset({"label", "citation", "unit"})


def _deciding(part: Any) -> Any:
    """A document without what people read in it."""
    if isinstance(part, dict):
        return {key: _deciding(value) for key, value in part.items() if key not in _WORDS}
    return [_deciding(one) for one in part] if isinstance(part, list) else part


def is_reference(given: object) -> TypeGuard[dict[str, Any]]:
    """Whether what is given means a regulation by its name."""
    return type(given) is dict and given.get("type") == _TYPE


@final
@attrs.frozen(kw_only=True, eq=False)
class RegulationShape:
    """A shipped regulation by code, version and the fingerprint of all that decides in it; any other in full.

    So an assessment is small, one that was made under other rules than today's is noticed, and a better label or a
    citation that was verified meanwhile makes no old document unreadable.
    """

    #: The shape in full.
    of: ObjectShape
    types: frozenset[type] = frozenset({Regulation})
    json_types: frozenset[type] = frozenset({dict})
    plain_types: frozenset[type] = frozenset()

    @property
    def expected(self) -> str:
        """What would be right, in words."""
        return f'an object with "type": "{_TYPE}", or {self.of.expected}'

    @cached_property
    def _references(self) -> Mapping[tuple[str, int], Mapping[str, Any]]:
        return {
            key: {"type": _TYPE, "code": key[0], "version": key[1], "fingerprint": digest_of(_deciding(self.of.write(one)))}
            for key, one in _SHIPPED.items()
        }

    def claims(self, given: object) -> bool:
        """Whether what is given means to be a regulation."""
        return self.of.claims(given) or is_reference(given)

    def read(self, given: Any, _: object = None) -> Regulation:
        """What is given as a value."""
        if is_reference(given):
            code, version = given.get("code"), given.get("version")
            if type(code) is str and type(version) is int and self._references.get((code, version)) == given:
                return _SHIPPED[code, version]
            raise Misfit
        found: Regulation = self.of.read(given)
        return found

    def write(self, value: Regulation) -> dict[str, Any]:
        """A value as it stands in a document."""
        key = value.code, value.version
        shipped = _SHIPPED.get(key)
        if shipped is value or shipped == value:
            return dict(self._references[key])
        return self.of.write(value)

    def inspect(self, given: object, path: Path, notes: Notes) -> Any:
        """The value, or ``FAILED`` with notes on all that is wrong."""
        if not self.claims(given):
            notes.add(path, given, self.expected)
            return FAILED
        if not is_reference(given):
            return self.of.inspect(given, path, notes)
        code, version = given.get("code"), given.get("version")
        known = type(code) is str and type(version) is int
        wanted = self._references.get((code, version)) if known else None  # type: ignore[arg-type]  # see known
        if wanted is None:
            names = ", ".join(f"{one} {number}" for one, number in _SHIPPED)
            notes.say(path, f"{json_text(code)} {json_text(version)}", f"the code and version of a shipped regulation: {names}")
            return FAILED
        before = notes.count
        # In the document's own order: that of a set would differ from process to process.
        for key in given:
            if key not in _KEYS:
                notes.add((*path, str(key)), given[key], "no such key")
        if given.get("fingerprint") != wanted["fingerprint"]:
            right = f"{wanted['fingerprint']}, the regulation as it is encoded here"
            notes.add((*path, "fingerprint"), given.get("fingerprint"), right)
        return FAILED if notes.count > before else _SHIPPED[code, version]  # type: ignore[index]  # see known

    def schema(self, definitions: dict[str, object]) -> dict[str, object]:
        """Its JSON Schema."""
        parts = {
            "type": {"const": _TYPE},
            "code": TEXT.schema(definitions),
            "version": WHOLE.schema(definitions),
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        }
        reference = {"type": "object", "properties": parts, "required": [*parts], "additionalProperties": False}
        return {"oneOf": [reference, self.of.schema(definitions)]}
