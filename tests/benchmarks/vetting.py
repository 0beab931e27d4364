"""How the time of vetting registrations grows with how many there are, in times of what the smallest number takes.

Run: ``python tests/benchmarks/vetting.py``.
"""

from __future__ import annotations

from datetime import date
from math import log
from random import Random
from time import process_time

import supervision_core as sc

_SYLLABLES = [first + last for first in "bcdđghklmnpstv" for last in ("an", "ấn", "ôn", "iên", "ương", "ộ", "e", "ập")]
_SIZES = (100, 200, 400, 800)


def registrations(count: int) -> list[sc.Registration]:
    """So many registrations of ten commitments, every fifth copied from another."""
    random = Random(count)
    texts: list[str] = []
    made = []
    for number in range(count):
        items = []
        for place in range(10):
            text = random.choice(texts) if texts and random.random() < 0.2 else " ".join(random.choices(_SYLLABLES, k=25))
            texts.append(text)
            items.append(sc.Commitment(id=f"{place}", text=text))
        made.append(sc.Registration(id=f"r{number}", subject_id=f"o{number}", year=2026, lodged_on=date(2026, 1, 20), items=items))
    return made


def seconds(count: int) -> float:
    """The best of three runs."""
    given = registrations(count)
    times = []
    for _ in range(3):
        start = process_time()
        sc.evidence.vet_registrations(given)
        times.append(process_time() - start)
    return min(times)


if __name__ == "__main__":
    found = {size: seconds(size) for size in _SIZES}
    for size, time in found.items():
        print(f"{size} registrations: {time / found[_SIZES[0]]:.1f} ({time:.2f} s)")
    print(f"growth exponent {log(found[_SIZES[-1]] / found[_SIZES[0]]) / log(_SIZES[-1] / _SIZES[0]):.2f}")
