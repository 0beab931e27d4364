"""Text in its normal form, and how values are shown in errors and logs.

Vietnamese letters can be written in more than one way in Unicode.
Every identifier and label is brought to the composed form (NFC) once, when a value is built;
two identifiers equal after that are the same identifier.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Literal, TypeAlias

__all__ = ["Language"]


#: The two languages that every label has.
Language: TypeAlias = Literal["vi", "en"]

_LONGEST_SHOWN = 80
#: No identifier, code or label is longer; a longer one is refused, not cut.
LONGEST_TEXT = 10_000


def composed(value: str) -> str:
    """Bring text to composed Unicode (NFC) and plain ``str``; anything else stays as it is, for the checks to name."""
    if type(value) is not str:
        if not isinstance(value, str):
            return value
        # A member of an enum that is text, or any other kind of str: its own methods have no say from here on.
        value = str.__str__(value)
    # What is too long is refused; composing it first would take time with the square of its marks.
    return value if value.isascii() or len(value) > LONGEST_TEXT else unicodedata.normalize("NFC", value)


def composed_or_none(value: str | None) -> str | None:
    """Bring text to composed Unicode (NFC); None and anything else stay as they are."""
    return None if value is None else composed(value)


#: What looks like đ and is another letter, once capitals are small letters.
_LOOK_ALIKES = str.maketrans({"\u00f0": "đ", "\u0256": "đ"})
_LOOK_ALIKE_FACES = frozenset("\u00d0\u00f0\u0189\u0256")
_OTHER_ALPHABETS = ("CYRILLIC", "GREEK")
_NEVER_SEEN = frozenset({"Cc", "Cs"})
#: What is not seen at all: what Unicode lets a display leave out, marks of direction, and letters that print as nothing.
_UNSEEN = dict.fromkeys(
    place
    for first, last in (
        (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
        (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0xE0000, 0xE007F), (0xE0100, 0xE01EF),
    )
    for place in range(first, last + 1)
)  # fmt: skip
#: Letters of other alphabets, dashes and apostrophes that print like another one. Vietnamese letters stay what they are.
_SAME_FACE = str.maketrans(
    "ÐƉðɖıАВЕЅІЈКМНОРСТУХаеорсухіѕјԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορ‐‑‒–—―−’ʼ",
    "ĐĐđđiABESIJKMHOPCTYXaeopcyxisjdhqwABEZHIKMNOPTYXavop-------''",
)


def alike(value: str) -> str:
    """Vietnamese text for comparison with its tone marks: composed, small letters, look-alikes of đ as đ, nothing unseen.

    >>> from supervision_core.values.text import alike
    >>> alike("\u00d0ất") == alike("đấ\u200bt")
    True
    """
    return composed(value.casefold().translate(_LOOK_ALIKES).translate(_UNSEEN))


def one_face(value: str) -> str:
    """Text as it prints: letters, digits and forms that look the same are one, and nothing unseen is left.

    >>> from supervision_core.values.text import one_face
    >>> one_face("\u0421B\u202e\uff10\u0661") == "CB01"
    True
    """
    if value.isascii():
        return value
    seen = unicodedata.normalize("NFKC", value).translate(_UNSEEN).translate(_SAME_FACE)
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in seen)


def folded(value: str) -> str:
    """Vietnamese text for comparison only: no tone or vowel marks, đ as d, capitals as small letters.

    Two texts equal after folding may still be different words; nothing is stored or shown in this form.

    >>> from supervision_core.values.text import folded
    >>> folded("Đăng ký RÈN LUYỆN")
    'dang ky ren luyen'
    """
    seen = alike(value)
    apart = unicodedata.normalize("NFD", seen) if len(seen) <= LONGEST_TEXT else seen
    return "".join(character for character in apart if unicodedata.category(character) != "Mn").replace("đ", "d")


def _words(value: str) -> tuple[str, ...]:
    return tuple("".join(character if character.isalnum() else " " for character in value).split())


def folded_words(value: str) -> tuple[str, ...]:
    """The folded words of a text in their order; whatever is neither a letter nor a digit parts them.

    >>> from supervision_core.values.text import folded_words
    >>> folded_words("Trả 98% hồ sơ, đúng hẹn.")
    ('tra', '98', 'ho', 'so', 'dung', 'hen')
    """
    return _words(folded(value))


def marked_words(value: str) -> tuple[str, ...] | None:
    """The words of a text with their tone marks; None where it has none at all, as people write on some keyboards.

    >>> from supervision_core.values.text import marked_words
    >>> marked_words("Trồng cây trong trường")
    ('trồng', 'cây', 'trong', 'trường')
    >>> marked_words("trong cay") is None
    True
    """
    with_marks = alike(value)
    return None if with_marks == folded(value) else _words(with_marks)


#: They join letters and signs in honest text, and turn nothing.
_JOINERS = "\u200c\u200d"
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_PLANE = 0x10000
#: The last two code points of every plane, and 32 more, are no characters; XML forbids some of them.
_NO_CHARACTERS = range(0xFDD0, 0xFDF0)
_LAST_TWO = 0xFFFE


def visible(text: str) -> str:
    r"""One line of text in which everything can be seen: breaks are spaces, and hidden characters stand there by number.

    >>> from supervision_core.values.text import visible
    >>> print(visible("An\u202egnud"))
    An⟨U+202E⟩gnud
    """
    if text.isprintable():
        return text
    return "".join(_seen(character) for character in text)


def _seen(character: str) -> str:
    if character in _SPACES:
        return " "
    if character in _JOINERS:
        return character
    code = ord(character)
    is_hidden = unicodedata.category(character) in {"Cc", "Cf", "Cs"}
    if is_hidden or code in _NO_CHARACTERS or code % _PLANE >= _LAST_TWO:
        return f"⟨U+{code:04X}⟩"
    return character


def counted(count: int, one: str, many: str | None = None) -> str:
    """A number with its English word; ``many`` is the word for any other number than one, with an s where it is left out.

    >>> from supervision_core.values.text import counted
    >>> counted(1, "subject"), counted(0, "subject"), counted(2, "is missing", "are missing")
    ('1 subject', '0 subjects', '2 are missing')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"


def shown(value: object) -> str:
    """Show a value in an error message; a long text by its length alone, since it may be anything that somebody wrote."""
    if isinstance(value, str) and len(value) > _LONGEST_SHOWN and not isinstance(value, Enum):
        return f"a text of {len(value)} characters"
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001  a foreign __repr__ may raise anything; the message must still come
        text = f"<{type(value).__name__}>"
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def shown_apart(one: object, other: object) -> tuple[str, str]:
    """Show two values that differ; where both would read the same, since they are long, both whole.

    >>> from supervision_core.values.text import shown_apart
    >>> shown_apart(1, 2), [len(text) for text in shown_apart("a" * 99 + "b", "a" * 99 + "c")]
    (('1', '2'), [102, 102])
    """
    found, expected = shown(one), shown(other)
    return (found, expected) if found != expected else (repr(one), repr(other))


def described(value: object) -> str:
    """What stands where something of another kind is asked, without what may be a secret.

    Numbers, days and choices are shown as they are, a short word too, since it may be a choice misspelt;
    everything else by its kind and how much of it there is.

    >>> from supervision_core.values.text import described
    >>> described(1.5), described("hard"), described("told in confidence"), described({"name": "told in confidence"})
    ('1.5', "'hard'", 'a text of 18 characters', 'a dict of 1')
    """
    if isinstance(value, str) and not isinstance(value, Enum):
        is_word = len(value) <= _LONGEST_WORD and not any(map(str.isspace, value))
        return shown(value) if is_word else f"a text of {counted(len(value), 'character')}"
    if value is None or isinstance(value, bool | int | float | complex | Fraction | Decimal | date | Enum | type):
        return shown(value)
    kind = type(value).__name__
    return f"a {kind} of {len(value)}" if isinstance(value, _COUNTED) else f"a {kind}"


_LONGEST_WORD = 20
_COUNTED = (dict, list, tuple, set, frozenset, bytes, bytearray)


def veiled(value: object) -> str:
    """How a repr shows what may name people: that it is there, or how many there are, since reprs end up in logs.

    >>> from supervision_core import Subject
    >>> Subject(id="s001", area="ward 17")
    Subject(id=<…>, label=None, tier=None, area='ward 17', unit=None)
    """
    if value is None:
        return "None"
    return f"<{len(value)}>" if isinstance(value, tuple) else "<…>"


def are_plain_ids(ids: Collection[object]) -> bool:
    """Whether all are ids in plain ASCII and plain ``str``; they are looked at all at once, since populations have many."""
    try:
        whole = "".join(ids)  # type: ignore[arg-type]  # what is no text is caught
    except TypeError:
        return False
    plain = whole.isascii() and whole.isprintable() and set(map(type, ids)) <= {str}
    return plain and all(map(str.strip, ids)) and (len(whole) <= LONGEST_TEXT or max(map(len, ids)) <= LONGEST_TEXT)  # type: ignore[arg-type]  # see above


def are_ids(values: Collection[object]) -> bool:
    """Whether all are ids in composed form and plain ``str``."""
    return are_plain_ids(values) or all(
        type(one) is str and identifier_fault(one) is None and composed(one) == one for one in values
    )


def identifier_fault(value: object) -> tuple[str, str] | None:
    """What is wrong with an identifier, as (code, expected), or None when nothing is."""
    if type(value) is str and value.isascii() and value.isprintable() and value.strip() and len(value) <= LONGEST_TEXT:
        return None
    fault = text_fault(value)
    if fault is None and (found := _first(str(value), "Cc")) is not None:
        return "control_character", f"no control characters; {character_said(str(value), found)}"
    return fault


def _first(value: str, category: str) -> int | None:
    """The place of the first character of a category."""
    return next((place for place, one in enumerate(value) if unicodedata.category(one) == category), None)


def character_said(value: str, place: int) -> str:
    """Which character stands at a place, counted from 1 as people count: by its number and, where it has one, its name.

    >>> from supervision_core.values.text import character_said
    >>> character_said("a\u200bb", 1), character_said("\u00d0\u1ea5t", 0)
    ('character 2 is U+200B, ZERO WIDTH SPACE', 'character 1 is U+00D0, LATIN CAPITAL LETTER ETH')
    """
    one = value[place]
    name = unicodedata.name(one, "")
    return f"character {place + 1} is U+{ord(one):04X}{f', {name}' if name else ''}"


def first_difference(value: str, other: str) -> int | None:
    """The first place, counted from 0, at which the first text has a character that the second one has not there."""
    return next((place for place, one in enumerate(value) if other[place : place + 1] != one), None)


def odd_character(value: str) -> int | None:
    """The first place, counted from 0, of a character that cannot be seen or looks like another letter; None where all can."""
    odd = (
        place
        for place, one in enumerate(value)
        if ord(one) in _UNSEEN
        or one in _LOOK_ALIKE_FACES
        or unicodedata.category(one) in _NEVER_SEEN
        or unicodedata.name(one, "").startswith(_OTHER_ALPHABETS)
    )
    return next(odd, None)


def text_fault(value: object) -> tuple[str, str] | None:
    """What is wrong with a text for people, as (code, expected), or None when nothing is."""
    if type(value) is str and value.isascii() and value.isprintable() and value.strip() and len(value) <= LONGEST_TEXT:
        return None  # most texts, before their characters are looked at one by one
    if not isinstance(value, str):
        return "not_text", "text (str)"
    if not value.translate(_UNSEEN).strip():
        return "blank", "at least one visible character"
    if len(value) > LONGEST_TEXT:
        return "too_long", f"at most {LONGEST_TEXT} characters"
    if not is_writable(value) and (found := _first(value, "Cs")) is not None:
        return "lone_surrogate", f"text that can be written as UTF-8; {character_said(value, found)}"
    return None


def is_writable(value: str) -> bool:
    """Whether a text can be written as UTF-8; halves of characters cannot."""
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
