"""Documents of earlier versions, read as what they would be today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

__all__ = ["UPGRADES", "Upgrade", "upgraded"]

#: Makes a document of the next version out of one; what it is given it must not change.
Upgrade: TypeAlias = Callable[[Mapping[str, Any]], dict[str, Any]]

#: The upgrade from each earlier version to the next, by the schema of the earlier one. Every kind is in its first version.
UPGRADES: Final[dict[str, Upgrade]] = {}


def upgraded(given: dict[str, Any], current: str | None, upgrades: Mapping[str, Upgrade] = UPGRADES) -> dict[str, Any]:
    """The document in the current version of its kind; the same object where it is current or cannot be made so.

    >>> from supervision_core.serialization.upgrades import upgraded
    >>> renamed = {"supervision_core/pair/1": lambda old: {"schema": "supervision_core/pair/2", "right": old["left"]}}
    >>> upgraded({"schema": "supervision_core/pair/1", "left": 7}, "supervision_core/pair/2", renamed)
    {'schema': 'supervision_core/pair/2', 'right': 7}
    """
    if current is None:
        return given
    found = given
    kind = current.rpartition("/")[0]
    while True:
        schema = found.get("schema")
        if schema == current or not isinstance(schema, str) or schema.rpartition("/")[0] != kind:
            return found
        upgrade = upgrades.get(schema)
        if upgrade is None:
            return found
        try:
            found = upgrade(found)
        except (LookupError, TypeError, ValueError, AttributeError):
            # It is no proper document of its own version either; the reader says so about the version.
            return found
