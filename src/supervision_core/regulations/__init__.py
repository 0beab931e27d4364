"""The law and local rules as dated data: one module a regulation, its source on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.regulations.grassroots import *
    from supervision_core.regulations.local_practice import *
    from supervision_core.regulations.nd88 import *
    from supervision_core.regulations.nd90 import *
    from supervision_core.regulations.nd233 import *
    from supervision_core.regulations.nd335 import *
    from supervision_core.regulations.periodic import *
    from supervision_core.regulations.reception import *
    from supervision_core.regulations.registry import *
    from supervision_core.regulations.regulation import *
    from supervision_core.regulations.statutory import *
    from supervision_core.regulations.ward_2014 import *

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "grassroots": (
            "CONFERENCE_CHECK DIALOGUE_WITH_PEOPLE FRONT_HEARING FRONT_PLAN PUBLICATION_LIST STAFF_CONFERENCE "
            "budget_reports community_conference hanoi_dialogue inspection_plans"
        ),
        "local_practice": "PHU_NHUAN_WARD_17 THACH_THANG",
        "nd233": "ND233_PUBLIC_EMPLOYEE ND233_PUBLIC_EMPLOYEE_MANAGER ND233_SCORE ND233_SERVICE_UNIT",
        "nd335": "ND335_CIVIL_SERVANT ND335_LEADER ND335_LEADER_SCORE ND335_SCORE ND335_STATE_BODY",
        "nd88": "ND88_PUBLIC_EMPLOYEE",
        "nd90": "ND90_REGULATIONS",
        "periodic": "NOT_READ_OBLIGATIONS obligation_facts obligations_on",
        "reception": "CITIZEN_RECEPTION",
        "registry": "COMMITMENT_FACTS DependsOnUnit ENCODED NoRegulation NotEncoded SHIPPED VOCABULARY in_force",
        "regulation": "Regulation",
        "statutory": "GradeRegime NOT_ENCODED NOT_RATED RATER_DECIDES REGIMES STATUTORY_GRADES",
        "ward_2014": "CIVIC_CODES GOOD_PERFORMANCE_2014 RESIDENCE_2014 good_performance",
    },
)
