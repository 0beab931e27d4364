"""The law and local rules as dated data: one module a regulation, its source on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.regulations.grassroots import (
        CONFERENCE_CHECK as CONFERENCE_CHECK,
        DIALOGUE_WITH_PEOPLE as DIALOGUE_WITH_PEOPLE,
        FRONT_HEARING as FRONT_HEARING,
        FRONT_PLAN as FRONT_PLAN,
        PUBLICATION_LIST as PUBLICATION_LIST,
        STAFF_CONFERENCE as STAFF_CONFERENCE,
        budget_reports as budget_reports,
        community_conference as community_conference,
        hanoi_dialogue as hanoi_dialogue,
        inspection_plans as inspection_plans,
    )
    from supervision_core.regulations.local_practice import (
        PHU_NHUAN_WARD_17 as PHU_NHUAN_WARD_17,
        THACH_THANG as THACH_THANG,
    )
    from supervision_core.regulations.nd88 import (
        ND88_PUBLIC_EMPLOYEE as ND88_PUBLIC_EMPLOYEE,
    )
    from supervision_core.regulations.nd90 import (
        ND90_REGULATIONS as ND90_REGULATIONS,
    )
    from supervision_core.regulations.nd233 import (
        ND233_PUBLIC_EMPLOYEE as ND233_PUBLIC_EMPLOYEE,
        ND233_PUBLIC_EMPLOYEE_MANAGER as ND233_PUBLIC_EMPLOYEE_MANAGER,
        ND233_SCORE as ND233_SCORE,
        ND233_SERVICE_UNIT as ND233_SERVICE_UNIT,
    )
    from supervision_core.regulations.nd335 import (
        ND335_CIVIL_SERVANT as ND335_CIVIL_SERVANT,
        ND335_LEADER as ND335_LEADER,
        ND335_LEADER_SCORE as ND335_LEADER_SCORE,
        ND335_SCORE as ND335_SCORE,
        ND335_STATE_BODY as ND335_STATE_BODY,
    )
    from supervision_core.regulations.periodic import (
        NOT_READ_OBLIGATIONS as NOT_READ_OBLIGATIONS,
        obligation_facts as obligation_facts,
        obligations_on as obligations_on,
    )
    from supervision_core.regulations.reception import (
        CITIZEN_RECEPTION as CITIZEN_RECEPTION,
    )
    from supervision_core.regulations.registry import (
        COMMITMENT_FACTS as COMMITMENT_FACTS,
        ENCODED as ENCODED,
        SHIPPED as SHIPPED,
        VOCABULARY as VOCABULARY,
        DependsOnUnit as DependsOnUnit,
        NoRegulation as NoRegulation,
        NotEncoded as NotEncoded,
        in_force as in_force,
    )
    from supervision_core.regulations.regulation import (
        Regulation as Regulation,
    )
    from supervision_core.regulations.statutory import (
        NOT_ENCODED as NOT_ENCODED,
        NOT_RATED as NOT_RATED,
        RATER_DECIDES as RATER_DECIDES,
        REGIMES as REGIMES,
        STATUTORY_GRADES as STATUTORY_GRADES,
        GradeRegime as GradeRegime,
    )
    from supervision_core.regulations.ward_2014 import (
        CIVIC_CODES as CIVIC_CODES,
        GOOD_PERFORMANCE_2014 as GOOD_PERFORMANCE_2014,
        RESIDENCE_2014 as RESIDENCE_2014,
        good_performance as good_performance,
    )

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
