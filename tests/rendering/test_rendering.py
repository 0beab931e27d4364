"""Reports of the source articles' figures, and the edges of each format."""

import ast
import pickle
import re
import unicodedata
from datetime import date
from fractions import Fraction
from pathlib import Path

import attrs
import pytest

import supervision_core as sc
from supervision_core import Fault, Grade, InvalidInput, SupervisionError, rendering
from supervision_core.criteria import (
    AtLeast,
    DecisionTable,
    Holds,
    Ladder,
    Measure,
    Quantity,
    Rung,
    TableCell,
    TableRow,
    Term,
    YesNo,
)
from supervision_core.rendering import (
    Bars,
    Cell,
    ChartBar,
    Column,
    Display,
    Entry,
    Grid,
    Heading,
    Listing,
    Mark,
    Notice,
    NotRenderable,
    Page,
    Paragraph,
    Phase,
    Segment,
    Table,
    Terms,
    Timeline,
    Track,
    fault_words,
    stylesheet,
    to_html,
    to_markdown,
    to_page,
    to_svg,
    to_text,
    words,
    words_of_many,
)
from supervision_core.rendering.characters import for_markdown, padded, visible, width, wrapped
from supervision_core.rendering.context import context_of
from supervision_core.rendering.views.rotation import aims_of
from supervision_core.rendering.writers.html import write_html
from supervision_core.rendering.writers.markdown import write_markdown
from supervision_core.rendering.writers.stylesheet import DARK, KEYS, LIGHT
from supervision_core.rendering.writers.svg import draw_bars, draw_timeline, write_svg
from supervision_core.rendering.writers.text import write_text
from supervision_core.serialization import InvalidDocument, from_document
from supervision_core.values.exact import number_text
from supervision_core.values.wording import grouped

WARD = sc.regulations.GOOD_PERFORMANCE_2014
SHARES = {"front": 212, "labour": 61, "veterans": 73, "women": 119, "youth": 62}
NAMES = {"front": "Mặt trận", "labour": "Liên đoàn Lao động", "veterans": "Hội Cựu chiến binh", "women": "Hội Phụ nữ", "youth": "Quận Đoàn"}
DONE = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(sc.regulations.CIVIC_CODES, True)}
PLACE = Path(rendering.__file__).parent
MODULES = sorted(PLACE.rglob("*.py"))


def district(subjects=104, **more):
    """Five lead units with the article's person-turns as their shares."""
    units = [sc.LeadUnit(id=unit, share=share) for unit, share in SHARES.items()]
    return sc.Roster(subjects=[sc.Subject(id=f"CB{number:03}") for number in range(1, subjects + 1)], lead_units=units, **more)


def residential_group():
    """A group whose only two lead units are both flagged for its head, with one pin."""
    return sc.Roster(
        subjects=[sc.Subject(id=f"t{number}", label=sc.Label(f"Tổ trưởng {number}", f"Head {number}")) for number in (1, 2, 3)],
        lead_units=[sc.LeadUnit(id="bctmt", label=sc.Label("Ban công tác Mặt trận", "Front Working Committee"), max_load=2), sc.LeadUnit(id="chibo")],
        bars=[sc.Bar(subject_id="t1", lead_unit_id=unit, reason=sc.BarReason.OWN_HEAD, severity=sc.Severity.FLAG) for unit in ("bctmt", "chibo")],
        pins={"t2": "chibo"},
    )


class TestAssessments:
    """S0: who is good, who is fair, and why."""

    def test_a_good_official(self):
        """The best grade is said first and marked as good; the regulation and its source stand below."""
        page = to_page(sc.assess(WARD, sc.Facts.of(DONE)), lang="en")

        assert page.blocks[0] == Notice(mark=Mark.GOOD, text="Result: Good")
        assert dict(page.blocks[1].pairs)["In force"] == "from 2014-02-28 until before 2015-01-01"

    def test_a_fair_official_sees_what_was_missed(self):
        """The household's obligations are the line that is not met, with the evidence of the case."""
        facts = sc.Facts.of({**DONE, "civic.household_obligations": False}, sources={"civic.household_obligations": ["minutes-12"]})
        assessment = sc.assess(WARD, facts)
        told = to_text(assessment, lang="en", facts=facts)

        assert "[•] Result: Fair" in told
        assert "✗ The household's civic obligations fulfilled: not met\n          · sources: minutes-12" in told
        assert "minutes-12" not in to_text(assessment, lang="en")

    def test_an_open_case_says_what_to_ask(self):
        """Where more than one grade is possible the first question is named, and what each answer leads to."""
        facts = sc.Facts.of({code: value for code, value in DONE.items() if code != "civic.standing"})
        page = to_page(sc.assess(WARD, facts), lang="vi")
        [table] = [block for block in page.blocks if isinstance(block, Table)]

        assert page.blocks[0].text == "Chưa xác định: có thể là Hoàn thành tốt (theo tiêu chí của phường) hoặc Hoàn thành khá"
        assert page.blocks[0].notes == ("Nên làm rõ trước tiên: Có uy tín với Nhân dân nơi cư trú",)
        assert [[cell.text for cell in row][1:] for row in table.rows] == [["không", "Hoàn thành khá"], ["có", "Hoàn thành tốt (theo tiêu chí của phường)"]]

    def test_facts_that_are_not_asked_for_are_named(self):
        """They are neither hidden nor part of the reasons."""
        [code, *_] = [fact.code for fact in sc.regulations.RESIDENCE_2014.ladder.facts if fact.code.startswith("residence.")]
        facts = sc.Facts.of({**DONE, code: False})
        label = sc.regulations.VOCABULARY[code].label.en
        page = to_page(sc.assess(WARD, facts), lang="en", facts=facts)

        assert page.blocks[-1] == Paragraph(text=f"Facts that this regulation does not ask for: {label}")

    def test_facts_of_another_case_are_refused(self):
        """The report never shows evidence beside a result that it does not belong to."""
        with pytest.raises(InvalidInput, match="other_row"):
            to_text(sc.assess(WARD, sc.Facts.of(DONE)), facts=sc.Facts.of({}))

    def test_contested_facts_and_remarks_are_shown(self):
        """With the sources that contradict each other, and the remark."""
        facts = sc.Facts(
            [
                sc.Fact(code="civic.standing", state=sc.FactState.CONTESTED, sources=["a-1", "b-2"]),
                sc.Fact(code="civic.ties_with_people", why=sc.Label("chưa họp", "no meeting yet")),
            ]
        )
        told = to_text(sc.assess(WARD, facts), lang="vi", facts=facts)

        assert "· còn mâu thuẫn\n          · nguồn: a-1, b-2" in told
        assert "· chưa có căn cứ\n          · chưa họp" in told

    def test_measures_are_shown_with_their_values(self):
        """A threshold is shown with what was reached, and the question with the range of answers."""
        regulation = sc.regulations.ND335_CIVIL_SERVANT
        answers = {fact.code: False for fact in regulation.ladder.facts if not isinstance(fact, Measure)}
        points = {fact.code: fact.high - Fraction(1, 4) for fact in regulation.ladder.facts if isinstance(fact, Measure)}
        reached = to_markdown(sc.assess(regulation, sc.Facts.of({**answers, **points})), lang="en")
        unknown = to_markdown(sc.assess(regulation, sc.Facts.of(answers)), lang="en")

        assert all(f"it is {number_text(value, 'en')}" in reached for value in points.values())
        # 90 of 100 need 20 of the 30 general points, for tasks give 70 at most.
        assert "| 20 to 30 | Excellent completion of tasks or " in unknown
        assert "(Points for the general criteria: not shown; " in unknown

    def test_facts_of_a_locality_go_by_their_own_names(self):
        """Those of the regulation that judged, and further ones that the vocabulary names."""
        further = YesNo(code="ward.tidy", label=sc.Label("Khu phố sạch", "A tidy quarter"))
        own = YesNo(code="ward.own", label=sc.Label("Việc riêng của phường", "The ward's own"))
        rungs = [Rung(grade=Grade(code="good", label=sc.Label("Tốt", "Good"), rank=1), criterion=Holds(code="ward.own"))]
        regulation = attrs.evolve(WARD, code="own", ladder=Ladder(facts=[own], rungs=rungs))
        facts = sc.Facts.of({"ward.tidy": True})
        told = to_text(sc.assess(regulation, facts, vocabulary=[further]), lang="en", facts=facts, vocabulary=[further])

        assert "Worth asking first: The ward's own" in told
        assert "Facts that this regulation does not ask for: A tidy quarter" in told
        assert "A tidy quarter" in to_text(facts, lang="en", vocabulary=iter([further]))

    def test_a_case_beyond_exactness_says_so(self):
        """Nothing is estimated; what is known stands there."""
        regulation = too_large()
        assessment = sc.assess(regulation, sc.Facts.of({"f00": True}), vocabulary=regulation.ladder.facts)

        assert "No exact conclusion" in to_text(assessment, lang="en")
        assert "yes    found" in to_text(assessment, lang="en")
        facts = sc.Facts.of({"f00": False}, sources={"f00": ["s-1"]})
        assert "s-1" in to_text(sc.assess(regulation, facts, vocabulary=regulation.ladder.facts), lang="vi", facts=facts, vocabulary=regulation.ladder.facts)

    def test_a_reason_and_facts_stand_alone(self):
        """The tree of ``explain`` and the facts of a case have reports of their own."""
        facts = sc.Facts.of(DONE, sources={"civic.standing": ["m-1"]})
        reason = sc.explain(sc.assess(WARD, facts), facts)

        assert "✓ Good performance (2014): Good: settled" in to_text(reason, lang="en")
        assert "not settled" in to_text(sc.assess(WARD, sc.Facts()).reasons, lang="en")
        assert "m-1" in to_text(facts, lang="en")
        assert "Danh sách trống." in to_text(sc.Facts())

    def test_two_regulations_side_by_side(self):
        """The Front's verdict and the statutory grade stand in two rows and are never merged."""
        both = sc.judging.lay_side_by_side(sc.assess(WARD, sc.Facts.of(DONE)), sc.assess(sc.regulations.ND335_CIVIL_SERVANT, sc.Facts()))
        page = to_page(both, lang="en")

        assert page.blocks[0].mark is Mark.OPEN
        assert [row[0].text.partition(":")[0] for row in page.blocks[1].rows] == ["By the Front's supervision", "By the statutory grading"]


def too_large():
    """A regulation of thirty facts with nothing between them."""

    facts = [YesNo(code=f"f{number:02}", label=sc.Label(f"mục {number}", f"item {number}")) for number in range(30)]
    criterion = AtLeast(count=15, parts=[Holds(code=fact.code) for fact in facts])
    rungs = [Rung(grade=Grade(code="good", label=sc.Label("Tốt", "Good"), rank=1), criterion=criterion)]
    return attrs.evolve(WARD, code="large", ladder=Ladder(facts=facts, rungs=rungs))


class TestRules:
    """Regulations, decision tables, findings, remedies, quotas."""

    def test_the_decision_table_of_the_ward(self):
        """A line a case, a column a fact by its name, a dash where it does not matter."""
        page = to_page(sc.judging.decision_table(WARD), lang="en", regulation=WARD)
        table = page.blocks[1]

        assert page.title == "Decision table: Good performance (2014)"
        assert table.columns[0].text == "Line"
        assert [cell.text for cell in table.rows[-1]] == ["10", "–", "–", "–", "–", "–", "–", "–", "–", "yes", "Below fair"]

    def test_intervals_are_said_with_their_ends(self):
        """"At least 70 and less than 90" reads as two comparisons."""
        told = to_text(sc.judging.decision_table(sc.regulations.ND335_CIVIL_SERVANT), lang="vi")

        assert "≥ 70 và < 90" in told
        assert "Tổng điểm" in told

    def test_sums_without_a_name_are_spelled_out(self):
        """Weights and the constant stand in the head of the column."""

        quantity = Quantity(terms=(Term(code="a", weight=1), Term(code="duties.well_done", weight=Fraction(1, 2))), constant=-3)
        grade = WARD.grades[0]
        cell = TableCell(least=2, least_included=False, most=5)
        lines = DecisionTable(columns=(quantity,), rows=(TableRow(cells=(cell,), grade=grade),))
        table = to_page(lines, lang="en", names={"a": "Apples"}).blocks[1]

        assert table.columns[1].text == "Apples + 0.5 × Assigned duties well done + -3"
        assert table.rows[0][1].text == "> 2 and ≤ 5"

    def test_a_regulation(self):
        """Its grades, its facts with what speaks for the person, and its decision table."""
        told = to_text(WARD, lang="en")
        leaders = to_text(sc.regulations.ND335_CIVIL_SERVANT, lang="en")

        assert re.search(r"Conduct breaching the law +no", told)
        assert "Decision table" in told
        assert "more is better" in leaders

    def test_a_regulation_beyond_exactness_has_no_decision_table(self):
        """Its facts and grades are shown all the same."""
        assert "Decision table" not in to_text(too_large(), lang="en")

    def test_a_regulation_with_a_long_table_leaves_it_out(self):
        """A table of thousands of lines is no report."""

        facts = [YesNo(code=f"f{number:02}", label=sc.Label("mục", "item"), favourable=None) for number in range(12)]
        neither = Measure(code="m", label=sc.Label("số", "number"), low=0, high=1, step=1, higher_is_better=None)
        fewer = Measure(code="n", label=sc.Label("số", "number"), low=0, high=1, step=1, higher_is_better=False, citation=WARD.citation)
        criterion = AtLeast(count=6, parts=[Holds(code=fact.code) for fact in facts])
        rungs = [Rung(grade=Grade(code="good", label=sc.Label("Tốt", "Good"), rank=1), criterion=criterion, citation=WARD.citation)]
        regulation = attrs.evolve(WARD, code="long", in_force_until=None, ladder=Ladder(facts=[*facts, neither, fewer], rungs=rungs))
        told = to_text(regulation, lang="en")

        assert "Decision table" not in told
        assert "neither" in told
        assert "less is better" in told
        assert "from 2014-02-28 on" in told
        assert "In force:" not in to_text(attrs.evolve(regulation, in_force_from=None), lang="en")

    def test_findings(self):
        """Each with the facts, the grades and a case that shows it."""

        facts = [YesNo(code="a", label=sc.Label("A", "A")), YesNo(code="b", label=sc.Label("B", "B"))]
        rungs = [Rung(grade=Grade(code="good", label=sc.Label("Tốt", "Good"), rank=1), criterion=Holds(code="a"))]
        regulation = attrs.evolve(WARD, code="hole", ladder=Ladder(facts=facts, rungs=rungs))
        findings = sc.check_regulation(regulation)
        told = to_text(findings, lang="en", regulation=regulation)

        assert "Spots to be looked at: 2" in told
        assert re.search(r"✗ a hole: no grade fits +No rule matches +A: no; B: no", told)
        assert re.search(r"! a fact that never matters +B", told)
        assert to_text(findings[0], lang="en") != told

    def test_remedies_and_their_end(self):
        """The changes of each way; that there is none; that nothing has to change."""
        facts = sc.Facts.of({**DONE, "duties.well_done": False, "duties.fairly_done": False})
        ways = sc.remedies(WARD, facts, target="good")
        told = to_text(ways, lang="vi")

        assert "- Hoàn thành tốt nhiệm vụ được giao: không → có" in told
        assert "· kéo theo" in told
        fixed = sc.remedies(WARD, facts, target="good", fixed=["duties.well_done"])
        assert "The grade Good cannot be reached\n    Facts that stay as they are: Assigned duties well done" in to_text(fixed, lang="en")
        assert "Facts that stay" not in to_text(attrs.evolve(fixed, fixed=()), lang="en")
        assert "Danh sách trống" in to_text(sc.remedies(WARD, sc.Facts.of(DONE), target="good"))

    def test_a_quota(self):
        """Who stays, who is left to a person, who is not determined; nobody at all."""
        good, fair = sc.assess(WARD, sc.Facts.of(DONE)), sc.assess(WARD, sc.Facts.of({**DONE, "civic.standing": False}))
        quota = sc.judging.Quota(grade="good", falls_to="fair", share=Fraction(1, 2), base=sc.judging.QuotaBase.ALL)
        tied = to_text(sc.apply_quota([("a", "x", good), ("b", "x", good), ("c", "x", fair), ("d", "y", good)], quota), lang="en")
        open_one = to_text(sc.apply_quota([("a", "x", good), ("b", "x", sc.assess(WARD, sc.Facts()))], quota), lang="en")

        assert "? to be decided" in tied
        assert re.search(r"x +a, b +1", tied)
        assert "Not determined yet\n------------------\n\nb" in open_one
        assert re.search(r"x +a +unknown", open_one)
        assert "The list is empty." in to_text(sc.apply_quota([], quota), lang="en")

    def test_what_is_not_in_force_or_not_encoded(self):
        """The registry's answers are said with the neighbours in time and with what is missing."""
        none = to_text(sc.regulations.in_force("civil_servant", on=date(2009, 12, 31)), lang="vi")
        unread = to_text(sc.regulations.in_force("cadre", on=date(2026, 7, 1)), lang="en")

        assert "Ngày 31/12/2009 chưa ghi nhận quy định nào" in none
        assert "Quy định tiếp theo" in none
        assert "Quy định gần nhất trước đó" not in none
        assert "what the law and the competent level lay down for cadres" in unread
        assert "from 2026-07-01 on" in unread
        days = sc.regulations.NotEncoded(instrument=sc.Label("Luật", "A law"), missing=(), category="x")
        assert "In force" not in to_text(days, lang="en")
        assert "before 2020-01-01" in to_text(attrs.evolve(days, in_force_until=date(2020, 1, 1)), lang="en")
        assert "until before" in to_text(attrs.evolve(days, in_force_from=date(2019, 1, 1), in_force_until=date(2020, 1, 1)), lang="en")


class TestPlans:
    """S4: a year's plan, several years, and what cannot be."""

    def test_loads_stand_against_the_exact_shares(self):
        """104 subjects by 212 of 527 are 22048/527 for the Front, which gets 42."""
        roster = district()
        plan = sc.plan_year(roster, year=2018)
        page = to_page(plan, lang="vi", roster=roster, names=NAMES)
        [bars] = [block for block in page.blocks if isinstance(block, Bars)]

        assert aims_of(roster)["front"] == Fraction(104 * 212, 527)
        assert [cell.text for cell in bars.table.rows[0]] == ["Mặt trận", "42", "212", "≈ 41,84", "0", "–"]
        assert "Mặt trận: 42, mức theo tỷ trọng ≈ 41,84; " in bars.description
        assert sum(bar.value for bar in bars.bars) == 104

    def test_every_subject_stands_under_its_lead_unit(self):
        """Once, and under no other."""
        plan = sc.plan_year(district(), year=2018)
        page = to_page(plan)
        listed = [entry.text for block in page.blocks if isinstance(block, Listing) for entry in block.entries]

        assert sorted(listed) == sorted(plan.assignments)

    def test_flags_pins_and_changes_show(self):
        """The head whom every lead unit is flagged for, the pinned one, and who moved against the reference."""
        roster = residential_group()
        plan = sc.plan_year(roster, year=2021, reference={"t3": "chibo", "t1": "bctmt"}, policy=sc.RotationPolicy(tie_break=sc.PublicDraw("QĐ 12/2026")))
        told = to_text(plan, lang="vi", roster=roster)

        assert re.search(r"! Tổ trưởng 1 +(Ban công tác Mặt trận|chibo) +đối tượng là người đứng đầu đầu mối", told)
        assert re.search(r"Phân công đã ấn định\n-+\n\nĐối tượng +Đầu mối\n.*\nTổ trưởng 2 +chibo", told)
        assert "bốc thăm công khai theo “QĐ 12/2026”" in told
        assert "Tổ trưởng" not in to_text(plan, lang="vi")
        assert re.search(r"Ban công tác Mặt trận +\d +1 +3/2|Ban công tác Mặt trận +\d +1 +1,5 +0 +2", told)

    def test_a_reference_that_agrees_is_not_mentioned(self):
        """Only who moved is listed."""
        plan = sc.plan_year(district(), year=2018)
        same = sc.plan_year(district(), year=2018, reference=plan)

        assert "Thay đổi so với phương án tham chiếu\n----" not in to_text(same)

    def test_a_roster_of_other_units_leaves_a_gap(self):
        """A lead unit that the roster does not know has a load and no share."""
        plan = sc.plan_year(district(), year=2018)
        other = sc.Roster(subjects=[], lead_units=[sc.LeadUnit(id="front", max_load=3)])

        assert re.search(r"women +24 +– +– +– +–", to_text(plan, lang="en", roster=other))

    def test_an_empty_plan_and_a_warned_one(self):
        """No subjects is no success; a warning stands above the loads."""
        empty = sc.plan_year(sc.Roster(subjects=[], lead_units=[sc.LeadUnit(id="u")]), year=2021)
        roster = sc.Roster(subjects=[sc.Subject(id="s")], lead_units=[sc.LeadUnit(id="u", max_load=0)])
        warned = attrs.evolve(empty, warnings=[sc.plan_year(roster, year=2021)])
        bare = sc.Infeasible(year=2021, violations=(), shortage=0, excess=0, repairs=())

        assert "[•] Không có đối tượng nào." in to_text(empty)
        assert "[!] 1 subject may only go to 1 lead unit (u)" in to_text(warned, lang="en")
        assert "[!] Warnings" in to_text(attrs.evolve(warned, warnings=[bare]), lang="en")

    def test_who_meets_whom_when(self):
        """One row a subject, one column a year, the lead unit by its number; nobody stays where he was."""
        horizon = sc.plan_horizon(district(), years=range(2018, 2021))
        page = to_page(horizon, lang="vi", names=NAMES)
        [grid] = [block for block in page.blocks if isinstance(block, Grid)]
        units = sorted(SHARES)

        assert page.title == "Luân phiên giám sát giai đoạn 2018–2020"
        assert grid.columns == ("2018", "2019", "2020")
        assert len(grid.rows) == 104
        for row in grid.rows:
            held = tuple(units.index(plan.assignments[row.label]) for plan in horizon.plans)
            assert row.fields == held
            assert row.flags == (False, False, False)
        assert grid.flag == ""

    def test_the_same_lead_unit_again_is_flagged(self):
        """With one lead unit alone every further year is a repeat, and says so."""
        roster = sc.Roster(subjects=[sc.Subject(id="s")], lead_units=[sc.LeadUnit(id="u")])
        horizon = sc.plan_horizon(roster, years=range(2020, 2022))
        markdown = to_markdown(horizon, lang="en")

        assert "| s | 1 | !1 |" in markdown
        assert "- ! = the same lead unit as in the year before" in markdown
        assert '<span class="sc-vh">u; the same lead unit as in the year before</span>' in to_html(horizon, lang="en")
        assert "1!" in to_svg(horizon, lang="en")
        assert "! = the same lead unit" in to_text(horizon, lang="en")

    def test_a_subject_that_is_not_there_every_year(self):
        """Its field is a dash, and a screen reader hears that there is no lead unit."""
        one, two = (sc.plan_year(district(subjects), year=year) for subjects, year in ((1, 2018), (2, 2019)))
        horizon = sc.Horizon(plans=(one, two), met={}, claim=sc.rotation.Claim.PER_YEAR, ground=sc.Label("vì", "because"))

        assert "| CB002 | – |" in to_markdown(horizon)
        assert '–<span class="sc-vh"> no lead unit</span>' in to_html(horizon, lang="en")
        assert "–</text>" in to_svg(horizon)

    def test_no_years_at_all(self):
        """A horizon of no years says so."""
        horizon = sc.Horizon(plans=(), met={}, claim=sc.rotation.Claim.PER_YEAR, ground=sc.Label("vì", "because"))

        assert to_page(horizon, lang="en").title == "Rotation: no years"

    def test_levels_that_only_some_years_have(self):
        """Years under different policies stand side by side, with a dash where a level is missing."""
        first = sc.plan_year(district(2), year=2018, policy=sc.RotationPolicy(cooling_off_years=0))
        second = sc.plan_year(district(2), year=2019, policy=sc.RotationPolicy(cooling_off_years=1))
        horizon = sc.Horizon(plans=(first, second), met={}, claim=sc.rotation.Claim.PER_YEAR, ground=sc.Label("vì", "because"))

        assert "| repeats of last year | – | 0 |" in to_markdown(horizon, lang="en")

    def test_a_level_of_ones_own_goes_by_its_name(self):
        """Scores may carry levels that the library does not know."""
        plan = attrs.evolve(sc.plan_year(district(1), year=2018), score=sc.rotation.Score(levels=(("of_its_own", 3),)))

        assert "| of\\_its\\_own | 3 |" in to_markdown(plan)

    def test_the_impossible_wish(self):
        """42/12/14/24/12 every year without repeats within two: 84 subjects, 62 places, 22 missing."""
        loads = {"front": 42, "labour": 12, "veterans": 14, "women": 24, "youth": 12}
        units = [sc.LeadUnit(id=unit, min_load=load, max_load=load) for unit, load in loads.items()]
        roster = sc.Roster(subjects=[sc.Subject(id=f"CB{number:03}") for number in range(1, 105)], lead_units=units)
        policy = sc.RotationPolicy(cooling_off_years=2, repeats=sc.Repeats.FORBID)
        outcome = sc.plan_horizon(roster, years=range(2018, 2021), policy=policy)
        page = to_page(outcome, lang="en", names=NAMES)
        told = to_text(outcome.infeasible, lang="vi", names=NAMES)

        assert page.title == "There is no plan for 2020"
        assert page.blocks[0] == Terms(pairs=(("The years before", "2"),))
        [first, second] = [block for block in page.blocks if isinstance(block, Bars)]
        assert [(bar.label, bar.value) for bar in first.bars] == [("Asked for", 84), ("There is", 62)]
        assert second.description == "Asked for 42, there is 20, missing 22."
        assert "Thiếu chỗ cho 22 đối tượng" in told
        assert "tất cả đối tượng được tính" in told
        assert "CB084" not in to_text(outcome.infeasible, lang="vi", names={"CB084": "Người thứ 84"})

    def test_a_certificate_without_repairs(self):
        """Kinship is never lifted; then no single change helps, and that is said."""
        roster = sc.Roster(
            subjects=[sc.Subject(id="s")],
            lead_units=[sc.LeadUnit(id="u")],
            bars=[sc.Bar(subject_id="s", lead_unit_id="u", reason=sc.BarReason.KIN)],
        )
        told = to_text(sc.plan_year(roster, year=2021), lang="en")

        assert "No single change helps." in told
        assert "Lead units counted: none" in told


class TestChanges:
    """Plans against each other."""

    def test_a_replan(self):
        """Who moved and why, what had changed, and the new plan, in which the moves are not told again."""
        old = sc.plan_year(district(6), year=2019)
        gone = old.assignments["CB001"]
        units = [sc.LeadUnit(id=unit, share=share) for unit, share in SHARES.items() if unit != gone]
        roster = sc.Roster(subjects=[sc.Subject(id=f"CB{number:03}") for number in range(1, 8)], lead_units=units)
        change = sc.replan(old, roster)
        told = to_text(change, lang="en", roster=roster)

        assert "CB001" in told
        assert "its lead unit is gone" in told
        assert re.search(r"a subject joined +CB007 +–", told)
        assert f"at most {change.bound} could have had to" in told
        assert "Changes against the reference\n---" not in told

    def test_a_bound_on_a_load_is_about_no_subject(self):
        """A load above the maximum names the lead unit alone."""
        old = sc.plan_year(sc.Roster(subjects=[sc.Subject(id="a"), sc.Subject(id="b")], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v", share=0)]), year=2019)
        roster = sc.Roster(subjects=[sc.Subject(id="a"), sc.Subject(id="b")], lead_units=[sc.LeadUnit(id="u", max_load=1), sc.LeadUnit(id="v")])

        assert re.search(r"above the maximum +– +u", to_text(sc.replan(old, roster), lang="en"))

    def test_a_difference(self):
        """Moves without reasons, who joined and left, loads and levels with their signs."""
        first, second = sc.plan_year(district(5), year=2019), sc.plan_year(district(6), year=2020, history=sc.History().with_plan(sc.plan_year(district(5), year=2019)))
        told = to_text(sc.diff(first, second), lang="en")
        back = to_text(sc.diff(second, first), lang="en")

        assert "joined: 1; left: 0" in told
        assert "CB006" in told
        assert "Left\n----\n\nCB006" in back
        assert re.search(r"\+\d", told)
        assert re.search(r"−\d", back)
        assert "The two plans do not differ." in to_text(sc.diff(first, first), lang="en")

    def test_an_explanation(self):
        """Closed, impossible, worse, better or equally good: each other lead unit has its reason."""
        reasons = (sc.BarReason.KIN,)
        others = (
            sc.rotation.Alternative(lead_unit_id="a", closed=reasons),
            sc.rotation.Alternative(lead_unit_id="b", is_impossible=True),
            sc.rotation.Alternative(lead_unit_id="c"),
            sc.rotation.Alternative(lead_unit_id="d", level="repeats_2", cost=1),
            sc.rotation.Alternative(lead_unit_id="e", level="balance", cost=-4),
        )
        page = to_page(sc.rotation.Explanation(subject_id="s", lead_unit_id="u", others=others), lang="en", names={"s": "An"})

        assert page.title == "Why u supervises An"
        assert [row[1].text for row in page.blocks[0].rows] == [
            "closed (kinship)",
            "leaves no plan for the others",
            "equally good; the tie-break decides",
            "worse by 1 (repeats of 2 years ago; by the policy's cooling-off)",
            "the loads are more even (by the lead units' shares)",
        ]
        assert "There is no other lead unit." in to_text(sc.rotation.Explanation(subject_id="s", lead_unit_id="u", others=()), lang="en")

    def test_an_audit(self):
        """Faults in words of the language, then the score against an optimal one, or why there is none."""
        roster = district(2)
        best = sc.plan_year(roster, year=2018)
        wrong = to_text(sc.audit_plan([("CB001", "front"), ("CB001", "women")], roster, year=2018), lang="vi")
        fine = to_text(sc.audit_plan(best.assignments, roster, year=2018), lang="en")
        worse = to_text(sc.audit_plan(dict.fromkeys(best.assignments, "labour"), roster, year=2018), lang="en")
        none = sc.Roster(subjects=[sc.Subject(id="s")], lead_units=[sc.LeadUnit(id="u", max_load=0)])

        assert "[✗] Số sai sót: 2" in wrong
        assert "chồng chéo" in wrong
        assert "[✓] Nothing is wrong, and the plan is optimal." in fine
        assert "[!] Nothing is wrong, but there is a better plan." in worse
        assert "There is no plan for 2018" in to_text(sc.audit_plan({"s": "u"}, none, year=2018), lang="en")

    def test_the_long_run(self):
        """One year holds for ever with the article's loads, and nine years bring everyone to everyone."""
        loads = {"front": 42, "labour": 12, "veterans": 14, "women": 24, "youth": 12}
        units = [sc.LeadUnit(id=unit, min_load=load, max_load=load) for unit, load in loads.items()]
        roster = sc.Roster(subjects=[sc.Subject(id=f"CB{number:03}") for number in range(1, 105)], lead_units=units)

        assert "Có thể duy trì lâu dài thời gian giãn cách 1 năm; 2 năm thì không, vì Mặt trận: cần 126,\n    chỉ có 104." in to_text(sc.sustainable_cooling_off(roster), names=NAMES)
        assert "Cần ít nhất 9 năm để mọi đối tượng đều được mọi đầu mối giám sát (labour, youth)." in to_text(sc.years_to_full_coverage(roster))
        assert "because some subject has too few\n    lead units." in to_text(sc.rotation.CoolingOff(years=0, limiting=(), demand=0, supply=0), lang="en")
        assert "No number of years is enough." in to_text(sc.rotation.Coverage(years=None, limiting=()), lang="en")


class TestObligations:
    """S2: what was due, done and missed."""

    def held(self):
        """Eleven of twelve conferences, one dialogue, no conference of the staff."""
        days = [date(2022, month, 25) for month in range(1, 13) if month != 4]
        events = [sc.Event(id=f"c-{day.month:02}", obligation="community_conference", on=day) for day in days]
        return [*events, sc.Event(id="d-1", obligation="dialogue_with_people", on=date(2022, 4, 12))]

    def test_the_ward_of_2022(self):
        """April is the month that is missing by practice, whatever the rule asks for."""
        report = sc.compliance(sc.regulations.PHU_NHUAN_WARD_17, self.held(), sc.Period.of_year(2022), as_of=date(2023, 6, 2))
        page = to_page(report, lang="vi")
        [timeline] = [block for block in page.blocks if isinstance(block, Timeline)]
        [conferences] = [track for track in timeline.tracks if track.label.startswith("Hội nghị định kỳ")]
        [missing] = [segment for segment in conferences.segments if segment.phase is Phase.MISSING]

        assert page.title == "Nghĩa vụ định kỳ năm 2022"
        assert missing.text == "tháng 4/2022: còn thiếu, 0/1 lần, hạn 30/4/2022"
        assert (missing.start, missing.end) == (Fraction(90, 365), Fraction(120, 365))
        assert timeline.today is None
        assert "Chưa rõ quy định về số lần: năm 2022" in to_text(report)
        assert "tính đến" not in to_svg(report)

    def test_a_summer_of_reception(self):
        """What is missed is marked, what comes next has its last safe day, and each rule is said once."""
        period = sc.Period.of_days(date(2026, 7, 1), date(2026, 9, 30))
        events = [sc.Event(id=f"t-{day.day}", obligation="citizen_reception", on=day, by_office_holder=True) for day in (date(2026, 7, 6), date(2026, 7, 7), date(2026, 7, 8))]
        report = sc.compliance(sc.regulations.CITIZEN_RECEPTION, events, period, as_of=date(2026, 9, 10))
        told = to_text(report, lang="en")

        assert "[✗] Missed or late by the rules: 1." in told
        assert re.search(r"month 9/2026 +• open +0 of 2 days +2026-09-30 +2026-09-29", told)
        assert "Held beyond what is asked: t-" in told
        assert told.count("Law No. 136/2025/QH15") == 1
        assert to_page(report, lang="en").blocks[2].today == (Fraction(71, 92), "as of 2026-09-10")

    def test_all_kept_or_nothing_due(self):
        """Both are said in words."""
        kept = [sc.Event(id=f"t-{day}", obligation="citizen_reception", on=date(2026, 7, day), by_office_holder=True) for day in (6, 7)]
        july = sc.Period.of_month(2026, 7)

        assert "[✓] All rules were kept." in to_text(sc.compliance(sc.regulations.CITIZEN_RECEPTION, kept, july, as_of=date(2026, 8, 1)), lang="en")
        waived = sc.obligations.ObligationStatus(obligation="x", label=sc.Label("Việc", "A duty"), right=None, as_of=date(2026, 1, 1), required=(), short_notice_event_ids=["e-1"])
        told = to_text(waived, lang="en")
        assert "Nothing was due." in told
        assert "Announced later than the rule asks: e-1" in told

    def test_a_waived_period_says_why(self):
        """Its ground stands among the notes, and nothing is counted for it."""
        obligation = sc.Obligation(
            code="x", label=sc.Label("Việc", "A duty"), required=sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.MONTH), right=sc.obligations.Right.KNOW, citation=WARD.citation
        )
        waiver = sc.obligations.Waiver(obligation="x", period=sc.Period.of_month(2026, 1), ground=sc.Label("dịch bệnh", "an epidemic"))
        report = sc.compliance([obligation], [], sc.Period.of_month(2026, 1), as_of=date(2026, 3, 1), waivers=[waiver])

        assert re.search(r"month 1/2026 +required +waived +– .*\[1\] \[2\]", to_text(report, lang="en"))
        assert "[1] an epidemic" in to_text(report, lang="en")
        habit = obligation.with_practice(sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.MONTH))
        practised = sc.compliance([habit], [], sc.Period.of_month(2026, 1), as_of=date(2026, 3, 1))
        assert re.search(r"month 1/2026 +by its own practice +✗ missing +0 of 1 time +2026-01-31\n|month 1/2026 +practised +✗ missing .*2026-01-31\n", to_text(practised, lang="en"))


class TestReviews:
    """S0.7: the review as the ward would submit it."""

    def review(self):
        """59 good and 7 fair of 66, and opinions whose headline does not reconcile."""
        grades = sc.Tally(kind=sc.programme.CountKind.PERSON, population="ward", parts={"good": 59, "fair": 7}, headline=66)
        opinions = sc.Tally(kind=sc.programme.CountKind.OPINION, population="all", parts={"district": 59, "wards": 245, "groups": 226}, headline=1054)
        names = {"good": sc.Label("Hoàn thành tốt", "Good"), "fair": sc.Label("Hoàn thành khá", "Fair")}
        return sc.Review(
            id="SK-2014",
            kind=sc.programme.ReviewKind.INTERIM,
            title=sc.Label("Giám sát cán bộ, công chức", "Supervision of officials"),
            submitted_by=sc.Label("Mặt trận phường", "The ward Front"),
            period=sc.Period.of_year(2014),
            as_of=date(2014, 12, 20),
            sections=[
                sc.programme.tally_section("grades", sc.Label("Xếp loại", "Grades"), grades, names=names, order=["good"]),
                sc.programme.tally_section("opinions", sc.Label("Ý kiến", "Opinions"), opinions),
                sc.programme.ReviewSection(code="none", title=sc.Label("Khác", "Others"), lines=[]),
                sc.programme.ReviewSection(
                    code="plain",
                    title=sc.Label("Căn cứ", "Basis"),
                    lines=[sc.programme.ReviewLine(label=sc.Label("Kế hoạch", "A plan"), citation=WARD.citation, sources=["s-1"]), sc.programme.ReviewLine(label=sc.Label("Khác", "Other"))],
                ),
            ],
        )

    def test_what_protects_the_people_behind_the_numbers_comes_last(self):
        """A review for the public ends with the words of its protection, in the language of the page."""
        protected = attrs.evolve(self.review(), protection=sc.Label("Không số nào dưới năm.", "No number is below five."))

        assert to_page(protected, lang="en").blocks[-1] == Paragraph(text="No number is below five.")
        assert to_page(protected, lang="vi").blocks[-1] == Paragraph(text="Không số nào dưới năm.")

    def test_grades_in_number_and_per_cent(self):
        """59 of 66 are 89.4 per cent, with a comma in Vietnamese."""
        page = to_page(self.review(), lang="vi")
        bars = page.blocks[2]

        assert page.title == "Sơ kết: Giám sát cán bộ, công chức"
        assert page.blocks[1].text == "1. Xếp loại"
        assert [[cell.text for cell in row] for row in bars.table.rows[:2]] == [["Hoàn thành tốt", "59 người", "89,4%"], ["Hoàn thành khá", "7 người", "10,6%"]]
        assert "1,054 opinions" in to_text(self.review(), lang="en")
        assert "1.054 ý kiến" in to_text(self.review())

    def test_lists_empty_sections_and_notes(self):
        """A section without lines says so; sources stand behind what they support."""
        told = to_text(self.review(), lang="en")

        assert "3. Others\n---------\n\nNothing to report." in told
        assert "- A plan\n  · Report: " in told
        assert "· sources: s-1" in told

    def test_a_section_alone_and_one_with_everything(self):
        """Columns stand there only where some line needs them; shared notes are said once."""
        line = sc.programme.ReviewLine(label=sc.Label("Việc", "A matter"), state=sc.Label("xong", "done"), day=date(2014, 3, 5), sources=["s-1"], citation=WARD.citation)
        other = sc.programme.ReviewLine(label=sc.Label("Khác", "Other"), remark=sc.Label("ghi chú", "a remark"), citation=WARD.citation)
        page = to_page(sc.programme.ReviewSection(code="x", title=sc.Label("Phần", "Part"), lines=[line, other]), lang="vi")
        table, notes = page.blocks

        assert [column.text for column in table.columns] == ["Nội dung", "Tình trạng", "Ngày", "Ghi chú", "Căn cứ"]
        assert [row[-1].text for row in table.rows] == ["[1] [2]", "[1]"]
        assert len(notes.entries) == 2

    def test_counts_kept_back(self):
        """They have no bar and no number, in a review and alone."""
        tally = sc.publish(sc.Tally(kind=sc.programme.CountKind.PERSON, population="fair", parts={"desk": 2, "culture": 0, "land": 8, "police": 30}, headline=47), at_least=5)
        told = to_text(tally, lang="en")

        assert re.search(r"desk +kept back", told)
        assert "Counts below 5" in told
        assert to_page(tally, lang="en").blocks[0].text.endswith("the parts add up to 40: a gap of 7.")
        hidden = sc.publish(sc.Tally(kind=sc.programme.CountKind.PERSON, population="p", parts={"a": 2}), at_least=5)
        assert re.search(r"Sum of the parts +kept back", to_text(hidden, lang="en"))
        section = sc.programme.tally_section("x", sc.Label("Phần", "Part"), hidden)
        assert "kept back" in to_text(section, lang="en")
        partly = to_page(sc.programme.tally_section("x", sc.Label("Phần", "Part"), tally), lang="en").blocks[0]
        assert [[cell.text for cell in row] for row in partly.rows[:2]] == [["culture", "0 people", "", ""], ["desk", "", "kept back", ""]]
        assert "reconcile" not in to_text(attrs.evolve(tally, headline=40), lang="en")


class TestCounts:
    """S4.6: like with like, and a headline that does not reconcile is said to."""

    def test_what_reconciles_and_what_does_not(self):
        """212 + 61 + 73 + 119 + 62 are 527; 59 + 245 + 226 are not 1,054."""
        turns = sc.Tally(kind=sc.programme.CountKind.PERSON_TURN, population="district", parts=SHARES, headline=527, period=sc.Period.of_year(2020))
        opinions = sc.Tally(kind=sc.programme.CountKind.OPINION, population="all", parts={"district": 59, "wards": 245, "groups": 226}, headline=1054)

        assert to_page(turns).blocks[0].mark is Mark.GOOD
        assert "Thời gian: năm 2020" in to_text(turns)
        assert to_page(opinions, lang="vi").blocks[0].text == "Tổng nêu trong báo cáo là 1.054 ý kiến, cộng các phần được 530: chênh lệch 524."
        assert to_page(opinions, lang="en").blocks[0].text == "The headline says 1,054 opinions, the parts add up to 530: a gap of 524."

    def test_a_tally_without_parts(self):
        """Its sum is 0 and it has no picture."""
        assert "Sum of the parts" in to_text(sc.Tally(kind=sc.programme.CountKind.TURN, population="p", parts={}), lang="en")

    def test_a_change(self):
        """Differences with their sign; what was counted once is named apart."""
        before = sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 20, "women": 13}, period=sc.Period.of_year(2019))
        after = sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 18, "youth": 9}, period=sc.Period.of_days(date(2020, 1, 1), date(2020, 6, 30)))
        told = to_text(sc.programme.change_between(before, after), lang="vi")

        assert "Từ 20 thành 18 ý kiến: −2 (không so sánh: women, youth)." in told
        assert "Kỳ này: từ 01/01/2020 đến 30/6/2020" in told
        assert "Chỉ có ở kỳ trước: women" in told
        assert "Chỉ có ở kỳ này: youth" in told
        assert "Kỳ trước" not in to_text(sc.programme.change_between(attrs.evolve(before, period=None), sc.Tally(kind=sc.programme.CountKind.OPINION, population="ward", parts={"front": 1, "women": 2})))


class TestUnitsAndOtherRegulations:
    """Units through their people, and people whose outcome another regulation changes."""

    ROWS = (
        ("office", sc.assess(WARD, sc.Facts.of({"duties.fairly_done": False}))),
        ("office", sc.assess(WARD, sc.Facts())),
        ("police", sc.assess(WARD, sc.Facts.of({"duties.fairly_done": False, "conduct.violation": True}))),
    )

    def test_units_side_by_side(self):
        """Every grade of the regulation stands there, best first, and the units go by name."""
        page = to_page(sc.judging.profiles(self.ROWS), lang="vi", names={"office": "Văn phòng"}, regulation=WARD)
        [units, office, police] = [block for block in page.blocks if isinstance(block, Table)]

        assert [one.text for one in units.columns] == ["Đơn vị", "Số người được đánh giá", "Hoàn thành tốt (theo tiêu chí của phường)", "Hoàn thành khá", "Dưới mức khá", "Chưa xác định mức"]
        assert [[cell.text for cell in row] for row in units.rows] == [["Văn phòng", "2", "0", "0", "1", "1"], ["police", "1", "0", "0", "1", "0"]]
        assert office.caption == "Văn phòng: nội dung chưa đạt hoặc chưa rõ"
        assert [cell.text for cell in office.rows[0]] == ["Hoàn thành khá nhiệm vụ được giao", "1", "1"]
        assert [[cell.text for cell in row][1:] for row in police.rows[:3]] == [["1", "0"], ["1", "0"], ["0", "1"]]

    def test_a_single_unit(self):
        """Without its regulation the codes of the grades stand for themselves, unless they are named."""
        profile = sc.judging.profiles(self.ROWS)["office"]
        shown = {lang: to_page(profile, lang=lang, names={"below_fair": "Yếu"}).blocks[0].pairs for lang in ("vi", "en")}

        assert shown["vi"] == (("Số người được đánh giá", "2"), ("Yếu", "1"), ("Chưa xác định mức", "1"))
        assert shown["en"] == (("People assessed", "2"), ("Yếu", "1"), ("Not determined yet", "1"))
        assert to_page(profile, lang="en", regulation=WARD, names={"good": "A"}).blocks[0].pairs[1:3] == (("A", "0"), ("Fair", "0"))

    def test_a_unit_of_which_all_is_known_and_well(self):
        """Nothing fails and nothing is unknown, so there is no table of facts."""
        well = {fact.code: fact.favourable for fact in WARD.ladder.facts}
        page = to_page(sc.judging.profiles([("office", sc.assess(WARD, sc.Facts.of(well)))]), lang="en", regulation=WARD)

        assert [cell.text for cell in page.blocks[0].rows[0]] == ["office", "1", "1", "0", "0", "0"]
        assert len(page.blocks) == 1

    def test_regulations_of_one_name_are_told_apart(self):
        """By the name that the application gives their code, or by their version; other names need nothing more."""
        facts = sc.Facts.of({fact.code: fact.favourable for fact in WARD.ladder.facts} | {"civic.standing": False})

        def told(new, **options):
            changed = sc.judging.compare_regulations(WARD, new, [("o1", facts)])
            return [said for _, said in to_page(changed, lang="en", **options).blocks[1].pairs]

        strict = sc.regulations.good_performance(without_civic="below_fair")
        assert told(strict, names={WARD.code: "as it was", strict.code: "strictly"}) == ["Good performance (2014) (as it was)", "Good performance (2014) (strictly)"]
        later = attrs.evolve(strict, code=WARD.code, version=2)
        assert told(later) == ["Good performance (2014) (version of the encoding 1)", "Good performance (2014) (version of the encoding 2)"]
        assert told(attrs.evolve(strict, label=sc.Label("Mới", "New"))) == ["Good performance (2014)", "New"]

    def test_whose_outcome_another_regulation_changes(self):
        """Before, after, and the lines that are not met on the lower side."""
        new = sc.regulations.good_performance(without_civic="below_fair")
        facts = sc.Facts.of({fact.code: fact.favourable for fact in WARD.ladder.facts} | {"civic.standing": False})
        page = to_page(sc.judging.compare_regulations(WARD, new, [("o1", facts)]), lang="en", names={"o1": "An"})

        assert page.blocks[0].text == "People with another outcome: 1"
        assert page.blocks[1].pairs == (
            ("Regulation (before)", "Good performance (2014) (good_performance_2014)"),
            ("Regulation (after)", "Good performance (2014) (good_performance_2014;without_civic=below_fair)"),
        )
        assert [cell.text for cell in page.blocks[2].rows[0]] == ["An", "Fair", "Below fair", "Standing with the people of the place of residence; Duties not well done"]
        assert "Những người có kết quả khác theo quy định mới" in to_text(sc.judging.compare_regulations(WARD, new, [("o1", facts)])[0])


class TestEvidenceAndProgrammes:
    """Weighing, registrations, measures, plans of supervision, sessions, following up."""

    def test_who_has_registered(self):
        """Those who have not come first; papers of others and second ones are named; all there is good."""
        lodged = [
            sc.Registration(id=paper, subject_id=who, year=2014, lodged_on=date(2014, 1, 20), items=[sc.Commitment(id="1", text="Tiếp dân mỗi sáng thứ ba")])
            for paper, who in (("dk-1", "o1"), ("dk-2", "o1"), ("dk-3", "o9"))
        ]
        page = to_page(sc.evidence.registration_coverage(["o1", "o2"], lodged, year=2014), lang="en", names={"o2": "Bình"})
        whole = to_page(sc.evidence.registration_coverage(["o1"], lodged[:1], year=2014), lang="vi")

        assert (page.blocks[0].mark, page.blocks[0].text) == (Mark.OPEN, "Not registered yet: 1")
        assert [(head.text, [one.text for one in listed.entries]) for head, listed in zip(page.blocks[1::2], page.blocks[2::2], strict=True)] == [
            ("Not registered (1)", ["Bình"]),
            ("Registered (1)", ["o1"]),
            ("Registrations of people outside the group", ["dk-3"]),
            ("Further registrations of one person", ["dk-2"]),
        ]
        assert (whole.blocks[0].mark, whole.blocks[0].text) == (Mark.GOOD, "Mọi người đã đăng ký.")
        assert len(whole.blocks) == 3

    def test_what_to_do_with_feedback(self):
        """The action with where it stands; a law that was not read is marked open and cites nothing."""
        letter = sc.Feedback(id="fb-1", subject_id="o1", channel="suggestion_box", kind=sc.evidence.FeedbackKind.DENUNCIATION, received_on=date(2020, 5, 6), is_checkable=True)
        page, later = (to_page(sc.evidence.handling(letter, on=on), lang="en") for on in (date(2020, 5, 7), date(2027, 1, 1)))

        assert page.blocks[0].text == "Inspect it, or pass it on."
        assert page.blocks[1].pairs == (("Legal basis", "Law No. 25/2018/QH14 of 2018-06-12, Article 25.2"),)
        assert [(one.mark, one.text) for one in later.blocks] == [(Mark.OPEN, "The law of that day was not read.")]

    def test_a_weighing(self):
        """What counted, what was overruled, what was refused and what does not apply."""
        facts = sc.Facts([sc.Fact(code="civic.standing", value=True, sources=["m-1"])])
        said = (
            sc.evidence.Statement(code="civic.standing", answer=True, channel="front_working_committee", ids=("m-1",)),
            sc.evidence.Statement(code="civic.standing", answer=False, channel="of its own", ids=("m-2",), is_overruled=True),
            sc.evidence.Statement(code="civic.standing", answer=sc.FactState.NOT_APPLICABLE, channel="camera", ids=("m-3",)),
        )
        refused = (sc.evidence.Refusal(id="m-4", code=None, reason=sc.evidence.RefusalReason.SAYS_NOTHING), sc.evidence.Refusal(id="m-5", code="civic.standing", reason=sc.evidence.RefusalReason.ANONYMOUS))
        weighing = sc.evidence.Weighing(policy="p", facts=facts, said=said, refused=refused)
        page = to_page(weighing, lang="en", names={"camera": "The camera"})
        [_, counted, refusals] = [block for block in page.blocks if isinstance(block, Table)]

        assert [[cell.text for cell in row][1:] for row in counted.rows] == [
            ["yes", "Front Working Committee", "m-1", "it counts"],
            ["no", "of its own", "m-2", "overruled by a channel that comes first"],
            ["not applicable", "The camera", "m-3", "it counts"],
        ]
        assert [cell.text for cell in refusals.rows[0]] == ["m-4", "–", "makes no claim about a fact"]

    def test_odd_policies_and_registrations(self):
        """Each fault with its items, its likeness to a peer and where it is asked for."""
        finding = sc.evidence.WeighingFinding(kind=next(iter(sc.evidence.WeighingFindingKind)), codes=("civic.standing",), channels=("camera",))
        faults = (
            sc.evidence.RegistrationFault(kind=sc.evidence.RegistrationFaultKind.VAGUE, item_ids=("1",)),
            sc.evidence.RegistrationFault(kind=sc.evidence.RegistrationFaultKind.COPIED, item_ids=("2",), peer=("dk-8", "3"), likeness=Fraction(9, 10)),
        )

        assert "Camera" in to_text(finding, lang="en")
        assert "giống dk-8, mục 3: 90%" in to_text(faults)
        assert "[1] Report:" in to_text(list(faults), lang="en")

    def test_proposals(self):
        """For people to decide; with and without a ground, for people and units, with what is reported to whom."""
        about = sc.Label("Trễ", "Late")
        lapses = [
            sc.judging.Lapse(id="sp-1", person_id="o1", found_on=date(2014, 3, 4), sources=["fb-1"], about=about),
            sc.judging.Lapse(id="sp-2", person_id="o2", found_on=date(2014, 3, 4), sources=["fb-2"], about=about, state=sc.FactState.CONTESTED),
            sc.judging.Lapse(id="sp-3", unit_id="desk", found_on=date(2014, 3, 4), sources=["fb-3"], about=about),
            sc.judging.Lapse(id="sp-4", person_id="o3", found_on=date(2014, 3, 4), sources=["fb-4"], about=about, kind=sc.judging.LapseKind.MORAL_DECLINE),
        ]
        told = to_text(sc.escalate(lapses, sc.judging.EscalationPolicy(window=sc.Period.of_year(2014))), lang="en")

        assert "These are proposals; somebody competent decides." in told
        assert "Proposed: no ground for a proposal\nLapses that do not: sp-2" in told
        assert "desk (unit)" in told
        assert "Reported: sp-4 to " in told

    def test_a_supervision_plan(self):
        """Number, day, issuer; who leads what; and the delegation that supervises one of its own."""
        plan = sc.SupervisionPlan(
            number="02/KH-MT",
            issued_on=date(2014, 2, 28),
            issuer=sc.Label("Mặt trận phường", "The ward's Front"),
            scope=sc.Label("Cán bộ phường", "Officials of the ward"),
            period=sc.Period.of_year(2014),
            contents=[
                sc.programme.PlanContent(id="ethics", label=sc.Label("Đạo đức", "Ethics"), methods=[sc.programme.SupervisionMethod.OBSERVATION]),
                sc.programme.PlanContent(id="one", label=sc.Label("Riêng", "For one"), subject_ids=["o1"]),
            ],
            subjects=[sc.Subject(id="o1", label=sc.Label("Người một", "First")), sc.Subject(id="o2")],
            lead_units=["front"],
            delegations=[sc.programme.Delegation(id="doan", head_id="o2", member_ids=["p1"])],
            charges=[
                sc.programme.Charge(lead_id="front", subject_ids=["o1"], content_ids=["ethics", "one"]),
                sc.programme.Charge(lead_id="doan", subject_ids=["o2"], content_ids=["ethics"]),
            ],
            standards=[WARD.citation],
        )
        told = to_text(plan, lang="vi", names={"o2": "Người hai"})

        assert "Kế hoạch giám sát số 02/KH-MT" in told
        assert "Người hai được doan giám sát, đồng thời là chính doan hoặc thuộc doan" in told
        assert re.search(r"front +Đạo đức; Riêng +1 +Người một", told)
        assert "Tiêu chuẩn đối chiếu" in told
        assert "mọi đối tượng" in told
        alone = attrs.evolve(plan, delegations=[], subjects=plan.subjects[:1], charges=plan.charges[1:])
        assert "Xung đột" not in to_text(alone)

    def test_a_session_and_its_recommendations(self):
        """The conflict of interest stands first; what was recommended is followed up."""
        ask = sc.programme.Matter(id="KN-1", kind=sc.programme.MatterKind.RECOMMENDATION, text=sc.Label("Đối thoại", "Dialogue"), addressee_id="chair", raised_on=date(2023, 6, 2), due=date(2023, 12, 31), competent_id="district")
        session = sc.programme.DelegationSession(
            id="GS-1",
            head_id="head",
            member_ids=["chair"],
            subject_id="chair",
            content=sc.Label("Dân chủ", "Democracy"),
            period=sc.Period.of_year(2022),
            held_on=date(2023, 6, 2),
            results=[sc.programme.AcknowledgedResult(text=sc.Label("Niêm yết", "Posted"), right=sc.obligations.Right.KNOW), sc.programme.AcknowledgedResult(text=sc.Label("Khác", "Other"))],
            recommendations=[ask],
        )
        told = to_text(session, lang="en", names={"chair": "The chair"})
        followed = to_markdown(sc.programme.follow_up([ask], [], as_of=date(2024, 1, 15)), lang="en")

        assert "[!] The chair is supervised and belongs to the delegation." in told
        assert re.search(r"KN-1 +Dialogue +The chair +2023-12-31", told)
        assert "| KN-1 | Dialogue | ✗ overdue | chair | 2023-12-31 | – | – | 15 | not with the one competent |" in followed

    def test_what_is_withheld(self):
        """That nothing is shown, to whom and why."""
        withheld = sc.redact(sc.Facts.of({"civic.standing": True}), sc.Audience.PUBLIC)

        assert "[•] Lý do: không cung cấp cho đối tượng này." in to_text(withheld)


class TestErrors:
    """Errors shown to the people who made them."""

    def test_a_plan_from_elsewhere_is_spoken_of_by_name(self):
        """Who it is about, which lead units, what is expected: by name and in the language of the page, where there are words."""
        asked = sc.Roster(subjects=[sc.Subject(id="a"), sc.Subject(id="b")], lead_units=[sc.LeadUnit(id="u", max_load=1), sc.LeadUnit(id="v")])
        audit = sc.audit_plan([("a", "u"), ("a", "v"), ("b", "u")], asked, year=2021)
        [listed] = [block for block in to_page(audit, names={"a": "An", "u": "Mặt trận", "v": "Phụ nữ"}).blocks if isinstance(block, Table) and block.columns[1].text == "Vị trí"]
        fields = [[(cell.text, cell.lang) for cell in row[1:]] for row in listed.rows]

        assert fields[0] == [("An", None), ("Mặt trận, Phụ nữ", None), ("đúng một đầu mối", None)]
        assert fields[1] == [("Mặt trận", None), ("2", None), ("ít nhất 0 và nhiều nhất 1", None)]
        assert "phân công: “a”" in to_text(audit)
        assert "Mặt trận, “v”" in to_text(audit, names={"u": "Mặt trận"})
        assert "số dòng của bảng quyết định" in to_text(sc.values.BeyondExactness("the lines of a decision table", 9, 8))

    def test_all_faults_at_once(self):
        """Each kind of fault, its place and what would be right in the language of the reader."""
        with pytest.raises(InvalidInput) as caught:
            sc.Roster(subjects=[sc.Subject(id="a"), sc.Subject(id="a")], lead_units=[])
        told = to_text(caught.value)
        html = to_html(caught.value)

        assert "[✗] Số lỗi: 2" in told
        assert re.search(r"trùng lặp +danh sách phân công: các đối *“a” +mỗi mã chỉ một lần", told)
        assert ' lang="en"' not in html
        assert "Roster.subjects" in to_html(caught.value, lang="en")

    def test_whose_input_and_which_rule(self):
        """A contradiction names the facts and the rule that they break."""
        facts = sc.Facts.of({"duties.well_done": True, "duties.fairly_done": False})
        with pytest.raises(sc.ContradictoryFacts) as caught:
            list(sc.assess_all(WARD, [("o1", facts)]))
        told = to_text(caught.value, lang="en", names={"o1": "An"})

        assert "Input of An" in told
        assert "Facts at odds: Assigned duties fairly well done, Assigned duties well done" in told
        assert "The rule that they break: Well done" in told
        assert "Faults: 0" in to_text(sc.ContradictoryFacts(("a",), sc.Label("x", "y")), lang="en")

    def test_other_errors(self):
        """Beyond exactness, documents that are not right, and kinds of faults of one's own."""
        with pytest.raises(InvalidDocument) as caught:
            from_document({"schema": "supervision_core/plan/1"}, sc.Plan)

        assert "Quy mô 1.000.000.000 vượt quá 1.048.576" in to_text(sc.values.BeyondExactness("possible grades", 10**9, 2**20))
        assert f"Số lỗi: {len(caught.value.problems)}" in to_text(caught.value)
        assert all(problem.path in to_text(caught.value) for problem in caught.value.problems)
        assert ' lang="en"' not in to_html(caught.value)
        assert '<p lang="en">of some kind</p>' in to_html(SupervisionError("of some kind"))
        assert re.search(r"of_its_own +here", to_text(Fault("of_its_own", "here", "this", "that")))

    def test_every_kind_of_fault_has_a_name(self):
        """Whatever code the library gives to a fault is known in both languages."""
        source = "".join(path.read_text("utf-8") for path in PLACE.parent.rglob("*.py") if "rendering" not in path.parts)
        codes = set(re.findall(r"\b[Ff]ault\(\s*\"([a-z_]+)\"", source)) | set(re.findall(r"return \"([a-z_]+)\", \"", source))

        assert sorted(codes - set(fault_words.FAULT_KINDS)) == []


class TestRefusals:
    """What there is no report for, and options that a report does not read."""

    def test_an_unknown_kind_is_refused(self):
        """As a TypeError and as an error of the library, naming what there is."""
        for obj in (42, "text", [1, 2], (sc.Label("a", "b"), 3), sc.Subject(id="s"), {"a": 1}):
            with pytest.raises(NotRenderable) as caught:
                to_text(obj)
            assert isinstance(caught.value, SupervisionError)
            assert isinstance(caught.value, TypeError)
            assert "Assessment" in caught.value.supported
            assert pickle.loads(pickle.dumps(caught.value)).args == caught.value.args
        assert "there is one for AreaWarning, Assessment, Audit" in str(caught.value)
        with pytest.raises(NotRenderable, match="list of Label, int"):
            to_html([sc.Label("a", "b"), 3])
        assert "no report for dict" in to_text(caught.value, lang="en")

    def test_options_are_checked_together(self):
        """Language, names, facts, roster and regulation, each with its place."""
        with pytest.raises(InvalidInput) as caught:
            to_text((), lang="fr", names={"a": "", " ": "x"}, facts=1, roster=2, regulation=3, vocabulary=[4])

        assert [fault.place for fault in caught.value.faults] == ["rendering.lang", "rendering.names['a']", "rendering.names", "rendering.facts", "rendering.roster", "rendering.regulation", "rendering.vocabulary[0]"]
        with pytest.raises(InvalidInput, match="names"):
            to_text((), names=["a"])

    def test_an_option_that_is_not_read_is_refused(self):
        """Nothing given is silently left aside."""
        tally = sc.Tally(kind=sc.programme.CountKind.TURN, population="p", parts={})
        with pytest.raises(InvalidInput) as caught:
            to_svg(tally, facts=sc.Facts(), roster=district(1))

        assert [(fault.code, fault.place) for fault in caught.value.faults] == [("surplus", "rendering.facts"), ("surplus", "rendering.roster")]

    def test_names_may_be_labels(self):
        """In the language of the report; the names given come before the roster's own."""
        roster = residential_group()
        plan = sc.plan_year(roster, year=2021)

        assert "Ông Một" in to_text(plan, roster=roster, names={"t1": sc.Label("Ông Một", "Mr One")})
        assert "Mr One" in to_text(plan, roster=roster, lang="en", names={"t1": sc.Label("Ông Một", "Mr One")})
        assert "Head 2" in to_text(plan, roster=roster, lang="en", names={"t1": "x"})


class TestDisplay:
    """In notebooks."""

    def test_it_shows_itself(self):
        """As HTML with its style, as Markdown, as text; its repr names nobody."""
        plan = sc.plan_year(district(2), year=2018)
        display = Display(plan, lang="en", names={"CB001": "An"}, roster=district(2))

        assert display._repr_html_() == f"<style>\n{stylesheet()}</style>\n" + to_html(plan, lang="en", names={"CB001": "An"}, roster=district(2), fragment=True)
        assert display._repr_markdown_() == to_markdown(plan, lang="en", names={"CB001": "An"}, roster=district(2))
        assert str(display) == to_text(plan, lang="en", names={"CB001": "An"}, roster=district(2))
        assert repr(display) == "<Display of Plan>"
        assert repr(Display(sc.Facts())) == "<Display of Facts>"


PAGE = Page(
    title="Một | trang",
    lang="vi",
    blocks=(
        Heading(text="Phần"),
        Heading(text="Phần nhỏ", level=2),
        Paragraph(text="Câu."),
        Paragraph(text="A sentence.", lang="en"),
        Notice(mark=Mark.FLAG, text="Chú ý", notes=("một", "hai")),
        Terms(pairs=(("Tên", "giá trị"),)),
        Table(caption="Bảng", columns=(Column(text="Cột"), Column(text="Số", is_number=True)), rows=((Cell(text="a", mark=Mark.GOOD), Cell(text="1")), (Cell(), Cell(mark=Mark.BAD)))),
        Listing(entries=(Entry(text="một", children=(Entry(text="con", mark=Mark.OPEN, word="chưa rõ", notes=("vì",)),)), Entry(text="hai"))),
        Listing(entries=(Entry(text="đầu"), Entry(text="sau")), is_ordered=True),
        Listing(entries=(Entry(text="x"), Entry(text="y", mark=Mark.FLAG)), is_compact=True),
        Listing(entries=(Entry(text="[1] ghi chú"),), is_plain=True),
        Listing(entries=(Entry(text="đạt", mark=Mark.GOOD),)),
    ),
)


class TestWriters:
    """What each format makes of each part of a page."""

    def test_text(self):
        """Underlined heads, signs, a table in columns, lists within lists."""
        assert write_text(PAGE) == (
            "Một | trang\n===========\n\n"
            "Phần\n----\n\nPhần nhỏ\n········\n\nCâu.\n\nA sentence.\n\n"
            "[!] Chú ý\n    một\n    hai\n\n"
            "Tên: giá trị\n\n"
            "Bảng\nCột  Số\n───  ──\n✓ a   1\n      ✗\n\n"
            "- một\n    ? con: chưa rõ\n      · vì\n- hai\n\n"
            "1. đầu\n2. sau\n\n"
            "x, ! y\n\n"
            "[1] ghi chú\n\n"
            "✓ đạt\n"
        )

    def test_markdown(self):
        """Heads, a quoted notice, a table whose fields cannot break it, lists within lists."""
        assert write_markdown(PAGE) == (
            "# Một &#124; trang\n\n"
            "## Phần\n\n### Phần nhỏ\n\nCâu.\n\nA sentence.\n\n"
            "> **! Chú ý**\n>\n> một\n>\n> hai\n\n"
            "- **Tên:** giá trị\n\n"
            "**Bảng**\n\n| Cột | Số |\n| --- | ---: |\n| ✓ a | 1 |\n|  | ✗ |\n\n"
            "- một\n  - ? con: **chưa rõ** (vì)\n- hai\n\n"
            "1. đầu\n2. sau\n\n"
            "x, ! y\n\n"
            "- \\[1\\] ghi chú\n\n"
            "- ✓ đạt\n"
        )

    def test_html(self):
        """Signs are hidden from screen readers, for the words say it; other languages are marked."""
        html = write_html(PAGE)

        assert html.startswith('<!doctype html>\n<html lang="vi">')
        assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in html
        assert '<p lang="en">A sentence.</p>' in html
        assert '<th scope="row" class="sc-short"><span class="sc-sign sc-good" aria-hidden="true">✓</span>a</th>' in html
        assert '<span class="sc-word sc-open">chưa rõ</span> <span class="sc-muted">(vì)</span>' in html
        assert '<ul class="sc-many"><li>x</li>' in html
        assert "<ol><li>đầu</li>" in html
        assert '<ul class="sc-plain">' in html
        assert '<ul class="sc-tree">' in html
        assert "<script" not in html
        assert "style=" not in html
        assert not re.search(r"https?:|url\(|@import|src=|href=", html)

    def test_a_fragment_is_a_section_whose_headings_start_lower(self):
        """It has no style of its own and repeats no id, so that a page may hold many."""
        fragment = write_html(PAGE, fragment=True)

        assert fragment.startswith('<section class="supervision" lang="vi" aria-label="Một | trang">\n<h2 class="sc-title">')
        assert '<h3 class="sc-part">Phần</h3>' in fragment
        assert "<style" not in fragment
        assert " id=" not in fragment

    def test_svg_sets_a_page_without_pictures(self):
        """Every text of it, and wide enough for its tables."""
        wide = attrs.evolve(PAGE, blocks=(Table(caption="Rộng", columns=tuple(Column(text=f"cột {number}") for number in range(14)), rows=(tuple(Cell(text="một giá trị dài hơn") for _ in range(14)),)),))

        assert all(f">{text}</text>" in write_svg(PAGE) for text in ("Một | trang", "con: chưa rõ", "x, y", "vì"))
        assert int(re.search(r'width="(\d+)"', write_svg(wide))[1]) > 1000
        headed = attrs.evolve(PAGE, blocks=(attrs.evolve(PAGE.blocks[6], is_headed=True),))
        assert "Bảng" not in write_svg(headed)
        assert write_svg(attrs.evolve(PAGE, blocks=())).count("<text") == 1
        assert to_svg(sc.judging.decision_table(WARD)).count(">Dưới mức</text>") == 2

    def test_captions_that_a_heading_says_are_not_seen_twice(self):
        """A screen reader still hears them as the name of the table."""
        headed = attrs.evolve(PAGE, blocks=(attrs.evolve(PAGE.blocks[6], is_headed=True),))

        assert "Bảng" not in write_text(headed)
        assert "Bảng" not in write_markdown(headed)
        assert '<caption><span class="sc-vh">Bảng</span></caption>' in write_html(headed)

    def test_long_lines_are_wrapped(self):
        """A title, a sentence, a value behind its name, a note in a list: none is wider than the page."""
        long = " ".join(["dài"] * 80)
        page = attrs.evolve(PAGE, title=long, blocks=(Paragraph(text=long), Terms(pairs=(("Tên", long),)), Listing(entries=(Entry(text=long, notes=(long,)),))))

        assert max(width(line) for line in write_text(page).splitlines()) <= 96

    def test_narrow_columns_give_way(self):
        """The widest column is wrapped first, within the page's width; many columns may need more."""
        long = " ".join(["dài"] * 60)
        table = Table(caption="b", columns=(Column(text="x"), Column(text="y")), rows=((Cell(text="ngắn"), Cell(text=long)),))

        assert max(width(line) for line in write_text(attrs.evolve(PAGE, blocks=(table,))).splitlines()) <= 96

    def test_empty_pictures(self):
        """No bars, no tracks, no rows: the captions stand, and nothing breaks."""
        none = Table(caption="t", columns=(Column(text="x"),), rows=())
        bars = Bars(caption="b", description="d", bars=(), aim="", table=none)
        zero = attrs.evolve(bars, bars=(ChartBar(label="không", value=Fraction(0), text="0", mark=Mark.BAD),), is_headed=True)
        timeline = Timeline(caption="l", description="d", first="a", last="b", today=(Fraction(1, 2), "nay"), tracks=(Track(label="t", segments=()),), legend=(), table=none)
        grid = Grid(caption="g", description="d", corner="c", columns=(), legend=(), flag="", rows=())
        page = attrs.evolve(PAGE, blocks=(bars, zero, timeline, attrs.evolve(timeline, tracks=()), grid, attrs.evolve(grid, is_headed=True)))

        assert "✗ không  ▏ 0" in write_text(page)
        assert draw_bars(bars).height == 1
        for write in (write_text, write_markdown, write_html, write_svg):
            assert "c" in write(page)

    def test_today_is_named_where_it_fits(self):
        """At the start, in the middle or at the end of the line, so that it stays within the picture."""
        none = Table(caption="t", columns=(Column(text="x"),), rows=())
        segment = Segment(start=Fraction(0), end=Fraction(1), phase=Phase.UNKNOWN, text="s")
        anchors = []
        for place in (Fraction(0), Fraction(1, 2), Fraction(1)):
            timeline = Timeline(caption="l", description="d", first="a", last="b", today=(place, "nay"), tracks=(Track(label="t", segments=(segment,)),), legend=tuple((phase, phase.value) for phase in Phase), table=none)
            [today] = [one for one in draw_timeline(timeline).elements if ">nay<" in one]
            anchors.append(re.findall(r'text-anchor="(\w+)"', today))
        assert anchors == [[], ["middle"], ["end"]]


class TestTexts:
    """Numbers, days, widths and what is made harmless."""

    def test_numbers_in_both_manners(self):
        """Dots and commas change places; fractions stay exact, with their decimals after them."""
        vi, en = (context_of(lang, None, None, None, None) for lang in ("vi", "en"))

        assert [vi.number(6570), en.number(6570), vi.number(999), en.number(-1_234_567)] == ["6.570", "6,570", "999", "-1,234,567"]
        assert [vi.number(Fraction(12345, 2)), en.number(Fraction(-1, 3)), vi.number(Fraction(2, 3))] == ["6.172,5", "≈ -0.33", "≈ 0,67"]
        assert [vi.signed(5), vi.signed(0), vi.signed(-1200)] == ["+5", "0", "−1.200"]
        assert grouped("1000", "en") == "1,000"
        assert number_text(Fraction(1, 2), "vi") == "0,5"

    def test_days_periods_and_values(self):
        """A year and a month by their numbers, other spans by their days, the last year of the calendar too."""
        vi = context_of("vi", None, None, None, None)

        assert vi.day(None) == "–"
        assert vi.period(sc.Period.of_year(2014)) == "năm 2014"
        assert vi.period(sc.Period(start=date(9999, 1, 1), end=date(9999, 2, 2))) == "từ 01/01/9999 đến 01/02/9999"
        assert vi.period(sc.Period.of_month(2026, 12)) == "tháng 12/2026"
        assert vi.period(sc.Period(start=date(2026, 1, 1), end=date(2026, 3, 1))) == "từ 01/01/2026 đến 28/02/2026"
        assert vi.period(sc.Period(start=date(2026, 2, 1), end=date(2027, 2, 1))) == "từ 01/02/2026 đến 31/01/2027"
        assert [vi.value(None), vi.value(True), vi.value(False), vi.value(Fraction(3, 2))] == ["chưa rõ", "có", "không", "1,5"]

    def test_codes_by_name_by_regulation_by_vocabulary(self):
        """In this order; an unknown code stands for itself."""
        context = context_of("en", {"x": "Named"}, None, None, too_large())

        assert [context.code(code) for code in ("x", "f07", "civic.standing", "nobody.knows")] == [
            "Named",
            "item 7",
            "Standing with the people of the place of residence",
            "nobody.knows",
        ]

    def test_widths(self):
        """Marks above letters take no room, pictures two columns; long words are broken."""
        assert [width("Việt"), width("Vie\u0323\u0302t"), width("漢"), width("a")] == [4, 4, 2, 1]
        assert wrapped("", 5) == ("",)
        assert wrapped("abcdefgh ij", 3) == ("abc", "def", "gh", "ij")
        assert wrapped("漢字", 1) == ("漢", "字")
        assert padded("đ", 3, right=True) == "  đ"

    def test_every_latin_letter_takes_the_columns_that_unicode_says(self):
        """None for marks and for what cannot be seen, two for what is wide, one for all others; alone and beside others."""
        for one in map(chr, range(0x20, 0x3100)):
            none, two = unicodedata.category(one) in {"Mn", "Me", "Cf"}, unicodedata.east_asian_width(one) in {"W", "F"}
            assert width(f"Việt{one}") == 4 + (0 if none else 2 if two else 1)

    @pytest.mark.parametrize(
        ("text", "seen"),
        [
            ("An\u202egnud", "An⟨U+202E⟩gnud"),
            ("a\u2066b", "a⟨U+2066⟩b"),
            ("\u200bẩn", "⟨U+200B⟩ẩn"),
            ("một\nhai\u2028ba", "một hai ba"),
            ("\x00\x1b[0m", "⟨U+0000⟩⟨U+001B⟩[0m"),
            ("\ufffe\ufdd0\U0001fffe", "⟨U+FFFE⟩⟨U+FDD0⟩⟨U+1FFFE⟩"),
            ("👩\u200d🌾", "👩\u200d🌾"),
        ],
    )
    def test_nothing_hides(self, text, seen):
        """What turns the direction, cannot be seen or may not stand in XML is written out; joiners stay."""
        assert visible(text) == seen

    @pytest.mark.parametrize(
        ("text", "escaped"),
        [
            ("# một", "\\# một"),
            ("- hai", "\\- hai"),
            ("1. ba", "1\\. ba"),
            ("12) bốn", "12\\) bốn"),
            ("1.5", "1.5"),
            ("3", "3"),
            ("a|b", "a&#124;b"),
            ("http://x", "http&#58;//x"),
            ("a@b.vn", "a&#64;b.vn"),
            ("www.x.vn", "www&#46;x.vn"),
            ("", ""),
            ("&amp;", "&amp;amp;"),
            ("\\|", "\\\\&#124;"),
        ],
    )
    def test_markdown_markers(self, text, escaped):
        """What would start a list, a heading, a cell or a link reads as itself."""
        assert for_markdown(text) == escaped


class TestWords:
    """Every fixed word stands in one place, in both languages."""

    def labels(self):
        """All fixed words by name."""
        found = {name: value for some in (words, words_of_many) for name, value in vars(some).items() if isinstance(value, sc.Label)}
        for name in ("REPEATS_KINDS", "OBJECTIVES", "TIE_BREAKS"):
            found |= {f"{name}.{key}": value for key, value in getattr(words, name).items()}
        return found | {f"FAULT_KINDS.{key}": value for key, value in fault_words.FAULT_KINDS.items()}

    def test_both_languages_say_something_else_with_the_same_slots(self):
        """No word was left untranslated and no slot was lost."""
        for name, label in self.labels().items():
            slots = [set(re.findall(r"\{(\w+)\}", text)) for text in (label.vi, label.en)]
            assert slots[0] == slots[1], name
            if re.sub(r"\{\w+\}|\W", "", label.vi):
                assert label.vi != label.en, name

    def test_english_words_have_no_vietnamese_letter(self):
        """And Vietnamese ones are composed."""
        for name, label in self.labels().items():
            assert re.sub("[“”–]", "", label.en).isascii(), name

    def test_no_word_is_left_over(self):
        """Each is used by some report."""
        code = "".join(path.read_text("utf-8") for path in MODULES if path.name != "words.py")

        assert [name for name in vars(words) if name.isupper() and not re.search(rf"words\.{name}\b", code)] == []
        assert [name for name in vars(words_of_many) if name.isupper() and not re.search(rf"many\.{name}\b", code)] == []

    def test_views_hold_no_words_of_their_own(self):
        """What a view writes between names is a sign or a space; everything else comes from ``words``."""
        for path in MODULES:
            if path.parent.name != "views":
                continue
            tree = ast.parse(path.read_text("utf-8"))
            docs = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and isinstance(node.body[0], ast.Expr)}
            texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs]
            assert [text for text in texts if re.search(r"[^\W\d_]", text) and not re.fullmatch(r"[A-Za-z_]+", text)] == [], path.name


def luminance(colour):
    """The relative luminance of WCAG 2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """The contrast ratio of WCAG 2, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
class TestColours:
    """Both themes can be read."""

    def test_texts(self, theme):
        """Every colour that letters have reaches 4.5 against what it stands on (WCAG 2, AA)."""
        for role in ("ink", "muted", "accent", "good", "bad", "open", "flag", "note"):
            for ground in ("paper", "panel"):
                assert contrast(theme[role], theme[ground]) >= 4.5, (role, ground)
        for number in range(1, KEYS + 1):
            assert contrast(theme["ink"], theme[f"key-{number}"]) >= 4.5, number

    def test_pictures(self, theme):
        """What must be seen without letters reaches 3 (WCAG 2, 1.4.11)."""
        for role in ("bar", "good", "bad", "open", "note", "edge", "accent", "ink"):
            assert contrast(theme[role], theme["paper"]) >= 3, role
        assert contrast(theme["ink"], theme["bar"]) >= 3


class TestWhole:
    """Days and the numbers of papers stay on one line."""

    @pytest.mark.parametrize(
        ("text", "whole"),
        [
            ("from 2026-01-04 on (2026-01-05)", ["2026-01-04", "2026-01-05"]),
            ("Nghị định số 335/2025/NĐ-CP ngày 21/12/2025", ["335/2025/NĐ-CP"]),
            ("nguồn: BB-12/2026, PA-1; <b>-1</b>", ["BB-12/2026", "PA-1"]),
            ("Non-completion of a One-stop desk", []),
            ("-1 and x-" + "1" * 30, []),
            ("(-" * 20_000, []),
        ],
    )
    def test_what_is_kept_whole(self, text, whole):
        """What has a hyphen and a digit and fits a column; words that are only joined may be parted, and long ones must."""
        written = to_html((sc.Fault("blank", "x", text, "x"),), fragment=True, lang="en")

        assert re.findall(r'<span class="sc-whole">(.*?)</span>', written) == whole

    def test_one_pair_looks_alike(self):
        """One is one, and two are several."""
        def said(count):
            subjects = [sc.Subject(id=f"Hòa {number}") for number in range(count)]
            past = {f"Hoà {number}": "u" for number in range(count)}
            roster = sc.Roster(subjects=subjects, lead_units=[sc.LeadUnit(id="u")])
            return to_text(sc.rotation.compare_ids(roster, sc.History.of({2026: past})), lang="en")

        assert "1 pair of ids looks alike" in said(1)
        assert "2 pairs of ids look alike" in said(2)
