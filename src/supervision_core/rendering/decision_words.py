"""What reports say of decided results: their decisions, petitions and reopenings."""

from __future__ import annotations

from typing import Final

from supervision_core.values.labels import Label

DECISION_FILE: Final = Label("Kết quả xếp loại và việc xem xét lại", "A result and what became of it")
DECISIONS: Final = Label("Các quyết định", "Decisions")
DECISION: Final = Label("Quyết định", "Decision")
DECIDED_BY: Final = Label("Người quyết định", "Decided by")
DECISION_GROUND: Final = Label("Lý do ban hành", "Ground")
KEPT_RECORD: Final = Label("Mã kiểm chứng của biên bản kết quả", "Fingerprint of the receipt")
PETITIONS: Final = Label("Kiến nghị", "Petitions")
REOPENINGS: Final = Label("Xem xét lại kết quả", "Reopenings")
REOPENED: Final = Label("Ngày xem xét lại", "Reopened on")
OPENED_BY: Final = Label("Nơi xem xét", "By")
VOICES: Final = Label("Theo phản ánh của", "After what was said by")
STILL_OPEN: Final = Label("đang xem xét", "open")
