"""People who use the example application in tests: they read a page's form and send it back, as a browser would."""

from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser
from io import BytesIO
from urllib.parse import quote

from openpyxl import Workbook, load_workbook

from ward_app.app import VIET_NAM
from ward_app.sample import sample_ward

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=VIET_NAM)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class _Inputs(HTMLParser):
    """The values that stand in the first form of a page that is sent with its token."""

    def __init__(self):
        super().__init__()
        self.values, self._select, self._text, self._is_in = {}, None, None, False

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self._is_in = attrs.get("method") == "post" and not self.values
        if not self._is_in:
            return
        if tag == "input" and "name" in attrs and attrs.get("type") != "file":
            if attrs.get("type") not in {"radio", "checkbox"} or "checked" in attrs:
                self.values[attrs["name"]] = attrs.get("value", "")
        elif tag == "select":
            self._select = attrs["name"]
            self.values[self._select] = ""
        elif tag == "option" and "selected" in attrs:
            self.values[self._select] = attrs["value"]
        elif tag == "textarea":
            self._text = attrs["name"]
            self.values[self._text] = ""

    def handle_data(self, data):
        if self._text is not None:
            self.values[self._text] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._text = None


def inputs(page):
    """What a page's form would send as it stands."""
    parser = _Inputs()
    parser.feed(page)
    return parser.values


def words(page):
    """What people read of a page: its text, without tags, styles and spaces."""
    page = re.sub(r"<(style|title)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page)).strip()


class Visitor:
    """One person at one browser."""

    def __init__(self, client):
        self.client = client

    def open(self, path):
        """Open a page and keep what its form would send."""
        answer = self.client.get(path)
        self.path, self.form = path, inputs(answer.text)
        return answer

    def send(self, **changes):
        """Send the form that was opened, with some fields changed; ``fact__code`` stands for ``fact.code``."""
        values = {**self.form, **{name.replace("__", "."): value for name, value in changes.items()}}
        return self.client.post(self.path, data=values)

    def offer(self, content, name="ward.xlsx", path="/2026/list", **asked):
        """Send a file; the answer says what it would change, or what is wrong with it."""
        self.open(path)
        answer = self.client.post(path, data={**self.form, **asked}, files={"file": (name, content, XLSX)})
        self.path, self.form = answer.url.path, inputs(answer.text)
        return answer

    def upload(self, content, name="ward.xlsx", path="/2026/list", **asked):
        """Send a file, and confirm what it would change."""
        answer = self.offer(content, name, path, **asked)
        return self.send() if "/proposal/" in self.path and "Không có gì thay đổi" not in answer.text else answer

    def offer_history(self, year):
        """Ask what the year before adds to a year's list or history; the answer says it."""
        self.open(f"/{year}/list")
        answer = self.client.post(f"/{year}/begin", data=self.form)
        self.path, self.form = answer.url.path, inputs(answer.text)
        return answer

    def begin(self, year):
        """Begin a year with the list of the one before, and confirm it."""
        self.offer_history(year)
        return self.send()

    def merge(self, year=2026, **asked):
        """Ask what a merger would change, and confirm it."""
        self.open(f"/{year}/merger")
        answer = self.send(**asked)
        self.form = inputs(answer.text)
        return self.send(confirmed="yes") if "looked_at" in self.form else answer

    def withdraw(self, number, why, year=2026):
        """Withdraw feedback, or let it stand again."""
        form = inputs(self.client.get(f"/{year}/feedback/{number}").text)
        return self.client.post(f"/{year}/withdraw/{number}", data={**form, "withdrawn_why": why})

    @classmethod
    def named(cls, client, name="Lan"):
        """Somebody who said who he or she is."""
        client.cookies.set("ward_name", quote(name))
        return cls(client)


def workbook(sheets):
    """An Excel file: rows by the sheet's name."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def good_rows(year=2026):
    """The rows of the invented ward, to be spoilt or changed."""
    book = load_workbook(BytesIO(sample_ward(year)))
    return {page.title: [list(row) for row in page.iter_rows(values_only=True)] for page in book.worksheets}


FACTS = (
    "duties.well_done", "duties.fairly_done", "civic.own_obligations", "civic.household_obligations", "civic.ties_with_people",
    "civic.local_contribution", "civic.morals_and_lifestyle", "civic.standing", "conduct.violation",
)  # fmt: skip


def state_no_violation(visitor, who, year=2026):
    """The competent body states that the official breached no law; nobody else's word says so."""
    visitor.open(f"/{year}/sheet/competent_statement/{who}")
    return visitor.send(**{"fact.conduct.violation": "no"})


def all_good():
    """A sheet that says the best of somebody."""
    return {f"fact.{code}": "no" if code == "conduct.violation" else "yes" for code in FACTS}
