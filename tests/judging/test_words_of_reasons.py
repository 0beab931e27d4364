"""The words of reasons: what was asked, how it stands, what it rests on, in Vietnamese and English."""

from fractions import Fraction

import pytest

import supervision_core as sc
from supervision_core.criteria import AllOf, Compare, Comparison, Holds, Ladder, Measure, Quantity, Rung, YesNo
from supervision_core.criteria.explain import label_of

MET, NOT_MET, UNKNOWN = sc.Verdict.MET, sc.Verdict.NOT_MET, sc.Verdict.UNKNOWN
ASKED = sc.Label("Có họp", "Meetings held")
SOURCE = sc.regulations.GOOD_PERFORMANCE_2014.citation


def line(verdict, *facts, **given):
    reason = sc.Reason(**{"code": "a", "label": ASKED, "verdict": verdict, "citation": None, "facts": facts, "children": (), **given})
    return reason.sentence("vi"), reason.sentence("en")


def fact(value=None, **given):
    return sc.Fact(code="a", value=value, **given)


class TestSentences:
    @pytest.mark.parametrize(
        ("verdict", "given", "words"),
        [
            (MET, fact(True), ("Có họp: đạt", "Meetings held: met")),
            (NOT_MET, fact(False, sources=["b-2", "b-1"]), ("Có họp: không đạt (nguồn: b-1, b-2)", "Meetings held: not met (sources: b-1, b-2)")),
            (MET, fact(Fraction(147, 2)), ("Có họp: đạt (hiện là 73,5)", "Meetings held: met (it is 73.5)")),
            (MET, fact(), ("Có họp: đạt (suy ra từ nội dung khác)", "Meetings held: met (follows from another fact)")),
            (UNKNOWN, fact(), ("Có họp: chưa rõ (chưa có căn cứ)", "Meetings held: unknown (not shown)")),
            (MET, fact(state=sc.FactState.NOT_APPLICABLE), ("Có họp: đạt (không áp dụng)", "Meetings held: met (not applicable)")),
            (
                UNKNOWN,
                fact(state=sc.FactState.CONTESTED, sources=["b"], why=sc.Label("hai ý kiến", "two opinions")),
                ("Có họp: chưa rõ (còn mâu thuẫn) (nguồn: b) (hai ý kiến)", "Meetings held: unknown (contested) (sources: b) (two opinions)"),
            ),
        ],
    )
    def test_a_line_says_what_it_rests_on(self, verdict, given, words):
        """The number, that it follows from another fact, how it stands, the sources and the remark, in this order."""
        assert line(verdict, given) == words

    def test_a_line_with_lines_below_it_leaves_the_facts_to_them(self):
        """They say what they rest on."""
        below = sc.Reason(code="a", label=ASKED, verdict=MET, citation=None, facts=(), children=())

        assert line(MET, fact(Fraction(5)), children=(below,)) == ("Có họp: đạt", "Meetings held: met")

    def test_a_line_that_reads_several_facts_says_which_one_it_means(self):
        """Each by what the caller calls it, or else by its code; facts that say nothing beyond the verdict are passed over."""
        facts = (fact(Fraction(3)), sc.Fact(code="b", value=Fraction(5, 2), sources=["s"]), sc.Fact(code="c", value=True))
        reason = sc.Reason(code="a + b", label=ASKED, verdict=MET, citation=None, facts=facts, children=())

        assert reason.sentence("vi", {"a": "Chuyên cần"}) == "Có họp: đạt (Chuyên cần: hiện là 3) (b: hiện là 2,5) (b: nguồn: s)"
        assert reason.sentence("en", {"b": "Points", "s": "Minutes"}) == "Meetings held: met (a: it is 3) (Points: it is 2.5) (Points: sources: Minutes)"

    def test_the_root_says_whether_the_grade_is_settled(self):
        """And a citation stands at the end, after everything else."""
        assert line(MET, is_result=True) == ("Có họp (đã xác định)", "Meetings held (settled)")
        assert line(UNKNOWN, is_result=True, citation=SOURCE) == (f"Có họp (chưa xác định) [{SOURCE.text('vi')}]", f"Meetings held (not settled) [{SOURCE.text('en')}]")
        assert line(MET, fact(True), citation=SOURCE) == (f"Có họp: đạt [{SOURCE.text('vi')}]", f"Meetings held: met [{SOURCE.text('en')}]")

    def test_an_open_grade_names_what_is_possible(self):
        """Joined by "or", with the regulation's name."""
        ladder = Ladder(
            facts=[YesNo(code="a", label=ASKED)],
            rungs=[Rung(grade=sc.Grade(code="yes", label=sc.Label("Đạt", "Fine"), rank=2), criterion=Holds(code="a"))],
        )
        own = sc.Regulation(code="own", version=1, label=sc.Label("Quy định", "Rule"), category="own", citation=SOURCE, ladder=ladder)

        root = sc.assess(own, sc.Facts()).reasons
        assert root.label == sc.Label("Quy định: Đạt hoặc Chưa có quy định về trường hợp này", "Rule: Fine or No rule matches")
        assert [leaf.label.en for leaf in root.leaves()] == ["Meetings held", "No rule matches"]
        assert [(child.label.en, child.verdict) for child in root.children] == [("Fine", UNKNOWN), ("No rule matches", UNKNOWN)]
        assert [(child.label.en, child.verdict) for child in sc.assess(own, sc.Facts.of({"a": False})).reasons.children] == [("Fine", NOT_MET), ("No rule matches", MET)]


def test_a_line_cites_its_own_source_or_else_that_of_its_fact():
    """The criterion's own stands before the fact's; a line without either cites none."""
    facts = [YesNo(code="a", label=ASKED, citation=SOURCE), YesNo(code="b", label=ASKED)]
    own = sc.regulations.ND335_CIVIL_SERVANT.citation
    rungs = [Rung(grade=sc.Grade(code="g", label=ASKED, rank=1), criterion=AllOf(parts=[Holds(code="a"), Holds(code="a", citation=own), Holds(code="b")]))]
    rule = sc.Regulation(code="own", version=1, label=ASKED, category="own", citation=SOURCE, ladder=Ladder(facts=facts, rungs=rungs))

    assert [leaf.citation for leaf in sc.assess(rule, sc.Facts.of({"a": True, "b": True})).reasons.leaves()] == [SOURCE, own, None]


def test_a_bound_is_written_as_each_language_writes_numbers():
    """A comma in Vietnamese, a point in English; a sum has no unit of its own."""
    measures = [Measure(code=code, label=sc.Label(code, code), low=0, high=9, step=1, unit=sc.Label("điểm", "points")) for code in "mn"]
    rule = Compare(quantity=Quantity.of("m"), comparison=Comparison.LESS_THAN, bound=Fraction(5, 2))
    ladder = Ladder(facts=measures, rungs=[Rung(grade=sc.Grade(code="g", label=ASKED, rank=1), criterion=rule)])

    assert label_of(ladder, rule) == sc.Label("m < 2,5 điểm", "m < 2.5 points")
