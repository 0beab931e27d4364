"""Words, days and sources: generators for tests."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from itertools import cycle, islice
from string import ascii_lowercase
from typing import Final, TypeVar

from hypothesis import strategies as st

from supervision_core.values.calendars import WorkingDays
from supervision_core.values.citations import Citation, Instrument, InstrumentKind, Verification
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period, days_after

__all__ = ["AWKWARD", "citations", "days", "identifiers", "labels", "parts", "periods", "working_days"]

#: Texts that are hard to sort, to show, to escape or to tell apart.
AWKWARD: Final = (
    "Nguyễn Văn Ất",
    unicodedata.normalize("NFD", "Trần Thị Bưởi"),
    "tổ 7",
    " có khoảng trắng ",
    "a" * 200,
    "0",
    "None",
    "é",
    "\u200bẩn",
    "=1+1",
    "<b>đậm</b>",
    '"quote"',
    "🙂",
    "đ",
    "Đ",
    "a|b",
    "# một",
    "1. hai",
    "- ba *bốn* _năm_",
    "[sáu](javascript:alert(7))",
    "`tám` {chín} $10$ \\",
    "<script>alert(1)</script>&amp;",
    "]]>",
    "An\u202egnud",
    "\ufeffwww.example.com://",
)
_LETTERS: Final = len(ascii_lowercase)
_LONGEST: Final = 4


def _text(number: int) -> str:
    """The text of a number: of even ones a short plain word, of odd ones an awkward text."""
    half, is_awkward = divmod(number, 2)
    if is_awkward:
        return AWKWARD[half % len(AWKWARD)]
    word = ""
    while half or not word:
        half, letter = divmod(half, _LETTERS)
        word += ascii_lowercase[letter]
    return word


# Here and in the other generators, what is drawn often is built once, since Hypothesis checks every strategy object anew,
# and one draw makes as much as it can: nearly all of the time of a long run goes into draws.
_IDENTIFIERS = st.integers(0, 2 * _LETTERS**_LONGEST - 1).map(_text)
_FEW = 128
_LABELS = st.integers(0, _FEW**2 - 1).map(lambda number: Label(_text(number % _FEW), _text(number // _FEW)))


def identifiers() -> st.SearchStrategy[str]:
    """Valid identifiers: short plain ones, Vietnamese in both Unicode forms, and awkward ones."""
    return _IDENTIFIERS


def labels() -> st.SearchStrategy[Label]:
    """Labels in two languages."""
    return _LABELS


_Whole = TypeVar("_Whole")
_Part = TypeVar("_Part")


def parts(wholes: st.SearchStrategy[_Whole], pick: Callable[[_Whole], Iterable[_Part]]) -> st.SearchStrategy[_Part]:
    """One of the parts of a whole; wholes without any are passed over, so they should be rare."""
    return _one_of(wholes.map(lambda whole: tuple(pick(whole))).filter(bool))


@st.composite
def _one_of(draw: st.DrawFn, some: st.SearchStrategy[tuple[_Part, ...]]) -> _Part:
    found = draw(some)
    return found[draw(st.integers(0, len(found) - 1))]


_FIRST, _LAST = date(2024, 1, 1), date(2025, 12, 31)
_WEEKDAYS = range(1, 8)
_ENDS_OF_MONTHS = (date(2024, 2, 29), date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 28))


def days(*, first: date = _FIRST, last: date = _LAST) -> st.SearchStrategy[date]:
    """Days of two years, the ends of months among them."""
    return _days(first, last)


# Built once for each pair of days: Hypothesis checks every strategy object that it meets anew.
@cache
def _days(first: date, last: date) -> st.SearchStrategy[date]:
    ends = [day for day in _ENDS_OF_MONTHS if first <= day <= last]
    every = [days_after(first, later) for later in range((last - first).days + 1)]
    # Half of them ends of months. One list is one draw; a choice between two kinds of days would be several.
    return st.sampled_from([*every, *islice(cycle(ends or [first]), len(every))])


def periods(*, first: date = _FIRST, last: date = _LAST, max_days: int = 500) -> st.SearchStrategy[Period]:
    """Periods that start between two days: single days, months, years and odd lengths."""
    return _periods(first, last, max_days)


@cache
def _periods(first: date, last: date, max_days: int) -> st.SearchStrategy[Period]:
    odd = st.tuples(days(first=first, last=last), st.integers(0, max_days - 1)).map(
        lambda drawn: Period.of_days(drawn[0], days_after(*drawn))
    )
    years = [Period.of_year(year) for year in range(first.year, last.year + 1)]
    common = [*years, *(Period.of_month(year, month) for year in (first.year, last.year) for month in (1, 2, 12))]
    fitting = [one for one in common if first <= one.start <= last and one.days <= max_days]
    return st.one_of(odd, st.sampled_from(fitting)) if fitting else odd


_SOME_DAYS = st.lists(st.integers(0, 10_000), max_size=6, unique=True)
_REST = st.one_of(st.just((6, 7)), st.sets(st.sampled_from(_WEEKDAYS), max_size=6))


@st.composite
def working_days(draw: st.DrawFn, *, known: Period | None = None) -> WorkingDays:
    """Calendars of working days: with holidays, with weekends that were worked, with other days of rest."""
    span = draw(periods()) if known is None else known
    rest = draw(_REST)
    some = sorted({days_after(span.start, number % span.days) for number in draw(_SOME_DAYS)})
    worked = [day for at, day in enumerate(some) if at % 2 and day.isoweekday() in rest]
    return WorkingDays(known=span, days_off=[day for day in some if day not in worked], worked=worked, rest=tuple(rest))


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


def citations() -> st.SearchStrategy[Citation]:
    """Citations of invented instruments, with and without an article, verified or not."""
    return _CITATIONS
