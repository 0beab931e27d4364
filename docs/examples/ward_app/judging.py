"""From what the ward keeps to everybody's grade, with its account: computed anew whenever it is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, final

import attrs

import supervision_core as sc
from supervision_core.regulations import good_performance
from ward_app.records import SHEET, feedback_of
from ward_app.store import Reading

#: The two-part criterion with the choices of its source, adopted by this ward for its own years: a ward that embeds the
#: library names its own choices here.
CRITERION: Final = attrs.evolve(
    good_performance(),
    code="ward_app_two_parts",
    label=sc.Label("Đánh giá mức độ hoàn thành tốt nhiệm vụ", "Good performance in two parts"),
    in_force_from=date(2025, 7, 1),
    in_force_until=None,
)
#: The facts that it asks for, in order.
FACTS: Final = CRITERION.ladder.facts
#: How evidence becomes facts.
WEIGHING: Final = sc.evidence.WARD_WEIGHING


@final
@attrs.frozen(kw_only=True)
class Case:
    """One official in one year: what was said, what it weighs, and the grade."""

    subject: sc.Subject
    dossier: sc.Dossier
    account: sc.evidence.Weighing
    assessment: sc.Assessment

    @property
    def facts(self) -> sc.Facts:
        """The facts that the evidence shows."""
        return self.account.facts

    def what_would_help(self) -> tuple[sc.Remedy, ...]:
        """The fewest changes that would lead to the best grade; none where it is certain already, or out of reach."""
        answer = sc.remedies(CRITERION, self.facts, target=CRITERION.grades[0])
        return () if isinstance(answer, sc.Unreachable) else answer


def cases(reading: Reading, subjects: Iterable[sc.Subject], year: int) -> tuple[Case, ...]:
    """Everybody's case. What is kept about somebody who is no longer on the list stays kept and is not judged."""
    listed = {subject.id: subject for subject in subjects}
    sheets = [stored.value for stored in reading.read_all(SHEET, f"{year}/")]
    dossiers = sc.evidence.gather(
        listed,
        sc.Period.of_year(year),
        ratings=[rating for sheet in sheets if sheet.subject_id in listed for rating in sheet.ratings],
        feedback=[one.value for one in feedback_of(reading, year) if one.value.subject_id in listed],
    )
    return tuple(_case(listed[who], dossier) for who, dossier in dossiers.items())


def _case(subject: sc.Subject, dossier: sc.Dossier) -> Case:
    account = sc.evidence.explain_weighing(dossier, WEIGHING)
    return Case(subject=subject, dossier=dossier, account=account, assessment=sc.assess(CRITERION, account.facts))


def speaks_of(channel: str) -> tuple[str, ...]:
    """The facts of the criterion that a channel counts for."""
    rules = {fact.code: WEIGHING.rule_of(fact.code) for fact in FACTS}
    return tuple(code for code, rule in rules.items() if rule is not None and channel in rule.channels)


def fact_labels(lang: sc.values.Language) -> dict[str, str]:
    """What people call the facts of the criterion."""
    return {fact.code: fact.label.text(lang) for fact in FACTS}
