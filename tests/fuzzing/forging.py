"""Answers changed in many ways at once, and held against their checkers: none may be accepted.

    .venv/bin/python tests/fuzzing/forging.py 100000

A forgery changes several parts together, so that they agree with each other, or changes the question that the answer brings
along, or comes from a planner that misreads the question. One that still is a right answer to what was asked is no forgery:
it is held against an own count, and left out. The suite tries a smaller sample.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

import attrs

sys.path.insert(0, str(Path(__file__).parents[1]))

import supervision_core as sc
from oracles.horizons import random_span, with_allowances
from supervision_core.rotation import (
    Claim,
    RepairKind,
    grouping,
    horizon as horizon_values,
    rests,
    verify_explanation,
    verify_replan,
)
from supervision_core.rotation.policy import level_names


def counted(assignments: dict[str, str], units: tuple[str, ...]) -> dict[str, int]:
    """The loads that assignments give."""
    loads = Counter(assignments.values())
    return {unit: loads[unit] for unit in units}


def forged_plans(rng: random.Random, roster: sc.Roster, plan: sc.Plan) -> Iterator[tuple[str, sc.Plan]]:
    """Plans whose assignments, loads, score and proof are changed together."""
    subjects, units = list(plan.assignments), tuple(plan.loads)
    if subjects and len(units) > 1:
        given = dict(plan.assignments)
        for who in rng.sample(subjects, rng.randint(1, len(subjects))):
            given[who] = rng.choice(units)
        if given != dict(plan.assignments):
            loads = counted(given, units)
            yield "assignments and loads", attrs.evolve(plan, assignments=given, loads=loads)
            levels = tuple((name, max(0, value + rng.choice((-1, 0, 1)))) for name, value in plan.score.levels)
            yield "assignments, loads and score", attrs.evolve(plan, assignments=given, loads=loads, score=sc.rotation.Score(levels=levels))
            flat = {unit: (0,) * len(plan.proof.sink) for unit in units}
            proof = sc.rotation.Proof(prices=flat, sink=(0,) * len(plan.proof.sink))
            yield "assignments, loads and proof", attrs.evolve(plan, assignments=given, loads=loads, proof=proof)
    name, value = rng.choice(plan.score.levels)
    levels = tuple((one, value + rng.randint(1, 5) if one == name else other) for one, other in plan.score.levels)
    yield "score", attrs.evolve(plan, score=sc.rotation.Score(levels=levels))


def forged_infeasibles(rng: random.Random, roster: sc.Roster, answer: sc.Infeasible) -> Iterator[tuple[str, sc.Infeasible]]:
    """Certificates whose sums, sets, examples, reasons, repairs and order are changed."""
    yield "shortage", attrs.evolve(answer, shortage=answer.shortage + 1)
    first, *others = answer.violations
    yield "demand and shortage", attrs.evolve(
        answer, violations=[attrs.evolve(first, demand=first.demand + 1), *others],
        **({"shortage": answer.shortage + 1} if first.kind == "too_few_places" else {"excess": answer.excess + 1}),
    )  # fmt: skip
    yield "no violations", attrs.evolve(answer, violations=others, shortage=0, excess=0) if not others else attrs.evolve(answer, violations=others)
    if len(first.example.subjects) > 1:
        example = attrs.evolve(first.example, subjects=first.example.subjects[1:], demand=first.example.demand - 1)
        yield "example", attrs.evolve(answer, violations=[attrs.evolve(first, example=example), *others])
    if len(first.subjects) > len(first.example.subjects) and first.kind == "too_few_places":
        example = attrs.evolve(first.example, subjects=first.subjects, lead_units=first.lead_units, demand=first.demand, supply=first.supply)
        if first.demand - first.supply > 1:
            yield "example not minimal", attrs.evolve(answer, violations=[attrs.evolve(first, example=example), *others])
    if answer.repairs:
        lost = rng.randrange(len(answer.repairs))
        yield "repair left out", attrs.evolve(answer, repairs=[one for place, one in enumerate(answer.repairs) if place != lost])
        some = answer.repairs[lost]
        rest = [one for place, one in enumerate(answer.repairs) if place != lost]
        yield "repair of another world", attrs.evolve(answer, repairs=[*rest, attrs.evolve(some, lead_unit_id="another world")])
        if some.kind is RepairKind.LIFT_BAR:
            yield "repair without subjects", attrs.evolve(answer, repairs=[*answer.repairs[:lost], attrs.evolve(some, subjects=()), *answer.repairs[lost + 1 :]])
        else:
            yield "bound with reasons", attrs.evolve(answer, repairs=[attrs.evolve(one, reasons=[sc.BarReason.KIN]) if one is some else one for one in answer.repairs])
    empty = sc.rotation.Repair(kind=RepairKind.LIFT_BAR, against=["too_few_places"], lead_unit_id=roster.lead_unit_ids[0])
    yield "empty repair", attrs.evolve(answer, repairs=[empty, *answer.repairs])
    if others and answer.violations != (*others, first):
        yield "order", attrs.evolve(answer, violations=[*others, first])
    if answer.policy is not None:
        yield "policy", attrs.evolve(answer, policy=attrs.evolve(answer.policy, cooling_off_years=answer.policy.cooling_off_years + 7))


def forged_horizons(rng: random.Random, answer: sc.Horizon | sc.HorizonInfeasible) -> Iterator[tuple[str, object]]:
    """Spans cut short, with another claim, other meetings, a year under another policy, or nothing at all."""
    if isinstance(answer, sc.Horizon):
        other = Claim.PER_YEAR if answer.claim is Claim.WHOLE else Claim.WHOLE
        grounds = {Claim.WHOLE: horizon_values.BOUNDS_REACHED, Claim.PER_YEAR: horizon_values.YEAR_BY_YEAR}
        yield "claim and ground", attrs.evolve(answer, claim=other, ground=grounds[other])
        yield "no years", attrs.evolve(answer, plans=(), met={}, claim=Claim.WHOLE, ground=grounds[Claim.WHOLE])
        if len(answer.plans) > 1:
            plans = answer.plans[:1]
            yield "cut to its first year", attrs.evolve(answer, plans=plans, met=horizon_values.meetings(plans))
        met = dict(answer.met)
        if met:
            who = rng.choice(list(met))
            yield "meetings", attrs.evolve(answer, met={**met, who: (*met[who], "another")})
        return
    other = Claim.PER_YEAR if answer.claim is Claim.WHOLE else Claim.WHOLE
    grounds = {Claim.WHOLE: horizon_values.NONE_AT_ALL, Claim.PER_YEAR: horizon_values.FROM_HERE}
    if other is Claim.WHOLE:
        yield "nothing leads past it", attrs.evolve(answer, claim=other, ground=grounds[other])
    yield "ground", attrs.evolve(answer, ground=grounds[other])
    yield "another year", attrs.evolve(answer, infeasible=attrs.evolve(answer.infeasible, year=answer.infeasible.year + 1))
    yield "another span", attrs.evolve(answer, span=(*answer.span, 2090))


def forged_replans(rng: random.Random, answer: sc.Replan) -> Iterator[tuple[str, sc.Replan]]:
    """Changes that hide a move, give another reason, another bound, fewer changes, names that did not change, another plan."""
    yield "bound", attrs.evolve(answer, bound=answer.bound + rng.randint(1, 3))
    yield "names", attrs.evolve(answer, renamed={**answer.renamed, "old name": "new name"})
    if answer.moved:
        yield "hidden move", attrs.evolve(answer, moved=answer.moved[1:])
        reason = rng.choice([one for one in sc.rotation.MoveReason if one is not answer.moved[0].reason])
        yield "reason", attrs.evolve(answer, moved=[attrs.evolve(answer.moved[0], reason=reason), *answer.moved[1:]])
    if answer.changes:
        yield "changes and bound", attrs.evolve(answer, changes=answer.changes[1:], bound=max(0, answer.bound - 1))
    if answer.plan.reference:
        given = {**answer.plan.reference, **dict(answer.plan.assignments)}
        if given != dict(answer.plan.reference):
            score = sc.rotation.Score(levels=tuple((name, 0 if name == "changes" else value) for name, value in answer.plan.score.levels))
            yield "reference and score", attrs.evolve(answer, plan=attrs.evolve(answer.plan, reference=given, score=score), moved=())


def misread(rng: random.Random) -> tuple[str, object]:
    """A planner that does not see its bars, its flags, any of both, or the cooling-off, or that sees allowances everywhere."""
    reads = grouping._Reading._open
    kind = rng.choice(("bars", "flags", "bars and flags", "the cooling-off", "rests"))
    if kind == "rests":
        return kind, mock.patch.object(grouping, "load_costs_of_rests", lambda roster, _, units: rests.load_costs_of_rests(roster, sc.History(), units))

    def blind(self: object, rest: list[object]) -> tuple[int, int, int]:
        mask, flagged, allowed = reads(self, rest)
        return {
            "bars": (self.all, flagged, allowed),
            "flags": (mask, 0, allowed),
            "bars and flags": (self.all, 0, allowed),
            "the cooling-off": (mask, flagged, self.all),
        }[kind]

    return kind, mock.patch.object(grouping._Reading, "_open", blind)


def forged_allowances(rng: random.Random, roster: sc.Roster, plan: sc.Plan) -> Iterator[tuple[str, sc.Plan]]:
    """Plans that hide what they rest on, or say that they rest on more, with their warnings changed alike."""
    stranger = sc.rotation.Allowance(subject_id="nobody", lead_unit_id=roster.lead_unit_ids[0], ground="QĐ 45")
    yield "allowed by another world", attrs.evolve(plan, allowed=[*plan.allowed, stranger])
    if plan.allowed:
        yield "hidden", attrs.evolve(plan, allowed=plan.allowed[1:])
        yield "another ground", attrs.evolve(plan, allowed=[attrs.evolve(plan.allowed[0], ground="another"), *plan.allowed[1:]])
        idle = sc.rotation.IdleAllowance(year=plan.year, allowance=plan.allowed[0])
        yield "called idle", attrs.evolve(plan, allowed=plan.allowed[1:], warnings=[*plan.warnings, idle])
        levels = tuple((name, 0 if name.startswith("repeats_") else value) for name, value in plan.score.levels)
        yield "hidden with its repeat", attrs.evolve(plan, allowed=plan.allowed[1:], score=sc.rotation.Score(levels=levels))
    idle = [one for one in plan.warnings if isinstance(one, sc.rotation.IdleAllowance)]
    if idle:
        yield "warning left out", attrs.evolve(plan, warnings=[one for one in plan.warnings if one is not idle[0]])
        yield "idle called used", attrs.evolve(plan, allowed=[*plan.allowed, idle[0].allowance], warnings=[one for one in plan.warnings if one is not idle[0]])
        yield "of another year", attrs.evolve(plan, warnings=[attrs.evolve(one, year=one.year + 1) if one is idle[0] else one for one in plan.warnings])


def forged_explanations(rng: random.Random, answer: sc.rotation.Explanation) -> Iterator[tuple[str, sc.rotation.Explanation]]:
    """Explanations with other grounds, costs, years and ways, several of them changed so that they fit each other."""
    others, ways = list(answer.others), dict(answer.detours.ways)
    width = len(next(iter(ways.values())))
    yield "of another year", attrs.evolve(answer, year=answer.year + 1)
    yield "of another policy", attrs.evolve(answer, policy=attrs.evolve(answer.policy, cooling_off_years=answer.policy.cooling_off_years + 1))
    yield "without proof", attrs.evolve(answer, detours=None)
    if others:
        yield "a lead unit left out", attrs.evolve(answer, others=others[1:])
        place = rng.randrange(len(others))
        one = others[place]

        def with_other(**change: object) -> list[sc.rotation.Alternative]:
            return [*others[:place], attrs.evolve(one, **change), *others[place + 1 :]]

        yield "another cost", attrs.evolve(answer, others=with_other(level=one.level or "flagged", cost=one.cost + 1))
        yield "another ground", attrs.evolve(answer, others=with_other(closed=() if one.closed else (sc.BarReason.EXCLUDED,), years=()))
        yield "impossible or not", attrs.evolve(answer, others=with_other(is_impossible=not one.is_impossible))
        yield "another year in the ground", attrs.evolve(answer, others=with_other(years=(1999,)))
        level = rng.randrange(width)
        if one.lead_unit_id in ways and not one.closed and not one.is_impossible:
            # The way and the ground are changed together, so that they fit each other.
            by = rng.choice((-1, 1))
            way = tuple(number + by * (at == level) for at, number in enumerate(ways[one.lead_unit_id]))
            told = first_difference(answer, one, level, by)
            detours = sc.rotation.Detours(ways={**ways, one.lead_unit_id: way}, sink=answer.detours.sink)
            yield "cost and way together", attrs.evolve(answer, others=with_other(**told), detours=detours)
            fewer = {unit: way for unit, way in ways.items() if unit != one.lead_unit_id}
            detours = sc.rotation.Detours(ways=fewer, sink=answer.detours.sink)
            shut = with_other(level=None, cost=0, is_impossible=True, years=(), is_own=None)
            yield "impossible, and no way", attrs.evolve(answer, others=shut, detours=detours)
    shift = rng.choice((-1, 1))
    detours = sc.rotation.Detours(ways={unit: tuple(number + shift for number in way) for unit, way in ways.items()}, sink=answer.detours.sink)
    yield "all ways shifted", attrs.evolve(answer, detours=detours)


def first_difference(answer: sc.rotation.Explanation, one: sc.rotation.Alternative, level: int, by: int) -> dict[str, object]:
    """What an alternative says when its cost is another one on a level."""
    names = [*level_names(answer.policy)]
    known = len(names) if one.level is None else names.index(one.level)
    if level > known:
        return {}
    cost = (one.cost if level == known else 0) + by
    if not cost:
        return {"level": None, "cost": 0, "years": (), "is_own": None}
    kind, _, age = names[level].partition("_")
    return {"level": names[level], "cost": cost, "years": (answer.year - int(age),) if kind == "repeats" else (), "is_own": False}


def forged_long_runs(rng: random.Random, roster: sc.Roster) -> Iterator[tuple[str, Callable[[], tuple[sc.Fault, ...]]]]:
    """Answers about the years ahead with another number of years, other sums, other limits, several changed together."""
    cooling, coverage = sc.sustainable_cooling_off(roster), sc.years_to_full_coverage(roster)
    if cooling is not None:
        for name, forged in (
            ("one year more", attrs.evolve(cooling, years=cooling.years + 1)),
            ("one year fewer", attrs.evolve(cooling, years=cooling.years - 1) if cooling.years else None),
            ("no limit", attrs.evolve(cooling, limiting=()) if cooling.limiting else None),
            ("other numbers", attrs.evolve(cooling, demand=cooling.demand + 1, supply=cooling.supply + 1)),
            ("a class left out", attrs.evolve(cooling, meetings=cooling.meetings[1:]) if cooling.meetings else None),
            ("years and meetings", attrs.evolve(cooling, years=cooling.years + 1, meetings=[more_meetings(rng, one) for one in cooling.meetings])),
            # Over one year alone another lead unit may do as well.
            ("meetings moved", attrs.evolve(cooling, meetings=[moved_meeting(rng, one) for one in cooling.meetings]) if cooling.meetings and cooling.years else None),
        ):  # fmt: skip
            if forged is not None and forged != cooling:
                yield f"cooling-off: {name}", lambda forged=forged: sc.rotation.verify_cooling_off(roster, forged)
    fewer = None if not coverage.years else coverage.years - 1
    for name, forged in (
        ("one year more", attrs.evolve(coverage, years=None if coverage.years is None else coverage.years + 1)),
        ("one year fewer", attrs.evolve(coverage, years=fewer)),
        ("never", attrs.evolve(coverage, years=None, meetings=()) if coverage.years is not None else None),
        ("no limit", attrs.evolve(coverage, limiting=()) if coverage.limiting else None),
        ("years and meetings", attrs.evolve(coverage, years=coverage.years + 1, meetings=[more_meetings(rng, one) for one in coverage.meetings]) if coverage.years is not None else None),
        ("a class left out", attrs.evolve(coverage, meetings=coverage.meetings[1:]) if coverage.meetings else None),
    ):  # fmt: skip
        if forged is not None and forged != coverage:
            yield f"coverage: {name}", lambda forged=forged: sc.rotation.verify_coverage(roster, forged)


def more_meetings(rng: random.Random, one: sc.rotation.MeetingsOfClass) -> sc.rotation.MeetingsOfClass:
    """A class with the meetings of one year more."""
    if not one.open:
        return one
    unit = rng.choice(one.open)
    return attrs.evolve(one, times={**one.times, unit: one.times.get(unit, 0) + one.subjects})


def moved_meeting(rng: random.Random, one: sc.rotation.MeetingsOfClass) -> sc.rotation.MeetingsOfClass:
    """A class with all its meetings at one lead unit."""
    if not one.open:
        return one
    return attrs.evolve(one, times={rng.choice(one.open): sum(one.times.values())})


def forgeries(seed: int) -> Iterator[tuple[str, Callable[[], tuple[sc.Fault, ...]]]]:
    """Every forgery of one random question, with what checks it."""
    rng = random.Random(seed)
    rosters, history, policy = random_span(rng)
    if rng.random() < 0.5:
        known: dict[sc.Roster, sc.Roster] = {}
        rosters = {year: known.setdefault(one, with_allowances(rng, one, 0.25)) for year, one in rosters.items()}
        policy = attrs.evolve(policy, repeats=sc.Repeats.FORBID) if rng.random() < 0.7 else policy
    years = list(rosters)
    roster, year = rosters[years[0]], years[0]
    history = history.before(year)
    answer = sc.plan_year(roster, year=year, history=history, policy=policy)
    if isinstance(answer, sc.Plan):
        yield from plan_forgeries(rng, roster, answer, history, policy)
    else:
        for name, forged in forged_infeasibles(rng, roster, answer):
            yield f"certificate: {name}", lambda forged=forged: sc.verify_infeasible(roster, forged, history=history, policy=policy)
    yield from forged_long_runs(rng, roster)
    span = sc.plan_horizon(rosters, years=years, history=history, policy=policy)
    kind = "horizon" if isinstance(span, sc.Horizon) else "dead end"
    for name, forged in forged_horizons(rng, span):
        yield f"{kind}: {name}", lambda forged=forged: sc.verify_horizon(rosters, forged, history=history, policy=policy, years=years)
    if isinstance(span, sc.Horizon) and policy.repeats is sc.Repeats.MINIMISE and len(span.plans) > 1 and len(set(rosters.values())) == 1:
        yield "horizon: years that follow the first plan", lambda: sc.verify_horizon(rosters, following(roster, years, history, policy), history=history)
    if isinstance(answer, sc.Plan):
        after = next(iter(random_span(random.Random(seed + 10**6))[0].values()))
        after = attrs.evolve(after, former_units=sorted({*roster.lead_unit_ids} - {*after.lead_unit_ids}))
        changed = sc.replan(answer, after, history=history)
        if isinstance(changed, sc.Replan):
            for name, forged in forged_replans(rng, changed):
                yield f"replan: {name}", lambda forged=forged: verify_replan(answer, after, forged, history=history)


def plan_forgeries(
    rng: random.Random, roster: sc.Roster, answer: sc.Plan, history: sc.History, policy: sc.RotationPolicy
) -> Iterator[tuple[str, Callable[[], tuple[sc.Fault, ...]]]]:
    """Every forgery of a plan and of its explanations."""
    for name, forged in forged_plans(rng, roster, answer):
        yield f"plan: {name}", lambda forged=forged: sc.verify_plan(roster, forged, history=history, policy=policy, reference=None)
    for name, forged in forged_allowances(rng, roster, answer):
        yield f"allowances: {name}", lambda forged=forged: sc.verify_plan(roster, forged, history=history, policy=policy)
    for past in history.years[-1:]:
        yield "plan: of a year that is over", lambda past=past: sc.verify_plan(roster, attrs.evolve(answer, year=past), history=history)
    other = attrs.evolve(policy, cooling_off_years=policy.cooling_off_years + 1, repeats=sc.Repeats.MINIMISE)
    elsewhere = sc.plan_year(roster, year=answer.year, history=history, policy=other)
    yield "plan: of another policy", lambda: sc.verify_plan(roster, elsewhere, history=history, policy=policy)
    kind, patch = misread(rng)
    with patch:
        blind = sc.plan_year(roster, year=answer.year, history=history, policy=policy)
    if isinstance(blind, sc.Plan) and (blind.assignments, blind.score) != (answer.assignments, answer.score):
        yield f"plan: of a planner that does not see {kind}", lambda: sc.verify_plan(roster, blind, history=history)
    if isinstance(blind, sc.Infeasible):
        yield "certificate: of a planner that misreads", lambda: sc.verify_infeasible(roster, blind, history=history, policy=policy)
    if not roster.subjects:
        return
    who = rng.choice(roster.subject_ids)
    explained = sc.explain_assignment(answer, roster, who, history=history)
    for name, forged in forged_explanations(rng, explained):
        if forged != explained:
            yield f"explanation: {name}", lambda forged=forged: verify_explanation(answer, roster, forged, history=history)
    for name, patch in (("bars", mock.patch.object(grouping._Reading, "_open", seeing_all)),):
        with patch:
            blind = told_blindly(answer, roster, who, history)
        if blind is not None and blind != explained:
            yield f"explanation: of a teller that does not see {name}", lambda blind=blind: verify_explanation(answer, roster, blind, history=history)


def seeing_all(self: object, rest: list[object]) -> tuple[int, int, int]:
    """A reading by which everything is open."""
    if self.question.roster.restrictions:
        rest.pop(0)
    return self.all, 0, 0


def told_blindly(plan: sc.Plan, roster: sc.Roster, who: str, history: sc.History) -> sc.rotation.Explanation | None:
    """The explanation of a teller that misreads the question; None where it notices."""
    try:
        return sc.explain_assignment(plan, roster, who, history=history)
    except (sc.InvalidInput, KeyError):
        return None


def following(roster: sc.Roster, years: list[int], history: sc.History, policy: sc.RotationPolicy) -> sc.Horizon:
    """Everybody keeps the lead unit of the first year, by plans of the objective MID_YEAR, and the claim says the whole span."""
    first = sc.plan_year(roster, year=years[0], history=history, policy=policy)
    plans, past = [first], history.with_plan(first)
    for year in years[1:]:
        plans.append(sc.plan_year(roster, year=year, history=past, policy=attrs.evolve(policy, objective=sc.Objective.MID_YEAR), reference=first))
        past = past.with_plan(plans[-1])
    return sc.Horizon(plans=plans, met=horizon_values.meetings(plans), claim=Claim.WHOLE, ground=horizon_values.BOUNDS_REACHED)


def main(wanted: int) -> int:
    """Forge until so many were tried; says which kinds were, and every one that was accepted."""
    tried: Counter[str] = Counter()
    accepted: Counter[str] = Counter()
    seed = 0
    while sum(tried.values()) < wanted:
        for name, check in forgeries(seed):
            tried[name] += 1
            if check() == ():
                accepted[name] += 1
                print(f"ACCEPTED: {name}, seed {seed}")
        seed += 1
    for name, times in sorted(tried.items()):
        print(f"{times:>8,}  {name}")
    print(f"{sum(tried.values()):,} forgeries of {seed:,} questions, {sum(accepted.values()):,} accepted")
    return sum(accepted.values())


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000) > 0)
