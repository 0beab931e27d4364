"""The same question given to other solvers: OR-Tools and networkx as one min-cost flow, HiGHS level by level."""

from __future__ import annotations

import networkx as nx
import numpy as np
from ortools.graph.python import min_cost_flow
from scipy.optimize import Bounds, LinearConstraint, milp

import supervision_core as sc
from oracles.rotation import Case, balance, carried, costs, is_closed, level_names

Arc = tuple[str, str, int]


def _radices(case: Case) -> dict[str, int]:
    """What one step of each level weighs when all levels are packed into one number."""
    subjects, years = len(case.roster.subjects), len(case.history.years)
    most = {
        name: sum(max(of(case, unit, 0), of(case, unit, subjects)) for unit in case.roster.lead_units)
        for name, of in (("balance", balance), ("carried", carried))
    } | {
        "familiarity": subjects * years**2,
    }
    weights: dict[str, int] = {}
    scale = 1
    for name in reversed(level_names(case.policy)):
        weights[name] = scale
        scale *= most.get(name, subjects) + 1
    return weights


def _model(case: Case) -> tuple[list[Arc], list[tuple[str, int]], int]:
    """Open pairs with their packed cost; each lead unit's places with their packed marginal cost; the reward of a minimum."""
    weights = _radices(case)
    pairs = [
        (subject, unit, sum(weights[name] * cost for name, cost in costs(case, subject, unit).items()))
        for subject in case.roster.subject_ids
        for unit in case.roster.lead_unit_ids
        if not is_closed(case, subject, unit)
    ]
    subjects = len(case.roster.subjects)
    places = [
        (unit.id, sum(weights[name] * one for name, one in _marginal(case, unit, load).items()))
        for unit in case.roster.lead_units
        for load in range(min(subjects, subjects if unit.max_load is None else unit.max_load))
    ]
    reward = 4 * (subjects + 1) * max([cost for _, _, cost in pairs] + [abs(cost) for _, cost in places] + [1])
    least = {unit.id: unit.min_load for unit in case.roster.lead_units}
    seen: dict[str, int] = {}
    for position, (unit_id, cost) in enumerate(places):
        seen[unit_id] = seen.get(unit_id, 0) + 1
        places[position] = unit_id, cost - (reward if seen[unit_id] <= least[unit_id] else 0)
    return pairs, places, reward


def _marginal(case: Case, unit: sc.LeadUnit, load: int) -> dict[str, int]:
    """What one subject more costs on the levels of the loads."""
    return {name: of(case, unit, load + 1) - of(case, unit, load) for name, of in (("balance", balance), ("carried", carried))}


def _value(case: Case, plan: dict[str, str]) -> tuple[int, ...]:
    from oracles.rotation import score

    return score(case, plan)


def _checked(case: Case, plan: dict[str, str] | None) -> tuple[int, ...] | None:
    if plan is None or len(plan) < len(case.roster.subjects):
        return None
    loads = list(plan.values())
    if any(loads.count(unit.id) < unit.min_load for unit in case.roster.lead_units):
        return None
    return _value(case, plan)


def by_networkx(case: Case) -> tuple[int, ...] | None:
    """Network simplex on Python's whole numbers; None when there is no plan."""
    pairs, places, _ = _model(case)
    graph = nx.MultiDiGraph()
    graph.add_node("sink", demand=len(case.roster.subjects))
    for subject in case.roster.subject_ids:
        graph.add_node(("s", subject), demand=-1)
    for subject, unit, cost in pairs:
        graph.add_edge(("s", subject), ("u", unit), capacity=1, weight=cost)
    for unit, cost in places:
        graph.add_edge(("u", unit), "sink", capacity=1, weight=cost)
    try:
        _, flows = nx.network_simplex(_simple(graph))
    except nx.NetworkXUnfeasible:
        return None
    plan = {
        node[1]: target[1]
        for node, targets in flows.items()
        if isinstance(node, tuple) and node[0] == "s"
        for target, amount in targets.items()
        if amount
    }
    return _checked(case, plan)


def _simple(graph: nx.MultiDiGraph) -> nx.DiGraph:
    """Parallel places as paths of their own, since network simplex wants simple graphs."""
    simple = nx.DiGraph()
    simple.add_nodes_from(graph.nodes(data=True))
    for number, (tail, head, data) in enumerate(graph.edges(data=True)):
        if simple.has_edge(tail, head):
            between = ("place", number)
            simple.add_edge(tail, between, capacity=data["capacity"], weight=data["weight"])
            simple.add_edge(between, head, capacity=data["capacity"], weight=0)
        else:
            simple.add_edge(tail, head, **data)
    return simple


def by_ortools(case: Case) -> tuple[int, ...] | None:
    """OR-Tools' cost scaling; None when there is no plan, or when the numbers are too large for it."""
    pairs, places, _ = _model(case)
    number = {subject: place for place, subject in enumerate(case.roster.subject_ids)}
    number |= {f"unit {unit}": len(number) + place for place, unit in enumerate(case.roster.lead_unit_ids)}
    sink = len(number)
    solver = min_cost_flow.SimpleMinCostFlow()
    arcs = [solver.add_arc_with_capacity_and_unit_cost(number[subject], number[f"unit {unit}"], 1, cost) for subject, unit, cost in pairs]
    for unit, cost in places:
        solver.add_arc_with_capacity_and_unit_cost(number[f"unit {unit}"], sink, 1, cost)
    for subject in case.roster.subject_ids:
        solver.set_node_supply(number[subject], 1)
    solver.set_node_supply(sink, -len(case.roster.subjects))
    status = solver.solve()
    if status == solver.INFEASIBLE:
        return None
    assert status == solver.OPTIMAL, status
    plan = {subject: unit for arc, (subject, unit, _) in zip(arcs, pairs, strict=True) if solver.flow(arc)}
    return _checked(case, plan)


def by_highs(case: Case) -> tuple[int, ...] | None:
    """HiGHS through scipy, one solve a level, each kept as a constraint of the next; None when there is no plan."""
    pairs, _, _ = _model(case)
    units = case.roster.lead_units
    if not pairs:
        return _checked(case, {})
    subjects = len(case.roster.subjects)
    steps = [(unit, load) for unit in units for load in range(subjects)]
    size = len(pairs) + len(steps)
    rows, lows, highs = [], [], []
    for subject in case.roster.subject_ids:
        rows.append([float(pair[0] == subject) for pair in pairs] + [0.0] * len(steps))
        lows.append(1.0)
        highs.append(1.0)
    for unit in units:
        rows.append([float(pair[1] == unit.id) for pair in pairs] + [-float(step[0] is unit) for step in steps])
        lows.append(0.0)
        highs.append(0.0)
        rows.append([float(pair[1] == unit.id) for pair in pairs] + [0.0] * len(steps))
        lows.append(float(unit.min_load))
        highs.append(float(subjects if unit.max_load is None else unit.max_load))
    found: list[int] = []
    answer = None
    for name in level_names(case.policy):
        if name in {"balance", "carried"}:
            objective = [0.0] * len(pairs) + [float(_marginal(case, unit, load)[name]) for unit, load in steps]
        else:
            objective = [float(costs(case, subject, unit)[name]) for subject, unit, _ in pairs] + [0.0] * len(steps)
        answer = milp(np.array(objective), constraints=LinearConstraint(np.array(rows), lows, highs), integrality=np.ones(size), bounds=Bounds(0, 1))
        if not answer.success:
            return None
        best = round(answer.fun)
        found.append(best)
        rows.append(objective)
        lows.append(-np.inf)
        highs.append(best + 0.5)
    assert answer is not None
    plan = {pair[0]: pair[1] for pair, taken in zip(pairs, answer.x, strict=False) if taken > 0.5}
    return _checked(case, plan)
