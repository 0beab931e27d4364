"""A district's counts as the source article reports them (S4.6): what adds up, what does not, and what may not be added.

Run it: ``python docs/examples/district_counts.py``.
"""

from __future__ import annotations

import supervision_core as sc

BY_LEAD_UNIT = {"Mặt trận": 212, "Liên đoàn Lao động": 61, "Hội Cựu chiến binh": 73, "Hội Phụ nữ": 119, "Quận Đoàn": 62}
BY_TIER = {"cấp quận": 59, "cấp phường": 245, "tổ dân phố": 226}
TURNS = sc.Tally(kind=sc.programme.CountKind.PERSON_TURN, population="cấp quận, 3 năm", parts=BY_LEAD_UNIT, headline=527)
OPINIONS = sc.Tally(kind=sc.programme.CountKind.OPINION, population="toàn quận, 3 năm", parts=BY_TIER, headline=1054)


def main() -> None:
    """Add like with like, and say what does not reconcile."""
    for tally, parts in ((TURNS, BY_LEAD_UNIT), (OPINIONS, BY_TIER)):
        label = tally.kind.label
        print(f"== {label.vi} / {label.en} ({tally.population})")
        print(f"   {' + '.join(str(count) for count in parts.values())} = {tally.total}; headline {tally.headline}")
        gap = tally.discrepancy
        print(f"   {gap.sentence('vi')}\n   {gap.sentence('en')}" if gap else "   khớp / it reconciles")
    try:
        TURNS + OPINIONS
    except sc.InvalidInput as error:
        print(f"== Không cộng được / refused:\n{error}")


if __name__ == "__main__":
    main()
