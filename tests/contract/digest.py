"""One number over many results: equal in every process, on every machine and Python. Run it, or call ``digest``."""

from __future__ import annotations

import hashlib
import random
from datetime import date, timedelta

import supervision_core as sc
from supervision_core import rendering


def results() -> list[str]:
    """Judgements, plans and obligations of fixed questions, said in full."""
    said: list[str] = []
    rng = random.Random(2026)
    ward = sc.regulations.GOOD_PERFORMANCE_2014
    codes = [fact.code for fact in ward.ladder.facts]
    for _ in range(300):
        row = {code: rng.choice([True, False, None]) for code in codes}
        try:
            assessment = sc.assess(ward, sc.Facts.of(row))
        except sc.ContradictoryFacts as error:
            said.append(str(error))
            continue
        said.append(f"{[grade.code for grade in assessment.possible]} {assessment.open_facts}")
        said.extend(leaf.sentence("vi") for leaf in assessment.reasons.leaves())
    for seed in range(60):
        rng = random.Random(seed)
        subjects = [f"cán bộ {number}" for number in range(rng.randint(5, 40))]
        units = [sc.LeadUnit(id=f"đầu mối {number}", share=rng.randint(1, 4), max_load=rng.choice([None, 12])) for number in range(4)]
        bars = {
            (subject, unit.id): sc.Bar(subject_id=subject, lead_unit_id=unit.id, reason=sc.BarReason.KIN)
            for subject in subjects
            for unit in units
            if rng.random() < 0.3
        }
        roster = sc.Roster(subjects=[sc.Subject(id=subject) for subject in subjects], lead_units=units, bars=bars.values())
        history = sc.History.of({year: {subject: rng.choice(units).id for subject in subjects} for year in (2019, 2020)})
        for tie_break in (sc.TieBreak.CANONICAL, sc.PublicDraw("QĐ 12/2026"), sc.TieBreak.ANY):
            policy = sc.RotationPolicy(cooling_off_years=2, tie_break=tie_break)
            answer = sc.plan_year(roster, year=2021, history=history, policy=policy)
            if isinstance(answer, sc.Plan):
                said.append(f"{dict(answer.assignments)} {answer.score.levels} {dict(answer.proof.prices)} {answer.proof.sink}")
            else:
                said.append(answer.sentence("vi") + str([repair.sentence("vi") for repair in answer.repairs]))
    for seed in range(20):
        said.extend(obligations(random.Random(seed)))
    said.extend(reports())
    return said


def reports() -> list[str]:
    """A plan and an assessment in every format and both languages."""
    roster = sc.Roster(subjects=[sc.Subject(id=f"cán bộ {number}") for number in range(9)], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v", share=2)])
    open_case = sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, sc.Facts())
    languages: tuple[sc.values.Language, ...] = ("vi", "en")
    said = []
    for write in (rendering.to_text, rendering.to_markdown, rendering.to_html, rendering.to_svg):
        for lang in languages:
            said += [write(sc.plan_year(roster, year=2021), lang=lang, roster=roster), write(open_case, lang=lang)]
    return said


def obligations(rng: random.Random) -> list[str]:
    """How the shipped obligations stand after random events, and what of it may be published."""
    codes = ("citizen_reception", "dialogue_with_people", "community_conference")
    days = [(rng.choice(codes), date(2025, 12, 1) + timedelta(days=rng.randrange(400))) for _ in range(60)]
    events = [
        sc.Event(id=f"việc {number}", obligation=code, on=on, by_office_holder=rng.choice([True, False, None]))
        for number, (code, on) in enumerate(days)
    ]
    rules = [*sc.regulations.CITIZEN_RECEPTION, *sc.regulations.PHU_NHUAN_WARD_17]
    rng.shuffle(rules)
    report = sc.compliance(rules, set(events), sc.Period.of_year(2026), as_of=date(2026, 10, 15), partial=sc.obligations.Partial.OWES_SHARE)
    missed = sc.Tally.of({one.id: one.obligation for one in events}.values(), kind=sc.programme.CountKind.EVENT, population="phường", among=codes)
    return [
        *(f"{one.sentence('vi')} {one.event_ids}" for standing in report for one in (*standing.required, *standing.practised)),
        *(f"{standing.sentence('en')} {standing.last_safe_day} {standing.surplus_event_ids}" for standing in report),
        f"{dict(missed.percentages())} {dict(sc.publish(missed, at_least=20).parts)}",
    ]


def digest() -> str:
    """The digest of all results."""
    return hashlib.sha256("\n".join(results()).encode()).hexdigest()


if __name__ == "__main__":
    print(digest())
