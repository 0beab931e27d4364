"""What becomes of each protected thing, audience by audience: who reads it as it stands, and what the others read instead."""

import hashlib
from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core import Audience, Label
from supervision_core.evidence import (
    Bearer,
    Checked,
    DisciplineFinding,
    DisciplineRecord,
    FeedbackKind,
    MeetingRecord,
    ObligationRecord,
    RegistrationFaultKind,
)
from supervision_core.programme.sealing import sealed
from supervision_core.rotation import Allowance, BarReason, BarredGroup, IdleAllowance

L = Label("mục", "item")
YEAR = sc.Period.of_year(2026)
SOME_GROUND = Label("có căn cứ, không nêu tại đây", "there is a ground, which is not told here")
FEEDBACK = sc.Feedback(
    id="letter", subject_id="o1", channel="suggestion_box", kind=FeedbackKind.COMMENT, received_on=date(2026, 5, 13), says={"civic.standing": True}, reporter_key="k-77"
)  # fmt: skip
RATING = sc.Rating(
    id="r1",
    subject_id="o1",
    channel="front_working_committee",
    code="civic.standing",
    value=True,
    rated_on=date(2026, 5, 13),
    by="b7",
)
OBLIGATION = ObligationRecord(
    id="rec", subject_id="o1", bearer=Bearer.HOUSEHOLD, obligation="thuế đất", is_fulfilled=True, recorded_on=date(2026, 6, 1)
)
DISCIPLINE = DisciplineRecord(
    id="d1", subject_id="o1", finding=DisciplineFinding.DISCIPLINED, covers=YEAR, recorded_on=date(2026, 7, 1), measure=L
)
ITEMS = [sc.Commitment(id="1", text="Trả kết quả hồ sơ đất đai đúng hẹn trong tuần")]
MINE, THEIRS = (
    sc.Registration(id=who, subject_id=who, year=2026, lodged_on=date(2026, 1, 5), items=ITEMS) for who in ("o1", "o2")
)
COPIED = next(one for one in sc.registration_faults(MINE, peers=[THEIRS]) if one.kind is RegistrationFaultKind.COPIED)
#: From the widest audience to the one that sees everything.
AUDIENCES = (Audience.PUBLIC, Audience.OFFICIAL, Audience.LEAD_UNIT, Audience.PARTY_COMMITTEE, Audience.RECEIVING_UNIT)


def bar(reason):
    """A closed pair and why."""
    return sc.Bar(subject_id="s1", lead_unit_id="u1", reason=reason)


def plan_with_warnings():
    """A plan after which there is none, under an allowance that opens nothing."""
    roster = sc.Roster(
        subjects=[sc.Subject(id="a")], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v")], bars=[sc.Bar(subject_id="a", lead_unit_id="v", reason=BarReason.KIN)]
    )  # fmt: skip
    plan = sc.plan_year(roster, year=2026, policy=sc.RotationPolicy(repeats=sc.Repeats.FORBID))
    [stuck] = plan.warnings
    assert isinstance(stuck, sc.Infeasible)
    idle = IdleAllowance(allowance=Allowance(subject_id="a", lead_unit_id="u", ground="QĐ 45/2026"), year=2026)
    return attrs.evolve(plan, warnings=(idle, stuck))


ALLOWANCE = Allowance(subject_id="a", lead_unit_id="u", ground="QĐ 45/2026")
GROUND = ALLOWANCE.ground


@pytest.mark.parametrize(
    ("value", "field", "seen"),
    [
        (sc.Fact(code="civic.standing", value=True, sources=["b", "a"]), "sources", [("#1", "#2")] * 4 + [("a", "b")]),
        (FEEDBACK, "id", ["#1"] * 4 + ["letter"]),
        (FEEDBACK, "reporter_key", ["@1"] * 4 + ["k-77"]),
        (FEEDBACK, "received_on", [date(2026, 5, 1)] * 2 + [date(2026, 5, 13)] * 3),
        (FEEDBACK, "channel", [FEEDBACK.channel] * 5),
        (RATING, "id", ["#1"] * 4 + ["r1"]),
        (RATING, "by", ["@1"] * 4 + ["b7"]),
        (RATING, "rated_on", [date(2026, 5, 13)] * 5),
        (attrs.evolve(RATING, by="o1"), "by", ["o1"] * 5),
        (OBLIGATION, "obligation", ["~1"] * 4 + ["thuế đất"]),
        (attrs.evolve(OBLIGATION, bearer=Bearer.SELF), "obligation", ["thuế đất"] * 5),
        (bar(BarReason.KIN), "reason", [BarReason.EXCLUDED] * 4 + [BarReason.KIN]),
        (bar(BarReason.DECLARED_CONFLICT), "reason", [BarReason.EXCLUDED] * 4 + [BarReason.DECLARED_CONFLICT]),
        (bar(BarReason.UNDECLARED_CONFLICT), "reason", [BarReason.EXCLUDED] * 4 + [BarReason.UNDECLARED_CONFLICT]),
        (bar(BarReason.OWN_HEAD), "reason", [BarReason.OWN_HEAD] * 5),
        (bar(BarReason.OWN_MEMBER), "reason", [BarReason.OWN_MEMBER] * 5),
        (ALLOWANCE, "ground", [SOME_GROUND] * 3 + [GROUND] * 2),
        (COPIED, "peer", [None] * 4 + [("o2", "1")]),
        (sc.Subject(id="s1", label=L), "label", [None] + [L] * 4),
        (DISCIPLINE, "measure", [L, L, None, L, L]),
        (DISCIPLINE, "id", ["#1"] * 4 + ["d1"]),
        (DISCIPLINE, "finding", [DisciplineFinding.DISCIPLINED] * 5),
    ],
)  # fmt: skip
def test_what_each_audience_reads(value, field, seen):
    """The public, the official, the lead unit, the party committee, and the unit that received it, in this order."""
    assert [getattr(sealed(value, audience, None), field) for audience in AUDIENCES] == seen


def test_certificates_stay_with_the_party_committee():
    """What opens nothing is no certificate and stays for everybody; its ground is told as grounds are."""
    plan = plan_with_warnings()
    seen = [sealed(plan, audience, None).warnings for audience in AUDIENCES]

    assert [[type(one) for one in warnings] for warnings in seen] == [[IdleAllowance]] * 3 + [
        [IdleAllowance, sc.Infeasible]
    ] * 2
    assert [warnings[0].allowance.ground for warnings in seen] == [SOME_GROUND] * 3 + [GROUND] * 2
    assert sealed(plan, Audience.RECEIVING_UNIT, None) is plan


def test_each_role_has_numbers_of_its_own():
    """Evidence, reporters and what a household owes are numbered apart, each in the order of the ids, over the whole value."""
    second = attrs.evolve(FEEDBACK, id="a letter", reporter_key="k-12", received_on=date(2026, 6, 1))
    dossier = sc.Dossier(
        subject_id="o1", period=YEAR, feedback=[FEEDBACK, second], ratings=[RATING], obligations=[OBLIGATION, attrs.evolve(OBLIGATION, id="rec 2", obligation="điện")]
    )  # fmt: skip
    shown = sealed(dossier, Audience.OFFICIAL, None)

    # In their order: "a letter", "letter", "r1", "rec", "rec 2"; by code point "thuế đất" comes before "điện".
    assert {one.received_on.month: (one.id, one.reporter_key) for one in shown.feedback} == {5: ("#2", "@3"), 6: ("#1", "@2")}
    assert [(one.id, one.by) for one in shown.ratings] == [("#3", "@1")]
    assert sorted((one.id, one.obligation) for one in shown.obligations) == [("#4", "~1"), ("#5", "~2")]


def test_one_name_may_be_protected_here_and_open_there():
    """What somebody says of himself or herself is open beside what the same one says of another, and takes no number."""
    own, of_another, by_b = (
        attrs.evolve(RATING, id=name, subject_id=who, by=by)
        for name, who, by in (("r1", "a", "a"), ("r2", "o2", "a"), ("r3", "o2", "b"))
    )

    assert [one.by for one in sealed((own, of_another, by_b), Audience.OFFICIAL, None)] == ["a", "@1", "@2"]
    assert [one.by for one in sealed((own, by_b), Audience.OFFICIAL, None)] == ["a", "@1"]
    obligations = (attrs.evolve(OBLIGATION, id="1", bearer=Bearer.SELF, obligation="a"), attrs.evolve(OBLIGATION, id="2"))
    assert [one.obligation for one in sealed(obligations, Audience.OFFICIAL, None)] == ["a", "~1"]


@pytest.mark.parametrize("salt", [None, "muối"])
def test_nobody_has_no_token(salt):
    """A word of which it is not known who said it, beside one of which it is."""
    words = (attrs.evolve(FEEDBACK, id="a", reporter_key=None), FEEDBACK)

    assert [one.reporter_key is None for one in sealed(words, Audience.OFFICIAL, salt)] == [True, False]


@pytest.mark.parametrize(("many", "first", "last"), [(9, "#1", "#9"), (10, "#01", "#10"), (100, "#001", "#100")])
def test_numbers_are_as_wide_as_the_largest(many, first, last):
    """So that they stand in the order of the ids, as text too."""
    fact = sc.Fact(code="civic.standing", value=True, sources=[f"s{number:03}" for number in range(many)])
    tokens = sealed(fact, Audience.OFFICIAL, None).sources

    assert (tokens[0], tokens[-1], list(tokens)) == (first, last, sorted(tokens))


def test_a_salt_hashes_each_role_under_its_own_mark():
    """One person who reported and one piece of evidence of the same name are told apart by the mark alone."""
    same = attrs.evolve(FEEDBACK, id="x", reporter_key="x")
    shown = sealed(same, Audience.PARTY_COMMITTEE, "muối")
    digest = hashlib.sha256("muối".encode() + b"\0x").hexdigest()

    assert (shown.id, shown.reporter_key) == (f"#{digest}", f"@{digest}")
    assert (
        sealed(OBLIGATION, Audience.OFFICIAL, "muối").obligation == "~" + hashlib.sha256("muối\0thuế đất".encode()).hexdigest()
    )
    assert sealed(shown, Audience.PARTY_COMMITTEE, "another") == shown
    assert sealed(attrs.evolve(same, id="#" + "f" * 63), Audience.PARTY_COMMITTEE, "muối").id != "#" + "f" * 63


def test_what_holds_nothing_protected_comes_back_as_it_is():
    """The same object, in a tuple and in a mapping too; beside it only what changes is made anew."""
    facts = sc.Facts.of({"civic.standing": True})
    meeting = MeetingRecord(id="m1", subject_id="o1", meeting_id="tổ 7", held_on=date(2026, 5, 1), attended=True)
    both = (facts, meeting)
    found = sealed(both, Audience.OFFICIAL, None)

    assert sealed((facts, facts), Audience.OFFICIAL, None)[0] is facts
    assert sealed(sc.values.IdMap({"a": facts}), Audience.OFFICIAL, None)["a"] is facts
    assert (found[0] is facts, found[1].id, both[1].id) == (True, "#1", "m1")
    assert sealed(sc.values.IdMap({"a": meeting, "b": facts}), Audience.OFFICIAL, None)["a"].id == "#1"
    assert sealed(5, Audience.PUBLIC, None) == 5


def test_bars_that_have_become_one_stand_once():
    """Two ties of a pair; another pair and another reason stay, in their order."""
    bars = [
        bar(BarReason.KIN),
        bar(BarReason.DECLARED_CONFLICT),
        bar(BarReason.OWN_HEAD),
        attrs.evolve(bar(BarReason.KIN), lead_unit_id="u2"),
    ]
    roster = sc.Roster(
        subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u1"), sc.LeadUnit(id="u2"), sc.LeadUnit(id="u3")], bars=bars
    )
    shown = sealed(roster, Audience.PARTY_COMMITTEE, None)

    assert sorted((one.lead_unit_id, one.reason.name) for one in shown.bars) == [
        ("u1", "EXCLUDED"),
        ("u1", "OWN_HEAD"),
        ("u2", "EXCLUDED"),
    ]
    assert sealed(roster, Audience.RECEIVING_UNIT, None) is roster


@pytest.mark.parametrize(
    ("first", "received", "seen"),
    [
        (date(2026, 5, 1), date(2026, 5, 13), date(2026, 5, 1)), (date(2026, 5, 2), date(2026, 5, 13), date(2026, 5, 2)),
        (date(2026, 5, 13), date(2026, 5, 13), date(2026, 5, 13)), (date(2026, 4, 13), date(2026, 5, 13), date(2026, 5, 1)),
    ],
)  # fmt: skip
def test_the_month_of_a_word_begins_no_earlier_than_the_dossier(first, received, seen):
    """The first day of the month, or of the dossier where that is later."""
    feedback = attrs.evolve(FEEDBACK, received_on=received)
    dossier = sc.Dossier(subject_id="o1", period=sc.Period(start=first, end=date(2027, 1, 1)), feedback=[feedback])

    assert [one.received_on for one in sealed(dossier, Audience.OFFICIAL, None).feedback] == [seen]
    assert [one.received_on for one in sealed(dossier, Audience.LEAD_UNIT, None).feedback] == [received]


def test_all_days_of_a_word_begin_no_earlier_than_the_dossier():
    """When it was checked and answered too, as far as it was; a later month begins on its own first day."""
    answered = attrs.evolve(
        FEEDBACK, checked=Checked.CONFIRMED, is_checkable=True, checked_on=date(2026, 5, 20), answered_on=date(2026, 5, 21)
    )
    words = [answered, attrs.evolve(answered, id="later", answered_on=date(2026, 6, 2)), attrs.evolve(FEEDBACK, id="open")]
    dossier = sc.Dossier(subject_id="o1", period=sc.Period(start=date(2026, 5, 10), end=date(2027, 1, 1)), feedback=words)
    first = date(2026, 5, 10)

    assert [(one.received_on, one.checked_on, one.answered_on) for one in sealed(dossier, Audience.OFFICIAL, None).feedback] == [
        (first, first, date(2026, 6, 1)), (first, first, first), (first, None, None),
    ]  # fmt: skip


def test_several_reasons_of_a_pair_are_told_once_each():
    """Kinship and conflicts of interest are one exclusion; the others stay, in their order."""
    reasons = [BarReason.KIN, BarReason.OWN_HEAD, BarReason.DECLARED_CONFLICT, BarReason.UNDECLARED_CONFLICT]
    group = BarredGroup(lead_unit_id="u1", reasons=reasons, subjects=["s1"])
    seen = {audience: sealed(group, audience, None).reasons for audience in AUDIENCES}

    assert [set(one) for one in seen.values()] == [{BarReason.EXCLUDED, BarReason.OWN_HEAD}] * 4 + [set(reasons)]
    assert [len(one) for one in seen.values()] == [2] * 4 + [4]
