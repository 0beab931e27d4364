"""Words of which a commitment cannot be made: what commits nobody to anything, and what any sentence has."""

from __future__ import annotations

from typing import Final

__all__ = ["FILLER_WORDS", "VAGUE_PHRASES"]


#: Phrases that commit nobody to anything; compared with tone marks unless a text has none. The choice is this library's.
VAGUE_PHRASES: Final = (
    "cố gắng",
    "phấn đấu",
    "nỗ lực",
    "tích cực",
    "nâng cao",
    "tăng cường",
    "đẩy mạnh",
    "phát huy",
    "không ngừng",
    "luôn luôn",
    "thường xuyên",
    "nghiêm túc",
    "gương mẫu",
    "chất lượng",
    "hiệu quả",
    "chấp hành tốt",
    "chấp hành nghiêm",
    "thực hiện tốt",
    "hoàn thành tốt",
    "hoàn thành",
    "nhiệm vụ được giao",
    "chức trách nhiệm vụ",
    "tinh thần trách nhiệm",
    "ý thức trách nhiệm",
    "ý thức",
    "quy định của cơ quan",
    "chủ trương của đảng",
    "chính sách pháp luật của nhà nước",
    "tu dưỡng",
    "rèn luyện",
    "đạo đức lối sống",
)
#: Words that any sentence has.
FILLER_WORDS: Final = (
    "bản thân", "các", "cho", "có", "công tác", "công việc", "của", "đảm bảo", "để", "được", "hơn", "là", "luôn", "mọi", "một",
    "nhiệm vụ", "những", "sẽ", "theo", "thực hiện", "tốt", "trong", "tự", "và", "về", "việc", "với",
)  # fmt: skip
