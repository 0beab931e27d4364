"""The pages of the officials: everybody's grade, and one official's evidence, reasons and lead units."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

import supervision_core as sc
from supervision_core.evidence import CHANNELS
from supervision_core.rotation import Explanation
from ward_app import drawings
from ward_app.answers import answer_said
from ward_app.finding import has_words, part_of
from ward_app.judging import CRITERION, Case, fact_labels, speaks_of
from ward_app.keeping import (
    UNDETERMINED,
    Standing,
    adopt,
    adopted_results,
    as_seen,
    grade_tally,
    kept_of,
    receipts,
    standings,
    to_adopt,
)
from ward_app.planning import Planning, had_by, listed_official, names_of, planning_of
from ward_app.records import BODIES, FEEDBACK, RESULT, SHEET, sheet_id
from ward_app.refusals import NotFound
from ward_app.site import Form, Visit, Visiting
from ward_app.store import Conflict, Reading
from ward_app.texts import TEXTS

router = APIRouter(default_response_class=HTMLResponse)


def judged(reading: Reading, visit: Visit) -> tuple[Case, ...]:
    """Everybody's case in the year; nobody's where there is no list."""
    planning = planning_of(reading, visit.year)
    return () if planning is None else visit.site.judged.cases(reading, planning.roster.subjects, visit.year)


@router.get("/{year}/officials")
def officials(visit: Visiting, q: str = "", grade: str = "", page: int = 1, saved: int = 0) -> HTMLResponse:
    """Everybody with grade and lead unit, page by page; by name, id or workplace, and by grade."""
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year)
        cases = judged(reading, visit)
        everybody = standings(reading, cases, visit.year)
        seen = as_seen(cases, adopted_results(reading, visit.year))
    names = {} if planning is None else names_of(planning, visit.lang)
    part = part_of([one for one in everybody if _fits(one, names, q, grade)], page)
    plan = None if planning is None or planning.adopted is None else planning.adopted.value
    return visit.page(
        "officials.html",
        "officials",
        saved=saved,
        planning=planning,
        part=part,
        q=q,
        grade=grade,
        grades=[*((one.code, one.label.text(visit.lang)) for one in CRITERION.grades), (UNDETERMINED, None)],
        to_adopt=sum(one.assessment.grade is not None for one in _as_now(cases, to_adopt(everybody))),
        seen=seen,
        counts=grade_counts(everybody, visit.year, visit.lang),
        names=names,
        label_of=lambda one: names.get(one.subject.id) or (one.subject.label or TEXTS["name"]).text(visit.lang),
        assignments={} if plan is None else plan.assignments,
    )


def _as_now(cases: Iterable[Case], wanted: Iterable[Standing]) -> list[Case]:
    """The cases of some officials, as the evidence of now gives them."""
    of = {case.subject.id: case for case in cases}
    return [of[one.subject.id] for one in wanted]


def _fits(one: Standing, names: Mapping[str, str], wanted: str, grade: str) -> bool:
    if grade and grade != (UNDETERMINED if one.assessment.grade is None else one.assessment.grade.code):
        return False
    return has_words(wanted, one.subject.id, names.get(one.subject.id, ""), one.subject.unit or "")


@router.post("/{year}/officials")
def adopt_results(visit: Visiting, posted: Form) -> Response:
    """Adopt every determined result, as the writer saw it; the receipts are written before anybody has to wait."""
    leads_to = visit.url("officials", saved=True)
    with visit.site.store.reading() as reading:
        if planning_of(reading, visit.year) is None:
            raise NotFound
        texts = receipts(judged(reading, visit), adopted_results(reading, visit.year))
    try:
        with visit.saving(posted, leads_to) as writing:
            adopt(writing, visit.year, texts, lambda: judged(writing, visit), seen=posted.texts.get("seen", ""))
    except Conflict as conflict:
        return visit.conflict(conflict, "officials", visit.url("officials"))
    return RedirectResponse(leads_to, status_code=303)


def grade_counts(found: Iterable[Standing], year: int, lang: sc.values.Language) -> list[tuple[str, int, int]]:
    """For each grade, best first: how many have it, and how many of them provisionally."""
    everybody, period = tuple(found), sc.Period.of_year(year)
    all_of = grade_tally(everybody, period).parts
    open_of = grade_tally([one for one in everybody if one.adopted_on is None], period).parts
    return [(label.text(lang), all_of[code], open_of[code]) for code, label in sc.programme.grade_labels(CRITERION).items()]


@router.get("/{year}/official/{official:path}")
def one_official(visit: Visiting, official: str, saved: int = 0) -> HTMLResponse:
    """One official: evidence, reasons, what would help, lead units."""
    with visit.site.store.reading() as reading:
        planning, subject = listed_official(reading, visit.year, official)
        case = visit.site.judged.case(reading, subject, visit.year)
        kept = kept_of(reading.read(RESULT, visit.year, official), case)
        sheets = {body: reading.read(SHEET, visit.year, sheet_id(body, official)) for body in BODIES}
        heard = reading.read_all(FEEDBACK, visit.year, official)
    labels, names = fact_labels(visit.lang), names_of(planning, visit.lang)
    # The year itself has more than one lead unit to tell only where the plan was changed within it.
    past = planning.after() if planning.changes else planning.known
    return visit.page(
        "official.html",
        "officials",
        name=names[subject.id],
        subject=subject,
        case=case,
        kept=kept,
        saved=saved,
        bodies=[
            (
                body,
                CHANNELS[body].label.text(visit.lang),
                0 if sheet is None else len(sheet.value.ratings),
                len(speaks_of(body)),
            )
            for body, sheet in sheets.items()
        ],
        heard=[one.value for one in heard],
        fact_label=lambda code: labels.get(code, code),
        answer_said=lambda code, answer: answer_said(code, "yes" if answer else "no", visit.lang),
        judged=drawings.assessment(case, visit.lang),
        refused=case.account.refused,
        remedies=case.what_would_help(),
        best=CRITERION.grades[0],
        names=names,
        planned=planning.adopted is not None,
        had=had_by(past, official, names),
        explanation=_explanation(planning, official),
        why_not=_why_not(visit.lang),
    )


def _why_not(lang: sc.values.Language) -> Callable[[sc.rotation.Alternative], str]:
    return lambda other: other.sentence(lang).removeprefix(f"{other.lead_unit_id}: ")


def _explanation(planning: Planning, official: str) -> Explanation | None:
    """What stands against every other lead unit; None while there is no plan that fits."""
    if planning.adopted is None or not planning.fits:
        return None
    return sc.explain_assignment(planning.adopted.value, planning.roster, official, history=planning.known)
