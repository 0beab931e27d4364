"""Documents of earlier versions made into those of the next: what each kind did not say yet, said as it was meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Final, TypeAlias

__all__ = ["UPGRADES", "Upgrade"]

#: Makes a document of the next version out of one; what it is given it must not change.
Upgrade: TypeAlias = Callable[[Mapping[str, Any]], dict[str, Any]]
_Document: TypeAlias = Mapping[str, Any]


def _lead_unit_1(given: _Document) -> dict[str, Any]:
    """A lead unit of which nobody had asked whether it may lead, or since when it takes part."""
    return {**_unit(given), "schema": "supervision_core/lead_unit/2"}


def _unit(given: _Document) -> dict[str, Any]:
    return {**given, "kind": None, "since": None}


def _roster_1(given: _Document) -> dict[str, Any]:
    """A roster with such lead units."""
    units = [_unit(unit) for unit in given["lead_units"]]
    return {**given, "schema": "supervision_core/roster/2", "lead_units": units}


def _public_draw_1(given: _Document) -> dict[str, Any]:
    """A draw for all rosters alike."""
    return {**given, "schema": "supervision_core/public_draw/2", "scope": ""}


def _rotation_policy_1(given: _Document) -> dict[str, Any]:
    """A policy by which each year is balanced for itself and nobody stays."""
    return {**_policy(given), "schema": "supervision_core/rotation_policy/2"}


def _policy(given: _Document) -> dict[str, Any]:
    tie = given["tie_break"]
    return {
        **given,
        "tie_break": {**tie, "scope": ""} if isinstance(tie, Mapping) else tie,
        "tenure_years": 1,
        "carry_rest": False,
    }


def _score_1(given: _Document) -> dict[str, Any]:
    """A score on whose new levels nothing costs anything."""
    return {**_score(given), "schema": "supervision_core/score/2"}


def _score(given: _Document) -> dict[str, Any]:
    levels = []
    for level in given["levels"]:
        if level[0] != "balance":
            levels.append(level)
        else:
            levels += [["cut_short", 0], level, ["carried", 0]]
    return {**given, "levels": levels}


def _plan_1(given: _Document) -> dict[str, Any]:
    """A plan of such a policy, its score and its proof: the prices of the new levels are 0."""
    place = [name for name, _ in given["score"]["levels"]].index("balance")

    def widened(prices: list[int]) -> list[int]:
        return [*prices[:place], 0, prices[place], 0, *prices[place + 1 :]]

    proof = given["proof"]
    return {
        **given,
        "schema": "supervision_core/plan/2",
        "policy": _policy(given["policy"]),
        "score": _score(given["score"]),
        "proof": {
            **proof,
            "prices": {unit: widened(of) for unit, of in proof["prices"].items()},
            "sink": widened(proof["sink"]),
        },
    }


def _audit_1(given: _Document) -> dict[str, Any]:
    """An audit by such a policy."""
    score = given["score"]
    return {**given, "schema": "supervision_core/audit/2", "score": None if score is None else _score(score)}


def _receipt_1(given: _Document) -> dict[str, Any]:
    """A receipt of a plan by such a policy, or of something else."""
    policy = given["policy"]
    return {**given, "schema": "supervision_core/receipt/2", "policy": None if policy is None else _policy(policy)}


_ALTERNATIVE_ADDED: Final[Mapping[str, Any]] = {"years": [], "is_own": None}


def _alternative_1(given: _Document) -> dict[str, Any]:
    """An alternative that did not say which years count against it, and whose cost it is."""
    return {**given, "schema": "supervision_core/alternative/2", **_ALTERNATIVE_ADDED}


def _explanation_1(given: _Document) -> dict[str, Any]:
    """An explanation with such alternatives and without its question and its proof."""
    others = [{**other, **_ALTERNATIVE_ADDED} for other in given["others"]]
    unsaid = {"year": None, "policy": None, "allowed": None, "detours": None}
    return {**given, "schema": "supervision_core/explanation/2", "others": others, **unsaid}


def _working_days_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """A calendar in which days may stand that say nothing: twice, outside the known time, or worked anyway."""
    first, end = given["known"]["start"], given["known"]["end"]

    def told(days: list[str]) -> list[str]:
        return sorted({day for day in days if first <= day < end})

    worked = [day for day in told(given["worked"]) if date.fromisoformat(day).isoweekday() in given["rest"]]
    schema = "supervision_core/working_days/2"
    return {**given, "schema": schema, "days_off": told(given["days_off"]), "worked": worked}


def _frequency(given: Mapping[str, Any]) -> dict[str, Any]:
    """A frequency for which no day had to be worked."""
    return {**given, "grace_working_days": 0, "rolls": False}


def _frequency_1(given: Mapping[str, Any]) -> dict[str, Any]:
    return {**_frequency(given), "schema": "supervision_core/frequency/2"}


def _obligation_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """An obligation with such frequencies."""
    parts = {name: given[name] and _frequency(given[name]) for name in ("practised", "required")}
    return {**given, **parts, "schema": "supervision_core/obligation/2"}


def _occurrence(given: Mapping[str, Any]) -> dict[str, Any]:
    """An occurrence of a time when nothing was late: its last safe day by the days of the calendar year alone."""
    left, due = given["needed"] - len(given["event_ids"]), date.fromisoformat(given["window"]["end"]) - timedelta(days=1)
    is_pending = given["state"] in {"open", "upcoming"}
    safe = due if given["counts"] == "events" else due - timedelta(days=left - 1)
    new = {
        "is_due_known": True,
        "late_by": 0,
        "last_safe_day": safe.isoformat() if is_pending else None,
        "still_possible": "unknown",
    }
    return {**given, **new}


def _occurrence_1(given: Mapping[str, Any]) -> dict[str, Any]:
    return {**_occurrence(given), "schema": "supervision_core/occurrence/2"}


def _standing(given: Mapping[str, Any]) -> dict[str, Any]:
    """How an obligation stood, with its last safe day over all that was pending as it was worked out then."""
    parts = {name: [_occurrence(one) for one in given[name]] for name in ("practised", "required")}
    pending = [one for one in parts["required"] if one["last_safe_day"] is not None]
    needed, found = 0, []
    for one in sorted(pending, key=lambda one: (one["window"]["end"], one["period"]["start"], one["period"]["end"])):
        needed += one["needed"] - len(one["event_ids"])
        due = date.fromisoformat(one["window"]["end"]) - timedelta(days=1)
        found.append(due if one["counts"] == "events" else due - timedelta(days=needed - 1))
    safe = min(found).isoformat() if found else None
    return {**given, **parts, "last_safe_day": safe, "still_possible": "unknown"}


def _standing_1(given: Mapping[str, Any]) -> dict[str, Any]:
    return {**_standing(given), "schema": "supervision_core/standing/2"}


def _compliance_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """A report that was raised for instead, where anything was at fault."""
    standings = {code: _standing(one) for code, one in given["standings"].items()}
    schema = "supervision_core/compliance/2"
    return {**given, "schema": schema, "standings": standings, "faults": [], "not_judged": []}


def _record_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """A record by the names of 1 January."""
    return {**given, "schema": "supervision_core/record/2", "first_day": None}


_COUNTING_1: Final = {"least_months": 1, "substitutes_count": True}


def _history_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """A history of whole years, by the names of whoever wrote it."""
    return {**given, "schema": "supervision_core/history/2", "spells": [], "counting": dict(_COUNTING_1), "reforms": []}


def _lineage_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """A lineage that followed its own successors to the end; now each stands for one step."""
    steps = {name: _followed(given[name]) for name in ("lead_units", "subjects")}
    return {**given, "schema": "supervision_core/lineage/2", **steps, "reforms": []}


def _followed(mapping: Mapping[str, list[str]]) -> dict[str, list[str]]:
    found = {}
    for one, successors in mapping.items():
        seen: set[str] = set()
        waiting = list(successors)
        while waiting:
            at = waiting.pop()
            if at == one:
                raise ValueError(one)  # a circle: it was no lineage
            if at not in seen:
                seen.add(at)
                waiting.extend(mapping.get(at, ()))
        found[one] = sorted(seen - mapping.keys())
    return found


_VIOLATIONS_1: Final = {"H1": "too_few_places", "H2": "minimum_unreachable"}


def _violation(given: Mapping[str, Any]) -> dict[str, Any]:
    return {**given, "kind": _VIOLATIONS_1[given["kind"]]}


def _repair(given: Mapping[str, Any]) -> dict[str, Any]:
    return {**given, "against": sorted(_VIOLATIONS_1[kind] for kind in given["against"])}


def _infeasible_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """A certificate whose kinds of violation were numbers of a theorem, and which did not name its policy."""
    return {
        **given,
        "schema": "supervision_core/infeasible/2",
        "policy": None,
        "violations": [_violation(one) for one in given["violations"]],
        "repairs": [_repair(one) for one in given["repairs"]],
    }


def _repair_1(given: Mapping[str, Any]) -> dict[str, Any]:
    return {**_repair(given), "schema": "supervision_core/repair/2"}


def _horizon_infeasible_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """A dead end of which nothing was proved but that these plans lead there."""
    ground = {
        "vi": "Tính từng năm từ các phương án đã lập đến đây thì không còn phương án; cách xếp khác cho những năm trước "
        "có thể còn.",
        "en": "Year by year from here there is no plan; other plans of the earlier years may leave one.",
    }
    return {**given, "schema": "supervision_core/horizon_infeasible/2", "span": [], "claim": "per_year", "ground": ground}


def _violation_1(given: Mapping[str, Any]) -> dict[str, Any]:
    return {**_violation(given), "schema": "supervision_core/violation/2"}


def _same(schema: str, **more: Any) -> Upgrade:
    """The document with a newer schema, and what it did not say yet."""
    return lambda given: {**given, "schema": schema, **more}


def _published_tally_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """A published tally of a time when none was protected together with earlier ones."""
    return {**given, "schema": "supervision_core/published_tally/2", "earlier": 0}


def _review_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """A review that did not say what its publication covers."""
    return {**given, "schema": "supervision_core/review/2", "protection": None}


_DISCIPLINE_ADDED: Final = {"kind": None, "relates_to": None, "counted_for": None, "at_former_body": False}


def _discipline_record_1(given: _Document) -> dict[str, Any]:
    """A record of which nobody had asked whose discipline it is and what it is for."""
    return {**given, "schema": "supervision_core/discipline_record/2", **_DISCIPLINE_ADDED}


def _dossier_1(given: _Document) -> dict[str, Any]:
    """A dossier with such records."""
    records = [{**record, **_DISCIPLINE_ADDED} for record in given["discipline"]]
    return {**given, "schema": "supervision_core/dossier/2", "discipline": records}


def _weighing_rule_1(given: _Document) -> dict[str, Any]:
    """A rule by which the no of every channel counted."""
    return {**given, "schema": "supervision_core/weighing_rule/2", "no_from": []}


def _weighing_policy_1(given: _Document) -> dict[str, Any]:
    """A policy with such rules."""
    rules = [{**rule, "no_from": []} for rule in given["rules"]]
    return {**given, "schema": "supervision_core/weighing_policy/2", "rules": rules}


def _handling_1(given: _Document) -> dict[str, Any]:
    """What was to be done, without the time limits that go with it."""
    return {**given, "schema": "supervision_core/handling/2", "time_limits": []}


def _cooling_off_1(given: _Document) -> dict[str, Any]:
    """An answer without what proves it: it is read, and its checker says what is missing."""
    return {**given, "schema": "supervision_core/cooling_off/2", "meetings": []}


def _coverage_1(given: _Document) -> dict[str, Any]:
    """The same of the years until all have met."""
    return {**given, "schema": "supervision_core/coverage/2", "asking": [], "meetings": []}


def _reason_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """A reason that said in words alone what was asked."""
    return {**_with_code(given), "schema": "supervision_core/reason/2"}


def _with_code(given: Mapping[str, Any]) -> dict[str, Any]:
    return {**given, "code": None, "children": [_with_code(child) for child in given["children"]]}


def _receipt_2(given: Mapping[str, Any]) -> dict[str, Any]:
    """A receipt that did not say which version of the library wrote it."""
    reasons = given["reasons"]
    return {
        **given,
        "schema": "supervision_core/receipt/3",
        "reasons": None if reasons is None else _with_code(reasons),
        "written_by": None,
    }


def _lines_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """Something with such reasons as its lines."""
    kind = given["schema"].rpartition("/")[0]
    return {**given, "schema": f"{kind}/2", "lines": [_with_code(line) for line in given["lines"]]}


def _quota_result_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """A cap whose rows did not say their points."""
    return {**given, "schema": "supervision_core/quota_result/2", "rows": [{**row, "score": None} for row in given["rows"]]}


#: The upgrade from each earlier version to the next, by the schema of the earlier one.
UPGRADES: Final[dict[str, Upgrade]] = {
    "supervision_core/alternative/1": _alternative_1,
    "supervision_core/audit/1": _audit_1,
    "supervision_core/audit/2": _same("supervision_core/audit/3", warnings=[]),
    "supervision_core/compliance/1": _compliance_1,
    "supervision_core/decision/1": _same("supervision_core/decision/2", receipt=None),
    "supervision_core/discipline_record/1": _discipline_record_1,
    "supervision_core/dossier/1": _dossier_1,
    "supervision_core/frequency/1": _frequency_1,
    "supervision_core/cooling_off/1": _cooling_off_1,
    "supervision_core/coverage/1": _coverage_1,
    "supervision_core/explanation/1": _explanation_1,
    "supervision_core/grade_change/1": _lines_1,
    "supervision_core/handling/1": _handling_1,
    "supervision_core/history/1": _history_1,
    "supervision_core/history/2": _same("supervision_core/history/3", parts={}),
    "supervision_core/horizon/1": _same("supervision_core/horizon/2", instead=None),
    "supervision_core/horizon_infeasible/1": _horizon_infeasible_1,
    "supervision_core/infeasible/1": _infeasible_1,
    "supervision_core/lead_unit/1": _lead_unit_1,
    "supervision_core/lineage/1": _lineage_1,
    "supervision_core/move/1": _same("supervision_core/move/2"),
    "supervision_core/obligation/1": _obligation_1,
    "supervision_core/occurrence/1": _occurrence_1,
    "supervision_core/plan/1": _plan_1,
    "supervision_core/plan/2": _same("supervision_core/plan/3", allowed=[]),
    "supervision_core/plan_diff/1": _same("supervision_core/plan_diff/2", renamed={}),
    "supervision_core/public_draw/1": _public_draw_1,
    "supervision_core/quota/1": _same(
        "supervision_core/quota/2", then_by=None, raised_share=None, small_below=0, small_places=0
    ),
    "supervision_core/quota_result/1": _quota_result_1,
    "supervision_core/quota_result/2": _same("supervision_core/quota_result/3", possible=None),
    "supervision_core/quota_row/1": _same("supervision_core/quota_row/2", score=None),
    "supervision_core/reason/1": _reason_1,
    "supervision_core/receipt/1": _receipt_1,
    "supervision_core/receipt/2": _receipt_2,
    "supervision_core/record/1": _record_1,
    "supervision_core/repair/1": _repair_1,
    "supervision_core/replan/1": _same("supervision_core/replan/2", renamed={}),
    "supervision_core/published_tally/1": _published_tally_1,
    "supervision_core/review/1": _review_1,
    "supervision_core/roster/1": _roster_1,
    "supervision_core/roster/2": _same("supervision_core/roster/3", allowances=[]),
    "supervision_core/rotation_policy/1": _rotation_policy_1,
    "supervision_core/score/1": _score_1,
    "supervision_core/side_by_side/1": _lines_1,
    "supervision_core/standing/1": _standing_1,
    "supervision_core/violation/1": _violation_1,
    "supervision_core/weighing_policy/1": _weighing_policy_1,
    "supervision_core/weighing_rule/1": _weighing_rule_1,
    "supervision_core/working_days/1": _working_days_1,
    # What the year may come to was not said.
    "supervision_core/year_facts/1": _same("supervision_core/year_facts/2", possible=None),
}
