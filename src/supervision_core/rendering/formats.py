"""A value in one call: as plain text, Markdown, HTML or SVG."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from supervision_core.criteria.definitions import FactDefinition
from supervision_core.facts import Facts
from supervision_core.regulations import Regulation
from supervision_core.rendering.reporting import to_page
from supervision_core.rendering.writing_html import write_html
from supervision_core.rendering.writing_markdown import write_markdown
from supervision_core.rendering.writing_svg import write_svg
from supervision_core.rendering.writing_text import write_text
from supervision_core.rotation.rosters import Roster
from supervision_core.text import Label, Language

__all__ = ["to_html", "to_markdown", "to_svg", "to_text"]


def to_text(
    obj: object,
    *,
    lang: Language = "vi",
    names: Mapping[str, str | Label] | None = None,
    facts: Facts | None = None,
    roster: Roster | None = None,
    regulation: Regulation | None = None,
    vocabulary: Iterable[FactDefinition] = (),
) -> str:
    """The report of a value as plain text: sentences in lines of at most 96 columns, tables in a fixed pitch.

    ``names`` gives display names by id; an id without one stands for itself. ``facts`` adds the sources and states of a
    case to an assessment, ``roster`` shares, bounds, flags and pins to a plan; ``regulation`` and ``vocabulary`` give the
    names of facts to what carries only their codes. Errors as for ``to_page``.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_text
    >>> tally = sc.Tally(kind=sc.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9}, headline=33)
    >>> print(to_text(tally, lang="en", names={"front": "The Front", "ward": "Ward 17"}).splitlines()[0])
    Counts: Ward 17
    """
    page = to_page(obj, lang=lang, names=names, facts=facts, roster=roster, regulation=regulation, vocabulary=vocabulary)
    return write_text(page)


def to_markdown(
    obj: object,
    *,
    lang: Language = "vi",
    names: Mapping[str, str | Label] | None = None,
    facts: Facts | None = None,
    roster: Roster | None = None,
    regulation: Regulation | None = None,
    vocabulary: Iterable[FactDefinition] = (),
) -> str:
    """The report of a value as Markdown (CommonMark with tables); options and errors as for ``to_text``.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_markdown
    >>> tally = sc.Tally(kind=sc.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9})
    >>> print(to_markdown(tally, lang="en").splitlines()[0])
    # Counts: ward
    """
    page = to_page(obj, lang=lang, names=names, facts=facts, roster=roster, regulation=regulation, vocabulary=vocabulary)
    return write_markdown(page)


def to_html(
    obj: object,
    *,
    lang: Language = "vi",
    names: Mapping[str, str | Label] | None = None,
    facts: Facts | None = None,
    roster: Roster | None = None,
    regulation: Regulation | None = None,
    vocabulary: Iterable[FactDefinition] = (),
    fragment: bool = False,
) -> str:
    """The report of a value as one complete HTML document that loads nothing; options and errors as for ``to_text``.

    With ``fragment`` it is the ``<section>`` alone, whose headings start at ``<h2>``; put ``stylesheet`` once into the
    page around it. Neither has a script, an event attribute or a style attribute, so a strict content policy can stay.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_html
    >>> tally = sc.Tally(kind=sc.CountKind.OPINION, population="<ward>", parts={"front": 24, "youth": 9})
    >>> print(to_html(tally, lang="en", fragment=True).splitlines()[1])
    <h2 class="sc-title">Counts: &lt;ward&gt;</h2>
    """
    page = to_page(obj, lang=lang, names=names, facts=facts, roster=roster, regulation=regulation, vocabulary=vocabulary)
    return write_html(page, fragment=fragment)


def to_svg(
    obj: object,
    *,
    lang: Language = "vi",
    names: Mapping[str, str | Label] | None = None,
    facts: Facts | None = None,
    roster: Roster | None = None,
    regulation: Regulation | None = None,
    vocabulary: Iterable[FactDefinition] = (),
) -> str:
    """The pictures of a report as one SVG image; options and errors as for ``to_text``.

    A plan shows its loads against the shares, a horizon who meets whom when, compliance its calendar, a certificate what is
    asked for and what there is, counts their parts. A report without a picture is set as text.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_svg
    >>> tally = sc.Tally(kind=sc.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9})
    >>> to_svg(tally, lang="en").startswith("<svg ")
    True
    """
    page = to_page(obj, lang=lang, names=names, facts=facts, roster=roster, regulation=regulation, vocabulary=vocabulary)
    return write_svg(page)
