"""What stands inside a fault, in the language of whoever reads it: phrases of the library by its own words, ids by name.

Programs read faults in English. A phrase is found by its English words, whatever stands in its slots; what is not of the
library, such as what somebody typed into a cell, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final, final

import attrs

from supervision_core.rendering.phrases.assigning import ASSIGNING
from supervision_core.rendering.phrases.choices import choice_words
from supervision_core.rendering.phrases.field_words import FIELD_WORDS
from supervision_core.rendering.phrases.kind_words import KIND_WORDS
from supervision_core.rendering.phrases.people import PEOPLE
from supervision_core.rendering.phrases.plain import PLAIN
from supervision_core.rendering.phrases.yearly import YEARLY
from supervision_core.values.labels import Label
from supervision_core.values.wording import Wording

__all__ = ["ids_said", "phrase_said", "place_said"]


#: All phrases, the more particular ones first.
PHRASES: Final[tuple[Label, ...]] = (*ASSIGNING, *PEOPLE, *YEARLY, *PLAIN)

_SLOT: Final = re.compile(r"\{(\w+)(:\w+)?\}")
#: What a slot holds: a class by its name, or text that is of nobody's making but the caller's.
_KIND, _ANY, _CODES, _CODE, _PAIR = ":kind", ":any", ":codes", ":code", ":pair"
_HELD: Final[Mapping[str, str]] = {_KIND: r"[A-Z]\w*", _CODE: r"[^\s=]+", _PAIR: r'"[^"]*": "[^"]*"'}
_QUOTED: Final = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_LIST: Final = re.compile(r"[\[(]?((?:'[^']*'|\"[^\"]*\"|-?\d+)(?:, (?:'[^']*'|\"[^\"]*\"|-?\d+))*),?[\])]?")
_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)|datetime\.date\((\d+), (\d+), (\d+)\)")
_RATIO: Final = re.compile(r"Fraction\((-?\d+), (\d+)\)")
_MEMBER: Final = re.compile(r"<([A-Z]\w*\.[A-Z]\w*): .*>")
#: A number that is no year.
_NUMBER: Final = re.compile(r"-?[0-9]{5,99}")
#: One word, as a code or a number is.
_WORD: Final = re.compile(r"[^\s,;]+")
_MOST_SLOTS_DEEP: Final = 6
#: Longer texts are nobody's phrase.
_LONGEST: Final = 4_000


@final
@attrs.frozen(kw_only=True)
class _Phrase:
    """A phrase with slots: how it is found, and how it is said."""

    pattern: re.Pattern[str]
    slots: tuple[tuple[str, str], ...]
    said: Label


@cache
def _phrases() -> tuple[Mapping[str, Label], tuple[_Phrase, ...]]:
    """The phrases without slots by their English words, and those with slots, the longest first."""
    plain = {one.en: one for one in PHRASES if not _SLOT.search(one.en)}
    slotted = sorted((one for one in PHRASES if _SLOT.search(one.en)), key=lambda one: -len(_SLOT.sub("", one.en)))
    return plain, tuple(map(_made, slotted))


def _made(label: Label) -> _Phrase:
    parts = _SLOT.split(label.en)
    pattern = re.escape(parts[0])
    seen: list[tuple[str, str]] = []
    for name, kind, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        again = any(name == one for one, _ in seen)
        pattern += f"(?P={name})" if again else f"(?P<{name}>{_HELD.get(kind or '', '.+?')})"
        pattern += re.escape(text)
        seen += [] if again else [(name, kind or "")]
    said = Label(_SLOT.sub(r"{\1}", label.vi), _SLOT.sub(r"{\1}", label.en))
    return _Phrase(pattern=re.compile(pattern, re.DOTALL), slots=tuple(seen), said=said)


def ids_said(text: str, by: Wording) -> str | None:
    """Ids by their names, where the text is nothing but ids and all have one; None where it is something else.

    >>> from supervision_core.rendering.phrasing import ids_said
    >>> from supervision_core.values.wording import wording
    >>> ids_said("'u1', 'u2'", wording("en", {"u1": "Youth", "u2": "Women"})), ids_said("'u1'", wording("en"))
    ('Youth, Women', None)
    """
    listed = _LIST.fullmatch(text)
    ids = [] if listed is None else [one[1:-1] for one in _items(listed[1])]
    return by.listed(ids) if ids and all(one in by.names for one in ids) else None


def phrase_said(text: str, by: Wording, *, deep: int = 0) -> str | None:
    """A text inside a fault in the reader's words; None where the library has none for it.

    >>> from supervision_core.rendering.phrasing import phrase_said
    >>> from supervision_core.values.wording import wording
    >>> phrase_said("a collection, each item a Roster", wording("vi")), phrase_said("at least 3", wording("vi"))
    ('một tập hợp, mỗi mục là danh sách phân công', 'ít nhất 3')
    >>> phrase_said("whatever else", wording("vi")) is None
    True
    """
    plain, slotted = _phrases()
    if len(text) > _LONGEST:
        return None
    if text in plain:
        return by.say(plain[text])
    simple = _simply(text, by)
    if simple is not None or deep == _MOST_SLOTS_DEEP:
        return simple
    found = (_filled(one, text, by, deep) for one in slotted)
    return next((one for one in found if one is not None), None)


def _filled(phrase: _Phrase, text: str, by: Wording, deep: int) -> str | None:
    found = phrase.pattern.fullmatch(text)
    if found is None:
        return None
    slots = {name: _held(found[name], kind, by, deep) for name, kind in phrase.slots}
    if None in slots.values():
        return None
    return by.say(phrase.said, **slots)


def _held(text: str, kind: str, by: Wording, deep: int) -> str | None:
    """What stands in a slot; None where that cannot be said, so that no phrase is half in one language."""
    if kind == _KIND:
        return KIND_WORDS.get(text, text) if by.lang == "vi" else text
    if kind in (_ANY, _PAIR):
        return by.name(text)
    if kind in (_CODE, _CODES):
        return _code(text, by) if kind == _CODE else _listed(text, by)
    said = phrase_said(text, by, deep=deep + 1)
    return text if said is None and _WORD.fullmatch(text) and not text.isalpha() else said


def _simply(text: str, by: Wording) -> str | None:
    """Ids, numbers and days."""
    if text in by.names:
        return by.name(text)
    if (listed := _LIST.fullmatch(text)) is not None:
        return ", ".join(_item(one, by) for one in _items(listed[1]))
    if (day := _DAY.fullmatch(text)) is not None:
        return _day(text, [int(part) for part in day.groups() if part], by)
    if (ratio := _RATIO.fullmatch(text)) is not None:
        return f"{ratio[1]}/{ratio[2]}"
    if (member := _MEMBER.fullmatch(text)) is not None:
        return _listed(member[1], by)
    return None


def _listed(text: str, by: Wording) -> str:
    """Codes or labels of a list one by one: choices by their labels, what the application has named by its name."""
    parted = "; " if "; " in text else ", "
    return parted.join(_code(one, by) for one in text.split(parted))


def _code(text: str, by: Wording) -> str:
    known = choice_words()
    if text in known:
        return by.say(known[text])
    return text if _MEMBER.fullmatch(text) else _simply(text, by) or by.name(text)


def _items(text: str) -> Iterator[str]:
    return (found[0] for found in re.finditer(r"'[^']*'|\"[^\"]*\"|-?\d+", text))


def _item(text: str, by: Wording) -> str:
    """An id by its name, or between quotation marks where it has none; a number as it stands."""
    quoted = _QUOTED.fullmatch(text)
    if quoted is None:
        return by.number(int(text)) if _NUMBER.fullmatch(text) else text
    one = quoted[1] if quoted[1] is not None else quoted[2]
    return by.names.get(one, f"“{one}”")


def _day(text: str, parts: Sequence[int], by: Wording) -> str:
    year, month, day = parts
    try:
        return by.day(date(year, month, day))
    except ValueError:
        return text


#: The parts of a place, one after the other: a class, a function or an argument, a field, an item, and whose it is.
_TOKENS: Final = re.compile(
    r"""(?P<of>\ (?:of|about|at|in)\ )|(?P<quoted>'[^']*')|(?P<span>\d{4}-\d\d-\d\d\ to\ \d{4}-\d\d-\d\d)|(?P<number>\d+)
    |\.(?P<field>\w+)|\[(?P<item>[^\]]*)\]|\((?P<whose>[^)]*)\)|(?P<name>[A-Za-z_]\w*)|(?P<glue>:?[\ ]|,\ )""",
    re.VERBOSE,
)
_ROW: Final = re.compile(r"Row (\d+)(?:, column “(.*)”)?|[Cc]olumn “(.*)”")
_ITEM: Final = Label("mục thứ {place}", "item {place}")
_IN_ROW: Final = Label("dòng {row}", "row {row}")
_IN_COLUMN: Final = Label("cột “{column}”", "column “{column}”")
_TABLE: Final = Label("bảng", "the table")
#: Longer numbers in brackets are years and no places in a list.
_LONGEST_PLACE: Final = 3


def place_said(text: str, by: Wording) -> str | None:
    """The place of a fault: what kind of value, which one, which field; None where it is in no words of the library's.

    >>> from supervision_core.rendering.phrasing import place_said
    >>> from supervision_core.values.wording import wording
    >>> print(place_said("Roster.lead_units[2]", wording("vi")))
    danh sách phân công: các đầu mối, mục thứ 3
    >>> print(place_said("LeadUnit 'u1'.share", wording("vi", {"u1": "Đoàn Thanh niên"})))
    đơn vị chủ trì giám sát (đầu mối) Đoàn Thanh niên: tỷ trọng
    """
    if text == "Table":
        return by.say(_TABLE)
    if (row := _ROW.fullmatch(text)) is not None:
        said = [by.say(_IN_ROW, row=row[1])] if row[1] else []
        return ", ".join([*said, *(by.say(_IN_COLUMN, column=one) for one in row.groups()[1:] if one)])
    tokens = [(found.lastgroup or "", found[found.lastgroup or 0]) for found in _TOKENS.finditer(text)]
    if sum(found.end() - found.start() for found in _TOKENS.finditer(text)) < len(text):
        return None
    return _placed(tokens, by)


def _placed(tokens: Sequence[tuple[str, str]], by: Wording) -> str | None:
    """The parts of a place: behind each class whose it is, and after a colon what of it."""
    parts: list[list[str]] = [[]]
    is_named = False
    methods = {
        place
        for place, (kind, text) in enumerate(tokens)
        if kind == "field" and text not in FIELD_WORDS and "field" in dict(tokens[place + 1 : place + 2])
    }
    for place, (kind, text) in enumerate(tokens):
        if place in methods:
            continue
        if kind == "name" and text in KIND_WORDS:
            parts, is_named = [*parts, [KIND_WORDS[text]]], True
        elif kind == "name":
            # A function says nothing to readers: what counts is its argument.
            parts[-1] += [FIELD_WORDS[text]] if text in FIELD_WORDS else []
        elif kind in ("field", "item"):
            parts[-1].append(FIELD_WORDS.get(text, f"“{text}”") if kind == "field" else _in_list(text, by))
        elif kind in ("quoted", "whose", "span", "number") and text.strip("'"):
            said = phrase_said(text, by) or text
            if is_named and len(parts[-1]) == 1:
                parts[-1][0] += f" {said}"
            else:
                parts[-1].append(said)
    return ": ".join(said for first, *rest in filter(None, parts) for said in (first, ", ".join(rest)) if said) or None


def _in_list(text: str, by: Wording) -> str:
    """An item of a list by its place, counted from 1, and of a mapping by what its key is called."""
    if text.isdecimal() and len(text) <= _LONGEST_PLACE:
        return by.say(_ITEM, place=int(text) + 1)
    return phrase_said(text, by) or text
