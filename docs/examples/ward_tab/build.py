"""Make the static folder of the ward in a browser tab, and open it: ``python docs/examples/ward_tab/build.py --open``.

The runtime is the npm package of the exact version in ``package.json``, checked by the SHA-256 there; the library is this
checkout, what it needs comes as wheels. Everything is compiled and imported once, by that very runtime, and Python's memory is
written down afterwards: opening the page compiles and imports nothing. Any web server can serve the folder; what is in it asks
for nothing from elsewhere.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import webbrowser
import zipfile
from collections.abc import Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent
ROOT = HERE.parents[2]
#: The one place that says which runtime, and what its package must be.
PACKAGE = json.loads((HERE / "package.json").read_text("utf-8"))
VERSION: str = PACKAGE["dependencies"]["pyodide"]
SHA256: str = PACKAGE["config"]["sha256"]
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
#: What the library and the example need; all of it is pure Python.
WHEELS = ("attrs", "cattrs", "python-dateutil", "six", "typing_extensions", "openpyxl", "et_xmlfile", "XlsxWriter")
PAGES = ("index.html", "app.js", "style.css")
#: What the tab shares with the web application: its looks, and the reading of a list.
LOOKS = ("ward.css", "ward.svg")
#: The modules of the examples that the tab uses.
MODULES = (
    "ward_tab/__init__.py", "ward_tab/app.py", "ward_app/__init__.py", "ward_app/excel.py", "ward_app/lists.py",
    "ward_app/sample.py", "sheets/__init__.py", "sheets/bounds.py", "sheets/parts.py", "sheets/text.py", "sheets/workbook.py",
)  # fmt: skip
#: Run by node in the runtime itself: every module, Python's own too, as bytecode in one archive that is imported as it is.
COMPILE = """
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [runtime, sources, made] = process.argv.slice(1);
const { loadPyodide } = await import(pathToFileURL(runtime + "/pyodide.mjs").href);
const python = await loadPyodide({ indexURL: runtime + "/" });
for (const archive of [runtime + "/python_stdlib.zip", sources])
  python.unpackArchive(new Uint8Array(readFileSync(archive)), "zip", { extractDir: "/made" });
python.runPython(`
import compileall, os, py_compile, zipfile
mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
assert compileall.compile_dir("/made", quiet=1, force=True, legacy=True, stripdir="/made", invalidation_mode=mode)
with zipfile.ZipFile("/made.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    for folder, folders, names in os.walk("/made"):
        folders.sort()
        for name in sorted(names):
            if not name.endswith(".py"):
                about = zipfile.ZipInfo(os.path.relpath(os.path.join(folder, name), "/made"), (1980, 1, 1, 0, 0, 0))
                about.compress_type = zipfile.ZIP_DEFLATED
                with open(os.path.join(folder, name), "rb") as file:
                    archive.writestr(about, file.read())
`);
writeFileSync(made, python.FS.readFile("/made.zip"));
"""
#: Run by node: Python's memory with everything imported, so that opening the page imports nothing.
REMEMBER = """
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
const [runtime, archive, made] = process.argv.slice(1);
const { loadPyodide } = await import(pathToFileURL(runtime + "/pyodide.mjs").href);
const python = await loadPyodide({ indexURL: runtime + "/", stdLibURL: archive, _makeSnapshot: true });
python.runPython("import gc; from ward_tab import app; app.warm(); gc.collect()");
writeFileSync(made, gzipSync(python.makeMemorySnapshot(), { level: 9 }));
"""


def check(package: Path, expected: str = SHA256) -> None:
    """Refuse a package that is not the one that was looked at."""
    found = hashlib.sha256(package.read_bytes()).hexdigest()
    if found != expected:
        sys.exit(f"{package.name}: SHA-256 is {found}, expected {expected}")


def fetch_runtime(folder: Path) -> None:
    """The runtime's files, out of its npm package."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed: it comes with Node.js")
    subprocess.run([npm, "pack", f"pyodide@{VERSION}", "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  npm found on the path
    package = folder / f"pyodide-{VERSION}.tgz"
    check(package)
    with tarfile.open(package) as archive:
        for name in RUNTIME:
            content = archive.extractfile(f"package/{name}")
            assert content is not None
            (folder / name).write_bytes(content.read())
    package.unlink()


def fetch_wheels(folder: Path, wheels: Iterable[str] = WHEELS) -> list[Path]:
    """The library's own wheel and those of what it needs; all of them are pure Python."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT)], check=True)  # noqa: S603  this Python
    pure = ["--only-binary=:all:", "--platform", "any", "--python-version", "3.14", "--no-deps"]
    subprocess.run([*pip, "download", *pure, "--dest", str(folder), *wheels], check=True)  # noqa: S603  this Python
    return sorted(folder.glob("*.whl"))


def pack_sources(wheels: Iterable[Path], made: Path) -> None:
    """The modules of all wheels and of the example in one archive; it needs no network."""
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for wheel in wheels:
            with zipfile.ZipFile(wheel) as packed:
                for name in packed.namelist():
                    if not name.endswith("/"):
                        archive.writestr(name, packed.read(name))
        for name in MODULES:
            archive.writestr(name, (EXAMPLES / name).read_bytes())


def write_pages(folder: Path) -> None:
    """The pages, and the worker that keeps all of it for work without a network; it needs no network itself.

    The worker names every file and one digest over all of them: another file anywhere is another version.
    """
    for name in PAGES:
        shutil.copyfile(HERE / name, folder / name)
    for name in LOOKS:
        shutil.copyfile(EXAMPLES / "ward_app" / "static" / name, folder / name)
    names = sorted(path.name for path in folder.iterdir() if path.name != "sw.js")
    digest = hashlib.sha256()
    for name in names:
        digest.update(f"{name} {hashlib.sha256((folder / name).read_bytes()).hexdigest()}\n".encode())
    worker = (HERE / "sw.js").read_text("utf-8")
    worker = worker.replace('"VERSION"', json.dumps(digest.hexdigest()[:16])).replace('["FILES"]', json.dumps(names))
    (folder / "sw.js").write_text(worker, "utf-8")


def run_node(program: str, *given: Path) -> None:
    """Run a program with node."""
    node = shutil.which("node")
    if node is None:
        sys.exit("node is needed: it comes with npm")
    subprocess.run([node, "--input-type=module", "--eval", program, "--", *map(str, given)], check=True)  # noqa: S603  node found on the path


def build(folder: Path) -> None:
    """Make the folder anew."""
    if folder.exists() and any(folder.iterdir()) and not (folder / "sw.js").exists():
        sys.exit(f"{folder} is not empty, and holds no earlier copy")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    fetch_runtime(folder)
    with TemporaryDirectory() as place:
        sources = Path(place, "sources.zip")
        pack_sources(fetch_wheels(Path(place)), sources)
        run_node(COMPILE, folder, sources, folder / "python.zip")
    run_node(REMEMBER, folder, folder / "python.zip", folder / "python.memory.gz")
    (folder / "python_stdlib.zip").unlink()
    write_pages(folder)
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"{folder}: {len(list(folder.iterdir()))} files, {size / 1e6:.1f} MB")


class _Handler(SimpleHTTPRequestHandler):
    """Files with their types, whatever this machine's registry says of them."""

    extensions_map = {  # noqa: RUF012  as in the class above it
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }


def serve(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server for this machine alone."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder)))


def main() -> None:
    """Make the folder, and open it if asked."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", default="ward_tab_site", type=Path)
    asked.add_argument("--open", action="store_true", help="serve it on this machine, and open it in the browser")
    asked.add_argument("--port", type=int, default=8010)
    given = asked.parse_args()
    build(given.folder.resolve())
    if given.open:
        with serve(given.folder.resolve(), given.port) as server:
            address = f"http://127.0.0.1:{server.server_address[1]}/"
            print(f"{address} (Ctrl+C ends it)")
            webbrowser.open(address)
            server.serve_forever()


if __name__ == "__main__":
    main()
