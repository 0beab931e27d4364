"""L1, L5 and L10: cut sources, who governs when, and the small lines that were wrong in the law of version 1.0.0."""

import re
from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core.evidence import TIME_LIMITS
from supervision_core.regulations import ENCODED, ND90_REGULATIONS, REGIMES, SHIPPED, in_force
from supervision_core.rendering import to_text

BY_CODE = {one.code: one for one in ENCODED if isinstance(one, sc.Regulation)}
VI = [
    label.vi
    for regulation in (one for one in ENCODED if isinstance(one, sc.Regulation))
    for label in (regulation.label, *(fact.label for fact in regulation.ladder.facts), *(grade.label for grade in regulation.grades))
]


def said(code):
    """What a fact is called in Vietnamese."""
    return sc.regulations.VOCABULARY[code].label.vi


class TestL1:
    @pytest.mark.parametrize(
        ("code", "fact"),
        [("nd335_2025_state_body", "body.other_conditions_met"), ("nd90_2020_cadre", "text.last_clause_met"), ("nd88_2017_public_employee", "text.excellent_article_met")],
    )
    def test_the_unread_end_of_a_cut_source_is_an_open_condition(self, code, fact):
        """L1: where a copy breaks off, its end is a question of its own; unanswered, the best grade it stands before is not certain."""
        regulation = BY_CODE[code]
        best = {
            one.code: (one.favourable is not False) if isinstance(one, sc.criteria.YesNo) else (one.high if one.higher_is_better is not False else one.low)
            for one in regulation.ladder.facts
        }
        best["criteria.performed_well" if "criteria.performed_well" in best else fact] = code != "nd90_2020_cadre"
        open_end = {one: value for one, value in best.items() if one != fact}
        result = sc.assess(regulation, sc.Facts.of({one: False if one == "year.maternity_leave" else value for one, value in open_end.items()}))

        assert result.grade is None
        assert fact in result.open_facts

    def test_complete_sources_have_no_open_end(self):
        """L1: Articles 4, 8 and 12 to 15 of Decree 90 and the whole of Decree 233 were read to their ends."""
        whole = [one for one in ENCODED if isinstance(one, sc.Regulation) and ("public_employee" in one.code or "service_unit" in one.code) and "nd88" not in one.code]

        assert whole
        assert not [fact.code for one in whole for fact in one.ladder.facts if fact.code.startswith("text.")]

    def test_below_what_was_read_nothing_is_made_up(self):
        """L1: a state body with 40 points is not encoded further; that is said, and is no grade."""
        facts = {"body.points": 40, "body.all_done": True, "body.late_share": 0, "body.all_with_quality": True, "body.other_conditions_met": True}
        grade = sc.assess(BY_CODE["nd335_2025_state_body"], sc.Facts.of(facts)).grade

        assert (grade.code, grade.rank, grade.label.vi) == ("not_encoded", None, "Chưa xếp loại được: chưa có toàn văn điều khoản")

    def test_where_no_rule_speaks_it_does_not_sound_like_a_mistake(self):
        """L1, L10: a hole of the rule is said as one: there is no rule for this case yet."""
        assert sc.criteria.NO_RULE.label.vi == "Chưa có quy định về trường hợp này"


#: By category: the first day of each change from 2009 to 2027, and what governs from then on (section by section of the law).
CHANGES = {
    "civil_servant": [
        (date(2010, 1, 1), "22/2008/QH12"), (date(2015, 8, 1), "56/2015/NĐ-CP"), (date(2020, 8, 20), "nd90_2020_civil_servant"),
        (date(2023, 9, 15), "nd90_2020_48_2023_civil_servant"), (date(2025, 7, 1), "nd90_2020_80_2025_civil_servant"),
        (date(2026, 1, 1), "nd335_2025_civil_servant"),
    ],
    "cadre": [
        (date(2010, 1, 1), "22/2008/QH12"), (date(2015, 8, 1), "56/2015/NĐ-CP"), (date(2020, 8, 20), "nd90_2020_cadre"),
        (date(2023, 9, 15), "nd90_2020_48_2023_cadre"), (date(2025, 7, 1), "nd90_2020_80_2025_cadre"), (date(2026, 7, 1), "366-QĐ/TW"),
    ],
    "public_employee": [
        (date(2012, 1, 1), "58/2010/QH12"), (date(2015, 8, 1), "56/2015/NĐ-CP"), (date(2017, 9, 15), "nd88_2017_public_employee"),
        (date(2020, 8, 20), "nd90_2020_public_employee"), (date(2023, 9, 15), "nd90_2020_48_2023_public_employee"),
        (date(2026, 7, 1), "nd233_2026_public_employee nd90_2020_48_2023_public_employee"), (date(2027, 1, 1), "nd233_2026_public_employee"),
    ],
    "public_service_unit": [(date(2026, 7, 1), "nd233_2026_public_service_unit")],
    "state_body": [(date(2026, 1, 1), "nd335_2025_state_body")],
}  # fmt: skip


class TestL5:
    @pytest.mark.parametrize("category", sorted(CHANGES))
    def test_every_day_from_2009_to_2027(self, category):
        """L5: on each day what the law of that day says, each change on its own day and on no other."""
        changes, wanted = dict(CHANGES[category]), ""
        for ordinal in range(date(2009, 1, 1).toordinal(), date(2028, 1, 1).toordinal()):
            day = date.fromordinal(ordinal)
            wanted = changes.get(day, wanted)
            answer = in_force(category, on=day)
            if isinstance(answer, sc.regulations.NoRegulation):
                found = ""
            elif isinstance(answer, sc.regulations.NotEncoded):
                found = wanted if wanted and wanted in answer.instrument.vi else answer.instrument.vi
            elif isinstance(answer, sc.regulations.DependsOnUnit):
                found = " ".join(one.code for one in answer.choices)
            else:
                found = answer.code
            assert found == wanted, day


class TestL10:
    def test_titles_and_days_of_the_decrees(self):
        """L10: Decree 335 names state administrative bodies, Decree 233 is of 26/06/2026 and names units and public employees."""
        decrees = {one.citation.instrument.number: one.citation.instrument for one in SHIPPED if one.citation is not None}

        assert decrees["335/2025/NĐ-CP"].title.vi == "Quy định về đánh giá, xếp loại chất lượng đối với cơ quan hành chính nhà nước và công chức"
        assert decrees["233/2026/NĐ-CP"].title.vi == "Quy định về đánh giá, xếp loại chất lượng đối với đơn vị sự nghiệp công lập và viên chức"
        assert decrees["233/2026/NĐ-CP"].issued == date(2026, 6, 26)

    def test_words_of_heads(self):
        """L10: 20.4.b and 12.4.b ask for a conclusion by a competent level, 20.4.d names embezzlement, 12.1.b high effect."""
        assert said("conduct.degradation").startswith("Bị cấp có thẩm quyền kết luận")
        assert said("leading.body_corruption").count("tham ô") == said("unit.corruption_handled").count("tham ô") == 1
        assert "hiệu quả cao" in said("tasks.all_high_quality")

    def test_not_rated_stands_in_the_regimes(self):
        """L10: Decree 233, Article 14.1: under six months is not rated, and records may say so."""
        [regime] = [one for one in REGIMES if "233" in one.code]

        assert "NOT_RATED" in {grade.code for grade in regime.grades}

    def test_no_number_for_the_article_on_time(self):
        """L10: two sources number the article on the time of rating differently, so nothing cites it."""
        assert "335/2025/NĐ-CP, Article 21" not in (sc.judging.who_rates.__doc__ or "")

    def test_the_joint_resolution_is_in_force_on_signing(self):
        """L10: 15/06/2017, and its 15, 7 and 15 days are counted from then."""
        of_403 = [one for one in TIME_LIMITS.values() if one.citation.instrument.number.startswith("403/2017")]

        assert {(one.days, one.is_before, one.in_force_from) for one in of_403} == {
            (15, True, date(2017, 6, 15)), (7, True, date(2017, 6, 15)), (15, False, date(2017, 6, 15)),
        }  # fmt: skip

    def test_informants_are_protected_too(self):
        """L10: Law 10/2022, Article 9.2 forbids to reveal who gave information on a violation, denouncer or not."""
        cited = {(one.instrument.number, one.article) for one in sc.programme.disclosure_of("Feedback").citations}

        assert {("10/2022/QH15", "9.2"), ("25/2018/QH14", "47"), ("25/2018/QH14", "56")} <= cited

    def test_points_are_lost_for_major_errors_alone(self):
        """L10: Decree 335, Article 14.b: a quarter of a product's quality for each major error of content, nothing below zero."""
        quality = [sc.judging.task_results([sc.judging.Product(done=True, failed_checks=count)]).quality for count in (0, 1, 4, 5)]

        assert quality == [100, 75, 0, 0]

    @pytest.mark.parametrize(
        "word",
        ["mã hóa", "chưa đọc được", "bị cắt", "bị cản", "chứng cứ", "nề nếp", "biên nhận", "biên lai", "phủ định", "được che", "không quy định nào khớp"],
    )
    def test_words_that_are_not_of_the_trade(self, word):
        """L10: labels of regulations, facts and grades, and the words of reports, use none of the words that read wrong."""
        words = [value.vi for value in vars(sc.rendering.words).values() if isinstance(value, sc.Label)] if hasattr(sc.rendering, "words") else []

        assert [one for one in (*VI, *words) if word in one.lower()] == []

    def test_the_forms_have_their_names(self):
        """L10: the self-review is the "Bản tự kiểm điểm" (Regulation 366-QĐ/TW, Article 7)."""
        assert sc.evidence.CHANNELS["self_report"].label.vi == "Bản tự kiểm điểm"

    def test_a_certificate_says_what_is_missing(self):
        """L10: a minimum that cannot be met is said as what is missing for it, never as something left over."""
        units = [sc.LeadUnit(id="front", min_load=3), sc.LeadUnit(id="women")]
        outcome = sc.plan_year(sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=units), year=2026)

        assert "còn thiếu 2 đối tượng so với mức tối thiểu" in " ".join(to_text(outcome, lang="vi").split()).lower()

    def test_every_text_of_decree_90_has_its_own_code(self):
        """L10, L6: as issued, as amended in 2023, and for grades of officials given from 1 July 2025."""
        assert len({one.code for one in ND90_REGULATIONS}) == len(ND90_REGULATIONS) == 13
        assert attrs.asdict(ND90_REGULATIONS[0], recurse=False)["code"].startswith("nd90_2020")


class TestWords:
    def test_categories_have_names_in_both_languages(self):
        """A ward reads who is meant and never a code; a name that is given stands first, and an unknown code goes by itself."""
        day = date(2026, 12, 1)
        for category in {one.category for one in ENCODED}:
            for lang in ("vi", "en"):
                for answer in (in_force(category, on=day), in_force(category, on=date(2009, 6, 1))):
                    if isinstance(answer, sc.regulations.NoRegulation | sc.regulations.NotEncoded | sc.regulations.DependsOnUnit):
                        assert not re.search(rf"\b{category}\b", to_text(answer, lang=lang))
        assert "đối với “viên chức” tùy" in " ".join(to_text(in_force("public_employee", on=day), lang="vi").split())
        assert "Đối tượng áp dụng: cán bộ" in to_text(in_force("cadre", on=day), lang="vi")
        assert "Đối tượng áp dụng: cán bộ xã" in to_text(in_force("cadre", on=day), lang="vi", names={"cadre": "cán bộ xã"})
        own = attrs.evolve(in_force("cadre", on=day), category="teacher")
        assert "Đối tượng áp dụng: teacher" in to_text(own, lang="vi")
