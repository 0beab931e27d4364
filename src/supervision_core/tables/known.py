"""What is known of people: facts by one column each, for a year or month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import Final

from supervision_core.criteria.nodes import FactDefinition
from supervision_core.judging.yearly import PeriodFacts, PeriodState
from supervision_core.regulations import Regulation
from supervision_core.tables.cell_reading import shown_cell
from supervision_core.tables.fields import choices_of, label_of
from supervision_core.tables.headers import header_of
from supervision_core.tables.model import Choice, ColumnKind, Read, SheetColumn
from supervision_core.tables.reading import MOST_ROWS, Cells, GoodRow, Rows, Scan
from supervision_core.tables.tabling import Sheet, alike, distinct, note
from supervision_core.values.checks import Checks
from supervision_core.values.errors import WRONG_FACT_TYPE, InvalidInput
from supervision_core.values.facts import Fact, Facts, FactState
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.periods import Period

__all__ = ["facts", "facts_table", "months", "months_table"]

_STATES: Final = tuple(
    Choice(value=state, label=state.label, words=words)
    for state, words in (
        (FactState.NOT_APPLICABLE, ("n/a",)),
        (FactState.CONTESTED, ("mâu thuẫn",)),
        (FactState.NOT_SHOWN, ("chưa rõ", "không rõ", "unknown", "?", "-")),
    )
)
_SOURCES, _WHY, _WHY_EN = ".sources", ".why", ".why.en"
_MONTHS: Final = 12


def _subject() -> SheetColumn:
    label, words = header_of("Facts", "subject_id")
    return SheetColumn(code="subject_id", label=label, words=("Mã", *words), kind=ColumnKind.ID)


def _fact_columns(regulation: Regulation) -> tuple[SheetColumn, ...]:
    checks = Checks("facts")
    checks.kind("regulation", regulation, Regulation, "a Regulation that is encoded")
    checks.done()
    definitions = regulation.ladder.facts
    # A fact whose own code is one of its names is not called alike with another.
    taken = Counter(
        word for one in definitions for word in {text.casefold() for text in (one.label.vi, one.label.en, one.code)}
    )
    found: list[SheetColumn] = []
    for one in definitions:
        found.extend(_columns_of(one, taken))
    return tuple(found)


def _columns_of(definition: FactDefinition, taken: Mapping[str, int]) -> Iterable[SheetColumn]:
    """The columns of a fact; where two facts are called alike, their codes stand above them."""
    code, label = definition.code, definition.label
    is_own = all(taken[word.casefold()] == 1 for word in (label.vi, label.en))
    name = label if is_own else Label(code, code)
    yield SheetColumn(code=code, label=name, kind=ColumnKind.ANSWER, choices=_STATES, is_required=False)
    for part, vi, en, kind in (
        (_SOURCES, "nguồn", "sources", ColumnKind.LIST),
        (_WHY, "ghi chú", "remark", ColumnKind.TEXT),
        (_WHY_EN, "ghi chú tiếng Anh", "remark in English", ColumnKind.TEXT),
    ):
        label = Label(f"{name.vi} – {vi}", f"{name.en} – {en}")
        yield SheetColumn(code=f"{code}{part}", label=label, kind=kind, is_required=False)


def _facts(found: Scan, row: GoodRow, regulation: Regulation) -> Facts | None:
    """The facts of a row; what is wrong with one is a fault of its cell."""
    made = []
    before = len(found.faults)
    for definition in regulation.ladder.facts:
        code = definition.code
        said = row.cells[code]
        if isinstance(said, FactState) and said is FactState.NOT_APPLICABLE and definition.not_applicable_as is None:
            expected = Label(
                "một câu trả lời: quy định không cho phép “không áp dụng”", "a value: the rule has no “not applicable”"
            )
            found.fault(WRONG_FACT_TYPE, row.number, code, said.label.vi, expected)
        elif said is not None and not isinstance(said, FactState) and (wanted := definition.refusal(said)) is not None:
            found.fault(WRONG_FACT_TYPE, row.number, code, _shown(said), Label(_wanted_vi(wanted), wanted))
        else:
            try:
                made.append(_fact(code, said, row.cells))
            except InvalidInput as error:
                note(
                    found,
                    row.number,
                    error,
                    {
                        "sources": f"{code}{_SOURCES}",
                        "value": code,
                        "state": code,
                        "why": f"{code}{_WHY}",
                        "why_en": f"{code}{_WHY_EN}",
                    },
                )
    return Facts(made) if len(found.faults) == before else None


def _shown(said: object) -> str:
    """An answer that was read, as a message shows it."""
    return ("có" if said else "không") if isinstance(said, bool) else shown_cell(said)


def _wanted_vi(wanted: str) -> str:
    return (
        "“có” hoặc “không”"
        if wanted.startswith("True")
        else wanted.replace("a number from", "một số từ").replace(" to ", " đến ").replace("in steps of", "theo bước")
    )


def _fact(code: str, said: object, cells: Cells) -> Fact:
    why = label_of(cells[f"{code}{_WHY}"], cells[f"{code}{_WHY_EN}"], "why")
    state = {"state": said} if isinstance(said, FactState) else {"value": said}
    return Fact(code=code, sources=cells[f"{code}{_SOURCES}"] or (), why=why, **state)  # type: ignore[arg-type]  # checked there


def _cells(known: Facts, regulation: Regulation) -> Cells:
    cells: dict[str, object] = {}
    for definition in regulation.ladder.facts:
        fact, code = known.get(definition.code), definition.code
        if fact.is_bare():
            continue
        cells[code] = fact.state if fact.value is None else fact.value
        cells[f"{code}{_SOURCES}"] = fact.sources or None
        if fact.why is not None:
            cells[f"{code}{_WHY}"] = fact.why.vi
            cells[f"{code}{_WHY_EN}"] = None if fact.why.en == fact.why.vi else fact.why.en
    _refuse_others(known, regulation)
    return cells


def _refuse_others(known: Facts, regulation: Regulation) -> None:
    checks = Checks("values")
    for fact in known:
        if fact.code not in regulation.ladder.definitions:
            checks.fault("unknown_fact", "", fact.code, f"a fact that {regulation.code} asks for; it has no other columns")
    checks.done()


def facts_table(regulation: Regulation) -> Sheet[IdMap[Facts]]:
    """The table of a regulation's facts: one row a person, one column a fact, and where needed its sources and a remark."""
    columns = (_subject(), *_fact_columns(regulation))

    def gather(found: Scan) -> IdMap[Facts]:
        made = [
            (row.number, str(row.cells["subject_id"]), facts)
            for row in found.rows
            if (facts := _facts(found, row, regulation)) is not None
        ]
        alike(found, ((number, who) for number, who, _ in made), "subject_id", ())
        return IdMap(distinct(found, ((number, (who, facts), who) for number, who, facts in made), "subject_id"))

    return Sheet(
        code="facts",
        label=Label("Nội dung đánh giá", "Facts"),
        columns=columns,
        gather=gather,
        spread=lambda values: ({"subject_id": who, **_cells(known, regulation)} for who, known in values.items()),
        entries=lambda values: {who: (who, known) for who, known in values.items()},
    )


def facts(
    rows: Rows, regulation: Regulation, *, id_digits: int | None = None, most_rows: int = MOST_ROWS
) -> Read[IdMap[Facts]]:
    """What is known of each person, by id: one row a person, one column a fact of the regulation; what is empty is unknown.

    A column is found by what the fact is called in either language, or by its code.

    >>> import supervision_core as sc
    >>> rows = [{"Mã cán bộ": "CB1", "duties.fairly_done": "không", "Có vi phạm": ""}]
    >>> dict(sc.tables.facts(rows, sc.regulations.GOOD_PERFORMANCE_2014).required()["CB1"].values)
    {'duties.fairly_done': False}
    """
    return facts_table(regulation).read(rows, id_digits=id_digits, most_rows=most_rows)


def months_table(regulation: Regulation) -> Sheet[IdMap[tuple[PeriodFacts, ...]]]:
    """The table of what is known month by month, or by other parts of the year: one row a person and part."""

    def gather(found: Scan) -> IdMap[tuple[PeriodFacts, ...]]:
        made: dict[str, list[PeriodFacts]] = {}
        rows = [
            (row.number, one, (str(row.cells["subject_id"]), one.period))
            for row in found.rows
            if (one := _part(found, row, regulation)) is not None
        ]
        who = {id(one): key[0] for _, one, key in rows}
        alike(found, ((number, key[0]) for number, _, key in rows), "subject_id", ())
        for one in distinct(found, rows, "subject_id"):
            made.setdefault(who[id(one)], []).append(one)
        return IdMap({one: tuple(parts) for one, parts in made.items()})

    return Sheet(
        code="months",
        label=Label("Kết quả từng tháng", "Months"),
        columns=(_subject(), *_month_columns(), *_fact_columns(regulation)),
        gather=gather,
        spread=lambda values: (_part_cells(who, one, regulation) for who, parts in values.items() for one in parts),
        entries=_entries,
    )


def _month_columns() -> tuple[SheetColumn, ...]:
    """Which part of the year a row is about, and how it stands."""
    state_label, state_words = header_of("PeriodFacts", "state")
    spans = tuple(
        SheetColumn(code=code, label=label, words=words, kind=kind, is_required=False, least=least, most=most)
        for code, (label, words), kind, least, most in (
            ("month", header_of("PeriodFacts", "month"), ColumnKind.WHOLE, 1, _MONTHS),
            ("year", header_of("PeriodFacts", "year"), ColumnKind.WHOLE, 1, 9998),
            ("first", header_of("PeriodFacts", "covers"), ColumnKind.DAY, None, None),
            ("last", header_of("PeriodFacts", "covers.last"), ColumnKind.DAY, None, None),
        )
    )
    state = SheetColumn(
        code="state",
        label=state_label,
        words=state_words,
        kind=ColumnKind.CHOICE,
        choices=choices_of(PeriodState),
        is_required=False,
    )
    return (*spans, state)


def _entries(values: Mapping[str, tuple[PeriodFacts, ...]]) -> Mapping[Hashable, object]:
    return {(who, one.period): one for who, parts in values.items() for one in parts}


def _part(found: Scan, row: GoodRow, regulation: Regulation) -> PeriodFacts | None:
    cells = row.cells
    known = _facts(found, row, regulation)
    try:
        month, year, first, last = (cells[code] for code in ("month", "year", "first", "last"))
        by_month, by_days = month is not None and year is not None, first is not None and last is not None
        if by_month == by_days or (by_month and (first or last)) or (by_days and (month or year)):
            expected = Label("tháng và năm, hoặc từ ngày và đến ngày", "month and year, or first and last day")
            found.fault("no_period", row.number, "month", None, expected)
            return None
        period = Period.of_month(year, month) if by_month else Period.of_days(first, last)  # type: ignore[arg-type]  # checked there
        state = cells["state"] or PeriodState.WORKED
        return None if known is None else PeriodFacts(period=period, state=state, facts=known)  # type: ignore[arg-type]  # checked there
    except InvalidInput as error:
        note(found, row.number, error)
        return None


def _part_cells(who: str, one: PeriodFacts, regulation: Regulation) -> Cells:
    period = one.period
    # The last year has no calendar months: the day after its last one does not exist.
    is_month = period.start.year < date.max.year and period == Period.of_month(period.start.year, period.start.month)
    when = (
        {"month": period.start.month, "year": period.start.year} if is_month else {"first": period.start, "last": period.last}
    )
    state = None if one.state is PeriodState.WORKED else one.state
    return {"subject_id": who, **when, "state": state, **_cells(one.facts, regulation)}


def months(
    rows: Rows, regulation: Regulation, *, id_digits: int | None = None, most_rows: int = MOST_ROWS
) -> Read[IdMap[tuple[PeriodFacts, ...]]]:
    """What is known of each person month by month, by id: one row a person and month (or first and last day of a part).

    It is what ``judging.roll_up`` puts together into a year.

    >>> import supervision_core as sc
    >>> rows = [["Mã cán bộ", "Tháng", "Năm", "points.general"], ["CB1", 1, 2026, "27,5"], ["CB1", 2, 2026, None]]
    >>> parts = sc.tables.months(rows, sc.regulations.ND335_CIVIL_SERVANT).required()["CB1"]
    >>> [str(part.facts.values.get("points.general")) for part in parts]
    ['55/2', 'None']
    """
    return months_table(regulation).read(rows, id_digits=id_digits, most_rows=most_rows)
