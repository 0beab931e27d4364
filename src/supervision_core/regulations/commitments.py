"""Facts about registered commitments, which a locality may make one criterion of its year-end rating.

Source: the results of Directive 29-CT/TU are one criterion of the year-end rating and of awards in Thạch Thang ward, as the
press reported it. How they weigh is not said, so no shipped regulation asks for them; a locality's own one may.
"""

from __future__ import annotations

from typing import Final

from supervision_core.criteria.definitions import Measure, YesNo
from supervision_core.text import Label

__all__ = ["COMMITMENT_FACTS"]

#: What can be asked about registered commitments.
COMMITMENT_FACTS: Final = (
    YesNo(
        code="commitments.registered",
        label=Label("Đã đăng ký nội dung thực hiện trong năm", "Commitments registered for the year"),
    ),
    YesNo(code="commitments.kept", label=Label("Thực hiện đủ các nội dung đã đăng ký", "Every registered commitment kept")),
    Measure(
        code="commitments.kept_share",
        label=Label("Tỷ lệ nội dung đăng ký đã thực hiện", "Share of the registered commitments kept"),
        low=0,
        high=100,
        step=1,
        higher_is_better=True,
        unit=Label("%", "%"),
    ),
)
