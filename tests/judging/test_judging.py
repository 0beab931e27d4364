"""The two-part criterion: the source's examples, all 3^9 rows by definition, and bad input."""

import re
from fractions import Fraction
from functools import cache
from itertools import product

import pytest

import supervision_core as sc
from supervision_core.criteria import NO_RULE, AllOf, Compare, Comparison, Holds, Ladder, Measure, Quantity, Rung, Term, YesNo
from supervision_core.regulations import CIVIC_CODES, ENCODED, GOOD_PERFORMANCE_2014, RESIDENCE_2014, good_performance, in_force
from supervision_core.regulations.regulation import fact_space

WARD = GOOD_PERFORMANCE_2014
CODES = [fact.code for fact in WARD.ladder.facts]
ALL_MET = {code: code != "conduct.violation" for code in CODES}
L = sc.Label("mục", "item")


def judged(**changes):
    return sc.assess(WARD, sc.Facts.of({**ALL_MET, **{code.replace("__", "."): value for code, value in changes.items()}}))


class TestTheSource:
    def test_both_parts_met_is_good(self):
        """Duties well done and all civic obligations: good."""
        assert judged().grade.code == "good"

    @pytest.mark.parametrize("code", CIVIC_CODES)
    def test_duties_alone_are_not_enough(self, code):
        """One civic fact that fails keeps even well done duties from good."""
        assert sc.assess(WARD, sc.Facts.of({**ALL_MET, code: False})).grade.code == "fair"

    def test_the_civic_part_alone_is_not_enough(self):
        """Duties only fairly done: fair; not even that: below fair."""
        assert judged(duties__well_done=False).grade.code == "fair"
        assert judged(duties__well_done=False, duties__fairly_done=False).grade.code == "below_fair"

    def test_a_breach_of_the_law_excludes_good_and_fair(self):
        """Whatever else is met."""
        assert judged(conduct__violation=True).grade.code == "below_fair"

    def test_standing_unknown_is_undetermined(self):
        """What no rule engine answers: good or fair, and standing is what to ask for."""
        result = judged(civic__standing=None)

        assert result.grade is None
        assert [grade.code for grade in result.possible] == ["good", "fair"]
        assert result.open_facts == ("civic.standing",)

    def test_what_is_certain_needs_nothing(self):
        """Duties not even fairly done: below fair, whatever the standing is."""
        result = sc.assess(WARD, sc.Facts.of({"duties.fairly_done": False, "civic.own_obligations": False}))

        assert result.grade.code == "below_fair"
        assert result.open_facts == ()

    def test_residence_is_judged_apart(self):
        """The second population has its own five findings; one failure is a shortcoming, one unknown is open."""
        found = dict.fromkeys([fact.code for fact in RESIDENCE_2014.ladder.facts], True)

        assert sc.assess(RESIDENCE_2014, sc.Facts.of(found)).grade.code == "fulfilled"
        assert sc.assess(RESIDENCE_2014, sc.Facts.of({**found, "civic.ties_with_people": False})).grade.code == "not_fulfilled"
        assert sc.assess(RESIDENCE_2014, sc.Facts.of({**found, "civic.household_obligations": None})).open_facts == ("civic.household_obligations",)
        assert "duties.well_done" not in RESIDENCE_2014.ladder.definitions


def plain_grade(row):
    """The criterion as an if/else over a complete row."""
    if row["conduct.violation"]:
        return "below_fair"
    if row["duties.well_done"] and all(row[code] for code in CIVIC_CODES):
        return "good"
    return "fair" if row["duties.fairly_done"] else "below_fair"


@cache
def by_definition():
    """For each of the 3^9 rows what is possible, and for the consistent ones which facts are open, both by definition."""
    rows = list(product((False, True, None), repeat=len(CODES)))
    possible = {}
    complete = {}
    for row in product((False, True), repeat=len(CODES)):
        named = dict(zip(CODES, row, strict=True))
        if named["duties.fairly_done"] or not named["duties.well_done"]:
            complete[row] = plain_grade(named)
    for row in sorted(rows, key=lambda one: one.count(None)):
        if None not in row:
            possible[row] = {complete[row]} if row in complete else set()
            continue
        place = row.index(None)
        possible[row] = set().union(*(possible[(*row[:place], answer, *row[place + 1 :])] for answer in (False, True)))
    opened = {row: set() for row in rows if possible[row]}
    for row in rows:
        if len(possible[row]) != 1:
            continue
        needed = [
            place
            for place, value in enumerate(row)
            if value is not None and len(possible[(*row[:place], None, *row[place + 1 :])]) > 1
        ]
        # Every smallest settling set that ends in this row: it takes away only answers that are needed.
        for chosen in product((False, True), repeat=len(needed)):
            taken = [place for place, is_taken in zip(needed, chosen, strict=True) if is_taken]
            start = tuple(None if place in taken else value for place, value in enumerate(row))
            if start in opened:
                opened[start] |= {CODES[place] for place in taken}
    return possible, opened


class TestAllRows:
    def test_every_consistent_row_is_what_its_definition_says(self):
        """Of all 3^9 rows: possible and open facts equal their definitions, contradictory rows are refused."""
        possible, opened = by_definition()
        consistent = 0
        for row, grades in possible.items():
            facts = sc.Facts.of(dict(zip(CODES, row, strict=True)))
            if not grades:
                with pytest.raises(sc.ContradictoryFacts):
                    sc.assess(WARD, facts)
                continue
            consistent += 1
            assessment = sc.assess(WARD, facts)
            assert {grade.code for grade in assessment.possible} == grades
            assert set(assessment.open_facts) == opened[row]

        assert consistent == 8 * 3**7
        assert len(possible) == 3**9

    def test_rows_are_shared(self):
        """All who have the same row share one assessment, with and without sources, and facts not asked for change nothing."""
        one = sc.assess(WARD, sc.Facts.of(ALL_MET))

        assert sc.assess(WARD, sc.Facts.of(ALL_MET, sources={"civic.standing": ["minutes-1"]})) is one
        assert sc.assess(WARD, sc.Facts.of({**ALL_MET, "residence.local_opinions": False})) is one


class TestReasons:
    def test_the_tree_says_why_each_better_grade_was_missed(self):
        """Root, then grades best first down to the obtained one, then their criteria."""
        root = judged(civic__household_obligations=False).reasons

        assert root.verdict is sc.Verdict.MET
        assert [(child.label.en, child.verdict.value) for child in root.children] == [("Good", "not_met"), ("Fair", "met")]
        missed = [leaf.label.en for leaf in root.children[0].leaves() if leaf.verdict is sc.Verdict.NOT_MET]
        assert missed == ["The household's civic obligations fulfilled"]

    def test_an_undetermined_case_goes_down_to_the_best_possible_grade(self):
        """Its root is unknown."""
        root = judged(civic__standing=None).reasons

        assert root.verdict is sc.Verdict.UNKNOWN
        assert [(child.label.en, child.verdict.value) for child in root.children] == [("Good", "unknown")]

    def test_explain_adds_sources_and_states(self):
        """The same tree, with what this case rests on."""
        facts = sc.Facts(
            [
                *(sc.Fact(code=code, value=value, sources=["b-1"]) for code, value in ALL_MET.items() if code != "civic.standing"),
                sc.Fact(code="civic.standing", state=sc.FactState.CONTESTED, sources=["b-2", "b-3"], why=sc.Label("hai ý kiến", "two opinions")),
            ]
        )
        assessment = sc.assess(WARD, facts)
        root = sc.explain(assessment, facts)
        lines = {leaf.label.vi: leaf.sentence("vi") for leaf in root.leaves()}

        assert lines["Có uy tín với nhân dân nơi cư trú"] == (
            "Có uy tín với nhân dân nơi cư trú: chưa rõ (còn mâu thuẫn) (nguồn: b-2, b-3) (hai ý kiến)"
        )
        assert lines["Hoàn thành tốt nhiệm vụ được giao"] == "Hoàn thành tốt nhiệm vụ được giao: đạt (nguồn: b-1)"
        assert not any(fact.sources for fact in assessment.reasons.facts)

    def test_other_facts_are_refused(self):
        """An explanation is of the facts that were assessed."""
        with pytest.raises(sc.InvalidInput, match="other_row"):
            sc.explain(judged(), sc.Facts())

    def test_what_follows_says_so(self):
        """A fact that nobody stated but another implies is not called unknown."""
        root = sc.assess(WARD, sc.Facts.of({"duties.well_done": True, "conduct.violation": False, "civic.standing": False})).reasons
        fair = root.children[1]

        assert fair.children[0].sentence("en") == "Assigned duties fairly well done: met (follows from another fact)"


class TestChoices:
    def test_choices_that_differ_show_in_the_code(self):
        """A variant cannot be mistaken for the shipped criterion."""
        variant = good_performance(
            civic=["civic.standing", "civic.own_obligations", "civic.ties_with_people"],
            civic_at_least=2,
            without_civic="below_fair",
            violation_excludes_fair=False,
            may_be_not_applicable=["civic.household_obligations"],
        )

        assert variant.code == (
            "good_performance_2014;civic=civic.own_obligations,civic.ties_with_people,civic.standing;civic_at_least=2;"
            "without_civic=below_fair;violation_excludes_fair=False;may_be_not_applicable=civic.household_obligations"
        )
        assert good_performance() == WARD
        assert good_performance(civic_at_least=6).code == WARD.code

    def test_at_least_some_civic_facts(self):
        """Two of three are enough where a locality says so."""
        variant = good_performance(civic=CIVIC_CODES[:3], civic_at_least=2)
        facts = {"duties.well_done": True, "conduct.violation": False, CIVIC_CODES[0]: True}

        assert sc.assess(variant, sc.Facts.of({**facts, CIVIC_CODES[1]: True})).grade.code == "good"
        assert sc.assess(variant, sc.Facts.of({**facts, CIVIC_CODES[1]: False, CIVIC_CODES[2]: False})).grade.code == "fair"

    def test_duties_without_the_civic_part_may_count_as_below_fair(self):
        """Someone fairly done stays fair all the same."""
        variant = good_performance(without_civic="below_fair")

        assert sc.assess(variant, sc.Facts.of({**ALL_MET, "civic.standing": False})).grade.code == "below_fair"
        assert sc.assess(variant, sc.Facts.of({**ALL_MET, "duties.well_done": False})).grade.code == "fair"

    def test_a_breach_may_exclude_good_only(self):
        """Where a locality says so, a breach leaves fair."""
        assert sc.assess(good_performance(violation_excludes_fair=False), sc.Facts.of({**ALL_MET, "conduct.violation": True})).grade.code == "fair"

    def test_not_applicable_counts_as_met_only_where_it_may(self):
        """Someone without a household, where the locality allows it; refused elsewhere."""
        facts = sc.Facts(
            [
                *(sc.Fact(code=code, value=value) for code, value in ALL_MET.items() if code != "civic.household_obligations"),
                sc.Fact(code="civic.household_obligations", state=sc.FactState.NOT_APPLICABLE),
            ]
        )
        allowed = good_performance(may_be_not_applicable=["civic.household_obligations"])
        result = sc.assess(allowed, facts)

        assert result.grade.code == "good"
        assert result != sc.assess(allowed, sc.Facts.of(ALL_MET))
        assert [fact.state.value for fact in result.reasons.facts].count("not_applicable") == 1
        assert any("không áp dụng" in leaf.sentence("vi") for leaf in result.reasons.leaves())
        with pytest.raises(sc.WrongFactType, match="not applicable"):
            sc.assess(WARD, facts)
        assert sc.assess(RESIDENCE_2014, sc.Facts()).grade is None

    @pytest.mark.parametrize(
        ("choices", "codes"),
        [
            ({"civic": ["civic.standing", "x"]}, ["unknown_code"]),
            ({"civic": "civic.standing"}, ["not_a_collection"]),
            ({"civic_at_least": 7}, ["too_large"]),
            ({"without_civic": "good"}, ["unknown_grade"]),
            ({"violation_excludes_fair": 1, "may_be_not_applicable": ["conduct.violation"]}, ["unknown_code", "wrong_kind"]),
        ],
    )
    def test_choices_are_checked(self, choices, codes):
        """Only what the source leaves open can be chosen."""
        with pytest.raises(sc.InvalidInput) as raised:
            good_performance(**choices)

        assert [fault.code for fault in raised.value.faults] == codes


class TestBadInput:
    def test_an_unknown_code_names_the_nearest(self):
        """A slip of the pen is not silently ignored."""
        with pytest.raises(sc.UnknownFact, match=r"duties\.well_done"):
            sc.assess(WARD, sc.Facts.of({"duties.wel_done": True}))
        with pytest.raises(sc.UnknownFact, match="a code of the regulation or the vocabulary"):
            sc.assess(WARD, sc.Facts.of({"zzzzzzzz": True}))

    def test_all_faults_come_at_once(self):
        """An unknown code, a wrong kind and a contradiction: the first kind names the class, all are listed."""
        with pytest.raises(sc.UnknownFact) as raised:
            sc.assess(WARD, sc.Facts.of({"x": True, "civic.standing": 1, "duties.well_done": True, "duties.fairly_done": False}))

        assert [fault.code for fault in raised.value.faults] == ["wrong_fact_type", "unknown_fact", "contradictory_facts"]

    def test_contradictory_facts_name_the_provision(self):
        """Well done but not fairly done cannot both be true."""
        with pytest.raises(sc.ContradictoryFacts) as raised:
            judged(duties__fairly_done=False)

        assert raised.value.codes == ("duties.fairly_done", "duties.well_done")
        assert raised.value.provision.en == "Well done implies fairly well done"
        assert raised.value.faults[0].code == "contradictory_facts"

    def test_only_regulations_judge_and_only_facts_are_judged(self):
        """An answer of in_force that is no regulation is refused, and so is a bare mapping."""
        nothing = in_force("ward_official", on=WARD.in_force_until)

        for call in (lambda: sc.assess(nothing, sc.Facts()), lambda: sc.assess(WARD, ALL_MET)):
            with pytest.raises(sc.InvalidInput):
                call()

    def test_more_vocabulary_can_be_known(self):
        """Codes of the application's own are accepted for this call, and forgotten after it."""
        own = YesNo(code="local.extra", label=L)
        facts = sc.Facts.of({**ALL_MET, "local.extra": True})

        assert sc.assess(WARD, facts, vocabulary=[own]).grade.code == "good"
        assert sc.explain(judged(), facts, vocabulary=[own]).verdict is sc.Verdict.MET
        assert sc.unused_facts(WARD, facts) == ("local.extra",)
        with pytest.raises(sc.UnknownFact):
            sc.assess(WARD, facts)
        with pytest.raises(sc.InvalidInput, match="a YesNo or a Measure"):
            sc.assess(WARD, facts, vocabulary=["local.extra"])

    def test_a_value_of_the_wrong_kind_is_refused_even_where_it_is_not_asked_for(self):
        """The shipped vocabulary knows what kind it is."""
        with pytest.raises(sc.WrongFactType):
            sc.assess(WARD, sc.Facts.of({"residence.local_opinions": 3}))
        facts = sc.Facts((sc.Fact(code="residence.local_opinions", state=sc.FactState.NOT_APPLICABLE),))
        with pytest.raises(sc.WrongFactType):
            sc.assess(WARD, facts)
        own = YesNo(code="local.extra", label=L, not_applicable_as=True)
        facts = sc.Facts((sc.Fact(code="local.extra", state=sc.FactState.NOT_APPLICABLE),))
        assert sc.assess(WARD, facts, vocabulary=[own]).known == ()


class TestMany:
    def test_more_vocabulary_can_be_known_of_many(self):
        """As of one; and each nearest code of three is named, no more."""
        more = [YesNo(code=f"own.fact{number}", label=L) for number in range(1, 6)]
        facts = sc.Facts.of({**ALL_MET, "own.fact1": True})

        assert [(who, one.grade.code) for who, one in sc.assess_all(WARD, [("s", facts)], vocabulary=more)] == [("s", "good")]
        with pytest.raises(sc.UnknownFact, match=r"one of the nearest codes: (own\.fact\d, ){2}own\.fact\d \["):
            sc.assess(WARD, sc.Facts.of({"own.fact": True}), vocabulary=more)

    def test_a_log_line_names_the_grades_that_are_possible(self):
        """And nobody."""
        assert repr(judged(civic__standing=None)) == f"<Assessment by {WARD.code}: good or fair>"

    def test_pairs_come_out_in_order_and_lazily(self):
        """Nothing is read before it is asked for."""
        read = []

        def pairs():
            for number in range(3):
                read.append(number)
                yield f"o{number}", sc.Facts.of({"duties.fairly_done": False})

        results = sc.assess_all(WARD, pairs())
        assert read == []
        first = next(results)
        assert read == [0]
        assert [first[0], *(who for who, _ in results)] == ["o0", "o1", "o2"]
        assert first[1].grade.code == "below_fair"

    @pytest.mark.parametrize(
        ("facts", "kind"),
        [(sc.Facts.of({"x": True}), sc.UnknownFact), ({"x": True}, sc.InvalidInput), (sc.Facts.of({"duties.well_done": True, "duties.fairly_done": False}), sc.ContradictoryFacts)],
    )
    def test_a_bad_pair_raises_with_its_id(self, facts, kind):
        """The error says whose facts they were."""
        with pytest.raises(kind) as raised:
            list(sc.assess_all(WARD, [("o1", sc.Facts()), ("o2", facts)]))

        assert raised.value.subject_id == "o2"

    @pytest.mark.parametrize(
        ("pair", "line", "code"),
        [
            (("", sc.Facts()), "pairs: found '', expected at least one visible character", "blank"),
            ((5, sc.Facts()), "pairs: found 5, expected text (str)", "not_text"),
            (("a\x07", sc.Facts()), "pairs: found 'a\\x07', expected no control characters", "control_character"),
            (("\ud800", sc.Facts()), "pairs: found '\\ud800', expected text that can be written as UTF-8", "lone_surrogate"),
            (("o1",), "pairs: found ('o1',), expected a pair (id, Facts)", "wrong_kind"),
            (5, "pairs: found 5, expected a pair (id, Facts)", "wrong_kind"),
        ],
    )
    def test_what_has_no_id_is_no_pair(self, pair, line, code):
        """Ids are text as everywhere, and what is no pair is said to be none."""
        with pytest.raises(sc.InvalidInput, match="^" + re.escape(line)) as raised:
            list(sc.assess_all(WARD, [pair]))

        assert (raised.value.subject_id, [one.code for one in raised.value.faults]) == (None, [code])

    def test_ids_come_out_composed(self):
        """However they were typed, they are the ids of rosters and quotas."""
        facts = sc.Facts.of({"civic.standing": 1})

        assert [who for who, _ in sc.assess_all(WARD, [("Tô\u0309 7", sc.Facts())])] == ["Tổ 7"]
        with pytest.raises(sc.WrongFactType) as raised:
            list(sc.assess_all(WARD, [("Tô\u0309 7", facts)]))
        assert raised.value.subject_id == "Tổ 7"

    def test_more_rows_than_are_remembered(self, monkeypatch):
        """A population with more different rows than the memory keeps is judged all the same."""
        import supervision_core.judging.assessing as module

        monkeypatch.setattr(module, "MOST_ENTRIES", 1)
        rows = [sc.Facts.of({"civic.standing": True}), sc.Facts.of({"civic.standing": False}), sc.Facts.of({"civic.standing": False})]

        assert [who for who, _ in sc.assess_all(WARD, zip("abc", rows, strict=True))] == ["a", "b", "c"]


def measured(*bounds, unmatched=False):
    facts = [Measure(code="m", label=L, low=0, high=100, step=1), YesNo(code="a", label=L)]
    rungs = [
        Rung(grade=sc.Grade(code=f"g{bound}", label=L, rank=bound), criterion=Compare(quantity=Quantity.of("m"), comparison=Comparison.AT_LEAST, bound=bound))
        for bound in bounds
    ]
    if not unmatched:
        rungs.append(Rung(grade=sc.Grade(code="rest", label=L, rank=0), criterion=AllOf(parts=())))
    return sc.Regulation(code="m", version=1, label=L, category="m", citation=WARD.citation, ladder=Ladder(facts=facts, rungs=rungs))


class TestMeasures:
    @pytest.mark.parametrize(("value", "code"), [(Fraction(8999, 100), "g70"), (90, "g90"), (Fraction(6999, 100), "rest"), (70, "g70"), (0, "rest"), (100, "g90")])
    def test_thresholds_in_pairs(self, value, code):
        """The last value that fails and the first that passes; values finer than the grid count as they are."""
        assert sc.assess(measured(90, 70), sc.Facts.of({"m": value})).grade.code == code

    def test_an_unknown_measure_is_asked_for_with_where_its_answers_lead(self):
        """Neighbouring values that lead to the same grade are one answer."""
        result = sc.assess(measured(90, 70), sc.Facts())

        assert result.open_facts == ("m",)
        assert [(answer.least, answer.greatest, answer.possible[0].code) for answer in result.questions[0].answers] == [
            (0, 69, "rest"), (70, 89, "g70"), (90, 100, "g90"),
        ]  # fmt: skip
        assert result.questions[0].settles == 101 * 2

    def test_an_answer_that_settles_nothing_is_told_from_one_that_does(self):
        """Below the threshold everything is settled, above it another fact still decides."""
        facts = [Measure(code="m", label=L, low=0, high=9, step=1), YesNo(code="a", label=L)]
        top = AllOf(parts=[Compare(quantity=Quantity.of("m"), comparison=Comparison.AT_LEAST, bound=5), Holds(code="a")])
        rungs = [Rung(grade=sc.Grade(code="top", label=L, rank=1), criterion=top), Rung(grade=sc.Grade(code="rest", label=L, rank=0), criterion=AllOf(parts=()))]
        two = sc.Regulation(code="two", version=1, label=L, category="two", citation=WARD.citation, ladder=Ladder(facts=facts, rungs=rungs))
        questions = {one.code: one for one in sc.assess(two, sc.Facts()).questions}

        assert [len(answer.possible) for answer in questions["m"].answers] == [1, 2]
        assert (questions["m"].settles, questions["a"].settles) == (5 * 2, 10)

    def test_what_a_known_part_of_a_sum_rules_out_counts_nothing(self):
        """With m = 5 the sum is 5 at least; n from 7 on makes it 12, where z decides: 7 values of n settle all ten of z."""
        facts = [Measure(code=code, label=L, low=0, high=9, step=1) for code in "mnz"]
        total = Quantity(terms=[Term(code="m"), Term(code="n")])
        top = AllOf(
            parts=[
                Compare(quantity=total, comparison=Comparison.AT_LEAST, bound=12),
                Compare(quantity=Quantity.of("z"), comparison=Comparison.AT_LEAST, bound=5),
            ]
        )
        middle = Compare(quantity=total, comparison=Comparison.AT_LEAST, bound=5)
        rungs = [
            Rung(grade=sc.Grade(code=code, label=L, rank=rank), criterion=criterion)
            for code, rank, criterion in (("top", 2, top), ("middle", 1, middle), ("rest", 0, AllOf(parts=())))
        ]
        three = sc.Regulation(code="three", version=1, label=L, category="three", citation=WARD.citation, ladder=Ladder(facts=facts, rungs=rungs))
        questions = {one.code: one for one in sc.assess(three, sc.Facts.of({"m": 5})).questions}

        assert [(answer.least, answer.greatest, len(answer.possible)) for answer in questions["n"].answers] == [(0, 6, 1), (7, 9, 2)]
        assert questions["n"].settles == 7 * 10

    def test_values_out_of_range_are_all_named(self):
        """Two measures out of range: two faults."""
        facts = [Measure(code=code, label=L, low=0, high=10, step=1) for code in "mn"]
        rung = Rung(grade=sc.Grade(code="g", label=L, rank=1), criterion=AllOf(parts=()))
        two = sc.Regulation(code="two", version=1, label=L, category="two", citation=WARD.citation, ladder=Ladder(facts=facts, rungs=[rung]))
        with pytest.raises(sc.WrongFactType) as raised:
            sc.assess(two, sc.Facts.of({"m": 11, "n": -1}))

        assert [fault.expected for fault in raised.value.faults] == ["a number from 0 to 10"] * 2

    def test_a_hole_is_a_named_outcome(self):
        """Where no rung is met no grade is made up."""
        holed = measured(90, 70, unmatched=True)
        result = sc.assess(holed, sc.Facts.of({"m": 60}))

        assert result.grade is NO_RULE
        assert [child.label.en for child in result.reasons.children] == ["item", "item", "No rule matches"]
        assert sc.assess(holed, sc.Facts()).possible[-1] is NO_RULE


class TestBeyondExactness:
    def test_a_large_regulation_judges_what_is_certain_and_refuses_the_rest(self):
        """Complete facts, or facts that settle it by themselves, are judged; the rest is refused with the size."""
        codes = [f"f{number}" for number in range(23)]
        rungs = [
            Rung(grade=sc.Grade(code="g", label=L, rank=1), criterion=AllOf(parts=[Holds(code=code) for code in codes])),
            Rung(grade=sc.Grade(code="rest", label=L, rank=0), criterion=AllOf(parts=())),
        ]
        large = sc.Regulation(
            code="large", version=1, label=L, category="l", citation=WARD.citation,
            ladder=Ladder(facts=[YesNo(code=code, label=L) for code in codes], rungs=rungs),
        )  # fmt: skip
        complete = sc.assess(large, sc.Facts.of(dict.fromkeys(codes, True)))

        assert not large.is_exact
        assert complete.grade.code == "g"
        assert complete.reasons.children[0].verdict is sc.Verdict.MET
        assert sc.assess(large, sc.Facts.of({"f0": False})).grade.code == "rest"
        with pytest.raises(sc.values.BeyondExactness, match="8388608"):
            _ = sc.assess(large, sc.Facts()).possible
        assert repr(sc.assess(large, sc.Facts())) == "<Assessment by large: open, and too large to say more>"
        assert repr(complete) == "<Assessment by large: g>"


class TestRegulations:
    def test_in_force_does_not_fall_through(self):
        """Before and after its days the regulation is named as the next or the last, and not used."""
        first, after = WARD.in_force_from, WARD.in_force_until

        assert in_force("ward_official", on=first) is WARD
        assert in_force("ward_official", on=after.replace(year=2014, month=12, day=31)) is WARD
        before = in_force("ward_official", on=first.replace(day=27))
        later = in_force("ward_official", on=after)
        assert (before.last, before.next) == (None, WARD)
        assert (later.last, later.next) == (WARD, None)
        assert "Ngày 01/01/2015 chưa ghi nhận quy định" in later.sentence("vi")
        assert "2014-02-28" in before.sentence("en")

    def test_unknown_categories_and_moments_are_refused(self):
        """A day is a date; a category is one that some regulation knows."""
        with pytest.raises(sc.InvalidInput) as raised:
            in_force("nobody", on="2014-01-01")

        assert [fault.code for fault in raised.value.faults] == ["unknown_category", "not_a_day"]

    def test_every_shipped_regulation_has_a_source(self):
        """And in none do two provisions conflict."""
        for regulation in ENCODED:
            if isinstance(regulation, sc.Regulation):
                outcomes = {grade.code: rows for grade, rows in fact_space(regulation).outcomes}
                assert regulation.citation.text("vi")
                assert outcomes["provisions_conflict"] == 0
        assert {grade.code: rows for grade, rows in fact_space(WARD).outcomes}["no_rule_matches"] == 0

    def test_a_regulation_checks_itself(self):
        """All faults at once."""
        with pytest.raises(sc.InvalidInput) as raised:
            sc.Regulation(code="", version=0, label="x", category="", in_force_from="x", in_force_until=5, citation="x", ladder="x")
        assert [fault.code for fault in raised.value.faults] == ["blank", "too_small", "wrong_kind", "blank", "not_a_day", "not_a_day", "wrong_kind", "wrong_kind"]
        with pytest.raises(sc.InvalidInput, match="empty_period"):
            sc.Regulation(code="a", version=1, label=L, category="a", in_force_until=WARD.in_force_from, citation=WARD.citation, ladder=WARD.ladder)
