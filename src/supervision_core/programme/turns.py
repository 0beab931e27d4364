"""Turns of supervision and grades of a population, counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Final, final

import attrs

from supervision_core.judging.assessing import Assessment
from supervision_core.programme.tallies import CountKind, Tally
from supervision_core.regulations import Regulation
from supervision_core.values.checks import Checks, as_tuple, check_arguments, composed_sorted
from supervision_core.values.exact import whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.periods import Period
from supervision_core.values.text import composed, composed_or_none, shown, veiled

__all__ = ["CountBy", "SupervisionTurn", "count_turns", "grade_labels", "grade_tally", "own_head_turns"]


#: The part of those of whom more than one grade is possible.
UNDETERMINED: Final = "undetermined"
_UNDETERMINED_LABEL: Final = Label("Chưa xác định", "Undetermined")


def grade_tally(
    regulation: Regulation,
    rows: Iterable[tuple[str, Assessment]],
    *,
    population: str,
    headline: int | None = None,
    period: Period | None = None,
) -> Tally:
    """How many people got each grade of a regulation; grades that nobody got stand at 0, undetermined ones are a part too.

    Two populations are two tallies. An id that occurs twice, or an assessment by another regulation, raises ``InvalidInput``.

    >>> import supervision_core as sc
    >>> ward = sc.regulations.GOOD_PERFORMANCE_2014
    >>> facts = [sc.Facts.of({"duties.well_done": True}), sc.Facts.of({"conduct.violation": True})]
    >>> rows = [(f"CB{number}", sc.assess(ward, some)) for number, some in enumerate(facts)]
    >>> dict(sc.programme.grade_tally(ward, rows, population="ward").parts)
    {'below_fair': 1, 'fair': 0, 'good': 0, 'undetermined': 1}
    """
    given = as_tuple(rows)
    checks = Checks("grade_tally")
    checks.kind("regulation", regulation, Regulation, "a Regulation")
    if checks.each("rows", given, tuple, "a pair of an id and an Assessment"):
        for position, row in enumerate(given):
            if len(row) != 2:  # noqa: PLR2004  a pair
                checks.fault("wrong_kind", f"rows[{position}]", row, "a pair of an id and an Assessment")
    checks.done()
    seen: set[str] = set()
    for one, assessment in given:
        subject = composed(one)
        place = f"rows[{shown(subject)}]"
        if subject in seen:
            checks.fault("duplicate", place, subject, "each id once")
        seen.add(subject)
        if checks.kind(place, assessment, Assessment, "an Assessment") and assessment.regulation != regulation:
            checks.fault("regulations_mixed", place, assessment.regulation.code, f"an assessment by {regulation.code}")
    checks.done()
    grades = [assessment.grade for _, assessment in given]
    counted = Tally.of(
        [UNDETERMINED if grade is None else grade.code for grade in grades],
        kind=CountKind.PERSON,
        population=population,
        among=[*(grade.code for grade in regulation.grades), UNDETERMINED],
        period=period,
    )
    return Tally(kind=counted.kind, population=population, parts=counted.parts, headline=headline, period=period)


def grade_labels(regulation: Regulation) -> dict[str, Label]:
    """What people call the parts of a tally of grades, best grade first."""
    check_arguments(grade_labels, regulation=regulation)
    return {**{grade.code: grade.label for grade in regulation.grades}, UNDETERMINED: _UNDETERMINED_LABEL}


@final
@attrs.frozen(kw_only=True)
class SupervisionTurn:
    """One occasion on which a lead unit supervised some people, and how many of them it commented on.

    Opinions and people commented on are two counts, and either may be larger: one opinion may be about many.

    >>> from datetime import date
    >>> from supervision_core.programme import SupervisionTurn
    >>> turn = SupervisionTurn(
    ...     id="t1", on=date(2020, 5, 6), lead_unit_id="front", subject_ids=["CB2", "CB1"], commented_ids=["CB1"], opinions=2
    ... )
    >>> turn.subject_ids
    ('CB1', 'CB2')
    """

    #: Its id.
    id: str = attrs.field(converter=composed)
    #: The day.
    on: date
    #: Who supervised.
    lead_unit_id: str = attrs.field(converter=composed)
    #: Who was supervised, sorted; at least one.
    subject_ids: tuple[str, ...] = attrs.field(converter=composed_sorted, repr=veiled)
    #: The tier on which it happened; None where it was not said.
    tier: str | None = attrs.field(default=None, converter=composed_or_none)
    #: Who of them was commented on, sorted.
    commented_ids: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted, repr=veiled)
    #: How many opinions were given.
    opinions: int = attrs.field(default=0, converter=whole_or_same)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"SupervisionTurn {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.day("on", self.on)
        checks.identifier("lead_unit_id", self.lead_unit_id)
        checks.identifiers("subject_ids", self.subject_ids)
        if self.subject_ids == ():
            checks.fault("empty", "subject_ids", (), "at least one")
        checks.optional_identifier("tier", self.tier)
        checks.identifiers("commented_ids", self.commented_ids)
        checks.whole("opinions", self.opinions, at_least=0)
        if checks.clean:
            for subject in sorted(set(self.commented_ids) - set(self.subject_ids)):
                checks.fault("unknown_id", "commented_ids", subject, "one of subject_ids")
        checks.done()


@final
class CountBy(Enum):
    """What the parts of a tally are."""

    LEAD_UNIT = "lead_unit"
    TIER = "tier"
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"

    @property
    def label(self) -> Label:
        """What people read."""
        return _BY_LABELS[self.value]


_BY_LABELS = {
    "lead_unit": Label("theo đầu mối", "by lead unit"),
    "tier": Label("theo cấp", "by tier"),
    "year": Label("theo năm", "by year"),
    "quarter": Label("theo quý", "by quarter"),
    "month": Label("theo tháng", "by month"),
}
_PART_OF: dict[CountBy, Callable[[SupervisionTurn], str | None]] = {
    CountBy.LEAD_UNIT: lambda turn: turn.lead_unit_id,
    CountBy.TIER: lambda turn: turn.tier,
    CountBy.YEAR: lambda turn: f"{turn.on.year:04}",
    CountBy.QUARTER: lambda turn: f"{turn.on.year:04}-Q{(turn.on.month + 2) // 3}",
    CountBy.MONTH: lambda turn: f"{turn.on.year:04}-{turn.on.month:02}",
}
_DIFFERENT = (CountKind.PERSON, CountKind.UNIT)
_COUNTED = (CountKind.TURN, CountKind.PERSON_TURN, CountKind.OPINION, *_DIFFERENT)


def count_turns(
    turns: Iterable[SupervisionTurn],
    *,
    kind: CountKind,
    by: CountBy,
    population: str,
    period: Period,
    among: Iterable[str] = (),
    only_commented: bool = False,
) -> Tally:
    """Counts of one kind, part by part, of the turns that happened in a time; parts of ``among`` without any stand at 0.

    Turns are occasions, person-turns the people on each of them, people the different ones (units, where the subjects are
    bodies); ``only_commented`` counts the people commented on. Different people are counted within each part, and once in
    the headline: someone supervised by two lead units is in both parts, and the discrepancy says how many were.

    Raises ``InvalidInput`` for a kind that turns do not have, for ids that occur twice, and for turns in that time
    without a tier where they are counted by tier.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> turns = [
    ...     sc.programme.SupervisionTurn(id="t1", on=date(2020, 3, 1), lead_unit_id="front", subject_ids=["CB1", "CB2"]),
    ...     sc.programme.SupervisionTurn(id="t2", on=date(2020, 9, 1), lead_unit_id="women", subject_ids=["CB1"], opinions=1),
    ... ]
    >>> asked = {"by": sc.programme.CountBy.LEAD_UNIT, "population": "district", "period": sc.Period.of_year(2020)}
    >>> people = sc.programme.count_turns(turns, kind=sc.programme.CountKind.PERSON, **asked)
    >>> person_turns = sc.programme.count_turns(turns, kind=sc.programme.CountKind.PERSON_TURN, **asked)
    >>> dict(people.parts), people.headline, person_turns.total
    ({'front': 2, 'women': 1}, 2, 3)
    """
    given = as_tuple(turns)
    checks = Checks("count_turns")
    fine = checks.each("turns", given, SupervisionTurn, "a SupervisionTurn")
    by_known = checks.member("by", by, CountBy)
    if kind not in _COUNTED:
        checks.fault("wrong_kind", "kind", kind, "TURN, PERSON_TURN, OPINION, PERSON or UNIT")
    timed = checks.kind("period", period, Period, "a Period")
    checks.kind("only_commented", only_commented, bool, "True or False")
    if fine:
        _check_ids(checks, given)
    asked = [turn for turn in given if turn.on in period] if fine and timed else []
    if by_known:
        for turn in asked:
            if _PART_OF[by](turn) is None:
                checks.fault("missing", f"turns[{shown(turn.id)}].{by.value}", None, f"a {by.value}, since it is counted by it")
    checks.done()
    people = {turn.id: turn.commented_ids if only_commented else turn.subject_ids for turn in asked}
    parts = Tally.of((), kind=kind, population=population, among=among).parts
    headline = None
    if kind in _DIFFERENT:
        headline = len({person for some in people.values() for person in some})
    counted = {**parts, **_counted(asked, people, kind, by)}
    return Tally(kind=kind, population=population, parts=counted, headline=headline, period=period)


def _counted(
    turns: Iterable[SupervisionTurn], people: Mapping[str, tuple[str, ...]], kind: CountKind, by: CountBy
) -> dict[str, int]:
    by_part: dict[str, list[SupervisionTurn]] = {}
    for turn in turns:
        by_part.setdefault(_PART_OF[by](turn) or "", []).append(turn)
    count: Callable[[list[SupervisionTurn]], int] = {
        CountKind.TURN: len,
        CountKind.PERSON_TURN: lambda some: sum(len(people[turn.id]) for turn in some),
        CountKind.OPINION: lambda some: sum(turn.opinions for turn in some),
    }.get(kind, lambda some: len({person for turn in some for person in people[turn.id]}))
    return {part: count(some) for part, some in by_part.items()}


def _check_ids(checks: Checks, turns: Iterable[SupervisionTurn]) -> None:
    seen: set[str] = set()
    for turn in turns:
        if turn.id in seen:
            checks.fault("duplicate", "turns", turn.id, "each turn once")
        seen.add(turn.id)


def own_head_turns(turns: Iterable[SupervisionTurn], heads: Mapping[str, str]) -> IdMap[tuple[str, ...]]:
    """The turns in which a lead unit supervised its own head, by lead unit: a conflict of interest that must be visible.

    A Front Working Committee that supervises the three posts of its residential group supervises its own head among them.
    ``heads`` names the head of each lead unit; of a unit that it does not name nothing is said.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> turn = sc.programme.SupervisionTurn(
    ...     id="t1", on=date(2020, 3, 1), lead_unit_id="FWC 7", subject_ids=["cell secretary 7", "FWC head 7", "group head 7"]
    ... )
    >>> dict(sc.programme.own_head_turns([turn], {"FWC 7": "FWC head 7"}))
    {'FWC 7': ('t1',)}
    """
    given = as_tuple(turns)
    checks = Checks("own_head_turns")
    checks.each("turns", given, SupervisionTurn, "a SupervisionTurn")
    if checks.kind("heads", heads, Mapping, "a mapping from lead unit ids to person ids"):
        checks.distinct("heads", heads)
        for unit, head in heads.items():
            checks.identifier("heads", unit)
            checks.identifier(f"heads[{shown(unit)}]", head)
    checks.done()
    known = {composed(unit): composed(head) for unit, head in heads.items()}
    found: dict[str, list[str]] = {}
    for turn in sorted(given, key=lambda turn: (turn.on, turn.id)):
        if known.get(turn.lead_unit_id) in turn.subject_ids:
            found.setdefault(turn.lead_unit_id, []).append(turn.id)
    return IdMap({unit: tuple(ids) for unit, ids in found.items()})
