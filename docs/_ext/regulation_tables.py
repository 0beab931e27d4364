"""Tables of the shipped regulations and obligations, made from the data itself: what the page says is what judges.

``{regulations}`` lists every encoded regulation; the page of each (``docs/reference/regulation``, made when the documents are
built) shows its facts and its grades by ``{regulation}``. ``{obligations}`` shows periodic obligations by their names;
``{not-encoded}`` what could not be read; ``{who-governs}`` what judges whom on each day;
``{time-limits}`` terms of days; ``{statutory-grades}`` the grades of all regimes; ``{channels}`` the channels;
``{disclosures}`` who may see what.
Every citation stands with how far its words were checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from docutils import nodes
from made_pages import keep, titled
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from supervision_core import Audience, Label, Obligation, Regulation, regulations
from supervision_core.criteria import AllOf, Criterion, FactDefinition, Ladder, Not, YesNo
from supervision_core.criteria.explain import label_of
from supervision_core.evidence import CHANNELS, TIME_LIMITS
from supervision_core.programme import DISCLOSURES
from supervision_core.regulations import NotEncoded
from supervision_core.values import Citation
from supervision_core.values.exact import number_text

Cell: TypeAlias = str | nodes.Node | list[nodes.Node]
#: The obligations that need a parameter of the place's own, with one choice each.
WITH_PARAMETER = {
    "hanoi_dialogue(in_force_from=date(2021, 7, 1), in_force_until=date(2025, 3, 1))": regulations.hanoi_dialogue(
        in_force_from=date(2021, 7, 1), in_force_until=date(2025, 3, 1)
    ),
    "community_conference(year_end_from_month=11)": regulations.community_conference(year_end_from_month=11),
    "budget_reports()": regulations.budget_reports(),
    "inspection_plans(ahead_months=1, term_start=date(2024, 5, 1), term_months=30)": regulations.inspection_plans(
        ahead_months=1, term_start=date(2024, 5, 1), term_months=30
    ),
}
WITHOUT_PARAMETER = {
    "CITIZEN_RECEPTION": regulations.CITIZEN_RECEPTION,
    "DIALOGUE_WITH_PEOPLE": regulations.DIALOGUE_WITH_PEOPLE,
    "STAFF_CONFERENCE": regulations.STAFF_CONFERENCE,
    "CONFERENCE_CHECK": regulations.CONFERENCE_CHECK,
    "PUBLICATION_LIST": regulations.PUBLICATION_LIST,
    "FRONT_HEARING": regulations.FRONT_HEARING,
    "FRONT_PLAN": regulations.FRONT_PLAN,
    "PHU_NHUAN_WARD_17": regulations.PHU_NHUAN_WARD_17,
    "THACH_THANG": regulations.THACH_THANG,
}


def both(label: Label) -> str:
    """Vietnamese first."""
    return label.vi if label.vi == label.en else f"{label.vi} / {label.en}"


def code(text: str) -> nodes.literal:
    """A name as it is written in programs."""
    return nodes.literal(text, text)


def cited(citation: Citation | None) -> str:
    """A citation with its mark, which the usual way to cite leaves out where the words were read."""
    if citation is None:
        return "–"
    plain = citation.text("vi").removesuffix(f" ({citation.verification.label.vi})")
    return f"{plain} [{citation.verification.name}]"


def in_force(first: date | None, until: date | None) -> str:
    """The days in force; the last one is the first day on which it no longer is."""
    if first is None and until is None:
        return "–"
    if until is None:
        return f"from {first}"
    return f"{first or '…'} – before {until}"


def table(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> nodes.table:
    """A table in which each cell is a text, a node or several nodes."""
    group = nodes.tgroup(cols=len(headers))
    group += [nodes.colspec(colwidth=1) for _ in headers]
    head = nodes.thead()
    head += _row(headers)
    body = nodes.tbody()
    body += [_row(row) for row in rows]
    group += [head, body]
    made = nodes.table()
    made += group
    return made


def _row(cells: Iterable[Cell]) -> nodes.row:
    made = nodes.row()
    for cell in cells:
        entry = nodes.entry()
        parts = cell if isinstance(cell, list) else [nodes.Text(cell) if isinstance(cell, str) else cell]
        paragraph = nodes.paragraph()
        paragraph += parts
        entry += paragraph
        made += entry
    return made


def _named(name: str, label: Label) -> list[nodes.Node]:
    return [code(name), nodes.Text(f" {both(label)}")]


def values_of(fact: FactDefinition) -> str:
    """Which values a fact may have, and which of them speaks for the person."""
    if isinstance(fact, YesNo):
        for_the_person = {True: "có / yes", False: "không / no", None: "–"}[fact.favourable]
        return f"có, không / yes, no (✓ {for_the_person})"
    unit = f" {both(fact.unit)}" if fact.unit else ""
    return f"{number_text(fact.low, 'en')} … {number_text(fact.high, 'en')}{unit}"


FOLDER = "reference/regulation"
BY_CODE = {one.code: one for one in regulations.ENCODED if isinstance(one, Regulation)}


def page_link(page: str, target: str, text: str) -> pending_xref:
    """A link to another page of these documents."""
    link = pending_xref("", refdomain="std", reftype="doc", reftarget=f"/{target}", refexplicit=True, refwarn=True, refdoc=page)
    link += nodes.inline(text=text)
    return link


class RegulationTables(SphinxDirective):
    """Every encoded regulation, and whom it judges when."""

    def run(self) -> list[nodes.Node]:
        """One line a regulation, which leads to its page."""
        headers = ("quy định / regulation", "áp dụng / category", "hiệu lực / in force")
        rows = (
            (
                page_link(self.env.docname, f"{FOLDER}/{one.code}", both(one.label)),
                code(one.category),
                in_force(one.in_force_from, one.in_force_until),
            )
            for one in BY_CODE.values()
        )
        return [table(headers, rows)]


class RegulationPage(SphinxDirective):
    """One regulation with its facts, its grades and what each of them asks for."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """What it is, the facts it asks about, and its grades from the best."""
        one = BY_CODE[self.arguments[0]]
        about = nodes.paragraph()
        about += [code(one.code), nodes.Text(f", version {one.version}; judges "), code(one.category)]
        about += nodes.Text(f"; in force {in_force(one.in_force_from, one.in_force_until)}. Source: {cited(one.citation)}.")
        headers = ("nội dung / fact", "giá trị / values", "căn cứ / source")
        facts = table(headers, ((_named(f.code, f.label), values_of(f), cited(f.citation)) for f in one.ladder.facts))
        rungs = nodes.bullet_list()
        for rung in one.ladder.rungs:
            name = f"{both(rung.grade.label)} [{rung.grade.code}]"
            rungs += _item(name, rung.citation, _conditions(one.ladder, rung.criterion))
        brings = [nodes.paragraph("", both(implication.label)) for implication in one.ladder.implications]
        return [about, facts, rungs, *brings]


def _title(one: Regulation) -> str:
    """The name of a regulation; versions of one decree are told apart by the day from which they hold."""
    named_alike = [other for other in BY_CODE.values() if other.label == one.label]
    return both(one.label) if len(named_alike) == 1 else f"{both(one.label)}, {one.in_force_from}"


def write_pages(app: Sphinx) -> None:
    """One page a regulation."""
    keep(app, FOLDER, {one.code: titled(_title(one), f".. regulation:: {one.code}") for one in BY_CODE.values()})


def _item(text: str, citation: Citation | None, below: Sequence[nodes.list_item]) -> nodes.list_item:
    made = nodes.list_item()
    made += nodes.paragraph("", text if citation is None else f"{text} ({cited(citation)})")
    if below:
        bullets = nodes.bullet_list()
        bullets += below
        made += bullets
    return made


def _conditions(ladder: Ladder, criterion: Criterion) -> list[nodes.list_item]:
    if isinstance(criterion, AllOf) and criterion.label is None:
        if not criterion.parts:
            return [_item("mọi trường hợp còn lại / everyone else", None, ())]
        return [item for part in criterion.parts for item in _conditions(ladder, part)]
    parts = criterion.parts_in_order()
    shown = () if isinstance(criterion, Not) and not parts[0].parts_in_order() else parts
    below = [item for part in shown for item in _conditions(ladder, part)]
    return [_item(both(label_of(ladder, criterion)), criterion.citation, below)]


class ObligationTables(SphinxDirective):
    """Periodic obligations by their names, or those with a parameter: what is required and what is practised."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """One table for each name."""
        headers = ("nghĩa vụ / obligation", "mức / how often", "hiệu lực / in force", "căn cứ / source")
        asked = self.arguments[0].split()
        found: list[nodes.Node] = []
        shown = WITH_PARAMETER if asked == ["with-parameter"] else {one: WITHOUT_PARAMETER[one] for one in asked}
        for name, versions in shown.items():
            caption = nodes.paragraph()
            caption += code(name)
            found += [caption, table(headers, _rows(versions))]
        return found


def _rows(versions: Iterable[Obligation]) -> Iterator[Sequence[Cell]]:
    for one in versions:
        often = "chưa có toàn văn / not read" if one.required is None else both(one.required.label)
        sources = cited(one.citation)
        if one.practised is not None:
            often += f"; thông lệ / in practice: {both(one.practised.label)}"
            sources += f"; {cited(one.practice_citation)}"
        right = f" ({both(one.right.label)})" if one.right else ""
        yield [*_named(one.code, one.label), nodes.Text(right)], often, in_force(one.in_force_from, one.in_force_until), sources


class NotEncodedTable(SphinxDirective):
    """What is in force but could not be read far enough: it is named, and nothing is made up in its place."""

    def run(self) -> list[nodes.Node]:
        """One table."""
        unread = [one for one in regulations.ENCODED if isinstance(one, NotEncoded)] + list(regulations.NOT_READ_OBLIGATIONS)
        headers = ("văn bản / instrument", "áp dụng / category", "hiệu lực / in force", "chưa có toàn văn / what is missing")
        rows = (
            (
                both(one.instrument),
                code(one.category),
                in_force(one.in_force_from, one.in_force_until),
                "; ".join(both(missing) for missing in one.missing),
            )
            for one in unread
        )
        return [table(headers, rows)]


#: The days that the table of who governs looks at, every one of them.
FIRST_DAY, LAST_DAY = date(2009, 1, 1), date(2027, 12, 31)


def spans(category: str) -> Iterator[tuple[date, date, object]]:
    """What ``in_force`` answers for a category on each day, days with one answer taken together."""
    start, answer = FIRST_DAY, regulations.in_force(category, on=FIRST_DAY)
    for number in range(FIRST_DAY.toordinal() + 1, LAST_DAY.toordinal() + 1):
        day = date.fromordinal(number)
        now = regulations.in_force(category, on=day)
        if told(now) != told(answer):
            yield start, date.fromordinal(number - 1), answer
            start, answer = day, now
    yield start, LAST_DAY, answer


def told(answer: object) -> tuple[str, str]:
    """What an answer of the registry is, and its source."""
    if isinstance(answer, Regulation):
        return answer.code, cited(answer.citation)
    if isinstance(answer, NotEncoded):
        missing = "; ".join(both(one) for one in answer.missing)
        return f"NotEncoded: {missing}", both(answer.instrument)
    if isinstance(answer, regulations.DependsOnUnit):
        return "DependsOnUnit: " + ", ".join(one.code for one in answer.choices), cited(answer.citation)
    return "NoRegulation", "–"


def _in_short(answer: object) -> tuple[str, str]:
    """The same for a line of the table: what is missing of a text stands under what could not be read."""
    return ("NotEncoded", both(answer.instrument)) if isinstance(answer, NotEncoded) else told(answer)


class WhoGovernsTable(SphinxDirective):
    """For each category what judges on every day from 2009 to 2027, each change with its source."""

    def run(self) -> list[nodes.Node]:
        """One table."""
        headers = ("áp dụng / category", "từ / from", "đến / to", "quy định / answer", "căn cứ / source")
        rows = (
            (code(category), str(first), str(last), *_in_short(answer))
            for category in sorted({one.category for one in regulations.ENCODED})
            for first, last, answer in spans(category)
        )
        return [table(headers, rows)]


class TimeLimitTable(SphinxDirective):
    """Within how many days what is to be done, and where the law sets no number."""

    def run(self) -> list[nodes.Node]:
        """One table."""
        headers = ("code", "tiếng Việt", "English", "hiệu lực / in force", "căn cứ / source")
        rows = (
            (
                code(one.code),
                one.sentence("vi"),
                one.sentence("en"),
                in_force(one.in_force_from, one.in_force_until),
                cited(one.citation),
            )
            for one in TIME_LIMITS.values()
        )
        return [table(headers, rows)]


class StatutoryGradeTable(SphinxDirective):
    """The grades that records of any regime may carry."""

    def run(self) -> list[nodes.Node]:
        """One table."""
        grades = regulations.STATUTORY_GRADES.items()
        return [table(("code", "tiếng Việt", "English"), ((code(one), label.vi, label.en) for one, label in grades))]


class ChannelTable(SphinxDirective):
    """The shipped channels."""

    def run(self) -> list[nodes.Node]:
        """One table."""
        headers = ("code", "kênh / channel", "căn cứ / source")
        return [table(headers, ((code(one.code), both(one.label), cited(one.citation)) for one in CHANNELS.values()))]


class DisclosureTable(SphinxDirective):
    """What each audience sees of each kind of value, and why."""

    def run(self) -> list[nodes.Node]:
        """One table."""
        audiences = [one for one in Audience if one is not Audience.RECEIVING_UNIT]
        headers = ("giá trị / values", *(both(one.label) for one in audiences), "vì sao / why")
        rows = (
            (
                both(one.label),
                *(both(one.shown(audience).label) for audience in audiences),
                f"{both(one.why)} {'; '.join(cited(citation) for citation in one.citations)}".strip(),
            )
            for one in DISCLOSURES
        )
        kinds = nodes.bullet_list()
        kinds += [_item(f"{both(one.label)}: {', '.join(one.kinds)}", None, ()) for one in DISCLOSURES]
        behind = nodes.paragraph("", "Các lớp giá trị của từng dòng / the classes behind each line:")
        return [table(headers, rows), behind, kinds]


def setup(app: Sphinx) -> dict[str, object]:
    """Pages before reading."""
    app.connect("builder-inited", write_pages)
    app.add_directive("regulations", RegulationTables)
    app.add_directive("regulation", RegulationPage)
    app.add_directive("obligations", ObligationTables)
    app.add_directive("not-encoded", NotEncodedTable)
    app.add_directive("statutory-grades", StatutoryGradeTable)
    app.add_directive("who-governs", WhoGovernsTable)
    app.add_directive("time-limits", TimeLimitTable)
    app.add_directive("channels", ChannelTable)
    app.add_directive("disclosures", DisclosureTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
