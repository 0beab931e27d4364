"""What a value or a function refuses, as the tests of the programme compare it."""

import attrs
import pytest

import supervision_core as sc


def told(make):
    """Each fault: its code, its place, what was found, what would be right."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(one.code, one.place, one.found, one.expected) for one in raised.value.faults]


def changed(one, **fields):
    """What makes a value anew with some fields changed."""
    return lambda: attrs.evolve(one, **fields)
