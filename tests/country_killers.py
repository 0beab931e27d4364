"""Work on communes that ends its own process, as the system does to one that takes too much memory."""

import os
import signal
from pathlib import Path

from country.invention import Country
from country.work import CommuneResult, result_of


def always_dies(folder: str, fatal: int, country: Country, commune: int) -> CommuneResult:
    """Do a commune's work and write down that it was begun; one commune kills its process."""
    note(folder, commune)
    if commune == fatal:
        os.kill(os.getpid(), signal.SIGKILL)
    return result_of(country, commune)


def dies_once(folder: str, fatal: int, country: Country, commune: int) -> CommuneResult:
    """The same, but the second time all is well."""
    if note(folder, commune) == 0 and commune == fatal:
        os.kill(os.getpid(), signal.SIGKILL)
    return result_of(country, commune)


def note(folder: str, commune: int) -> int:
    """Write down that a commune was begun; say how often it had been before."""
    before = len(list(Path(folder).glob(f"{commune}-begun-*")))
    (Path(folder) / f"{commune}-begun-{before}").touch()
    return before
