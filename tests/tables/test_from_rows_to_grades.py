"""Rows of evidence and of events become facts by columns, and columns become grades: each step alike to the long way."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

import supervision_core as sc
from supervision_core import strategies, tables
from supervision_core.judging import columns_of
from supervision_core.obligations import compliance_all
from supervision_core.regulations import CITIZEN_RECEPTION, GOOD_PERFORMANCE_2014

JULY = sc.Period.of_month(2026, 7)
AUGUST_FIRST = date(2026, 8, 1)
EVENTS = [
    ["Đơn vị", "Mã", "Nghĩa vụ", "Ngày", "Trực tiếp"],
    ["ward-1", "tcd-1", "chủ tịch UBND cấp xã trực tiếp tiếp công dân", "6/7/2026", "x"],
    ["ward-1", "tcd-2", "citizen_reception", "13/7/2026", "x"],
    ["ward-2", "tcd-1", "citizen_reception", "6/7/2026", "không"],
]


class TestColumns:
    """Facts of many as columns."""

    @given(known=st.dictionaries(strategies.identifiers().map(sc.values.text.composed), strategies.facts(GOOD_PERFORMANCE_2014), max_size=5))
    def test_columns_are_judged_as_the_facts_are(self, known):
        """States and values go along; what sources say stays behind."""
        pairs = list(known.items())
        ids, columns = columns_of(pairs)
        judged = sc.assess_columns(GOOD_PERFORMANCE_2014, columns, ids=ids)
        one_by_one = [sc.assess(GOOD_PERFORMANCE_2014, facts) for _, facts in pairs]

        assert ids == tuple(known)
        assert judged.faults == ()
        # Without any column there are no rows to count; everybody is then unknown.
        assert list(judged.assessments) == one_by_one

    def test_cells(self):
        """A value, a state, or nothing."""
        known = {
            "a": sc.Facts([sc.Fact(code="x", state=sc.FactState.CONTESTED, sources=["1"]), sc.Fact(code="y", sources=["2"])]),
            "b": sc.Facts.of({"x": 3}, sources={"x": ["4"]}),
            "c": sc.Facts([sc.Fact(code="y", state=sc.FactState.NOT_APPLICABLE)]),
        }

        assert columns_of(known) == (
            ("a", "b", "c"),
            {"x": (sc.FactState.CONTESTED, Fraction(3), None), "y": (None, None, sc.FactState.NOT_APPLICABLE)},
        )

    def test_of_nobody(self):
        """No rows, no columns."""
        assert columns_of([]) == ((), {})

    @pytest.mark.parametrize("pairs", [5, "ab", [("a",)], [("a", 3)], [(1, sc.Facts())], [("a", sc.Facts()), ("a", sc.Facts())], [" "], None])
    def test_what_is_no_pair(self, pairs):
        """It raises, and says which."""
        with pytest.raises(sc.InvalidInput):
            columns_of(pairs)

    def test_rows_of_ratings_to_grades(self):
        """Evidence as a database has it, weighed person by person, judged by columns."""
        header = ["id", "subject_id", "channel", "code", "value", "rated_on"]
        rows = [header, ["m1", "CB1", "front_working_committee", "civic.standing", "có", date(2014, 12, 1)], ["m2", "CB2", "front_working_committee", "civic.standing", "không", date(2014, 12, 1)]]
        dossiers = sc.evidence.gather(["CB1", "CB2", "CB3"], sc.Period.of_year(2014), ratings=tables.ratings(rows).required())
        ids, columns = columns_of(sc.evidence.weigh_all(dossiers.values(), sc.evidence.WARD_WEIGHING))

        assert ids == ("CB1", "CB2", "CB3")
        assert columns["civic.standing"] == (True, False, None)


class TestComplianceOfMany:
    """What each owed and did."""

    def test_rows_of_events(self):
        """Names of obligations stand for their codes; the same id at two of them is two events."""
        events = tables.events_by_subject(EVENTS, obligations=CITIZEN_RECEPTION).required()
        reports = dict(compliance_all(CITIZEN_RECEPTION, {**events, "ward-3": ()}, JULY, as_of=AUGUST_FIRST))
        ids, columns = columns_of((who, report.facts) for who, report in reports.items())

        assert reports["ward-1"] == sc.compliance(CITIZEN_RECEPTION, events["ward-1"], JULY, as_of=AUGUST_FIRST)
        assert ids == ("ward-1", "ward-2", "ward-3")
        assert columns["obligation.citizen_reception.missing"] == (0, 1, 1)

    def test_an_obligation_that_nobody_gave(self):
        """It is a fault of its cell."""
        found = tables.events_by_subject([*EVENTS, ["ward-2", "x", "dialogue", "6/7/2026", None]], obligations=CITIZEN_RECEPTION)

        assert [(fault.code, fault.row) for fault in found.faults] == [("not_a_choice", 5)]

    def test_an_event_twice(self):
        """Of one of them it is refused."""
        assert [(fault.code, fault.row) for fault in tables.events_by_subject([*EVENTS, EVENTS[1]]).faults] == [("duplicate", 5)]

    def test_what_was_decided_for_one(self):
        """Waivers, moved deadlines and the time that binds belong to one of them."""
        waiver = tables.waivers([["Mã nghĩa vụ", "Từ ngày", "Đến ngày", "Lý do"], ["citizen_reception", "1/7/2026", "31/7/2026", "Lũ lụt"]]).required()
        moved = tables.moved_deadlines([["Mã nghĩa vụ", "Kỳ", "Hạn mới", "Lý do"], ["citizen_reception", "1/7/2026", "15/8/2026", "Lũ lụt"]]).required()
        reports = dict(
            compliance_all(
                CITIZEN_RECEPTION,
                {"a": (), "b": (), "c": (), "d": ()},
                JULY,
                as_of=AUGUST_FIRST,
                waivers={"a": waiver},
                moved={"b": moved},
                bindings={"c": sc.Period.of_days(date(2026, 7, 15), date(2026, 12, 31))},
            )
        )

        assert [len(reports[who].missing) for who in "abcd"] == [0, 0, 0, 1]

    @pytest.mark.parametrize(
        "more",
        [{"events": 5}, {"events": {" ": ()}}, {"waivers": {"nobody": ()}}, {"bindings": {"nobody": JULY}}, {"bindings": {"a": 5}}, {"moved": 7}, {"events": {"a": "x"}}, {"events": {"a": [5]}}],
    )
    def test_what_cannot_be(self, more):
        """It raises before the first is looked at; what is wrong with one of them says with whom."""
        asked = {"events": {"a": ()}, **more}
        with pytest.raises(sc.InvalidInput) as caught:
            compliance_all(CITIZEN_RECEPTION, asked.pop("events"), JULY, as_of=AUGUST_FIRST, **asked)
        assert all(fault.place.startswith(f"compliance_all.{next(iter(more))}") for fault in caught.value.faults)


class TestObligationTables:
    """A rule as a row."""

    HEADER = ("Mã nghĩa vụ", "Nghĩa vụ", "Quy định – số lần", "Quy định – mỗi", "Căn cứ – văn bản – loại", "Căn cứ – văn bản – trích yếu", "Căn cứ – đối chiếu")

    def test_a_rule_with_its_citation(self):
        """A value within a value stands in columns of its own."""
        found = tables.obligations([self.HEADER, ["dialogue", "Đối thoại", 1, "năm", "Nghị định", "Đối thoại với Nhân dân", "đã đối chiếu bản công bố"]])

        assert found.required()[0].required == sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.YEAR)
        assert found.values[0].citation.instrument.title.vi == "Đối thoại với Nhân dân"

    @pytest.mark.parametrize(
        ("cells", "fault"),
        [
            ((0, "năm", "Nghị định", "x", "theo báo chí"), ("too_small", "Quy định – số lần")),
            ((1, None, "Nghị định", "x", "theo báo chí"), ("missing_cell", "Quy định – mỗi")),
            ((1, "năm", None, None, None), ("missing", None)),
            ((1, "năm", "Nghị định", None, "theo báo chí"), ("missing_cell", "Căn cứ – văn bản – trích yếu")),
            ((1, "thế kỷ", "Nghị định", "x", "theo báo chí"), ("not_a_choice", "Quy định – mỗi")),
        ],
    )
    def test_a_rule_that_is_none(self, cells, fault):
        """What a value within the value refuses is a fault of its own cell."""
        found = tables.obligations([self.HEADER, ["dialogue", "Đối thoại", *cells]])

        assert found.values == ()
        assert (found.faults[0].code, found.faults[0].column) == fault

    def test_two_versions_of_a_rule(self):
        """Each from its own day; the same day twice is refused."""
        header = ["Mã nghĩa vụ", "Nghĩa vụ", "Hiệu lực từ ngày"]
        found = tables.obligations([header, ["a", "A", "1/1/2023"], ["a", "A", "1/7/2025"], ["a", "B", "1/7/2025"]])

        assert len(found.values) == 2
        assert [(fault.code, fault.row) for fault in found.faults] == [("duplicate", 4)]

    def test_what_is_no_event(self):
        """Rows of what is none, and obligations that are none."""
        for make in (lambda: tables.EVENTS_BY_SUBJECT.rows({"a": [5]}), lambda: tables.events_table(obligations=[5]), lambda: tables.events([], obligations="x")):
            with pytest.raises(sc.InvalidInput):
                make()
        assert [fault.column for fault in tables.events([["Mã", "Nghĩa vụ", "Ngày", "Ngày thông báo"], ["1", "a", "1/1/2026", "2/1/2026"]]).faults] == ["Ngày thông báo"]
