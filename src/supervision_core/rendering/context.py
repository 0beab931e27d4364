"""How one report speaks: its language, the names of people and units, and how it writes days and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import final

import attrs

from supervision_core.criteria.nodes import FactDefinition, Measure, YesNo
from supervision_core.regulations import VOCABULARY, Regulation
from supervision_core.rendering import words
from supervision_core.rotation.roster import Roster
from supervision_core.values.checks import Checks
from supervision_core.values.exact import number_text
from supervision_core.values.facts import Facts, Value
from supervision_core.values.labels import Label, day_text
from supervision_core.values.mappings import IdMap
from supervision_core.values.periods import Period
from supervision_core.values.text import Language, composed, shown

__all__ = ["Context", "grouped"]


_FEWEST_GROUPED = 4


@final
@attrs.frozen(kw_only=True)
class Context:
    """The language of a report, the names it uses, and what else it was given to speak from."""

    #: The language.
    lang: Language
    #: Display names by id.
    names: Mapping[str, str]
    #: The facts of the case, for the sources and states of an assessment.
    facts: Facts | None = None
    #: The roster of the plan, for shares, bars and pins.
    roster: Roster | None = None
    #: The regulation whose facts are spoken of, for their labels.
    regulation: Regulation | None = None
    #: Further facts that are known, for their labels.
    vocabulary: tuple[FactDefinition, ...] = ()

    def say(self, label: Label, /, **slots: object) -> str:
        """A fixed text in the language of the report, with its slots filled."""
        text = label.text(self.lang)
        return text.format(**slots) if slots else text

    def name(self, one: str) -> str:
        """What an id is called; the id itself where it has no name."""
        return self.names.get(one, one)

    def listed(self, ids: Iterable[str]) -> str:
        """Ids by name, with commas between them."""
        return ", ".join(self.name(one) for one in ids)

    def day(self, day: date | None) -> str:
        """A day as people write it; a dash for none."""
        return "–" if day is None else day_text(day, self.lang)

    def period(self, period: Period) -> str:
        """From the first to the last day; a calendar year by its number."""
        if period == _year_of(period):
            return self.say(words.YEAR, year=period.start.year)
        return self.say(words.FROM_TO, first=self.day(period.start), last=self.day(period.last))

    def number(self, value: int | Fraction) -> str:
        """A number, exactly, its thousands grouped; one that does not end as a decimal is followed by it, rounded."""
        exact = Fraction(value)
        text = number_text(exact, self.lang)
        if "/" not in text:
            return grouped(text, self.lang)
        hundredths = Fraction((exact * 100 + Fraction(1, 2)).__floor__(), 100)
        return f"{text} ≈ {grouped(number_text(hundredths, self.lang), self.lang)}"

    def signed(self, value: int) -> str:
        """A difference with its sign."""
        return f"+{self.number(value)}" if value > 0 else self.number(value).replace("-", "−")

    def code(self, code: str) -> str:
        """What a fact's code is called: by name, by the regulation, by the shipped vocabulary; else the code."""
        if code in self.names:
            return self.names[code]
        definition = self.definition(code)
        return code if definition is None else definition.label.text(self.lang)

    def definition(self, code: str) -> FactDefinition | None:
        """What is known of a fact's code."""
        own = None if self.regulation is None else self.regulation.ladder.definitions.get(code)
        further = next((fact for fact in self.vocabulary if fact.code == code), None)
        return own or further or VOCABULARY.get(code)

    def value(self, value: Value | None) -> str:
        """A fact's value."""
        if value is None:
            return self.say(words.UNKNOWN)
        if isinstance(value, bool):
            return self.say(words.YES if value else words.NO)
        return self.number(value)


def _year_of(period: Period) -> Period | None:
    # The calendar's last year has no day after it, and so is no period.
    year = period.start.year
    return Period.of_year(year) if year < date.max.year else None


def grouped(text: str, lang: Language) -> str:
    """A decimal number with its thousands grouped: by dots in Vietnamese, by commas in English.

    >>> from supervision_core.rendering.context import grouped
    >>> grouped("6570", "vi"), grouped("1234567.5", "en")
    ('6.570', '1,234,567.5')
    """
    point, mark = (",", ".") if lang == "vi" else (".", ",")
    whole, found, rest = text.partition(point)
    sign = "-" if whole.startswith("-") else ""
    digits = whole.removeprefix("-")
    groups = []
    while len(digits) >= _FEWEST_GROUPED:
        groups.append(digits[-3:])
        digits = digits[:-3]
    return sign + mark.join([digits, *reversed(groups)]) + found + rest


def context_of(
    lang: Language,
    names: Mapping[str, str | Label] | None,
    facts: Facts | None,
    roster: Roster | None,
    regulation: Regulation | None,
    vocabulary: tuple[FactDefinition, ...] = (),
) -> Context:
    """The context for some options; everything wrong with them is raised at once as ``InvalidInput``."""
    checks = Checks("rendering")
    # What is given need not be hashable.
    if lang not in ("vi", "en"):
        checks.fault("unknown_language", "lang", lang, "'vi' or 'en'")
    given: Mapping[str, str | Label] = {} if names is None else names
    if checks.kind("names", given, Mapping, "a mapping from ids to display names"):
        checks.distinct("names", given)
        for one, name in given.items():
            checks.identifier("names", one)
            if not isinstance(name, Label):
                checks.text(f"names[{shown(one)}]", name)
    checks.optional_kind("facts", facts, Facts, "Facts")
    checks.optional_kind("roster", roster, Roster, "a Roster")
    checks.optional_kind("regulation", regulation, Regulation, "a Regulation")
    checks.each("vocabulary", vocabulary, (YesNo, Measure), "a YesNo or a Measure")
    checks.done()
    known = _labels_of(roster, lang) if roster is not None else {}
    known |= {composed(one): name.text(lang) if isinstance(name, Label) else name for one, name in given.items()}
    return Context(lang=lang, names=IdMap(known), facts=facts, roster=roster, regulation=regulation, vocabulary=vocabulary)


def _labels_of(roster: Roster, lang: Language) -> dict[str, str]:
    """What the roster itself calls its subjects and lead units."""
    subjects = {one.id: one.label.text(lang) for one in roster.subjects if one.label is not None}
    return subjects | {one.id: one.label.text(lang) for one in roster.lead_units if one.label is not None}
