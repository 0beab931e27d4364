"""What stands inside faults, said in Vietnamese: every phrase of the library, places, ids; what is not the library's stays."""

import ast
import inspect
import json
import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given, strategies as st

import supervision_core as sc
from contract.callables import callables
from contract.kinds import value_kinds
from supervision_core.rendering import to_markdown, to_page, to_text
from supervision_core.rendering.fault_words import FAULT_KINDS
from supervision_core.rendering.phrases.choices import choice_words
from supervision_core.rendering.phrases.field_words import FIELD_WORDS
from supervision_core.rendering.phrases.kind_words import KIND_WORDS
from supervision_core.rendering.phrasing import PHRASES, ids_said, phrase_said, place_said
from supervision_core.serialization import InvalidDocument, from_document
from supervision_core.serialization.kinds import schema_name
from supervision_core.values.wording import wording

SOURCE = Path(sc.__file__).parent
CORPUS = Path(__file__).parents[1] / "corpus"
#: Stands for a key that is left out.
ABSENT = object()
VI, EN = wording("vi"), wording("en")
#: What a slot may hold, whatever it is called.
HELD = "17"
#: What takes, as its last argument, the words for what would be right.
TAKES_EXPECTED = {"kind", "optional_kind", "each", "stream", "by_id"}


def pattern(node, known):
    """The texts that an expression may come to, slots filled in; nothing where it is made elsewhere."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        said = [""]
        for part in node.values:
            inner = [part.value] if isinstance(part, ast.Constant) else pattern(part.value, known) or [HELD]
            said = [one + two for one in said for two in inner]
        return said
    if isinstance(node, ast.IfExp):
        return pattern(node.body, known) + pattern(node.orelse, known)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [one + two for one in pattern(node.left, known) or [HELD] for two in pattern(node.right, known) or [HELD]]
    if isinstance(node, ast.Name):
        return [text for value in known.get(node.id, ()) for text in pattern(value, {name: given for name, given in known.items() if name != node.id})]
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "counted":
        one, *many = (given.value for given in node.args[1:])
        return [f"1 {one}", f"{HELD} {many[0] if many else one + 's'}"]
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "nearest":
        return pattern(node.args[2], known)
    return []


def is_said(text):
    """Whether it has Vietnamese, with a number or a kind of value in its slots; what stands in none but slots is the caller's."""
    return re.sub(HELD, "", text).strip(" :,.") in ("", "for  against", "against") or any(phrase_said(text.replace(HELD, one), VI) for one in (HELD, "Roster"))


def assigned(tree):
    """By name, what is assigned to it anywhere within."""
    found = {}
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) and node.value else []
        for target in targets:
            if isinstance(target, ast.Name):
                found.setdefault(target.id, []).append(node.value)
    return found


def written():
    """Every text that the source writes into a fault, with its place."""
    for file in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        constants = assigned(ast.Module(body=[one for one in tree.body if isinstance(one, ast.Assign | ast.AnnAssign)], type_ignores=[]))
        for function in (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)):
            known = {**constants, **assigned(function)}
            for node in ast.walk(function):
                for argument in asked(node):
                    yield from ((text, f"{file.relative_to(SOURCE)}:{node.lineno}") for text in pattern(argument, known))


def asked(node):
    """The expressions that become what a fault found and what it expected."""
    if isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[0], ast.Constant) and node.elts[0].value in FAULT_KINDS:
        return [node.elts[1]]
    if not isinstance(node, ast.Call):
        return []
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    if name == "Fault" and len(node.args) == 4:
        return node.args[2:]
    if name == "fault" and len(node.args) == 4 and not isinstance(node.args[3], ast.Call):
        return [node.args[3]]
    return [node.args[-1]] if name in TAKES_EXPECTED and len(node.args) > 2 else []


def test_every_phrase_of_the_source_has_vietnamese():
    """Whatever the source writes into a fault, in the very words, is known with its Vietnamese."""
    unsaid = sorted({(text, place) for text, place in written() if " " in text and not is_said(text)})

    assert unsaid == []


@pytest.mark.parametrize("name", ["roster-3", "plan-3", "facts-1", "assessment-1", "tally-1", "review-2", "feedback-1"])
def test_problems_of_documents_have_vietnamese(name):
    """Whatever is wrong at a place of a document, what would be right there is said."""
    kept = json.loads((CORPUS / f"{name}.json").read_text("utf-8"))
    kind = next(kind for kind in value_kinds() if schema_name(kind) == kept["schema"])
    unsaid = set()
    for key in kept:
        for wrong in (None, 5, "", "x", True, [], [5], {}, {"x": 5}, ABSENT):
            document = {one: value for one, value in kept.items() if one != key} | ({} if wrong is ABSENT else {key: wrong})
            try:
                from_document(document, kind)
            except InvalidDocument as error:
                unsaid |= {problem.expected for problem in error.problems if phrase_said(problem.expected, VI) is None}

    assert unsaid == set()


def test_phrases_are_said_once_and_with_their_own_slots():
    """No English twice, and no Vietnamese with a slot that the English does not have."""
    english = [re.sub(r"\{(\w+)(:\w+)?\}", "{}", one.en) for one in PHRASES]

    assert sorted({one for one in english if english.count(one) > 1}) == []
    for one in PHRASES:
        slots, own = (set(re.findall(r"\{(\w+)(?::\w+)?\}", text)) for text in (one.en, one.vi))
        assert own <= slots, one


def test_vietnamese_has_no_english_left():
    """No word of the Vietnamese of phrases, kinds and fields is one of those English words that every phrase has."""
    english = re.compile(r"\b(the|of|and|or|each|at least|at most|since|with|from|that|which|is|are)\b")
    said = [*(one.vi for one in PHRASES), *KIND_WORDS.values(), *FIELD_WORDS.values()]

    assert [one for one in said if english.search(one)] == []


def test_policies_are_said_field_by_field():
    """However many fields two policies differ in, each is said with its own value, whatever stands in the salt."""
    said = {
        "cooling_off_years 1, tenure_years 2, carry_rest True": "thời gian giãn cách: 1 năm; nhiệm kỳ: 2 năm; bù phần dư của các năm trước: có",
        "repeats FORBID, objective MID_YEAR, tie_break ANY": "việc lặp lại: không cho phép; mục tiêu: điều chỉnh trong năm; cách chọn khi ngang nhau: bất kỳ",
        "cooling_off_years 2, tenure_years 1, carry_rest False, repeats MINIMISE, objective ANNUAL, tie_break PublicDraw 'QĐ 5, or so', scope 'A'": (
            "thời gian giãn cách: 2 năm; nhiệm kỳ: 1 năm; bù phần dư của các năm trước: không; việc lặp lại: càng ít càng tốt; "
            "mục tiêu: phương án hằng năm; cách chọn khi ngang nhau: bốc thăm công khai “QĐ 5, or so”, phạm vi “A”"
        ),
        "the plan's own: tie_break CANONICAL": "của chính phương án: cách chọn khi ngang nhau: theo thứ tự mã",
    }

    assert {one: phrase_said(one, VI) for one in said} == said


def test_what_is_as_many_and_not_right_is_said():
    """A count of something, and that not all of it is right."""
    assert phrase_said("2 allowances, not all of them right", VI) == "2 trường hợp được phép, chưa đúng hết"
    assert phrase_said("2 in the too_few_places sets, not all of them right", VI) == f"{phrase_said('2 in the too_few_places sets', VI)}, chưa đúng hết"


def test_kinds_and_fields_are_there():
    """Each kind is a class of the library, each field a field or an argument of something public."""
    classes = {node.name for file in SOURCE.rglob("*.py") for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.ClassDef)}
    names = {name for one in callables() for name in inspect.signature(one.function).parameters}
    names |= {field.name for one in callables() if inspect.isclass(one.function) and attrs.has(one.function) for field in attrs.fields(one.function)}
    names |= {node.value for file in SOURCE.rglob("*.py") for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Constant) and isinstance(node.value, str)}

    assert sorted(set(KIND_WORDS) - classes) == []
    assert sorted(name for name in FIELD_WORDS if name not in names and not any(name in one for one in names)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("at least 1000000", "ít nhất 1.000.000"),
        ("a collection, each item a Roster", "một tập hợp, mỗi mục là danh sách phân công"),
        ("a Period, or None", "khoảng thời gian, hoặc để trống"),
        ("one of BarReason.KIN, Counting.DAYS, Rounding.UP", "một trong: quan hệ thân thích, ngày, Rounding.UP"),
        ("one of: Law; Decree", "một trong: Luật; Nghị định"),
        ("'front', 'women'", "Mặt trận, “women”"),
        ("['front', 3]", "Mặt trận, 3"),
        ("datetime.date(2026, 3, 4)", "04/3/2026"),
        ("2026-03-04 to 2026-03-31", "từ ngày 04/3/2026 đến ngày 31/3/2026"),
        ("2026-13-04", "2026-13-04"),
        ("Fraction(1, 3)", "1/3"),
        ("<FactState.FOUND: 'found'>", "đã xác minh"),
        ("civic.standing=True and duties.well_done=False", "civic.standing: có và duties.well_done: không"),
        ("front", "Mặt trận"),
        ("2026", "2026"),
        ("a lower grade than good", "mức thấp hơn good"),
        ("3 subjects, 1 lead unit", "3 đối tượng; 1 đầu mối"),
        ("1 subject, 2 reasons", "1 đối tượng; 2 lý do"),
        ("the 1 allowance that opens nothing in 2026", "1 trường hợp được phép không mở cặp nào trong năm 2026"),
        ("no subject 'front', no lead unit 'women'", "không có đối tượng Mặt trận; không có đầu mối “women”"),
        ("a text, a Label, or None", "văn bản, nhãn bằng hai thứ tiếng, hoặc để trống"),
    ],
)
def test_phrases(text, said):
    """Numbers, days, ids and choices are said as people write them."""
    assert (phrase_said(text, wording("vi", {"front": "Mặt trận"})) or text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Roster.lead_units[2]", "danh sách phân công: các đầu mối, mục thứ 3"),
        ("LeadUnit 'front'.share", "đơn vị chủ trì giám sát (đầu mối) Mặt trận: tỷ trọng"),
        ("Roster.bars ('s1', 'front')", "danh sách phân công: các trường hợp không được phân công, “s1”, Mặt trận"),
        ("History[2021]", "lịch sử phân công: 2021"),
        ("roll_up.year", "năm"),
        ("Tally.merged.tallies", "bảng thống kê: “tallies”"),
        ("Repair.applied_to.roster", "sửa đổi đơn lẻ: danh sách phân công"),
        ("roll_up.parts, 2026-01-01 to 2026-01-31: Facts['points.general']", "các phần: từ ngày 01/01/2026 đến ngày 31/01/2026: tập nội dung xác minh: “points.general”"),
        ("'front': Plan.loads['front']", "Mặt trận: phương án phân công: số đối tượng, Mặt trận"),
        ("Subject ''.id", "đối tượng giám sát: mã"),
        ("Row 3, column “Tuổi”", "dòng 3, cột “Tuổi”"),
        ("Row 3", "dòng 3"),
        ("Column “Tuổi”", "cột “Tuổi”"),
        ("Table", "bảng"),
        ("statutory_grade", None),
        ("$.where?", None),
    ],
)
def test_places(text, said):
    """What kind of value, which one, which field; the name of a function says nothing to readers and is left out."""
    assert place_said(text, wording("vi", {"front": "Mặt trận"})) == said


def test_what_is_nobodys_phrase_stays():
    """Text that the library has no words for stays as it is and is marked as English; a very long one is not even looked at."""
    fault = sc.Fault("blank", "$.x y", "tra la la", "what nobody ever wrote")
    [table] = [block for block in to_page((fault,)).blocks if hasattr(block, "rows")]

    assert [(cell.text, cell.lang) for cell in table.rows[0][1:]] == [("$.x y", "en"), ("tra la la", "en"), ("what nobody ever wrote", "en")]
    assert phrase_said("at least " + "9" * 5_000, VI) is None
    assert phrase_said(" and ".join(["a"] * 40), VI) is None


def test_english_readers_see_what_programs_see():
    """In English the texts stay, with ids by their names where all have one."""
    fault = sc.Fault("unknown_id", "Roster.pins['s1']", "'u1', 'u2'", "the id of a lead unit")

    assert "Youth, Women" in to_text((fault,), lang="en", names={"u1": "Youth", "u2": "Women"})
    assert "'u1', 'u2'" in to_text((fault,), lang="en", names={"u1": "Youth"})
    assert ids_said("7", EN) is None
    assert ids_said("x y", EN) is None


def test_facts_are_called_by_their_labels():
    """A fact within a place is called as the regulation calls it, or as the application does."""
    fault = sc.Fault("wrong_fact_type", "columns['civic.standing']", "3", "True, False or nothing")

    assert "cột: Có uy tín với Nhân dân nơi cư trú" in to_markdown((fault,))
    assert "cột: Uy tín" in to_markdown((fault,), names={"civic.standing": "Uy tín"})


def test_choices_are_known_by_name_and_by_english_label():
    """A choice that has a label is known by its class and name, by its name alone, and by the label."""
    assert {choice_words()[one].vi for one in ("BarReason.KIN", "KIN", "kinship")} == {"quan hệ thân thích"}


@given(st.text(max_size=200), st.sampled_from(["vi", "en"]))
def test_any_text_is_said_or_left(text, lang):
    """Whatever stands in a fault, its words are a text or none."""
    by = wording(lang, {"a": "An"})

    for said in (phrase_said(text, by), place_said(text, by), ids_said(text, by)):
        assert said is None or isinstance(said, str)
