"""The one immutable mapping that results carry, and the write-once memory of immutable values."""

from __future__ import annotations

from collections.abc import Callable, Hashable, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from operator import attrgetter
from typing import Any, Generic, TypeVar, final, overload

from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.text import are_plain_ids, composed, identifier_fault, shown

__all__ = ["IdMap"]


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


#: The memory of a value that has one; what a memory holds may change, so no public name of a value leads to it.
memo_of: Callable[[Any], Memo[Any]] = attrgetter("_memo")

_NOTHING = object()
_V = TypeVar("_V")
_D = TypeVar("_D")


@final
class IdMap(Mapping[str, _V]):
    """A mapping from ids that never changes and iterates in the order of its ids (by code point).

    Its ids are checked and in composed Unicode, each once, and its values are such as never change.
    It equals any mapping with the same items.

    >>> from supervision_core.values import IdMap
    >>> loads = IdMap({"women": 3, "front": 6})
    >>> list(loads)
    ['front', 'women']
    >>> loads == {"front": 6, "women": 3}
    True
    >>> IdMap({"": 3})
    Traceback (most recent call last):
        ...
    supervision_core.values.errors.InvalidInput: IdMap.items: found '', expected at least one visible character [blank]
    """

    __slots__ = ("_hash", "_items")
    _items: dict[str, _V]
    _hash: int | None

    def __init__(self, items: Mapping[str, _V] | Iterable[tuple[str, _V]] = ()) -> None:
        object.__setattr__(self, "_items", _in_order(_read(items)))
        object.__setattr__(self, "_hash", None)

    def __getitem__(self, key: str) -> _V:
        try:
            return self._items[key]
        except KeyError:
            form = _other_form(key)
            if form in self._items:
                return self._items[form]
            raise
        except TypeError:  # what cannot be hashed is no id
            raise KeyError(key) from None

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
    def get(self, key: object, default: None = None, /) -> _V | None: ...

    @overload
    def get(self, key: object, default: _V, /) -> _V: ...

    @overload
    def get(self, key: object, default: _D, /) -> _V | _D: ...

    def get(self, key: object, default: object = None, /) -> object:
        """The value of an id, or the default; what is no id has none."""
        try:
            found = self._items.get(key, _NOTHING)  # type: ignore[call-overload]  # a dict may be asked for anything
        except TypeError:  # what cannot be hashed is no id
            return default
        if found is not _NOTHING:
            return found
        form = _other_form(key)
        return default if form is None else self._items.get(form, default)

    def __contains__(self, key: object) -> bool:
        try:
            return key in self._items or _other_form(key) in self._items
        except TypeError:  # what cannot be hashed is no id
            return False

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

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ANN401  Hypothesis' and IPython's own
        # A failing example of a test is to be seen and pasted.
        printer.text("IdMap(")
        printer.pretty({} if cycle else dict(self._items))
        printer.text(")")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"an IdMap never changes: {name!r} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"an IdMap never changes: {name!r} cannot be deleted")

    def __reduce__(self) -> tuple[Callable[[dict[str, _V]], IdMap[_V]], tuple[dict[str, _V]]]:
        return map_of_sorted, (dict(self._items),)

    def __copy__(self) -> IdMap[_V]:
        return self


def finder_of(items: IdMap[_V]) -> Callable[..., Any]:
    """``get`` as the dict inside has it: for look-ups of many ids in a row. It holds the dict, so it is handed to nobody."""
    return items._items.get  # noqa: SLF001  this module's own


def dict_of(items: IdMap[_V]) -> dict[str, _V]:
    """What a mapping holds, as a new dict."""
    return items._items.copy()  # noqa: SLF001  this module's own


def _other_form(key: object) -> str | None:
    """An id in composed form and plain text, which is how a mapping holds it; None for what is that already, or no text."""
    return None if not isinstance(key, str) or (type(key) is str and key.isascii()) else composed(key)


def map_of_sorted(items: dict[str, _V]) -> IdMap[_V]:
    """Take over a dict whose ids are checked, composed and in order already; the caller gives it up."""
    made: IdMap[_V] = IdMap.__new__(IdMap)
    object.__setattr__(made, "_items", items)
    object.__setattr__(made, "_hash", None)
    return made


def map_of_checked(items: Mapping[str, _V]) -> IdMap[_V]:
    """The mapping of ids that are checked and composed already, in any order: what is held by values is not checked again."""
    return map_of_sorted(_in_order(items))


def _in_order(items: Mapping[str, _V]) -> dict[str, _V]:
    """A new dict with its keys in order; most come in order, and a copy costs little."""
    order = sorted(items)
    return dict(items) if order == list(items) else {key: items[key] for key in order}


def _read(items: object) -> dict[str, Any]:
    """The items by composed ids, or ``InvalidInput`` with everything that is wrong with them."""
    if isinstance(items, IdMap):
        return items._items  # noqa: SLF001  the same class
    found = items if type(items) is dict and are_plain_ids(items) else _found(_pairs(items))
    changing = sorted(kind.__name__ for kind in set(map(type, found.values())) if kind.__hash__ is None)
    raise_for(Fault("wrong_kind", "IdMap.items", f"a value of {kind}", "values that never change") for kind in changing)
    return found


def _found(pairs: list[tuple[Any, Any]]) -> dict[str, Any]:
    found = dict(pairs) if are_plain_ids([key for key, _ in pairs]) else {}
    return found if len(found) == len(pairs) else _composed(pairs)


def _pairs(items: object) -> list[tuple[Any, Any]]:
    """Keys and values as they are given."""
    if isinstance(items, Mapping):
        return list(items.items())
    given = [] if isinstance(items, str | bytes) or not isinstance(items, Iterable) else list(items)
    if not isinstance(items, Iterable) or isinstance(items, str | bytes) or any(not _is_pair(one) for one in given):
        raise_for(
            [Fault("wrong_kind", "IdMap.items", f"<{type(items).__name__}>", "a mapping by ids, or pairs of id and value")]
        )
    return [(one[0], one[1]) for one in given]


def _is_pair(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2  # noqa: PLR2004  a pair


def _composed(pairs: list[tuple[Any, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    faults = []
    for given, value in pairs:
        key = composed(given)
        if (fault := identifier_fault(key)) is not None:
            faults.append(Fault(fault[0], "IdMap.items", shown(given), fault[1]))
        elif key in found:
            faults.append(Fault("duplicate", "IdMap.items", shown(given), "each id once; another is alike in composed Unicode"))
        else:
            found[key] = value
    raise_for(faults)
    return found
