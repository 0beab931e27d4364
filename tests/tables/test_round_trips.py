"""Values become rows and are read back exactly, for everything that the generators make."""

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

import generators
import supervision_core as sc
from supervision_core import strategies, tables
from supervision_core.regulations import GOOD_PERFORMANCE_2014, ND335_CIVIL_SERVANT
from supervision_core.values.text import composed

LANGUAGES = st.sampled_from(["vi", "en"])
# Ids that look alike are told, and what was read stays; nothing else may be wrong.
TOLD = {"looks_alike"}


def distinct(items, key=lambda one: one.id):
    """A list of values of which no two have the same key."""
    return st.lists(items, max_size=4, unique_by=key).map(tuple)


def holds(table, values, lang):
    """Whether values survive as rows, as mappings, and through JSON."""
    rows = table.rows(values, lang)
    as_mappings = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    for given_rows in (rows, as_mappings or rows):
        found = table.read(given_rows)
        assert found.values == values
        assert {fault.code for fault in found.faults} <= TOLD
        assert not found.unused
        assert not found.against(values)


KINDS = {
    "officials": (tables.OFFICIALS, distinct(strategies.subjects())),
    "lead units": (tables.LEAD_UNITS, distinct(strategies.lead_units())),
    "bars": (tables.BARS, distinct(strategies.bars(), lambda one: (one.subject_id, one.lead_unit_id, one.reason, one.severity))),
    "ratings": (tables.RATINGS, distinct(strategies.ratings())),
    "feedback": (tables.FEEDBACK, distinct(strategies.feedback())),
    "commitments": (tables.COMMITMENTS, distinct(strategies.registrations())),
    "attendance": (tables.ATTENDANCE, distinct(generators.meeting_records())),
    "discipline": (tables.DISCIPLINE, distinct(generators.discipline_records())),
    "obligations": (tables.OBLIGATIONS, distinct(strategies.obligations(), lambda one: (one.code, one.in_force_from))),
    "events": (tables.EVENTS, distinct(strategies.events())),
    "waivers": (tables.WAIVERS, distinct(generators.waivers(), lambda one: one)),
    "moved deadlines": (tables.MOVED_DEADLINES, distinct(generators.moved_deadlines(), lambda one: one)),
}


@pytest.mark.parametrize("name", KINDS)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), lang=LANGUAGES)
def test_values_to_rows_to_values(name, data, lang):
    """Every kind of table gives back what was put into it, whatever the ids and labels hold."""
    table, values = KINDS[name]

    holds(table, data.draw(values), lang)


@given(history=strategies.histories(), lang=LANGUAGES)
def test_histories_with_their_lineage(history, lang):
    """Records are written by the names of their days; with the lineage and the counting rule they are the same history."""
    rows = tables.HISTORY.rows(history, lang)
    found = tables.history(rows, lineage=history.lineage, counting=history.counting)

    assert found.values == history
    assert {fault.code for fault in found.faults} <= TOLD


@pytest.mark.parametrize("regulation", [GOOD_PERFORMANCE_2014, ND335_CIVIL_SERVANT], ids=lambda one: one.code)
@given(data=st.data(), lang=LANGUAGES)
def test_facts_of_a_shipped_regulation(regulation, data, lang):
    """Values, states, sources and remarks of every person survive."""
    people = st.dictionaries(strategies.identifiers().map(composed), strategies.facts(regulation), max_size=3)

    holds(tables.facts_table(regulation), sc.values.IdMap(data.draw(people)), lang)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), regulation=strategies.regulations(), lang=LANGUAGES)
def test_facts_of_any_regulation(data, regulation, lang):
    """Facts that are all called alike are told apart by their codes."""
    people = st.dictionaries(strategies.identifiers().map(composed), strategies.facts(regulation), max_size=2)

    holds(tables.facts_table(regulation), sc.values.IdMap(data.draw(people)), lang)


@given(parts=st.lists(strategies.period_facts(), max_size=3, unique_by=lambda one: one.period), lang=LANGUAGES)
def test_months(parts, lang):
    """Calendar months and other parts of a year, worked or not."""
    values = sc.values.IdMap({"CB1": tuple(parts)} if parts else {})

    holds(tables.months_table(GOOD_PERFORMANCE_2014), values, lang)


@given(data=st.data(), lang=LANGUAGES)
def test_events_of_many(data, lang):
    """What each of many did, the same ids at two of them."""
    who = strategies.identifiers().map(composed)
    events = st.lists(strategies.events(), min_size=1, max_size=3, unique_by=lambda one: one.id).map(tuple)

    holds(tables.EVENTS_BY_SUBJECT, sc.values.IdMap(data.draw(st.dictionaries(who, events, max_size=3))), lang)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_shipped_obligations(lang):
    """With both ways of saying how often, and where each stands."""
    shipped = (*sc.regulations.CITIZEN_RECEPTION, *sc.regulations.obligations_on(date(2026, 7, 1)))

    holds(tables.OBLIGATIONS, tuple({(one.code, one.in_force_from): one for one in shipped}.values()), lang)


@given(subjects=distinct(strategies.subjects()))
def test_through_csv_and_json(subjects):
    """What a file of text can hold is enough."""
    rows = tables.OFFICIALS.rows(subjects)
    text = io.StringIO()
    csv.writer(text).writerows(rows)

    assert tables.OFFICIALS.read(csv.reader(io.StringIO(text.getvalue()))).values == subjects
    assert tables.OFFICIALS.read(json.loads(json.dumps(rows))).values == subjects


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("table", [tables.HISTORY, *(table for table, _ in KINDS.values())], ids=lambda table: table.code)
def test_a_blank_form_is_an_empty_table(table, lang):
    """The header of a form is read back, and every choice it offers is read as itself."""
    form = table.template(lang)

    found = table.read([[column.header for column in form]])
    assert found.faults == ()
    assert not found.values or not tuple(found.values.records())
    for column, shown in zip(table.columns, form, strict=True):
        if column.choices:
            assert shown.choices == tuple(choice.label.text(lang) for choice in column.choices)
        assert shown.is_required == column.is_required
        assert shown.hint
