"""Every repair of random infeasible questions is made: what it helps against is then less by exactly one.

    .venv/bin/python tests/fuzzing/repairs.py 10000

Bars, pins, cooling-off, allowances, terms, minima and maxima in every mixture; each repair is made for each of its subjects.
The shortage and the excess before and after are counted by brute force over all sets of subjects and of lead units.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs

sys.path.insert(0, str(Path(__file__).parents[1]))

import supervision_core as sc
from oracles import rotation as oracle
from supervision_core.rotation import RepairKind


def tight(rng: random.Random, roster: sc.Roster) -> sc.Roster:
    """A roster with more pins and soft bars, narrower bounds, and often one lead unit fewer."""
    units = [
        attrs.evolve(one, max_load=None if rng.random() < 0.3 else rng.randint(0, 2), min_load=0)
        if rng.random() < 0.6
        else attrs.evolve(one, min_load=rng.randint(0, 4), max_load=None)
        for one in roster.lead_units
    ]
    soft = [sc.BarReason.EXCLUDED, sc.BarReason.JURISDICTION, sc.BarReason.DECLARED_CONFLICT, sc.BarReason.UNDECLARED_CONFLICT, sc.BarReason.KIN]
    bars = {
        sc.Bar(subject_id=subject, lead_unit_id=unit.id, reason=rng.choice(soft))
        for subject in roster.subject_ids
        for unit in units
        for _ in range(rng.choice([0, 0, 0, 1, 2]))
    }
    hard = {(bar.subject_id, bar.lead_unit_id) for bar in bars}
    pins = {one: rng.choice(units).id for one in roster.subject_ids if rng.random() < 0.3}
    return attrs.evolve(
        roster,
        lead_units=units,
        bars=bars,
        pins={one: unit for one, unit in pins.items() if (one, unit) not in hard},
        allowances=[one for one in roster.allowances if one.pair not in hard and pins.get(one.subject_id, one.lead_unit_id) == one.lead_unit_id],
    )


def infeasible_cases(first: int) -> Iterator[tuple[int, oracle.Case, sc.Infeasible]]:
    """Random questions without a plan, from a seed on, each with its seed and its certificate."""
    from laws.test_rotation_laws import planned, random_case

    seed = first
    while True:
        rng = random.Random(seed)
        case = random_case(seed)
        case = attrs.evolve(case, roster=tight(rng, case.roster))
        if rng.random() < 0.6:
            case = attrs.evolve(case, policy=attrs.evolve(case.policy, repeats=sc.Repeats.FORBID))
        answer = planned(case)
        if isinstance(answer, sc.Infeasible):
            yield seed, case, answer
        seed += 1


def lacks(case: oracle.Case) -> dict[str, int]:
    """The shortage and the excess, by brute force."""
    return {kind: oracle.smallest_worst(case, kind)[0] for kind in ("too_few_places", "minimum_unreachable")}


def check(case: oracle.Case, answer: sc.Infeasible) -> Counter[str]:
    """Make every repair; says how many of which kind there were."""
    from laws.test_rotation_laws import planned

    made: Counter[str] = Counter()
    before = lacks(case)
    assert (before["too_few_places"], before["minimum_unreachable"]) == (answer.shortage, answer.excess)
    for repair in answer.repairs:
        for subject in repair.subjects or (None,):
            repaired = attrs.evolve(case, roster=repair.applied_to(case.roster, subject))
            assert {**before, **{kind: before[kind] - 1 for kind in repair.against}} == lacks_after(repaired, before, repair)
            after = planned(repaired)
            if isinstance(after, sc.Plan):
                assert not any(lacks(repaired).values())
                assert sc.verify_plan(repaired.roster, after, history=case.history) == ()
            made[f"{repair.kind.value}: {', '.join(one.value for one in repair.reasons) or '-'}"] += 1
            made["a plan" if isinstance(after, sc.Plan) else "one less"] += 1
    return made


def lacks_after(repaired: oracle.Case, before: dict[str, int], repair: sc.rotation.Repair) -> dict[str, int]:
    """What lacks after a repair; what it is not said to help against may get less as well when a pin or several bars go."""
    after = lacks(repaired)
    if repair.kind is RepairKind.LIFT_BAR:
        for kind in after.keys() - set(repair.against):
            assert before[kind] - 1 <= after[kind] <= before[kind]
            after[kind] = before[kind]
    return after


def main(wanted: int, first: int = 0) -> None:
    """Check so many infeasible questions; a repair that does not do what it says stops the run and names its seed."""
    made: Counter[str] = Counter()
    cases = infeasible_cases(first)
    for _ in range(wanted):
        seed, case, answer = next(cases)
        try:
            made += check(case, answer)
        except AssertionError:
            print(f"seed {seed}: a repair does not do what it says")
            raise
    for name, times in sorted(made.items()):
        print(f"{times:>8,}  {name}")
    print(f"{wanted:,} infeasible questions from seed {first} to {seed}: {made['a plan'] + made['one less']:,} repairs made, all as they say")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
