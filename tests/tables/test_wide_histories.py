"""Histories as people keep them: one row an official, one column a year, perhaps two lead units in a cell."""

import pytest
from hypothesis import given, strategies as st

import supervision_core as sc
from supervision_core import Label, strategies, tables

UNITS = (
    sc.LeadUnit(id="pn", label=Label("Hội Phụ nữ", "Women's Union")),
    sc.LeadUnit(id="tn", label=Label("Đoàn Thanh niên", "Youth Union")),
    sc.LeadUnit(id="vp", label=Label("Văn phòng, thi đua và khen thưởng", "Office")),
)


def read(*rows, **more):
    """A wide history of these rows."""
    return tables.wide_history([["Mã cán bộ", "2019", "Năm 2020"], *rows], **more)


def held(found, who="CB1"):
    """What is recorded of somebody."""
    return found.values.lead_units_of(who)


@pytest.mark.parametrize("header", ["2019", 2019, 2019.0, " Năm 2019 ", "NĂM 2019", "nam 2019", "Year 2019"])
def test_headers_of_years(header):
    """A year as text or number, with or without the word before it."""
    assert held(tables.wide_history([["Mã cán bộ", header], ["CB1", "pn"]])) == ((2019, ("pn",)),)


@pytest.mark.parametrize("said", ["pn; tn", "pn;tn;", "pn\ntn", "Hội Phụ nữ, Đoàn Thanh niên", "hoi phu nu và TN", "pn/tn", "pn + tn", f"pn{' ' * 9_000}và\u00a0\t tn"])
def test_two_lead_units_in_a_cell(said):
    """Known names may be parted in the ways people part them."""
    assert held(read(["CB1", said, None], lead_units=UNITS)) == ((2019, ("pn", "tn")),)


def test_a_name_that_holds_what_parts_names():
    """A name as a whole comes before its parts."""
    said = "Văn phòng, thi đua và khen thưởng; pn"

    assert held(read(["CB1", said, said.split("; ", maxsplit=1)[0]], lead_units=UNITS)) == ((2019, ("pn", "vp")), (2020, ("vp",)))


@pytest.mark.parametrize("said", ["Hội Phụ nữ, Hội Nông dân", "-", "pn (6 tháng)", "pntn", 5, True])
def test_what_is_none_of_the_lead_units(said):
    """It is a fault of its cell, and nothing of it is read."""
    found = read(["CB1", said, "pn"], ["CB2", "pn", None], lead_units=UNITS)

    assert [(fault.code, fault.row, fault.column) for fault in found.faults] == [("not_a_choice", 2, "2019")]
    assert found.values.years == (2019,)


def test_without_lead_units_ids_are_read_as_they_stand():
    """Only semicolons and lines part them, since nobody says what a comma is."""
    assert held(read(["CB1", "a, b", "a;b"])) == ((2019, ("a, b",)), (2020, ("a", "b")))
    assert read(["CB1", 4, None]).faults[0].code == "number_as_id"
    assert held(read(["CB1", 4, None], id_digits=2), "CB1") == ((2019, ("04",)),)


def test_nobody_knows_and_nothing_recorded():
    """A word says that nobody knows; an empty cell says nothing."""
    found = read(["CB1", "không rõ", None], ["CB2", None, None], lead_units=UNITS)

    assert found.required().unknown == ((2019, "CB1"),)
    assert held(found, "CB2") == ()


def test_records_that_do_not_go_together():
    """The cell is named, and the other years of the row stay."""
    found = read(["CB1", "pn; pn", "tn"], ["CB2", "không rõ; pn", "tn"], lead_units=UNITS)

    assert [(fault.code, fault.row, fault.column) for fault in found.faults] == [("duplicate", 2, "2019"), ("contradiction", 3, "2019")]
    assert found.faults[0].sentence("vi").endswith("phải là một bản ghi cho mỗi đối tượng, đầu mối và năm, hoặc số tháng của từng giai đoạn")
    assert found.values.years == (2020,)


def test_somebody_twice():
    """The second row is refused."""
    found = read(["CB1", "pn", None], ["CB1", None, "tn"], ["cb1", "tn", None])

    assert [(fault.code, fault.row) for fault in found.faults] == [("duplicate", 3), ("looks_alike", 4)]
    assert read(["CB1", "pn", None], ["cb1", "tn", None], apart=["cb1"]).faults == ()


@pytest.mark.parametrize("id_", ["a\u0007", '\\"1"'])
def test_ids_that_are_none(id_):
    """What no record takes is a fault of its cell."""
    assert [fault.column for fault in read(["CB1", None, id_]).faults] in (["Năm 2020"], [])


def test_a_year_twice():
    """Both columns are named."""
    assert [fault.code for fault in tables.wide_history([["Mã cán bộ", "2019", "Năm 2019"], ["CB1", "pn", "tn"]]).faults] == ["column_twice"]


@pytest.mark.parametrize("header", [["Mã cán bộ", "Đầu mối", "Năm"], ["Mã cán bộ"], ["Mã cán bộ", "0000"]])
def test_a_table_without_years(header):
    """A table of another form is not three years of nothing."""
    found = tables.wide_history([header, ["CB1", "pn", 2019]])

    assert [fault.code for fault in found.faults] == ["missing_column"]


def test_rows_as_mappings_bring_their_own_years():
    """Each row has the years it names."""
    found = tables.wide_history([{"Mã cán bộ": "CB1", "2019": "pn"}, {"Mã cán bộ": "CB2", "2020": "tn", "Ghi chú": ""}])

    assert found.required().years == (2019, 2020)
    assert found.unused == ("Ghi chú",)


def test_a_blank_form_offers_the_lead_units():
    """With its years, sorted, and the choices of each; the long form and that of bars offer them as well."""
    form = tables.wide_history_table(lead_units=UNITS, years=[2026, 2025]).template()

    assert [column.header for column in form] == ["Mã cán bộ", "Năm 2025", "Năm 2026"]
    assert form[1].choices == ("không rõ", *(unit.label.vi for unit in UNITS))
    assert tables.history_table(lead_units=UNITS).template()[1].choices == form[1].choices
    assert tables.bars_table(lead_units=UNITS).template()[1].choices == form[1].choices[1:]


@pytest.mark.parametrize(
    "make",
    [
        lambda: tables.wide_history_table(years=[True]),
        lambda: tables.wide_history_table(years=["2019"]),
        lambda: tables.wide_history_table(years=[10_000]),
        lambda: tables.wide_history_table(years=5),
        lambda: tables.history_table(lead_units=["pn"]),
        lambda: tables.bars_table(lead_units="pn"),
        lambda: tables.WIDE_HISTORY.rows(()),
        lambda: tables.WIDE_HISTORY.rows(sc.History.of_records([{"subject_id": "a", "lead_unit_id": "b", "year": 2020, "months": 3}])),
    ],
)
def test_what_cannot_be(make):
    """Years that are none, lead units that are none, and records that have no column in this form."""
    with pytest.raises(sc.InvalidInput):
        make()


@st.composite
def plain_histories(draw):
    """Histories of whole years, with two lead units in some."""
    records = [one for one in draw(strategies.histories()).records() if one.is_plain]
    more = [
        {"subject_id": one.subject_id, "lead_unit_id": f"{one.lead_unit_id};{draw(st.sampled_from(['a', ',']))}", "year": one.year}
        for one in records
        if one.lead_unit_id is not None and draw(st.booleans())
    ]
    return sc.History.of_records([*records, *more])


@given(history=plain_histories(), lang=st.sampled_from(["vi", "en"]))
def test_both_directions(history, lang):
    """What stands in the cells is read back as the same history, whatever the ids hold."""
    rows = tables.WIDE_HISTORY.rows(history, lang)
    found = tables.WIDE_HISTORY.read(rows)

    assert found.values == history
    assert {fault.code for fault in found.faults} <= ({"looks_alike"} if history.years or history.unknown else {"missing_column"})


@given(history=plain_histories(), lang=st.sampled_from(["vi", "en"]))
def test_both_directions_by_name(history, lang):
    """Names of lead units stand in the cells, and are read back as their ids."""
    ids = sorted({one.lead_unit_id for one in history.records() if one.lead_unit_id is not None})
    units = [sc.LeadUnit(id=one, label=Label(f"Hội số {at}", f"Union {at}")) for at, one in enumerate(ids)]
    table = tables.wide_history_table(lead_units=units)

    assert table.read(table.rows(history, lang)).values == history
