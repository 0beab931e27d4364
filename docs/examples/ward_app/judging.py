"""From what the ward keeps to everybody's grade, with its account: computed from it, and never kept instead of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, final

import attrs

import supervision_core as sc
from supervision_core.regulations import good_performance
from ward_app.records import FEEDBACK, SHEET
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
#: Of so few the documents are read one by one.
_FEW: Final = 20


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


@final
class Judged:
    """Everybody's case, judged anew only where something new was said: a case is kept beside the versions that it rests on.

    One of these serves one database; it is what makes a list of thousands quick. Dropping it loses nothing.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[int, str], tuple[tuple[object, ...], Case]] = {}

    def cases(self, reading: Reading, subjects: Iterable[sc.Subject], year: int) -> tuple[Case, ...]:
        """The cases of these officials. What is kept about anybody else stays kept and is not judged."""
        listed = {subject.id: subject for subject in subjects}
        rests_on: dict[str, list[object]] = {who: [subject] for who, subject in listed.items()}
        for kind in (SHEET, FEEDBACK):
            for who, id_, version in reading.newest(kind.name, year, next(iter(listed)) if len(listed) == 1 else None):
                if who in listed:
                    rests_on[who].append((id_, version))
        fresh = {who for who, keys in rests_on.items() if self._kept.get((year, who), ((), None))[0] != tuple(keys)}
        for case in _judge(reading, {who: listed[who] for who in listed if who in fresh}, year):
            who = case.subject.id
            self._kept[year, who] = tuple(rests_on[who]), case
        return tuple(self._kept[year, who][1] for who in listed)

    def case(self, reading: Reading, subject: sc.Subject, year: int) -> Case:
        """The case of one official."""
        return self.cases(reading, [subject], year)[0]


def _judge(reading: Reading, listed: Mapping[str, sc.Subject], year: int) -> Iterator[Case]:
    """Gather what was said about some officials, weigh and judge it."""
    about: Iterable[str | None] = listed if len(listed) <= _FEW else (None,)
    sheets = [one.value for who in about for one in reading.read_all(SHEET, year, who)]
    heard = [one.value for who in about for one in reading.read_all(FEEDBACK, year, who)]
    dossiers = sc.evidence.gather(
        listed,
        sc.Period.of_year(year),
        ratings=[rating for sheet in sheets if sheet.subject_id in listed for rating in sheet.ratings],
        feedback=[one.feedback for one in heard if one.withdrawn_on is None and one.feedback.subject_id in listed],
    )
    for who, dossier in dossiers.items():
        account = sc.evidence.explain_weighing(dossier, WEIGHING)
        assessment = sc.assess(CRITERION, account.facts)
        yield Case(subject=listed[who], dossier=dossier, account=account, assessment=assessment)


def speaks_of(channel: str) -> tuple[str, ...]:
    """The facts of the criterion that a channel counts for."""
    rules = {fact.code: WEIGHING.rule_of(fact.code) for fact in FACTS}
    return tuple(code for code, rule in rules.items() if rule is not None and channel in rule.channels)


def fact_labels(lang: sc.values.Language) -> dict[str, str]:
    """What people call the facts of the criterion."""
    return {fact.code: fact.label.text(lang) for fact in FACTS}


def is_favourable(code: str) -> bool:
    """Whether "yes" is the good answer to a fact of the criterion; "no" is, where a fact speaks of a breach."""
    return all(fact.favourable is not False for fact in FACTS if isinstance(fact, sc.criteria.YesNo) and fact.code == code)
