"""How long a browser takes from opening the ward in a tab to a plan for 104 officials that is shown, by the clock and by the processor.

    .venv/bin/python docs/examples/ward_tab/build.py /tmp/tab
    .venv/bin/python tests/benchmarks/tab_opening.py /tmp/tab [/tmp/other ...] [--rounds 5]

Each round takes a new browser with nothing in it for every folder in turn: a first opening, one right after it that comes from
the worker, and a third, which finds compiled code. In each the page is opened at the plan of a year for which a list of 104
officials is kept; the one button is pressed as soon as it is there, and the clock stops when the plan stands in the page. The
clock begins where the browser begins to open the page. Least and median are told, with the load of the machine; where others
work on it, the time of the processor says more. It needs Chromium and chromedriver.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "docs" / "examples")]

import supervision_core as sc  # noqa: E402
from ward_tab import app  # noqa: E402
from ward_tab.build import serve  # noqa: E402

OPENINGS = ("first", "second", "third")
#: Runs in every page before the page's own script: presses the button that makes a plan, and takes the time of what it saw.
WATCH = """
globalThis.seen = {};
const look = () => {
  if (document.body?.dataset.state === "ready") seen.ready ??= performance.now();
  const made = document.querySelector("main .rendered table");
  if (made) return (seen.plan = performance.now());
  const button = location.hash.endsWith("/plan") && document.querySelector("main p > button");
  if (button && !seen.pressed) {
    seen.pressed = performance.now();
    button.click();
  }
  setTimeout(look, 5);
};
look();
"""
KEEP = """
const done = arguments[1];
indexedDB.open("ward_tab", 1).onsuccess = (event) => {
  const transaction = event.target.result.transaction("years", "readwrite");
  transaction.objectStore("years").put({ year: 2026, version: 1, ward: arguments[0] });
  transaction.oncomplete = () => { event.target.result.close(); done(true); };
};
"""
EMPTY = """
const done = arguments[0];
const request = indexedDB.open("ward_tab", 1);
request.onupgradeneeded = () => request.result.createObjectStore("years", { keyPath: "year" });
request.onsuccess = () => { request.result.close(); done(true); };
"""


def a_ward() -> str:
    """A year with 104 officials and five lead units of unequal shares."""
    roster = sc.Roster(
        subjects=[sc.Subject(id=f"CB{number:03}") for number in range(104)],
        lead_units=[sc.LeadUnit(id=f"U{place}", share=share) for place, share in enumerate((42, 12, 14, 24, 12))],
    )
    return app.Ward(year=2026, roster=roster).to_text()


@contextmanager
def browsing() -> Iterator[webdriver.Chrome]:
    """A browser with nothing in it."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"):
        options.add_argument(argument)
    made = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=shutil.which("chromedriver")))
    made.set_script_timeout(120)
    try:
        yield made
    finally:
        made.quit()


def until(browser: webdriver.Chrome, found: str) -> None:
    """Wait for something that a script in the page finds."""
    while not browser.execute_script(f"return {found}"):
        time.sleep(0.05)


def processor(browser: webdriver.Chrome) -> float:
    """Seconds of the processor that the page's own process took so far."""
    found = browser.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return float(next(one["value"] for one in found if one["name"] == "ProcessTime"))


def opening(browser: webdriver.Chrome, address: str, ward: str) -> tuple[dict[str, float], float]:
    """What the page saw, in milliseconds, and the seconds of the processor."""
    browser.get(f"{address}/ward.svg")
    browser.execute_async_script(EMPTY)
    browser.execute_async_script(KEEP, ward)
    browser.get("about:blank")
    time.sleep(1)
    browser.execute_cdp_cmd("Performance.enable", {})
    browser.get(f"{address}/#/2026/plan")
    until(browser, "globalThis.seen?.plan")
    took = processor(browser)
    return browser.execute_script("return seen"), took


def told(seconds: Sequence[float]) -> str:
    """The least and the median."""
    return f"{min(seconds):.2f} / {statistics.median(seconds):.2f}"


def main() -> None:
    """Measure and tell."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folders", nargs="+", type=Path)
    asked.add_argument("--rounds", type=int, default=5)
    given = asked.parse_args()
    servers = [serve(folder.resolve(), 0) for folder in given.folders]
    for server in servers:
        server.RequestHandlerClass.func.log_message = lambda *_: None  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
    ward = a_ward()
    found: dict[tuple[Path, str], list[tuple[float, float, float]]] = {}
    for _ in range(given.rounds):
        for folder, server in zip(given.folders, servers, strict=True):
            with browsing() as browser:
                browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
                for name in OPENINGS:
                    seen, took = opening(browser, f"http://127.0.0.1:{server.server_address[1]}", ward)
                    until(browser, "document.body.dataset.offline === 'ready'")
                    found.setdefault((folder, name), []).append((seen["ready"] / 1000, seen["plan"] / 1000, took))
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors, {given.rounds} rounds; least / median")
    for (folder, name), rows in found.items():
        ready, plan, took = map(told, zip(*rows, strict=True))
        print(f"{folder.name:>20} {name:>6}: ready {ready} s, plan shown {plan} s, processor {took} s")


if __name__ == "__main__":
    main()
