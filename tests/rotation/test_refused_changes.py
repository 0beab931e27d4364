"""A plan changed within the year is held against the old plan: who moved, why, for which single changes, and the bound.

"≠" stands between what was found and what is expected.
"""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core.rotation import Move, MoveReason, Reform, verify_replan
from supervision_core.rotation.moves import ChangeKind, ElementaryChange

JULY = date(2026, 7, 1)


def lines(faults):
    """Faults as place, value, what would be right, and code."""
    return [f"{one.place}: {one.found} ≠ {one.expected} [{one.code}]" for one in faults]


def roster(subjects, units="uv", **rest):
    """A roster of one-letter subjects."""
    given = [sc.LeadUnit(id=one) if isinstance(one, str) else one for one in units]
    return sc.Roster(subjects=[sc.Subject(id=one) for one in subjects], lead_units=given, **rest)


def bar(unit, severity=sc.Severity.HARD):
    """That a may not go, or should not go, to a lead unit."""
    return sc.Bar(subject_id="a", lead_unit_id=unit, reason=sc.BarReason.KIN, severity=severity)


def change(kind, subject=None, unit=None):
    """A single change."""
    return ElementaryChange(kind=ChangeKind[kind], subject_id=subject, lead_unit_id=unit)


def move(subject, before, after, reason):
    """Who goes from where to where, and why."""
    return Move(subject_id=subject, before=before, after=after, reason=MoveReason[reason])


#: u has a and b, v has c and d.
OLD = sc.plan_year(roster("abcd", pins={"a": "u", "b": "u", "c": "v", "d": "v"}), year=2026)
FLAG = sc.Severity.FLAG
#: The new roster; the single changes; who moves; how many could have had to: for each change one lead unit fewer than
#: there are, one more where it is about a pair, and nobody who has just come.
CASES = {
    "nothing": (roster("abcd"), [], [], 0),
    "one joins": (roster("abcde"), [change("JOINED", "e")], [], 1),
    "one joins, of three lead units": (roster("abcde", "uvw"), [change("JOINED", "e")], [], 2),
    "one leaves": (roster("abc"), [change("LEFT", "d", "v")], [], 1),
    "all but one leave and others join": (
        roster("aef"),
        [change("JOINED", "e"), change("JOINED", "f"), change("LEFT", "b", "u"), change("LEFT", "c", "v"), change("LEFT", "d", "v")],
        [],
        1,
    ),
    "a lead unit is gone": (
        roster("abcd", "uw"),
        [change("UNIT_GONE", "c", "v"), change("UNIT_GONE", "d", "v")],
        [move("c", "v", "w", "UNIT_GONE"), move("d", "v", "w", "UNIT_GONE")],
        4,
    ),
    "a pair is closed": (roster("abcd", bars=[bar("u")]), [change("PAIR_CLOSED", "a", "u")], [move("a", "u", "v", "PAIR_CLOSED")], 2),
    "a pair is closed and one is pinned elsewhere": (
        roster("abcd", bars=[bar("u")], pins={"a": "v"}), [change("PAIR_CLOSED", "a", "u")], [move("a", "u", "v", "PAIR_CLOSED")], 2,
    ),
    "one is pinned elsewhere": (roster("abcd", pins={"a": "v"}), [change("PINNED", "a", "u")], [move("a", "u", "v", "PINNED")], 2),
    "a pair is flagged": (roster("abcd", bars=[bar("u", FLAG)]), [change("PAIR_FLAGGED", "a", "u")], [move("a", "u", "v", "PAIR_FLAGGED")], 2),
    "a pair is flagged, and so is every other": (roster("abcd", bars=[bar("u", FLAG), bar("v", FLAG)]), [], [], 0),
    # Who goes makes room; who stays first by id keeps its lead unit.
    "a maximum is lower": (roster("abcd", [sc.LeadUnit(id="u", max_load=1), "v"]), [change("ABOVE_MAXIMUM", unit="u")], [move("b", "u", "v", "MAKES_ROOM")], 1),
    "a maximum is lower by two": (
        roster("abcd", [sc.LeadUnit(id="u", max_load=0), "v"]), [change("ABOVE_MAXIMUM", unit="u")] * 2, [move("a", "u", "v", "MAKES_ROOM"), move("b", "u", "v", "MAKES_ROOM")], 2,
    ),
    "a maximum is just kept": (roster("abcd", [sc.LeadUnit(id="u", max_load=2), "v"]), [], [], 0),
    "a maximum is lower, and as many leave": (roster("acd", [sc.LeadUnit(id="u", max_load=1), "v"]), [change("LEFT", "b", "u")], [], 1),
    "a maximum is lower, and as many are closed": (
        roster("abcd", [sc.LeadUnit(id="u", max_load=1), "v"], bars=[bar("u")]), [change("PAIR_CLOSED", "a", "u")], [move("a", "u", "v", "PAIR_CLOSED")], 2,
    ),
    "a minimum is higher": (
        roster("abcd", ["u", sc.LeadUnit(id="v", min_load=4)]), [change("BELOW_MINIMUM", unit="v")] * 2, [move("a", "u", "v", "MAKES_ROOM"), move("b", "u", "v", "MAKES_ROOM")], 2,
    ),
    "a minimum is just kept": (roster("abcd", ["u", sc.LeadUnit(id="v", min_load=2)]), [], [], 0),
    "who leaves has to be replaced": (roster("abc", ["u", sc.LeadUnit(id="v", min_load=2)]), [change("LEFT", "d", "v")], [move("b", "u", "v", "MAKES_ROOM")], 1),
    "all in their order": (
        roster("abce", ["u", sc.LeadUnit(id="v", max_load=2), sc.LeadUnit(id="w", min_load=1)], bars=[bar("u")]),
        [change("JOINED", "e"), change("LEFT", "d", "v"), change("PAIR_CLOSED", "a", "u"), change("BELOW_MINIMUM", unit="w")],
        None,
        3,
    ),
}  # fmt: skip


def wrong_changes(given, right):
    """What is said of single changes that are not those between the plan and the roster."""
    apart = ", not all of them right" if given == right else ""
    return f"Replan.changes: {given} change{'s' * (given != 1)}{apart} ≠ the {right} single change{'s' * (right != 1)} between the plan and the roster [wrong_changes]"


def wrong_moves(given, right):
    """What is said of moves that are not those between the two plans."""
    apart = ", not all of them right" if given == right else ""
    return f"Replan.moved: {given} move{'s' * (given != 1)}{apart} ≠ the {right} who {'has' if right == 1 else 'have'} another lead unit, each with the reason [wrong_moves]"


@pytest.mark.parametrize(("given", "changes", "moved", "bound"), CASES.values(), ids=CASES)
def test_what_is_said_of_a_changed_plan(given, changes, moved, bound):
    """The single changes in their order, the moves with their reasons and the bound are these, and no fewer and no others."""
    answer = sc.replan(OLD, given)
    moves = list(answer.moved) if moved is None else moved
    other = move("a", "u", "v", "PINNED") if not moves else attrs.evolve(moves[0], reason=None)

    def checked(**forged):
        return lines(
            verify_replan(OLD, given, attrs.evolve(answer, **{"changes": changes, "moved": moves, "bound": bound, **forged}))
        )

    assert checked() == []
    assert checked(bound=bound + 1) == [f"Replan.bound: {bound + 1} ≠ {bound} [wrong_bound]"]
    more = [*changes, change("JOINED", "z")]
    if changes:
        assert checked(changes=more[1:]) == [wrong_changes(len(changes), len(changes))]
    assert checked(changes=more) == [wrong_changes(len(more), len(changes))]
    for place in range(len(changes)):
        rest = changes[:place] + changes[place + 1 :]
        assert checked(changes=rest) == [wrong_changes(len(rest), len(changes))]
    assert checked(moved=[other, *moves[1:]]) == [wrong_moves(max(1, len(moves)), len(moves))]
    if moves:
        assert checked(moved=moves[:-1]) == [wrong_moves(len(moves) - 1, len(moves))]
    assert checked(changes=more, moved=[other, *moves[1:]], bound=9, renamed={"u": "v"}) == [
        wrong_changes(len(more), len(changes)),
        wrong_moves(max(1, len(moves)), len(moves)),
        f"Replan.bound: 9 ≠ {bound} [wrong_bound]",
        "Replan.renamed: {'u': 'v'} ≠ {} [wrong_names]",
    ]


def test_the_changed_plan_answers_its_question():
    """Another year, policy or reference are told together; then what is wrong with the plan itself, and nothing that rests on it."""
    given = roster("abcde")
    answer = sc.replan(OLD, given)
    annual = OLD.policy

    def checked(plan, **forged):
        return lines(verify_replan(OLD, given, attrs.evolve(answer, plan=plan, **forged)))

    assert checked(attrs.evolve(answer.plan, year=2025, policy=annual, reference=None), bound=9) == [
        "Replan.plan.year: 2025 ≠ 2026 [wrong_year]",
        "Replan.plan.policy: objective ANNUAL ≠ objective MID_YEAR [other_policy]",
        "Replan.plan.reference: None ≠ the old plan, by today's names [other_reference]",
    ]
    reference = dict(OLD.assignments)
    for wrong in (
        {**reference, "a": "v"},
        {**reference, "e": "u"},
        {one: unit for one, unit in reference.items() if one != "a"},
        {**reference, "a": ("u", "v")},
    ):
        assert checked(attrs.evolve(answer.plan, reference=wrong)) == [
            f"Replan.plan.reference: <IdMap of {len(wrong)}> ≠ the old plan, by today's names [other_reference]"
        ]
    assert checked(attrs.evolve(answer.plan, loads={"u": 7, "v": answer.plan.loads["v"]}), bound=9) == [
        f"Replan.plan: Plan.loads['u']: 7 ≠ {answer.plan.loads['u']} [wrong_load]"
    ]


def test_a_certificate_in_its_place():
    """It is of the old plan's year and of its policy within the year, and is read like any other."""
    given = roster("abcd", [sc.LeadUnit(id="u", max_load=1)])
    answer = sc.replan(OLD, given)

    assert lines(verify_replan(OLD, given, answer)) == []
    assert lines(verify_replan(OLD, given, attrs.evolve(answer, year=2027, shortage=9))) == [
        "Infeasible.year: 2027 ≠ 2026 [wrong_year]"
    ]
    assert lines(verify_replan(OLD, given, attrs.evolve(answer, shortage=9))) == ["Infeasible.shortage: 9 ≠ 3 [wrong_shortage]"]
    assert lines(verify_replan(OLD, given, attrs.evolve(answer, policy=OLD.policy))) == [
        "Infeasible.policy: objective ANNUAL ≠ objective MID_YEAR [other_policy]"
    ]


def test_a_certificate_of_years_that_forbid_it():
    """Only u is left, which had a the year before the plan: without that year there would be a plan."""
    history = sc.History.of({2025: {"a": "u"}})
    old = sc.plan_year(roster("a"), year=2026, history=history, policy=sc.RotationPolicy(repeats=sc.Repeats.FORBID))
    given = roster("a", "u")
    answer = sc.replan(old, given, history=history)

    assert (dict(old.assignments), isinstance(answer, sc.Infeasible)) == ({"a": "v"}, True)
    assert lines(verify_replan(old, given, answer, history=history)) == []
    assert verify_replan(old, given, answer) != ()


def test_a_plan_is_by_the_names_of_the_first_day_of_its_year():
    """What a reform of 2 January renamed was called otherwise in the plan; whoever says that it is by the names of that day is wrong."""
    second = date(2026, 1, 2)
    history = sc.History().with_lineage(sc.Lineage(reforms=[Reform(on=second, lead_units={"labour": ["workers"]})]))
    old, new = sc.plan_year(roster("a", ["labour"]), year=2026), roster("a", ["workers"])
    answer = sc.replan(old, new, history=history)

    assert (answer.moved, dict(answer.renamed)) == ((), {"labour": "workers"})
    for since in (None, date(2026, 1, 1)):
        assert lines(verify_replan(old, new, answer, history=history, since=since)) == []
    assert [one.code for one in verify_replan(old, new, answer, history=history, since=second)] == ["other_reference"]


def test_names_that_changed_and_lead_units_that_were_split():
    """Labour became workers, and women two: a is moved from both, whoever only bears a new name from none."""
    lineage = sc.Lineage(reforms=[Reform(on=JULY, lead_units={"women": ["league", "union"], "labour": ["workers"]})])
    history = sc.History().with_lineage(lineage)
    old = sc.plan_year(roster("ab", ["labour", "women"], pins={"a": "women", "b": "labour"}), year=2026)
    new = roster("ab", ["league", "union", "workers"], pins={"a": "workers"})
    answer = sc.replan(old, new, history=history)

    assert list(answer.changes) == [change("PINNED", "a", "league")]
    assert list(answer.moved) == [move("a", ("league", "union"), "workers", "PINNED")]
    assert (answer.bound, dict(answer.renamed)) == (2, {"labour": "workers"})
    assert lines(verify_replan(old, new, answer, history=history)) == []
    for wrong in ({}, {"labour": "workers", "women": "league"}, {"labour": "union"}):
        assert lines(verify_replan(old, new, attrs.evolve(answer, renamed=wrong), history=history)) == [
            f"Replan.renamed: {wrong} ≠ {{'labour': 'workers'}} [wrong_names]"
        ]
    one_of_both = attrs.evolve(answer, moved=[move("a", "league", "workers", "PINNED")])
    assert lines(verify_replan(old, new, one_of_both, history=history)) == [wrong_moves(1, 1)]
    # Said to be by the names of July, the old plan has nothing of these names, and they were not renamed.
    assert [one.code for one in verify_replan(old, new, answer, history=history, since=JULY)] == ["other_reference"]


def test_a_flag_that_is_one_too_many_besides():
    """a is flagged at u, which may have one fewer: two changes, of which one move is enough."""
    given = roster("abcd", [sc.LeadUnit(id="u", max_load=1), "v"], bars=[bar("u", FLAG)])
    answer = sc.replan(OLD, given)

    assert list(answer.changes) == [change("PAIR_FLAGGED", "a", "u"), change("ABOVE_MAXIMUM", unit="u")]
    assert (list(answer.moved), answer.bound) == ([move("a", "u", "v", "PAIR_FLAGGED")], 3)
    assert lines(verify_replan(OLD, given, answer)) == []


def test_wrong_kinds():
    """Everything of a wrong kind is named at once."""
    with pytest.raises(sc.InvalidInput) as raised:
        verify_replan(1, 2, 3, history=4, since="July")
    assert lines(raised.value.faults) == [
        "verify_replan.plan: 1 ≠ a Plan [wrong_kind]",
        "verify_replan.new_roster: 2 ≠ a Roster [wrong_kind]",
        "verify_replan.answer: 3 ≠ a Replan or an Infeasible [wrong_kind]",
        "verify_replan.history: 4 ≠ a History [wrong_kind]",
        "verify_replan.since: 'July' ≠ a day (datetime.date) [not_a_day]",
    ]


@pytest.mark.parametrize(("day", "is_open"), [(date(2026, 1, 1), False), (date(2026, 1, 2), True), (date(2026, 12, 31), True), (date(2027, 1, 1), False)])  # fmt: skip
def test_a_second_change_says_by_whose_names_the_first_speaks(day, is_open):
    """A reform of the year swaps u and v: without the day of the first change nobody knows what its u is."""
    history = sc.History().with_lineage(sc.Lineage(reforms=[Reform(on=day, lead_units={"u": ["v"], "v": ["u"]})]))
    first = sc.replan(OLD, roster("abcd")).plan
    for since in (date(2026, 1, 1), day):
        second = sc.replan(first, roster("abcd"), history=history, since=since)
        assert lines(verify_replan(first, roster("abcd"), second, history=history, since=since)) == []
    second = sc.replan(first, roster("abcd"), history=history, since=date(2026, 1, 1))
    found = lines(verify_replan(first, roster("abcd"), second, history=history))
    wanted = "since: None ≠ the day of 2026 by whose names this plan of a replan speaks [replanned_in_a_reform]"
    assert found == ([wanted] if is_open else [])
    # The plan of the year itself has the names of 1 January.
    assert lines(verify_replan(OLD, roster("abcd"), sc.replan(OLD, roster("abcd"), history=history), history=history)) == []
    shut = roster("abcd", [sc.LeadUnit(id=one, max_load=0) for one in "uv"])
    none = sc.replan(first, shut, history=history, since=day)
    assert lines(verify_replan(first, shut, none, history=history)) == ([wanted] if is_open else [])
