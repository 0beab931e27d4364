"""What redaction promises: no protected text in any output, nothing more for a wider audience, the same grade, the same plan."""

import hashlib
from collections.abc import Iterator
from random import Random

import attrs
import pytest
from hypothesis import Phase, given, strategies as st

import supervision_core as sc
from contract.kinds import every_kind
from fuzzing import reviews
from fuzzing.seeds import run_seeds
from oracles import reviews as oracle
from sharing import shared
from supervision_core import rendering, serialization, strategies
from supervision_core.values import IdMap

KINDS = [kind for kind in every_kind() if sc.programme.disclosure_of(kind.__name__).public is not sc.programme.Visibility.WHOLE]
AUDIENCES = [one for one in sc.Audience if one is not sc.Audience.RECEIVING_UNIT]
#: Fields that hold the id of a piece of evidence, or who gave it, wherever they stand.
PROTECTED = {"sources", "reporter_key", "by", "made_by", "ids", "counted", "left_out", "lapse_id"}
#: The kinds of evidence whose own id may be a letter, a scan of handwriting or an attachment.
EVIDENCE = (
    sc.Feedback, sc.Rating, sc.evidence.ResidenceComment, sc.evidence.Progress, sc.evidence.DisciplineRecord, sc.evidence.MeetingRecord, sc.evidence.ObligationRecord,
    sc.evidence.ContributionRecord, sc.evidence.Refusal, sc.judging.Lapse,
)  # fmt: skip
#: What marks a planted secret; it stands nowhere else.
SECRET = "bímật"
TIES = ("KIN", "DECLARED_CONFLICT", "UNDECLARED_CONFLICT")


def secret(text: str) -> str:
    """A long text that stands for another one and nowhere else, the same for the same."""
    return f"{SECRET}-{hashlib.sha256(text.encode()).hexdigest()}"


def planted(value: object) -> object:
    """The value with a secret in every place that may tell who reported, what a relative owes, or who is kin."""
    if isinstance(value, tuple):
        # Whatever closes a pair is said to be kinship.
        return tuple(sc.BarReason.KIN if isinstance(one, sc.BarReason) else planted(one) for one in value)
    if isinstance(value, IdMap):
        return IdMap({key: planted(one) for key, one in value.items()})
    if not attrs.has(type(value)) or sc.programme.disclosure_of(type(value).__name__).public is sc.programme.Visibility.WHOLE:
        return value
    changes = {}
    for field in attrs.fields(type(value)):
        if field.init and not field.name.startswith("_"):
            held = getattr(value, field.name)
            changes[field.alias] = with_secrets(value, held) if is_secret(value, field.name) else planted(held)
    return attrs.evolve(value, **changes)


def is_secret(owner: object, name: str) -> bool:
    """Whether a field may tell who reported or what a relative owes."""
    if name == "obligation":
        return isinstance(owner, sc.evidence.ObligationRecord) and owner.bearer is sc.evidence.Bearer.HOUSEHOLD
    if name == "ids" and isinstance(owner, sc.Judged):
        return False  # the ids of a judged table are those of the people whom its rows are about
    return name in PROTECTED or (name == "id" and isinstance(owner, EVIDENCE))


def with_secrets(owner: object, held: object) -> object:
    """A protected field's value, all secret; who speaks about oneself is no secret."""
    if isinstance(held, tuple):
        return tuple(secret(one) if isinstance(one, str) else one for one in held)
    return secret(held) if isinstance(held, str) and held != getattr(owner, "subject_id", None) else held


def values_within(value: object) -> Iterator[object]:
    """The value and everything in it."""
    yield value
    if isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from values_within(one)
    elif isinstance(value, IdMap):
        yield from values_within(tuple(value.items()))
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from values_within(getattr(value, field.name))


def verdicts_within(reason: sc.Reason) -> list[sc.Verdict]:
    """The verdict of the reason, and of all below it."""
    return [reason.verdict, *(verdict for child in reason.children for verdict in verdicts_within(child))]


def texts_within(value: object) -> set[str]:
    """Every text that stands in the value."""
    return {one for one in values_within(value) if isinstance(one, str)}


def outputs(value: object) -> Iterator[str]:
    """All that the value can say of itself, and all that is said of it elsewhere."""
    yield str(value)
    yield repr(attrs.asdict(value)) if not isinstance(value, sc.History) else repr(list(value.records()))
    for one in values_within(value):
        yield repr(one)
        for name in ("sentence", "text"):
            if attrs.has(type(one)) and callable(say := getattr(one, name, None)):
                yield from (say("vi"), say("en"))
    yield from rendered(value)
    yield from documents(value)


def rendered(value: object) -> Iterator[str]:
    """The value in every format and language that can show it."""
    for write in (rendering.to_text, rendering.to_markdown, rendering.to_html, rendering.to_svg):
        for lang in ("vi", "en"):
            try:
                yield write(value, lang=lang)
            except rendering.NotRenderable:
                break


def documents(value: object) -> Iterator[str]:
    """The value as a document."""
    yield repr(serialization.to_document(value))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_output_contains_a_protected_text(kind):
    """Whoever looks, with a salt or without: no repr, sentence, report or document tells who reported or what a relative owes."""

    @shared(KINDS, least=8, phases=[Phase.generate])
    @given(st.from_type(kind), st.sampled_from(AUDIENCES), st.sampled_from([None, "muối 2026"]))
    def check(value, audience, salt):
        shown = sc.redact(planted(value), audience, salt=salt)
        said = "\n".join(outputs(shown))

        assert SECRET not in said
        assert not any(isinstance(one, sc.BarReason) and one.name in TIES for one in values_within(shown))

    check()


@pytest.mark.parametrize("say", [rendered, documents, lambda value: map(repr, values_within(value))], ids=["reports", "documents", "reprs"])
def test_the_search_finds_what_is_not_redacted(say):
    """Planted secrets do show in reports, documents and reprs of a value that nobody sealed: the law above is not empty."""
    facts = sc.Facts.of({"civic.standing": True}, sources={"civic.standing": ["letter-1"]})
    reason = sc.explain(sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, facts), facts)

    assert SECRET in "\n".join(say(planted(reason)))


#: What stands in the place of a ground that is told to the party committee alone.
SOME_GROUND = ("có căn cứ, không nêu tại đây", "there is a ground, which is not told here")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_redaction_is_idempotent_and_monotone(kind):
    """Redacting again changes nothing; the public sees no text that another audience does not; the receiving unit sees all."""

    @shared(KINDS, least=6, phases=[Phase.generate])
    @given(st.from_type(kind), st.sampled_from([None, "muối 2026"]), st.integers(3, 7))
    def check(value, salt, at_least):
        public, *others = (sc.redact(value, audience, salt=salt, at_least=at_least) for audience in AUDIENCES)
        for audience, shown in zip(AUDIENCES, (public, *others), strict=True):
            assert sc.redact(shown, audience, salt=salt, at_least=at_least) == shown
            assert isinstance(shown, sc.programme.Withheld | sc.programme.PublishedTally) or type(shown) is type(value)
        assert sc.redact(value, sc.Audience.RECEIVING_UNIT) is value
        if not isinstance(public, sc.programme.Withheld):
            for shown in others:
                said = {"không công bố", "kept back", *SOME_GROUND, *([public.protection.vi, public.protection.en] if isinstance(public, sc.Review) else [])}
                assert texts_within(public) - said <= texts_within(shown)

    check()


@given(strategies.facts(), st.sampled_from(AUDIENCES[1:]), st.sampled_from([None, "x"]))
def test_facts_lead_to_the_same_grade(facts, audience, salt):
    """What is sealed is never what judging reads; the reasons can still be explained."""
    ward = sc.regulations.GOOD_PERFORMANCE_2014
    shown = sc.redact(facts, audience, salt=salt)
    by_shown, by_facts = sc.assess(ward, shown), sc.assess(ward, facts)

    assert by_shown == by_facts
    assert sc.redact(by_facts, audience) == by_facts
    assert verdicts_within(sc.explain(by_shown, shown)) == verdicts_within(sc.explain(by_facts, facts))


@given(strategies.dossiers(), strategies.weighing_policies(), st.sampled_from([None, "x"]))
def test_a_sealed_dossier_weighs_to_the_same_facts(dossier, policy, salt):
    """Independence, precedence and own voices are kept: only what the evidence is called has changed."""
    shown = sc.redact(dossier, sc.Audience.OFFICIAL, salt=salt)
    before, after = sc.weigh(dossier, policy), sc.weigh(shown, policy)

    assert after.row == before.row
    assert [(fact.code, fact.state, len(fact.sources)) for fact in after] == [(fact.code, fact.state, len(fact.sources)) for fact in before]


ANNUAL_POLICIES = strategies.policies(objective=sc.Objective.ANNUAL)


@given(strategies.rosters(), st.data())
def test_a_published_plan_can_be_verified_by_anybody(roster, data):
    """The roster and the plan as the public sees them still prove each other."""
    history = data.draw(strategies.histories(roster))
    plan = sc.plan_year(roster, year=2021, history=history, policy=data.draw(ANNUAL_POLICIES))
    if isinstance(plan, sc.Plan):
        public = [sc.redact(one, sc.Audience.PUBLIC) for one in (roster, plan, history)]

        assert sc.verify_plan(public[0], public[1], history=public[2]) == ()
    else:
        assert isinstance(sc.redact(plan, sc.Audience.PUBLIC), sc.programme.Withheld)


@given(st.from_type(sc.Tally), st.integers(3, 6))
def test_published_sections_keep_back_what_published_tallies_do(tally, at_least):
    """A review's section of counts hides exactly the cells that the tally's own publication hides."""
    section = sc.programme.tally_section("counts", sc.Label("Số liệu", "Counts"), tally)
    shown = sc.redact(section, sc.Audience.PUBLIC, at_least=at_least)
    published = sc.publish(tally, at_least=at_least)
    counts = [line.count for line in shown.lines]

    assert counts[: len(tally.parts)] == list(published.parts.values())
    assert counts[len(tally.parts)] == published.total
    if None in counts:
        assert all(line.percent is None and line.remark is None for line in shown.lines)


def test_random_reviews_are_published_as_the_documents_words_say():
    """A sample of the campaign: what is printed is true and may be; whatever is kept back differs between worlds that print alike."""
    met = run_seeds(reviews.check, 40, 1)

    assert met["reviews"] == met["tallies"] == met["tallies beside the year before"] == 40
    assert met["counts kept back"] > 300
    assert met["changes printed"] > 30


def test_the_words_tell_what_a_tally_may_keep_back():
    """The oracle itself: each way of keeping back too little, too much or the wrong one is noticed."""
    parts = {"a": 1, "b": 4, "c": 7, "d": 9, "e": 0}

    def wrong(*kept, has_total=True, of=parts):
        return oracle.tally_kept(of, 5, frozenset(kept), has_total=has_total)

    assert wrong("a", "b") is None
    assert wrong("a") == "a small count is shown"
    assert wrong("a", "b", "e") == "a count of 0 is kept back"
    assert wrong("a", "b", "d") == "a larger count is kept back than one that is shown"
    assert wrong("a", "b", "c") == "more is kept back than is needed"
    assert wrong("a", "b", has_total=False) == "the total is kept back although a count could be"
    assert wrong("c", of={"c": 7, "d": 9}) == "nothing is small, and something is kept back"
    assert wrong("a", of={"a": 1, "c": 7}) == "a single gap beside the total"


def test_a_count_that_no_other_world_has_is_worked_out():
    """A sum that is shown tells one gap, and does not tell two."""
    world = {"a": 2, "b": 3}

    def cells(counts):
        return {**counts, "sum": sum(counts.values())}

    def hiding(*names):
        return lambda counts: {name: None if name in names else count for name, count in cells(counts).items()}

    assert oracle.worked_out(world, cells, hiding("a"), Random(1), 50) == {"a"}
    assert oracle.worked_out(world, cells, hiding("a", "b"), Random(1), 50) == set()
