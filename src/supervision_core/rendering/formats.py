"""From a value to a page, and from a page to text, Markdown, HTML, SVG, Word and Excel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypedDict, Unpack, final

import attrs

from supervision_core.criteria.nodes import FactDefinition
from supervision_core.regulations import Regulation
from supervision_core.rendering.context import context_of
from supervision_core.rendering.kinds import teller_of
from supervision_core.rendering.letterhead import Letterhead, frame_of
from supervision_core.rendering.page import Page
from supervision_core.rendering.writers.docx import write_docx
from supervision_core.rendering.writers.html import write_html
from supervision_core.rendering.writers.markdown import write_markdown
from supervision_core.rendering.writers.stylesheet import stylesheet
from supervision_core.rendering.writers.svg import write_svg
from supervision_core.rendering.writers.text import write_text
from supervision_core.rendering.writers.xlsx import write_xlsx
from supervision_core.rotation.roster import Roster
from supervision_core.values.checks import as_tuple, check_arguments, check_fields, composed_each, composed_map
from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.facts import Facts
from supervision_core.values.labels import Label
from supervision_core.values.text import Language, composed, shown

__all__ = [
    "Display",
    "ReportOptions",
    "to_docx",
    "to_html",
    "to_markdown",
    "to_page",
    "to_svg",
    "to_text",
    "to_xlsx",
]


class ReportOptions(TypedDict, total=False):
    """What every report may be given besides its value; ``to_page`` says what each means."""

    lang: Language
    names: Mapping[str, str | Label] | None
    order: Iterable[str]
    letterhead: Letterhead | None
    facts: Facts | None
    roster: Roster | None
    regulation: Regulation | None
    vocabulary: Iterable[FactDefinition]


def to_page(
    obj: object,
    *,
    lang: Language = "vi",
    names: Mapping[str, str | Label] | None = None,
    order: Iterable[str] = (),
    letterhead: Letterhead | None = None,
    facts: Facts | None = None,
    roster: Roster | None = None,
    regulation: Regulation | None = None,
    vocabulary: Iterable[FactDefinition] = (),
) -> Page:
    """The report of a value as a page, for a writer of one's own; the other functions of this room write it out.

    ``names`` gives display names by id; an id without one stands for itself. ``order`` is the order of lead units by
    protocol; those it leaves out follow by id. ``letterhead`` frames what is handed in. ``facts`` adds the sources and
    states of a case to an assessment, ``roster`` shares, bounds, flags and pins to a plan; ``regulation`` and
    ``vocabulary`` give the names of facts to what carries only their codes.

    Raises ``NotRenderable`` for a kind of value that there is no report for, and ``InvalidInput`` for options that are
    wrong, or that a report of this kind does not read.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_page
    >>> tally = sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9})
    >>> to_page(tally, lang="en").title
    'Counts: ward'
    """
    teller, reads, value = teller_of(obj)
    known = as_tuple(vocabulary)
    context = context_of(lang, names, facts, roster, regulation, known, order)
    given = {
        "facts": facts,
        "roster": roster,
        "regulation": regulation,
        "vocabulary": known or None,
        "order": context.order or None,
    }
    if letterhead is not None and not isinstance(letterhead, Letterhead):
        raise_for([Fault("wrong_kind", "rendering.letterhead", shown(letterhead), "a Letterhead")])
    surplus = [
        Fault("surplus", f"rendering.{name}", shown(option), f"None, since a report of {type(obj).__name__} does not read it")
        for name, option in given.items()
        if option is not None and name not in reads
    ]
    if surplus:
        raise_for(surplus)
    page = teller(value, context)
    return page if letterhead is None else attrs.evolve(page, frame=frame_of(letterhead, page.title, context))


def to_text(obj: object, **options: Unpack[ReportOptions]) -> str:
    """The report of a value as plain text: sentences in lines of at most 96 columns, tables in a fixed pitch.

    Options and errors as for ``to_page``.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_text
    >>> tally = sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9}, headline=33)
    >>> print(to_text(tally, lang="en", names={"front": "The Front", "ward": "Ward 17"}).splitlines()[0])
    Counts: Ward 17
    """
    return write_text(to_page(obj, **options))


def to_markdown(obj: object, **options: Unpack[ReportOptions]) -> str:
    """The report of a value as Markdown (CommonMark with tables); options and errors as for ``to_page``.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_markdown
    >>> tally = sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9})
    >>> print(to_markdown(tally, lang="en").splitlines()[0])
    # Counts: ward
    """
    return write_markdown(to_page(obj, **options))


def to_html(obj: object, *, fragment: bool = False, **options: Unpack[ReportOptions]) -> str:
    """The report of a value as one complete HTML document that loads nothing; options and errors as for ``to_page``.

    It prints on A4 with the margins and letters of official papers, page numbers, repeated heads of tables, and the long
    side of the paper for wide tables. With ``fragment`` it is the ``<section>`` alone, whose headings start at ``<h2>``;
    put ``stylesheet`` once into the page around it. Neither has a script, an event attribute or a style attribute, so a
    strict content policy can stay.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_html
    >>> tally = sc.Tally(kind=sc.programme.CountKind.OPINION, population="<ward>", parts={"front": 24, "youth": 9})
    >>> print(to_html(tally, lang="en", fragment=True).splitlines()[1])
    <h2 class="sc-title">Counts: &lt;ward&gt;</h2>
    """
    check_arguments(to_html, fragment=fragment)
    return write_html(to_page(obj, **options), fragment=fragment)


def to_svg(obj: object, **options: Unpack[ReportOptions]) -> str:
    """The pictures of a report as one SVG image; options and errors as for ``to_page``.

    A plan shows its loads against the shares, a horizon and a history who meets whom when, compliance its calendar, a
    certificate what is asked for and what there is, counts their parts. A report without a picture is set as text.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_svg
    >>> tally = sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9})
    >>> to_svg(tally, lang="en").startswith("<svg ")
    True
    """
    return write_svg(to_page(obj, **options))


def to_docx(obj: object, **options: Unpack[ReportOptions]) -> bytes:
    """The report of a value as a Word document (WordprocessingML); options and errors as for ``to_page``.

    Real headings and styles, heads of tables that repeat on each page, page numbers, wide tables across the long side of
    the paper. Tables say what pictures show. The bytes are equal for equal input: no file, no clock.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_docx
    >>> tally = sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9})
    >>> to_docx(tally)[:2], to_docx(tally) == to_docx(tally)
    (b'PK', True)
    """
    return write_docx(to_page(obj, **options))


def to_xlsx(obj: object, **options: Unpack[ReportOptions]) -> bytes:
    """The report of a value as an Excel workbook; options and errors as for ``to_page``.

    The first sheet has what is said, every table a sheet of its own, with its head fixed, filters, and the head on every
    printed page. A text is always a text and never a formula. It needs the extra ``office`` and raises ``NotInstalled``
    without it. The bytes are equal for equal input: no file, no clock.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_xlsx
    >>> tally = sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9})
    >>> to_xlsx(tally)[:2], to_xlsx(tally) == to_xlsx(tally)
    (b'PK', True)
    """
    return write_xlsx(to_page(obj, **options))


def _names(names: Mapping[str, str | Label] | None) -> Mapping[str, str | Label] | None:
    return None if names is None else composed_map(names, _name)


def _name(name: str | Label) -> str | Label:
    return composed(name) if isinstance(name, str) else name


@final
@attrs.frozen(repr=False)
class Display:
    """A value and how it is to be shown; the last line of a notebook's cell shows itself. Options as for ``to_page``.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import Display
    >>> Display(sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 24}), lang="en")
    <Display of Tally>
    """

    #: What is shown.
    obj: object
    #: The language.
    lang: Language = attrs.field(default="vi", kw_only=True)
    #: Display names by id.
    names: Mapping[str, str | Label] | None = attrs.field(default=None, converter=_names, kw_only=True)
    #: The order of lead units.
    order: tuple[str, ...] = attrs.field(default=(), converter=composed_each, kw_only=True)
    #: The facts of the case, for an assessment.
    facts: Facts | None = attrs.field(default=None, kw_only=True)
    #: The roster, for a plan.
    roster: Roster | None = attrs.field(default=None, kw_only=True)
    #: The regulation, for the names of facts.
    regulation: Regulation | None = attrs.field(default=None, kw_only=True)
    #: Further facts, for their names.
    vocabulary: tuple[FactDefinition, ...] = attrs.field(default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    def _page(self) -> Page:
        return to_page(
            self.obj,
            lang=self.lang,
            names=self.names,
            order=self.order,
            facts=self.facts,
            roster=self.roster,
            regulation=self.regulation,
            vocabulary=self.vocabulary,
        )

    def _repr_html_(self) -> str:
        return f"<style>\n{stylesheet()}</style>\n{write_html(self._page(), fragment=True)}"

    def _repr_markdown_(self) -> str:
        return write_markdown(self._page())

    def __str__(self) -> str:
        return write_text(self._page())

    def __repr__(self) -> str:
        # A log line or a traceback shows nobody.
        return f"<Display of {type(self.obj).__name__}>"
