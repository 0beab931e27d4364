"""The sentences of rotation for people, in Vietnamese and English: moves, alternatives, certificates, repairs, spans of years."""

import pytest

import supervision_core as sc
from supervision_core.rotation import Alternative, BarredGroup, Example, Explanation, Repair, RepairKind, Violation

NAMES = {"u": "Mặt trận", "s1": "Bà Một"}
COOLING, KIN, EXCLUDED = sc.BarReason.COOLING_OFF, sc.BarReason.KIN, sc.BarReason.EXCLUDED


def both(value, *names):
    return value.sentence("vi", *names), value.sentence("en", *names)


def violation(kind, subjects=("s1", "s2"), units=("u",), demand=2, supply=1, barred=()):
    example = Example(subjects=subjects, lead_units=units, demand=demand, supply=supply)
    return Violation(kind=kind, subjects=subjects, lead_units=units, demand=demand, supply=supply, barred=barred, example=example)


def closed(*reasons):
    return BarredGroup(lead_unit_id="v", reasons=reasons, subjects=["s1"])


class TestCertificates:
    def test_too_few_places(self):
        """How many, where they may go, how many those take, and how many are left over."""
        assert both(violation("too_few_places")) == (
            "2 đối tượng chỉ có thể giao cho 1 đầu mối (u), đầu mối này nhận tối đa 1: thiếu 1 chỗ.",
            "2 subjects may only go to 1 lead unit (u), which takes at most 1: 1 place is missing.",
        )

    def test_places_nowhere(self):
        """No lead unit at all is said in words; the grounds stand once each, in the order of the reasons."""
        groups = [closed(COOLING, KIN), closed(KIN), closed(EXCLUDED)]

        assert both(violation("too_few_places", ["s1"], [], 1, 0, groups), NAMES) == (
            ("1 đối tượng chỉ có thể giao cho 0 đầu mối (không đầu mối nào), các đầu mối này nhận tối đa 0: thiếu 1 chỗ "
            "(lý do: quan hệ thân thích, bị loại trừ trong kế hoạch, chưa hết thời gian giãn cách)."),
            ("1 subject may only go to 0 lead units (none), which take at most 0: 1 place is missing "
            "(because: kinship, excluded by the plan, still in the cooling-off period)."),
        )

    def test_minima_that_ask_for_too_much(self):
        """Which lead units, how many they must take, how many may go there; display names stand for ids."""
        assert both(violation("minimum_unreachable", ["s1"], ["u", "v"], 3, 1, [closed(KIN)]), NAMES) == (
            ("Các đầu mối Mặt trận, v phải nhận tối thiểu 3 đối tượng nhưng chỉ có 1 được phép giao: "
            "còn thiếu 2 đối tượng so với mức tối thiểu (lý do: quan hệ thân thích)."),
            "Lead units Mặt trận, v must take at least 3 subjects, but only 1 may go to them: 2 subjects are still missing for their minima (because: kinship).",
        )

    def test_eight_are_named_and_the_ninth_is_counted(self):
        """Of ten lead units two are only counted."""
        units = [f"u{number}" for number in range(10)]
        named = "u0, u1, u2, u3, u4, u5, u6, u7"

        assert f"({named})" in violation("too_few_places", units=units[:8]).sentence("en")
        assert f"({named} and 1 more)" in violation("too_few_places", units=units[:9]).sentence("en")
        assert f"({named} và 2 trường hợp khác)" in violation("too_few_places", units=units).sentence("vi")

    def test_a_certificate_says_all_its_violations(self):
        """One sentence each, with the display names."""
        found = sc.plan_year(
            sc.Roster(subjects=[sc.Subject(id="s1"), sc.Subject(id="s2")], lead_units=[sc.LeadUnit(id="u", max_load=0, min_load=0), sc.LeadUnit(id="v", min_load=3)]),
            year=2021,
        )

        assert found.sentence("en", {"v": "Women"}) == "Lead unit Women must take at least 3 subjects, but only 2 may go to it: 1 subject is still missing for its minimum."
        assert found.sentence("vi").startswith("Đầu mối v phải nhận tối thiểu 3 đối tượng")


class TestRepairs:
    @pytest.mark.parametrize(
        ("repair", "words"),
        [
            (
                Repair(kind=RepairKind.RAISE_MAXIMUM, against=["too_few_places"], lead_unit_id="u"),
                ("Cho Mặt trận nhận thêm một đối tượng.", "Let Mặt trận take one subject more."),
            ),
            (
                Repair(kind=RepairKind.LOWER_MINIMUM, against=["minimum_unreachable"], lead_unit_id="u"),
                ("Giảm mức tối thiểu của Mặt trận đi một.", "Lower the minimum of Mặt trận by one."),
            ),
            (
                Repair(kind=RepairKind.LIFT_BAR, against=["too_few_places", "minimum_unreachable"], lead_unit_id="u", subjects=["s1", "s2"], reasons=[EXCLUDED, COOLING]),
                (
                    "Cho phép Mặt trận giám sát một trong các đối tượng Bà Một, s2 (hiện không được phân công: bị loại trừ trong kế hoạch, chưa hết thời gian giãn cách).",
                    "Let Mặt trận supervise one of Bà Một, s2 (closed now: excluded by the plan, still in the cooling-off period).",
                ),
            ),
        ],
    )
    def test_each_says_what_to_change(self, repair, words):
        """With display names, and with ids where there are none."""
        assert both(repair, NAMES) == words
        assert both(repair) == tuple(one.replace("Mặt trận", "u").replace("Bà Một", "s1") for one in words)


class TestAlternatives:
    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ({"closed": (KIN, EXCLUDED)}, ("không được phân công (quan hệ thân thích; bị loại trừ trong kế hoạch)", "closed (kinship; excluded by the plan)")),
            ({"is_impossible": True}, ("không còn phương án cho các đối tượng khác", "leaves no plan for the others")),
            ({}, ("tốt ngang nhau; thứ tự quyết định", "equally good; the tie-break decides")),
            ({"level": "flagged", "cost": 1}, ("kém hơn 1 (phân công phải lưu ý; theo các lưu ý trong danh sách)", "worse by 1 (flagged pairs; by the roster's flags)")),
            ({"level": "repeats_12", "cost": -2}, ("tốt hơn 2 (giao lại cho đầu mối của 12 năm trước; theo thời gian giãn cách của nguyên tắc luân phiên)", "better by 2 (repeats of 12 years ago; by the policy's cooling-off)")),
            ({"level": "balance", "cost": 3}, ("số lượng kém cân đối hơn (theo tỷ trọng của các đầu mối)", "the loads are less even (by the lead units' shares)")),
            ({"level": "familiarity", "cost": 1}, ("giao lại nhiều hơn cho đầu mối đã từng giám sát (theo lịch sử phân công)", "more lead units that had the subject before (by the history)")),
            ({"level": "changes", "cost": 1}, ("kém hơn 1 (thay đổi so với phương án tham chiếu)", "worse by 1 (changes against the reference)")),
            ({"level": "balance", "cost": -3}, ("số lượng cân đối hơn (theo tỷ trọng của các đầu mối)", "the loads are more even (by the lead units' shares)")),
            (
                {"level": "repeats_1", "cost": 1, "years": (2025,), "is_own": True},
                ("kém hơn 1 (giao lại cho đầu mối của năm trước, 2025; theo thời gian giãn cách của nguyên tắc luân phiên)", "worse by 1 (repeats of last year, 2025; by the policy's cooling-off)"),
            ),
            (
                {"level": "cut_short", "cost": 1, "is_own": False},
                (
                    "kém hơn 1 (đổi đầu mối trước khi hết nhiệm kỳ; theo nhiệm kỳ của nguyên tắc luân phiên; của các đối tượng khác phải nhường chỗ)",
                    "worse by 1 (terms ended early; by the policy's terms; of others who would have to give way)",
                ),
            ),
            (
                {"closed": (COOLING, EXCLUDED), "years": (2023, 2025)},
                (
                    "không được phân công (chưa hết thời gian giãn cách, đã giám sát năm 2023, 2025; bị loại trừ trong kế hoạch)",
                    "closed (still in the cooling-off period, it had the subject in 2023, 2025; excluded by the plan)",
                ),
            ),
            ({"closed": (COOLING,)}, ("không được phân công (chưa hết thời gian giãn cách)", "closed (still in the cooling-off period)")),
            ({"level": "own_level", "cost": 1}, ("kém hơn 1 (own_level)", "worse by 1 (own_level)")),
        ],
    )
    def test_each_says_what_stands_against_it(self, given, words):
        """Closed, impossible, equally good, or worse on a level."""
        assert both(Alternative(lead_unit_id="v", **given)) == (f"v: {words[0]}", f"v: {words[1]}")

    def test_an_explanation_lists_them(self):
        """The subject, its lead unit, then the others."""
        found = Explanation(subject_id="s1", lead_unit_id="u", others=(Alternative(lead_unit_id="v"), Alternative(lead_unit_id="w", is_impossible=True)))

        assert both(found) == (
            "s1 → u. v: tốt ngang nhau; thứ tự quyết định; w: không còn phương án cho các đối tượng khác",
            "s1 → u. v: equally good; the tie-break decides; w: leaves no plan for the others",
        )


class TestYearsAhead:
    def test_how_long_a_cooling_off_can_hold(self):
        """With the lead units that stand in the way, in numbers, or because some subject has too few."""
        assert both(sc.rotation.CoolingOff(years=1, limiting=("u", "v"), demand=126, supply=104)) == (
            "Có thể duy trì lâu dài thời gian giãn cách 1 năm; 2 năm thì không, vì u, v: cần 126, chỉ có 104.",
            "A cooling-off of 1 year can hold for ever; 2 cannot, because of u, v: 126 asked for, 104 there.",
        )
        assert both(sc.rotation.CoolingOff(years=0, limiting=(), demand=0, supply=0)) == (
            "Có thể duy trì lâu dài thời gian giãn cách 0 năm; 1 năm thì không, vì có đối tượng không đủ đầu mối.",
            "A cooling-off of 0 years can hold for ever; 1 cannot, because some subject has too few lead units.",
        )

    def test_how_long_until_everyone_has_met_everyone(self):
        """With the lead units that ask for so many years; or that it can never be."""
        assert both(sc.rotation.Coverage(years=4, limiting=("u", "v"))) == (
            "Cần ít nhất 4 năm để mọi đối tượng đều được mọi đầu mối giám sát (u, v).",
            "It takes at least 4 years for every subject to meet every lead unit (u, v).",
        )
        assert both(sc.rotation.Coverage(years=None, limiting=("u", "v"))) == ("Không thể đạt được (u, v).", "No number of years is enough (u, v).")


class TestChanges:
    def test_a_move_says_why(self):
        """In a replan; where plans are only compared there is no reason."""
        assert both(sc.rotation.Move(subject_id="s1", before="u", after="v")) == ("s1: u → v", "s1: u → v")
        assert both(sc.rotation.Move(subject_id="s1", before="u", after="v", reason=sc.rotation.MoveReason.MAKES_ROOM)) == (
            "s1: u → v (nhường chỗ để các phân công khác phù hợp)",
            "s1: u → v (it gives way so that the others fit)",
        )

    def test_log_lines_name_no_subject(self):
        """Only years and numbers."""
        roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v", max_load=0)])
        plan = sc.plan_year(roster, year=2021)
        stuck = sc.plan_year(sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u", max_load=0)]), year=2021)

        assert repr(roster) == "<Roster: 1 subjects, 2 lead units>"
        assert repr(plan) == "<Plan of 2021: 1 subjects, 2 lead units>"
        assert repr(plan.proof) == "<Proof: 2 prices>"
        assert repr(stuck) == "<Infeasible 2021: 1 subjects without a place, minima 0 too high>"
        assert repr(sc.plan_horizon(roster, years=[2021])) == "<Horizon of 1 years: whole>"
        assert repr(sc.HorizonInfeasible(plans=[plan], infeasible=stuck)) == f"<HorizonInfeasible: 1 years planned, then {stuck!r}>"
        assert repr(sc.History.of({2020: {"s1": "u"}})) == "<History of 1 years>"
        assert repr(sc.rotation.Record(subject_id="s1", lead_unit_id="u", year=2020)) == "<Record of 2020: u>"


class TestChangesByName:
    PLAN = sc.plan_year(sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v")]), year=2026)

    def test_a_move_by_the_names_of_all(self):
        """Who, from where, to where and why; of several lead units that a reform left, all."""
        move = sc.rotation.Move(subject_id="s1", before="u", after="v", reason=sc.rotation.MoveReason.MAKES_ROOM)

        assert both(move, NAMES) == ("Bà Một: Mặt trận → v (nhường chỗ để các phân công khác phù hợp)", "Bà Một: Mặt trận → v (it gives way so that the others fit)")
        assert both(sc.rotation.Move(subject_id="s1", before=("v", "u"), after="w"), NAMES) == ("Bà Một: Mặt trận / v → w",) * 2

    def test_what_a_replan_only_renamed_and_who_got_nobody(self):
        """Each renaming by display names, with commas between; the lead units of no subject; numbers as they are written."""
        changed = sc.rotation.Replan(plan=self.PLAN, moved=[], renamed={"w": "e\u0302", "u": "x"}, bound=1234, changes=[])

        assert changed.idle == ("v",)
        assert dict(changed.renamed) == {"u": "x", "w": "ê"}
        assert both(changed, {**NAMES, "v": "Phụ nữ", "x": "Mặt trận mới"}) == (
            ("0 đối tượng đổi đầu mối (tối đa có thể phải đổi: 1.234), do 0 thay đổi. Chỉ đổi tên: Mặt trận → Mặt trận mới, w → ê. "
            "Chưa được giao đối tượng nào: Phụ nữ."),
            ("0 subjects get another lead unit (at most 1,234 could have had to), for 0 changes. Only renamed: Mặt trận → Mặt trận mới, w → ê. "
            "Nobody was given to: Phụ nữ."),
        )

    def test_who_does_not_lead_and_has_how_many(self):
        """By display name, with the article; one subject and several."""
        kinds = sc.rotation.LeadUnitKind
        one, two = (sc.rotation.LeadUnitWarning(lead_unit_id="u", kind=kind, subjects=subjects) for kind, subjects in ((kinds.COORDINATES, 1), (kinds.NOT_AGREED, 2)))
        vi, en = (one.citation.text(lang) for lang in ("vi", "en"))

        assert both(one, NAMES) == (
            f"Mặt trận chỉ phối hợp giám sát nhưng được phân công 1 đối tượng ({vi}).",
            f"Mặt trận only takes part in supervision, but was given 1 subject ({en}).",
        )
        assert both(two, NAMES) == (
            f"Mặt trận được phân công 2 đối tượng; cần thống nhất với Ủy ban Mặt trận Tổ quốc về việc chủ trì giám sát trước khi ban hành kế hoạch ({vi}).",
            f"Mặt trận was given 2 subjects; that it leads is to be agreed with the Front before the plan is issued ({en}).",
        )
