"""What opinions are about, as data: a locality adds its own."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Final, final

import attrs

from supervision_core.citations import Citation
from supervision_core.evidence.channels import nearest
from supervision_core.evidence.instruments import DISTRICT_10, HOA_KHANH_BAC, LONG_BIEN
from supervision_core.fields import Checks, as_tuple
from supervision_core.mappings import IdMap
from supervision_core.text import Label, composed, shown

__all__ = ["TOPICS", "Topic", "topics_or_same"]


@final
@attrs.frozen(kw_only=True)
class Topic:
    """Something that an opinion can be about.

    >>> from supervision_core.evidence.topics import TOPICS
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
