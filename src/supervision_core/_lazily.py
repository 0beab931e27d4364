"""How rooms hand out their names: each loads when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

__all__ = ["door"]


def door(
    package: str, names: dict[str, object], homes: Mapping[str, str], *, rooms: str = "", own: str = ""
) -> tuple[list[str], Callable[[str], object], Callable[[], list[str]]]:
    """``__all__``, ``__getattr__`` and ``__dir__`` of a package whose names live in its modules (PEP 562).

    ``names`` is the package's own name space; ``homes`` gives each module's public names, parted by blanks;
    ``rooms`` are modules that are names themselves, and ``own`` are names that the package holds already.
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}
    modules = frozenset(rooms.split())
    everything = sorted([*home_of, *modules, *own.split()])

    def find(name: str) -> object:
        if name in modules:
            return import_module(f"{package}.{name}")
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{package}.{home_of[name]}"), name)
        names[name] = found
        return found

    return everything, find, lambda: list(everything)
