"""Every error of rotation, and every fault its checkers find, names the place, the value there, and what would be right.

"≠" stands between what was found and what is expected.
"""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core.rotation import BarredGroup, Example, Repair, RepairKind, Violation
from supervision_core.rotation.horizon import BOUNDS_REACHED
from supervision_core.values import IdMap

L = sc.Label("mục", "item")
BLANK = "at least one visible character [blank]"
WHOLE = "a whole number (int) [not_whole]"
REASONS = "one of " + ", ".join(f"BarReason.{one.name}" for one in sc.BarReason) + " [wrong_kind]"
BY_SUBJECT = "a mapping from subject ids to lead unit ids"
GONE = "a lead unit of the roster, or one that former_units lists [unknown_id]"


def roster(subjects=1, units=("u", "v"), **rest):
    return sc.Roster(
        subjects=[sc.Subject(id=f"s{number + 1}") for number in range(subjects)],
        lead_units=[sc.LeadUnit(id=unit) if isinstance(unit, str) else unit for unit in units],
        **rest,
    )


def bar(subject="s1", unit="u", reason=sc.BarReason.KIN, **rest):
    return sc.Bar(subject_id=subject, lead_unit_id=unit, reason=reason, **rest)


def record(**given):
    return sc.rotation.Record(**{"subject_id": "s1", "lead_unit_id": "u", "year": 2020, **given})


def row(**given):
    return {"subject_id": "s1", "lead_unit_id": "u", "year": 2020, **given}


ONE = roster()
PLAN = sc.plan_year(ONE, year=2021)
NO_PLAN = sc.plan_year(roster(units=[sc.LeadUnit(id="u", max_load=0)]), year=2021)
EXAMPLE = Example(subjects=["s1"], lead_units=["u"], demand=1, supply=0)
PAST = sc.History.of({2020: {"s1": "gone"}, 2021: {"s1": "u"}})


def lines(faults):
    return [f"{one.place}: {one.found} ≠ {one.expected} [{one.code}]" for one in faults]


def raised(make):
    with pytest.raises(sc.InvalidInput) as found:
        make()
    return lines(found.value.faults)


VALUES = [
    (lambda: sc.Subject(id="", label="x", tier="", area="\n", unit=" "), [
        f"Subject ''.id: '' ≠ {BLANK}",
        "Subject ''.label: 'x' ≠ a Label, or None [wrong_kind]",
        f"Subject ''.tier: '' ≠ {BLANK}",
        f"Subject ''.area: '\\n' ≠ {BLANK}",
        f"Subject ''.unit: ' ' ≠ {BLANK}",
    ]),
    (lambda: sc.LeadUnit(id="", label="x", share=-1, min_load=0.5, max_load=10**12 + 1, tier="", area=""), [
        f"LeadUnit ''.id: '' ≠ {BLANK}",
        "LeadUnit ''.label: 'x' ≠ a Label, or None [wrong_kind]",
        "LeadUnit ''.share: -1 ≠ at least 0 [too_small]",
        f"LeadUnit ''.min_load: 0.5 ≠ {WHOLE}",
        "LeadUnit ''.max_load: 1000000000001 ≠ at most 1000000000000 [too_large]",
        f"LeadUnit ''.tier: '' ≠ {BLANK}",
        f"LeadUnit ''.area: '' ≠ {BLANK}",
    ]),
    (lambda: sc.LeadUnit(id="u", share=10**12 + 1, min_load=10**12 + 1, max_load=-1), [
        "LeadUnit 'u'.share: 1000000000001 ≠ at most 1000000000000 [too_large]",
        "LeadUnit 'u'.min_load: 1000000000001 ≠ at most 1000000000000 [too_large]",
        "LeadUnit 'u'.max_load: -1 ≠ at least 0 [too_small]",
    ]),
    (lambda: sc.LeadUnit(id="u", min_load=-1), ["LeadUnit 'u'.min_load: -1 ≠ at least 0 [too_small]"]),
    (lambda: sc.LeadUnit(id="u", min_load=3, max_load=2), ["LeadUnit 'u'.min_load: 3 ≠ at most max_load, 2 [empty_range]"]),
    (lambda: sc.Bar(subject_id="", lead_unit_id="", reason="r", severity="s"), [
        f"Bar ('', '').subject_id: '' ≠ {BLANK}",
        f"Bar ('', '').lead_unit_id: '' ≠ {BLANK}",
        f"Bar ('', '').reason: 'r' ≠ {REASONS}",
        "Bar ('', '').severity: 's' ≠ one of Severity.HARD, Severity.FLAG [wrong_kind]",
    ]),
    (lambda: bar(reason=sc.BarReason.COOLING_OFF), ["Bar ('s1', 'u').reason: 'COOLING_OFF' ≠ a reason that a bar may have; this one only the planner gives [planners_own]"]),
    (lambda: sc.Roster(subjects=[1], lead_units=[2], bars=[3], pins=4, former_units=5), [
        "Roster.former_units: 5 ≠ a collection of ids [not_a_collection]",
        "Roster.subjects[0]: 1 ≠ a Subject [wrong_kind]",
        "Roster.lead_units[0]: 2 ≠ a LeadUnit [wrong_kind]",
        "Roster.bars[0]: 3 ≠ a Bar [wrong_kind]",
        "Roster.pins: 4 ≠ a mapping from subject ids to lead unit ids, each subject once [wrong_kind]",
    ]),
    (lambda: roster(units=(), subjects=0), ["Roster.lead_units: none ≠ at least one LeadUnit [empty]"]),
    (lambda: sc.Roster(subjects=[sc.Subject(id="s1")] * 2, lead_units=[sc.LeadUnit(id="u", share=0)] * 3, former_units=["x", "u"]), [
        "Roster.subjects: 's1' ≠ each id once [duplicate]",
        "Roster.lead_units: 'u' ≠ each id once [duplicate]",
        "Roster.lead_units: all shares 0 ≠ a share above 0 for at least one lead unit [all_shares_zero]",
        "Roster.former_units: 'u' ≠ only lead units that are gone [still_present]",
    ]),
    (lambda: roster(bars=[bar("s1", "w"), bar("t", "u"), bar(), bar()]), [
        "Roster.bars ('s1', 'u'): KIN HARD twice ≠ each bar once [duplicate]",
        "Roster.bars ('s1', 'w'): 'w' ≠ the id of a lead unit [unknown_id]",
        "Roster.bars ('t', 'u'): 't' ≠ the id of a subject [unknown_id]",
    ]),
    (lambda: roster(bars=[bar()], pins={"s1": "u", "t": "w"}), [
        "Roster.pins['s1']: 'u' ≠ a lead unit that no HARD bar forbids (KIN) [pin_against_bar]",
        "Roster.pins['t']: 't' ≠ the id of a subject [unknown_id]",
        "Roster.pins['t']: 'w' ≠ the id of a lead unit [unknown_id]",
    ]),
    (lambda: sc.RotationPolicy(cooling_off_years=101, repeats="r", objective="o", tie_break="t"), [
        "RotationPolicy.cooling_off_years: 101 ≠ at most 100 [too_large]",
        "RotationPolicy.repeats: 'r' ≠ one of Repeats.MINIMISE, Repeats.FORBID [wrong_kind]",
        "RotationPolicy.objective: 'o' ≠ one of Objective.ANNUAL, Objective.MID_YEAR [wrong_kind]",
        "RotationPolicy.tie_break: 't' ≠ CANONICAL, ANY or a PublicDraw [wrong_kind]",
    ]),
    (lambda: sc.RotationPolicy(cooling_off_years=-1), ["RotationPolicy.cooling_off_years: -1 ≠ at least 0 [too_small]"]),
    (lambda: sc.PublicDraw(""), [f"PublicDraw.salt: '' ≠ {BLANK}"]),
    (lambda: sc.rotation.Score(levels=[1]), ["Score.levels[0]: 1 ≠ a pair (name, value) [wrong_kind]"]),
    (lambda: sc.rotation.Score(levels=[("a",), ("", 1), ("b", -1)]), [
        "Score.levels: a tuple of 1 ≠ a pair (name, value) [wrong_kind]",
        f"Score.levels: '' ≠ {BLANK}",
        "Score.levels['b']: -1 ≠ at least 0 [too_small]",
    ]),
    (lambda: sc.rotation.Proof(prices=1, sink=2), [
        "Proof.prices: 1 ≠ a mapping from lead unit ids to tuples of whole numbers [wrong_kind]",
        "Proof.sink: 2 ≠ a collection, each item a whole number [not_a_collection]",
    ]),
    (lambda: sc.rotation.Proof(prices={"u": ["x"], "v": [True]}, sink=[]), [
        "Proof.prices['u'][0]: 'x' ≠ a whole number [wrong_kind]",
        f"Proof.prices['v']: True ≠ {WHOLE}",
    ]),
    (lambda: sc.Plan(year=0, policy=1, reference=2, assignments=3, loads=4, score=5, proof=6, warnings=[7]), [
        "Plan.year: 0 ≠ at least 1 [too_small]",
        "Plan.policy: 1 ≠ a RotationPolicy [wrong_kind]",
        f"Plan.reference: 2 ≠ {BY_SUBJECT}, or None [wrong_kind]",
        f"Plan.assignments: 3 ≠ {BY_SUBJECT} [wrong_kind]",
        "Plan.loads: 4 ≠ a mapping from lead unit ids to whole numbers [wrong_kind]",
        "Plan.score: 5 ≠ a Score [wrong_kind]",
        "Plan.proof: 6 ≠ a Proof [wrong_kind]",
        "Plan.warnings[0]: 7 ≠ an Infeasible or an IdleAllowance [wrong_kind]",
    ]),
    (lambda: attrs.evolve(PLAN, year=10000), ["Plan.year: 10000 ≠ at most 9999 [too_large]"]),
    (lambda: BarredGroup(lead_unit_id="", reasons=["r"], subjects=1), [
        f"BarredGroup.lead_unit_id: '' ≠ {BLANK}",
        "BarredGroup.reasons[0]: 'r' ≠ a BarReason [wrong_kind]",
        "BarredGroup.subjects: 1 ≠ a collection of ids [not_a_collection]",
    ]),
    (lambda: Example(subjects=1, lead_units=2, demand=-1, supply=-2), [
        "Example.subjects: 1 ≠ a collection of ids [not_a_collection]",
        "Example.lead_units: 2 ≠ a collection of ids [not_a_collection]",
        "Example.demand: -1 ≠ at least 0 [too_small]",
        "Example.supply: -2 ≠ at least 0 [too_small]",
    ]),
    (lambda: Violation(kind="H3", subjects=1, lead_units=2, demand=-1, supply=-2, barred=[3], example=4), [
        "Violation.kind: 'H3' ≠ 'too_few_places' or 'minimum_unreachable' [unknown_kind]",
        "Violation.subjects: 1 ≠ a collection of ids [not_a_collection]",
        "Violation.lead_units: 2 ≠ a collection of ids [not_a_collection]",
        "Violation.demand: -1 ≠ at least 0 [too_small]",
        "Violation.supply: -2 ≠ at least 0 [too_small]",
        "Violation.barred[0]: 3 ≠ a BarredGroup [wrong_kind]",
        "Violation.example: 4 ≠ an Example [wrong_kind]",
    ]),
    (lambda: Repair(kind="k", against=["H3"], lead_unit_id="", subjects=1, reasons=["r"]), [
        "Repair.kind: 'k' ≠ one of RepairKind.LIFT_BAR, RepairKind.RAISE_MAXIMUM, RepairKind.LOWER_MINIMUM [wrong_kind]",
        "Repair.against: ('H3',) ≠ 'too_few_places', 'minimum_unreachable' or both [unknown_kind]",
        f"Repair.lead_unit_id: '' ≠ {BLANK}",
        "Repair.subjects: 1 ≠ a collection of ids [not_a_collection]",
        "Repair.reasons[0]: 'r' ≠ a BarReason [wrong_kind]",
    ]),
    (lambda: sc.Infeasible(year=10000, violations=[1], shortage=-1, excess=-2, repairs=[2]), [
        "Infeasible.year: 10000 ≠ at most 9999 [too_large]",
        "Infeasible.violations[0]: 1 ≠ a Violation [wrong_kind]",
        "Infeasible.shortage: -1 ≠ at least 0 [too_small]",
        "Infeasible.excess: -2 ≠ at least 0 [too_small]",
        "Infeasible.repairs[0]: 2 ≠ a Repair [wrong_kind]",
    ]),
    (lambda: attrs.evolve(NO_PLAN, year=0), ["Infeasible.year: 0 ≠ at least 1 [too_small]"]),
    (lambda: sc.Horizon(plans=[1], met=2, claim="c", ground="g"), [
        "Horizon.plans[0]: 1 ≠ a Plan [wrong_kind]",
        f"Horizon.met: 2 ≠ {BY_SUBJECT} [wrong_kind]",
        "Horizon.claim: 'c' ≠ one of Claim.PER_YEAR, Claim.WHOLE [wrong_kind]",
        "Horizon.ground: 'g' ≠ a Label [wrong_kind]",
    ]),
    (lambda: sc.HorizonInfeasible(plans=[1], infeasible=2), [
        "HorizonInfeasible.plans[0]: 1 ≠ a Plan [wrong_kind]",
        "HorizonInfeasible.infeasible: 2 ≠ an Infeasible [wrong_kind]",
    ]),
    (lambda: sc.rotation.Links(heads=[1], members=[("s1",)], kin=2, conflicts=[("", "u")], declared_by=3, undeclared="x", tiers=4, areas=5, person_and_unit="y", where_only_choice="z"), [
        "Links.heads[0]: 1 ≠ a pair (subject id, lead unit id) [wrong_kind]",
        "Links.members: a tuple of 1 ≠ a pair (subject id, lead unit id) [wrong_kind]",
        "Links.kin: 2 ≠ a collection, each item a pair (subject id, lead unit id) [not_a_collection]",
        f"Links.conflicts: '' ≠ {BLANK}",
        "Links.declared_by: 3 ≠ a collection of ids [not_a_collection]",
        "Links.undeclared: 'x' ≠ one of Undeclared.IGNORE, Undeclared.FLAG [wrong_kind]",
        "Links.tiers: 4 ≠ a mapping from tiers to the tiers they supervise [wrong_kind]",
        "Links.areas: 5 ≠ a mapping from areas to the areas they lie in [wrong_kind]",
        "Links.person_and_unit: 'y' ≠ one of PersonAndUnit.ALLOW, PersonAndUnit.FLAG [wrong_kind]",
        "Links.where_only_choice: 'z' ≠ one of Severity.HARD, Severity.FLAG [wrong_kind]",
    ]),
    (lambda: sc.rotation.Links(areas={"a": "b", "b": "a", "c": "a"}), [
        "Links.areas: 'a' ≠ areas that do not lie in themselves [circle]",
        "Links.areas: 'b' ≠ areas that do not lie in themselves [circle]",
    ]),
]  # fmt: skip

RECORDS = [
    (lambda: record(subject_id="", lead_unit_id="", year=0, months=13, substitute=1), [
        f"Record.subject_id: '' ≠ {BLANK}",
        f"Record.lead_unit_id: '' ≠ {BLANK}",
        "Record.year: 0 ≠ at least 1 [too_small]",
        "Record.months: 13 ≠ at most 12 [too_large]",
        "Record.substitute: 1 ≠ True or False [wrong_kind]",
    ]),
    (lambda: record(year=10000, months=0), ["Record.year: 10000 ≠ at most 9999 [too_large]", "Record.months: 0 ≠ at least 1 [too_small]"]),
    (lambda: sc.rotation.Record.of_row({"who": 1, "year": 2020}), [
        "Record: 'who' ≠ one of subject_id, lead_unit_id, year, months, substitute, first_day [unknown_key]",
        "Record.subject_id: nothing ≠ a value [missing]",
        "Record.lead_unit_id: nothing ≠ a value [missing]",
    ]),
    (lambda: sc.rotation.CountingRule(least_months=13, substitutes_count=1), [
        "CountingRule.least_months: 13 ≠ at most 12 [too_large]",
        "CountingRule.substitutes_count: 1 ≠ True or False [wrong_kind]",
    ]),
    (lambda: sc.rotation.CountingRule(least_months=0), ["CountingRule.least_months: 0 ≠ at least 1 [too_small]"]),
    (lambda: sc.Lineage(lead_units=1, subjects={"": ["a", "a"]}), [
        "Lineage.lead_units: 1 ≠ a mapping from ids to the ids of the successors [wrong_kind]",
        f"Lineage.subjects: '' ≠ {BLANK}",
        "Lineage.subjects['']: 'a' ≠ each id once [duplicate]",
    ]),
    (lambda: sc.Lineage(subjects={"a": ["b"]}, reforms=[sc.rotation.Reform(on=date(2025, 7, 1)), sc.rotation.Reform(on=date(2025, 7, 1))]), [
        "Lineage.reforms: '2025-07-01' ≠ one reform a day [duplicate]",
        "Lineage.reforms: '2 reforms' ≠ reforms, or one step without a day, not both [surplus]",
    ]),
    (lambda: sc.rotation.Reform(on="2025", subjects={"a": [" "]}), [
        "Reform.on: '2025' ≠ a day (datetime.date) [not_a_day]",
        f"Reform.subjects['a']: ' ' ≠ {BLANK}",
    ]),
    (lambda: sc.rotation.Reform(on=date(2025, 7, 1), subjects={"a": []}), [
        "Reform.subjects['a']: () ≠ at least one successor; whoever has none is left out [empty]",
    ]),
    (lambda: sc.Lineage().of_subject(5, since="x"), [
        "Lineage.subject_id: 5 ≠ text (str) [not_text]",
        "Lineage.since: 'x' ≠ a day (datetime.date) [not_a_day]",
    ]),
    (lambda: sc.History.of(5), ["History.years: 5 ≠ a mapping from years to mappings [wrong_kind]"]),
    (lambda: sc.History.of({0: {}, 10000: {}, True: 5}), [
        "History.years: 0 ≠ a year from 1 to 9999 (int) [not_a_year]",
        "History.years: 10000 ≠ a year from 1 to 9999 (int) [not_a_year]",
        "History.years: True ≠ a year from 1 to 9999 (int) [not_a_year]",
        f"History[True]: 5 ≠ {BY_SUBJECT} [wrong_kind]",
    ]),
    (lambda: sc.History.of({2020: {"": "u", "é": "u", "e\u0301": "u", "s": ""}}), [
        f"History[2020]['']: '' ≠ {BLANK}",
        "History[2020]['é']: 'é' ≠ each subject once; another is alike in composed Unicode [duplicate]",
        f"History[2020]['s']: '' ≠ {BLANK}",
    ]),
    (lambda: sc.History.of_records([], counting=1, lineage=2), [
        "History.counting: 1 ≠ a CountingRule [wrong_kind]",
        "History.lineage: 2 ≠ a Lineage [wrong_kind]",
    ]),
    (lambda: sc.History.of_records([5, row(who=1), row(year="x"), record(), row()]), [
        "History.records[0]: 5 ≠ a Record [wrong_kind]",
        "History.records[1] ('s1', 2020) Record: 'who' ≠ one of subject_id, lead_unit_id, year, months, substitute, first_day [unknown_key]",
        f"History.records[2] ('s1', 'x') Record.year: 'x' ≠ {WHOLE}",
        "History.records[4]: ('s1', 2020, 'u') ≠ one record of a subject, a year and a lead unit, or the months of each spell [duplicate]",
    ]),
    (lambda: sc.History.of_records([row(lead_unit_id=None), row(lead_unit_id="v"), row(), row(year=2019, months=7), row(year=2019, lead_unit_id="v", months=6)]), [
        "History.records[1]: ('s1', 2020, 'v') ≠ a lead unit, or that it is not known, not both [contradiction]",
        "History.records[2]: ('s1', 2020, 'u') ≠ a lead unit, or that it is not known, not both [contradiction]",
        "History.records[4]: 13 months of 's1' in 2019 ≠ at most 12 months in a year [contradiction]",
    ]),
    (lambda: PAST.with_plan(PLAN), ["plan.year: 2021 ≠ a year that the history does not hold [duplicate_year]"]),
]  # fmt: skip

QUESTIONS = [
    (lambda: sc.plan_year(1, year="y", history=2, policy=3), [
        "plan_year.roster: 1 ≠ a Roster [wrong_kind]",
        f"plan_year.year: 'y' ≠ {WHOLE}",
        "plan_year.history: 2 ≠ a History [wrong_kind]",
        "plan_year.policy: 3 ≠ a RotationPolicy [wrong_kind]",
    ]),
    (lambda: sc.plan_year(ONE, year=10000), ["plan_year.year: 10000 ≠ at most 9999 [too_large]"]),
    (lambda: sc.plan_year(ONE, year=0), ["plan_year.year: 0 ≠ at least 1 [too_small]"]),
    (lambda: sc.plan_year(ONE, year=2021, history=PAST), [
        f"History[2020]: 'gone' ≠ {GONE}",
        "History[2021]: 2021 ≠ only years before 2021; History.before(2021) keeps them [year_not_past]",
    ]),
    (lambda: sc.plan_year(ONE, year=2021, reference=5), [f"plan_year.reference: 5 ≠ a Plan or {BY_SUBJECT} [wrong_kind]"]),
    (lambda: sc.plan_year(ONE, year=2021, reference={"": "u", "é": "", "e\u0301": "u"}), [
        f"plan_year.reference['']: '' ≠ {BLANK}",
        f"plan_year.reference['é']: '' ≠ {BLANK}",
        "plan_year.reference['é']: 'é' ≠ each subject once; another is alike in composed Unicode [duplicate]",
    ]),
    (lambda: sc.plan_year(ONE, year=2021, policy=sc.RotationPolicy(objective=sc.Objective.MID_YEAR)), [
        "plan_year.reference: None ≠ the assignments that are to change little, since the objective is MID_YEAR [missing]",
    ]),
    (lambda: sc.plan_each(1, year=2021), ["plan_each.rosters: 1 ≠ a mapping from keys to rosters [wrong_kind]"]),
    (lambda: sc.plan_each({"": ONE}, year=2021, histories=1, policies=2), [
        f"plan_each.rosters: '' ≠ {BLANK}",
        "plan_each.histories: 1 ≠ a History, or a mapping from the rosters' keys to histories [wrong_kind]",
        "plan_each.policies: 2 ≠ a RotationPolicy, or a mapping from the rosters' keys to policies [wrong_kind]",
    ]),
    (lambda: sc.plan_each({"a": ONE}, year=2021, histories={"b": 1}, policies={"c": 2}), [
        "plan_each.histories: 'b' ≠ the key of a roster [unknown_id]",
        "plan_each.policies: 'c' ≠ the key of a roster [unknown_id]",
        "plan_each.policies['a']: None ≠ a policy for every roster, or one for all [missing]",
    ]),
    (lambda: sc.plan_horizon(1, years=["x"], history=2), [
        "plan_horizon.years[0]: 'x' ≠ a year (int) [wrong_kind]",
        "plan_horizon.roster: 1 ≠ a Roster, or a mapping from years to rosters [wrong_kind]",
        "plan_horizon.history: 2 ≠ a History [wrong_kind]",
    ]),
    (lambda: sc.plan_horizon(ONE, years=[]), ["plan_horizon.years: () ≠ at least one year [empty]"]),
    (lambda: sc.plan_horizon({2021: ONE}, years=[2021, 2022, 2022]), [
        "plan_horizon.years: (2021, 2022, 2022) ≠ years that rise [not_rising]",
        "plan_horizon.roster[2022]: None ≠ a Roster for every year [missing]",
        "plan_horizon.roster[2022]: None ≠ a Roster for every year [missing]",
    ]),
    (lambda: sc.replan(1, ONE), ["replan.plan: 1 ≠ a Plan [wrong_kind]"]),
    (lambda: sc.diff(1, 2), ["diff.plan_a: 1 ≠ a Plan [wrong_kind]", "diff.plan_b: 2 ≠ a Plan [wrong_kind]"]),
    (lambda: sc.explain_assignment(1, 2, "s1"), ["explain_assignment.plan: 1 ≠ a Plan [wrong_kind]", "explain_assignment.roster: 2 ≠ a Roster [wrong_kind]"]),
    (lambda: sc.explain_assignment(PLAN, ONE, "t"), ["subject_id: 't' ≠ a subject of the plan and the roster [unknown_id]"]),
    (lambda: sc.audit_plan([("s1",), "s1"], ONE, year=2021), ["audit_plan.assignments[1]: 's1' ≠ a pair (subject id, lead unit id) [wrong_kind]"]),
    (lambda: sc.audit_plan([("s1", "u"), ("s1",), ("s1", 5)], ONE, year=2021), [
        "audit_plan.assignments[1]: a tuple of 1 ≠ a pair (subject id, lead unit id) [wrong_kind]",
        "audit_plan.assignments[2]: a tuple of 2 ≠ a pair (subject id, lead unit id) [wrong_kind]",
    ]),
    (lambda: sc.sustainable_cooling_off(1), ["roster: 1 ≠ a Roster [wrong_kind]"]),
    (lambda: sc.years_to_full_coverage(1), ["roster: 1 ≠ a Roster [wrong_kind]"]),
    (lambda: sc.bars_for(1, 2), ["bars_for.roster: 1 ≠ a Roster [wrong_kind]", "bars_for.links: 2 ≠ Links [wrong_kind]"]),
    (lambda: sc.bars_for(ONE, sc.rotation.Links(heads=[("t", "u")], members=[("s1", "w")], kin=[("t", "w")], conflicts=[("t", "u")])), [
        "Links.heads: 't' ≠ the id of a subject [unknown_id]",
        "Links.members: 'w' ≠ the id of a lead unit [unknown_id]",
        "Links.kin: 't' ≠ the id of a subject [unknown_id]",
        "Links.kin: 'w' ≠ the id of a lead unit [unknown_id]",
        "Links.conflicts: 't' ≠ the id of a subject [unknown_id]",
    ]),
    (lambda: sc.verify_plan(1, 2, history=3), [
        "verify_plan.roster: 1 ≠ a Roster [wrong_kind]",
        "verify_plan.plan: 2 ≠ a Plan [wrong_kind]",
        "verify_plan.history: 3 ≠ a History [wrong_kind]",
    ]),
    (lambda: sc.verify_infeasible(1, 2, history=3, policy=4), [
        "verify_infeasible.roster: 1 ≠ a Roster [wrong_kind]",
        "verify_infeasible.infeasible: 2 ≠ an Infeasible [wrong_kind]",
        "verify_infeasible.history: 3 ≠ a History [wrong_kind]",
        "verify_infeasible.policy: 4 ≠ a RotationPolicy, or None [wrong_kind]",
    ]),
    (lambda: sc.verify_horizon(1, 2, history=3), [
        "verify_horizon.roster: 1 ≠ a Roster, or a mapping from years to rosters [wrong_kind]",
        "verify_horizon.answer: 2 ≠ a Horizon or a HorizonInfeasible [wrong_kind]",
        "verify_horizon.history: 3 ≠ a History [wrong_kind]",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("make", "expected"), VALUES)
def test_values_name_what_is_wrong(make, expected):
    """Place, value and what would be right, all faults at once."""
    assert raised(make) == expected


@pytest.mark.parametrize(("make", "expected"), RECORDS)
def test_records_and_histories_name_what_is_wrong(make, expected):
    """Place, value and what would be right, all faults at once."""
    assert raised(make) == expected


@pytest.mark.parametrize(("make", "expected"), QUESTIONS)
def test_questions_name_what_is_wrong(make, expected):
    """Place, value and what would be right, all faults at once."""
    assert raised(make) == expected


TWO = roster(2)
TWO_PLAN = sc.plan_year(TWO, year=2021)  # s1 -> u, s2 -> v: one each, and the first of the two ways
CLOSED = roster(2, bars=[bar("s1", "u")])
FULL = roster(2, [sc.LeadUnit(id="u", max_load=0), sc.LeadUnit(id="v", min_load=1, max_load=1)])
NEEDY = roster(2, ["u", sc.LeadUnit(id="v", min_load=2)])


def evolved(**given):
    return attrs.evolve(TWO_PLAN, **given)


def priced(u, v, sink=(0, 0, 0, 0, 0, 0, 0)):
    return sc.rotation.Proof(prices={"u": u, "v": v}, sink=sink)


def scored(changes):
    return f"(('flagged', 0), ('repeats_1', 0), ('cut_short', 0), ('balance', 0), ('carried', 0), ('familiarity', 0), ('changes', {changes}))"


ZERO = (0, 0, 0, 0, 0, 0, 0)
PLANS = [
    (TWO, TWO_PLAN, []),
    (TWO, evolved(assignments={"s1": "w", "t": "v"}), [
        "Plan.assignments['s2']: nothing ≠ a lead unit for every subject [not_assigned]",
        "Plan.assignments['t']: 't' ≠ a subject of the roster [unknown_id]",
        "Plan.assignments['s1']: 'w' ≠ a lead unit of the roster [unknown_id]",
    ]),
    (TWO, evolved(loads={"v": 1}, proof=sc.rotation.Proof(prices={"w": ZERO, "u": ZERO}, sink=ZERO)), [
        "Plan.loads: ['v'] ≠ exactly the lead units of the roster [wrong_keys]",
        "Plan.proof.prices: ['u', 'w'] ≠ exactly the lead units of the roster [wrong_keys]",
    ]),
    (TWO, evolved(policy=sc.RotationPolicy(objective=sc.Objective.MID_YEAR)), ["Plan.reference: None ≠ a reference, since the objective is MID_YEAR [missing]"]),
    (TWO, evolved(loads={"u": 1, "v": 3}), ["Plan.loads['v']: 3 ≠ 1 [wrong_load]"]),
    (FULL, TWO_PLAN, ["Plan.loads['u']: 1 ≠ from 0 to 0 [load_out_of_bounds]"]),
    (NEEDY, TWO_PLAN, ["Plan.loads['v']: 1 ≠ from 2 to None [load_out_of_bounds]"]),
    (CLOSED, TWO_PLAN, [
        "Plan.assignments['s1']: 'u' ≠ a lead unit that no bar, pin or forbidden repeat closes [closed_pair]",
        "Plan.proof 'u': a subject of u that would cost less elsewhere ≠ prices by which every subject sits where it costs least [not_proved]",
    ]),
    (TWO, evolved(assignments={"s1": "v", "s2": "u"}), ["Plan.assignments: like subjects out of order ≠ like subjects in order take lead units in order [not_canonical]"]),
    (TWO, evolved(score=sc.rotation.Score(levels=[(name, 0 if name != "changes" else 7) for name in TWO_PLAN.score.names])), [
        f"Plan.score: {scored(7)} ≠ {scored(0)} [wrong_score]",
    ]),
    (TWO, evolved(proof=priced((0, 0), ZERO)), ["Plan.proof 'u': 2 numbers ≠ 7, one a level [wrong_length]"]),
    (TWO, evolved(proof=priced(ZERO, ZERO, sink=(0,))), ["Plan.proof 'sink': 1 number ≠ 7, one a level [wrong_length]"]),
    (TWO, evolved(proof=priced((1, 0, 0, 0, 0, 0, 0), (1, 0, 0, 0, 0, 0, 0))), [
        "Plan.proof 'u': a load of 1 that would cost less at 0 ≠ prices by which no load would be better one higher or lower [not_proved]",
        "Plan.proof 'v': a load of 1 that would cost less at 0 ≠ prices by which no load would be better one higher or lower [not_proved]",
    ]),
    (TWO, evolved(proof=priced((-1, 0, 0, 0, 0, 0, 0), (-1, 0, 0, 0, 0, 0, 0))), [
        "Plan.proof 'u': a load of 1 that would cost less at 2 ≠ prices by which no load would be better one higher or lower [not_proved]",
        "Plan.proof 'v': a load of 1 that would cost less at 2 ≠ prices by which no load would be better one higher or lower [not_proved]",
    ]),
    (TWO, evolved(warnings=[NO_PLAN]), ["Plan.warnings: 2021 ≠ 2022 [wrong_year]"]),
    (TWO, evolved(warnings=[attrs.evolve(NO_PLAN, year=2022, violations=[])]), ["Plan.warnings: Infeasible.violations: none ≠ at least one violation [missing]"]),
]  # fmt: skip


@pytest.mark.parametrize(("given", "plan", "expected"), PLANS)
def test_a_wrong_plan_is_shown_its_faults(given, plan, expected):
    """Each fault says where, what stands there and what would be right; what can be said is said at once."""
    assert lines(sc.verify_plan(given, plan)) == expected


def test_an_equally_good_plan_is_told_that_it_is_not_the_first():
    """Two subjects that are not alike have changed places, at the same score."""
    history = sc.History.of({2020: {"s1": "w", "s2": "x"}})
    three = roster(2, ["u", "v", "w"], former_units=["x"])
    plan = sc.plan_year(three, year=2021, history=history)
    swapped = {"s1": plan.assignments["s2"], "s2": plan.assignments["s1"]}

    assert lines(sc.verify_plan(three, attrs.evolve(plan, assignments=swapped), history=history)) == [
        "Plan.assignments: an equally good plan ≠ the first of all equally good plans by its tie-break [not_canonical]"
    ]


def test_a_plan_is_held_against_the_history_it_was_made_for():
    """A year that is not past, and a lead unit that nobody knows, are faults of the question, not errors."""
    assert lines(sc.verify_plan(TWO, TWO_PLAN, history=PAST)) == [
        f"History[2020]: 'gone' ≠ {GONE}",
        "History[2021]: 2021 ≠ only years before 2021; History.before(2021) keeps them [year_not_past]",
    ]


# Three subjects, of whom s1 and s2 may only go to u, which takes one; w must take two and only s3 may go there.
TIGHT = roster(
    3,
    [sc.LeadUnit(id="u", max_load=1), sc.LeadUnit(id="v"), sc.LeadUnit(id="w", min_load=2)],
    bars=[
        bar("s1", "v", sc.BarReason.EXCLUDED), bar("s2", "v", sc.BarReason.EXCLUDED),
        bar("s1", "w", sc.BarReason.KIN), bar("s2", "w", sc.BarReason.JURISDICTION),
    ],
)  # fmt: skip
SHORT = sc.plan_year(TIGHT, year=2021)
H1, H2 = SHORT.violations


def changed(h1=H1, h2=H2, **given):
    return attrs.evolve(SHORT, violations=[one for one in (h1, h2) if one is not None], **given)


def of(violation, **given):
    return attrs.evolve(violation, **given)


def test_the_certificate_is_the_one_that_counting_gives():
    """Two subjects for one place, and two asked for where one may go; kinship stays, the other bars may be lifted."""
    assert (H1.subjects, H1.lead_units, H1.demand, H1.supply) == (("s1", "s2"), ("u",), 2, 1)
    assert (H2.subjects, H2.lead_units, H2.demand, H2.supply) == (("s3",), ("w",), 2, 1)
    assert sc.verify_infeasible(TIGHT, SHORT) == ()
    assert [(one.kind.name, one.against, one.lead_unit_id, one.subjects) for one in SHORT.repairs] == [
        ("RAISE_MAXIMUM", ("too_few_places",), "u", ()),
        ("LOWER_MINIMUM", ("minimum_unreachable",), "w", ()),
        ("LIFT_BAR", ("too_few_places",), "v", ("s1", "s2")),
        ("LIFT_BAR", ("minimum_unreachable", "too_few_places"), "w", ("s2",)),
    ]


CERTIFICATES = [
    (changed(h1=None, h2=None), ["Infeasible.violations: none ≠ at least one violation [missing]"]),
    (changed(h1=of(H1, subjects=["t", "s1"]), h2=of(H2, example=attrs.evolve(H2.example, lead_units=["x"]))), [
        "Infeasible.violations[0]: ['t'] ≠ subjects and lead units of the roster [unknown_id]",
        "Infeasible.violations[1]: ['x'] ≠ subjects and lead units of the roster [unknown_id]",
    ]),
    (changed(h1=of(H1, demand=3, supply=2)), [
        "Infeasible.violations[0]: 3 ≠ 2 [wrong_demand]",
        "Infeasible.violations[0]: 2 ≠ 1 [wrong_supply]",
    ]),
    (changed(h2=of(H2, demand=3, supply=2)), [
        "Infeasible.violations[1]: 3 ≠ 2 [wrong_demand]",
        "Infeasible.violations[1]: 2 ≠ 1 [wrong_supply]",
    ]),
    (changed(h1=of(H1, demand=1)), [
        "Infeasible.violations[0]: 1 ≠ 2 [wrong_demand]",
        "Infeasible.violations[0]: demand 1, supply 1 ≠ a demand above the supply [no_violation]",
        "Infeasible.shortage: 1 ≠ 0 [wrong_shortage]",
    ]),
    (changed(h1=of(H1, lead_units=["u", "v"])), [
        "Infeasible.violations[0]: ['u', 'v'] ≠ the lead units open to the subjects, ['u'] [wrong_lead_units]",
        "Infeasible.violations[0]: 1 ≠ 4 [wrong_supply]",
        "Infeasible.violations[0].barred: 3 groups ≠ every closed pair, grouped by its reasons [wrong_bars]",
        "Infeasible.violations: too_few_places ≠ one violation for each part that shares nothing with the others [not_independent]",
    ]),
    (changed(h2=of(H2, subjects=["s2", "s3"])), [
        "Infeasible.violations[1]: 2 subjects ≠ the 1 that may go to the lead units [wrong_subjects]",
        "Infeasible.violations[1].barred: 2 groups ≠ every closed pair, grouped by its reasons [wrong_bars]",
        "Infeasible.violations: minimum_unreachable ≠ one violation for each part that shares nothing with the others [not_independent]",
    ]),
    (changed(h1=of(H1, example=H2.example)), [
        "Infeasible.violations[0].example: ['w'] ≠ the lead units open to the subjects, ['u', 'v', 'w'] [wrong_lead_units]",
        "Infeasible.violations[0].example: 2 ≠ 1 [wrong_demand]",
        "Infeasible.violations[0].example: 1 ≠ 3 [wrong_supply]",
        "Infeasible.violations[0].example: other ids ≠ only ids of the violation [not_a_part]",
        "Infeasible.violations[0].example: 1 subject, 1 lead unit ≠ a part of which nothing can be left out: the rest would fit [not_the_smallest]",
    ]),
    (changed(h1=None), [
        "Infeasible.shortage: 1 ≠ 0 [wrong_shortage]",
        "Infeasible.violations: 0 in the too_few_places sets ≠ the 2 of the smallest set of greatest shortage [not_the_smallest]",
    ]),
    (changed(h2=None), [
        "Infeasible.excess: 1 ≠ 0 [wrong_excess]",
        "Infeasible.violations: 0 in the minimum_unreachable sets ≠ the 1 of the smallest set of greatest shortage [not_the_smallest]",
    ]),
    (changed(repairs=[*SHORT.repairs[:2], SHORT.repairs[3], SHORT.repairs[2]]), ["Infeasible.repairs: a harder repair before a softer one ≠ the softest first [not_in_order]"]),
    (changed(repairs=[*SHORT.repairs[1:], SHORT.repairs[0]]), ["Infeasible.repairs: a harder repair before a softer one ≠ the softest first [not_in_order]"]),
    (changed(repairs=[SHORT.repairs[0], *SHORT.repairs]), ["Infeasible.repairs: a change listed twice ≠ every single change once [duplicate]"]),
    (changed(repairs=SHORT.repairs[1:3]), [
        "Infeasible.repairs: LIFT_BAR 'w' for 's2' against minimum_unreachable ≠ exactly the single changes that help [missing_repair]",
        "Infeasible.repairs: LIFT_BAR 'w' for 's2' against too_few_places ≠ exactly the single changes that help [missing_repair]",
        "Infeasible.repairs: RAISE_MAXIMUM 'u' against too_few_places ≠ exactly the single changes that help [missing_repair]",
    ]),
    (changed(repairs=[*SHORT.repairs, Repair(kind=RepairKind.LIFT_BAR, against=["too_few_places"], lead_unit_id="w", subjects=["s1"], reasons=[sc.BarReason.KIN])]), [
        "Infeasible.repairs: LIFT_BAR 'w' for 's1' against too_few_places ≠ exactly the single changes that help [no_repair]",
        "Infeasible.repairs: a harder repair before a softer one ≠ the softest first [not_in_order]",
    ]),
    (changed(repairs=[*SHORT.repairs[:3], attrs.evolve(SHORT.repairs[3], reasons=[sc.BarReason.KIN])]), [
        "Infeasible.repairs at 'w': ['KIN'] ≠ what closes the pair [wrong_bars]",
        "Infeasible.repairs: a harder repair before a softer one ≠ the softest first [not_in_order]",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("certificate", "expected"), CERTIFICATES)
def test_a_wrong_certificate_is_shown_its_faults(certificate, expected):
    """Numbers, sets, reasons and repairs are each counted again."""
    assert lines(sc.verify_infeasible(TIGHT, certificate)) == expected


def test_a_certificate_is_held_against_the_history_it_was_made_for():
    """A lead unit that nobody knows is a fault of the question, not an error."""
    assert lines(sc.verify_infeasible(TIGHT, SHORT, history=PAST.before(2021))) == [f"History[2020]: 'gone' ≠ {GONE}"]


def test_a_wrong_horizon_is_shown_its_faults():
    """Each year's faults with the year, then what is said of the span."""
    horizon = sc.plan_horizon(TWO, years=[2021, 2022])
    first, second = horizon.plans

    assert horizon.claim is sc.rotation.Claim.WHOLE
    assert lines(sc.verify_horizon(TWO, attrs.evolve(horizon, claim=sc.rotation.Claim.PER_YEAR))) == ["Horizon.claim: PER_YEAR ≠ what every year's bounds bear out [wrong_claim]"]
    [fault] = sc.verify_horizon(TWO, attrs.evolve(horizon, ground=L))
    assert (fault.code, fault.place, fault.expected) == ("wrong_claim", "Horizon.ground", BOUNDS_REACHED.en)
    assert fault.found == repr(L.en)
    assert lines(sc.verify_horizon(TWO, attrs.evolve(horizon, met={"s1": ["u"]}))) == ["Horizon.met: <IdMap of 1> ≠ the lead units that each subject meets [wrong_meetings]"]
    assert lines(sc.verify_horizon({2021: TWO}, horizon)) == ["roster[2022]: nothing ≠ a Roster for every year [missing]"]
    assert lines(sc.verify_horizon(TWO, attrs.evolve(horizon, plans=[attrs.evolve(first, loads={"u": 1, "v": 3}), second]))) == ["2021: Plan.loads['v']: 3 ≠ 1 [wrong_load]"]
    assert lines(sc.verify_horizon(TWO, horizon, history=sc.History.of({2021: {}}))) == [
        "2021: History[2021]: 2021 ≠ only years before 2021; History.before(2021) keeps them [year_not_past]"
    ]


def test_an_audit_shows_the_faults_of_a_plan_made_elsewhere():
    """Overlaps, gaps, unknown ids, closed pairs and loads out of bounds, by subject and then by lead unit."""
    tight = roster(3, [sc.LeadUnit(id="u", min_load=1), sc.LeadUnit(id="v", max_load=1)], bars=[bar("s1", "v"), bar("s1", "v", sc.BarReason.EXCLUDED)])
    audit = sc.audit_plan([("s1", "v"), ("s2", "v"), ("s2", "w"), ("t", "v")], tight, year=2021)

    assert audit.score is None
    assert lines(audit.faults) == [
        "assignments['s2']: 'v', 'w' ≠ exactly one lead unit [overlap]",
        "assignments['s2']: 'w' ≠ a lead unit of the roster [unknown_id]",
        "assignments['s3']: nothing ≠ a lead unit for every subject [not_assigned]",
        "assignments['t']: 't' ≠ a subject of the roster [unknown_id]",
        "assignments['s1']: 'v' ≠ an open lead unit; this one is closed (KIN, EXCLUDED) [closed_pair]",
        "loads['u']: 0 ≠ at least 1 [load_out_of_bounds]",
        "loads['v']: 3 ≠ at least 0 and at most 1 [load_out_of_bounds]",
    ]


def test_a_mapping_may_stand_where_it_is_checked():
    """An IdMap, a mapping and pairs in any order say the same."""
    assert sc.audit_plan(IdMap({"s2": "v", "s1": "u"}), TWO, year=2021) == sc.audit_plan([("s2", "v"), ("s1", "u")], TWO, year=2021)
    assert sc.audit_plan(TWO_PLAN.assignments, TWO, year=2021).is_optimal
