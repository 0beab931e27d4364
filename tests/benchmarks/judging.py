"""Judging a population: the library against a bare function and three rule engines, same rule, same process.

    .venv/bin/python -m pip install zen-engine rule-engine business-rules
    .venv/bin/python tests/benchmarks/judging.py

Each figure is the median of the rounds; the ratio is the median of the ratios to the bare function's time in the same round.
Inputs are prepared outside the clock, results of all are checked against the bare function once before the clock starts.
"""

from __future__ import annotations

import gc
import json
import random
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from itertools import islice

import attrs

import supervision_core as sc

WARD = sc.regulations.GOOD_PERFORMANCE_2014
FIELDS = ("duties_well_done", "duties_fairly_done", "own", "household", "ties", "contribution", "morals", "standing", "violation")
CODES = tuple(fact.code for fact in WARD.ladder.facts)
OFFICIALS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
ROUNDS = 5


@attrs.define
class Official:
    """What a bare program would hold."""

    duties_well_done: bool
    duties_fairly_done: bool
    own: bool
    household: bool
    ties: bool
    contribution: bool
    morals: bool
    standing: bool
    violation: bool


def bare(one: Official) -> tuple[str, tuple[str, ...]]:
    """The criterion as if/else, with the names of the failed facts."""
    if (
        one.duties_well_done and one.own and one.household and one.ties and one.contribution and one.morals and one.standing
        and not one.violation
    ):  # fmt: skip
        return "good", ()
    failed = []
    if not one.duties_well_done:
        failed.append("duties_well_done")
    if not one.own:
        failed.append("own")
    if not one.household:
        failed.append("household")
    if not one.ties:
        failed.append("ties")
    if not one.contribution:
        failed.append("contribution")
    if not one.morals:
        failed.append("morals")
    if not one.standing:
        failed.append("standing")
    if one.violation:
        failed.append("violation")
    return "fair" if one.duties_fairly_done and not one.violation else "below_fair", tuple(failed)


def population(unknown: float = 0.0) -> list[dict[str, bool | None]]:
    """Nine facts an official, each favourable with probability 0.9, consistent; some unknown."""
    rng = random.Random(1)
    rows = []
    for _ in range(OFFICIALS):
        row: dict[str, bool | None] = {field: rng.random() < 0.9 for field in FIELDS}
        row["violation"] = not row["violation"]
        row["duties_fairly_done"] = row["duties_fairly_done"] or row["duties_well_done"]
        for field in FIELDS:
            if unknown and rng.random() < unknown:
                row[field] = None
        if row["duties_fairly_done"] is False:
            row["duties_well_done"] = False
        rows.append(row)
    return rows


def facts_of(row: dict[str, bool | None]) -> sc.Facts:
    """The row as facts."""
    return sc.Facts.of(dict(zip(CODES, row.values(), strict=True)))


def engines(rows: list[dict[str, bool | None]]) -> dict[str, tuple[int, Callable[[int], object]]]:
    """Peers, each with how many officials it judges and a function that judges the first so many."""
    found: dict[str, tuple[int, Callable[[int], object]]] = {}
    try:
        import zen

        found["zen-engine (two tables)"] = (min(OFFICIALS, 20_000), _zen(zen, rows))
    except ImportError:
        print("zen-engine is not installed")
    try:
        import rule_engine

        found["rule-engine (10 rules)"] = (min(OFFICIALS, 10_000), _rule_engine(rule_engine, rows))
    except ImportError:
        print("rule-engine is not installed")
    try:
        import business_rules

        found["business-rules (11 rules)"] = (min(OFFICIALS, 10_000), _business_rules(business_rules, rows))
    except ImportError:
        print("business-rules is not installed")
    return found


def _zen(zen, rows):
    inputs = [{"id": f"i{n}", "name": field, "field": field} for n, field in enumerate(FIELDS)]

    def table(name, hit, rules, output):
        return {
            "id": name, "name": name, "type": "decisionTableNode", "position": {"x": 0, "y": 0},
            "content": {"hitPolicy": hit, "inputs": inputs, "outputs": [{"id": "o", "name": output, "field": output}], "rules": rules},
        }  # fmt: skip

    def rule(name, conditions, value):
        return {"_id": name, **{one["id"]: conditions.get(one["field"], "") for one in inputs}, "o": f'"{value}"'}

    good = {field: "true" for field in FIELDS if field not in {"violation", "duties_fairly_done"}} | {"violation": "false"}
    grades = [rule("g", good, "good"), rule("f", {"duties_fairly_done": "true", "violation": "false"}, "fair"), rule("b", {}, "below_fair")]
    checked = [field for field in FIELDS if field != "duties_fairly_done"]
    failures = [rule(field, {field: "true" if field == "violation" else "false"}, field) for field in checked]
    graph = {
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
            table("grades", "first", grades, "grade"),
            table("failures", "collect", failures, "failed"),
            {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 0, "y": 0}},
        ],
        "edges": [
            {"id": f"{one}{other}", "sourceId": one, "targetId": other, "type": "edge"}
            for one, other in (("in", "grades"), ("in", "failures"), ("grades", "out"), ("failures", "out"))
        ],
    }
    engine = zen.ZenEngine({"loader": lambda _key: json.dumps(graph)})
    decision = engine.create_decision(json.dumps(graph))
    try:
        static = zen.ZenEngine({"loader": {"type": "static", "content": {"ward": graph}}})
        static.evaluate("ward", rows[0])
    except Exception:  # noqa: BLE001  older versions have no static loader
        static = None

    def run(count):
        judge = (lambda row: static.evaluate("ward", row)) if static is not None else decision.evaluate
        return [judge(row)["result"]["grade"] for row in islice(rows, count)]

    return run


def _rule_engine(rule_engine, rows):
    context = rule_engine.Context(type_resolver=rule_engine.type_resolver_from_dict(dict.fromkeys(FIELDS, rule_engine.DataType.BOOLEAN)))
    good = " and ".join(field for field in FIELDS if field not in {"violation", "duties_fairly_done"}) + " and not violation"
    is_good, is_fair = rule_engine.Rule(good, context=context), rule_engine.Rule("duties_fairly_done and not violation", context=context)
    failures = [
        (field, rule_engine.Rule(field if field == "violation" else f"not {field}", context=context))
        for field in FIELDS
        if field != "duties_fairly_done"
    ]

    def run(count):
        made = []
        for row in islice(rows, count):
            grade = "good" if is_good.matches(row) else "fair" if is_fair.matches(row) else "below_fair"
            made.append((grade, tuple(name for name, rule in failures if rule.matches(row)))[0])
        return made

    return run


def _business_rules(business_rules, rows):
    from business_rules.actions import BaseActions, rule_action
    from business_rules.fields import FIELD_TEXT
    from business_rules.variables import BaseVariables, boolean_rule_variable

    def variable(field):
        def read(self):
            return self.row[field]

        read.__name__ = field
        return boolean_rule_variable(read)

    variables = type("Variables", (BaseVariables,), {"__init__": lambda self, row: setattr(self, "row", row), **{field: variable(field) for field in FIELDS}})

    class Actions(BaseActions):
        def __init__(self):
            self.grade, self.failed = None, []

        @rule_action(params={"grade": FIELD_TEXT})
        def set_grade(self, grade):
            self.grade = self.grade or grade

        @rule_action(params={"name": FIELD_TEXT})
        def fail(self, name):
            self.failed.append(name)

    def is_(field, value):
        return {"name": field, "operator": "is_true" if value else "is_false", "value": True}

    def rule(conditions, action, **params):
        return {"conditions": {"all": conditions}, "actions": [{"name": action, "params": params}]}

    good = [is_(field, field != "violation") for field in FIELDS if field != "duties_fairly_done"]
    rules = [
        rule(good, "set_grade", grade="good"),
        rule([is_("duties_fairly_done", True), is_("violation", False)], "set_grade", grade="fair"),
        rule([], "set_grade", grade="below_fair"),
        *(rule([is_(field, field == "violation")], "fail", name=field) for field in FIELDS if field != "duties_fairly_done"),
    ]
    rules[2]["conditions"] = {"any": [is_("violation", True), is_("violation", False)]}

    def run(count):
        made = []
        for row in islice(rows, count):
            actions = Actions()
            business_rules.run_all(rules, variables(row), actions)
            made.append(actions.grade)
        return made

    return run


def timed(work: Callable[[], object]) -> float:
    """Seconds of one call, garbage collected before."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def report(name: str, count: int, seconds: list[float], base: list[float]) -> None:
    """One row: microseconds an official and the ratio to the bare function, round by round."""
    each = [one / count * 1e6 for one in seconds]
    ratios = [one / other for one, other in zip(each, base, strict=True)]
    print(f"{name:58} {statistics.median(each):9.3f} us {statistics.median(ratios):9.2f} x   ({min(ratios):.2f} to {max(ratios):.2f})")


def main() -> None:
    """Run and print."""
    rows = population()
    officials = [Official(**row) for row in rows]
    pairs = [(f"o{number}", facts_of(row)) for number, row in enumerate(rows)]
    unknown = [(f"o{number}", facts_of(row)) for number, row in enumerate(population(0.03))]
    sourced = [
        (who, sc.Facts.of(dict(facts.values), sources=dict.fromkeys(facts.values, (f"{who}-1",)))) for who, facts in pairs[:5_000]
    ]
    assert [result.grade.code for _, result in sc.assess_all(WARD, pairs)] == [bare(one)[0] for one in officials]
    named = [dict(zip(CODES, row.values(), strict=True)) for row in rows]
    peers = engines(rows)
    for name, (count, run) in peers.items():
        assert run(200) == [bare(one)[0] for one in officials[:200]], name
        del count

    work: dict[str, tuple[int, Callable[[], object]]] = {
        "bare function": (OFFICIALS, lambda: [bare(one) for one in officials]),
        "assess_all, facts built before": (OFFICIALS, lambda: list(sc.assess_all(WARD, pairs))),
        "assess_all, read one by one": (OFFICIALS, lambda: sum(1 for _ in sc.assess_all(WARD, pairs))),
        "assess_all, 3 % of the facts unknown": (OFFICIALS, lambda: list(sc.assess_all(WARD, unknown))),
        "Facts.of from nine values": (OFFICIALS, lambda: [sc.Facts.of(given) for given in named]),
        "explain with sources": (len(sourced), lambda: [sc.explain(sc.assess(WARD, facts), facts) for _, facts in sourced]),
        **{name: (count, lambda run=run, count=count: run(count)) for name, (count, run) in peers.items()},
    }
    seconds: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(ROUNDS):
        for name, (_, call) in work.items():
            seconds[name].append(timed(call))
    base = [one / OFFICIALS * 1e6 for one in seconds["bare function"]]
    print(f"{OFFICIALS} officials, {ROUNDS} rounds, Python {sys.version.split()[0]}; each engine on as many officials as it bears")
    for name, (count, _) in work.items():
        report(name, count, seconds[name], base)

    fresh = sc.regulations.good_performance(civic_at_least=5)
    distinct = list({facts.row: facts for _, facts in unknown}.values())
    spent = timed(lambda: [(one.possible, one.open_facts, one.reasons) for one in (sc.assess(fresh, facts) for facts in distinct)])
    print(f"a row never seen before, with questions and reasons: {spent / len(distinct) * 1e6:.1f} us ({len(distinct)} rows)")
    tracemalloc.start()
    kept = list(sc.assess_all(WARD, pairs))
    print(f"memory of the list of {len(kept)} results: {tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB at most")
    tracemalloc.stop()


if __name__ == "__main__":
    main()
