"""A write-once memory of results that an immutable value may keep; results never depend on it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar, final

__all__ = ["Memo"]

_T = TypeVar("_T")

#: Past this many entries a memo remembers nothing new, so that hostile input cannot fill the memory.
MOST_ENTRIES = 65_536


@final
class Memo(Generic[_T]):
    """Remembers what was computed for a key; an entry is never changed and nothing new is kept when full."""

    __slots__ = ("_known", "find")

    #: What is remembered for a key, or None. It is the dict's own method, since populations ask it millions of times.
    find: Callable[[Hashable], _T | None]

    def __init__(self) -> None:
        self._known: dict[Hashable, _T] = {}
        self.find = self._known.get

    def keep(self, key: Hashable, value: _T) -> _T:
        """Remember a value unless the key has one or the memo is full; the value to use comes back."""
        if len(self._known) >= MOST_ENTRIES:
            return self._known.get(key, value)
        # setdefault is one step, so two threads that race both end up with the same value.
        return self._known.setdefault(key, value)
