"""Which rules are encoded, from when to when, and what answers where none is.

Source: the results of Directive 29-CT/TU are one criterion of the year-end rating and of awards in Thạch Thang ward, as the
press reported it. How they weigh is not said, so no shipped regulation asks for them; a locality's own one may.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, final

import attrs

from supervision_core.criteria.nodes import FactDefinition, Measure, YesNo
from supervision_core.regulations.nd88 import ND88_PUBLIC_EMPLOYEE
from supervision_core.regulations.nd90 import ND90_REGULATIONS
from supervision_core.regulations.nd233 import ND233_PUBLIC_EMPLOYEE, ND233_PUBLIC_EMPLOYEE_MANAGER, ND233_SERVICE_UNIT
from supervision_core.regulations.nd335 import ND335_CIVIL_SERVANT, ND335_LEADER, ND335_STATE_BODY
from supervision_core.regulations.regulation import Regulation
from supervision_core.regulations.statutory import EMPLOYEES2010, LAW2008, ND56, ND233, QD366, cite
from supervision_core.regulations.superseded import SUPERSEDED
from supervision_core.regulations.ward_2014 import GOOD_PERFORMANCE_2014, RESIDENCE_2014
from supervision_core.values.checks import Checks, check_fields, check_ids
from supervision_core.values.citations import Citation, Instrument
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language, composed
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["COMMITMENT_FACTS", "ENCODED", "SHIPPED", "VOCABULARY", "DependsOnUnit", "NoRegulation", "NotEncoded", "in_force"]


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
    """None that is known here judges this category on this day; the neighbours in time are named."""

    #: The category that was asked for.
    category: str = attrs.field(converter=composed)
    #: The day that was asked for.
    on: date
    #: The last regulation before that day, or None.
    last: Regulation | None
    #: The next regulation after that day, or None.
    next: Regulation | None

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "category")

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The answer for people."""
        return no_regulation_said(self, wording(lang, names))


_NO_REGULATION = Label(
    "Ngày {day} chưa ghi nhận quy định nào áp dụng cho đối tượng “{category}”{last}{next}.",
    "No regulation is known that judges “{category}” on {day}{last}{next}.",
)
_LAST = Label(
    "; quy định gần nhất trước đó: {regulation} (đến trước ngày {day})", "; the last one before: {regulation} (until {day})"
)
_NEXT = Label("; quy định tiếp theo: {regulation} (từ ngày {day})", "; the next one after: {regulation} (from {day} on)")


#: What the shipped categories are called.
_CATEGORIES: Final = {
    "cadre": Label("cán bộ", "cadres"),
    "civil_servant": Label("công chức", "civil servants"),
    "civil_servant_leader": Label("công chức lãnh đạo, quản lý", "leading civil servants"),
    "dialogue_with_people": Label("đối thoại với Nhân dân", "the dialogue with the people"),
    "grassroots_democracy": Label("thực hiện dân chủ ở cơ sở", "grassroots democracy"),
    "inspection_report": Label("báo cáo của Ban Thanh tra nhân dân", "reports of the People's Inspection Board"),
    "public_employee": Label("viên chức", "public employees"),
    "public_employee_manager": Label("viên chức quản lý", "managing public employees"),
    "public_service_unit": Label("đơn vị sự nghiệp công lập", "public service units"),
    "resident_official": Label("cán bộ, công chức cư trú tại phường", "officials who live in the ward"),
    "state_body": Label("cơ quan hành chính nhà nước", "state administrative bodies"),
    "ward_official": Label("cán bộ, công chức công tác tại phường", "officials who work at the ward"),
}


def category_said(category: str, by: Wording) -> str:
    """What a category is called: by the names given, by its shipped name, else its code."""
    known = None if category in by.names else _CATEGORIES.get(category)
    return by.name(category) if known is None else by.say(known)


def no_regulation_said(answer: NoRegulation, by: Wording) -> str:
    """Whom nothing judges on which day, and what there is before and after."""
    last = next_one = ""
    if answer.last is not None:
        last = by.say(_LAST, regulation=by.say(answer.last.label), day=by.day(answer.last.in_force_until))
    if answer.next is not None:
        next_one = by.say(_NEXT, regulation=by.say(answer.next.label), day=by.day(answer.next.in_force_from))
    return by.say(_NO_REGULATION, day=by.day(answer.on), category=category_said(answer.category, by), last=last, next=next_one)


@final
@attrs.frozen(kw_only=True)
class NotEncoded:
    """A regulation is in force, but it is not encoded, or not far enough to judge by; what is missing is named."""

    #: What it is called.
    instrument: Label
    #: What is missing.
    missing: tuple[Label, ...]
    #: Whom it judges.
    category: str = attrs.field(converter=composed)
    #: The first day on which it is in force; None where that is not known either.
    in_force_from: date | None = None
    #: The first day on which it is no longer in force; None while it is or where that is not known.
    in_force_until: date | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "category")


@final
@attrs.frozen(kw_only=True)
class DependsOnUnit:
    """The law leaves it to the state of the unit which of several regulations judges; the unit knows, nobody else does.

    >>> from datetime import date
    >>> from supervision_core import regulations
    >>> answer = regulations.in_force("public_employee", on=date(2026, 12, 1))
    >>> [one.code for one in answer.choices]
    ['nd233_2026_public_employee', 'nd90_2020_48_2023_public_employee']
    >>> answer.citation.article
    '20.1'
    """

    #: The category that was asked for.
    category: str = attrs.field(converter=composed)
    #: The day that was asked for.
    on: date
    #: The regulations that may judge; first the one of a unit that has what the law asks of it.
    choices: tuple[Regulation, ...]
    #: Where it stands.
    citation: Citation

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "category")

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The answer for people."""
        return depends_on_unit_said(self, wording(lang, names))


_DEPENDS = Label(
    "Ngày {day}, việc áp dụng {choices} đối với “{category}” tùy tình hình của đơn vị ({citation}).",
    "On {day} whether {choices} judges “{category}” depends on the unit ({citation}).",
)
_OR = Label(" hay ", " or ")


def depends_on_unit_said(answer: DependsOnUnit, by: Wording) -> str:
    """That the unit's own state settles it, between which regulations, and by which article."""
    return by.say(
        _DEPENDS,
        day=by.day(answer.on),
        choices=by.say(_OR).join(by.say(one.label) for one in answer.choices),
        category=category_said(answer.category, by),
        citation=answer.citation.text(by.lang),
    )


def _not_encoded(category: str, name: Label, start: date, end: date | None, *missing: Label) -> NotEncoded:
    return NotEncoded(instrument=name, missing=missing, category=category, in_force_from=start, in_force_until=end)


def _named(instrument: Instrument) -> Label:
    return Label(instrument.text("vi"), instrument.text("en"))


_OWN_WORDS = Label("lời văn các điều về tiêu chí xếp loại", "the words of the articles on the criteria")
_DETAILS = Label("các văn bản quy định chi tiết", "the instruments that detail it")
_EMPLOYEE_LAW, _START, _UNTIL_88 = date(2012, 1, 1), date(2015, 8, 1), date(2017, 9, 15)
_UNTIL_90, _END_OF_90 = date(2020, 8, 20), date(2026, 7, 1)
_LAW_80 = date(2025, 7, 1)
_OFFICIALS = ("cadre", "civil_servant", "civil_servant_leader")
_EMPLOYEES = ("public_employee", "public_employee_manager")

#: What is in force but is not encoded, or not far enough, with what is missing.
NOT_READ: Final = (
    *(
        _not_encoded(
            category,
            _named(LAW2008),
            date(2010, 1, 1),
            _START,
            Label("ngày có hiệu lực (01/01/2010 chưa được đối chiếu)", "its first day (1 January 2010 was not checked)"),
            _DETAILS,
        )
        for category in _OFFICIALS
    ),
    *(_not_encoded(category, _named(EMPLOYEES2010), _EMPLOYEE_LAW, _START, _DETAILS) for category in _EMPLOYEES),
    *(
        _not_encoded(category, _named(ND56), _START, _UNTIL_90, _OWN_WORDS)
        for category in (*_OFFICIALS, "public_employee_manager")
    ),
    _not_encoded("public_employee", _named(ND56), _START, _UNTIL_88, _OWN_WORDS),
    _not_encoded(
        "cadre",
        _named(QD366),
        _END_OF_90,
        None,
        Label("toàn văn Quy định và các biểu mẫu", "the whole text of the Regulation and its forms"),
        Label(
            "quy định của pháp luật và của cấp có thẩm quyền về đánh giá cán bộ (Luật 80/2025/QH15, Điều 17.1)",
            "what the law and the competent level lay down for cadres (Law 80/2025/QH15, Article 17.1)",
        ),
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
            ND233_PUBLIC_EMPLOYEE,
            ND233_PUBLIC_EMPLOYEE_MANAGER,
            ND233_SERVICE_UNIT,
            ND335_CIVIL_SERVANT,
            ND335_LEADER,
            ND335_STATE_BODY,
            *NOT_READ,
        ),
        key=lambda one: (one.category, one.in_force_from or date.min),
    )
)

#: Every shipped regulation, those included that were encoded anew: assessments name theirs by code and version.
SHIPPED: Final[tuple[Regulation, ...]] = (*(one for one in ENCODED if isinstance(one, Regulation)), *SUPERSEDED)

#: Every fact that some shipped regulation asks for, and those that a locality's own may ask for, by code.
VOCABULARY: Final[IdMap[FactDefinition]] = IdMap(
    {fact.code: fact for regulation in reversed(SHIPPED) for fact in regulation.ladder.facts}
    | {fact.code: fact for fact in COMMITMENT_FACTS}
)

#: Until when a unit without its own rules of rating still rates its employees by the decree of before.
_UNITS_CHOOSE_UNTIL: Final = date(2027, 1, 1)


def in_force(
    category: str, *, on: date, rated_on: date | None = None
) -> Regulation | NoRegulation | NotEncoded | DependsOnUnit:
    """The regulation that judges a category of people for a time.

    ``on`` is a day of the time that is rated and ``rated_on`` the day on which the grade is given; without it the rules are
    those of ``on`` itself. A year in which the rules changed is rated by those in force when its grade is given, as far as
    they came within that year. Grades of cadres and civil servants given from 1 July 2025 leave out discipline that has
    nothing to do with public duty, whatever year they are for.

    ``NoRegulation``, ``NotEncoded`` and ``DependsOnUnit`` are answers, not errors; judging refuses them.
    A category that no regulation knows raises ``InvalidInput``.

    >>> from datetime import date
    >>> from supervision_core import regulations
    >>> regulations.in_force("ward_official", on=date(2014, 12, 1)).code
    'good_performance_2014'
    >>> regulations.in_force("ward_official", on=date(2016, 1, 1)).last.code
    'good_performance_2014'
    >>> regulations.in_force("cadre", on=date(2025, 3, 1), rated_on=date(2025, 12, 10)).code
    'nd90_2020_80_2025_cadre'

    Source: Nghị định 233/2026/NĐ-CP, Articles 19 and 20.1; Luật 80/2025/QH15, Article 38.4; Nghị định 48/2023/NĐ-CP, which
    leaves grades given before it as they are.
    """
    checks = Checks("in_force")
    known = sorted({one.category for one in ENCODED})
    if category not in known:
        checks.fault("unknown_category", "category", category, "one of " + ", ".join(known))
    checks.day("on", on)
    checks.optional_day("rated_on", rated_on)
    checks.done()
    day = on if rated_on is None else min(max(on, rated_on), date(on.year, 12, 31))
    answer = _by_day(category, on, day)
    if isinstance(answer, Regulation):
        answer = _by_law_80(answer, rated_on or on)
        if category in _EMPLOYEES and _END_OF_90 <= day < _UNITS_CHOOSE_UNTIL:
            before = _by_day(category, on, _END_OF_90 - timedelta(days=1))
            assert isinstance(before, Regulation)
            return DependsOnUnit(category=category, on=on, choices=(answer, before), citation=cite(ND233, "20.1"))
    return answer


def _by_law_80(found: Regulation, rated_on: date) -> Regulation:
    """Of the two texts that judge cadres and civil servants, the one of the day on which the grade is given."""
    prefix = "nd90_2020_48_2023_" if rated_on < _LAW_80 else "nd90_2020_80_2025_"
    if found.code not in (f"nd90_2020_48_2023_{found.category}", f"nd90_2020_80_2025_{found.category}"):
        return found
    return next((one for one in ND90_REGULATIONS if one.code == prefix + found.category), found)


def _by_day(category: str, on: date, day: date) -> Regulation | NoRegulation | NotEncoded:
    candidates = [one for one in ENCODED if one.category == category]
    for one in candidates:
        starts, ends = one.in_force_from or date.min, one.in_force_until or date.max
        if starts <= day < ends or (day == date.max and one.in_force_until is None):
            return one
    encoded = [one for one in candidates if isinstance(one, Regulation)]
    before = [one for one in encoded if one.in_force_until is not None and one.in_force_until <= day]
    after = [one for one in encoded if one.in_force_from is not None and one.in_force_from > day]
    return NoRegulation(category=category, on=on, last=before[-1] if before else None, next=after[0] if after else None)
