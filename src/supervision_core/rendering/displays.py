"""A report that shows itself in notebooks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import final

import attrs

from supervision_core.facts import Facts
from supervision_core.regulations import Regulation
from supervision_core.rendering.formats import to_html, to_markdown, to_text
from supervision_core.rendering.stylesheet import stylesheet
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

    def _repr_html_(self) -> str:
        return f"<style>\n{stylesheet()}</style>\n{self._written(html=True)}"

    def _repr_markdown_(self) -> str:
        return self._written(html=False)

    def _written(self, *, html: bool) -> str:
        if html:
            return to_html(
                self.obj,
                lang=self.lang,
                names=self.names,
                facts=self.facts,
                roster=self.roster,
                regulation=self.regulation,
                fragment=True,
            )
        return to_markdown(
            self.obj, lang=self.lang, names=self.names, facts=self.facts, roster=self.roster, regulation=self.regulation
        )

    def __str__(self) -> str:
        return to_text(
            self.obj, lang=self.lang, names=self.names, facts=self.facts, roster=self.roster, regulation=self.regulation
        )

    def __repr__(self) -> str:
        # A log line or a traceback shows nobody.
        return f"<Display of {type(self.obj).__name__}>"
