"""Faults as one line each, as the tests of rotation compare them: place, value, what would be right, and code."""

import pytest

import supervision_core as sc


def lines(faults):
    """Faults as one line each."""
    return [f"{one.place}: {one.found} ≠ {one.expected} [{one.code}]" for one in faults]


def raised(make):
    """The lines of all faults that a call raises."""
    with pytest.raises(sc.InvalidInput) as found:
        make()
    return lines(found.value.faults)
