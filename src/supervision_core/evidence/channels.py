"""The ways by which word comes in, and what it is about.

>>> from supervision_core.evidence import CHANNELS
>>> CHANNELS["hotline"].label.vi
'Đường dây nóng'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from operator import attrgetter
from typing import Any, Final, final

import attrs

from supervision_core.evidence.instruments import DISTRICT_10, HOA_KHANH_BAC, LONG_BIEN, REGULATION_213, THACH_THANG, verified
from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.citations import Citation
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap, Memo
from supervision_core.values.text import composed, shown

__all__ = ["CHANNELS", "Channel", "Topic"]


@final
@attrs.frozen(kw_only=True)
class Topic:
    """Something that an opinion can be about.

    >>> from supervision_core.evidence.channels import TOPICS
    >>> TOPICS["internal_rules"].label.en
    'Internal rules'
    """

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What people call it.
    label: Label
    #: Where it is named.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Topic {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.done()


def _topic(code: str, vi: str, en: str, citation: Citation) -> Topic:
    return Topic(code=code, label=Label(vi, en), citation=citation)


#: The topics that the source articles name, by code.
TOPICS: Final[IdMap[Topic]] = IdMap(
    {
        topic.code: topic
        for topic in (
            _topic("cultivation_plan", "Kế hoạch tu dưỡng cá nhân", "Personal cultivation plan", LONG_BIEN),
            _topic("work", "Phương pháp, hiệu quả công việc", "Method and efficiency of work", LONG_BIEN),
            _topic("code_of_conduct", "Quy tắc ứng xử", "Code of conduct", LONG_BIEN),
            _topic("internal_rules", "Nội quy, quy chế cơ quan", "Internal rules", LONG_BIEN),
            _topic("responsibility", "Tinh thần trách nhiệm", "Sense of responsibility", DISTRICT_10),
            _topic("communication", "Thái độ giao tiếp, ứng xử", "Manner of communication and conduct", DISTRICT_10),
            _topic("public_service_ethics", "Đạo đức công vụ", "Public-service ethics", HOA_KHANH_BAC),
            _topic("residence", "Sinh hoạt nơi cư trú", "Conduct at the place of residence", HOA_KHANH_BAC),
        )
    }
)


def topics_or_same(values: Iterable[Topic | str]) -> tuple[Topic, ...]:
    """Topics sorted by code, shipped ones given by code included; anything else stays as it is, for the checks to name."""
    given = as_tuple(values)
    if not isinstance(given, tuple):
        return given
    found = [TOPICS.get(composed(value), value) if isinstance(value, str) else value for value in given]
    topics = [value for value in found if isinstance(value, Topic)]
    if len(topics) == len(found):
        return tuple(sorted(topics, key=attrgetter("code")))
    return tuple(found)  # type: ignore[arg-type]  # the checks name what is no topic


def check_topics(checks: Checks, name: str, values: object) -> None:
    """Distinct topics; an unknown code is shown with the nearest ones."""
    if not isinstance(values, tuple):
        checks.fault("not_a_collection", name, values, "a collection of topics")
        return
    seen: set[str] = set()
    for value in values:
        if isinstance(value, str):
            checks.fault("unknown_topic", name, value, nearest(value, TOPICS, "a Topic, or the code of a shipped one"))
        elif checks.kind(name, value, Topic, "a Topic, or the code of a shipped one"):
            if value.code in seen:
                checks.fault("duplicate", name, value.code, "each topic once")
            seen.add(value.code)


@final
@attrs.frozen(kw_only=True)
class Channel:
    """A way by which something becomes known.

    Where a channel is asked for, the code of a shipped one will do; a channel of a locality's own is given whole.

    >>> from supervision_core import Label
    >>> from supervision_core.evidence import Channel
    >>> Channel(code="ward_forum", label=Label("Diễn đàn của phường", "Ward forum")).is_own_word
    False
    """

    #: Its code; policies speak of channels by it.
    code: str = attrs.field(converter=composed)
    #: What people call it.
    label: Label
    #: Whether it carries the word of the official concerned, as a self-report does.
    is_own_word: bool = False
    #: Where it is described.
    citation: Citation | None = None
    # Texts that items of this channel share, so that a hundred thousand items need not each have their own.
    _memo: Memo[Any] = attrs.field(factory=Memo, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Channel {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        checks.kind("is_own_word", self.is_own_word, bool, "True or False")
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.done()

    def __getstate__(self) -> dict[str, object]:
        return {one.name: getattr(self, one.name) for one in attrs.fields(type(self)) if one.init}

    def __setstate__(self, state: dict[str, object]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_memo", Memo())


def _channel(code: str, vi: str, en: str, citation: Citation | None) -> Channel:
    return Channel(code=code, label=Label(vi, en), citation=citation, is_own_word=code == "self_report")


_COMMENT_RULE = verified(REGULATION_213, "4")

#: The shipped channels by code: first the people's and their organisations' voices, then what is watched, then registers.
CHANNELS: Final[IdMap[Channel]] = IdMap(
    {
        channel.code: channel
        for channel in (
            _channel("self_report", "Bản tự kiểm điểm", "Self-review", HOA_KHANH_BAC),
            _channel("direct_opinion", "Ý kiến phản ánh trực tiếp", "Direct opinion", HOA_KHANH_BAC),
            _channel("suggestion_box", "Hòm thư góp ý", "Suggestion box", HOA_KHANH_BAC),
            _channel("hotline", "Đường dây nóng", "Hotline", THACH_THANG),
            _channel("leaders_phone", "Điện thoại của lãnh đạo", "Leaders' phone", THACH_THANG),
            _channel("web_column", "Chuyên mục trên trang thông tin điện tử", "Web column", THACH_THANG),
            _channel("citizen_reception", "Tiếp công dân", "Reception of citizens", THACH_THANG),
            _channel(
                "member_organisation", "Tổ chức thành viên của Mặt trận", "Member organisation of the Front", HOA_KHANH_BAC
            ),
            _channel("front_working_committee", "Ban công tác Mặt trận", "Front Working Committee", HOA_KHANH_BAC),
            _channel("peoples_inspection_board", "Ban Thanh tra nhân dân", "People's Inspection Board", HOA_KHANH_BAC),
            _channel("camera", "Camera tại bộ phận một cửa", "Camera at the one-stop desk", THACH_THANG),
            _channel("inspection_team", "Tổ kiểm tra công vụ", "Duty-inspection team", THACH_THANG),
            _channel("inspection_visit", "Đoàn kiểm tra", "Inspection by the higher level", DISTRICT_10),
            _channel("observation", "Quan sát công tác hằng ngày", "Observation of daily work", LONG_BIEN),
            _channel("direct_talk", "Trao đổi trực tiếp", "Direct talk", LONG_BIEN),
            _channel("monthly_meeting", "Họp đánh giá hằng tháng", "Monthly rating meeting", THACH_THANG),
            _channel("residence_comment", "Phiếu nhận xét nơi cư trú", "Yearly comment of the residence", _COMMENT_RULE),
            _channel("attendance_record", "Theo dõi dự sinh hoạt", "Attendance record", HOA_KHANH_BAC),
            _channel("obligation_record", "Theo dõi nghĩa vụ công dân", "Record of civic obligations", HOA_KHANH_BAC),
            _channel("contribution_record", "Ghi nhận đóng góp", "Record of contributions", HOA_KHANH_BAC),
            _channel("discipline_record", "Hồ sơ kỷ luật", "Discipline record", None),
            _channel("competent_statement", "Xác nhận của cơ quan có thẩm quyền", "Statement of the competent body", None),
            _channel("commitment_record", "Bản đăng ký", "Registered commitments", THACH_THANG),
        )
    }
)


def channel_or_same(value: Channel | str) -> Channel:
    """The shipped channel of a code; a channel, and what is none, comes back unchanged for the checks to name."""
    return CHANNELS.get(composed(value), value) if isinstance(value, str) else value  # type: ignore[arg-type]  # the checks name what is no channel


def check_channel(checks: Checks, name: str, value: object) -> None:
    """A channel; an unknown code is shown with the nearest ones."""
    if isinstance(value, str):
        checks.fault("unknown_channel", name, value, nearest(value, CHANNELS, "a Channel, or the code of a shipped one"))
    else:
        checks.kind(name, value, Channel, "a Channel, or the code of a shipped one")


def nearest(code: str, known: Mapping[str, object], otherwise: str) -> str:
    """What would be right instead of an unknown code: the nearest known ones, if any is near."""
    near = get_close_matches(code, sorted(known), n=3)
    return "one of the nearest codes: " + ", ".join(near) if near else otherwise
