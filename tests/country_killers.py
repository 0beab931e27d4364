"""Work on communes that ends its own process, as the system does to one that takes too much memory."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

from country.invention import Country
from country.work import CommuneResult, results_of


def always_dies(folder: str, fatal: int, country: Country, communes: Sequence[int]) -> list[CommuneResult]:
    """Write down that each commune was begun, and do their work; one commune kills its process."""
    for commune in communes:
        note(folder, commune)
        if commune == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
    return results_of(country, communes)


def dies_once(folder: str, fatal: int, country: Country, communes: Sequence[int]) -> list[CommuneResult]:
    """The same, but the second time all is well."""
    for commune in communes:
        if note(folder, commune) == 0 and commune == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
    return results_of(country, communes)


def note(folder: str, commune: int) -> int:
    """Write down that a commune was begun; say how often it had been before."""
    before = len(list(Path(folder).glob(f"{commune}-begun-*")))
    (Path(folder) / f"{commune}-begun-{before}").touch()
    return before
