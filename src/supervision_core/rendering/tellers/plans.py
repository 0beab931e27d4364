"""What is said of a year's plan: loads against shares, how good it is, whom each lead unit has, what is flagged or pinned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from supervision_core.rendering import words
from supervision_core.rendering.model import Bar, Bars, Block, Cell, Mark, Notice, Page, Terms
from supervision_core.rendering.parts import column, compact, heading, number_column, row, table, unless_empty
from supervision_core.rendering.voices import Voice
from supervision_core.rotation.bars import Severity
from supervision_core.rotation.plans import Plan, Score
from supervision_core.rotation.policies import PublicDraw, RotationPolicy
from supervision_core.rotation.rosters import LeadUnit, Roster

__all__ = ["aims_of", "level_text", "loads_picture", "plan_blocks", "policy_terms", "tell_plan"]


def tell_plan(plan: Plan, voice: Voice) -> Page:
    """The plan of a year; with its roster also shares, bounds, flagged pairs and pins."""
    title = voice.say(words.PLAN, year=plan.year)
    return Page(title=title, lang=voice.lang, blocks=tuple(plan_blocks(plan, voice)))


def plan_blocks(plan: Plan, voice: Voice, *, tells_changes: bool = True) -> Iterator[Block]:
    """The parts of a plan's report; who changed against the reference only where nobody has said it yet."""
    said = words.PROVED if plan.assignments else words.NO_SUBJECTS
    yield Notice(mark=Mark.GOOD if plan.assignments else Mark.NOTE, text=voice.say(said))
    yield Terms(
        pairs=(
            (voice.say(words.SUBJECT_COUNT), voice.number(len(plan.assignments))),
            (voice.say(words.LEAD_UNITS), voice.number(len(plan.loads))),
        )
    )
    yield from _warnings(plan, voice)
    yield loads_picture(plan.loads, voice)
    yield from _flagged(plan, voice)
    yield from _pinned(plan, voice)
    if tells_changes:
        yield from _changed(plan, voice)
    yield heading(voice, words.BY_LEAD_UNIT)
    subjects: dict[str, list[str]] = {}
    for subject, unit in plan.assignments.items():
        subjects.setdefault(unit, []).append(subject)
    for unit, load in plan.loads.items():
        head = heading(voice, words.UNIT_WITH_LOAD, level=2, unit=voice.name(unit), load=voice.number(load))
        yield from unless_empty(head, compact(voice, subjects.get(unit, ())))
    yield heading(voice, words.SCORE)
    yield _score(plan.score, voice)
    yield heading(voice, words.POLICY)
    yield policy_terms(plan.policy, voice)


def aims_of(roster: Roster) -> Mapping[str, Fraction]:
    """How many subjects each lead unit would have exactly by its share."""
    shares = sum(unit.share for unit in roster.lead_units)
    return {unit.id: Fraction(len(roster.subjects) * unit.share, shares) for unit in roster.lead_units}


def loads_picture(loads: Mapping[str, int], voice: Voice) -> Bars:
    """The loads, against the shares where the roster is known."""
    aims = {} if voice.roster is None else aims_of(voice.roster)
    units = {} if voice.roster is None else {unit.id: unit for unit in voice.roster.lead_units}
    told = (
        voice.say(words.LOADS_TOLD_AIM, unit=voice.name(unit), load=voice.number(load), aim=voice.number(aims[unit]))
        if unit in aims
        else voice.say(words.LOADS_TOLD, unit=voice.name(unit), load=voice.number(load))
        for unit, load in loads.items()
    )
    columns = [column(voice, words.LEAD_UNIT), number_column(voice, words.SUBJECT_COUNT)]
    if aims:
        columns += [number_column(voice, label) for label in (words.SHARE, words.AIM, words.MINIMUM, words.MAXIMUM)]
    rows = [_load_row(unit, load, units.get(unit), aims, voice) for unit, load in loads.items()]
    return Bars(
        caption=voice.say(words.LOADS),
        description="; ".join(told) + ".",
        bars=tuple(
            Bar(label=voice.name(unit), value=Fraction(load), text=voice.number(load), aim=aims.get(unit))
            for unit, load in loads.items()
        ),
        aim=voice.say(words.AIM_LINE) if aims else "",
        table=table(voice, words.LOADS, columns, rows, is_headed=True),
    )


def _load_row(unit: str, load: int, known: LeadUnit | None, aims: Mapping[str, Fraction], voice: Voice) -> tuple[Cell, ...]:
    if not aims:
        return row(voice.name(unit), voice.number(load))
    if known is None:
        return row(voice.name(unit), voice.number(load), "–", "–", "–", "–")
    most = "–" if known.max_load is None else voice.number(known.max_load)
    return row(
        voice.name(unit),
        voice.number(load),
        voice.number(known.share),
        voice.number(aims[unit]),
        voice.number(known.min_load),
        most,
    )


def level_text(name: str, voice: Voice) -> str:
    """What a level of the score is called."""
    kind, _, age = name.partition("_")
    label = words.LEVELS.get(kind)
    return name if label is None else voice.say(label, age=age)


def _score(score: Score, voice: Voice) -> Block:
    columns = [column(voice, words.LEVEL), number_column(voice, words.LEVEL_VALUE)]
    rows = [row(level_text(name, voice), voice.number(value)) for name, value in score.levels]
    return table(voice, words.SCORE, columns, rows, is_headed=True)


def policy_terms(policy: RotationPolicy, voice: Voice) -> Terms:
    """The choices that the plan follows."""
    tie = policy.tie_break
    by = voice.say(words.PUBLIC_DRAW, salt=tie.salt) if isinstance(tie, PublicDraw) else voice.say(words.TIE_BREAKS[tie.value])
    return Terms(
        pairs=(
            (voice.say(words.COOLING_OFF_YEARS), voice.number(policy.cooling_off_years)),
            (voice.say(words.REPEATS), voice.say(words.REPEATS_KINDS[policy.repeats.value])),
            (voice.say(words.OBJECTIVE), voice.say(words.OBJECTIVES[policy.objective.value])),
            (voice.say(words.TIE_BREAK), by),
        )
    )


def _warnings(plan: Plan, voice: Voice) -> Iterator[Block]:
    for warning in plan.warnings:
        yield Notice(mark=Mark.FLAG, text=warning.sentence(voice.lang, voice.names) or voice.say(words.WARNINGS))


def _flagged(plan: Plan, voice: Voice) -> tuple[Block, ...]:
    """The pairs that the roster flags and the plan has nevertheless, with the reasons."""
    reasons: dict[str, list[str]] = {}
    for bar in () if voice.roster is None else voice.roster.bars:
        if bar.severity is Severity.FLAG and plan.assignments.get(bar.subject_id) == bar.lead_unit_id:
            reasons.setdefault(bar.subject_id, []).append(voice.say(bar.reason.label))
    columns = [column(voice, label) for label in (words.SUBJECT, words.LEAD_UNIT, words.REASON)]
    rows = [
        row(Cell(text=voice.name(subject), mark=Mark.FLAG), voice.name(plan.assignments[subject]), ", ".join(why))
        for subject, why in reasons.items()
    ]
    return unless_empty(heading(voice, words.FLAGGED), table(voice, words.FLAGGED, columns, rows))


def _pinned(plan: Plan, voice: Voice) -> tuple[Block, ...]:
    pins = {} if voice.roster is None else voice.roster.pins
    columns = [column(voice, words.SUBJECT), column(voice, words.LEAD_UNIT)]
    rows = [row(voice.name(one), voice.name(unit)) for one, unit in pins.items() if one in plan.assignments]
    return unless_empty(heading(voice, words.PINNED), table(voice, words.PINNED, columns, rows))


def _changed(plan: Plan, voice: Voice) -> tuple[Block, ...]:
    """Whom the plan moves against what it was to change as little as can be."""
    reference = {} if plan.reference is None else plan.reference
    columns = [column(voice, label) for label in (words.SUBJECT, words.BEFORE, words.AFTER)]
    rows = [
        row(voice.name(one), voice.name(reference[one]), voice.name(unit))
        for one, unit in plan.assignments.items()
        if reference.get(one, unit) != unit
    ]
    return unless_empty(heading(voice, words.CHANGED), table(voice, words.CHANGED, columns, rows))
