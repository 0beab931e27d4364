"""By what a registration is vetted: every threshold and every word list, as data, and the post that it should fit."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property
from typing import Final, final

import attrs

from supervision_core.exact import ExactNumber, exact_or_same
from supervision_core.fields import Checks, composed_sorted
from supervision_core.text import Label, composed, folded_words, shown

__all__ = ["FILLER_WORDS", "VAGUE_PHRASES", "Post", "VettingPolicy", "concrete_words", "has_phrase"]

#: Phrases that commit nobody to anything; compared without tone marks. The choice is this library's.
VAGUE_PHRASES: Final = (
    "cố gắng",
    "phấn đấu",
    "nỗ lực",
    "tích cực",
    "nâng cao",
    "tăng cường",
    "đẩy mạnh",
    "phát huy",
    "không ngừng",
    "luôn luôn",
    "thường xuyên",
    "nghiêm túc",
    "gương mẫu",
    "chất lượng",
    "hiệu quả",
    "chấp hành tốt",
    "chấp hành nghiêm",
    "thực hiện tốt",
    "hoàn thành tốt",
    "hoàn thành",
    "nhiệm vụ được giao",
    "chức trách nhiệm vụ",
    "tinh thần trách nhiệm",
    "ý thức trách nhiệm",
    "ý thức",
    "quy định của cơ quan",
    "chủ trương của đảng",
    "chính sách pháp luật của nhà nước",
    "tu dưỡng",
    "rèn luyện",
    "đạo đức lối sống",
)
#: Words that any sentence has.
FILLER_WORDS: Final = (
    "bản thân", "các", "cho", "có", "công tác", "công việc", "của", "đảm bảo", "để", "được", "hơn", "là", "luôn", "mọi", "một",
    "nhiệm vụ", "những", "sẽ", "theo", "thực hiện", "tốt", "trong", "tự", "và", "về", "việc", "với",
)  # fmt: skip


@final
@attrs.frozen(kw_only=True)
class Post:
    """The post that a registration should fit.

    >>> from supervision_core import Label
    >>> from supervision_core.evidence.vetting_policy import Post
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
    >>> from supervision_core import VettingPolicy
    >>> VettingPolicy(copied_at=Fraction(3, 4)).most_items
    10
    """

    #: Fewer different words than this, once vague phrases and filler are taken away, are vague.
    concrete_words: int = 3
    #: The same in a complex field.
    concrete_words_if_complex: int = 5
    #: More commitments than this are scattered.
    most_items: int = 10
    #: So many commitments at least must have to do with the post.
    fitting_items: int = 1
    #: Texts are compared by sequences of so many words.
    sequence_length: int = 2
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
    def said_by_anyone(self) -> tuple[tuple[str, ...], ...]:
        """Vague phrases and filler as folded words, longer ones first, so that a part is not found before the whole."""
        found = {folded_words(phrase) for phrase in (*self.vague_phrases, *self.filler_words)}
        return tuple(sorted(found - {()}, key=lambda words: (-len(words), words)))


def has_phrase(text: str, phrase: str) -> bool:
    """Whether a phrase stands in a text, word by word and without tone marks."""
    words, sought = folded_words(text), folded_words(phrase)
    return bool(sought) and any(words[at : at + len(sought)] == sought for at in range(len(words) - len(sought) + 1))


def concrete_words(text: str, policy: VettingPolicy) -> frozenset[str]:
    """The different folded words that are left of a text without vague phrases and filler.

    >>> from supervision_core.evidence.vetting_policy import VettingPolicy, concrete_words
    >>> sorted(concrete_words("Phấn đấu nâng cao hiệu quả công tác", VettingPolicy()))
    []
    >>> sorted(concrete_words("Trả kết quả hồ sơ đất đai đúng hẹn", VettingPolicy()))
    ['dai', 'dat', 'dung', 'hen', 'ho', 'ket', 'qua', 'so', 'tra']
    """
    words = folded_words(text)
    left: set[str] = set()
    at = 0
    while at < len(words):
        length = next((len(one) for one in policy.said_by_anyone if words[at : at + len(one)] == one), 0)
        if length == 0:
            left.add(words[at])
        at += length or 1
    return frozenset(left)
