"""What to propose for a person or a unit after lapses: remind, correct, consider discipline. People decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import final

import attrs

from supervision_core.citations import Citation
from supervision_core.errors import Fault, raise_for
from supervision_core.fact import FactState
from supervision_core.fields import Checks, as_tuple
from supervision_core.judging.escalation import EscalationPolicy, TakenMeasure
from supervision_core.judging.lapses import Gravity, Lapse, MeasureStep
from supervision_core.text import Label, Language, shown

__all__ = ["MeasureProposal", "MeasureReport", "escalate"]


@final
@attrs.frozen(kw_only=True)
class MeasureReport:
    """A lapse that is to be reported, and to whom."""

    #: The lapse, by id.
    lapse_id: str
    #: To whom; the id of a body.
    to: str
    #: What that body is called.
    label: Label
    #: Where it stands.
    citation: Citation | None


@final
@attrs.frozen(kw_only=True, repr=False)
class MeasureProposal:
    """What is proposed for one person or unit. It binds nobody: somebody competent decides.

    ``step`` is None where no lapse counts; what is contested or outside the window is then still in view in ``left_out``.
    """

    #: The person or the unit.
    subject_id: str
    #: Whether it is a unit.
    is_unit: bool
    #: The measure that is proposed.
    step: MeasureStep | None
    #: The lapses that count, by id, in order of time.
    counted: tuple[str, ...]
    #: Those that do not, by id, in order of time: contested, not shown, or outside the window.
    left_out: tuple[str, ...]
    #: The evidence behind the lapses that count, by id, sorted.
    sources: tuple[str, ...]
    #: Why, line by line.
    why: tuple[Label, ...]
    #: Where it stands.
    citations: tuple[Citation, ...]
    #: What is reported to whom.
    reports: tuple[MeasureReport, ...]
    #: Measures at least as strong that were taken since the last counted lapse, by id: then nothing new is called for.
    already_taken: tuple[str, ...]

    def sentence(self, lang: Language) -> str:
        """The proposal for people; it says that it is one."""
        if self.step is None:
            none = "chưa có căn cứ để đề xuất" if lang == "vi" else "no ground for a proposal"
            return f"{self.subject_id}: {none}"
        proposed = "đề xuất" if lang == "vi" else "proposed"
        return f"{self.subject_id}: {proposed} {self.step.label.text(lang)} ({'; '.join(line.text(lang) for line in self.why)})"

    def __repr__(self) -> str:
        # Whom it is about shows in no log line.
        return f"<MeasureProposal: {'none' if self.step is None else self.step.value}>"


def escalate(
    findings: Iterable[Lapse], policy: EscalationPolicy, *, taken: Iterable[TakenMeasure] = ()
) -> tuple[MeasureProposal, ...]:
    """Propose a measure for every person and unit with lapses: people first, then units, each by id.

    Of the policy's rules the strongest that fits the lapses found within the window is proposed; after a measure ``taken``
    within it a further lapse leads at least to the next stronger one. A lapse of a person in a unit is the person's; it
    counts for the unit only where the policy says so. Signs of moral decline are reported whatever is proposed.
    Two lapses or measures with one id, and an id that is a person's and a unit's, raise ``InvalidInput``.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> from supervision_core.periods import Period
    >>> late = sc.Lapse(id="sp-1", person_id="o1", found_on=date(2014, 3, 4), sources=["fb-1"], about=sc.Label("Trễ", "Late"))
    >>> [proposal] = sc.escalate([late], sc.EscalationPolicy(window=Period.of_year(2014)))
    >>> print(proposal.sentence("en"))
    o1: proposed remind (1 of gravity minor or more; it takes 1)

    Source: Thạch Thang ward reminds, corrects or considers discipline, for unit and person; the numbers are a choice.
    """
    lapses, measures = as_tuple(findings), as_tuple(taken)
    checks = Checks("escalate")
    checks.kind("policy", policy, EscalationPolicy, "an EscalationPolicy")
    checks.each("findings", lapses, Lapse, "a Lapse")
    checks.each("taken", measures, TakenMeasure, "a TakenMeasure")
    checks.done()
    raise_for([*_repeated("findings", lapses), *_repeated("taken", measures)])
    ordered = sorted(lapses, key=attrgetter("found_on", "id"))
    people: dict[str, list[Lapse]] = {}
    units: dict[str, list[Lapse]] = {}
    for one in ordered:
        if one.person_id is not None:
            people.setdefault(one.person_id, []).append(one)
        if one.unit_id is not None and (one.person_id is None or policy.unit_answers_for_people):
            units.setdefault(one.unit_id, []).append(one)
    raise_for(
        Fault("both_kinds", "escalate.findings", shown(who), "an id that is a person's or a unit's, not both")
        for who in sorted(people.keys() & units.keys())
    )
    of_subject: dict[str, list[TakenMeasure]] = {}
    for measure in measures:
        of_subject.setdefault(measure.subject_id, []).append(measure)
    return tuple(
        _proposal(who, group[who], policy, of_subject.get(who, ()), is_unit=group is units)
        for group in (people, units)
        for who in sorted(group)
    )


def _repeated(name: str, items: Sequence[Lapse | TakenMeasure]) -> Iterator[Fault]:
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            yield Fault("duplicate", f"escalate.{name}", shown(item.id), "each id once")
        seen.add(item.id)


def _proposal(
    who: str, lapses: Sequence[Lapse], policy: EscalationPolicy, taken: Sequence[TakenMeasure], *, is_unit: bool
) -> MeasureProposal:
    counted = [one for one in lapses if one.state is FactState.FOUND and one.found_on in policy.window]
    fitting = [rule for rule in policy.rules if _count(counted, rule.gravity) >= rule.lapses]
    step = max((rule.step for rule in fitting), key=attrgetter("place"), default=None)
    why = [_by_count(_count(counted, rule.gravity), rule.gravity, rule.lapses) for rule in fitting if rule.step is step]
    citations = [rule.citation for rule in fitting if rule.step is step and rule.citation is not None]
    if policy.step_up and (raised := _after(counted, taken, policy)) is not None:
        earlier, higher = raised
        if step is None or higher.place > step.place:
            step, why, citations = higher, [_by_earlier(earlier)], []
    last = counted[-1].found_on if counted else None
    answered = [one for one in taken if step and last and one.taken_on >= last and one.step.place >= step.place]
    return MeasureProposal(
        subject_id=who,
        is_unit=is_unit,
        step=step,
        counted=tuple(one.id for one in counted),
        left_out=tuple(one.id for one in lapses if one not in counted),
        sources=tuple(sorted({source for one in counted for source in one.sources})),
        why=tuple(why),
        citations=tuple(dict.fromkeys(citations)),
        reports=tuple(
            MeasureReport(lapse_id=one.id, to=rule.to, label=rule.label, citation=rule.citation)
            for one in lapses
            for rule in policy.reports
            if rule.kind is one.kind and one.found_on in policy.window and _is_reported(one, contested_too=rule.contested_too)
        ),
        already_taken=tuple(sorted(one.id for one in answered)),
    )


def _is_reported(lapse: Lapse, *, contested_too: bool) -> bool:
    return lapse.state is FactState.FOUND or (contested_too and lapse.state is FactState.CONTESTED)


def _count(lapses: Sequence[Lapse], gravity: Gravity) -> int:
    return sum(1 for one in lapses if one.gravity.place >= gravity.place)


def _after(
    counted: Sequence[Lapse], taken: Sequence[TakenMeasure], policy: EscalationPolicy
) -> tuple[TakenMeasure, MeasureStep] | None:
    """The strongest measure within the window after which something happened again, with the next stronger one."""
    broken = [one for one in taken if one.taken_on in policy.window and any(lapse.found_on > one.taken_on for lapse in counted)]
    strongest = max(broken, key=lambda one: (one.step.place, one.taken_on, one.id), default=None)
    if strongest is None:
        return None
    steps = list(MeasureStep)
    return strongest, steps[min(strongest.step.place + 1, len(steps) - 1)]


def _by_count(found: int, gravity: Gravity, needed: int) -> Label:
    return Label(
        f"có {found} sai phạm từ mức {gravity.label.vi} trở lên; áp dụng khi có từ {needed}",
        f"{found} of gravity {gravity.label.en} or more; it takes {needed}",
    )


def _by_earlier(earlier: TakenMeasure) -> Label:
    return Label(
        f"tái phạm sau khi đã {earlier.step.label.vi} ({earlier.id})",
        f"again after the measure {earlier.step.label.en} ({earlier.id})",
    )
