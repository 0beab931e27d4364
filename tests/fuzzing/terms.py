"""Terms and times off as audit rules ask for them, on simulated firms over thirty years, against OR-Tools.

    .venv/bin/python tests/fuzzing/terms.py 1000

A firm has clients and audit partners; clients come and go, partners have a most that they can take. Every year is planned from
the years before. Held against each plan: no stay is longer than the term and no return earlier than the time off, in every year
in which that is possible at all; and what the year needs in returns too early and in terms ended early, age by age, is the
least there is, which OR-Tools finds from the rule's words alone. Who must move (the term is over) plus whose term is cut short
is who moves, so the changes of every year are the fewest as well.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Mapping

from ortools.graph.python import min_cost_flow

import supervision_core as sc

#: Years of a term, years off.
RULES = ((5, 5), (7, 3), (10, 4))
FIRST, YEARS = 2000, 30
#: How often a pair is barred in a year, where there are several partners.
BARRED = 0.01
Past = Mapping[int, Mapping[str, str]]


class Firm:
    """A firm at random: partners with limits, and the clients of each year."""

    def __init__(self, seed: int, term: int, off: int) -> None:
        rng = random.Random(seed)
        # Two are enough where nobody is full and nothing is barred; one is too few.
        self.partners = [f"p{number}" for number in range(rng.choice([1, 2, 2, 3, 4, 5, 6]))]
        size = rng.randint(4, 14)
        room = -(-size // len(self.partners)) + rng.randint(0, 3)
        self.most = {partner: rng.choice([None, room, room + 1]) for partner in self.partners}
        clients = [f"c{number:03}" for number in range(size)]
        following = size
        self.clients: list[list[str]] = []
        for _ in range(YEARS):
            self.clients.append(clients)
            gone = [one for one in clients if rng.random() < 0.06]
            clients = [one for one in clients if one not in gone] + [f"c{following + new:03}" for new in range(len(gone))]
            following += len(gone)
        #: For each year the pairs that a conflict of interest closes.
        self.barred = [
            {(one, partner) for one in of_year for partner in self.partners if rng.random() < BARRED} for of_year in self.clients
        ]
        kind = sc.Repeats.FORBID if rng.random() < 0.3 else sc.Repeats.MINIMISE
        self.policy = sc.RotationPolicy(tenure_years=term, cooling_off_years=off, repeats=kind)

    def roster(self, place: int) -> sc.Roster:
        """The roster of a year."""
        units = [sc.LeadUnit(id=partner, max_load=most) for partner, most in self.most.items()]
        bars = [
            sc.Bar(subject_id=one, lead_unit_id=partner, reason=sc.BarReason.DECLARED_CONFLICT)
            for one, partner in self.barred[place]
        ]
        return sc.Roster(subjects=[sc.Subject(id=one) for one in self.clients[place]], lead_units=units, bars=bars)


def stay(past: Past, year: int, client: str, partner: str) -> int:
    """For how many years without a gap the partner has had the client, up to the year before."""
    years = 0
    while past.get(year - years - 1, {}).get(client) == partner:
        years += 1
    return years


def early(past: Past, year: int, client: str, partner: str, term: int, off: int) -> list[int]:
    """How many years ago the partner had the client within the time off; the years of a running term are no return."""
    running = stay(past, year, client, partner)
    running = running if running < term else 0
    return [age for age in range(running + 1, off + 1) if past.get(year - age, {}).get(client) == partner]


def least(firm: Firm, place: int, past: Past, *, forbid: bool) -> tuple[int, ...] | None:
    """The fewest returns by age and terms cut short, in that order, by OR-Tools; None where there is no plan."""
    year, clients = FIRST + place, firm.clients[place]
    term, off = firm.policy.tenure_years, firm.policy.cooling_off_years
    solver = min_cost_flow.SimpleMinCostFlow()
    sink = len(clients) + len(firm.partners)
    arcs = {}
    for number, client in enumerate(clients):
        on_term = {one for one in firm.partners if 1 <= stay(past, year, client, one) < term}
        for column, partner in enumerate(firm.partners):
            ages = early(past, year, client, partner, term, off)
            if (client, partner) in firm.barred[place] or (forbid and ages):
                continue
            values = [int(age in ages) for age in range(1, off + 1)] + [int(bool(on_term) and partner not in on_term)]
            cost = 0
            for value in values:
                cost = cost * (len(clients) + 1) + value
            arcs[solver.add_arc_with_capacity_and_unit_cost(number, len(clients) + column, 1, cost)] = values
        solver.set_node_supply(number, 1)
    for column, partner in enumerate(firm.partners):
        most = firm.most[partner]
        solver.add_arc_with_capacity_and_unit_cost(len(clients) + column, sink, len(clients) if most is None else most, 0)
    solver.set_node_supply(sink, -len(clients))
    if solver.solve() != solver.OPTIMAL:
        return None
    used = [values for arc, values in arcs.items() if solver.flow(arc)]
    return tuple(sum(one[level] for one in used) for level in range(off + 1))


def check(firm: Firm, found: Counter[str]) -> None:
    """Plan a firm's years and hold each against the rule and the peer."""
    term, off = firm.policy.tenure_years, firm.policy.cooling_off_years
    past: dict[int, dict[str, str]] = {}
    history = sc.History()
    for place in range(YEARS):
        year, roster = FIRST + place, firm.roster(place)
        policy = firm.policy
        outcome = sc.plan_year(roster, year=year, history=history, policy=policy)
        if policy.repeats is sc.Repeats.FORBID:
            strict = least(firm, place, past, forbid=True)
            assert (strict is None) == isinstance(outcome, sc.Infeasible), (year, strict)
            if strict is None:
                # The rule cannot be kept this year: the firm falls back on as few returns as there can be.
                found["years without a plan under the rule"] += 1
                policy = sc.RotationPolicy(tenure_years=term, cooling_off_years=off)
                outcome = sc.plan_year(roster, year=year, history=history, policy=policy)
        fewest = least(firm, place, past, forbid=False)
        if fewest is None:
            assert isinstance(outcome, sc.Infeasible)
            found["firms that a year without any plan ended"] += 1
            return
        assert isinstance(outcome, sc.Plan)
        given = (*outcome.score.repeats, outcome.score.value("cut_short"))
        assert given == fewest, (year, given, fewest)
        for client, partner in outcome.assignments.items():
            ages = early(past, year, client, partner, term, off)
            if not any(fewest[:-1]):
                assert not ages, (year, client, partner)
                assert stay(past, year, client, partner) < term, (year, client, partner)
        moved = [one for one, now in outcome.assignments.items() if past.get(year - 1, {}).get(one, now) != now]
        must = [one for one in moved if stay(past, year, one, past[year - 1][one]) >= term]
        assert len(moved) - len(must) == given[-1], (year, moved, must)
        found["years with a return too early"] += any(given[:-1])
        found["plans"] += 1
        found["moves"] += len(moved)
        found["moves that the rule asks for"] += len(must)
        found["terms cut short"] += given[-1]
        past[year] = dict(outcome.assignments)
        history = history.with_plan(outcome)
    found["firms over all years"] += 1


def run(firms: int, seed: int = 0) -> dict[tuple[int, int], Counter[str]]:
    """So many firms under each rule; what was met, by rule."""
    met = {}
    for term, off in RULES:
        found: Counter[str] = Counter()
        for number in range(firms):
            check(Firm(seed * 1_000_000 + number, term, off), found)
        met[term, off] = found
    return met


if __name__ == "__main__":
    for (term, off), found in run(int(sys.argv[1]) if len(sys.argv) > 1 else 1000).items():
        print(f"{term} years, then {off} off: {dict(sorted(found.items()))}")
