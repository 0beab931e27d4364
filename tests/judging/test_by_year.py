"""The grades of one official over the years: what each year came to, years without a result, and other regulations."""

import attrs
import pytest

import supervision_core as sc
from supervision_core.rendering import Grid, to_html, to_page, to_svg, to_text

WARD = sc.regulations.GOOD_PERFORMANCE_2014
MERIT = sc.regulations.ND335_CIVIL_SERVANT
DONE = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(sc.regulations.CIVIC_CODES, True)}
GOOD = sc.assess(WARD, sc.Facts.of(DONE))
FAIR = sc.assess(WARD, sc.Facts.of({**DONE, "civic.standing": False}))
OPEN = sc.assess(WARD, sc.Facts.of({**DONE, "civic.standing": None}))
OTHER = sc.assess(MERIT, sc.Facts.of({"points.general": 30}))


def by_year(assessments):
    """Of an invented official."""
    return sc.judging.GradesByYear(subject_id="o1", assessments=assessments)


class TestYears:
    """What it holds."""

    def test_years_stand_in_their_order(self):
        """However they are given, as a mapping or as pairs, and the year of another kind of whole number is a plain one."""

        class Years(int):
            """A kind of number."""

        given = {2026: OPEN, 2024: GOOD}

        assert by_year(given) == by_year([(2024, GOOD), (2026, OPEN)]) == by_year([(Years(2026), OPEN), (2024, GOOD)])
        assert [year for year, _ in by_year(given).assessments] == [2024, 2026]
        assert type(by_year({Years(2024): GOOD}).assessments[0][0]) is int

    def test_a_year_that_is_not_there_has_no_result(self):
        """It is a gap between the others, and nothing is said of it."""
        years = by_year({2024: GOOD, 2026: OPEN})

        assert (years.years, years.gaps) == (range(2024, 2027), (2025,))
        assert [years.assessment(year) for year in (2024, 2025, 2030)] == [GOOD, None, None]

    def test_the_year_from_which_another_regulation_judged(self):
        """Against the last year before that has a result."""
        assert by_year({2023: GOOD, 2024: FAIR, 2026: OTHER, 2027: GOOD}).turns == (2026, 2027)
        assert by_year({2023: GOOD, 2024: FAIR}).turns == ()

    def test_grades_of_all_regulations(self):
        """Each once, those of the latest regulation first, best first."""
        assert [grade.code for grade in by_year({2023: GOOD, 2024: FAIR}).grades] == ["good", "fair", "below_fair"]
        assert len(by_year({2023: GOOD, 2026: OTHER}).grades) == 7
        assert by_year({2023: GOOD, 2026: OTHER}).grades[0] == MERIT.grades[0]

    @pytest.mark.parametrize(
        ("given", "code"),
        [
            ({}, "empty"),
            ([(2024, GOOD), (2024, FAIR)], "duplicate_year"),
            ({1926: GOOD, 2026: GOOD}, "too_large"),
            ({0: GOOD}, "too_small"),
            ({10_000: GOOD}, "too_large"),
            ({True: GOOD}, "not_whole"),
            ({"2024": GOOD}, "not_whole"),
            ({2024: "good"}, "wrong_kind"),
            ([(2024,)], "wrong_kind"),
            ([2024], "wrong_kind"),
            (5, "not_a_collection"),
        ],
    )
    def test_what_is_refused(self, given, code):
        """No year at all, one twice, more than a century, no year, no assessment."""
        with pytest.raises(sc.InvalidInput) as caught:
            by_year(given)
        assert code in [fault.code for fault in caught.value.faults]

    def test_a_century_is_taken(self):
        """A hundred years from the first to the last are."""
        assert len(by_year({1927: GOOD, 2026: GOOD}).years) == 100

    def test_asking_for_something_that_is_no_year(self):
        """Is refused."""
        with pytest.raises(sc.InvalidInput):
            by_year({2024: GOOD}).assessment("2024")


class TestWords:
    """What people read."""

    def test_a_sentence_in_both_languages(self):
        """Each year with its grade, with what is possible, or with nothing."""
        years = by_year({2024: GOOD, 2026: OPEN})

        assert years.sentence("en", {"o1": "An"}) == "An: 2024: Good; 2025: no result; 2026: not settled (Good or Fair)."
        assert years.sentence("vi", {"o1": "An"}) == (
            "An: năm 2024: Hoàn thành tốt (theo tiêu chí của phường); năm 2025: không có kết quả; "
            "năm 2026: chưa xác định (Hoàn thành tốt (theo tiêu chí của phường) hoặc Hoàn thành khá)."
        )

    def test_the_picture_has_a_row_for_each_grade(self):
        """A year stands at the grade that it has, or at all that are possible; a year without a result nowhere."""
        [picture] = [one for one in to_page(by_year({2023: GOOD, 2024: FAIR, 2026: OPEN})).blocks if isinstance(one, Grid)]

        assert picture.columns == ("2023", "2024", "2025", "2026")
        assert [row.fields for row in picture.rows] == [(0, None, None, 1), (None, 0, None, 1), (None, None, None, None)]

    def test_a_grade_of_one_name_stands_in_one_row(self):
        """Where a regulation has a new version with the same grades, they are the same rows."""
        later = sc.assess(attrs.evolve(WARD, version=2), sc.Facts.of(DONE))
        [picture] = [one for one in to_page(by_year({2023: GOOD, 2024: later})).blocks if isinstance(one, Grid)]

        assert [row.fields for row in picture.rows] == [(0, 0), (None, None), (None, None)]

    def test_the_page(self):
        """Whose it is, from which year another regulation judged, and what is open by which regulation."""
        text = to_text(by_year({2023: GOOD, 2025: OTHER}), lang="en", names={"o1": "An"})

        assert text.startswith("Grades over the years: An")
        assert "2025 was judged by another regulation than the year before it" in text
        assert "no result" in text
        assert "Points" not in text
        assert "Quality of products" in text
        assert "another regulation" not in to_text(by_year({2023: GOOD}), lang="en")

    def test_empty_fields_are_heard(self):
        """An empty field says that it is not this grade, and nothing of lead units; the picture alone is told in words."""
        years = by_year({2023: GOOD, 2024: OPEN})

        assert "not this grade" in to_html(years, lang="en")
        assert "lead unit" not in to_html(years, lang="en")
        assert "o1: 2023: Good; 2024: not settled (Good or Fair)." in to_svg(years, lang="en")
