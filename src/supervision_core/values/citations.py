"""Where a rule comes from, and how far its words were checked.

An instrument is named by its number *and* its date: two different regulations are both numbered 124-QĐ/TW.

>>> from datetime import date
>>> from supervision_core.values import Citation, Instrument, InstrumentKind, Verification
>>> from supervision_core import Label
>>> decree = Instrument(
...     kind=InstrumentKind.DECREE, number="90/2020/NĐ-CP", issued=date(2020, 8, 13),
...     title=Label("Đánh giá, xếp loại chất lượng cán bộ", "Evaluation and grading of cadres"),
... )
>>> print(Citation(instrument=decree, article="2.3", verification=Verification.VERIFIED).text("vi"))
Nghị định số 90/2020/NĐ-CP ngày 13/8/2020, Điều 2.3
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import final

import attrs

from supervision_core.values.checks import Checks
from supervision_core.values.labels import Label, day_text
from supervision_core.values.text import Language, composed, composed_or_none, visible

__all__ = ["Citation", "Instrument", "InstrumentKind", "Verification"]


@final
class Verification(Enum):
    """How far the words of a cited line were checked by the makers of this library."""

    #: Read in a public copy of the text (most copies are legal portals or newspapers, not the Official Gazette).
    VERIFIED = "verified"
    #: Seen only in public programs that agree with each other; weaker.
    VERIFIED_CODE = "verified_code"
    #: Reported by a newspaper as said or done; it is practice, not law.
    REPORTED = "reported"

    @property
    def label(self) -> Label:
        """What people read."""
        return _VERIFICATION_LABELS[self.value]


_VERIFICATION_LABELS = {
    "verified": Label("đã đối chiếu bản công bố", "read in a public copy"),
    "verified_code": Label("chỉ thấy trong phần mềm công khai", "seen only in public programs"),
    "reported": Label("theo báo chí", "as reported by the press"),
}


@final
class InstrumentKind(Enum):
    """What sort of document a rule stands in."""

    LAW = "law"
    ORDINANCE = "ordinance"
    DECREE = "decree"
    RESOLUTION = "resolution"
    JOINT_RESOLUTION = "joint_resolution"
    DECISION = "decision"
    REGULATION = "regulation"
    DIRECTIVE = "directive"
    GUIDE = "guide"
    PLAN = "plan"
    REPORT = "report"

    @property
    def label(self) -> Label:
        """What people read."""
        return _KIND_LABELS[self.value]


_KIND_LABELS = {
    "law": Label("Luật", "Law"),
    "ordinance": Label("Pháp lệnh", "Ordinance"),
    "decree": Label("Nghị định", "Decree"),
    "resolution": Label("Nghị quyết", "Resolution"),
    "joint_resolution": Label("Nghị quyết liên tịch", "Joint resolution"),
    "decision": Label("Quyết định", "Decision"),
    "regulation": Label("Quy định", "Regulation"),
    "directive": Label("Chỉ thị", "Directive"),
    "guide": Label("Hướng dẫn", "Guide"),
    "plan": Label("Kế hoạch", "Plan"),
    "report": Label("Bản tin", "Report"),
}


@final
@attrs.frozen(kw_only=True)
class Instrument:
    """A law, decree, plan or report, named by number and date together."""

    #: What sort of document it is.
    kind: InstrumentKind
    #: What it is about.
    title: Label
    #: Its number; None where it has none (a press report).
    number: str | None = attrs.field(default=None, converter=composed_or_none)
    #: The day it was issued; None where the source does not say.
    issued: date | None = None
    #: Who issued it, where the number does not say.
    issuer: Label | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("Instrument")
        checks.member("kind", self.kind, InstrumentKind)
        checks.kind("title", self.title, Label, "a Label")
        checks.optional_identifier("number", self.number)
        checks.optional_day("issued", self.issued)
        checks.optional_kind("issuer", self.issuer, Label, "a Label")
        checks.done()

    def text(self, lang: Language) -> str:
        """The usual way to cite it in one language; what has no number is cited by its title."""
        if self.number is None:
            named = f"{self.kind.label.text(lang)}: {self.title.text(lang)}"
        else:
            named = f"{self.kind.label.text(lang)} {'số' if lang == 'vi' else 'No.'} {self.number}"
        dated = "" if self.issued is None else f" {'ngày' if lang == 'vi' else 'of'} {day_text(self.issued, lang)}"
        by = "" if self.issuer is None else f" {'của' if lang == 'vi' else 'by'} {self.issuer.text(lang)}"
        return visible(named + dated + by)


@final
@attrs.frozen(kw_only=True)
class Citation:
    """A place in an instrument, and how far its words were checked."""

    #: The document.
    instrument: Instrument
    #: The article, clause and point as they are numbered there ("2.3"); empty for the document as a whole.
    article: str = attrs.field(default="", converter=composed)
    #: How far it was checked.
    verification: Verification

    def __attrs_post_init__(self) -> None:
        checks = Checks("Citation")
        checks.kind("instrument", self.instrument, Instrument, "an Instrument")
        if self.article != "":
            checks.identifier("article", self.article)
        checks.member("verification", self.verification, Verification)
        checks.done()

    @property
    def provision(self) -> tuple[str, str, date | None, str]:
        """Which line of which instrument it is, whatever it is called and however far it was checked.

        An instrument is known by its kind, number and day; one without a number by its title.
        """
        instrument = self.instrument
        named = instrument.title.vi if instrument.number is None else instrument.number
        return instrument.kind.value, named, instrument.issued, self.article

    def text(self, lang: Language) -> str:
        """The citation as people write it, with a remark where it was not read in a public copy of the text."""
        article = f", {'Điều' if lang == 'vi' else 'Article'} {self.article}" if self.article else ""
        remark = "" if self.verification is Verification.VERIFIED else f" ({self.verification.label.text(lang)})"
        return visible(f"{self.instrument.text(lang)}{article}{remark}")
