"""On which side of the paper the blocks of a page stand."""

from __future__ import annotations

from collections.abc import Sequence

from supervision_core.rendering.page import (
    Bars,
    Block,
    Column,
    Grid,
    Heading,
    Listing,
    Notice,
    Paragraph,
    Table,
    Terms,
    Timeline,
)

__all__ = ["is_wide", "sides"]


#: From so much on a table stands across the long side of the paper.
_WIDE = 27
#: What a column takes of it: texts most, numbers less, numbers below a long head something between.
_TEXTS, _WORDED_NUMBERS, _NUMBERS = 4, 3, 2
_LONG_HEAD = 12
#: So many years and more stand across it too.
_WIDE_GRID = 14


def is_wide(block: Block) -> bool:
    """Whether a block needs the long side of the paper."""
    if isinstance(block, Grid):
        return len(block.columns) >= _WIDE_GRID
    table = block.table if isinstance(block, Bars | Timeline) else block
    return isinstance(table, Table) and sum(map(_taken, table.columns)) >= _WIDE


def _taken(column: Column) -> int:
    if column.is_number:
        return _NUMBERS if len(column.text) <= _LONG_HEAD else _WORDED_NUMBERS
    return _TEXTS


def sides(blocks: Sequence[Block]) -> list[bool]:
    """Which blocks go across the long side; headings and sentences go with the table or picture that they speak of.

    That is the next one below the same heading; where there is none, the one before.
    """
    across: list[bool | None] = [None if _is_said(block) else is_wide(block) for block in blocks]
    heads = [isinstance(block, Heading) for block in blocks]
    for place in reversed(range(len(blocks) - 1)):
        # What stands above a heading does not go with what is below it.
        if across[place] is None and (heads[place] or not heads[place + 1]):
            across[place] = across[place + 1]
    side = next((one for one in across if one is not None), False)
    made = []
    for one in across:
        side = side if one is None else one
        made.append(side)
    return made


def _is_said(block: Block) -> bool:
    """Whether it is in words that speak of what stands beside it."""
    return isinstance(block, Heading | Notice | Paragraph | Terms) or (isinstance(block, Listing) and block.is_plain)
