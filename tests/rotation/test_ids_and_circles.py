"""Roster and history side by side, circles of heads, and a roster carried through a reform."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core.rotation import Likeness, Links, Loop, Reform, check_roster, compare_ids, loops

JULY = date(2025, 7, 1)


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(fault.code, fault.place) for fault in raised.value.faults]


def roster(subjects, units, **rest):
    return sc.Roster(
        subjects=[sc.Subject(id=one) for one in subjects],
        lead_units=[sc.LeadUnit(id=one) if isinstance(one, str) else one for one in units],
        **rest,
    )


def found_in(given, **rest):
    return [(one.code, one.place, one.found, one.expected) for one in check_roster(given, **rest)]


class TestCheckRoster:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Na Hang", "Na  Hang"),
            ("CB1", "cb1"),
            ("00004", "4"),
            ("CB010", "CB10"),
            ("Đà", "\u00d0à"),
            ("CB1", "\u0421B1"),
            ("CB1", "CB\u200b1"),
            ("CB1", "CB1\ufe0f"),
            ("Chiêm Hóa", "Chiêm Hoá"),
            ("Chiêm Hóa", "chiêm  HOÁ"),
            # A zero before a number that follows another one, and Cyrillic letters that print as Latin ones only as capitals.
            ("Tổ 12 05", "Tổ 12 5"),
            ("1 01", "101"),
            ("\u0412\u041d1", "\u0432\u043d1"),
            ("\u04121", "B1"),
        ],
    )
    def test_two_that_are_taken_for_each_other(self, one, other):
        """Officials, lead units, and a former lead unit beside a present one; the one later by id is named beside the first."""
        first, second = sorted((one, other))
        told = ("looks_alike", repr(second), f"an id that nobody takes for {first!r}")

        for name, given in (
            ("subjects", roster([one, other, "x"], ["front"])),
            ("lead_units", roster(["x"], [one, other, "front"])),
            ("former_units", roster(["x"], [first, "front"], former_units=[second, "gone"])),
        ):
            [(code, place, found, expected)] = found_in(given)
            assert (code, found.replace("\\\\", "\\"), expected) == told
            assert place.startswith(f"Roster.{name}[")

    @pytest.mark.parametrize(("one", "other"), [("Yên Hoa", "Yên Hòa"), ("Chiêm Hóa", "Chiem Hoa"), ("ma", "mạ"), ("CB1", "CBl"), ("d1", "đ1"), ("CB1", "CB11"), ("12 05", "125"), ("10", "1"), ("\u0432", "B")])
    def test_two_words_are_two_words(self, one, other):
        """Other tones and other marks make other names, and honest ids differ in l and 1; two former ones are not compared."""
        assert check_roster(roster([one, other], ["front", f"u {one}", f"u {other}"])) == ()
        assert check_roster(roster([], ["front"], former_units=["Old", "old"])) == ()

    def test_several_of_one_kind(self):
        """Each is named once, beside the first."""
        given = roster(["a 1", "A1", "a1", "b"], ["front"])

        assert [one.place for one in check_roster(given)] == ["Roster.subjects['a 1']", "Roster.subjects['a1']"]
        assert {one.expected for one in check_roster(given)} == {"an id that nobody takes for 'A1'"}

    def test_a_record_before_the_first_year(self):
        """The first such year is said; records from the first year on, and a lead unit without one, contradict nothing."""
        given = roster(["a"], [sc.LeadUnit(id="u", since=2025), sc.LeadUnit(id="v", since=2024), "w"])
        history = sc.History.of({2022: {"a": "w"}, 2023: {"a": "u"}, 2024: {"a": "u", "b": "v"}})

        expected = "a first year not after 2023, of which there is a record"
        assert found_in(given, history=history) == [("before_since", "LeadUnit['u'].since", "2025", expected)]
        assert found_in(given, history=history.since(2025)) == found_in(given) == []

    def test_what_was_inherited(self):
        """Of what a lead unit was split from nothing is its own; what it took in by a merger is."""
        history = sc.History.of({2023: {"a": "whole", "b": "x", "c": "y"}, 2024: {"a": "whole"}})
        reform = Reform(on=date(2024, 7, 1), lead_units={"whole": ["p", "q"], "x": ["z"], "y": ["z"]})
        history = history.with_lineage(sc.Lineage(reforms=[reform]))
        given = roster(["a"], [sc.LeadUnit(id="p", since=2024), sc.LeadUnit(id="q", since=2025), sc.LeadUnit(id="z", since=2024)])

        assert [(place, expected) for _, place, _, expected in found_in(given, history=history)] == [
            ("LeadUnit['q'].since", "a first year not after 2024, of which there is a record"),
            ("LeadUnit['z'].since", "a first year not after 2023, of which there is a record"),
        ]

    def test_plans_are_made_all_the_same(self):
        """It is told and not refused: the rests of before the first year do not count."""
        given = roster(["a", "b", "c"], [sc.LeadUnit(id="u", since=2026), "v"])
        history = sc.History.of({2025: {"a": "u", "b": "u", "c": "v"}})
        plan = sc.plan_year(given, year=2026, history=history, policy=sc.RotationPolicy(cooling_off_years=0))

        assert [one.code for one in check_roster(given, history=history)] == ["before_since"]
        assert (plan.score.value("carried"), sc.verify_plan(given, plan, history=history)) == (2, ())
        assert faults_of(lambda: check_roster(1, history=2)) == [("wrong_kind", "check_roster.roster"), ("wrong_kind", "check_roster.history")]


class TestCompareIds:
    @pytest.mark.parametrize(
        ("here", "there", "why"),
        [
            ("Na Hang", "Na  Hang", Likeness.SPACES),
            ("Na Hang", "Na Hang ", Likeness.SPACES),
            ("cb1", "CB1", Likeness.CASE),
            ("00004", "4", Likeness.LEADING_ZEROS),
            ("CB010", "CB10", Likeness.LEADING_ZEROS),
            ("Tổ 12 05", "Tổ 12 5", Likeness.LEADING_ZEROS),
            ("Tổ 12 05", "To 12  5", Likeness.SEVERAL),
            ("1 01", "101", Likeness.SPACES),
            ("\u0412\u041d1", "\u0432\u043d1", Likeness.CASE),
            ("Đà", "\u00d0à", Likeness.LOOK_ALIKE_LETTERS),
            ("CB1", "\u0421B1", Likeness.LOOK_ALIKE_LETTERS),
            ("CB1", "CB\u200b1", Likeness.LOOK_ALIKE_LETTERS),
            ("CB1", "C\u0392" + "1", Likeness.LOOK_ALIKE_LETTERS),
            ("CB1", "\uff23\uff221", Likeness.LOOK_ALIKE_LETTERS),
            ("CB1", "CB\u0661", Likeness.LOOK_ALIKE_LETTERS),
            ("CB1", "CB\u202e1", Likeness.LOOK_ALIKE_LETTERS),
            ("CB1", "CB1\ufe0f", Likeness.LOOK_ALIKE_LETTERS),
            ("CB-1", "CB\u20101", Likeness.LOOK_ALIKE_LETTERS),
            ("Chiêm Hóa", "Chiêm Hoá", Likeness.TONE_MARKS),
            ("Chiêm Hóa", "Chiem Hoa", Likeness.TONE_MARKS),
            ("Chiêm Hóa", "chiem hoa", Likeness.SEVERAL),
        ],
    )
    def test_who_looks_alike_and_why(self, here, there, why):
        """Subjects that print alike, each with the closest reason."""
        found = compare_ids(roster([here], ["front"]), sc.History.of({2024: {there: "front"}}))

        assert [(one.roster_id, one.history_id, one.why) for one in found.alike] == [(here, there, why)]
        assert (found.only_in_roster, found.only_in_history) == ((here,), (there,))

    def test_more_pairs_than_anybody_looks_through_are_refused(self):
        """320 spellings of one id on each side would make 102,400 pairs."""
        here, there = ([f"a{' ' * number}b" for number in range(first, 640, 2)] for first in (0, 1))

        with pytest.raises(sc.values.BeyondExactness) as refused:
            compare_ids(roster(here, ["u"]), sc.History.of({2025: dict.fromkeys(there, "u")}))
        assert (refused.value.size, refused.value.limit) == (102_400, 100_000)

    def test_pairs_that_look_alike_in_two_ways_are_counted_once(self):
        """Zeros and spaces apart, ids look alike in one of two ways or in both; a pair is listed once, and counted once."""
        history = sc.History.of({2025: {"001 2": "u", "1  2": "u", "0012": "u"}})
        found = compare_ids(roster(["1 2", "01 02", "12"], ["u"]), history)
        both = {"01 02": ["001 2", "1  2"], "1 2": ["001 2", "0012", "1  2"], "12": ["001 2", "0012", "1  2"]}

        assert [(one.roster_id, one.history_id) for one in found.alike] == [(one, other) for one in both for other in both[one]]
        here, spaces, zeros = (
            [f"{one}{' ' * number}{other}" for number in range(1, 1 + many)]
            for one, other, many in (("1", "01", 250), ("10", "1", 300), ("1", "1", 300))
        )
        with pytest.raises(sc.values.BeyondExactness) as refused:
            compare_ids(roster(here, ["u"]), sc.History.of({2025: dict.fromkeys([*spaces, *zeros], "u")}))
        assert refused.value.size == 250 * (300 + 300)

    def test_joiners_and_leavers_are_no_look_alikes(self):
        """đ is a letter of its own, 10 is not 1, and a lead unit is not taken for a subject."""
        history = sc.History.of({2024: {"d": "front", "1": "front", "front2": "women"}})
        found = compare_ids(roster(["đ", "10"], ["front"], former_units=["women"]), history)

        assert found.alike == ()
        assert found.only_in_roster == ("10", "đ")
        assert found.only_in_history == ("1", "d", "front2")

    def test_letters_that_nobody_can_tell_apart_are_named_by_their_number(self):
        """Which character it is, and what stands there in the other; where one has one more, a dash."""
        def said(here, there, lang="en"):
            return compare_ids(roster([here], ["front"]), sc.History.of({2024: {there: "front"}})).alike[0].sentence(lang)

        assert said("Đà", "\u00d0à").endswith("(character 1: U+0110 and U+00D0)")
        assert said("CB1", "CB1\u200b", "vi").endswith("(ký tự thứ 4: – và U+200B)")

    def test_names_go_through_the_lineage(self):
        """Whoever was renamed is known by the name of today; unknown records count."""
        history = sc.History.of_records(
            [{"subject_id": "old", "lead_unit_id": "women", "year": 2024}, {"subject_id": "old2", "lead_unit_id": None, "year": 2024}],
            lineage=sc.Lineage(reforms=[Reform(on=JULY, subjects={"old": ["new"]}, lead_units={"women": ["union"]})]),
        )
        found = compare_ids(roster(["new"], ["Union"]), history)

        assert found.only_in_history == ("old2", "union")
        assert found.alike[0].sentence("en") == "“Union” – “union”: capital letters"

    def test_bad_input(self):
        """Wrong kinds are named."""
        assert faults_of(lambda: compare_ids(1, 2)) == [("wrong_kind", "compare_ids.roster"), ("wrong_kind", "compare_ids.history")]


class TestLoops:
    def test_heads_that_got_each_others_unit(self):
        """A and B in a circle, C by itself, D supervised by A from outside the circle; a head who is nobody's subject is left out."""
        given = roster(["hA", "hB", "hC", "hD"], ["A", "B", "C", "D"], pins={"hA": "B", "hB": "A", "hC": "C", "hD": "A"})
        plan = sc.plan_year(given, year=2026)
        links = Links(heads=[("hA", "A"), ("hB", "B"), ("hC", "C"), ("hD", "D"), ("nobody", "A")])
        found = loops(plan, links)

        assert [one.lead_units for one in found] == [("A", "B"), ("C",)]
        assert found[0].heads == ("hB", "hA")
        assert found[0].sentence("vi", {"hA": "Anh A"}) == "A giám sát hB (người đứng đầu B); B giám sát Anh A (người đứng đầu A)"

    def test_a_long_circle_and_an_unknown_lead_unit(self):
        """300 lead units in one circle; a lead unit that the plan lacks is a fault."""
        names = [f"u{number:03}" for number in range(300)]
        pins = {f"h{number:03}": names[number - 1] for number in range(300)}
        plan = sc.plan_year(roster(list(pins), names, pins=pins), year=2026)

        assert [len(one.heads) for one in loops(plan, Links(heads=[(f"h{number:03}", names[number]) for number in range(300)]))] == [300]
        assert faults_of(lambda: loops(plan, Links(heads=[("h000", "x")]))) == [("unknown_id", "Links.heads")]
        assert faults_of(lambda: Loop(lead_units=["u"], heads=[])) == [("wrong_length", "Loop.heads")]

    def test_too_many_circles_are_refused(self):
        """Ten lead units with a head for each other one have more circles than are listed."""
        names = [f"u{number}" for number in range(10)]
        heads = [(f"{one} {other}", other) for one in names for other in names]
        plan = sc.plan_year(roster([head for head, _ in heads], names, pins={head: head.split()[0] for head, _ in heads}), year=2026)

        with pytest.raises(sc.SupervisionError):
            loops(plan, Links(heads=heads))


class TestRosterThrough:
    def test_a_merger_adds_up(self):
        """Shares, minima and maxima add up, no maximum wins, bars unite, pins follow."""
        units = [
            sc.LeadUnit(id="women", share=3, min_load=1, max_load=4, area="x", since=2020),
            sc.LeadUnit(id="youth", share=2, min_load=2, max_load=5, area="x", since=2022),
            sc.LeadUnit(id="front", label=sc.Label("a", "b")),
        ]
        given = roster(
            ["a", "b", "c"],
            units,
            bars=[sc.Bar(subject_id=one, lead_unit_id=unit, reason=sc.BarReason.KIN) for one in "ab" for unit in ("women", "youth")],
            pins={"c": "women"},
            former_units=["older"],
        )
        reform = Reform(on=JULY, lead_units={"women": ["union"], "youth": ["union"], "older": ["front"]}, subjects={"a": ["ab"], "b": ["ab"]})
        after = given.through(sc.Lineage(reforms=[reform]), since=date(2025, 1, 1))
        union = {unit.id: unit for unit in after.lead_units}["union"]

        assert (union.share, union.min_load, union.max_load, union.area, union.since) == (5, 3, 9, "x", 2020)
        assert after.subject_ids == ("ab", "c")
        assert [(bar.subject_id, bar.lead_unit_id) for bar in after.bars] == [("ab", "union")]
        assert (dict(after.pins), after.former_units) == ({"c": "union"}, ())
        assert given.through(sc.Lineage(reforms=[reform]), since=JULY) == given

    def test_what_was_split_is_asked_for(self):
        """A bar goes to every successor; share, bounds and pins of a split lead unit are to be given."""
        given = roster(["a", "b"], ["big", "v"], bars=[sc.Bar(subject_id="a", lead_unit_id="big", reason=sc.BarReason.KIN)], pins={"b": "big"})
        lineage = sc.Lineage(reforms=[Reform(on=JULY, lead_units={"big": ["left", "right"]})])

        assert faults_of(lambda: given.through(lineage)) == [
            ("split", "Roster.through.lead_units['left']"),
            ("split", "Roster.through.lead_units['right']"),
            ("split", "Roster.through.pins['b']"),
        ]
        parts = [sc.LeadUnit(id="left"), sc.LeadUnit(id="right", max_load=1), sc.LeadUnit(id="third", max_load=None)]
        after = given.through(lineage, lead_units=parts, pins={"b": "left"})
        assert after.lead_unit_ids == ("left", "right", "third", "v")
        assert [(bar.subject_id, bar.lead_unit_id) for bar in after.bars] == [("a", "left"), ("a", "right")]
        assert dict(after.pins) == {"b": "left"}

    def test_no_maximum_wins_and_first_years_differ(self):
        """A part without a maximum leaves none, and one that always took part makes the whole one that did."""
        given = roster(["a"], [sc.LeadUnit(id="u", max_load=3, since=2020), sc.LeadUnit(id="v", area="x")])
        [after] = given.through(sc.Lineage(lead_units={"u": ["w"], "v": ["w"]})).lead_units

        assert (after.max_load, after.since, after.area) == (None, None, None)
        assert faults_of(lambda: given.through(1, since=2, lead_units=3, pins=4))[0] == ("wrong_kind", "Roster.through.lineage")


def test_bars_for_a_roster_that_has_them():
    """Bars that the roster has are not made twice, and a declaration of somebody unknown is named."""
    given = roster(["a", "b"], ["u", "v"])
    links = Links(heads=[("a", "u")])
    bars = sc.bars_for(given, links)

    assert sc.bars_for(roster(["a", "b"], ["u", "v"], bars=bars), links) == ()
    assert faults_of(lambda: sc.bars_for(given, Links(declared_by=["a", "x"]))) == [("unknown_id", "Links.declared_by")]


IN_CIRCLES = sc.plan_year(roster(["s1"], ["u", "v"]), year=2026)


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: loops(1, 2), [("wrong_kind", "loops.plan", "1", "a Plan"), ("wrong_kind", "loops.links", "2", "Links")]),
        (
            lambda: loops(IN_CIRCLES, Links(heads=[("s1", "y"), ("s2", "x"), ("s1", "u")])),
            [("unknown_id", "Links.heads", f"'{one}'", "the id of a lead unit of the plan") for one in "xy"],
        ),
        (
            lambda: compare_ids(1, 2),
            [("wrong_kind", "compare_ids.roster", "1", "a Roster"), ("wrong_kind", "compare_ids.history", "2", "a History")],
        ),
    ],
)
def test_what_has_no_circles_and_no_look_alikes(make, expected):
    """Other kinds, and heads of lead units that the plan does not have, sorted."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    assert [(one.code, one.place, one.found, one.expected) for one in raised.value.faults] == expected


def test_a_hundred_thousand_steps_and_pairs_and_no_more():
    """As many are followed and listed; one head more, or one spelling more, is refused by name, size and limit."""

    def circles(heads):
        """The circles of a lead unit that supervises so many heads of its own."""
        ids = [f"h{number}" for number in range(heads)]
        return loops(attrs.evolve(IN_CIRCLES, assignments=dict.fromkeys(ids, "u")), Links(heads=[(one, "u") for one in ids]))

    def pairs(here, there):
        """What looks alike among so many spellings of one id in a roster and so many others in a history."""
        spelt = [f"a{' ' * number}b" for number in range(here + there)]
        return compare_ids(roster(spelt[:here], ["u"]), sc.History.of({2025: dict.fromkeys(spelt[here:], "u")})).alike

    assert (len(circles(100_000)), len(pairs(250, 400))) == (100_000, 100_000)
    for make, what, size in (
        (lambda: circles(100_001), "circles of heads", 100_001),
        (lambda: pairs(251, 400), "pairs of ids that look alike", 100_400),
    ):
        with pytest.raises(sc.values.BeyondExactness) as refused:
            make()
        assert (refused.value.what, refused.value.size, refused.value.limit) == (what, size, 100_000)


def test_look_alikes_come_by_the_rosters_id_and_then_by_the_historys():
    """A space comes before a letter, and two spaces before one."""
    history = sc.History.of({2025: dict.fromkeys(["a b", "a  b", "cd"], "u")})
    found = compare_ids(roster(["ab", "CD"], ["u"]), history).alike

    assert [(one.roster_id, one.history_id) for one in found] == [("CD", "cd"), ("ab", "a  b"), ("ab", "a b")]


def test_circles_that_share_lead_units():
    """u and v have two heads each of the other's, and u one of its own: its own first, then each of the four pairs once."""
    heads = {"u1": "v", "u2": "v", "v1": "u", "v2": "u", "u3": "u"}
    links = Links(heads=[(one, one[0]) for one in heads])
    found = loops(attrs.evolve(IN_CIRCLES, assignments=heads), links)

    assert [(one.lead_units, one.heads) for one in found] == [
        (("u",), ("u3",)),
        *((("u", "v"), (one, other)) for one in ("v1", "v2") for other in ("u1", "u2")),
    ]
