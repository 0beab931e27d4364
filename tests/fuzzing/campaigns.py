"""Every differential campaign as one function of a seed; ``.ci/campaign`` runs them all for a given time and keeps the record.

    .venv/bin/python tests/fuzzing/campaigns.py planning 60 1

runs one of them for so many seconds from a seed on, and prints how many cases there were and which seeds went wrong. A fourth
number goes on until there were so many cases, however long it takes. Running a seed again alone (``planning 0 SEED``) shows the
same mistake. Told to end (SIGTERM), a run finishes its seed and says what it has.
"""

from __future__ import annotations

import json
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import attrs
import hypothesis
from hypothesis import strategies as st

import generators  # noqa: F401  it tells Hypothesis of the types that the shipped strategies leave out
import supervision_core as sc
import supervision_core.strategies

#: Of a campaign that draws its cases from the shipped generators: how many for each seed.
DRAWN = 25
#: How many rows of each statute for each seed.
ROWS = 10


def planning(seed: int) -> int:
    """A tiny question against all plans; every fourth with all its forgeries, which take most of the time."""
    from laws.test_rotation_laws import check, random_case

    check(random_case(seed), is_forged=seed % 8 in {0, 3})
    return 1


def certificates(seed: int) -> int:
    """A tight question: whether there is a plan at all, and if not the certificate, against all sets of subjects and of lead units."""
    from fuzzing.repairs import tight
    from laws.test_rotation_laws import check_infeasible, planned, random_case
    from oracles import rotation as oracle

    case = random_case(seed)
    case = attrs.evolve(case, roster=tight(random.Random(seed), case.roster))
    answer = planned(case)
    if isinstance(answer, sc.Infeasible):
        assert next(iter(oracle.feasible(case)), None) is None
        check_infeasible(case, answer)
        return 1
    assert answer.assignments in list(oracle.feasible(case))
    return 0


def repairs(seed: int) -> int:
    """Each repair of a tight question without a plan is made, and what lacks is counted again."""
    from fuzzing.repairs import check, infeasible_cases

    _, case, answer = next(infeasible_cases(seed))
    found = check(case, answer)
    return found["a plan"] + found["one less"]


def horizons(seed: int) -> int:
    """A span of years against all sequences of assignments."""
    from laws.test_horizon_laws import check

    check(seed)
    return 1


def lineages(seed: int) -> int:
    """A history through reforms against a reading row by row."""
    from laws.test_lineage_laws import check

    check(seed)
    return 1


def replans(seed: int) -> int:
    """A change within the year against all assignments of the new roster."""
    from laws.test_midyear_laws import check

    check(seed)
    return 1


def terms(seed: int) -> int:
    """A firm over thirty years against another solver; each year is a case."""
    from fuzzing.terms import RULES, Firm, check

    found: Counter[str] = Counter()
    check(Firm(seed, *RULES[seed % len(RULES)]), found)
    return found["plans"]


def forging(seed: int) -> int:
    """Answers changed in many ways at once, held against their checkers."""
    from fuzzing.forging import forgeries

    tried = 0
    for name, check in forgeries(seed):
        tried += 1
        assert check() != (), f"accepted: {name}"
    return tried


def roll_ups(seed: int) -> int:
    """A year put together from its parts against every completion of what is unknown."""
    from fuzzing.years import check

    check(seed)
    return 1


def grades(seed: int) -> int:
    """Measures on and off their steps against the plain evaluation."""
    from fuzzing.off_the_grid import check

    check(seed)
    return 1


def statutes(seed: int) -> int:
    """Rows of every encoded statute against its second encoding."""
    from laws.test_statute_laws import REGULATIONS, disagreements

    for regulation in REGULATIONS.values():
        found, _ = disagreements(regulation, ROWS, seed)
        assert found == []
    return ROWS * len(REGULATIONS)


def quotas(seed: int) -> int:
    """A cap on the best grade against every completion, and several caps one after another."""
    from fuzzing.quotas import check, check_chain

    check(seed)
    check_chain(seed)
    return 2


def who_rates(seed: int) -> int:
    """Who rates somebody who moved against counting day by day."""
    from fuzzing.who_rates import check

    check(seed)
    return 1


def weighing(seed: int) -> int:
    """Contradicting voices against the words of the policy, read pair by pair."""
    from fuzzing.weighing import check

    check(seed)
    return 1


def deadlines(seed: int) -> int:
    """A duty with calendar and days of grace against a walk day by day; each occurrence is a case."""
    from fuzzing.deadlines import compare

    met: Counter[str] = Counter()
    compare(random.Random(seed), met)
    return sum(met.values()) - met["cases"] - met["last safe days"]


def duties(seed: int) -> int:
    """A duty with all that may be said of it against the documents' words alone; each of its periods is a case."""
    from fuzzing.duties import check

    return check(seed)


def obligations(seed: int) -> int:
    """Which event counts for which of several overlapping periods, against all ways to use them."""
    from laws.test_obligation_laws import day, is_best
    from supervision_core.obligations.counting import Place, Unit

    rng, places = random.Random(seed), []
    for _ in range(rng.randint(1, 4)):
        opens = rng.randint(0, 8)
        closes = opens + rng.randint(1, 10)
        over, strict = closes <= 12, rng.random() < 0.5
        places.append(Place(opens=day(opens), closes=day(closes), need=rng.randint(0, 3), is_over=over, is_strict=strict))
    units = [Unit(on=day(number), is_own=rng.random() < 0.5) for number in sorted(rng.choices(range(13), k=rng.randint(0, 5)))]
    is_best(places, units)
    return 1


def published(seed: int) -> int:
    """A published review against an attacker with exact linear algebra."""
    from fuzzing.published import attack

    attack(random.Random(seed), Counter())
    return 1


def reviews(seed: int) -> int:
    """What of a review and of a tally is printed against the documents' words, what is kept back against other worlds."""
    from fuzzing.reviews import check

    return check(seed)


def drawn(seed: int, values: st.SearchStrategy[object], check: Callable[..., None]) -> int:
    """Hold a check against values drawn from a generator by a seed."""
    tried = 0

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=DRAWN,
        database=None,
        deadline=None,
        derandomize=False,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(values)
    def each(value: object) -> None:
        nonlocal tried
        tried += 1
        check(value)

    each()
    return tried


def tables(seed: int) -> int:
    """Values of one kind of table as rows, as mappings and back."""
    from tables.test_round_trips import KINDS, LANGUAGES, holds

    table, values = KINDS[random.Random(seed).choice(sorted(KINDS))]
    return drawn(seed, st.tuples(values, LANGUAGES), lambda pair: holds(table, *pair))


def documents(seed: int) -> int:
    """Values of one kind as documents and back, by the published schema; and damaged documents, refused or exactly as written."""
    import jsonschema

    from contract.kinds import value_kinds
    from supervision_core.serialization import (
        InvalidDocument,
        Receipt,
        canonical_bytes,
        from_document,
        json_schema,
        to_document,
    )

    kind = random.Random(seed).choice([*value_kinds(), Receipt])
    validator = jsonschema.Draft202012Validator(json_schema(kind))

    def comes_back(value: object) -> None:
        document = json.loads(json.dumps(to_document(value)))
        validator.validate(document)
        back = from_document(document, kind)
        assert back == value
        assert canonical_bytes(to_document(back)) == canonical_bytes(document)

    def is_refused_or_exact(document: object) -> None:
        try:
            value = from_document(document, kind)
        except InvalidDocument:
            return
        assert canonical_bytes(to_document(value)) == canonical_bytes(document)

    tried = drawn(seed, st.from_type(kind), comes_back)
    return tried + drawn(seed, sc.strategies.damaged_documents(kind), is_refused_or_exact)


#: Each campaign by its name, in the order in which the record has them.
CAMPAIGNS: dict[str, Callable[[int], int]] = {
    one.__name__: one
    for one in (
        planning, certificates, repairs, horizons, lineages, replans, terms, forging, roll_ups, grades, statutes, quotas, who_rates,
        weighing, deadlines, duties, obligations, published, reviews, tables, documents,
    )
}  # fmt: skip


def run(name: str, seconds: float, first: int, wanted: int = 0) -> Iterator[tuple[int, int, str | None]]:
    """Seed after seed, at least one, until the time is over and there are cases enough: the seed, how many cases it had, what went wrong."""
    is_told: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: is_told.append(number))
    until, seed, had = time.monotonic() + seconds, first, 0
    while not is_told and (seed == first or time.monotonic() < until or had < wanted):
        try:
            tried, mistake = CAMPAIGNS[name](seed), None
        except Exception:  # noqa: BLE001 - an error that nobody expected is a mistake as well
            tried, mistake = 1, traceback.format_exc()
        yield seed, tried, mistake
        had, seed = had + tried, seed + 1


def main(name: str, seconds: float, first: int, wanted: int = 0) -> int:
    """Run one; the last line says cases, wrong ones, and the first and last seed."""
    cases = wrong = 0
    last = first
    for seed, tried, mistake in run(name, seconds, first, wanted):
        cases, last = cases + tried, seed
        if mistake is not None:
            wrong += 1
            print(f"seed {seed} of {name}:\n{mistake}", flush=True)
    print(cases, wrong, first, last)
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2]), *map(int, sys.argv[3:])))
