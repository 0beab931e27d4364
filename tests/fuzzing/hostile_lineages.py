"""Reforms and records as nobody should write them: a history that equals the reading row by row, or documented errors.

``guided.py hostile_lineages`` looks for anything else. What is read is planned with, and the plan is checked.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date
from typing import Any

import supervision_core as sc
from laws.test_lineage_laws import read
from oracles import lineages as oracle
from oracles.lineages import random_case
from supervision_core.rotation import CountingRule, Record, Reform
from supervision_core.rotation.check.reading import read_past
from supervision_core.serialization import from_document, to_document

FOREIGN: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 13, 2020, 2.5, float("nan"), 10**30, "", " ", "a", "b", "u", "v", "w", "\u0301", "a\u0301", "á", "\x00", "\ud800", "ａ",
    "x" * 300, "2020-07-01", "2020-02-30", "0001-01-01", "9999-12-31", "2019", "first_day", "months", "substitute", "subject_id", "lead_units",
    [], ["a"], ["a", "a"], ["a", "b", "u", "v"], {}, {"a": ["b"]}, {"u": ["v", "w"]}, {"a": "b"}, {"2020-01-01": []},
)  # fmt: skip
#: So many subjects at most are planned for.
MOST = 12


def day(text: Any) -> Any:
    """The day that a text writes; what writes none stays as it is."""
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return text


def keyed(mapping: Any) -> Any:
    """A mapping whose keys are years, where they are."""
    if not isinstance(mapping, dict):
        return mapping
    return {int(key) if key.lstrip("-").isdecimal() and key.isascii() and len(key) < 20 else key: one for key, one in mapping.items()}


def row(given: Any) -> Any:
    """A record's row with its day."""
    return {**given, "first_day": day(given["first_day"])} if isinstance(given, dict) and "first_day" in given else given


def known(given: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """What of a mapping is an argument."""
    return {name: given[name] for name in names if name in given} if isinstance(given, dict) else {}


def check(document: Any) -> bool:
    """Build the history of an input, and hold it against the reading row by row."""
    document = document if isinstance(document, dict) else {"records": document}
    try:
        reforms = [Reform(on=day(one.get("on")), **known(one, ("lead_units", "subjects"))) if isinstance(one, dict) else one for one in document["reforms"]]
        lineage = sc.Lineage(reforms=reforms, **known(document.get("step"), ("lead_units", "subjects")))
        counting = CountingRule(**known(document.get("counting"), ("least_months", "substitutes_count")))
        rows = [row(one) for one in document["records"]] if isinstance(document.get("records"), list) else document.get("records")
        history = sc.History.of_records(rows, counting=counting, lineage=lineage)
        if "years" in document:
            plain(keyed(document["years"]))
    except (KeyError, TypeError) as error:
        # The input has no such part at all, or what stands there is no list: nothing of the library was called.
        if error.__traceback__ is None or error.__traceback__.tb_next is not None:
            raise
        return False
    except sc.SupervisionError as error:
        str(error)
        return False
    records = [Record.of_row(one) for one in rows]
    survives(history)
    if not (lineage.lead_units or lineage.subjects):
        agrees(history, records, reforms, counting)
    planned(history)
    return True


def plain(years: Any) -> None:
    """A mapping of years reads as the rows that say the same."""
    history = sc.History.of(years)
    rows = [Record(subject_id=one, lead_unit_id=unit, year=year) for year, column in years.items() for one, unit in column.items()]
    assert read(history) == read(sc.History.of_records(rows))


def agrees(history: sc.History, records: list[Record], reforms: list[Reform], counting: CountingRule) -> None:
    """The history and the checker's own reading of it say what the rows say through the reforms, and its records make it again."""
    wanted = oracle.columns(records, reforms, counting)
    assert read(history) == (wanted, oracle.unknown(records, reforms))
    checked = {year: {one: {held} if isinstance(held, str) else set(held) for one, held in column.items()} for year, column in read_past(history).items()}
    assert {year: column for year, column in checked.items() if column} == wanted
    assert sc.History.of_records(history.records(), counting=counting, lineage=history.lineage) == history
    for one in {record.subject_id for record in records}:
        assert set(history.lineage.of_subject(one)) == oracle.successors(reforms, one, date.min, "subjects") or any(
            reform.on == date.min for reform in reforms
        )


def survives(history: sc.History) -> None:
    """Through a document and a pickle it is the same history."""
    assert from_document(to_document(history), sc.History) == history
    assert pickle.loads(pickle.dumps(history)) == history


def planned(history: sc.History) -> None:
    """Whom it names is planned for in the year after it, and the plan holds before the checker."""
    subjects = sorted({one for year in history.years for one in history.column(year)})[:MOST]
    units = sorted({one for year in history.years for one in history.lead_units_in(year)})[:MOST]
    try:
        roster = sc.Roster(subjects=[sc.Subject(id=one) for one in subjects], lead_units=[sc.LeadUnit(id=one) for one in units])
        year = max(history.years, default=2024) + 1
        answer = sc.plan_year(roster, year=year, history=history)
    except sc.SupervisionError as error:
        str(error)
        return
    if isinstance(answer, sc.Plan):
        assert sc.verify_plan(roster, answer, history=history) == ()
    else:
        assert sc.verify_infeasible(roster, answer, history=history) == ()


def seeds() -> Iterator[Any]:
    """Random cases of the oracle, written out."""
    import random

    for seed in range(40):
        records, reforms, counting = random_case(random.Random(seed))
        yield {
            "reforms": [
                {"on": one.on.isoformat(), **{what: {name: list(after) for name, after in getattr(one, what).items()} for what in ("lead_units", "subjects")}}
                for one in reforms
            ],
            "records": [
                {
                    "subject_id": one.subject_id, "lead_unit_id": one.lead_unit_id, "year": one.year, "months": one.months,
                    "substitute": one.substitute, "first_day": one.first_day and one.first_day.isoformat(),
                }
                for one in records
            ],
            "counting": {"least_months": counting.least_months, "substitutes_count": counting.substitutes_count},
            "years": {"2019": {"a": "u", "b": "v"}, "2020": {"a": "v"}},
        }  # fmt: skip
    yield {"reforms": [], "records": [{"subject_id": "a", "lead_unit_id": "u", "year": 2020}], "step": {"lead_units": {"u": ["v", "w"]}, "subjects": {"a": ["b"]}}}
