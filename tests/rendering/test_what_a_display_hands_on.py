"""A display shows a value with everything that it was given for it."""

import attrs
import pytest

import supervision_core as sc
from supervision_core.criteria import AllOf, Holds, YesNo
from supervision_core.rendering import Display, to_text

WARD = sc.regulations.GOOD_PERFORMANCE_2014
FACTS = sc.Facts.of({"civic.standing": True})
OWN = YesNo(code="civic.standing", label=sc.Label("Uy tín riêng", "Standing of one's own"))
STEP = sc.Regulation(
    code="own", version=1, label=sc.Label("Riêng", "Own"), category="official", in_force_from=WARD.in_force_from, citation=WARD.citation,
    ladder=sc.criteria.Ladder(facts=[OWN], rungs=[
        sc.criteria.Rung(grade=sc.Grade(code="yes", label=sc.Label("Có", "Yes"), rank=1), criterion=Holds(code="civic.standing")),
        sc.criteria.Rung(grade=sc.Grade(code="no", label=sc.Label("Không", "No"), rank=0), criterion=AllOf(parts=[])),
    ]),
)  # fmt: skip


@pytest.mark.parametrize("given", [{}, {"regulation": STEP}, {"vocabulary": (attrs.evolve(OWN, code="other.code"),)}])
def test_a_display_names_facts_by_what_it_was_given(given):
    """As the text of the same value with the same regulation and vocabulary, and not as without them."""
    facts = sc.Facts.of({"civic.standing": True, "other.code": True}) if "vocabulary" in given else FACTS
    shown = str(Display(facts, lang="en", **given))

    assert shown == to_text(facts, lang="en", **given)
    assert ("Standing of one's own" in shown) is bool(given)
