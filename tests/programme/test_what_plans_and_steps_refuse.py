"""What plans, sessions, matters and steps refuse: each fault whole, just outside its bound, and none just inside."""

from datetime import date, timedelta

import attrs
import pytest

import supervision_core as sc
from programme.refusing import changed, told
from supervision_core import Label, Period
from supervision_core.obligations import Right
from supervision_core.programme import (
    AcknowledgedResult,
    Charge,
    Delegation,
    DelegationSession,
    Matter,
    MatterKind,
    MatterStep,
    PlanContent,
    StepKind,
    SupervisionMethod,
    charges_of,
    follow_up,
    head_facts,
)

L = Label("mục", "item")
DAY, BEFORE, AFTER = date(2026, 3, 1), date(2026, 2, 28), date(2026, 3, 2)
YEAR = Period.of_year(2026)
A_DAY = "a day (datetime.date)"
SEEN = "at least one visible character"

CONTENT = PlanContent(id="ethics", label=L)
CHARGE = Charge(lead_id="front", subject_ids=["o1", "o2"], content_ids=["ethics"])
TEAM = Delegation(id="team", head_id="p1", member_ids=["p2"])
PLAN = sc.SupervisionPlan(
    number="02/KH", issued_on=DAY, issuer=L, scope=L, period=YEAR, contents=[CONTENT], subjects=[sc.Subject(id="o1"), sc.Subject(id="o2")], lead_units=["front"],
    delegations=[TEAM], charges=[CHARGE],
)  # fmt: skip
MATTER = Matter(id="m1", kind=MatterKind.PRESSING_MATTER, text=L, addressee_id="chair", raised_on=DAY)
SETTLED = MatterStep(matter_id="m1", kind=StepKind.SETTLED, on=DAY)
SESSION = DelegationSession(id="s1", head_id="p1", member_ids=["p2"], subject_id="o1", content=L, period=YEAR, held_on=DAY)
WARD = sc.regulations.GOOD_PERFORMANCE_2014


@pytest.mark.parametrize(
    ("make", "faults"),
    [
        (changed(CONTENT, id=" "), [("blank", "PlanContent ' '.id", "' '", SEEN)]),
        (changed(CONTENT, label=5), [("wrong_kind", "PlanContent 'ethics'.label", "5", "a Label")]),
        (
            changed(CONTENT, subject_ids=[]),
            [("empty", "PlanContent 'ethics'.subject_ids", "()", "at least one, or None for every subject of the plan")],
        ),
        (
            changed(CONTENT, subject_ids=5),
            [("not_a_collection", "PlanContent 'ethics'.subject_ids", "5", "a collection of ids")],
        ),
        (
            changed(CONTENT, methods=[SupervisionMethod.SESSION, 5]),
            [("wrong_kind", "PlanContent 'ethics'.methods[1]", "5", "a SupervisionMethod")],
        ),
        (
            changed(CONTENT, methods=[SupervisionMethod.SESSION] * 2),
            [("duplicate", "PlanContent 'ethics'.methods", "'session'", "each id once")],
        ),
        (changed(CHARGE, lead_id=""), [("blank", "Charge.lead_id", "''", SEEN)]),
        (changed(CHARGE, subject_ids=[]), [("empty", "Charge.subject_ids", "()", "at least one")]),
        (changed(CHARGE, content_ids=[]), [("empty", "Charge.content_ids", "()", "at least one")]),
        (changed(CHARGE, content_ids=["a", "a"]), [("duplicate", "Charge.content_ids", "'a'", "each id once")]),
        (
            lambda: charges_of(5, ["ethics"]),
            [("wrong_kind", "charges_of.assignments", "5", "a mapping from subject ids to lead unit ids")],
        ),
        (lambda: charges_of({}, ["a", "a"]), [("duplicate", "charges_of.content_ids", "'a'", "each id once")]),
        (lambda: charges_of({"": "front"}, ["a"]), [("blank", "charges_of.assignments", "''", SEEN)]),
        (lambda: charges_of({"o1": ""}, ["a"]), [("blank", "charges_of.assignments['o1']", "''", SEEN)]),
        (
            lambda: charges_of({"o\u0302": "front", "ô": "front"}, ["a"]),
            [("duplicate", "charges_of.assignments", "['ô', 'ô']", "each once; two are alike in composed Unicode")],
        ),
        (changed(TEAM, id=5), [("not_text", "Delegation 5.id", "5", "text (str)")]),
        (changed(TEAM, head_id=""), [("blank", "Delegation 'team'.head_id", "''", SEEN)]),
        (
            changed(TEAM, member_ids=["p2", "p1"]),
            [("duplicate", "Delegation 'team'.member_ids", "'p1'", "members other than the head")],
        ),
        (changed(TEAM, member_ids=["p2", "p2"]), [("duplicate", "Delegation 'team'.member_ids", "'p2'", "each id once")]),
    ],
)
def test_a_part_of_a_plan_says_what_it_refuses(make, faults):
    """Contents, charges and delegations: the field, what stands there, and what would be right."""
    assert told(make) == faults


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({"number": ""}, [("blank", "SupervisionPlan ''.number", "''", SEEN)]),
        ({"issued_on": 5}, [("not_a_day", "SupervisionPlan '02/KH'.issued_on", "5", A_DAY)]),
        ({"issuer": 5}, [("wrong_kind", "SupervisionPlan '02/KH'.issuer", "5", "a Label")]),
        ({"scope": 5}, [("wrong_kind", "SupervisionPlan '02/KH'.scope", "5", "a Label")]),
        ({"period": 5}, [("wrong_kind", "SupervisionPlan '02/KH'.period", "5", "a Period")]),
        ({"standards": [WARD.citation, 5]}, [("wrong_kind", "SupervisionPlan '02/KH'.standards[1]", "5", "a Citation")]),
        ({"lead_units": ["front", "front"]}, [
            ("duplicate", "SupervisionPlan '02/KH'.lead_units", "'front'", "each id once"),
            ("duplicate", "SupervisionPlan '02/KH'.delegations", "'front'", "an id that no lead unit has"),
        ]),
        ({"contents": [CONTENT, 5]}, [("wrong_kind", "SupervisionPlan '02/KH'.contents[1]", "5", "a PlanContent")]),
        ({"subjects": 5}, [("not_a_collection", "SupervisionPlan '02/KH'.subjects", "5", "a collection, each item a Subject")]),
        ({"delegations": [5]}, [("wrong_kind", "SupervisionPlan '02/KH'.delegations[0]", "5", "a Delegation")]),
        ({"charges": [CHARGE, 5]}, [("wrong_kind", "SupervisionPlan '02/KH'.charges[1]", "5", "a Charge")]),
        ({"contents": [CONTENT, attrs.evolve(CONTENT, methods=[SupervisionMethod.SESSION])]}, [("duplicate", "SupervisionPlan '02/KH'.contents", "'ethics'", "each id once")]),
        ({"subjects": [sc.Subject(id="o1"), sc.Subject(id="o2"), sc.Subject(id="o2")]}, [("duplicate", "SupervisionPlan '02/KH'.subjects", "'o2'", "each id once")]),
        ({"delegations": [attrs.evolve(TEAM, id="front")]}, [("duplicate", "SupervisionPlan '02/KH'.delegations", "'front'", "an id that no lead unit has")]),
        ({"contents": [], "charges": []}, [("empty", "SupervisionPlan '02/KH'.contents", "()", "at least one"), ("empty", "SupervisionPlan '02/KH'.charges", "()", "at least one")]),
        ({"subjects": [], "charges": []}, [("empty", "SupervisionPlan '02/KH'.subjects", "()", "at least one"), ("empty", "SupervisionPlan '02/KH'.charges", "()", "at least one")]),
        ({"charges": [attrs.evolve(CHARGE, lead_id="women")]}, [("unknown_id", "SupervisionPlan '02/KH'.charges", "'women'", "a lead unit or delegation of the plan")]),
        ({"charges": [attrs.evolve(CHARGE, content_ids=["ethics", "speed"])]}, [("unknown_id", "SupervisionPlan '02/KH'.charges", "'speed'", "a content of the plan")]),
        ({"charges": [attrs.evolve(CHARGE, subject_ids=["o1", "o2", "o9"])]}, [("unknown_id", "SupervisionPlan '02/KH'.charges", "'o9'", "a subject of the plan")]),
        ({"contents": [attrs.evolve(CONTENT, subject_ids=["o1", "o2", "o9"])], "charges": [CHARGE, Charge(lead_id="team", subject_ids=["o9"], content_ids=["ethics"])]}, [
            ("unknown_id", "SupervisionPlan '02/KH'.charges", "'o9'", "a subject of the plan"),
            ("unknown_id", "SupervisionPlan '02/KH'.contents", "'o9'", "a subject of the plan"),
        ]),
        ({"charges": [attrs.evolve(CHARGE, subject_ids=["o2"])]}, [("no_lead", "SupervisionPlan '02/KH'.charges", "'o1' on 'ethics'", "exactly one lead unit, and there is none")]),
        ({"charges": [CHARGE, Charge(lead_id="team", subject_ids=["o2"], content_ids=["ethics"])]}, [
            ("overlap", "SupervisionPlan '02/KH'.charges", "'o2' on 'ethics' by front, team", "exactly one lead unit"),
        ]),
        ({"contents": [attrs.evolve(CONTENT, subject_ids=["o2"])]}, [("not_concerned", "SupervisionPlan '02/KH'.charges", "'o1' on 'ethics'", "a subject that the content concerns")]),
    ],
)  # fmt: skip
def test_a_plan_says_what_it_refuses(fields, faults):
    """What does not fit together is named where it stands, and nothing that fits beside it."""
    assert told(changed(PLAN, **fields)) == faults


def test_a_delegation_leads_as_a_lead_unit_does():
    """A plan may be led by delegations alone; then nothing is wrong."""
    led = attrs.evolve(PLAN, lead_units=[], charges=[attrs.evolve(CHARGE, lead_id="team")])

    assert [led.lead_of(one, "ethics") for one in ("o1", "o2")] == ["team", "team"]
    with pytest.raises(sc.InvalidInput):
        sc.SupervisionPlan(
            number="1",
            issued_on=DAY,
            issuer=L,
            scope=L,
            period=YEAR,
            contents=[CONTENT],
            subjects=PLAN.subjects,
            charges=[CHARGE],
        )


@pytest.mark.parametrize(
    ("make", "faults"),
    [
        (changed(MATTER, id=""), [("blank", "Matter ''.id", "''", SEEN)]),
        (changed(MATTER, text=5), [("wrong_kind", "Matter 'm1'.text", "5", "a Label")]),
        (changed(MATTER, addressee_id=""), [("blank", "Matter 'm1'.addressee_id", "''", SEEN)]),
        (changed(MATTER, raised_on=5, due=BEFORE), [("not_a_day", "Matter 'm1'.raised_on", "5", A_DAY)]),
        (changed(MATTER, due=5), [("not_a_day", "Matter 'm1'.due", "5", A_DAY)]),
        (changed(MATTER, due=BEFORE), [("not_later", "Matter 'm1'.due", "datetime.date(2026, 2, 28)", "no day before 2026-03-01")]),
        (changed(MATTER, about_id=""), [("blank", "Matter 'm1'.about_id", "''", SEEN)]),
        (changed(MATTER, competent_id=""), [("blank", "Matter 'm1'.competent_id", "''", SEEN)]),
        (changed(MATTER, kind=MatterKind.SIGN_OF_DECLINE), [("missing", "Matter 'm1'.about_id", "None", "the person whom the sign is about")]),
        (changed(MATTER, kind="pressing"), [
            ("wrong_kind", "Matter 'm1'.kind", "'pressing'", "one of MatterKind.RECOMMENDATION, MatterKind.PRESSING_MATTER, MatterKind.SIGN_OF_DECLINE"),
        ]),
        (changed(MATTER, sources=["a", "a"]), [("duplicate", "Matter 'm1'.sources", "'a'", "each id once")]),
        (changed(SETTLED, matter_id=""), [("blank", "MatterStep about ''.matter_id", "''", SEEN)]),
        (changed(SETTLED, on=5), [("not_a_day", "MatterStep about 'm1'.on", "5", A_DAY)]),
        (changed(SETTLED, sources=["a", "a"]), [("duplicate", "MatterStep about 'm1'.sources", "'a'", "each id once")]),
        (changed(SETTLED, kind=StepKind.FORWARDED, to_id=""), [("blank", "MatterStep about 'm1'.to_id", "''", SEEN)]),
        (lambda: AcknowledgedResult(text=5), [("wrong_kind", "AcknowledgedResult.text", "5", "a Label")]),
        (lambda: AcknowledgedResult(text=L, obligation=""), [("blank", "AcknowledgedResult.obligation", "''", SEEN)]),
        (lambda: AcknowledgedResult(text=L, right="know"), [
            ("wrong_kind", "AcknowledgedResult.right", "'know'", "one of " + ", ".join(f"Right.{one.name}" for one in Right)),
        ]),
        (lambda: AcknowledgedResult(text=L, sources=5), [("not_a_collection", "AcknowledgedResult.sources", "5", "a collection of ids")]),
        (changed(SESSION, id=""), [("blank", "DelegationSession ''.id", "''", SEEN)]),
        (changed(SESSION, head_id=""), [("blank", "DelegationSession 's1'.head_id", "''", SEEN)]),
        (changed(SESSION, subject_id=""), [("blank", "DelegationSession 's1'.subject_id", "''", SEEN)]),
        (changed(SESSION, member_ids=["p1", "p2"]), [("duplicate", "DelegationSession 's1'.member_ids", "'p1'", "the other members, without the head")]),
        (changed(SESSION, content=5), [("wrong_kind", "DelegationSession 's1'.content", "5", "a Label")]),
        (changed(SESSION, period=5), [("wrong_kind", "DelegationSession 's1'.period", "5", "a Period")]),
        (changed(SESSION, held_on=5), [("not_a_day", "DelegationSession 's1'.held_on", "5", A_DAY)]),
        (changed(SESSION, held_on=date(2025, 12, 31)), [("not_later", "DelegationSession 's1'.held_on", "datetime.date(2025, 12, 31)", "no day before 2026-01-01")]),
        (changed(SESSION, results=[AcknowledgedResult(text=L), 5]), [("wrong_kind", "DelegationSession 's1'.results[1]", "5", "an AcknowledgedResult")]),
        (changed(SESSION, recommendations=[5]), [("wrong_kind", "DelegationSession 's1'.recommendations[0]", "5", "a Matter")]),
    ],
)  # fmt: skip
def test_a_session_and_what_comes_of_it_say_what_they_refuse(make, faults):
    """Matters, steps, results and sessions: one thing wrong is one fault, at its own place."""
    assert told(make) == faults


def test_on_the_very_day_nothing_is_wrong():
    """A matter due on the day it was raised, a session on the first day of its time, a sign that is about somebody."""
    assert attrs.evolve(MATTER, due=DAY).due == DAY
    assert attrs.evolve(SESSION, held_on=YEAR.start).held_on == YEAR.start
    assert attrs.evolve(MATTER, kind=MatterKind.SIGN_OF_DECLINE, about_id="o1").about_id == "o1"
    assert attrs.evolve(MATTER, about_id="o1").kind is MatterKind.PRESSING_MATTER


@pytest.mark.parametrize(
    ("matters", "steps", "faults"),
    [
        ([5], [], [("wrong_kind", "follow_up.matters[0]", "5", "a Matter")]),
        ([MATTER], [SETTLED, 5], [("wrong_kind", "follow_up.steps[1]", "5", "a MatterStep")]),
        ([MATTER, attrs.evolve(MATTER, id="m2"), MATTER], [], [("duplicate", "follow_up.matters", "'m1'", "each matter once")]),
        (
            [MATTER],
            [attrs.evolve(SETTLED, matter_id="m9")],
            [("unknown_id", "MatterStep about 'm9'.matter_id", "'m9'", "the id of a matter that is given")],
        ),
        (
            [MATTER],
            [attrs.evolve(SETTLED, on=BEFORE)],
            [("not_later", "MatterStep about 'm1'.on", "2026-02-28", "no day before 2026-03-01")],
        ),
        (
            [MATTER],
            [SETTLED, attrs.evolve(SETTLED, kind=StepKind.DECLINED)],
            [("contradiction", "MatterStep about 'm1'.kind", "settled and declined on one day", "one of the two")],
        ),
    ],
)
def test_following_up_says_what_does_not_fit(matters, steps, faults):
    """Matters twice, steps about none or from before, and two ends on one day."""
    assert told(lambda: follow_up(matters, steps, as_of=AFTER)) == faults


def test_two_ends_contradict_each_other_only_on_one_day_of_one_matter():
    """Settled twice on one day, refused the day after, or another matter refused on that day: nothing is wrong."""
    other = attrs.evolve(MATTER, id="m2")
    refused = attrs.evolve(SETTLED, kind=StepKind.DECLINED)

    def states(*steps):
        return [one.state.name for one in follow_up([MATTER, other], steps, as_of=AFTER).values()]

    assert states(SETTLED, SETTLED) == ["SETTLED", "PENDING"]
    assert states(SETTLED, attrs.evolve(refused, on=AFTER)) == ["DECLINED", "PENDING"]
    assert states(SETTLED, attrs.evolve(refused, matter_id="m2")) == ["SETTLED", "DECLINED"]
    assert states(attrs.evolve(SETTLED, kind=StepKind.ANSWERED), refused) == ["DECLINED", "PENDING"]


def test_steps_of_one_day_follow_each_other_in_one_order():
    """Passed on, answered, refused or settled, reopened; and passed on twice, it is with the later name: however they are given."""
    reopened = attrs.evolve(SETTLED, kind=StepKind.REOPENED)
    sent = [MatterStep(matter_id="m1", kind=StepKind.FORWARDED, on=DAY, to_id=name) for name in ("city", "district")]
    for steps in ([reopened, SETTLED, *sent], [*sent[::-1], SETTLED, reopened]):
        one = follow_up([MATTER], steps, as_of=DAY)["m1"]
        assert (one.state.name, one.with_id, one.answered_on, one.ended_on) == ("ANSWERED", "district", DAY, None)


def test_what_counts_as_an_answer():
    """An answer, a refusal, a settlement; passing it on and reopening it are none. The first one's day stands, and the last end's."""

    def followed(*kinds):
        steps = [
            MatterStep(
                matter_id="m1", kind=kind, on=DAY + timedelta(days=number), to_id="city" if kind is StepKind.FORWARDED else None
            )
            for number, kind in enumerate(kinds)
        ]
        one = follow_up([MATTER], steps, as_of=date(2026, 12, 31))["m1"]
        return one.state.name, one.answered_on and (one.answered_on - DAY).days, one.ended_on and (one.ended_on - DAY).days

    assert followed(StepKind.FORWARDED) == ("PENDING", None, None)
    assert followed(StepKind.REOPENED) == ("PENDING", None, None)
    assert followed(StepKind.FORWARDED, StepKind.ANSWERED, StepKind.SETTLED) == ("SETTLED", 1, 2)
    assert followed(StepKind.FORWARDED, StepKind.DECLINED, StepKind.SETTLED) == ("SETTLED", 1, 2)
    assert followed(StepKind.SETTLED, StepKind.REOPENED, StepKind.DECLINED) == ("DECLINED", 0, 2)
    assert followed(StepKind.SETTLED, StepKind.REOPENED) == ("ANSWERED", 0, None)


def test_how_it_stands_checks_its_own_fields():
    """Each field by its own name."""
    one = follow_up([MATTER], [], as_of=DAY)["m1"]

    assert told(changed(one, matter=5)) == [("wrong_kind", "FollowUp.matter", "5", "a Matter")]
    assert told(changed(one, as_of=5)) == [("not_a_day", "FollowUp.as_of", "5", A_DAY)]
    assert told(changed(one, with_id="")) == [("blank", "FollowUp.with_id", "''", SEEN)]
    assert told(changed(one, answered_on=5)) == [("not_a_day", "FollowUp.answered_on", "5", A_DAY)]
    assert told(changed(one, ended_on=5)) == [("not_a_day", "FollowUp.ended_on", "5", A_DAY)]
    assert told(changed(one, sources=["a", "a"])) == [("duplicate", "FollowUp.sources", "'a'", "each id once")]
    assert told(lambda: head_facts([], [], head_id="", as_of=DAY)) == [("blank", "head_facts.head_id", "''", SEEN)]
