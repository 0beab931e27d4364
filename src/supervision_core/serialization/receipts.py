"""A receipt joins inputs, rule, result and reasons; judging or planning again compares with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import final

import attrs

from supervision_core import __version__
from supervision_core.criteria.explain import Reason
from supervision_core.criteria.nodes import FactDefinition, Measure, YesNo
from supervision_core.evidence.dossiers import Dossier
from supervision_core.evidence.policy import WeighingPolicy
from supervision_core.evidence.weighing import weigh
from supervision_core.judging.assessing import Assessment, assess, explain
from supervision_core.rotation.allowances import IdleAllowance
from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.check.infeasible import verify_infeasible
from supervision_core.rotation.check.plan import verify_plan
from supervision_core.rotation.history import History
from supervision_core.rotation.lineage import Held
from supervision_core.rotation.plan import Plan, held_map
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.policy import RotationPolicy, TieBreak, unlike_fields
from supervision_core.rotation.roster import Roster
from supervision_core.serialization.documents import to_document
from supervision_core.serialization.kinds import canonical_bytes, digest_of
from supervision_core.serialization.shapes import is_misnamed
from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.errors import BeyondExactness, Fault, InvalidInput
from supervision_core.values.facts import Facts
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import shown, shown_apart

__all__ = ["Receipt", "fingerprint", "receipt", "recheck", "reworded"]


def _by_code(definitions: Iterable[FactDefinition]) -> tuple[FactDefinition, ...]:
    found = as_tuple(definitions)
    if isinstance(found, tuple) and all(isinstance(one, YesNo | Measure) for one in found):
        return tuple(sorted(found, key=lambda one: one.code))
    return found


@final
@attrs.frozen(kw_only=True)
class Receipt:
    """A result with its inputs, its reasons and the policy that it was made under. ``receipt`` makes one.

    It holds the evidence and the people's ids as they were given: it is for the file, not for publication.
    """

    #: What came out.
    result: Assessment | Plan | Infeasible
    #: What went in: the facts that were judged, or the roster that was planned.
    inputs: Facts | Roster
    #: Who had whom before; None for an assessment.
    history: History | None = None
    #: How it was planned; None for an assessment.
    policy: RotationPolicy | None = None
    #: The assignments that changes were counted against, where there were any.
    reference: IdMap[Held] | None = attrs.field(default=None, converter=held_map)
    #: Why the grade; None for plans and certificates, which carry their proof.
    reasons: Reason | None = None
    #: Facts that were known beside the regulation's own, sorted by code.
    vocabulary: tuple[FactDefinition, ...] = attrs.field(default=(), converter=_by_code)
    #: The evidence that the facts were weighed from, where it is part of the receipt.
    dossier: Dossier | None = None
    #: The policy under which it was weighed.
    weighing: WeighingPolicy | None = None
    #: The version of the library that wrote it; None where the document is from before receipts said so.
    written_by: str | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("Receipt")
        if checks.kind("result", self.result, (Assessment, Plan, Infeasible), "an Assessment, a Plan or an Infeasible"):
            self._check_parts(checks)
        checks.done()

    def _check_parts(self, checks: Checks) -> None:
        judged = isinstance(self.result, Assessment)
        if judged:
            checks.kind("inputs", self.inputs, Facts, "Facts, for an Assessment")
            checks.kind("reasons", self.reasons, Reason, "the Reason that explains the Assessment")
            for name in ("history", "policy", "reference"):
                if getattr(self, name) is not None:
                    checks.fault("surplus", name, getattr(self, name), "None, for an Assessment")
        else:
            checks.kind("inputs", self.inputs, Roster, "the Roster that was planned")
            checks.kind("history", self.history, History, "the History that was planned with")
            checks.kind("policy", self.policy, RotationPolicy, "the RotationPolicy that was planned under")
            for name in ("reasons", "dossier", "weighing"):
                if getattr(self, name) is not None:
                    checks.fault("surplus", name, getattr(self, name), "None, for a plan or a certificate")
        checks.each("vocabulary", self.vocabulary, (YesNo, Measure), "a YesNo or a Measure")
        if self.reference is not None and checks.by_id(
            "reference", self.reference, "a mapping from subject ids to lead unit ids"
        ):
            checks.fields(self, "reference")
        checks.optional_kind("dossier", self.dossier, Dossier, "a Dossier")
        checks.optional_kind("weighing", self.weighing, WeighingPolicy, "a WeighingPolicy")
        checks.optional_identifier("written_by", self.written_by)
        alone = (self.dossier is None) != (self.weighing is None)
        if judged and alone:
            checks.fault("missing", "weighing", self.weighing, "a policy with a dossier, and none without")


def receipt(
    result: Assessment | Plan | Infeasible,
    inputs: Facts | Roster,
    *,
    history: History | None = None,
    policy: RotationPolicy | None = None,
    reference: Mapping[str, str] | None = None,
    vocabulary: Iterable[FactDefinition] = (),
    dossier: Dossier | None = None,
    weighing: WeighingPolicy | None = None,
) -> Receipt:
    """Join a result and what it rests on.

    An assessment takes the facts of the case, and the dossier with its policy where the evidence shall go along.
    A plan or a certificate takes the roster, and the history, policy and reference that it was made with; a plan knows the
    last two itself.
    What does not belong together raises ``InvalidInput``; whether the result is right, ``recheck`` says.

    >>> import supervision_core as sc
    >>> from supervision_core.serialization import fingerprint, receipt, recheck
    >>> facts = sc.Facts.of({"duties.fairly_done": False}, sources={"duties.fairly_done": ["minutes-12"]})
    >>> kept = receipt(sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, facts), facts)
    >>> recheck(kept), len(fingerprint(kept))
    ((), 64)
    """
    vocabulary = _by_code(vocabulary)  # it may be readable only once
    if isinstance(result, Assessment):
        return Receipt(
            result=result,
            inputs=inputs,
            history=history,
            policy=policy,
            reference=reference,
            reasons=explain(result, inputs, vocabulary=vocabulary) if isinstance(inputs, Facts) else None,
            vocabulary=vocabulary,
            dossier=dossier,
            weighing=weighing,
            written_by=__version__,
        )
    own_policy, own_reference = (result.policy, result.reference) if isinstance(result, Plan) else (RotationPolicy(), None)
    return Receipt(
        result=result,
        inputs=inputs,
        history=History() if history is None else history,
        policy=own_policy if policy is None else policy,
        reference=own_reference if reference is None else reference,
        vocabulary=vocabulary,
        dossier=dossier,
        weighing=weighing,
        written_by=__version__,
    )


def fingerprint(value: object) -> str:
    """The SHA-256 of a value's document in canonical bytes, as 64 hexadecimal digits; a document is taken as it is.

    Equal values have equal fingerprints on every machine; the kind and its version are part of what is hashed.
    """
    if isinstance(value, Mapping):
        return sha256(canonical_bytes(value)).hexdigest()
    return digest_of(to_document(value))


def recheck(receipt: Receipt) -> tuple[Fault, ...]:
    """Judge or plan again and compare: no faults, or each thing that came out differently.

    Of reasons, the meaning is compared line by line: what was asked, the verdict, the provision that is cited, the values,
    states and sources of facts. What is merely worded otherwise now is no fault; ``reworded`` lists it.

    A regulation that has the code and version of a shipped one and decides otherwise is a fault: the result would pass for
    that of a rule which does not give it.

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
    if is_misnamed(result.regulation):
        named = f"{result.regulation.code} {result.regulation.version}"
        right = "the shipped regulation of this code and version"
        yield Fault("misnamed_regulation", "Receipt.result.regulation", named, right)
    again = assess(result.regulation, facts, vocabulary=receipt.vocabulary)
    if again != result:
        yield Fault("other_result", "Receipt.result", *_results_told(result, again))
    else:
        # An assessment's receipt has its reasons.
        assert receipt.reasons is not None
        now = explain(result, facts, vocabulary=receipt.vocabulary)
        yield from _compared("Receipt.reasons", receipt.reasons, now, _other_meaning)


def reworded(receipt: Receipt) -> tuple[Fault, ...]:
    """The lines of a receipt's reasons that mean the same and would be worded otherwise today, each with both wordings.

    >>> import attrs
    >>> import supervision_core as sc
    >>> from supervision_core.serialization import receipt, recheck, reworded
    >>> facts = sc.Facts.of({"duties.fairly_done": False})
    >>> kept = receipt(sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, facts), facts)
    >>> older = attrs.evolve(kept, reasons=attrs.evolve(kept.reasons, label=sc.Label("Kết quả", "Result")))
    >>> recheck(older), sorted({fault.place for fault in reworded(older)})
    ((), ['Receipt.reasons'])
    """
    checks = Checks("reworded")
    checks.kind("receipt", receipt, Receipt, "a Receipt")
    checks.done()
    result, facts = receipt.result, receipt.inputs
    if not isinstance(result, Assessment) or not isinstance(facts, Facts) or receipt.reasons is None:
        return ()
    now = explain(result, facts, vocabulary=receipt.vocabulary)
    return tuple(_compared("Receipt.reasons", receipt.reasons, now, _other_words))


def _compared(
    place: str, then: Reason, now: Reason, differences: Callable[[str, Reason, Reason], Iterator[Fault]]
) -> Iterator[Fault]:
    """What differs, line by line; lines below that only one of them has are one difference of the line above."""
    if then == now:
        return  # as nearly always, and then nothing below differs either
    yield from differences(place, then, now)
    for number, (one, other) in enumerate(zip(then.children, now.children, strict=False)):
        yield from _compared(f"{place}.children[{number}]", one, other, differences)


def _other_meaning(place: str, then: Reason, now: Reason) -> Iterator[Fault]:
    pairs = {
        "code": (then.code or now.code, now.code),
        "verdict": (then.verdict.value, now.verdict.value),
        "citation": (_provision(then), _provision(now)),
        "is_result": (then.is_result, now.is_result),
        "facts": (_facts_meant(then), _facts_meant(now)),
        "children": (len(then.children), len(now.children)),
    }
    for name, (before, after) in pairs.items():
        if before != after:
            yield Fault("other_reasons", f"{place}.{name}", *shown_apart(before, after))


def _provision(reason: Reason) -> object:
    return None if reason.citation is None else reason.citation.provision


def _facts_meant(reason: Reason) -> list[tuple[object, ...]]:
    # True equals 1 in Python; a yes and the measure one are different.
    return [(fact.code, isinstance(fact.value, bool), fact.value, fact.state.value, fact.sources) for fact in reason.facts]


def _other_words(place: str, then: Reason, now: Reason) -> Iterator[Fault]:
    for lang in ("vi", "en"):
        before, after = then.sentence(lang), now.sentence(lang)
        if before != after:
            # Whole, however long: the wordings are all that this is about.
            yield Fault("other_words", place, repr(before), repr(after))


def _planned_again(receipt: Receipt, result: Plan | Infeasible) -> Iterator[Fault]:
    roster, history, policy = receipt.inputs, receipt.history, receipt.policy
    # The receipt has checked that it is one of a plan.
    assert not isinstance(roster, Facts)
    assert history is not None
    assert policy is not None
    if isinstance(result, Plan):
        faults = verify_plan(roster, result, history=history)
        if policy != result.policy:
            given, own = unlike_fields(policy, result.policy)
            yield Fault("other_policy", "Receipt.policy", given, f"the plan's own: {own}")
        if receipt.reference != result.reference:
            yield Fault("other_reference", "Receipt.reference", shown(receipt.reference), "the plan's own reference")
    else:
        faults = verify_infeasible(roster, result, history=history, policy=policy)
    yield from faults
    if policy.tie_break is TieBreak.ANY:
        return
    again = plan_year(roster, year=result.year, history=history, policy=policy, reference=receipt.reference)
    if _unique_parts(again) != _unique_parts(result):
        yield Fault("other_result", "Receipt.result", *_results_told(result, again))


def _results_told(result: object, again: object) -> tuple[str, str]:
    """Two results as they are shown, which is in short: where that is the same, also that the first is not all right."""
    found, right = shown(result), shown(again)
    return (found if found != right else f"{found}, not all of it right"), right


def _unique_parts(outcome: Plan | Infeasible) -> tuple[object, ...]:
    """What the question alone determines. Other prices prove the same plan, and a shortage has several smallest examples."""
    if isinstance(outcome, Plan):
        warnings = tuple(
            warning if isinstance(warning, IdleAllowance) else _unique_parts(warning) for warning in outcome.warnings
        )
        return Plan, outcome.assignments, outcome.loads, outcome.score, outcome.allowed, warnings
    violations = tuple((one.kind, one.subjects, one.lead_units, one.demand, one.supply) for one in outcome.violations)
    return Infeasible, violations, outcome.shortage, outcome.excess, outcome.repairs
