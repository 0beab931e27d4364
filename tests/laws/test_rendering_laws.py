"""Laws of the reports, on generated values full of hostile text.

Total and pure: every kind of value has a report in both languages and all formats, and the same one again.
Well-formed: HTML without one parse error, SVG that is XML, Markdown without raw HTML or a link, text without hidden characters.
Nothing is lost or made up: every field of a table reads in Markdown as it stands on the page.
Both languages say the same: their pages have the same parts.
"""

import re
import unicodedata
from datetime import date
from xml.etree import ElementTree as ET

import attrs
import html5lib
import pytest
from hypothesis import example, given, strategies as st
from markdown_it import MarkdownIt

import generators
import supervision_core as sc
from sharing import shared
from supervision_core import strategies
from supervision_core.rendering import (
    Bars,
    Cell,
    Entry,
    Grid,
    Heading,
    Listing,
    Notice,
    Paragraph,
    Table,
    Terms,
    Timeline,
    stylesheet,
    to_html,
    to_markdown,
    to_page,
    to_svg,
    to_text,
)
from supervision_core.rendering.characters import visible
from supervision_core.rendering.writers.stylesheet import PAPER
from supervision_core.values import IdMap

MARKDOWN = MarkdownIt("commonmark").enable("table")
LANGUAGES = st.sampled_from(["vi", "en"])


def with_options(values, **options):
    return values.map(lambda value: (value, options))


@st.composite
def planned(draw):
    """A plan, or the certificate that there is none, with or without its roster."""
    roster = draw(st.one_of(strategies.rosters(awkward=True), strategies.rosters()))
    question = {"history": draw(strategies.histories(roster)), "policy": draw(strategies.policies())}
    outcome = sc.plan_year(roster, year=2021, reference=draw(strategies.references(roster)), **question)
    return outcome, draw(st.sampled_from([{}, {"roster": roster}]))


@st.composite
def planned_years(draw):
    """The plans of some years, or of those before a year that has none."""
    roster = draw(strategies.rosters(awkward=True))
    policy = draw(strategies.policies(objective=sc.RotationPolicy().objective))
    outcome = sc.plan_horizon(roster, years=range(2021, 2021 + draw(st.integers(1, 3))), policy=policy)
    return outcome, draw(st.sampled_from([{}, {"roster": roster}]))


@st.composite
def changed(draw):
    """A plan changed for another roster, two plans compared, one audited, a choice explained, or a long-run answer."""
    before, after = draw(strategies.rosters(restricted=False)), draw(strategies.rosters())
    plan = sc.plan_year(before, year=2021)
    which = draw(st.integers(0, 5))
    if which == 0:
        return sc.replan(plan, after), {"roster": after}
    if which == 1:
        other = sc.plan_year(after, year=2022)
        return (sc.diff(plan, other) if isinstance(other, sc.Plan) else other), {}
    if which == 2:
        pairs = st.tuples(st.sampled_from(["s0", "s1", "<s2>"]), st.sampled_from(["u0", "u1", "]]>"]))
        return sc.audit_plan(draw(st.lists(pairs, max_size=6)), after, year=2021), {"roster": after}
    if which == 3 and plan.assignments:
        return sc.explain_assignment(plan, before, draw(st.sampled_from(sorted(plan.assignments)))), {}
    return (sc.sustainable_cooling_off(before) if which == 4 else sc.years_to_full_coverage(before)), {}


@st.composite
def judged(draw):
    """An assessment by a random regulation, with or without the facts of the case."""
    regulation = draw(strategies.regulations())
    facts = draw(strategies.facts(regulation))
    return sc.assess(regulation, facts), draw(st.sampled_from([{}, {"facts": facts}]))


@st.composite
def regulated(draw):
    """A random regulation, its decision table, its findings, or the ways to one of its grades."""
    regulation = draw(strategies.regulations())
    which = draw(st.integers(0, 3))
    if which == 0:
        return regulation, {}
    if which == 1:
        return sc.judging.decision_table(regulation), draw(st.sampled_from([{}, {"regulation": regulation}]))
    if which == 2:
        return sc.check_regulation(regulation), {"regulation": regulation}
    grade = draw(st.sampled_from([one for one in regulation.grades if one.rank is not None]))
    return sc.remedies(regulation, draw(strategies.facts(regulation)), target=grade), {}


@st.composite
def capped(draw):
    """Grades after a cap, ties and undetermined people among them."""
    people = draw(st.lists(strategies.identifiers(), max_size=5, unique_by=lambda one: unicodedata.normalize("NFC", one)))
    rows = [(who, draw(strategies.identifiers()), draw(strategies.assessments())) for who in people]
    share = draw(st.fractions(0, 1, max_denominator=4))
    return sc.apply_quota(rows, sc.judging.Quota(grade="good", falls_to="fair", share=share, base=draw(st.sampled_from(sc.judging.QuotaBase)))), {}


@st.composite
def weighed(draw):
    """Evidence weighed under a random policy, where it knows the channels."""
    dossier = draw(strategies.dossiers())
    return sc.evidence.explain_weighing(dossier, sc.evidence.WARD_WEIGHING), {}


@st.composite
def supervised(draw):
    """A supervision plan for subjects with hostile ids and labels."""
    ids = draw(st.lists(strategies.identifiers().map(lambda one: sc.Subject(id=one).id), min_size=1, max_size=4, unique=True))
    subjects = [sc.Subject(id=one, label=draw(st.one_of(st.none(), strategies.labels()))) for one in ids]
    contents = [sc.programme.PlanContent(id="c", label=draw(strategies.labels()), methods=draw(st.sets(st.sampled_from(sc.programme.SupervisionMethod))))]
    delegation = sc.programme.Delegation(id="the delegation", head_id=ids[0], member_ids=ids[1:])
    plan = sc.SupervisionPlan(
        number=draw(strategies.identifiers()),
        issued_on=date(2014, 2, 28),
        issuer=draw(strategies.labels()),
        scope=draw(strategies.labels()),
        period=sc.Period.of_year(2014),
        contents=contents,
        subjects=subjects,
        lead_units=["the front"],
        delegations=[delegation],
        charges=[sc.programme.Charge(lead_id=draw(st.sampled_from(["the front", "the delegation"])), subject_ids=ids, content_ids=["c"])],
    )
    return plan, {}


@st.composite
def proposed(draw):
    """Measures proposed after lapses, in any state."""
    policy = sc.judging.EscalationPolicy(window=sc.Period.of_days(date(2000, 1, 1), date(2030, 1, 1)))
    lapses = draw(strategies.lapses().map(lambda some: list({one.id: one for one in some}.values())))
    try:
        return sc.escalate(lapses, policy), {}
    except sc.InvalidInput as error:
        return error, {}


@st.composite
def refused(draw):
    """Errors as the library raises them."""
    hostile = draw(strategies.identifiers())
    fault = sc.Fault(draw(st.sampled_from(["blank", "overlap", "<of its own>"])), hostile, repr(hostile), hostile)
    kinds = [
        sc.InvalidInput((fault,), hostile),
        sc.UnknownFact((fault, fault)),
        sc.ContradictoryFacts(("duties.well_done", hostile), draw(strategies.labels()), draw(st.sampled_from([(), (fault,)]))),
        sc.values.BeyondExactness(hostile, 10**9, 10**6),
        sc.SupervisionError(hostile),
        (fault, fault),
        fault,
    ]
    return draw(st.sampled_from(kinds)), {}


VALUES = {
    "assessments": judged(),
    "ward assessments": with_options(strategies.assessments()),
    "facts": with_options(strategies.facts()),
    "plans": planned(),
    "horizons": planned_years(),
    "changes": changed(),
    "regulations": regulated(),
    "quotas": capped(),
    "weighings": weighed(),
    "supervision plans": supervised(),
    "measures": proposed(),
    "errors": refused(),
    "compliance": with_options(strategies.compliances()),
    "standings": with_options(strategies.compliances().map(lambda report: next(iter(report)))),
    "reviews": with_options(strategies.reviews()),
    "sections": with_options(strategies.reviews().map(lambda review: review.sections[0])),
    "ties": with_options(generators.quota_results()),
    "answers about rules": with_options(
        st.one_of(
            generators.findings(),
            generators.remedy_values(),
            generators.unreachable_targets(),
            generators.missing_regulations(),
            generators.dependent_regulations(),
            generators.unread_regulations(),
            generators.side_by_sides(),
            generators.grade_changes(),
            generators.grades_by_years(),
            generators.unit_profiles(),
            st.tuples(generators.unit_profiles(), generators.unit_profiles()).map(lambda two: IdMap(zip(("u0", "u1"), two, strict=True))),
            generators.withheld_values(),
        )
    ),
    "answers about evidence": with_options(
        st.one_of(
            generators.registration_fault_values(),
            generators.weighing_findings(),
            generators.weighings(),
            generators.sanction_proposals(),
            generators.registration_coverages(),
            generators.handlings(),
        )
    ),
    "years without a plan": with_options(generators.infeasible_horizons()),
    "tallies": with_options(strategies.tallies()),
    "published tallies": with_options(strategies.programme.published_tallies()),
    "sessions": with_options(strategies.sessions()),
    "follow-ups": with_options(
        strategies.programme.matters_with_steps().map(lambda drawn: sc.programme.follow_up(*drawn, as_of=date(2026, 1, 1)))
    ),
}
#: Display names for ids that the generators like to use.
NAMES = st.dictionaries(
    st.sampled_from(["s0", "s1", "u0", "u1", "front", "women", "CB1", "chair", "committee", "work", "m-1", "duties.well_done"]),
    st.one_of(strategies.identifiers(), strategies.labels()),
    max_size=6,
)
#: What the style, or that of the paper, has a rule for; all but the outermost can be nobody else's.
CLASSES = {"supervision", *re.findall(r"\.(sc-[a-z0-9-]+)", stylesheet() + PAPER)}
fewer = shared(VALUES, least=10)


@pytest.mark.parametrize("kind", VALUES)
def test_every_value_has_a_report_in_every_format_and_the_same_again(kind):
    """In both languages, whatever the names; nothing hidden stays hidden in text."""

    @fewer
    @given(VALUES[kind], LANGUAGES, NAMES)
    def check(drawn, lang, names):
        value, options = drawn
        for write in (to_text, to_markdown, to_html, to_svg):
            written = write(value, lang=lang, names=names, **options)
            assert written.endswith("\n")
            assert written == write(value, lang=lang, names=dict(reversed(names.items())), **options)
            assert not [one for one in set(written) if one != "\n" and unicodedata.category(one) in {"Cc", "Cf", "Cs"}]

    check()


def shape_of(thing):
    """What a page is made of, without its texts."""
    if isinstance(thing, Entry):
        return (thing.mark, bool(thing.word), len(thing.notes), [shape_of(one) for one in thing.children])
    if isinstance(thing, Table):
        return ("Table", len(thing.columns), [[cell.mark for cell in row] for row in thing.rows], thing.is_headed)
    if isinstance(thing, Bars | Timeline):
        return (type(thing).__name__, shape_of(thing.table))
    if isinstance(thing, Listing):
        return ("Listing", [shape_of(one) for one in thing.entries])
    return type(thing).__name__


@pytest.mark.parametrize("kind", VALUES)
def test_both_languages_have_the_same_parts(kind):
    """Word for word something else, part for part the same."""

    @fewer
    @given(VALUES[kind])
    def check(drawn):
        value, options = drawn
        vi, en = (to_page(value, lang=lang, **options) for lang in ("vi", "en"))
        assert [shape_of(block) for block in vi.blocks] == [shape_of(block) for block in en.blocks]
        assert vi.lang != en.lang

    check()


TAGS = frozenset(
    ["html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "h3", "h4", "p", "div", "dl", "dt", "dd", "ul", "ol", "li", "span", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "desc", "rect", "line", "text", "g"]
)
ATTRIBUTES = frozenset(
    ["lang", "class", "charset", "name", "content", "role", "tabindex", "aria-label", "aria-hidden", "scope", "width", "height", "x", "y", "x1", "x2", "y1", "y2", "rx", "text-anchor", "fill", "stroke", "stroke-dasharray"]
)
#: What a shape's own colours and dashes may be, where no style reaches it: nothing that is fetched.
PAINT = re.compile(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?|none")
DASHES = re.compile(r"\d+(?: \d+)*")


@pytest.mark.parametrize("kind", VALUES)
def test_html_is_well_formed_closed_and_usable_without_eyes(kind):
    """No parse error; known elements and attributes only; headings in order; every table and picture named."""

    @fewer
    @given(VALUES[kind], LANGUAGES, NAMES, st.booleans())
    def check(drawn, lang, names, fragment):
        value, options = drawn
        written = to_html(value, lang=lang, names=names, fragment=fragment, **options)
        if fragment:
            written = f"<!doctype html><html><head><title>x</title></head><body><h1>x</h1>{written}</body></html>"
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(written)
        elements = [(str(one.tag).rpartition("}")[2], one) for one in tree.iter()]
        assert {tag for tag, _ in elements} <= TAGS
        assert {name for _, one in elements for name in one.attrib} <= ATTRIBUTES
        assert {name for _, one in elements for name in one.get("class", "").split()} <= CLASSES
        assert all(PAINT.fullmatch(one.get(name, "none")) for _, one in elements for name in ("fill", "stroke"))
        assert all(DASHES.fullmatch(one.get("stroke-dasharray", "0")) for _, one in elements)
        levels = [int(tag[1]) for tag, _ in elements if tag in {"h1", "h2", "h3", "h4"}]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
        for tag, one in elements:
            if tag == "table":
                assert "".join(one.find("caption").itertext()).strip()
                assert all(head.get("scope") == "col" for head in one.findall("thead/tr/th"))
                assert all(row[0].get("scope") == "row" for row in one.findall("tbody/tr"))
            if tag == "svg":
                assert one.get("role") == "img"
                assert [str(child.tag).rpartition("}")[2] for child in one[:2]] == ["title", "desc"]
                assert all("".join(child.itertext()).strip() for child in one[:2])
            if one.get("role") == "region":
                assert one.get("tabindex") == "0"
                assert one.get("aria-label").strip()

    check()


@pytest.mark.parametrize("kind", VALUES)
def test_svg_is_xml_that_says_what_it_shows(kind):
    """One image with a title and a description; nothing in it is fetched or run."""

    @fewer
    @given(VALUES[kind], LANGUAGES, NAMES)
    def check(drawn, lang, names):
        value, options = drawn
        image = ET.fromstring(to_svg(value, lang=lang, names=names, **options))
        assert image.get("role") == "img"
        assert [child.tag.rpartition("}")[2] for child in image[:2]] == ["title", "desc"]
        assert image[0].text == visible(to_page(value, lang=lang, names=names, **options).title)
        assert image[1].text.strip()
        assert {name for one in image.iter() for name in one.get("class", "").split()} <= CLASSES
        tags = {one.tag.rpartition("}")[2] for one in image.iter()}
        assert tags <= {"svg", "title", "desc", "style", "rect", "line", "text", "g"}

    check()


def tables_of(page):
    """The tables that Markdown shows, each as rows of texts with their signs."""
    for block in page.blocks:
        if isinstance(block, Table):
            yield [[said(cell) for cell in row] for row in block.rows]
        elif isinstance(block, Bars | Timeline):
            yield [[said(cell) for cell in row] for row in block.table.rows]
        elif isinstance(block, Grid):
            shown = ([("!" if flag else "") + ("–" if one is None else str(one + 1)) for one, flag in zip(row.fields, row.flags, strict=True)] for row in block.rows)
            yield [[squeezed(row.label), *fields] for row, fields in zip(block.rows, shown, strict=True)]


def said(cell: Cell) -> str:
    return squeezed(cell.text if cell.mark is None else f"{cell.mark.sign} {cell.text}")


def squeezed(text: str) -> str:
    return " ".join(visible(text).split())


def read(token) -> str:
    return "".join(child.content for child in token.children or ())


@pytest.mark.parametrize("kind", VALUES)
def test_markdown_reads_as_the_page_says(kind):
    """Its headings, paragraphs, notices and every field of every table; no raw HTML, link, code or emphasis from a text."""

    @fewer
    @given(VALUES[kind], LANGUAGES, NAMES)
    def check(drawn, lang, names):
        value, options = drawn
        page = to_page(value, lang=lang, names=names, **options)
        tokens = MARKDOWN.parse(to_markdown(value, lang=lang, names=names, **options))
        inside = {child.type for token in tokens for child in token.children or ()}
        assert inside <= {"text", "text_special", "strong_open", "strong_close"}
        blocks = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
        assert blocks <= {"heading", "paragraph", "inline", "bullet_list", "ordered_list", "list_item", "blockquote", "table", "thead", "tbody", "tr", "th", "td"}
        headings = [read(tokens[place + 1]) for place, token in enumerate(tokens) if token.type == "heading_open"]
        assert headings == [squeezed(page.title), *(squeezed(one.text) for one in page.blocks if isinstance(one, Heading))]
        assert rows_of(tokens) == [row for table in tables_of(page) for row in table]
        everything = [read(token) for token in tokens if token.type == "inline"]
        for block in page.blocks:
            if isinstance(block, Paragraph):
                assert squeezed(block.text) in everything
            elif isinstance(block, Notice):
                assert f"{block.mark.sign} {squeezed(block.text)}" in everything
            elif isinstance(block, Terms):
                assert all(f"{squeezed(name)}: {squeezed(what)}" in everything for name, what in block.pairs)

    check()


def rows_of(tokens):
    """The fields of the bodies of all tables."""
    rows, in_body = [], False
    for place, token in enumerate(tokens):
        if token.type in {"tbody_open", "tbody_close"}:
            in_body = token.type == "tbody_open"
        elif in_body and token.type == "tr_open":
            rows.append([])
        elif in_body and token.type == "td_open":
            rows[-1].append(read(tokens[place + 1]))
    return rows


@example("", "\u0a59")  # a letter whose composed form is two
@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_every_format(first, second):
    """Whatever a name is made of: one line, the same letters in composed Unicode, and never a part of the format."""
    names = {"a": f"x{first}", "b": f"{second}y"}
    tally = sc.Tally(kind=sc.programme.CountKind.TURN, population="p", parts={"a": 1, "b": 2})
    tokens = MARKDOWN.parse(to_markdown(tally, names=names))
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(to_html(tally, names=names))
    composed = [unicodedata.normalize("NFC", name) for name in names.values()]

    assert [squeezed(row[0]) for row in rows_of(tokens)[:2]] == [squeezed(name) for name in composed]
    assert ["".join(head.itertext()) for head in tree.findall(".//tbody/tr/th")][:2] == [visible(name) for name in composed]
    assert ET.fromstring(to_svg(tally, names=names)) is not None


def test_attrs_values_only():
    """The pages are values that compare and hash."""
    tally = sc.Tally(kind=sc.programme.CountKind.TURN, population="p", parts={"a": 1})
    page = to_page(tally)

    assert page == to_page(tally)
    assert hash(page) == hash(to_page(tally))
    assert all(attrs.has(type(block)) for block in page.blocks)
