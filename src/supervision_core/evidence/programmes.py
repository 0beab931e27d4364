"""What commitments are registered for: programmes with their heads.

Two are shipped: the eight heads of Directive 29-CT/TU (five to build, three to fight), and the personal cultivation plan,
which has no fixed heads. A locality adds its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, final

import attrs

from supervision_core.citations import Citation
from supervision_core.evidence.instruments import DIRECTIVE_29, LONG_BIEN, verified
from supervision_core.fields import Checks, as_tuple
from supervision_core.text import Label, composed, shown

__all__ = ["CULTIVATION_PLAN", "FIVE_BUILD_THREE_FIGHT", "Head", "Programme"]


@final
@attrs.frozen(kw_only=True)
class Head:
    """One thing that a programme asks everyone to commit to."""

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What it is called.
    label: Label

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Head {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        checks.done()


def _heads(values: Iterable[Head]) -> tuple[Head, ...]:
    return as_tuple(values)


@final
@attrs.frozen(kw_only=True)
class Programme:
    """What commitments are registered for; its heads in their order, none where people choose freely."""

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What it is called.
    label: Label
    #: Its heads.
    heads: tuple[Head, ...] = attrs.field(default=(), converter=_heads)
    #: Where it stands.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Programme {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        if checks.each("heads", self.heads, Head, "a Head"):
            checks.identifiers("heads", tuple(head.code for head in self.heads))
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.done()


#: Directive 29-CT/TU of Đà Nẵng: five to build, then three to fight.
FIVE_BUILD_THREE_FIGHT: Final = Programme(
    code="five_build_three_fight",
    label=Label("5 xây, 3 chống", "5 to build, 3 to fight"),
    heads=tuple(
        Head(code=code, label=Label(vi, en))
        for code, vi, en in (
            ("responsibility", "Xây tinh thần trách nhiệm", "Build responsibility"),
            ("professionalism", "Xây tính chuyên nghiệp", "Build professionalism"),
            ("honesty", "Xây tính trung thực", "Build honesty"),
            ("discipline", "Xây kỷ cương", "Build discipline"),
            ("exemplary_conduct", "Xây sự gương mẫu", "Build exemplary conduct"),
            ("bureaucratism", "Chống quan liêu", "Fight bureaucratism"),
            ("negative_practices", "Chống tiêu cực", "Fight negative practices"),
            ("formalism", "Chống bệnh hình thức", "Fight formalism"),
        )
    ),
    citation=verified(DIRECTIVE_29),
)
#: The personal plan of self-cultivation of a year.
CULTIVATION_PLAN: Final = Programme(
    code="cultivation_plan",
    label=Label("Kế hoạch tu dưỡng, rèn luyện cá nhân", "Personal cultivation plan"),
    citation=LONG_BIEN,
)
