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
from oracles.horizons import random_span
from supervision_core.rotation import Claim, RepairKind, grouping, horizon as horizon_values, verify_replan


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


def misread(rng: random.Random) -> object:
    """A planner that does not see one of its bars, pins or flags."""
    reads = grouping._Reading._open
    kind = rng.choice(("bars", "flags", "everything"))

    def blind(self: object, rest: list[object]) -> tuple[int, int]:
        mask, flagged = reads(self, rest)
        return (self.all, flagged) if kind == "bars" else (mask, 0) if kind == "flags" else (self.all, 0)

    return mock.patch.object(grouping._Reading, "_open", blind)


def forgeries(seed: int) -> Iterator[tuple[str, Callable[[], tuple[sc.Fault, ...]]]]:
    """Every forgery of one random question, with what checks it."""
    rng = random.Random(seed)
    rosters, history, policy = random_span(rng)
    years = list(rosters)
    roster, year = rosters[years[0]], years[0]
    history = history.before(year)
    answer = sc.plan_year(roster, year=year, history=history, policy=policy)
    if isinstance(answer, sc.Plan):
        for name, forged in forged_plans(rng, roster, answer):
            yield f"plan: {name}", lambda forged=forged: sc.verify_plan(roster, forged, history=history, policy=policy, reference=None)
        for past in history.years[-1:]:
            yield "plan: of a year that is over", lambda past=past: sc.verify_plan(roster, attrs.evolve(answer, year=past), history=history)
        other = attrs.evolve(policy, cooling_off_years=policy.cooling_off_years + 1, repeats=sc.Repeats.MINIMISE)
        elsewhere = sc.plan_year(roster, year=year, history=history, policy=other)
        yield "plan: of another policy", lambda: sc.verify_plan(roster, elsewhere, history=history, policy=policy)
        with misread(rng):
            blind = sc.plan_year(roster, year=year, history=history, policy=attrs.evolve(policy, repeats=sc.Repeats.MINIMISE))
        right = sc.plan_year(roster, year=year, history=history, policy=attrs.evolve(policy, repeats=sc.Repeats.MINIMISE))
        if isinstance(blind, sc.Plan) and isinstance(right, sc.Plan) and (blind.assignments, blind.score) != (right.assignments, right.score):
            yield "plan: of a planner that misreads", lambda: sc.verify_plan(roster, blind, history=history)
    else:
        for name, forged in forged_infeasibles(rng, roster, answer):
            yield f"certificate: {name}", lambda forged=forged: sc.verify_infeasible(roster, forged, history=history, policy=policy)
    span = sc.plan_horizon(rosters, years=years, history=history, policy=policy)
    for name, forged in forged_horizons(rng, span):
        yield f"horizon: {name}", lambda forged=forged: sc.verify_horizon(rosters, forged, history=history, policy=policy, years=years)
    if isinstance(span, sc.Horizon) and policy.repeats is sc.Repeats.MINIMISE and len(span.plans) > 1 and len(set(rosters.values())) == 1:
        yield "horizon: years that follow the first plan", lambda: sc.verify_horizon(rosters, following(roster, years, history, policy), history=history)
    if isinstance(answer, sc.Plan):
        after = next(iter(random_span(random.Random(seed + 10**6))[0].values()))
        after = attrs.evolve(after, former_units=sorted({*roster.lead_unit_ids} - {*after.lead_unit_ids}))
        changed = sc.replan(answer, after, history=history)
        if isinstance(changed, sc.Replan):
            for name, forged in forged_replans(rng, changed):
                yield f"replan: {name}", lambda forged=forged: verify_replan(answer, after, forged, history=history)


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
