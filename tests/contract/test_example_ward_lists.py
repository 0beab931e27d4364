"""The example application's lists: files as they come, what they would change, versions, officials by hand."""

import re
from io import BytesIO

import pytest

pytest.importorskip("fastapi", reason="the examples' packages are not installed: pip install '.[examples]'")
pytest.importorskip("httpx2", reason="the test client's package is not installed: pip install '.[dev]'")

from fastapi.testclient import TestClient
from openpyxl import load_workbook

import supervision_core as sc
from hostile import hostile
from ward_app.app import create_app
from ward_app.lists import Reader
from ward_app.records import HISTORY, ROSTER
from ward_app.sample import sample_ward
from ward_app.store import Store
from ward_visitors import NOW, Visitor, good_rows, words, workbook

VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE)
#: What people can read of these although something about them is awkward.
READABLE = {"an empty history"}


@pytest.fixture
def database(tmp_path):
    """A place for a database."""
    return tmp_path / "ward.sqlite3"


@pytest.fixture
def newcomer(database):
    """Opens the application anew, as another person or after a restart."""

    def come(lang="vi", name="Lan"):
        client = TestClient(create_app(database, clock=lambda: NOW))
        client.cookies.set("lang", lang)
        return Visitor.named(client, name)

    return come


@pytest.fixture
def visitor(newcomer):
    """Somebody in a ward whose list is uploaded."""
    found = newcomer()
    assert found.upload(sample_ward(2026)).status_code == 200
    return found


def reader(content, *, known=None, **more):
    """A reader of a file for 2026."""
    return Reader(content=content, year=2026, known=known or sc.History(), **more)


def places(answer):
    """Sheet, row, column, what stands there and what would be right, of each fault on a page."""
    cells = re.findall(r"<tr>\s*" + r'<td data-label="[^"]*">(.*?)</td>\s*' * 5, answer.text)
    return [(sheet, row, column, re.sub("</?q>", "", text) if "<q>" in text else None, wanted) for sheet, row, column, text, wanted in cells]


class TestFaults:
    """A bad file gets all its faults, and nothing is saved."""

    def test_all_faults_by_cell(self, newcomer):
        """By sheet, row and column, in both languages."""
        rows = good_rows()
        rows["Cán bộ"][3][0] = "CB01"
        rows["Cán bộ"][5][0] = None
        rows["Đầu mối"][2][3] = 1.5
        rows["Đầu mối"][4][6] = "có lẽ"
        rows["Không phân công"][1][0] = "CB99"
        rows["Không phân công"][2][2] = "không thích"
        rows["Lịch sử"][7][1] = "XYZ"
        rows["Lịch sử"][8][2] = 2027
        rows["Lịch sử"][10][0] = rows["Lịch sử"][9][0]
        expected = {
            ("Cán bộ", "4", "Mã", "CB01"), ("Cán bộ", "6", "Mã", None), ("Đầu mối", "3", "Tỷ trọng", "1.5"), ("Đầu mối", "5", "Còn hoạt động", "có lẽ"),
            ("Không phân công", "2", "–", "CB99"), ("Không phân công", "3", "Lý do", "không thích"),
            ("Lịch sử", "8", "Mã đầu mối", "XYZ"), ("Lịch sử", "9", "–", "2027"),
        }  # fmt: skip
        for lang, said in (("vi", "Tệp có {} lỗi"), ("en", "The file has {} faults")):
            answer = newcomer(lang).offer(workbook(rows))
            found = places(answer)

            assert answer.status_code == 422
            assert expected <= {place[:4] for place in found}
            assert said.format(len(found)) in words(answer.text)
            assert all(bool(VIETNAMESE.search(wanted)) == (lang == "vi") for *_, wanted in found if "“" not in wanted and "one of" not in wanted)
        assert "Chưa có danh sách cán bộ." in words(newcomer().open("/2026").text)

    @pytest.mark.parametrize(
        ("sheet", "row", "column", "value"),
        [
            ("Đầu mối", 1, 3, True), ("Đầu mối", 1, 5, -1), ("Đầu mối", 2, 6, "có lẽ"), ("Lịch sử", 4, 2, None), ("Không phân công", 1, 2, "luân phiên"),
            ("Cán bộ", 2, 0, "#N/A"), ("Lịch sử", 3, 0, None),
        ],
    )  # fmt: skip
    def test_every_spoilt_cell_is_named_once(self, sheet, row, column, value):
        """One spoilt cell is one fault."""
        rows = good_rows()
        header = rows[sheet][0][column]
        rows[sheet][row][column] = value
        asked = reader(workbook(rows))

        assert asked.read() is None
        assert [(one.sheet, one.fault.row, one.fault.column) for one in asked.faults] == [(sheet, row + 1, header)]

    @pytest.mark.parametrize("name", sorted(hostile()))
    def test_awkward_and_hostile_files(self, newcomer, name):
        """Each is refused with its faults in the visitor's language, or read and shown; none is an error of the server."""
        content = hostile()[name]()
        answer = newcomer().offer(content)

        found = places(answer)

        assert answer.status_code == (200 if name in READABLE else 422)
        assert bool(found) == (answer.status_code == 422)
        assert all(VIETNAMESE.search(wanted) for *_, wanted in found)

    @pytest.mark.parametrize(
        ("content", "needed"),
        [
            (workbook({"Cán bộ": [["Mã", "Họ và tên"]]}), "phải có trang “Đầu mối”"),
            (workbook({**good_rows(), "Lịch sử": [["Mã cán bộ", "Năm"]]}), "có cột “Mã đầu mối”"),
            (workbook({**good_rows(), "Đầu mối": good_rows()["Đầu mối"][:1], "Lịch sử": [], "Không phân công": []}), "phải có ít nhất một đầu mối còn hoạt động"),
        ],
    )  # fmt: skip
    def test_no_ward_at_all(self, newcomer, content, needed):
        """A file that lacks a sheet, a column or every lead unit, is told so."""
        answer = newcomer().offer(content)

        assert answer.status_code == 422
        assert needed in words(answer.text)

    def test_a_hidden_sheet(self):
        """A hidden sheet is not taken for one that people see."""
        book = load_workbook(BytesIO(workbook(good_rows())))
        book["Cán bộ"].sheet_state = "hidden"
        written = BytesIO()
        book.save(written)
        asked = reader(written.getvalue())

        assert asked.read() is None
        assert [one.sentence("vi") for one in asked.faults] == ["trang “Cán bộ” không bị ẩn"]


class TestReading:
    """What is certain is read."""

    def test_english_names_will_do(self):
        """Sheets, columns and reasons may be named in English; titles may stand above; texts come out composed."""
        found = reader(
            workbook({
                "officials": [["LIST OF OFFICIALS"], [], ["ID", "Name"], ["a", "Lê\u00a0Thi\u0323 Mai"], ["b", "Trần Văn Nam"], [None, None]],
                "Lead units": [["id", "NAME", "Name in English"], ["f", "Mặt trận", "Front"], ["w", "Hội Phụ nữ", "Women"]],
                "Barred": [["Official", "Lead unit", "Reason"], ["a", "f", "kinship"]],
                "History": [["Official", "Lead unit", "Year"], ["a", "Hội Phụ nữ", 2025], ["gone", "f", "2025"]],
            }),
        ).read()  # fmt: skip
        roster, history = found

        assert [subject.label.vi for subject in roster.subjects] == ["Lê Thị Mai", "Trần Văn Nam"]
        assert [unit.label.en for unit in roster.lead_units] == ["Front", "Women"]
        assert [bar.reason for bar in roster.bars] == [sc.BarReason.KIN]
        assert history == sc.History.of({2025: {"a": "w", "gone": "f"}})

    def test_numbers_for_ids(self, newcomer):
        """They are ids only where somebody says how long they are."""
        rows = {**good_rows(), "Cán bộ": [["Mã", "Họ và tên"], [1, "An"], [2, "Bình"]], "Không phân công": [], "Lịch sử": []}
        visitor = newcomer()
        assert visitor.offer(workbook(rows)).status_code == 422
        assert "00002" in words(visitor.offer(workbook(rows), id_digits="5").text)

    def test_ids_that_look_alike(self, newcomer):
        """They are asked back, until somebody says that they are two."""
        rows = {**good_rows(), "Cán bộ": [["Mã", "Họ và tên"], ["CB01", "An"], ["cb01", "Bình"]], "Không phân công": [], "Lịch sử": []}
        visitor = newcomer()
        answer = visitor.offer(workbook(rows))
        assert "không thể nhầm" in words(answer.text)
        assert visitor.offer(workbook(rows), apart="CB01; ").status_code == 200

    def test_inactive_units(self):
        """A lead unit that no longer takes part stays in the history alone, and cannot be barred."""
        rows = good_rows()
        rows["Đầu mối"][4][6] = "không"
        asked = reader(workbook(rows))
        assert asked.read() is None
        assert [(one.sheet, one.fault.row, one.fault.found) for one in asked.faults] == [("Không phân công", 4, "TN")]
        rows["Không phân công"] = rows["Không phân công"][:3]
        roster, history = reader(workbook(rows)).read()

        assert "TN" not in roster.lead_unit_ids
        assert "TN" in history.lead_units_in(2025)

    def test_a_file_without_history(self):
        """What was known of the years before stays."""
        known = sc.History.of({2025: {"CB01": "PN"}})
        rows = {name: rows for name, rows in good_rows().items() if name != "Lịch sử"}

        assert reader(workbook(rows), known=known).read()[1] == known
        assert reader(workbook({**rows, "Lịch sử": [["Mã cán bộ", "Đầu mối", "Năm"]]}), known=known).read()[1] == sc.History()

    def test_a_list_comes_back_as_it_went(self, visitor):
        """What is downloaded and uploaded again changes nothing."""
        answer = visitor.offer(visitor.open("/2026/list.xlsx").content)

        assert "Không có gì thay đổi." in words(answer.text)


class TestDifference:
    """Nothing is replaced before somebody has seen what would change."""

    def test_what_would_change(self, visitor, newcomer):
        """Added, removed and changed, sheet by sheet; until it is confirmed the old list stands."""
        rows = good_rows()
        rows["Cán bộ"][2][1] = "Phạm Đức Bảo"
        rows["Cán bộ"] = [*rows["Cán bộ"][:-1], ["CB25", "Bùi Thị Xuân", None]]
        rows["Đầu mối"][1][3] = 4
        said = words(visitor.offer(workbook(rows)).text)

        assert "Cán bộ: thêm 1, bỏ 1, thay đổi 1" in said
        assert "CB25 · Bùi Thị Xuân" in said
        assert "CB02 · Phạm Đức Bình · Đảng ủy CB02 · Phạm Đức Bảo · Đảng ủy" in said
        assert "Đầu mối: thêm 0, bỏ 0, thay đổi 1" in said
        assert "Lịch sử: không thay đổi" in said
        assert "Có mục sẽ bị bỏ" in said
        assert "CB25" not in words(newcomer().open("/2026/officials").text)
        assert visitor.send().status_code == 200
        assert "CB25" in words(newcomer().open("/2026/officials").text)

    def test_an_empty_history(self, visitor):
        """Three years of history are not replaced by nothing unseen."""
        rows = good_rows()
        said = words(visitor.offer(workbook({**rows, "Lịch sử": rows["Lịch sử"][:1]})).text)

        assert "Lịch sử: thêm 0, bỏ 72, thay đổi 0" in said

    def test_versions(self, visitor, database):
        """An older version is opened, and restored once its difference is confirmed; nothing is lost on the way."""
        rows = good_rows()
        visitor.upload(workbook({**rows, "Cán bộ": rows["Cán bộ"][:-4], "Lịch sử": rows["Lịch sử"][:30]}))
        visitor.open("/2026/version/roster/1")
        assert "CB24" in words(visitor.open("/2026/version/roster/1").text)
        answer = visitor.client.post("/2026/restore/roster/1", data=visitor.form)
        visitor.path, visitor.form = answer.url.path, Visitor(visitor.client).open(answer.url.path) and visitor.form
        visitor.open(answer.url.path)
        assert "Cán bộ: thêm 4, bỏ 0, thay đổi 0" in words(answer.text)
        visitor.send()
        visitor.open("/2026/version/history/1")
        answer = visitor.client.post("/2026/restore/history/1", data=visitor.form)
        assert "Lịch sử: thêm 43" in words(answer.text)
        visitor.open(answer.url.path)
        visitor.send()
        with Store(database).reading() as reading:
            rosters = [reading.read(ROSTER, 2026, version=number) for number in (1, 2, 3)]
            histories = [reading.read(HISTORY, 2026, version=number) for number in (1, 2, 3)]

        assert rosters[0].value == rosters[2].value != rosters[1].value
        assert histories[0].value == histories[2].value != histories[1].value
        for path in ("version/roster/9", "version/sheet/1", "proposal/nothing"):
            assert visitor.open(f"/2026/{path}").status_code == 404
        assert "Đây là bản đang dùng." in words(visitor.open("/2026/version/roster/3").text)

    def test_a_new_list_outdates_the_plan(self, visitor):
        """When the list changes, the plan is called outdated, and planning again moves as few as can be."""
        visitor.open("/2026/plan")
        visitor.send()
        rows = good_rows()
        assert visitor.upload(workbook({**rows, "Cán bộ": [*rows["Cán bộ"], ["CB25", "Bùi Thị Xuân", None]]})).status_code == 200
        assert "không còn khớp" in words(visitor.open("/2026/plan").text)
        before = visitor.open("/2026/report.xlsx").content
        visitor.open("/2026/plan")
        assert "đã lập, đã kiểm chứng" in words(visitor.send(on="2026-11-21").text)
        after = visitor.open("/2026/report.xlsx").content
        old, new = ({row[0]: row[-1] for row in load_workbook(BytesIO(one)).worksheets[0].iter_rows(min_row=2, values_only=True)} for one in (before, after))

        assert old.pop("CB25") is None
        assert [who for who, unit in old.items() if new[who] != unit] == []

    def test_no_plan_is_an_answer(self, newcomer):
        """Where the lead units may take fewer than there are, the page says why and what would help; nothing is adopted."""
        rows = good_rows()
        for row in rows["Đầu mối"][1:]:
            row[5] = 4
        visitor = newcomer()
        visitor.upload(workbook(rows))
        visitor.open("/2026/plan")
        said = words(visitor.send().text)

        assert "24 đối tượng" in said
        assert "nhận thêm một đối tượng" in said
        assert "Chưa lập phân công năm 2026." in words(visitor.open("/2026/plan").text)


class TestByHand:
    """Officials without Excel."""

    def test_one_more(self, visitor, database):
        """An official is added with name, workplace and a bar."""
        visitor.open("/2026/new-official")
        said = words(visitor.send(id="CB30", name="Tô Thị Ánh", workplace="Văn phòng", **{"bar.PN": "own_member"}).text)
        assert "Tô Thị Ánh CB30 · Văn phòng" in said
        with Store(database).reading() as reading:
            roster = reading.read(ROSTER, 2026).value

        assert [(bar.lead_unit_id, bar.reason) for bar in roster.bars if bar.subject_id == "CB30"] == [("PN", sc.BarReason.OWN_MEMBER)]

    def test_changed(self, visitor, database):
        """A name and a bar change, all else stays, and the version before is kept."""
        visitor.open("/2026/edit/CB03")
        assert visitor.form["bar.PN"] == "own_member"
        visitor.send(name="Đặng Ngọc Chi Mai", **{"bar.PN": "", "bar.ND": "kin"})
        with Store(database).reading() as reading:
            old, new = (reading.read(ROSTER, 2026, version=number).value for number in (1, 2))

        assert {bar.lead_unit_id for bar in new.bars if bar.subject_id == "CB03"} == {"ND"}
        assert [one for one in old.subjects if one.id != "CB03"] == [one for one in new.subjects if one.id != "CB03"]
        assert [bar for bar in old.bars if bar.subject_id != "CB03"] == [bar for bar in new.bars if bar.subject_id != "CB03"]

    def test_off_the_list(self, visitor):
        """Who leaves is taken off with his bars; the plan then no longer fits."""
        visitor.open("/2026/plan")
        visitor.send()
        visitor.open("/2026/edit/CB03")
        visitor.send(leaves="yes")

        assert visitor.open("/2026/official/CB03").status_code == 404
        assert "không còn khớp" in words(visitor.open("/2026/plan").text)

    @pytest.mark.parametrize(
        ("changes", "fault"),
        [({"id": "CB01"}, "Mã này đã có."), ({"id": ""}, "Phải ghi mục này."), ({"name": "a\nb"}, "Chữ trên một dòng"), ({"bar.PN": "cooling_off"}, "Chọn một mục trong danh sách.")],
    )  # fmt: skip
    def test_faults(self, visitor, changes, fault):
        """They are said at the field, and nothing is saved."""
        visitor.open("/2026/new-official")
        answer = visitor.send(**{"id": "CB31", "name": "An", **changes})

        assert answer.status_code == 422
        assert fault in words(answer.text)
        assert visitor.open("/2026/official/CB31").status_code == 404

    def test_two_at_once(self, visitor, newcomer):
        """The second of two sees what the first one saved."""
        other = newcomer(name="Minh")
        for one in (visitor, other):
            one.open("/2026/edit/CB05")
        visitor.send(name="Huỳnh Thanh Hà")
        answer = other.send(name="Huỳnh Thanh Hải")

        assert answer.status_code == 409
        assert "Huỳnh Thanh Hà" in words(other.open("/2026/officials").text)

    def test_without_a_list(self, newcomer):
        """Where there is no list there is nobody to add."""
        visitor = newcomer()
        assert visitor.open("/2026/new-official").status_code == 404
        assert visitor.open("/2026/list.xlsx").status_code == 404
        visitor.open("/2026/list")
        assert visitor.client.post("/2026/new-official", data=visitor.form).status_code == 404
        assert visitor.client.post("/2026/begin", data=visitor.form).status_code == 404
        assert visitor.client.post("/2026/restore/roster/1", data=visitor.form).status_code == 404
