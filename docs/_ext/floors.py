"""The picture of the house, drawn from the import layers in pyproject.toml: it cannot say anything else than they do."""

from __future__ import annotations

import tomllib
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

ROOT = Path(__file__).parents[2]
WIDTH, FLOOR, GAP, MARGIN = 640, 46, 12, 8


def layers() -> list[list[str]]:
    """The floors from top to bottom, each with the rooms that stand side by side on it."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    found = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [[room.strip() for room in floor.split("|")] for floor in found]


def drawing(floors: list[list[str]]) -> str:
    """One box a room, one row a floor; an arrow says which way imports go."""
    inner = WIDTH - 60
    height = MARGIN + len(floors) * (FLOOR + GAP)
    parts = [
        f'<svg class="floors" role="img" viewBox="0 0 {WIDTH} {height}" xmlns="http://www.w3.org/2000/svg">',
        f"<title>The floors of the house, top to bottom: {'; '.join(', '.join(rooms) for rooms in floors)}</title>",
    ]
    for level, rooms in enumerate(floors):
        top = MARGIN + level * (FLOOR + GAP)
        each = (inner - (len(rooms) - 1) * GAP) / len(rooms)
        for place, room in enumerate(rooms):
            left = place * (each + GAP)
            parts.append(f'<rect x="{left:.0f}" y="{top}" width="{each:.0f}" height="{FLOOR}" rx="6"/>')
            parts.append(f'<text x="{left + each / 2:.0f}" y="{top + FLOOR / 2 + 6:.0f}">{room}</text>')
    arrow = WIDTH - 24
    parts.append(f'<path d="M{arrow} {MARGIN} V{height - 20} m-7 -9 l7 9 l7 -9"/>')
    parts.append("</svg>")
    return "".join(parts)


class Floors(SphinxDirective):
    """The picture, inline, so that it follows the page's light and dark colours."""

    def run(self) -> list[nodes.Node]:
        """One raw node for HTML."""
        self.env.note_dependency(str(ROOT / "pyproject.toml"))
        return [nodes.raw("", drawing(layers()), format="html")]


def setup(app: Sphinx) -> dict[str, object]:
    """Make the directive known."""
    app.add_directive("floors", Floors)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
