"""How one report speaks: its language, the names of people and units, and how it writes days and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

import attrs

from supervision_core import regulations
from supervision_core.criteria.nodes import FactDefinition, Measure, YesNo
from supervision_core.regulations.regulation import Regulation
from supervision_core.rotation.roster import Roster
from supervision_core.values.checks import Checks, composed_each
from supervision_core.values.facts import Facts
from supervision_core.values.text import Language
from supervision_core.values.wording import Names, Wording, checked_names

__all__ = ["Context", "context_of"]


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Context(Wording):
    """The language of a report, the names it uses, and what else it was given to speak from."""

    #: The facts of the case, for the sources and states of an assessment.
    facts: Facts | None = None
    #: The roster of the plan, for shares, bars and pins.
    roster: Roster | None = None
    #: The regulation whose facts are spoken of, for their labels.
    regulation: Regulation | None = None
    #: Further facts that are known, for their labels.
    vocabulary: tuple[FactDefinition, ...] = ()
    #: The order of lead units by protocol.
    order: tuple[str, ...] = ()

    def ordered(self, units: Iterable[str]) -> tuple[str, ...]:
        """Lead units by protocol; those without a place in it follow by id."""
        place = {unit: number for number, unit in enumerate(self.order)}
        return tuple(sorted(units, key=lambda unit: (place.get(unit, len(place)), unit)))

    def units(self, units: Iterable[str]) -> str:
        """Lead units by name and in their order, with commas between them."""
        return self.listed(self.ordered(units))

    def code(self, code: str) -> str:
        """What a fact's code is called: by name, by the regulation, by the shipped vocabulary; else the code."""
        if code in self.names:
            return self.names[code]
        definition = self.definition(code)
        return code if definition is None else definition.label.text(self.lang)

    def definition(self, code: str) -> FactDefinition | None:
        """What is known of a fact's code."""
        own = None if self.regulation is None else self.regulation.ladder.definitions.get(code)
        if own is not None:
            return own
        further = next((fact for fact in self.vocabulary if fact.code == code), None)
        return further or regulations.VOCABULARY.get(code)


def context_of(
    lang: Language,
    names: Names | None,
    facts: Facts | None,
    roster: Roster | None,
    regulation: Regulation | None,
    vocabulary: tuple[FactDefinition, ...] = (),
    order: Iterable[str] = (),
) -> Context:
    """The context for some options; everything wrong with them is raised at once as ``InvalidInput``."""
    checks = Checks("rendering")
    given = checked_names(checks, lang, names)
    checks.optional_kind("facts", facts, Facts, "Facts")
    checks.optional_kind("roster", roster, Roster, "a Roster")
    checks.optional_kind("regulation", regulation, Regulation, "a Regulation")
    checks.each("vocabulary", vocabulary, (YesNo, Measure), "a YesNo or a Measure")
    places = composed_each(order)
    checks.identifiers("order", places)
    checks.done()
    known = _labels_of(roster, lang) if roster is not None else {}
    known |= given
    return Context(
        lang=lang, names=known, facts=facts, roster=roster, regulation=regulation, vocabulary=vocabulary, order=places
    )


def _labels_of(roster: Roster, lang: Language) -> dict[str, str]:
    """What the roster itself calls its subjects and lead units."""
    subjects = {one.id: one.label.text(lang) for one in roster.subjects if one.label is not None}
    return subjects | {one.id: one.label.text(lang) for one in roster.lead_units if one.label is not None}
