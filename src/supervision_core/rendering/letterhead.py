"""What stands around a report that is handed in: who issues it, number, place and day, recipients and signatures.

Source: Decree 30/2020 on clerical work, Appendix I, for paper, margins, letters, page numbers and the order of the parts.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, final

import attrs

from supervision_core.rendering.page import Frame, Signature
from supervision_core.values.checks import Checks, as_tuple, check_fields
from supervision_core.values.citations import Citation, Instrument, InstrumentKind, Verification
from supervision_core.values.labels import Label
from supervision_core.values.text import composed_or_none, veiled
from supervision_core.values.wording import Wording

__all__ = ["LAYOUT", "NATIONAL_HEADING", "Layout", "Letterhead", "Signatory"]


#: Quốc hiệu and Tiêu ngữ.
NATIONAL_HEADING: Final = (
    Label("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIETNAM"),
    Label("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
)


@final
@attrs.frozen(kw_only=True)
class Layout:
    """Paper, margins and letters of what is handed in, in millimetres and points."""

    #: The short side of the paper.
    width: int
    #: The long side of the paper.
    height: int
    #: The margins above, to the right, below and to the left.
    margins: tuple[int, int, int, int]
    #: The letters.
    font: str
    #: The size of the text.
    size: int
    #: Where it stands, and how far that was read.
    citation: Citation

    def __attrs_post_init__(self) -> None:
        check_fields(self)


#: A4; one value of each range that the decree allows: 20 to 25 mm above and below, 30 to 35 left, 15 to 20 right.
LAYOUT: Final = Layout(
    width=210,
    height=297,
    margins=(20, 20, 20, 30),
    font="Times New Roman",
    size=13,
    citation=Citation(
        instrument=Instrument(
            kind=InstrumentKind.DECREE,
            number="30/2020/NĐ-CP",
            issued=date(2020, 3, 5),
            title=Label("Công tác văn thư", "Clerical work"),
        ),
        verification=Verification.VERIFIED,
    ),
)


@final
@attrs.frozen(kw_only=True)
class Signatory:
    """Who signs, in which capacity."""

    #: The post, such as the chair.
    post: Label
    #: In whose name, such as the standing committee; None where the post signs for itself.
    on_behalf_of: Label | None = None
    #: The name; None leaves room to sign and no name.
    name: str | None = attrs.field(default=None, converter=composed_or_none, repr=veiled)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Signatory")
        checks.kind("post", self.post, Label, "a Label")
        checks.optional_kind("on_behalf_of", self.on_behalf_of, Label, "a Label")
        if self.name is not None:
            checks.text("name", self.name)
        checks.done()


def _labels(values: Iterable[Label]) -> tuple[Label, ...]:
    return as_tuple(values)


def _signatories(values: Iterable[Signatory]) -> tuple[Signatory, ...]:
    return as_tuple(values)


@final
@attrs.frozen(kw_only=True)
class Letterhead:
    """The frame of an official paper; what is left out leaves no gap, but the number and the day leave room to fill in.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import Letterhead, to_text
    >>> head = Letterhead(issuer=sc.Label("Mặt trận phường", "The ward Front"), number="05/TB-MTTQ")
    >>> print(to_text(sc.Facts(), letterhead=head, lang="en").splitlines()[0])
    THE WARD FRONT
    """

    #: Who issues it.
    issuer: Label
    #: The body above the issuer; None where none is named.
    superior: Label | None = None
    #: The national heading and motto, or the lines of a body's own.
    heading: tuple[Label, ...] = attrs.field(default=NATIONAL_HEADING, converter=_labels)
    #: Number and symbol; None leaves room for them.
    number: str | None = attrs.field(default=None, converter=composed_or_none)
    #: The place of issue; None where it is not said.
    place: Label | None = None
    #: The day of issue; None leaves room for it.
    day: date | None = None
    #: The kind of paper, such as a plan or a notice; None takes the title of the report.
    title: Label | None = None
    #: What it is about; None takes the title of the report where the kind of paper is given.
    about: Label | None = None
    #: To whom it goes.
    recipients: tuple[Label, ...] = attrs.field(default=(), converter=_labels)
    #: Who signs.
    signatories: tuple[Signatory, ...] = attrs.field(default=(), converter=_signatories)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Letterhead")
        checks.kind("issuer", self.issuer, Label, "a Label")
        for name in ("superior", "place", "title", "about"):
            checks.optional_kind(name, getattr(self, name), Label, "a Label")
        checks.each("heading", self.heading, Label, "a Label")
        checks.each("recipients", self.recipients, Label, "a Label")
        checks.each("signatories", self.signatories, Signatory, "a Signatory")
        checks.optional_identifier("number", self.number)
        checks.optional_day("day", self.day)
        checks.done()


_NUMBER: Final = Label("Số: {number}", "No.: {number}")
_BLANK_NUMBER: Final = "…"
_DAY: Final = Label("ngày {day} tháng {month} năm {year}", "{year}-{month}-{day}")
_PLACED: Final = Label("{place}, {day}", "{place}, {day}")
_RECIPIENTS: Final = Label("Nơi nhận:", "Recipients:")
_BEHALF: Final = Label("TM. {body}", "On behalf of {body}")
_FEW: Final = 3


def frame_of(letterhead: Letterhead, report: str, by: Wording) -> Frame:
    """The letterhead in one language, around a report of some title."""
    kind = None if letterhead.title is None else by.say(letterhead.title)
    about = by.say(letterhead.about) if letterhead.about is not None else report if kind is not None else ""
    day = _day_said(letterhead.day, by)
    return Frame(
        superior="" if letterhead.superior is None else by.say(letterhead.superior).upper(),
        issuer=by.say(letterhead.issuer).upper(),
        heading=tuple(by.say(line) for line in letterhead.heading),
        number=by.say(_NUMBER, number=letterhead.number or _BLANK_NUMBER),
        place_and_day=day if letterhead.place is None else by.say(_PLACED, place=by.say(letterhead.place), day=day),
        title=report if kind is None else kind.upper(),
        about=about,
        recipients_head=by.say(_RECIPIENTS) if letterhead.recipients else "",
        recipients=tuple(by.say(one) for one in letterhead.recipients),
        signatures=tuple(_signature(one, by) for one in letterhead.signatories),
    )


def _day_said(day: date | None, by: Wording) -> str:
    """With a zero before days of one digit, and before January and February."""
    if day is None:
        return by.say(_DAY, day="…", month="…", year="…")
    month = f"{day.month:02}" if day.month < _FEW or by.lang == "en" else str(day.month)
    return by.say(_DAY, day=f"{day.day:02}", month=month, year=f"{day.year:04}")


def _signature(one: Signatory, by: Wording) -> Signature:
    behalf = "" if one.on_behalf_of is None else by.say(_BEHALF, body=by.say(one.on_behalf_of)).upper()
    return Signature(on_behalf_of=behalf, post=by.say(one.post).upper(), name=one.name or "")
