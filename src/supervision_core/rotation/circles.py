"""Who supervises the head of whom, in a circle: heads of lead units that got each other's unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import final

import attrs

from supervision_core.rotation.eligibility import Links
from supervision_core.rotation.plan import Plan
from supervision_core.values.checks import Checks, composed_each
from supervision_core.values.errors import BeyondExactness, Fault, raise_for
from supervision_core.values.labels import Label
from supervision_core.values.text import Language, shown, veiled
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["Loop", "loops"]


@final
@attrs.frozen(kw_only=True)
class Loop:
    """Lead units of which each supervises the head of the next, and the last one the head of the first."""

    #: The lead units, from the first by id.
    lead_units: tuple[str, ...] = attrs.field(converter=composed_each)
    #: The heads: of the second lead unit, of the third, ..., at last of the first.
    heads: tuple[str, ...] = attrs.field(converter=composed_each, repr=veiled)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Loop")
        checks.identifiers("lead_units", self.lead_units)
        checks.identifiers("heads", self.heads)
        if checks.clean and (not self.lead_units or len(self.heads) != len(self.lead_units)):
            checks.fault("wrong_length", "heads", len(self.heads), "one head for each lead unit, and at least one")
        checks.done()

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The circle in one sentence; ``names`` gives display names by id."""
        return loop_said(self, wording(lang, names))


_STEP = Label("{unit} giám sát {head} (người đứng đầu {next})", "{unit} supervises {head} (head of {next})")


def loop_said(loop: Loop, by: Wording) -> str:
    """Who supervises whose head, step by step."""
    following = (*loop.lead_units[1:], loop.lead_units[0])
    steps = zip(loop.lead_units, loop.heads, following, strict=True)
    return "; ".join(by.say(_STEP, unit=by.name(unit), head=by.name(head), next=by.name(other)) for unit, head, other in steps)


def loops(plan: Plan, links: Links) -> tuple[Loop, ...]:
    """Every circle of lead units that supervise each other's heads; one that supervises its own head is the shortest.

    Each circle is listed once, from its first lead unit by id. Heads that the plan does not have are no part of it.
    Where lead units have so many heads that more than 100,000 steps would have to be followed, it is refused.

    >>> import supervision_core as sc
    >>> roster = sc.Roster(
    ...     subjects=[sc.Subject(id="head of u"), sc.Subject(id="head of v")],
    ...     lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v")],
    ...     pins={"head of u": "v", "head of v": "u"},
    ... )
    >>> links = sc.rotation.Links(heads=[("head of u", "u"), ("head of v", "v")])
    >>> print(sc.rotation.loops(sc.plan_year(roster, year=2026), links)[0].sentence("en"))
    u supervises head of v (head of v); v supervises head of u (head of u)
    """
    checks = Checks("loops")
    checks.kind("plan", plan, Plan, "a Plan")
    checks.kind("links", links, Links, "Links")
    checks.done()
    unknown = sorted({unit for _, unit in links.heads} - plan.loads.keys())
    raise_for([Fault("unknown_id", "Links.heads", shown(unit), "the id of a lead unit of the plan") for unit in unknown])
    onward: dict[str, list[tuple[str, str]]] = {}
    for head, unit in sorted(links.heads):
        if head in plan.assignments:
            onward.setdefault(plan.assignments[head], []).append((head, unit))
    walked = _Steps()
    return tuple(loop for first in sorted(onward) for loop in _from(first, onward, walked))


_MOST_STEPS = 100_000


@final
class _Steps:
    """Counts the steps, so that nothing hangs."""

    def __init__(self) -> None:
        self._taken = 0

    def take(self) -> None:
        self._taken += 1
        if self._taken > _MOST_STEPS:
            raise BeyondExactness("circles of heads", self._taken, _MOST_STEPS)


def _from(first: str, onward: Mapping[str, Sequence[tuple[str, str]]], walked: _Steps) -> Iterator[Loop]:
    """The circles whose first lead unit by id is this one."""
    path, heads = [first], list[str]()
    ahead = [iter(onward[first])]
    while ahead:
        step = next(ahead[-1], None)
        if step is None:
            ahead.pop()
            path.pop()
            del heads[-1:]
            continue
        walked.take()
        head, unit = step
        if unit == first:
            yield Loop(lead_units=path, heads=(*heads, head))
        elif unit > first and unit not in path:
            path.append(unit)
            heads.append(head)
            ahead.append(iter(onward.get(unit, ())))
