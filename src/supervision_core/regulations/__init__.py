"""The law and local rules as dated data: one module a regulation, its source on top."""

from supervision_core.regulations.commitments import COMMITMENT_FACTS
from supervision_core.regulations.nd88 import ND88_PUBLIC_EMPLOYEE
from supervision_core.regulations.nd90 import ND90_REGULATIONS
from supervision_core.regulations.nd335 import (
    ND335_CIVIL_SERVANT,
    ND335_LEADER,
    ND335_LEADER_SCORE,
    ND335_SCORE,
    ND335_STATE_BODY,
)
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
    "CIVIC_CODES",
    "COMMITMENT_FACTS",
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
    "REGIMES",
    "RESIDENCE_2014",
    "STATUTORY_GRADES",
    "VOCABULARY",
    "GradeRegime",
    "NoRegulation",
    "NotEncoded",
    "Regulation",
    "good_performance",
    "in_force",
]
