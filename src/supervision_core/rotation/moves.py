"""What changed between two plans: moves, elementary changes, and a plan changed within the year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import final

import attrs

from supervision_core.rotation.lineage import Held
from supervision_core.rotation.plan import Plan
from supervision_core.values.checks import Checks, as_tuple, composed_map, composed_sorted
from supervision_core.values.exact import whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language, composed, composed_or_none, veiled
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["ChangeKind", "ElementaryChange", "Move", "MoveReason", "PlanDiff", "Replan"]


@final
class ChangeKind(Enum):
    """One elementary change between a plan and a new roster."""

    JOINED = "joined"
    LEFT = "left"
    UNIT_GONE = "unit_gone"
    PAIR_CLOSED = "pair_closed"
    PINNED = "pinned"
    PAIR_FLAGGED = "pair_flagged"
    ABOVE_MAXIMUM = "above_maximum"
    BELOW_MINIMUM = "below_minimum"

    @property
    def label(self) -> Label:
        """What people read."""
        return _CHANGE_LABELS[self.value]


_CHANGE_LABELS = {
    "joined": Label("đối tượng mới", "a subject joined"),
    "left": Label("đối tượng không còn thuộc diện giám sát", "a subject left"),
    "unit_gone": Label("đầu mối không còn", "its lead unit is gone"),
    "pair_closed": Label("nay không được phân công", "the pair is closed now"),
    "pinned": Label("nay được ấn định cho đầu mối khác", "it is pinned to another lead unit now"),
    "pair_flagged": Label("phân công phải lưu ý và tránh được", "the pair is flagged and can be avoided"),
    "above_maximum": Label("vượt mức tối đa", "above the maximum"),
    "below_minimum": Label("dưới mức tối thiểu", "below the minimum"),
}


@final
@attrs.frozen(kw_only=True)
class ElementaryChange:
    """What a new roster changes in an adopted plan, broken into single steps."""

    #: What changed.
    kind: ChangeKind
    #: The subject it is about; None for a bound on a load.
    subject_id: str | None = attrs.field(default=None, converter=composed_or_none, repr=veiled)
    #: The lead unit it is about, by its name of today; None for a subject that joined, or whose lead unit is gone.
    lead_unit_id: str | None = attrs.field(default=None, converter=composed_or_none)

    def __attrs_post_init__(self) -> None:
        checks = Checks("ElementaryChange")
        checks.member("kind", self.kind, ChangeKind)
        checks.optional_identifier("subject_id", self.subject_id)
        checks.optional_identifier("lead_unit_id", self.lead_unit_id)
        checks.done()


@final
class MoveReason(Enum):
    """Why a subject got another lead unit."""

    #: Its lead unit is gone.
    UNIT_GONE = "unit_gone"
    #: A bar or a forbidden repeat closes the pair now.
    PAIR_CLOSED = "pair_closed"
    #: It is pinned to the new lead unit, as agreed.
    PINNED = "pinned"
    #: The pair is flagged, and another lead unit is not.
    PAIR_FLAGGED = "pair_flagged"
    #: It gives way, or fills a place, so that others fit.
    MAKES_ROOM = "makes_room"

    @property
    def label(self) -> Label:
        """What people read."""
        return _REASON_LABELS[self.value]


_REASON_LABELS = {
    "unit_gone": Label("đầu mối cũ không còn", "its lead unit is gone"),
    "pair_closed": Label("nay không được phân công như cũ", "the old pair is closed now"),
    "pinned": Label("được ấn định cho đầu mối mới", "it is pinned to the new lead unit"),
    "pair_flagged": Label("phân công cũ phải lưu ý", "the old pair is flagged"),
    "makes_room": Label("nhường chỗ để các phân công khác phù hợp", "it gives way so that the others fit"),
}


_SEVERAL = 2


def _held(before: Held | Iterable[str]) -> Held:
    return composed(before) if isinstance(before, str) else composed_sorted(before)


@final
@attrs.frozen(kw_only=True)
class Move:
    """A subject that gets another lead unit."""

    #: The subject.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: Its lead unit before, by its name of today; a sorted tuple where a reform left several to choose from.
    before: Held = attrs.field(converter=_held)
    #: Its lead unit after.
    after: str = attrs.field(converter=composed)
    #: Why, in a replan; None where two plans are only compared.
    reason: MoveReason | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("Move")
        checks.identifier("subject_id", self.subject_id)
        if isinstance(self.before, tuple):
            checks.identifiers("before", self.before)
            if len(self.before) < _SEVERAL:
                checks.fault("wrong_kind", "before", self.before, "an id, or several as a tuple")
        else:
            checks.identifier("before", self.before)
        checks.identifier("after", self.after)
        checks.optional_kind("reason", self.reason, MoveReason, "a MoveReason")
        checks.done()

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The move for people; ``names`` gives display names by id."""
        return move_said(self, wording(lang, names))


def held_said(held: Held, by: Wording) -> str:
    """The name of a lead unit, or the names of all that a reform left to choose from."""
    return by.name(held) if isinstance(held, str) else " / ".join(by.name(unit) for unit in held)


def move_said(move: Move, by: Wording) -> str:
    """Who goes from where to where, and why where it was asked."""
    why = "" if move.reason is None else f" ({by.say(move.reason.label)})"
    return f"{by.name(move.subject_id)}: {held_said(move.before, by)} → {by.name(move.after)}{why}"


def _moves(items: Iterable[Move]) -> tuple[Move, ...]:
    return as_tuple(items)


def _changes(items: Iterable[ElementaryChange]) -> tuple[ElementaryChange, ...]:
    return as_tuple(items)


def _names(names: Mapping[str, str]) -> IdMap[str]:
    return composed_map(names, composed)


def _numbers(numbers: Mapping[str, int]) -> IdMap[int]:
    return composed_map(numbers)


def _check_names(checks: Checks, renamed: object) -> None:
    if checks.by_id("renamed", renamed, "a mapping from the names before to the names after"):
        assert isinstance(renamed, Mapping)
        for before, after in renamed.items():
            checks.identifier(f"renamed[{before!r}]", after)


@final
@attrs.frozen(kw_only=True)
class Replan:
    """A plan changed within the year: what moved and why, and a proved bound on how much could have to.

    A change forces at most one subject fewer than there are lead units to move, besides the one it is about;
    ``bound`` adds this up over the ``changes``.
    """

    #: The new plan.
    plan: Plan
    #: Who got another lead unit, sorted; those who joined or left, or went along with a merger, are not among them.
    moved: tuple[Move, ...] = attrs.field(converter=_moves)
    #: Lead units that only changed their names, by the name before.
    renamed: IdMap[str] = attrs.field(factory=IdMap, converter=_names)
    #: How many could have had to move at most, if a plan exists at all.
    bound: int = attrs.field(converter=whole_or_same)
    #: The single changes between the old plan and the new roster.
    changes: tuple[ElementaryChange, ...] = attrs.field(converter=_changes)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Replan")
        checks.kind("plan", self.plan, Plan, "a Plan")
        checks.each("moved", self.moved, Move, "a Move")
        _check_names(checks, self.renamed)
        checks.whole("bound", self.bound, at_least=0)
        checks.each("changes", self.changes, ElementaryChange, "an ElementaryChange")
        checks.done()

    @property
    def idle(self) -> tuple[str, ...]:
        """The lead units that nobody was given to: one that joins within the year gets nobody unless it must."""
        return tuple(unit for unit, load in self.plan.loads.items() if not load)

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """How many moved, and the bound; ``names`` gives display names by id."""
        return replan_said(self, wording(lang, names))


_MOVED = {
    True: Label(
        "{moved} đối tượng đổi đầu mối (tối đa có thể phải đổi: {bound}), do {changes}.",
        "{moved} subject gets another lead unit (at most {bound} could have had to), for {changes}.",
    ),
    False: Label(
        "{moved} đối tượng đổi đầu mối (tối đa có thể phải đổi: {bound}), do {changes}.",
        "{moved} subjects get another lead unit (at most {bound} could have had to), for {changes}.",
    ),
}
_CHANGE, _CHANGES = Label("thay đổi", "change"), Label("thay đổi", "changes")
_RENAMED = Label(" Chỉ đổi tên: {pairs}.", " Only renamed: {pairs}.")
_IDLE = Label(" Chưa được giao đối tượng nào: {units}.", " Nobody was given to: {units}.")


def replan_said(replan: Replan, by: Wording) -> str:
    """How many moved, how many could have had to, and for how many changes; what was only renamed, and who got nobody."""
    moved, bound = len(replan.moved), by.number(replan.bound)
    changes = by.counted(len(replan.changes), _CHANGE, _CHANGES)
    said = by.say(_MOVED[moved == 1], moved=by.number(moved), bound=bound, changes=changes)
    pairs = ", ".join(f"{by.name(before)} → {by.name(after)}" for before, after in replan.renamed.items())
    said += by.say(_RENAMED, pairs=pairs) if pairs else ""
    return said + (by.say(_IDLE, units=by.listed(replan.idle)) if replan.idle else "")


@final
@attrs.frozen(kw_only=True)
class PlanDiff:
    """How two plans differ, from the first to the second."""

    #: Who has another lead unit, sorted.
    moved: tuple[Move, ...] = attrs.field(converter=_moves)
    #: Lead units that only changed their names, by the name before.
    renamed: IdMap[str] = attrs.field(factory=IdMap, converter=_names)
    #: Who is only in the second, sorted.
    joined: tuple[str, ...] = attrs.field(converter=composed_sorted, repr=veiled)
    #: Who is only in the first, sorted.
    left: tuple[str, ...] = attrs.field(converter=composed_sorted, repr=veiled)
    #: The change of each lead unit's load; units whose load is the same are left out.
    loads: IdMap[int] = attrs.field(converter=_numbers)
    #: The change of each level of the score that both have and that differs.
    score: IdMap[int] = attrs.field(converter=_numbers)

    def __attrs_post_init__(self) -> None:
        checks = Checks("PlanDiff")
        checks.each("moved", self.moved, Move, "a Move")
        _check_names(checks, self.renamed)
        checks.identifiers("joined", self.joined)
        checks.identifiers("left", self.left)
        for name in ("loads", "score"):
            numbers = getattr(self, name)
            if checks.by_id(name, numbers, "a mapping from ids to whole numbers"):
                for one, number in numbers.items():
                    checks.whole(f"{name}[{one!r}]", number)
        checks.done()
