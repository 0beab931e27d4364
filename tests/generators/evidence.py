"""What is observed, and policies that weigh it: generators that only this project's own tests need."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from operator import attrgetter

import attrs
from hypothesis import strategies as st

from supervision_core.evidence.channels import CHANNELS, TOPICS, Channel, Topic
from supervision_core.evidence.claims import Refusal
from supervision_core.evidence.comments import (
    FORM_EXEMPT,
    FORM_FULL,
    CommentDuty,
    CommentForm,
    FormCriterion,
    FormStep,
    ResidenceComment,
    comment_duty,
)
from supervision_core.evidence.commitments import (
    CULTIVATION_PLAN,
    FIVE_BUILD_THREE_FIGHT,
    Commitment,
    Head,
    Progress,
    Registration,
    RegistrationCoverage,
    Scheme,
    registration_coverage,
)
from supervision_core.evidence.denunciations import Handling, RatingNote, handling, notes_before_rating
from supervision_core.evidence.dossiers import Dossier
from supervision_core.evidence.feedback import Feedback, FeedbackKind
from supervision_core.evidence.policy import WARD_WEIGHING, StepReading, WeighingRule
from supervision_core.evidence.policy_checking import WeighingFinding, check_weighing
from supervision_core.evidence.records import (
    ContributionRecord,
    DisciplineRecord,
    MeetingRecord,
    ObligationRecord,
    ResidenceStatus,
)
from supervision_core.evidence.time_limits import TIME_LIMITS, TimeLimit
from supervision_core.evidence.vetting import Post, RegistrationFault, VettingPolicy, registration_faults
from supervision_core.evidence.weighing import Statement, Weighing, explain_weighing
from supervision_core.strategies.evidence import (
    _SUBJECT,
    _YEAR,
    days_of_2014,
    dossiers,
    draw_comment,
    draw_contribution,
    draw_discipline,
    draw_meeting,
    draw_obligation,
    feedback,
    registrations,
)
from supervision_core.strategies.values import citations, identifiers, labels, parts
from supervision_core.strategies.weighing import weighing_policies
from supervision_core.values.labels import Label
from supervision_core.values.text import composed

# Built once: Hypothesis checks each strategy object anew.
_IDS = identifiers()


def residence_comments(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None, year: int = _YEAR
) -> st.SearchStrategy[ResidenceComment]:
    """Comments of the place of residence on either form; some made without the Front, some that say nothing."""
    return _comments(subject_id, _IDS if ids is None else ids, year)



@st.composite
def _comments(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str], year: int) -> ResidenceComment:
    return draw_comment(draw, subject_id, draw(ids), year)



def meeting_records(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[MeetingRecord]:
    """Who came to which meeting and spoke; records of one meeting may contradict each other."""
    return _meetings(subject_id, _IDS if ids is None else ids)



@st.composite
def _meetings(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str]) -> MeetingRecord:
    return draw_meeting(draw, subject_id, draw(ids))



def obligation_records(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[ObligationRecord]:
    """Civic obligations of the official and of the household, fulfilled or not."""
    return _obligations(subject_id, _IDS if ids is None else ids)



@st.composite
def _obligations(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str]) -> ObligationRecord:
    return draw_obligation(draw, subject_id, draw(ids))



def contribution_records(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[ContributionRecord]:
    """Contributions to the locality."""
    return _contributions(subject_id, _IDS if ids is None else ids)



@st.composite
def _contributions(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str]) -> ContributionRecord:
    return draw_contribution(draw, subject_id, draw(ids))



def discipline_records(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[DisciplineRecord]:
    """What the discipline record says of the year, a month of it, or the year before."""
    return _discipline(subject_id, _IDS if ids is None else ids)



@st.composite
def _discipline(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str]) -> DisciplineRecord:
    return draw_discipline(draw, subject_id, draw(ids))



def comment_duties() -> st.SearchStrategy[CommentDuty]:
    """Whether the yearly comment was due and made, in years with and without a rule that was read."""
    asked = st.one_of(
        *(
            st.tuples(st.sampled_from(ResidenceStatus), st.lists(residence_comments(year=year), max_size=2), st.just(year))
            for year in (_YEAR, 2021)
        )
    )
    return asked.map(lambda drawn: comment_duty(drawn[0], drawn[1], year=drawn[2]))



def form_steps() -> st.SearchStrategy[FormStep]:
    """Steps that a form offers."""
    return st.builds(FormStep, code=identifiers(), label=labels())



def form_criteria() -> st.SearchStrategy[FormCriterion]:
    """Lines of a form with one to three steps."""
    steps = st.lists(form_steps(), min_size=1, max_size=3, unique_by=lambda step: composed(step.code))
    return st.builds(FormCriterion, code=identifiers(), label=labels(), steps=steps)



def comment_forms() -> st.SearchStrategy[CommentForm]:
    """The shipped forms, and invented ones."""
    lines = st.lists(form_criteria(), max_size=3, unique_by=attrgetter("code"))
    invented = st.builds(
        CommentForm, code=identifiers(), label=labels(), criteria=lines, citation=st.one_of(st.none(), citations())
    )
    return st.one_of(st.sampled_from([FORM_FULL, FORM_EXEMPT]), invented)



# Built once: Hypothesis checks each strategy object anew.
_MAYBE_CITATION = st.one_of(st.none(), citations())
_MAYBE = st.sampled_from([None, True, False])
_BY_CODE = attrgetter("code")


def channels() -> st.SearchStrategy[Channel]:
    """The shipped channels, and invented ones."""
    invented = st.builds(Channel, code=identifiers(), label=labels(), is_own_word=st.booleans(), citation=_MAYBE_CITATION)
    return st.one_of(st.sampled_from(tuple(CHANNELS.values())), invented)



def topics() -> st.SearchStrategy[Topic]:
    """The shipped topics, and invented ones."""
    invented = st.builds(Topic, code=identifiers(), label=labels(), citation=_MAYBE_CITATION)
    return st.one_of(st.sampled_from(tuple(TOPICS.values())), invented)



def scheme_heads() -> st.SearchStrategy[Head]:
    """Heads that commitments are listed under."""
    return st.builds(Head, code=identifiers(), label=labels())



def schemes() -> st.SearchStrategy[Scheme]:
    """The shipped schemes, and invented ones, some without heads."""
    heads = st.lists(scheme_heads(), max_size=3, unique_by=_BY_CODE)
    invented = st.builds(Scheme, code=identifiers(), label=labels(), heads=heads, citation=_MAYBE_CITATION)
    return st.one_of(st.sampled_from([FIVE_BUILD_THREE_FIGHT, CULTIVATION_PLAN]), invented)



def progress_notes() -> st.SearchStrategy[Progress]:
    """Notes on whether a commitment is kept."""
    return st.builds(
        Progress,
        id=identifiers(),
        subject_id=identifiers(),
        registration_id=identifiers(),
        item_id=identifiers(),
        channel=channels(),
        noted_on=days_of_2014(),
        is_kept=_MAYBE,
        by=st.one_of(st.none(), identifiers()),
    )



def posts() -> st.SearchStrategy[Post]:
    """Posts that commitments should fit."""
    words = st.sets(st.sampled_from(["hồ sơ", "đất đai", "tiếp dân"]), max_size=2)
    return st.builds(Post, code=identifiers(), label=labels(), keywords=words, is_complex=st.booleans())



def vetting_policies() -> st.SearchStrategy[VettingPolicy]:
    """Policies of vetting, strict and lenient."""
    few = st.integers(0, 4)
    return st.builds(
        VettingPolicy,
        concrete_words=few,
        concrete_words_if_complex=few,
        most_items=st.integers(1, 4),
        fitting_items=few,
        sequence_length=st.integers(1, 3),
        copied_at=st.sampled_from([Fraction(1, 2), Fraction(4, 5), Fraction(1)]),
        ask_result=st.booleans(),
        ask_day=st.booleans(),
    )



def registration_fault_values() -> st.SearchStrategy[RegistrationFault]:
    """What vetting finds in registrations: vague, scattered, copied and unmeasurable commitments."""
    asked = st.tuples(registrations(), registrations(subject_id="o2"), posts(), vetting_policies())
    return parts(asked, lambda drawn: _faults(*drawn) or _faults(_bare(drawn[0]), *drawn[1:3], VettingPolicy()))



def _faults(one: Registration, peer: Registration, post: Post, policy: VettingPolicy) -> tuple[RegistrationFault, ...]:
    return registration_faults(one, peers=[peer], post=post, policy=policy)



def _bare(registration: Registration) -> Registration:
    return attrs.evolve(registration, items=[Commitment(id="1", text="Phấn đấu")])

_HEARING_PEOPLE = ("o1", "o2", "o3", "o4")
_GROUPS = st.sets(st.sampled_from(_HEARING_PEOPLE), max_size=3)
_LODGED = st.lists(st.one_of([registrations(subject_id=who) for who in _HEARING_PEOPLE]), max_size=4, unique_by=attrgetter("id"))
_YEARS = st.sampled_from([2014, 2015])


@st.composite
def registration_coverages(draw: st.DrawFn) -> RegistrationCoverage:
    """Who of a group has registered: all, none, some twice, and people outside it."""
    lodged = draw(_LODGED)
    return registration_coverage(draw(_GROUPS), lodged, year=draw(_YEARS))



def handlings() -> st.SearchStrategy[Handling]:
    """What is to be done with a piece of feedback, by the law of a day."""
    asked = st.tuples(feedback(), st.sampled_from([date(2015, 1, 1), date(2020, 1, 1), date(2026, 7, 1)]))
    return asked.map(lambda drawn: handling(drawn[0], on=drawn[1]))



def time_limits() -> st.SearchStrategy[TimeLimit]:
    """The shipped time limits, those without a number included."""
    return st.sampled_from(tuple(TIME_LIMITS.values()))



def rating_notes() -> st.SearchStrategy[RatingNote]:
    """What stands beside a rating while a denunciation or a complaint is not verified."""
    asked = st.tuples(identifiers(), st.sampled_from([FeedbackKind.DENUNCIATION, FeedbackKind.COMPLAINT]), st.integers(1, 3))
    return asked.map(_rating_note)



def _rating_note(drawn: tuple[str, FeedbackKind, int]) -> RatingNote:
    who, kind, count = drawn
    common = {"subject_id": who, "channel": "suggestion_box", "kind": kind, "received_on": date(2026, 5, 6)}
    letters = [Feedback(id=f"fb-{number}", **common) for number in range(count)]
    [note] = notes_before_rating(letters, on=date(2026, 12, 1), governed=[who])
    return note



def weighing_rules() -> st.SearchStrategy[WeighingRule]:
    """Rules on which channels count for which facts."""
    return parts(weighing_policies(), attrgetter("rules"))



def step_readings() -> st.SearchStrategy[StepReading]:
    """What a step of a form is read as."""
    return st.one_of(
        st.sampled_from(WARD_WEIGHING.readings),
        st.builds(
            StepReading,
            form=identifiers(),
            criterion=identifiers(),
            step=identifiers(),
            code=identifiers(),
            answer=st.booleans(),
        ),
    )



def weighing_findings() -> st.SearchStrategy[WeighingFinding]:
    """What is to be said against random policies of weighing, the examples of contradiction among them."""
    return parts(weighing_policies(), lambda policy: check_weighing(policy, ["nobody.asks"]))



def weighings() -> st.SearchStrategy[Weighing]:
    """Dossiers weighed, with all that was said and refused."""
    return st.tuples(dossiers(), weighing_policies()).map(lambda asked: explain_weighing(*asked))



def statements() -> st.SearchStrategy[Statement]:
    """What single channels say, overruled ones among them."""
    return parts(dossiers().map(_told), lambda told: explain_weighing(told, WARD_WEIGHING).said)



def refusals() -> st.SearchStrategy[Refusal]:
    """Why evidence was not counted."""
    return parts(dossiers().map(_told), lambda told: explain_weighing(told, WARD_WEIGHING).refused)



def _told(dossier: Dossier) -> Dossier:
    """The dossier with one piece of evidence that counts by the ward's policy, and one that says nothing."""
    taken = [item.id for item in dossier.evidence()]
    ids = _free(taken)
    day = dossier.period.start
    given = ContributionRecord(id=ids[0], subject_id=dossier.subject_id, what=Label("đóng góp", "a gift"), given_on=day)
    silent = Feedback(id=ids[1], subject_id=dossier.subject_id, channel="hotline", kind=FeedbackKind.COMMENT, received_on=day)
    return attrs.evolve(dossier, contributions=(*dossier.contributions, given), feedback=(*dossier.feedback, silent))



def _free(taken: Sequence[str]) -> list[str]:
    return [one for one in (f"phiếu {number}" for number in range(len(taken) + 2)) if one not in taken][:2]

