"""Facts, months and wide histories: what their columns are called, and what each wrong cell is told."""

from datetime import date
from fractions import Fraction
from itertools import product

import attrs
import pytest

import supervision_core as sc
from supervision_core import Label, tables
from supervision_core.criteria import Holds, Ladder, Measure, Rung, YesNo
from supervision_core.judging import PeriodFacts, PeriodState
from supervision_core.regulations import GOOD_PERFORMANCE_2014
from supervision_core.tables import RowFault

HELPED = YesNo(code="helped", label=Label("Giúp dân", "Helped the people"))
LATE = YesNo(code="late", label=Label("Đi muộn", "Came late"), not_applicable_as=False)
POINTS = Measure(code="points", label=Label("Điểm", "Points"), low=0, high=30, step=Fraction(1, 2), only_steps=True)
SHARE = Measure(code="share", label=Label("Tỷ lệ", "Share"), low=0, high=100, step=1)


def regulation(*facts):
    """A regulation that asks for these facts."""
    grade = sc.Grade(code="good", label=Label("Tốt", "Good"), rank=1)
    ladder = Ladder(facts=facts, rungs=[Rung(grade=grade, criterion=Holds(code=facts[0].code))])
    return attrs.evolve(GOOD_PERFORMANCE_2014, code="worked", ladder=ladder)


RULE = regulation(HELPED, LATE, POINTS, SHARE)
HEADER = ["Mã cán bộ", "Giúp dân", "Giúp dân – nguồn", "Giúp dân – ghi chú", "Giúp dân – ghi chú tiếng Anh", "Đi muộn", "Điểm", "Tỷ lệ"]
ENGLISH = ["Official id", "Helped the people", "Helped the people – sources", "Helped the people – remark", "Helped the people – remark in English", "Came late", "Points", "Share"]  # fmt: skip
CODES = ["subject_id", "helped", "helped.sources", "helped.why", "helped.why.en", "late", "points", "share"]
ROW = ["CB1", "có", "bb-2; bb-1", "xem biên bản", "see the minutes", "không áp dụng", "27,5", "1/3"]
KNOWN = sc.Facts(
    [
        sc.Fact(code="helped", value=True, sources=["bb-1", "bb-2"], why=Label("xem biên bản", "see the minutes")),
        sc.Fact(code="late", state=sc.FactState.NOT_APPLICABLE),
        sc.Fact(code="points", value=Fraction(55, 2)),
        sc.Fact(code="share", value=Fraction(1, 3)),
    ]
)


class TestFacts:
    """One row a person, one column a fact."""

    @pytest.mark.parametrize("header", [HEADER, ENGLISH, CODES])
    def test_a_row_of_facts(self, header):
        """By their names in either language or by their codes; what was not said is unknown."""
        assert tables.facts([header, ROW], RULE).required() == {"CB1": KNOWN}

    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_a_form_has_four_columns_a_fact(self, lang):
        """The answer with the states that it may have, the sources, and a remark in two languages; only the person must be there."""
        first, *form = tables.facts_table(regulation(HELPED)).template(lang)
        at = ("vi", "en").index(lang)
        states = (("không áp dụng", "còn mâu thuẫn", "chưa có căn cứ"), ("not applicable", "contested", "not shown"))[at]

        assert (first.header, first.is_required) == ((HEADER, ENGLISH)[at][0], True)
        assert [one.header for one in form] == (HEADER, ENGLISH)[at][1:5]
        assert [one.choices for one in form] == [states, (), (), ()]
        assert [one.hint for one in form] == [
            ("“có”, “không” hoặc số", "“yes”, “no” or a number")[at],
            ("một hay nhiều mục, cách nhau bằng dấu chấm phẩy", "one or more items, parted by semicolons")[at],
            *[("chữ", "text")[at]] * 2,
        ]
        assert [one.is_required for one in form] == [False] * 4

    @pytest.mark.parametrize(
        ("said", "state"),
        [("n/a", "NOT_APPLICABLE"), ("không áp dụng", "NOT_APPLICABLE"), ("mâu thuẫn", "CONTESTED"), ("còn mâu thuẫn", "CONTESTED"), ("Contested", "CONTESTED"),
         ("chưa rõ", "NOT_SHOWN"), ("không rõ", "NOT_SHOWN"), ("UNKNOWN", "NOT_SHOWN"), ("?", "NOT_SHOWN"), ("-", "NOT_SHOWN")],
    )  # fmt: skip
    def test_a_state_may_stand_for_an_answer(self, said, state):
        """By its name or by another word for it, with a source where it needs one."""
        read = tables.facts([["Mã", "late", "late.sources"], ["CB1", said, "bb-1"]], RULE).required()["CB1"]

        assert read == sc.Facts([sc.Fact(code="late", state=sc.FactState[state], sources=["bb-1"])])

    @pytest.mark.parametrize(
        ("column", "cell", "found", "code", "expected"),
        [
            ("Giúp dân", "n/a", "không áp dụng", "wrong_fact_type", ("một câu trả lời: quy định không cho phép “không áp dụng”", "a value: the rule has no “not applicable”")),
            ("Giúp dân", "5", "5", "wrong_fact_type", ("“có” hoặc “không”", "True or False")),
            ("Điểm", "có", "có", "wrong_fact_type", ("một số từ 0 đến 30", "a number from 0 to 30")),
            ("Điểm", False, "không", "wrong_fact_type", ("một số từ 0 đến 30", "a number from 0 to 30")),
            ("Điểm", "-1/3", "-1/3", "wrong_fact_type", ("một số từ 0 đến 30", "a number from 0 to 30")),
            ("Điểm", "30,5", "30,5", "wrong_fact_type", ("một số từ 0 đến 30", "a number from 0 to 30")),
            ("Điểm", "27,4", "27,4", "wrong_fact_type", ("một số từ 0 đến 30 theo bước 1/2", "a number from 0 to 30 in steps of 1/2")),
            ("Tỷ lệ", "100,5", "100,5", "wrong_fact_type", ("một số từ 0 đến 100", "a number from 0 to 100")),
            ("Tỷ lệ", "1,234", "1,234", "ambiguous_number",
             ("một số đọc được một cách: 1234 hoặc 1,2340 chứ không phải 1,234", "a number that reads one way: 1234 or 1.2340 and not 1,234")),
        ],
    )  # fmt: skip
    def test_an_answer_of_another_kind(self, column, cell, found, code, expected):
        """Is a fault of its cell, with what the fact takes; the person's row is not read, and the others are."""
        at = HEADER.index(column)
        read = tables.facts([HEADER, [*ROW[:at], cell, *ROW[at + 1 :]], ["CB2", "không", *[None] * 6]], RULE)

        assert read.faults == (RowFault(code=code, row=2, column=column, number=at + 1, found=found, expected=Label(*expected)),)
        assert read.values == {"CB2": sc.Facts.of({"helped": False})}

    @pytest.mark.parametrize(
        ("column", "cells"),
        [
            ("sources", ("mâu thuẫn", None, None, None)), ("sources", ("có", '\\"[\\"a\\\\ud800\\"]"', None, None)), ("why", ("có", None, '\\"\\ud800"', None)),
            ("why", ("có", None, '\\"\\ud800"', "x")), ("why.en", ("có", None, "x", '\\"\\ud800"')), ("why", ("có", None, None, "x")),
        ],
    )  # fmt: skip
    def test_what_a_fact_refuses_is_a_fault_of_its_own_cell(self, column, cells):
        """Of its sources or its remark, beside the answer."""
        read = tables.facts([["Mã", "helped", "helped.sources", "helped.why", "helped.why.en"], ["CB1", *cells]], RULE)

        assert [(one.row, one.column) for one in read.faults] == [(2, f"helped.{column}")]
        assert read.values == {}

    def test_faults_of_several_facts_are_all_told(self):
        """Each at its own cell."""
        read = tables.facts([HEADER, ["CB1", "5", None, None, None, "7", "31", "-1"]], RULE)

        assert [(one.code, one.number, one.found) for one in read.faults] == [
            ("wrong_fact_type", 2, "5"), ("wrong_fact_type", 6, "7"), ("wrong_fact_type", 7, "31"), ("wrong_fact_type", 8, "-1"),
        ]  # fmt: skip

    def test_somebody_twice_and_somebody_alike(self):
        """The second row is refused and names the first; ids that look alike are told."""
        read = tables.facts([HEADER[:2], ["CB1", "có"], ["CB1", "không"], ["cb1", "không"]], RULE)

        assert read.values == {"CB1": sc.Facts.of({"helped": True}), "cb1": sc.Facts.of({"helped": False})}
        assert [(one.code, one.row, one.column, one.number, one.found, one.expected.en) for one in read.faults] == [
            ("duplicate", 3, "Mã cán bộ", 1, "CB1", "each once; it stands in row 2"),
            ("looks_alike", 4, "Mã cán bộ", 1, "cb1", "an id that is not taken for “CB1” of row 2, unless declared apart"),
        ]
        assert [one.expected.vi for one in read.faults] == [
            "mỗi mục một lần; đã có ở dòng 2", "một mã không thể nhầm với “CB1” ở dòng 2; nếu đúng là hai mã khác nhau thì khai báo",
        ]  # fmt: skip

    def test_facts_that_are_called_alike_are_headed_by_their_codes(self):
        """In one language or the other, or one by the other's code; a name that is the fact's own code, or the same in both, is its own."""
        again = YesNo(code="again", label=Label("Giúp dân", "Helped again"))
        other = YesNo(code="other", label=Label("Khác", "LATE"))
        same = YesNo(code="tennis", label=Label("Tennis", "TENNIS"))
        own = YesNo(code="own", label=Label("Riêng", "Own name"))
        late = YesNo(code="late", label=Label("Muộn", "Not in time"))
        columns = tables.facts_table(regulation(HELPED, again, other, same, late, own)).columns

        assert [one.label for one in columns[1::4]] == [Label(code, code) for code in ("helped", "again", "other")] + [same.label, late.label, own.label]
        assert [one.label for one in columns[2:5]] == [
            Label("helped – nguồn", "helped – sources"), Label("helped – ghi chú", "helped – remark"), Label("helped – ghi chú tiếng Anh", "helped – remark in English"),
        ]  # fmt: skip

    def test_what_is_written(self):
        """A number as people write it, a state by its name, a remark in English only where it is another, and nothing of what nobody said."""
        one_tongue = sc.Facts([sc.Fact(code="helped", value=False, why=Label("vì mưa", "vì mưa"))])
        table = tables.facts_table(RULE)

        assert table.rows(sc.values.IdMap({"CB1": KNOWN})) == (tuple(HEADER), ("CB1", "có", "bb-1; bb-2", "xem biên bản", "see the minutes", "không áp dụng", "27,5", "1/3"))
        assert table.rows(sc.values.IdMap({"CB1": KNOWN}), "en")[1] == ("CB1", "yes", "bb-1; bb-2", "xem biên bản", "see the minutes", "not applicable", "27.5", "1/3")
        assert table.rows(sc.values.IdMap({"CB1": one_tongue})) == (("Mã cán bộ", "Giúp dân", "Giúp dân – ghi chú"), ("CB1", "không", "vì mưa"))

    def test_a_fact_of_another_rule_is_not_written(self):
        """It is named, with the rule whose columns these are; so is each of them."""
        with pytest.raises(sc.InvalidInput) as raised:
            tables.facts_table(RULE).rows(sc.values.IdMap({"CB1": sc.Facts.of({"other": True, "more": 3})}))
        assert {(one.code, one.place, one.found, one.expected) for one in raised.value.faults} == {
            ("unknown_fact", "values", code, "a fact that worked asks for; it has no other columns") for code in ("'other'", "'more'")
        }

    def test_what_would_change(self):
        """Whose facts are new, and whose are other ones."""
        read = tables.facts([HEADER[:2], ["CB1", "có"], ["CB2", "không"]], RULE)
        stored = sc.values.IdMap({"CB1": sc.Facts.of({"helped": False}), "CB3": sc.Facts()})
        found = read.against(stored)

        assert (len(found.added), len(found.removed), len(found.changed)) == (1, 1, 1)
        assert found.added == (("CB2", sc.Facts.of({"helped": False})),)


MONTHS = ["Mã cán bộ", "Tháng", "Năm", "Từ ngày", "Đến ngày", "Tình trạng", "Điểm"]
MARCH, DAYS = ["CB1", 3, 2026, None, None, None, "20"], ["CB1", None, None, "1/4/2026", "10/4/2026", "có làm việc", "25"]


class TestMonths:
    """One row a person and part of the year."""

    @pytest.mark.parametrize(
        "header",
        [MONTHS, ["Official id", "Month", "Year", "From", "To", "State", "Points"], ["Mã", "Tháng", "Năm giám sát", "Ngày bắt đầu", "Ngày kết thúc", "Trạng thái", "points"],
         ["subject_id", "month", "year", "first", "last", "state", "points"]],
    )  # fmt: skip
    def test_parts_of_a_year(self, header):
        """A calendar month, or a first and a last day; one that nobody says was not worked was worked."""
        parts = (
            PeriodFacts(period=sc.Period.of_month(2026, 3), state=PeriodState.WORKED, facts=sc.Facts.of({"points": 20})),
            PeriodFacts(period=sc.Period.of_days(date(2026, 4, 1), date(2026, 4, 10)), state=PeriodState.WORKED, facts=sc.Facts.of({"points": 25})),
            PeriodFacts(period=sc.Period.of_month(2026, 5), state=PeriodState.ON_LEAVE, facts=sc.Facts()),
        )
        away = ["CB1", 5, 2026, None, None, "nghỉ cả kỳ", None]

        assert tables.months([header, MARCH, DAYS, away], RULE).required() == {"CB1": parts}

    def test_a_form(self):
        """The person must be there; when and how it stands are said in the same order in both languages."""
        form, english = (tables.months_table(RULE).template(lang) for lang in ("vi", "en"))

        assert [(one.header, one.hint, one.is_required) for one in form[:6]] == [
            ("Mã cán bộ", "mã", True), ("Tháng", "số nguyên", False), ("Năm", "số nguyên", False), ("Từ ngày", "ngày, ví dụ 31/12/2026", False),
            ("Đến ngày", "ngày, ví dụ 31/12/2026", False), ("Tình trạng", "một trong các lựa chọn", False),
        ]  # fmt: skip
        assert [one.header for one in english[:6]] == ["Official id", "Month", "Year", "From", "To", "State"]
        assert form[5].choices == ("có làm việc", "nghỉ cả kỳ", "không giữ chức vụ")

    @pytest.mark.parametrize("filled", [one for one in product([False, True], repeat=4) if one not in {(True, True, False, False), (False, False, True, True)}])
    def test_when_is_said_in_one_of_two_ways(self, filled):
        """Month and year, or first and last day; anything else, more or less, is no period."""
        when = [cell if is_there else None for is_there, cell in zip(filled, (3, 2026, "1/3/2026", "31/3/2026"), strict=True)]
        read = tables.months([MONTHS, ["CB1", *when, None, "20"], DAYS], RULE)
        expected = Label("tháng và năm, hoặc từ ngày và đến ngày", "month and year, or first and last day")

        assert read.faults == (RowFault(code="no_period", row=2, column="Tháng", number=2, expected=expected),)
        assert [part.period.days for part in read.values["CB1"]] == [10]

    @pytest.mark.parametrize(
        ("at", "cell", "expected"),
        [(1, 0, ("số nguyên từ 1 đến 12", "a whole number from 1 to 12")), (1, 13, ("số nguyên từ 1 đến 12", "a whole number from 1 to 12")),
         (2, 0, ("số nguyên từ 1 đến 9998", "a whole number from 1 to 9998")), (2, 9999, ("số nguyên từ 1 đến 9998", "a whole number from 1 to 9998"))],
    )  # fmt: skip
    def test_a_month_and_a_year_have_their_bounds(self, at, cell, expected):
        """The first and the last of them are months and years."""
        read = tables.months([MONTHS, [*MARCH[:at], cell, *MARCH[at + 1 :]]], RULE)

        assert read.faults == (RowFault(code="out_of_bounds", row=2, column=MONTHS[at], number=at + 1, found=str(cell), expected=Label(*expected)),)
        for first, last in ((1, 12), (1, 9998)):
            fine = [[*MARCH[:at], one, *MARCH[at + 1 :]] for one in (first, last)] if (first, last) == ((1, 12) if at == 1 else (1, 9998)) else []
            assert all(tables.months([MONTHS, one], RULE).faults == () for one in fine)

    def test_a_part_twice(self):
        """Is refused, and names the first; the same part of another person is no other row of it."""
        read = tables.months([MONTHS, MARCH, ["CB2", *MARCH[1:]], MARCH], RULE)

        assert read.faults == (
            RowFault(code="duplicate", row=4, column="Mã cán bộ", number=1, expected=Label("mỗi mục một lần; đã có ở dòng 2", "each once; it stands in row 2")),
        )
        assert sorted(read.values) == ["CB1", "CB2"]

    def test_somebody_alike(self):
        """Is told once for each row."""
        assert [(one.code, one.row, one.column, one.found) for one in tables.months([MONTHS, MARCH, ["cb1", *DAYS[1:]]], RULE).faults] == [
            ("looks_alike", 3, "Mã cán bộ", "cb1")
        ]

    def test_a_part_that_was_not_worked_has_no_facts(self):
        """The fault is the row's; the answer is a fault of its cell whatever the part."""
        read = tables.months([MONTHS, ["CB1", 3, 2026, None, None, "nghỉ cả kỳ", "20"], ["CB2", 3, 2026, None, None, None, "31"]], RULE)

        assert [(one.code, one.row, one.column) for one in read.faults] == [("surplus", 2, None), ("wrong_fact_type", 3, "Điểm")]
        assert read.values == {}

    @pytest.mark.parametrize(
        ("period", "cells"),
        [
            (sc.Period.of_month(2026, 2), {"Tháng": 2, "Năm": 2026}),
            (sc.Period.of_days(date(2026, 2, 1), date(2026, 2, 27)), {"Từ ngày": date(2026, 2, 1), "Đến ngày": date(2026, 2, 27)}),
            (sc.Period.of_days(date(2026, 2, 2), date(2026, 2, 28)), {"Từ ngày": date(2026, 2, 2), "Đến ngày": date(2026, 2, 28)}),
            (sc.Period.of_month(9998, 12), {"Tháng": 12, "Năm": 9998}),
            (sc.Period.of_days(date(9999, 1, 1), date(9999, 1, 31)), {"Từ ngày": date(9999, 1, 1), "Đến ngày": date(9999, 1, 31)}),
        ],
    )
    @pytest.mark.parametrize("state", list(PeriodState))
    def test_what_is_written(self, period, cells, state):
        """A whole month by its number, any other part by its days; that it was worked is not written."""
        part = PeriodFacts(period=period, state=state, facts=sc.Facts())
        header, row = tables.months_table(RULE).rows(sc.values.IdMap({"CB1": (part,)}))
        said = {} if state is PeriodState.WORKED else {"Tình trạng": state.label.vi}

        assert dict(zip(header, row, strict=True)) == {"Mã cán bộ": "CB1", **cells, **said}

    def test_what_would_change(self):
        """Part by part."""
        read = tables.months([MONTHS, MARCH, DAYS], RULE)
        stored = tables.months([MONTHS, [*MARCH[:-1], "21"], ["CB2", *DAYS[1:]]], RULE).values

        assert read.against(stored).sentence("en") == "1 added, 1 removed, 1 changed"
