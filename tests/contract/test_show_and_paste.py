"""What a failing test prints of a value shows what is in it, and can be pasted; what a log prints stays veiled."""

import datetime as dt
from fractions import Fraction
from types import ModuleType

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from hypothesis.vendor.pretty import pretty

import supervision_core as sc
from contract.kinds import every_kind

#: What stands at the top of a test: the library, and from its rooms whatever is printed.
AT_HAND = {
    "sc": sc,
    "datetime": dt,
    "Fraction": Fraction,
    **{
        name: getattr(room, name)
        for one in sc.__all__
        if isinstance(room := getattr(sc, one), ModuleType)
        for name in room.__all__
    },
}


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@pytest.mark.parametrize("kind", every_kind(), ids=lambda kind: kind.__name__)
def test_what_is_printed_can_be_pasted(kind):
    """Evaluated under the names of the rooms, it is the same value again."""

    @settings(max_examples=6, suppress_health_check=list(HealthCheck))
    @given(st.from_type(kind))
    def check(value):
        assert eval(pretty(value), dict(AT_HAND)) == value

    check()


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (sc.Facts.of({"civic.standing": True}), "Facts.of({'civic.standing': True})"),
        (sc.Facts.of({"civic.standing": True}, sources={"civic.standing": ["m-1"]}), "sources=('m-1',)"),
        (sc.History.of({2019: {"s1": "women"}}), "History.of({2019: {'s1': 'women'}})"),
        (sc.History.of_records([{"subject_id": "s1", "lead_unit_id": "women", "year": 2019, "months": 3}]), "months=3"),
        (
            sc.History.of_records([{"subject_id": "s1", "lead_unit_id": one, "year": 2019} for one in "uv"]),
            "History.of_records",
        ),
        (sc.values.IdMap({"women": 3}), "IdMap({'women': 3})"),
    ],
)
def test_a_failing_example_shows_its_values(value, says):
    """Hypothesis prints what is in it, in a form that makes it again, and its plain repr shows no id and no code."""

    @settings(database=None, phases=[Phase.generate])
    @given(st.just(value))
    def fails(example):
        raise AssertionError

    with pytest.raises(AssertionError) as raised:
        fails()
    printed = "\n".join(raised.value.__notes__)

    assert "".join(says.split()) in "".join(printed.split())
    assert eval(pretty(value), dict(AT_HAND)) == value
    assert not any(word in repr(value) for word in ("s1", "women", "civic", "m-1"))
