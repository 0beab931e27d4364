"""Amounts carried from rows to columns: what was put first moves on where that makes room."""

from supervision_core.allocation.transport import Cut, Load, carry


def test_what_is_too_much_moves_on():
    """Column 0 takes one: the second row has nowhere else, so the first, which came first, goes to column 1."""
    rows = [Load(amount=1, open=0b011, most=1), Load(amount=1, open=0b101, most=1)]
    assert carry(rows, [0, 0, 0], [1, 1, 0]) == [{1: 1}, {0: 1}]


def test_a_path_that_lets_through_less_than_could_start():
    """Two rows could move up for column 2, which lacks two, but only one row can go there: it is the column that lacks one."""
    rows = [Load(amount=1, open=0b011, most=1), Load(amount=1, open=0b011, most=1), Load(amount=1, open=0b110, most=1)]
    assert carry(rows, [0, 1, 2], [9, 5, 1]) == Cut(0b100, is_minimum=True)
