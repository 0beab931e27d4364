"""Adds a document for each kind and version that has none yet; what is there is never written again.

Run it after a kind was added or its version rose: ``python tests/corpus/add_missing.py``.
"""

import json
import sys
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings, strategies as st

sys.path.insert(0, str(Path(__file__).parents[1]))

import generators  # noqa: F401  it says how values are generated
from contract.kinds import value_kinds
from supervision_core.serialization import Receipt, to_document

HERE = Path(__file__).parent
LARGEST = 6_000


def place_of(schema: str) -> Path:
    """Where the document of a kind and version is kept."""
    _, kind, version = schema.split("/")
    return HERE / f"{kind}-{version}.json"


def telling_document(kind: type) -> str:
    """The longest of some generated documents that is still pleasant to read."""
    found: list[str] = []

    @settings(max_examples=40, deadline=None, derandomize=True, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.from_type(kind))
    def collect(value: object) -> None:
        found.append(json.dumps(to_document(value), ensure_ascii=False, indent=1, sort_keys=True) + "\n")

    collect()
    bearable = [text for text in found if len(text) <= LARGEST]
    return max(bearable, key=len) if bearable else min(found, key=len)


if __name__ == "__main__":
    for kind in (*value_kinds(), Receipt):
        text = telling_document(kind)
        place = place_of(json.loads(text)["schema"])
        if not place.exists():
            place.write_text(text, encoding="utf-8")
            print("added", place.name)
