"""The example application in a real browser: a ward's year, two people at once, nothing cut off, nothing too faint to read."""

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

pytest.importorskip("fastapi", reason="the examples' packages are not installed: pip install '.[examples]'")
pytest.importorskip("selenium", reason="the browser's driver is not installed: pip install '.[dev]'")

import uvicorn
from fastapi.testclient import TestClient
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.ui import WebDriverWait

from ward_app import finding, plan_pages
from ward_app.app import create_app
from ward_app.judging import CRITERION
from ward_app.sample import sample_ward
from ward_visitors import NOW, Visitor, all_good, good_rows, state_no_violation, workbook

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
DRIVER = shutil.which("chromedriver")
#: Where screenshots go, when asked for.
SCREENSHOTS = os.environ.get("WARD_SCREENSHOTS")
PAGES = (
    "", "list", "unit/PN", "new-unit", "version/roster/1", "officials", "official/CB01", "new-official", "edit/CB03", "sheet/front_working_committee/CB01",
    "sheet/competent_statement/CB01", "feedback/new/CB01", "feedback/PA-2026-0001", "plan", "merger", "report", "letterhead/report", "log", "nothing",
)  # fmt: skip
#: The pages of which pictures stand in the documents, and the part that is seen: a name, a selector, which of its matches.
PICTURES = {"": ("overview", ("body", 0)), "official/CB01": ("reasons", (".rendered", 0)), "plan": ("rotation", (".rendered", 1))}

pytestmark = pytest.mark.skipif(
    BROWSER is None or DRIVER is None, reason="no Chromium and chromedriver on this machine (Debian: apt install chromium chromium-driver)"
)


@contextmanager
def serving(database, clock=lambda: NOW):
    """The application with its own clock, on a free port, until the end of the block."""
    server = uvicorn.Server(uvicorn.Config(create_app(database, clock=clock), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A folder with a good file and one with three faults."""
    folder = tmp_path_factory.mktemp("files")
    (folder / "good.xlsx").write_bytes(sample_ward(2026))
    rows = good_rows()
    rows["Cán bộ"][4][0] = None
    rows["Đầu mối"][1][3] = "nhiều"
    rows["Lịch sử"][20][1] = "XYZ"
    (folder / "bad.xlsx").write_bytes(workbook(rows))
    return folder


@pytest.fixture(scope="module")
def browser(files):
    """A browser without a screen, whose own words (in fields for files and days) are Vietnamese, too."""
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    options.add_argument("--lang=vi")
    options.add_experimental_option("prefs", {"download.default_directory": str(files)})
    made = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=DRIVER, env={**os.environ, "LANGUAGE": "vi"}))
    yield made
    made.quit()


def look(browser, width=1280, height=900, scheme="light"):
    """Set the size of the window and the colours that its user prefers."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})


def text(browser):
    return browser.find_element(By.TAG_NAME, "main").text


def leave(browser, page):
    """Wait until a page is gone; a busy driver may complain that it cannot ask after what is just going."""
    WebDriverWait(browser, 120, ignored_exceptions=[WebDriverException]).until(staleness_of(page))


def press(browser, label, *, leads_on=True):
    """Press a button or follow a link, and wait for the page that it leads to."""
    page = browser.find_element(By.TAG_NAME, "html")
    browser.find_element(By.XPATH, f"//button[normalize-space()='{label}'] | //a[normalize-space()='{label}']").click()
    if leads_on:
        leave(browser, page)


def choose(browser, name, value):
    browser.find_element(By.CSS_SELECTOR, f"input[name='{name}'][value='{value}']").click()


def begin(browser, address, name="Lan"):
    """Say who is there; the browser knows it from then on."""
    browser.get(f"{address}/name")
    browser.find_element(By.ID, "name").clear()
    browser.find_element(By.ID, "name").send_keys(name)
    press(browser, "Bắt đầu")


def begin_again(browser, address, name):
    """Two windows of one browser share its name: the other person's is set aside while the page stays open."""
    browser.add_cookie({"name": "ward_name", "value": name, "path": "/"})


def take_over(browser, address, file, year=2026):
    """Upload a file, and confirm what it would change."""
    browser.get(f"{address}/{year}/list")
    browser.find_element(By.ID, "file").send_keys(str(file))
    press(browser, "Tải lên")
    if "Những gì sẽ thay đổi" in text(browser):
        press(browser, "Xác nhận thay đổi")


def picture(browser, name):
    """Keep a picture of what is seen, if pictures were asked for."""
    if SCREENSHOTS is not None:
        browser.save_screenshot(str(Path(SCREENSHOTS) / f"{name}.png"))


def record(browser, address):
    """Record what makes one official good: a sheet, a named comment, another body's sheet."""
    browser.get(f"{address}/2026/sheet/front_working_committee/CB01")
    for code in ("duties.well_done", "civic.own_obligations", "civic.ties_with_people", "civic.local_contribution", "civic.morals_and_lifestyle"):
        choose(browser, f"fact.{code}", "yes")
    press(browser, "Lưu")
    browser.get(f"{address}/2026/sheet/competent_statement/CB01")
    choose(browser, "fact.conduct.violation", "no")
    press(browser, "Lưu")
    assert "Chưa xác định: có thể là Hoàn thành tốt (theo tiêu chí của phường) hoặc Hoàn thành khá" in text(browser)
    press(browser, "Ghi nhận phản ánh, góp ý")
    browser.find_element(By.CSS_SELECTOR, "#claim option[value='civic.standing=yes']").click()
    browser.find_element(By.ID, "text").send_keys("Bà con tổ 4 quý mến.")
    press(browser, "Lưu")
    assert "Ý kiến không được tính: 1" in text(browser)
    press(browser, "PA-2026-0001")
    browser.find_element(By.ID, "sender").send_keys("Bà Sáu")
    press(browser, "Lưu")
    assert "Đã lưu." in text(browser)
    assert "Ý kiến không được tính" not in text(browser)

    browser.get(f"{address}/2026/sheet/member_organisation/CB01")
    choose(browser, "fact.civic.household_obligations", "yes")
    press(browser, "Lưu")


def test_a_year(browser, files, tmp_path):
    """Upload, be refused, upload again, record, judge, plan, report: and all is there after a restart."""
    look(browser)
    with serving(tmp_path / "ward.sqlite3") as address:
        browser.get(address)
        assert browser.current_url.startswith(f"{address}/name?back=")
        begin(browser, address)
        assert browser.current_url == f"{address}/2026"
        assert "Chưa có danh sách cán bộ." in text(browser)
        take_over(browser, address, files / "bad.xlsx")
        assert "Tệp có 3 lỗi" in text(browser)
        rows = browser.find_elements(By.CSS_SELECTOR, "table.faults tbody tr")
        places = [[cell.text for cell in row.find_elements(By.TAG_NAME, "td")[:3]] for row in rows]
        assert places == [["Cán bộ", "5", "Mã"], ["Đầu mối", "2", "Tỷ trọng"], ["Lịch sử", "21", "Mã đầu mối"]]
        picture(browser, "faults-1280-vi")
        take_over(browser, address, files / "good.xlsx")
        assert "24 cán bộ, công chức và 5 đầu mối giám sát." in text(browser)

        record(browser, address)
        assert browser.find_element(By.CSS_SELECTOR, ".lead .grade").text == "Hoàn thành tốt (theo tiêu chí của phường)"
        browser.get(f"{address}/2026/officials")
        press(browser, "Chốt 1 kết quả đã xác định")
        browser.get(f"{address}/2026/plan")
        press(browser, "Lập phân công")
        assert "không có phương án nào tốt hơn" in text(browser)
        assert len(browser.find_elements(By.CSS_SELECTOR, ".rendered .sc-grid tbody tr")) == 24
        browser.get(f"{address}/2026/report")
        press(browser, "Tải bảng Excel", leads_on=False)
        deadline = time.monotonic() + 120
        while not (files / "report-2026.xlsx").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert (files / "report-2026.xlsx").stat().st_size > 5_000

    with serving(tmp_path / "ward.sqlite3") as address:
        browser.get(f"{address}/2026/officials")
        assert f"{CRITERION.grades[0].label.vi} 1" in text(browser)
        assert text(browser).count("đã chốt") == 1
        browser.get(f"{address}/2026/plan")
        assert "không có phương án nào tốt hơn" in text(browser)


def test_two_people(browser, files, tmp_path):
    """Two windows on one sheet: the second sees both versions, and what the first wrote stays."""
    look(browser)
    with serving(tmp_path / "ward.sqlite3") as address:
        begin(browser, address)
        take_over(browser, address, files / "good.xlsx")
        sheet = f"{address}/2026/sheet/peoples_inspection_board/CB02"
        browser.get(sheet)
        first = browser.current_window_handle
        browser.switch_to.new_window("tab")
        look(browser)
        begin(browser, address, "Minh")
        browser.get(sheet)
        choose(browser, "fact.civic.standing", "yes")
        press(browser, "Lưu")
        second = browser.current_window_handle
        browser.switch_to.window(first)
        begin_again(browser, address, "Lan")
        choose(browser, "fact.civic.standing", "no")
        press(browser, "Lưu")
        assert "Người khác vừa lưu trước" in text(browser)
        assert "Minh đã lưu một bản mới hơn" in text(browser)
        (differs,) = browser.find_elements(By.CSS_SELECTOR, "tr.differs")
        assert differs.text.replace("\n", " ") == "Có uy tín với Nhân dân nơi cư trú Có Không"
        picture(browser, "conflict-1280-vi")
        press(browser, "Mở bản mới nhất")
        kept = browser.find_element(By.CSS_SELECTOR, "input[name='fact.civic.standing']:checked")
        assert kept.get_attribute("value") == "yes"
        browser.switch_to.window(second)
        browser.close()
        browser.switch_to.window(first)


# Elements whose right edge lies beyond the window, unless something around them scrolls by itself or hides them.
OVERFLOWING = """
const wide = [];
for (const one of document.querySelectorAll("body *")) {
  const box = one.getBoundingClientRect();
  if (box.width > 1 && box.right > window.innerWidth + 1 && !one.closest(".sc-scroll, .sc-vh, .skip, thead")) wide.push(one.outerHTML.slice(0, 120));
}
if (document.documentElement.scrollWidth > window.innerWidth) wide.push("the page itself: " + document.documentElement.scrollWidth);
return wide;
"""

# Texts whose contrast with what lies behind them is below 4.5 to 1 (3 to 1 where they are large).
TOO_FAINT = """
const parse = text => (text.match(/[0-9.]+/g) || []).map(Number);
const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const behind = one => {
  for (let at = one; at; at = at.parentElement) {
    const colour = parse(getComputedStyle(at).backgroundColor);
    if (colour.length === 3 || colour[3] === 1) return colour;
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255];
};
const faint = [];
for (const one of document.querySelectorAll("body *")) {
  const says = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const box = one.getBoundingClientRect();
  if (!says || box.width <= 1 || one.closest("svg, .skip, .sc-vh") || getComputedStyle(one).visibility === "hidden") continue;
  const style = getComputedStyle(one), size = parseFloat(style.fontSize);
  const a = light(parse(style.color)), b = light(behind(one));
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
  if (ratio < (large ? 3 : 4.5)) faint.push(ratio.toFixed(2) + " " + one.outerHTML.slice(0, 120));
}
return faint;
"""


#: The pages of a plan of so many people that they are shown page by page.
CROWDED = ("plan", "plan?q=zz")


@contextmanager
def crowded(monkeypatch):
    """As if the ward had more people than one page shows."""
    with monkeypatch.context() as patched:
        patched.setattr(plan_pages, "MOST_DRAWN", 10)
        patched.setattr(finding, "PER_PAGE", 10)
        yield


def fill(database):
    """A ward with something on every page, and every grade."""
    visitor = Visitor.named(TestClient(create_app(database, clock=lambda: NOW)))
    visitor.upload(sample_ward(2026))
    spoilt = {3: "civic.ties_with_people", 8: "duties.well_done", 9: "civic.standing", 14: "duties.fairly_done"}
    for number in range(2, 21):
        answers = all_good() | ({f"fact.{spoilt[number]}": "no"} if number in spoilt else {})
        visitor.open(f"/2026/sheet/front_working_committee/CB{number:02}")
        visitor.send(**answers | ({"fact.duties.well_done": "no"} if number == 14 else {}))
        state_no_violation(visitor, f"CB{number:02}")
    for sender in ("Bà Sáu", ""):
        visitor.open("/2026/feedback/new/CB01")
        visitor.send(sender=sender, claim="civic.ties_with_people=yes", received_on="2026-11-03", topic="communication", text="Gần gũi, lắng nghe bà con.")
    visitor.open("/2026/sheet/front_working_committee/CB01")
    known = {code: answer for code, answer in all_good().items() if code not in {"fact.civic.standing", "fact.civic.household_obligations"}}
    visitor.send(**known)
    state_no_violation(visitor, "CB01")
    visitor.open("/2026/plan")
    visitor.send()


def unreadable(browser, address, width, height):
    """What is cut off on a page, and what is too faint in either scheme."""
    look(browser, width, height)
    browser.get(address)
    browser.execute_script("for (const one of document.querySelectorAll('main details')) one.open = true")
    found = [("wide", one) for one in browser.execute_script(OVERFLOWING)]
    for scheme in ("light", "dark"):
        look(browser, width, height, scheme)
        found += [(scheme, one) for one in browser.execute_script(TOO_FAINT)]
    return found


def test_every_page_fits_and_can_be_read(browser, tmp_path, monkeypatch):
    """At 390 and 1280 pixels, in both languages, light and dark: nothing is cut off, nothing is too faint, every target is large."""
    fill(tmp_path / "ward.sqlite3")
    with serving(tmp_path / "ward.sqlite3") as address:
        found = []
        look(browser)
        begin(browser, address)
        for lang in ("vi", "en"):
            browser.get(f"{address}/language/{lang}")
            for width, height in ((390, 844), (1280, 800)):
                for page in PAGES:
                    found += [(lang, width, page, *one) for one in unreadable(browser, f"{address}/2026/{page}".rstrip("/"), width, height)]
                    if page in PICTURES:
                        name, part = PICTURES[page]
                        look(browser, width, {390: 1000, 1280: 800}[width])
                        browser.execute_script("for (const one of document.querySelectorAll('details')) one.open = false")
                        browser.execute_script("document.querySelectorAll(arguments[0])[arguments[1]].scrollIntoView()", *part)
                        picture(browser, f"{name}-{width}-{lang}")
                with crowded(monkeypatch):
                    for page in CROWDED:
                        found += [(lang, width, "crowded " + page, *one) for one in unreadable(browser, f"{address}/2026/{page}", width, height)]
        browser.get(f"{address}/language/vi")
        look(browser, 1280, 800, "dark")
        browser.get(f"{address}/2026/plan")
        picture(browser, "plan-1280-vi-dark")

    assert found == []


#: What axe-core finds amiss, each rule with the element; and a word where it looked at hardly anything.
AXE = """
const done = arguments[0];
axe.run().then(found => done([
  ...found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html.slice(0, 160))),
  ...(found.passes.length > 10 ? [] : ["only " + found.passes.length + " rules applied"]),
]));
"""


def amiss(browser, rules):
    """What axe-core says of the page as it stands, with everything opened that can be."""
    browser.execute_script("for (const one of document.querySelectorAll('main details')) one.open = true")
    browser.execute_script(rules)
    return browser.execute_async_script(AXE)


def test_axe_finds_nothing(browser, files, tmp_path, monkeypatch):
    """On every page, and on those that a form leads to, axe-core finds no violation: both languages, narrow and wide, light and dark."""
    axe = pytest.importorskip("axe_core_python", reason="axe-core is not installed: pip install '.[dev]'")
    rules = Path(axe.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    fill(tmp_path / "ward.sqlite3")
    rows = good_rows()
    rows["Cán bộ"][2][1], rows["Cán bộ"][-1][0] = "Phạm Bảo", "CB90"
    (tmp_path / "other.xlsx").write_bytes(workbook(rows))
    found = []
    with serving(tmp_path / "ward.sqlite3") as address:
        look(browser)
        begin(browser, address)
        for lang, width, scheme in (("vi", 390, "light"), ("en", 1280, "light"), ("vi", 1280, "dark")):
            look(browser, width, 900, scheme)
            browser.get(f"{address}/language/{lang}")
            for page in (*PAGES, "../name", "../2031", "../2031/list", "officials?q=x", "report.html"):
                browser.get(f"{address}/2026/{page}".rstrip("/"))
                found += [(lang, width, scheme, page, one) for one in amiss(browser, rules)]
            with crowded(monkeypatch):
                for page in CROWDED:
                    browser.get(f"{address}/2026/{page}")
                    found += [(lang, width, scheme, "crowded " + page, one) for one in amiss(browser, rules)]
            for file, name in ((files / "bad.xlsx", "faults"), (tmp_path / "other.xlsx", "difference")):
                browser.get(f"{address}/2026/list")
                browser.find_element(By.ID, "file").send_keys(str(file))
                send(browser)
                found += [(lang, width, scheme, name, one) for one in amiss(browser, rules)]
                look(browser, width, 1000, scheme)
                picture(browser, f"{name}-{width}-{lang}-{scheme}")
            browser.get(f"{address}/2026/merger")
            for unit in ("PN", "TN"):
                choose(browser, f"merging.{unit}", "yes")
            browser.find_element(By.ID, "new_id").send_keys("LH")
            browser.find_element(By.ID, "new_name").send_keys("Hội")
            send(browser)
            found += [(lang, width, scheme, "merger", one) for one in amiss(browser, rules)]
            picture(browser, f"merger-{width}-{lang}-{scheme}")
            browser.get(f"{address}/2026/sheet/self_report/CB07")
            browser.execute_script("document.querySelector('#rated_on').required = false; document.querySelector('#rated_on').value = ''")
            send(browser)
            found += [(lang, width, scheme, "a faulty sheet", one) for one in amiss(browser, rules)]

    assert found == []


def send(browser):
    """Send the page's own form, and wait for the page that it leads to."""
    page = browser.find_element(By.TAG_NAME, "html")
    browser.find_element(By.CSS_SELECTOR, "main form[method=post] button:not(.quiet)").click()
    leave(browser, page)


def fetched(browser, address):
    """The bytes of a download, asked for with the browser's own cookies."""
    cookies = "; ".join(f"{one['name']}={one['value']}" for one in browser.get_cookies())
    with urlopen(Request(address, headers={"Cookie": cookies})) as answer:
        return answer.read()


def test_two_years(browser, files, tmp_path):
    """Two years with different lists, and a merger within the second; the papers of the first stay byte for byte as they were."""
    look(browser)
    rows = good_rows(2027)
    rows["Cán bộ"] = [*rows["Cán bộ"][:11], ["CB31", "Tô Thị Ánh", "Văn phòng"]]
    rows["Không phân công"] = rows["Không phân công"][:3]
    (tmp_path / "next.xlsx").write_bytes(workbook(rows))
    now, papers = [NOW], ("report.html", "report.docx", "report.xlsx", "notice.docx")
    with serving(tmp_path / "ward.sqlite3", lambda: now[0]) as address:
        begin(browser, address)
        take_over(browser, address, files / "good.xlsx")
        record(browser, address)
        browser.get(f"{address}/2026/officials")
        press(browser, "Chốt 1 kết quả đã xác định")
        browser.get(f"{address}/2026/plan")
        press(browser, "Lập phân công")
        now[0] = NOW.replace(year=2027, month=1)
        browser.get(f"{address}/2026/report")
        before = {paper: fetched(browser, f"{address}/2026/{paper}") for paper in papers}

        browser.get(f"{address}/2027/list")
        press(browser, "Lấy danh sách năm 2026")
        assert "Lịch sử: thêm 96" in text(browser)
        press(browser, "Xác nhận thay đổi")
        take_over(browser, address, tmp_path / "next.xlsx", 2027)
        assert "11 cán bộ, công chức" in text(browser)
        browser.get(f"{address}/2027/plan")
        press(browser, "Lập phân công")
        now[0] = NOW.replace(year=2027, month=7)
        browser.get(f"{address}/2027/merger")
        for unit in ("PN", "TN"):
            choose(browser, f"merging.{unit}", "yes")
        browser.find_element(By.ID, "new_id").send_keys("LH")
        browser.find_element(By.ID, "new_name").send_keys("Hội Phụ nữ và Thanh niên")
        press(browser, "Xem những gì thay đổi")
        assert "Sau khi sáp nhập" in text(browser)
        press(browser, "Xác nhận sáp nhập")
        assert "Thay đổi trong năm" in text(browser)
        browser.get(f"{address}/2028/list")
        press(browser, "Lấy danh sách năm 2027")
        press(browser, "Xác nhận thay đổi")
        browser.get(f"{address}/2028/plan")
        press(browser, "Lập phân công")
        assert "không có phương án nào tốt hơn" in text(browser)

    with serving(tmp_path / "ward.sqlite3", lambda: now[0]) as address:
        browser.get(f"{address}/2026/report")
        after = {paper: fetched(browser, f"{address}/2026/{paper}") for paper in papers}

    assert after == before
    assert {content[:2] for name, content in after.items() if name != "report.html"} == {b"PK"}


def test_long_words_break(browser, tmp_path):
    """Names and ids of two hundred letters without a space break nothing."""
    rows = good_rows()
    rows["Cán bộ"].append(["M" * 200, "W" * 200, "Đ" * 200])
    rows["Đầu mối"].append(["z" * 200, "ư" * 200, "q" * 200, 20, None, None])
    visitor = Visitor.named(TestClient(create_app(tmp_path / "ward.sqlite3", clock=lambda: NOW)))
    assert visitor.upload(workbook(rows)).status_code == 200
    visitor.open("/2026/plan")
    visitor.send()
    with serving(tmp_path / "ward.sqlite3") as address:
        found = []
        look(browser)
        begin(browser, address)
        for width in (390, 1280):
            look(browser, width, 844)
            for page in ("officials", "list", "version/roster/1", f"official/{'M' * 200}", f"sheet/self_report/{'M' * 200}", "plan", "report", "log"):
                browser.get(f"{address}/2026/{page}")
                found += [(width, page[:12], wide) for wide in browser.execute_script(OVERFLOWING)]

    assert found == []


def test_without_a_mouse(browser, files, tmp_path):
    """The first press of the tab key offers the way past the menu; the form can be filled in with keys alone."""
    look(browser)
    with serving(tmp_path / "ward.sqlite3") as address:
        begin(browser, address)
        take_over(browser, address, files / "good.xlsx")
        browser.get(f"{address}/2026/sheet/self_report/CB03")
        browser.switch_to.active_element.send_keys(Keys.TAB)
        skip = browser.switch_to.active_element
        assert skip.text == "Đến nội dung chính"
        skip.send_keys(Keys.ENTER)
        assert browser.switch_to.active_element.get_attribute("id") == "main"
        unknown = browser.find_element(By.CSS_SELECTOR, "input[name='fact.civic.standing'][value='unknown']")
        unknown.send_keys(Keys.ARROW_LEFT)
        page = browser.find_element(By.TAG_NAME, "html")
        browser.find_element(By.CSS_SELECTOR, "form button").send_keys(Keys.ENTER)
        leave(browser, page)
        assert "Đã lưu." in text(browser)
        browser.get(f"{address}/2026/sheet/self_report/CB03")
        assert browser.find_element(By.CSS_SELECTOR, "input[name='fact.civic.standing']:checked").get_attribute("value") == "no"


def test_no_script_and_nothing_from_elsewhere(browser, files, tmp_path):
    """A page asks for nothing but its own styles and sign, and the browser reports nothing amiss."""
    look(browser)
    with serving(tmp_path / "ward.sqlite3") as address:
        begin(browser, address)
        take_over(browser, address, files / "good.xlsx")
        browser.get_log("browser")
        browser.get(f"{address}/2026/officials")
        asked = json.loads(browser.execute_script("return JSON.stringify(performance.getEntriesByType('resource').map(one => one.name))"))

        assert {one.removeprefix(address) for one in asked} <= {"/rendered.css", "/static/ward.css", "/static/ward.svg"}
        assert browser.find_elements(By.TAG_NAME, "script") == []
        assert browser.get_log("browser") == []


def test_the_one_line(tmp_path):
    """``python -m ward_app`` serves the application on this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "ward_app", "--port", str(port), "--database", str(tmp_path / "ward.sqlite3")]
    with subprocess.Popen(command, cwd=EXAMPLES, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
        try:
            page, deadline = "", time.monotonic() + 120
            while not page and time.monotonic() < deadline:
                try:
                    with urlopen(f"http://127.0.0.1:{port}/") as answer:
                        page = answer.read().decode()
                except OSError:
                    time.sleep(0.1)
        finally:
            server.terminate()
            server.communicate()

    assert "Giám sát cán bộ phường" in page
