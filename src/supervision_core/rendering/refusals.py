"""What cannot be shown."""

from __future__ import annotations

from supervision_core.errors import SupervisionError

__all__ = ["NotRenderable"]


class NotRenderable(SupervisionError, TypeError):
    """There is no report for a value of this kind; ``kind`` names it and ``supported`` what there are reports for.

    >>> from supervision_core.rendering import to_text
    >>> to_text(42)
    Traceback (most recent call last):
        ...
    supervision_core.rendering.refusals.NotRenderable: no report for int; there is one for Assessment, ...
    """

    def __init__(self, kind: str, supported: tuple[str, ...]) -> None:
        self.kind = kind
        self.supported = supported
        super().__init__(kind, supported)

    def __str__(self) -> str:
        return f"no report for {self.kind}; there is one for {', '.join(self.supported)}"
