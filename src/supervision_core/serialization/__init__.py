"""Values as documents of plain JSON types and back, their schemas, receipts and fingerprints. Reading files stays outside.

>>> import json
>>> import supervision_core as sc
>>> from supervision_core.serialization import from_document, to_document
>>> roster = sc.Roster(subjects=[sc.Subject(id="s001")], lead_units=[sc.LeadUnit(id="front")])
>>> text = json.dumps(to_document(roster), ensure_ascii=False)
>>> from_document(json.loads(text), sc.Roster) == roster
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.serialization.documents import *
    from supervision_core.serialization.kinds import *
    from supervision_core.serialization.receipts import *
    from supervision_core.serialization.scalars import *

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "documents": "from_document json_schema make_converter to_document",
        "kinds": "canonical_bytes",
        "receipts": "Receipt fingerprint receipt recheck reworded",
        "scalars": "InvalidDocument Problem",
    },
)
