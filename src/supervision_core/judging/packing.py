"""Columns of few different cells as one number a row, so that rows that are alike are found by comparing numbers.

Each column is read into an alphabet (what its cells mean) and an index (which letter stands in which row).
Columns of two letters, such as answers, or of four share bytes; the letters of a row stand side by side and make its number.
"""

from __future__ import annotations

import marshal
import struct
from array import array
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, final

import attrs

from supervision_core.values.facts import Fact, FactState
from supervision_core.values.foreign import plain

__all__ = ["Packed", "Spelt", "pack", "spell"]

#: How many bits letters need, where they share a byte, and how many a byte has.
_BITS: Final = {1: 1, 2: 1, 3: 2, 4: 2}
_BYTE_BITS: Final = 8
_BYTE, _PAIR = 1 << 8, 1 << 16
#: What numbers of one, two, four and eight bytes are called.
_WHOLE: Final = ((1, "B"), (2, "H"), (4, "I"), (8, "Q"))
# How the interpreter writes None, False and True down: one byte each, unlike anything that merely equals them.
_WRITTEN: Final = b"NFT"
_AS_LETTERS: Final = bytes.maketrans(_WRITTEN, b"\2\0\1")
_UNKNOWN: Final = _WRITTEN[0]
_BEFORE_CELLS: Final = 5
_COMPARABLE: Final = frozenset({int, float, Fraction, type(None)})
_OWN: Final = frozenset({bool, int, float, str, Fraction, date, type(None)})


@final
@attrs.frozen(kw_only=True)
class Spelt:
    """A column as letters of its own alphabet."""

    #: What each letter stands for.
    alphabet: tuple[Any, ...]
    #: The letter of each row; of ``width`` bytes each.
    letters: bytes
    #: How many bytes a letter has.
    width: int


def spell(cells: list[object], meaning: Callable[[object], object]) -> Spelt:
    """A column as letters; ``meaning`` is asked once for each different cell."""
    answers = _answers(cells)
    if answers is not None:
        return Spelt(alphabet=tuple(map(meaning, answers[1])), letters=answers[0], width=1)
    keys = _keys(cells)
    found = dict(zip(keys, cells, strict=True))
    order = {key: number for number, key in enumerate(found)}
    numbers = map(order.__getitem__, keys)
    alphabet = tuple(map(meaning, found.values()))
    if len(order) <= _BYTE:
        return Spelt(alphabet=alphabet, letters=bytes(numbers), width=1)
    kind, width = ("H", 2) if len(order) <= _PAIR else ("I", 4)
    return Spelt(alphabet=alphabet, letters=array(kind, numbers).tobytes(), width=width)


def _answers(cells: list[object]) -> tuple[bytes, tuple[bool | None, ...]] | None:
    """The letters of a column in which each cell is True, False or None itself, and their order; None for any other column.

    It looks at the whole column at once, since a population has a hundred thousand rows and nine columns.
    Should an interpreter write these three in another way, the column is spelt cell by cell.
    """
    try:
        written = marshal.dumps(cells, 2)[_BEFORE_CELLS:]
    except ValueError:  # a cell that cannot be written down
        return None
    if len(written) != len(cells) or written.translate(None, _WRITTEN):
        return None
    return written.translate(_AS_LETTERS), (False, True, None) if _UNKNOWN in written else (False, True)


def _keys(cells: list[object]) -> Sequence[Hashable]:
    """For each cell what it is compared by: True and 1 are different facts though Python holds them equal."""
    kinds = set(map(type, cells))
    if kinds <= _COMPARABLE:
        return [None if cell != cell else cell for cell in cells] if float in kinds else cells  # noqa: PLR0124
    return [_key(cell) for cell in cells]


def _key(cell: object) -> Hashable:
    if isinstance(cell, Fact | FactState):
        return type(cell), cell
    value = plain(cell)
    if isinstance(value, Decimal):
        return Decimal, Decimal.__str__(value)
    # Whatever is not Python's own may say anything when it is hashed or compared, so it is looked at by itself.
    return (type(value), value) if type(value) in _OWN else (id(cell), "a cell of another kind")


@final
class Packed:
    """The number of each row, and what a number stands for."""

    __slots__ = ("_columns", "_number", "_places", "numbers")

    #: One number (or, of very many columns, one tuple) a row, in order.
    numbers: Iterator[Hashable]

    def __init__(self, columns: Sequence[Spelt], rows: int) -> None:
        self._columns = columns
        lanes, self._places = _lanes(columns, rows)
        used = sum(width for _, width in lanes)
        size, self._number = next(((size, f"={kind}") for size, kind in _WHOLE if used <= size), (used, f"{used}s"))
        buffer = bytearray(size * rows)
        offset = 0
        for lane, width in lanes:
            for part in range(width):
                buffer[offset + part :: size] = lane[part::width]
            offset += width
        self.numbers = _numbers(buffer, self._number)

    def row(self, number: Any) -> tuple[Any, ...]:  # noqa: ANN401  an int, or a tuple of bytes where it has no room
        """What the cells of a row mean, column by column."""
        raw = number[0] if isinstance(number, tuple) else struct.pack(self._number, number)
        found = []
        for column, (offset, shift) in zip(self._columns, self._places, strict=True):
            mask = (1 << _BITS.get(len(column.alphabet), _BYTE_BITS)) - 1
            letter = raw[offset] >> shift & mask if shift is not None else _read(raw, offset, column.width)
            found.append(column.alphabet[letter])
        return tuple(found)


def _numbers(buffer: bytearray, kind: str) -> Iterator[Hashable]:
    if kind.startswith("="):
        return iter(memoryview(buffer).cast(kind[1:]))  # type: ignore[call-overload]  # one of the letters above
    return struct.iter_unpack(kind, buffer) if buffer else iter(())


def _read(raw: bytes, offset: int, width: int) -> int:
    kind = next(kind for size, kind in _WHOLE if size == width)
    return int(struct.unpack_from(f"={kind}", raw, offset)[0])


def _lanes(columns: Sequence[Spelt], rows: int) -> tuple[list[tuple[bytes, int]], list[tuple[int, int | None]]]:
    """The bytes of each lane with their width, and for each column the lane's offset and its shift within the byte."""
    lanes: list[tuple[bytes, int]] = []
    places: dict[int, tuple[int, int | None]] = {}
    joined, used = 0, 0
    for at, column in enumerate(columns):
        if (bits := _BITS.get(len(column.alphabet))) is None:
            continue
        if used + bits > _BYTE_BITS:
            lanes.append((joined.to_bytes(rows, "little"), 1))
            joined, used = 0, 0
        # One number of all rows: its bytes never carry into each other, since each has room for what is put there.
        joined |= int.from_bytes(column.letters, "little") << used
        places[at] = len(lanes), used
        used += bits
    if used:
        lanes.append((joined.to_bytes(rows, "little"), 1))
    offset = len(lanes)
    for at, column in enumerate(columns):
        if at not in places:
            places[at] = offset, None
            lanes.append((column.letters, column.width))
            offset += column.width
    return lanes, [places[at] for at in range(len(columns))]


def pack(columns: Sequence[Spelt], rows: int) -> Packed:
    """The rows of some columns as numbers."""
    return Packed(columns, rows)
