"""What the page asks Python: pure functions, JSON in and JSON out. They know no browser, and are tested without one.

A ward's year is one JSON document of the library's own documents; the page keeps it and hands it in with every question.
"""

from __future__ import annotations

import base64
import json
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final, final

import attrs

import supervision_core as sc
from supervision_core import rendering
from supervision_core.rendering.fault_words import FAULT_KINDS
from supervision_core.serialization import InvalidDocument, fingerprint, from_document, to_document
from ward_app.excel import excel_file
from ward_app.lists import Reader
from ward_app.sample import sample_ward

_SCHEMA: Final = "ward_tab/1"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_UNDETERMINED: Final = sc.Label("Chưa xác định", "Undetermined")
_NOT_LISTED: Final = sc.Label("không có trong danh sách của năm", "not on the list of the year")
_SAID: Final = {True: sc.Label("Có", "Yes"), False: sc.Label("Không", "No"), None: sc.Label("Chưa rõ", "Unknown")}
#: The first columns of the table of results.
_HEADS: Final = (
    sc.Label("Mã", "Id"), sc.Label("Họ tên", "Name"), sc.Label("Đơn vị công tác", "Workplace"), sc.Label("Mức", "Grade"),
)  # fmt: skip
#: The two-part criterion with the choices of its source; a ward that uses this in earnest names its own choices here.
CRITERION: Final = attrs.evolve(
    sc.regulations.good_performance(),
    code="ward_tab_two_parts",
    label=sc.Label("Đánh giá mức độ hoàn thành tốt nhiệm vụ", "Good performance in two parts"),
    in_force_from=date(2025, 7, 1),
    in_force_until=None,
)
FACTS: Final = CRITERION.ladder.facts
#: Nobody should get a lead unit again that had him or her in the two years before, as far as that can be avoided.
POLICY: Final = sc.RotationPolicy(cooling_off_years=2)


@final
@attrs.frozen(kw_only=True)
class Ward:
    """One year of a ward: its list, what is known of the years before, the judging sheets, the plan."""

    year: int
    roster: sc.Roster | None = None
    history: sc.History = attrs.field(factory=sc.History)
    #: By official and fact: yes or no. What nobody answered is not there, and is unknown.
    answers: Mapping[str, Mapping[str, bool]] = attrs.field(factory=dict)
    plan: sc.Plan | None = None

    def to_text(self) -> str:
        """The document that the page keeps."""
        document = {
            "schema": _SCHEMA,
            "year": self.year,
            "roster": None if self.roster is None else to_document(self.roster),
            "history": to_document(self.history),
            "answers": {who: dict(given) for who, given in self.answers.items() if given},
            "plan": None if self.plan is None else to_document(self.plan),
        }
        return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @property
    def fits(self) -> bool:
        """Whether the plan is still right and best for the list and history of today, by the library's checker."""
        if self.plan is None or self.roster is None:
            return False
        return sc.verify_plan(self.roster, self.plan, history=self.history) == ()

    def facts_of(self, official: str) -> sc.Facts:
        """The facts of an official's sheet, each with the sheet as its source."""
        given = dict(self.answers.get(official, {}))
        return sc.Facts.of(given, sources=dict.fromkeys(given, (f"PDG-{self.year}-{official}",)))

    def names(self, lang: sc.values.Language) -> dict[str, str]:
        """What people call the officials and lead units, by id."""
        if self.roster is None:
            return {}
        listed: tuple[sc.Subject | sc.LeadUnit, ...] = (*self.roster.subjects, *self.roster.lead_units)
        return {one.id: one.id if one.label is None else one.label.text(lang) for one in listed}


@final
class BadWard(ValueError):
    """A document that is no ward's year, with what is wrong."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@lru_cache(maxsize=4)
def ward_of(text: str) -> Ward:
    """The year that a document holds; raises ``BadWard`` for anything else."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadWard(("JSON",)) from error
    if not isinstance(document, dict) or document.get("schema") != _SCHEMA:
        raise BadWard((f"schema: {_SCHEMA}",))
    try:
        roster, plan = document["roster"], document["plan"]
        ward = Ward(
            year=_year(document["year"]),
            roster=None if roster is None else from_document(roster, sc.Roster),
            history=from_document(document["history"], sc.History),
            answers=_answers(document["answers"]),
            plan=None if plan is None else from_document(plan, sc.Plan),
        )
    except KeyError as error:
        raise BadWard((f"{error.args[0]}",)) from error
    except InvalidDocument as error:
        raise BadWard(tuple(f"{problem}" for problem in error.problems)) from error
    for who in ward.answers:
        try:
            sc.assess(CRITERION, ward.facts_of(who))
        except sc.InvalidInput as error:
            raise BadWard(tuple(f"answers.{who}: {fault.expected}" for fault in error.faults)) from error
    return ward


def _year(found: object) -> int:
    if type(found) is not int or not 2000 <= found <= 2100:
        raise BadWard(("year: 2000–2100",))
    return found


def _answers(found: object) -> dict[str, dict[str, bool]]:
    codes = {fact.code for fact in FACTS}
    if not isinstance(found, dict) or not all(isinstance(given, dict) for given in found.values()):
        raise BadWard(("answers: {official: {fact: true | false}}",))
    wrong = [f"answers.{who}.{code}" for who, given in found.items() for code in given if type(given[code]) is not bool]
    wrong += [f"answers.{who}.{code}" for who, given in found.items() for code in given if code not in codes]
    if wrong:
        raise BadWard(tuple(wrong))
    return found


def begin(year: int) -> dict[str, Any]:
    """A year in which nothing is known yet."""
    return {"ward": Ward(year=_year(year)).to_text()}


def restore(text: str) -> dict[str, Any]:
    """The year in a file that somebody saved; what is wrong with it otherwise."""
    try:
        ward = ward_of(text)
    except BadWard as bad:
        return {"problems": list(bad.problems)}
    return {"ward": ward.to_text(), "year": ward.year}


def sample(year: int) -> dict[str, Any]:
    """A file with an invented ward, which is also the form that a ward fills in."""
    return _file(f"danh-sach-mau-{year}.xlsx", _XLSX, sample_ward(year))


def read_list(ward: str, content: str, lang: sc.values.Language) -> dict[str, Any]:
    """The year with the list of an Excel file, and what that would change; or every fault of the file, by cell."""
    old = ward_of(ward)
    reader = Reader(content=base64.b64decode(content), year=old.year, known=old.history)
    found = reader.read()
    if found is None:
        return {"faults": [_fault(one.sheet, one.fault, lang) for one in reader.faults]}
    roster, history = found
    former = set().union(*(history.lead_units_in(year) for year in history.years)) - set(roster.lead_unit_ids)
    new = attrs.evolve(old, roster=attrs.evolve(roster, former_units=sorted(former)), history=history)
    return {"ward": new.to_text(), "changes": _changes(old, new, lang)}


def _fault(sheet: str, fault: sc.tables.RowFault, lang: sc.values.Language) -> dict[str, Any]:
    return {
        "sheet": sheet,
        "row": fault.row,
        "column": fault.column,
        "found": None if fault.found is None else f"{fault.found}",
        "expected": fault.expected.text(lang),
    }


def _changes(old: Ward, new: Ward, lang: sc.values.Language) -> dict[str, list[str]]:
    """Who comes, who goes, whose row is another; the same of the lead units; the history where it differs."""
    before, after = _listed(old), _listed(new)
    names = {**old.names(lang), **new.names(lang)}
    said = {one: f"{names[one]} ({one})" for one in sorted({*before, *after})}
    return {
        "added": [said[one] for one in said if one not in before],
        "removed": [said[one] for one in said if one not in after],
        "changed": [said[one] for one in said if one in before and one in after and before[one] != after[one]],
        "years": [f"{year}" for year in _other_years(old, new)],
    }


def _listed(ward: Ward) -> dict[str, object]:
    if ward.roster is None:
        return {}
    bars = [(bar.subject_id, bar) for bar in ward.roster.bars]
    subjects = {one.id: (one, *(bar for who, bar in bars if who == one.id)) for one in ward.roster.subjects}
    return {**subjects, **{unit.id: unit for unit in ward.roster.lead_units}}


def _other_years(old: Ward, new: Ward) -> list[int]:
    years = sorted({*old.history.years, *new.history.years})
    return [year for year in years if _year_of(old.history, year) != _year_of(new.history, year)]


def _year_of(history: sc.History, year: int) -> object:
    return to_document(history.before(year + 1)) if year in history.years else None


def overview(ward: str, lang: sc.values.Language) -> dict[str, Any]:
    """Everybody with grade and lead unit, how many got which grade, and how the plan stands."""
    of = ward_of(ward)
    names = of.names(lang)
    assigned = {} if of.plan is None else of.plan.assignments
    rows = [
        {
            "id": one.id,
            "name": names[one.id],
            "workplace": one.unit or "",
            **_graded(assessment, lang),
            "known": len(of.answers.get(one.id, {})),
            "lead_unit": names.get(unit, unit) if (unit := assigned.get(one.id)) is not None else None,
        }
        for one, assessment in _judged(of)
    ]
    counts = Counter(row["grade"] for row in rows)
    grades = [*(grade.label.text(lang) for grade in CRITERION.grades), _UNDETERMINED.text(lang)]
    return {
        "year": of.year,
        "listed": of.roster is not None,
        "lead_units": 0 if of.roster is None else len(of.roster.lead_units),
        "facts": len(FACTS),
        "rows": rows,
        "counts": [[grade, counts[grade]] for grade in grades],
        "plan": "none" if of.plan is None else "fits" if of.fits else "outdated",
    }


def _judged(ward: Ward) -> list[tuple[sc.Subject, sc.Assessment]]:
    subjects = () if ward.roster is None else ward.roster.subjects
    return [(one, sc.assess(CRITERION, ward.facts_of(one.id))) for one in subjects]


def _graded(assessment: sc.Assessment, lang: sc.values.Language) -> dict[str, Any]:
    grade = assessment.grade
    if grade is None:
        return {"grade": _UNDETERMINED.text(lang), "rank": None}
    return {"grade": grade.label.text(lang), "rank": grade.rank}


def official(ward: str, official: str, lang: sc.values.Language) -> dict[str, Any]:
    """One official: the questions with their answers, the grade with its reasons, why this lead unit and no other."""
    of = ward_of(ward)
    names = of.names(lang)
    if of.roster is None or official not in of.roster.subject_ids:
        raise BadWard((f"{official}: {_NOT_LISTED.text(lang)}",))
    facts = of.facts_of(official)
    assessment = sc.assess(CRITERION, facts)
    given = of.answers.get(official, {})
    lead = None
    if of.plan is not None and of.fits:
        explanation = sc.explain_assignment(of.plan, of.roster, official, history=of.history)
        lead = rendering.to_html(explanation, names=names, lang=lang, fragment=True)
    return {
        "id": official,
        "name": names[official],
        **_graded(assessment, lang),
        "questions": [_question(fact, given.get(fact.code), lang) for fact in FACTS],
        "reasons": rendering.to_html(assessment, facts=facts, lang=lang, fragment=True),
        "lead_unit": lead,
    }


def _question(fact: sc.criteria.FactDefinition, given: bool | None, lang: sc.values.Language) -> dict[str, Any]:
    """A question; where "no" is the good answer it comes first, so that nobody says a breach by habit."""
    is_breach = isinstance(fact, sc.criteria.YesNo) and fact.favourable is False
    return {
        "code": fact.code,
        "label": fact.label.text(lang),
        "is_breach": is_breach,
        "order": ["no", "yes", "unknown"] if is_breach else ["yes", "no", "unknown"],
        "value": "unknown" if given is None else "yes" if given else "no",
    }


def record(ward: str, official: str, answers: dict[str, str], lang: sc.values.Language) -> dict[str, Any]:
    """The year with an official's sheet; answers that contradict each other are refused."""
    of = ward_of(ward)
    said = {code: answer == "yes" for code, answer in answers.items() if answer != "unknown"}
    new = attrs.evolve(of, answers={**of.answers, official: said})
    try:
        sc.assess(CRITERION, new.facts_of(official))
    except sc.ContradictoryFacts as error:
        labels = [fact.label.text(lang) for fact in FACTS if fact.code in error.codes]
        return {"contradiction": labels}
    return {"ward": new.to_text()}


def plan(ward: str, lang: sc.values.Language) -> dict[str, Any]:
    """The year with its plan; where there is one that no longer fits, with the change of it that moves as few as can be."""
    of = ward_of(ward)
    assert of.roster is not None
    if of.plan is None:
        answer: sc.Plan | sc.Replan | sc.Infeasible = sc.plan_year(
            of.roster, year=of.year, history=of.history.before(of.year), policy=POLICY
        )
    else:
        answer = of.plan if of.fits else sc.replan(of.plan, of.roster, history=of.history)
    names = of.names(lang)
    if isinstance(answer, sc.Infeasible):
        html = rendering.to_html(answer, roster=of.roster, names=names, lang=lang, fragment=True)
        return {"infeasible": html}
    if isinstance(answer, sc.Replan):
        new = attrs.evolve(of, plan=answer.plan)
        return {"ward": new.to_text(), "said": answer.sentence(lang, names)}
    return {"ward": attrs.evolve(of, plan=answer).to_text()}


def plan_page(ward: str, lang: sc.values.Language) -> dict[str, Any]:
    """The plan as people read it; where it does not fit the list any more, as it stands."""
    of = ward_of(ward)
    if of.plan is None:
        return {"html": None}
    fits = of.fits
    roster = of.roster if fits else None
    return {"html": rendering.to_html(of.plan, roster=roster, names=of.names(lang), lang=lang, fragment=True), "fits": fits}


def export(ward: str, what: str, lang: sc.values.Language, today: str) -> dict[str, Any]:
    """A paper of the year as a file: ``table.xlsx``, ``plan.xlsx|docx|html``, ``report.docx|html``."""
    of = ward_of(ward)
    name = f"{what.partition('.')[0]}-{of.year}.{what.partition('.')[2]}"
    if what == "table.xlsx":
        return _file(name, _XLSX, _table(of, lang))
    paper: object = _review(of, date.fromisoformat(today))
    options: rendering.ReportOptions = {"names": of.names(lang), "lang": lang}
    if what.startswith("plan."):
        assert of.plan is not None
        paper = of.plan
        if of.fits:
            options["roster"] = of.roster
    if what.endswith(".html"):
        return _file(name, "text/html", rendering.to_html(paper, **options).encode())
    if what.endswith(".docx"):
        return _file(name, _DOCX, rendering.to_docx(paper, **options))
    return _file(name, _XLSX, rendering.to_xlsx(paper, **options))


def _file(name: str, kind: str, content: bytes) -> dict[str, Any]:
    return {"name": name, "type": kind, "content": base64.b64encode(content).decode()}


def _table(ward: Ward, lang: sc.values.Language) -> bytes:
    """Every official in one row: grade, what each fact came to, the lead unit."""
    names = ward.names(lang)
    heads = [*_HEADS, *(fact.label for fact in FACTS), sc.Label("Đầu mối giám sát", "Lead unit")]
    assigned = {} if ward.plan is None else ward.plan.assignments
    rows: list[list[object]] = [[head.text(lang) for head in heads]]
    for one, assessment in _judged(ward):
        given, unit = ward.answers.get(one.id, {}), assigned.get(one.id)
        facts = [_SAID[given.get(fact.code)].text(lang) for fact in FACTS]
        grade = f"{_graded(assessment, lang)['grade']}"
        rows.append([one.id, names[one.id], one.unit, grade, *facts, None if unit is None else names.get(unit, unit)])
    return excel_file([(sc.Label("Kết quả", "Results"), rows)], lang)


def _review(ward: Ward, today: date) -> sc.Review:
    """The review of a year: interim while the year lasts, and final, as of its last day, ever after."""
    period = sc.Period.of_year(ward.year)
    is_final = today > period.last
    labels, population = sc.programme.grade_labels(CRITERION), "cán bộ, công chức của phường"
    rows = [(one.id, assessment) for one, assessment in _judged(ward)]
    tally = sc.programme.grade_tally(CRITERION, rows, population=population, period=period)
    title = sc.Label("Kết quả đánh giá", "Grades")
    sections = [sc.programme.tally_section("grades", title, tally, names=labels, order=labels)]
    if ward.plan is not None and ward.roster is not None:
        loads = sc.Tally(kind=sc.programme.CountKind.PERSON, population=population, parts=ward.plan.loads)
        units = {unit.id: unit.label for unit in ward.roster.lead_units if unit.label is not None}
        title = sc.Label("Phân công giám sát theo đầu mối", "Assignments by lead unit")
        sections.append(sc.programme.tally_section("units", title, loads, names=units))
    return sc.Review(
        id=f"BC-{ward.year}",
        kind=sc.programme.ReviewKind.FINAL if is_final else sc.programme.ReviewKind.INTERIM,
        title=sc.Label("Giám sát cán bộ, công chức của phường", "Supervision of the ward's officials"),
        submitted_by=sc.Label("Ủy ban MTTQ Việt Nam phường", "The ward's Front Committee"),
        period=period,
        as_of=period.last if is_final else max(today, period.start),
        sections=sections,
    )


def fingerprints(ward: str) -> dict[str, Any]:
    """The fingerprints of every result and of the plan: equal wherever they were made."""
    of = ward_of(ward)
    results = {one.id: fingerprint(assessment) for one, assessment in _judged(of)}
    return {"results": results, "plan": None if of.plan is None else fingerprint(of.plan)}


def warm() -> None:
    """Go once through what a page may ask, so that whatever is imported or made at first use is there already."""
    of = read_list(begin(2026)["ward"], sample(2026)["content"], "vi")["ward"]
    of = plan(of, "vi")["ward"]
    languages: tuple[sc.values.Language, ...] = ("vi", "en")
    for lang in languages:
        official(of, overview(of, lang)["rows"][0]["id"], lang)
        plan_page(of, lang)
    for what in ("table.xlsx", "plan.xlsx", "plan.docx", "plan.html", "report.docx", "report.html"):
        export(of, what, "vi", "2026-11-28")
    fingerprints(of)
    ward_of.cache_clear()


def style() -> dict[str, Any]:
    """The style that the library's fragments need, and which library it is."""
    return {"style": rendering.stylesheet(), "version": sc.__version__}


_FUNCTIONS: Final[dict[str, Callable[..., dict[str, Any]]]] = {
    one.__name__: one
    for one in (
        begin, restore, sample, read_list, overview, official, record, plan, plan_page, export, fingerprints, style,
    )
}  # fmt: skip


def ask(name: str, arguments: str) -> str:
    """The one door for the page. Bad input comes back as words; it never leaves the page without an answer."""
    try:
        answer = _FUNCTIONS[name](**json.loads(arguments))
    except BadWard as bad:
        answer = {"error": list(bad.problems)}
    except sc.InvalidInput as error:
        answer = {"error": [f"{FAULT_KINDS[fault.code].vi}: {fault.expected}" for fault in error.faults]}
    return json.dumps(answer, ensure_ascii=False)
