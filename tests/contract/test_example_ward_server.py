"""The example application as a process: killed and started again, many at once, and hostile files within bounded memory."""

import re
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the examples' packages are not installed: pip install '.[examples]'")
pytest.importorskip("httpx2", reason="the test client's package is not installed: pip install '.[dev]'")

import httpx2

from hostile import fourteen_million_cells, hostile
from ward_app.records import FEEDBACK
from ward_app.sample import sample_ward
from ward_app.store import Store
from ward_visitors import Visitor, words

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
#: Of memory, and of work of one processor: the least that a ward's machine has.
MOST_BYTES, MOST_SECONDS = 300_000_000, 5
#: What a process with the application takes before it has read anything is somewhat below 100 MB.
MOST_OF_A_FILE = 150_000_000


def free_port():
    """A port that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def running(database, port):
    """The application as a process of its own, until the end of the block."""
    command = [sys.executable, "-m", "ward_app", "--port", str(port), "--database", str(database)]
    with subprocess.Popen(command, cwd=EXAMPLES, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(port)
            yield server
        finally:
            server.terminate()


def _wait(port):
    for _ in range(1_200):
        try:
            with socket.create_connection(("127.0.0.1", port), 1):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError


@pytest.fixture
def somebody():
    """Makes people at browsers of the running application, who leave when the test ends."""
    clients = []

    def come(port, name="Lan"):
        clients.append(httpx2.Client(base_url=f"http://127.0.0.1:{port}", follow_redirects=True, timeout=120))
        return Visitor.named(clients[-1], name)

    yield come
    for client in clients:
        client.close()


def worked(server):
    """The most memory that a process had, in bytes, and its processor time in seconds."""
    status = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8")
    times = Path(f"/proc/{server.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    ticks = int(times[11]) + int(times[12])
    return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) * 1024, ticks / 100


def forget_the_most(server):
    """Let the most memory be what it is now, so that each file answers for itself alone."""
    Path(f"/proc/{server.pid}/clear_refs").write_text("5", encoding="ascii")


on_linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured where the system tells it: Linux")


@on_linux
def test_the_bomb(tmp_path, somebody):
    """Some sixty kilobytes with fourteen million empty cells are refused within 300 MB and five seconds of work."""
    content, port = fourteen_million_cells(), free_port()
    assert len(content) < 70_000
    with running(tmp_path / "ward.sqlite3", port) as server:
        visitor = somebody(port)
        visitor.open("/2026/list")
        _, before = worked(server)
        answer = visitor.offer(content)
        memory, after = worked(server)

    assert answer.status_code == 422
    assert "một trang không quá 1000 cột" in words(answer.text)
    assert memory < MOST_BYTES
    assert after - before < MOST_SECONDS


@on_linux
def test_every_hostile_file(tmp_path, somebody):
    """No file of the collection makes the process larger than half of what the bomb may, and the application serves on after each."""
    port, slow = free_port(), []
    with running(tmp_path / "ward.sqlite3", port) as server:
        visitor = somebody(port)
        for name, make in hostile().items():
            content = make()
            forget_the_most(server)
            _, before = worked(server)
            answer = visitor.offer(content)
            memory, after = worked(server)
            if answer.status_code not in {200, 422} or memory > MOST_OF_A_FILE or after - before > MOST_SECONDS:
                slow.append((name, answer.status_code, memory, after - before))
        assert visitor.upload(sample_ward(2026)).status_code == 200

    assert slow == []


def test_killed_and_started_again(tmp_path, somebody):
    """Whatever was acknowledged before the process was killed is there afterwards, and the file is sound."""
    database, port = tmp_path / "ward.sqlite3", free_port()
    said = []

    def write(number):
        visitor = somebody(port, f"Người {number}")
        for at in range(200):
            try:
                visitor.open("/2026/feedback/new/CB01")
                answer = visitor.send(text=f"Lời {number}-{at}")
            except httpx2.HTTPError:
                return
            if answer.status_code == 200:
                said.append(f"Lời {number}-{at}")

    with running(database, port) as server:
        assert somebody(port).upload(sample_ward(2026)).status_code == 200
        writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
        for writer in writers:
            writer.start()
        while len(said) < 12:
            time.sleep(0.05)
        server.send_signal(signal.SIGKILL)
        server.wait()
        for writer in writers:
            writer.join()
    with running(database, port) as server:
        visitor = somebody(port)
        page = words(visitor.open("/2026/official/CB01").text)
        visitor.open("/2026/feedback/new/CB01")
        assert visitor.send(text="Sau đó").status_code == 200
    with Store(database).reading() as reading:
        kept = [one.value.text for one in reading.read_all(FEEDBACK, 2026)]

    assert set(said) <= set(kept)
    assert len(kept) == len(set(kept))
    assert all(text in page for text in said)


def test_two_hundred_at_once(tmp_path, somebody):
    """Two hundred requests at the same moment, reading and writing: no error of the server, and every saving is there once."""
    database, port = tmp_path / "ward.sqlite3", free_port()
    pages = ("", "/list", "/officials", "/official/CB02", "/sheet/self_report/CB03", "/plan", "/report", "/report.xlsx", "/report.docx", "/log")
    with running(database, port):
        first = somebody(port)
        first.upload(sample_ward(2026))
        first.open("/2026/plan")
        first.send()
        writers = [somebody(port, f"Người {number}") for number in range(20)]
        for writer in writers:
            writer.open("/2026/feedback/new/CB05")
        start = threading.Barrier(200)

        def ask(number):
            start.wait()
            if number < 40:
                # Each form is sent twice at the same moment.
                return writers[number // 2].send(text=f"Lời {number // 2}").status_code
            return somebody(port).open(f"/2026{pages[number % len(pages)]}").status_code

        with ThreadPoolExecutor(200) as pool:
            answers = list(pool.map(ask, range(200)))
    with Store(database).reading() as reading:
        kept = sorted(one.value.text for one in reading.read_all(FEEDBACK, 2026))

    assert [answer for answer in answers if answer >= 500] == []
    assert set(answers) == {200}
    assert kept == sorted(f"Lời {number}" for number in range(20))


def test_two_processes(tmp_path, somebody):
    """Two processes on one file, started together on a new one, serve the same ward."""
    database, ports = tmp_path / "ward.sqlite3", (free_port(), free_port())
    with running(database, ports[0]), running(database, ports[1]):
        assert somebody(ports[0]).upload(sample_ward(2026)).status_code == 200
        assert "24 cán bộ" in words(somebody(ports[1]).open("/2026").text)
        one, other = somebody(ports[0]), somebody(ports[1], "Minh")
        for visitor in (one, other):
            visitor.open("/2026/edit/CB01")
        one.send(name="Một")
        assert other.send(name="Hai").status_code == 409
