"""Instruments, citations, and the answers of the registry of regulations."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from supervision_core.regulations import ENCODED, REGIMES, GradeRegime, NoRegulation, NotEncoded, Regulation, in_force
from supervision_core.strategies.words import identifiers, labels
from supervision_core.values.citations import Citation, Instrument, InstrumentKind, Verification

__all__ = ["citations", "encoded_regulations", "grade_regimes", "instruments", "missing_regulations", "unread_regulations"]

_SOMEWHEN = (date(1, 1, 1), date(1990, 5, 1), date(2014, 12, 31), date(2020, 8, 20), date(2026, 1, 1), date.max)
_ANSWERS = tuple(
    answer
    for category in sorted({one.category for one in ENCODED})
    for day in (*_SOMEWHEN, *(one.in_force_until for one in ENCODED if one.in_force_until is not None))
    if isinstance(answer := in_force(category, on=day), NoRegulation)
)

_INSTRUMENTS = st.builds(
    Instrument,
    kind=st.sampled_from(InstrumentKind),
    title=labels(),
    number=st.one_of(st.sampled_from([None, "12/2026/NĐ-CP", "124-QĐ/TW"]), identifiers()),
    issued=st.one_of(st.none(), st.dates(date(1945, 9, 2), date(2030, 12, 31))),
    issuer=st.one_of(st.none(), labels()),
)
_CITATIONS = st.builds(
    Citation,
    instrument=_INSTRUMENTS,
    article=st.sampled_from(["", "3", "20.5.a", "7 khoản 2"]),
    verification=st.sampled_from(Verification),
)


def instruments() -> st.SearchStrategy[Instrument]:
    """Invented instruments of every kind: some without number, day or issuer, so that only the title tells them apart."""
    return _INSTRUMENTS


def citations() -> st.SearchStrategy[Citation]:
    """Citations of invented instruments, with and without an article, verified or not."""
    return _CITATIONS


def missing_regulations() -> st.SearchStrategy[NoRegulation]:
    """Answers of the registry for days on which nothing is in force."""
    return st.sampled_from(_ANSWERS)


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
    """The shipped regulations that judge."""
    return st.sampled_from([one for one in ENCODED if isinstance(one, Regulation)])
