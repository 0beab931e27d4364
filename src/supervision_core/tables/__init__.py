"""Tables in and out: rows of files from life become values, or faults by row and column; values become rows again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.tables.duties import *
    from supervision_core.tables.known import *
    from supervision_core.tables.model import *
    from supervision_core.tables.observed import *
    from supervision_core.tables.past import *
    from supervision_core.tables.people import *
    from supervision_core.tables.reading import *
    from supervision_core.tables.tabling import *

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "known": "facts facts_table months months_table",
        "model": "Choice SheetColumn ColumnKind Difference Read RowFault Unreadable",
        "observed": "ATTENDANCE COMMITMENTS DISCIPLINE FEEDBACK RATINGS attendance commitments discipline feedback ratings",
        "past": "HISTORY history WIDE_HISTORY history_table wide_history wide_history_table",
        "people": "BARS LEAD_UNITS OFFICIALS bars lead_units officials bars_table",
        "reading": "read",
        "tabling": "FormColumn Sheet",
        "duties": (
            "EVENTS EVENTS_BY_SUBJECT MOVED_DEADLINES OBLIGATIONS WAIVERS events events_by_subject events_table "
            "moved_deadlines obligations waivers"
        ),
    },
)
