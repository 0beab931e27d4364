"""Keys that errors do not show, since they say who reported or open what was sealed; errors end up in logs."""

from __future__ import annotations

from supervision_core.values.checks import Checks
from supervision_core.values.text import identifier_fault

__all__ = ["check_confidential"]


def check_confidential(checks: Checks, name: str, value: object) -> None:
    """A key; a fault says what is wrong with it and not what stands there."""
    fault = identifier_fault(value)
    if fault is not None:
        says_something = isinstance(value, str) and value.strip()
        checks.fault(fault[0], name, "a key that is not shown" if says_something else value, fault[1])
