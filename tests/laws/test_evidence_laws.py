"""Laws of weighing, vetting and measures, on random dossiers and policies.

* the order of evidence never matters
* more of the same evidence never changes a fact
* contradicting evidence gives no answer unless the policy names the winner
* no piece of evidence is lost on the way from the dossier to the reasons
* the quick way through feedback gives what the long way gives
* nobody's key shows
* more lapses never call for less
"""

import itertools
import random
from datetime import date
from fractions import Fraction

import attrs
import pytest
from hypothesis import assume, given, strategies as st

import supervision_core as sc
from supervision_core import FactState, Period, strategies
from supervision_core.evidence.dossiers import KINDS
from supervision_core.evidence.likeness import likeness, word_sequences
from supervision_core.values.text import folded_words

FOUND, CONTESTED, NOT_SHOWN = FactState.FOUND, FactState.CONTESTED, FactState.NOT_SHOWN
DOSSIERS = strategies.dossiers()
POLICIES = st.one_of(st.just(sc.evidence.WARD_WEIGHING), strategies.weighing_policies())
RATINGS = strategies.ratings()
#: Seeded from what is drawn: shuffling takes one draw, however much there is to shuffle.
RANDOMS = st.randoms(use_true_random=True)

CROWD = ("front_working_committee", "hotline", "inspection_team", "self_report")
VOICES = st.one_of(
    [
        st.lists(st.tuples(st.sampled_from(CROWD), answers, st.sampled_from(["b1", "b2", "b3", None])), max_size=6)
        for answers in (st.booleans(), st.just(True), st.just(False))
    ]
)
RANKINGS = st.permutations(CROWD)
UP_TO = [st.integers(0, most) for most in range(5)]
SUPPORTS = st.sampled_from([(), ("self_report",)])
NEEDS = st.sampled_from([1, 1, 2])


@st.composite
def crowds(draw):
    """Up to six voices on one fact by four channels, agreeing or not, and a policy that ranks some of the channels."""
    said = draw(VOICES)
    day = Period.of_year(2014).start
    ratings = [
        sc.Rating(id=f"m{number}", subject_id="o1", channel=channel, code="civic.standing", value=value, rated_on=day, by=by)
        for number, (channel, value, by) in enumerate(said)
    ]
    ranked = draw(RANKINGS)[: draw(UP_TO[4])]
    cut = draw(UP_TO[len(ranked)])
    rule = sc.evidence.WeighingRule(
        codes=["civic.standing"],
        channels=CROWD,
        supports_only=draw(SUPPORTS),
        yes_needs=draw(NEEDS),
        no_needs=draw(NEEDS),
        precedence=[tier for tier in (ranked[:cut], ranked[cut:]) if tier],
    )
    policy = sc.evidence.WeighingPolicy(code="crowd", label=sc.Label("đám đông", "crowd"), rules=[rule])
    return sc.Dossier(subject_id="o1", period=Period.of_year(2014), ratings=ratings), policy


CASES = st.one_of(st.tuples(DOSSIERS, POLICIES), crowds())


def standings(facts):
    return {fact.code: (fact.state, fact.value) for fact in facts}


@given(CASES, RANDOMS)
def test_the_order_of_evidence_never_matters(case, random):
    """Each kind shuffled gives an equal dossier and equal facts."""
    dossier, policy = case
    shuffled = {name: random.sample(getattr(dossier, name), len(getattr(dossier, name))) for name in KINDS}
    again = attrs.evolve(dossier, **shuffled)

    assert again == dossier
    assert sc.weigh(again, policy) == sc.weigh(dossier, policy)


@given(CASES, st.data())
def test_the_same_evidence_twice_changes_no_fact(case, data):
    """A copy under another id adds its id and nothing else."""
    dossier, policy = case
    held = [(name, item) for name in KINDS if name != "registrations" for item in getattr(dossier, name)]
    assume(held)
    name, item = held[data.draw(st.integers(0, len(held) - 1))]
    again = attrs.evolve(dossier, **{name: [*getattr(dossier, name), attrs.evolve(item, id="a copy")]})

    assert standings(sc.weigh(again, policy)) == standings(sc.weigh(dossier, policy))


@given(CASES, st.data())
def test_more_evidence_for_what_was_found_never_flips_it(case, data):
    """Whoever says the same by whatever channel, the fact stays as it was found."""
    dossier, policy = case
    found = [fact for fact in sc.weigh(dossier, policy) if fact.state is FOUND]
    assume(found)
    fact = data.draw(st.sampled_from(found))
    channel = data.draw(st.sampled_from(policy.rule_of(fact.code).channels))
    more = attrs.evolve(
        data.draw(RATINGS), id="one more", code=fact.code, channel=channel, value=fact.value, applies=True
    )
    after = sc.weigh(attrs.evolve(dossier, ratings=[*dossier.ratings, more]), policy).get(fact.code)

    assert (after.state, after.value) == (FOUND, fact.value)
    assert set(fact.sources) <= set(after.sources)


@given(CASES)
def test_contradicting_evidence_gives_an_answer_only_by_precedence(case):
    """Where what counted says different things, the fact is contested, or a stronger tier overrules all that differ."""
    dossier, policy = case
    account = sc.evidence.explain_weighing(dossier, policy)
    for fact in account.facts:
        said = account.said_of(fact.code)
        answers = {(isinstance(one.answer, bool), one.answer) for one in said}
        if len(answers) == 1:
            assert not any(one.is_overruled for one in said)
            continue
        if fact.state is CONTESTED:
            assert set(fact.sources) >= {one for statement in said for one in statement.ids}
            continue
        rule = policy.rule_of(fact.code)
        losers = [one for one in said if one.is_overruled]
        winners = [one for one in said if not one.is_overruled]
        assert losers
        assert len({one.answer for one in winners}) == 1
        best = min(place for one in winners if (place := rule.tier_of(one.channel)) is not None)
        assert all(rule.tier_of(one.channel) is not None and rule.tier_of(one.channel) > best for one in losers)


@given(DOSSIERS, strategies.weighing_policies(precedence=False))
def test_without_precedence_nobody_is_overruled(dossier, policy):
    """A found fact has one answer behind it."""
    account = sc.evidence.explain_weighing(dossier, policy)

    assert not any(one.is_overruled for one in account.said)
    for fact in account.facts:
        if fact.state is FOUND:
            assert {one.answer for one in account.said_of(fact.code)} == {fact.value}


@given(CASES)
def test_every_piece_of_evidence_counts_or_is_refused(case):
    """No id disappears, and none is invented."""
    dossier, policy = case
    account = sc.evidence.explain_weighing(dossier, policy)
    given_in = {item.id for item in dossier.evidence()}
    behind = {source for fact in account.facts for source in fact.sources}
    refused = {refusal.id for refusal in account.refused}

    assert behind | refused == given_in
    assert {one for statement in account.said for one in statement.ids if not statement.is_overruled} <= behind
    assert sc.weigh(dossier, policy) == account.facts


@given(DOSSIERS)
def test_weighing_then_judging_loses_no_source(dossier):
    """What stands behind the facts stands in the reasons, or behind facts that the regulation does not ask for."""
    facts = sc.weigh(dossier, sc.evidence.WARD_WEIGHING)
    assume(all(fact.state is not FactState.NOT_APPLICABLE for fact in facts))
    ward = sc.regulations.GOOD_PERFORMANCE_2014
    reasons = sc.explain(sc.assess(ward, facts), facts)
    unused = {source for code in sc.unused_facts(ward, facts) for source in facts.get(code).sources}

    assert {source for fact in reasons.facts for source in fact.sources} | unused == {
        source for fact in facts for source in fact.sources
    }


def on_one_fact(feedback):
    """The same items, all of them claims about one of two facts that are linked: contradictions are common."""
    codes = ("duties.well_done", "duties.fairly_done")
    return [attrs.evolve(one, says={codes[len(one.id) % 2]: not one.topics}, channel="hotline") for one in feedback]


FEEDBACK = st.lists(strategies.feedback(), max_size=8, unique_by=lambda one: one.id)


@given(st.one_of(FEEDBACK, FEEDBACK.map(on_one_fact)), POLICIES)
def test_the_quick_way_gives_what_the_long_way_gives(feedback, policy):
    """With nothing but feedback the same facts come out, sources, remarks and all, and they pickle and compare alike."""
    dossier = sc.Dossier(subject_id="o1", period=Period.of_year(2014), feedback=feedback)
    quick, account = sc.weigh(dossier, policy), sc.evidence.explain_weighing(dossier, policy)

    assert quick == account.facts
    assert account.facts == quick
    assert hash(quick) == hash(account.facts)
    assert quick.facts == account.facts.facts
    assert len(quick) == len(account.facts)


@given(DOSSIERS, POLICIES)
def test_what_nobody_spoke_of_is_not_shown(dossier, policy):
    """Silence is neither yes nor no."""
    account = sc.evidence.explain_weighing(dossier, policy)
    spoken_of = {one.code for one in account.said}
    for code in policy.codes:
        if code not in spoken_of:
            assert account.facts.get(code) == sc.Fact(code=code)


@given(strategies.feedback(), POLICIES)
def test_a_reporters_key_shows_nowhere(feedback, policy):
    """Neither in a repr nor in the facts nor in the account, nor in the error about a wrong one."""
    key = "a key that nobody sees"
    known = attrs.evolve(feedback, reporter_key=key)
    dossier = sc.Dossier(subject_id="o1", period=Period.of_year(2014), feedback=[known])
    account = sc.evidence.explain_weighing(dossier, policy)

    assert key not in f"{known!r} {dossier!r} {account!r} {account.facts.facts!r} {sc.evidence.handling(known, on=known.received_on)!r}"


PEERS = st.lists(strategies.registrations(subject_id="o2"), max_size=3, unique_by=lambda one: one.id)


@given(strategies.registrations(), PEERS, RANDOMS)
def test_vetting_does_not_depend_on_the_order_of_peers(registration, peers, chance):
    """And the official's own registration among them is passed over."""
    assume(registration.id not in {peer.id for peer in peers})
    faults = sc.registration_faults(registration, peers=peers)
    shuffled = chance.sample([*peers, registration], len(peers) + 1)

    assert sc.registration_faults(registration, peers=shuffled) == faults


@given(st.text(max_size=30), st.text(max_size=30), st.integers(1, 3))
def test_likeness_is_symmetric_and_exact(one, other, length):
    """From 0 to 1, 1 for a text with words and itself."""
    first, second = word_sequences(folded_words(one), length), word_sequences(folded_words(other), length)

    assert likeness(first, second) == likeness(second, first)
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, first) == (1 if first else 0)


@given(strategies.lapses(), RANDOMS, st.booleans())
def test_lapses_in_any_order_give_the_same_proposals(lapses, random, answers):
    """Every person and unit with a lapse has one, and each lapse is counted or left out in it."""
    policy = sc.judging.EscalationPolicy(window=Period.of_year(2014), unit_answers_for_people=answers)
    proposals = sc.escalate(lapses, policy)

    assert sc.escalate(random.sample(lapses, len(lapses)), policy) == proposals
    assert {one.subject_id for one in proposals if not one.is_unit} == {one.person_id for one in lapses} - {None}
    for proposal in proposals:
        assert all(lapse.state is FOUND and lapse.found_on in policy.window for lapse in lapses if lapse.id in proposal.counted)
        assert (proposal.step is None) == (not proposal.counted)


@given(strategies.lapses())
def test_more_lapses_never_call_for_less(lapses):
    """With one lapse more, nobody's proposal becomes milder."""
    policy = sc.judging.EscalationPolicy(window=Period.of_year(2014))
    for fewer in itertools.islice(itertools.combinations(lapses, max(len(lapses) - 1, 0)), 6):
        before = {(one.subject_id, one.is_unit): one.step for one in sc.escalate(fewer, policy)}
        after = {(one.subject_id, one.is_unit): one.step for one in sc.escalate(lapses, policy)}
        for who, step in before.items():
            assert step is None or after[who].place >= step.place


COPIES = (
    "Giải quyết hồ sơ đất đai đúng hẹn cho công dân trên địa bàn với tỷ lệ {} phần trăm, báo cáo vào ngày {}",
    "Giai quyet ho so dat dai dung hen cho cong dan tren dia ban voi ty le {} phan tram, bao cao vao ngay {}",
    "Tiếp công dân {} buổi mỗi tháng và trả lời {} đơn thư đúng thời hạn mà pháp luật quy định",
)


@pytest.mark.parametrize("part", range(4))
def test_the_nearest_of_many_is_the_nearest_of_each_alone(part):
    """Copies that differ by numbers, some of them nobody else's: held against all others as against one after another."""
    rules = [sc.evidence.VettingPolicy(copied_at=at) for at in (Fraction(1, 2), Fraction(7, 10), Fraction(1))]
    for seed in range(part * 8, part * 8 + 8):
        rng = random.Random(seed)
        policy, numbers = rng.choice(rules), rng.choice((3, 10, 1_000))
        registrations = [
            sc.Registration(
                id=f"r{number}", subject_id=f"o{rng.randrange(9)}", year=2026, lodged_on=date(2026, 1, 20),
                items=[sc.Commitment(id=str(place), text=rng.choice(COPIES).format(rng.randrange(numbers), rng.randrange(numbers))) for place in range(2)],
            )
            for number in range(8)
        ]  # fmt: skip
        together = sc.evidence.vet_registrations(registrations, policy=policy)
        for mine in registrations:
            found = {}
            for peer in registrations:
                for fault in sc.registration_faults(mine, peers=[peer], policy=policy):
                    if fault.peer is not None:
                        found.setdefault(fault.item_ids, []).append((-fault.likeness, fault.peer))
            wanted = {item: min(pairs) for item, pairs in found.items()}
            assert {fault.item_ids: (-fault.likeness, fault.peer) for fault in together[mine.id] if fault.peer is not None} == wanted
            others = [one for one in registrations if one is not mine]
            assert sc.registration_faults(mine, peers=others, policy=policy) == together[mine.id]
