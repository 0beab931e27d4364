"""Hostile input gives a right value or a documented error: samples of what ``tests/fuzzing/guided.py`` searches by coverage, and what it found."""

from collections import Counter

import pytest

import supervision_core as sc
from fuzzing import documents, guided, hostile_lineages, hostile_rows
from fuzzing.mutants import changed, places
from supervision_core.serialization import InvalidDocument, from_document, to_document
from supervision_core.values.text import visible

#: Ends a line, clears a terminal and turns what follows.
EVIL = "Ngày\x1b[2J\r\n\u202exin"


@pytest.mark.parametrize("target", [documents, hostile_rows, hostile_lineages], ids=lambda one: one.__name__.rpartition(".")[2])
def test_whatever_is_changed_is_read_rightly_or_refused(target):
    """Random changes of documents, rows and reforms, one on another; both come out, and nothing else."""
    found = Counter(one for seed in range(20) for one in guided.wandering(target, seed, 30))

    assert set(found) == {True, False}
    assert sum(found.values()) == 600


@pytest.mark.parametrize("target", [hostile_rows, hostile_lineages], ids=lambda one: one.__name__.rpartition(".")[2])
@pytest.mark.parametrize("junk", [None, 7, "x", [], {}, [[]], [None], {"rows": None, "records": 3}, {"rows": [[], {}], "records": [{}], "reforms": [1]}])
def test_what_is_no_table_and_no_history_at_all(target, junk):
    """Is refused, or has nothing in it."""
    assert target.check(junk) in (True, False)


@pytest.mark.parametrize("table", [*hostile_rows.SHEETS, hostile_rows.OWN])
def test_every_table_is_begun_with(table):
    """The search starts from rows of each table."""
    assert table in {one["table"] for one in hostile_rows.seeds()}


def test_a_foreign_key_is_a_problem_of_the_document_wherever_it_stands():
    """Among ids, among fields, in each document of every version: ``InvalidDocument``, never another error, never unseen."""
    tried = 0
    for document in documents.seeds():
        word = document["schema"].split("/")[1]
        for path, held in places(document):
            if isinstance(held, dict):
                mutant = changed(document, path, {**held, "": 7}) if path else {**document, "": 7}
                with pytest.raises(InvalidDocument):
                    from_document(mutant, documents.KINDS[word])
                tried += 1

    assert tried > 2_000


@pytest.mark.parametrize(("key", "expected"), [("", "at least one visible character"), ("a\nb", "no control characters")])
def test_an_id_that_is_none_is_named_in_its_mapping(key, expected):
    """The problem says where the mapping is and what a key must be."""
    reform = to_document(sc.rotation.Reform(on=sc.Period.of_year(2025).start, subjects={"a": ["b"]}))
    with pytest.raises(InvalidDocument) as caught:
        from_document({**reform, "subjects": {key: ["b"]}}, sc.rotation.Reform)

    [problem] = caught.value.problems
    assert problem.path == "$.subjects"
    assert problem.expected.startswith(f"as a key {expected}")


@pytest.mark.parametrize("year", [1, 13, 987, 9999])
def test_the_years_of_every_calendar_come_back(year):
    """A history of an early year is written with four digits, and read again, as a document and as a table."""
    history = sc.History.of({year: {"a": "u"}})
    document = to_document(history)

    assert list(document["years"]) == [f"{year:04d}"]
    assert from_document(document, sc.History) == history
    for sheet in (sc.tables.HISTORY, sc.tables.WIDE_HISTORY):
        assert sheet.read(sheet.rows(history)).required() == history


def test_a_fault_is_one_line_whatever_a_header_holds():
    """A column called by an escape and a break ends no line of a log and turns no text, in a sentence and in an error."""
    found = sc.tables.officials([["Mã", f"Họ và tên {EVIL}"], [7, "An"]])
    wrong = sc.tables.RowFault(code="not_a_day", row=2, column=EVIL, found="x", expected=sc.Label("ngày", "a day"))

    for fault in (*found.faults, wrong):
        for said in (fault.sentence("vi"), fault.sentence("en"), str(fault.fault)):
            assert said == visible(said)
    fault = sc.Fault("x", EVIL, EVIL, EVIL)
    assert str(fault) == visible(str(fault))
    assert str(sc.InvalidInput([fault])).count("\n") == 0
