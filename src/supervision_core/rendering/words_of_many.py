"""The fixed words of reports on many plans at once: areas, countries, and policies side by side. Names in braces are slots."""

from __future__ import annotations

from typing import Final

from supervision_core.values.labels import Label

# One roster or several.
AREA: Final = Label("Địa bàn", "Area")
AREA_WARNINGS: Final = Label(
    "Khác biệt giữa phương án chung và phương án riêng của từng địa bàn", "Where areas alone would be planned otherwise"
)
AREA_WARNINGS_SAID: Final = Label(
    "Tỷ trọng tính chung cho mọi địa bàn nên số đối tượng của một số đầu mối khác với khi lập phương án riêng cho "
    "từng địa bàn. Nếu đầu mối chỉ giám sát trong địa bàn của mình, nên lập phương án riêng từng địa bàn.",
    "The shares are those of all areas together, so some lead units have other loads than in a plan for each area. "
    "Where lead units only supervise in their own area, plan each area alone.",
)
IN_PLAN_FOR_ALL: Final = Label("Trong phương án chung", "In the plan for all")
IN_OWN_PLAN: Final = Label("Trong phương án riêng", "In the area's own plan")
NO_OWN_PLAN: Final = Label("không có phương án", "no plan")

# The plans of a country.
LOADS_REPORT: Final = Label(
    "Số đối tượng của từng đầu mối so với tỷ trọng, tính chung mọi danh sách", "Loads of all plans against the shares"
)
WITHOUT_PLAN: Final = Label("Danh sách không có phương án (không tính ở trên)", "Without a plan (not counted above)")
WHICH_LIST: Final = Label("Danh sách", "Roster")
PLAN_COUNT: Final = Label("Số phương án", "Plans")
DEVIATION: Final = Label("Chênh lệch so với tỷ trọng", "Against the share")
ROUNDED_UP: Final = Label("Được làm tròn lên (số phương án)", "Rounded up in")
ROUNDED_DOWN: Final = Label("Bị làm tròn xuống (số phương án)", "Rounded down in")
JUST_SO: Final = Label("Đúng tỷ trọng (số phương án)", "Exact in")
BEYOND_ROUNDING: Final = Label("Lệch quá phần làm tròn (số phương án)", "Beyond rounding in")
BY_ROUNDING: Final = Label("Chênh lệch do làm tròn", "Difference by rounding")
BY_SIZE: Final = Label("Chênh lệch theo số đối tượng của mỗi danh sách", "Differences by size of roster")
SIZE: Final = Label("Số đối tượng mỗi danh sách", "Subjects in each")
WHY_APART: Final = Label("Vì sao có chênh lệch", "Why there are differences")
ROUNDED_ALIKE: Final = Label(
    "Mỗi danh sách chỉ chia được số nguyên. Các danh sách cùng số đối tượng và cùng tỷ trọng được làm tròn như nhau, bốc "
    "thăm không làm thay đổi, nên phần lẻ cộng dồn chứ không bù trừ cho nhau. Mức bù phần dư của từng danh sách làm chênh "
    "lệch nhỏ dần qua các năm.",
    "Each roster can only be divided into whole numbers. Rosters of one size with the same shares are rounded alike, "
    "whatever is drawn, so what is rounded adds up and does not cancel out. Each roster makes up for its rests, so the "
    "differences shrink with the years.",
)
ROUNDED_APART: Final = Label(
    "Mỗi danh sách chỉ chia được số nguyên. Ở các danh sách cùng số đối tượng, phần lẻ rơi vào các đầu mối khác nhau nên "
    "phần lớn bù trừ cho nhau.",
    "Each roster can only be divided into whole numbers. Rosters of one size give the rest to different lead units, so "
    "most of it cancels out.",
)
BEYOND_ROUNDING_SAID: Final = Label(
    "Ở một số phương án có đầu mối lệch quá phần làm tròn: do trường hợp không được phân công, giới hạn số lượng, việc "
    "luân phiên hoặc nhiệm kỳ.",
    "In some plans a lead unit is further from its share than rounding: bars, bounds, repeats or terms ask for it.",
)

# Policies side by side.
COMPARISON: Final = Label(
    "So sánh các cách luân phiên từ năm {first} đến năm {last}", "Policies compared from {first} to {last}"
)
TERM_YEARS: Final = Label("Nhiệm kỳ giám sát liên tục (năm)", "Term (years)")
YEARS_PLANNED: Final = Label("Số năm có phương án", "Years with a plan")
NO_PLAN_FROM: Final = Label("Năm đầu tiên không lập được phương án", "First year without a plan")
GOT_PAST: Final = Label("{year} (đã tìm được cách xếp khác)", "{year} (others were found for the years before)")
MOVED_COUNT: Final = Label("Lượt đổi đầu mối so với năm trước", "Changes of lead unit")
CUT_SHORT_COUNT: Final = Label("Lượt đổi đầu mối trước khi hết nhiệm kỳ", "Terms ended early")
FLAGGED_COUNT: Final = Label("Lượt phân công phải lưu ý", "Flagged assignments")
PAIRS_MET: Final = Label("Cặp đối tượng – đầu mối đã có giám sát", "Pairs that have met")
PAIRS_MET_TOLD: Final = Label("{name}: {met} trong {pairs}", "{name}: {met} of {pairs}")
ALL_PAIRS: Final = Label("vạch đứng: mọi cặp được phép", "upright line: all pairs that may meet")
FURTHEST: Final = Label("Chênh lệch lớn nhất so với tỷ trọng (lượt đối tượng)", "Furthest from a share (subjects, all years)")
GIVEN_AGAIN: Final = Label("Lượt giao lại cho đầu mối của những năm gần đây", "Back to a lead unit of the last years")
EACH_YEAR: Final = Label("Từng năm", "Year by year")
