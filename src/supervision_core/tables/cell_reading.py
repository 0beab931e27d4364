"""One cell, read as its column says: certain or refused, never guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final, final

from supervision_core.tables.model import Choice, ColumnKind, SheetColumn, Unreadable
from supervision_core.tables.words import ANSWERS, FORMULA_ERRORS, invisible, tidy
from supervision_core.values.exact import number_fault, number_text
from supervision_core.values.foreign import decimal_of, plain
from supervision_core.values.labels import Label, day_text
from supervision_core.values.text import LONGEST_TEXT, folded_words, identifier_fault, odd_character, shown

__all__ = ["ESCAPE", "BadCell", "read_cell", "shown_cell"]

#: A text that a cell could not carry as it is stands there as JSON writes it, with this before it.
ESCAPE: Final = '\\"'
# Days of spreadsheets are counted from here; before 1950 a serial number is more likely a year or a slip.
_SERIAL_ZERO: Final = date(1899, 12, 30)
_FIRST_SERIAL: Final = (date(1950, 1, 1) - _SERIAL_ZERO).days
_LAST_SERIAL: Final = (date.max - _SERIAL_ZERO).days
_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_WHOLE: Final = re.compile(r"[+-]?\d{1,100}")
_PLAIN_DECIMAL: Final = re.compile(r"([+-]?\d{1,100})[.,](\d{1,100})")
_GROUPED: Final = re.compile(r"[+-]?\d{1,3}(?:([.,  ])\d{3})(?:\1\d{3})*(?:([.,])(\d{1,100}))?")
_RATIO: Final = re.compile(r"([+-]?\d{1,100})/(\d{1,100})")
#: What parts several items of a cell, and what may part them where each is known by its name.
_PARTED: Final = re.compile(r"[;\r\n\v\f\x85\u2028\u2029]")
_PARTED_NAMES: Final = re.compile(r"\s*[,/+&]\s*|\s+(?:và|and)\s+", re.IGNORECASE)
_GROUP: Final = 3
_FIRST_TOO_LONG: Final = 10**100
_MOST_SHOWN: Final = 20


@final
class BadCell(Exception):
    """A cell that cannot be read: the kind of fault and what would be right."""

    def __init__(self, code: str, expected: Label) -> None:
        self.code, self.expected = code, expected


_QUOTES: Final = frozenset("'\"")


def shown_cell(cell: object) -> str:
    """A cell as a message shows it: a day and a number as people write them, whatever the file's program made of them."""
    if isinstance(cell, Unreadable):
        return cell.found
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    if isinstance(cell, date):
        return day_text(cell, "vi")
    if isinstance(cell, Decimal | Fraction) and number_fault(cell) is None:
        return number_text(cell, "vi") if isinstance(cell, Fraction) else str(cell)
    if isinstance(cell, tuple):
        return "; ".join(map(shown_cell, cell))
    if not isinstance(cell, str):
        return "" if cell is None else shown(cell)
    said = shown(cell)
    # A long text is told by its length alone, in no language.
    return said[1:-1] if said[0] in _QUOTES else f"… ({len(cell)})"


def read_cell(column: SheetColumn, cell: object, id_digits: int | None) -> object:
    """What a cell says, None where it is empty; raises ``BadCell``."""
    if isinstance(cell, Unreadable):
        raise BadCell("unreadable_cell", cell.why)
    value = plain(cell)
    if isinstance(value, str):
        # A line within a cell parts its items, while within a text it is a space.
        value = _text(_PARTED.sub(";", value.strip()) if column.kind in _SEVERAL else value)
    if value is None:
        return None
    return _READERS[column.kind](column, value, id_digits)


def _text(cell: str) -> str | None:
    """The text of a cell without dust, or what it stands for; None where nothing is in it."""
    text = tidy(cell)
    if text.startswith(ESCAPE):
        try:
            said = json.loads(text[1:])
        except ValueError:
            said = None
        if not isinstance(said, str):
            raise BadCell("not_text", Label(f"chữ viết theo JSON sau dấu {ESCAPE[0]}", f"text as JSON after {ESCAPE[0]}"))
        return _Literal(said)
    if text.upper() in FORMULA_ERRORS:
        raise BadCell("formula_error", Label("giá trị, không phải lỗi công thức", "a value, no error of a formula"))
    if text.startswith("="):
        raise BadCell("formula", Label("giá trị, không phải công thức", "a value, no formula"))
    return text or None


class _Literal(str):
    """Text that was written down exactly."""

    __slots__ = ()


def _read_text(column: SheetColumn, value: object, id_digits: int | None) -> object:
    del column, id_digits
    if not isinstance(value, str):
        raise BadCell("not_text", Label("chữ", "text"))
    if isinstance(value, _Literal):
        return str(value)
    if (name := invisible(value)) is not None:
        vi, en = f"chữ không có ký tự ẩn ({name})", f"text without the invisible character {name}"
        raise BadCell("invisible_character", Label(vi, en))
    if len(value) > LONGEST_TEXT:
        raise BadCell("too_long", Label(f"tối đa {LONGEST_TEXT} ký tự", f"at most {LONGEST_TEXT} characters"))
    return value


def _read_id(column: SheetColumn, value: object, id_digits: int | None) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        if id_digits is None:
            vi = "mã ghi bằng chữ: số có thể đã mất các số 0 ở đầu"
            raise BadCell("number_as_id", Label(vi, "an id as text: a number may have lost its leading zeros"))
        if not 0 <= value < _FIRST_TOO_LONG:
            vi = "mã là số không âm, tối đa 100 chữ số"
            raise BadCell("number_as_id", Label(vi, "a number of at most 100 digits, not negative"))
        return str(value).zfill(id_digits)
    text = _read_text(column, value, id_digits)
    assert isinstance(text, str)
    for choice in column.choices:
        if not isinstance(value, _Literal) and text in (choice.label.vi, choice.label.en, *choice.words):
            return choice.value
    if id_digits is not None and text.isdigit():
        text = text.zfill(id_digits)
    if (fault := identifier_fault(text)) is not None:
        place = odd_character(text)
        where = "" if place is None else f"; ký tự thứ {place + 1} là U+{ord(text[place]):04X}"
        raise BadCell(fault[0], Label(f"một mã hợp lệ{where}", f"a valid id: {fault[1]}"))
    return text


def _read_yes_no(column: SheetColumn, value: object, id_digits: int | None) -> object:
    del column, id_digits
    if isinstance(value, bool):
        return value
    answer = ANSWERS.get(value.casefold()) if isinstance(value, str) else None
    if answer is None:
        raise BadCell("not_an_answer", Label("“có” hoặc “không”", "“yes” or “no”"))
    return answer


def _read_whole(column: SheetColumn, value: object, id_digits: int | None) -> object:
    del id_digits
    if isinstance(value, Decimal | Fraction) and number_fault(value) is None and Fraction(value).denominator == 1:
        value = int(value)
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadCell("not_whole", _within(column, "số nguyên", "a whole number"))
    if (column.least is not None and value < column.least) or (column.most is not None and value > column.most):
        raise BadCell("out_of_bounds", _within(column, "số nguyên", "a whole number"))
    return value


def _within(column: SheetColumn, vi: str, en: str) -> Label:
    if column.least is not None:
        vi, en = f"{vi} từ {column.least}", f"{en} from {column.least}"
    if column.most is not None:
        vi, en = f"{vi} đến {column.most}", f"{en} to {column.most}"
    return Label(vi, en)


def _read_number(column: SheetColumn, value: object, id_digits: int | None) -> object:
    del id_digits
    found = _number_of_text(value) if isinstance(value, str) else decimal_of(value) if isinstance(value, float) else value
    if isinstance(found, bool) or number_fault(found) is not None:
        raise BadCell("not_a_number", _within(column, "một số, ví dụ 73,5", "a number, such as 73.5"))
    assert isinstance(found, int | Fraction | Decimal)
    made = Fraction(found)
    if (column.least is not None and made < column.least) or (column.most is not None and made > column.most):
        raise BadCell("out_of_bounds", _within(column, "một số", "a number"))
    return made


def _number_of_text(text: str) -> Fraction | None:
    if _WHOLE.fullmatch(text):
        return Fraction(text)
    if (ratio := _RATIO.fullmatch(text)) is not None:
        return Fraction(int(ratio[1]), int(ratio[2])) if int(ratio[2]) else None
    if (found := _PLAIN_DECIMAL.fullmatch(text)) is not None:
        if len(found[2]) == _GROUP and len(found[1].lstrip("+-")) <= _GROUP and int(found[1]) != 0:
            vi = "một số đọc được một cách: 1234 hoặc 1,2340 chứ không phải 1,234"
            raise BadCell("ambiguous_number", Label(vi, "a number that reads one way: 1234 or 1.2340 and not 1,234"))
        return Fraction(f"{found[1]}.{found[2]}")
    if (found := _GROUPED.fullmatch(text)) is not None and found[1] != found[2]:
        digits = text if found[2] is None else text[: -len(found[3]) - 1]
        return Fraction("".join(one for one in digits if one.isdigit() or one in "+-") + f".{found[3] or 0}")
    return None


def _read_day(column: SheetColumn, value: object, id_digits: int | None) -> object:
    del column, id_digits
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and _FIRST_SERIAL <= value <= _LAST_SERIAL:
        return _SERIAL_ZERO + timedelta(days=value)
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    if found is not None:
        day, month, year = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            pass
    raise BadCell("not_a_day", Label("một ngày, ví dụ 31/12/2026", "a day, such as 31/12/2026"))


def _read_choice(column: SheetColumn, value: object, id_digits: int | None) -> object:
    del id_digits
    said = value if isinstance(value, str) else str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
    found = (
        _alike(column.choices, lambda word: tidy(word) == said or word == said)
        or _alike(column.choices, lambda word: word.casefold() == said.casefold())
        or _alike(column.choices, lambda word: folded_words(word) == folded_words(said) != ())
    )
    if len(found) != 1 or not said:
        some = column.choices[:_MOST_SHOWN]
        vi, en = "; ".join(one.label.vi for one in some), "; ".join(one.label.en for one in some)
        raise BadCell("not_a_choice", Label(f"một trong: {vi}", f"one of: {en}"))
    return found[0].value


def _alike(choices: tuple[Choice, ...], fits: Callable[[str], bool]) -> list[Choice]:
    return [one for one in choices if any(map(fits, (one.label.vi, one.label.en, *one.words)))]


def _read_answer(column: SheetColumn, value: object, id_digits: int | None) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        if (answer := ANSWERS.get(value.casefold())) is not None:
            return answer
        for choice in column.choices:
            if value.casefold() in {word.casefold() for word in (choice.label.vi, choice.label.en, *choice.words)}:
                return choice.value
    try:
        return _read_number(column, value, id_digits)
    except BadCell as bad:
        if bad.code == "ambiguous_number":
            raise
        raise BadCell("not_an_answer", Label("“có”, “không” hoặc một số", "“yes”, “no” or a number")) from None


def _read_list(column: SheetColumn, value: object, id_digits: int | None) -> object:
    text = _read_text(column, value, id_digits)
    assert isinstance(text, str)
    if isinstance(value, _Literal):
        try:
            items = json.loads(text)
        except (ValueError, RecursionError):
            items = None
        if isinstance(items, list) and all(isinstance(one, str) for one in items):
            return tuple(items)
    return tuple(one for part in text.split(";") if (one := tidy(part)))


def _read_ids(column: SheetColumn, value: object, id_digits: int | None) -> object:
    if not isinstance(value, str):
        return (_read_id(column, value, id_digits),)
    items = _items(column, value)
    return tuple(_read_id(column, one, id_digits) for one in items)


def _read_choices(column: SheetColumn, value: object, id_digits: int | None) -> object:
    if not isinstance(value, str):
        return (_read_choice(column, value, id_digits),)
    if isinstance(value, _Literal):
        return tuple(_read_choice(column, one, id_digits) for one in _items(column, value))
    found: list[object] = []
    for said in [value] if _is_choice(column, value) else _items(column, value):
        # Spaces are few when they are looked at; thousands of them would be looked at with the square of their number.
        parts = [said] if _is_choice(column, said) else _PARTED_NAMES.split(" ".join(said.split()))
        # What is no choice is named whole, unless each part of it is one.
        several = parts if all(_is_choice(column, one) for one in parts) else [said]
        found.extend(_read_choice(column, one, id_digits) for one in several)
    return tuple(found)


def _is_choice(column: SheetColumn, said: str) -> bool:
    try:
        _read_choice(column, said, None)
    except BadCell:
        return False
    return True


def _items(column: SheetColumn, value: str) -> tuple[str, ...]:
    """The items of a cell; those that were written down exactly stay so."""
    items = _read_list(column, value, None)
    assert isinstance(items, tuple)
    return tuple(map(_Literal, items)) if isinstance(value, _Literal) else items


_SEVERAL: Final = frozenset({ColumnKind.LIST, ColumnKind.IDS, ColumnKind.CHOICES})
_READERS: Final[Mapping[ColumnKind, Callable[[SheetColumn, object, int | None], object]]] = {
    ColumnKind.TEXT: _read_text,
    ColumnKind.ID: _read_id,
    ColumnKind.YES_NO: _read_yes_no,
    ColumnKind.WHOLE: _read_whole,
    ColumnKind.NUMBER: _read_number,
    ColumnKind.DAY: _read_day,
    ColumnKind.CHOICE: _read_choice,
    ColumnKind.ANSWER: _read_answer,
    ColumnKind.LIST: _read_list,
    ColumnKind.IDS: _read_ids,
    ColumnKind.CHOICES: _read_choices,
}
