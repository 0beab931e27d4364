"""Edges of cells and ids that other tests do not come to."""

import supervision_core as sc
from supervision_core import tables


def test_a_bad_event_of_many_leaves_the_others():
    """An event without a day, and one announced after it was held, are faults; the other units keep theirs."""
    rows = [
        ["Đơn vị", "Mã", "Nghĩa vụ", "Ngày thực hiện", "announced_on"],
        ["ward-1", "e1", "citizen_reception", None, None],
        ["ward-3", "e3", "citizen_reception", "6/7/2026", "7/7/2026"],
        ["ward-2", "e2", "citizen_reception", "6/7/2026", "1/7/2026"],
    ]
    read = tables.events_by_subject(rows)

    assert [fault.row for fault in read.faults] == [2, 3]
    assert {unit: [event.id for event in events] for unit, events in read.values.items()} == {"ward-2": ["e2"]}


def test_a_choice_written_exactly_is_parted_like_any_other():
    """What the application wrote itself, with its quotes, is read back as the choices that it wrote."""
    units = [sc.LeadUnit(id="a;b"), sc.LeadUnit(id="women")]
    history = sc.History.of_records(
        [
            sc.rotation.Record(subject_id="CB1", lead_unit_id="a;b", year=2025),
            sc.rotation.Record(subject_id="CB1", lead_unit_id="women", year=2025),
        ]
    )
    table = tables.wide_history_table(lead_units=units)

    assert table.read(table.rows(history)).required() == history


def test_brackets_without_end_are_no_list():
    """What was written exactly and is no list, however deep its brackets go, is text like any other, and no error of the program."""
    column = tables.SheetColumn(code="x", label=sc.Label("X", "X"), kind=tables.ColumnKind.LIST)
    cell = "\\" + '"' + "[" * 30_000 + '"'

    assert tables.read([["X"], [cell]], [column]).required() == ({"x": ("[" * 30_000,)},)
