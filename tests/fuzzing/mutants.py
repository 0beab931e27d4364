"""Every document of the corpus with one place changed: what the schema accepts and the reader refuses.

    .venv/bin/python tests/fuzzing/mutants.py 1

The number says that only every n-th mutant is looked at.

A schema says what can be said of a place by itself; what spans places (sorted lists, ids that are known, a grade that
follows) only the reader sees. The survey counts both, by the field and the change.
"""

from __future__ import annotations

import copy
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from jsonschema import Draft202012Validator

from contract.kinds import value_kinds
from supervision_core.serialization import InvalidDocument, Receipt, from_document, json_schema
from supervision_core.serialization.kinds import schema_name

CORPUS = Path(__file__).parents[1] / "corpus"
#: What stands instead of a value of a kind.
INSTEAD: dict[type, tuple[Any, ...]] = {
    str: ("", " ", "a\nb", 7, None),
    bool: (None, 1),
    int: (-1, True, "7", None),
    type(None): (7,),
}


def places(document: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every place in a document with what stands there."""
    yield path, document
    items = document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ()
    for key, value in items:
        yield from places(value, (*path, key))


def mutants(document: dict[str, Any]) -> Iterator[tuple[tuple[Any, ...], str, Any]]:
    """The document with one place changed, in each way."""
    for path, held in places(document):
        if isinstance(held, list) and held:
            yield path, "an item twice", changed(document, path, [held[0], *held])
        if isinstance(held, dict) and path:
            yield path, "a key more", changed(document, path, {**held, "unknown key": 7})
        for other in INSTEAD.get(type(held), ()):
            yield path, f"{type(held).__name__} -> {other!r}", changed(document, path, other)


def changed(document: dict[str, Any], path: tuple[Any, ...], other: Any) -> Any:
    """The document with something else at a place."""
    made = copy.deepcopy(document)
    holder: Any = made
    for step in path[:-1]:
        holder = holder[step]
    if not path:
        return other
    holder[path[-1]] = other
    return made


def field_of(path: tuple[Any, ...]) -> str:
    """The name of the field that a place belongs to."""
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "$")


def survey(every: int = 1, kinds: Sequence[type] | None = None) -> tuple[int, Counter[tuple[str, str]], list[str]]:
    """How many mutants there are, which the schema lets through to a reader that refuses, and which it refuses wrongly."""
    count = 0
    let_through: Counter[tuple[str, str]] = Counter()
    too_strict: list[str] = []
    for kind in (*value_kinds(), Receipt) if kinds is None else kinds:
        name = schema_name(kind)
        _, word, version = name.split("/")
        document = json.loads((CORPUS / f"{word}-{version}.json").read_text("utf-8"))
        validator = Draft202012Validator(json_schema(kind))
        if not validator.is_valid(document):
            continue  # something in it is of an earlier version, which the reader takes and the schema of today does not describe
        for path, change, mutant in islice(mutants(document), 0, None, every):
            count += 1
            accepted = validator.is_valid(mutant)
            try:
                from_document(mutant, kind)
                read = True
            except InvalidDocument:
                read = False
            if accepted and not read:
                let_through[word if field_of(path) == "$" else f"{word}: {field_of(path)}", change] += 1
            if read and not accepted:
                too_strict.append(f"{word} {path} {change}")
    return count, let_through, too_strict


def main(every: int) -> None:
    """Count and print."""
    count, let_through, too_strict = survey(every)
    changes: Counter[str] = Counter()
    for (_, change), times in let_through.items():
        changes[change] += times
    print(f"{count:,} mutants; {sum(let_through.values())} are refused by the reader alone, {len(too_strict)} by the schema alone")
    for change, times in changes.most_common():
        print(f"{times:6} {change}")
    for (field, change), times in sorted(let_through.items()):
        print(f"       {field}: {change} ({times})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
