"""Roster and history side by side: who is only in one of them, and whose ids look alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import Enum
from itertools import chain
from typing import Final, final

import attrs

from supervision_core.rotation.history import History
from supervision_core.rotation.roster import Roster
from supervision_core.values.checks import Checks, as_tuple, composed_sorted
from supervision_core.values.errors import BeyondExactness
from supervision_core.values.labels import Label
from supervision_core.values.text import Language, composed, first_difference, one_face, veiled
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["IdComparison", "Likeness", "LookAlike", "compare_ids"]


@final
class Likeness(Enum):
    """Why two ids look alike; the closest likeness is named."""

    #: They differ in spaces only.
    SPACES = "spaces"
    #: They differ in capital letters.
    CASE = "case"
    #: They differ in zeros before a number.
    LEADING_ZEROS = "leading_zeros"
    #: They differ in letters that look the same, such as Ð (eth) and Đ.
    LOOK_ALIKE_LETTERS = "look_alike_letters"
    #: They differ in where a tone mark stands, or in marks that one of them lacks.
    TONE_MARKS = "tone_marks"
    #: They differ in several of these.
    SEVERAL = "several"

    @property
    def label(self) -> Label:
        """What people read."""
        return _LABELS[self.value]


_LABELS = {
    "spaces": Label("khác dấu cách", "spaces"),
    "case": Label("khác chữ hoa, chữ thường", "capital letters"),
    "leading_zeros": Label("khác số 0 ở đầu", "leading zeros"),
    "look_alike_letters": Label("chữ trông giống nhau", "letters that look alike"),
    "tone_marks": Label("khác dấu thanh", "tone marks"),
    "several": Label("khác ở nhiều điểm", "several of these"),
}


#: So many pairs are listed, and no more: nobody looks through them.
_MOST_PAIRS: Final = 100_000


def no_spaces(text: str) -> str:
    """A text without any space in it."""
    return "".join(text.split())


def no_zeros(text: str) -> str:
    """Every run of digits without the zeros before it."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", text)


def _no_tones(text: str) -> str:
    """Without tone and vowel marks; đ stays a letter of its own."""
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(one for one in apart if not unicodedata.combining(one)))


_WAYS: Final[tuple[tuple[Likeness, Callable[[str], str]], ...]] = (
    (Likeness.SPACES, no_spaces),
    (Likeness.CASE, str.casefold),
    (Likeness.LEADING_ZEROS, no_zeros),
    (Likeness.LOOK_ALIKE_LETTERS, one_face),
    (Likeness.TONE_MARKS, _no_tones),
)


def faces(text: str) -> tuple[str, ...]:
    """Texts of which two ids that people take for one, but for their marks, have at least one in common.

    A capital letter may print like one of another alphabet where its small one does not; and where spaces are taken away
    first, a zero before a number may stand in the middle of one.
    """
    small = dict.fromkeys((one_face(text).casefold(), one_face(text.casefold())))
    return tuple(dict.fromkeys(no_zeros(way(one)) for one in small for way in (no_spaces, _one_space)))


def _one_space(text: str) -> str:
    return " ".join(text.split())


def _folded(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_no_tones, faces(text))))


@final
@attrs.frozen(kw_only=True)
class LookAlike:
    """Two ids that may mean one and the same, for people to say."""

    #: The id in the roster.
    roster_id: str = attrs.field(converter=composed, repr=veiled)
    #: The id in the history.
    history_id: str = attrs.field(converter=composed, repr=veiled)
    #: Why they look alike.
    why: Likeness

    def __attrs_post_init__(self) -> None:
        checks = Checks("LookAlike")
        checks.identifier("roster_id", self.roster_id)
        checks.identifier("history_id", self.history_id)
        checks.member("why", self.why, Likeness)
        checks.done()

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The two ids and why they look alike; quoted, since the difference may be a space."""
        return look_alike_said(self, wording(lang, names))


def look_alike_said(alike: LookAlike, by: Wording) -> str:
    """The two ids and why they look alike."""
    told = f"“{alike.roster_id}” – “{alike.history_id}”: {by.say(alike.why.label)}"
    one, other = alike.roster_id, alike.history_id
    if alike.why is not Likeness.LOOK_ALIKE_LETTERS:
        return told
    # Nobody sees this difference, so it is said which character it is.
    place = first_difference(one, other)
    place = len(one) if place is None else place
    here, there = (f"U+{ord(text[place]):04X}" if place < len(text) else "–" for text in (one, other))
    return f"{told} ({by.say(_CHARACTER, place=place + 1, here=here, there=there)})"


_CHARACTER: Final = Label("ký tự thứ {place}: {here} và {there}", "character {place}: {here} and {there}")


def _alike(items: Iterable[LookAlike]) -> tuple[LookAlike, ...]:
    return as_tuple(items)


@final
@attrs.frozen(kw_only=True)
class IdComparison:
    """Who is only in the roster, who only in the history, and who looks alike among these."""

    #: Subjects and lead units of the roster that the history does not know, sorted.
    only_in_roster: tuple[str, ...] = attrs.field(converter=composed_sorted, repr=veiled)
    #: Subjects and lead units of the history that the roster does not know, sorted.
    only_in_history: tuple[str, ...] = attrs.field(converter=composed_sorted, repr=veiled)
    #: Those of the two that look alike, by the roster's id.
    alike: tuple[LookAlike, ...] = attrs.field(converter=_alike)

    def __attrs_post_init__(self) -> None:
        checks = Checks("IdComparison")
        checks.identifiers("only_in_roster", self.only_in_roster)
        checks.identifiers("only_in_history", self.only_in_history)
        checks.each("alike", self.alike, LookAlike, "a LookAlike")
        checks.done()


def compare_ids(roster: Roster, history: History) -> IdComparison:
    """Lay the ids of a roster and of a history side by side, before anybody is taken for two people.

    Subjects are compared with subjects and lead units with lead units, by the names of today; former lead units are known.
    Whoever joined or left is only in one of the two, and that is no fault; whoever also looks like somebody in the other is
    listed with the reason, for people to say whether it is the same. More than 100,000 such pairs raise ``BeyondExactness``.

    >>> import supervision_core as sc
    >>> roster = sc.Roster(subjects=[sc.Subject(id="Chiêm Hóa"), sc.Subject(id="00004")], lead_units=[sc.LeadUnit(id="front")])
    >>> history = sc.History.of({2025: {"Chiêm Hoá": "front", "4": "front"}})
    >>> [(one.roster_id, one.history_id, one.why.name) for one in sc.rotation.compare_ids(roster, history).alike]
    [('00004', '4', 'LEADING_ZEROS'), ('Chiêm Hóa', 'Chiêm Hoá', 'TONE_MARKS')]
    """
    checks = Checks("compare_ids")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.kind("history", history, History, "a History")
    checks.done()
    subjects = {one for year in history.years for one in history.column(year)} | {one for _, one in history.unknown}
    units = {one for year in history.years for one in history.lead_units_in(year)} - {*roster.former_units}
    here, there = set[str](), set[str]()
    alike: list[LookAlike] = []
    for ours, theirs in ((set(roster.subject_ids), subjects), (set(roster.lead_unit_ids), units)):
        here |= ours - theirs
        there |= theirs - ours
        alike += _pairs(ours - theirs, theirs - ours)
    alike.sort(key=lambda one: (one.roster_id, one.history_id))
    return IdComparison(only_in_roster=here, only_in_history=there, alike=alike)


def _pairs(ours: Iterable[str], theirs: Iterable[str]) -> list[LookAlike]:
    by_face: dict[str, list[str]] = {}
    for one in theirs:
        for face in _folded(one):
            by_face.setdefault(face, []).append(one)
    found = {one: [by_face[face] for face in _folded(one) if face in by_face] for one in ours}
    # At least so many: they are not put together where that alone is too much.
    size = sum(max(map(len, lists), default=0) for lists in found.values())
    faces_of: dict[str, dict[str, None]] = {}
    if size <= _MOST_PAIRS:
        faces_of = {one: dict.fromkeys(chain.from_iterable(lists)) for one, lists in found.items()}
        size = sum(map(len, faces_of.values()))
    if size > _MOST_PAIRS:
        raise BeyondExactness("pairs of ids that look alike", size, _MOST_PAIRS)
    return [
        LookAlike(roster_id=one, history_id=two, why=_why(one, two)) for one, all_two in faces_of.items() for two in all_two
    ]


def _why(one: str, other: str) -> Likeness:
    return next((likeness for likeness, way in _WAYS if way(one) == way(other)), Likeness.SEVERAL)
