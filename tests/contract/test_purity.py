"""Same input, same output, and nothing outside is touched."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from contract.digest import digest, results

HERE = Path(__file__).parent
WATCH = """
import sys
sys.path.insert(0, {tests!r})
from contract import digest
import supervision_core.strategies, supervision_core.serialization, supervision_core.rendering
digest.results()
touched = []
def watch(event, args):
    if event.startswith(("open", "socket", "subprocess", "os.", "shutil", "tempfile", "urllib", "sqlite3", "ctypes", "glob", "time", "import")):
        touched.append((event, str(args)[:80]))
sys.addaudithook(watch)
digest.results()
seen = list(touched)
print(seen)
"""


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "random", "TZ": "America/Anchorage", "LANG": "vi_VN.UTF-8", "PYTHONUTF8": "1"},
        {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "0", "FAKETIME": "@1999-12-31 23:59:59"},
    ],
    ids=["seed-0", "kiritimati-c", "anchorage-vi", "other-clock"],
)
def test_another_process_gives_the_same_results(environment):
    """Whatever its hash seed, clock, time zone and locale."""
    ran = subprocess.run(
        [sys.executable, str(HERE / "digest.py")], capture_output=True, text=True, check=True, env={**os.environ, **environment}
    )

    assert ran.stdout.strip() == digest()


def test_nothing_outside_is_touched_after_loading():
    """An audit hook sees no file, socket, process or import while the library works."""
    code = WATCH.format(tests=str(HERE.parent))
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"


def test_the_digest_says_much():
    """It covers judgements, plans and certificates, not an empty list."""
    said = results()

    assert len(said) > 2_000
    assert any("thiếu" in line for line in said)


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_other_pythons_give_the_same_results(version):
    """Where ``SUPERVISION_PYTHON_<version>`` names an interpreter with the library installed, it agrees; the gate names them."""
    interpreter = os.environ.get(f"SUPERVISION_PYTHON_{version.replace('.', '_')}")
    if interpreter is None:
        pytest.skip(f"no Python {version} named")
    ran = subprocess.run([interpreter, str(HERE / "digest.py")], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == digest()
