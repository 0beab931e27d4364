"""How much of a file is read at all, and what is said of a file that is none of ours."""

from __future__ import annotations

from typing import Final, final

import attrs

from supervision_core import Label


@final
@attrs.frozen(kw_only=True)
class Bounds:
    """The most that a file may hold; of anything larger nothing is kept."""

    #: Bytes of the file itself.
    file_bytes: int = 20_000_000
    #: Bytes of one sheet once it is unpacked.
    sheet_bytes: int = 200_000_000
    #: Cells of one sheet, empty ones too: a file of 62 KB can hold fourteen million.
    cells: int = 1_000_000


BOUNDS: Final = Bounds()


@final
class BadFile(Exception):
    """A file that cannot be read, with the reason in both languages."""

    def __init__(self, why: Label) -> None:
        super().__init__(why)
        self.why = why


def refuse(vi: str, en: str) -> BadFile:
    """The error for a reason."""
    return BadFile(Label(vi, en))
