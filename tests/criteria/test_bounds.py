"""J34: counts and depths are bounded, with a fault; nothing leaves but what the library says."""

import pickle
from datetime import date

import pytest

import supervision_core as sc
from supervision_core.criteria import AllOf, AnyOf, AtLeast, Exemption, Holds, Ladder, Not, Reason, Rung, Unless, YesNo

L = sc.Label("nội dung", "item")
HUGE = 10**5000
WARD = sc.regulations.GOOD_PERFORMANCE_2014
WRAPS = {
    "not": lambda part: Not(part=part),
    "all": lambda part: AllOf(parts=[part]),
    "any": lambda part: AnyOf(parts=[part]),
    "at least": lambda part: AtLeast(count=1, parts=[part]),
    "unless": lambda part: Unless(rule=part, exemptions=[]),
    "exemption": lambda part: Unless(rule=Holds(code="a"), exemptions=[Exemption(label=L, when=part, then=True)]),
}


def nested(wrap, times):
    """A criterion wrapped so many times."""
    found = Holds(code="a")
    for _ in range(times):
        found = WRAPS[wrap](found)
    return found


def codes_of(call):
    """The codes of the faults that a call raises."""
    with pytest.raises(sc.InvalidInput) as caught:
        call()
    return [fault.code for fault in caught.value.faults]


@pytest.mark.parametrize("wrap", WRAPS)
def test_criteria_stand_in_each_other_only_so_deep(wrap):
    """A hundred deep everything works; nine hundred deep is a fault and no RecursionError."""
    deep = nested(wrap, 99)
    ladder = Ladder(facts=[YesNo(code="a", label=L)], rungs=[Rung(grade=sc.Grade(code="g", label=L, rank=1), criterion=deep)])
    rule = sc.Regulation(code="own", version=1, label=L, category="own", citation=WARD.citation, ladder=ladder)
    found = sc.assess(rule, sc.Facts.of({"a": True}))

    assert found.possible
    assert found.reasons.sentence("vi")
    assert pickle.loads(pickle.dumps(deep)) == deep
    assert isinstance(hash(deep), int)
    assert repr(deep)
    assert codes_of(lambda: nested(wrap, 900)) == ["too_deep"]


def test_reasons_stand_in_each_other_only_so_deep():
    """They are built of criteria, and no deeper."""
    def lines(times):
        line = None
        for _ in range(times):
            line = Reason(code="a", label=L, verdict=sc.Verdict.MET, citation=None, facts=(), children=() if line is None else (line,))
        return line

    assert codes_of(lambda: lines(900)) == ["too_deep"]
    assert repr(lines(102))


@pytest.mark.parametrize(
    "make",
    [
        lambda: sc.Grade(code="g", label=L, rank=HUGE),
        lambda: sc.judging.Product(done=True, delays=HUGE),
        lambda: sc.judging.Quota(grade="a", falls_to="b", share=1, small_places=HUGE),
        lambda: sc.Tally(kind=sc.programme.CountKind.OPINION, population="p", parts={"a": HUGE}),
        lambda: sc.Tally(kind=sc.programme.CountKind.OPINION, population="p", parts={"a": -HUGE}),
        lambda: sc.LeadUnit(id="u", share=HUGE),
        lambda: sc.Period.of_year(HUGE),
        lambda: sc.Facts.of({"a": HUGE}),
    ],
)
def test_counts_have_a_hundred_digits_at_most(make):
    """Python itself writes no whole number of five thousand digits: it is refused where it comes in, by a message that can be read."""
    with pytest.raises(sc.InvalidInput) as caught:
        make()
    assert len(str(caught.value)) < 1000


def test_terms_of_a_thousand_million_days_are_refused():
    """The calendar has no such day."""
    letter = sc.Feedback(id="a", subject_id="o", channel="hotline", kind=sc.evidence.FeedbackKind.COMMENT, received_on=date(2026, 5, 3))
    assert codes_of(lambda: sc.evidence.reply_counts([letter], as_of=date(2026, 6, 1), reply_due_days=10**9)) == ["too_large"]
