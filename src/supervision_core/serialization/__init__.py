"""Values as documents of plain JSON types and back, their schemas, receipts and fingerprints. Reading files stays outside.

>>> import json
>>> import supervision_core as sc
>>> from supervision_core.serialization import from_document, to_document
>>> roster = sc.Roster(subjects=[sc.Subject(id="s001")], lead_units=[sc.LeadUnit(id="front")])
>>> text = json.dumps(to_document(roster), ensure_ascii=False)
>>> from_document(json.loads(text), sc.Roster) == roster
True
"""

from supervision_core.serialization.canonical import canonical_bytes
from supervision_core.serialization.converters import make_converter
from supervision_core.serialization.documents import from_document, json_schema, to_document
from supervision_core.serialization.problems import InvalidDocument, Problem
from supervision_core.serialization.receipts import Receipt, fingerprint, receipt
from supervision_core.serialization.rechecking import recheck

__all__ = [
    "InvalidDocument",
    "Problem",
    "Receipt",
    "canonical_bytes",
    "fingerprint",
    "from_document",
    "json_schema",
    "make_converter",
    "receipt",
    "recheck",
    "to_document",
]
