"""Periodic obligations and what was done about them: generators that only this project's own tests need."""

from datetime import date

from hypothesis import strategies as st

from supervision_core.obligations.model import (
    MovedDeadline,
    Obligation,
    Right,
    Waiver,
)
from supervision_core.obligations.report import Compliance, compliance
from supervision_core.obligations.standing import ObligationStatus
from supervision_core.obligations.status import Occurrence
from supervision_core.strategies.duties import compliances, frequencies
from supervision_core.strategies.values import citations, days, identifiers, labels, parts, periods
from supervision_core.values.periods import Period


def waivers() -> st.SearchStrategy[Waiver]:
    """Times for which nothing is owed."""
    return st.builds(Waiver, obligation=identifiers(), period=periods(), ground=labels())



def moved_deadlines() -> st.SearchStrategy[MovedDeadline]:
    """Deadlines that were moved, to an earlier day too."""
    return st.builds(MovedDeadline, obligation=identifiers(), occurrence=days(), until=days(), ground=labels())



def obligation_statuses() -> st.SearchStrategy[ObligationStatus]:
    """How single obligations stand."""
    return parts(compliances(), lambda report: report.standings.values())



def occurrences() -> st.SearchStrategy[Occurrence]:
    """Single occurrences: done, missing, open, upcoming, waived, left out and not known."""
    return parts(st.one_of(_bare_reports(), _bare_reports(), compliances()), _occurrences)



@st.composite
def _bare_reports(draw: st.DrawFn) -> Compliance:
    duty = Obligation(
        code="invented",
        label=draw(labels()),
        required=draw(frequencies()),
        right=draw(st.one_of(st.none(), st.sampled_from(Right))),
        citation=draw(citations()),
    )
    return compliance([duty], [], Period.of_days(date(2020, 1, 1), date(2026, 12, 31)), as_of=draw(days()))



def _occurrences(report: Compliance) -> tuple[Occurrence, ...]:
    return tuple(one for standing in report for one in (*standing.required, *standing.practised))

