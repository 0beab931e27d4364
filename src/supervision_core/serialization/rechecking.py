"""Judge or plan again from a receipt, and compare."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_core.errors import BeyondExactness, Fault, InvalidInput
from supervision_core.evidence.weighing import weigh
from supervision_core.facts import Facts
from supervision_core.fields import Checks
from supervision_core.judging.assessments import Assessment, assess, explain
from supervision_core.rotation.certificates import Infeasible
from supervision_core.rotation.checking import verify_plan
from supervision_core.rotation.checking_shortage import verify_infeasible
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.plans import Plan
from supervision_core.rotation.policies import ANY
from supervision_core.serialization.receipts import Receipt
from supervision_core.text import shown

__all__ = ["recheck"]


def recheck(receipt: Receipt) -> tuple[Fault, ...]:
    """Judge or plan again and compare: no faults, or each thing that came out differently.

    A plan or a certificate is also checked by what does not know the solver. What a later version may do otherwise without
    being wrong (the prices of a proof, which plan ``ANY`` takes) is left to that checker alone.

    >>> import supervision_core as sc
    >>> from supervision_core.serialization import receipt, recheck
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="front"), sc.LeadUnit(id="women")])
    >>> recheck(receipt(sc.plan_year(roster, year=2021), roster))
    ()
    """
    checks = Checks("recheck")
    checks.kind("receipt", receipt, Receipt, "a Receipt")
    checks.done()
    try:
        return tuple(_faults_of(receipt))
    except InvalidInput as error:
        # The inputs make no sense together; the receipt cannot be what it says.
        return error.faults
    except BeyondExactness as error:
        return (Fault("beyond_exactness", "Receipt.result", str(error.size), f"at most {error.limit}"),)


def _faults_of(receipt: Receipt) -> Iterator[Fault]:
    if isinstance(receipt.result, Assessment):
        yield from _judged_again(receipt, receipt.result)
    else:
        yield from _planned_again(receipt, receipt.result)


def _judged_again(receipt: Receipt, result: Assessment) -> Iterator[Fault]:
    facts = receipt.inputs
    assert isinstance(facts, Facts)
    if receipt.dossier is not None and receipt.weighing is not None and weigh(receipt.dossier, receipt.weighing) != facts:
        yield Fault("other_facts", "Receipt.inputs", shown(facts), "the facts that weighing the dossier gives")
    again = assess(result.regulation, facts, vocabulary=receipt.vocabulary)
    if again != result:
        yield Fault("other_result", "Receipt.result", shown(result), shown(again))
    elif explain(result, facts, vocabulary=receipt.vocabulary) != receipt.reasons:
        yield Fault("other_reasons", "Receipt.reasons", shown(receipt.reasons), "the reasons that judging again gives")


def _planned_again(receipt: Receipt, result: Plan | Infeasible) -> Iterator[Fault]:
    roster, history, policy = receipt.inputs, receipt.history, receipt.policy
    # The receipt has checked that it is one of a plan.
    assert not isinstance(roster, Facts)
    assert history is not None
    assert policy is not None
    if isinstance(result, Plan):
        faults = verify_plan(roster, result, history=history)
        if policy != result.policy:
            yield Fault("other_policy", "Receipt.policy", shown(policy), f"the plan's own: {shown(result.policy)}")
        if receipt.reference != result.reference:
            yield Fault("other_reference", "Receipt.reference", shown(receipt.reference), "the plan's own reference")
    else:
        faults = verify_infeasible(roster, result, history=history, policy=policy)
    yield from faults
    if policy.tie_break is ANY:
        return
    again = plan_year(roster, year=result.year, history=history, policy=policy, reference=receipt.reference)
    if _unique_parts(again) != _unique_parts(result):
        yield Fault("other_result", "Receipt.result", shown(result), shown(again))


def _unique_parts(outcome: Plan | Infeasible) -> tuple[object, ...]:
    """What the question alone determines. Other prices prove the same plan, and a shortage has several smallest examples."""
    if isinstance(outcome, Plan):
        warnings = tuple(_unique_parts(warning) for warning in outcome.warnings)
        return Plan, outcome.assignments, outcome.loads, outcome.score, warnings
    violations = tuple((one.kind, one.subjects, one.lead_units, one.demand, one.supply) for one in outcome.violations)
    return Infeasible, violations, outcome.shortage, outcome.excess, outcome.repairs
