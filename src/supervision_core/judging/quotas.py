"""At most so many of a group may have a grade: the cap, and what becomes of those above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from fractions import Fraction
from typing import final

import attrs

from supervision_core.criteria.ladders import Grade, total
from supervision_core.criteria.nodes import Quantity
from supervision_core.judging.assessing import Assessment
from supervision_core.values.checks import Checks, check_fields
from supervision_core.values.citations import Citation
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.exact import exact_or_same, whole_or_none
from supervision_core.values.labels import Label
from supervision_core.values.text import composed, identifier_fault, shown, veiled

__all__ = ["Quota", "QuotaBase", "QuotaResult", "QuotaRow", "Rounding", "Undecided", "apply_quota"]


@final
class QuotaBase(Enum):
    """Of what number the share is taken, within each group; the words of the law leave it open."""

    #: Those rated exactly the grade below, as judged before the cap.
    BELOW = "below"
    #: Those rated the grade below after the cap, with the ones it lowered.
    BELOW_AFTER = "below_after"
    #: Those rated the grade below or better, as judged.
    BELOW_OR_BETTER = "below_or_better"
    #: Everyone who was rated.
    ALL = "all"


@final
class Rounding(Enum):
    """How a share that is no whole number becomes one."""

    #: Never above the share: "not over 20 %".
    DOWN = "down"
    #: The nearest whole number, halves up.
    HALF_UP = "half_up"
    #: The next whole number.
    UP = "up"

    def whole(self, share: Fraction) -> int:
        """The whole number."""
        if self is Rounding.DOWN:
            return share.__floor__()
        if self is Rounding.UP:
            return share.__ceil__()
        return (share + Fraction(1, 2)).__floor__()


@final
@attrs.frozen(kw_only=True)
class Quota:
    """At most ``share`` of a base may have ``grade``; the others get ``falls_to``."""

    #: The capped grade's code.
    grade: str = attrs.field(converter=composed)
    #: The code of the grade that the others get.
    falls_to: str = attrs.field(converter=composed)
    #: The share, from 0 to 1.
    share: Fraction = attrs.field(converter=exact_or_same)
    #: Of what the share is taken.
    base: QuotaBase = QuotaBase.BELOW
    #: How it is rounded.
    rounding: Rounding = Rounding.DOWN
    #: What those with the capped grade are ordered by, more being better; None where nothing orders them.
    order_by: Quantity | None = None
    #: Where it stands.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("Quota")
        checks.identifier("grade", self.grade)
        checks.identifier("falls_to", self.falls_to)
        if checks.number("share", self.share) and not 0 <= self.share <= 1:
            checks.fault("out_of_range", "share", str(self.share), "from 0 to 1")
        checks.member("base", self.base, QuotaBase)
        checks.member("rounding", self.rounding, Rounding)
        checks.optional_kind("order_by", self.order_by, Quantity, "a Quantity")
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.done()

    def places(self, graded: int, below: int, rated: int) -> int:
        """How many may have the grade, given how many were judged to it, to the one below, and rated at all."""
        if self.base is QuotaBase.BELOW:
            return self.rounding.whole(self.share * below)
        if self.base is QuotaBase.BELOW_OR_BETTER:
            return self.rounding.whole(self.share * (graded + below))
        if self.base is QuotaBase.ALL:
            return self.rounding.whole(self.share * rated)
        # With x kept, the base is below + graded - x, so that x <= share * (below + graded) / (1 + share).
        return min(graded, self.rounding.whole(self.share * (graded + below) / (1 + self.share)))


@final
@attrs.frozen(kw_only=True)
class QuotaRow:
    """One person after the cap."""

    #: Who.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: The group.
    group: str = attrs.field(converter=composed)
    #: The grade as judged.
    judged: Grade
    #: The grade after the cap; None while a person has to settle it.
    grade: Grade | None
    #: Why.
    why: Label

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@final
@attrs.frozen(kw_only=True)
class Undecided:
    """People between whom the cap does not decide; somebody competent has to."""

    #: The group.
    group: str = attrs.field(converter=composed)
    #: Who, sorted.
    subject_ids: tuple[str, ...] = attrs.field(repr=veiled)
    #: How many of them may keep the grade; None while that depends on people who are still undetermined.
    places: int | None = attrs.field(converter=whole_or_none)
    #: Why it is open.
    why: Label

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@final
@attrs.frozen(kw_only=True)
class QuotaResult:
    """Everyone after the cap."""

    #: One row a determined person, in the order given.
    rows: tuple[QuotaRow, ...]
    #: Those whose grade is not settled yet, in the order given; the cap does not touch them.
    undetermined: tuple[str, ...] = attrs.field(repr=veiled)
    #: What people have to settle, by group.
    undecided: tuple[Undecided, ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self)


_Row = tuple[str, str, Assessment]


def apply_quota(rows: Iterable[_Row], quota: Quota) -> QuotaResult:
    """Cap a grade within each group: (id, group, assessment) in, everyone's grade after the cap and why out.

    Of those judged to the capped grade the ones with the most points stay; a tie at the cut, or no points to go by, is left
    to a person. Where undetermined people could change the cap or the order, whoever that concerns is left open too.

    >>> import supervision_core as sc
    >>> from fractions import Fraction
    >>> ward = sc.regulations.GOOD_PERFORMANCE_2014
    >>> done = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(sc.regulations.CIVIC_CODES, True)}
    >>> good = sc.assess(ward, sc.Facts.of(done))
    >>> quota = sc.judging.Quota(grade="good", falls_to="fair", share=Fraction(1, 2), base=sc.judging.QuotaBase.ALL)
    >>> result = sc.apply_quota([("o1", "office", good), ("o2", "office", good)], quota)
    >>> [(one.subject_ids, one.places) for one in result.undecided]
    [(('o1', 'o2'), 1)]

    Source: the excellence quota within one body and each group with similar tasks; its base and rounding are parameters.
    """
    given = _checked_rows(rows, quota)
    groups: dict[str, list[_Row]] = {}
    for row in given:
        groups.setdefault(row[1], []).append(row)
    settled: dict[str, QuotaRow] = {}
    undecided: list[Undecided] = []
    for name in sorted(groups):
        for outcome in _Group(name, groups[name], quota).settle():
            if isinstance(outcome, Undecided):
                undecided.append(outcome)
            else:
                settled[outcome.subject_id] = outcome
    return QuotaResult(
        rows=tuple(settled[who] for who, _, assessment in given if assessment.grade is not None),
        undetermined=tuple(who for who, _, assessment in given if assessment.grade is None),
        undecided=tuple(undecided),
    )


def _checked_rows(rows: Iterable[_Row], quota: Quota) -> list[_Row]:
    """The rows with ids and groups in composed Unicode: a group spelt in two ways is one group."""
    faults: list[Fault] = []
    seen: set[str] = set()
    given: list[_Row] = []
    for position, row in enumerate(rows):
        place = f"rows[{position}]"
        if not isinstance(row, tuple) or len(row) != _PARTS_OF_A_ROW:
            faults.append(Fault("wrong_kind", place, shown(row), "an id, a group and an Assessment"))
            continue
        if not isinstance(row[2], Assessment):
            faults.append(Fault("wrong_kind", place, shown(row[2]), "an Assessment"))
            continue
        who, group, assessment = composed(row[0]), composed(row[1]), row[2]
        for name, one in (("id", who), ("group", group)):
            if (fault := identifier_fault(one)) is not None:
                faults.append(Fault(fault[0], f"{place}.{name}", shown(one), fault[1]))
        given.append((who, group, assessment))
        if who in seen:
            faults.append(Fault("duplicate", place, shown(who), "each person once"))
        seen.add(who)
        codes = [grade.code for grade in assessment.regulation.grades if grade.rank is not None]
        faults.extend(
            Fault(
                "unknown_grade", place, shown(code), f"a regulation with this grade; {assessment.regulation.code} has {codes}"
            )
            for code in (quota.grade, quota.falls_to)
            if code not in codes
        )
    if faults:
        raise InvalidInput(faults)
    return given


_PARTS_OF_A_ROW = 3


@final
class _Group:
    """One group: who is judged to the capped grade, what the cap is at least and at most, and who is surely in it."""

    def __init__(self, name: str, rows: Sequence[_Row], quota: Quota) -> None:
        self.name, self.rows, self.quota = name, rows, quota
        self.graded = [(who, _points(assessment, quota)) for who, _, assessment in rows if _is(assessment, quota.grade)]
        self.rivals = sum(1 for _, _, one in rows if one.grade is None and any(g.code == quota.grade for g in one.possible))
        counts = [self._count(surely=surely) for surely in (True, False)]
        self.least, self.most = (min(counts, key=sum), max(counts, key=sum))
        self.places = self.quota.places(*self.least), self.quota.places(*self.most)

    def _count(self, *, surely: bool) -> tuple[int, int, int]:
        """How many are judged to the grade, to the one below, and rated; surely, or possibly."""
        join = all if surely else any
        found = [0, 0, 0]
        for _, _, assessment in self.rows:
            outcomes = assessment.possible
            found[0] += join(grade.code == self.quota.grade for grade in outcomes)
            found[1] += join(grade.code == self.quota.falls_to for grade in outcomes)
            found[2] += join(grade.rank is not None for grade in outcomes)
        return found[0], found[1], found[2]

    def settle(self) -> Iterator[QuotaRow | Undecided]:
        """The rows of the group, and what is left to people."""
        least, most = self.places
        open_ones: list[str] = []
        verdicts: dict[str, bool | None] = {}
        for who, points in self.graded:
            verdicts[who] = self._verdict(points, least, most)
            if verdicts[who] is None:
                open_ones.append(who)
        for who, _, assessment in self.rows:
            if assessment.grade is not None:
                yield self._row(who, assessment, verdicts)
        if open_ones:
            kept = sum(1 for verdict in verdicts.values() if verdict)
            depends = self.rivals > 0 or least != most
            yield Undecided(
                group=self.name,
                subject_ids=tuple(sorted(open_ones)),
                places=None if depends else least - kept,
                why=_DEPENDS if depends else _TIE,
            )

    def _verdict(self, points: Fraction | None, least: int, most: int) -> bool | None:
        """Whether someone keeps the grade; None when that is not certain."""
        surely_ahead = sum(1 for _, other in self.graded if points is not None and other is not None and other > points)
        maybe_ahead = sum(1 for _, other in self.graded if points is None or other is None or other >= points)
        if maybe_ahead + self.rivals <= least:
            return True
        return False if surely_ahead >= most else None

    def _row(self, who: str, assessment: Assessment, verdicts: dict[str, bool | None]) -> QuotaRow:
        judged = assessment.grade
        assert judged is not None
        grade: Grade | None = judged
        why = _UNTOUCHED
        if who in verdicts:
            keeps = verdicts[who]
            lower = next(one for one in assessment.regulation.grades if one.code == self.quota.falls_to)
            grade = judged if keeps else lower if keeps is False else None
            why = self._why(keeps)
        return QuotaRow(subject_id=who, group=self.name, judged=judged, grade=grade, why=why)

    def _why(self, keeps: bool | None) -> Label:
        if keeps is None:
            return Label("Chờ người có thẩm quyền quyết định", "Left to somebody competent")
        places = self.places[0] if keeps else self.places[1]
        word = Label("trong", "within") if keeps else Label("vượt", "beyond")
        return Label(
            f"{word.vi} tỷ lệ: tối đa {places} người trong nhóm",
            f"{word.en} the cap: at most {places} in the group",
        )


_UNTOUCHED = Label("Tỷ lệ không áp dụng cho mức này", "The cap does not concern this grade")
_TIE = Label("Bằng điểm tại ranh giới, hoặc không có điểm để so sánh", "A tie at the cut, or no points to go by")
_DEPENDS = Label("Còn phụ thuộc người chưa xác định mức", "It depends on people who are still undetermined")


def _is(assessment: Assessment, code: str) -> bool:
    return assessment.grade is not None and assessment.grade.code == code


def _points(assessment: Assessment, quota: Quota) -> Fraction | None:
    """What someone is ordered by; without an order everyone is alike."""
    if quota.order_by is None:
        return Fraction(0)
    return total(quota.order_by, dict(assessment.known))
