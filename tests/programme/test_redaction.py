"""Redaction case by case: tokens, pseudonyms, own people, published reviews, and the table of disclosures."""

import hashlib
from datetime import date
from fractions import Fraction

import attrs
import pytest

import supervision_core as sc
from contract.kinds import every_kind
from supervision_core.programme.sealing import ROLES

PERIOD = sc.Period.of_year(2026)
LABEL = sc.Label("mục", "item")
WARD = sc.regulations.GOOD_PERFORMANCE_2014


def feedback(**changes):
    """A comment on o1 by somebody known to the receiving unit."""
    known = {
        "id": "letter-9",
        "subject_id": "o1",
        "channel": "suggestion_box",
        "kind": sc.evidence.FeedbackKind.COMMENT,
        "received_on": date(2026, 5, 3),
        "says": {"civic.standing": True},
        "reporter_key": "k-77",
    }
    return sc.Feedback(**{**known, **changes})


def obligation(number, bearer, what):
    """A record of a civic obligation of o1 or the household."""
    return sc.evidence.ObligationRecord(
        id=f"rec-{number}", subject_id="o1", bearer=bearer, obligation=what, is_fulfilled=True, recorded_on=date(2026, 6, 1)
    )


def test_tokens_are_numbered_in_the_order_of_the_ids():
    """Within one value each id has one number, wide enough for all of them."""
    facts = sc.Facts.of(
        {"civic.standing": True, "duties.well_done": True},
        sources={"civic.standing": [f"s{number:02}" for number in range(11)], "duties.well_done": ["s03", "z"]},
    )
    shown = sc.redact(facts, sc.Audience.OFFICIAL)

    assert shown.get("civic.standing").sources[:3] == ("#01", "#02", "#03")
    assert shown.get("duties.well_done").sources == ("#04", "#12")


def test_a_salt_makes_pseudonyms_that_are_the_same_everywhere():
    """SHA-256 of salt, a zero byte and the id, in every value; already made ones stay."""
    shown = sc.redact(feedback(), sc.Audience.LEAD_UNIT, salt="muối")
    digest = hashlib.sha256("muối".encode() + b"\0" + b"letter-9").hexdigest()

    assert shown.id == f"#{digest}"
    assert sc.redact(shown, sc.Audience.LEAD_UNIT, salt="muối") == shown
    assert sc.redact(feedback(reporter_key=None), sc.Audience.LEAD_UNIT, salt="muối").reporter_key is None


def test_who_speaks_about_oneself_stays_visible():
    """A self-rating is the official's own word; another body's rating is nobody's business."""
    own, other = (
        sc.Rating(id=f"r-{by}", subject_id="o1", channel="self_report", code="civic.standing", value=True, rated_on=date(2026, 6, 1), by=by)
        for by in ("o1", "b7")
    )
    dossier = sc.Dossier(subject_id="o1", period=PERIOD, ratings=[own, other])

    assert {one.by for one in sc.redact(dossier, sc.Audience.OFFICIAL).ratings} == {"o1", "@1"}


def test_a_household_s_obligations_are_not_named():
    """The official's own ones are; that the household fulfilled something stays, since the grade rests on it."""
    dossier = sc.Dossier(
        subject_id="o1",
        period=PERIOD,
        obligations=[obligation(1, sc.evidence.Bearer.SELF, "thuế đất"), obligation(2, sc.evidence.Bearer.HOUSEHOLD, "thuế đất")],
    )
    shown = sc.redact(dossier, sc.Audience.OFFICIAL)

    assert {(one.bearer, one.obligation, one.is_fulfilled) for one in shown.obligations} == {
        (sc.evidence.Bearer.SELF, "thuế đất", True),
        (sc.evidence.Bearer.HOUSEHOLD, "~1", True),
    }


def test_the_lead_unit_does_not_see_what_a_disciplinary_measure_was():
    """The finding stays, for the grade; the official sees the measure too."""
    record = sc.evidence.DisciplineRecord(
        id="d1", subject_id="o1", finding=sc.evidence.DisciplineFinding.DISCIPLINED, covers=PERIOD, recorded_on=date(2026, 7, 1), measure=LABEL
    )

    assert sc.redact(record, sc.Audience.LEAD_UNIT).measure is None
    assert sc.redact(record, sc.Audience.OFFICIAL).measure == LABEL
    assert sc.redact(record, sc.Audience.LEAD_UNIT).finding is sc.evidence.DisciplineFinding.DISCIPLINED


def test_kinship_becomes_an_exclusion_and_like_bars_become_one():
    """Who is kin to whom is not published; that the pair is closed is."""
    bars = [sc.Bar(subject_id="s1", lead_unit_id="u1", reason=reason) for reason in (sc.BarReason.KIN, sc.BarReason.DECLARED_CONFLICT)]
    roster = sc.Roster(
        subjects=[sc.Subject(id="s1", label=LABEL)], lead_units=[sc.LeadUnit(id="u1"), sc.LeadUnit(id="u2")], bars=bars
    )
    shown = sc.redact(roster, sc.Audience.PUBLIC)

    assert [(bar.reason, bar.severity) for bar in shown.bars] == [(sc.BarReason.EXCLUDED, sc.Severity.HARD)]
    assert shown.subjects[0].label is None
    assert sc.redact(roster, sc.Audience.OFFICIAL).subjects[0].label == LABEL


def test_reasons_of_alternatives_lose_their_ties():
    """The official learns that another lead unit is closed, not whose kin works there."""
    roster = sc.Roster(
        subjects=[sc.Subject(id="s1")],
        lead_units=[sc.LeadUnit(id="u1"), sc.LeadUnit(id="u2")],
        bars=[sc.Bar(subject_id="s1", lead_unit_id="u1", reason=reason) for reason in (sc.BarReason.KIN, sc.BarReason.OWN_MEMBER)],
    )
    found = sc.explain_assignment(sc.plan_year(roster, year=2026), roster, "s1")
    shown = sc.redact(found, sc.Audience.OFFICIAL, own=["s1"])

    assert shown.others[0].closed == (sc.BarReason.OWN_MEMBER, sc.BarReason.EXCLUDED)


def test_warnings_of_a_plan_stay_with_the_party_committee():
    """And their bars lose their ties there too."""
    roster = sc.Roster(
        subjects=[sc.Subject(id="s1"), sc.Subject(id="s2")],
        lead_units=[sc.LeadUnit(id="u1"), sc.LeadUnit(id="u2")],
        bars=[sc.Bar(subject_id="s1", lead_unit_id="u2", reason=sc.BarReason.KIN)],
    )
    plan = sc.plan_year(roster, year=2026, policy=sc.RotationPolicy(repeats=sc.Repeats.FORBID))
    committee = sc.redact(plan, sc.Audience.PARTY_COMMITTEE)

    assert len(plan.warnings) == len(committee.warnings) == 1
    assert {reason for group in committee.warnings[0].violations[0].barred for reason in group.reasons} == {
        sc.BarReason.COOLING_OFF,
        sc.BarReason.EXCLUDED,
    }
    assert sc.redact(plan, sc.Audience.PUBLIC).warnings == ()


def test_values_about_others_are_withheld():
    """An official asks about a colleague, a lead unit about somebody else's subject."""
    withheld = sc.redact(feedback(), sc.Audience.OFFICIAL, own=["o2"])

    assert withheld == sc.programme.Withheld(kind="Feedback", audience=sc.Audience.OFFICIAL, reason=sc.programme.WithheldReason.ABOUT_OTHERS)
    assert sc.redact(withheld, sc.Audience.OFFICIAL) is withheld
    assert sc.redact(feedback(), sc.Audience.LEAD_UNIT, own=["o2", "o1"]).subject_id == "o1"
    assert withheld.sentence("en") == "Evidence: it is about other people (the official concerned)"
    unheard_of = attrs.evolve(withheld, kind="minutes")
    assert unheard_of.sentence("vi", {"minutes": "biên bản"}).startswith("Biên bản: ")


def test_a_matter_is_one_s_own_when_it_is_about_or_addressed_to_one():
    """Both may see it and how it stands; a third person may not."""
    matter = sc.programme.Matter(
        id="m1", kind=sc.programme.MatterKind.PRESSING_MATTER, text=LABEL, addressee_id="chair", raised_on=date(2026, 5, 1), about_id="o1"
    )
    state = sc.programme.follow_up([matter], [], as_of=date(2026, 6, 1))["m1"]

    assert [isinstance(sc.redact(state, sc.Audience.OFFICIAL, own=[who]), sc.programme.FollowUp) for who in ("o1", "chair", "o2")] == [True, True, False]


def test_of_a_quota_each_sees_one_s_own_row():
    """Lists of people need to know whose; what is left of them is one's own, ties included."""
    best = sc.assess(WARD, sc.Facts.of({fact.code: fact.favourable for fact in WARD.ladder.facts}))
    rows = [("o1", "a", best), ("o2", "a", best), ("o3", "b", sc.assess(WARD, sc.Facts()))]
    result = sc.apply_quota(rows, sc.judging.Quota(grade="good", falls_to="fair", share=Fraction(1, 2), base=sc.judging.QuotaBase.ALL))

    assert sc.redact(result, sc.Audience.OFFICIAL).reason is sc.programme.WithheldReason.WHOSE_NOT_SAID
    mine = sc.redact(result, sc.Audience.OFFICIAL, own=["o1"])
    assert [row.subject_id for row in mine.rows] == ["o1"]
    assert [tie.subject_ids for tie in mine.undecided] == [("o1",)]
    assert sc.redact(result, sc.Audience.OFFICIAL, own=["o3"]).undetermined == ("o3",)
    assert sc.redact(result, sc.Audience.LEAD_UNIT, own=["o9"]).reason is sc.programme.WithheldReason.ABOUT_OTHERS
    assert sc.redact(result.undecided[0], sc.Audience.LEAD_UNIT, own=["o9"]).reason is sc.programme.WithheldReason.ABOUT_OTHERS
    assert sc.redact(result, sc.Audience.PARTY_COMMITTEE) == result


def test_of_a_judged_table_each_sees_one_s_own_rows():
    """What is left of a table are the rows of one's own people, with their faults; a table without ids is nobody's."""
    judged = sc.assess_columns(WARD, {"conduct.violation": [True, False, 1, False]}, ids=["o1", "o2", "o3", "o4"])

    shown = sc.redact(judged, sc.Audience.LEAD_UNIT, own=["o1", "o3"])
    assert shown.ids == ("o1", "o3")
    assert shown.assessments == (judged.assessments[0], None)
    assert shown.faults == ((1, judged.faults[0][1]),)
    assert sc.redact(judged, sc.Audience.OFFICIAL, own=["o9"]).reason is sc.programme.WithheldReason.ABOUT_OTHERS
    assert sc.redact(judged, sc.Audience.OFFICIAL).reason is sc.programme.WithheldReason.WHOSE_NOT_SAID
    assert sc.redact(judged, sc.Audience.PARTY_COMMITTEE) == judged
    nameless = sc.assess_columns(WARD, {"conduct.violation": [True]})
    assert sc.redact(nameless, sc.Audience.OFFICIAL, own=["o1"]).reason is sc.programme.WithheldReason.ABOUT_OTHERS


def test_of_turns_and_registrations_the_lead_unit_sees_its_own_subjects():
    """Who else was supervised or has not registered is not its business."""
    turn = sc.programme.SupervisionTurn(id="t1", on=date(2026, 5, 1), lead_unit_id="u1", subject_ids=["o1", "o2"], commented_ids=["o2"])
    coverage = sc.evidence.registration_coverage(["o1", "o2"], [], year=2026)

    shown = sc.redact(turn, sc.Audience.LEAD_UNIT, own=["o1"])
    assert (shown.subject_ids, shown.commented_ids) == (("o1",), ())
    assert isinstance(sc.redact(turn, sc.Audience.LEAD_UNIT, own=["o3"]), sc.programme.Withheld)
    assert sc.redact(coverage, sc.Audience.LEAD_UNIT, own=["o1"]).missing == ("o1",)
    assert isinstance(sc.redact(coverage, sc.Audience.LEAD_UNIT, own=["o3"]), sc.programme.Withheld)
    assert isinstance(sc.redact(turn, sc.Audience.OFFICIAL, own=["o1"]), sc.programme.Withheld)


def test_a_copied_commitment_does_not_name_the_colleague():
    """That it was copied is said; from whom is not."""
    items = [sc.Commitment(id="1", text="Trả kết quả hồ sơ đất đai đúng hẹn trong tuần")]
    mine, theirs = (
        sc.Registration(id=who, subject_id=who, year=2026, lodged_on=date(2026, 1, 5), items=items) for who in ("o1", "o2")
    )
    copied = next(one for one in sc.registration_faults(mine, peers=[theirs]) if one.kind is sc.evidence.RegistrationFaultKind.COPIED)

    assert copied.peer == ("o2", "1")
    assert sc.redact(copied, sc.Audience.OFFICIAL).peer is None


def test_counts_are_published_with_small_ones_kept_back():
    """The next one goes with it, since the sum would give it away; the party committee sees the numbers."""
    tally = sc.Tally(kind=sc.programme.CountKind.PERSON, population="fair", parts={"desk": 2, "land": 8, "police": 30})

    assert dict(sc.redact(tally, sc.Audience.PUBLIC).parts) == {"desk": None, "land": None, "police": 30}
    assert dict(sc.redact(tally, sc.Audience.PUBLIC, at_least=3).parts) == {"desk": None, "land": None, "police": 30}
    assert sc.redact(tally, sc.Audience.PARTY_COMMITTEE) is tally
    assert sc.redact(sc.publish(tally, at_least=5), sc.Audience.PUBLIC) == sc.publish(tally, at_least=5)


def test_a_published_review_says_nothing_in_words_about_people():
    """Counts are cut, cited lines stay, the words of matters are kept back while their state stays."""
    line = sc.programme.ReviewLine(label=sc.Label("Bà A phản ánh", "Mrs A says"), state=sc.Label("quá hạn", "overdue"), remark=LABEL, sources=["letter-1"])
    cited = sc.programme.ReviewLine(label=sc.Label("Tiếp công dân", "Reception"), citation=WARD.citation)
    counted = sc.programme.ReviewLine(label=sc.Label("nhắc nhở", "reminded"), count=1, kind=sc.programme.CountKind.PERSON)
    review = sc.Review(
        id="bc-1",
        kind=sc.programme.ReviewKind.INTERIM,
        title=LABEL,
        submitted_by=LABEL,
        period=PERIOD,
        as_of=date(2026, 7, 1),
        sections=[sc.programme.ReviewSection(code="a", title=LABEL, lines=[line, cited, counted])],
    )
    shown = sc.redact(review, sc.Audience.PUBLIC).sections[0].lines

    assert [(one.label.en, one.remark, one.count) for one in shown] == [("kept back", None, None), ("Reception", None, None), ("reminded", None, None)]
    assert shown[0].state.en == "overdue"
    assert shown[2].state.vi == "không công bố"
    assert sc.redact(counted, sc.Audience.PUBLIC).count is None
    assert sc.redact(line, sc.Audience.PARTY_COMMITTEE).sources == ("#1",)


@pytest.mark.parametrize(
    ("obj", "options", "code"),
    [
        ("text", {}, "unknown_kind"),
        (attrs.make_class("Mine", [])(), {}, "unknown_kind"),
        (LABEL, {"at_least": 2}, "too_small"),
        (LABEL, {"salt": " "}, "blank"),
        (LABEL, {"own": ["o1", "o1"]}, "duplicate"),
    ],
)
def test_what_makes_no_sense_is_refused(obj, options, code):
    """Values of other libraries, blank salts, bounds that keep nothing back, ids given twice."""
    with pytest.raises(sc.InvalidInput) as refused:
        sc.redact(obj, sc.Audience.PUBLIC, **options)

    assert [fault.code for fault in refused.value.faults] == [code]


def test_an_audience_is_no_text():
    """The name of an audience is not the audience."""
    with pytest.raises(sc.InvalidInput, match="Audience"):
        sc.redact(LABEL, "public")


def test_every_kind_stands_in_one_row_of_the_table():
    """Nothing is shown by oversight, and nothing stands there twice."""
    listed = [kind for one in sc.programme.DISCLOSURES for kind in one.kinds]

    assert sorted(listed) == sorted({kind.__name__ for kind in every_kind()})
    with pytest.raises(sc.InvalidInput, match="unknown_kind"):
        sc.programme.disclosure_of("Nothing")


def test_the_written_table_is_the_table():
    """The docstring's lines say what the rows say, in their order."""
    from supervision_core.programme import audiences as disclosures

    lines = [line for line in disclosures.__doc__.splitlines() if line.split()[-1:] and line.split()[-1] in {"whole", "sealed", "published", "nothing"}]
    written = [tuple(line.split()[-4:]) for line in lines]

    assert written == [tuple(one.shown(audience).value for audience in (sc.Audience.OFFICIAL, sc.Audience.LEAD_UNIT, sc.Audience.PARTY_COMMITTEE, sc.Audience.PUBLIC)) for one in sc.programme.DISCLOSURES]
    assert all(one.shown(sc.Audience.RECEIVING_UNIT) is sc.programme.Visibility.WHOLE for one in sc.programme.DISCLOSURES)


def test_protected_fields_are_fields():
    """Each name in the table of roles is a field of its kind, and of a kind that somebody sees only in part."""
    kinds = {kind.__name__: kind for kind in every_kind()}
    for name, fields in ROLES.items():
        assert set(fields) <= {field.name for field in attrs.fields(kinds[name])}
        assert sc.programme.disclosure_of(name).public is not sc.programme.Visibility.WHOLE


def test_labels_speak_both_languages():
    """Audiences, what they see and why not."""
    for kind in (sc.Audience, sc.programme.Visibility, sc.programme.WithheldReason):
        assert len({one.label.vi for one in kind}) == len({one.label.en for one in kind}) == len(kind)


def test_the_public_sees_a_section_of_a_review_without_its_small_count():
    """A section by itself is published as if it were the whole review: a lone two is kept back, a lone eight stays."""
    def counts(count):
        line = sc.programme.ReviewLine(label=LABEL, count=count, kind=sc.programme.CountKind.PERSON)
        section = sc.programme.ReviewSection(code="x", title=LABEL, lines=[line])
        return [one.count for one in sc.redact(section, sc.Audience.PUBLIC).lines]

    assert (counts(2), counts(8)) == ([None], [8])
