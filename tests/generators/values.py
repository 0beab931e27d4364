"""Words, days and sources: generators that only this project's own tests need."""

from datetime import date

from hypothesis import strategies as st

from supervision_core.regulations import (
    ENCODED,
    REGIMES,
    SHIPPED,
    DependsOnUnit,
    GradeRegime,
    NoRegulation,
    NotEncoded,
    Regulation,
    in_force,
)
from supervision_core.strategies.values import _INSTRUMENTS, days, identifiers, labels
from supervision_core.values.citations import Instrument
from supervision_core.values.periods import Cycle


def cycles() -> st.SearchStrategy[Cycle]:
    """Cycles of weeks or months, many from the 29th, 30th or 31st on."""
    anchors = st.one_of(days(), st.sampled_from([date(1, 1, 1), date(2024, 1, 31), date(2024, 8, 30)]))
    weeks = st.builds(Cycle, anchor=anchors, weeks=st.integers(1, 6))
    return st.one_of(weeks, st.builds(Cycle, anchor=anchors, months=st.integers(1, 60)))


_SOMEWHEN = (date(1, 1, 1), date(1990, 5, 1), date(2014, 12, 31), date(2020, 8, 20), date(2026, 1, 1), date.max)
_ANSWERS = tuple(
    answer
    for category in sorted({one.category for one in ENCODED})
    for day in (*_SOMEWHEN, *(one.in_force_until for one in ENCODED if one.in_force_until is not None))
    if isinstance(answer := in_force(category, on=day), NoRegulation)
)


def instruments() -> st.SearchStrategy[Instrument]:
    """Invented instruments of every kind: some without number, day or issuer, so that only the title tells them apart."""
    return _INSTRUMENTS



def missing_regulations() -> st.SearchStrategy[NoRegulation]:
    """Answers of the registry for days on which nothing is in force."""
    return st.sampled_from(_ANSWERS)



def dependent_regulations() -> st.SearchStrategy[DependsOnUnit]:
    """Answers of the registry for days on which the unit settles which regulation judges."""
    found = [in_force(category, on=date(2026, 12, 1)) for category in ("public_employee", "public_employee_manager")]
    return st.sampled_from([one for one in found if isinstance(one, DependsOnUnit)])


def unread_regulations() -> st.SearchStrategy[NotEncoded]:
    """Regulations that the registry names without knowing what they say: the shipped ones, and invented ones."""
    shipped = [one for one in ENCODED if isinstance(one, NotEncoded)]
    invented = st.builds(
        NotEncoded, instrument=labels(), missing=st.lists(labels(), max_size=2).map(tuple), category=identifiers()
    )
    return st.one_of(st.sampled_from(shipped), invented)



def grade_regimes() -> st.SearchStrategy[GradeRegime]:
    """The regimes of statutory grades."""
    return st.sampled_from(REGIMES)



def encoded_regulations() -> st.SearchStrategy[Regulation]:
    """The shipped regulations, those included that were encoded anew."""
    return st.sampled_from(SHIPPED)

