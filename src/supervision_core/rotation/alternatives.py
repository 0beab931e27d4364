"""What other lead units would have cost: shortest ways through what may still move around a plan.

Giving a subject another lead unit puts one too many there and leaves one too few at its own. The cheapest way to mend that
is a chain of moves, each by the member of some class for which it costs least, perhaps by way of the loads. A plan's prices
make every step cost at least nothing, so one search towards a lead unit tells all ways to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import add, sub
from typing import TypeAlias, final

from supervision_core.allocation.problem import Row, bits_of
from supervision_core.rotation.explaining import Alternative, Detours
from supervision_core.rotation.grouping import group
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.policy import level_names
from supervision_core.rotation.question import YearQuestion

__all__ = ["Surroundings"]

#: One number a level, in the objective's order.
Vector: TypeAlias = tuple[int, ...]


@final
class Surroundings:
    """A plan with the cheapest step between any two lead units; ``is_proved`` says whether its prices fit the question."""

    def __init__(self, question: YearQuestion, plan: Plan) -> None:
        self.plan = plan
        self.grouping = grouping = group(question)
        self.problem = grouping.problem
        self.column = {unit: place for place, unit in enumerate(grouping.units)}
        self.zero: Vector = (0,) * len(self.problem.levels)
        self.row_of = dict(zip(grouping.subjects, grouping.row_of, strict=True))
        #: By row, what it costs where it costs anything.
        self.costs = [self._costs_of(row) for row in self.problem.rows]
        self.sink = len(grouping.units)
        self.steps: list[dict[int, Vector]] = [{} for _ in range(self.sink + 1)]
        self.prices = [*(plan.proof.prices.get(unit, ()) for unit in grouping.units), plan.proof.sink]
        self.is_scored = False
        self.is_proved = all(len(prices) == len(self.zero) for prices in self.prices) and self._read_steps()
        self.known: dict[int, list[Vector | None]] = {}
        self.proofs: dict[int, Detours] = {}
        #: What is told of subjects that are alike at the same lead unit, once; and each different alternative in it.
        self.told: dict[object, tuple[Alternative, ...]] = {}
        self.alternatives: dict[object, Alternative] = {}
        self.names = level_names(question.policy)
        self.allowed = {one.subject_id: one for one in plan.allowed}

    def _read_steps(self) -> bool:
        loads = [0] * self.sink
        at: list[Counter[int]] = [Counter() for _ in loads]
        for subject, unit in self.plan.assignments.items():
            row = self.row_of.get(subject)
            if row is None or unit not in self.column:
                return False
            loads[self.column[unit]] += 1
            at[self.column[unit]][row] += 1
        self.is_scored = self._score(loads, at) == self.plan.score.values
        for here, rows in enumerate(at):
            for row in rows:
                self._add_moves(here, self.problem.rows[row].open, self.costs[row])
        for column, load in enumerate(loads):
            if load < min(self.problem.highs[column], self.problem.units):
                self._add(column, self.sink, self._of_load(column, load, 1))
            if load > self.problem.lows[column]:
                self._add(self.sink, column, self._of_load(column, load - 1, -1))
        return all(self._reduced(here, there) >= self.zero for here, steps in enumerate(self.steps) for there in steps)

    def _score(self, loads: Sequence[int], at: Sequence[Mapping[int, int]]) -> Vector:
        """What the plan costs on each level."""
        of_loads = [self.problem.of_loads(level) for level in self.problem.levels]
        values = [0 if one is None else one.value(loads) for one in of_loads]
        for here, rows in enumerate(at):
            for row, times in rows.items():
                for place, cost in enumerate(self.costs[row].get(here, ())):
                    values[place] += times * cost
        return tuple(values)

    def _of_load(self, column: int, load: int, sign: int) -> Vector:
        costs = (self.problem.of_loads(level) for level in self.problem.levels)
        return tuple(0 if one is None else sign * one.rise(column, load) for one in costs)

    def _costs_of(self, row: Row) -> dict[int, Vector]:
        """What a row costs where it costs anything."""
        found: dict[int, list[int]] = {}
        for place, level in enumerate(self.problem.levels):
            for cost, columns in row.costs[level] if level >= 0 else ():
                for column in bits_of(columns):
                    found.setdefault(column, list(self.zero))[place] = cost
        return {column: tuple(vector) for column, vector in found.items()}

    def _add_moves(self, here: int, open_to: int, costs: Mapping[int, Vector]) -> None:
        saved = tuple(-one for one in costs.get(here, self.zero))
        steps = self.steps[here]
        for there in bits_of(open_to & ~(1 << here)):
            cost = tuple(map(add, saved, costs[there])) if there in costs else saved
            known = steps.get(there)
            if known is None or cost < known:
                steps[there] = cost

    def _add(self, here: int, there: int, cost: Vector) -> None:
        self.steps[here][there] = cost

    def _reduced(self, here: int, there: int) -> Vector:
        return tuple(
            cost + one - other
            for cost, one, other in zip(self.steps[here][there], self.prices[here], self.prices[there], strict=True)
        )

    def _towards(self, target: int) -> list[Vector | None]:
        """The cost of the cheapest way from every lead unit to one of them (Dijkstra); None where there is no way."""
        if target in self.known:
            return self.known[target]
        far: list[Vector | None] = [None] * (self.sink + 1)
        far[target] = self.zero
        waiting = {target}
        done: set[int] = set()
        while waiting:
            node, near = min(((one, far[one] or self.zero) for one in waiting), key=lambda pair: pair[1])
            waiting.remove(node)
            done.add(node)
            for here, steps in enumerate(self.steps):
                if here in done or node not in steps:
                    continue
                cost = tuple(map(add, near, self._reduced(here, node)))
                known = far[here]
                if known is None or cost < known:
                    far[here] = cost
                    waiting.add(here)
        found = [
            None if way is None else tuple(map(add, map(sub, way, self.prices[here]), self.prices[target]))
            for here, way in enumerate(far)
        ]
        self.known[target] = found
        return found

    def has_closed(self, subject: str) -> bool:
        """Whether any lead unit is closed to a subject."""
        return self.problem.rows[self.row_of[subject]].open.bit_count() < self.sink

    def detours(self, unit: str) -> Detours:
        """The cheapest ways to a lead unit from every other one, as a proof."""
        column = self.column[unit]
        if column not in self.proofs:
            *ways, sink = self._towards(column)
            found = {one: way for one, way in zip(self.grouping.units, ways, strict=True) if way is not None}
            self.proofs[column] = Detours(ways=found, sink=sink)
        return self.proofs[column]

    def others(self, subject: str) -> Iterator[tuple[str, Vector | None, Vector]]:
        """Each lead unit open to a subject but its own, with how much the best plan with it costs more; None for no plan.

        At last, how much of it the subject's own pair costs.
        """
        number = self.row_of[subject]
        mine = self.column[self.plan.assignments[subject]]
        costs = self.costs[number]
        ways = self._towards(mine)
        saved = tuple(-one for one in costs.get(mine, self.zero))
        for there in bits_of(self.problem.rows[number].open & ~(1 << mine)):
            way = ways[there]
            own = tuple(map(add, costs[there], saved)) if there in costs else saved
            yield self.grouping.units[there], None if way is None else tuple(map(add, own, way)), own
