"""Why a subject has its lead unit, as a value: what stands against every other one, by whose rule, and the proof of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import final

import attrs

from supervision_core.rotation.allowances import Allowance, allowance_said
from supervision_core.rotation.policy import RotationPolicy, level_said
from supervision_core.rotation.roster import BarReason
from supervision_core.values.checks import Checks, as_tuple, check_fields, check_ids, composed_map
from supervision_core.values.exact import whole_or_none, whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language, composed, composed_or_none, veiled
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["Alternative", "Detours", "Explanation"]


def _years(years: Iterable[int]) -> tuple[int, ...]:
    found = as_tuple(years)
    return tuple(map(whole_or_same, found)) if isinstance(found, tuple) else found


@final
@attrs.frozen(kw_only=True)
class Alternative:
    """Another lead unit for one subject: closed, impossible together with the rest, or worse on a level."""

    #: The other lead unit.
    lead_unit_id: str = attrs.field(converter=composed)
    #: Why the pair is closed; () when it is open.
    closed: tuple[BarReason, ...] = ()
    #: The first level on which the best plan with it differs; None when the pair is closed, or no level differs.
    level: str | None = attrs.field(default=None, converter=composed_or_none)
    #: By how much it is worse on that level; below zero, and so better, only if the plan explained is not optimal.
    cost: int = attrs.field(default=0, converter=whole_or_same)
    #: Whether the pair is open but leaves no plan for the others.
    is_impossible: bool = False
    #: The past years that count against it, rising: those in which this lead unit had the subject, where the cooling-off
    #: closes the pair; the year that repeats, where the level is one of repeats; none otherwise, or where nobody said.
    years: tuple[int, ...] = attrs.field(default=(), converter=_years)
    #: Whether the cost is the subject's own pair, and not that of others who would have to give way; None without a cost,
    #: and in explanations of earlier versions.
    is_own: bool | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "lead_unit_id", "level")

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The alternative for people."""
        by = wording(lang, names)
        return f"{by.name(self.lead_unit_id)}: {against_said(self, by)}"


_CLOSED = Label("không được phân công ({reasons})", "closed ({reasons})")
_HAD_IN = Label("{reason}, đã giám sát năm {years}", "{reason}, it had the subject in {years}")
_NO_PLAN_LEFT = Label("không còn phương án cho các đối tượng khác", "leaves no plan for the others")
_EQUALLY_GOOD = Label("tốt ngang nhau; thứ tự quyết định", "equally good; the tie-break decides")
_WORSE = Label("kém hơn {cost} ({level})", "worse by {cost} ({level})")
_BETTER = Label("tốt hơn {cost} ({level})", "better by {cost} ({level})")
_OF_OTHERS = Label("của các đối tượng khác phải nhường chỗ", "of others who would have to give way")
# How much a sum of squares differs says nothing to anybody; which way it differs does.
_SQUARES = {
    "balance": (
        Label("số lượng kém cân đối hơn", "the loads are less even"),
        Label("số lượng cân đối hơn", "the loads are more even"),
    ),
    "carried": (
        Label("phần dư của các năm trước được bù ít hơn", "less of the rests of earlier years is made up for"),
        Label("phần dư của các năm trước được bù nhiều hơn", "more of the rests of earlier years is made up for"),
    ),
    "familiarity": (
        Label("giao lại nhiều hơn cho đầu mối đã từng giám sát", "more lead units that had the subject before"),
        Label("giao lại ít hơn cho đầu mối đã từng giám sát", "fewer lead units that had the subject before"),
    ),
}
#: What loads cost is nobody's: there may be no others.
_OF_LOADS = frozenset({"balance", "carried"})
#: Whose rule a level is; that of the changes names the reference itself.
_RULES: Mapping[str, Label] = {
    "flagged": Label("theo các lưu ý trong danh sách", "by the roster's flags"),
    "repeats": Label("theo thời gian giãn cách của nguyên tắc luân phiên", "by the policy's cooling-off"),
    "cut_short": Label("theo nhiệm kỳ của nguyên tắc luân phiên", "by the policy's terms"),
    "balance": Label("theo tỷ trọng của các đầu mối", "by the lead units' shares"),
    "carried": Label("theo tỷ trọng tính cả các năm trước", "by the lead units' shares over the recorded years"),
    "familiarity": Label("theo lịch sử phân công", "by the history"),
}


def against_said(other: Alternative, by: Wording) -> str:
    """What stands against another lead unit: why it is closed, or on which level it is worse, by whose rule, how much."""
    if other.closed:
        return by.say(_CLOSED, reasons="; ".join(_closed_said(reason, other, by) for reason in other.closed))
    if other.is_impossible:
        return by.say(_NO_PLAN_LEFT)
    if other.level is None:
        return by.say(_EQUALLY_GOOD)
    rule = _RULES.get("repeats" if other.level.startswith("repeats_") else other.level)
    more = [] if rule is None else [by.say(rule)]
    if other.is_own is False and other.level not in _OF_LOADS:
        more.append(by.say(_OF_OTHERS))
    if other.level in _SQUARES:
        worse, better = _SQUARES[other.level]
        return f"{by.say(worse if other.cost > 0 else better)} ({'; '.join(more)})"
    level = ", ".join([level_said(other.level, by), *map(str, other.years)])
    label = _WORSE if other.cost > 0 else _BETTER
    return by.say(label, cost=by.number(abs(other.cost)), level="; ".join([level, *more]))


def _closed_said(reason: BarReason, other: Alternative, by: Wording) -> str:
    said = by.say(reason.label)
    if reason is not BarReason.COOLING_OFF or not other.years:
        return said
    return by.say(_HAD_IN, reason=said, years=", ".join(map(str, other.years)))


def _ways(ways: Mapping[str, Iterable[int]]) -> IdMap[tuple[int, ...]]:
    return composed_map(ways, _years)


def _sink(sink: Iterable[int] | None) -> tuple[int, ...] | None:
    return None if sink is None else _years(sink)


@final
@attrs.frozen(kw_only=True, repr=False)
class Detours:
    """What it costs that others give way: the proof of an explanation, one whole number a level.

    Whoever gets another lead unit makes one too many there and one too few at its own. For each lead unit from which this
    can be mended, ``ways`` has the cost of the cheapest chain of moves to the explained subject's own lead unit, which has 0.
    No single move is cheaper than the difference of the ways at its two ends, and from everywhere single moves of just that
    cost lead on: so no chain is cheaper, and one is as cheap. ``verify_explanation`` checks it.
    """

    #: By lead unit, one number a level; a lead unit from which no chain leads is left out.
    ways: IdMap[tuple[int, ...]] = attrs.field(converter=_ways)
    #: The same where the load of a lead unit may change instead; None where no chain leads from there.
    sink: tuple[int, ...] | None = attrs.field(default=None, converter=_sink)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Detours")
        if checks.by_id("ways", self.ways, "a mapping from lead unit ids to tuples of whole numbers"):
            for unit, costs in self.ways.items():
                _check_costs(checks, f"ways[{unit!r}]", costs)
        if self.sink is not None:
            _check_costs(checks, "sink", self.sink)
        checks.done()

    def __repr__(self) -> str:
        return f"<Detours: {len(self.ways)} lead units>"


def _check_costs(checks: Checks, name: str, costs: object) -> None:
    if checks.each(name, costs, int, "a whole number"):
        assert isinstance(costs, tuple)
        for cost in costs:
            checks.whole(name, cost)


def _others(others: Iterable[Alternative]) -> tuple[Alternative, ...]:
    return as_tuple(others)


@final
@attrs.frozen(kw_only=True)
class Explanation:
    """Why a subject has its lead unit: what stands against every other one, with the proof."""

    #: The subject.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: Its lead unit.
    lead_unit_id: str = attrs.field(converter=composed)
    #: Every other lead unit, sorted.
    others: tuple[Alternative, ...] = attrs.field(converter=_others)
    #: The calendar year; None in explanations of earlier versions, which did not say.
    year: int | None = attrs.field(default=None, converter=whole_or_none)
    #: The policy whose rules these are; None in explanations of earlier versions.
    policy: RotationPolicy | None = None
    #: The allowance that its own pair rests on; None where the pair is open anyway.
    allowed: Allowance | None = None
    #: What proves the costs; None in explanations of earlier versions.
    detours: Detours | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "subject_id", "lead_unit_id")

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The explanation for people."""
        return explanation_said(self, wording(lang, names))


def explanation_said(explanation: Explanation, by: Wording) -> str:
    """Who has whom, on what allowance, and what stands against every other lead unit."""
    others = "; ".join(f"{by.name(other.lead_unit_id)}: {against_said(other, by)}" for other in explanation.others)
    said = [f"{by.name(explanation.subject_id)} → {by.name(explanation.lead_unit_id)}."]
    if explanation.allowed is not None:
        said.append(allowance_said(explanation.allowed, by))
    return " ".join([*said, others] if others else said)
