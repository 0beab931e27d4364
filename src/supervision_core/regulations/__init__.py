"""The law and local rules as dated data: one module a regulation, its source on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.regulations.grassroots import (
        DIALOGUE_WITH_PEOPLE as DIALOGUE_WITH_PEOPLE,
    )
    from supervision_core.regulations.grassroots import (
        STAFF_CONFERENCE as STAFF_CONFERENCE,
    )
    from supervision_core.regulations.grassroots import (
        budget_reports as budget_reports,
    )
    from supervision_core.regulations.grassroots import (
        community_conference as community_conference,
    )
    from supervision_core.regulations.grassroots import (
        hanoi_dialogue as hanoi_dialogue,
    )
    from supervision_core.regulations.grassroots import (
        inspection_plans as inspection_plans,
    )
    from supervision_core.regulations.local_practice import (
        PHU_NHUAN_WARD_17 as PHU_NHUAN_WARD_17,
    )
    from supervision_core.regulations.local_practice import (
        THACH_THANG as THACH_THANG,
    )
    from supervision_core.regulations.nd88 import (
        ND88_PUBLIC_EMPLOYEE as ND88_PUBLIC_EMPLOYEE,
    )
    from supervision_core.regulations.nd90 import (
        ND90_REGULATIONS as ND90_REGULATIONS,
    )
    from supervision_core.regulations.nd335 import (
        ND335_CIVIL_SERVANT as ND335_CIVIL_SERVANT,
    )
    from supervision_core.regulations.nd335 import (
        ND335_LEADER as ND335_LEADER,
    )
    from supervision_core.regulations.nd335 import (
        ND335_LEADER_SCORE as ND335_LEADER_SCORE,
    )
    from supervision_core.regulations.nd335 import (
        ND335_SCORE as ND335_SCORE,
    )
    from supervision_core.regulations.nd335 import (
        ND335_STATE_BODY as ND335_STATE_BODY,
    )
    from supervision_core.regulations.periodic import (
        NOT_READ_OBLIGATIONS as NOT_READ_OBLIGATIONS,
    )
    from supervision_core.regulations.periodic import (
        obligation_facts as obligation_facts,
    )
    from supervision_core.regulations.periodic import (
        obligations_on as obligations_on,
    )
    from supervision_core.regulations.reception import (
        CITIZEN_RECEPTION as CITIZEN_RECEPTION,
    )
    from supervision_core.regulations.registry import (
        COMMITMENT_FACTS as COMMITMENT_FACTS,
    )
    from supervision_core.regulations.registry import (
        ENCODED as ENCODED,
    )
    from supervision_core.regulations.registry import (
        VOCABULARY as VOCABULARY,
    )
    from supervision_core.regulations.registry import (
        NoRegulation as NoRegulation,
    )
    from supervision_core.regulations.registry import (
        NotEncoded as NotEncoded,
    )
    from supervision_core.regulations.registry import (
        in_force as in_force,
    )
    from supervision_core.regulations.regulation import (
        Regulation as Regulation,
    )
    from supervision_core.regulations.statutory import (
        NOT_ENCODED as NOT_ENCODED,
    )
    from supervision_core.regulations.statutory import (
        NOT_RATED as NOT_RATED,
    )
    from supervision_core.regulations.statutory import (
        REGIMES as REGIMES,
    )
    from supervision_core.regulations.statutory import (
        STATUTORY_GRADES as STATUTORY_GRADES,
    )
    from supervision_core.regulations.statutory import (
        GradeRegime as GradeRegime,
    )
    from supervision_core.regulations.ward_2014 import (
        CIVIC_CODES as CIVIC_CODES,
    )
    from supervision_core.regulations.ward_2014 import (
        GOOD_PERFORMANCE_2014 as GOOD_PERFORMANCE_2014,
    )
    from supervision_core.regulations.ward_2014 import (
        RESIDENCE_2014 as RESIDENCE_2014,
    )
    from supervision_core.regulations.ward_2014 import (
        good_performance as good_performance,
    )

__all__, __getattr__, __dir__ = door(  # noqa: PLE0605  checkers read the names above
    __name__,
    globals(),
    {
        "grassroots": "DIALOGUE_WITH_PEOPLE STAFF_CONFERENCE budget_reports community_conference hanoi_dialogue inspection_plans",
        "local_practice": "PHU_NHUAN_WARD_17 THACH_THANG",
        "nd335": "ND335_CIVIL_SERVANT ND335_LEADER ND335_LEADER_SCORE ND335_SCORE ND335_STATE_BODY",
        "nd88": "ND88_PUBLIC_EMPLOYEE",
        "nd90": "ND90_REGULATIONS",
        "periodic": "NOT_READ_OBLIGATIONS obligation_facts obligations_on",
        "reception": "CITIZEN_RECEPTION",
        "registry": "COMMITMENT_FACTS ENCODED NoRegulation NotEncoded VOCABULARY in_force",
        "regulation": "Regulation",
        "statutory": "GradeRegime NOT_ENCODED NOT_RATED REGIMES STATUTORY_GRADES",
        "ward_2014": "CIVIC_CODES GOOD_PERFORMANCE_2014 RESIDENCE_2014 good_performance",
    },
)
