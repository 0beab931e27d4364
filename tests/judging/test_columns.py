"""A population judged by columns: the same answers as one by one, faults by row, counts by group."""

from array import array
from decimal import Decimal
from fractions import Fraction

import attrs
import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

import supervision_core as sc
from supervision_core import Fact, FactState
from supervision_core.judging import packing
from supervision_core.regulations import GOOD_PERFORMANCE_2014, RESIDENCE_2014

WARD = GOOD_PERFORMANCE_2014
CODES = tuple(fact.code for fact in WARD.ladder.facts)
POINTS = sc.regulations.ND335_CIVIL_SERVANT
LETTERS = st.sampled_from([True, False, None])


def one_by_one(columns, row):
    """What ``assess`` says of a row, or the error it raises."""
    try:
        return sc.assess(WARD, sc.Facts.of({code: cells[row] for code, cells in columns.items()}))
    except sc.InvalidInput as error:
        return error


class TestTheSameAsOneByOne:
    """Columns are only another way to say the same."""

    @settings(max_examples=150)
    @given(st.data())
    def test_every_row_is_judged_as_it_would_be_alone(self, data):
        """Grade, reasons and object are those of ``assess``; a row that it refuses is faulty here and stops no other."""
        rows = data.draw(st.integers(0, 6))
        codes = data.draw(st.sets(st.sampled_from(CODES), min_size=1))
        cells = st.lists(st.one_of(LETTERS, st.sampled_from([1, 0, "x"])), min_size=rows, max_size=rows)
        columns = {code: data.draw(cells) for code in codes}
        judged = sc.assess_columns(WARD, columns)

        wrong = dict(judged.faults)
        for row in range(rows):
            alone = one_by_one(columns, row)
            if isinstance(alone, sc.InvalidInput):
                assert judged.assessments[row] is None
                assert wrong[row].code in {fault.code for fault in alone.faults}
            else:
                assert judged.assessments[row] == alone
                assert row not in wrong
        assert len(judged.assessments) == len(judged.grades) == len(judged) == rows

    def test_rows_alike_share_one_object(self):
        """One distinct row, one assessment: reasons are made once."""
        judged = sc.assess_columns(WARD, {"duties.well_done": [True] * 1000 + [None] * 1000})

        assert len(set(map(id, judged.assessments))) == 2
        assert judged.assessments[0] is sc.assess(WARD, sc.Facts.of({"duties.well_done": True}))

    def test_a_missing_column_is_unknown(self):
        """As an unlisted fact is; without any column every row of the ids is open."""
        judged = sc.assess_columns(WARD, {}, ids=["o1", "o2"])

        assert judged.assessments == (sc.assess(WARD, sc.Facts()),) * 2
        assert sc.assess_columns(WARD, {}).assessments == ()

    def test_a_fact_that_is_not_asked_for_changes_nothing(self):
        """A code of the vocabulary is known though this regulation does not ask for it; its column is still checked."""
        judged = sc.assess_columns(RESIDENCE_2014, {"duties.well_done": [True, 3]})

        assert judged.assessments == (sc.assess(RESIDENCE_2014, sc.Facts()), None)

    def test_many_columns(self):
        """More facts than fit a machine number: rows are told apart all the same."""
        facts = tuple(sc.criteria.Measure(code=f"m{n}", label=sc.Label("m", "m"), low=0, high=9, step=1) for n in range(9))
        columns = {fact.code: [0, n, 9] for n, fact in enumerate(facts)}
        packed = packing.pack([packing.spell(cells, lambda cell: cell) for cells in columns.values()] * 4, 3)
        rows = [packed.row(number) for number in packed.numbers]

        assert rows == [tuple(row) * 4 for row in zip(*columns.values(), strict=True)]

    @pytest.mark.parametrize("columns", [1, 8, 9, 40])
    def test_no_rows_have_no_numbers(self, columns):
        """However many columns there are, of answers or of many different values."""
        for cells in ([True, False, None], list(range(300))):
            spelt = [packing.spell(cells, lambda cell: cell)] * columns
            assert list(packing.pack([attrs.evolve(one, letters=b"") for one in spelt], 0).numbers) == []

    @pytest.mark.parametrize("columns", [1, 2, 4, 5, 7, 8, 9, 16, 17])
    @pytest.mark.parametrize("different", [1, 2, 3, 4, 5, 256, 257])
    def test_rows_are_told_apart_whatever_letters_they_need(self, columns, different):
        """Of one bit or two, a byte or two, as many as fill a number or one more: each row reads back as it was given, equal ones alike."""
        cells = [[(row + at) % different for row in range(600)] for at in range(columns)]
        packed = packing.pack([packing.spell(column, lambda cell: cell) for column in cells], 600)
        numbers = list(packed.numbers)

        assert [packed.row(number) for number in numbers] == list(zip(*cells, strict=True))
        assert len(set(numbers)) == different


class TestGroups:
    """Counts of a table by group."""

    @pytest.mark.parametrize("made", [list, tuple, iter, np.array], ids=lambda one: one.__name__)
    def test_groups_may_come_in_any_way(self, made):
        """As a list, one after the other, or as a column of another library; a group spelt in two ways is one group."""
        judged = sc.assess_columns(WARD, {"duties.fairly_done": [False, None, False, 1], "conduct.violation": [None] * 4})
        counts = judged.counts(made(["e\u0301", "u", "\u00e9", "u"]))

        assert {group: {code: one for code, one in found.items() if one} for group, found in counts.items()} == {
            "u": {"undetermined": 1, "faulty": 1},
            "\u00e9": {"below_fair": 2},
        }
        assert {group: dict(found) for group, found in judged.missed(made(["a", "a", "b", "b"])).items()} == {
            "a": {"duties.well_done": 1},
            "b": {"duties.well_done": 1},
        }


class TestCells:
    """What a cell may be, and what it is not taken for."""

    @pytest.mark.parametrize("cell", [1, 0, 1.0, "có", "TRUE", Decimal(1), [True], {"a": 1}, float("inf"), np.int64(1)], ids=repr)
    def test_nothing_is_coerced_into_an_answer(self, cell):
        """Only True and False answer yes or no; the column and what was found are named, and the next row is judged."""
        judged = sc.assess_columns(WARD, {"duties.fairly_done": [cell, True, False]})

        assert [row for row, _ in judged.faults] == [0]
        assert judged.faults[0][1].code == "wrong_fact_type"
        assert "duties.fairly_done" in judged.faults[0][1].place
        assert judged.grades[2].code == "below_fair"

    @pytest.mark.parametrize("nothing", [None, float("nan"), np.float64("nan"), np.float32("nan"), np.datetime64("NaT"), np.ma.masked, Decimal("nan"), FactState.NOT_SHOWN, FactState.CONTESTED], ids=repr)
    def test_nothing_is_unknown(self, nothing):
        """Every library's word for nothing."""
        judged = sc.assess_columns(WARD, {"duties.fairly_done": [nothing, False]})

        assert judged.assessments[0] == sc.assess(WARD, sc.Facts())
        assert judged.faults == ()

    def test_numpy_answers(self):
        """As a column and as single cells."""
        as_column = sc.assess_columns(WARD, {"duties.fairly_done": np.array([True, False])})
        as_cells = sc.assess_columns(WARD, {"duties.fairly_done": [np.True_, np.False_]})

        assert as_column.assessments == as_cells.assessments == sc.assess_columns(WARD, {"duties.fairly_done": [True, False]}).assessments

    def test_measures(self):
        """A float is the decimal that was typed, of either length; a number out of range, a text and infinity are faults."""
        cells = [Fraction(1, 10), 0.1, Decimal("0.1"), np.float32(0.1), np.float64(0.1), 101, "9", float("inf"), True, [1], None]
        judged = sc.assess_columns(POINTS, {"points.general": cells})

        assert {one.known for one in judged.assessments[:5]} == {(("points.general", Fraction(1, 10)),)}
        assert [row for row, _ in judged.faults] == [5, 6, 7, 8, 9]
        assert judged.assessments[10].known == ()

    @pytest.mark.parametrize("column", [np.array([0.1, 30]), np.array([0.1, 30], dtype="float32"), array("d", [0.1, 30]), (0.1, 30), np.array([0.1, 30], dtype=object)], ids=repr)
    def test_columns_of_measures(self, column):
        """Whatever library gives them."""
        judged = sc.assess_columns(POINTS, {"points.general": column})

        assert [dict(one.known)["points.general"] for one in judged.assessments] == [Fraction(1, 10), 30]

    def test_whole_facts(self):
        """A cell may be a fact with its state; a fact of another code, and FOUND without a value, are faults."""
        code = "civic.household_obligations"
        cells = [Fact(code=code, value=True, sources=["m-1"]), Fact(code=code), FactState.NOT_APPLICABLE, FactState.FOUND, Fact(code="x", value=True)]
        judged = sc.assess_columns(WARD, {code: cells})

        assert judged.assessments[0] == sc.assess(WARD, sc.Facts.of({code: True}))
        assert judged.assessments[1] == sc.assess(WARD, sc.Facts())
        # The ward's rule leaves no room for "not applicable".
        assert [row for row, _ in judged.faults] == [2, 3, 4]

    def test_facts_that_contradict_each_other_are_a_fault_of_their_row(self):
        """Well done and not fairly done cannot be."""
        judged = sc.assess_columns(WARD, {"duties.well_done": [True, True], "duties.fairly_done": [False, True]})

        assert [(row, fault.code) for row, fault in judged.faults] == [(0, "contradictory_facts")]

    @pytest.mark.parametrize("count", [5, 300, 70_000])
    def test_alphabets_of_every_size(self, count):
        """Columns of few, of many and of very many different cells are read back as they were."""
        spelt = packing.spell(list(range(count)), str)
        packed = packing.pack([spelt, packing.spell([None] * count, lambda cell: cell)], count)

        assert [packed.row(number) for number in packed.numbers] == [(str(cell), None) for cell in range(count)]

    @given(rows=st.integers(0, 5).flatmap(lambda count: st.lists(st.lists(st.sampled_from([True, False, None, 0, 1, 2, 3]), min_size=count, max_size=count), min_size=1, max_size=20)))
    def test_rows_of_few_letters(self, rows):
        """Columns of one to seven letters share bytes, and each row is read back as it was, kinds told apart."""
        count = len(rows[0])
        packed = packing.pack([packing.spell(cells, lambda cell: (type(cell), cell)) for cells in rows], count)
        expected = [tuple((type(column[row]), column[row]) for column in rows) for row in range(count)]

        assert [packed.row(number) for number in packed.numbers] == expected

    def test_an_interpreter_that_writes_otherwise(self, monkeypatch):
        """The quick reading of answers rests on nothing: without it the same letters come out, cell by cell."""
        quick = sc.assess_columns(WARD, {"conduct.violation": [True, None, False]})
        monkeypatch.setattr(packing, "_answers", lambda cells: None)

        assert sc.assess_columns(WARD, {"conduct.violation": [True, None, False]}) == quick


class TestTheCall:
    """What raises for the whole call."""

    @pytest.mark.parametrize(
        ("columns", "code"),
        [
            ({"duties.fairly_done": [True], "conduct.violation": []}, "unequal_length"),
            ({"duties.fairly_done": "có"}, "not_a_collection"),
            ({"duties.fairly_done": iter([True])}, "not_a_collection"),
            ({"duties.fairly_done": np.zeros((2, 2))}, "not_a_collection"),
            ({"": [True]}, "blank"),
            ([("duties.fairly_done", [True])], "wrong_kind"),
            ({"é": [], "e\u0301": []}, "duplicate"),
        ],
    )
    def test_what_is_no_table(self, columns, code):
        """Columns of unequal length, text, a generator, a matrix, a blank code, no mapping, one code twice."""
        with pytest.raises(sc.InvalidInput) as caught:
            sc.assess_columns(WARD, columns)

        assert code in {fault.code for fault in caught.value.faults}

    def test_a_code_that_nobody_knows(self):
        """It raises for the call and names the nearest codes, even where the column says nothing."""
        with pytest.raises(sc.UnknownFact, match=r"duties\.well_done"):
            sc.assess_columns(WARD, {"duties.wel_done": [None]})

    def test_a_vocabulary_of_ones_own(self):
        """Codes that the application knows may stand there; what one call knows the next does not."""
        extra = [sc.criteria.YesNo(code="own.fact", label=sc.Label("x", "x"))]
        judged = sc.assess_columns(WARD, {"own.fact": [True, 3], "duties.fairly_done": [False, False]}, vocabulary=extra)

        assert judged.grades[0].code == "below_fair"
        assert judged.assessments[1] is None
        with pytest.raises(sc.UnknownFact):
            sc.assess_columns(WARD, {"own.fact": [True]})

    @pytest.mark.parametrize("regulation", [None, "ward"])
    def test_no_regulation(self, regulation):
        """What is not encoded is refused."""
        with pytest.raises(sc.InvalidInput, match="regulation"):
            sc.assess_columns(regulation, {})

    def test_ids(self):
        """They come out composed; a blank one, a number and a repeated one are faults of their rows."""
        judged = sc.assess_columns(WARD, {"conduct.violation": [True] * 5}, ["e\u0301", " ", 7, "é", "b"])

        assert judged.ids == ("é", None, None, "é", "b")
        assert [(row, fault.code) for row, fault in judged.faults] == [(1, "blank"), (2, "not_text"), (3, "duplicate")]

    @pytest.mark.parametrize("ids", [["a"], "ab", 5])
    def test_ids_of_another_length(self, ids):
        """They raise for the call."""
        with pytest.raises(sc.InvalidInput):
            sc.assess_columns(WARD, {"conduct.violation": [True, True]}, ids)


class TestCounts:
    """What a table says as a whole."""

    JUDGED = sc.assess_columns(
        WARD,
        {**{code: [True] * 4 for code in CODES}, "conduct.violation": [False, True, False, 3], "civic.standing": [True, True, None, True]},
        ["o1", "o2", "o3", "o4"],
    )

    def test_grades(self):
        """None where a row is open, and where it is faulty."""
        assert [None if grade is None else grade.code for grade in self.JUDGED.grades] == ["good", "below_fair", None, None]

    def test_by_grade(self):
        """Every grade is counted, zeros too; what is open and what is faulty apart."""
        assert self.JUDGED.counts() == {"good": 1, "fair": 0, "below_fair": 1, "undetermined": 1, "faulty": 1}

    def test_by_group(self):
        """The counts of the groups add up to those of the whole."""
        groups = self.JUDGED.counts(["a", "a", "e\u0301", "é"])

        assert list(groups) == ["a", "é"]
        assert groups["a"]["good"] == groups["é"]["undetermined"] == groups["é"]["faulty"] == 1

    def test_what_to_ask_and_what_was_missed(self):
        """Per fact: for how many rows it is worth asking, and how many miss the best grade by it."""
        assert self.JUDGED.to_ask() == {"civic.standing": 1}
        assert self.JUDGED.missed() == {"conduct.violation": 1}
        assert self.JUDGED.missed(["x", "x", "y", "y"]) == {"x": {"conduct.violation": 1}, "y": {}}

    @pytest.mark.parametrize("groups", [["a"], ["a", "b", 3, " "]])
    def test_groups_that_are_none(self, groups):
        """Another length and names that are no text are refused, all at once."""
        with pytest.raises(sc.InvalidInput):
            self.JUDGED.counts(groups)

    def test_row_by_row(self):
        """The id with the assessment or the fault."""
        rows = dict(self.JUDGED.rows())

        assert rows["o1"].grade.code == "good"
        assert rows["o4"].code == "wrong_fact_type"
        assert sc.assess_columns(WARD, {"conduct.violation": [True]}).rows()[0][0] is None

    def test_a_log_line_names_nobody(self):
        """Only how many there are."""
        assert repr(self.JUDGED) == f"<Judged by {WARD.code}: 4 rows, 1 faulty>"


class TestRows:
    """J16: many cases, each for itself; one bad one among twenty thousand stops nothing."""

    @settings(max_examples=100)
    @given(st.data())
    def test_every_row_is_judged_as_it_would_be_alone(self, data):
        """Good rows are those of ``assess``; a bad one has the first fault that it would raise alone."""
        cells = st.dictionaries(st.sampled_from([*CODES, "no.such.code"]), st.sampled_from([True, False, None, 1]))
        rows = data.draw(st.lists(cells, max_size=6))
        pairs = [(f"o{number}", sc.Facts.of(row)) for number, row in enumerate(rows)]
        judged = sc.judging.assess_rows(WARD, iter(pairs))
        wrong = dict(judged.faults)

        assert judged.ids == tuple(who for who, _ in pairs)
        for row, pair in enumerate(pairs):
            alone = one_by_one({code: [fact.value] for fact in pair[1] for code in [fact.code]}, 0)
            if isinstance(alone, sc.InvalidInput):
                assert judged.assessments[row] is None
                assert wrong[row] == alone.faults[0]
            else:
                assert judged.assessments[row] is alone
                assert row not in wrong

    def test_rows_that_are_no_pairs_and_ids_that_are_none(self):
        """Each is a fault of its row; so is somebody met before."""
        fine = sc.Facts.of({"duties.fairly_done": False})
        judged = sc.judging.assess_rows(WARD, [("a", fine), 5, ("a", fine), ("", fine), ("b", {"duties.fairly_done": False}), ["c", fine], ("d", fine, 1)])

        assert [(row, fault.code, fault.place) for row, fault in judged.faults] == [
            (1, "wrong_kind", "pairs"), (2, "duplicate", "pairs"), (3, "blank", "pairs"), (4, "not_facts", "facts"), (6, "wrong_kind", "pairs"),
        ]  # fmt: skip
        assert judged.ids == ("a", None, "a", None, "b", "c", None)
        assert [one is not None for one in judged.assessments] == [True, False, False, False, False, True, False]
        assert judged.faults[3][1].found == "a dict of 1"

    def test_the_call_itself_is_checked(self):
        """No regulation, nothing to go through, no vocabulary: these are nobody's row."""
        for call in (lambda: sc.judging.assess_rows("WARD", 5), lambda: sc.judging.assess_rows(WARD, [], vocabulary=[5])):
            with pytest.raises(sc.InvalidInput):
                call()

    def test_own_codes_are_known_by_a_vocabulary(self):
        """As in ``assess``; the vocabulary is read once."""
        own = sc.criteria.YesNo(code="own.matter", label=sc.Label("việc riêng", "own matter"))
        rows = [(who, sc.Facts.of({"own.matter": True})) for who in "ab"]

        assert sc.judging.assess_rows(WARD, rows, vocabulary=iter([own])).faults == ()
        assert len(sc.judging.assess_rows(WARD, rows).faults) == 2
