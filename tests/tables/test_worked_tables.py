"""Each table, column by column: how a row of it is read and written, and what is told of each cell that is wrong."""

from enum import Enum

import attrs
import pytest

from supervision_core import Label, tables
from supervision_core.tables import FormColumn, RowFault, Unreadable
from tables.worked import WORKED

#: What stands in no cell, for all kinds of columns that take text: what is given, how it is shown, the kind of fault, what would be right.
NO_TEXT = (
    ("=A1&B1", "=A1&B1", "formula", ("giá trị, không phải công thức", "a value, no formula")),
    (" #n/a ", " #n/a ", "formula_error", ("giá trị, không phải lỗi công thức", "a value, no error of a formula")),
    ('\\"x', '\\\\"x', "not_text", ("chữ viết theo JSON sau dấu \\", "text as JSON after \\")),
    (Unreadable(why=Label("ô chưa có giá trị", "a cell without a value"), found="=A1"), "=A1", "unreadable_cell", ("ô chưa có giá trị", "a cell without a value")),
)
WRITTEN = (
    (5, "5", "not_text", ("chữ", "text")),
    ("a\u200bb", "a\\u200bb", "invisible_character", ("chữ không có ký tự ẩn (U+200B ZERO WIDTH SPACE)", "text without the invisible character U+200B ZERO WIDTH SPACE")),
    ("a" * 10_001, "… (10001)", "too_long", ("tối đa 10000 ký tự", "at most 10000 characters")),
)
A_DAY = ("một ngày, ví dụ 31/12/2026", "a day, such as 31/12/2026")
YES_OR_NO = ("“có” hoặc “không”", "“yes” or “no”")
#: What is wrong in a cell of each kind.
WRONG = {
    "text": (*NO_TEXT, *WRITTEN),
    "list": (*NO_TEXT, *WRITTEN),
    "id": (
        *NO_TEXT,
        *WRITTEN[1:],
        (7, "7", "number_as_id", ("mã ghi bằng chữ: số có thể đã mất các số 0 ở đầu", "an id as text: a number may have lost its leading zeros")),
        (7.5, "7.5", "not_text", ("chữ", "text")),
    ),
    "yes_no": (*NO_TEXT, (1, "1", "not_an_answer", YES_OR_NO), ("chưa", "chưa", "not_an_answer", YES_OR_NO)),
    "whole": (*NO_TEXT, (2.5, "2.5", "not_whole", ("số nguyên", "a whole number")), ("hai", "hai", "not_whole", ("số nguyên", "a whole number"))),
    "day": (*NO_TEXT, ("31/2/2026", "31/2/2026", "not_a_day", A_DAY), (2026, "2026", "not_a_day", A_DAY), (True, "True", "not_a_day", A_DAY)),
    "answer": (*NO_TEXT, ("bảy", "bảy", "not_an_answer", ("“có”, “không” hoặc một số", "“yes”, “no” or a number"))),
    "choice": NO_TEXT,
}  # fmt: skip
#: What is asked where a cell is empty that must not be, and what a form says beside each column.
ASKED = {
    "text": ("chữ", "text"),
    "id": ("mã", "an id"),
    "yes_no": YES_OR_NO,
    "whole": ("số nguyên", "a whole number"),
    "day": ("ngày, ví dụ 31/12/2026", "a day, such as 31/12/2026"),
    "choice": ("một trong các lựa chọn", "one of the choices"),
    "answer": ("“có”, “không” hoặc số", "“yes”, “no” or a number"),
    "list": ("một hay nhiều mục, cách nhau bằng dấu chấm phẩy", "one or more items, parted by semicolons"),
}
EACH = pytest.mark.parametrize("worked", WORKED, ids=lambda one: one.code)


def entries(values):
    """What was read, one by one, whatever holds it."""
    if hasattr(values, "records"):
        return tuple(values.records())
    return tuple(values.items()) if hasattr(values, "items") else tuple(values)


def wrong_of(column):
    """What is wrong in a column's cells; where something is chosen, the choices are named, the first twenty of many."""
    yield from WRONG[column.kind]
    if column.kind == "choice":
        vi, en = ("; ".join(names[:20]) for names in zip(*column.choices, strict=True))
        yield from ((cell, str(cell), "not_a_choice", (f"một trong: {vi}", f"one of: {en}")) for cell in ("thế kỷ", 99, True))


@EACH
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_row_of_every_column_is_read_as_its_value(worked, lang):
    """Under the headers of either language, in a list or as a mapping, and in any order of the columns."""
    sheet = worked.make()
    header = [getattr(column, lang) for column in worked.columns]
    for rows in ([header, worked.row], [header[::-1], worked.row[::-1]], [dict(zip(header, worked.row, strict=True))]):
        for found in (sheet.read(rows), worked.read(rows)):
            assert (found.faults, found.unused) == ((), ())
            assert entries(found.values) == (worked.value,)


@EACH
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_form_names_every_column_in_its_order(worked, lang):
    """What is called how, what is written there, what may be chosen, and what must be there, in both languages."""
    sheet = worked.make()
    assert (sheet.code, sheet.label) == (worked.code, Label(worked.vi, worked.en))
    at = ("vi", "en").index(lang)
    answers = (("có", "không"), ("yes", "no"))[at]

    assert sheet.template(lang) == tuple(
        FormColumn(
            header=getattr(column, lang),
            hint=ASKED[column.kind][at],
            choices=tuple(names[at] for names in column.choices) or (answers if column.kind == "yes_no" else ()),
            is_required=column.must,
        )
        for column in worked.columns
    )


@EACH
def test_a_column_that_is_missing_is_named(worked):
    """By its header in both languages, at the row of the header; nothing is read without it, and what need not be there may be left out."""
    sheet = worked.make()
    for at, column in enumerate(worked.columns):
        rows = [[*row[:at], *row[at + 1 :]] for row in (worked.header, worked.row)]
        found = sheet.read(rows)
        expected = Label(f"có cột “{column.vi}”", f"a column “{column.en}”")

        if column.must:
            assert found.faults == (RowFault(code="missing_column", row=1, column=column.vi, expected=expected),)
            assert entries(found.values) == ()
        else:
            assert "missing_column" not in {fault.code for fault in found.faults}


@EACH
def test_a_column_that_stands_there_twice_is_named_with_both_places(worked):
    """The second of the two is the fault's place; nothing is read, since nobody knows which of them is meant."""
    sheet = worked.make()
    for at, column in enumerate(worked.columns):
        last = len(worked.columns) + 1
        found = sheet.read([[*worked.header, column.en], [*worked.row, worked.row[at]]])
        vi = f"một cột duy nhất cho “{column.vi}”, không phải “{column.vi}” (cột {at + 1}) và “{column.en}” (cột {last})"
        en = f"one column for “{column.en}”, not “{column.vi}” (column {at + 1}) and “{column.en}” (column {last})"

        assert found.faults == (RowFault(code="column_twice", row=1, column=column.en, number=last, found=column.en, expected=Label(vi, en)),)
        assert entries(found.values) == ()


@EACH
def test_a_column_that_is_not_known_is_listed_and_not_read(worked):
    """Wherever it stands; the others are read as if it were not there."""
    sheet = worked.make()
    for at in range(len(worked.columns) + 1):
        rows = [[*row[:at], other, *row[at:]] for row, other in ((worked.header, "Ghi chú của ai đó"), (worked.row, "x"))]
        found = sheet.read(rows)

        assert (found.faults, found.unused, entries(found.values)) == ((), ("Ghi chú của ai đó",), (worked.value,))


@EACH
def test_an_empty_cell_of_what_must_be_there_is_named(worked):
    """By its row and column; what would be right is said by what the column holds."""
    sheet = worked.make()
    for at, column in enumerate(worked.columns):
        if column.must:
            found = sheet.read(worked.with_cell(at, " "))

            assert found.faults == (RowFault(code="missing_cell", row=2, column=column.vi, number=at + 1, expected=Label(*ASKED[column.kind])),)
            assert entries(found.values) == ()


@EACH
def test_a_wrong_cell_is_named_with_what_stands_there_and_what_would_be_right(worked):
    """Each way to be wrong of each column's kind: one fault, at the row and the column, in both languages; the row is not read."""
    sheet = worked.make()
    for at, column in enumerate(worked.columns):
        for cell, shown, code, expected in wrong_of(column):
            found = sheet.read(worked.with_cell(at, cell))

            assert found.faults == (RowFault(code=code, row=2, column=column.vi, number=at + 1, found=shown, expected=Label(*expected)),)
            assert entries(found.values) == ()


@EACH
def test_a_bad_row_leaves_the_good_ones(worked):
    """The fault bears the number that the row has in the sheet, whatever stands above the header."""
    sheet = worked.make()
    bad = list(worked.row)
    bad[0] = "=A1"
    found = sheet.read([["PHƯỜNG A"], [], worked.header, bad, worked.row])

    assert [(fault.code, fault.row, fault.number) for fault in found.faults] == [("formula", 4, 1)]
    assert entries(found.values) == (worked.value,)


@pytest.mark.parametrize("worked", [one for one in WORKED if one.code != "history"], ids=lambda one: one.code)
def test_the_same_row_again_is_told(worked):
    """As a fault of the later row that names the first; what was read stays. (Two parts of a year may well be alike.)"""
    sheet = worked.make()
    found = sheet.read([worked.header, worked.row, worked.row])
    at = {"commitments": 5, "events_by_subject": 1, "bars": None, "waivers": None, "moved_deadlines": None}.get(worked.code, 0)
    expected = Label("mỗi mục một lần; đã có ở dòng 2", "each once; it stands in row 2")
    place = {} if at is None else {"column": worked.header[at], "number": at + 1, "found": worked.row[at]}
    if worked.code in {"events_by_subject", "obligations"}:
        place["found"] = ""  # it is told apart by two things, and no text names both

    assert found.faults == (RowFault(code="duplicate", row=3, expected=expected, **place),)
    assert worked.code == "commitments" or entries(found.values) == (worked.value,)


@EACH
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_value_is_written_as_rows_that_are_read_as_it(worked, lang):
    """With every column that has content, headed in the language that was asked for."""
    sheet = worked.make()
    values = sheet.read([worked.header, worked.row]).values
    header, *written = sheet.rows(values, lang)
    left_out = {"Có áp dụng"} if worked.code == "ratings" else set()  # what holds where nothing is said is not written

    assert list(header) == [getattr(column, lang) for column in worked.columns if column.cell is not None and column.vi not in left_out]
    assert entries(sheet.read([header, *written]).values) == (worked.value,)


@EACH
def test_what_may_be_empty_says_nothing(worked):
    """A row with no more than what must be there is read, and written again, without the others; and so is a row that has one of them."""
    sheet = worked.make()
    bare = [column.cell if column.must else None for column in worked.columns]
    if worked.code == "ratings":
        bare[4] = "có"  # who cannot say gives no rating
    must = [column.vi for column, cell in zip(worked.columns, bare, strict=True) if cell is not None]
    [found] = entries(sheet.read([worked.header, bare]).required())

    assert entries(worked.read([must, [one for one in bare if one is not None]]).required()) == (found,)
    assert list(sheet.rows(sheet.read([worked.header, bare]).values)[0]) == must


@EACH
def test_what_is_written_exactly_is_refused_by_the_value_itself(worked):
    """A text for people that no text can be is a fault of its own cell: what stands there is shown, and the other rows stay."""
    sheet = worked.make()
    for at, column in enumerate(worked.columns):
        if column.kind == "text":
            found = sheet.read([*worked.with_cell(at, '\\"\\ud800"'), []])

            assert [(one.code, one.row, one.column, one.number) for one in found.faults] == [("lone_surrogate", 2, column.vi, at + 1)], column


@EACH
def test_a_choice_is_written_in_any_of_its_words(worked):
    """By its name in either language, in capitals, without marks, and by its code: all of them are the same."""
    sheet = worked.make()
    for at, column in enumerate(worked.columns):
        if column.kind == "choice":
            alone = attrs.evolve(sheet.columns[at], is_required=True)
            for choice in alone.choices:
                codes = [choice.value.value, choice.value.name] if isinstance(choice.value, Enum) else [choice.value.code]
                for said in (choice.label.vi, choice.label.en, choice.label.vi.upper(), f"  {choice.label.en.upper()} ", *codes):
                    assert tables.read([[column.vi, "y"], [said, "y"]], [alone]).required()[0][alone.code] is choice.value


@pytest.mark.parametrize(("code", "at"), [("officials", 0), ("lead_units", 0), ("history", 0), ("events_by_subject", 0)])
def test_ids_that_look_alike_are_told(code, at):
    """At the later one, naming the earlier one and its row; both stay, since nobody but the application knows whether they are one."""
    [worked] = [one for one in WORKED if one.code == code]
    other = [worked.row[at].upper() if worked.row[at].islower() else worked.row[at].lower(), *worked.row[1:]]
    found = worked.make().read([worked.header, worked.row, other])
    vi = f"một mã không thể nhầm với “{worked.row[at]}” ở dòng 2; nếu đúng là hai mã khác nhau thì khai báo"
    en = f"an id that is not taken for “{worked.row[at]}” of row 2, unless declared apart"

    assert found.faults == (RowFault(code="looks_alike", row=3, column=worked.header[at], number=at + 1, found=other[at], expected=Label(vi, en)),)
    assert len(entries(found.values)) == 2
