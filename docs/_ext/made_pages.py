"""Pages that are made from the library's own data when the documents are built, and are not kept in version control."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sphinx.application import Sphinx


def keep(app: Sphinx, folder: str, wanted: Mapping[str, str]) -> None:
    """Make the pages of a folder that are not there yet, or not as they should be; take away those of what is gone."""
    there = Path(app.srcdir, folder)
    there.mkdir(exist_ok=True)
    for old in there.glob("*.rst"):
        if old.stem not in wanted:
            old.unlink()
    for name, text in wanted.items():
        place = there / f"{name}.rst"
        if not place.exists() or place.read_text("utf-8") != text:
            place.write_text(text, "utf-8")


def titled(title: str, *lines: str) -> str:
    """A page as reStructuredText: its title and what stands below."""
    return "\n".join([title, "=" * (2 * len(title)), "", *lines]) + "\n"
