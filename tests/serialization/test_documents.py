"""Documents: what they look like, what is refused and how it is said, converters, schemas, receipts."""

import json
import sys
from datetime import UTC, date, datetime
from enum import IntEnum
from fractions import Fraction

import attrs
import cattrs
import cattrs.preconf.json
import cattrs.preconf.orjson
import jsonschema
import pytest

import supervision_core as sc
from supervision_core.criteria import AllOf, Compare, Comparison, Holds, Ladder, Measure, Not, Quantity, Rung, Term, YesNo
from supervision_core.serialization import (
    InvalidDocument,
    Problem,
    Receipt,
    canonical_bytes,
    fingerprint,
    from_document,
    json_schema,
    make_converter,
    objects as upgrades_module,
    receipt,
    recheck,
    reworded,
    to_document,
)
from supervision_core.serialization.objects import upgraded
from supervision_core.serialization.scalars import MOST_PROBLEMS, json_text
from supervision_core.values import IdMap

WARD = sc.regulations.GOOD_PERFORMANCE_2014
L = sc.Label("Nhãn", "Label")
ROSTER = sc.Roster(
    subjects=[sc.Subject(id="s1"), sc.Subject(id="s2")],
    lead_units=[sc.LeadUnit(id="front", share=2), sc.LeadUnit(id="women")],
    bars=[sc.Bar(subject_id="s1", lead_unit_id="front", reason=sc.BarReason.OWN_HEAD)],
)
HISTORY = sc.History.of({2020: {"s1": "women", "s2": "women"}})
PLAN = sc.plan_year(ROSTER, year=2021, history=HISTORY)


WIDE_FACTS = sc.Facts.of({"f0": True})


def wide_assessment():
    """One of forty facts, of which one is known: too many rows to be exact about the rest."""
    codes = [f"f{number}" for number in range(40)]
    every = AllOf(parts=[Holds(code=code) for code in codes])
    rungs = [
        Rung(grade=sc.Grade(code="yes", label=L, rank=1), criterion=every),
        Rung(grade=sc.Grade(code="no", label=L, rank=0), criterion=AllOf(parts=[])),
    ]
    ladder = Ladder(facts=[YesNo(code=code, label=L) for code in codes], rungs=rungs)
    wide = sc.Regulation(code="wide", version=1, label=L, category="x", citation=WARD.citation, ladder=ladder)
    return sc.assess(wide, WIDE_FACTS)


def problems_of(document, cls):
    """The problems of a document, as (path, found, expected)."""
    with pytest.raises(InvalidDocument) as raised:
        from_document(document, cls)
    return [attrs.astuple(problem) for problem in raised.value.problems]


def changed(document, *path, to):
    """A copy of a document with another value at a path."""
    copy = json.loads(json.dumps(document))
    place = copy
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return copy


class TestForm:
    """What stands in a document."""

    def test_a_plan_document_has_every_field_by_name(self):
        """Choices stand as their words, mappings as objects, what is missing as null, and nothing is left out."""
        document = to_document(PLAN)

        assert list(document) == ["schema", "year", "policy", "reference", "assignments", "loads", "score", "proof", "warnings", "allowed"]
        assert document["schema"] == "supervision_core/plan/3"
        assert document["policy"] == {
            "cooling_off_years": 1, "tenure_years": 1, "carry_rest": True, "repeats": "minimise", "objective": "annual", "tie_break": "canonical"
        }  # fmt: skip
        assert (document["year"], document["reference"], document["warnings"]) == (2021, None, [])
        assert document["assignments"] == {"s1": "women", "s2": "front"}
        assert document["loads"] == {"front": 1, "women": 1}

    def test_numbers_have_one_spelling(self):
        """Whole numbers are numbers, fractions p/q in lowest terms, and what JSON readers would round is digits in a text."""
        facts = sc.Facts.of({"a": Fraction(141, 2), "b": 70, "c": 2**53, "d": -(2**53) + 1, "e": True})
        document = to_document(facts)

        assert [fact["value"] for fact in document["facts"]] == ["141/2", 70, "9007199254740992", -9007199254740991, True]
        assert from_document(document, sc.Facts) == facts

    def test_an_assessment_names_a_shipped_regulation_and_holds_any_other(self):
        """By code, version and fingerprint where it ships with the library; in full where an application made it."""
        facts = sc.Facts.of({"duties.fairly_done": False})
        shipped = to_document(sc.assess(WARD, facts))
        own = to_document(sc.assess(attrs.evolve(WARD, code="ours"), facts))

        assert shipped["regulation"].keys() == {"type", "code", "version", "fingerprint"}
        assert own["regulation"]["schema"] == "supervision_core/regulation/1"
        assert own["regulation"]["code"] == "ours"
        assert from_document(own, sc.Assessment).regulation == attrs.evolve(WARD, code="ours")
        assert (shipped["grade"], shipped["possible"], shipped["known"]) == (
            "below_fair",
            ["below_fair"],
            {"duties.fairly_done": False},
        )

    def test_a_copy_of_a_shipped_regulation_is_the_shipped_one(self):
        """Equality decides, not identity."""
        copy = attrs.evolve(WARD)
        facts = sc.Facts.of({"duties.fairly_done": False})

        assert to_document(sc.assess(copy, facts)) == to_document(sc.assess(WARD, facts))

    def test_a_label_may_improve_without_making_documents_unreadable(self):
        """The fingerprint of a regulation is taken of what decides: another word for people leaves it, another rule does not."""
        from supervision_core.serialization.shapes import _deciding

        reworded = attrs.evolve(WARD, label=sc.Label("Tên mới", "A new name"))
        stricter = sc.regulations.good_performance(without_civic="below_fair")

        assert _deciding(to_document(reworded)) == _deciding(to_document(WARD))
        assert _deciding(to_document(stricter)) != _deciding(to_document(WARD))

    def test_each_call_gives_a_document_of_its_own(self):
        """Whoever changes a document changes nobody else's."""
        assessment = sc.assess(WARD, sc.Facts.of({"duties.fairly_done": False}))
        first = to_document(assessment)
        first["known"].clear()
        first["possible"].append("x")
        first["regulation"]["code"] = "x"

        assert to_document(assessment)["known"] == {"duties.fairly_done": False}
        assert to_document(assessment)["possible"] == ["below_fair"]
        assert to_document(assessment)["regulation"]["code"] == "good_performance_2014"

    def test_histories_keep_several_lead_units_a_year_and_unknown_ones(self):
        """A year is a key, a subject that changed hands has a list, a year of which only that it happened is known is a pair."""
        history = sc.History.of_records(
            [
                {"subject_id": "s1", "lead_unit_id": "women", "year": 2019},
                {"subject_id": "s1", "lead_unit_id": "front", "year": 2019},
                {"subject_id": "s2", "lead_unit_id": None, "year": 2018},
            ]
        )
        document = to_document(history)

        assert document == {
            "schema": "supervision_core/history/3",
            "years": {"2019": {"s1": ["front", "women"]}},
            "unknown": [[2018, "s2"]],
            "spells": [],
            "counting": {"least_months": 1, "substitutes_count": True},
            "reforms": [],
            "parts": {},
        }
        assert from_document(document, sc.History) == history

    def test_what_is_beyond_exactness_is_null(self):
        """An assessment whose open questions are too many to be answered says so with null, and is read back."""
        assessment = wide_assessment()
        document = to_document(assessment)

        assert (document["grade"], document["possible"], document["open_facts"]) == (None, None, None)
        assert from_document(document, sc.Assessment) == assessment

    def test_not_applicable_facts_come_back_as_such(self):
        """A fact that the regulation lets not apply is listed, and the assessment is the same afterwards."""
        definition = YesNo(code="x", label=L, not_applicable_as=True)
        rungs = [
            Rung(grade=sc.Grade(code="yes", label=L, rank=1), criterion=Holds(code="x")),
            Rung(grade=sc.Grade(code="no", label=L, rank=0), criterion=Not(part=Holds(code="x"))),
        ]
        regulation = sc.Regulation(
            code="na", version=1, label=L, category="x", citation=WARD.citation, ladder=Ladder(facts=[definition], rungs=rungs)
        )
        assessment = sc.assess(regulation, sc.Facts((sc.Fact(code="x", state=sc.FactState.NOT_APPLICABLE),)))
        document = to_document(assessment)

        assert (document["known"], document["not_applicable"]) == ({"x": True}, ["x"])
        assert from_document(document, sc.Assessment) == assessment

    def test_what_is_no_value_of_the_library_has_no_document(self):
        """Only values that the library gives are written; others are refused by name."""
        for stranger in (7, "text", [], date(2026, 1, 1), InvalidDocument(()), sc.Verdict.MET, object()):
            with pytest.raises(sc.InvalidInput, match="not_a_kind"):
                to_document(stranger)
        for stranger in (int, "Plan", None, sc.SupervisionError, sc.Plan | int):
            with pytest.raises(sc.InvalidInput, match="not_a_kind"):
                from_document({}, stranger)


class TestStrictness:
    """What lax readers let pass."""

    @pytest.mark.parametrize("stranger", ["7", True, 2.9, 2.0, None, [7], 2**53, "9007199254740991", "07", 10**400])
    def test_only_whole_numbers_are_whole_numbers(self, stranger):
        """Neither a text of digits, nor true, nor a decimal, nor a number that JSON readers would round."""
        document = changed(to_document(PLAN), "loads", "front", to=stranger)

        [(path, _, expected)] = problems_of(document, sc.Plan)
        assert path == "$.loads.front"
        assert expected.startswith("a whole number")

    @pytest.mark.parametrize("stranger", ["70/1", "2/4", "1/0", "0/7", "+1/2", " 1/2", "1.5", 0.5, "1/2 ", "9/3"])
    def test_only_lowest_terms_are_exact_numbers(self, stranger):
        """One number, one spelling."""
        document = changed(to_document(sc.Facts.of({"a": 1})), "facts", 0, "value", to=stranger)

        [(path, _, _)] = problems_of(document, sc.Facts)
        assert path == "$.facts[0].value"

    @pytest.mark.parametrize("stranger", ["2026-02-30", "20260101", "2026-W01-1", "2026-1-1", "2026-01-01T00:00", 20260101, None])
    def test_only_days_are_days(self, stranger):
        """A day that exists, in its one spelling."""
        event = sc.Event(id="e1", obligation="x", on=date(2026, 1, 1))
        document = changed(to_document(event), "on", to=stranger)

        [(path, _, expected)] = problems_of(document, sc.Event)
        assert (path, expected) == ("$.on", 'a day as "YYYY-MM-DD"')

    @pytest.mark.parametrize("stranger", ["e\u0301", "\ud800é", "x" * 10_001, 7, None])
    def test_only_composed_bounded_text_is_text(self, stranger):
        """Decomposed letters, lone surrogates and endless texts are refused."""
        [(path, _, expected)] = problems_of({**to_document(L), "vi": stranger}, sc.Label)

        assert path == "$.vi"
        assert expected.startswith("text in composed Unicode (NFC)")

    def test_yes_is_true_and_nothing_else(self):
        """1 is a number."""
        document = changed(to_document(sc.evidence.CommentDuty(state=sc.evidence.CommentState.MISSING, citation=None)), "state", to=1)

        [(_, found, expected)] = problems_of(document, sc.evidence.CommentDuty)
        assert (found, expected.startswith("one of ")) == ("1", True)

    def test_an_answer_and_a_measure_stay_apart(self):
        """An assessment whose document says 1 where it knew true is refused, although Python finds both equal."""
        document = to_document(sc.assess(WARD, sc.Facts.of({"duties.well_done": True})))
        lax = changed(document, "known", "duties.well_done", to=1)

        assert lax == document
        with pytest.raises(InvalidDocument):
            from_document(lax, sc.Assessment)
        with pytest.raises(InvalidDocument):
            from_document(changed(document, "regulation", "version", to=True), sc.Assessment)

    def test_every_key_and_no_other(self):
        """A missing key is no default, an unknown one is no comment."""
        document = to_document(L)
        del document["en"]
        document["fr"] = "Étiquette"

        assert problems_of(document, sc.Label) == [
            ("$.en", "nothing", "text in composed Unicode (NFC) of at most 10000 characters"),
            ("$.fr", "a text of 9 characters", "no such key"),
        ]

    def test_lists_of_ids_are_sorted(self):
        """A roster's subjects in another order are another document; the first place that is wrong is named."""
        document = to_document(ROSTER)
        document["subjects"].reverse()

        [(path, found, expected)] = problems_of(document, sc.Roster)
        assert path == "$.subjects[0]"
        assert found == 'an object with "id": "s2"'
        assert expected == 'an object with "id": "s1" here, since the list is sorted and has each item once'

    def test_errors_show_no_secrets(self):
        """Unknown keys, texts that are too long for an id or a word, and objects where a value is asked: kind and length."""
        secret = "told in confidence by the neighbour of house 12"
        document = to_document(L)
        lax = {**document, secret: secret, "told_by_nguyen_thi_b_0912": 912, "en": {"secret": secret}, "vi": [secret]}
        told = str(problems_of(lax, sc.Label))
        nfd = {**to_document(sc.Subject(id="a")), "id": "ể" + "ê\u0309" * 40}

        assert secret not in told
        assert "neighbour" not in told
        assert "0912" not in told
        assert problems_of(lax, sc.Label) == [
            (f'$["a key of {len(secret)} characters"]', f"a text of {len(secret)} characters", "no such key"),
            ('$["a key of 25 characters"]', "a number", "no such key"),
            ("$.vi", "a list of 1", "text in composed Unicode (NFC) of at most 10000 characters"),
            ("$.en", "an object with 1 key", "text in composed Unicode (NFC) of at most 10000 characters"),
        ]
        assert problems_of(nfd, sc.Subject)[0][1] == "a text of 81 characters"
        extra = [("true or false", True), ("null", None), ("[]", []), ("{}", {})]
        assert [problems_of({**document, "x": given}, sc.Label)[0][1] for _, given in extra] == [said for said, _ in extra]
        assert problems_of({**document, 7: 7}, sc.Label)[0][0] == '$["a key that is no text"]'

    def test_a_fault_stands_at_its_field(self):
        """A value's own fault is placed at the field that it names, and at the item where it names one."""
        period = {"schema": "supervision_core/period/1", "start": "2026-02-01", "end": "2026-01-01"}
        subject = {**to_document(sc.Subject(id="a")), "id": "a\nb"}
        roster = changed(to_document(ROSTER), "lead_units", 0, "min_load", to=-1)

        assert [path for path, _, _ in problems_of(period, sc.Period)] == ["$.end"]
        assert [path for path, _, _ in problems_of(subject, sc.Subject)] == ["$.id"]
        assert [path for path, _, _ in problems_of(roster, sc.Roster)] == ["$.lead_units[0].min_load"]

    def test_order_is_looked_at_also_where_something_else_is_wrong(self):
        """One fault does not hide another."""
        document = to_document(ROSTER)
        document["former_units"] = ["b", "a"]
        document["bars"][0]["reason"] = "no reason"

        assert [path for path, _, _ in problems_of(document, sc.Roster)] == ["$.bars[0].reason", "$.former_units[0]"]

    def test_what_spans_places_is_checked_too(self):
        """A roster's own faults come with their place and what would be right."""
        document = changed(to_document(ROSTER), "bars", 0, "subject_id", to="nobody")

        [(path, found, _)] = problems_of(document, sc.Roster)
        assert path == "$"
        assert "nobody" in found

    def test_a_grade_that_does_not_follow_is_refused(self):
        """An assessment's document is judged again when it is read."""
        document = to_document(sc.assess(WARD, sc.Facts.of({"duties.fairly_done": False})))

        assert problems_of({**document, "grade": "good"}, sc.Assessment) == [("$.grade", '"good"', '"below_fair"')]
        assert problems_of({**document, "possible": ["fair", "below_fair"]}, sc.Assessment) == [
            ("$.possible[0]", '"fair"', '"below_fair" here, since the list is sorted and has each item once')
        ]
        assert problems_of({**document, "possible": []}, sc.Assessment) == [
            ("$.possible[0]", "nothing", '"below_fair" here, since the list is sorted and has each item once')
        ]

    def test_facts_that_a_regulation_refuses_are_refused(self):
        """Contradictory facts make no assessment."""
        document = to_document(sc.assess(WARD, sc.Facts.of({"duties.well_done": True})))
        wrong = changed(document, "known", to={"duties.well_done": True, "duties.fairly_done": False})

        assert [path for path, _, _ in problems_of(wrong, sc.Assessment)] == ["$"]

    @pytest.mark.parametrize(
        ("path", "to", "where"),
        [
            (("code",), "unheard_of", "$.regulation"),
            (("version",), 99, "$.regulation"),
            (("version",), "1", "$.regulation"),
            (("fingerprint",), "0" * 64, "$.regulation.fingerprint"),
            (("more",), 1, "$.regulation.more"),
            (("type",), "other", "$.regulation"),
        ],
    )
    def test_a_regulation_that_is_not_the_shipped_one_is_refused(self, path, to, where):
        """An unknown code or version, or other rules under a known one."""
        document = to_document(sc.assess(WARD, sc.Facts.of({"duties.well_done": True})))

        assert [place for place, _, _ in problems_of(changed(document, "regulation", *path, to=to), sc.Assessment)] == [where]

    def test_problems_stand_in_the_documents_order(self):
        """Also those of a regulation's reference; another process lists them alike."""
        document = to_document(sc.assess(WARD, sc.Facts.of({"duties.well_done": True})))
        document["regulation"] |= dict.fromkeys(["zeta", "alpha", "mu", "beta", "omega"], 1)

        assert [path.rpartition(".")[2] for path, _, _ in problems_of(document, sc.Assessment)] == ["zeta", "alpha", "mu", "beta", "omega"]

    def test_what_stands_for_a_regulation_or_an_assessment_must_be_one(self):
        """A number is no regulation, and a decision without its assessment says what is missing."""
        assessment = sc.assess(WARD, sc.Facts.of({"duties.well_done": True}))
        decision = sc.judging.Decision(id="d1", subject_id="o1", assessment=assessment, decided_on=date(2026, 1, 5), decided_by="board")
        without = to_document(decision)
        del without["assessment"]

        [(path, found, expected)] = problems_of(changed(to_document(assessment), "regulation", to=7), sc.Assessment)
        assert (path, found) == ("$.regulation", "7")
        assert "shipped_regulation" in expected
        assert problems_of(without, sc.judging.Decision) == [
            ("$.assessment", "nothing", 'an object with "schema": "supervision_core/assessment/1"')
        ]

    def test_a_document_of_another_kind_or_version_is_refused(self):
        """The schema is looked at first of all."""
        document = to_document(L)

        assert problems_of({**document, "schema": "supervision_core/label/2"}, sc.Label) == [
            ("$.schema", '"supervision_core/label/2"', '"supervision_core/label/1"')
        ]
        assert problems_of(to_document(PLAN), sc.Label)[0][0] == "$.schema"
        [(path, _, expected)] = problems_of(document, sc.Plan | sc.Infeasible)
        assert path == "$"
        assert "supervision_core/plan/3" in expected
        assert "supervision_core/infeasible/2" in expected

    def test_a_year_of_a_history_is_four_digits(self):
        """One spelling for a year, and a year it must be."""
        document = to_document(HISTORY)

        for year in ("02020", "20", "hai mươi", "²⁰²⁰"):
            assert [path for path, _, _ in problems_of({**document, "years": {year: {"s1": "front"}}}, sc.History)] == ["$"]
        assert [path for path, _, _ in problems_of({**document, "unknown": [[2019]]}, sc.History)] == ["$.unknown[0]"]
        assert [path for path, _, _ in problems_of({**document, "unknown": 7}, sc.History)] == ["$.unknown"]

    def test_keys_are_texts(self):
        """An object's keys are ids like any other, composed and bounded."""
        document = to_document(PLAN)

        for key in ("e\u0301", "x" * 10_001, 7):
            loads = {**document["loads"], key: 1}
            assert problems_of({**document, "loads": loads}, sc.Plan)[0][0] == "$.loads"
        assert problems_of({**document, "loads": []}, sc.Plan)[0][0] == "$.loads"
        assert problems_of({**document, "policy": []}, sc.Plan)[0][0] == "$.policy"


class TestHostileDocuments:
    """Large, deep and malformed on purpose."""

    def test_nesting_is_bounded(self):
        """Reasons within reasons, a hundred thousand deep, are refused without being followed."""
        document = to_document(sc.assess(WARD, sc.Facts.of({"duties.fairly_done": False})).reasons)
        deep = document["children"][0]
        for _ in range(100_000):
            deep = {**deep, "children": [deep]}

        assert problems_of({**document, "children": [deep]}, sc.Reason) == [
            ("$", "deeper nesting", "lists and objects nested at most 100 deep")
        ]

    def test_what_is_nested_too_deeply_is_not_written_either(self):
        """What could not be read again is refused with the reason."""
        node = Holds(code="a")
        for _ in range(60):
            node = AllOf(parts=[node])
        with pytest.raises(sc.InvalidInput, match="nested at most 100 deep"):
            to_document(node)

    def test_problems_are_counted_beyond_a_thousand(self):
        """A list of half a million wrong items does not become half a million problems."""
        document = {**to_document(ROSTER), "former_units": [7] * 5000}
        with pytest.raises(InvalidDocument) as raised:
            from_document(document, sc.Roster)

        assert len(raised.value.problems) == MOST_PROBLEMS == 1000
        assert raised.value.left_out == 4000
        assert str(raised.value).endswith("and 4000 more")

    def test_what_is_shown_is_short_or_only_its_kind(self):
        """However large a thing is, its problem is short; and what may be a secret is not quoted."""
        assert json_text("x" * 1000) == "a text of 1000 characters"
        assert json_text([1] * 1000) == "a list of 1000"
        assert json_text([]) == "[]"
        assert json_text({"a": [1], "b": "c" * 1000}) == "an object with 2 keys"
        assert json_text({}) == "{}"
        assert json_text({"a": 1}) == "an object with 1 key"
        assert json_text(2.5) == "2.5"
        assert [json_text(one) for one in (None, True, False)] == ["null", "true", "false"]

    def test_paths_name_strange_keys_in_quotes(self):
        """A key that is no plain word is quoted, and shortened when long."""
        document = {**to_document(PLAN), "loads": {"tổ 7": "x", "y" * 1000: "x"}}

        assert [path for path, _, _ in problems_of(document, sc.Plan)] == ['$.loads["tổ 7"]', f'$.loads["{"y" * 60}…"]']

    def test_errors_pickle_with_all_they_carry(self):
        """They cross processes."""
        import pickle

        error = InvalidDocument((Problem("$", "1", "2"),), 3)
        back = pickle.loads(pickle.dumps(error))

        assert (back.problems, back.left_out, str(back)) == (error.problems, 3, "$: found 1, expected 2\nand 3 more")


class TestEarlierVersions:
    """Documents of versions before today's."""

    OLD = "supervision_core/label/0"

    def test_an_earlier_version_is_read_as_what_it_would_be_today(self, monkeypatch):
        """A kind that once named its Vietnamese text otherwise is upgraded on the way in, alone and inside other documents."""
        monkeypatch.setitem(
            upgrades_module.UPGRADES, self.OLD, lambda old: {"schema": "supervision_core/label/1", "vi": old["vn"], "en": old["en"]}
        )

        assert from_document({"schema": self.OLD, "vn": "Nhãn", "en": "Label"}, sc.Label) == L
        assert problems_of({"schema": self.OLD, "vn": 7, "en": "Label"}, sc.Label)[0][0] == "$.vi"
        assert problems_of({"schema": self.OLD, "en": "Label"}, sc.Label)[0][0] == "$.schema"

    def test_a_kind_inside_another_is_upgraded_too(self, monkeypatch):
        """A horizon of today may hold a plan of an earlier version."""
        horizon = sc.plan_horizon(ROSTER, years=range(2021, 2023), history=HISTORY)
        document = to_document(horizon)
        assert isinstance(horizon, sc.Horizon)
        for plan in document["plans"]:
            plan["schema"] = "supervision_core/plan/0"
            plan["jahr"] = plan.pop("year")
        monkeypatch.setitem(
            upgrades_module.UPGRADES,
            "supervision_core/plan/0",
            lambda old: {
                **{key: value for key, value in old.items() if key != "jahr"},
                "schema": "supervision_core/plan/3",
                "year": old["jahr"],
            },
        )

        assert from_document(document, sc.Horizon) == horizon

    def test_versions_are_climbed_one_by_one(self):
        """From the first to the third by way of the second; what cannot be climbed stays as it is."""
        steps = {
            "supervision_core/x/1": lambda old: {**old, "schema": "supervision_core/x/2", "steps": 1},
            "supervision_core/x/2": lambda old: {**old, "schema": "supervision_core/x/3", "steps": old["steps"] + 1},
        }

        assert upgraded({"schema": "supervision_core/x/1"}, "supervision_core/x/3", steps)["steps"] == 2
        assert upgraded({"schema": "supervision_core/x/2"}, "supervision_core/x/3", steps) == {"schema": "supervision_core/x/2"}
        for other in ({"schema": "supervision_core/y/1"}, {"schema": 7}, {}, {"schema": "supervision_core/x/0"}):
            assert upgraded(other, "supervision_core/x/3", steps) is other

    def test_a_lineage_that_leads_back_to_itself_was_none(self):
        """The first version followed its successors to the end; where they come back to where they started there is no end."""
        old = {"schema": "supervision_core/lineage/1", "lead_units": {"a": ["b"], "b": ["c"]}, "subjects": {}}
        circle = {**old, "lead_units": {"a": ["b"], "b": ["a"]}}

        assert from_document(old, sc.rotation.Lineage) == sc.rotation.Lineage(lead_units={"a": ["c"], "b": ["c"]})
        # What cannot be read as today's version is refused as what it is: another schema, and no reforms.
        assert {place for place, *_ in problems_of(circle, sc.rotation.Lineage)} == {"$.schema", "$.reforms"}


@attrs.frozen
class Case:
    """A class of an application that holds ours."""

    number: int
    opened: date
    urgent: bool
    weight: Fraction
    subject: sc.Subject
    outcome: sc.Plan | sc.Infeasible
    loads: IdMap[int]


class Level(IntEnum):
    """A choice of an application that is also a number."""

    LOW = 1


class TestConverters:
    """cattrs converters that know the library."""

    CASE = Case(
        number=7,
        opened=date(2026, 1, 31),
        urgent=False,
        weight=Fraction(1, 3),
        subject=sc.Subject(id="s1"),
        outcome=PLAN,
        loads=IdMap({"front": 7}),
    )

    @pytest.mark.parametrize("made", [None, cattrs.preconf.json.make_converter, cattrs.preconf.orjson.make_converter])
    def test_classes_of_applications_hold_our_values(self, made):
        """With a plain, a json and an orjson converter."""
        converter = make_converter(None if made is None else made())
        written = converter.unstructure(self.CASE) if made is None else converter.dumps(self.CASE)
        back = converter.structure(written, Case) if made is None else converter.loads(written, Case)

        assert back == self.CASE

    def test_the_converter_that_was_given_comes_back(self):
        """The hooks are put into it."""
        base = cattrs.Converter()

        assert make_converter(base) is base

    @pytest.mark.parametrize(
        ("name", "stranger"), [("number", "7"), ("number", True), ("number", 2.9), ("urgent", 1), ("opened", "2026-1-31")]
    )
    def test_nothing_of_the_application_is_coerced_either(self, name, stranger):
        """What cattrs would take for a number is refused."""
        converter = make_converter()
        written = {**converter.unstructure(self.CASE), name: stranger}

        with pytest.raises(cattrs.BaseValidationError) as raised:
            converter.structure(written, Case)
        assert [type(error) for error in raised.value.exceptions] == [InvalidDocument]

    def test_choices_and_moments_of_the_application_stay_its_own(self):
        """A choice that is also a number and a moment that is also a day keep the application's hooks."""
        base = cattrs.preconf.json.make_converter()
        moment, choice = datetime(2026, 1, 31, 12, tzinfo=UTC), Level.LOW
        before = base.unstructure(moment, datetime)
        converter = make_converter(base)

        assert converter.structure(1, Level) is choice
        assert converter.unstructure(moment, datetime) == before

    def test_mappings_by_id_are_read_by_their_values_shape(self):
        """A mapping type of ours within an application's class."""
        converter = make_converter()

        assert converter.structure({"a": 1}, IdMap[int]) == IdMap({"a": 1})
        assert converter.unstructure(IdMap({"a": Fraction(1, 2)}), IdMap) == {"a": "1/2"}
        with pytest.raises(InvalidDocument):
            converter.structure({"a": "1"}, IdMap[int])


class TestSchemas:
    """JSON Schemas of documents."""

    def test_a_schema_refuses_what_the_reader_refuses_at_one_place(self):
        """Missing and unknown keys, wrong types, unknown words."""
        validator = jsonschema.Draft202012Validator(json_schema(sc.Plan))
        document = to_document(PLAN)
        validator.validate(document)

        for wrong in (
            {**document, "more": 1},
            {key: value for key, value in document.items() if key != "year"},
            changed(document, "year", to="2021"),
            changed(document, "policy", "repeats", to="sometimes"),
            changed(document, "schema", to="supervision_core/plan/4"),
            changed(document, "loads", "front", to=2.5),
        ):
            assert not validator.is_valid(wrong)

    def test_alternatives_have_a_schema_too(self):
        """One of several kinds."""
        validator = jsonschema.Draft202012Validator(json_schema(sc.Plan | sc.Infeasible))

        assert validator.is_valid(to_document(PLAN))
        assert not validator.is_valid(to_document(L))


class TestReceipts:
    """Results with all that they rest on."""

    FACTS = sc.Facts.of({"duties.fairly_done": False, "more": 7}, sources={"duties.fairly_done": ["minutes-12"]})
    EXTRA = (Measure(code="more", label=L, low=0, high=9, step=1), YesNo(code="also", label=L))

    def judged(self):
        """A receipt of an assessment, with a fact that only the call knew."""
        assessment = sc.assess(WARD, self.FACTS, vocabulary=self.EXTRA)
        return receipt(assessment, self.FACTS, vocabulary=self.EXTRA)

    def test_an_assessment_is_judged_again(self):
        """The reasons of the case are part of it; definitions are kept in order of their codes."""
        kept = self.judged()

        assert recheck(kept) == ()
        assert [one.code for one in kept.vocabulary] == ["also", "more"]
        assert any(fact.sources == ("minutes-12",) for fact in kept.reasons.facts)
        assert recheck(from_document(to_document(kept), Receipt)) == ()

    def test_what_differs_is_named(self):
        """Another result, other reasons, other facts than the evidence gives."""
        kept = self.judged()
        other = sc.assess(WARD, sc.Facts.of({"duties.well_done": True}))
        dossier = sc.Dossier(subject_id="o1", period=sc.Period(start=date(2026, 1, 1), end=date(2027, 1, 1)))

        assert [fault.code for fault in recheck(attrs.evolve(kept, result=other))] == ["other_result"]
        assert {fault.code for fault in recheck(attrs.evolve(kept, reasons=other.reasons))} == {"other_reasons"}
        assert [fault.code for fault in recheck(attrs.evolve(kept, dossier=dossier, weighing=sc.evidence.WARD_WEIGHING))] == ["other_facts"]
        assert [fault.code for fault in recheck(attrs.evolve(kept, vocabulary=()))] == ["unknown_fact"]

    def test_no_rule_passes_for_a_shipped_one(self):
        """An own, milder rule under a shipped code and version is a fault, read back too; other words under it are none."""
        facts = sc.Facts.of({"duties.well_done": True, "conduct.violation": False, "civic.standing": True})
        mild = sc.regulations.good_performance(civic=["civic.standing"])
        forged = attrs.evolve(mild, code=WARD.code, version=WARD.version, label=WARD.label)
        kept = [receipt(sc.assess(rule, facts), facts) for rule in (WARD, mild, forged, attrs.evolve(WARD, label=L))]
        found = [[fault.code for fault in recheck(from_document(to_document(one), Receipt))] for one in kept]

        assert [one.result.grade is None for one in kept] == [True, False, False, True]
        assert found == [[], [], ["misnamed_regulation"], []]

    def test_a_better_wording_is_no_other_reason(self):
        """Words and how far a citation was checked are told apart from what is meant, line by line."""
        kept = self.judged()
        first = kept.reasons.children[0]
        citation = attrs.evolve(kept.reasons.citation, verification=sc.values.Verification.REPORTED)
        better = attrs.evolve(first, label=sc.Label("Hạng khác", "Another word"), citation=citation if first.citation else None)
        older = attrs.evolve(kept, reasons=attrs.evolve(kept.reasons, children=(better, *kept.reasons.children[1:])))

        assert recheck(older) == ()
        assert reworded(kept) == ()
        assert {(fault.code, fault.place) for fault in reworded(older)} == {("other_words", "Receipt.reasons.children[0]")}
        assert reworded(receipt(PLAN, ROSTER, history=HISTORY)) == ()

    @pytest.mark.parametrize(
        ("name", "other"),
        [("code", "fair"), ("verdict", sc.Verdict.UNKNOWN), ("is_result", True), ("facts", ()), ("citation", sc.regulations.ND335_CIVIL_SERVANT.citation)],
    )
    def test_another_meaning_is_named_by_its_line(self, name, other):
        """Whatever of it differs."""
        kept = self.judged()
        first = kept.reasons.children[0]
        assert getattr(first, name) != other
        changed = attrs.evolve(first, **{name: other})
        older = attrs.evolve(kept, reasons=attrs.evolve(kept.reasons, children=(changed, *kept.reasons.children[1:])))

        [fault] = recheck(older)
        assert fault.code == "other_reasons"
        assert fault.place.endswith(f".{name}")

    def test_a_receipt_says_which_version_wrote_it(self):
        """One of an earlier form does not, nor what its lines ask in codes; it is read and checked all the same."""
        kept = self.judged()
        document = to_document(kept)
        assert kept.written_by == sc.__version__

        def without_codes(reason):
            return {key: [without_codes(child) for child in value] if key == "children" else value for key, value in reason.items() if key != "code"}

        earlier = {key: value for key, value in document.items() if key != "written_by"}
        earlier |= {"schema": "supervision_core/receipt/2", "reasons": without_codes(document["reasons"])}
        again = from_document(earlier, Receipt)
        assert again.written_by is None
        assert again.reasons.code is None
        assert recheck(again) == ()

    def test_evidence_goes_along_where_wanted(self):
        """The dossier is weighed again too."""
        dossier = sc.Dossier(subject_id="o1", period=sc.Period(start=date(2026, 1, 1), end=date(2027, 1, 1)))
        facts = sc.weigh(dossier, sc.evidence.WARD_WEIGHING)
        kept = receipt(sc.assess(WARD, facts), facts, dossier=dossier, weighing=sc.evidence.WARD_WEIGHING)

        assert recheck(kept) == ()

    def test_a_plan_is_verified_and_planned_again(self):
        """The plan's own policy and reference are taken; a changed plan is found."""
        kept = receipt(PLAN, ROSTER, history=HISTORY)
        assert (kept.policy, kept.reference) == (PLAN.policy, PLAN.reference)
        assert recheck(kept) == ()

        wrong = attrs.evolve(PLAN, assignments={"s1": "women", "s2": "women"})
        assert {fault.code for fault in recheck(attrs.evolve(kept, result=wrong))} >= {"other_result"}
        other_policy = attrs.evolve(kept, policy=sc.RotationPolicy(cooling_off_years=0))
        assert "other_policy" in {fault.code for fault in recheck(other_policy)}
        other_reference = attrs.evolve(kept, reference=sc.plan_year(ROSTER, year=2021).assignments)
        assert "other_reference" in {fault.code for fault in recheck(other_reference)}

    def test_a_certificate_is_verified_and_planned_again(self):
        """A proof that no plan exists is checked like a plan."""
        roster = attrs.evolve(ROSTER, lead_units=[sc.LeadUnit(id="front", max_load=0), sc.LeadUnit(id="women", max_load=1)])
        answer = sc.plan_year(roster, year=2021)
        kept = receipt(answer, roster)

        assert isinstance(answer, sc.Infeasible)
        assert recheck(kept) == ()
        assert recheck(attrs.evolve(kept, result=attrs.evolve(answer, shortage=2))) != ()

    def test_an_arbitrary_plan_is_only_verified(self):
        """ANY promises an optimal plan, not the same one for ever."""
        policy = sc.RotationPolicy(tie_break=sc.TieBreak.ANY)
        plan = sc.plan_year(attrs.evolve(ROSTER, bars=()), year=2021, policy=policy)
        swapped = {"s1": plan.assignments["s2"], "s2": plan.assignments["s1"]}
        kept = receipt(attrs.evolve(plan, assignments=swapped), attrs.evolve(ROSTER, bars=()))

        assert recheck(kept) == ()

    def test_inputs_that_make_no_sense_are_faults(self):
        """A receipt whose history does not fit its roster cannot be what it says."""
        kept = receipt(PLAN, ROSTER, history=HISTORY)
        late = attrs.evolve(kept, history=sc.History.of({2030: {"s1": "women"}}))

        assert recheck(late) != ()
        with pytest.raises(sc.InvalidInput, match="a Receipt"):
            recheck(PLAN)

    def test_what_is_too_large_to_be_explained_is_a_fault(self):
        """A receipt whose reasons cannot be found again exactly is not confirmed: how large it is, and how large it may be."""
        kept = Receipt(result=wide_assessment(), inputs=WIDE_FACTS, reasons=self.judged().reasons)

        with pytest.raises(sc.values.BeyondExactness) as refused:
            sc.explain(kept.result, WIDE_FACTS)
        assert [(fault.code, fault.place, fault.found, fault.expected) for fault in recheck(kept)] == [
            ("beyond_exactness", "Receipt.result", str(refused.value.size), f"at most {refused.value.limit}"),
        ]

    @pytest.mark.parametrize(
        ("changes", "codes"),
        [
            ({"result": 7}, ["wrong_kind"]),
            ({"inputs": ROSTER, "reasons": None}, ["wrong_kind", "wrong_kind"]),
            ({"history": HISTORY, "policy": sc.RotationPolicy(), "reference": PLAN.assignments}, ["surplus"] * 3),
            ({"vocabulary": (7,)}, ["wrong_kind"]),
            ({"vocabulary": 7}, ["not_a_collection"]),
            ({"weighing": sc.evidence.WARD_WEIGHING}, ["missing"]),
            ({"dossier": 7, "weighing": 7, "reference": 7}, ["surplus", "wrong_kind", "wrong_kind", "wrong_kind"]),
        ],
    )
    def test_parts_that_do_not_belong_together_are_refused(self, changes, codes):
        """Each by name, all at once."""
        with pytest.raises(sc.InvalidInput) as raised:
            attrs.evolve(self.judged(), **changes)
        assert [fault.code for fault in raised.value.faults] == codes

    def test_a_plans_receipt_has_no_reasons_and_no_evidence(self):
        """They belong to assessments."""
        kept = receipt(PLAN, ROSTER, history=HISTORY)
        with pytest.raises(sc.InvalidInput) as raised:
            attrs.evolve(kept, inputs=self.FACTS, history=None, policy=None, reasons=L, weighing=sc.evidence.WARD_WEIGHING)

        assert [fault.code for fault in raised.value.faults] == ["wrong_kind"] * 3 + ["surplus"] * 2


class TestFingerprints:
    """One number for each content."""

    def test_the_order_of_keys_does_not_matter(self):
        """Canonical bytes are sorted; a document may be given instead of its value."""
        document = to_document(PLAN)
        turned = dict(reversed(document.items()))

        assert canonical_bytes(turned) == canonical_bytes(document)
        assert fingerprint(turned) == fingerprint(document) == fingerprint(PLAN)
        assert fingerprint(PLAN) != fingerprint(attrs.evolve(PLAN, year=2022))

    def test_a_fingerprint_is_sha_256_of_the_bytes(self):
        """Anyone can compute it: sorted keys, no spaces, UTF-8."""
        import hashlib

        text = '{"en":"Label","schema":"supervision_core/label/1","vi":"Nhãn"}'
        assert fingerprint(L) == hashlib.sha256(text.encode()).hexdigest()

    def test_what_is_no_document_has_no_bytes(self):
        """Bytes that a float, a number as a key, or two keys that are one in composed Unicode would share with another document."""
        for document in ({"a": 1.0}, {"a": [{"b": (float("nan"),)}]}, {1: "a"}, {"á": 1, "a\u0301": 2}, {"a": {"b": {None: 1}}}, {"a": "\ud800"}, {"a": "a\u0301" * 6_000}):
            for make in (canonical_bytes, fingerprint):
                with pytest.raises(sc.InvalidInput) as raised:
                    make(document)
                assert [fault.code for fault in raised.value.faults] == ["not_text" if 1 in document else "wrong_kind"]

    def test_long_numbers_are_refused_however_few_digits_python_writes(self):
        """A number of 641 digits is a problem with its place, on an interpreter that writes 640 at most, too."""
        tally = to_document(sc.Tally(kind=sc.programme.CountKind.OPINION, population="x", parts={"a": 3}))
        most = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(640)
        try:
            for digits in (640, 641, 1_001):
                with pytest.raises(InvalidDocument) as raised:
                    from_document({**tally, "parts": {"a": "9" * digits}}, sc.Tally)
                assert len(raised.value.problems) == 1
        finally:
            sys.set_int_max_str_digits(most)

    def test_a_document_that_somebody_decomposed_has_the_same_bytes(self):
        """As long as nothing is lost: keys and texts are composed."""
        assert canonical_bytes({"a\u0301": ["a\u0301"]}) == canonical_bytes({"á": ["á"]}) == '{"á":["á"]}'.encode()


def test_a_measure_keeps_its_exact_range():
    """Weighted sums, bounds and steps go through documents as fractions."""
    quantity = Quantity(terms=[Term(code="a", weight=Fraction(1, 3))], constant=Fraction(-7, 2))
    node = Compare(quantity=quantity, comparison=Comparison.AT_LEAST, bound=Fraction(10**30, 7))
    document = to_document(node)

    assert document["quantity"] == {"terms": [{"code": "a", "weight": "1/3"}], "constant": "-7/2", "label": None}
    assert document["bound"] == "1000000000000000000000000000000/7"
    assert from_document(document, Compare) == node
