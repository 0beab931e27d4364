"""A coverage-guided search for documents that do anything but give a value or ``InvalidDocument``.

    .venv/bin/python -m pip install atheris
    .venv/bin/python tests/fuzzing/documents.py -runs=200000 -max_len=20000

It starts from the corpus of every kind. The bytes are read as JSON; what is read must be written again exactly as it stood.
"""

import copy
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

import atheris

TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(TESTS))

with atheris.instrument_imports(include=["supervision_core"]):
    from contract.kinds import value_kinds
    from supervision_core.serialization import InvalidDocument, Receipt, canonical_bytes, from_document, to_document
    from supervision_core.serialization.kinds import word_of

KINDS = {word_of(kind): kind for kind in (*value_kinds(), Receipt)}


def read_any(data: bytes) -> None:
    """Read bytes as a document of the kind that they name."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return
    schema = document.get("schema") if isinstance(document, dict) else None
    word = schema.split("/")[1] if isinstance(schema, str) and schema.count("/") == 2 else "plan"
    try:
        value = from_document(document, KINDS.get(word, KINDS["plan"]))
    except InvalidDocument as error:
        str(error)
        return
    if canonical_bytes(to_document(value)) != canonical_bytes(document):
        raise AssertionError(f"read something else than stood there: {data!r}")


def mutate(data: bytes, max_size: int, seed: int) -> bytes:
    """Change a place in the document rather than a byte, half of the time: most changed bytes are no JSON any more."""
    chance = random.Random(seed)
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return atheris.Mutate(data, max_size)
    if not isinstance(document, dict) or chance.random() < 0.5:
        return atheris.Mutate(data, max_size)
    for _ in range(chance.randint(1, 3)):
        change_one_place(document, chance)
    changed = json.dumps(document, ensure_ascii=False).encode(errors="replace")
    return changed if len(changed) <= max_size else data


def change_one_place(document: dict[str, Any], chance: random.Random) -> None:
    """Put a foreign value somewhere, or what stands elsewhere in the document, or drop or double something."""
    holders: list[Any] = [document]
    for one in holders:
        inner = one.values() if isinstance(one, dict) else one
        holders.extend(value for value in inner if isinstance(value, dict | list))
    holder, other = chance.choice(holders), copy.deepcopy(chance.choice(holders))
    foreign = chance.choice([None, True, 0, 1, -1, 2.5, 2**53, "", "1/2", "2026-02-29", "x", [], {}, other])
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    if not keys:
        return
    key = chance.choice(keys)
    if chance.random() < 0.2:
        del holder[key]
    elif isinstance(holder, list) and chance.random() < 0.3:
        holder.append(copy.deepcopy(holder[key]))
    else:
        holder[key] = foreign


def main() -> None:
    """Fuzz, from the corpus on, in a folder of its own."""
    with tempfile.TemporaryDirectory() as seeds:
        for place in (TESTS / "corpus").glob("*.json"):
            (Path(seeds) / place.name).write_bytes(place.read_bytes())
        atheris.Setup([*sys.argv, seeds], read_any, custom_mutator=mutate)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
