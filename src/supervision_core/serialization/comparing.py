"""Where a document differs from what would be written today."""

from __future__ import annotations

from typing import Any

from supervision_core.serialization.problems import Notes, Path, json_text

__all__ = ["note_differences"]


def note_differences(given: Any, canonical: Any, path: Path, notes: Notes) -> None:
    """Note each place where what was given is not how its value is written."""
    if isinstance(given, dict) and isinstance(canonical, dict) and given.keys() == canonical.keys():
        for key, value in canonical.items():
            note_differences(given[key], value, (*path, key), notes)
    elif isinstance(given, list) and isinstance(canonical, list):
        _note_in_list(given, canonical, path, notes)
    elif given != canonical:
        notes.add(path, given, json_text(canonical))


def _note_in_list(given: list[Any], canonical: list[Any], path: Path, notes: Notes) -> None:
    if len(given) == len(canonical) and not _are_shuffled(given, canonical):
        for place, (one, other) in enumerate(zip(given, canonical, strict=True)):
            note_differences(one, other, (*path, place), notes)
    else:
        place = next(
            (at for at, (one, other) in enumerate(zip(given, canonical, strict=False)) if one != other),
            min(len(given), len(canonical)),
        )
        right = f"{json_text(canonical[place])} here" if place < len(canonical) else "nothing here"
        found = json_text(given[place]) if place < len(given) else "nothing"
        notes.say((*path, place), found, f"{right}, since the list is sorted and has each item once")


def _are_shuffled(given: list[Any], canonical: list[Any]) -> bool:
    return given != canonical and sorted(map(repr, given)) == sorted(map(repr, canonical))
