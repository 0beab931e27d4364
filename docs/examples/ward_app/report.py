"""The report of a year: adopted results are what it shows, what is not adopted is marked provisional."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import supervision_core as sc
from supervision_core.evidence import CHANNELS
from supervision_core.values.labels import day_text
from ward_app.answers import answer_said
from ward_app.excel import excel_file
from ward_app.judging import CRITERION, FACTS, Case, fact_labels
from ward_app.keeping import Standing, grade_tally
from ward_app.planning import Planning, names_of
from ward_app.records import PEOPLES_CHANNELS
from ward_app.texts import LANGUAGES, TEXTS, speaker


def review_of(found: Sequence[Standing], cases: Iterable[Case], planning: Planning, *, today: date) -> sc.Review:
    """The review of a year: interim while the year lasts, and final, as of its last day, ever after."""
    period = sc.Period.of_year(planning.year)
    is_final = today > period.last
    sections = [*_grades(found, period), _channels(cases, period)]
    if planning.adopted is not None:
        sections.append(_loads(planning))
    return sc.Review(
        id=f"BC-{planning.year}",
        kind=sc.programme.ReviewKind.FINAL if is_final else sc.programme.ReviewKind.INTERIM,
        title=TEXTS["report_subject"],
        submitted_by=TEXTS["report_from"],
        period=period,
        as_of=period.last if is_final else max(today, period.start),
        sections=sections,
    )


def _grades(found: Sequence[Standing], period: sc.Period) -> Iterator[sc.programme.ReviewSection]:
    """The adopted results, and apart from them the provisional ones where there are any."""
    labels = sc.programme.grade_labels(CRITERION)
    apart = {
        "grades": [one for one in found if one.adopted_on is not None],
        "provisional": [one for one in found if one.adopted_on is None],
    }
    for code, some in apart.items():
        if some or code == "grades":
            tally = grade_tally(some, period)
            yield sc.programme.tally_section(code, TEXTS[f"report_{code}"], tally, names=labels, order=labels)


def _channels(cases: Iterable[Case], period: sc.Period) -> sc.programme.ReviewSection:
    tally = sc.Tally.of(
        [one.channel.code for case in cases for one in case.dossier.feedback],
        kind=sc.programme.CountKind.OPINION,
        population=TEXTS["population"].vi,
        among=PEOPLES_CHANNELS,
        period=period,
    )
    names = {code: CHANNELS[code].label for code in PEOPLES_CHANNELS}
    return sc.programme.tally_section("channels", TEXTS["report_channels"], tally, names=names, order=PEOPLES_CHANNELS)


def _loads(planning: Planning) -> sc.programme.ReviewSection:
    assert planning.adopted is not None
    parts, population = planning.adopted.value.loads, TEXTS["population"].vi
    loads = sc.Tally(kind=sc.programme.CountKind.PERSON, population=population, parts=parts)
    units = {unit.id: unit.label for unit in planning.roster.lead_units if unit.label is not None}
    vi, en = (speaker(lang)("report_units", year=planning.year) for lang in LANGUAGES)
    return sc.programme.tally_section("units", sc.Label(vi, en), loads, names=units)


def table_of(found: Iterable[Standing], planning: Planning, *, lang: sc.values.Language) -> bytes:
    """Every official in one row: grade, whether it is adopted, what each fact came to, the lead unit."""
    say = speaker(lang)
    facts = fact_labels(lang).values()
    header = [
        say("id"),
        say("name"),
        say("workplace"),
        say("grade"),
        say("state"),
        *facts,
        say("lead_unit", year=planning.year),
    ]
    rows = _rows(found, planning, lang)
    return excel_file([(TEXTS["report"], (header, *rows))], lang)


def _rows(found: Iterable[Standing], planning: Planning, lang: sc.values.Language) -> Iterator[list[object]]:
    say, names = speaker(lang), names_of(planning, lang)
    plan = {} if planning.adopted is None else planning.adopted.value.assignments
    for one in found:
        subject, grade, unit = one.subject, one.assessment.grade, plan.get(one.subject.id)
        yield [
            subject.id,
            subject.id if subject.label is None else subject.label.text(lang),
            subject.unit,
            say("undetermined") if grade is None else grade.label.text(lang),
            state_said(one, lang),
            *(_said(one.facts.get(fact.code), lang) for fact in FACTS),
            None if unit is None else names.get(unit, unit),
        ]


def state_said(one: Standing, lang: sc.values.Language) -> str:
    """Whether a result is adopted, and when, or provisional."""
    say = speaker(lang)
    if one.adopted_on is None:
        return say("provisional")
    said = say("adopted_day", day=day_text(one.adopted_on, lang))
    return said if one.is_listed else f"{said}; {say('not_listed')}"


def _said(fact: sc.Fact, lang: sc.values.Language) -> str:
    if isinstance(fact.value, bool):
        return answer_said(fact.code, "yes" if fact.value else "no", lang)
    return fact.state.label.text(lang)
