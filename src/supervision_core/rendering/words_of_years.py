"""What reports say of an official's grades over the years. Names in braces are slots."""

from __future__ import annotations

from typing import Final

from supervision_core.values.labels import Label

GRADES_BY_YEAR: Final = Label("Kết quả xếp loại qua các năm: {who}", "Grades over the years: {who}")
GRADES_PICTURE: Final = Label("Mức của từng năm", "The grade of each year")
GRADES_PICTURE_TOLD: Final = Label(
    "Mỗi hàng là một mức, mỗi cột là một năm; số trong ô cho biết đã đạt hay còn có thể đạt. {said}",
    "Each row is a grade, each column a year; the number in a field says whether it was obtained or may be. {said}",
)
HAS_GRADE: Final = Label("đạt mức này", "has this grade")
MAY_HAVE_GRADE: Final = Label("còn có thể đạt mức này", "may still have this grade")
NOT_THIS_GRADE: Final = Label("không phải mức này", "not this grade")
EACH_YEAR_RESULT: Final = Label("Từng năm", "Year by year")
OTHER_REGULATION_FROM: Final = Label(
    "Năm {years} được xét theo quy định khác với năm trước đó; các mức của hai quy định không so sánh trực tiếp được.",
    "{years} was judged by another regulation than the year before it; grades of two regulations are not compared.",
)
