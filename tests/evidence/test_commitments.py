"""Registrations and what is wrong with them, who registered, and what was carried out."""

from datetime import date
from fractions import Fraction
from random import Random

import attrs
import pytest

import supervision_core as sc
from supervision_core.evidence import Head
from supervision_core.evidence.likeness import likeness, word_sequences
from supervision_core.evidence.vetting import concrete_words, has_phrase
from supervision_core.regulations import COMMITMENT_FACTS
from supervision_core.values.text import folded_words, marked_words

L = sc.Label("mục", "item")
GOOD = sc.Commitment(
    id="1",
    head="bureaucratism",
    text="Trả kết quả hồ sơ đất đai cho người dân trước 16 giờ mỗi ngày",
    result="98% hồ sơ đúng hẹn",
    due_on=date(2014, 12, 15),
)
MINE = sc.Registration(id="dk-1", subject_id="o1", year=2014, lodged_on=date(2014, 1, 20), items=[GOOD])
LAND = sc.evidence.Post(code="land", label=sc.Label("Địa chính", "Land registry"), keywords=["đất đai", "hồ sơ"])


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


def kinds(registration, **given):
    return [(fault.kind.value, fault.item_ids) for fault in sc.registration_faults(registration, **given)]


def with_items(*items):
    return attrs.evolve(MINE, items=items)


class TestValues:
    def test_the_directive_has_five_and_three_heads(self):
        """Five to build, three to fight; a cultivation plan has no fixed heads."""
        labels = [head.label.vi.split()[0] for head in sc.evidence.FIVE_BUILD_THREE_FIGHT.heads]

        assert labels == ["Xây"] * 5 + ["Chống"] * 3
        assert sc.evidence.FIVE_BUILD_THREE_FIGHT.citation.text("vi") == (
            "Chỉ thị số 29-CT/TU ngày 06/11/2013 của Ban Thường vụ Thành ủy Đà Nẵng"
        )
        assert sc.evidence.CULTIVATION_PLAN.heads == ()

    def test_a_head_belongs_to_its_programme(self):
        """An unknown head names the known ones; a scheme without heads takes none."""
        assert faults_of(lambda: with_items(attrs.evolve(GOOD, head="speed"))) == ["unknown_head"]
        assert faults_of(lambda: attrs.evolve(MINE, scheme=sc.evidence.CULTIVATION_PLAN)) == ["unknown_head"]
        assert attrs.evolve(MINE, scheme=sc.evidence.CULTIVATION_PLAN, items=[attrs.evolve(GOOD, head=None)]).year == 2014

    def test_values_check_themselves(self):
        """All faults at once; none of these is what registration_faults is for."""
        assert faults_of(lambda: Head(code="", label=1)) == ["blank", "wrong_kind"]
        assert faults_of(lambda: sc.evidence.Scheme(code="", label=1, heads=[1], citation=1)) == ["blank"] + ["wrong_kind"] * 3
        head = Head(code="h", label=L)
        assert faults_of(lambda: sc.evidence.Scheme(code="p", label=L, heads=[head, head])) == ["duplicate"]
        assert faults_of(lambda: sc.Commitment(id="", text="", head="", result="", due_on=1)) == ["blank"] * 4 + ["not_a_day"]
        assert faults_of(lambda: with_items()) == ["empty"]
        assert faults_of(lambda: with_items(GOOD, GOOD)) == ["duplicate"]
        assert faults_of(lambda: sc.Registration(id="", subject_id="", year="x", lodged_on=1, scheme=1, items=[1])) == [
            "blank", "blank", "not_whole", "not_a_day", "wrong_kind", "wrong_kind",
        ]  # fmt: skip
        assert faults_of(lambda: attrs.evolve(MINE, scheme=5)) == ["wrong_kind"]
        assert repr(MINE) == "<Registration 'dk-1' for 2014: 1 commitments>"

    def test_progress_checks_itself(self):
        """None is under way."""
        wrong = {"id": "", "subject_id": "", "registration_id": "", "item_id": "", "channel": 1, "noted_on": 1, "is_kept": 1, "by": ""}
        note = sc.evidence.Progress(id="p", subject_id="o1", registration_id="r", item_id="1", channel="observation", noted_on=date(2014, 6, 1), is_kept=None)

        assert faults_of(lambda: sc.evidence.Progress(**wrong)) == ["blank"] * 4 + ["wrong_kind", "not_a_day", "wrong_kind", "blank"]
        assert repr(note) == "<Progress 'p'>"


class TestCoverage:
    def test_people_are_counted_and_not_papers(self):
        """Other years, other schemes, other people and second papers do not make a person registered."""
        plan = attrs.evolve(MINE, id="dk-5", subject_id="o2", scheme=sc.evidence.CULTIVATION_PLAN, items=[attrs.evolve(GOOD, head=None)])
        papers = [
            MINE,
            attrs.evolve(MINE, id="dk-2", lodged_on=date(2014, 3, 1)),
            attrs.evolve(MINE, id="dk-3", subject_id="o2", year=2013),
            attrs.evolve(MINE, id="dk-4", subject_id="o9"),
            plan,
        ]
        found = sc.evidence.registration_coverage(["o1", "o2"], papers, year=2014)

        assert found == sc.evidence.RegistrationCoverage(registered=("o1",), missing=("o2",), of_others=("dk-4",), repeated=("dk-2",))
        assert not found.is_complete
        assert sc.evidence.registration_coverage(["o2"], papers, year=2014, scheme=sc.evidence.CULTIVATION_PLAN).is_complete

    def test_bad_input(self):
        """All at once."""
        assert faults_of(lambda: sc.evidence.registration_coverage(["o1", "o1"], [5], year="x", scheme=1)) == [
            "duplicate", "wrong_kind", "not_whole", "wrong_kind",
        ]  # fmt: skip
        assert faults_of(lambda: sc.evidence.registration_coverage(["o1"], [MINE, MINE], year=2014)) == ["duplicate"]


class TestVetting:
    def test_a_good_one_has_no_faults(self):
        """Concrete, fitting, measurable, with its day, and nobody else's words."""
        assert kinds(MINE, post=LAND, peers=[MINE]) == []

    def test_general_words_are_vague(self):
        """Two concrete words are one too few, three are enough; tone marks make no difference."""
        two = attrs.evolve(GOOD, text="Phấn đấu nâng cao chất lượng tiếp dân")
        three = attrs.evolve(GOOD, text="Phan dau nang cao chat luong tiep dan sáng")

        assert kinds(with_items(two)) == [("vague", ("1",))]
        assert kinds(with_items(three)) == []

    def test_a_complex_field_asks_for_more(self):
        """What is specific enough for a clerk is not for the land desk."""
        item = attrs.evolve(GOOD, text="Tiếp dân buổi sáng")
        complex_post = attrs.evolve(LAND, is_complex=True, keywords=["tiếp dân"])

        assert kinds(with_items(item), post=attrs.evolve(complex_post, is_complex=False)) == []
        assert kinds(with_items(item), post=complex_post) == [("vague", ("1",))]

    def test_results_are_seen_or_counted(self):
        """None at all, or a result of general words, is no result; a number or a thing is."""
        results = [None, "chất lượng tốt hơn", "100%", "bảng niêm yết"]

        assert [kinds(with_items(attrs.evolve(GOOD, result=result))) for result in results] == [[("no_result", ("1",))]] * 2 + [[], []]

    def test_days_lie_in_the_year(self):
        """The last day of the year is in time, the first of the next is not; no day at all is a fault of its own."""
        days = [None, date(2014, 12, 31), date(2015, 1, 1)]

        assert [[kind for kind, _ in kinds(with_items(attrs.evolve(GOOD, due_on=day)))] for day in days] == [["no_day"], [], ["day_outside_year"]]

    def test_too_many_are_scattered(self):
        """Ten are borne, eleven are not."""
        items = [attrs.evolve(GOOD, id=f"{number:02}") for number in range(11)]

        assert kinds(with_items(*items[:10])) == []
        assert kinds(with_items(*items)) == [("scattered", tuple(item.id for item in items))]

    def test_something_has_to_fit_the_post(self):
        """By the words of the commitment or of its result; without a post or keywords nobody can say."""
        item = attrs.evolve(GOOD, text="Niêm yết lịch tiếp dân hằng tuần", result="Bảng niêm yết")

        assert kinds(with_items(item), post=LAND) == [("not_fitting", ("1",))]
        assert kinds(with_items(attrs.evolve(item, result="Hồ sơ niêm yết")), post=LAND) == []
        assert kinds(with_items(attrs.evolve(item, result=None)), post=LAND) == [("not_fitting", ("1",)), ("no_result", ("1",))]
        assert kinds(with_items(item, attrs.evolve(GOOD, id="2")), post=LAND) == []
        assert kinds(with_items(item), post=attrs.evolve(LAND, keywords=[])) == []
        assert kinds(with_items(item), post=LAND, policy=sc.evidence.VettingPolicy(fitting_items=0)) == []
        asks_two = sc.evidence.VettingPolicy(fitting_items=2)
        assert kinds(with_items(item, attrs.evolve(GOOD, id="2")), post=LAND, policy=asks_two) == [("not_fitting", ("1", "2"))]
        assert kinds(with_items(GOOD, attrs.evolve(GOOD, id="2")), post=LAND, policy=asks_two) == []
        assert kinds(MINE, post=LAND, policy=asks_two) == []

    def test_a_copy_shows_the_pair(self):
        """Without tone marks and capitals it is the same text; the nearest of the alike ones is named."""
        same = attrs.evolve(GOOD, id="7", text="TRA KET QUA HO SO DAT DAI CHO NGUOI DAN TRUOC 16 GIO MOI NGAY")
        other = attrs.evolve(GOOD, id="8", text="Trả kết quả hồ sơ đất đai cho người dân trước 16 giờ mỗi tuần")
        peers = [
            attrs.evolve(MINE, id="dk-9", subject_id="o3", items=[other]),
            attrs.evolve(MINE, id="dk-8", subject_id="o2", items=[same]),
        ]
        [fault] = sc.registration_faults(MINE, peers=peers)

        assert (fault.kind, fault.peer, fault.likeness) == (sc.evidence.RegistrationFaultKind.COPIED, ("dk-8", "7"), 1)
        assert fault.sentence("vi") == "1: sao chép của người khác (giống dk-8, mục 7: 100%)"
        [near] = sc.registration_faults(MINE, peers=peers[:1])
        assert (near.peer, near.likeness) == (("dk-9", "8"), Fraction(13, 15))
        assert near.sentence("en") == "1: copied from a peer (like dk-9, item 8: ≈ 86.67%)"

    def test_the_threshold_of_a_copy(self):
        """At it is a copy, just above is none."""
        other = attrs.evolve(GOOD, text="Trả kết quả hồ sơ đất đai cho người dân trước 16 giờ mỗi tuần")
        peers = [attrs.evolve(MINE, id="dk-9", subject_id="o3", items=[other])]

        assert len(kinds(MINE, peers=peers, policy=sc.evidence.VettingPolicy(copied_at=Fraction(13, 15)))) == 1
        assert kinds(MINE, peers=peers, policy=sc.evidence.VettingPolicy(copied_at=Fraction(14, 15))) == []

    def test_what_a_policy_may_leave_out(self):
        """A locality need not ask for results and days."""
        lax = sc.evidence.VettingPolicy(ask_result=False, ask_day=False)

        assert kinds(with_items(attrs.evolve(GOOD, result=None, due_on=None)), policy=lax) == []

    def test_faults_cite_where_they_are_asked_for(self):
        """A copy follows from the rest and cites nothing."""
        kinds_of = sc.evidence.RegistrationFaultKind

        vague = sc.evidence.RegistrationFault(kind=kinds_of.VAGUE, item_ids=("1", "2"))
        assert (vague.sentence("vi"), vague.sentence("en")) == ("1, 2: chung chung", "1, 2: vague")
        assert "Long Biên" in kinds_of.VAGUE.citation.text("vi")
        assert "Thạch Thang" in kinds_of.NOT_FITTING.citation.text("vi")
        assert kinds_of.COPIED.citation is None

    def test_bad_input(self):
        """All at once, in the call and in the policy."""
        assert faults_of(lambda: sc.registration_faults(1, peers=[1], post=1, policy=1)) == ["wrong_kind"] * 4
        twice = attrs.evolve(MINE, subject_id="o2")
        assert faults_of(lambda: sc.registration_faults(MINE, peers=[twice, twice])) == ["duplicate"]
        assert faults_of(lambda: sc.evidence.Post(code="", label=1, keywords=[""], is_complex=1)) == ["blank", "wrong_kind", "blank", "wrong_kind"]
        wrong = {
            "concrete_words": -1, "concrete_words_if_complex": "x", "fitting_items": -1, "most_items": 0, "sequence_length": 0,
            "copied_at": 0, "ask_result": 1, "ask_day": 1, "vague_phrases": "x", "filler_words": ["", ""],
        }  # fmt: skip
        assert faults_of(lambda: sc.evidence.VettingPolicy(**wrong)) == [
            "too_small", "not_whole", "too_small", "too_small", "too_small", "out_of_range", "wrong_kind", "wrong_kind",
            "not_a_collection", "blank", "blank",
        ]  # fmt: skip
        assert faults_of(lambda: sc.evidence.VettingPolicy(copied_at=0.5)) == ["not_exact"]


class TestWords:
    def test_phrases_are_found_word_by_word(self):
        """A part of a word is no word, and a phrase without letters is never found."""
        assert has_phrase("Quản lý đất đai đô thị", ["ĐẤT ĐAI"])
        assert not has_phrase("Quản lý đất đai", ["đất đa"])
        assert not has_phrase("Quản lý", ["quản lý đô thị"])
        assert not has_phrase("Quản lý", ["…"])

    def test_longer_phrases_go_first(self):
        """"Hoàn thành tốt" is taken away whole, and not "hoàn thành" alone."""
        policy = sc.evidence.VettingPolicy(vague_phrases=["hoàn thành", "hoàn thành tốt", "!"], filler_words=[])

        assert concrete_words("Hoàn thành tốt 12 báo cáo", policy) == {"12", "báo", "cáo"}

    def test_short_texts_are_one_sequence(self):
        """And a text without words is like nothing, itself included."""
        assert word_sequences(("tiếp", "dân"), 3) == {("tiếp", "dân")}
        assert word_sequences((), 2) == frozenset()
        assert likeness(frozenset(), frozenset()) == 0


def test_the_regulations_know_the_facts_about_commitments():
    """So that a locality's own regulation may ask for them, and assess does not take them for misspelt."""
    codes = [fact.code for fact in COMMITMENT_FACTS]

    assert set(codes) <= set(sc.regulations.VOCABULARY)
    assert set(codes) <= set(sc.evidence.WARD_WEIGHING.codes)


class TestToneMarks:
    def test_words_that_differ_by_their_marks_are_different_words(self):
        """With marks on both sides nothing is folded: "mới" is not the filler "mọi", "trồng" not "trong", "Đạt" not "đất"."""
        policy = sc.evidence.VettingPolicy()

        assert concrete_words("mới trồng", policy) == {"mới", "trồng"}
        assert concrete_words("mọi trong", policy) == frozenset()
        assert not has_phrase("Đạt chỉ tiêu", ["đất"])
        assert concrete_words("moi trong", policy) == frozenset()

    def test_where_one_side_has_no_marks_at_all_both_are_folded(self):
        """A text typed without marks is found by a keyword with them, and the other way round."""
        bare = sc.evidence.VettingPolicy(vague_phrases=["phan dau"], filler_words=["cong tac"])

        assert has_phrase("quan ly dat dai", ["đất đai"])
        assert has_phrase("Quản lý đất đai", ["dat dai"])
        assert concrete_words("Phấn đấu công tác dân vận", bare) == {"dan", "van"}

    def test_letters_that_look_alike_are_one_letter(self):
        """Ð (U+00D0) and Ɖ (U+0189) for Đ, marks written apart, a zero-width space: the same words."""
        for written in ("\u00d0ất đai", "\u0189ất đai", "Đất\u200b đai", "Đâ\u0301t đai"):
            assert has_phrase(written, ["đất đai"])
            assert has_phrase(f"{written} dat", ["đất đai"])


class TestManyRegistrations:
    POOL = ("Trả hồ sơ đúng hẹn", "Trả hồ sơ đúng hạn", "tra ho so dung hen", "Tiếp dân vào thứ hai hằng tuần", "Tiếp dân vào thứ ba hằng tuần", "trồng cây", "trong cay", "trong cây", "!", "Gặp gỡ nhân dân")

    def made(self, random, count):
        return [
            sc.Registration(
                id=f"r{number}", subject_id=f"o{random.randint(1, 4)}", year=2014, lodged_on=date(2014, 1, 20),
                items=[sc.Commitment(id=f"{place}", text=" ".join(random.sample(self.POOL, random.randint(1, 2)))) for place in range(random.randint(1, 3))],
            )
            for number in range(count)
        ]  # fmt: skip

    def nearest(self, item, mine, everybody, policy):
        """By the words alone: each text of anybody else in turn, with marks unless one of the two has none at all."""
        found = []
        for other in everybody:
            for theirs in other.items:
                if other.subject_id != mine.subject_id:
                    both = [marked_words(text) for text in (item.text, theirs.text)]
                    words = both if None not in both else [folded_words(text) for text in (item.text, theirs.text)]
                    one, two = (word_sequences(some, policy.sequence_length) for some in words)
                    found.append((-likeness(one, two), (other.id, theirs.id)))
        best = min(found, default=(Fraction(0), None))
        return (best[1], -best[0]) if -best[0] >= policy.copied_at else None

    def test_the_nearest_text_is_that_of_a_walk_through_all(self):
        """On random registrations: what is copied, from whom and how much; one by one and all at once alike."""
        met = 0
        for seed in range(150):
            random = Random(seed)
            policy = sc.evidence.VettingPolicy(sequence_length=random.randint(1, 3), copied_at=Fraction(random.randint(1, 10), 10))
            everybody = self.made(random, 7)
            at_once = sc.evidence.vet_registrations(everybody, policy=policy)
            for mine in everybody:
                faults = sc.registration_faults(mine, peers=everybody, policy=policy)
                assert at_once[mine.id] == faults
                copied = {fault.item_ids[0]: (fault.peer, fault.likeness) for fault in faults if fault.kind.value == "copied"}
                expected = {item.id: near for item in mine.items if (near := self.nearest(item, mine, everybody, policy))}
                assert copied == expected
                met += len(copied)
        assert met > 500

    def test_posts_are_held_against_whose_they_are(self):
        """Each official's own post, by the official's id; bad input is named at once."""
        registration = self.made(Random(1), 1)[0]
        land = sc.evidence.Post(code="land", label=sc.Label("Địa chính", "Land registry"), keywords=["thủy lợi"])

        assert "not_fitting" in [fault.kind.value for fault in sc.evidence.vet_registrations([registration], posts={registration.subject_id: land})[registration.id]]
        assert "not_fitting" not in [fault.kind.value for fault in sc.evidence.vet_registrations([registration], posts={"x": land})[registration.id]]
        with pytest.raises(sc.InvalidInput) as raised:
            sc.evidence.vet_registrations([registration, registration, 5], posts={"x": 1}, policy=2)
        assert [fault.code for fault in raised.value.faults] == ["wrong_kind", "wrong_kind", "wrong_kind"]
        with pytest.raises(sc.InvalidInput) as raised:
            sc.evidence.vet_registrations([registration, registration], posts=5)
        assert [fault.code for fault in raised.value.faults] == ["duplicate", "wrong_kind"]
