"""Parts of the question that rotation is asked: subjects, lead units, bars, ties, records and what became of them."""

from __future__ import annotations

from hypothesis import strategies as st

from supervision_core.rotation.eligibility import TIERS_SINCE_2025, TIERS_UNTIL_2025, Links, PersonAndUnit, Undeclared
from supervision_core.rotation.lineage import CountingRule, Lineage, Record
from supervision_core.rotation.policy import PublicDraw
from supervision_core.rotation.roster import PLANNERS_OWN, Bar, BarReason, LeadUnit, LeadUnitKind, Roster, Severity, Subject
from supervision_core.strategies.rotation import rosters
from supervision_core.strategies.words import identifiers, labels
from supervision_core.values.mappings import IdMap

__all__ = [
    "bars",
    "counting_rules",
    "lead_units",
    "lineages",
    "links",
    "public_draws",
    "records",
    "subjects",
]

_MAYBE_LABEL = st.one_of(st.none(), labels())
_TIERS = st.sampled_from([None, "province", "commune", "residential_group"])
_AREAS = st.sampled_from([None, "tổ 7", "phường", "quận"])
_AROUND = {"tổ 7": "phường", "phường": "quận", "quận": "thành phố"}

# Built once: Hypothesis checks each strategy object anew.
_IDS = identifiers()
_REASONS = st.sampled_from([reason for reason in BarReason if reason not in PLANNERS_OWN])
_LEAST = st.integers(0, 3)
_SHARES = st.integers(0, 300)
_ROOM = st.one_of(st.none(), st.integers(0, 5))
_UNDECLARED = st.sampled_from(Undeclared)
_TIER_TABLES = st.sampled_from([IdMap(), TIERS_UNTIL_2025, TIERS_SINCE_2025])
_AREA_TABLES = st.sampled_from([{}, _AROUND])
_PERSON_AND_UNIT = st.sampled_from(PersonAndUnit)
_SEVERITIES = st.sampled_from(Severity)
_KINDS = st.sampled_from([None, *LeadUnitKind])


def subjects() -> st.SearchStrategy[Subject]:
    """People and units to be supervised, bare or with label, tier, area and unit."""
    units = st.sampled_from([None, "Ủy ban nhân dân phường"])
    return st.builds(Subject, id=identifiers(), label=_MAYBE_LABEL, tier=_TIERS, area=_AREAS, unit=units)


@st.composite
def lead_units(draw: st.DrawFn) -> LeadUnit:
    """Lead units with any share, minimum and maximum, 0 included."""
    least, room = draw(_LEAST), draw(_ROOM)
    return LeadUnit(
        id=draw(_IDS),
        label=draw(_MAYBE_LABEL),
        share=draw(_SHARES),
        min_load=least,
        max_load=None if room is None else least + room,
        tier=draw(_TIERS),
        area=draw(_AREAS),
        kind=draw(_KINDS),
    )


def bars() -> st.SearchStrategy[Bar]:
    """Bars of every reason that may be given from outside, hard ones and flags."""
    return st.builds(
        Bar,
        subject_id=identifiers(),
        lead_unit_id=identifiers(),
        reason=_REASONS,
        severity=_SEVERITIES,
    )


def public_draws() -> st.SearchStrategy[PublicDraw]:
    """Public draws by any salt."""
    return st.builds(PublicDraw, st.one_of(st.just("QĐ 12/2026"), identifiers()))


def records() -> st.SearchStrategy[Record]:
    """Records of a year: of part of it, of a substitute, with the lead unit not known."""
    return st.builds(
        Record,
        subject_id=identifiers(),
        lead_unit_id=st.one_of(st.none(), identifiers()),
        year=st.integers(2015, 2030),
        months=st.integers(1, 12),
        substitute=st.booleans(),
    )


def counting_rules() -> st.SearchStrategy[CountingRule]:
    """Rules on which records count."""
    return st.builds(CountingRule, least_months=st.integers(1, 12), substitutes_count=st.booleans())


@st.composite
def lineages(draw: st.DrawFn) -> Lineage:
    """What merged and split units, and renamed people, became, over two generations."""
    return Lineage(lead_units=draw(_successions("đầu mối")), subjects=draw(_successions("người")))


def _successions(prefix: str) -> st.SearchStrategy[dict[str, list[str]]]:
    # Each generation is followed by a later one only, so nothing leads back.
    first, second, third = ([f"{prefix} {letter}{number}" for number in range(2)] for letter in "abc")
    return st.fixed_dictionaries(
        {},
        optional={
            **{one: st.lists(st.sampled_from([*second, *third]), min_size=1, unique=True) for one in first},
            **{one: st.lists(st.sampled_from(third), unique=True) for one in second},
        },
    )


def links(roster: Roster | None = None) -> st.SearchStrategy[Links]:
    """Heads, members, kin and conflicts that ``bars_for`` accepts for the roster (for some roster, where none is given)."""
    return rosters().flatmap(_links) if roster is None else _links(roster)


@st.composite
def _links(draw: st.DrawFn, roster: Roster) -> Links:
    pairs = [(subject, unit) for subject in roster.subject_ids for unit in roster.lead_unit_ids]
    some = st.lists(st.sampled_from(pairs), max_size=2) if pairs else st.just([])
    return Links(
        heads=draw(some),
        members=draw(some),
        kin=draw(some),
        conflicts=draw(some),
        declared_by=draw(st.sampled_from([None, (), roster.subject_ids])),
        undeclared=draw(_UNDECLARED),
        tiers=draw(_TIER_TABLES),
        areas=draw(_AREA_TABLES),
        person_and_unit=draw(_PERSON_AND_UNIT),
        where_only_choice=draw(_SEVERITIES),
    )
