"""Which rules are encoded, from when to when, and what answers where none is.

Source: the results of Directive 29-CT/TU are one criterion of the year-end rating and of awards in Thạch Thang ward, as the
press reported it. How they weigh is not said, so no shipped regulation asks for them; a locality's own one may.
"""

from __future__ import annotations

from datetime import date
from typing import Final, final

import attrs

from supervision_core.criteria.nodes import FactDefinition, Measure, YesNo
from supervision_core.regulations.nd88 import ND88_PUBLIC_EMPLOYEE
from supervision_core.regulations.nd90 import ND90_REGULATIONS
from supervision_core.regulations.nd335 import ND335_CIVIL_SERVANT, ND335_LEADER, ND335_STATE_BODY
from supervision_core.regulations.regulation import Regulation
from supervision_core.regulations.statutory import ND56, ND233
from supervision_core.regulations.ward_2014 import GOOD_PERFORMANCE_2014, RESIDENCE_2014
from supervision_core.values.checks import Checks
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language, composed
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["COMMITMENT_FACTS", "ENCODED", "VOCABULARY", "NoRegulation", "NotEncoded", "in_force"]


#: What can be asked about registered commitments.
COMMITMENT_FACTS: Final = (
    YesNo(
        code="commitments.registered",
        label=Label("Đã đăng ký nội dung thực hiện trong năm", "Commitments registered for the year"),
    ),
    YesNo(code="commitments.kept", label=Label("Thực hiện đủ các nội dung đã đăng ký", "Every registered commitment kept")),
    Measure(
        code="commitments.kept_share",
        label=Label("Tỷ lệ nội dung đăng ký đã thực hiện", "Share of the registered commitments kept"),
        low=0,
        high=100,
        step=1,
        higher_is_better=True,
        unit=Label("%", "%"),
    ),
)


@final
@attrs.frozen(kw_only=True)
class NoRegulation:
    """No regulation judges this category on this day; the neighbours in time are named."""

    #: The category that was asked for.
    category: str = attrs.field(converter=composed)
    #: The day that was asked for.
    on: date
    #: The last regulation before that day, or None.
    last: Regulation | None
    #: The next regulation after that day, or None.
    next: Regulation | None

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The answer for people."""
        return no_regulation_said(self, wording(lang, names))


_NO_REGULATION = Label(
    "Ngày {day} chưa có quy định nào áp dụng cho đối tượng “{category}”{last}{next}.",
    "On {day} no regulation judges “{category}”{last}{next}.",
)
_LAST = Label(
    "; quy định gần nhất trước đó: {regulation} (đến trước ngày {day})", "; the last one before: {regulation} (until {day})"
)
_NEXT = Label("; quy định tiếp theo: {regulation} (từ ngày {day})", "; the next one after: {regulation} (from {day} on)")


def no_regulation_said(answer: NoRegulation, by: Wording) -> str:
    """Whom nothing judges on which day, and what there is before and after."""
    last = next_one = ""
    if answer.last is not None:
        last = by.say(_LAST, regulation=by.say(answer.last.label), day=by.day(answer.last.in_force_until))
    if answer.next is not None:
        next_one = by.say(_NEXT, regulation=by.say(answer.next.label), day=by.day(answer.next.in_force_from))
    return by.say(_NO_REGULATION, day=by.day(answer.on), category=by.name(answer.category), last=last, next=next_one)


@final
@attrs.frozen(kw_only=True)
class NotEncoded:
    """A regulation is in force, but its text could not be read far enough to encode it; what is missing is named."""

    #: What it is called.
    instrument: Label
    #: What could not be read.
    missing: tuple[Label, ...]
    #: Whom it judges.
    category: str = attrs.field(converter=composed)
    #: The first day on which it is in force; None where that is not known either.
    in_force_from: date | None = None
    #: The first day on which it is no longer in force; None while it is or where that is not known.
    in_force_until: date | None = None


def _not_encoded(category: str, name: Label, start: date, end: date | None, *missing: Label) -> NotEncoded:
    return NotEncoded(instrument=name, missing=missing, category=category, in_force_from=start, in_force_until=end)


_ND56_NAME = Label(ND56.text("vi"), ND56.text("en"))
_ND233_NAME = Label(ND233.text("vi"), ND233.text("en"))
_OWN_WORDS = Label("lời văn các điều về tiêu chí xếp loại", "the words of the articles on the criteria")
_START, _UNTIL_88, _UNTIL_90, _UNTIL_335 = date(2015, 8, 1), date(2017, 9, 15), date(2020, 8, 20), date(2026, 1, 1)

#: What is in force but could not be read far enough to be encoded, with what is missing.
NOT_READ: Final = (
    *(
        _not_encoded(category, _ND56_NAME, _START, _UNTIL_90, _OWN_WORDS)
        for category in ("cadre", "civil_servant", "civil_servant_leader", "public_employee_manager")
    ),
    _not_encoded("public_employee", _ND56_NAME, _START, _UNTIL_88, _OWN_WORDS),
    _not_encoded(
        "cadre",
        Label("Quy định áp dụng cho cán bộ từ năm 2026", "What governs cadres from 2026"),
        _UNTIL_335,
        None,
        Label(
            "Nghị định 335/2025 có thay thế Nghị định 90/2020 đối với cán bộ hay không",
            "whether Decree 335/2025 replaced Decree 90/2020 for cadres",
        ),
    ),
    *(
        _not_encoded(
            category,
            _ND233_NAME,
            _UNTIL_335,
            None,
            Label("ngày có hiệu lực trong năm 2026", "the day in 2026 on which it came into force"),
            Label("tiêu chí, mức điểm và tỷ lệ", "its criteria, thresholds and quota"),
        )
        for category in ("public_employee", "public_employee_manager")
    ),
)

#: Every regulation that is encoded, and what is not, by category and in order of time.
ENCODED: Final[tuple[Regulation | NotEncoded, ...]] = tuple(
    sorted(
        (
            GOOD_PERFORMANCE_2014,
            RESIDENCE_2014,
            ND88_PUBLIC_EMPLOYEE,
            *ND90_REGULATIONS,
            ND335_CIVIL_SERVANT,
            ND335_LEADER,
            ND335_STATE_BODY,
            *NOT_READ,
        ),
        key=lambda one: (one.category, one.in_force_from or date.min),
    )
)

#: Every fact that some encoded regulation asks for, and those that a locality's own may ask for, by code.
VOCABULARY: Final[IdMap[FactDefinition]] = IdMap(
    {fact.code: fact for regulation in ENCODED if isinstance(regulation, Regulation) for fact in regulation.ladder.facts}
    | {fact.code: fact for fact in COMMITMENT_FACTS}
)


def in_force(category: str, *, on: date) -> Regulation | NoRegulation | NotEncoded:
    """The regulation that judges a category of people by the rules of a day.

    ``NoRegulation`` and ``NotEncoded`` are answers, not errors; judging refuses them.
    A category that no regulation knows raises ``InvalidInput``.

    >>> from datetime import date
    >>> from supervision_core import regulations
    >>> regulations.in_force("ward_official", on=date(2014, 12, 1)).code
    'good_performance_2014'
    >>> regulations.in_force("ward_official", on=date(2016, 1, 1)).last.code
    'good_performance_2014'
    """
    checks = Checks("in_force")
    known = sorted({one.category for one in ENCODED})
    if category not in known:
        checks.fault("unknown_category", "category", category, "one of " + ", ".join(known))
    checks.day("on", on)
    checks.done()
    candidates = [one for one in ENCODED if one.category == category]
    for one in candidates:
        starts, ends = one.in_force_from or date.min, one.in_force_until or date.max
        if starts <= on < ends or (on == date.max and one.in_force_until is None):
            return one
    encoded = [one for one in candidates if isinstance(one, Regulation)]
    before = [one for one in encoded if one.in_force_until is not None and one.in_force_until <= on]
    after = [one for one in encoded if one.in_force_from is not None and one.in_force_from > on]
    return NoRegulation(category=category, on=on, last=before[-1] if before else None, next=after[0] if after else None)
