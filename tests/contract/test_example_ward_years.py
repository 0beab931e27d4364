"""The example application over the years: each year its own list; what is adopted stands; a merger; a file of 1.0.0."""

import io
import re
import sqlite3
import sys
import zipfile
from contextlib import closing
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the examples' packages are not installed: pip install '.[examples]'")
pytest.importorskip("httpx2", reason="the test client's package is not installed: pip install '.[dev]'")

from fastapi.testclient import TestClient
from openpyxl import load_workbook

import supervision_core as sc
from ward_app.app import VIET_NAM, create_app
from ward_app.drawings import plan_word
from ward_app.judging import CRITERION, fact_labels
from ward_app.keeping import Standing
from ward_app.planning import Planning, planning_of
from ward_app.records import CHANGE, FEEDBACK, HISTORY, PLAN, RESULT, ROSTER, SHEET
from ward_app.report import table_of
from ward_app.sample import sample_ward
from ward_app.schema import VERSION, NewerDatabase
from ward_app.store import Store, Stored
from ward_app.texts import TEXTS
from ward_visitors import NOW, Visitor, all_good, good_rows, words, workbook

#: What the best and the next grade are called.
GOOD, FAIR = (grade.label.vi for grade in CRITERION.grades[:2])
OLD = Path(__file__).parent / "ward_1_0_0.sql"
REPORTS = ("report.html", "report.docx", "report.xlsx", "notice.docx")


@pytest.fixture
def database(tmp_path):
    """A place for a database."""
    return tmp_path / "ward.sqlite3"


class Clock:
    """A clock that stands where it was set."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now

    def set(self, *day):
        """Set it to the morning of a day."""
        self.now = datetime(*day, 8, 0, tzinfo=VIET_NAM)


@pytest.fixture
def clock():
    """The application's clock."""
    return Clock()


@pytest.fixture
def newcomer(database, clock):
    """Opens the application anew, as another person or after a restart."""

    def come(name="Lan", **more):
        return Visitor.named(TestClient(create_app(database, clock=clock, **more), raise_server_exceptions=False), name)

    return come


def settle(visitor, who, year=2026, **spoilt):
    """Record what settles somebody's grade."""
    visitor.open(f"/{year}/sheet/front_working_committee/{who}")
    visitor.send(**all_good(), **spoilt, rated_on=f"{year}-11-03")
    visitor.open(f"/{year}/sheet/competent_statement/{who}")
    visitor.send(**{"fact.conduct.violation": "no"}, rated_on=f"{year}-11-03")


def adopt(visitor, year=2026):
    """Adopt all that is determined."""
    visitor.open(f"/{year}/officials")
    return visitor.send()


def rows_of(visitor, year=2026):
    """The rows of a year's table, by official."""
    content = visitor.open(f"/{year}/report.xlsx").content
    header, *rows = load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    return {row[0]: dict(zip(header, row, strict=True)) for row in rows}


class TestYears:
    """Each year has its own list, history and sheets."""

    def test_last_years_report_stays(self, newcomer, clock):
        """A new list, new feedback, new results and a new plan in 2027 leave every paper of 2026 byte for byte as it was."""
        visitor = newcomer()
        visitor.upload(sample_ward(2026))
        for who in ("CB01", "CB02"):
            settle(visitor, who)
        adopt(visitor)
        visitor.open("/2026/plan")
        visitor.send()
        clock.set(2027, 1, 15)
        before = {name: visitor.open(f"/2026/{name}").content for name in REPORTS}
        rows = good_rows(2027)
        rows["Cán bộ"] = [rows["Cán bộ"][0], *([f"M{at}", f"Người mới {at}", "Văn phòng"] for at in range(30))]
        rows["Đầu mối"][1][1], rows["Đầu mối"][1][3] = "Mặt trận mới", 9
        rows["Không phân công"], rows["Lịch sử"] = rows["Không phân công"][:1], rows["Lịch sử"][:1]
        assert visitor.upload(workbook(rows), path="/2027/list").status_code == 200
        clock.set(2027, 11, 20)
        settle(visitor, "M1", 2027)
        adopt(visitor, 2027)
        visitor.open("/2027/feedback/new/M2")
        visitor.send(text="Tận tình.", received_on="2027-03-03")
        visitor.open("/2027/plan")
        assert "đã lập, đã kiểm chứng" in words(visitor.send().text)
        clock.set(2028, 6, 1)
        later = newcomer("Minh")

        assert {name: later.open(f"/2026/{name}").content for name in REPORTS} == before
        assert len(rows_of(later)) == 24
        assert len(rows_of(later, 2027)) == 30
        assert "Người mới" not in words(later.open("/2026/officials").text)

    def test_a_year_begins_with_the_one_before(self, newcomer, database):
        """The list of 2027 begins with that of 2026; its history goes on by the plan; what changes later is offered."""
        visitor = newcomer()
        visitor.upload(sample_ward(2026))
        visitor.open("/2026/plan")
        visitor.send()
        assert "Năm này chưa có danh sách" in words(visitor.open("/2027/list").text)
        visitor.begin(2027)
        with Store(database).reading() as reading:
            plan, history = reading.read(PLAN, 2026).value, reading.read(HISTORY, 2027).value
        assert history.column(2026) == plan.assignments
        visitor.open("/2026/edit/CB05")
        visitor.send(**{"bar." + plan.assignments["CB05"]: "kin"})
        visitor.open("/2026/plan")
        visitor.send(on="2026-11-21")
        assert "lịch sử của danh sách này chưa có thay đổi đó" in words(visitor.open("/2027/list").text)
        assert "Lịch sử: thêm" in words(visitor.offer_history(2027).text)
        visitor.send()

        assert "lịch sử của danh sách này chưa có" not in words(visitor.open("/2027/list").text)

    def test_years_apart(self, newcomer):
        """A year without a list shows nobody, whatever other years have."""
        visitor = newcomer()
        visitor.upload(sample_ward(2026))

        for page in ("officials", "plan", "report"):
            assert "Chưa có danh sách cán bộ." in words(visitor.open(f"/2025/{page}").text)
        assert visitor.open("/2027/official/CB01").status_code == 404


class TestAdopted:
    """What is adopted is what reports and tables show; all else is marked provisional."""

    def test_later_evidence(self, newcomer):
        """It changes neither report nor table until it is adopted, too."""
        visitor = newcomer()
        visitor.upload(sample_ward(2026))
        settle(visitor, "CB01")
        settle(visitor, "CB02")
        adopt(visitor)
        visitor.open("/2026/sheet/front_working_committee/CB01")
        visitor.send(**{"fact.civic.standing": "no"})
        settle(visitor, "CB03")
        row = rows_of(visitor)
        report = words(visitor.open("/2026/report").text)

        assert (row["CB01"]["Mức đánh giá"], row["CB01"]["Tình trạng kết quả"]) == (GOOD, "đã chốt 21/11/2026")
        assert (row["CB03"]["Mức đánh giá"], row["CB03"]["Tình trạng kết quả"]) == (GOOD, "tạm tính")
        assert (row["CB04"]["Mức đánh giá"], row["CB04"]["Tình trạng kết quả"]) == ("Chưa xác định", "tạm tính")
        assert row["CB01"][fact_labels("vi")["civic.standing"]] == "Có"
        assert f"1. Kết quả đã chốt {GOOD}: 2 người" in report
        assert f"2. Kết quả tạm tính (chưa chốt) {GOOD}: 1 người" in report
        assert "Còn 22 kết quả tạm tính" in report
        assert "căn cứ đã thay đổi" in words(visitor.open("/2026/officials").text)
        adopt(visitor)
        assert rows_of(visitor)["CB01"]["Mức đánh giá"] == FAIR

    def test_somebody_leaves_the_list(self, newcomer):
        """An adopted result stands although its official is no longer on the list."""
        visitor = newcomer()
        visitor.upload(sample_ward(2026))
        settle(visitor, "CB01")
        adopt(visitor)
        visitor.open("/2026/edit/CB01")
        visitor.send(leaves="yes")

        assert rows_of(visitor)["CB01"]["Tình trạng kết quả"] == "đã chốt 21/11/2026; không còn trong danh sách"
        assert rows_of(visitor)["CB01"]["Họ và tên"] == "Nguyễn Thị Minh An"
        assert "không còn trong danh sách" in words(visitor.open("/2026/officials").text)
        assert f"1. Kết quả đã chốt {GOOD}: 1 người" in words(visitor.open("/2026/report").text)


class TestMerger:
    """Two lead units become one within the year."""

    @pytest.fixture
    def planned(self, newcomer, clock):
        """A ward in July whose plan is in force."""
        visitor = newcomer()
        visitor.upload(sample_ward(2026))
        visitor.open("/2026/plan")
        visitor.send()
        clock.set(2026, 7, 1)
        return visitor

    def test_from_start_to_end(self, planned, database, clock):
        """Preview, confirmation, list, plan, next year's history with both lead units, next year's plan."""
        planned.open("/2026/merger")
        asked = {"merging.PN": "yes", "merging.TN": "yes", "new_id": "LH", "new_name": "Hội Phụ nữ và Thanh niên", "on": "2026-07-01"}
        with Store(database).reading() as reading:
            before = reading.read(PLAN, 2026).value
        preview = planned.send(**asked)
        assert "Sau khi sáp nhập" in words(preview.text)
        assert "LH" not in words(planned.open("/2026/version/roster/1").text)
        planned.open("/2026/merger")
        assert "Sau khi sáp nhập" in words(planned.send(**asked, confirmed="yes").text)
        said = words(planned.merge(**asked).text)
        assert "đã lập, đã kiểm chứng" in said
        assert "Thay đổi trong năm, từ ngày 01/7/2026" in said
        with Store(database).reading() as reading:
            planning, change = planning_of(reading, 2026), reading.read(CHANGE, 2026).value
        plan = planning.adopted.value
        stayed = {who for who, unit in before.assignments.items() if unit == plan.assignments[who]}
        went = {who for who, unit in before.assignments.items() if unit in {"PN", "TN"} and plan.assignments[who] == "LH"}
        assert set(planning.roster.lead_unit_ids) == {"MTTQ", "CCB", "ND", "LH"}
        assert {move.subject_id for move in change.replan.moved} == set(before.assignments) - stayed - went
        assert sc.verify_plan(planning.roster, plan, history=planning.known) == ()

        planned.begin(2027)
        with Store(database).reading() as reading:
            history = reading.read(HISTORY, 2027).value
        assert history == planning.known.with_replan(change.replan, on=change.on)
        for move in change.replan.moved:
            assert plan.assignments[move.subject_id] in dict(history.lead_units_of(move.subject_id))[2026]
            assert len(dict(history.lead_units_of(move.subject_id))[2026]) == 2
        planned.open("/2027/plan")
        assert "đã lập, đã kiểm chứng" in words(planned.send().text)
        assert planned.open("/2027/report.docx").status_code == 200
        assert "Hội Phụ nữ và Thanh niên" in words(planned.open("/2026/plan").text)

    def test_a_change_after_it(self, planned, database):
        """Somebody who comes after a merger is planned with the fewest changes, from a day after it."""
        planned.merge(**{"merging.PN": "yes", "merging.TN": "yes", "new_id": "PN", "new_name": "Hội Phụ nữ", "on": "2026-05-01"})
        planned.open("/2026/new-official")
        planned.send(id="CB40", name="Tô Ánh")
        planned.open("/2026/plan")
        assert "đã lập, đã kiểm chứng" in words(planned.send(on="2026-07-01").text)
        planned.open("/2026/merger")
        answer = planned.send(**{"merging.CCB": "yes", "merging.ND": "yes", "new_id": "CCB", "new_name": "Hội", "on": "2026-06-01"})
        assert "Ngày phải sau lần thay đổi gần nhất" in words(answer.text)
        assert planned.merge(**{"merging.CCB": "yes", "merging.ND": "yes", "new_id": "CCB", "new_name": "Hội", "on": "2026-07-15"}).status_code == 200
        with Store(database).reading() as reading:
            planning = planning_of(reading, 2026)
        assert len(planning.lineage.reforms) == 2
        assert planning.fits
        planned.begin(2027)
        planned.open("/2027/plan")
        assert "đã lập, đã kiểm chứng" in words(planned.send().text)

    @pytest.mark.parametrize(
        ("changes", "fault"),
        [
            ({"merging.TN": ""}, "Chọn ít nhất hai đầu mối."), ({"on": "2027-07-01"}, "Ngày phải thuộc năm này"), ({"on": "2026-01-01"}, "Ngày phải thuộc năm này"),
            ({"new_id": ""}, "Phải ghi mục này."), ({"new_id": "ND"}, "Mã này đã có."), ({"new_name": "a\tb"}, "Chữ trên một dòng"),
        ],
    )  # fmt: skip
    def test_faults(self, planned, changes, fault):
        """They are said, and nothing is saved."""
        planned.open("/2026/merger")
        asked = {"merging.PN": "yes", "merging.TN": "yes", "new_id": "LH", "new_name": "Hội", "on": "2026-07-01", "confirmed": "yes"}
        answer = planned.send(**{**asked, **changes})

        assert answer.status_code == 422
        assert fault in words(answer.text)
        assert "Thay đổi trong năm" not in words(planned.open("/2026/plan").text)

    def test_one_that_cannot_be(self, newcomer, clock):
        """Where the merged unit could not take all, the certificate is shown and nothing changes."""
        rows = good_rows()
        for row, most in zip(rows["Đầu mối"][1:], (24, 3, 3, 3, 3), strict=True):
            row[5] = most
        rows["Không phân công"] = [rows["Không phân công"][0], *([f"CB{at:02}", "MTTQ", "quan hệ thân thích"] for at in range(1, 12))]
        visitor = newcomer()
        visitor.upload(workbook(rows))
        visitor.open("/2026/plan")
        visitor.send()
        visitor.open("/2026/edit/CB12")
        visitor.send(**{"bar.MTTQ": "kin"})
        visitor.open("/2026/edit/CB13")
        visitor.send(**{"bar.MTTQ": "kin"})
        visitor.open("/2026/merger")
        answer = visitor.send(**{"merging.PN": "yes", "merging.TN": "yes", "new_id": "LH", "new_name": "Hội", "on": "2026-07-01", "confirmed": "yes"})

        assert "Không có phương án phân công" in words(answer.text)
        assert "LH" not in words(visitor.open("/2026/officials").text)

    def test_the_day_of_a_change(self, planned):
        """A change of a plan in force needs a day of its year, after the last change."""
        planned.open("/2026/edit/CB05")
        planned.send(leaves="yes")
        planned.open("/2026/plan")
        assert planned.form["on"] == "2026-07-01"

        assert planned.send(on="2025-07-01").status_code == 422
        assert planned.send(on="").status_code == 422
        assert "không còn khớp" in words(planned.open("/2026/plan").text)
        assert planned.send().status_code == 200
        planned.open("/2026/edit/CB06")
        planned.send(leaves="yes")
        planned.open("/2026/plan")
        assert planned.form["on"] == "2026-07-02"
        assert "Ngày phải sau lần thay đổi gần nhất" in words(planned.send(on="2026-07-01").text)
        assert planned.send().status_code == 200

    def test_every_change_of_a_year_is_kept(self, planned, database):
        """Whoever was moved twice within the year had three lead units in it; the page shows both changes, and the next year knows all three."""
        def plan_now():
            with Store(database).reading() as reading:
                return reading.read(PLAN, 2026).value.assignments

        who, plans = "CB01", [plan_now()]
        for day in ("2026-04-10", "2026-08-20"):
            planned.open(f"/2026/edit/{who}")
            planned.send(**{f"bar.{plans[-1][who]}": "kin"})
            planned.open("/2026/plan")
            assert planned.send(on=day).status_code == 200
            plans.append(plan_now())
        had = [plan[who] for plan in plans]
        assert len(set(had)) == 3

        said = words(planned.open("/2026/plan").text)
        assert said.index("Thay đổi trong năm, từ ngày 10/4/2026") < said.index("Thay đổi trong năm, từ ngày 20/8/2026")
        planned.begin(2027)
        with Store(database).reading() as reading:
            history = reading.read(HISTORY, 2027).value
        for one in plans[0]:
            assert set(dict(history.lead_units_of(one))[2026]) == {plan[one] for plan in plans}
        names = {"MTTQ": "Ủy ban MTTQ Việt Nam phường", "PN": "Hội Liên hiệp Phụ nữ", "CCB": "Hội Cựu chiến binh", "TN": "Đoàn TNCS Hồ Chí Minh", "ND": "Hội Nông dân"}
        page = words(planned.open(f"/2026/official/{who}").text)
        row = re.search(r"2026 ((?:[^,]*, ){2})", page)[1]
        assert all(names[unit] in page[page.index(row) :] for unit in had)

    def test_changes_of_an_older_file_whose_days_do_not_rise(self, planned, database):
        """An earlier application took any day: the changes before one that came on an earlier day are left out, and nothing fails."""
        for day, leaves in (("2026-09-01", "CB05"), ("2026-10-01", "CB06")):
            planned.open(f"/2026/edit/{leaves}")
            planned.send(leaves="yes")
            planned.open("/2026/plan")
            planned.send(on=day)
        with sqlite3.connect(database) as connection:
            (body,) = connection.execute("SELECT body FROM document WHERE kind = 'change' AND version = 2").fetchone()
            connection.execute("UPDATE document SET body = ? WHERE kind = 'change' AND version = 2", (body.replace("2026-10-01", "2026-08-01"),))
        connection.close()

        page = words(planned.open("/2026/plan").text)
        assert "từ ngày 01/8/2026" in page
        assert "từ ngày 01/9/2026" not in page
        planned.begin(2027)
        planned.open("/2027/plan")
        assert "đã lập, đã kiểm chứng" in words(planned.send().text)


class TestFeedback:
    """Feedback has its words, and can be withdrawn."""

    def test_its_words(self, newcomer, database):
        """They stand on the official's page as they were written, and in its form again."""
        visitor = newcomer()
        visitor.upload(sample_ward(2026))
        visitor.open("/2026/feedback/new/CB01")
        visitor.send(text="Dòng một.\r\nDòng <hai> & ba.", claim="conduct.violation=yes")
        page = visitor.open("/2026/official/CB01")
        assert "Dòng một.\nDòng &lt;hai&gt; &amp; ba." in page.text
        assert "Có hành vi vi phạm pháp luật: Có vi phạm" in words(page.text)
        visitor.open("/2026/feedback/PA-2026-0001")

        assert visitor.form["text"] == "Dòng một.\nDòng <hai> & ba."
        assert visitor.form["claim"] == "conduct.violation=yes"

    def test_withdrawn(self, newcomer, database):
        """What is withdrawn no longer counts, is kept, and can stand again; the log knows each step."""
        visitor = newcomer()
        visitor.upload(sample_ward(2026))
        visitor.open("/2026/feedback/new/CB01")
        visitor.send(sender="Bà Sáu", claim="civic.standing=yes")
        counted = words(visitor.open("/2026/report.html").text).count("1 ý kiến")
        visitor.withdraw("PA-2026-0001", "Người gửi xin rút")
        page = words(visitor.open("/2026/official/CB01").text)
        assert "đã rút" in page
        with Store(database).reading() as reading:
            heard = reading.read(FEEDBACK, 2026, "PA-2026-0001")
        assert (heard.version, heard.value.withdrawn_why) == (2, "Người gửi xin rút")
        assert words(visitor.open("/2026/report.html").text).count("1 ý kiến") == 0 < counted
        said = words(visitor.open("/2026/feedback/PA-2026-0001").text)
        assert "Đã rút ngày 21/11/2026" in said
        visitor.withdraw("PA-2026-0001", "")
        assert "đã rút" not in words(visitor.open("/2026/official/CB01").text)
        assert words(visitor.open("/2026/log").text).count("PA-2026-0001") == 3

    def test_withdrawn_by_two(self, newcomer):
        """Of two who change it at once the second is told; a reason of two lines is a fault."""
        visitor, other = newcomer(), newcomer("Minh")
        visitor.upload(sample_ward(2026))
        visitor.open("/2026/feedback/new/CB01")
        visitor.send(sender="Bà Sáu")
        for one in (visitor, other):
            one.open("/2026/feedback/PA-2026-0001")
        assert visitor.withdraw("PA-2026-0001", "a\nb").status_code == 422
        visitor.withdraw("PA-2026-0001", "")

        assert other.send(text="Thêm.").status_code == 409


class TestGoodAnswerIsNo:
    """Where "no" is the good answer, it is asked in words, first, and only of whoever may say so."""

    def test_how_it_is_asked(self, newcomer):
        """The answers say what they mean, the good one first, as with every other fact."""
        visitor = newcomer()
        visitor.upload(sample_ward(2026))
        page = words(visitor.open("/2026/sheet/competent_statement/CB01").text)
        assert "(trả lời tốt là “Không vi phạm”) Không vi phạm Chưa rõ Có vi phạm" in page
        page = words(visitor.open("/2026/sheet/front_working_committee/CB01").text)
        assert "việc không vi phạm do cơ quan có thẩm quyền xác nhận) Chưa rõ Có vi phạm" in page
        page = words(visitor.open("/2026/feedback/new/CB01").text)
        assert "Có hành vi vi phạm pháp luật: Có vi phạm" in page
        assert "Không vi phạm" not in page

    def test_whose_word_it_is(self, newcomer, database):
        """A body that may not say that there was no breach leaves no word of it, whatever its form sends."""
        visitor = newcomer()
        visitor.upload(sample_ward(2026))
        visitor.open("/2026/sheet/front_working_committee/CB01")
        visitor.send(**all_good())
        with Store(database).reading() as reading:
            codes = {rating.code for rating in reading.read_all(SHEET, 2026)[0].value.ratings}

        assert "conduct.violation" not in codes
        assert len(codes) == 8


class TestLetterhead:
    """Papers that can be handed in."""

    def test_in_word_and_on_paper(self, newcomer):
        """National heading, issuer, number, place and day, recipients and signature stand in the Word document and the page."""
        visitor = newcomer()
        visitor.upload(sample_ward(2026))
        visitor.open("/2026/plan")
        visitor.send()
        visitor.open("/2026/letterhead/report")
        typed = {
            "superior": "Ủy ban MTTQ thành phố", "issuer": "Ủy ban MTTQ phường Cầu Mới", "number": "13/BC-MTTQ", "place": "Cầu Mới", "day": "2026-12-07",
            "on_behalf_of": "Ban Thường trực", "post": "Chủ tịch", "signer": "Ngô Giả Định", "recipients": "Ban Thường trực thành phố\nLưu: VT",
        }  # fmt: skip
        assert "Đã lưu." in words(visitor.send(**typed).text)
        visitor.open("/2026/letterhead/notice")
        assert (visitor.form["issuer"], visitor.form["number"]) == ("Ủy ban MTTQ phường Cầu Mới", "")
        visitor.send(number="12/TB-MTTQ")
        wanted = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CẦU MỚI", "ngày 07 tháng 12 năm 2026", "Ngô Giả Định", "Lưu: VT", "13/BC-MTTQ")
        word = text_of_word(visitor.open("/2026/report.docx").content)

        assert [one for one in wanted if one.casefold() not in word.casefold()] == []
        assert [one for one in wanted if one.casefold() not in words(visitor.open("/2026/report.html").text).casefold()] == []
        assert "12/TB-MTTQ" in text_of_word(visitor.open("/2026/notice.docx").content)
        assert "13/BC-MTTQ" not in text_of_word(visitor.open("/2026/notice.docx").content)

    def test_faults_and_two_at_once(self, newcomer):
        """Faults are said at their fields; the second of two sees both."""
        visitor, other = newcomer(), newcomer("Minh")
        for one in (visitor, other):
            one.open("/2026/letterhead/report")
        answer = visitor.send(day="x", signer="A", number="a\nb", recipients="\x07")
        assert answer.status_code == 422
        assert "Chưa lưu: có 5 lỗi" in words(answer.text)
        visitor.send(issuer="Mặt trận phường")
        answer = other.send(issuer="Phường")
        assert answer.status_code == 409
        assert "Cơ quan ban hành Mặt trận phường Phường" in words(answer.text)
        assert visitor.open("/2026/letterhead/nothing").status_code == 404
        visitor.open("/2026/letterhead/report")
        assert visitor.client.post("/2026/letterhead/nothing", data=visitor.form).status_code == 404


def text_of_word(content):
    """What stands in a Word document."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        xml = " ".join(packed.read(name).decode() for name in packed.namelist() if name.startswith("word/") and name.endswith(".xml"))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", xml))


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """A ward of 5,000, with a plan."""
    rows = good_rows()
    people = [[f"CB{at:05}", f"Nguyễn Văn Số {at}", "Ủy ban nhân dân" if at % 2 else "Đảng ủy"] for at in range(5_000)]
    rows |= {"Cán bộ": [rows["Cán bộ"][0], *people], "Không phân công": rows["Không phân công"][:1], "Lịch sử": rows["Lịch sử"][:1]}
    path = tmp_path_factory.mktemp("crowd") / "ward.sqlite3"
    visitor = Visitor.named(TestClient(create_app(path, clock=lambda: NOW)))
    assert visitor.upload(workbook(rows)).status_code == 200
    settle(visitor, "CB04242")
    visitor.open("/2026/plan")
    visitor.send()
    return visitor


class TestMany:
    """Five thousand officials."""

    @pytest.fixture
    def crowd(self, crowded):
        """Somebody in a ward of 5,000, with a plan."""
        return crowded

    def test_pages(self, crowd):
        """Fifty a page; the last page has the last; a page beyond it is the last."""
        first, last = crowd.open("/2026/officials").text, crowd.open("/2026/officials?page=999").text

        assert first.count("/2026/official/") == last.count("/2026/official/") == 50
        assert "Trang 1/100" in words(first)
        assert "CB04999" in last
        assert len(first) < 60_000

    def test_search(self, crowd):
        """By name without tone marks, by id, by workplace, by grade; what is not there is said."""
        assert "Có 1 người." in words(crowd.open("/2026/officials?q=nguyen van so 4242").text)
        assert "Có 1 người." in words(crowd.open("/2026/officials?q=cb00017").text)
        assert "Có 2500 người." in words(crowd.open("/2026/officials?q=đảng").text)
        assert "CB04242" in words(crowd.open("/2026/officials?grade=good").text)
        assert "Có 4999 người." in words(crowd.open("/2026/officials?grade=undetermined&page=2").text)
        page = crowd.open("/2026/officials?q=dang uy&page=2").text
        assert "?q=dang%20uy&amp;grade=&amp;page=3" in page
        assert "Có 0 người." in words(crowd.open("/2026/officials?q=<script>").text)

    def test_the_plan(self, crowd):
        """Its page shows fifty, with search and pages, and everybody stands in the paper that can be downloaded."""
        page = crowd.open("/2026/plan").text
        assert page.count("/2026/official/") == 50
        assert "Có 5000 người." in words(page)
        assert "Trang 1/100" in words(page)
        assert len(page) < 60_000
        found = crowd.open("/2026/plan?q=van so 4242").text
        assert found.count("/2026/official/") == 1
        assert "Có 0 người." in words(crowd.open("/2026/plan?q=<script>&page=7").text)
        whole = crowd.open("/2026/plan.html").text
        assert all(f"Nguyễn Văn Số {at}" in whole for at in (0, 2_500, 4_999))

    def test_reports(self, crowd):
        """Every official stands in the table and in the notice, and the report of counts is short."""
        assert len(rows_of(crowd)) == 5_000
        notice = text_of_word(crowd.open("/2026/notice.docx").content)
        assert all(f"Nguyễn Văn Số {at}" in notice for at in range(0, 5_000, 500))
        assert len(crowd.open("/2026/report.html").content) < 60_000
        assert crowd.open("/2026/official/CB04242").status_code == 200


class TestLog:
    """The log says who."""

    def test_about_whom(self, newcomer):
        """A sheet stands there with its body and the official, a letterhead with its paper: no code that only a program knows."""
        visitor = newcomer()
        visitor.upload(sample_ward(2026))
        settle(visitor, "CB01")
        visitor.open("/2026/letterhead/report")
        visitor.send(issuer="Ủy ban MTTQ Việt Nam phường", place="Đà Nẵng")
        said = words(visitor.open("/2026/log").text)
        assert "Ban công tác Mặt trận: CB01" in said
        assert "Xác nhận của cơ quan có thẩm quyền: CB01" in said
        assert "Thể thức văn bản 2026 Báo cáo" in said
        assert "front_working_committee" not in said

    def test_who(self, newcomer):
        """Every saving stands in it with the name that was given at the start, the latest first, page by page."""
        visitor, other = newcomer(), newcomer("Trần Thị Mừng")
        visitor.upload(sample_ward(2026))
        other.open("/2026/new-official")
        other.send(id="Z", name="Z")
        said = words(visitor.open("/2026/log").text)
        assert said.index("Trần Thị Mừng") < said.index("21/11/2026 Lan")
        for _ in range(51):
            settle(visitor, "CB01")
        assert "Trang sau" in words(visitor.open("/2026/log").text)
        assert "Trang trước" in words(visitor.open("/2026/log?page=2").text)

    def test_a_name_first(self, database, clock):
        """Nobody gets in without a name; afterwards the page that was asked for comes."""
        client = TestClient(create_app(database, clock=clock))
        visitor = Visitor(client)
        page = visitor.open("/2026/officials?page=2")
        assert page.url.path == "/name"
        assert "Không có mật khẩu" in words(page.text)
        visitor.path = "/name"
        assert visitor.send(name=" \t").status_code == 422
        assert visitor.send(name="x" * 81).status_code == 422
        answer = visitor.send(name="  Lê   Thị Ánh ")
        assert answer.url.path == "/2026/officials"
        assert "Lê Thị Ánh" in words(answer.text)
        assert visitor.send(name="A", then="//elsewhere.example").url.path == "/2026"
        assert Visitor(TestClient(create_app(database, clock=clock))).client.post("/2026/plan", data={"x": "y"}).url.path == "/name"


class TestWhatGoesWrong:
    """It is said in the visitor's language, the server's own faults, too."""

    @pytest.mark.parametrize(
        ("error", "status", "said"),
        [
            (RuntimeError("boom"), 500, "Ứng dụng gặp lỗi"), (sqlite3.OperationalError("database or disk is full"), 503, "Cơ sở dữ liệu đang bận"),
            (sc.InvalidInput([sc.values.Fault("blank", "x", "y", "z")]), 422, "Không thể thực hiện"),
        ],
    )  # fmt: skip
    def test_errors_of_the_server(self, newcomer, monkeypatch, error, status, said):
        """No English, no trace of the program, the same headers as ever, and the way back."""
        visitor = newcomer()

        def fail(*_):
            raise error

        monkeypatch.setattr("ward_app.report_pages.planning_of", fail)
        answer = visitor.open("/2026")

        assert answer.status_code == status
        assert said in words(answer.text)
        assert "boom" not in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]

    def test_what_the_framework_says(self, newcomer):
        """A method that is not there, a form that is none, a version that is no number."""
        visitor = newcomer()
        visitor.open("/2026/list")

        assert "Biểu mẫu không hợp lệ" in words(visitor.client.post("/2026/log", data=visitor.form).text)
        assert "Biểu mẫu không hợp lệ" in words(visitor.client.post("/2026/list", content=b"x", headers={"content-type": "multipart/form-data"}).text)
        assert "Không tìm thấy" in words(visitor.open("/2026/version/roster/x").text)
        assert "Không tìm thấy" in words(visitor.open("/2026/officials?page=x").text)

    def test_other_names_of_the_server(self, newcomer):
        """A name that is declared is served, with any port; any other is told so, in the visitor's language."""
        visitor = newcomer(hosts=("ward.lan", "127.0.0.1", "[::1]"))

        for name in ("ward.lan", "WARD.LAN:8000", "127.0.0.1:80", "[::1]:80", "[::1]"):
            assert visitor.client.get("/2026", headers={"host": name}).status_code == 200, name
        for name in ("evil.example", "ward.lan.evil.example", ""):
            answer = visitor.client.get("/2026", headers={"host": name})
            assert answer.status_code == 400
            assert "Sai tên máy chủ" in words(answer.text)


class TestOldFile:
    """A database of version 1.0.0 is brought up to date."""

    @pytest.fixture
    def old(self, database):
        """A ward of 1.0.0: uploaded, judged and planned in 2026; a shorter list in March 2027."""
        with closing(sqlite3.connect(database)) as connection:
            connection.executescript(OLD.read_text(encoding="utf-8"))
        return database

    def test_nothing_is_lost(self, old, clock, newcomer):
        """Each year has the list that stood in it, its sheets, feedback, results and plan; 2026 no longer shows the list of 2027."""
        newcomer()
        with Store(old).reading() as reading:
            people = {year: len(reading.read(ROSTER, year).value.subjects) for year in (2026, 2027, 2028)}
            counts = {(kind.name, year): reading.count(kind.name, year) for kind in (SHEET, FEEDBACK, RESULT, PLAN) for year in (2026, 2027, 2028)}
            sheet = reading.read(SHEET, 2026, "front_working_committee/CB02")
            fits = planning_of(reading, 2028).fits
            history = reading.read(HISTORY, 2028).value
            plan = reading.read(PLAN, 2027).value
        assert people == {2026: 24, 2027: 22, 2028: 22}
        assert {key: count for key, count in counts.items() if count} == {
            ("sheet", 2026): 2, ("sheet", 2027): 1, ("feedback", 2026): 1, ("result", 2026): 2, ("plan", 2027): 1, ("plan", 2028): 1,
        }  # fmt: skip
        assert sheet.version == 2
        assert fits
        assert history.years == (2024, 2025, 2026, 2027)
        assert history.column(2027) == plan.assignments

    def test_the_pages_work(self, old, newcomer):
        """What was adopted is shown and still sound; the year goes on; a second opening changes nothing."""
        newcomer()
        visitor = newcomer()
        said = words(visitor.open("/2026/official/CB01").text)
        assert "Đã chốt ngày 21/11/2026: Hoàn thành tốt." in said
        assert TEXTS["adopted_sound"].vi in said
        assert rows_of(visitor)["CB02"]["Tình trạng kết quả"] == "đã chốt 21/11/2026"
        for page in ("", "/list", "/officials", "/plan", "/report", "/log", "/feedback/PA-2026-0001", "/sheet/front_working_committee/CB02"):
            assert visitor.open(f"/2026{page}").status_code == 200, page
        assert "24 cán bộ" in words(visitor.open("/2026").text)
        assert "22 cán bộ" in words(visitor.open("/2027").text)
        visitor.open("/2026/feedback/new/CB04")
        visitor.send(sender="Bà Sáu")
        with Store(old).reading() as reading:
            keys = {one.value.feedback.reporter_key for one in reading.read_all(FEEDBACK, 2026)}
        assert len(keys) == 1

    def test_all_or_nothing(self, old):
        """A file that cannot be read whole stays as it was."""
        with closing(sqlite3.connect(old)) as connection, connection:
            connection.execute("UPDATE document SET body = '{}' WHERE kind = 'plan'")
        with pytest.raises(sc.SupervisionError):
            Store(old)
        with closing(sqlite3.connect(old)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (0,)
            assert connection.execute("SELECT count(*) FROM document").fetchone() == (13,)

    def test_a_file_of_the_future(self, database):
        """A file that a later version wrote is left alone."""
        Store(database)
        with closing(sqlite3.connect(database)) as connection:
            connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        with pytest.raises(NewerDatabase):
            Store(database)


def work_of(function):
    """How many calls of functions a call leads to, and what it gives."""
    calls = [0]

    def count(_, event, __):
        calls[0] += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        given = function()
    finally:
        sys.setprofile(before)
    return calls[0], given


def standings_and_planning(people):
    """So many officials with a plan, as a report gets them."""
    roster = sc.Roster(subjects=[sc.Subject(id=f"CB{at:05}") for at in range(people)], lead_units=[sc.LeadUnit(id=unit) for unit in "abc"])
    stored = Stored(id="", version=1, value=sc.plan_year(roster, year=2026), saved_at=NOW, saved_by="")
    planning = Planning(year=2026, roster=roster, roster_version=1, history=sc.History(), history_version=1, adopted=stored)
    assessment = sc.assess(CRITERION, sc.Facts())
    return [Standing(subject=one, assessment=assessment, facts=sc.Facts()) for one in roster.subjects], planning


@pytest.mark.parametrize("make", [lambda found, planning: table_of(found, planning, lang="vi"), lambda _, planning: plan_word(planning, None, "vi")], ids=["table", "notice"])
def test_reports_are_linear(make):
    """Twice as many officials are twice the table and the notice, in bytes and in work."""
    warm, few, many = (standings_and_planning(people) for people in (10, 600, 1_200))
    make(*warm)
    work, small = work_of(lambda: make(*few))
    work_of_twice, large = work_of(lambda: make(*many))
    size, size_of_twice = (sum(one.file_size for one in zipfile.ZipFile(BytesIO(content)).infolist()) for content in (small, large))

    assert work_of_twice < 2.2 * work
    assert size_of_twice < 2.2 * size
