"""Whether registered commitments are concrete: vague, scattered, copied, or not fitting the post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import TypeAlias, final

import attrs

from supervision_core.evidence.commitments import Commitment, Registration
from supervision_core.evidence.general_words import FILLER_WORDS, VAGUE_PHRASES
from supervision_core.evidence.instruments import LONG_BIEN, THACH_THANG
from supervision_core.evidence.likeness import Texts
from supervision_core.values.checks import Checks, as_tuple, check_fields, check_ids, composed_sorted
from supervision_core.values.citations import Citation
from supervision_core.values.exact import ExactNumber, exact_or_same, whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language, composed, folded_words, marked_words, shown
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["Post", "RegistrationFault", "RegistrationFaultKind", "VettingPolicy", "registration_faults", "vet_registrations"]


@final
@attrs.frozen(kw_only=True)
class Post:
    """The post that a registration should fit.

    >>> from supervision_core import Label
    >>> from supervision_core.evidence import Post
    >>> Post(code="land", label=Label("Địa chính", "Land registry"), keywords=["đất đai", "hồ sơ"], is_complex=True).keywords
    ('hồ sơ', 'đất đai')
    """

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What it is called.
    label: Label
    #: Words or phrases by which its work is recognised, sorted; none where nobody listed them.
    keywords: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)
    #: Whether its field is complex, so that a registration must be specific and clear in particular.
    is_complex: bool = False

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Post {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        checks.identifiers("keywords", self.keywords)
        checks.kind("is_complex", self.is_complex, bool, "True or False")
        checks.done()


def _phrases(values: Iterable[str]) -> tuple[str, ...]:
    return composed_sorted(values)


def _share(value: ExactNumber) -> Fraction:
    return exact_or_same(value)


@final
@attrs.frozen(kw_only=True)
class VettingPolicy:
    """What counts as vague, scattered, copied and measurable. No source gives a number, so every one here is a choice.

    >>> from fractions import Fraction
    >>> from supervision_core.evidence import VettingPolicy
    >>> VettingPolicy(copied_at=Fraction(3, 4)).most_items
    10
    """

    #: Fewer different words than this, once vague phrases and filler are taken away, are vague.
    concrete_words: int = attrs.field(default=3, converter=whole_or_same)
    #: The same in a complex field.
    concrete_words_if_complex: int = attrs.field(default=5, converter=whole_or_same)
    #: More commitments than this are scattered.
    most_items: int = attrs.field(default=10, converter=whole_or_same)
    #: So many commitments at least must have to do with the post.
    fitting_items: int = attrs.field(default=1, converter=whole_or_same)
    #: Texts are compared by sequences of so many words.
    sequence_length: int = attrs.field(default=2, converter=whole_or_same)
    #: Texts at least so alike count as copied; from 0 (not included) to 1.
    copied_at: Fraction = attrs.field(default=Fraction(4, 5), converter=_share)
    #: Whether each commitment must say what will be seen or counted.
    ask_result: bool = True
    #: Whether each commitment must name its day.
    ask_day: bool = True
    #: Phrases that commit nobody to anything, sorted.
    vague_phrases: tuple[str, ...] = attrs.field(default=VAGUE_PHRASES, converter=_phrases)
    #: Words that any sentence has, sorted.
    filler_words: tuple[str, ...] = attrs.field(default=FILLER_WORDS, converter=_phrases)

    def __attrs_post_init__(self) -> None:
        checks = Checks("VettingPolicy")
        for name in ("concrete_words", "concrete_words_if_complex", "fitting_items"):
            checks.whole(name, getattr(self, name), at_least=0)
        for name in ("most_items", "sequence_length"):
            checks.whole(name, getattr(self, name), at_least=1)
        if checks.number("copied_at", self.copied_at) and not 0 < self.copied_at <= 1:
            checks.fault("out_of_range", "copied_at", str(self.copied_at), "more than 0, at most 1")
        for name in ("ask_result", "ask_day"):
            checks.kind(name, getattr(self, name), bool, "True or False")
        for name in ("vague_phrases", "filler_words"):
            checks.identifiers(name, getattr(self, name))
        checks.done()

    @cached_property
    def said_by_anyone(self) -> tuple[_Phrases, _Phrases]:
        """Vague phrases and filler as words, longer ones first, so that a part is not found before the whole.

        With their tone marks, and folded for a text that has none; all folded where the phrases themselves have none.
        """
        phrases = (*self.vague_phrases, *self.filler_words)
        folded = _longest_first(folded_words(phrase) for phrase in phrases)
        has_marks = any(marked_words(phrase) for phrase in phrases)
        return (_longest_first(_as_written(phrase) for phrase in phrases) if has_marks else folded), folded

    @cached_property
    def has_marks(self) -> bool:
        """Whether its phrases are written with tone marks."""
        return any(marked_words(phrase) for phrase in (*self.vague_phrases, *self.filler_words))


_Phrases: TypeAlias = tuple[tuple[str, ...], ...]


def _longest_first(phrases: Iterable[tuple[str, ...]]) -> _Phrases:
    return tuple(sorted(set(phrases) - {()}, key=lambda words: (-len(words), words)))


def _as_written(text: str) -> tuple[str, ...]:
    return marked_words(text) or folded_words(text)


def has_phrase(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of some phrases stands in a text, word by word; with tone marks unless the text or all phrases have none.

    >>> from supervision_core.evidence.vetting import has_phrase
    >>> has_phrase("Giữ kho sạch", ["khó"]), has_phrase("giai quyet viec kho", ["khó"]), has_phrase("việc khó", ["kho", "bai"])
    (False, True, True)
    """
    given = tuple(phrases)
    words = marked_words(text) if any(marked_words(phrase) for phrase in given) else None
    read = folded_words if words is None else _as_written
    held = folded_words(text) if words is None else words
    return any(sought and _stands_in(held, sought) for sought in map(read, given))


def _stands_in(words: tuple[str, ...], sought: tuple[str, ...]) -> bool:
    return any(words[at : at + len(sought)] == sought for at in range(len(words) - len(sought) + 1))


def concrete_words(text: str, policy: VettingPolicy) -> frozenset[str]:
    """The different words that are left of a text without vague phrases and filler; with tone marks where it has any.

    >>> from supervision_core.evidence import VettingPolicy
    >>> from supervision_core.evidence.vetting import concrete_words
    >>> sorted(concrete_words("Phấn đấu nâng cao hiệu quả công tác", VettingPolicy()))
    []
    >>> sorted(concrete_words("Tra ket qua ho so dat dai", VettingPolicy()))
    ['dai', 'dat', 'ho', 'ket', 'qua', 'so', 'tra']
    """
    written, folded = policy.said_by_anyone
    marked = marked_words(text) if policy.has_marks else None
    words, phrases = (folded_words(text), folded) if marked is None else (marked, written)
    left: set[str] = set()
    at = 0
    while at < len(words):
        length = next((len(one) for one in phrases if words[at : at + len(one)] == one), 0)
        if length == 0:
            left.add(words[at])
        at += length or 1
    return frozenset(left)


@final
class RegistrationFaultKind(Enum):
    """What is wrong."""

    #: A commitment of general words only.
    VAGUE = "vague"
    #: Too many commitments to be held to.
    SCATTERED = "scattered"
    #: Nothing in it belongs to the post.
    NOT_FITTING = "not_fitting"
    #: The words of a colleague.
    COPIED = "copied"
    #: Nothing that could be seen or counted in the end.
    NO_RESULT = "no_result"
    #: No day by which it is done.
    NO_DAY = "no_day"
    #: A day outside the year it is registered for.
    DAY_OUTSIDE_YEAR = "day_outside_year"

    @property
    def label(self) -> Label:
        """What people read."""
        return _KIND_LABELS[self.value]

    @property
    def citation(self) -> Citation | None:
        """Where it is asked for; None where it follows from the rest."""
        return _CITATIONS.get(self.value)


_KIND_LABELS = {
    "vague": Label("chung chung", "vague"),
    "scattered": Label("dàn trải", "scattered"),
    "not_fitting": Label("không gắn với vị trí công tác", "does not fit the post"),
    "copied": Label("sao chép của người khác", "copied from a peer"),
    "no_result": Label("không nêu kết quả đo, đếm được", "no measurable result"),
    "no_day": Label("không nêu thời hạn", "no day by which it is done"),
    "day_outside_year": Label("thời hạn nằm ngoài năm đăng ký", "its day lies outside the year"),
}
_CITATIONS = {"vague": LONG_BIEN, "scattered": LONG_BIEN, "not_fitting": THACH_THANG, "no_result": THACH_THANG}


@final
@attrs.frozen(kw_only=True)
class RegistrationFault:
    """One thing wrong with a registration, with the commitments that show it. Whether it is sent back is for people to say."""

    #: What is wrong.
    kind: RegistrationFaultKind
    #: The commitments it is about, by id, sorted.
    item_ids: tuple[str, ...]
    #: The peer's registration and commitment that it is like; None where it is like nobody's.
    peer: tuple[str, str] | None = None
    #: How alike they are, from 0 to 1; None where it is like nobody's.
    likeness: Fraction | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "item_ids", "peer")

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The fault for people."""
        return registration_fault_said(self, wording(lang, names))


_LIKE = Label("giống {peer}, mục {item}: {likeness}", "like {peer}, item {item}: {likeness}")


def registration_fault_said(fault: RegistrationFault, by: Wording) -> str:
    """Which commitments show what fault, and whose they are like."""
    alike = likeness_said(fault, by)
    return f"{', '.join(fault.item_ids)}: {by.say(fault.kind.label)}{f' ({alike})' if alike else ''}"


def likeness_said(fault: RegistrationFault, by: Wording) -> str:
    """Whose commitment it is like, and how much; nothing where it is like nobody's."""
    if fault.peer is None or fault.likeness is None:
        return ""
    registration, item = fault.peer
    return by.say(_LIKE, peer=by.name(registration), item=item, likeness=by.percent(fault.likeness))


def registration_faults(
    registration: Registration,
    *,
    peers: Iterable[Registration] = (),
    post: Post | None = None,
    policy: VettingPolicy | None = None,
) -> tuple[RegistrationFault, ...]:
    """What is wrong with a registration, by kind and then by commitment; () when nothing is.

    Of the ``peers`` those of the same official are passed over, so everybody's registrations may be given, each once.
    Without a ``post`` nobody can say whether it fits, so that is not asked. ``policy`` holds every threshold; a default one
    is used when it is left out.

    >>> from datetime import date
    >>> from supervision_core import Commitment, Registration, registration_faults
    >>> item = Commitment(id="1", text="Phấn đấu hoàn thành tốt nhiệm vụ được giao", due_on=date(2014, 12, 15))
    >>> mine = Registration(id="dk-7", subject_id="o1", year=2014, lodged_on=date(2014, 1, 20), items=[item])
    >>> print([fault.sentence("en") for fault in registration_faults(mine)])
    ['1: vague', '1: no measurable result']

    Source: registrations must be specific, clear and fit the post (Thạch Thang), neither vague nor scattered (Long Biên).
    """
    others = as_tuple(peers)
    checks = Checks("registration_faults")
    checks.kind("registration", registration, Registration, "a Registration")
    if checks.each("peers", others, Registration, "a Registration"):
        checks.identifiers("peers", tuple(peer.id for peer in others))
    checks.optional_kind("post", post, Post, "a Post")
    checks.optional_kind("policy", policy, VettingPolicy, "a VettingPolicy")
    checks.done()
    rules = policy or VettingPolicy()
    return _vetted(registration, post, rules, _texts_of(others, rules))


def vet_registrations(
    registrations: Iterable[Registration],
    *,
    posts: Mapping[str, Post] | None = None,
    policy: VettingPolicy | None = None,
) -> IdMap[tuple[RegistrationFault, ...]]:
    """What is wrong with each of many registrations, by its id, each held against all others: as ``registration_faults``.

    ``posts`` are the posts of officials, by the official's id. The texts are looked through once for all.

    >>> from datetime import date
    >>> from supervision_core import Commitment, Registration
    >>> from supervision_core.evidence import vet_registrations
    >>> item = Commitment(id="1", text="Trả kết quả hồ sơ đất đai đúng hẹn", result="98% đúng hẹn", due_on=date(2014, 12, 15))
    >>> both = [
    ...     Registration(id=f"dk-{one}", subject_id=one, year=2014, lodged_on=date(2014, 1, 20), items=[item]) for one in "ab"
    ... ]
    >>> [faults[0].sentence("en") for faults in vet_registrations(both).values()]
    ['1: copied from a peer (like dk-b, item 1: 100%)', '1: copied from a peer (like dk-a, item 1: 100%)']
    """
    given = as_tuple(registrations)
    checks = Checks("vet_registrations")
    if checks.each("registrations", given, Registration, "a Registration"):
        checks.identifiers("registrations", tuple(one.id for one in given))
    if posts is not None and checks.kind("posts", posts, Mapping, "a mapping from officials' ids to Posts"):
        checks.distinct("posts", posts)
        for subject, post in posts.items():
            checks.kind(f"posts[{shown(subject)}]", post, Post, "a Post")
    checks.optional_kind("policy", policy, VettingPolicy, "a VettingPolicy")
    checks.done()
    rules = policy or VettingPolicy()
    texts = _texts_of(given, rules)
    held = {} if posts is None else {composed(subject): post for subject, post in posts.items()}
    return IdMap({one.id: _vetted(one, held.get(one.subject_id), rules, texts) for one in given})


def _texts_of(registrations: Iterable[Registration], policy: VettingPolicy) -> Texts:
    items = [((one.id, item.id), one.subject_id, item.text) for one in registrations for item in one.items]
    return Texts(items, policy.sequence_length, policy.copied_at)


def _vetted(
    registration: Registration, post: Post | None, policy: VettingPolicy, texts: Texts
) -> tuple[RegistrationFault, ...]:
    found = [
        *_of_items(registration, policy, is_complex=post is not None and post.is_complex),
        *_of_all(registration, post, policy),
        *_copied(registration, texts),
    ]
    order = list(RegistrationFaultKind)
    return tuple(sorted(found, key=lambda fault: (order.index(fault.kind), fault.item_ids)))


def _of_items(registration: Registration, policy: VettingPolicy, *, is_complex: bool) -> Iterator[RegistrationFault]:
    needed = policy.concrete_words_if_complex if is_complex else policy.concrete_words
    for item in registration.items:
        if len(concrete_words(item.text, policy)) < needed:
            yield RegistrationFault(kind=RegistrationFaultKind.VAGUE, item_ids=(item.id,))
        if policy.ask_result and (item.result is None or not concrete_words(item.result, policy)):
            yield RegistrationFault(kind=RegistrationFaultKind.NO_RESULT, item_ids=(item.id,))
        if policy.ask_day and item.due_on is None:
            yield RegistrationFault(kind=RegistrationFaultKind.NO_DAY, item_ids=(item.id,))
        if item.due_on is not None and item.due_on.year != registration.year:
            yield RegistrationFault(kind=RegistrationFaultKind.DAY_OUTSIDE_YEAR, item_ids=(item.id,))


def _of_all(registration: Registration, post: Post | None, policy: VettingPolicy) -> Iterator[RegistrationFault]:
    everything = tuple(item.id for item in registration.items)
    if len(everything) > policy.most_items:
        yield RegistrationFault(kind=RegistrationFaultKind.SCATTERED, item_ids=everything)
    if post is not None and post.keywords:
        fitting = sum(1 for item in registration.items if _fits(item, post))
        if fitting < min(policy.fitting_items, len(everything)):
            yield RegistrationFault(kind=RegistrationFaultKind.NOT_FITTING, item_ids=everything)


def _fits(item: Commitment, post: Post) -> bool:
    said = item.text if item.result is None else f"{item.text}. {item.result}"
    return has_phrase(said, post.keywords)


def _copied(registration: Registration, texts: Texts) -> Iterator[RegistrationFault]:
    for item in registration.items:
        # The nearest pair alone is shown: a text that a whole ward has copied would otherwise be named fifty times.
        nearest = texts.nearest(item.text, registration.subject_id)
        if nearest is not None:
            share, pair = nearest
            yield RegistrationFault(kind=RegistrationFaultKind.COPIED, item_ids=(item.id,), peer=pair, likeness=share)
