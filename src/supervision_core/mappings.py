"""The one mapping type of results: immutable, hashable, picklable, iterating by id."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping
from typing import TypeVar, final

__all__ = ["IdMap"]

_V = TypeVar("_V")


@final
class IdMap(Mapping[str, _V]):
    """A mapping from ids that never changes and iterates in the order of its ids (by code point).

    It equals any mapping with the same items.

    >>> from supervision_core.mappings import IdMap
    >>> loads = IdMap({"women": 3, "front": 6})
    >>> list(loads)
    ['front', 'women']
    >>> loads == {"front": 6, "women": 3}
    True
    """

    __slots__ = ("_hash", "_items")
    _items: dict[str, _V]
    _hash: int | None

    def __init__(self, items: Mapping[str, _V] | Iterable[tuple[str, _V]] = ()) -> None:
        pairs = dict(items)
        object.__setattr__(self, "_items", {key: pairs[key] for key in sorted(pairs)})
        object.__setattr__(self, "_hash", None)

    @classmethod
    def of_sorted(cls, items: dict[str, _V]) -> IdMap[_V]:
        """Take over a dict whose keys stand in order already; the caller gives it up."""
        made = cls.__new__(cls)
        object.__setattr__(made, "_items", items)
        object.__setattr__(made, "_hash", None)
        return made

    def __getitem__(self, key: str) -> _V:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def items(self) -> ItemsView[str, _V]:
        """The ids with their values, in order; a view, not to be changed."""
        return self._items.items()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, IdMap):
            return self._items == other._items
        return self._items == dict(other) if isinstance(other, Mapping) else NotImplemented

    def __hash__(self) -> int:
        if self._hash is None:
            object.__setattr__(self, "_hash", hash(tuple(self._items.items())))
        return self._hash  # type: ignore[return-value]  # set on the line above

    def __repr__(self) -> str:
        # Ids may stand for people, so a log line or a traceback shows only how many there are.
        return f"<IdMap of {len(self._items)}>"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"an IdMap never changes: {name!r} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"an IdMap never changes: {name!r} cannot be deleted")

    def __reduce__(self) -> tuple[type[IdMap[_V]], tuple[dict[str, _V]]]:
        return IdMap, (dict(self._items),)

    def __copy__(self) -> IdMap[_V]:
        return self
