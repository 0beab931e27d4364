"""What people read when evidence is refused: where it is, what stands there, and what would be right, for every field."""

from datetime import date
from fractions import Fraction

import pytest

import supervision_core as sc
from supervision_core import Period
from supervision_core.evidence import CommentForm, FormCriterion, FormStep, Head

L = sc.Label("mục", "item")
DAY = date(2014, 5, 6)
YEAR = Period.of_year(2014)
BLANK = "'' -> at least one visible character"
YES_OR_NO = "True or False"
A_DAY = "a day (datetime.date)"
A_LABEL = "1 -> a Label"
NO_LABEL = "1 -> a Label, or None"
NO_CITATION = "1 -> a Citation, or None"
LETTER = {"id": "fb", "subject_id": "o1", "channel": "hotline", "kind": sc.evidence.FeedbackKind.COMMENT, "received_on": DAY}
FEEDBACK_KINDS = "one of FeedbackKind.DENUNCIATION, FeedbackKind.COMPLAINT, FeedbackKind.REFLECTION, FeedbackKind.COMMENT"
ITEM = sc.Commitment(id="1", text="việc")
PAPER = sc.Registration(id="dk", subject_id="o1", year=2014, lodged_on=DAY, items=[ITEM])
RULE = sc.evidence.WeighingRule(codes=["a"], channels=["hotline"])
CHANNEL_WANTED = "1 -> a Channel, or the code of a shipped one"
STATUSES = "one of ResidenceStatus.FULL, ResidenceStatus.REFERRED_EXEMPT, ResidenceStatus.NOT_REFERRED"
FINDINGS = "one of DisciplineFinding.CLEAR, DisciplineFinding.DISCIPLINED"

REFUSED = [
    (
        lambda: sc.evidence.Channel(code="", label=1, is_own_word=1, citation=1),
        "Channel ''",
        {"code": BLANK, "label": A_LABEL, "is_own_word": f"1 -> {YES_OR_NO}", "citation": NO_CITATION},
    ),
    (lambda: sc.evidence.Topic(code="", label=1, citation=1), "Topic ''", {"code": BLANK, "label": A_LABEL, "citation": NO_CITATION}),
    (
        lambda: sc.Feedback(
            id="", subject_id="", channel=1, kind=1, received_on=1, topics=5, says=5, reporter_key="", is_checkable=1, checked=1, answered_on=1
        ),
        "Feedback ''",
        {
            "id": BLANK,
            "subject_id": BLANK,
            "channel": CHANNEL_WANTED,
            "kind": f"1 -> {FEEDBACK_KINDS}",
            "topics": "5 -> a collection of topics",
            "says": "5 -> a mapping from fact codes to True or False",
            "reporter_key": "'' -> at least one visible character",
            "is_checkable": f"1 -> {YES_OR_NO}, or None",
            "received_on": f"1 -> {A_DAY}",
            "answered_on": f"1 -> {A_DAY}",
            "checked": "1 -> one of Checked.PENDING, Checked.CONFIRMED, Checked.REFUTED",
        },
    ),
    (
        lambda: sc.Feedback(
            **{**LETTER, "channel": "hotlin", "topics": ["wrok", 5]},
            says={"": 1}, answered_on=date(2014, 5, 5), checked=sc.evidence.Checked.CONFIRMED, is_checkable=False,
        ),
        "Feedback 'fb'",
        {
            "channel": "'hotlin' -> one of the nearest codes: hotline",
            "topics": "'wrok' -> one of the nearest codes: work; 5 -> a Topic, or the code of a shipped one",
            "says": BLANK,
            "says['']": f"1 -> {YES_OR_NO}",
            "answered_on": "datetime.date(2014, 5, 5) -> 2014-05-06, the day of its receipt, or later",
            "checked_on": "None -> the day, since it is confirmed",
            "checked": "<Checked.CONFIRMED: 'confirmed'> -> a content that could be checked",
        },
    ),
    (
        lambda: sc.Feedback(**{**LETTER, "channel": "zzz"}, topics=["zzz", "work", "work"], checked_on=DAY),
        "Feedback 'fb'",
        {
            "channel": "'zzz' -> a Channel, or the code of a shipped one",
            "topics": "'zzz' -> a Topic, or the code of a shipped one; 'work' -> each topic once",
            "checked_on": "datetime.date(2014, 5, 6) -> None, since it is pending",
        },
    ),
    (
        lambda: sc.Feedback(**LETTER, checked=sc.evidence.Checked.REFUTED, checked_on=date(2014, 5, 5)),
        "Feedback 'fb'",
        {"checked_on": "datetime.date(2014, 5, 5) -> 2014-05-06, the day of its receipt, or later"},
    ),
    (
        lambda: sc.WorkingDays(known=1, days_off=5, worked=["x"], rest=[8]),
        "WorkingDays",
        {
            "known": "1 -> a Period",
            "days_off": "5 -> a collection of days",
            "worked": f"'x' -> {A_DAY}",
            "rest": "(8,) -> weekdays from 1 (Monday) to 7 (Sunday), not all of them",
        },
    ),
    (lambda: sc.WorkingDays(known=YEAR, days_off=[DAY], worked=[DAY]), "WorkingDays", {"worked": "'2014-05-06' -> no day that is a day off as well"}),
    (
        lambda: sc.WorkingDays(known=YEAR, days_off=[date(2015, 5, 6)], worked=[DAY, DAY]),
        "WorkingDays",
        {
            "days_off": "'2015-05-06' -> a day from 2014-01-01 to 2014-12-31, for which it is known",
            "worked": "'2014-05-06' -> each day once; " + "; ".join(["'2014-05-06' -> a weekly day of rest, since others are worked anyway"] * 2),
        },
    ),
    (lambda: sc.WorkingDays(known=YEAR).after("x", 0), "WorkingDays.after", {"day": f"'x' -> {A_DAY}", "count": "0 -> at least 1"}),
    (
        lambda: sc.Rating(id="", subject_id="", channel=1, code="", value=None, applies=1, rated_on=1, by="", covers=1),
        "Rating ''",
        {
            "id": BLANK, "subject_id": BLANK, "code": BLANK, "channel": CHANNEL_WANTED, "applies": f"1 -> {YES_OR_NO}", "rated_on": f"1 -> {A_DAY}",
            "by": BLANK, "covers": "1 -> a Period, or None",
        },
    ),
    (
        lambda: sc.Rating(id="m", subject_id="o1", channel="hotline", code="a", rated_on=DAY),
        "Rating 'm'",
        {"value": "None -> yes, no or an exact number; who cannot say gives no rating"},
    ),
    (
        lambda: sc.Rating(id="m", subject_id="o1", channel="hotline", code="a", rated_on=DAY, value=True, applies=False),
        "Rating 'm'",
        {"value": "True -> None, since the fact does not apply"},
    ),
    (
        lambda: sc.Rating(id="m", subject_id="o1", channel="hotline", code="a", rated_on=DAY, value=0.5),
        "Rating 'm'",
        {"value": "0.5 -> True, False, an exact number (int, Fraction, Decimal), or None for unknown"},
    ),
    (lambda: FormStep(code="", label=1), "FormStep ''", {"code": BLANK, "label": A_LABEL}),
    (lambda: FormCriterion(code="", label=1, steps=[]), "FormCriterion ''", {"code": BLANK, "label": A_LABEL, "steps": "() -> at least one step"}),
    (lambda: FormCriterion(code="c", label=L, steps=[1]), "FormCriterion 'c'", {"steps[0]": "1 -> a FormStep"}),
    (
        lambda: CommentForm(code="", label=1, criteria=[1], citation=1),
        "CommentForm ''",
        {"code": BLANK, "label": A_LABEL, "criteria[0]": "1 -> a FormCriterion", "citation": NO_CITATION},
    ),
    (
        lambda: CommentForm(code="f", label=L, criteria=[FormCriterion(code="c", label=L, steps=[FormStep(code="s", label=L)])] * 2),
        "CommentForm 'f'",
        {"criteria": "'c' -> each id once"},
    ),
    (
        lambda: sc.evidence.ResidenceComment(id="", subject_id="", year=0, made_on=1, made_by="", with_front=1, form=1, steps=5),
        "ResidenceComment ''",
        {
            "id": BLANK, "subject_id": BLANK, "made_by": BLANK, "year": "0 -> at least 1", "made_on": f"1 -> {A_DAY}", "with_front": f"1 -> {YES_OR_NO}",
            "form": "1 -> a CommentForm", "steps": "5 -> a mapping from criteria to steps",
        },
    ),
    (
        lambda: sc.evidence.ResidenceComment(id="n", subject_id="o1", year=9999, made_on=DAY, made_by="b", steps={}),
        "ResidenceComment 'n'",
        {"year": "9999 -> at most 9998"},
    ),
    (
        lambda: sc.evidence.ResidenceComment(id="n", subject_id="o1", year=2015, made_on=DAY, made_by="b", steps={"x": "y", "civic": "y"}),
        "ResidenceComment 'n'",
        {
            "made_on": "datetime.date(2014, 5, 6) -> a day of 2015 or later",
            "steps['civic']": "'y' -> one of exemplary_and_leading, exemplary, not_yet",
            "steps": "'x' -> one of example, civic, meetings, contact, mobilising, recommendation",
        },
    ),
    (
        lambda: sc.evidence.comment_duty(1, [1], year="x"),
        "comment_duty",
        {"status": f"1 -> {STATUSES}", "year": "'x' -> a whole number (int)", "comments[0]": "1 -> a ResidenceComment"},
    ),
    (
        lambda: sc.evidence.comment_duty(
            sc.evidence.ResidenceStatus.FULL,
            [sc.evidence.ResidenceComment(id=who, subject_id=who, year=2021, made_on=date(2021, 12, 1), made_by="b", steps={}) for who in ("o1", "o2")],
            year=2021,
        ),
        "comment_duty",
        {"comments": "2 -> comments on one person"},
    ),
    (
        lambda: sc.evidence.MeetingRecord(id="", subject_id="", meeting_id="", held_on=1, attended=1, gave_opinion=1),
        "MeetingRecord ''",
        {
            "id": BLANK, "subject_id": BLANK, "meeting_id": BLANK, "held_on": f"1 -> {A_DAY}", "attended": f"1 -> {YES_OR_NO}, or None",
            "gave_opinion": f"1 -> {YES_OR_NO}, or None",
        },
    ),
    (
        lambda: sc.evidence.MeetingRecord(id="h", subject_id="o1", meeting_id="m", held_on=DAY, attended=False, gave_opinion=True),
        "MeetingRecord 'h'",
        {"gave_opinion": "True -> False or None from somebody who was not there"},
    ),
    (
        lambda: sc.evidence.ObligationRecord(id="", subject_id="", bearer=1, obligation="", is_fulfilled=1, recorded_on=1),
        "ObligationRecord ''",
        {
            "id": BLANK, "subject_id": BLANK, "obligation": BLANK, "bearer": "1 -> one of Bearer.SELF, Bearer.HOUSEHOLD",
            "is_fulfilled": f"1 -> {YES_OR_NO}, or None", "recorded_on": f"1 -> {A_DAY}",
        },
    ),
    (
        lambda: sc.evidence.ContributionRecord(id="", subject_id="", what=1, given_on=1),
        "ContributionRecord ''",
        {"id": BLANK, "subject_id": BLANK, "what": A_LABEL, "given_on": f"1 -> {A_DAY}"},
    ),
    (
        lambda: sc.evidence.DisciplineRecord(id="", subject_id="", finding=1, covers=1, recorded_on=1, measure=1),
        "DisciplineRecord ''",
        {
            "id": BLANK, "subject_id": BLANK, "covers": "1 -> a Period", "recorded_on": f"1 -> {A_DAY}", "measure": NO_LABEL, "finding": f"1 -> {FINDINGS}",
        },
    ),
    (
        lambda: sc.evidence.DisciplineRecord(id="k", subject_id="o1", finding=sc.evidence.DisciplineFinding.CLEAR, covers=YEAR, recorded_on=DAY, measure=L),
        "DisciplineRecord 'k'",
        {
            "recorded_on": "datetime.date(2014, 5, 6) -> 2014-12-31 or later: nobody can look ahead",
            "measure": "Label(vi='mục', en='item') -> None, since the records are clear",
        },
    ),
    (
        lambda: sc.evidence.DisciplineRecord(id="k", subject_id="o1", finding=sc.evidence.DisciplineFinding.DISCIPLINED, covers=YEAR, recorded_on=date(2013, 5, 6)),
        "DisciplineRecord 'k'",
        {"recorded_on": "datetime.date(2013, 5, 6) -> 2014-01-01 or later: nobody can look ahead"},
    ),
    (lambda: Head(code="", label=1), "Head ''", {"code": BLANK, "label": A_LABEL}),
    (
        lambda: sc.evidence.Scheme(code="", label=1, heads=[1], citation=1),
        "Scheme ''",
        {"code": BLANK, "label": A_LABEL, "heads[0]": "1 -> a Head", "citation": NO_CITATION},
    ),
    (lambda: sc.evidence.Scheme(code="p", label=L, heads=[Head(code="h", label=L)] * 2), "Scheme 'p'", {"heads": "'h' -> each id once"}),
    (
        lambda: sc.Commitment(id="", text="", head="", result="", due_on=1),
        "Commitment ''",
        {"id": BLANK, "text": BLANK, "head": BLANK, "result": BLANK, "due_on": f"1 -> {A_DAY}"},
    ),
    (
        lambda: sc.Registration(id="", subject_id="", year=0, lodged_on=1, scheme=1, items=[]),
        "Registration ''",
        {
            "id": BLANK, "subject_id": BLANK, "year": "0 -> at least 1", "lodged_on": f"1 -> {A_DAY}", "scheme": "1 -> a Scheme",
            "items": "() -> at least one commitment",
        },
    ),
    (
        lambda: sc.Registration(id="d", subject_id="o1", year=9999, lodged_on=DAY, scheme=sc.evidence.CULTIVATION_PLAN, items=[sc.Commitment(id="1", text="a", head="x")]),
        "Registration 'd'",
        {"year": "9999 -> at most 9998", "items['1'].head": "'x' -> None, since the scheme has no heads"},
    ),
    (
        lambda: sc.Registration(id="d", subject_id="o1", year=2014, lodged_on=DAY, items=[sc.Commitment(id="1", text="a", head="x")]),
        "Registration 'd'",
        {
            "items['1'].head": "'x' -> one of responsibility, professionalism, honesty, discipline, exemplary_conduct, bureaucratism, "
            "negative_practices, formalism"
        },
    ),
    (lambda: sc.Registration(id="d", subject_id="o1", year=2014, lodged_on=DAY, items=[1]), "Registration 'd'", {"items[0]": "1 -> a Commitment"}),
    (lambda: sc.Registration(id="d", subject_id="o1", year=2014, lodged_on=DAY, items=[ITEM, ITEM]), "Registration 'd'", {"items": "'1' -> each id once"}),
    (
        lambda: sc.evidence.Progress(id="", subject_id="", registration_id="", item_id="", channel=1, noted_on=1, is_kept=1, by=""),
        "Progress ''",
        {
            "id": BLANK, "subject_id": BLANK, "registration_id": BLANK, "item_id": BLANK, "channel": CHANNEL_WANTED, "noted_on": f"1 -> {A_DAY}",
            "is_kept": f"1 -> {YES_OR_NO}, or None", "by": BLANK,
        },
    ),
    (
        lambda: sc.evidence.registration_coverage(["o1", "o1"], [1], year="x", scheme=1),
        "registration_coverage",
        {
            "subject_ids": "'o1' -> each id once", "registrations[0]": "1 -> a Registration", "year": "'x' -> a whole number (int)",
            "scheme": "1 -> a Scheme",
        },
    ),
    (lambda: sc.evidence.registration_coverage(["o1"], [PAPER, PAPER], year=2014), "registration_coverage", {"registrations": "'dk' -> each id once"}),
    (
        lambda: sc.evidence.Post(code="", label=1, keywords=[""], is_complex=1),
        "Post ''",
        {"code": BLANK, "label": A_LABEL, "keywords": BLANK, "is_complex": f"1 -> {YES_OR_NO}"},
    ),
    (
        lambda: sc.evidence.VettingPolicy(
            concrete_words=-1, concrete_words_if_complex=-1, fitting_items=-1, most_items=0, sequence_length=0, copied_at=0, ask_result=1, ask_day=1,
            vague_phrases=[""], filler_words=[""],
        ),
        "VettingPolicy",
        {
            "concrete_words": "-1 -> at least 0", "concrete_words_if_complex": "-1 -> at least 0", "fitting_items": "-1 -> at least 0",
            "most_items": "0 -> at least 1", "sequence_length": "0 -> at least 1", "copied_at": "'0' -> more than 0, at most 1",
            "ask_result": f"1 -> {YES_OR_NO}", "ask_day": f"1 -> {YES_OR_NO}", "vague_phrases": BLANK, "filler_words": BLANK,
        },
    ),
    (lambda: sc.evidence.VettingPolicy(copied_at=Fraction(5, 4)), "VettingPolicy", {"copied_at": "'5/4' -> more than 0, at most 1"}),
    (
        lambda: sc.registration_faults(1, peers=[1], post=1, policy=1),
        "registration_faults",
        {"registration": "1 -> a Registration", "peers[0]": "1 -> a Registration", "post": "1 -> a Post, or None", "policy": "1 -> a VettingPolicy, or None"},
    ),
    (lambda: sc.registration_faults(PAPER, peers=[PAPER, PAPER]), "registration_faults", {"peers": "'dk' -> each id once"}),
    (
        lambda: sc.evidence.WeighingRule(codes=[], channels=[], supports_only=["x"], yes_needs=0, no_needs=0, precedence=[["y"], ["y"]]),
        "WeighingRule",
        {
            "codes": "() -> at least one", "channels": "() -> at least one", "yes_needs": "0 -> at least 1", "no_needs": "0 -> at least 1",
            "precedence": "'y' -> each id once; 'y' -> a channel that counts here; 'y' -> a channel that counts here",
            "supports_only": "'x' -> a channel that counts here",
        },
    ),
    (lambda: sc.evidence.WeighingRule(codes=["a"], channels=["x"], precedence=["x"]), "WeighingRule", {"precedence[0]": "'x' -> a collection of channel codes"}),
    (
        lambda: sc.evidence.StepReading(form="", criterion="", step="", code="", answer=1),
        "StepReading",
        {"form": BLANK, "criterion": BLANK, "step": BLANK, "code": BLANK, "answer": f"1 -> {YES_OR_NO}"},
    ),
    (
        lambda: sc.evidence.WeighingPolicy(
            code="", label=1, rules=[RULE, RULE], channels=[1], readings=[1], unchecked_kinds=[1], anonymous_unchecked=1, comment_needs_front=1,
            attendance_at_least=2, discipline_shows=[""], waived=[""], schemes=[""], implications=[1], citation=1,
        ),
        "WeighingPolicy ''",
        {
            "code": BLANK, "label": A_LABEL, "rules": "'a' -> each id once", "channels[0]": "1 -> a Channel", "readings[0]": "1 -> a StepReading",
            "unchecked_kinds[0]": "1 -> a FeedbackKind", "anonymous_unchecked": f"1 -> {YES_OR_NO}", "comment_needs_front": f"1 -> {YES_OR_NO}",
            "attendance_at_least": "'2' -> more than 0, at most 1", "discipline_shows": BLANK, "waived": BLANK, "schemes": BLANK,
            "implications[0]": "1 -> an Implication", "citation": NO_CITATION,
        },
    ),
    (
        lambda: sc.evidence.WeighingPolicy(
            code="p", label=L, rules=[sc.evidence.WeighingRule(codes=["a"], channels=["zzz"])], unchecked_kinds=[sc.evidence.FeedbackKind.DENUNCIATION],
            readings=[sc.evidence.StepReading(form="f", criterion="c", step="s", code="a", answer=answer) for answer in (True, False)],
            channels=[sc.evidence.CHANNELS["hotline"]] * 2,
        ),
        "WeighingPolicy 'p'",
        {
            "channels": "'hotline' -> each id once",
            "rules": "'zzz' -> the code of a channel of the policy",
            "readings": "'f/c/s/a' -> each id once",
            "unchecked_kinds": "<FeedbackKind.DENUNCIATION: 'denunciation'> -> no denunciation: it counts once confirmed",
        },
    ),
    (lambda: sc.evidence.WeighingPolicy(code="p", label=L, rules=[1]), "WeighingPolicy 'p'", {"rules[0]": "1 -> a WeighingRule"}),
    (
        lambda: sc.Dossier(subject_id="", period=1, residence_status=1, ratings=[1], comments=[1], feedback=[1], registrations=[1], progress=[1], discipline=[1], meetings=[1], obligations=[1], contributions=[1]),
        "Dossier ''",
        {
            "subject_id": BLANK, "period": "1 -> a Period", "residence_status": f"1 -> {STATUSES}", "ratings[0]": "1 -> a Rating",
            "comments[0]": "1 -> a ResidenceComment", "feedback[0]": "1 -> a Feedback", "registrations[0]": "1 -> a Registration",
            "progress[0]": "1 -> a Progress", "discipline[0]": "1 -> a DisciplineRecord", "meetings[0]": "1 -> a MeetingRecord",
            "obligations[0]": "1 -> an ObligationRecord", "contributions[0]": "1 -> a ContributionRecord",
        },
    ),
    (
        lambda: sc.evidence.gather(
            ["o1", "o1"], 1, residence_statuses=5, ratings=[1], comments=[1], feedback=[1], registrations=[1], progress=[1], discipline=[1], meetings=[1],
            obligations=[1], contributions=[1],
        ),
        "gather",
        {
            "subject_ids": "'o1' -> each id once", "period": "1 -> a Period", "residence_statuses": "5 -> a mapping from subject ids to statuses",
            "ratings[0]": "1 -> a Rating", "comments[0]": "1 -> a ResidenceComment", "feedback[0]": "1 -> a Feedback",
            "registrations[0]": "1 -> a Registration", "progress[0]": "1 -> a Progress", "discipline[0]": "1 -> a DisciplineRecord",
            "meetings[0]": "1 -> a MeetingRecord", "obligations[0]": "1 -> an ObligationRecord", "contributions[0]": "1 -> a ContributionRecord",
        },
    ),
    (
        lambda: sc.evidence.gather(["o1"], YEAR, feedback=[sc.Feedback(**{**LETTER, "subject_id": "o2"})], residence_statuses={"o3": sc.evidence.ResidenceStatus.FULL}),
        "gather",
        {"residence_statuses": "'o3' -> the one subject that is asked about", "feedback": "'fb' about 'o2' -> the one subject that is asked about"},
    ),
    (
        lambda: sc.evidence.gather(["tổ"], YEAR, residence_statuses=dict.fromkeys(("tổ", "to\u0302\u0309"), sc.evidence.ResidenceStatus.FULL)),
        "gather",
        {"residence_statuses": "['tổ', 'tổ'] -> each once; two are alike in composed Unicode"},
    ),
    (lambda: sc.evidence.gather(["o1"], YEAR, residence_statuses={"": sc.evidence.ResidenceStatus.FULL}), "gather", {"residence_statuses": BLANK}),
    (lambda: sc.weigh(1, 1), "weigh", {"dossier": "1 -> a Dossier", "policy": "1 -> a WeighingPolicy"}),
    (lambda: sc.evidence.explain_weighing(1, 1), "weigh", {"dossier": "1 -> a Dossier", "policy": "1 -> a WeighingPolicy"}),
    (
        lambda: sc.evidence.check_weighing(1, [""], forms=[1]),
        "check_weighing",
        {"policy": "1 -> a WeighingPolicy", "codes": BLANK, "forms[0]": "1 -> a CommentForm"},
    ),
    (lambda: sc.evidence.handling(1, on=1), "handling", {"feedback": "1 -> a Feedback", "on": f"1 -> {A_DAY}"}),
    (
        lambda: sc.evidence.handling(sc.Feedback(**LETTER), on=date(2014, 5, 5)),
        "handling",
        {"on": "datetime.date(2014, 5, 5) -> 2014-05-06, the day of its receipt, or later"},
    ),
    (
        lambda: sc.evidence.reply_due(1, reply_due_days=0, calendar=1),
        "reply_due",
        {"feedback": "1 -> a Feedback", "reply_due_days": "0 -> at least 1", "calendar": "1 -> WorkingDays, or None"},
    ),
    (lambda: sc.evidence.reply_state(sc.Feedback(**LETTER), as_of=1, reply_due_days=1, calendar=None), "reply_state", {"as_of": f"1 -> {A_DAY}"}),
    (
        lambda: sc.evidence.reply_state(sc.Feedback(**LETTER), as_of=date(2014, 5, 5), reply_due_days=1, calendar=None),
        "reply_state",
        {"as_of": "datetime.date(2014, 5, 5) -> 2014-05-06, the day of its receipt, or later"},
    ),
    (
        lambda: sc.evidence.reply_counts([1], as_of=1, reply_due_days=0, calendar=1),
        "reply_counts",
        {
            "feedback[0]": "1 -> a Feedback", "as_of": f"1 -> {A_DAY}", "reply_due_days": "0 -> at least 1", "calendar": "1 -> WorkingDays, or None",
        },
    ),
    (lambda: sc.evidence.topic_counts([1]), "topic_counts", {"feedback[0]": "1 -> a Feedback"}),
]  # fmt: skip


@pytest.mark.parametrize(("make", "who", "expected"), REFUSED, ids=[f"{number}-{who.split()[0]}" for number, (_, who, _) in enumerate(REFUSED)])
def test_a_refusal_names_place_value_and_what_would_be_right(make, who, expected):
    """All faults at once, each with its field."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    found = {}
    for fault in raised.value.faults:
        said = f"{fault.found} -> {fault.expected}"
        found[fault.place] = f"{found[fault.place]}; {said}" if fault.place in found else said

    assert found == {f"{who}.{field}": said for field, said in expected.items()}
