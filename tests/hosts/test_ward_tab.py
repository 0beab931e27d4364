"""The ward in a browser tab, built from its package and opened in a real browser: alone with its own origin, and without a network.

It needs npm, pip and their registries, so it is no part of the ordinary run: ``.ci/hosts`` runs it.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import attrs
import pytest

pytest.importorskip("selenium", reason="the browser's driver is not installed: pip install '.[dev]'")

import axe_core_python
import openpyxl
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

import supervision_core as sc
from contract.test_example_ward_browser import OVERFLOWING, TOO_FAINT
from ward_tab import app
from ward_tab.build import serve

BUILD = Path(__file__).parents[2] / "docs" / "examples" / "ward_tab" / "build.py"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
DRIVER = shutil.which("chromedriver")
#: A copy that was built before, where asked for; where screenshots go, when asked for.
BUILT, SCREENSHOTS = os.environ.get("WARD_TAB_BUILT"), os.environ.get("WARD_SCREENSHOTS")
AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text("utf-8")
ANSWERS = {fact.code: "no" if fact.code == "conduct.violation" else "yes" for fact in app.FACTS}

pytestmark = pytest.mark.skipif(
    BROWSER is None or DRIVER is None or shutil.which("npm") is None, reason="no Chromium, chromedriver or npm on this machine"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The static folder, built by its one line."""
    if BUILT is not None:
        return Path(BUILT)
    made = tmp_path_factory.mktemp("tab") / "site"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run([sys.executable, str(BUILD), str(made)], check=True, env=environment)
    return made


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A folder with the sample as a good file, and a bad file beside it; downloads go there, too."""
    from ward_visitors import good_rows, workbook

    made = tmp_path_factory.mktemp("files")
    (made / "good.xlsx").write_bytes(app.sample_ward(2026))
    rows = good_rows()
    rows["Cán bộ"][4][0] = None
    rows["Đầu mối"][1][3] = "nhiều"
    (made / "bad.xlsx").write_bytes(workbook(rows))
    book = openpyxl.load_workbook(made / "good.xlsx")
    book["Cán bộ"].delete_rows(3)
    book.save(made / "fewer.xlsx")
    (made / "junk.json").write_text("{", "utf-8")
    (made / "foreign.json").write_text('{"schema": "another/1"}', "utf-8")
    return made


@contextmanager
def served(folder, port=0):
    """The folder on this machine, until the end of the block."""
    server = serve(folder, port)
    server.RequestHandlerClass.func.log_message = lambda *_: None
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def browsing(files, log):
    """A browser without a screen that keeps a log of every request of every process of it."""
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars", f"--log-net-log={log}"):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(files)})
    made = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=DRIVER))
    made.set_script_timeout(120)
    try:
        yield made
    finally:
        made.quit()


def until(browser, found, seconds=180):
    """Wait for something that a script in the page finds."""
    return WebDriverWait(browser, seconds).until(lambda one: one.execute_script(f"return {found}"))


def opened(browser, address, page=""):
    """Open a page, and wait until it is there; a page within the same document counts, too."""
    browser.get(f"{address}/{page}")
    until(browser, "document.body.dataset.state === 'ready' && !document.body.hasAttribute('aria-busy')")


def idle(browser):
    """Wait until what was pressed is done."""
    time.sleep(0.1)
    until(browser, "!document.body.hasAttribute('aria-busy')")


def press(browser, label):
    """Press a button, and wait."""
    browser.find_element(By.XPATH, f"//main//button[normalize-space()='{label}'] | //header//button[normalize-space()='{label}']").click()
    idle(browser)


def text(browser):
    return browser.find_element(By.TAG_NAME, "main").text


def upload(browser, address, file):
    """Upload a file to the list of 2026."""
    opened(browser, address, "#/2026/list")
    browser.find_element(By.ID, "file").send_keys(str(file))
    press(browser, "Tải lên")


def answer(browser, address, official, **answers):
    """Fill in somebody's sheet."""
    opened(browser, address, f"#/2026/official/{official}")
    for code, given in {**ANSWERS, **{name.replace("__", "."): one for name, one in answers.items()}}.items():
        browser.find_element(By.CSS_SELECTOR, f"input[name='{code}'][value='{given}']").click()
    press(browser, "Lưu")


def asked_by(log, origin):
    """The addresses that pages and workers of an origin asked for, by the browser's own log of its network."""
    found = json.loads(log.read_text("utf-8"))
    params = [event.get("params", {}) for event in found["events"]]
    return {one["url"] for one in params if "url" in one and f"{one.get('initiator', '')}".rstrip("/") == origin}


def by_cpython():
    """The same year without a browser."""
    roster = app.Reader(content=app.sample_ward(2026), year=2026, known=sc.History()).read()
    former = set().union(*(roster[1].lead_units_in(year) for year in roster[1].years)) - set(roster[0].lead_unit_ids)
    listed = attrs.evolve(roster[0], former_units=sorted(former))
    given = {code: one == "yes" for code, one in ANSWERS.items()}
    answers = {"CB01": given, "CB02": {code: one for code, one in given.items() if code != "civic.standing"}}
    plan = sc.plan_year(listed, year=2026, history=roster[1], policy=app.POLICY)
    return app.fingerprints(app.Ward(year=2026, roster=listed, history=roster[1], answers=answers, plan=plan).to_text())


def picture(browser, name):
    """Keep a picture of the window, if pictures were asked for."""
    if SCREENSHOTS is not None:
        browser.save_screenshot(str(Path(SCREENSHOTS) / f"tab-{name}.png"))


def look(browser, width, height=900, scheme="light"):
    """Set the size of the window and the colours that its user prefers."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})


def test_a_year_without_a_server(folder, files, tmp_path):
    """Excel in, judge, plan, papers out, with the network cut, reloaded: nothing is lost, results are CPython's, only its own origin is asked."""
    log = tmp_path / "net.json"
    with browsing(files, log) as browser:
        with served(folder) as address:
            opened(browser, address, "#/2026/list")
            until(browser, "document.body.dataset.offline === 'ready'")
            upload(browser, address, files / "bad.xlsx")
            assert "Tệp có 2 lỗi" in text(browser)
            places = [[cell.text for cell in row.find_elements(By.TAG_NAME, "td")[:3]] for row in browser.find_elements(By.CSS_SELECTOR, "table.faults tbody tr")]
            assert places == [["Cán bộ", "5", "Mã"], ["Đầu mối", "2", "Tỷ trọng"]]
            picture(browser, "faults")
            upload(browser, address, files / "good.xlsx")
            assert "Những gì sẽ thay đổi" in text(browser)
            press(browser, "Xác nhận thay đổi")
            assert "24 cán bộ, công chức và 5 đầu mối giám sát." in text(browser)
            answer(browser, address, "CB01")
            assert browser.find_element(By.CSS_SELECTOR, ".lead .grade").text.startswith("Hoàn thành tốt")

        # The server is gone: what follows has no network at all.
        browser.get("about:blank")
        opened(browser, address, "#/2026/officials")
        assert "Hoàn thành tốt (theo tiêu chí của phường) 1" in text(browser)
        answer(browser, address, "CB02", civic__standing="unknown")
        assert browser.find_element(By.CSS_SELECTOR, ".lead .grade").text == "Chưa xác định"
        opened(browser, address, "#/2026/plan")
        press(browser, "Lập phân công")
        assert "không có phương án nào tốt hơn" in text(browser)
        for kind in ("Excel", "Word", "HTML"):
            press(browser, kind)
        opened(browser, address, "#/2026/files")
        press(browser, "Lưu tệp của năm")
        made = {f"plan-2026.{kind}" for kind in ("xlsx", "docx", "html")} | {"ward-2026.json"}
        WebDriverWait(browser, 60).until(lambda _: made <= {path.name for path in files.iterdir()})

        browser.refresh()
        opened(browser, address, "#/2026/plan")
        assert "không có phương án nào tốt hơn" in text(browser)
        assert browser.execute_script("return ward.fingerprints()") == by_cpython()
        origin = address
    asked = asked_by(log, origin)
    assert asked
    assert {one for one in asked if not one.startswith((f"{origin}/", f"blob:{origin}/"))} == set()
    kept = json.loads((files / "ward-2026.json").read_text("utf-8"))
    assert app.restore(json.dumps(kept))["year"] == 2026


def test_a_change_in_the_middle_of_the_year_and_the_year_in_a_file(folder, files, tmp_path):
    """A list without somebody makes the plan outdated, and it is changed with few moves; the saved year is opened in a browser that knew nothing, and bad files are refused."""
    saved = files / "ward-2026.json"
    with served(folder) as address:
        with browsing(files, tmp_path / "net.json") as browser:
            upload(browser, address, files / "good.xlsx")
            press(browser, "Xác nhận thay đổi")
            opened(browser, address, "#/2026/plan")
            press(browser, "Lập phân công")
            before = browser.execute_script("return JSON.parse(ward.kept()).plan.assignments")
            upload(browser, address, files / "fewer.xlsx")
            assert "Bỏ: 1" in text(browser)
            picture(browser, "changes")
            press(browser, "Xác nhận thay đổi")
            opened(browser, address, "#/2026/plan")
            assert "Danh sách hoặc lịch sử đã đổi" in text(browser)
            picture(browser, "outdated")
            press(browser, "Điều chỉnh phân công")
            assert "không có phương án nào tốt hơn" in text(browser)
            assert "0 đối tượng đổi đầu mối" in browser.find_element(By.CSS_SELECTOR, "main h1 + .box").text
            picture(browser, "replanned")
            after = browser.execute_script("return JSON.parse(ward.kept()).plan.assignments")
            assert set(before) - set(after) == {"CB02"}
            assert sum(before[one] != after[one] for one in after) <= 2
            opened(browser, address, "#/2026/files")
            saved.unlink(missing_ok=True)
            press(browser, "Lưu tệp của năm")
            WebDriverWait(browser, 60).until(lambda _: saved.exists())
            prints = browser.execute_script("return ward.fingerprints()")
        with browsing(files, tmp_path / "other.json") as browser:
            for name, said in (("junk.json", "JSON"), ("foreign.json", "schema: ward_tab/1")):
                opened(browser, address, "#/2026/files")
                browser.find_element(By.ID, "file").send_keys(str(files / name))
                press(browser, "Mở")
                assert "Không mở được tệp này:" in text(browser)
                assert said in text(browser)
            opened(browser, address, "#/2031/files")
            browser.find_element(By.ID, "file").send_keys(str(saved))
            press(browser, "Mở")
            assert "Tệp này thay toàn bộ dữ liệu năm 2026 trong trình duyệt." in text(browser)
            press(browser, "Xác nhận thay đổi")
            assert browser.execute_script("return ward.fingerprints()") == prints
            opened(browser, address, "#/2026/plan")
            assert "không có phương án nào tốt hơn" in text(browser)


def test_every_page_fits_and_can_be_read(folder, files, tmp_path):
    """At 390 and 1280 pixels, in both languages, light and dark: nothing is cut off or too faint, and axe-core finds nothing."""
    found = []
    with browsing(files, tmp_path / "net.json") as browser, served(folder) as address:
        look(browser, 1280)
        upload(browser, address, files / "good.xlsx")
        press(browser, "Xác nhận thay đổi")
        answer(browser, address, "CB01", civic__standing="unknown")
        opened(browser, address, "#/2026/plan")
        press(browser, "Lập phân công")
        browser.execute_script(AXE)
        for lang, other in (("vi", "English"), ("en", "Tiếng Việt")):
            for width in (390, 1280):
                for page in ("list", "officials", "official/CB01", "plan", "files"):
                    look(browser, width)
                    opened(browser, address, f"#/2026/{page}")
                    idle(browser)
                    found += [(lang, width, page, wide) for wide in browser.execute_script(OVERFLOWING)]
                    for scheme in ("light", "dark"):
                        look(browser, width, scheme=scheme)
                        found += [(lang, width, page, scheme, faint) for faint in browser.execute_script(TOO_FAINT)]
                    look(browser, width)
                    broken = browser.execute_async_script("const done = arguments[0]; axe.run().then(found => done(found.violations.map(one => one.id + ' ' + one.nodes[0].html)))")
                    found += [(lang, width, page, "axe", one) for one in broken]
                    picture(browser, f"{page.replace('/', '-')}-{width}-{lang}")
            press(browser, other)

    assert found == []


def test_two_windows_of_one_browser(folder, files, tmp_path):
    """What one window saved is not written over by another that had not seen it."""
    with browsing(files, tmp_path / "net.json") as browser, served(folder) as address:
        upload(browser, address, files / "good.xlsx")
        press(browser, "Xác nhận thay đổi")
        opened(browser, address, "#/2026/official/CB03")
        first = browser.current_window_handle
        browser.switch_to.new_window("tab")
        answer(browser, address, "CB03")
        browser.switch_to.window(first)
        answer(browser, address, "CB03", civic__standing="no")
        assert "vừa được lưu từ một cửa sổ khác" in text(browser)
        kept = browser.find_element(By.CSS_SELECTOR, "input[name='civic.standing']:checked")
        assert kept.get_attribute("value") == "yes"


@pytest.mark.parametrize("written", [None, b"no archive", gzip.compress(bytes(1 << 16))], ids=["missing", "no archive", "another"])
def test_without_the_memory_that_was_written_down(folder, files, tmp_path, written):
    """The page opens all the same, only later: it imports everything itself."""
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    (copy / "python.memory.gz").unlink()
    if written is not None:
        (copy / "python.memory.gz").write_bytes(written)
    with browsing(files, tmp_path / "net.json") as browser, served(copy) as address:
        opened(browser, address, "#/2026/list")
        upload(browser, address, files / "good.xlsx")
        press(browser, "Xác nhận thay đổi")
        assert "24 cán bộ, công chức và 5 đầu mối giám sát." in text(browser)


def test_opening_imports_nothing(folder, files, tmp_path):
    """Everything that the pages need is in Python's memory when it begins; how long opening takes is measured by tests/benchmarks/tab_opening.py."""
    with browsing(files, tmp_path / "net.json") as browser, served(folder) as address:
        opened(browser, address, "#/2026/list")
        assert browser.execute_script("return document.body.dataset.memory") == "written"
