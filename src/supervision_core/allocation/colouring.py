"""Dealing meetings out over years so that nobody is in two places in a year: proper edge colouring of a bipartite graph.

König: the edges of a bipartite multigraph can be coloured with as many colours as its greatest degree has.
Cutting each column into vertices of full degree and one remainder keeps its load in every year within one of the average.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["deal_over_years"]


def deal_over_years(columns_of: Sequence[Sequence[int]], years: int) -> list[list[int]]:
    """For each unit the columns it meets, in the order of the years; a column met several times comes several times.

    ``columns_of[unit]`` has exactly ``years`` entries. A column's load in a year is the floor or the ceiling of its average.
    """
    units = [[-1] * years for _ in columns_of]
    pieces: list[list[int]] = []
    column_of_piece: list[int] = []
    met: dict[int, int] = {}
    filling: dict[int, int] = {}
    for unit, columns in enumerate(columns_of):
        for column in columns:
            if met.get(column, 0) % years == 0:
                filling[column] = len(pieces)
                pieces.append([-1] * years)
                column_of_piece.append(column)
            met[column] = met.get(column, 0) + 1
            _colour(units, pieces, unit, filling[column])
    return [[column_of_piece[piece] for piece in row] for row in units]


def _colour(units: list[list[int]], pieces: list[list[int]], unit: int, piece: int) -> None:
    """Give a new edge a colour; where its ends miss different colours, one alternating path is swapped first."""
    mine, theirs = units[unit].index(-1), pieces[piece].index(-1)
    if mine != theirs:
        _swap(units, pieces, piece, mine, theirs)
    units[unit][mine] = piece
    pieces[piece][mine] = unit


def _swap(units: list[list[int]], pieces: list[list[int]], piece: int, one: int, other: int) -> None:
    """Exchange two colours along the path that leaves a piece by the first of them.

    It goes to units by that colour only, so it never reaches the unit of the new edge, which lacks it; and all units it
    reaches were dealt out before, and have every colour, so it ends at a piece.
    """
    path: list[tuple[int, int, int]] = []
    at, colour = piece, one
    while (unit := pieces[at][colour]) >= 0:
        path.append((unit, at, colour))
        colour = one + other - colour
        following = units[unit][colour]
        path.append((unit, following, colour))
        at, colour = following, one + other - colour
    for unit, at, colour in path:
        units[unit][colour] = -1
        pieces[at][colour] = -1
    for unit, at, colour in path:
        units[unit][one + other - colour] = at
        pieces[at][one + other - colour] = unit
