"""How a law about many kinds of values shares its examples among them."""

from __future__ import annotations

from collections.abc import Sized

from hypothesis import HealthCheck, settings

__all__ = ["shared"]


def shared(kinds: Sized, *, least: int, **others: object) -> settings:
    """Settings by which all kinds together have the examples of one law, and each has ``least`` of them."""
    return settings(
        max_examples=max(least, -(-settings.default.max_examples // len(kinds))),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
        **others,
    )
