"""The law and local rules as dated data: one module a regulation, its source on top."""

from supervision_core.regulations.registry import ENCODED, VOCABULARY, NoRegulation, NotEncoded, in_force
from supervision_core.regulations.regulation import Regulation
from supervision_core.regulations.ward_2014 import CIVIC_CODES, GOOD_PERFORMANCE_2014, RESIDENCE_2014, good_performance

__all__ = [
    "CIVIC_CODES",
    "ENCODED",
    "GOOD_PERFORMANCE_2014",
    "RESIDENCE_2014",
    "VOCABULARY",
    "NoRegulation",
    "NotEncoded",
    "Regulation",
    "good_performance",
    "in_force",
]
