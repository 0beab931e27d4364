"""The shipped examples run and show the source articles' figures."""

import runpy
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def output_of(name, capsys):
    runpy.run_path(str(EXAMPLES / f"{name}.py"), run_name="__main__")
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("ward_review", ["Hoàn thành khá: 7", "Hoàn thành tốt (theo tiêu chí của phường): 59", "total: 66; headline: 66", "Gia đình hoàn thành nghĩa vụ công dân: không đạt (nguồn: biên bản 2014-12)", "The household's civic obligations fulfilled: not met (sources: biên bản 2014-12)", "['Hoàn thành tốt (theo tiêu chí của phường)', 'Hoàn thành khá']", "populations_mixed"]),
        ("district_rotation", ["Ủy ban MTTQ quận 42", "repeats: 0", "84 đối tượng", "thiếu 22 chỗ", "but only 20 may go to it"]),
        ("ward_year", ["tháng 4/2022: còn thiếu, 0/1 lần, hạn 30/4/2022", "month 8/2026: missing, 1 of 2 days by 2026-08-31", "last safe day 2026-09-29", "quá hạn, 31/12/2023", "(by its own practice): not met – 11 of 12 periods"]),
        ("ward_evidence", ["HT-1 (Có mối liên hệ mật thiết với Nhân dân): không", "HT-2 (Good morals and lifestyle): anonymous and not verified", "ĐD-1 (Hoàn thành tốt nhiệm vụ được giao): chưa được xác minh", "còn mâu thuẫn (BB-3, HT-1)", "possible: ['Hoàn thành tốt (theo tiêu chí của phường)', 'Hoàn thành khá']", "CB07: Hoàn thành tốt", "2: chung chung / 2: vague"]),
        ("reports", ["[•] Kết quả: Hoàn thành khá", "· nguồn: BB-12/2014", "≈ 41,84", "Ủy ban MTTQ quận (42)", "Hội Phụ nữ          ██████████████████ 24"]),
        ("district_counts", ["212 + 61 + 73 + 119 + 62 = 527", "it reconciles", "59 + 245 + 226 = 530; headline 1054", "chênh lệch 524", "kinds_mixed"]),
    ],
)  # fmt: skip
def test_the_figures_of_the_articles(name, figures, capsys):
    """Each example reproduces its article's numbers."""
    printed = output_of(name, capsys)

    assert [figure for figure in figures if figure not in printed] == []
