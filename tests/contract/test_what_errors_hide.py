"""J23: no error shows who reported, who rated, who commented, or the salt of pseudonyms, whatever is wrong with it."""

from datetime import date

import pytest

import supervision_core as sc
from supervision_core.programme.sealing import ROLES, Role
from supervision_core.serialization import InvalidDocument, from_document, to_document

CANARY = "canary-of-a-key"
#: What may be wrong with a text, and what is none.
WRONG = [f"{CANARY}\n", f"{CANARY}\ud800", CANARY * 1_000, [CANARY], {CANARY: 1}, CANARY.encode()]
DAY = date(2026, 5, 3)
FEEDBACK = {"id": "f1", "subject_id": "o1", "channel": "suggestion_box", "kind": sc.evidence.FeedbackKind.COMMENT, "received_on": DAY, "says": {"civic.standing": True}}
RATING = {"id": "r1", "subject_id": "o1", "channel": "front_working_committee", "code": "civic.standing", "value": True, "rated_on": DAY}
COMMENT = {"id": "c1", "subject_id": "o1", "year": 2026, "made_on": DAY, "steps": {}}
PROGRESS = {"id": "p1", "subject_id": "o1", "registration_id": "g1", "item_id": "i1", "channel": "self_report", "noted_on": DAY, "is_kept": True}
#: Each field that says who reported, with what else the value needs.
FIELDS = {
    ("Feedback", "reporter_key"): (sc.Feedback, FEEDBACK),
    ("Rating", "by"): (sc.Rating, RATING),
    ("ResidenceComment", "made_by"): (sc.evidence.ResidenceComment, COMMENT),
    ("Progress", "by"): (sc.evidence.Progress, PROGRESS),
}


def hides(error):
    """Nothing of an error shows the key: its words, its repr, its faults, its notes."""
    shown = [str(error), repr(error), *getattr(error, "__notes__", ()), *map(repr, getattr(error, "faults", ()))]
    return not any(CANARY in one for one in shown)


def test_every_field_that_says_who_reported_is_looked_at():
    """The table of sealed fields has no other of that role."""
    assert set(FIELDS) == {(name, field) for name, roles in ROLES.items() for field, role in roles.items() if role is Role.REPORTER}


@pytest.mark.parametrize("wrong", WRONG, ids=["control", "surrogate", "long", "list", "dict", "bytes"])
@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_who_reported_is_in_no_error(kind, name, wrong):
    """A key with a control character, half a character, too long, or no text at all: the fault names its field alone."""
    made, parts = FIELDS[kind, name]

    with pytest.raises(sc.InvalidInput) as caught:
        made(**parts, **{name: wrong})
    assert hides(caught.value)
    assert any(fault.place.endswith(f".{name}") for fault in caught.value.faults)


@pytest.mark.parametrize("wrong", WRONG[:1] + WRONG[3:5], ids=["control", "list", "object"])
def test_who_reported_is_in_no_problem_of_a_document(wrong):
    """As a value of another kind, and as a key that is not known."""
    document = to_document(sc.Feedback(**FEEDBACK, reporter_key="k"))

    for damaged in ({**document, "reporter_key": wrong}, {**document, f"{CANARY} {CANARY}": 1}):
        with pytest.raises(InvalidDocument) as caught:
            from_document(damaged, sc.Feedback)
        assert hides(caught.value)


@pytest.mark.parametrize("wrong", WRONG, ids=["control", "surrogate", "long", "list", "dict", "bytes"])
def test_the_salt_of_pseudonyms_is_in_no_error(wrong):
    """Whoever has the salt can try ids."""
    with pytest.raises(sc.InvalidInput) as caught:
        sc.redact(sc.Feedback(**FEEDBACK), sc.Audience.OFFICIAL, salt=wrong)
    assert hides(caught.value)


def test_what_takes_other_values_does_not_show_evidence():
    """Evidence where something else is asked, twice, about somebody else, or of another year."""
    letter = sc.Feedback(**FEEDBACK, reporter_key=CANARY)
    year = sc.Period.of_year(2026)
    for call in (
        lambda: sc.weigh(letter, sc.evidence.WARD_WEIGHING),
        lambda: sc.publish(letter, at_least=5),
        lambda: sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, letter),
        lambda: sc.redact(letter, letter),
        lambda: sc.Dossier(subject_id="o1", period=year, feedback=[letter, letter]),
        lambda: sc.Dossier(subject_id="o2", period=year, feedback=[letter]),
        lambda: sc.Dossier(subject_id="o1", period=sc.Period.of_year(2020), feedback=[letter]),
    ):
        with pytest.raises(sc.InvalidInput) as caught:
            call()
        assert hides(caught.value)
    assert CANARY not in repr(letter) + str(letter)
