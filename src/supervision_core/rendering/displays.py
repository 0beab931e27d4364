"""A report that shows itself in notebooks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import final

import attrs

from supervision_core.criteria.definitions import FactDefinition
from supervision_core.facts import Facts
from supervision_core.regulations import Regulation
from supervision_core.rendering.model import Page
from supervision_core.rendering.reporting import to_page
from supervision_core.rendering.stylesheet import stylesheet
from supervision_core.rendering.writing_html import write_html
from supervision_core.rendering.writing_markdown import write_markdown
from supervision_core.rendering.writing_text import write_text
from supervision_core.rotation.rosters import Roster
from supervision_core.text import Label, Language

__all__ = ["Display"]


@final
@attrs.frozen(repr=False)
class Display:
    """A value and how it is to be shown; the last line of a notebook's cell shows itself. Options as for ``to_text``.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import Display
    >>> Display(sc.Tally(kind=sc.CountKind.OPINION, population="ward", parts={"front": 24}), lang="en")
    <Display of Tally>
    """

    #: What is shown.
    obj: object
    #: The language.
    lang: Language = attrs.field(default="vi", kw_only=True)
    #: Display names by id.
    names: Mapping[str, str | Label] | None = attrs.field(default=None, kw_only=True)
    #: The facts of the case, for an assessment.
    facts: Facts | None = attrs.field(default=None, kw_only=True)
    #: The roster, for a plan.
    roster: Roster | None = attrs.field(default=None, kw_only=True)
    #: The regulation, for the names of facts.
    regulation: Regulation | None = attrs.field(default=None, kw_only=True)
    #: Further facts, for their names.
    vocabulary: tuple[FactDefinition, ...] = attrs.field(default=(), kw_only=True)

    def _page(self) -> Page:
        return to_page(
            self.obj,
            lang=self.lang,
            names=self.names,
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
