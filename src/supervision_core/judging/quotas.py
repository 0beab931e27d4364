"""At most so many of a group may have a grade: the cap, and what becomes of those above it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from fractions import Fraction
from itertools import accumulate
from typing import TypeAlias, final

import attrs

from supervision_core.criteria.ladders import Grade, ends
from supervision_core.criteria.nodes import Measure, Quantity
from supervision_core.judging.assessing import Assessment
from supervision_core.regulations import Regulation
from supervision_core.regulations.statutory import NOT_ENCODED, RATER_DECIDES
from supervision_core.values.checks import Checks, check_arguments, check_fields, check_ids, composed_sorted
from supervision_core.values.citations import Citation
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.exact import exact_or_none, exact_or_same, whole_or_none
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
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
        if type(share) is not Fraction:
            check_arguments(Rounding.whole, share=share)
            share = Fraction(share)
        if self is Rounding.DOWN:
            return share.__floor__()
        if self is Rounding.UP:
            return share.__ceil__()
        return (share + Fraction(1, 2)).__floor__()


@final
@attrs.frozen(kw_only=True)
class Quota:
    """At most ``share`` of a base may have ``grade``; the others get ``falls_to``, a lower one."""

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
    #: What those are ordered by who are alike by ``order_by``, more being better; None where nothing is.
    then_by: Quantity | None = None
    #: The share of a group that is itself rated excellent; ``apply_quota(raised_for=)`` names these. None where there is none.
    raised_share: Fraction | None = attrs.field(default=None, converter=exact_or_none)
    #: Groups of fewer people than this have ``small_places`` instead of a share; 0 where there is no such rule.
    small_below: int = 0
    #: How many of a small group may have the grade.
    small_places: int = 0

    def __attrs_post_init__(self) -> None:
        checks = Checks("Quota")
        checks.identifier("grade", self.grade)
        checks.identifier("falls_to", self.falls_to)
        if checks.clean and self.grade == self.falls_to:
            checks.fault("same_code", "falls_to", self.falls_to, "another grade than `grade`")
        for name in ("share", "raised_share"):
            share = getattr(self, name)
            if (name == "share" or share is not None) and checks.number(name, share) and not 0 <= share <= 1:
                checks.fault("out_of_range", name, str(share), "from 0 to 1")
        checks.member("base", self.base, QuotaBase)
        checks.member("rounding", self.rounding, Rounding)
        checks.optional_kind("order_by", self.order_by, Quantity, "a Quantity")
        checks.optional_kind("then_by", self.then_by, Quantity, "a Quantity")
        if self.then_by is not None and self.order_by is None:
            checks.fault("missing", "order_by", None, "a Quantity, since there is a second order")
        checks.whole("small_below", self.small_below, at_least=0)
        checks.whole("small_places", self.small_places, at_least=0)
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.done()

    @property
    def orders(self) -> tuple[Quantity, ...]:
        """What people are ordered by, the first order first."""
        return tuple(one for one in (self.order_by, self.then_by) if one is not None)

    def allowed(self, counted: int, *, raised: bool = False) -> int:
        """How many may have the grade, of so many in the base; for ``BELOW_AFTER`` the base before anybody is lowered.

        After the cap the share holds by its own words: for ``BELOW_AFTER`` of those who then have the grade below.
        """
        check_arguments(Quota.allowed, counted=counted, raised=raised)
        share = self.raised_share if raised and self.raised_share is not None else self.share
        if self.base is not QuotaBase.BELOW_AFTER:
            return self.rounding.whole(share * counted)
        low, high = 0, counted
        while low < high:
            kept = (low + high + 1) // 2
            low, high = (kept, high) if kept <= self.rounding.whole(share * (counted - kept)) else (low, kept - 1)
        return low

    def counts(self, grade: Grade, capped: Grade, lower: Grade) -> bool:
        """Whether somebody of this grade is in the base."""
        if not type(grade) is type(capped) is type(lower) is Grade:
            check_arguments(Quota.counts, grade=grade, capped=capped, lower=lower)
        if grade.rank is None:
            return False
        if self.base is QuotaBase.BELOW:
            return grade == lower
        if self.base is QuotaBase.BELOW_AFTER:
            return grade in (lower, capped)
        return self.base is QuotaBase.ALL or grade >= lower


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
    #: The points of a regulation by points; None where it has none, or not all is known.
    score: Fraction | None = attrs.field(default=None, converter=exact_or_none)

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "subject_id", "group")


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
        check_ids(self, "group", "subject_ids")


@final
@attrs.frozen(kw_only=True)
class QuotaResult:
    """Everyone after the cap."""

    #: One row a determined person, in the order given.
    rows: tuple[QuotaRow, ...]
    #: Those whose grade is not settled yet or left to somebody competent, in the order given; the cap does not touch them.
    undetermined: tuple[str, ...] = attrs.field(repr=veiled)
    #: What people have to settle, by group.
    undecided: tuple[Undecided, ...]
    #: For each whose grade is open after the cap, the grades that are still possible, at least, and nobody else is in it; None
    #: where it is not said, as in what was written before it was.
    possible: IdMap[tuple[Grade, ...]] | None = attrs.field(default=None, repr=veiled)

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "undetermined")
        if self.possible is None:
            return
        is_open = {*self.undetermined, *(row.subject_id for row in self.rows if row.grade is None)}
        if self.possible.keys() != is_open:
            expected = f"everybody whose grade is open: {shown(sorted(is_open))}"
            raise InvalidInput((Fault("other_people", "QuotaResult.possible", shown(sorted(self.possible)), expected),))
        checks = Checks("QuotaResult")
        for who, grades in self.possible.items():
            if not grades:
                checks.fault("empty", f"possible[{shown(who)}]", grades, "at least one grade")
        checks.done()


_Row = tuple[str, str, Assessment]


def apply_quota(
    rows: Iterable[_Row], quota: Quota, *, raised_for: Iterable[str] = (), earlier: QuotaResult | None = None
) -> QuotaResult:
    """Cap a grade within each group: (id, group, assessment) in, everyone's grade after the cap and why out.

    Of those judged to the capped grade the ones with the most points stay; a tie at the cut, or no points to go by, is left
    to a person. Where undetermined people could change the cap or the order, whoever that concerns is left open too; whoever
    comes out the same however these turn out is decided. Whose grade is left to the competent level, or could not be read, is
    undetermined too. ``raised_for`` names the groups with the raised share, and ``earlier`` is the result of another cap on
    the same people, whose grades after it are then what is capped here; where it left one open, each grade that it left
    possible may be meant.

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
    named = composed_sorted(raised_for)
    check_arguments(apply_quota, raised_for=named)
    raised = frozenset(named)
    given = _checked_rows(rows, quota, raised, earlier)
    before = {} if earlier is None else {row.subject_id: row.grade for row in earlier.rows if row.grade is not None}
    groups: dict[str, list[_Person]] = {}
    possible: dict[str, tuple[Grade, ...]] = {}
    for who, group, assessment in given:
        left = (before[who],) if who in before else _still_possible(who, assessment, earlier)
        might = _may_be(left, assessment.regulation)
        person = _person(who, assessment, quota, might[0] if len(might) == 1 else None, might)
        groups.setdefault(group, []).append(person)
        possible[who] = person.after(assessment.regulation.grades)
    settled: dict[str, QuotaRow] = {}
    undecided: list[Undecided] = []
    for name in sorted(groups):
        for outcome in _Group(name, groups[name], quota, raised=name in raised).settle():
            if isinstance(outcome, Undecided):
                undecided.append(outcome)
            else:
                settled[outcome.subject_id] = outcome
    return QuotaResult(
        rows=tuple(settled[who] for who, _, _ in given if who in settled),
        undetermined=tuple(who for who, _, _ in given if who not in settled),
        undecided=tuple(undecided),
        possible=IdMap({who: some for who, some in possible.items() if who not in settled or settled[who].grade is None}),
    )


def _still_possible(who: str, assessment: Assessment, earlier: QuotaResult | None) -> tuple[Grade, ...]:
    """The grades that somebody whose grade is open may have; where an earlier cap does not say, each that is no better too."""
    if earlier is None:
        return assessment.possible
    if earlier.possible is not None:
        return earlier.possible[who]
    best = max((grade for grade in assessment.possible if grade.rank is not None), default=None)
    lower = {grade for grade in assessment.regulation.grades if grade.rank is not None and best is not None and grade <= best}
    return (
        *(one for one in assessment.possible if one not in lower),
        *(one for one in assessment.regulation.grades if one in lower),
    )


def _may_be(left: tuple[Grade, ...], regulation: Regulation) -> tuple[Grade, ...]:
    """The grades that somebody may come to have: any, where one is still to be given by whoever is competent, or to be read."""
    found = tuple(one for one in left if one not in (RATER_DECIDES, NOT_ENCODED))
    if len(found) == len(left):
        return found
    return tuple(one for one in regulation.grades if one.rank is not None or one in found)


def _checked_rows(rows: Iterable[_Row], quota: Quota, raised: frozenset[str], earlier: QuotaResult | None) -> list[_Row]:
    """The rows with ids and groups in composed Unicode: a group spelt in two ways is one group."""
    checks = Checks("apply_quota")
    checks.kind("quota", quota, Quota, "a Quota")
    checks.optional_kind("earlier", earlier, QuotaResult, "a QuotaResult")
    checks.stream("rows", rows, "an id, a group and an Assessment")
    checks.done()
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
        faults.extend(_faults_of_regulation(place, assessment.regulation, quota))
    groups = {group for _, group, _ in given}
    faults.extend(Fault("unknown_group", "raised_for", shown(one), "a group of the rows") for one in sorted(raised - groups))
    if earlier is not None and {*(row.subject_id for row in earlier.rows), *earlier.undetermined} != seen:
        faults.append(Fault("other_people", "earlier", shown(earlier), "the result of a cap on the same people"))
    elif earlier is not None:
        faults.extend(_faults_of_earlier(given, earlier))
    if faults:
        raise InvalidInput(dict.fromkeys(faults))
    return given


def _faults_of_earlier(rows: Iterable[_Row], earlier: QuotaResult) -> Iterator[Fault]:
    """Grades after the earlier cap that the people's regulations do not have."""
    open_ones: Mapping[str, tuple[Grade, ...]] = earlier.possible or {}
    left = {row.subject_id: (row.grade,) for row in earlier.rows if row.grade is not None} | dict(open_ones)
    for who, _, assessment in rows:
        for grade in left.get(who, ()):
            if grade.rank is not None and grade not in assessment.regulation.grades:
                place, expected = f"earlier.possible[{shown(who)}]", f"a grade of {assessment.regulation.code}"
                yield Fault("unknown_grade", place if who in open_ones else "earlier.rows", shown(grade.code), expected)


def _faults_of_regulation(place: str, regulation: Regulation, quota: Quota) -> Iterator[Fault]:
    """Grades and measures of the quota that the regulation does not have, and a grade to fall to that is no lower one."""
    ranked = {grade.code: grade for grade in regulation.grades if grade.rank is not None}
    missing = [code for code in (quota.grade, quota.falls_to) if code not in ranked]
    for code in missing:
        expected = f"a regulation with this grade; {regulation.code} has {list(ranked)}"
        yield Fault("unknown_grade", place, shown(code), expected)
    if missing:
        return
    if ranked[quota.falls_to] >= ranked[quota.grade]:
        yield Fault("not_lower", "quota.falls_to", shown(quota.falls_to), f"a lower grade than {quota.grade}")
    for code in dict.fromkeys(code for order in quota.orders for code in order.codes()):
        if not isinstance(regulation.ladder.definitions.get(code), Measure):
            yield Fault("unknown_code", "quota.order_by", shown(code), f"a measure of {regulation.code}")


_PARTS_OF_A_ROW = 3
_Points: TypeAlias = tuple[Fraction, ...]


@final
@attrs.frozen
class _Person:
    """Somebody of a group: the grades still possible, and the least and the most points with the capped one."""

    who: str
    judged: Grade | None
    possible: tuple[Grade, ...]
    capped: Grade
    lower: Grade
    least: _Points
    most: _Points
    score: Fraction | None

    def after(self, grades: Collection[Grade]) -> tuple[Grade, ...]:
        """The grades that the cap may leave: those possible before it, and the lower one where the capped one is."""
        found = {*self.possible, *([self.lower] if self.capped in self.possible else [])}
        return (*(grade for grade in grades if grade in found), *(one for one in self.possible if one not in grades))


def _person(who: str, assessment: Assessment, quota: Quota, judged: Grade | None, possible: tuple[Grade, ...]) -> _Person:
    by_code = {grade.code: grade for grade in assessment.regulation.grades}
    bounds = [ends(assessment.regulation.ladder, order, dict(assessment.known)) for order in quota.orders]
    return _Person(
        who,
        judged,
        possible,
        by_code[quota.grade],
        by_code[quota.falls_to],
        tuple(low for low, _ in bounds),
        tuple(high for _, high in bounds),
        assessment.score,
    )


@final
class _Group:
    """One group. Undetermined people may turn out as they like; whoever comes out the same in any case is decided.

    Whether somebody surely keeps the grade is asked for where the others turn out worst: each is ahead where that is possible,
    and otherwise adds nothing to the base. A place more in the base is at most a place more, so that being ahead costs more.
    """

    def __init__(self, name: str, people: Sequence[_Person], quota: Quota, *, raised: bool) -> None:
        self.name, self.people, self.quota, self.raised = name, people, quota, raised
        self.graded = [one for one in people if one.judged is not None and one.judged == one.capped]
        self.open = [one for one in people if one.judged is None]
        rivals = [one for one in self.open if one.capped in one.possible]
        self.sure = sum(1 for one in people if one.judged is not None and self._counts(one, one.judged))
        # Sorted ends of points, to count by bisection; beside those of rivals, what each adds to the base in the other case.
        self.most = sorted(one.most for one in self.graded)
        self.least = sorted(one.least for one in self.graded)
        by_most, by_least = sorted(rivals, key=lambda one: one.most), sorted(rivals, key=lambda one: one.least)
        self.rival_most = [one.most for one in by_most]
        self.rival_least = [one.least for one in by_least]
        self.fewest = [0, *accumulate(self._added(one, min) for one in by_most)]
        # Somebody whose fewest points are ahead can only stay behind with another grade.
        self.others = [0, *accumulate(max(self._options(one, but_capped=True)) for one in reversed(by_least))]
        self.widest = [0, *accumulate(self._added(one, max) for one in by_least)]
        quiet = [one for one in self.open if one.capped not in one.possible]
        self.quiet = sum(self._added(one, min) for one in quiet), sum(self._added(one, max) for one in quiet)

    def _counts(self, one: _Person, grade: Grade) -> int:
        return int(self.quota.counts(grade, one.capped, one.lower))

    def _options(self, one: _Person, *, but_capped: bool = False) -> list[int]:
        return [self._counts(one, grade) for grade in one.possible if not (but_capped and grade == one.capped)]

    def _added(self, one: _Person, pick: Callable[[list[int]], int]) -> int:
        return pick(self._options(one))

    def _places(self, counted: int) -> int:
        if len(self.people) < self.quota.small_below:
            return self.quota.small_places
        return self.quota.allowed(counted, raised=self.raised)

    def _keeps(self, one: _Person) -> tuple[bool | None, int]:
        """Whether someone keeps the grade (None when that is not certain), and how many places that was held against."""
        # Worst: all who may have as many points are ahead.
        behind = bisect_left(self.rival_most, one.least)
        ahead = len(self.rival_most) - behind
        level = len(self.most) - bisect_left(self.most, one.least)
        counted = self.sure + self.quiet[0] + self.fewest[behind] + ahead * self._counts(one, one.capped)
        fewest_places = self._places(counted)
        if level + ahead <= fewest_places:
            return True, fewest_places
        # Best: only those are ahead who surely are, and rivals turn out otherwise.
        surely = len(self.rival_least) - bisect_right(self.rival_least, one.most)
        better = len(self.least) - bisect_right(self.least, one.most)
        counted = self.sure + self.quiet[1] + self.widest[len(self.rival_least) - surely] + self.others[surely]
        most_places = self._places(counted)
        return (False if better >= most_places else None), most_places

    def settle(self) -> Iterator[QuotaRow | Undecided]:
        """The rows of the group, and what is left to people."""
        verdicts = {one.who: self._keeps(one) for one in self.graded}
        for one in self.people:
            if one.judged is not None:
                yield self._row(one, verdicts)
        open_ones = sorted(who for who, (keeps, _) in verdicts.items() if keeps is None)
        if open_ones:
            kept = sum(1 for keeps, _ in verdicts.values() if keeps)
            yield Undecided(
                group=self.name,
                subject_ids=tuple(open_ones),
                places=None if self.open else self._places(self.sure) - kept,
                why=_DEPENDS if self.open else _TIE,
            )

    def _row(self, one: _Person, verdicts: Mapping[str, tuple[bool | None, int]]) -> QuotaRow:
        assert one.judged is not None
        grade: Grade | None = one.judged
        why = _UNTOUCHED
        if one.who in verdicts:
            keeps, places = verdicts[one.who]
            grade, why = one.judged if keeps else one.lower if keeps is False else None, _why(keeps, places)
        return QuotaRow(subject_id=one.who, group=self.name, judged=one.judged, grade=grade, why=why, score=one.score)


def _why(keeps: bool | None, places: int) -> Label:
    if keeps is None:
        return Label("Chờ người có thẩm quyền quyết định", "Left to somebody competent")
    word = Label("trong", "within") if keeps else Label("vượt", "beyond")
    return Label(
        f"{word.vi} tỷ lệ: tối đa {places} người trong nhóm",
        f"{word.en} the cap: at most {places} in the group",
    )


_UNTOUCHED = Label("Tỷ lệ không áp dụng cho mức này", "The cap does not concern this grade")
_TIE = Label("Bằng điểm tại ranh giới, hoặc không có điểm để so sánh", "A tie at the cut, or no points to go by")
_DEPENDS = Label("Còn phụ thuộc người chưa xác định mức", "It depends on people who are still undetermined")
