"""The built documents in a real browser, and followed: axe-core finds nothing on pages of both languages, narrow and wide, and no link is dead."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

pytest.importorskip("selenium", reason="the browser's driver is not installed: pip install '.[dev]'")
axe_core_python = pytest.importorskip("axe_core_python", reason="axe-core is not installed: pip install '.[dev]'")

from selenium import webdriver  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

ROOT = Path(__file__).parents[2]
#: Pages of every kind, each in both languages where it stands in both.
IN_BOTH = (
    "index", "tutorial", "how-to/index", "how-to/django", "how-to/fastapi", "how-to/impossible_wish", "how-to/publish",
    "how-to/spreadsheet", "explanation/index", "explanation/trust", "explanation/proofs", "explanation/mutation", "explanation/growth",
    "faq", "pitfalls", "glossary", "features", "reference/index", "reference/which", "reference/errors",
)  # fmt: skip
IN_ENGLISH = (
    "reference/cheat_sheet", "reference/judging", "reference/rotation", "reference/regulations", "reference/tables",
    "reference/redaction", "reference/rendering", "reference/campaigns",
    "reference/api/supervision_core.plan_year", "reference/api/supervision_core.Roster", "reference/api/supervision_core.InvalidInput",
    "reference/api/supervision_core.rotation.Violation", "reference/api/supervision_core.evidence.CHANNELS",
    "applications", "comparison", "changelog", "compatibility", "architecture", "decisions", "debts", "contributing",
    "search.html?q=can+bo", "search.html?q=khong+co+gi", "genindex",
)  # fmt: skip
PAGES = (*IN_BOTH, *(f"vi/{page}" for page in IN_BOTH), *IN_ENGLISH)
LOOK = """
const done = arguments[arguments.length - 1];
axe.run().then(found => done([found.passes.length, document.documentElement.scrollWidth - innerWidth,
  found.violations.map(one => [one.id, one.nodes.map(node => node.html.slice(0, 120))])]));
"""


class Links(HTMLParser):
    """Where a page leads, and the places in it that others may lead to."""

    def __init__(self):
        super().__init__()
        self.links, self.places = [], {""}

    def handle_starttag(self, tag, attrs):
        """Take note of what names a place or leads to one."""
        known = dict(attrs)
        self.places.add(known.get("id", ""))
        self.links += [known[name] for name in ("href", "src") if known.get(name)]


class Quiet(SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, *_):
        """Not a word."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The built pages; ``SUPERVISION_SITE`` names a folder where they stand already."""
    if "SUPERVISION_SITE" in os.environ:
        return Path(os.environ["SUPERVISION_SITE"])
    target = tmp_path_factory.mktemp("site")
    subprocess.run([sys.executable, "-m", "sphinx", "-q", "-W", "-n", str(ROOT / "docs"), str(target)], check=True)
    return target


@pytest.fixture(scope="module")
def address(site):
    """The pages, served on this machine alone."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser():
    """A browser without a screen."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    made = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=shutil.which("chromedriver")))
    made.set_script_timeout(120)
    yield made
    made.quit()


def is_searched(browser):
    """Whether a page of search results says how many there are."""
    return "Searching" not in browser.find_element("css selector", "#search-results h2").text


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing(browser, address, page):
    """Narrow and wide, light and dark, axe-core has no complaint, and nothing is wider than the window."""
    rules = Path(axe_core_python.__file__).with_name("axe.min.js").read_text("utf-8")
    found = {}
    for width, scheme in ((390, "light"), (1280, "light"), (390, "dark"), (1280, "dark")):
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        browser.get(f"{address}/{page}" if "?" in page else f"{address}/{page}.html")
        if page.startswith("search"):
            WebDriverWait(browser, 30).until(is_searched)
        browser.execute_script(rules)
        passed, over, violations = browser.execute_async_script(LOOK)
        if violations or over > 0 or passed < 10:
            found[width, scheme] = (passed, over, violations)

    assert not found, json.dumps(list(found.values()), ensure_ascii=False)


@pytest.mark.parametrize(("page", "words"), [("applications", "Open the ward in a tab"), ("index", "Open the ward in a tab"), ("vi/index", "Mở phường trong thẻ trình duyệt")])
def test_the_pages_lead_to_the_ward_in_a_tab_where_there_is_one(browser, address, site, page, words):
    """Where a copy stands beside the pages they lead to it; without one nothing leads nowhere."""
    copy = site / "ward_tab"
    links = "return [...document.querySelectorAll('.ward-tab a')].map(one => [one.textContent, one.href])"
    aside = copy.rename(site / "ward_tab.aside") if copy.exists() else None
    try:
        browser.get(f"{address}/{page}.html")
        time.sleep(1)
        assert browser.execute_script(links) == []
        copy.mkdir()
        (copy / "index.html").write_text("<!doctype html><title>here</title>", "utf-8")
        browser.get(f"{address}/{page}.html")
        WebDriverWait(browser, 30).until(lambda one: one.execute_script(links))
        assert browser.execute_script(links) == [[words, f"{address}/ward_tab/index.html"]]
    finally:
        shutil.rmtree(copy, ignore_errors=True)
        if aside is not None:
            aside.rename(copy)


def test_no_link_is_dead(site):
    """Every link within the site leads to a file that is there, and to a place in it that is there."""
    pages = {place.resolve(): Links() for place in site.rglob("*.html")}
    for place, links in pages.items():
        links.feed(place.read_text("utf-8"))
    followed, dead = 0, []
    for place, links in pages.items():
        for link in links.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            followed += 1
            target = (place.parent / unquote(parts.path)).resolve() if parts.path else place
            if not target.exists() or (target in pages and unquote(parts.fragment) not in pages[target].places):
                dead.append((str(place.relative_to(site.resolve())), link))

    assert dead == []
    assert followed > 10_000


def test_no_page_of_the_reference_is_endless(browser, address, site):
    """At 1280 pixels none is longer than 6,000; the tables of names, of regulations and of codes are parted before that."""
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    heights = {}
    for page in sorted((site / "reference").rglob("*.html")):
        name = page.relative_to(site).as_posix()
        browser.get(f"{address}/{name}")
        heights[name] = browser.execute_script("return document.documentElement.scrollHeight")

    assert len(heights) > 400
    assert {name: height for name, height in heights.items() if height > 6_000} == {}
