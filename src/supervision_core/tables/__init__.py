"""Tables in and out: rows of files from life become values, or faults by row and column; values become rows again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.tables.duties import (
        EVENTS as EVENTS,
        EVENTS_BY_SUBJECT as EVENTS_BY_SUBJECT,
        MOVED_DEADLINES as MOVED_DEADLINES,
        OBLIGATIONS as OBLIGATIONS,
        WAIVERS as WAIVERS,
        events as events,
        events_by_subject as events_by_subject,
        events_table as events_table,
        moved_deadlines as moved_deadlines,
        obligations as obligations,
        waivers as waivers,
    )
    from supervision_core.tables.known import (
        facts as facts,
        facts_table as facts_table,
        months as months,
        months_table as months_table,
    )
    from supervision_core.tables.model import (
        Choice as Choice,
        ColumnKind as ColumnKind,
        Difference as Difference,
        Read as Read,
        RowFault as RowFault,
        SheetColumn as SheetColumn,
        Unreadable as Unreadable,
    )
    from supervision_core.tables.observed import (
        ATTENDANCE as ATTENDANCE,
        COMMITMENTS as COMMITMENTS,
        DISCIPLINE as DISCIPLINE,
        FEEDBACK as FEEDBACK,
        RATINGS as RATINGS,
        attendance as attendance,
        commitments as commitments,
        discipline as discipline,
        feedback as feedback,
        ratings as ratings,
    )
    from supervision_core.tables.past import (
        HISTORY as HISTORY,
        WIDE_HISTORY as WIDE_HISTORY,
        history as history,
        history_table as history_table,
        wide_history as wide_history,
        wide_history_table as wide_history_table,
    )
    from supervision_core.tables.people import (
        BARS as BARS,
        LEAD_UNITS as LEAD_UNITS,
        OFFICIALS as OFFICIALS,
        bars as bars,
        bars_table as bars_table,
        lead_units as lead_units,
        officials as officials,
    )
    from supervision_core.tables.reading import (
        read as read,
    )
    from supervision_core.tables.tabling import (
        FormColumn as FormColumn,
        Sheet as Sheet,
    )

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "duties": (
            "EVENTS EVENTS_BY_SUBJECT MOVED_DEADLINES OBLIGATIONS WAIVERS "
            "events events_by_subject events_table moved_deadlines obligations waivers"
        ),
        "known": "facts facts_table months months_table",
        "model": "Choice SheetColumn ColumnKind Difference Read RowFault Unreadable",
        "observed": ("ATTENDANCE COMMITMENTS DISCIPLINE FEEDBACK RATINGS attendance commitments discipline feedback ratings"),
        "past": "HISTORY WIDE_HISTORY history history_table wide_history wide_history_table",
        "people": "BARS LEAD_UNITS OFFICIALS bars bars_table lead_units officials",
        "reading": "read",
        "tabling": "FormColumn Sheet",
    },
)
