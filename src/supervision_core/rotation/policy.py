"""The choices that the source leaves open, as named parameters with documented defaults."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, TypeAlias, final

import attrs

from supervision_core.values.checks import Checks, check_arguments
from supervision_core.values.exact import whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.text import composed, shown
from supervision_core.values.wording import Wording

__all__ = ["Objective", "PublicDraw", "Repeats", "RotationPolicy", "TieBreak"]


@final
class Repeats(Enum):
    """What is done about giving a subject to a lead unit that had it within the cooling-off years."""

    #: As few repeats as can be, the most recent ones first.
    MINIMISE = "minimise"
    #: None at all; a plan that needs one is infeasible.
    FORBID = "forbid"


@final
class Objective(Enum):
    """In which order the levels come."""

    #: The plan of a year: repeats before balance, changes last.
    ANNUAL = "annual"
    #: A change within the year: as few subjects as can be get another lead unit.
    MID_YEAR = "mid_year"


@final
class TieBreak(Enum):
    """Which of several equally good plans is taken."""

    #: The one whose list of lead units is first by id: unique, whatever the algorithm.
    CANONICAL = "canonical"
    #: No particular one; still the same for the same question.
    ANY = "any"


@cache
def _sha256() -> Callable[[bytes], Any]:
    # It takes longer to load than all of this module, and only who draws lots has need of it.
    from hashlib import sha256  # noqa: PLC0415

    return sha256


@final
@attrs.frozen
class PublicDraw:
    """A tie-break by lot that anyone can recompute: ids are ordered by the SHA-256 of the salt, a zero byte and the id.

    First settle the roster and its ids and publish them, with their fingerprint; only then may the salt become known, from
    a later source that was named beforehand and that nobody controls. Whoever knows the salt while ids can still be
    written otherwise can steer the draw by their spelling.

    A scope tells apart the draws of several rosters by one salt: the id then comes after the scope and another zero byte.
    ``plan_each`` gives a draw without one the key of each roster, so that no lead unit is first in all of them.

    >>> from supervision_core import PublicDraw
    >>> PublicDraw("QD 12/2026").key("s001").hex()[:8]
    'a5770e0b'
    """

    #: The published text.
    salt: str = attrs.field(converter=composed)
    #: What the draw is for, such as a commune; empty where it is for all.
    scope: str = attrs.field(default="", converter=composed)

    def __attrs_post_init__(self) -> None:
        checks = Checks("PublicDraw")
        checks.identifier("salt", self.salt)
        if self.scope != "":
            checks.identifier("scope", self.scope)
        checks.done()

    def key(self, one: str) -> bytes:
        """What an id is ordered by."""
        if type(one) is not str or not one.isascii():
            check_arguments(PublicDraw.key, one=one)
            one = composed(one)
        scope = self.scope.encode() + b"\0" if self.scope else b""
        digest: bytes = _sha256()(self.salt.encode() + b"\0" + scope + one.encode()).digest()
        return digest


#: How ties are broken.
Tie: TypeAlias = TieBreak | PublicDraw

#: No cooling-off and no term is longer, in years; it bounds the number of levels.
LONGEST_COOLING_OFF = 100


@final
@attrs.frozen(kw_only=True)
class RotationPolicy:
    """How subjects rotate between lead units. The source asks for a swap each year and gives no number of years.

    >>> from supervision_core import RotationPolicy
    >>> RotationPolicy().cooling_off_years
    1
    """

    #: For how many calendar years a lead unit should not get a subject again; 0 for no rotation at all.
    cooling_off_years: int = attrs.field(default=1, converter=whole_or_same)
    #: How many years running a lead unit may keep a subject: while its term lasts, staying is no repeat, and a term that
    #: is ended early counts on the level ``cut_short``. With 1 nobody stays.
    tenure_years: int = attrs.field(default=1, converter=whole_or_same)
    #: Whether the rest that a year cannot divide goes to those who had less than their share so far (the level
    #: ``carried``); without it each year is balanced for itself.
    carry_rest: bool = True
    #: Whether repeats within these years are kept few or forbidden.
    repeats: Repeats = Repeats.MINIMISE
    #: In which order the levels come.
    objective: Objective = Objective.ANNUAL
    #: Which of several equally good plans is taken.
    tie_break: Tie = TieBreak.CANONICAL

    def __attrs_post_init__(self) -> None:
        checks = Checks("RotationPolicy")
        checks.whole("cooling_off_years", self.cooling_off_years, at_least=0, at_most=LONGEST_COOLING_OFF)
        checks.whole("tenure_years", self.tenure_years, at_least=1, at_most=LONGEST_COOLING_OFF)
        checks.kind("carry_rest", self.carry_rest, bool, "True or False")
        checks.member("repeats", self.repeats, Repeats)
        checks.member("objective", self.objective, Objective)
        checks.kind("tie_break", self.tie_break, (TieBreak, PublicDraw), "CANONICAL, ANY or a PublicDraw")
        checks.done()


def unlike_fields(given: RotationPolicy | None, wanted: RotationPolicy) -> tuple[str, str]:
    """What two policies have of the fields in which they differ, each side in the same order.

    >>> from supervision_core.rotation.policy import Objective, RotationPolicy, unlike_fields
    >>> unlike_fields(RotationPolicy(), RotationPolicy(objective=Objective.MID_YEAR, tenure_years=2))
    ('tenure_years 1, objective ANNUAL', 'tenure_years 2, objective MID_YEAR')
    """
    names = [field.name for field in attrs.fields(RotationPolicy)]
    if given is None:
        return "None", ", ".join(f"{name} {_value_told(getattr(wanted, name), shown)}" for name in names)
    pairs = [(name, getattr(given, name), getattr(wanted, name)) for name in names]
    told = [(name, *_values_told(one, other)) for name, one, other in pairs if one != other]
    return ", ".join(f"{name} {one}" for name, one, _ in told), ", ".join(f"{name} {other}" for name, _, other in told)


def _values_told(one: object, other: object) -> tuple[str, str]:
    """Two values of a field; texts that would be told by their length alone, and so alike, are told whole."""
    briefly = _value_told(one, shown), _value_told(other, shown)
    return briefly if briefly[0] != briefly[1] else (_value_told(one, repr), _value_told(other, repr))


def _value_told(value: object, tell: Callable[[object], str]) -> str:
    if isinstance(value, PublicDraw):
        return f"PublicDraw {tell(value.salt)}" + (f", scope {tell(value.scope)}" if value.scope else "")
    return value.name if isinstance(value, Enum) else str(value)


def level_names(policy: RotationPolicy) -> tuple[str, ...]:
    """The levels of a policy's objective, first to last; a plan is as good on each as those before it allow."""
    repeats = tuple(f"repeats_{age}" for age in range(1, policy.cooling_off_years + 1))
    if policy.objective is Objective.ANNUAL:
        return ("flagged", *repeats, "cut_short", "balance", "carried", "familiarity", "changes")
    return ("flagged", "changes", *repeats, "cut_short", "balance", "carried", "familiarity")


_LEVELS = {
    "flagged": Label("phân công phải lưu ý", "flagged pairs"),
    "repeats": Label("giao lại cho đầu mối của {age} năm trước", "repeats of {age} years ago"),
    "cut_short": Label("đổi đầu mối trước khi hết nhiệm kỳ", "terms ended early"),
    "balance": Label("cân đối số lượng theo tỷ trọng", "balance of the loads against the shares"),
    "carried": Label("bù phần dư của các năm trước", "rests of earlier years made up for"),
    "familiarity": Label("hạn chế giao lại cho đầu mối đã từng giám sát", "few lead units that had the subject before"),
    "changes": Label("thay đổi so với phương án tham chiếu", "changes against the reference"),
}
_LAST_YEAR = Label("giao lại cho đầu mối của năm trước", "repeats of last year")


def level_said(name: str, by: Wording) -> str:
    """What a level of the score is called; one that is not the library's own goes by its name."""
    kind, _, age = name.partition("_")
    if name in _LEVELS:
        return by.say(_LEVELS[name])
    if kind not in _LEVELS:
        return name
    return by.say(_LAST_YEAR) if age == "1" else by.say(_LEVELS[kind], age=age)
