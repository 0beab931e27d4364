"""Pages of many people, of a country, and of what changed, part by part: every figure here can be worked out by hand."""

import re
from datetime import date
from fractions import Fraction

import pytest

import supervision_core as sc
from rendering.seen import CITED, NAMES, RULE, seen
from supervision_core.judging import Profile, Quota, QuotaBase
from supervision_core.rotation import AreaWarning, compare_policies, report_loads

ROSTER = sc.Roster(subjects=[sc.Subject(id=one) for one in ("o1", "o2", "o3")], lead_units=[sc.LeadUnit(id="front", share=2), sc.LeadUnit(id="women")])
OTHERS = sc.Roster(subjects=[sc.Subject(id=one) for one in ("o1", "o2", "o4")], lead_units=[sc.LeadUnit(id="front", share=2), sc.LeadUnit(id="youth")])


def shows(value, lang, *expected, **more):
    """Whether the page of a value shows this and nothing else, in this order."""
    assert seen(value, lang, **{"names": NAMES[lang], **more}) == list(expected)


def judged(**answers):
    """What a trial rule makes of a case."""
    return sc.assess(RULE, sc.Facts.of(answers))


class TestManyPeople:
    """Populations, caps, profiles, two regulations, ways to a grade."""

    PEOPLE = (("o1", {"a": True, "b": True}), ("o2", {"a": True}), ("o3", {"a": False}))

    def test_everybody(self):
        """The rule, how many have which grade, and each person with the mark of the grade and what is worth asking, by its name."""
        shows(
            [(who, judged(**answers)) for who, answers in self.PEOPLE], "vi",
            "# Kết quả đánh giá của nhiều người", "Quy định: Quy định thử", f"Văn bản: {CITED['vi']}", "Hiệu lực: từ ngày 28/02/2014", "Phiên bản số hóa: 1", "Số người theo từng mức",
            "Tốt: 1; Kém: 1; Chưa xác định mức: 1.", "Tốt ▌1 (1)", "Kém ▌1 (1)", "Chưa xác định mức ▌1 (1)", "[Số người theo từng mức]", "Mức | Số người được đánh giá>", "Tốt | 1",
            "Kém | 1", "Chưa xác định mức | 1", "## Từng người", "Cá nhân | Kết quả | Nội dung cần làm rõ", "Người một | ✓ Tốt |", "Người hai | ? Tốt hoặc Kém | Việc b", "o3 | ✗ Kém |",
        )  # fmt: skip

    def test_a_table_judged(self):
        """How many were judged and how many rows are faulty; what is missed and what is worth asking most; the faulty rows by number."""
        found = sc.assess_columns(RULE, {"a": [True, False, True, 5], "b": [True, None, None, True]}, ids=["o1", "o2", "o3", "o4"])
        lines = seen(found, "en", names=NAMES["en"])

        assert lines[:3] == ["# Assessments of many people", "People assessed: 3", "Faulty rows: 1"]
        assert lines[7:13] == ["People by grade", "Good: 1; Bad: 1; Not determined yet: 1.", "Good ▌1 (1)", "Bad ▌1 (1)", "Not determined yet ▌1 (1)", "[People by grade]"]
        missed, ask, faulty = (lines.index(f"## {head}") for head in ("Facts that fail or are unknown", "Facts worth asking for", "Faulty rows"))
        assert missed < ask < faulty
        assert lines[missed + 1 : ask] == ["Item | People assessed>", "Matter a | 1"]
        assert lines[ask + 1 : faulty] == ["Item | People assessed>", "Matter b | 1"]
        assert lines[faulty + 1] == "Row> | Person | Fault | Place | Found | Expected"
        assert lines[faulty + 2 :] == ["4 | o4 | a value of the wrong kind | columns['a'] | 5 | True, False or nothing"]

    def test_a_cap(self):
        """Who keeps the grade, who is left to a person with how many places, and who is not determined."""
        quota = Quota(grade="good", falls_to="bad", share=Fraction(1, 2), base=QuotaBase.ALL)
        rows = [("o1", "x", judged(a=True, b=True)), ("o2", "x", judged(a=True, b=True)), ("o3", "x", judged(a=False)), ("o4", "y", judged(a=True))]
        shows(
            sc.apply_quota(rows, quota), "en",
            "# Grades after the cap", "## Result", "Person | Group | As judged | After the cap | Reason", "First | x | Good | ? to be decided | Left to somebody competent",
            "Second | x | Good | ? to be decided | Left to somebody competent", "o3 | x | Bad | Bad | The cap does not concern this grade", "## To be settled by somebody competent",
            "Group | Person | May keep the grade> | Reason", "x | First, Second | 1 | A tie at the cut, or no points to go by", "## Not determined yet", "= o4",
        )  # fmt: skip

    PROFILE = Profile(
        people=5, grades=sc.values.IdMap({"good": 3}), undetermined=2, failing=sc.values.IdMap({"a": 1}), unknown=sc.values.IdMap({"b": 2, "a": 1}),
    )  # fmt: skip

    def test_a_unit_and_units_side_by_side(self):
        """All grades of the rule, those that nobody has too; what fails most comes first."""
        shows(
            self.PROFILE, "en", "# Profile of a unit", "People assessed: 5", "Good: 3", "Bad: 0", "Not determined yet: 2", "## Facts that fail or are unknown",
            "Item | Speaks against> | Unknown of>", "Matter a | 1 | 1", "Matter b | 0 | 2", regulation=RULE,
        )  # fmt: skip
        shows(
            sc.values.IdMap({"women": self.PROFILE, "u2": Profile(people=0, grades=sc.values.IdMap(), undetermined=0, failing=sc.values.IdMap(), unknown=sc.values.IdMap())}), "vi",
            "# Tổng hợp kết quả theo đơn vị", "Đơn vị | Số người được đánh giá> | Tốt> | Kém> | Chưa xác định mức>", "u2 | 0 | 0 | 0 | 0", "Hội Phụ nữ | 5 | 3 | 0 | 2",
            "## Hội Phụ nữ: nội dung chưa đạt hoặc chưa rõ", "Nội dung | Số người chưa đạt> | Số người chưa rõ>", "Việc a | 1 | 1", "Việc b | 0 | 2", regulation=RULE,
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("front", "statutory", "sign", "reaches"),
        [({"a": True, "b": True}, {"a": False}, "!", ("✓ met", "✗ not met")), ({"a": False}, {"a": False}, "•", ("✗ not met", "✗ not met")),
         ({"a": True}, {"a": False}, "?", ("? unknown", "✗ not met"))],
    )  # fmt: skip
    def test_two_regulations(self, front, statutory, sign, reaches):
        """Each by itself; that they differ is flagged, that they do not is noted, and what is open is open."""
        lines = seen(sc.judging.lay_side_by_side(judged(**front), judged(**statutory), statutory_grade="good"), "en")

        assert lines[0] == "# Two assessments side by side"
        assert lines[1].startswith(f"[{sign}] ")
        assert lines[3] == "Regulation | Result | Reaches the grade named"
        assert [line.split(" | ")[::2] for line in lines[4:6]] == [
            ["By the Front's supervision: A trial rule", reaches[0]], ["By the statutory grading: A trial rule", reaches[1]],
        ]  # fmt: skip
        assert lines[6] == "## Lines that are not met, or unknown"
        assert "✗ Matter a (not met)" in lines[7:]

    def test_ways_to_a_grade(self):
        """Each way with its changes; that there is none names what was to stay."""
        shows(sc.remedies(RULE, sc.Facts.of({"a": False, "b": True}), target="good"), "vi", "# Nội dung cần thay đổi", "[•] Số cách với ít thay đổi nhất: 1", "Cách 1: đạt mức Tốt",
              "  Việc a: không → có")  # fmt: skip
        shows(sc.remedies(RULE, sc.Facts.of({"a": False, "b": True}), target="good", fixed=["a"]), "en", "# What would have to change", "[✗] The grade Good cannot be reached",
              "  Facts that stay as they are: a" )  # fmt: skip


class TestCountry:
    """Policies side by side, loads of many plans, areas."""

    def test_policies_side_by_side(self):
        """A sentence each; the choices and what they come to; two pictures; and the years of each."""
        policies = {"one": sc.RotationPolicy(), "strict": sc.RotationPolicy(repeats=sc.Repeats.FORBID)}
        told = "a plan in each of 2 years; 0 times back to a lead unit of the last years, 3 changes of lead unit, 0 terms cut short; 6 of 6 pairs have met."
        heads = "Back to a lead unit of the last years> | Changes of lead unit> | Terms ended early> | Pairs that have met> | Front> | Women>"
        shows(
            compare_policies(ROSTER, sc.History(), policies, [2026, 2027]), "en",
            "# Policies compared from 2026 to 2027", f"[•] one: {told}", f"[•] strict: {told}", "The choices", "Choice | one | strict", "Cooling-off (years) | 1 | 1", "Term (years) | 1 | 1",
            "Repeats | as few as can be | forbidden", "Years with a plan | 2 | 2", "First year without a plan | none | none", "Repeats of last year | 0 | 0", "Changes of lead unit | 3 | 3",
            "Terms ended early | 0 | 0", "Flagged assignments | 0 | 0", "Pairs that have met | 6/6 | 6/6", "Furthest from a share (subjects, all years) | −1 (Front) | −1 (Front)",
            "## Pairs that have met", "one: 6 of 6; strict: 6 of 6.", "one ▌6 / 6 (6)", "strict ▌6 / 6 (6)", "upright line: all pairs that may meet", "[Pairs that have met]", "Choice | Count>",
            "one | 6", "strict | 6", "## Back to a lead unit of the last years", "one: 0; strict: 0.", "one ▌0 (0)", "strict ▌0 (0)", "[Back to a lead unit of the last years]",
            "Choice | Count>", "one | 0", "strict | 0", "## Year by year: one", f"Year | {heads}", "2026 | 0 | 0 | 0 | 3/6 | 2 | 1", "2027 | 0 | 3 | 0 | 6/6 | 1 | 2",
            "## Year by year: strict", f"Year | {heads}", "2026 | 0 | 0 | 0 | 3/6 | 2 | 1", "2027 | 0 | 3 | 0 | 6/6 | 1 | 2",
        )  # fmt: skip

    def test_a_policy_that_ends(self):
        """The first year without a plan is named, and a year that has none has no row."""
        alone = sc.Roster(subjects=[sc.Subject(id="o1")], lead_units=[sc.LeadUnit(id="front")])
        lines = seen(compare_policies(alone, sc.History(), {"strict": sc.RotationPolicy(repeats=sc.Repeats.FORBID), "free": sc.RotationPolicy()}, [2026, 2027]), "vi", names=NAMES["vi"])

        assert "Năm đầu tiên không lập được phương án | không có | 2027" in lines
        assert "Số năm có phương án | 2 | 1" in lines
        assert "Việc lặp lại | hạn chế tối đa | không cho phép" in lines
        assert lines[lines.index("## Từng năm: strict") + 2 :] == ["2026 | 0 | 0 | 0 | 1/1 | 1"]

    def test_loads_of_many_rosters(self):
        """Thirteen subjects by shares of two to one: the exact share of the first is 26/3, and it has nine."""
        wards = {
            key: sc.Roster(subjects=[sc.Subject(id=f"{key} {number}") for number in range(size)], lead_units=ROSTER.lead_units) for key, size in {"w1": 4, "w2": 5, "w3": 4}.items()
        }
        report = report_loads(wards, sc.plan_each(wards, year=2026))
        lines = seen(report, "en", names=NAMES["en"])

        assert lines[0] == "# Loads of all plans against the shares"
        assert lines[1] == "[•] 3 plans, 13 subjects: against the shares Women has ≈ −7.69%, Front ≈ +3.85%"
        assert [line for line in lines[2:] if not line.startswith("Each roster can")] == [
            "[Loads of all plans against the shares]", "Front: 9, by its share ≈ 8.67; Women: 4, by its share ≈ 4.33.", "Front ▌9 / 26/3 (9)", "Women ▌4 / 13/3 (4)",
            "upright line: the load by share", "[Loads of all plans against the shares]",
            "Lead unit | Subjects> | By share> | Difference> | Against the share> | Rounded up in> | Rounded down in> | Exact in> | Beyond rounding in> | Difference by rounding>",
            "Front | 9 | ≈ 8.67 | ≈ +0.33 | ≈ +3.85% | 2 | 1 | 0 | 0 | ≈ +0.33", "Women | 4 | ≈ 4.33 | ≈ −0.33 | ≈ −7.69% | 1 | 2 | 0 | 0 | ≈ −0.33", "## Why there are differences",
            "## Differences by size of roster", "Subjects in each> | Plans> | Front> | Women>", "4 | 2 | ≈ +0.67 | ≈ −0.67", "5 | 1 | ≈ −0.33 | ≈ +0.33",
        ]  # fmt: skip
        assert any("Rosters of one size with the same shares are rounded alike" in line for line in lines)

    def test_rosters_without_a_plan(self):
        """They are listed with their year, and not counted; with none other there is nothing to draw."""
        bad = {"w9": sc.Roster(subjects=[sc.Subject(id="s")], lead_units=[sc.LeadUnit(id="front", max_load=0)])}
        lines = seen(report_loads(bad, sc.plan_each(bad, year=2026)), "vi", names=NAMES["vi"])

        assert lines[-3:] == ["## Danh sách không có phương án (không tính ở trên)", "Danh sách | Năm>", "w9 | 2026"]
        assert len(lines) == 5

    def test_areas(self):
        """By area and then by the order of the lead units; where the area has no plan of its own, that is said."""
        warnings = [
            AreaWarning(area="z", lead_unit_id="women", load=3, alone=None, aim=Fraction(5, 2)), AreaWarning(area="a", lead_unit_id="front", load=3, alone=4, aim=Fraction(7, 2)),
            AreaWarning(area="a", lead_unit_id="women", load=1, alone=2, aim=Fraction(1)),
        ]  # fmt: skip
        lines = seen(warnings, "en", names=NAMES["en"], order=["women", "front"])

        assert lines[0] == "# Where areas alone would be planned otherwise"
        assert lines[1].startswith("[!] The shares are those of all areas together")
        assert lines[3:] == [
            "Area | Lead unit | In the plan for all> | In the area's own plan> | By share>", "a | Women | 1 | 2 | 1", "a | Front | 3 | 4 | 3.5", "z | Women | 3 | no plan | 2.5",
        ]  # fmt: skip


class TestChanges:
    """What changed within a year, two plans compared, what cannot be, and plans from elsewhere."""

    def test_a_changed_plan(self):
        """Who moved, what had changed, and the new plan under its own title."""
        lines = seen(sc.replan(sc.plan_year(ROSTER, year=2026), OTHERS), "en", names=NAMES["en"])

        assert lines[:6] == [
            "# Changed plan of 2026", "[•] 0 subjects get another lead unit (at most 2 could have had to), for 2 changes.", "## What had changed", "Change | Subject | Lead unit",
            "a subject joined | o4 | –", "a subject left | o3 | Women",
        ]  # fmt: skip
        assert lines[6:8] == ["## Supervision assignments of 2026", "[✓] Every subject has exactly one lead unit; the plan carries the proof that it is optimal on every level."]
        assert "Objective: a change within the year, as little as can be" in lines
        assert "Front: 2; youth: 1." in lines

    def test_two_plans(self):
        """Who joined and who left, and the loads with their signs."""
        before, after = sc.plan_year(ROSTER, year=2026), sc.plan_year(OTHERS, year=2026)
        shows(sc.diff(before, after), "en", "# Two plans compared", "[•] Other lead unit: 0; joined: 1; left: 1.", "## Joined", "= o4", "## Left", "= o3", "## Changes of the loads",
              "Lead unit | Difference>", "Women | −1", "youth | +1")  # fmt: skip
        shows(sc.diff(before, before), "vi", "# So sánh hai phương án", "[•] Hai phương án không khác nhau.")

    def test_what_cannot_be(self):
        """Two subjects and one place: what is asked for and what there is as a picture, who is counted, and what would help."""
        none = sc.Roster(subjects=[sc.Subject(id="o1"), sc.Subject(id="o2")], lead_units=[sc.LeadUnit(id="front", max_load=1)])
        shows(
            sc.plan_year(none, year=2026), "en",
            "# There is no plan for 2026", "[✗] Subjects without a place: 1.", "## Independent reason 1",
            "2 subjects may only go to 1 lead unit (Front), which takes at most 1: 1 place is missing.", "What is asked for and what there is", "Asked for 2, there is 1, missing 1.",
            "Asked for ▌2 (2)", "There is ▌1 (1)", "[What is asked for and what there is]", "Quantity | Count>", "Asked for | 2", "There is | 1", "Missing | 1", "Lead units counted: Front",
            "### Subjects counted (2)", "= First", "= Second", "The smallest part that still fails: First, Second with Front; asked for 2, there is 1.", "## Single changes that help",
            "Each lowers what is missing by exactly one; ask again after each.", "1. Let Front take one subject more.",
        )  # fmt: skip

    def test_a_plan_from_elsewhere(self):
        """Level by level against an optimal one; of a sum of squares only whether it is as small as it can be."""
        best = sc.plan_year(ROSTER, year=2026)
        lines = seen(sc.audit_plan(best.assignments, ROSTER, year=2026), "en", names=NAMES["en"])
        worse = seen(sc.audit_plan(dict.fromkeys(best.assignments, "women"), ROSTER, year=2026), "vi", names=NAMES["vi"])

        assert lines[:4] == ["# Audit of the plan of 2026", "[✓] Nothing is wrong, and the plan is optimal.", "## Against an optimal plan", "Level, the most important first | This plan | An optimal plan"]
        assert "balance of the loads against the shares | as in an optimal plan | as good as can be" in lines
        assert "repeats of last year | none | none" in lines
        assert worse[1] == "[!] Không có sai sót, nhưng có phương án tốt hơn."
        assert any(line.endswith("| kém hơn phương án tối ưu | tốt nhất có thể") for line in worse)

    def test_why_this_lead_unit(self):
        """Closed and impossible ones are marked as bad, all others are noted; then the rules that were followed."""
        others = (
            sc.rotation.Alternative(lead_unit_id="women", closed=(sc.BarReason.KIN,)), sc.rotation.Alternative(lead_unit_id="b", is_impossible=True),
            sc.rotation.Alternative(lead_unit_id="c"),
        )  # fmt: skip
        shows(
            sc.rotation.Explanation(subject_id="o1", lead_unit_id="front", others=others, policy=sc.RotationPolicy()), "en",
            "# Why Front supervises First", "The other lead units", "Other lead unit | Reason", "b | ✗ leaves no plan for the others", "c | • equally good; the tie-break decides",
            "Women | ✗ closed (kinship)", "## Rotation policy", "Cooling-off (years): 1", "Repeats: as few as can be", "Objective: the plan of a year",
            "Between equal plans: by the order of ids",
        )  # fmt: skip


class TestEvidence:
    """What counted, what to do, what is proposed."""

    def test_a_weighing(self):
        """By which policy; the facts; what counted and what came second; and what was refused, with why."""
        facts = sc.Facts([sc.Fact(code="civic.standing", value=True, sources=["m-1"])])
        said = (
            sc.evidence.Statement(code="civic.standing", answer=True, channel="front_working_committee", ids=("m-1",)),
            sc.evidence.Statement(code="civic.standing", answer=False, channel="camera", ids=("m-2", "m-3"), is_overruled=True),
        )
        refused = (sc.evidence.Refusal(id="m-4", code=None, reason=sc.evidence.RefusalReason.SAYS_NOTHING),)
        standing = sc.regulations.VOCABULARY["civic.standing"].label.en
        shows(
            sc.evidence.Weighing(policy="p", facts=facts, said=said, refused=refused), "en",
            "# How the evidence was weighed", "Weighing policy: p", "## What each fact rests on", "Item | Value | State | Sources", f"{standing} | yes | found | m-1",
            "## Evidence that counted", "Item | What it says | Channel | Evidence | State", f"{standing} | yes | Front Working Committee | m-1 | it counts",
            f"{standing} | no | Camera at the one-stop desk | m-2, m-3 | ✗ overruled by a channel that comes first", "## Evidence that did not count", "Evidence | Item | Reason",
            "m-4 | – | makes no claim about a fact",
        )  # fmt: skip

    def test_what_to_do_with_feedback(self):
        """What is to be done, where that stands, and within which time; what the law of a day lays down and was not read is open."""
        letter = sc.Feedback(id="fb-1", subject_id="o1", channel="suggestion_box", kind=sc.evidence.FeedbackKind.COMPLAINT, received_on=date(2020, 5, 6), is_checkable=True)
        found = sc.evidence.handling(letter, on=date(2020, 5, 7))
        lines = seen(found, "vi")
        limits = [sc.evidence.TIME_LIMITS[code] for code in found.time_limits]

        assert lines[0] == "# Xử lý ý kiến phản ánh"
        assert re.fullmatch(r"\[•\] [A-ZĐ].*\.", lines[1])
        assert lines[2] == f"Căn cứ: {found.citation.text('vi')}"
        assert (lines[3] == "## Thời hạn") == bool(limits)
        assert lines[4:] == [seen(limit, "vi")[1].removeprefix("[•] ") for limit in limits]

    def test_a_time_limit_of_ones_own_is_left_out(self):
        """A place may have one that the library does not know, and nothing is said of it."""
        found = sc.evidence.Handling(action=sc.evidence.HandlingAction.GUIDE, time_limits=("of its own",), citation=None)
        assert len(seen(found, "en")) == 2

    def test_proposals(self):
        """For whom, a person or a unit, what and why; whoever decides is told so first."""
        about = sc.Label("Trễ", "Late")
        lapses = [
            sc.judging.Lapse(id="sp-1", person_id="o1", found_on=date(2014, 3, 4), sources=["fb-1"], about=about),
            sc.judging.Lapse(id="sp-3", unit_id="desk", found_on=date(2014, 3, 4), sources=["fb-3"], about=about),
        ]
        lines = seen(sc.escalate(lapses, sc.judging.EscalationPolicy(window=sc.Period.of_year(2014))), "en", names=NAMES["en"])

        assert lines[:2] == ["# Proposed measures", "[•] These are proposals; somebody competent decides."]
        assert sorted(line for line in lines if line.startswith("## ")) == ["## First (person)", "## desk (unit)"]
        assert "Lapses that count: sp-1" in lines
        assert "Sources: fb-1" in lines
