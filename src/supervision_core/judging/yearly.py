"""A year put together from its parts: months, quarters and other periods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Final, final

import attrs

from supervision_core.criteria.ladders import Grade, outcome
from supervision_core.criteria.nodes import FactDefinition, Measure
from supervision_core.judging.assessing import read_values
from supervision_core.judging.completions import Answers, ReadPart, box_of_year, joined_answers, mean_of
from supervision_core.judging.stints import spelled
from supervision_core.regulations import Regulation
from supervision_core.regulations.regulation import fact_space
from supervision_core.values.checks import Checks, as_tuple, check_fields
from supervision_core.values.errors import CONTRADICTORY_FACTS, BeyondExactness, Fault, InvalidInput, raise_for
from supervision_core.values.facts import ContradictoryFacts, Fact, Facts, FactState, Value
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period

__all__ = ["PeriodFacts", "PeriodState", "Weights", "YearFacts", "for_year", "roll_up"]


@final
class PeriodState(Enum):
    """Whether somebody worked in a period."""

    #: Worked; the period counts.
    WORKED = "worked"
    #: On leave for the whole period (maternity, sickness); it does not count.
    ON_LEAVE = "on_leave"
    #: Not in the post: before arrival or after leaving; it does not count.
    NOT_IN_POST = "not_in_post"

    @property
    def label(self) -> Label:
        """What people read."""
        return _STATE_LABELS[self.value]


_STATE_LABELS: Final = {
    "worked": Label("có làm việc", "worked"),
    "on_leave": Label("nghỉ cả kỳ", "on leave"),
    "not_in_post": Label("không giữ chức vụ", "not in post"),
}


@final
class Weights(Enum):
    """How much each counted period weighs; the decree says "average" and no more."""

    #: Every counted period alike.
    EQUAL = "equal"
    #: By its days.
    BY_DAYS = "by_days"


@final
@attrs.frozen(kw_only=True)
class PeriodFacts:
    """What is known of one month, quarter or other part of the year."""

    #: The part.
    period: Period
    #: Whether it was worked.
    state: PeriodState
    #: What is known of it; empty where it was not worked.
    facts: Facts = attrs.field(factory=Facts)

    def __attrs_post_init__(self) -> None:
        checks = Checks("PeriodFacts")
        checks.kind("period", self.period, Period, "a Period")
        factual = checks.kind("facts", self.facts, Facts, "Facts")
        known = checks.member("state", self.state, PeriodState)
        if factual and known and self.state is not PeriodState.WORKED and len(self.facts):
            checks.fault("surplus", "facts", self.facts, "no facts of a period that was not worked")
        checks.done()


@final
@attrs.frozen(kw_only=True)
class YearFacts:
    """The facts of a whole year, the grades that it may come to, and what they rest on.

    Get one from ``roll_up``; do not build it.
    """

    #: The facts; what some counted period leaves open stays unknown, contested or not applicable, as it was there.
    facts: Facts
    #: The parts that count.
    counted: tuple[Period, ...]
    #: The parts that do not, with why.
    left_out: tuple[tuple[Period, PeriodState], ...]
    #: The days of the year that nothing was said about.
    gaps: tuple[Period, ...]
    #: The grades that some completion of the unknown parts gives, best first; None where that is too large to be exact.
    possible: tuple[Grade, ...] | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    @property
    def can_be_rated(self) -> bool:
        """Whether any part of the year counts."""
        return bool(self.counted)

    @property
    def grade(self) -> Grade | None:
        """The grade that the known parts settle, whatever the unknown ones may bring; None where they settle none."""
        return self.possible[0] if self.possible is not None and len(self.possible) == 1 else None


def for_year(regulation: Regulation) -> Regulation:
    """The same regulation for the facts of a year: the mean of a measure may lie between the steps of its parts.

    It judges the facts that ``roll_up`` gives where they are all known; of a year with unknown parts ``possible`` knows more.

    >>> import supervision_core as sc
    >>> leader = sc.regulations.ND335_LEADER
    >>> sc.judging.for_year(leader).ladder.definitions["leading.uniting"].refusal(75)
    >>> leader.ladder.definitions["leading.uniting"].refusal(75)
    'a number from 50 to 100 in steps of 50'
    """
    checks = Checks("for_year")
    checks.kind("regulation", regulation, Regulation, _A_REGULATION)
    checks.done()
    facts = [attrs.evolve(one, only_steps=False) if isinstance(one, Measure) else one for one in regulation.ladder.facts]
    return attrs.evolve(regulation, ladder=attrs.evolve(regulation.ladder, facts=facts))


_A_REGULATION: Final = "a Regulation that is encoded and in force"


def roll_up(
    regulation: Regulation,
    parts: Iterable[PeriodFacts],
    *,
    year: Period,
    weights: Weights = Weights.EQUAL,
    vocabulary: Iterable[FactDefinition] = (),
) -> YearFacts:
    """The year's facts from its parts, and the grades that it may come to.

    A measure is the average over the parts in which it applies, exact and not rounded. A yes/no fact that speaks for the
    person must hold in every part; one that speaks against, in any; one that does neither has an answer where all parts
    have the same. What applies in no part does not apply to the year; what is contested in a part is contested, unless the
    others settle it. What follows from an implication is heeded in each part and in the year.

    ``possible`` has exactly the grades that some completion of the unknown parts gives, so that the year is settled as soon
    as the known ones settle it. A part that was worked and not reported is one without facts. Days that nothing was said
    about may have been worked or not: by days they weigh at most what they are, while nobody knows how many equal parts
    they were.

    Parts that overlap or lie outside the year, and all that ``assess`` would refuse in one, raise together.

    >>> import supervision_core as sc
    >>> from supervision_core import Period
    >>> months = [(1, 20), (2, 25)]
    >>> parts = [
    ...     sc.judging.PeriodFacts(
    ...         period=Period.of_month(2026, month),
    ...         state=sc.judging.PeriodState.WORKED,
    ...         facts=sc.Facts.of({"points.general": points}),
    ...     )
    ...     for month, points in months
    ... ]
    >>> year = Period(start=parts[0].period.start, end=parts[1].period.end)
    >>> sc.judging.roll_up(sc.regulations.ND335_CIVIL_SERVANT, parts, year=year).facts.values["points.general"]
    Fraction(45, 2)

    Source: the yearly score is the average of the monthly or quarterly ones; equal weights are a choice.
    """
    given = _checked_parts(regulation, parts, year, weights)
    worked = [part for part in given if part.state is PeriodState.WORKED]
    gaps = _gaps(given, year)
    read = _read_parts(regulation, worked, weights, as_tuple(vocabulary))
    answers = tuple(joined_answers(regulation.ladder, read, open_ended=bool(gaps)))
    _refuse_contradictions(answers)
    facts = Facts(_year_facts(regulation, worked, read, answers, has_gaps=bool(gaps)))
    missing = None if gaps and weights is Weights.EQUAL else sum(gap.days for gap in gaps)
    return YearFacts(
        facts=facts,
        counted=tuple(part.period for part in worked),
        left_out=tuple((part.period, part.state) for part in given if part.state is not PeriodState.WORKED),
        gaps=gaps,
        possible=_possible(regulation, facts, answers, read, missing),
    )


def _checked_parts(regulation: object, parts: Iterable[PeriodFacts], year: object, weights: object) -> list[PeriodFacts]:
    """The parts in order of time; raises for all that is wrong with them and beside them."""
    given = as_tuple(parts)
    checks = Checks("roll_up")
    checks.kind("regulation", regulation, Regulation, _A_REGULATION)
    checks.member("weights", weights, Weights)
    fine = checks.each("parts", given, PeriodFacts, "a PeriodFacts")
    if not checks.kind("year", year, Period, "a Period") or not fine:
        checks.done()
    assert isinstance(year, Period)
    ordered = sorted(given, key=lambda part: part.period)
    for part in ordered:
        if not part.period.within(year):
            checks.fault("outside", "parts", part.period, f"a part of {spelled(year)}")
    for earlier, later in zip(ordered, ordered[1:], strict=False):
        if earlier.period.overlaps(later.period):
            checks.fault("overlap", "parts", later.period, f"a part that shares no day with {spelled(earlier.period)}")
    checks.done()
    return ordered


def _gaps(parts: Sequence[PeriodFacts], year: Period) -> tuple[Period, ...]:
    found = []
    start = year.start
    for part in parts:
        if start < part.period.start:
            found.append(Period(start=start, end=part.period.start))
        start = part.period.end
    if start < year.end:
        found.append(Period(start=start, end=year.end))
    return tuple(found)


def _read_parts(
    regulation: Regulation, worked: Sequence[PeriodFacts], weights: Weights, vocabulary: tuple[FactDefinition, ...]
) -> list[ReadPart]:
    """What the parts say, as the regulation reads it; what is wrong with any of them is raised together."""
    found: list[ReadPart] = []
    errors: list[tuple[Period, InvalidInput]] = []
    for part in worked:
        try:
            values, absent = read_values(regulation, part.facts, vocabulary)
        except InvalidInput as error:
            errors.append((part.period, error))
            continue
        weight = 1 if weights is Weights.EQUAL else part.period.days
        found.append(ReadPart(values=values, absent=frozenset(absent), weight=weight))
    if errors:
        faults = [
            attrs.evolve(fault, place=f"roll_up.parts, {spelled(period)}: {fault.place}")
            for period, error in errors
            for fault in error.faults
        ]
        if all(isinstance(error, ContradictoryFacts) for _, error in errors):
            first = errors[0][1]
            assert isinstance(first, ContradictoryFacts)
            raise ContradictoryFacts(first.codes, first.provision, faults)
        raise_for(faults)
    return found


def _refuse_contradictions(answers: Iterable[Answers]) -> None:
    broken = [one.broken for one in answers if one.broken is not None]
    if broken:
        faults = [
            Fault(CONTRADICTORY_FACTS, "roll_up.parts", f"{one.code}={one.answer}", f"a year that agrees: {one.label.en}")
            for one in broken
        ]
        raise ContradictoryFacts((broken[0].code, broken[0].then_code), broken[0].label, faults)


def _year_facts(
    regulation: Regulation,
    worked: Sequence[PeriodFacts],
    read: Sequence[ReadPart],
    answers: Sequence[Answers],
    *,
    has_gaps: bool,
) -> Iterable[Fact]:
    settled = {fact.code: one.value_of(place) for one in answers for place, fact in enumerate(one.facts)}
    for definition in regulation.ladder.facts:
        said = [part.facts.get(definition.code) for part in worked]
        if said and not has_gaps and all(fact.state is FactState.NOT_APPLICABLE for fact in said):
            yield _with_ground(definition.code, None, FactState.NOT_APPLICABLE, said)
        elif isinstance(definition, Measure):
            value = None if has_gaps else mean_of(definition, read)
            yield _year_fact(definition.code, value, [fact for fact in said if fact.state is not FactState.NOT_APPLICABLE])
        else:
            answer = settled[definition.code]
            behind = [fact for fact in said if fact.state is not FactState.NOT_APPLICABLE]
            if answer is not None:
                behind = [fact for fact in behind if fact.value is answer]
            yield _year_fact(definition.code, answer, behind)


def _year_fact(code: str, value: Value | None, behind: Sequence[Fact]) -> Fact:
    """The year's fact: found; or contested, where a part that leaves it open is; or not shown."""
    contested = [fact for fact in behind if fact.state is FactState.CONTESTED]
    if value is not None:
        return _with_ground(code, value, FactState.FOUND, behind)
    if contested:
        return _with_ground(code, None, FactState.CONTESTED, contested)
    made = _with_ground(code, None, FactState.NOT_SHOWN, behind)
    if len({fact.value for fact in behind if isinstance(fact.value, bool)}) > 1:
        return attrs.evolve(made, why=_PARTS_DIFFER)
    return made


_PARTS_DIFFER: Final = Label("các kỳ trong năm khác nhau", "the parts of the year differ")


def _with_ground(code: str, value: Value | None, state: FactState, behind: Sequence[Fact]) -> Fact:
    """A fact with all the sources of the facts behind it, and their remark where they have only one."""
    remarks = {fact.why for fact in behind if fact.why is not None}
    why = remarks.pop() if len(remarks) == 1 else None
    return Fact(code=code, value=value, state=state, sources={source for fact in behind for source in fact.sources}, why=why)


def _possible(
    regulation: Regulation, facts: Facts, answers: Sequence[Answers], read: Sequence[ReadPart], missing: int | None
) -> tuple[Grade, ...] | None:
    try:
        space = fact_space(regulation)
        return space.possible(box_of_year(space, answers, read, missing))
    except BeyondExactness:
        # What is known may settle it all the same.
        found = outcome(regulation.ladder, _known(regulation, facts))
        return None if found is None else (found,)


def _known(regulation: Regulation, facts: Facts) -> Mapping[str, Value]:
    known: dict[str, Value] = {}
    for definition in regulation.ladder.facts:
        fact = facts.get(definition.code)
        value = definition.not_applicable_as if fact.state is FactState.NOT_APPLICABLE else fact.value
        if value is not None:
            known[definition.code] = value
    return known
