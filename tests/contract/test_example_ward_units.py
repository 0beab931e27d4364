"""The example application's lead units: changed, added and taken off by hand, before and while a plan is in force."""

import pytest

pytest.importorskip("fastapi", reason="the examples' packages are not installed: pip install '.[examples]'")
pytest.importorskip("httpx2", reason="the test client's package is not installed: pip install '.[dev]'")

from datetime import datetime

from fastapi.testclient import TestClient

import supervision_core as sc
from ward_app.app import VIET_NAM, create_app
from ward_app.planning import planning_of
from ward_app.records import HISTORY, ROSTER
from ward_app.sample import sample_ward
from ward_app.store import Store
from ward_visitors import Visitor, words


@pytest.fixture
def database(tmp_path):
    """A place for a database."""
    return tmp_path / "ward.sqlite3"


@pytest.fixture
def newcomer(database):
    """Opens the application in July 2026, as another person."""

    def come(name="Lan"):
        july = datetime(2026, 7, 1, 9, tzinfo=VIET_NAM)
        return Visitor.named(TestClient(create_app(database, clock=lambda: july), raise_server_exceptions=False), name)

    return come


@pytest.fixture
def visitor(newcomer):
    """Somebody in a ward with a list and a plan in force."""
    found = newcomer()
    found.upload(sample_ward(2026))
    found.open("/2026/plan")
    assert "đã lập, đã kiểm chứng" in words(found.send().text)
    return found


def roster_of(database):
    """The list as it is stored."""
    with Store(database).reading() as reading:
        return reading.read(ROSTER, 2026).value


def unit_of(database, unit):
    """One lead unit of the stored list."""
    return next(one for one in roster_of(database).lead_units if one.id == unit)


def loads_now(database):
    """How many people each lead unit has by the plan that stands."""
    with Store(database).reading() as reading:
        planning = planning_of(reading, 2026)
    assert planning.fits
    return planning.adopted.value.loads


class TestChanged:
    def test_the_list_leads_to_each_unit(self, visitor):
        """Each stands there with its share and its bounds, and its form has what is known."""
        page = visitor.open("/2026/list").text
        assert all(f'href="/2026/unit/{unit}"' in page for unit in ("MTTQ", "PN", "CCB", "TN", "ND"))
        visitor.open("/2026/unit/PN")
        assert {name: visitor.form[name] for name in ("id", "name", "share", "min_load", "max_load", "since")} == {
            "id": "PN", "name": "Hội Liên hiệp Phụ nữ", "share": "2", "min_load": "", "max_load": "", "since": "",
        }  # fmt: skip

    def test_another_share_and_bounds(self, visitor, database):
        """They are saved, both names stay, and the plan is changed within the new bounds."""
        before = unit_of(database, "PN")
        visitor.open("/2026/unit/PN")
        assert visitor.send(share="1", min_load="2", max_load="4").status_code == 200
        after = unit_of(database, "PN")

        assert after == sc.LeadUnit(id="PN", label=before.label, share=1, min_load=2, max_load=4)
        assert after.label.en == "Women's Union"
        assert "không còn khớp" in words(visitor.open("/2026/plan").text)
        assert "đã lập, đã kiểm chứng" in words(visitor.send(on="2026-07-01").text)
        assert 2 <= loads_now(database)["PN"] <= 4

    def test_another_name(self, visitor, database):
        """A new name is its name in both languages; the plan stays as it is."""
        visitor.open("/2026/unit/PN")
        visitor.send(name="Hội LHPN phường")
        assert unit_of(database, "PN").label == sc.Label("Hội LHPN phường", "Hội LHPN phường")
        assert "đã lập, đã kiểm chứng" in words(visitor.open("/2026/plan").text)

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"name": ""}, "Phải ghi mục này."), ({"name": "a\tb"}, "Chữ trên một dòng"), ({"share": ""}, "Phải ghi mục này."),
            ({"share": "1,5"}, "Ghi một số nguyên"), ({"share": "²"}, "Ghi một số nguyên"), ({"share": "1000"}, "Ghi một số nguyên"),
            ({"max_load": "-1"}, "Ghi một số nguyên"), ({"min_load": "5", "max_load": "4"}, "Không được lớn hơn số nhiều nhất."),
            ({"since": "2027"}, "Ghi một số nguyên"), ({"since": "năm nay"}, "Ghi một số nguyên"),
        ],
    )  # fmt: skip
    def test_faults(self, visitor, database, changes, said):
        """They are said where they are, and nothing is saved."""
        before = roster_of(database)
        visitor.open("/2026/unit/PN")
        answer = visitor.send(**changes)
        assert answer.status_code == 422
        assert said in words(answer.text)
        assert roster_of(database) == before

    def test_two_at_once(self, visitor, newcomer):
        """The second is told by whom and what, and nothing is lost."""
        other = newcomer("Trần Thị Mừng")
        other.open("/2026/unit/PN")
        visitor.open("/2026/unit/PN")
        visitor.send(share="3")
        answer = other.send(share="4")
        assert answer.status_code == 409
        assert "Tên đầu mối" in words(answer.text)

    @pytest.mark.parametrize("path", ["/2026/unit/XYZ", "/2027/new-unit", "/2027/unit/PN"])
    def test_what_is_not_there(self, visitor, path):
        """It is not found, whether it is opened or sent."""
        form = visitor.open("/2026/unit/PN").text and visitor.form
        assert visitor.client.get(path).status_code == 404
        assert visitor.client.post(path, data=form).status_code == 404


class TestJoins:
    def test_a_new_unit(self, visitor, database):
        """It takes part from this year; nobody moves to it who need not, and next year it has its part."""
        visitor.open("/2026/new-unit")
        assert visitor.form["since"] == "2026"
        visitor.send(id="CTD", name="Hội Chữ thập đỏ", share="2")
        assert unit_of(database, "CTD") == sc.LeadUnit(id="CTD", label=sc.Label("Hội Chữ thập đỏ", "Hội Chữ thập đỏ"), share=2, since=2026)
        visitor.open("/2026/plan")
        assert "đã lập, đã kiểm chứng" in words(visitor.send(on="2026-07-01").text)
        assert "CTD" in loads_now(database)
        visitor.begin(2027)
        visitor.open("/2027/plan")
        assert "đã lập, đã kiểm chứng" in words(visitor.send().text)
        with Store(database).reading() as reading:
            assert planning_of(reading, 2027).adopted.value.loads["CTD"] > 0

    def test_an_id_that_is_taken(self, visitor):
        """It is said."""
        visitor.open("/2026/new-unit")
        assert "Mã này đã có." in words(visitor.send(id="PN", name="Hội").text)


class TestLeaves:
    def test_its_people_go_to_others(self, visitor, database):
        """Nobody is left with it, and the history keeps it with its months."""
        with Store(database).reading() as reading:
            before = planning_of(reading, 2026).adopted.value.assignments
        visitor.open("/2026/unit/TN")
        visitor.send(leaves="yes")
        assert "TN" not in roster_of(database).lead_unit_ids
        assert all(bar.lead_unit_id != "TN" for bar in roster_of(database).bars)
        visitor.open("/2026/plan")
        assert "đã lập, đã kiểm chứng" in words(visitor.send(on="2026-07-01").text)
        with Store(database).reading() as reading:
            after = planning_of(reading, 2026).adopted.value.assignments
        had = {who for who, unit in before.items() if unit == "TN"}
        assert had
        assert had <= {who for who in before if after[who] != before[who]}
        visitor.begin(2027)
        with Store(database).reading() as reading:
            history = reading.read(HISTORY, 2027).value
        assert all(set(dict(history.lead_units_of(who))[2026]) == {"TN", after[who]} for who in had)

    def test_the_last_one_stays(self, visitor, database):
        """A list without a lead unit is none: the form does not offer it, and whoever sends it all the same changes nothing."""
        for unit in ("MTTQ", "CCB", "TN", "ND"):
            visitor.open(f"/2026/unit/{unit}")
            visitor.send(leaves="yes")
        assert "leaves" not in visitor.open("/2026/unit/PN").text
        visitor.send(leaves="yes")
        assert roster_of(database).lead_unit_ids == ("PN",)
