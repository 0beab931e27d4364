"""What can hold for ever and when everyone has met everyone: the answers as values, with what proves them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import final

import attrs

from supervision_core.values.checks import Checks, as_tuple, composed_map, composed_sorted
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["CoolingOff", "Coverage", "MeetingsOfClass"]


def _times(times: Mapping[str, int]) -> IdMap[int]:
    return composed_map(times)


def _meetings(items: Iterable[MeetingsOfClass]) -> tuple[MeetingsOfClass, ...]:
    return as_tuple(items)


@final
@attrs.frozen(kw_only=True)
class MeetingsOfClass:
    """How often subjects to whom the same lead units are open meet each of them over some years, all subjects together.

    Such sums are all that an answer about years ahead rests on: whatever adds up can be dealt out over the years.
    """

    #: The lead units open to them, sorted; one that takes nobody is open to nobody.
    open: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: How many subjects they are.
    subjects: int
    #: By lead unit the number of meetings; those without any are left out.
    times: IdMap[int] = attrs.field(converter=_times)

    def __attrs_post_init__(self) -> None:
        checks = Checks("MeetingsOfClass")
        checks.identifiers("open", self.open)
        checks.whole("subjects", self.subjects, at_least=1)
        if checks.by_id("times", self.times, "a mapping from lead unit ids to whole numbers"):
            for unit, times in self.times.items():
                checks.whole(f"times[{unit!r}]", times, at_least=1)
        checks.done()


@final
@attrs.frozen(kw_only=True)
class CoolingOff:
    """The longest cooling-off that can hold for ever where nobody stays, and why not one year more.

    With one year more, the lead units in ``limiting`` would ask for ``demand`` meetings over as many years plus one,
    and only ``supply`` are possible. No lead unit in ``limiting`` means that some subject has too few lead units open:
    it asks for ``demand`` and has ``supply``.
    """

    #: How many years; 0 where even two years running cannot be avoided.
    years: int
    #: The lead units that stand in the way of one year more, sorted.
    limiting: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: What they, or the subjects bound to them, ask for.
    demand: int
    #: What there is.
    supply: int
    #: What proves that so many years can hold: everybody's meetings over as many years plus one, none with the same twice.
    meetings: tuple[MeetingsOfClass, ...] = attrs.field(default=(), converter=_meetings)

    def __attrs_post_init__(self) -> None:
        checks = Checks("CoolingOff")
        for name in ("years", "demand", "supply"):
            checks.whole(name, getattr(self, name), at_least=0)
        checks.identifiers("limiting", self.limiting)
        checks.each("meetings", self.meetings, MeetingsOfClass, "a MeetingsOfClass")
        checks.done()

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The answer for people, with the reason in numbers."""
        return cooling_off_said(self, wording(lang, names))


_HOLDS = {
    True: Label(
        "Có thể duy trì lâu dài thời gian giãn cách {years} năm; {more} năm thì không, {why}.",
        "A cooling-off of {years} year can hold for ever; {more} cannot, {why}.",
    ),
    False: Label(
        "Có thể duy trì lâu dài thời gian giãn cách {years} năm; {more} năm thì không, {why}.",
        "A cooling-off of {years} years can hold for ever; {more} cannot, {why}.",
    ),
}
_LIMITED = Label("vì {units}: cần {demand}, chỉ có {supply}", "because of {units}: {demand} asked for, {supply} there")
_TOO_FEW_UNITS = Label("vì có đối tượng không đủ đầu mối", "because some subject has too few lead units")


def cooling_off_said(answer: CoolingOff, by: Wording) -> str:
    """How many years can hold for ever, and what is in the way of one more."""
    why = by.say(_TOO_FEW_UNITS)
    if answer.limiting:
        units, demand, supply = by.listed(answer.limiting), by.number(answer.demand), by.number(answer.supply)
        why = by.say(_LIMITED, units=units, demand=demand, supply=supply)
    return by.say(_HOLDS[answer.years == 1], years=answer.years, more=answer.years + 1, why=why)


@final
@attrs.frozen(kw_only=True)
class Coverage:
    """The fewest years in which every subject can meet every lead unit open to it, and what asks for so many."""

    #: How many years; None when it can never be.
    years: int | None
    #: The lead units that ask for so many, sorted; where it can never be, those that shut out all higher numbers.
    limiting: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: Where it can never be: the lead units that ask for more years than the limiting ones allow.
    asking: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)
    #: What proves that so many years are enough: what is left of everybody's years once all have met, by lead unit.
    meetings: tuple[MeetingsOfClass, ...] = attrs.field(default=(), converter=_meetings)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Coverage")
        if self.years is not None:
            checks.whole("years", self.years, at_least=0)
        checks.identifiers("limiting", self.limiting)
        checks.identifiers("asking", self.asking)
        checks.each("meetings", self.meetings, MeetingsOfClass, "a MeetingsOfClass")
        checks.done()

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The answer for people."""
        return coverage_said(self, wording(lang, names))


_NEVER = Label("Không thể đạt được{units}.", "No number of years is enough{units}.")
_COVERED = {
    True: Label(
        "Cần ít nhất {years} năm để mọi đối tượng đều được mọi đầu mối giám sát{units}.",
        "It takes at least {years} year for every subject to meet every lead unit{units}.",
    ),
    False: Label(
        "Cần ít nhất {years} năm để mọi đối tượng đều được mọi đầu mối giám sát{units}.",
        "It takes at least {years} years for every subject to meet every lead unit{units}.",
    ),
}


def coverage_said(answer: Coverage, by: Wording) -> str:
    """How many years it takes, and for whom it takes so many."""
    units = f" ({by.listed(answer.limiting)})" if answer.limiting else ""
    if answer.years is None:
        return by.say(_NEVER, units=units)
    return by.say(_COVERED[answer.years == 1], years=answer.years, units=units)
