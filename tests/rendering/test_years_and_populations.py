"""Reports of years that are over or planned, of rosters, populations and receipts; words and figures that a board reads."""

import ast
import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import attrs
import pytest

import supervision_core as sc
from supervision_core import rendering
from supervision_core.rendering import Bars, Grid, Mark, Notice, Table, Timeline, to_html, to_page, to_svg, to_text
from supervision_core.rendering.writers.svg import draw_timeline
from supervision_core.serialization import receipt
from supervision_core.values.wording import wording

WARD = sc.regulations.GOOD_PERFORMANCE_2014
DONE = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(sc.regulations.CIVIC_CODES, True)}
UNITS = ("front", "women", "youth")
NAMES = {"front": "Mặt trận", "women": "Hội Phụ nữ", "youth": "Đoàn Thanh niên"}


def roster(count=7, **more):
    """Three lead units of equal shares."""
    return sc.Roster(subjects=[sc.Subject(id=f"s{number}") for number in range(count)], lead_units=[sc.LeadUnit(id=unit) for unit in UNITS], **more)


def tables(page):
    """The tables of a page by their captions."""
    return {block.caption: block for block in page.blocks if isinstance(block, Table)}


class TestHistories:
    """Years that are over."""

    def test_who_had_whom_and_who_met_whom(self):
        """A grid of years by protocol, several lead units of one year joined, and the years in which each two met."""
        records = [
            {"subject_id": "s1", "lead_unit_id": "front", "year": 2020},
            {"subject_id": "s1", "lead_unit_id": "women", "year": 2020},
            {"subject_id": "s1", "lead_unit_id": "women", "year": 2021},
            {"subject_id": "s2", "lead_unit_id": "youth", "year": 2021},
        ]
        page = to_page(sc.History.of_records(records), names=NAMES, order=["youth", "women"])
        [grid] = [block for block in page.blocks if isinstance(block, Grid)]
        met = tables(page)["Năm mỗi đơn vị đã giám sát từng đối tượng"]

        assert page.title == "Phân công giám sát các năm 2020–2021"
        assert grid.legend == ("Đoàn Thanh niên", "Hội Phụ nữ", "Mặt trận + Hội Phụ nữ")
        assert [(row.fields, row.flags) for row in grid.rows] == [((2, 1), (False, True)), ((None, 0), (False, False))]
        assert [[cell.text for cell in row] for row in met.rows] == [["s1", "–", "2020, 2021", "2020"], ["s2", "2021", "–", "–"]]

    def test_what_is_not_known_is_listed(self):
        """A subject of whom a lineage does not know the lead unit; and no years at all."""
        history = sc.History.of({2020: {"s1": "a", "s2": "c"}})
        empty = to_page(sc.History())

        assert empty.title == "Phân công giám sát các năm trước"
        assert "Danh sách trống." in to_text(sc.History())
        assert "Chưa rõ do đơn vị nào giám sát" not in to_text(history)
        unknown = sc.History.of_records([{"subject_id": "s1", "lead_unit_id": "a", "year": 2020}, sc.rotation.Record(subject_id="s2", lead_unit_id=None, year=2020)])
        assert [[cell.text for cell in row] for row in tables(to_page(unknown))["Chưa rõ do đơn vị nào giám sát"].rows] == [["s2", "2020"]]


class TestRosters:
    """The question of a plan."""

    def test_everything_it_says(self):
        """Lead units by protocol with their bounds, closed and flagged pairs, pins, subjects."""
        asked = roster(
            3,
            bars=[sc.Bar(subject_id="s0", lead_unit_id="women", reason=sc.BarReason.KIN), sc.Bar(subject_id="s1", lead_unit_id="front", reason=sc.BarReason.OWN_HEAD, severity=sc.Severity.FLAG)],
            pins={"s2": "youth"},
        )
        asked = attrs.evolve(asked, lead_units=[attrs.evolve(one, max_load=5 if one.id == "front" else None) for one in asked.lead_units])
        page = to_page(asked, names=NAMES, order=["youth"])
        listed = tables(page)

        assert [[cell.text for cell in row][:4] for row in listed["Đơn vị chủ trì giám sát (đầu mối)"].rows] == [["Đoàn Thanh niên", "1", "0", "–"], ["Mặt trận", "1", "0", "5"], ["Hội Phụ nữ", "1", "0", "–"]]
        assert [[cell.text for cell in row][2:] for row in listed["Trường hợp không được phân công hoặc phải lưu ý"].rows] == [["quan hệ thân thích", "không được phân công"], ["đối tượng là người đứng đầu đầu mối", "được phân công, phải lưu ý"]]
        assert [cell.text for cell in listed["Phân công đã ấn định"].rows[0]] == ["s2", "Đoàn Thanh niên"]

    def test_what_a_lead_unit_may_lead_is_said(self):
        """Where its kind is known."""
        kind = next(iter(sc.rotation.LeadUnitKind))
        asked = sc.Roster(subjects=[], lead_units=[sc.LeadUnit(id="front", kind=kind)])

        assert kind.label.vi in to_text(asked)


class TestPlans:
    """Scores in the words of a board."""

    def test_even_loads_say_who_has_the_rest(self):
        """Seven among three: one has one more than a third each."""
        plan = sc.plan_year(roster(), year=2021)
        score = tables(to_page(plan, roster=roster(), names=NAMES))["Kết quả theo từng tiêu chí"]
        said = {row[0].text: row[1].text for row in score.rows}
        [most] = [unit for unit, load in plan.loads.items() if load == 3]

        assert said["cân đối số lượng theo tỷ trọng"] == f"cân đối nhất có thể; phần lẻ thuộc về {NAMES[most]}"
        assert said["phân công phải lưu ý"] == "không có"
        assert said["hạn chế giao lại cho đầu mối đã từng giám sát"] == "tốt nhất có thể"
        assert "cân đối nhất có thể\n" in to_text(plan) + "\n"
        assert not re.search(r"\d{3}", "".join(said.values()))

    def test_uneven_loads_say_what_comes_first(self):
        """Where the levels above leave the loads apart, nothing is said of a rest."""
        uneven = sc.Roster(subjects=[sc.Subject(id=f"s{number}") for number in range(6)], lead_units=[sc.LeadUnit(id="front", max_load=1), sc.LeadUnit(id="women")])

        assert "cân đối nhất có thể khi đã đạt các tiêu chí trên" in to_text(sc.plan_year(uneven, year=2021), roster=uneven)

    def test_policies_side_by_side(self):
        """What each was asked, what came out, and how many subjects differ from the first."""
        history = sc.History.of({2020: {f"s{number}": "front" for number in range(6)}})
        plans = tuple(sc.plan_year(roster(6), year=2021, history=history, policy=sc.RotationPolicy(cooling_off_years=years)) for years in (0, 1))
        page = to_page(plans, lang="en", order=["youth"])
        listed = tables(page)

        assert [cell.text for cell in listed["The choices"].rows[1]] == ["Cooling-off (years)", "0", "1"]
        scores = {row[0].text: [cell.text for cell in row[1:]] for row in listed["Result on each level"].rows}
        assert scores["repeats of last year"] == ["–", "none"]
        assert scores["balance of the loads against the shares"] == ["the best of these plans", "not as good"]
        assert [row[0].text for row in listed["Subjects of each lead unit"].rows] == ["youth", "front", "women"]
        assert listed["Difference"].rows[0][1].text == "0"
        assert to_page(plans[0]).title != page.title

    def test_a_horizon_says_its_claim_and_how_rests_add_up(self):
        """In words; against the shares of all years where the roster is known."""
        horizon = sc.plan_horizon(roster(), years=[2021, 2022])
        page = to_page(horizon, roster=roster(), names=NAMES, order=["youth"])
        [rests] = [block for block in page.blocks if isinstance(block, Bars)]

        assert page.blocks[0].text.endswith(".")
        assert "optimal" not in page.blocks[0].text
        assert rests.bars[0].label == "Đoàn Thanh niên"
        assert {bar.aim for bar in rests.bars} == {Fraction(14, 3)}
        assert sum(bar.value for bar in rests.bars) == 14
        assert not [block for block in to_page(horizon).blocks if isinstance(block, Bars)]

    def test_a_difference_of_squares_says_which_way(self):
        """In comparisons and audits nobody reads a sum of squares."""
        first, second = sc.plan_year(roster(), year=2021), sc.plan_year(roster(), year=2021)
        worse = attrs.evolve(second, score=attrs.evolve(second.score, levels=tuple((name, value + (name == "balance")) for name, value in second.score.levels)))

        assert "kém hơn" in to_text(sc.diff(first, worse))
        assert "tốt hơn" in to_text(sc.diff(worse, first))
        held = {f"s{number}": "front" for number in range(7)}
        told = to_text(sc.audit_plan(held, roster(), year=2021))
        assert "kém hơn phương án tối ưu" in told
        assert "như phương án tối ưu" in told
        assert "cân đối" in told

    def test_what_a_reform_leaves_open_and_what_is_ones_own(self):
        """A reference with several successors is satisfied by any of them; a level of one's own differs by a number."""
        plan = sc.plan_year(roster(2), year=2021, policy=sc.RotationPolicy(objective=sc.Objective.MID_YEAR), reference={"s0": "front", "s1": "women"})
        unit = plan.assignments["s0"]
        other = next(one for one in UNITS if one != unit)
        moved = to_text(attrs.evolve(plan, reference={"s0": other, "s1": plan.assignments["s1"]}), lang="en")
        open_one = to_text(attrs.evolve(plan, reference={"s0": (other, unit)}), lang="en")
        assert "Changes against the reference" in moved
        assert "Changes against the reference" not in open_one
        own = attrs.evolve(plan, score=sc.rotation.Score(levels=(("of_its_own", 3),)))
        less = attrs.evolve(own, score=sc.rotation.Score(levels=(("of_its_own", 1),)))

        assert "−2" in to_text(sc.diff(own, less))
        assert "+2" in to_text(sc.diff(less, own))

    def test_renamings_stand_apart(self):
        """A lead unit that only goes by another name has moved nobody."""
        plan = sc.plan_year(roster(), year=2021)
        renamed = sc.rotation.Replan(plan=plan, moved=(), bound=0, changes=(), renamed={"women": "union"})

        assert [[cell.text for cell in row] for row in tables(to_page(renamed, names=NAMES))["Đơn vị chỉ đổi tên"].rows] == [["Hội Phụ nữ", "union"]]
        assert "Đơn vị chỉ đổi tên" not in to_text(attrs.evolve(renamed, renamed={}))

    def test_a_certificate_says_only_what_is_short(self):
        """Places, minima, or both."""
        crowded = sc.plan_year(sc.Roster(subjects=[sc.Subject(id="s")], lead_units=[sc.LeadUnit(id="u", max_load=0)]), year=2021)
        wished = sc.plan_year(sc.Roster(subjects=[], lead_units=[sc.LeadUnit(id="u", min_load=9)]), year=2021)

        assert to_page(crowded).blocks[0].text == "Thiếu chỗ cho 1 đối tượng."
        assert to_page(wished).blocks[0].text == "Còn thiếu 9 đối tượng so với mức tối thiểu."


class TestPopulations:
    """Many assessments at once."""

    def test_everybody_and_how_many(self):
        """As ``assess_all`` gives them, or by id; grades look by their rank."""
        cases = {"a": DONE, "b": {**DONE, "civic.standing": False}, "c": {"duties.fairly_done": False, "conduct.violation": True}, "d": {}}
        judged = dict(sc.assess_all(WARD, [(one, sc.Facts.of(values)) for one, values in cases.items()]))
        page = to_page(judged, lang="en", names={"a": "An"})
        people = tables(page)["Each person"]
        [counts] = [block for block in page.blocks if isinstance(block, Bars)]

        assert [row[1].mark for row in people.rows] == [Mark.GOOD, Mark.NOTE, Mark.BAD, Mark.OPEN]
        assert people.rows[0][0].text == "An"
        assert [bar.value for bar in counts.bars] == [1, 1, 1, 1]
        assert to_page(tuple(judged.items()), lang="en", names={"a": "An"}) == page

    def test_columns(self):
        """Counts by grade, what is missed and worth asking, and the faulty rows by number and id."""
        judged = sc.assess_columns(sc.regulations.RESIDENCE_2014, {"residence.meetings": [False, None, 3]}, ids=["a", "b", "c"])
        listed = tables(to_page(judged, names={"c": "Chi"}))

        assert [cell.text for cell in listed["Dòng có lỗi"].rows[0]][:2] == ["3", "Chi"]
        assert to_page(sc.assess_columns(sc.regulations.RESIDENCE_2014, {"residence.meetings": [True]})).blocks[0].pairs == (("Số người được đánh giá", "1"),)
        assert to_page(judged).blocks[0].pairs == (("Số người được đánh giá", "2"), ("Số dòng có lỗi", "1"))
        assert "Nội dung cần làm rõ" in listed
        nobody = to_page(sc.assess_columns(sc.regulations.RESIDENCE_2014, {"residence.meetings": [3]}))
        assert tables(nobody)["Dòng có lỗi"].rows[0][0].text == "1"

    def test_the_worst_grade_has_no_green_tick(self):
        """Grades in the tree of reasons and in the result look by their rank, and not by whether they are met."""
        facts = sc.Facts.of({"duties.well_done": False, "duties.fairly_done": False, "conduct.violation": True})
        page = to_page(sc.assess(WARD, facts))
        [tree] = [block for block in page.blocks if not isinstance(block, Notice) and hasattr(block, "entries")][:1]

        assert page.blocks[0].mark is Mark.BAD
        assert tree.entries[-1].mark is Mark.BAD

    def test_a_grade_outside_the_order_is_neither(self):
        """It is noted, neither good nor bad."""
        regulation = sc.regulations.ND90_REGULATIONS[0] if isinstance(sc.regulations.ND90_REGULATIONS, tuple) else next(iter(sc.regulations.ND90_REGULATIONS.values()))
        outside = sc.Grade(code="none", label=sc.Label("Không xếp loại", "Not rated"), rank=None)

        assert rendering.views.judging.grade_mark(outside, regulation) is Mark.NOTE


class TestRemedies:
    """What would have to change is never what has happened."""

    def test_a_breach_is_not_to_be_undone(self):
        """Where every way would undo one, no way is shown."""
        facts = sc.Facts.of({**DONE, "conduct.violation": True})
        told = to_text(sc.remedies(WARD, facts, target="good"))

        assert "Kỳ này không còn cách nào" in told
        assert "Việc đã xảy ra, không thể thay đổi trong kỳ này: " in told
        assert "→ không" not in told

    def test_a_breach_that_is_only_unknown_may_be_settled(self):
        """Whether there was one can still be asked."""
        facts = sc.Facts.of({code: value for code, value in DONE.items() if code != "conduct.violation"})

        assert "chưa rõ → không" in to_text(sc.remedies(WARD, facts, target="good"))


class TestReceipts:
    """Results that are kept."""

    def test_with_what_they_rest_on(self):
        """An assessment with its facts, a plan and a certificate with roster and years before."""
        facts = sc.Facts.of({"civic.standing": False}, sources={"civic.standing": ["m-1"]})
        history = sc.History.of({2020: {"s0": "front"}})
        stuck = sc.Roster(subjects=[sc.Subject(id="s")], lead_units=[sc.LeadUnit(id="u", max_load=0)])

        assert "m-1" in to_text(receipt(sc.assess(WARD, facts), facts))
        planned = to_text(receipt(sc.plan_year(roster(), year=2021, history=history), roster(), history=history), names=NAMES)
        assert planned.startswith("Biên bản kết quả: Phương án phân công giám sát năm 2021")
        assert "Các năm trước đã xét: 2020" in planned
        assert "Các năm trước đã xét: không có" in to_text(receipt(sc.plan_year(stuck, year=2021), stuck))
        assert "Receipt" in rendering.kinds.supported()


class TestCalendars:
    """Months, and changes of law."""

    def timeline(self, period, regulation=sc.regulations.CITIZEN_RECEPTION):
        """The picture of some obligations."""
        report = sc.compliance(regulation, [], period, as_of=date(2027, 1, 1))
        return next(block for block in to_page(report).blocks if isinstance(block, Timeline))

    def test_months_stand_on_the_axis(self):
        """Each of a year, but for the one that the number of the year would run into; quarters of two, years of many."""
        assert [text for _, text in self.timeline(sc.Period.of_year(2026)).months] == ["2026", "", *(f"T{month}" for month in range(3, 13))]
        two = [text for _, text in self.timeline(sc.Period.of_days(date(2025, 1, 1), date(2026, 12, 31))).months]
        assert two == ["2025", "T4", "T7", "T10", "2026", "T4", "T7", "T10"]
        many = [text for _, text in self.timeline(sc.Period.of_days(date(2021, 1, 1), date(2026, 12, 31))).months]
        assert many == ["2021", "2022", "2023", "2024", "2025", "2026"]

    def test_another_rule_is_a_dotted_line(self):
        """Citizens are received by another law from the middle of 2026 on; the line is explained."""
        timeline = self.timeline(sc.Period.of_year(2026))
        drawn = "".join(draw_timeline(attrs.evolve(timeline, turns=(Fraction(1, 2),), turn="luật mới")).elements)

        assert 'class="sc-turn"' in drawn
        assert "luật mới" in drawn
        assert all(0 <= place <= 1 for place in timeline.turns)
        assert bool(timeline.turns) == bool(timeline.turn)


class TestDisplays:
    """Pages around a report do not reach in."""

    def test_shapes_have_colours_of_their_own(self):
        """Where a page takes the style away no shape is a black block."""
        drawn = to_svg(sc.plan_year(roster(), year=2021), roster=roster()) + to_svg(sc.plan_horizon(roster(), years=[2021, 2022]))

        assert not re.search(r'<rect class="sc-(?!paper)[^"]*" x=', drawn)
        assert 'class="sc-bar" fill="#' in drawn

    def test_words_stay_apart_where_shapes_are_taken_away(self):
        """A notebook that is not trusted keeps the words of a picture and of a field alone: none runs into the next."""
        shown = to_html(sc.plan_year(roster(), year=2021), roster=roster(), names=NAMES, fragment=True)
        years = to_html(sc.History.of({2020: {"s1": "front"}, 2021: {"s1": "women"}}), names=NAMES, fragment=True)
        blocks = r"</?(?:td|th|li|tr|p|h\d|dt|dd|div|figcaption|caption)\b[^>]*>"
        alone = re.sub(r"<[^>]*>", "", re.sub(blocks, " ", shown + years))

        assert "1 Mặt trận" in alone
        assert re.findall(r"[^\W_](?:Mặt trận|Hội Phụ nữ|Đoàn Thanh niên)", alone) == []

    def test_the_theme_follows_the_page_around(self):
        """Jupyter, Bootstrap and Pico say which theme they have; else the system does."""
        style = rendering.stylesheet()

        for host in ("[data-jp-theme-light='false']", "[data-bs-theme='dark']", "[data-theme='dark']", ".supervision.sc-dark"):
            assert host in style
        assert "@page" not in style
        assert to_html(sc.Facts(), fragment=True).count("<section") == 1


class TestWordings:
    """One wording for sentences, reviews and pages."""

    @pytest.mark.parametrize(
        ("value", "vi"),
        [
            (Fraction(22048, 527), "≈ 41,84"),
            (Fraction(89999, 1000) + Fraction(1, 3000), "≈ 89,999"),
            (Fraction(-1, 3), "≈ -0,33"),
            (Fraction(1, 10**13), "≈ 0"),
            (Fraction(12345, 10000), "1,2345"),
            (1234567, "1.234.567"),
        ],
    )
    def test_numbers_as_people_write_them(self, value, vi):
        """Rounded where they are long, and never up to a whole number that they do not reach."""
        assert wording("vi").number(value) == vi

    def test_signs_and_lists(self):
        """A rounded difference keeps its sign; a long list says how many more."""
        assert [wording("vi").signed(one) for one in (Fraction(1, 3), Fraction(-1, 3), 0)] == ["≈ +0,33", "≈ −0,33", "0"]
        assert wording("vi", {"a": "An"}).listed("abc", at_most=2) == "An, b và 1 trường hợp khác"
        assert wording("en", {"a": sc.Label("An", "Ann")}).name("a") == "Ann"

    def test_names_are_checked(self):
        """As everywhere; the language too."""
        with pytest.raises(sc.InvalidInput) as caught:
            wording("fr", {"a": 3})
        assert [fault.place for fault in caught.value.faults] == ["sentence.lang", "sentence.names['a']"]

    def test_every_sentence_takes_a_language_and_names(self):
        """One signature everywhere, and no word of one language stands in it."""
        place = Path(sc.__file__).parent
        found = [
            (path.name, [one.arg for one in node.args.args], [ast.unparse(one) for one in node.args.defaults])
            for path in sorted(place.rglob("*.py"))
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.FunctionDef) and node.name == "sentence"
        ]

        assert len(found) >= 24
        assert [one for one in found if one[0] != "explain.py" and one[1:] != (["self", "lang", "names"], ["None"])] == []


def test_a_note_before_a_rating_and_a_time_limit_are_a_page_of_one_sentence():
    """What is to be verified for whom is open, a time limit is a note; each says where it stands and nothing else."""
    limit = sc.evidence.TIME_LIMITS["front_recommendation"]
    note = sc.evidence.RatingNote(subject_id="o1", feedback_ids=["fb-2", "fb-1"], citation=limit.citation)
    [verify], [within] = to_page(note, lang="en", names={"o1": "Ann"}).blocks, to_page(limit, lang="en").blocks
    law = "(Law No. 75/2015/QH13 of 2015-06-09, Article 29.6)"

    assert verify == Notice(mark=Mark.OPEN, text=f"Ann: to be verified before rating, 2 denunciations or complaints not verified yet {law}.")
    assert within == Notice(mark=Mark.NOTE, text=f"Answer to a recommendation of the Front: the law sets no number of days {law}")


class TestIdsAndCircles:
    def test_ids_that_look_alike_stand_as_they_are_written(self):
        """Both ids in quotation marks with what differs, in both languages, and who is only in one of the two."""
        roster = sc.Roster(subjects=[sc.Subject(id="Chiêm Hóa"), sc.Subject(id="Na Hang")], lead_units=[sc.LeadUnit(id="front")])
        compared = sc.rotation.compare_ids(roster, sc.History.of({2025: {"Chiêm Hoá": "front", "Yên Sơn": "front"}}))

        [line] = [one for one in to_text(compared, lang="en").splitlines() if "“Chiêm Hóa”" in one]
        assert line.split() == ["“Chiêm", "Hóa”", "“Chiêm", "Hoá”", "tone", "marks"]
        assert "1 cặp mã trông giống nhau" in to_text(compared, lang="vi")
        for only in ("Na Hang", "Yên Sơn"):
            assert only in to_text(compared, lang="vi")

    def test_nothing_looks_alike(self):
        """Then that is said."""
        roster = sc.Roster(subjects=[sc.Subject(id="a")], lead_units=[sc.LeadUnit(id="front")])

        assert "No two ids look alike." in to_text(sc.rotation.compare_ids(roster, sc.History.of({2025: {"a": "front"}})), lang="en")

    def test_a_circle_of_heads(self):
        """Who supervises whom, who heads what: a step a row, and the whole in a sentence."""
        loop = sc.rotation.Loop(lead_units=["front", "women"], heads=["head of women", "head of front"])

        assert "front supervises An (head of women); women supervises head of front (head of front)" in to_text(loop, lang="en", names={"head of women": "An"})
        assert "Giám sát lẫn nhau theo vòng" in to_text(loop, lang="vi")
