"""Assessments in documents: all who have the same facts share one, in reading and in writing too."""

from __future__ import annotations

from typing import Any, Final, final

import attrs

from supervision_core.judging.assessments import Assessment
from supervision_core.memos import Memo
from supervision_core.serialization.composites import Shape
from supervision_core.serialization.objects import ObjectShape
from supervision_core.serialization.problems import Misfit, Notes, Path
from supervision_core.serialization.references import is_reference

__all__ = ["AssessmentShape"]

#: Marks the entries in a regulation's memo.
_KEY: Final = "document"


@final
@attrs.frozen(kw_only=True, eq=False)
class AssessmentShape:
    """The object that an assessment is, put together once for each row of facts.

    A population of a hundred thousand has a few hundred rows.
    What is remembered lives with the regulation, like its assessments.
    """

    #: The object.
    of: ObjectShape
    types: frozenset[type] = frozenset({Assessment})
    json_types: frozenset[type] = frozenset({dict})
    plain_types: frozenset[type] = frozenset()

    @property
    def expected(self) -> str:
        """What would be right, in words."""
        return self.of.expected

    def claims(self, given: object) -> bool:
        """Whether what is given means to be an assessment."""
        return self.of.claims(given)

    def read(self, given: Any, _: object = None) -> Assessment:
        """What is given as a value."""
        return self._remembered(given) or self.of.read(given)

    def _remembered(self, given: Any) -> Assessment | None:
        try:
            if not is_reference(given["regulation"]):
                # A regulation in full is made anew, and remembers nothing yet.
                return None
            known = given["known"]
            regulation = self._regulation.read(given["regulation"])
            memo: Memo[tuple[Assessment, dict[str, Any]]] = regulation.memo
            found = memo.find((_KEY, tuple(known.items()), tuple(given["not_applicable"])))
            if found is None or found[1] != given:
                return None
            # Equal is not enough: to Python, 1 equals True and 1.0.
            alike = list(map(type, known.values())) == list(map(type, found[1]["known"].values()))
        except (AttributeError, KeyError, TypeError, Misfit):
            return None
        return found[0] if alike else None

    @property
    def _regulation(self) -> Shape:
        return self.of.fields["regulation"]

    def write(self, value: Assessment) -> dict[str, Any]:
        """A value as it stands in a document."""
        memo: Memo[tuple[Assessment, dict[str, Any]]] = value.regulation.memo
        key = _KEY, value.known, value.not_applicable
        found = memo.find(key)
        kept = memo.keep(key, (value, self.of.write(value))) if found is None else found
        # A new one each time, all the way down: who asked for it may change it.
        made = {name: one if type(one) in _UNCHANGING else one.copy() for name, one in kept[1].items()}
        made["regulation"] = self._regulation.write(value.regulation)
        return made

    def inspect(self, given: object, path: Path, notes: Notes) -> Any:
        """The value, or ``FAILED`` with notes on all that is wrong."""
        return self.of.inspect(given, path, notes)

    def schema(self, definitions: dict[str, object]) -> dict[str, object]:
        """Its JSON Schema."""
        return self.of.schema(definitions)


_UNCHANGING: Final = frozenset({str, type(None)})
