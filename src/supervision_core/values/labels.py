"""Words for people in two languages, and days as people write them."""

from __future__ import annotations

from datetime import date
from typing import final

import attrs

from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.text import Language, composed, shown, text_fault

__all__ = ["Label"]


@final
@attrs.frozen
class Label:
    """A name or sentence for people, in Vietnamese and in English.

    >>> from supervision_core import Label
    >>> Label("Tốt", "Good").text("vi")
    'Tốt'
    """

    #: Vietnamese, shown first.
    vi: str = attrs.field(converter=composed)
    #: English.
    en: str = attrs.field(converter=composed)

    def __attrs_post_init__(self) -> None:
        faults = [
            Fault(fault[0], f"Label.{name}", shown(value), fault[1])
            for name, value in (("vi", self.vi), ("en", self.en))
            if (fault := text_fault(value)) is not None
        ]
        if faults:
            raise InvalidInput(faults)

    def text(self, lang: Language) -> str:
        """The label in one language: ``"vi"`` or ``"en"``; any other language raises ``InvalidInput``."""
        if lang == "vi":
            return self.vi
        if lang == "en":
            return self.en
        raise InvalidInput((Fault("unknown_language", "lang", shown(lang), "'vi' or 'en'"),))


_FIRST_MONTH_WITHOUT_ZERO = 3


def day_text(day: date, lang: Language) -> str:
    """A day as people write it: Vietnamese official style, or year-month-day in English.

    >>> from datetime import date
    >>> from supervision_core.values.labels import day_text
    >>> day_text(date(2026, 7, 1), "vi"), day_text(date(2014, 2, 28), "vi"), day_text(date(2026, 7, 1), "en")
    ('01/7/2026', '28/02/2014', '2026-07-01')
    """
    # Vietnamese official style writes a leading zero before days 1 to 9 and before January and February only.
    if lang == "en":
        return day.isoformat()
    month = f"{day.month:02}" if day.month < _FIRST_MONTH_WITHOUT_ZERO else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"
