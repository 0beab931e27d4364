"""Rows of the growth table where growth can be dangerous: copies, look-alikes, hostile values, officials of whom no two are alike.

``growth.py`` measures them with all others.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

import attrs

import supervision_core as sc

Call = Callable[[], object]
LABEL = sc.Label("a", "a")
JANUARY = date(2025, 1, 1)
WARD = sc.regulations.GOOD_PERFORMANCE_2014
CODES = tuple(fact.code for fact in WARD.ladder.facts)
UNITS = tuple(f"u{number}" for number in range(8))
#: Numbers whose remainders by this are equal have one hash in CPython.
MODULUS = 2**61 - 1
COPY = "giải quyết hồ sơ đất đai đúng hẹn cho công dân trên địa bàn phường với tỷ lệ {} phần trăm và báo cáo kết quả vào ngày {} hằng tháng"


def on(made: object, call: Callable[[object], object]) -> Call:
    """A call on what was made."""
    return lambda: call(made)


def copies(n: int, numbers: Callable[[int], tuple[object, object]]) -> list[sc.Registration]:
    """Registrations of one commitment that is the others', but for two numbers."""
    lodged = date(2026, 1, 20)
    return [
        sc.Registration(id=f"r{one:06}", subject_id=f"o{one:06}", year=2026, lodged_on=lodged, items=[sc.Commitment(id="1", text=COPY.format(*numbers(one)))])
        for one in range(n)
    ]


def two_numbers(n: int) -> list[sc.Registration]:
    """Copies with two numbers of a hundred each."""
    rng = random.Random(n)
    return copies(n, lambda _: (rng.randrange(100), rng.randrange(100)))


def units(n: int = 8) -> list[sc.LeadUnit]:
    """Some lead units."""
    return [sc.LeadUnit(id=f"u{one}") for one in range(n)]


def unlike(n: int) -> tuple[sc.Roster, sc.History]:
    """Officials of whom hardly two are alike: ten years at random, and one official in three barred somewhere."""
    rng = random.Random(n)
    who = [f"o{one:06}" for one in range(n)]
    bars = [sc.Bar(subject_id=one, lead_unit_id=rng.choice(UNITS), reason=sc.BarReason.KIN) for one in who[::3]]
    past = sc.History.of({year: {one: rng.choice(UNITS) for one in who} for year in range(2015, 2025)})
    return sc.Roster(subjects=[sc.Subject(id=one) for one in who], lead_units=units(), bars=bars), past


POLICY = sc.RotationPolicy(cooling_off_years=6)


def unlike_plan(n: int, call: Callable[[sc.Roster, sc.History, sc.Plan], object]) -> Call:
    """A call on a plan for them."""
    given, past = unlike(n)
    plan = sc.plan_year(given, year=2025, history=past, policy=POLICY)
    return lambda: call(given, past, plan)


def fewer(given: sc.Roster) -> sc.Roster:
    """A roster after one of its lead units is gone."""
    return attrs.evolve(given, lead_units=given.lead_units[1:], bars=[one for one in given.bars if one.lead_unit_id != "u0"], former_units=["u0"])


def reforms(n: int) -> list[sc.rotation.Reform]:
    """A reform a day: each renames one lead unit of a chain and one subject."""
    return [
        sc.rotation.Reform(on=date(2000, 1, 1) + timedelta(days=one), lead_units={f"n{one}": [f"n{one + 1}"]}, subjects={f"s{one}": [f"s{one + 1}"]})
        for one in range(n)
    ]


def through_reforms(n: int) -> Call:
    """A record for each reform, read through all of them."""
    lineage = sc.Lineage(reforms=reforms(n))
    records = [sc.rotation.Record(subject_id=f"s{one}", lead_unit_id=f"n{one}", year=1900 + one % 90) for one in range(n)]
    return lambda: [sc.History.of_records(records, lineage=lineage).column(year) for year in (1900, 1950)]


def followed(n: int) -> Call:
    """One name through so many reforms."""
    lineage = sc.Lineage(reforms=reforms(n))
    return lambda: (lineage.of_subject("s0"), lineage.of_lead_unit("n0"))


def one_hash(n: int) -> Call:
    """A measure whose values have one hash."""
    criteria = sc.criteria
    measure = criteria.Measure(code="m", label=LABEL, low=0, high=100, step=1)
    high = criteria.Rung(grade=sc.Grade(code="high", label=LABEL, rank=1), criterion=criteria.Compare(quantity=criteria.Quantity(terms=[criteria.Term(code="m")]), comparison=criteria.Comparison.AT_LEAST, bound=5))
    low = criteria.Rung(grade=sc.Grade(code="low", label=LABEL, rank=0), criterion=criteria.AllOf(parts=[]))
    rule = sc.Regulation(code="x", version=1, label=LABEL, category="x", citation=WARD.citation, ladder=criteria.Ladder(facts=[measure], rungs=[high, low]))
    values = [Fraction(1_234_567_890_123_456_789 * bottom % MODULUS, bottom) for bottom in range(10**17, 10**17 + n)]
    return lambda: sc.assess_columns(rule, {"m": values})


def rosters(n: int) -> dict[str, sc.Roster]:
    """So many rosters of twenty officials and four lead units of their own."""
    return {
        f"p{one:05}": sc.Roster(
            subjects=[sc.Subject(id=f"{one}-{who}") for who in range(20)], lead_units=[sc.LeadUnit(id=f"{one}-u{unit}") for unit in range(4)]
        )
        for one in range(n)
    }


def histories(n: int) -> Call:
    """The records of all of them, to be parted."""
    given = rosters(n)
    past = sc.History.of({2024: {who.id: f"{who.id.partition('-')[0]}-u1" for one in given.values() for who in one.subjects}})
    return lambda: sc.rotation.histories_for(given, past)


def loads(n: int) -> Call:
    """Their plans, to be added up."""
    given = rosters(n)
    plans = sc.plan_each(given, year=2025)
    return lambda: sc.rotation.report_loads(given, plans)


def policies(n: int) -> Call:
    """Two policies over three years."""
    given, past = sc.Roster(subjects=[sc.Subject(id=f"o{one:06}") for one in range(n)], lead_units=units()), sc.History()
    choices = {"short": sc.RotationPolicy(cooling_off_years=1), "long": sc.RotationPolicy(cooling_off_years=3)}
    return lambda: sc.rotation.compare_policies(given, past, choices, range(2025, 2028))


def areas(n: int) -> Call:
    """A plan for eight areas."""
    subjects = [sc.Subject(id=f"o{one:06}", area=f"a{one % 8}") for one in range(n)]
    given = sc.Roster(subjects=subjects, lead_units=[sc.LeadUnit(id="front"), *(sc.LeadUnit(id=f"u{one}", area=f"a{one}") for one in range(8))])
    given = attrs.evolve(given, bars=sc.bars_for(given, sc.rotation.Links()))
    plan = sc.plan_year(given, year=2025)
    return lambda: sc.rotation.area_warnings(given, plan)


def look_alikes(n: int) -> Call:
    """Ids that all look alike, on both sides."""
    spelled = [f"CB{'0' * (one + 1)}1" for one in range(2 * n)]
    given = sc.Roster(subjects=[sc.Subject(id=one) for one in spelled[:n]], lead_units=units())
    past = sc.History.of({2024: dict.fromkeys(spelled[n:], "u0")})
    return lambda: sc.rotation.compare_ids(given, past)


def alike_rows(n: int) -> Call:
    """Rows whose ids all look alike."""
    rows = [["Mã"], *([f"CB{'0' * (one % 90 + 1)}{one // 90 + 1}"] for one in range(n))]
    return lambda: sc.tables.officials(rows)


def tally(one: int) -> sc.Tally:
    """A few counts, some small."""
    return sc.Tally(kind=sc.programme.CountKind.PERSON, population=f"x{one}", parts={f"p{one}-{part}": 3 * part + one % 5 for part in range(5)})


def sections(n: int, code: Callable[[int], int]) -> Call:
    """A review of so many sections of counts."""
    made = [
        sc.programme.tally_section(f"s{one:03}", LABEL, sc.Tally(kind=sc.programme.CountKind.PERSON, population="x", parts={f"p{code(one)}-{part}": 3 * part + one % 5 for part in range(5)}))
        for one in range(n)
    ]  # fmt: skip
    review = sc.programme.Review(
        id="r", kind=next(iter(sc.programme.ReviewKind)), title=LABEL, submitted_by=LABEL, period=sc.Period.of_year(2025), as_of=date(2025, 12, 31), sections=made,
    )  # fmt: skip
    return lambda: sc.publish(review, at_least=5)


def months(n: int) -> Call:
    """Four months of each official, as rows."""
    regulation = sc.regulations.ND335_CIVIL_SERVANT
    rows = [["Mã cán bộ", "Tháng", "Năm", "points.general"], *([f"o{one // 4:06}", one % 4 + 1, 2026, "27,5"] for one in range(n))]
    return lambda: sc.tables.months(rows, regulation)


def commitments(n: int) -> Call:
    """Registrations with one commitment, as rows."""
    rows = sc.tables.COMMITMENTS.rows(tuple(copies(n, lambda one: (one, one))))
    return lambda: sc.tables.commitments(rows)


def own_rows(n: int) -> Call:
    """Rows of one's own columns."""
    column, kind = sc.tables.SheetColumn, sc.tables.ColumnKind
    columns = [column(code="id", label=sc.Label("Mã", "Id"), kind=kind.ID), column(code="on", label=sc.Label("Ngày", "Day"), kind=kind.DAY)]
    rows = [["Mã", "Ngày"], *([f"o{one:06}", "5/3/2026"] for one in range(n))]
    return lambda: sc.tables.read(rows, columns)


def wrong_document(n: int) -> Call:
    """A roster's document with a mistake at each subject."""
    document = sc.serialization.to_document(sc.Roster(subjects=[sc.Subject(id=f"o{one:06}") for one in range(n)], lead_units=units()))
    for one in document["subjects"]:
        one["area"] = 7

    def refused() -> None:
        try:
            sc.serialization.from_document(document, sc.Roster)
        except sc.serialization.InvalidDocument:
            return
        raise AssertionError("the document was read")

    return refused


def decided(n: int) -> Call:
    """The file of a chain of decisions."""
    result, ground = sc.assess(WARD, sc.Facts()), sc.judging.DecisionGround
    later = next(one for one in ground if one is not ground.ORIGINAL)
    chain = [
        sc.judging.Decision(
            id=f"d{one:06}", subject_id="o1", assessment=result, decided_on=JANUARY + timedelta(days=one), decided_by="b",
            ground=ground.ORIGINAL if one == 0 else later, supersedes=None if one == 0 else f"d{one - 1:06}",
        )
        for one in range(n)
    ]  # fmt: skip
    return lambda: sc.judging.decision_file(chain, f"d{n - 1:06}", on=date(2060, 1, 1))


def letters(n: int) -> list[sc.Feedback]:
    """A denunciation of each of so many."""
    return [
        sc.Feedback(id=f"f{one:06}", subject_id=f"o{one:06}", channel="suggestion_box", kind=sc.evidence.FeedbackKind.DENUNCIATION, received_on=date(2026, 11, 2))
        for one in range(n)
    ]

def receipts(n: int) -> Call:
    """A plan's receipt."""
    given = sc.Roster(subjects=[sc.Subject(id=f"o{one:06}") for one in range(n)], lead_units=units())
    plan = sc.plan_year(given, year=2025)
    return lambda: sc.serialization.receipt(plan, given)


#: For each function: what there are n of, the smallest n, and the call on so many.
DANGERS: dict[str, tuple[str, int, Callable[[int], Call]]] = {
    "evidence.vet_registrations, a number of one's own": ("copies of one text, each with its number", 100, lambda n: on(copies(n, lambda one: (one, n - one)), sc.evidence.vet_registrations)),
    "evidence.vet_registrations, numbers of others": ("copies of one text, two numbers of a hundred", 100, lambda n: on(two_numbers(n), sc.evidence.vet_registrations)),
    "registration_faults": ("peers with copies", 200, lambda n: on(two_numbers(n), lambda it: sc.registration_faults(it[0], peers=it[1:]))),
    "evidence.notes_before_rating": ("letters", 1_000, lambda n: on(letters(n), lambda it: sc.evidence.notes_before_rating(it, on=date(2026, 12, 1), governed=[one.subject_id for one in it]))),
    "judging.decision_file": ("decisions in a chain", 500, decided),
    "assess_columns, one hash": ("values of a measure, chosen so", 250, one_hash),
    "plan_year, no two alike": ("officials, 8 lead units, 10 years", 100, lambda n: on(unlike(n), lambda it: sc.plan_year(it[0], year=2025, history=it[1], policy=POLICY))),
    "verify_plan, no two alike": ("officials, 8 lead units, 10 years", 100, lambda n: unlike_plan(n, lambda given, past, plan: sc.verify_plan(given, plan, history=past))),
    "explain_assignment, no two alike": ("officials, 8 lead units, 10 years", 100, lambda n: unlike_plan(n, lambda given, past, plan: sc.explain_assignment(plan, given, "o000001", history=past))),
    "rotation.explain_assignments, no two alike": ("officials, 8 lead units, 10 years", 50, lambda n: unlike_plan(n, lambda given, past, plan: sc.rotation.explain_assignments(plan, given, history=past))),
    "replan, no two alike": ("officials, 8 lead units, 10 years", 100, lambda n: unlike_plan(n, lambda given, past, plan: sc.replan(plan, fewer(given), history=past))),
    "plan_year, lead units": ("lead units of 200 officials", 10, lambda n: on(sc.Roster(subjects=[sc.Subject(id=f"o{one}") for one in range(200)], lead_units=units(n)), lambda it: sc.plan_year(it, year=2025))),
    "rotation.compare_policies": ("officials, two policies, 3 years", 250, policies),
    "rotation.histories_for": ("rosters of 20 officials", 50, histories),
    "rotation.report_loads": ("rosters of 20 officials", 50, loads),
    "rotation.area_warnings": ("officials of eight areas", 250, areas),
    "rotation.leading_only": ("officials", 1_000, lambda n: on(sc.Roster(subjects=[sc.Subject(id=f"o{one}") for one in range(n)], lead_units=units()), sc.rotation.leading_only)),
    "rotation.compare_ids, all alike": ("ids that look alike, on each side", 75, look_alikes),
    "rotation.Lineage.of_subject": ("reforms", 500, followed),
    "rotation.History.of_records, many reforms": ("records and as many reforms", 100, through_reforms),
    "programme.tally_section": ("parts of one count", 500, lambda n: on(sc.Tally(kind=sc.programme.CountKind.PERSON, population="x", parts={f"p{one:05}": one % 17 for one in range(n)}), lambda it: sc.programme.tally_section("s", LABEL, it))),
    "programme.charges_of": ("officials", 1_000, lambda n: on({f"o{one:06}": UNITS[one % 8] for one in range(n)}, lambda it: sc.programme.charges_of(it, ["ethics"]))),
    "publish, sections of the same labels": ("sections of five counts", 10, lambda n: sections(n, lambda _: 0)),
    "publish, labels of their own": ("sections of five counts", 10, lambda n: sections(n, lambda one: one)),
    "tables.officials, ids that look alike": ("rows", 500, alike_rows),
    "tables.commitments": ("rows", 250, commitments),
    "tables.months": ("rows, four an official", 250, months),
    "tables.read": ("rows of two columns", 1_000, own_rows),
    "serialization.from_document, all wrong": ("officials of a roster, each with a mistake", 500, wrong_document),
    "serialization.receipt": ("officials of a plan", 500, receipts),
}  # fmt: skip
