"""The one immutable mapping that results carry, and the write-once memory of immutable values."""

from __future__ import annotations

from collections.abc import Callable, Hashable, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import Generic, TypeVar, final, overload

__all__ = ["IdMap", "Memo"]


_T = TypeVar("_T")

#: Past this many entries a memo remembers nothing new, so that hostile input cannot fill the memory.
MOST_ENTRIES = 65_536


@final
class Memo(Generic[_T]):
    """Remembers what was computed for a key; an entry is never changed and nothing new is kept when full."""

    __slots__ = ("_known", "_most", "find")

    #: What is remembered for a key, or None. It is the dict's own method, since populations ask it millions of times.
    find: Callable[[Hashable], _T | None]

    def __init__(self, most: int = MOST_ENTRIES) -> None:
        self._known: dict[Hashable, _T] = {}
        self._most = most
        self.find = self._known.get

    def keep(self, key: Hashable, value: _T) -> _T:
        """Remember a value unless the key has one or the memo is full; the value to use comes back."""
        if len(self._known) >= self._most:
            return self._known.get(key, value)
        # setdefault is one step, so two threads that race both end up with the same value.
        return self._known.setdefault(key, value)


_V = TypeVar("_V")
_D = TypeVar("_D")


@final
class IdMap(Mapping[str, _V]):
    """A mapping from ids that never changes and iterates in the order of its ids (by code point).

    It equals any mapping with the same items.

    >>> from supervision_core.values import IdMap
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

    # The views of the dict itself: the ones that Mapping makes look every key up again.
    def keys(self) -> KeysView[str]:
        """The ids, in order."""
        return self._items.keys()

    def values(self) -> ValuesView[_V]:
        """The values, in the order of their ids."""
        return self._items.values()

    def items(self) -> ItemsView[str, _V]:
        """The pairs, in the order of their ids."""
        return self._items.items()

    @overload
    def get(self, key: str, default: None = None, /) -> _V | None: ...

    @overload
    def get(self, key: str, default: _V, /) -> _V: ...

    @overload
    def get(self, key: str, default: _D, /) -> _V | _D: ...

    def get(self, key: str, default: object = None, /) -> object:
        """The value of an id, or the default."""
        return self._items.get(key, default)

    @property
    def finder(self) -> Callable[..., _V | None]:
        """``get`` as the dict itself has it: for look-ups of many ids in a row."""
        return self._items.get

    def __contains__(self, key: object) -> bool:
        return key in self._items

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
