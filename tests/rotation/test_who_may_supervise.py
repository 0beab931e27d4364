"""Bars from tiers, areas and ties; records as spreadsheets hold them."""

from typing import ClassVar

import pytest

import supervision_core as sc


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


def bars(roster, **links):
    return [(bar.subject_id, bar.lead_unit_id, bar.reason.name, bar.severity.name) for bar in sc.bars_for(roster, sc.rotation.Links(**links))]


def roster(subjects, units, **rest):
    return sc.Roster(subjects=[sc.Subject(id=one) for one in subjects], lead_units=[sc.LeadUnit(id=unit) for unit in units], **rest)


class TestTiersAndAreas:
    ROSTER = sc.Roster(
        subjects=[
            sc.Subject(id="in commune 1", tier="commune", area="commune 1"),
            sc.Subject(id="in the district", tier="district", area="district 1"),
            sc.Subject(id="of no tier"),
        ],
        lead_units=[
            sc.LeadUnit(id="anyone"),
            sc.LeadUnit(id="commune 1 front", tier="commune", area="commune 1"),
            sc.LeadUnit(id="commune 2 front", tier="commune", area="commune 2"),
            sc.LeadUnit(id="district front", tier="district", area="district 1"),
        ],
    )
    AREAS: ClassVar = {"commune 1": "district 1", "commune 2": "district 1"}

    def test_tiers_and_areas_close_pairs(self):
        """Each tier's posts go to lead units of that tier, each area's to lead units of it or of an area around it."""
        assert bars(self.ROSTER, tiers=sc.rotation.TIERS_UNTIL_2025, areas=self.AREAS) == [
            ("in commune 1", "commune 2 front", "JURISDICTION", "HARD"),
            ("in commune 1", "district front", "JURISDICTION", "HARD"),
            ("in the district", "commune 1 front", "JURISDICTION", "HARD"),
            ("in the district", "commune 2 front", "JURISDICTION", "HARD"),
        ]

    def test_areas_alone(self):
        """Without tiers a district's lead unit may take everything inside the district."""
        assert bars(self.ROSTER, areas=self.AREAS) == [
            ("in commune 1", "commune 2 front", "JURISDICTION", "HARD"),
            ("in the district", "commune 1 front", "JURISDICTION", "HARD"),
            ("in the district", "commune 2 front", "JURISDICTION", "HARD"),
        ]

    def test_a_tier_that_ended_holds_nobody_back(self):
        """From July 2025 there are no districts; a lead unit that still says so is outside the mapping."""
        assert "district" not in sc.rotation.TIERS_SINCE_2025
        assert ("in commune 1", "district front") not in [pair[:2] for pair in bars(self.ROSTER, tiers=sc.rotation.TIERS_SINCE_2025, areas=self.AREAS)]

    def test_areas_that_lie_in_themselves(self):
        """A circle of areas is refused, each area of it named."""
        assert faults_of(lambda: sc.rotation.Links(areas={"a": "b", "b": "c", "c": "b"})) == ["circle", "circle"]


class TestTies:
    def test_heads_members_kin_and_conflicts(self):
        """Each tie closes its pair for its own reason, also where several ties hold."""
        found = bars(
            roster(["a", "b"], ["u", "v", "w"]),
            heads=[("a", "u")],
            members=[("a", "u")],
            kin=[("b", "v")],
            conflicts=[("b", "w")],
        )

        assert found == [
            ("a", "u", "OWN_HEAD", "HARD"),
            ("a", "u", "OWN_MEMBER", "HARD"),
            ("b", "v", "KIN", "HARD"),
            ("b", "w", "DECLARED_CONFLICT", "HARD"),
        ]

    def test_the_only_lead_unit_of_a_residential_group(self):
        """It supervises its own head, planned and visible: the pair is flagged, counted in the score and shown."""
        group = roster(["cell secretary", "group head", "head of the front committee"], ["front committee"])
        head = ("head of the front committee", "front committee")
        given = sc.Roster(
            subjects=group.subjects, lead_units=group.lead_units, bars=sc.bars_for(group, sc.rotation.Links(heads=[head], members=[head]))
        )
        plan = sc.plan_year(given, year=2021)

        assert len(plan.assignments) == 3
        assert dict(plan.score.levels)["flagged"] == 1
        assert sc.verify_plan(given, plan) == ()

    def test_a_strict_locality_forbids_it_all_the_same(self):
        """With HARD the certificate says that the head has nobody."""
        group = roster(["head"], ["front committee"])
        found = sc.bars_for(group, sc.rotation.Links(heads=[("head", "front committee")], where_only_choice=sc.Severity.HARD))
        answer = sc.plan_year(sc.Roster(subjects=group.subjects, lead_units=group.lead_units, bars=found), year=2021)

        assert isinstance(answer, sc.Infeasible)
        # Who heads the lead unit is no bar to lift: there is no single repair.
        assert answer.repairs == ()

    def test_what_is_closed_already_leaves_no_choice(self):
        """Jurisdiction, bars of the roster and ties together may leave none; then the ties only flag."""
        given = sc.Roster(
            subjects=[sc.Subject(id="a", area="here")],
            lead_units=[sc.LeadUnit(id="far", area="there"), sc.LeadUnit(id="shut"), sc.LeadUnit(id="tied")],
            bars=[
                sc.Bar(subject_id="a", lead_unit_id="shut", reason=sc.BarReason.EXCLUDED),
                sc.Bar(subject_id="a", lead_unit_id="tied", reason=sc.BarReason.EXCLUDED, severity=sc.Severity.FLAG),
            ],
        )

        assert bars(given, kin=[("a", "tied")]) == [("a", "far", "JURISDICTION", "HARD"), ("a", "tied", "KIN", "FLAG")]

    def test_who_has_not_declared(self):
        """Where declarations were asked for, the pairs of whoever gave none are flagged, or not, as the locality says."""
        given = roster(["a", "b"], ["u", "v"])

        assert bars(given) == []
        assert bars(given, declared_by=["a"]) == [("b", "u", "UNDECLARED_CONFLICT", "FLAG"), ("b", "v", "UNDECLARED_CONFLICT", "FLAG")]
        assert bars(given, declared_by=["a"], undeclared=sc.rotation.Undeclared.IGNORE) == []

    def test_a_person_whose_unit_is_supervised_too(self):
        """Whether that is an overlap the source does not say: allowed by default, flagged on demand, listed always."""
        given = sc.Roster(
            subjects=[sc.Subject(id="office"), sc.Subject(id="clerk", unit="office"), sc.Subject(id="guest", unit="elsewhere")],
            lead_units=[sc.LeadUnit(id="u")],
        )

        assert sc.rotation.supervised_twice(given) == (("clerk", "office"),)
        assert bars(given) == []
        assert bars(given, person_and_unit=sc.rotation.PersonAndUnit.FLAG) == [("clerk", "u", "EXCLUDED", "FLAG")]

    def test_unknown_ids_are_named_together(self):
        """A tie to somebody the roster does not have is an error, not a tie that silently does nothing."""
        given = roster(["a"], ["u"])

        assert faults_of(lambda: sc.bars_for(given, sc.rotation.Links(heads=[("x", "u")], kin=[("a", "y"), ("z", "w")]))) == ["unknown_id"] * 4
        assert faults_of(lambda: sc.bars_for(1, 2)) == ["wrong_kind"] * 2

    @pytest.mark.parametrize(
        ("links", "codes"),
        [
            ({"heads": 5, "members": "ab"}, ["not_a_collection", "not_a_collection"]),
            ({"heads": [("a", "u", "v")], "kin": [("a", " ")]}, ["wrong_kind", "blank"]),
            ({"heads": [("a", 1)], "conflicts": ["au"]}, ["not_text", "wrong_kind"]),
            ({"declared_by": ["a", "a"]}, ["duplicate"]),
            ({"tiers": 1, "areas": {1: "a"}}, ["wrong_kind", "wrong_kind"]),
            ({"undeclared": 1, "person_and_unit": 2, "where_only_choice": 3}, ["wrong_kind"] * 3),
        ],
    )
    def test_bad_links(self, links, codes):
        """All faults at once."""
        assert faults_of(lambda: sc.rotation.Links(**links)) == codes


class TestRecords:
    def test_parts_of_a_year_by_a_named_rule(self):
        """Everything counts unless the rule says how many months make a year, or that a substitute's do not."""
        records = [
            sc.rotation.Record(subject_id="a", lead_unit_id="u", year=2019, months=4),
            sc.rotation.Record(subject_id="a", lead_unit_id="v", year=2019, months=8),
            sc.rotation.Record(subject_id="a", lead_unit_id="w", year=2020, substitute=True),
        ]

        assert sc.History.of_records(records).lead_units_of("a") == ((2019, ("u", "v")), (2020, ("w",)))
        assert sc.History.of_records(records, counting=sc.rotation.CountingRule(least_months=6)).lead_units_of("a") == ((2019, ("v",)), (2020, ("w",)))
        assert sc.History.of_records(records, counting=sc.rotation.CountingRule(substitutes_count=False)).years == (2019,)

    def test_rows_of_a_spreadsheet(self):
        """Mappings with the field names are read as records; what they leave out has its default."""
        rows = [{"subject_id": "a", "lead_unit_id": "u", "year": 2020}, sc.rotation.Record(subject_id="b", lead_unit_id=None, year=2020)]
        history = sc.History.of_records(rows)

        assert history.lead_units_of("a") == ((2020, ("u",)),)
        assert history.unknown == ((2020, "b"),)
        assert list(history.records()) == [rows_record("a", "u"), rows_record("b", None)]

    def test_an_unknown_lead_unit_is_neither_fresh_nor_a_repeat(self):
        """Nothing is known to repeat, and nothing counts as familiar; the gap stays visible in the history."""
        history = sc.History.of_records([sc.rotation.Record(subject_id="a", lead_unit_id=None, year=2020)])
        plan = sc.plan_year(roster(["a"], ["u"]), year=2021, history=history)

        assert dict(plan.score.levels)["repeats_1"] == 0
        assert history.before(2020).unknown == ()
        assert history.with_plan(plan).unknown == history.unknown
        assert history != sc.History()

    def test_contradictions_come_together(self):
        """A pair for a whole year twice, known beside unknown, and more than twelve months in a year."""
        records = [
            sc.rotation.Record(subject_id="a", lead_unit_id="u", year=2020),
            sc.rotation.Record(subject_id="a", lead_unit_id="u", year=2020),
            sc.rotation.Record(subject_id="b", lead_unit_id="u", year=2020),
            sc.rotation.Record(subject_id="b", lead_unit_id=None, year=2020),
            sc.rotation.Record(subject_id="c", lead_unit_id="u", year=2020, months=7),
            sc.rotation.Record(subject_id="c", lead_unit_id="v", year=2020, months=7),
            sc.rotation.Record(subject_id="d", lead_unit_id="u", year=2020),
            sc.rotation.Record(subject_id="d", lead_unit_id="v", year=2020),
            sc.rotation.Record(subject_id="e", lead_unit_id="u", year=2020),
            sc.rotation.Record(subject_id="e", lead_unit_id="v", year=2020, months=2, substitute=True),
        ]
        with pytest.raises(sc.InvalidInput) as raised:
            sc.History.of_records(records)

        assert [(fault.code, fault.place, fault.found) for fault in raised.value.faults] == [
            ("duplicate", "History.records[1]", "('a', 2020, 'u')"),
            ("contradiction", "History.records[2]", "('b', 2020, 'u')"),
            ("contradiction", "History.records[5]", "14 months of 'c' in 2020"),
        ]

    def test_lineage(self):
        """Two lead units merged, one split, a subject renamed: what they had goes with them, in one step that is not chained."""
        lineage = sc.Lineage(
            lead_units={"north": ["city"], "south": ["city"], "city": ["other"], "big": ["left", "right"]},
            subjects={"old name": ["new name"]},
        )
        history = sc.History.of({2019: {"old name": "north"}, 2020: {"old name": "big", "b": "kept"}}).with_lineage(lineage)

        assert history.lead_units_of("new name") == ((2019, ("city",)), (2020, ("left", "right")))
        assert history.lead_units_of("b") == ((2020, ("kept",)),)
        assert (lineage.of_lead_unit("south"), lineage.of_subject("b")) == (("city",), ("b",))

    def test_lineage_of_an_unknown_record(self):
        """A subject that was renamed keeps its unknown years."""
        record = sc.rotation.Record(subject_id="old", lead_unit_id=None, year=2020)
        history = sc.History.of_records([record], lineage=sc.Lineage(subjects={"old": ["new"]}))

        assert history.unknown == ((2020, "new"),)

    @pytest.mark.parametrize(
        ("make", "codes"),
        [
            (lambda: sc.Lineage(reforms=5, subjects=6), ["not_a_collection", "wrong_kind"]),
            (lambda: sc.Lineage(lead_units={"a": ["b", "b"], " ": ["c"]}, subjects=5), ["duplicate", "blank", "wrong_kind"]),
            (lambda: sc.rotation.CountingRule(least_months=13, substitutes_count=1), ["too_large", "wrong_kind"]),
            (lambda: sc.rotation.Record(subject_id="a", lead_unit_id="u", year=2020, months=0, substitute=None), ["too_small", "wrong_kind"]),
            (lambda: sc.History.of_records([], counting=1, lineage=2), ["wrong_kind", "wrong_kind"]),
        ],
    )
    def test_bad_input(self, make, codes):
        """All faults at once."""
        assert sorted(faults_of(make)) == sorted(codes)

    def test_reprs_name_no_person(self):
        """A subject's id may stand for a person."""
        assert repr(sc.rotation.Record(subject_id="Nguyễn Văn A", lead_unit_id="u", year=2020)) == "<Record of 2020: u>"


def rows_record(subject, unit):
    return sc.rotation.Record(subject_id=subject, lead_unit_id=unit, year=2020)
