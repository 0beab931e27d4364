"""What the application refuses, as errors."""

from __future__ import annotations


class Forbidden(Exception):
    """A form that is not ours, or larger than any of ours."""


class NotFound(Exception):
    """A page or document that does not exist."""


class NameNeeded(Exception):
    """Nobody works here without having said who he or she is."""
