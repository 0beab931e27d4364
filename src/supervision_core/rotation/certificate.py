"""The answer when there is no plan: who cannot be placed, in numbers anyone can check, and which single repairs help."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Final, final

import attrs

from supervision_core.rotation.allowances import Allowance
from supervision_core.rotation.policy import RotationPolicy
from supervision_core.rotation.roster import BarReason, Roster, Severity
from supervision_core.values.checks import Checks, as_tuple, composed_sorted
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.exact import whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.text import Language, composed, shown, veiled
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["BarredGroup", "Example", "Infeasible", "Repair", "RepairKind", "Violation"]


#: The two kinds of violation.
TOO_FEW: Final = "too_few_places"
UNREACHABLE: Final = "minimum_unreachable"
_NAMED_AT_MOST = 8


def _reasons(items: Iterable[BarReason]) -> tuple[BarReason, ...]:
    return as_tuple(items)


@final
@attrs.frozen(kw_only=True)
class BarredGroup:
    """Subjects that are closed to a lead unit for the same reasons."""

    #: The lead unit.
    lead_unit_id: str = attrs.field(converter=composed)
    #: Every reason that closes the pairs.
    reasons: tuple[BarReason, ...] = attrs.field(converter=_reasons)
    #: The subjects, sorted.
    subjects: tuple[str, ...] = attrs.field(converter=composed_sorted, repr=veiled)

    def __attrs_post_init__(self) -> None:
        checks = Checks("BarredGroup")
        checks.identifier("lead_unit_id", self.lead_unit_id)
        checks.each("reasons", self.reasons, BarReason, "a BarReason")
        checks.identifiers("subjects", self.subjects)
        checks.done()


@final
@attrs.frozen(kw_only=True)
class Example:
    """A smallest part of a violation that still violates: leave out any of it and the rest can be placed."""

    #: The subjects that are counted.
    subjects: tuple[str, ...] = attrs.field(converter=composed_sorted, repr=veiled)
    #: The lead units that are counted.
    lead_units: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: What is asked for.
    demand: int = attrs.field(converter=whole_or_same)
    #: What there is.
    supply: int = attrs.field(converter=whole_or_same)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Example")
        checks.identifiers("subjects", self.subjects)
        checks.identifiers("lead_units", self.lead_units)
        checks.whole("demand", self.demand, at_least=0)
        checks.whole("supply", self.supply, at_least=0)
        checks.done()


def _groups(items: Iterable[BarredGroup]) -> tuple[BarredGroup, ...]:
    return as_tuple(items)


@final
@attrs.frozen(kw_only=True)
class Violation:
    """One independent reason why there is no plan, provable by counting.

    ``too_few_places``: these subjects may only go to these lead units, which together take fewer (``demand`` subjects,
    ``supply`` places).
    ``minimum_unreachable``: these lead units must together take more than may go to them (``demand`` by their minima,
    ``supply`` subjects).
    The sets are the smallest of greatest shortage.
    """

    #: ``"too_few_places"`` or ``"minimum_unreachable"``.
    kind: str = attrs.field(converter=composed)
    #: The subjects, sorted: those that cannot all be placed, or all that may go to the lead units.
    subjects: tuple[str, ...] = attrs.field(converter=composed_sorted, repr=veiled)
    #: The lead units, sorted: all that are open to the subjects, or those that ask for too many.
    lead_units: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: What is asked for.
    demand: int = attrs.field(converter=whole_or_same)
    #: What there is; less than the demand.
    supply: int = attrs.field(converter=whole_or_same)
    #: Why the other pairs are closed: these subjects and the other lead units, or these lead units and the others.
    barred: tuple[BarredGroup, ...] = attrs.field(converter=_groups)
    #: A smallest part of it that still violates.
    example: Example

    def __attrs_post_init__(self) -> None:
        checks = Checks("Violation")
        if self.kind not in (TOO_FEW, UNREACHABLE):
            checks.fault("unknown_kind", "kind", self.kind, "'too_few_places' or 'minimum_unreachable'")
        checks.identifiers("subjects", self.subjects)
        checks.identifiers("lead_units", self.lead_units)
        checks.whole("demand", self.demand, at_least=0)
        checks.whole("supply", self.supply, at_least=0)
        checks.each("barred", self.barred, BarredGroup, "a BarredGroup")
        checks.kind("example", self.example, Example, "an Example")
        checks.done()

    @property
    def missing(self) -> int:
        """By how much the demand exceeds the supply."""
        return self.demand - self.supply

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The violation in one sentence; ``names`` gives display names by id."""
        return violation_said(self, wording(lang, names))


_SUBJECT, _SUBJECTS = Label("đối tượng", "subject"), Label("đối tượng", "subjects")
_ONE_IS, _SEVERAL_ARE = Label("đối tượng", "subject is"), Label("đối tượng", "subjects are")
_UNIT, _UNITS = Label("đầu mối", "lead unit"), Label("đầu mối", "lead units")
_NO_UNIT = Label("không đầu mối nào", "none")
_MISSING, _ALL_MISSING = Label("chỗ", "place is missing"), Label("chỗ", "places are missing")
_GROUNDS = Label(" (lý do: {reasons})", " (because: {reasons})")
# Vietnamese has no other form for several.
_TOO_FEW_PLACES = {
    True: Label(
        "{demand} chỉ có thể giao cho {count} ({units}), đầu mối này nhận tối đa {supply}: thiếu {missing}{grounds}.",
        "{demand} may only go to {count} ({units}), which takes at most {supply}: {missing}{grounds}.",
    ),
    False: Label(
        "{demand} chỉ có thể giao cho {count} ({units}), các đầu mối này nhận tối đa {supply}: thiếu {missing}{grounds}.",
        "{demand} may only go to {count} ({units}), which take at most {supply}: {missing}{grounds}.",
    ),
}
_MINIMUM_UNREACHABLE = {
    True: Label(
        "Đầu mối {units} phải nhận tối thiểu {demand} nhưng chỉ có {supply} được phép giao: còn thiếu {missing} so với mức "
        "tối thiểu{grounds}.",
        "Lead unit {units} must take at least {demand}, but only {supply} may go to it: {missing} still missing for its "
        "minimum{grounds}.",
    ),
    False: Label(
        "Các đầu mối {units} phải nhận tối thiểu {demand} nhưng chỉ có {supply} được phép giao: còn thiếu {missing} so với "
        "mức tối thiểu{grounds}.",
        "Lead units {units} must take at least {demand}, but only {supply} may go to them: {missing} still missing for their "
        "minima{grounds}.",
    ),
}


def violation_said(violation: Violation, by: Wording) -> str:
    """Who may go where, how many that are and how many fit, and why the other pairs are closed."""
    units = by.listed(violation.lead_units, at_most=_NAMED_AT_MOST)
    is_one = len(violation.lead_units) == 1
    demand = by.counted(violation.demand, _SUBJECT, _SUBJECTS)
    grounds = _grounds(violation.barred, by)
    if violation.kind == TOO_FEW:
        return by.say(
            _TOO_FEW_PLACES[is_one],
            demand=demand,
            count=by.counted(len(violation.lead_units), _UNIT, _UNITS),
            units=units or by.say(_NO_UNIT),
            supply=by.number(violation.supply),
            missing=by.counted(violation.missing, _MISSING, _ALL_MISSING),
            grounds=grounds,
        )
    return by.say(
        _MINIMUM_UNREACHABLE[is_one],
        units=units,
        demand=demand,
        supply=by.number(violation.supply),
        missing=by.counted(violation.missing, _ONE_IS, _SEVERAL_ARE),
        grounds=grounds,
    )


def _grounds(barred: tuple[BarredGroup, ...], by: Wording) -> str:
    reasons = sorted({reason for group in barred for reason in group.reasons}, key=list(BarReason).index)
    return by.say(_GROUNDS, reasons=", ".join(by.say(reason.label) for reason in reasons)) if reasons else ""


@final
class RepairKind(Enum):
    """What a single repair changes."""

    LIFT_BAR = "lift_bar"
    RAISE_MAXIMUM = "raise_maximum"
    LOWER_MINIMUM = "lower_minimum"


@final
@attrs.frozen(kw_only=True)
class Repair:
    """A single change that lowers the shortage, or the excess, or both, by exactly one; ask again after each.

    For ``LIFT_BAR``, any one of ``subjects`` is let through to the lead unit; the reasons are what has to be lifted.
    ``applied_to`` gives the roster with the change made.
    """

    #: What is changed.
    kind: RepairKind
    #: The kinds of violation it helps against: ``"too_few_places"``, ``"minimum_unreachable"`` or both, sorted.
    against: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: The lead unit.
    lead_unit_id: str = attrs.field(converter=composed)
    #: The subjects any one of whom may be let through; none for the other kinds.
    subjects: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted, repr=veiled)
    #: What closes the pair now.
    reasons: tuple[BarReason, ...] = attrs.field(default=(), converter=_reasons)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Repair")
        checks.member("kind", self.kind, RepairKind)
        if self.against not in ((TOO_FEW,), (UNREACHABLE,), (UNREACHABLE, TOO_FEW)):
            checks.fault("unknown_kind", "against", self.against, "'too_few_places', 'minimum_unreachable' or both")
        checks.identifier("lead_unit_id", self.lead_unit_id)
        checks.identifiers("subjects", self.subjects)
        checks.each("reasons", self.reasons, BarReason, "a BarReason")
        checks.done()

    def applied_to(self, roster: Roster, subject_id: str | None = None, ground: Label | str | None = None) -> Roster:
        """The roster with this repair made: the shortage, or the excess, is then less by one, or there is a plan.

        A bound is raised or lowered by one. For ``LIFT_BAR`` all that its reasons ask is done for one of its subjects, the
        first unless ``subject_id`` names another: declared bars are taken away, a pin elsewhere is taken away (never moved),
        and where the cooling-off closes the pair an ``Allowance`` is added, on the ground that is given or on one that names
        the certificate. Without a cooling-off a ground is not needed. A roster that the repair is not about is refused.

        >>> import supervision_core as sc
        >>> roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="front", max_load=0)])
        >>> [repair] = sc.plan_year(roster, year=2026).repairs
        >>> sc.plan_year(repair.applied_to(roster), year=2026).loads["front"]
        1
        """
        checks = Checks("Repair.applied_to")
        checks.kind("roster", roster, Roster, "a Roster")
        checks.optional_identifier("subject_id", subject_id)
        if not isinstance(ground, str):
            checks.optional_kind("ground", ground, Label, "a text, a Label")
        checks.done()
        if self.kind is not RepairKind.LIFT_BAR:
            if subject_id is not None:
                checks.fault("surplus", "subject_id", subject_id, "None: a bound is about no subject")
            checks.done()
            return _with_bound_moved(self, roster)
        whose = self.subjects[0] if subject_id is None and self.subjects else composed(subject_id or "")
        if whose not in self.subjects:
            checks.fault("unknown_id", "subject_id", subject_id, "one of the repair's subjects")
        checks.done()
        return _with_bar_lifted(self, roster, whose, _STOCK_GROUND if ground is None else ground)

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The repair in one sentence; ``names`` gives display names by id."""
        return repair_said(self, wording(lang, names))


#: What an allowance rests on where nobody gave a ground.
_STOCK_GROUND = Label(
    "chứng nhận không có phương án: nếu không cho phép thì thiếu chỗ hoặc không đạt mức tối thiểu",
    "the certificate that there is no plan: without the allowance places or a minimum are missing",
)


def _with_bound_moved(repair: Repair, roster: Roster) -> Roster:
    unit = next((one for one in roster.lead_units if one.id == repair.lead_unit_id), None)
    raises = repair.kind is RepairKind.RAISE_MAXIMUM
    bound = unit and (unit.max_load if raises else unit.min_load or None)
    if unit is None or bound is None:
        expected = f"a roster in which {shown(repair.lead_unit_id)} has {'a maximum' if raises else 'a minimum above 0'}"
        raise InvalidInput((Fault("other_roster", "roster", "a roster that this repair is not about", expected),))
    moved = attrs.evolve(unit, max_load=bound + 1) if raises else attrs.evolve(unit, min_load=bound - 1)
    return attrs.evolve(roster, lead_units=[moved if one is unit else one for one in roster.lead_units])


def _with_bar_lifted(repair: Repair, roster: Roster, subject: str, ground: Label | str) -> Roster:
    """Without the bars of the pair and a pin elsewhere; with an allowance where the cooling-off closes it too."""
    unit = repair.lead_unit_id
    lifted = [bar for bar in roster.bars_of(subject) if bar.lead_unit_id == unit and bar.severity is Severity.HARD]
    held = {bar.reason for bar in lifted}
    pinned = roster.pins.get(subject, unit) != unit
    found = held | ({BarReason.PINNED_ELSEWHERE} if pinned else set())
    missing = [] if subject in roster.subject_ids else [f"no subject {shown(subject)}"]
    missing += [] if unit in roster.lead_unit_ids else [f"no lead unit {shown(unit)}"]
    if missing or found != {*repair.reasons} - {BarReason.COOLING_OFF}:
        expected = f"a roster in which these close the pair: {', '.join(one.name for one in repair.reasons)}"
        given = ", ".join(missing or sorted(one.name for one in found)) or "nothing"
        raise InvalidInput((Fault("other_roster", "roster", given, expected),))
    allowances = list(roster.allowances)
    if BarReason.COOLING_OFF in repair.reasons:
        allowances.append(Allowance(subject_id=subject, lead_unit_id=unit, ground=ground))
    return attrs.evolve(
        roster,
        bars=[bar for bar in roster.bars if bar not in lifted],
        pins={one: where for one, where in roster.pins.items() if one != subject or not pinned},
        allowances=allowances,
    )


_REPAIRS = {
    "raise_maximum": Label("Cho {unit} nhận thêm một đối tượng.", "Let {unit} take one subject more."),
    "lower_minimum": Label("Giảm mức tối thiểu của {unit} đi một.", "Lower the minimum of {unit} by one."),
    "lift_bar": Label(
        "Cho phép {unit} giám sát một trong các đối tượng {subjects} (hiện không được phân công: {reasons}).",
        "Let {unit} supervise one of {subjects} (closed now: {reasons}).",
    ),
}


def repair_said(repair: Repair, by: Wording) -> str:
    """What to change."""
    return by.say(
        _REPAIRS[repair.kind.value],
        unit=by.name(repair.lead_unit_id),
        subjects=by.listed(repair.subjects, at_most=_NAMED_AT_MOST),
        reasons=", ".join(by.say(reason.label) for reason in repair.reasons),
    )


def _violations(items: Iterable[Violation]) -> tuple[Violation, ...]:
    return as_tuple(items)


def _repairs(items: Iterable[Repair]) -> tuple[Repair, ...]:
    return as_tuple(items)


@final
@attrs.frozen(kw_only=True, repr=False)
class Infeasible:
    """There is no plan; the violations prove it, and the repairs say which single changes help.

    Get one from ``plan_year``; ``verify_infeasible`` checks it by counting.
    """

    #: The calendar year.
    year: int = attrs.field(converter=whole_or_same)
    #: The independent reasons, too few places first.
    violations: tuple[Violation, ...] = attrs.field(converter=_violations)
    #: How many subjects cannot be placed: the sum over the violations that lack places.
    shortage: int = attrs.field(converter=whole_or_same)
    #: By how many the minima ask for too much: the sum over the violations of minima.
    excess: int = attrs.field(converter=whole_or_same)
    #: The policy that was asked for; None in certificates of earlier versions, which did not say.
    policy: RotationPolicy | None = None
    #: Every single repair that helps, the softest first; bars of kinship and of a unit's own members are never among them.
    repairs: tuple[Repair, ...] = attrs.field(converter=_repairs)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Infeasible")
        checks.whole("year", self.year, at_least=1, at_most=9999)
        checks.each("violations", self.violations, Violation, "a Violation")
        checks.whole("shortage", self.shortage, at_least=0)
        checks.whole("excess", self.excess, at_least=0)
        checks.optional_kind("policy", self.policy, RotationPolicy, "a RotationPolicy")
        checks.each("repairs", self.repairs, Repair, "a Repair")
        checks.done()

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """All violations, one sentence each."""
        return infeasible_said(self, wording(lang, names))

    def __repr__(self) -> str:
        return f"<Infeasible {self.year}: {self.shortage} subjects without a place, minima {self.excess} too high>"


def infeasible_said(infeasible: Infeasible, by: Wording) -> str:
    """All violations, one sentence each."""
    return " ".join(violation_said(violation, by) for violation in infeasible.violations)
