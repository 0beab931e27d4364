"""The ward in a browser tab, without a browser: what Python answers the page, and the parts of its build that need no network."""

import base64
import io
import json
import re
import urllib.request
import zipfile
from pathlib import Path
from threading import Thread

import attrs
import pytest

pytest.importorskip("openpyxl", reason="the examples' packages are not installed: pip install '.[examples]'")

import openpyxl

import supervision_core as sc
from ward_tab import app, build

FOLDER = Path(__file__).parents[2] / "docs" / "examples" / "ward_tab"
ANSWERS = {fact.code: "no" if fact.code == "conduct.violation" else "yes" for fact in app.FACTS}


def ask(name, **given):
    """What the page asks, and what it gets."""
    return json.loads(app.ask(name, json.dumps(given)))


def sample_book():
    """The sample file, opened."""
    return openpyxl.load_workbook(io.BytesIO(base64.b64decode(ask("sample", year=2026)["content"])))


def content_of(book):
    """A workbook as the page sends it."""
    written = io.BytesIO()
    book.save(written)
    return base64.b64encode(written.getvalue()).decode()


@pytest.fixture
def listed():
    """The year 2026 with the list of the sample."""
    empty = ask("begin", year=2026)["ward"]
    return ask("read_list", ward=empty, content=content_of(sample_book()), lang="vi")["ward"]


@pytest.fixture
def planned(listed):
    """The same with a plan."""
    return ask("plan", ward=listed, lang="vi")["ward"]


class TestLists:
    def test_what_a_file_would_change_is_said(self):
        """A first list adds everybody; the same once more changes nothing."""
        empty = ask("begin", year=2026)["ward"]
        content = content_of(sample_book())
        first = ask("read_list", ward=empty, content=content, lang="vi")

        assert len(first["changes"]["added"]) == 24 + 5
        assert first["changes"]["years"] == ["2023", "2024", "2025"]
        again = ask("read_list", ward=first["ward"], content=content, lang="vi")
        assert again["changes"] == {"added": [], "removed": [], "changed": [], "years": []}
        assert again["ward"] == first["ward"]

    def test_who_comes_who_goes_and_whose_row_is_another(self, listed):
        """Each official is named, with the id."""
        book = sample_book()
        sheet = book["Cán bộ"]
        sheet.delete_rows(3)
        sheet.append(["CB99", "Lưu Thị Mới", "Đảng ủy"])
        sheet["C2"] = "Hội đồng nhân dân"
        changes = ask("read_list", ward=listed, content=content_of(book), lang="vi")["changes"]

        assert changes["added"] == ["Lưu Thị Mới (CB99)"]
        assert [one.endswith("(CB02)") for one in changes["removed"]] == [True]
        assert [one.endswith("(CB01)") for one in changes["changed"]] == [True]

    def test_faults_are_named_by_cell(self, listed):
        """Sheet, row, column, what stands there and what would be right, in the language that is asked for."""
        book = sample_book()
        book["Đầu mối"]["D2"] = "nhiều"
        for lang in ("vi", "en"):
            (fault,) = ask("read_list", ward=listed, content=content_of(book), lang=lang)["faults"]
            assert (fault["sheet"], fault["row"], fault["column"], fault["found"]) == ("Đầu mối", 2, "Tỷ trọng", "nhiều")
            assert fault["expected"]

    def test_a_file_that_is_none(self, listed):
        """It is refused in words."""
        (fault,) = ask("read_list", ward=listed, content=base64.b64encode(b"PK").decode(), lang="vi")["faults"]
        assert (fault["sheet"], fault["row"]) == ("", None)
        assert "Excel" in fault["expected"]

    def test_a_unit_that_is_gone_stays_in_the_history(self, listed):
        """A lead unit that left the list is a former one, and a plan can be made."""
        book = sample_book()
        sheet = book["Đầu mối"]
        column = next(cell.column for cell in sheet[1] if cell.value == "Còn hoạt động")
        sheet.cell(6, column).value = "không"
        ward = ask("read_list", ward=listed, content=content_of(book), lang="vi")["ward"]

        assert app.ward_of(ward).roster.former_units == ("ND",)
        assert ask("overview", ward=ask("plan", ward=ward, lang="vi")["ward"], lang="vi")["plan"] == "fits"


class TestJudging:
    def test_unknown_is_not_false(self, listed):
        """A sheet with one answer open leaves the grade open, and the same sheet with it settles it."""
        some = ask("record", ward=listed, official="CB01", answers={**ANSWERS, "civic.standing": "unknown"}, lang="vi")["ward"]
        view = ask("official", ward=some, official="CB01", lang="vi")
        assert (view["grade"], view["rank"]) == ("Chưa xác định", None)
        assert [one["value"] for one in view["questions"] if one["code"] == "civic.standing"] == ["unknown"]
        every = ask("record", ward=some, official="CB01", answers=ANSWERS, lang="vi")["ward"]
        assert ask("official", ward=every, official="CB01", lang="en")["rank"] == 3

    def test_a_breach_is_asked_so_that_nobody_walks_into_it(self, listed):
        """Where "no" is the good answer it stands first."""
        for question in ask("official", ward=listed, official="CB01", lang="vi")["questions"]:
            assert question["is_breach"] == (question["code"] == "conduct.violation")
            assert question["order"][0] == ANSWERS[question["code"]]

    def test_answers_that_contradict_each_other_are_refused(self, listed):
        """Well done and not fairly done cannot both be."""
        found = ask("record", ward=listed, official="CB01", answers={**ANSWERS, "duties.fairly_done": "no"}, lang="vi")
        assert found == {"contradiction": ["Hoàn thành tốt nhiệm vụ được giao", "Hoàn thành khá nhiệm vụ được giao"]}

    def test_whoever_is_not_listed(self, listed):
        """It is said in words."""
        assert ask("official", ward=listed, official="CB77", lang="vi") == {"error": ["CB77: không có trong danh sách của năm"]}
        assert "error" in ask("official", ward=ask("begin", year=2026)["ward"], official="CB01", lang="vi")

    def test_grades_are_counted(self, listed):
        """Everybody is in one count, the undetermined too."""
        ward = ask("record", ward=listed, official="CB01", answers=ANSWERS, lang="en")["ward"]
        counts = dict(ask("overview", ward=ward, lang="en")["counts"])
        assert sum(counts.values()) == 24
        assert counts["Undetermined"] == 23

    def test_an_empty_year(self):
        """There is nothing to show, and nothing fails."""
        view = ask("overview", ward=ask("begin", year=2026)["ward"], lang="vi")
        assert (view["listed"], view["rows"], view["plan"], view["lead_units"]) == (False, [], "none", 0)


class TestPlanning:
    def test_a_plan_is_checked_and_explained(self, planned):
        """The plan fits, everybody has a lead unit, and the others are explained."""
        view = ask("overview", ward=planned, lang="vi")
        assert view["plan"] == "fits"
        assert all(row["lead_unit"] for row in view["rows"])
        assert ask("plan_page", ward=planned, lang="vi")["fits"] is True
        assert "<table>" in ask("official", ward=planned, official="CB01", lang="vi")["lead_unit"]
        assert ask("plan", ward=planned, lang="vi")["ward"] == planned

    def test_another_list_is_planned_again_with_few_moves(self, planned):
        """The plan no longer fits; changed, it fits, and its change is said."""
        book = sample_book()
        book["Cán bộ"].delete_rows(3)
        outdated = ask("read_list", ward=planned, content=content_of(book), lang="vi")["ward"]
        assert ask("overview", ward=outdated, lang="vi")["plan"] == "outdated"
        assert ask("plan_page", ward=outdated, lang="vi")["fits"] is False
        assert ask("official", ward=outdated, official="CB01", lang="vi")["lead_unit"] is None
        changed = ask("plan", ward=outdated, lang="vi")
        assert "đổi đầu mối" in changed["said"]
        assert ask("overview", ward=changed["ward"], lang="vi")["plan"] == "fits"

    def test_no_plan_can_be(self, listed):
        """The certificate is shown and nothing is changed."""
        of = app.ward_of(listed)
        units = [attrs.evolve(unit, min_load=20) for unit in of.roster.lead_units]
        ward = attrs.evolve(of, roster=attrs.evolve(of.roster, lead_units=units)).to_text()
        found = ask("plan", ward=ward, lang="vi")
        assert set(found) == {"infeasible"}
        assert ask("plan_page", ward=ward, lang="vi") == {"html": None}

    def test_fingerprints_are_the_library_s(self, planned):
        """They are those of the plan and of the assessments themselves."""
        of, found = app.ward_of(planned), ask("fingerprints", ward=planned)
        assert found["plan"] == sc.serialization.fingerprint(of.plan)
        assert set(found["results"]) == set(of.roster.subject_ids)
        assert ask("fingerprints", ward=ask("begin", year=2026)["ward"]) == {"results": {}, "plan": None}


class TestPapers:
    @pytest.mark.parametrize("lang", ["vi", "en"])
    @pytest.mark.parametrize("what", ["table.xlsx", "report.docx", "report.html", "plan.xlsx", "plan.docx", "plan.html"])
    def test_each_paper_is_a_file_of_its_kind(self, planned, what, lang):
        """Excel and Word files open, HTML is a whole page; the same question gives the same bytes."""
        found = ask("export", ward=planned, what=what, lang=lang, today="2026-11-28")
        content = base64.b64decode(found["content"])
        assert found["name"] == what.replace(".", "-2026.")
        if what.endswith(".html"):
            assert content.lower().startswith(b"<!doctype html>")
        else:
            assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
        assert ask("export", ward=planned, what=what, lang=lang, today="2026-11-28") == found

    def test_the_table_has_everybody(self, planned):
        """One row an official, with grade, facts and lead unit."""
        ward = ask("record", ward=planned, official="CB01", answers=ANSWERS, lang="vi")["ward"]
        content = base64.b64decode(ask("export", ward=ward, what="table.xlsx", lang="vi", today="2026-11-28")["content"])
        rows = list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
        assert len(rows) == 1 + 24
        assert rows[1][0] == "CB01"
        assert rows[1][4:13] == ("Có",) * 8 + ("Không",)
        assert rows[2][4:13] == ("Chưa rõ",) * 9
        assert rows[0][-1] == "Đầu mối giám sát"

    def test_a_report_before_there_is_a_plan_and_after_the_year(self, listed):
        """It has the grades alone, and is final once the year is over."""
        for day in ("2026-11-28", "2027-01-04"):
            assert ask("export", ward=listed, what="report.html", lang="vi", today=day)["content"]

    def test_a_plan_that_no_longer_fits_is_still_a_paper(self, planned):
        """It says what was adopted."""
        book = sample_book()
        book["Cán bộ"].delete_rows(3)
        outdated = ask("read_list", ward=planned, content=content_of(book), lang="vi")["ward"]
        assert ask("export", ward=outdated, what="plan.html", lang="vi", today="2026-11-28")["content"]


class TestSavedFiles:
    def test_a_saved_year_is_opened_again(self, planned):
        """It is the same text."""
        assert ask("restore", text=planned) == {"ward": planned, "year": 2026}

    @pytest.mark.parametrize(
        ("change", "named"),
        [
            (lambda one: one.update(schema="ward_tab/0"), "schema"),
            (lambda one: one.update(year="2026"), "year"),
            (lambda one: one.update(year=1900), "year"),
            (lambda one: one.pop("plan"), "plan"),
            (lambda one: one["roster"]["lead_units"][0].update(share="3"), "share"),
            (lambda one: one.update(answers=[]), "answers"),
            (lambda one: one.update(answers={"CB01": 1}), "answers"),
            (lambda one: one.update(answers={"CB01": {"civic.standing": 1}}), "answers.CB01.civic.standing"),
            (lambda one: one.update(answers={"CB01": {"civic.charm": True}}), "answers.CB01.civic.charm"),
            (lambda one: one.update(answers={"CB01": {"duties.well_done": True, "duties.fairly_done": False}}), "answers.CB01: "),
            (lambda one: one.update(answers={"\u0000": {"duties.well_done": True}}), "answers.\u0000"),
        ],
    )  # fmt: skip
    def test_whatever_else_is_refused_and_named(self, planned, change, named):
        """The place that is wrong stands in the answer."""
        document = json.loads(planned)
        change(document)
        (first, *_) = ask("restore", text=json.dumps(document))["problems"]
        assert named in first

    @pytest.mark.parametrize("junk", ["", "[]", "null", "{", "1", "[" * 100_000])
    def test_junk_is_refused(self, junk):
        """It is no year; every other question refuses it, too."""
        assert ask("restore", text=junk)["problems"]
        assert ask("overview", ward=junk, lang="vi")["error"]

    def test_a_year_that_the_page_does_not_offer(self):
        """It is refused."""
        assert ask("begin", year=1999)["error"] == ["year: 2000–2100"]

    def test_a_question_that_the_library_refuses_is_answered_in_words(self, planned):
        """A history that already holds the year cannot be planned over; the answer says so."""
        of = app.ward_of(planned)
        ward = attrs.evolve(of, plan=None, history=of.history.with_plan(of.plan)).to_text()
        outdated = attrs.evolve(of, history=of.history.with_plan(of.plan)).to_text()
        assert "ward" in ask("plan", ward=ward, lang="vi")
        assert ask("plan", ward=outdated, lang="vi")["error"]

    def test_warming_up_leaves_nothing(self):
        """Whatever was gone through while the folder was made, no year of it stays."""
        app.warm()
        assert app.ward_of.cache_info().currsize == 0

    def test_the_style_of_the_fragments(self):
        """The page gets the library's own style and version."""
        assert ask("style") == {"style": sc.rendering.stylesheet(), "version": sc.__version__}


class TestTheFolder:
    def test_the_runtime_is_one_exact_version(self):
        """The version is exact, and nothing in the repository but one file says it, or the digest of its package."""
        assert re.fullmatch(r"\d+\.\d+\.\d+", build.VERSION)
        assert not list(FOLDER.glob("*lock*"))
        root = FOLDER.parents[2]
        places = [root / ".ci", root / "docs" / "examples", root / "docs" / "_static", root / "tests"]
        files = [path for place in places for path in place.rglob("*") if path.suffix not in {".png", ".pyc"} and ".work" not in path.relative_to(root).parts and path.is_file()]
        said = {path.name for path in files if {build.VERSION.encode(), build.SHA256.encode()} & set(re.findall(rb"[0-9a-f]{64}|\d+\.\d+\.\d+", path.read_bytes()))}
        assert said == {"package.json"}

    def test_another_package_is_refused(self, tmp_path):
        """Its digest is said."""
        package = tmp_path / "pyodide-0.tgz"
        package.write_bytes(b"something else")
        with pytest.raises(SystemExit, match=r"SHA-256 is [0-9a-f]{64}, expected"):
            build.check(package)

    def test_the_modules_of_the_tab_are_all_that_it_imports(self, tmp_path):
        """Packed without a network, the archive holds every module of the examples that the answers come from."""
        wheel = tmp_path / "one-1-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as made:
            made.writestr("one/", "")
            made.writestr("one/__init__.py", "")
        build.pack_sources([wheel], tmp_path / "sources.zip")
        names = set(zipfile.ZipFile(tmp_path / "sources.zip").namelist())
        assert names == {"one/__init__.py", *build.MODULES}
        imported = set()
        for name in build.MODULES:
            imported |= set(re.findall(r"^from ((?:ward_app|ward_tab|sheets)[\w.]*)", (build.EXAMPLES / name).read_text("utf-8"), re.MULTILINE))
        assert {one.replace(".", "/") + ".py" for one in imported} <= set(build.MODULES)

    def test_the_worker_names_every_file_and_one_digest(self, tmp_path):
        """Another file anywhere is another version; the worker itself is not in its own list."""
        build.write_pages(tmp_path)
        first = (tmp_path / "sw.js").read_text("utf-8")
        assert json.loads(re.search(r"FILES = (\[.*\]);", first)[1]) == ["app.js", "index.html", "style.css", "ward.css", "ward.svg"]
        (tmp_path / "python.zip").write_bytes(b"1")
        build.write_pages(tmp_path)
        second = (tmp_path / "sw.js").read_text("utf-8")
        assert '"python.zip"' in second
        assert re.search(r'ward-tab-" \+ "([0-9a-f]{16})"', first)[1] != re.search(r'ward-tab-" \+ "([0-9a-f]{16})"', second)[1]

    def test_a_folder_with_something_else_is_left_alone(self, tmp_path):
        """It is not emptied."""
        (tmp_path / "letter.txt").write_text("keep me", "utf-8")
        with pytest.raises(SystemExit, match="not empty"):
            build.build(tmp_path)
        assert (tmp_path / "letter.txt").exists()

    def test_it_is_served_with_the_types_that_browsers_ask_for(self, tmp_path):
        """WebAssembly and modules have theirs on every machine; only this machine is served."""
        (tmp_path / "one.wasm").write_bytes(b"")
        (tmp_path / "one.mjs").write_bytes(b"")
        with build.serve(tmp_path, 0) as server:
            server.RequestHandlerClass.func.log_message = lambda *_: None
            thread = Thread(target=server.serve_forever)
            thread.start()
            try:
                host, port = server.server_address[:2]
                types = []
                for name in ("one.wasm", "one.mjs"):
                    with urllib.request.urlopen(f"http://{host}:{port}/{name}") as answer:
                        types.append(answer.headers["Content-Type"])
            finally:
                server.shutdown()
                thread.join()
        assert (host, types) == ("127.0.0.1", ["application/wasm", "text/javascript"])

    def test_the_page_allows_nothing_from_elsewhere(self):
        """Its policy begins with nothing, every source is its own, and no file of the page names another address."""
        page = (FOLDER / "index.html").read_text("utf-8")
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert rules["default-src"] == "'none'"
        assert {source for rule in rules.values() for source in rule.split()} == {"'none'", "'self'", "'wasm-unsafe-eval'"}
        assert rules["script-src"] == "'self' 'wasm-unsafe-eval'"
        assert "<style" not in page
        assert re.findall(r"<script(?![^>]*src=)", page) == []
        for name in ("index.html", "app.js", "sw.js", "style.css"):
            assert "//" not in re.sub(r"^\s*//.*$|; // .*$", "", (FOLDER / name).read_text("utf-8"), flags=re.MULTILINE), name

    def test_both_languages_say_everything(self):
        """The page has the same words in both."""
        script = (FOLDER / "app.js").read_text("utf-8")
        vi, en = (re.findall(r"(?<=[{ ,])(\w+): (?=[\"(])", script[script.index(f"  {lang}: {{") : script.index(end)]) for lang, end in (("vi", "  en: {"), ("en", "const EXCEL")))
        assert vi == en
        assert set(re.findall(r'say\("(\w+)"', script)) <= set(vi)
