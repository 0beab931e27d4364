"""What is wrong with a registration before anyone is held to it: vague, scattered, copied, unfit for the post, unmeasurable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from fractions import Fraction
from typing import final

import attrs

from supervision_core.citations import Citation
from supervision_core.evidence.commitments import Commitment, Registration
from supervision_core.evidence.instruments import LONG_BIEN, THACH_THANG
from supervision_core.evidence.likeness import likeness, word_sequences
from supervision_core.evidence.vetting_policy import Post, VettingPolicy, concrete_words, has_phrase
from supervision_core.exact import number_text
from supervision_core.fields import Checks, as_tuple
from supervision_core.text import Label, Language

__all__ = ["RegistrationFault", "RegistrationFaultKind", "registration_faults"]


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

    def sentence(self, lang: Language) -> str:
        """The fault for people."""
        said = f"{', '.join(self.item_ids)}: {self.kind.label.text(lang)}"
        if self.peer is None or self.likeness is None:
            return said
        share = number_text(self.likeness, lang)
        return f"{said} ({self.peer[0]}/{self.peer[1]}, {'độ giống' if lang == 'vi' else 'likeness'} {share})"


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
    found = [
        *_of_items(registration, rules, is_complex=post is not None and post.is_complex),
        *_of_all(registration, post, rules),
        *_copied(registration, [peer for peer in others if peer.subject_id != registration.subject_id], rules),
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
    return any(has_phrase(said, keyword) for keyword in post.keywords)


def _copied(registration: Registration, peers: Iterable[Registration], policy: VettingPolicy) -> Iterator[RegistrationFault]:
    theirs: Mapping[tuple[str, str], frozenset[tuple[str, ...]]] = {
        (peer.id, item.id): word_sequences(item.text, policy.sequence_length) for peer in peers for item in peer.items
    }
    for item in registration.items:
        mine = word_sequences(item.text, policy.sequence_length)
        # The nearest pair alone is shown: a text that a whole ward has copied would otherwise be named fifty times.
        share, pair = min(((-likeness(mine, grams), pair) for pair, grams in theirs.items()), default=(Fraction(0), None))
        if pair is not None and -share >= policy.copied_at:
            yield RegistrationFault(kind=RegistrationFaultKind.COPIED, item_ids=(item.id,), peer=pair, likeness=-share)
