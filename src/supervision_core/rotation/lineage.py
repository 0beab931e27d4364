"""What became of lead units and subjects that merged, were split or changed their names, reform by reform.

The names before and after a reform are two name spaces: a code that lives on may stand for somebody else afterwards.
So a reform maps the names that it lists once, nothing is chained within it, and reforms follow each other by their days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias, final

import attrs

from supervision_core.values.checks import Checks, as_tuple, composed_map, composed_sorted
from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import composed, counted, shown

__all__ = ["Lineage", "Reform"]


#: A lead unit, or several as a sorted tuple: where it changed within the year, or was split since.
Held: TypeAlias = str | tuple[str, ...]
_Step: TypeAlias = Mapping[str, tuple[str, ...]]


def as_held(units: Iterable[str]) -> Held:
    """Lead units as an entry: one as itself, several as a sorted tuple."""
    ordered = tuple(sorted(units))
    return ordered[0] if len(ordered) == 1 else ordered


def _became(mapping: Mapping[str, Iterable[str]]) -> IdMap[tuple[str, ...]]:
    return composed_map(mapping, composed_sorted)


def _check_step(checks: Checks, value: Reform | Lineage) -> None:
    for name in ("lead_units", "subjects"):
        mapping = getattr(value, name)
        if checks.by_id(name, mapping, "a mapping from ids to the ids of the successors"):
            for one, successors in mapping.items():
                checks.identifiers(f"{name}[{one!r}]", successors)


@final
@attrs.frozen(kw_only=True)
class Reform:
    """One day on which lead units or subjects merged, were split, or got other names or codes.

    Names that are not listed stay. A name may be an old and a new one at once: a part that keeps the code of the whole,
    or a code that lives on as somebody else's.

    >>> from datetime import date
    >>> from supervision_core.rotation import Reform
    >>> reform = Reform(on=date(2025, 7, 1), subjects={"04": ["04"], "13": ["04"], "19": ["10"], "10": ["69"]})
    >>> reform.subjects["19"]
    ('10',)
    """

    #: The first day of the new names.
    on: date
    #: For each lead unit that the reform touches, by its old name, its successors by their new names; at least one.
    lead_units: IdMap[tuple[str, ...]] = attrs.field(factory=IdMap, converter=_became)
    #: For each subject that the reform touches, by its old name, its successors by their new names; at least one.
    subjects: IdMap[tuple[str, ...]] = attrs.field(factory=IdMap, converter=_became)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Reform")
        checks.day("on", self.on)
        _check_step(checks, self)
        if checks.clean:
            for name in ("lead_units", "subjects"):
                for one, successors in getattr(self, name).items():
                    if not successors:
                        checks.fault(
                            "empty", f"{name}[{one!r}]", successors, "at least one successor; whoever has none is left out"
                        )
        checks.done()


def _reforms(reforms: Iterable[Reform]) -> tuple[Reform, ...]:
    found = as_tuple(reforms)
    if isinstance(found, tuple) and all(isinstance(one, Reform) for one in found):
        return tuple(sorted(found, key=lambda one: one.on))
    return found


@final
@attrs.frozen(kw_only=True)
class Lineage:
    """What became of lead units and subjects: renamed or merged into one, or split into several.

    What an old one had, every successor counts as having had: a rotation must not start anew by a change of name.
    Reforms are followed in the order of their days. Without a day, ``lead_units`` and ``subjects`` are one step, which a
    history takes once for the records that it has.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> first = sc.rotation.Reform(on=date(2021, 1, 1), lead_units={"district union": ["union"]})
    >>> second = sc.rotation.Reform(on=date(2025, 7, 1), lead_units={"union": ["union A", "union B"]})
    >>> lineage = sc.Lineage(reforms=[second, first])
    >>> lineage.of_lead_unit("district union"), lineage.of_lead_unit("district union", since=date(2023, 1, 1))
    (('union A', 'union B'), ('district union',))
    """

    #: Without a day: for each lead unit, its successors.
    lead_units: IdMap[tuple[str, ...]] = attrs.field(factory=IdMap, converter=_became)
    #: Without a day: for each subject, its successors.
    subjects: IdMap[tuple[str, ...]] = attrs.field(factory=IdMap, converter=_became)
    #: The reforms, sorted by day; at most one a day, and none beside a step without a day.
    reforms: tuple[Reform, ...] = attrs.field(default=(), converter=_reforms)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Lineage")
        _check_step(checks, self)
        if checks.each("reforms", self.reforms, Reform, "a Reform"):
            for one, following in zip(self.reforms, self.reforms[1:], strict=False):
                if one.on == following.on:
                    checks.fault("duplicate", "reforms", one.on.isoformat(), "one reform a day")
            if self.reforms and (self.lead_units or self.subjects):
                checks.fault(
                    "surplus", "reforms", counted(len(self.reforms), "reform"), "reforms, or one step without a day, not both"
                )
        checks.done()

    def of_lead_unit(self, lead_unit_id: str, since: date | None = None) -> tuple[str, ...]:
        """What became of a lead unit, sorted; itself where nothing is said. ``since``: the day whose names are meant."""
        return _through([step.lead_units for step in self._steps("lead_unit_id", lead_unit_id, since)], composed(lead_unit_id))

    def of_subject(self, subject_id: str, since: date | None = None) -> tuple[str, ...]:
        """What became of a subject, sorted; itself where nothing is said. ``since``: the day whose names are meant."""
        return _through([step.subjects for step in self._steps("subject_id", subject_id, since)], composed(subject_id))

    def _steps(self, name: str, one: object, since: object) -> Sequence[Reform | Lineage]:
        checks = Checks("Lineage")
        checks.identifier(name, one)
        if checks.optional_day("since", since) and checks.clean and self.reforms:
            return [reform for reform in self.reforms if since is None or reform.on > since]  # type: ignore[operator]  # a day
        checks.done()
        return [self]


def _through(steps: Sequence[_Step], one: str) -> tuple[str, ...]:
    names = {one}
    for step in steps:
        names = {successor for name in names for successor in step.get(name, (name,))}
    return tuple(sorted(names))


def joined_reforms(known: tuple[Reform, ...], more: tuple[Reform, ...]) -> tuple[Reform, ...]:
    """Reforms and more of them, by day; an equal one is the same one, another one of the same day raises."""
    by_day = {reform.on: reform for reform in known}
    others = [reform.on for reform in more if by_day.setdefault(reform.on, reform) != reform]
    expected = "one reform a day; another is known"
    raise_for([Fault("duplicate", "Lineage.reforms", shown(day.isoformat()), expected) for day in others])
    return tuple(by_day[day] for day in sorted(by_day))


def assignments_through(reforms: Sequence[Reform], assignments: IdMap[str]) -> IdMap[Held]:
    """Assignments by the names after some reforms: who was merged has the lead units of all its parts."""
    if not reforms:
        return assignments  # type: ignore[return-value]  # each entry is one lead unit
    units, subjects = [one.lead_units for one in reforms], [one.subjects for one in reforms]
    became = {unit: _through(units, unit) for unit in set(assignments.values())}
    found: dict[str, set[str]] = {}
    for old, unit in assignments.items():
        for subject in _through(subjects, old):
            found.setdefault(subject, set()).update(became[unit])
    return IdMap({subject: as_held(held) for subject, held in found.items()})


def renamings(reforms: Sequence[Reform], lead_units: Iterable[str]) -> IdMap[str]:
    """The lead units that have another name after some reforms and neither were split nor took in another."""
    if not reforms:
        return IdMap()
    steps = [one.lead_units for one in reforms]
    names, made = set(lead_units), set[str]()
    for step in steps:
        names |= step.keys() - made
        made |= {one for successors in step.values() for one in successors}
    became = {one: _through(steps, one) for one in names}
    parts = Counter(after for successors in became.values() for after in successors)
    wanted = ((one, became[one]) for one in set(lead_units))
    return IdMap({one: after[0] for one, after in wanted if len(after) == 1 and after[0] != one and parts[after[0]] == 1})
