"""A write-once memory of results that an immutable value may keep; results never depend on it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar, final

__all__ = ["Memo"]

_T = TypeVar("_T")

#: Past this many entries a memo remembers nothing new, so that hostile input cannot fill the memory.
MOST_ENTRIES = 65_536


@final
class Memo(Generic[_T]):
    """Remembers what was computed for a key; an entry is never changed and nothing new is kept when full."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[Hashable, _T] = {}

    def find(self, key: Hashable) -> _T | None:
        """What is remembered for the key, or None."""
        return self._known.get(key)

    def keep(self, key: Hashable, value: _T) -> _T:
        """Remember a value unless the key has one or the memo is full; the value to use comes back."""
        if len(self._known) >= MOST_ENTRIES:
            return self._known.get(key, value)
        # setdefault is one step, so two threads that race both end up with the same value.
        return self._known.setdefault(key, value)
