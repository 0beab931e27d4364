"""What the values of rotation refuse: each field that is wrong is named with what stands there and what would be right.

"≠" stands between what was found and what is expected.
"""

from fractions import Fraction

import attrs
import pytest

import supervision_core as sc
from rotation.told import raised
from supervision_core.rotation import (
    Allowance,
    AreaWarning,
    ChangeKind,
    CoolingOff,
    Coverage,
    ElementaryChange,
    IdComparison,
    IdleAllowance,
    LeadUnitKind,
    LeadUnitWarning,
    Likeness,
    LookAlike,
    Loop,
    MeetingsOfClass,
    Move,
    PlanDiff,
    Replan,
)

BLANK = "at least one visible character [blank]"
WHOLE = "a whole number (int) [not_whole]"
TEXT = "text (str) [not_text]"
IDS = "a collection of ids [not_a_collection]"
NAMES = "a mapping from the names before to the names after [wrong_kind]"
LOOPS = "one head for each lead unit, and at least one [wrong_length]"
SEVERAL = "an id, or several as a tuple [wrong_kind]"


def names_of(choices):
    """The members of an enumeration as an error lists them."""
    return ", ".join(f"{choices.__name__}.{one.name}" for one in choices)


def roster(subjects, units, **rest):
    """A roster of ids, or of lead units as they are."""
    return sc.Roster(
        subjects=[sc.Subject(id=one) for one in subjects],
        lead_units=[sc.LeadUnit(id=one) if isinstance(one, str) else one for one in units],
        **rest,
    )


def allow(subject, unit, ground="QĐ 45"):
    """An allowance of a pair."""
    return Allowance(subject_id=subject, lead_unit_id=unit, ground=ground)


ONE = roster(["s1"], ["u", "v"])
PLAN = sc.plan_year(ONE, year=2021)
NO_PLAN = sc.plan_year(roster(["s1"], [sc.LeadUnit(id="u", max_load=0)]), year=2021)

FIELDS = [
    (lambda: Allowance(subject_id="", lead_unit_id=7, ground=" "), [
        f"Allowance ('', 7).subject_id: '' ≠ {BLANK}",
        f"Allowance ('', 7).lead_unit_id: 7 ≠ {TEXT}",
        "Allowance ('', 7).ground: a text of 1 character ≠ a text that is not blank, or a Label [wrong_kind]",
    ]),
    (lambda: allow("s1", "u", None), ["Allowance ('s1', 'u').ground: None ≠ a text that is not blank, or a Label [wrong_kind]"]),
    (lambda: IdleAllowance(year=0, allowance=None), [
        "IdleAllowance.year: 0 ≠ at least 1 [too_small]",
        "IdleAllowance.allowance: None ≠ an Allowance [wrong_kind]",
    ]),
    (lambda: IdleAllowance(year=10_000, allowance=allow("s1", "u")), ["IdleAllowance.year: 10000 ≠ at most 9999 [too_large]"]),
    (lambda: AreaWarning(area="", lead_unit_id=" ", load=-1, alone=1.5, aim=0.5), [
        f"AreaWarning.area: '' ≠ {BLANK}",
        f"AreaWarning.lead_unit_id: ' ' ≠ {BLANK}",
        "AreaWarning.load: -1 ≠ at least 0 [too_small]",
        f"AreaWarning.alone: 1.5 ≠ {WHOLE}",
        "AreaWarning.aim: 0.5 ≠ a Fraction [wrong_kind]",
    ]),
    (lambda: AreaWarning(area="A", lead_unit_id="u", load=0, alone=-1, aim=Fraction(0)), ["AreaWarning.alone: -1 ≠ at least 0 [too_small]"]),
    (lambda: attrs.evolve(NO_PLAN, policy=3), ["Infeasible.policy: 3 ≠ a RotationPolicy, or None [wrong_kind]"]),
    (lambda: Loop(lead_units=["u"], heads=[]), [f"Loop.heads: 0 ≠ {LOOPS}"]),
    (lambda: Loop(lead_units=["u"], heads=["a", "b"]), [f"Loop.heads: 2 ≠ {LOOPS}"]),
    (lambda: Loop(lead_units=[], heads=[]), [f"Loop.heads: 0 ≠ {LOOPS}"]),
    (lambda: Loop(lead_units=[""], heads=["a", "a"]), [f"Loop.lead_units: '' ≠ {BLANK}", "Loop.heads: 'a' ≠ each id once [duplicate]"]),
    (lambda: Loop(lead_units=1, heads=2), [f"Loop.lead_units: 1 ≠ {IDS}", f"Loop.heads: 2 ≠ {IDS}"]),
    (lambda: LookAlike(roster_id="", history_id=5, why="x"), [
        f"LookAlike.roster_id: '' ≠ {BLANK}",
        f"LookAlike.history_id: 5 ≠ {TEXT}",
        f"LookAlike.why: 'x' ≠ one of {names_of(Likeness)} [wrong_kind]",
    ]),
    (lambda: IdComparison(only_in_roster=1, only_in_history=["a", "a"], alike=[3]), [
        f"IdComparison.only_in_roster: 1 ≠ {IDS}",
        "IdComparison.only_in_history: 'a' ≠ each id once [duplicate]",
        "IdComparison.alike[0]: 3 ≠ a LookAlike [wrong_kind]",
    ]),
    (lambda: LeadUnitWarning(lead_unit_id="", kind=LeadUnitKind.LEADS, subjects=0, citation=1), [
        f"LeadUnitWarning ''.lead_unit_id: '' ≠ {BLANK}",
        "LeadUnitWarning ''.kind: 'LEADS' ≠ NOT_AGREED or COORDINATES; the others lead [unknown_kind]",
        "LeadUnitWarning ''.subjects: 0 ≠ at least 1 [too_small]",
        "LeadUnitWarning ''.citation: 1 ≠ a Citation [wrong_kind]",
    ]),
    (lambda: LeadUnitWarning(lead_unit_id="u", kind=LeadUnitKind.LEADS_BY_AGREEMENT, subjects=1), [
        "LeadUnitWarning 'u'.kind: 'LEADS_BY_AGREEMENT' ≠ NOT_AGREED or COORDINATES; the others lead [unknown_kind]",
    ]),
    (lambda: LeadUnitWarning(lead_unit_id="u", kind="leads", subjects=1), [f"LeadUnitWarning 'u'.kind: 'leads' ≠ one of {names_of(LeadUnitKind)} [wrong_kind]"]),
    (lambda: MeetingsOfClass(open=1, subjects=0, times=2), [
        f"MeetingsOfClass.open: 1 ≠ {IDS}",
        "MeetingsOfClass.subjects: 0 ≠ at least 1 [too_small]",
        "MeetingsOfClass.times: 2 ≠ a mapping from lead unit ids to whole numbers [wrong_kind]",
    ]),
    (lambda: MeetingsOfClass(open=["u"], subjects=1, times={"": 0, "u": 1.5}), [
        f"MeetingsOfClass.times: '' ≠ {BLANK}",
        "MeetingsOfClass.times['']: 0 ≠ at least 1 [too_small]",
        f"MeetingsOfClass.times['u']: 1.5 ≠ {WHOLE}",
    ]),
    (lambda: CoolingOff(years=-1, limiting=1, demand=-2, supply=-3, meetings=[4]), [
        "CoolingOff.years: -1 ≠ at least 0 [too_small]",
        "CoolingOff.demand: -2 ≠ at least 0 [too_small]",
        "CoolingOff.supply: -3 ≠ at least 0 [too_small]",
        f"CoolingOff.limiting: 1 ≠ {IDS}",
        "CoolingOff.meetings[0]: 4 ≠ a MeetingsOfClass [wrong_kind]",
    ]),
    (lambda: Coverage(years=-1, limiting=1, asking=2, meetings=3), [
        "Coverage.years: -1 ≠ at least 0 [too_small]",
        f"Coverage.limiting: 1 ≠ {IDS}",
        f"Coverage.asking: 2 ≠ {IDS}",
        "Coverage.meetings: 3 ≠ a collection, each item a MeetingsOfClass [not_a_collection]",
    ]),
    (lambda: Coverage(years=None, limiting=[], meetings=["x"]), ["Coverage.meetings[0]: 'x' ≠ a MeetingsOfClass [wrong_kind]"]),
    (lambda: sc.LeadUnit(id="u", kind="leads", since=0), [
        "LeadUnit 'u'.kind: 'leads' ≠ a LeadUnitKind, or None [wrong_kind]",
        "LeadUnit 'u'.since: 0 ≠ at least 1 [too_small]",
    ]),
    (lambda: sc.LeadUnit(id="u", since=10_000), ["LeadUnit 'u'.since: 10000 ≠ at most 9999 [too_large]"]),
    (lambda: ElementaryChange(kind="joined", subject_id="", lead_unit_id=5), [
        f"ElementaryChange.kind: 'joined' ≠ one of {names_of(ChangeKind)} [wrong_kind]",
        f"ElementaryChange.subject_id: '' ≠ {BLANK}",
        f"ElementaryChange.lead_unit_id: 5 ≠ {TEXT}",
    ]),
    (lambda: Move(subject_id="", before=["u", ""], after=5, reason="pinned"), [
        f"Move.subject_id: '' ≠ {BLANK}",
        f"Move.before: '' ≠ {BLANK}",
        f"Move.after: 5 ≠ {TEXT}",
        "Move.reason: 'pinned' ≠ a MoveReason, or None [wrong_kind]",
    ]),
    (lambda: Move(subject_id="a", before="", after="v"), [f"Move.before: '' ≠ {BLANK}"]),
    (lambda: Move(subject_id="a", before=5, after="v"), [f"Move.before: 5 ≠ {TEXT}"]),
    (lambda: Move(subject_id="a", before=["u"], after="v"), [f"Move.before: a tuple of 1 ≠ {SEVERAL}"]),
    (lambda: Move(subject_id="a", before=(), after="v"), [f"Move.before: a tuple of 0 ≠ {SEVERAL}"]),
    (lambda: Move(subject_id="a", before=("u", "u"), after="v"), ["Move.before: 'u' ≠ each id once [duplicate]"]),
    (lambda: Replan(plan=1, moved=[2], renamed=3, bound=-1, changes=[4]), [
        "Replan.plan: 1 ≠ a Plan [wrong_kind]",
        "Replan.moved[0]: 2 ≠ a Move [wrong_kind]",
        f"Replan.renamed: 3 ≠ {NAMES}",
        "Replan.bound: -1 ≠ at least 0 [too_small]",
        "Replan.changes[0]: 4 ≠ an ElementaryChange [wrong_kind]",
    ]),
    (lambda: Replan(plan=PLAN, moved=[], renamed={"": "v", "u": " "}, bound=0, changes=[]), [
        f"Replan.renamed: '' ≠ {BLANK}",
        f"Replan.renamed['u']: ' ' ≠ {BLANK}",
    ]),
    (lambda: PlanDiff(moved=[1], renamed=2, joined=3, left=4, loads=5, score=6), [
        "PlanDiff.moved[0]: 1 ≠ a Move [wrong_kind]",
        f"PlanDiff.renamed: 2 ≠ {NAMES}",
        f"PlanDiff.joined: 3 ≠ {IDS}",
        f"PlanDiff.left: 4 ≠ {IDS}",
        "PlanDiff.loads: 5 ≠ a mapping from ids to whole numbers [wrong_kind]",
        "PlanDiff.score: 6 ≠ a mapping from ids to whole numbers [wrong_kind]",
    ]),
    (lambda: PlanDiff(moved=[], renamed={"": "v"}, joined=[""], left=[], loads={"u": 1.5}, score={"balance": True}), [
        f"PlanDiff.renamed: '' ≠ {BLANK}",
        f"PlanDiff.joined: '' ≠ {BLANK}",
        f"PlanDiff.loads['u']: 1.5 ≠ {WHOLE}",
        f"PlanDiff.score['balance']: True ≠ {WHOLE}",
    ]),
    (lambda: attrs.evolve(PLAN, assignments={"a": 7, "b": "u"}, reference={"a": 1.5, "b": "u"}, loads={"u": -1, "v": 0}, allowed=[8]), [
        "Plan.reference['a']: 1.5 ≠ lead unit ids [wrong_kind]",
        "Plan.assignments['a']: 7 ≠ a lead unit id [wrong_kind]",
        "Plan.loads['u']: -1 ≠ at least 0 [too_small]",
        "Plan.allowed[0]: 8 ≠ an Allowance [wrong_kind]",
    ]),
    (lambda: attrs.evolve(PLAN, assignments={"a": ""}, reference={"a": ("u", " ")}, loads={"u": 1.5}), [
        f"Plan.reference: ' ' ≠ {BLANK}",
        f"Plan.assignments: '' ≠ {BLANK}",
        f"Plan.loads['u']: 1.5 ≠ {WHOLE}",
    ]),
    (lambda: PLAN.score.value("x"), ["Score.value.name: 'x' ≠ one of flagged, repeats_1, cut_short, balance, carried, familiarity, changes [unknown_code]"]),
    (lambda: PLAN.score.value(5), [f"Score.value.name: 5 ≠ {TEXT}"]),
]  # fmt: skip


@pytest.mark.parametrize(("make", "expected"), FIELDS)
def test_a_value_names_every_field_that_is_wrong(make, expected):
    """Place, value and what would be right, all faults at once and each once."""
    assert raised(make) == expected


def test_what_is_just_right_is_taken():
    """The least and the most of each number, nothing where nothing may stand, and two lead units to choose from."""
    for year in (1, 9999):
        assert IdleAllowance(year=year, allowance=allow("a", "u")).year == sc.LeadUnit(id="u", since=year).since == year
    for alone in (0, None):
        assert AreaWarning(area="A", lead_unit_id="u", load=0, alone=alone, aim=Fraction(0)).alone == alone
    assert [attrs.evolve(NO_PLAN, policy=policy).policy for policy in (None, sc.RotationPolicy())] == [
        None,
        sc.RotationPolicy(),
    ]
    assert Loop(lead_units=["u"], heads=["a"]).heads == ("a",)
    for kind in (LeadUnitKind.NOT_AGREED, LeadUnitKind.COORDINATES):
        assert LeadUnitWarning(lead_unit_id="u", kind=kind, subjects=1).kind is kind
    assert dict(MeetingsOfClass(open=[], subjects=1, times={"u": 1}).times) == {"u": 1}
    assert CoolingOff(years=0, limiting=[], demand=0, supply=0).meetings == ()
    assert [Coverage(years=years, limiting=[]).years for years in (0, None)] == [0, None]
    assert Move(subject_id="a", before=["v", "u"], after="w").before == ("u", "v")
    assert Move(subject_id="a", before="u\u0302", after="w").before == "û"
    assert Replan(plan=PLAN, moved=[], renamed={"u": "w"}, bound=0, changes=[]).bound == 0
    found = PlanDiff(moved=[], joined=["b", "a"], left=[], loads={"u": -1}, score={})
    assert (found.joined, dict(found.loads), dict(found.renamed)) == (("a", "b"), {"u": -1}, {})
    assert ElementaryChange(kind=ChangeKind.JOINED).subject_id is None


KIN = sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.KIN)
ALLOWED = [allow("z", "u"), allow("b", "w"), allow("b", "u"), allow("b", "u", "again"), allow("a", "u"), allow("c", "v")]
ROSTERS = [
    (lambda: roster("a", "u", allowances=[1]), ["Roster.allowances[0]: 1 ≠ an Allowance [wrong_kind]"]),
    (lambda: roster("a", "u", allowances=[allow("a", "u"), 1]), ["Roster.allowances[1]: 1 ≠ an Allowance [wrong_kind]"]),
    (lambda: roster("a", "u", allowances="a"), ["Roster.allowances: 'a' ≠ a collection, each item an Allowance [not_a_collection]"]),
    (lambda: roster("abc", "uv", bars=[KIN], pins={"c": "u"}, allowances=ALLOWED), [
        "Roster.allowances ('a', 'u'): 'u' ≠ a pair that no HARD bar forbids (KIN): an allowance opens the cooling-off alone [allowance_against_bar]",
        "Roster.allowances ('b', 'u'): another allowance of the pair ≠ each pair once [duplicate]",
        "Roster.allowances ('b', 'w'): 'w' ≠ the id of a lead unit [unknown_id]",
        "Roster.allowances ('c', 'v'): 'v' ≠ the lead unit that the subject is pinned to ('u'), or no pin [allowance_against_pin]",
        "Roster.allowances ('z', 'u'): 'z' ≠ the id of a subject [unknown_id]",
    ]),
    (lambda: roster("a", "u").through(1, since=2, lead_units=3, pins=4), [
        "Roster.through.lineage: 1 ≠ a Lineage [wrong_kind]",
        "Roster.through.since: 2 ≠ a day (datetime.date) [not_a_day]",
        "Roster.through.lead_units: 3 ≠ a collection, each item a LeadUnit [not_a_collection]",
        "Roster.through.pins: 4 ≠ a mapping from subject ids to lead unit ids [wrong_kind]",
    ]),
    (lambda: roster("a", "u").bars_of(5), [f"Roster.bars_of.subject_id: 5 ≠ {TEXT}"]),
]  # fmt: skip


@pytest.mark.parametrize(("make", "expected"), ROSTERS)
def test_a_roster_names_what_is_wrong_with_allowances_and_arguments(make, expected):
    """Each allowance by its own pair, a pair that stands there twice once, and the pin or the bar that is in its way."""
    assert raised(make) == expected


def test_what_stands_in_no_allowances_way():
    """A flag, a bar or a pin of another pair or subject, a pin to the same lead unit, and another lead unit of the same subject."""
    flag = attrs.evolve(KIN, severity=sc.Severity.FLAG)
    for rest in (
        {"bars": [flag]},
        {"bars": [attrs.evolve(KIN, subject_id="b"), attrs.evolve(KIN, lead_unit_id="v")]},
        {"pins": {"a": "u", "b": "v"}},
        {"pins": {"b": "v"}},
    ):
        assert roster("ab", "uvw", allowances=[allow("a", "u")], **rest).allowances == (allow("a", "u"),)
    both = roster("ab", "uvw", allowances=[allow("b", "u"), allow("a", "v"), allow("a", "u")])
    assert [one.pair for one in both.allowances] == [("a", "u"), ("a", "v"), ("b", "u")]
