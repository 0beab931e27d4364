"""Who may supervise whom, from the domain: tiers and areas, heads and members, kin, conflicts of interest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Final, final

import attrs

from supervision_core.rotation.roster import Bar, BarReason, LeadUnit, Roster, Severity
from supervision_core.values.checks import Checks, as_tuple, check_arguments, composed_map, composed_sorted
from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import composed, shown, veiled

__all__ = ["TIERS_SINCE_2025", "TIERS_UNTIL_2025", "Links", "PersonAndUnit", "Undeclared", "bars_for", "supervised_twice"]


#: Which tiers' posts a lead unit of a tier supervises, to 30 June 2025: those of its own, as the district of the source
#: did it, with its wards and their residential groups. Who does it otherwise gives another mapping.
TIERS_UNTIL_2025: Final[Mapping[str, tuple[str, ...]]] = IdMap(
    {tier: (tier,) for tier in ("province", "district", "commune", "residential_group")}
)
#: The same from 1 July 2025, when the districts ended: province and commune, and the residential groups inside a commune.
TIERS_SINCE_2025: Final[Mapping[str, tuple[str, ...]]] = IdMap(
    {tier: (tier,) for tier in ("province", "commune", "residential_group")}
)


@final
class PersonAndUnit(Enum):
    """What is done about a person whose own unit is supervised too; the source does not say whether that is an overlap."""

    #: Both are supervised, each by its lead unit.
    ALLOW = "allow"
    #: Both are supervised, and every pair of the person is flagged, so that the plan shows it.
    FLAG = "flag"


@final
class Undeclared(Enum):
    """What is done about subjects who have not said whether they have a conflict of interest."""

    #: Nothing.
    IGNORE = "ignore"
    #: Every pair of theirs is flagged until they have declared.
    FLAG = "flag"


def _pairs(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    found = as_tuple(pairs)
    if isinstance(found, tuple) and all(
        isinstance(pair, tuple) and all(isinstance(one, str) for one in pair) for pair in found
    ):
        return tuple(sorted({tuple(map(composed, pair)) for pair in found}))  # type: ignore[misc]  # the checks count the ids
    return found


def _declared(ids: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if ids is None else composed_sorted(ids)


def _tiers(tiers: Mapping[str, Iterable[str]]) -> IdMap[tuple[str, ...]]:
    return composed_map(tiers, composed_sorted)


def _areas(areas: Mapping[str, str]) -> IdMap[str]:
    return composed_map(areas, composed)


@final
@attrs.frozen(kw_only=True)
class Links:
    """What is known about ties between subjects and lead units. All pairs are (subject id, lead unit id)."""

    #: Subjects who head a lead unit.
    heads: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_pairs, repr=veiled)
    #: Subjects who are members of a lead unit.
    members: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_pairs, repr=veiled)
    #: Subjects who are kin of a lead unit's head or member.
    kin: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_pairs, repr=veiled)
    #: Conflicts of interest that were declared.
    conflicts: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_pairs, repr=veiled)
    #: The subjects who have declared their conflicts of interest or that they have none; None where nobody was asked.
    declared_by: tuple[str, ...] | None = attrs.field(default=None, converter=_declared, repr=veiled)
    #: What is done about the others.
    undeclared: Undeclared = Undeclared.FLAG
    #: Which tiers' posts a lead unit of a tier supervises; a lead unit of a tier not named here, or none, is not held back.
    tiers: IdMap[tuple[str, ...]] = attrs.field(factory=IdMap, converter=_tiers)
    #: The area that each area lies in; a lead unit supervises its own area and all areas inside it.
    areas: IdMap[str] = attrs.field(factory=IdMap, converter=_areas)
    #: What is done about persons whose own unit is supervised too.
    person_and_unit: PersonAndUnit = PersonAndUnit.ALLOW
    #: What a head's, member's or relative's bar becomes where it would leave no lead unit at all.
    where_only_choice: Severity = Severity.FLAG

    def __attrs_post_init__(self) -> None:
        checks = Checks("Links")
        for name in ("heads", "members", "kin", "conflicts"):
            if checks.each(name, getattr(self, name), tuple, "a pair (subject id, lead unit id)"):
                for pair in getattr(self, name):
                    if len(pair) != 2:  # noqa: PLR2004  a pair
                        checks.fault("wrong_kind", name, pair, "a pair (subject id, lead unit id)")
                    for one in pair:
                        checks.identifier(name, one)
        if self.declared_by is not None:
            checks.identifiers("declared_by", self.declared_by)
        checks.member("undeclared", self.undeclared, Undeclared)
        if checks.by_id("tiers", self.tiers, "a mapping from tiers to the tiers they supervise"):
            for tier, below in self.tiers.items():
                checks.identifiers(f"tiers[{shown(tier)}]", below)
        if checks.by_id("areas", self.areas, "a mapping from areas to the areas they lie in"):
            for area, around in self.areas.items():
                checks.identifier(f"areas[{shown(area)}]", around)
                if isinstance(around, str) and area in list(_around(self.areas, self.areas[area])):
                    checks.fault("circle", "areas", area, "areas that do not lie in themselves")
        checks.member("person_and_unit", self.person_and_unit, PersonAndUnit)
        checks.member("where_only_choice", self.where_only_choice, Severity)
        checks.done()


def _around(areas: Mapping[str, str], area: str) -> Iterator[str]:
    """An area and all areas around it, the next one first; a circle ends where it closes."""
    seen: set[str] = set()
    at: str | None = area
    while at is not None and at not in seen:
        seen.add(at)
        yield at
        at = areas.get(at)


def bars_for(roster: Roster, links: Links) -> tuple[Bar, ...]:
    """The bars that follow from tiers, areas and ties, to be put into the roster with its own.

    Tiers and areas close pairs outside the jurisdiction. A head, member, relative or declared conflict closes a pair, unless
    that would leave a subject without any lead unit (a residential group has only one, which also supervises its own head):
    then it is flagged, so that the plan shows it. Bars that the roster has already are left out. Unknown ids raise
    ``InvalidInput``, all at once.

    >>> import supervision_core as sc
    >>> roster = sc.Roster(subjects=[sc.Subject(id="head"), sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="fwc")])
    >>> found = sc.bars_for(roster, sc.rotation.Links(heads=[("head", "fwc")]))
    >>> [(bar.subject_id, bar.reason.name, bar.severity.name) for bar in found]
    [('head', 'OWN_HEAD', 'FLAG')]
    """
    checks = Checks("bars_for")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.kind("links", links, Links, "Links")
    checks.done()
    raise_for([*_unknown(roster, links), *_unknown_declared(roster, links)])
    jurisdiction = set(_outside(roster, links))
    bars = [_bar(pair, BarReason.JURISDICTION, Severity.HARD) for pair in jurisdiction]
    bars.extend(_tie_bars(roster, links, jurisdiction))
    bars.extend(_visible_bars(roster, links))
    return tuple(
        sorted(set(bars).difference(roster.bars), key=lambda bar: (bar.subject_id, bar.lead_unit_id, bar.reason.value))
    )


def _bar(pair: tuple[str, str], reason: BarReason, severity: Severity) -> Bar:
    return Bar(subject_id=pair[0], lead_unit_id=pair[1], reason=reason, severity=severity)


def _unknown(roster: Roster, links: Links) -> Iterator[Fault]:
    subjects, units = set(roster.subject_ids), set(roster.lead_unit_ids)
    for name in ("heads", "members", "kin", "conflicts"):
        for subject, unit in getattr(links, name):
            if subject not in subjects:
                yield Fault("unknown_id", f"Links.{name}", shown(subject), "the id of a subject")
            if unit not in units:
                yield Fault("unknown_id", f"Links.{name}", shown(unit), "the id of a lead unit")


def _unknown_declared(roster: Roster, links: Links) -> Iterator[Fault]:
    for subject in sorted(set(links.declared_by or ()) - set(roster.subject_ids)):
        yield Fault("unknown_id", "Links.declared_by", shown(subject), "the id of a subject")


def _outside(roster: Roster, links: Links) -> Iterator[tuple[str, str]]:
    """The pairs outside a lead unit's tier or area; subjects of one tier and area are looked at once."""
    known: dict[tuple[str | None, str | None], tuple[str, ...]] = {}
    for subject in roster.subjects:
        key = subject.tier, subject.area
        if key not in known:
            known[key] = tuple(unit.id for unit in roster.lead_units if not _covers(unit, *key, links))
        for unit_id in known[key]:
            yield subject.id, unit_id


def _covers(unit: LeadUnit, tier: str | None, area: str | None, links: Links) -> bool:
    """Whether a tier and an area lie in a lead unit's, as far as all are known."""
    supervised = None if unit.tier is None else links.tiers.get(unit.tier)
    if supervised is not None and tier is not None and tier not in supervised:
        return False
    return unit.area is None or area is None or unit.area in _around(links.areas, area)


def _tie_bars(roster: Roster, links: Links, jurisdiction: set[tuple[str, str]]) -> Iterator[Bar]:
    ties: dict[str, set[tuple[str, BarReason]]] = {}
    for pairs, reason in (
        (links.heads, BarReason.OWN_HEAD),
        (links.members, BarReason.OWN_MEMBER),
        (links.kin, BarReason.KIN),
        (links.conflicts, BarReason.DECLARED_CONFLICT),
    ):
        for subject, unit in pairs:
            ties.setdefault(subject, set()).add((unit, reason))
    for subject, tied in ties.items():
        closed = {unit for unit in roster.lead_unit_ids if (subject, unit) in jurisdiction}
        closed |= {bar.lead_unit_id for bar in roster.bars_of(subject) if bar.severity is Severity.HARD}
        left = set(roster.lead_unit_ids) - closed - {unit for unit, _ in tied}
        severity = Severity.HARD if left else links.where_only_choice
        for unit, reason in tied:
            yield _bar((subject, unit), reason, severity)


def _visible_bars(roster: Roster, links: Links) -> Iterator[Bar]:
    """Flags on every pair of the subjects who have not declared, and of persons whose unit is supervised too."""
    flagged: list[tuple[str, BarReason]] = []
    if links.declared_by is not None and links.undeclared is Undeclared.FLAG:
        declared = set(links.declared_by)
        flagged += [(one, BarReason.UNDECLARED_CONFLICT) for one in roster.subject_ids if one not in declared]
    if links.person_and_unit is PersonAndUnit.FLAG:
        flagged += [(person, BarReason.EXCLUDED) for person, _ in supervised_twice(roster)]
    for subject, reason in flagged:
        for unit in roster.lead_unit_ids:
            yield _bar((subject, unit), reason, Severity.FLAG)


def supervised_twice(roster: Roster) -> tuple[tuple[str, str], ...]:
    """The persons whose own unit is a subject too, with that unit, sorted: for people to say whether that is an overlap."""
    check_arguments(supervised_twice, roster=roster)
    subjects = set(roster.subject_ids)
    return tuple(
        (one.id, one.unit) for one in roster.subjects if one.unit is not None and one.unit in subjects and one.unit != one.id
    )
