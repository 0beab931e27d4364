"""The examples as one file to download: whoever has the library alone can follow a page that uses them.

``docs/examples.zip`` is made when the documents are built (it is not kept in version control); pages lead to it by
``{download}``. The same examples give the same file.
"""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sphinx.application import Sphinx

EXAMPLES = Path(__file__).parents[1] / "examples"
ARCHIVE = "examples.zip"
#: What belongs to an example; databases and what was compiled do not.
KINDS = frozenset({".css", ".html", ".ipynb", ".js", ".json", ".md", ".png", ".py", ".svg", ".webmanifest"})


def files() -> dict[str, Path]:
    """Every file of the examples by its name in the archive."""
    found = (path for path in EXAMPLES.rglob("*") if path.suffix in KINDS and "node_modules" not in path.parts)
    return {path.relative_to(EXAMPLES.parent).as_posix(): path for path in sorted(found)}


def pack(target: Path) -> None:
    """Write the archive, each file dated alike."""
    with ZipFile(target, "w") as packed:
        for name, path in files().items():
            packed.writestr(ZipInfo(name), path.read_bytes(), ZIP_DEFLATED)


def make_archive(app: Sphinx) -> None:
    """Before the pages are read: they lead to it."""
    pack(Path(app.srcdir, ARCHIVE))


def setup(app: Sphinx) -> dict[str, object]:
    """The archive before the pages."""
    app.connect("builder-inited", make_archive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
