"""The Django example: what goes into its columns comes back, what was adopted stands or says why not."""

import json
from datetime import date
from io import StringIO

import pytest

pytest.importorskip("django", reason="the examples' packages are not installed: pip install '.[examples]'")

import os

import django
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection, transaction
from django.db.utils import IntegrityError

import supervision_core as sc
from supervision_core.serialization import InvalidDocument, to_document

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "django_ward.settings")
django.setup()

from django.test import Client  # noqa: E402  models need the settings

from django_ward.models import Adopted, Question, adopt_grade, adopt_plan  # noqa: E402

DAY = date(2026, 11, 20)
ROSTER = sc.Roster(
    subjects=[sc.Subject(id=who, label=sc.Label("Nguyễn Văn <Ất>", "Nguyễn Văn <Ất>")) for who in ("CB1", "CB2")],
    lead_units=[sc.LeadUnit(id="front"), sc.LeadUnit(id="women")],
)
HISTORY = sc.History.of({2026: {"CB1": "front", "CB2": "women"}})


@pytest.fixture(autouse=True)
def base():
    """An empty database in memory."""
    call_command("migrate", run_syncdb=True, verbosity=0)
    call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def question():
    """A question that was saved and read again."""
    Question.objects.create(year=2027, roster=ROSTER, history=HISTORY)
    return Question.objects.get(year=2027)


@pytest.fixture
def admin():
    """Somebody who may do everything."""
    from django.contrib.auth import get_user_model

    client = Client()
    client.force_login(get_user_model().objects.create_superuser("lan"))
    return client


def test_values_come_back_equal(question):
    """A roster and a history are the same after the database as before."""
    assert (question.roster, question.history) == (ROSTER, HISTORY)


def test_the_column_holds_the_document(question):
    """What stands in the database is the library's own document, readable by any program."""
    with connection.cursor() as cursor:
        cursor.execute("select roster from django_ward_question")
        assert json.loads(cursor.fetchone()[0]) == to_document(ROSTER)


def test_a_damaged_question_is_refused_with_every_fault(question):
    """A column that somebody spoilt behind the application's back is never read as something else."""
    with connection.cursor() as cursor:
        cursor.execute("""update django_ward_question set roster = '{"schema": "supervision_core/roster/3"}'""")

    with pytest.raises(InvalidDocument) as refused:
        Question.objects.get(year=2027)

    assert {"$.subjects", "$.lead_units"} <= {problem.path for problem in refused.value.problems}


def test_a_dump_is_loaded_again(question):
    """Django's own dump of the table brings back the same values."""
    dump = StringIO()
    call_command("dumpdata", "django_ward.question", stdout=dump)
    [row] = json.loads(dump.getvalue())

    assert row["fields"]["roster"] == to_document(ROSTER)
    from django.core.serializers import deserialize

    [again] = deserialize("json", dump.getvalue())
    assert again.object.roster == ROSTER


def test_a_migration_names_public_names():
    """What ``makemigrations`` writes goes on working when a class moves to another file."""
    written = StringIO()
    call_command("makemigrations", "django_ward", dry_run=True, verbosity=3, stdout=written)

    assert "DocumentField('supervision_core.Roster')" in written.getvalue()
    assert "supervision_core.rotation" not in written.getvalue()


def test_a_form_says_each_fault(question):
    """Each thing that is wrong with a document is a line of its own."""
    question.roster = {**to_document(ROSTER), "pins": 3, "bars": "none"}

    with pytest.raises(ValidationError) as refused:
        question.full_clean()

    assert len(refused.value.message_dict["roster"]) == 2


def test_a_plan_that_is_none_is_not_adopted(question):
    """A certificate says in Vietnamese why there is nothing to adopt."""
    question.roster = sc.Roster(subjects=ROSTER.subjects, lead_units=[sc.LeadUnit(id="front", max_load=1)], former_units=["women"])

    with pytest.raises(ValueError, match="thiếu 1 chỗ"):
        adopt_plan(question, DAY)

    assert Adopted.objects.count() == 0


def test_what_is_adopted_is_not_written_over(question):
    """The second adoption of the same question is refused, and the first stands."""
    first = adopt_plan(question, DAY)

    with pytest.raises(IntegrityError), transaction.atomic():
        adopt_plan(question, DAY)

    assert Adopted.objects.get() == first
    assert first.doubts() == []


def test_a_receipt_that_cannot_be_read_stops_no_list(question, admin):
    """The list marks it, its page says what is wrong, the others stand."""
    adopt_grade("CB1", sc.regulations.GOOD_PERFORMANCE_2014, sc.Facts.of({"duties.fairly_done": False}), DAY)
    spoilt = adopt_plan(question, DAY)
    spoilt.receipt["schema"] = "something/1"
    spoilt.save()

    listed = admin.get("/admin/django_ward/adopted/").content.decode()
    page = admin.get(f"/admin/django_ward/adopted/{spoilt.pk}/change/").content.decode()

    assert (listed.count("icon-yes.svg"), listed.count("icon-no.svg")) == (1, 1)
    assert "$.schema" in page
    assert "cannot be read" in page


def test_nothing_adopted_can_be_added_changed_or_thrown_away(question, admin):
    """The admin shows what was adopted and no more, even to somebody who may do everything."""
    kept = adopt_plan(question, DAY)
    here = f"/admin/django_ward/adopted/{kept.pk}"

    answers = [admin.post(address).status_code for address in ("/admin/django_ward/adopted/add/", f"{here}/change/", f"{here}/delete/")]

    assert answers == [403, 403, 403]


def test_the_admin_saves_a_good_document_and_no_bad_one(question, admin):
    """A form with faults changes nothing; without them it does; what was adopted stays either way."""
    kept = adopt_plan(question, DAY)
    address = f"/admin/django_ward/question/{question.pk}/change/"
    wider = {**to_document(ROSTER), "former_units": ["youth"]}
    form = {"year": 2027, "history": json.dumps(to_document(HISTORY))}

    refused = admin.post(address, {**form, "roster": json.dumps({**wider, "pins": 3})})
    assert (refused.status_code, Question.objects.get().roster.former_units) == (200, ())

    saved = admin.post(address, {**form, "roster": json.dumps(wider)})
    assert (saved.status_code, Question.objects.get().roster.former_units) == (302, ("youth",))
    assert kept.doubts() == []


def test_the_report_in_the_admin_is_escaped(question, admin):
    """A name with signs of HTML is text."""
    kept = adopt_plan(question, DAY)

    page = admin.get(f"/admin/django_ward/adopted/{kept.pk}/change/").content.decode()

    assert 'class="supervision' in page
    assert "<Ất>" not in page
