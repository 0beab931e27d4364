"""How an answer is put into words: the language, what ids are called, and how days and numbers are written.

What is said of an answer is said in one place, beside the answer: a text of codes and values that takes a ``Wording``.
``sentence(lang, names)`` of the value, the lines of reviews and the pages of reports all call that text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from supervision_core.values.checks import Checks
from supervision_core.values.exact import number_text
from supervision_core.values.labels import Label, day_text
from supervision_core.values.text import Language, composed, shown, visible

if TYPE_CHECKING:
    # Spans need dateutil, and judging needs no spans.
    from supervision_core.values.periods import Period

__all__ = ["Names"]


#: Display names by id, in one language or in both.
Names: TypeAlias = Mapping[str, "str | Label"]

YES: Final = Label("có", "yes")
NO: Final = Label("không", "no")
UNKNOWN: Final = Label("chưa rõ", "unknown")
OR: Final = Label("hoặc", "or")
YEAR: Final = Label("năm {year}", "{year}")
MONTH_OF: Final = Label("tháng {month}/{year}", "month {month}/{year}")
FROM_TO: Final = Label("từ {first} đến {last}", "{first} to {last}")
AND_MORE: Final = Label("{shown} và {more} trường hợp khác", "{shown} and {more} more")

_FEWEST_GROUPED: Final = 4
_MOST_PLACES: Final = 4
_FINEST: Final = 12


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Wording:
    """One language, and the names that go with it."""

    #: The language.
    lang: Language
    #: Display names by id, in that language.
    names: Mapping[str, str]

    def say(self, label: Label, /, **slots: object) -> str:
        """A text in the language, with its slots filled, on one line in which everything can be seen.

        What people wrote stands in slots and in labels of theirs: a break in it would begin a line that nobody said.
        """
        text = label.text(self.lang)
        if slots:
            text = text.format(**slots)
        return text if text.isprintable() else visible(text)

    def counted(self, count: int, one: Label, many: Label) -> str:
        """A number with its word."""
        return f"{self.number(count)} {self.say(one if count == 1 else many)}"

    def name(self, one: str) -> str:
        """What an id is called; the id itself where it has no name."""
        return visible(self.names.get(one, one))

    def listed(self, ids: Iterable[str], *, at_most: int | None = None) -> str:
        """Ids by name, with commas between them; of a long list the first ones, and how many more."""
        given = tuple(ids)
        named = ", ".join(self.name(one) for one in given[:at_most])
        more = 0 if at_most is None else len(given) - at_most
        return named if more <= 0 else self.say(AND_MORE, shown=named, more=self.number(more))

    def either(self, labels: Iterable[Label]) -> str:
        """What is still possible, with "or" between."""
        return f" {self.say(OR)} ".join(self.say(label) for label in labels)

    def day(self, day: date | None) -> str:
        """A day as people write it; a dash for none."""
        return "–" if day is None else day_text(day, self.lang)

    def period(self, period: Period) -> str:
        """From the first to the last day; a calendar year and a calendar month by their numbers."""
        first, end = period.start, period.end
        months = 12 * (end.year - first.year) + end.month - first.month if first.day == end.day == 1 else 0
        if months == 1:
            return self.say(MONTH_OF, month=first.month, year=first.year)
        if (months, first.month) == (12, 1):
            return self.say(YEAR, year=first.year)
        return self.say(FROM_TO, first=self.day(period.start), last=self.day(period.last))

    def number(self, value: int | Fraction) -> str:
        """A number as people write it, its thousands grouped; one that is no short decimal is rounded, and "≈" says so."""
        exact = Fraction(value)
        if (exact * 10**_MOST_PLACES).denominator == 1:
            return grouped(number_text(exact, self.lang), self.lang)
        return f"≈ {grouped(number_text(_rounded(exact), self.lang), self.lang)}"

    def percent(self, share: Fraction) -> str:
        """A share of one in per cent."""
        return f"{self.number(share * 100)}%"

    def signed(self, value: int | Fraction) -> str:
        """A difference with its sign."""
        return f"+{self.number(value)}".replace("+≈ ", "≈ +") if value > 0 else self.number(value).replace("-", "−")

    def value(self, value: bool | int | Fraction | None) -> str:
        """A fact's value."""
        if value is None:
            return self.say(UNKNOWN)
        if isinstance(value, bool):
            return self.say(YES if value else NO)
        return self.number(value)


def _rounded(value: Fraction) -> Fraction:
    """To hundredths; finer where that would be a whole number, so that 89.998 never reads as the 90 that it does not reach."""
    places = 2
    while True:
        made = Fraction((abs(value) * 10**places + Fraction(1, 2)).__floor__(), 10**places)
        if made.denominator != 1 or places == _FINEST:
            return -made if value < 0 else made
        places += 1


def grouped(text: str, lang: Language) -> str:
    """A decimal number with its thousands grouped: by dots in Vietnamese, by commas in English.

    >>> from supervision_core.values.wording import grouped
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


def checked_names(checks: Checks, lang: Language, names: Names | None) -> dict[str, str]:
    """The names in one language, their ids composed; faults go to the checks."""
    # What is given need not be hashable.
    is_known = lang in ("vi", "en")
    if not is_known:
        checks.fault("unknown_language", "lang", lang, "'vi' or 'en'")
    if names is None or not checks.kind("names", names, Mapping, "a mapping from ids to display names"):
        return {}
    checks.distinct("names", names)
    for one, name in names.items():
        checks.identifier("names", one)
        if not isinstance(name, Label):
            checks.text(f"names[{shown(one)}]", name)
    if not is_known:
        return {}
    return {composed(one): name.text(lang) if isinstance(name, Label) else composed(name) for one, name in names.items()}


def wording(lang: Language, names: Names | None = None) -> Wording:
    """How to say things in a language with some names; all that is wrong with them is raised at once as ``InvalidInput``.

    >>> from supervision_core.values.wording import wording
    >>> wording("vi", {"women": "Hội Phụ nữ"}).listed(["women", "youth"])
    'Hội Phụ nữ, youth'
    """
    checks = Checks("sentence")
    known = checked_names(checks, lang, names)
    checks.done()
    return Wording(lang=lang, names=known)


def in_both(said: Callable[[Wording], str]) -> Label:
    """A text said in both languages, as a label; ids stand for themselves."""
    return Label(said(wording("vi")), said(wording("en")))
