"""Reports in a real browser, within pages that set bare elements in their own way: nothing cut off, nothing too faint to read."""

import json
import re
import shutil
import subprocess

import pytest

import reports_december
import supervision_core as sc
from supervision_core.rendering import stylesheet, to_html

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine (Debian: apt install chromium)")

#: What notebooks and style sheets do to bare elements, at their worst.
ROUGH = """
body{background:#fff;color:#222}
.output table{table-layout:fixed;margin:0 auto;border:none;font-size:12px}.output :is(td,th,tr){text-align:right;max-width:none;background:#000;border:none}
.output tbody tr:nth-child(odd){background:#111}.output dl dt{float:left;width:48px;font-weight:bold}.output dd{margin-left:60px}
.output li{list-style:square}.output p,.output h2,.output h3{color:#eee;text-transform:uppercase;letter-spacing:.4em}
.output svg{width:40px;background:#000}.output figure{float:right}
"""
LOOK = r"""
const light = c => { const [r, g, b] = c.match(/[\d.]+/g).slice(0, 3).map(v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4 }); return .2126 * r + .7152 * g + .0722 * b };
const ground = e => { for (; e; e = e.parentElement) { const b = getComputedStyle(e).backgroundColor, m = b.match(/[\d.]+/g); if (!(m.length == 4 && m[3] == 0)) return b } return "rgb(255,255,255)" };
const found = {seen: document.querySelectorAll("section.supervision").length, over: [], faint: [], narrow: [], page: document.documentElement.scrollWidth > innerWidth};
for (const section of document.querySelectorAll("section.supervision")) {
  if (section.scrollWidth > section.clientWidth + 1) found.over.push(section.getAttribute("aria-label"));
  for (const e of section.querySelectorAll("p,dt,dd,td,th,li,h2,h3,h4,span")) {
    if (e.closest(".sc-vh") || !e.textContent.trim()) continue;
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
    if ((Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5) found.faint.push(e.tagName + "." + e.className);
    if (e.tagName == "DT" && e.getBoundingClientRect().width < 100) found.narrow.push(e.textContent);
  }
}
const told = document.createElement("pre"); told.id = "told"; told.textContent = "@@" + JSON.stringify(found) + "@@"; document.body.append(told);
"""


def reports():
    """What a ward hands in, a calendar, many years and many people, in both languages."""
    given = {name: (value, {key: one for key, one in options.items() if key != "letterhead"}) for name, (value, options) in reports_december.papers().items()}
    names = {**reports_december.UNITS, **reports_december.PEOPLE}
    roster = reports_december.roster()
    given["years"] = (sc.plan_horizon(roster, years=range(2027, 2037), history=reports_december.past()), {"names": names, "roster": roster, "order": reports_december.ORDER})
    given["people"] = (dict(sc.assess_all(reports_december.WARD, reports_december.cases().items())), {"names": names})
    given["calendar"] = (sc.compliance(sc.regulations.CITIZEN_RECEPTION, [], sc.Period.of_year(2026), as_of=reports_december.DAY), {})
    given["rules"] = (sc.regulations.ND335_CIVIL_SERVANT, {})
    return [to_html(value, fragment=True, lang=lang, **options) for lang in ("vi", "en") for value, options in given.values()]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [500, 1280])
def test_a_page_around_leaves_reports_as_they_are(tmp_path, theme, width):
    """No overflow, no label squeezed, every text in contrast AA, in a page that sets tables, lists and text in its own way."""
    page = (
        f'<!doctype html><html lang="vi" data-theme="{theme}"><head><meta charset="utf-8"><style>{ROUGH}</style></head><body>'
        f'<div class="output"><style>{stylesheet()}</style>{"".join(reports())}</div><script>{LOOK}</script></body></html>'
    )
    (tmp_path / "page.html").write_text(page, "utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", f"--window-size={width},900", f"--user-data-dir={tmp_path}/own"]
    ran = subprocess.run([BROWSER, *flags, "--dump-dom", (tmp_path / "page.html").as_uri()], capture_output=True, text=True, check=True, timeout=120)

    assert json.loads(re.findall(r"@@(\{.*\})@@", ran.stdout)[-1]) == {"seen": len(reports()), "over": [], "faint": [], "narrow": [], "page": False}
