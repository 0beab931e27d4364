"""Two questions about a fact that nobody has spoken of, put to the library and to three rule engines with the same rule.

    .venv/bin/python -m pip install zen-engine rule-engine business-rules
    .venv/bin/python tests/benchmarks/unknown_facts.py

In A everything is met and the standing with the people is unknown: good or fair, depending on the standing.
In B the household's obligations are not fulfilled either: fair, whatever the standing is.
"""

from __future__ import annotations

import sys

sys.argv = sys.argv[:1]

import supervision_core as sc  # noqa: E402
from judging import FIELDS, WARD, bare, engines, facts_of  # noqa: E402  it reads the number of officials when imported

MET: dict[str, bool | None] = {field: field != "violation" for field in FIELDS}
CASES = {"A": {**MET, "standing": None}, "B": {**MET, "standing": None, "household": False}}


def main() -> None:
    """Ask everyone."""
    for name, row in CASES.items():
        result = sc.assess(WARD, facts_of(row))
        print(f"{name}  supervision_core: {[grade.code for grade in result.possible]}, worth asking {list(result.open_facts)}")
        grade, failed = bare(type("Row", (), row)())
        print(f"{name}  bare if/else: {grade}, failed {list(failed)}")
        for engine, (_, judge) in engines([row]).items():
            try:
                answer = str(judge(1))
            except Exception as error:  # noqa: BLE001  whatever an engine raises is its answer
                answer = f"{type(error).__name__}: {str(error)[:70]}"
            print(f"{name}  {engine}: {answer}")


if __name__ == "__main__":
    main()
