"""Which fields hold something protected, and what becomes of it; every other field is shown as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, final

from supervision_core.programme.audiences import Audience

__all__ = ["ROLES", "TREATMENTS", "Role", "Treatment"]


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
    #: Certificates that next year has no plan.
    CERTIFICATE = "certificate"


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
        Role.COLLEAGUE: (Treatment.REMOVE, _EVERYBODY),
        Role.NAME: (Treatment.REMOVE, (Audience.PUBLIC,)),
        Role.PUNISHMENT: (Treatment.REMOVE, (Audience.LEAD_UNIT,)),
        Role.CERTIFICATE: (Treatment.REMOVE, (Audience.PUBLIC, Audience.OFFICIAL, Audience.LEAD_UNIT)),
    }
)

#: The protected fields, by the name of the class and of the field.
ROLES: Final[Mapping[str, Mapping[str, Role]]] = MappingProxyType(
    {
        "AcknowledgedResult": {"sources": Role.SOURCE},
        "Alternative": {"closed": Role.TIE},
        "Bar": {"reason": Role.TIE},
        "BarredGroup": {"reasons": Role.TIE},
        "ContributionRecord": {"id": Role.SOURCE},
        "DisciplineRecord": {"id": Role.SOURCE, "measure": Role.PUNISHMENT},
        "Event": {"sources": Role.SOURCE},
        "Fact": {"sources": Role.SOURCE},
        "Feedback": {"id": Role.SOURCE, "reporter_key": Role.REPORTER},
        "FollowUp": {"sources": Role.SOURCE},
        "Lapse": {"id": Role.SOURCE, "sources": Role.SOURCE},
        "Matter": {"sources": Role.SOURCE},
        "MatterStep": {"sources": Role.SOURCE},
        "MeasureProposal": {"counted": Role.SOURCE, "left_out": Role.SOURCE, "sources": Role.SOURCE},
        "MeasureReport": {"lapse_id": Role.SOURCE},
        "MeetingRecord": {"id": Role.SOURCE},
        "ObligationRecord": {"id": Role.SOURCE, "obligation": Role.RELATIVE},
        "Plan": {"warnings": Role.CERTIFICATE},
        "Progress": {"id": Role.SOURCE, "by": Role.REPORTER},
        "Rating": {"id": Role.SOURCE, "by": Role.REPORTER},
        "Refusal": {"id": Role.SOURCE},
        "RegistrationFault": {"peer": Role.COLLEAGUE},
        "Repair": {"reasons": Role.TIE},
        "ResidenceComment": {"id": Role.SOURCE, "made_by": Role.REPORTER},
        "ReviewLine": {"sources": Role.SOURCE},
        "Statement": {"ids": Role.SOURCE},
        "Subject": {"label": Role.NAME},
    }
)
