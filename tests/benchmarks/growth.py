"""How time and memory of each public function that takes collections grow with what it is given.

    .venv/bin/python tests/benchmarks/growth.py             the table, in Markdown
    .venv/bin/python tests/benchmarks/growth.py plan weigh  only functions that have such a word in their name

Each is given n, 2n and 4n of what its row names. The exponent is the slope from n to 4n on logarithmic scales: 1 means that
twice as much takes twice as long, 2 that it takes four times as long. Time is processor time, the least of three rounds
after one that is not counted, with values made afresh for each, so that nothing remembered from an earlier call helps;
memory is the greatest that one further call held at once beyond its input. The last lines say what was not measured.
"""

from __future__ import annotations

import gc
import importlib
import inspect
import random
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from math import log2
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import attrs

import supervision_core as sc
from benchmarks.growth_dangers import DANGERS
from benchmarks.vetting import registrations

ROUNDS = 3
#: What is slower than this has to be named in the document.
BOUND = 1.3
WARD = sc.regulations.GOOD_PERFORMANCE_2014
CODES = tuple(fact.code for fact in WARD.ladder.facts)
YEAR = sc.Period.of_year(2025)
JANUARY = date(2025, 1, 1)
LABEL = sc.Label("a", "a")
UNITS = tuple(f"u{number}" for number in range(8))
ROOMS = (
    "values", "criteria", "regulations", "obligations", "evidence", "judging", "allocation", "rotation", "programme", "tables",
    "rendering", "serialization",
)  # fmt: skip
Call = Callable[[], object]


def day(rng: random.Random) -> date:
    """Some day of the year, not among the last."""
    return JANUARY + timedelta(days=rng.randrange(300))


def people(n: int) -> list[tuple[str, sc.Facts]]:
    """Officials with their facts, one in twenty not known."""
    rng = random.Random(n)
    found = []
    for one in range(n):
        known = {code: None if rng.random() < 0.05 else rng.random() < 0.9 for code in CODES}
        if known["duties.well_done"]:
            known["duties.fairly_done"] = True
        found.append((f"o{one:06}", sc.Facts.of(known)))
    return found


def feedback(n: int, of: int) -> list[sc.Feedback]:
    """Items of feedback about so many officials."""
    rng = random.Random(n)
    return [
        sc.Feedback(
            id=f"fb{one:06}", subject_id=f"o{rng.randrange(of):06}", channel="hotline", kind=sc.evidence.FeedbackKind.COMMENT,
            received_on=day(rng), says={"civic.standing": rng.random() < 0.8}, reporter_key=f"k{rng.randrange(n)}",
        )
        for one in range(n)
    ]  # fmt: skip


def ratings(n: int, of: int) -> list[sc.Rating]:
    """Ratings of so many officials."""
    rng = random.Random(n)
    return [
        sc.Rating(
            id=f"m{one:06}", subject_id=f"o{rng.randrange(of):06}", channel="front_working_committee", code="civic.standing",
            value=True, rated_on=day(rng), by=f"b{one}",
        )
        for one in range(n)
    ]  # fmt: skip


def events(n: int) -> list[sc.Event]:
    """Days on which people were received, over as many months as it takes."""
    return [sc.Event(id=f"e{one:06}", obligation="duty", on=JANUARY + timedelta(days=one), by_office_holder=True) for one in range(n)]


def duty() -> sc.Obligation:
    """Twice a month."""
    frequency = sc.obligations.Frequency(times=2, per=sc.obligations.TimeUnit.MONTH)
    citation = sc.regulations.GOOD_PERFORMANCE_2014.citation
    return sc.Obligation(code="duty", label=LABEL, required=frequency, right=None, citation=citation)


def roster(n: int) -> sc.Roster:
    """Officials, eight lead units, one bar for every tenth official."""
    bars = [sc.Bar(subject_id=f"o{one:06}", lead_unit_id=UNITS[one % 8], reason=sc.BarReason.KIN) for one in range(0, n, 10)]
    return sc.Roster(subjects=[sc.Subject(id=f"o{one:06}") for one in range(n)], lead_units=[sc.LeadUnit(id=one) for one in UNITS], bars=bars)


def in_areas(n: int) -> sc.Roster:
    """A roster in which each lead unit has its area."""
    given = roster(n)
    subjects = [attrs.evolve(one, area=f"a{place % 8}") for place, one in enumerate(given.subjects)]
    units = [attrs.evolve(one, area=f"a{place}") for place, one in enumerate(given.lead_units)]
    return attrs.evolve(given, subjects=subjects, lead_units=units, bars=[])


def matters(n: int) -> tuple[list[sc.programme.Matter], list[sc.programme.MatterStep]]:
    """Matters put to one head, each answered."""
    kind, answered = sc.programme.MatterKind.PRESSING_MATTER, sc.programme.StepKind.ANSWERED
    put = [sc.programme.Matter(id=f"m{one:06}", kind=kind, text=LABEL, addressee_id="chair", raised_on=JANUARY) for one in range(n)]
    return put, [sc.programme.MatterStep(matter_id=one.id, kind=answered, on=date(2025, 3, 1), sources=["letter"]) for one in put]


def history(n: int) -> sc.History:
    """Three earlier years at random."""
    rng = random.Random(n)
    return sc.History.of({year: {f"o{one:06}": rng.choice(UNITS) for one in range(n)} for year in (2022, 2023, 2024)})


def planned(n: int) -> tuple[sc.Roster, sc.History, sc.Plan]:
    """A roster, its history and its plan."""
    given, past = roster(n), history(n)
    plan = sc.plan_year(given, year=2025, history=past)
    assert isinstance(plan, sc.Plan)
    return given, past, plan


def tight(n: int) -> tuple[sc.Roster, sc.Infeasible]:
    """A roster with one place too few, and its certificate."""
    given = roster(n)
    units = [attrs.evolve(one, max_load=(n - 1) // 8 + (place < (n - 1) % 8)) for place, one in enumerate(given.lead_units)]
    given = attrs.evolve(given, lead_units=units)
    answer = sc.plan_year(given, year=2025)
    assert isinstance(answer, sc.Infeasible)
    return given, answer


def decided(n: int) -> list[sc.judging.Decision]:
    """A chain of decisions, each in place of the one before."""
    result = sc.assess(WARD, people(1)[0][1])
    ground = sc.judging.DecisionGround
    return [
        sc.judging.Decision(
            id=f"d{one:06}", subject_id="o1", assessment=result, decided_on=JANUARY + timedelta(days=one), decided_by="b",
            ground=ground.ORIGINAL if one == 0 else next(other for other in ground if other is not ground.ORIGINAL),
            supersedes=None if one == 0 else f"d{one - 1:06}",
        )
        for one in range(n)
    ]  # fmt: skip


def lapses(n: int) -> list[sc.judging.Lapse]:
    """Lapses of a third as many people."""
    rng = random.Random(n)
    return [
        sc.judging.Lapse(id=f"l{one:06}", person_id=f"o{rng.randrange(n // 3 + 1):06}", found_on=day(rng), about=LABEL, sources=[f"s{one}"])
        for one in range(n)
    ]


def turns(n: int) -> list[sc.programme.SupervisionTurn]:
    """Turns on which three officials each were supervised."""
    rng = random.Random(n)
    return [
        sc.programme.SupervisionTurn(
            id=f"t{one:06}", on=day(rng), lead_unit_id=rng.choice(UNITS), subject_ids={f"o{rng.randrange(n):06}" for _ in range(3)}
        )
        for one in range(n)
    ]


def assessed(n: int) -> list[tuple[str, sc.Assessment]]:
    """Officials with their assessments."""
    return list(sc.assess_all(WARD, people(n)))


def with_plan(n: int, call: Callable[[sc.Roster, sc.History, sc.Plan], object]) -> Call:
    """A call on a plan."""
    given = planned(n)
    return lambda: call(*given)


def on(made: object, call: Callable[[object], object]) -> Call:
    """A call on what was made."""
    return lambda: call(made)


def quota(n: int) -> Call:
    """One group of all."""
    rows = [(who, "g", result) for who, result in assessed(n)]
    rule = sc.judging.Quota(grade="good", falls_to="fair", share=Fraction(1, 5))
    return lambda: sc.apply_quota(rows, rule)


def each_verified(n: int) -> Call:
    """Plans of so many places, to be checked."""
    places = {f"p{one}": roster(20) for one in range(n)}
    plans = sc.plan_each(places, year=2025)
    return lambda: sc.rotation.verify_each(places, plans)


def reduced(n: int) -> tuple[sc.Roster, sc.History, sc.Plan, sc.Roster]:
    """A plan, and the roster after one of its lead units is gone."""
    given, past, plan = planned(n)
    return given, past, plan, attrs.evolve(given, lead_units=given.lead_units[1:], bars=[], former_units=[UNITS[0]])


def replanned(n: int) -> Call:
    """A change within the year, to be checked."""
    _, past, plan, after = reduced(n)
    answer = sc.replan(plan, after, history=past)
    return lambda: sc.rotation.verify_replan(plan, after, answer, history=past)


def explained(n: int) -> Call:
    """An explanation, to be checked."""
    given, past, plan = planned(n)
    answer = sc.explain_assignment(plan, given, "o000001", history=past)
    return lambda: sc.rotation.verify_explanation(plan, given, answer, history=past)


def horizon(n: int) -> tuple[sc.Roster, object]:
    """Four years of a roster."""
    given = roster(n)
    return given, sc.plan_horizon(given, years=range(2025, 2029))


def links(n: int) -> tuple[sc.Roster, sc.rotation.Links]:
    """A roster with a membership for every fifth official, and kin at a lead unit for every seventh."""
    given = roster(n)
    members, kin = ([(f"o{one:06}", UNITS[one % 8]) for one in range(0, n, step)] for step in (5, 7))
    return given, sc.rotation.Links(members=members, kin=kin)


def table(sheet: object, values: object) -> Call:
    """Rows of a table, read."""
    rows = sheet.rows(values)
    return lambda: sheet.read(rows)


def dossiers(n: int) -> list[sc.Dossier]:
    """Officials with ten items of feedback each."""
    who = [f"o{one:06}" for one in range(n // 10)]
    return list(sc.evidence.gather(who, YEAR, feedback=feedback(n, n // 10)).values())


def compliances(n: int) -> Call:
    """One duty over as many months as the events take."""
    given, until = events(n), JANUARY + timedelta(days=n + 40)
    asked = sc.Period(start=JANUARY, end=until)
    return lambda: sc.compliance([duty()], given, asked, as_of=until)


def many_compliances(n: int) -> Call:
    """Twenty-four events of each office holder."""
    given = {f"o{one:06}": events(24) for one in range(n)}
    return lambda: dict(sc.obligations.compliance_all([duty()], given, YEAR, as_of=date(2026, 2, 1)))


def parted(n: int) -> Call:
    """Stints of a few days, one after the other."""
    starts = [JANUARY + timedelta(days=3 * one) for one in range(n)]
    stints = [sc.judging.Stint(body_id=f"b{one % 7}", period=sc.Period(start=start, end=start + timedelta(days=3))) for one, start in enumerate(starts)]
    return lambda: sc.judging.who_rates(stints)


def parts_of_year(n: int) -> Call:
    """A long span in parts of a day each, all known."""
    facts = sc.Facts.of(dict.fromkeys(CODES, True))
    days = [JANUARY + timedelta(days=one) for one in range(n)]
    worked = sc.judging.PeriodState.WORKED
    parts = [sc.judging.PeriodFacts(period=sc.Period(start=one, end=one + timedelta(days=1)), state=worked, facts=facts) for one in days]
    return lambda: sc.judging.roll_up(WARD, parts, year=sc.Period(start=JANUARY, end=days[-1] + timedelta(days=1)))


#: For each function: what there are n of, the smallest n, and the call on so many.
ROWS: dict[str, tuple[str, int, Callable[[int], Call]]] = {
    "assess_all": ("officials", 4_000, lambda n: on(people(n), lambda it: list(sc.assess_all(WARD, it)))),
    "assess_columns": ("officials", 20_000, lambda n: on({code: [one % 3 > 0 for one in range(n)] for code in CODES}, lambda it: sc.assess_columns(WARD, it))),
    "judging.assess_rows": ("officials", 4_000, lambda n: on(people(n), lambda it: sc.judging.assess_rows(WARD, it))),
    "judging.columns_of": ("officials", 4_000, lambda n: on(people(n), sc.judging.columns_of)),
    "judging.profiles": ("officials", 4_000, lambda n: on(assessed(n), sc.judging.profiles)),
    "judging.compare_regulations": ("officials", 1_000, lambda n: on(people(n), lambda it: sc.judging.compare_regulations(WARD, attrs.evolve(WARD, version=WARD.version + 1), it))),
    "apply_quota": ("officials of one group", 1_000, quota),
    "escalate": ("lapses", 1_000, lambda n: on(lapses(n), lambda it: sc.escalate(it, sc.judging.EscalationPolicy(window=YEAR)))),
    "judging.in_effect": ("decisions in a chain", 1_000, lambda n: on(decided(n), lambda it: sc.judging.in_effect(it, on=date(2040, 1, 1)))),
    "judging.decision_chain": ("decisions in a chain", 1_000, lambda n: on(decided(n), lambda it: sc.judging.decision_chain(it, f"d{n - 1:06}"))),
    "judging.task_results": ("products", 4_000, lambda n: on([sc.judging.Product(units=one % 9 + 1, done=True, delays=one % 2) for one in range(n)], sc.judging.task_results)),
    "judging.who_rates": ("stints", 2_000, parted),
    "judging.roll_up": ("parts of a span", 500, parts_of_year),
    "weigh": ("items about one official", 2_000, lambda n: on(sc.Dossier(subject_id="o000000", period=YEAR, ratings=ratings(n, 1)), lambda it: sc.weigh(it, sc.evidence.WARD_WEIGHING))),
    "evidence.explain_weighing": ("items about one official", 2_000, lambda n: on(sc.Dossier(subject_id="o000000", period=YEAR, ratings=ratings(n, 1)), lambda it: sc.evidence.explain_weighing(it, sc.evidence.WARD_WEIGHING))),
    "evidence.weigh_all": ("items, ten an official", 4_000, lambda n: on(dossiers(n), lambda it: dict(sc.evidence.weigh_all(it, sc.evidence.WARD_WEIGHING)))),
    "evidence.gather": ("items, ten an official", 4_000, lambda n: on((feedback(n, n // 10), [f"o{one:06}" for one in range(n // 10)]), lambda it: sc.evidence.gather(it[1], YEAR, feedback=it[0]))),
    "evidence.topic_counts": ("items of feedback", 4_000, lambda n: on(feedback(n, n), sc.evidence.topic_counts)),
    "evidence.reply_counts": ("items of feedback", 4_000, lambda n: on(feedback(n, n), lambda it: sc.evidence.reply_counts(it, as_of=date(2026, 1, 1), reply_due_days=15))),
    "evidence.vet_registrations": ("registrations of ten commitments", 100, lambda n: on(registrations(n), sc.evidence.vet_registrations)),
    "evidence.registration_coverage": ("registrations", 200, lambda n: on(registrations(n), lambda it: sc.evidence.registration_coverage([one.subject_id for one in it], it, year=2026))),
    "compliance": ("events of one office holder", 400, compliances),
    "obligations.compliance_all": ("office holders with 24 events", 50, many_compliances),
    "plan_year": ("officials, 8 lead units, 3 years", 1_000, lambda n: on((roster(n), history(n)), lambda it: sc.plan_year(it[0], year=2025, history=it[1]))),
    "verify_plan": ("officials, 8 lead units, 3 years", 1_000, lambda n: with_plan(n, lambda given, past, plan: sc.verify_plan(given, plan, history=past))),
    "plan_year, no plan": ("officials, one place too few", 500, lambda n: on(tight(n)[0], lambda it: sc.plan_year(it, year=2025))),
    "verify_infeasible": ("officials, one place too few", 500, lambda n: on(tight(n), lambda it: sc.verify_infeasible(*it))),
    "audit_plan": ("officials", 500, lambda n: with_plan(n, lambda given, past, plan: sc.audit_plan(plan.assignments, given, year=2025, history=past))),
    "explain_assignment": ("officials", 1_000, lambda n: with_plan(n, lambda given, past, plan: sc.explain_assignment(plan, given, "o000001", history=past))),
    "rotation.explain_assignments": ("officials", 500, lambda n: with_plan(n, lambda given, past, plan: sc.rotation.explain_assignments(plan, given, history=past))),
    "replan": ("officials", 1_000, lambda n: with_plan(n, lambda given, past, plan: sc.replan(plan, attrs.evolve(given, lead_units=given.lead_units[1:], bars=[], former_units=[UNITS[0]]), history=past))),
    "diff": ("officials", 1_000, lambda n: with_plan(n, lambda given, past, plan: sc.diff(plan, plan))),
    "plan_horizon": ("officials, 4 years", 500, lambda n: on(roster(n), lambda it: sc.plan_horizon(it, years=range(2025, 2029)))),
    "verify_horizon": ("officials, 4 years", 500, lambda n: on(horizon(n), lambda it: sc.verify_horizon(*it))),
    "sustainable_cooling_off": ("officials", 1_000, lambda n: on(roster(n), sc.sustainable_cooling_off)),
    "years_to_full_coverage": ("officials", 500, lambda n: on(roster(n), sc.years_to_full_coverage)),
    "bars_for": ("officials", 1_000, lambda n: on(links(n), lambda it: sc.bars_for(*it))),
    "rotation.compare_ids": ("officials", 500, lambda n: on((roster(n), history(n)), lambda it: sc.rotation.compare_ids(*it))),
    "rotation.check_roster": ("officials", 1_000, lambda n: on((roster(n), history(n)), lambda it: sc.rotation.check_roster(it[0], history=it[1]))),
    "plan_each": ("places of 20 officials", 20, lambda n: on({f"p{one}": roster(20) for one in range(n)}, lambda it: sc.plan_each(it, year=2025))),
    "rotation.verify_each": ("places of 20 officials", 20, each_verified),
    "rotation.verify_replan": ("officials", 500, replanned),
    "rotation.verify_explanation": ("officials", 1_000, explained),
    "rotation.verify_cooling_off": ("officials", 1_000, lambda n: on((roster(n), sc.sustainable_cooling_off(roster(n))), lambda it: sc.rotation.verify_cooling_off(*it))),
    "rotation.verify_coverage": ("officials", 500, lambda n: on((roster(n), sc.years_to_full_coverage(roster(n))), lambda it: sc.rotation.verify_coverage(*it))),
    "rotation.lead_unit_warnings": ("officials", 1_000, lambda n: with_plan(n, lambda given, past, plan: sc.rotation.lead_unit_warnings(given, plan))),
    "rotation.by_area": ("officials of eight areas", 1_000, lambda n: on(in_areas(n), sc.rotation.by_area)),
    "rotation.supervised_twice": ("officials", 1_000, lambda n: on(roster(n), sc.rotation.supervised_twice)),
    "programme.follow_up": ("matters, one step each", 1_000, lambda n: on(matters(n), lambda it: sc.programme.follow_up(*it, as_of=date(2026, 1, 1)))),
    "programme.head_facts": ("matters, one step each", 1_000, lambda n: on(matters(n), lambda it: sc.programme.head_facts(*it, head_id="chair", as_of=date(2026, 1, 1)))),
    "programme.own_head_turns": ("turns", 8_000, lambda n: on(turns(n), lambda it: sc.programme.own_head_turns(it, {f"o{one:06}": UNITS[one % 8] for one in range(0, n, 9)}))),
    "programme.count_turns": ("turns", 2_000, lambda n: on(turns(n), lambda it: sc.programme.count_turns(it, kind=sc.programme.CountKind.TURN, by=sc.programme.CountBy.LEAD_UNIT, population="x", period=YEAR))),
    "programme.grade_tally": ("officials", 4_000, lambda n: on(assessed(n), lambda it: sc.programme.grade_tally(WARD, it, population="x"))),
    "publish": ("parts of one count", 50, lambda n: on(sc.Tally(kind=sc.programme.CountKind.PERSON, population="x", parts={f"p{one:05}": one % 17 for one in range(n)}), lambda it: sc.publish(it, at_least=5))),
    "redact": ("officials of a plan", 1_000, lambda n: with_plan(n, lambda given, past, plan: sc.redact(plan, sc.Audience.PUBLIC))),
    "tables.officials": ("rows", 2_000, lambda n: table(sc.tables.OFFICIALS, roster(n).subjects)),
    "tables.history": ("rows, three an official", 500, lambda n: table(sc.tables.HISTORY, history(n))),
    "tables.wide_history": ("rows", 500, lambda n: table(sc.tables.wide_history_table(), history(n))),
    "tables.feedback": ("rows", 1_000, lambda n: table(sc.tables.FEEDBACK, feedback(n, n))),
    "tables.ratings": ("rows", 1_000, lambda n: table(sc.tables.RATINGS, ratings(n, n))),
    "tables.events": ("rows", 1_000, lambda n: table(sc.tables.EVENTS, events(n))),
    "tables.facts": ("rows of nine facts", 500, lambda n: table(sc.tables.facts_table(WARD), sc.values.IdMap(dict(people(n))))),
    "serialization.to_document": ("officials of a plan", 1_000, lambda n: with_plan(n, lambda given, past, plan: sc.serialization.to_document(plan))),
    "serialization.from_document": ("officials of a roster", 1_000, lambda n: on(sc.serialization.to_document(roster(n)), lambda it: sc.serialization.from_document(it, sc.Roster))),
    "serialization.canonical_bytes": ("officials of a roster", 1_000, lambda n: on(sc.serialization.to_document(roster(n)), sc.serialization.canonical_bytes)),
    "serialization.fingerprint": ("officials of a roster", 1_000, lambda n: on(roster(n), sc.serialization.fingerprint)),
    "rendering.to_text": ("officials of a plan", 2_000, lambda n: with_plan(n, lambda given, past, plan: sc.rendering.to_text(plan))),
    "rendering.to_html": ("officials of a plan", 2_000, lambda n: with_plan(n, lambda given, past, plan: sc.rendering.to_html(plan))),
    "rendering.to_markdown": ("officials of a plan", 2_000, lambda n: with_plan(n, lambda given, past, plan: sc.rendering.to_markdown(plan))),
    "rendering.to_docx": ("officials of a plan", 2_000, lambda n: with_plan(n, lambda given, past, plan: sc.rendering.to_docx(plan))),
    "rendering.to_xlsx": ("officials of a plan", 2_000, lambda n: with_plan(n, lambda given, past, plan: sc.rendering.to_xlsx(plan))),
    "rendering.to_svg": ("officials of a plan", 2_000, lambda n: with_plan(n, lambda given, past, plan: sc.rendering.to_svg(plan))),
} | DANGERS  # fmt: skip


def measured(make: Callable[[int], Call], size: int) -> tuple[float, int]:
    """The least processor time of a call on so many, and the most memory that one held at once."""
    times = []
    for number in range(ROUNDS + 1):
        call = make(size)
        gc.collect()
        started = time.process_time()
        call()
        if number:
            times.append(time.process_time() - started)
    call = make(size)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    call()
    held = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    return min(times), max(held, 1)


def row(name: str) -> str:
    """A line of the table."""
    what, size, make = ROWS[name]
    found = [measured(make, many) for many in (size, 2 * size, 4 * size)]
    slow, wide = (log2(found[-1][part] / found[0][part]) / 2 for part in (0, 1))
    mark = " **more**" if slow > BOUND else ""
    per = 1_000_000 * found[-1][0] / (4 * size)
    return f"| `{name}` | {what} | {size:,} to {4 * size:,} | {slow:.2f}{mark} | {wide:.2f} | {per:,.1f} | {found[-1][1] / 2**20:.1f} |"


def not_measured() -> list[str]:
    """Public functions that take a collection and have no row."""
    names = {name.split(",")[0].rpartition(".")[2] for name in ROWS}
    found = set()
    for room in ROOMS:
        module = importlib.import_module(f"supervision_core.{room}")
        for name in dir(module):
            one = getattr(module, name)
            if inspect.isfunction(one) and name not in names:
                takes = " ".join(str(part.annotation) for part in inspect.signature(one).parameters.values())
                if any(word in takes for word in ("Iterable", "Mapping", "Sequence", "Roster", "History", "Rows")):
                    found.add(f"{room}.{name}")
    return sorted(found)


def main(words: list[str]) -> None:
    """Print the table."""
    print("| function | n | sizes | time: exponent | memory: exponent | microseconds for each | MiB at the largest |")
    print("|---|---|---|--:|--:|--:|--:|")
    for name in ROWS:
        if not words or any(word in name for word in words):
            print(row(name), flush=True)
    if not words:
        print(f"\nNot measured: {', '.join(f'`{one}`' for one in not_measured())}.")


if __name__ == "__main__":
    main(sys.argv[1:])
