r"""The two-part criterion of a ward's review of 2014, and its twin for officials who only live there.

Source: the interim review of 2014 in Hòa Khánh Bắc ward, Đà Nẵng, as the press reported it.
It is what was said and done there, not a clause of a law.

====  ==============================================  =================
part  fact                                            needed for "good"
====  ==============================================  =================
A     assigned duties well done                       yes
B     own civic obligations fulfilled                 yes
B     the household's civic obligations fulfilled     yes
B     close ties with the people                      yes
B     contribution to the locality                    yes
B     good morals and lifestyle                       yes
B     standing with the people where one lives        yes
\-    conduct breaching the law                       must be absent
====  ==============================================  =================

Those who only live in the ward are judged on part B and on two findings of their residential group: whether they take part
in its meetings, and whether they give opinions for building the locality. For "fulfilled" all eight are needed.

The source does not say which grade follows when part A holds and part B does not, nor who decides part B,
nor what happens to a part that cannot apply. These are the parameters of ``good_performance``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, Literal, TypeAlias

import attrs

from supervision_core.criteria.ladders import Grade, Implication, Ladder, Rung
from supervision_core.criteria.nodes import AllOf, AtLeast, Holds, Not, YesNo
from supervision_core.regulations.regulation import Regulation
from supervision_core.values.checks import Checks, composed_each
from supervision_core.values.citations import Citation, Instrument, InstrumentKind, Verification
from supervision_core.values.labels import Label

__all__ = ["CIVIC_CODES", "GOOD_PERFORMANCE_2014", "RESIDENCE_2014", "good_performance"]

#: Which grade follows when duties are well done and the civic part is not met.
WithoutCivic: TypeAlias = Literal["fair", "below_fair"]

REVIEW: Final = Instrument(
    kind=InstrumentKind.REPORT,
    title=Label(
        "Sơ kết giám sát cán bộ, công chức năm 2014 của Mặt trận phường Hòa Khánh Bắc, Đà Nẵng",
        "Interim review of 2014 on supervising officials, Front of Hòa Khánh Bắc ward, Đà Nẵng",
    ),
)
_SOURCE: Final = Citation(instrument=REVIEW, verification=Verification.REPORTED)

_WELL_DONE = YesNo(code="duties.well_done", label=Label("Hoàn thành tốt nhiệm vụ được giao", "Assigned duties well done"))
_FAIRLY_DONE = YesNo(
    code="duties.fairly_done",
    label=Label("Hoàn thành khá nhiệm vụ được giao", "Assigned duties fairly well done"),
)
_OWN = YesNo(
    code="civic.own_obligations",
    label=Label("Bản thân hoàn thành nghĩa vụ công dân", "Own civic obligations fulfilled"),
)
_HOUSEHOLD = YesNo(
    code="civic.household_obligations",
    label=Label("Gia đình hoàn thành nghĩa vụ công dân", "The household's civic obligations fulfilled"),
)
_TIES = YesNo(
    code="civic.ties_with_people",
    label=Label("Có mối liên hệ mật thiết với Nhân dân", "Close ties with the people"),
)
_CONTRIBUTION = YesNo(
    code="civic.local_contribution",
    label=Label("Có tham gia đóng góp cho địa phương", "Contributes to the locality"),
)
_MORALS = YesNo(
    code="civic.morals_and_lifestyle",
    label=Label("Thể hiện đạo đức, lối sống tốt", "Good morals and lifestyle"),
)
_STANDING = YesNo(
    code="civic.standing",
    label=Label("Có uy tín với Nhân dân nơi cư trú", "Standing with the people of the place of residence"),
)
_VIOLATION = YesNo(
    code="conduct.violation",
    label=Label("Có hành vi vi phạm pháp luật", "Conduct breaching the law"),
    favourable=False,
)
_MEETINGS = YesNo(
    code="residence.meetings",
    label=Label("Tham gia sinh hoạt tổ dân phố", "Takes part in meetings of the residential group"),
)
_OPINIONS = YesNo(
    code="residence.local_opinions",
    label=Label("Có ý kiến tham gia xây dựng địa phương", "Gives opinions for building the locality"),
)
_CIVIC = (_OWN, _HOUSEHOLD, _TIES, _CONTRIBUTION, _MORALS, _STANDING)
_AT_HOME = (*_CIVIC, _MEETINGS, _OPINIONS)

#: The six facts of part B, in the order of the source.
CIVIC_CODES: Final = tuple(fact.code for fact in _CIVIC)

_GOOD = Grade(code="good", label=Label("Hoàn thành tốt (theo tiêu chí của phường)", "Good"), rank=3)
_FAIR = Grade(code="fair", label=Label("Hoàn thành khá", "Fair"), rank=2)
_BELOW_FAIR = Grade(code="below_fair", label=Label("Dưới mức khá", "Below fair"), rank=1)
_NO_VIOLATION = Not(part=Holds(code=_VIOLATION.code), label=Label("Không vi phạm pháp luật", "No conduct breaching the law"))
_WELL_IS_FAIRLY = Implication(
    code=_WELL_DONE.code,
    then_code=_FAIRLY_DONE.code,
    label=Label("Hoàn thành tốt thì cũng hoàn thành khá", "Well done implies fairly well done"),
)
_DEFAULT_CODE = "good_performance_2014"


def good_performance(
    *,
    civic: Iterable[str] = CIVIC_CODES,
    civic_at_least: int | None = None,
    without_civic: WithoutCivic = "fair",
    violation_excludes_fair: bool = True,
    may_be_not_applicable: Iterable[str] = (),
) -> Regulation:
    """The two-part criterion with a locality's own choices where the source is silent.

    ``civic`` are the facts that part B asks for, and ``civic_at_least`` how many of them (all, by default);
    ``without_civic`` is the grade of someone whose duties are well done while part B is not met
    (someone whose duties are only fairly done is ``fair`` in any case);
    ``violation_excludes_fair`` says whether a breach of the law excludes ``fair`` too, not only ``good``;
    a fact in ``may_be_not_applicable`` (someone without a household) then counts as met.
    Choices that differ from the defaults show in the regulation's code.

    Raises ``InvalidInput`` for a code that is none of the six, for a number out of range and for an unknown grade.

    >>> from supervision_core import Facts, assess, regulations
    >>> strict = regulations.good_performance(without_civic="below_fair")
    >>> facts = {"duties.well_done": True, "civic.standing": False, "conduct.violation": False}
    >>> assess(strict, Facts.of(facts)).grade.code
    'below_fair'
    >>> strict.code
    'good_performance_2014;without_civic=below_fair'

    Source: the two requirements for "good" as quoted in the review; everything else here is a choice.
    """
    chosen, spared = _choices(civic, civic_at_least, without_civic, violation_excludes_fair, may_be_not_applicable)
    return Regulation(
        code=_code(chosen, civic_at_least, without_civic, violation_excludes_fair, spared),
        version=1,
        label=Label("Đánh giá hoàn thành tốt nhiệm vụ (2014)", "Good performance (2014)"),
        category="ward_official",
        in_force_from=date(2014, 2, 28),
        in_force_until=date(2015, 1, 1),
        citation=_SOURCE,
        ladder=Ladder(
            facts=tuple(
                attrs.evolve(fact, not_applicable_as=True) if fact.code in spared else fact
                for fact in (_WELL_DONE, _FAIRLY_DONE, *_CIVIC, _VIOLATION)
                if fact not in _CIVIC or fact.code in chosen
            ),
            implications=(_WELL_IS_FAIRLY,),
            rungs=(
                Rung(grade=_GOOD, criterion=_good(chosen, civic_at_least)),
                Rung(grade=_FAIR, criterion=_fair(without_civic, violation_excludes_fair)),
                Rung(grade=_BELOW_FAIR, criterion=AllOf(parts=())),
            ),
        ),
    )


def _good(civic: tuple[str, ...], at_least: int | None) -> AllOf:
    """Part A and part B of the source, and no breach of the law."""
    duties = AllOf(parts=(Holds(code=_WELL_DONE.code),), label=Label("A. Nhiệm vụ được giao", "A. Assigned duties"))
    parts = tuple(Holds(code=code) for code in civic)
    label = Label("B. Nghĩa vụ công dân nơi cư trú", "B. Civic obligations at the place of residence")
    needed = len(parts) if at_least is None else at_least
    obligations = AtLeast(count=needed, parts=parts, label=label) if needed < len(parts) else AllOf(parts=parts, label=label)
    return AllOf(parts=(duties, obligations, _NO_VIOLATION))


def _fair(without_civic: str, violation_excludes: bool) -> AllOf:
    parts: list[Holds | Not] = [Holds(code=_FAIRLY_DONE.code)]
    if without_civic == "below_fair":
        label = Label("Chưa đạt mức tốt về nhiệm vụ", "Duties not well done")
        parts.append(Not(part=Holds(code=_WELL_DONE.code), label=label))
    if violation_excludes:
        parts.append(_NO_VIOLATION)
    return AllOf(parts=parts)


def _choices(
    civic: Iterable[str], at_least: int | None, without_civic: str, excludes: object, not_applicable: Iterable[str]
) -> tuple[tuple[str, ...], frozenset[str]]:
    checks = Checks("good_performance")
    chosen, spared = composed_each(civic), composed_each(not_applicable)
    for name, codes in (("civic", chosen), ("may_be_not_applicable", spared)):
        checks.identifiers(name, codes)
        for code in codes if isinstance(codes, tuple) else ():
            if code not in CIVIC_CODES:
                checks.fault("unknown_code", name, code, "one of " + ", ".join(CIVIC_CODES))
    if isinstance(chosen, tuple) and at_least is not None:
        checks.whole("civic_at_least", at_least, at_least=0, at_most=len(chosen))
    if without_civic not in ("fair", "below_fair"):
        checks.fault("unknown_grade", "without_civic", without_civic, "'fair' or 'below_fair'")
    checks.kind("violation_excludes_fair", excludes, bool, "True or False")
    checks.done()
    return tuple(code for code in CIVIC_CODES if code in chosen), frozenset(spared)


def _code(chosen: tuple[str, ...], at_least: int | None, without_civic: str, excludes: bool, spared: frozenset[str]) -> str:
    choices = []
    if chosen != CIVIC_CODES:
        choices.append("civic=" + ",".join(chosen))
    if at_least not in {None, len(chosen)}:
        choices.append(f"civic_at_least={at_least}")
    if without_civic != "fair":
        choices.append(f"without_civic={without_civic}")
    if not excludes:
        choices.append("violation_excludes_fair=False")
    if spared:
        choices.append("may_be_not_applicable=" + ",".join(sorted(spared)))
    return ";".join([_DEFAULT_CODE, *choices])


#: The two-part criterion as the source states it, with the documented choices of ``good_performance``.
GOOD_PERFORMANCE_2014: Final = good_performance()

#: The second population: officials of other places who live in the ward, judged on residence alone.
#: Its five findings are the ones the ward recorded; the two grades' names are this library's, the source has none.
RESIDENCE_2014: Final = Regulation(
    code="residence_2014",
    version=1,
    label=Label("Sinh hoạt nơi cư trú (2014)", "Conduct at the place of residence (2014)"),
    category="resident_official",
    in_force_from=date(2014, 2, 28),
    in_force_until=date(2015, 1, 1),
    citation=_SOURCE,
    ladder=Ladder(
        facts=_AT_HOME,
        rungs=(
            Rung(
                grade=Grade(code="fulfilled", label=Label("Thực hiện tốt", "Fulfilled"), rank=2),
                criterion=AllOf(parts=tuple(Holds(code=fact.code) for fact in _AT_HOME)),
            ),
            Rung(
                grade=Grade(code="not_fulfilled", label=Label("Còn hạn chế", "With shortcomings"), rank=1),
                criterion=AllOf(parts=()),
            ),
        ),
    ),
)
