"""What documents, converters and receipts refuse, word for word: where it stands, what is there, and what would be right."""

import json
from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core.criteria import AllOf, Holds
from supervision_core.serialization import (
    InvalidDocument,
    Receipt,
    from_document,
    json_schema,
    make_converter,
    receipt,
    recheck,
    reworded,
    to_document,
)
from supervision_core.serialization.shapes import deciding_digest

WARD = sc.regulations.GOOD_PERFORMANCE_2014
FACTS = sc.Facts.of({"duties.fairly_done": False})
JUDGED = to_document(sc.assess(WARD, FACTS))
HISTORY = to_document(sc.History.of({2020: {"s1": "front"}}))
ROSTER = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="front"), sc.LeadUnit(id="women")])
PLAN = sc.plan_year(ROSTER, year=2021)
SHIPPED = "the code and version of a shipped regulation: " + ", ".join(
    f"{one.code} {one.version}" for one in sc.regulations.SHIPPED
)
A_REGULATION = 'an object with "type": "shipped_regulation", or an object with "schema": "supervision_core/regulation/1"'


def told(make):
    """Each fault: its code, its place, what was found, what would be right."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(one.code, one.place, one.found, one.expected) for one in raised.value.faults]


def found(faults):
    """Each fault that a check gives: its code, its place, what was found, what would be right."""
    return [(one.code, one.place, one.found, one.expected) for one in faults]


def problems_of(document, cls):
    """Each problem: where, what is there, what should be."""
    with pytest.raises(InvalidDocument) as raised:
        from_document(document, cls)
    return [(one.path, one.found, one.expected) for one in raised.value.problems]


@pytest.mark.parametrize(
    ("given", "problems"),
    [
        ({"code": "unheard_of"}, [("$.regulation", '"unheard_of" 1', SHIPPED)]),
        ({"code": 7}, [("$.regulation", "7 1", SHIPPED)]),
        ({"version": 99}, [("$.regulation", f'"{WARD.code}" 99', SHIPPED)]),
        ({"version": "1"}, [("$.regulation", f'"{WARD.code}" "1"', SHIPPED)]),
        ({"version": True}, [("$.regulation", f'"{WARD.code}" true', SHIPPED)]),
        ({"version": None}, [("$.regulation", f'"{WARD.code}" null', SHIPPED)]),
        ({"fingerprint": "0" * 30}, [("$.regulation.fingerprint", f'"{"0" * 30}"', f"{JUDGED['regulation']['fingerprint']}, the regulation as it is encoded here")]),
        ({"fingerprint": "0" * 64}, [("$.regulation.fingerprint", "a text of 64 characters", f"{JUDGED['regulation']['fingerprint']}, the regulation as it is encoded here")]),
        ({"note": "x" * 40}, [("$.regulation.note", "a text of 40 characters", "no such key")]),
        ({"a b": 1, "fingerprint": 5}, [
            ('$.regulation["a key of 3 characters"]', "a number", "no such key"),
            ("$.regulation.fingerprint", "5", f"{JUDGED['regulation']['fingerprint']}, the regulation as it is encoded here"),
        ]),
        ({"type": "other"}, [("$.regulation", "an object with 4 keys", A_REGULATION)]),
    ],
)  # fmt: skip
def test_a_regulation_by_its_name_says_what_is_wrong_with_it(given, problems):
    """Another code or version than any that ships, another fingerprint than today's, keys of its own, another type."""
    assert WARD.version == 1
    assert problems_of({**JUDGED, "regulation": {**JUDGED["regulation"], **given}}, sc.Assessment) == problems


def test_what_is_no_regulation_at_all():
    """Both ways in which one may stand there are told; a reference without its fingerprint lacks that alone."""
    reference = {key: one for key, one in JUDGED["regulation"].items() if key != "fingerprint"}

    assert problems_of({**JUDGED, "regulation": 7}, sc.Assessment) == [("$.regulation", "7", A_REGULATION)]
    assert problems_of({**JUDGED, "regulation": reference}, sc.Assessment) == [
        ("$.regulation.fingerprint", "null", f"{JUDGED['regulation']['fingerprint']}, the regulation as it is encoded here"),
    ]


def test_the_fingerprint_of_a_regulation_leaves_out_what_people_read():
    """Labels, citations and units of measures, however deep they stand; everything else decides."""
    rule = {"code": "a", "facts": [{"code": "b", "unit": {"vi": "ngày"}, "citation": None, "most": 5}], "label": {"vi": "A"}}
    reworded_rule = {"code": "a", "facts": [{"code": "b", "unit": {"vi": "tháng"}, "citation": 1, "most": 5}], "label": 5}
    stricter = {"code": "a", "facts": [{"code": "b", "most": 6}]}

    assert (
        deciding_digest(rule)
        == deciding_digest(reworded_rule)
        == deciding_digest({"code": "a", "facts": [{"code": "b", "most": 5}]})
    )
    assert deciding_digest(rule) != deciding_digest(stricter)
    assert JUDGED["regulation"]["fingerprint"] == deciding_digest(to_document(WARD))


@pytest.mark.parametrize("year", ["20", "02020", "20a0", "²⁰²⁰", "-200", "hai mươi"])
def test_a_year_of_a_history_that_is_none(year):
    """Too few or too many digits, and what is no digit: that one is told, and not the year beside it."""
    years = {"2020": {"s1": "front"}, year: {"s1": "women"}}

    assert problems_of({**HISTORY, "years": years}, sc.History) == [("$", f"History: {year!r}", "a year as four digits")]


def test_every_year_that_is_none_is_told():
    """In their order; four digits are a year, with zeros before them too."""
    problems = problems_of(
        {**HISTORY, "years": {"19": {"s1": "front"}, "2020": {"s1": "front"}, "x": {"s1": "front"}}}, sc.History
    )
    early = from_document({**HISTORY, "years": {"0999": {"s1": "front"}}}, sc.History)

    assert problems == [("$", f"History: {year!r}", "a year as four digits") for year in ("19", "x")]
    assert to_document(early)["years"] == {"0999": {"s1": "front"}}


def test_what_is_no_kind_of_document():
    """A class that is not the library's, and what is no class."""
    right = "a class of values that supervision_core gives"

    assert told(lambda: from_document({}, int)) == [("not_a_kind", "cls", "<class 'int'>", right)]
    assert told(lambda: json_schema(sc.InvalidInput)) == [
        ("not_a_kind", "cls", "<class 'supervision_core.values.errors.InvalidInput'>", right)
    ]
    assert told(lambda: from_document({}, 5)) == [("not_a_kind", "cls", "5", right)]


def test_what_is_no_converter():
    """Its kind is told, and nothing of what is in it."""
    assert told(lambda: make_converter(5)) == [("wrong_kind", "make_converter.base", "5", "a cattrs Converter, or None")]
    assert told(lambda: make_converter({"secret": 1})) == [
        ("wrong_kind", "make_converter.base", "a dict of 1", "a cattrs Converter, or None")
    ]


def test_what_is_nested_too_deeply_says_so_when_it_is_written():
    """An object within a list within an object, fifty times over."""
    node = Holds(code="a")
    for _ in range(50):
        node = AllOf(parts=[node])

    assert told(lambda: to_document(node)) == [
        ("too_deep", "AllOf", "a deeper one", "lists and objects nested at most 100 deep")
    ]


def test_facts_that_the_evidence_does_not_give():
    """A receipt whose dossier weighs to other facts says which it holds; with the right ones nothing is wrong."""
    dossier = sc.Dossier(subject_id="o1", period=sc.Period.of_year(2026))
    weighed = sc.weigh(dossier, sc.evidence.WARD_WEIGHING)
    other = sc.Facts.of({"conduct.violation": True})
    assert other != weighed
    kept = [
        receipt(sc.assess(WARD, facts), facts, dossier=dossier, weighing=sc.evidence.WARD_WEIGHING)
        for facts in (weighed, other)
    ]
    text = repr(other)

    assert found(recheck(kept[0])) == []
    assert found(recheck(kept[1])) == [
        (
            "other_facts",
            "Receipt.inputs",
            text if len(text) <= 80 else f"{text[:79]}…",
            "the facts that weighing the dossier gives",
        ),
    ]


def test_a_rule_that_passes_for_a_shipped_one():
    """Its code and version are told; another version of its own is no fault."""
    mild = sc.regulations.good_performance(civic=["civic.standing"])
    forged = attrs.evolve(mild, code=WARD.code, version=WARD.version)
    own = attrs.evolve(forged, version=99)

    assert found(recheck(receipt(sc.assess(forged, FACTS), FACTS))) == [
        (
            "misnamed_regulation",
            "Receipt.result.regulation",
            f"{WARD.code} {WARD.version}",
            "the shipped regulation of this code and version",
        ),
    ]
    assert found(recheck(receipt(sc.assess(own, FACTS), FACTS))) == []


def test_another_result_is_told_with_the_right_one():
    """Both as they are shown; its reasons are not looked at beside it."""
    kept = receipt(sc.assess(WARD, FACTS), FACTS)
    wrong = sc.assess(WARD, sc.Facts.of({"duties.fairly_done": True}))
    [fault] = recheck(attrs.evolve(kept, result=wrong))

    assert (fault.code, fault.place) == ("other_result", "Receipt.result")
    assert [
        len(text) <= 80 and text.startswith(repr(one)[:79])
        for text, one in ((fault.found, wrong), (fault.expected, kept.result))
    ] == [True, True]


def test_reasons_are_compared_line_by_line():
    """A line's place is told; what only one of them has is a difference in how many stand below."""
    kept = receipt(sc.assess(WARD, FACTS), FACTS)
    reasons = kept.reasons
    below = reasons.children
    fewer = attrs.evolve(kept, reasons=attrs.evolve(reasons, children=below[:-1]))
    second = attrs.evolve(below[1], verdict=sc.Verdict.UNKNOWN)
    other = attrs.evolve(kept, reasons=attrs.evolve(reasons, children=(below[0], second, *below[2:])))

    assert below[1].verdict is not sc.Verdict.UNKNOWN
    assert found(recheck(fewer)) == [("other_reasons", "Receipt.reasons.children", str(len(below) - 1), str(len(below)))]
    assert found(recheck(other)) == [
        ("other_reasons", "Receipt.reasons.children[1].verdict", "'unknown'", repr(below[1].verdict.value))
    ]


def test_other_words_are_told_in_both_languages():
    """The words that stand there and the words of today, Vietnamese first; words that differ in one language are one difference; both stand there whole, however long."""
    kept = receipt(sc.assess(WARD, FACTS), FACTS)
    first, *rest = kept.reasons.children
    vi, en = (first.sentence(lang) for lang in ("vi", "en"))
    assert first.verdict is sc.Verdict.NOT_MET
    both, one = (
        found(
            reworded(attrs.evolve(kept, reasons=attrs.evolve(kept.reasons, children=(attrs.evolve(first, label=other), *rest))))
        )
        for other in (sc.Label("Khác", "Other"), sc.Label(first.label.vi, "Other"))
    )

    assert both == [
        ("other_words", "Receipt.reasons.children[0]", "'Khác: không đạt'", repr(vi)),
        ("other_words", "Receipt.reasons.children[0]", "'Other: not met'", repr(en)),
    ]
    assert one == both[1:]
    long = attrs.evolve(first, label=sc.Label("K" * 81, "O" * 81))
    wordings = found(reworded(attrs.evolve(kept, reasons=attrs.evolve(kept.reasons, children=(long, *rest)))))
    assert [fault[2] for fault in wordings] == [f"'{'K' * 81}: không đạt'", f"'{'O' * 81}: not met'"]
    assert told(lambda: reworded(5)) == [("wrong_kind", "reworded.receipt", "5", "a Receipt")]
    assert told(lambda: recheck(5)) == [("wrong_kind", "recheck.receipt", "5", "a Receipt")]


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"reference": 5}, ("wrong_kind", "Receipt.reference", "5", "a mapping from subject ids to lead unit ids")),
        ({"written_by": ""}, ("blank", "Receipt.written_by", "''", "at least one visible character")),
    ],
)
def test_what_a_receipt_of_a_plan_refuses(given, fault):
    """What it was compared with, and which version wrote it."""
    assert told(lambda: attrs.evolve(receipt(PLAN, ROSTER), **given)) == [fault]


def test_a_dossier_and_its_policy_go_together():
    """Neither stands in a receipt without the other."""
    facts = sc.weigh(dossier := sc.Dossier(subject_id="o1", period=sc.Period.of_year(2026)), sc.evidence.WARD_WEIGHING)
    assessment = sc.assess(WARD, facts)
    right = "a policy with a dossier, and none without"

    assert told(lambda: receipt(assessment, facts, dossier=dossier)) == [("missing", "Receipt.weighing", "None", right)]
    assert [one[:2] + one[3:] for one in told(lambda: receipt(assessment, facts, weighing=sc.evidence.WARD_WEIGHING))] == [
        ("missing", "Receipt.weighing", right)
    ]


def test_a_receipt_keeps_its_words_and_its_evidence_through_a_document():
    """Read back it is equal, and confirmed."""
    dossier = sc.Dossier(subject_id="o1", period=sc.Period(start=date(2026, 1, 1), end=date(2027, 1, 1)))
    facts = sc.weigh(dossier, sc.evidence.WARD_WEIGHING)
    kept = receipt(sc.assess(WARD, facts), facts, dossier=dossier, weighing=sc.evidence.WARD_WEIGHING)
    again = from_document(json.loads(json.dumps(to_document(kept))), Receipt)

    assert again == kept
    assert recheck(again) == ()
