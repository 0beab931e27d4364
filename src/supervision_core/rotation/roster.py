"""Who is supervised, who supervises, and who must or may not supervise whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from operator import attrgetter
from typing import Final, TypeAlias, final

import attrs

from supervision_core.rotation.lineage import Lineage
from supervision_core.rotation.renewing import roster_through
from supervision_core.values.checks import Checks, as_tuple, check_arguments, composed_map, composed_sorted
from supervision_core.values.errors import Fault
from supervision_core.values.exact import whole_or_none, whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap, map_of_sorted
from supervision_core.values.text import composed, composed_or_none, identifier_fault, shown, veiled

__all__ = ["Bar", "BarReason", "LeadUnit", "LeadUnitKind", "Roster", "Severity", "Subject"]


@final
class BarReason(Enum):
    """The ground on which a pair of subject and lead unit is barred."""

    #: The subject heads the lead unit.
    OWN_HEAD = "own_head"
    #: The subject is a member of the lead unit.
    OWN_MEMBER = "own_member"
    #: The subject is kin of the lead unit's head or member.
    KIN = "kin"
    #: A conflict of interest that was declared.
    DECLARED_CONFLICT = "declared_conflict"
    #: Nobody has said yet whether there is a conflict of interest.
    UNDECLARED_CONFLICT = "undeclared_conflict"
    #: The subject is outside the lead unit's tier or area.
    JURISDICTION = "jurisdiction"
    #: The plan's makers excluded the pair.
    EXCLUDED = "excluded"
    #: The lead unit had the subject too recently; made by the planner where repeats are forbidden.
    COOLING_OFF = "cooling_off"
    #: The subject is pinned to another lead unit; made by the planner.
    PINNED_ELSEWHERE = "pinned_elsewhere"

    @property
    def label(self) -> Label:
        """What people read."""
        return _REASON_LABELS[self.value]


_REASON_LABELS = {
    "own_head": Label("đối tượng là người đứng đầu đầu mối", "the subject heads the lead unit"),
    "own_member": Label("đối tượng là thành viên đầu mối", "the subject is a member of the lead unit"),
    "kin": Label("quan hệ thân thích", "kinship"),
    "declared_conflict": Label("xung đột lợi ích đã khai báo", "a declared conflict of interest"),
    "undeclared_conflict": Label("chưa khai báo xung đột lợi ích", "conflict of interest not yet declared"),
    "jurisdiction": Label("ngoài phạm vi giám sát", "outside the lead unit's jurisdiction"),
    "excluded": Label("bị loại trừ trong kế hoạch", "excluded by the plan"),
    "cooling_off": Label("chưa hết thời gian luân phiên", "still in the cooling-off period"),
    "pinned_elsewhere": Label("đã ấn định cho đầu mối khác", "pinned to another lead unit"),
}
#: Reasons that only the planner gives.
PLANNERS_OWN: Final = frozenset({BarReason.COOLING_OFF, BarReason.PINNED_ELSEWHERE})
#: What may close a pair and be lifted, the softest first; a repair never lifts kinship or a unit's own head or member.
SOFTEST_FIRST: Final = (
    BarReason.COOLING_OFF,
    BarReason.PINNED_ELSEWHERE,
    BarReason.EXCLUDED,
    BarReason.JURISDICTION,
    BarReason.UNDECLARED_CONFLICT,
    BarReason.DECLARED_CONFLICT,
)


@final
class Severity(Enum):
    """What a bar does: HARD forbids the pair; FLAG allows it, counts it and shows it in the plan."""

    HARD = "hard"
    FLAG = "flag"


@final
@attrs.frozen(kw_only=True)
class Bar:
    """A pair of subject and lead unit that is forbidden, or allowed only visibly.

    A residential group has one lead unit, which also supervises its own head: that pair is flagged, not forbidden.

    >>> from supervision_core import Bar, BarReason, Severity
    >>> Bar(subject_id="s001", lead_unit_id="front", reason=BarReason.OWN_HEAD, severity=Severity.FLAG).severity.name
    'FLAG'
    """

    #: The subject.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: The lead unit.
    lead_unit_id: str = attrs.field(converter=composed)
    #: The ground.
    reason: BarReason
    #: Whether it forbids or flags.
    severity: Severity = Severity.HARD

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Bar ({shown(self.subject_id)}, {shown(self.lead_unit_id)})")
        checks.identifier("subject_id", self.subject_id)
        checks.identifier("lead_unit_id", self.lead_unit_id)
        if checks.member("reason", self.reason, BarReason) and self.reason in PLANNERS_OWN:
            checks.fault(
                "planners_own", "reason", self.reason.name, "a reason that a bar may have; this one only the planner gives"
            )
        checks.member("severity", self.severity, Severity)
        checks.done()


@final
@attrs.frozen(kw_only=True)
class Subject:
    """An official or a unit that is supervised.

    >>> from supervision_core import Subject
    >>> Subject(id="s001").id
    's001'
    """

    #: Its id; plans speak of subjects by it alone.
    id: str = attrs.field(converter=composed, repr=veiled)
    #: A name for people; no decision looks at it.
    label: Label | None = attrs.field(default=None, repr=veiled)
    #: The tier it belongs to, such as a province or commune.
    tier: str | None = attrs.field(default=None, converter=composed_or_none)
    #: The area it belongs to.
    area: str | None = attrs.field(default=None, converter=composed_or_none)
    #: The unit that a person works in; the id of a subject where that unit is supervised too.
    unit: str | None = attrs.field(default=None, converter=composed_or_none)

    def __attrs_post_init__(self) -> None:
        if not (self.tier or self.area or self.unit or self.label) and identifier_fault(self.id) is None:
            return  # the usual subject, and a country has millions of them
        checks = Checks(f"Subject {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.optional_kind("label", self.label, Label, "a Label")
        for name in ("tier", "area", "unit"):
            checks.optional_identifier(name, getattr(self, name))
        checks.done()


@final
class LeadUnitKind(Enum):
    """Whether an organisation may lead supervision: the Front leads, others by agreement or law, and the rest take part.

    Source: Luật Mặt trận Tổ quốc Việt Nam 75/2015/QH13, Article 26.3, as amended by 97/2025/QH15.
    """

    #: The Front itself.
    LEADS = "leads"
    #: A socio-political organisation that has agreed it with the Front, or leads by law.
    LEADS_BY_AGREEMENT = "leads_by_agreement"
    #: A socio-political organisation whose agreement with the Front is still missing.
    NOT_AGREED = "not_agreed"
    #: Another member organisation, which only takes part in what others lead.
    COORDINATES = "coordinates"

    @property
    def label(self) -> Label:
        """What people read."""
        return _KIND_LABELS[self.value]


_KIND_LABELS = {
    "leads": Label("chủ trì giám sát", "leads supervision"),
    "leads_by_agreement": Label(
        "chủ trì giám sát sau khi thống nhất với Mặt trận", "leads supervision by agreement with the Front"
    ),
    "not_agreed": Label("chưa thống nhất với Mặt trận về việc chủ trì", "not yet agreed with the Front that it leads"),
    "coordinates": Label("chỉ phối hợp giám sát", "only takes part in supervision"),
}


@final
@attrs.frozen(kw_only=True)
class LeadUnit:
    """An organisation that leads the supervision of the subjects given to it.

    ``share`` says what part of the subjects it should have against the other shares; loads are kept within
    ``min_load`` and ``max_load`` (both inclusive, None for no maximum). A share of 0 aims at no subjects.

    >>> from supervision_core import LeadUnit
    >>> LeadUnit(id="front", share=212).max_load is None
    True
    """

    #: Its id.
    id: str = attrs.field(converter=composed)
    #: A name for people.
    label: Label | None = None
    #: Its part of the subjects against the other lead units' shares; a whole number from 0.
    share: int = attrs.field(default=1, converter=whole_or_same)
    #: The fewest subjects it must have.
    min_load: int = attrs.field(default=0, converter=whole_or_same)
    #: The most subjects it may have; None for no limit.
    max_load: int | None = attrs.field(default=None, converter=whole_or_none)
    #: The tier it supervises.
    tier: str | None = attrs.field(default=None, converter=composed_or_none)
    #: The area it supervises.
    area: str | None = attrs.field(default=None, converter=composed_or_none)
    #: Whether it may lead at all; None where that is not said, and then nothing is made of it.
    kind: LeadUnitKind | None = None
    #: The first year it takes part; None for always. It is not owed the rests of years before. A lead unit that came out of
    #: a split takes part from the year of that reform at the earliest.
    since: int | None = attrs.field(default=None, converter=whole_or_none)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"LeadUnit {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.optional_kind("label", self.label, Label, "a Label")
        checks.whole("share", self.share, at_least=0, at_most=LARGEST_NUMBER)
        least = checks.whole("min_load", self.min_load, at_least=0, at_most=LARGEST_NUMBER)
        if self.max_load is not None:
            most = checks.whole("max_load", self.max_load, at_least=0, at_most=LARGEST_NUMBER)
            if least and most and self.min_load > self.max_load:
                checks.fault("empty_range", "min_load", self.min_load, f"at most max_load, {self.max_load}")
        checks.optional_identifier("tier", self.tier)
        checks.optional_identifier("area", self.area)
        checks.optional_kind("kind", self.kind, LeadUnitKind, "a LeadUnitKind")
        if self.since is not None:
            checks.whole("since", self.since, at_least=1, at_most=9999)
        checks.done()


#: The lead units that a HARD bar closes to a subject, those that a FLAG marks, and the one it is pinned to.
Restriction: TypeAlias = tuple[frozenset[str], frozenset[str], str | None]
#: Shares and loads are at most this; it bounds the work that one hostile number can cause.
LARGEST_NUMBER = 10**12


def _subjects(items: Iterable[Subject]) -> tuple[Subject, ...]:
    found = as_tuple(items)
    return tuple(sorted(found, key=attrgetter("id"))) if _are(found, Subject) else found


def _lead_units(items: Iterable[LeadUnit]) -> tuple[LeadUnit, ...]:
    found = as_tuple(items)
    return tuple(sorted(found, key=attrgetter("id"))) if _are(found, LeadUnit) else found


def _bars(items: Iterable[Bar]) -> tuple[Bar, ...]:
    found = as_tuple(items)
    if not _are(found, Bar):
        return found
    return tuple(sorted(found, key=lambda bar: (bar.subject_id, bar.lead_unit_id, bar.reason.value, bar.severity.value)))


def _are(items: object, kind: type) -> bool:
    """Whether it is a tuple of this kind; what is not stays as it is, for the checks to name."""
    return isinstance(items, tuple) and all(isinstance(item, kind) for item in items)


def _pins(pins: Mapping[str, str]) -> IdMap[str]:
    return composed_map(pins, composed)


_NO_PINS: IdMap[str] = IdMap()


@final
@attrs.frozen(kw_only=True, repr=False)
class Roster:
    """Who is supervised and by whom it may be done in one year.

    All faults are raised together as ``InvalidInput``: duplicate ids, an unknown id in a bar or pin, a pin against a
    HARD bar, the same bar twice, all shares zero, no lead units, a former unit that is present.
    Minima or maxima that the number of subjects cannot satisfy are no error but an ``Infeasible`` answer.

    >>> from supervision_core import LeadUnit, Roster, Subject
    >>> roster = Roster(subjects=[Subject(id="s2"), Subject(id="s1")], lead_units=[LeadUnit(id="front")])
    >>> roster.subject_ids
    ('s1', 's2')
    """

    #: The subjects, sorted by id; none is allowed and gives the empty plan.
    subjects: tuple[Subject, ...] = attrs.field(converter=_subjects)
    #: The lead units, sorted by id; at least one.
    lead_units: tuple[LeadUnit, ...] = attrs.field(converter=_lead_units)
    #: The barred pairs; a pair may have several bars.
    bars: tuple[Bar, ...] = attrs.field(default=(), converter=_bars)
    #: Subjects whose lead unit is fixed, by id.
    pins: IdMap[str] = attrs.field(factory=IdMap, converter=_pins)
    #: Ids of lead units that are gone but stand in the history.
    former_units: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Roster")
        checks.identifiers("former_units", self.former_units)
        fine = checks.each("subjects", self.subjects, Subject, "a Subject")
        fine = checks.each("lead_units", self.lead_units, LeadUnit, "a LeadUnit") and fine
        fine = checks.each("bars", self.bars, Bar, "a Bar") and fine
        if checks.by_id("pins", self.pins, "a mapping from subject ids to lead unit ids, each subject once"):
            checks.fields(self, "pins")
        if fine and checks.clean:
            checks.add(_ids_faults(self))
            checks.add(_bar_faults(self))
            checks.add(_pin_faults(self))
        checks.done()

    def __repr__(self) -> str:
        return f"<Roster: {len(self.subjects)} subjects, {len(self.lead_units)} lead units>"

    @cached_property
    def subject_ids(self) -> tuple[str, ...]:
        """The ids of the subjects, sorted."""
        return tuple(subject.id for subject in self.subjects)

    @cached_property
    def lead_unit_ids(self) -> tuple[str, ...]:
        """The ids of the lead units, sorted."""
        return tuple(unit.id for unit in self.lead_units)

    @cached_property
    def _bars_by_subject(self) -> Mapping[str, tuple[Bar, ...]]:
        found: dict[str, list[Bar]] = {}
        for bar in self.bars:
            found.setdefault(bar.subject_id, []).append(bar)
        return {subject: tuple(bars) for subject, bars in found.items()}

    def bars_of(self, subject_id: str) -> tuple[Bar, ...]:
        """The bars of a subject."""
        if type(subject_id) is not str:
            check_arguments(Roster.bars_of, subject_id=subject_id)
        return self._bars_by_subject.get(composed(subject_id), ())

    def through(
        self,
        lineage: Lineage,
        *,
        since: date | None = None,
        lead_units: Iterable[LeadUnit] = (),
        pins: Mapping[str, str] = _NO_PINS,
    ) -> Roster:
        """The roster by the names after the reforms later than a day (None: after all).

        Merged: shares, minima and maxima add up (no maximum wins), bars unite; pins that disagree are a fault. Split: a bar
        goes to every successor; what cannot be split by itself is a fault that says what to give in ``lead_units`` or ``pins``.

        >>> from datetime import date
        >>> import supervision_core as sc
        >>> units = [sc.LeadUnit(id="women", share=3), sc.LeadUnit(id="youth", share=2)]
        >>> roster = sc.Roster(subjects=[sc.Subject(id="CB1")], lead_units=units)
        >>> reform = sc.rotation.Reform(on=date(2026, 7, 1), lead_units={"women": ["union"], "youth": ["union"]})
        >>> [(unit.id, unit.share) for unit in roster.through(sc.Lineage(reforms=[reform])).lead_units]
        [('union', 5)]
        """
        given, wanted = as_tuple(lead_units), composed_map(pins)
        checks = Checks("Roster.through")
        checks.kind("lineage", lineage, Lineage, "a Lineage")
        checks.optional_day("since", since)
        checks.each("lead_units", given, LeadUnit, "a LeadUnit")
        checks.kind("pins", wanted, Mapping, "a mapping from subject ids to lead unit ids")
        checks.done()
        made: Roster = roster_through(self, lineage, since, given, wanted)
        return made

    @cached_property
    def restrictions(self) -> IdMap[Restriction]:
        """For each subject with a bar or a pin: the lead units a HARD bar closes, those a FLAG marks, and its pin."""
        closed: dict[str, set[str]] = {}
        flagged: dict[str, set[str]] = {}
        for bar in self.bars:
            marks = closed if bar.severity is Severity.HARD else flagged
            marks.setdefault(bar.subject_id, set()).add(bar.lead_unit_id)
        # Equal restrictions are one object, so that thousands of subjects with the same ones compare at once.
        shared: dict[Restriction, Restriction] = {}
        found = {}
        for subject in sorted(closed.keys() | flagged.keys() | self.pins.keys()):
            one = frozenset(closed.get(subject, ())), frozenset(flagged.get(subject, ())), self.pins.get(subject)
            found[subject] = shared.setdefault(one, one)
        return map_of_sorted(found)


def _repeated(ids: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    twice: set[str] = set()
    for one in ids:
        (twice if one in seen else seen).add(one)
    return sorted(twice)


def _ids_faults(roster: Roster) -> Iterable[Fault]:
    for name, ids in (("subjects", roster.subject_ids), ("lead_units", roster.lead_unit_ids)):
        if len(set(ids)) < len(ids):
            for one in _repeated(ids):
                yield Fault("duplicate", f"Roster.{name}", shown(one), "each id once")
    if not roster.lead_units:
        yield Fault("empty", "Roster.lead_units", "none", "at least one LeadUnit")
    elif all(unit.share == 0 for unit in roster.lead_units):
        yield Fault("all_shares_zero", "Roster.lead_units", "all shares 0", "a share above 0 for at least one lead unit")
    for unit in sorted({*roster.former_units} & {*roster.lead_unit_ids}):
        yield Fault("still_present", "Roster.former_units", shown(unit), "only lead units that are gone")


def _bar_faults(roster: Roster) -> Iterable[Fault]:
    subjects, units = set(roster.subject_ids), set(roster.lead_unit_ids)
    previous = None
    for bar in roster.bars:
        place = f"Roster.bars ({shown(bar.subject_id)}, {shown(bar.lead_unit_id)})"
        if bar.subject_id not in subjects:
            yield Fault("unknown_id", place, shown(bar.subject_id), "the id of a subject")
        if bar.lead_unit_id not in units:
            yield Fault("unknown_id", place, shown(bar.lead_unit_id), "the id of a lead unit")
        if bar == previous:
            yield Fault("duplicate", place, f"{bar.reason.name} {bar.severity.name} twice", "each bar once")
        previous = bar


def _pin_faults(roster: Roster) -> Iterable[Fault]:
    subjects, units = set(roster.subject_ids), set(roster.lead_unit_ids)
    hard = {(bar.subject_id, bar.lead_unit_id): bar for bar in roster.bars if bar.severity is Severity.HARD}
    for subject, unit in roster.pins.items():
        place = f"Roster.pins[{shown(subject)}]"
        if subject not in subjects:
            yield Fault("unknown_id", place, shown(subject), "the id of a subject")
        if unit not in units:
            yield Fault("unknown_id", place, shown(unit), "the id of a lead unit")
        elif (subject, unit) in hard:
            reason = hard[subject, unit].reason
            yield Fault("pin_against_bar", place, shown(unit), f"a lead unit that no HARD bar forbids ({reason.name})")
