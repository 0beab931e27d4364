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
    from supervision_core.serialization.documents import (
        from_document as from_document,
    )
    from supervision_core.serialization.documents import (
        json_schema as json_schema,
    )
    from supervision_core.serialization.documents import (
        make_converter as make_converter,
    )
    from supervision_core.serialization.documents import (
        to_document as to_document,
    )
    from supervision_core.serialization.kinds import (
        canonical_bytes as canonical_bytes,
    )
    from supervision_core.serialization.receipts import (
        Receipt as Receipt,
    )
    from supervision_core.serialization.receipts import (
        fingerprint as fingerprint,
    )
    from supervision_core.serialization.receipts import (
        receipt as receipt,
    )
    from supervision_core.serialization.receipts import (
        recheck as recheck,
    )
    from supervision_core.serialization.scalars import (
        InvalidDocument as InvalidDocument,
    )
    from supervision_core.serialization.scalars import (
        Problem as Problem,
    )

__all__, __getattr__, __dir__ = door(  # noqa: PLE0605  checkers read the names above
    __name__,
    globals(),
    {
        "documents": "from_document json_schema make_converter to_document",
        "kinds": "canonical_bytes",
        "receipts": "Receipt fingerprint receipt recheck",
        "scalars": "InvalidDocument Problem",
    },
)
