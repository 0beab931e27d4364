"""What an explanation says against each other lead unit is what it costs there, and no other level, year or amount passes.

"≠" stands between what was found and what is expected.
"""

import attrs
import pytest

import supervision_core as sc
from supervision_core.rotation import Allowance, Alternative, Detours, verify_explanation


def lines(faults):
    """Faults as place, value, what would be right, and code."""
    return [f"{one.place}: {one.found} ≠ {one.expected} [{one.code}]" for one in faults]


def shown(value):
    """A value as it stands in a fault: its first characters."""
    return repr(value) if len(repr(value)) <= 80 else f"{value!r}"[:79] + "…"


def roster(subjects, units, **rest):
    """A roster of one-letter subjects."""
    given = [sc.LeadUnit(id=one) if isinstance(one, str) else one for one in units]
    return sc.Roster(subjects=[sc.Subject(id=one) for one in subjects], lead_units=given, **rest)


def barred(unit, subject="a", **rest):
    """One bar."""
    return sc.Bar(subject_id=subject, lead_unit_id=unit, reason=sc.BarReason.KIN, **rest)


def recorded(unit, *years):
    """A history of a alone."""
    return sc.History.of({year: {"a": unit} for year in years})


FLAG = sc.Severity.FLAG
NONE = sc.History()
EVEN = {"carry_rest": False}
ONLY_ONE = [sc.LeadUnit(id=unit, max_load=1) for unit in "uv"]
#: What stands against v for a, who has u: the question, the choices of the policy, and the level with what it costs there.
AGAINST = {
    "a flag": (roster("a", "uv", bars=[barred("v", severity=FLAG)]), NONE, {}, {"level": "flagged", "cost": 1, "is_own": True}, "worse by 1 (flagged pairs; by the roster's flags)"),
    "last year": (roster("a", "uv"), recorded("v", 2025), {}, {"level": "repeats_1", "cost": 1, "years": [2025], "is_own": True}, "worse by 1 (repeats of last year, 2025; by the policy's cooling-off)"),
    "two years ago": (
        roster("a", "uv"), recorded("v", 2024), {"cooling_off_years": 2},
        {"level": "repeats_2", "cost": 1, "years": [2024], "is_own": True}, "worse by 1 (repeats of 2 years ago, 2024; by the policy's cooling-off)",
    ),
    "a term of which one year is left": (
        roster("a", "uv"), recorded("u", 2025), {"tenure_years": 2}, {"level": "cut_short", "cost": 1, "is_own": True}, "worse by 1 (terms ended early; by the policy's terms)",
    ),
    # In thirds: 1 is 1 too many and 1 too few at its best, 4 + 4 more than that otherwise; nobody else is there to give way.
    "the loads": (roster("a", [sc.LeadUnit(id="u", share=2), "v"]), NONE, EVEN, {"level": "balance", "cost": 6, "is_own": False}, "the loads are less even (by the lead units' shares)"),
    "the rests of earlier years": (
        roster("a", [sc.LeadUnit(id="u", share=2), "v"]), NONE, {},
        {"level": "carried", "cost": 6, "is_own": False}, "less of the rests of earlier years is made up for (by the lead units' shares over the recorded years)",
    ),
    "one year long ago": (roster("a", "uv"), recorded("v", 2023), EVEN, {"level": "familiarity", "cost": 1, "is_own": True}, "more lead units that had the subject before (by the history)"),
    "two years long ago": (roster("a", "uv"), recorded("v", 2021, 2023), EVEN, {"level": "familiarity", "cost": 4, "is_own": True}, "more lead units that had the subject before (by the history)"),
    "nothing": (roster("a", "uv"), NONE, {}, {}, "equally good; the tie-break decides"),
    "kinship": (roster("a", "uv", bars=[barred("v")]), NONE, {}, {"closed": (sc.BarReason.KIN,)}, "closed (kinship)"),
    "years that forbid it": (
        roster("a", "uv"), recorded("v", 2024, 2025), {"cooling_off_years": 2, "repeats": sc.Repeats.FORBID},
        {"closed": (sc.BarReason.COOLING_OFF,), "years": (2024, 2025)}, "closed (still in the cooling-off period, it had the subject in 2024, 2025)",
    ),
    "kinship, and years that forbid nothing": (roster("a", "uv", bars=[barred("v")]), recorded("v", 2025), {}, {"closed": (sc.BarReason.KIN,)}, "closed (kinship)"),
    "what others need": (roster("ab", ONLY_ONE, bars=[barred("u", "b")]), NONE, {}, {"is_impossible": True}, "leaves no plan for the others"),
    "what a minimum needs": (roster("a", [sc.LeadUnit(id="u", min_load=1), "v"]), NONE, {}, {"is_impossible": True}, "leaves no plan for the others"),
    # b would have to go to u, where it was.
    "what others would repeat": (
        roster("ab", ONLY_ONE), sc.History.of({2025: {"b": "u"}}), {},
        {"level": "repeats_1", "cost": 1, "years": [2025], "is_own": False}, "worse by 1 (repeats of last year, 2025; by the policy's cooling-off; of others who would have to give way)",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("given", "history", "choices", "against", "words"), AGAINST.values(), ids=AGAINST)
def test_what_stands_against_another_lead_unit(given, history, choices, against, words):
    """The first level that differs, by how much, whose it is and of which year; anything else is refused, with both said."""
    plan = sc.plan_year(given, year=2026, history=history, policy=sc.RotationPolicy(**choices))
    answer = sc.explain_assignment(plan, given, "a", history=history)
    right = Alternative(lead_unit_id="v", **against)

    assert (plan.assignments["a"], answer.others) == ("u", (right,))
    assert right.sentence("en") == f"v: {words}"
    assert lines(verify_explanation(plan, given, answer, history=history)) == []
    for change in (
        {"cost": right.cost + 1},
        {"level": "cut_short" if right.level != "cut_short" else "flagged"},
        {"years": [*right.years, 1999]},
        {"is_own": right.is_own is not True},
        {"is_impossible": not right.is_impossible},
        {"closed": () if right.closed else (sc.BarReason.EXCLUDED,)},
    ):
        wrong = attrs.evolve(right, **change)
        assert lines(verify_explanation(plan, given, attrs.evolve(answer, others=[wrong]), history=history)) == [
            f"Explanation.others['v']: {wrong.sentence('en')} ≠ v: {words} [wrong_ground]"
        ]


def test_what_a_change_of_the_reference_costs():
    """u had a until now; a reform left u and w to choose from, and only v is a change."""
    given = roster("a", "uvw")
    for held, costs in (("u", [1, 1]), (("u", "w"), [1, 0])):
        plan = sc.plan_year(given, year=2026, policy=sc.RotationPolicy(carry_rest=False), reference={"a": held})
        answer = sc.explain_assignment(plan, given, "a")

        assert [(one.lead_unit_id, one.level, one.cost) for one in answer.others] == [
            (unit, "changes" if cost else None, cost) for unit, cost in zip("vw", costs, strict=True)
        ]
        assert lines(verify_explanation(plan, given, answer)) == []
        cheaper = [attrs.evolve(answer.others[0], level=None, cost=0), answer.others[1]]
        assert [one.place for one in verify_explanation(plan, given, attrs.evolve(answer, others=cheaper))] == [
            "Explanation.others['v']"
        ]


#: Of two lead units a has u, and v had it last year; nobody else is there.
GIVEN, HISTORY = roster("a", "uv"), recorded("v", 2025)
PLAN = sc.plan_year(GIVEN, year=2026, history=HISTORY)
RIGHT = sc.explain_assignment(PLAN, GIVEN, "a", history=HISTORY)
HOME = (0, 0, 0, 0, 0, 0, 0)
ALLOWED = Allowance(subject_id="a", lead_unit_id="u", ground="x")
FORBID = sc.RotationPolicy(repeats=sc.Repeats.FORBID)
CHEAPER = "a cheaper way ≠ ways that no single move makes shorter, 0 at the subject's own lead unit [not_proved]"


def nothing_leads(ways):
    """What is said of ways that are cheaper than any moves."""
    return f"Explanation.detours: {ways} way{'s' * (ways != 1)} that nothing leads along ≠ ways along which moves of just that cost lead to the subject's own lead unit [not_proved]"


def lower(way):
    """A way that is one cheaper on the last level."""
    return (*way[:-1], way[-1] - 1)


WAYS = RIGHT.detours.ways
SINK = RIGHT.detours.sink
HEADS = [
    ({}, []),
    ({"subject_id": "z"}, ["Explanation.subject_id: 'z' ≠ a subject of the plan [unknown_id]", "Explanation.others: ['v'] ≠ ['u', 'v'] [wrong_lead_units]"]),
    ({"lead_unit_id": "v"}, ["Explanation.lead_unit_id: 'v' ≠ 'u' [wrong_lead_units]"]),
    ({"year": 2025}, ["Explanation.year: 2025 ≠ 2026 [wrong_year]"]),
    ({"year": None}, ["Explanation.year: None ≠ 2026 [wrong_year]"]),
    ({"policy": FORBID}, ["Explanation.policy: repeats FORBID ≠ repeats MINIMISE [other_policy]"]),
    ({"policy": None}, ["Explanation.policy: None ≠ cooling_off_years 1, tenure_years 1, carry_rest True, repeats MINIMISE, objective ANNUAL, tie_break CANONICAL [other_policy]"]),
    ({"others": []}, ["Explanation.others: [] ≠ ['v'] [wrong_lead_units]"]),
    ({"others": [*RIGHT.others, *RIGHT.others]}, ["Explanation.others: ['v', 'v'] ≠ ['v'] [wrong_lead_units]"]),
    ({"allowed": ALLOWED}, [f"Explanation.allowed: {shown(ALLOWED)} ≠ the allowance that the pair rests on [wrong_allowances]"]),
    ({"detours": None}, ["Explanation.detours: None ≠ the proof of the costs [missing]"]),
    ({"detours": Detours(ways={**WAYS, "y": HOME, "x": HOME})}, ["Explanation.detours: ['u', 'v', 'x', 'y'] ≠ lead units of the roster [unknown_id]"]),
    ({"lead_unit_id": "v", "year": 2025, "others": [], "detours": None}, [
        "Explanation.lead_unit_id: 'v' ≠ 'u' [wrong_lead_units]",
        "Explanation.year: 2025 ≠ 2026 [wrong_year]",
        "Explanation.others: [] ≠ ['v'] [wrong_lead_units]",
        "Explanation.detours: None ≠ the proof of the costs [missing]",
    ]),
    ({"detours": Detours(ways={**WAYS, "v": HOME[1:]}, sink=SINK)}, ["Explanation.detours 'v': 6 numbers ≠ 7, one a level [wrong_length]"]),
    ({"detours": Detours(ways=WAYS, sink=HOME[1:])}, ["Explanation.detours 'sink': 6 numbers ≠ 7, one a level [wrong_length]"]),
    ({"detours": Detours(ways={**WAYS, "v": HOME[:1]}, sink=(*HOME, 0))}, [
        "Explanation.detours 'v': 1 number ≠ 7, one a level [wrong_length]",
        "Explanation.detours 'sink': 8 numbers ≠ 7, one a level [wrong_length]",
    ]),
    # Too dear: a load may rise at v and fall at u.
    ({"detours": Detours(ways={**WAYS, "v": (1, *HOME[1:])}, sink=SINK)}, [f"Explanation.detours: {CHEAPER}"]),
    ({"detours": Detours(ways={"u": HOME}, sink=SINK)}, [f"Explanation.detours: {CHEAPER}"]),
    ({"detours": Detours(ways={**WAYS, "u": (1, *HOME[1:])}, sink=SINK)}, [f"Explanation.detours: {CHEAPER}"]),
    ({"detours": Detours(ways={"v": WAYS["v"]}, sink=SINK)}, [f"Explanation.detours: {CHEAPER}"]),
    ({"detours": Detours(ways=WAYS, sink=None)}, [f"Explanation.detours: {CHEAPER}"]),
    # Too cheap: a would repeat last year at v, so that no move into v is cheaper; but none leads out of it at that cost.
    ({"detours": Detours(ways={**WAYS, "v": lower(WAYS["v"])}, sink=SINK)}, [nothing_leads(1)]),
    ({"detours": Detours(ways={**WAYS, "v": lower(WAYS["v"])}, sink=lower(SINK))}, [nothing_leads(2)]),
    # A wrong proof is told before what rests on it.
    ({"others": [attrs.evolve(RIGHT.others[0], cost=5)], "detours": Detours(ways=WAYS, sink=None)}, [f"Explanation.detours: {CHEAPER}"]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), HEADS)
def test_an_explanation_is_of_its_plan_and_proved(change, expected):
    """Subject, lead unit, year, policy, other lead units, allowance and proof, all that is wrong at once; then the proof itself."""
    assert lines(verify_explanation(PLAN, GIVEN, attrs.evolve(RIGHT, **change), history=HISTORY)) == expected


def test_a_missing_allowance():
    """The pair rests on an allowance, and the explanation does not say so."""
    given = roster("a", "u", allowances=[ALLOWED])
    history = recorded("u", 2025)
    plan = sc.plan_year(given, year=2026, history=history, policy=FORBID)
    answer = attrs.evolve(sc.explain_assignment(plan, given, "a", history=history), allowed=None)

    assert lines(verify_explanation(plan, given, answer, history=history)) == [
        "Explanation.allowed: None ≠ the allowance that the pair rests on [wrong_allowances]"
    ]


def test_the_plan_comes_first():
    """Every fault of the plan is told as the plan's, and nothing that rests on it."""
    wrong = attrs.evolve(PLAN, loads={"u": 2, "v": 3})

    assert lines(verify_explanation(wrong, GIVEN, attrs.evolve(RIGHT, year=1), history=HISTORY)) == [
        "plan: Plan.loads['u']: 2 ≠ 1 [wrong_load]",
        "plan: Plan.loads['v']: 3 ≠ 0 [wrong_load]",
    ]


def test_wrong_kinds():
    """Everything of a wrong kind is named at once."""
    with pytest.raises(sc.InvalidInput) as raised:
        verify_explanation(1, 2, 3, history=4)
    assert lines(raised.value.faults) == [
        "verify_explanation.plan: 1 ≠ a Plan [wrong_kind]",
        "verify_explanation.roster: 2 ≠ a Roster [wrong_kind]",
        "verify_explanation.answer: 3 ≠ an Explanation [wrong_kind]",
        "verify_explanation.history: 4 ≠ a History [wrong_kind]",
    ]
