"""Whether the lead units of a plan may lead at all: the Front does, others by agreement or law, the rest take part.

Source: Luật Mặt trận Tổ quốc Việt Nam 75/2015/QH13, Article 26.3, as amended by 97/2025/QH15.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final, final

import attrs

from supervision_core.evidence.instruments import FRONT_LAW, verified
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.roster import LeadUnitKind, Roster
from supervision_core.values.checks import Checks, composed_map
from supervision_core.values.citations import Citation
from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.labels import Label
from supervision_core.values.text import Language, composed, shown
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["LEADING_CITATION", "LeadUnitWarning", "lead_unit_warnings", "leading_only"]

#: Who leads supervision, who by agreement with the Front, and who only coordinates.
LEADING_CITATION: Final = verified(FRONT_LAW, "26.3")
_NOT_LEADING: Final = (LeadUnitKind.NOT_AGREED, LeadUnitKind.COORDINATES)


@final
@attrs.frozen(kw_only=True)
class LeadUnitWarning:
    """A lead unit was given subjects though by its kind it only takes part, or has not agreed yet that it leads."""

    #: The lead unit.
    lead_unit_id: str = attrs.field(converter=composed)
    #: Its kind: one that does not lead.
    kind: LeadUnitKind
    #: How many subjects it was given; at least one.
    subjects: int
    #: Where it stands who leads.
    citation: Citation = LEADING_CITATION

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"LeadUnitWarning {shown(self.lead_unit_id)}")
        checks.identifier("lead_unit_id", self.lead_unit_id)
        if checks.member("kind", self.kind, LeadUnitKind) and self.kind not in _NOT_LEADING:
            checks.fault("unknown_kind", "kind", self.kind.name, "NOT_AGREED or COORDINATES; the others lead")
        checks.whole("subjects", self.subjects, at_least=1)
        checks.kind("citation", self.citation, Citation, "a Citation")
        checks.done()

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """What to look at before the plan is adopted."""
        return lead_unit_warning_said(self, wording(lang, names))


def lead_unit_warnings(roster: Roster, assignments: Mapping[str, str] | Plan) -> tuple[LeadUnitWarning, ...]:
    """The lead units that were given subjects without leading by their kind, sorted; nothing is said of a kind of None.

    It is a warning and closes nothing: an agreement may still be made. Who wants it closed plans with ``leading_only``.

    >>> import supervision_core as sc
    >>> from supervision_core.rotation import LeadUnitKind, lead_unit_warnings
    >>> units = [sc.LeadUnit(id="front"), sc.LeadUnit(id="elders", kind=LeadUnitKind.COORDINATES)]
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1"), sc.Subject(id="s2")], lead_units=units)
    >>> [(one.lead_unit_id, one.subjects) for one in lead_unit_warnings(roster, sc.plan_year(roster, year=2026))]
    [('elders', 1)]

    Source: Luật 75/2015/QH13, Article 26.3.
    """
    checks = Checks("lead_unit_warnings")
    checks.kind("roster", roster, Roster, "a Roster")
    held: Mapping[str, str] = {}
    if checks.kind("assignments", assignments, (Plan, Mapping), "a Plan, or a mapping from subject ids to lead unit ids"):
        held = assignments.assignments if isinstance(assignments, Plan) else composed_map(assignments)
        checks.by_id("assignments", held, "a mapping from subject ids to lead unit ids")
        for subject, unit in held.items():
            checks.kind(f"assignments[{shown(subject)}]", unit, str, "the id of a lead unit")
    checks.done()
    loads = Counter(composed(one) for one in held.values())
    raise_for(
        [
            Fault("unknown_id", "lead_unit_warnings.assignments", shown(one), "the id of a lead unit of the roster")
            for one in sorted(loads.keys() - set(roster.lead_unit_ids))
        ]
    )
    return not_leading(roster, loads)


def not_leading(roster: Roster, loads: Mapping[str, int]) -> tuple[LeadUnitWarning, ...]:
    """A warning for each lead unit with subjects that does not lead by its kind, in the order of the roster."""
    return tuple(
        LeadUnitWarning(lead_unit_id=unit.id, kind=unit.kind, subjects=loads[unit.id])
        for unit in roster.lead_units
        if unit.kind in _NOT_LEADING and unit.kind is not None and loads.get(unit.id)
    )


def leading_only(roster: Roster, *, not_agreed: bool = False) -> Roster:
    """The roster in which those that do not lead are given nobody; ``not_agreed=True`` lets in who still has to agree.

    Their share, minimum and maximum become 0. A kind of None changes nothing. Where nobody is left to lead, it raises.

    >>> import supervision_core as sc
    >>> from supervision_core.rotation import LeadUnitKind, leading_only
    >>> units = [sc.LeadUnit(id="front"), sc.LeadUnit(id="elders", kind=LeadUnitKind.COORDINATES)]
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1"), sc.Subject(id="s2")], lead_units=units)
    >>> dict(sc.plan_year(leading_only(roster), year=2026).loads)
    {'elders': 0, 'front': 2}
    """
    checks = Checks("leading_only")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.kind("not_agreed", not_agreed, bool, "True or False")
    checks.done()
    closed = (LeadUnitKind.COORDINATES,) if not_agreed else _NOT_LEADING
    units = [attrs.evolve(unit, share=0, min_load=0, max_load=0) if unit.kind in closed else unit for unit in roster.lead_units]
    return attrs.evolve(roster, lead_units=units)


_SUBJECT: Final = Label("đối tượng", "subject")
_SUBJECTS: Final = Label("đối tượng", "subjects")
_WARNINGS: Final = {
    LeadUnitKind.COORDINATES: Label(
        "{unit} chỉ phối hợp giám sát nhưng được phân công {subjects} ({cited}).",
        "{unit} only takes part in supervision, but was given {subjects} ({cited}).",
    ),
    LeadUnitKind.NOT_AGREED: Label(
        "{unit} được phân công {subjects}; cần thống nhất với Ủy ban Mặt trận Tổ quốc về việc chủ trì giám sát trước "
        "khi ban hành kế hoạch ({cited}).",
        "{unit} was given {subjects}; that it leads is to be agreed with the Front before the plan is issued ({cited}).",
    ),
}


def lead_unit_warning_said(warning: LeadUnitWarning, by: Wording) -> str:
    """Which lead unit does not lead by its kind, and how many subjects it was given."""
    return by.say(
        _WARNINGS[warning.kind],
        unit=by.name(warning.lead_unit_id),
        subjects=by.counted(warning.subjects, _SUBJECT, _SUBJECTS),
        cited=warning.citation.text(by.lang),
    )
