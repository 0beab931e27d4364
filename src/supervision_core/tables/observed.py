"""What was observed, as tables: ratings, feedback, commitments, attendance and discipline."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import attrs

from supervision_core.evidence.commitments import Commitment, Registration
from supervision_core.evidence.feedback import Feedback
from supervision_core.evidence.records import DisciplineRecord, MeetingRecord, Rating
from supervision_core.tables.fields import FieldPart, parts_of
from supervision_core.tables.headers import header_of
from supervision_core.tables.model import Read, by_id
from supervision_core.tables.reading import MOST_ROWS, Cells, GoodRow, Rows, Scan
from supervision_core.tables.tabling import Sheet, build, distinct, note, table_of, together
from supervision_core.values.errors import InvalidInput
from supervision_core.values.labels import Label

__all__ = [
    "ATTENDANCE",
    "COMMITMENTS",
    "DISCIPLINE",
    "FEEDBACK",
    "RATINGS",
    "attendance",
    "commitments",
    "discipline",
    "feedback",
    "ratings",
]


def _of(kind: type, code: str, vi: str, en: str) -> Sheet[tuple[Any, ...]]:
    return table_of(kind, code, Label(vi, en), key=lambda one: one.id, id_column="id", apart=None)


#: Statements about single facts, one a row.
RATINGS: Final[Sheet[tuple[Rating, ...]]] = _of(Rating, "ratings", "Đánh giá", "Ratings")
#: Denunciations, reflections and comments, one a row.
FEEDBACK: Final[Sheet[tuple[Feedback, ...]]] = _of(Feedback, "feedback", "Ý kiến phản ánh", "Feedback")
#: Who attended which meeting at the residence, one a row.
ATTENDANCE: Final[Sheet[tuple[MeetingRecord, ...]]] = _of(MeetingRecord, "attendance", "Dự họp nơi cư trú", "Attendance")
#: Extracts of the discipline records, one a row.
DISCIPLINE: Final[Sheet[tuple[DisciplineRecord, ...]]] = _of(DisciplineRecord, "discipline", "Kỷ luật", "Discipline")


def _commitments() -> Sheet[tuple[Registration, ...]]:
    whole = parts_of(Registration, without=["items"])
    items = tuple(map(_of_item, parts_of(Commitment)))

    def gather(found: Scan) -> tuple[Registration, ...]:
        by_registration: dict[str, list[GoodRow]] = {}
        for row in found.rows:
            by_registration.setdefault(str(row.cells["id"]), []).append(row)
        return tuple(one for rows in by_registration.values() if (one := _registration(found, rows, whole, items)) is not None)

    def spread(values: Iterable[Registration]) -> Iterable[Cells]:
        for one in values:
            head = together(part.write(getattr(one, part.name)) for part in whole)
            for item in one.items:
                yield together([head, *(part.write(getattr(item, part.name)) for part in items)])

    columns = tuple(column for part in (*whole, *items) for column in part.columns)
    label = Label("Cam kết đã đăng ký", "Commitments")
    return Sheet(code="commitments", label=label, columns=columns, gather=gather, spread=spread, entries=by_id)


def _of_item(part: FieldPart) -> FieldPart:
    """A part of a commitment, whose id stands beside the id of its registration."""
    if part.name != "id":
        return part
    label, words = header_of("Commitment", "item")
    column = attrs.evolve(part.columns[0], code="item", label=label, words=words)
    return attrs.evolve(part, columns=(column,), read=lambda cells: cells["item"], write=lambda value: {"item": value})


def _registration(
    found: Scan, rows: list[GoodRow], whole: tuple[FieldPart, ...], items: tuple[FieldPart, ...]
) -> Registration | None:
    """The registration that some rows make; what stands in each of its rows must be the same."""
    first = rows[0]
    before = len(found.faults)
    for row in rows[1:]:
        for column in (column.code for part in whole for column in part.columns):
            if row.cells[column] != first.cells[column]:
                expected = Label(f"giá trị như ở dòng {first.number}", f"as in row {first.number}")
                found.fault("rows_disagree", row.number, column, row.cells[column], expected)
    made = [(row.number, one, one.id) for row in rows if (one := build(found, Commitment, items, row)) is not None]
    kept = distinct(found, made, "item")
    if len(found.faults) > before:
        return None
    try:
        given = {part.name: part.read(first.cells) for part in whole}
        return Registration(items=kept, **{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except InvalidInput as error:
        note(found, first.number, error)
        return None


#: What was registered, one commitment a row.
COMMITMENTS: Final = _commitments()


def ratings(rows: Rows, *, id_digits: int | None = None, most_rows: int = MOST_ROWS) -> Read[tuple[Rating, ...]]:
    """Statements about single facts from rows.

    >>> from supervision_core import tables
    >>> rows = [["Mã", "Mã cán bộ", "Kênh", "Nội dung đánh giá", "Kết quả", "Ngày đánh giá"],
    ...         ["m-1", "CB1", "front_working_committee", "civic.standing", "có", "1/12/2014"]]
    >>> tables.ratings(rows).required()[0].value
    True
    """
    return RATINGS.read(rows, id_digits=id_digits, most_rows=most_rows)


def feedback(rows: Rows, *, id_digits: int | None = None, most_rows: int = MOST_ROWS) -> Read[tuple[Feedback, ...]]:
    """Denunciations, reflections and comments from rows; topics and claims are lists parted by semicolons.

    >>> from supervision_core import tables
    >>> rows = [["Mã", "Mã cán bộ", "Kênh", "Loại", "Ngày nhận"], ["fb-1", "CB1", "hotline", "góp ý", "6/5/2014"]]
    >>> tables.feedback(rows).required()[0].received_on.isoformat()
    '2014-05-06'
    """
    return FEEDBACK.read(rows, id_digits=id_digits, most_rows=most_rows)


def commitments(rows: Rows, *, id_digits: int | None = None, most_rows: int = MOST_ROWS) -> Read[tuple[Registration, ...]]:
    """Registrations from rows, one commitment a row; rows of one registration agree in all but the commitment.

    >>> from supervision_core import tables
    >>> rows = [["Mã", "Mã cán bộ", "Năm", "Ngày đăng ký", "Item", "Nội dung cam kết"],
    ...         ["dk-7", "CB1", 2014, "20/1/2014", "1", "Trả hồ sơ đúng hẹn"]]
    >>> len(tables.commitments(rows).required()[0].items)
    1
    """
    return COMMITMENTS.read(rows, id_digits=id_digits, most_rows=most_rows)


def attendance(rows: Rows, *, id_digits: int | None = None, most_rows: int = MOST_ROWS) -> Read[tuple[MeetingRecord, ...]]:
    """Who attended which meeting at the residence, from rows; an empty answer is not noted, and not no.

    >>> from supervision_core import tables
    >>> rows = [["Mã", "Mã cán bộ", "Cuộc họp", "Ngày họp", "Có dự"], ["h-1", "CB1", "q1", "3/3/2014", "x"]]
    >>> tables.attendance(rows).required()[0].attended
    True
    """
    return ATTENDANCE.read(rows, id_digits=id_digits, most_rows=most_rows)


def discipline(rows: Rows, *, id_digits: int | None = None, most_rows: int = MOST_ROWS) -> Read[tuple[DisciplineRecord, ...]]:
    """Extracts of the discipline records from rows."""
    return DISCIPLINE.read(rows, id_digits=id_digits, most_rows=most_rows)
