"""A coverage-guided search for input that does anything but give a right value or a documented error.

    .venv/bin/python -m pip install atheris
    .venv/bin/python tests/fuzzing/guided.py documents -max_total_time=1200 -max_len=20000 -timeout=10 -rss_limit_mb=1024

and likewise ``hostile_rows`` and ``hostile_lineages``. Input is JSON, changed place by place as often as byte by byte; what
takes longer than ten seconds or more memory than a gibibyte is a fault as well. ``wandering`` does the same without
coverage, from a seed: the suite runs a sample of it.
"""

from __future__ import annotations

import copy
import importlib
import json
import random
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

TESTS = Path(__file__).parents[1]
if str(TESTS) not in sys.path:
    sys.path.insert(0, str(TESTS))


class Target(Protocol):
    """What is fuzzed: a module of ``tests/fuzzing``."""

    #: What is put somewhere in an input.
    FOREIGN: tuple[Any, ...]

    @staticmethod
    def seeds() -> Iterable[Any]:
        """The inputs to begin with."""

    @staticmethod
    def check(document: Any) -> bool:
        """Whether a value came of it; False for a documented error. Whatever else leaves it is a fault."""


def change_one_place(document: Any, chance: random.Random, foreign: tuple[Any, ...]) -> None:
    """Put a foreign value somewhere, or what stands elsewhere in the document, or drop, double or rename something."""
    holders: list[Any] = [document]
    for one in holders:
        inner = one.values() if isinstance(one, dict) else one
        holders.extend(value for value in inner if isinstance(value, dict | list))
    holder, other = chance.choice(holders), copy.deepcopy(chance.choice(holders))
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    if not keys:
        return
    key, put = chance.choice(keys), copy.deepcopy(chance.choice([*foreign, other]))
    kind = chance.random()
    if kind < 0.2:
        del holder[key]
    elif isinstance(holder, list) and kind < 0.4:
        holder.insert(chance.randrange(len(holder) + 1), copy.deepcopy(holder[key]))
    elif isinstance(holder, dict) and isinstance(put, str) and kind < 0.4:
        holder[put] = holder.pop(key)
    elif isinstance(holder[key], str) and isinstance(put, str) and kind < 0.6:
        at = chance.randrange(len(holder[key]) + 1)
        holder[key] = holder[key][:at] + put + holder[key][at:]
    else:
        holder[key] = put


def wandering(target: Target, seed: int, steps: int) -> Iterator[bool]:
    """What becomes of random changes, one after another and now and then anew from an input to begin with."""
    chance = random.Random(seed)
    begun = list(target.seeds())
    document: Any = None
    for _ in range(steps):
        if document is None or chance.random() < 0.2:
            document = copy.deepcopy(chance.choice(begun))
        change_one_place(document, chance, target.FOREIGN)
        # As text and back, as it comes from outside.
        document = json.loads(json.dumps(document))
        yield target.check(copy.deepcopy(document))


def main(name: str, options: list[str]) -> None:
    """Fuzz one target, from its seeds on, in a folder of its own."""
    import atheris

    with atheris.instrument_imports(include=["supervision_core"]):
        target: Any = importlib.import_module(f"fuzzing.{name}")

    def read(data: bytes) -> None:
        try:
            document = json.loads(data)
        except (ValueError, RecursionError):
            return
        target.check(document)

    def mutate(data: bytes, max_size: int, seed: int) -> bytes:
        chance = random.Random(seed)
        try:
            document = json.loads(data)
        except (ValueError, RecursionError):
            return atheris.Mutate(data, max_size)
        if not isinstance(document, dict) or chance.random() < 0.4:
            return atheris.Mutate(data, max_size)
        for _ in range(chance.randint(1, 3)):
            change_one_place(document, chance, target.FOREIGN)
        changed = json.dumps(document, ensure_ascii=False).encode(errors="replace")
        return changed if len(changed) <= max_size else data

    with tempfile.TemporaryDirectory() as folder:
        for number, document in enumerate(target.seeds()):
            (Path(folder) / f"{number}").write_text(json.dumps(document, ensure_ascii=False), "utf-8")
        atheris.Setup([sys.argv[0], *options, folder], read, custom_mutator=mutate)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
