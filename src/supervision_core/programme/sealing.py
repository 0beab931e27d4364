"""Which fields hold something protected, and the one walk that seals them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from hashlib import sha256
from operator import is_
from types import MappingProxyType
from typing import Any, Final, TypeAlias, TypeVar, cast, final

import attrs

from supervision_core.evidence.dossiers import Dossier
from supervision_core.evidence.feedback import Feedback
from supervision_core.evidence.records import Bearer, ObligationRecord
from supervision_core.programme.audiences import Audience, Visibility, disclosure_of
from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.roster import BarReason, Roster
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap

__all__ = ["ROLES", "TREATMENTS", "Role", "Treatment", "sealed"]


@final
class Role(Enum):
    """What a field holds that somebody may not see."""

    #: Ids of evidence: letters, scans of handwriting, attachments, reports.
    SOURCE = "source"
    #: Who reported, rated or commented; unless it is the subject itself.
    REPORTER = "reporter"
    #: What a relative owes: the obligation of a household's record.
    RELATIVE = "relative"
    #: Why a pair is closed, where that tells of kinship or of a conflict of interest.
    TIE = "tie"
    #: A colleague whose commitments were copied.
    COLLEAGUE = "colleague"
    #: What a person is called.
    NAME = "name"
    #: What a disciplinary measure was.
    PUNISHMENT = "punishment"
    #: On what ground a lead unit may have somebody in spite of the cooling-off.
    GROUND = "ground"
    #: Certificates that next year has no plan, and what else people should know of a plan before they adopt it.
    CERTIFICATE = "certificate"
    #: A day on which somebody's word came in, was checked or answered: whoever was there that day is known by it.
    DAY = "day"


@final
class Treatment(Enum):
    """What becomes of it: replaced by a token, removed, said in more general words."""

    SEAL = "seal"
    REMOVE = "remove"
    GENERALISE = "generalise"


_EVERYBODY: Final = (Audience.PUBLIC, Audience.OFFICIAL, Audience.LEAD_UNIT, Audience.PARTY_COMMITTEE)

#: What becomes of a role's fields, for whom; the audiences that are not named see them as they stand.
TREATMENTS: Final[Mapping[Role, tuple[Treatment, tuple[Audience, ...]]]] = MappingProxyType(
    {
        Role.SOURCE: (Treatment.SEAL, _EVERYBODY),
        Role.REPORTER: (Treatment.SEAL, _EVERYBODY),
        Role.RELATIVE: (Treatment.SEAL, _EVERYBODY),
        Role.TIE: (Treatment.GENERALISE, _EVERYBODY),
        Role.GROUND: (Treatment.GENERALISE, (Audience.PUBLIC, Audience.OFFICIAL, Audience.LEAD_UNIT)),
        Role.COLLEAGUE: (Treatment.REMOVE, _EVERYBODY),
        Role.NAME: (Treatment.REMOVE, (Audience.PUBLIC,)),
        Role.PUNISHMENT: (Treatment.REMOVE, (Audience.LEAD_UNIT,)),
        Role.CERTIFICATE: (Treatment.REMOVE, (Audience.PUBLIC, Audience.OFFICIAL, Audience.LEAD_UNIT)),
        Role.DAY: (Treatment.GENERALISE, (Audience.PUBLIC, Audience.OFFICIAL)),
    }
)

#: The protected fields, by the name of the class and of the field.
ROLES: Final[Mapping[str, Mapping[str, Role]]] = MappingProxyType(
    {
        "AcknowledgedResult": {"sources": Role.SOURCE},
        "Allowance": {"ground": Role.GROUND},
        "Alternative": {"closed": Role.TIE},
        "Bar": {"reason": Role.TIE},
        "BarredGroup": {"reasons": Role.TIE},
        "ContributionRecord": {"id": Role.SOURCE},
        "DisciplineRecord": {"id": Role.SOURCE, "measure": Role.PUNISHMENT},
        "Event": {"sources": Role.SOURCE},
        "Fact": {"sources": Role.SOURCE},
        "Feedback": {
            "id": Role.SOURCE,
            "reporter_key": Role.REPORTER,
            "received_on": Role.DAY,
            "checked_on": Role.DAY,
            "answered_on": Role.DAY,
        },
        "FollowUp": {"sources": Role.SOURCE},
        "Lapse": {"id": Role.SOURCE, "sources": Role.SOURCE},
        "Matter": {"sources": Role.SOURCE},
        "MatterStep": {"sources": Role.SOURCE},
        "SanctionProposal": {"counted": Role.SOURCE, "left_out": Role.SOURCE, "sources": Role.SOURCE},
        "SanctionReport": {"lapse_id": Role.SOURCE},
        "MeetingRecord": {"id": Role.SOURCE},
        "ObligationRecord": {"id": Role.SOURCE, "obligation": Role.RELATIVE},
        "Plan": {"warnings": Role.CERTIFICATE},
        "Progress": {"id": Role.SOURCE, "by": Role.REPORTER},
        "Rating": {"id": Role.SOURCE, "by": Role.REPORTER},
        "Refusal": {"id": Role.SOURCE},
        "RegistrationFault": {"peer": Role.COLLEAGUE},
        "Reopening": {"sources": Role.SOURCE},
        "Repair": {"reasons": Role.TIE},
        "ResidenceComment": {"id": Role.SOURCE, "made_by": Role.REPORTER},
        "ReviewLine": {"sources": Role.SOURCE},
        "Statement": {"ids": Role.SOURCE},
        "Subject": {"label": Role.NAME},
    }
)


_T = TypeVar("_T")
#: What becomes of one field: the value that it stands in, its role, what stands there.
_Change: TypeAlias = Callable[[object, Role, object], object]

#: What a token of a role starts with; these are the roles that are sealed.
_MARKS: Final = {Role.SOURCE: "#", Role.REPORTER: "@", Role.RELATIVE: "~"}
_PSEUDONYM: Final = re.compile(r"[#@~][0-9a-f]{64}")
_SOME_GROUND: Final = Label("có căn cứ, không nêu tại đây", "there is a ground, which is not told here")
_TIES: Final = frozenset({BarReason.KIN, BarReason.DECLARED_CONFLICT, BarReason.UNDECLARED_CONFLICT})


def sealed(value: _T, audience: Audience, salt: str | None) -> _T:
    """The value as the audience may see it.

    Without a salt the ids of one role are numbered within the value, in their order: ``#1``, ``#2``. With a salt each
    becomes the SHA-256 of salt, a zero byte and the id, the same one in every value.
    """
    found: dict[Role, set[str]] = {}

    def collect(owner: object, role: Role, held: object) -> object:
        if role in _MARKS:
            found.setdefault(role, set()).update(one for one in _texts(held) if _is_protected(owner, role, one))
        return held

    _changed(value, collect)
    seals = {role: _numbered(role, ids) if salt is None else _hashed(role, ids, salt) for role, ids in found.items()}
    sealing = _Sealing(audience, seals)
    return _changed(value, sealing.change)  # type: ignore[return-value]  # the same kind again


@final
class _Sealing:
    """What becomes of protected fields for one audience."""

    def __init__(self, audience: Audience, seals: Mapping[Role, Mapping[str, str]]) -> None:
        self._audience, self._seals = audience, seals

    def change(self, owner: object, role: Role, held: object) -> object:
        treatment, audiences = TREATMENTS[role]
        if self._audience not in audiences:
            return held
        if treatment is Treatment.REMOVE:
            # What opens nothing is no certificate, and whoever checks the plan has to see it.
            return _no_certificates(held) if role is Role.CERTIFICATE else None
        if treatment is Treatment.GENERALISE:
            return _general(held)
        seals = self._seals[role]

        def seal(one: object) -> object:
            return seals.get(one, one) if isinstance(one, str) and _is_protected(owner, role, one) else one

        return tuple(map(seal, held)) if isinstance(held, tuple) else seal(held)


def _changed(value: object, change: _Change) -> object:
    """The value with every protected field changed, at any depth; what holds none comes back as it is."""
    if isinstance(value, tuple):
        parts = tuple(_changed(one, change) for one in value)
        return value if all(map(is_, parts, value)) else parts
    if isinstance(value, IdMap):
        items = {key: _changed(one, change) for key, one in value.items()}
        return value if all(map(is_, items.values(), value.values())) else IdMap(items)
    kind: type[Any] = type(value)
    if not attrs.has(kind) or disclosure_of(kind.__name__).public is Visibility.WHOLE:
        return value
    roles = ROLES.get(kind.__name__, {})
    new: dict[str, Any] = {}
    for field in attrs.fields(kind):
        if not field.init or field.name.startswith("_"):
            continue
        held = getattr(value, field.name)
        role = roles.get(field.name)
        made = held if role is None else change(value, role, held)
        made = _changed(made, change)
        if made is not held:
            new[field.name] = made
    if isinstance(value, Dossier) and "feedback" in new:
        new["feedback"] = tuple(_not_before(one, value.period.start) for one in new["feedback"])
    if isinstance(value, Roster) and "bars" in new:
        # Two ties of one pair may have become the same bar.
        new["bars"] = tuple(dict.fromkeys(new["bars"]))
    return attrs.evolve(cast("Any", value), **new) if new else value


def _texts(held: object) -> tuple[str, ...]:
    items = held if isinstance(held, tuple) else (held,)
    return tuple(one for one in items if isinstance(one, str))


def _is_protected(owner: object, role: Role, text: str) -> bool:
    if role is Role.REPORTER:
        # Who speaks about oneself is known already, and weighing has to see it.
        return text != getattr(owner, "subject_id", None)
    return role is not Role.RELATIVE or (isinstance(owner, ObligationRecord) and owner.bearer is Bearer.HOUSEHOLD)


def _numbered(role: Role, ids: Iterable[str]) -> dict[str, str]:
    ordered = sorted(ids)
    width = len(str(len(ordered)))
    return {one: f"{_MARKS[role]}{number:0{width}}" for number, one in enumerate(ordered, start=1)}


def _hashed(role: Role, ids: Iterable[str], salt: str) -> dict[str, str]:
    mark, start = _MARKS[role], salt.encode() + b"\0"
    return {one: mark + sha256(start + one.encode()).hexdigest() for one in ids if not _PSEUDONYM.fullmatch(one)}


def _no_certificates(held: object) -> tuple[object, ...]:
    return tuple(one for one in held if not isinstance(one, Infeasible)) if isinstance(held, tuple) else ()


def _not_before(feedback: Feedback, first: date) -> Feedback:
    """Feedback of a dossier whose time begins within a month: no day of it stands before."""
    if feedback.received_on >= first:
        return feedback
    checked, answered = (day and max(day, first) for day in (feedback.checked_on, feedback.answered_on))
    return attrs.evolve(feedback, received_on=first, checked_on=checked, answered_on=answered)


def _general(held: object) -> object:
    """A reason without what it tells of kinship and conflicts; a ground without its words; a day as its month's first."""
    if isinstance(held, date):
        return held.replace(day=1)
    if isinstance(held, Label):
        return _SOME_GROUND
    if isinstance(held, tuple):
        return tuple(dict.fromkeys(BarReason.EXCLUDED if one in _TIES else one for one in held))
    return BarReason.EXCLUDED if held in _TIES else held
