"""The law and local rules as dated data: one module a regulation, its source on top."""

from supervision_core.regulations.commitments import COMMITMENT_FACTS
from supervision_core.regulations.grassroots import (
    DIALOGUE_WITH_PEOPLE,
    STAFF_CONFERENCE,
    budget_reports,
    community_conference,
    hanoi_dialogue,
    inspection_plans,
)
from supervision_core.regulations.local_practice import PHU_NHUAN_WARD_17, THACH_THANG
from supervision_core.regulations.nd88 import ND88_PUBLIC_EMPLOYEE
from supervision_core.regulations.nd90 import ND90_REGULATIONS
from supervision_core.regulations.nd335 import (
    ND335_CIVIL_SERVANT,
    ND335_LEADER,
    ND335_LEADER_SCORE,
    ND335_SCORE,
    ND335_STATE_BODY,
)
from supervision_core.regulations.periodic import NOT_READ_OBLIGATIONS, obligation_facts, obligations_on
from supervision_core.regulations.reception import CITIZEN_RECEPTION
from supervision_core.regulations.registry import ENCODED, VOCABULARY, NoRegulation, NotEncoded, in_force
from supervision_core.regulations.regulation import Regulation
from supervision_core.regulations.statutory import (
    NOT_ENCODED,
    NOT_RATED,
    REGIMES,
    STATUTORY_GRADES,
    GradeRegime,
)
from supervision_core.regulations.ward_2014 import CIVIC_CODES, GOOD_PERFORMANCE_2014, RESIDENCE_2014, good_performance

__all__ = [
    "CITIZEN_RECEPTION",
    "CIVIC_CODES",
    "COMMITMENT_FACTS",
    "DIALOGUE_WITH_PEOPLE",
    "ENCODED",
    "GOOD_PERFORMANCE_2014",
    "ND88_PUBLIC_EMPLOYEE",
    "ND90_REGULATIONS",
    "ND335_CIVIL_SERVANT",
    "ND335_LEADER",
    "ND335_LEADER_SCORE",
    "ND335_SCORE",
    "ND335_STATE_BODY",
    "NOT_ENCODED",
    "NOT_RATED",
    "NOT_READ_OBLIGATIONS",
    "PHU_NHUAN_WARD_17",
    "REGIMES",
    "RESIDENCE_2014",
    "STAFF_CONFERENCE",
    "STATUTORY_GRADES",
    "THACH_THANG",
    "VOCABULARY",
    "GradeRegime",
    "NoRegulation",
    "NotEncoded",
    "Regulation",
    "budget_reports",
    "community_conference",
    "good_performance",
    "hanoi_dialogue",
    "in_force",
    "inspection_plans",
    "obligation_facts",
    "obligations_on",
]
