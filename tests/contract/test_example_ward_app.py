"""The example application, page by page, without a browser."""

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from shutil import copyfile

import pytest

pytest.importorskip("fastapi", reason="the examples' packages are not installed: pip install '.[examples]'")
pytest.importorskip("httpx2", reason="the test client's package is not installed: pip install '.[dev]'")

import attrs
from fastapi.testclient import TestClient
from openpyxl import load_workbook

import supervision_core as sc
from ward_app.app import create_app
from ward_app.judging import CRITERION, FACTS, speaks_of
from ward_app.records import BODIES, FEEDBACK, PEOPLES_CHANNELS, RESULT, SHEET
from ward_app.sample import sample_ward
from ward_app.store import Conflict, Store
from ward_app.texts import TEXTS, speaker
from ward_visitors import NOW, Visitor, all_good, good_rows, state_no_violation, words, workbook

TEMPLATES = Path(__file__).parents[2] / "docs" / "examples" / "ward_app" / "templates"
PAGES = ("", "/list", "/officials", "/official/CB01", "/sheet/self_report/CB01", "/feedback/new/CB01", "/plan", "/report", "/log")
VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE)


@pytest.fixture
def database(tmp_path):
    return tmp_path / "ward.sqlite3"


@pytest.fixture
def newcomer(database):
    """Opens the application anew, as another person or after a restart."""

    def come(lang="vi", name="Lan"):
        client = TestClient(create_app(database, clock=lambda: NOW))
        client.cookies.set("lang", lang)
        return Visitor.named(client, name)

    return come


@pytest.fixture(scope="module")
def uploaded(tmp_path_factory):
    """A database with the list of the invented ward."""
    path = tmp_path_factory.mktemp("ward") / "uploaded.sqlite3"
    assert Visitor.named(TestClient(create_app(path, clock=lambda: NOW))).upload(sample_ward(2026)).status_code == 200
    return path


@pytest.fixture
def visitor(uploaded, database, newcomer):
    """Somebody in a ward whose list is uploaded."""
    copyfile(uploaded, database)
    return newcomer()


class TestYear:
    def test_from_file_to_report(self, newcomer):
        """A ward's year: upload, judge, plan, report; and all of it is there after a restart."""
        visitor = newcomer()
        assert "24 cán bộ, công chức và 5 đầu mối" in words(visitor.upload(sample_ward(2026)).text)
        visitor.open("/2026/sheet/front_working_committee/CB01")
        assert "Đã lưu." in words(visitor.send(**all_good()).text)
        state_no_violation(visitor, "CB01")
        assert "Hoàn thành tốt" in words(visitor.open("/2026/official/CB01").text)
        visitor.open("/2026/plan")
        assert "đã lập, đã kiểm chứng" in words(visitor.send().text)

        later = newcomer()
        assert "Hoàn thành tốt (theo tiêu chí của phường) 1" in words(later.open("/2026/officials").text)
        assert "Hoàn thành tốt (theo tiêu chí của phường): 1 người" in words(later.open("/2026/report").text)
        assert "đã lập, đã kiểm chứng" in words(later.open("/2026/plan").text)

    def test_the_start(self, newcomer):
        """The first page is this year's, and says what is missing."""
        page = newcomer().open("/")

        assert page.url.path == "/2026"
        assert "Chưa có danh sách cán bộ." in words(page.text)

    def test_pages_before_anything_is_there(self, newcomer):
        """Without a list the pages say so; what does not exist is not found."""
        visitor = newcomer()

        for path in ("/officials", "/plan", "/report"):
            assert "Chưa có danh sách cán bộ." in words(visitor.open(f"/2026{path}").text)
        for path in ("/report.html", "/report.xlsx", "/rotation.svg", "/official/CB01", "/feedback/PA-2026-0001"):
            assert visitor.open(f"/2026{path}").status_code == 404
        visitor.open("/2026/list")
        assert visitor.client.post("/2026/plan", data=visitor.form).status_code == 404

    def test_unknown_stays_open(self, visitor):
        """Nobody is judged by what nobody has said: all are undetermined, none is below fair."""
        said = words(visitor.open("/2026/officials").text)

        assert "Hoàn thành tốt (theo tiêu chí của phường) 0 Hoàn thành khá 0 Dưới mức khá 0 Chưa xác định 24" in said

    def test_a_year_builds_on_the_plans_before(self, visitor):
        """The list of 2027 begins with that of 2026, and its plan takes the plan of 2026 as the past."""
        visitor.open("/2026/plan")
        visitor.send()
        visitor.begin(2027)
        visitor.open("/2027/plan")
        assert "đã lập, đã kiểm chứng" in words(visitor.send().text)
        past = re.findall(r'<span class="quiet">(\d{4})</span>', visitor.open("/2027/official/CB01").text)

        assert past == ["2023", "2024", "2025", "2026"]

    def test_the_report_as_files(self, visitor):
        """The report comes as a page that needs nothing else and as a table of all officials; the picture as SVG."""
        visitor.open("/2026/plan")
        visitor.send()
        page = visitor.open("/2026/report.html")
        assert page.headers["content-disposition"] == 'attachment; filename="report-2026.html"'
        assert page.text.startswith("<!DOCTYPE html>") or page.text.startswith("<!doctype html>")
        assert "src=" not in page.text
        rows = list(load_workbook(BytesIO(visitor.open("/2026/report.xlsx").content)).worksheets[0].iter_rows(values_only=True))
        assert len(rows) == 25
        assert rows[0][:4] == ("Mã", "Họ và tên", "Nơi công tác", "Mức đánh giá")
        assert len({row[-1] for row in rows[1:]}) == 5
        assert visitor.open("/2026/rotation.svg").text.startswith("<svg ")

    def test_a_name_is_no_formula(self, visitor):
        """A name that begins like a formula stays a text in the table."""
        visitor.open("/2026/new-official")
        visitor.send(id="A1", name="=1+1")
        cell = load_workbook(BytesIO(visitor.open("/2026/report.xlsx").content)).worksheets[0]["B2"]

        assert (cell.value, cell.data_type) == ("=1+1", "s")


class TestEvidence:
    def test_bodies_may_disagree(self, visitor):
        """Two bodies that contradict each other make the fact contested, never decided."""
        for body, answer in (("front_working_committee", "yes"), ("peoples_inspection_board", "no")):
            visitor.open(f"/2026/sheet/{body}/CB02")
            visitor.send(**{"fact.civic.standing": answer})

        assert "còn mâu thuẫn" in words(visitor.open("/2026/official/CB02").text)

    def test_named_comments_count_and_anonymous_ones_wait(self, visitor):
        """A comment with a sender counts; an anonymous one is listed as not counted until it is verified."""
        claim = {"claim": "civic.standing=yes", "received_on": "2026-11-10"}
        visitor.open("/2026/feedback/new/CB03")
        visitor.send(**claim)
        assert "PA-2026-0001 (Có uy tín với Nhân dân nơi cư trú): nặc danh và chưa được xác minh" in words(visitor.open("/2026/official/CB03").text)
        visitor.open("/2026/feedback/PA-2026-0001")
        visitor.send(checkable="yes", checked="confirmed", checked_on="2026-11-20")
        assert "Ý kiến không được tính" not in words(visitor.open("/2026/official/CB03").text)
        visitor.open("/2026/feedback/new/CB03")
        visitor.send(**claim, sender="Bà Sáu tổ 4")

        assert "Ý kiến không được tính" not in words(visitor.open("/2026/official/CB03").text)

    def test_a_sender_leaves_no_name(self, visitor, database):
        """A sender's name stands in no file and on no page; the same sender keeps one key, an edit without a name keeps it too."""
        for _ in range(2):
            visitor.open("/2026/feedback/new/CB03")
            visitor.send(sender="Bà Sáu tổ 4")
        visitor.open("/2026/feedback/PA-2026-0001")
        assert visitor.form["sender"] == ""
        visitor.send(answered_on="2026-11-21")
        with sqlite3.connect(database) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        stored = b"".join(path.read_bytes() for path in database.parent.iterdir())
        assert "Bà Sáu".encode() not in stored
        with Store(database).reading() as reading:
            keys = {one.value.feedback.reporter_key for one in reading.read_all(FEEDBACK, 2026)}

        assert len(keys) == 1
        assert None not in keys

    def test_a_sheet_can_be_looked_at_again(self, visitor):
        """What was saved stands in the form again, and every saving is a version of its own."""
        for answer in ("yes", "no"):
            visitor.open("/2026/sheet/self_report/CB04")
            visitor.send(**{"fact.civic.standing": answer}, rated_on="2026-10-01")
        visitor.open("/2026/sheet/self_report/CB04")

        assert visitor.form["fact.civic.standing"] == "no"
        assert visitor.form["fact.duties.well_done"] == "unknown"
        assert (visitor.form["rated_on"], visitor.form["version"]) == ("2026-10-01", "2")
        assert words(visitor.open("/2026/log").text).count("Phiếu nhận xét") == 2

    @pytest.mark.parametrize(
        ("changes", "fault"),
        [
            ({"received_on": "2025-12-31"}, "fault_day_outside"),
            ({"received_on": "2026-11-22"}, "fault_day_future"),
            ({"received_on": "31/12/2026"}, "fault_day"),
            ({"checked": "confirmed"}, "fault_checked_day"),
            ({"checked": "confirmed", "checked_on": "2026-11-21", "checkable": "no"}, "fault_uncheckable"),
            ({"checked_on": "2026-11-21"}, "fault_pending_day"),
            ({"checked": "refuted", "checked_on": "x"}, "fault_day"),
            ({"received_on": "2026-11-05", "answered_on": "2026-11-04"}, "fault_day_before"),
            ({"answered_on": "2026-12-01"}, "fault_day_future"),
            ({"channel": "camera"}, "fault_choice"),
            ({"kind": "denunciation"}, "fault_choice"),
            ({"topic": "weather"}, "fault_choice"),
            ({"claim": "civic.standing=maybe"}, "fault_choice"),
            ({"text": "\x07"}, "fault_text"),
            ({"sender": "two\nlines"}, "fault_sender"),
        ],
    )  # fmt: skip
    def test_faults_of_feedback(self, visitor, changes, fault):
        """A fault is said at the top and at its field, what was entered stays, and nothing is saved."""
        visitor.open("/2026/feedback/new/CB05")
        answer = visitor.send(**changes)

        assert answer.status_code == 422
        assert words(answer.text).count(TEXTS[fault].vi) == 2
        assert visitor.open("/2026/feedback/PA-2026-0001").status_code == 404

    def test_faults_come_together(self, visitor):
        """Several faults are said at once."""
        visitor.open("/2026/feedback/new/CB05")
        answer = visitor.send(received_on="", channel="", checked="?")

        assert "Chưa lưu: có 4 lỗi" in words(answer.text)

    @pytest.mark.parametrize(("day", "fault"), [("", "fault_day"), ("2026-11-22", "fault_day_future"), ("2025-12-31", "fault_day_before_year")])
    def test_faults_of_a_sheet(self, visitor, day, fault):
        """A sheet needs a day of its year that is not to come."""
        visitor.open("/2026/sheet/self_report/CB05")
        answer = visitor.send(rated_on=day, **{"fact.civic.standing": "maybe"})

        assert answer.status_code == 422
        assert TEXTS[fault].vi in words(answer.text)

    def test_changed_feedback_with_faults(self, visitor):
        """A fault in a change leaves what is stored as it is."""
        visitor.open("/2026/feedback/new/CB05")
        visitor.send(sender="Ông Tư")
        visitor.open("/2026/feedback/PA-2026-0001")

        assert visitor.send(channel="").status_code == 422
        visitor.open("/2026/feedback/PA-2026-0001")
        assert visitor.form["channel"] == "direct_opinion"

    def test_every_channel_of_the_forms_can_be_heard(self):
        """Each body may speak of every fact on its sheet, but nobody of a breach of law by himself; people of some fact."""
        for body in BODIES:
            assert set(speaks_of(body)) >= ({fact.code for fact in FACTS} - {"conduct.violation"} if body != "competent_statement" else {"conduct.violation"})
        assert all(speaks_of(channel) for channel in PEOPLES_CHANNELS)


class TestAdopting:
    @pytest.fixture
    def settled(self, visitor):
        """A ward in which one official's grade is determined and adopted."""
        visitor.open("/2026/sheet/front_working_committee/CB01")
        visitor.send(**all_good())
        state_no_violation(visitor, "CB01")
        visitor.open("/2026/officials")
        assert "Đã lưu." in words(visitor.send().text)
        return visitor

    def test_what_is_adopted_can_be_judged_again(self, settled):
        """An adopted result shows its day and grade, and that its receipt gives the same; what is open is not adopted."""
        said = words(settled.open("/2026/official/CB01").text)

        assert "Đã chốt ngày 21/11/2026: Hoàn thành tốt (theo tiêu chí của phường). Người chốt: Lan. Đánh giá lại từ biên bản kết quả: cùng kết quả." in said
        assert "Kết quả tạm tính, chưa chốt." in words(settled.open("/2026/official/CB02").text)
        assert "Chốt" not in words(settled.open("/2026/officials").text)

    def test_new_evidence_changes_nothing_that_is_adopted(self, settled):
        """What comes in afterwards is shown beside the adopted result, which stays until it is adopted anew."""
        settled.open("/2026/sheet/front_working_committee/CB01")
        settled.send(**{"fact.civic.standing": "no"})
        said = words(settled.open("/2026/official/CB01").text)
        assert "Đã chốt ngày 21/11/2026: Hoàn thành tốt (theo tiêu chí của phường)." in said
        assert "Căn cứ đã thay đổi sau khi chốt" in said
        settled.open("/2026/officials")
        settled.send()

        assert "Đã chốt ngày 21/11/2026: Hoàn thành khá." in words(settled.open("/2026/official/CB01").text)
        assert words(settled.open("/2026/log").text).count("Kết quả đã chốt") == 2

    def test_nobody_adopts_what_he_did_not_see(self, settled, newcomer):
        """Results that changed since the page was opened are not adopted."""
        other = newcomer()
        settled.open("/2026/sheet/front_working_committee/CB02")
        settled.send(**all_good())
        state_no_violation(settled, "CB02")
        other.open("/2026/officials")
        settled.open("/2026/sheet/self_report/CB02")
        settled.send(**{"fact.civic.standing": "no"})
        settled.open("/2026/sheet/peoples_inspection_board/CB02")
        settled.send(**{"fact.civic.standing": "no"})

        assert other.send().status_code == 409
        assert "Đã chốt" not in words(other.open("/2026/official/CB02").text)

    def test_a_receipt_that_does_not_hold(self, settled, database):
        """A receipt whose result does not follow from its facts is pointed out."""
        store = Store(database)
        with store.writing(NOW) as writing:
            stored = writing.read(RESULT, 2026, "CB01")
            other = sc.assess(CRITERION, sc.Facts.of({"duties.fairly_done": False}))
            reasons = sc.explain(other, sc.Facts.of({"duties.fairly_done": False}))
            writing.save(RESULT, 2026, "CB01", attrs.evolve(stored.value, result=other, reasons=reasons), seen=stored.version, subject="CB01")

        assert "Đánh giá lại từ biên bản kết quả cho kết quả khác" in words(settled.open("/2026/official/CB01").text)

    def test_without_a_list(self, newcomer):
        """Where nobody is listed there is nothing to adopt."""
        visitor = newcomer()
        visitor.open("/2026/list")

        assert visitor.client.post("/2026/officials", data=visitor.form).status_code == 404


class TestTwoAtOnce:
    def test_one_sheet(self, newcomer, visitor):
        """The second of two who opened the same sheet gets both versions shown; nothing is overwritten, nothing saved."""
        other = newcomer(name="Minh")
        path = "/2026/sheet/front_working_committee/CB06"
        visitor.open(path)
        other.open(path)
        visitor.send(**{"fact.civic.standing": "yes"})
        answer = other.send(**{"fact.civic.standing": "no"})

        assert answer.status_code == 409
        assert "Người khác vừa lưu trước" in words(answer.text)
        assert "Lan đã lưu một bản mới hơn" in words(answer.text)
        assert "Có uy tín với Nhân dân nơi cư trú Có Không" in words(answer.text)
        other.open(path)
        assert other.form["fact.civic.standing"] == "yes"
        assert "Đã lưu." in words(other.send(**{"fact.civic.standing": "no"}).text)

    def test_one_piece_of_feedback(self, newcomer, visitor):
        """The same holds for feedback, and no conflict shows a sender."""
        visitor.open("/2026/feedback/new/CB06")
        visitor.send(sender="Ông Tư", topic="work", received_on="2026-11-10")
        other = newcomer()
        for one in (visitor, other):
            one.open("/2026/feedback/PA-2026-0001")
        visitor.send(checked="refuted", checked_on="2026-11-20")
        answer = other.send(answered_on="2026-11-21", topic="")

        assert answer.status_code == 409
        assert "Xác minh đã xác minh là không đúng chưa xác minh" in words(answer.text)
        assert "Chủ đề Phương pháp, hiệu quả công việc –" in words(answer.text)
        assert "Ông Tư" not in answer.text

    def test_oneself(self, newcomer, visitor):
        """Who saved the newer version himself is told so, and nobody else is blamed."""
        again = newcomer()
        path = "/2026/sheet/self_report/CB06"
        visitor.open(path)
        again.open(path)
        visitor.send(**{"fact.civic.standing": "yes"})
        answer = again.send(**{"fact.civic.standing": "no"})

        assert answer.status_code == 409
        assert "Chính anh/chị đã lưu một bản mới hơn" in words(answer.text)
        assert "Người khác" not in words(answer.text)

    def test_one_list(self, newcomer, visitor):
        """What was proposed against an older list is not confirmed."""
        other = newcomer(name="Minh")
        rows = good_rows()
        other.offer(workbook({**rows, "Cán bộ": rows["Cán bộ"][:20], "Không phân công": rows["Không phân công"][:1]}))
        visitor.upload(workbook({**rows, "Cán bộ": rows["Cán bộ"][:22], "Không phân công": rows["Không phân công"][:1]}))
        answer = other.send()

        assert answer.status_code == 409
        assert "Lan đã lưu một bản mới hơn" in words(answer.text)
        assert "21 cán bộ" in words(visitor.open("/2026").text)

    def test_one_plan(self, newcomer, visitor):
        """The same holds for the plan, also when not the plan but the list was changed by the other one."""
        other = newcomer(name="Minh")
        rows = good_rows()
        for one in (visitor, other):
            one.open("/2026/plan")
        visitor.send()
        assert other.send().status_code == 409
        visitor.begin(2027)
        other.open("/2027/plan")
        visitor.upload(workbook({**rows, "Cán bộ": rows["Cán bộ"][:-1]}), path="/2027/list")
        answer = other.send()

        assert answer.status_code == 409
        assert "Lan đã lưu một bản mới hơn" in words(answer.text)

    def test_many_new_ones(self, newcomer, visitor, database):
        """Twelve people who send feedback at the same moment lose none of it."""

        others = [newcomer(name=f"Người {number}") for number in range(12)]
        for one in others:
            one.open("/2026/feedback/new/CB07")
        with ThreadPoolExecutor(12) as pool:
            answers = list(pool.map(lambda one: one.send(sender="Ông Tư").status_code, others))
        with Store(database).reading() as reading:
            numbers = [one.id for one in reading.read_all(FEEDBACK, 2026)]

        assert answers == [200] * 12
        assert numbers == [f"PA-2026-{number:04}" for number in range(1, 13)]

    def test_sent_twice(self, visitor, database):
        """A form that is sent twice, even at the same moment, is done once, and both times leads to the same page."""
        visitor.open("/2026/feedback/new/CB07")
        with ThreadPoolExecutor(6) as pool:
            answers = list(pool.map(lambda _: visitor.send(text="Thân thiện.", sender="Bà Sáu"), range(6)))
        with Store(database).reading() as reading:
            assert reading.count("feedback", 2026) == 1

        assert {(answer.status_code, answer.url.path) for answer in answers} == {(200, "/2026/official/CB07")}

    def test_a_form_without_its_token(self, visitor):
        """A form that cannot be told from another sending is not ours."""
        visitor.open("/2026/feedback/new/CB07")

        assert visitor.send(once="").status_code == 403
        assert visitor.send(once="<script>").status_code == 403

    def test_one_winner(self, database):
        """Of many writers who saw the same version exactly one saves the next."""
        store = Store(database)
        dossier = sc.Dossier(subject_id="CB01", period=sc.Period.of_year(2026))

        def write(_):
            try:
                with store.writing(NOW) as writing:
                    return writing.save(SHEET, 2026, "one", dossier, seen=0)
            except Conflict as conflict:
                return conflict.newest, conflict.seen

        with ThreadPoolExecutor(8) as pool:
            outcomes = list(pool.map(write, range(8)))

        assert sorted(map(str, outcomes)) == ["(1, 0)"] * 7 + ["1"]

    def test_all_or_nothing(self, database):
        """What fails halfway leaves nothing behind."""
        store = Store(database)
        dossier = sc.Dossier(subject_id="CB01", period=sc.Period.of_year(2026))

        def fail_halfway():
            with store.writing(NOW) as writing:
                writing.save(SHEET, 2026, "one", dossier, seen=0)
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail_halfway()
        with store.reading() as reading:
            assert reading.read(SHEET, 2026, "one") is None
            assert reading.savings() == ()


class TestSafety:
    def test_foreign_forms(self, visitor):
        """A form without our token, with another's token, or from another site, is refused and changes nothing."""
        visitor.open("/2026/plan")
        form = visitor.form

        for data, headers in (
            ({**form, "form_token": ""}, {}),
            ({**form, "form_token": "guessed"}, {}),
            (form, {"origin": "https://elsewhere.example"}),
            (form, {"origin": "null"}),
        ):
            answer = visitor.client.post("/2026/plan", data=data, headers=headers)
            assert answer.status_code == 403
            assert "Biểu mẫu không hợp lệ" in words(answer.text)
        assert "Chưa lập phân công" in words(visitor.open("/2026/plan").text)
        assert visitor.client.post("/2026/plan", data=form, headers={"origin": "http://testserver"}).status_code == 200

    def test_a_form_beyond_measure(self, visitor):
        """A form that is larger than any of ours is refused before it is read."""
        visitor.open("/2026/list")

        assert visitor.client.post("/2026/list", data=visitor.form, files={"file": ("w.xlsx", b"P" * 21_000_000)}).status_code == 403

    def test_everything_is_escaped(self, newcomer):
        """Names and ids that look like HTML are shown as they are, on every page and in the report."""
        evil = "<script>alert(1)</script>"
        rows = good_rows()
        rows["Cán bộ"][1][1] = rows["Cán bộ"][1][2] = rows["Đầu mối"][1][1] = evil
        rows["Cán bộ"].append(["<b>a/b?c#d%", 'X" onclick="x', None])
        visitor = newcomer()
        visitor.upload(workbook(rows))
        visitor.open("/2026/plan")
        visitor.send()
        strange = "/2026/official/%3Cb%3Ea%2Fb%3Fc%23d%25"

        for path in (*(f"/2026{page}" for page in PAGES), strange, "/2026/report.html", "/2026/rotation.svg"):
            answer = visitor.open(path)
            assert answer.status_code == 200
            assert "<script" not in answer.text.lower()
            assert 'onclick="' not in answer.text
            assert "<b>" not in answer.text
        page = visitor.open(strange).text
        back = re.search(r'href="(/language/en\?back=[^"]+)"', page).group(1)
        assert "&lt;b&gt;a/b?c#d%" in page
        assert visitor.open(back).url.raw_path.decode() == "/2026/official/%3Cb%3Ea/b%3Fc%23d%25"

    def test_headers(self, newcomer):
        """No script may run, nothing is loaded from elsewhere, and the cookies are out of reach of scripts and other sites."""
        answer = newcomer().open("/2026")

        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "HttpOnly" in answer.headers["set-cookie"]
        assert "SameSite=lax" in answer.headers["set-cookie"]
        assert newcomer().client.get("/2026", headers={"host": "evil.example"}).status_code == 400

    def test_language_goes_nowhere_else(self, newcomer):
        """Choosing a language leads back to a page of ours and nowhere else; an unknown one changes nothing."""
        client = newcomer().client

        for back in ("https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example"):
            answer = client.get("/language/en", params={"back": back}, follow_redirects=False)
            assert answer.headers["location"] == "/"
        assert "set-cookie" not in client.get("/language/xx", follow_redirects=False).headers
        assert "Overview" in words(client.get("/language/en", params={"back": "/2026"}).text)

    @pytest.mark.parametrize("path", ["/nothing", "/1800", "/2026/nothing", "/2026/official/CB99", "/2026/sheet/nobody/CB01", "/2026/feedback/PA-1"])
    def test_not_found(self, visitor, path):
        """What does not exist says so in the visitor's language."""
        answer = visitor.open(path)

        assert answer.status_code == 404
        assert "Không tìm thấy" in words(answer.text)

    def test_a_sheet_of_nobody(self, visitor):
        """A sheet cannot be sent for a body or an official that does not exist."""
        visitor.open("/2026/sheet/self_report/CB01")
        for path in ("/2026/sheet/nobody/CB01", "/2026/sheet/self_report/CB99"):
            assert visitor.client.post(path, data=visitor.form).status_code == 404


class TestLanguages:
    def test_templates_say_nothing_themselves(self):
        """Every word on a page comes from the texts or from the library: the templates hold none."""
        for template in TEMPLATES.glob("*.html"):
            text = re.sub(r"\{[{%#].*?[}%#]\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
            attributes = re.findall(r'(?:aria-label|title|placeholder|alt|data-label)="([^"]*)"', text)
            letters = re.sub(r'<[^>]*>| aria-\w+="[^"]*"', "", text) + "".join(attributes)
            assert re.findall(r"[^\W\d_]+", letters) == [], template.name

    def test_every_text_is_used_and_every_used_text_exists(self):
        """No text is missing and none is left over."""
        sources = "".join(path.read_text(encoding="utf-8") for path in (*TEMPLATES.glob("*.html"), *TEMPLATES.parent.glob("*.py")) if path.name != "texts.py")
        kinds = ("roster", "history", "feedback", "sheet", "plan", "result", "change", "letterhead")
        messages = ("not_found", "forbidden", "not_accepted", "busy", "broken", "not_our_name")
        made_up = {f"log_{kind}" for kind in kinds} | {f"{key}_lead" for key in messages} | {"topic_none", "claim_none", "report_grades", "report_provisional"}
        used = {key for key in TEXTS if f'"{key}"' in sources or f"'{key}'" in sources}

        assert set(TEXTS) - used - made_up - {"topic", "claim", "channel", "kind"} == set()

    def test_both_languages_are_there(self):
        """Each text differs between the languages and takes the same values."""
        for key, label in TEXTS.items():
            assert label.vi != label.en, key
            assert set(re.findall(r"\{\w+\}", label.vi)) == set(re.findall(r"\{\w+\}", label.en)), key
        assert speaker("en")("year_before", year=2025) == "Go to 2025"

    def test_english_pages_hold_no_vietnamese(self, newcomer):
        """In English nothing is left untranslated: with names in plain letters, no page has a Vietnamese letter but the switch."""
        rows = good_rows()
        for at, row in enumerate(rows["Cán bộ"][1:], start=1):
            row[1:] = [f"Official {at}", "Office"]
        visitor = newcomer("en")
        visitor.upload(workbook(rows))
        visitor.open("/2026/sheet/self_report/CB01")
        visitor.send(**all_good())
        visitor.open("/2026/feedback/new/CB01")
        visitor.send(topic="work", claim="civic.standing=no")
        visitor.open("/2026/plan")
        visitor.send()
        for path in (*PAGES, "/feedback/PA-2026-0001"):
            said = words(visitor.open(f"/2026{path}").text).replace("Tiếng Việt", "").replace("Hòa Khánh Bắc ward, Đà Nẵng", "")
            if path == "/list":
                said = said.partition("The form of the file")[0]  # the file's own sheets have Vietnamese names
            assert [word for word in said.split() if VIETNAMESE.search(word)] == [], path

    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_pages_are_whole(self, newcomer, lang):
        """Each page says its language, has one first heading, and labels each field."""
        visitor = newcomer(lang)
        visitor.upload(sample_ward(2026))
        for path in PAGES:
            page = visitor.open(f"/2026{path}").text
            assert f'<html lang="{lang}">' in page
            assert len(re.findall("<h1[ >]", page)) == 1
            fields = re.findall(r'<(?:input|select) (?![^>]*type="(?:hidden|radio)")[^>]*id="([^"]+)"', page)
            assert all(f'<label for="{field}"' in page for field in fields)
