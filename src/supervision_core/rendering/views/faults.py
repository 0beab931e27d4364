"""What is said of faults, in words of both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import Block, Cell, Mark, Notice, Page, Paragraph, column, table
from supervision_core.values.errors import BeyondExactness, Fault, InvalidInput, SupervisionError
from supervision_core.values.facts import ContradictoryFacts
from supervision_core.values.labels import Label
from supervision_core.values.text import Language

__all__ = ["FAULT_KINDS", "fault_blocks", "tell_beyond", "tell_error", "tell_faults", "tell_invalid"]


FAULT_KINDS: Final[Mapping[str, Label]] = {
    "all_shares_zero": Label("mọi tỷ trọng đều bằng 0", "all shares are zero"),
    "before_period": Label("trước thời gian xét", "before the period"),
    "before_receipt": Label("trước ngày tiếp nhận", "before the day of receipt"),
    "beyond_calendar": Label("ngoài phạm vi lịch", "beyond the calendar"),
    "beyond_exactness": Label("vượt quá khả năng trả lời chính xác", "beyond exactness"),
    "blank": Label("để trống", "blank"),
    "both_kinds": Label("vừa là cá nhân vừa là đơn vị", "a person and a unit at once"),
    "circle": Label("vòng lặp", "a circle"),
    "closed_pair": Label("phân công bị cản", "a closed pair"),
    "contradiction": Label("mâu thuẫn", "a contradiction"),
    "contradictory_facts": Label("các nội dung mâu thuẫn", "facts that contradict each other"),
    "control_character": Label("có ký tự điều khiển", "a control character"),
    "counting_mixed": Label("trộn lẫn cách tính", "ways of counting mixed"),
    "duplicate": Label("trùng lặp", "a duplicate"),
    "duplicate_year": Label("trùng năm", "a year twice"),
    "empty": Label("rỗng", "empty"),
    "empty_period": Label("khoảng thời gian rỗng", "an empty period"),
    "empty_range": Label("khoảng giá trị rỗng", "an empty range"),
    "gap": Label("có khoảng trống", "a gap"),
    "kinds_mixed": Label("trộn lẫn loại số liệu", "kinds of counts mixed"),
    "load_out_of_bounds": Label("số đối tượng ngoài giới hạn", "a load out of bounds"),
    "lone_surrogate": Label("ký tự không hợp lệ", "a lone surrogate"),
    "missing": Label("còn thiếu", "missing"),
    "missing_repair": Label("thiếu một cách sửa", "a repair left out"),
    "moved_twice": Label("dời hai lần", "moved twice"),
    "moves_nothing": Label("không dời gì", "moves nothing"),
    "no_lead": Label("không có đầu mối", "no lead unit"),
    "no_length": Label("không có độ dài", "no length"),
    "no_repair": Label("cách sửa không có tác dụng", "no repair"),
    "no_violation": Label("không có vi phạm", "no violation"),
    "nobody": Label("không có ai", "nobody"),
    "not_a_collection": Label("không phải một tập hợp", "not a collection"),
    "not_a_day": Label("không phải một ngày", "not a day"),
    "not_a_kind": Label("không có tài liệu loại này", "no kind of document"),
    "not_a_part": Label("không phải một phần", "not a part"),
    "not_a_regulation": Label("không phải một quy định", "not a regulation"),
    "not_a_year": Label("không phải một năm", "not a year"),
    "not_additive": Label("không được cộng theo thời gian", "not to be added over time"),
    "not_assigned": Label("chưa được phân công", "not assigned"),
    "not_best_first": Label("không xếp từ mức tốt nhất", "not the best first"),
    "not_canonical": Label("không phải phương án được quy định chọn", "not the canonical plan"),
    "not_concerned": Label("không liên quan", "not concerned"),
    "not_counted": Label("không được tính", "not counted"),
    "not_earlier": Label("không sớm hơn", "not earlier"),
    "not_exact": Label("không phải số chính xác", "not an exact number"),
    "not_facts": Label("không phải tập nội dung", "not facts"),
    "not_finite": Label("không phải số hữu hạn", "not a finite number"),
    "not_in_order": Label("không đúng thứ tự", "not in order"),
    "not_independent": Label("các phần không độc lập", "parts that are not independent"),
    "not_later": Label("quá sớm", "too early a day"),
    "not_over": Label("thời gian chưa kết thúc", "a time that is not over"),
    "not_proved": Label("chưa được chứng minh", "not proved"),
    "not_rising": Label("không tăng dần", "not rising"),
    "not_text": Label("không phải văn bản", "not text"),
    "not_the_smallest": Label("không phải tập nhỏ nhất", "not the smallest set"),
    "not_whole": Label("không phải số nguyên", "not a whole number"),
    "off_grid": Label("không nằm trên bước", "off the steps"),
    "other_facts": Label("tập nội dung khác với hồ sơ", "other facts than the dossier gives"),
    "other_id": Label("mã khác", "another id"),
    "other_policy": Label("nguyên tắc khác", "another policy"),
    "other_reasons": Label("lý do khác", "other reasons"),
    "other_reference": Label("phương án tham chiếu khác", "another reference"),
    "other_result": Label("kết quả khác", "another result"),
    "other_row": Label("tập nội dung khác", "other facts"),
    "other_subject": Label("đối tượng khác", "another subject"),
    "other_year": Label("năm khác", "another year"),
    "out_of_range": Label("ngoài khoảng cho phép", "out of range"),
    "outside": Label("nằm ngoài", "outside"),
    "outside_period": Label("ngoài thời gian xét", "outside the period"),
    "overlap": Label("chồng chéo", "an overlap"),
    "periods_mixed": Label("trộn lẫn thời gian", "periods mixed"),
    "pin_against_bar": Label("ấn định trái với điều cản", "a pin against a bar"),
    "planners_own": Label("lý do chỉ bộ lập phương án được dùng", "a reason only the planner gives"),
    "populations_mixed": Label("trộn lẫn phạm vi", "populations mixed"),
    "registered_twice": Label("đăng ký hai lần", "registered twice"),
    "regulations_mixed": Label("trộn lẫn quy định", "regulations mixed"),
    "replaced_twice": Label("bị thay thế hai lần", "replaced twice"),
    "same_code": Label("cùng một mã", "the same code"),
    "several_subjects": Label("nhiều đối tượng", "several subjects"),
    "sources_without_fact": Label("nguồn không gắn với nội dung", "sources without a fact"),
    "still_present": Label("vẫn còn", "still present"),
    "surplus": Label("thừa", "more than there may be"),
    "too_deep": Label("lồng nhau quá sâu", "nested too deeply"),
    "too_early": Label("quá sớm", "too early"),
    "too_large": Label("quá lớn", "too large"),
    "too_long": Label("quá dài", "too long"),
    "too_many_digits": Label("quá nhiều chữ số", "too many digits"),
    "too_small": Label("quá nhỏ", "too small"),
    "two_quantities": Label("hai đại lượng", "two quantities"),
    "undefined": Label("chưa định nghĩa", "undefined"),
    "unknown_category": Label("loại đối tượng không biết", "an unknown category"),
    "unknown_channel": Label("kênh không biết", "an unknown channel"),
    "unknown_code": Label("mã không biết", "an unknown code"),
    "unknown_criterion": Label("tiêu chí không biết", "an unknown criterion"),
    "unknown_fact": Label("nội dung không biết", "an unknown fact"),
    "unknown_grade": Label("mức không biết", "an unknown grade"),
    "unknown_head": Label("đầu mục không biết", "an unknown head"),
    "unknown_id": Label("mã không có trong danh sách", "an unknown id"),
    "unknown_key": Label("trường không biết", "an unknown key"),
    "unknown_kind": Label("loại không biết", "an unknown kind"),
    "unknown_language": Label("ngôn ngữ không biết", "an unknown language"),
    "unknown_step": Label("mức không biết", "an unknown step"),
    "unknown_topic": Label("chủ đề không biết", "an unknown topic"),
    "unverified": Label("chưa được xác minh", "not verified"),
    "waives_nothing": Label("không miễn gì", "waives nothing"),
    "wrong_bars": Label("sai lý do bị cản", "other reasons that close a pair"),
    "wrong_claim": Label("mức bảo đảm sai", "a wrong claim"),
    "wrong_demand": Label("số cần sai", "a wrong demand"),
    "wrong_excess": Label("sai số chỉ tiêu thừa", "another excess"),
    "wrong_fact_type": Label("giá trị không hợp với nội dung", "a value of the wrong kind"),
    "wrong_keys": Label("các trường sai", "wrong keys"),
    "wrong_kind": Label("sai kiểu", "the wrong kind"),
    "wrong_lead_units": Label("sai đầu mối", "other lead units"),
    "wrong_length": Label("sai độ dài", "the wrong length"),
    "wrong_load": Label("sai số đối tượng", "a wrong load"),
    "wrong_meetings": Label("sai danh sách đã gặp", "wrong meetings"),
    "wrong_score": Label("sai điểm", "a wrong score"),
    "wrong_shortage": Label("sai số chỗ thiếu", "another shortage"),
    "wrong_subjects": Label("sai đối tượng", "other subjects"),
    "wrong_supply": Label("số có sai", "a wrong supply"),
    "wrong_year": Label("sai năm", "a wrong year"),
    "year_not_past": Label("năm chưa qua", "a year that is not past"),
    "zero": Label("bằng 0", "zero"),
}


def tell_faults(faults: Sequence[Fault], context: Context) -> Page:
    """Faults by themselves, as the checkers return them."""
    return Page(
        title=context.say(words.FAULTS), lang=context.lang, blocks=(_count(faults, context), *fault_blocks(faults, context))
    )


def _count(faults: Sequence[Fault], context: Context) -> Notice:
    return Notice(mark=Mark.BAD, text=context.say(words.FAULT_COUNT, count=context.number(len(faults))))


def fault_blocks(faults: Sequence[Fault], context: Context) -> Iterator[Block]:
    """The faults as a table. Places, values and what is expected are in the words of the program, which are English."""
    columns = [column(context, label) for label in (words.FAULT, words.PLACE, words.FOUND, words.EXPECTED)]
    rows = []
    for fault in faults:
        kind = FAULT_KINDS.get(fault.code)
        named = Cell(text=fault.code, lang=_foreign(context)) if kind is None else Cell(text=context.say(kind))
        texts = (Cell(text=text, lang=_foreign(context)) for text in (fault.place, fault.found, fault.expected))
        rows.append((named, *texts))
    yield table(context, words.FAULTS, columns, rows, is_headed=True)


def _foreign(context: Context) -> Language | None:
    return None if context.lang == "en" else "en"


def tell_invalid(error: InvalidInput, context: Context) -> Page:
    """All that is wrong with an input, and whose input it was."""
    blocks: list[Block] = [_count(error.faults, context)]
    if error.subject_id is not None:
        blocks.append(Paragraph(text=context.say(words.OF_SUBJECT, subject=context.name(error.subject_id))))
    if isinstance(error, ContradictoryFacts):
        facts = ", ".join(context.code(code) for code in error.codes)
        blocks.append(Paragraph(text=context.say(words.AT_ODDS, facts=facts)))
        blocks.append(Paragraph(text=context.say(words.BROKEN_RULE, rule=context.say(error.provision))))
    if error.faults:
        blocks.extend(fault_blocks(error.faults, context))
    return Page(title=context.say(words.FAULTS), lang=context.lang, blocks=tuple(blocks))


def tell_beyond(error: BeyondExactness, context: Context) -> Page:
    """A question that is refused because its exact answer is out of reach."""
    said = context.say(words.BEYOND_SAID, size=context.number(error.size), limit=context.number(error.limit))
    asked = Paragraph(text=error.what, lang=_foreign(context))
    return Page(title=context.say(words.BEYOND), lang=context.lang, blocks=(Notice(mark=Mark.OPEN, text=said), asked))


def tell_error(error: SupervisionError, context: Context) -> Page:
    """Any other error raised on purpose, in its own words, line by line."""
    said = tuple(Paragraph(text=line, lang=_foreign(context)) for line in str(error).splitlines())
    return Page(title=context.say(words.FAULTS), lang=context.lang, blocks=said)
