"""Obligations that come again and again, what was done towards them, and what was decided about them, as tables."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Final

from supervision_core.obligations.model import Event, MovedDeadline, Obligation, Waiver
from supervision_core.tables.fields import parts_of
from supervision_core.tables.headers import header_of
from supervision_core.tables.model import Choice, ColumnKind, Read, SheetColumn
from supervision_core.tables.reading import MOST_ROWS, Cells, Rows, Scan
from supervision_core.tables.tabling import Sheet, alike, build, distinct, table_of, together
from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap

__all__ = [
    "EVENTS",
    "EVENTS_BY_SUBJECT",
    "MOVED_DEADLINES",
    "OBLIGATIONS",
    "WAIVERS",
    "events",
    "events_by_subject",
    "events_table",
    "moved_deadlines",
    "obligations",
    "waivers",
]

_EVENTS: Final = Label("Việc đã làm", "Events")


def _of_obligations(kind: str, listed: Iterable[Obligation]) -> Mapping[str, SheetColumn]:
    """The column that names an obligation: any code where none are given, else those given, by code or by name."""
    given = as_tuple(listed)
    checks = Checks("events")
    checks.each("obligations", given, Obligation, "an Obligation")
    checks.done()
    by_code = {one.code: one for one in given}
    choices = tuple(Choice(value=code, label=one.label, words=(code,)) for code, one in by_code.items())
    label, words = header_of(kind, "obligation")
    kind_of = ColumnKind.CHOICE if choices else ColumnKind.ID
    return {"obligation": SheetColumn(code="obligation", label=label, words=words, kind=kind_of, choices=choices)}


def _obligations() -> Sheet[tuple[Obligation, ...]]:
    # One obligation has several rows where its rule changed, each from its own day.
    return table_of(
        Obligation,
        "obligations",
        Label("Nghĩa vụ định kỳ", "Obligations"),
        key=lambda one: (one.code, one.in_force_from),
        id_column="code",
        apart=None,
    )


def events_table(*, obligations: Iterable[Obligation] = ()) -> Sheet[tuple[Event, ...]]:
    """The table of what was done; with ``obligations`` its form offers them as choices.

    >>> import supervision_core as sc
    >>> sc.tables.events_table(obligations=sc.regulations.CITIZEN_RECEPTION).template()[1].choices
    ('Chủ tịch UBND cấp xã trực tiếp tiếp công dân',)
    """
    extra = _of_obligations("Event", obligations)
    return table_of(Event, "events", _EVENTS, key=lambda one: one.id, id_column="id", apart=None, extra=extra)


def _by_subject(obligations: Iterable[Obligation]) -> Sheet[IdMap[tuple[Event, ...]]]:
    label, words = header_of("Event", "subject_id")
    units = ("Mã đơn vị", "Đơn vị", "Xã, phường", "Unit")
    subject = SheetColumn(code="subject_id", label=label, words=(*words, *units), kind=ColumnKind.ID)
    parts = parts_of(Event, extra=_of_obligations("Event", obligations))

    def gather(found: Scan) -> IdMap[tuple[Event, ...]]:
        made = []
        for row in found.rows:
            if (one := build(found, Event, parts, row)) is not None:
                who = str(row.cells["subject_id"])
                made.append((row.number, (who, one), (who, one.id)))
        alike(found, ((number, who) for number, (who, _), _ in made), "subject_id", ())
        held: dict[str, list[Event]] = {}
        for who, one in distinct(found, made, "id"):
            held.setdefault(who, []).append(one)
        return IdMap({who: tuple(some) for who, some in held.items()})

    def spread(values: Mapping[str, Iterable[Event]]) -> Iterable[Cells]:
        for who, some in values.items():
            for one in some:
                checks = Checks("values")
                checks.kind("", one, Event, "an Event")
                checks.done()
                yield together([{"subject_id": who}, *(part.write(getattr(one, part.name)) for part in parts)])

    return Sheet(
        code="events_by_subject",
        label=_EVENTS,
        columns=(subject, *(column for part in parts for column in part.columns)),
        gather=gather,
        spread=spread,
        entries=_entries,
    )


def _entries(values: Mapping[str, Iterable[Event]]) -> Mapping[Hashable, object]:
    return {(who, one.id): one for who, some in values.items() for one in some}


def _decided(kind: type, code: str, vi: str, en: str) -> Sheet[tuple[Any, ...]]:
    return table_of(kind, code, Label(vi, en), key=lambda one: one)


#: What is to be done again and again, one version of its rule a row.
OBLIGATIONS: Final = _obligations()
#: What was done, one a row.
EVENTS: Final = events_table()
#: What each of many was seen to do, one a row.
EVENTS_BY_SUBJECT: Final = _by_subject(())
#: Decisions that something need not be done for some time, one a row.
WAIVERS: Final[Sheet[tuple[Waiver, ...]]] = _decided(Waiver, "waivers", "Quyết định miễn", "Waivers")
#: Decisions that something may be done until another day, one a row.
MOVED_DEADLINES: Final[Sheet[tuple[MovedDeadline, ...]]] = _decided(
    MovedDeadline, "moved_deadlines", "Quyết định đổi hạn", "Moved deadlines"
)


def obligations(rows: Rows, *, id_digits: int | None = None, most_rows: int = MOST_ROWS) -> Read[tuple[Obligation, ...]]:
    """Obligations from rows, one version of a rule a row; how often, and where it stands, have a column a field.

    >>> from supervision_core import tables
    >>> rows = [["Mã nghĩa vụ", "Nghĩa vụ", "Thực hiện tại địa phương – số lần", "Thực hiện tại địa phương – mỗi"],
    ...         ["dialogue", "Đối thoại với Nhân dân", 2, "năm"]]
    >>> tables.obligations(rows).required()[0].practised.label.en
    'at least 2 times a year'
    """
    return OBLIGATIONS.read(rows, id_digits=id_digits, most_rows=most_rows)


def events(
    rows: Rows,
    *,
    obligations: Iterable[Obligation] = (),
    id_digits: int | None = None,
    most_rows: int = MOST_ROWS,
) -> Read[tuple[Event, ...]]:
    """What was done, from rows; with ``obligations`` their names may stand for their codes, and any other is a fault.

    >>> from supervision_core import tables
    >>> rows = [["Mã", "Nghĩa vụ", "Ngày", "Trực tiếp"], ["tcd-1", "citizen_reception", "6/7/2026", "x"]]
    >>> tables.events(rows).required()[0].by_office_holder
    True
    """
    return events_table(obligations=obligations).read(rows, id_digits=id_digits, most_rows=most_rows)


def events_by_subject(
    rows: Rows,
    *,
    obligations: Iterable[Obligation] = (),
    id_digits: int | None = None,
    most_rows: int = MOST_ROWS,
) -> Read[IdMap[tuple[Event, ...]]]:
    """What each of many did, by who did it, as ``obligations.compliance_all`` takes it: rows of events with a column of who.

    >>> from supervision_core import tables
    >>> rows = [["Đơn vị", "Mã", "Nghĩa vụ", "Ngày"], ["ward-1", "tcd-1", "citizen_reception", "6/7/2026"]]
    >>> [one.id for one in tables.events_by_subject(rows).required()["ward-1"]]
    ['tcd-1']
    """
    return _by_subject(obligations).read(rows, id_digits=id_digits, most_rows=most_rows)


def waivers(rows: Rows, *, id_digits: int | None = None, most_rows: int = MOST_ROWS) -> Read[tuple[Waiver, ...]]:
    """Decisions that an obligation need not be met for some time, from rows.

    >>> from supervision_core import tables
    >>> rows = [["Mã nghĩa vụ", "Từ ngày", "Đến ngày", "Lý do"], ["dialogue", "1/9/2026", "30/9/2026", "Lũ lụt"]]
    >>> tables.waivers(rows).required()[0].period.days
    30
    """
    return WAIVERS.read(rows, id_digits=id_digits, most_rows=most_rows)


def moved_deadlines(rows: Rows, *, id_digits: int | None = None, most_rows: int = MOST_ROWS) -> Read[tuple[MovedDeadline, ...]]:
    """Decisions that something may be done until another day, from rows.

    >>> from supervision_core import tables
    >>> rows = [["Nghĩa vụ", "Kỳ", "Hạn mới", "Lý do"], ["dialogue", "1/12/2025", "31/1/2026", "Lũ lụt"]]
    >>> tables.moved_deadlines(rows).required()[0].until.isoformat()
    '2026-01-31'
    """
    return MOVED_DEADLINES.read(rows, id_digits=id_digits, most_rows=most_rows)
