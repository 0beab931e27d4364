"""What a table is made of: its columns with their words, the faults of its cells, and what reading one gives."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from enum import Enum
from typing import Generic, TypeVar, final

import attrs

from supervision_core.values.checks import Checks, as_tuple, check_fields, composed_each
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.labels import Label
from supervision_core.values.text import Language, composed, shown, visible
from supervision_core.values.wording import Names, wording

__all__ = ["Choice", "ColumnKind", "Difference", "Read", "RowFault", "SheetColumn", "Unreadable"]

_T = TypeVar("_T")


@final
class ColumnKind(Enum):
    """What may stand in the cells of a column."""

    #: Text for people.
    TEXT = "text"
    #: An id; a number is none, since it may have lost its leading zeros, unless the reader declares how long ids are.
    ID = "id"
    #: Yes or no, by a word of either language.
    YES_NO = "yes_no"
    #: A whole number.
    WHOLE = "whole"
    #: An exact number: a decimal with comma or point, or a fraction.
    NUMBER = "number"
    #: A day: as such, as text day/month/year or year-month-day, or as a serial number of a spreadsheet.
    DAY = "day"
    #: One of the column's choices.
    CHOICE = "choice"
    #: An answer or an exact number, as a fact may have either.
    ANSWER = "answer"
    #: Several texts, parted by semicolons or lines.
    LIST = "list"
    #: Several ids, parted in the same way.
    IDS = "ids"
    #: Several of the column's choices; between names that are known, commas, slashes and "and" part them too.
    CHOICES = "choices"

    @property
    def label(self) -> Label:
        """What people read."""
        return _KIND_LABELS[self.value]


_KIND_LABELS = {
    "text": Label("chữ", "text"),
    "id": Label("mã", "an id"),
    "yes_no": Label("“có” hoặc “không”", "“yes” or “no”"),
    "whole": Label("số nguyên", "a whole number"),
    "number": Label("số, ví dụ 73,5", "a number, such as 73.5"),
    "day": Label("ngày, ví dụ 31/12/2026", "a day, such as 31/12/2026"),
    "choice": Label("một trong các lựa chọn", "one of the choices"),
    "answer": Label("“có”, “không” hoặc số", "“yes”, “no” or a number"),
    "list": Label("một hay nhiều mục, cách nhau bằng dấu chấm phẩy", "one or more items, parted by semicolons"),
    "ids": Label("một hay nhiều mã, cách nhau bằng dấu chấm phẩy", "one or more ids, parted by semicolons"),
    "choices": Label(
        "một hay nhiều lựa chọn, cách nhau bằng dấu chấm phẩy", "one or more of the choices, parted by semicolons"
    ),
}


def _words(values: Iterable[str]) -> tuple[str, ...]:
    return composed_each(values)


@final
@attrs.frozen(kw_only=True)
class Choice:
    """One of the values that a column may have, and the words for it."""

    #: What is read.
    value: Hashable
    #: What people write.
    label: Label
    #: Other words for it.
    words: tuple[str, ...] = attrs.field(default=(), converter=_words)

    def __attrs_post_init__(self) -> None:
        check_fields(self)


def _choices(values: Iterable[Choice]) -> tuple[Choice, ...]:
    return as_tuple(values)


@final
@attrs.frozen(kw_only=True)
class SheetColumn:
    """A column: how it is called in both languages, by which other words, and what stands in it.

    >>> from supervision_core import Label
    >>> from supervision_core.tables import SheetColumn, ColumnKind, read
    >>> age = SheetColumn(code="age", label=Label("Tuổi", "Age"), kind=ColumnKind.WHOLE)
    >>> [dict(row) for row in read([["TUOI"], [41]], [age]).required()]
    [{'age': 41}]
    """

    #: Its code; what is read stands under it.
    code: str = attrs.field(converter=composed)
    #: What its header says.
    label: Label
    #: What stands in it.
    kind: ColumnKind = ColumnKind.TEXT
    #: Other headers that mean the same, in either language.
    words: tuple[str, ...] = attrs.field(default=(), converter=_words)
    #: Whether the column must be there, with something in every row.
    is_required: bool = True
    #: What may stand in a column of choices.
    choices: tuple[Choice, ...] = attrs.field(default=(), converter=_choices)
    #: The least and the most of a number, both inclusive; None where there is no bound.
    least: int | None = None
    most: int | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"SheetColumn {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        checks.member("kind", self.kind, ColumnKind)
        checks.each("words", self.words, str, "text")
        checks.kind("is_required", self.is_required, bool, "True or False")
        checks.each("choices", self.choices, Choice, "a Choice")
        checks.fields(self, "least", "most")
        if self.kind in (ColumnKind.CHOICE, ColumnKind.CHOICES) and not self.choices:
            checks.fault("empty", "choices", self.choices, "at least one Choice")
        checks.done()


@final
@attrs.frozen(kw_only=True)
class Unreadable:
    """A cell that the file cannot give: what read the file puts it where the cell stood, and the reader refuses it by name.

    Only the file knows that a formula was never calculated, or that a cell is one of a merged area.
    """

    #: Why, in both languages.
    why: Label
    #: What stands there, such as the formula.
    found: str = ""

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@final
@attrs.frozen(kw_only=True)
class RowFault:
    """One thing wrong with a table: the row and the column, what stands there, and what would be right."""

    #: A stable word for the kind of fault.
    code: str
    #: The row, counted from 1 over everything that was given, the header too; None where the whole table is meant.
    row: int | None = None
    #: The column's header as it stands there; None where the whole row is meant.
    column: str | None = None
    #: The number of the column, from 1; None where that is not known.
    number: int | None = None
    #: What stands there, shortened when long.
    found: str = ""
    #: What would be right.
    expected: Label

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The fault for people; ``names`` are taken as everywhere, and a fault names nobody.

        >>> from supervision_core import Label
        >>> from supervision_core.tables import RowFault
        >>> fault = RowFault(code="not_a_day", row=7, column="Ngày", found="31/2/2026", expected=Label("một ngày", "a day"))
        >>> print(fault.sentence("vi"))
        Dòng 7, cột “Ngày”: “31/2/2026”; phải là một ngày
        """
        wording(lang, names)
        place = self._place(lang)
        said = f"“{self.found}”; " if self.found else ""
        wanted = f"{'phải là' if lang == 'vi' else 'expected'} {self.expected.text(lang)}"
        return visible(f"{place}: {said}{wanted}")

    def _place(self, lang: Language) -> str:
        vi = lang == "vi"
        if self.row is None and self.column is None:
            return "Bảng" if vi else "Table"
        parts = []
        if self.row is not None:
            parts.append(f"{'dòng' if vi else 'row'} {self.row}")
        if self.column is not None:
            parts.append(f"{'cột' if vi else 'column'} “{self.column}”")
        place = ", ".join(parts)
        return place[0].upper() + place[1:]

    @property
    def fault(self) -> Fault:
        """The fault as errors list it."""
        return Fault(self.code, self._place("en"), self.found or "nothing", self.expected.en)


@final
@attrs.frozen(kw_only=True, repr=False)
class Difference:
    """What replacing stored values by others would do; for people to see before it is done."""

    #: Values that are not stored yet.
    added: tuple[object, ...] = ()
    #: Stored values that would be lost.
    removed: tuple[object, ...] = ()
    #: What is stored and what would take its place.
    changed: tuple[tuple[object, object], ...] = ()

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """How much would change; ``names`` are taken as everywhere, and a number names nobody."""
        wording(lang, names)
        added, removed, changed = len(self.added), len(self.removed), len(self.changed)
        if lang == "vi":
            return f"thêm {added}, bỏ {removed}, thay đổi {changed}" if self else "không thay đổi"
        return f"{added} added, {removed} removed, {changed} changed" if self else "nothing changes"

    def __repr__(self) -> str:
        # What is stored may name people.
        return f"<Difference: {self.sentence('en')}>"


@final
@attrs.frozen(kw_only=True, repr=False)
class Read(Generic[_T]):
    """What was read: the good rows as values, and everything that is wrong with the others.

    >>> from supervision_core import tables
    >>> found = tables.officials([["Mã", "Họ và tên"], ["CB1", "Nguyễn Văn An"], ["#N/A", "Lê Thị Bình"]])
    >>> [one.id for one in found.values]
    ['CB1']
    >>> print(found.faults[0].sentence("vi"))
    Dòng 3, cột “Mã”: “#N/A”; phải là giá trị, không phải lỗi công thức
    """

    #: The good rows.
    values: _T
    #: What is wrong, in the order of the rows.
    faults: tuple[RowFault, ...] = ()
    #: Headers that mean nothing here; what stands below them was not read.
    unused: tuple[str, ...] = ()
    # What is compared: each entry of such values by what tells it apart.
    _entries: Callable[[_T], Mapping[Hashable, object]] = attrs.field(alias="entries", eq=False)

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    def required(self) -> _T:
        """The values where nothing is wrong; raises ``InvalidInput`` with every fault otherwise."""
        if self.faults:
            raise InvalidInput(one.fault for one in self.faults)
        return self.values

    def against(self, stored: _T) -> Difference:
        """What putting these values in the place of the stored ones would add, remove and change.

        >>> from supervision_core import Subject, tables
        >>> found = tables.officials([["Mã"], ["CB1"]])
        >>> print(found.against((Subject(id="CB1"), Subject(id="CB2"))).sentence("vi"))
        thêm 0, bỏ 1, thay đổi 0
        """
        try:
            old, new = self._entries(stored), self._entries(self.values)
        except (AttributeError, TypeError, ValueError):
            raise InvalidInput((Fault("wrong_kind", "stored", shown(stored), "values of the kind that was read"),)) from None
        return Difference(
            added=tuple(value for key, value in new.items() if key not in old),
            removed=tuple(value for key, value in old.items() if key not in new),
            changed=tuple((old[key], value) for key, value in new.items() if key in old and old[key] != value),
        )

    def __repr__(self) -> str:
        return f"<Read: {len(self.faults)} faults>"


def by_id(values: Iterable[object]) -> Mapping[Hashable, object]:
    """Values by their ids."""
    return {one.id: one for one in values}  # type: ignore[attr-defined]  # whoever compares these has ids
