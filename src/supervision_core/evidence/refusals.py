"""Evidence that did not count, and why: nothing that was handed in disappears without a word."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import final

import attrs

from supervision_core.text import Label, Language

__all__ = ["Refusal", "RefusalReason"]


@final
class RefusalReason(Enum):
    """Why a piece of evidence did not count."""

    #: It makes no claim about any fact.
    SAYS_NOTHING = "says_nothing"
    #: The policy has no rule for the fact it speaks of.
    NO_RULE = "no_rule"
    #: The policy does not count this channel for this fact.
    CHANNEL_NOT_COUNTED = "channel_not_counted"
    #: It was not verified, and its kind counts only when it is.
    NOT_CHECKED = "not_checked"
    #: It was verified and is not so.
    REFUTED = "refuted"
    #: It is anonymous and was not verified.
    ANONYMOUS = "anonymous"
    #: It speaks of another time, or of a part of it only.
    OTHER_TIME = "other_time"
    #: Somebody speaks about himself or herself on a channel that is for others.
    OWN_VOICE = "own_voice"
    #: A comment of the residence that was made without the Front.
    WITHOUT_FRONT = "without_front"
    #: A step of the form that the policy does not read as an answer.
    NO_READING = "no_reading"
    #: It holds against somebody what is waived for him or her.
    WAIVED = "waived"
    #: A registration, or progress on it, under a programme that the policy does not ask for.
    OTHER_PROGRAMME = "other_programme"
    #: A clear extract of the discipline records, made before a measure that is on record.
    OVERTAKEN = "overtaken"
    #: With the rest of its kind it leads to no answer yet.
    INCONCLUSIVE = "inconclusive"
    #: A channel that the policy puts first says the opposite.
    OVERRULED = "overruled"

    @property
    def label(self) -> Label:
        """What people read."""
        return _REASON_LABELS[self.value]


_REASON_LABELS = {
    "says_nothing": Label("không khẳng định nội dung nào", "makes no claim about a fact"),
    "no_rule": Label("chính sách không có quy tắc cho nội dung này", "the policy has no rule for this fact"),
    "channel_not_counted": Label(
        "chính sách không tính kênh này cho nội dung này", "this channel does not count for this fact"
    ),
    "not_checked": Label("chưa được xác minh", "not verified"),
    "refuted": Label("đã xác minh là không đúng", "verified, and not so"),
    "anonymous": Label("nặc danh và chưa được xác minh", "anonymous and not verified"),
    "other_time": Label("nói về thời gian khác hoặc chỉ một phần thời gian", "speaks of another time, or of a part only"),
    "own_voice": Label("tự nói về mình qua kênh của người khác", "speaks about oneself on a channel for others"),
    "without_front": Label("nhận xét thiếu ý kiến Ban công tác Mặt trận", "made without the Front Working Committee"),
    "no_reading": Label("chính sách không suy ra câu trả lời từ mức này", "the policy reads no answer from this step"),
    "waived": Label("nội dung được miễn", "it is waived for this person"),
    "other_programme": Label("đăng ký theo chương trình khác", "registered under another programme"),
    "overtaken": Label("lập trước khi có hình thức kỷ luật", "made before the measure that is on record"),
    "inconclusive": Label("chưa đủ để kết luận", "leads to no answer yet"),
    "overruled": Label("kênh được ưu tiên nói ngược lại", "a channel that comes first says the opposite"),
}


@final
@attrs.frozen(kw_only=True)
class Refusal:
    """One piece of evidence that did not count for one fact.

    >>> from supervision_core import Label, Refusal, RefusalReason
    >>> late = Refusal(id="m-3", code="civic.standing", reason=RefusalReason.OTHER_TIME)
    >>> late.sentence("vi", {"civic.standing": Label("Có uy tín nơi cư trú", "Standing at the residence")})
    'm-3 (Có uy tín nơi cư trú): nói về thời gian khác hoặc chỉ một phần thời gian'
    """

    #: Its id.
    id: str
    #: The fact it speaks of; None where it speaks of none.
    code: str | None
    #: Why it did not count.
    reason: RefusalReason
    #: The part of it that is meant, such as one step of a comment; None where it is the whole.
    part: str | None = None

    def sentence(self, lang: Language, names: Mapping[str, Label] | None = None) -> str:
        """The refusal for people; ``names`` has what the facts are called, by code, and without it their codes stand."""
        about = [] if self.code is None else [named(self.code, lang, names)]
        part = [] if self.part is None else [self.part]
        within = f" ({', '.join([*about, *part])})" if about or part else ""
        return f"{self.id}{within}: {self.reason.label.text(lang)}"


def named(code: str, lang: Language, names: Mapping[str, Label] | None) -> str:
    """What a fact is called, or its code where nobody says."""
    label = None if names is None else names.get(code)
    return code if label is None else label.text(lang)
